"""What all readers end with: blank rows and nameless empty columns go, and limits that protect memory are held."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl

from hkj_desktop.catalog.problems import Problems
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileDamaged, FileMissing, FileNoRows, FileNotAllowed, FileTooLarge

#: Excel itself stops at 16,384 columns; no catalogue is that wide.
MOST_COLUMNS = 4096


def check_width(columns: int, name: str) -> None:
    """Raise FileTooLarge for more columns than any catalogue has."""
    if columns > MOST_COLUMNS:
        raise FileTooLarge(name=name, limit=MOST_COLUMNS, unit="columns")


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises FileMissing, FileNotAllowed or FileDamaged."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(name=path.name) from error
    except PermissionError as error:
        raise FileNotAllowed(name=path.name) from error
    except OSError as error:
        raise FileDamaged(name=path.name, detail=error.strerror or type(error).__name__) from error


def shaped(catalog: Catalog) -> Catalog:
    """``catalog`` without blank rows and without columns that have neither header nor cells.

    Rows keep their numbers and columns their letters; problems keep their rows. Raises FileNoRows where
    nothing is left.
    """
    empty = [c for c in catalog.columns if not c.header and _blank(catalog.cells[c.key])]
    columns = tuple(column for column in catalog.columns if column not in empty)
    if not columns:
        raise FileNoRows(name=catalog.name)
    cells = catalog.cells.select(column.key for column in columns)
    filled = cells.select(pl.any_horizontal((pl.all().is_not_null()) & (pl.all().str.strip_chars() != ""))).to_series()
    if not filled.any():
        raise FileNoRows(name=catalog.name)
    if len(catalog.problems):
        # A row of nothing but lost cells stays, so that its problem has a place.
        filled |= pl.Series(range(len(catalog))).is_in(catalog.problems.frame["index"].implode())
    if filled.all():
        return replace(catalog, columns=columns, cells=cells)
    return replace(
        catalog,
        columns=columns,
        cells=cells.filter(filled),
        rows=catalog.rows.filter(filled),
        problems=_moved(catalog.problems, filled),
    )


def _blank(cells: pl.Series) -> bool:
    return cells.null_count() == cells.len() or not (cells.str.strip_chars() != "").any()


def _moved(problems: Problems, kept: pl.Series) -> Problems:
    """The same problems with their positions counted among the rows that stay."""
    if not len(problems):
        return problems
    positions = (kept.cast(pl.UInt32).cum_sum() - 1).cast(pl.UInt32)
    frame = problems.frame.filter(kept[problems.frame["index"]])
    return Problems(frame.with_columns(index=positions[frame["index"]]))
