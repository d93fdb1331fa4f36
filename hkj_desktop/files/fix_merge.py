"""A fix file that comes back: recognised, read with whatever a person and an office program did to it, and set against
the catalogue: what stood in a cell when it was written, what stands in the catalogue now, and what stands in the file.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from hkj_desktop.catalog.edits import Draft
from hkj_desktop.errors import AppError, FileDamaged, FileTooLarge, FixFileError
from hkj_desktop.files.fix_keys import STORE, Written, fingerprint
from hkj_desktop.files.fix_sheet import FixFile, Reading, find_sheet
from hkj_desktop.files.shape import read_bytes
from hkj_desktop.files.xlsx_facts import xlsx_facts
from hkj_desktop.files.zip_parts import MEGABYTE, pieces, whole, zip_told

#: One cell of a merge: ``before`` in the catalogue now, ``original`` when the file was written, ``after`` in the file.
MERGED: dict[str, pl.DataType] = {
    "key": pl.String(),
    "at": pl.UInt32(),
    "before": pl.String(),
    "original": pl.String(),
    "after": pl.String(),
}

#: The workbook reader keeps a workbook's texts in memory: a fix file is no larger.
MOST_MEGABYTES, MOST_UNPACKED_MEGABYTES = 128, 512
_BOOK = "xl/workbook.xml"
_LARGEST_BOOK = 4 * MEGABYTE
_SHEETS = "xl/worksheets/"
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


@dataclass(frozen=True, eq=False)
class Merge:
    """What taking a fix file in would change. ``cells``: see :data:`MERGED`; each differs from what was written and
    from what the catalogue has now. ``left_out``: positions of rows that were mended in the file and left out of the
    catalogue meanwhile; they are no part of ``cells``. ``unchanged``: cells as they were written; ``known``: those in
    which the catalogue has by now what the file has. The rest is told of in :class:`FixFile`."""

    cells: pl.DataFrame
    left_out: pl.Series
    unchanged: int
    known: int
    broken: pl.DataFrame
    deleted: pl.Series
    added: tuple[int, ...]
    columns_added: tuple[str, ...]
    columns_gone: tuple[str, ...]

    @property
    def conflicts(self) -> pl.DataFrame:
        """Those of ``cells`` that the catalogue changed meanwhile as well."""
        return self.cells.filter(pl.col("before").ne_missing(pl.col("original")))

    @property
    def count(self) -> int:
        """How many cells would change."""
        return self.cells.height

    @property
    def rows(self) -> int:
        """On how many rows."""
        return self.cells["at"].n_unique()


# -- recognising ------------------------------------------------------------------------------------------------------


def is_fix_file(path: Path) -> bool:
    """Whether the file says that it is one: a look into one small part. Never raises, whatever the file is."""
    try:
        if not path.is_file():
            return False
        with zip_told(path.name), zipfile.ZipFile(path) as archive:
            return archive.getinfo(_BOOK).file_size <= _LARGEST_BOOK and _marked(whole(archive, _BOOK, path.name))
    except (AppError, OSError, KeyError, ValueError, RuntimeError):  # RuntimeError: a zip with a password
        return False


def _marked(book: bytes) -> bool:
    return re.search(rb"""\sname\s*=\s*["']""" + STORE.encode() + rb"""["']""", book) is not None


# -- reading ----------------------------------------------------------------------------------------------------------


def read_fix_file(path: Path) -> FixFile:
    """Read the fix file at ``path``. Raises FixFileError (``none``, ``damaged``, ``newer``), FileMissing,
    FileNotAllowed, FileDamaged, or FileTooLarge for what is no work of a spreadsheet."""
    if path.exists() and not is_fix_file(path):
        raise FixFileError(name=path.name, reason="none")
    if path.exists():
        _check_size(path)
    content = read_bytes(path)
    with _books(path.name) as books:
        formulas = _has_formulas(content, path.name)
        book = books(content, data_only=True)
        written = _written(book, path.name)
        sheet, marks = find_sheet(book, written, path.name)
        unsolved = _formulas(books(content, data_only=False)[sheet.title]) if formulas else {}
        return Reading(path.name, written, marks).read(sheet, unsolved)


def _check_size(path: Path) -> None:
    with zip_told(path.name), zipfile.ZipFile(path) as archive:
        unpacked = sum(info.file_size for info in archive.infolist())
        packed = path.stat().st_size
    for size, limit in ((packed, MOST_MEGABYTES), (unpacked, MOST_UNPACKED_MEGABYTES)):
        if size > limit * MEGABYTE:
            raise FileTooLarge(name=path.name, limit=limit, unit="MB")
    xlsx_facts(path)  # cells that lie too far apart, a directory that lies, a packing that nobody's typing has


@contextmanager
def _books(name: str) -> Iterator[Any]:
    """Opens workbooks and closes them; what the workbook reader raises → FileDamaged."""
    import warnings

    import openpyxl

    opened: list[Any] = []

    def open_book(content: bytes, *, data_only: bool) -> Any:
        opened.append(openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=data_only))
        for sheet in opened[-1].worksheets:
            sheet.reset_dimensions()  # some programs write wrong ones
        return opened[-1]

    try:
        with warnings.catch_warnings():
            # The reader warns of what it leaves out: Excel writes our drop-downs anew in such a form.
            warnings.simplefilter("ignore")
            yield open_book
    except (zipfile.BadZipFile, zlib.error, SyntaxError, EOFError, OSError, NotImplementedError, RuntimeError,
            LookupError, ValueError, TypeError, AttributeError, ArithmeticError) as error:  # fmt: skip
        raise FileDamaged(name=name, detail=type(error).__name__) from error
    finally:
        for book in opened:
            book.close()


def _has_formulas(content: bytes, name: str) -> bool:
    with zip_told(name), zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [part for part in archive.namelist() if part.startswith(_SHEETS) and part.endswith(".xml")]
        return any(_FORMULA.search(piece) for part in parts for piece in pieces(archive, part, name))


def _formulas(sheet: Any) -> dict[tuple[int, int], str]:
    """Row and column, both from 1 → the formula."""
    cells = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
    return {(cell.row, cell.column): str(getattr(cell.value, "text", cell.value)) for cell in cells}


def _written(book: Any, name: str) -> Written:
    cells = [str(row[0]) for row in book[STORE].iter_rows(values_only=True) if row and row[0] is not None]
    return Written.of_packed(cells[1:], name)


# -- against the catalogue --------------------------------------------------------------------------------------------


def merge(fix: FixFile, draft: Draft) -> Merge:
    """What ``fix`` changes in ``draft``. Raises FixFileError: ``stranger`` where it was made from another catalogue,
    ``twice`` where it says two things of one row."""
    if fix.written.fingerprint != fingerprint(draft.base):
        raise FixFileError(name=fix.name, reason="stranger", source=fix.written.name)
    if fix.twice is not None:
        raise FixFileError(name=fix.name, reason="twice", row=fix.twice)
    parts = [pl.DataFrame(schema=MERGED)]
    for (key,), part in fix.changed.group_by("key", maintain_order=True):
        before = draft.column(str(key))[part["at"]].alias("before")
        parts.append(part.with_columns(before).select(pl.col(name).cast(kind) for name, kind in MERGED.items()))
    found = pl.concat(parts).with_columns(pl.when(pl.col("before") != "").then(pl.col("before")).alias("before"))
    differs = found.filter(pl.col("before").str.replace_all("\r\n?", "\n").ne_missing(pl.col("after")))
    out = pl.col("at").is_in(draft.left_out.implode())
    return Merge(
        cells=differs.filter(~out),
        left_out=differs.filter(out)["at"].unique().sort(),
        unchanged=fix.same,
        known=found.height - differs.height,
        broken=fix.broken,
        deleted=pl.Series("at", fix.deleted, dtype=pl.UInt32),
        added=fix.added,
        columns_added=fix.columns_added,
        columns_gone=fix.columns_gone,
    )
