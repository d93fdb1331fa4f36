"""An uploaded file → a list of products, or the sentence why it cannot be read. Bytes in, no disk, no database.

Works in slices and lets the event loop breathe between them, so that a big upload does not hold up other requests.
"""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError  # the types only; what reads is defusedxml

from hkj_desktop.practice.validate import NATURAL_KEYS, REQUIRED_TITLES

Row = dict[str, object]

SLICE = 500  # rows between two breaths

PRODUCT_COLUMNS = ("title_en", "title_ar", "brand", "external_id")
PRODUCT_COLUMN_FAMILIES = ("description_", "category_")
VARIANT_COLUMNS = ("sku", "barcode", "price_fils", "price_jod", "stock_qty", "image_url")
OPTION_FAMILY = "option"  # option1_name, option1_value, option2_name …


@dataclass(frozen=True, slots=True)
class Parsed:
    """``products``: as sent, not yet checked. ``digits_as_text``: the format can write numbers as text only."""

    products: list[object]
    digits_as_text: bool


@dataclass(frozen=True, slots=True)
class Unparsable:
    """The file is not what its declared format says; ``reason`` is the sentence for the 400 answer."""

    reason: str


async def parse_upload(body: bytes, declared: str) -> Parsed | Unparsable:
    """Read ``body`` as the declared format: ``json``, ``csv`` or ``xml``."""
    if not body.strip():
        return Unparsable("The upload is empty.")
    if declared == "csv":
        return await _parse_csv(body)
    if declared == "xml":
        return await _parse_xml(body)
    return _parse_json(body)


def _parse_json(body: bytes) -> Parsed | Unparsable:
    import orjson

    try:
        content: object = orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        return Unparsable(f"The file is not valid JSON (line {error.lineno}, column {error.colno}).")
    if isinstance(content, dict):
        content = content.get("products")
    if not isinstance(content, list):
        return Unparsable("The file is not a JSON array of products.")
    if not content:
        return Unparsable("The file has no products.")
    return Parsed(content, digits_as_text=False)


# --- CSV ---


def continues_product_above(row: Mapping[str, object]) -> bool:
    """Whether a CSV row (its filled cells only) is one more variant of the product above it.

    It leaves every column of the product itself empty, and it either has no natural key of its own or says which
    option it is. (Specification: "CSV forward-fill rows are merged"; the exact rule is nowhere published.)
    """
    if any(name in PRODUCT_COLUMNS or name.startswith(PRODUCT_COLUMN_FAMILIES) for name in row):
        return False
    has_own_key = any(name in row for name in NATURAL_KEYS)
    return not has_own_key or any(name.startswith(OPTION_FAMILY) for name in row)


@dataclass(slots=True)
class ForwardFill:
    """Collects CSV rows into products. The first row of a product stands for it; all its rows become ``variants``."""

    products: list[object] = field(default_factory=list)
    _open: Row | None = None  # the product that the next row may continue

    def add(self, row: Row) -> None:
        if self._open is None or not continues_product_above(row):
            self._open = row
            self.products.append(row)
            return
        variants = self._open.get("variants")
        if not isinstance(variants, list):
            first = {name: value for name, value in self._open.items() if _is_variant_column(name)}
            variants = self._open["variants"] = [first]
            for name in [name for name in self._open if name.startswith(OPTION_FAMILY)]:
                del self._open[name]
        variants.append(row)


def _is_variant_column(name: str) -> bool:
    return name in VARIANT_COLUMNS or name.startswith(OPTION_FAMILY)


async def _parse_csv(body: bytes) -> Parsed | Unparsable:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Unparsable("The file is not UTF-8 text.")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    filled = ForwardFill()
    try:
        header = [name.strip() for name in next(reader, [])]
        if problem := _header_problem(header):
            return Unparsable(problem)
        for cells in reader:
            if reader.line_num % SLICE == 0:
                await asyncio.sleep(0)
            if len(cells) > len(header):
                return Unparsable(f"Line {reader.line_num} has {len(cells)} cells, the header has {len(header)}.")
            row: Row = {name: cell for name, cell in zip(header, cells, strict=False) if name and cell.strip()}
            if row:  # a blank line, or one of commas alone, is nothing
                filled.add(row)
    except csv.Error as error:
        return Unparsable(f"The file is not valid CSV (line {reader.line_num}: {error}).")
    if not filled.products:
        return Unparsable("The file has no products.")
    return Parsed(filled.products, digits_as_text=True)


def _header_problem(header: list[str]) -> str | None:
    named = [name for name in header if name]
    if len(set(named)) < len(named):
        return "The header names a column twice."
    if not set(named) & {*NATURAL_KEYS, *REQUIRED_TITLES}:
        return "The header names no known column."
    return None


# --- XML ---


async def _parse_xml(body: bytes) -> Parsed | Unparsable:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    products: list[object] = []
    root: Element | None = None
    depth = 0
    try:
        for event, element in iterparse(io.BytesIO(body), events=("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            if root is None:
                root = element
            if event == "end" and depth == 1:  # a direct child of the root has just been completed
                if element.tag != "product":
                    return Unparsable(f"<{element.tag}> stands where <product> was expected.")
                products.append(_fields_of(element))
                root.clear()
                if len(products) % SLICE == 0:
                    await asyncio.sleep(0)
    except ParseError as error:
        return Unparsable(f"The file is not valid XML ({error}).")
    except DefusedXmlException:
        return Unparsable("The file defines its own entities, which is not accepted.")
    if root is None or root.tag != "products" or not products:
        return Unparsable("The file is not <products><product>…</product></products>.")
    return Parsed(products, digits_as_text=True)


def _fields_of(element: Element) -> Row:
    """One ``<product>`` as fields: empty elements are left out, ``<variants>`` becomes a list of objects."""
    row: Row = {}
    for child in element:
        if child.tag == "variants":
            row["variants"] = [_fields_of(variant) for variant in child]
        elif len(child):
            row[child.tag] = _fields_of(child)
        elif child.text and child.text.strip():
            row[child.tag] = child.text
    return row
