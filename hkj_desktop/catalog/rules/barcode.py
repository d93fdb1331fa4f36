"""Barcodes: the forms that a scanner reads, and their check digit.

EAN-8, UPC-A (12), EAN-13 and GTIN-14 share one check digit; UPC-E has it in its long form; ISBN-10 has its own. PLU
codes of scales (3 to 6 digits) have none (remote-systems.md). HKJ does not say that it checks barcodes, so these are
warnings: the product can be sent.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from hkj_desktop.catalog.fields import FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.rules.base import Rule
from hkj_desktop.catalog.rules.codes import scientific, zeros_lost

LENGTHS = (8, 12, 13, 14)
PLU = (3, 6)
GTIN = r"^(?:[0-9]{8}|[0-9]{12,14})$"
UPC_E = r"^[01][0-9]{7}$"
ISBN_10 = r"^[0-9]{9}[0-9Xx]$"


def barcode(fields: FieldSet, mapping: Mapping) -> list[Rule]:  # noqa: ARG001  # one signature for all families
    """Form and check digit of every barcode field."""
    rules: list[Rule] = []
    for field in fields.of_kind(Kind.BARCODE):
        value = pl.col(field.name)
        known, isbn = value.str.contains(GTIN), value.str.contains(ISBN_10)
        plu = value.str.contains(rf"^[0-9]{{{PLU[0]},{PLU[1]}}}$")
        wrong = known & (weighted_sum(value) % 10 != 0)
        # Few codes are of these two kinds, so they are looked at one by one, and only they.
        wrong &= ~_those(value, UPC_E, _upc_e_is_right)
        wrong |= isbn & ~_those(value, ISBN_10, _isbn_is_right)
        # What a spreadsheet did to a code is told as that (codes.py).
        told = scientific(value) | zeros_lost(value)
        rules += [
            Rule("barcode_form", field.name, value.is_not_null() & ~(known | isbn | plu | told), Severity.WARNING),
            Rule("barcode_check_digit", field.name, wrong & ~told, Severity.WARNING, other=_expected(value)),
        ]
    return rules


def kind_of(code: str) -> str | None:
    """What sort of barcode ``code`` is: ``EAN-13``, ``EAN-8``, ``UPC-A``, ``UPC-E``, ``GTIN-14``, ``ISBN-10``,
    ``ISBN-13`` or ``PLU``; None where it is none, or its check digit is wrong."""
    from stdnum import ean, isbn

    if code.isascii() and code.isdigit() and PLU[0] <= len(code) <= PLU[1]:
        return "PLU"
    if isbn.is_valid(code):
        return "ISBN-10" if len(code) == 10 else "ISBN-13"  # their names say their lengths
    if ean.is_valid(code):
        return {8: "EAN-8", 12: "UPC-A", 13: "EAN-13", 14: "GTIN-14"}.get(len(code))
    return "UPC-E" if len(code) == 8 and code[0] in "01" and _upc_e_is_right(code) else None


def weighted_sum(value: pl.Expr) -> pl.Expr:
    """The GS1 sum: digits from the right weigh 1, 3, 1, 3 …; a right code's sum ends in 0."""
    number = value.cast(pl.Int64, strict=False)
    digit = [(number // 10**position) % 10 for position in range(max(LENGTHS))]
    return pl.sum_horizontal(digit[0::2]) + 3 * pl.sum_horizontal(digit[1::2])


def _those(value: pl.Expr, pattern: str, right: Callable[[str], bool]) -> pl.Expr:
    """True where ``value`` has the form of ``pattern`` and is ``right``."""

    def judge(codes: pl.Series) -> pl.Series:
        answers = pl.Series([False], dtype=pl.Boolean).new_from_index(0, codes.len())
        at = codes.str.contains(pattern).fill_null(value=False).arg_true()
        good = [position for position, code in zip(at, codes[at], strict=True) if right(code)]
        return answers.scatter(good, values=True) if good else answers

    return value.map_batches(judge, return_dtype=pl.Boolean)


def _isbn_is_right(code: str) -> bool:
    from stdnum import isbn

    return bool(isbn.is_valid(code.upper()))


def _upc_e_is_right(code: str) -> bool:
    from stdnum import ean

    return bool(ean.is_valid(_long_form(code)))


def _long_form(code: str) -> str:
    """UPC-E → UPC-A: the last of the six digits says where its zeros were left out."""
    system, body, check = code[0], code[1:7], code[7]
    last = body[5]
    if last in "012":
        middle = f"{body[:2]}{last}0000{body[2:5]}"
    elif last == "3":
        middle = f"{body[:3]}00000{body[3:5]}"
    elif last == "4":
        middle = f"{body[:4]}00000{body[4]}"
    else:
        middle = f"{body[:5]}0000{last}"
    return f"{system}{middle}{check}"


def _expected(value: pl.Expr) -> pl.Expr:
    """The check digit that would be right, worked out only for the codes that are wrong."""
    return value.map_elements(_check_digit, return_dtype=pl.String)


def _check_digit(code: str) -> str:
    from stdnum import ean, isbn

    if len(code) == 10:  # ISBN-10
        return str(isbn._calc_isbn10_check_digit(code[:9]))  # noqa: SLF001  # the library gives no public name for it
    return str(ean.calc_check_digit(code[:-1]))
