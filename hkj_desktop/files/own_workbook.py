"""A person's own workbook, opened with all that the library can keep and written back unharmed.

What openpyxl would do to it, and is kept from doing here (each has a test): numbers become other numbers (it writes 9.7
as 9.699999999999999), formulas lose their results, so that a preview shows them empty; a picture with a link, or one
that is no PNG, JPEG or GIF, and a table that came from a query make a file that Excel calls damaged.
"""

from __future__ import annotations

import io
import logging
import re
import tempfile
import time
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.etree.ElementTree import ParseError

from hkj_desktop.errors import AppError
from hkj_desktop.files.formula_values import Results, with_results
from hkj_desktop.files.keeps import MACRO_SUFFIX, can_be_kept
from hkj_desktop.files.zip_parts import zip_told
from hkj_desktop.system.cancel import CancelToken

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.drawing.image import Image
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

log = logging.getLogger(__name__)

#: Whole numbers from here on lose digits on the library's way; Excel itself keeps fifteen.
_LARGE = 10**15
#: Control signs are kept written out, as they were read.
_LIKE_ESCAPED = re.compile("_(?=x(?!00[01])[0-9A-Fa-f]{4}_)")
_MACRO_PART = "xl/vbaProject.bin"
_TYPES = "[Content_Types].xml"
_PLAIN_BOOK = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO_BOOK = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_AS_THEY_ARE = ("png", "jpeg", "gif")
_IN_MEMORY = 32 << 20


class NotKept(Exception):
    """The library cannot read this workbook, or cannot write it. Never leaves files/: a new one is made instead."""


class _Watched(io.RawIOBase):
    """A file that stops when somebody says so: the library itself never looks."""

    def __init__(self, stream: BinaryIO, cancel: CancelToken | None) -> None:
        super().__init__()
        self._stream, self._cancel = stream, cancel

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self._cancel:
            self._cancel.check()
        time.sleep(0)  # unpacking in small pieces keeps the interpreter to itself (measured.md)
        return self._stream.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


def suffix_for(source: Path) -> str:
    """``.xlsm`` for a workbook with macros, ``.xlsx`` for every other file: what it is saved as with marks."""
    if not can_be_kept(source):
        return ".xlsx"
    with zip_told(source.name), zipfile.ZipFile(source) as archive:
        return MACRO_SUFFIX if _MACRO_PART in archive.namelist() else ".xlsx"


def open_own(source: Path, out: Path, cancel: CancelToken | None = None) -> Workbook:
    """The workbook at ``source``, to be saved as ``out``, with whatever can be kept. Raises NotKept, Cancelled or one
    of the FileError family."""
    import openpyxl

    if not can_be_kept(source):
        raise NotKept
    macros = out.suffix.lower() == MACRO_SUFFIX == suffix_for(source)
    with source.open("rb") as stream, _unkept():
        return openpyxl.load_workbook(_Watched(stream, cancel), keep_vba=macros, rich_text=True, keep_links=True)


@contextmanager
def _unkept() -> Iterator[None]:
    """Whatever the library raises over a part that it cannot make sense of → NotKept. What it says of parts that it
    drops is known before (keeps.py)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (AppError, OSError, MemoryError, NotKept):
        raise
    except Exception as error:
        log.info("a workbook cannot be written back: %s", type(error).__name__)
        raise NotKept from error


def close_own(book: Workbook) -> None:
    """Let go of what the library keeps of a workbook with macros."""
    if book.vba_archive is not None:
        book.vba_archive.close()


def save_own(book: Workbook, out: BinaryIO, *, suffix: str, results: Results, cancel: CancelToken | None) -> None:
    """Write the workbook to ``out``, a file that ends in ``suffix``; ``results``: what formulas had come to. It cannot
    be used afterwards. Raises NotKept or Cancelled."""
    for sheet in book.worksheets:
        _mend(book, sheet)
    book.template = False
    book.calculation.fullCalcOnLoad = True
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as saved:
        with _unkept():
            book.save(saved)
        saved.seek(0)
        by_part = {sheet.path.lstrip("/"): results.get(sheet.title, {}) for sheet in book.worksheets}
        with zipfile.ZipFile(saved) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
            for info in archive.infolist():
                if cancel:
                    cancel.check()
                like = zipfile.ZipInfo(info.filename, info.date_time)
                # Excel wants the large form of a part for large parts alone; the size that is known decides.
                like.compress_type, like.file_size = zipfile.ZIP_DEFLATED, info.file_size
                with archive.open(info) as part, copy.open(like, "w") as target:
                    _copy(part, target, info.filename, suffix, by_part)


def _copy(part: Any, target: Any, name: str, suffix: str, results: dict[str, dict[str, tuple[str, str]]]) -> None:
    if name == _TYPES and suffix.lower() == MACRO_SUFFIX:
        # Excel opens no .xlsm that calls itself a workbook without macros.
        target.write(part.read().replace(_PLAIN_BOOK, _MACRO_BOOK))
        return
    for text in with_results(part, results.get(name, {})):
        target.write(text)


# -- what the library would spoil -------------------------------------------------------------------------------------


def _mend(book: Workbook, sheet: Worksheet) -> None:
    for cell in sheet._cells.values():  # noqa: SLF001 - iterating rows would make cells that are not there
        exact(cell)
    for image in list(sheet._images):  # noqa: SLF001 - there is no other way to them
        if not _mended(image):
            sheet._images.remove(image)  # noqa: SLF001
    for table in sheet.tables.values():
        table.tableType = table.connectionId = None
        for column in table.tableColumns:
            column.queryTableFieldId = None
    if book.vba_archive is not None and sheet.legacy_drawing is not None:
        _check_drawing(book, sheet)


def exact(cell: Cell) -> None:
    """Keep a number's digits: as a text of the same type it is written as it is. Keep a text that reads like a sign
    written out (``_x0041_``), which the library reads rightly and writes so that it becomes that sign."""
    value = getattr(cell, "_value", None)
    if type(value) is str and "_x" in value and cell.data_type == "s":
        cell._value = _LIKE_ESCAPED.sub("_x005F_", value)  # noqa: SLF001
    elif cell.data_type == "n" and (type(value) is float or (type(value) is int and abs(value) >= _LARGE)):
        cell._value = repr(value)  # noqa: SLF001 - the setter would make a text cell of it


def _mended(image: Image) -> bool:
    """Whether the picture can be written: without links, which would lead nowhere, and in a format of the web."""
    from PIL import Image as Pictures

    anchor = image.anchor
    pictures = [getattr(anchor, "pic", None), getattr(getattr(anchor, "groupShape", None), "pic", None)]
    for picture in pictures:
        if picture is not None:
            picture.nvPicPr.cNvPr.hlinkClick = picture.nvPicPr.cNvPr.hlinkHover = None
    if image.format in _AS_THEY_ARE:
        return True
    try:
        with Pictures.open(image.ref) as opened:
            png = io.BytesIO()
            opened.save(png, "PNG")
    except (OSError, ValueError, Pictures.DecompressionBombError):
        return False
    image.ref, image.format = png, "png"
    return True


def _check_drawing(book: Workbook, sheet: Worksheet) -> None:
    """Old drawings hold HTML that is no XML; comments cannot be put into such a one."""
    from openpyxl.xml.functions import fromstring

    try:
        fromstring(book.vba_archive.read(sheet.legacy_drawing))
    except (ParseError, KeyError):
        sheet.legacy_drawing = None
