"""Editing in the table as in a spreadsheet: blocks of cells are copied, pasted, filled down and cleared."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from hkj_desktop.ui.models.table_model import TableModel
from hkj_desktop.ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    import polars as pl

TYPED, PASTED, FILLED, CLEARED = "typed", "pasted", "filled", "cleared"
#: More cells than this are not shown before they are checked; they come a moment later.
SHOWN_AT_ONCE = 5_000


class TableEditing(QObject):
    """``wanted(name, cells)``: a step that the person made; ``cells`` has ``index``, ``key`` and ``after``.
    ``cut_short(rows, columns)``: so many rows and columns of what was pasted found no place."""

    wanted = Signal(str, object)
    cut_short = Signal(int, int)

    def __init__(self, table: DataTable, model: TableModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
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
        action.triggered.connect(then)
        self._table.addAction(action)
        return action

    # -- what is selected ---------------------------------------------------------------------------------------------

    def _blocks(self) -> list[tuple[range, range]]:
        """The selected rectangles, of the file's own columns: rows and columns as they are shown in the model."""
        fixed, found = self._model.fixed, []
        selected = self._table.selectionModel().selection()
        for one in (selected.at(at) for at in range(selected.count())):
            columns = range(max(one.left(), fixed), one.right() + 1)
            if columns and one.bottom() >= one.top():
                found.append((range(one.top(), one.bottom() + 1), columns))
        return found

    def _cells(self, rows: range | Sequence[int], columns: Sequence[int], text: pl.Expr | str | None) -> pl.DataFrame:
        import polars as pl

        frame = self._model.shown()
        assert frame is not None  # noqa: S101 - something is selected in it
        index = frame["index"][list(rows)] if not isinstance(rows, range) else frame["index"][rows.start : rows.stop]
        keys = [key for column in columns if (key := self._model.key_at(column)) is not None]
        after = text if isinstance(text, pl.Expr) else pl.lit(text, dtype=pl.String)
        cells = pl.DataFrame({"index": index}).join(pl.DataFrame({"key": keys}, schema={"key": pl.String}), how="cross")
        return cells.with_columns(after=after)

    # -- what is done -------------------------------------------------------------------------------------------------

    def _typed(self, index: int, key: str, text: str) -> None:
        import polars as pl

        cells = pl.DataFrame({"index": [index], "key": [key], "after": [text]}, schema_overrides={"index": pl.UInt32})
        self.wanted.emit(TYPED, cells)

    def _copy(self) -> None:
        """The rectangle round what is selected, as a spreadsheet takes it; cells are copied as they stand."""
        blocks = self._blocks()
        if not blocks:
            return
        rows = range(min(r.start for r, _ in blocks), max(r.stop for r, _ in blocks))
        columns = range(min(c.start for _, c in blocks), max(c.stop for _, c in blocks))
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter="\t", lineterminator="\r\n")
        for row in rows:
            writer.writerow([self._model.raw(row, column) for column in columns])
        QGuiApplication.clipboard().setText(text.getvalue().removesuffix("\r\n"))

    def _paste(self) -> None:
        """A block of cells, from the selection's first cell on; a single one fills all that is selected."""
        import polars as pl

        block = block_of(QGuiApplication.clipboard().text())
        blocks = self._blocks()
        if not block or not blocks:
            return
        if len(block) == 1 and len(block[0]) == 1:
            self.wanted.emit(PASTED, pl.concat([self._cells(rows, columns, block[0][0]) for rows, columns in blocks]))
            return
        top = min(rows.start for rows, _ in blocks)
        left = min(columns.start for _, columns in blocks)
        width = max(map(len, block))
        rows = range(top, min(top + len(block), self._model.rowCount()))
        columns = range(left, min(left + width, self._model.columnCount()))
        texts = [row[at] if at < len(row) else None for row in block[: len(rows)] for at in range(len(columns))]
        cells = self._cells(rows, columns, None).with_columns(pl.Series("after", texts, dtype=pl.String))
        # A row that is shorter than the others says nothing of the cells behind its end.
        short = pl.Series([at < len(row) for row in block[: len(rows)] for at in range(len(columns))], dtype=pl.Boolean)
        self.wanted.emit(PASTED, cells.filter(short))
        if len(rows) < len(block) or len(columns) < width:
            self.cut_short.emit(len(block) - len(rows), width - len(columns))

    def _fill_down(self) -> None:
        """Each column's first selected cell goes into all selected ones below it."""
        import polars as pl

        parts = [
            self._cells(rows, [column], self._model.raw(rows.start, column))
            for rows, columns in self._blocks()
            for column in columns
            if len(rows) > 1
        ]
        if parts:
            self.wanted.emit(FILLED, pl.concat(parts))

    def _clear(self) -> None:
        import polars as pl

        parts = [self._cells(rows, columns, None) for rows, columns in self._blocks()]
        if parts:
            self.wanted.emit(CLEARED, pl.concat(parts))


def block_of(text: str) -> list[list[str]]:
    """The cells of copied text: between tabs, a line a row; a cell with a line's end in it stands in quotes, as
    spreadsheets write it."""
    rows = [
        [cell.replace("\r\n", "\n") for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    ]
    while rows and not any(rows[-1]):
        rows.pop()
    return [row or [""] for row in rows]
