"""Carries a written plan to its end: send, follow the import, settle every product. It goes by the journal alone,
so the same code goes on after a crash."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from hkj_desktop.errors import (
    AppError,
    BatchMissing,
    Cancelled,
    FileDamaged,
    FileError,
    FileMissing,
    FileNotAllowed,
    RemoteError,
    Sent,
    ServerFailed,
)
from hkj_desktop.remotes.hkj import Format
from hkj_desktop.remotes.http import passing
from hkj_desktop.remotes.wire import BatchState, BulkAccepted
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.logs import redact
from hkj_desktop.uploads.entries import Batch, Outcome, Step, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate, Settlement, settle
from hkj_desktop.uploads.parts import divide, twin
from hkj_desktop.uploads.polling import GRACE, Grace, Patience, waits

log = logging.getLogger(__name__)

#: A gateway that gave up waiting: the shop behind it may well have taken the file.
_GATEWAY = (502, 504)
#: Where a batch still has to be sent or followed.
_TO_CARRY = (Step.PLANNED, Step.REFUSED, Step.TAKEN)


class Shop(Protocol):
    """What sending needs of a destination; :class:`hkj_desktop.remotes.hkj.HkjShop` is one."""

    def bulk(
        self,
        body: BinaryIO,
        *,
        size: int,
        filename: str,
        format: Format | None = None,  # noqa: A002  # the parameter's published name
        raw: bool = False,
        on_bytes: Callable[[int], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> BulkAccepted: ...

    def batch(self, batch_id: int) -> BatchState: ...


class Stage(StrEnum):
    SENDING = "sending"
    IMPORTING = "importing"
    SETTLED = "settled"


@dataclass(frozen=True)
class Progress:
    """What is known while an upload runs. Bytes of the bodies; ``done`` = products that the shop has worked through;
    ``answered``: when the shop last answered, in seconds since 1970; ``trouble``: the code of the error that keeps it
    from answering now, while we go on asking."""

    upload_id: str
    stage: Stage
    bytes_sent: int
    bytes_total: int
    done: int
    total: int
    rejected: int
    left_out: int
    batch_id: int | None = None
    answered: float | None = None
    trouble: str | None = None

    @property
    def accepted(self) -> int:
        return self.done - self.rejected

    @property
    def unknown(self) -> int:
        return self.total - self.done


class Sender:
    """Sends and follows uploads of one shop. ``clock``: seconds since 1970; ``schedule``: seconds between looks;
    ``grace``: for so many seconds without an answer we go on asking about an import."""

    def __init__(
        self,
        shop: Shop,
        journal: Journal,
        outbox: Path,
        *,
        clock: Callable[[], float],
        schedule: Callable[[], Iterator[float]] = waits,
        grace: float = GRACE,
    ) -> None:
        self._shop = shop
        self._journal = journal
        self._outbox = outbox
        self._clock = clock
        self._schedule = schedule
        self._grace = grace

    def run(self, upload_id: str, cancel: CancelToken, report: Callable[[Progress], None] = lambda _: None) -> Upload:
        """Bring the upload to an end, from wherever the journal says that it stands. Returns how it ended.

        Errors of the shop and of the network are outcomes, not exceptions. Raises JournalError and what nobody
        expects.
        """
        return self._finish(upload_id, cancel, report, again=False)

    def resend(
        self, upload_id: str, cancel: CancelToken, report: Callable[[Progress], None] = lambda _: None
    ) -> Upload:
        """Send again what is not known, which is harmless: the shop keeps one product per key (remote-systems.md).

        Where the shop has said all that it will say of a body, only what it left open goes, in smaller ones.
        """
        return self._finish(upload_id, cancel, report, again=True)

    def _finish(
        self, upload_id: str, cancel: CancelToken, report: Callable[[Progress], None], *, again: bool
    ) -> Upload:
        self._journal.upload(upload_id)
        self._journal.end(upload_id, None)
        try:
            if again:
                self._plan_again(upload_id, cancel)
            self._carry_all(upload_id, cancel, report)
        except Cancelled as stop:
            return self._ended(upload_id, Outcome.CANCELLED, stop)
        except (RemoteError, FileError) as error:
            # A server may repeat the key in its words, and these go into the journal.
            error.params.update({k: redact(v) for k, v in error.params.items() if isinstance(v, str)})
            log.info("upload %s ended: %s", upload_id, error)
            return self._ended(upload_id, None, error)
        return self._ended(upload_id, None, None)

    def _plan_again(self, upload_id: str, cancel: CancelToken) -> None:
        """What was sent stays "not known" until it is answered: the first time may have arrived."""
        batches = self._journal.batches(upload_id)
        following = max((batch.n for batch in batches), default=-1) + 1
        for batch in batches:
            if batch.can_be_sent_whole:
                self._journal.step(upload_id, batch.n, Step.PLANNED)
            elif batch.can_be_divided:
                following += divide(self._journal, self._outbox, upload_id, batch, following, cancel)

    def _carry_all(self, upload_id: str, cancel: CancelToken, report: Callable[[Progress], None]) -> None:
        upload = self._journal.upload(upload_id)
        batches = self._journal.batches(upload_id)
        progress = Progress(
            upload_id,
            Stage.SENDING,
            bytes_sent=0,
            bytes_total=sum(batch.size for batch in batches if batch.state in _TO_CARRY),
            done=sum(batch.decided for batch in batches),
            total=upload.planned + upload.sent,
            rejected=sum(batch.rejected for batch in batches),
            left_out=upload.left_out,
        )
        for batch in batches:
            if batch.state is Step.SENDING:
                # The program ended while the body was under way: the shop may have it, and gave us no number.
                self._journal.step(upload_id, batch.n, Step.LOST, Fate.UNKNOWN)
            elif batch.state in _TO_CARRY:
                others = replace(
                    progress,
                    done=progress.done - batch.decided,
                    rejected=progress.rejected - batch.rejected,
                    batch_id=batch.batch_id,
                )
                settlement = self._carry(upload, batch, others, cancel, report)
                progress = replace(progress, bytes_sent=progress.bytes_sent + batch.size)
                if settlement is not None:
                    progress = replace(
                        progress,
                        done=others.done + settlement.decided,
                        rejected=others.rejected + len(settlement.rejected),
                    )

    def _carry(
        self,
        upload: Upload,
        batch: Batch,
        progress: Progress,
        cancel: CancelToken,
        report: Callable[[Progress], None],
    ) -> Settlement | None:
        """Bring one batch to its end. ``progress``: what is known of all the others."""
        if batch.state is not Step.TAKEN:
            cancel.check()
            accepted = self._send(upload, batch, progress, cancel, report)
            batch = replace(batch, state=Step.TAKEN, batch_id=accepted.batch_id, total_rows=accepted.total_rows)
        progress = replace(progress, bytes_sent=progress.bytes_sent + batch.size, batch_id=batch.batch_id)
        return self._follow(upload, batch, progress, cancel, report)

    def _send(
        self,
        upload: Upload,
        batch: Batch,
        progress: Progress,
        cancel: CancelToken,
        report: Callable[[Progress], None],
    ) -> BulkAccepted:
        sent = 0

        def on_bytes(count: int) -> None:
            nonlocal sent
            sent = count
            report(replace(progress, bytes_sent=progress.bytes_sent + count))

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
                accepted = self._shop.bulk(
                    body,
                    size=batch.size,
                    filename=batch.body,
                    format=cast("Format", batch.format),
                    on_bytes=on_bytes,
                    cancel=cancel,
                )
        except (Cancelled, FileDamaged):
            # An incomplete body is thrown away by the server; a complete one it may have taken.
            whole = sent >= batch.size
            self._journal.step(upload.id, batch.n, *((Step.LOST, Fate.UNKNOWN) if whole else refused))
            raise
        except RemoteError as error:
            # Any 4xx says that the request itself was at fault, and so that nothing was taken.
            arrived = error.sent is Sent.MAYBE and not _is_refusal(error)
            self._journal.step(upload.id, batch.n, *((Step.LOST, Fate.UNKNOWN) if arrived else refused))
            raise
        self._journal.taken(upload.id, batch.n, accepted.batch_id, accepted.total_rows)
        return accepted

    def _follow(
        self,
        upload: Upload,
        batch: Batch,
        progress: Progress,
        cancel: CancelToken,
        report: Callable[[Progress], None],
    ) -> Settlement | None:
        """Look at the import until it is finished, nobody wants to wait any more, or the shop has lost it."""
        batch_id = cast("int", batch.batch_id)
        patience = Patience(self._clock)
        grace = Grace(self._clock, self._grace)
        others = progress
        progress = replace(progress, stage=Stage.IMPORTING, answered=self._clock())
        report(progress)
        for seconds in self._schedule():
            if cancel.wait(max(seconds, grace.pause)):
                raise Cancelled
            try:
                state = _without_key(self._shop.batch(batch_id))
            except BatchMissing:
                self._journal.step(upload.id, batch.n, Step.LOST, Fate.UNKNOWN)
                raise
            except RemoteError as error:
                if not passing(error) or grace.spent(error):
                    raise
                progress = replace(progress, trouble=error.code)
                report(progress)
                continue
            grace.over()
            self._journal.progress(upload.id, batch.n, state)
            done = min(state.processed_rows + state.error_rows, batch.products)
            progress = replace(
                progress,
                done=others.done + done,
                rejected=others.rejected + min(state.error_rows, done),
                answered=self._clock(),
                trouble=None,
            )
            report(progress)
            if state.finished:
                settlement = settle(state, batch.products)
                self._journal.settle(upload.id, batch.n, state, settlement)
                return settlement
            if patience.spent((state.status_text, done)):
                break
        return None

    def _ended(self, upload_id: str, outcome: Outcome | None, error: AppError | None) -> Upload:
        """Write down how it ended. The bodies stay only while something is left to ask or to send."""
        batches = self._journal.batches(upload_id)
        upload = self._journal.upload(upload_id)
        outcome = outcome or _outcome(upload, batches, error)
        self._journal.end(upload_id, outcome, error)
        upload = self._journal.upload(upload_id)
        if upload.settled:
            for name in {name for batch in batches for name in (batch.body, twin(batch.body))}:
                with suppress(OSError):  # a body that cannot be removed does no harm
                    (self._outbox / name).unlink(missing_ok=True)
        return upload


def _outcome(upload: Upload, batches: list[Batch], error: AppError | None) -> Outcome:
    if isinstance(error, ServerFailed) and error.params.get("status") not in _GATEWAY:
        # The server said that it failed; whether it had kept the products first is told by ``unknown``.
        return Outcome.FAILED if not _asked(batches) else Outcome.UNKNOWN
    # A divided batch has been followed by others, which tell how it went on.
    failed = any(batch.status == "failed" and not batch.divided for batch in batches)
    if upload.unknown:
        return Outcome.FAILED if failed else Outcome.UNKNOWN
    if error is not None or failed:
        return Outcome.FAILED
    return Outcome.DONE


def _is_refusal(error: RemoteError) -> bool:
    status = error.params.get("status")
    return isinstance(error, ServerFailed) and isinstance(status, int) and 400 <= status < 500


def _without_key(state: BatchState) -> BatchState:
    """The shop's words with the key blanked, should it repeat it: they go into the journal and on the screen."""
    return replace(
        state,
        status_text=redact(state.status_text),
        error_kind=state.error_kind and redact(state.error_kind),
        error_summary=state.error_summary and redact(state.error_summary),
        errors=tuple(replace(one, error=redact(one.error)) for one in state.errors),
    )


def _asked(batches: list[Batch]) -> bool:
    return any(batch.batch_id is not None for batch in batches)
