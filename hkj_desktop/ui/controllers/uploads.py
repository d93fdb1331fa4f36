"""Uploads: one at a time, in the background; and the record of all of them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AddressRefused, AppError, Cancelled
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Access, destination
from hkj_desktop.system.paths import Folders
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # polars, httpx and sqlite load when something is sent
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.files.payload import Payload
    from hkj_desktop.remotes.shop import Shop
    from hkj_desktop.uploads.compare import Comparison
    from hkj_desktop.uploads.entries import Batch, Target, Upload
    from hkj_desktop.uploads.journal import Journal
    from hkj_desktop.uploads.progress import Progress
    from hkj_desktop.uploads.putback import PutBack
    from hkj_desktop.uploads.send import Sender

    Uploads = list[Upload]  # a method of the controller is called list

MakeShop = Callable[[Access, CancelToken], "Shop"]


class How(StrEnum):
    """How an upload is taken up: ask what became of it; send again what is not known; or go on with what was
    interrupted, which is both, and what was never sent."""

    ASK = "ask"
    AGAIN = "again"
    ON = "on"


@dataclass(frozen=True)
class Ended:
    """An upload as the record has it: its batches, and the products that the shop refused, as problems.
    ``changed``: how
    many products it changed, ``added``: how many were new to the shop, as far as this computer knows it. ``reports``:
    what the shop said as it came, where it gives such files."""

    upload: Upload
    batches: tuple[Batch, ...]
    problems: Problems
    changed: int = 0
    added: int = 0
    reports: tuple[Path, ...] = ()


class UploadsController(QObject):
    """``make_shop(access, cancel)`` reaches a shop; ``clock``: seconds since 1970.

    ``started``, ``progressed(Progress)``, then exactly one of ``ended(Ended)`` and ``failed(AppError)``.
    ``listed(list)``: the record; ``shown(Ended)``: one upload of the record; ``interrupted(list)``: uploads that the
    last run left open; ``compared(shop, Comparison or None)``: what a catalogue would change in the shop of that id;
    ``composed(PutBack)``: the catalogue that puts an upload back; ``record_failed(AppError)``: one of these could not
    be read, which says nothing of a running upload. ``set_aside(name)``: the record was damaged, and the file
    given that name.
    """

    started = Signal()
    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    listed = Signal(list)
    shown = Signal(object)
    interrupted = Signal(list)
    compared = Signal(str, object)
    composed = Signal(object)
    record_failed = Signal(object)
    set_aside = Signal(str)

    def __init__(
        self,
        runner: Runner,
        journal: Callable[[], Journal],
        folders: Folders,
        make_shop: MakeShop,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._journal = journal
        self._outbox = folders.outbox
        self._put_back = folders.put_back
        self._make_shop = make_shop
        self._clock = clock
        self._owner = Owner("uploads")
        self.last: Ended | None = None
        self.progress: Progress | None = None
        self._leaving = False

    def is_busy(self) -> bool:
        return self._owner.is_busy("send")

    def send(
        self,
        file: Opened,
        target: Target,
        find: Callable[[], Access],
        *,
        all_rows: bool = False,
        everything: bool = False,
    ) -> str:
        """Plan, send and settle what is ready in ``file`` for the shop of ``target``; returns the upload's id.

        Only what is new or changed goes, unless ``everything`` is wanted. Where nothing is, ``failed(None)``.
        """
        upload_id = secrets.token_hex(8)

        def work(cancel: CancelToken, report: Report) -> Ended:
            from dataclasses import replace

            from hkj_desktop.uploads.compare import compare_if_possible
            from hkj_desktop.uploads.known import Known
            from hkj_desktop.uploads.plan import candidates, ready_plan, write_plan

            access = find()
            journal, payload = self._journal(), file.payloads[target.profile_id]
            found = None
            if not everything:
                chosen = candidates(payload, all_rows=all_rows)
                found = compare_if_possible(payload, chosen, Known(journal), target.shop, cancel)
            plan = ready_plan(
                payload,
                replace(target, base_url=access.base_url),
                file.path,
                all_rows=all_rows,
                comparison=found,
                reverts=file.put_back.upload.id if file.put_back else None,
            )
            if not plan.chosen.len():
                raise Cancelled
            write_plan(plan, journal, self._outbox, upload_id=upload_id, now=self._clock(), cancel=cancel)
            self._sender(journal, access, cancel).run(upload_id, cancel, report)
            return self._written(journal, upload_id, payload)

        self._start(work)
        return upload_id

    def compare(self, payload: Payload, target: Target, *, all_rows: bool) -> None:
        """Find out what sending ``payload`` would change; ``compared`` tells it, or None where the record cannot
        say."""
        self._runner.submit(
            lambda cancel, _report: self._comparison(payload, target, cancel, all_rows=all_rows),
            owner=self._owner,
            done=lambda found: self.compared.emit(target.profile_id, found),
            failed=lambda error: self._on_not_compared(target.profile_id, error),
            slot=f"compare-{target.profile_id}",
        )

    def _comparison(self, payload: Payload, target: Target, cancel: CancelToken, *, all_rows: bool) -> Comparison:
        from hkj_desktop.uploads.compare import compare
        from hkj_desktop.uploads.known import Known
        from hkj_desktop.uploads.plan import candidates

        chosen = candidates(payload, all_rows=all_rows)
        return compare(payload, chosen, Known(self._journal()), target.shop, cancel)

    def _on_not_compared(self, shop_id: str, error: AppError) -> None:
        self.compared.emit(shop_id, None)
        self.record_failed.emit(error)

    def compose(self, upload_id: str) -> None:
        """Make the catalogue that puts the upload back; ``composed`` tells it."""

        def work(_cancel: CancelToken, _report: Report) -> PutBack:
            from hkj_desktop.uploads.putback import compose

            return compose(self._journal(), upload_id, self._put_back)

        self._runner.submit(
            work, owner=self._owner, done=self.composed.emit, failed=self.record_failed.emit, slot="compose"
        )

    def go_on(self, upload_id: str, find: Callable[[], Access], payload: Payload | None, how: How) -> None:
        """Take up an upload that is not settled, as ``how`` says.

        Fails with AddressRefused ``moved`` where the shop's address is another one by now: the batch numbers are
        those of the old address, and would tell of somebody else's upload at the new one.
        """

        def work(cancel: CancelToken, report: Report) -> Ended:
            journal = self._journal()
            target = journal.upload(upload_id).target
            access = find()
            if target.moved(access.base_url):
                raise AddressRefused(reason="moved", host=urlsplit(target.base_url).netloc)
            sender = self._sender(journal, access, cancel)
            ways = {How.ASK: sender.ask, How.AGAIN: sender.resend, How.ON: sender.go_on}
            ways[how](upload_id, cancel, report)
            return self._written(journal, upload_id, payload)

        self._start(work)

    def cancel(self) -> None:
        """Ask the running upload to stop; it still says what got through."""
        self._owner.cancel("send")

    def leave(self) -> None:
        """The window closes: stop, and leave the upload open in the record, so that the next start goes on with it."""
        self._leaving = True
        self._owner.close()

    def _written(self, journal: Journal, upload_id: str, payload: Payload | None) -> Ended:
        if self._leaving and not journal.upload(upload_id).settled:
            journal.end(upload_id, None)
        return self._told(journal, upload_id, payload)

    def _start(self, work: Callable[[CancelToken, Report], Ended]) -> None:
        self.progress = None
        self._runner.submit(
            work,
            owner=self._owner,
            done=self._on_ended,
            failed=self._on_failed,
            cancelled=lambda: self._on_failed(None),
            progress=self._on_progress,
            slot="send",
        )
        self.started.emit()

    def _sender(self, journal: Journal, access: Access, cancel: CancelToken) -> Sender:
        from hkj_desktop.uploads.polling import PATIENCE
        from hkj_desktop.uploads.send import Sender

        shop = self._make_shop(access, cancel)
        # Somebody watches and can stop it: a network that is away is waited for, with the reason on the page.
        return Sender(shop, journal, self._outbox, clock=self._clock, grace=PATIENCE, reach=PATIENCE)

    def _told(self, journal: Journal, upload_id: str, payload: Payload | None) -> Ended:
        """The upload with the shop's words as problems: on their cells where the file is open, on their rows
        where not."""
        from hkj_desktop.uploads.answers import placed, recorded
        from hkj_desktop.uploads.known import Known
        from hkj_desktop.uploads.outbox import reports_of
        from hkj_desktop.uploads.outcome import Fate

        upload = journal.upload(upload_id)
        rejected = journal.items(upload_id, Fate.REJECTED)
        if payload is not None:
            problems = placed(rejected, payload)
        else:
            problems = recorded(rejected, destination(upload.target.destination))
        changed, added = Known(journal).count_changes(upload_id)
        reports = tuple(reports_of(self._outbox, upload_id))
        return Ended(upload, tuple(journal.batches(upload_id)), problems, changed, added, reports)

    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _on_ended(self, ended: Ended) -> None:
        self.last = ended
        self.ended.emit(ended)

    def _on_failed(self, error: AppError | None) -> None:
        self.failed.emit(error)

    def _on_looked(self, found: tuple[Uploads, str | None]) -> None:
        uploads, aside = found
        if aside is not None:
            self.set_aside.emit(aside)
        self.interrupted.emit(uploads)

    # -- the record ---------------------------------------------------------------------------------------------------

    def list(self) -> None:
        """Read the record of uploads."""
        self._runner.submit(
            lambda _cancel, _report: self._journal().uploads(),
            owner=self._owner,
            done=self.listed.emit,
            failed=self.record_failed.emit,
            slot="list",
        )

    def look_for_interrupted(self) -> None:
        """Find uploads that were under way when the program last ended, and whether the record was damaged."""

        def work(_cancel: CancelToken, _report: Report) -> tuple[Uploads, str | None]:
            from hkj_desktop.uploads.outbox import interrupted, prune

            journal = self._journal()
            prune(self._outbox, journal, self._clock())
            return interrupted(journal, self._outbox), journal.set_aside

        self._runner.submit(
            work,
            owner=self._owner,
            done=self._on_looked,
            failed=self.record_failed.emit,
            slot="interrupted",
        )

    def show(self, upload_id: str) -> None:
        """Read one upload of the record."""
        self._runner.submit(
            lambda _cancel, _report: self._told(self._journal(), upload_id, None),
            owner=self._owner,
            done=self.shown.emit,
            failed=self.record_failed.emit,
            slot="show",
        )
