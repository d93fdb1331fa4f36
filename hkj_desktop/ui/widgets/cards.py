"""Surfaces: a framed card, and a card with one figure."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.theme import Role, Tone, Type, metrics
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.labels import Label

SHADOW = 2


class Card(QWidget):
    """A surface with a hairline and a faint shadow. Put things into :attr:`body`."""

    def __init__(self, parent: QWidget | None = None, *, padding: int | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        inside = m.space_xl if padding is None else padding
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(inside, inside, inside, inside + SHADOW)
        self.body.setSpacing(m.space_s)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, radius, painter = theme.current(), metrics().radius_card, QPainter(self)
        box = self.rect().adjusted(0, 0, 0, -SHADOW)
        for drop in range(1, SHADOW + 1):
            painting.rounded(painter, box.translated(0, drop), radius, look.color(Role.SHADOW))
        painting.rounded(painter, box, radius, look.color(Role.SURFACE), look.color(Role.BORDER))


class StatCard(Card):
    """A caption and a large figure. Screen readers hear both as one."""

    def __init__(
        self, caption: str = "", value: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, padding=metrics().space_l + metrics().space_xs)
        self._caption = Label(caption, quiet=True, wrap=True)
        self._figure = Label(value, Type.FIGURE)
        self.body.setSpacing(metrics().space_xs)
        self.body.addWidget(self._caption)
        self.body.addWidget(self._figure)
        self.set_value(value, tone)

    def set_value(self, value: str, tone: Tone | None = None) -> None:
        self._figure.setText(value)
        if tone is not None:
            self._figure.set_tone(tone, quiet=tone is Tone.NEUTRAL)
        self.setAccessibleName(f"{self._caption.text()}: {value}")

    def value(self) -> str:
        return self._figure.text()


class CornerMask(QWidget):
    """Rounds one corner of a view that paints up to its edge, by painting the page's ground over it."""

    def __init__(self, parent: QWidget, *, right: bool, bottom: bool) -> None:
        super().__init__(parent)
        self._host = parent
        self._right, self._bottom = right, bottom
        radius = metrics().radius_card
        self.setFixedSize(radius, radius)

    def place(self) -> None:
        host = self._host
        self.move(
            host.width() - self.width() if self._right else 0,
            host.height() - self.height() if self._bottom else 0,
        )
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, radius, painter = theme.current(), metrics().radius_card, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        origin = QRect(-radius if self._right else 0, -radius if self._bottom else 0, 2 * radius, 2 * radius)
        outside, shape = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(self.rect()))
        shape.addRoundedRect(QRectF(origin), radius, radius)
        painter.fillPath(outside.subtracted(shape), look.color(Role.WINDOW))
        width = metrics().line
        half = width / 2
        painter.setPen(QPen(look.color(Role.BORDER), width))
        painter.drawRoundedRect(QRectF(origin).adjusted(half, half, -half, -half), radius - half, radius - half)
