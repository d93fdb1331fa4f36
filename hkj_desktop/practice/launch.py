"""Starts the practice shop as a child process, and makes sure that it never outlives us.

The leash is a TCP connection on loopback: we listen, the child connects, says its address over it, and ends when the
connection ends, which the operating system sees to even when we are killed. (A pipe would do on POSIX only, and cannot
be waited for with a time limit on Windows without a thread.)
"""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from hkj_desktop.errors import PracticeError
from hkj_desktop.system.destinations import Access
from hkj_desktop.system.secret import Secret

LOOPBACK = "127.0.0.1"
LOG = "practice-shop.log"
LONGEST_LINE = 4096  # bytes of the announcement
GLANCE_SECONDS = 0.1  # between two looks at whether the child is still alive
GOODBYE_SECONDS = 6.0  # for the child to end by itself once the leash is gone


@dataclass(frozen=True, slots=True)
class _Told:
    """The announcement."""

    base_url: str
    api_key: Secret
    haqm_url: str
    haqm_region: str
    haqm_access_key_id: str
    haqm_secret_access_key: Secret
    haqm_stores: tuple[str, ...]


class PracticeShop:
    """A running practice shop. ``base_url`` ends in ``/api``, ``root_url`` is the storefront; what begins with haqm_
    is the same server as HAQM's. To be stopped."""

    def __init__(self, process: subprocess.Popen[bytes], leash: socket.socket, told: _Told) -> None:
        self.base_url = told.base_url
        self.api_key = told.api_key
        self.root_url = told.base_url.removesuffix("/api")
        self.haqm_url = told.haqm_url
        self.haqm_region = told.haqm_region
        self.haqm_access_key_id = told.haqm_access_key_id
        self.haqm_secret_access_key = told.haqm_secret_access_key
        self.haqm_stores = told.haqm_stores
        haqm = {"access_key_id": Secret(told.haqm_access_key_id), "secret_access_key": told.haqm_secret_access_key}
        self._access = {
            "hkj": Access("hkj", told.base_url, {"api_key": told.api_key}),
            "haqm": Access("haqm", told.haqm_url, haqm, told.haqm_region),
        }
        self._process = process
        self._leash: socket.socket | None = leash

    def access(self, destination: str) -> Access:
        """How its shop of that system is reached."""
        return self._access[destination]

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def stop(self) -> None:
        """End it; returns when it has ended. May be called again."""
        if self._leash is not None:
            self._leash.close()
            self._leash = None
        _end(self._process)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.stop()


def start_practice(
    data_folder: Path,
    *,
    pace: float | None = None,
    timeout_seconds: float = 20,
    command: Sequence[str] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> PracticeShop:
    """Start the practice shop on ``data_folder`` and wait until it answers.

    ``pace``: products per second of an import, 0 for no pause, None for the shop's own. ``command``: what to start
    instead of this program itself; the same arguments follow it. Raises PracticeError with ``reason`` ``start``.
    """
    try:
        data_folder.mkdir(parents=True, exist_ok=True)
        listener = socket.create_server((LOOPBACK, 0), backlog=1)
    except OSError as error:
        raise PracticeError(reason="start", name=str(data_folder)) from error
    with listener:
        leash_port = int(listener.getsockname()[1])
        arguments = ["--data-dir", str(data_folder), "--port", "0", "--leash", str(leash_port), "--json"]
        if pace is not None:
            arguments += ["--pace", str(pace)]
        process = _spawn([*(command or _own_command()), *arguments], data_folder / LOG)
        try:
            return _wait_for(process, listener, clock() + timeout_seconds, clock)
        except BaseException:
            listener.close()
            process.terminate()
            _end(process)
            raise


def _own_command() -> list[str]:
    """A frozen program is started by its own name; otherwise Python starts the package."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "practice"]
    return [sys.executable, "-m", "hkj_desktop", "practice"]


def _spawn(command: list[str], log: Path) -> subprocess.Popen[bytes]:
    try:
        with log.open("wb") as complaints:
            # A session of its own: Ctrl+C in our terminal is for us, and we then end the child in good order.
            return subprocess.Popen(  # noqa: S603 - our own program, and no shell in between
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=sys.platform != "win32",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
    except OSError as error:
        raise PracticeError(reason="start", name=command[0]) from error


def _wait_for(process: subprocess.Popen[bytes], listener: socket.socket, deadline: float,
              clock: Callable[[], float]) -> PracticeShop:  # fmt: skip
    listener.settimeout(GLANCE_SECONDS)
    while clock() < deadline:
        if process.poll() is not None:
            raise PracticeError(reason="start", name=f"exit {process.returncode}")
        try:
            leash, _ = listener.accept()
        except TimeoutError:
            continue
        told = _read_announcement(leash)
        if told is not None:
            return PracticeShop(process, leash, told)
        leash.close()  # somebody else knocked
    raise PracticeError(reason="start", name="timeout")


def _read_announcement(leash: socket.socket) -> _Told | None:
    """The child's one line; None where what came is not it."""
    leash.settimeout(2)
    line = b""
    try:
        while not line.endswith(b"\n") and len(line) < LONGEST_LINE:
            chunk = leash.recv(LONGEST_LINE)
            if not chunk:
                return None
            line += chunk
        told = _told(json.loads(line))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    leash.settimeout(None)
    return told


def _told(given: dict[str, object]) -> _Told:
    """Raises KeyError, TypeError or ValueError for what is no announcement."""

    def text(name: str) -> str:
        value = given[name]
        if not isinstance(value, str):
            raise TypeError(name)
        return value

    def address(name: str) -> str:
        if not text(name).startswith(f"http://{LOOPBACK}:"):
            raise ValueError(name)
        return text(name)

    stores = given["haqm_stores"]
    if not isinstance(stores, list):
        raise TypeError("haqm_stores")
    return _Told(
        base_url=address("base_url"),
        api_key=Secret(text("api_key")),
        haqm_url=address("haqm_url"),
        haqm_region=text("haqm_region"),
        haqm_access_key_id=text("haqm_access_key_id"),
        haqm_secret_access_key=Secret(text("haqm_secret_access_key")),
        haqm_stores=tuple(str(one) for one in stores),
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Wait for the child, then ask, then make it."""
    for insist in (None, process.terminate, process.kill):
        if insist is not None:
            with contextlib.suppress(OSError):  # it ended just now
                insist()
        try:
            process.wait(GOODBYE_SECONDS)
            return
        except subprocess.TimeoutExpired:
            continue
