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
from hkj_desktop.remotes.wire import BatchState, BulkAccepted
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.logs import redact
from hkj_desktop.uploads.entries import Batch, Outcome, Step, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate, settle
from hkj_desktop.uploads.polling import Patience, waits

log = logging.getLogger(__name__)

#: A gateway that gave up waiting: the shop behind it may well have taken the file.
_GATEWAY = (502, 504)


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
    """What is known while an upload runs. Bytes of the body; ``done`` = products that the shop has worked through;
    ``answered``: when the shop last answered, in seconds since 1970."""

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

    @property
    def accepted(self) -> int:
        return self.done - self.rejected

    @property
    def unknown(self) -> int:
        return self.total - self.done


class Sender:
    """Sends and follows uploads of one shop. ``clock``: seconds since 1970; ``schedule``: seconds between looks."""

    def __init__(
        self,
        shop: Shop,
        journal: Journal,
        outbox: Path,
        *,
        clock: Callable[[], float],
        schedule: Callable[[], Iterator[float]] = waits,
    ) -> None:
        self._shop = shop
        self._journal = journal
        self._outbox = outbox
        self._clock = clock
        self._schedule = schedule

    def run(self, upload_id: str, cancel: CancelToken, report: Callable[[Progress], None] = lambda _: None) -> Upload:
        """Bring the upload to an end, from wherever the journal says that it stands. Returns how it ended.

        Errors of the shop and of the network are outcomes, not exceptions. Raises JournalError and what nobody
        expects.
        """
        upload = self._journal.upload(upload_id)
        self._journal.end(upload_id, None)
        try:
            for batch in self._journal.batches(upload_id):
                self._carry(upload, batch, cancel, report)
        except Cancelled as stop:
            return self._ended(upload_id, Outcome.CANCELLED, stop)
        except (RemoteError, FileError) as error:
            # A server may repeat the key in its words, and these go into the journal.
            error.params.update({k: redact(v) for k, v in error.params.items() if isinstance(v, str)})
            log.info("upload %s ended: %s", upload_id, error)
            return self._ended(upload_id, None, error)
        return self._ended(upload_id, None, None)

    def resend(
        self, upload_id: str, cancel: CancelToken, report: Callable[[Progress], None] = lambda _: None
    ) -> Upload:
        """Send again what is not known, which is harmless: the shop keeps one product per key (remote-systems.md)."""
        for batch in self._journal.batches(upload_id):
            if batch.can_be_resent:
                self._journal.step(upload_id, batch.n, Step.PLANNED, Fate.PLANNED)
        return self.run(upload_id, cancel, report)

    def _carry(self, upload: Upload, batch: Batch, cancel: CancelToken, report: Callable[[Progress], None]) -> None:
        progress = Progress(
            upload.id, Stage.SENDING, 0, batch.size, 0, batch.products, 0, upload.left_out, batch.batch_id
        )
        if batch.state is Step.SENDING:
            # The program ended while the body was under way: the shop may have it, and nobody asked it for a number.
            self._journal.step(upload.id, batch.n, Step.LOST, Fate.UNKNOWN)
            return
        if batch.state in (Step.PLANNED, Step.REFUSED):
            cancel.check()
            accepted = self._send(upload, batch, progress, cancel, report)
            batch = replace(batch, state=Step.TAKEN, batch_id=accepted.batch_id, total_rows=accepted.total_rows)
        if batch.state is Step.TAKEN:
            self._follow(
                upload,
                batch,
                replace(progress, bytes_sent=batch.size, batch_id=batch.batch_id),
                cancel,
                report,
            )

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
            report(replace(progress, bytes_sent=count))

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
                    format=cast("Format", upload.format),
                    on_bytes=on_bytes,
                    cancel=cancel,
                )
        except (Cancelled, FileDamaged):
            # An incomplete body is thrown away by the server; a complete one it may have taken.
            whole = sent >= batch.size
            self._journal.step(
                upload.id, batch.n, *((Step.LOST, Fate.UNKNOWN) if whole else (Step.REFUSED, Fate.PLANNED))
            )
            raise
        except RemoteError as error:
            # Any 4xx says that the request itself was at fault, and so that nothing was taken.
            arrived = error.sent is Sent.MAYBE and not _is_refusal(error)
            self._journal.step(
                upload.id, batch.n, *((Step.LOST, Fate.UNKNOWN) if arrived else (Step.REFUSED, Fate.PLANNED))
            )
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
    ) -> None:
        """Look at the import until it is finished, nobody wants to wait any more, or the shop has lost it."""
        batch_id = cast("int", batch.batch_id)
        patience = Patience(self._clock)
        report(replace(progress, stage=Stage.IMPORTING, answered=self._clock()))
        for seconds in self._schedule():
            if cancel.wait(seconds):
                raise Cancelled
            try:
                state = _without_key(self._shop.batch(batch_id))
            except BatchMissing:
                self._journal.step(upload.id, batch.n, Step.LOST, Fate.UNKNOWN)
                raise
            self._journal.progress(upload.id, batch.n, state)
            done = min(state.processed_rows + state.error_rows, batch.products)
            report(
                replace(
                    progress,
                    stage=Stage.IMPORTING,
                    done=done,
                    rejected=min(state.error_rows, done),
                    answered=self._clock(),
                )
            )
            if state.finished:
                self._journal.settle(upload.id, batch.n, state, settle(state, batch.products))
                return
            if patience.spent((state.status_text, done)):
                return

    def _ended(self, upload_id: str, outcome: Outcome | None, error: AppError | None) -> Upload:
        """Write down how it ended. The bodies stay only while something is left to ask or to send."""
        batches = self._journal.batches(upload_id)
        upload = self._journal.upload(upload_id)
        outcome = outcome or _outcome(upload, batches, error)
        self._journal.end(upload_id, outcome, error)
        upload = self._journal.upload(upload_id)
        if upload.settled:
            for batch in batches:
                with suppress(OSError):  # a body that cannot be removed does no harm
                    (self._outbox / batch.body).unlink(missing_ok=True)
        return upload


def _outcome(upload: Upload, batches: list[Batch], error: AppError | None) -> Outcome:
    if isinstance(error, ServerFailed) and error.params.get("status") not in _GATEWAY:
        # The server said that it failed; whether it had kept the products first is told by ``unknown``.
        return Outcome.FAILED if not _asked(batches) else Outcome.UNKNOWN
    if upload.unknown:
        failed = any(batch.status == "failed" for batch in batches)
        return Outcome.FAILED if failed else Outcome.UNKNOWN
    if error is not None or any(batch.status == "failed" for batch in batches):
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
