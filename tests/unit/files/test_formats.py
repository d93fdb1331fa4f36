"""The same products in every format are the same catalogue."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hkj_desktop.errors import FileNoRows, SheetMissing
from hkj_desktop.files.read import read_catalog
from tests.helpers.catalogues import (
    HEADERS,
    PRODUCTS,
    WRITERS,
    shown,
    write_book,
    write_csv,
    write_json,
    write_ods,
    write_text,
    write_xls,
    write_xlsx,
    write_xml,
    write_zip,
)

FORMATS = {
    "comma.csv": "csv",
    "tab.tsv": "tsv",
    "book.xlsx": "xlsx",
    "old.xls": "xls",
    "binary.xlsb": "xlsb",
    "office.ods": "ods",
    "array.json": "json",
    "inside.json": "json",
    "lines.jsonl": "jsonl",
    "plain.xml": "xml",
    "named.xml": "xml",
    "feed.rss.xml": "xml",
}
HEAD = ["sku", "title_en"]
ROWS = [["A1", "Honey"], ["A2", "Tea"]]


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_table(name: str, tmp_path: Path) -> None:
    """Headers, letters, row numbers and cells are the same whatever the products were saved as."""
    WRITERS[name](tmp_path / name)
    read = read_catalog(tmp_path / name)
    assert shown(read) == (list(HEADERS), list("ABCDEFGH"), [2, 3, 4, 5], list(PRODUCTS))
    assert read.format == FORMATS[name]
    assert read.name == name


@pytest.mark.parametrize(("name", "wrong"), [(name, wrong) for name in WRITERS for wrong in (".CSV", ".xlsx", "")])
def test_content_wins_over_the_extension(name: str, wrong: str, tmp_path: Path) -> None:
    """A file with a wrong, a shouted or no extension is read for what it is."""
    path = tmp_path / f"catalogue{wrong}"
    WRITERS[name](path)
    read = read_catalog(path)
    assert shown(read)[3] == list(PRODUCTS)
    assert read.format == FORMATS[name].replace("tsv", "csv")


@pytest.mark.parametrize("name", ["SHOUTED.TSV", "Mixed.Tab"])
def test_capitals_in_the_extension_are_ignored(name: str, tmp_path: Path) -> None:
    """.TSV is .tsv."""
    assert read_catalog(write_csv(tmp_path / name, [HEAD, *ROWS], delimiter="\t")).format == "tsv"


Book = Callable[..., Path]


@pytest.mark.parametrize(("write", "name"), [(write_xlsx, "b.xlsx"), (write_xls, "b.xls"), (write_ods, "b.ods")])
@pytest.mark.parametrize(
    ("at", "letters", "rows"),
    [
        ((1, 1), ["A", "B"], [2, 3]),
        ((3, 1), ["A", "B"], [4, 5]),
        ((1, 3), ["C", "D"], [2, 3]),
        ((4, 27), ["AA", "AB"], [5, 6]),
    ],
)
def test_a_table_anywhere_in_the_sheet_keeps_its_addresses(
    write: Book, name: str, at: tuple[int, int], letters: list[str], rows: list[int], tmp_path: Path
) -> None:
    """A header below row 1 or right of column A keeps the row numbers and letters that Excel shows."""
    read = read_catalog(write(tmp_path / name, [HEAD, *ROWS], at=at))
    assert shown(read) == (HEAD, letters, rows, [tuple(row) for row in ROWS])
    assert read.header_row == rows[0] - 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_leading_blank_rows_and_columns_of_a_csv(newline: str, tmp_path: Path) -> None:
    """A CSV whose table begins further down or to the right keeps its row numbers and letters."""
    text = newline.join([",,", "", ",sku,title_en", ",A1,Honey", "", ",A2,Tea", ""])
    read = read_catalog(write_text(tmp_path / "a.csv", text))
    assert shown(read) == (HEAD, ["B", "C"], [4, 6], [("A1", "Honey"), ("A2", "Tea")])
    assert read.header_row == 3


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls", "a.ods"])
def test_blank_rows_leave_the_others_their_numbers(name: str, tmp_path: Path) -> None:
    """Blank rows and rows of spaces vanish, and the rows below keep their numbers."""
    rows = [HEAD, ["A1", "Honey"], [None, None], ["  ", None], ["A2", "Tea"]]
    write = {"csv": write_csv, "xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}[name.split(".")[1]]
    assert shown(read_catalog(write(tmp_path / name, rows)))[2:] == ([2, 5], [("A1", "Honey"), ("A2", "Tea")])


def test_columns_with_neither_header_nor_cells_go_and_the_others_keep_their_letters(tmp_path: Path) -> None:
    """An empty column between two others is no column, and shifts no letter."""
    rows = [["sku", None, "title_en", None], ["A1", None, "Honey", "left over"]]
    read = read_catalog(write_xlsx(tmp_path / "a.xlsx", rows))
    assert [(c.header, c.letter) for c in read.columns] == [("sku", "A"), ("title_en", "C"), ("", "D")]


# -- sheets ---------------------------------------------------------------------


def test_the_first_visible_sheet_with_content_is_read(tmp_path: Path) -> None:
    """Empty and hidden sheets are passed over; all sheets are named."""
    sheets = {"Empty": [], "Old": [HEAD, ["X", "X"]], "منتجات": [HEAD, *ROWS], "More": [HEAD, ["Y", "Y"]]}
    read = read_catalog(write_book(tmp_path / "a.xlsx", sheets, hidden=["Old"]))
    assert (read.sheet, read.sheets) == ("منتجات", ("Empty", "Old", "منتجات", "More"))
    assert shown(read)[3] == [("A1", "Honey"), ("A2", "Tea")]


def test_a_hidden_sheet_is_read_where_no_other_holds_anything(tmp_path: Path) -> None:
    """A workbook whose only table is hidden is still read."""
    path = write_book(tmp_path / "a.xlsx", {"Empty": [], "Old": [HEAD, *ROWS]}, hidden=["Old"])
    assert read_catalog(path).sheet == "Old"


def test_a_sheet_can_be_asked_for(tmp_path: Path) -> None:
    """The named sheet is read, hidden or not."""
    path = write_book(tmp_path / "a.xlsx", {"One": [HEAD, ["X", "X"]], "Two": [HEAD, *ROWS]}, hidden=["Two"])
    assert shown(read_catalog(path, sheet="Two"))[3] == [("A1", "Honey"), ("A2", "Tea")]


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    """Asking for a missing sheet, or for a sheet of a CSV, names the sheets that there are."""
    book = write_book(tmp_path / "a.xlsx", {"One": [HEAD, *ROWS], "Two": []})
    with pytest.raises(SheetMissing) as told:
        read_catalog(book, sheet="Three")
    assert told.value.params == {"name": "a.xlsx", "sheet": "Three", "sheets": "One, Two"}
    with pytest.raises(SheetMissing):
        read_catalog(write_csv(tmp_path / "a.csv", [HEAD, *ROWS]), sheet="One")
    with pytest.raises(FileNoRows):
        read_catalog(book, sheet="Two")


# -- values ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (3.45 * 3, "10.35"),
        (1.15 * 3, "3.45"),
        (12.5, "12.5"),
        (7.0, "7"),
        (7, "7"),
        (-5, "-5"),
        (0.005, "0.005"),
        (6291041500213, "6291041500213"),
        (16291041500210, "16291041500210"),
        (True, "true"),
        (dt.date(2026, 1, 2), "2026-01-02"),
        (dt.datetime(2026, 1, 2, 3, 4, 5), "2026-01-02 03:04:05"),  # noqa: DTZ001 - a workbook knows no zones
        ("007", "007"),
        ("1E5", "1E5"),
        ("٠٧", "٠٧"),
        (" spaced ", " spaced "),
        ("two\nlines", "two\nlines"),
        ("two\r\nlines", "two\nlines"),
        ("=1+1", "=1+1"),
    ],
)
def test_cells_of_a_workbook_are_the_text_that_is_seen(value: object, text: str, tmp_path: Path) -> None:
    """Numbers lose no digit and gain none; texts stay as they were typed."""
    read = read_catalog(write_xlsx(tmp_path / "a.xlsx", [["sku", "value"], ["A1", value]]))  # type: ignore[list-item]
    assert read.cells.rows() == [("A1", text)]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("1.10", "1.10"),
        ("12345678901234567890123", "12345678901234567890123"),
        ("1e3", "1e3"),
        ("NaN", "NaN"),
        ("-0.500", "-0.500"),
        ("true", "true"),
        ("null", None),
        ('""', None),
        ("[]", None),
        ('["a", 1, null, true]', "a | 1 | true"),
        ('[{"a": 1}]', '[{"a": "1"}]'),
        (r'"a\u0000b"', "a\u0000b"),
        (r'"\ud83d"', "\ufffd"),
        (r'"\ud83d\ude00"', "😀"),
    ],
)
def test_values_of_json_are_the_text_that_was_written(written: str, text: str | None, tmp_path: Path) -> None:
    """No number becomes a float, a list of plain values one cell, and half a character a �."""
    read = read_catalog(write_text(tmp_path / "a.json", f'[{{"sku": "A1", "value": {written}}}]'))
    assert shown(read)[3] == [("A1", text)]


def test_nested_objects_are_columns_of_their_own(tmp_path: Path) -> None:
    """{"title": {"en": …}} is the column title.en, in JSON as in XML."""
    json_file = write_text(tmp_path / "a.json", '[{"sku": "A1", "title": {"en": "Honey", "ar": "عسل"}}]')
    xml = "<p><product><sku>A1</sku><title><en>Honey</en><ar>عسل</ar></title></product></p>"
    for path in (json_file, write_text(tmp_path / "a.xml", xml)):
        assert shown(read_catalog(path)) == (
            ["sku", "title.en", "title.ar"],
            ["A", "B", "C"],
            [2],
            [("A1", "Honey", "عسل")],
        )


def test_keys_come_in_the_order_in_which_they_first_appear(tmp_path: Path) -> None:
    """Products with other keys than the first one add columns at the end."""
    path = write_text(tmp_path / "a.jsonl", '{"sku": "A1"}\n{"title_en": "Tea", "sku": "A2"}\n')
    assert shown(read_catalog(path))[0::3] == (["sku", "title_en"], [("A1", None), ("A2", "Tea")])


def test_an_entry_that_is_no_product_is_a_problem_on_its_row(tmp_path: Path) -> None:
    """Numbers, texts, null and lists among the products are told, each on its row."""
    path = write_text(tmp_path / "a.json", '[{"sku": "A1"}, 17, {"sku": "A2"}, null, ["x"]]')
    read = read_catalog(path)
    assert [(p.code, p.row, p.index, p.value) for p in read.problems] == [
        ("row_not_product", 3, 1, "17"),
        ("row_not_product", 5, 3, None),
        ("row_not_product", 6, 4, "x"),
    ]
    assert read.rows.to_list() == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('{"items": [{"sku": "A1"}, {"sku": "A2"}], "meta": [{"x": 1}]}', [("A1",), ("A2",)]),
        ('{"sku": "A1"}', [("A1",)]),
        ('[{"sku": "A1"}]', [("A1",)]),
    ],
)
def test_shapes_of_json(text: str, cells: list[tuple[str]], tmp_path: Path) -> None:
    """The products may stand under another name, or be a single object."""
    assert shown(read_catalog(write_text(tmp_path / "a.json", text)))[3] == cells


@pytest.mark.parametrize(
    ("variants", "rows"),
    [
        ('[{"sku": "A"}, {"sku": "B"}]', [("Tea", "A"), (None, "B")]),
        ('{"sku": "A"}', [("Tea", "A")]),
        ('[{"title": "Tea", "sku": "A"}]', [("Tea", "A")]),
        ('[{"title": "Cup", "sku": "A"}]', [("Tea", None), ("Cup", "A")]),
        ("[]", [("Tea", None)]),
        ('["A", {"sku": "B"}]', [("Tea", '["A", {"sku": "B"}]')]),
        ("null", [("Tea", None)]),
    ],
)
def test_variants_of_a_product_are_its_rows(variants: str, rows: list[tuple[str | None, ...]], tmp_path: Path) -> None:
    """Nested variants become rows as CSV has them, the first one on the product's own row where it fits there."""
    text = f'[{{"title": "Tea", "variants": {variants}}}, {{"title": "Cap", "sku": "C"}}]'
    read = read_catalog(write_text(tmp_path / "a.json", text))
    cells = [tuple(cell for cell in row if cell) for row in shown(read)[3]]
    assert cells == [*(tuple(cell for cell in row if cell) for row in rows), ("Cap", "C")]
    assert read.rows.to_list() == list(range(2, len(cells) + 2))


@pytest.mark.parametrize(
    ("text", "headers", "cells"),
    [
        ('<p><product sku="A1"><name>Tea</name></product></p>', ["sku", "name"], [("A1", "Tea")]),
        ("<p><i><sku>A</sku></i><i><sku>B</sku></i></p>", ["sku"], [("A",), ("B",)]),
        ("<p><product><sku>A</sku><img>1</img><img>2</img></product></p>", ["sku", "img"], [("A", "1 | 2")]),
        ("<p><product><sku><![CDATA[<A>]]></sku></product></p>", ["sku"], [("<A>",)]),
        ("<p><head><a>1</a></head><product><sku>A</sku></product></p>", ["sku"], [("A",)]),
        (
            '<p><product><sku>A</sku><price cur="JOD">5</price></product></p>',
            ["sku", "price.cur", "price.#text"],
            [("A", "JOD", "5")],
        ),
    ],
)
def test_shapes_of_xml(text: str, headers: list[str], cells: list[tuple[str, ...]], tmp_path: Path) -> None:
    """Attributes, repeated children, CDATA and a single product are read."""
    assert shown(read_catalog(write_text(tmp_path / "a.xml", text)))[0::3] == (headers, cells)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_json_and_xml(encoding: str, tmp_path: Path) -> None:
    """JSON and XML are read in UTF-8 and UTF-16, with and without a byte order mark."""
    sources = {
        "a.json": write_json(tmp_path / "j", HEADERS, PRODUCTS),
        "a.xml": write_xml(tmp_path / "x", HEADERS, PRODUCTS),
    }
    for name, source in sources.items():
        declared = "utf-16" if encoding.startswith("utf-16") else "utf-8"
        text = source.read_text(encoding="utf-8").replace('encoding="UTF-8"', f'encoding="{declared}"')
        assert shown(read_catalog(write_text(tmp_path / name, text, encoding)))[3] == list(PRODUCTS)


def test_an_xml_in_the_arabic_code_page(tmp_path: Path) -> None:
    """XML that declares windows-1256 is read in it."""
    text = '<?xml version="1.0" encoding="windows-1256"?><p><product><title_ar>عسل جبلي</title_ar></product></p>'
    assert shown(read_catalog(write_text(tmp_path / "a.xml", text, "cp1256")))[3] == [("عسل جبلي",)]


def test_files_that_other_programs_put_beside(tmp_path: Path) -> None:
    """An ODS as LibreOffice writes it, with empty files of other purposes in it, is read."""
    path = write_ods(tmp_path / "a.ods", [["sku"], ["A1"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("Configurations2/accelerator/current.xml", b"")
    assert read_catalog(path).cells.rows() == [("A1",)]


def test_rows_that_are_only_formatted(tmp_path: Path) -> None:
    """Rows with a height and no cell, down to the sheet's last one, are nothing to read and no reason to refuse."""
    path = write_xlsx(tmp_path / "a.xlsx", [["sku", *map(str, range(30))], ["A1", *["x"] * 30]])
    with zipfile.ZipFile(path) as archive:
        raw = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    raw[sheet] = raw[sheet].replace(b"</sheetData>", b'<row r="1048576" ht="15"></row></sheetData>')
    assert len(read_catalog(write_zip(tmp_path / "b.xlsx", raw))) == 1


def test_a_csv_that_begins_with_a_tag(tmp_path: Path) -> None:
    """A CSV whose first cell is a link is a CSV; a file of tags is XML, whatever its ending."""
    link = tmp_path / "link.csv"
    link.write_text("<b>sku</b>,title_en\nA1,Tea\n", encoding="utf-8")
    assert read_catalog(link).format == "csv"
    tags = tmp_path / "tags.csv"
    tags.write_text("<products><product><sku>A1</sku></product></products>", encoding="utf-8")
    assert read_catalog(tags).format == "xml"
