"""Gentle changes: a picture of what was seen lies over what is seen now, and goes within a moment.

The picture costs a copy of pixels: nothing is painted for it, and what it covers is not painted while it goes. It takes
no click and no key, and the first of them ends it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QRect, QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from hkj_desktop.ui import theme

DURATION = 150  # milliseconds
#: Where a window's own pixels must not be read outside of its painting; there it is painted anew for the picture.
_UNREAD = frozenset({"darwin"})
_ENDS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})
_CHANGES = frozenset({QEvent.Type.Resize, QEvent.Type.Hide})


def cross_fade(stack: QStackedWidget) -> None:
    """To be called before the page of ``stack`` changes."""
    before = soften(stack)
    if before is not None:
        stack.currentChanged.connect(before.raise_)  # a page comes to the front when it is shown


def soften(host: QWidget, place: QRect | None = None) -> QWidget | None:
    """What is seen of ``host`` now, or of ``place`` in it, gives way gently to what is about to be there.

    Nothing happens, and None is returned, where nothing is to move or nothing is seen.
    """
    if not theme.current().fades or not host.isVisible():
        return None
    place = host.rect() if place is None else place & host.rect()
    for old in host.findChildren(_Before, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if old.geometry().intersects(place):
            old.end()
    picture = _seen(host, place) if not place.isEmpty() else None
    if picture is None:
        return None
    before = _Before(host, place, picture)
    before.begin()
    return before


def surroundings(widget: QWidget) -> QWidget:
    """What scrolls ``widget``, else its window: all that moves when it grows."""
    found = widget.parentWidget()
    while found is not None:
        above = found.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is found:
            return found
        found = above
    return widget.window()


def _stored(window: QWidget) -> QImage | None:
    """The pixels of the window as they were painted last; None where they cannot be read."""
    store = window.backingStore() if sys.platform not in _UNREAD else None
    device = store.paintDevice() if store is not None else None
    return device if isinstance(device, QImage) and not device.isNull() else None


def _read(widget: QWidget, place: QRect) -> QImage | None:
    """A copy of what the window holds at ``place`` of ``widget``."""
    window = widget.window()
    stored = _stored(window)
    if stored is None:
        return None
    ratio = stored.devicePixelRatio()
    corner = widget.mapTo(window, place.topLeft())
    box = QRectF(corner.x() * ratio, corner.y() * ratio, place.width() * ratio, place.height() * ratio)
    return stored.copy(box.toRect())


def _seen(host: QWidget, place: QRect) -> QImage | None:
    handle = host.window().windowHandle()
    if handle is None or not handle.isExposed():
        return None
    return host.grab(place).toImage() if sys.platform in _UNREAD else _read(host, place)


class _Before(QWidget):
    """What was seen, going."""

    def __init__(self, host: QWidget, place: QRect, picture: QImage) -> None:
        super().__init__(host)
        self._host = host
        self._window = host.window().windowHandle()
        self._picture = picture
        self._after: QImage | None = None
        self._covers_all = place == host.rect()
        self._was_seen = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(place)
        self._motion = QVariantAnimation(self, duration=DURATION, startValue=1.0, endValue=0.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._motion.valueChanged.connect(self._step)
        self._motion.finished.connect(self.end)

    def begin(self) -> None:
        """Lie over everything in the host, and go."""
        self._host.installEventFilter(self)
        self._window.installEventFilter(self)
        self.show()
        self.raise_()
        self._motion.start()

    @Slot()
    def end(self) -> None:
        """Be gone."""
        self._motion.stop()
        self._host.removeEventFilter(self)
        if isValid(self._window):
            self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    @Slot()
    def _step(self) -> None:
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a person does is seen at once; and of other sizes there is no picture."""
        kind = event.type()
        if watched is not self._host:
            ends = kind in _ENDS
        elif kind == QEvent.Type.Resize and self._covers_all and not self._was_seen:
            ends = False  # a page with a footer follows one without: it takes its place before anything is painted
            self.setGeometry(self._host.rect())
        else:
            ends = kind in _CHANGES
        if ends:
            self.end()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._after is None and event.rect() == self.rect():
            # What lies below was painted a moment ago, into the same pixels, and need not be painted for each step.
            self._after = _read(self, self.rect())
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, self._after is not None)
        self._was_seen = True
        painter = QPainter(self)
        if self._after is not None:
            painter.drawImage(QPoint(), self._after)
        painter.setOpacity(float(self._motion.currentValue()))
        painter.drawImage(QPoint(), self._picture)
