"""A catalogue as a shopper would meet it: one row for each product, and which of them are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from hkj_desktop.catalog.cleaning import latin_digits
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.find import spelled_anyhow
from hkj_desktop.catalog.glance import category_path, is_sold_out, price_between
from hkj_desktop.catalog.products import FILS, STOCK
from hkj_desktop.catalog.rules.image import SEVERAL

if TYPE_CHECKING:
    from hkj_desktop.catalog.check import Checked

#: How a product stands: as READY, LOOK and NOT_READY of ui/opened.py.
READY, LOOK, NOT_READY = 0, 1, 2
#: What a card tells of the first of a product's worst problems.
WORST = ("code", "field", "value", "limit", "other", "source", "severity")
#: Around the addresses of a cell, as catalog/pictures.py reads them.
_BETWEEN = " \t\r\n,|;"
_SEARCHED = ("sku", "barcode", "title_en", "title_ar", "brand", "category_en", "category_ar")
_OF_FIRST_ROW = ("index", "row", "title_en", "title_ar", "category_en", "category_ar", "brand")


def product_cards(checked: Checked) -> pl.DataFrame:
    """One row for each product, in the order of the file.

    ``product``; ``index`` and ``row``, those of its first row; ``sku`` and ``picture``, the first that any of its rows
    has (of a list of addresses the first); ``title_en``, ``title_ar``, ``category_en``, ``category_ar``, ``brand``;
    ``fils`` and ``fils_to``, the lowest and the highest price of its rows; ``stock``, their sum (null where none of
    them says); ``variants``, how many rows it has; ``state`` (UInt8: :data:`READY`, …) and :data:`WORST`, null where
    nothing is wrong. Some 50 ms for 100,000 products.
    """
    rows = checked.products.rows
    images = [field.name for field in checked.fields.of_kind(Kind.URL)]
    parts = rows.select("product", "sku", FILS, STOCK, *_OF_FIRST_ROW, picture=_first_address(images))
    if rows.height == checked.products.count:  # nothing to sum up, in most catalogues
        cards = parts.rename({FILS: "fils", STOCK: "stock"}).with_columns(fils_to="fils", variants=pl.lit(1, pl.UInt32))
    else:
        cards = _grouped(parts)
    return cards.join(_worst(checked), on="product", how="left", maintain_order="left").select(
        "product", "index", "row", "sku", "title_en", "title_ar", "fils", "fils_to", "stock",
        "category_en", "category_ar", "brand", "variants", "picture", pl.col("state").fill_null(READY), *WORST,
    )  # fmt: skip


def _first_address(images: list[str]) -> pl.Expr:
    """The first picture of a row, null where it has none."""
    several = pl.coalesce(images) if images else pl.lit(None, dtype=pl.String)
    first = several.str.strip_chars(_BETWEEN).str.replace(f"(?s){SEVERAL}.*$", "")
    return pl.when(first != "").then(first)


def _grouped(parts: pl.DataFrame) -> pl.DataFrame:
    """One row of ``parts`` for each product; its rows stand together."""
    said = pl.col(STOCK).is_not_null().any()
    cards = parts.group_by("product", maintain_order=True).agg(
        pl.col(*_OF_FIRST_ROW).first(),
        fils=pl.col(FILS).min(),
        fils_to=pl.col(FILS).max(),
        stock=pl.col(STOCK).sum(),
        said=said,
        variants=pl.len().cast(pl.UInt32),
    )
    for name in ("sku", "picture"):
        known = parts.select("product", name).drop_nulls(name).unique("product", keep="first")
        cards = cards.join(known, on="product", how="left", maintain_order="left")
    return cards.with_columns(stock=pl.when("said").then("stock"))


def _worst(checked: Checked) -> pl.DataFrame:
    """``product``, ``state`` and the first of its worst problems, of each product that has one."""
    problems = checked.problems.frame.filter(pl.col("product").is_not_null())
    first = (
        problems.select("product", *WORST)
        .sort("severity", maintain_order=True)  # "error" is before "warning"
        .unique("product", keep="first", maintain_order=True)
    )
    state = pl.when(pl.col("severity") == "error").then(NOT_READY).otherwise(LOOK)
    return first.with_columns(state=state.cast(pl.UInt8))


# -- which of them are wanted -----------------------------------------------------------------------------------------


def fitting(
    cards: pl.DataFrame,
    checked: Checked,
    *,
    text: str = "",
    severity: str | None = None,
    code: str | None = None,
    state: int | None = None,
    category: str | None = None,
    price: tuple[int, int] | None = None,
    sold_out: bool = False,
) -> pl.Series:
    """Which of ``cards`` (of ``checked``, in any order) are wanted: all that is given must hold.

    ``text``: in the SKU, barcode, brand, a title or a category of any of its rows, in whatever digits and case.
    ``severity``, ``code``: it has such a problem. ``category``: the exact path, in either language; "" for products
    without one. ``price``: its lowest lies between these, both included, in fils. ``sold_out``: as glance.py counts.
    """
    wanted: list[pl.Expr] = []
    if text:
        found = pl.any_horizontal(holds(pl.col(name), text.lower()) for name in _SEARCHED)
        wanted.append(_is_among(checked.products.rows.filter(found)["product"]))
    if severity or code:
        problems = checked.problems.frame
        if severity:
            problems = problems.filter(pl.col("severity") == severity)
        if code:
            problems = problems.filter(pl.col("code") == code)
        wanted.append(_is_among(problems["product"].drop_nulls()))
    if state is not None:
        wanted.append(pl.col("state") == state)
    if category is not None:
        # A product without a path in one language goes by the other: "" is one that has none at all.
        wanted.append(pl.any_horizontal(category_path(one) == category for one in ("en", "ar")))
    if price is not None:
        wanted.append(price_between(*price))
    if sold_out:
        wanted.append(is_sold_out())
    if not wanted:
        return pl.repeat(value=True, n=cards.height, eager=True).alias("fits")
    return cards.select(fits=pl.all_horizontal(wanted).fill_null(value=False)).to_series()


def _is_among(products: pl.Series) -> pl.Expr:
    return pl.col("product").is_in(products.unique().implode())


def holds(column: pl.Expr, text: str) -> pl.Expr:
    """Whether a String column holds ``text`` (lower case), in whatever digits either is written; Arabic in whatever
    spelling: who looks for قهوه means قهوة."""
    if not text.isascii():
        pattern = spelled_anyhow(text, match_case=False)
        return column.str.contains(pattern) if pattern else pl.lit(value=True)
    wanted = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)
    column = column.str.to_lowercase()
    if any(letter.isdecimal() for letter in wanted):
        column = latin_digits(column)
    return column.str.contains(wanted, literal=True)
