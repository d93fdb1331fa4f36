"""Checking again after a change, as far as the change can reach.

A cell says something about its own row and, with it, about its product; a key or a price says something about other
rows too (the same SKU twice, a price far from its category's). So only the cells that were written to are cleaned
again, only the products that they belong to are judged again, and the rules that look over all rows are asked again
where the change touched one of their columns. What comes out is what checking from the start would find.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from hkj_desktop.catalog.check import (
    OVER_ROWS,
    Checked,
    apply_rules,
    every_rule,
    judged,
    not_sent,
    placed,
    without_echoes,
)
from hkj_desktop.catalog.check import check as check_all
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.fields import FieldSet, Level
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import SCHEMA, Problems, Source
from hkj_desktop.catalog.products import FILS, LAST, Products, cleaned_rows, grouped, typed, with_last_prices
from hkj_desktop.catalog.rereading import mapping_for, with_fresh_readings
from hkj_desktop.catalog.rules import Rule
from hkj_desktop.catalog.table import Catalog

#: Where more rows than this share were written to, checking them all is no slower.
MANY = 0.25
#: Fewer rows than this are checked as a whole in no time.
FEW = 200
_NUMBERS = (FILS, "stock", LAST)


def recheck(before: Checked, draft: Draft, touched: pl.DataFrame) -> Checked:
    """``before``, checked again as ``draft`` stands now.

    ``touched``: columns ``key`` and ``at``, every cell that may differ from ``before`` (edits.py). Where rows came or
    went, or columns, all is checked again; the columns keep the meaning that they have. Where much of a price column
    was written over, how its prices are written may be a question again (rereading.py).
    """
    catalog = draft.catalog
    mapping = mapping_for(before.mapping, catalog, before.fields)
    mapping = with_fresh_readings(mapping, draft, before.fields, touched["key"].unique().to_list())
    same_rows = len(catalog) == len(before.catalog) and catalog.rows.equals(before.catalog.rows)
    if not same_rows or mapping != before.mapping or touched.height == 0:
        return _whole(before, catalog, mapping)
    index = draft.index_of(touched["at"].unique().sort()).drop_nulls()
    if len(catalog) < FEW or index.len() > len(catalog) * MANY:
        return _whole(before, catalog, mapping)
    products = _products(before, catalog, index)
    after = replace(before, catalog=catalog, products=products)
    if not products.rows["product"].equals(before.products.rows["product"]):
        return judged(after)
    return replace(after, problems=_problems(before, after, index))


def _whole(before: Checked, catalog: Catalog, mapping: Mapping) -> Checked:
    return check_all(catalog, before.fields, mapping=mapping, last_prices=before.last_prices)


# -- cleaned rows ---------------------------------------------------------------------


def _products(before: Checked, catalog: Catalog, index: pl.Series) -> Products:
    """The rows at ``index`` cleaned again; all others are as they were."""
    fields, old = before.fields, before.products
    part = replace(
        catalog,
        cells=catalog.cells[index],
        rows=catalog.rows[index],
        groups=None,
        elsewhere={},
        problems=Problems.none(),
    )
    fresh, changes = cleaned_rows(part, fields, before.mapping)
    if catalog.groups is not None:  # what a further row repeats of its product counts once
        first = old.rows["first"][index]
        once = (pl.when(first).then(pl.col(name)).alias(name) for name in fields.at(Level.PRODUCT))
        fresh = fresh.with_columns(once)
    names = [name for name in fresh.columns if name not in ("index", "row")]
    rows = _written(old.rows, index, fresh, names)
    if catalog.groups is None and _blanks_moved(old.rows, fresh, index, names):
        rows = grouped(rows.drop("first", "product"), fields, None).select(rows.columns)
    return replace(old, rows=_with_numbers(rows, before, index, fields), changes=_changes(old, changes, index))


def _blanks_moved(rows: pl.DataFrame, fresh: pl.DataFrame, index: pl.Series, names: list[str]) -> bool:
    """Whether a cell is empty now that was not, or the other way: then a row may begin a product that did not."""
    was = rows.select(names)[index].select(pl.all().is_null())
    return not was.equals(fresh.select(names).select(pl.all().is_null()))


def _with_numbers(rows: pl.DataFrame, before: Checked, index: pl.Series, fields: FieldSet) -> pl.DataFrame:
    part = rows[index].with_columns(typed(fields))
    if before.last_prices:
        part = with_last_prices(Products(part, part, ()), before.last_prices).rows
    return _written(rows, index, part, _NUMBERS)


def _written(rows: pl.DataFrame, index: pl.Series, fresh: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """``rows`` with what ``fresh`` has at ``index``; columns in which nothing is new are not copied."""
    new = [name for name in names if not rows[name][index].equals(fresh[name], null_equal=True)]
    return rows.with_columns(rows[name].clone().scatter(index, fresh[name]) for name in new)


def _changes(old: Products, fresh: pl.DataFrame, index: pl.Series) -> pl.DataFrame:
    kept = old.changes.filter(~pl.col("index").is_in(index.implode()))
    return pl.concat([kept, fresh.with_columns(index=index[fresh["index"]])])


# -- problems ---------------------------------------------------------------------


def _problems(before: Checked, after: Checked, index: pl.Series) -> Problems:
    rows = after.products.rows
    mine = rows["product"].is_in(rows["product"][index].unique().implode())
    own = rows.filter(mine)
    rules = every_rule(after)
    local = [rule for rule in rules if rule.code not in OVER_ROWS]
    changed = _changed_columns(before, after, index)
    wide = [rule for rule in rules if rule.code in OVER_ROWS]
    again = [rule for rule in wide if _reads(rule) & changed]
    read = placed(after)
    found = apply_rules(local, own, after.catalog, after.mapping).joined(
        apply_rules(again, rows, after.catalog, after.mapping)
    )
    kept = _kept(before.problems.frame, own["index"], rules, again)
    kept = _renamed(kept, own, after)
    return Problems(kept).joined(without_echoes(found, read), read, not_sent(after))


def _reads(rule: Rule) -> set[str]:
    """The columns of the rows that a rule looks at."""
    names = set(rule.wrong.meta.root_names())
    return names if rule.other is None else names | set(rule.other.meta.root_names())


def _changed_columns(before: Checked, after: Checked, index: pl.Series) -> set[str]:
    old, new = before.products.rows[index], after.products.rows[index]
    return {name for name in new.columns if not old[name].equals(new[name], null_equal=True)}


def _kept(frame: pl.DataFrame, own: pl.Series, rules: list[Rule], again: list[Rule]) -> pl.DataFrame:
    """What rules found before and need not be asked again."""
    local = [rule.code for rule in rules if rule.code not in OVER_ROWS]
    theirs = pl.col("source") == Source.FILE.value
    elsewhere = pl.col("code").is_in(local) & ~pl.col("index").is_in(own.implode())
    wide = pl.col("code").is_in(list(OVER_ROWS))
    for rule in again:
        wide &= ~((pl.col("code") == rule.code) & (pl.col("field") == rule.field))
    return frame.filter(theirs & (elsewhere | wide))


def _renamed(frame: pl.DataFrame, own: pl.DataFrame, after: Checked) -> pl.DataFrame:
    """Problems that stay, with what their products are called now and what stands in their cells now."""
    known = own.select(
        "index",
        _sku=pl.col("sku"),
        _en=pl.col("title_en").first().over("product"),
        _ar=pl.col("title_ar").first().over("product"),
    )
    hit = frame["index"].is_in(own["index"].implode()).fill_null(value=False)
    if not hit.any():
        return frame
    part = frame.filter(hit).join(known, on="index", how="left", maintain_order="left")
    values = []
    for name, at in part.select("field", "index").iter_rows():
        column = after.mapping.column_of(name) if name else None
        values.append(after.catalog.cells[column.key][at] if column else None)
    part = part.with_columns(
        sku="_sku", title_en="_en", title_ar="_ar", value=pl.Series(values, dtype=pl.String)
    ).select(list(SCHEMA))
    return pl.concat([frame.filter(~hit), part])
