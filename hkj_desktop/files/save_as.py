"""The catalogue as it stands now → a CSV or XLSX that is read back as the same catalogue.

A plain file keeps its columns, their order and its headers. Another system's export (:attr:`Catalog.system`), whose
rows were rearranged, is saved in our own form: the fields' names as headers, and cleaned values.

The way back changes nothing but this: in a CSV, what a spreadsheet would run as a formula gets an apostrophe
(``problem_report.neutralised``), so ``=1+1`` comes back as ``'=1+1``; in an XLSX, plain prices and stock are numbers,
so ``12.500`` comes back as ``12.5`` (the same fils), and ends of lines of whatever kind are line feeds.
Titles above the header, blank rows, totals and other sheets are no part of a catalogue and are not saved.
"""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import Notation, dinars_text, dinars_to_fils
from hkj_desktop.catalog.fields import Field, Kind
from hkj_desktop.catalog.mapping import Match, Reason
from hkj_desktop.catalog.notation import read_column
from hkj_desktop.catalog.products import PASSED
from hkj_desktop.errors import FileNotSaved
from hkj_desktop.files.fix_keys import LONGEST, escaped
from hkj_desktop.files.problem_report import neutralised
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.cancel import CancelToken

if TYPE_CHECKING:
    from openpyxl.cell.cell import WriteOnlyCell
    from openpyxl.workbook import Workbook

SLICE = 1000
FORMATS = ("csv", "xlsx")
#: What a sheet of Excel holds.
MOST_ROWS, MOST_COLUMNS, LONGEST_NAME = 1_048_576, 16_384, 31
#: Bytes of a text that fits into a cell even if each of its signs must be written out.
_SURELY_FITS = 4_000
#: Number formats, by which a column's cells are numbers where they are plain ones; codes are text and stay it.
DINARS, WHOLE, TEXT, GENERAL = "0.000", "0", "@", "General"
#: What Excel's fifteen digits hold; no leading zero, and no ``-0``, which is a text of its own.
_WHOLE_NUMBER = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]{0,14})")
_DINARS = r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,3})?"
_AMOUNT = re.compile(rf"(?!-0(?:\.0*)?$){_DINARS}")
_TRAILING = r"(\.[0-9]*?)0+$"
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_WIDTHS = {Kind.TEXT: 30.0, Kind.PATH: 26.0, Kind.URL: 36.0}
_WIDTH, _WIDEST = 16.0, 40.0
_HEAD_GROUND = "E8EEF4"


@dataclass(frozen=True)
class Saved:
    """One column of what is saved: ``key`` in the cells' frame, its ``header``, its ``field`` where it is one, the
    ``letter`` of the column in the file that it was read from, and the ``format`` of its cells."""

    key: str
    header: str
    field: Field | None
    letter: str | None
    format: str

    @property
    def width(self) -> float:
        """In letters, as Excel counts it."""
        usual = _WIDTHS.get(self.field.kind, _WIDTH) if self.field else _WIDTH
        return min(max(usual, len(self.header) + 2.0), _WIDEST)

    def number(self, text: str) -> str | None:
        """The number that Excel is to keep for ``text``, written exactly; None where the cell is text."""
        pattern = {DINARS: _AMOUNT, WHOLE: _WHOLE_NUMBER}.get(self.format)
        return text if pattern is not None and pattern.fullmatch(text) else None


@dataclass(frozen=True)
class Table:
    """What is saved: ``columns``, and ``cells``, one String column for each of them, a row for each of the
    catalogue's."""

    columns: tuple[Saved, ...]
    cells: pl.DataFrame


def write_catalogue(
    path: Path,
    checked: Checked,
    format_: str,
    *,
    rtl: bool,
    source: Path | None = None,
    cancel: CancelToken | None = None,
    written: Callable[[int], None] | None = None,
) -> int:
    """Save the catalogue of ``checked`` at ``path`` as ``format_`` (``csv`` or ``xlsx``); returns how many rows.

    ``rtl``: an Arabic sheet. ``source``: the file that is open, which is never written over. ``written`` is told the
    rows so far. Raises FileNotSaved (``reason`` ``source``; ``large`` for what no sheet of Excel holds; or what the
    disk says) or Cancelled; what stood at ``path`` before then stays.
    """
    not_the_source(path, source)
    table = table_of(checked)
    if format_ == "csv":
        write_atomically(path, lambda out: _write_csv(out, table, cancel, written))
    else:
        check_fits(path, table)
        name = sheet_name(checked, rtl=rtl)
        write_atomically(path, lambda out: _write_xlsx(out, table, name, rtl, cancel, written))
    return table.cells.height


def not_the_source(path: Path, source: Path | None) -> None:
    """Raise FileNotSaved where ``path`` is the file that is open, whatever it is called there."""
    if source is None:
        return
    same = path.resolve() == source.resolve()
    if not same and path.exists() and source.exists():
        same = path.samefile(source)
    if same:
        raise FileNotSaved(name=path.name, reason="source")


def check_fits(path: Path, table: Table) -> None:
    """Raise FileNotSaved where a sheet of Excel cannot hold the table."""
    long = [text for cells in table.cells for text in cells.filter(cells.str.len_bytes() > _SURELY_FITS)]
    fits = all(fits_in_cell(text) for text in (*long, *(column.header for column in table.columns)))
    if table.cells.height >= MOST_ROWS or len(table.columns) > MOST_COLUMNS or not fits:
        raise FileNotSaved(name=path.name, reason="large")


def fits_in_cell(text: str) -> bool:
    """Whether a cell of Excel holds it, which counts as UTF-16 does."""
    return len(escaped(text).encode("utf-16-le")) // 2 <= LONGEST


def sheet_name(checked: Checked, *, rtl: bool) -> str:
    """The sheet's own name where one is known; the template's otherwise."""
    return name_for_sheet(checked.catalog.sheet or "") or ("منتجات" if rtl else "Products")


def name_for_sheet(text: str) -> str:
    """``text`` as Excel takes it for the name of a sheet; empty where nothing is left of it."""
    return _NOT_IN_NAMES.sub(" ", text).strip().strip("'")[:LONGEST_NAME].strip()


# -- what is saved -----------------------------------------------------------------------------------------------------


def table_of(checked: Checked) -> Table:
    """The columns and cells that are saved."""
    return _own_form(checked) if checked.catalog.system is not None else _as_it_was(checked)


def _as_it_was(checked: Checked) -> Table:
    by_key = {match.column.key: match for match in checked.mapping.matches}
    columns = []
    for column in checked.catalog.columns:
        match = by_key.get(column.key)
        field = checked.fields.by_name.get(match.field or "") if match else None
        cells = checked.catalog.cells[column.key]
        columns.append(Saved(column.key, column.header, field, column.letter, _format(field, match, cells)))
    return Table(tuple(columns), checked.catalog.cells.select(column.key for column in columns))


def _format(field: Field | None, match: Match | None, cells: pl.Series) -> str:
    """How a plain file's column is written in Excel. A price column is one of numbers only where that leaves no doubt:
    ``1250.000`` as a number is ``1250``, which might be fils."""
    if field is None:
        return GENERAL
    if field.kind in (Kind.CODE, Kind.BARCODE):
        return TEXT
    if field.kind is Kind.COUNT or field.unit == "fils":
        return WHOLE
    if field.kind is not Kind.MONEY or match is None or match.reading is None:
        return GENERAL
    if match.reading.notation in (Notation.FILS, Notation.PIASTRES):
        return WHOLE
    if match.reading.notation is Notation.DINARS_COMMA:
        return GENERAL
    named = match.reason is Reason.NAME
    there = read_column(cells, match.column.header, field.unit, named=named)
    back = read_column(_as_numbers(cells), match.column.header, field.unit, named=named)
    return DINARS if there == back else GENERAL


def _as_numbers(cells: pl.Series) -> pl.Series:
    """Amounts as Excel gives them back."""
    amount = cells.str.contains(f"^{_DINARS}$")
    short = cells.str.replace(_TRAILING, "${1}").str.strip_chars_end(".")
    return short.zip_with(amount.fill_null(value=False) & cells.str.contains(".", literal=True), cells)


def _own_form(checked: Checked) -> Table:
    rows = checked.products.rows
    columns: list[Saved] = []
    cells: dict[str, pl.Series] = {}
    for field in checked.fields.fields:
        values = rows[field.name]
        if checked.mapping.column_of(field.name) is None and values.null_count() == values.len():
            continue
        format_ = {Kind.CODE: TEXT, Kind.BARCODE: TEXT, Kind.COUNT: WHOLE}.get(field.kind, GENERAL)
        if field.kind is Kind.MONEY:
            format_ = DINARS if field.unit == "dinar" else WHOLE
            values = _three_decimals(values) if field.unit == "dinar" else values
        letter = checked.mapping.letter_of(field.name)
        columns.append(Saved(field.name, field.name, field, letter, format_))
        cells[field.name] = values
    for match in checked.mapping.passed_through:
        header = match.column.header.strip()
        if header in checked.products.passed and PASSED + header not in cells:
            columns.append(Saved(PASSED + header, header, None, match.column.letter, GENERAL))
            cells[PASSED + header] = rows[PASSED + header]
    return Table(tuple(columns), pl.DataFrame(cells))


def _three_decimals(values: pl.Series) -> pl.Series:
    """``1.25`` → ``1.250``; what is no such amount stays as it is."""
    different = values.drop_nulls().unique()
    fils = different.to_frame("v").select(dinars_to_fils(pl.col("v"))).to_series()
    texts = [text if one is None else dinars_text(one) for text, one in zip(different, fils, strict=True)]
    return values.replace_strict(different, pl.Series(texts, dtype=pl.String), default=None, return_dtype=pl.String)


# -- writing ----------------------------------------------------------------------------------------------------------


def _write_csv(out: BinaryIO, table: Table, cancel: CancelToken | None, written: Callable[[int], None] | None) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    out.write("\ufeff".encode())
    writer.writerow([neutralised(column.header) for column in table.columns])
    count = 0
    for part in table.cells.iter_slices(SLICE):
        _between(cancel)
        writer.writerows([["" if cell is None else neutralised(cell) for cell in row] for row in part.iter_rows()])
        out.write(text.getvalue().encode("utf-8", errors="replace"))
        text.seek(0)
        text.truncate()
        count += part.height
        if written:
            written(count)
    out.write(text.getvalue().encode("utf-8", errors="replace"))


def _between(cancel: CancelToken | None) -> None:
    if cancel:
        cancel.check()
    time.sleep(0)  # rows of Python objects keep the interpreter to themselves: give way between slices (measured.md)


def _write_xlsx(
    out: BinaryIO,
    table: Table,
    name: str,
    rtl: bool,
    cancel: CancelToken | None,
    written: Callable[[int], None] | None,
) -> None:
    import openpyxl
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.sheet_view.rightToLeft = rtl
    sheet.freeze_panes = "A2"
    for at, column in enumerate(table.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        # The whole column's format: a code that is typed in later is text too.
        dimension.width, dimension.number_format = column.width, column.format
    try:
        sheet.append([_head(book, column) for column in table.columns])
        for count, row in enumerate(_rows(book, table, cancel), start=1):
            sheet.append(row)
            if written and not count % SLICE:
                written(count)
        book.save(out)
    finally:
        _forget(book)


def _rows(book: Workbook, table: Table, cancel: CancelToken | None) -> Iterator[list[WriteOnlyCell | None]]:
    """Each row as cells. They are the same objects over and over: a row is written before the next is asked for."""
    cells = [_cell(book, column) for column in table.columns]
    for part in table.cells.iter_slices(SLICE):
        _between(cancel)
        for row in part.iter_rows():
            yield [
                None if text is None or text == "" else _filled(cell, column, text)
                for text, column, cell in zip(row, table.columns, cells, strict=True)
            ]


def _cell(book: Workbook, column: Saved) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(book.worksheets[0])
    cell.number_format = column.format
    return cell


def _filled(cell: WriteOnlyCell, column: Saved, text: str) -> WriteOnlyCell:
    """Set behind the library's back: it would take "=1" for a formula, and write 9.7 as 9.699999999999999."""
    number = column.number(text)
    cell.data_type = "s" if number is None else "n"
    cell._value = escaped(text) if number is None else number  # noqa: SLF001
    return cell


def _head(book: Workbook, column: Saved) -> WriteOnlyCell:
    from openpyxl.styles import Font, PatternFill

    cell = _cell(book, replace(column, format=GENERAL))
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=_HEAD_GROUND)
    return _filled(cell, replace(column, format=GENERAL), column.header)


def _forget(book: Workbook) -> None:
    """Remove what the library put on the disk for a workbook that was not finished."""
    for sheet in book.worksheets:
        writer = getattr(sheet, "_writer", None)
        if writer is not None and Path(writer.out).exists():
            sheet.close()
            writer.cleanup()
