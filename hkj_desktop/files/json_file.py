"""JSON → Catalog: an array of products, ``{"products": […]}``, or one product a line.

Numbers are taken as they are written (no float is made of a price). Products are decoded one by one, so that a
large file
never keeps the interpreter to itself.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileDamaged
from hkj_desktop.files.shape import read_bytes
from hkj_desktop.files.sniff import Format
from hkj_desktop.files.text import decode
from hkj_desktop.files.tree import VARIANTS, catalog_of

GIVE_WAY_EVERY = 1000
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


def read_json(path: Path) -> Catalog:
    """Read the file at ``path``. Raises FileDamaged (with the place) or FileNoRows."""
    decoded = decode(read_bytes(path), path.name)
    text = decoded.utf8.decode("utf-8")
    try:
        format_, products = _products(text)
        return catalog_of(products, name=path.name, format_=format_, encoding=decoded.encoding)
    except json.JSONDecodeError as error:
        raise FileDamaged(name=path.name, detail=f"line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise FileDamaged(name=path.name, detail="nesting") from error


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
    """The products of ``{"products": […]}``; under another name, the longest list of objects; else the object is
    a product."""
    named = outer.get("products")
    if isinstance(named, list):
        return named
    inside = [value for name, value in outer.items() if name != VARIANTS]
    lists = [value for value in inside if isinstance(value, list) and value and isinstance(value[0], dict)]
    lists.sort(key=len)
    return lists[-1] if lists else [outer]


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
