"""Choosing one of a few: a segmented control, and chips that filter.

Segments and exclusive chips are radio buttons underneath, free chips are check boxes, so that arrow keys,
Space and screen readers know them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.flow_layout import FlowLayout

PAD = 14
GAP = 8
CHIP_PAD = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One possibility; ``key`` is what the signal carries."""

    key: str
    text: str
    icon: Icon | None = None


class _Segment(QRadioButton):
    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(choice.text, parent)
        self.key = choice.key
        self._icon = choice.icon
        self._ring = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        icon = metrics().icon + px(GAP) if self._icon else 0
        width = max(painting.text_width(self.text(), Type.BUTTON), painting.text_width(self.text(), Type.STRONG))
        return QSize(width + icon + 2 * px(PAD), metrics().control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def ink(self) -> Role:
        if not self.isEnabled():
            return Role.TEXT_DISABLED
        return Role.ACCENT if self.isChecked() else (Role.TEXT if self.underMouse() else Role.TEXT_QUIET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, ink, side = QPainter(self), self.ink(), metrics().icon
        x = px(PAD)
        if self._icon is not None:
            box = painting.leading(self, x, side, side)
            paint_icon(painter, box, self._icon, ink, self.layoutDirection())
            x += side + px(GAP)
        box = painting.visual(self, QRect(x, 0, self.width() - x - px(PAD) + 2, self.height()))
        style = Type.STRONG if self.isChecked() else Type.BUTTON
        painting.draw_line(painter, box, self.text(), style, ink, self.layoutDirection())
        if self._ring and self.hasFocus():
            painting.focus_ring(painter, self.rect(), metrics().radius_control)


class SegmentedControl(QWidget):
    """One of a few views, side by side. ``chosen(key)`` only when the person changes it."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], *, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for choice in choices:
            segment = _Segment(choice, self)
            segment.toggled.connect(self._on_toggled)
            self._segments[choice.key] = segment
            row.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if choices:
            self.set_chosen(choices[0].key)

    def set_chosen(self, key: str) -> None:
        """Choose without a signal."""
        blockers = [QSignalBlocker(segment) for segment in self._segments.values()]
        self._segments[key].setChecked(True)
        for blocker in blockers:
            blocker.unblock()
        self.update()

    def chosen_key(self) -> str:
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def set_text(self, key: str, text: str) -> None:
        self._segments[key].setText(text)
        self._segments[key].updateGeometry()

    def _on_toggled(self, on: bool) -> None:
        self.update()
        sender = self.sender()
        if on and isinstance(sender, _Segment):
            self.chosen.emit(sender.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, radius = theme.current(), QPainter(self), metrics().radius_control
        painting.rounded(painter, self.rect(), radius, look.color(Role.SURFACE))
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        for segment in self._segments.values():
            if segment.isChecked():
                painter.fillRect(segment.geometry(), look.color(Role.ACCENT_WASH))
        width = metrics().line
        for segment in list(self._segments.values())[1:]:
            box = segment.geometry()
            at_end = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = box.right() + 1 - width if at_end else box.left()
            painter.fillRect(QRect(x, 0, width, self.height()), look.color(Role.BORDER))
        painter.setClipping(False)
        painting.rounded(painter, self.rect(), radius, None, look.color(Role.BORDER))
        if line := look.outline(Role.ACCENT):
            for segment in self._segments.values():
                if segment.isChecked():
                    painting.rounded(painter, segment.geometry(), radius, None, line)


def _paint_chip(chip: QAbstractButton, ring: bool) -> None:
    painter, look = QPainter(chip), theme.current()
    on = chip.isChecked()
    ground = Role.ACCENT_WASH if on else (Role.HOVER if chip.underMouse() else Role.SURFACE)
    line = Role.ACCENT if on else Role.BORDER
    radius = chip.height() / 2
    painting.rounded(painter, chip.rect(), radius, look.color(ground), look.color(line))
    ink = Role.TEXT_DISABLED if not chip.isEnabled() else (Role.ACCENT if on else Role.TEXT)
    painter.setFont(look.font(Type.SMALL))
    painter.setPen(QPen(look.color(ink)))
    painter.drawText(chip.rect(), Qt.AlignmentFlag.AlignCenter, chip.text())
    if ring and chip.hasFocus():
        painting.focus_ring(painter, chip.rect(), radius)


def _chip_size(chip: QAbstractButton) -> QSize:
    return QSize(painting.text_width(chip.text(), Type.SMALL) + 2 * px(CHIP_PAD), metrics().chip)


class _RadioChip(QRadioButton):
    ring = False

    def sizeHint(self) -> QSize:
        return _chip_size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_chip(self, self.ring)


class _CheckChip(QCheckBox):
    ring = False

    def sizeHint(self) -> QSize:
        return _chip_size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_chip(self, self.ring)


class ChipRow(QWidget):
    """Filters as chips that wrap into lines. ``changed(keys)`` carries the chosen keys as a list."""

    changed = Signal(list)

    def __init__(
        self,
        *,
        exclusive: bool = True,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self._exclusive = exclusive
        self._chips: dict[str, QAbstractButton] = {}
        self._flow = FlowLayout(self, gap=metrics().space_s)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chips(self, choices: Sequence[Choice]) -> None:
        """Show these; chips that stay keep their state and focus. Of exclusive ones, one is always chosen."""
        wanted = {choice.key for choice in choices}
        for key in [key for key in self._chips if key not in wanted]:
            chip = self._chips.pop(key)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for choice in choices:
            chip = self._chips.get(choice.key) or self._make(choice.key)
            chip.setText(choice.text)
            chip.updateGeometry()
            self._flow.removeWidget(chip)
            self._flow.addWidget(chip)
        if self._exclusive and choices and not self.chosen_keys():
            self.set_chosen([choices[0].key])
        self._flow.invalidate()

    def _make(self, key: str) -> QAbstractButton:
        chip = _RadioChip(self) if self._exclusive else _CheckChip(self)
        chip.setProperty("key", key)
        chip.toggled.connect(self._on_toggled)
        chip.show()
        self._chips[key] = chip
        return chip

    def chosen_keys(self) -> list[str]:
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def set_chosen(self, keys: Sequence[str]) -> None:
        """Choose without a signal."""
        blockers = [QSignalBlocker(chip) for chip in self._chips.values()]
        for key, chip in self._chips.items():
            if key in keys or not self._exclusive:
                chip.setChecked(key in keys)
            chip.update()
        for blocker in blockers:
            blocker.unblock()

    def _on_toggled(self, on: bool) -> None:
        if on or not self._exclusive:  # of two exclusive chips, the one that goes off says nothing
            self.changed.emit(self.chosen_keys())
