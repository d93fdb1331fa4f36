"""Codes that a spreadsheet or a typing hand has spoiled, where what they were can be told."""

from __future__ import annotations

import re

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.fixes.base import Fix, Proposal, each, proposed
from hkj_desktop.catalog.fixes.sound import cellwise
from hkj_desktop.catalog.fixes.words import lists
from hkj_desktop.catalog.rules.barcode import GTIN, ISBN_10, weighted_sum
from hkj_desktop.catalog.rules.codes import zeros_lost

_BARCODE = frozenset({Kind.BARCODE})
_SCIENTIFIC = re.compile(r"([0-9])[.,٫]([0-9]+)[eE]\+([0-9]{2,3})")
#: What people put between the digits of a barcode, or around them.
_BETWEEN = r"[\s.\-‐‑–—_'’`\"*#:/()\[\]]"


def _padded(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001 - one signature for all
    """The check digit says that they are missing (rules/codes.py)."""
    now = pl.col("now")
    whole = pl.when(now.str.len_chars() == 7).then(now.str.zfill(8)).otherwise(now.str.zfill(12))
    return rows.select(pl.when(zeros_lost(now)).then(whole)).to_series()


def _with_right_digit(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    """The last digit is worked out from the others; whether one of those is the wrong one, nobody can tell."""
    now, other = pl.col("now"), pl.col("other")
    body = now.str.head(-1)
    digit = (10 - weighted_sum(body + "0") % 10) % 10
    isbn = (pl.col("code") == "barcode_check_digit") & now.str.contains(ISBN_10) & other.str.contains("^[0-9X]$")
    wrong = now.str.contains(GTIN) & (weighted_sum(now) % 10 != 0)
    after = pl.when(wrong).then(body + digit.cast(pl.String)).when(isbn).then(body + other)
    return rows.select(after).to_series()


def exact(text: str) -> str | None:
    """``6.251047007000E+12`` → ``6251047007000``; None where Excel did not write all digits."""
    found = _SCIENTIFIC.fullmatch(text)
    if found is None or len(found.group(2)) != int(found.group(3)):
        return None
    return found.group(1) + found.group(2)


def _all_digits(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    return each(rows["now"], exact)


def bare_code(text: str) -> str | None:
    """``EAN: 629-1041-500213`` → ``6291041500213``; None where other letters stand there."""
    text = re.sub(rf"(?i)^{_BETWEEN}*(?:{lists().barcode}){_BETWEEN}+", "", text)
    code = re.sub(_BETWEEN, "", text)
    return code.upper() if re.fullmatch(rf"{GTIN}|{ISBN_10}", code) else None


def _bare(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    return each(rows["now"], bare_code)


def _cleared(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001
    """The later of two alike, where the product has another key."""
    others = [name for name in checked.fields.natural_keys if checked.fields.by_name[name].kind is not Kind.BARCODE]
    known = checked.products.rows[rows["index"]].select(
        named=pl.any_horizontal(pl.col(name).is_not_null() for name in others) | ~pl.col("first")
    )
    kept = rows.filter(known["named"]).with_columns(after=pl.lit(None, dtype=pl.String))
    return proposed("clear_barcode", rows, kept)


PAD = Fix("pad_barcode", frozenset({"barcode_zeros_lost"}), cellwise("pad_barcode", _padded), _BARCODE, safe=True)
EXACT = Fix(
    "all_digits",
    frozenset({"code_scientific", "item_barcode"}),
    cellwise("all_digits", _all_digits),
    frozenset({Kind.BARCODE, Kind.CODE}),
    safe=True,
)
BARE = Fix("bare_code", frozenset({"barcode_form", "item_barcode"}), cellwise("bare_code", _bare), _BARCODE, safe=True)
CHECK_DIGIT = Fix(
    "check_digit",
    frozenset({"barcode_check_digit", "item_barcode"}),
    cellwise("check_digit", _with_right_digit),
    _BARCODE,
)
CLEAR = Fix("clear_barcode", frozenset({"duplicate"}), _cleared, _BARCODE)
