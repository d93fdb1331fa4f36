"""The products of the view that the page of one was opened from, in the order that they have there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    import polars as pl

    from hkj_desktop.ui.opened import Opened


class ProductOrder:
    """Products are known by Excel's number of their first row: their own numbers change where rows are left out.
    ``products``: their numbers in ``file``; those that it does not have are left away."""

    def __init__(self, file: Opened, products: Sequence[int] | pl.Series) -> None:
        import polars as pl

        rows = file.checked.products.rows
        wanted = pl.Series("product", products).cast(rows["product"].dtype)
        at = rows["product"].search_sorted(wanted, side="left")
        there = at < rows.height
        at, wanted = (at, wanted) if there.all() else (at.filter(there), wanted.filter(there))
        known = rows["product"][at] == wanted
        self._rows = rows["row"][at] if known.all() else rows["row"][at].filter(known)

    def __len__(self) -> int:
        return len(self._rows)

    def place(self, row: int) -> int | None:
        """Where the product stands that begins in ``row``, from 0."""
        found = (self._rows == row).arg_true()
        return int(found[0]) if found.len() else None

    def next(self, row: int, step: int, file: Opened) -> int | None:
        """The first row of the next product (``step`` 1) or the previous one (-1) that ``file`` still has."""
        at = self.place(row)
        if at is None:
            return None
        way = self._rows.slice(at + 1) if step > 0 else self._rows.slice(0, at).reverse()
        left = way.is_in(file.checked.products.rows["row"].implode()).arg_true()
        return int(way[left[0]]) if left.len() else None


def number_of(file: Opened, row: int) -> int | None:
    """The product that has the row with Excel's number ``row``."""
    rows = file.checked.products.rows
    found = rows["product"].filter(rows["row"] == row)
    return int(found[0]) if found.len() else None
