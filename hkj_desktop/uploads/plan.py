"""What will be sent where and by which way, written down before anything leaves: the bodies as files, the plan in the
journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.products import FILS
from hkj_desktop.files.payload import write_payload
from hkj_desktop.remotes.hkj import MAX_EVENTS
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.compare import Comparison
from hkj_desktop.uploads.entries import Batch, Item, Step, Target, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import KEY_FIELDS
from hkj_desktop.uploads.parts import twin

#: Products in one body of the bulk import. The shop's own limit is not published; in bodies of this size an import
#: that is stopped or breaks off leaves little open, and the last answer is never far away.
BULK_MOST = 10_000
#: Up to so many products go as events: each gets its own answer, and nothing has to be waited for.
EVENTS_UP_TO = 50


@dataclass(frozen=True)
class Plan:
    """``chosen``: numbers of the products to send, ascending. ``format``: ``json``, ``csv`` or ``xml``.
    ``wanted``: the way that was asked for, ``via`` the one that was chosen. ``unchanged``: how many products stay here
    because the shop has them so. ``reverts``: the upload that is put back."""

    checked: Checked
    target: Target
    path: Path
    chosen: pl.Series
    format: str = "json"
    wanted: Via = Via.AUTO
    unchanged: int = 0
    reverts: str | None = None

    @property
    def via(self) -> Via:
        return choose_via(self.chosen.len(), self.format, self.wanted)

    @property
    def left_out(self) -> int:
        return self.checked.products.count - self.chosen.len() - self.unchanged


def candidates(checked: Checked, *, all_rows: bool = False) -> pl.Series:
    """The products that may be sent: those without errors; with ``all_rows`` every one, for the shop to judge."""
    return checked.every() if all_rows else checked.ready()


def choose_via(count: int, format_: str, wanted: Via = Via.AUTO) -> Via:
    """The way for ``count`` products: the one that is ``wanted``, else events for a few and bulk for many."""
    if wanted is not Via.AUTO:
        return wanted
    return Via.EVENTS if format_ == "json" and count <= EVENTS_UP_TO else Via.BULK


def ready_plan(
    checked: Checked,
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
    chosen = candidates(checked, all_rows=all_rows) if comparison is None else comparison.to_send()
    unchanged = 0 if comparison is None else comparison.same.len()
    return Plan(checked, target, path, chosen, format_, via, unchanged, reverts)


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
    files: list[Path] = []
    batches: list[Batch] = []
    done = 0
    most, format_ = (MAX_EVENTS, "json") if plan.via is Via.EVENTS else (BULK_MOST, plan.format)
    try:
        for n, part in enumerate(_parts(plan.chosen, most)):
            body = outbox / f"{upload_id}-{n}.{format_}"
            for path in dict.fromkeys((body, outbox / twin(body.name))):
                files.append(path)
                _write(plan.checked, part, path, cancel)
            batches.append(Batch(n, Step.PLANNED, body.name, body.stat().st_size, part.len(), via=plan.via))
            done += part.len()
            if written:
                written(done)
        return _record(plan, journal, batches, most, upload_id, now)
    except BaseException:
        for path in files:
            path.unlink(missing_ok=True)  # nobody would ever find it again
        raise


def _parts(chosen: pl.Series, most: int) -> Iterator[pl.Series]:
    return (chosen.slice(at, most) for at in range(0, max(chosen.len(), 1), most))


def _write(checked: Checked, part: pl.Series, path: Path, cancel: CancelToken | None) -> None:
    def fill(out: BinaryIO) -> None:
        write_payload(checked, part, path.suffix[1:], out, cancel=cancel)

    write_atomically(path, fill)


def _record(plan: Plan, journal: Journal, batches: list[Batch], most: int, upload_id: str, now: float) -> Upload:
    upload = Upload(
        id=upload_id,
        target=plan.target,
        file_name=plan.checked.catalog.name,
        file_path=str(plan.path),
        format=plan.format,
        products=plan.checked.products.count,
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
    journal.plan(upload, batches, _items(plan, most))
    return journal.upload(upload_id)


def _items(plan: Plan, most: int) -> Iterator[tuple[int, int, Item]]:
    """(batch, position in it, product), in the order of the file."""
    rows = plan.checked.products.rows.filter(pl.col("first") & pl.col("product").is_in(plan.chosen.implode()))
    # A price below zero may be sent for the shop to judge; it is no price to remember.
    priced = pl.when(pl.col(FILS) >= 0).then(pl.col(FILS)).alias(FILS)
    key = pl.coalesce(
        pl.when(pl.col(name).str.strip_chars() != "").then(pl.format(f"{name}:{{}}", pl.col(name)))
        for name in KEY_FIELDS
    )
    chosen = rows.select("product", "row", "sku", "title_en", "title_ar", priced, key=key)
    for at, (*values, key_) in enumerate(chosen.iter_rows()):
        yield at // most, at % most, replace(Item(*values), key=key_)
