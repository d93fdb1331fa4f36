"""True progress: how many of how many, how long still, and which parts are behind us."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.icons import Icon, IconLabel, icon_image
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.flow_layout import FlowLayout
from hkj_desktop.ui.widgets.labels import Label

BAR_HEIGHT = 12
BAR_RADIUS = 4
STEPS_OF_BAR = 1000
TICK_MS = 90
SPOKES = 8


def _follow_motion(then: Callable[[], None]) -> None:
    """Call the slot when the person, or the computer, wants another look."""
    manager = theme.manager()
    if manager is not None:
        manager.changed.connect(then)


class Spinner(QWidget):
    """Something is under way. Stands still where the person asked for less motion, and while hidden."""

    def __init__(self, color: Role = Role.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color
        self._turn = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self.setFixedSize(metrics().icon, metrics().icon)
        _follow_motion(self._run_or_rest)

    @Slot()
    def _run_or_rest(self) -> None:
        if self.isVisible() and not theme.current().reduced_motion:
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def is_turning(self) -> bool:
        return self._timer.isActive()

    def _on_tick(self) -> None:
        self._turn = (self._turn + 1) % SPOKES
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), self.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(side / 2, side / 2)
        painter.rotate(self._turn * 360 / SPOKES)
        image = icon_image(Icon.LOADER, self._color, side, self.devicePixelRatioF())
        painter.drawImage(QPointF(-side / 2, -side / 2), image)


class ProgressBar(QProgressBar):
    """0 to 1, or under way with no known end (``None``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = 0
        self._timer = QTimer(self, interval=TICK_MS // 2)
        self._timer.timeout.connect(self._on_tick)
        self.setRange(0, STEPS_OF_BAR)
        self.setTextVisible(False)
        self.setFixedHeight(px(BAR_HEIGHT))
        _follow_motion(self._run_or_rest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_fraction(self, fraction: float | None) -> None:
        if fraction is None:
            self.setRange(0, 0)
        else:
            self.setRange(0, STEPS_OF_BAR)
            self.setValue(round(min(1.0, max(0.0, fraction)) * STEPS_OF_BAR))
        self._run_or_rest()
        self.update()

    def _is_open(self) -> bool:
        return self.maximum() == 0

    @Slot()
    def _run_or_rest(self) -> None:
        if self._is_open() and self.isVisible() and not theme.current().reduced_motion:
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _on_tick(self) -> None:
        self._phase = (self._phase + 2) % 100
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(BAR_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        radius = px(BAR_RADIUS)
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), look.color(Role.ACCENT_WASH))
        width = self.width()
        if self._is_open():
            part = width // 4
            bar = QRect((width + part) * self._phase // 100 - part, 0, part, self.height())
            if not self._timer.isActive():
                bar = QRect(0, 0, part, self.height())
        else:
            bar = QRect(0, 0, width * self.value() // STEPS_OF_BAR, self.height())
        painter.fillRect(painting.visual(self, bar), look.color(Role.ACCENT))
        if line := look.outline():
            painter.setClipping(False)
            painting.rounded(painter, self.rect(), radius, None, line)


class StepState(Enum):
    WAITING = "waiting"
    ACTIVE = "active"
    DONE = "done"
    FAILED = "failed"


_STEP_ICONS = {
    StepState.WAITING: (Icon.CIRCLE, Role.TEXT_QUIET),
    StepState.ACTIVE: (Icon.LOADER, Role.ACCENT),
    StepState.DONE: (Icon.CHECK, Role.GOOD),
    StepState.FAILED: (Icon.CIRCLE_X, Role.ERROR),
}


class CheckItem(QWidget):
    """One part of the work: an icon for its state, and its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(Icon.CIRCLE, Role.TEXT_QUIET)
        self._spinner = Spinner()
        self._label = Label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().space_s)
        for part in (self._icon, self._spinner, self._label):
            row.addWidget(part)

    def set_state(self, text: str, state: StepState, spoken: str = "") -> None:
        """``spoken``: the state in words for screen readers ("done", "under way")."""
        active = state is StepState.ACTIVE
        self._icon.set_icon(*_STEP_ICONS[state])
        self._icon.setVisible(not active)
        self._spinner.setVisible(active)
        self._label.setText(text)
        self._label.set_tone(None, quiet=state is StepState.WAITING)
        self.setAccessibleName(f"{text}, {spoken}" if spoken else text)


class ProgressPanel(Card):
    """A card with figure, time left, bar and checklist."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=metrics().space_xxl)
        m = metrics()
        self._figure = Label("", Type.FIGURE)
        self._of = Label("", Type.LEAD, quiet=True)
        self._line = Label("", quiet=True, wrap=True)
        self._side = Label("", Type.HEADING)
        self._side_line = Label("", quiet=True)
        self._bar = ProgressBar()
        self._items: list[CheckItem] = []
        figures = QHBoxLayout()
        figures.setSpacing(m.space_s)
        bottom = Qt.AlignmentFlag.AlignBottom
        figures.addWidget(self._figure, 0, bottom)
        figures.addWidget(self._of, 1, bottom)
        self._of.setContentsMargins(0, 0, 0, px(4))  # stands on the same line as the figure
        start = QVBoxLayout()
        start.setSpacing(m.space_xs)
        start.addLayout(figures)
        start.addWidget(self._line)
        end = QVBoxLayout()
        end.setSpacing(m.space_xs)
        end.addStretch(1)
        trailing = Qt.AlignmentFlag.AlignRight
        end.addWidget(self._side, 0, trailing)
        end.addWidget(self._side_line, 0, trailing)
        top = QHBoxLayout()
        top.addLayout(start, 1)
        top.addLayout(end)
        self.body.setSpacing(m.space_l + m.space_xs)
        self.body.addLayout(top)
        self.body.addWidget(self._bar)
        self._steps = QWidget()
        self._flow = FlowLayout(self._steps, gap=px(40), line_gap=m.space_s)
        self.body.addWidget(self._steps)
        inside = self.body.contentsMargins()
        inside.setTop(m.space_xl)
        inside.setBottom(inside.bottom() - m.space_xs)
        self.body.setContentsMargins(inside)

    def set_figure(self, figure: str, of: str = "") -> None:
        """ "842" and "of 1,188 products"."""
        self._figure.setText(figure)
        self._of.setText(of)
        self._bar.setAccessibleDescription(f"{figure} {of}".strip())

    def said(self) -> str:
        """What it shows, for a screen reader."""
        return " ".join(part for part in (self._figure.text(), self._of.text(), self._line.text()) if part)

    def set_line(self, text: str) -> None:
        self._line.setText(text)

    def set_side(self, text: str, line: str = "") -> None:
        """Time left, and when the server last answered."""
        self._side.setText(text)
        self._side_line.setText(line)

    def set_fraction(self, fraction: float | None) -> None:
        """0 to 1; ``None``: under way, end not known."""
        self._bar.set_fraction(fraction)

    def set_bar_name(self, name: str) -> None:
        self._bar.setAccessibleName(name)

    def set_steps(self, steps: Sequence[tuple[str, StepState, str]]) -> None:
        """Text, state, state in words, for each part in order."""
        while len(self._items) < len(steps):
            item = CheckItem(self._steps)
            self._flow.addWidget(item)
            self._items.append(item)
        for item, step in zip(self._items, steps, strict=False):
            item.set_state(*step)
            item.show()
        for item in self._items[len(steps) :]:
            item.hide()
        self._flow.invalidate()

    def bar(self) -> ProgressBar:
        return self._bar
