"""Barcodes as the practice stores check them, compared with a library."""

from __future__ import annotations

import random

import pytest
from stdnum import ean, isbn

from hkj_desktop.catalog.rules.barcode import kind_of
from hkj_desktop.practice.haqm_validate import CHECK_DIGIT, NOT_A_BARCODE, NOT_A_TYPE, NOT_THAT_TYPE, barcode_fault


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("036000291452", ["UPC"]), ("01234565", ["UPC"]), ("4006381333931", ["EAN"]), ("96385074", ["EAN8"]),
        ("0306406152", ["ISBN"]), ("080442957X", ["ISBN"]), ("080442957x", ["ISBN"]), ("10012345678902", ["GTIN"]),
        ("4011", ["PLU"]), ("94011", ["PLU"]), ("123", ["PLU"]), ("123456", ["PLU"]),
    ],
)  # fmt: skip
def test_barcodes_that_are_right(code: str, kinds: list[str]) -> None:
    """Each sort of the specification, with its type and without."""
    for kind in ("", *kinds):
        assert barcode_fault(code, kind) is None


@pytest.mark.parametrize(
    ("code", "kind", "fault"),
    [
        ("036000291453", "", CHECK_DIGIT), ("01234566", "UPC", CHECK_DIGIT), ("4006381333930", "EAN", CHECK_DIGIT),
        ("96385075", "EAN8", CHECK_DIGIT), ("0306406153", "", CHECK_DIGIT), ("10012345678901", "GTIN", CHECK_DIGIT),
        ("12", "", NOT_A_BARCODE), ("1234567", "PLU", NOT_A_BARCODE), ("", "", NOT_A_BARCODE),
        ("400638133393X", "", NOT_A_BARCODE), ("٤٠١١", "", NOT_A_BARCODE), ("4011\n", "", NOT_A_BARCODE),
        ("4006381333931", "GTIN", NOT_THAT_TYPE.format(kind="GTIN")), ("4011", "EAN", NOT_THAT_TYPE.format(kind="EAN")),
        ("96385074", "UPC", NOT_THAT_TYPE.format(kind="UPC")), ("4011", "plu", NOT_A_TYPE.format(kind="plu")),
    ],
)  # fmt: skip
def test_barcodes_that_are_wrong(code: str, kind: str, fault: str) -> None:
    """A wrong check digit, another length, another type, a type that is none."""
    assert barcode_fault(code, kind) == fault


def test_check_digits_are_those_of_a_library() -> None:
    """For made-up codes of every length we say what the library says, and for UPC-E what the catalogue's rules say."""
    r = random.Random(7)
    for _ in range(4000):
        code = "".join(r.choice("0123456789") for _ in range(r.choice([8, 10, 12, 13, 14])))
        if len(code) == 10:
            right = isbn.is_valid(code)
        elif len(code) == 8:
            right = kind_of(code) is not None
        else:
            right = ean.is_valid(code)
        assert (barcode_fault(code, "") is None) == right, code
