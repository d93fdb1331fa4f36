"""A table model over a polars frame: sorting and searching happen in the frame, cells are read a page at a time.

(QSortFilterProxyModel over a Python model takes 20 s to sort 100,000 rows; the frame takes 0.05 s.) Searching a
million problems takes a second, so rows are worked out in a task; the old ones stay until the new ones come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:
    import polars as pl

PAGE = 256
KEPT_PAGES = 3
Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SERVED = frozenset({_DISPLAY, _TOOLTIP, _SPOKEN, CELL_ROLE})
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Filter:
    """Which rows are wanted: ``text`` in a cell, problems of one ``severity``, of one ``code``; products of one
    ``state`` (READY, … of opened.py), of one ``category`` (exact path, "" for none), whose ``price`` lies between two
    (in fils, both included), that are ``sold_out``."""

    text: str = ""
    severity: str | None = None
    code: str | None = None
    state: int | None = None
    category: str | None = None
    price: tuple[int, int] | None = None
    sold_out: bool = False


@dataclass(frozen=True, eq=False)
class Asked:
    """Rows that somebody wants to see. ``source``: what the model is about, never changed by anybody. ``like``: the
    rows that were shown before stay, though they may not fit the filter any more: what a person has just changed does
    not vanish from under their hands."""

    source: Any
    filter: Filter = Filter()
    column: int = 0
    descending: bool = False
    like: pl.DataFrame | None = None


class FrameModel(QAbstractTableModel):
    """Subclasses say what a row's cells are (:meth:`cells_of`) and what the columns are called.

    ``make_rows(asked, cancel)`` filters and sorts, on a pool thread: it must look at nothing but ``asked``.
    ``natural``: the column in whose order the rows of a source stand by themselves.
    ``renewed``: other rows are shown. ``failed(AppError)``: they could not be worked out, the old ones stay.
    """

    renewed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        make_rows: Callable[[Asked, CancelToken], pl.DataFrame],
        natural: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._make_rows = make_rows
        self._natural = natural
        self._owner = Owner(type(self).__name__, self)
        self._asked = self._shown = Asked(None, column=natural)
        self._live = True
        self._frame: pl.DataFrame | None = None
        self._pages: dict[int, list[tuple[Cell, ...]]] = {}

    # -- for subclasses -----------------------------------------------------------------------------------------------

    def columns(self) -> int:
        """How many columns the table has."""
        raise NotImplementedError

    def title(self, column: int) -> str:
        """What stands above a column."""
        raise NotImplementedError

    def cells_of(self, page: pl.DataFrame) -> list[tuple[Cell, ...]]:
        """The cells of each row of ``page``, a slice of the shown frame."""
        raise NotImplementedError

    def all_rows(self, source: Any) -> pl.DataFrame:
        """Every row of ``source`` in its own order; this costs nothing."""
        raise NotImplementedError

    def rows_like(self, source: Any, shown: pl.DataFrame) -> pl.DataFrame:
        """The rows of ``source``, which has as many as before, in the place of those of ``shown``."""
        return self.all_rows(source)[shown["index"]]

    def source(self) -> Any:
        """What the shown rows are of; None while there is nothing."""
        return self._shown.source

    # -- what is shown ------------------------------------------------------------------------------------------------

    def shown(self) -> pl.DataFrame | None:
        """The rows that are shown, filtered and sorted."""
        return self._frame

    def is_busy(self) -> bool:
        """Whether other rows are on their way."""
        return self._live and self._asked is not self._shown

    def show_source(
        self, source: Any, filter_: Filter = Filter(), *, keep_order: bool = False, keep_rows: bool = False
    ) -> None:
        """Show the rows of something else (None: of nothing). ``keep_rows``: it has the same rows as what is shown,
        with other cells; those that are shown stay until something else is asked for."""
        column, descending = (self._asked.column, self._asked.descending) if keep_order else (self._natural, False)
        if not self._live:
            self._apply(Asked(None, column=self._natural), None)  # nothing of the old one is kept in memory
        # Only while the rows that are shown are those that were asked for: others may be on their way.
        settled = self._asked is self._shown or self._asked.like is not None
        like = self._frame if keep_rows and settled and filter_ == self._asked.filter else None
        self._ask(Asked(source, filter_, column, descending, like))

    def take_over(self, old: Self) -> None:
        """Show the rows that ``old`` shows, in their order; what it waits for is asked for here."""
        self.beginResetModel()
        self._live, self._frame, self._pages = old._live, old._frame, {}
        self._asked = self._shown = old._shown
        self.endResetModel()
        self.renewed.emit()
        if old.is_busy():
            self._ask(old._asked)
        else:
            self._asked = self._shown if old._asked is old._shown else old._asked

    def set_filter(self, filter_: Filter) -> None:
        if filter_ != self._asked.filter:
            self._ask(replace(self._asked, filter=filter_, like=None))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        if (column, descending) != (self._asked.column, self._asked.descending):
            self._ask(replace(self._asked, column=column, descending=descending, like=None))

    def set_live(self, live: bool) -> None:
        """Whether anybody looks. Changes are worked out when somebody does."""
        was, self._live = self._live, live
        if live and not was and self._asked is not self._shown:
            self._ask(self._asked)

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self._owner.cancel("rows")
        if not self._live:
            return
        if asked.source is None:
            self._apply(asked, None)
        elif asked.filter == Filter() and asked.column == self._natural and not asked.descending:
            self._apply(asked, self.all_rows(asked.source))
        else:
            self._work(asked)

    def _work(self, asked: Asked) -> None:
        def work(cancel: CancelToken, _report: Report) -> pl.DataFrame:
            if asked.like is not None:
                return self.rows_like(asked.source, asked.like)
            return self._make_rows(asked, cancel)

        def done(frame: pl.DataFrame) -> None:
            if asked is self._asked:  # rows that cost nothing may have come meanwhile
                self._apply(asked, frame)

        self._runner.submit(work, owner=self._owner, done=done, failed=self._on_failed, slot="rows")

    def _on_failed(self, error: AppError) -> None:
        self._asked = self._shown
        self.failed.emit(error)
        self.renewed.emit()

    def _apply(self, asked: Asked, frame: pl.DataFrame | None) -> None:
        if self._shows_rows_of(frame) and asked.source is not None and self.same_columns(asked.source):
            # Other cells in the same rows: what is selected, and where the person is, stays.
            self._asked = self._shown = asked
            self._frame = frame
            self.cells_changed()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columns() - 1)
        else:
            self.beginResetModel()
            self._asked = self._shown = asked
            self._frame = frame
            self._pages = {}
            self.endResetModel()
        self.renewed.emit()

    def _shows_rows_of(self, frame: pl.DataFrame | None) -> bool:
        old = self._frame
        if old is None or frame is None or not old.height or old.height != frame.height:
            return False
        return old["index"].equals(frame["index"])

    def same_columns(self, source: Any) -> bool:
        """Whether ``source`` has the columns that are shown."""
        return source is not None

    def cells_changed(self) -> None:
        """The rows are the same, and their cells are to be read again."""
        self._pages = {}
        if self._frame is not None and self._frame.height:
            self.dataChanged.emit(self.index(0, 0), self.index(self._frame.height - 1, self.columns() - 1))

    # -- for the view -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._frame is None else self._frame.height

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.columns()

    def cell(self, row: int, column: int) -> Cell:
        """One cell of the shown rows."""
        page = row // PAGE
        if page not in self._pages:
            assert self._frame is not None  # noqa: S101 - there is a row, so there is a frame
            while len(self._pages) >= KEPT_PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[page] = self.cells_of(self._frame.slice(page * PAGE, PAGE))
        return self._pages[page][row - page * PAGE][column]

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _SERVED or not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == _DISPLAY:
            return cell.text
        return self.spoken(cell, index) if role == _SPOKEN else self.tooltip_at(cell, index)

    def spoken(self, cell: Cell, index: Index) -> str:
        """What a screen reader says of the cell."""
        return f"{self.title(index.column())}: {cell.text} {cell.second}".strip()

    def tooltip_at(self, cell: Cell, index: Index) -> str | None:  # noqa: ARG002 - for subclasses
        """What is told of a cell that somebody points at."""
        return self.tooltip(cell)

    def tooltip(self, cell: Cell) -> str | None:
        """The whole value where it may be cut."""
        from hkj_desktop.ui.bidi import tooltip_safe

        return tooltip_safe("\n".join(part for part in (cell.text, cell.second) if part)) or None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return self.title(section)
