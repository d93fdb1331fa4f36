"""Gentle changes: what they look like, that they end, and that nothing stays behind of them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hkj_desktop.system.settings import Choice
from hkj_desktop.ui import theme
from hkj_desktop.ui.shell import DropVerdict, Shell
from hkj_desktop.ui.steps import frame_words
from hkj_desktop.ui.theme import Mode, ThemeManager
from hkj_desktop.ui.widgets import fade
from hkj_desktop.ui.widgets.disclosure import Disclosure
from hkj_desktop.ui.widgets.toast import Toast
from tests.helpers.ui import wait_until

RED, BLUE = QColor("#ff0000"), QColor("#0000ff")
LONG = 60_000  # of a change that a test ends before it ends by itself


class Page(QWidget):
    """A page of one colour that counts how often it is painted."""

    def __init__(self, color: QColor) -> None:
        super().__init__()
        self.color = color
        self.painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted += 1
        QPainter(self).fillRect(self.rect(), self.color)


class Window(QWidget):
    """Two pages, the red one in front."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        self.red, self.blue = Page(RED), Page(BLUE)
        for page in (self.red, self.blue):
            self.stack.addWidget(page)
        box = QVBoxLayout(self)
        box.addWidget(self.stack)
        self.resize(300, 200)

    def turn(self) -> None:
        """Change the page, as the program does it."""
        fade.cross_fade(self.stack)
        self.stack.setCurrentWidget(self.blue if self.stack.currentWidget() is self.red else self.red)

    def lies_over(self) -> list[QWidget]:
        """Pictures of what was seen before that are still there."""
        return self.findChildren(fade._Before)

    def seen(self) -> QColor:
        """The colour in the middle of the window, as it is on the screen."""
        image = fade._read(self, self.rect())
        assert image is not None
        return image.pixelColor(image.width() // 2, image.height() // 2)


@pytest.fixture
def gentle(qapp: QApplication) -> Iterator[ThemeManager]:
    """Somebody who wants things to move, even where nobody looks."""
    manager = ThemeManager(qapp, Mode.LIGHT, motion=Choice.ON)
    yield manager
    ThemeManager(qapp, Mode.LIGHT)
    qapp.setStyleSheet("")


@pytest.fixture
def slow(gentle: ThemeManager, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that does not end before the test has looked."""
    monkeypatch.setattr(fade, "DURATION", LONG)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    QApplication.processEvents()


@pytest.fixture
def window(qtbot: QtBot, gentle: ThemeManager) -> Window:
    made = Window()
    shown(qtbot, made)
    return made


def test_a_page_gives_way_to_the_next_one(window: Window, qtbot: QtBot) -> None:
    """From the one to the other through what lies between, and then nothing lies over the page."""
    window.turn()
    colors: list[str] = []

    def done() -> bool:
        colors.append(window.seen().name())
        return not window.lies_over()

    wait_until(qtbot, done)
    wait_until(qtbot, lambda: window.seen() == BLUE)
    assert colors[0] == RED.name()
    assert set(colors) - {RED.name(), BLUE.name()}
    assert window.blue.graphicsEffect() is None


def test_the_page_below_is_not_painted_for_each_step(window: Window, qtbot: QtBot) -> None:
    """Once when it is shown, and once when it is free again, however many steps lie between."""
    before = window.blue.painted
    window.turn()
    wait_until(qtbot, lambda: not window.lies_over() and window.seen() == BLUE)
    assert 1 <= window.blue.painted - before <= 2


def test_nothing_moves_where_less_motion_is_wanted(window: Window, gentle: ThemeManager, qtbot: QtBot) -> None:
    """With motion off the next page is there at once."""
    gentle.set_motion(Choice.OFF)
    window.turn()
    assert window.lies_over() == []


def test_nothing_moves_where_nobody_looks(qtbot: QtBot, qapp: QApplication) -> None:
    """Without a screen, as in tests and pictures, pages change at once unless somebody asks for more."""
    manager = ThemeManager(qapp, Mode.LIGHT)
    window = Window()
    shown(qtbot, window)
    window.turn()
    assert window.lies_over() == []
    assert not theme.current().fades
    manager.set_motion(Choice.ON)
    assert theme.current().fades
    manager.set_motion(Choice.SYSTEM)


def test_what_is_not_seen_does_not_fade(gentle: ThemeManager, qtbot: QtBot) -> None:
    """A window that was not shown yet, or is hidden, changes at once."""
    window = Window()
    qtbot.addWidget(window)
    window.turn()
    assert window.lies_over() == []
    shown(qtbot, window)
    window.hide()
    window.turn()
    assert window.lies_over() == []


def test_turning_pages_quickly_leaves_one_picture(window: Window, slow: None, qtbot: QtBot) -> None:
    """A change in the middle of another one begins with what is seen then, and ends the other."""
    for _ in range(5):
        window.turn()
        QApplication.processEvents()
    wait_until(qtbot, lambda: len(window.lies_over()) == 1)
    assert window.stack.currentWidget() is window.blue


def test_what_a_person_does_is_seen_at_once(window: Window, slow: None, qtbot: QtBot) -> None:
    """A key or a click ends the change and still reaches the page; moving the pointer does not end it."""
    field = QLineEdit(window.blue)
    handle = window.windowHandle()
    window.turn()
    field.show()
    field.setFocus()
    QTest.mouseMove(handle, window.rect().center())
    QApplication.processEvents()
    assert len(window.lies_over()) == 1
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert field.text() == "a"
    wait_until(qtbot, lambda: not window.lies_over())
    window.turn()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=window.rect().center())
    wait_until(qtbot, lambda: not window.lies_over())


def test_the_picture_takes_no_click(window: Window, slow: None) -> None:
    """What is clicked is the page, not the picture over it."""
    window.turn()
    under = window.childAt(window.rect().center())
    assert under is window.blue


def test_another_size_ends_it(window: Window, slow: None, qtbot: QtBot) -> None:
    """Of a size in which nothing was seen there is no picture."""
    window.turn()
    wait_until(qtbot, lambda: window.blue.painted)
    window.resize(400, 260)
    wait_until(qtbot, lambda: not window.lies_over())


def test_a_footer_that_comes_with_the_page_does_not_end_it(window: Window, slow: None, qtbot: QtBot) -> None:
    """The page takes its new size before anything of it is painted."""
    window.turn()
    window.stack.setMaximumHeight(120)
    wait_until(qtbot, lambda: window.blue.painted)
    assert [one.geometry() for one in window.lies_over()] == [window.stack.rect()]


def test_a_window_that_goes_takes_it_along(gentle: ThemeManager, slow: None, qtbot: QtBot) -> None:
    """Closed, hidden or destroyed in the middle of a change, nothing fails and nothing stays."""
    for end in (QWidget.close, QWidget.hide, QWidget.destroy, QWidget.deleteLater):
        window = Window()
        window.show()
        qtbot.waitExposed(window)
        QApplication.processEvents()
        gone: list[bool] = []
        window.turn()
        assert len(window.lies_over()) == 1
        window.lies_over()[0].destroyed.connect(lambda *_, gone=gone: gone.append(True))
        QApplication.processEvents()
        end(window)
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert gone == [True]


def test_where_pixels_cannot_be_read_they_are_painted(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On macOS the picture is painted anew, and the page below goes on being painted."""
    monkeypatch.setattr(fade, "_UNREAD", frozenset({fade.sys.platform}))
    window.turn()
    assert len(window.lies_over()) == 1
    wait_until(qtbot, lambda: not window.lies_over())
    assert window.blue.painted > 1
    monkeypatch.undo()
    wait_until(qtbot, lambda: window.seen() == BLUE)


def test_sharp_screens_have_sharp_pictures(qtbot: QtBot, gentle: ThemeManager, window: Window) -> None:
    """The picture has as many pixels as the screen has for that place."""
    stored = fade._stored(window)
    assert isinstance(stored, QImage)
    stored = stored.copy()
    stored.setDevicePixelRatio(2.0)
    place = QRect(10, 10, 50, 40)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fade, "_stored", lambda _window: stored)
        picture = fade._read(window, place)
    assert picture is not None
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (100, 80, 2.0)


# Where it is used --------------------------------------------------------------------------------------


def test_pages_of_the_window_change_gently(qtbot: QtBot, gentle: ThemeManager, slow: None) -> None:
    """The shell fades from page to page, also to one with a footer, and ends within the next resize."""
    shell = Shell(frame_words("en"), lambda _urls: DropVerdict(accepted=True, title="", line=""))
    footer = QWidget()
    footer.setFixedHeight(60)
    shell.add_page("one", Page(RED))
    shell.add_page("two", Page(BLUE), footer=footer)
    shell.show_page("one")
    shown(qtbot, shell)
    shell.show_page("two")
    QApplication.processEvents()
    assert len(shell.findChildren(fade._Before)) == 1
    shell.resize(shell.width() + 40, shell.height())
    wait_until(qtbot, lambda: not shell.findChildren(fade._Before))


def test_a_page_change_costs_little(qtbot: QtBot, gentle: ThemeManager, slow: None) -> None:
    """Laying the picture over a large page takes less than 8 ms of the change."""
    window = Window()
    window.resize(1600, 1000)
    shown(qtbot, window)
    spent = []
    for _ in range(9):
        start = time.perf_counter()
        fade.cross_fade(window.stack)
        spent.append(time.perf_counter() - start)
        QApplication.processEvents()
    assert min(spent) < 0.008


def test_a_short_notice_comes_and_goes_gently(qtbot: QtBot, gentle: ThemeManager, slow: None) -> None:
    """It can be read and clicked at once, is gone at once for whoever asks, and has its picture for a moment."""
    host = QWidget()
    host.resize(600, 300)
    toast = Toast(host, "Close")
    shown(qtbot, host)
    toast.show_text("Saved")
    assert toast.isVisible()
    pictures = host.findChildren(fade._Before)
    assert [one.geometry() for one in pictures] == [toast.geometry()]
    assert host.children().index(pictures[0]) > host.children().index(toast)
    QApplication.processEvents()
    toast.hide()
    assert toast.isHidden()
    host.resize(620, 300)
    wait_until(qtbot, lambda: not host.findChildren(fade._Before))


def test_what_is_opened_comes_gently(qtbot: QtBot, gentle: ThemeManager, slow: None) -> None:
    """Opening fades what scrolls around it, and the field that comes can be used at once."""
    area, form = QScrollArea(), QWidget()
    field = QLineEdit()
    disclosure = Disclosure("Advanced", field)
    box = QVBoxLayout(form)
    box.addWidget(disclosure)
    box.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(form)
    area.resize(300, 200)
    shown(qtbot, area)
    disclosure.set_open(True)
    assert field.isVisible()
    assert len(area.viewport().findChildren(fade._Before)) == 1
    disclosure.set_open(True)
    assert len(area.viewport().findChildren(fade._Before)) == 1
    QApplication.processEvents()
    area.resize(340, 220)
    wait_until(qtbot, lambda: not area.viewport().findChildren(fade._Before))
