"""An upload of the record, whose file is not open, in the shape in which problems are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hkj_desktop.catalog.problems import Problems
from hkj_desktop.files.item_payload import names_of
from hkj_desktop.system.destinations import Destination
from hkj_desktop.uploads.entries import Item
from hkj_desktop.uploads.outcome import problem_of


def recorded(items: Iterable[Item], system: Destination) -> Problems:
    """The shop's words about refused products, on their rows as the journal kept them."""
    names = names_of(system)
    return Problems.of(
        replace(
            problem_of(item.message or "", system, names, item.store),
            index=at,
            row=item.row,
            product=item.product,
            sku=item.sku,
            title_en=item.title_en,
            title_ar=item.title_ar,
        )
        for at, item in enumerate(items)
    )
