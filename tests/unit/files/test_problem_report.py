"""The saved list of problems opens in a spreadsheet as it should, and nothing in it is ever run."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkj_desktop.catalog.problems import Problem, Severity, Source
from hkj_desktop.errors import FileNotSaved
from hkj_desktop.files.problem_report import COLUMNS, neutralised, write_problems
from hkj_desktop.ui import texts
from tests.helpers.catalogues import modest


def _saved(path: Path, *problems: Problem) -> list[list[str]]:
    write_problems(path, problems, headers=texts.REPORT_HEADERS, words=texts.report_words)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in raw.replace(b"\r\n", b"") or any("\n" in (p.value or "") for p in problems)
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def test_a_list_of_problems_read_back(tmp_path: Path) -> None:
    """Each problem is a row under the columns of the window, in Arabic and English, with a byte order mark for
    Excel."""
    price = Problem(
        "price_comma_unclear",
        field="price_jod",
        index=0,
        row=17,
        letter="C",
        sku="007",
        title_ar="عسل, جبلي",
        value="1,250",
    )
    answer = Problem(
        "server_refused",
        Severity.WARNING,
        row=3,
        title_en="Tea",
        title_ar="شاي",
        other="no such category",
        source=Source.SERVER,
    )
    header, first, second = _saved(tmp_path / "مشاكل.csv", price, answer)
    assert header == list(texts.REPORT_HEADERS)
    one, two = (dict(zip(COLUMNS, row, strict=True)) for row in (first, second))
    assert (one["row"], one["column"], one["sku"], one["product"], one["field"]) == (
        "17",
        "C",
        "007",
        "عسل, جبلي",
        "Price (dinars)",
    )
    assert (one["value"], one["severity"], one["source"], one["code"]) == (
        "1,250",
        "Problem",
        "Our check",
        "price_comma_unclear",
    )
    assert one["what_to_do"] == "Write 1.250 for one dinar and 250 fils, or 1250 for thousands."
    assert (two["product"], two["column"], two["value"], two["severity"], two["source"]) == (
        "Tea",
        "",
        "",
        "Worth a look",
        "The shop",
    )
    assert "no such category" in two["problem"]


def test_no_problems_is_a_list_of_headers(tmp_path: Path) -> None:
    """An empty list is saved too."""
    assert _saved(tmp_path / "a.csv") == [list(texts.REPORT_HEADERS)]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+962 79", "'+962 79"),
        ("-5 JOD", "'-5 JOD"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u200b=1", "'\u200b=1"),
        ("＝1", "'＝1"),
        ("x\n=1", "x\n'=1"),
        ("x\r\n  =1", "x\r\n'  =1"),
        ("a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0"),
        ("a\t@x", "a\t'@x"),
        ("=-", "'=-"),
        # … and what is left alone
        ("-5", "-5"),
        ("-0.500", "-0.500"),
        ("12.500", "12.500"),
        ("a=b", "a=b"),
        ("a - b", "a - b"),
        ("x, -5", "x, -5"),
        ("https://example.com/?a=1", "https://example.com/?a=1"),
        ("عسل - جبلي", "عسل - جبلي"),
        ("'=1", "'=1"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str, safe: str) -> None:
    """Formulas are set apart at every place where a spreadsheet may begin a cell; plain numbers and texts are not."""
    assert neutralised(cell) == safe


#: A cell that Excel or LibreOffice would calculate: a formula sign first, spaces and hidden signs before it or not.
RUNS = re.compile(r"[\s\u00a0\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|[\t\r]")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_CELLS = st.text(
    st.one_of(st.sampled_from("=+-@;\t\r\n ,\"'|\u00a0\u200b1x"), st.characters(codec="utf-8")), max_size=12
)


@given(_CELLS, _CELLS)
@example("x;=1", "-5")
@example('";=1', "x")
@example("-5;=1", "-5\n")
@modest(300)
def test_nothing_in_a_saved_list_is_run(tmp_path: Path, value: str, title: str) -> None:
    """Whatever stands in a catalogue, no cell of the list begins a formula: cut at commas, or, as where the semicolon
    separates lists, at semicolons or tabs."""
    path = tmp_path / "a.csv"
    problem = Problem("title_not_arabic", field="title_ar", row=2, letter="B", sku=title, title_en=title, value=value)
    write_problems(path, [problem], headers=texts.REPORT_HEADERS, words=texts.report_words)
    text = path.read_bytes().decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    for delimiter in ";\t":
        cells += [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for cell in row]
    assert [cell for cell in cells if RUNS.match(cell) and not NUMBER.fullmatch(cell)] == []


@given(_CELLS)
@modest(300)
def test_apostrophes_are_all_that_is_added(cell: str) -> None:
    """A neutralised cell without its new apostrophes is the cell, and neutralising it again changes nothing."""
    safe = neutralised(cell)
    assert neutralised(safe) == safe
    rest = iter(safe)
    assert all(any(sign == other for other in rest) for sign in cell)
    assert len(safe) - len(cell) == safe.count("'") - cell.count("'")


def test_a_list_that_cannot_be_saved_leaves_the_old_one(tmp_path: Path) -> None:
    """A full disk, a folder that is gone or a name that is a folder is told, and an older list stays."""
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write_problems(path, [Problem("x")], headers=texts.REPORT_HEADERS, words=_broken)
    assert path.read_text(encoding="utf-8") == "old"
    (tmp_path / "folder").mkdir()
    for wrong in (tmp_path / "none" / "a.csv", tmp_path / "folder"):
        with pytest.raises(FileNotSaved) as told:
            write_problems(wrong, [], headers=texts.REPORT_HEADERS, words=texts.report_words)
        assert told.value.params["name"] == wrong.name
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.csv", "folder"]


def _broken(_problem: Problem) -> dict[str, str]:
    raise RuntimeError


def test_the_open_file_is_never_written_over(tmp_path: Path) -> None:
    """Chosen as the place to save, the person's own file is refused and stays as it was; another one is written."""
    own = tmp_path / "list.csv"
    own.write_bytes(b"theirs")
    for path in (own, tmp_path / "." / "list.csv"):
        with pytest.raises(FileNotSaved) as caught:
            write_problems(path, [], headers=texts.REPORT_HEADERS, words=texts.report_words, source=own)
        assert caught.value.params["reason"] == "source"
    assert own.read_bytes() == b"theirs"
    write_problems(tmp_path / "a.csv", [], headers=texts.REPORT_HEADERS, words=texts.report_words, source=own)
    assert (tmp_path / "a.csv").exists()
