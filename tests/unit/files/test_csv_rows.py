"""One bad row of a CSV is a problem on that row, and the patient reader agrees with the quick one."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileNoRows, FileTooLarge
from hkj_desktop.files import csv_file
from hkj_desktop.files.read import read_catalog
from hkj_desktop.files.records import LONGEST_CELL_LINES, records
from hkj_desktop.files.sniff import Format
from tests.helpers.catalogues import csv_text, modest, shown, write_text

Told = tuple[str, int | None, int | None, str | None, str | None, str | None]


def _told(read: Catalog) -> list[Told]:
    return [(p.code, p.index, p.row, p.value, p.limit, p.other) for p in read.problems]


@pytest.fixture(params=["quick", "patient"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test runs once as it comes and once with polars refusing the file."""
    if request.param == "patient":
        monkeypatch.setattr(csv_file, "_by_polars", lambda *_, **__: None)
    return str(request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("lines", "cells", "rows", "told"),
    [
        # an overlong row keeps its first cells and says what was lost
        (
            ["a,b", "1,2", "3,4,5", "6,7"],
            [("1", "2"), ("3", "4"), ("6", "7")],
            [2, 3, 4],
            [("row_too_long", 1, 3, "5", "2", "3")],
        ),
        # … unless nothing was lost
        (["a,b", "1,2,,", "6,7, "], [("1", "2"), ("6", "7")], [2, 3], []),
        # a row with nothing but lost cells stays, so that its problem has a place
        (
            ["a,b", "1,2", ",,lost", "6,7"],
            [("1", "2"), (None, None), ("6", "7")],
            [2, 3, 4],
            [("row_too_long", 1, 3, "lost", "2", "3")],
        ),
        (
            ["a,b,c", "1,2", "3,4,5"],
            [("1", "2", None), ("3", "4", "5")],
            [2, 3],
            [("row_too_short", 0, 2, None, "3", "2")],
        ),
        (
            ["a,b,c", "", "1", "", "3,4,5"],
            [("1", None, None), ("3", "4", "5")],
            [3, 5],
            [("row_too_short", 0, 3, None, "3", "1")],
        ),
        (
            ["a,b,c", '"1",2', '3,"4",5', "6,,"],
            [("1", "2", None), ("3", "4", "5"), ("6", None, None)],
            [2, 3, 4],
            [("row_too_short", 0, 2, None, "3", "2")],
        ),
        # a quote inside a cell is text
        (["a,b", '5" nail,1', '6" nail,2'], [('5" nail', "1"), ('6" nail', "2")], [2, 3], []),
        (["a,b", '1,say "hi"', "2,x"], [("1", 'say "hi"'), ("2", "x")], [2, 3], []),
        (["a,b", '1,"say ""hi"""', "2,x"], [("1", 'say "hi"'), ("2", "x")], [2, 3], []),
        # a quote that is never closed spoils its own row alone
        (
            ["a,b,c", '1,"open,2', "3,4,5"],
            [("1", "open", "2"), ("3", "4", "5")],
            [2, 3],
            [("row_quote_open", 0, 2, None, None, None)],
        ),
        (
            ["a,b,c", '1,"open,2', '3,"x",5', "6,7,8"],
            [("1", "open", "2"), ("3", "x", "5"), ("6", "7", "8")],
            [2, 3, 4],
            [("row_quote_open", 0, 2, None, None, None)],
        ),
        (
            ["a,b,c", '1,"open,2', "3,4,5", '6,"open,8'],
            [("1", "open", "2"), ("3", "4", "5"), ("6", "open", "8")],
            [2, 3, 4],
            [("row_quote_open", 0, 2, None, None, None), ("row_quote_open", 2, 4, None, None, None)],
        ),
        (["a,b", "1,2", '"'], [("1", "2"), (None, None)], [2, 3], [("row_quote_open", 1, 3, None, None, None)]),
        # a cell of several lines is one row
        (["a,b", '1,"x', 'y"', "2,z"], [("1", "x\ny"), ("2", "z")], [2, 3], []),
        (["a,b", '1,"x', "", 'y ""z"" "', "2,z"], [("1", 'x\n\ny "z" '), ("2", "z")], [2, 3], []),
        (["a,b", '"x', 'y","p', 'q"', "2,z"], [("x\ny", "p\nq"), ("2", "z")], [2, 3], []),
        (
            ["a,b", '1,"x', "y,z", '2,"q"'],
            [("1", "x"), ("y", "z"), ("2", "q")],
            [2, 3, 4],
            [("row_quote_open", 0, 2, None, None, None)],
        ),
        # signs that some readers take for more than text
        (
            ["a,b", "1,x\x01y", "2", "3,\x0b"],
            [("1", "x\x01y"), ("2", None), ("3", "\x0b")],
            [2, 3, 4],
            [("row_too_short", 1, 3, None, "2", "1")],
        ),
        (["a,b", "#1,# 2", "\\N,NULL"], [("#1", "# 2"), ("\\N", "NULL")], [2, 3], []),
        (["a,b", "'1,2'", "1\u2028,\u0085"], [("'1", "2'"), ("1\u2028", "\u0085")], [2, 3], []),
    ],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_rows(
    lines: list[str], cells: list[tuple[str, ...]], rows: list[int], told: list[Told], end: str, tmp_path: Path
) -> None:
    """Ragged rows and quotes give their cells, their row numbers and a problem on their own row, in both readers."""
    read = read_catalog(write_text(tmp_path / "a.csv", "\n".join(lines) + end))
    assert shown(read)[2:] == (rows, cells)
    assert _told(read) == told


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends(newline: str, tmp_path: Path) -> None:
    """Line ends of Unix, Windows and old Macintosh are line ends; inside a cell they become line feeds."""
    text = newline.join(["a,b", f'1,"x{newline}y"', "2,z", ""])
    assert shown(read_catalog(write_text(tmp_path / "a.csv", text)))[2:] == ([2, 3], [("1", "x\ny"), ("2", "z")])


def test_mixed_line_ends(tmp_path: Path) -> None:
    """A file pasted together of two has all its rows."""
    read = read_catalog(write_text(tmp_path / "a.csv", "a,b\r\n1,2\n3,4\r5,6\r\n"))
    assert shown(read)[2:] == ([2, 3, 4], [("1", "2"), ("3", "4"), ("5", "6")])


def test_severities_of_ragged_rows(tmp_path: Path) -> None:
    """Lost cells and open quotes keep a row from being sent; missing cells are worth a look."""
    read = read_catalog(write_text(tmp_path / "a.csv", 'a,b,c\n1,2,3,4\n5\n6,"7,8\n'))
    assert {p.code: p.severity for p in read.problems} == {
        "row_too_long": Severity.ERROR,
        "row_too_short": Severity.WARNING,
        "row_quote_open": Severity.ERROR,
    }


def test_a_quote_looks_no_further_than_a_long_cell(tmp_path: Path) -> None:
    """In a file with stray quotes, an open one does not swallow the rows up to a quote far below."""
    lines = ["a,b", '1,"open', *(f"{at},x" for at in range(LONGEST_CELL_LINES)), 'z,end"', 'q,5" nail']
    read = read_catalog(write_text(tmp_path / "a.csv", "\n".join(lines)))
    assert len(read) == len(lines) - 1
    assert [p.row for p in read.problems] == [2]


def test_a_header_over_several_lines(tmp_path: Path) -> None:
    """Headers may hold line breaks and quotes."""
    read = read_catalog(write_text(tmp_path / "a.csv", '"Price\n(JOD)","The ""name"""\n1,2\n'))
    assert shown(read)[0::2] == (["Price\n(JOD)", 'The "name"'], [2])


def test_two_columns_of_one_name_stay_two(tmp_path: Path) -> None:
    """Nothing is renamed or merged."""
    assert shown(read_catalog(write_text(tmp_path / "a.csv", "a,a\n1,2\n")))[0::3] == (["a", "a"], [("1", "2")])


def test_a_hundred_thousand_rows_with_one_bad_row(tmp_path: Path) -> None:
    """A large file with an overlong row is read whole, with the problem on its row."""
    lines = [f"A{at},x,1" for at in range(100_000)]
    lines[70_000] += ",more"
    read = read_catalog(write_text(tmp_path / "a.csv", "\n".join(["sku,t,n", *lines])))
    assert len(read) == 100_000
    assert _told(read) == [("row_too_long", 70_000, 70_002, "more", "3", "4")]


@pytest.mark.parametrize("text", ["a,b\n", "a,b", "\n\na,b\n,\n  , \n", '""\n""\n', ",,,\n,,,\n"])
def test_a_header_without_rows(text: str, tmp_path: Path) -> None:
    """A table of headers alone, or of nothing but delimiters, has no rows."""
    with pytest.raises(FileNoRows) as told:
        read_catalog(write_text(tmp_path / "a.csv", text))
    assert told.value.params["name"] == "a.csv"


def test_more_columns_than_any_catalogue(tmp_path: Path) -> None:
    """A file of 5,000 columns is refused before it fills the memory."""
    with pytest.raises(FileTooLarge) as told:
        read_catalog(write_text(tmp_path / "a.csv", ",".join(map(str, range(5000))) + "\n1\n"))
    assert told.value.params == {"name": "a.csv", "limit": 4096, "unit": "columns", "kind": "columns"}


# -- properties ---------------------------------------------------------------------

_CELL = st.text(st.sampled_from("ab1 \",;\n\t='عس"), max_size=6)
_MESS = st.text(st.sampled_from('ab1,,,""\n\n\r '), min_size=1, max_size=60)


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), min_size=1, max_size=6)
    )
)
@modest(200)
def test_what_is_written_as_csv_is_read_back(tmp_path: Path, rows: list[list[str]]) -> None:
    """Any cells, quoted as the format wants, come back as they were."""
    headers = [f"h{at}" for at in range(len(rows[0]))]
    path = write_text(tmp_path / "a.csv", csv_text([headers, *rows]))
    filled = [tuple(cell or None for cell in row) for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        with pytest.raises(FileNoRows):
            csv_file.read_csv(path, Format.CSV, delimiter=",")
        return
    read = csv_file.read_csv(path, Format.CSV, delimiter=",")
    assert shown(read)[3] == filled
    assert not read.problems


@given(_MESS)
@example('a,b\n1,"x\n2,y\n3,"z\n')
@example('a,b\n1,"x"y\n2,"z"\n')
@example('a\n"1\n2"\n')
@example('a,b\n"1\r2",3\n')
@modest(500)
def test_both_readers_see_the_same_rows(tmp_path: Path, mess: str) -> None:
    """Whatever stands in a file, the quick reader gives what the patient one gives, or leaves the file to it."""
    path = write_text(tmp_path / "a.csv", "h,i\n" + mess)
    quick = _outcome(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_file, "_by_polars", lambda *_, **__: None)
        assert quick == _outcome(path)


def _outcome(path: Path) -> object:
    try:
        read = csv_file.read_csv(path, Format.CSV, delimiter=",")
    except FileNoRows:
        return "no rows"
    return shown(read), _told(read)


@given(_MESS)
@modest(200)
def test_no_letter_is_lost(mess: str) -> None:
    """Every letter of a file is in some record, whatever its quotes do."""
    found = "".join(cell for record in records(mess.encode(), ",") for cell in record.cells)
    assert [sign for sign in found if sign in "ab1"] == [sign for sign in mess if sign in "ab1"]


def test_reading_keeps_text_as_text(tmp_path: Path) -> None:
    """No cell becomes a number, a date or a truth value."""
    read = read_catalog(write_text(tmp_path / "a.csv", "a,b,c\n007,1e5,true\n2026-01-02,NaN,\n"))
    assert read.cells.dtypes == [pl.String] * 3
    assert shown(read)[3] == [("007", "1e5", "true"), ("2026-01-02", "NaN", None)]
