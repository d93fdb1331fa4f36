"""What the person changes in the open catalogue: one step after the other, each with a name, undone and redone without
a limit, and written down in the background as it is made."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    import polars as pl

    from hkj_desktop.catalog.edits import Change, Draft, History
    from hkj_desktop.files.drafts import DraftFile, Step
    from hkj_desktop.files.earlier import Earlier

log = logging.getLogger(__name__)


class Pad:
    """Steps that are not on the disk yet, in their order. One thread puts them in, one task at a time writes them."""

    def __init__(self) -> None:
        self.steps: list[tuple[DraftFile, Step]] = []

    def write(self) -> None:
        """Write them down, also those that come meanwhile. Raises FileNotSaved; what was not written stays."""
        while self.steps:
            steps = list(self.steps)
            file = steps[0][0]
            count = next((at for at, (of, _) in enumerate(steps) if of is not file), len(steps))
            file.add([step for _, step in steps[:count]])
            del self.steps[:count]


class EditController(QObject):
    """``stepped(Change)``: the draft is another one; the step that led to it. ``kept``: every step is on the disk.
    ``failed(AppError)``: steps could not be written down; they are tried again with the next one."""

    stepped = Signal(object)
    kept = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._owner = Owner("editing")
        self._file: DraftFile | None = None
        self._pad = Pad()
        self._saving = False

    def begin(self, file: DraftFile | None) -> None:
        """Another catalogue is open, with what was done to it earlier; None: none is.

        Where it is one that has just been open, what was done to it meanwhile may have been written down after ``file``
        was read: then the history is the one that we have."""
        known = [*(of for of, _ in self._pad.steps), *([self._file] if self._file is not None else [])]
        before = next((one for one in reversed(known) if file is not None and one.path == file.path), None)
        if before is not None and file is not None:
            file.history = _on(file.history.draft, before.history)
        self._file = file

    @property
    def draft(self) -> Draft | None:
        """The catalogue as it stands now."""
        return self._file.history.draft if self._file is not None else None

    @property
    def last(self) -> Change | None:
        """What undo would take back."""
        past = self._file.history.past if self._file is not None else []
        return past[-1] if past else None

    @property
    def next(self) -> Change | None:
        """What redo would do again."""
        future = self._file.history.future if self._file is not None else []
        return future[-1] if future else None

    @property
    def count(self) -> int:
        """How many steps could be undone."""
        return len(self._file.history.past) if self._file is not None else 0

    def write(
        self,
        name: str,
        cells: pl.DataFrame | None,
        shown: Draft,
        *,
        left_out: pl.Series | None = None,
        params: Mapping[str, str] | None = None,
    ) -> int:
        """Make a step; returns how many cells and rows it touches, and makes none where that is 0.

        ``cells``: columns ``index`` (row of the catalogue as ``shown``), ``key`` and ``after``; where it has a column
        ``before`` too, cells that hold something else by now are left alone. ``left_out``: rows of it that leave the
        catalogue.
        """
        import polars as pl

        file = self._file
        if file is None:
            return 0
        wanted = None
        if cells is not None:
            at = shown.at(cells["index"].cast(pl.UInt32)).alias("at")
            wanted = pl.DataFrame([cells["key"], at, cells["after"]])
            if "before" in cells.columns:
                wanted = wanted.filter(_as_before(wanted, cells["before"], file.history.draft))
        out = None if left_out is None else shown.at(left_out)
        return self.make(file.history.draft.change(name, wanted, left_out=out, params=params))

    def make(self, change: Change) -> int:
        """Make a step that is ready; returns how many cells and rows it touches, and makes none where that is 0."""
        from hkj_desktop.files.drafts import DO, Step

        if self._file is not None and change.count:
            self._file.history.do(change)
            self._keep(self._file, Step(DO, change))
            self.stepped.emit(change)
        return change.count

    @property
    def earlier(self) -> Earlier | None:
        """What was done here to the file before another program changed it."""
        file = self._file
        return file.earlier if file is not None and not file.history.past else None

    def undo(self) -> None:
        """Take the last step back."""
        from hkj_desktop.files.drafts import UNDO, Step

        if self._file is not None and (step := self._file.history.undo()) is not None:
            self._keep(self._file, Step(UNDO))
            self.stepped.emit(step)

    def redo(self) -> None:
        """Make the last undone step again."""
        from hkj_desktop.files.drafts import REDO, Step

        if self._file is not None and (step := self._file.history.redo()) is not None:
            self._keep(self._file, Step(REDO))
            self.stepped.emit(step)

    def undo_all(self) -> None:
        """Back to the catalogue as it was read; each step can be redone."""
        while self.last is not None:
            self.undo()

    def is_kept(self) -> bool:
        """Whether every step is on the disk."""
        return not self._pad.steps and not self._saving

    def write_rest(self) -> None:
        """Write down what no task wrote; when all of them have ended, on any thread."""
        try:
            self._pad.write()
        except AppError:
            log.exception("the last changes were not written down")

    # -- written down in their order, by one task at a time -----------------------------------------------------------

    def _keep(self, file: DraftFile, step: Step) -> None:
        self._pad.steps.append((file, step))
        self._save()

    def _save(self) -> None:
        if self._saving or not self._pad.steps:
            return
        self._saving = True
        pad, last = self._pad, self._pad.steps[-1]

        def work(_cancel: CancelToken, _report: Report) -> None:
            pad.write()

        def done(_nothing: None) -> None:
            self._saving = False
            self._save()  # one that came as the task was ending
            if self.is_kept():
                self.kept.emit()

        def failed(error: AppError) -> None:
            self._saving = False
            self.failed.emit(error)
            if pad.steps and pad.steps[-1] is not last:
                self._save()  # the next step has come already

        self._runner.submit(work, owner=self._owner, done=done, failed=failed, slot=None, name="keep changes")


def _on(draft: Draft, history: History) -> History:
    """``history`` of the same catalogue, read a second time: ``draft`` is it as it stands in the second reading."""
    from hkj_desktop.catalog.edits import Draft, History

    now = history.draft
    same = now.left_out.equals(draft.left_out) and now.differences().equals(draft.differences())
    again = draft if same else Draft(draft.base, now.changed, now.left_out)
    return History(again, list(history.past), list(history.future))


def _as_before(wanted: pl.DataFrame, before: pl.Series, draft: Draft) -> pl.Series:
    """For each cell whether it holds what it was shown to hold when the person agreed."""
    import polars as pl

    still = pl.Series([False], dtype=pl.Boolean).new_from_index(0, wanted.height)
    for key in wanted["key"].unique():
        mine = (wanted["key"] == key).arg_true()
        now = draft.column(key)[wanted["at"][mine]]
        same = (now.fill_null("") == before[mine].fill_null("")).arg_true()
        still = still.scatter(mine[same], values=True)
    return still
