"""What counts as a product."""

from __future__ import annotations

import pytest

from hkj_desktop.practice.validate import Accepted, Refused, check_product

TITLES = {"sku": "A", "title_en": "Tea", "title_ar": "شاي"}


def check(given: object, *, text: bool = False) -> dict[str, object] | str:
    """The stored product, or the error sentence."""
    verdict = check_product(given, digits_as_text=text)
    assert isinstance(verdict, Accepted | Refused)
    return verdict.product if isinstance(verdict, Accepted) else verdict.error


@pytest.mark.parametrize(
    ("price", "fils"), [("0", 0), ("5", 5000), ("5.0", 5000), ("5.000", 5000), ("0.001", 1), ("12.5", 12500)]
)
def test_dinars_become_fils(price: str, fils: int) -> None:
    """A decimal string of at most three places becomes whole fils, exactly."""
    assert check(TITLES | {"price_jod": price}) == TITLES | {"price_fils": fils}


def test_every_price_below_a_hundred_dinars_is_exact() -> None:
    """No price loses a fils on the way, as it would with binary fractions."""
    for fils in range(100_000):
        stored = check(TITLES | {"price_jod": f"{fils // 1000}.{fils % 1000:03}"})
        assert isinstance(stored, dict)
        assert stored["price_fils"] == fils


def test_fils_win_over_dinars() -> None:
    """Where both prices are sent, fils count and dinars are not even looked at."""
    assert check(TITLES | {"price_fils": 7, "price_jod": "words"}) == TITLES | {"price_fils": 7}


@pytest.mark.parametrize("price", ["5.0001", "-1", "1,5", "words", "", " ", "١٢", "1e3", "NaN", 5, 5.0, True, "9" * 30])
def test_a_price_in_dinars_that_is_none(price: object) -> None:
    """Numbers, signs, exponents, other digits and a fourth decimal are refused, and the field is named."""
    error = check(TITLES | {"price_jod": price})
    assert isinstance(error, str)
    assert "'price_jod'" in error


@pytest.mark.parametrize("field", ["price_fils", "stock_qty"])
@pytest.mark.parametrize("value", [-1, 2.5, "5", "٥", True, [], 10**30])
def test_whole_numbers_are_whole(field: str, value: object) -> None:
    """In JSON a whole number is a number, not negative and not a text."""
    error = check(TITLES | {field: value})
    assert isinstance(error, str)
    assert f"'{field}'" in error


@pytest.mark.parametrize(("value", "fine"), [("12", True), ("0", True), ("-1", False), ("2.5", False), ("١٢", False)])
def test_digits_may_be_text_where_the_format_has_no_numbers(value: str, fine: bool) -> None:
    """From CSV and XML a string of ASCII digits is a number, and nothing else is."""
    stored = check(TITLES | {"stock_qty": value}, text=True)
    assert stored == (TITLES | {"stock_qty": int(value)} if fine else stored)
    assert isinstance(stored, dict) == fine


@pytest.mark.parametrize("title", [None, "", "  ", 5, ["شاي"]])
@pytest.mark.parametrize("name", ["title_ar", "title_en"])
def test_both_titles_are_required(name: str, title: object) -> None:
    """The specification's sentence, for each language."""
    expected = f"'{name}' is required and must be a non-empty string."
    assert check(TITLES | {name: title}) == expected
    assert check({key: value for key, value in TITLES.items() if key != name}) == expected


def test_a_product_must_have_a_name_of_its_own() -> None:
    """One of sku, external_id and barcode must be there, as a string that is not blank."""
    nameless = {"title_en": "Tea", "title_ar": "شاي"}
    for given in (nameless, nameless | {"sku": " "}, nameless | {"barcode": 6251}):
        assert isinstance(check(given), str)
    for name in ("sku", "external_id", "barcode"):
        assert check(nameless | {name: "1"}) == nameless | {name: "1"}


@pytest.mark.parametrize("given", [None, 5, "text", []])
def test_a_product_is_an_object(given: object) -> None:
    """Anything else in the list is an error of that row."""
    assert isinstance(check(given), str)


def test_variants_are_checked_like_products() -> None:
    """A variant's price becomes fils too, and its error says which variant it is."""
    assert check(TITLES | {"variants": [{"price_jod": "1.5"}]}) == TITLES | {"variants": [{"price_fils": 1500}]}
    error = check(TITLES | {"variants": [{}, {"stock_qty": -1}]})
    assert isinstance(error, str)
    assert "'variants[2].stock_qty'" in error
    assert isinstance(check(TITLES | {"variants": "two"}), str)
