"""Shapes that several widgets paint, and the rule for showing where the keyboard is."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import FSI, LRI
from hkj_desktop.ui.theme import Role, Type, metrics

#: Words with what stands above or below Arabic letters.
_WITH_MARKS = re.compile(r"\S*[\u0610-\u061a\u0622\u0623\u0625\u064b-\u065f\u0670\u06d6-\u06ed]\S*")
_MEASURED = 300  # letters of a long text
_LINE = 100_000  # as wide as any of them
_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)


def by_keyboard(reason: Qt.FocusReason) -> bool:
    """Whether focus came in a way that deserves a ring; a click shows by itself where it went."""
    return reason in _KEYBOARD


def rounded(painter: QPainter, rect: QRect, radius: float, fill: QColor | None, line: QColor | None = None) -> None:
    """A rounded box whose frame lies inside ``rect``, sharp at every scale."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    box = QRectF(rect)
    if line is not None:
        width = metrics().line
        painter.setPen(QPen(line, width))
        box.adjust(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, radius, radius)


def focus_ring(painter: QPainter, rect: QRect, radius: float, color: Role = Role.ACCENT, inset: float = 0) -> None:
    """A strong line along the inside of ``rect``, moved in by ``inset``."""
    width = metrics().ring
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.current().color(color), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2 + inset
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius - half, radius - half)


def visual(widget: QWidget, rect: QRect) -> QRect:
    """``rect``, laid out for left-to-right inside ``widget``, mirrored if the widget reads the other way."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), rect)


def leading(widget: QWidget, x: int, width: int, height: int) -> QRect:
    """A box ``x`` pixels from the leading edge, in the middle of the widget's height."""
    box = QRect(QPoint(x, (widget.height() - height) // 2), QSize(width, height))
    return visual(widget, box)


@cache  # asked for every cell that is painted
def text_flags(direction: Qt.LayoutDirection) -> int:
    """Flags for one line of text at the leading edge, to be used with an automatic text direction."""
    side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    return int(flags.value) | int(Qt.TextFlag.TextSingleLine.value)


def draw_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    style: Type,
    color: Role | QColor,
    direction: Qt.LayoutDirection,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """One line of ``text`` at the leading edge of ``rect``, cut with an ellipsis if it does not fit.

    Each text runs in the direction of its own first letter, or of the window where it begins with a value.
    """
    look = theme.current()
    font = look.font(style)
    painter.setFont(font)
    painter.setPen(look.color(color) if isinstance(color, Role) else color)
    # What begins with a value that is set apart has no first letter of its own.
    apart = text.startswith((LRI, FSI))
    painter.setLayoutDirection(direction if apart else Qt.LayoutDirection.LayoutDirectionAuto)
    fitting = QFontMetrics(font).elidedText(text, elide, rect.width())
    painter.drawText(rect, text_flags(direction), fitting)


def text_width(text: str, style: Type) -> int:
    return QFontMetrics(theme.current().font(style)).horizontalAdvance(text)


def line_height(style: Type) -> int:
    return QFontMetrics(theme.current().font(style)).height()


def overhang(text: str, style: Type) -> tuple[int, int, int]:
    """How far marks of Arabic letters stand out of their line, above and below, and how high that line is; all 0 where
    there are none. The font that has them need not be the one by which a line is measured."""
    words = _WITH_MARKS.findall(text)
    if not words:
        return 0, 0, 0
    font = theme.current().font(style)
    # In a text that wraps they may have a line without any letter of the other font, which is lower.
    found = [_overhang(part, font.key()) for part in (text[:_MEASURED].replace("\n", " "), " ".join(words)[:_MEASURED])]
    above, below, height = (max(numbers) for numbers in zip(*found, strict=True))
    return above, below, height


@lru_cache(maxsize=1_000)
def _overhang(text: str, key: str) -> tuple[int, int, int]:
    font = QFont()
    font.fromString(key)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_LINE)
    layout.endLayout()
    tops, bottoms = [0.0], [line.height()]
    for run in layout.glyphRuns():
        raw = run.rawFont()
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            ink = raw.boundingRect(glyph)
            if not ink.isEmpty():
                tops.append(at.y() + ink.top())
                bottoms.append(at.y() + ink.bottom())
    return math.ceil(-min(tops)), math.ceil(max(bottoms) - line.height()), math.ceil(line.height())
