"""The preview of a change: what is shown, what is ticked, and what is handed on."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.preview import PreviewRows, preview_rows
from hkj_desktop.ui.delegates.base import CELL_ROLE
from hkj_desktop.ui.dialogs.preview import PreviewDialog
from hkj_desktop.ui.models.preview_model import (
    AFTER,
    BEFORE,
    FIELD,
    PLACE,
    PRODUCT,
    TICK,
    ChangeCell,
    PreviewModel,
    differing,
)
from hkj_desktop.ui.theme import Role, ThemeManager, Tone
from hkj_desktop.ui.widgets.banner import Banner
from tests.helpers.catalogues import checked_products, product
from tests.helpers.ui import leftmost, picture

CHECK, SPOKEN, TOOLTIP = (
    Qt.ItemDataRole.CheckStateRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
NAMES = {"index": pl.UInt32, "key": pl.String, "before": pl.String, "after": pl.String}


def catalogue() -> Checked:
    return checked_products(
        product(sku="A-1"), product(sku="B-1", title_en="Tea", barcode=None), product(sku="C-1", barcode=None)
    )


def lines() -> PreviewRows:
    """A price, a title with spaces that nobody sees, a cell that somebody changed, and a row that leaves."""
    cells = pl.DataFrame(
        [(0, "c4", "12.500", "12.750"), (1, "c2", " Tea  bags", "Tea bags"), (1, "c5", "4", None)],
        schema=NAMES,
        orient="row",
    ).with_columns(kind=pl.Series(["cell", "cell", "conflict"]), now=pl.Series([None, None, "7"], dtype=pl.String))
    return preview_rows(catalogue(), cells, pl.Series("index", [2], dtype=pl.UInt32))


@pytest.fixture
def window(qtbot: QtBot, look: ThemeManager) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def opened(window: QWidget, rows: PreviewRows | None = None, **options: Any) -> PreviewDialog:
    shown = lines() if rows is None else rows
    dialog = PreviewDialog(
        "Trim", "Nothing changes yet.", shown, lambda count: f"Change {count} cells", window, **options
    )
    dialog.open()
    QApplication.processEvents()
    return dialog


def cell(model: PreviewModel, row: int, column: int) -> ChangeCell:
    found = model.index(row, column).data(CELL_ROLE)
    assert isinstance(found, ChangeCell)
    return found


def test_a_line_says_place_product_field_before_and_after(window: QWidget) -> None:
    """The place is Excel's; what goes is struck, what comes stands on the good wash with a tick: not colour alone."""
    model = opened(window).model
    texts = [cell(model, 0, column).text for column in (PLACE, PRODUCT, FIELD, BEFORE, AFTER)]
    assert texts == ["E2", "Mountain honey", "Price (dinars)", "12.500", "12.750"]
    assert cell(model, 0, PRODUCT).second == "A-1"
    assert (cell(model, 0, BEFORE).struck, cell(model, 0, BEFORE).pill) == (True, Tone.NEUTRAL)
    assert (cell(model, 0, AFTER).pill, cell(model, 0, AFTER).icon is None) == (Tone.GOOD, False)
    assert model.index(0, BEFORE).data(SPOKEN).startswith(model.title(BEFORE))


def test_spaces_that_nobody_sees_are_shown(window: QWidget) -> None:
    """A change of spaces alone can be seen; the whole value as it is stands in the tooltip."""
    model = opened(window).model
    assert cell(model, 1, BEFORE).text == "␣Tea␣␣bags"
    assert cell(model, 1, AFTER).text == "Tea bags"
    assert " Tea  bags" in model.index(1, BEFORE).data(TOOLTIP)


def test_conflicts_and_rows_that_leave_are_told(window: QWidget) -> None:
    """A cell that was changed meanwhile says what stands there now; a row that leaves says so, with an icon."""
    model = opened(window).model
    assert "7" in cell(model, 2, BEFORE).second
    assert cell(model, 2, BEFORE).warning
    assert cell(model, 2, AFTER).text == ""
    assert model.index(2, AFTER).data(SPOKEN).endswith("empty")
    assert cell(model, 3, PLACE).text == "4"
    assert cell(model, 3, AFTER).text
    assert cell(model, 3, AFTER).icon is not None


def test_what_differs_far_behind_is_shown() -> None:
    """Two long texts that begin alike are shown from where they differ."""
    same = "a" * 100
    before, after = differing(f"{same}old", f"{same}new")
    assert before.startswith("…")
    assert before.endswith("old")
    assert len(before) < 40
    assert after.endswith("new")
    assert differing("old", "new") == ("old", "new")
    assert differing("", same) == ("", same)


def test_ticks_choose_what_is_handed_on(window: QWidget, qtbot: QtBot) -> None:
    """All lines are ticked at first; what is unticked is not handed on, and the button counts."""
    dialog = opened(window)
    model, table = dialog.model, dialog.table
    assert (model.ticked(), dialog.accept_button.text()) == (4, "Change 4 cells")
    at = table.visualRect(model.index(1, TICK)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert model.index(1, TICK).data(CHECK) == Qt.CheckState.Unchecked
    assert dialog.accept_button.text() == "Change 3 cells"
    assert dialog.every.checkState() == Qt.CheckState.PartiallyChecked
    with qtbot.waitSignal(dialog.accepted_rows) as told:
        dialog.accept_button.click()
    (frame,) = told.args
    assert frame.select("index", "key", "kind").rows() == [
        (0, "c4", "cell"),
        (1, "c5", "conflict"),
        (2, None, "left_out"),
    ]


def test_space_ticks_all_selected_lines(window: QWidget, qtbot: QtBot) -> None:
    """The keyboard alone: Space turns the current line, or all that are selected, and turns them back."""
    dialog = opened(window)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert [dialog.model.is_ticked(row) for row in range(4)] == [False, True, True, True]
    dialog.table.selectAll()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.ticked() == 4
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.ticked() == 0


def test_all_and_none(window: QWidget, qtbot: QtBot) -> None:
    """One box takes all or none; with none there is nothing to agree to."""
    dialog = opened(window)
    box = QPoint(8, dialog.every.height() // 2)
    qtbot.mouseClick(dialog.every, Qt.MouseButton.LeftButton, pos=box)
    assert dialog.model.ticked() == 0
    assert not dialog.accept_button.isEnabled()
    assert dialog.every.checkState() == Qt.CheckState.Unchecked
    qtbot.mouseClick(dialog.every, Qt.MouseButton.LeftButton, pos=box)
    assert dialog.model.ticked() == 4
    dialog.model.tick([2], wanted=False)
    qtbot.mouseClick(dialog.every, Qt.MouseButton.LeftButton, pos=box)
    assert dialog.model.ticked() == 4


def test_escape_hands_nothing_on(window: QWidget, qtbot: QtBot) -> None:
    """Whoever goes back has changed nothing."""
    dialog = opened(window)
    told: list[object] = []
    dialog.accepted_rows.connect(told.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []


def test_notes_stand_above(window: QWidget) -> None:
    """What else has to be known is told before; a warning where cells clash."""
    (banner,) = opened(window, notes=["3 rows are not merged.", "A column is gone."]).findChildren(Banner)
    assert banner.text() == "3 rows are not merged.\nA column is gone."
    assert banner.tone() is Tone.WARN
    assert opened(window).findChildren(Banner) == []


def test_a_hundred_thousand_lines_are_read_by_the_page(window: QWidget) -> None:
    """Opening, jumping and unticking make the cells of some pages, not of all lines; the rest is handed on whole."""
    many = pl.DataFrame({"index": pl.Series([0], dtype=pl.UInt32)}).select(
        pl.lit(0, pl.UInt32).repeat_by(100_000).explode().alias("index")
    )
    cells = many.with_columns(key=pl.lit("c4"), before=pl.lit("1"), after=pl.lit("2"))
    dialog = opened(window, preview_rows(catalogue(), cells))
    made: list[int] = []
    own = dialog.model._cells
    dialog.model._cells = lambda row, line: (made.append(row), own(row, line))[1]  # type: ignore[method-assign]
    dialog.table.scrollToBottom()
    QApplication.processEvents()
    dialog.model.tick([99_999], wanted=False)
    QApplication.processEvents()
    dialog.grab()
    assert 0 < len(made) < 5_000
    assert dialog.model.accepted().height == 99_999


def test_arabic_boxes_stand_at_the_right(window: QWidget, qapp: QApplication) -> None:
    """In an Arabic window the boxes to tick are at the right edge."""
    sides = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        dialog = opened(window)
        viewport = dialog.table.viewport()
        from hkj_desktop.ui import theme

        sides.append(leftmost(picture(viewport), theme.current().color(Role.ACCENT)) > viewport.width() / 2)
        dialog.reject()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert sides == [False, True]
