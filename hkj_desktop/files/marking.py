"""Marks in a sheet of a workbook: new values, colours and comments. Whatever else a cell has stays."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any

from hkj_desktop.catalog.fields import Field, Kind
from hkj_desktop.files.layouts import Place
from hkj_desktop.files.save_as import DINARS, TEXT, WHOLE, Saved, fits_in_cell
from hkj_desktop.system.paths import resource

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

AUTHOR = "HKJ Desktop"
#: Whose colour (resources/theme/tokens.toml) a cell gets.
ERROR, WARNING, CHANGED = "error_wash", "warn_wash", "good_wash"
#: A number as it reads when it is read again: no leading zero, none behind, and no more digits than Excel keeps.
_NUMBER = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]*[1-9])?")
_MOST_DIGITS = 15
#: Of texts only letters and digits are compared: readers differ in spaces and signs.
_LOOSE = re.compile(r"_x[0-9A-Fa-f]{4}_|[\W_]+")
_NEARLY = Decimal("1e-9")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: A comment's box, in points of the screen.
_WIDTH, _LINE, _TALLEST, _LETTERS_A_LINE = 320, 18, 420, 46


@dataclass
class Marked:
    """A sheet that is being marked. ``_inside``: each cell of merged ones → the first of them, which holds all."""

    sheet: Worksheet
    _inside: dict[Place, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for area in self.sheet.merged_cells.ranges:
            first = (area.min_row, area.min_col)
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    self._inside[row, column] = first

    def seen(self, place: Place) -> Place:
        """Where a mark on ``place`` is seen."""
        return self._inside.get(place, place)

    def cell(self, place: Place) -> Any:
        return self.sheet.cell(*self.seen(place))

    def covered(self, place: Place) -> bool:
        """Whether the cell lies under another one that it is merged with, so that it holds nothing."""
        return self.seen(place) != place

    def colour(self, place: Place, token: str) -> None:
        self.cell(place).fill = fill_of(token)

    def say(self, place: Place, text: str) -> None:
        """Put ``text`` into the cell's comment, below what the person wrote there."""
        from openpyxl.comments import Comment

        cell = self.cell(place)
        theirs = cell.comment
        whole = safe_text(f"{theirs.text}\n\n{text}" if theirs is not None and theirs.text else text)
        lines = sum(max(1, math.ceil(len(line) / _LETTERS_A_LINE)) for line in whole.split("\n"))
        height = min(max(lines + 1, 3) * _LINE, _TALLEST)
        author = theirs.author if theirs is not None and theirs.author else AUTHOR
        cell.comment = Comment(whole, author, width=_WIDTH, height=height)


@cache
def _colours() -> dict[str, str]:
    tokens: dict[str, str] = tomllib.loads(resource("theme", "tokens.toml").read_text(encoding="utf-8"))["light"]
    return tokens


@cache
def fill_of(token: str) -> Any:
    """The ground of a cell in one of the program's own light colours."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=colour_of(token))


def colour_of(token: str) -> str:
    """``FDECEA``."""
    return _colours()[token].removeprefix("#")


# -- values -----------------------------------------------------------------------------------------------------------


def holds(cell: Cell, before: str | None) -> bool:
    """Whether the cell still holds what was read of it. What it shows by a formula or a date format is not compared."""
    value = cell.value
    if cell.data_type not in ("n", "s"):
        return True
    if value is None or before is None:
        return not _LOOSE.sub("", str(value or "")) and not _LOOSE.sub("", before or "")
    if cell.data_type == "n":
        try:
            there, read = Decimal(str(value)), Decimal(before)
            return abs(there - read) <= abs(there) * _NEARLY
        except InvalidOperation:
            return False
    return _LOOSE.sub("", str(value)) == _LOOSE.sub("", before)


def write_value(cell: Cell, text: str | None, field_: Field | None) -> bool:
    """Put ``text`` into the cell, its format kept: as a number where it held one, or where its column is one of numbers
    and it held none that was text on purpose. False for a text that no cell can hold."""
    if text is None:
        cell.value = None
        return True
    if not fits_in_cell(text):
        return False
    number = _number(cell, text, field_)
    cell.value = None  # with a formula or rich text goes what the library remembers of it
    cell._value = safe_text(text) if number is None else number  # noqa: SLF001 - the setter takes "=1" for a formula
    cell.data_type = "s" if number is None else "n"
    return True


def _number(cell: Cell, text: str, field_: Field | None) -> str | None:
    held = cell.data_type == "n" and cell.value is not None
    if cell.number_format == TEXT and not held:
        return None
    if field_ is not None and field_.kind in (Kind.MONEY, Kind.COUNT):
        dinars = field_.kind is Kind.MONEY and field_.unit != "fils"
        return Saved("", "", field_, None, DINARS if dinars else WHOLE).number(text)
    fits = _NUMBER.fullmatch(text) is not None and sum(sign.isdigit() for sign in text) <= _MOST_DIGITS
    return text if held and fits else None


def safe_text(text: str) -> str:
    """``text`` without signs that a workbook has no place for."""
    return _NOT_XML.sub("\ufffd", text)


def copy_style(cell: Cell, of: Cell) -> None:
    """Let ``cell`` look like ``of``."""
    cell._style = of._style.__copy__()  # noqa: SLF001 - the library's own way of copying


def block(words: Sequence[str]) -> str:
    """Title, explanation and what to do as one comment."""
    title, *rest = (one.strip() for one in words)
    head = title if title.endswith((".", "?", "!", "؟", ":")) else f"{title}."
    return "\n".join(one for one in (head, " ".join(filter(None, rest))) if one)
