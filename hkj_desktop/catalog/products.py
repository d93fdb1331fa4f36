"""Rows → products: one cleaned column per field, and which rows belong to one product.

Forward-fill (hkj-api-reference.txt, bulk): a row that leaves the product columns empty continues the product above
it. Which columns those are is not published, so a row continues only when its product fields are all empty and it
carries an option value, or nothing but a further picture. A row with a sku and no title is a product that lacks its
title.
"""

from __future__ import annotations

from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, replace

import polars as pl

from hkj_desktop.catalog.cleaning import Change, Cleaned, Notation, clean, dinars_to_fils, whole_number
from hkj_desktop.catalog.fields import Field, FieldSet, Kind, Level
from hkj_desktop.catalog.forms import in_form
from hkj_desktop.catalog.keys import matching_key
from hkj_desktop.catalog.languages import split_column
from hkj_desktop.catalog.mapping import Mapping, Match
from hkj_desktop.catalog.table import Catalog, Column

CHANGES: dict[str, pl.DataType] = {"index": pl.UInt32(), "field": pl.String(), "change": pl.String()}
FILS = "fils"
STOCK = "stock"
#: The price in fils that the shop last accepted; null where none is known.
LAST = "last_fils"
PASSED = "passed:"


@dataclass(frozen=True)
class Products:
    """The cleaned rows of a catalogue.

    ``rows`` has one row per row of the file: ``index`` (position, from 0), ``row`` (Excel's number), ``product``
    (from 1), ``first`` (whether the product begins here), one String column per field, ``passed:<header>`` for each
    column that is passed through, and the typed ``fils`` and ``stock`` (Int64, null where the text is no such
    number). ``changes``: what cleaning touched, one row a cell.
    """

    rows: pl.DataFrame
    changes: pl.DataFrame
    passed: tuple[str, ...]

    @property
    def count(self) -> int:
        return int(self.rows["product"].max() or 0)  # type: ignore[arg-type]  # an integer column


def make_products(catalog: Catalog, fields: FieldSet, mapping: Mapping) -> Products:
    """Clean every column and group the rows into products."""
    rows, changes = cleaned_rows(catalog, fields, mapping)
    rows = grouped(rows, fields, catalog.groups).with_columns(*typed(fields), pl.lit(None, dtype=pl.Int64).alias(LAST))
    return Products(rows, changes, tuple(passed_through(mapping, fields)))


def cleaned_rows(catalog: Catalog, fields: FieldSet, mapping: Mapping) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with their cleaned fields, each by itself: not yet grouped. And what cleaning touched."""
    columns: list[pl.Series] = []
    changes: list[pl.DataFrame] = []
    for field in fields.fields:
        match = mapping.match_of(field.name)
        if match is None:
            columns.append(pl.Series(field.name, [None], dtype=pl.String).new_from_index(0, len(catalog)))
            continue
        # A notation that nobody is sure of is not applied: its cells are problems until the person says
        # (rules/money.py).
        notation = match.reading.notation if match.reading and match.reading.sure else None
        cleaned = _cleaned(catalog, match, field, notation)
        columns.append(cleaned.values.alias(field.name))
        changes += _record(cleaned, field)
    for header, column in passed_through(mapping, fields).items():
        columns.append(_plain(catalog, column).alias(PASSED + header))
    rows = pl.DataFrame([pl.Series("row", catalog.rows, dtype=pl.UInt32), *columns]).with_row_index("index")
    return rows, pl.concat(changes) if changes else pl.DataFrame(schema=CHANGES)


def _cleaned(catalog: Catalog, match: Match, field: Field, notation: Notation | None) -> Cleaned:
    """One field's column: first what its system or its two languages ask for, then the cleaning that all get."""
    raw = values = catalog.cells[match.column.key]
    if match.column.form is not None:
        values = in_form(values, match.column.form, field.kind)
    if match.splits_into is not None and field.language is not None:
        values = split_column(values, field.language)
    cleaned = clean(values, field, notation)
    formed = values.ne_missing(raw).arg_true()
    if not formed.len():
        return cleaned
    earlier = cleaned.changes.get(Change.NOTATION)
    touched = formed if earlier is None else pl.concat([formed.cast(earlier.dtype), earlier]).unique()
    return Cleaned(cleaned.values, {**cleaned.changes, Change.NOTATION: touched})


def _plain(catalog: Catalog, column: Column) -> pl.Series:
    values = catalog.cells[column.key]
    return clean(in_form(values, column.form, None) if column.form else values, None).values


def _record(cleaned: Cleaned, field: Field) -> list[pl.DataFrame]:
    return [
        pl.DataFrame({"index": positions.cast(pl.UInt32)}).with_columns(
            field=pl.lit(field.name), change=pl.lit(Change(change).value)
        )
        for change, positions in cleaned.changes.items()
    ]


def with_last_prices(products: Products, prices: Mapping_[str, int]) -> Products:
    """``products`` with the price that the shop last accepted for each SKU, in fils."""
    known = pl.DataFrame({"sku": list(prices), LAST: list(prices.values())}, schema={"sku": pl.String, LAST: pl.Int64})
    rows = products.rows.drop(LAST).join(known, on="sku", how="left", maintain_order="left")
    return replace(products, rows=rows)


def passed_through(mapping: Mapping, fields: FieldSet) -> dict[str, Column]:
    """Header → each column that is sent under its own name.

    None may speak unchecked for a field: not under the field's own name, nor under a usual name of a field that another
    column was chosen for; and of two columns with one name only the first can be sent.
    """
    taken = {matching_key(name) for name in (*fields.names, fields.variants_field)}
    for match in mapping.matches:
        if match.field is not None:
            taken |= {matching_key(alias) for alias in fields.by_name[match.field].aliases}
    passed: dict[str, Column] = {}
    for match in mapping.passed_through:
        if matching_key(match.column.header) not in taken:
            passed.setdefault(match.column.header.strip(), match.column)
    return passed


def grouped(rows: pl.DataFrame, fields: FieldSet, groups: pl.Series | None) -> pl.DataFrame:
    """Which rows begin a product. A row that names nothing at all (totals, stray numbers) begins one of its own, so
    that it is a problem of its own and never speaks for the product above. ``groups``: what the file's own system
    says; there a further row may repeat what the first one says about the product, which counts once."""
    if groups is not None:
        rows = rows.with_columns(product=groups).with_columns(first=pl.col("product").is_first_distinct())
        once = (pl.when("first").then(pl.col(name)).alias(name) for name in fields.at(Level.PRODUCT))
        return rows.with_columns(once)
    images = [field.name for field in fields.of_kind(Kind.URL)]
    others = [name for name in fields.names if name not in images]
    no_product = pl.all_horizontal(pl.col(name).is_null() for name in fields.at(Level.PRODUCT))
    option = pl.any_horizontal(pl.col(name).is_not_null() for name in fields.option_fields)
    only_image = pl.all_horizontal(pl.col(name).is_null() for name in others)
    continues = no_product & (option | only_image) & (pl.col("index") > 0)
    return rows.with_columns(first=~continues).with_columns(product=pl.col("first").cum_sum().cast(pl.UInt32))


def typed(fields: FieldSet) -> list[pl.Expr]:
    """The columns that are numbers, from the cleaned texts."""
    return [_fils(fields), _stock(fields)]


def _fils(fields: FieldSet) -> pl.Expr:
    """Fils from the fils column, else from the dinar column: where both are given, fils wins (remote-systems.md)."""
    amounts = {field.unit: field.name for field in fields.of_kind(Kind.MONEY)}
    fils, dinars = pl.col(amounts["fils"]), pl.col(amounts["dinar"])
    return pl.when(fils.is_not_null()).then(whole_number(fils)).otherwise(dinars_to_fils(dinars)).alias(FILS)


def _stock(fields: FieldSet) -> pl.Expr:
    (count,) = fields.of_kind(Kind.COUNT)
    return whole_number(pl.col(count.name)).alias(STOCK)
