"""How far the looking at all pictures is, and a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Tone
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button


class LookingBar(Banner):
    """Hidden while nothing is looked at. ``stop_requested``: the person has seen enough."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._stop = Button(self.tr("Stop"), Icon.CIRCLE_STOP)
        self._stop.clicked.connect(self.stop_requested)
        self.add_button(self._stop)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """So many pictures of ``total`` were looked at."""
        text = self.tr("Looking at the pictures: {done} of {total}")
        self.set_message(text.format(done=say.number(done), total=say.number(total)), Tone.ACCENT, icon=Icon.IMAGE)
        self.show()

    def end(self) -> None:
        """It is over."""
        self.hide()
