"""The rail at the leading side: the shop, the five steps, and what is always there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui import say, theme
from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.theme import Role, Tone, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.shop_badge import ShopBadge

PAD = 10
GAP = 10
BADGE_HEIGHT = 20


class MarkKind(Enum):
    NONE = "none"
    DONE = "done"
    WARN = "warn"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class StepMark:
    """What sits at the end of a row. ``spoken`` says it in words: "done", "12 with a problem"."""

    kind: MarkKind = MarkKind.NONE
    text: str = ""
    tone: Tone = Tone.ERROR
    spoken: str = ""


NO_MARK = StepMark()


def done_mark(spoken: str) -> StepMark:
    return StepMark(MarkKind.DONE, spoken=spoken)


def warn_mark(spoken: str) -> StepMark:
    return StepMark(MarkKind.WARN, spoken=spoken)


def count_mark(text: str, spoken: str, tone: Tone = Tone.ERROR) -> StepMark:
    return StepMark(MarkKind.COUNT, text, tone, spoken)


class StepRow(QPushButton):
    """Icon, word, mark. ``moved(±1)``: the person pressed Down or Up."""

    moved = Signal(int)

    def __init__(self, name: str, icon: Icon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.name = name
        self.setObjectName(f"rail {name}")
        self._icon = icon
        self._mark = NO_MARK
        self._current = False
        self._ring = False
        self.setProperty("kind", "plain")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(metrics().step_row)
        self._update_name()

    def set_text(self, text: str) -> None:
        self.setText(text)
        self._update_name()

    def set_mark(self, mark: StepMark) -> None:
        self._mark = mark
        self._update_name()
        self.update()

    def set_current(self, current: bool) -> None:
        self._current = current
        self._update_name()
        self.update()

    def is_current(self) -> bool:
        return self._current

    def mark(self) -> StepMark:
        return self._mark

    def set_reason(self, reason: str) -> None:
        """Why the row is closed, shown when the pointer rests on it."""
        self.setToolTip(tooltip_safe(reason))
        self.setAccessibleDescription(reason)

    def _update_name(self) -> None:
        parts = [self.text(), self._mark.spoken]
        self.setAccessibleName(say.listed(part for part in parts if part))

    def sizeHint(self) -> QSize:
        return QSize(metrics().rail - 2 * metrics().space_m, metrics().step_row)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), metrics().step_row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _ink(self) -> Role:
        if not self.isEnabled():
            return Role.TEXT_DISABLED
        return Role.ACCENT if self._current else Role.TEXT_QUIET

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, m = QPainter(self), theme.current(), metrics()
        if self._current:
            line = look.outline(Role.ACCENT)
            painting.rounded(painter, self.rect(), m.radius_control, look.color(Role.ACCENT_WASH), line)
        elif self.isEnabled() and self.underMouse():
            painting.rounded(painter, self.rect(), m.radius_control, look.color(Role.HOVER))
        ink, side = self._ink(), m.icon
        box = painting.leading(self, px(PAD), side, side)
        paint_icon(painter, box, self._icon, ink, self.layoutDirection())
        left = px(PAD) + side + px(GAP)
        room = self.width() - left - self._paint_mark(painter)
        box = painting.visual(self, QRect(left, 0, room, self.height()))
        style = Type.STRONG if self._current else Type.BUTTON
        painting.draw_line(painter, box, self.text(), style, ink, self.layoutDirection())
        if self._ring and self.hasFocus():
            painting.focus_ring(painter, self.rect(), m.radius_control)

    def _paint_mark(self, painter: QPainter) -> int:
        """Paint the mark at the trailing edge; return the width that it takes."""
        mark, side, look = self._mark, metrics().icon, theme.current()
        pad, gap, height = px(PAD), px(GAP), px(BADGE_HEIGHT)
        if mark.kind is MarkKind.NONE:
            return pad
        if mark.kind is not MarkKind.COUNT:
            icon, role = (Icon.CHECK, Role.GOOD) if mark.kind is MarkKind.DONE else (Icon.TRIANGLE_ALERT, Role.WARN)
            paint_icon(painter, painting.leading(self, self.width() - pad - side, side, side), icon, role)
            return pad + side + gap
        width = max(px(BADGE_HEIGHT + 4), painting.text_width(mark.text, Type.CAPTION) + px(14))
        box = painting.leading(self, self.width() - pad - width, width, height)
        painting.rounded(painter, box, height / 2, look.color(mark.tone.wash), look.outline(mark.tone.ink))
        font = look.font(Type.STRONG)
        font = type(font)(font)
        font.setPixelSize(look.font(Type.CAPTION).pixelSize())
        painter.setFont(font)
        painter.setPen(look.color(mark.tone.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.text)
        return pad + width + gap


@dataclass(frozen=True, slots=True)
class StepSpec:
    name: str
    icon: Icon
    text: str


class StepRail(QWidget):
    """The whole rail. ``chosen(name)`` for steps and for the rows at the bottom alike."""

    chosen = Signal(str)

    def __init__(
        self,
        steps: Sequence[StepSpec],
        extras: Sequence[StepSpec],
        *,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        m = metrics()
        self.setFixedWidth(m.rail)
        self.setAccessibleName(spoken)
        self.badge = ShopBadge(self)
        self._rows: dict[str, StepRow] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(m.space_m, m.space_l, m.space_m, m.space_l)
        box.setSpacing(m.space_xs)
        box.addWidget(self.badge)
        box.addSpacing(m.space_m)
        for spec in steps:
            box.addWidget(self._make_row(spec))
        box.addStretch(1)
        line = Hairline(self)
        box.addWidget(line)
        box.addSpacing(m.space_xs)
        for spec in extras:
            box.addWidget(self._make_row(spec))

    def _make_row(self, spec: StepSpec) -> StepRow:
        row = StepRow(spec.name, spec.icon, spec.text, self)
        row.clicked.connect(self._on_clicked)
        row.moved.connect(self._on_moved)
        self._rows[spec.name] = row
        return row

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, StepRow):
            self.chosen.emit(sender.name)

    def _on_moved(self, by: int) -> None:
        open_rows = [row for row in self._rows.values() if row.isEnabled()]
        sender = self.sender()
        if isinstance(sender, StepRow) and sender in open_rows:
            there = (open_rows.index(sender) + by) % len(open_rows)
            open_rows[there].setFocus(Qt.FocusReason.TabFocusReason)

    def row(self, name: str) -> StepRow:
        return self._rows[name]

    def set_current(self, name: str) -> None:
        for row in self._rows.values():
            row.set_current(row.name == name)

    def set_step(self, name: str, *, enabled: bool = True, mark: StepMark = NO_MARK, reason: str = "") -> None:
        """State of one row; ``reason`` says why it is closed."""
        row = self._rows[name]
        row.setEnabled(enabled)
        row.set_mark(mark)
        row.set_reason("" if enabled else reason)

    def set_text(self, name: str, text: str) -> None:
        self._rows[name].set_text(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        painter.fillRect(self.rect(), look.color(Role.SURFACE))
        width = metrics().line
        edge = painting.visual(self, QRect(self.width() - width, 0, width, self.height()))
        painter.fillRect(edge, look.color(Role.BORDER))


class Hairline(QWidget):
    """A line between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(metrics().line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color(Role.BORDER))
