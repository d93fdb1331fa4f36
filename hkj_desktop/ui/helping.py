"""Help: the guide, the keys, details for support, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hkj_desktop.ui.desktop import copy
from hkj_desktop.ui.dialogs.about import AboutDialog
from hkj_desktop.ui.dialogs.guide import GuideDialog
from hkj_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from hkj_desktop.ui.parts import Parts
from hkj_desktop.ui.shell import Shell
from hkj_desktop.ui.support import details
from hkj_desktop.ui.theme import Tone


class Helping(QObject):
    """Opens what explains, over the window."""

    def __init__(self, shell: Shell, parts: Parts) -> None:
        super().__init__(shell)
        self._shell = shell
        self._parts = parts

    def show_guide(self) -> None:
        GuideDialog(self._parts.looks().language, self._shell).open()

    def show_keys(self) -> None:
        dialog = ShortcutsDialog(self._shell.actions(), self._shell)
        dialog.guide_requested.connect(self.show_guide)
        dialog.open()

    def show_about(self) -> None:
        AboutDialog(self._shell).open()

    def copy_details(self) -> None:
        """Put what support needs to know on the clipboard."""
        copy(details(self._parts, self._parts.looks().language))
        self._shell.show_toast(self.tr("Copied. Paste it into your message to support."), Tone.GOOD)
