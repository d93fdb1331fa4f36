"""Workbooks (XLSX, XLSB, XLS, ODS) → Catalog, by fastexcel: every cell as the text that Excel shows for a
plain number. What fastexcel does not tell (facts.py) is put beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.table import Catalog, Column, column_letter
from hkj_desktop.errors import FileDamaged, FileNoRows, FileProtected, SheetMissing
from hkj_desktop.files.facts import SheetFacts
from hkj_desktop.files.header import Header, find_header, header_at
from hkj_desktop.files.shape import check_width, read_bytes, shaped
from hkj_desktop.files.sniff import Format

if TYPE_CHECKING:
    from fastexcel import ExcelReader, ExcelSheet

#: Rows among which the header is looked for, blank ones included.
_TOP = 300
#: A sheet's worth is its known headers times its rows, so many at most: a long log is no catalogue.
_ENOUGH_ROWS = 1000
_MIDNIGHT = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) 00:00:00$"


@dataclass(frozen=True)
class _Sheet:
    """One sheet as it was read: its rows as text, how many empty columns stand before them, and its header."""

    name: str
    hidden: bool
    frame: pl.DataFrame
    first_column: int
    header: Header | None

    @property
    def worth(self) -> int:
        """How much it looks like a catalogue."""
        if self.header is None:
            return 0
        return self.header.known * min(max(self.frame.height - self.header.at - 1, 0), _ENOUGH_ROWS)


def read_workbook(path: Path, format_: Format, *, sheet: str | None = None, header_row: int | None = None) -> Catalog:
    """Read one sheet: ``sheet``, or the visible one that looks most like a catalogue. ``header_row``: where a person
    says that the headers are.

    Raises FileDamaged, FileProtected, FileTooLarge, FileNoRows or SheetMissing.
    """
    import fastexcel

    facts = _facts(path, format_)
    content = read_bytes(path)  # given a path, the reader believes its extension
    with _told(path.name):
        reader = fastexcel.read_excel(content)
        del content
        names = tuple(reader.sheet_names)
        if sheet is not None and sheet not in names:
            raise SheetMissing(name=path.name, sheet=sheet, sheets=", ".join(names))
        chosen, hidden = _choose(reader, path.name, facts, sheet)
    del reader
    header = chosen.header
    if header_row is not None:
        rows = chosen.frame.head(header_row).rows()
        header = header_at(rows, header_row - 1) if 0 < header_row <= len(rows) else None
    if header is None:
        raise FileNoRows(name=path.name)
    return _catalog(path.name, format_, chosen, header, facts.get(chosen.name, SheetFacts()), names, hidden)


def _catalog(
    name: str,
    format_: Format,
    chosen: _Sheet,
    header: Header,
    facts: SheetFacts,
    names: tuple[str, ...],
    hidden: list[str],
) -> Catalog:
    frame = _with_errors(chosen.frame, chosen.first_column, facts)
    cells = frame[header.at + 1 :].rename({old: f"c{at}" for at, old in enumerate(frame.columns)})
    cells = cells.with_columns(pl.all().str.replace(_MIDNIGHT, "${1}").str.replace_all("\r\n?", "\n"))
    columns = tuple(
        Column(f"c{at}", text, column_letter(chosen.first_column + at)) for at, text in enumerate(header.cells)
    )
    read = shaped(
        Catalog(
            name=name,
            format=format_.value,
            columns=columns,
            cells=cells,
            rows=pl.Series("row", range(header.at + 2, frame.height + 1), dtype=pl.UInt32),
            header_row=header.at + 1,
            sheet=chosen.name,
            sheets=names,
            skipped_above=header.above,
            hidden_sheets=tuple(hidden),
        )
    )
    return _with_hidden_rows(read, facts)


def _with_errors(frame: pl.DataFrame, first_column: int, facts: SheetFacts) -> pl.DataFrame:
    """The reader leaves cells with an error empty; here they show it, as in Excel."""
    by_column: dict[int, dict[int, str]] = {}
    for (row, column), text in facts.errors.items():
        at = column - 1 - first_column
        if 0 <= at < frame.width and row <= frame.height:
            by_column.setdefault(at, {})[row - 1] = text
    changed = []
    for at, texts in by_column.items():
        cells = frame[frame.columns[at]]
        wanted = {row: text for row, text in texts.items() if not cells[row]}
        changed.append(cells.scatter(list(wanted), list(wanted.values())))
    return frame.with_columns(changed)


def _with_hidden_rows(catalog: Catalog, facts: SheetFacts) -> Catalog:
    """Rows that the workbook hides are read like others; one warning says how many they are."""
    count = sum(row in facts.hidden for row in catalog.rows.to_list()) if facts.hidden else 0
    if not count:
        return catalog
    problem = Problem("rows_hidden", Severity.WARNING, value=str(count))
    return replace(catalog, hidden_rows=count, problems=catalog.problems.joined(Problems.of([problem])))


def _facts(path: Path, format_: Format) -> dict[str, SheetFacts]:
    """What the reader does not tell, by sheet; raises where the workbook would hurt."""
    if format_ is Format.XLSX:
        from hkj_desktop.files.xlsx_facts import xlsx_facts

        return xlsx_facts(path)
    if format_ is Format.ODS:
        from hkj_desktop.files.ods_facts import ods_facts

        return ods_facts(path)
    from hkj_desktop.files.binary_facts import xls_facts, xlsb_facts

    return xlsb_facts(path) if format_ is Format.XLSB else xls_facts(path)


def _choose(
    reader: ExcelReader, name: str, facts: dict[str, SheetFacts], wanted: str | None
) -> tuple[_Sheet, list[str]]:
    """The asked-for sheet, or of those that hold anything the visible one that looks most like a catalogue; and the
    names of hidden sheets."""
    import fastexcel

    best: _Sheet | None = None
    hidden: list[str] = []
    failed: fastexcel.FastExcelError | None = None
    for candidate in reader.sheet_names:
        try:
            sheet = _load(reader, candidate, name, facts.get(candidate, SheetFacts()))
        except fastexcel.FastExcelError as error:
            if candidate == wanted:
                raise
            failed = error  # a sheet of charts, or one that nobody asked for
            continue
        if sheet.hidden:
            hidden.append(candidate)
        if candidate == wanted or (
            wanted is None and sheet.header is not None and (best is None or _better(sheet, best))
        ):
            best = sheet
    if best is None and failed is not None:
        raise failed
    if best is None or best.header is None:
        raise FileNoRows(name=name)
    return best, hidden


def _better(sheet: _Sheet, than: _Sheet) -> bool:
    if sheet.hidden != than.hidden:
        return than.hidden
    return sheet.worth > than.worth


def _load(reader: ExcelReader, sheet: str, name: str, facts: SheetFacts) -> _Sheet:
    # skip_rows=0 keeps leading blank rows, so that row numbers are Excel's.
    loaded = reader.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
    check_width(loaded.width, name)
    frame = loaded.to_polars().select(pl.all().cast(pl.String))
    header = None
    if frame.width and frame.height:
        tall = {first - 1: last - 1 for first, last in facts.tall.items()}
        header = find_header(frame.head(_first_filled(frame) + _TOP).rows(), tall=tall)
    return _Sheet(sheet, loaded.visible != "visible", frame, _first_column(loaded), header)


def _first_filled(frame: pl.DataFrame) -> int:
    filled = frame.select(pl.any_horizontal(pl.all().is_not_null() & (pl.all().str.strip_chars() != ""))).to_series()
    return filled.arg_max() or 0


def _first_column(loaded: ExcelSheet) -> int:
    """The frame begins at the first used column; where that stands in the sheet, from 0."""
    return next((column.absolute_index for column in loaded.available_columns()), 0)


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
