"""The workbook to fill in asks nothing when it comes back, and lets nothing wrong be typed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.mapping import Reason
from hkj_desktop.errors import FileNoRows
from hkj_desktop.files.read import read_catalog
from hkj_desktop.files.template import template_words, write_template

LANGUAGES = ["en", "ar"]
FIELDS = load_fields("hkj")
TYPED = {
    "sku": "007",
    "barcode": "0036000291452",
    "title_en": "Cedar honey",
    "title_ar": "عسل أرز",
    "price_jod": 7.25,
    "stock_qty": 3,
}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def template(language: str, tmp_path: Path) -> Path:
    headers, example = template_words(language)
    path = tmp_path / "template.xlsx"
    write_template(path, FIELDS, headers, example, rtl=language == "ar")
    return path


def _asks_nothing(path: Path) -> Checked:
    catalog = read_catalog(path)
    assert (catalog.readings, catalog.skipped_above, catalog.hidden_rows) == ((), 0, 0)
    result = check(catalog, FIELDS)
    assert all(match.reason in (Reason.NAME, Reason.ALIAS) for match in result.mapping.matches)
    assert not result.mapping.unclear
    assert [problem.code for problem in result.problems] == []
    return result


def test_the_template_comes_back_without_a_question(template: Path) -> None:
    """As it is, with its example: every column is known, no price is unclear, nothing is wrong."""
    result = _asks_nothing(template)
    row = result.products.rows.row(0, named=True)
    assert result.counts.ready == 1
    assert (row["barcode"], row["fils"], row["stock"]) == ("6251234567898", 12500, 24)


@pytest.mark.parametrize("first", [2, 3, 500])
def test_with_the_example_emptied_and_a_product_typed_in(template: Path, first: int) -> None:
    """Wherever the first product stands, it is read as it was typed, leading zeros included."""
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    names = [field.name for field in FIELDS.fields if field.name in template_words("en")[0]]
    for at, name in enumerate(names, start=1):
        sheet.cell(2, at).value = None
        if name in TYPED:
            sheet.cell(first, at).value = TYPED[name]
    book.save(template)
    rows = _asks_nothing(template).products.rows
    row = rows.row(0, named=True)
    assert (rows.height, row["row"]) == (1, first)
    assert (row["sku"], row["barcode"], row["fils"], row["stock"]) == ("007", "0036000291452", 7250, 3)


def test_an_emptied_template_has_no_products(template: Path) -> None:
    """With the example taken out and nothing typed in, it says that there are no products."""
    book = openpyxl.load_workbook(template)
    book.worksheets[0].delete_rows(2)
    book.save(template)
    with pytest.raises(FileNoRows):
        read_catalog(template)


def test_the_sheet_helps_while_typing(template: Path, language: str) -> None:
    """Each header has a note, codes are text, prices and stock are not below zero, categories are proposed."""
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    headers, _ = template_words(language)
    letter = {cell.value: cell.column_letter for cell in sheet[1]}
    assert all(cell.comment is not None and cell.comment.text for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.sheet_view.rightToLeft == (language == "ar")
    for name in ("sku", "barcode"):
        assert sheet.column_dimensions[letter[headers[name]]].number_format == "@"
    kinds = {}
    for limit in sheet.data_validations.dataValidation:
        kinds[str(limit.sqref)[0]] = (limit.type, limit.operator, limit.showErrorMessage)
    assert kinds[letter[headers["price_jod"]]] == ("decimal", "greaterThanOrEqual", True)
    assert kinds[letter[headers["stock_qty"]]] == ("whole", "greaterThanOrEqual", True)
    assert kinds[letter[headers["category_ar"]]][::2] == ("list", False)
    assert [page.sheet_state for page in book.worksheets] == ["visible", "hidden"]


def test_libreoffice_opens_the_template(template: Path, tmp_path: Path) -> None:
    """LibreOffice reads the workbook and finds the example in it."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path), str(template)],
        check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    saved = read_catalog(tmp_path / "template.csv")
    assert saved.cells.row(0)[:2] == ("EXAMPLE-1", "6251234567898")
