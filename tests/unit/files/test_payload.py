"""The same products whatever they are sent as: JSON, CSV and XML, read back with the standard library."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.fields import Level, load_fields
from hkj_desktop.errors import Cancelled
from hkj_desktop.files.payload import FORMATS, SLICE, write_payload
from hkj_desktop.files.read import read_catalog
from hkj_desktop.system.cancel import CancelToken
from tests.helpers.catalogues import HEADERS, PRODUCTS, WRITERS, checked, checked_products, modest, product, shown

FIELDS = load_fields("hkj")
Sent = dict[str, Any]


def _written(result: Checked, format_: str, chosen: list[int] | None = None) -> bytes:
    out = io.BytesIO()
    numbers = result.every() if chosen is None else pl.Series(chosen, dtype=pl.UInt32)
    assert write_payload(result, numbers, format_, out) == numbers.len()
    return out.getvalue()


def _json(body: bytes) -> list[Sent]:
    def text(value: Any) -> Any:
        if isinstance(value, list):
            return [{name: str(one) for name, one in item.items()} for item in value]
        return str(value)

    return [{name: text(value) for name, value in one.items()} for one in json.loads(body)]


def _csv(body: bytes) -> list[Sent]:
    """Rows merged as the shop merges them: a row without product fields continues the one above."""
    own = {*FIELDS.at(Level.PRODUCT)}
    products: list[Sent] = []
    for row in csv.DictReader(io.StringIO(body.decode(), newline=""), strict=True):
        filled = {name: value for name, value in row.items() if value}
        if own & filled.keys() or not products:
            products.append(filled)
            continue
        above = products[-1]
        above.setdefault("variants", [{name: value for name, value in above.items() if name not in own}]).append(filled)
    return products


def _xml(body: bytes) -> list[Sent]:
    def fields(element: ET.Element) -> Sent:
        found: Sent = {}
        for child in element:
            assert child.tag not in found
            found[child.tag] = [fields(one) for one in child] if child.tag == "variants" else child.text or ""
        return found

    root = ET.fromstring(body)  # noqa: S314 - our own bytes
    assert (root.tag, {child.tag for child in root}) == ("products", {"product"})
    return [fields(child) for child in root]


READERS: dict[str, Callable[[bytes], list[Sent]]] = {"json": _json, "csv": _csv, "xml": _xml}
VARIANTS = [
    ["A", "Shirt", "قميص", "Clothes", "Size", "S", "5", "3", "cotton"],
    ["A-M", None, None, None, "Size", "M", "6.250", "0", None],
    [None, None, None, None, None, "L", None, None, None],
    ["B", "Cap", "قبعة", None, None, None, "2.5", None, None],
]
VARIANT_HEADERS = [
    "sku",
    "title_en",
    "title_ar",
    "category_en",
    "option1_name",
    "option1_value",
    "price_jod",
    "stock_qty",
    "Material",
]


@pytest.mark.parametrize("format_", FORMATS)
def test_products_as_they_are_sent(format_: str) -> None:
    """Each format names the same products: fils as whole numbers, empty cells left out, other columns untouched."""
    result = checked(
        [*HEADERS, "Weight"], [[*row, weight] for row, weight in zip(PRODUCTS, ["1 kg", None, "٥", " x "], strict=True)]
    )
    assert READERS[format_](_written(result, format_)) == [
        {
            "sku": "HON-1",
            "barcode": "6291041500213",
            "title_en": "Mountain honey",
            "title_ar": "عسل جبلي",
            "price_fils": "12500",
            "stock_qty": "4",
            "category_en": "Food > Honey",
            "note": "raw, unfiltered",
            "Weight": "1 kg",
        },
        {
            "sku": "TEA-1",
            "title_en": 'Tea "Ahmad" 50 bags',
            "title_ar": "شاي أحمد ٥٠ كيساً",
            "price_fils": "2100",
            "stock_qty": "0",
            "category_en": "Drinks",
            "note": "a; b | c",
        },
        {
            "sku": "COF-1",
            "barcode": "4006381333931",
            "title_en": "Coffee\nwith cardamom",
            "title_ar": "قهوة بالهيل",
            "price_fils": "5250",
            "stock_qty": "17",
            "note": "it's <new> & good",
            "Weight": "٥",
        },
        {
            "sku": "ZAA-1",
            "title_en": "Zaatar 500 g",
            "title_ar": "زعتر ٥٠٠ غ",
            "price_fils": "500",
            "stock_qty": "120",
            "category_en": "Food > Spices",
            "note": "= not a formula",
            "Weight": "x",
        },
    ]


def test_numbers_are_numbers_in_json() -> None:
    """Fils and stock are JSON integers; codes are texts, leading zeros kept."""
    body = json.loads(_written(checked_products(product(sku="007", price_jod="0.500", stock_qty="٠٧")), "json"))
    assert body == [
        {
            "sku": "007",
            "barcode": "6291041500213",
            "title_en": "Mountain honey",
            "title_ar": "عسل جبلي",
            "price_fils": 500,
            "stock_qty": 7,
        }
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_variants(format_: str) -> None:
    """The rows of one product go as its variants, each with its own sku, option, price and stock."""
    sent = READERS[format_](_written(checked(VARIANT_HEADERS, VARIANTS), format_))
    shirt = {"sku": "A", "option1_name": "Size", "option1_value": "S", "price_fils": "5000", "stock_qty": "3"}
    shirt["Material"] = "cotton"
    assert sent == [
        {
            **shirt,
            "title_en": "Shirt",
            "title_ar": "قميص",
            "category_en": "Clothes",
            "variants": [
                shirt,
                {"sku": "A-M", "option1_name": "Size", "option1_value": "M", "price_fils": "6250", "stock_qty": "0"},
                {"option1_value": "L"},
            ],
        },
        {"sku": "B", "title_en": "Cap", "title_ar": "قبعة", "price_fils": "2500"},
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_only_chosen_products_are_written(format_: str) -> None:
    """Products that were not chosen are in no body, with none of their rows."""
    result = checked(VARIANT_HEADERS, VARIANTS)
    assert [one["sku"] for one in READERS[format_](_written(result, format_, [2]))] == ["B"]
    assert [one["sku"] for one in READERS[format_](_written(result, format_, [1]))] == ["A"]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("changed", "sent"),
    [
        ({"price_jod": "1,250"}, {"price_jod": "1,250"}),
        ({"price_jod": None, "price_fils": "12.5"}, {"price_fils": "12.5"}),
        ({"price_jod": "5", "price_fils": "12.5"}, {"price_jod": "5", "price_fils": "12.5"}),
        ({"price_jod": "x", "price_fils": "1250"}, {"price_fils": "1250"}),
        ({"price_jod": None}, {}),
        ({"stock_qty": "12 pieces"}, {"price_fils": "12500", "stock_qty": "12 pieces"}),
        ({"title_ar": None}, {"price_fils": "12500"}),
    ],
)
def test_values_with_problems_go_as_they_stand(
    format_: str, changed: dict[str, str | None], sent: dict[str, str]
) -> None:
    """Who sends products with problems sends the cell itself, for the shop to judge, and never a guess."""
    (one,) = READERS[format_](_written(checked_products(product(**changed)), format_))
    assert {name: value for name, value in one.items() if name.startswith("price") or name in sent} == sent


def test_every_format_of_file_gives_the_same_bodies(tmp_path: Path) -> None:
    """The same products read from any format are sent as the same bytes."""
    bodies: dict[str, set[bytes]] = {format_: set() for format_ in FORMATS}
    for name, write in WRITERS.items():
        write(tmp_path / name)
        result = check(read_catalog(tmp_path / name), FIELDS)
        for format_, found in bodies.items():
            found.add(_written(result, format_))
    assert {format_: len(found) for format_, found in bodies.items()} == dict.fromkeys(FORMATS, 1)


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_sent_can_be_read_again(format_: str, tmp_path: Path) -> None:
    """A body saved as a file is a catalogue of the same products, with no problem."""
    path = tmp_path / f"a.{format_}"
    path.write_bytes(_written(checked(HEADERS, PRODUCTS), format_))
    again = check(read_catalog(path), FIELDS)
    assert not again.problems
    assert again.products.rows["fils"].to_list() == [12500, 2100, 5250, 500]
    assert again.products.rows["title_ar"].to_list() == [row[3] for row in PRODUCTS]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("rows", [VARIANTS, VARIANTS[:3], VARIANTS[3:]], ids=["both", "variants alone", "no variants"])
def test_variants_that_are_sent_can_be_read_again(format_: str, rows: list[list[str | None]], tmp_path: Path) -> None:
    """Variants come back as the rows of their product, in every format, on the same rows."""
    result = checked(VARIANT_HEADERS, rows)
    path = tmp_path / f"a.{format_}"
    path.write_bytes(_written(result, format_))
    again = check(read_catalog(path), FIELDS)
    kept = [
        "row",
        "product",
        "sku",
        "title_en",
        "title_ar",
        "category_en",
        "option1_name",
        "option1_value",
        "fils",
        "stock",
    ]
    assert again.products.rows.select(kept).equals(result.products.rows.select(kept))
    assert list(again.problems) == []


# -- names ---------------------------------------------------------------------

ODD = [
    "Größe",
    "لون المنتج",
    "1st",
    "a b",
    "a-b",
    "a_b",
    "a(b)",
    "<x>",
    "xml",
    "²",
    "ﻟﻮﻥ",
    "ـ",
    "日本",
    "🍯",
    "price_jod ",
    "-.",
    "&amp;",
    'q"q',
    "a:b",
]


def test_odd_headers_are_elements_of_their_own() -> None:
    """Whatever a column is called, the XML is well formed, and no two columns nor a field and a column share a name."""
    result = checked([*product(), *ODD], [[*product().values(), *map(str, range(len(ODD)))]])
    (sent,) = _xml(_written(result, "xml"))
    assert sent["price_fils"] == "12500"
    assert [sent[tag] for tag in sent if tag not in FIELDS.names] == [
        str(at) for at in range(len(ODD)) if ODD[at].strip() != "price_jod"
    ]
    assert {"Größe", "لون_المنتج", "_1st", "a_b", "a-b", "a_b_2", "a_b_3"} <= sent.keys()


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_odd_headers_stay_as_they_are(format_: str) -> None:
    """JSON and CSV take any name, so it is not touched."""
    headers = [header for header in ODD if header not in ("price_jod ",)]
    (sent,) = READERS[format_](
        _written(checked([*product(), *headers], [[*product().values(), *map(str, range(len(headers)))]]), format_)
    )
    assert {name: value for name, value in sent.items() if name in headers} == {
        header: str(at) for at, header in enumerate(headers)
    }


@pytest.mark.parametrize("format_", FORMATS)
def test_a_column_that_lost_its_field_does_not_speak_for_it(format_: str) -> None:
    """When the person takes another column for the price, the old one is sent under no field's name."""
    made = checked(
        ["sku", "title_en", "title_ar", "price_jod", "New price"],
        [["A", "Tea", "شاي", "99", "5"], ["B", "Cap", "قبعة", "99", None]],
    )
    result = check(made.catalog, FIELDS, mapping=made.mapping.choose("c4", "price_jod"))
    assert [{k: v for k, v in one.items() if "price" in k} for one in READERS[format_](_written(result, format_))] == [
        {"price_fils": "5000"},
        {},
    ]


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=6), st.text(max_size=8))
@modest(120)
def test_any_header_and_any_text_make_well_formed_xml(headers: list[str], text: str) -> None:
    """No name and no value of a file breaks the XML or adds an element."""
    result = checked([*product(), *headers], [[*product(title_en=f"T{text}").values(), *[text or "x"] * len(headers)]])
    (sent,) = _xml(_written(result, "xml"))
    extra = [name for name in sent if name not in FIELDS.names]
    assert len(extra) <= len(set(headers))


_HARMLESS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=10)


@given(st.lists(st.tuples(_HARMLESS, _HARMLESS, st.decimals(0, 10**6, places=3)), min_size=1, max_size=4))
@modest(80)
def test_the_three_formats_agree_on_any_text(rows: list[tuple[str, str, Decimal]]) -> None:
    """JSON, CSV and XML of the same catalogue describe the same products."""
    result = checked(
        ["sku", "title_en", "title_ar", "price_jod"],
        [[f"S{at}", f"T{en}", f"ت{ar}", str(price)] for at, (en, ar, price) in enumerate(rows)],
    )
    sent = [READERS[format_](_written(result, format_)) for format_ in FORMATS]
    assert sent[0] == sent[1] == sent[2]
    assert [one["price_fils"] for one in sent[0]] == [str(int(price * 1000)) for _, _, price in rows]


def test_control_characters() -> None:
    """What XML cannot hold is � there; JSON and CSV keep it; a carriage return survives XML."""
    result = checked_products(product(title_en="a\x00b\x07c\x1bd\ufffee", title_ar="سطر\rآخر"))
    sent = {format_: READERS[format_](_written(result, format_))[0] for format_ in FORMATS}
    assert sent["json"]["title_en"] == sent["csv"]["title_en"] == "a\x00b\x07c\x1bd\ufffee"
    assert sent["xml"]["title_en"] == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert {one["title_ar"] for one in sent.values()} == {"سطر\rآخر"}


# -- many
# ---------------------------------------------------------------------------------------------------------------


def _many(count: int) -> Checked:
    return checked(
        ["sku", "title_en", "title_ar", "price_jod", "option1_value"],
        [
            row
            for at in range(count)
            for row in ([f"S{at}", "Shirt", "قميص", "1.250", "S"], [f"S{at}M", None, None, "1.5", "M"])
        ],
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_products_across_slices_stay_whole(format_: str) -> None:
    """A product whose rows lie on both sides of a slice is written once, with all its variants."""
    count = SLICE + SLICE // 2 + 1
    sent = READERS[format_](_written(_many(count), format_))
    assert [one["sku"] for one in sent] == [f"S{at}" for at in range(count)]
    assert {len(one["variants"]) for one in sent} == {2}


def test_progress_is_told() -> None:
    """The number of written products grows to the last one."""
    told: list[int] = []
    result = _many(SLICE * 2)
    write_payload(result, result.every(), "json", io.BytesIO(), written=told.append)
    assert told == sorted(told)
    assert (told[-1], len(told) > 2) == (SLICE * 2, True)


@pytest.mark.parametrize("format_", FORMATS)
def test_stopping_in_the_middle(format_: str) -> None:
    """Whoever says stop is heard before the next slice is written."""
    cancel = CancelToken()
    told: list[int] = []

    def stop(written: int) -> None:
        told.append(written)
        cancel.cancel()

    result = _many(SLICE * 2)
    with pytest.raises(Cancelled):
        write_payload(result, result.every(), format_, io.BytesIO(), cancel=cancel, written=stop)
    assert len(told) == 1
    assert 0 < told[0] <= SLICE


def test_the_helpers_agree_with_the_reader(tmp_path: Path) -> None:
    """Catalogues made without a file are as the reader gives them."""
    WRITERS["comma.csv"](tmp_path / "a.csv")
    assert shown(checked(HEADERS, PRODUCTS).catalog) == shown(read_catalog(tmp_path / "a.csv"))
