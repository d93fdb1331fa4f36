"""What all readers end with: blank rows and nameless empty columns go, and limits that protect memory are held."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl

from hkj_desktop.catalog.problems import Problems
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileDamaged, FileMissing, FileNoRows, FileNotAllowed, FileTooLarge
from hkj_desktop.files.stray import error_cells, without_totals

#: Excel itself stops at 16,384 columns; no catalogue is that wide.
MOST_COLUMNS = 4096
#: Bytes in one cell. Excel stops at 32,767 letters; no description is as long as a book.
LONGEST_CELL = 4_000_000


def check_width(columns: int, name: str) -> None:
    """Raise FileTooLarge for more columns than any catalogue has."""
    if columns > MOST_COLUMNS:
        raise FileTooLarge(name=name, limit=MOST_COLUMNS, unit="columns", kind="columns")


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
    """``catalog`` without blank rows, without totals under the table and without columns that have neither header nor
    cells; with a problem for each total and each error of a formula.

    Rows keep their numbers and columns their letters; problems keep their rows. Raises FileNoRows where
    nothing is left, FileTooLarge for a cell that is no cell.
    """
    _check_cells(catalog)
    empty = [c for c in catalog.columns if not c.header and _blank(catalog.cells[c.key])]
    columns = tuple(column for column in catalog.columns if column not in empty)
    if not columns:
        raise FileNoRows(name=catalog.name)
    cells = catalog.cells.select(column.key for column in columns)
    catalog = replace(catalog, columns=columns, cells=cells)
    filled = cells.select(pl.any_horizontal((pl.all().is_not_null()) & (pl.all().str.strip_chars() != ""))).to_series()
    if not filled.any():
        raise FileNoRows(name=catalog.name)
    stays, told = without_totals(catalog)
    if len(catalog.problems):
        # A row of nothing but lost cells stays, so that its problem has a place.
        filled |= pl.Series(range(len(catalog))).is_in(catalog.problems.frame["index"].drop_nulls().implode())
    kept = _only(catalog, filled & stays)
    return replace(kept, problems=kept.problems.joined(Problems.of(told), error_cells(kept)))


def _only(catalog: Catalog, kept: pl.Series) -> Catalog:
    if kept.all():
        return catalog
    return replace(
        catalog,
        cells=catalog.cells.filter(kept),
        rows=catalog.rows.filter(kept),
        problems=_moved(catalog.problems, kept),
    )


def _check_cells(catalog: Catalog) -> None:
    longest = catalog.cells.select(pl.max_horizontal(pl.all().str.len_bytes().max().fill_null(0))).item()
    if max(longest or 0, *(len(column.header) for column in catalog.columns), 0) > LONGEST_CELL:
        raise FileTooLarge(name=catalog.name, limit=LONGEST_CELL, unit="letters", kind="cell")


def _blank(cells: pl.Series) -> bool:
    return cells.null_count() == cells.len() or not (cells.str.strip_chars() != "").any()


def _moved(problems: Problems, kept: pl.Series) -> Problems:
    """The same problems with their positions counted among the rows that stay; those of the file stay as they are."""
    if not len(problems):
        return problems
    positions = pl.DataFrame({"index": kept.arg_true().cast(pl.UInt32)}).with_row_index("moved")
    frame = problems.frame.join(positions, on="index", how="left", maintain_order="left")
    frame = frame.filter(pl.col("moved").is_not_null() | pl.col("index").is_null())
    return Problems(frame.with_columns(index=pl.col("moved").cast(pl.UInt32)).drop("moved"))
