"""Pictures that were fetched, kept on the disk so that they are not fetched again: bounded, and never worth an error.

A file for each address, named by the SHA-256 of the address: no address can be read off the disk. The picture's own
SHA-256 stands at its beginning, so that what was half written, by us or by a power cut, is seen and thrown away. The
time at which the file was last changed says when it was last used. Several windows and commands may use one folder.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import logging
import os
import struct
import threading
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hkj_desktop.system.paths import resource

log = logging.getLogger(__name__)

_PICTURE, _NOTE, _UNFINISHED = ".picture", ".note", ".tmp"
_HEAD = struct.Struct("<8sdQ32s")  # kind of file, seconds since 1970, bytes, their SHA-256
_MARK = b"HKJPIC1\n"
_BLOCK = 4096  # bytes; what a disk takes for a file of one byte
_ROOM = 0.9  # of the bound is left after making room, so that room is not made for every picture
_SHARE = 20  # after a twentieth of the bound was written, it is counted anew: others write too
_ABANDONED = 3600.0  # seconds after which an unfinished file has no writer any more
_REASON = 100  # bytes of a note's reason
_LATER = 60.0  # seconds by which clocks of two processes may differ
_DENIED = (errno.EACCES, errno.EPERM)


@dataclass(frozen=True, slots=True)
class CacheLimits:
    """Section ``[fetch.cache]`` of resources/pictures.toml. ``failures``: seconds by reason, ``failure`` for others."""

    megabytes: int
    fresh: float
    failure: float
    failures: Mapping[str, float]

    @property
    def most_bytes(self) -> int:
        return self.megabytes * 1024 * 1024


@cache
def cache_limits() -> CacheLimits:
    """The limits that we ship."""
    table = tomllib.loads(resource("pictures.toml").read_text(encoding="utf-8"))["fetch"]["cache"]
    return CacheLimits(**table)


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    used: float
    size: int


class PictureCache:
    """Address → picture, or the reason why there was none. ``most_bytes``: on the disk, by default what we ship;
    ``clock``: seconds since 1970. No method raises: a disk that is full, gone or read-only means that nothing is kept,
    and that is said once in the log. Safe to use from any thread and from several processes."""

    def __init__(
        self, folder: Path, most_bytes: int | None, clock: Callable[[], float], limits: CacheLimits | None = None
    ) -> None:
        self._folder = folder
        self._limits = limits or cache_limits()
        self._most = self._limits.most_bytes if most_bytes is None else most_bytes
        self._clock = clock
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._complained = False
        self._counted: int | None = None  # bytes on the disk, as far as we know
        self._since = 0  # bytes that we wrote since they were counted
        self._pending = 0  # bytes that other threads are writing now

    def get(self, address: str) -> bytes | None:
        """The picture, if it was fetched in the last days and is whole."""
        path = self._path(address, _PICTURE)
        kept = self._load(path)
        if kept is None or not self._within(kept[0], self._limits.fresh):
            return None
        with contextlib.suppress(OSError):  # not ours to change: then it counts as old
            os.utime(path, (self._clock(), self._clock()))
        return kept[1]

    def put(self, address: str, content: bytes) -> None:
        """Keep a picture; a failure noted for the address is forgotten."""
        if self._save(self._path(address, _PICTURE), content):
            self._drop(self._path(address, _NOTE))

    def note(self, address: str, reason: str) -> None:
        """Remember that there was no picture, and why (a reason of PictureError). What was kept is thrown away."""
        if self._save(self._path(address, _NOTE), reason.encode()[:_REASON]):
            self._drop(self._path(address, _PICTURE))

    def noted(self, address: str) -> str | None:
        """The reason, while it is not yet time to ask again."""
        kept = self._load(self._path(address, _NOTE))
        if kept is None:
            return None
        reason = kept[1].decode("utf-8", "replace")
        return reason if self._within(kept[0], self._limits.failures.get(reason, self._limits.failure)) else None

    def clear(self) -> None:
        """Throw everything away that is ours."""
        for entry in self._entries():
            if not self._is_being_written(entry):
                self._drop(entry.path)
        with self._lock:
            self._counted = None

    def size(self) -> int:
        """Bytes on the disk, in whole blocks as the disk counts them."""
        return sum(entry.size for entry in self._entries())

    # -- files ------------------------------------------------------------------------------

    def _path(self, address: str, suffix: str) -> Path:
        name = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / name[:2] / (name + suffix)

    def _within(self, written: float, seconds: float) -> bool:
        """A time that lies ahead was written under a wrong clock, and proves nothing."""
        return -_LATER <= self._clock() - written <= seconds

    def _load(self, path: Path) -> tuple[float, bytes] | None:
        """When it was written, and the content; a file that is not whole is dropped."""
        try:
            with path.open("rb") as stream:
                raw = stream.read(self._most + _HEAD.size + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            self._complain(error)
            return None
        if len(raw) >= _HEAD.size:
            mark, written, size, digest = _HEAD.unpack_from(raw)
            content = raw[_HEAD.size :]
            if mark == _MARK and size == len(content) and digest == hashlib.sha256(content).digest():
                return float(written), content
        self._drop(path)
        return None

    def _save(self, path: Path, content: bytes) -> bool:
        """Whether it is on the disk now. No waiting for the disk itself (fsync): what a power cut leaves half done is
        seen by its SHA-256."""
        size = _on_disk(_HEAD.size + len(content))
        head = _HEAD.pack(_MARK, self._clock(), len(content), hashlib.sha256(content).digest())
        unfinished = path.with_name(f"{os.getpid()}-{threading.get_ident()}-{next(self._numbers)}{_UNFINISHED}")
        if size > self._most or not self._make_room(size):
            return False
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with unfinished.open("wb") as stream:
                stream.write(head)
                stream.write(content)
            os.utime(unfinished, (self._clock(), self._clock()))
            unfinished.replace(path)
        except OSError as error:
            self._drop(unfinished)
            # On Windows nobody can replace a file that another one is reading. What is there is good as well.
            if not (error.errno in _DENIED and path.exists()):
                self._complain(error)
            return False
        finally:
            with self._lock:
                self._pending -= size
        return True

    def _drop(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    def _complain(self, error: OSError) -> None:
        with self._lock:
            first, self._complained = not self._complained, True
        if first:
            log.warning("pictures are not kept: %s", error.strerror or type(error).__name__)

    # -- the bound --------------------------------------------------------------------------

    def _make_room(self, size: int) -> bool:
        """Throw the longest unused away until ``size`` bytes more fit; whether they do."""
        with self._lock:
            known = self._counted
            if known is None or known + size > self._most or self._since > self._most / _SHARE:
                known = self._sweep(size + self._pending) + self._pending
            if known + size > self._most:
                return False
            self._counted = known + size
            self._since += size
            self._pending += size
            return True

    def _sweep(self, size: int) -> int:
        """Count, and make room if there is too little. The lock is held."""
        entries = sorted(self._entries(), key=lambda entry: entry.used)
        known = sum(entry.size for entry in entries)
        self._since = 0
        aim = self._most if known + size <= self._most else int(self._most * _ROOM)
        for entry in entries:
            wanted = known + size <= aim and entry.path.suffix != _UNFINISHED
            if wanted or self._is_being_written(entry):
                continue
            self._drop(entry.path)
            if not entry.path.exists():
                known -= entry.size
        return known

    def _is_being_written(self, entry: _Entry) -> bool:
        return entry.path.suffix == _UNFINISHED and self._clock() - entry.used < _ABANDONED

    def _entries(self) -> Iterator[_Entry]:
        """Every file of ours."""
        try:
            with os.scandir(self._folder) as found:
                shelves = [Path(one.path) for one in found if len(one.name) == 2 and one.is_dir()]
        except OSError:
            return
        for shelf in shelves:
            with contextlib.suppress(OSError), os.scandir(shelf) as files:
                for one in files:
                    if one.name.endswith((_PICTURE, _NOTE, _UNFINISHED)):
                        with contextlib.suppress(OSError):
                            facts = one.stat()
                            yield _Entry(Path(one.path), facts.st_mtime, _on_disk(facts.st_size))


def _on_disk(size: int) -> int:
    return -(-size // _BLOCK) * _BLOCK
