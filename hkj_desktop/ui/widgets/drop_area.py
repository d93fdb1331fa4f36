"""The place to drop a file, and empty places that say what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Role, Tone, Type, metrics, px
from hkj_desktop.ui.widgets.labels import Label

ICON_SIZE = 38
TEXT_WIDTH = 460
DASH = (4.0, 3.0)  # in widths of the line


class DropState(Enum):
    IDLE = "idle"
    OK = "ok"
    REFUSED = "refused"


_LOOKS = {
    DropState.IDLE: (Icon.FILE_UP, Tone.ACCENT, Role.BORDER_STRONG, Role.SURFACE),
    DropState.OK: (Icon.FILE_DOWN, Tone.ACCENT, Role.ACCENT, Role.ACCENT_WASH),
    DropState.REFUSED: (Icon.FILE_X, Tone.ERROR, Role.ERROR, Role.SURFACE),
}


class _Words(QWidget):
    """Icon, title, text and a row of buttons, one below the other in the middle."""

    def __init__(self, icon: Icon, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self.icon = IconLabel(icon, role, px(ICON_SIZE))
        self.title = Label("", Type.HEADING, wrap=True)
        self.text = Label("", Type.BODY, quiet=True, wrap=True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(m.space_m)
        middle = Qt.AlignmentFlag.AlignHCenter
        for label in (self.title, self.text):
            label.set_place(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumWidth(px(TEXT_WIDTH))
            label.setMaximumWidth(px(TEXT_WIDTH))
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(m.space_xl, m.space_xl, m.space_xl, m.space_xl)
        box.setSpacing(0)
        box.addStretch(1)
        box.addWidget(self.icon, 0, middle)
        box.addSpacing(m.space_m)
        box.addWidget(self.title, 0, middle)
        box.addSpacing(m.space_s)
        box.addWidget(self.text, 0, middle)
        box.addSpacing(m.space_l + m.space_xs)
        box.addLayout(self.buttons)
        box.addStretch(1)
        self.buttons.setAlignment(middle)

    def hasHeightForWidth(self) -> bool:
        return False  # its words have a width of their own

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._least())  # who lays it out gives it what is left

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._least())

    def _least(self) -> int:
        """How high it is without the picture and the space around."""
        items = [item for at in range(self._box.count()) if (item := self._box.itemAt(at)) is not None]
        words, width = (self.title, self.text), px(TEXT_WIDTH)
        others = sum(item.sizeHint().height() for item in items if item.widget() not in (self.icon, *words))
        return others + sum(label.heightForWidth(width) for label in words if not label.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the words need the room of the picture and of the space around."""
        super().resizeEvent(event)
        side, box = metrics().space_xl, self._box
        items = map(box.itemAt, range(box.count()))
        words = sum(item.sizeHint().height() for item in items if item is not None and item.widget() is not self.icon)
        high = self.height() >= words + self.icon.height() + 2 * side
        if high is self.icon.isHidden():
            around = side if high else 0
            box.setContentsMargins(side, around, side, around)
            self.icon.setVisible(high)

    def set_words(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))


class DropArea(QWidget):
    """Dashed and rounded. It only shows; the window takes the drop, as dropping works everywhere."""

    def __init__(self, title: str = "", line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = DropState.IDLE
        self._words = _Words(Icon.FILE_UP, Role.ACCENT)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._words)
        self.set_state(DropState.IDLE, title, line)

    def set_buttons(self, buttons: Sequence[QWidget]) -> None:
        for button in buttons:
            self._words.buttons.addWidget(button)

    def set_state(self, state: DropState, title: str, line: str) -> None:
        """What would happen now, in the caller's words."""
        self._state = state
        icon, tone, _, _ = _LOOKS[state]
        self._words.icon.set_icon(icon, tone.ink)
        self._words.title.set_tone(tone if state is DropState.REFUSED else None)
        self._words.set_words(title, line)
        self.setAccessibleName(f"{title} {line}".strip())
        self.update()

    def state(self) -> DropState:
        return self._state

    def title(self) -> str:
        return self._words.title.text()

    def line(self) -> str:
        return self._words.text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, radius = theme.current(), QPainter(self), metrics().radius_drop
        _, _, line, ground = _LOOKS[self._state]
        width = metrics().line + 1
        pen = QPen(look.color(line), width)
        pen.setDashPattern(list(DASH))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(look.color(ground))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)


class EmptyState(QWidget):
    """An empty place that explains itself: icon, title, text, and the next step as a button."""

    def __init__(
        self,
        icon: Icon = Icon.INBOX,
        title: str = "",
        text: str = "",
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = _Words(icon, Role.TEXT_QUIET)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._words)
        if action is not None:
            self._words.buttons.addWidget(action)
        self.set_words(title, text)

    def set_words(self, title: str, text: str, icon: Icon | None = None) -> None:
        self._words.set_words(title, text)
        if icon is not None:
            self._words.icon.set_icon(icon)
        self.setAccessibleName(f"{title} {text}".strip())
