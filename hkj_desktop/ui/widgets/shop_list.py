"""The list of shops: a tile in the shop's colour, its name, what part it has, and a line that says how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui import say, theme
from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.shop_badge import paint_tile, tile_size

PAD = 10
GAP = 10
ICON = 12
PART_GAP = 4
HEIGHT = 48


@dataclass(frozen=True, slots=True)
class ShopLine:
    """One shop of the list. ``color_number`` as for :meth:`ShopBadge.set_shop`. ``part``: what it has to do with the
    next catalogue, in a word or two, and the icon for that."""

    id: str
    name: str
    line: str
    color_number: int
    part: str = ""
    icon: Icon | None = None


class _ShopRow(QPushButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shop = ShopLine("", "", "", 0)
        self._ring = False
        self.setCheckable(True)
        self.setProperty("kind", "plain")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(HEIGHT))

    def set_shop(self, shop: ShopLine, *, chosen: bool) -> None:
        self.shop = shop
        self.setChecked(chosen)
        spoken = say.listed(text for text in (shop.name, shop.line, shop.part) if text)
        self.setAccessibleName(spoken)
        self.setToolTip(tooltip_safe(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, radius = QPainter(self), theme.current(), metrics().radius_control
        if self.isChecked():
            line = look.outline(Role.ACCENT)
            painting.rounded(painter, self.rect(), radius, look.color(Role.ACCENT_WASH), line)
        elif self.underMouse():
            painting.rounded(painter, self.rect(), radius, look.color(Role.HOVER))
        size, pad = tile_size(), px(PAD)
        tile = painting.leading(self, pad, size.width(), size.height())
        paint_tile(painter, tile, self.shop.name, self.shop.color_number)
        left = pad + size.width() + px(GAP)
        room = self.width() - left - pad
        upper, lower = painting.line_height(Type.STRONG), painting.line_height(Type.CAPTION)
        top = (self.height() - upper - lower - 1) // 2
        name = painting.visual(self, QRect(left, top, room - self._paint_part(painter, top, upper), upper))
        below = painting.visual(self, QRect(left, top + upper + 1, room, lower))
        ink = Role.ACCENT if self.isChecked() else Role.TEXT
        painting.draw_line(painter, name, self.shop.name, Type.STRONG, ink, self.layoutDirection())
        quiet = Role.ACCENT if self.isChecked() else Role.TEXT_QUIET
        painting.draw_line(painter, below, self.shop.line, Type.CAPTION, quiet, self.layoutDirection())
        if self._ring and self.hasFocus():
            painting.focus_ring(painter, self.rect(), radius)

    def _paint_part(self, painter: QPainter, top: int, height: int) -> int:
        """Paint it at the trailing end of the first line; returns the width that the name must leave free."""
        if not self.shop.part:
            return 0
        words = painting.text_width(self.shop.part, Type.CAPTION) + 1
        side = px(ICON)
        icon = side + px(PART_GAP) if self.shop.icon else 0
        left = self.width() - px(PAD) - words - icon
        if self.shop.icon:
            box = QRect(left, top + (height - side) // 2, side, side)
            paint_icon(painter, painting.visual(self, box), self.shop.icon, Role.ACCENT, self.layoutDirection())
        box = painting.visual(self, QRect(left + icon, top, words, height))
        painting.draw_line(painter, box, self.shop.part, Type.CAPTION, Role.ACCENT, self.layoutDirection())
        return words + icon + px(GAP)


class ShopList(QWidget):
    """``chosen(id)`` when the person clicks one."""

    chosen = Signal(str)

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self._rows: list[_ShopRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(metrics().space_xs)

    def set_shops(self, shops: Sequence[ShopLine], chosen: str) -> None:
        while len(self._rows) < len(shops):
            row = _ShopRow(self)
            row.clicked.connect(self._on_clicked)
            self._rows.append(row)
            self._box.addWidget(row)
        for row, shop in zip(self._rows, shops, strict=False):
            row.set_shop(shop, chosen=shop.id == chosen)
            row.show()
        for row in self._rows[len(shops) :]:
            row.hide()

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _ShopRow):
            row.setChecked(True)
            self.chosen.emit(row.shop.id)
