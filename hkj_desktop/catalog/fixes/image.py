"""Picture addresses that lack little."""

from __future__ import annotations

import re

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.fixes.base import Fix, each
from hkj_desktop.catalog.fixes.sound import cellwise
from hkj_desktop.catalog.rules.image import SEVERAL

_SCHEME = re.compile(r"(?i)^(https?):[/\\]+")
_QUOTES = "\"'<>“”«» "


def address(text: str) -> str:
    """``www.x.jo/my photo.jpg`` → ``https://www.x.jo/my%20photo.jpg``. A name with no www may be a file's."""
    text = text.strip(_QUOTES)
    if re.match(r"(?i)www\.[^\s/\\]+\.[^\s/\\]", text):
        text = f"https://{text}"
    elif re.match(r"//[^\s/\\]+\.[^\s/\\]", text):
        text = f"https:{text}"
    if _SCHEME.match(text) is None:
        return text
    text = _SCHEME.sub(lambda found: found.group(1) + "://", text).replace("\\", "/")
    # A host has no spaces: what stands after one is no address.
    host, mark, rest = text.partition("://")[2].partition("/")
    return text if " " in host else _SCHEME.match(text)[0] + host + mark + rest.replace(" ", "%20")  # type: ignore[index]


def addresses(text: str) -> str | None:
    """Each of the addresses in a cell; what parts them stays."""
    parts = re.split(f"({SEVERAL.replace('(?:', '(?=')})", text)
    return "".join(part if at % 2 else address(part) for at, part in enumerate(parts))


def _addresses(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001 - one signature for all
    return each(rows["now"], addresses)


ADDRESS = Fix(
    "image_address",
    frozenset({"image_address"}),
    cellwise("image_address", _addresses),
    frozenset({Kind.URL}),
    safe=True,
)
