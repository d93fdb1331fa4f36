"""Results of formulas are kept beside them, and never where a change may have made another number of them."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from hkj_desktop.files.formula_values import Results, results_in, still_true, with_results
from tests.helpers.workbooks import BOOK, MAIN, SHEET, edited, parts, plain_book

FORMULAS = {
    "F1": "=E1*2",
    "F2": "=F1+1",
    "F3": "=SUM(E1:E9)",
    "F4": "=SUM(D1:D9)",
    "F5": "=Other!A1",
    "F6": "=Rate*2",
    "F7": '=INDIRECT("E1")',
    "F8": "=SUM(E:E)",
    "F9": "=SUM(1:1)",
    "F10": '=IF(D1>0,"E1","no")',
    "F11": "='My sheet'!$B$2",
    "F12": "=LOG10(D1)+1E3",
    "F13": "=Prices[Net]",
    "F14": "=SUM('My sheet'!B:B)",
}


def _left(*changed: tuple[str, int, int]) -> set[str]:
    """The formulas of the sheet ``Own`` whose results are kept after ``changed``."""
    book = openpyxl.Workbook()
    book.active.title = "Own"
    for name in ("Other", "My sheet"):
        book.create_sheet(name)
    for address, formula in FORMULAS.items():
        book.active[address] = formula
    results: Results = {"Own": dict.fromkeys(FORMULAS, ("n", "1"))}
    return set(still_true(results, book, changed)["Own"])


UNKNOWN = {"F6", "F7", "F13"}


@pytest.mark.parametrize(
    ("changed", "gone"),
    [
        (("Own", 1, 5), {"F1", "F2", "F3", "F8", "F9"}),
        (("Own", 9, 4), {"F4"}),
        (("Own", 1, 4), {"F4", "F9", "F10", "F12"}),
        (("Other", 1, 1), {"F5"}),
        (("My sheet", 2, 2), {"F11", "F14"}),
        (("Own", 40, 40), set()),
    ],
)
def test_a_change_takes_the_results_that_it_reaches(changed: tuple[str, int, int], gone: set[str]) -> None:
    """By a cell, an area, a column, a row, another sheet or another formula; and of what cannot be told the result
    goes too."""
    # Row 1 holds F1: whatever takes that takes the sum of the row.
    reached = gone | UNKNOWN | ({"F9"} if "F1" in gone else set())
    assert _left(changed) == set(FORMULAS) - reached


def test_no_change_takes_nothing() -> None:
    """All results stay."""
    assert _left() == set(FORMULAS)


def test_too_many_to_look_at_takes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where finding out would take too long, no result is kept."""
    monkeypatch.setattr("hkj_desktop.files.formula_values._MOST_LOOKS", 10)
    book = openpyxl.Workbook()
    book.active["A1"] = "=SUM(B1:B9)"
    assert still_true({"Sheet": {"A1": ("n", "1")}}, book, [("Sheet", at, 9) for at in range(1, 20)]) == {}


def test_results_of_every_type_are_read_and_put_back(tmp_path: Path) -> None:
    """Numbers, texts with signs of XML in them, yes and no, and errors; what is no formula is left alone."""
    cells = (
        '<c r="H1"><f>1+1</f><v>2</v></c><c r="I1" t="str"><f>A1</f><v>a &lt;b&gt; &amp; c</v></c>'
        '<c r="J1" t="b"><f>TRUE</f><v>1</v></c><c r="K1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(edited(plain_book(), {SHEET: [("</row>", cells)]}))
    results = results_in(path)["Sheet"]
    assert results == {"H1": ("n", "2"), "I1": ("str", "a <b> & c"), "J1": ("b", "1"), "K1": ("e", "#DIV/0!")}
    saved = io.BytesIO()
    openpyxl.load_workbook(path).save(saved)
    written = b"".join(with_results(io.BytesIO(parts(saved.getvalue())[SHEET]), results))
    again = tmp_path / "b.xlsx"
    again.write_bytes(edited(saved.getvalue(), {}, {SHEET: written}))
    assert results_in(again)["Sheet"] == results
    values = openpyxl.load_workbook(again, data_only=True).active
    assert [values[at].value for at in ("H1", "I1", "J1", "K1")] == [2, "a <b> & c", True, "#DIV/0!"]
    assert values["A2"].value == "S-2"


def test_a_sheet_that_declares_entities_gives_no_results(tmp_path: Path) -> None:
    """Nothing that XML declares is expanded."""
    bad = f'<!DOCTYPE x [<!ENTITY a "1">]><worksheet {MAIN}><sheetData/></worksheet>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(edited(plain_book(), {}, {SHEET: bad}))
    assert BOOK in parts(path)
    assert results_in(path) == {"Sheet": {}}
