"""Carries a written plan to its end: every batch, what the shop's list of refusals hid, what it broke off. It goes by
the journal alone, so the same code goes on after a crash."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hkj_desktop.errors import (
    AppError,
    BatchMissing,
    BodyTooLarge,
    Cancelled,
    FileError,
    ImportBroken,
    ItemsRefused,
    RemoteError,
    StoresRefused,
    UploadBusy,
)
from hkj_desktop.remotes.shop import Shop
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Destination, destination
from hkj_desktop.system.lock import held
from hkj_desktop.system.logs import redact
from hkj_desktop.uploads.answers import whole_refusal, words_of
from hkj_desktop.uploads.carry import Carrier, Errand, Tell, Waits
from hkj_desktop.uploads.ending import outcome_of, tell_open
from hkj_desktop.uploads.entries import Batch, Outcome, Step, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.learn import learn, learn_batch
from hkj_desktop.uploads.outbox import lock_of
from hkj_desktop.uploads.outcome import OVERTAKEN, Fate
from hkj_desktop.uploads.parts import divide, in_groups, rest_of, twin
from hkj_desktop.uploads.polling import GRACE, Look, waits
from hkj_desktop.uploads.progress import Progress, Stage

log = logging.getLogger(__name__)

#: Seconds before an import that the shop broke off by a fault of its own is sent once more, by ourselves.
RETRY_PAUSE = 5.0


#: A body that is refused as a whole: smaller ones find out what in it is at fault.
_NARROWED = (BodyTooLarge, ItemsRefused, StoresRefused)


#: So many bodies refused one after the other: the shop has something against all of them, and nobody is helped by
#: thousands of requests that find that out one by one.
MOST_REFUSED = 200


def _usual_waits(grace: float, system: Destination) -> Generator[float, Look, None]:
    return waits(grace=grace, patience=system.patience, slowest=system.slowest)


class Sender:
    """Sends and follows uploads of one shop. ``clock``: seconds since 1970; ``schedule``, ``grace`` and ``reach``: see
    :class:`Carrier`.

    Errors of the shop and of the network are outcomes, not exceptions. Raises UploadBusy, JournalError, FileNotSaved
    and what nobody expects.
    """

    def __init__(
        self,
        shop: Shop,
        journal: Journal,
        outbox: Path,
        *,
        clock: Callable[[], float],
        schedule: Waits = _usual_waits,
        grace: float = GRACE,
        reach: float = 0.0,
    ) -> None:
        self._journal = journal
        self._outbox = outbox
        self._clock = clock
        self._carrier = Carrier(shop, journal, outbox, clock=clock, waits=schedule, grace=grace, reach=reach)

    @property
    def requests(self) -> int:
        """How often the shop was asked, repetitions inside one attempt not counted."""
        return self._carrier.requests

    def run(self, upload_id: str, cancel: CancelToken, report: Tell = lambda _: None) -> Upload:
        """Bring the upload to an end, from wherever the journal says that it stands. Returns how it ended.

        A body that may have arrived, and of which the shop gave no number, stays "not known".
        """
        return self._finish(upload_id, cancel, report)

    def ask(self, upload_id: str, cancel: CancelToken, report: Tell = lambda _: None) -> Upload:
        """Only ask what became of what the shop has; nothing is sent."""
        return self._finish(upload_id, cancel, report, only_ask=True)

    def go_on(self, upload_id: str, cancel: CancelToken, report: Tell = lambda _: None) -> Upload:
        """Take up an upload that was interrupted: first what is under way is asked for, then what is left is sent, and
        what nobody knows is sent again."""
        return self._finish(upload_id, cancel, report, lost_too=True)

    def resend(self, upload_id: str, cancel: CancelToken, report: Tell = lambda _: None) -> Upload:
        """Send again what is not known, which is harmless: the shop keeps one product per key (remote-systems.md).

        Where the shop has said all that it will say of a body, only what it left open goes, in smaller ones.
        """
        return self._finish(upload_id, cancel, report, again=True)

    def _finish(
        self,
        upload_id: str,
        cancel: CancelToken,
        report: Tell,
        *,
        again: bool = False,
        lost_too: bool = False,
        only_ask: bool = False,
    ) -> Upload:
        with held(lock_of(self._outbox, upload_id)) as mine:
            if not mine:
                raise UploadBusy
            before = self._journal.upload(upload_id)
            if before.settled and before.outcome is Outcome.FAILED:
                return before  # every unit was refused: nothing is left to ask or to send, and why is written down
            self._journal.end(upload_id, None)
            try:
                if again:
                    self._plan_again(upload_id, cancel)
                if only_ask:
                    self._ask_all(upload_id, cancel, report)
                else:
                    self._carry_all(upload_id, cancel, report, lost_too=lost_too)
                    self._tell_refusal(upload_id)
            except Cancelled as stop:
                return self._ended(upload_id, Outcome.CANCELLED, stop)
            except (RemoteError, FileError) as error:
                # A server may repeat the key in its words, and these go into the journal.
                error.params.update({k: redact(v) for k, v in error.params.items() if isinstance(v, str)})
                log.info("upload %s ended: %s", upload_id, error)
                return self._ended(upload_id, None, error)
            return self._ended(upload_id, None, None)

    def _tell_refusal(self, upload_id: str) -> None:
        """Where every unit was in a body that was refused as a whole, that is why the upload failed."""
        upload = self._journal.upload(upload_id)
        if upload.rejected and upload.rejected == upload.planned + upload.sent:
            error = whole_refusal(self._journal.items(upload_id, Fate.REJECTED))
            if error is not None:
                raise error

    def _plan_again(self, upload_id: str, cancel: CancelToken) -> None:
        """What was sent stays "not known" until it is answered: the first time may have arrived."""
        events = destination(self._journal.upload(upload_id).target.destination).events
        for batch in self._journal.batches(upload_id):
            if batch.can_be_sent_whole:
                self._plan(upload_id, [batch], cancel)
            elif batch.can_be_asked_again:
                self._journal.step(upload_id, batch.n, Step.PLANNED)
            elif batch.can_be_divided:
                self._divide(upload_id, batch, cancel)
            elif batch.settled_open and not events:
                self._plan(upload_id, [batch], cancel)  # one unit, and no smaller way to send it
        self._plan_open(upload_id, cancel)

    def _plan_open(self, upload_id: str, cancel: CancelToken) -> None:
        self._plan(upload_id, [one for one in self._journal.batches(upload_id) if one.is_open], cancel)

    def _divide(self, upload_id: str, batch: Batch, cancel: CancelToken) -> None:
        upload = self._journal.upload(upload_id)
        via, size = rest_of(batch, upload.via, events=destination(upload.target.destination).events)
        open_ = self._journal.positions(upload_id, batch.n, Fate.UNKNOWN)
        self._move(upload_id, batch, cancel, via, in_groups(open_, size))

    def _narrow(self, upload_id: str, batch: Batch, error: RemoteError, cancel: CancelToken) -> list[Batch]:
        """The shop refuses ``batch`` as a whole: its halves go instead, or the units of each store by themselves;
        returns them. What cannot be narrowed any further is refused for this reason. Raises ``error`` where that is no
        reason of a unit's own."""
        open_ = self._journal.positions(upload_id, batch.n, Fate.UNKNOWN, Fate.PLANNED)
        groups = in_groups(open_, (batch.products + 1) // 2)
        if isinstance(error, StoresRefused):
            groups = self._by_store(upload_id, batch, open_)
        if len(groups) > 1 or len(open_) < batch.products:
            parts = self._move(upload_id, batch, cancel, batch.via, groups)
            return [replace(part, undecided=part.products if batch.undecided else 0) for part in parts]
        if isinstance(error, BodyTooLarge):
            raise error
        self._journal.refuse(upload_id, batch.n, open_, words_of(error))
        return []

    def _by_store(self, upload_id: str, batch: Batch, open_: list[int]) -> list[list[int]]:
        groups: dict[str | None, list[int]] = {}
        store_of = {name.position: name.store for name in self._journal.names(upload_id, batch.n)}
        for at in open_:
            groups.setdefault(store_of[at], []).append(at)
        return list(groups.values())

    def _move(
        self,
        upload_id: str,
        batch: Batch,
        cancel: CancelToken,
        via: Via,
        groups: list[list[int]],
        *,
        left: Sequence[int] = (),
        words: str = "",
    ) -> list[Batch]:
        """The products of ``batch`` at these positions go to new batches; those of ``left`` stay, as ``words`` say."""
        return divide(
            self._journal,
            self._outbox,
            upload_id,
            batch,
            self._journal.next_batch(upload_id),
            cancel,
            via=via,
            groups=groups,
            left=left,
            words=words,
        )

    def _carry_all(self, upload_id: str, cancel: CancelToken, report: Tell, *, lost_too: bool) -> None:
        self._after_a_crash(upload_id)
        once = {"broken", "lost"} if lost_too else {"broken"}
        if lost_too:
            self._plan_open(upload_id, cancel)
        missing: BatchMissing | None = None
        while True:
            missing = self._round(upload_id, cancel, report) or missing
            batches = self._journal.batches(upload_id)
            hidden = [batch for batch in batches if batch.hidden and batch.can_be_divided]
            lost = [batch for batch in batches if batch.state is Step.LOST or batch.was_cancelled]
            broken = [batch for batch in batches if batch.unfinished]
            if hidden:
                for batch in hidden:
                    self._divide(upload_id, batch, cancel)
            elif lost and "lost" in once:
                once.discard("lost")
                missing = None
                self._plan(upload_id, lost, cancel)
            elif broken and "broken" in once:
                once.discard("broken")
                report(replace(self._progress(upload_id), trouble=ImportBroken.code))
                if cancel.wait(RETRY_PAUSE):
                    raise Cancelled
                self._plan(upload_id, broken, cancel)
            else:
                tell_open(batches, missing)
                return

    def _ask_all(self, upload_id: str, cancel: CancelToken, report: Tell) -> None:
        missing = self._round(upload_id, cancel, report, only_ask=True)
        if missing is not None:
            raise missing

    def _plan(self, upload_id: str, batches: list[Batch], cancel: CancelToken) -> None:
        """These go once more, or late. What a later upload has sent meanwhile stays here: an old upload that
        comes to its
        end must not put newer prices back."""
        for batch in batches:
            if batch.state is Step.TAKEN:
                continue
            overtaken = self._journal.overtaken(upload_id, batch.n)
            if not overtaken:
                self._journal.step(upload_id, batch.n, Step.PLANNED)
                continue
            left = set(overtaken)
            open_ = self._journal.positions(upload_id, batch.n, Fate.UNKNOWN, Fate.PLANNED)
            rest = [at for at in open_ if at not in left]
            self._move(upload_id, batch, cancel, batch.via, [rest] if rest else [], left=overtaken, words=OVERTAKEN)

    def _after_a_crash(self, upload_id: str) -> None:
        """Batches that were under way when the program ended. The shop may have them; of events it is no harm to send
        them again, of a body it gave us no number."""
        for batch in self._journal.batches(upload_id):
            if batch.state is Step.SENDING or (batch.state is Step.LOST and batch.via is Via.EVENTS):
                state = Step.PLANNED if batch.via is Via.EVENTS else Step.LOST
                self._journal.step(upload_id, batch.n, state, Fate.UNKNOWN)

    def _round(
        self, upload_id: str, cancel: CancelToken, report: Tell, *, only_ask: bool = False
    ) -> BatchMissing | None:
        """Carry every batch that is not at its end: first those that the shop has. A batch that the shop has lost does
        not keep the others; its error is returned."""
        upload = self._journal.upload(upload_id)
        missing: BatchMissing | None = None
        failure: AppError | None = None
        if destination(upload.target.destination).ahead and not only_ask:
            try:
                self._deliver_all(upload, cancel, report)
            except (RemoteError, FileError) as error:
                failure = error  # what the shop has by now is followed first
        progress, open_ = self._progress(upload_id), self._open(upload_id)
        while open_:
            batch = open_.pop(0)
            if (only_ask or failure) and batch.state is not Step.TAKEN:
                break  # those that the shop has come first
            errand = _errand(upload, batch, progress, cancel, report)
            try:
                settlement = self._carrier.carry(errand)
            except BatchMissing as error:
                missing = error
                continue
            except _NARROWED as error:
                parts = self._narrow(upload_id, batch, error, cancel)
                open_ = [*parts, *open_]
                progress = _narrowed(progress, batch, parts, open_)
                continue
            if settlement.accepted:  # now and not at the end, so that a cancel has little left to write down
                learn_batch(self._journal, self._outbox, upload, batch)
            progress = replace(
                progress,
                bytes_sent=progress.bytes_sent + batch.size,
                done=errand.progress.done + settlement.decided,
                rejected=errand.progress.rejected + len(settlement.rejected),
            )
        if failure is not None:
            raise failure
        return missing

    def _deliver_all(self, upload: Upload, cancel: CancelToken, report: Tell) -> None:
        """Send every body that the shop has not taken yet, and follow none. Raises what the shop says where it takes
        nothing at all any more."""
        progress, open_ = self._progress(upload.id), self._open(upload.id)
        in_a_row = 0
        while open_:
            batch = open_.pop(0)
            try:
                errand = self._carrier.deliver(_errand(upload, batch, progress, cancel, report))
            except _NARROWED as error:
                in_a_row += 1
                if in_a_row > MOST_REFUSED:
                    raise
                parts = self._narrow(upload.id, batch, error, cancel)
                open_ = [*parts, *open_]  # to the bottom first, so that what is good gets in soon
                progress = _narrowed(progress, batch, parts, open_)
            else:
                in_a_row = 0
                searching = max(0, progress.searching - batch.held)
                progress = replace(progress, bytes_sent=errand.progress.bytes_sent, searching=searching)

    def _open(self, upload_id: str) -> list[Batch]:
        found = [one for one in self._journal.batches(upload_id) if one.is_open]
        return sorted(found, key=lambda one: (one.state is not Step.TAKEN, one.n))

    def _progress(self, upload_id: str) -> Progress:
        upload, batches = self._journal.upload(upload_id), self._journal.batches(upload_id)
        open_ = self._open(upload_id)
        again = sum(batch.held for batch in open_) if any(batch.divided for batch in batches) else 0
        ahead = destination(upload.target.destination).ahead  # there a list is divided since it was refused as a whole
        return Progress(
            upload_id,
            Stage.SENDING,
            bytes_sent=0,
            bytes_total=sum(batch.size for batch in open_),
            done=upload.accepted + upload.rejected,
            total=upload.planned + upload.sent,
            rejected=upload.rejected,
            left_out=upload.left_out,
            rest=0 if ahead else again,
            searching=again if ahead else 0,
            requests=self.requests,
        )

    def _ended(self, upload_id: str, outcome: Outcome | None, error: AppError | None) -> Upload:
        """Write down how it ended, and before that what the shop accepted. The bodies stay only while something is left
        to ask or to send."""
        learn(self._journal, self._outbox, upload_id)
        batches = self._journal.batches(upload_id)
        upload = self._journal.upload(upload_id)
        outcome = outcome or outcome_of(upload, batches, error)
        self._journal.end(upload_id, outcome, error)
        upload = self._journal.upload(upload_id)
        if upload.settled:
            for name in {name for batch in batches for name in (batch.body, twin(batch.body))}:
                with suppress(OSError):  # a body that cannot be removed does no harm
                    (self._outbox / name).unlink(missing_ok=True)
        return upload


def _narrowed(progress: Progress, batch: Batch, parts: list[Batch], open_: list[Batch]) -> Progress:
    """``batch`` was refused as a whole: its ``parts`` go in its place, or where there are none it stays refused."""
    if not parts:
        done, rejected = progress.done + batch.held, progress.rejected + batch.held
        searching = max(0, progress.searching - batch.held)
        done, rejected = min(done, progress.total), min(rejected, progress.total)
        return replace(progress, done=done, rejected=rejected, searching=searching)
    total = progress.bytes_total - batch.size + sum(part.size for part in parts)
    searching = sum(one.held for one in open_ if one.state is not Step.TAKEN)
    return replace(progress, bytes_total=total, searching=searching)


def _errand(upload: Upload, batch: Batch, progress: Progress, cancel: CancelToken, report: Tell) -> Errand:
    """``batch`` on its way, with what ``progress`` says of all the others."""
    done, rejected = progress.done - batch.decided, progress.rejected - batch.rejected
    others = replace(progress, done=done, rejected=rejected, batch_id=batch.batch_id)
    return Errand(upload, batch, others, cancel, report)
