"""Changes that were made to a catalogue, kept beside it: written down as they are made, so that a crash loses none.

A file of JSON lines for each catalogue: the first says which one it is, every other one is a step: ``do`` with the
change, ``undo`` or ``redo``. It is only ever added to. A line that a crash cut off is left out, with what is behind it.
The person's own file is never written to.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any

import polars as pl

from hkj_desktop.catalog.edits import NEW, Change, Draft, History
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileNotSaved
from hkj_desktop.files.fix_keys import fingerprint
from hkj_desktop.system.atomic import reason_of

log = logging.getLogger(__name__)

VERSION = 1
ENDING = ".jsonl"
#: Days after which the changes of a catalogue that nobody opened again are forgotten.
KEPT_DAYS = 180
_DAY = 86_400

#: Held while a file is written to, and while one is read and mended: a line that is only half there would be cut off.
_AT_WORK = threading.Lock()

DO, UNDO, REDO = "do", "undo", "redo"


@dataclass(frozen=True)
class Step:
    """One line: what was done (``change`` for :data:`DO` alone)."""

    kind: str
    change: Change | None = None


@dataclass
class DraftFile:
    """Where the changes of one catalogue are kept. ``history``: what was found there."""

    path: Path
    head: dict[str, Any]
    history: History

    def add(self, steps: Sequence[Step]) -> None:
        """Write steps down; they are on the disk when this returns. Raises FileNotSaved, and then none of them is."""
        import orjson

        lines = []
        for step in steps:
            plain = {"step": step.kind} if step.change is None else {"step": step.kind, "change": step.change.plain()}
            lines.append(orjson.dumps(plain) + b"\n")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # With no buffer: what a full disk did not take must not be written when the stream is closed.
            with _AT_WORK, self.path.open("ab", buffering=0) as stream:
                size = stream.tell()
                # Asked of the file itself: another reading of the same catalogue may have begun it.
                head = b"" if size else orjson.dumps(self.head) + b"\n"
                try:
                    _write(stream, head + b"".join(lines))
                except OSError:
                    with suppress(OSError):
                        stream.truncate(size)  # half a line would hide all that is written behind it
                    raise
        except OSError as error:
            raise FileNotSaved(name=self.path.name, reason=reason_of(error)) from error

    def forget(self) -> None:
        """The changes are wanted no more. Raises FileNotSaved."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise FileNotSaved(name=self.path.name, reason=reason_of(error)) from error


def _write(stream: FileIO, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[stream.write(rest) :]
    os.fsync(stream.fileno())


def open_draft(folder: Path, source: Path, catalog: Catalog) -> DraftFile:
    """The changes that were made to this very catalogue at this place; with an empty history where there are none.

    ``catalog``: as it was read. A file that was changed since by another program is another catalogue.
    """
    mark = fingerprint(catalog)
    place = hashlib.sha256(str(source).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    path = folder / f"{place}-{mark[:24]}{ENDING}"
    head = {"version": VERSION, "name": source.name, "fingerprint": mark}
    made = DraftFile(path, head, History(Draft(catalog)))
    with _AT_WORK:
        _read(made)
    return made


def prune(folder: Path, now: float) -> None:
    """Forget the changes of catalogues that nobody touched for long; ``now`` in seconds since 1970."""
    for path in folder.glob(f"*{ENDING}*"):
        try:
            if now - path.stat().st_mtime > KEPT_DAYS * _DAY:
                path.unlink()
        except OSError as error:
            log.info("an old draft stays: %s", error)


def _read(made: DraftFile) -> None:
    path = made.path
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("earlier changes cannot be read: %s", error)
        return
    good = _replay(content, made)
    if not good:
        _set_aside(path)
    elif good < len(content):
        _cut(path, good)


def _replay(content: bytes, made: DraftFile) -> int:
    """Do again what the lines say; returns how many bytes of them are whole and make sense."""
    import orjson

    good = 0
    for line in content.splitlines(keepends=True):
        if not line.endswith(b"\n"):
            break
        try:
            entry = orjson.loads(line)
            if good == 0:
                if entry["version"] != VERSION or entry["fingerprint"] != made.head["fingerprint"]:
                    break
            else:
                _again(made.history, entry)
        except (AttributeError, KeyError, TypeError, ValueError, pl.exceptions.PolarsError):
            break
        good += len(line)
    return good


def _again(history: History, entry: dict[str, Any]) -> None:
    if entry["step"] == DO:
        change = Change.of_plain(entry["change"])
        base = history.draft.base
        at = pl.concat([change.cells["at"], change.left_out, change.put_in])
        keys = change.cells["key"]
        known = keys.str.starts_with(NEW) | keys.is_in(base.cells.columns)
        if not known.all() or not (at < len(base)).fill_null(value=False).all():
            raise ValueError(entry["step"])
        history.do(change)
    elif entry["step"] == UNDO:
        history.undo()
    elif entry["step"] == REDO:
        history.redo()
    else:
        raise ValueError(entry["step"])


def _cut(path: Path, length: int) -> None:
    log.info("the last change in %s was cut off by a crash", path.name)
    try:
        with path.open("r+b") as stream:
            stream.truncate(length)
    except OSError as error:
        log.warning("a draft could not be mended: %s", error)


def _set_aside(path: Path) -> None:
    """Of a newer version, or no draft at all: it is kept under another name."""
    log.info("a draft that is not understood is set aside: %s", path.name)
    try:
        path.replace(path.with_name(path.name + ".aside"))
    except OSError as error:
        log.warning("a draft could not be set aside: %s", error)
