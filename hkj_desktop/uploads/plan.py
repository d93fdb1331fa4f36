"""What will be sent where and by which way, written down before anything leaves: the bodies as files, the plan in the
journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import polars as pl

from hkj_desktop.files.payload import Payload
from hkj_desktop.remotes.hkj import MAX_EVENTS
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Destination
from hkj_desktop.uploads.compare import Comparison
from hkj_desktop.uploads.entries import Batch, Item, Step, Target, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.parts import twin

#: Up to so many products go as events: each gets its own answer, and nothing has to be waited for.
EVENTS_UP_TO = 50


@dataclass(frozen=True)
class Plan:
    """``chosen``: numbers of the units to send, ascending. ``format``: ``json``, ``csv`` or ``xml``.
    ``wanted``: the way that was asked for, ``via`` the one that was chosen. ``unchanged``: how many units stay here
    because the shop has them so. ``reverts``: the upload that is put back."""

    payload: Payload
    target: Target
    path: Path
    chosen: pl.Series
    format: str = "json"
    wanted: Via = Via.AUTO
    unchanged: int = 0
    reverts: str | None = None

    @property
    def via(self) -> Via:
        return choose_via(self.chosen.len(), self.format, self.payload.system, self.wanted)

    @property
    def left_out(self) -> int:
        return self.payload.count - self.chosen.len() - self.unchanged


def candidates(payload: Payload, *, all_rows: bool = False) -> pl.Series:
    """The units that may be sent: those without errors; with ``all_rows`` every one, for the shop to judge."""
    return payload.every() if all_rows else payload.ready()


def choose_via(count: int, format_: str, system: Destination, wanted: Via = Via.AUTO) -> Via:
    """The way for ``count`` units: the one that is ``wanted``, else events for a few and bulk for many; bulk where the
    system knows no events."""
    if not system.events:
        return Via.BULK
    if wanted is not Via.AUTO:
        return wanted
    return Via.EVENTS if format_ == "json" and count <= EVENTS_UP_TO else Via.BULK


def ready_plan(
    payload: Payload,
    target: Target,
    path: Path,
    *,
    all_rows: bool = False,
    format_: str = "json",
    via: Via = Via.AUTO,
    comparison: Comparison | None = None,
    reverts: str | None = None,
) -> Plan:
    """Send what may be sent (:func:`candidates`); with a ``comparison`` of these, only what is new or changed."""
    chosen = candidates(payload, all_rows=all_rows) if comparison is None else comparison.to_send()
    unchanged = 0 if comparison is None else comparison.same.len()
    return Plan(payload, target, path, chosen, format_, via, unchanged, reverts)


def write_plan(
    plan: Plan,
    journal: Journal,
    outbox: Path,
    *,
    upload_id: str,
    now: float,
    cancel: CancelToken | None = None,
    written: Callable[[int], None] | None = None,
) -> Upload:
    """Write the bodies into ``outbox`` and the plan into the journal; nothing is sent yet.

    Beside a CSV or XML body the same products are kept as JSON: parts of it that must be sent again come from there,
    and so does what is remembered of them.

    Raises FileNotSaved, JournalError or Cancelled.
    """
    bodies = _Bodies(plan, outbox, upload_id, cancel)
    try:
        for body, part in bodies.write_all():
            bodies.batches.append(Batch(len(bodies.batches), Step.PLANNED, body.name, body.stat().st_size, part.len(),
                                        via=plan.via))  # fmt: skip
            if written:
                written(sum(batch.products for batch in bodies.batches))
        return _record(plan, journal, bodies.batches, upload_id, now)
    except BaseException:
        for path in bodies.files:
            path.unlink(missing_ok=True)  # nobody would ever find it again
        raise


class _Bodies:
    """The files of a plan, none larger than the system takes where a body of one unit is not. ``files``: all that were
    written."""

    def __init__(self, plan: Plan, outbox: Path, upload_id: str, cancel: CancelToken | None) -> None:
        self._plan = plan
        self._outbox = outbox
        self._upload_id = upload_id
        self._cancel = cancel
        self.files: list[Path] = []
        self.batches: list[Batch] = []

    def write_all(self) -> Iterator[tuple[Path, pl.Series]]:
        """Each body with the units in it; ``batches`` must have the one before by then."""
        plan, system = self._plan, self._plan.payload.system
        most, format_ = (MAX_EVENTS, "json") if plan.via is Via.EVENTS else (system.most, plan.format)
        parts = [plan.chosen.slice(at, most) for at in range(0, max(plan.chosen.len(), 1), most)]
        while parts:
            part = parts.pop(0)
            body = self._outbox / f"{self._upload_id}-{len(self.batches)}.{format_}"
            self._write(part, body)
            if system.most_bytes and body.stat().st_size > system.most_bytes and part.len() > 1:
                half = (part.len() + 1) // 2
                parts[:0] = [part.slice(0, half), part.slice(half)]
                continue
            if twin(body.name) != body.name:
                self._write(part, self._outbox / twin(body.name))
            yield body, part

    def _write(self, part: pl.Series, path: Path) -> None:
        def fill(out: BinaryIO) -> None:
            self._plan.payload.write(part, path.suffix[1:], out, cancel=self._cancel)

        self.files.append(path)
        write_atomically(path, fill)


def _record(plan: Plan, journal: Journal, batches: list[Batch], upload_id: str, now: float) -> Upload:
    upload = Upload(
        id=upload_id,
        target=plan.target,
        file_name=plan.payload.checked.catalog.name,
        file_path=str(plan.path),
        format=plan.format,
        products=plan.payload.count,
        left_out=plan.left_out,
        created=now,
        changed=now,
        outcome=None,
        error_code=None,
        error_params={},
        planned=plan.chosen.len(),
        accepted=0,
        rejected=0,
        unknown=0,
        unchanged=plan.unchanged,
        via=plan.wanted,
        reverts=plan.reverts,
    )
    journal.plan(upload, batches, _items(plan, batches))
    return journal.upload(upload_id)


def _items(plan: Plan, batches: list[Batch]) -> Iterator[tuple[int, int, Item]]:
    """(batch, position in it, unit), in the order of the file."""
    rows = plan.payload.entries(plan.chosen).iter_rows(named=True)
    for batch in batches:
        for at, row in enumerate(islice(rows, batch.products)):
            yield batch.n, at, Item(**row)
