"""Charts of a catalogue at a glance: what the products cost, and how many are sold out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from hkj_desktop.ui import say, theme
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.theme import Role, Type, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.chart import MARK, Chart, Part, hatched
from hkj_desktop.ui.widgets.glance_charts import products, told

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    from hkj_desktop.catalog.glance import Bin, Glance

AXIS, MARKER, LEAST_BAR, WIDEST_BAR = 13, 6, 3, 26
FIGURE, BAR, LEGEND, SWATCH = 34, 8, 16, 8


class PriceChart(Chart):
    """How many products cost how much, the far-off prices marked.

    Cheap is left and dear is right in a right-to-left window too: the figures below it read that way, and a price axis
    that ran against its own figures would be read wrongly.
    """

    mirrors = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Charts", "Prices in dinars"), parent)
        self._bins: tuple[Bin, ...] = ()
        self._shown: tuple[Bin, ...] = ()
        self._labels: tuple[tuple[int, str], ...] = ()
        self._far = 0

    def show_glance(self, glance: Glance | None) -> None:
        prices = glance.prices if glance is not None else None
        if prices is None or prices.smallest is None or prices.median is None or prices.largest is None:
            self._bins = self._shown = ()
            self._far = 0
            self.set_parts((), "", self.tr("no prices") if glance is not None and glance.total else "")
            return
        self._bins, self._far = prices.bins, prices.far
        self._shown = tuple(one for one in prices.bins if one.count)
        figures = (prices.smallest, prices.median, prices.largest)
        self._labels = tuple((fils, say.dinars(fils)) for fils in figures)
        low, middle, high = (say.money(text) for _, text in self._labels)
        spoken = self.tr("from {low} to {high}, the middle one {middle}").format(low=low, high=high, middle=middle)
        far = say.counted(self.tr("%n far off", "prices", self._far), self._far) if self._far else ""
        unknown = say.counted(self.tr("%n without a price", "products", prices.unknown), prices.unknown)
        spoken = say.listed(part for part in (spoken, far, unknown if prices.unknown else "") if part)
        self.set_parts([self._part(one) for one in self._shown], far, spoken)

    def _part(self, one: Bin) -> Part:
        low, high = say.dinars(one.low), say.dinars(one.high)
        words = told(say.money(low if low == high else f"{low} – {high}"), one.count)
        if one.far:
            far = say.counted(self.tr("%n far off", "prices", one.far), one.far)
            words = self.tr("{price} ({far})").format(price=words, far=far)
        return Part((one.low, one.high), words, one.count)

    def figure_role(self) -> Role:
        return Role.WARN

    def _area(self) -> QRect:
        return self.inside().adjusted(0, 0, 0, -px(AXIS))

    def _left(self, position: int) -> int:
        """The left edge of the bin at ``position`` of all bins."""
        area = self._area()
        return area.left() + area.width() * position // len(self._bins)

    def places(self) -> list[list[QRect]]:
        area, found = self._area(), []
        for position, one in enumerate(self._bins):
            if one.count:
                left = self._left(position)
                found.append([QRect(left, area.top(), self._left(position + 1) - left, area.height())])
        return found

    def paint_parts(self, painter: QPainter, places: list[list[QRect]]) -> None:
        look, area = theme.current(), self._area()
        most, room = max(one.count for one in self._shown), area.height() - px(MARKER)
        painter.fillRect(area.left(), area.bottom() + 1, area.width(), 1, look.color(Role.BORDER_STRONG))
        for one, (place, *_) in zip(self._shown, places, strict=True):
            height = max(px(LEAST_BAR), room * one.count // most)
            width = max(min(place.width() - 2, px(WIDEST_BAR)), 1)
            left = place.left() + (place.width() - 1 - width) // 2
            box = QRect(left, area.bottom() - height + 1, width, height)
            painter.fillRect(box, look.color(Role.ACCENT))
            if one.far:
                top = QRect(box.left(), box.top(), box.width(), max(px(LEAST_BAR), height * one.far // one.count))
                hatched(painter, top, look.color(Role.SURFACE), filled=look.color(Role.BAR_WARN))
                self._paint_marker(painter, QPoint(box.center().x(), box.top()))
        self._paint_axis(painter, area)
        if self._far:  # what the wedges mean stands beside the number of them
            figure = painting.text_width(self.figure(), Type.SMALL) + px(8)
            line = self.mirrored(self.head().adjusted(0, 0, -figure, 0))
            at_end = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            self._paint_marker(painter, QPoint(line.right() if at_end else line.left(), line.center().y() + px(4)))

    def _paint_marker(self, painter: QPainter, tip: QPoint) -> None:
        """A wedge over a bar with far-off prices."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color(Role.WARN))
        x, y, half, high = tip.x() + 0.5, tip.y() - 1, px(4), px(5)
        painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x - half, y - high), QPointF(x + half, y - high)]))

    def _paint_axis(self, painter: QPainter, area: QRect) -> None:
        """Smallest, middle and largest price; the middle one where its bar stands, as far as there is room."""
        (_, low), (median, middle), (_, high) = self._labels
        line = QRect(area.left(), area.bottom() + 2, area.width(), px(AXIS))
        ltr, rtl = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        painting.draw_line(painter, line, low, Type.CAPTION, Role.TEXT_QUIET, ltr)
        if low == high:
            return
        painting.draw_line(painter, line, high, Type.CAPTION, Role.TEXT_QUIET, rtl)
        at = next(n for n, one in enumerate(self._bins) if one.low <= median <= one.high)
        x, width = (self._left(at) + self._left(at + 1)) // 2, painting.text_width(middle, Type.CAPTION) + 2
        least = line.left() + painting.text_width(low, Type.CAPTION) + px(8)
        most = line.right() - painting.text_width(high, Type.CAPTION) - px(8) - width
        if least <= most:
            box = QRect(max(least, min(most, x - width // 2)), line.top(), width, line.height())
            painting.draw_line(painter, box, middle, Type.CAPTION, Role.TEXT, ltr)
        painter.setPen(QPen(theme.current().color(Role.TEXT_QUIET), 1, Qt.PenStyle.DashLine))
        painter.drawLine(x, area.top(), x, area.bottom())


class StockChart(Chart):
    """How many are sold out, as a figure and as their share of all; only those can be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Charts", "Sold out"), parent)

    def show_glance(self, glance: Glance | None) -> None:
        if glance is None or not glance.total:
            self.set_parts((), "", "")
            return
        names: list[tuple[str, int, bool | None]] = [
            (self.tr("Sold out"), glance.sold_out, True),
            (self.tr("In stock"), glance.in_stock, None),
        ]
        if glance.stock_unknown:
            names.append((self.tr("Not known"), glance.stock_unknown, None))
        parts = [Part(value, told(name, count), count, name) for name, count, value in names]
        spoken = [products(glance.sold_out), *(part.words for part in parts[1:])]  # the caption says what they are
        self.set_parts(parts, "", say.listed(spoken))

    def _segments(self) -> list[QRect]:
        """A piece of the bar for each part, as it stands in a left-to-right window."""
        inside, total = self.inside(), sum(part.count for part in self.parts())
        top, x, found = inside.bottom() - px(BAR) - px(3), inside.left(), []
        for at, part in enumerate(self.parts()):
            last = at == len(self.parts()) - 1
            width = inside.right() - x + 1 if last else inside.width() * part.count // total
            width = min(max(width, px(LEAST_BAR)), inside.right() - x + 1) if part.count else 0
            found.append(QRect(x, top, width, px(BAR)))
            x += width
        return found

    def _figure_width(self) -> int:
        sold_out = self.parts()[0]
        mark = px(MARK) + px(5) if self.is_chosen(sold_out) else 0
        return mark + painting.text_width(say.number(sold_out.count), Type.TITLE) + px(6)

    def places(self) -> list[list[QRect]]:
        """The figure, and beside it a line for each of the others; below, their pieces of the bar."""
        inside = self.inside()
        segments = [self.mirrored(one) for one in self._segments()]
        width = self._figure_width()
        figure, high = px(FIGURE), px(LEGEND)
        first = QRect(inside.left(), inside.top() + 2, width, figure - 4)
        others = len(segments) - 1
        top = inside.top() + (figure - others * high) // 2
        left = inside.left() + width + px(10)
        lines = [QRect(left, top + at * high, inside.right() - left + 1, high) for at in range(others)]
        places = [self.mirrored(one) for one in (first, *lines)]
        return [[place, segment] for place, segment in zip(places, segments, strict=True)]

    def paint_ground(self, painter: QPainter, place: QRect, *, chosen: bool, hovered: bool) -> None:
        if place.height() != px(BAR):
            super().paint_ground(painter, place, chosen=chosen, hovered=hovered)

    def paint_parts(self, painter: QPainter, places: list[list[QRect]]) -> None:
        sold_out, direction = self.parts()[0], self.layoutDirection()
        figure = painting.visual(self, places[0][0])
        if self.is_chosen(sold_out):
            side = px(MARK)
            tick = QRect(figure.left(), figure.top() + (figure.height() - side) // 2, side, side)
            paint_icon(painter, self.mirrored(tick), Icon.CHECK, Role.ACCENT)
            figure.adjust(side + px(5), 0, 0, 0)
        role = Role.WARN if sold_out.count else Role.TEXT
        painting.draw_line(painter, self.mirrored(figure), say.number(sold_out.count), Type.TITLE, role, direction)
        for at, (place, segment) in enumerate(places):
            self._fill(painter, segment, at)
            if at:
                self._paint_legend(painter, at, place)

    def _fill(self, painter: QPainter, box: QRect, at: int) -> None:
        look = theme.current()
        if at == 2:
            hatched(painter, box, look.color(Role.TEXT_QUIET), filled=look.color(Role.PRESSED))
        else:
            painter.fillRect(box, look.color(Role.BAR_READY if at else Role.BAR_WARN))

    def _paint_legend(self, painter: QPainter, at: int, place: QRect) -> None:
        part, box, side = self.parts()[at], painting.visual(self, place), px(SWATCH)
        swatch = QRect(box.left(), box.top() + (box.height() - side) // 2, side, side)
        self._fill(painter, self.mirrored(swatch), at)
        words = say.translate("Charts", "{name} {count}").format(count=say.number(part.count), name=part.label)
        rest = self.mirrored(box.adjusted(side + px(5), 0, 0, 0))
        painting.draw_line(painter, rest, words, Type.CAPTION, Role.TEXT_QUIET, self.layoutDirection())
