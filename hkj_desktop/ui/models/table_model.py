"""The catalogue as a table: the file's own cells, with a wash on those that have a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QObject, Qt, Signal

from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.delegates.base import Cell
from hkj_desktop.ui.models import light_columns as lights
from hkj_desktop.ui.models.frame_model import Asked, Filter, FrameModel, Index
from hkj_desktop.ui.models.product_filter import products_of
from hkj_desktop.ui.opened import LOOK, NOT_READY, READY, Opened
from hkj_desktop.ui.tasks import Runner
from hkj_desktop.ui.theme import Tone

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.check import Checked

ROW, STATE = 0, 1
_HIDDEN = re.compile("[\u061c\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
FIXED = 2
_OF_LIGHTS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole)
_EDIT = Qt.ItemDataRole.EditRole
_TONES = {"error": Tone.ERROR, "warning": Tone.WARN}
_STATES = {None: READY, Tone.WARN: LOOK, Tone.ERROR: NOT_READY}
_STATE_OF = {cell.icon: state for state, cell in lights.CELLS.items()}


class TableModel(FrameModel):
    """Its source is :class:`Opened`. Columns: the row's number, its state, where several shops are in use a light for
    each of them, then the file's columns, whose cells can be typed into. Text is looked for in any cell; severity and
    code keep the rows that have such a problem.

    ``typed(index, key, text)``: a cell was typed into. What was changed is shown at once, before it is checked
    (:meth:`show_typed`).
    """

    typed = Signal(int, str, str)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(runner, _table_rows, ROW, parent)
        self._typed: dict[tuple[int, str], str | None] = {}
        self._stale: set[tuple[int, str]] = set()  # of them those that the rows that are on their way hold

    def take_over(self, old: Self) -> None:
        super().take_over(old)
        self._typed, self._stale = dict(old._typed), set(old._stale)

    def all_rows(self, source: Opened) -> pl.DataFrame:
        return _every_row(source)

    @property
    def _checked(self) -> Checked | None:
        opened: Opened | None = self.source()
        return opened.checked if opened is not None else None

    @property
    def fixed(self) -> int:
        """How many columns stand before those of the file."""
        opened: Opened | None = self.source()
        return FIXED + len(opened.lights) if opened is not None else FIXED

    def is_light(self, column: int) -> bool:
        return FIXED <= column < self.fixed

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
                    return at + self.fixed
        return STATE

    def columns(self) -> int:
        return self.fixed + len(self._checked.catalog.columns) if self._checked else 0

    def same_columns(self, source: Opened) -> bool:
        shown: Opened | None = self.source()
        return (
            shown is not None
            and shown.is_state_of(source)
            and shown.checked.catalog.columns == source.checked.catalog.columns
            and list(shown.lights) == list(source.lights)
        )

    # -- typing -------------------------------------------------------------------------------------------------------

    def key_at(self, column: int) -> str | None:
        """The catalogue's column that is shown there; None for those that stand before the file's."""
        if self._checked is None or column < self.fixed:
            return None
        return self._checked.catalog.columns[column - self.fixed].key

    def show_typed(self, cells: Sequence[tuple[int, str, str | None]]) -> None:
        """Show these cells (row of the catalogue, column's key, text) until what is shown holds them."""
        typed = {(index, key): after for index, key, after in cells}
        self._typed |= typed
        self._stale -= typed.keys()
        self.cells_changed()

    def not_checked(self) -> dict[tuple[int, str], str | None]:
        """What was typed into cells and is not in the shown rows yet."""
        return dict(self._typed)

    def forget_typed(self) -> None:
        """What was asked for last holds all that was typed: it is forgotten as soon as that is shown."""
        if self.is_busy():
            self._stale = set(self._typed)
        elif self._typed:
            self._typed, self._stale = {}, set()
            self.cells_changed()

    def _apply(self, asked: Asked, frame: pl.DataFrame | None) -> None:
        before: Opened | None = self.source()
        if before is None or asked.source is None or not _same_rows(before, asked.source):
            self._typed = {}  # it would stand in other rows now
        for cell in self._stale:
            self._typed.pop(cell, None)
        self._stale = set()
        super()._apply(asked, frame)

    def raw(self, row: int, column: int) -> str:
        """The cell's text as it stands in the catalogue."""
        return self.texts(range(row, row + 1), column)[0]

    def texts(self, rows: range, column: int) -> list[str]:
        """The texts of several cells of a column, as they stand in the catalogue."""
        frame, key = self.shown(), self.key_at(column)
        if frame is None or key is None:
            return [""] * len(rows)
        part = frame.slice(rows.start, len(rows))
        texts = [text or "" for text in part[key].to_list()]
        if self._typed:
            for at, index in enumerate(part["index"]):
                if (index, key) in self._typed:
                    texts[at] = self._typed[index, key] or ""
        return texts

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == _EDIT:
            return self.raw(index.row(), index.column())
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() >= self.fixed else found

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        frame, key = self.shown(), self.key_at(index.column())
        if role != _EDIT or frame is None or key is None:
            return False
        if str(value) != self.raw(index.row(), index.column()):
            self.typed.emit(frame["index"][index.row()], key, str(value))
        return True

    # -- what is shown ------------------------------------------------------------------------------------------------

    def title(self, column: int) -> str:
        if column == ROW:
            return self.tr("Row")
        if column == STATE or self._checked is None:
            return ""
        if self.is_light(column):
            return lights.headings(self.source())[column - FIXED]
        found = self._checked.catalog.columns[column - self.fixed]
        field = self._checked.mapping.matches[column - self.fixed].field
        name = say.field(field) if field else found.header
        return f"{found.letter}  {name}"

    def cells_of(self, page: pl.DataFrame) -> list[tuple[Cell, ...]]:
        assert self._checked is not None  # noqa: S101 - a page is a page of it
        marks, states = self._marks_of(page)
        columns = self._checked.catalog.columns
        ltr = [self._left_to_right(match.field) for match in self._checked.mapping.matches]
        rows, changed = [], self._changed_on(page)
        before, keys = self.fixed - FIXED, [*lights.keys(self.source()), *(column.key for column in columns)]
        # Column by column: polars' engine may be at work on a check, and the window does not wait for it.
        texts = [page[name].to_list() for name in ("index", "row", *keys)]
        for index, number, *values in zip(*texts, strict=True):
            cells = [Cell(str(number), quiet=True, ltr=True), lights.CELLS[_STATES[states.get(index)]]]
            cells += [lights.CELLS[light] for light in values[:before]]
            for column, value, reads_ltr in zip(columns, values[before:], ltr, strict=True):
                # Hidden characters are taken away before sending: they are not shown as if they were part of the text.
                pill = marks.get((index, column.letter))
                if self._typed and (index, column.key) in self._typed:
                    value, pill = self._typed[index, column.key], None  # noqa: PLW2901 - not checked yet
                text = value if value is None or value.isprintable() else _HIDDEN.sub("", value)
                other = (index, column.key) in changed
                cells.append(Cell(text or "", pill=pill, ltr=reads_ltr, changed=other))
            rows.append(tuple(cells))
        return rows

    def _changed_on(self, page: pl.DataFrame) -> set[tuple[int, str]]:
        """The cells of this page that are not as they were read."""
        draft, found = self.source().draft, set(self._typed)
        if draft.changed:
            index = page["index"]
            at = draft.at(index)
            for key, cells in draft.changed.items():
                other = cells[at].ne_missing(draft.as_read(key)[at])
                found |= {(one, key) for one in index.filter(other)}
        return found

    def spoken(self, cell: Cell, index: Index) -> str:
        if index.column() == STATE or self.is_light(index.column()):
            state = lights.word(_STATE_OF.get(cell.icon))
            return f"{self.title(index.column())}: {state}".removeprefix(": ")
        return super().spoken(cell, index)

    def tooltip_at(self, cell: Cell, index: Index) -> str | None:
        frame = self.shown()
        if frame is not None and cell.changed and (key := self.key_at(index.column())) is not None:
            draft = self.source().draft
            at = draft.at(frame["index"].slice(index.row(), 1))
            was = draft.as_read(key)[at][0] or self.tr("empty")
            return tooltip_safe("\n".join([cell.text, self.tr("Was: {value}").format(value=was)]).strip())
        if frame is None or not self.is_light(index.column()):
            return super().tooltip_at(cell, index)
        row = frame["index"][index.row()]
        return tooltip_safe(lights.tooltip(self.source(), index.column() - FIXED, row))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role in _OF_LIGHTS and self.is_light(section):
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter  # as the lights themselves
            return tooltip_safe(lights.shop_names(self.source())[section - FIXED])
        return super().headerData(section, orientation, role)

    def _left_to_right(self, field: str | None) -> bool:
        known = self._checked.fields.by_name.get(field or "") if self._checked else None
        return bool(known and known.left_to_right)

    def _marks_of(self, page: pl.DataFrame) -> tuple[dict[tuple[int, str], Tone], dict[int, Tone]]:
        """The tone of each cell with a problem on this page, and of each row."""
        opened: Opened = self.source()
        begins, ends = opened.offsets[page["index"]], opened.offsets[page["index"] + 1]
        positions = [at for begin, end in zip(begins, ends, strict=True) for at in range(begin, end)]
        cells: dict[tuple[int, str], Tone] = {}
        rows: dict[int, Tone] = {}
        columns = [opened.marks[name] for name in ("severity", "index", "letter")]
        found = sorted(
            ((*(column[at] for column in columns),) for at in positions), key=lambda one: one[0], reverse=True
        )
        for severity, index, letter in found:
            # "warning" comes first and "error" last, so that an error wins where a cell has both.
            cells[index, letter] = rows[index] = _TONES[severity]
        return cells, rows


def _same_rows(one: Opened, other: Opened) -> bool:
    return one.is_state_of(other) and one.draft.left_out.equals(other.draft.left_out)


def _every_row(opened: Opened) -> pl.DataFrame:
    rows = opened.checked.products.rows
    of_shops = zip(lights.keys(opened), opened.lights.values(), strict=True)
    shown = [light.alias(key) for key, light in of_shops]
    return opened.checked.catalog.cells.hstack([rows["index"], rows["row"], *shown])


def _table_rows(asked: Asked, cancel: CancelToken) -> pl.DataFrame:
    """The rows that were asked for, in the order that was asked for."""
    opened: Opened = asked.source
    frame = _filtered(_every_row(opened), opened, asked.filter)
    cancel.check()
    return _sorted(frame, opened, asked.column, descending=asked.descending)


def _filtered(frame: pl.DataFrame, opened: Opened, wanted: Filter) -> pl.DataFrame:
    import polars as pl

    from hkj_desktop.catalog.cards import holds

    checked = opened.checked
    if (products := products_of(opened, wanted)) is not None:
        frame = frame.filter(checked.products.rows["product"].is_in(products.implode()))
    if wanted.severity or wanted.code:
        problems = checked.problems.frame
        if wanted.severity:
            problems = problems.filter(pl.col("severity") == wanted.severity)
        if wanted.code:
            problems = problems.filter(pl.col("code") == wanted.code)
        frame = frame.filter(pl.col("index").is_in(problems["index"].unique().implode()))
    if wanted.text:
        text = wanted.text.lower()
        cells = (pl.col(column.key) for column in checked.catalog.columns)
        frame = frame.filter(pl.any_horizontal(holds(cell, text) for cell in cells))
    return frame


def _sorted(frame: pl.DataFrame, opened: Opened, column: int, *, descending: bool) -> pl.DataFrame:
    """By the value that was understood where there is one (12.5 after 9), else by the text."""
    if column == ROW:
        return frame.reverse() if descending else frame
    if column == STATE:
        return frame.join(_severities(opened.marks), on="index", how="left", maintain_order="left").sort(
            "rank", descending=not descending, nulls_last=True, maintain_order=True
        )
    before = len(opened.lights)
    if FIXED <= column < FIXED + before:  # what is not ready comes first, as it does by the state
        return frame.sort(lights.KEY.format(column - FIXED), descending=not descending, maintain_order=True)
    checked = opened.checked
    match = checked.mapping.matches[column - FIXED - before]
    typed = {"price_jod": "fils", "price_fils": "fils", "stock_qty": "stock"}.get(match.field or "")
    if typed:
        by = checked.products.rows.select("index", _by=typed)
        frame = frame.join(by, on="index", how="left", maintain_order="left")
        return frame.sort("_by", descending=descending, nulls_last=True, maintain_order=True)
    return frame.sort(match.column.key, descending=descending, nulls_last=True, maintain_order=True)


def _severities(marks: pl.DataFrame) -> pl.DataFrame:
    """``index`` and ``rank`` of each row with a problem: 2 for an error, 1 for a warning."""
    import polars as pl

    rank = pl.when(pl.col("severity") == "error").then(2).otherwise(1)
    return marks.group_by("index").agg(rank=rank.max())
