"""The fils guard: one price column, one way of writing, said or asked and never guessed in silence."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.cleaning import Notation, clean, dinars_text
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.mapping import match_columns, with_readings
from hkj_desktop.catalog.notation import fils_in, read_column, reading_back
from tests.helpers.catalogues import Cell, catalog, checked, checked_products, modest, product

FIELDS = load_fields("hkj")
DINARS, COMMA, FILS, PIASTRES = Notation.DINARS, Notation.DINARS_COMMA, Notation.FILS, Notation.PIASTRES


def _checked(header: str, *prices: str | None) -> Checked:
    return checked(
        ["sku", "title_en", "title_ar", header], [[f"S{at}", "Tea", "شاي", one] for at, one in enumerate(prices)]
    )


def _fils(result: Checked) -> list[int | None]:
    return result.products.rows["fils"].to_list()


@pytest.mark.parametrize(
    ("header", "prices", "notation", "sure"),
    [
        # a point, or nothing that speaks against it
        ("Price", ["1.250", "12.5", "3"], DINARS, True),
        ("Price", ["5", "7", "12"], DINARS, True),
        ("Price", ["١٫٢٥٠", "٣"], DINARS, True),
        ("Price", [None, "free"], DINARS, True),
        # a comma that can only be decimal
        ("Price", ["1,25", "12,5", "3"], COMMA, True),
        ("Price", ["1,250", "12,5"], COMMA, True),
        ("Price", ["1.250,50", "3,75"], COMMA, True),
        ("Price", ["0,500", "1,250"], COMMA, True),
        # a comma that may be either
        ("Price", ["1,250", "2,100"], COMMA, False),
        ("Price (JOD)", ["1,250", "2,100"], COMMA, False),
        # both marks in one column
        ("Price", ["12,5", "1.250", "2.100"], DINARS, True),
        ("Price", ["1,250", "2.100"], DINARS, True),
        ("Price", ["1,250", "12.50"], DINARS, True),
        # whole numbers that are too large for dinars
        ("Price", ["1250", "2100", "500"], FILS, False),
        ("السعر", ["١٢٥٠", "٢١٠٠"], FILS, False),
        ("Price", ["1250", "2.100"], DINARS, True),
        ("Price", ["1250", "x"], FILS, False),
        # … unless somebody says dinars
        ("price_jod", ["1250", "2100"], DINARS, True),
        ("Price (JOD)", ["1250", "2100"], DINARS, True),
        ("السعر بالدينار", ["1250", "2100"], DINARS, True),
        ("Price", ["1250 JD", "2100 JD", "5"], DINARS, True),
        # the unit is named
        ("price_fils", ["1250"], FILS, True),
        ("Price (fils)", ["1250"], FILS, True),
        ("السعر بالفلس", ["1250"], FILS, True),
        ("Price", ["1250 fils", "500 fils", "3"], FILS, True),
        ("Price", ["١٢٥٠ فلس", "٥٠٠ فلس"], FILS, True),
        ("Price", ["50 قرش", "75 قرش"], PIASTRES, True),
    ],
)
def test_how_a_column_is_written(header: str, prices: list[str | None], notation: Notation, sure: bool) -> None:
    """The cells, the header and the words of the currency decide for the whole column; where they do not, it is
    asked."""
    made = catalog(["sku", header], [[str(at), price] for at, price in enumerate(prices)])
    (_, match) = match_columns(made, FIELDS).matches
    assert match.reading is not None
    assert (match.reading.notation, match.reading.sure) == (notation, sure)
    assert (match.reading.example is None) is sure


@pytest.mark.parametrize(
    ("notation", "text", "fils"),
    [
        (DINARS, "1.250", 1250),
        (DINARS, "1,250", None),
        (DINARS, "1250", 1250000),
        (DINARS, "1,250.500", 1250500),
        (DINARS, "500 fils", 500),
        (DINARS, "12.5 fils", None),
        (COMMA, "750 فلس", 750),
        (COMMA, "1250 فلس", 1250),
        (COMMA, "1,250", 1250),
        (COMMA, "12,5", 12500),
        (COMMA, "1.250", 1250000),
        (COMMA, "1.250,750", 1250750),
        (COMMA, "5 JOD", 5000),
        (COMMA, "1,2345", None),
        (FILS, "1250", 1250),
        (FILS, "-1250", -1250),
        (FILS, "1250.0", 1250),
        (FILS, "1250 fils", 1250),
        (FILS, "٥ فلس", 5),
        (FILS, "1250.5", None),
        (FILS, "12.5", None),
        (FILS, "5 JOD", None),
        (FILS, "1,250.000", 1250),
        (PIASTRES, "125", 1250),
        (PIASTRES, "50 قرش", 500),
        (PIASTRES, "12.5", None),
        (PIASTRES, "5 دينار", None),
    ],
)
def test_amounts_in_each_notation(notation: Notation, text: str, fils: int | None) -> None:
    """Each notation reads its own amounts exactly, and no amount of another unit."""
    assert fils_in(text, notation) == fils
    assert reading_back(text, notation) == (None if fils is None else dinars_text(fils))


@given(st.integers(0, 10**9))
@modest(100)
def test_every_whole_amount_is_exact(amount: int) -> None:
    """Fils and piastres become dinars and fils again without a float."""
    assert fils_in(str(amount), FILS) == amount
    assert fils_in(str(amount), PIASTRES) == amount * 10
    assert fils_in(f"{dinars_text(amount)}".replace(".", ","), COMMA) == amount


@pytest.mark.parametrize("notation", [FILS, PIASTRES])
@pytest.mark.parametrize("price", ["12.5", "1.250", "12,5", "0.5", "1.2.3"])
def test_an_amount_that_is_not_whole_is_a_problem_in_a_small_unit(notation: Notation, price: str) -> None:
    """Half a fils, or 12.5 piastres, is never taken for 12.5 dinars."""
    values = pl.Series(["1250", price], dtype=pl.String)
    cleaned = clean(values, FIELDS.by_name["price_jod"], notation).values.to_list()
    assert cleaned[1] == f"{price} {notation.value}"
    assert fils_in(price, notation) is None
    word = {"fils": "fils", "piastres": "قرش"}[notation.value]
    result = _checked("Price", *[f"{at}25 {word}" for at in range(1, 4)], price)
    assert [(p.code, p.row, p.value) for p in result.problems] == [("price_not_number", 5, price)]


def test_an_unclear_comma_column_is_a_problem_on_every_cell_until_somebody_says() -> None:
    """1,250 is not sent before the person says what it is; one word for the column is enough."""
    result = _checked("Price", "1,250", "2,100")
    assert [(p.code, p.place) for p in result.problems] == [
        ("price_comma_unclear", "D2"),
        ("price_comma_unclear", "D3"),
    ]
    assert [match.column.key for match in result.mapping.unclear] == ["c3"]
    said = check(result.catalog, FIELDS, mapping=result.mapping.choose_notation("c3", COMMA))
    assert (_fils(said), len(said.problems), said.mapping.unclear) == ([1250, 2100], 0, ())


def test_a_column_of_large_whole_numbers_is_a_problem_until_somebody_says() -> None:
    """1250 may be fils or dinars: nothing is sent before the person says so."""
    result = _checked("Price", "1250", "2100")
    assert [(p.code, p.severity.value) for p in result.problems] == [("price_unit_unclear", "error")] * 2
    assert result.counts.ready == 0
    for notation, fils in ((FILS, [1250, 2100]), (DINARS, [1250000, 2100000])):
        said = check(result.catalog, FIELDS, mapping=result.mapping.choose_notation("c3", notation))
        assert (_fils(said), len(said.problems)) == (fils, 0)


def test_what_was_said_is_remembered_with_the_column() -> None:
    """The next file with these headers is read as the person said for the last one."""
    made = catalog(["sku", "Price"], [["A", "1250"], ["B", "2100"]])
    mapping = match_columns(made, FIELDS).choose_notation("c1", FILS)
    again = match_columns(catalog(["sku", "Price"], [["C", "5"]]), FIELDS, remembered=mapping.remembered())
    assert mapping.remembered() == {"0": "sku", "1": "price_jod|fils"}
    assert [(m.field, m.reading.notation if m.reading else None) for m in again.matches] == [
        ("sku", None),
        ("price_jod", FILS),
    ]


@pytest.mark.parametrize("entry", ["price_jod|", "price_jod|pounds", "price_jod|fils|fils", "|fils"])
def test_a_damaged_memory_breaks_nothing(entry: str) -> None:
    """A notation that nobody knows is worked out anew."""
    (match,) = match_columns(catalog(["Price"], [["1.250"]]), FIELDS, remembered={"0": entry}).matches
    assert match.reading is None or match.reading.notation is DINARS


def test_another_column_for_the_price_is_read_anew() -> None:
    """When the person takes another column for the price, its own cells decide its notation."""
    made = catalog(["sku", "Price", "New"], [["A", "1.250", "1,250"], ["B", "2.100", "2,100"]])
    mapping = with_readings(match_columns(made, FIELDS).choose("c2", "price_jod"), made, FIELDS)
    assert [m.reading.notation if m.reading else None for m in mapping.matches] == [None, None, COMMA]
    assert mapping.unclear


@pytest.mark.parametrize("header", ["Price (USD)", "Price $", "السعر بالدولار", "Price %", "Price EUR", "سعر ريال"])
def test_prices_in_another_currency_are_no_prices_of_ours(header: str) -> None:
    """A column that names another currency is not taken for dinars."""
    assert match_columns(catalog([header], [["1"]]), FIELDS).matches[0].field is None


_PRICES = st.lists(st.from_regex(r"[0-9]{1,4}([.,٫][0-9]{1,4})?( JD| fils)?", fullmatch=True), min_size=1, max_size=6)


@given(_PRICES)
@modest(200)
def test_a_price_that_is_sent_is_one_of_the_readings_of_its_cell(prices: list[str]) -> None:
    """Whatever the column, a cell that is read has the value of its digits in a unit that somebody can have meant,
    and a comma before three digits is never a thousand dinars."""
    result = _checked("Price", *prices)
    for text, fils in zip(prices, _fils(result), strict=True):
        if fils is not None and "," in text:
            whole, decimals = text.split(" ")[0].split(",")
            assert fils == int(whole) * 1000 + int(decimals.ljust(3, "0")[:3])


def test_a_reading_of_nothing() -> None:
    """An empty column is read as dinars and asks nothing."""
    reading = read_column(pl.Series([None, ""], dtype=pl.String), "Price", "dinar", named=False)
    assert (reading.notation, reading.sure, reading.example) == (DINARS, True, None)


# -- rows and columns that speak for nothing ---------------------------------------------------------


@pytest.mark.parametrize("row", [{"price_jod": "99.500"}, {"stock_qty": "12"}, {"price_jod": "1", "stock_qty": "2"}])
def test_a_row_that_names_nothing_is_a_problem_of_its_own(row: dict[str, Cell]) -> None:
    """A total below the table is told once, and does not become a variant of the last product."""
    result = checked_products(product(), row)
    assert [(p.code, p.row) for p in result.problems] == [("row_stray", 3)]
    assert (result.counts.total, result.counts.with_error) == (2, 1)


def test_a_row_with_nothing_but_a_picture_continues_the_product() -> None:
    """A further picture belongs to the product above."""
    result = checked_products(
        product(image_url="https://example.com/1.png"), {"image_url": "https://example.com/2.png"}
    )
    assert (result.counts.total, len(result.problems)) == (1, 0)


def test_a_price_far_from_those_of_its_category() -> None:
    """Ten times the usual price of five products or more is worth a look, and the usual price is named."""
    prices = ["1.000", "1.100", "0.900", "1.200", "1.000", "10.500", "0.090"]
    rows = [product(sku=f"S{at}", barcode=None, price_jod=price, category_en="Tea") for at, price in enumerate(prices)]
    others = [
        product(sku=f"T{at}", barcode=None, price_jod=price, category_en="Gold")
        for at, price in enumerate(["1", "99", "5"])
    ]
    found = [(p.code, p.row, p.value, p.other, p.severity.value) for p in checked_products(*rows, *others).problems]
    assert found == [
        ("price_far_off", 7, "10.500", "1.000", "warning"),
        ("price_far_off", 8, "0.090", "1.000", "warning"),
    ]


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        (["sku", "title_en", "Name"], [("C1", "Name")]),
        (["sku", "Weight", "Weight"], [("C1", "Weight")]),
        (["sku", "Weight", "Colour"], []),
    ],
)
def test_columns_that_cannot_be_sent_are_told(headers: list[str], told: list[tuple[str, str]]) -> None:
    """A column whose name would speak for a field, or for another column, is named once for the whole file."""
    found = [(p.place, p.value) for p in checked(headers, [["A", "x", "y"]]).problems if p.code == "column_not_sent"]
    assert found == told
