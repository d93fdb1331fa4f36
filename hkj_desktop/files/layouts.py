"""Where in a workbook the problems and the changed cells of a catalogue stand: in the person's own, or in one that was
made from the catalogue's cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.table import Column
from hkj_desktop.files.save_as import Table

#: Row and column of a cell, from 1.
Place = tuple[int, int]
_LETTERS = 26


class Layout(Protocol):
    """Rows and columns are those of the workbook, from 1. :class:`OwnLayout` and :class:`MadeLayout` are ones."""

    @property
    def header(self) -> int:
        """The row of the headers."""
        ...

    @property
    def strict(self) -> bool:
        """Whether each changed cell must still hold what was read of it."""
        ...

    def of_problems(self, problems: pl.DataFrame) -> list[Place | None]:
        """For each problem its cell; None for one that is about the file as a whole."""
        ...

    def of_cells(self, cells: pl.DataFrame) -> list[Place | None]:
        """For each cell (``key``, ``at``) its place; None where it has none."""
        ...

    def of_row(self, at: int) -> int | None:
        """The row at position ``at`` of the catalogue as it was read."""
        ...


@dataclass(frozen=True)
class OwnLayout:
    """The workbook that was read: every row and column is where Excel shows it."""

    draft: Draft

    @property
    def header(self) -> int:
        return self.draft.base.header_row or 1

    @property
    def strict(self) -> bool:
        # Where rows were rearranged, a cell of the catalogue may be several of the file's.
        return self.draft.base.system is None

    @cached_property
    def columns(self) -> dict[str, Column]:
        return {column.key: column for column in self.draft.catalog.columns}

    @cached_property
    def first(self) -> int:
        """The file's first column."""
        return min(number_of(column.letter) for column in self.draft.base.columns)

    def of_problems(self, problems: pl.DataFrame) -> list[Place | None]:
        places: list[Place | None] = []
        for row, letter in problems.select("row", "letter").iter_rows():
            if row is None and letter is None:
                places.append(None)
            else:
                places.append((row or self.header, number_of(letter) if letter else self.first))
        return places

    def of_cells(self, cells: pl.DataFrame) -> list[Place | None]:
        return [self._of_cell(key, at) for key, at in cells.select("key", "at").iter_rows()]

    def _of_cell(self, key: str, at: int) -> Place | None:
        column = self.columns.get(key)
        if column is None:
            return None
        elsewhere = self.draft.base.elsewhere.get(key)
        row = None if elsewhere is None else elsewhere[at]
        if row is None:
            # A part that stands for another row's cell has none where there is no such row.
            row = None if column.derived and key in self.draft.base.cells.columns else self.draft.base.rows[at]
        return None if row is None else (int(row), number_of(column.letter))

    def of_row(self, at: int) -> int | None:
        return int(self.draft.base.rows[at])


@dataclass(frozen=True)
class MadeLayout:
    """A workbook made from ``table`` (save_as.py): headers in the first row, then a row for each of the catalogue's."""

    draft: Draft
    checked: Checked
    table: Table
    header: int = 1
    strict: bool = False
    _by_letter: dict[str, int] = field(init=False, default_factory=dict)
    _by_field: dict[str, int] = field(init=False, default_factory=dict)
    _by_key: dict[str, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for at, column in enumerate(self.table.columns, start=1):
            self._by_key.setdefault(column.key, at)
            if column.letter:
                self._by_letter.setdefault(column.letter, at)
            if column.field:
                self._by_field.setdefault(column.field.name, at)
        for match in self.checked.mapping.matches:
            if match.field in self._by_field:
                self._by_key.setdefault(match.column.key, self._by_field[match.field])
            elif match.column.letter in self._by_letter:
                self._by_key.setdefault(match.column.key, self._by_letter[match.column.letter])

    def of_problems(self, problems: pl.DataFrame) -> list[Place | None]:
        places: list[Place | None] = []
        for index, letter, name in problems.select("index", "letter", "field").iter_rows():
            column = self._by_field.get(name or "") or self._by_letter.get(letter or "")
            if index is not None:
                places.append((index + 2, column or 1))
            else:
                places.append(None if column is None else (self.header, column))
        return places

    def of_cells(self, cells: pl.DataFrame) -> list[Place | None]:
        places: list[Place | None] = []
        for key, row in zip(cells["key"], self.draft.index_of(cells["at"]), strict=True):
            column = self._by_key.get(key)
            places.append(None if row is None or column is None else (row + 2, column))
        return places

    def of_row(self, at: int) -> int | None:  # noqa: ARG002 - rows that are left out are not in it
        return None


def number_of(letter: str) -> int:
    """``AB`` → 28."""
    number = 0
    for one in letter:
        number = number * _LETTERS + ord(one) - ord("A") + 1
    return number


def name_of(place: Place) -> str:
    """``(17, 3)`` → ``C17``."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(place[1])}{place[0]}"


def placed(places: Sequence[Place | None]) -> int:
    """How many of them there are."""
    return sum(place is not None for place in places)
