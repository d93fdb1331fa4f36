"""The file may be read in two ways: the person's own lines in each, and one question, "which reads right?"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.dialogs.base import Dialog, fitting
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label

WIDTH, LEAST = 620, 310
SHOWN_LINES = 3


class ReadingsDialog(Dialog):
    """``chosen(position)``: which of the readings is right. Escape keeps the first."""

    chosen = Signal(int)

    def __init__(self, name: str, readings: Sequence[Sequence[str]], parent: QWidget) -> None:
        super().__init__(self.tr("Which one reads right?"), parent)
        self.setFixedWidth(fitting(QSize(WIDTH, 0), parent, QSize(LEAST, 0)).width())
        self.body.addWidget(Label(self.tr("Which one reads right?"), Type.TITLE))
        words = self.tr("The letters of {name} can be read in more than one way. Choose the lines that you can read.")
        self.body.addWidget(Label(words.format(name=isolate_auto(name)), quiet=True, wrap=True))
        self.buttons_of: list[QPushButton] = []
        for at, lines in enumerate(readings):
            button = _Reading(lines[:SHOWN_LINES])
            button.clicked.connect(lambda _checked=False, at=at: self._on_chosen(at))
            self.buttons_of.append(button)
            self.body.addWidget(button)
        none = Button(self.tr("Close"))
        none.clicked.connect(self.reject)
        self.body.addWidget(none, 0, Qt.AlignmentFlag.AlignRight)

    def _on_chosen(self, at: int) -> None:
        self.chosen.emit(at)
        self.accept()


class _Reading(QPushButton):
    """Three of the person's own lines as one large button."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        m = metrics()
        self.setProperty("kind", "plain")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" · ".join(display_safe(line, 200) for line in lines))
        box = QVBoxLayout(self)
        box.setContentsMargins(m.space_l, m.space_m, m.space_l, m.space_m)
        box.setSpacing(m.space_xs)
        for line in lines:
            label = ElidedLabel(isolate_auto(display_safe(line, 200)), Type.LEAD)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(label)
        text = len(lines) * painting.line_height(Type.LEAD) + (len(lines) - 1) * m.space_xs
        self._height = text + 2 * m.space_m + 2

    def sizeHint(self) -> QSize:
        # The style sheet takes fixed heights of plain buttons away, and a button does not ask its layout.
        return QSize(px(LEAST), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        lit = self.underMouse() or self.hasFocus()
        ground, line = (Role.ACCENT_WASH, Role.ACCENT) if lit else (Role.SURFACE, Role.BORDER)
        painting.rounded(painter, self.rect(), metrics().radius_card, look.color(ground), look.color(line))
