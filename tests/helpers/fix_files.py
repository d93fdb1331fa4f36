"""Fix files in tests: written from a catalogue, mended as a colleague would in Excel, saved by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.problems import Problem, Problems
from hkj_desktop.files.fix_file import write_fix_file
from hkj_desktop.files.fix_merge import Merge, merge, read_fix_file
from hkj_desktop.ui.texts import problem_words
from hkj_desktop.ui.texts_fix_file import FIX_SHEET
from tests.helpers.catalogues import Rows, checked

WHEN = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)
#: Ours: the hidden key, the place and the reasons; the catalogue's columns begin behind them.
FIRST_COLUMN, FIRST_ROW = 4, 3


def save(
    path: Path, result: Checked, problems: Problems | None = None, *, draft: Draft | None = None, **way: Any
) -> int:
    """Write the fix file of ``result``, for all its problems."""
    draft = Draft(result.catalog) if draft is None else draft
    problems = result.problems if problems is None else problems
    way = {"rtl": False, "language": "en", "when": WHEN, **way}
    return write_fix_file(path, draft, result, problems, words=problem_words, sheet_words=FIX_SHEET, **way)


def all_bad(headers: Sequence[str], rows: Rows) -> tuple[Checked, Problems]:
    """A catalogue, and a problem on each of its rows, so that its fix file has all of them."""
    result = checked(headers, rows)
    found = zip(result.products.rows["index"], result.products.rows["product"], strict=True)
    return result, Problems.of(Problem("row_stray", index=at, product=product) for at, product in found)


def back(path: Path, draft: Draft) -> Merge:
    """The fix file at ``path`` against ``draft``."""
    return merge(read_fix_file(path), draft)


def cells(found: Merge) -> list[tuple[str, int, str | None]]:
    """What a merge would write, sorted."""
    return sorted(found.cells.select("key", "at", "after").rows())


class Colleague:
    """Opens the workbook, lets itself be used as a sheet, and saves it."""

    def __init__(self, path: Path, to: Path | None = None) -> None:
        self.path, self.to = path, to or path

    def __enter__(self) -> Colleague:
        self.book = openpyxl.load_workbook(self.path)
        self.sheet = self.book.worksheets[0]
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.book.save(self.to)

    def cell(self, header: str, row: int) -> Any:
        """The cell of a column, by its header, on the row that Excel numbers so."""
        for at in range(1, self.sheet.max_column + 1):
            if self.sheet.cell(2, at).value == header:
                return self.sheet.cell(row, at)
        raise KeyError(header)

    def rows(self) -> list[list[Any]]:
        """The rows below the headers, from the hidden column on."""
        return [[cell.value for cell in row] for row in self.sheet.iter_rows(min_row=FIRST_ROW)]

    def put_rows(self, rows: list[list[Any]], first_column: int = 1) -> None:
        """Write rows below the headers, each text as it is."""
        for at, row in enumerate(rows, start=FIRST_ROW):
            for column, value in enumerate(row, start=first_column):
                cell = self.sheet.cell(at, column)
                cell.value = value  # given to cell(), None would leave what is there
                if isinstance(value, str):
                    cell.data_type = "s"


def through_libreoffice(path: Path, folder: Path) -> Path:
    """``path`` opened and saved by LibreOffice as an Excel workbook; skips where there is none."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")
    out = folder / "saved"
    subprocess.run(
        [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    return out / path.name
