"""A catalogue as it stood in the file: text cells, and where each of them came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from string import ascii_uppercase

import polars as pl

from hkj_desktop.catalog.problems import Problems


@dataclass(frozen=True)
class Column:
    """One column of the file. ``key`` is its name in the frame (``c0``, ``c1`` …), ``letter`` the one Excel shows."""

    key: str
    header: str
    letter: str


@dataclass(frozen=True)
class Catalog:
    """A file's table.

    ``cells``: one String column per :class:`Column`, by its key; an empty cell is null.
    ``rows``: for each row its number as Excel shows it, the header's row included; a JSON or XML catalogue is
    numbered as if
    it stood in a sheet with its headers in row 1, so that the same products have the same places in every format.
    ``problems``: what went wrong while reading single rows.
    """

    name: str
    format: str
    columns: tuple[Column, ...]
    cells: pl.DataFrame
    rows: pl.Series
    header_row: int | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    problems: Problems = field(default_factory=Problems.none)

    def __len__(self) -> int:
        return self.cells.height


def column_letter(position: int) -> str:
    """The letter that Excel shows over the column at ``position``, from 0: A, B … Z, AA."""
    letter = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, len(ascii_uppercase))
        letter = ascii_uppercase[rest] + letter
    return letter


def columns_for(headers: list[str]) -> tuple[Column, ...]:
    """Columns named as the file names them, in its order."""
    return tuple(
        Column(key=f"c{position}", header=header, letter=column_letter(position))
        for position, header in enumerate(headers)
    )
