"""The catalogue as cards: a row for each product, in the order and the groups that the person chose."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import destination
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate, tooltip_safe
from hkj_desktop.ui.delegates.base import Cell
from hkj_desktop.ui.delegates.card import Card
from hkj_desktop.ui.models import light_columns as lights
from hkj_desktop.ui.models.frame_model import Asked, FrameModel, Index
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.tasks import Runner

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.problems import Problem


class Order(IntEnum):
    """In which order cards stand."""

    FILE = 0
    TITLE = 1
    PRICE = 2
    STOCK = 3


#: Beside the order in the number of the column by which is sorted: in groups, by the Arabic words.
_ORDER, _GROUPED, _ARABIC = 3, 4, 8
LONGEST_BADGE = 12
#: The category by which a row is grouped; "" for those without one.
_GROUP = "_group"
_COLUMNS = (
    "product", "index", "sku", "title_en", "title_ar", "fils", "fils_to", "stock", "category_en", "category_ar",
    "variants", "picture", "state", "code", "field", "value", "limit", "other", "source", "severity",
)  # fmt: skip


class CardModel(FrameModel):
    """Its source is :class:`Opened`; it has one column, of :class:`Card`. Text is looked for in SKU, barcode, titles,
    brand and category. Order and groups stay when another file is shown, unless that is shown in its own order."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(runner, _card_rows, Order.FILE, parent)
        self._grouped = False
        self._groups: tuple[pl.DataFrame | None, list[tuple[int, int, str]]] = (None, [])

    def all_rows(self, source: Opened) -> pl.DataFrame:
        return source.cards

    def rows_like(self, source: Opened, shown: pl.DataFrame) -> pl.DataFrame:
        """The products that begin on the rows on which the shown ones begin; each stays in the group that it is in."""
        import polars as pl

        first = shown.select("index", *(name for name in (_GROUP,) if name in shown.columns))
        found = first.join(source.cards, on="index", how="inner", maintain_order="left")
        return found.select(*source.cards.columns, *(pl.col(name) for name in first.columns if name != "index"))

    def columns(self) -> int:
        return 1

    def title(self, column: int) -> str:  # noqa: ARG002 - there is one
        return self.tr("Product")

    def take_over(self, old: Self) -> None:
        self._grouped = old._grouped
        super().take_over(old)
        if self._grouped or self.order()[0] is Order.TITLE:
            self._ask(replace(self._asked, like=None))  # in another language they stand in another order

    # -- order and groups ---------------------------------------------------------------------------------------------

    def order(self) -> tuple[Order, bool]:
        """The order that was asked for, and whether it runs downwards."""
        return Order(self._asked.column & _ORDER), self._asked.descending

    def set_order(self, order: Order, *, descending: bool = False) -> None:
        if (order, descending) != self.order():
            self._ask(replace(self._asked, column=int(order), descending=descending))

    def is_grouped(self) -> bool:
        return self._grouped

    def set_grouped(self, grouped: bool) -> None:
        """Whether the products of a category stand together, those without one last."""
        if grouped != self._grouped:
            self._grouped = grouped
            self._ask(replace(self._asked, like=None))

    def _ask(self, asked: Asked) -> None:
        column = asked.column & _ORDER
        if self._grouped:
            column |= _GROUPED
        if _arabic() and (self._grouped or column == Order.TITLE):
            column |= _ARABIC
        super()._ask(asked if column == asked.column else replace(asked, column=column))

    def groups(self) -> list[tuple[int, int, str]]:
        """First row, number of rows and name of each group that is shown; none where products are not grouped."""
        frame = self.shown()
        if frame is None or _GROUP not in frame.columns:
            return []
        if self._groups[0] is not frame:
            runs = frame[_GROUP].rle().struct.unnest()
            counts, found, first = runs["len"].to_list(), [], 0
            for count, name in zip(counts, runs["value"].to_list(), strict=True):
                found.append((first, count, name or self.tr("Without a category")))
                first += count
            self._groups = (frame, found)
        return self._groups[1]

    # -- products -----------------------------------------------------------------------------------------------------

    def position_of(self, product: int) -> int | None:
        """On which shown row a product stands, if it is shown."""
        frame = self.shown()
        if frame is None:
            return None
        found = (frame["product"] == product).arg_true()
        return int(found[0]) if found.len() else None

    def product_at(self, row: int) -> int:
        """The number of the product on a shown row."""
        frame = self.shown()
        assert frame is not None  # noqa: S101 - there is a row, so there is a frame
        return int(frame["product"][row])

    def card(self, row: int) -> Card:
        """The card on a shown row."""
        found = self.cell(row, 0)
        assert isinstance(found, Card)  # noqa: S101 - the model makes no other
        return found

    def place(self) -> tuple[object, ...]:
        """What decides which product stands where: while it stays, a view keeps its place in a changed catalogue."""
        shown = self._shown
        base = id(shown.source.draft.base) if shown.source is not None else None
        return base, shown.filter, shown.column, shown.descending

    # -- cards --------------------------------------------------------------------------------------------------------

    def cells_of(self, page: pl.DataFrame) -> list[tuple[Cell, ...]]:
        opened: Opened = self.source()
        names = _badges(opened)
        states = [light.gather(page["index"]).to_list() for light in opened.lights.values()]
        of_rows = [tuple(zip(names, row, strict=True)) for row in zip(*states, strict=True)] or [()] * page.height
        arabic = _arabic()
        # Column by column: polars' engine may be at work on a check, and the window does not wait for it.
        columns = [page[name].to_list() for name in _COLUMNS]
        rows = (dict(zip(_COLUMNS, values, strict=True)) for values in zip(*columns, strict=True))
        return [(self._card(row, badges, arabic),) for row, badges in zip(rows, of_rows, strict=True)]

    def _card(self, row: dict[str, object], badges: tuple[tuple[str, int], ...], arabic: bool) -> Card:
        values: dict[str, str] = {name: str(value) for name, value in row.items() if value is not None}
        english, other = values.get("title_en", ""), values.get("title_ar", "")
        first, second = (other, english) if arabic else (english, other)
        paths = [values.get(f"category_{one}", "") for one in ("en", "ar")]
        fils, most, stock = row["fils"], row["fils_to"], row["stock"]
        problem = _problem(row)
        return Card(
            text=first or second or values.get("sku", ""),
            product=int(values["product"]),
            title_en=english,
            title_ar=other,
            price=say.dinars(fils) if isinstance(fils, int) else "",
            has_range=fils != most,
            stock=self._stock(stock) if isinstance(stock, int) else "",
            stock_number=say.number(stock) if isinstance(stock, int) else "",
            sold_out=isinstance(stock, int) and stock <= 0,
            category=paths[arabic] or paths[not arabic],
            variants=self._variants(int(values["variants"])),
            picture=values.get("picture"),
            state=int(values["state"]),
            problem=say.problem(problem).title if problem is not None else "",
            kind=say.kind(problem.code) if problem is not None else "",
            badges=badges,
        )

    def _stock(self, stock: int) -> str:
        """In words; a sum below zero is sold out as well."""
        return say.counted(self.tr("%n in stock", "", stock), stock) if stock > 0 else self.tr("sold out")

    def _variants(self, count: int) -> str:
        return say.counted(self.tr("%n variant(s)", "", count), count) if count > 1 else ""

    # -- what is told -------------------------------------------------------------------------------------------------

    def spoken(self, cell: Cell, index: Index) -> str:  # noqa: ARG002 - there is one column
        if not isinstance(cell, Card):
            return ""
        return ". ".join(part for part in (cell.shown(cell.text), *self._facts(cell), *self._standing(cell)) if part)

    def tooltip(self, cell: Cell) -> str | None:
        if not isinstance(cell, Card):
            return None
        titles = [cell.title_ar, cell.title_en] if _arabic() else [cell.title_en, cell.title_ar]
        lines = [*titles, cell.category, " · ".join(part for part in self._facts(cell) if part), *self._standing(cell)]
        return tooltip_safe("\n".join(line for line in lines if line)) or None

    def _facts(self, card: Card) -> list[str]:
        price = self.tr("No price")
        if card.price:
            pattern = self.tr("from {price} dinars") if card.has_range else self.tr("{price} dinars")
            price = pattern.format(price=isolate(card.price))
        return [price, card.stock, card.variants]

    def _standing(self, card: Card) -> list[str]:
        """How the product stands, for each shop where there are several, and the worst that is wrong."""
        said = [lights.word(card.state)]
        if card.badges:
            pattern = self.tr("{shop}: {state}")
            said = [pattern.format(shop=name, state=lights.word(light)) for name, light in card.badges]
        return [*said, card.problem]


def _badges(opened: Opened) -> list[str]:
    """A short name for each shop that is in use: the first word of its system's, where that tells it from the others,
    else what the person calls it."""
    systems = [destination(shop.destination).name.split()[0] for shop in opened.shops]
    counted = Counter(systems)
    return [
        system if counted[system] == 1 else display_safe(name, LONGEST_BADGE)
        for system, name in zip(systems, lights.shop_names(opened), strict=True)
    ]


def _arabic() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _problem(row: dict[str, object]) -> Problem | None:
    """The worst problem of a product, to be put into words."""
    from hkj_desktop.catalog.problems import Problem, Severity, Source

    if row["code"] is None:
        return None
    told = {name: row[name] for name in ("code", "field", "value", "limit", "other")}
    severity, source = Severity(str(row["severity"])), Source(str(row["source"]))
    return Problem(**told, severity=severity, source=source)  # type: ignore[arg-type]  # columns of texts


def _card_rows(asked: Asked, cancel: CancelToken) -> pl.DataFrame:
    """The products that were asked for, in the order that was asked for."""
    import polars as pl

    from hkj_desktop.catalog.cards import fitting
    from hkj_desktop.catalog.glance import category_path

    opened: Opened = asked.source
    frame = opened.cards.filter(fitting(opened.cards, opened.checked, **vars(asked.filter)))
    cancel.check()
    language = "ar" if asked.column & _ARABIC else "en"
    keys = {Order.TITLE: _title(language), Order.PRICE: pl.col("fils"), Order.STOCK: pl.col("stock")}
    order = Order(asked.column & _ORDER)
    if order is not Order.FILE:
        frame = frame.sort(keys[order], descending=asked.descending, nulls_last=True, maintain_order=True)
    elif asked.descending:
        frame = frame.reverse()
    if asked.column & _GROUPED:
        frame = frame.with_columns(category_path(language).alias(_GROUP))
        frame = frame.sort(pl.col(_GROUP) == "", pl.col(_GROUP).str.to_lowercase(), _GROUP, maintain_order=True)
    return frame


def _title(language: str) -> pl.Expr:
    import polars as pl

    other = "en" if language == "ar" else "ar"
    return pl.coalesce(f"title_{language}", f"title_{other}").str.to_lowercase()
