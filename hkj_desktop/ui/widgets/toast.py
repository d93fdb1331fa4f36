"""A short notice over the page that goes away by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Role, Tone, Type, metrics
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.banner import ICONS, announce
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.fade import soften
from hkj_desktop.ui.widgets.labels import Label

STAYS_MS = 6000
SHADOW = 3


class Toast(QWidget):
    """Sits above the bottom of ``host``, in the middle. It stays while the pointer is on it.

    Nothing that must be read is told by a toast alone.
    """

    def __init__(self, host: QWidget, close_name: str) -> None:
        super().__init__(host)
        m = metrics()
        self._host = host
        self._lift = m.space_xl
        self._then: Callable[[], None] | None = None
        self._icon = IconLabel(Icon.INFO, Role.ACCENT)
        self._text = Label("", Type.BUTTON)
        self._action = Button("", kind=Kind.GHOST)
        self._cross = Button("", Icon.X, kind=Kind.GHOST, name=close_name)
        self._timer = QTimer(self, interval=STAYS_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._action.clicked.connect(self._on_action)
        self._cross.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(m.space_m, m.space_xs + 2, m.space_m, m.space_xs + 2 + SHADOW)
        row.setSpacing(m.space_s + 2)
        for part in (self._icon, self._text, self._action, self._cross):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        host.installEventFilter(self)
        self.hide()

    def show_text(
        self, text: str, tone: Tone = Tone.NEUTRAL, action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Show now, for six seconds; replaces what it showed before. ``then`` answers the button ``action``, and no
        other notice's button."""
        self._then = then
        self._icon.set_icon(ICONS[tone], Role.ACCENT if tone is Tone.NEUTRAL else tone.ink)
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        before = self.geometry() if self.isVisible() else QRect()
        self.adjustSize()
        self._place()
        self.raise_()
        soften(self._host, self.geometry() | before)
        self.show()
        self._timer.start()
        announce(self, text)

    def hide(self) -> None:
        if self.isVisible():
            soften(self._host, self.geometry())
        super().hide()

    def text(self) -> str:
        return self._text.text()

    def set_lift(self, pixels: int) -> None:
        """How far above the bottom of the host: the height of a footer."""
        self._lift = pixels
        self._place()

    def _on_action(self) -> None:
        self.hide()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _place(self) -> None:
        host = self._host
        width = min(self.sizeHint().width(), host.width() - 2 * metrics().space_l)
        self.resize(width, self.sizeHint().height())
        self.move(QPoint((host.width() - width) // 2, host.height() - self.height() - self._lift))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        self._timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, m = QPainter(self), theme.current(), metrics()
        box = self.rect().adjusted(0, 0, 0, -SHADOW)
        for drop in range(1, SHADOW + 1):
            painting.rounded(painter, box.translated(0, drop), m.radius_card, look.color(Role.SHADOW))
        painting.rounded(painter, box, m.radius_card, look.color(Role.SURFACE), look.color(Role.BORDER_STRONG))
