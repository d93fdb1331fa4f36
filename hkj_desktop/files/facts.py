"""What the workbook reader does not tell of a sheet: how far apart its cells lie, hidden rows, errors of formulas,
merged headers. Found by passing over the file once, in pieces, before the reader may build anything of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hkj_desktop.errors import FileTooLarge

#: The reader keeps every cell of the rectangle round all used ones. Two cells in far corners of a sheet would end the
#: whole program for lack of memory, so the rectangle is measured first; a large one must be filled by a tenth.
MOST_CELLS = 40_000_000
MOST_EMPTY_CELLS = 8_000_000
FILLED_SHARE = 10
#: Excel's own last column.
LAST_COLUMN = 16_384
#: No more errors of formulas are told one by one.
MOST_ERRORS = 10_000
TALLEST_HEADER = 3


@dataclass
class SheetFacts:
    """``errors``: (row, column), both from 1 → Excel's text for it. ``hidden``: numbers of hidden rows. ``tall``:
    first → last row of merged cells that are two or three rows tall."""

    last_row: int = 1
    last_column: int = 1
    cells: int = 0
    hidden: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    tall: dict[int, int] = field(default_factory=dict)

    def error(self, row: int, column: int, text: str) -> None:
        if len(self.errors) < MOST_ERRORS:
            self.errors[row, column] = text

    def merged(self, top: int, bottom: int) -> None:
        if 0 < bottom - top < TALLEST_HEADER:
            self.tall[top] = max(bottom, self.tall.get(top, 0))

    def used(self, row: int, column: int, count: int = 1) -> None:
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)
        self.cells += count

    def check(self, name: str) -> None:
        """Raise FileTooLarge where the rectangle round the used cells fits no memory."""
        rectangle = self.last_row * self.last_column
        if self.last_column > LAST_COLUMN:
            raise FileTooLarge(name=name, limit=LAST_COLUMN, unit="columns", kind="columns")
        if rectangle > MOST_CELLS or (rectangle > MOST_EMPTY_CELLS and self.cells * FILLED_SHARE < rectangle):
            limit = MOST_CELLS if rectangle > MOST_CELLS else MOST_EMPTY_CELLS
            raise FileTooLarge(name=name, limit=limit, unit="cells", kind="cells")


#: Error codes of the binary workbooks (.xls, .xlsb) as Excel shows them.
ERROR_TEXTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
UNKNOWN_ERROR = "#ERROR!"
