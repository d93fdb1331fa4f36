"""Progress on the taskbar: each desktop is asked in its own way, only when there is something new, and may refuse."""

from __future__ import annotations

import ctypes
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from hkj_desktop.ui import taskbar
from hkj_desktop.ui.taskbar import (
    DockTile,
    LauncherTaskbar,
    MacTaskbar,
    State,
    Taskbar,
    WindowsTaskbar,
    create_taskbar_list,
    make_taskbar,
)
from tests.helpers import private_bus
from tests.helpers.ui import wait_until

WINDOW = 0x7FFF_0000_1234  # a handle is as wide as an address
E_FAIL = -0x7FFF_BFFB


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    caplog.set_level(logging.INFO, taskbar.__name__)
    return lambda: caplog.messages


# -- what is told -----------------------------------------------------------------------------------------------------


class Told(Taskbar):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[State, int | None]] = []

    def _show(self, state: State, percent: int | None) -> None:
        self.shown.append((state, percent))


def test_a_desktop_hears_only_of_what_looks_different() -> None:
    """Progress within one per cent, and taking away what is not there, are not told."""
    told = Told()
    told.set_state(State.NONE)
    for fraction in (None, None, 0.501, 0.502, 0.51):
        told.set_progress(fraction)
    told.set_state(State.NONE)
    told.set_state(State.NONE)
    normal = State.NORMAL
    assert told.shown == [(normal, None), (normal, 50), (normal, 51), (State.NONE, None)]


def test_progress_stays_within_its_bounds() -> None:
    """More than all and less than nothing are all and nothing."""
    told = Told()
    told.set_progress(1.2)
    told.set_progress(-0.1)
    assert [percent for _, percent in told.shown] == [100, 0]


def test_an_error_keeps_the_place_where_it_happened() -> None:
    """A bar that turns red stays as long as it was; what begins after it begins anew."""
    told = Told()
    told.set_progress(0.4)
    told.set_state(State.ERROR)
    told.set_state(State.NONE)
    told.set_state(State.ERROR)
    assert told.shown[1:] == [(State.ERROR, 40), (State.NONE, None), (State.ERROR, None)]


# -- Windows ----------------------------------------------------------------------------------------------------------


class TaskbarList:
    """An ITaskbarList3 in memory, as COM lays it out: a pointer to a table of eleven methods.

    ``calls``: what was called, with its values; ``answers``: what a method says, 0 (all is well) if nothing else.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.answers: dict[str, int] = {}
        pointer, big, small = ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint32
        methods: list[tuple[str, tuple[Any, ...]]] = [(f"wrong place {place}", ()) for place in range(11)]
        methods[2] = ("Release", ())
        methods[3] = ("HrInit", ())
        methods[9] = ("SetProgressValue", (pointer, big, big))
        methods[10] = ("SetProgressState", (pointer, small))
        self._kept = [ctypes.CFUNCTYPE(ctypes.c_int32, pointer, *types)(self._method(name)) for name, types in methods]
        self._table = (pointer * 11)(*(ctypes.cast(one, pointer).value for one in self._kept))
        self._self = pointer(ctypes.addressof(self._table))
        self.address = ctypes.addressof(self._self)

    def _method(self, name: str) -> Callable[..., int]:
        def called(this: int, *values: object) -> int:
            assert this == self.address
            self.calls.append((name, *values))
            return self.answers.get(name, 0)

        return called


@pytest.fixture
def com() -> TaskbarList:
    return TaskbarList()


def windows(com: TaskbarList, handle: int = WINDOW) -> WindowsTaskbar:
    return WindowsTaskbar(lambda: handle, lambda: com.address, ctypes.CFUNCTYPE)


def test_windows_is_told_progress_in_its_own_words(com: TaskbarList) -> None:
    """The right methods of ITaskbarList3 are called with the window and the right flags; the value comes before the
    state, as it ends "indeterminate"."""
    bar = windows(com)
    bar.set_progress(None)
    bar.set_progress(0.45)
    bar.set_state(State.ERROR)
    bar.set_state(State.NONE)
    assert com.calls == [
        ("HrInit",),
        ("SetProgressState", WINDOW, 1),
        ("SetProgressValue", WINDOW, 45, 100),
        ("SetProgressState", WINDOW, 2),
        ("SetProgressValue", WINDOW, 45, 100),
        ("SetProgressState", WINDOW, 4),
        ("SetProgressState", WINDOW, 0),
    ]


def test_windows_shows_an_error_of_which_no_part_is_known(com: TaskbarList) -> None:
    """It is a full red bar: an empty one would show nothing."""
    windows(com).set_state(State.ERROR)
    assert com.calls[1:] == [("SetProgressValue", WINDOW, 100, 100), ("SetProgressState", WINDOW, 4)]


def test_windows_makes_nothing_before_there_is_something_to_show(com: TaskbarList) -> None:
    """The object of COM is made with the first progress, once, and not for a window that is not there yet."""
    made: list[int] = []
    handles = [0, WINDOW, WINDOW]
    bar = WindowsTaskbar(lambda: handles.pop(0), lambda: made.append(1) or com.address, ctypes.CFUNCTYPE)  # type: ignore[func-returns-value]
    assert made == []
    bar.set_progress(0.1)
    assert made == []
    bar.set_progress(0.2)
    bar.set_progress(0.3)
    assert made == [1]


def test_windows_may_have_no_taskbar(lines: Callable[[], list[str]]) -> None:
    """Where the object cannot be made, that is one line in the log, and it is not tried again."""
    tried: list[int] = []

    def refuse() -> int:
        tried.append(1)
        raise OSError("CoCreateInstance said 0x80040154")

    bar = WindowsTaskbar(lambda: WINDOW, refuse, ctypes.CFUNCTYPE)
    bar.set_progress(0.1)
    bar.set_progress(0.2)
    assert tried == [1]
    assert lines() == ["no progress on the taskbar: CoCreateInstance said 0x80040154"]


def test_windows_may_not_begin(com: TaskbarList, lines: Callable[[], list[str]]) -> None:
    """An object that does not begin is given back and never used."""
    com.answers["HrInit"] = E_FAIL
    bar = windows(com)
    bar.set_progress(0.1)
    bar.set_progress(0.2)
    assert com.calls == [("HrInit",), ("Release",)]
    assert lines() == ["no progress on the taskbar: method 3 said 0x80004005"]


def test_windows_may_refuse_for_a_while(com: TaskbarList, lines: Callable[[], list[str]]) -> None:
    """While the taskbar starts anew its methods fail: one line in the log, and the next progress is told again."""
    bar = windows(com)
    com.answers = {"SetProgressValue": E_FAIL, "SetProgressState": E_FAIL}
    bar.set_progress(0.1)
    bar.set_progress(0.2)
    com.answers = {}
    bar.set_progress(0.3)
    assert com.calls[-2:] == [("SetProgressValue", WINDOW, 30, 100), ("SetProgressState", WINDOW, 2)]
    assert len(lines()) == 1


class Guid(ctypes.Structure):
    """As Windows declares it."""

    _fields_ = (
        ("Data1", ctypes.c_uint32),
        ("Data2", ctypes.c_uint16),
        ("Data3", ctypes.c_uint16),
        ("Data4", ctypes.c_ubyte * 8),
    )

    def text(self) -> str:
        last = bytes(self.Data4).hex()
        return f"{self.Data1:08x}-{self.Data2:04x}-{self.Data3:04x}-{last[:4]}-{last[4:]}"


def co_create_instance(answer: int, made: int, asked: list[object]) -> Callable[..., int]:
    """A CoCreateInstance with its real types."""

    def create(kind: int, outer: int | None, where: int, interface: int, out: Any) -> int:
        asked.extend([Guid.from_address(kind).text(), outer, where, Guid.from_address(interface).text()])
        out[0] = made
        return answer

    return ctypes.CFUNCTYPE(ctypes.c_int32, *taskbar.CREATE_INSTANCE_TYPES)(create)


def test_the_object_of_windows_is_asked_for_by_its_names() -> None:
    """CoCreateInstance gets both ids in the layout of Windows, and the address that it gives is used."""
    asked: list[object] = []
    assert create_taskbar_list(co_create_instance(0, WINDOW, asked)) == WINDOW
    ids = "56fdf344-fd6d-11d0-958a-006097c9a090", "ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf"
    assert asked == [ids[0], None, 1, ids[1]]


@pytest.mark.parametrize(("answer", "made"), [(E_FAIL, 0), (0, 0)])
def test_an_object_that_windows_does_not_make(answer: int, made: int) -> None:
    """A refusal, and a success without an object, are told as an OSError."""
    with pytest.raises(OSError, match="CoCreateInstance said 0x"):
        create_taskbar_list(co_create_instance(answer, made, []))


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has it")
def test_the_real_object_of_windows(qapp: QApplication) -> None:
    """Windows makes an ITaskbarList3 on the UI thread, and it begins."""
    create, prototype = taskbar._system_functions()
    ctypes.WinDLL("ole32").OleInitialize(None)  # as Qt does with a screen
    bar = WindowsTaskbar(lambda: WINDOW, lambda: create_taskbar_list(create), prototype)
    assert bar._is_there()


# -- macOS ------------------------------------------------------------------------------------------------------------


class Objc:
    """The three functions of libobjc that are used, with a program that has a dock tile, or has none."""

    def __init__(self, *, tile: int = 300) -> None:
        self.labels: list[str | None] = []
        classes = {b"NSApplication": 11, b"NSString": 12}
        selectors = {b"sharedApplication": 21, b"dockTile": 22, b"stringWithUTF8String:": 23, b"setBadgeLabel:": 24}
        texts: list[str] = []

        def send(target: int, selector: int, value: int | None) -> int:
            match target, selector:
                case 11, 21:
                    return 200
                case 200, 22:
                    return tile
                case 12, 23:
                    texts.append(ctypes.string_at(value or 0).decode())
                    return 400
            assert (target, selector) == (tile, 24)
            assert value in (None, 400)
            self.labels.append(texts[-1] if value else None)
            return 0

        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        self.library = SimpleNamespace(
            objc_getClass=ctypes.CFUNCTYPE(pointer, text)(lambda name: classes.get(name, 0)),
            sel_registerName=ctypes.CFUNCTYPE(pointer, text)(lambda name: selectors[name]),
            objc_msgSend=ctypes.CFUNCTYPE(pointer, pointer, pointer, pointer)(send),
        )


def test_mac_shows_words_on_the_tile() -> None:
    """The per cents, that something is under way, that it failed, and nothing, in this order."""
    objc = Objc()
    bar = MacTaskbar(DockTile(objc.library).set_label)
    bar.set_progress(None)
    bar.set_progress(0.45)
    bar.set_state(State.ERROR)
    bar.set_state(State.NONE)
    assert objc.labels == ["…", "45%", "!", None]


def test_mac_may_have_no_dock(lines: Callable[[], list[str]]) -> None:
    """A program without a tile says so once in the log, and sends to no object that is not there."""
    objc = Objc(tile=0)
    bar = MacTaskbar(DockTile(objc.library).set_label)
    bar.set_progress(0.1)
    bar.set_progress(0.2)
    assert objc.labels == []
    assert lines() == ["no progress on the taskbar: no dock tile"]


# -- Linux ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def bus() -> Iterator[str]:
    pytest.importorskip("PySide6.QtDBus")
    if reason := private_bus.why_not():
        pytest.skip(reason)
    with private_bus.private_bus() as address:
        yield address


@pytest.mark.skipif(shutil.which("dbus-monitor") is None, reason="dbus-monitor is not installed")
def test_a_panel_hears_progress(qtbot: Any, bus: str, tmp_path: Path) -> None:
    """On a real bus, the signal comes with the name of the program, and with the types that panels look for."""
    from PySide6.QtDBus import QDBusConnection

    heard = tmp_path / "heard"
    command = ["dbus-monitor", "--address", bus, "interface='com.canonical.Unity.LauncherEntry'"]
    with heard.open("wb") as out:
        panel = subprocess.Popen(command, stdout=out)
    wait_until(qtbot, lambda: "NameAcquired" in heard.read_text())
    bar = LauncherTaskbar(lambda: "hkj-desktop", QDBusConnection.connectToBus(bus, "test_ours").send)
    bar.set_progress(0.5)
    bar.set_progress(1.0)
    wait_until(qtbot, lambda: heard.read_text().count("member=Update") == 2 and "double 1" in heard.read_text())
    panel.terminate()
    panel.wait()
    QDBusConnection.disconnectFromBus("test_ours")
    told = " ".join(heard.read_text().split())
    assert 'string "application://hkj-desktop.desktop"' in told
    assert 'string "progress" variant double 0.5' in told
    assert 'string "progress-visible" variant boolean true' in told
    assert 'string "urgent" variant boolean false' in told


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        ([("progress", 0.5)], {"progress": 0.5, "progress-visible": True, "urgent": False}),
        ([("progress", 1.0)], {"progress": 1.0, "progress-visible": True, "urgent": False}),
        ([("progress", None)], {"progress": 0.0, "progress-visible": True, "urgent": False}),
        ([("state", State.ERROR)], {"progress": 0.0, "progress-visible": False, "urgent": True}),
        (
            [("progress", 0.5), ("state", State.NONE)],
            {"progress": 0.0, "progress-visible": False, "urgent": False},
        ),
    ],
)
def test_a_panel_is_told_what_to_show(steps: list[tuple[str, Any]], shown: dict[str, object]) -> None:
    """How far, whether a bar is to be seen, and whether somebody should look; how far is always a float."""
    pytest.importorskip("PySide6.QtDBus")
    sent: list[Any] = []
    bar = LauncherTaskbar(lambda: "hkj-desktop", lambda message: sent.append(message) or True)  # type: ignore[func-returns-value]
    for step, value in steps:
        bar.set_progress(value) if step == "progress" else bar.set_state(value)
    told = sent[-1].arguments()[1]
    assert told == shown
    assert type(told["progress"]) is float


def test_a_bus_that_is_gone_is_no_error(lines: Callable[[], list[str]]) -> None:
    """What the bus does not take is one line in the log."""
    pytest.importorskip("PySide6.QtDBus")
    bar = LauncherTaskbar(lambda: "hkj-desktop", lambda _message: False)
    bar.set_progress(0.1)
    bar.set_progress(0.2)
    assert lines() == ["no progress on the taskbar: the session bus did not take it"]


# -- which one --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", ["offscreen", "minimal", "vnc"])
def test_without_a_screen_nothing_is_asked(qtbot: Any, monkeypatch: pytest.MonkeyPatch, screen: str) -> None:
    """A program that nobody sees touches no taskbar and no bus."""
    monkeypatch.setattr(taskbar.QGuiApplication, "platformName", lambda: screen)
    window = QWidget()
    qtbot.addWidget(window)
    assert type(make_taskbar(lambda: window)) is Taskbar


@pytest.mark.skipif(sys.platform != "linux", reason="about Linux")
@pytest.mark.parametrize("screen", ["xcb", "wayland"])
def test_a_linux_desktop_gets_the_signal(qtbot: Any, monkeypatch: pytest.MonkeyPatch, bus: str, screen: str) -> None:
    """Where there is a session bus the signal is sent on it, for the program's own .desktop file."""
    from PySide6.QtDBus import QDBusConnection

    ours = QDBusConnection.connectToBus(bus, "test_session")
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: ours)
    monkeypatch.setattr(taskbar.QGuiApplication, "platformName", lambda: screen)
    found = make_taskbar(QWidget)
    assert type(found) is LauncherTaskbar
    QDBusConnection.disconnectFromBus("test_session")


@pytest.mark.skipif(sys.platform != "linux", reason="about Linux")
def test_a_linux_desktop_without_a_bus(monkeypatch: pytest.MonkeyPatch, lines: Callable[[], list[str]]) -> None:
    """Without a session bus nothing is shown, and the log says why."""
    dbus = pytest.importorskip("PySide6.QtDBus")
    nowhere = dbus.QDBusConnection.connectToBus("unix:path=/nonexistent", "test_nowhere")
    monkeypatch.setattr(dbus.QDBusConnection, "sessionBus", lambda: nowhere)
    monkeypatch.setattr(taskbar.QGuiApplication, "platformName", lambda: "xcb")
    assert type(make_taskbar(QWidget)) is Taskbar
    assert len(lines()) == 1


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="here it is to be had")
@pytest.mark.parametrize("screen", ["windows", "cocoa"])
def test_what_another_system_has_is_missed_in_good_order(
    monkeypatch: pytest.MonkeyPatch, lines: Callable[[], list[str]], screen: str
) -> None:
    """Where the library of Windows or of macOS is not to be had, nothing is shown, and the log says why."""
    monkeypatch.setattr(taskbar.QGuiApplication, "platformName", lambda: screen)
    assert type(make_taskbar(QWidget)) is Taskbar
    assert len(lines()) == 1


def test_the_ids_of_windows_are_those_of_its_headers() -> None:
    """Both ids, as ShObjIdl_core.h has them."""
    assert UUID("{56FDF344-FD6D-11d0-958A-006097C9A090}") == taskbar.CLSID_TASKBAR_LIST
    assert UUID("{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}") == taskbar.IID_TASKBAR_LIST_3
