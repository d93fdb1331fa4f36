"""Products as cards: which are shown and how they are told, where each stands, and what keyboard and pointer do."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hkj_desktop.catalog.check import Checked
from hkj_desktop.files.picture_file import Look, look_at
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import destinations
from hkj_desktop.system.settings import practice_profile
from hkj_desktop.ui.delegates.base import CELL_ROLE
from hkj_desktop.ui.delegates.card import BOTH, LARGE, MEDIUM, SHADOW, SMALL, Card, CardDelegate
from hkj_desktop.ui.i18n import install_language
from hkj_desktop.ui.models.card_model import CardModel, Order
from hkj_desktop.ui.models.frame_model import Filter
from hkj_desktop.ui.opened import LOOK, NOT_READY, READY, Opened
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.theme import Mode, Role, ThemeManager, current
from hkj_desktop.ui.widgets.card_grid import GAP, CardGrid
from hkj_desktop.ui.widgets.card_view import CardView
from tests.helpers.catalogues import checked, checked_products, modest, product
from tests.helpers.picture_server import png
from tests.helpers.ui import InlineRunner, picture, shown, wait_until

SHOPS = [practice_profile(system) for system in destinations().values()]
CODES = ("6251047007000", "6251047007079", "6251047007147", "6251047007215", "6251047007284")
SPOKEN, TOOLTIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
RTL = Qt.LayoutDirection.RightToLeft


def shop() -> Checked:
    """A product of three variants; one that is sold out; no Arabic title; a wrong barcode; little but a SKU."""
    return checked_products(
        product(
            sku="A-1", barcode=CODES[0], title_en="T-shirt", price_jod="6.750", stock_qty="4", option1_value="S",
            category_en="Clothes > Shirts", category_ar="ملابس", image_url="https://a.jo/shirt.png",
        ),
        {"sku": "A-2", "price_jod": "8.500", "stock_qty": "0", "option1_value": "M"},
        {"sku": "A-3", "price_jod": "9.500", "stock_qty": "1150", "option1_value": "L"},
        product(sku="B-1", barcode=CODES[1], title_en="Honey", stock_qty="0", category_en="Food", price_jod="2"),
        product(sku="C-1", barcode=CODES[2], title_en="apple", title_ar=None, price_jod="1.500", category_en="Food"),
        product(sku="D-1", barcode="6251047007216", title_en="Milk", stock_qty=None, price_jod="0.500"),
        {"sku": "E-1", "title_en": "<b>x\u202ey", "image_url": "https://a.jo/e.png"},
    )  # fmt: skip


def opened(shared: Checked | None = None, *, shops: int = 1) -> Opened:
    return Opened.of(Path("list.csv"), shared or shop(), SHOPS[:shops])


def many(count: int) -> Opened:
    """As many products, each with a picture of its own, of seven categories and none."""
    rows = [
        [f"S-{at}", f"Product {at}", f"منتج {at}", "1.250", str(at % 9), f"https://a.jo/{at}.png",
         f"Kind {at % 8}" if at % 8 else None]
        for at in range(count)
    ]  # fmt: skip
    return opened(checked(["sku", "title_en", "title_ar", "price_jod", "stock_qty", "image_url", "category_en"], rows))


def model_of(file: Opened, runner: InlineRunner | None = None) -> CardModel:
    model = CardModel(runner or InlineRunner())
    model.show_source(file)
    return model


def skus(model: CardModel) -> list[str]:
    frame = model.shown()
    return [] if frame is None else frame["sku"].to_list()


def card_of(model: CardModel, sku: str) -> Card:
    return model.card(skus(model).index(sku))


def view_of(
    qtbot: QtBot, model: CardModel, width: int = 820, height: int = 600, pictures: PictureStore | None = None
) -> CardView:
    view = CardView(pictures)
    view.setModel(model)
    shown(qtbot, view, width, height)
    return view


@pytest.fixture
def arabic(qapp: QApplication) -> Any:
    install_language(qapp, "ar")
    yield
    install_language(qapp, "en")


# -- the model ---------------------------------------------------------------------


def test_all_products_are_there_at_once(qapp: QApplication) -> None:
    """A file that was just opened needs no task; each product is one row of one column."""
    runner = InlineRunner(held=True)
    model = model_of(opened(), runner)
    assert skus(model) == ["A-1", "B-1", "C-1", "D-1", "E-1"]
    assert model.columnCount() == 1
    assert runner.names == []


def test_a_card_holds_what_a_shopper_meets(qapp: QApplication) -> None:
    """Titles, lowest price, stock of all variants, category, picture, and the worst problem."""
    install_language(qapp, "en")
    model = model_of(opened())
    shirt = card_of(model, "A-1")
    assert (shirt.title_en, shirt.title_ar, shirt.text) == ("T-shirt", "عسل جبلي", "T-shirt")
    assert (shirt.price, shirt.has_range) == ("6.750", True)
    assert shirt.variants.startswith("3 variant")
    assert (shirt.stock, shirt.stock_number, shirt.sold_out) == ("1,154 in stock", "1,154", False)
    assert (shirt.category, shirt.picture) == ("Clothes > Shirts", "https://a.jo/shirt.png")
    assert (shirt.state, shirt.problem, shirt.badges) == (READY, "", ())
    honey, milk = card_of(model, "B-1"), card_of(model, "D-1")
    assert (honey.stock, honey.sold_out, honey.variants, honey.has_range) == ("sold out", True, "", False)
    assert (milk.stock, milk.sold_out, milk.state) == ("", False, LOOK)
    apple, nothing = card_of(model, "C-1"), card_of(model, "E-1")
    assert (apple.state, apple.problem, apple.kind) == (NOT_READY, "Arabic title is missing", "Missing")
    assert (nothing.price, nothing.stock) == ("", "")


def test_a_card_has_a_badge_for_each_of_several_shops(qapp: QApplication) -> None:
    """The first word of each system, and how the product stands for it."""
    model = model_of(opened(shops=2))
    assert card_of(model, "A-1").badges == (("HKJ", READY), ("HAQM", NOT_READY))
    assert card_of(model, "B-1").badges == (("HKJ", READY), ("HAQM", READY))
    assert card_of(model, "C-1").badges[0] == ("HKJ", NOT_READY)


def test_cards_are_filtered_as_the_other_views(qapp: QApplication) -> None:
    """By text, by problem, and by what a chart asks for; all must hold."""
    model = model_of(opened())
    for wanted, found in (
        (Filter("a-2"), ["A-1"]),
        (Filter(severity="error"), ["C-1", "E-1"]),
        (Filter(code="barcode_check_digit"), ["D-1"]),
        (Filter(state=LOOK), ["D-1"]),
        (Filter(category="Food"), ["B-1", "C-1"]),
        (Filter(category="", state=LOOK), ["D-1"]),
        (Filter(price=(500, 1500)), ["C-1", "D-1"]),
        (Filter(sold_out=True), ["B-1"]),
        (Filter(), ["A-1", "B-1", "C-1", "D-1", "E-1"]),
    ):
        model.set_filter(wanted)
        assert skus(model) == found, wanted


def test_orders(qapp: QApplication) -> None:
    """Titles whatever their case; what has no price or no stock stands last, up and down."""
    model = model_of(opened())
    for order, descending, found in (
        (Order.TITLE, False, ["E-1", "C-1", "B-1", "D-1", "A-1"]),
        (Order.PRICE, False, ["D-1", "C-1", "B-1", "A-1", "E-1"]),
        (Order.PRICE, True, ["A-1", "B-1", "C-1", "D-1", "E-1"]),
        (Order.STOCK, False, ["B-1", "C-1", "A-1", "D-1", "E-1"]),
        (Order.FILE, True, ["E-1", "D-1", "C-1", "B-1", "A-1"]),
        (Order.FILE, False, ["A-1", "B-1", "C-1", "D-1", "E-1"]),
    ):
        model.set_order(order, descending=descending)
        assert skus(model) == found, order
        assert model.order() == (order, descending)


def test_groups_stand_together_and_those_without_a_category_last(qapp: QApplication) -> None:
    """In each group the chosen order holds; names, counts and first rows fit the rows that are shown."""
    model = model_of(opened())
    assert model.groups() == []
    model.set_grouped(True)
    assert model.groups() == [(0, 1, "Clothes > Shirts"), (1, 2, "Food"), (3, 2, "Without a category")]
    assert skus(model) == ["A-1", "B-1", "C-1", "D-1", "E-1"]
    model.set_order(Order.TITLE)
    assert skus(model) == ["A-1", "C-1", "B-1", "E-1", "D-1"]
    model.set_filter(Filter(category="Food"))
    assert model.groups() == [(0, 2, "Food")]
    model.set_grouped(False)
    assert model.groups() == []
    assert skus(model) == ["C-1", "B-1"]


def test_groups_stay_when_another_file_is_opened(qapp: QApplication) -> None:
    """The tool above says that cards are grouped, so they are, in the new file's own order."""
    model = model_of(opened())
    model.set_grouped(True)
    model.set_order(Order.PRICE)
    model.show_source(many(20))
    assert model.order() == (Order.FILE, False)
    assert len(model.groups()) == 8
    assert sum(count for _, count, _ in model.groups()) == 20


def test_groups_and_titles_follow_the_language_of_the_window(arabic: None) -> None:
    """In Arabic by the Arabic words, and by the English ones where there are no others."""
    model = model_of(opened())
    model.set_grouped(True)
    assert [count for _, count, _ in model.groups()] == [2, 1, 2]
    assert [name for _, _, name in model.groups()][:2] == ["Food", "ملابس"]
    assert model.card(2).text == "عسل جبلي"
    assert model.card(2).category == "ملابس"


def test_a_product_is_found_on_its_row(qapp: QApplication) -> None:
    """Where it stands now, or nowhere while it is filtered away."""
    model = model_of(opened())
    model.set_order(Order.PRICE)
    assert model.position_of(4) == 0
    assert model.product_at(0) == 4
    model.set_filter(Filter(state=NOT_READY))
    assert model.position_of(4) is None
    model.show_source(None)
    assert model.position_of(4) is None


def test_a_screen_reader_hears_the_whole_card(qapp: QApplication) -> None:
    """Title, price with its currency, stock, how it stands, and what is wrong."""
    install_language(qapp, "en")
    model = model_of(opened(shops=2))
    said = str(model.index(0, 0).data(SPOKEN))
    for part in ("T-shirt", "6.750", "dinars", "1,154 in stock", "3 variant", "HKJ: ready", "HAQM: not ready"):
        assert part in said
    alone = model_of(opened())
    assert "not ready" in str(alone.index(2, 0).data(SPOKEN))
    assert "Arabic title is missing" in str(alone.index(2, 0).data(SPOKEN))
    assert "\u202e" not in str(alone.index(4, 0).data(SPOKEN))


def test_a_tooltip_tells_what_may_be_cut_and_no_markup_of_a_cell(qapp: QApplication) -> None:
    """Both titles are whole in it, and a cell that is HTML is shown as it is written."""
    model = model_of(opened())
    tip = str(model.index(0, 0).data(TOOLTIP))
    assert "T-shirt" in tip
    assert "عسل جبلي" in tip
    assert "&lt;b&gt;x" in str(model.index(4, 0).data(TOOLTIP))


# -- where each card stands ---------------------------------------------------------------------

GRIDS = st.tuples(
    st.one_of(st.integers(0, 60).map(lambda count: (count, [])), st.lists(st.integers(1, 17), min_size=1, max_size=6)
              .map(lambda groups: (sum(groups), groups))),
    st.integers(1, 900), st.integers(40, 260), st.integers(20, 240),
)  # fmt: skip


def grid_of(made: tuple[tuple[int, list[int]], int, int, int]) -> CardGrid:
    (count, groups), width, least, height = made
    return CardGrid(count, groups, width, least, height)


@given(GRIDS)
@modest(120)
def test_cards_share_the_width_and_never_touch(made: Any) -> None:
    """Lines reach from edge to edge, cards differ by a pixel at most, and none lies over another or outside."""
    grid = grid_of(made)
    rects = [grid.rect(row) for row in range(grid.count)]
    whole = QRect(0, 0, grid.width, max(grid.height, 1))
    for at, rect in enumerate(rects):
        assert whole.contains(rect)
        assert rect.height() == grid.card_height
        assert abs(rect.width() - rects[0].width()) <= 1
        for other in rects[at + 1 : at + 1 + grid.columns]:
            assert not rect.adjusted(0, 0, GAP - 1, GAP - 1).intersects(other)
    if grid.columns > 1:
        assert all(rect.width() >= made[2] for rect in rects)
    if len(rects) >= grid.columns and not made[0][1]:
        assert rects[0].left() == 0
        assert rects[grid.columns - 1].right() == grid.width - 1


@given(GRIDS, st.integers(-20, 920), st.integers(-20, 4000))
@modest(120)
def test_a_point_is_on_the_card_that_is_there(made: Any, x: int, y: int) -> None:
    """Exactly on that one: between cards, on headings and beyond the last there is none."""
    grid = grid_of(made)
    truth = next((row for row in range(grid.count) if grid.rect(row).contains(x, y)), -1)
    assert grid.row_at(x, y) == truth
    for row in range(grid.count):
        assert grid.row_at(grid.rect(row).center().x(), grid.rect(row).center().y()) == row


@given(GRIDS, st.integers(-50, 4000), st.integers(0, 700))
@modest(120)
def test_what_is_painted_is_all_that_is_seen(made: Any, top: int, height: int) -> None:
    """Every card and every heading of which a pixel is in the stripe is among those that are painted."""
    grid, stripe = grid_of(made), QRect(0, top, 2000, height + 1)
    rows = grid.rows_between(top, top + height)
    assert {row for row in range(grid.count) if grid.rect(row).intersects(stripe)} <= set(rows)
    lines = 2 + height // grid.pitch + 1
    assert len(rows) <= (lines + 1) * grid.columns
    groups = made[0][1]
    bands = grid.bands_between(top, top + height)
    assert {at for at in range(len(groups)) if grid.heading_rect(at).intersects(stripe)} <= set(bands)


def lines_of(grid: CardGrid, groups: Sequence[int]) -> list[list[int]]:
    """The rows of each line, told by where they stand."""
    found: dict[int, list[int]] = {}
    for row in range(grid.count):
        found.setdefault(grid.rect(row).top(), []).append(row)
    return [found[top] for top in sorted(found)]


@given(GRIDS, st.data())
@modest(120)
def test_moving_by_lines_keeps_the_column(made: Any, data: st.DataObject) -> None:
    """Up and down over headings, to the last card of a line that is shorter, never beyond the first and last line."""
    grid = grid_of(made)
    if not grid.count:
        return
    row, lines = data.draw(st.integers(0, grid.count - 1)), data.draw(st.integers(-8, 8))
    every = lines_of(grid, made[0][1])
    here = next(at for at, line in enumerate(every) if row in line)
    there = min(max(here + lines, 0), len(every) - 1)
    column = every[here].index(row)
    assert grid.moved(row, lines) == every[there][min(column, len(every[there]) - 1)]


def test_a_hundred_thousand_cards_are_laid_out_by_arithmetic() -> None:
    """No loop over cards: a grid takes as long for a million cards as for one, and thousands of groups do no harm."""
    began = time.perf_counter()
    grid = CardGrid(1_000_000, [], 1016, 184, 218)
    assert time.perf_counter() - began < 0.01
    assert grid.row_at(10, grid.rect(999_999).center().y()) >= 0
    began = time.perf_counter()
    CardGrid(100_000, [10] * 10_000, 1016, 184, 218)
    assert time.perf_counter() - began < 0.5


# -- the view ---------------------------------------------------------------------


def test_the_view_knows_each_card_under_the_pointer(qtbot: QtBot, look: ThemeManager) -> None:
    """Scrolled and mirrored, the middle of each card is that card, and the gap between two is none."""
    model = model_of(many(60))
    for direction in (Qt.LayoutDirection.LeftToRight, RTL):
        view = view_of(qtbot, model)
        view.setLayoutDirection(direction)
        view.verticalScrollBar().setValue(333)
        for row in view.rows_in_view():
            rect = view.visualRect(model.index(row, 0))
            assert view.indexAt(rect.center()).row() == row
        rect = view.visualRect(model.index(6, 0))
        assert not view.indexAt(rect.bottomLeft() + QPoint(0, GAP // 2)).isValid()
        first, second = (view.visualRect(model.index(row, 0)) for row in (0, 1))
        assert (first.left() < second.left()) == (direction != RTL)


def test_sizes_and_languages_change_the_cards(qtbot: QtBot, look: ThemeManager) -> None:
    """More small ones fit into a line; two titles need more height than one."""
    view = view_of(qtbot, model_of(many(60)))
    seen = {}
    for size in (SMALL, MEDIUM, LARGE):
        view.set_size(size)
        rect = view.visualRect(view.model().index(0, 0))
        seen[size] = (len({view.visualRect(view.model().index(row, 0)).left() for row in range(30)}), rect.height())
    assert seen[SMALL][0] > seen[MEDIUM][0] > seen[LARGE][0]
    assert seen[SMALL][1] < seen[MEDIUM][1] < seen[LARGE][1]
    view.set_size(MEDIUM)
    both = view.visualRect(view.model().index(0, 0)).height()
    view.set_languages("ar")
    assert view.visualRect(view.model().index(0, 0)).height() < both


def test_drawing_the_window_wider_keeps_the_first_card_in_view(qtbot: QtBot, look: ThemeManager) -> None:
    """However often the number of columns changes on the way, and back."""
    model = model_of(many(300))
    view = view_of(qtbot, model, 820, 600)
    view.scrollTo(model.index(120, 0), CardView.ScrollHint.PositionAtTop)
    first = view.rows_in_view().start
    for width in (640, 420, 1000, 260, 820):
        view.resize(width, 600)
        assert first in view.rows_in_view()
    assert view.rows_in_view().start == first
    view.verticalScrollBar().setValue(0)
    view.resize(500, 600)
    assert view.verticalScrollBar().value() == 0


def press(qtbot: QtBot, view: CardView, *keys: Qt.Key) -> int:
    for key in keys:
        qtbot.keyClick(view, key)
    return view.currentIndex().row()


def test_the_keyboard_alone_goes_everywhere(qtbot: QtBot, look: ThemeManager) -> None:
    """Arrows in the grid, Home and End, a page up and down; the card is then in view."""
    view = view_of(qtbot, model_of(many(203)))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.model().index(0, 0))
    columns = view._grid.columns
    assert columns == 4
    assert press(qtbot, view, Qt.Key.Key_Right) == 1
    assert press(qtbot, view, Qt.Key.Key_Down, Qt.Key.Key_Down) == 1 + 2 * columns
    assert press(qtbot, view, Qt.Key.Key_Left) == 2 * columns
    assert press(qtbot, view, Qt.Key.Key_Left) == 2 * columns - 1  # the end of the line before
    assert press(qtbot, view, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up) == columns - 1
    assert press(qtbot, view, Qt.Key.Key_PageDown) == columns - 1 + columns * (
        view.viewport().height() // view._grid.pitch
    )
    assert press(qtbot, view, Qt.Key.Key_PageUp) == columns - 1
    assert press(qtbot, view, Qt.Key.Key_End) == 202
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert press(qtbot, view, Qt.Key.Key_Down) == 202
    assert press(qtbot, view, Qt.Key.Key_Home) == 0
    assert view.verticalScrollBar().value() == 0
    assert [index.row() for index in view.selectionModel().selectedIndexes()] == [0]


def test_arrows_follow_the_eye_in_arabic(qtbot: QtBot, look: ThemeManager, arabic: None) -> None:
    """The arrow to the left goes to the card at the left, which is the next one."""
    view = view_of(qtbot, model_of(many(30)))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.model().index(0, 0))
    assert press(qtbot, view, Qt.Key.Key_Left) == 1
    assert press(qtbot, view, Qt.Key.Key_Right) == 0


def test_the_first_line_of_a_group_is_shown_with_its_heading(qtbot: QtBot, look: ThemeManager) -> None:
    """Going up by keyboard ends at the heading and not below it."""
    model = model_of(many(203))
    model.set_grouped(True)
    view = view_of(qtbot, model)
    view.setCurrentIndex(model.index(model.groups()[3][0], 0))
    view.setCurrentIndex(model.index(0, 0))
    assert view.verticalScrollBar().value() == 0
    view.setCurrentIndex(model.index(202, 0))
    view.setCurrentIndex(model.index(model.groups()[3][0], 0))
    heading = view._seen(view._grid.heading_rect(3))
    assert heading.top() == 0


def double_click(qtbot: QtBot, view: CardView, where: QPoint) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_enter_and_a_double_click_open_the_product(qtbot: QtBot, look: ThemeManager) -> None:
    """Its number, wherever it stands; nothing is opened beside the cards."""
    model = model_of(opened())
    model.set_order(Order.PRICE)
    view = view_of(qtbot, model)
    view.setFocus()
    view.setCurrentIndex(model.index(1, 0))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(view.opened) as told:
            qtbot.keyClick(view, key)
        assert told.args == [3]
    center = view.visualRect(model.index(0, 0)).center()
    with qtbot.waitSignal(view.opened) as told:
        double_click(qtbot, view, center)
    assert told.args == [4]
    with qtbot.assertNotEmitted(view.opened):
        double_click(qtbot, view, QPoint(400, 590))


def test_tab_leaves_the_cards_at_once(qtbot: QtBot, look: ThemeManager) -> None:
    """The view is one stop: the next Tab is at the next field."""
    host, after = QWidget(), QLineEdit()
    view = CardView()
    view.setModel(model_of(many(30)))
    box = QVBoxLayout(host)
    box.addWidget(view)
    box.addWidget(after)
    shown(qtbot, host, 600, 500)
    host.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    wait_until(qtbot, after.hasFocus)


def test_a_click_selects_one_card(qtbot: QtBot, look: ThemeManager) -> None:
    """The one before is selected no more; a click between cards changes nothing else."""
    view = view_of(qtbot, model_of(many(30)))
    for row in (3, 5):
        where = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert [index.row() for index in view.selectionModel().selectedIndexes()] == [row]
    assert view.current_product() == 6


def test_several_can_be_selected_where_that_is_allowed(qtbot: QtBot, look: ThemeManager) -> None:
    """With Shift, all from the first to the last line that the two clicks span."""
    view = view_of(qtbot, model_of(many(30)))
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    for row, modifier in ((1, Qt.KeyboardModifier.NoModifier), (6, Qt.KeyboardModifier.ShiftModifier)):
        where = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, where)
    assert sorted(index.row() for index in view.selectionModel().selectedIndexes()) == [1, 2, 5, 6]
    region = view.visualRegionForSelection(view.selectionModel().selection())
    assert region.contains(view.visualRect(view.model().index(5, 0)).center())


def test_a_filter_begins_at_the_top_and_a_change_stays_where_it_is(qtbot: QtBot, look: ThemeManager) -> None:
    """Other rows are seen from their first; the same rows of a changed catalogue as they were seen, with their card."""
    file = many(300)
    model = model_of(file)
    view = view_of(qtbot, model)
    view.setCurrentIndex(model.index(200, 0))
    at = view.verticalScrollBar().value()
    assert at > 0
    changed = Opened.of(file.path, file.shared, file.shops, draft=file.draft)
    model.show_source(changed, keep_order=True)
    assert view.verticalScrollBar().value() == at
    assert view.current_product() == 201
    model.set_filter(Filter("product 1"))
    assert view.verticalScrollBar().value() == 0
    assert view.current_product() is None
    model.show_source(None)
    assert view.verticalScrollBar().maximum() == 0
    assert not view.indexAt(QPoint(20, 20)).isValid()


def test_a_product_is_gone_to(qtbot: QtBot, look: ThemeManager) -> None:
    """Its card is then the current one and in view; one that is filtered away is not gone to."""
    view = view_of(qtbot, model_of(many(300)))
    assert view.show_product(250)
    assert view.current_product() == 250
    assert 249 in view.rows_in_view()
    assert not view.show_product(301)


def test_the_pointer_lights_one_card(qtbot: QtBot, look: ThemeManager) -> None:
    """The one below it, and none when it leaves."""
    view = view_of(qtbot, model_of(many(30)))
    qtbot.mouseMove(view.viewport(), view.visualRect(view.model().index(2, 0)).center())
    wait_until(qtbot, lambda: view.hover_row() == 2)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.hover_row() == -1


def turn(view: CardView, angle: int, pixels: int = 0) -> None:
    where = QPointF(100, 100)
    event = QWheelEvent(
        where, view.viewport().mapToGlobal(where), QPoint(0, pixels), QPoint(0, angle), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt's order
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_a_wheel_glides_and_a_touchpad_follows_the_fingers(qtbot: QtBot, look: ThemeManager) -> None:
    """Two notches move as far as two, over a moment; fingers move at once, by as many pixels."""
    view = view_of(qtbot, model_of(many(300)))
    bar = view.verticalScrollBar()
    notch = QApplication.wheelScrollLines() * bar.singleStep()
    turn(view, -120)
    turn(view, -120)
    assert bar.value() < 2 * notch
    wait_until(qtbot, lambda: bar.value() == 2 * notch)
    turn(view, -10, pixels=-33)
    assert bar.value() == 2 * notch + 33
    turn(view, 120)
    turn(view, 0, pixels=5)  # fingers stop what glides
    at = bar.value()
    qtbot.wait(200)
    assert bar.value() == at
    for _ in range(10):
        turn(view, 120)
    wait_until(qtbot, lambda: bar.value() == 0)


def test_a_screen_reader_reads_the_current_card(qtbot: QtBot, look: ThemeManager) -> None:
    """The view has a name, and its child for a card has the card's words."""
    view = view_of(qtbot, model_of(opened()))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Products as cards"
    assert interface.childCount() == 5
    child = interface.child(2)
    assert "apple" in child.text(QAccessible.Text.Name)
    assert "Arabic title is missing" in child.text(QAccessible.Text.Name)
    seen = view.visualRect(view.model().index(2, 0))
    assert child.rect().size() == seen.size()


# -- pictures on cards ---------------------------------------------------------------------


class Shelf:
    """Every address is a picture, painted quickly; what was looked at is remembered."""

    def __init__(self) -> None:
        self.looked: list[str] = []
        self.content = png(40, 40)

    def look(self, address: str, side: int, _cancel: CancelToken) -> Look:
        self.looked.append(address)
        return look_at(self.content, side)


def test_only_what_is_seen_is_loaded(qtbot: QtBot, look: ThemeManager) -> None:
    """In the order in which it is seen; after a jump what is seen then, and nothing of the way there."""
    runner, shelf = InlineRunner(held=True), Shelf()
    store = PictureStore(runner, shelf, at_once=2)
    model = model_of(many(2000))
    view = view_of(qtbot, model, pictures=store)
    view.viewport().repaint()
    wait_until(qtbot, lambda: len(runner.waiting) == 2)
    first = [f"https://a.jo/{row}.png" for row in view.rows_in_view()]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    view.viewport().repaint()
    seen = [f"https://a.jo/{row}.png" for row in view.rows_in_view()]

    def loaded() -> bool:
        runner.release()
        return not store.is_loading()

    wait_until(qtbot, loaded)
    assert shelf.looked[:2] == first[:2]
    assert shelf.looked[2:] == seen
    view.hide()
    assert store._wanted == {}


def test_a_picture_that_came_is_painted(qtbot: QtBot, look: ThemeManager) -> None:
    """Soon, and in the middle of its ground."""
    store = PictureStore(InlineRunner(), Shelf())
    view = view_of(qtbot, model_of(opened()), pictures=store)
    ground = view.visualRect(view.model().index(0, 0))
    middle = QPoint(ground.center().x(), ground.top() + 65)
    quiet = current().color(Role.SURFACE_QUIET)
    wait_until(qtbot, lambda: picture(view).pixelColor(middle) not in (quiet, current().color(Role.HOVER)))


# -- what is painted ---------------------------------------------------------------------


def painted(view: CardView, row: int) -> QImage:
    return view.viewport().grab(view.visualRect(view.model().index(row, 0))).toImage()


def has(image: QImage, color: QColor, within: QRect | None = None) -> bool:
    area = within or image.rect()
    return any(
        image.pixelColor(x, y) == color
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


def test_a_problem_frames_its_card(qtbot: QtBot, look: ThemeManager) -> None:
    """Red and amber, in light and dark; a ready card has the hairline."""
    view = view_of(qtbot, model_of(opened()))
    for mode in (Mode.LIGHT, Mode.DARK):
        look.set_mode(mode)
        for row, role in ((0, Role.BORDER), (2, Role.ERROR), (3, Role.BAR_WARN)):
            image = painted(view, row)
            assert image.pixelColor(image.width() // 2, image.height() - 1) == current().color(role)
        wash = current().color(Role.ERROR_WASH)
        assert has(painted(view, 2), wash)
        assert not has(painted(view, 0), wash)


def test_the_ring_is_there_only_while_the_keyboard_is(qtbot: QtBot, look: ThemeManager) -> None:
    """A view that was left shows no ring, and still which card is selected."""
    view = view_of(qtbot, model_of(opened()))
    view.setCurrentIndex(view.model().index(2, 0))
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    wait_until(qtbot, view.hasFocus)
    accent = current().color(Role.ACCENT)
    assert painted(view, 2).pixelColor(100, 1) == accent
    view.clearFocus()
    assert painted(view, 2).pixelColor(100, 1) != accent
    assert has(painted(view, 2), current().color(Role.ACCENT_WASH))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, RTL])
def test_what_is_missing_is_a_red_dash(qtbot: QtBot, look: ThemeManager, direction: Qt.LayoutDirection) -> None:
    """Where the title would stand: at the edge where it begins."""
    view = view_of(qtbot, model_of(opened()))
    view.setLayoutDirection(direction)
    image, red = painted(view, 2), current().color(Role.ERROR)
    words = QRect(4, 131, image.width() - 8, image.height() - 136)
    half = QRect(words.center().x(), words.top(), words.width() // 2, words.height())
    assert has(image, red, half)  # Arabic begins at the right in either window
    assert not has(image, red, words.adjusted(0, 0, -half.width(), 0))
    complete = painted(view, 0)
    assert not has(complete, red, QRect(4, 131, complete.width() - 8, complete.height() - 136))


def bounds(image: QImage, ink: QColor, within: QRect) -> tuple[int, int]:
    """First and last column with a pixel near ``ink``."""
    found = [
        x
        for x in range(within.left(), within.right() + 1)
        for y in range(within.top(), within.bottom() + 1)
        if abs(image.pixelColor(x, y).lightness() - ink.lightness()) < 25
    ]
    return (min(found), max(found)) if found else (-1, -1)


def test_the_price_stands_at_the_leading_edge(qtbot: QtBot, look: ThemeManager) -> None:
    """At the left in English and at the right in Arabic, the stock opposite."""
    view = view_of(qtbot, model_of(opened()))
    for direction in (Qt.LayoutDirection.LeftToRight, RTL):
        view.setLayoutDirection(direction)
        image = painted(view, 1)
        foot = QRect(4, image.height() - 32, image.width() - 8, 26)
        first, last = bounds(image, current().color(Role.TEXT), foot)
        assert first >= 0
        assert ((first + last) // 2 < image.width() // 2) == (direction != RTL)
        warm = [
            x
            for x in range(4, image.width() - 4)
            for y in range(foot.top(), foot.bottom())
            if image.pixelColor(x, y).red() - image.pixelColor(x, y).blue() > 60  # "sold out" in amber
        ]
        assert warm
        assert (min(warm) > image.width() // 2) == (direction != RTL)
        assert (max(warm) > image.width() // 2) == (direction != RTL)


@pytest.mark.parametrize("size", [SMALL, MEDIUM, LARGE])
@pytest.mark.parametrize("languages", [BOTH, "ar", "en"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, RTL])
def test_nothing_is_painted_beside_the_card(
    qtbot: QtBot, look: ThemeManager, size: str, languages: str, direction: Qt.LayoutDirection
) -> None:
    """Whatever stands in the cells, and however large and sharp the card: its ground around it stays clean."""
    long = "خبز طازج مخبوز على الحجارة الساخنة كل صباح " * 6
    file = opened(
        checked_products(
            product(title_en="An endless name " * 20, title_ar=long, price_jod="123456.250", stock_qty="123456",
                    category_en="A > " * 60, brand="x"),
            product(sku="B", barcode=None, title_en="x" * 250, title_ar=None, price_jod="x" * 90),
            {"sku": "C", "title_en": "Z\u0334\u0321\u0322" * 40, "price_jod": "1"},
        ),
        shops=2,
    )  # fmt: skip
    model = model_of(file)
    delegate = CardDelegate()
    delegate.size, delegate.languages = size, languages
    view = view_of(qtbot, model)
    view.setLayoutDirection(direction)
    for ratio in (1.0, 1.5, 2.0):
        for row in range(model.rowCount()):
            margin, box = 12, QSize(delegate.least_width() + 3, delegate.height())
            image = QImage((box + QSize(2 * margin, 2 * margin)) * ratio, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            image.fill(QColor("magenta"))
            option = view.viewOptions() if hasattr(view, "viewOptions") else _option(view)
            option.rect = QRect(QPoint(margin, margin), box)
            option.direction = direction
            painter = QPainter(image)
            delegate.paint(painter, option, model.index(row, 0))
            painter.end()
            edge, bottom = int(margin * ratio), int((margin - SHADOW) * ratio) - 1
            for strip in (
                QRect(0, 0, image.width(), edge), QRect(0, 0, edge, image.height()),
                QRect(image.width() - edge, 0, edge, image.height()),
                QRect(0, image.height() - bottom, image.width(), bottom),
            ):  # fmt: skip
                part = image.copy(strip)
                clean = QImage(part.size(), part.format())
                clean.fill(QColor("magenta"))
                clean.setDevicePixelRatio(ratio)
                assert part == clean, (size, languages, ratio, row, strip)


def _option(view: CardView) -> Any:
    from PySide6.QtWidgets import QStyleOptionViewItem

    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    return option


def test_pictures_are_never_cropped_or_made_larger(qtbot: QtBot, look: ThemeManager) -> None:
    """A wide one is as wide as its room and as flat as it was; a tiny one stays tiny."""
    delegate = CardDelegate()
    for (width, height), room, fitted in (
        ((400, 100), (160, 106), (160, 40)),
        ((100, 400), (160, 106), (26, 106)),
        ((20, 30), (160, 106), (20, 30)),
        ((3000, 1), (160, 106), (160, 1)),
    ):
        from PySide6.QtGui import QPixmap

        made = delegate._fitted(QPixmap(width, height), QSize(*room))
        assert abs(made.width() - fitted[0]) <= 1
        assert abs(made.height() - fitted[1]) <= 1


# -- how quick it is ---------------------------------------------------------------------


def test_a_hundred_thousand_cards_paint_in_no_time(qtbot: QtBot, look: ThemeManager) -> None:
    """A full page at 1280 × 800, anywhere in them; and what is seen costs the same as in a list of thirty."""
    model = model_of(many(100_000))
    view = view_of(qtbot, model, 1280, 800)
    took = []
    for part in range(9):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * part // 8)
        view.viewport().repaint()
        began = time.perf_counter()
        view.viewport().repaint()
        took.append(time.perf_counter() - began)
    assert statistics.median(took) < 0.1  # 7 ms on an idle machine
    began = time.perf_counter()
    view.resize(900, 800)
    assert time.perf_counter() - began < 0.5


def test_scrolling_paints_only_what_comes_in(qtbot: QtBot, look: ThemeManager) -> None:
    """What was painted already is moved: a step asks for the cards of the new stripe alone."""
    model = model_of(many(1000))
    asked: list[int] = []

    class Watched(CardDelegate):
        def paint(self, painter: Any, option: Any, index: Any) -> None:
            asked.append(index.row())
            super().paint(painter, option, index)

    view = view_of(qtbot, model)
    view.card_delegate = Watched(None, view)
    bar = view.verticalScrollBar()

    def only_the_stripe() -> bool:
        """A window that was just shown is painted whole once or twice more."""
        asked.clear()
        bar.setValue((bar.value() + 30) % 3000)
        QApplication.processEvents()
        return 0 < len({row // view._grid.columns for row in asked}) < len(view.rows_in_view()) // view._grid.columns

    wait_until(qtbot, only_the_stripe)
    asked.clear()
    lit = {view.hover_row(), view.rows_in_view().start}
    view._set_hover(view.rows_in_view().start)
    wait_until(qtbot, lambda: asked)
    assert set(asked) <= lit


def test_data_answers_only_for_what_it_serves(qapp: QApplication) -> None:
    """The card itself and its words; every other role is nothing."""
    model = model_of(opened())
    index = model.index(0, 0)
    assert isinstance(index.data(CELL_ROLE), Card)
    assert index.data() == "T-shirt"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert QGuiApplication.layoutDirection() != RTL
