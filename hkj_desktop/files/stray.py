"""Rows and cells of a sheet that are no product's: totals under the table, and errors of formulas."""

from __future__ import annotations

import re

import polars as pl

from hkj_desktop.catalog.keys import matching_key
from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.table import Catalog

#: What a formula shows that came to nothing, in Excel, LibreOffice and Google Sheets.
FORMULA_ERROR = (
    r"^(#DIV/0!|#N/A|#NAME\?|#NULL!|#NUM!|#REF!|#VALUE!|#SPILL!|#CALC!|#FIELD!|#BLOCKED!|#CONNECT!|#UNKNOWN!|#BUSY!"
    r"|#GETTING_DATA|#ERROR!|Err:[0-9]{3})$"
)
_TOTALS = frozenset(
    matching_key(text)
    for text in (
        "total", "totals", "sub total", "subtotal", "sub totals", "grand total", "sum", "total sum", "overall total",
        "مجموع", "المجموع", "المجموع الكلي", "المجموع العام", "المجموع الفرعي", "إجمالي", "الإجمالي", "الإجمالي الكلي",
        "الإجمالي العام", "الاجمالي", "اجمالي", "المجموع النهائي", "إجمالي عام",
    )
)  # fmt: skip
_NUMBER = re.compile(r"[\s\d٠-٩۰-۹.,٫٬%+-]+|[\d.,\s]+\s*(?:jod|jd|د\.?\s?[اأ]\.?|دينار)", re.IGNORECASE)
#: So many rows from the end may be totals: parts, tax, all.
_MOST = 5


def total_rows(catalog: Catalog) -> list[tuple[int, str]]:
    """Position and label of each total under the table, the last first: its first filled cell says so (``Total``,
    ``المجموع: 12``) and the others are numbers, none of them a barcode."""
    found: list[tuple[int, str]] = []
    at = len(catalog) - 1
    while at >= 0 and len(found) < _MOST:
        cells = [cell.strip() for cell in catalog.cells.row(at) if cell and cell.strip()]
        if cells:
            if not _is_total(cells):
                break
            found.append((at, cells[0]))
        at -= 1
    return found


def _is_total(cells: list[str]) -> bool:
    label = re.sub(r"\s*[0-9٠-٩ .,]+$", "", matching_key(cells[0][:100]))
    if label not in _TOTALS:
        return False
    return all(
        (_NUMBER.fullmatch(cell) and not _barcode(cell)) or matching_key(cell[:100]) in _TOTALS for cell in cells[1:]
    )


def _barcode(cell: str) -> bool:
    from stdnum import ean

    return cell.isascii() and cell.isdigit() and len(cell) in (8, 12, 13, 14) and bool(ean.is_valid(cell))


def without_totals(catalog: Catalog) -> tuple[pl.Series, list[Problem]]:
    """Which rows stay, and a problem for each that does not."""
    totals = total_rows(catalog) if catalog.header_row is not None else []
    stays = pl.Series([True] * len(catalog), dtype=pl.Boolean)
    if not totals or len(totals) == len(catalog):
        return stays, []
    for at, _ in totals:
        stays[at] = False
    problems = [
        Problem("row_total", Severity.WARNING, row=int(catalog.rows[at]), value=label) for at, label in reversed(totals)
    ]
    return stays, problems


def error_cells(catalog: Catalog) -> Problems:
    """A problem for each cell in which a formula came to an error."""
    problems: list[Problem] = []
    found = catalog.cells.select(pl.all().str.contains(FORMULA_ERROR).any())
    for column in catalog.columns:
        if not found[column.key][0]:
            continue
        cells = catalog.cells[column.key]
        hits = cells.str.contains(FORMULA_ERROR).fill_null(value=False).arg_true()
        problems += [
            Problem("cell_error", index=at, row=int(catalog.rows[at]), letter=column.letter, value=cells[at])
            for at in hits.to_list()
        ]
    return Problems.of(problems)
