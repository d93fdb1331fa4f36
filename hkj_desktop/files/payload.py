"""What goes to a shop of a catalogue, unit by unit; and products → the bytes that HKJ's bulk import takes: JSON, CSV or
XML, written in slices.

The shapes are those of remote-systems.md: JSON is an array of product objects; XML is ``<products><product><sku>…``;
CSV has one column a field and forward-fills the rows of one product. Prices go as integer ``price_fils``. An empty
cell is not sent.
"""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol
from xml.sax.saxutils import escape

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fields import FieldSet, Kind, Level
from hkj_desktop.catalog.problems import Problems
from hkj_desktop.catalog.products import FILS, PASSED, STOCK
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Destination, destination

SLICE = 1000
FORMATS = ("json", "csv", "xml")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What every XML reader takes in a name: XML 1.0 before its fifth edition has no place for newer letters.
_NOT_A_NAME = re.compile("[^A-Za-z0-9_.\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0621-\u063a\u0641-\u064a-]+")
_NAME_STARTS_LATE = re.compile("[0-9.-]")

Row = dict[str, Any]
Slices = Iterator[list[list[Row]]]


#: What is written down of each unit before it is sent; ``fils``: null where there is no price to remember.
ENTRY: dict[str, pl.DataType] = {
    "product": pl.UInt32(),
    "row": pl.UInt32(),
    "sku": pl.String(),
    "title_en": pl.String(),
    "title_ar": pl.String(),
    "fils": pl.Int64(),
    "key": pl.String(),
    "store": pl.String(),
}


class Payload(Protocol):
    """A catalogue as one system takes it: a row of units with numbers from 1, in the order of the file. ``checked``:
    the catalogue with what is wrong with it for that system. Series of numbers are ascending.

    :class:`ProductPayload` and :class:`hkj_desktop.files.item_payload.ItemPayload` are ones.
    """

    @property
    def checked(self) -> Checked: ...

    @property
    def system(self) -> Destination: ...

    @property
    def count(self) -> int:
        """Units in the file."""
        ...

    def every(self) -> pl.Series:
        """The numbers of all units."""
        ...

    def ready(self) -> pl.Series:
        """The numbers of those without an error."""
        ...

    @property
    def ready_count(self) -> int:
        """How many these are; worked out once."""
        ...

    def write(self, chosen: pl.Series, format_: str, out: BinaryIO, *, cancel: CancelToken | None = None) -> int:
        """Write the units whose numbers are in ``chosen``; returns how many. Raises Cancelled."""
        ...

    def contents(self, chosen: pl.Series, cancel: CancelToken | None = None) -> Iterator[list[tuple[int, Row]]]:
        """The units whose numbers are in ``chosen``, in slices: each with its number, and as it is sent as JSON."""
        ...

    def entries(self, chosen: pl.Series) -> pl.DataFrame:
        """One row a unit, with the columns of :data:`ENTRY`."""
        ...

    @property
    def names(self) -> Mapping[str, str]:
        """What the system calls a field → the field of the shared catalogue."""
        ...

    @property
    def placing(self) -> Checked:
        """The catalogue in which what the shop says finds its cell: with the columns that are for this system alone."""
        ...

    @property
    def passed(self) -> tuple[str, ...]:
        """The headers of columns that are sent under their own names, since they are no field of the system."""
        ...

    def covers(self, key: str) -> bool:
        """Whether the unit of that key could be in this catalogue; False for one in a store that it is not for."""
        ...

    def answered(self, answers: Problems) -> Payload:
        """The same with what the shop said, in place of what it said before."""
        ...


@dataclass(frozen=True)
class ProductPayload:
    """Products with their variants inside, each of them a unit with the product's own number."""

    checked: Checked

    @property
    def system(self) -> Destination:
        return destination(self.checked.fields.id)

    @property
    def count(self) -> int:
        return self.checked.products.count

    def every(self) -> pl.Series:
        return self.checked.every()

    def ready(self) -> pl.Series:
        return self.checked.ready()

    @property
    def ready_count(self) -> int:
        return self.checked.counts.ready

    def write(self, chosen: pl.Series, format_: str, out: BinaryIO, *, cancel: CancelToken | None = None) -> int:
        return write_payload(self.checked, chosen, format_, out, cancel=cancel)

    def contents(self, chosen: pl.Series, cancel: CancelToken | None = None) -> Iterator[list[tuple[int, Row]]]:
        return wire_products(self.checked, chosen, cancel)

    def entries(self, chosen: pl.Series) -> pl.DataFrame:
        rows = self.checked.products.rows.filter(pl.col("first") & pl.col("product").is_in(chosen.implode()))
        # A price below zero may be sent for the shop to judge; it is no price to remember.
        priced = pl.when(pl.col(FILS) >= 0).then(pl.col(FILS)).alias(FILS)
        key = pl.coalesce(
            pl.when(pl.col(name).str.strip_chars() != "").then(pl.format(f"{name}:{{}}", pl.col(name)))
            for (name,) in self.system.keys
        )
        found = rows.with_columns(priced, key=key, store=pl.lit(None, dtype=pl.String))
        return found.select(pl.col(name).cast(kind) for name, kind in ENTRY.items())

    @property
    def names(self) -> Mapping[str, str]:
        return {name: name for name in self.checked.fields.names}

    @property
    def placing(self) -> Checked:
        return self.checked

    @property
    def passed(self) -> tuple[str, ...]:
        return self.checked.products.passed

    def covers(self, key: str) -> bool:  # noqa: ARG002 - one list is for all of the shop
        return True

    def answered(self, answers: Problems) -> Payload:
        return ProductPayload(self.checked.with_answers(answers))


@dataclass(frozen=True)
class _Shape:
    """How one row of :attr:`Products.rows` becomes what is sent; ``used``: the fields that any row fills."""

    fields: FieldSet
    passed: tuple[str, ...]
    used: tuple[str, ...]

    @staticmethod
    def of(checked: Checked) -> _Shape:
        rows = checked.products.rows
        filled = {name for name in checked.fields.names if rows[name].null_count() < rows.height}
        for field in checked.fields.of_kind(Kind.MONEY):
            # Prices go as fils; the dinar column is there only for prices that could not be read.
            filled.add(field.name) if field.unit == "fils" else filled.discard(field.name)
            if field.unit == "dinar" and rows.filter(pl.col(field.name).is_not_null() & pl.col(FILS).is_null()).height:
                filled.add(field.name)
        return _Shape(checked.fields, checked.products.passed, tuple(n for n in checked.fields.names if n in filled))

    def values(self, row: Row) -> Row:
        """The row's filled fields under their wire names, typed where they read as their type, raw text where not."""
        sent: Row = {}
        for field in self.fields.fields:
            value = row[field.name]
            if value is None:
                continue
            if field.kind is Kind.MONEY:
                self._price(row, sent, field.name)
            elif field.kind is Kind.COUNT:
                sent[field.name] = value if row[STOCK] is None else row[STOCK]
            else:
                sent[field.name] = value
        for header in self.passed:
            if row[PASSED + header] is not None:
                sent.setdefault(header, row[PASSED + header])
        return sent

    def _price(self, row: Row, sent: Row, name: str) -> None:
        # Where both are given, fils wins; a price that cannot be read goes as it stands, for the shop to judge.
        fils = next(f.name for f in self.fields.of_kind(Kind.MONEY) if f.unit == "fils")
        if row[FILS] is not None:
            sent[fils] = row[FILS]
        elif fils not in sent:
            sent[name] = row[name]

    def product(self, rows: list[Row]) -> Row:
        """One product: its first row, and where it has several rows their variant values as a list."""
        sent = self.values(rows[0])
        if len(rows) > 1:
            variant = {*self.fields.at(Level.VARIANT), *self.passed}
            sent[self.fields.variants_field] = [
                {name: value for name, value in self.values(row).items() if name in variant} for row in rows
            ]
        return sent


def write_payload(
    checked: Checked,
    chosen: pl.Series,
    format_: str,
    out: BinaryIO,
    *,
    cancel: CancelToken | None = None,
    written: Callable[[int], None] | None = None,
) -> int:
    """Write the products whose numbers are in ``chosen`` (ascending) to ``out`` as ``format_`` (``json``,
    ``csv`` or ``xml``).

    Returns how many products were written, in the order of ``chosen``; ``written`` is told that number after
    each slice.
    Raises Cancelled.
    """
    shape = _Shape.of(checked)
    products = _products(checked.products.rows, chosen, cancel)
    writer = {"json": _json, "csv": _csv, "xml": _xml}[format_]
    count = 0
    for size in writer(products, shape, out):
        count += size
        if written:
            written(count)
    return count


def wire_products(
    checked: Checked, chosen: pl.Series, cancel: CancelToken | None = None
) -> Iterator[list[tuple[int, Row]]]:
    """The products whose numbers are in ``chosen`` (ascending), in slices: each with its number, and as it is sent as
    JSON. Raises Cancelled."""
    shape = _Shape.of(checked)
    for slice_ in _products(checked.products.rows, chosen, cancel):
        yield [(rows[0]["product"], shape.product(rows)) for rows in slice_]


def _products(rows: pl.DataFrame, chosen: pl.Series, cancel: CancelToken | None) -> Slices:
    """The rows of each chosen product, in slices of about :data:`SLICE` products."""
    if chosen.len() == rows["product"].n_unique():
        wanted = rows
    else:
        wanted = rows.filter(pl.col("product").is_in(chosen.implode()))
    group: list[Row] = []
    slice_: list[list[Row]] = []
    for part in wanted.iter_slices(SLICE):
        if cancel:
            cancel.check()
        time.sleep(0)  # to_dicts keeps the interpreter to itself: give way between slices (measured.md)
        for row in part.to_dicts():
            if group and row["product"] != group[0]["product"]:
                slice_.append(group)
                group = []
            group.append(row)
        if slice_:
            yield slice_
            slice_ = []
    if group:
        yield [group]


def _json(products: Slices, shape: _Shape, out: BinaryIO) -> Iterator[int]:
    import orjson

    out.write(b"[")
    begun = False
    for slice_ in products:
        body = orjson.dumps([shape.product(rows) for rows in slice_])[1:-1]
        out.write(b",\n" + body if begun else b"\n" + body)
        begun = True
        yield len(slice_)
    out.write(b"\n]\n")


def _csv(products: Slices, shape: _Shape, out: BinaryIO) -> Iterator[int]:
    """All fields that occur, then the passed-through columns; a product's further rows leave the product
    columns empty."""
    columns = [*shape.used, *(header for header in shape.passed if header not in shape.used)]
    variant = {*shape.fields.at(Level.VARIANT), *shape.passed}
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for slice_ in products:
        for group in slice_:
            for at, row in enumerate(group):
                values = shape.values(row)
                writer.writerow([values.get(name, "") if at == 0 or name in variant else "" for name in columns])
        out.write(text.getvalue().encode())
        text.seek(0)
        text.truncate()
        yield len(slice_)
    out.write(text.getvalue().encode())


def _xml(products: Slices, shape: _Shape, out: BinaryIO) -> Iterator[int]:
    out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<products>\n')
    tags = _tags(shape)
    for slice_ in products:
        lines = [f"<product>{_elements(shape.product(rows), tags)}</product>\n" for rows in slice_]
        out.write("".join(lines).encode())
        yield len(slice_)
    out.write(b"</products>\n")


def _tags(shape: _Shape) -> dict[str, str]:
    """Each name that is sent → its element's name. No passed-through column gets the name of a field, or of another
    column that is spelled nearly like it."""
    tags = {name: name for name in shape.fields.names}
    taken = {*tags, shape.fields.variants_field}
    for header in shape.passed:
        tag, number = _tag(header), 1
        while tag in taken:
            number += 1
            tag = f"{_tag(header)}_{number}"
        taken.add(tag)
        tags[header] = tag
    return tags


def _elements(values: Row, tags: dict[str, str]) -> str:
    parts = []
    for name, value in values.items():
        tag = name if isinstance(value, list) else tags[name]
        if isinstance(value, list):
            inside = "".join(f"<variant>{_elements(variant, tags)}</variant>" for variant in value)
        else:
            # A bare CR would be read as a line feed.
            inside = escape(_NOT_XML.sub("\ufffd", str(value)), {"\r": "&#13;"})
        parts.append(f"<{tag}>{inside}</{tag}>")
    return "".join(parts)


def _tag(name: str) -> str:
    """A header as an element's name: what XML does not allow in one becomes ``_``."""
    tag = _NOT_A_NAME.sub("_", name).strip("_.-") or "column"
    return f"_{tag}" if _NAME_STARTS_LATE.match(tag) else tag
