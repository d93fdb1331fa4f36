"""Prices that are no number, or one that can be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import (
    COMMA_UNCLEAR,
    DECIMALS,
    DINARS,
    FILS_PER_DINAR,
    FILS_PER_PIASTRE,
    LARGEST_WHOLE,
    Notation,
    clean,
    dinars_to_fils,
)
from hkj_desktop.catalog.fixes.amounts import MONEY, amount, in_fils, money, own_cell
from hkj_desktop.catalog.fixes.base import Fix, Make, Proposal, each, field_of, match_with, notation_of
from hkj_desktop.catalog.fixes.words import lists

#: Ahead of what :func:`said` found: fils, as dinars and a smaller unit together say; the unit that the cell names; or
#: none, so that the amount is in the column's own.
_TOGETHER, _FILS, _PIASTRES, _DINARS, _OWN = "=", "f", "p", "d", "n"
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_SMALL_UNITS = (Notation.FILS, Notation.PIASTRES)


def _by_cell(fix: str, fils: Callable[[Checked, str, str, pl.DataFrame], pl.Series]) -> Make:
    """A fix that writes an amount into each problem's own cell: ``fils`` gives those of one column (key, field)."""

    def make(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001 - one signature
        numbered = rows.with_row_index("n")
        found = pl.Series("fils", [None], dtype=pl.Int64).new_from_index(0, rows.height)
        for (key, field), part in numbered.group_by("key", "field", maintain_order=True):
            found = found.scatter(part["n"], fils(checked, str(key), str(field), part).cast(pl.Int64))
        return own_cell(fix, checked, rows, found)

    return make


def said(text: str) -> str | None:
    """The one amount in ``text`` behind a mark of how it is meant (:data:`_FILS` …); None where anything else stands
    there that might mean something: a dash behind an amount may be a minus."""
    known = lists()
    text = " ".join(text.casefold().split())
    units = rf"{known.dinars}|{known.fils}|{known.piastres}"
    two = rf"(?:(?:{known.said})\s*:?\s*)?([0-9]{{1,6}})\s*(?:{known.dinars})\s*(?:and|&|\+|و)?\s*([0-9]{{1,3}})\s*"
    for factor, words in ((1, known.fils), (FILS_PER_PIASTRE, known.piastres)):
        if (found := re.fullmatch(rf"{two}(?:{words})\.?", text)) and int(found[2]) * factor < FILS_PER_DINAR:
            return _TOGETHER + str(int(found[1]) * FILS_PER_DINAR + int(found[2]) * factor)
    # A point ahead of the digits (JD.500) may be theirs; a sign there is a minus.
    ahead, behind = rf"(?:{units}|{known.said}|[\s:=])*", rf"(?:{units}|{known.said}|[\s.,;/!=])*"
    found = re.fullmatch(rf"({ahead})(?<![.,-])({_NUMBER})({behind})", text)
    if found is None:
        return None
    around = [found[1], found[3]]
    named = [mark for mark, words in ((_FILS, known.fils), (_PIASTRES, known.piastres), (_DINARS, known.dinars))
             if any(re.search(rf"(?<!\w)(?:{words})(?!\w)", part) for part in around)]  # fmt: skip
    mark, number = named[0] if named else _OWN, found[2]
    if len(named) > 1 or (mark in (_FILS, _PIASTRES) and not number.isdigit()):
        return None
    return mark + number


def _amounts(checked: Checked, key: str, name: str, part: pl.DataFrame) -> pl.Series:
    """The amount that each cell says, in fils. Not where a cell names another unit than its column has: that may be the
    currency's name beside an amount of fils (2500 JD), a thousandfold. Among dinars the smaller ones are read as they
    are named (cleaning.py), so nothing is in doubt there."""
    field, dinars = field_of(checked, name), money(checked)["dinar"]
    if field is None:
        return pl.Series([None] * part.height, dtype=pl.Int64)
    notation = Notation.FILS if field.unit == "fils" else notation_of(match_with(checked, key)) or Notation.DINARS
    found = each(part["now"], said)
    frame = pl.DataFrame({"mark": found.str.head(1), "number": found.str.slice(1)})
    own = frame["number"]
    if notation is Notation.FILS:
        # Fils are whole: 1,250 of them are 1250, however the comma is meant.
        own = own.str.replace(r"^([0-9]{3,})\.0+$", "${1}").str.replace_all(r",([0-9]{3})\b", "${1}")
    whole = pl.when(pl.col("number").str.len_chars() <= LARGEST_WHOLE).then(
        pl.col("number").cast(pl.Int64, strict=False)
    )
    in_dinars = Notation.DINARS if notation in _SMALL_UNITS else notation
    frame = frame.with_columns(
        own=clean(own, dinars, notation).values, dinars=clean(frame["number"], dinars, in_dinars).values
    )
    mark, unit = pl.col("mark"), {Notation.FILS: _FILS, Notation.PIASTRES: _PIASTRES}.get(notation, _DINARS)
    other = mark.is_in([one for one in (_FILS, _PIASTRES, _DINARS) if unit not in (one, _DINARS)])
    return frame.select(
        pl.when(other)
        .then(None)
        .when(mark.is_in([_TOGETHER, _FILS]))
        .then(whole)
        .when(mark == _PIASTRES)
        .then(whole * FILS_PER_PIASTRE)
        .when(mark == _DINARS)
        .then(dinars_to_fils(pl.col("dinars")))
        .otherwise(dinars_to_fils(pl.col("own")))
        .alias("fils")
    ).to_series()


def _after_comma(thousands: bool) -> Callable[[Checked, str, str, pl.DataFrame], pl.Series]:
    """``1,250`` as 1.250 dinars, or as 1250."""

    def fils(checked: Checked, key: str, name: str, part: pl.DataFrame) -> pl.Series:  # noqa: ARG001
        now = pl.col("now")
        digits = now.str.replace(",", "").cast(pl.Int64, strict=False)
        unclear = now.str.contains(COMMA_UNCLEAR) & ~now.str.starts_with("-")
        if thousands:  # a first group of 0 groups nothing
            unclear &= ~now.str.starts_with("0")
        factor = FILS_PER_DINAR if thousands else 1
        return part.select(pl.when(unclear).then(digits * factor).alias("fils")).to_series()

    return fils


def rounded(text: str) -> str | None:
    """Dinars with too many decimals → the nearest fils, halves up."""
    if not re.fullmatch(DINARS, text) or len(text) > 2 * LARGEST_WHOLE + DECIMALS:
        return None
    fils = Decimal(text).scaleb(DECIMALS)
    return None if fils == int(fils) else str(int(fils.quantize(Decimal(1), ROUND_HALF_UP)))


def _rounded(checked: Checked, key: str, name: str, part: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    return each(part["now"], rounded).cast(pl.Int64)


def _dinars_among_fils(checked: Checked, key: str, name: str, part: pl.DataFrame) -> pl.Series:
    """``12.5`` or ``2500 JD`` where whole fils should stand: dinars, by its decimals or its word. 1250.00 is 1250."""
    field = field_of(checked, name)
    number = pl.col("now").str.strip_suffix(f" {Notation.FILS.value}").str.replace(",", ".")
    decimal = number.str.contains(r"^[0-9]+\.[0-9]{1,3}$") & ~number.str.contains(r"^[0-9]{3,}\.0+$")
    found = each(part["now"], said)
    named = clean(found.str.strip_prefix(_DINARS), money(checked)["dinar"], Notation.DINARS).values
    by_word = pl.when(pl.lit(found.str.starts_with(_DINARS))).then(pl.lit(named))
    fils = dinars_to_fils(pl.coalesce(by_word, pl.when(decimal).then(number)))
    if field is None or not in_fils(checked, key, field):
        fils = pl.lit(None, dtype=pl.Int64)
    return part.with_columns(fils=fils)["fils"]


def _without_minus(checked: Checked, key: str, name: str, part: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    field = field_of(checked, name)
    here = amount(field, pl.col("now")) if field else pl.lit(None, dtype=pl.Int64)
    return part.with_columns(fils=pl.when(here < 0).then(-here))["fils"]


_NO_NUMBER = frozenset({"price_not_number", "fils_not_whole"})
_COMMA = frozenset({"price_comma_unclear"})
AMOUNT = Fix("price_amount", _NO_NUMBER, _by_cell("price_amount", _amounts), MONEY, safe=True)
AS_DINARS = Fix("as_dinars", _NO_NUMBER, _by_cell("as_dinars", _dinars_among_fils), MONEY)
COMMA_DECIMAL = Fix("comma_decimal", _COMMA, _by_cell("comma_decimal", _after_comma(thousands=False)), MONEY)
COMMA_THOUSANDS = Fix("comma_thousands", _COMMA, _by_cell("comma_thousands", _after_comma(thousands=True)), MONEY)
ROUND = Fix("round", frozenset({"price_decimals"}), _by_cell("round", _rounded), MONEY, safe=True)
NO_MINUS = Fix("no_minus", frozenset({"price_negative"}), _by_cell("no_minus", _without_minus), MONEY)
