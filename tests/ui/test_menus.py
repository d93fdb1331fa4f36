"""The keys and menus of the window, and what a screen reader is told while and after sending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from hkj_desktop.app import Program
from hkj_desktop.system.paths import folders, resource
from hkj_desktop.ui.menus import ABOUT, Menus
from hkj_desktop.ui.pages import progress_pane
from hkj_desktop.ui.parts import CHECK, FILE, SHOP
from hkj_desktop.ui.shell import SETTINGS
from hkj_desktop.uploads.progress import Progress, Stage
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import wait_until


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    made = Program(qapp, folders(tmp_path / "data", {}).ensure(), practice=True, locale="en", vault=MemoryVault())
    made.show()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()


def keyed(program: Program, keys: str) -> QAction:
    return next(one for one in program.window.actions() if QKeySequence(keys) in one.shortcuts())


def test_keys_lead_to_the_steps_that_are_open(program: Program, qtbot: Any) -> None:
    """Ctrl with a number goes to that step, and does nothing while it is closed."""
    main = program.window
    keyed(program, "Ctrl+1").trigger()
    assert main.page() == SHOP
    keyed(program, "Ctrl+3").trigger()
    assert main.page() == SHOP
    main.open_file(str(resource("samples", "minimarket.csv")))
    wait_until(qtbot, lambda: main.page() == CHECK)
    keyed(program, "Ctrl+2").trigger()
    assert main.page() == FILE
    keyed(program, "Ctrl+3").trigger()
    assert main.page() == CHECK
    keyed(program, "Ctrl+,").trigger()
    assert main.page() == SETTINGS


def test_keys_do_nothing_on_the_welcome(program: Program) -> None:
    """While the welcome stands alone, no key leads past it."""
    program.window.welcome()
    keyed(program, "Ctrl+1").trigger()
    assert program.window.page() == "welcome"


def test_no_key_means_two_things(program: Program) -> None:
    """Each combination of keys belongs to one command."""
    used = [keys.toString() for action in program.window.actions() for keys in action.shortcuts()]
    assert len(used) == len(set(used)) >= 10


def test_a_menu_bar_holds_every_command(program: Program) -> None:
    """Where the platform has a menu bar, each command of the window stands in it once, those of the program itself
    where that platform looks for them."""
    main = program.window
    for action in main.menus.own:
        main.removeAction(action)
    menus = Menus(main, main.helping, bar=True).menus
    listed = [action for menu in menus for action in menu.actions()]
    assert sorted(one.objectName() for one in listed) == sorted(one.objectName() for one in main.actions())
    roles = {one.objectName(): one.menuRole() for one in listed}
    assert roles[ABOUT] == QAction.MenuRole.AboutRole
    assert roles[SETTINGS] == QAction.MenuRole.PreferencesRole
    assert all(menu.title() for menu in menus)


def test_progress_is_said_a_few_times(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader hears how far an upload is at each quarter and at each new stage, and not at every figure."""
    heard: list[str] = []
    monkeypatch.setattr(progress_pane, "announce", lambda _widget, text: heard.append(text))
    pane = program.window.send_page.progress
    for done in range(0, 101, 5):
        pane.set_progress(Progress("u", Stage.IMPORTING, 10, 10, done, 100, 0, 0))
    assert len(heard) == 5
    assert heard[0].startswith("0 of 100 products")
    assert heard[-1].startswith("100 of 100 products")
