"""The sheet that explains a marked workbook: what the colours mean, every problem with a link to its cell, and what is
not to be seen in the cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hkj_desktop.files.layouts import Place, name_of
from hkj_desktop.files.marking import CHANGED, ERROR, WARNING, colour_of, fill_of, safe_text
from hkj_desktop.files.save_as import LONGEST_NAME, name_for_sheet

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (12.0, 34.0, 52.0, 60.0)
_TITLE, _HEAD = 14, 11


@dataclass(frozen=True)
class Line:
    """One problem: its cell where it has one, ``which`` product, whether it is an error, and its words."""

    place: Place | None
    which: str
    error: bool
    problem: str
    todo: str


@dataclass(frozen=True)
class Notes:
    """What the sheet tells. ``intro``: where the workbook comes from. ``lines``: of ``total`` problems those that are
    listed. ``uncommented``: how many marked cells have no comment; ``comments``: how many have at most. ``left_out``:
    row numbers, where they stand in the workbook, and how many there are. ``not_written``: changes without a cell, of
    ``lost``."""

    intro: str
    lines: Sequence[Line]
    total: int
    uncommented: int
    comments: int
    left_out: Sequence[int]
    left_out_total: int
    not_written: Sequence[str]
    lost: int


def add_notes(book: Workbook, target: str, notes: Notes, words: Mapping[str, str], *, rtl: bool) -> Worksheet:
    """Put the sheet behind all others of ``book``; links lead to the sheet ``target``."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page = book.create_sheet(_unused(book, words["name"]))
    page.sheet_view.rightToLeft = rtl
    page.sheet_view.showGridLines = False
    page.sheet_properties.tabColor = colour_of("accent")
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    writer = _Writer(page, target)
    writer.head(words["title"], _TITLE)
    writer.text(notes.intro)
    writer.text(words["how"])
    writer.skip()
    for token, name in ((ERROR, "error"), (WARNING, "warning"), (CHANGED, "changed")):
        writer.swatch(token, words[name])
    if notes.uncommented:
        writer.text(words["no_comments"].format(limit=f"{notes.comments:,}"))
    writer.skip()
    _list(writer, notes, words)
    _rest(writer, notes, words)
    return page


def _list(writer: _Writer, notes: Notes, words: Mapping[str, str]) -> None:
    if not notes.total:
        writer.text(words["none"])
        return
    writer.titles([words[name] for name in ("where", "which", "problem", "todo")])
    for line in notes.lines:
        writer.line(line)
    if notes.total > len(notes.lines):
        writer.text(words["more"].format(count=f"{notes.total - len(notes.lines):,}"))


def _rest(writer: _Writer, notes: Notes, words: Mapping[str, str]) -> None:
    if notes.left_out_total:
        writer.skip()
        writer.head(words["left_out"].format(count=f"{notes.left_out_total:,}"), _HEAD)
        for row in notes.left_out:
            writer.link((row, 1), words["row"].format(number=row))
    if notes.lost:
        writer.skip()
        writer.head(words["not_written"].format(count=f"{notes.lost:,}"), _HEAD)
        for text in notes.not_written:
            writer.text(text)


def _unused(book: Workbook, name: str) -> str:
    """A name that no sheet has; Excel takes capitals for the same."""
    taken = {title.lower() for title in book.sheetnames}
    name = name_for_sheet(name) or "HKJ"
    number, tried = 1, name
    while tried.lower() in taken:
        number += 1
        mark = f" {number}"
        tried = name[: LONGEST_NAME - len(mark)] + mark
    return tried


class _Writer:
    """Writes from the top down. All cells are texts: no word of a catalogue becomes a formula."""

    def __init__(self, page: Worksheet, target: str) -> None:
        from openpyxl.styles import Alignment, Font

        self._page, self._target, self._row = page, target, 1
        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._bold = Font(bold=True)
        self._linked = Font(color=colour_of("accent"), underline="single")

    def _put(self, column: int, text: str) -> Cell:
        cell = self._page.cell(self._row, column)
        cell.value, cell.data_type = safe_text(text), "s"
        return cell

    def skip(self) -> None:
        self._row += 1

    def head(self, text: str, size: int) -> None:
        from openpyxl.styles import Font

        self._put(1, text).font = Font(bold=True, size=size)
        self._row += 1

    def text(self, text: str) -> None:
        self._put(1, text)
        self._row += 1

    def swatch(self, token: str, text: str) -> None:
        self._page.cell(self._row, 1).fill = fill_of(token)
        self._put(2, text)
        self._row += 1

    def titles(self, texts: Iterable[str]) -> None:
        for column, text in enumerate(texts, start=1):
            cell = self._put(column, text)
            cell.font, cell.fill = self._bold, fill_of("accent_wash")
        self._row += 1

    def line(self, line: Line) -> None:
        if line.place is not None:
            self._link(line.place, name_of(line.place))
        self._page.cell(self._row, 1).fill = fill_of(ERROR if line.error else WARNING)
        for column, text in ((2, line.which), (3, line.problem), (4, line.todo)):
            self._put(column, text).alignment = self._wrapped
        self._row += 1

    def link(self, place: Place, text: str) -> None:
        self._link(place, text)
        self._row += 1

    def _link(self, place: Place, text: str) -> None:
        from openpyxl.utils import quote_sheetname
        from openpyxl.worksheet.hyperlink import Hyperlink

        cell = self._put(1, text)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(self._target)}!{name_of(place)}")
        cell.font, cell.alignment = self._linked, self._wrapped
