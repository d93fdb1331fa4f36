"""A wheel that glides: a notch moves a view in a short while, a touchpad at once."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QVariantAnimation, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar

from hkj_desktop.ui import theme
from hkj_desktop.ui.theme import px

LINE = 40  # logical pixels of one of the lines that a notch scrolls
DURATION = 140  # milliseconds
NOTCH = 120  # eighths of a degree


class Glide(QVariantAnimation):
    """Moves ``bar``, whose child it is. Where the person wants little motion, nothing glides."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar, duration=DURATION)
        self._bar = bar
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._move)

    def turn(self, event: QWheelEvent) -> None:
        """What a wheel or a touchpad says."""
        down, fingers = event.angleDelta().y(), event.pixelDelta()
        notch = QApplication.wheelScrollLines() * px(LINE)
        running = self.state() == QVariantAnimation.State.Running
        start = self._bar.value()
        goal = self.endValue() if running else start
        self.stop()
        if not fingers.isNull():
            self._bar.setValue(start - fingers.y())
        elif down % NOTCH or theme.current().reduced_motion:
            self._bar.setValue(start - round(down / NOTCH * notch))
        else:
            goal -= down // NOTCH * notch
            self.setStartValue(start)
            self.setEndValue(min(max(goal, self._bar.minimum()), self._bar.maximum()))
            self.start()
        event.accept()

    @Slot(object)
    def _move(self, value: int) -> None:
        if self.state() == QVariantAnimation.State.Running:  # setting its ends tells of them too
            self._bar.setValue(value)
