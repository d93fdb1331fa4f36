"""The shop in force, at the top of the rail: its letter in its own colour, its name, a line below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets import painting

TILE_WIDTH, TILE_HEIGHT = 28, 32
PAD = 8
GAP = 10
MAX_LINES = 3


def tile_size() -> QSize:
    return QSize(px(TILE_WIDTH), px(TILE_HEIGHT))


def paint_tile(painter: QPainter, rect: QRect, name: str, color_number: int) -> None:
    """The coloured tile with the first letter of ``name``; also used by lists of shops."""
    look = theme.current()
    ink, wash = look.shop_colors(color_number)
    painting.rounded(painter, rect, metrics().radius_control, wash, ink if look.contrast else None)
    painter.setFont(look.font(Type.STRONG))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name.strip()[:1].upper())


class ShopBadge(QPushButton):
    """A button (it leads to the shop page) with the look of a small card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._line = ""
        self._color_number = 0
        self._ring = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", "plain")
        self.setAutoDefault(False)

    def set_shop(self, name: str, line: str, color_number: int) -> None:
        """``color_number``: 0 for the practice shop, else ``theme.shop_color_number(profile id)``."""
        self._name, self._line, self._color_number = name, line, color_number
        self.setAccessibleName(name)
        self.setAccessibleDescription(line)
        self._fit()
        self.update()

    def _text_left(self) -> int:
        return px(PAD) + tile_size().width() + px(GAP)

    def _line_rect(self, width: int) -> QRect:
        """Where the line below the name goes, wrapped, in a badge of ``width``."""
        caption = QFontMetrics(theme.current().font(Type.CAPTION))
        room = QRect(0, 0, max(px(40), width - self._text_left() - px(PAD)), caption.height() * MAX_LINES)
        return caption.boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), self._line)

    def _fit(self) -> None:
        text = painting.line_height(Type.STRONG) + (2 + self._line_rect(self.width()).height() if self._line else 0)
        self.setFixedHeight(max(tile_size().height(), text) + 2 * px(PAD) + 2)

    def sizeHint(self) -> QSize:
        return QSize(metrics().rail - 2 * metrics().space_m, self.height())

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        ground = Role.HOVER if self.underMouse() else Role.SURFACE
        painting.rounded(painter, self.rect(), metrics().radius_card, look.color(ground), look.color(Role.BORDER))
        tile = painting.leading(self, px(PAD), tile_size().width(), tile_size().height())
        paint_tile(painter, tile, self._name, self._color_number)
        left = self._text_left()
        width = self.width() - left - px(PAD)
        name_height = painting.line_height(Type.STRONG)
        below = self._line_rect(self.width()).height() if self._line else 0
        top = (self.height() - name_height - (2 + below if below else 0)) // 2
        box = painting.visual(self, QRect(left, top, width, name_height))
        painting.draw_line(painter, box, self._name, Type.STRONG, Role.TEXT, self.layoutDirection())
        if below:
            box = painting.visual(self, QRect(left, top + name_height + 2, width, below))
            painter.setFont(look.font(Type.CAPTION))
            painter.setPen(look.color(Role.TEXT_QUIET))
            painter.setLayoutDirection(self.layoutDirection())
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(box, int(flags.value) | int(Qt.TextFlag.TextWordWrap.value), self._line)
        if self._ring and self.hasFocus():
            painting.focus_ring(painter, self.rect(), metrics().radius_card)
