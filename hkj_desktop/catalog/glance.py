"""A catalogue at a glance: how many products are ready, what they are of, what they cost, what is sold out.

Everything is counted from a frame with one row for each product (cards.py), so that the sums are right whatever stands
in it. The expressions here say which products a count is of: whoever filters by one gets exactly as many.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

import polars as pl

from hkj_desktop.catalog.rules.money import ENOUGH_PRICES, FAR_OFF

#: So many categories have a bar of their own, so many bars the prices at most.
MOST_CATEGORIES = 6
MOST_BINS = 24
#: Kinds of problem that say that a price is hardly right (rules/money.py).
FAR_CODES = ("price_far_off", "price_large", "price_tiny", "price_jump", "price_zero")
#: Tukey's outer fence: three times the middle half's spread beyond it, on a scale of ratios.
FENCE = 3.0
#: Between the steps of a category's path: "Food > Honey", "Food / Honey", "Food | Honey" (items.py).
_STEP = re.compile(r"\s*[>»|/\\]\s*")
_LOOK, _NOT_READY = 1, 2


@dataclass(frozen=True)
class Category:
    """The products of one path. ``path``: its exact text, "" for those that have none; ``label``: its last step, the
    whole path where two of those that are shown end alike."""

    path: str
    label: str
    count: int


@dataclass(frozen=True)
class Bin:
    """Products that cost ``low`` to ``high`` fils, both included; ``far`` of them are far off."""

    low: int
    high: int
    count: int
    far: int


@dataclass(frozen=True)
class Prices:
    """``bins``: ascending, each as wide as the others in ratio; prices of nothing and below stand in one before them.
    In fils, over all prices that are known: ``smallest``, ``median``, ``largest`` (None where there are none).
    ``unknown``: products without a price that can be read; ``far``: those whose price is far off."""

    bins: tuple[Bin, ...] = ()
    smallest: int | None = None
    median: int | None = None
    largest: int | None = None
    unknown: int = 0
    far: int = 0


@dataclass(frozen=True)
class Glance:
    """Numbers of products. ``ready``, ``look`` and ``not_ready`` add up to ``total``, as do ``categories`` (the most
    frequent, most first) with ``others`` (of ``other_paths`` more paths) and ``uncategorised``, the bins of ``prices``
    with its ``unknown``, and ``sold_out`` with ``in_stock`` and ``stock_unknown``."""

    total: int
    ready: int
    look: int
    not_ready: int
    categories: tuple[Category, ...]
    others: int
    other_paths: int
    uncategorised: int
    prices: Prices
    sold_out: int
    in_stock: int
    stock_unknown: int


# -- which products a count is of -------------------------------------------------------------------------------------


def category_path(language: str) -> pl.Expr:
    """The exact text of a product's category in ``language`` (``ar``, ``en``), else in the other one, else ""."""
    other = "en" if language == "ar" else "ar"
    both = (pl.col(f"category_{one}") for one in (language, other))
    return pl.coalesce(pl.when(text.str.strip_chars() != "").then(text) for text in both).fill_null("")


def price_between(low: int, high: int) -> pl.Expr:
    """Whether a product costs ``low`` to ``high`` fils, both included."""
    return pl.col("fils").is_between(low, high).fill_null(value=False)


def is_sold_out() -> pl.Expr:
    """Whether a product's stock is known, and is nothing or less."""
    return (pl.col("stock") <= 0).fill_null(value=False)


# -- counting ---------------------------------------------------------------------------------------------------------


def glance(cards: pl.DataFrame, language: str) -> Glance:
    """Count the products of ``cards``: columns ``state``, ``category_en``, ``category_ar``, ``fils``, ``stock`` and
    ``code``. ``language``: that of the window, ``ar`` or ``en``. Some 20 ms for 100,000 products."""
    (counted,) = cards.select(
        look=(pl.col("state") == _LOOK).sum(),
        not_ready=(pl.col("state") == _NOT_READY).sum(),
        sold_out=is_sold_out().sum(),
        in_stock=(pl.col("stock") > 0).sum(),
        stock_unknown=pl.col("stock").is_null().sum(),
    ).to_dicts()
    paths = cards.select(path=category_path(language)).group_by("path").len()
    named = paths.filter(pl.col("path") != "").sort("len", "path", descending=[True, False])
    shown = named.head(MOST_CATEGORIES)
    in_categories = int(named["len"].sum())
    return Glance(
        total=cards.height,
        ready=cards.height - counted["look"] - counted["not_ready"],
        categories=_labelled(dict(shown.iter_rows())),
        others=in_categories - int(shown["len"].sum()),
        other_paths=named.height - shown.height,
        uncategorised=cards.height - in_categories,
        prices=_prices(cards),
        **counted,
    )


def _labelled(paths: dict[str, int]) -> tuple[Category, ...]:
    last = {path: ([step for step in _STEP.split(path.strip()) if step] or [path.strip()])[-1] for path in paths}
    alike = Counter(last.values())
    return tuple(
        Category(path, last[path] if alike[last[path]] == 1 else path.strip(), count) for path, count in paths.items()
    )


def _prices(cards: pl.DataFrame) -> Prices:
    known = cards.select("fils", told=pl.col("code").is_in(FAR_CODES).fill_null(value=False)).drop_nulls("fils")
    unknown = cards.height - known.height
    if not known.height:
        return Prices(unknown=unknown)
    prices = known["fils"]
    positive = prices.filter(prices > 0)
    known = known.with_columns(far=pl.col("told") | _outside(positive))
    starts, ends = _edges(prices, positive)
    # Whole numbers are placed among whole numbers: a fils at an edge is in one bin only.
    at = pl.Series("starts", starts, dtype=pl.Int64).search_sorted(prices, side="right") - 1
    counted = known.with_columns(bin=at).group_by("bin").agg(pl.len(), pl.col("far").sum())
    found = {number: (count, far) for number, count, far in counted.iter_rows()}
    bins = [Bin(low, high, *found.get(n, (0, 0))) for n, (low, high) in enumerate(zip(starts, ends, strict=True))]
    smallest, largest = _whole(prices.min()), _whole(prices.max())
    return Prices(tuple(bins), smallest, _median(prices), largest, unknown, sum(one.far for one in bins))


def _whole(value: object) -> int:
    return int(value)  # type: ignore[call-overload, no-any-return]  # of a column of whole numbers


def _median(prices: pl.Series) -> int:
    """The middle price, of two middle ones the lower: a price that is there."""
    return _whole(prices.sort()[(prices.len() - 1) // 2])


def _outside(positive: pl.Series) -> pl.Expr:
    """Whether a price lies beyond the fences of the others. They are at least as far off as the rules' own far-off
    prices, so that a catalogue of one price does not mark every other one; few prices have no fences."""
    fils = pl.col("fils")
    if positive.len() < ENOUGH_PRICES:
        return pl.lit(value=False)
    logs = positive.log()
    first, third = logs.quantile(0.25, "linear"), logs.quantile(0.75, "linear")
    if first is None or third is None:  # for the type checker: there are prices
        return pl.lit(value=False)
    reach = max(FENCE * (third - first), math.log(FAR_OFF))
    return (fils > 0) & ((fils.log() < first - reach) | (fils.log() > third + reach))


def _edges(prices: pl.Series, positive: pl.Series) -> tuple[list[int], list[int]]:
    """First and last fils of each bin. Between the smallest and the largest price each bin reaches as far as the others
    in ratio, so that 0.500 and 50.000 both have room; no bin is narrower than a fils."""
    starts: list[int] = []
    if positive.len() < prices.len():
        starts.append(_whole(prices.min()))
    if not positive.len():
        return starts, [_whole(prices.max())]
    low, high = _whole(positive.min()), _whole(positive.max())
    ratio = math.log(high / low)
    steps = (round(low * math.exp(ratio * n / MOST_BINS)) for n in range(1, MOST_BINS))
    inner = sorted({step for step in steps if low < step <= high})
    above = [low, *inner]
    ends = [0] if starts else []
    return [*starts, *above], [*ends, *(step - 1 for step in inner), high]
