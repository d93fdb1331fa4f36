"""What the formulas of a workbook had come to, kept beside them when the workbook is saved.

openpyxl saves formulas without results. Excel works them out when it opens the file; previews, phones and this program
show nothing until then. A result that may be another one by now is left out, so that nobody reads an old number.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from hkj_desktop.files.zip_parts import attribute, targets, whole, zip_told

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

#: Sheet → cell's address → (type, value) as they stand in the file.
Results = dict[str, dict[str, tuple[str, str]]]
#: A cell: sheet, row, column.
Place = tuple[str, int, int]
_Area = tuple[str, int, int, int, int]

_BOOK = "xl/workbook.xml"
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
#: A formula's cell as openpyxl writes it, without a result.
_EMPTY = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f([^>]*?)(/>|>[^<]*</f>)<v ?(?:/>|></v>)</c>')
_ROW_END = b"</row>"
_CHUNK = 1 << 20
#: So many looks at most at which formula reads which cell; beyond that no result is kept.
_MOST_LOOKS = 5_000_000

_TEXT = re.compile(r'"(?:[^"]|"")*"')
_SHEET_NAME = r"(?:(?:'((?:[^']|'')+)'|([^\W\d][\w.]*))!)?"
_CELL = r"\$?([A-Z]{1,3})\$?([0-9]{1,7})"
_REFERENCE = re.compile(
    rf"(?<![\w.]){_SHEET_NAME}(?:{_CELL}(?::{_CELL})?|\$?([A-Z]{{1,3}}):\$?([A-Z]{{1,3}})|\$?([0-9]{{1,7}}):\$?([0-9]{{1,7}}))"
    r"(?![\w(!])"
)
_CALLED = re.compile(r"[^\W\d][\w.]*\(")
_ELSEWHERE = frozenset({"INDIRECT(", "OFFSET(", "CELL(", "INFO(", "GETPIVOTDATA("})
_KNOWN = re.compile(r"\b(?:TRUE|FALSE)\b|[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?|#[A-Z/0]+[!?]?", re.IGNORECASE)
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


def results_in(path: Path) -> Results:
    """What the formulas of the workbook at ``path`` had come to. Raises FileDamaged or FileTooLarge."""
    found: Results = {}
    with zip_told(path.name), zipfile.ZipFile(path) as archive:
        parts = targets(archive, _BOOK, path.name)
        names = set(archive.namelist())
        for tag in _SHEET.findall(whole(archive, _BOOK, path.name)):
            name, part = attribute(tag, b"name"), parts.get(attribute(tag, b"id") or "")
            if name is not None and part in names:
                found[name] = _results(archive, part)
    return found


def _results(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    found: dict[str, tuple[str, str]] = {}
    try:
        with archive.open(part) as stream:
            for _, element in iterparse(stream):
                tag = element.tag.rpartition("}")[2]
                if tag == "c":
                    _note(element, found)
                elif tag == "row":
                    element.clear()
    except (ParseError, DefusedXmlException):
        return {}  # no results are kept of a sheet that the library reads and we do not
    return found


def _note(cell: Any, found: dict[str, tuple[str, str]]) -> None:
    inside = {child.tag.rpartition("}")[2]: child.text for child in cell}
    address = cell.get("r")
    if address and "f" in inside and inside.get("v"):
        found[address] = (cell.get("t", "n"), inside["v"])


def with_results(part: Any, results: dict[str, tuple[str, str]]) -> Iterator[bytes]:
    """A sheet as openpyxl wrote it, in pieces, with ``results`` in its formulas' cells."""

    def filled(found: re.Match[bytes]) -> bytes:
        kind, value = results.get(found.group(1).decode(), ("", ""))
        if kind not in ("n", "str", "b", "e"):
            return found.group()
        typed = b"" if kind == "n" else f' t="{kind}"'.encode()
        cell = b'<c r="' + found.group(1) + b'"' + found.group(2) + typed + b"><f" + found.group(3) + found.group(4)
        return cell + b"<v>" + escape(value, quote=False).encode() + b"</v></c>"

    before = b""
    while chunk := part.read(_CHUNK):
        if not results:
            yield chunk
            continue
        text = before + chunk
        cut = text.rfind(_ROW_END) + len(_ROW_END) if _ROW_END in text else 0
        yield _EMPTY.sub(filled, text[:cut])
        before = text[cut:]
    yield before


# -- which results may be others by now -------------------------------------------------------------------------------


def still_true(results: Results, book: Workbook, changed: Iterable[Place]) -> Results:
    """``results`` without those of formulas that read one of the ``changed`` cells of ``book``, by whatever way, or of
    which it cannot be told what they read."""
    new = set(changed)
    if not new:
        return results
    formulas = {
        (sheet.title, cell.row, cell.column): _reads(getattr(cell.value, "text", cell.value), sheet.title)
        for sheet in book.worksheets
        for cell in sheet._cells.values()  # noqa: SLF001 - iterating rows would make cells that are not there
        if cell.data_type == "f"
    }
    old = _stale(formulas, new)
    if old is None:
        return {}
    from openpyxl.utils import get_column_letter

    gone = {(sheet, f"{get_column_letter(column)}{row}") for sheet, row, column in old}
    return {
        sheet: {address: one for address, one in found.items() if (sheet, address) not in gone}
        for sheet, found in results.items()
    }


@dataclass(frozen=True)
class _Reads:
    """What a formula reads: single cells, and areas of more."""

    cells: frozenset[Place]
    areas: tuple[_Area, ...]

    def any_of(self, places: set[Place]) -> bool:
        return not self.cells.isdisjoint(places) or any(_within(one, area) for area in self.areas for one in places)


def _stale(formulas: dict[Place, _Reads | None], changed: set[Place]) -> set[Place] | None:
    """The formulas that a change reaches; None where finding out takes too long."""
    stale = {place for place, reads in formulas.items() if reads is None}
    left = {place: reads for place, reads in formulas.items() if reads is not None}
    wide, looks = sum(len(reads.areas) for reads in left.values()), 0
    fresh = changed | stale
    while fresh:
        looks += len(left) + wide * len(fresh)
        if looks > _MOST_LOOKS:
            return None
        reached = {place for place, reads in left.items() if reads.any_of(fresh)}
        stale |= reached
        left = {place: reads for place, reads in left.items() if place not in reached}
        fresh = reached
    return stale


def _within(place: Place, area: _Area) -> bool:
    sheet, top, left, bottom, right = area
    return place[0] == sheet and top <= place[1] <= bottom and left <= place[2] <= right


def _reads(formula: object, sheet: str) -> _Reads | None:
    """What a formula on ``sheet`` reads; None where it cannot be told (names, tables, other workbooks, INDIRECT)."""
    if not isinstance(formula, str):
        return None
    text = _TEXT.sub("", formula.removeprefix("="))
    areas: list[_Area] = []

    def read(found: re.Match[str]) -> str:
        areas.append(_area(found, sheet))
        return " "

    rest = _REFERENCE.sub(read, text)
    called = {name.upper().removeprefix("_XLFN.") for name in _CALLED.findall(rest)}
    rest = _KNOWN.sub(" ", _CALLED.sub(" ", rest))
    if called & _ELSEWHERE or re.search(r"[^\W\d]|[\[\]!:@#]", rest):
        return None
    single = {(name, top, left) for name, top, left, bottom, right in areas if (top, left) == (bottom, right)}
    return _Reads(frozenset(single), tuple(area for area in areas if area[1:3] != area[3:5]))


def _area(found: re.Match[str], sheet: str) -> _Area:
    from openpyxl.utils import column_index_from_string as number

    quoted, plain, left, top, right, bottom, first, last, upper, lower = found.groups()
    name = quoted.replace("''", "'") if quoted else plain or sheet
    if left:
        columns, rows = (number(left), number(right or left)), (int(top), int(bottom or top))
    elif first:
        columns, rows = (number(first), number(last)), (1, _LAST_ROW)
    else:
        columns, rows = (1, _LAST_COLUMN), (int(upper), int(lower))
    return name, min(rows), min(columns), max(rows), max(columns)
