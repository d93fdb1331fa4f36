"""A catalogue as a shopper would meet it: one row a product, and which of them are wanted."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog import cards as cards_module
from hkj_desktop.catalog.cards import LOOK, NOT_READY, READY, fitting, holds, product_cards
from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.glance import glance
from hkj_desktop.catalog.pictures import product_picture
from hkj_desktop.files.read import read_catalog
from hkj_desktop.system.paths import resource
from hkj_desktop.ui import opened
from tests.helpers.catalogues import checked, checked_products, modest, product

CODE = "6251047007000"


def shop() -> Checked:
    """Row 2 is fine and has two more variants; 5 has a warning and an error, 6 a warning alone, 7 nothing but a SKU."""
    return checked_products(
        product(sku="A-1", barcode=CODE, price_jod="6.750", stock_qty="4", option1_value="S", image_url=None),
        {
            "sku": "A-2",
            "price_jod": "5.500",
            "stock_qty": None,
            "option1_value": "M",
            "image_url": "https://a.jo/m.png",
        },
        {"sku": "A-3", "price_jod": "9", "stock_qty": "8", "option1_value": "L", "image_url": "https://a.jo/l.png"},
        product(
            sku="B-1",
            barcode="6251047007148",
            title_ar=None,
            price_jod="2.100",
            stock_qty="0",
            category_en="Food > Tea",
        ),
        product(sku="C-1", barcode="6251047007149", stock_qty=None, category_ar="أغذية", brand="Rimal"),
        {"sku": "D-1"},
    )


def column(frame: pl.DataFrame, name: str) -> list[Any]:
    return frame[name].to_list()


def wanted(shop: Checked, **asked: Any) -> list[str]:
    found = product_cards(shop)
    return column(found.filter(fitting(found, shop, **asked)), "sku")


def test_a_product_is_one_row_and_sums_up_its_variants() -> None:
    """Prices from lowest to highest, stock of all that say, the first picture of any row."""
    frame = product_cards(shop())
    assert column(frame, "product") == [1, 2, 3, 4]
    assert column(frame, "row") == [2, 5, 6, 7]
    assert column(frame, "index") == [0, 3, 4, 5]
    assert column(frame, "sku") == ["A-1", "B-1", "C-1", "D-1"]
    assert column(frame, "variants") == [3, 1, 1, 1]
    assert column(frame, "fils") == [5500, 2100, 12500, None]
    assert column(frame, "fils_to") == [9000, 2100, 12500, None]
    assert column(frame, "stock") == [12, 0, None, None]
    assert column(frame, "picture") == ["https://a.jo/m.png", None, None, None]


def test_a_card_tells_the_first_of_the_worst_problems() -> None:
    """An error goes before a warning that stands before it; nothing is told of what is ready."""
    frame = product_cards(shop())
    assert frame["state"].dtype == pl.UInt8
    assert column(frame, "state") == [READY, NOT_READY, LOOK, NOT_READY]
    code, field, value, severity = (column(frame, name) for name in ("code", "field", "value", "severity"))
    assert code[:3] == [None, "required_missing", "barcode_check_digit"]
    assert field[:3] == [None, "title_ar", "barcode"]
    assert value[:3] == [None, None, "6251047007149"]
    assert severity == [None, "error", "warning", "error"]


def test_states_are_those_of_the_window() -> None:
    """Room catalog may not import ui, so the numbers are written twice; they are the same."""
    assert (READY, LOOK, NOT_READY) == (opened.READY, opened.LOOK, opened.NOT_READY)


def test_states_and_counts_agree_with_the_check() -> None:
    """Over a real file, the cards' states add up to what the page counts, and no product is lost."""
    made = check(read_catalog(resource("samples", "minimarket-with-mistakes.xlsx")), load_fields("hkj"))
    frame, counts = product_cards(made), made.counts
    assert frame.height == counts.total
    assert (frame["state"] == NOT_READY).sum() == counts.with_error
    assert (frame["state"] == LOOK).sum() == counts.worth_a_look
    assert column(frame, "product") == made.every().to_list()


@pytest.mark.parametrize(
    ("cell", "picture"),
    [
        ("https://a.jo/1.png", "https://a.jo/1.png"),
        (" https://a.jo/1.png , https://a.jo/2.png", "https://a.jo/1.png"),
        ("https://a.jo/1.png|http://a.jo/2.png;https://a.jo/3.png", "https://a.jo/1.png"),
        ("https://a.jo/a,b.png", "https://a.jo/a,b.png"),
        (",", None),
        ("photo.png", "photo.png"),
        (None, None),
    ],
)
def test_the_first_address_of_a_list_is_the_picture(cell: str | None, picture: str | None) -> None:
    """Only what begins like an address is another one."""
    assert column(product_cards(checked_products(product(image_url=cell))), "picture") == [picture]


@given(st.lists(st.text(alphabet=" ,|;\nhtps:/a.1é", max_size=30), min_size=1, max_size=6))
@modest()
def test_cards_show_the_picture_that_is_looked_at(cells: list[str]) -> None:
    """Whatever stands in the cells, a card's picture is the one that checking all pictures looks at."""
    made = checked_products(*(product(sku=f"A-{at}", image_url=f"https://a.jo{cell}") for at, cell in enumerate(cells)))
    looked = dict(product_picture(made).select("product", "address").iter_rows())
    frame = product_cards(made)
    shown = {number: picture for number, picture in frame.select("product", "picture").iter_rows() if picture}
    assert shown == looked


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["A-1", "B-1", "C-1", "D-1"]),
        ({"text": "a-3"}, ["A-1"]),  # the SKU of a variant
        ({"text": "٦٢٥١٠٤٧٠٠٧٠٠٠"}, ["A-1"]),
        ({"text": "عسل"}, ["A-1", "C-1"]),
        ({"text": "rimal"}, ["C-1"]),
        ({"text": "tea"}, ["B-1"]),
        ({"text": "("}, []),
        ({"severity": "error"}, ["B-1", "D-1"]),
        ({"severity": "warning"}, ["B-1", "C-1", "D-1"]),
        ({"severity": "warning", "code": "barcode_check_digit"}, ["B-1", "C-1"]),
        ({"code": "barcode_check_digit", "state": LOOK}, ["C-1"]),
        ({"state": READY}, ["A-1"]),
        ({"category": "Food > Tea"}, ["B-1"]),
        ({"category": "أغذية"}, ["C-1"]),
        ({"category": "Food"}, []),
        ({"category": ""}, ["A-1", "D-1"]),
        ({"price": (2100, 5500)}, ["A-1", "B-1"]),
        ({"price": (5501, 9000)}, []),
        ({"sold_out": True}, ["B-1"]),
        ({"sold_out": True, "text": "A-1"}, []),
    ],
)
def test_what_is_asked_for_is_found(asked: dict[str, Any], found: list[str]) -> None:
    """Each of them by itself, and several at once: all must hold."""
    assert wanted(shop(), **asked) == found


def test_whoever_filters_by_a_chart_gets_as_many_as_it_counts() -> None:
    """States, categories, prices and what is sold out, in both languages."""
    made = check(read_catalog(resource("samples", "minimarket-with-mistakes.xlsx")), load_fields("hkj"))
    frame = product_cards(made)
    for language in ("en", "ar"):
        seen = glance(frame, language)
        assert fitting(frame, made, sold_out=True).sum() == seen.sold_out
        assert fitting(frame, made, state=NOT_READY).sum() == seen.not_ready
        assert fitting(frame, made, category="").sum() == seen.uncategorised
        for category in seen.categories:
            assert fitting(frame, made, category=category.path).sum() == category.count
        for one in seen.prices.bins:
            assert fitting(frame, made, price=(one.low, one.high)).sum() == one.count


def test_fitting_says_it_for_any_order_of_the_cards() -> None:
    """The answer stands beside the cards as they were given, not as the file has them."""
    made = shop()
    upside_down = product_cards(made).reverse()
    assert fitting(upside_down, made, text="rimal").to_list() == [False, True, False, False]
    assert fitting(upside_down.head(0), made, text="rimal").to_list() == []
    assert fitting(upside_down.head(0), made).to_list() == []


def test_a_catalogue_without_rows_has_no_cards() -> None:
    """Headers alone are no product."""
    frame = product_cards(checked(["sku", "title_en"], []))
    assert frame.height == 0
    assert set(cards_module.WORST) <= set(frame.columns)


@pytest.mark.parametrize("variants", [False, True])
def test_a_hundred_thousand_products_take_no_time(variants: bool) -> None:
    """Cards of 100,000 products are made and searched without a pause that anybody notices."""
    count = 100_000
    rows = [
        [f"S-{at}", f"Product {at}", "منتج", "1.250", str(at % 9), None] if not (variants and at % 2) else
        [f"S-{at}", None, None, "2.500", None, "Large"] for at in range(count)
    ]  # fmt: skip
    made = checked(["sku", "title_en", "title_ar", "price_jod", "stock_qty", "option1_value"], rows)
    took = []
    for _ in range(3):
        began = time.perf_counter()
        frame = product_cards(made)
        took.append(time.perf_counter() - began)
    assert frame.height == (count // 2 if variants else count)
    assert min(took) < 0.3  # 0.04 s on an idle machine
    began = time.perf_counter()
    assert fitting(frame, made, text="s-99998").sum() == 1
    assert time.perf_counter() - began < 1


def test_a_card_file_reads_back(tmp_path: Path) -> None:
    """Cards come from any file that can be opened: here a CSV in Arabic digits."""
    path = tmp_path / "list.csv"
    path.write_text("sku,title_en,title_ar,price_jod,stock_qty\nA,Tea,شاي,٢٫٥٠٠,٧\n", encoding="utf-8")
    frame = product_cards(check(read_catalog(path), load_fields("hkj")))
    assert frame.select("fils", "stock", "title_ar").row(0) == (2500, 7, "شاي")


@pytest.mark.parametrize("text", ["قهوه", "قَهْوَة", "أرز", "ارز", "٩٠٠"])
def test_arabic_is_found_in_whatever_spelling(text: str) -> None:
    """Who looks for قهوه finds قهوة; hamza, vowel signs and digits of either kind make no difference."""
    column = pl.Series("v", ["قهوة تركية", "ارز بسمتي 900 غ", "أرز مصري ٩٠٠", "شاي"])
    found = column.to_frame().filter(holds(pl.col("v"), text))["v"].to_list()
    assert found == (["قهوة تركية"] if "ق" in text else ["ارز بسمتي 900 غ", "أرز مصري ٩٠٠"])
