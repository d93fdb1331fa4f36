"""What the shop said of a catalogue, on the catalogue as it stands now: a cell that was written to since is no longer
the one that the shop spoke of, until it is sent again."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.edits import NEW, Draft
from hkj_desktop.catalog.problems import SCHEMA, Problems


def standing(answers: Problems, then: Draft, now: Draft, checked: Checked) -> Problems:
    """Those of ``answers`` that still stand, at their places in ``checked`` (which is ``now``, checked).

    ``answers``: placed on the catalogue as it was ``then``. One of a cell goes when the cell is another; one of no cell
    goes when anything in its row is another; one of a row that was left out goes with it.
    """
    if then is now or not len(answers):
        return answers
    placed = answers.frame.filter(pl.col("index").is_not_null())
    of_file = answers.frame.filter(pl.col("index").is_null())
    at = then.at(placed["index"])
    index = now.index_of(at)
    stays = index.is_not_null() & ~_written_since(placed, at, then, now)
    return Problems(pl.concat([of_file, _placed(placed.filter(stays), index.filter(stays), checked)])).sorted()


def answered_rows(answers: Problems, then: Draft, now: Draft) -> pl.Series:
    """The rows of the catalogue as it stands ``now`` that the shop said something of, ascending."""
    index = answers.frame["index"].drop_nulls()
    return now.index_of(then.at(index)).drop_nulls().unique().sort()


def _written_since(placed: pl.DataFrame, at: pl.Series, then: Draft, now: Draft) -> pl.Series:
    """For each problem whether its cell, or its row where it has none, was written to."""
    every = sorted({*then.changed, *now.changed})
    differs = {key: then.column(key)[at].ne_missing(now.column(key)[at]) for key in every}
    nothing = pl.Series([False], dtype=pl.Boolean).new_from_index(0, placed.height)
    anything = nothing
    for one in differs.values():
        anything = anything | one
    written = nothing
    for column in then.catalog.columns:  # a column and the parts of it that stand for themselves share a letter
        if column.key in differs:
            written = written | ((placed["letter"] == column.letter).fill_null(value=False) & differs[column.key])
    for key, differing in differs.items():  # a field that had no column when the shop spoke of it
        if key.startswith(NEW):
            written = written | ((placed["field"] == key.removeprefix(NEW)).fill_null(value=False) & differing)
    return written | (placed["letter"].is_null() & anything)


def _placed(frame: pl.DataFrame, index: pl.Series, checked: Checked) -> pl.DataFrame:
    rows = checked.products.rows.select(
        "row",
        "product",
        "sku",
        title_en=pl.col("title_en").first().over("product"),
        title_ar=pl.col("title_ar").first().over("product"),
    )[index]
    named = rows.drop("row").get_columns()
    return frame.with_columns(index.alias("index"), *named).select(
        pl.col(name).cast(kind) for name, kind in SCHEMA.items()
    )
