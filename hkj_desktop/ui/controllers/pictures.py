"""Looking at every picture of the open catalogue, several at once in the background."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AppError, PictureError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.pictures import Source
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:
    from hkj_desktop.catalog.picture_facts import Facts
    from hkj_desktop.catalog.pictures import Findings
    from hkj_desktop.ui.opened import Opened

#: So many tasks look at once; how many ask one web server at a time is settled where they are fetched.
AT_ONCE = 6
#: The points of the small copy that is made while looking; nobody sees it.
SIDE = 32


class PictureCheck(QObject):
    """``progressed(done, total)``; then exactly one of ``ended(warnings)``, how many pictures there is something to say
    of, ``stopped`` (by the person; what was seen until then is told on the cells) and ``failed(AppError)``."""

    progressed = Signal(int, int)
    ended = Signal(int)
    stopped = Signal()
    failed = Signal(object)

    def __init__(
        self, runner: Runner, source: Source, catalogue: CatalogueController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._source = source
        self._catalogue = catalogue
        self._owner = Owner("pictures")
        self._left: deque[str] = deque()
        self._looks: dict[str, Facts | PictureError] = {}
        self._total = self._working = 0
        self._file: Opened | None = None
        self._halted = False
        catalogue.opened.connect(self.stop)

    def is_busy(self) -> bool:
        return self._file is not None

    def start(self) -> None:
        """Look at every picture of the file that is open."""
        file = self._catalogue.file
        if file is None or self.is_busy():
            return
        self._file, self._halted = file, False

        def work(_cancel: CancelToken, _report: Report) -> list[str]:
            from hkj_desktop.catalog.pictures import addresses

            found: list[str] = addresses(file.shared)["address"].unique(maintain_order=True).to_list()
            return found

        self._runner.submit(work, owner=self._owner, done=self._look, failed=self._on_failed, slot="list")

    def stop(self) -> None:
        """Look at no more."""
        self._halted = True
        self._left.clear()
        self._owner.cancel()

    def _look(self, addresses: list[str]) -> None:
        self._left, self._looks, self._total = deque(addresses), {}, len(addresses)
        self.progressed.emit(0, self._total)
        left, looks, source = self._left, self._looks, self._source

        def work(cancel: CancelToken, report: Report) -> None:
            while left:
                try:
                    address = left.popleft()
                except IndexError:  # another task took the last one
                    return
                try:
                    looks[address] = source.look(address, SIDE, cancel).facts
                except PictureError as error:
                    looks[address] = error
                report(len(looks))

        self._working = min(AT_ONCE, max(len(addresses), 1))
        for _ in range(self._working):
            self._runner.submit(
                work,
                owner=self._owner,
                done=lambda _nothing: self._one_less(),
                failed=self._one_failed,
                cancelled=self._one_less,
                progress=lambda done: self.progressed.emit(done, self._total),
                slot=None,
            )

    def _one_failed(self, error: AppError) -> None:
        self.failed.emit(error)
        self.stop()
        self._one_less()

    def _one_less(self) -> None:
        self._working -= 1
        if self._working == 0:
            self._judge()

    def _judge(self) -> None:
        file, looks = self._file, dict(self._looks)
        if file is None:
            return

        def work(_cancel: CancelToken, _report: Report) -> Findings:
            from hkj_desktop.catalog.pictures import judge

            return judge(looks, file.shared)

        def done(found: Findings) -> None:
            now, self._file = self._catalogue.file, None
            if now is not None and now.is_state_of(file):
                self._catalogue.set_findings(found)
            if self._halted:
                self.stopped.emit()
            else:
                self.ended.emit(sum(bool(one) for one in found.values()))

        self._runner.submit(work, owner=self._owner, done=done, failed=self._on_failed, slot="judge")

    def _on_failed(self, error: AppError) -> None:
        self._file = None
        self.failed.emit(error)
