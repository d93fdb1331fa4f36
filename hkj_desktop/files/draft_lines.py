"""Changes as lines of JSON, and back: a head, then the steps in their order.

A step is one line: ``do`` with the change, ``undo`` or ``redo``. A change of many cells is several: lines that say
``part``, then the ``do``, which says how many of them there are; without it they do not count. So neither writing nor
reading keeps the interpreter to itself for long (measured.md).
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from hkj_desktop.catalog.edits import Change

VERSION = 1
DO, UNDO, REDO = "do", "undo", "redo"
_PART = "part"
#: Cells of one line.
SOME_CELLS = 5_000

#: What reading raises over a line that is none of ours.
DAMAGED = (AttributeError, KeyError, TypeError, ValueError, OverflowError, pl.exceptions.PolarsError)

#: Positions of rows → the SKU that each had in the file, null where it has none of its own.
Skus = Callable[[pl.Series], list[str | None]]
SKUS: dict[str, pl.DataType] = {"at": pl.UInt32(), "sku": pl.String()}


@dataclass(frozen=True, eq=False)
class Step:
    """What was done (``change`` for :data:`DO` alone). ``skus``: what is known of the rows that it is about, a frame
    with the columns of :data:`SKUS`; as it was read, nobody gives it to be written."""

    kind: str
    change: Change | None = None
    skus: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SKUS))


# -- writing ----------------------------------------------------------------------------------------------------------


def head_line(head: dict[str, Any]) -> bytes:
    return _line(head)


def step_lines(step: Step, skus: Skus | None = None) -> Iterator[bytes]:
    """The lines of ``step``, one after the other as they are asked for."""
    change = step.change
    if change is None:
        yield _line({"step": step.kind})
        return
    parts = list(change.cells.iter_slices(SOME_CELLS)) or [change.cells]
    for part in parts[:-1]:
        plain = Change(change.name, part).plain()
        yield _line({"step": _PART, "cells": plain["cells"], **_told(skus, part["at"])})
        time.sleep(0)
    last = replace(change, cells=parts[-1])
    counted = {"parts": len(parts) - 1} if len(parts) > 1 else {}
    at = pl.concat([last.cells["at"], last.left_out.alias("at")])
    yield _line({"step": step.kind, "change": last.plain(), **_told(skus, at), **counted})


def _told(skus: Skus | None, at: pl.Series) -> dict[str, Any]:
    """SKUs in the order of their rows, each row once."""
    return {} if skus is None else {"skus": skus(_rows(at))}


def _rows(at: pl.Series) -> pl.Series:
    return pl.Series("at", sorted(set(at)), dtype=pl.UInt32)


def _line(data: dict[str, Any]) -> bytes:
    import orjson

    return orjson.dumps(data) + b"\n"


# -- reading ----------------------------------------------------------------------------------------------------------


class Lines:
    """Reads what was written. ``end``: how many bytes hold the head and the steps so far."""

    def __init__(self, content: bytes) -> None:
        self._stream = io.BytesIO(content)
        self.end = 0

    def head(self) -> dict[str, Any]:
        """The first line. Raises one of :data:`DAMAGED` where it is no head, or that of a newer version."""
        head = self._next()
        if head is None or head["version"] != VERSION:
            raise ValueError
        self.end = self._stream.tell()
        return dict(head)

    def steps(self, *, skus: bool = False) -> Iterator[Step]:
        """The steps behind the head, as far as they are whole; ``end`` counts one when the next is asked for. Raises
        one of :data:`DAMAGED`. ``skus``: read these too."""
        parts: list[Step] = []
        while (entry := self._next()) is not None:
            step = _step(entry, skus=skus)  # at once: so many texts take their time to go as well
            if step.kind == _PART:
                parts.append(step)
                continue
            if len(parts) != entry.get("parts", 0):
                raise ValueError(step.kind)
            yield _joined(parts, step) if parts else step
            parts = []
            self.end = self._stream.tell()

    def _next(self) -> Any:
        import orjson

        line = self._stream.readline()
        return orjson.loads(line) if line.endswith(b"\n") else None


def _step(entry: dict[str, Any], *, skus: bool) -> Step:
    kind = str(entry["step"])
    if kind == _PART:
        change = Change.of_plain({"name": kind, "params": {}, "out": [], "in": [], "cells": entry["cells"]})
    elif kind == DO:
        change = Change.of_plain(entry["change"])
    else:
        return Step(kind)
    if not skus or "skus" not in entry:
        return Step(kind, change)
    at = _rows(pl.concat([change.cells["at"], change.left_out.alias("at")]))
    return Step(kind, change, pl.DataFrame({"at": at, "sku": entry["skus"]}, schema=SKUS))


def _joined(parts: list[Step], last: Step) -> Step:
    if last.change is None:
        raise ValueError(last.kind)
    steps = [*parts, last]
    cells = pl.concat([step.change.cells for step in steps if step.change is not None])
    return Step(last.kind, replace(last.change, cells=cells), pl.concat([step.skus for step in steps]))
