"""One window for each data folder: real sockets in one process, and no second window on the same data."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hkj_desktop import app as app_module
from hkj_desktop.app import SILENT, Program, run_window
from hkj_desktop.system.paths import folders
from hkj_desktop.system.settings import PRACTICE_ID, Profile, Settings, SettingsStore
from hkj_desktop.ui import single as single_module
from hkj_desktop.ui.dialogs.base import ask
from hkj_desktop.ui.parts import CHECK
from hkj_desktop.ui.single import ACK, LOCK_NAME, MAX_LINE, Single, Start, Wish, come_forward
from tests.helpers.journal import write_catalogue
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import wait_until

WISH = Wish(str(Path("list.csv").absolute()), practice=True)


class Listener:
    """The first start of a folder, and what it was asked; ``answers``: what it says to the next ones."""

    def __init__(self, folder: Path) -> None:
        self.single = Single(folder)
        self.asked: list[Wish] = []
        self.answers: list[bool] = []
        assert self.single.start(Wish()) is Start.FIRST
        self.single.listen(self.take)

    def take(self, wish: Wish) -> bool:
        self.asked.append(wish)
        return self.answers.pop(0) if self.answers else True


class Later:
    """A later start, on a thread of its own, since it blocks."""

    def __init__(self, folder: Path, wish: Wish) -> None:
        self.ended: list[Start] = []
        self.thread = threading.Thread(target=self._run, args=(folder, wish))
        self.thread.start()

    def _run(self, folder: Path, wish: Wish) -> None:
        single = Single(folder)
        # The answer comes from this same process, which a thread that waits slows down: a minute is patient enough.
        self.ended.append(single.start(wish, patience_ms=60_000, answer_ms=60_000))
        single.end()


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[Listener]:
    made = Listener(tmp_path)
    yield made
    made.single.end()


def send(single: Single, content: bytes, qtbot: Any) -> bytes:
    """What the listener answers to ``content``, until it ends the connection."""
    socket = QLocalSocket()
    socket.connectToServer(single.name)
    socket.write(content)
    wait_until(qtbot, lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    return bytes(socket.readAll().data())


def test_the_first_start_hears_the_later_one(first: Listener, qtbot: Any, tmp_path: Path) -> None:
    """The later start hands over its file and ends; also the next one, and where the folder is spelled otherwise."""
    for spelled in (tmp_path, tmp_path / "sub" / ".."):
        (tmp_path / "sub").mkdir(exist_ok=True)
        later = Later(spelled, WISH)
        wait_until(qtbot, lambda later=later: not later.thread.is_alive())
        assert later.ended == [Start.HANDED_OVER]
    assert first.asked == [WISH, WISH]


def test_another_data_folder_is_another_program(first: Listener, tmp_path: Path) -> None:
    """Two data folders are two windows."""
    other = Single((tmp_path / "other").absolute())
    (tmp_path / "other").mkdir()
    assert other.name != first.single.name
    assert other.start(WISH) is Start.FIRST
    other.end()
    assert first.asked == []


def test_a_window_that_closes_is_waited_for(first: Listener, qtbot: Any, tmp_path: Path) -> None:
    """While the first one ends it takes nothing; the later one becomes the first when it has ended."""
    first.answers = [False, False]
    later = Later(tmp_path, WISH)
    wait_until(qtbot, lambda: len(first.asked) == 2)
    first.single.end()
    wait_until(qtbot, lambda: not later.thread.is_alive())
    assert later.ended == [Start.FIRST]


def test_a_window_that_hangs_is_told(first: Listener, tmp_path: Path) -> None:
    """Where the first one takes the connection and says nothing, or does not listen yet, the later one gives up in
    bounded time and does not become a second one."""
    for patience in ({"answer_ms": 150}, {"patience_ms": 150}):
        later = Single(tmp_path)
        assert later.start(WISH, **patience) is Start.SILENT  # this thread is the first one's too: nobody answers
        later.end()
        first.single._server.close()  # type: ignore[union-attr]
    assert first.single._lock.isLocked()


def test_what_a_killed_program_left_is_removed(qapp: QApplication, qtbot: Any, tmp_path: Path) -> None:
    """The lock of a process that is gone and its socket stand in nobody's way."""
    process = QProcess()
    process.start("git", ["--version"])
    pid = process.processId()
    assert process.waitForFinished()
    (tmp_path / LOCK_NAME).write_text(f"{pid}\ngit\n{os.uname().nodename if hasattr(os, 'uname') else ''}\n")
    left = QLocalServer()
    left.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    assert left.listen(Single(tmp_path).name)
    made = Listener(tmp_path)
    try:
        assert send(made.single, WISH.line(), qtbot) == ACK
        assert made.asked == [WISH]
    finally:
        made.single.end()
        left.close()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of files are others there")
def test_nobody_else_may_connect(first: Listener) -> None:
    """The socket is for this person alone."""
    assert first.single._server is not None
    assert Path(first.single._server.fullServerName()).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content",
    [
        b"\n",
        b"[]\n",
        b"not json\n",
        b"\xff\xfe\n",
        b"[" * 30_000 + b"\n",
        b'{"file": "relative.csv", "practice": false}\n',
        b'{"file": 3, "practice": false}\n',
        b'{"file": "/a\\u0000b", "practice": false}\n',
        b'{"file": "", "practice": "yes"}\n',
        b"x" * (MAX_LINE + 10),
    ],
    ids=lambda content: content[:24].decode("latin-1"),
)  # fmt: skip
def test_strange_lines_are_not_taken(first: Listener, qtbot: Any, content: bytes) -> None:
    """What is no wish, or too long, ends the connection without an answer, and the listener goes on."""
    assert send(first.single, content, qtbot) == b""
    assert first.asked == []
    assert send(first.single, WISH.line(), qtbot) == ACK


def test_who_says_nothing_is_not_waited_for(first: Listener, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that never sends its line is ended."""
    monkeypatch.setattr(single_module, "ANSWER_MS", 50)
    assert send(first.single, b'{"file"', qtbot) == b""


def test_wishes_keep_every_file_name() -> None:
    """Letters of any script and bytes that are no text arrive as they were."""
    for name in ("/كتالوج/قائمة.csv", "/a b/\udcff.csv", ""):
        path = str(Path(name).absolute()) if name else ""
        line = Wish(path).line()
        assert line.count(b"\n") == 1
        assert Wish.of_line(line) == Wish(path)
        assert json.loads(line)["file"] == path


def test_a_minimised_window_comes_forward(qapp: QApplication, qtbot: Any) -> None:
    """It is shown as it was before."""
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window)
    assert not window.isMinimized()
    assert window.isVisible()


# The program --------------------------------------------------------------------------------------------


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    where = folders(tmp_path / "data", {}).ensure()
    shop = Profile("p1", "My shop", "hkj", "https://shop.example/api")
    SettingsStore(where.settings_file).save(Settings(profiles=(shop,), last_profile="p1"))
    made = Program(qapp, where, locale="en", vault=MemoryVault())
    made.show()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()


def test_the_window_takes_a_wish(program: Program, qtbot: Any, tmp_path: Path) -> None:
    """It opens the file that came, in the practice shop where that was asked for, and keeps its own shop otherwise."""
    path = write_catalogue(tmp_path / "list.csv")
    assert program.take(Wish(str(path)))
    wait_until(qtbot, lambda: program.window.page() == CHECK)
    assert program.shops.active_id == "p1"
    assert program.take(Wish(practice=True))
    assert program.shops.active_id == PRACTICE_ID
    assert program.window.page() == CHECK


def test_a_wish_waits_for_a_dialog(program: Program, qtbot: Any, tmp_path: Path) -> None:
    """A dialog asks about what is open now: the file that came is opened when it is closed."""
    path = write_catalogue(tmp_path / "list.csv")
    dialog = ask(program.window, title="?", text="", yes="Yes", no="No", then=lambda: None)
    wait_until(qtbot, dialog.isVisible)
    assert program.take(Wish(str(path)))
    qtbot.wait(20)
    assert not program.catalogue.is_busy()
    assert program.catalogue.file is None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    wait_until(qtbot, lambda: program.window.page() == CHECK)
    assert not [one for one in program.window.findChildren(QDialog) if one.isVisible()]


def test_a_window_that_closes_takes_no_wish(program: Program) -> None:
    """The other start is to open a window of its own then."""
    program.window.close()
    assert not program.take(WISH)


@pytest.mark.parametrize(("started", "code"), [(Start.SILENT, SILENT), (Start.HANDED_OVER, 0)])
def test_no_second_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Any, started: Start, code: int
) -> None:
    """A start that is not the first ends with its code, makes no program, and speaks only where nobody answered."""
    told: list[str] = []
    monkeypatch.setattr(single_module, "tell_silent", lambda: told.append("silent"))
    monkeypatch.setattr(Single, "start", lambda _self, _wish: started)
    monkeypatch.setattr(app_module, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(app_module, "Program", None)
    if started is Start.SILENT:
        expected_log("does not answer")
    where = folders(tmp_path / "data", {}).ensure()
    assert run_window(where, practice=False, locale="en", file=None) == code
    assert told == (["silent"] if started is Start.SILENT else [])
