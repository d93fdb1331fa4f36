"""Brings one batch to its end: sends it by its way, follows the import, and writes every step down before it is
taken."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from hkj_desktop.errors import (
    BatchMissing,
    Cancelled,
    ConnectFailed,
    FileDamaged,
    FileMissing,
    FileNotAllowed,
    RemoteError,
    ShopSilent,
)
from hkj_desktop.remotes.hkj import Format, never_sent
from hkj_desktop.remotes.http import may_have_arrived, passing
from hkj_desktop.remotes.shop import Shop
from hkj_desktop.remotes.wire import BatchId, BatchState, BulkAccepted, EventsAnswer, product_upserted
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Destination, destination
from hkj_desktop.system.logs import redact
from hkj_desktop.uploads.by_name import counted, settle_by_name
from hkj_desktop.uploads.entries import Batch, Step, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outbox import keep_report
from hkj_desktop.uploads.outcome import Fate, Settlement, settle, settle_events
from hkj_desktop.uploads.parts import products, twin
from hkj_desktop.uploads.polling import Look
from hkj_desktop.uploads.progress import Progress, Stage

Tell = Callable[[Progress], None]
Waits = Callable[[float, Destination], Generator[float, Look, None]]
Answer = TypeVar("Answer")


def event_id(upload_id: str, product: int) -> str:
    """The same for one product of one upload, so that no retry applies it twice; another one in every upload, so that
    going back to an old price is no repetition. ``product``: its number in the file."""
    return f"{upload_id}-{product}"


@dataclass(frozen=True)
class Errand:
    """One batch on its way. ``progress``: what is known of all the other batches."""

    upload: Upload
    batch: Batch
    progress: Progress
    cancel: CancelToken
    report: Tell

    @property
    def system(self) -> Destination:
        return destination(self.upload.target.destination)


class Carrier:
    """``clock``: seconds since 1970. ``waits(grace, system)``: seconds between looks (polling.py); ``grace``: for so
    many seconds without an answer we go on asking about an import; ``reach``: for so many we try to reach a shop that
    is away before it has anything. ``requests``: how often the shop was asked."""

    def __init__(
        self, shop: Shop, journal: Journal, outbox: Path, *, clock: Callable[[], float], waits: Waits,
        grace: float, reach: float,
    ) -> None:  # fmt: skip
        self._shop = shop
        self._journal = journal
        self._outbox = outbox
        self._clock = clock
        self._waits = waits
        self._grace = grace
        self._reach = reach
        self.requests = 0

    def carry(self, errand: Errand) -> Settlement:
        """Bring the batch to its end. Raises a RemoteError, FileError, JournalError or Cancelled; the journal then says
        where it stands."""
        if errand.batch.via is Via.EVENTS:
            return self._events(errand)
        return self._follow(self.deliver(errand))

    def deliver(self, errand: Errand) -> Errand:
        """Send the body, where the shop has not taken it yet; what is to be followed then. Raises as ``carry``."""
        batch = errand.batch
        if batch.state is not Step.TAKEN:
            accepted = self._deliver(errand, lambda: self._send(errand), never_sent)
            batch = replace(batch, state=Step.TAKEN, batch_id=accepted.batch_id, total_rows=accepted.total_rows)
        sent = errand.progress.bytes_sent + batch.size
        return replace(errand, batch=batch, progress=replace(errand.progress, bytes_sent=sent, batch_id=batch.batch_id))

    def _deliver(self, errand: Errand, send: Callable[[], Answer], may_repeat: Callable[[RemoteError], bool]) -> Answer:
        """``send`` until it gets through. What may be repeated is, while the shop cannot be reached."""
        schedule = self._waits(self._reach, errand.system)
        next(schedule)
        before = self._clock()
        while True:
            errand.cancel.check()
            try:
                return send()
            except RemoteError as error:
                if not may_repeat(error) or error.params.get("reason") == "proxy_password":
                    raise
                now = self._clock()
                seconds = _next(schedule, Look(now - before, answered=False, pause=_pause(error)))
                if seconds is None:
                    raise
                before = now
                errand.report(self._troubled(errand.progress, error))
            if errand.cancel.wait(seconds):
                raise Cancelled

    def _send(self, errand: Errand) -> BulkAccepted:
        upload, batch, progress = errand.upload, errand.batch, errand.progress
        sent = 0

        def on_bytes(count: int) -> None:
            nonlocal sent
            sent = count
            errand.report(replace(progress, bytes_sent=progress.bytes_sent + count, requests=self.requests))

        # What was sent before may have arrived then, whatever becomes of it now.
        refused = (Step.REFUSED, Fate.UNKNOWN if batch.undecided else Fate.PLANNED)
        try:
            opened = (self._outbox / batch.body).open("rb")
        except FileNotFoundError as error:
            raise FileMissing(name=batch.body) from error
        except OSError as error:
            raise FileNotAllowed(name=batch.body) from error
        try:
            with opened as body:
                self._journal.step(upload.id, batch.n, Step.SENDING, Fate.UNKNOWN)
                self.requests += 1
                accepted = self._shop.bulk(
                    body,
                    size=batch.size,
                    filename=batch.body,
                    format=cast("Format", batch.format),
                    on_bytes=on_bytes,
                    cancel=errand.cancel,
                )
        except (Cancelled, FileDamaged):
            # An incomplete body is thrown away by the server; a complete one it may have taken.
            whole = sent >= batch.size
            self._journal.step(upload.id, batch.n, *((Step.LOST, Fate.UNKNOWN) if whole else refused))
            raise
        except RemoteError as error:
            if may_have_arrived(error):
                refused = (Step.LOST, Fate.UNKNOWN)
            elif error.earlier is not None:  # an attempt before this one may have arrived
                refused = (Step.REFUSED, Fate.UNKNOWN)
            self._journal.step(upload.id, batch.n, *refused)
            raise
        self._journal.taken(upload.id, batch.n, accepted.batch_id, accepted.total_rows)
        return accepted

    def _follow(self, errand: Errand) -> Settlement:
        """Look at the import until it is finished, nobody wants to wait any more, or the shop has lost it."""
        batch, upload = errand.batch, errand.upload
        progress = replace(errand.progress, stage=Stage.IMPORTING, answered=self._clock(), requests=self.requests)
        errand.report(progress)
        system = errand.system
        schedule = self._waits(self._grace, system)
        seconds: float | None = next(schedule)
        before = self._clock()
        last: object = None
        while seconds is not None:
            if errand.cancel.wait(seconds):
                raise Cancelled
            trouble: RemoteError | None = None
            self.requests += 1
            try:
                state = _without_key(self._shop.batch(cast("BatchId", batch.batch_id)))
            except BatchMissing:
                self._journal.step(upload.id, batch.n, Step.LOST, Fate.UNKNOWN)
                raise
            except RemoteError as error:
                if not passing(error) or error.params.get("reason") == "proxy_password":
                    raise
                trouble = error
                progress = self._troubled(progress, error)
                errand.report(progress)
            else:
                if state.finished:
                    return self._settled(errand, progress, state)
                self._journal.progress(upload.id, batch.n, state)
                progress = self._seen(errand, progress, state)
                errand.report(progress)
            now, news = self._clock(), (progress.done, "" if trouble else state.status_text)
            look = Look(now - before, trouble is None and news != last, trouble is None, _pause(trouble))
            before, last = now, last if trouble else news
            seconds = _next(schedule, look)
            if seconds is None and trouble is not None:
                raise trouble
        raise ShopSilent(minutes=round(system.patience / 60))

    def _settled(self, errand: Errand, progress: Progress, state: BatchState) -> Settlement:
        """The import has ended: what that means for each unit is written down at once."""
        upload, batch = errand.upload, errand.batch
        if state.by_name:
            if state.report is not None:
                keep_report(self._outbox, upload.id, batch.n, state.report)
            settlement = settle_by_name(state, self._journal.names(upload.id, batch.n), batch.products)
            state = counted(state, settlement)
        else:
            settlement = settle(state, batch.products)
        self._journal.settle(upload.id, batch.n, state, settlement)
        errand.report(self._seen(errand, progress, state))
        return settlement

    def _seen(self, errand: Errand, progress: Progress, state: BatchState) -> Progress:
        done = min(state.processed_rows + state.error_rows, errand.batch.products)
        return replace(
            progress,
            done=errand.progress.done + done,
            rejected=errand.progress.rejected + min(state.error_rows, done),
            answered=self._clock(),
            trouble=None,
            reason=None,
            requests=self.requests,
        )

    def _events(self, errand: Errand) -> Settlement:
        """Send the batch as events. A batch that was under way when the program ended goes again: what was applied
        then is a ``duplicate`` now."""
        upload, batch = errand.upload, errand.batch
        numbers = self._journal.numbers(upload.id, batch.n)
        contents = list(products(self._outbox / twin(batch.body), batch.products))
        ids = {at: event_id(upload.id, product) for at, product in sorted(numbers.items())}
        events = [product_upserted(id_, contents[at]) for at, id_ in ids.items()]
        doubt: BaseException | None = None  # the end of an attempt that may have arrived

        def ended(now: BaseException | None, *, arrived: bool) -> None:
            nonlocal doubt
            doubt = doubt or now
            fate = Fate.UNKNOWN if doubt or batch.undecided else Fate.PLANNED
            self._journal.step(upload.id, batch.n, Step.LOST if arrived else Step.REFUSED, fate)

        def send() -> EventsAnswer:
            self._journal.step(upload.id, batch.n, Step.SENDING, Fate.UNKNOWN)
            self.requests += 1
            try:
                return self._shop.events(events)
            except Cancelled as stop:  # in a pause between two attempts
                ended(stop.__cause__, arrived=stop.__cause__ is not None)
                raise
            except RemoteError as error:
                arrived = may_have_arrived(error)
                ended(error if arrived else error.earlier, arrived=arrived)
                raise

        try:
            answer = self._deliver(errand, send, passing)
        except ConnectFailed as error:
            if doubt is not None:  # its words are that nothing was sent
                raise doubt from error
            raise
        settlement = _settlement_without_key(settle_events(answer, ids, batch.products))
        self._journal.answer(upload.id, batch.n, settlement)
        errand.report(
            replace(
                errand.progress,
                stage=Stage.IMPORTING,
                bytes_sent=errand.progress.bytes_sent + batch.size,
                done=errand.progress.done + settlement.decided,
                rejected=errand.progress.rejected + len(settlement.rejected),
                answered=self._clock(),
                requests=self.requests,
            )
        )
        return settlement

    def _troubled(self, progress: Progress, error: RemoteError) -> Progress:
        reason = error.params.get("reason")
        words = reason if isinstance(reason, str) else None
        return replace(progress, trouble=error.code, reason=words, requests=self.requests)


def _next(schedule: Generator[float, Look, None], look: Look) -> float | None:
    try:
        return schedule.send(look)
    except StopIteration:
        return None


def _pause(error: RemoteError | None) -> float:
    asked = error.params.get("retry_after") if error is not None else None
    return float(asked) if isinstance(asked, int | float) else 0.0


def _without_key(state: BatchState) -> BatchState:
    """The shop's words with the key blanked, should it repeat it: they go into the journal and on the screen."""
    return replace(
        state,
        status_text=redact(state.status_text),
        error_kind=state.error_kind and redact(state.error_kind),
        error_summary=state.error_summary and redact(state.error_summary),
        errors=tuple(replace(one, error=redact(one.error)) for one in state.errors),
        verdicts=state.verdicts
        and tuple(replace(one, message=one.message and redact(one.message)) for one in state.verdicts),
    )


def _settlement_without_key(settlement: Settlement) -> Settlement:
    return replace(settlement, rejected={at: redact(words) for at, words in settlement.rejected.items()})
