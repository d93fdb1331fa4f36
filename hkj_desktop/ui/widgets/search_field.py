"""One search box: an icon, a cross to clear it, and a signal when the person pauses."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hkj_desktop.ui.icons import Icon, bind_icon
from hkj_desktop.ui.theme import Role, px

PAUSE_MS = 200
#: What it likes to have, and what it makes do with in a narrow window.
WIDTH, LEAST_WIDTH = 220, 140


class SearchField(QLineEdit):
    """``searched(text)`` comes 200 ms after the last key, at once on Enter, and at once when cleared."""

    searched = Signal(str)

    def __init__(self, placeholder: str, clear_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = ""
        self.setProperty("search", "true")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumWidth(px(LEAST_WIDTH))
        self.setAcceptDrops(False)  # a file dropped here is meant for the window
        glass = QAction(self)
        glass.setEnabled(True)
        bind_icon(glass, Icon.SEARCH, Role.TEXT_QUIET)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction(clear_name, self)
        bind_icon(self._cross, Icon.X, Role.TEXT_QUIET)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setVisible(False)
        self._cross.triggered.connect(self._on_clear)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text)
        self.returnPressed.connect(self._tell)

    def take_over(self, old: SearchField) -> None:
        """Hold the text of ``old``, which was searched for there."""
        self._last = old._last
        self.setText(old.text())

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), super().sizeHint().height())

    def _on_text(self, text: str) -> None:
        self._cross.setVisible(bool(text))
        self._pause.start()

    def _on_clear(self) -> None:
        self.clear()
        self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._last:
            self._last = text
            self.searched.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._on_clear()
            return
        super().keyPressEvent(event)
