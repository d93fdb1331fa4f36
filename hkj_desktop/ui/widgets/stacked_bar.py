"""How many products are ready, worth a look, or wrong, as one bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.theme import Role, px
from hkj_desktop.ui.widgets import painting

HEIGHT = 10
GAP = 2
LEAST = 12  # one bad row in a million is still seen


class StackedBar(QWidget):
    """Ready, then worth a look, then wrong, from the leading edge. ``description`` says it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (0, 0, 0)
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, ready: int, warn: int, error: int, description: str) -> None:
        self._counts = (ready, warn, error)
        self.setAccessibleName(description)
        self.setToolTip(tooltip_safe(description))
        self.update()

    def counts(self) -> tuple[int, int, int]:
        return self._counts

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def parts(self) -> list[tuple[Role, int, int]]:
        """Colour, left edge and width of each part that is not empty, for left-to-right reading."""
        roles = (Role.BAR_READY, Role.BAR_WARN, Role.BAR_ERROR)
        shown = [(role, count) for role, count in zip(roles, self._counts, strict=True) if count > 0]
        if not shown:
            return []
        total = sum(count for _, count in shown)
        room = max(0, self.width() - GAP * (len(shown) - 1))
        widths = [max(LEAST, room * count // total) for _, count in shown]
        widest = widths.index(max(widths))
        widths[widest] += room - sum(widths)
        placed, x = [], 0
        for (role, _), width in zip(shown, widths, strict=True):
            placed.append((role, x, width))
            x += width + GAP
        return placed

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        height = self.height()
        shape.addRoundedRect(QRectF(self.rect()), height / 2, height / 2)
        painter.setClipPath(shape)
        parts = self.parts()
        if not parts:
            painter.fillRect(self.rect(), look.color(Role.PRESSED))
        for role, x, width in parts:
            painter.fillRect(painting.visual(self, QRect(x, 0, width, height)), look.color(role))
