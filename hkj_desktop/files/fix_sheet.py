"""The sheet of a fix file, with whatever a person and an office program did to it: rows sorted, cut out, copied or
deleted, columns moved or put in, texts made to numbers and days. Which row and column of the catalogue each cell is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import polars as pl

from hkj_desktop.errors import FixFileError
from hkj_desktop.files.fix_keys import (
    CHOICES,
    COLUMN,
    CUT,
    HEAD,
    KEYS,
    PLACE,
    STORE,
    WHY,
    Written,
    folded,
    position_in,
    reduced,
    row_key,
    shown,
    unescaped,
)

#: A cell that is not as it was written.
CHANGED: dict[str, pl.DataType] = {
    "key": pl.String(),
    "at": pl.UInt32(),
    "original": pl.String(),
    "after": pl.String(),
}
#: A cell that cannot be taken: ``row`` as Excel shows it in the fix file, ``text`` what stands there.
BROKEN: dict[str, pl.DataType] = {"key": pl.String(), "at": pl.UInt32(), "row": pl.UInt32(), "text": pl.String()}


@dataclass(frozen=True, eq=False)
class FixFile:
    """What a fix file holds. ``changed``: cells that are not as they were written (see :data:`CHANGED`); ``same``: how
    many are. ``broken``: see :data:`BROKEN`. ``deleted``: positions of rows that are no longer there. As Excel numbers
    them, ``added``: rows without a key that hold something; ``twice``: the first row whose key stands on another row
    with other cells. ``columns_added``: headers of columns that somebody put in and wrote into; ``columns_gone``:
    headers of those that are no longer there."""

    name: str
    written: Written
    changed: pl.DataFrame
    same: int
    broken: pl.DataFrame
    deleted: tuple[int, ...]
    added: tuple[int, ...]
    twice: int | None
    columns_added: tuple[str, ...]
    columns_gone: tuple[str, ...]


@dataclass(frozen=True)
class _Wrong:
    """A cell that shows an error, or a formula that nobody worked out."""

    text: str


_Cell = str | _Wrong | None


@dataclass
class Marks:
    """Where in the sheet what stands: columns from 0. ``columns``: by the key of each, more than one where somebody
    copied it."""

    row: int
    keys: int
    place: int | None = None
    why: int | None = None
    columns: dict[str, list[int]] = field(default_factory=dict)

    @property
    def ours(self) -> set[int | None]:
        return {self.keys, self.place, self.why, *(at for every in self.columns.values() for at in every)}


def find_sheet(book: Any, written: Written, name: str) -> tuple[Any, Marks]:
    """The sheet that was mended: of several (somebody kept a copy) the one with its old name, else the first."""
    found = [
        (sheet, marks)
        for sheet in book.worksheets
        if sheet.title not in (STORE, CHOICES) and (marks := _marks(sheet, written)) is not None
    ]
    if not found:
        raise FixFileError(name=name, reason="damaged")
    return next(((sheet, marks) for sheet, marks in found if sheet.title == written.title), found[0])


def _marks(sheet: Any, written: Written) -> Marks | None:
    known = {key for key, _ in written.columns}
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if KEYS not in row:
            continue
        marks = Marks(number, row.index(KEYS))
        for at, text in enumerate(row):
            if text == PLACE:
                marks.place = at
            elif text == WHY:
                marks.why = at
            elif isinstance(text, str) and (key := unescaped(text).removeprefix(COLUMN)) in known:
                marks.columns.setdefault(key, []).append(at)
        return marks if marks.columns else None
    return None


@dataclass(frozen=True)
class _Row:
    """One row of the sheet: its number, the position that its key and its place say, and its cells as ``Marks`` has
    them."""

    number: int
    by_key: int | None
    by_place: int | None
    cells: dict[str, list[_Cell]]

    @property
    def texts(self) -> dict[str, list[str]]:
        """For comparing rows."""
        return {key: [_plain(cell) for cell in cells] for key, cells in self.cells.items()}


def _plain(cell: _Cell) -> str:
    return cell.text if isinstance(cell, _Wrong) else folded(unescaped(cell or ""))


class Reading:
    """One pass over the sheet, then whose row each is, then what changed."""

    def __init__(self, name: str, written: Written, marks: Marks) -> None:
        self._name, self._written, self._marks = name, written, marks
        self._keys = [key for key, _ in written.columns if key in marks.columns]
        texts = ([written.cells[key][line] for key, _ in written.columns] for line in range(len(written.at)))
        self._row_keys = {row_key(at, own): at for at, own in zip(written.at, texts, strict=True)}
        self._line = {at: line for line, at in enumerate(written.at)}
        self._by_place = {str(row): at for row, at in zip(written.rows, written.at, strict=True)}
        self._added: list[int] = []
        self._further: dict[int, str] = {}
        self._used: set[int] = set()
        self._twice: int | None = None

    def read(self, sheet: Any, unsolved: dict[tuple[int, int], str]) -> FixFile:
        changed: list[tuple[str, int, str | None, str | None]] = []
        broken: list[tuple[str, int, int, str]] = []
        same = 0
        owned = self._owned(list(self._rows(sheet, unsolved)))
        for at, row in owned.items():
            for key in self._keys:
                original = self._written.cells[key][self._line[at]]
                after = self._chosen(row, row.cells[key], original)
                if isinstance(after, _Wrong):
                    broken.append((key, at, row.number, after.text))
                elif _same(after, original):
                    same += 1
                elif after is not None and original is not None and _never_seen(after, original):
                    broken.append((key, at, row.number, CUT.strip()))
                else:
                    changed.append((key, at, original, _plain(after) or None))
        return FixFile(
            self._name,
            self._written,
            pl.DataFrame(changed, schema=CHANGED, orient="row"),
            same,
            pl.DataFrame(broken, schema=BROKEN, orient="row"),
            tuple(at for at in self._written.at if at not in owned),
            tuple(sorted(self._added)),
            self._twice,
            tuple(self._further[at] for at in sorted(self._used)),
            tuple(header for key, header in self._written.columns if key not in self._keys),
        )

    # -- the rows of the sheet ----------------------------------------------------------------------------------------

    def _rows(self, sheet: Any, unsolved: dict[tuple[int, int], str]) -> Iterator[_Row]:
        ours = self._marks.ours
        for number, row in enumerate(sheet.iter_rows(), start=1):
            if number == self._marks.row:
                continue
            cells = [_cell(cell, unsolved.get((number, at))) for at, cell in enumerate(row, start=1)]
            if not any(cells):
                continue
            key = _at(cells, self._marks.keys)
            if key == HEAD or self._is_head(cells):
                self._further = {at: _plain(cell) for at, cell in enumerate(cells) if at not in ours}
                continue
            if number < self._marks.row or self._is_noise(cells):
                continue
            self._used |= {at for at, cell in enumerate(cells) if cell and at not in ours}
            own = {name: [_at(cells, at) for at in self._marks.columns[name]] for name in self._keys}
            place = _at(cells, self._marks.place) if self._marks.place is not None else None
            by_place = self._by_place.get(place.strip()) if isinstance(place, str) else None
            by_key = self._row_keys.get(key) if isinstance(key, str) and position_in(key) is not None else None
            yield _Row(number, by_key, by_place, own)

    def _is_head(self, cells: list[_Cell]) -> bool:
        """The headers, their mark gone."""
        own = dict(self._written.columns)
        return all(_plain(_at(cells, self._marks.columns[key][0])) == folded(shown(own[key])) for key in self._keys)

    def _is_noise(self, cells: list[_Cell]) -> bool:
        """A row that has a key, or a reason, and nothing else."""
        return not any(cell for at, cell in enumerate(cells) if at not in (self._marks.keys, self._marks.why))

    # -- whose row it is ----------------------------------------------------------------------------------------------

    def _owned(self, rows: list[_Row]) -> dict[int, _Row]:
        """Position → its row. Where all places disagree with the keys in the same rows, the visible cells were sorted
        without the hidden column, and the places went with them; where they disagree in another way, nobody knows."""
        both = [row for row in rows if row.by_key is not None and row.by_place is not None]
        apart = any(row.by_key != row.by_place for row in both)
        if apart and sorted(row.by_key or 0 for row in both) != sorted(row.by_place or 0 for row in both):
            raise FixFileError(name=self._name, reason="damaged")
        owned: dict[int, _Row] = {}
        unnamed: list[_Row] = []
        for row in rows:
            at = row.by_place if apart else row.by_key
            if at is None:
                unnamed.append(row)
            elif at not in owned:
                owned[at] = row
            elif owned[at].texts != row.texts and self._twice is None:
                self._twice = row.number
        for row in unnamed:
            # Cells that were cut and put in elsewhere left their key behind.
            if row.by_place is not None and row.by_place not in owned:
                owned[row.by_place] = row
            else:
                self._added.append(row.number)
        if rows and not owned and not self._twice:
            raise FixFileError(name=self._name, reason="damaged")
        return owned

    def _chosen(self, row: _Row, cells: list[_Cell], original: str | None) -> _Cell:
        """Of a column that somebody copied, the cell that was mended."""
        if len(cells) == 1:
            return cells[0]
        mended = {_plain(cell): cell for cell in cells if isinstance(cell, _Wrong) or not _same(cell, original)}
        if len(mended) > 1 and self._twice is None:
            self._twice = row.number
        return next(iter(mended.values()), cells[0])


def _same(after: str | None, original: str | None) -> bool:
    was = shown(original) if original else ""
    return _plain(after) == folded(was) or ("_x" in was and reduced(after or "") == reduced(was))


def _never_seen(after: str, original: str) -> bool:
    return shown(original) != original and after.rstrip().endswith(CUT.strip())


def _at(cells: list[_Cell], at: int) -> _Cell:
    return cells[at] if at < len(cells) else None


# -- one cell ---------------------------------------------------------------------------------------------------------


def _cell(cell: Any, unsolved: str | None) -> _Cell:
    """The text that a person meant."""
    value = cell.value
    if value is None:
        return _Wrong(unsolved) if unsolved else None
    if isinstance(value, str):
        return _Wrong(value) if cell.data_type == "e" else value or None
    return meant(value)


def meant(value: object) -> str:
    """What was typed, of a value that the spreadsheet made of it: 12.0 → 12, a day without a time → 2026-03-05."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        # Fifteen digits are all that a spreadsheet shows; more are the rest of a sum in twos.
        text = format(Decimal(f"{value:.15g}"), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "seconds")
    if isinstance(value, dt.time):
        return value.isoformat("seconds")
    return str(value)
