"""Uploads: one at a time, in the background; and the record of all of them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AddressRefused, AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID
from hkj_desktop.ui.controllers.shops import Endpoint
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # polars, httpx and sqlite load when something is sent
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.remotes.hkj import HkjShop
    from hkj_desktop.uploads.entries import Batch, Target, Upload
    from hkj_desktop.uploads.journal import Journal
    from hkj_desktop.uploads.progress import Progress
    from hkj_desktop.uploads.send import Sender

    Uploads = list[Upload]  # a method of the controller is called list

MakeShop = Callable[[str, Secret, CancelToken], "HkjShop"]


@dataclass(frozen=True)
class Ended:
    """An upload as the record has it: its batches, and the products that the shop refused, as problems."""

    upload: Upload
    batches: tuple[Batch, ...]
    problems: Problems


class UploadsController(QObject):
    """``make_shop(base_url, key, cancel)`` reaches a shop; ``clock``: seconds since 1970.

    ``started``, ``progressed(Progress)``, then exactly one of ``ended(Ended)`` and ``failed(AppError)``.
    ``listed(list)``: the record; ``shown(Ended)``: one upload of the record; ``interrupted(list)``: uploads that the
    last run left open; ``record_failed(AppError)``: one of these could not be read, which says nothing of a running
    upload. ``set_aside(name)``: the record was damaged, and the file given that name.
    """

    started = Signal()
    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    listed = Signal(list)
    shown = Signal(object)
    interrupted = Signal(list)
    record_failed = Signal(object)
    set_aside = Signal(str)

    def __init__(
        self,
        runner: Runner,
        journal: Callable[[], Journal],
        outbox: Path,
        make_shop: MakeShop,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._journal = journal
        self._outbox = outbox
        self._make_shop = make_shop
        self._clock = clock
        self._owner = Owner("uploads")
        self.last: Ended | None = None
        self.progress: Progress | None = None
        self._leaving = False

    def is_busy(self) -> bool:
        return self._owner.is_busy("send")

    def send(
        self, checked: Checked, path: Path, target: Target, find: Callable[[], Endpoint], *, all_rows: bool = False
    ) -> str:
        """Plan, send and settle what is ready in ``checked``; returns the upload's id."""
        upload_id = secrets.token_hex(8)

        def work(cancel: CancelToken, report: Report) -> Ended:
            from dataclasses import replace

            from hkj_desktop.uploads.plan import ready_plan, write_plan

            endpoint = find()
            plan = ready_plan(checked, replace(target, base_url=endpoint.base_url), path, all_rows=all_rows)
            journal = self._journal()
            write_plan(plan, journal, self._outbox, upload_id=upload_id, now=self._clock(), cancel=cancel)
            self._sender(journal, endpoint, cancel).run(upload_id, cancel, report)
            return self._written(journal, upload_id, checked)

        self._start(work)
        return upload_id

    def go_on(self, upload_id: str, find: Callable[[], Endpoint], checked: Checked | None, *, again: bool) -> None:
        """Take up an upload that is not settled; ``again``: send anew what is not known.

        Fails with AddressRefused ``moved`` where the shop's address is another one by now: the batch numbers are
        those of the old address, and would tell of somebody else's upload at the new one.
        """

        def work(cancel: CancelToken, report: Report) -> Ended:
            journal = self._journal()
            target = journal.upload(upload_id).target
            endpoint = find()
            # The practice shop has another port on every start, and keeps its batches.
            if target.profile_id != PRACTICE_ID and target.base_url.rstrip("/") != endpoint.base_url.rstrip("/"):
                raise AddressRefused(reason="moved", host=urlsplit(target.base_url).netloc)
            sender = self._sender(journal, endpoint, cancel)
            (sender.resend if again else sender.run)(upload_id, cancel, report)
            return self._written(journal, upload_id, checked)

        self._start(work)

    def cancel(self) -> None:
        """Ask the running upload to stop; it still says what got through."""
        self._owner.cancel("send")

    def leave(self) -> None:
        """The window closes: stop, and leave the upload open in the record, so that the next start goes on with it."""
        self._leaving = True
        self._owner.close()

    def _written(self, journal: Journal, upload_id: str, checked: Checked | None) -> Ended:
        if self._leaving and not journal.upload(upload_id).settled:
            journal.end(upload_id, None)
        return self._told(journal, upload_id, checked)

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

    def _sender(self, journal: Journal, endpoint: Endpoint, cancel: CancelToken) -> Sender:
        from hkj_desktop.uploads.send import Sender

        shop = self._make_shop(endpoint.base_url, endpoint.key, cancel)
        return Sender(shop, journal, self._outbox, clock=self._clock)

    def _told(self, journal: Journal, upload_id: str, checked: Checked | None) -> Ended:
        """The upload with the shop's words as problems: on their cells where the file is open, on their rows
        where not."""
        from hkj_desktop.catalog.fields import load_fields
        from hkj_desktop.uploads.outcome import Fate, placed
        from hkj_desktop.uploads.record import recorded

        upload = journal.upload(upload_id)
        rejected = journal.items(upload_id, Fate.REJECTED)
        if checked is not None:
            problems = placed([(item.product, item.message or "") for item in rejected], checked)
        else:
            problems = recorded(rejected, load_fields(upload.target.destination))
        return Ended(upload, tuple(journal.batches(upload_id)), problems)

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
            from hkj_desktop.uploads.outbox import prune

            journal = self._journal()
            prune(self._outbox, journal, self._clock())
            return journal.interrupted(), journal.set_aside

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
