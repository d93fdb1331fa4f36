"""Changes to a catalogue that can be taken back: which cells, which rows, what stood there before.

Nothing here changes in place: a :class:`Draft` is the catalogue as it was read and what differs from it now, a
:class:`Change` turns one draft into the next and back. Positions (``at``) count the rows of the catalogue as it was
read, from 0; they stay the same whatever rows are left out.
"""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import polars as pl

from hkj_desktop.catalog.cell_runs import FEW, not_so_yet, runs_of, written
from hkj_desktop.catalog.problems import Problems
from hkj_desktop.catalog.table import Catalog, Column, column_letter

#: Before a field's name: the key of a column that the file does not have and that a change wrote into.
NEW = "new:"
#: The cells that a change touches: no cell twice, those of a column together; an empty cell is null.
CELLS: dict[str, pl.DataType] = {
    "key": pl.String(),
    "at": pl.UInt32(),
    "before": pl.String(),
    "after": pl.String(),
}


def _no_rows() -> pl.Series:
    return pl.Series("at", [], dtype=pl.UInt32)


@dataclass(frozen=True, eq=False)
class Change:
    """One step that can be undone.

    ``name``: what was done, a code whose words are in ``ui/texts_edits.py``; ``params`` fill them. ``cells``: a frame
    with the columns of :data:`CELLS`. ``left_out`` and ``put_in``: positions of rows that leave the catalogue, and of
    such that come back.
    """

    name: str
    cells: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=CELLS))
    left_out: pl.Series = field(default_factory=_no_rows)
    put_in: pl.Series = field(default_factory=_no_rows)
    params: AbstractMapping[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many cells and rows it touches."""
        return self.cells.height + self.left_out.len() + self.put_in.len()

    @property
    def moves_rows(self) -> bool:
        return bool(self.left_out.len() or self.put_in.len())

    def reversed(self) -> Change:
        """What undoes it."""
        cells = pl.DataFrame(
            [
                self.cells["key"],
                self.cells["at"],
                self.cells["after"].alias("before"),
                self.cells["before"].alias("after"),
            ]
        )
        return replace(self, cells=cells, left_out=self.put_in, put_in=self.left_out)

    def plain(self) -> dict[str, Any]:
        """The change as JSON can hold it; :meth:`of_plain` reads it."""
        cells = [[key, *(part[name].to_list() for name in ("at", "before", "after"))] for (key,), part in self._by_key]
        return {
            "name": self.name,
            "params": dict(self.params),
            "cells": cells,
            "out": self.left_out.to_list(),
            "in": self.put_in.to_list(),
        }

    @property
    def _by_key(self) -> Any:
        return self.cells.group_by("key", maintain_order=True)

    @staticmethod
    def of_plain(data: AbstractMapping[str, Any]) -> Change:
        """Raises KeyError, TypeError or ValueError for what is no change."""
        parts = [
            pl.DataFrame({"at": at, "before": before, "after": after}, schema={k: CELLS[k] for k in list(CELLS)[1:]})
            .with_columns(key=pl.lit(str(key)))
            .select(list(CELLS))
            for key, at, before, after in data["cells"]
        ]
        return Change(
            name=str(data["name"]),
            cells=pl.concat(parts) if parts else pl.DataFrame(schema=CELLS),
            left_out=pl.Series("at", data["out"], dtype=pl.UInt32),
            put_in=pl.Series("at", data["in"], dtype=pl.UInt32),
            params={str(name): str(text) for name, text in data["params"].items()},
        )


@dataclass(frozen=True, eq=False)
class Draft:
    """A catalogue as it was read (``base``) and as it stands now.

    ``changed``: column's key → all its cells (as many as ``base`` has rows), for the columns that were written to;
    ``left_out``: positions of rows that are left out, ascending.
    """

    base: Catalog
    changed: AbstractMapping[str, pl.Series] = field(default_factory=dict)
    left_out: pl.Series = field(default_factory=_no_rows)

    # -- reading ------------------------------------------------------------------------------------------------------

    def column(self, key: str) -> pl.Series:
        """The cells of one column as they stand now, rows that are left out included. A column that does not exist yet
        is empty."""
        if key in self.changed:
            return self.changed[key]
        if key in self.base.cells.columns:
            return self.base.cells[key]
        return pl.Series(key, [None], dtype=pl.String).new_from_index(0, len(self.base))

    def text(self, key: str, at: int) -> str | None:
        """One cell as it stands now."""
        value: str | None = self.column(key)[at]
        return value

    @cached_property
    def kept(self) -> pl.Series | None:
        """For each row of ``base`` whether it is still in; None where all are."""
        if not self.left_out.len():
            return None
        return ~pl.Series("at", range(len(self.base)), dtype=pl.UInt32).is_in(self.left_out.implode())

    @cached_property
    def positions(self) -> pl.Series:
        """For each row of :attr:`catalog` its position."""
        every = pl.Series("at", range(len(self.base)), dtype=pl.UInt32)
        return every if self.kept is None else every.filter(self.kept)

    def at(self, index: pl.Series) -> pl.Series:
        """The positions of rows of :attr:`catalog`."""
        return index if self.kept is None else self.positions[index]

    def index_of(self, at: pl.Series) -> pl.Series:
        """Which rows of :attr:`catalog` stand at these positions; null for those that are left out."""
        at = at.cast(pl.UInt32).alias("index")
        if self.kept is None:
            return at
        found = self.positions.search_sorted(at, side="left").cast(pl.UInt32)
        return found.to_frame("index").select(pl.when(~at.is_in(self.left_out.implode())).then("index")).to_series()

    @cached_property
    def count(self) -> int:
        """How many cells and rows are not what they were."""
        cells = sum(int(cells.ne_missing(self.as_read(key)).sum()) for key, cells in self.changed.items())
        return cells + self.left_out.len()

    def as_read(self, key: str) -> pl.Series:
        """The cells of one column as they were read."""
        return Draft(self.base).column(key)

    @cached_property
    def added(self) -> tuple[str, ...]:
        """The keys of columns that the file does not have, in the order in which they were first written to."""
        return tuple(
            key for key, cells in self.changed.items() if key.startswith(NEW) and cells.null_count() < len(cells)
        )

    @cached_property
    def catalog(self) -> Catalog:
        """The catalogue as it stands now. What was wrong with a cell when it was read goes once it is written to."""
        base = self.base
        if not self.changed and self.kept is None:
            return base
        known = [cells.alias(key) for key, cells in self.changed.items() if not key.startswith(NEW)]
        cells = base.cells.with_columns(*known, *(self.changed[key].alias(key) for key in self.added))
        columns = (*base.columns, *_new_columns(base, self.added))
        catalog = replace(base, columns=columns, cells=cells, problems=self._still_wrong())
        return catalog if self.kept is None else _only(catalog, self.kept)

    def _still_wrong(self) -> Problems:
        frame = self.base.problems.frame
        if not frame.height or not self.changed:
            return self.base.problems
        touched = [pl.DataFrame(schema={"letter": pl.String, "index": pl.UInt32})]
        for column in self.base.columns:
            if column.key in self.changed and not column.derived:
                at = self.changed[column.key].ne_missing(self.base.cells[column.key]).arg_true().cast(pl.UInt32)
                touched.append(pl.DataFrame({"index": at}).select(letter=pl.lit(column.letter), index="index"))
        return Problems(frame.join(pl.concat(touched), on=["letter", "index"], how="anti", maintain_order="left"))

    def differences(self) -> pl.DataFrame:
        """Every cell that is not what it was, with the columns of :data:`CELLS`; ``before`` as it was read."""
        found = []
        for key, cells in self.changed.items():
            before = self.as_read(key)
            at = cells.ne_missing(before).arg_true()
            found.append(
                pl.DataFrame({"at": at.cast(pl.UInt32), "before": before[at], "after": cells[at]})
                .with_columns(key=pl.lit(key))
                .select(pl.col(name).cast(kind) for name, kind in CELLS.items())
            )
        return pl.concat(found) if found else pl.DataFrame(schema=CELLS)

    # -- writing ------------------------------------------------------------------------------------------------------

    def change(
        self,
        name: str,
        wanted: pl.DataFrame | None = None,
        *,
        left_out: pl.Series | None = None,
        params: AbstractMapping[str, str] | None = None,
    ) -> Change:
        """The step that writes ``wanted`` (columns ``key``, ``at``, ``after``; of a cell named twice the last counts)
        and leaves rows out. Cells that hold that already are no part of it; an empty text is an empty cell."""
        cells = pl.DataFrame(schema=CELLS)
        if wanted is not None and wanted.height:
            cells = self._few(wanted) if wanted.height <= FEW else not_so_yet(wanted, self.column)
        out = _no_rows() if left_out is None else left_out.cast(pl.UInt32).unique().sort().alias("at")
        if out.len() and self.left_out.len():
            out = out.filter(~out.is_in(self.left_out.implode()))
        return Change(name, cells, out, params=params or {})

    def _few(self, wanted: pl.DataFrame) -> pl.DataFrame:
        """The cells of ``wanted`` that are not so yet. Without polars' engine, whose threads may be at work on a check:
        a keystroke does not wait for it."""
        last = {
            (key, at): after or None
            for key, at, after in zip(wanted["key"], wanted["at"], wanted["after"], strict=True)
        }
        columns = {key: self.column(key) for key, _ in last}
        found = [(key, at, columns[key][at], after) for (key, at), after in last.items()]
        changed = [one for one in found if (one[2] or None) != one[3]]
        changed.sort(key=lambda one: list(columns).index(one[0]))
        return pl.DataFrame(changed, schema=CELLS, orient="row")

    def done(self, change: Change) -> Draft:
        """The draft after ``change``; :meth:`Change.reversed` leads back."""
        changed = dict(self.changed)
        for key, at, after in runs_of(change.cells):
            changed[key] = written(self.column(key), at, after)
        out = self.left_out
        if change.moves_rows:
            out = pl.concat([out, change.left_out.alias("at")]).unique()
            out = out.filter(~out.is_in(change.put_in.implode())).sort()
        return Draft(self.base, changed, out)


def _new_columns(base: Catalog, added: tuple[str, ...]) -> list[Column]:
    """They stand behind the file's last column."""
    last = max((_number(column.letter) for column in base.columns), default=0)
    return [Column(key, key.removeprefix(NEW), column_letter(last + at), derived=True) for at, key in enumerate(added)]


def _number(letter: str) -> int:
    number = 0
    for one in letter:
        number = number * 26 + ord(one) - ord("A") + 1
    return number


def _only(catalog: Catalog, kept: pl.Series) -> Catalog:
    """``catalog`` with these rows alone; problems and groups are counted anew."""
    moved = pl.DataFrame({"index": kept.arg_true().cast(pl.UInt32)}).with_row_index("now")
    frame = catalog.problems.frame.join(moved, on="index", how="left", maintain_order="left")
    frame = frame.filter(pl.col("now").is_not_null() | pl.col("index").is_null())
    groups = catalog.groups
    return replace(
        catalog,
        cells=catalog.cells.filter(kept),
        rows=catalog.rows.filter(kept),
        problems=Problems(frame.with_columns(index=pl.col("now").cast(pl.UInt32)).drop("now")),
        groups=None if groups is None else (groups.filter(kept).rle_id() + 1).cast(pl.UInt32),
        elsewhere={key: rows.filter(kept) for key, rows in catalog.elsewhere.items()},
    )


@dataclass
class History:
    """What was done, and what was undone; both without a limit. ``draft``: the catalogue as it stands."""

    draft: Draft
    past: list[Change] = field(default_factory=list)
    future: list[Change] = field(default_factory=list)

    def do(self, change: Change) -> None:
        """Make ``change``; what was undone before can no longer be redone."""
        self.draft = self.draft.done(change)
        self.past.append(change)
        self.future.clear()

    def undo(self) -> Change | None:
        """Take the last change back; the step that did it (a reversed change), None where there is none."""
        if not self.past:
            return None
        change = self.past.pop()
        self.future.append(change)
        step = change.reversed()
        self.draft = self.draft.done(step)
        return step

    def redo(self) -> Change | None:
        """Make the last undone change again."""
        if not self.future:
            return None
        change = self.future.pop()
        self.past.append(change)
        self.draft = self.draft.done(change)
        return change
