"""The fils guard: how the prices of one column are written, decided for the column as a whole and never guessed
in silence.

``1.250`` is one dinar and 250 fils; ``1,250`` may be that or a thousand dinars; ``1250`` may be fils. What the
column's other cells, its header and currency words say decides (arabic-data.md, item 3); where they do not, the
column is a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from hkj_desktop.catalog.cleaning import ARABIC_DIGITS, Notation, clean, dinars_text, dinars_to_fils, latin_digits
from hkj_desktop.catalog.fields import Field, Kind, Level
from hkj_desktop.catalog.keys import matching_key


@dataclass(frozen=True)
class Reading:
    """The notation of one column. ``sure``: False where the person must say. ``example``: a cell for which the
    readings differ, as it stands in the file. ``told``: it is what the person said, whatever the cells look like."""

    notation: Notation
    sure: bool
    example: str | None = None
    told: bool = False


# Prices of a Jordanian shop in dinars are seldom whole and above this; a column of such numbers is likely in fils.
FILS_MEDIAN = 100

_UNIT_WORDS = (
    (Notation.FILS, re.compile(r"\b(fils|فلس|بالفلس)\b")),
    (Notation.PIASTRES, re.compile(r"\b(piastres?|qirsh|قرش|بالقرش|قروش)\b")),
    (Notation.DINARS, re.compile(r"\b(jod|jd|dinars?|دينار|بالدينار|د ا|دنانير)\b")),
)
_CELL_WORDS = (
    (Notation.FILS, r"(?i)fils|فلس"),
    (Notation.PIASTRES, r"(?i)piastre|qirsh|قرش|قروش"),
    (Notation.DINARS, r"(?i)jod|jd\b|dinar|دينار|دنانير|د\s*\.\s*[اأإ]"),
)
_NUMBER = r"-?[0-9][0-9.,٫٬]*"

INTEGER = r"^-?[0-9]+$"
# Both marks: the last one is the decimal mark. One mark with one or two digits behind it is a decimal mark.
DOT_DECIMAL = r"^-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+$|^-?[0-9]+\.[0-9]{1,2}$|^-?[0-9]+\.[0-9]{4,}$|^-?0\.[0-9]+$"
COMMA_DECIMAL = r"^-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+$|^-?[0-9]+,[0-9]{1,2}$|^-?[0-9]+,[0-9]{4,}$|^-?0,[0-9]+$"
DOT_THREE = r"^-?[1-9][0-9]*\.[0-9]{3}$"
COMMA_THREE = r"^-?[1-9][0-9]{0,2},[0-9]{3}$"


def read_column(values: pl.Series, header: str, unit: str | None, *, named: bool) -> Reading:
    """Decide the notation of a column of raw text.

    ``unit``: the field's own (``fils`` or ``dinar``). ``named``: the header is the field's own name, which says
    the unit.
    """
    if unit == "fils":
        return Reading(Notation.FILS, sure=True)
    amounts = bare_amounts(values).drop_nulls()
    said = _named_unit(values, header) or (Notation.DINARS if named else None)
    if said in (Notation.FILS, Notation.PIASTRES):
        return Reading(said, sure=True)
    dot, comma = _share(amounts, DOT_DECIMAL), _share(amounts, COMMA_DECIMAL)
    dot_three, comma_three = _share(amounts, DOT_THREE), _share(amounts, COMMA_THREE)
    if comma and not dot and not dot_three:
        return Reading(Notation.DINARS_COMMA, sure=True)
    if comma_three and not dot and not dot_three:
        return Reading(Notation.DINARS_COMMA, sure=False, example=_first(amounts, COMMA_THREE))
    if comma and (dot or dot_three):
        # Both in one column: each cell that can be read one way only is read so; a cell that cannot is a problem
        # of its own.
        return Reading(Notation.DINARS, sure=True)
    if said is None and amounts.len() and not dot and not dot_three and _all_large_integers(amounts):
        return Reading(Notation.FILS, sure=False, example=_first(amounts, INTEGER))
    return Reading(Notation.DINARS, sure=True)


def bare_amounts(values: pl.Series) -> pl.Series:
    """The number inside each cell, in Latin digits, with its separators; null where there is none."""
    if values.str.contains(f"{ARABIC_DIGITS}|[٫٬]").any():
        values = values.to_frame("v").select(latin_digits(pl.col("v"))).to_series()
    return values.str.extract(f"({_NUMBER})", 1).str.replace_all("٬", "").str.replace_all("٫", ".")


def fils_in(text: str, notation: Notation) -> int | None:
    """One cell in ``notation`` as integer fils, for showing a reading back; None where it is no such amount."""
    field = Field("price", Kind.MONEY, Level.VARIANT, unit="dinar")
    cleaned = clean(pl.Series("v", [text], dtype=pl.String), field, notation).values
    fils = cleaned.to_frame("v").select(dinars_to_fils(pl.col("v"))).item()
    return None if fils is None else int(fils)


def reading_back(text: str, notation: Notation) -> str | None:
    """``1,250`` → ``1.250`` dinars, as :func:`dinars_text` writes them."""
    fils = fils_in(text, notation)
    return None if fils is None else dinars_text(fils)


def _named_unit(values: pl.Series, header: str) -> Notation | None:
    """The unit that the header or most cells name."""
    key = matching_key(header)
    for notation, words in _UNIT_WORDS:
        if words.search(key):
            return notation
    filled = values.len() - values.null_count()
    for notation, cell_words in _CELL_WORDS:
        if filled and int(values.str.contains(cell_words).sum()) * 2 > filled:
            return notation
    return None


def _share(amounts: pl.Series, pattern: str) -> int:
    return int(amounts.str.contains(pattern).sum())


def _first(amounts: pl.Series, pattern: str) -> str | None:
    found = amounts.filter(amounts.str.contains(pattern))
    return str(found[0]) if found.len() else None


def _all_large_integers(amounts: pl.Series) -> bool:
    numbers = amounts.str.replace_all(",", "").cast(pl.Int64, strict=False)
    if numbers.null_count():
        return False
    median = numbers.median()
    return isinstance(median, (int, float)) and median > FILS_MEDIAN
