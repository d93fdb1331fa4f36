"""SheetFacts of the binary workbooks: XLSB ([MS-XLSB]: records in zip parts) and the old XLS ([MS-XLS]: records in a
stream of a compound file, [MS-CFB])."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from hkj_desktop.errors import FileDamaged
from hkj_desktop.files.facts import ERROR_TEXTS, UNKNOWN_ERROR, SheetFacts
from hkj_desktop.files.zip_parts import check_sizes, targets, whole, zip_told

_BOOK = "xl/workbook.bin"
# [MS-XLSB] 2.3.2: record numbers
_ROW_HEADER, _ERROR, _ERROR_OF_FORMULA, _LAST_CELL = 0, 3, 11, 11
_MERGED, _SHEET = 176, 156
_ROW_HIDDEN = 0x10
_SHORTEST_ROW, _SHORTEST_CELL = 12, 8


def xlsb_facts(path: Path) -> dict[str, SheetFacts]:
    """Sheet name → its facts. Raises FileTooLarge or FileDamaged."""
    facts: dict[str, SheetFacts] = {}
    with zip_told(path.name), zipfile.ZipFile(path) as archive:
        check_sizes(archive, path.name)
        parts = targets(archive, _BOOK, path.name)
        names = set(archive.namelist())
        for kind, data in _records(whole(archive, _BOOK, path.name)):
            if kind == _SHEET and len(data) > 12:
                identity, end = _wide(data, 8)
                sheet, _ = _wide(data, end)
                part = parts.get(identity)
                if part in names:
                    facts[sheet] = _xlsb_sheet(whole(archive, part or "", path.name), path.name)
    return facts


def _records(data: bytes) -> Iterator[tuple[int, memoryview]]:
    """Record number and content; numbers and lengths are written in sevens of bits."""
    view, at, size = memoryview(data), 0, len(data)
    while at < size:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < size:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        length = 0
        for shift in (0, 7, 14, 21):
            if at >= size:
                return
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        yield kind, view[at : at + length]
        at += length


def _wide(data: memoryview, at: int) -> tuple[str, int]:
    """A counted text of UTF-16, and where it ends."""
    if at + 4 > len(data):
        return "", at
    (count,) = struct.unpack_from("<I", data, at)
    end = at + 4 + 2 * count
    return bytes(data[at + 4 : end]).decode("utf-16-le", errors="replace"), end


def _xlsb_sheet(data: bytes, name: str) -> SheetFacts:
    facts, row, last_column = SheetFacts(), 0, 0
    for kind, content in _records(data):
        if kind <= _LAST_CELL and len(content) < (_SHORTEST_ROW if kind == _ROW_HEADER else _SHORTEST_CELL):
            # The reader would take what an earlier record left in its place.
            raise FileDamaged(name=name, detail="xlsb: record")
        if kind == _ROW_HEADER:
            facts.used(row, last_column, 0)
            facts.check(name)
            row = int.from_bytes(content[:4], "little") + 1
            last_column = 0
            if content[11] & _ROW_HIDDEN:
                facts.hidden.add(row)
        elif kind <= _LAST_CELL:
            column = int.from_bytes(content[:4], "little") + 1
            last_column = max(last_column, column)
            facts.cells += 1
            if kind in (_ERROR, _ERROR_OF_FORMULA) and len(content) > 8:
                facts.error(row, column, ERROR_TEXTS.get(content[8], UNKNOWN_ERROR))
        elif kind == _MERGED and len(content) >= 16:
            top, bottom = struct.unpack_from("<II", content, 0)
            facts.merged(top + 1, bottom + 1)
    facts.used(row, last_column, 0)
    facts.check(name)
    return facts


# -- XLS ---------------------------------------------------------------------

_STREAMS = ("Workbook", "Book")
#: Where the header counts sectors: of the allocation table, the directory, the small one and the table's own list.
_COUNTS = (40, 44, 64, 72)
_SECTOR_SHIFTS, _SMALL_SHIFT = (9, 12), 6
_STREAM, _ROOT = 2, 5
_END = 0xFFFFFFFA  # and above: marks, not sectors
_TEXTS, _BOUND_SHEET, _ROW, _BOOLERR, _FORMULA, _MERGED_CELLS, _DIMENSIONS = 0xFC, 0x85, 0x208, 0x205, 0x06, 0xE5, 0x200
_CELLS = frozenset((0x201, 0x203, 0x204, 0x205, 0x27E, 0xFD, 0xD6, 0x06, 0xBD, 0xBE))
_SEVERAL = frozenset((0xBD, 0xBE))  # MULRK, MULBLANK: their last two bytes are the last column


def xls_facts(path: Path) -> dict[str, SheetFacts]:
    """Sheet name → its facts. Raises FileTooLarge or FileDamaged.

    The workbook reader sets memory aside for whatever sizes the file claims, and ends the program where there is not so
    much: a size that cannot be is found here.
    """
    try:
        return _xls_sheets(_workbook_stream(path.read_bytes()), path.name)
    except (struct.error, IndexError, OverflowError, _Impossible) as error:
        raise FileDamaged(name=path.name, detail=f"xls: {type(error).__name__} {error}".strip()) from error


class _Impossible(Exception):
    """A size or place that lies outside the file."""


def _believable(size: int, within: int) -> int:
    if size > within:
        raise _Impossible(size)
    return size


def _workbook_stream(data: bytes) -> bytes:
    """The stream of the workbook: a chain of sectors that begins where the directory says."""
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    if shift not in _SECTOR_SHIFTS or small_shift != _SMALL_SHIFT:
        raise _Impossible(shift)
    sector = 1 << shift
    for place in _COUNTS:
        _believable(struct.unpack_from("<I", data, place)[0] * sector, len(data))
    first_directory, small_limit, first_small = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    table = _allocation_table(data, sector)
    entries = _entries(_chain(data, first_directory, table, sector), len(data))
    found = next((entry for entry in entries if entry[0] in _STREAMS), None)
    root = next((entry for entry in entries if entry[1] == _ROOT), None)
    if found is None or root is None:
        raise _Impossible("no workbook")
    _, _, start, size = found
    if size >= small_limit:
        return _chain(data, start, table, sector)[:size]
    smalls = _numbers(_chain(data, first_small, table, sector))
    return _chain(_chain(data, root[2], table, sector), start, smalls, 1 << _SMALL_SHIFT, before=0)[:size]


def _entries(directory: bytes, within: int) -> list[tuple[str, int, int, int]]:
    """Name, kind, first sector and size of each stream."""
    entries = []
    for at in range(0, len(directory) - 127, 128):
        length = min(struct.unpack_from("<H", directory, at + 64)[0], 64)
        title = directory[at : at + max(length - 2, 0)].decode("utf-16-le", errors="replace")
        start, size = struct.unpack_from("<II", directory, at + 116)
        kind = directory[at + 66]
        if kind in (_STREAM, _ROOT):
            entries.append((title, kind, start, _believable(size, within)))
    return entries


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _allocation_table(data: bytes, sector: int) -> tuple[int, ...]:
    sectors = [number for number in _numbers(data[76:512]) if number < _END]
    following = struct.unpack_from("<I", data, 68)[0]
    seen: set[int] = set()
    while following < _END and following not in seen:
        seen.add(following)
        more = _numbers(data[(following + 1) * sector : (following + 2) * sector])
        if not more:
            break
        sectors += [number for number in more[:-1] if number < _END]
        following = more[-1]
    return _numbers(b"".join(data[(number + 1) * sector : (number + 2) * sector] for number in sectors))


def _chain(data: bytes, start: int, table: tuple[int, ...], sector: int, before: int | None = None) -> bytes:
    """The sectors from ``start`` on; a chain that bites its tail would keep the workbook reader for ever."""
    before = sector if before is None else before
    parts: list[bytes] = []
    while start < len(table):
        if len(parts) > len(table):
            raise _Impossible("ring")
        parts.append(data[before + start * sector : before + (start + 1) * sector])
        start = table[start]
    return b"".join(parts)


def _xls_sheets(stream: bytes, name: str) -> dict[str, SheetFacts]:
    facts: dict[str, SheetFacts] = {}
    for kind, content in _biff(stream, 0):
        if kind == _TEXTS and len(content) >= 8:
            _believable(struct.unpack_from("<I", content, 4)[0], len(stream))
        if kind == _BOUND_SHEET and len(content) > 8:
            (start,) = struct.unpack_from("<I", content, 0)
            wide = content[7] & 1
            encoding, size = ("utf-16-le", 2 * content[6]) if wide else ("latin-1", content[6])
            facts[content[8 : 8 + size].decode(encoding, errors="replace")] = _xls_sheet(stream, start, name)
    return facts


def _biff(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Records up to the end of the substream that begins at ``at``; charts within it are passed over."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == 0x0809:
            depth += 1
        elif kind == 0x0A:
            depth -= 1
            if depth <= 0:
                return
        if depth <= 1:
            yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _xls_sheet(stream: bytes, start: int, name: str) -> SheetFacts:
    facts = SheetFacts()
    for kind, content in _biff(stream, start):
        if kind in _CELLS and len(content) >= 6:
            row, column = struct.unpack_from("<HH", content, 0)
            last = struct.unpack_from("<H", content, len(content) - 2)[0] if kind in _SEVERAL else column
            facts.used(row + 1, max(column, last) + 1, max(last - column, 0) + 1)
            error = _xls_error(kind, content)
            if error is not None:
                facts.error(row + 1, column + 1, error)
        elif kind == _DIMENSIONS and len(content) >= 14:
            # The reader sets memory aside for what is claimed here.
            first_row, last_row, first, last = struct.unpack_from("<IIHH", content, 0)
            claimed = SheetFacts()
            claimed.used(last_row, max(last, 1), max(last_row - first_row, 0) * max(last - first, 0))
            claimed.check(name)
        elif kind == _ROW and len(content) >= 14 and content[12] & 0x20:
            facts.hidden.add(struct.unpack_from("<H", content, 0)[0] + 1)
        elif kind == _MERGED_CELLS:
            for at in range(2, len(content) - 7, 8):
                top, bottom = struct.unpack_from("<HH", content, at)
                facts.merged(top + 1, bottom + 1)
    facts.check(name)
    return facts


def _xls_error(kind: int, content: bytes) -> str | None:
    if kind == _BOOLERR and len(content) >= 8 and content[7]:
        return ERROR_TEXTS.get(content[6], UNKNOWN_ERROR)
    if kind == _FORMULA and len(content) >= 14 and content[12:14] == b"\xff\xff" and content[6] == 2:
        return ERROR_TEXTS.get(content[8], UNKNOWN_ERROR)
    return None
