"""The frame of the window: pages, footer, rail, and dropping a file anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.shell import DropVerdict, Shell, ShellWords
from hkj_desktop.ui.theme import Mode, ThemeManager, metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.drop_area import DropArea, DropState, EmptyState
from hkj_desktop.ui.widgets.footer_bar import FooterBar
from hkj_desktop.ui.widgets.page_header import PageHeader
from tests.helpers.ui import grab, wait_until

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
pytestmark = pytest.mark.usefixtures("look")


# Shell ------------------------------------------------------------------------------------------------


def describe(urls: Any) -> DropVerdict:
    fine = urls[0].fileName().endswith(".csv")
    return DropVerdict(fine, "Drop it" if fine else "Not a catalogue", urls[0].fileName())


@pytest.fixture
def shell(qtbot: Any) -> Shell:
    words = ShellWords(
        ("Shop", "File", "Check", "Send", "Result"), "History", "Settings", "العربية", "Steps", "Close", *"ofh"
    )
    made = Shell(words, describe)
    qtbot.addWidget(made)
    made.add_page("file", DropArea("Drop your file", "It is only read."), scrolls=False)
    footer = FooterBar()
    footer.set_text("**12** products")
    footer.add_button(Button("Send", Icon.SEND, kind=Kind.PRIMARY, main=True))
    page = QWidget()
    box = QVBoxLayout(page)
    box.addWidget(PageHeader("a.csv", "12 products"))
    box.addWidget(EmptyState(Icon.INBOX, "Nothing yet", "Send something."))
    made.add_page("check", page, footer=footer, scrolls=True)
    made.show()
    qtbot.waitExposed(made)
    return made


def mime(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/folder/{name}") for name in names])
    return data


def drag(target: QWidget, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, event)
    return event


def drop(target: QWidget, data: QMimeData) -> QDropEvent:
    event = QDropEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, event)
    return event


def test_shell_shows_a_page_with_its_footer(shell: Shell) -> None:
    """The footer belongs to its page, and the rail follows."""
    shell.show_page("file")
    assert shell._foot.isHidden()
    shell.show_page("check")
    assert shell.page() == "check"
    assert shell._foot.isVisible()
    assert shell._foot.height() == metrics().footer
    assert shell.rail.row("check").is_current()


def test_shell_signals(qtbot: Any, shell: Shell) -> None:
    """Each row of the rail, the badge and the shortcuts ask for their own thing."""
    pairs = [
        ("file", shell.step_requested),
        ("history", shell.history_requested),
        ("settings", shell.settings_requested),
        ("language", shell.language_requested),
    ]
    for name, signal in pairs:
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(shell.rail.row(name), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(shell.shop_requested):
        qtbot.mouseClick(shell.rail.badge, Qt.MouseButton.LeftButton)
    for action, signal in zip(
        shell.actions(), (shell.open_requested, shell.find_requested, shell.help_requested), strict=True
    ):
        with qtbot.waitSignal(signal):
            action.trigger()


def test_dropping_a_file_anywhere(qtbot: Any, shell: Shell) -> None:
    """While dragging, the window says what it will do; the drop is a copy, and the path is told."""
    event = drag(shell, mime("list.csv"))
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction
    assert shell.is_drop_shown()
    assert shell.drop_words() == ("Drop it", "list.csv")
    assert shell._overlay.area.state() is DropState.OK
    QApplication.sendEvent(shell, QDragLeaveEvent())  # Qt: the overlay is under the pointer from now on
    drag(shell._overlay, mime("list.csv"))
    assert shell.is_drop_shown()
    with qtbot.waitSignal(shell.file_dropped) as told:
        assert drop(shell._overlay, mime("list.csv")).dropAction() == Qt.DropAction.CopyAction
    assert told.args == [str(Path("/folder/list.csv"))]
    assert not shell.is_drop_shown()


def test_a_file_that_cannot_be_taken(qtbot: Any, shell: Shell) -> None:
    """The window says why not, and dropping it does nothing."""
    drag(shell, mime("photo.png"))
    assert shell.drop_words() == ("Not a catalogue", "photo.png")
    assert shell._overlay.area.state() is DropState.REFUSED
    with qtbot.assertNotEmitted(shell.file_dropped):
        drop(shell, mime("photo.png"))
    assert not shell.is_drop_shown()


def test_a_dragged_text_is_not_a_file(shell: Shell) -> None:
    """Words and web addresses dragged over the window are left alone."""
    data = QMimeData()
    data.setText("hello")
    data.setUrls([QUrl("https://example.com/list.csv")])
    assert not drag(shell, data).isAccepted()
    assert not shell.is_drop_shown()


def test_the_practice_strip_comes_and_goes(shell: Shell) -> None:
    """It is there exactly while the practice shop is in force."""
    shell.set_practice("You are practising.")
    assert shell._strip.isVisible()
    assert shell._strip.height() == metrics().banner
    shell.set_practice("")
    assert shell._strip.isHidden()


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_smallest_window_holds_everything(
    qtbot: Any, shell: Shell, look: ThemeManager, tmp_path: Path, direction: Qt.LayoutDirection, mode: Mode
) -> None:
    """At 1024 × 640 rail, page and footer are inside the window, in both directions and both themes."""
    look.set_mode(mode)
    shell.setLayoutDirection(direction)
    shell.set_shop("Practice shop", "Nothing leaves this computer", 0)
    shell.set_practice("You are practising.")
    shell.show_page("check")
    shell.resize(1024, 640)
    wait_until(qtbot, lambda: shell.size().width() == 1024)
    assert grab(shell, tmp_path / "shell.png").stat().st_size > 1000
    last = shell.rail.row("language")
    assert last.mapTo(shell, last.rect().bottomRight()).y() < 640
    rail_x = shell.rail.mapTo(shell, QPoint(0, 0)).x()
    assert rail_x == (0 if direction == LTR else 1024 - metrics().rail)
