"""The computer around the window: its file dialogs, file manager, browser, clipboard and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QRadioButton, QWidget


class FileDialogs(QObject):
    """Asks where to open and where to save, without blocking. ``folder()``: where the last file was."""

    def __init__(self, window: QWidget, folder: Callable[[], str]) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder

    def browse(self, then: Callable[[str], None]) -> None:
        """Choose a catalogue."""
        from hkj_desktop.files.sniff import READABLE_EXTENSIONS

        kinds = " ".join(f"*.{ending}" for ending in READABLE_EXTENSIONS)
        dialog = QFileDialog(self._window, self.tr("Choose your catalogue"), self._folder())
        dialog.setNameFilters([self.tr("Catalogues") + f" ({kinds})", self.tr("All files") + " (*)"])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(then)
        dialog.open()

    def save(self, name: str, kind: str, then: Callable[[str], None]) -> None:
        """Choose where to save a file that would be called ``name``; ``kind``: ``CSV (*.csv)``."""
        dialog = QFileDialog(self._window, self.tr("Save"), self._folder() or str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(then)
        dialog.open()


def open_address(address: str) -> None:
    """Show a web page in the person's browser."""
    QDesktopServices.openUrl(QUrl(address))


def open_folder(folder: Path) -> None:
    """Show a folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def copy(text: str) -> None:
    """Put ``text`` on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def put_focus(window: QWidget, before: QWidget | None) -> None:
    """On what is called in ``window`` as ``before``, of a window that was there before it, or as what holds that."""
    while before is not None and not before.objectName():
        before = before.parentWidget()
    found = window.findChild(QWidget, before.objectName()) if before is not None else None
    if found is not None:
        chosen = next((one for one in found.findChildren(QRadioButton) if one.isChecked()), found)
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
