"""SheetFacts of an XLSX, by its tags: no tree is built, whatever the sheet holds."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from hkj_desktop.files.facts import UNKNOWN_ERROR, SheetFacts
from hkj_desktop.files.zip_parts import attribute, check_sizes, check_texts, pieces, targets, whole, zip_told

_BOOK = "xl/workbook.xml"
_SHEETS = "xl/worksheets/"
_TEXTS = "xl/sharedStrings.xml"
# Addresses as nearly every program writes them; these two are quick, since they begin with fixed bytes.
_LETTERS = re.compile(rb' r="([A-Za-z]{1,8})[0-9]')
_NUMBERS = re.compile(rb' r="[A-Za-z]{1,8}([0-9]{1,9})')
_ROW_NUMBERS = re.compile(rb"""<(?:\w+:)?row\b[^>]*\sr\s*=\s*["']([0-9]{1,9})""")
# As XML allows it.
_ODD_CELLS = (b":c", b"<c\t", b"<c\n", b"<c\r", b"<c>", b"<c/")
_ANY_LETTERS = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,8})[0-9]""")
_ANY_NUMBERS = re.compile(rb"""\sr\s*=\s*["'][A-Za-z]{1,8}([0-9]{1,9})""")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(row|c)[\s/>]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*\shidden=["'](?:1|true)["'][^>]*>""")
_ERROR_OR_VALUE = re.compile(
    rb"""<(?:\w+:)?c\b([^>]*\st=["']e["'][^>]*)>|<(?:\w+:)?v>([^<]{1,40})|<(?:\w+:)?(c)[\s/>]"""
)
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*\sref=["']([A-Za-z]{1,3})([0-9]+):[A-Za-z]{1,3}([0-9]+)["']""")
_ADDRESS = re.compile("([A-Za-z]{1,8})([0-9]{1,9})")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")


def xlsx_facts(path: Path) -> dict[str, SheetFacts]:
    """Sheet name → its facts. Raises FileTooLarge or FileDamaged."""
    facts: dict[str, SheetFacts] = {}
    with zip_told(path.name), zipfile.ZipFile(path) as archive:
        check_sizes(archive, path.name)
        parts = targets(archive, _BOOK, path.name)
        names = archive.namelist()
        for part in names:
            # The texts may stand in a part of another name; what is no sheet, text or style is not read.
            if part.endswith(".xml") and "sharedstrings" in part.lower():
                check_texts(archive, part, path.name)
        by_part: dict[str, SheetFacts] = {}
        for part in names:
            if part.startswith(_SHEETS) or (part in parts.values() and "sheet" in part.rpartition("/")[2].lower()):
                by_part[part] = _sheet(archive, part, path.name)
        for tag in _SHEET.findall(whole(archive, _BOOK, path.name)):
            name, identity = attribute(tag, b"name"), attribute(tag, b"id")
            if name is not None and parts.get(identity or "") in by_part:
                facts[name] = by_part[parts[identity or ""]]
    return facts


class _Cells:
    """Counts cells that carry no address of their own: they stand one behind the other."""

    def __init__(self) -> None:
        self.column = 0

    def widest(self, text: bytes) -> int:
        widest = 0
        for found in _ROW_OR_CELL.finditer(text):
            self.column = 0 if found.group(1) == b"row" else self.column + 1
            widest = max(widest, self.column)
        return widest


def _sheet(archive: zipfile.ZipFile, part: str, name: str) -> SheetFacts:
    facts, unaddressed, rows = SheetFacts(), _Cells(), 0
    columns: set[bytes] = set()
    pending: tuple[int, int] | None = None
    for text in pieces(archive, part, name):
        found, numbers, cells, more = _addresses(text)
        columns.update(found)
        rows += more
        # Rows that only carry a height or a colour are nothing to read, however far down they reach.
        last = max(map(int, numbers), default=1)
        if cells > len(found):
            last = max(last, rows, max(map(int, _ROW_NUMBERS.findall(text)), default=1))
        facts.used(last, 1, cells)
        if cells > len(found):
            facts.last_column = max(facts.last_column, unaddressed.widest(text))
        if b"hidden" in text:
            hidden = (attribute(tag, b"r") for tag in _HIDDEN_ROW.findall(text))
            facts.hidden.update(int(number) for number in hidden if number and number.isascii() and number.isdigit())
        if pending or b't="e"' in text or b"t='e'" in text:
            pending = _errors(text, facts, pending)
        if b"mergeCell" in text:
            _merged(text, facts)
        facts.check(name)
    facts.last_column = max(facts.last_column, max(map(column_number, columns), default=1))
    facts.check(name)
    return facts


def _addresses(text: bytes) -> tuple[list[bytes], set[bytes], int, int]:
    """The letters of each cell's address, the different row numbers, how many cells there are and how many rows."""
    cells, rows = text.count(b"<c "), text.count(b"<row ")
    letters = _LETTERS.findall(text)
    if len(letters) == cells and not any(odd in text for odd in _ODD_CELLS):
        return letters, set(_NUMBERS.findall(text)), cells, rows
    return (
        _ANY_LETTERS.findall(text), set(_ANY_NUMBERS.findall(text)), len(_CELL.findall(text)), len(_ROW.findall(text))
    )  # fmt: skip


def _errors(text: bytes, facts: SheetFacts, pending: tuple[int, int] | None) -> tuple[int, int] | None:
    """Error cells of ``text``; the last one's address where its value is still to come."""
    for found in _ERROR_OR_VALUE.finditer(text):
        tag, value, _ = found.groups()
        if tag is not None:
            place = _ADDRESS.fullmatch(attribute(tag, b"r") or "")
            pending = (int(place.group(2)), column_number(place.group(1).encode())) if place else None
            if pending:
                facts.error(*pending, UNKNOWN_ERROR)
        elif value is not None and pending:
            facts.error(*pending, value.decode("utf-8", errors="replace").strip())
            pending = None
        elif value is None:
            pending = None
    return pending


def _merged(text: bytes, facts: SheetFacts) -> None:
    for _, first, last in _MERGED.findall(text):
        facts.merged(int(first[:9]), int(last[:9]))


def column_number(letters: bytes) -> int:
    """``AB`` → 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
