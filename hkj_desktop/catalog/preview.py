"""What a change would do, cell by cell, before it is made: where, which product, what stands there, what would."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.edits import NEW
from hkj_desktop.catalog.fields import FieldSet
from hkj_desktop.catalog.table import Catalog


class Row(StrEnum):
    """What a line of a preview is about: a cell that changes, a row that leaves the catalogue, a cell that somebody
    else has changed meanwhile."""

    CELL = "cell"
    LEFT_OUT = "left_out"
    CONFLICT = "conflict"


ROWS: dict[str, pl.DataType] = {
    "index": pl.UInt32(),
    "key": pl.String(),
    "before": pl.String(),
    "after": pl.String(),
    "row": pl.UInt32(),
    "letter": pl.String(),
    "field": pl.String(),
    "header": pl.String(),
    "product": pl.UInt32(),
    "title_en": pl.String(),
    "title_ar": pl.String(),
    "sku": pl.String(),
    "kind": pl.String(),
    "now": pl.String(),
}


@dataclass(frozen=True, eq=False)
class PreviewRows:
    """``frame``: the columns of :data:`ROWS`, by row, then column; null is an empty cell, or what the line has none of.

    ``index``: the row of the checked catalogue; ``key``: the column, null where the whole row leaves. ``row`` and
    ``letter``: the place as Excel shows it. ``header``: what the file calls a column that is no field. ``kind``: a
    :class:`Row`. ``now``: what stands in a cell that is in conflict. ``fields``: those that ``field`` names.
    """

    frame: pl.DataFrame
    fields: FieldSet

    def __len__(self) -> int:
        return self.frame.height

    def count(self, kind: Row) -> int:
        return int((self.frame["kind"] == kind.value).sum())


def preview_rows(checked: Checked, cells: pl.DataFrame, left_out: pl.Series | None = None) -> PreviewRows:
    """The lines of a preview.

    ``cells``: ``index``, ``key``, ``before``, ``after``; where somebody else may have changed them meanwhile also
    ``kind`` (:class:`Row`) and ``now``. ``left_out``: rows (``index``) that leave the catalogue.
    """
    own = {"kind": pl.lit(Row.CELL.value), "now": pl.lit(None, dtype=pl.String)}
    given = cells.with_columns(**{name: value for name, value in own.items() if name not in cells.columns})
    given = given.select(pl.col(name).cast(ROWS[name]) for name in ("index", "key", "before", "after", "kind", "now"))
    gone = pl.DataFrame({"index": [] if left_out is None else left_out}, schema={"index": pl.UInt32})
    gone = gone.with_columns(kind=pl.lit(Row.LEFT_OUT.value))
    lines = pl.concat([given, gone], how="diagonal")
    lines = (
        lines.join(_identity(checked, lines["index"]), on="index", how="left")
        .join(_columns(checked), on="key", how="left")
        .join(_moved(checked.catalog, given), on=["index", "key"], how="left")
        .with_columns(row=pl.coalesce("elsewhere", "row"))
    )
    named = pl.col("key").str.strip_prefix(NEW)  # a column that the file does not have yet
    is_new = pl.col("field").is_null() & pl.col("header").is_null() & pl.col("key").str.starts_with(NEW)
    lines = lines.with_columns(field=pl.when(is_new).then(named).otherwise("field"))
    lines = lines.sort("index", "at", nulls_last=True, maintain_order=True)
    return PreviewRows(lines.select(pl.col(name).cast(kind) for name, kind in ROWS.items()), checked.fields)


def _identity(checked: Checked, wanted: pl.Series) -> pl.DataFrame:
    """Place and product of each wanted row; the titles are those of its product."""
    rows = checked.products.rows
    named = rows.filter("first").select("product", "title_en", "title_ar")
    found = rows.select("index", "row", "product", "sku").filter(pl.col("index").is_in(wanted.unique().implode()))
    return found.join(named, on="product", how="left")


def _columns(checked: Checked) -> pl.DataFrame:
    """What is known of each column, and which one it is from the left."""
    matches = checked.mapping.matches
    return pl.DataFrame(
        {
            "key": [match.column.key for match in matches],
            "letter": [match.column.letter for match in matches],
            "field": [match.field for match in matches],
            "header": [match.column.header for match in matches],
            "at": range(len(matches)),
        },
        schema={"key": pl.String, "letter": pl.String, "field": pl.String, "header": pl.String, "at": pl.UInt32},
    )


def _moved(catalog: Catalog, cells: pl.DataFrame) -> pl.DataFrame:
    """The row that a cell stands on in the file, where that is another one (reshape.py)."""
    found = [pl.DataFrame(schema={"index": pl.UInt32, "key": pl.String, "elsewhere": pl.UInt32})]
    for (key,), part in cells.group_by("key", maintain_order=True):
        rows = catalog.elsewhere.get(str(key))
        if rows is not None:
            own = part.select("index", "key").with_columns(elsewhere=rows[part["index"]].cast(pl.UInt32))
            found.append(own.unique("index"))
    return pl.concat(found)
