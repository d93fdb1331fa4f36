"""What covers the whole window for a moment: a file that hangs over it, and the wait before it closes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.theme import Role, Type, metrics
from hkj_desktop.ui.widgets.banner import announce
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.drop_area import DropArea
from hkj_desktop.ui.widgets.labels import Label
from hkj_desktop.ui.widgets.progress_panel import Spinner


class Veil(QWidget):
    """Dims what is below it and takes its clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.hide()

    def cover(self) -> None:
        """Show it over all of its parent."""
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color(Role.VEIL))


class DropOverlay(Veil):
    """Covers the window while a file is dragged over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        m = metrics()
        self.area = DropArea()
        box = QVBoxLayout(self)
        box.setContentsMargins(m.page_margin, m.page_margin, m.page_margin, m.page_margin)
        box.addWidget(self.area)


class FinishOverlay(Veil):
    """Covers the window while work comes to its end before it closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        m = metrics()
        card = Card()
        self._title = Label("", Type.HEADING)
        self._line = Label("", quiet=True)
        row = QHBoxLayout()
        row.setSpacing(m.space_m)
        row.addWidget(Spinner())
        row.addWidget(self._title, 1)
        card.body.addLayout(row)
        card.body.addWidget(self._line)
        box = QVBoxLayout(self)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def say(self, title: str, line: str) -> None:
        """Cover the window with these words."""
        self._title.setText(title)
        self._line.setText(line)
        self.setAccessibleName(f"{title} {line}")
        self.cover()
        announce(self, self.accessibleName())
