"""Every sort of barcode is known by itself, with its own check digit."""

from __future__ import annotations

import pytest

from hkj_desktop.catalog.rules.barcode import kind_of
from tests.helpers.catalogues import checked_products, product

CODES = {
    "6251047007000": "EAN-13",
    "96385074": "EAN-8",
    "036000291452": "UPC-A",
    "04252614": "UPC-E",
    "10614141000415": "GTIN-14",
    "0306406152": "ISBN-10",
    "080442957X": "ISBN-10",
    "9780306406157": "ISBN-13",
    "4011": "PLU",
}
WRONG = {"6251047007001": "0", "036000291453": "2", "0306406153": "2", "10614141000416": "5"}


@pytest.mark.parametrize(("code", "kind"), CODES.items())
def test_kinds(code: str, kind: str) -> None:
    """Each sort of barcode is recognised, and none of them raises a problem."""
    assert kind_of(code) == kind
    assert not [p for p in checked_products(product(barcode=code)).problems if p.field == "barcode"]


@pytest.mark.parametrize(("code", "digit"), WRONG.items())
def test_wrong_digits(code: str, digit: str) -> None:
    """A code whose last digit does not fit is told with the digit that would."""
    assert kind_of(code) is None
    (problem,) = [p for p in checked_products(product(barcode=code)).problems if p.field == "barcode"]
    assert (problem.code, problem.other) == ("barcode_check_digit", digit)
