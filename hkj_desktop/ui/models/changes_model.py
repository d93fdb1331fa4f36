"""What a plan changes, a row for each field: product, field, before, after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell

if TYPE_CHECKING:
    from hkj_desktop.catalog.compare import Difference
    from hkj_desktop.catalog.fields import FieldSet
    from hkj_desktop.uploads.compare import ChangedProduct
    from hkj_desktop.uploads.known import Content

PRODUCT, FIELD, BEFORE, AFTER = range(4)
FILS = "price_fils"
#: Fils are shown in dinars, and so by the name of that field.
NAMED_AS = {FILS: "price_jod"}
Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_NOWHERE = QModelIndex()


class ChangesModel(QAbstractTableModel):
    """At most a few thousand rows: of more changes only the first are kept (uploads/compare.py)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, Content, Difference | None]] = []
        self._fields: FieldSet | None = None
        self._names: Mapping[str, str] = {}
        self._gone = False
        self._note = ""

    def set_changes(
        self, changes: Sequence[ChangedProduct], fields: FieldSet, names: Mapping[str, str] | None = None
    ) -> None:
        """``names``: what the system calls a field → the field."""
        self.beginResetModel()
        self._fields, self._names = fields, names or {}
        self._gone = False
        self._rows = [(one.key, one.content, difference) for one in changes for difference in one.fields]
        self.endResetModel()

    def set_products(self, gone: Sequence[tuple[str, Content]], note: str) -> None:
        """Products of which one thing is to be told: key, values, and what."""
        self.beginResetModel()
        self._note = note
        self._gone = True
        self._rows = [(key, content, None) for key, content in gone]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else AFTER + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        if self._gone:
            return {PRODUCT: self.tr("Product"), FIELD: self.tr("SKU")}.get(section, "")
        return {
            PRODUCT: self.tr("Product"),
            FIELD: self.tr("Field"),
            BEFORE: self.tr("Last sent from here"),
            AFTER: self.tr("Will be"),
        }[section]

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (CELL_ROLE, _DISPLAY, _TOOLTIP) or not index.isValid():
            return None
        cell = self._cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        return cell.text if role == _DISPLAY else tooltip_safe(cell.text) or None

    def _cell(self, row: int, column: int) -> Cell:
        key, content, difference = self._rows[row]
        if column == PRODUCT:
            return Cell(self._name(key, content), strong=True)
        if difference is None:
            note = self._note if column == BEFORE else ""
            return Cell(key.partition(":")[2], ltr=True) if column == FIELD else Cell(note)
        if column == FIELD:
            field = self._names.get(difference.field, difference.field)
            return Cell(say.field(NAMED_AS.get(field, field)), quiet=True)
        value = difference.before if column == BEFORE else difference.after
        known = self._fields.by_name.get(difference.field) if self._fields else None
        ltr = (known is None or known.left_to_right) and difference.field != FILS  # the unit has its own direction
        text = shown(difference.field, value)
        return Cell(text, quiet=column == BEFORE, strong=column == AFTER, ltr=ltr)

    def _name(self, key: str, content: Content) -> str:
        arabic = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        titles = ("title_ar", "title_en") if arabic else ("title_en", "title_ar")
        found = next((content[name] for name in (*titles, "item_name") if content.get(name)), None)
        return str(found or key.partition(":")[2])


def shown(field: str, value: Any) -> str:
    """A value of the wire as a person reads it: fils in dinars, variants by their codes and prices."""
    if value is None:
        return "—"
    if field == FILS and isinstance(value, int):
        return say.money_alone(say.dinars(value))
    if isinstance(value, list):
        return say.listed(" ".join(shown(name, one) for name, one in variant.items()) for variant in value)
    return str(value)
