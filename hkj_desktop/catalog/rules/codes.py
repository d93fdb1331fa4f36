"""What spreadsheets do to codes: long ones become 6.28E+12, and the zeros at their start go (arabic-data.md, item 11).

The first cannot be undone. The second can: a check digit does not change with zeros in front, so a code that has too
few digits and whose check digit fits had zeros there.
"""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.fields import FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.rules.base import Rule

#: As Excel writes it: one digit before the point, and at least two in the exponent. "2E10" may be somebody's own code.
_SCIENTIFIC = r"^[0-9](?:[.,٫][0-9]+)?[eE]\+[0-9]{2,3}$"
#: Digits of a code without its zeros → digits that it has with them: EAN-8 and UPC-A. Shorter ones may be PLU codes.
_WHOLE = {7: 8, 9: 12, 10: 12, 11: 12}


def codes(fields: FieldSet, mapping: Mapping) -> list[Rule]:  # noqa: ARG001  # one signature for all families
    """Codes that lost digits for good, and barcodes that lost their first zeros."""
    rules = [
        # A SKU that is lost names another product; without its barcode a product can still be sold.
        Rule(
            "code_scientific",
            field.name,
            scientific(pl.col(field.name)),
            Severity.WARNING if field.kind is Kind.BARCODE else Severity.ERROR,
        )
        for field in fields.of_kind(Kind.CODE, Kind.BARCODE)
    ]
    for field in fields.of_kind(Kind.BARCODE):
        value = pl.col(field.name)
        padded = pl.when(value.str.len_chars() == 7).then(value.str.zfill(8)).otherwise(value.str.zfill(12))
        rules.append(Rule("barcode_zeros_lost", field.name, zeros_lost(value), Severity.WARNING, other=padded))
    return rules


def scientific(value: pl.Expr) -> pl.Expr:
    """Whether a code is written as Excel shows a long number in a narrow column."""
    return value.str.contains(_SCIENTIFIC)


def zeros_lost(value: pl.Expr) -> pl.Expr:
    """Whether zeros in front would make it a barcode whose check digit fits; an ISBN of ten digits is whole."""
    digits = value.str.contains("^[0-9]+$") & value.str.len_chars().is_in(list(_WHOLE))
    number = value.cast(pl.Int64, strict=False)
    digit = [(number // 10**position) % 10 for position in range(max(_WHOLE))]
    fits = (pl.sum_horizontal(digit[0::2]) + 3 * pl.sum_horizontal(digit[1::2])) % 10 == 0
    isbn = (value.str.len_chars() == 10) & (
        pl.sum_horizontal(one * weight for weight, one in enumerate(digit[:10], start=1)) % 11 == 0
    )
    return digits & fits & ~isbn & (number > 0)
