"""The fix file holds the rows to mend and what to mend on them, and helps whoever types into it."""

from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.problems import Problems, Severity
from hkj_desktop.catalog.rereading import mapping_for
from hkj_desktop.errors import Cancelled, FileNotSaved
from hkj_desktop.files import fix_file, fix_keys
from hkj_desktop.files.fix_file import SHEET_WORDS
from hkj_desktop.files.fix_keys import CHOICES, STORE, Written, fingerprint
from hkj_desktop.files.keeps import limits
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.texts import error_words, problem_words
from hkj_desktop.ui.texts_fix_file import FIX_SHEET
from tests.helpers.catalogues import catalog, checked
from tests.helpers.fix_files import Colleague, save

HEADERS = ["sku", "barcode", "title_en", "title_ar", "price_jod", "stock_qty", "category_en", "brand", "option1_name",
           "option1_value", "note"]  # fmt: skip
ROWS = [
    ["HON-1", "6291041500213", "Honey", "عسل", "12.500", "4", "Food > Honey", "Ajloun", None, None, "fine"],
    ["007", "0036000291452", "Tea", None, "1.250", "3", "Drinks", "Ahmad", None, None, "=1+1"],
    ["SHI-S", None, "Shirt", "قميص", "8.750", "-2", "Clothes", "Petra", "Size", "S", None],
    ["SHI-L", None, None, None, "9.250", "5", None, None, None, "L", None],
    ["COF-1", None, "Coffee", "قهوة", "abc", "7", "Drinks", "Ahmad", None, None, None],
]
FIELDS = load_fields("hkj")


def _errors(problems: Problems) -> Problems:
    return Problems(problems.frame.filter(pl.col("severity") == Severity.ERROR.value))


def test_it_holds_all_rows_of_the_products_with_problems(tmp_path: Path) -> None:
    """Four rows of three products: the second row of the shirt comes along, the honey without a problem does not; each
    cell is a text cell with exactly what stands in the catalogue, and the place is the one in the catalogue."""
    result = checked(HEADERS, ROWS)
    path = tmp_path / "fix.xlsx"
    assert save(path, result, _errors(result.problems)) == 4
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet[2]][1:] == ["Row", "What to fix", *HEADERS]
    found = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert [row[1] for row in found] == [3, 4, 5, 6]
    assert [row[3:] for row in found] == ROWS[1:]
    own = [cell for row in sheet.iter_rows(min_row=3, min_col=4) for cell in row]
    assert {cell.number_format for cell in own} == {"@"}
    assert {cell.data_type for cell in own if cell.value is not None} == {"s"}


def test_reasons_stand_beside_their_row_and_on_their_cell(tmp_path: Path) -> None:
    """Each reason of a row is a line in the second column and a note on its cell, which is coloured by severity; rows
    that only belong to the product have none."""
    result = checked(HEADERS, ROWS)
    path = tmp_path / "fix.xlsx"
    save(path, result)
    with Colleague(path) as one:
        by_row = {row: one.cell("What to fix", row).value or "" for row in range(3, 7)}
        place = {one.cell("Row", row).value: row for row in range(3, 7)}
        for problem in result.problems:
            assert problem.row is not None
            words = problem_words(problem)
            row = place[problem.row]
            assert f"{words.title}" in by_row[row]
            assert words.todo in by_row[row]
            if problem.field is None:
                continue
            cell = one.cell(problem.field, row)
            assert words.todo in cell.comment.text
        assert by_row[place[5]] == ""
        rows = {"title_ar": place[3], "stock_qty": place[4], "price_jod": place[6], "sku": place[3]}
        fills = {name: one.cell(name, row).fill.fgColor.rgb for name, row in rows.items()}
    assert fills["title_ar"] == fills["stock_qty"] == fills["price_jod"] == "00FDECEA"
    assert fills["sku"] == "00000000"


def test_a_warning_is_coloured_as_worth_a_look(tmp_path: Path) -> None:
    """Cells with a warning alone stand on another wash than errors."""
    result = checked(["sku", "title_en", "title_ar", "price_jod"], [["A", "Tea", "شاي", "0.001"]])
    path = tmp_path / "fix.xlsx"
    assert result.problems.codes() == {"price_tiny": 1}
    save(path, result)
    with Colleague(path) as one:
        assert one.cell("price_jod", 3).fill.fgColor.rgb == "00FFF3DC"


def test_a_column_that_the_file_lacks_is_put_in(tmp_path: Path) -> None:
    """Where a required title has no column, the fix file has one, in the window's language, coloured where it must be
    filled; a missing price goes into the column of prices that there is."""
    result = checked(["sku", "title_en", "price_fils"], [["A", "Tea", None], ["B", "Honey", "1250"]])
    assert set(result.problems.codes()) == {"required_missing", "price_missing"}
    path = tmp_path / "fix.xlsx"
    save(path, result, language="ar", rtl=True)
    with Colleague(path) as one:
        assert one.sheet.sheet_view.rightToLeft
        headers = [cell.value for cell in one.sheet[2]][3:]
        assert headers == ["sku", "title_en", "price_fils", "الاسم بالعربية"]
        assert one.sheet.cell(1, 7).value == "hkj:column:new:title_ar"
        assert one.cell("الاسم بالعربية", 4).comment is not None
        assert one.cell("price_fils", 3).comment is not None
        assert one.cell("price_fils", 4).comment is None


def test_the_hidden_parts_are_hidden_and_sorting_leaves_them(tmp_path: Path) -> None:
    """The first row and column are hidden, the store is very hidden; the filter reaches from the visible headers over
    the hidden column to the last row, and the headers stay in sight."""
    path = tmp_path / "fix.xlsx"
    save(path, checked(HEADERS, ROWS))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert (sheet.row_dimensions[1].hidden, sheet.column_dimensions["A"].hidden) == (True, True)
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A2:N6", "D3")
    assert {page.title: page.sheet_state for page in book.worksheets} == {
        "To fix": "visible",
        CHOICES: "hidden",
        STORE: "veryHidden",
    }
    assert sheet["C2"].comment.text == FIX_SHEET["note"]


def test_drop_downs_propose_and_forbid_nothing(tmp_path: Path) -> None:
    """Categories, brands and option names are proposed, the catalogue's own first; nothing else is forbidden, and no
    number is limited, since the cells are text."""
    path = tmp_path / "fix.xlsx"
    save(path, checked(HEADERS, ROWS))
    book = openpyxl.load_workbook(path)
    sheet, page = book.worksheets[0], book[CHOICES]
    proposed = {}
    for limit in sheet.data_validations.dataValidation:
        assert (limit.type, limit.showErrorMessage) == ("list", False)
        letter = str(limit.sqref).split("3", maxsplit=1)[0]
        column = limit.formula1.split("$")[1]
        proposed[sheet[f"{letter}2"].value] = [cell.value for cell in page[column] if cell.value]
    assert set(proposed) == {"category_en", "brand", "option1_name"}
    assert proposed["category_en"][:4] == ["Clothes", "Drinks", "Food > Honey", "Food > Olives and oil"]
    assert (proposed["brand"], proposed["option1_name"]) == (["Ahmad", "Ajloun", "Petra"], ["Size"])


def test_numbers_in_text_cells_are_said_to_be_meant(tmp_path: Path) -> None:
    """Excel marks no cell of the sheet for holding a number as text."""
    import zipfile

    path = tmp_path / "fix.xlsx"
    save(path, checked(HEADERS, ROWS))
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    meant = '<ignoredErrors><ignoredError sqref="A1:N6" numberStoredAsText="1"/></ignoredErrors>'
    assert sheet.index("<pageMargins") < sheet.index(meant) < sheet.index("<legacyDrawing")


def test_it_shows_the_draft_and_not_the_file(tmp_path: Path) -> None:
    """What was changed here stands in the fix file as it is now, rows that were left out do not."""
    base = catalog(HEADERS, ROWS)
    draft = Draft(base)
    wanted = pl.DataFrame({"key": ["c4", "c2"], "at": [4, 1], "after": ["xyz", "Green tea"]})
    draft = draft.done(draft.change("edit", wanted, left_out=pl.Series([2, 3])))
    first = check(base, FIELDS)
    result = check(draft.catalog, FIELDS, mapping=mapping_for(first.mapping, draft.catalog, FIELDS))
    path = tmp_path / "fix.xlsx"
    assert save(path, result, draft=draft) == 2
    with Colleague(path) as one:
        assert [one.cell("Row", row).value for row in (3, 4)] == [3, 6]
        assert (one.cell("title_en", 3).value, one.cell("price_jod", 4).value) == ("Green tea", "xyz")


def test_no_problem_is_a_sheet_of_headers(tmp_path: Path) -> None:
    """Without a problem there is no row."""
    path = tmp_path / "fix.xlsx"
    assert save(path, checked(HEADERS, ROWS), Problems.none()) == 0
    assert openpyxl.load_workbook(path).worksheets[0].max_row == 2


def test_what_cannot_be_saved_leaves_the_old_file(tmp_path: Path) -> None:
    """A stop or a folder that is gone is told, and an older fix file stays."""
    result = checked(HEADERS, ROWS)
    path = tmp_path / "fix.xlsx"
    path.write_text("old", encoding="utf-8")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        save(path, result, cancel=cancel)
    assert path.read_text(encoding="utf-8") == "old"
    with pytest.raises(FileNotSaved):
        save(tmp_path / "none" / "fix.xlsx", result)
    assert [one.name for one in tmp_path.iterdir()] == ["fix.xlsx"]


def test_the_words_of_the_sheet_are_all_there() -> None:
    """Every word that the sheet shows is written, and its title is one that Excel takes."""
    assert tuple(FIX_SHEET) == SHEET_WORDS
    assert len(FIX_SHEET["sheet"]) <= 31
    assert not set("[]:*?/\\") & set(FIX_SHEET["sheet"])


def test_a_fingerprint_is_of_headers_and_cells() -> None:
    """The same for the same cells, whatever the file is called; another one for any other header, cell or order."""
    one = fingerprint(catalog(["a", "b"], [["1", None], ["2", "x"]]))
    assert one == fingerprint(catalog(["a", "b"], [["1", ""], ["2", "x"]], first_row=9))
    others = [
        fingerprint(catalog(headers, rows))
        for headers, rows in (
            (["a", "c"], [["1", None], ["2", "x"]]),
            (["a", "b"], [["12", None], [None, "x"]]),
            (["a", "b"], [["2", "x"], ["1", None]]),
            (["a", "b"], [["1", "x"], ["2", None]]),
            (["a", "b"], [["1", None]]),
            (["a"], [["1"], ["2"]]),
        )
    ]
    assert len({one, *others}) == 7


def test_a_fingerprint_of_a_large_catalogue_is_quick() -> None:
    """100,000 rows take less than 0.3 s, the best of three."""
    large = catalog(HEADERS, ROWS * 20_000)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        fingerprint(large)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.3


# -- what is not written ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("link", [False, True], ids=["itself", "linked"])
def test_the_open_file_is_never_written_over(tmp_path: Path, link: bool) -> None:
    """Chosen as the place to save, by whatever name, the person's own file is refused and stays as it was."""
    own = tmp_path / "list.xlsx"
    own.write_bytes(b"theirs")
    path = own
    if link:
        path = tmp_path / "link.xlsx"
        path.symlink_to(own)
    with pytest.raises(FileNotSaved) as caught:
        save(path, checked(HEADERS, ROWS), source=own)
    assert caught.value.params["reason"] == "source"
    assert own.read_bytes() == b"theirs"
    assert save(tmp_path / "fix.xlsx", checked(HEADERS, ROWS), source=own) == 4


def test_more_rows_than_anybody_mends_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so in words with the limit, at once; as many as the limit are written."""
    path, result = tmp_path / "fix.xlsx", checked(HEADERS, ROWS)
    monkeypatch.setattr(fix_file, "limits", lambda: {"fix_rows": 3})
    path.write_bytes(b"older")
    with pytest.raises(FileNotSaved) as caught:
        save(path, result)
    words = error_words(caught.value)
    assert "3 rows" in words.title
    assert path.read_bytes() == b"older"
    monkeypatch.setattr(fix_file, "limits", lambda: {"fix_rows": 4})
    assert save(path, result) == 4


def test_the_limit_is_one_that_a_person_never_meets(tmp_path: Path) -> None:
    """Twenty thousand rows, in words as a person writes them."""
    result = checked(
        ["sku", "title_en", "title_ar", "price_jod"], [[f"A{n}", "Tea", "شاي", "x"] for n in range(20_001)]
    )
    assert limits()["fix_rows"] == 20_000
    with pytest.raises(FileNotSaved) as caught:
        save(tmp_path / "fix.xlsx", result)
    assert "20,000" in error_words(caught.value).title


def test_the_others_have_their_turn_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Problems, rows and the packed catalogue are gone through in small steps, and between them another thread may go
    on."""
    turns: list[float] = []
    monkeypatch.setattr(time, "sleep", turns.append)
    rows = [[f"A{n}", "Tea", "شاي", "x"] for n in range(1000)]
    monkeypatch.setattr(fix_keys, "_AT_ONCE", 500)
    save(tmp_path / "fix.xlsx", checked(["sku", "title_en", "title_ar", "price_jod"], rows))
    problems, written, packed = 1000 // 200, 1000 // 200, (4 + 2) * 2
    assert turns == [0] * (problems + written + packed)


@pytest.mark.parametrize("count", [0, 1, 4, 5, 9])
def test_what_is_packed_is_unpacked(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Packed in pieces, of which the last may be short, it is the same catalogue."""
    monkeypatch.setattr(fix_keys, "_AT_ONCE", 4)
    cells: dict[str, list[str | None]] = {
        "c0": [f'"{n}", شاي\n' for n in range(count)],
        'new:"x"': [None if n % 2 else "]" for n in range(count)],
    }
    columns = (("c0", "sku"), ('new:"x"', "{"))
    one = Written("f", "قائمة", None, None, "To fix", columns, tuple(range(count)), tuple(range(2, count + 2)), cells)
    assert vars(Written.of_packed(one.packed(), "x")) == vars(one)
    none = Written("f", "a", "s", "w", "t", (), (), (), {})
    assert vars(Written.of_packed(none.packed(), "x")) == vars(none)
