"""What goes wrong beside the wire: names, proxies, certificates, the disk, the record, the clock, the key store."""

from __future__ import annotations

import errno
import os
import socket
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol
from unittest import mock

from tests.helpers.fault_server import FaultServer, answer, self_signed
from tests.helpers.journal import Clock

NOBODY = "https://nobody.invalid/api"
HOURS = 8 * 3600.0


class Place(Protocol):
    """What a trouble may touch: the folder, the clock, and the way to the shop. ``ends``: undone with the run."""

    folder: Path
    clock: Clock
    base_url: str
    proxies: dict[str, str]
    ends: ExitStack


class Trouble:
    """Nothing at all. ``away``: it is there from before the first request, so that an import has to be under way
    already where it is to strike at a look."""

    away = False

    def start(self, place: Place) -> None:
        """Before the upload is sent."""

    def strike(self, place: Place) -> None:
        """The moment has come."""

    def heal(self, place: Place) -> None:
        """It is over."""


class Away(Trouble):
    """The shop is reached by another way; afterwards by the good one again."""

    away = True

    def start(self, place: Place) -> None:
        self._good = place.base_url
        self.lead_away(place)

    def lead_away(self, place: Place) -> None:
        place.base_url = f"http://127.0.0.1:{closed_port()}/api"

    def heal(self, place: Place) -> None:
        place.base_url = self._good
        place.proxies.clear()


class Unreachable(Away):
    """Nobody can be reached under this name, for a reason that the system gives."""

    def __init__(self, error: OSError, where: str = "create_connection") -> None:
        self._error = error
        self._where = where

    def lead_away(self, place: Place) -> None:
        real = getattr(socket, self._where)

        def find(host: object, *args: object, **kwargs: object) -> object:
            if "invalid" in str(host):
                raise self._error
            return real(host, *args, **kwargs)

        place.ends.enter_context(mock.patch.object(socket, self._where, find))
        place.base_url = NOBODY


class PlainServer(Away):
    """HTTPS to a server that speaks none."""

    def lead_away(self, place: Place) -> None:
        place.base_url = place.base_url.replace("http:", "https:")


class WrongCertificate(Away):
    """A certificate that nobody trusts. Needs the ``cryptography`` package."""

    def lead_away(self, place: Place) -> None:
        server = FaultServer(answer(200, {}), tls=self_signed(str(place.folder)))
        place.ends.enter_context(server)
        place.base_url = server.base_url


class Proxy(Away):
    """The way out is a proxy that answers with ``status``; None: it is not there."""

    def __init__(self, status: int | None) -> None:
        self._status = status

    def lead_away(self, place: Place) -> None:
        port = closed_port()
        if self._status is not None:
            port = place.ends.enter_context(FaultServer(answer(self._status, b""))).port
        place.proxies["https"] = f"http://127.0.0.1:{port}"
        place.base_url = NOBODY


class Record(Trouble):
    """From the moment on, SQLite answers every COMMIT with ``code``."""

    def __init__(self, code: int) -> None:
        self._code = code
        self._struck = False

    def start(self, place: Place) -> None:
        connect, self._struck = sqlite3.connect, False

        class Odd(sqlite3.Connection):
            def execute(inner, sql: str, *args: object) -> sqlite3.Cursor:  # noqa: N805
                if sql == "COMMIT" and self._struck:
                    error = sqlite3.OperationalError("what SQLite says")
                    error.sqlite_errorcode = self._code
                    raise error
                return super().execute(sql, *args)  # type: ignore[arg-type]

        def odd(*args: object, **kwargs: object) -> sqlite3.Connection:
            return connect(*args, factory=Odd, **kwargs)  # type: ignore[call-overload,no-any-return]

        place.ends.enter_context(mock.patch.object(sqlite3, "connect", odd))

    def strike(self, place: Place) -> None:
        self._struck = True

    def heal(self, place: Place) -> None:
        self._struck = False


class FullOutbox(Trouble):
    """From the moment on, no file of ours finds room; the record, on another disk, goes on."""

    def __init__(self) -> None:
        self._struck = False

    def start(self, place: Place) -> None:
        real, self._struck = os.fsync, False

        def full(handle: int) -> None:
            if self._struck:
                raise OSError(errno.ENOSPC, "No space left on device")
            real(handle)

        place.ends.enter_context(mock.patch.object(os, "fsync", full))

    def strike(self, place: Place) -> None:
        self._struck = True

    def heal(self, place: Place) -> None:
        self._struck = False


class NoLocks(Trouble):
    """The folder of the locks cannot be made: a file is in its place. So is no other folder on a read-only disk."""

    def strike(self, place: Place) -> None:
        (place.folder / "locks").write_bytes(b"")

    def heal(self, place: Place) -> None:
        (place.folder / "locks").unlink()


class BodyChanges(Trouble):
    """Another program cuts the bodies in the outbox short, or takes them away; afterwards they are whole again."""

    def __init__(self, change: Callable[[Path], object]) -> None:
        self._change = change
        self._whole: dict[Path, bytes] = {}

    def start(self, place: Place) -> None:
        self._whole = {path: path.read_bytes() for path in (place.folder / "outbox").iterdir()}

    def strike(self, place: Place) -> None:
        for path in self._whole:
            self._change(path)

    def heal(self, place: Place) -> None:
        for path, content in self._whole.items():
            path.write_bytes(content)


class Setting(Trouble):
    """Limits of the program, made short: nobody waits for them in a test."""

    def __init__(self, value: float, *names: str) -> None:
        self._names = names
        self._value = value

    def start(self, place: Place) -> None:
        for name in self._names:
            place.ends.enter_context(mock.patch(name, self._value))


class Jump(Trouble):
    """The clock of the computer jumps by ``seconds``: it slept, or somebody set it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def strike(self, place: Place) -> None:
        place.clock.now += self._seconds


def closed_port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port
