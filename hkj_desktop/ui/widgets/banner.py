"""Messages inside the window: the practice strip, and boxes that say how something went."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Tone, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.labels import Label

ICONS = {
    Tone.NEUTRAL: Icon.INFO,
    Tone.ACCENT: Icon.INFO,
    Tone.GOOD: Icon.CIRCLE_CHECK,
    Tone.WARN: Icon.TRIANGLE_ALERT,
    Tone.ERROR: Icon.CIRCLE_X,
}


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say ``text`` now, without moving the focus."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Banner(QWidget):
    """A box in the wash of its tone: icon, bold title or text, text below, buttons, perhaps a cross.

    ``strip=True`` makes it a flat line across the window (the practice shop).
    """

    closed = Signal()

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        *,
        title: str = "",
        icon: Icon | None = None,
        strip: bool = False,
        close_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        m = metrics()
        self._strip = strip
        self._tone = tone
        self._icon = IconLabel(ICONS[tone], tone.ink)
        self._title = Label("", Type.SMALL if strip else Type.STRONG, wrap=True)
        self._text = Label("", Type.SMALL if strip else Type.BODY, wrap=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(m.space_s)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        side = m.page_margin if strip else m.space_m + 2
        row.setContentsMargins(side, 0 if strip else m.space_s + 2, side, 0 if strip else m.space_s + 2)
        row.setSpacing(m.space_s if strip else m.space_m)
        top = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, top)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        if close_name:
            cross = Button("", Icon.X, kind=Kind.GHOST, name=close_name)
            cross.clicked.connect(self._on_close)
            row.addWidget(cross)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if strip:
            self.setMinimumHeight(m.banner)  # higher where its words need a second line
        self.set_message(text, tone, title=title, icon=icon)

    def set_message(self, text: str, tone: Tone, *, title: str = "", icon: Icon | None = None) -> None:
        """Change what it says. With an empty title the text is the message, in the colour of the tone."""
        self._tone = tone
        self._icon.set_icon(icon or ICONS[tone], tone.ink)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._title.set_tone(tone)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._text.set_tone(None if title else tone)
        self._text.setProperty("type", self._text_type(title).value)
        self.setAccessibleName(f"{title} {text}".strip())
        if self.isVisible():
            announce(self, self.accessibleName())
        self.update()

    def _text_type(self, title: str) -> Type:
        if self._strip:
            return Type.SMALL
        return Type.BODY if title else Type.BUTTON

    def add_button(self, button: QWidget) -> None:
        self._buttons.addWidget(button)

    def tone(self) -> Tone:
        return self._tone

    def text(self) -> str:
        return self._text.text()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        wash, line = look.color(self._tone.wash), look.outline(self._tone.ink)
        if not self._strip:
            painting.rounded(painter, self.rect(), metrics().radius_control, wash, line)
            return
        painter.fillRect(self.rect(), wash)
        if line is not None:
            width = metrics().line
            painter.fillRect(0, self.height() - width, self.width(), width, line)
