"""The background work of the practice shop: a batch goes pending → started → done or failed, piece by piece."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Sequence

from hkj_desktop.practice.parse import Parsed
from hkj_desktop.practice.shops import Settings, Shop
from hkj_desktop.practice.store import Batch, Store
from hkj_desktop.practice.validate import Accepted, Refused, check_product, natural_key

ERRORS_SHOWN = 200  # specification: "capped at the first 200"; error_rows goes on counting
FIRST_ROW = 1  # errors[].row counts products from 1 after merging; nobody has told us, so it is said once, here
ABANDONED_SECONDS = 10.0  # an import that nobody has touched for so long belonged to a server that was killed

PIECE_WITHOUT_PAUSE = 250  # products in one transaction when there is no pause
PIECES_PER_SECOND = 10
PENDING_SECONDS = 0.3  # so that a person sees "pending" at all; none without a pace

SUMMARY = "{imported} of {total} rows imported; {errors} skipped — see the errors below."  # the specification's words
FAILED_SUMMARY = {
    "system": "The import stopped because of a problem on our side. Please send the file again.",
    "invalid_data": "The data in this file cannot be imported. Fix the file and upload it again.",
}

_log = logging.getLogger(__name__)


class Importer:
    """Runs the imports of one server as tasks of its event loop."""

    def __init__(self, store: Store, settings: Settings, *, clock: Callable[[], float],
                 sleep: Callable[[float], Awaitable[None]]) -> None:  # fmt: skip
        self._store = store
        self._settings = settings
        self._clock = clock
        self._sleep = sleep
        self._running: dict[int, tuple[Batch, asyncio.Task[None]]] = {}

    def start(self, shop: Shop, declared: str, parsed: Parsed) -> Batch:
        """Write down a new batch and begin with it in the background. A scripted failure is used up here."""
        with self._store.transaction():
            batch = self._store.new_batch(shop.id, declared, len(parsed.products))
        failure, self._settings.fail_next = self._settings.fail_next, None
        task = asyncio.create_task(self._run(batch, parsed, failure), name=f"import {batch.id}")
        self._running[batch.id] = (batch, task)
        task.add_done_callback(lambda _: self._running.pop(batch.id, None))
        return batch

    def look_up(self, shop: Shop, batch_id: int) -> Batch | None:
        """This shop's batch. One that its server left behind unfinished is settled as failed here."""
        batch = self._store.batch(shop.id, batch_id)
        if batch is None or batch.ended or batch.id in self._running:
            return batch
        if self._clock() - batch.touched_at > ABANDONED_SECONDS:
            self._fail(batch, "system")
        return batch

    async def stop(self) -> None:
        """End every import that runs; each is settled as failed, to be sent again."""
        running = list(self._running.values())
        for _, task in running:
            task.cancel()
        await asyncio.gather(*(task for _, task in running), return_exceptions=True)
        for batch, _ in running:
            if not batch.ended:
                self._fail(batch, "system")

    async def _run(self, batch: Batch, parsed: Parsed, failure: str | None) -> None:
        try:
            await self._import(batch, parsed, failure)
        except sqlite3.Error:
            _log.exception("import %s stopped", batch.id)
            self._fail(batch, "system")

    async def _import(self, batch: Batch, parsed: Parsed, failure: str | None) -> None:
        if self._settings.pace:
            await self._sleep(PENDING_SECONDS)
        if failure == "invalid_data":
            self._fail(batch, failure)
            return
        batch.status = "started"
        with self._store.transaction():
            self._store.save_batch(batch)
        # A failure on the system's side comes in the middle: half of the rows are in, as in real life.
        end = len(parsed.products) if failure is None else len(parsed.products) // 2
        done = 0
        while done < end:
            pace = self._settings.pace
            piece = PIECE_WITHOUT_PAUSE if not pace else max(1, round(pace / PIECES_PER_SECOND))
            rows = parsed.products[done : min(done + piece, end)]
            with self._store.transaction():
                self._take(batch, rows, done, digits_as_text=parsed.digits_as_text)
                self._store.save_batch(batch)
            done += len(rows)
            await self._sleep(len(rows) / pace if pace else 0)
        if failure is not None:
            self._fail(batch, failure)
            return
        # "A few bad rows still yield done": what a file of bad rows alone yields is nowhere said, so: the same.
        batch.status = "done"
        if batch.error_rows:
            batch.error_summary = SUMMARY.format(
                imported=batch.processed_rows, total=batch.total_rows, errors=batch.error_rows
            )
        with self._store.transaction():
            self._store.save_batch(batch)

    def _take(self, batch: Batch, rows: Sequence[object], before: int, *, digits_as_text: bool) -> None:
        """Check and store one piece; ``before``: how many products came ahead of it."""
        for number, given in enumerate(rows, start=before + FIRST_ROW):
            verdict = judge(given, self._settings, digits_as_text=digits_as_text)
            if isinstance(verdict, Accepted):
                self._store.upsert(batch.shop, verdict.product)
                batch.processed_rows += 1
                continue
            batch.error_rows += 1
            if len(batch.errors) < ERRORS_SHOWN:
                batch.errors.append({"row": number, "error": verdict.error})

    def _fail(self, batch: Batch, kind: str) -> None:
        batch.status = "failed"
        batch.error_kind = kind
        batch.error_summary = FAILED_SUMMARY[kind]
        with self._store.transaction():
            self._store.save_batch(batch)


def judge(given: object, settings: Settings, *, digits_as_text: bool) -> Accepted | Refused:
    """What becomes of one product: the rules, and then what a person or a test has scripted for its sku."""
    verdict = check_product(given, digits_as_text=digits_as_text)
    if isinstance(verdict, Refused):
        return verdict
    key = natural_key(verdict.product)
    scripted = settings.reject.get(key[1]) if key else None
    return Refused(scripted) if scripted is not None else verdict
