"""Cells as text, as spreadsheets put it on the clipboard and take it from there: tabs between cells, a line a row, a
cell that has such characters in it in quotes.

Few cells are lists, without polars' engine, which may be at work on a check; many are columns, without an object of
Python for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

#: One cell of copied text: in quotes, where its end follows, or whatever stands before the next cell; and what ends it.
_CELL = re.compile('(?:"((?:[^"]|"")*)"(?=[\t\r\n]|\\Z)|([^\t\r\n]*))(\t|\r\n?|\n|\\Z)')
_QUOTED = re.compile('"((?:[^"]|"")*)"(?=[\t\r\n]|\\Z)')
_IN_QUOTES = re.compile('^"|[\t\r\n]')
#: While a text is cut into cells: a zero, and which character is meant.
_MARKS = {"\0t": "\t", "\0r": "\r", "\0n": "\n", "\0z": "\0"}
_MARKED = str.maketrans({meant: mark for mark, meant in _MARKS.items() if meant != "\0"})
#: So many rows, or cells in quotes, are worked through before others may go on.
SLICE, QUOTES = 10_000, 1_000
Breathe = Callable[[], None]


def straight_on() -> None:
    """Nobody waits."""


# -- few --------------------------------------------------------------------------------------------------------------


def text_of(block: Iterable[Sequence[str]]) -> str:
    """Cells as spreadsheets copy them; :func:`block_of` reads them. Without the last line's end, since one cell is
    often wanted in a sentence, unless there would be nothing on the last line."""
    lines = ["\t".join(_quoted(cell) for cell in row) for row in block]
    return "\r\n".join([*lines, ""] if lines and not lines[-1] else lines)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _IN_QUOTES.search(cell) else cell


def block_of(text: str) -> list[list[str]]:
    """The cells of copied text: between tabs, a line a row; a cell with a line's end in it stands in quotes, as
    spreadsheets write it. Quotes that do not end with their cell are a part of it (5" and 10")."""
    rows: list[list[str]] = []
    row: list[str] = []
    at = 0
    while at < len(text) or row:
        found = _CELL.match(text, at)
        assert found is not None  # noqa: S101 - its second half takes anything
        quoted, plain, end = found.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"').replace("\r\n", "\n"))
        at = found.end()
        if end != "\t":
            rows.append(row)
            row = []
    return rows


# -- many -------------------------------------------------------------------------------------------------------------


def text_of_frame(
    frame: pl.DataFrame,
    keys: Sequence[str],
    typed: Mapping[tuple[int, str], str | None],
    breathe: Breathe = straight_on,
) -> str:
    """As :func:`text_of`, of many cells: those columns of ``frame``, and in them what was typed since (row of the
    catalogue, column's key → text)."""
    import polars as pl

    shown = []
    for key in keys:
        own = {index: text or "" for (index, of), text in typed.items() if of == key}
        cell = pl.col(key).fill_null("")
        if own:
            cell = pl.col("index").replace_strict(own, default=cell, return_dtype=pl.String)
        quoted = pl.concat_str(pl.lit('"'), cell.str.replace_all('"', '""', literal=True), pl.lit('"'))
        shown.append(pl.when(cell.str.contains(_IN_QUOTES.pattern)).then(quoted).otherwise(cell).alias(key))
    lines = pl.concat_str(shown, separator="\t").alias("line")
    pieces = []
    for part in frame.iter_slices(SLICE):
        breathe()
        made = part.select(lines)["line"]
        pieces.append(made.str.join("\r\n").item())
    return "\r\n".join([*pieces, ""] if pieces and not made[-1] else pieces)


def rows_of(text: str, breathe: Breathe = straight_on) -> pl.Series:
    """As :func:`block_of`, of many cells: a list of texts for each row."""
    import polars as pl

    marked = "\0" in text or '"' in text
    if marked:
        text = _without_quotes(text.replace("\0", "\0z"), breathe)
    breathe()
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    breathe()
    cells = pl.Series("row", [text]).str.split("\n").explode().str.split("\t")
    if not marked:
        return cells
    cell = pl.element()
    for mark, meant in _MARKS.items():
        cell = cell.str.replace_all(mark, meant, literal=True)
    return cells.list.eval(cell)


def _without_quotes(text: str, breathe: Breathe) -> str:
    """The same cells without the quotes round them; what would part them has its mark instead."""
    pieces, done, at, count = [], 0, text.find('"'), 0
    while at >= 0:
        found = _QUOTED.match(text, at) if at == 0 or text[at - 1] in "\t\r\n" else None
        if found is not None:
            inside = found.group(1).replace('""', '"').replace("\r\n", "\n").translate(_MARKED)
            pieces += [text[done:at], inside]
            done = found.end()
        count += 1
        if count % QUOTES == 0:
            breathe()
        at = text.find('"', done if found is not None else at + 1)
    return "".join([*pieces, text[done:]])
