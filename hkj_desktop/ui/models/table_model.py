"""The catalogue as a table: the file's own cells, with a wash on those that have a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hkj_desktop.ui import say
from hkj_desktop.ui.delegates.base import Cell
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.frame_model import FrameModel
from hkj_desktop.ui.theme import Role, Tone

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.check import Checked

ROW, STATE = 0, 1
FIXED = 2
_TONES = {"error": Tone.ERROR, "warning": Tone.WARN}


class TableModel(FrameModel):
    """Columns: the row's number, its state, then the file's columns. Filters: ``text`` in any cell;
    ``severity``; ``code``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checked: Checked | None = None
        self._text = ""
        self._severity: str | None = None
        self._code: str | None = None
        self._sort: tuple[int, bool] = (ROW, False)

    def set_checked(self, checked: Checked | None) -> None:
        self._checked = checked
        self._sort = (ROW, False)
        self._refresh()

    def set_filter(self, *, text: str, severity: str | None, code: str | None) -> None:
        self._text, self._severity, self._code = text, severity, code
        self._refresh()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = (column, order == Qt.SortOrder.DescendingOrder)
        self._refresh()

    def position_of(self, index: int) -> int | None:
        """On which shown row the catalogue's row ``index`` stands, if it is shown."""
        frame = self.shown()
        if frame is None:
            return None
        found = (frame["index"] == index).arg_true()
        return int(found[0]) if found.len() else None

    def column_of(self, letter: str | None) -> int:
        """The column with Excel's ``letter``, else the state's."""
        if self._checked is not None:
            for at, column in enumerate(self._checked.catalog.columns):
                if column.letter == letter:
                    return at + FIXED
        return STATE

    def columns(self) -> int:
        return FIXED + len(self._checked.catalog.columns) if self._checked else 0

    def title(self, column: int) -> str:
        if column == ROW:
            return self.tr("Row")
        if column == STATE or self._checked is None:
            return ""
        found = self._checked.catalog.columns[column - FIXED]
        field = self._checked.mapping.matches[column - FIXED].field
        name = say.field(field) if field else found.header
        return f"{found.letter}  {name}"

    def field_of(self, column: int) -> str | None:
        """The field that a column was understood as."""
        return self._checked.mapping.matches[column - FIXED].field if self._checked and column >= FIXED else None

    def cells_of(self, page: pl.DataFrame) -> list[tuple[Cell, ...]]:
        assert self._checked is not None  # noqa: S101 - a page is a page of it
        marks, states = self._marks_of(page)
        columns = self._checked.catalog.columns
        ltr = [self._left_to_right(match.field) for match in self._checked.mapping.matches]
        rows = []
        for index, number, *values in page.select("index", "row", *(column.key for column in columns)).iter_rows():
            state = states.get(index)
            cells = [Cell(str(number), quiet=True, ltr=True), self._state(state)]
            for column, value, reads_ltr in zip(columns, values, ltr, strict=True):
                cells.append(Cell(value or "", pill=marks.get((index, column.letter)), ltr=reads_ltr))
            rows.append(tuple(cells))
        return rows

    def _state(self, tone: Tone | None) -> Cell:
        if tone is None:
            return Cell(icon=Icon.CHECK, icon_role=Role.GOOD)
        return Cell(icon=Icon.CIRCLE_X if tone is Tone.ERROR else Icon.TRIANGLE_ALERT, icon_role=tone.ink)

    def _left_to_right(self, field: str | None) -> bool:
        known = self._checked.fields.by_name.get(field or "") if self._checked else None
        return bool(known and known.left_to_right)

    def _marks_of(self, page: pl.DataFrame) -> tuple[dict[tuple[int, str], Tone], dict[int, Tone]]:
        """The tone of each cell with a problem on this page, and of each row."""
        import polars as pl

        assert self._checked is not None  # noqa: S101 - a page is a page of it
        found = self._checked.problems.frame.filter(pl.col("index").is_in(page["index"].implode()))
        cells: dict[tuple[int, str], Tone] = {}
        rows: dict[int, Tone] = {}
        for index, letter, severity in (
            found.sort("severity", descending=True).select("index", "letter", "severity").iter_rows()
        ):
            # "warning" comes first and "error" last, so that an error wins where a cell has both.
            cells[index, letter] = rows[index] = _TONES[severity]
        return cells, rows

    def _refresh(self) -> None:
        if self._checked is None:
            self.show_frame(None)
            return
        rows = self._checked.products.rows
        frame = self._checked.catalog.cells.with_columns(rows["index"], rows["row"])
        self.show_frame(self._sorted(self._filtered(frame)))

    def _filtered(self, frame: pl.DataFrame) -> pl.DataFrame:
        import polars as pl

        assert self._checked is not None  # noqa: S101 - the caller looked
        if self._severity or self._code:
            problems = self._checked.problems.frame
            if self._severity:
                problems = problems.filter(pl.col("severity") == self._severity)
            if self._code:
                problems = problems.filter(pl.col("code") == self._code)
            frame = frame.filter(pl.col("index").is_in(problems["index"].unique().implode()))
        if self._text:
            wanted = self._text.lower()
            cells = (pl.col(column.key) for column in self._checked.catalog.columns)
            frame = frame.filter(
                pl.any_horizontal(c.str.to_lowercase().str.contains(wanted, literal=True) for c in cells)
            )
        return frame

    def _sorted(self, frame: pl.DataFrame) -> pl.DataFrame:
        """By the value that was understood where there is one (12.5 after 9), else by the text."""
        column, descending = self._sort
        if column == ROW:
            return frame.reverse() if descending else frame
        assert self._checked is not None  # noqa: S101 - the caller looked
        if column == STATE:
            return frame.join(self._severities(), on="index", how="left", maintain_order="left").sort(
                "rank", descending=not descending, nulls_last=True, maintain_order=True
            )
        key = self._checked.catalog.columns[column - FIXED].key
        typed = {"price_jod": "fils", "price_fils": "fils", "stock_qty": "stock"}.get(self.field_of(column) or "")
        if typed:
            by = self._checked.products.rows.select("index", _by=typed)
            frame = frame.join(by, on="index", how="left", maintain_order="left")
            return frame.sort("_by", descending=descending, nulls_last=True, maintain_order=True)
        return frame.sort(key, descending=descending, nulls_last=True, maintain_order=True)

    def _severities(self) -> pl.DataFrame:
        import polars as pl

        assert self._checked is not None  # noqa: S101 - the caller looked
        found = self._checked.problems.frame.filter(pl.col("index").is_not_null())
        rank = pl.when(pl.col("severity") == "error").then(2).otherwise(1)
        return found.group_by("index").agg(rank=rank.max())
