"""The part of a filter that is about whole products, which all views of a catalogue share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hkj_desktop.ui.models.frame_model import Filter
from hkj_desktop.ui.opened import Opened

if TYPE_CHECKING:
    import polars as pl


def products_of(file: Opened, wanted: Filter) -> pl.Series | None:
    """The numbers of the products that are wanted for what they are (state, category, price, stock); None where the
    filter asks for nothing of that kind."""
    from hkj_desktop.catalog.cards import fitting

    if wanted.state is None and wanted.category is None and wanted.price is None and not wanted.sold_out:
        return None
    mask = fitting(
        file.cards,
        file.checked,
        state=wanted.state,
        category=wanted.category,
        price=wanted.price,
        sold_out=wanted.sold_out,
    )
    return file.cards["product"].filter(mask)
