"""Runs one cell of the table: an upload over real HTTP meets the fault, is asked again, and is taken up when it is
over."""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from hkj_desktop.errors import AppError
from hkj_desktop.remotes.http import Retry
from hkj_desktop.ui import texts
from hkj_desktop.uploads.entries import Outcome, Step, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.progress import Progress, Stage
from hkj_desktop.uploads.send import Sender
from tests.faults.cells import COUNT, LARGE, Cell, Fault, Healthy, Moment, Seen
from tests.faults.systems import System
from tests.helpers.fault_server import FaultServer, Recorded, Reply, answer
from tests.helpers.journal import UPLOAD, Clock, QuickToken, fates, no_waits, open_journal
from tests.helpers.shop_client import Sleeps


class Play:
    """The server's part: the healthy answers of a shelf, and at the moment the fault in their place."""

    def __init__(self, system: System, fault: Fault, moment: Moment, strike: Callable[[], None]) -> None:
        self.shelf = system.shelf()
        self.met = 0
        self.over = False
        self._system = system
        self._fault = fault
        self._moment = moment
        self._strike = strike

    def __call__(self, request: Recorded) -> Reply:
        fault = self._fault
        if not request.complete:
            return Reply(end="close")  # nothing that a shop could act on
        if self.over or not self._is_time(request) or (fault.times is not None and self.met >= fault.times):
            return answer(*self.shelf.answer(request))
        self.met += 1
        self._strike()
        if fault.spoil is None:
            return answer(*self.shelf.answer(request))
        kept = self.shelf if fault.acts or self._only_asks(request) else self._system.shelf()
        return fault.spoil(Healthy(self.met, request, *kept.answer(request)))

    def _is_time(self, request: Recorded) -> bool:
        if self._moment is Moment.LOOK:
            return self.shelf.is_look(request) and self.shelf.has_seen(request)
        if self._moment is Moment.REPORT:
            return self.shelf.is_report(request)
        if self._moment is Moment.EVENTS:
            return request.target.endswith("/events")
        return self._moment in (Moment.ANSWER, Moment.RESUME) and not self._only_asks(request)

    def _only_asks(self, request: Recorded) -> bool:
        return self.shelf.is_look(request) or self.shelf.is_report(request)


def ram() -> str | None:
    """Where files are never written to a disk, which a record that is safe against a power cut waits for; or
    nothing."""
    found = Path("/dev/shm")  # noqa: S108 - folders with random names are made in it
    return str(found) if os.access(found, os.W_OK) else None


@cache
def _template(system: System, via: Via, filler: int) -> Path:
    """A folder with a written plan, made once for all cells."""
    folder = Path(mkdtemp(dir=ram()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    system.plan(open_journal(folder), folder, via, COUNT, filler)
    return folder


class Bench:
    """One upload of five products, its folder, and the way to its shop. Fits :class:`troubles.Place`."""

    def __init__(self, system: System, folder: Path, fault: Fault, moment: Moment, ends: ExitStack) -> None:
        self.system = system
        self.folder = folder
        self.fault = fault
        self.moment = moment
        self.ends = ends
        self.clock = Clock()
        self.proxies: dict[str, str] = {}
        self.play = Play(system, fault, moment, self.strike)
        # Once, or as long as it is asked for again while the fault lasts.
        early = [fault.early] * (fault.times or 2) if moment is Moment.BODY and fault.early else []
        self.server = ends.enter_context(FaultServer(*early, self.play))
        self.base_url = self.server.base_url
        self.reports: list[Progress] = []
        via = Via.EVENTS if moment is Moment.EVENTS else Via.BULK
        template = _template(system, via, LARGE if moment is Moment.BODY else 0)
        shutil.copytree(template, folder, dirs_exist_ok=True)
        self.journal: Journal = open_journal(folder, self.clock)

    def strike(self) -> None:
        self.fault.trouble.strike(self)

    def send(self, how: str) -> tuple[Upload, str | None]:
        """``run``, ``go_on`` or ``resend``: the upload as the journal has it, and the code of its end."""
        raised = None
        with self.system.client(
            self.base_url,
            sleeps=Sleeps(),
            read=self.fault.read,
            retry=Retry(attempts=self.fault.attempts),
            proxies=self.proxies,
        ) as shop:
            sender = Sender(shop, self.journal, self.folder / "outbox", clock=self.clock, schedule=no_waits,
                            grace=self.fault.grace, reach=self.fault.grace)  # fmt: skip
            try:
                getattr(sender, how)(UPLOAD, QuickToken(), self._watch)
            except AppError as error:
                raised = error
        upload = self.journal.upload(UPLOAD)
        if raised is not None:
            return upload, _coded(raised.code, raised.params)
        return upload, upload.error_code and _coded(upload.error_code, upload.error_params)

    def _watch(self, progress: Progress) -> None:
        self.reports.append(progress)
        if self.moment is Moment.BODY and not self.play.over and progress.bytes_sent:
            self.strike()

    def seen(self, upload: Upload, code: str | None) -> Seen:
        held = "+".join(sorted({batch.state for batch in self.journal.batches(UPLOAD) if batch.held}))
        asked = self.play.met if self.moment is not Moment.BODY else len(self.server.requests)
        seen = Seen(upload.outcome, code, held, fates(self.journal), words_of(upload, code), asked)
        seen.wrong += [*self._broken(upload), *untold(seen.words)]
        return seen

    def _broken(self, upload: Upload) -> list[str]:
        """Promises that hold after every fault, whatever it is."""
        wrong = []
        if upload.sent != upload.accepted + upload.rejected + upload.unknown:
            wrong.append("sent is not accepted + rejected + unknown")
        if upload.planned + upload.sent != COUNT:
            wrong.append(f"{COUNT - upload.planned - upload.sent} products are lost")
        wrong += self.system.leaks(self.folder)
        wrong += [f"called {one.target}" for one in self.server.requests if self.system.strays(one)]
        for one in self.reports:
            if one.trouble and untold(texts.code_words(one.trouble, {"reason": one.reason}).title):
                wrong.append(f"no words while it lasts: {one.trouble}")
            if not 0 <= one.rejected <= one.done <= one.total:
                wrong.append(f"progress {one.done} of {one.total}, {one.rejected} refused")
        return wrong


def run(system: System, fault: Fault, moment: Moment, folder: Path) -> Seen:
    """The cell in ``folder``, which is empty."""
    if fault.child is not None:
        return fault.child(system, moment, folder)
    with ExitStack() as ends:
        bench = Bench(system, folder, fault, moment, ends)
        how = _before(bench)
        seen = bench.seen(*bench.send(how))
        if fault.times is None:
            _ask_again(bench, seen)
        fault.trouble.heal(bench)
        bench.play.over = True
        _take_up(bench, seen, fault.here(system.id)[moment])
    return seen


def _before(bench: Bench) -> str:
    """Bring the upload to the moment, and say how it is sent from there."""
    fault, how = bench.fault, "run"
    if bench.moment is Moment.LOOK and fault.trouble.away:
        stop = QuickToken()
        with bench.system.client(bench.base_url) as shop:
            sender = Sender(shop, bench.journal, bench.folder / "outbox", clock=bench.clock, schedule=no_waits)
            sender.run(UPLOAD, stop, lambda progress: stop.cancel() if progress.stage is Stage.IMPORTING else None)
    if bench.moment is Moment.RESUME:
        bench.journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
        how = "go_on"
    fault.trouble.start(bench)
    if bench.moment in (Moment.CONNECT, Moment.RESUME):
        bench.strike()
    return how


def _ask_again(bench: Bench, seen: Seen) -> None:
    """While the fault lasts, sending again brings the same words and loses nothing."""
    again = bench.seen(*bench.send(_how(seen)))
    seen.wrong += again.wrong
    for name in ("outcome", "code", "fates", "state"):
        if getattr(again, name) != getattr(seen, name):
            seen.wrong.append(f"asked again: {name} {getattr(again, name)}, not {getattr(seen, name)}")


def _take_up(bench: Bench, seen: Seen, cell: Cell) -> None:
    """Once it is over, everything settles: each product is in the shop and in the journal, accepted, exactly once; what
    was refused for good stays so."""
    bodies = _bodies(bench)
    upload, code = bench.send(_how(seen))
    end = (Outcome.DONE, None) if "a" in cell.end else (cell.outcome, cell.code)
    held = [f"A-{n}" for n in range(1, COUNT + 1)] if "a" in cell.end else []
    if (upload.outcome, code, fates(bench.journal)) != (*end, cell.end):
        seen.wrong.append(f"taken up: {upload.outcome} {code} {fates(bench.journal)}")
    if sorted(bench.play.shelf.products) != held:
        seen.wrong.append(f"the shop has {sorted(bench.play.shelf.products)}")
    if len(Known(bench.journal).prints(bench.system.target.shop)) != cell.end.count("a"):
        seen.wrong.append("not remembered")
    if seen.state == Step.TAKEN and _bodies(bench) != bodies:
        seen.wrong.append("a body that the shop has was sent again")
    seen.wrong += bench._broken(upload)
    if list((bench.folder / "outbox").iterdir()):
        seen.wrong.append("a body stays behind")


def _how(seen: Seen) -> str:
    """What is interrupted goes on; what has ended is sent again."""
    return "resend" if seen.outcome else "go_on"


def _bodies(bench: Bench) -> int:
    return sum(one.target.partition("?")[0].endswith(bench.system.upload) for one in bench.server.requests)


def _coded(code: str, params: dict[str, str | int | float | None]) -> str:
    return f"{code}.{params['reason']}" if params.get("reason") else code


def words_of(upload: Upload, code: str | None) -> str:
    """The person's words for the error, or nothing where there is none."""
    if code is None:
        return ""
    name, _, reason = code.partition(".")
    return texts.sentence(texts.code_words(name, {**upload.error_params, "reason": reason or None, "name": "a file"}))


def untold(words: str) -> list[str]:
    """What is wrong with words: nobody wrote them, or a value is missing in them."""
    wrong = []
    if "—" in words or "{" in words:
        wrong.append(f"a gap in the words: {words}")
    if words.startswith(texts.code_words("unexpected", {}).title):
        wrong.append("nobody wrote words for it")
    return wrong
