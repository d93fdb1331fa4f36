"""Something that most people do not need, one click away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.fade import soften, surroundings


class _Heading(Button):
    """The chevron points along the reading direction when closed, and down when open."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Icon.CHEVRON_RIGHT, kind=Kind.GHOST)


class Disclosure(QWidget):
    """ "Advanced: address of the shop": shows and hides ``content``. ``toggled(open)``."""

    toggled = Signal(bool)

    def __init__(self, text: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._content = content
        self.heading = _Heading(text)
        self.heading.clicked.connect(self._on_clicked)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.heading)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().space_s)
        box.addLayout(row)
        box.addWidget(content)
        content.setVisible(False)

    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        if is_open != self._open:
            soften(surroundings(self))
        self._open = is_open
        self.heading.set_icon(Icon.CHEVRON_DOWN if is_open else Icon.CHEVRON_RIGHT)
        self._content.setVisible(is_open)
        self.toggled.emit(is_open)

    def set_text(self, text: str) -> None:
        self.heading.setText(text)
        self.heading.updateGeometry()

    def _on_clicked(self) -> None:
        self.set_open(not self._open)
