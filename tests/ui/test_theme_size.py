"""The kit in every size and in high contrast: nothing is cut off, nothing lies over anything else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hkj_desktop.system.settings import SIZES, Choice
from hkj_desktop.ui import theme
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Mode, Role, ThemeManager, Type, metrics, px
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.choices import ChipRow, SegmentedControl
from hkj_desktop.ui.widgets.choices import Choice as Segment
from hkj_desktop.ui.widgets.drop_area import DropArea
from hkj_desktop.ui.widgets.rail import StepRow
from hkj_desktop.ui.widgets.shop_badge import ShopBadge
from hkj_desktop.ui.widgets.tool_row import ToolRow
from tests.helpers.ui import wait_until

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(params=[(size, contrast) for size in SIZES for contrast in (Choice.OFF, Choice.ON)], ids=str)
def any_look(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[ThemeManager]:
    """Each size, with and without high contrast."""
    size, contrast = request.param
    yield ThemeManager(qapp, Mode.LIGHT, contrast=contrast, size=size)
    ThemeManager(qapp, Mode.LIGHT)
    qapp.setStyleSheet("")


@pytest.fixture
def largest(qapp: QApplication) -> Iterator[ThemeManager]:
    yield ThemeManager(qapp, Mode.LIGHT, size=SIZES[-1])
    ThemeManager(qapp, Mode.LIGHT)
    qapp.setStyleSheet("")


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


def height(style: Type) -> int:
    return QFontMetrics(theme.current().font(style)).height()


def test_controls_stand_in_one_line(any_look: ThemeManager, qtbot: QtBot) -> None:
    """A button, a field, a list and segments are equally high, and have room for their letters within the frame."""
    host = QWidget()
    row = QHBoxLayout(host)
    control = SegmentedControl([Segment("a", "Cards"), Segment("b", "Table")])
    parts = [Button("Open", Icon.FOLDER_OPEN), QLineEdit("Words"), QComboBox(), control]
    for part in parts:
        row.addWidget(part)
    shown(qtbot, host)
    assert {part.height() for part in parts} == {metrics().control}
    assert metrics().control - 2 * metrics().ring >= height(Type.BODY)


def test_a_frame_keeps_its_place_when_the_keyboard_comes(any_look: ThemeManager, qtbot: QtBot) -> None:
    """The ring takes the room of the frame: a field is as large as before, and so is what is in it."""
    field, other = QLineEdit("Words"), QLineEdit()
    host = QWidget()
    box = QVBoxLayout(host)
    for part in (other, field):
        box.addWidget(part)
    shown(qtbot, host)
    other.setFocus()
    before = field.geometry(), field.cursorRect().left()
    field.setFocus()
    wait_until(qtbot, field.hasFocus)
    QApplication.processEvents()
    assert (field.geometry(), field.cursorRect().left()) == before


def test_what_has_a_height_has_room_for_its_words(any_look: ThemeManager, qtbot: QtBot) -> None:
    """Rows, chips, heads and strips grow with the letters in them."""
    m = metrics()
    assert m.table_row >= height(Type.BODY) + 2
    assert m.table_row_tall >= height(Type.BODY) + height(Type.SMALL) + 2
    assert m.table_head >= height(Type.SMALL) + 2 * m.line
    assert m.chip >= height(Type.SMALL) + 2 * m.line
    assert m.banner >= height(Type.SMALL)
    assert m.step_row >= height(Type.STRONG)
    assert m.footer >= m.control_main


def test_words_of_the_kit_are_whole(any_look: ThemeManager, qtbot: QtBot) -> None:
    """Buttons, segments, chips and rows of the rail have room for their words, their icon and what is around."""
    button, step = Button("Go on to sending", Icon.SEND), StepRow("check", Icon.LIST_CHECKS, "Check")
    control = SegmentedControl([Segment("a", "Problems 11", Icon.TABLE)])
    chips = ChipRow()
    chips.set_chips([Segment("all", "Worth a look 3")])
    badge = ShopBadge()
    badge.set_shop("Practice shop", "Nothing leaves this computer", 0)
    for part in (button, step, control, chips, badge):
        qtbot.addWidget(part)
        part.adjustSize()
    icon, width = metrics().icon, theme.current()
    room = {
        button: QFontMetrics(width.font(Type.BUTTON)).horizontalAdvance("Go on to sending") + icon,
        control: QFontMetrics(width.font(Type.STRONG)).horizontalAdvance("Problems 11") + icon,
        chips: QFontMetrics(width.font(Type.SMALL)).horizontalAdvance("Worth a look 3"),
        step: QFontMetrics(width.font(Type.STRONG)).horizontalAdvance("Check") + icon,
    }
    assert all(part.sizeHint().width() >= least + px(16) for part, least in room.items())
    assert badge.height() >= height(Type.STRONG) + height(Type.CAPTION)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_high_contrast_frames_a_card(qapp: QApplication, qtbot: QtBot, mode: Mode) -> None:
    """The frame of a card is as thick as it is said to be, and in its own colour to its very middle."""
    manager = ThemeManager(qapp, mode, contrast=Choice.ON)
    card = Card()
    card.resize(100, 80)
    shown(qtbot, card)
    image = card.grab().toImage()
    colors = [image.pixelColor(x, 40).name() for x in range(4)]
    look = theme.current()
    frame, inside = look.color(Role.BORDER).name(), look.color(Role.SURFACE).name()
    assert colors == [frame] * metrics().line + [inside] * (4 - metrics().line)
    manager.set_mode(Mode.LIGHT)
    manager.set_contrast(Choice.OFF)
    qapp.setStyleSheet("")


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("filters", [0, 3, 9])
def test_tools_that_do_not_fit_move_below(
    qtbot: QtBot, largest: ThemeManager, direction: Qt.LayoutDirection, filters: int
) -> None:
    """In a row too narrow for both, what ends the line stands below it, with the filters beside it or below."""
    host, chips = QWidget(), ChipRow()
    host.setLayoutDirection(direction)
    chips.set_chips([Segment(str(number), f"Filter {number}") for number in range(filters)])
    chips.setVisible(bool(filters))
    views, view, save = Button("Cards, table and problems"), Button("View"), Button("Save as")
    row = ToolRow([views], chips, [view, save])
    box = QVBoxLayout(host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(row)
    box.addStretch(1)
    host.resize(views.sizeHint().width() + save.sizeHint().width(), 500)
    shown(qtbot, host)
    wait_until(qtbot, lambda: view.y() >= views.geometry().bottom())
    places = [part.geometry() for part in (views, view, save, chips) if not part.isHidden()]
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])
    assert all(QRect(0, 0, row.width(), row.height()).contains(place) for place in places)
    assert row.height() == row.heightForWidth(row.width())


def test_a_low_place_to_drop_keeps_its_words(qtbot: QtBot, largest: ThemeManager) -> None:
    """Where it is too low, the picture goes before the words and the buttons; it comes back with the room."""
    host = QWidget()
    area, button = DropArea("Drop your file anywhere", "Your file is only read.", host), Button("Browse")
    area.set_buttons([button])
    words = area._words
    area.resize(px(600), px(300))
    host.resize(px(640), px(340))
    shown(qtbot, host)
    assert words.icon.isVisible()
    area.resize(px(600), px(140))
    wait_until(qtbot, words.icon.isHidden)
    wait_until(qtbot, lambda: button.mapTo(area, button.rect().bottomLeft()).y() < area.height())
    assert words.title.y() >= 0
    assert not words.title.geometry().intersects(words.text.geometry())
    area.resize(px(600), px(300))
    wait_until(qtbot, words.icon.isVisible)
