"""What texts, buttons, rail and choices promise to the pages that use them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Role, Type, metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.choices import ChipRow, Choice, SegmentedControl
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label
from hkj_desktop.ui.widgets.rail import StepRail, StepSpec, count_mark, done_mark
from hkj_desktop.ui.widgets.search_field import SearchField
from hkj_desktop.ui.widgets.shop_badge import ShopBadge
from hkj_desktop.ui.widgets.stacked_bar import GAP, LEAST, StackedBar
from hkj_desktop.ui.widgets.tool_row import ToolRow
from tests.helpers.ui import leftmost, picture, shown, wait_until

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
pytestmark = pytest.mark.usefixtures("look")


# Texts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", Type)
@pytest.mark.parametrize("kind", [Label, ElidedLabel])
@pytest.mark.parametrize("text", ["جارٍ", "جارٍ الإرسال", "أهلًا", "إلى HKJ", "Welcome", "Going"])
def test_marks_of_arabic_letters_are_whole(qtbot: Any, kind: type[QWidget], style: Type, text: str) -> None:
    """In a label as high as it asks to be, a text has as much ink as in one with room above and below: the marks of
    Arabic letters reach out of the line of their font."""
    host = QWidget()
    shown(qtbot, host, 400, 200)
    inks = []
    for room in (0, 60):
        label = kind(text, style, parent=host)
        size = label.sizeHint()
        label.setGeometry(20, 40, size.width() + 4, size.height() + room)
        label.show()
        inks.append(_rows_with_ink(picture(host)))
        label.hide()
    assert inks[0] == inks[1] > 0


def test_room_for_marks_goes_with_them(qtbot: Any) -> None:
    """Another text without marks needs no more room than it would have had at first; margins of others stay."""
    label, plain = Label("أهلًا", Type.TITLE), Label("حسنا", Type.TITLE)
    qtbot.addWidget(label)
    qtbot.addWidget(plain)
    assert label.sizeHint().height() > plain.sizeHint().height()
    label.setContentsMargins(0, label.contentsMargins().top(), 0, 9)
    label.setText("حسنا")
    assert label.sizeHint().height() == plain.sizeHint().height() + 9


def test_broken_lines_of_arabic_are_whole(qtbot: Any) -> None:
    """In whatever width, the last letter of a line is not cut: Qt moves a line that was broken by its space."""
    host = QWidget()
    host.setLayoutDirection(RTL)
    shown(qtbot, host, 400, 240)
    label = Label("وصل 56 بندًا إلى المتجر، ورفض المتجر واحدًا منها فقط", Type.TITLE, wrap=True, parent=host)
    label.show()
    own = label.contentsMargins()
    for width in range(130, 330, 3):
        inks = []
        for room in (0, 20):  # at the left edge
            label.setGeometry(50 - room, 20, width + room, 200)
            label.setContentsMargins(own.left() + room, own.top(), own.right(), own.bottom())
            gray = picture(host).convertToFormat(QImage.Format.Format_Grayscale8)
            inks.append(sum(byte < 128 for byte in bytes(gray.constBits())))
        assert inks[0] == inks[1] > 0


def _rows_with_ink(image: QImage) -> int:
    ground = image.pixel(0, 0)
    return sum(any(image.pixel(x, y) != ground for x in range(image.width())) for y in range(image.height()))


def test_labels_show_markup_as_it_is(qtbot: Any) -> None:
    """A label shows a cell that looks like markup as plain text; only ** makes a part strong."""
    label = Label("<b>not bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    label.set_emphasis("**1,157 new** & <img src=x>")
    assert "<img" not in label.text()
    assert "1,157 new</b>" in label.text()
    assert label.accessibleName() == "1,157 new & <img src=x>"


def test_figures_stand_at_the_leading_edge(qtbot: Any) -> None:
    """A bare number is at the right of an Arabic card, as its caption is."""
    label = Label("840")
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft
    label.setLayoutDirection(RTL)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight


def test_elided_label_keeps_the_whole_text(qtbot: Any) -> None:
    """A text that is cut is whole in the tooltip and for screen readers; one that fits has no tooltip."""
    label = ElidedLabel("a-very-long-name-of-a-catalogue-file.xlsx")
    shown(qtbot, label, 80)
    assert label.accessibleName() == label.text()
    assert "catalogue-file.xlsx" in label.toolTip()
    label.resize(600, 20)
    assert label.toolTip() == ""


# Buttons ----------------------------------------------------------------------------------------------


def test_button_heights_and_names(qtbot: Any) -> None:
    """34 high, 42 for the main action; an icon alone has a name for screen readers and a tooltip."""
    plain, main = Button("Save", Icon.SAVE), Button("Send", Icon.SEND, kind=Kind.PRIMARY, main=True)
    undo = Button("", Icon.UNDO, name="Undo")
    for button in (plain, main, undo):
        shown(qtbot, button, 120)
    assert plain.height() == metrics().control
    assert main.height() == metrics().control_main
    assert undo.accessibleName() == "Undo"
    assert "Undo" in undo.toolTip()


def test_the_ring_is_for_the_keyboard(qtbot: Any) -> None:
    """Focus by Tab paints a ring in the accent colour, focus by a click does not."""
    button = Button("Save")
    shown(qtbot, button, 120)
    accent = theme.current().color(Role.ACCENT)
    for reason, expected in ((Qt.FocusReason.MouseFocusReason, False), (Qt.FocusReason.TabFocusReason, True)):
        button.hasFocus = lambda: True  # type: ignore[method-assign]
        button.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn, reason))
        assert (leftmost(picture(button), accent) >= 0) is expected


def test_button_icon_is_at_the_leading_side(qtbot: Any) -> None:
    """In a right-to-left window the icon of a wide button is right of its words."""
    button = Button("", Icon.SAVE, name="Save")
    button.setText("i")
    shown(qtbot, button, 200)
    there = picture(button)
    button.setLayoutDirection(RTL)
    assert picture(button) != there


# Rail -------------------------------------------------------------------------------------------------


@pytest.fixture
def rail(qtbot: Any) -> StepRail:
    steps = [StepSpec(name, Icon.STORE, name.title()) for name in ("shop", "file", "check")]
    made = StepRail(steps, [StepSpec("history", Icon.HISTORY, "History")], spoken="Steps")
    shown(qtbot, made, 216, 600)
    return made


def test_rail_says_which_row_was_chosen(qtbot: Any, rail: StepRail) -> None:
    """A click and the Enter key choose; a closed row does not, and says why."""
    rail.set_step("check", enabled=False, reason="Choose a file first")
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(rail.row("file"), Qt.MouseButton.LeftButton)
    assert told.args == ["file"]
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.keyClick(rail.row("history"), Qt.Key.Key_Return)
    assert told.args == ["history"]
    with qtbot.assertNotEmitted(rail.chosen):
        qtbot.mouseClick(rail.row("check"), Qt.MouseButton.LeftButton)
    assert rail.row("check").accessibleDescription() == "Choose a file first"


def test_rail_arrows_skip_closed_rows(qtbot: Any, rail: StepRail, monkeypatch: pytest.MonkeyPatch) -> None:
    """Down goes to the next open row, and from the last one to the first."""
    rail.set_step("file", enabled=False)
    focused: list[str] = []
    for name in ("shop", "file", "check", "history"):
        monkeypatch.setattr(rail.row(name), "setFocus", lambda reason, name=name: focused.append(name))
    qtbot.keyClick(rail.row("shop"), Qt.Key.Key_Down)
    qtbot.keyClick(rail.row("history"), Qt.Key.Key_Down)
    qtbot.keyClick(rail.row("shop"), Qt.Key.Key_Up)
    assert focused == ["check", "shop", "history"]


def test_rail_marks_are_spoken(rail: StepRail) -> None:
    """A tick and a count are words for screen readers."""
    rail.set_step("shop", mark=done_mark("done"))
    rail.set_step("check", mark=count_mark("12", "12 with a problem"))
    rail.set_current("check")
    assert rail.row("shop").accessibleName() == "Shop, done"
    assert rail.row("check").accessibleName() == "Check, 12 with a problem"
    assert rail.row("check").is_current()
    assert not rail.row("shop").is_current()
    assert rail.row("shop").height() == metrics().step_row


def test_rail_line_is_at_the_trailing_edge(rail: StepRail) -> None:
    """The hairline is between rail and page, whichever way the window reads."""
    border = theme.current().color(Role.BORDER)
    for direction, x in ((LTR, rail.width() - 1), (RTL, 0)):
        rail.setLayoutDirection(direction)
        image = picture(rail)
        assert image.pixelColor(x, 300) == border
        assert image.pixelColor(rail.width() - 1 - x, 300) == theme.current().color(Role.SURFACE)


def test_badge_grows_with_its_line(qtbot: Any) -> None:
    """A long line below the shop's name wraps instead of being cut."""
    badge = ShopBadge()
    shown(qtbot, badge, 192)
    badge.set_shop("Baqala", "HKJ", 1)
    low = badge.height()
    badge.set_shop("Practice shop", "Nothing leaves this computer, whatever you do", 0)
    assert badge.height() > low
    assert badge.accessibleName() == "Practice shop"


# Bars, choices, search ---------------------------------------------------------------------------------


def test_stacked_bar_fills_its_width(qtbot: Any) -> None:
    """Parts and gaps are as wide as the bar, and one bad row in a million is still seen."""
    bar = StackedBar()
    shown(qtbot, bar, 500)
    bar.set_counts(1_000_000, 0, 1, "1,000,001 products")
    parts = bar.parts()
    assert [role for role, _, _ in parts] == [Role.BAR_READY, Role.BAR_ERROR]
    assert sum(width for _, _, width in parts) + GAP == 500
    assert parts[-1][2] >= LEAST
    assert bar.accessibleName() == "1,000,001 products"
    bar.set_counts(0, 0, 0, "empty")
    assert bar.parts() == []


def test_stacked_bar_mirrors(qtbot: Any) -> None:
    """In a right-to-left window what is wrong is at the left."""
    bar = StackedBar()
    shown(qtbot, bar, 300)
    bar.set_counts(80, 0, 20, "x")
    error = theme.current().color(Role.BAR_ERROR)
    assert leftmost(picture(bar), error) > 200
    bar.setLayoutDirection(RTL)
    assert leftmost(picture(bar), error) < 20


def test_segments_are_one_choice_with_arrow_keys(qtbot: Any) -> None:
    """Arrows move the choice, a closed segment is passed over, and setting it in code is silent."""
    control = SegmentedControl([Choice("cards", "Cards"), Choice("table", "Table"), Choice("problems", "Problems")])
    shown(qtbot, control)
    assert control.chosen_key() == "cards"
    with qtbot.assertNotEmitted(control.chosen):
        control.set_chosen("table")
    control.activateWindow()
    control._segments["table"].setFocus()
    wait_until(qtbot, control._segments["table"].hasFocus)
    with qtbot.waitSignal(control.chosen) as told:
        qtbot.keyClick(control._segments["table"], Qt.Key.Key_Right)
    assert told.args == ["problems"]


def test_exclusive_chips_always_have_one(qtbot: Any) -> None:
    """The first chip is chosen at the start, one click tells once, and new counts keep the choice."""
    chips = ChipRow()
    shown(qtbot, chips)
    chips.set_chips([Choice("all", "All 17"), Choice("price", "Price 4")])
    assert chips.chosen_keys() == ["all"]
    told: list[list[str]] = []
    chips.changed.connect(told.append)
    qtbot.mouseClick(chips._chips["price"], Qt.MouseButton.LeftButton)
    chips.set_chips([Choice("all", "All 16"), Choice("stock", "Stock 1"), Choice("price", "Price 3")])
    assert told == [["price"]]
    assert chips.chosen_keys() == ["price"]
    chips.set_chips([Choice("all", "All 2")])
    assert chips.chosen_keys() == ["all"]


def test_free_chips_are_chosen_together(qtbot: Any) -> None:
    """Chips that are not exclusive are check boxes."""
    chips = ChipRow(exclusive=False)
    shown(qtbot, chips)
    chips.set_chips([Choice("a", "A"), Choice("b", "B")])
    assert chips.chosen_keys() == []
    told: list[list[str]] = []
    chips.changed.connect(told.append)
    for key in ("a", "b", "a"):
        qtbot.mouseClick(chips._chips[key], Qt.MouseButton.LeftButton)
    assert told == [["a"], ["a", "b"], ["b"]]


def test_chips_wrap_from_the_leading_edge(qtbot: Any) -> None:
    """A narrow row breaks into lines; right-to-left, the first chip is at the right."""
    chips = ChipRow()
    shown(qtbot, chips, 200, 200)
    chips.set_chips([Choice(str(number), f"Chip number {number}") for number in range(6)])
    assert chips.heightForWidth(200) > chips.heightForWidth(2000)
    chips.setLayoutDirection(RTL)
    wait_until(qtbot, lambda: chips._chips["0"].geometry().right() == chips.rect().right())


def test_tool_row_moves_filters_to_a_second_line(qtbot: Any) -> None:
    """Where filters do not fit they get a line of their own, and nothing overlaps."""
    chips = ChipRow()
    chips.set_chips([Choice(str(number), f"Chip number {number}") for number in range(5)])
    first, last = Button("First"), Button("Last")
    host = QWidget()
    row = ToolRow([first], chips, [last])
    box = QVBoxLayout(host)
    box.addWidget(row)
    box.addStretch(1)
    shown(qtbot, host, 1000, 300)
    assert chips.geometry().center().y() == pytest.approx(first.geometry().center().y(), abs=2)
    host.resize(420, 300)
    wait_until(qtbot, lambda: chips.y() >= first.geometry().bottom())
    assert chips.geometry().bottom() <= row.rect().bottom() + 1
    assert not first.geometry().intersects(last.geometry())


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_a_search_field_gives_way_in_a_narrow_row(qtbot: Any, direction: Qt.LayoutDirection) -> None:
    """Where all does not fit in one line, the search field is narrower and nothing lies over anything."""
    host = QWidget()
    host.setLayoutDirection(direction)
    views, search, save = Button("Cards and table"), SearchField("Search", "Clear"), Button("Save as")
    row = ToolRow([views, search], ChipRow(), [save])
    box = QVBoxLayout(host)
    box.addWidget(row)
    wide = row.sizeHint().width() + 60
    shown(qtbot, host, wide, 200)
    full = search.width()
    host.resize(wide - 120, 200)
    wait_until(qtbot, lambda: search.width() < full)
    parts = [part.geometry() for part in (views, search, save)]
    assert not any(one.intersects(other) for at, one in enumerate(parts) for other in parts[:at])
    assert all(row.rect().contains(part) for part in parts)


def test_search_waits_for_a_pause(qtbot: Any) -> None:
    """Keys in quick succession are one search; Enter and clearing are told at once; the same text is not."""
    field = SearchField("Search", "Clear")
    shown(qtbot, field)
    told: list[str] = []
    field.searched.connect(told.append)
    qtbot.keyClicks(field, "rice")
    assert told == []
    wait_until(qtbot, lambda: told)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["rice"]
    qtbot.keyClicks(field, "!")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["rice", "rice!", ""]
    assert field.text() == ""
