"""Which row of a table holds its headers. Titles and notes may stand above it, and it may be two rows of merged
cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hkj_desktop.catalog.keys import matching_key
from hkj_desktop.catalog.presets import known_header_keys

#: The header is among so many rows that hold anything; a title takes one to five (export-headers.md).
ROWS_LOOKED_AT = 15
_LONGEST_HEADER = 200
_NUMBER = re.compile(r"[\s\d٠-٩۰-۹.,٫٬%+-]+")

Cells = Sequence[str | None]


@dataclass(frozen=True)
class Header:
    """``at``: position of the header's last row; ``cells``: the headers, trimmed; ``known``: how many of them we know;
    ``above``: rows with anything in them that stand over the header."""

    at: int
    cells: list[str]
    known: int
    above: int


def find_header(rows: Sequence[Cells], *, tall: dict[int, int] | None = None) -> Header | None:
    """The header of a table that begins with ``rows`` (blank ones included), or None where nothing is filled.

    ``tall``: first row → last row of merged cells that are taller than one row, by position.
    The row with the most headers that we know, of equals the first. One known header alone proves nothing: "size" is a
    value too; it counts where no row above is as full. Where none is known, the first row that is filled with texts.
    """
    filled = [at for at, row in enumerate(rows) if any((cell or "").strip() for cell in row)][:ROWS_LOOKED_AT]
    if not filled:
        return None
    known = {at: known_headers(rows[at]) for at in filled}
    best = max(filled, key=lambda at: (known[at], -at))
    if known[best] == 0 or (known[best] == 1 and not _fuller_than_above(rows, filled, best)):
        best = _first_of_texts(rows, filled)
    at, cells = _joined(rows, best, filled, known, tall or {})
    return Header(at, cells, known_headers(cells), filled.index(best))


def header_at(rows: Sequence[Cells], at: int) -> Header:
    """The row at position ``at`` as the header, as a person said."""
    cells = _trimmed(rows[at])
    above = sum(any((cell or "").strip() for cell in row) for row in rows[:at])
    return Header(at, cells, known_headers(cells), above)


def known_headers(row: Iterable[str | None]) -> int:
    """How many of these texts are headers that we know, each counted once."""
    keys = {matching_key(cell) for cell in row if cell and len(cell) < _LONGEST_HEADER}
    return len(keys & known_header_keys())


def _trimmed(row: Cells) -> list[str]:
    return [(cell or "").strip() for cell in row]


def _count(row: Cells) -> int:
    return sum(bool((cell or "").strip()) for cell in row)


def _texts(row: Cells) -> int:
    return sum(bool((cell or "").strip()) and not _NUMBER.fullmatch(cell or "") for cell in row)


def _fuller_than_above(rows: Sequence[Cells], filled: list[int], best: int) -> bool:
    return all(_count(rows[at]) < _count(rows[best]) for at in filled if at < best)


def _first_of_texts(rows: Sequence[Cells], filled: list[int]) -> int:
    """The first row with more than half as many texts as the fullest: a title above a table has fewer."""
    most = max(_texts(rows[at]) for at in filled)
    return next(at for at in filled if _texts(rows[at]) * 2 > most or most == 0)


def _joined(
    rows: Sequence[Cells], best: int, filled: list[int], known: dict[int, int], tall: dict[int, int]
) -> tuple[int, list[str]]:
    """The header as one row: the lower of two where merged cells span both, or where both together name more columns
    than either; where the lower one is empty, the upper one's."""
    last = tall.get(best, best)
    if last > best and last < len(rows):
        cells = _trimmed(rows[best])
        for row in rows[best + 1 : last + 1]:
            cells = [lower or upper for upper, lower in zip(cells, _trimmed(row), strict=True)]
        return last, cells
    place = filled.index(best)
    if place and len(rows[best]) == len(rows[filled[place - 1]]):
        upper = filled[place - 1]
        cells = [low or up for up, low in zip(_trimmed(rows[upper]), _trimmed(rows[best]), strict=True)]
        if known_headers(cells) > max(known[best], known[upper]):
            return best, cells
    if place + 1 < len(filled) and len(rows[best]) == len(rows[filled[place + 1]]):
        lower = filled[place + 1]
        cells = [low or up for up, low in zip(_trimmed(rows[best]), _trimmed(rows[lower]), strict=True)]
        if known_headers(cells) > max(known[best], known[lower]):
            return lower, cells
    return best, _trimmed(rows[best])
