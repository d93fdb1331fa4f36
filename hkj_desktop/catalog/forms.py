"""Cells as another system writes them → cells as everybody writes them (:class:`Form` of a preset)."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.presets import Form

#: Stands for a mark that is text while a list is cut at that mark.
_KEPT = "\x00"
_STEP = " > "


def in_form(values: pl.Series, form: Form, kind: Kind | None) -> pl.Series:
    """``values`` without the system's own habits; paths only where the column is one."""
    cell = pl.col("v")
    for old, new in form.replace:
        cell = cell.str.replace_all(old, new)
    if form.blank:
        cell = pl.when(~cell.str.strip_chars().str.to_lowercase().is_in(list(form.blank))).then(cell)
    values = values.to_frame("v").select(cell).to_series()
    return _first_path(values, form) if kind is Kind.PATH and form.steps else values


def _first_path(values: pl.Series, form: Form) -> pl.Series:
    """The first category of each cell that is more than a root, its steps parted by `` > ``."""
    different = values.drop_nulls().unique(maintain_order=True).alias("v")
    path = pl.col("v")
    if form.between:
        if form.escape:
            path = path.str.replace_all(form.escape + form.between, _KEPT, literal=True)
        path = path.str.split(form.between)
    else:
        path = pl.concat_list(path)
    stripped = pl.element().str.strip_chars()
    steps = (
        different.to_frame()
        .with_row_index("cell")
        .with_columns(path=path)
        .explode("path")
        .with_columns(steps=pl.col("path").str.split(form.steps or _STEP).list.eval(stripped.filter(stripped != "")))
    )
    if form.roots:
        first = pl.col("steps").list.first()
        is_root = pl.lit(value=True) if "*" in form.roots else first.is_in(list(form.roots))
        below = pl.when(is_root).then(pl.col("steps").list.slice(1)).otherwise(pl.col("steps"))
        steps = steps.with_columns(steps=below)
    found = (
        steps.filter(pl.col("steps").list.len() > 0)
        .group_by("cell", maintain_order=True)
        .agg(pl.col("v").first(), pl.col("steps").first().list.join(_STEP).str.replace_all(_KEPT, form.between or ""))
        .select("v", "steps")
    )
    return values.to_frame("v").join(found, on="v", how="left", maintain_order="left")["steps"].alias(values.name)
