"""Language, look and size changed in the middle of an upload to the real practice shop, in its own process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hkj_desktop.app import Program
from hkj_desktop.practice.launch import start_practice
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.system.settings import Digits, Theme
from hkj_desktop.ui import say
from hkj_desktop.ui.parts import CHECK, RESULT, SEND
from tests.helpers.catalogues import write_csv
from tests.helpers.memory_vault import MemoryVault

PATIENCE = 60_000
PRODUCTS = 1500


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {})


@pytest.fixture
def program(qapp: QApplication, where: Folders) -> Iterator[Program]:
    made = Program(
        qapp,
        where.ensure(),
        practice=True,
        locale="en",
        vault=MemoryVault(),
        start_practice=lambda folder: start_practice(folder, pace=400),  # products a second: some four seconds
    )
    made.show()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    say.use_digits(Digits.LATIN)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_nothing_restarts_and_nothing_is_lost(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    """While products are being imported the language, the digits, the look and the size are changed: it is the same
    upload, its figures never go back, nothing is sent twice, and every product is accounted for, in Arabic."""
    rows = [[f"SKU-{n}", f"Olive oil {n}", f"زيت زيتون {n}", "4.250", str(n % 50)] for n in range(PRODUCTS)]
    path = write_csv(tmp_path / "list.csv", [["sku", "title_en", "title_ar", "price_jod", "stock_qty"], *rows])
    program.window.open_file(str(path))
    qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
    program.window.go_send.click()
    plan = program.window.send_page.plan
    qtbot.waitUntil(plan.is_compared, timeout=PATIENCE)
    seen: list[tuple[int, int]] = []
    program.uploads.progressed.connect(lambda progress: seen.append((progress.bytes_sent, progress.done)))
    started: list[object] = []
    program.uploads.started.connect(lambda *what: started.append(what))
    plan.send.click()
    qtbot.waitUntil(lambda: any(done > 0 for _, done in seen), timeout=PATIENCE)
    during = 0
    changes = (("language", "ar"), ("theme", Theme.DARK), ("size", 130), ("digits", Digits.ARABIC), ("language", "en"))
    for name, value in (*changes, ("language", "ar")):
        before, count = program.window, len(seen)
        program.restyle(name, value)
        if name != "theme":
            qtbot.waitUntil(lambda before=before: program.window is not before, timeout=PATIENCE)
        if not program.uploads.is_busy():
            continue
        during += 1
        main = program.window
        assert main.page() == SEND
        assert main.send_page._panes.currentIndex() == 1
        shown = main.send_page.progress.last
        assert shown is not None
        assert shown.done >= seen[count - 1][1]
        assert main.send_page.progress.panel._figure.text() not in ("", "…")
    assert during >= 3
    qtbot.waitUntil(lambda: program.window.page() == RESULT, timeout=PATIENCE)
    assert len(started) == 1
    assert [done for _, done in seen] == sorted(done for _, done in seen)
    ended = program.uploads.last
    assert ended is not None
    upload = ended.upload
    assert upload.accepted + upload.rejected + upload.unknown == upload.sent
    assert upload.sent + upload.left_out == PRODUCTS
    title = program.window.result_page._head.title()
    assert "وصل" in title
    assert any("\u0660" <= char <= "\u0669" for char in title)
