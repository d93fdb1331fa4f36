"""Cells by the hundred thousand, worked through column by column: a loop over columns, never over cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, groupby

import polars as pl

#: So few cells are worked through one by one, without polars' engine.
FEW = 2_000


def runs_of(cells: pl.DataFrame) -> Iterator[tuple[str, pl.Series, pl.Series]]:
    """Of each run of cells of one column: its key, where it is written to, and what (columns ``key``, ``at`` and
    ``after``)."""
    if cells.height <= FEW:
        runs = [(key, len(list(run))) for key, run in groupby(cells["key"])]
    else:
        found = cells["key"].rle().struct.unnest()
        runs = list(zip(found["value"], found["len"], strict=True))
    ends = accumulate(length for _, length in runs)
    for (key, length), end in zip(runs, ends, strict=True):
        yield key, cells["at"].slice(end - length, length), cells["after"].slice(end - length, length)


def not_so_yet(wanted: pl.DataFrame, column: Callable[[str], pl.Series]) -> pl.DataFrame:
    """Of ``wanted`` (``key``, ``at``, ``after``; of a cell named twice the last counts) those cells that hold something
    else: ``key``, ``at``, ``before``, ``after``, the cells of a column together. An empty text is an empty cell.
    ``column``: all cells of a column as they stand. A million cells: 0.05 s."""
    parts = []
    for key, named, texts in runs_of(wanted if _stands_together(wanted["key"]) else _put_together(wanted)):
        now = column(key)
        at, after = _last_of_each(named.cast(pl.UInt32), _empty_is_none(texts.cast(pl.String)), len(now))
        before = now.slice(at[0], len(at)) if follow(at) else now[at]
        keys = pl.Series("key", [key], dtype=pl.String).new_from_index(0, len(at))
        part = pl.DataFrame([keys, at.alias("at"), before.alias("before"), after.alias("after")])
        differs = _empty_is_none(before).to_frame("now").select(pl.col("now").ne_missing(after)).to_series()
        parts.append(part if differs.all() else part.filter(differs))
    return pl.concat(parts)


def written(now: pl.Series, at: pl.Series, after: pl.Series) -> pl.Series:
    """``now`` with these texts in it."""
    if len(at) == len(now) and follow(at):
        return after.alias(now.name)
    return now.clone().scatter(at, after)  # scatter writes into what it is called on


def follow(at: pl.Series) -> bool:
    """Whether each position is the one behind the one before."""
    if not len(at) or int(at[-1]) - int(at[0]) != len(at) - 1:
        return False
    return bool((at.slice(1) > at.slice(0, len(at) - 1)).all())


def _stands_together(keys: pl.Series) -> bool:
    runs = keys.rle().struct.field("value")
    return runs.n_unique() == len(runs)


def _put_together(cells: pl.DataFrame) -> pl.DataFrame:
    """The columns in the order in which they are first named, the cells of each in their own order."""
    return pl.concat(cells.partition_by("key", maintain_order=True))


def _last_of_each(at: pl.Series, after: pl.Series, rows: int) -> tuple[pl.Series, pl.Series]:
    """No cell twice; ``rows``: how many there are in all."""
    touched = pl.Series([False], dtype=pl.Boolean).new_from_index(0, rows).scatter(at, values=True)
    if touched.sum() == len(at):
        return at, after
    last = pl.DataFrame([at.alias("at"), after.alias("after")]).unique("at", keep="last", maintain_order=True)
    return last["at"], last["after"]


def _empty_is_none(cells: pl.Series) -> pl.Series:
    empty = cells == ""
    if not empty.any():
        return cells
    return cells.zip_with(~empty.fill_null(value=False), pl.Series([None], dtype=pl.String))
