"""One question about a whole column, with its answers as buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Tone, Type, metrics
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.flow_layout import FlowLayout
from hkj_desktop.ui.widgets.labels import Label


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to read the example; ``key`` is what the signal carries."""

    key: str
    text: str


class Question(QWidget):
    """``answered(key)`` when the person chooses."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._title = Label("", Type.STRONG, tone=Tone.WARN, wrap=True)
        self._text = Label("", Type.BODY, wrap=True)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=m.space_s)
        self._shown: list[Button] = []
        words = QVBoxLayout()
        words.setSpacing(m.space_xs)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addSpacing(m.space_xs)
        words.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(m.space_m + 2, m.space_m, m.space_m + 2, m.space_m)
        row.setSpacing(m.space_m)
        row.addWidget(IconLabel(Icon.TRIANGLE_ALERT, Tone.WARN.ink))
        row.addLayout(words, 1)

    def ask(self, title: str, text: str, answers: Sequence[Answer]) -> None:
        """Put the question; earlier answers go."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title} {text}")
        for old in self._shown:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for answer in answers:
            button = Button(answer.text)
            button.clicked.connect(lambda _checked=False, key=answer.key: self.answered.emit(key))
            self._flow.addWidget(button)
            button.show()
            self._shown.append(button)
        self._flow.invalidate()

    def answers(self) -> list[str]:
        """The words on the buttons, in order."""
        return [button.text() for button in self._shown]

    def press(self, position: int) -> None:
        """Click the answer at ``position``."""
        self._shown[position].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, radius = theme.current(), metrics().radius_control
        wash, line = look.color(Tone.WARN.wash), look.outline(Tone.WARN.ink)
        painting.rounded(QPainter(self), self.rect(), radius, wash, line)
