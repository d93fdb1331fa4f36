"""Where in a file the table is, and what stands around it."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileNoRows, FileNotCatalogue
from hkj_desktop.files.read import read_catalog
from tests.helpers.catalogues import (
    shown,
    write_book,
    write_csv,
    write_ods,
    write_text,
    write_xls,
    write_xlsx,
    write_zip,
)
from tests.helpers.xlsb import Error, write_xlsb

HEAD = ["sku", "title_en", "price_jod", "stock_qty"]
ROWS = [["A1", "Honey", "1.250", "3"], ["A2", "Tea", "2.100", "4"]]
WRITERS: dict[str, Callable[..., Path]] = {
    "a.csv": write_csv,
    "a.xlsx": write_xlsx,
    "a.xls": write_xls,
    "a.ods": write_ods,
    "a.xlsb": write_xlsb,
}
EACH = pytest.mark.parametrize("name", WRITERS)


def _read(name: str, rows: Sequence[Sequence[Any]], folder: Path, **options: Any) -> Catalog:
    width = max(map(len, rows))
    return read_catalog(WRITERS[name](folder / name, [[*row, *[None] * (width - len(row))] for row in rows]), **options)


# -- the header ---------------------------------------------------------------------


@EACH
@pytest.mark.parametrize(
    "above",
    [
        [["My shop, Amman"]],
        [["My shop"], [], ["Price list", "2026-11-01"]],
        [["Tel", "0791234567"], ["Date", "1/11/2026"], ["Currency", "JOD"], []],
        [["بيانات المنتج", None, "السعر"]],
        [["1", "2", "3", "4"]],
    ],
)
def test_titles_above_the_table_are_left_out(name: str, above: list[list[str | None]], tmp_path: Path) -> None:
    """Rows above the header are counted and left out, and the table keeps its addresses."""
    read = _read(name, [*above, HEAD, *ROWS], tmp_path)
    row = len(above) + 1
    assert shown(read) == (HEAD, list("ABCD"), [row + 1, row + 2], [tuple(cells) for cells in ROWS])
    assert (read.header_row, read.skipped_above) == (row, sum(bool(cells) for cells in above))


@EACH
def test_headers_that_nobody_knows(name: str, tmp_path: Path) -> None:
    """Where no header is known, the first row that is filled with texts is the header."""
    rows = [["Liste"], ["Artikelnr", "Bez", "VK", "LG"], ["7", "Honig", "3", "1"], ["8", "Tee", "4", "2"]]
    read = _read(name, rows, tmp_path)
    assert shown(read)[0] == ["Artikelnr", "Bez", "VK", "LG"]
    assert (read.header_row, len(read)) == (2, 2)


def test_a_value_that_is_also_a_header_is_no_header(tmp_path: Path) -> None:
    """A row of values in which one is called like a field is no header."""
    rows = [["Nr", "Bez", "Art"], ["7", "Hemd", "Size"], ["8", "Tuch", "Color"]]
    assert _read("a.csv", rows, tmp_path).header_row == 1


def test_an_unnamed_column_does_not_make_its_first_row_the_header(tmp_path: Path) -> None:
    """A header with a gap stays the header, though the rows below are fuller."""
    rows = [["Nr", None, "Bez"], ["a", "b", "c"], ["d", "e", "f"]]
    read = _read("a.csv", rows, tmp_path)
    assert (read.header_row, len(read)) == (1, 2)


@EACH
def test_a_person_may_say_where_the_header_is(name: str, tmp_path: Path) -> None:
    """The row that a person names is the header, and what stands above it is left out."""
    rows = [HEAD, *ROWS, ["old", "names", "are", "here"], ["B1", "Salt", "1", "2"]]
    read = _read(name, rows, tmp_path, header_row=4)
    assert shown(read) == (["old", "names", "are", "here"], list("ABCD"), [5], [("B1", "Salt", "1", "2")])
    assert read.skipped_above == 3
    for row in (0, -3, 99):
        with pytest.raises(FileNoRows):
            _read(name, rows, tmp_path, header_row=row)


@EACH
def test_two_rows_of_headers_become_one(name: str, tmp_path: Path) -> None:
    """Where two rows together name more columns, the lower one counts, and the upper one where it is empty."""
    rows = [["sku", None, None, "stock_qty"], [None, "title_en", "price_jod", None], *ROWS]
    read = _read(name, rows, tmp_path)
    assert shown(read)[0] == HEAD
    assert (read.header_row, len(read)) == (2, 2)


def test_merged_cells_make_a_header_of_two_rows(tmp_path: Path) -> None:
    """Cells that are merged over two rows say how tall the header is; a merged group title is left out."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [["SKU", "English title", "Prices", None], [None, None, "Price", "Old"], ["A1", "Honey", 1.25, 2]]:
        sheet.append(row)
    for merged in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "a.xlsx")
    read = read_catalog(tmp_path / "a.xlsx")
    assert shown(read) == (["SKU", "English title", "Price", "Old"], list("ABCD"), [3], [("A1", "Honey", "1.25", "2")])


# -- sheets and rows ---------------------------------------------------------------------


def test_the_sheet_that_looks_like_a_catalogue_is_proposed(tmp_path: Path) -> None:
    """Known headers and rows decide, not the order of the sheets; a hidden sheet is the last choice and is named."""
    log = [["when", "what"], *[["2026-01-01", "x"]] * 500]
    sheets = {
        "Log": log,
        "Old": [HEAD, *ROWS, *ROWS],
        "Prices": [["sku", "old"], ["A1", "1"]],
        "Products": [HEAD, *ROWS],
    }
    path = write_book(tmp_path / "a.xlsx", sheets, hidden=["Old"])
    read = read_catalog(path)
    assert (read.sheet, read.sheets, read.hidden_sheets) == ("Products", ("Log", "Old", "Prices", "Products"), ("Old",))
    assert len(read_catalog(path, sheet="Old")) == 4
    assert read_catalog(path, sheet="Log").header_row == 1


def test_a_sheet_of_charts_is_passed_over(tmp_path: Path, expected_log: Callable[[str], None]) -> None:
    """A workbook with a chart on a sheet of its own is read all the same."""
    expected_log("not a valid worksheet")
    from openpyxl.chart import BarChart, Reference

    path = write_book(tmp_path / "a.xlsx", {"Products": [HEAD, *ROWS]})
    book = openpyxl.load_workbook(path)
    chart = BarChart()
    chart.add_data(Reference(book["Products"], min_col=4, min_row=1, max_row=3))
    book.create_chartsheet("Chart", 0).add_chart(chart)
    book.save(path)
    assert read_catalog(path).sheet == "Products"


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    """Rows that are hidden by hand or by a filter are products like others; one warning says how many they are."""
    import xlwt

    path = write_book(tmp_path / "a.xlsx", {"Products": [HEAD, *ROWS, *ROWS]})
    book = openpyxl.load_workbook(path)
    book["Products"].row_dimensions[3].hidden = True
    book["Products"].row_dimensions[90].hidden = True
    book.save(path)
    old = xlwt.Workbook()
    sheet = old.add_sheet("Products")
    for down, row in enumerate([HEAD, *ROWS, *ROWS]):
        for right, value in enumerate(row):
            sheet.write(down, right, value)
    sheet.row(2).hidden = True
    old.save(str(tmp_path / "a.xls"))
    write_xlsb(tmp_path / "a.xlsb", [HEAD, *ROWS, *ROWS], hidden=[3, 90])
    ods = write_ods(tmp_path / "a.ods", [HEAD, *ROWS, *ROWS])
    parts = _parts(ods)
    content = parts["content.xml"].decode()
    third = content.replace("<table:table-row>", "<table:row-kept>", 2)
    third = third.replace("<table:table-row>", '<table:table-row table:visibility="filter">', 1)
    parts["content.xml"] = third.replace("<table:row-kept>", "<table:table-row>").encode()
    write_zip(ods, parts)
    for name in ("a.xlsx", "a.xls", "a.xlsb", "a.ods"):
        read = read_catalog(tmp_path / name)
        assert (len(read), read.hidden_rows) == (4, 1), name
        told = [(p.code, p.severity, p.row, p.index, p.value) for p in read.problems]
        assert told == [("rows_hidden", Severity.WARNING, None, None, "1")], name
        assert check(read, load_fields("hkj")).problems.codes()["rows_hidden"] == 1


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


# -- totals ---------------------------------------------------------------------


@EACH
@pytest.mark.parametrize(
    "totals",
    [
        [["Total", None, "3.350", "7"]],
        [["المجموع", None, None, "7"]],
        [[None, "الإجمالي:", "3.350", "7"]],
        [["Subtotal", None, "3.350", None], ["Grand total", None, "3.350 JOD", "٧"]],
        [[], ["الاجمالي الكلي: 7", None, None, None]],
    ],
)
def test_totals_under_the_table_are_no_products(name: str, totals: list[list[str | None]], tmp_path: Path) -> None:
    """A total is left out, and a warning says on which row it stood."""
    read = _read(name, [HEAD, *ROWS, *totals], tmp_path)
    assert shown(read)[2:] == ([2, 3], [tuple(row) for row in ROWS])
    filled = [at for at, row in enumerate(totals, start=4) if any(row)]
    assert [(p.code, p.severity, p.row, p.index) for p in read.problems] == [
        ("row_total", Severity.WARNING, row, None) for row in filled
    ]


@pytest.mark.parametrize(
    "last",
    [
        ["T1", "Total yoghurt", "1.250", "3"],
        ["A3", "Total", "1.250", "3"],
        ["Total", "Yoghurt", "1.250", "3"],
        ["Sum 41", "Sauce", "1.250", "3"],
        ["Total", "6291041500213", "1.250", "3"],
    ],
)
def test_a_product_called_total_stays(last: list[str], tmp_path: Path) -> None:
    """A row with a code, a name or a barcode of its own is a product, whatever it is called."""
    read = _read("a.csv", [HEAD, *ROWS, last], tmp_path)
    assert len(read) == 3
    assert not read.problems


def test_a_total_in_the_middle_stays(tmp_path: Path) -> None:
    """Only the end of a table holds totals."""
    assert len(_read("a.csv", [HEAD, ["Total", None, "1", "2"], *ROWS], tmp_path)) == 3


# -- cells ---------------------------------------------------------------------


def test_errors_of_formulas_are_told(tmp_path: Path) -> None:
    """A cell in which a formula failed shows Excel's word for it and is a problem, in every format."""
    import xlwt

    path = write_book(
        tmp_path / "a.xlsx", {"Products": [["sku", "title_en", "note"], ["A1", "x", "y"], ["A2", None, "z"]]}
    )
    parts = _parts(path)
    cell = '<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3"'
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b'<c r="C3"', cell.encode())
    write_zip(path, parts)
    rows = [["sku", "title_en", "note"], ["A1", "x", "y"], ["A2", "#DIV/0!", "z"]]
    old = xlwt.Workbook()
    sheet = old.add_sheet("Products")
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            sheet.row(down).set_cell_error(right, value) if value.startswith("#") else sheet.write(down, right, value)
    old.save(str(tmp_path / "a.xls"))
    write_xlsb(tmp_path / "a.xlsb", [*rows[:2], ["A2", Error("#DIV/0!"), "z"]])
    write_ods(tmp_path / "a.ods", rows)
    write_csv(tmp_path / "a.csv", rows)
    for name in WRITERS:
        read = read_catalog(tmp_path / name)
        assert read.cells.row(1) == ("A2", "#DIV/0!", "z"), name
        (problem,) = read.problems
        assert (problem.code, problem.severity, problem.place, problem.index, problem.value) == (
            "cell_error",
            Severity.ERROR,
            "B3",
            1,
            "#DIV/0!",
        )


def test_formulas_give_their_last_value(tmp_path: Path) -> None:
    """What a formula came to when the workbook was saved is read, not the formula."""
    path = write_xlsx(tmp_path / "a.xlsx", [["sku", "price_jod"], ["A1", 5]])
    parts = _parts(path)
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(
        b'<c r="B2" t="n"><v>5</v></c>', b'<c r="B2"><f>B1*1.1</f><v>1.375</v></c>'
    )
    assert read_catalog(write_zip(path, parts)).cells.row(0) == ("A1", "1.375")


def test_dates_and_truth_values(tmp_path: Path) -> None:
    """Dates and yes or no are texts that a person can read."""
    rows = [["sku", "from", "active"], ["A1", dt.date(2026, 1, 2), True], ["A2", None, False]]
    read = read_catalog(write_xlsx(tmp_path / "a.xlsx", rows))  # type: ignore[arg-type]
    assert read.cells.rows() == [("A1", "2026-01-02", "true"), ("A2", None, "false")]


# -- data files and other files ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        '{"status": "ok", "data": {"products": [{"sku": "A1", "title_en": "x"}, {"sku": "A2"}]}}',
        '{"a": {"b": {"c": {"products": [{"sku": "A1", "title_en": "x"}, {"sku": "A2"}]}}}}',
        '{"result": {"items": [{"sku": "A1", "title_en": "x"}, {"sku": "A2"}], "page": 1}}',
        '{"id": 4, "name": "My shop", "list": [{"sku": "A1", "title_en": "x", "price": 1}, {"sku": "A2"}]}',
        '{"meta": {"tags": ["a"]}, "data": {"rows": [{"sku": "A1", "title_en": "x"}, {"sku": "A2"}]}}',
    ],
)
def test_products_deep_in_a_json(text: str, tmp_path: Path) -> None:
    """The list of products is found behind what an answer of a server wraps round it."""
    read = read_catalog(write_text(tmp_path / "a.json", text))
    assert read.cells["c0"].to_list() == ["A1", "A2"]


def test_the_lists_of_a_single_product_are_not_products(tmp_path: Path) -> None:
    """A product that stands alone keeps its pictures and options for itself."""
    lists = '"images": [{"id": 1}, {"id": 2}], "seo": {"tags": [{"a": 1}, {"a": 2}]}'
    text = f'{{"sku": "A1", "title_en": "x", "price": 1, {lists}}}'
    read = read_catalog(write_text(tmp_path / "a.json", text))
    assert (len(read), read.cells["c0"].to_list()) == (1, ["A1"])


def test_files_that_stand_beside_a_catalogue(tmp_path: Path) -> None:
    """The note that Excel or LibreOffice leaves beside an open workbook, and a Mac's Numbers, are told as what
    they are."""
    notes = {
        "~$products.xlsx": b"\x05Layla" + b" " * 158,
        ".~lock.products.ods#": b",layla,home,21.11.2026 10:00,file;",
    }
    for name, content in notes.items():
        (tmp_path / name).write_bytes(content)
    write_zip(tmp_path / "a.numbers", {"Index/Document.iwa": b"x", "preview.jpg": b"x"})
    write_zip(tmp_path / "old.numbers", {"Index.zip": b"x"})
    kinds = {}
    for path in tmp_path.iterdir():
        with pytest.raises(FileNotCatalogue) as told:
            read_catalog(path)
        kinds[path.name] = told.value.params["kind"]
    assert kinds == {**dict.fromkeys(notes, "lock"), "a.numbers": "numbers", "old.numbers": "numbers"}
