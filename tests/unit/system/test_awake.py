"""The computer is kept awake while something is sent, falls asleep as usual after it, and nothing fails over it."""

from __future__ import annotations

import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hkj_desktop.system import awake
from hkj_desktop.system.awake import (
    ES_CONTINUOUS,
    ES_SYSTEM_REQUIRED,
    ChildAwake,
    Command,
    NoAwake,
    WindowsAwake,
    environment,
    linux_commands,
    mac_commands,
    make_awake,
    set_thread_execution_state,
)
from tests.helpers import private_bus
from tests.helpers.ui import wait_until

REASON = "Sending a catalogue"
HELD = ES_CONTINUOUS | ES_SYSTEM_REQUIRED

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps awake without a child")


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """What was written to the log, warnings being none of it (conftest.py)."""
    caplog.set_level(logging.INFO, awake.__name__)
    return lambda: caplog.text


# -- Windows ----------------------------------------------------------------------------------------------------------


def test_windows_is_asked_once_and_let_go_once() -> None:
    """Holding twice and releasing twice is one wish and its end, with the flags that Windows documents."""
    asked: list[int] = []
    holder = WindowsAwake(lambda state: asked.append(state) or ES_CONTINUOUS)  # type: ignore[func-returns-value]
    holder.release()
    holder.hold(REASON)
    holder.hold(REASON)
    holder.release()
    holder.release()
    assert asked == [0x8000_0001, 0x8000_0000]


def test_windows_may_refuse(lines: Callable[[], str]) -> None:
    """A wish that was refused is a line in the log, is not taken back, and is made again the next time."""
    asked: list[int] = []
    holder = WindowsAwake(lambda state: asked.append(state) or 0)  # type: ignore[func-returns-value]
    holder.hold(REASON)
    assert REASON in lines()
    holder.release()
    holder.hold(REASON)
    assert asked == [HELD, HELD]


def test_windows_without_the_function(lines: Callable[[], str]) -> None:
    """Where the function cannot be called, that is a line in the log and nothing is raised."""

    def absent(_state: int) -> int:
        raise OSError("no such procedure")

    holder = WindowsAwake(absent)
    holder.hold(REASON)
    holder.release()
    assert "no such procedure" in lines()


@pytest.mark.skipif(sys.platform == "win32", reason="here it is to be had")
def test_the_function_of_windows_is_not_called_elsewhere() -> None:
    """On another system the call fails as one that WindowsAwake expects."""
    with pytest.raises(OSError, match="not Windows"):
        set_thread_execution_state(ES_CONTINUOUS)


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has it")
def test_the_function_of_windows_answers() -> None:
    """Windows takes both flags and gives the state before, which is never 0."""
    assert set_thread_execution_state(HELD) != 0
    assert set_thread_execution_state(ES_CONTINUOUS) & HELD == HELD


# -- which programs ---------------------------------------------------------------------------------------------------


def everything(name: str) -> str:
    return f"/usr/bin/{name}"


def test_linux_asks_the_system_and_gnome_its_session() -> None:
    """Under GNOME both are asked, and told who asks and why; elsewhere GNOME's program is left alone."""
    system, session = linux_commands(REASON, everything, "ubuntu:GNOME")
    why = [f"--why={REASON}", "cat"]
    assert system == ["/usr/bin/systemd-inhibit", "--what=sleep", "--mode=block", "--who=HKJ Desktop", *why]
    assert session[:3] == ["/usr/bin/gnome-session-inhibit", "--inhibit", "suspend"]
    assert session[-3:] == ["--reason", REASON, "cat"]
    assert linux_commands(REASON, everything, "KDE") == [system]


def test_linux_uses_only_programs_that_are_there() -> None:
    """Without them there is nothing to start."""
    assert linux_commands(REASON, lambda _name: None, "GNOME") == []


def test_mac_is_asked_not_to_fall_asleep_by_itself() -> None:
    """caffeinate holds back idle sleep only, for as long as a program runs that ends with us."""
    assert mac_commands(REASON) == [["/usr/bin/caffeinate", "-i", "cat"]]


@pytest.mark.parametrize(
    ("platform", "kind"), [("win32", WindowsAwake), ("darwin", ChildAwake), ("linux", ChildAwake), ("aix", NoAwake)]
)
def test_each_system_has_its_way(platform: str, kind: type) -> None:
    """The system's name decides; one that nobody knows gets what does nothing."""
    assert type(make_awake(platform)) is kind


def test_an_unknown_system_is_told_in_the_log(lines: Callable[[], str]) -> None:
    """Where nothing can be done, the log says so, and letting go is no error."""
    holder = NoAwake()
    holder.hold(REASON)
    holder.release()
    assert REASON in lines()


def test_a_packaged_program_does_not_lend_its_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs of the system get the search path that was there before ours; an unpackaged one changes nothing."""
    ours = {"HOME": "/h", "LD_LIBRARY_PATH": "/ours", "LD_LIBRARY_PATH_ORIG": "/theirs"}
    assert environment(ours) == ours
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert environment(ours) == {"HOME": "/h", "LD_LIBRARY_PATH": "/theirs"}
    assert environment({"HOME": "/h", "LD_LIBRARY_PATH": "/ours"}) == {"HOME": "/h"}


# -- children ---------------------------------------------------------------------------------------------------------


def shell(script: str) -> Command:
    return ["sh", "-c", script]


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def note(tmp_path: Path) -> Path:
    return tmp_path / "note"


def say_to(holder: ChildAwake, words: bytes) -> None:
    stdin = holder._children[0].stdin
    assert stdin is not None
    stdin.write(words)
    stdin.flush()


@posix
def test_a_child_runs_while_held(qtbot: Any, note: Path) -> None:
    """Holding twice starts one child, which has ended when release returns; then it can be held again."""
    holder = ChildAwake(lambda _reason: [shell(f'echo $$ >> "{note}"; exec cat >> "{note}"')])
    for time in (b"first\n", b"second\n"):
        holder.hold(REASON)
        holder.hold(REASON)
        say_to(holder, time)
        wait_until(qtbot, lambda time=time: written(note).endswith(time.decode()))
        pid = int(written(note).split()[-2])
        assert is_running(pid)
        holder.release()
        assert not is_running(pid)
    holder.release()
    assert len(written(note).split()) == 4


@posix
def test_a_child_is_not_reached_by_ctrl_c_in_our_terminal(qtbot: Any, note: Path) -> None:
    """The child has a session of its own, as an upload that is stopped still wants to be awake."""
    holder = ChildAwake(lambda _reason: [shell(f'echo $$ > "{note}"; exec cat')])
    holder.hold(REASON)
    wait_until(qtbot, lambda: written(note).endswith("\n"))
    pid = int(written(note))
    assert os.getsid(pid) == pid
    holder.release()


@posix
def test_a_child_is_asked_to_end_before_it_is_killed(qtbot: Any, note: Path) -> None:
    """One that does not look at its input still ends in good order."""
    script = f'trap \'echo asked >> "{note}"; exit\' TERM; echo up > "{note}"; while :; do sleep 0.02; done'
    holder = ChildAwake(lambda _reason: [shell(script)])
    holder.hold(REASON)
    wait_until(qtbot, lambda: written(note) == "up\n")
    holder.release()
    assert written(note) == "up\nasked\n"


@posix
def test_a_child_that_does_not_want_to_end_is_killed(qtbot: Any, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Releasing does not wait for ever."""
    monkeypatch.setattr(awake, "PATIENCE", 0.05)
    holder = ChildAwake(lambda _reason: [shell(f"trap '' TERM; echo $$ > \"{note}\"; while :; do sleep 0.1; done")])
    holder.hold(REASON)
    wait_until(qtbot, lambda: written(note).endswith("\n"))
    holder.release()
    assert not is_running(int(written(note)))


@posix
def test_a_program_that_is_not_there_is_no_error(qtbot: Any, note: Path, lines: Callable[[], str]) -> None:
    """What cannot be started is a line in the log, and the others are started all the same."""
    commands = [[str(note.parent / "absent")], shell(f'echo up > "{note}"; exec cat')]
    holder = ChildAwake(lambda _reason: commands)
    holder.hold(REASON)
    wait_until(qtbot, lambda: written(note) == "up\n")
    holder.release()
    assert "absent does not keep the computer awake" in lines()


@posix
def test_nothing_to_start_is_told_in_the_log(lines: Callable[[], str]) -> None:
    """Without any program, the log says once that nothing keeps the computer awake."""
    holder = ChildAwake(lambda _reason: [])
    holder.hold(REASON)
    holder.hold(REASON)
    holder.release()
    assert lines().count(REASON) == 1


@posix
def test_children_end_when_we_are_killed(qtbot: Any, note: Path) -> None:
    """Even a program that is killed leaves nothing behind that keeps the computer awake."""
    program = f"""
        import os, signal
        from pathlib import Path
        from hkj_desktop.system.awake import ChildAwake

        note = Path({str(note)!r})
        holder = ChildAwake(lambda _reason: [["sh", "-c", 'cat > "{note}"; echo over >> "{note}"']])
        holder.hold("a reason")
        holder._children[0].stdin.write(b"up\\n")
        holder._children[0].stdin.flush()
        while not note.exists() or note.read_text() != "up\\n":
            pass
        os.kill(os.getpid(), signal.SIGKILL)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    wait_until(qtbot, lambda: written(note) == "up\nover\n")


# -- the real programs ------------------------------------------------------------------------------------------------

has_inhibit = pytest.mark.skipif(shutil.which("systemd-inhibit") is None, reason="systemd-inhibit is not installed")


@pytest.fixture
def logind(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A stand-in for systemd-logind on a bus of its own, where systemd-inhibit looks for it."""
    if reason := private_bus.why_not():
        pytest.skip(reason)
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject

    class Logind(QDBusVirtualObject):
        """``asked``: the arguments of each Inhibit; a lock is held until the other end of its pipe is closed."""

        def __init__(self) -> None:
            super().__init__()
            self.asked: list[list[str]] = []
            self.ends: list[int] = []

        def introspect(self, _path: str) -> str:
            return ""

        def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
            if message.member() != "Inhibit":
                return False
            ours, theirs = os.pipe()
            os.set_blocking(ours, False)
            bus.send(message.createReply(QDBusUnixFileDescriptor(theirs)))  # which has a copy of its own
            os.close(theirs)
            self.asked.append(message.arguments())
            self.ends.append(ours)
            return True

        def is_held(self) -> bool:
            try:
                return os.read(self.ends[-1], 1) != b""
            except BlockingIOError:
                return True

    with private_bus.private_bus() as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        bus = QDBusConnection.connectToBus(address, "test_awake")
        found = Logind()
        assert bus.registerVirtualObject("/org/freedesktop/login1", found)
        assert bus.registerService("org.freedesktop.login1")
        yield found
        bus.unregisterObject("/org/freedesktop/login1")
        QDBusConnection.disconnectFromBus("test_awake")
        for end in found.ends:
            os.close(end)


@has_inhibit
def test_the_real_systemd_inhibit_holds_a_lock(qtbot: Any, logind: Any) -> None:
    """logind is asked to hold back sleep and told who asks and why; the lock is let go with release."""
    holder = ChildAwake(lambda reason: linux_commands(reason, desktop="KDE"))
    holder.hold(REASON)
    wait_until(qtbot, lambda: logind.asked)
    assert logind.asked == [["sleep", "HKJ Desktop", REASON, "block"]]
    assert logind.is_held()
    holder.release()
    wait_until(qtbot, lambda: not logind.is_held())


@has_inhibit
def test_the_real_systemd_inhibit_without_logind(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, lines: Callable[[], str]
) -> None:
    """On a computer without logind the program ends by itself, which is a line in the log."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")
    holder = ChildAwake(lambda reason: linux_commands(reason, desktop="KDE"))
    holder.hold(REASON)
    wait_until(qtbot, lambda: holder._children[0].poll() is not None)
    holder.release()
    assert "ended by itself with 1" in lines()


@pytest.mark.skipif(sys.platform != "darwin", reason="only macOS has it")
def test_the_real_caffeinate_holds_an_assertion(qtbot: Any) -> None:
    """macOS lists that idle sleep is held back for as long as we hold."""

    def listed(pid: int) -> bool:
        told = subprocess.run(["/usr/bin/pmset", "-g", "assertions"], capture_output=True, text=True, check=True)
        return re.search(rf"\b{pid}\b", told.stdout) is not None  # of caffeinate, or of what it runs

    holder = ChildAwake(mac_commands)
    holder.hold(REASON)
    pid = holder._children[0].pid
    wait_until(qtbot, lambda: listed(pid))
    holder.release()
    wait_until(qtbot, lambda: not listed(pid))
