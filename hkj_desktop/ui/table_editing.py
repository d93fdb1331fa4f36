"""Editing in the table as in a spreadsheet: blocks of cells are copied, pasted, filled down and cleared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from hkj_desktop.ui.models.table_model import TableModel
from hkj_desktop.ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    import polars as pl

TYPED, PASTED, FILLED, CLEARED = "typed", "pasted", "filled", "cleared"
#: One cell of copied text: in quotes, where its end follows, or whatever stands before the next cell; and what ends it.
_CELL = re.compile('(?:"((?:[^"]|"")*)"(?=[\t\r\n]|\\Z)|([^\t\r\n]*))(\t|\r\n?|\n|\\Z)')
_IN_QUOTES = re.compile('^"|[\t\r\n]')
#: More cells than this are not shown before they are checked; they come a moment later.
SHOWN_AT_ONCE = 5_000


class TableEditing(QObject):
    """``wanted(name, cells, file)``: a step that the person made; ``cells`` has ``index`` (row of the catalogue as
    ``file`` has it), ``key`` and ``after``.
    ``cut_short(rows, columns)``: so many rows and columns of what was pasted found no place."""

    wanted = Signal(str, object, object)
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

    def _cells(self, rows: Sequence[int], column: int, after: Sequence[str] | str | None) -> pl.DataFrame:
        """The cells of a column in these shown rows, and what is to stand there: one text for each, or one for all."""
        import polars as pl

        frame, key = self._model.shown(), self._model.key_at(column)
        assert frame is not None  # noqa: S101 - something is selected in it
        # Put together without polars' engine: it may be at work on a check, and the window does not wait for it.
        whole = isinstance(rows, range)
        index = frame["index"].slice(rows[0], len(rows)) if whole and rows else frame["index"].gather(list(rows))
        keys = pl.Series("key", [key], dtype=pl.String).new_from_index(0, len(rows))
        if after is None or isinstance(after, str):
            texts = pl.Series("after", [after], dtype=pl.String).new_from_index(0, len(rows))
        else:
            texts = pl.Series("after", after, dtype=pl.String)
        return pl.DataFrame([index, keys, texts])

    def _all(self, text: str | None) -> pl.DataFrame | None:
        """Every selected cell with the same text; None where none is selected."""
        import polars as pl

        parts = [self._cells(rows, column, text) for rows, columns in self._blocks() for column in columns]
        return pl.concat(parts) if parts else None

    # -- what is done -------------------------------------------------------------------------------------------------

    def _typed(self, index: int, key: str, text: str) -> None:
        import polars as pl

        cells = pl.DataFrame({"index": [index], "key": [key], "after": [text]}, schema_overrides={"index": pl.UInt32})
        self.wanted.emit(TYPED, cells, self._model.source())

    def _copy(self) -> None:
        """The rectangle round what is selected, as a spreadsheet takes it; cells are copied as they stand."""
        blocks = self._blocks()
        if not blocks:
            return
        rows = range(min(r.start for r, _ in blocks), max(r.stop for r, _ in blocks))
        columns = range(min(c.start for _, c in blocks), max(c.stop for _, c in blocks))
        texts = zip(*(self._model.texts(rows, column) for column in columns), strict=True)
        QGuiApplication.clipboard().setText(text_of(texts))

    def _paste(self) -> None:
        """A block of cells, from the selection's first cell on; a single one fills all that is selected."""
        import polars as pl

        block = block_of(QGuiApplication.clipboard().text())
        blocks = self._blocks()
        if not block or not blocks:
            return
        if len(block) == 1 and len(block[0]) == 1:
            self.wanted.emit(PASTED, self._all(block[0][0]), self._model.source())
            return
        top, left = min((rows.start, columns.start) for rows, columns in blocks)
        width = max(map(len, block))
        rows = range(top, min(top + len(block), self._model.rowCount()))
        columns = range(left, min(left + width, self._model.columnCount()))
        parts = []
        for at, column in enumerate(columns):
            # A row that is shorter than the others says nothing of the cells behind its end.
            texts = {row: cells[at] for row, cells in zip(rows, block, strict=False) if at < len(cells)}
            parts.append(self._cells(list(texts), column, list(texts.values())))
        self.wanted.emit(PASTED, pl.concat(parts), self._model.source())
        if len(rows) < len(block) or len(columns) < width:
            self.cut_short.emit(len(block) - len(rows), width - len(columns))

    def _fill_down(self) -> None:
        """Each column's first selected cell goes into all selected ones below it."""
        import polars as pl

        parts = [
            self._cells(rows, column, self._model.raw(rows.start, column))
            for rows, columns in self._blocks()
            for column in columns
            if len(rows) > 1
        ]
        if parts:
            self.wanted.emit(FILLED, pl.concat(parts), self._model.source())

    def _clear(self) -> None:
        if (cells := self._all(None)) is not None:
            self.wanted.emit(CLEARED, cells, self._model.source())


def text_of(block: Iterable[Sequence[str]]) -> str:
    """Cells as spreadsheets copy them; :func:`block_of` reads them. Without the last line's end, since one cell is
    often wanted in a sentence, unless there would be nothing on the last line."""
    lines = ["\t".join(_quoted(cell) for cell in row) for row in block]
    return "\r\n".join([*lines, ""] if lines and not lines[-1] else lines)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _IN_QUOTES.search(cell) else cell


def block_of(text: str) -> list[list[str]]:
    """The cells of copied text: between tabs, a line a row; a cell with a line's end in it stands in quotes, as
    spreadsheets write it. Quotes that do not end with their cell are a part of it (5" and 10")."""
    rows: list[list[str]] = []
    row: list[str] = []
    at = 0
    while at < len(text) or row:
        found = _CELL.match(text, at)
        assert found is not None  # noqa: S101 - its second half takes anything
        quoted, plain, end = found.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"').replace("\r\n", "\n"))
        at = found.end()
        if end != "\t":
            rows.append(row)
            row = []
    return rows
