"""A person's own workbook comes back with its problems marked and changes written in, and all else as it was."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from openpyxl.cell.rich_text import CellRichText

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.edits import NEW, Draft
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.keys import matching_key
from hkj_desktop.catalog.presets import known_header_keys
from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.rereading import mapping_for
from hkj_desktop.errors import Cancelled, FileNotSaved
from hkj_desktop.files import annotate
from hkj_desktop.files.annotate import Annotated, annotate_workbook
from hkj_desktop.files.formula_values import results_in
from hkj_desktop.files.own_workbook import close_own, open_own, suffix_for
from hkj_desktop.files.read import read_catalog
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import texts
from hkj_desktop.ui.texts_workbook import SHEET
from tests.helpers.catalogues import write_book, write_csv, write_json, write_ods, write_xls, write_xlsx
from tests.helpers.exports import SHOPIFY_OLD
from tests.helpers.workbooks import FIRST_ROW, SHEET_NAME, edited, parts, plain_book, rich_workbook

FIELDS = load_fields("hkj")
RED, AMBER, GREEN = "FDECEA", "FFF3DC", "E6F5EC"
NOTES = "HKJ marks"


@dataclass
class Opened:
    """A file that was opened, and what was changed in it. ``edits``: (field or key, Excel's row, text)."""

    path: Path
    draft: Draft
    checked: Checked

    @staticmethod
    def of(path: Path, *edits: tuple[str, int, str | None], left_out: Sequence[int] = ()) -> Opened:
        read = check(read_catalog(path), FIELDS)
        draft = Draft(read.catalog)
        rows = read.catalog.rows.to_list()
        wanted = pl.DataFrame(
            [(_key(read, name), rows.index(row), text) for name, row, text in edits],
            schema={"key": pl.String, "at": pl.UInt32, "after": pl.String},
            orient="row",
        )
        out = pl.Series("at", [rows.index(row) for row in left_out], dtype=pl.UInt32)
        draft = draft.done(draft.change("typed", wanted, left_out=out))
        mapping = mapping_for(read.mapping, draft.catalog, FIELDS)
        return Opened(path, draft, check(draft.catalog, FIELDS, mapping=mapping))

    def annotated(self, out: Path, **options: Any) -> Annotated:
        given = {"words": texts.problem_words, "sheet_words": SHEET, "rtl": False, **options}
        problems = given.pop("problems", None)
        return annotate_workbook(self.path, out, self.draft, self.checked, problems, **given)


def _key(read: Checked, name: str) -> str:
    column = read.mapping.column_of(name)
    return column.key if column else name


def _load(path: Path) -> Any:
    return openpyxl.load_workbook(path, rich_text=True)


def _colour(cell: Any) -> str:
    return str(cell.fill.fgColor.rgb)[-6:] if cell.fill.fill_type == "solid" else ""


def _said(cell: Any) -> str:
    return cell.comment.text if cell.comment is not None else ""


@pytest.fixture
def shop(tmp_path: Path) -> Opened:
    return Opened.of(rich_workbook(tmp_path / "prices.xlsx"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "marked.xlsx"


# -- marks ------------------------------------------------------------------------------------------------------------


def test_each_problem_stands_in_its_cell(shop: Opened, out: Path) -> None:
    """A cell with a problem has its colour, and a comment with what is wrong and what to do; no other cell has."""
    result = shop.annotated(out)
    sheet = _load(out)[SHEET_NAME]
    problems = [problem for problem in shop.checked.problems if problem.row is not None]
    assert len(problems) == 9
    for problem in problems:
        cell = sheet[problem.place]
        assert _colour(cell) == (RED if problem.severity is Severity.ERROR else AMBER)
        words = texts.problem_words(problem)
        assert words.title in _said(cell)
        assert words.todo in _said(cell)
    marked = {cell.coordinate for row in sheet.iter_rows() for cell in row if _colour(cell) in (RED, AMBER, GREEN)}
    assert marked == {problem.place for problem in problems}
    assert result == Annotated(
        own=True, marked=9, changed=0, unplaced=1, not_written=0, uncommented=0, unlisted=0, left_out=0
    )


def test_a_comment_of_the_person_stays_above_ours(shop: Opened, out: Path) -> None:
    """Their words and their name stay; what is wrong stands below."""
    shop.annotated(out)
    comment = _load(out)[SHEET_NAME]["E7"].comment
    assert comment.text.startswith("Price from the old list\n\nThe price is not a number.")
    assert comment.author == "Abu Ahmad"
    assert _load(out)[SHEET_NAME]["A4"].comment.text == "Ask Sami for the new label"


def test_the_sheet_that_explains(shop: Opened, out: Path) -> None:
    """It is the last sheet, and names colours and every problem, with a link that leads to its cell."""
    shop.annotated(out)
    book = _load(out)
    assert book.sheetnames == [SHEET_NAME, "Suppliers", "Old prices", NOTES]
    page = book[NOTES]
    links = {cell.value: cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink}
    places = {problem.place for problem in shop.checked.problems if problem.row is not None}
    assert links == {place: f"'{SHEET_NAME}'!{place}" for place in places}
    said = "\n".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)
    for problem in shop.checked.problems:
        words = texts.problem_words(problem)
        assert words.title in said
        assert words.todo in said
    assert {_colour(row[0]) for row in page.iter_rows(max_row=8)} >= {RED, AMBER, GREEN}
    assert book.active.title == SHEET_NAME


@pytest.mark.parametrize("rtl", [False, True])
def test_the_sheet_that_explains_runs_as_its_language(shop: Opened, out: Path, rtl: bool) -> None:
    """In Arabic it runs from the right, whatever the person's own sheets do."""
    shop.annotated(out, rtl=rtl)
    book = _load(out)
    assert book[NOTES].sheet_view.rightToLeft == rtl
    assert not book[SHEET_NAME].sheet_view.rightToLeft


def test_a_sheet_of_the_same_name_stays(tmp_path: Path, out: Path) -> None:
    """The person's own sheet of that name is not touched; ours gets another."""
    rows = [["sku", "title_en", "title_ar"], ["A", "Tea", None]]
    path = write_book(tmp_path / "a.xlsx", {"Products": rows, NOTES.upper(): [["mine"]]})
    Opened.of(path).annotated(out)
    book = _load(out)
    assert book.sheetnames == ["Products", NOTES.upper(), f"{NOTES} 2"]
    assert book[NOTES.upper()]["A1"].value == "mine"


def test_the_marked_workbook_opens_as_the_same_catalogue(shop: Opened, out: Path) -> None:
    """Dropped back, it is the same sheet, the same cells, results of formulas included, and the same problems."""
    shop.annotated(out)
    again = check(read_catalog(out), FIELDS)
    assert again.catalog.sheet == SHEET_NAME
    assert again.catalog.cells.equals(shop.draft.base.cells)
    assert list(again.problems) == list(shop.checked.problems)
    assert again.catalog.cells["c7"].null_count() < again.catalog.cells.height


def test_the_sheet_that_explains_is_never_taken_for_a_catalogue() -> None:
    """None of its headings is a usual header."""
    for name in ("where", "which", "problem", "todo", "title"):
        assert matching_key(SHEET[name]) not in known_header_keys()


def test_a_problem_of_a_row_and_of_a_column_and_of_the_file(shop: Opened, out: Path) -> None:
    """On a row it goes to the row's first cell, on a column to its header, on the file to the sheet that explains."""
    told = [
        Problem("row_total", Severity.WARNING, row=9, value="Total"),
        Problem("column_not_sent", Severity.WARNING, letter="I", value="Note"),
        Problem("rows_hidden", Severity.WARNING, value="1"),
    ]
    result = shop.annotated(out, problems=Problems.of(told))
    sheet = _load(out)[SHEET_NAME]
    assert (result.marked, result.unplaced) == (2, 1)
    assert texts.problem_words(told[0]).title in _said(sheet["A9"])
    assert texts.problem_words(told[1]).title in _said(sheet["I3"])
    page = "\n".join(str(cell.value) for cell in _load(out)[NOTES]["C"])
    assert texts.problem_words(told[2]).explanation in page


def test_a_problem_under_a_merged_cell_is_seen_on_it(shop: Opened, out: Path) -> None:
    """Excel shows colour and comment of merged cells' first one alone."""
    result = shop.annotated(out, problems=Problems.of([Problem("duplicate", row=6, letter="I", value="x", other="4")]))
    sheet = _load(out)[SHEET_NAME]
    assert result.marked == 1
    assert _colour(sheet["I5"]) == RED
    assert _said(sheet["I5"])
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:I1", "I5:I6"]


def test_several_problems_in_a_cell_are_all_told(shop: Opened, out: Path) -> None:
    """The worst gives the colour."""
    told = [Problem("price_zero", Severity.WARNING, row=4, letter="E"), Problem("price_negative", row=4, letter="E")]
    shop.annotated(out, problems=Problems.of(told))
    cell = _load(out)[SHEET_NAME]["E4"]
    assert _colour(cell) == RED
    assert all(texts.problem_words(problem).title in _said(cell) for problem in told)


# -- changes ----------------------------------------------------------------------------------------------------------


def test_changed_cells_hold_the_new_value(tmp_path: Path, out: Path) -> None:
    """A number stays a number with its format, a text a text, and each says what it was; an emptied cell is empty."""
    path = rich_workbook(tmp_path / "prices.xlsx")
    shop = Opened.of(
        path,
        ("price_jod", 4, "5.125"),
        ("price_jod", 7, "8.900"),
        ("title_ar", 6, "قهوة بالهيل"),
        ("stock_qty", 8, "12"),
        ("sku", 11, "007"),
        ("category_en", 5, None),
        ("c8", 12, "=1+1"),
    )
    result = shop.annotated(out)
    sheet = _load(out)[SHEET_NAME]
    assert (result.changed, result.not_written) == (7, 0)
    held = {place: (sheet[place].value, sheet[place].data_type) for place in ("E4", "E7", "D6", "F8", "A11", "I12")}
    assert held == {
        "E4": (5.125, "n"),
        "E7": (8.9, "n"),
        "D6": ("قهوة بالهيل", "s"),
        "F8": (12, "n"),
        "A11": ("007", "s"),
        "I12": ("=1+1", "s"),
    }
    assert sheet["G5"].value is None
    assert sheet["E4"].number_format == '0.000 "JOD"'
    assert {_colour(sheet[place]) for place in (*held, "G5")} == {GREEN}
    assert _said(sheet["E4"]) == "Was: 4.5"
    assert _said(sheet["D6"]) == "Was empty"
    assert _said(sheet["E7"]).startswith("Price from the old list")
    assert _said(sheet["E7"]).endswith("Was: 8.9O")
    assert b"<v>8.900</v>" in parts(out)["xl/worksheets/sheet1.xml"]


def test_a_changed_cell_that_is_still_wrong_says_both(tmp_path: Path, out: Path) -> None:
    """The problem gives the colour."""
    shop = Opened.of(rich_workbook(tmp_path / "prices.xlsx"), ("price_jod", 4, "many"))
    shop.annotated(out)
    cell = _load(out)[SHEET_NAME]["E4"]
    assert _colour(cell) == RED
    assert _said(cell).startswith("The price is not a number.")
    assert _said(cell).endswith("Was: 4.5")


def test_a_changed_formula_becomes_the_value(tmp_path: Path, out: Path) -> None:
    """The other formulas stay."""
    shop = Opened.of(rich_workbook(tmp_path / "prices.xlsx"), ("c7", 4, "5.5"))
    shop.annotated(out)
    sheet = _load(out)[SHEET_NAME]
    assert sheet["H4"].value == "5.5"
    assert sheet["H5"].value == "=ROUND(E5*1.16,3)"


def test_results_stay_save_for_those_that_a_change_reaches(tmp_path: Path, out: Path) -> None:
    """A preview shows what formulas had come to; where that would be an old number it shows nothing until Excel has
    worked it out."""
    shop = Opened.of(rich_workbook(tmp_path / "prices.xlsx"), ("price_jod", 4, "5.125"))
    before = results_in(shop.path)[SHEET_NAME]
    shop.annotated(out)
    after = results_in(out)[SHEET_NAME]
    assert before["H4"] == ("n", "5.22")
    assert after == {place: result for place, result in before.items() if place != "H4"}
    assert len(after) > 10
    assert b'fullCalcOnLoad="1"' in parts(out)["xl/workbook.xml"]


def test_a_column_that_the_file_lacks_is_put_behind_it(tmp_path: Path, out: Path) -> None:
    """Its header is the field's name and looks like its neighbour; its cells are where their rows are."""
    path = write_xlsx(tmp_path / "a.xlsx", [["sku", "title_en"], ["A", "Tea"], ["B", "Honey"]])
    Opened.of(path, (f"{NEW}title_ar", 3, "عسل")).annotated(out)
    sheet = _load(out)["Products"]
    assert [cell.value for cell in sheet["C"]] == ["title_ar", None, "عسل"]
    assert read_catalog(out).cells["c2"].to_list() == [None, "عسل"]


def test_rows_that_were_left_out_are_named(tmp_path: Path, out: Path) -> None:
    """They stand in the workbook still, so the sheet that explains leads to them; their changes are not written."""
    shop = Opened.of(rich_workbook(tmp_path / "prices.xlsx"), ("title_en", 11, "x"), left_out=[11, 12])
    result = shop.annotated(out)
    book = _load(out)
    assert (result.left_out, result.changed) == (2, 0)
    assert book[SHEET_NAME]["C11"].value == "Za'atar with sesame 500 g"
    texts_there = [str(cell.value) for cell in book[NOTES]["A"]]
    assert {"row 11", "row 12"} <= set(texts_there)
    assert any("(2)" in text for text in texts_there)


def test_a_workbook_that_was_changed_meanwhile_is_not_marked(tmp_path: Path, out: Path) -> None:
    """Other headers, another value in a cell that is to be written, or no such sheet: nothing is saved."""
    for change in (("C3", "Name"), ("E4", 9), ("C4", "Another honey")):
        path = rich_workbook(tmp_path / "prices.xlsx")
        shop = Opened.of(path, ("price_jod", 4, "5.125"), ("title_en", 4, "Mountain honey"))
        book = _load(path)
        book[SHEET_NAME][change[0]] = change[1]
        book.save(path)
        with pytest.raises(FileNotSaved) as told:
            shop.annotated(out)
        assert told.value.params["reason"] == "changed"
    book = _load(rich_workbook(path))
    book[SHEET_NAME].title = "Other"
    book.save(path)
    with pytest.raises(FileNotSaved):
        shop.annotated(out)
    assert not out.exists()


def test_another_systems_workbook_gets_its_marks_where_its_cells_are(tmp_path: Path, out: Path) -> None:
    """Rows were rearranged in the catalogue; in the workbook each mark and change is where the cell stands."""
    lines = [
        {"Handle": "tea", "Title": "Black tea", "Option1 Name": "Size", "Option1 Value": "50", "Variant SKU": "T-50",
         "Variant Price": "2.1"},
        {"Handle": "tea", "Option1 Value": "100", "Variant SKU": "T-100", "Variant Price": "free"},
    ]  # fmt: skip
    rows = [[one.get(header) for header in SHOPIFY_OLD] for one in lines]
    shop = Opened.of(write_xlsx(tmp_path / "shopify.xlsx", [SHOPIFY_OLD, *rows]), ("sku", 3, "T-101"))
    assert shop.checked.system == "Shopify"
    result = shop.annotated(out)
    assert (result.own, result.changed) == (True, 1)
    sheet = _load(out)["Products"]
    price, sku = SHOPIFY_OLD.index("Variant Price") + 1, SHOPIFY_OLD.index("Variant SKU") + 1
    assert _colour(sheet.cell(3, price)) == RED
    assert (sheet.cell(3, sku).value, _colour(sheet.cell(3, sku))) == ("T-101", GREEN)


# -- everything else stays --------------------------------------------------------------------------------------------


def _looks(cell: Any) -> tuple[object, ...]:
    return (
        cell.data_type, cell.number_format, cell.font.b, cell.font.sz, cell.font.color and cell.font.color.rgb,
        cell.fill.fill_type, cell.fill.fgColor.rgb, cell.border.bottom.style, cell.alignment.horizontal,
        cell.alignment.readingOrder, cell.protection.locked, cell.hyperlink and cell.hyperlink.target,
    )  # fmt: skip


def _furniture(sheet: Any) -> dict[str, object]:
    """What a sheet has beside its cells, as XML where the library has it so."""
    from openpyxl.xml.functions import tostring

    xml = {
        name: tostring(part.to_tree())
        for name, part in (
            ("views", sheet.views), ("filter", sheet.auto_filter), ("lists", sheet.data_validations),
            ("margins", sheet.page_margins), ("page", sheet.page_setup), ("footer", sheet.HeaderFooter),
            ("protection", sheet.protection), ("properties", sheet.sheet_properties),
            ("columns", sheet.column_dimensions),
        )
        if part is not None and part.to_tree() is not None
    }  # fmt: skip
    return {
        **xml,
        "rows": {at: (row.height, row.hidden, row.outlineLevel) for at, row in sheet.row_dimensions.items()},
        "merged": sorted(map(str, sheet.merged_cells.ranges)),
        "rules": [(str(rule.sqref), [one.formula for one in rule.rules]) for rule in sheet.conditional_formatting],
        "print": (sheet.print_title_rows, sheet.print_area, sheet.freeze_panes, sheet.sheet_state),
        "pictures": [(image._data(), image.anchor._from.col, image.anchor._from.row) for image in sheet._images],
        "tables": dict(sheet.tables.items()),
        "names": {name: one.attr_text for name, one in sheet.defined_names.items()},
    }


def _same_beside(before: Any, after: Any, touched: set[str]) -> None:
    """Assert that two sheets are alike, cell for cell, save for ``touched``."""
    assert before.dimensions == after.dimensions
    for row in before.iter_rows():
        for cell in row:
            other = after[cell.coordinate]
            if cell.coordinate in touched:
                continue
            assert type(cell) is type(other), cell.coordinate
            if not isinstance(cell, openpyxl.cell.MergedCell):
                assert cell.value == other.value, cell.coordinate
                assert isinstance(cell.value, CellRichText) == isinstance(other.value, CellRichText)
                assert _looks(cell) == _looks(other), cell.coordinate
                assert _said(cell) == _said(other), cell.coordinate
    assert _furniture(before) == _furniture(after)


@pytest.mark.parametrize("rtl", [False, True])
def test_everything_else_stays(tmp_path: Path, out: Path, rtl: bool) -> None:
    """Values, formulas, styles, widths, hidden rows, merged cells, filter, rules, lists, frozen panes, print settings,
    names, pictures and other sheets are what they were; the person's own file is the same byte for byte."""
    path = rich_workbook(tmp_path / "prices.xlsx", rtl=rtl)
    raw = path.read_bytes()
    shop = Opened.of(path, ("price_jod", 4, "5.125"))
    shop.annotated(out)
    assert path.read_bytes() == raw
    before, after = _load(path), _load(out)
    touched = {problem.place for problem in shop.checked.problems} | {"E4"}
    for sheet in before.worksheets:
        _same_beside(sheet, after[sheet.title], touched if sheet.title == SHEET_NAME else set())
    assert after[SHEET_NAME].sheet_view.rightToLeft == rtl
    assert {name: one.attr_text for name, one in before.defined_names.items()} == {
        name: one.attr_text for name, one in after.defined_names.items()
    }
    old, new = parts(path), parts(out)
    assert set(old) <= set(new) | {"xl/calcChain.xml"}
    assert [name for name in old if "/theme/" in name or "/media/" in name if old[name] != new[name]] == []


def test_a_marked_cell_keeps_the_rest_of_its_look(shop: Opened, out: Path) -> None:
    """Only its ground changes."""
    shop.annotated(out)
    before, after = _load(shop.path)[SHEET_NAME]["E7"], _load(out)[SHEET_NAME]["E7"]
    assert (after.number_format, after.border.bottom.style, after.font.sz) == (
        before.number_format, before.border.bottom.style, before.font.sz,
    )  # fmt: skip
    assert after.value == before.value == "8.9O"


def test_a_table_and_rich_text_and_other_things_stay(tmp_path: Path, out: Path) -> None:
    """A table of Excel's with its filter, bold letters inside a cell, an array formula, an outline, a hyperlink, and a
    protected sheet."""
    from openpyxl.cell.rich_text import TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.worksheet.formula import ArrayFormula
    from openpyxl.worksheet.table import Table

    book = openpyxl.load_workbook(io.BytesIO(plain_book()))
    sheet = book.active
    sheet["B3"] = CellRichText("Green ", TextBlock(InlineFont(b=True), "tea"))
    sheet["H1"] = ArrayFormula("H1:H2", "=D2:D3*2")
    sheet["A2"].hyperlink = "https://example.com/s-2"
    sheet.row_dimensions.group(4, 5, hidden=True)
    sheet.add_table(Table(displayName="Prices", ref="A1:D5"))
    sheet.protection.set_password("secret")
    sheet.protection.enable()
    path = tmp_path / "a.xlsx"
    book.save(path)
    shop = Opened.of(path, ("title_en", 4, "Mint tea"))
    shop.annotated(out)
    before, after = _load(path).active, _load(out).worksheets[0]
    assert after["H1"].value.text == "=D2:D3*2"
    assert after["H1"].value.ref == "H1:H2"
    after["H1"], before["H1"] = None, None  # formulas of this kind are no equal objects
    _same_beside(before, after, {problem.place for problem in shop.checked.problems} | {"B4"})
    assert str(after["B3"].value) == "Green tea"


def test_macros_stay_macros(tmp_path: Path) -> None:
    """A workbook with macros is saved as one."""
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    types = [(plain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")]
    path = tmp_path / "a.xlsm"
    path.write_bytes(edited(plain_book(), {"[Content_Types].xml": types}, {"xl/vbaProject.bin": b"macros"}))
    shop = Opened.of(path, ("title_en", 4, "Mint tea"))
    out = tmp_path / f"marked{suffix_for(path)}"
    assert out.suffix == ".xlsm"
    shop.annotated(out)
    assert parts(out)["xl/vbaProject.bin"] == b"macros"
    assert _load(out).worksheets[0]["B4"].value == "Mint tea"


# -- files that are no such workbook ----------------------------------------------------------------------------------

_ROWS = [["sku", "title_en", "title_ar", "price_jod"], ["007", "Tea", None, "2.1"], ["B", "Honey", "عسل", "free"]]


def _json(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    return write_json(path, rows[0], rows[1:])


@pytest.mark.parametrize("write", [write_csv, write_xls, write_ods, _json], ids=["a.csv", "a.xls", "a.ods", "a.json"])
def test_other_files_become_a_marked_workbook(
    tmp_path: Path, out: Path, write: Any, request: pytest.FixtureRequest
) -> None:
    """A new workbook is made of the catalogue as it stands, with the same marks and the same sheet that explains."""
    path = write(tmp_path / request.node.callspec.id, _ROWS)
    raw = path.read_bytes()
    shop = Opened.of(path, ("title_en", 3, "Sidr honey"))
    result = shop.annotated(out)
    assert (result.own, result.marked, result.changed) == (False, 2, 1)
    book = _load(out)
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["007", "Tea", None, 2.1]
    assert {place: _colour(sheet[place]) for place in ("C2", "D3", "B3")} == {"C2": RED, "D3": RED, "B3": GREEN}
    assert _said(sheet["B3"]) == "Was: Honey"
    assert path.name in str(book[NOTES]["A2"].value)
    assert suffix_for(path) == ".xlsx"
    assert path.read_bytes() == raw


def test_a_made_workbook_marks_rows_where_they_are_now(tmp_path: Path, out: Path) -> None:
    """Rows that were left out are not in it, and those below stand one higher."""
    rows = [*_ROWS, ["C", "Coffee", "قهوة", "lots"]]
    Opened.of(write_csv(tmp_path / "a.csv", rows), left_out=[2]).annotated(out)
    sheet = _load(out).worksheets[0]
    assert [cell.value for cell in sheet["A"]] == ["sku", "B", "C"]
    assert [_colour(cell) for cell in sheet["D"]][1:] == [RED, RED]


def test_another_systems_csv_is_marked_in_our_own_form(tmp_path: Path, out: Path) -> None:
    """A problem goes to the field's column, a change to where the field stands now."""
    lines = [{"Handle": "tea", "Title": "Black tea", "Variant SKU": "T-50", "Variant Price": "free"}]
    rows = [[one.get(header) for header in SHOPIFY_OLD] for one in lines]
    shop = Opened.of(write_csv(tmp_path / "shopify.csv", [SHOPIFY_OLD, *rows]), ("sku", 2, "T-51"))
    result = shop.annotated(out)
    assert (result.own, result.changed) == (False, 1)
    sheet = _load(out).worksheets[0]
    at = {cell.value: cell.column_letter for cell in sheet[1]}
    assert _colour(sheet[f"{at['price_jod']}2"]) == RED
    assert sheet[f"{at['sku']}2"].value == "T-51"
    assert "Was: T-50" in _said(sheet[f"{at['sku']}2"])


def test_a_workbook_that_the_library_cannot_read_is_made_anew(tmp_path: Path, out: Path) -> None:
    """Where a part of it makes no sense to openpyxl, the person still gets a marked workbook."""
    data = edited(plain_book(), {"xl/styles.xml": [("<cellXfs", '<cellXfs wrong="x"><broken/></cellXfs><cellXfs')]})
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(Exception, match=r".*"):
        openpyxl.load_workbook(path)
    result = Opened.of(path, ("title_en", 2, "Mint tea")).annotated(out)
    assert (result.own, result.changed) == (False, 1)
    assert _load(out).worksheets[0]["B2"].value == "Mint tea"


# -- limits, and what is never done -----------------------------------------------------------------------------------


def test_more_problems_than_excel_likes(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limits cells are coloured only and lines are left out, and both is said."""
    limits = {"comments": 5, "lines": 7, "comment_letters": 2000}
    monkeypatch.setattr(annotate, "limits", lambda: limits)
    headers = ["sku", "title_en", "title_ar", "price_jod"]
    rows = [headers, *[[f"A{at}", f"Tea {at}", None, "2.1"] for at in range(12)]]
    result = Opened.of(write_xlsx(tmp_path / "a.xlsx", rows)).annotated(out)
    book = _load(out)
    sheet = book["Products"]
    assert (result.marked, result.uncommented, result.unlisted) == (12, 7, 5)
    assert sum(_colour(cell) == RED for cell in sheet["C"]) == 12
    assert sum(cell.comment is not None for cell in sheet["C"]) == 5
    page = [str(cell.value) for cell in book[NOTES]["A"]]
    assert sum(bool(re.fullmatch("C[0-9]+", text)) for text in page) == 7
    assert any("5 more" in text for text in page)
    assert any("first 5" in text for text in page)


def test_nothing_in_the_marks_is_run(tmp_path: Path, out: Path) -> None:
    """Texts of a catalogue are texts in the sheet that explains too, signs that no workbook holds left out."""
    rows = [["sku", "title_en", "title_ar"], ["=1+1", "=HYPERLINK(1)", None]]
    Opened.of(write_xlsx(tmp_path / "a.xlsx", rows)).annotated(out)
    with zipfile.ZipFile(out) as archive:
        assert all(b"<f>" not in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("name", ["prices.xlsx", "other/../prices.xlsx"])
def test_the_persons_file_is_never_written_over(tmp_path: Path, name: str) -> None:
    """Under whatever name it is reached."""
    (tmp_path / "other").mkdir()
    shop = Opened.of(rich_workbook(tmp_path / "prices.xlsx"))
    raw = shop.path.read_bytes()
    with pytest.raises(FileNotSaved) as told:
        shop.annotated(tmp_path / name)
    assert told.value.params["reason"] == "source"
    assert shop.path.read_bytes() == raw


def test_a_stop_leaves_what_stood_there(shop: Opened, out: Path) -> None:
    """Said before, or while the workbook is read: an older file is as it was."""
    out.write_bytes(b"older")
    stopped = CancelToken()
    stopped.cancel()
    with pytest.raises(Cancelled):
        shop.annotated(out, cancel=stopped)
    later = CancelToken()

    def words(problem: Problem) -> Sequence[str]:
        later.cancel()
        return texts.problem_words(problem)

    with pytest.raises(Cancelled):
        shop.annotated(out, cancel=later, words=words)
    assert out.read_bytes() == b"older"
    assert sorted(one.name for one in out.parent.iterdir()) == ["marked.xlsx", "prices.xlsx"]


# -- another program --------------------------------------------------------------------------------------------------


def _office(to: str, path: Path, folder: Path) -> Path:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")
    subprocess.run(
        [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to,
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    return folder / f"{path.stem}.{to.partition(':')[0]}"


@pytest.mark.parametrize("rtl", [False, True])
def test_libreoffice_opens_the_marked_workbook(tmp_path: Path, rtl: bool) -> None:
    """It finds values, results of formulas worked out anew, colours, comments, the picture and the sheet that
    explains."""
    shop = Opened.of(rich_workbook(tmp_path / "prices.xlsx", rtl=rtl), ("price_jod", 4, "5.125"))
    out = tmp_path / "marked.xlsx"
    shop.annotated(out)
    folder = tmp_path / "office"
    folder.mkdir()
    saved = _office("xlsx:Calc MS Excel 2007 XML", out, folder)
    sheet = openpyxl.load_workbook(saved)[SHEET_NAME]
    assert _colour(sheet["E4"]) == GREEN
    assert "Was: 4.5" in _said(sheet["E4"])
    for problem in shop.checked.problems:
        if problem.row is not None:
            assert _colour(sheet[problem.place]) in (RED, AMBER)
            assert texts.problem_words(problem).title in _said(sheet[problem.place])
    assert "Ask Sami" in _said(sheet["A4"])
    assert len(sheet._images) == 1
    assert sheet.sheet_view.rightToLeft == rtl
    values = openpyxl.load_workbook(saved, data_only=True)
    assert values[SHEET_NAME][f"H{FIRST_ROW}"].value == pytest.approx(5.945)
    assert values[SHEET_NAME][f"H{FIRST_ROW + 1}"].value == pytest.approx(9.57)
    assert values.sheetnames == [SHEET_NAME, "Suppliers", "Old prices", NOTES]
    assert values["Suppliers"]["C4"].value == pytest.approx(320.45)


def test_the_others_have_their_turn_while_a_workbook_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library unpacks it in small pieces, and at each of them another thread may go on."""
    path = write_xlsx(tmp_path / "list.xlsx", [["sku", "title_en"], *([f"A{n}", f"Honey {n}"] for n in range(5000))])
    turns: list[float] = []
    monkeypatch.setattr(time, "sleep", turns.append)
    close_own(open_own(path, tmp_path / "out.xlsx"))
    assert len(turns) > path.stat().st_size // 40_000
    assert set(turns) == {0}
