"""What the window says by itself, on whatever page one is: errors, files that were damaged, things saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from hkj_desktop import __version__
from hkj_desktop.errors import AppError
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import isolate_auto
from hkj_desktop.ui.desktop import copy, open_folder
from hkj_desktop.ui.shell import Shell
from hkj_desktop.ui.theme import Tone


class Notices(QObject):
    """``folder``: where the program keeps its files. Toasts for what may be missed, notices for what must be read."""

    def __init__(self, shell: Shell, folder: Path) -> None:
        super().__init__(shell)
        self._shell = shell
        self._folder = folder

    def tell(self, error: AppError, action: str = "", then: Callable[[], None] | None = None) -> None:
        """An error that stopped one thing and leaves the rest as it was."""
        words = say.error(error)
        self._shell.show_toast(f"{words.title}. {words.todo}", Tone.ERROR, action, then)

    def tell_saved(self, path: str) -> None:
        """A file was saved."""
        text = self.tr("Saved as {name}").format(name=isolate_auto(Path(path).name))
        self._shell.show_toast(text, Tone.GOOD, self.tr("Show the folder"), lambda: open_folder(Path(path).parent))

    def tell_crash(self, kind: str) -> None:
        """Something went wrong that nobody foresaw; ``kind``: the class of the exception."""
        error = AppError(kind=kind)
        words = say.error(error)
        copy_words = self.tr("Copy details")
        self._shell.add_notice(
            "crash",
            words.title,
            f"{words.explanation} {words.todo}",
            Tone.ERROR,
            [(copy_words, lambda: self.copy(f"{error}")), (self.tr("Show the folder"), self._show_folder)],
            again=lambda window: window.told.tell_crash(kind),
        )

    def tell_settings_aside(self, name: str) -> None:
        """The settings were damaged; the file is now called ``name``."""
        text = self.tr("It is kept as {name}. What could be read of it is in force; look whether your shops are there.")
        title = self.tr("The file with the settings was damaged")
        self._tell_aside("settings", title, text, name, lambda window: window.told.tell_settings_aside(name))

    def tell_record_aside(self, name: str) -> None:
        """The record of uploads was damaged; the file is now called ``name``."""
        text = self.tr(
            "It is kept as {name}, and a new record was begun. Earlier uploads are missing from the history."
        )
        title = self.tr("The record of uploads was damaged")
        self._tell_aside("record", title, text, name, lambda window: window.told.tell_record_aside(name))

    def _tell_aside(self, key: str, title: str, text: str, name: str, again: Callable[[Any], None]) -> None:
        self._shell.add_notice(
            key,
            title,
            text.format(name=isolate_auto(name)),
            Tone.WARN,
            [(self.tr("Show the folder"), self._show_folder)],
            again=again,
        )

    def tell_settings_unused(self, error: AppError) -> None:
        """The settings could not be used at all, so the program began without them."""
        words = say.error(error)
        text = self.tr("Until then the program works as if it were new, and keeps no settings.")
        self._shell.add_notice(
            "settings",
            words.title,
            f"{words.explanation} {words.todo} {text}",
            Tone.WARN,
            [(self.tr("Show the folder"), self._show_folder)],
            again=lambda window: window.told.tell_settings_unused(error),
        )

    def copy(self, details: str) -> None:
        """Put technical words for support on the clipboard."""
        copy(f"HKJ Desktop {__version__}: {details}")
        self._shell.show_toast(self.tr("Copied"), Tone.GOOD)

    def _show_folder(self) -> None:
        open_folder(self._folder)
