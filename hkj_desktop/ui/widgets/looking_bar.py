"""How far the looking at all pictures is, and a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets.banner import announce
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.labels import Label
from hkj_desktop.ui.widgets.progress_panel import ProgressBar

#: A screen reader hears of every such part of the whole, and not of every picture.
_QUARTERS = 4


class LookingBar(Card):
    """Hidden while nothing is looked at. ``stop_requested``: the person has seen enough."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=metrics().space_m)
        self._told = -1
        self._text = Label("", Type.STRONG)
        self.bar = ProgressBar()
        self.stop = Button(self.tr("Stop"), Icon.CIRCLE_STOP)
        self.stop.clicked.connect(self._on_stop)
        words = QVBoxLayout()
        words.setSpacing(metrics().space_s)
        words.addWidget(self._text)
        words.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(metrics().space_l)
        row.addWidget(IconLabel(Icon.IMAGE, Role.ACCENT, px(20)), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.hide()

    def text(self) -> str:
        return self._text.text()

    def show_progress(self, done: int, total: int) -> None:
        """So many pictures of ``total`` were looked at; a total of 0: they are being counted."""
        if self.isHidden():
            self._told = -1
            self.stop.setEnabled(True)
            self.show()
        if not self.stop.isEnabled():
            return  # what comes now was on its way when the person said stop
        text = self.tr("Looking at the pictures: {done} of {total}")
        text = (
            text.format(done=say.number(done), total=say.number(total)) if total else self.tr("Counting the pictures")
        )
        self._text.setText(text)
        self.bar.set_fraction(done / total if total else None)
        self.bar.setAccessibleName(text)
        part = done * _QUARTERS // total if total else 0
        if part != self._told:
            self._told = part
            announce(self, text)

    def end(self) -> None:
        """It is over."""
        self.hide()
        self.bar.set_fraction(0)

    def _on_stop(self) -> None:
        # What is on its way takes a moment to stop.
        self.stop.setEnabled(False)
        self._text.setText(self.tr("Stopping…"))
        self.stop_requested.emit()
