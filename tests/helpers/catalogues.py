"""The same products written as every kind of catalogue file, and catalogues made without a file."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import polars as pl
from hypothesis import HealthCheck, settings

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.table import Catalog, columns_for
from tests.helpers.xlsb import write_xlsb

Cell = str | int | float | bool | None
Rows = Sequence[Sequence[Cell]]

HEADERS = ("sku", "barcode", "title_en", "title_ar", "price_jod", "stock_qty", "category_en", "note")
#: Texts only, so that every format can hold exactly them; ``None`` is an empty cell.
PRODUCTS: tuple[tuple[str | None, ...], ...] = (
    ("HON-1", "6291041500213", "Mountain honey", "عسل جبلي", "12.500", "4", "Food > Honey", "raw, unfiltered"),
    ("TEA-1", None, 'Tea "Ahmad" 50 bags', "شاي أحمد ٥٠ كيساً", "2.100", "0", "Drinks", "a; b | c"),
    ("COF-1", "4006381333931", "Coffee\nwith cardamom", "قهوة بالهيل", "5.250", "17", None, "it's <new> & good"),
    ("ZAA-1", None, "Zaatar 500 g", "زعتر ٥٠٠ غ", "0.500", "120", "Food > Spices", "= not a formula"),
)
MIME_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def modest(examples: int = 60) -> settings:
    """Settings of a property: the same examples on every run, and no clock."""
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


# -- catalogues without a file ---------------------------------------------------------------------


def catalog(headers: Sequence[str], rows: Rows, *, first_row: int = 2) -> Catalog:
    """A catalogue as a reader would give it, its header one row above ``first_row``."""
    columns = columns_for(list(headers))
    cells = pl.DataFrame(
        {
            column.key: pl.Series([None if row[at] is None else str(row[at]) for row in rows], dtype=pl.String)
            for at, column in enumerate(columns)
        }
    )
    numbers = pl.Series("row", range(first_row, first_row + len(rows)), dtype=pl.UInt32)
    return Catalog("made.csv", "csv", columns, cells, numbers, header_row=first_row - 1)


def checked(headers: Sequence[str], rows: Rows, **options: Any) -> Checked:
    """The same, checked for HKJ."""
    return check(catalog(headers, rows), load_fields("hkj"), **options)


def product(**changed: Cell) -> dict[str, Cell]:
    """A product with nothing wrong, save for what is ``changed``."""
    return {
        "sku": "HON-1",
        "barcode": "6291041500213",
        "title_en": "Mountain honey",
        "title_ar": "عسل جبلي",
        "price_jod": "12.500",
        "stock_qty": "4",
        **changed,
    }


def checked_products(*products: AbstractMapping[str, Cell]) -> Checked:
    """Products by field name, checked for HKJ; a field that one of them lacks is an empty cell."""
    headers = list(dict.fromkeys(name for one in products for name in one))
    return checked(headers, [[one.get(name) for name in headers] for one in products])


def shown(read: Catalog) -> tuple[list[str], list[str], list[int], list[tuple[str | None, ...]]]:
    """What must be alike in every format: headers, letters, row numbers and cells ("" and nothing are one)."""
    cells = [tuple(cell or None for cell in row) for row in read.cells.rows()]
    return [c.header for c in read.columns], [c.letter for c in read.columns], read.rows.to_list(), cells


# -- text files ---------------------------------------------------------------------


def csv_text(rows: Rows, *, delimiter: str = ",", newline: str = "\r\n") -> str:
    """CSV as spreadsheets write it: quotes only where they are needed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=newline)
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    return text.getvalue()


def write_csv(path: Path, rows: Rows, *, delimiter: str = ",", encoding: str = "utf-8", newline: str = "\r\n") -> Path:
    """``encoding`` is Python's name for it; ``utf-8-sig`` and ``utf-16`` put a byte order mark first."""
    path.write_bytes(csv_text(rows, delimiter=delimiter, newline=newline).encode(encoding))
    return path


def write_text(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def objects(headers: Sequence[str], rows: Rows) -> list[dict[str, Cell]]:
    """Each row as an object; the first one names every key, so that the columns keep their order."""
    return [dict(zip(headers, row, strict=True)) for row in rows]


def write_json(path: Path, headers: Sequence[str], rows: Rows, *, shape: str = "array", indent: int | None = 1) -> Path:
    """``shape``: ``array``, ``products`` (an object that holds the list) or ``lines``."""
    products = objects(headers, rows)
    if shape == "lines":
        return write_text(path, "\n".join(json.dumps(one, ensure_ascii=False) for one in products) + "\n")
    content = products if shape == "array" else {"products": products, "count": len(products)}
    return write_text(path, json.dumps(content, ensure_ascii=False, indent=indent))


def write_xml(path: Path, headers: Sequence[str], rows: Rows, *, namespace: str | None = None) -> Path:
    """``<products><product><sku>…``; with ``namespace``, every element is in it under the prefix ``g``."""
    prefix, declared = ("g:", f" xmlns:g={quoteattr(namespace)}") if namespace else ("", "")
    lines = [f'<?xml version="1.0" encoding="UTF-8"?>\n<{prefix}products{declared}>']
    lines += [f"<{prefix}product>{_elements(one, prefix)}</{prefix}product>" for one in objects(headers, rows)]
    return write_text(path, "\n".join([*lines, f"</{prefix}products>\n"]))


def write_rss(path: Path, headers: Sequence[str], rows: Rows) -> Path:
    """A shopping feed: ``<rss><channel><title/><item><g:sku>…``."""
    namespace = ' xmlns:g="http://base.google.com/ns/1.0"'
    items = "\n".join(f"<item>{_elements(one, 'g:')}</item>" for one in objects(headers, rows))
    return write_text(
        path,
        f'<?xml version="1.0"?>\n<rss version="2.0"{namespace}><channel><title>Shop</title>{items}</channel></rss>',
    )


def _elements(one: dict[str, Cell], prefix: str) -> str:
    return "".join(
        f"<{prefix}{name}>{escape(str(value)) if value is not None else ''}</{prefix}{name}>"
        for name, value in one.items()
    )


# -- workbooks ---------------------------------------------------------------------


def write_xlsx(path: Path, rows: Rows, *, at: tuple[int, int] = (1, 1), sheet: str = "Products") -> Path:
    """One sheet, its first cell at row and column ``at``."""
    return write_book(path, {sheet: rows}, at=at)


def write_book(
    path: Path, sheets: AbstractMapping[str, Rows], *, at: tuple[int, int] = (1, 1), hidden: Sequence[str] = ()
) -> Path:
    """An XLSX of several sheets, in their order."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        if name in hidden:
            page.sheet_state = "hidden"
        for down, row in enumerate(rows):
            for right, value in enumerate(row):
                if value is not None:
                    cell = page.cell(at[0] + down, at[1] + right, value)
                    if isinstance(value, str):
                        cell.data_type = "s"  # "= not a formula" is text, as somebody typed it with an apostrophe
    book.save(path)
    return path


def write_xls(path: Path, rows: Rows, *, at: tuple[int, int] = (1, 1)) -> Path:
    """The workbook of Excel 97."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("Products")
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            if value is not None:
                page.write(at[0] - 1 + down, at[1] - 1 + right, value)
    book.save(str(path))
    return path


def write_ods(path: Path, rows: Rows, *, at: tuple[int, int] = (1, 1)) -> Path:
    """The workbook of LibreOffice."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    page = Table(name="Products")
    for row in [*([()] * (at[0] - 1)), *rows]:
        line = TableRow()
        for value in [*([None] * (at[1] - 1)), *row]:
            cell = TableCell() if value is None else TableCell(valuetype="string")
            for part in [] if value is None else str(value).split("\n"):
                cell.addElement(P(text=part))
            line.addElement(cell)
        page.addElement(line)
    book.spreadsheet.addElement(page)
    book.save(str(path))
    return path


def write_zip(path: Path, members: AbstractMapping[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def encrypted_workbook() -> bytes:
    """The least that an encrypted workbook begins with: an OLE file whose directory names an EncryptedPackage."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(992)


#: Name → how to write :data:`HEADERS` and :data:`PRODUCTS` at a path of that format.
WRITERS: dict[str, Any] = {
    "comma.csv": lambda path: write_csv(path, [HEADERS, *PRODUCTS]),
    "tab.tsv": lambda path: write_csv(path, [HEADERS, *PRODUCTS], delimiter="\t"),
    "book.xlsx": lambda path: write_xlsx(path, [HEADERS, *PRODUCTS]),
    "old.xls": lambda path: write_xls(path, [HEADERS, *PRODUCTS]),
    "binary.xlsb": lambda path: write_xlsb(path, [HEADERS, *PRODUCTS]),
    "office.ods": lambda path: write_ods(path, [HEADERS, *PRODUCTS]),
    "array.json": lambda path: write_json(path, HEADERS, PRODUCTS),
    "inside.json": lambda path: write_json(path, HEADERS, PRODUCTS, shape="products"),
    "lines.jsonl": lambda path: write_json(path, HEADERS, PRODUCTS, shape="lines"),
    "plain.xml": lambda path: write_xml(path, HEADERS, PRODUCTS),
    "named.xml": lambda path: write_xml(path, HEADERS, PRODUCTS, namespace="https://example.com/shop"),
    "feed.rss.xml": lambda path: write_rss(path, HEADERS, PRODUCTS),
}
