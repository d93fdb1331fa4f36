"""A program that is killed loses no change that it has made: the next start has them, and the person's file is as it
was."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hkj_desktop.app import Program
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.parts import CHECK
from tests.e2e.test_window import PATIENCE, drop, window
from tests.helpers.catalogues import write_csv
from tests.helpers.cli import ROOT, environment
from tests.helpers.edits_child import TYPED
from tests.helpers.ui import wait_until

LIMIT = 60.0
HEADERS = ("sku", "title_en", "title_ar", "price_jod", "stock_qty")
ROWS = [[f"A-{n}", f"Honey {n}", f"عسل {n}", "1.250", "3"] for n in range(3)]


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {}).ensure()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "قائمة.csv", [HEADERS, *ROWS])


@contextmanager
def child(where: Folders, path: Path, how: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a process of its own, changing ``path``; killed at the end whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.edits_child", str(where.data), str(path), how],
        env=environment(), cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def kill_when(process: subprocess.Popen[bytes], ready: Callable[[], bool]) -> None:
    """SIGKILL, as soon as it is so."""
    end = time.monotonic() + LIMIT
    while not ready():
        assert process.poll() is None, process.communicate()[1].decode()
        assert time.monotonic() < end
        time.sleep(0.002)
    process.kill()
    process.wait(LIMIT)


def reopened(program: Program, qtbot: QtBot, path: Path) -> Opened:
    drop(program, path)
    wait_until(qtbot, lambda: program.window.page() == CHECK, PATIENCE)
    assert program.catalogue.file is not None
    return program.catalogue.file


def settled(program: Program) -> bool:
    file = program.catalogue.file
    return file is not None and program.catalogue.is_current(file) and program.catalogue.edits.is_kept()


def test_changes_survive_a_kill(qapp: QApplication, qtbot: QtBot, where: Folders, path: Path) -> None:
    """Two of three typed cells are back, checked; the third can be made again, all can be undone, and the file has the
    bytes that it had."""
    content, touched = path.read_bytes(), path.stat().st_mtime_ns
    with child(where, path, "kept") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"kept\n", process.communicate()[1].decode()
        process.kill()
        process.wait(LIMIT)
    with window(qapp, where) as program:
        file = reopened(program, qtbot, path)
        edits = program.catalogue.edits
        assert (edits.count, edits.next is not None) == (2, True)
        cells = file.shared.catalog.cells
        assert (cells["c3"][0], cells["c2"][2]) == (TYPED[0][2], TYPED[2][2])
        assert cells["c1"].to_list() == [row[1] for row in ROWS]
        assert file.shared.products.rows["fils"].to_list() == [9500, 1250, 1250]
        assert file.changed == 2
        edits.redo()
        wait_until(qtbot, lambda: settled(program))
        assert program.catalogue.file is not None
        assert program.catalogue.file.shared.catalog.cells["c1"][1] == "undone in the end"
        edits.undo_all()
        wait_until(qtbot, lambda: settled(program))
        assert program.catalogue.file.shared.catalog.cells.rows() == [tuple(row) for row in ROWS]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (content, touched)
    with window(qapp, where) as program:
        reopened(program, qtbot, path)
        assert (program.catalogue.edits.count, program.catalogue.edits.next is not None) == (0, True)


@pytest.mark.parametrize("lines", [4, 40])
def test_a_kill_in_the_middle_of_typing(
    qapp: QApplication, qtbot: QtBot, where: Folders, path: Path, lines: int
) -> None:
    """Whenever it strikes, each step that was on the disk is back, and further ones follow it."""
    content = path.read_bytes()

    def written() -> int:
        return sum(one.read_bytes().count(b"\n") for one in where.drafts.glob("*.jsonl"))

    with child(where, path, "typing") as process:
        kill_when(process, lambda: written() >= lines)
    kept = written() - 1  # the first line says which file it is
    with window(qapp, where) as program:
        file = reopened(program, qtbot, path)
        assert program.catalogue.edits.count == kept >= lines - 1
        cells = file.shared.catalog.cells["c1"].to_list()
        assert sorted(cells, key=lambda text: int(text.split()[1])) == [f"Tea {kept - n}" for n in (2, 1, 0)]
        program.catalogue.edits.undo()
        wait_until(qtbot, lambda: settled(program))
    with window(qapp, where) as program:
        reopened(program, qtbot, path)
        assert program.catalogue.edits.count == kept - 1
    assert path.read_bytes() == content


def test_closing_right_after_typing(qapp: QApplication, qtbot: QtBot, where: Folders, path: Path) -> None:
    """The window is closed before anything could be written down: it is written down before the program ends."""
    with window(qapp, where) as program:
        file = reopened(program, qtbot, path)
        edits = program.catalogue.edits
        model = program.window.check_page.table_model
        program.window.check_page.show_view("table")
        for number in range(20):
            assert model.setData(model.index(number % 3, model.fixed + 1), f"Tea {number}")
        assert (edits.count, edits.is_kept()) == (20, False)
        assert file.changed == 0
    assert program.still_running == []
    with window(qapp, where) as program:
        file = reopened(program, qtbot, path)
        assert program.catalogue.edits.count == 20
        assert file.shared.catalog.cells["c1"].to_list() == ["Tea 18", "Tea 19", "Tea 17"]
