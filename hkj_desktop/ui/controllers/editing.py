"""What the person changes in the open catalogue: one step after the other, each with a name, undone and redone without
a limit, and written down in the background as it is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    import polars as pl

    from hkj_desktop.catalog.edits import Change, Draft
    from hkj_desktop.files.drafts import DraftFile, Step


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
        self._unsaved: list[tuple[DraftFile, Step]] = []
        self._saving = False

    def begin(self, file: DraftFile | None) -> None:
        """Another catalogue is open, with what was done to it earlier; None: none is."""
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

        ``cells``: columns ``index`` (row of the catalogue as ``shown``), ``key`` and ``after``; ``left_out``: rows of
        it that leave the catalogue.
        """
        import polars as pl

        from hkj_desktop.files.drafts import DO, Step

        file = self._file
        if file is None:
            return 0
        wanted = None
        if cells is not None:
            at = shown.at(cells["index"].cast(pl.UInt32)).alias("at")
            wanted = pl.DataFrame([cells["key"], at, cells["after"]])
        out = None if left_out is None else shown.at(left_out)
        change = file.history.draft.change(name, wanted, left_out=out, params=params)
        if change.count:
            file.history.do(change)
            self._keep(file, Step(DO, change))
            self.stepped.emit(change)
        return change.count

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
        return not self._unsaved and not self._saving

    # -- written down in their order, by one task at a time -----------------------------------------------------------

    def _keep(self, file: DraftFile, step: Step) -> None:
        self._unsaved.append((file, step))
        self._save()

    def _save(self) -> None:
        if self._saving or not self._unsaved:
            return
        self._saving = True
        file = self._unsaved[0][0]
        steps = [step for of, step in self._unsaved if of is file]
        rest = [one for one in self._unsaved if one[0] is not file]

        def work(_cancel: CancelToken, _report: Report) -> None:
            file.add(steps)

        def done(_nothing: None) -> None:
            self._saving = False
            self._unsaved = [*rest, *self._unsaved[len(steps) + len(rest) :]]
            self._save()
            if self.is_kept():
                self.kept.emit()

        def failed(error: AppError) -> None:
            self._saving = False
            self.failed.emit(error)

        self._runner.submit(work, owner=self._owner, done=done, failed=failed, slot=None, name="keep changes")
