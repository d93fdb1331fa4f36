"""The strip of charts: every part can be chosen and taken off, by pointer and by keyboard, and reads both ways."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import polars as pl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hkj_desktop.catalog.glance import Glance, category_path, glance, is_sold_out, price_between
from hkj_desktop.ui import theme
from hkj_desktop.ui.theme import Mode, Role, ThemeManager
from hkj_desktop.ui.widgets.chart import Chart
from hkj_desktop.ui.widgets.glance_strip import NARROW_BELOW, GlanceStrip
from tests.helpers.ui import leftmost, picture, shown, wait_until

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
LEFT = Qt.MouseButton.LeftButton
WIDE, NARROW = 1016, 760
pytestmark = pytest.mark.usefixtures("look")


def cards() -> pl.DataFrame:
    """Ten ready products, two worth a look, three not; a price a thousand times the others; six are sold out."""
    rows = [
        (0 if at < 10 else 1 if at < 12 else 2, "Food > Honey" if at < 8 else None, None, 1000 + at * 100, at - 5, None)
        for at in range(15)
    ]
    rows[4] = (0, "Drinks", None, 1_400_000, None, "price_far_off")
    rows[7] = (0, "Drinks", None, 1700, 0, None)
    schema: dict[str, Any] = {
        "state": pl.UInt8,
        "category_en": pl.String,
        "category_ar": pl.String,
        "fils": pl.Int64,
        "stock": pl.Int64,
        "code": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


@pytest.fixture
def seen() -> Glance:
    return glance(cards(), "en")


@pytest.fixture
def strip(qtbot: Any, seen: Glance) -> GlanceStrip:
    made = GlanceStrip()
    made.set_glance(seen)
    shown(qtbot, made, WIDE)
    return made


def charts(strip: GlanceStrip) -> tuple[Chart, ...]:
    return strip.states, strip.categories, strip.prices, strip.stock


def signal_of(strip: GlanceStrip, chart: Chart) -> Any:
    signals = (strip.state_chosen, strip.category_chosen, strip.price_chosen, strip.sold_out_chosen)
    return signals[charts(strip).index(chart)]


def middle(chart: Chart, at: int) -> QPoint:
    return chart.places()[at][0].center()


# -- choosing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("at", range(4))
def test_a_click_chooses_and_another_takes_it_off(
    qtbot: Any, strip: GlanceStrip, at: int, direction: Qt.LayoutDirection
) -> None:
    """In both directions, every part that can be chosen says its value, and then that it is chosen no more."""
    strip.setLayoutDirection(direction)
    chart = charts(strip)[at]
    taken_off = False if chart is strip.stock else None
    chosen = 0
    for number, part in enumerate(chart.parts()):
        if not chart.can_choose(part):
            with qtbot.assertNotEmitted(signal_of(strip, chart)):
                qtbot.mouseClick(chart, LEFT, pos=middle(chart, number))
            continue
        with qtbot.waitSignal(signal_of(strip, chart)) as told:
            qtbot.mouseClick(chart, LEFT, pos=middle(chart, number))
        assert told.args == [part.value]
        assert [chart.is_chosen(one) for one in chart.parts()].count(True) == 1
        with qtbot.waitSignal(signal_of(strip, chart)) as told:
            qtbot.mouseClick(chart, LEFT, pos=middle(chart, number))
        assert told.args == [taken_off]
        chosen += 1
    assert chosen >= 1


def test_a_choice_keeps_as_many_as_its_part_said(strip: GlanceStrip, seen: Glance) -> None:
    """Filtering the catalogue by what a part says gives the number that stood there."""
    frame = cards()
    for part in strip.states.parts():
        assert frame.filter(pl.col("state") == part.value).height == part.count
    for part in strip.categories.parts():
        assert frame.filter(category_path("en") == part.value).height == part.count
    for part in strip.prices.parts():
        assert frame.filter(price_between(*part.value)).height == part.count
    assert frame.filter(is_sold_out()).height == strip.stock.parts()[0].count == seen.sold_out
    assert sum(part.count for part in strip.prices.parts()) == frame.height


def test_the_ring_and_the_bar_choose_too(qtbot: Any, strip: GlanceStrip) -> None:
    """A click on a state's arc is a click on its line, and one on the bar's piece is one on the figure; the ring runs
    with the reading direction."""
    ring = strip.states.ring()
    begin, span = strip.states.arcs()[0]
    assert (begin, span > 180) == (0, True)
    right, left = QPoint(ring.right() - 3, ring.center().y()), QPoint(ring.left() + 3, ring.center().y())
    assert strip.states.part_at(right) == 0
    assert strip.states.part_at(ring.center()) == -1
    last = QPoint(ring.center().x() - 4, ring.top() + 4)
    assert strip.states.part_at(last) == 2
    strip.setLayoutDirection(RTL)
    there = strip.states.ring()
    assert there.left() > ring.right()
    mirrored = QPoint(there.center().x() + 4, there.top() + 4)
    assert strip.states.part_at(mirrored) == 2
    assert left != right
    piece = strip.stock.places()[0][1]
    with qtbot.waitSignal(strip.sold_out_chosen) as told:
        qtbot.mouseClick(strip.stock, LEFT, pos=piece.center())
    assert told.args == [True]


def test_nothing_of_nothing_can_be_chosen(qtbot: Any, strip: GlanceStrip) -> None:
    """A state without products filters by nothing, nor does an empty catalogue; a choice in force can be taken off."""
    ready = glance(cards().filter(pl.col("state") == 0), "en")
    strip.set_state(2)
    strip.set_glance(ready)
    with qtbot.waitSignal(strip.state_chosen) as told:
        qtbot.mouseClick(strip.states, LEFT, pos=middle(strip.states, 2))
    assert told.args == [None]
    with qtbot.assertNotEmitted(strip.state_chosen):
        qtbot.mouseClick(strip.states, LEFT, pos=middle(strip.states, 2))
    for empty in (None, glance(cards().head(0), "en")):
        strip.set_glance(empty)
        for chart in charts(strip):
            assert chart.parts() == ()
            chart.setFocus()
            qtbot.keyClick(chart, Qt.Key.Key_Space)
            qtbot.mouseClick(chart, LEFT, pos=QPoint(20, 50))
            assert not picture(chart).isNull()


def test_a_filter_from_elsewhere_is_shown_and_says_nothing(qtbot: Any, strip: GlanceStrip, seen: Glance) -> None:
    """What is set is drawn as chosen, with a funnel in its chart, and no signal comes back."""
    before = [picture(chart) for chart in charts(strip)]
    bar = next(one for one in seen.prices.bins if one.count)
    with qtbot.assertNotEmitted(strip.state_chosen), qtbot.assertNotEmitted(strip.price_chosen):
        strip.set_state(1)
        strip.set_category("Drinks")
        strip.set_price((bar.low, bar.high))
        strip.set_sold_out(True)
    for chart, was in zip(charts(strip), before, strict=True):
        assert sum(chart.is_chosen(part) for part in chart.parts()) == 1
        assert picture(chart) != was
    strip.set_nothing()
    assert [picture(chart) for chart in charts(strip)] == before


# -- the keyboard and screen readers ----------------------------------------------------------------------------------


def test_each_chart_is_one_stop(qtbot: Any, seen: Glance) -> None:
    """Tab goes from chart to chart in reading order, and from the last one on."""
    host = QWidget()
    strip, after = GlanceStrip(), QWidget()
    after.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    box = QVBoxLayout(host)
    box.addWidget(strip)
    box.addWidget(after)
    strip.set_glance(seen)
    shown(qtbot, host, WIDE + 40, 200)
    host.activateWindow()
    strip.states.setFocus()
    wait_until(qtbot, lambda: QApplication.focusWidget() is strip.states)
    for expected in (strip.categories, strip.prices, strip.stock, after):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


@pytest.mark.parametrize(("direction", "key"), [(LTR, Qt.Key.Key_Right), (RTL, Qt.Key.Key_Left)])
def test_arrows_walk_and_the_part_is_told(
    qtbot: Any, strip: GlanceStrip, direction: Qt.LayoutDirection, key: Qt.Key
) -> None:
    """An arrow along the reading direction goes on, Home and End lead to the ends; each part is described in words."""
    strip.setLayoutDirection(direction)
    chart = strip.states
    chart.setFocus()
    walked = []
    for _ in range(4):
        walked.append(chart.current())
        assert chart.accessibleDescription() == chart.parts()[chart.current()].words
        qtbot.keyClick(chart, key)
    assert walked == [0, 1, 2, 2]
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.current() == 0
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignal(strip.state_chosen) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == [2]
    assert "(chosen)" in chart.accessibleDescription()
    with qtbot.waitSignal(strip.state_chosen):
        qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert "(chosen)" not in chart.accessibleDescription()


def test_dear_is_right_in_arabic_too(qtbot: Any, strip: GlanceStrip) -> None:
    """The price axis reads as its figures do: neither its bars nor its arrow keys are mirrored."""
    before = strip.prices.places()
    strip.setLayoutDirection(RTL)
    assert strip.prices.places() == before
    lefts = [places[0].left() for places in before]
    assert lefts == sorted(lefts)
    strip.prices.setFocus()
    qtbot.keyClick(strip.prices, Qt.Key.Key_Right)
    assert strip.prices.current() == 1


def test_the_figures_are_said_in_words(strip: GlanceStrip, seen: Glance) -> None:
    """A screen reader hears the caption and every figure as the chart's name, prices as islands."""
    names = [QAccessible.queryAccessibleInterface(chart).text(QAccessible.Text.Name) for chart in charts(strip)]
    assert names[0].startswith("Products: Ready: 10 product")
    assert "Food > Honey" in names[1]
    assert "No category: 7" in names[1]
    assert "\u20681.000 JOD\u2069" in names[2]
    assert "\u20681400.000 JOD\u2069" in names[2]
    assert names[3].startswith(f"Sold out: {seen.sold_out} product")
    assert "Not known: 1" in names[3]


def test_pointing_tells_the_part(qtbot: Any, strip: GlanceStrip) -> None:
    """The tooltip is the part's words and what a click does; beside the parts it is the whole chart."""
    chart = strip.categories
    qtbot.mouseMove(chart, middle(chart, 0))
    wait_until(qtbot, lambda: "Food &gt; Honey" in chart.toolTip())
    assert "show only these" in chart.toolTip()
    qtbot.mouseClick(chart, LEFT, pos=middle(chart, 0))
    assert "show all again" in chart.toolTip()
    qtbot.mouseMove(chart, QPoint(1, 1))
    wait_until(qtbot, lambda: "Categories:" in chart.toolTip())


# -- look -------------------------------------------------------------------------------------------------------------


def test_bars_grow_from_the_leading_edge(strip: GlanceStrip) -> None:
    """The shorter bar of a category begins at the left, and at the right in a right-to-left window."""
    accent, chart = theme.current().color(Role.ACCENT), strip.categories
    drinks = next(at for at, part in enumerate(chart.parts()) if part.value == "Drinks")
    place = chart.places()[drinks][0]
    assert leftmost(picture(chart).copy(place), accent) < 4
    strip.setLayoutDirection(RTL)
    mirrored = chart.places()[drinks][0]
    assert mirrored == place.translated(chart.width() - place.left() - place.right() - 1, 0)
    assert leftmost(picture(chart).copy(mirrored), accent) > place.width() // 2


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_far_off_prices_are_marked(strip: GlanceStrip, look: ThemeManager, mode: Mode) -> None:
    """Their bar has the warning colour and a wedge above it; no other bar has either."""
    look.set_mode(mode)
    image, chart = picture(strip.prices), strip.prices
    area = chart.places()
    for part, (place, *_) in zip(chart.parts(), area, strict=True):
        cut = image.copy(place)
        far = part.value[0] <= 1_400_000 <= part.value[1]
        assert (leftmost(cut, theme.current().color(Role.BAR_WARN)) >= 0) is far
        assert (leftmost(cut, theme.current().color(Role.WARN)) >= 0) is far
        assert ("far off" in part.words) is far


def test_all_figures_are_told_by_words_too(strip: GlanceStrip) -> None:
    """No part is told by its colour alone: each has words of its own."""
    for chart in charts(strip):
        words = [part.words for part in chart.parts()]
        assert all(words)
        assert len(set(words)) == len(words)


def test_a_narrow_strip_keeps_what_matters(qtbot: Any, strip: GlanceStrip) -> None:
    """Below 880 pixels two charts stay; one by which is filtered is never hidden; with room all come back."""
    assert strip.shown() == list(charts(strip))
    strip.resize(NARROW, strip.height())
    assert [chart.isVisible() for chart in charts(strip)] == [False, True, True, False]
    strip.set_sold_out(True)
    assert [chart.isVisible() for chart in charts(strip)] == [False, True, False, True]
    strip.set_state(1)
    assert strip.shown() == [strip.states, strip.stock]
    strip.set_nothing()
    assert strip.shown() == [strip.categories, strip.prices]
    strip.resize(NARROW_BELOW, strip.height())
    assert all(chart.isVisible() for chart in charts(strip))


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("width", [330, NARROW, WIDE, 2400])
def test_charts_fill_the_strip(strip: GlanceStrip, width: int, direction: Qt.LayoutDirection) -> None:
    """Side by side from edge to edge, none over another, the first at the leading edge."""
    strip.setLayoutDirection(direction)
    strip.resize(width, strip.height())
    boxes = [chart.geometry() for chart in strip.shown()]
    if direction == RTL:
        boxes.reverse()
    assert boxes[0].left() == 0
    assert boxes[-1].right() == width - 1
    assert all(one.right() < other.left() for one, other in pairwise(boxes))


def test_a_chosen_category_is_always_listed(qtbot: Any, strip: GlanceStrip) -> None:
    """Where few lines fit, the category by which is filtered is one of them."""
    paths = [f"Kind {at}" for at in range(9) for _ in range(20 - at)]
    frame = pl.DataFrame({"category_en": [*paths, None]}).with_columns(
        pl.lit(None, dtype=pl.String).alias("category_ar"),
        pl.lit(0, dtype=pl.UInt8).alias("state"),
        pl.lit(500, dtype=pl.Int64).alias("fils"),
        pl.lit(1, dtype=pl.Int64).alias("stock"),
        pl.lit(None, dtype=pl.String).alias("code"),
    )
    strip.set_glance(glance(frame, "en"))
    for width in (WIDE, 400):
        strip.resize(width, strip.height())
        strip.set_category("Kind 5")
        chart = strip.categories
        assert [part.value for part in chart.parts() if chart.is_chosen(part)] == ["Kind 5"]
        assert sum(part.count for part in chart.parts()) == frame.height
        strip.set_category(None)
