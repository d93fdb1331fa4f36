"""Which rows of another system's export make one product (:class:`RowModel` of a preset)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from hkj_desktop.catalog.presets import Patterns, RowModel

Find = Callable[[Patterns], str | None]


@dataclass(frozen=True)
class Heads:
    """For each row the position (``at``) of the row that its product begins with. ``parents``: a product with several
    rows begins with one that is no variant. ``options``: option fields → text, where the system lists them apart."""

    head: pl.Series
    parents: bool = False
    options: tuple[tuple[str, pl.Series], ...] = ()


def heads(frame: pl.DataFrame, model: RowModel, find: Find, continues: pl.Expr, has_option: pl.Expr) -> Heads | None:
    """None where the system has no row model, or the file lacks its columns.

    ``frame``: the cells and ``at``. ``continues``: a row that says nothing about a product and something about a
    variant; ``has_option``: a row with an option's value.
    """
    by, kind, parent, listed = map(find, (model.by, model.kind, model.parent, model.listed))
    key, number = find(model.parent_key), find(model.parent_id)
    if by:
        return Heads(_by_value(frame, by, model, continues, has_option))
    if kind and model.child_kinds:
        child = _text(kind).is_in(list(model.child_kinds)).fill_null(value=False)
        return Heads(frame.select(_above(child)).to_series(), parents=True)
    if parent and (key or number):
        return Heads(_by_parent(frame, parent, key, number), parents=True)
    if listed and key:
        return _by_list(frame, listed, key, model.listed_key)
    return None


def _text(column: str) -> pl.Expr:
    text = pl.col(column).str.strip_chars()
    return pl.when(text != "").then(text)


def _above(joins: pl.Expr) -> pl.Expr:
    """The nearest row above that joins no other; the first row joins none."""
    first = pl.int_range(pl.len()) == 0
    return pl.when(~joins | first).then(pl.col("at")).forward_fill().alias("head")


def _by_value(frame: pl.DataFrame, by: str, model: RowModel, continues: pl.Expr, has_option: pl.Expr) -> pl.Series:
    value = _text(by)
    blank = value.is_null() & continues if model.blank_continues else pl.lit(value=False)
    if model.adjacent:
        # Two products may have one name: only rows with options are taken for variants of one.
        known = value.forward_fill() if model.blank_continues else value
        same = (known == known.shift(1)) & has_option & has_option.shift(1)
        return frame.select(_above(blank | (same & value.is_not_null()).fill_null(value=False))).to_series()
    own = pl.when(value.is_not_null()).then(pl.col("at").first().over(value)).when(~blank).then(pl.col("at"))
    return frame.select(own.forward_fill().fill_null(pl.col("at")).alias("head")).to_series()


def _by_parent(frame: pl.DataFrame, parent: str, key: str | None, number: str | None) -> pl.Series:
    """The parent is named by its key, or as ``id:123``."""
    named = frame.select("at", parent=_text(parent))
    head = pl.lit(None, dtype=pl.UInt32)
    wanted = {key: pl.col("parent"), number: pl.col("parent").str.extract(r"^id:\s*(\d+)$", 1)}
    found = named
    for at, (column, name) in enumerate(wanted.items()):
        if column is None:
            continue
        first = (
            frame.select(name=_text(column), **{f"head{at}": pl.col("at")}).drop_nulls().unique("name", keep="first")
        )
        found = found.with_columns(name=name).join(first, on="name", how="left", maintain_order="left").drop("name")
        head = pl.coalesce(head, pl.col(f"head{at}"))
    return _settled(found.with_columns(head=head))


def _settled(found: pl.DataFrame) -> pl.Series:
    """A parent that has a parent itself, or that is missing, is none."""
    found = found.select("at", pl.coalesce("head", "at").alias("head"))
    theirs = found.select(head=pl.col("at"), above=pl.col("head"))
    found = found.join(theirs, on="head", how="left", maintain_order="left")
    return found.select(
        pl.when(pl.col("above") == pl.col("head")).then("head").otherwise("at").alias("head")
    ).to_series()


def _by_list(frame: pl.DataFrame, listed: str, key: str, name: str) -> Heads:
    """``sku=A-S,size=S|sku=A-M,size=M`` in the parent's cell."""
    entries = (
        frame.select(head=pl.col("at"), entry=_text(listed).str.split("|"))
        .drop_nulls()
        .explode("entry")
        .with_row_index("number")
        .with_columns(pl.col("entry").str.split(","))
        .explode("entry")
        .with_columns(
            name=pl.col("entry").str.extract(r"^\s*([^=]+?)\s*=", 1),
            value=pl.col("entry").str.extract(r"=\s*(.*?)\s*$", 1),
        )
    )
    is_key = pl.col("name").str.to_lowercase() == name.lower()
    children = entries.filter(is_key).select("number", "head", child="value").unique("child", keep="first")
    options = entries.filter(~is_key).with_columns(position=pl.int_range(pl.len()).over("number") + 1)
    for position in (1, 2, 3):
        one = options.filter(pl.col("position") == position)
        names = {f"option{position}_name": pl.col("name"), f"option{position}_value": pl.col("value")}
        children = children.join(one.select("number", **names), on="number", how="left", maintain_order="left")
    found = frame.select("at", child=_text(key)).join(
        children.drop("number"), on="child", how="left", maintain_order="left"
    )
    told = [column for column in found.columns if column.startswith("option") and found[column].count()]
    return Heads(_settled(found), parents=True, options=tuple((column, found[column]) for column in told))
