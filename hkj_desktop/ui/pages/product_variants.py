"""The rows of a product that has several: one line each, written to in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, tooltip_safe
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell, Index, RowDelegate
from hkj_desktop.ui.pages.product_problems import tone_of
from hkj_desktop.ui.pages.product_view import CellView, Group, ProductView, Reads
from hkj_desktop.ui.theme import Tone, metrics, px
from hkj_desktop.ui.widgets.data_table import DataTable

ROW = 0
#: So many rows are seen before the table scrolls by itself.
MOST_ROWS = 8
ROW_WIDTH, LEAST, WIDEST = 56, 80, 200
_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SERVED = frozenset({_DISPLAY, _EDIT, _TOOLTIP, _SPOKEN, CELL_ROLE})
_NOWHERE = QModelIndex()
_RANKS = {Group.OPTIONS: 0, Group.CODES: 1, Group.SELLING: 2, Group.OTHERS: 3, Group.PICTURES: 4}
_SELDOM = (Group.OPTIONS, Group.PICTURES)
Rows = tuple[tuple[int, tuple[CellView, ...]], ...]


class VariantModel(QAbstractTableModel):
    """``edited(index, key, text)``: a cell got another text."""

    edited = Signal(int, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows = ()
        self._titles: tuple[str, ...] = ()
        self._sent: dict[tuple[int, str], str] = {}

    def show_rows(self, view: ProductView, *, anew: bool) -> None:
        """Show the rows of another product, or the same ones as they stand now: a cell that is being written stays
        open."""
        rows, order = view.variants, _order(view.variants)
        rows = tuple((number, tuple(cells[at] for at in order)) for number, cells in rows)
        same = not anew and [_keys(row) for row in rows] == [_keys(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        before = {(cell.index, cell.key): cell.text for _, cells in self._rows for cell in cells}
        now = {(cell.index, cell.key): cell.text for _, cells in rows for cell in cells}
        # What was sent a moment ago is shown until it comes back.
        self._sent = {at: text for at, text in self._sent.items() if same and now[at] == before[at] != text}
        self._rows = rows
        self._titles = (self.tr("Row"), *(self._title(view, cell) for cell in (rows[0][1] if rows else ())))
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        else:
            self.endResetModel()

    def _title(self, view: ProductView, cell: CellView) -> str:
        """An option is called as the product calls it, where all of its rows agree: Size."""
        name = cell.fields[0] if cell.fields else ""
        if cell.group is Group.OPTIONS and name.endswith("_value"):
            called = {row[name.replace("_value", "_name")] for row in view.values} - {None, ""}
            if len(called) == 1:
                return display_safe(str(called.pop()), 40)
        return cell.label

    def cell_at(self, row: int, column: int) -> CellView | None:
        """The cell under a place of the table; None in the column of row numbers."""
        return self._rows[row][1][column - 1] if column > ROW and row < len(self._rows) else None

    def place_of(self, index: int, field: str | None, letter: str | None) -> QModelIndex:
        """Where the cell of a problem stands; the row alone where no column is known."""
        for row, (_, cells) in enumerate(self._rows):
            if not cells or cells[0].index != index:
                continue
            for at, cell in enumerate(cells):
                if field in cell.fields or (letter is not None and cell.place.rstrip("0123456789") == letter):
                    return self.index(row, at + 1)
            return self.index(row, 1)
        return QModelIndex()

    def text(self, cell: CellView) -> str:
        return self._sent.get((cell.index, cell.key), cell.text)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        return self._titles[section] if role == _DISPLAY and orientation == Qt.Orientation.Horizontal else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsEditable if index.column() > ROW else known

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _SERVED or not index.isValid():
            return None
        cell = self.cell_at(index.row(), index.column())
        if cell is None:
            number = str(self._rows[index.row()][0])
            return Cell(number, quiet=True, ltr=True) if role == CELL_ROLE else None if role == _EDIT else number
        text = self.text(cell)
        if role == CELL_ROLE:
            tones = [tone_of(problem) for problem in cell.problems]
            pill = Tone.ERROR if Tone.ERROR in tones else tones[0] if tones else None
            return Cell(text, pill=pill, ltr=cell.reads is Reads.LTR, strong=cell.group is Group.OPTIONS)
        if role in (_DISPLAY, _EDIT):
            return text
        wrong = [say.problem(problem) for problem in cell.problems]
        said = [f"{words.title}. {words.todo}" for words in wrong]
        if role == _SPOKEN:
            return " ".join([f"{self._titles[index.column()]}: {text}", *said])
        return tooltip_safe("\n".join(part for part in (text, cell.place, *said) if part)) or None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        cell = self.cell_at(index.row(), index.column())
        if role != _EDIT or cell is None:
            return False
        if str(value) != self.text(cell):
            self._sent[cell.index, cell.key] = str(value)
            self.dataChanged.emit(self.index(index.row(), ROW), index)
            self.edited.emit(cell.index, cell.key, str(value))
        return True


def _keys(row: tuple[int, tuple[CellView, ...]]) -> tuple[object, ...]:
    return (row[0], *((cell.index, cell.key) for cell in row[1]))


def _order(rows: Rows) -> list[int]:
    """What tells the variants apart first; names of options, which stand above their values too, and what the file
    has no column for last."""
    cells = rows[0][1] if rows else ()

    def rank(at: int) -> tuple[bool, int]:
        cell = cells[at]
        named = cell.group is Group.OPTIONS and cell.fields[0].endswith("_name")
        return (not cell.place and cell.group in _SELDOM, _RANKS.get(cell.group, 3) if not named else 5)

    return sorted(range(len(cells)), key=rank)


class VariantTable(DataTable):
    """Enter or a double click writes in a cell, as does beginning to type; Escape leaves that cell as it was."""

    def __init__(self, model: VariantModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._variants = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Variants"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        model.modelReset.connect(self._fit)

    def commit(self) -> None:
        """Take over a cell that is being written."""
        editor = self.findChild(QLineEdit)
        if editor is not None and self.state() == QAbstractItemView.State.EditingState:
            self.commitData(editor)
            self.closeEditor(editor, RowDelegate.EndEditHint.NoHint)

    def is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.is_editing() and self.currentIndex().isValid():
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        m, model, head = metrics(), self._variants, self.horizontalHeader()
        rows = min(MOST_ROWS, max(1, model.rowCount()))
        for column in range(model.columnCount()):
            needed = max(head.sectionSizeHint(column), self.sizeHintForColumn(column))
            self.setColumnWidth(column, px(ROW_WIDTH) if column == ROW else max(px(LEAST), min(needed, px(WIDEST))))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        needed = sum(self.columnWidth(column) for column in range(model.columnCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if needed > self.width() else 0
        self.setFixedHeight(m.table_head + rows * m.table_row + 2 + bar)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()
