"""JSON → Catalog: an array of products, ``{"products": […]}``, or one product a line.

Numbers are taken as they are written (no float is made of a price). Products are decoded one by one, so that a large
file never keeps the interpreter to itself.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileDamaged
from hkj_desktop.files.header import known_headers
from hkj_desktop.files.shape import read_bytes
from hkj_desktop.files.sniff import Format
from hkj_desktop.files.text import decode
from hkj_desktop.files.tree import VARIANTS, catalog_of

GIVE_WAY_EVERY = 1000
#: How deep the list of products is looked for, and in how many objects of one depth.
DEEPEST, MOST_BRANCHES = 4, 1000
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


def read_json(path: Path, *, encoding: str | None = None) -> Catalog:
    """Read the file at ``path``; ``encoding``: the person's choice. Raises FileDamaged (with the place) or
    FileNoRows."""
    decoded = decode(read_bytes(path), path.name, encoding)
    text = decoded.utf8.decode("utf-8")
    try:
        format_, products = _products(text)
        read = catalog_of(products, name=path.name, format_=format_, encoding=decoded.encoding)
        return replace(read, readings=decoded.readings)
    except json.JSONDecodeError as error:
        raise FileDamaged(name=path.name, detail=f"line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise FileDamaged(name=path.name, detail="nesting", kind="nesting") from error


def _products(text: str) -> tuple[Format, Iterator[Any]]:
    start = _skip(text, 0)
    if text[start] == "[":
        return Format.JSON, _array(text, start)
    first, end = _DECODER.raw_decode(text, start)
    rest = _skip(text, end)
    if rest < len(text):
        return Format.JSONL, _lines(text, start)
    if isinstance(first, dict):
        return Format.JSON, iter(_inside(first))
    return Format.JSON, iter([first])


def _inside(outer: dict[str, Any]) -> list[Any]:
    """The products of ``{"products": […]}``, as deep as :data:`DEEPEST`; under another name, the longest list of
    objects, the shallowest first, unless the object around it has more of what products have (its own pictures,
    say)."""
    level = [outer]
    for _ in range(DEEPEST):
        named = [one["products"] for one in level if isinstance(one.get("products"), list)]
        if named:
            return max(named, key=len)
        level = [value for one in level for value in one.values() if isinstance(value, dict)][:MOST_BRANCHES]
    level = [outer]
    for _ in range(DEEPEST):
        inside = [(name, value) for one in level for name, value in one.items() if name != VARIANTS]
        lists = [v for _, v in inside if isinstance(v, list) and v and isinstance(v[0], dict)]
        longest = max(reversed(lists), key=len, default=None)
        if longest and known_headers(longest[0]) >= known_headers(outer):
            return longest
        level = [value for _, value in inside if isinstance(value, dict)][:MOST_BRANCHES]
    return [outer]


def _array(text: str, start: int) -> Iterator[Any]:
    at = _skip(text, start + 1)
    if text[at : at + 1] == "]":
        return
    for count in range(1, len(text)):
        value, at = _DECODER.raw_decode(text, at)
        yield value
        if count % GIVE_WAY_EVERY == 0:
            time.sleep(0)
        at = _skip(text, at)
        mark = text[at : at + 1]
        at = _skip(text, at + 1)
        if mark == "]":
            if at < len(text):
                raise json.JSONDecodeError("text after the end", text, at)
            return
        if mark != ",":
            raise json.JSONDecodeError("a comma or the end of the list", text, min(at, len(text)))


def _lines(text: str, start: int) -> Iterator[Any]:
    at, count = start, 0
    while at < len(text):
        value, at = _DECODER.raw_decode(text, at)
        yield value
        count += 1
        if count % GIVE_WAY_EVERY == 0:
            time.sleep(0)
        at = _skip(text, at)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
