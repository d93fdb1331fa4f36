"""One run of the real window, offscreen, and the pictures that are taken of it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hkj_desktop.app import Program
from hkj_desktop.practice.launch import start_practice
from hkj_desktop.system.paths import folders
from hkj_desktop.ui.theme import Mode
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import pump

LIMIT = 60.0


class Studio:
    """One run of the program and where its pictures go."""

    def __init__(self, out: Path, data: Path, *, locale: str, dark: bool, size: tuple[int, int]) -> None:
        self.out = out
        self.out.mkdir(parents=True, exist_ok=True)
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        self.app = app
        self.where = folders(data, {}).ensure()
        self.vault = MemoryVault()
        self.program = Program(
            app,
            self.where,
            practice=True,
            locale=locale,
            vault=self.vault,
            start_practice=lambda folder: start_practice(folder, pace=20),
        )
        self.program.theme.set_mode(Mode.DARK if dark else Mode.LIGHT)
        self.window = self.program.window
        self.window.resize(*size)
        self.program.show()
        self.locale = locale
        self.taken: list[str] = []

    def close(self) -> None:
        """End the program, and leave the next one a clean slate."""
        self.window.close()
        self.program.close()
        self.window.deleteLater()
        self.app.processEvents()

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until ``condition`` holds."""
        pump(condition, LIMIT)
        self.app.processEvents()

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        """A picture of the window, or of ``widget``."""
        self.wait(lambda: not self.window.check_page.shown.is_busy() and not self.window.checking.fixing.is_busy())
        (widget or self.window).grab()  # what is painted asks for its pictures
        for _ in range(4):
            self.app.processEvents()
        self.wait(lambda: not self.program.pictures.store.is_loading())
        path = self.out / f"{len(self.taken) + 1:02d}-{name}.png"
        (widget or self.window).grab().save(str(path))
        self.taken.append(path.name)
        print(path)

    def keep(self, name: str, picture: Path) -> None:
        """A picture that another program made."""
        path = self.out / f"{len(self.taken) + 1:02d}-{name}.png"
        shutil.copy(picture, path)
        self.taken.append(path.name)
        print(path)

    def dialog(self) -> QDialog:
        """The dialog that stands open."""
        self.wait(lambda: any(d.isVisible() for d in self.window.findChildren(QDialog)))
        return next(d for d in self.window.findChildren(QDialog) if d.isVisible())

    def drag(self, path: Path) -> None:
        """A file hangs over the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDragEnterEvent(
            QPoint(600, 400), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self.app.sendEvent(self.window, event)

    def undrag(self) -> None:
        self.app.sendEvent(self.window, QDragLeaveEvent())
