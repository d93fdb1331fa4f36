"""What all fixes of prices need: an amount in fils, written as its column writes amounts.

A cell gets a text only if the column reads it back as exactly that amount; while it is not sure how a column is to be
read, the text is one that every reading takes alike.
"""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import (
    DECIMALS,
    FILS_PER_DINAR,
    FILS_PER_PIASTRE,
    Notation,
    dinars_to_fils,
    whole_number,
)
from hkj_desktop.catalog.fields import Field, Kind
from hkj_desktop.catalog.fixes.base import Proposal, cells_at, field_of, match_with, nothing, proposed, read
from hkj_desktop.catalog.mapping import Match

MONEY = frozenset({Kind.MONEY})
_WRITTEN = ("at", "index", "key", "field", "before", "fils")


def amount(field: Field, value: pl.Expr) -> pl.Expr:
    """A cleaned text of a money field in fils; null where it is no such amount."""
    return whole_number(value) if field.unit == "fils" else dinars_to_fils(value)


def money(checked: Checked) -> dict[str | None, Field]:
    """Unit → the field whose amounts are in it."""
    return {field.unit: field for field in checked.fields.of_kind(Kind.MONEY)}


def in_fils(checked: Checked, key: str, field: Field) -> bool:
    """Whether a column holds whole fils, and that is sure."""
    match = match_with(checked, key)
    reading = match.reading if match else None
    return field.unit == "fils" or (reading is not None and reading.sure and reading.notation is Notation.FILS)


def _text(fils: pl.Expr, field: Field, match: Match | None) -> pl.Expr:
    """``fils`` as the column writes amounts; null where it cannot."""
    reading = match.reading if match else None
    if field.unit == "fils":
        return fils.cast(pl.String)
    whole, rest = (fils // FILS_PER_DINAR).cast(pl.String), (fils % FILS_PER_DINAR).cast(pl.String).str.zfill(DECIMALS)
    dinars = whole + "." + rest
    if reading is None:
        return dinars
    if not reading.sure:
        if reading.notation is Notation.FILS:
            return pl.lit(None, dtype=pl.String)  # the question for the whole column comes first
        # Three digits behind a mark may be read in two ways, two or four in one.
        return (
            pl.when(rest == "000").then(whole).when(rest.str.ends_with("0")).then(dinars.str.head(-1)).otherwise(
                dinars + "0"
            )
        )  # fmt: skip
    match reading.notation:
        case Notation.FILS:
            return fils.cast(pl.String)
        case Notation.PIASTRES:
            return pl.when(fils % FILS_PER_PIASTRE == 0).then((fils // FILS_PER_PIASTRE).cast(pl.String))
        case Notation.DINARS_COMMA:
            return whole + "," + rest
        case _:
            return dinars


def _texts(checked: Checked, wanted: pl.DataFrame) -> pl.DataFrame:
    """``wanted`` (:data:`_WRITTEN`) with ``after``, and whether the column reads it as that amount (``good``)."""
    parts = []
    for (key, name), part in wanted.group_by("key", "field", maintain_order=True):
        field = field_of(checked, str(name))
        if field is None:
            continue
        part = part.with_columns(after=_text(pl.col("fils"), field, match_with(checked, str(key))))  # noqa: PLW2901
        reads = read(checked, str(key), field.name, part["after"])
        good = (amount(field, pl.col("reads")) == pl.col("fils")) & (pl.col("fils") > 0)
        parts.append(part.with_columns(reads=reads).with_columns(good=good.fill_null(value=False)).drop("reads"))
    empty = wanted.clear().with_columns(after=pl.lit(None, dtype=pl.String), good=pl.lit(value=False))
    return pl.concat(parts) if parts else empty


def own_cell(fix: str, checked: Checked, rows: pl.DataFrame, fils: pl.Series) -> Proposal:
    """Each problem's own cell gets the amount in ``fils``; not where the other price of the row would then be a
    thousandfold of it."""
    if fils.null_count() == rows.height:
        return nothing(fix, rows)
    wanted = rows.with_columns(fils=fils.cast(pl.Int64)).filter(pl.col("fils").is_not_null()).select(_WRITTEN)
    wanted = _texts(checked, wanted).filter("good")
    fields, rows_ = money(checked), checked.products.rows
    for field in fields.values():
        other = next(one for one in fields.values() if one != field)
        there = rows_[wanted["index"]].select(amount(other, pl.col(other.name)).alias("there"))["there"]
        wanted = wanted.with_columns(there=there).filter(
            (pl.col("field") != field.name) | ~_thousandfold(pl.col("there"), pl.col("fils")).fill_null(value=False)
        )
    return proposed(fix, rows, wanted)


def _thousandfold(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    return ((one == other * FILS_PER_DINAR) | (one * FILS_PER_DINAR == other)) & (one != other)


def both_cells(fix: str, checked: Checked, rows: pl.DataFrame, fils: pl.Series) -> Proposal:
    """Every price cell that the row has gets the amount in ``fils``, so that they agree: all of them, or none."""
    if fils.null_count() == rows.height:
        return nothing(fix, rows)
    wanted = rows.with_columns(fils=fils.cast(pl.Int64)).filter(pl.col("fils").is_not_null())
    parts = []
    for field in money(checked).values():
        column = checked.mapping.column_of(field.name)
        if column is None:
            continue
        part = wanted.with_columns(
            own=pl.col("field") == field.name,
            field=pl.lit(field.name),
            key=pl.lit(column.key),
            before=cells_at(checked, column.key, wanted["index"]),
            now=checked.products.rows[field.name][wanted["index"]],
        )
        parts.append(part.filter(pl.col("now").is_not_null()).select(*_WRITTEN, "own"))
    if not parts:
        return nothing(fix, rows)
    written = _texts(checked, pl.concat(parts)).filter(pl.col("good").all().over("at"))
    return proposed(fix, rows, written.sort("at", "own", descending=[False, True], maintain_order=True))
