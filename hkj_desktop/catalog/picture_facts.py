"""What is known of a picture without its points, and what was found by looking at it. Light: no library is loaded."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from hkj_desktop.system.paths import resource


@dataclass(frozen=True)
class Facts:
    """One picture that was read.

    ``width`` and ``height`` in points, as it is shown (turned as its camera says); ``format``: ``JPEG``, ``PNG`` …;
    ``size`` in bytes; ``digest``: sha256 of its bytes, in hexadecimal digits; ``likeness``: a number of 64 bits that
    differs in few bits for the same picture in another size or compression (unsigned: it does not fit SQLite's
    INTEGER); ``plain``: it is nearly one colour.
    """

    width: int
    height: int
    format: str
    size: int
    digest: str
    likeness: int
    plain: bool


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a picture. ``code``: that of the problem that it becomes; ``limit`` and ``other``
    fill its text."""

    code: str
    limit: str | None = None
    other: str | None = None


@cache
def picture_data(section: str) -> dict[str, Any]:
    """One section of ``resources/pictures.toml``, which says what each entry means."""
    data: dict[str, Any] = tomllib.loads(resource("pictures.toml").read_text(encoding="utf-8"))[section]
    return data
