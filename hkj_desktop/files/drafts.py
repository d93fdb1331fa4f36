"""Changes that were made to a catalogue, kept beside it: written down as they are made, so that a crash loses none.

A file of lines (draft_lines.py) for each catalogue: the first says which one it is, the others are steps. It is only
ever added to. A line that a crash cut off is left out, with what is behind it. The person's own file is never written
to.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from io import FileIO
from pathlib import Path
from typing import Any

import polars as pl

from hkj_desktop.catalog.edits import NEW, Change, Draft, History
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileNotSaved
from hkj_desktop.files.draft_folder import ENDING, KEPT_DAYS, place_of, prune, touch
from hkj_desktop.files.draft_lines import DAMAGED, DO, REDO, UNDO, VERSION, Lines, Step, head_line, step_lines
from hkj_desktop.files.earlier import Earlier, find_earlier
from hkj_desktop.files.fix_keys import fingerprints
from hkj_desktop.system.atomic import reason_of

log = logging.getLogger(__name__)

#: Held while a file is written to, and while one is read and mended: a line that is only half there would be cut off.
_AT_WORK = threading.Lock()


@dataclass
class DraftFile:
    """Where the changes of one catalogue are kept. ``history``: what was found there. ``sku``: the key of the column
    with the SKU, by which rows are found again when the file is another one. ``earlier``: where nothing was ever
    changed here, what was changed in the file that stood at this place before; its ``change`` is what to make of it.
    Adding no step at all says that it is not wanted."""

    path: Path
    head: dict[str, Any]
    history: History
    sku: str | None = None
    earlier: Earlier | None = None

    def add(self, steps: Sequence[Step]) -> None:
        """Write steps down; they are on the disk when this returns. Raises FileNotSaved, and then none of them is."""
        skus = None if self.sku is None else self._skus_at
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # With no buffer: what a full disk did not take must not be written when the stream is closed.
            with _AT_WORK, self.path.open("ab", buffering=0) as stream:
                size = stream.tell()
                try:
                    # Asked of the file itself: another reading of the same catalogue may have begun it.
                    if not size:
                        _write(stream, head_line(self.head))
                    for step in steps:
                        for line in step_lines(step, skus):
                            _write(stream, line)
                    os.fsync(stream.fileno())
                except BaseException:
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

    @cached_property
    def _own_skus(self) -> pl.Series:
        """The SKU of each row, as it was read; null where other rows have it too."""
        cells = self.history.draft.base.cells.select(sku=self.sku or "")
        return cells.select(pl.when(pl.col("sku").is_unique()).then("sku")).to_series()

    def _skus_at(self, at: pl.Series) -> list[str | None]:
        return self._own_skus[at].to_list() if at.len() else []


def _write(stream: FileIO, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[stream.write(rest) :]


def open_draft(
    folder: Path, source: Path, catalog: Catalog, mapping: Mapping | None = None, now: float | None = None
) -> DraftFile:
    """The changes that were made to this very catalogue at this place; with an empty history where there are none.

    ``catalog``: as it was read, and ``mapping``, what its columns are. A file that was changed since by another program
    is another catalogue (:attr:`DraftFile.earlier`). ``now``: seconds since 1970, None for what the disk says.
    """
    mark, marks = fingerprints(catalog)
    place = place_of(source)
    path = folder / f"{place}-{mark[:24]}{ENDING}"
    columns = [[column.key, column.header, marks[column.key]] for column in catalog.columns]
    head = {
        "version": VERSION,
        "name": source.name,
        "fingerprint": mark,
        "sheet": catalog.sheet,
        "columns": columns,
    }
    sku = mapping.column_of("sku") if mapping is not None else None
    made = DraftFile(path, head, History(Draft(catalog)), sku.key if sku is not None else None)
    with _AT_WORK:
        known = _read(made)
    if known:
        touch(path, now)
    else:
        made.earlier = find_earlier(folder.glob(f"{place}-*{ENDING}"), catalog, columns, mapping)
    return made


def _read(made: DraftFile) -> bool:
    """Whether there is such a file, and it is ours."""
    path = made.path
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return False
    except OSError as error:
        log.warning("earlier changes cannot be read: %s", error)
        return True
    good = _replay(content, made)
    if not good:
        _set_aside(path)
    elif good < len(content):
        _cut(path, good)
    return good > 0


def _replay(content: bytes, made: DraftFile) -> int:
    """Do again what the lines say; returns how many bytes of them are whole and make sense."""
    lines = Lines(content)
    try:
        if lines.head()["fingerprint"] != made.head["fingerprint"]:
            return 0
        for step in lines.steps():
            _again(made.history, step)
    except DAMAGED as error:
        log.info("a change that is not understood ends the earlier ones: %s", type(error).__name__)
    return lines.end


def _again(history: History, step: Step) -> None:
    if step.kind == UNDO:
        history.undo()
    elif step.kind == REDO:
        history.redo()
    elif step.kind == DO and step.change is not None:
        _check(history.draft.base, step.change)
        history.do(step.change)
    else:
        raise ValueError(step.kind)


def _check(base: Catalog, change: Change) -> None:
    """Raise ValueError for a change of rows or columns that the catalogue does not have."""
    at = pl.concat([change.cells["at"], change.left_out, change.put_in])
    keys = change.cells["key"]
    known = keys.str.starts_with(NEW) | keys.is_in(base.cells.columns)
    if not known.all() or not (at < len(base)).fill_null(value=False).all():
        raise ValueError(change.name)


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


__all__ = [
    "DO",
    "ENDING",
    "KEPT_DAYS",
    "REDO",
    "UNDO",
    "DraftFile",
    "Earlier",
    "Step",
    "open_draft",
    "prune",
]
