"""Rows that leave the catalogue: the other ones of a key that stands twice, and what is no product. And cells that hold
nothing but an error."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.fixes.base import CELLS, Fix, Proposal, nothing, proposed

_DUPLICATE = "duplicate"


def _holders(checked: Checked, rows: pl.DataFrame) -> pl.DataFrame:
    """For each key that ``rows`` tell of: the products that hold it, ascending (``field``, ``other``, ``product``). A
    key is known by its field and the row that has it first, so that whoever found it (two stores may share a SKU) need
    not be asked again."""
    keys = rows.select("field", "other").unique()
    frame = checked.problems.frame.filter(pl.col("code") == _DUPLICATE)
    later = frame.join(keys, on=["field", "other"], how="semi").select("field", "other", "product")
    numbers = checked.products.rows.select("product", other=pl.col("row").cast(pl.String))
    first = keys.join(numbers.filter(pl.col("other").is_in(keys["other"].implode())), on="other")
    first = first.unique(["field", "other"], keep="first", maintain_order=True)
    both = pl.concat([first.select("field", "other", "product"), later])
    return both.drop_nulls().unique().sort("product", "field", "other")


def _leaving(holders: pl.DataFrame, asked: set[tuple[str, str, int]], *, keep_last: bool) -> set[int]:
    """The products that leave, looked at one after the other: one that leaves holds nothing any more, so that the next
    may stay. ``asked``: who may leave for which key, where the first stays."""
    held: set[tuple[str, str]] = set()
    gone: set[int] = set()
    by_product = holders.group_by("product", maintain_order=True).agg("field", "other").iter_rows()
    products = list(by_product)
    for product, fields, others in reversed(products) if keep_last else products:
        keys = list(zip(fields, others, strict=True))
        if any(key in held and (keep_last or (*key, product) in asked) for key in keys):
            gone.add(product)
        else:
            held.update(keys)
    return gone


def _keep(fix: str, *, last: bool) -> Callable[[Checked, pl.DataFrame, str | None], Proposal]:
    def make(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001 - one signature
        told = rows.filter(pl.col("other").is_not_null() & pl.col("product").is_not_null())
        if not told.height:
            return nothing(fix, rows)
        holders = _holders(checked, told)
        # Two rows of one product that share a key are two variants: neither may go.
        several = holders.group_by("field", "other").len().filter(pl.col("len") > 1)
        told = told.join(several, on=["field", "other"], how="semi", maintain_order="left")
        asked = set(told.select("field", "other", "product").iter_rows())
        gone = _leaving(
            holders.join(several, on=["field", "other"], how="semi", maintain_order="left"), asked, keep_last=last
        )
        staying = holders.filter(~pl.col("product").is_in(list(gone))).group_by("field", "other").agg("product")
        holding = {(field, other): set(products) for field, other, products in staying.iter_rows()}
        mended = [
            at
            for at, field, other, product in told.select("at", "field", "other", "product").iter_rows()
            if product in gone or not {one for one in holding.get((field, other), set()) if one < product}
        ]
        return _left_out(fix, rows, _rows_of(checked, sorted(gone)), mended)

    return make


def _rows_of(checked: Checked, products: list[int]) -> pl.Series:
    numbers = pl.Series(products, dtype=pl.UInt32)
    every = checked.products.rows
    return every["index"].filter(every["product"].is_in(numbers.implode()))


def _left_out(fix: str, rows: pl.DataFrame, index: pl.Series, mended: list[int]) -> Proposal:
    answers = nothing(fix, rows).answers
    answers = answers.scatter(mended, "") if mended else answers
    return Proposal(fix, pl.DataFrame(schema=CELLS), index.cast(pl.UInt32).unique().sort(), answers)


def _no_product(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001
    """With the rows that would continue it, where it counts as one: they must not become another product's."""
    begins = checked.products.rows["first"][rows["index"]]
    whole = _rows_of(checked, rows["product"].filter(begins).drop_nulls().to_list())
    index = pl.concat([whole.cast(pl.UInt32), rows["index"].filter(~begins)])
    return _left_out("leave_out", rows, index, rows["at"].to_list())


def _emptied(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001
    """An error of a formula, where the product can do without what should stand there: neither key nor title nor price,
    nor an option, which tells variants apart."""
    fields = checked.fields
    needed = {field.name for field in fields.fields if field.required or field.kind is Kind.MONEY}
    spared = [name for name in fields.names if name not in {*needed, *fields.natural_keys, *fields.option_fields}]
    titles = [field.name for field in fields.fields if field.required]
    named = checked.products.rows[rows["index"]].select(
        named=~pl.col("first") | pl.any_horizontal(pl.col(name).is_not_null() for name in titles)
    )
    kept = rows.filter(named["named"] & pl.Series(rows["field"]).is_in(spared))
    return proposed("clear_cell", rows, kept.with_columns(after=pl.lit(None, dtype=pl.String)))


KEEP_LAST = Fix("keep_last", frozenset({_DUPLICATE}), _keep("keep_last", last=True), frozenset({Kind.CODE}))
KEEP_FIRST = Fix("keep_first", frozenset({_DUPLICATE}), _keep("keep_first", last=False), frozenset({Kind.CODE}))
LEAVE_OUT = Fix("leave_out", frozenset({"row_stray", "row_not_product"}), _no_product)
CLEAR_CELL = Fix("clear_cell", frozenset({"cell_error"}), _emptied)
