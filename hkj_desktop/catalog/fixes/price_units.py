"""Prices in the wrong unit, with the point in the wrong place, or in two columns that differ."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import FILS_PER_DINAR, dinars_to_fils
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.fixes.amounts import MONEY, amount, both_cells, money
from hkj_desktop.catalog.fixes.base import Fix, Make, Proposal
from hkj_desktop.catalog.products import FILS
from hkj_desktop.catalog.rules.money import ENOUGH_PRICES, FAR_OFF

_TWO_UNITS = "prices_thousandfold"
#: A price that slipped by a point or a unit is within so much of the last one: a tenth.
_NEAR = 10


def _by_row(fix: str, target: Callable[[Checked, pl.DataFrame], pl.Expr]) -> Make:
    """A fix that gives every price cell of a problem's row one amount: ``target`` over the problems with their row's
    amounts ``in_fils`` and ``in_dinars`` (both Int64, in fils) and ``price``, the one that counts."""

    def make(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001 - one signature
        units = money(checked)
        fils, dinars = units["fils"], units["dinar"]
        there = checked.products.rows[rows["index"]].select(
            in_fils=amount(fils, pl.col(fils.name)), in_dinars=amount(dinars, pl.col(dinars.name)), price=FILS
        )
        known = rows.hstack(there)
        return both_cells(fix, checked, rows, known.select(target(checked, known).alias("fils")).to_series())

    return make


def _usual(checked: Checked, known: pl.DataFrame) -> pl.Expr:
    """What the other products of its category cost, in fils: told by the problem, or looked up."""
    category = checked.fields.of_kind(Kind.PATH)[0].name
    rows = checked.products.rows
    there = rows[category][known["index"]]
    wanted = there.drop_nulls().unique()
    priced = rows.filter(pl.col(category).is_in(wanted.implode()) & (pl.col(FILS) > 0))
    medians = priced.group_by(category).agg(pl.col(FILS).median().alias("median"), pl.len())
    medians = medians.filter(pl.col("len") >= ENOUGH_PRICES)
    looked_up = there.to_frame(category).join(medians, on=category, how="left", maintain_order="left")["median"]
    told = dinars_to_fils(pl.when(pl.col("code") == "price_far_off").then(pl.col("other")))
    return pl.coalesce(told.cast(pl.Float64), pl.lit(looked_up.cast(pl.Float64)))


def _is_usual(price: pl.Expr, usual: pl.Expr) -> pl.Expr:
    return (price * FAR_OFF > usual) & (price < usual * FAR_OFF)


def _smaller(checked: Checked, known: pl.DataFrame) -> pl.Expr:
    """A thousandth: the smaller of two prices, or fils that stand among dinars."""
    price = pl.col("price")
    part = pl.when(price % FILS_PER_DINAR == 0).then(price // FILS_PER_DINAR)
    usual = _is_usual(part, _usual(checked, known))
    return pl.when(pl.col("code") == _TWO_UNITS).then(_of_two(pl.min_horizontal)).when(usual).then(part)


def _larger(checked: Checked, known: pl.DataFrame) -> pl.Expr:
    """A thousandfold: the larger of two prices, or dinars that stand among fils."""
    many = pl.when(pl.col("price") > 0).then(pl.col("price") * FILS_PER_DINAR)
    usual = _is_usual(many, _usual(checked, known))
    return pl.when(pl.col("code") == _TWO_UNITS).then(_of_two(pl.max_horizontal)).when(usual).then(many)


def _of_two(choose: Callable[..., pl.Expr]) -> pl.Expr:
    one, other = pl.col("in_fils"), pl.col("in_dinars")
    thousandfold = (one == other * FILS_PER_DINAR) | (one * FILS_PER_DINAR == other)
    return pl.when(thousandfold).then(choose(one, other))


def _near_last(checked: Checked, known: pl.DataFrame) -> pl.Expr:  # noqa: ARG001 - one signature
    """The price with its point moved to where it was, or in the unit in which it was: where that is within a tenth of
    what the shop last took."""
    price, last = pl.col("price"), dinars_to_fils(pl.col("other"))
    moved = [price * 10, price * FILS_PER_DINAR]
    moved += [pl.when(price % part == 0).then(price // part) for part in (10, FILS_PER_DINAR)]
    return pl.coalesce(pl.when(((one - last).abs() * _NEAR <= last) & (one > 0)).then(one) for one in moved)


def _of_fils(checked: Checked, known: pl.DataFrame) -> pl.Expr:  # noqa: ARG001
    return pl.when(pl.col("in_fils").ne_missing(pl.col("in_dinars"))).then("in_fils")


def _of_dinars(checked: Checked, known: pl.DataFrame) -> pl.Expr:  # noqa: ARG001
    return pl.when(pl.col("in_fils").ne_missing(pl.col("in_dinars"))).then("in_dinars")


_DINAR_TROUBLES = frozenset({"price_not_number", "price_comma_unclear", "price_decimals", "price_too_large"})
LAST_PRICE = Fix("last_price", frozenset({"price_jump"}), _by_row("last_price", _near_last), MONEY)
SMALLER = Fix(
    "thousandth", frozenset({_TWO_UNITS, "price_large", "price_far_off"}), _by_row("thousandth", _smaller), MONEY
)
LARGER = Fix(
    "thousandfold", frozenset({_TWO_UNITS, "price_tiny", "price_far_off"}), _by_row("thousandfold", _larger), MONEY
)
TAKE_FILS = Fix("take_fils", frozenset({"prices_differ"}) | _DINAR_TROUBLES, _by_row("take_fils", _of_fils), MONEY)
TAKE_DINARS = Fix(
    "take_dinars", frozenset({"prices_differ", "fils_not_whole"}), _by_row("take_dinars", _of_dinars), MONEY
)
