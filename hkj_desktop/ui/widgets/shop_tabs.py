"""One of several shops, side by side; nothing to be seen where there is only one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl

LONGEST_NAME = 28


class ShopTabs(QWidget):
    """``chosen(key)`` only when the person changes it. ``spoken``: what a screen reader calls it."""

    chosen = Signal(str)

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._control: SegmentedControl | None = None
        self._keys: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.hide()

    def set_shops(self, shops: Sequence[tuple[str, str]], chosen: str) -> None:
        """``shops``: key and name of each; a key may be any text."""
        keys = tuple(key for key, _ in shops)
        if keys != self._keys:
            self._rebuild(keys)
        for key, name in shops:
            self.set_text(key, name)
        self.set_chosen(chosen)
        self.setVisible(len(shops) > 1)

    def set_chosen(self, key: str) -> None:
        """Choose without a signal; a key that is not there changes nothing."""
        if self._control is not None and key in self._keys:
            self._control.set_chosen(key)

    def set_text(self, key: str, name: str, note: str = "") -> None:
        """The shop's name, and what is to be told of it."""
        if self._control is not None and key in self._keys:
            short = isolate_auto(display_safe(name, LONGEST_NAME))
            self._control.set_text(key, f"{short} {note}" if note else short)

    def chosen_key(self) -> str:
        return self._control.chosen_key() if self._control is not None else ""

    def _rebuild(self, keys: tuple[str, ...]) -> None:
        if self._control is not None:
            self._row.removeWidget(self._control)
            self._control.hide()  # it goes with the next turn of the event loop
            self._control.deleteLater()
        self._keys = keys
        self._control = SegmentedControl([Choice(key, "") for key in keys], spoken=self._spoken) if keys else None
        if self._control is not None:
            self._control.chosen.connect(self.chosen)
            self._row.insertWidget(0, self._control)
