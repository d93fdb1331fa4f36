"""Barcodes: the forms that a scanner reads, and their check digit.

HKJ does not say that it checks barcodes, so these are warnings: the product can be sent.
"""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.fields import FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.rules.base import Rule

# EAN-8, UPC-A, EAN-13, GTIN-14 carry a check digit; PLU codes (3 to 6 digits) do not (remote-systems.md).
LENGTHS = (8, 12, 13, 14)
PLU = (3, 6)


def barcode(fields: FieldSet, mapping: Mapping) -> list[Rule]:  # noqa: ARG001  # one signature for all families
    """Form and check digit of every barcode field."""
    rules: list[Rule] = []
    for field in fields.of_kind(Kind.BARCODE):
        value = pl.col(field.name)
        digits = value.str.contains(r"^[0-9]+$")
        length = value.str.len_chars()
        known = digits & length.is_in(LENGTHS)
        isbn10 = value.str.contains(r"^[0-9]{9}[0-9Xx]$")
        well_formed = known | isbn10 | (digits & length.is_between(*PLU))
        wrong_digit = known & (_weighted_sum(value) % 10 != 0)
        rules += [
            Rule("barcode_form", field.name, value.is_not_null() & ~well_formed, Severity.WARNING),
            Rule("barcode_check_digit", field.name, wrong_digit, Severity.WARNING, other=_expected(value)),
        ]
    return rules


def _weighted_sum(value: pl.Expr) -> pl.Expr:
    """The GS1 sum: digits from the right weigh 1, 3, 1, 3 …; a right code's sum ends in 0."""
    number = value.cast(pl.Int64, strict=False)
    digit = [(number // 10**position) % 10 for position in range(max(LENGTHS))]
    return pl.sum_horizontal(digit[0::2]) + 3 * pl.sum_horizontal(digit[1::2])


def _expected(value: pl.Expr) -> pl.Expr:
    """The check digit that would be right, worked out only for the codes that are wrong."""
    return value.map_elements(_check_digit, return_dtype=pl.String)


def _check_digit(code: str) -> str:
    from stdnum import ean

    return str(ean.calc_check_digit(code[:-1]))
