"""A workbook to fill in: the shop's columns with English or Arabic headers, one example row, and what prevents
mistakes while typing: notes, drop-downs, limits on numbers, text cells for codes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from hkj_desktop.catalog.fields import Field, FieldSet, Kind
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.paths import resource

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

#: Left out of the template: what only exports of other systems have.
_NOT_OFFERED = frozenset({"external_id", "price_fils"})
_WIDTHS = {Kind.TEXT: 30, Kind.PATH: 26, Kind.URL: 36}
_FORMATS = {Kind.CODE: "@", Kind.BARCODE: "@", Kind.MONEY: "0.000", Kind.COUNT: "0"}
_LAST_ROW = 10_000
_NOTE_WIDTH, _NOTE_HEIGHT = 320, 110
#: The hidden sheet from which the drop-downs are filled.
_CHOICES = "Choices"
_AUTHOR = "HKJ Desktop"
#: Digits of the shortest and the longest code that a scanner reads.
_BARCODE_LENGTHS = ("3", "14")


def template_words(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Headers and example row by field name, from ``resources/template.toml``; ``language``: ``en`` or ``ar``."""
    words = _words()
    return words[f"headers_{language}"], words["example"]


def _words() -> dict[str, Any]:
    return tomllib.loads(resource("template.toml").read_text(encoding="utf-8"))


def write_template(
    path: Path, fields: FieldSet, headers: dict[str, str], example: dict[str, str], *, rtl: bool
) -> None:
    """Write the workbook at ``path``. ``headers`` and ``example``: by field name; ``rtl``: an Arabic sheet, with Arabic
    notes. Raises FileNotSaved.

    Codes are text cells, so that Excel keeps their leading zeros; prices show three decimals.
    """
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "منتجات" if rtl else "Products"
    sheet.sheet_view.rightToLeft = rtl
    sheet.freeze_panes = "A2"
    words, language = _words(), "ar" if rtl else "en"
    offered = [f for f in fields.fields if f.name in headers and f.name not in _NOT_OFFERED]
    for at, field in enumerate(offered, start=1):
        _column(sheet, at, field, headers[field.name], example.get(field.name))
        _note(sheet, at, words[f"notes_{language}"].get(field.name))
        _limit(book, sheet, at, field, words["choices"].get(field.name), words[f"mistakes_{language}"])

    def fill(out: BinaryIO) -> None:
        book.save(out)

    write_atomically(path, fill)


def _column(sheet: Worksheet, at: int, field: Field, header: str, example: str | None) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    head = sheet.cell(1, at, header)
    head.font = Font(bold=True)
    head.fill = PatternFill("solid", fgColor="E8EEF4")
    head.alignment = Alignment(vertical="center")
    number_format = _FORMATS.get(field.kind, "General")
    # The format of the whole column: cells that nobody has typed in yet have it too.
    column = sheet.column_dimensions[get_column_letter(at)]
    column.width = _WIDTHS.get(field.kind, 16)
    column.number_format = number_format
    cell = sheet.cell(2, at)
    cell.number_format = number_format
    if example is not None:
        number = field.kind in (Kind.MONEY, Kind.COUNT)
        cell.value = float(example) if number else example  # Excel's own number; ours never is a float
        if not number:
            cell.data_type = "s"  # "=0" is a text here and no formula


def _note(sheet: Worksheet, at: int, text: str | None) -> None:
    from openpyxl.comments import Comment

    if text:
        sheet.cell(1, at).comment = Comment(text, _AUTHOR, width=_NOTE_WIDTH, height=_NOTE_HEIGHT)


def _limit(
    book: Workbook, sheet: Worksheet, at: int, field: Field, choices: list[str] | None, mistakes: dict[str, str]
) -> None:
    """What Excel lets be typed into the column, or proposes for it."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    limit: DataValidation | None = None
    if choices:
        limit = DataValidation("list", formula1=_list(book, choices), allow_blank=True, showErrorMessage=False)
    elif field.kind is Kind.MONEY:
        limit = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    elif field.kind is Kind.COUNT:
        limit = DataValidation("whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    elif field.kind is Kind.BARCODE:
        shortest, longest = _BARCODE_LENGTHS
        limit = DataValidation("textLength", operator="between", formula1=shortest, formula2=longest, allow_blank=True)
    if limit is None:
        return
    if not choices:
        limit.showErrorMessage = True
        limit.errorTitle, limit.error = mistakes["title"], mistakes[field.name]
    letter = get_column_letter(at)
    limit.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(limit)


def _list(book: Workbook, choices: list[str]) -> str:
    """Put ``choices`` into the next column of the hidden sheet; the range where they stand."""
    from openpyxl.utils import get_column_letter

    if _CHOICES not in book.sheetnames:
        book.create_sheet(_CHOICES).sheet_state = "hidden"
    sheet = book[_CHOICES]
    at = sheet.max_column + 1 if sheet.cell(1, 1).value else 1
    for row, choice in enumerate(choices, start=1):
        sheet.cell(row, at, choice)
    letter = get_column_letter(at)
    return f"{_CHOICES}!${letter}$1:${letter}${len(choices)}"
