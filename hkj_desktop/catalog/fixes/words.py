"""The words that stand beside numbers, and how titles are written (``resources/fixes.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from hkj_desktop.system.paths import resource


@dataclass(frozen=True)
class FixLists:
    """``dinars``, ``fils``, ``piastres``: units behind or before an amount; ``said``: what says nothing about it.
    ``pieces``: what one piece is called; ``before_count``: what is written ahead of a count; ``sold_out``: no piece.
    ``barcode``: what a barcode is called. ``small``, ``capitals``, ``units``: words of a title that stay small, stay
    in capitals, are small behind a number."""

    dinars: str
    fils: str
    piastres: str
    said: str
    pieces: str
    before_count: str
    barcode: str
    sold_out: frozenset[str]
    small: frozenset[str]
    capitals: frozenset[str]
    units: frozenset[str]


def _any_of(words: list[str]) -> str:
    """One pattern for all; the longest first, as "dinars" holds "dinar"."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def lists() -> FixLists:
    data: dict[str, Any] = tomllib.loads(resource("fixes.toml").read_text(encoding="utf-8"))
    price, stock, titles = data["price"], data["stock"], data["titles"]
    return FixLists(
        dinars=_any_of(price["dinars"]),
        fils=_any_of(price["fils"]),
        piastres=_any_of(price["piastres"]),
        said=_any_of(price["said"]),
        pieces=_any_of(stock["pieces"]),
        before_count=_any_of(stock["before"]),
        barcode=_any_of(data["barcode"]["names"]),
        sold_out=frozenset(stock["sold_out"]),
        small=frozenset(titles["small"]),
        capitals=frozenset(titles["capitals"]),
        units=frozenset(titles["units"]),
    )
