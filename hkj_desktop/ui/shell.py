"""The frame of the window: rail, practice strip, pages, footer, and dropping a file anywhere.

It shows what it is told and says what the person asked for; it decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Tone, metrics, px
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.drop_area import DropState
from hkj_desktop.ui.widgets.fade import cross_fade
from hkj_desktop.ui.widgets.notice_box import NoticeBox
from hkj_desktop.ui.widgets.overlays import DropOverlay, FinishOverlay
from hkj_desktop.ui.widgets.rail import NO_MARK, StepMark, StepRail, StepSpec
from hkj_desktop.ui.widgets.tab_order import step
from hkj_desktop.ui.widgets.toast import Toast

# A laptop of 1366 × 768 at 150 % has about 910 × 512 of these.
SMALLEST = (880, 500)
FIRST = (1280, 800)
OPEN, FIND, HELP = "open", "find", "help"  # commands
HISTORY, SETTINGS, LANGUAGE = "history", "settings", "language"
BARE = "welcome"  # the page that stands alone, with no way to others but its own
STEPS = ("shop", "file", "check", "send", "result")
STEP_ICONS = {
    "shop": Icon.STORE,
    "file": Icon.FILE_SPREADSHEET,
    "check": Icon.LIST_CHECKS,
    "send": Icon.SEND,
    "result": Icon.CIRCLE_CHECK,
    HISTORY: Icon.HISTORY,
    SETTINGS: Icon.SETTINGS,
    LANGUAGE: Icon.LANGUAGES,
}


@dataclass(frozen=True, slots=True)
class DropVerdict:
    """What dropping would do, in words, while the file still hangs at the pointer."""

    accepted: bool
    title: str
    line: str


Describe = Callable[[Sequence[QUrl]], DropVerdict]


@dataclass(frozen=True, slots=True)
class ShellWords:
    """Every fixed word of the frame, translated by the caller. ``steps`` in the order of :data:`STEPS`."""

    steps: tuple[str, str, str, str, str]
    history: str
    settings: str
    language: str  # the other language, in its own letters
    rail: str  # for screen readers: "Steps"
    close: str  # the cross of notices
    open: str  # what Ctrl+O does
    find: str  # what Ctrl+F does
    help: str  # what F1 does


class Shell(QMainWindow):
    """Signals carry what was asked for; setters show the state."""

    step_requested = Signal(str)
    history_requested = Signal()
    settings_requested = Signal()
    language_requested = Signal()
    shop_requested = Signal()
    open_requested = Signal()  # Ctrl+O
    find_requested = Signal()  # Ctrl+F
    help_requested = Signal()  # F1
    file_dropped = Signal(str)
    drop_refused = Signal(str, str)  # title and line of the verdict

    def __init__(self, words: ShellWords, describe: Describe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._verdict = DropVerdict(accepted=False, title="", line="")
        self._pages: dict[str, QWidget] = {}
        self._footers: dict[str, QWidget] = {}
        self._page = ""
        self.rail = StepRail(
            [StepSpec(n, STEP_ICONS[n], t) for n, t in zip(STEPS, words.steps, strict=True)],
            [
                StepSpec(HISTORY, STEP_ICONS[HISTORY], words.history),
                StepSpec(SETTINGS, STEP_ICONS[SETTINGS], words.settings),
                StepSpec(LANGUAGE, STEP_ICONS[LANGUAGE], words.language),
            ],
            spoken=words.rail,
        )
        self.rail.chosen.connect(self._on_chosen)
        self.rail.badge.clicked.connect(self.shop_requested)
        self._strip = Banner(tone=Tone.WARN, icon=Icon.GRADUATION_CAP, strip=True)
        self._strip.hide()
        self._strip_text = ""
        self._stack = QStackedWidget()
        self._notices: dict[str, Banner] = {}
        self._again: dict[str, Callable[[Any], None]] = {}
        self._foot = QStackedWidget()
        self._foot.hide()
        self._build()
        self._overlay = DropOverlay(self)
        self._overlay.setAcceptDrops(True)
        self._overlay.installEventFilter(self)
        self._finish = FinishOverlay(self)
        self._toast = Toast(self._main, words.close)
        self._close_name = words.close
        self.setAcceptDrops(True)
        self._add_shortcut(OPEN, QKeySequence.StandardKey.Open, words.open, self.open_requested)
        self._add_shortcut(FIND, QKeySequence.StandardKey.Find, words.find, self.find_requested)
        self._add_shortcut(HELP, QKeySequence.StandardKey.HelpContents, words.help, self.help_requested)

    def _build(self) -> None:
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        self._notice_box = NoticeBox(self._main)
        self._notice_box.hide()
        column.addWidget(self._notice_box)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self._frame = frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._main, 1)
        self.setCentralWidget(frame)
        self.setMinimumSize(_on_screen(*SMALLEST))
        self.resize(_on_screen(*FIRST))

    def _add_shortcut(self, name: str, key: QKeySequence.StandardKey, text: str, told: object) -> None:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcut(key)
        action.triggered.connect(told)
        self.addAction(action)

    # What is shown ------------------------------------------------------------------------------------

    def add_page(self, name: str, page: QWidget, *, footer: QWidget | None = None, scrolls: bool = False) -> None:
        """Add a page with the usual margin; ``scrolls`` for forms that may be higher than the window."""
        margin = metrics().page_margin
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(margin, margin, margin, margin)
        box.addWidget(page)
        shown: QWidget = holder
        if scrolls:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has no name; what has the focus is scrolled to
            area.setWidget(holder)
            shown = area
        self._pages[name] = shown
        self._stack.addWidget(shown)
        if footer is not None:
            self._footers[name] = footer
            self._foot.addWidget(footer)

    def show_page(self, name: str) -> None:
        """Show a page and its footer, and mark its row in the rail."""
        self._page = name
        cross_fade(self._stack)
        self._stack.setCurrentWidget(self._pages[name])
        footer = self._footers.get(name)
        self._foot.setVisible(footer is not None)
        if footer is not None:
            self._foot.setCurrentWidget(footer)
            self._foot.setFixedHeight(footer.height())
        space = metrics().space_l
        self._toast.set_lift(space + (self._foot.height() if footer is not None else 0))
        self.rail.set_current(name)
        self.rail.setVisible(name != BARE)
        self._strip.setVisible(bool(self._strip_text) and name != BARE)

    def page(self) -> str:
        return self._page

    def set_shop(self, name: str, line: str, color_number: int) -> None:
        self.rail.badge.set_shop(name, line, color_number)

    def set_step(self, name: str, *, enabled: bool = True, mark: StepMark = NO_MARK, reason: str = "") -> None:
        self.rail.set_step(name, enabled=enabled, mark=mark, reason=reason)

    def set_practice(self, text: str) -> None:
        """The strip above every page while the practice shop is in force; "" takes it away."""
        self._strip.set_message(text, Tone.WARN, icon=Icon.GRADUATION_CAP)
        self._strip_text = text
        self._strip.setVisible(bool(text) and self._page != BARE)

    def show_toast(
        self, text: str, tone: Tone = Tone.NEUTRAL, action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """A short notice; ``then`` answers its button ``action``."""
        self._toast.show_text(text, tone, action, then)

    def hide_toast(self) -> None:
        """What the short notice offers no longer holds."""
        self._toast.hide()

    def add_notice(
        self,
        key: str,
        title: str,
        text: str,
        tone: Tone,
        actions: Sequence[tuple[str, Callable[[], None]]] = (),
        *,
        again: Callable[[Any], None],
    ) -> Banner:
        """A notice above every page, which stays until it is closed; replaces the one of the same ``key``.

        ``again(window)`` says the same in another window, whose language may be another; it must not hold this one.
        """
        self.drop_notice(key)
        self._again[key] = again
        notice = Banner(text, tone, title=title, close_name=self._close_name)
        for words, then in actions:
            button = Button(words)
            button.clicked.connect(then)
            notice.add_button(button)
        notice.closed.connect(lambda: self.drop_notice(key))
        self._notices[key] = notice
        self._notice_box.box.addWidget(notice)
        self._notice_box.show()
        return notice

    def notices(self) -> list[str]:
        """What the notices say, in their order."""
        return [notice.accessibleName() for notice in self._notices.values()]

    def tell_again(self, old: Shell) -> None:
        """Say what the notices of ``old`` say."""
        for key in list(old._notices):
            old._again[key](self)

    def drop_notice(self, key: str) -> None:
        """Take a notice away, where there is one of that key."""
        notice = self._notices.pop(key, None)
        if notice is not None:
            notice.hide()
            notice.deleteLater()
        self._notice_box.setVisible(bool(self._notices))

    def show_finishing(self, title: str, line: str) -> None:
        """Say that the window closes as soon as work has ended; nothing else can be done in it."""
        self._frame.setEnabled(False)
        self.setAcceptDrops(False)
        for action in self.actions():
            action.setEnabled(False)
        self._finish.say(title, line)

    def is_finishing(self) -> bool:
        return not self._finish.isHidden()

    def go_to(self, name: str) -> None:
        """What a click on that row of the rail does, where it is open."""
        if self.rail.isVisible() and self.rail.row(name).isEnabled():
            self._on_chosen(name)

    def _on_chosen(self, name: str) -> None:
        if name == HISTORY:
            self.history_requested.emit()
        elif name == SETTINGS:
            self.settings_requested.emit()
        elif name == LANGUAGE:
            self.language_requested.emit()
        else:
            self.step_requested.emit(name)

    # Dropping -----------------------------------------------------------------------------------------

    def is_drop_shown(self) -> bool:
        return not self._overlay.isHidden()

    def drop_words(self) -> tuple[str, str]:
        return self._overlay.area.title(), self._overlay.area.line()

    def _begin_drop(self, event: QDragEnterEvent) -> None:
        urls = _file_urls(event.mimeData())
        if not urls:
            event.ignore()
            return
        self._verdict = self._describe(urls)
        state = DropState.OK if self._verdict.accepted else DropState.REFUSED
        self._overlay.area.set_state(state, self._verdict.title, self._verdict.line)
        self._overlay.cover()
        # Taken even when refused: without it the window hears nothing more and could not say why.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _end_drop(self, event: QDropEvent) -> None:
        self._overlay.hide()
        urls = _file_urls(event.mimeData())
        if not urls or not self._verdict.accepted:
            event.ignore()
            if urls:
                self.drop_refused.emit(self._verdict.title, self._verdict.line)
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # never a move: the file stays where it is
        event.accept()
        self.file_dropped.emit(str(Path(urls[0].toLocalFile())))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._begin_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._end_drop(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The overlay lies under the pointer once it is shown; its drag events are the window's."""
        if isinstance(event, QDragEnterEvent):
            self._begin_drop(event)
            return True
        if isinstance(event, QDragMoveEvent):
            self.dragMoveEvent(event)
            return True
        if isinstance(event, QDragLeaveEvent):
            self._overlay.hide()
            return True
        if isinstance(event, QDropEvent):
            self._end_drop(event)
            return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return step(self, forward=next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.setGeometry(self.rect())
        self._finish.setGeometry(self.rect())


def _file_urls(mime: QMimeData) -> list[QUrl]:
    return [url for url in mime.urls() if url.isLocalFile()]


def _on_screen(width: int, height: int) -> QSize:
    """A window's size in the size that the person chose, as far as the screen has room for it."""
    return QSize(px(width), px(height)).boundedTo(QGuiApplication.primaryScreen().availableSize())
