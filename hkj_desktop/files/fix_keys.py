"""What makes a workbook a fix file: the marks on its columns and rows, any text as a cell holds it, and the catalogue
that it was made from, kept beside it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FixFileError

VERSION = 1
#: The very hidden sheet that says what the file is; its name stands in the workbook part, where one looks first.
STORE = "_hkj_fix_file"
#: The hidden sheet from which the drop-downs are filled.
CHOICES = "_hkj_choices"
#: In the hidden first row: above the keys of the rows, above the two columns that are ours, and before a column's key.
KEYS, PLACE, WHY, COLUMN = "hkj:key", "hkj:place", "hkj:why", "hkj:column:"
#: In the hidden first column, beside the headers.
HEAD = "hkj:head"
#: Excel's longest cell, in UTF-16 units; a longer text is cut to the first of these lengths that fits.
LONGEST, CUTS = 32_767, (16_000, 4_600)
#: Behind a text that was cut: what still ends so was never seen whole, so it is no new text.
CUT = " […]"

_PIECE = 30_000
#: Rows that are named at once: a text of all of them keeps the interpreter to itself.
_SLICE, _COLUMN_MARK = 50_000, 16
_AT_ONCE = 5_000
_MOST_STORED = 512 << 20
_ODD = "\x00-\x08\x0b-\x1f\ufffe\uffff"
_LOST = re.compile(f"[{_ODD}]")
# Spreadsheets write a sign that XML cannot hold as _x0007_, and so an underscore that would read like one as _x005F_.
_LIKE_ESCAPED = re.compile(f"_(?=x[0-9A-Fa-f]{{4}}(?:_|[{_ODD}]))")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LINE_END = re.compile("\r\n?")
_ROW_KEY = re.compile("([0-9]{1,9}):([0-9a-f]{10})")


def escaped(text: str) -> str:
    """``text`` as the XML of a cell holds it, so that it reads back as it is."""
    text = _LOST.sub(lambda found: f"_x{ord(found[0]):04X}_", _LIKE_ESCAPED.sub("_x005F_", text))
    if not text.strip():  # blanks alone would be dropped
        text = "".join(f"_x{ord(sign):04X}_" for sign in text)
    return text


def unescaped(text: str) -> str:
    """What :func:`escaped` was made from."""
    return _ESCAPED.sub(_sign, text) if "_x" in text else text


def _sign(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)  # half a letter is none


def folded(text: str | None) -> str:
    """``text`` without what an office program may change by itself: ends of lines, and signs that nobody sees."""
    return _LOST.sub("", _LINE_END.sub("\n", text)) if text else ""


def reduced(text: str) -> str:
    """``text`` with all that reads like a sign written out read so: LibreOffice reads such twice, and writes the rest
    as it is, so two texts that differ in that alone cannot be told apart."""
    text = folded(text)
    while (read := folded(unescaped(text))) != text:
        text = read
    return text


def shown(text: str) -> str:
    """``text`` as it stands in the workbook: itself, or its beginning where it is longer than a cell."""
    if len(text) < CUTS[1] or _fits(text):
        return text
    return next((cut for length in CUTS if _fits(cut := text[:length] + CUT)), text[: CUTS[-1] // 2] + CUT)


def _fits(text: str) -> bool:
    return len(escaped(text).encode("utf-16-le")) // 2 <= LONGEST


def row_key(at: int, texts: list[str | None]) -> str:
    """Names the row at position ``at`` as it was written: filling cells down or typing makes no other row's key."""
    digest = hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:10]
    return f"{at}:{digest}"


def position_in(key: str) -> int | None:
    """The position in a text that has the form of a row's key."""
    found = _ROW_KEY.fullmatch(key)
    return int(found[1]) if found else None


def fingerprint(catalog: Catalog) -> str:
    """Names the headers and cells of a catalogue; the same for the same cells wherever and however they are kept."""
    return fingerprints(catalog)[0]


def fingerprints(catalog: Catalog) -> tuple[str, dict[str, str]]:
    """:func:`fingerprint`, and by each column's key what names its cells alone."""
    digest, columns = hashlib.sha256(), {}
    for column in catalog.columns:
        digest.update(json.dumps([column.key, column.header, len(catalog)]).encode())
        cell, own = pl.col(column.key), hashlib.sha256()
        # Each text behind its length, so that no two columns of cells look alike.
        told = pl.concat_str(cell.str.len_bytes().cast(pl.String), pl.lit(":"), cell).fill_null("0:")
        for part in catalog.cells.select(cell).iter_slices(_SLICE):
            texts = (part.select(told.str.join()).item() or "").encode()
            digest.update(texts)
            own.update(texts)
        columns[column.key] = own.hexdigest()[:_COLUMN_MARK]
    return digest.hexdigest(), columns


@dataclass(frozen=True, eq=False)
class Written:
    """What a fix file was written from. ``name`` and ``sheet``: the catalogue's own; ``title``: of the sheet that is
    mended; ``columns``: key and header of each; ``at`` and ``rows``: position and Excel's number of each row;
    ``cells``: by column's key, as many texts as there are rows."""

    fingerprint: str
    name: str
    sheet: str | None
    when: str | None
    title: str
    columns: tuple[tuple[str, str], ...]
    at: tuple[int, ...]
    rows: tuple[int, ...]
    cells: dict[str, list[str | None]]

    def packed(self) -> list[str]:
        """As pieces that are each a cell of letters that no program changes."""
        packing = zlib.compressobj()
        packed = [packing.compress(piece.encode()) for piece in self._json()]
        text = base64.b64encode(b"".join([*packed, packing.flush()])).decode()
        return [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]

    def _json(self) -> Iterator[str]:
        """In pieces, between which others have their turn."""
        long = {"at": self.at, "rows": self.rows}
        rest = {name: value for name, value in vars(self).items() if name not in (*long, "cells")}
        yield json.dumps({**rest, "version": VERSION})[:-1]
        for name, numbers in long.items():
            yield f', "{name}": '
            yield from _list(numbers)
        start = ', "cells": {'
        for key, texts in self.cells.items():
            yield f"{start}{json.dumps(key)}: "
            yield from _list(texts)
            start = ", "
        yield "}}" if self.cells else f"{start}}}}}"

    @staticmethod
    def of_packed(pieces: list[str], name: str) -> Written:
        """Raises FixFileError (``damaged``, ``newer``) for what is not ours; ``name``: the file's."""
        try:
            unpacking = zlib.decompressobj()
            text = unpacking.decompress(base64.b64decode("".join(pieces), validate=True), _MOST_STORED)
            if not unpacking.eof:
                raise FixFileError(name=name, reason="damaged")
            data = json.loads(text)
            if data["version"] > VERSION:
                raise FixFileError(name=name, reason="newer")
            return _read(data)
        except (binascii.Error, zlib.error, KeyError, TypeError, ValueError, RecursionError) as error:
            raise FixFileError(name=name, reason="damaged") from error


def _list(values: Sequence[int] | Sequence[str | None]) -> Iterator[str]:
    """As JSON, in pieces."""
    yield "["
    for start in range(0, len(values), _AT_ONCE):
        yield (", " if start else "") + json.dumps(values[start : start + _AT_ONCE])[1:-1]
        time.sleep(0)
    yield "]"


def _read(data: dict[str, Any]) -> Written:
    columns = tuple((str(key), str(header)) for key, header in data["columns"])
    at, rows = tuple(map(int, data["at"])), tuple(map(int, data["rows"]))
    cells = {key: [None if text is None else str(text) for text in data["cells"][key]] for key, _ in columns}
    if {len(at), len(rows), *map(len, cells.values())} != {len(at)}:
        raise ValueError
    named = {name: data[name] for name in ("fingerprint", "name", "sheet", "when", "title")}
    return Written(**named, columns=columns, at=at, rows=rows, cells=cells)
