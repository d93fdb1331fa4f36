"""Products that come as nested values (JSON, XML) → Catalog, numbered as if they stood in a sheet with a
header row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import polars as pl

from hkj_desktop.catalog.problems import Problem, Problems
from hkj_desktop.catalog.table import Catalog, columns_for
from hkj_desktop.errors import FileNoRows, FileNotCatalogue, FileTooLarge
from hkj_desktop.files.shape import check_width, shaped
from hkj_desktop.files.sniff import Format

FIRST_ROW = 2
#: No catalogue has more rows: what does was made to hurt, or is something else.
MOST_ROWS = 4_000_000
#: So many entries that are no products, and the list is none of products.
MOST_STRAYS = 10_000
JOINT = " | "
#: Under this key a product lists its variants, in what we send as in what other systems export.
VARIANTS = "variants"
_HALF = re.compile("[\ud800-\udfff]")


def catalog_of(products: Iterable[Any], *, name: str, format_: Format, encoding: str | None = None) -> Catalog:
    """One row per product, one column per key in the order in which keys first appear; a product with ``variants``
    has one row for each of them, as in CSV.

    A nested object gives ``outer.inner`` columns, a list of plain values one cell joined by ``|``, a list of objects
    its JSON text. What is no object is a problem on its row. Raises FileNoRows or FileTooLarge.
    """
    columns: dict[str, list[str | None]] = {}
    problems: list[Problem] = []
    count = 0
    for product in products:
        if count >= MOST_ROWS:
            raise FileTooLarge(name=name, limit=MOST_ROWS, unit="rows", kind="rows")
        if not isinstance(product, dict):
            if len(problems) >= MOST_STRAYS:
                raise FileNotCatalogue(name=name, kind="list")
            text = _text(product)
            problems.append(Problem("row_not_product", index=count, row=count + FIRST_ROW, value=text))
            columns.setdefault("", []).extend([None] * (count - len(columns.get("", []))) + [text or "null"])
            count += 1
            continue
        for row in _rows(product):
            for key, value in _flat(row).items():
                cells = columns.get(key)
                if cells is None:
                    check_width(len(columns) + 1, name)
                    cells = columns[key] = []
                cells.extend([None] * (count - len(cells)))
                cells.append(value)
            count += 1
    if not columns:
        raise FileNoRows(name=name)
    frame = pl.DataFrame(
        {
            f"c{at}": pl.Series(cells + [None] * (count - len(cells)), dtype=pl.String)
            for at, cells in enumerate(columns.values())
        }
    )
    rows = pl.Series("row", range(FIRST_ROW, FIRST_ROW + count), dtype=pl.UInt32)
    return shaped(
        Catalog(
            name=name,
            format=format_.value,
            columns=columns_for(list(columns)),
            cells=frame,
            rows=rows,
            encoding=encoding,
            problems=Problems.of(problems),
        )
    )


def _rows(product: dict[str, Any]) -> list[dict[str, Any]]:
    """The product's own values with those of its first variant, then each further variant; where product and first
    variant disagree, the product has a row of its own."""
    variants = product.get(VARIANTS)
    if isinstance(variants, dict) and len(variants) == 1:
        (variants,) = variants.values()  # XML: <variants><variant>…
    if isinstance(variants, dict):
        variants = [variants]
    if not isinstance(variants, list) or not variants or not all(isinstance(one, dict) for one in variants):
        return [product]
    own = {name: value for name, value in product.items() if name != VARIANTS}
    if any(own.get(name, value) != value for name, value in variants[0].items()):
        return [own, *variants]
    return [own | variants[0], *variants[1:]]


def _flat(product: dict[str, Any], prefix: str = "") -> dict[str, str | None]:
    flat: dict[str, str | None] = {}
    for key, value in product.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[_whole(prefix + key)] = _text(value)
    return flat


def _whole(text: str) -> str:
    """``text`` with � for each half of a character (JSON can write one alone, as ``\\ud83d``): no text can hold it."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value):
        return JOINT.join(text for item in value if (text := _text(item)))
    return _whole(json.dumps(value, ensure_ascii=False))
