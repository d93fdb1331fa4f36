"""Looking at every picture of the open catalogue, several at once in the background."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.catalog.picture_facts import picture_data
from hkj_desktop.errors import AppError, PictureError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.picture_queue import PictureQueue
from hkj_desktop.ui.pictures import Source
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:
    from hkj_desktop.catalog.picture_facts import Facts
    from hkj_desktop.catalog.pictures import Findings
    from hkj_desktop.ui.opened import Opened

#: The points of the small copy that is made while looking; nobody sees it.
SIDE = 32
#: Reasons of PictureError that say that a server gave no answer.
SILENT = ("slow", "unreachable")


@dataclass(eq=False)
class _Run:
    """One look at all pictures of ``file``. ``looks``: what became of each so far; ``working``: tasks that look;
    ``halted``: the person has seen enough; ``fault``: something that is no fault of a picture."""

    file: Opened
    queue: PictureQueue = field(default_factory=PictureQueue)
    looks: dict[str, Facts | PictureError] = field(default_factory=dict)
    total: int = 0
    working: int = 0
    halted: bool = False
    judging: bool = False
    fault: AppError | None = None


class PictureCheck(QObject):
    """``progressed(done, total)``, at first with a total of 0 while they are counted; then exactly one of
    ``ended(warnings, total)``, of how many of all pictures there is something to say, ``stopped`` (by the person; what
    was seen until then is told on the cells), ``dropped`` (another file was opened) and ``failed(AppError)``."""

    progressed = Signal(int, int)
    ended = Signal(int, int)
    stopped = Signal()
    dropped = Signal()
    failed = Signal(object)

    def __init__(
        self, runner: Runner, source: Source, catalogue: CatalogueController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._source = source
        self._catalogue = catalogue
        self._owner = Owner("pictures")
        self._run: _Run | None = None
        catalogue.opened.connect(self._drop)

    def is_busy(self) -> bool:
        return self._run is not None

    def start(self) -> None:
        """Look at every picture of the file that is open."""
        file = self._catalogue.file
        if file is None or self.is_busy():
            return
        run = self._run = _Run(file)

        def work(_cancel: CancelToken, _report: Report) -> list[str]:
            from hkj_desktop.catalog.pictures import addresses

            found: list[str] = addresses(file.shared)["address"].unique(maintain_order=True).to_list()
            return found

        self.progressed.emit(0, 0)
        self._runner.submit(
            work,
            owner=self._owner,
            done=lambda found: self._look(run, found),
            failed=lambda error: self._end(run, error),
            cancelled=lambda: self._judge(run),
            slot="list",
        )

    def stop(self) -> None:
        """Look at no more; what was seen is told."""
        run = self._run
        if run is not None and not run.judging:
            run.halted = True
            run.queue.clear()
            self._owner.cancel()

    def _drop(self) -> None:
        """Another file is open: what was seen of the one before is of no use."""
        run, self._run = self._run, None
        if run is not None:
            run.queue.clear()
            self._owner.cancel()
            self.dropped.emit()

    # -- looking ------------------------------------------------------------------------------------------------------

    def _look(self, run: _Run, addresses: list[str]) -> None:
        if run is not self._run:
            return
        limits = picture_data("check")
        run.total = len(addresses)
        run.working = min(limits["at_once"], run.total)
        if run.halted or not run.working:
            self._judge(run)
            return
        run.queue = PictureQueue(addresses, each=limits["each_host"], silent=limits["silent"])
        self.progressed.emit(0, run.total)
        source = self._source

        def work(cancel: CancelToken, report: Report) -> None:
            while (address := run.queue.take()) is not None:
                answered = True
                try:
                    run.looks[address] = source.look(address, SIDE, cancel).facts
                except PictureError as error:
                    run.looks[address] = error
                    answered = error.params.get("reason") not in SILENT
                for other in run.queue.done(address, answered=answered):
                    run.looks[other] = PictureError(reason="unreachable")
                report(None)

        for _ in range(run.working):
            self._runner.submit(
                work,
                owner=self._owner,
                done=lambda _nothing: self._one_less(run),
                failed=lambda error: self._one_less(run, error),
                cancelled=lambda: self._one_less(run),
                progress=lambda _nothing: self._tell(run),
                slot=None,
                name="check pictures",
            )

    def _tell(self, run: _Run) -> None:
        if run is self._run:
            self.progressed.emit(len(run.looks), run.total)  # as it is now: each task knows of its own alone

    def _one_less(self, run: _Run, fault: AppError | None = None) -> None:
        run.working -= 1
        if run is not self._run:
            return
        if fault is not None:
            run.fault = run.fault or fault
            run.queue.clear()
        if run.working == 0:
            self._judge(run)

    # -- what was seen ------------------------------------------------------------------------------------------------

    def _judge(self, run: _Run) -> None:
        file = self._catalogue.file
        if run is not self._run:
            return
        if file is None:  # put away meanwhile
            self._drop()
            return
        run.judging = True
        if not run.looks:
            self._end(run)
            return
        looks, before = dict(run.looks), file.findings

        def work(_cancel: CancelToken, _report: Report) -> tuple[Findings, int]:
            from hkj_desktop.catalog.pictures import judge

            found = judge(looks, file.shared)
            # Of what was not looked at this time it still holds what was found before.
            kept = {address: told for address, told in before.items() if address not in looks}
            return {**kept, **found}, len(found)

        def done(judged: tuple[Findings, int]) -> None:
            findings, warnings = judged
            if run is self._run and findings != before:
                self._catalogue.set_findings(findings)
            self._end(run, warnings=warnings)

        self._runner.submit(
            work, owner=self._owner, done=done, failed=lambda error: self._end(run, error), slot="judge"
        )

    def _end(self, run: _Run, fault: AppError | None = None, warnings: int = 0) -> None:
        if run is not self._run:
            return
        self._run = None
        fault = run.fault or fault
        if fault is not None:
            self.failed.emit(fault)
        elif run.halted:
            self.stopped.emit()
        else:
            self.ended.emit(warnings, run.total)
