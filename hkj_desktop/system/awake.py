"""Keeping the computer awake while something is sent; the screen may go dark and lock itself as always.

A computer that cannot be kept awake is no reason to send nothing: whatever fails here is a line in the log.

Each system has its own way, and each lets go by itself when our process ends, however it ends:

* Windows: SetThreadExecutionState. The wish belongs to the thread that made it and ends with that thread.
* macOS: ``caffeinate``, and no call of IOKit through ctypes: both ask for the same (PreventUserIdleSystemSleep), but
  what is wrong in a child process ends that child, and what is wrong in a foreign call ends the program.
* Linux: ``systemd-inhibit``, which most desktops respect, and ``gnome-session-inhibit``, as GNOME asks its own session
  only. ``sleep`` alone is held back: ``idle`` would also keep the screen on and unlocked.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

log = logging.getLogger(__name__)

#: Flags of SetThreadExecutionState.
ES_CONTINUOUS = 0x8000_0000
ES_SYSTEM_REQUIRED = 0x0000_0001
#: How long a child has to end before it is killed, in seconds. It is waited for on the calling thread.
PATIENCE = 0.5
WHO = "HKJ Desktop"
APP_ID = "hkj-desktop"
#: Ends when its input does, and so when we do: what holds the computer awake runs it, and lasts as long as it.
UNTIL_WE_END = "cat"

Command = list[str]


class Awake(Protocol):
    """Keeps the computer from falling asleep by itself; what the person asks for, as closing the lid, stays theirs.

    Call both from the UI thread: on Windows a wish belongs to its thread. Neither raises.
    """

    def hold(self, reason: str) -> None:
        """Stay awake until :meth:`release`; a second call changes nothing. ``reason``: shown to whoever asks their
        computer what keeps it awake."""

    def release(self) -> None:
        """Fall asleep as usual again; without :meth:`hold` before it, nothing happens."""


class NoAwake:
    """A computer that nobody knows how to keep awake."""

    def hold(self, reason: str) -> None:
        log.info("nothing keeps this computer awake: %s", reason)

    def release(self) -> None:
        pass


class WindowsAwake:
    """``set_state``: SetThreadExecutionState; gives the state before, 0 where it failed, or raises OSError."""

    def __init__(self, set_state: Callable[[int], int]) -> None:
        self._set_state = set_state
        self._held = False

    def hold(self, reason: str) -> None:
        if not self._held:
            self._held = self._set(ES_CONTINUOUS | ES_SYSTEM_REQUIRED, reason)

    def release(self) -> None:
        if self._held:
            self._held = False
            self._set(ES_CONTINUOUS, "no longer")

    def _set(self, state: int, reason: str) -> bool:
        try:
            done = self._set_state(state) != 0
        except OSError as error:
            log.info("SetThreadExecutionState: %s", error)
            return False
        if not done:
            log.info("SetThreadExecutionState was refused: %s", reason)
        return done


def set_thread_execution_state(state: int) -> int:
    """Windows' function of that name, for the calling thread. Raises OSError where it is not to be had."""
    if sys.platform == "win32":
        import ctypes

        call = ctypes.WinDLL("kernel32").SetThreadExecutionState  # a handle of our own: its types are nobody else's
        call.argtypes = [ctypes.c_uint32]
        call.restype = ctypes.c_uint32
        return int(call(state))
    raise OSError("this is not Windows")


class ChildAwake:
    """Programs of the system that keep it awake for as long as they run. ``commands(reason)``: how to start them."""

    def __init__(self, commands: Callable[[str], Sequence[Command]]) -> None:
        self._commands = commands
        self._held = False
        self._children: list[subprocess.Popen[bytes]] = []

    def hold(self, reason: str) -> None:
        if self._held:
            return
        self._held = True
        for command in self._commands(reason):
            try:
                self._children.append(_start(command))
            except OSError as error:
                log.info("%s does not keep the computer awake: %s", command[0], error)
        if not self._children:
            log.info("nothing keeps this computer awake: %s", reason)

    def release(self) -> None:
        self._held = False
        while self._children:
            _end(self._children.pop())


def _start(command: Command) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - a program of the system, and no shell in between
        command,
        stdin=subprocess.PIPE,  # our end closes when we end, even when we are killed: see UNTIL_WE_END
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(os.environ),
        # Ctrl+C in our terminal is for us: an upload that is stopped still asks what got through.
        start_new_session=True,
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    ended_before = child.poll()
    if ended_before is not None:
        log.info("%s ended by itself with %s: the computer was not kept awake", child.args, ended_before)
    if child.stdin is not None:
        child.stdin.close()
    child.terminate()
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """What programs of the system are started with: a packaged program finds libraries of its own first, with which
    others may not run."""
    theirs = dict(ours)
    if getattr(sys, "frozen", False):
        theirs.pop("LD_LIBRARY_PATH", None)
        before = theirs.pop("LD_LIBRARY_PATH_ORIG", None)
        if before is not None:
            theirs["LD_LIBRARY_PATH"] = before
    return theirs


def mac_commands(_reason: str) -> list[Command]:
    """macOS asks for no reason."""
    return [["/usr/bin/caffeinate", "-i", UNTIL_WE_END]]


def linux_commands(
    reason: str, find: Callable[[str], str | None] = shutil.which, desktop: str | None = None
) -> list[Command]:
    """One command for each program that is there. ``desktop``: as in XDG_CURRENT_DESKTOP, which is read where it is
    None."""
    names = (os.environ.get("XDG_CURRENT_DESKTOP", "") if desktop is None else desktop).split(":")
    commands = []
    if (systemd := find("systemd-inhibit")) is not None:
        what = ["--what=sleep", "--mode=block"]
        commands.append([systemd, *what, f"--who={WHO}", f"--why={reason}", UNTIL_WE_END])
    if "GNOME" in names and (gnome := find("gnome-session-inhibit")) is not None:
        commands.append([gnome, "--inhibit", "suspend", "--app-id", APP_ID, "--reason", reason, UNTIL_WE_END])
    return commands


def make_awake(platform: str = sys.platform) -> Awake:
    """What keeps this computer awake."""
    if platform == "win32":
        return WindowsAwake(set_thread_execution_state)
    if platform == "darwin":
        return ChildAwake(mac_commands)
    return ChildAwake(linux_commands) if platform.startswith("linux") else NoAwake()
