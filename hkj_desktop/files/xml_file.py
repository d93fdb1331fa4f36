"""XML → Catalog: the element that repeats is the product; namespaces are set aside. defusedxml refuses what is
made to hurt."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileDamaged, FileNoRows, FileTooLarge
from hkj_desktop.files.shape import MOST_COLUMNS
from hkj_desktop.files.sniff import Format
from hkj_desktop.files.tree import VARIANTS, catalog_of

GIVE_WAY_EVERY = 1000
DEEPEST = 100
#: So many different places of elements; each product of a catalogue has the same ones.
MOST_PATHS = 4 * MOST_COLUMNS
PRODUCT_NAMES = frozenset({"product", "item", "entry", "row", "record", "offer", "article"})
_TEXT = "#text"


def read_xml(path: Path) -> Catalog:
    """Read the file at ``path``. Raises FileDamaged (with the line) or FileNoRows."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError

    try:
        with path.open("rb") as file:
            product_path = _product_path(file, path.name)
        with path.open("rb") as file:
            return catalog_of(_products(file, product_path), name=path.name, format_=Format.XML)
    except ParseError as error:
        line, column = error.position
        raise FileDamaged(name=path.name, detail=f"line {line}, column {column}") from error
    except DefusedXmlException as error:
        raise FileDamaged(name=path.name, detail=type(error).__name__, kind="entities") from error
    except (LookupError, ValueError) as error:
        # an encoding that does not exist, or bytes that are not in it
        raise FileDamaged(name=path.name, detail=type(error).__name__) from error


@dataclass
class _Seen:
    """What is known of one element path: how many elements, and how many of them hold other elements."""

    count: int = 0
    holding: int = 0
    leaves: Counter[str] = field(default_factory=Counter)


def _local(tag: str) -> str:
    """The name without its namespace: ``{http://…}price`` → ``price``."""
    return tag.rsplit("}", 1)[-1]


def _events(file: Any) -> Iterator[tuple[str, Any]]:
    from defusedxml.ElementTree import iterparse

    for count, event in enumerate(iterparse(file, events=("start", "end"))):
        if count % (20 * GIVE_WAY_EVERY) == 0:
            time.sleep(0)
        yield event


def _product_path(file: Any, name: str) -> tuple[str, ...]:
    """The path of the element that stands for a product: the shallowest one below the root that holds others
    and repeats."""
    seen: dict[tuple[str, ...], _Seen] = {}
    path: list[str] = []
    holds: list[bool] = []
    open_: list[Any] = []
    for kind, element in _events(file):
        if kind == "start":
            if len(path) >= DEEPEST:
                raise FileDamaged(name=name, detail="nesting", kind="nesting")
            if holds:
                holds[-1] = True
            path.append(_local(element.tag))
            holds.append(bool(element.attrib))
            open_.append(element)
            continue
        if len(seen) > MOST_PATHS:
            raise FileTooLarge(name=name, limit=MOST_COLUMNS, unit="columns", kind="columns")
        found = seen.setdefault(tuple(path), _Seen())
        found.count += 1
        found.holding += holds.pop()
        path.pop()
        _forget(open_)
    inner = {key: value for key, value in seen.items() if len(key) > 1 and value.holding}
    # A product's variants repeat too; they are products only where nothing else is.
    inner = {key: value for key, value in inner.items() if VARIANTS not in key} or inner
    repeated = [key for key, value in inner.items() if value.count > 1]
    if repeated:
        return min(repeated, key=lambda key: (len(key), -inner[key].count))
    named = [key for key in inner if key[-1].lower() in PRODUCT_NAMES]
    if named or inner:
        return min(named or inner, key=len)
    raise FileNoRows(name=name)


def _products(file: Any, product_path: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    path: list[str] = []
    open_: list[Any] = []
    for kind, element in _events(file):
        if kind == "start":
            path.append(_local(element.tag))
            open_.append(element)
            continue
        if tuple(path) == product_path:
            value = _value(element)
            yield value if isinstance(value, dict) else {_TEXT: value}
        # What stands inside a product is still wanted; everything else goes, and from its parent too.
        inside = len(path) > len(product_path) and tuple(path[: len(product_path)]) == product_path
        path.pop()
        if inside:
            open_.pop()
        else:
            _forget(open_)


def _forget(open_: list[Any]) -> None:
    """Drop the innermost open element with all that it holds, so that a long file takes no more memory than a short."""
    element = open_.pop()
    element.clear()
    if open_:
        open_[-1].remove(element)


def _value(element: Any) -> Any:
    """An element as plain values: text, or an object of its attributes and children; children of one name
    become a list."""
    text = (element.text or "").strip() or None
    values: dict[str, Any] = {_local(name): value for name, value in element.attrib.items()}
    for child in element:
        key, value = _local(child.tag), _value(child)
        if key not in values:
            values[key] = value
        elif isinstance(values[key], list):
            values[key].append(value)
        else:
            values[key] = [values[key], value]
    if not values:
        return text
    if text:
        values[_TEXT] = text
    return values
