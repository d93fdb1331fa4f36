"""Charts of a catalogue at a glance: how many products are ready, and what they are of."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from hkj_desktop.ui import say, theme
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.opened import LOOK, NOT_READY, READY
from hkj_desktop.ui.theme import Role, Type, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.chart import MARK, Chart, Part, bar, ring_box
from hkj_desktop.ui.words import QT_TRANSLATE_N_NOOP

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    from hkj_desktop.catalog.glance import Glance

_PRODUCTS = QT_TRANSLATE_N_NOOP("Charts", "%n product(s)")
RING, STROKE, BETWEEN = 50, 9, 14
#: Below this width the words of the states need the room of their ring.
ROOM_FOR_RING = 170
#: Degrees: one bad product in a million is still seen, and parts do not touch.
LEAST_ARC, ARC_GAP = 8.0, 3.0
ROW, TRACK, HANGING = 19, 3, 1
TWO_COLUMNS = 236
_STATES = ((READY, Role.BAR_READY), (LOOK, Role.BAR_WARN), (NOT_READY, Role.BAR_ERROR))
_ICONS = {
    READY: (Icon.CIRCLE_CHECK, Role.GOOD),
    LOOK: (Icon.TRIANGLE_ALERT, Role.WARN),
    NOT_READY: (Icon.CIRCLE_X, Role.ERROR),
}


def products(count: int) -> str:
    """``1,200 products``, in the language of the window."""
    return say.counted(QCoreApplication.translate("Charts", _PRODUCTS, None, count), count)


def told(name: str, count: int) -> str:
    """``Honey: 12 products``."""
    return say.translate("Charts", "{name}: {products}").format(name=name, products=products(count))


class StateChart(Chart):
    """A ring of the three states, and a line with its own sign, word and number for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Charts", "Products"), parent)

    def show_glance(self, glance: Glance | None) -> None:
        if glance is None or not glance.total:
            self.set_parts((), "", "")
            return
        names = {READY: self.tr("Ready"), LOOK: self.tr("Worth a look"), NOT_READY: self.tr("Not ready")}
        counts = {READY: glance.ready, LOOK: glance.look, NOT_READY: glance.not_ready}
        parts = [Part(state, told(name, counts[state]), counts[state], name) for state, name in names.items()]
        self.set_parts(parts, say.number(glance.total), say.listed(part.words for part in parts))

    def ring(self) -> QRect:
        """Where the ring stands; nowhere where there is no room for it."""
        inside = self.inside()
        if inside.width() < px(ROOM_FOR_RING):
            return QRect()
        side = px(RING)
        return self.mirrored(QRect(inside.left(), inside.top() + (inside.height() - side) // 2, side, side))

    def arcs(self) -> list[tuple[float, float]]:
        """For each state where its arc begins and how long it is, in degrees along the reading direction from the top;
        a state without products has none."""
        counts = [part.count for part in self.parts()]
        there = sum(1 for count in counts if count)
        room = 360.0 - ARC_GAP * (there if there > 1 else 0)
        spans = [max(LEAST_ARC, room * count / sum(counts)) if count else 0.0 for count in counts]
        spans[spans.index(max(spans))] += room - sum(spans)
        found, at = [], 0.0
        for span in spans:
            found.append((at, span))
            at += span + (ARC_GAP if span and there > 1 else 0)
        return found

    def places(self) -> list[list[QRect]]:
        inside = self.inside()
        left, height = 0 if self.ring().isEmpty() else px(RING) + px(BETWEEN), inside.height() // len(_STATES)
        lines = [
            QRect(inside.left() + left, inside.top() + at * height, inside.width() - left, height)
            for at in range(len(self.parts()))
        ]
        return [[self.mirrored(line)] for line in lines]

    def part_at(self, pos: QPoint) -> int:
        off = QPointF(pos) - QPointF(self.ring().center())
        there = self.parts() and not self.ring().isEmpty()
        if there and px(RING) / 2 - px(STROKE) - 2 <= math.hypot(off.x(), off.y()) <= px(RING) / 2 + 1:
            across = -off.x() if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else off.x()
            angle = math.degrees(math.atan2(across, -off.y())) % 360
            for at, (begin, span) in enumerate(self.arcs()):
                if span and begin <= angle <= begin + span + ARC_GAP:
                    return at
        return super().part_at(pos)

    def paint_parts(self, painter: QPainter, places: list[list[QRect]]) -> None:
        if not self.ring().isEmpty():
            self._paint_ring(painter)
        for part, (line, *_) in zip(self.parts(), places, strict=True):
            self._paint_line(painter, part, line)

    def _paint_ring(self, painter: QPainter) -> None:
        look, stroke = theme.current(), px(STROKE)
        box = ring_box(self.ring(), stroke)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        turn = 1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else -1
        for part, (_state, role), (begin, span) in zip(self.parts(), _STATES, self.arcs(), strict=True):
            grown = 2 if self.is_chosen(part) else 0
            painter.setPen(QPen(look.color(role), stroke + grown, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            # Qt counts sixteenths of a degree from three o'clock, against the clock.
            painter.drawArc(box, round((90 + turn * begin) * 16), round(turn * span * 16))

    def _paint_line(self, painter: QPainter, part: Part, line: QRect) -> None:
        icon, role = _ICONS[part.value]
        number, count = painting.text_width(say.number(part.count), Type.SMALL), say.number(part.count)
        inner = painting.visual(self, line)  # as it stands in a left-to-right window
        side, gap = px(MARK), px(6)
        sign = QRect(inner.left(), inner.top() + (inner.height() - side) // 2, side, side)
        paint_icon(painter, self.mirrored(sign), icon, role if part.count else Role.TEXT_DISABLED)
        before = side + gap
        word = QRect(inner.left() + before, inner.top(), inner.width() - before - number - gap, inner.height())
        strong = self.is_chosen(part)
        quiet = Role.TEXT if strong else Role.TEXT_QUIET
        painting.draw_line(painter, self.mirrored(word), part.label, Type.CAPTION, quiet, self.layoutDirection())
        painting.draw_line(painter, line, count, Type.SMALL, Role.TEXT, self.trailing())


class CategoryChart(Chart):
    """The most frequent categories as bars that grow from the leading edge; as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Charts", "Categories"), parent)
        self._glance: Glance | None = None

    def show_glance(self, glance: Glance | None) -> None:
        self._glance = glance
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refill()

    def set_chosen(self, value: Any) -> None:
        super().set_chosen(value)
        self._refill()

    def _refill(self) -> None:
        if self._wanted() != list(self.parts()):
            self._fill()

    def _columns(self) -> int:
        return 2 if self.inside().width() >= px(TWO_COLUMNS) else 1

    def _fill(self) -> None:
        glance = self._glance
        if glance is None or not glance.total:
            self.set_parts((), "", "")
            return
        parts = self._wanted()
        paths = len(glance.categories) + glance.other_paths
        self.set_parts(parts, say.number(paths), say.listed(part.words for part in parts))

    def _wanted(self) -> list[Part]:
        """The categories that fit, the chosen one among them; what does not fit is one line, as is what has no
        category."""
        glance = self._glance
        if glance is None or not glance.total:
            return []
        room = self._columns() * (self.inside().height() // px(ROW)) - bool(glance.uncategorised)
        fitting = len(glance.categories)
        if fitting > room or glance.others:
            fitting = min(fitting, room - 1)
        fitting = max(fitting, 0)
        shown, rest = list(glance.categories[:fitting]), list(glance.categories[fitting:])
        chosen = next((one for one in rest if one.path == self.chosen_value()), None)
        if chosen is not None and shown:
            rest[rest.index(chosen)], shown[-1] = shown[-1], chosen
        others, kinds = glance.others + sum(one.count for one in rest), glance.other_paths + len(rest)
        parts = [
            Part(one.path, told(isolate_auto(display_safe(one.path.strip())), one.count), one.count, one.label)
            for one in shown
        ]
        if others:
            name = say.counted(self.tr("%n other(s)", "categories", kinds), kinds)
            parts.append(Part(None, told(name, others), others, name))
        if glance.uncategorised:
            name = self.tr("No category")
            parts.append(Part("", told(name, glance.uncategorised), glance.uncategorised, name))
        return parts

    def places(self) -> list[list[QRect]]:
        inside, columns = self.inside(), self._columns()
        high, between = px(ROW), px(BETWEEN)
        rows = inside.height() // high
        width = (inside.width() - between * (columns - 1)) // columns
        found = []
        for at in range(len(self.parts())):
            column, row = divmod(at, rows)
            box = QRect(inside.left() + column * (width + between), inside.top() + row * high, width, high - 1)
            found.append([self.mirrored(box)])
        return found

    def paint_parts(self, painter: QPainter, places: list[list[QRect]]) -> None:
        look, most = theme.current(), max(part.count for part in self.parts())
        thin, hanging = px(TRACK), px(HANGING)
        for part, (place, *_) in zip(self.parts(), places, strict=True):
            box = painting.visual(self, place)
            track = QRect(box.left(), box.bottom() - thin + 1, box.width(), thin)
            full = QRect(track.left(), track.top(), max(track.width() * part.count // most, thin), thin)
            bar(painter, self.mirrored(track), look.color(Role.PRESSED))
            bar(painter, self.mirrored(full), look.color(Role.ACCENT if part.value else Role.TEXT_QUIET))
            # Arabic letters hang deeper than Latin ones.
            self._paint_words(painter, part, box.adjusted(0, -hanging, 0, -thin - hanging))

    def _paint_words(self, painter: QPainter, part: Part, box: QRect) -> None:
        count, direction = say.number(part.count), self.layoutDirection()
        left, side = 0, px(MARK)
        if self.is_chosen(part):
            paint_icon(painter, self.mirrored(QRect(box.left(), box.top() + 1, side, side)), Icon.CHECK, Role.ACCENT)
            left = side + px(3)
        word = box.adjusted(left, 0, -painting.text_width(count, Type.CAPTION) - px(6), 0)
        ink = Role.TEXT if part.value else Role.TEXT_QUIET
        painting.draw_line(painter, self.mirrored(word), display_safe(part.label), Type.CAPTION, ink, direction)
        painting.draw_line(painter, self.mirrored(box), count, Type.CAPTION, Role.TEXT_QUIET, self.trailing())
