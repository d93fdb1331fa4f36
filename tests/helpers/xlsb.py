"""A writer of XLSB, as small as its readers allow ([MS-XLSB]): no other program that runs everywhere writes it."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
    ' Target="{target}"/></Relationships>'
)

Value = str | int | float | bool | None


class Error(str):
    """A cell with an error, such as ``#N/A``."""

    __slots__ = ()


_ERRORS = {"#DIV/0!": 0x07, "#REF!": 0x17, "#N/A": 0x2A}


def write_xlsb(
    path: Path,
    rows: Sequence[Sequence[Value]],
    *,
    at: tuple[int, int] = (1, 1),
    sheet: str = "Products",
    hidden: Sequence[int] = (),
) -> Path:
    """One sheet, its first cell at row and column ``at``; ``hidden``: numbers of hidden rows."""
    last = (at[0] - 1 + len(rows), at[1] - 1 + max(map(len, rows), default=1))
    body = [
        _record(129),
        _record(148, struct.pack("<IIII", at[0] - 1, last[0] - 1, at[1] - 1, last[1] - 1)),
        _record(145),
    ]
    for down, row in enumerate(rows, start=at[0] - 1):
        body.append(_row(down, hidden=down + 1 in hidden))
        body += [_cell(right, value) for right, value in enumerate(row, start=at[1] - 1) if value is not None]
    body += [_record(146), _record(130)]
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide(sheet)
    book = [
        _record(131),
        _record(153, bytes(8) + _wide("")),
        _record(143),
        _record(156, bundle),
        _record(144),
        _record(132),
    ]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="xl/workbook.bin").encode(),
            "xl/_rels/workbook.bin.rels": _RELATIONS.format(kind="worksheet", target="worksheets/sheet1.bin").encode(),
            "xl/workbook.bin": b"".join(book),
            "xl/worksheets/sheet1.bin": b"".join(body),
        }.items():
            # The same bytes on every day.
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return path


def _record(kind: int, content: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(content)
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return number + length + content


def _wide(text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def _row(row: int, *, hidden: bool) -> bytes:
    return _record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0x10 if hidden else 0, 0, 0))


def _cell(column: int, value: Value) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, Error):
        return _record(3, place + bytes([_ERRORS[value]]))
    if isinstance(value, bool):
        return _record(4, place + bytes([value]))
    if isinstance(value, (int, float)):
        return _record(5, place + struct.pack("<d", value))
    return _record(6, place + _wide(value))
