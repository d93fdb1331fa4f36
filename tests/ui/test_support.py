"""What "copy details for support" puts on the clipboard: versions, counts, the end of the log; no key, no product."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hkj_desktop import __version__
from hkj_desktop.app import Program
from hkj_desktop.errors import FileNotAllowed
from hkj_desktop.system.logs import close_logs, hide, setup_logs, tail
from hkj_desktop.system.paths import Folders, folders, resource
from hkj_desktop.system.secret import Secret
from hkj_desktop.ui.parts import CHECK
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import wait_until

KEY = "ik_live_support_0123456789abcdef"
log = logging.getLogger("hkj_desktop.files.photo_folder")


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Folders]:
    made = folders(tmp_path / "data", {}).ensure()
    setup_logs(made)
    yield made
    close_logs()


def test_the_tail_holds_no_value() -> None:
    """Of a log line the end of the log has what our code says, numbers and error codes; names and texts are left out,
    and a key is hidden even where code says it."""
    log.info("passed over %s in a folder of %d photos", "عسل-سري.jpg", 12)
    log.info("not read: %s", FileNotAllowed(name="قائمة الأسعار.xlsx"))
    hide(Secret("a-very-secret-word"))
    log.info("a message with a-very-secret-word and %s", KEY)
    lines = "\n".join(tail()[-3:])
    assert "passed over … in a folder of 12 photos" in lines
    assert FileNotAllowed.code in lines
    for private in ("عسل", "الأسعار", "a-very-secret-word", KEY):
        assert private not in lines


def test_the_tail_of_a_crash_has_places_and_no_text() -> None:
    """An exception is told by its class and by file and line of our code, not by its text."""
    try:
        int("the product عسل")
    except ValueError:
        log.info("unforeseen", exc_info=True)
    line = tail()[-1]
    assert "ValueError at test_support.py:" in line
    assert "عسل" not in line


@pytest.fixture(autouse=True)
def _set_up(where: Folders) -> None:
    """The log is set up for every test here."""


def test_details_can_be_shown_to_anybody(qapp: QApplication, qtbot: Any, where: Folders) -> None:
    """With a shop, its key and a catalogue there, the copied details hold versions and counts, and neither the key nor
    a name, price or path of the person's."""
    program = Program(qapp, where, practice=True, locale="ar", vault=MemoryVault())
    program.show()
    try:
        profile = program.shops.new_profile()
        program.shops.save(replace(profile, name="دكان الحارة"), {"api_key": Secret(KEY)})
        wait_until(qtbot, lambda: program.shops.profiles)
        program.window.open_file(str(resource("samples", "minimarket-with-mistakes.csv")))
        wait_until(qtbot, lambda: program.window.page() == CHECK)
        log.info("reading %s took %d ms", resource("samples"), 12)
        program.window.helping.copy_details()
        copied = QGuiApplication.clipboard().text()
        assert f"HKJ Desktop {__version__}, language ar" in copied
        assert "shops: 1 hkj" in copied
        assert "61 products" in copied
        assert "reading … took 12 ms" in copied
        catalog = program.catalogue.file.checked.catalog if program.catalogue.file else None
        assert catalog is not None
        titles = [text for name in catalog.cells.columns for text in catalog.cells[name].drop_nulls() if len(text) > 5]
        assert len(titles) > 100
        private = [KEY, "دكان الحارة", "minimarket", str(where.data), *titles]
        assert [text for text in private if text in copied] == []
    finally:
        program.close()
        program.window.close()
        program.window.deleteLater()
