"""Workbooks (XLSX, XLSB, XLS, ODS) → Catalog, by fastexcel: every cell as the text that Excel shows for a
plain number."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from hkj_desktop.catalog.table import Catalog, Column, column_letter
from hkj_desktop.errors import FileDamaged, FileNoRows, FileProtected, SheetMissing
from hkj_desktop.files.shape import check_width, shaped
from hkj_desktop.files.sniff import Format

_MIDNIGHT = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) 00:00:00$"


def read_workbook(path: Path, format_: Format, *, sheet: str | None = None) -> Catalog:
    """Read one sheet: ``sheet``, or the first that holds anything. The first row with any text is the header.

    Raises FileDamaged, FileProtected, FileNoRows or SheetMissing.
    """
    import fastexcel

    try:
        reader = fastexcel.read_excel(path)
        names = list(reader.sheet_names)
        chosen, frame = _choose(reader, path.name, names, sheet)
    except fastexcel.FastExcelError as error:
        raise _told(error, path.name) from error
    header_at = _header_position(frame)
    if header_at is None:
        raise FileNoRows(name=path.name)
    check_width(frame.width, path.name)
    first_column = _first_column(path, format_, chosen, header_at, frame)
    headers = [(cell or "").strip() for cell in frame.row(header_at)]
    cells = frame[header_at + 1 :].rename({old: f"c{at}" for at, old in enumerate(frame.columns)})
    cells = cells.with_columns(pl.all().str.replace(_MIDNIGHT, "${1}").str.replace_all("\r\n?", "\n"))
    return shaped(
        Catalog(
            name=path.name,
            format=format_.value,
            columns=tuple(
                Column(f"c{at}", header, column_letter(first_column + at)) for at, header in enumerate(headers)
            ),
            cells=cells,
            rows=pl.Series("row", range(header_at + 2, frame.height + 1), dtype=pl.UInt32),
            header_row=header_at + 1,
            sheet=chosen,
            sheets=tuple(names),
        )
    )


def _choose(reader: object, name: str, names: list[str], sheet: str | None) -> tuple[str, pl.DataFrame]:
    """The asked-for sheet, or the first visible one that holds anything, with its rows as text."""
    if sheet is not None:
        if sheet not in names:
            raise SheetMissing(name=name, sheet=sheet, sheets=", ".join(names))
        return sheet, _load(reader, sheet)[0]
    hidden: list[tuple[str, pl.DataFrame]] = []
    for candidate in names:
        frame, visible = _load(reader, candidate)
        if _header_position(frame) is None:
            continue
        if visible:
            return candidate, frame
        hidden.append((candidate, frame))
    if hidden:
        return hidden[0]
    raise FileNoRows(name=name)


def _load(reader: object, sheet: str) -> tuple[pl.DataFrame, bool]:
    # skip_rows=0 keeps leading blank rows, so that row numbers are Excel's.
    loaded = reader.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")  # type: ignore[attr-defined]
    frame: pl.DataFrame = loaded.to_polars()
    return frame.select(pl.all().cast(pl.String)), loaded.visible == "visible"


def _header_position(frame: pl.DataFrame) -> int | None:
    if not frame.width or not frame.height:
        return None
    filled = frame.select(pl.any_horizontal(pl.all().is_not_null() & (pl.all().str.strip_chars() != ""))).to_series()
    at = filled.arg_max()
    return at if at is not None and filled[at] else None


def _first_column(path: Path, format_: Format, sheet: str, header_at: int, frame: pl.DataFrame) -> int:
    """How many empty columns stand before the table: fastexcel begins at the first used one and does not say
    which it is."""
    if format_ is not Format.XLSX:
        return 0
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    offset = next(at for at, cell in enumerate(frame.row(header_at)) if cell and cell.strip())
    try:
        book = openpyxl.load_workbook(path, read_only=True)
        try:
            (row,) = book[sheet].iter_rows(min_row=header_at + 1, max_row=header_at + 1)
            found = next((cell.column for cell in row if cell.value is not None and str(cell.value).strip()), 1)
        finally:
            book.close()
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError):
        # openpyxl is stricter than fastexcel; the letters are then counted from A.
        return 0
    return max(found - 1 - offset, 0)


def _told(error: Exception, name: str) -> FileDamaged | FileProtected:
    text = re.sub(r"\s+", " ", str(error))[:200]
    if "password" in text.lower():
        return FileProtected(name=name)
    return FileDamaged(name=name, detail=text)
