"""Foot of a page: what will happen, and the buttons that make it happen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.theme import Role, metrics
from hkj_desktop.ui.widgets.labels import Label


class FooterBar(QWidget):
    """A text at the leading side and buttons at the trailing side, the main one last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._text = Label("", quiet=True, wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(m.page_margin, m.line, m.page_margin, 0)
        self._row.setSpacing(m.space_m)
        self._row.addWidget(self._text, 1)
        self.setFixedHeight(m.footer)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Parts between ``**`` are strong."""
        self._text.set_emphasis(text)

    def text(self) -> str:
        return self._text.accessibleName()

    def add_button(self, button: QWidget) -> None:
        self._row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        painter.fillRect(self.rect(), look.color(Role.SURFACE))
        painter.fillRect(QRect(0, 0, self.width(), metrics().line), look.color(Role.BORDER))
