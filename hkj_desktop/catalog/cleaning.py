"""Cleaning that never changes what a value means, and a record of every cell that it touched.

Sources of the rules: arabic-data.md, items 2 (digits), 3 (dinars and fils) and 4 (invisible characters).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import polars as pl

from hkj_desktop.catalog.fields import Field, Kind

FILS_PER_DINAR = 1000
FILS_PER_PIASTRE = 10
DECIMALS = 3
# 12 digits of dinars still fit a 64-bit count of fils; no shop sells for more.
LARGEST_WHOLE = 12


class Notation(StrEnum):
    """How an amount is written: dinars with a decimal point (a lone comma before three digits stays unclear), the
    same where the person said that commas group thousands, dinars with a decimal comma, whole fils, or piastres (10
    fils)."""

    DINARS = "dinars"
    DINARS_GROUPED = "dinars_grouped"
    DINARS_COMMA = "dinars_comma"
    FILS = "fils"
    PIASTRES = "piastres"


HIDDEN = "[\u061c\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
JOINERS = "[\u200c\u200d]"
ODD_SPACES = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_SPACE = r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]"
OUTER_SPACES = f"^{_SPACE}+|{_SPACE}+$"
ARABIC_DIGITS = "[٠-٩۰-۹]"
# Separators of Arabic numerals: ٫ is the decimal mark, ٬ groups thousands. Both are unambiguous.
# Each unit has its own words: "500 fils" in a column of dinars is no 500 dinars, so it stays as it is, a problem.
# The abbreviation's last point belongs to it at the end of a cell (5 د.ا.), never before a digit (د.ا.500).
_DINAR = r"jod|jds?|dinars?|دينار(?:\s+[أا]ردني)?|دنانير"
CURRENCY = {
    Notation.DINARS: (rf"{_DINAR}|د\s*\.\s*[اأإ](?:\.\s+)?", rf"{_DINAR}|د\s*\.\s*[اأإ]\s*\.?"),
    Notation.FILS: (r"fils|فلسا?", r"fils|فلسا?"),
    Notation.PIASTRES: (r"piastres?|qirsh|قروش|قرشا?", r"piastres?|qirsh|قروش|قرشا?"),
}
CURRENCY[Notation.DINARS_COMMA] = CURRENCY[Notation.DINARS_GROUPED] = CURRENCY[Notation.DINARS]

_DIGITS = {chr(start + digit): str(digit) for start in (0x0660, 0x06F0) for digit in range(10)}
# A first group of 0 (0,500) groups nothing: it is a decimal mark, and never dropped.
_THOUSANDS = r"^-?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+$|^-?[1-9][0-9]{0,2}(,[0-9]{3}){2,}$"
_ARABIC_THOUSANDS = r"^-?[1-9][0-9]{0,2}(٬[0-9]{3})+(\.[0-9]+)?$"
_DECIMAL_COMMA = r"^-?[0-9]+,[0-9]{1,2}$"

DINARS = r"^-?[0-9]+(\.[0-9]+)?$"
COMMA_UNCLEAR = r"^-?[0-9]{1,3},[0-9]{3}$"


class Change(StrEnum):
    """What was done to a cell."""

    SPACES = "spaces"
    HIDDEN = "hidden"
    DIGITS = "digits"
    NOTATION = "notation"


@dataclass(frozen=True)
class Cleaned:
    """A cleaned column and the positions of the rows that each kind of change touched."""

    values: pl.Series
    changes: dict[Change, pl.Series]


_Step = tuple[Change, str, Callable[[pl.Expr], pl.Expr]]


def clean(values: pl.Series, field: Field | None, notation: Notation | None = None) -> Cleaned:
    """Clean one String column for ``field`` (None: a column that is passed through, where only hidden characters and
    outer spaces go). Empty text becomes null. ``notation``: how a dinar field's amounts are written; they all become
    dinars with a point."""
    changes: dict[Change, pl.Series] = {}
    for change, pattern, step in _steps(field, notation):
        hit = values.str.contains(pattern)
        if not hit.any():
            continue
        after = values.to_frame("v").select(step(pl.col("v"))).to_series()
        touched = (after.ne_missing(values)).arg_true()
        if touched.len():
            changes[change] = pl.concat([changes[change], touched]).unique() if change in changes else touched
            values = after
    empty = values == ""
    if empty.any():
        values = values.set(empty, None)
    return Cleaned(values, changes)


def _steps(field: Field | None, notation: Notation | None) -> list[_Step]:
    kind = field.kind if field else Kind.TEXT
    steps: list[_Step] = [(Change.HIDDEN, HIDDEN, lambda v: v.str.replace_all(HIDDEN, ""))]
    if kind not in (Kind.TEXT, Kind.PATH):
        steps.append((Change.HIDDEN, JOINERS, lambda v: v.str.replace_all(JOINERS, "")))
        steps.append((Change.SPACES, ODD_SPACES, lambda v: v.str.replace_all(ODD_SPACES, " ")))
    steps.append((Change.SPACES, OUTER_SPACES, lambda v: v.str.replace_all(OUTER_SPACES, "")))
    if kind in (Kind.CODE, Kind.BARCODE, Kind.MONEY, Kind.COUNT):
        steps.append((Change.DIGITS, ARABIC_DIGITS, latin_digits))
    if kind is Kind.BARCODE:
        steps.append((Change.SPACES, r"^[0-9][0-9 -]+$", _joined_digits))
    if kind in (Kind.MONEY, Kind.COUNT):
        unit = field.unit if field else None
        steps += _number_steps(kind, Notation.FILS if unit == "fils" else notation or Notation.DINARS, unit)
    return steps


def _number_steps(kind: Kind, notation: Notation, unit: str | None) -> list[_Step]:
    steps: list[_Step] = [
        (Change.DIGITS, "[٫−]", lambda v: v.str.replace_all("٫", ".").str.replace_all("−", "-")),
    ]
    if kind is Kind.MONEY:
        if notation in (Notation.DINARS, Notation.DINARS_GROUPED, Notation.DINARS_COMMA):
            steps += [_named_small_unit(small, notation) for small in (Notation.FILS, Notation.PIASTRES)]
        start, end = CURRENCY[notation]
        steps.append((Change.NOTATION, f"(?i){start}|{end}", lambda v: _without_currency(v, start, end)))
    steps.append(
        (Change.DIGITS, "٬", lambda v: _where(v, _ARABIC_THOUSANDS, v.str.replace_all("٬", ""))),
    )
    if kind is Kind.MONEY:
        return steps + _money_steps(notation, unit)
    # A count of 12.0 or 1,200 is a whole number in another notation; 1.000 may be one or a thousand, and stays.
    decimal = r"^(-?[0-9]+)\.0{1,2}$|^(-?0|-?[0-9]{4,})\.0+$"
    grouped = r"^[1-9][0-9]{0,2}(,[0-9]{3})+$"
    return [
        *steps,
        (Change.NOTATION, decimal, lambda v: v.str.replace(decimal, "${1}${2}")),
        (Change.NOTATION, grouped, lambda v: _where(v, grouped, v.str.replace_all(",", ""))),
    ]


def _named_small_unit(unit: Notation, column: Notation) -> _Step:
    """A cell of a dinar column that names its own unit is read in it: 750 فلس is 0.750 dinars, in the column's own
    decimal mark."""
    words = CURRENCY[unit][0]
    named = rf"(?i)^-?[0-9]{{1,12}}\s*(?:{words})$"
    factor = 1 if unit is Notation.FILS else FILS_PER_PIASTRE
    mark = "," if column is Notation.DINARS_COMMA else "."
    return (
        Change.NOTATION,
        named,
        lambda v: _where(v, named, _in_dinars(v, factor).str.replace(".", mark, literal=True)),
    )


def _money_steps(notation: Notation, unit: str | None) -> list[_Step]:
    """Amounts of a dinar field become dinars with a point, whatever they were written in."""
    if notation is Notation.DINARS_COMMA:
        grouped = r"^-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?$"
        comma = r"^-?[0-9]+,[0-9]+$"
        return [
            (Change.NOTATION, grouped, lambda v: _where(v, grouped, v.str.replace_all(".", "", literal=True))),
            (Change.NOTATION, comma, lambda v: _where(v, comma, v.str.replace(",", "."))),
        ]
    if notation is Notation.DINARS_GROUPED:
        grouped = r"^-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$"
        return [(Change.NOTATION, grouped, lambda v: _where(v, grouped, v.str.replace_all(",", "")))]
    steps: list[_Step] = [
        (Change.NOTATION, _THOUSANDS, lambda v: _where(v, _THOUSANDS, v.str.replace_all(",", ""))),
    ]
    if notation is Notation.DINARS or unit == "fils":
        decimal_comma = (Change.NOTATION, _DECIMAL_COMMA, lambda v: _where(v, _DECIMAL_COMMA, v.str.replace(",", ".")))
        return [*steps, decimal_comma]
    return [*steps, (Change.NOTATION, r"^-?[0-9.,]+$", lambda v: _small_unit_in_dinars(v, notation))]


def _small_unit_in_dinars(values: pl.Expr, notation: Notation) -> pl.Expr:
    """Whole fils or piastres as dinars with three decimals, exactly: 12500 → 12.500. An amount that is not whole gets
    its unit's name, so that nobody takes 12.5 piastres for 12.5 dinars: it is a problem."""
    number, whole = r"^-?[0-9.,]+$", r"^-?[0-9]{1,12}(\.0+)?$"
    dinars = _in_dinars(values, 1 if notation is Notation.FILS else FILS_PER_PIASTRE)
    named = values + f" {notation.value}"
    return _where(values, whole, dinars, _where(values, number, named, values))


def _in_dinars(values: pl.Expr, factor: int) -> pl.Expr:
    fils = values.str.extract(r"^-?([0-9]+)", 1).cast(pl.Int64, strict=False) * factor
    sign = pl.when(values.str.starts_with("-")).then(pl.lit("-")).otherwise(pl.lit(""))
    whole, rest = fils // FILS_PER_DINAR, fils % FILS_PER_DINAR
    return sign + whole.cast(pl.String) + "." + rest.cast(pl.String).str.zfill(DECIMALS)


def _where(values: pl.Expr, pattern: str, then: pl.Expr, otherwise: pl.Expr | None = None) -> pl.Expr:
    return pl.when(values.str.contains(pattern)).then(then).otherwise(values if otherwise is None else otherwise)


def latin_digits(values: pl.Expr) -> pl.Expr:
    return values.str.replace_many(list(_DIGITS), list(_DIGITS.values()))


def _joined_digits(values: pl.Expr) -> pl.Expr:
    return _where(values, r"^[0-9][0-9 -]+$", values.str.replace_all("[ -]", ""))


def _without_currency(values: pl.Expr, start: str, end: str) -> pl.Expr:
    """Take the currency's name away at either end where what is left is a number; other text (1JD250) stays as
    it is, to be shown as a problem."""
    bare = values.str.replace(rf"(?i)^(?:{start})\s*", "").str.replace(rf"(?i)\s*(?:{end})$", "")
    return pl.when(bare.str.contains(r"^[0-9.,٬-]+$")).then(bare).otherwise(values)


def dinars_to_fils(values: pl.Expr) -> pl.Expr:
    """Cleaned text of dinars → integer fils, exactly; null where it is no number of at most three decimals.

    Whole digits and decimals are joined as text (12.5 → 12500), so no float is ever made.
    """
    whole = values.str.extract(r"^-?([0-9]+)", 1)
    decimals = values.str.extract(r"\.([0-9]+)$", 1).fill_null("").str.strip_chars_end("0")
    fits = values.str.contains(DINARS) & (decimals.str.len_chars() <= DECIMALS) & (_digits(whole) <= LARGEST_WHOLE)
    fils = (whole + decimals.str.pad_end(DECIMALS, "0")).cast(pl.Int64, strict=False)
    signed = pl.when(values.str.starts_with("-")).then(-fils).otherwise(fils)
    return pl.when(fits).then(signed).otherwise(None)


def whole_number(values: pl.Expr) -> pl.Expr:
    """Cleaned text of a whole number → Int64; null where it is none."""
    fits = values.str.contains(r"^-?[0-9]+$") & (_digits(values) <= LARGEST_WHOLE + DECIMALS)
    return pl.when(fits).then(values.cast(pl.Int64, strict=False)).otherwise(None)


def _digits(values: pl.Expr) -> pl.Expr:
    return values.str.strip_chars_start("-").str.strip_chars_start("0").str.len_chars()


def fils_of(text: str) -> int:
    """One amount of dinars, as text with a dot, in integer fils. Raises ValueError for more than three decimals."""
    if not re.fullmatch(DINARS, text):
        raise ValueError(text)
    fils = Decimal(text).scaleb(DECIMALS)
    if fils != int(fils):
        raise ValueError(text)
    return int(fils)


def dinars_text(fils: int) -> str:
    """``12500`` → ``12.500``: dinars with three decimals, for reading and for ``price_jod``."""
    sign, amount = ("-", -fils) if fils < 0 else ("", fils)
    return f"{sign}{amount // FILS_PER_DINAR}.{amount % FILS_PER_DINAR:0{DECIMALS}d}"
