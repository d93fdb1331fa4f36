"""Bytes → products."""

from __future__ import annotations

import asyncio

import pytest

from hkj_desktop.practice.parse import ForwardFill, Parsed, continues_product_above, parse_upload


def products_of(text: str, declared: str) -> list[object]:
    parsed = asyncio.run(parse_upload(text.encode(), declared))
    assert isinstance(parsed, Parsed), parsed
    return parsed.products


@pytest.mark.parametrize(
    ("row", "continues"),
    [
        ({"sku": "A-L", "option1_value": "Large"}, True),
        ({"price_fils": "5", "stock_qty": "1"}, True),
        ({"image_url": "https://images.example/2.png"}, True),
        ({"sku": "B", "price_fils": "5"}, False),
        ({"barcode": "6251047007000"}, False),
        ({"external_id": "7", "option1_value": "Large"}, False),
        ({"title_en": "Tea", "option1_value": "Large"}, False),
        ({"title_ar": "شاي"}, False),
        ({"description_ar": "شاي"}, False),
        ({"category_en": "Drinks", "option1_value": "Large"}, False),
        ({"brand": "Rimal", "option1_value": "Large"}, False),
    ],
)
def test_which_rows_continue_the_product_above(row: dict[str, str], continues: bool) -> None:
    """Only rows with no product column filled, and either no key of their own or an option."""
    assert continues_product_above(row) is continues


def test_the_first_row_continues_nothing() -> None:
    """Where there is no product above, a row is a product, so that its error can be told."""
    filled = ForwardFill()
    filled.add({"price_fils": "5"})
    assert filled.products == [{"price_fils": "5"}]


def test_all_formats_say_the_same() -> None:
    """JSON in both shapes, CSV and XML of the same two products give the same fields."""
    expected = [{"sku": "A", "title_en": "Tea, black", "title_ar": "شاي"}, {"sku": "B", "title_en": "Salt & more"}]
    json_text = '[{"sku":"A","title_en":"Tea, black","title_ar":"شاي"},{"sku":"B","title_en":"Salt & more"}]'
    assert products_of(json_text, "json") == expected
    assert products_of(f'{{"products": {json_text}}}', "json") == expected
    assert products_of('sku,title_en,title_ar\r\nA,"Tea, black",شاي\r\nB,Salt & more,\r\n', "csv") == expected
    xml = (
        '<?xml version="1.0"?><products><product><sku>A</sku><title_en>Tea, black</title_en><title_ar>شاي</title_ar>'
        "</product><product><sku>B</sku><title_en>Salt &amp; more</title_en><title_ar></title_ar></product></products>"
    )
    assert products_of(xml, "xml") == expected


def test_variants_in_xml() -> None:
    """A list of variants may be nested, for XML has no forward-fill."""
    xml = "<products><product><sku>A</sku><variants><variant><sku>A-L</sku></variant></variants></product></products>"
    assert products_of(xml, "xml") == [{"sku": "A", "variants": [{"sku": "A-L"}]}]


def test_cells_may_hold_line_breaks() -> None:
    """A quoted cell keeps its line break, and the row after it is still a row."""
    assert products_of('sku,title_en\nA,"two\nlines"\nB,one\n', "csv") == [
        {"sku": "A", "title_en": "two\nlines"},
        {"sku": "B", "title_en": "one"},
    ]
