"""A catalogue as it stood in the file: text cells, and where each of them came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import TYPE_CHECKING

import polars as pl

from hkj_desktop.catalog.problems import Problems

if TYPE_CHECKING:
    from hkj_desktop.catalog.presets import Form


@dataclass(frozen=True)
class Column:
    """One column of the file. ``key`` is its name in the frame (``c0``, ``c1`` …), ``letter`` the one Excel shows.

    What the file's own system says of it (reshape.py): ``meant``, the field or family of fields that it is; ``form``,
    how its cells are written; ``derived``: it stands for a part of the column with its letter, and is none itself.
    """

    key: str
    header: str
    letter: str
    meant: str | None = None
    form: Form | None = None
    derived: bool = False


@dataclass(frozen=True)
class TextReading:
    """One way to read a file's letters: up to three of its own lines, as they look in it. ``encoding`` is for
    ``read_catalog`` alone; nobody is shown it."""

    encoding: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Catalog:
    """A file's table.

    ``cells``: one String column per :class:`Column`, by its key; an empty cell is null. ``rows``: for each row its
    number as Excel shows it, the header's row included; a JSON or XML catalogue is numbered as if it stood in a sheet
    with its headers in row 1, so that the same products have the same places in every format. ``problems``: what went
    wrong while reading single rows. ``readings``: where nobody can be sure how the file's letters read, the reading
    that was used and the others. ``skipped_above``: rows with a title or a note above the header, left out.
    ``hidden_sheets``: those of ``sheets`` that the workbook hides; ``hidden_rows``: rows that it hides, read all the
    same.

    Where another system's export was recognised (reshape.py): ``system``, its name; ``groups``, the product's number
    (from 1, ascending) of each row, or None where rows tell it by themselves; ``elsewhere``, for the columns of which
    some cells came from another row: that row's number, null for the others.
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
    readings: tuple[TextReading, ...] = ()
    skipped_above: int = 0
    hidden_sheets: tuple[str, ...] = ()
    hidden_rows: int = 0
    system: str | None = None
    groups: pl.Series | None = None
    elsewhere: Mapping[str, pl.Series] = field(default_factory=dict)

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
