"""The bad rows of a catalogue as a workbook for whoever mends them, reasons beside them.

All cells are text cells, so that what is typed stays as it was typed. The first row and the first column are hidden:
they say which column and which row of the catalogue each cell is, so that rows may be sorted and columns moved; a
very hidden sheet says from which catalogue it comes, and what stood in it (fix_merge.py takes it back).
"""

from __future__ import annotations

import io
import re
import time
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.edits import NEW, Draft
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileNotSaved
from hkj_desktop.files.fix_keys import (
    CHOICES,
    COLUMN,
    HEAD,
    KEYS,
    PLACE,
    STORE,
    WHY,
    Written,
    escaped,
    fingerprint,
    row_key,
    shown,
)
from hkj_desktop.files.keeps import limits
from hkj_desktop.files.marking import colour_of
from hkj_desktop.files.save_as import not_the_source
from hkj_desktop.files.template import template_words
from hkj_desktop.system.atomic import write_bytes
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.paths import resource

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

#: What ``sheet_words`` holds: the sheet's title, the two headers that are ours, and the note on the second.
SHEET_WORDS = ("sheet", "place", "why", "note")
#: Title, explanation and what to do, as the window says them.
Told = Callable[[Problem], tuple[str, str, str]]

_FIRST_OWN = 4  # behind the keys, the place and the reasons
_HEADERS, _FIRST_ROW = 2, 3
_PLACE_WIDTH, _WHY_WIDTH = 8, 46
#: In points; a row is as high as its reasons, which not every program works out by itself. Excel's highest is the last.
_LINE_HEIGHT, _HIGHEST = 15.0, 405.0
_NARROW, _WIDE = 10, 42
_SAMPLE = 200
_NOTE_WIDTH, _NOTE_LINE = 340, 18
_AUTHOR = "HKJ Desktop"
#: Proposals of one drop-down; Excel takes none that is longer than this.
_MOST_CHOICES, _LONGEST_CHOICE = 300, 255
#: Drop-downs reach so many rows below the last one.
_SPARE_ROWS = 200
_OFTEN = 200
_TEXT, _QUIET, _HEAD, _ERROR, _WARNING = "HKJ text", "HKJ quiet", "HKJ head", "HKJ problem", "HKJ look"


@dataclass
class _Spots:
    """What is to be said, by row of the catalogue, and by row and column: whether it is an error, and its lines."""

    rows: dict[int, list[str]] = field(default_factory=dict)
    cells: dict[tuple[int, str], tuple[bool, list[str]]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Table:
    """What is written: ``columns``, key and header of each; ``index``, the rows of the catalogue."""

    columns: list[tuple[str, str]]
    index: pl.Series
    written: Written


def write_fix_file(
    path: Path,
    draft: Draft,
    checked: Checked,
    problems: Problems,
    *,
    words: Told,
    sheet_words: Mapping[str, str],
    rtl: bool,
    language: str,
    source: Path | None = None,
    when: datetime | None = None,
    cancel: CancelToken | None = None,
) -> int:
    """Write all rows of each product that one of ``problems`` is about, as they stand in ``draft``; how many.

    ``checked``: the draft's catalogue, checked. ``sheet_words``: :data:`SHEET_WORDS`; ``language``: ``en`` or ``ar``,
    of the headers of columns that the file lacks. ``source``: the file that is open, which is never written over.

    Raises FileNotSaved (``reason`` ``source``; ``many``: more rows than anybody mends by hand; or what the disk says)
    and Cancelled; an older file stays as it was.
    """
    import openpyxl

    not_the_source(path, source)
    catalog, cancel = draft.catalog, cancel or CancelToken()
    index, lacking = _bad_rows(checked, problems), _lacking(checked, catalog, problems)
    if index.len() > (most := limits()["fix_rows"]):
        raise FileNotSaved(name=path.name, reason="many", limit=f"{most:,}")
    table = _table(draft, index, _headers(lacking, language), sheet_words["sheet"], when)
    spots = _spots(checked, catalog, problems, words, lacking, cancel)
    book = openpyxl.Workbook()
    _styles(book, rtl=rtl)
    sheet = book.active
    sheet.title = sheet_words["sheet"]
    sheet.sheet_view.rightToLeft = rtl
    _head(sheet, table, sheet_words)
    _rows(sheet, table, spots, cancel)
    _widths(sheet, table)
    _drop_downs(book, sheet, table, checked, catalog)
    store = book.create_sheet(STORE)
    store.sheet_state = "veryHidden"
    for at, piece in enumerate([f"{STORE} {table.written.name}", *table.written.packed()], start=1):
        _put(store, at, 1, piece)
    cancel.check()
    write_bytes(path, _saved(book))
    return table.index.len()


# -- which rows and columns -------------------------------------------------------------------------------------------


def _lacking(checked: Checked, catalog: Catalog, problems: Problems) -> list[str]:
    """Fields that a problem on a row is about and that no column of the file is."""
    asked = problems.frame.filter(pl.col("index").is_not_null())["field"].drop_nulls().unique().to_list()
    there = {column.key for column in catalog.columns}
    return [name for name in checked.fields.names if name in asked and _key_of(checked, there, name) is None]


def _key_of(checked: Checked, there: set[str], name: str | None) -> str | None:
    """The key of the column in which ``name`` is mended: a missing price goes into the other column of prices."""
    known = checked.fields.by_name.get(name or "")
    names = [name] if name else []
    if known is not None and known.kind is Kind.MONEY:
        names += [other.name for other in checked.fields.of_kind(Kind.MONEY)]
    found = (checked.mapping.column_of(one) for one in names)
    return next((column.key for column in found if column is not None and column.key in there), None)


def _headers(lacking: list[str], language: str) -> list[tuple[str, str]]:
    headers, _ = template_words(language)
    return [(f"{NEW}{name}", headers.get(name, name)) for name in lacking]


def _bad_rows(checked: Checked, problems: Problems) -> pl.Series:
    bad = problems.frame["product"].drop_nulls().unique()
    rows = checked.products.rows
    return rows.filter(pl.col("product").is_in(bad.implode()))["index"].unique().sort()


def _table(draft: Draft, index: pl.Series, lacking: list[tuple[str, str]], title: str, when: datetime | None) -> _Table:
    catalog = draft.catalog
    columns = [(column.key, column.header) for column in catalog.columns] + lacking
    cells = {key: _texts(catalog, key, index) for key, _ in columns}
    written = Written(
        fingerprint(draft.base),
        catalog.name,
        catalog.sheet,
        when.isoformat(timespec="seconds") if when else None,
        title,
        tuple(columns),
        tuple(draft.positions[index].to_list()),
        tuple(catalog.rows[index].to_list()),
        cells,
    )
    return _Table(columns, index, written)


def _texts(catalog: Catalog, key: str, index: pl.Series) -> list[str | None]:
    there = key in catalog.cells.columns
    return [text or None for text in catalog.cells[key][index]] if there else [None] * len(index)


def _now_and_then(count: int, cancel: CancelToken) -> None:
    if count % _OFTEN == 0:
        cancel.check()
        time.sleep(0)  # long loops of Python keep the interpreter to themselves (measured.md)


def _spots(
    checked: Checked, catalog: Catalog, problems: Problems, words: Told, lacking: list[str], cancel: CancelToken
) -> _Spots:
    there = {column.key for column in catalog.columns}
    by_letter = {column.letter: column.key for column in catalog.columns if not column.derived}
    keys: dict[tuple[str | None, str | None], str | None] = {}
    spots = _Spots()
    for count, problem in enumerate(problems):
        _now_and_then(count, cancel)
        if problem.index is None:
            continue
        asked = (problem.field, problem.letter)
        if asked not in keys:
            new = f"{NEW}{problem.field}" if problem.field in lacking else None
            keys[asked] = _key_of(checked, there, problem.field) or new or by_letter.get(problem.letter or "")
        title, _, todo = words(problem)
        line = f"{title} {todo}" if title.endswith(("?", "؟", "!", ".")) else f"{title}. {todo}"
        lines = spots.rows.setdefault(problem.index, [])
        if line not in lines:
            lines.append(line)
        if (key := keys[asked]) is not None:
            error, said = spots.cells.get((problem.index, key), (False, []))
            if line not in said:
                said.append(line)
            spots.cells[problem.index, key] = (error or problem.severity is Severity.ERROR, said)
    return spots


# -- the sheet --------------------------------------------------------------------------------------------------------


def _styles(book: Workbook, *, rtl: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    line = Side("thin", colour_of("border"))
    edge = Border(bottom=line, right=line)
    ink = Font(name="Arial" if rtl else "Calibri", size=11)
    quiet = Font(name=ink.name, size=11, color=colour_of("text_quiet"))
    bold = Font(name=ink.name, size=11, bold=True)
    looks: tuple[tuple[str, Font, str | None], ...] = (
        (_TEXT, ink, None),
        (_QUIET, quiet, "hover"),
        (_HEAD, bold, "pressed"),
        (_ERROR, ink, "error_wash"),
        (_WARNING, ink, "warn_wash"),
    )
    for name, font, ground in looks:
        style = NamedStyle(name, font=font, border=edge, number_format="@")
        style.alignment = Alignment(vertical="top", wrap_text=name == _QUIET)
        if ground is not None:
            style.fill = PatternFill("solid", fgColor=colour_of(ground))
        book.add_named_style(style)


def _put(sheet: Worksheet, row: int, column: int, text: str | None, style: str | None = None) -> Any:
    """Write a text that is read back as it is: never a formula, a number or an error."""
    cell = sheet.cell(row, column)
    if text:
        cell.value = escaped(text)
        cell.data_type = "s"
    if style is not None:
        cell.style = style
    return cell


def _head(sheet: Worksheet, table: _Table, sheet_words: Mapping[str, str]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.utils import get_column_letter

    marks = [(KEYS, HEAD), (PLACE, sheet_words["place"]), (WHY, sheet_words["why"])]
    marks += [(COLUMN + key, header) for key, header in table.columns]
    for at, (mark, header) in enumerate(marks, start=1):
        _put(sheet, 1, at, mark)
        _put(sheet, _HEADERS, at, shown(header), _HEAD)
    sheet.cell(_HEADERS, _FIRST_OWN - 1).comment = Comment(
        sheet_words["note"], _AUTHOR, width=_NOTE_WIDTH, height=_NOTE_LINE * 6
    )
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = sheet.cell(_FIRST_ROW, _FIRST_OWN)
    # From the visible header on: sorting moves the keys with their rows and never the hidden row above.
    sheet.auto_filter.ref = f"A{_HEADERS}:{get_column_letter(len(marks))}{_HEADERS + table.index.len()}"


def _rows(sheet: Worksheet, table: _Table, spots: _Spots, cancel: CancelToken) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment

    written, centred = table.written, Alignment(horizontal="center", vertical="top")
    for line, index in enumerate(table.index):
        _now_and_then(line, cancel)
        row = _FIRST_ROW + line
        texts = [written.cells[key][line] for key, _ in table.columns]
        _put(sheet, row, 1, row_key(written.at[line], texts))
        place = _put(sheet, row, 2, None, _QUIET)
        place.value, place.number_format = written.rows[line], "0"
        place.alignment = centred
        why = spots.rows.get(index, [])
        _put(sheet, row, 3, shown("\n".join(why)), _QUIET)
        lines = sum(1 + len(one) // (_WHY_WIDTH - 4) for one in why)
        sheet.row_dimensions[row].height = min(max(lines, 1) * _LINE_HEIGHT, _HIGHEST)
        for column, ((key, _), text) in enumerate(zip(table.columns, texts, strict=True), start=_FIRST_OWN):
            error, said = spots.cells.get((index, key), (False, []))
            style = _TEXT if not said else _ERROR if error else _WARNING
            cell = _put(sheet, row, column, shown(text) if text else None, style)
            if said:
                note = escaped("\n".join(said))
                cell.comment = Comment(note, _AUTHOR, width=_NOTE_WIDTH, height=_NOTE_LINE * (1 + 2 * len(said)))


def _widths(sheet: Worksheet, table: _Table) -> None:
    from openpyxl.utils import get_column_letter

    widths = [0, _PLACE_WIDTH, _WHY_WIDTH]
    for key, header in table.columns:
        lengths = [len(text) for text in table.written.cells[key][:_SAMPLE] if text]
        widths.append(min(max(_NARROW, len(header) + 3, *(length + 2 for length in lengths)), _WIDE))
    for at, width in enumerate(widths[1:], start=2):
        column = sheet.column_dimensions[get_column_letter(at)]
        column.width = width
        if at >= _FIRST_OWN:  # cells that nobody has typed in yet are text as well
            column.number_format = "@"


# -- drop-downs -------------------------------------------------------------------------------------------------------


def _drop_downs(book: Workbook, sheet: Worksheet, table: _Table, checked: Checked, catalog: Catalog) -> None:
    """Proposals for what has few values, and no limits: whatever else is typed is taken too."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    ours: dict[str, list[str]] = tomllib.loads(resource("template.toml").read_text(encoding="utf-8"))["choices"]
    proposed = {"brand", *checked.fields.option_fields[::2], *(one.name for one in checked.fields.of_kind(Kind.PATH))}
    keys = [key for key, _ in table.columns]
    page: Worksheet | None = None
    for name in (one for one in checked.fields.names if one in proposed or one in ours):
        column = checked.mapping.column_of(name)
        key = column.key if column else f"{NEW}{name}"
        if key not in keys:
            continue
        choices = list(dict.fromkeys([*_own_values(catalog, key), *ours.get(name, ())]))[:_MOST_CHOICES]
        if not choices:
            continue
        if page is None:
            page = book.create_sheet(CHOICES)
            page.sheet_state = "hidden"
        at = page.max_column + 1 if page.cell(1, 1).value else 1
        for row, choice in enumerate(choices, start=1):
            _put(page, row, at, choice)
        letter, where = get_column_letter(at), get_column_letter(_FIRST_OWN + keys.index(key))
        place = f"{CHOICES}!${letter}$1:${letter}${len(choices)}"
        limit = DataValidation("list", formula1=place, allow_blank=True, showErrorMessage=False)
        limit.add(f"{where}{_FIRST_ROW}:{where}{_HEADERS + table.index.len() + _SPARE_ROWS}")
        sheet.add_data_validation(limit)


def _own_values(catalog: Catalog, key: str) -> list[str]:
    """The most frequent values of a column, in the order of their letters."""
    if key not in catalog.cells.columns:
        return []
    values = catalog.cells[key].drop_nulls().alias("value")
    values = values.filter((values.str.len_chars() <= _LONGEST_CHOICE) & values.str.contains(r"\S"))
    counted = values.filter(~values.str.contains("[\r\n]")).to_frame().group_by("value").len()
    most = counted.sort("len", "value", descending=[True, False]).head(_MOST_CHOICES)
    return most["value"].sort().to_list()


# -- saving -----------------------------------------------------------------------------------------------------------

_SHEET_PART = "xl/worksheets/sheet1.xml"
#: What may stand behind the list of ignored errors in a sheet (ECMA-376, 18.3.1.99), as far as we write it.
_BEHIND = re.compile(rb"<(?:smartTags|drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>")


def _saved(book: Workbook) -> bytes:
    """The workbook's bytes, with Excel told that numbers in text cells are meant: else it marks nearly every cell with
    a green corner, and the problems are lost among them. The writer has no word for that."""
    plain, told = io.BytesIO(), io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as archive, zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as out:
        for part in archive.infolist():
            data = archive.read(part)
            if part.filename == _SHEET_PART:
                data = _with_numbers_meant(data, book.worksheets[0].dimensions)
            out.writestr(part, data, zipfile.ZIP_DEFLATED)
    return told.getvalue()


def _with_numbers_meant(sheet: bytes, cells: str) -> bytes:
    found = list(_BEHIND.finditer(sheet, sheet.rindex(b"</sheetData>")))
    meant = f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'.encode()
    return sheet[: found[0].start()] + meant + sheet[found[0].start() :]
