"""The tables of a catalogue: rows worked out in tasks, once for each change, only where somebody looks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.problems import Problem, Problems
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import practice_profile
from hkj_desktop.ui.models.frame_model import Filter
from hkj_desktop.ui.models.problem_model import PLACE, PRODUCT, VALUE, Listed, ProblemModel
from hkj_desktop.ui.models.table_model import FIXED, ROW, STATE, TableModel
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.problem_table import ProblemTable, selected_text
from hkj_desktop.ui.tasks import TaskRunner
from hkj_desktop.ui.theme import Tone
from tests.helpers.catalogues import checked_products, product
from tests.helpers.ui import InlineRunner, wait_until

SHOPS = [practice_profile(first_destination())]


def catalogue() -> Checked:
    """Row 2 is fine, row 3 has no price that can be read, row 4 no SKU, row 5 an Arabic title in Latin letters."""
    return checked_products(
        product(sku="B-1", title_en="Honey", price_jod="12.500"),
        product(sku="A-1", title_en="Tea", price_jod="dear", barcode=None),
        product(sku=None, title_en="Zaatar", price_jod="0.500", barcode=None),
        product(sku="C-1", title_en="Coffee", price_jod="9", title_ar="Coffee", barcode=None),
    )


@pytest.fixture
def opened() -> Opened:
    return Opened.of(Path("list.csv"), catalogue(), SHOPS)


def column(model: TableModel | ProblemModel, at: int) -> list[str]:
    return [model.cell(row, at).text for row in range(model.rowCount())]


def test_counts_are_ready_before_the_window_asks(opened: Opened) -> None:
    """What the pages count is worked out with the file, where a task opens it, and not by who shows it."""
    assert {"states", "counts"} <= opened.checked.__dict__.keys()
    assert opened.errors == opened.checked.counts.with_error == 2
    assert sum(opened.kinds.values()) == opened.errors + opened.warnings == len(opened.checked.problems)


def test_rows_in_their_own_order_need_no_task(qapp: Any, opened: Opened) -> None:
    """A file that was just opened is there at once; nothing has to be searched for it."""
    runner = InlineRunner(held=True)
    model = TableModel(runner)
    model.show_source(opened)
    assert column(model, ROW) == ["2", "3", "4", "5"]
    assert runner.names == []


def test_old_rows_stay_until_the_new_ones_come(qapp: Any, opened: Opened) -> None:
    """A search is one task, and the table stays as it was while the task runs."""
    runner = InlineRunner(held=True)
    model = TableModel(runner)
    model.show_source(opened)
    model.set_filter(Filter("honey"))
    assert model.is_busy()
    assert model.rowCount() == 4
    runner.release()
    assert not model.is_busy()
    assert column(model, ROW) == ["2"]
    model.set_filter(Filter("honey"))
    assert len(runner.names) == 1


def test_only_the_newest_search_is_shown(qapp: Any, opened: Opened) -> None:
    """A search that was overtaken, also by showing everything again, changes nothing when it ends."""
    runner = InlineRunner(held=True)
    model = TableModel(runner)
    model.show_source(opened)
    model.set_filter(Filter("honey"))
    model.set_filter(Filter("tea"))
    model.set_filter(Filter())
    assert model.rowCount() == 4
    runner.release()
    assert model.rowCount() == 4
    model.set_filter(Filter("honey"))
    model.set_filter(Filter("tea"))
    runner.release()
    assert column(model, ROW) == ["3"]


def test_nobody_looks_so_nothing_is_worked_out(qapp: Any, opened: Opened) -> None:
    """A hidden table works out what was asked for last, once, when it is shown; it keeps nothing of an old file."""
    runner = InlineRunner()
    model = TableModel(runner)
    model.show_source(opened)
    model.set_live(False)
    model.show_source(Opened.of(Path("other.csv"), catalogue(), SHOPS), Filter("honey"))
    assert model.source() is None
    model.set_filter(Filter("tea"))
    model.sort(STATE)
    assert runner.names == []
    model.set_live(True)
    assert column(model, ROW) == ["3"]
    assert len(runner.names) == 1


def test_search_on_real_threads(qtbot: Any, opened: Opened) -> None:
    """With the program's own runner the rows come on the window's thread, and are told once."""
    runner = TaskRunner()
    model = TableModel(runner)
    model.show_source(opened)
    with qtbot.waitSignal(model.renewed, timeout=15_000):
        model.set_filter(Filter("zaatar"))
    assert column(model, ROW) == ["4"]
    assert runner.shutdown(15) == []


def test_a_failed_search_is_told_and_changes_nothing(qtbot: Any, opened: Opened, expected_log: Any) -> None:
    """Where rows cannot be worked out, the old ones stay, and one may search again."""
    expected_log("ended unexpectedly")
    model = TableModel(InlineRunner())
    model.show_source(opened)
    with qtbot.waitSignal(model.failed):
        model.sort(99)
    assert model.rowCount() == 4
    model.set_filter(Filter("tea"))
    assert column(model, ROW) == ["3"]


def test_table_sorts_by_what_was_understood(qapp: Any, opened: Opened) -> None:
    """12.500 is more than 9; what is no price comes last; the state puts errors first."""
    model = TableModel(InlineRunner())
    model.show_source(opened)
    price = FIXED + [m.field for m in opened.checked.mapping.matches].index("price_jod")
    model.sort(price)
    assert column(model, price) == ["0.500", "9", "12.500", "dear"]
    model.sort(STATE)
    assert set(column(model, ROW)[:2]) == {"3", "4"}
    model.sort(ROW, Qt.SortOrder.DescendingOrder)
    assert column(model, ROW) == ["5", "4", "3", "2"]
    assert model.position_of(0) == 3


@pytest.mark.parametrize("order", [ROW, STATE])
def test_marks_are_on_their_cells(qapp: Any, opened: Opened, order: int) -> None:
    """A cell with a problem has its wash, in whatever order the rows stand, and cells without one have none."""
    model = TableModel(InlineRunner())
    model.show_source(opened)
    model.sort(order)
    marked = {
        (model.cell(row, ROW).text, at): model.cell(row, at).pill
        for row in range(4)
        for at in range(FIXED, model.columns())
        if model.cell(row, at).pill
    }
    frame = opened.checked.problems.frame
    expected = {
        (str(row), model.column_of(letter)): Tone.ERROR if severity == "error" else Tone.WARN
        for row, letter, severity in frame.select("row", "letter", "severity").iter_rows()
    }
    assert marked == expected


def test_problems_are_found_by_place_and_words(qapp: Any, opened: Opened) -> None:
    """A place such as E3 leads to its problem, as do words of the product; severity and kind keep only theirs."""
    model = ProblemModel(InlineRunner())
    model.show_source(Listed(opened.checked.problems, opened.checked.fields))
    every = model.rowCount()
    place = next(text for text in column(model, PLACE) if text.endswith("3"))
    model.set_filter(Filter(place.lower()))
    assert set(column(model, PLACE)) == {place}
    model.set_filter(Filter("zaatar"))
    assert set(column(model, PRODUCT)) == {"Zaatar"}
    model.set_filter(Filter(severity="error"))
    assert model.rowCount() == opened.errors < every
    kind = next(iter(opened.kinds))
    model.set_filter(Filter(code=kind))
    assert model.rowCount() == opened.kinds[kind]


def test_nothing_that_a_spreadsheet_would_run_is_copied(qtbot: Any, opened: Opened) -> None:
    """A cell that begins like a formula is copied as text; a plain number stays one."""
    problems = Problems.of(
        [
            Problem("server_refused", field="title_en", row=2, value='=HYPERLINK("http://x","y")'),
            Problem("server_refused", field="price_jod", row=3, value="-5"),
        ]
    )
    model = ProblemModel(InlineRunner())
    model.show_source(Listed(problems, opened.checked.fields))
    table = ProblemTable(model, "problems")
    qtbot.addWidget(table)
    table.selectAll()
    lines = [line.split("\t") for line in selected_text(table).split("\n")]
    assert [line[VALUE] for line in lines] == ['\'=HYPERLINK("http://x","y")', "-5"]
    table.actions()[0].trigger()
    wait_until(qtbot, lambda: QGuiApplication.clipboard().text() == selected_text(table))
