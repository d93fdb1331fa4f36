"""The small things over a card's picture, a badge for each shop, what is wrong; and the heading of a group."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from hkj_desktop.ui import say, theme
from hkj_desktop.ui.bidi import display_safe
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.opened import LOOK, NOT_READY, READY
from hkj_desktop.ui.theme import Role, Theme, Type, metrics, px
from hkj_desktop.ui.widgets import painting

MARK = 18  # height of a badge, and of the mark for variants
MARK_PAD, MARK_GAP = 5, 4
PILL, PILL_PAD = 22, 7
TINY = 12
_CENTER = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
#: Of each light the name's ink, and a sign with its own.
_LIGHTS = {
    READY: (Role.GOOD, None, Role.GOOD),
    LOOK: (Role.WARN, Icon.TRIANGLE_ALERT, Role.WARN),
    NOT_READY: (Role.TEXT_QUIET, Icon.X, Role.ERROR),
}


@lru_cache(maxsize=4)
def bold(look: Theme) -> QFont:
    """Captions that lie over a picture."""
    font = QFont(look.font(Type.CAPTION))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def paint_mark(
    painter: QPainter,
    box: QRect,
    text: str,
    ink: QColor,
    icon: Icon | None = None,
    icon_ink: Role = Role.TEXT_QUIET,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """A small framed word over the picture."""
    look = theme.current()
    painting.rounded(painter, box, px(4), look.color(Role.SURFACE), look.color(Role.BORDER))
    inner = box.adjusted(px(MARK_PAD), 0, -px(MARK_PAD), 0)
    if icon is not None:
        side = px(TINY - 2)
        sign = QRect(inner.left(), inner.top() + (inner.height() - side) // 2, side, side)
        paint_icon(painter, QStyle.visualRect(direction, inner, sign), icon, icon_ink)
        inner = QStyle.visualRect(direction, inner, inner.adjusted(px(TINY), 0, 0, 0))
    painter.setFont(bold(look))
    painter.setPen(QPen(ink))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    shown = QFontMetrics(bold(look)).elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 2)
    painter.drawText(inner, _CENTER, shown)


def paint_badges(
    painter: QPainter, badges: Sequence[tuple[str, int]], room: QRect, direction: Qt.LayoutDirection
) -> int:
    """From the trailing edge; returns how much of the width they take. Those without room are a number."""
    look = theme.current()
    measure, pad, gap, tiny = QFontMetrics(bold(look)), px(MARK_PAD), px(MARK_GAP), px(TINY)
    widths = [
        measure.horizontalAdvance(name) + 2 * pad + (tiny if _LIGHTS[light][1] is not None else 0)
        for name, light in badges
    ]
    shown = len(widths)
    more = measure.horizontalAdvance("+9") + 2 * pad + gap
    while shown > 1 and sum(widths[:shown]) + gap * shown + (more if shown < len(widths) else 0) > room.width():
        shown -= 1
    parts = [(name, light, width) for (name, light), width in zip(badges, widths, strict=True)][:shown]
    if shown < len(widths):
        worst = max(light for _, light in badges[shown:])
        parts.append((f"+{len(widths) - shown}", worst if worst == READY else NOT_READY, more - gap + tiny))
    left = room.right() + 1
    for name, light, width in reversed(parts):
        left -= min(width, room.width())
        box = QStyle.visualRect(direction, room, QRect(left, room.top(), min(width, room.width()), px(MARK)))
        ink, icon, icon_ink = _LIGHTS[light]
        paint_mark(painter, box, name, look.color(ink), icon, icon_ink, direction)
        left -= gap
    return room.right() + 1 - left


def paint_pill(
    painter: QPainter, title: str, kind: str, room: QRect, direction: Qt.LayoutDirection, *, error: bool
) -> None:
    """What is wrong, at the lower leading corner: its title, or where that has no room its kind."""
    look = theme.current()
    ink, wash = (Role.ERROR, Role.ERROR_WASH) if error else (Role.WARN, Role.WARN_WASH)
    icon = Icon.CIRCLE_X if error else Icon.TRIANGLE_ALERT
    measure, pad, tiny, height = QFontMetrics(bold(look)), px(PILL_PAD), px(TINY), px(PILL)
    before = tiny + px(5)
    most = room.width() - 2 * pad - before
    shown = title
    if measure.horizontalAdvance(shown) > most:  # its kind says it in fewer words
        shown = measure.elidedText(kind or shown, Qt.TextElideMode.ElideRight, most)
    width = measure.horizontalAdvance(shown) + 2 * pad + before
    box = QRect(room.left(), room.bottom() - height + 1, width, height)
    box = QStyle.visualRect(direction, room, box)
    painting.rounded(painter, box, px(5), look.color(wash), look.outline(ink))
    sign = QRect(box.left() + pad, box.top() + (height - tiny) // 2, tiny, tiny)
    paint_icon(painter, QStyle.visualRect(direction, box, sign), icon, ink)
    painter.setFont(bold(look))
    painter.setPen(look.color(ink))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    text = QStyle.visualRect(direction, box, box.adjusted(pad + before, 0, -pad + 2, 0))
    painter.drawText(text, painting.text_flags(direction), shown)


def paint_heading(painter: QPainter, line: QRect, name: str, count: int, direction: Qt.LayoutDirection) -> None:
    """The band above a group of cards: its name, how many there are, and a hairline to the end."""
    size, shown, gap = say.number(count), display_safe(name), metrics().space_s
    width = painting.text_width(size, Type.SMALL)
    long = min(painting.text_width(shown, Type.STRONG) + 2, line.width() - width - gap)
    for left, wide, text, style, ink in (
        (0, long, shown, Type.STRONG, Role.TEXT),
        (long + gap, width + 2, size, Type.SMALL, Role.TEXT_QUIET),
    ):
        box = QRect(line.left() + left, line.top(), wide, line.height())
        painting.draw_line(painter, QStyle.visualRect(direction, line, box), text, style, ink, direction)
    start = long + width + 2 * gap + 2
    rule = QRect(line.left() + start, line.center().y(), max(0, line.width() - start), 1)
    painter.fillRect(QStyle.visualRect(direction, line, rule), theme.current().color(Role.BORDER))
