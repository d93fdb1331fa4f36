"""What will be sent where, written down before anything leaves: the body as a file, the plan in the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.products import FILS
from hkj_desktop.files.payload import write_payload
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.entries import Batch, Item, Step, Target, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.parts import twin


@dataclass(frozen=True)
class Plan:
    """``chosen``: numbers of the products to send, ascending. ``format``: ``json``, ``csv`` or ``xml``."""

    checked: Checked
    target: Target
    path: Path
    chosen: pl.Series
    format: str = "json"

    @property
    def left_out(self) -> int:
        return self.checked.products.count - self.chosen.len()


def ready_plan(checked: Checked, target: Target, path: Path, *, all_rows: bool = False, format_: str = "json") -> Plan:
    """Send the products without errors; with ``all_rows``, every product, for the shop to judge."""
    return Plan(checked, target, path, checked.every() if all_rows else checked.ready(), format_)


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
    """Write the body into ``outbox`` and the plan into the journal; nothing is sent yet.

    Beside a CSV or XML body the same products are kept as JSON: parts of it that must be sent again come from there.

    Raises FileNotSaved, JournalError or Cancelled.
    """
    body = outbox / f"{upload_id}-0.{plan.format}"

    def fill(out: BinaryIO) -> None:
        write_payload(plan.checked, plan.chosen, plan.format, out, cancel=cancel, written=written)

    def fill_twin(out: BinaryIO) -> None:
        write_payload(plan.checked, plan.chosen, "json", out, cancel=cancel)

    beside = outbox / twin(body.name)
    write_atomically(body, fill)
    try:
        if beside != body:
            write_atomically(beside, fill_twin)
        return _record(plan, journal, body, upload_id, now)
    except BaseException:
        for path in (body, beside):
            path.unlink(missing_ok=True)  # nobody would ever find it again
        raise


def _record(plan: Plan, journal: Journal, body: Path, upload_id: str, now: float) -> Upload:
    size = body.stat().st_size
    count = plan.chosen.len()
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
        planned=count,
        accepted=0,
        rejected=0,
        unknown=0,
    )
    rows = plan.checked.products.rows.filter(pl.col("first") & pl.col("product").is_in(plan.chosen.implode()))
    # A price below zero may be sent for the shop to judge; it is no price to remember.
    priced = pl.when(pl.col(FILS) >= 0).then(pl.col(FILS)).alias(FILS)
    items = (
        (0, at, Item(*values))
        for at, values in enumerate(rows.select("product", "row", "sku", "title_en", "title_ar", priced).iter_rows())
    )
    journal.plan(upload, [Batch(0, Step.PLANNED, body.name, size, count)], items)
    return journal.upload(upload_id)
