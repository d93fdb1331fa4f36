"""What a plan changes, a row for each field: product, field, before, after."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
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

PRODUCT, FIELD, BEFORE, AFTER = range(4)
FILS = "price_fils"
Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_NOWHERE = QModelIndex()


class ChangesModel(QAbstractTableModel):
    """At most a few thousand rows: of more changes only the first are kept (uploads/compare.py)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[ChangedProduct | None, Difference | None, str]] = []
        self._fields: FieldSet | None = None

    def set_changes(self, changes: Sequence[ChangedProduct], fields: FieldSet) -> None:
        self.beginResetModel()
        self._fields = fields
        self._rows = [(one, difference, one.key) for one in changes for difference in one.fields]
        self.endResetModel()

    def set_gone(self, keys: Sequence[str]) -> None:
        """Products by their keys, of which nothing else is to be told."""
        self.beginResetModel()
        self._rows = [(None, None, key) for key in keys]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else AFTER + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            PRODUCT: self.tr("Product"),
            FIELD: self.tr("Field"),
            BEFORE: self.tr("The shop has now"),
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
        product, difference, key = self._rows[row]
        if product is None or difference is None:
            stays = self.tr("Stays in the shop")
            return (
                Cell(key.partition(":")[2], ltr=True) if column == PRODUCT else Cell(stays if column == AFTER else "")
            )
        if column == PRODUCT:
            return Cell(self._name(product), strong=True)
        if column == FIELD:
            return Cell(say.field(difference.field), quiet=True)
        value = difference.before if column == BEFORE else difference.after
        known = self._fields.by_name.get(difference.field) if self._fields else None
        text, ltr = shown(difference.field, value), known is None or known.left_to_right
        return Cell(text, quiet=column == BEFORE, strong=column == AFTER, ltr=ltr)

    def _name(self, product: ChangedProduct) -> str:
        arabic = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        titles = ("title_ar", "title_en") if arabic else ("title_en", "title_ar")
        found = next((product.content[name] for name in titles if product.content.get(name)), None)
        return str(found or product.key.partition(":")[2])


def shown(field: str, value: Any) -> str:
    """A value of the wire as a person reads it: fils in dinars, variants by their codes and prices."""
    if value is None:
        return "—"
    if field == FILS and isinstance(value, int):
        return f"{Decimal(value) / 1000:.3f} JOD"
    if isinstance(value, list):
        return "; ".join(" ".join(shown(name, one) for name, one in variant.items()) for variant in value)
    return str(value)
