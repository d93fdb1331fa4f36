"""The background work of the practice stores: INQUEUE → INPROGRESS → DONE, piece by piece, and the report.

It keeps the pace of the HKJ imports, and is settled like them when its server ends or was killed.
"""

from __future__ import annotations

import asyncio
import csv
import io
import logging
import sqlite3
import uuid
from collections.abc import Awaitable, Callable, Iterable, Sequence

from hkj_desktop.practice.haqm_store import CANCELLED, DONE, FATAL, INPROGRESS, Ingestion
from hkj_desktop.practice.haqm_validate import Item, item_fault
from hkj_desktop.practice.importer import ABANDONED_SECONDS, PENDING_SECONDS, PIECE_WITHOUT_PAUSE, PIECES_PER_SECOND
from hkj_desktop.practice.shops import Settings
from hkj_desktop.practice.store import Store

REPORT_COLUMNS = ("item_sku", "store_id", "status", "message")

_log = logging.getLogger(__name__)


class Ingestions:
    """Runs the ingestions of one server as tasks of its event loop."""

    def __init__(self, store: Store, settings: Settings, *, clock: Callable[[], float],
                 sleep: Callable[[float], Awaitable[None]]) -> None:  # fmt: skip
        self._store = store
        self._settings = settings
        self._clock = clock
        self._sleep = sleep
        self._running: dict[str, tuple[Ingestion, asyncio.Task[None]]] = {}

    def start(self, retailer: int, items: Sequence[Item]) -> Ingestion:
        """Write down a new ingestion and begin with it in the background. A scripted end is used up here."""
        with self._store.transaction():
            ingestion = self._store.haqm.new_ingestion(str(uuid.uuid4()), retailer)
        end, self._settings.haqm_end_next = self._settings.haqm_end_next, None
        task = asyncio.create_task(self._run(ingestion, items, end or DONE), name=f"ingestion {ingestion.id}")
        self._running[ingestion.id] = (ingestion, task)
        task.add_done_callback(lambda _: self._running.pop(ingestion.id, None))
        return ingestion

    def look_up(self, retailer: int, ingestion_id: str) -> Ingestion | None:
        """This retailer's ingestion. One that its server left behind unfinished is settled as FATAL here."""
        ingestion = self._store.haqm.ingestion(retailer, ingestion_id)
        if ingestion is None or ingestion.ended or ingestion.id in self._running:
            return ingestion
        if self._clock() - ingestion.touched_at > ABANDONED_SECONDS:
            self._settle(ingestion, FATAL)
        return ingestion

    async def stop(self) -> None:
        """End everything that runs; each is settled as FATAL, to be sent again."""
        running = list(self._running.values())
        for _, task in running:
            task.cancel()
        await asyncio.gather(*(task for _, task in running), return_exceptions=True)
        for ingestion, _ in running:
            if not ingestion.ended:
                self._settle(ingestion, FATAL)

    async def _run(self, ingestion: Ingestion, items: Sequence[Item], end: str) -> None:
        try:
            await self._ingest(ingestion, items, end)
        except sqlite3.Error:
            _log.exception("ingestion %s stopped", ingestion.id)
            self._settle(ingestion, FATAL)

    async def _ingest(self, ingestion: Ingestion, items: Sequence[Item], end: str) -> None:
        if self._settings.pace:
            await self._sleep(PENDING_SECONDS)
        if end == CANCELLED:  # while it still waited for its turn: nothing is in
            self._settle(ingestion, CANCELLED)
            return
        self._settle(ingestion, INPROGRESS)
        # A FATAL one breaks off in the middle: half of the items are in, as in real life.
        last = len(items) if end == DONE else len(items) // 2
        rows: list[tuple[str, ...]] = []
        while len(rows) < last:
            pace = self._settings.pace
            piece = PIECE_WITHOUT_PAUSE if not pace else max(1, round(pace / PIECES_PER_SECOND))
            taken = items[len(rows) : min(len(rows) + piece, last)]
            with self._store.transaction():
                rows += [self._take(item) for item in taken]
                self._store.haqm.save_ingestion(ingestion)
            await self._sleep(len(taken) / pace if pace else 0)
        self._settle(ingestion, end, _report(rows) if end == DONE else None)

    def _take(self, item: Item) -> tuple[str, ...]:
        """Check and store one item; its row of the report."""
        sku, store = str(item["item_sku"]), str(item["store_id"])
        fault = item_fault(item)
        if fault is None:
            fault = self._settings.haqm_reject.get(sku)
        if fault is not None:
            return sku, store, "FAILURE", fault
        self._store.haqm.upsert(item)
        return sku, store, "SUCCESS", ""

    def _settle(self, ingestion: Ingestion, status: str, report: str | None = None) -> None:
        ingestion.status = status
        with self._store.transaction():
            self._store.haqm.save_ingestion(ingestion, report)


def _report(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(REPORT_COLUMNS)
    table.writerows(rows)
    return text.getvalue()
