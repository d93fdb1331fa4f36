"""A small painted chart on a card: parts that can be pointed at, walked through with the arrow keys, and chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.theme import Role, Type, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.banner import announce
from hkj_desktop.ui.widgets.cards import SHADOW, Card

HEIGHT = 97
LEAST_WIDTH = 150
PAD, TOP, HEAD, GAP = 12, 8, 16, 5
MARK = 12  # small icons
_RTL = Qt.LayoutDirection.RightToLeft
_LTR = Qt.LayoutDirection.LeftToRight
_BACK, _ON = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left}), frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})
_SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_CHOOSE = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Part:
    """``value``: what choosing it says, None where it cannot be chosen; ``words``: what it is and how many, as it is
    told to who points at it or hears it; ``label``: what stands beside it; ``count`` of products."""

    value: Any
    words: str
    count: int
    label: str = ""


class Chart(Card):
    """One Tab stop. ``chosen(value)`` when the person chooses a part, ``chosen(None)`` when they take it off again.

    Subclasses place their parts (:meth:`places`, in the widget's own pixels, mirrored by themselves) and paint them.
    """

    chosen = Signal(object)
    #: Whether it reads the other way in a right-to-left window, so that the arrow keys do too.
    mirrors = True

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self._caption = caption
        self._figure = ""
        self._parts: tuple[Part, ...] = ()
        self._chosen: Any = None
        self._at = 0
        self._hover = self._pressed = -1
        self._ring = False
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(caption)

    # -- for subclasses -----------------------------------------------------------------------------------------------

    def places(self) -> list[list[QRect]]:
        """For each part where it stands; the first place is the one that the keyboard's ring goes around."""
        raise NotImplementedError

    def paint_parts(self, painter: QPainter, places: list[list[QRect]]) -> None:
        raise NotImplementedError

    def set_parts(self, parts: Sequence[Part], figure: str, spoken: str) -> None:
        """``figure`` stands beside the caption; ``spoken`` says all figures in words."""
        self._parts, self._figure = tuple(parts), figure
        self._at = min(self._at, max(len(parts) - 1, 0))
        self._hover = self._pressed = -1
        self.setAccessibleName(f"{self._caption}: {spoken}" if spoken else self._caption)
        self._describe()
        self._tell()
        self.update()

    def inside(self) -> QRect:
        """The room below the caption."""
        top = px(TOP) + px(HEAD) + px(GAP)
        return QRect(px(PAD), top, self.width() - 2 * px(PAD), self.height() - SHADOW - px(TOP) - top)

    def head(self) -> QRect:
        """The room of the caption and of the figure beside it."""
        return QRect(px(PAD), px(TOP), self.width() - 2 * px(PAD), px(HEAD))

    def mirrored(self, box: QRect) -> QRect:
        return painting.visual(self, box)

    def trailing(self) -> Qt.LayoutDirection:
        """The direction at whose leading edge figures stand."""
        return _LTR if self.layoutDirection() == _RTL else _RTL

    # -- what is shown ------------------------------------------------------------------------------------------------

    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def figure(self) -> str:
        """What stands beside the caption."""
        return self._figure

    def current(self) -> int:
        """The part on which the keyboard is."""
        return self._at

    def chosen_value(self) -> Any:
        """The value of the filter that is in force."""
        return self._chosen

    def set_chosen(self, value: Any) -> None:
        """Show the filter that is in force; says nothing."""
        if value != self._chosen:
            self._chosen = value
            self._describe()
            self.update()

    def is_chosen(self, part: Part) -> bool:
        return self._chosen is not None and part.value == self._chosen

    def can_choose(self, part: Part) -> bool:
        """What is chosen can always be taken off again; of nothing there is nothing to show."""
        return part.value is not None and (part.count > 0 or self.is_chosen(part))

    def part_at(self, pos: QPoint) -> int:
        """Which part is at ``pos``; -1 for none."""
        for at, places in enumerate(self.places() if self._parts else ()):
            if any(place.contains(pos) for place in places):
                return at
        return -1

    def _describe(self) -> None:
        words = self._spoken(self._at) if self._parts else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if self.hasFocus():
                announce(self, words)

    def _spoken(self, at: int) -> str:
        part = self._parts[at]
        return self.tr("{part} (chosen)").format(part=part.words) if self.is_chosen(part) else part.words

    # -- choosing -----------------------------------------------------------------------------------------------------

    def toggle(self, at: int) -> None:
        """Choose a part, or take it off where it is chosen."""
        part = self._parts[at]
        self._at = at
        if self.can_choose(part):
            self._chosen = None if self.is_chosen(part) else part.value
            self.chosen.emit(self._chosen)
            self._tell()
        self._describe()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._parts) - 1
        if last < 0:
            super().keyPressEvent(event)
            return
        if key in _BACK | _ON:
            step = 1 if key in _ON else -1
            if key in _SIDEWAYS and self.mirrors and self.layoutDirection() == _RTL:
                step = -step
            self._go(max(0, min(last, self._at + step)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else last)
        elif key in _CHOOSE:
            self.toggle(self._at)
        else:
            super().keyPressEvent(event)

    def _go(self, at: int) -> None:
        self._at, self._ring = at, True
        self._describe()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    # -- the pointer --------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.part_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def _point_at(self, at: int) -> None:
        if at != self._hover:
            self._hover = at
            hand = at >= 0 and self.can_choose(self._parts[at])
            self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            self._tell()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.part_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if event.button() == Qt.MouseButton.LeftButton and pressed >= 0:
            self._ring = False
            if self.part_at(event.position().toPoint()) == pressed:
                self.toggle(pressed)

    def _tell(self) -> None:
        """The tooltip is about the part under the pointer, about the whole chart beside the parts."""
        tip = self.accessibleName()
        if self._hover >= 0:
            part = self._parts[self._hover]
            hint = self.tr("Click to show all again") if self.is_chosen(part) else self.tr("Click to show only these")
            tip = f"{part.words}\n{hint}" if self.can_choose(part) else part.words
        self.setToolTip(tooltip_safe(tip))
        if QToolTip.isVisible():
            QToolTip.hideText()  # it was about another part

    # -- painting -----------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(px(LEAST_WIDTH), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        self._paint_head(painter)
        if not self._parts:
            painting.draw_line(painter, self.inside(), "—", Type.BODY, Role.TEXT_QUIET, self.layoutDirection())
            return
        places = self.places()
        for at, part in enumerate(self._parts):
            for place in places[at]:
                self.paint_ground(painter, place, chosen=self.is_chosen(part), hovered=at == self._hover)
        self.paint_parts(painter, places)
        if self._ring and self.hasFocus() and places[self._at]:
            painting.focus_ring(painter, places[self._at][0].adjusted(-4, -1, 4, 1), 4)

    def _paint_head(self, painter: QPainter) -> None:
        head = self.head()
        x, width, side = head.left(), head.width(), px(MARK)
        figure = painting.text_width(self._figure, Type.SMALL) if self._figure else 0
        painting.draw_line(painter, head, self._figure, Type.SMALL, self.figure_role(), self.trailing())
        if self._chosen is not None:  # a filter is in force: said by a shape too, wherever the part stands
            box = QRect(x, head.top() + (head.height() - side) // 2, side, side)
            paint_icon(painter, self.mirrored(box), Icon.FUNNEL, Role.ACCENT)
            x, width = x + side + px(5), width - side - px(5)
        room = self.mirrored(QRect(x, head.top(), max(width - figure - px(GAP), 0), head.height()))
        role = Role.ACCENT if self._chosen is not None else Role.TEXT_QUIET
        painting.draw_line(painter, room, self._caption, Type.CAPTION, role, self.layoutDirection())

    def figure_role(self) -> Role:
        return Role.TEXT

    def paint_ground(self, painter: QPainter, place: QRect, *, chosen: bool, hovered: bool) -> None:
        """Under a part that is chosen or pointed at."""
        look = theme.current()
        if chosen:
            box = place.adjusted(-4, -1, 4, 1)
            painting.rounded(painter, box, 4, look.color(Role.ACCENT_WASH), look.color(Role.ACCENT))
        elif hovered:
            painting.rounded(painter, place.adjusted(-4, -1, 4, 1), 4, look.color(Role.HOVER))


def hatched(painter: QPainter, box: QRect, color: QColor, *, filled: QColor | None = None) -> None:
    """A box of slanted lines: what is told apart by more than its colour."""
    if filled is not None:
        painter.fillRect(box, filled)
    painter.fillRect(box, QBrush(color, Qt.BrushStyle.BDiagPattern))


def bar(painter: QPainter, box: QRect, color: QColor) -> None:
    """A bar with round ends."""
    painting.rounded(painter, box, min(box.height(), box.width()) / 2, color)


def ring_box(box: QRect, width: float) -> QRectF:
    """Where a pen of ``width`` runs, so that its stroke fills ``box`` up to its edge."""
    half = width / 2
    return QRectF(box).adjusted(half, half, -half, -half)
