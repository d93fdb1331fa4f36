"""What a shopper would read of a product: its names, price, stock and category."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.pages.product_fields import price_text
from hkj_desktop.ui.pages.product_view import ProductView
from hkj_desktop.ui.theme import Tone, Type, metrics
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.labels import Label

LONGEST = 300


class ShopperCard(Card):
    """The cleaned values, as they would be sent: not the cells as they were typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=metrics().space_l)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.setSpacing(metrics().space_xs)
        self._first = Label("", Type.STRONG, wrap=True)
        self._second = Label("", wrap=True)
        self._price = Label("", Type.PRICE, wrap=True)
        self._stock = Label("", quiet=True)
        self._category = Label("", Type.SMALL, quiet=True, wrap=True)
        self._brand = Label("", Type.SMALL, quiet=True, wrap=True)
        self.body.addWidget(Label(self.tr("As a shopper sees it"), Type.CAPTION, quiet=True))
        self.body.addWidget(self._first)
        self.body.addWidget(self._second)
        self.body.addSpacing(metrics().space_xs)
        self.body.addWidget(self._price)
        self.body.addWidget(self._stock)
        self.body.addSpacing(metrics().space_xs)
        self.body.addWidget(self._category)
        self.body.addWidget(self._brand)

    def show_product(self, view: ProductView) -> None:
        arabic = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        own, other = ("ar", "en") if arabic else ("en", "ar")
        first, second = view.first(f"title_{own}"), view.first(f"title_{other}")
        self._first.setText(display_safe(first or second or self.tr("No name"), LONGEST))
        self._show(self._second, second if first else "")
        self._price.setText(self._price_words(view.prices))
        self._price.set_tone(None, quiet=not view.prices)
        self._show_stock(view.stock)
        paths = [view.first(f"category_{language}") for language in (own, other)]
        self._show(self._category, next((path for path in paths if path), ""))
        words = [isolate_auto(display_safe(view.first("brand"), LONGEST))] if view.first("brand") else []
        if len(view.variants) > 1:
            words.append(say.counted(self.tr("%n variant(s)", "", len(view.variants)), len(view.variants)))
        self._brand.setText(" · ".join(words))
        self._brand.setVisible(bool(words))

    def _price_words(self, prices: list[int]) -> str:
        if not prices:
            return self.tr("No price")
        least, most = min(prices), max(prices)
        if least == most:
            return price_text(least)
        return say.money(f"{say.dinars(least)} – {say.dinars(most)}")

    def _show_stock(self, stock: int | None) -> None:
        if stock is None:
            self._stock.setText(self.tr("Stock is not given"))
        elif stock <= 0:
            self._stock.setText(self.tr("Sold out"))
        else:
            self._stock.setText(self.tr("{n} in stock").format(n=say.number(stock)))
        self._stock.set_tone(Tone.WARN if stock is not None and stock <= 0 else None, quiet=stock is None or stock > 0)

    @staticmethod
    def _show(label: Label, text: str) -> None:
        label.setText(display_safe(text, LONGEST))
        label.setVisible(bool(text))

    def words(self) -> list[str]:
        """What it says, for whoever reads it out."""
        return [label.text() for label in self.findChildren(Label) if label.isVisibleTo(self) and label.text()]
