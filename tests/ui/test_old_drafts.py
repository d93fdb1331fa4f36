"""The program forgets, by itself, changes to catalogues that nobody opened for half a year."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from hkj_desktop.app import Program
from hkj_desktop.files.draft_folder import ENDING, KEPT_DAYS
from hkj_desktop.system.paths import folders
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import wait_until

NOW = 1_800_000_000.0


def test_the_start_forgets_old_changes(qapp: QApplication, qtbot: Any, tmp_path: Path) -> None:
    """Once the window is there what is old by its clock is gone, and what is not is there."""
    where = folders(tmp_path / "data", {}).ensure()
    where.drafts.mkdir(parents=True, exist_ok=True)
    for name, days in (("old", KEPT_DAYS + 1), ("new", KEPT_DAYS - 1)):
        path = where.drafts / f"{name}{ENDING}"
        path.write_bytes(b"x")
        os.utime(path, (NOW - days * 86_400,) * 2)
    program = Program(qapp, where, practice=True, locale="en", vault=MemoryVault(), clock=lambda: NOW)
    try:
        program.show()
        wait_until(qtbot, lambda: not (where.drafts / f"old{ENDING}").exists())
        assert [path.name for path in where.drafts.iterdir()] == [f"new{ENDING}"]
    finally:
        program.close()
        program.window.close()
        program.window.deleteLater()
