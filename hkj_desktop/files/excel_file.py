"""Workbooks (XLSX, XLSB, XLS, ODS) → Catalog, by fastexcel: every cell as the text that Excel shows for a
plain number."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from hkj_desktop.catalog.table import Catalog, Column, column_letter
from hkj_desktop.errors import FileDamaged, FileNoRows, FileProtected, FileTooLarge, SheetMissing
from hkj_desktop.files.shape import check_width, read_bytes, shaped
from hkj_desktop.files.sniff import Format

if TYPE_CHECKING:
    from fastexcel import ExcelReader, ExcelSheet

#: The reader keeps every cell of the rectangle round all used ones. Two cells in far corners of a sheet would end the
#: whole program for lack of memory, so the rectangle is measured first.
MOST_CELLS = 40_000_000
_CHUNK, _OVERLAP = 1 << 20, 64
_CELL_COLUMN = re.compile(rb"""\sr=["']([A-Z]{1,3})[0-9]""")
_ROW_NUMBER = re.compile(rb"""\sr=["']([0-9]{4,7})["']""")
_MIDNIGHT = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) 00:00:00$"


def read_workbook(path: Path, format_: Format, *, sheet: str | None = None) -> Catalog:
    """Read one sheet: ``sheet``, or the first that holds anything. The first row with any text is the header.

    Raises FileDamaged, FileProtected, FileTooLarge, FileNoRows or SheetMissing.
    """
    import fastexcel

    if format_ is Format.XLSX:
        _check_rectangles(path)
    elif format_ is Format.ODS:
        _check_well_formed(path)
    content = read_bytes(path)  # given a path, the reader believes its extension
    with _told(path.name):
        reader = fastexcel.read_excel(content)
        names = list(reader.sheet_names)
        chosen, frame, first_column = _choose(reader, path.name, names, sheet)
    header_at = _header_position(frame)
    if header_at is None:
        raise FileNoRows(name=path.name)
    check_width(frame.width, path.name)
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


def _choose(reader: ExcelReader, name: str, names: list[str], sheet: str | None) -> tuple[str, pl.DataFrame, int]:
    """The asked-for sheet, or the first visible one that holds anything: its name, its rows as text, and how many
    empty columns stand before them."""
    if sheet is not None:
        if sheet not in names:
            raise SheetMissing(name=name, sheet=sheet, sheets=", ".join(names))
        loaded = _load(reader, sheet)
        return sheet, _frame(loaded), _first_column(loaded)
    hidden: list[tuple[str, pl.DataFrame, int]] = []
    for candidate in names:
        loaded = _load(reader, candidate)
        frame = _frame(loaded)
        if _header_position(frame) is None:
            continue
        found = (candidate, frame, _first_column(loaded))
        if loaded.visible == "visible":
            return found
        hidden.append(found)
    if hidden:
        return hidden[0]
    raise FileNoRows(name=name)


def _load(reader: ExcelReader, sheet: str) -> ExcelSheet:
    # skip_rows=0 keeps leading blank rows, so that row numbers are Excel's.
    return reader.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")


def _frame(loaded: ExcelSheet) -> pl.DataFrame:
    return loaded.to_polars().select(pl.all().cast(pl.String))


def _first_column(loaded: ExcelSheet) -> int:
    """The frame begins at the first used column; where that stands in the sheet, from 0."""
    return next((column.absolute_index for column in loaded.available_columns()), 0)


def _header_position(frame: pl.DataFrame) -> int | None:
    if not frame.width or not frame.height:
        return None
    filled = frame.select(pl.any_horizontal(pl.all().is_not_null() & (pl.all().str.strip_chars() != ""))).to_series()
    at = filled.arg_max()
    return at if at is not None and filled[at] else None


def _check_rectangles(path: Path) -> None:
    """Raise FileTooLarge where a sheet's used cells lie so far apart that the rectangle round them fits no memory."""
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.startswith("xl/worksheets/") and _rectangle(archive, name) > MOST_CELLS:
                    raise FileTooLarge(name=path.name, limit=MOST_CELLS, unit="cells")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise FileDamaged(name=path.name, detail=f"zip: {type(error).__name__}") from error


def _check_well_formed(path: Path) -> None:
    """Raise FileDamaged for an ODS whose XML is broken: some such files would keep the reader busy for ever."""
    from xml.parsers.expat import ExpatError, ParserCreate  # no handlers, so no entity is ever put in

    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".xml"):
                    with archive.open(name) as part:
                        ParserCreate().ParseFile(part)
    except ExpatError as error:
        raise FileDamaged(name=path.name, detail=f"line {error.lineno}, column {error.offset}") from error
    except LookupError as error:
        raise FileDamaged(name=path.name, detail="encoding") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise FileDamaged(name=path.name, detail=f"zip: {type(error).__name__}") from error


def _rectangle(archive: zipfile.ZipFile, name: str) -> int:
    """Last row times last column of one sheet, by the addresses of its rows and cells."""
    columns: set[bytes] = set()
    last_row, before = 1, b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            text = before + chunk
            columns.update(_CELL_COLUMN.findall(text))
            last_row = max(last_row, *map(int, _ROW_NUMBER.findall(text)), 1)
            before = chunk[-_OVERLAP:]
    return last_row * max(map(_column_number, columns), default=1)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What the workbook reader raises → ours. Its Rust code panics on some damaged files, with an exception of its
    own that is no Exception."""
    import fastexcel

    try:
        yield
    except fastexcel.FastExcelError as error:
        text = re.sub(r"\s+", " ", str(error))[:200]
        if "password" in text.lower():
            raise FileProtected(name=name) from error
        raise FileDamaged(name=name, detail=text) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise FileDamaged(name=name, detail="workbook") from error
