"""The problems of one product: all of them as a short list, and each below the field that it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui import say, theme
from hkj_desktop.ui.icons import Icon, IconLabel, paint_icon
from hkj_desktop.ui.theme import Role, Tone, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hkj_desktop.catalog.problems import Problem

#: So many are listed at once; a product of many variants may have a hundred.
LISTED = 5
LINE = 30
PAD = 12
#: A problem's fix: its id and the words of its button; None where nobody can mend it but the person.
FixWords = Callable[["Problem"], tuple[str, str] | None]
ICONS = {Tone.ERROR: Icon.CIRCLE_X, Tone.WARN: Icon.TRIANGLE_ALERT}


def tone_of(problem: Problem) -> Tone:
    return Tone.ERROR if problem.severity == "error" else Tone.WARN


def no_fix(_problem: Problem) -> None:
    return None


class ProblemList(QWidget):
    """``chosen(Problem)``: the person wants to see its field. ``fix_requested(Problem)``: only beside those of which no
    field says it too."""

    chosen = Signal(object)
    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.WARN
        self._problems: tuple[Problem, ...] = ()
        self._with_fix: frozenset[int] = frozenset()
        self._fix_words: FixWords = no_fix
        self._every = False
        self._lines: list[ProblemLine] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, metrics().space_xs + 1, 0, metrics().space_xs + 1)
        self._box.setSpacing(0)
        self.setAccessibleName(self.tr("Problems of this product"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_problems(self, problems: Sequence[Problem], offered: Sequence[Problem], fix_words: FixWords) -> None:
        """``offered``: those that get the button of their fix here."""
        if tuple(problems) != self._problems:
            self._every = False
        self._problems, self._fix_words = tuple(problems), fix_words
        self._with_fix = frozenset(map(id, offered))
        worst = any(tone_of(problem) is Tone.ERROR for problem in problems)
        self._tone = Tone.ERROR if worst else Tone.WARN
        self._fill()
        self.setVisible(bool(problems))

    def lines(self) -> list[ProblemLine]:
        return list(self._lines)

    def _fill(self) -> None:
        focused = next((at for at, line in enumerate(self._lines) if line.hasFocus()), None)
        self._lines = []
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        shown = self._problems if self._every or len(self._problems) <= LISTED + 1 else self._problems[:LISTED]
        for problem in shown:
            self._add(self._row(problem))
        if len(shown) < len(self._problems):
            more = ProblemLine(self.tr("Show all {n}").format(n=say.number(len(self._problems))), Icon.CHEVRON_DOWN)
            more.clicked.connect(self._show_every)
            self._lines.append(more)
            self._add(more)
        if focused is not None and self._lines:
            self._lines[min(focused, len(self._lines) - 1)].setFocus()
        self.update()

    def _add(self, widget: QWidget) -> None:
        self._box.addWidget(widget)
        widget.show()  # now, not when the event loop comes to it: who scrolls must know how high the list is

    def _row(self, problem: Problem) -> QWidget:
        tone = tone_of(problem)
        words = say.problem(problem)
        line = ProblemLine(words.title, ICONS[tone], problem.place, tone)
        line.setAccessibleName(f"{say.severity(problem.severity.value)}: {words.title} {problem.place}".strip())
        line.setAccessibleDescription(f"{words.todo} {say.example(problem)}".strip())
        line.clicked.connect(lambda: self.chosen.emit(problem))
        self._lines.append(line)
        fix = self._fix_words(problem) if id(problem) in self._with_fix else None
        if fix is None:
            return line
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 2, metrics().space_s, 2)
        box.setSpacing(metrics().space_s)
        button = Button(fix[1], Icon.WAND)
        button.clicked.connect(lambda: self.fix_requested.emit(problem))
        box.addWidget(line, 1)
        box.addWidget(button)
        return row

    def _show_every(self) -> None:
        self._every = True
        self._fill()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        wash, line = look.color(self._tone.wash), look.outline(self._tone.ink)
        painting.rounded(QPainter(self), self.rect(), metrics().radius_control, wash, line)


class ProblemLine(QPushButton):
    """One line that can be pressed: icon, what is wrong, and where at the trailing edge."""

    def __init__(
        self, text: str, icon: Icon, place: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._place, self._tone = icon, place, tone
        self._ring = False
        self.setProperty("kind", "plain")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(painting.text_width(self.text(), Type.STRONG) + px(100), px(LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(LINE))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side, pad, gap = QPainter(self), metrics().icon, px(PAD), px(8)
        inner = self.rect().adjusted(px(4), 0, -px(4), 0)
        ink = self._tone.ink
        if self.underMouse() and self.isEnabled():
            hover = theme.current().color(Role.PRESSED)
            hover.setAlphaF(0.5)
            painting.rounded(painter, inner, px(5), hover)
        paint_icon(painter, painting.leading(self, pad, side, side), self._icon, ink, self.layoutDirection())
        width = painting.text_width(self._place, Type.SMALL) + 2 if self._place else 0
        at, end = pad + side + gap, self.width() - pad
        place = painting.visual(self, QRect(end - width, 0, width, self.height()))
        text = painting.visual(self, QRect(at, 0, max(0, end - width - gap - at), self.height()))
        direction = self.layoutDirection()
        painting.draw_line(painter, text, self.text(), Type.STRONG, ink, direction)
        painting.draw_line(painter, place, self._place, Type.SMALL, ink, direction)
        if self._ring and self.hasFocus():
            painting.focus_ring(painter, inner, px(5))


class ProblemNote(QWidget):
    """Below a field: what is wrong with it, what to do, and the button that does it where there is one.
    ``fix_requested()``."""

    fix_requested = Signal()

    def __init__(self, problem: Problem, fix: tuple[str, str] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m, tone, words = metrics(), tone_of(problem), say.problem(problem)
        by_server = problem.source == "server"
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(Label(words.title, Type.SMALL, tone=tone, wrap=True))
        text.addWidget(Label(words.explanation if by_server else words.todo, Type.SMALL, quiet=True, wrap=True))
        example = say.example(problem)
        if example and not by_server:
            text.addWidget(Label(example, Type.SMALL, quiet=True, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(m.space_s - 2)
        icon = IconLabel(ICONS[tone], tone.ink, px(14))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        self.button: Button | None = None
        if fix is not None:
            self.button = Button(fix[1], Icon.WAND)
            self.button.setAccessibleDescription(words.title)
            self.button.clicked.connect(self.fix_requested)
            line = QHBoxLayout()
            line.setContentsMargins(0, m.space_xs, 0, 0)
            line.addWidget(self.button)
            line.addStretch(1)
            text.addLayout(line)
