"""What messages, progress, fields and tables promise to the pages that use them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import (
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell, RowDelegate
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Mode, Role, ThemeManager, Tone, metrics
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.cards import StatCard
from hkj_desktop.ui.widgets.data_table import DataTable
from hkj_desktop.ui.widgets.disclosure import Disclosure
from hkj_desktop.ui.widgets.field_row import FieldRow
from hkj_desktop.ui.widgets.progress_panel import ProgressBar, ProgressPanel, Spinner, StepState
from hkj_desktop.ui.widgets.secret_field import SecretField
from hkj_desktop.ui.widgets.toast import Toast
from tests.helpers.ui import leftmost, picture, shown, wait_until

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
pytestmark = pytest.mark.usefixtures("look")


# Messages ---------------------------------------------------------------------------------------------


def test_banner_says_its_words(qtbot: Any) -> None:
    """Title and text are one name for screen readers, and the cross takes it away."""
    banner = Banner("Try again.", Tone.ERROR, title="No connection", close_name="Close")
    shown(qtbot, banner)
    assert banner.accessibleName() == "No connection Try again."
    assert banner.tone() is Tone.ERROR
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_a_long_banner_grows(qtbot: Any) -> None:
    """A message that does not fit on a line wraps, and all its lines are inside the box."""
    host = QWidget()
    box = QVBoxLayout(host)
    banner = Banner("One sentence that says what happened, where, and what to do next. " * 4, Tone.WARN)
    box.addWidget(banner)
    box.addStretch(1)
    shown(qtbot, host, 900, 400)
    wide = banner.height()
    host.resize(320, 400)
    wait_until(qtbot, lambda: banner.height() >= 2 * wide)


def test_toast_goes_away_by_itself_but_not_under_the_pointer(qtbot: Any) -> None:
    """Its time runs while nobody points at it; its button is told."""
    host = QWidget()
    shown(qtbot, host, 600, 400)
    toast = Toast(host, "Close")
    toast.show_text("Saved", Tone.GOOD, "Show")
    assert toast.isVisible()
    assert toast.geometry().center().x() == pytest.approx(300, abs=2)
    assert toast._timer.isActive()
    QApplication.sendEvent(toast, _enter())
    assert not toast._timer.isActive()
    toast._timer.setInterval(1)
    toast.leaveEvent(None)  # type: ignore[arg-type]
    wait_until(qtbot, toast.isHidden)
    told: list[str] = []
    toast.show_text("Saved", action="Show", then=lambda: told.append("shown"))
    qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert told == ["shown"]


def test_a_toast_answers_its_own_button_only(qtbot: Any) -> None:
    """What an ignored notice offered is not done by the button of the next one."""
    host = QWidget()
    shown(qtbot, host, 600, 400)
    toast = Toast(host, "Close")
    told: list[str] = []
    toast.show_text("An upload did not end", action="Show it", then=lambda: told.append("upload"))
    toast.show_text("Saved", action="Show the folder", then=lambda: told.append("folder"))
    qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert told == ["folder"]


def _enter() -> Any:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QEnterEvent

    return QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))


# Cards, progress, fields -------------------------------------------------------------------------------


def test_stat_card_is_read_as_one(qtbot: Any) -> None:
    """Caption and figure are heard together."""
    card = StatCard("Accepted so far", "0", Tone.GOOD)
    qtbot.addWidget(card)
    card.set_value("840")
    assert card.accessibleName() == "Accepted so far: 840"
    assert card.value() == "840"


def test_progress_panel_shows_what_it_is_told(qtbot: Any) -> None:
    """Figure, bar and checklist; steps that go away are hidden."""
    panel = ProgressPanel()
    shown(qtbot, panel, 800)
    panel.set_figure("842", "of 1,188 products")
    panel.set_fraction(0.71)
    panel.set_steps([("Sent", StepState.DONE, "done"), ("Import", StepState.ACTIVE, "under way")])
    assert panel.bar().value() == 710
    assert panel.bar().accessibleDescription() == "842 of 1,188 products"
    assert [item.accessibleName() for item in panel._items] == ["Sent, done", "Import, under way"]
    panel.set_steps([("Sent", StepState.DONE, "done")])
    assert [item.isVisible() for item in panel._items] == [True, False]
    panel.set_fraction(None)
    assert panel.bar().maximum() == 0
    panel.set_fraction(2.0)
    assert panel.bar().value() == 1000


def test_motion_stops_when_hidden_or_unwanted(qtbot: Any, qapp: QApplication) -> None:
    """The spinner turns only while it is seen, and not at all where less motion is wanted."""
    spinner = Spinner()
    shown(qtbot, spinner, 16)
    assert spinner.is_turning()
    spinner.hide()
    assert not spinner.is_turning()
    ThemeManager(qapp, Mode.LIGHT, reduced_motion=True)
    spinner.show()
    assert not spinner.is_turning()
    bar = ProgressBar()
    bar.set_fraction(None)
    shown(qtbot, bar)
    assert not bar._timer.isActive()


def test_progress_bar_grows_from_the_leading_edge(qtbot: Any) -> None:
    """Half done is the right half in a right-to-left window."""
    bar = ProgressBar()
    shown(qtbot, bar, 400)
    bar.set_fraction(0.5)
    accent = theme.current().color(Role.ACCENT)
    assert leftmost(picture(bar), accent) < 5
    bar.setLayoutDirection(RTL)
    assert 195 <= leftmost(picture(bar), accent) <= 205


def test_disclosure_opens_and_closes(qtbot: Any) -> None:
    """The content is hidden until asked for."""
    content = QLineEdit()
    part = Disclosure("Advanced", content)
    shown(qtbot, part)
    assert content.isHidden()
    with qtbot.waitSignal(part.toggled) as told:
        qtbot.mouseClick(part.heading, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    assert content.isVisible()


def test_field_row_says_what_is_wrong(qtbot: Any) -> None:
    """The label is the field's name; an error takes the hint's place and is part of its description."""
    field = QLineEdit()
    row = FieldRow("Name", field, hint="As customers know it")
    shown(qtbot, row)
    assert field.accessibleName() == "Name"
    assert field.accessibleDescription() == "As customers know it"
    row.set_error("A shop of this name is there already.")
    assert row.error() == "A shop of this name is there already."
    assert field.accessibleDescription() == "A shop of this name is there already."
    row.set_error("")
    assert row.error() == ""
    assert field.accessibleDescription() == "As customers know it"


def test_secret_field_never_gives_back_what_is_stored(qtbot: Any) -> None:
    """A stored key is shown masked; typing begins a new one; Escape returns to the stored one."""
    field = SecretField("API key")
    shown(qtbot, field)
    assert field.layoutDirection() == LTR
    field.set_masked("ik_live_••••7f3c")
    assert field.text() == "ik_live_••••7f3c"
    assert field.new_secret() is None
    qtbot.keyClicks(field, "ik_new")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    secret = field.new_secret()
    assert secret is not None
    assert secret.reveal() == "ik_new"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "ik_live_••••7f3c"
    assert field.new_secret() is None


def test_secret_field_cleans_what_is_pasted(qtbot: Any) -> None:
    """Line ends, spaces and hidden marks around a copied key are dropped."""
    field = SecretField("API key")
    shown(qtbot, field)
    QGuiApplication.clipboard().setText("\u200e ik_live_abc123 \r\n")
    with qtbot.waitSignal(field.edited):
        assert field.paste_new()
    secret = field.new_secret()
    assert secret is not None
    assert secret.reveal() == "ik_live_abc123"
    QGuiApplication.clipboard().setText("  \n")
    assert not field.paste_new()


# Tables -----------------------------------------------------------------------------------------------


class Cells(QAbstractTableModel):
    """A few cells, given as a list of rows."""

    def __init__(self, rows: list[list[Cell]]) -> None:
        super().__init__()
        self.rows = rows
        self.asked: set[int] = set()

    def rowCount(self, parent: Any = None) -> int:
        return len(self.rows)

    def columnCount(self, parent: Any = None) -> int:
        return len(self.rows[0])

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        self.asked.add(int(role))
        return self.rows[index.row()][index.column()] if role == CELL_ROLE else None


def make_table(qtbot: Any, rows: list[list[Cell]], *, tall: bool = True) -> DataTable:
    table = DataTable(tall=tall)
    model = Cells(rows)
    model.setParent(table)
    table.setModel(model)
    shown(qtbot, table, 500, 300)
    return table


def test_pill_stands_on_its_wash_at_the_leading_edge(qtbot: Any) -> None:
    """The value of an error is on the error wash, an empty one too, at the side where reading begins."""
    table = make_table(qtbot, [[Cell("", pill=Tone.ERROR)]])
    table.setColumnWidth(0, 300)
    wash = theme.current().color(Role.ERROR_WASH)
    area = table.viewport()
    assert 0 <= leftmost(picture(area), wash) < 20
    table.setLayoutDirection(RTL)
    assert leftmost(picture(area), wash) > 400


def test_rows_are_painted_from_one_role(qtbot: Any) -> None:
    """Painting asks the model for its cell and for none of Qt's seven roles."""
    table = make_table(qtbot, [[Cell("a", "below", icon=Icon.CIRCLE_X), Cell("12.500 JOD", ltr=True)]])
    model = table.model()
    assert isinstance(model, Cells)
    model.asked.clear()
    picture(table.viewport())
    assert model.asked == {int(CELL_ROLE)}
    assert table.rowHeight(0) == metrics().table_row_tall


def test_the_row_under_the_pointer_is_tinted(qtbot: Any) -> None:
    """The whole row, and no longer when the pointer leaves."""
    table = make_table(qtbot, [[Cell("a"), Cell("b")], [Cell("c"), Cell("d")]])
    delegate = table.row_delegate
    QTest.mouseMove(table.viewport(), QPoint(20, 60))
    wait_until(qtbot, lambda: delegate.hover_row() == 1)
    image = picture(table.viewport())
    assert image.pixelColor(90, 50) == theme.current().color(Role.HOVER)
    assert image.pixelColor(90, 5) == theme.current().color(Role.SURFACE)
    from PySide6.QtCore import QEvent

    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert delegate.hover_row() == -1


def test_size_hint_has_room_for_everything(qtbot: Any) -> None:
    """Icon, pill and second line are counted, so that a column can be fitted to its contents."""
    table = make_table(qtbot, [[Cell("word"), Cell("word", "a much longer second line", icon=Icon.WAND)]])
    delegate, model = table.row_delegate, table.model()
    from PySide6.QtWidgets import QStyleOptionViewItem

    option = QStyleOptionViewItem()
    small = delegate.sizeHint(option, model.index(0, 0))
    large = delegate.sizeHint(option, model.index(0, 1))
    assert large.width() > small.width() + metrics().icon
    assert (small.height(), large.height()) == (metrics().table_row, metrics().table_row_tall)
    assert isinstance(delegate, RowDelegate)
