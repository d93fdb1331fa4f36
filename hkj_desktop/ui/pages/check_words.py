"""How what was picked in the charts of the check page is called on its chip."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate, isolate_auto
from hkj_desktop.ui.models.frame_model import Filter
from hkj_desktop.ui.opened import LOOK, NOT_READY, READY

#: Letters of a category's name on a chip.
LONGEST_CHIP = 28


class PickedWords(QObject):
    """The words of one :class:`Filter` that came from a chart."""

    def of(self, picked: Filter) -> str:
        """What the chip says."""
        if picked.state is not None:
            words = {
                READY: self.tr("Ready"),
                LOOK: self.tr("Ready, worth a look"),
                NOT_READY: self.tr("Not ready"),
            }
            return words[picked.state]
        if picked.category is not None:
            name = picked.category or self.tr("No category")
            return isolate_auto(display_safe(name, LONGEST_CHIP))
        if picked.price is not None:
            return isolate(f"{say.dinars(picked.price[0])} – {say.dinars(picked.price[1])}")
        return self.tr("Sold out")
