"""What a person's own workbook would lose if it were saved with marks on it, seen in its parts without loading it.

The library that writes it back (openpyxl) keeps cells, styles, formulas, rules, pictures and much more, and drops
without a word what it does not know. What that is stands in ``resources/workbook.toml``, each line of it tried.
"""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hkj_desktop.files.sniff import Format, sniff
from hkj_desktop.files.zip_parts import check_sizes, pieces, zip_told
from hkj_desktop.system.paths import resource

#: The code for a workbook that cannot be written back at all: a new one is made from the catalogue's cells.
WHOLE = "whole"
#: The code for macros that are not kept since the file is saved as one without.
MACROS, RIBBON = "macros", "ribbon"
#: With macros, the library copies these as they are.
MACRO_SUFFIX = ".xlsm"
_MACRO_PART = "xl/vbaProject.bin"
_RIBBON_PARTS = "customUI/"
_SHEETS = re.compile(r"xl/(?:worksheets|chartsheets)/[^/]*\.xml")
_END_OF_CELLS = re.compile(rb"</(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*/>")
_BEHIND = re.compile(rb"<(?:\w+:)?(\w+)(?=[\s/>])")
_URI = re.compile(rb"""\suri\s*=\s*["'](\{[0-9A-Fa-f-]+\})["']""")


@dataclass(frozen=True)
class _Sign:
    """One entry of the list: where its thing shows."""

    code: str
    parts: tuple[re.Pattern[str], ...]
    content: tuple[tuple[re.Pattern[str], tuple[re.Pattern[bytes], ...]], ...]
    sheets: frozenset[bytes]
    uris: frozenset[bytes]
    cells: tuple[bytes, ...]


def what_is_lost(path: Path, out: Path | None = None) -> tuple[str, ...]:
    """The codes of what the workbook at ``path`` loses when it is saved with marks as ``out`` (the same kind of file
    where None), in the order of the list; :data:`WHOLE` alone where it cannot be kept at all. Nothing of a CSV, JSON or
    XML, which have nothing but cells.

    Raises one of the FileError family for a file that cannot be read.
    """
    format_ = sniff(path)
    if format_ is not Format.XLSX:
        return (WHOLE,) if format_.workbook else ()
    with zip_told(path.name), zipfile.ZipFile(path) as archive:
        check_sizes(archive, path.name)
        if _cannot_be_kept(archive, path.name):
            return (WHOLE,)
        names = archive.namelist()
        found = {sign.code for sign in _signs() if any(part.match(name) for part in sign.parts for name in names)}
        for name in names:
            found |= _in_content(archive, name, path.name)
            if _SHEETS.fullmatch(name):
                found |= _in_sheet(archive, name, path.name)
        found |= _without_macros(names, (out or path).suffix.lower())
    return tuple(code for code in (*(sign.code for sign in _signs()), MACROS, RIBBON) if code in found)


def can_be_kept(path: Path) -> bool:
    """Whether the workbook can be written back at all."""
    if sniff(path) is not Format.XLSX:
        return False
    with zip_told(path.name), zipfile.ZipFile(path) as archive:
        check_sizes(archive, path.name)
        return not _cannot_be_kept(archive, path.name)


def limits() -> dict[str, int]:
    """``comments``, ``lines`` and ``comment_letters`` of a workbook with marks, ``fix_rows`` of a fix file."""
    found: dict[str, int] = _list()["limits"]
    return found


def _cannot_be_kept(archive: zipfile.ZipFile, file: str) -> bool:
    sign = _sign({"code": WHOLE, **_list()["whole"]})
    return any(_holds(archive, name, file, sign) for name in archive.namelist())


def _without_macros(names: list[str], suffix: str) -> set[str]:
    if suffix == MACRO_SUFFIX:
        return set()
    lost = {MACROS} if _MACRO_PART in names else set()
    return lost | ({RIBBON} if any(name.startswith(_RIBBON_PARTS) for name in names) else set())


@cache
def _list() -> dict[str, Any]:
    return tomllib.loads(resource("workbook.toml").read_text(encoding="utf-8"))


@cache
def _signs() -> tuple[_Sign, ...]:
    return tuple(_sign(entry) for entry in _list()["lost"])


def _sign(entry: dict[str, Any]) -> _Sign:
    return _Sign(
        code=entry["code"],
        parts=tuple(re.compile(part) for part in entry.get("parts", ())),
        content=tuple(
            (re.compile(part), tuple(re.compile(text.encode()) for text in texts))
            for part, texts in entry.get("content", {}).items()
        ),
        sheets=frozenset(name.encode() for name in entry.get("sheets", ())),
        uris=frozenset(uri.upper().encode() for uri in entry.get("uris", ())),
        cells=tuple(f' {name}="'.encode() for name in entry.get("cells", ())),
    )


def _in_content(archive: zipfile.ZipFile, name: str, file: str) -> set[str]:
    return {sign.code for sign in _signs() if sign.content and _holds(archive, name, file, sign)}


def _holds(archive: zipfile.ZipFile, name: str, file: str, sign: _Sign) -> bool:
    wanted = [text for part, texts in sign.content if part.fullmatch(name) for text in texts]
    if not wanted:
        return False
    return any(text.search(piece) for piece in pieces(archive, name, file) for text in wanted)


def _in_sheet(archive: zipfile.ZipFile, name: str, file: str) -> set[str]:
    """Cells are only searched for attributes; what stands behind them is taken tag by tag."""
    found: set[str] = set()
    for cells, tail in _halves(pieces(archive, name, file)):
        for sign in _signs():
            if any(attribute in cells for attribute in sign.cells):
                found.add(sign.code)
        if tail:
            tags = set(_BEHIND.findall(tail))
            uris = {uri.upper() for uri in _URI.findall(tail)}
            found |= {sign.code for sign in _signs() if sign.sheets & tags or sign.uris & uris}
    return found


def _halves(texts: Iterator[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Each piece of a sheet as (up to the end of its cells, behind it)."""
    behind = False
    for text in texts:
        end = None if behind or b"sheetData" not in text else _END_OF_CELLS.search(text)
        at = 0 if behind else end.start() if end else len(text)
        behind = behind or end is not None
        yield text[:at], text[at:]
