"""Cleaning keeps the meaning of every value, says what it touched, and never makes a float of a price."""

from __future__ import annotations

import random
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkj_desktop.catalog.cleaning import (
    Change,
    clean,
    dinars_text,
    dinars_to_fils,
    fils_of,
    whole_number,
)
from hkj_desktop.catalog.fields import Field, load_fields
from tests.helpers.catalogues import checked, modest

FIELDS = load_fields("hkj").by_name


def _cleaned(field: Field | None, *values: str | None) -> list[str | None]:
    return clean(pl.Series(values, dtype=pl.String), field).values.to_list()


def _fils(*values: str | None) -> list[int | None]:
    return (
        pl.DataFrame({"v": pl.Series(values, dtype=pl.String)})
        .select(dinars_to_fils(pl.col("v")))
        .to_series()
        .to_list()
    )


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        # spaces and hidden signs
        ("sku", "  A1\t", "A1"),
        ("sku", "\u00a0A1\u3000", "A1"),
        ("sku", "\u200fA\u200b1\ufeff", "A1"),
        ("sku", "A\u00a01", "A 1"),
        ("sku", "A\u200d1", "A1"),
        ("title_ar", "\u202bعسل\u202c جبلي ", "عسل جبلي"),
        ("title_ar", "می\u200cخواهم", "می\u200cخواهم"),
        ("title_en", "👨\u200d👩\u200d👧 pack", "👨\u200d👩\u200d👧 pack"),
        ("title_en", "two  spaces", "two  spaces"),
        ("image_url", " https://example.com/a b.png ", "https://example.com/a b.png"),
        ("title_en", "   ", None),
        ("title_en", "\u200b", None),
        ("title_en", None, None),
        # digits
        ("sku", "A١٢", "A12"),
        ("sku", "A۱۲", "A12"),
        ("title_ar", "زعتر ٥٠٠ غ", "زعتر ٥٠٠ غ"),
        ("barcode", "٦٢٩١٠٤١٥٠٠٢١٣", "6291041500213"),
        ("barcode", "629 1041-500213", "6291041500213"),
        ("barcode", "SKU-1 2", "SKU-1 2"),
        ("stock_qty", "١٢", "12"),
        ("stock_qty", "۱۲", "12"),
        # prices in dinars
        ("price_jod", "١٢٫٥٠٠", "12.500"),
        ("price_jod", "۱۲٫۵", "12.5"),
        ("price_jod", "١٬٢٥٠", "1250"),
        ("price_jod", "١٬٢٥٠٫٧٥٠", "1250.750"),
        ("price_jod", "١٬٢٥٠ د.ا", "1250"),
        ("price_jod", "1,250.500", "1250.500"),
        ("price_jod", "1,250,000", "1250000"),
        ("price_jod", "12,5", "12.5"),
        ("price_jod", "12,50", "12.50"),
        ("price_jod", "−5", "-5"),
        ("price_jod", "12.500 JOD", "12.500"),
        ("price_jod", "JOD12.500", "12.500"),
        ("price_jod", "12.5 JD", "12.5"),
        ("price_jod", "jd 12.5 ", "12.5"),
        ("price_jod", "5 dinars", "5"),
        ("price_jod", "٥ دنانير", "5"),
        ("price_jod", "12.500 د.ا", "12.500"),
        ("price_jod", "12.500 د.أ.", "12.500"),
        ("price_jod", "د.ا 12.500", "12.500"),
        ("price_jod", "12 دينار أردني", "12"),
        ("price_jod", "12 دينار", "12"),
        ("price_jod", "12\u00a0دينار", "12"),
        # a cell that names a smaller unit is read in it
        ("price_jod", "500 fils", "0.500"),
        ("price_jod", "٧٥٠ فلس", "0.750"),
        ("price_jod", "50 قرش", "0.500"),
        ("price_jod", "-1250 fils", "-1.250"),
        # … and what could be read in two ways, or not at all, stays
        ("price_jod", "1,250", "1,250"),
        ("price_jod", "١,٢٥٠", "1,250"),
        ("price_jod", "1,250 JOD", "1,250"),
        ("price_jod", "0,500,000", "0,500,000"),
        ("price_jod", "0,250.5", "0,250.5"),
        ("price_jod", "٠٬٥٠٠", "0٬500"),
        ("price_jod", "١٢٬٥٠", "12٬50"),
        ("price_jod", "1،250", "1،250"),
        ("price_jod", "12.5 fils", "12.5 fils"),
        ("price_jod", "١٫٥ قرش", "1.5 قرش"),
        ("price_jod", "fils 500", "fils 500"),
        ("price_jod", "1JD250", "1JD250"),
        ("price_jod", "5 JOD 250 fils", "5 JOD 250 fils"),
        ("price_jod", "from 5 JOD", "from 5 JOD"),
        ("price_jod", "1.250,50", "1.250,50"),
        ("price_jod", "5-7", "5-7"),
        ("price_jod", "$5", "$5"),
        ("price_jod", "abc", "abc"),
        # prices in fils
        ("price_fils", "١٢٥٠", "1250"),
        ("price_fils", "1250 fils", "1250"),
        ("price_fils", "1250 فلس", "1250"),
        ("price_fils", "5 JOD", "5 JOD"),
        ("price_fils", "5 دينار", "5 دينار"),
        # counts
        ("stock_qty", "12.0", "12"),
        ("stock_qty", "12.00", "12"),
        ("stock_qty", "0.000", "0"),
        ("stock_qty", "1250.000", "1250"),
        ("stock_qty", "1,200", "1200"),
        ("stock_qty", "١٬٢٠٠", "1200"),
        ("stock_qty", "1.000", "1.000"),
        ("stock_qty", "0,500", "0,500"),
        ("stock_qty", "12.5", "12.5"),
        ("stock_qty", "12 pieces", "12 pieces"),
    ],
)
def test_what_becomes_of_a_cell(field: str, before: str | None, after: str | None) -> None:
    """Each cell ends as the table says, whatever stands in the rows round it, and cleaning again changes nothing."""
    others = ["plain", "1.250", None, "", "1,250 JOD", "٥"]
    assert _cleaned(FIELDS[field], before)[0] == after
    assert _cleaned(FIELDS[field], *others, before, *others)[len(others)] == after
    assert _cleaned(FIELDS[field], after)[0] == after


def test_a_column_that_passes_through_keeps_its_digits_and_signs() -> None:
    """Only what nobody sees goes from a column that is no field."""
    assert _cleaned(None, " ٥ kg, 1,250 JOD\u200f ", "") == ["٥ kg, 1,250 JOD", None]


_ANY = st.text(
    st.one_of(
        st.sampled_from("0123456789٠١٢٣۴٫٬−-.,، JOD jdدينار.اأفلس\u200f\u200b\u00a0\u200d\t"),
        st.characters(codec="utf-8"),
    ),
    max_size=14,
)


@pytest.mark.parametrize(
    "field", ["sku", "barcode", "title_ar", "price_jod", "price_fils", "stock_qty", "image_url", None]
)
@given(values=st.lists(st.one_of(st.none(), _ANY), min_size=1, max_size=5))
@example(values=["JOD JD 5"])
@example(values=["\u200b \u200b5"])
@modest(80)
def test_cleaning_twice_is_cleaning_once(field: str | None, values: list[str | None]) -> None:
    """A cleaned column is clean: a second pass changes nothing and records nothing."""
    kind = FIELDS[field] if field else None
    once = clean(pl.Series(values, dtype=pl.String), kind)
    twice = clean(once.values, kind)
    assert twice.values.to_list() == once.values.to_list()
    assert twice.changes == {}


@pytest.mark.parametrize("field", ["sku", "barcode", "title_ar", "price_jod", "stock_qty"])
@given(values=st.lists(st.one_of(st.none(), _ANY), min_size=1, max_size=5))
@modest(80)
def test_every_change_is_recorded(field: str, values: list[str | None]) -> None:
    """The rows that differ after cleaning, save for empty ones, are those that the record names."""
    before = pl.Series(values, dtype=pl.String)
    cleaned = clean(before, FIELDS[field])
    touched = {at for positions in cleaned.changes.values() for at in positions}
    differ = {at for at, (old, new) in enumerate(zip(before, cleaned.values, strict=True)) if (old or None) != new}
    assert touched == differ


def test_the_record_of_a_catalogue_names_cell_and_change() -> None:
    """Products.changes has one row a touched cell, with its row, field and what was done."""
    rows = [["A1", "Honey", "12.500"], ["A2 ", "\u200fTea", "٥ JOD"], ["A3", "Coffee ", "1,250.000"]]
    changes = checked(["sku", "title_en", "price_jod"], rows).products.changes
    assert sorted(changes.rows()) == [
        (1, "price_jod", "digits"),
        (1, "price_jod", "notation"),
        (1, "sku", "spaces"),
        (1, "title_en", "hidden"),
        (2, "price_jod", "notation"),
        (2, "title_en", "spaces"),
    ]
    assert {Change(change) for change in changes["change"]} == {*Change}


# -- money ---------------------------------------------------------------------


def test_every_price_below_a_hundred_dinars_is_exact() -> None:
    """0.000 to 99.999: each of the 100,000 prices becomes its own number of fils, in all its spellings."""
    fils = list(range(100_000))
    texts = [dinars_text(one) for one in fils]
    assert _fils(*texts) == fils
    assert _fils(*(text.rstrip("0").rstrip(".") for text in texts)) == fils
    assert _fils(*(f"-{text}" for text in texts)) == [-one for one in fils]
    assert [fils_of(text) for text in texts] == fils


def test_large_prices_are_exact() -> None:
    """Prices up to 99,999.999 dinars, and the largest that are taken, equal Decimal's own answer."""
    chance = random.Random(7)
    texts = [f"{chance.randrange(100_000)}.{chance.randrange(1000):03d}" for _ in range(20_000)]
    texts += ["999999999999.999", "000123.4", "123456789012", "0.1", "5.0000", "1.2340000"]
    assert _fils(*texts) == [int(Decimal(text) * 1000) for text in texts]


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False))
@modest(200)
def test_dinars_to_fils_is_decimal_times_a_thousand(amount: Decimal) -> None:
    """Any amount of at most three decimals becomes exactly a thousand times itself, and back."""
    text = f"{amount:f}"
    assert _fils(text) == [int(amount * 1000)]
    assert fils_of(text) == int(amount * 1000)
    assert Decimal(dinars_text(int(amount * 1000))) == amount


@given(st.text(st.sampled_from("0123456789.,-+eE ٠٥٫\n_"), max_size=10))
@example("1_000")
@example("1e3")
@example("5\n")
@example("٥")
@example("+5")
@example(".5")
@example("5.")
@modest(300)
def test_what_is_read_as_a_price_is_plainly_that_number(text: str) -> None:
    """Only digits with at most one dot are a price: no exponent, sign of plus, underscore, comma or line end."""
    (fils,) = _fils(text)
    if fils is not None:
        assert set(text) <= set("0123456789.-")
        assert fils == Decimal(text) * 1000
        assert fils_of(text) == fils
    else:
        with pytest.raises(ValueError, match=r"^"):
            fils_of(text)


def test_too_many_decimals_and_digits_are_no_price() -> None:
    """A fourth decimal that is not zero, or a barcode in the price column, gives no number rather than a wrong one."""
    assert _fils("1.2345", "1.0001", "1234567890123", "99999999999999999999", "1.23450", None, "") == [None] * 7


@given(st.integers(-(10**14), 10**14))
@modest(100)
def test_whole_numbers(number: int) -> None:
    """Whole numbers of up to fifteen digits are read, and nothing else is."""
    frame = pl.DataFrame({"v": [str(number), f"{number}.5", f"{number}x", "", None, "9" * 16]})
    assert frame.select(whole_number(pl.col("v"))).to_series().to_list() == [number, None, None, None, None, None]


@pytest.mark.parametrize("price", ["1,250", "12,345", "999,000", "1,250 JOD", "١,٢٥٠", "0,500", "٠,٥٠٠", "-1,250"])
def test_an_unclear_comma_is_never_read_in_silence(price: str) -> None:
    """A comma before three digits, which may be a decimal mark or may group thousands, is always a problem."""
    found = checked(
        ["sku", "title_en", "title_ar", "price_jod"], [["A", "Tea", "شاي", price], ["B", "Tea", "شاي", "1.250"]]
    )
    assert [(p.code, p.place, p.severity.value) for p in found.problems] == [("price_comma_unclear", "D2", "error")]
    assert found.products.rows["fils"].to_list() == [None, 1250]


@given(st.text(st.sampled_from("0123456789,.٬٫،٥"), min_size=1, max_size=9))
@modest(300)
def test_no_comma_makes_a_price_a_thousand_times_larger(text: str) -> None:
    """A price that has one separator before three digits is a thousand only where that separator is Arabic for it."""
    (fils,) = _fils(_cleaned(FIELDS["price_jod"], text)[0])
    separators = [sign for sign in text if sign in ",.٬٫،"]
    if fils is not None and len(separators) == 1 and separators[0] in ",.٫":
        assert fils == int(Decimal(text.replace(separators[0], ".").replace("٥", "5")) * 1000)
