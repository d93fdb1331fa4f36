"""From the practice shop to a real one: asked once, never sent unawares, and always seen where one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from hkj_desktop.app import Program
from hkj_desktop.practice.launch import start_practice
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID, Profile, SettingsStore
from hkj_desktop.ui import theme
from hkj_desktop.ui.dialogs.base import Dialog, ask_for_real
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP
from hkj_desktop.ui.shell import HISTORY, SETTINGS
from hkj_desktop.ui.theme import shop_color_number
from tests.helpers.fault_server import FaultServer, answer
from tests.helpers.journal import write_catalogue
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import leftmost, picture, wait_until

PATIENCE = 30_000
NAME = "Baqala Al-Noor"


@pytest.fixture
def shop() -> Iterator[FaultServer]:
    """A real shop as far as the window knows; it refuses every key, which ends an upload soon."""
    with FaultServer(answer(401, {"error": "unknown key"})) as server:
        yield server


@pytest.fixture
def begin(qapp: QApplication, tmp_path: Path, shop: FaultServer) -> Callable[[], Any]:
    """Start the window, with the practice shop and a real one; again with the same data."""
    where: Folders = folders(tmp_path / "data", {}).ensure()
    profile = Profile("p1", NAME, "hkj", shop.base_url)
    SettingsStore(where.settings_file).update(lambda settings: settings.with_profile(profile))
    vault = MemoryVault()
    vault.set("p1", "api_key", Secret("ik_live_for_real_test_0123456789"))

    @contextmanager
    def window() -> Iterator[Program]:
        program = Program(
            qapp, where, locale="en", vault=vault, start_practice=lambda folder: start_practice(folder, pace=0)
        )
        program.show()
        try:
            yield program
        finally:
            program.window.close()
            program.close()
            program.window.deleteLater()

    return window


def opened(program: Program, qtbot: Any, path: Path) -> None:
    program.window.open_file(str(path))
    wait_until(qtbot, lambda: program.window.page() == CHECK)


def press_send(program: Program, qtbot: Any, profile_id: str) -> Dialog | None:
    """Choose the shop, and press the button once its plan is there; the question, if one is asked."""
    program.shops.use(profile_id)
    program.window.go(SEND)
    page = program.window.send_page
    wait_until(qtbot, lambda: page.plan.shop_id == profile_id and page.plan.is_compared())
    page.plan.everything.setChecked(True)  # the same file goes several times
    page.plan.send.click()
    return question(program)


def question(program: Program) -> Dialog | None:
    return next((one for one in program.window.findChildren(Dialog) if one.isVisible()), None)


def press(dialog: Dialog, words: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if words in button.text()).click()


def ended(program: Program, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: program.window.page() == RESULT and not program.uploads.is_busy(), timeout=PATIENCE)


def test_asked_once_after_practising(begin: Callable[[], Any], shop: FaultServer, qtbot: Any, tmp_path: Path) -> None:
    """After practice the first send to a real shop asks, "Not now" sends nothing and asks again, yes sends and is the
    last time; after practising anew it asks anew, also after a restart."""
    path = write_catalogue(tmp_path / "list.csv")
    with begin() as program:
        opened(program, qtbot, path)
        assert press_send(program, qtbot, PRACTICE_ID) is None
        ended(program, qtbot)
        dialog = press_send(program, qtbot, "p1")
        assert dialog is not None
        assert NAME in dialog.windowTitle()
        press(dialog, "Not now")
        wait_until(qtbot, lambda: question(program) is None)
        assert program.window.page() == SEND
    assert shop.requests == []
    with begin() as program:
        opened(program, qtbot, path)
        dialog = press_send(program, qtbot, "p1")
        assert dialog is not None
        press(dialog, NAME)
        ended(program, qtbot)
        sent = len(shop.requests)
        assert sent > 0
        assert press_send(program, qtbot, "p1") is None
        ended(program, qtbot)
        assert len(shop.requests) > sent
        assert press_send(program, qtbot, PRACTICE_ID) is None
        ended(program, qtbot)
        assert press_send(program, qtbot, "p1") is not None


def test_a_real_shop_alone_is_not_asked_about(
    begin: Callable[[], Any], shop: FaultServer, qtbot: Any, tmp_path: Path
) -> None:
    """Who never practised is not asked; choosing the practice shop without sending is no practice."""
    with begin() as program:
        opened(program, qtbot, write_catalogue(tmp_path / "list.csv"))
        program.shops.use(PRACTICE_ID)
        assert press_send(program, qtbot, "p1") is None
        ended(program, qtbot)
    assert shop.requests


def test_the_shop_is_seen_on_every_page(begin: Callable[[], Any], qtbot: Any, tmp_path: Path) -> None:
    """Its name and its own colour stand on each page, and those of the practice shop while one practises."""
    with begin() as program:
        window = program.window
        opened(program, qtbot, write_catalogue(tmp_path / "list.csv"))
        for shop, number in (("p1", shop_color_number("p1")), (PRACTICE_ID, 0)):
            program.shops.use(shop)
            _ink, wash = theme.current().shop_colors(number)
            for page in (SHOP, FILE, CHECK, SEND, RESULT, HISTORY, SETTINGS):
                window.show_page(page)
                badge = window.rail.badge
                assert badge.isVisible()
                assert badge.accessibleName() == (NAME if shop == "p1" else "Practice shop")
                assert leftmost(picture(badge), wash) >= 0, page


def test_a_long_name_fits_the_question(begin: Callable[[], Any], qtbot: Any) -> None:
    """The whole name is in the title, the buttons stay inside the dialog, and Escape is "Not now"."""
    name = "The shop with the longest name in all of Amman " * 3
    said: list[str] = []
    with begin() as program:
        dialog = ask_for_real(program.window, name, lambda: said.append("yes"))
        wait_until(qtbot, dialog.isVisible)
        assert name in dialog.windowTitle()
        for button in dialog.findChildren(QPushButton):
            assert dialog.rect().contains(button.geometry()), button.text()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        wait_until(qtbot, lambda: question(program) is None)
    assert said == []
