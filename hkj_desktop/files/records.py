"""The patient way through a CSV file, for the files that polars refuses or miscounts.

Every physical line is looked at. A quote counts only where it opens a cell, as Excel counts it; a quote that is never
closed makes its own row a problem and not the rest of the file.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from dataclasses import dataclass

#: A cell may hold line breaks; one that runs over more lines than this is an open quote.
LONGEST_CELL_LINES = 200
#: The interpreter's switch timer starves a window while csv runs; giving way now and then costs nothing
# (measured.md).
GIVE_WAY_EVERY = 1000


@dataclass(frozen=True)
class Record:
    """One row: its number as Excel shows it (from 1), its cells, and whether a quote in it was never closed."""

    row: int
    cells: list[str]
    quote_open: bool = False


def records(utf8: bytes, delimiter: str) -> Iterator[Record]:
    """The rows of CSV text, blank ones included (with no cells)."""
    csv.field_size_limit(1 << 27)
    lines = utf8.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    at, row = 0, 0
    while at < len(lines):
        row += 1
        if row % GIVE_WAY_EVERY == 0:
            time.sleep(0)
        taken = _lines_of_record(lines, at, delimiter)
        if taken:
            cells = next(csv.reader([line + "\n" for line in lines[at : at + taken]], delimiter=delimiter), [])
            yield Record(row, cells)
            at += taken
        else:
            cells = next(csv.reader([lines[at]], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
            yield Record(row, [cell.strip('"') for cell in cells], quote_open=True)
            at += 1


def _lines_of_record(lines: list[str], at: int, delimiter: str) -> int:
    """How many physical lines the record at ``at`` takes; 0 where its quote is never closed."""
    line = lines[at]
    if '"' not in line or not _ends_open(line, delimiter):
        return 1
    for more in range(1, min(LONGEST_CELL_LINES, len(lines) - at)):
        line = lines[at + more]
        closing = _closes_at(line, 0)
        if closing is None:
            continue
        if line[closing : closing + 1] not in ("", delimiter):
            # A quote that is followed by more text opens a cell of its own row: the first one was left open.
            return 0
        # A line may close one cell and open the next: then the record goes on.
        if not _ends_open(line[closing:], delimiter, within=True):
            return more + 1
    return 0


def _closes_at(line: str, start: int) -> int | None:
    """Position after the quote that closes a cell which is open at ``start``; a doubled quote is part of the text."""
    at = line.find('"', start)
    while at >= 0:
        if line[at + 1 : at + 2] != '"':
            return at + 1
        at = line.find('"', at + 2)
    return None


def _ends_open(line: str, delimiter: str, *, within: bool = False) -> bool:
    """Whether the end of ``line`` lies inside a quoted cell; ``within``: it begins just behind a closed cell."""
    at = 0
    if within:
        at = line.find(delimiter) + 1
        if at == 0:
            return False
    while at < len(line):
        if line[at] == '"':
            closing = _closes_at(line, at + 1)
            if closing is None:
                return True
            at = closing
        following = line.find(delimiter, at)
        if following < 0:
            return False
        at = following + 1
    return False
