"""A catalogue at a glance: four small charts side by side; a click on a part filters by it, another takes it off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hkj_desktop.ui.theme import metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.chart import HEIGHT, LEAST_WIDTH, Chart
from hkj_desktop.ui.widgets.glance_charts import CategoryChart, StateChart
from hkj_desktop.ui.widgets.glance_figures import PriceChart, StockChart

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    from hkj_desktop.catalog.glance import Glance

#: Below this width there is room for two charts.
NARROW_BELOW = 880
ROOM_FOR = 2


class GlanceStrip(QWidget):
    """``state_chosen``: 0 ready, 1 worth a look, 2 not ready; ``category_chosen``: the exact path, "" for products
    without one (catalog/glance.py says which products each is of); ``price_chosen``: lowest and highest fils, both
    included; each of them None when the choice is taken off. ``sold_out_chosen``: whether only those are wanted.

    It shows what was chosen by itself; ``set_…`` show a filter that came from elsewhere, and say nothing.
    """

    state_chosen = Signal(object)
    category_chosen = Signal(object)
    price_chosen = Signal(object)
    sold_out_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states = StateChart(self)
        self.categories = CategoryChart(self)
        self.prices = PriceChart(self)
        self.stock = StockChart(self)
        #: Chart and its share of the width, in reading order.
        self._charts: tuple[tuple[Chart, int], ...] = (
            (self.states, 22),
            (self.categories, 31),
            (self.prices, 28),
            (self.stock, 19),
        )
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("At a glance"))
        self.states.chosen.connect(self.state_chosen)
        self.categories.chosen.connect(self.category_chosen)
        self.prices.chosen.connect(self.price_chosen)
        self.stock.chosen.connect(lambda value: self.sold_out_chosen.emit(bool(value)))
        for chart, _ in self._charts:
            chart.chosen.connect(self._place)

    def set_glance(self, glance: Glance | None) -> None:
        """Show the figures of a catalogue; None: of nothing. The choices stay."""
        for chart in (self.states, self.categories, self.prices, self.stock):
            chart.show_glance(glance)

    # -- the filter that is in force ----------------------------------------------------------------------------------

    def set_state(self, state: int | None) -> None:
        self._set(self.states, state)

    def set_category(self, path: str | None) -> None:
        self._set(self.categories, path)

    def set_price(self, between: tuple[int, int] | None) -> None:
        self._set(self.prices, between)

    def set_sold_out(self, only: bool) -> None:  # a slot
        self._set(self.stock, True if only else None)

    def set_nothing(self) -> None:
        """No filter is in force."""
        for chart, _ in self._charts:
            chart.set_chosen(None)
        self._place()

    def _set(self, chart: Chart, value: Any) -> None:
        chart.set_chosen(value)
        self._place()

    # -- layout -------------------------------------------------------------------------------------------------------

    def shown(self) -> list[Chart]:
        """The charts that there is room for. In a narrow window those that nothing else on the page tells: categories
        and prices (the states have words and a bar above). One by which is filtered is never hidden."""
        if self.width() >= px(NARROW_BELOW):
            return [chart for chart, _ in self._charts]
        chosen = [chart for chart, _ in self._charts if chart.chosen_value() is not None]
        usual = [chart for chart in (self.categories, self.prices) if chart not in chosen]
        kept = [*chosen, *usual[: max(0, ROOM_FOR - len(chosen))]]
        return [chart for chart, _ in self._charts if chart in kept]

    def _place(self, _value: object = None) -> None:
        shown, gap = self.shown(), metrics().space_m
        shares = {chart: share for chart, share in self._charts if chart in shown}
        room, x = self.width() - gap * (len(shown) - 1), 0
        for chart, _ in self._charts:
            chart.setVisible(chart in shown)
        for chart in shown:
            width = room * shares[chart] // sum(shares.values())
            if chart is shown[-1]:
                width = self.width() - x
            chart.setGeometry(painting.visual(self, QRect(x, 0, width, self.height())))
            x += width + gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def sizeHint(self) -> QSize:
        return QSize(px(NARROW_BELOW), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(ROOM_FOR * px(LEAST_WIDTH) + metrics().space_m, px(HEIGHT))
