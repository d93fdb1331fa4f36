"""Items → what a system without products and variants takes: a JSON array of objects of texts, empty ones left out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

import orjson
import polars as pl

from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.item_fields import AttributeSet, load_attributes
from hkj_desktop.catalog.items import Items, make_items
from hkj_desktop.catalog.problems import Problems
from hkj_desktop.catalog.products import FILS, PASSED
from hkj_desktop.files.payload import ENTRY, SLICE, Payload, ProductPayload, Row
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Destination, Unit, destination

if TYPE_CHECKING:
    from hkj_desktop.catalog.check import Checked

#: The number of a unit, from 1; and what the frame of items has besides attributes.
UNIT = "_unit"
OWN = (UNIT, "product", "row")


def make_payload(checked: Checked, system: Destination, *, stores: Sequence[str] = (), language: str = "en") -> Payload:
    """The catalogue as ``system`` takes it. ``checked``: as the shared catalogue; ``stores`` and ``language``: those
    of the shop, where the system has such."""
    if system.unit is Unit.PRODUCT:
        return ProductPayload(checked)
    attributes = load_attributes(system.id)
    items = make_items(checked, attributes, stores=stores, language=language)
    return ItemPayload(items, attributes, language)


def names_of(system: Destination) -> Mapping[str, str]:
    """The same as ``Payload.names`` where there is no catalogue: what ``system`` calls a field → the shared field."""
    if system.unit is Unit.PRODUCT:
        return {name: name for name in load_fields(system.id).names}
    return load_attributes(system.id).fields_in("en")


@dataclass(frozen=True)
class ItemPayload:
    """One SKU in one store is a unit. ``language``: that of the names, under whose fields their problems stand."""

    items: Items
    attributes: AttributeSet
    language: str = "en"

    @property
    def checked(self) -> Checked:
        return self.items.checked

    @property
    def system(self) -> Destination:
        return destination(self.attributes.id)

    @cached_property
    def _frame(self) -> pl.DataFrame:
        return self.items.frame.with_row_index(UNIT, offset=1)

    @property
    def count(self) -> int:
        return self._frame.height

    def every(self) -> pl.Series:
        return self._frame[UNIT]

    def ready(self) -> pl.Series:
        good = self.checked.ready()
        return self._frame.filter(pl.col("product").is_in(good.implode()))[UNIT]

    @cached_property
    def ready_count(self) -> int:
        return self.ready().len()

    def write(self, chosen: pl.Series, format_: str, out: BinaryIO, *, cancel: CancelToken | None = None) -> int:
        if format_ not in self.system.formats:
            raise ValueError(format_)
        count = 0
        out.write(b"[")
        for slice_ in self.contents(chosen, cancel):
            body = orjson.dumps([content for _, content in slice_])[1:-1]
            out.write(b",\n" + body if count else b"\n" + body)
            count += len(slice_)
        out.write(b"\n]\n")
        return count

    def contents(self, chosen: pl.Series, cancel: CancelToken | None = None) -> Iterator[list[tuple[int, Row]]]:
        wanted = self._chosen(chosen)
        for part in wanted.iter_slices(SLICE):
            if cancel:
                cancel.check()
            time.sleep(0)  # to_dicts keeps the interpreter to itself: give way between slices (measured.md)
            yield [(row[UNIT], _content(row)) for row in part.to_dicts()]

    def entries(self, chosen: pl.Series) -> pl.DataFrame:
        titles = self.checked.products.rows.select(
            "row",
            title_en=pl.col("title_en").first().over("product"),
            title_ar=pl.col("title_ar").first().over("product"),
            fils=pl.when(pl.col(FILS) >= 0).then(pl.col(FILS)),
        ).unique("row", keep="first")
        names = self.system.keys[0]
        filled = pl.all_horizontal(pl.col(name).str.strip_chars() != "" for name in names)
        key = pl.when(filled).then(pl.format(" @".join([f"{names[0]}:{{}}", *["{}"] * (len(names) - 1)]), *names))
        found = self._chosen(chosen).join(titles, on="row", how="left", maintain_order="left")
        found = found.with_columns(sku=pl.col(names[0]), store=pl.col(names[-1]), key=key)
        return found.select(pl.col(name).cast(kind) for name, kind in ENTRY.items())

    @property
    def names(self) -> Mapping[str, str]:
        return self.attributes.fields_in(self.language)

    @property
    def placing(self) -> Checked:
        return replace(self.checked, mapping=self.items.mapping)

    @property
    def passed(self) -> tuple[str, ...]:
        return tuple(name.removeprefix(PASSED) for name in self._frame.columns if name.startswith(PASSED))

    @cached_property
    def _stores(self) -> frozenset[str]:
        return frozenset(self._frame[self.system.keys[0][-1]].drop_nulls().unique().to_list())

    def covers(self, key: str) -> bool:
        return key.rpartition(" @")[2] in self._stores

    def answered(self, answers: Problems) -> Payload:
        return replace(self, items=replace(self.items, checked=self.checked.with_answers(answers)))

    def _chosen(self, chosen: pl.Series) -> pl.DataFrame:
        if chosen.len() == self._frame.height:
            return self._frame
        return self._frame.filter(pl.col(UNIT).is_in(chosen.implode()))


def _content(row: Row) -> Row:
    return {name.removeprefix(PASSED): value for name, value in row.items() if value is not None and name not in OWN}
