"""HAQM's stores as the rest of the program knows a shop: a body of items in, an import to follow, verdicts by SKU."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import BinaryIO

from hkj_desktop.errors import Cancelled, FileDamaged, ReportExpired, ReportMissing
from hkj_desktop.remotes.haqm import HaqmStores
from hkj_desktop.remotes.haqm_report import read_report
from hkj_desktop.remotes.haqm_wire import Ingestion, IngestionStatus
from hkj_desktop.remotes.hkj import Format
from hkj_desktop.remotes.wire import (
    BatchId,
    BatchState,
    BatchStatus,
    BulkAccepted,
    Event,
    EventsAnswer,
    Verdict,
)
from hkj_desktop.system.cancel import CancelToken

#: How often an expired link is asked for anew in one look.
NEW_LINKS = 3
_STATES = {
    IngestionStatus.INQUEUE: BatchStatus.PENDING,
    IngestionStatus.INPROGRESS: BatchStatus.STARTED,
    IngestionStatus.DONE: BatchStatus.DONE,
    IngestionStatus.CANCELLED: BatchStatus.FAILED,
    IngestionStatus.FATAL: BatchStatus.FAILED,
}


class HaqmShop:
    """Fits :class:`hkj_desktop.remotes.shop.Shop`."""

    def __init__(self, stores: HaqmStores) -> None:
        self._stores = stores

    def __repr__(self) -> str:
        return f"HaqmShop({self._stores!r})"

    def events(self, events: list[Event]) -> EventsAnswer:
        raise ValueError(f"{len(events)} events for a system that takes none")

    def bulk(
        self,
        body: BinaryIO,
        *,
        size: int,
        filename: str,
        format: Format | None = None,  # noqa: A002, ARG002 - JSON is all that it takes
        raw: bool = False,  # noqa: ARG002 - there is one way
        on_bytes: Callable[[int], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> BulkAccepted:
        """Upload a JSON array of items. Raises FileDamaged where the body is not one of ``size`` bytes."""
        if cancel is not None:
            cancel.check()
        items = _items(body, size, filename)
        told = on_bytes or (lambda _: None)
        try:
            # The request is a little longer than the body; whoever has all of that may have all of it.
            ingestion_id = self._stores.upload(items, on_bytes=lambda count: told(min(count, size)), cancel=cancel)
        except Cancelled as stop:
            if stop.__cause__ is not None:  # after an attempt that may have arrived
                told(size)
            raise
        told(size)
        return BulkAccepted(ingestion_id, BatchStatus.PENDING, len(items))

    def batch(self, batch_id: BatchId) -> BatchState:
        """How far the ingestion is; with its end comes its report. A link that has run out is asked for anew."""
        last: ReportExpired | None = None
        for _ in range(NEW_LINKS):
            ingestion = self._stores.status(str(batch_id))
            if not ingestion.finished:
                return _state(ingestion)
            try:
                return self._finished(ingestion)
            except ReportExpired as error:
                last = error
        raise last or ReportMissing

    def _finished(self, ingestion: Ingestion) -> BatchState:
        if ingestion.report_link is None:
            if ingestion.status is IngestionStatus.DONE:
                raise ReportMissing(batch_id=ingestion.ingestion_id)
            return _state(ingestion, verdicts=())
        report = self._stores.report(ingestion.report_link)
        rows = read_report(report).rows
        verdicts = None if rows is None else tuple(Verdict(one.sku, one.store_id, one.ok, one.message) for one in rows)
        return _state(ingestion, verdicts=verdicts, report=report or None)

    def check_key(self) -> None:
        """Ask for an ingestion that does not exist: only who is let in is told so."""
        self._stores.check_access()


def _items(body: BinaryIO, size: int, filename: str) -> list[dict[str, str]]:
    try:
        content = body.read(size + 1)
    except OSError as error:
        raise FileDamaged(name=filename, detail="cannot be read to its end") from error
    if len(content) != size:
        raise FileDamaged(name=filename, detail="size changed while sending")
    try:
        items: list[dict[str, str]] = json.loads(content)
    except ValueError as error:
        raise FileDamaged(name=filename, detail="is no JSON") from error
    return items


def _state(
    ingestion: Ingestion, *, verdicts: tuple[Verdict, ...] | None = None, report: bytes | None = None
) -> BatchState:
    """How many items are done is told nowhere before the end."""
    status = _STATES.get(ingestion.status, BatchStatus.OTHER)
    failed = status is BatchStatus.FAILED
    cancelled = ingestion.status is IngestionStatus.CANCELLED
    return BatchState(
        batch_id=ingestion.ingestion_id,
        format="json",
        status=status,
        status_text=ingestion.status_text if status is BatchStatus.OTHER else status.value,
        total_rows=0,
        processed_rows=0,
        error_rows=0,
        error_kind=("cancelled" if cancelled else "system") if failed else None,
        error_summary=ingestion.status_text if failed else None,
        retriable=failed and not cancelled,
        errors=(),
        by_name=True,
        verdicts=verdicts,
        report=report,
    )
