"""The head of the check page where several shops are in use: how many products are ready for each, and for which shop
the catalogue is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from hkj_desktop.system.destinations import Unit
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto, tooltip_safe
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.theme import metrics
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl
from hkj_desktop.ui.widgets.labels import Label

#: Letters of all names together, so that the bar beside them keeps its place in a narrow window.
LETTERS, LEAST = 56, 8


class ShopLens(QWidget):
    """One of the shops in use; hidden where there is one alone. ``chosen(id)`` only when the person changes it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shops: tuple[tuple[str, str], ...] = ()
        self.shops: SegmentedControl | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(metrics().space_m)
        self._row.addWidget(Label(self.tr("For:"), quiet=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_for(self, file: Opened, chosen: str = "") -> None:
        """The shops that ``file`` is checked for, and the one whose view is shown or (``chosen``) is to be."""
        shops = tuple((shop.id, say.shop(shop.id, shop.name)) for shop in file.shops)
        if shops != self._shops:  # else the control stays, and the keyboard in it
            self._shops = shops
            self._build()
        if self.shops is not None:
            self.shops.set_chosen(chosen or file.lens)
        self.setVisible(self.shops is not None)

    def _build(self) -> None:
        if self.shops is not None:
            self._row.removeWidget(self.shops)
            self.shops.hide()
            self.shops.deleteLater()
            self.shops = None
        if len(self._shops) < 2:
            return
        most = max(LEAST, LETTERS // len(self._shops))
        choices = [Choice(key, _short(display_safe(name), most)) for key, name in self._shops]
        self.shops = SegmentedControl(choices, spoken=self.tr("Show what is wrong for"))
        self.shops.chosen.connect(self.chosen)
        self._row.addWidget(self.shops)
        for segment, (_, name) in zip(self.shops.findChildren(QRadioButton), self._shops, strict=True):
            segment.setAccessibleName(display_safe(name))
            segment.setToolTip(tooltip_safe(name) if len(name) > most else "")


def _short(name: str, most: int) -> str:
    """``name`` without its middle: branches of one shop differ at the end."""
    half = most // 2
    return name if len(name) <= most else f"{name[:half].rstrip()}…{name[half - most + 1 :].lstrip()}"


class ReadyWords(QObject):
    """What the line below the file's name says of the shops."""

    def of_shops(self, file: Opened) -> list[str]:
        """For each of several shops how many products are ready for it."""
        said = []
        for shop in file.shops:
            counts = file.payloads[shop.id].checked.counts
            text = self.tr("{shop}: {ready} of {total} ready").format(
                shop=isolate_auto(display_safe(say.shop(shop.id, shop.name))),
                ready=say.number(counts.ready),
                total=say.number(counts.total),
            )
            items = self.of_items(file, shop.id)
            said.append(self.tr("{shop} ({items})").format(shop=text, items=items) if items else text)
        return said

    def of_items(self, file: Opened, shop_id: str) -> str:
        """Where a product goes to several stores of a shop: how many items that makes; else nothing."""
        payload = file.payloads[shop_id]
        stores = next(len(shop.store_ids) for shop in file.shops if shop.id == shop_id)
        if payload.system.unit is not Unit.ITEM or stores < 2:
            return ""
        products = payload.checked.counts.total
        items = say.counted(self.tr("%n item(s)", "", payload.count), payload.count)
        if payload.count == products * stores:
            pattern = self.tr("{products} × {stores} = {items}")
        else:  # variants are items of their own, and a row that names its store goes to that one alone
            pattern = self.tr("{items} in {stores}")
        return pattern.format(
            products=say.counted(self.tr("%n product(s)", "", products), products),
            stores=self.tr("%n store(s)", "", stores),
            items=items,
        )
