"""What a replacement would do: counted and listed in a task, shown with the part that changes marked in each cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import ELLIPSIS, display_safe, tooltip_safe
from hkj_desktop.ui.delegates.base import CELL_ROLE, EMPTY, PAD, Cell, Index, RowDelegate
from hkj_desktop.ui.theme import Role, Tone, Type, px

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.system.cancel import CancelToken

#: So many cells are listed; all of them are counted and replaced.
LISTED = 1_000
PLACE, PRODUCT, BEFORE, AFTER = range(4)
#: So much of a long text is shown before the part that changes, of that part, and after it.
LEAD, MARKED, REST = 22, 120, 120
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_NOWHERE = QModelIndex()
_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@dataclass(frozen=True)
class Wanted:
    """What is looked for: see :func:`catalog.find.replacements`."""

    find: str = ""
    replace: str = ""
    column: str | None = None
    match_case: bool = False
    whole_cell: bool = False
    fold: bool = False
    only_shown: bool = False


@dataclass(frozen=True)
class Line:
    """One cell of the list."""

    place: str
    product: str
    before: str
    after: str
    ltr: bool


@dataclass(frozen=True, eq=False)
class Found:
    """``frame``: every cell that would change (``index``, ``key``, ``before``, ``after``), in so many ``products``."""

    frame: pl.DataFrame
    products: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MarkedCell(Cell):
    """``text`` is what is shown; ``begin`` to ``end`` of it changes and stands on the wash of ``tone``. ``whole``: the
    value as it is."""

    begin: int = 0
    end: int = 0
    tone: Tone = Tone.NEUTRAL
    whole: str = ""


# -- on a pool thread -------------------------------------------------------------------------------------------------


def look(checked: Checked, wanted: Wanted, shown: pl.Series | None, cancel: CancelToken, *, arabic: bool) -> Found:
    """Find what would change. ``shown``: the rows that stand in the window; ``arabic``: which title names a product."""
    from hkj_desktop.catalog.find import replacements
    from hkj_desktop.catalog.preview import preview_rows

    frame = replacements(
        checked,
        wanted.find,
        wanted.replace,
        columns=None if wanted.column is None else [wanted.column],
        match_case=wanted.match_case,
        whole_cell=wanted.whole_cell,
        fold=wanted.fold,
        rows=shown if wanted.only_shown else None,
        cancel=cancel,
    )
    cancel.check()
    products = checked.products.rows["product"][frame["index"]].n_unique() if frame.height else 0
    listed = preview_rows(checked, frame.head(LISTED))
    titles = ("title_ar", "title_en") if arabic else ("title_en", "title_ar")
    lines = []
    for row in listed.frame.iter_rows(named=True):
        known = checked.fields.by_name.get(row["field"] or "")
        name = next((row[title] for title in (*titles, "sku") if row[title]), "")
        place = f"{row['letter'] or ''}{row['row'] or ''}"
        ltr = known is not None and known.left_to_right
        lines.append(Line(place, name, row["before"] or "", row["after"] or "", ltr))
    return Found(frame, products, tuple(lines))


# -- what changes -----------------------------------------------------------------------------------------------------


def difference(before: str, after: str) -> tuple[int, int, int]:
    """Where two texts begin to differ, and where in each of them that ends; in whole words, as one reads them (and as
    Arabic letters are joined: a mark on some of a word's would tear it)."""
    begin, most = 0, min(len(before), len(after))
    while begin < most and before[begin] == after[begin]:
        begin += 1
    same = 0
    while same < most - begin and before[-1 - same] == after[-1 - same]:
        same += 1
    while same and _in_word(before[-same]) and _word_at(before, after, -same - 1):
        same -= 1
    if begin == len(before) - same:  # something only comes in addition: mark behind which word
        while begin and before[begin - 1].isspace():
            begin -= 1
        while before[begin : len(before) - same].endswith(" ") and after.endswith(" ", 0, len(after) - same):
            same += 1  # the space that ended what was alike ends what comes in addition as well
        while begin and _in_word(before[begin - 1]):
            begin -= 1
    while begin and _in_word(before[begin - 1]) and _word_at(before, after, begin):
        begin -= 1
    return begin, len(before) - same, len(after) - same


def _word_at(before: str, after: str, at: int) -> bool:
    return any(-len(text) <= at < len(text) and _in_word(text[at]) for text in (before, after))


def _in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) == "Mn"


def marked(text: str, begin: int, end: int, tone: Tone, *, ltr: bool) -> MarkedCell:
    """``text`` as it is shown, safe to look at and cut around the part that changes."""
    if not text:
        return MarkedCell(EMPTY, quiet=True, tone=tone)
    cut = begin - LEAD if begin > LEAD + len(ELLIPSIS) else 0
    lead = (ELLIPSIS if cut else "") + display_safe(text[cut:begin])
    part = display_safe(text[begin:end], MARKED)
    rest = display_safe(text[end:], REST)
    return MarkedCell(lead + part + rest, begin=len(lead), end=len(lead) + len(part), tone=tone, ltr=ltr, whole=text)


# -- the table --------------------------------------------------------------------------------------------------------


class ReplacedModel(QAbstractTableModel):
    """The lines of a :class:`Found`; at most a thousand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._cells: dict[int, tuple[Cell, ...]] = {}

    def set_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self._cells = {}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else AFTER + 1

    def title(self, column: int) -> str:
        return {
            PLACE: self.tr("Place"),
            PRODUCT: self.tr("Product"),
            BEFORE: self.tr("Before"),
            AFTER: self.tr("After"),
        }[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return self.title(section)

    def cell(self, row: int, column: int) -> Cell:
        if row not in self._cells:
            line = self._lines[row]
            begin, end, after = difference(line.before, line.after)
            self._cells[row] = (
                Cell(line.place, quiet=True, ltr=True),
                Cell(line.product, strong=True),
                marked(line.before, begin, end, Tone.ERROR, ltr=line.ltr),
                marked(line.after, begin, after, Tone.GOOD, ltr=line.ltr),
            )
        return self._cells[row][column]

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (CELL_ROLE, _DISPLAY, _TOOLTIP, _SPOKEN) or not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == _DISPLAY:
            return cell.text
        whole = cell.whole if isinstance(cell, MarkedCell) else cell.text
        if role == _TOOLTIP:
            return tooltip_safe(whole) or None
        empty = self.tr("empty")
        return f"{self.title(index.column())}: {display_safe(whole) or empty}"


class MarkedDelegate(RowDelegate):
    """The part that changes is bold, in the colour of its tone, on its wash; what goes away is struck through too."""

    def paint_cell(self, painter: QPainter, cell: Cell, rect: QRect, direction: Qt.LayoutDirection) -> None:
        if not isinstance(cell, MarkedCell) or not cell.whole:
            super().paint_cell(painter, cell, rect, direction)
            return
        inner = rect.adjusted(px(PAD), 0, -px(PAD), -1)
        if inner.width() <= 0:
            return
        layout = self._layout(cell, inner.width())
        line = layout.lineAt(0)
        left = inner.right() + 1 - line.naturalTextWidth() if direction == _RTL else float(inner.left())
        top = inner.top() + (inner.height() - line.height()) / 2
        painter.save()
        painter.setClipRect(inner, Qt.ClipOperation.IntersectClip)
        painter.setPen(theme.current().color(Role.TEXT))
        layout.draw(painter, QPointF(left, top))
        painter.restore()

    @staticmethod
    def _layout(cell: MarkedCell, width: int) -> QTextLayout:
        """The cell's text on one line of its natural width, cut where there is no room for all of it."""
        look_ = theme.current()
        plain, bold = look_.font(Type.BODY), QFont(look_.font(Type.STRONG))
        text, begin, end = fitted(cell, QFontMetrics(bold), width)
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setForeground(look_.color(cell.tone.ink))
        form.setBackground(look_.color(cell.tone.wash))
        form.setFontStrikeOut(cell.tone is Tone.ERROR)
        layout = QTextLayout(text, plain)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(_LTR if cell.ltr else _direction(cell.whole))
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        part = QTextLayout.FormatRange()
        part.start, part.length = _units(text[:begin]), _units(text[begin:end])
        part.format = form
        layout.setFormats([part])
        layout.beginLayout()
        layout.createLine().setLineWidth(10_000)
        layout.endLayout()
        return layout


def fitted(cell: MarkedCell, room: QFontMetrics, width: int) -> tuple[str, int, int]:
    """As much of the cell's text as is no wider than ``width``, and where the part that changes begins and ends in it:
    what stands after that part gives way first, then word by word what stands before it, the part itself last."""
    lead, part, rest = cell.text[: cell.begin], cell.text[cell.begin : cell.end], cell.text[cell.end :]
    if room.horizontalAdvance(cell.text) <= width:
        return cell.text, cell.begin, cell.end
    least = ELLIPSIS if rest else ""
    while lead and room.horizontalAdvance(lead + part + least) > width:
        _, space, words = lead.removeprefix(ELLIPSIS).lstrip().partition(" ")
        lead = ELLIPSIS + space + words if space else ""
    if room.horizontalAdvance(lead + part + least) > width:
        part = room.elidedText(part, Qt.TextElideMode.ElideRight, width)
        return part, 0, len(part)
    left, shown = width - room.horizontalAdvance(lead + part), rest
    for _ in range(2):  # letters that are joined are not as wide as each of them alone
        shown = room.elidedText(rest, Qt.TextElideMode.ElideRight, left) or least
        left -= max(0, room.horizontalAdvance(lead + part + shown) - width)
    return lead + part + shown, len(lead), len(lead + part)


def _direction(text: str) -> Qt.LayoutDirection:
    """That of the first letter of the value: what is cut away before the mark must not turn it."""
    kinds = (unicodedata.bidirectional(char) for char in text[:REST])
    return _RTL if next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L" else _LTR


def _units(text: str) -> int:
    """How many of Qt's characters a text has: an emoji has two."""
    return len(text.encode("utf-16-le")) // 2
