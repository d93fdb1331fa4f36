"""A catalogue at a glance: every product is counted once, and whoever filters by a count gets that many."""

from __future__ import annotations

import time
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.glance import (
    FAR_CODES,
    MOST_BINS,
    MOST_CATEGORIES,
    Glance,
    category_path,
    glance,
    is_sold_out,
    price_between,
)
from tests.helpers.catalogues import modest

SCHEMA: dict[str, Any] = {
    "state": pl.UInt8,
    "category_en": pl.String,
    "category_ar": pl.String,
    "fils": pl.Int64,
    "stock": pl.Int64,
    "code": pl.String,
}
PATHS = [None, "", " ", "Food", "Food > Honey", "Drinks/Tea", "A > x", "B > x", "C", "D", "E > y", " F >", ">", "عسل"]
PRICES = st.one_of(
    st.none(),
    st.integers(-(2**62), 2**62),
    st.integers(-5, 5),
    st.integers(1, 100_000),
    st.sampled_from([0, 1, 2**63 - 1, -(2**63)]),
)
ROWS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(PATHS),
        st.sampled_from(PATHS),
        PRICES,
        st.one_of(st.none(), st.integers(-3, 3), st.integers(-(2**63), 2**63 - 1)),
        st.sampled_from([None, "price_zero", "price_far_off", "title_short"]),
    ),
    max_size=40,
)


def cards(rows: list[tuple[Any, ...]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def priced(*fils: int | None, code: str | None = None) -> Glance:
    return glance(cards([(0, None, None, one, 1, code) for one in fils]), "en")


def of_categories(*paths: tuple[str | None, str | None]) -> pl.DataFrame:
    return cards([(0, english, arabic, 1000, 1, None) for english, arabic in paths])


# -- every product once -----------------------------------------------------------------------------------------------


@modest(200)
@given(ROWS, st.sampled_from(["ar", "en"]))
def test_every_product_is_counted_once(rows: list[tuple[Any, ...]], language: str) -> None:
    """States, categories, prices and stock each add up to the number of products, whatever the frame holds."""
    frame = cards(rows)
    found = glance(frame, language)
    assert found.total == frame.height
    assert found.ready + found.look + found.not_ready == found.total
    assert sum(one.count for one in found.categories) + found.others + found.uncategorised == found.total
    assert sum(one.count for one in found.prices.bins) + found.prices.unknown == found.total
    assert found.sold_out + found.in_stock + found.stock_unknown == found.total
    assert len(found.categories) <= MOST_CATEGORIES
    assert (found.others == 0) == (found.other_paths == 0)
    assert all(0 <= one.far <= one.count for one in found.prices.bins)
    assert found.prices.far == sum(one.far for one in found.prices.bins)


@modest(200)
@given(ROWS, st.sampled_from(["ar", "en"]))
def test_filtering_by_a_part_gives_its_count(rows: list[tuple[Any, ...]], language: str) -> None:
    """The path of a category, the edges of a bar and "sold out" keep exactly the products that were counted."""
    frame = cards(rows)
    found = glance(frame, language)
    path = category_path(language)
    for one in found.categories:
        assert frame.filter(path == one.path).height == one.count
    assert frame.filter(path == "").height == found.uncategorised
    for bar in found.prices.bins:
        assert frame.filter(price_between(bar.low, bar.high)).height == bar.count
    assert frame.filter(is_sold_out()).height == found.sold_out


@modest(200)
@given(st.lists(st.integers(-(2**62), 2**62), min_size=1, max_size=30))
def test_bars_stand_in_a_row(fils: list[int]) -> None:
    """Bars ascend without touching, hold at least one fils each, begin at the smallest price and end at the largest."""
    found = priced(*fils).prices
    assert (found.smallest, found.largest) == (min(fils), max(fils))
    assert found.median == sorted(fils)[(len(fils) - 1) // 2]
    assert found.bins[0].low == min(fils)
    assert found.bins[-1].high == max(fils)
    assert all(bar.low <= bar.high for bar in found.bins)
    assert all(one.high < other.low for one, other in zip(found.bins, found.bins[1:], strict=False))
    assert len(found.bins) <= MOST_BINS + 1


def test_a_catalogue_without_products_has_nothing() -> None:
    """No product, no bar, no category, no price."""
    found = glance(cards([]), "ar")
    assert (found.total, found.categories, found.prices.bins, found.prices.median) == (0, (), (), None)


# -- categories -------------------------------------------------------------------------------------------------------


def test_the_most_frequent_categories_come_first() -> None:
    """Six paths have their own count, most first; the rest is summed, and so is what has no category."""
    paths = [(f"Food > {name}", None) for at, name in enumerate("ABCDEFGH") for _ in range(10 - at)]
    found = glance(of_categories(*paths, (None, None), ("", None), (" ", None)), "en")
    assert [(one.label, one.count) for one in found.categories] == list(zip("ABCDEF", range(10, 4, -1), strict=True))
    assert found.categories[0].path == "Food > A"
    assert (found.others, found.other_paths, found.uncategorised) == (4 + 3, 2, 3)


def test_categories_are_in_the_language_of_the_window() -> None:
    """Each product counts under its path in the window's language, under the other one where it lacks that."""
    frame = of_categories(("Honey", "عسل"), ("Tea", None), (None, "قهوة"))
    assert {one.path for one in glance(frame, "ar").categories} == {"عسل", "Tea", "قهوة"}
    assert {one.path for one in glance(frame, "en").categories} == {"Honey", "Tea", "قهوة"}


def test_two_categories_that_end_alike_are_told_apart() -> None:
    """The last step names a category; where two end alike, the whole path does."""
    found = glance(of_categories(("Food > Other", None), ("Drinks / Other", None), ("Food > Honey", None)), "en")
    assert {one.label for one in found.categories} == {"Food > Other", "Drinks / Other", "Honey"}


# -- prices -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", FAR_CODES)
def test_prices_with_a_problem_are_far_off(code: str) -> None:
    """A price that a rule calls hardly right is marked, however close it is to the others."""
    frame = cards([(0, None, None, 1000 + at, 1, code if at == 3 else None) for at in range(9)])
    found = glance(frame, "en").prices
    assert found.far == 1
    assert [bar.low <= 1003 <= bar.high for bar in found.bins if bar.far] == [True]


def test_prices_far_from_all_others_are_far_off() -> None:
    """A dinar price among piastres is marked without any rule; a spread of tens is not."""
    usual = [900, 1000, 1100, 1200, 1500, 2000, 2500, 3000]
    found = priced(*usual, 250_000).prices
    assert found.far == found.bins[-1].far == 1
    assert priced(*usual, 9_000).prices.far == 0
    assert priced(*([1000] * 20), 1500, 9_999).prices.far == 0
    assert priced(*([1000] * 20), 10_001, 99).prices.far == 2
    assert priced(1, 1000, 1_000_000).prices.far == 0, "three prices say nothing about each other"


def test_free_and_negative_prices_stand_apart() -> None:
    """A logarithm knows no 0: those prices stand in a bar of their own before all others."""
    found = priced(0, -500, 1000, 2000, None).prices
    first = found.bins[0]
    assert (first.low, first.high, first.count) == (-500, 0, 2)
    assert found.bins[1].low == 1000
    assert (found.smallest, found.largest, found.unknown) == (-500, 2000, 1)
    only = priced(0, 0).prices
    assert [(bar.low, bar.high, bar.count) for bar in only.bins] == [(0, 0, 2)]


def test_cheap_and_dear_have_room_on_one_scale() -> None:
    """Bars are as wide in ratio: as many lie between 0.100 and 10.000 as between 10.000 and 1000.000."""
    found = priced(100, 1_000_000).prices
    assert len(found.bins) == MOST_BINS
    assert found.bins[MOST_BINS // 2].low == 10_000


# -- states and stock -------------------------------------------------------------------------------------------------


def test_states_and_stock() -> None:
    """0 is ready, 1 worth a look, 2 not ready; nothing and less is sold out, no number is unknown."""
    found = glance(cards([(s, None, None, 1, n, None) for s, n in ((0, 5), (1, 0), (2, -2), (2, None))]), "en")
    assert (found.ready, found.look, found.not_ready) == (1, 1, 2)
    assert (found.sold_out, found.in_stock, found.stock_unknown) == (2, 1, 1)


def test_a_hundred_thousand_products_are_counted_at_once() -> None:
    """It is counted with every edit: a glance at 100,000 products takes far less than half a second."""
    n = 100_000
    at = pl.int_range(n, eager=True)
    frame = pl.DataFrame(
        {
            "state": (at % 3).cast(pl.UInt8),
            "category_en": "Food > Kind " + (at % 300).cast(pl.String),
            "category_ar": pl.Series([None] * n, dtype=pl.String),
            "fils": at * 7919 % 500_000,
            "stock": at % 50,
            "code": pl.Series([None] * n, dtype=pl.String),
        }
    )
    best = min(_timed(frame) for _ in range(5))
    assert best < 0.5, best


def _timed(frame: pl.DataFrame) -> float:
    begun = time.perf_counter()
    glance(frame, "en")
    return time.perf_counter() - begun
