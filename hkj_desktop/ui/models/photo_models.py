"""Photos of a folder and the products that they belong to: who has which, and the lists that a dialog shows of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.opened import PHOTO
from hkj_desktop.ui.theme import Role

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.photos import PhotoMatch

#: So many products are listed for what was typed.
LISTED = 50
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Products:
    """The products of a catalogue. ``frame``: ``product``, ``sku``, ``title_en`` and ``title_ar`` of each, by their
    numbers."""

    checked: Checked
    frame: pl.DataFrame

    @staticmethod
    def of(checked: Checked) -> Products:
        """Costs some milliseconds for 100,000 products: call it in a task."""
        import polars as pl

        first = [pl.col(name).drop_nulls().first() for name in ("sku", "title_en", "title_ar")]
        return Products(checked, checked.products.rows.group_by("product").agg(first).sort("product"))

    def names(self, product: int) -> tuple[str, str]:
        """Title and SKU of one product; the title in the language of the window, where it has one."""
        at = int(self.frame["product"].search_sorted(product))
        english, arabic = self.frame["title_en"][at] or "", self.frame["title_ar"][at] or ""
        sku = self.frame["sku"][at] or ""
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return ((arabic or english) if mirrored else (english or arabic)) or sku, sku

    def search(self, text: str) -> tuple[list[int], int]:
        """The first :data:`LISTED` products with ``text`` in a code, title, brand or category, those that begin with it
        first; and how many there are. For a task."""
        import polars as pl

        from hkj_desktop.catalog.cards import fitting

        found = self.frame.filter(fitting(self.frame, self.checked, text=text))
        lower = [pl.col(name).str.to_lowercase().fill_null("") for name in ("sku", "title_en", "title_ar")]
        exact = pl.any_horizontal(one == text.lower() for one in lower)
        begins = pl.any_horizontal(one.str.starts_with(text.lower()) for one in lower)
        rank = pl.when(exact).then(0).when(begins).then(1).otherwise(2)
        return found.sort(rank, maintain_order=True)["product"].head(LISTED).to_list(), found.height


class Placing:
    """Which photo stands with which product: as their names say, until the person says otherwise."""

    def __init__(self, matched: PhotoMatch) -> None:
        self._first: Mapping[int, Sequence[str]] = matched.placed
        self._origin = {name: product for product, names in matched.placed.items() for name in names}
        self._hand: dict[str, int | None] = {}
        self._counts = {product: len(names) for product, names in matched.placed.items()}
        self._products = len(matched.placed) + len(matched.without)

    def product_of(self, name: str) -> int | None:
        """The product that a photo stands with."""
        return self._hand[name] if name in self._hand else self._origin.get(name)

    def place(self, name: str, product: int | None) -> None:
        """The person says with which product a photo stands; None: with none."""
        before = self.product_of(name)
        self._hand.pop(name, None)
        if product != self._origin.get(name):
            self._hand[name] = product  # behind those that were placed earlier
        for one, more in ((before, -1), (product, 1)):
            if one is not None:
                self._counts[one] = self._counts.get(one, 0) + more

    def chosen(self) -> dict[int, tuple[str, ...]]:
        """Product → its photos, with those that were placed by hand behind the others."""
        found = {product: [n for n in names if n not in self._hand] for product, names in self._first.items()}
        for name, product in self._hand.items():
            if product is not None:
                found.setdefault(product, []).append(name)
        return {product: tuple(names) for product, names in found.items() if names}

    def having(self) -> int:
        """How many products have a photo."""
        return sum(count > 0 for count in self._counts.values())

    def without(self) -> int:
        """How many have none."""
        return self._products - self.having()


class _Lines(QAbstractTableModel):
    """One column of cells that are made when they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def cell(self, row: int) -> Cell:
        """What stands on a line."""
        raise NotImplementedError

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        raise NotImplementedError

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def spoken(self, cell: Cell) -> str:
        """A line for a screen reader."""
        return ". ".join(part for part in (cell.shown(cell.text), cell.shown(cell.second)) if part)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (CELL_ROLE, _DISPLAY, _TOOLTIP, _SPOKEN) or not index.isValid():
            return None
        cell = self.cell(index.row())
        if role == CELL_ROLE:
            return cell
        if role == _SPOKEN:
            return self.spoken(cell)
        if role == _TOOLTIP:
            return tooltip_safe("\n".join(part for part in (cell.text, cell.second) if part))
        return cell.shown(cell.text)


class PhotosModel(_Lines):
    """A line for each photo: its name, and the product that it stands with."""

    def __init__(
        self, placing: Placing, products: Products, paths: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._placing, self._products, self._paths = placing, products, paths
        self._names: Sequence[str] = ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._names)

    def show_names(self, names: Sequence[str]) -> None:
        """Other photos."""
        self.beginResetModel()
        self._names = names
        self.endResetModel()

    def name(self, row: int) -> str:
        """The name of the photo on a line."""
        return self._names[row]

    def address(self, row: int) -> str:
        """What a picture store knows the photo by."""
        return PHOTO + self._paths[self._names[row]]

    def changed(self, row: int) -> None:
        """The photo on this line stands with another product."""
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def cell(self, row: int) -> Cell:
        name = self._names[row]
        product = self._placing.product_of(name)
        if product is None:
            return Cell(name, self.tr("No product yet"), strong=True, key=self.address(row))
        title, _sku = self._products.names(product)
        return Cell(name, title, strong=True, pill=None, icon=Icon.CIRCLE_CHECK, key=self.address(row))


class HitsModel(_Lines):
    """A line for each product that a photo may belong to; the one that it stands with is marked."""

    def __init__(self, products: Products, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._products = products
        self._hits: Sequence[int] = ()
        self._chosen: int | None = None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def show_hits(self, hits: Sequence[int], chosen: int | None) -> None:
        """These products, in this order."""
        self.beginResetModel()
        self._hits, self._chosen = hits, chosen
        self.endResetModel()

    def set_chosen(self, chosen: int | None) -> None:
        """The photo stands with this product now."""
        self._chosen = chosen
        if self._hits:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._hits) - 1, 0))

    def product(self, row: int) -> int:
        """The product on a line."""
        return self._hits[row]

    def cell(self, row: int) -> Cell:
        product = self._hits[row]
        title, sku = self._products.names(product)
        chosen = product == self._chosen
        icon = Icon.CIRCLE_CHECK if chosen else Icon.CIRCLE
        return Cell(title, sku, icon=icon, icon_role=Role.GOOD if chosen else Role.BORDER_STRONG, strong=chosen)

    def spoken(self, cell: Cell) -> str:
        said = super().spoken(cell)
        chosen = self.tr("Chosen")
        return f"{said}. {chosen}" if cell.strong else said
