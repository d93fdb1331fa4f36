"""What is missing in one column and stands in another one, which the person names."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import clean
from hkj_desktop.catalog.fixes.base import Fix, Proposal, cells_at, nothing, proposed, titles_of
from hkj_desktop.catalog.fixes.sound import sound
from hkj_desktop.catalog.languages import ARABIC, LATIN

_MISSING = frozenset({"required_missing", "key_missing", "price_missing"})
_ERROR = "cell_error"


def copy_columns(checked: Checked) -> list[tuple[str, str]]:
    """Key and header of each column that something can be copied from, as the file has them; its letter where it has no
    header."""
    cells = checked.catalog.cells
    filled = cells.select((pl.all().is_not_null() & (pl.all().str.strip_chars() != "")).any())
    return [
        (column.key, column.header.strip() or column.letter)
        for column in checked.catalog.columns
        if cells.height and filled[column.key][0]
    ]


def _copied(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:
    """The text of ``column`` on the same row, where it can stand in the problem's cell: a price where a price is
    wanted, Arabic where Arabic is."""
    if column is None:
        return nothing("copy", rows)
    there = clean(cells_at(checked, column, rows["index"]), None).values
    titles = titles_of(checked)
    wanted = rows.with_columns(after=there).filter(
        pl.col("after").is_not_null() & (pl.col("key") != column) & (pl.col("now").is_null() | ~_is_missing())
    )
    arabic, english = pl.col("after").str.contains(ARABIC), pl.col("after").str.contains(LATIN)
    wanted = wanted.filter(
        ((pl.col("field") != titles["ar"].name) | arabic).fill_null(value=True)
        & ((pl.col("field") != titles["en"].name) | (english & ~arabic)).fill_null(value=True)
    )
    return proposed("copy", rows, sound(checked, wanted))


def _is_missing() -> pl.Expr:
    return pl.col("code").is_in(list(_MISSING))


COPY = Fix(
    "copy", _MISSING | {_ERROR, "title_not_arabic", "title_not_english"}, _copied, asks_column=True
)  # fmt: skip
