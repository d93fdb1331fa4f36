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
from pathlib import Path
from types import TracebackType
from typing import Self

from hkj_desktop.errors import PracticeError
from hkj_desktop.system.secret import Secret

LOOPBACK = "127.0.0.1"
LOG = "practice-shop.log"
LONGEST_LINE = 4096  # bytes of the announcement
GLANCE_SECONDS = 0.1  # between two looks at whether the child is still alive
GOODBYE_SECONDS = 6.0  # for the child to end by itself once the leash is gone


class PracticeShop:
    """A running practice shop. ``base_url`` ends in ``/api``, ``root_url`` is the storefront. To be stopped."""

    def __init__(self, process: subprocess.Popen[bytes], leash: socket.socket, base_url: str, api_key: Secret) -> None:
        self.base_url = base_url
        self.api_key = api_key
        self.root_url = base_url.removesuffix("/api")
        self._process = process
        self._leash: socket.socket | None = leash

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
            return PracticeShop(process, leash, told[0], told[1])
        leash.close()  # somebody else knocked
    raise PracticeError(reason="start", name="timeout")


def _read_announcement(leash: socket.socket) -> tuple[str, Secret] | None:
    """The child's one line; None where what came is not it."""
    leash.settimeout(2)
    line = b""
    try:
        while not line.endswith(b"\n") and len(line) < LONGEST_LINE:
            chunk = leash.recv(LONGEST_LINE)
            if not chunk:
                return None
            line += chunk
        told = json.loads(line)
        base_url, api_key = told["base_url"], told["api_key"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(base_url, str) or not base_url.startswith(f"http://{LOOPBACK}:") or not isinstance(api_key, str):
        return None
    leash.settimeout(None)
    return base_url, Secret(api_key)


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
