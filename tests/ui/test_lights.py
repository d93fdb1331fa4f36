"""Two shops in use: a light for each of them on every row, and the catalogue shown as either takes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.problems import Problem, Problems, Source
from hkj_desktop.errors import PictureError
from hkj_desktop.files.picture_file import Look
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import destinations
from hkj_desktop.system.settings import Profile, practice_profile
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.shops import KeyInfo
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.table_model import FIXED, ROW, STATE, TableModel
from hkj_desktop.ui.opened import LOOK, NOT_READY, READY, Answer, Opened
from hkj_desktop.ui.pages.check_page import PROBLEMS, TABLE, CheckPage
from hkj_desktop.ui.parts import CHECK
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.steps import Steps
from hkj_desktop.ui.theme import ThemeManager, Tone
from tests.helpers.catalogues import checked, checked_products, product
from tests.helpers.ui import InlineRunner

SHOP, STORES = (practice_profile(system) for system in destinations().values())
TOOLTIP, SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
CODES = ("6251047007000", "6251047007079", "6251047007147", "6251047007215", "6251047007284")


def catalogue() -> Checked:
    """Row 2 is fine; row 3 has no barcode, row 4 no Arabic title, row 5 no name at all and an SKU in Arabic, row 6 a
    price that is hardly meant."""
    return checked_products(
        product(sku="A-1", barcode=CODES[0]),
        product(sku="A-2", barcode=None),
        product(sku="A-3", barcode=CODES[2], title_ar=None),
        product(sku="شاي", barcode=None, title_ar=None, title_en=None, price_jod="dear", stock_qty="some"),
        product(sku="A-5", barcode=CODES[4], price_jod="0.001"),
    )


def opened(*shops: Profile, shared: Checked | None = None, lens: str = "") -> Opened:
    return Opened.of(Path("list.csv"), shared or catalogue(), shops, lens)


def model_of(file: Opened) -> TableModel:
    model = TableModel(InlineRunner())
    model.show_source(file)
    return model


def tip(model: TableModel, row: int, column: int) -> str:
    return str(model.index(row, column).data(TOOLTIP))


class NoPictures:
    """There is no picture anywhere."""

    def look(self, address: str, side: int, cancel: CancelToken) -> Look:
        raise PictureError(reason="missing")


def answer(shared: Checked, *problems: Problem) -> Answer:
    return Answer(Problems.of(problems), Draft(shared.catalog))


class Desk:
    """A check page over a catalogue, with shops that a test may change."""

    def __init__(self, qtbot: QtBot, *shops: Profile, shared: Checked | None = None, held: bool = False) -> None:
        self.shops = list(shops)
        self.runner = InlineRunner()
        self.catalogue = CatalogueController(
            self.runner,
            lambda _only: tuple(self.shops),
            lambda _print: {},
            lambda _print, _match: None,
            Path("presets"),
            Path("drafts"),
        )
        self.page = CheckPage(self.catalogue, self.runner, PictureStore(self.runner, NoPictures()))
        qtbot.addWidget(self.page)
        self.catalogue.file = opened(*shops, shared=shared)
        self.page.resize(900, 600)
        self.page.show()
        self.page.show_new()
        self.page.show_view(TABLE)
        self.runner.held = held

    @property
    def model(self) -> TableModel:
        return self.page.table_model

    def titles(self) -> list[str]:
        return [self.model.title(column) for column in range(self.model.columns())]

    def lights(self, column: int) -> list[Icon | None]:
        return [self.model.cell(row, column).icon for row in range(self.model.rowCount())]

    def segments(self) -> list[QRadioButton]:
        shops = self.page.lens.shops
        return shops.findChildren(QRadioButton) if shops is not None else []

    def choose(self, shop: Profile) -> None:
        at = [one.id for one in self.shops].index(shop.id)
        self.segments()[at].click()


@pytest.fixture
def desk(qtbot: QtBot, look: ThemeManager) -> Desk:
    return Desk(qtbot, SHOP, STORES)


# -- the lights ---------------------------------------------------------------------------------------------------


def test_each_shop_has_its_own_light() -> None:
    """What one system wants and the other does not is red for that one alone; what is odd anywhere is amber for
    both."""
    file = opened(SHOP, STORES)
    assert file.lights[SHOP.id].to_list() == [READY, READY, NOT_READY, NOT_READY, LOOK]
    assert file.lights[STORES.id].to_list() == [READY, NOT_READY, READY, NOT_READY, LOOK]


def test_a_light_is_a_shape_a_colour_and_a_word(qapp: Any) -> None:
    """Three shapes for three states, and a screen reader says system and state."""
    model = model_of(opened(SHOP, STORES))
    icons = [model.cell(row, FIXED).icon for row in (0, 3, 4)]
    assert icons == [Icon.CHECK, Icon.CIRCLE_X, Icon.TRIANGLE_ALERT]
    system = model.title(FIXED + 1)
    told = [model.index(row, FIXED + 1).data(SPOKEN) for row in (0, 1, 4)]
    assert told == [f"{system}: ready", f"{system}: not ready", f"{system}: ready, worth a look"]


def test_a_light_tells_what_is_missing(qapp: Any) -> None:
    """Pointing at a light names the shop and what is missing there, with the field where the words do not name it."""
    model = model_of(opened(SHOP, STORES))
    assert "Practice shop" in tip(model, 1, FIXED)
    assert "missing" not in tip(model, 1, FIXED)
    told = tip(model, 1, FIXED + 1)
    assert "Practice stores" in told
    assert "not ready" in told
    assert "The barcode is missing" in told
    assert "Barcode: " not in told
    assert "Arabic title is missing" in tip(model, 2, FIXED)
    assert "Price (dinars): The price is less than five fils" in tip(model, 4, FIXED + 1)


def test_a_light_tells_three_things_and_how_many_more(qapp: Any) -> None:
    """A product with many problems has a tooltip of a few lines."""
    file = opened(SHOP, STORES)
    told = tip(model_of(file), 3, FIXED)
    wrong = file.payloads[SHOP.id].checked.problems.frame.filter(product=4).height
    assert wrong > 3
    assert told.count("•") == 3
    assert f"+{wrong - 3}" in told


def test_a_light_is_that_of_the_whole_product(qapp: Any) -> None:
    """A variant that is wrong makes the light of all rows of its product red, and the tooltip says where it stands."""
    head = ("sku", "title_en", "title_ar", "price_jod", "barcode", "option1_name", "option1_value")
    first = ("H-1", "Honey", "عسل", "3", CODES[0], "Size", "250 g")
    second = ("H-2", None, None, "5", None, None, "500 g")
    file = opened(SHOP, STORES, shared=checked(head, [first, second]))
    assert file.lights[STORES.id].to_list() == [NOT_READY, NOT_READY]
    model = model_of(file)
    assert "(cell E3)" in tip(model, 0, FIXED + 1)
    assert "(cell" not in tip(model, 1, FIXED + 1)


def test_what_the_shop_said_is_on_its_light_alone() -> None:
    """A product that one shop refused is red there and stays green for the other."""
    refused = Problem("server_refused", product=1, index=0, row=2, other="no", source=Source.SERVER)
    shared = catalogue()
    file = Opened.of(Path("x.csv"), shared, [SHOP, STORES], answers={STORES.id: answer(shared, refused)})
    assert (file.lights[SHOP.id][0], file.lights[STORES.id][0]) == (READY, NOT_READY)


def test_columns_are_called_by_their_systems(qapp: Any) -> None:
    """The system's name stands above a light; two shops of one system are told apart by their own names."""
    names = [system.name for system in destinations().values()]
    file = opened(SHOP, STORES)
    assert [model_of(file).title(FIXED + at) for at in (0, 1)] == names
    irbid = replace(STORES, id="irbid", name="Irbid")
    model = model_of(opened(SHOP, STORES, irbid))
    titles = [model.title(FIXED + at) for at in range(3)]
    assert titles[0] == names[0]
    assert titles[1:] == [f"\u2068{shop}\u2069 ({names[1]})" for shop in ("Practice stores", "Irbid")]
    assert "Irbid" in str(model.headerData(FIXED + 2, Qt.Orientation.Horizontal, TOOLTIP))


@pytest.mark.parametrize("at", [0, 1])
def test_sorting_by_a_light_goes_by_state(qapp: Any, at: int) -> None:
    """What is not ready comes first, then what is worth a look; within a state the file's order stays."""
    model = model_of(opened(SHOP, STORES))
    model.sort(FIXED + at)
    rows = [model.cell(row, ROW).text for row in range(model.rowCount())]
    assert rows == [["4", "5", "6", "2", "3"], ["3", "5", "6", "2", "4"]][at]
    model.sort(FIXED + at, Qt.SortOrder.DescendingOrder)
    assert model.cell(0, ROW).text == "2"
    price = model.column_of("E")
    assert model.title(price).startswith("E ")
    model.sort(price)
    assert model.cell(0, price).text == "0.001"


def test_one_shop_has_no_lights(qtbot: QtBot, look: ThemeManager) -> None:
    """With one shop in use the table is as it was: row, state, the file's columns; and there is nothing to choose."""
    desk = Desk(qtbot, STORES)
    assert desk.catalogue.file is not None
    assert desk.catalogue.file.lights == {}
    assert desk.model.fixed == FIXED
    assert desk.titles()[FIXED].startswith("A ")
    assert not desk.page.lens.isVisible()
    assert not desk.page.table.isColumnHidden(STATE)
    assert "with a problem" in desk.page._header.line()
    assert desk.model.index(0, STATE).data(SPOKEN) == "ready"


# -- for which shop -----------------------------------------------------------------------------------------------


def test_the_lens_changes_what_is_shown(qtbot: QtBot, look: ThemeManager) -> None:
    """Choosing the other shop shows its problems, its chips, its marks and its bar; the lights stay."""
    more = checked_products(
        product(sku="A-1", barcode=CODES[0], stock_qty="some"),
        product(sku="A-2", barcode=None),
        product(sku="A-3", barcode=None),
    )
    desk = Desk(qtbot, SHOP, STORES, shared=more)
    page, barcode = desk.page, 1 + desk.model.fixed
    chips = set(page._chips._chips)
    assert desk.model.cell(1, barcode).pill is None
    lights = desk.lights(FIXED), desk.lights(FIXED + 1)
    bar = page._bar.counts()
    desk.choose(STORES)
    assert desk.catalogue.file is not None
    assert desk.catalogue.file.lens == STORES.id
    assert desk.model.cell(1, barcode).pill is Tone.ERROR
    assert (desk.lights(FIXED), desk.lights(FIXED + 1)) == lights
    assert page._bar.counts() != bar
    assert set(page._chips._chips) != chips
    page.show_view(PROBLEMS)
    fields = {page.problem_model.problem(row).field for row in range(page.problem_model.rowCount())}
    assert "barcode" in fields
    assert "stock_qty" not in fields


def test_the_lens_keeps_search_and_order(desk: Desk) -> None:
    """What was searched for and how the table was sorted stays when another shop is chosen."""
    desk.page.search.setText("a-")
    desk.page._on_searched("a-")
    desk.model.sort(FIXED + 1)
    rows = [desk.model.cell(row, ROW).text for row in range(desk.model.rowCount())]
    assert rows == ["3", "6", "2", "4"]
    desk.choose(STORES)
    assert [desk.model.cell(row, ROW).text for row in range(desk.model.rowCount())] == rows
    assert desk.page.search.text() == "a-"


def test_the_last_shop_that_was_chosen_is_shown(qtbot: QtBot, look: ThemeManager) -> None:
    """Somebody who chooses one and thinks better of it at once sees the first again, not what was on its way."""
    desk = Desk(qtbot, SHOP, STORES, held=True)
    desk.choose(STORES)
    desk.choose(SHOP)
    desk.runner.release()
    assert desk.catalogue.file is not None
    assert desk.catalogue.file.lens == SHOP.id
    assert desk.segments()[0].isChecked()
    desk.shops.reverse()
    desk.catalogue.shops_changed()
    desk.runner.release()
    assert desk.catalogue.file.lens == STORES.id  # what was chosen before does not hold the page back


def test_long_names_keep_their_ends(qtbot: QtBot, look: ThemeManager) -> None:
    """Branches with long names are told apart in the control, and named in full for a screen reader and on pointing."""
    names = ["Baqala Al-Noor, Jabal Amman, first circle", "Baqala Al-Noor, Jabal Amman, third circle"]
    desk = Desk(qtbot, *(replace(SHOP, id=name, name=name) for name in names))
    segments = desk.segments()
    assert len({segment.text() for segment in segments}) == 2
    assert all(len(segment.text()) < 30 for segment in segments)
    assert [segment.accessibleName() for segment in segments] == names
    assert names[0] in segments[0].toolTip()


def test_the_head_counts_for_each_shop(desk: Desk) -> None:
    """Below the file's name stands for each shop how many are ready, whichever is looked through."""
    expected = ["Practice shop\u2069: 3 of 5 ready", "Practice stores\u2069: 3 of 5 ready"]
    assert all(part in desk.page._header.line() for part in expected)
    desk.choose(STORES)
    assert all(part in desk.page._header.line() for part in expected)


def test_several_stores_multiply_in_words(qtbot: QtBot, look: ThemeManager) -> None:
    """Where each product goes to two stores, the head says how many items that makes; also with one shop in use."""
    two = replace(STORES, stores="S1, S2")
    for shops in ([two], [SHOP, two]):
        desk = Desk(qtbot, *shops)
        said = desk.page._header.line()
        assert "5 products × 2 stores = 10 items" in said
    assert "×" not in Desk(qtbot, SHOP, STORES).page._header.line()
    head = ("sku", "title_en", "title_ar", "price_jod", "barcode", "option1_name", "option1_value")
    variants = [
        ("H-1", "Honey", "عسل", "3", CODES[0], "Size", "250 g"),
        ("H-2", None, None, "5", CODES[1], None, "1 kg"),
    ]
    desk = Desk(qtbot, SHOP, two, shared=checked(head, variants))
    assert "(4 items in 2 stores)" in desk.page._header.line()  # 1 × 2 would not be 4


def test_a_problem_leads_to_its_cell_behind_the_lights(desk: Desk) -> None:
    """From a problem of the chosen shop to its cell, which the lights have moved to the side."""
    desk.choose(STORES)
    page = desk.page
    page.show_view(PROBLEMS)
    shown = [page.problem_model.problem(row) for row in range(page.problem_model.rowCount())]
    at = next(row for row, one in enumerate(shown) if (one.field, one.row) == ("barcode", 3))
    page.problems.activated.emit(page.problem_model.index(at, 0))
    cell = page.table.currentIndex()
    assert desk.model.cell(cell.row(), ROW).text == "3"
    assert desk.model.title(cell.column()) == "B  Barcode"


class Frame(QObject):
    """The frame of the window, as far as the steps show themselves on it."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: dict[str, Any] = {}

    def set_step(self, key: str, **shown: Any) -> None:
        self.marks[key] = shown.get("mark")


def test_the_footer_counts_for_each_and_the_rail_for_the_worst(desk: Desk) -> None:
    """The footer says what is ready for each shop; the rail counts the problems of the one that has the most,
    so that no tick stands beside a shop that gets nothing."""
    frame = Frame()
    shops = SimpleNamespace(active_id=SHOP.id, key=lambda _id: KeyInfo())
    uploads = SimpleNamespace(is_busy=lambda: False, progress=None, last=None)
    steps = Steps(
        cast("Any", frame), cast("Any", SimpleNamespace(shops=shops, catalogue=desk.catalogue, uploads=uploads))
    )
    desk.catalogue.file = opened(SHOP, replace(STORES, stores=""), shared=catalogue(), lens=STORES.id)
    said = steps.readiness(desk.catalogue.file)
    assert said == "**3 products** ready for \u2068Practice shop\u2069, **0** for \u2068Practice stores\u2069."
    steps.refresh()
    assert frame.marks[CHECK].text == "5"
    assert "ready to be sent" in steps.readiness(opened(SHOP))


# -- shops that change --------------------------------------------------------------------------------------------


def test_lights_follow_the_settings_of_a_shop(desk: Desk) -> None:
    """Another language or other stores of a shop: its lights are worked out anew, in the same columns."""
    desk.shops[1] = replace(STORES, language="ar")
    desk.catalogue.shops_changed()
    assert desk.lights(FIXED + 1)[2] is Icon.CIRCLE_X  # no Arabic title
    desk.shops[1] = replace(STORES, stores="")
    desk.catalogue.shops_changed()
    assert set(desk.lights(FIXED + 1)) == {Icon.CIRCLE_X}  # nobody says for which store
    assert "No store is named" in tip(desk.model, 0, FIXED + 1)


def test_shops_come_and_go(desk: Desk) -> None:
    """A shop that is no longer in use takes its light with it, and the choice; the table is in the file's order."""
    desk.page.table.sortByColumn(FIXED + 1, Qt.SortOrder.AscendingOrder)
    desk.shops.pop()
    desk.catalogue.shops_changed()
    assert desk.model.fixed == FIXED
    assert not desk.page.lens.isVisible()
    assert not desk.page.table.isColumnHidden(STATE)
    assert [desk.model.cell(row, ROW).text for row in range(5)] == ["2", "3", "4", "5", "6"]
    assert desk.page.table.horizontalHeader().sortIndicatorSection() == ROW
    desk.shops.append(STORES)
    desk.catalogue.shops_changed()
    assert desk.model.fixed == FIXED + 2
    assert [segment.text() for segment in desk.segments() if segment.isVisible()] == [
        "Practice shop",
        "Practice stores",
    ]
    assert desk.page.table.columnWidth(FIXED) <= 170
