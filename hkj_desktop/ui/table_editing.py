"""Editing in the table as in a spreadsheet: blocks of cells are copied, pasted, filled down and cleared.

What is done goes by the rows that were there when the key was pressed. Much of it is worked out in a task; what is done
meanwhile waits its turn, so that everything happens in the order in which it was meant.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.cell_text import Breathe, block_of, rows_of, straight_on, text_of, text_of_frame
from hkj_desktop.ui.models.table_model import TableModel
from hkj_desktop.ui.tasks import Owner, Report, Runner
from hkj_desktop.ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.ui.opened import Opened

TYPED, PASTED, FILLED, CLEARED = "typed", "pasted", "filled", "cleared"
#: More cells than this are not shown before they are checked; they come a moment later.
SHOWN_AT_ONCE = 5_000
#: More cells than this are worked out in a task.
AT_ONCE = 5_000
#: A text that is longer is cut into cells in a task.
TEXT_AT_ONCE = 40_000
Block = tuple[range, range]


@dataclass(frozen=True)
class _Shown:
    """What was there when a key was pressed. ``keys``: of each shown column, None of those that stand before the file's
    own; ``blocks``: the selected rectangles of the file's own columns, rows and columns as they are shown."""

    source: Opened
    frame: pl.DataFrame
    keys: tuple[str | None, ...]
    blocks: tuple[Block, ...]

    @property
    def count(self) -> int:
        """How many cells are selected."""
        return sum(len(rows) * len(columns) for rows, columns in self.blocks)

    def cells(
        self, rows: range | pl.Series, column: int, after: Sequence[str] | pl.Series | str | None
    ) -> pl.DataFrame:
        """The cells of a column in these shown rows, and what is to stand there: one text for each, or one for all."""
        import polars as pl

        # Put together without polars' engine: it may be at work on a check, and the window does not wait for it.
        index = self.frame["index"]
        index = index.slice(rows.start, len(rows)) if isinstance(rows, range) else index.gather(rows)
        keys = pl.Series("key", [self.keys[column]], dtype=pl.String).new_from_index(0, len(rows))
        if after is None or isinstance(after, str):
            texts = pl.Series("after", [after], dtype=pl.String).new_from_index(0, len(rows))
        else:
            texts = pl.Series("after", after, dtype=pl.String)
        return pl.DataFrame([index, keys, texts])

    def all(self, text: str | None) -> pl.DataFrame:
        """Every selected cell with the same text."""
        import polars as pl

        return pl.concat([self.cells(rows, column, text) for rows, columns in self.blocks for column in columns])


@dataclass(frozen=True, eq=False)
class _Job:
    """``size``: how many cells it is about; ``work(breathe)`` looks at nothing that changes; ``done`` is told what came
    of it."""

    size: int
    work: Callable[[Breathe], Any]
    done: Callable[[Any], None]


class TableEditing(QObject):
    """``wanted(name, cells, file)``: a step that the person made; ``cells`` has ``index`` (row of the catalogue as
    ``file`` has it), ``key`` and ``after``.
    ``cut_short(rows, columns)``: so many rows and columns of what was pasted found no place.
    ``failed(AppError)``: one of many cells could not be worked out."""

    wanted = Signal(str, object, object)
    cut_short = Signal(int, int)
    failed = Signal(object)

    def __init__(self, table: DataTable, model: TableModel, runner: Runner) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._runner = runner
        self._owner = Owner("table editing", self)
        self._running: _Job | None = None
        self._waiting: deque[Callable[[], _Job | None]] = deque()
        keys = QKeySequence.StandardKey
        self.copy = self._action(self.tr("Copy"), QKeySequence(keys.Copy), self._copy)
        self.paste = self._action(self.tr("Paste"), QKeySequence(keys.Paste), self._paste)
        self.fill = self._action(self.tr("Fill down"), QKeySequence("Ctrl+D"), self._fill_down)
        self.clear = self._action(self.tr("Clear"), QKeySequence(keys.Delete), self._clear)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        model.typed.connect(self._typed)

    def _action(self, text: str, key: QKeySequence, then: object) -> QAction:
        action = QAction(text, self._table)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setAutoRepeat(False)  # a key that is held down means it once
        action.triggered.connect(then)
        self._table.addAction(action)
        return action

    # -- one after the other ------------------------------------------------------------------------------------------

    def is_busy(self) -> bool:
        """Whether something that was asked for has not been done yet."""
        return self._running is not None

    def finish(self) -> None:
        """Do now what has not been done yet: the window closes."""
        running, self._running = self._running, None
        self._owner.cancel()
        if running is not None:
            running.done(running.work(straight_on))
        while self._waiting:
            if (job := self._waiting.popleft()()) is not None:
                job.done(job.work(straight_on))

    def _in_turn(self, prepare: Callable[[], _Job | None]) -> None:
        """Have it done when all that was asked for before is done."""
        self._waiting.append(prepare)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self._running is None:
            job = self._waiting.popleft()()
            if job is not None and job.size > AT_ONCE:
                self._work(job)
            elif job is not None:
                job.done(job.work(straight_on))

    def _work(self, job: _Job) -> None:
        self._running = job

        def work(cancel: CancelToken, _report: Report) -> Any:
            def breathe() -> None:
                cancel.check()
                time.sleep(0)  # long loops of Python keep the interpreter to themselves (measured.md)

            return job.work(breathe)

        def ended(then: Callable[[Any], None], value: Any) -> None:
            if self._running is not job:
                return
            self._running = None
            try:
                then(value)
            finally:
                self._go_on()

        def failed(error: AppError) -> None:
            ended(self.failed.emit, error)

        self._runner.submit(
            work, owner=self._owner, done=lambda made: ended(job.done, made), failed=failed, slot="cells"
        )

    # -- what is selected ---------------------------------------------------------------------------------------------

    def _shown(self) -> _Shown | None:
        """None where no cell of the file is selected."""
        model, source, frame = self._model, self._model.source(), self._model.shown()
        selected, blocks = self._table.selectionModel().selection(), []
        for one in (selected.at(at) for at in range(selected.count())):
            columns = range(max(one.left(), model.fixed), one.right() + 1)
            if columns and one.bottom() >= one.top():
                blocks.append((range(one.top(), one.bottom() + 1), columns))
        if not blocks or source is None or frame is None:
            return None
        keys = tuple(model.key_at(column) for column in range(model.columnCount()))
        return _Shown(source, frame, keys, tuple(blocks))

    # -- what is done -------------------------------------------------------------------------------------------------

    def _want(self, name: str, shown: _Shown, make: Callable[[], pl.DataFrame]) -> None:
        """A step of about as many cells as are selected."""
        job = _Job(shown.count, lambda _breathe: make(), lambda cells: self.wanted.emit(name, cells, shown.source))
        self._in_turn(lambda: job)

    def _typed(self, index: int, key: str, text: str) -> None:
        import polars as pl

        cells = pl.DataFrame({"index": [index], "key": [key], "after": [text]}, schema_overrides={"index": pl.UInt32})
        source = self._model.source()
        if self.is_busy():
            self._model.show_typed([(index, key, text or None)])
        job = _Job(1, lambda _breathe: cells, lambda made: self.wanted.emit(TYPED, made, source))
        self._in_turn(lambda: job)

    def _copy(self) -> None:
        """The rectangle round what is selected, as a spreadsheet takes it; cells are copied as they stand."""
        shown = self._shown()
        if shown is None:
            return
        rows = range(min(r.start for r, _ in shown.blocks), max(r.stop for r, _ in shown.blocks))
        columns = range(min(c.start for _, c in shown.blocks), max(c.stop for _, c in shown.blocks))
        size = len(rows) * len(columns)
        if size > AT_ONCE:
            part = shown.frame.slice(rows.start, len(rows))
            keys, typed = [str(shown.keys[column]) for column in columns], self._model.not_checked()
            job = _Job(size, lambda breathe: text_of_frame(part, keys, typed, breathe), _to_clipboard)
        else:
            texts = list(zip(*(self._model.texts(rows, column) for column in columns), strict=True))
            job = _Job(size, lambda _breathe: text_of(texts), _to_clipboard)
        self._in_turn(lambda: job)

    def _paste(self) -> None:
        """A block of cells, from the selection's first cell on; a single one fills all that is selected."""
        shown = self._shown()
        if shown is None:
            return

        def done(made: tuple[pl.DataFrame, int, int]) -> None:
            cells, rows, columns = made
            self.wanted.emit(PASTED, cells, shown.source)
            if rows or columns:
                self.cut_short.emit(rows, columns)

        def prepare() -> _Job | None:  # a copy may have been on its way to the clipboard
            text = QGuiApplication.clipboard().text()
            if not text:
                return None
            if shown.count > AT_ONCE or len(text) > TEXT_AT_ONCE:
                return _Job(AT_ONCE + 1, lambda breathe: _pasted(shown, rows_of(text, breathe)), done)
            return _Job(1, lambda _breathe: _pasted(shown, block_of(text)), done)

        self._in_turn(prepare)

    def _fill_down(self) -> None:
        """Each column's first selected cell goes into all selected ones below it."""
        import polars as pl

        shown = self._shown()
        if shown is None:
            return
        firsts = [
            (rows, column, self._model.raw(rows.start, column))
            for rows, columns in shown.blocks
            for column in columns
            if len(rows) > 1
        ]
        if firsts:
            self._want(FILLED, shown, lambda: pl.concat([shown.cells(*first) for first in firsts]))

    def _clear(self) -> None:
        if (shown := self._shown()) is not None:
            self._want(CLEARED, shown, lambda: shown.all(None))


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _pasted(shown: _Shown, block: list[list[str]] | pl.Series) -> tuple[pl.DataFrame, int, int]:
    """The cells that are written to, and how many rows and columns found no place."""
    import polars as pl

    widths = pl.Series(list(map(len, block)), dtype=pl.UInt32) if isinstance(block, list) else block.list.len()
    if len(block) == 1 and widths[0] == 1:
        return shown.all(block[0][0]), 0, 0
    top, left = min((rows.start, columns.start) for rows, columns in shown.blocks)
    width: int = widths.sort()[-1]
    rows = range(top, min(top + len(block), shown.frame.height))
    columns = range(left, min(left + width, len(shown.keys)))
    cut = len(block) - len(rows), width - len(columns)
    parts = []
    for at, column in enumerate(columns):
        # A row that is shorter than the others says nothing of the cells behind its end.
        there = (widths[: len(rows)] > at).arg_true()
        texts = [block[row][at] for row in there] if isinstance(block, list) else block[there].list.get(at)
        parts.append(shown.cells(rows if len(there) == len(rows) else there + top, column, texts))
    return pl.concat(parts), *cut
