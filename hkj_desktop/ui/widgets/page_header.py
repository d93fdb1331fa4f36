"""Top of a page: its title, a quiet line, and actions at the trailing side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets.labels import ElidedLabel


class PageHeader(QWidget):
    """Long titles (file names) lose their middle, so that the ending stays to be seen."""

    def __init__(self, title: str = "", line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._title = ElidedLabel("", Type.TITLE, elide=Qt.TextElideMode.ElideMiddle)
        self._line = ElidedLabel("", Type.BODY, color=Role.TEXT_QUIET)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(m.space_m)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(m.space_l)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_title(title)
        self.set_line(line)

    def set_title(self, title: str) -> None:
        self._title.set_text(title)
        self.setAccessibleName(title)

    def set_line(self, line: str) -> None:
        self._line.set_text(line)
        self._line.setVisible(bool(line))

    def title(self) -> str:
        return self._title.text()

    def line(self) -> str:
        return self._line.text()

    def add_action(self, button: QWidget) -> None:
        """Add a button at the trailing end, in the order of adding."""
        self._actions.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
