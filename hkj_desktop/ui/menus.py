"""The commands of the window: their keys everywhere, and a menu bar where the platform has one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from hkj_desktop.ui.helping import Helping
from hkj_desktop.ui.shell import FIND, HELP, HISTORY, OPEN, SETTINGS, STEPS, Shell

UNDO, REDO, REPLACE = "undo", "redo", "replace"
GUIDE, SUPPORT, ABOUT = "guide", "support", "about"
#: Of macOS: it takes these out of our menus and puts them where it has them.
_ROLES = {ABOUT: QAction.MenuRole.AboutRole, SETTINGS: QAction.MenuRole.PreferencesRole}


class Menus(QObject):
    """Adds to ``shell`` the keys of the steps and of the settings, and, with ``bar``, menus of all its commands."""

    def __init__(self, shell: Shell, helping: Helping, *, bar: bool = sys.platform == "darwin") -> None:
        super().__init__(shell)
        self._shell = shell
        self.own: list[QAction] = []
        for number, name in enumerate(STEPS, start=1):
            self._add(name, shell.rail.row(name).text(), f"Ctrl+{number}", partial(shell.go_to, name))
        self._add(HISTORY, shell.rail.row(HISTORY).text(), "Ctrl+6", partial(shell.go_to, HISTORY))
        self._add(SETTINGS, shell.rail.row(SETTINGS).text(), "Ctrl+,", partial(shell.go_to, SETTINGS))
        self._add(GUIDE, self.tr("How it works"), "", helping.show_guide)
        self._add(SUPPORT, self.tr("Copy details for support"), "", helping.copy_details)
        self._add(ABOUT, self.tr("About HKJ Desktop"), "", helping.show_about)
        self.menus: list[QMenu] = []
        if bar:
            self._fill_bar()

    def _add(self, name: str, text: str, keys: str, then: Callable[[], None]) -> None:
        action = QAction(text, self._shell)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setMenuRole(_ROLES.get(name, QAction.MenuRole.NoRole))
        action.triggered.connect(then)
        self._shell.addAction(action)
        self.own.append(action)

    def _fill_bar(self) -> None:
        actions = {action.objectName(): action for action in self._shell.actions()}
        for title, names in (
            (self.tr("File"), (OPEN, SETTINGS)),
            (self.tr("Edit"), (UNDO, REDO, FIND, REPLACE)),
            (self.tr("Go"), (*STEPS, HISTORY)),
            (self.tr("Help"), (GUIDE, HELP, SUPPORT, ABOUT)),
        ):
            menu = QMenu(title, self._shell)
            for name in names:
                menu.addAction(actions[name])
            self._shell.menuBar().addMenu(menu)
            self.menus.append(menu)
