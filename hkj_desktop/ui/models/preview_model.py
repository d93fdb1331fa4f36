"""The lines of a preview: a tick, place, product, field, before and after; read a page at a time, so that 100,000 open
at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto, tooltip_safe
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.frame_model import KEPT_PAGES, PAGE
from hkj_desktop.ui.theme import Role, Tone

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.preview import PreviewRows

TICK, PLACE, PRODUCT, FIELD, BEFORE, AFTER = range(6)
#: Values that begin alike are cut before they differ, and this much of what they share is kept.
SHARED, KEPT = 40, 16
SPACE_MARK = "␣"
_DISPLAY = Qt.ItemDataRole.DisplayRole
_CHECK = Qt.ItemDataRole.CheckStateRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SERVED = frozenset({_DISPLAY, _CHECK, _TOOLTIP, _SPOKEN, CELL_ROLE})
_NOWHERE = QModelIndex()
_SPACE = r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_ODD_SPACES = re.compile(rf"^{_SPACE}+|{_SPACE}+$|[ ]{{2,}}|[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ChangeCell(Cell):
    """``ticked``: a box to tick; None where there is none. ``struck``: what goes away. ``warning``: the second line is
    one. ``whole``: the value as it is, for whoever wants to read all of it."""

    ticked: bool | None = None
    struck: bool = False
    warning: bool = False
    whole: str = ""


class PreviewModel(QAbstractTableModel):
    """``ticks_changed``: other lines are ticked than before."""

    ticks_changed = Signal()

    def __init__(self, rows: PreviewRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._ticked = bytearray(b"\x01") * len(rows)
        self._count = len(rows)
        self._pages: dict[int, list[tuple[ChangeCell, ...]]] = {}

    # -- ticks --------------------------------------------------------------------------------------------------------

    def ticked(self) -> int:
        """How many lines are ticked."""
        return self._count

    def is_ticked(self, row: int) -> bool:
        return bool(self._ticked[row])

    def tick(self, rows: list[int], *, wanted: bool) -> None:
        """Tick these lines, or take their ticks away."""
        for row in rows:
            self._ticked[row] = wanted
        self._told(min(rows, default=0), max(rows, default=-1))

    def tick_all(self, *, wanted: bool) -> None:
        self._ticked = bytearray(b"\x01" if wanted else b"\x00") * len(self._rows)
        self._told(0, len(self._rows) - 1)

    def _told(self, first: int, last: int) -> None:
        if last < first:
            return
        self._count = self._ticked.count(1)
        self._pages.clear()
        self.dataChanged.emit(self.index(first, TICK), self.index(last, AFTER))
        self.ticks_changed.emit()

    def accepted(self) -> pl.DataFrame:
        """The ticked lines."""
        import polars as pl

        frame = self._rows.frame
        return frame if self._count == frame.height else frame.filter(pl.Series(list(self._ticked)).cast(pl.Boolean))

    # -- for the view -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else AFTER + 1

    def title(self, column: int) -> str:
        return {
            TICK: "",
            PLACE: self.tr("Place"),
            PRODUCT: self.tr("Product"),
            FIELD: self.tr("Field"),
            BEFORE: self.tr("Before"),
            AFTER: self.tr("After"),
        }[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role == _SPOKEN and section == TICK:
            return self.tr("Change it")
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return self.title(section)

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else known

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _SERVED or not index.isValid():
            return None
        if role == _CHECK:
            if index.column() != TICK:
                return None
            return Qt.CheckState.Checked if self._ticked[index.row()] else Qt.CheckState.Unchecked
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == _DISPLAY:
            return cell.text
        return self._spoken(cell, index.column()) if role == _SPOKEN else self._tooltip(cell)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or index.column() != TICK:
            return False
        self.tick([index.row()], wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def cell(self, row: int, column: int) -> ChangeCell:
        page = row // PAGE
        if page not in self._pages:
            while len(self._pages) >= KEPT_PAGES:
                del self._pages[next(iter(self._pages))]
            lines = self._rows.frame.slice(page * PAGE, PAGE).iter_rows(named=True)
            self._pages[page] = [self._cells(page * PAGE + at, line) for at, line in enumerate(lines)]
        return self._pages[page][row - page * PAGE][column]

    # -- one line -----------------------------------------------------------------------------------------------------

    def _cells(self, row: int, line: dict[str, Any]) -> tuple[ChangeCell, ...]:
        from hkj_desktop.catalog.preview import Row

        leaves = line["kind"] == Row.LEFT_OUT
        before, after = (
            (ChangeCell(), self._leaves()) if leaves else self._values(line, conflict=line["kind"] == Row.CONFLICT)
        )
        titles = ("title_ar", "title_en") if _arabic() else ("title_en", "title_ar")
        name = next((line[title] for title in titles if line[title]), None)
        sku = display_safe(line["sku"] or "")
        return (
            ChangeCell(ticked=bool(self._ticked[row])),
            ChangeCell(f"{line['letter'] or ''}{line['row'] or ''}", ltr=True),
            ChangeCell(name or line["sku"] or "", second=sku if name else "", strong=True),
            ChangeCell(self._field(line, leaves=leaves), quiet=True, ours=True),
            before,
            after,
        )

    def _field(self, line: dict[str, Any], *, leaves: bool) -> str:
        if leaves:
            return self.tr("The whole row")
        return say.field(line["field"]) if line["field"] else display_safe(line["header"] or "")

    def _leaves(self) -> ChangeCell:
        return ChangeCell(self.tr("Left out"), icon=Icon.MINUS, icon_role=Role.WARN, pill=Tone.WARN, ours=True)

    def _values(self, line: dict[str, Any], *, conflict: bool) -> tuple[ChangeCell, ChangeCell]:
        was, will = line["before"] or "", line["after"] or ""
        known = self._rows.fields.by_name.get(line["field"] or "")
        ltr = known is not None and known.left_to_right
        shown_was, shown_will = differing(was, will)
        second = ""
        if conflict:
            now = isolate_auto(display_safe(line["now"] or "—", 80))
            second = self.tr("Now it says: {value}").format(value=now)
        return (
            ChangeCell(
                shown_was, second, pill=Tone.NEUTRAL, struck=bool(was), ltr=ltr, ours=True, warning=conflict, whole=was
            ),
            ChangeCell(
                shown_will,
                icon=Icon.CHECK if will else Icon.X,
                icon_role=Role.GOOD,
                pill=Tone.GOOD,
                ltr=ltr,
                ours=True,
                whole=will,
            ),
        )

    def _tooltip(self, cell: ChangeCell) -> str | None:
        return tooltip_safe("\n".join(part for part in (cell.whole or cell.text, cell.second) if part)) or None

    def _spoken(self, cell: ChangeCell, column: int) -> str:
        if cell.ticked is not None:
            return self.tr("Change it") if cell.ticked else self.tr("Leave it as it is")
        text = cell.whole or cell.text
        if column in (BEFORE, AFTER) and not text:
            text = self.tr("empty")
        return f"{self.title(column)}: {text} {cell.second}".strip()


def differing(before: str, after: str) -> tuple[str, str]:
    """Both values as they are shown: a long beginning that they share is cut, spaces that nobody sees are marked."""
    same = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        same += 1
    cut = same - KEPT if same > SHARED and (before or after) else 0
    return (_shown(before, cut), _shown(after, cut))


def _shown(text: str, cut: int) -> str:
    marked = _ODD_SPACES.sub(lambda match: SPACE_MARK * len(match.group()), text[cut : cut + 500])
    return display_safe(f"…{marked}" if cut else marked)


def _arabic() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
