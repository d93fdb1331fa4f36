"""How far an upload is, on the program's place in the taskbar or dock.

Qt 6 has nothing for this but a number (``QGuiApplication.setBadgeNumber``), which anybody would read as so many unread
messages; so each desktop is asked in its own way. Used on the UI thread only; nothing here raises, and what a desktop
does not do is a line in the log.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage

log = logging.getLogger(__name__)

HUNDRED = 100


class State(StrEnum):
    """``none``: nothing is shown; ``error``: what was under way has ended badly."""

    NONE = "none"
    NORMAL = "normal"
    ERROR = "error"


class Taskbar:
    """Shows nothing itself: the desktops that can show something do so in :meth:`_show`."""

    def __init__(self) -> None:
        self._now: tuple[State, int | None] = (State.NONE, None)
        self._complained = False

    def set_progress(self, fraction: float | None) -> None:
        """Something is under way: ``fraction`` of it is done, from 0 to 1; None: nobody knows how much."""
        percent = None if fraction is None else round(min(1.0, max(0.0, fraction)) * HUNDRED)
        self._tell(State.NORMAL, percent)

    def set_state(self, state: State) -> None:
        """Colour what is shown, or take it away."""
        self._tell(state, None if state is State.NONE else self._now[1])

    def show_again(self) -> None:
        """The window is another one than before: what is shown is shown there too."""
        if self._now[0] is not State.NONE:
            self._show(*self._now)

    def _tell(self, state: State, percent: int | None) -> None:
        """Progress comes ten times a second: a desktop hears of it only when it would look different."""
        if (state, percent) != self._now:
            self._now = (state, percent)
            self._show(state, percent)

    def _show(self, state: State, percent: int | None) -> None:
        """``percent``: from 0 to 100, None where it is not known."""

    def _complain(self, what: object) -> None:
        """Once: it would be the same line for every per cent."""
        if not self._complained:
            self._complained = True
            log.info("no progress on the taskbar: %s", what)


# -- Windows ----------------------------------------------------------------------------------------------------------

CLSID_TASKBAR_LIST = UUID("56fdf344-fd6d-11d0-958a-006097c9a090")
IID_TASKBAR_LIST_3 = UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")
CLSCTX_INPROC_SERVER = 1
#: Places of the methods in the table of ITaskbarList3: after the 3 of IUnknown come 5 of ITaskbarList, then 1 of
#: ITaskbarList2.
RELEASE, HR_INIT, SET_PROGRESS_VALUE, SET_PROGRESS_STATE = 2, 3, 9, 10
TBPF_NOPROGRESS, TBPF_INDETERMINATE, TBPF_NORMAL, TBPF_ERROR = 0, 1, 2, 4

#: ``WINFUNCTYPE``, or what stands for it in a test.
Prototype = Callable[..., Callable[[int], Callable[..., int]]]


class WindowsTaskbar(Taskbar):
    """ITaskbarList3, called through its table of methods.

    ``handle()``: the window's HWND, 0 where it has none; ``create()``: a new, referenced ITaskbarList3 as an address,
    raises OSError. COM is at work on this thread: Qt has begun it (OleInitialize).
    """

    def __init__(self, handle: Callable[[], int], create: Callable[[], int], prototype: Prototype) -> None:
        super().__init__()
        self._handle = handle
        self._create = create
        self._prototype = prototype
        # Never released: that would have to happen before Qt leaves COM, and Windows does it with the process.
        self._object: int | None = None

    def _show(self, state: State, percent: int | None) -> None:
        try:
            handle = self._handle()
            if handle and self._is_there():
                self._set(handle, state, percent)
        except OSError as error:
            self._complain(error)

    def _is_there(self) -> bool:
        """Make the object when it is first needed; where that failed it is not tried again."""
        if self._object is None:
            self._object = 0
            made = self._create()
            if self._call(made, HR_INIT):
                self._object = made
            else:
                self._call(made, RELEASE)
        return self._object != 0

    def _set(self, handle: int, state: State, percent: int | None) -> None:
        if state is State.NONE:
            self._set_flag(handle, TBPF_NOPROGRESS)
        elif state is State.NORMAL and percent is None:
            self._set_flag(handle, TBPF_INDETERMINATE)
        else:
            # The value first: it ends the state "indeterminate". An error of which no part is known is a full bar.
            value = HUNDRED if percent is None else percent
            amounts = (ctypes.c_uint64(value), ctypes.c_uint64(HUNDRED))
            self._call(self._object or 0, SET_PROGRESS_VALUE, ctypes.c_void_p(handle), *amounts)
            self._set_flag(handle, TBPF_ERROR if state is State.ERROR else TBPF_NORMAL)

    def _set_flag(self, handle: int, flag: int) -> None:
        self._call(self._object or 0, SET_PROGRESS_STATE, ctypes.c_void_p(handle), ctypes.c_uint32(flag))

    def _call(self, this: int, place: int, *values: Any) -> bool:
        """Call the method at ``place`` of the object at ``this``; whether it said that all is well. Each value has the
        C type that the method takes."""
        table = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
        method = self._prototype(ctypes.c_int32, ctypes.c_void_p, *map(type, values))(table[place] or 0)
        code = method(this, *values)
        if code < 0:
            self._complain(f"method {place} said {code & 0xFFFF_FFFF:#x}")
        return code >= 0


def create_taskbar_list(create_instance: Callable[..., int]) -> int:
    """A new ITaskbarList3, as its address. ``create_instance``: CoCreateInstance. Raises OSError with what it said."""
    found = ctypes.c_void_p()
    code = create_instance(
        _guid(CLSID_TASKBAR_LIST), None, CLSCTX_INPROC_SERVER, _guid(IID_TASKBAR_LIST_3), ctypes.byref(found)
    )
    if code < 0 or not found.value:
        raise OSError(f"CoCreateInstance said {code & 0xFFFF_FFFF:#x}")
    return found.value


def _guid(value: UUID) -> Any:
    """As Windows has it in memory: the first three parts with their lowest byte first."""
    return (ctypes.c_ubyte * 16).from_buffer_copy(value.bytes_le)


#: The types of CoCreateInstance.
CREATE_INSTANCE_TYPES = (
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_uint32,
    ctypes.c_void_p,
    ctypes.POINTER(ctypes.c_void_p),
)


def _windows(handle: Callable[[], int]) -> Taskbar:
    try:
        create, prototype = _system_functions()
    except (OSError, AttributeError) as error:
        log.info("no progress on the taskbar: %s", error)
        return Taskbar()
    return WindowsTaskbar(handle, lambda: create_taskbar_list(create), prototype)


def _system_functions() -> tuple[Callable[..., int], Prototype]:
    """CoCreateInstance, and how methods of Windows are called. Raises OSError where they are not to be had."""
    if sys.platform == "win32":
        create = ctypes.WinDLL("ole32").CoCreateInstance
        create.argtypes = CREATE_INSTANCE_TYPES
        create.restype = ctypes.c_int32  # an HRESULT; ctypes.HRESULT would raise before we can say what failed
        return create, ctypes.WINFUNCTYPE
    raise OSError("this is not Windows")


# -- macOS ------------------------------------------------------------------------------------------------------------

WORKING, FAILED = "…", "!"


class MacTaskbar(Taskbar):
    """Words on the program's tile in the dock: ``45%``. ``set_label``: raises OSError where there is no dock."""

    def __init__(self, set_label: Callable[[str], None]) -> None:
        super().__init__()
        self._set_label = set_label

    def _show(self, state: State, percent: int | None) -> None:
        label = "" if state is State.NONE else FAILED if state is State.ERROR else WORKING
        if state is State.NORMAL and percent is not None:
            label = f"{percent}%"
        try:
            self._set_label(label)
        except OSError as error:
            self._complain(error)


class DockTile:
    """``NSApp.dockTile.badgeLabel``, through Objective-C's own functions. ``library``: libobjc.

    Every call has the types of its method: ``objc_msgSend`` has none of its own, and where Apple's processors pass
    an argument depends on them.
    """

    def __init__(self, library: Any) -> None:
        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        # Addresses, and not the functions themselves: those would be wrapped as callbacks into Python.
        class_, selector, send = (
            ctypes.cast(function, pointer).value or 0
            for function in (library.objc_getClass, library.sel_registerName, library.objc_msgSend)
        )
        self._class = ctypes.CFUNCTYPE(pointer, text)(class_)
        self._selector = ctypes.CFUNCTYPE(pointer, text)(selector)
        self._send = ctypes.CFUNCTYPE(pointer, pointer, pointer)(send)
        self._send_text = ctypes.CFUNCTYPE(pointer, pointer, pointer, text)(send)
        self._send_object = ctypes.CFUNCTYPE(None, pointer, pointer, pointer)(send)

    def set_label(self, label: str) -> None:
        """Put ``label`` on the tile; "" takes it away. Raises OSError where there is no tile."""
        kind, strings = self._class(b"NSApplication"), self._class(b"NSString")
        application = self._send(kind, self._selector(b"sharedApplication")) if kind and strings else None
        tile = self._send(application, self._selector(b"dockTile")) if application else None
        if not tile:
            raise OSError("no dock tile")
        # The string belongs to the pool that Qt empties after each event.
        words = self._send_text(strings, self._selector(b"stringWithUTF8String:"), label.encode()) if label else None
        self._send_object(tile, self._selector(b"setBadgeLabel:"), words)


def _mac() -> Taskbar:
    try:
        return MacTaskbar(DockTile(ctypes.CDLL("/usr/lib/libobjc.A.dylib")).set_label)
    except (OSError, AttributeError) as error:
        log.info("no progress on the dock: %s", error)
        return Taskbar()


# -- Linux ------------------------------------------------------------------------------------------------------------

ENTRY_PATH = "/com/canonical/unity/launcherentry/1"
ENTRY_INTERFACE = "com.canonical.Unity.LauncherEntry"


class LauncherTaskbar(Taskbar):
    """The signal for launchers that KDE's and Ubuntu's panels know; it has no "nobody knows how much", which is an
    empty bar here. Panels forget it when our connection ends.

    ``desktop_file()``: the name of the program's .desktop file, without the ending; ``send(message)``: whether the bus
    took it.
    """

    def __init__(self, desktop_file: Callable[[], str], send: Callable[[QDBusMessage], bool]) -> None:
        super().__init__()
        self._desktop_file = desktop_file
        self._send = send

    def _show(self, state: State, percent: int | None) -> None:
        from PySide6.QtDBus import QDBusMessage

        message = QDBusMessage.createSignal(ENTRY_PATH, ENTRY_INTERFACE, "Update")
        shown = {
            "progress": (percent or 0) / HUNDRED,  # always a float: an int would not be a number for a panel
            "progress-visible": state is State.NORMAL,
            "urgent": state is State.ERROR,
        }
        message.setArguments([f"application://{self._desktop_file()}.desktop", shown])
        if not self._send(message):
            self._complain("the session bus did not take it")


def _linux() -> Taskbar:
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError as error:  # no libdbus on this computer
        log.info("no progress on the panel: %s", error)
        return Taskbar()
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        log.info("no progress on the panel: %s", bus.lastError().message())
        return Taskbar()
    return LauncherTaskbar(QGuiApplication.desktopFileName, bus.send)


# ---------------------------------------------------------------------------------------------------------------------


def make_taskbar(window: Callable[[], QWidget]) -> Taskbar:
    """What shows progress on this desktop. ``window()``: the program's own at that time, already shown when progress
    is.

    Qt's name of the screen decides, and not that of the system: there is no taskbar where there is no screen.
    """
    screen = QGuiApplication.platformName()
    if screen == "windows":
        return _windows(lambda: int(window().winId()))
    if screen == "cocoa":
        return _mac()
    return _linux() if screen in ("xcb", "wayland", "wayland-egl") else Taskbar()
