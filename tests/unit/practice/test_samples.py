"""The sample catalogue: the shipped files are what the generator describes, and they say the same."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook
from PIL import Image, ImageChops
from stdnum import ean

from hkj_desktop.system.paths import resource
from tests.helpers.practice import RunningShop

GENERATOR = Path(__file__).parents[3] / "packaging" / "make_samples.py"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def clean(generator: ModuleType) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = generator.clean_rows(generator.read_table())
    return rows


def shipped(name: str) -> bytes:
    return resource("samples", *name.split("/")).read_bytes()


def cells(workbook: bytes) -> list[list[tuple[Any, str, str]]]:
    """Value, kind and number format of every cell, row by row."""
    book = load_workbook(io.BytesIO(workbook))
    try:
        (page,) = book.worksheets
        return [[(cell.value, cell.data_type, cell.number_format) for cell in row] for row in page.iter_rows()]
    finally:
        book.close()


def workbook_rows(name: str) -> list[list[str]]:
    """A workbook as text, its prices with three decimals as they are shown."""
    rows = cells(shipped(name))
    shown = [[f"{value:.3f}" if style == "0.000" else str(value or "") for value, _, style in row] for row in rows[1:]]
    return [[str(value) for value, _, _ in rows[0]], *shown]


def test_the_shipped_files_are_what_the_generator_makes(generator: ModuleType) -> None:
    """Somebody who edits the table and forgets the generator, or the other way round, is told here."""
    made: dict[str, bytes] = generator.files()
    folder = resource("samples")
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {*made, "products.toml", "pictures.toml"}
    for name, content in made.items():
        if name.endswith(".xlsx"):
            assert cells(shipped(name)) == cells(content), name
        elif name.endswith(".png"):
            assert_same_picture(shipped(name), content)
        else:
            assert shipped(name) == content, name


def assert_same_picture(one: bytes, other: bytes) -> None:
    """Equal to the eye: another version of the drawing library may smooth an edge a little differently."""
    difference = ImageChops.difference(
        Image.open(io.BytesIO(one)).convert("RGB"), Image.open(io.BytesIO(other)).convert("RGB")
    )
    histogram = difference.convert("L").histogram()
    assert sum(histogram[24:]) < 300


def test_all_four_formats_hold_the_same_products(clean: list[dict[str, str]], generator: ModuleType) -> None:
    """CSV, XLSX, JSON and XML: the same 60 products, in the same order of rows and of columns."""
    fields = list(generator.FIELDS)
    expected = [[row[name] for name in fields] for row in clean]
    assert len(expected) == 60
    text = shipped("minimarket.csv").decode("utf-8-sig")
    header, *from_csv = csv.reader(io.StringIO(text, newline=""))
    assert shipped("minimarket.csv").startswith(b"\xef\xbb\xbf")
    assert from_csv == expected
    sheet_header, *from_xlsx = workbook_rows("minimarket.xlsx")
    assert (sheet_header, from_xlsx) == (header, expected)
    from_json = json.loads(shipped("minimarket.json"))
    assert all(list(product) == fields and isinstance(product["stock_qty"], int) for product in from_json)
    assert [[str(product[name]) for name in fields] for product in from_json] == expected
    from_xml = [[(field.tag, field.text) for field in product] for product in fromstring(shipped("minimarket.xml"))]
    assert from_xml == [list(zip(fields, row, strict=True)) for row in expected]


def test_the_arabic_workbook_holds_them_too(clean: list[dict[str, str]], generator: ModuleType) -> None:
    """The same products under Arabic headers, on a sheet that runs from right to left."""
    header, *rows = workbook_rows("minimarket-arabic.xlsx")
    assert header == list(generator.ARABIC.values())
    assert rows == [[row[name] for name in generator.ARABIC] for row in clean]
    book = load_workbook(resource("samples", "minimarket-arabic.xlsx"))
    assert book.worksheets[0].sheet_view.rightToLeft
    book.close()


def test_codes_are_text_and_prices_are_numbers(generator: ModuleType) -> None:
    """A barcode is no number and a price is one, shown with three decimals."""
    columns = list(generator.FIELDS)
    for row in cells(shipped("minimarket.xlsx"))[1:]:
        kinds = dict(zip(columns, [(kind, style) for _, kind, style in row], strict=True))
        assert kinds["sku"] == kinds["barcode"] == ("s", "@")
        assert kinds["price_jod"] == ("n", "0.000")
        assert kinds["stock_qty"][0] == "n"


def test_the_clean_products_are_clean(clean: list[dict[str, str]]) -> None:
    """Every cell is filled and of its kind; codes and titles are there once; scripts are where they belong."""
    for row in clean:
        assert all(value == value.strip() and value for name, value in row.items() if not name.startswith("option"))
        assert re.fullmatch(r"DT-[0-9]{3}", row["sku"])
        assert ean.is_valid(row["barcode"])
        assert row["barcode"].startswith("625")
        assert re.fullmatch(r"[0-9]{1,2}\.[0-9]{3}", row["price_jod"])
        assert Decimal("0.300") <= Decimal(row["price_jod"]) <= Decimal(20)
        assert int(row["stock_qty"]) > 0
        assert " > " in row["category_en"]
        assert " > " in row["category_ar"]
        for name in ("title", "category", "description"):
            assert not any("ARABIC" in unicodedata.name(letter) for letter in row[f"{name}_en"])
            assert not re.search(r"[A-Za-z]", row[f"{name}_ar"])
    for name in ("sku", "barcode", "title_en", "title_ar"):
        assert len({row[name] for row in clean}) == len(clean), name


def test_every_picture_is_there_and_small(clean: list[dict[str, str]]) -> None:
    """Each address in the catalogue ends in a shipped picture: 256 × 256 points, at most 6 kB."""
    names = {row["image_url"].removeprefix("https://images.example/minimarket/") for row in clean}
    assert len(names) >= 8
    for name in names:
        content = shipped(f"pictures/{name}")
        assert len(content) <= 6000, name
        with Image.open(io.BytesIO(content)) as picture:
            assert picture.size == (256, 256)


def test_the_mistakes_are_planted(clean: list[dict[str, str]], generator: ModuleType) -> None:
    """The second file differs in exactly the described cells, and ends with a product of two rows."""
    text = shipped("minimarket-with-mistakes.csv").decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == list(generator.ENGLISH.values())
    mistakes = generator.read_table()["mistakes"]
    assert len(mistakes) == 13
    assert len(rows) == len(clean) + 2
    changed = {
        before["sku"] for before, after in zip(clean, rows, strict=False) if after[:12] != [*before.values()][:12]
    }
    assert changed == {mistake["sku"] for mistake in mistakes}
    continuation = dict(zip(generator.ENGLISH, rows[-1], strict=True))
    assert (continuation["title_en"], continuation["title_ar"], continuation["option1_value"]) == ("", "", "6 bars")
    sheet = cells(shipped("minimarket-with-mistakes.xlsx"))
    as_text = [[str(value) if value is not None else "" for value, _, _ in row] for row in sheet[1:]]
    numbers = [index for index, name in enumerate(generator.ENGLISH) if name in ("price_jod", "stock_qty")]
    for line, (typed, stored) in enumerate(zip(rows, as_text, strict=True)):
        for column, (left, right) in enumerate(zip(typed, stored, strict=True)):
            same = left == right or (column in numbers and Decimal(left) == Decimal(right))
            assert same, (line, column)


@pytest.mark.parametrize("declared", ["json", "xml"])
def test_the_practice_shop_takes_the_samples_as_they_are(
    shop: RunningShop, declared: str, clean: list[dict[str, str]]
) -> None:
    """The files with HKJ's own names can be sent unchanged, and the shop then holds every price in fils."""
    view = shop.import_and_wait(shipped(f"minimarket.{declared}"), declared)
    assert (view["status"], view["processed_rows"], view["error_rows"]) == ("done", 60, 0)
    held = {product["sku"]: product["price_fils"] for product in shop.products()}
    assert held == {row["sku"]: int(Decimal(row["price_jod"]) * 1000) for row in clean}
