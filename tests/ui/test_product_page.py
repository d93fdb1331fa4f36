"""The page of one product: nothing is lost, every edit is told once, and what is being written stays."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget
from pytestqt.qtbot import QtBot

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.rereading import mapping_for
from hkj_desktop.files.read import read_catalog
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.paths import resource
from hkj_desktop.system.settings import practice_profile
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.product_editors import LineEditor, TextEditor
from hkj_desktop.ui.pages.product_fields import ProductField, price_words
from hkj_desktop.ui.pages.product_page import ProductPage
from hkj_desktop.ui.pages.product_pictures import reason_words
from hkj_desktop.ui.pages.product_problems import FixWords, no_fix
from hkj_desktop.ui.pages.product_view import view_of
from hkj_desktop.ui.pictures import Missing
from hkj_desktop.ui.theme import ThemeManager
from tests.helpers.catalogues import checked, checked_products, product

SHOPS = [practice_profile(first_destination())]
TAB, ENTER, ESCAPE, ALT = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
VARIANTS = ("sku", "title_en", "title_ar", "price_jod", "stock_qty", "option1_name", "option1_value", "Supplier")


class Pictures(QObject):
    """A store whose pictures a test decides."""

    arrived = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, QPixmap | Missing] = {}
        self.wanted: list[str] = []

    def picture(self, address: str, side: int) -> QPixmap | Missing | None:
        return self.known.get(address)

    def set_wanted(self, addresses: Sequence[str], by: object = None) -> None:
        self.wanted = list(addresses)


class Desk:
    """A page over a catalogue; :meth:`write` does with an edit what the program does with it."""

    def __init__(self, qtbot: QtBot, shared: Checked, first: int = 1, fix_words: FixWords = no_fix) -> None:
        self.qtbot = qtbot
        self.pictures = Pictures()
        self.page = ProductPage(self.pictures, fix_words=fix_words)
        qtbot.addWidget(self.page)
        self.draft = Draft(shared.catalog)
        self.file = Opened.of(Path("list.csv"), shared, SHOPS)
        self.edits: list[tuple[int, str, str]] = []
        self.page.edited.connect(self.edits.extend)
        self.page.resize(1000, 700)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.show_product(self.file, first, shared.every())
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)

    def field(self, name: str) -> ProductField:
        return next(one for one in self.page.fields.fields() if name in (*one.cell.fields, one.cell.header))

    def key(self, name: str) -> str:
        return self.field(name).cell.key

    def type(self, name: str, text: str) -> ProductField:
        field = self.field(name)
        field.editor.setFocus()
        field.editor.selectAll()
        self.qtbot.keyClicks(field.editor, text)
        return field

    def write(self, edits: Sequence[tuple[int, str, str]], left_out: Sequence[int] = ()) -> None:
        """Make the edits (rows of the catalogue as it is shown), check it anew, and show that."""
        shown = self.draft
        names = {"index": pl.UInt32, "key": pl.String, "after": pl.String}
        cells = pl.DataFrame(list(edits), schema=names, orient="row")
        wanted = cells.select("key", "after", at=shown.positions[cells["index"]])
        out = pl.Series("at", left_out, dtype=pl.UInt32)
        self.draft = shown.done(shown.change("typed", wanted, left_out=out))
        before = self.file.shared
        mapping = mapping_for(before.mapping, self.draft.catalog, before.fields)
        found = check(self.draft.catalog, before.fields, mapping=mapping)
        self.file = Opened.of(Path("list.csv"), found, SHOPS, draft=self.draft)
        self.page.refresh(self.file)


@pytest.fixture
def desk(qtbot: QtBot, look: ThemeManager) -> Desk:
    """Row 2 is fine, row 3 has a price that is none, row 4 no Arabic title; there is no column for a brand."""
    return Desk(
        qtbot,
        checked_products(
            product(sku="A-1", description_en="Raw\r\nhoney\u00a0of ours", note=None),
            product(sku="B-1", title_en="Tea", price_jod="dear", barcode=None),
            product(sku="C-1", title_en="Salt", title_ar=None, barcode=None, note="old & new"),
        ),
    )


@pytest.fixture
def shirt(qtbot: QtBot, look: ThemeManager) -> Desk:
    """One product of three rows, of which the second has no stock that could be, then another product."""
    rows = [
        ["S-1", "Shirt", "قميص", "9.5", "4", "Size", "Small", "Ali"],
        ["S-2", None, None, "9.750", "-3", "Size", "Large", None],
        ["S-3", None, None, "11", "0", "Size", "Huge", "Omar"],
        ["B-1", "Salt", "ملح", "0.450", "9", None, None, None],
    ]
    return Desk(qtbot, checked(VARIANTS, rows))


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[None]:
    """An Arabic window."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


# -- writing ----------------------------------------------------------------------------------------------------------


def test_typing_and_leaving_is_one_edit(desk: Desk) -> None:
    """What was typed is told once, when the field is left: as it was typed, with the cell that it belongs to."""
    desk.type("price_jod", "7.5")
    assert desk.edits == []
    desk.qtbot.keyClick(desk.field("price_jod").editor, TAB)
    assert desk.edits == [(0, desk.key("price_jod"), "7.5")]
    desk.page.leave()
    assert len(desk.edits) == 1


def test_enter_tells_and_stays(desk: Desk) -> None:
    """Enter tells of the edit and the cursor stays in the field; typing on makes another one."""
    field = desk.type("title_en", "Comb honey")
    desk.qtbot.keyClick(field.editor, ENTER)
    assert desk.edits == [(0, field.cell.key, "Comb honey")]
    assert field.editor.hasFocus()
    desk.qtbot.keyClicks(field.editor, "!")
    desk.qtbot.keyClick(field.editor, ENTER)
    assert [text for _, _, text in desk.edits] == ["Comb honey", "Comb honey!"]


def test_going_back_to_the_old_text_before_it_came_is_an_edit_too(desk: Desk) -> None:
    """An edit that is on its way and is taken back by typing is not forgotten."""
    field = desk.type("title_en", "Comb honey")
    desk.qtbot.keyClick(field.editor, ENTER)
    desk.type("title_en", "Mountain honey")
    desk.qtbot.keyClick(field.editor, ENTER)
    assert [text for _, _, text in desk.edits] == ["Comb honey", "Mountain honey"]


def test_looking_changes_nothing(desk: Desk) -> None:
    """Walking through every field and product with the keyboard tells of no edit, whatever stands in the cells."""
    for _ in range(3):
        for field in desk.page.fields.fields():
            field.editor.setFocus()
            field.editor.selectAll()
        desk.page.go(1)
    assert desk.edits == []


def test_line_breaks_and_hard_spaces_stay(desk: Desk) -> None:
    """A cell of several lines keeps the breaks and spaces that it has where only a letter is added; Tab leaves it."""
    field = desk.field("description_en")
    assert isinstance(field.editor, TextEditor)
    field.editor.setFocus()
    desk.qtbot.keyClicks(field.editor, "x")
    desk.qtbot.keyClick(field.editor, TAB)
    assert desk.edits == [(0, field.cell.key, "xRaw\r\nhoney\u00a0of ours")]


def test_a_field_without_a_column_can_be_written(desk: Desk) -> None:
    """What the file has no column for stands there empty, and is told under the name of its field."""
    field = desk.field("brand")
    assert (field.editor.cell(), field.cell.place) == ("", "")
    desk.type("brand", "Ajloun")
    desk.page.commit()
    assert desk.edits == [(0, "new:brand", "Ajloun")]
    desk.write(desk.edits)
    assert desk.field("brand").editor.cell() == "Ajloun"
    assert desk.field("brand").was() != ""


def test_a_second_price_is_not_asked_for(desk: Desk) -> None:
    """Where the file has prices in dinars, nobody is asked for fils too; both would have to agree."""
    assert desk.field("price_jod")
    assert not [one for one in desk.page.fields.fields() if "price_fils" in one.cell.fields]


def test_prices_are_read_back_while_they_are_typed(desk: Desk) -> None:
    """A price is said in words and in full as it would be understood; what is none says nothing."""
    assert "12.500 JOD" in desk.field("price_jod").reading()
    field = desk.type("price_jod", "1.250")
    assert "1.250 JOD" in field.reading()
    assert price_words(1250) in field.reading()
    desk.type("price_jod", "dear")
    assert field.reading() == ""
    assert isinstance(field.editor, LineEditor)


# -- showing anew -----------------------------------------------------------------------------------------------------


def test_refresh_keeps_what_is_being_written(desk: Desk) -> None:
    """An edit that comes back while the next field is written in changes neither its text, nor its cursor, nor the
    focus, nor the place where it is seen, though problems appear above it."""
    desk.page.resize(1000, 420)
    desk.type("title_ar", "Honey")
    desk.qtbot.keyClick(desk.field("title_ar").editor, TAB)
    field = desk.type("stock_qty", "137")
    assert isinstance(field.editor, LineEditor)
    field.editor.setCursorPosition(2)
    desk.page._main.ensureWidgetVisible(field, 0, 60)
    QApplication.processEvents()
    top = field.mapTo(desk.page, QPoint(0, 0)).y()
    desk.write([*desk.edits, (0, desk.key("title_en"), "")])
    QApplication.processEvents()
    assert len(desk.page.problems.lines()) == 2
    assert desk.page.fields.focused() is field
    assert (field.editor.text(), field.editor.cursorPosition()) == ("137", 2)
    assert field.mapTo(desk.page, QPoint(0, 0)).y() == top
    assert desk.field("title_ar").editor.cell() == "Honey"
    assert "عسل جبلي" in desk.field("title_ar").was()
    desk.page.commit()
    assert desk.edits[1:] == [(0, field.cell.key, "137")]


def test_an_older_state_does_not_undo_what_was_sent(desk: Desk) -> None:
    """A state from before an edit, which comes late, does not bring the old text back for a moment."""
    desk.type("title_en", "Comb honey")
    desk.page.commit()
    desk.page.refresh(desk.file)
    assert desk.field("title_en").editor.cell() == "Comb honey"
    desk.write(desk.edits)
    desk.write([(0, desk.key("title_en"), "Mountain honey")])  # undo
    assert desk.field("title_en").editor.cell() == "Mountain honey"
    assert desk.field("title_en").was() == ""
    assert len(desk.edits) == 1


def test_problems_come_and_go_with_the_edits(desk: Desk) -> None:
    """Below the field and in the list stands what is wrong now; mending it takes both away."""
    desk.page.go(1)
    field = desk.field("price_jod")
    assert len(field.notes()) == len(desk.page.problems.lines()) == 1
    assert field.editor.property("invalid")
    assert field.editor.accessibleDescription()
    desk.write([(1, field.cell.key, "2.5")])
    assert field.notes() == desk.page.problems.lines() == []
    assert not field.editor.property("invalid")
    assert not desk.page.problems.isVisible()


def test_undo_belongs_to_the_window_where_nothing_was_typed(desk: Desk) -> None:
    """Ctrl+Z in a field that nobody wrote in is left to the window; in one that was written in it is the field's."""
    told: list[str] = []
    from PySide6.QtGui import QKeySequence, QShortcut

    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), desk.page)
    shortcut.activated.connect(lambda: told.append("undo"))
    for name in ("title_en", "description_en"):
        told.clear()
        field = desk.field(name)
        field.editor.setFocus()
        desk.qtbot.keyClick(field.editor, Qt.Key.Key_Z, CONTROL)
        assert told == ["undo"], name
        desk.qtbot.keyClicks(field.editor, "x")
        desk.qtbot.keyClick(field.editor, Qt.Key.Key_Z, CONTROL)
        assert told == ["undo"], name
        assert field.editor.cell() == field.cell.text


# -- moving -----------------------------------------------------------------------------------------------------------


def test_next_and_previous_follow_the_view(desk: Desk) -> None:
    """The order is that of the view, filtered or sorted; the ends are the ends; what was typed is told on the way."""
    moved: list[int] = []
    desk.page.moved.connect(moved.append)
    desk.page.show_product(desk.file, 3, [3, 1])
    assert not desk.page.previous.isEnabled()
    assert "1" in desk.page._position.text()
    desk.type("stock_qty", "8")
    desk.page.next.click()
    assert (desk.page.product(), moved) == (1, [1])
    assert desk.edits == [(2, desk.key("stock_qty"), "8")]
    assert not desk.page.next.isEnabled()
    desk.page.go(1)
    assert moved == [1]


def test_the_order_may_be_a_series_and_old(desk: Desk) -> None:
    """Products that the file does not have are passed over; the way goes on behind rows that have left."""
    desk.page.show_product(desk.file, 3, pl.Series("product", [3, 99, 1, 2, 0], dtype=pl.UInt32))
    assert "3" in desk.page._position.text()
    desk.write([], left_out=[0])
    desk.page.go(1)
    assert "Tea" in desk.page.header.title()
    assert not desk.page.next.isEnabled()
    desk.page.go(-1)
    assert "Salt" in desk.page.header.title()


def test_a_page_that_was_left_keeps_nothing(desk: Desk) -> None:
    """Neither the file nor its products: another file may be open by then."""
    file = weakref.ref(desk.file)
    shown: list[int | None] = []
    desk.page.closed.connect(lambda: shown.append(desk.page.product()))
    desk.page.leave()
    assert shown == [1]
    assert (desk.page.product(), desk.page.file()) == (None, None)
    desk.page.refresh(desk.file)
    desk.page.go(1)
    del desk.file
    gc.collect()
    assert file() is None


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Right, ALT), (Qt.Key.Key_PageDown, CONTROL)])
def test_keys_move_and_keep_the_field(desk: Desk, keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """From within a field the keys lead to the same field of the next product."""
    desk.field("stock_qty").editor.setFocus()
    desk.qtbot.keyClick(desk.field("stock_qty").editor, *keys)
    assert desk.page.product() == 2
    held = desk.page.fields.focused()
    assert held is not None
    assert held.cell.fields == ("stock_qty",)


def test_escape_goes_back_and_keeps_the_edit(desk: Desk) -> None:
    """Escape asks nothing: what was typed is told, then the page is left."""
    told: list[object] = []
    desk.page.edited.connect(lambda edits: told.append(edits[0][2]))
    desk.page.closed.connect(lambda: told.append("closed"))
    field = desk.type("title_en", "Comb honey")
    desk.qtbot.keyClick(field.editor, ESCAPE)
    assert told == ["Comb honey", "closed"]


def test_a_row_that_was_left_out_makes_way_for_the_next(desk: Desk) -> None:
    """Where a fix takes the product out, the next one is shown though the numbers have shifted; the last one closes."""
    closed: list[bool] = []
    desk.page.closed.connect(lambda: closed.append(True))
    desk.page.go(1)
    desk.write([], left_out=[1])
    assert "Salt" in desk.page.header.title()
    assert (desk.page.product(), closed) == (2, [])
    desk.page.go(-1)
    desk.write([], left_out=[0])
    desk.write([], left_out=[2])
    assert closed == [True]


def test_the_first_problem_has_the_focus(desk: Desk) -> None:
    """A product that wants mending opens at the field that does, also where the page is shown only afterwards, and the
    field is in sight."""
    pages = QStackedWidget()
    desk.qtbot.addWidget(pages)
    pages.addWidget(QLineEdit())
    pages.addWidget(desk.page)
    pages.resize(1000, 360)
    pages.show()
    desk.qtbot.waitExposed(pages)
    pages.widget(0).setFocus()
    desk.page.show_product(desk.file, 2, [2])
    pages.setCurrentIndex(1)
    pages.activateWindow()
    desk.qtbot.waitUntil(lambda: desk.page.fields.focused() is not None)
    held = desk.page.fields.focused()
    assert held is not None
    assert held.cell.fields == ("price_jod",)
    area = desk.page._main.viewport()
    desk.qtbot.waitUntil(lambda: area.rect().contains(held.editor.mapTo(area, QPoint(0, held.editor.height()))))
    pages.removeWidget(desk.page)
    desk.page.setParent(None)


# -- problems ---------------------------------------------------------------------------------------------------------


def test_a_problem_leads_to_its_field_and_its_fix(qtbot: QtBot, look: ThemeManager) -> None:
    """A line of the list leads to the field; the button below the field asks for the fix of that very problem."""
    shared = checked_products(product(price_jod="12.5005", title_ar=None))
    desk = Desk(qtbot, shared, fix_words=lambda one: ("round", "Round it") if one.field == "price_jod" else None)
    wanted: list[Problem] = []
    desk.page.fix_requested.connect(wanted.append)
    line = next(one for one in desk.page.problems.lines() if desk.field("price_jod").cell.place in one.accessibleName())
    line.click()
    assert desk.page.fields.focused() is desk.field("price_jod")
    (note,) = desk.field("price_jod").notes()
    assert note.button is not None
    note.button.click()
    assert [one.code for one in wanted] == ["price_decimals"]
    (other,) = desk.field("title_ar").notes()
    assert other.button is None


def test_problems_without_a_field_are_listed_with_their_fix(qtbot: QtBot, look: ThemeManager) -> None:
    """What stands on no field of the page is in the list, and its fix beside it."""
    shared = checked_products(product())
    stray = Problem("server_refused", Severity.ERROR, "store_id", index=0, row=2, product=1, other="who?")
    shared = replace(shared, problems=Problems.of([stray]))
    desk = Desk(qtbot, shared, fix_words=lambda _one: ("leave_out", "Leave the row out"))
    wanted: list[Problem] = []
    desk.page.fix_requested.connect(wanted.append)
    assert len(desk.page.problems.lines()) == 1
    row = desk.page.problems.lines()[0].parentWidget()
    assert row is not None
    from hkj_desktop.ui.widgets.buttons import Button

    row.findChild(Button).click()
    assert [one.field for one in wanted] == ["store_id"]


def test_many_problems_are_cut_until_asked_for(qtbot: QtBot, look: ThemeManager) -> None:
    """A long list is short at first, and whole when somebody wants it."""
    shared = checked_products(product())
    many = [Problem("server_refused", index=0, row=2, product=1, other=str(n)) for n in range(9)]
    desk = Desk(qtbot, replace(shared, problems=Problems.of(many)))
    assert len(desk.page.problems.lines()) == 6
    desk.page.problems.lines()[-1].click()
    assert len(desk.page.problems.lines()) == 9


# -- variants ---------------------------------------------------------------------------------------------------------


def test_a_product_of_three_rows_has_a_table(shirt: Desk) -> None:
    """Each row has its own code, price and stock in the table; titles stand once, above; options lead."""
    model = shirt.page.variant_model
    assert shirt.page.variants.isVisible()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads[:2] == ["Row", "Size"]
    texts = [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]
    assert [row[heads.index("SKU")] for row in texts] == ["S-1", "S-2", "S-3"]
    assert [row[heads.index("Supplier")] for row in texts] == ["Ali", "", "Omar"]
    names = {name for one in shirt.page.fields.fields() for name in one.cell.fields}
    assert {"title_en", "title_ar"} <= names
    assert not {"sku", "price_jod", "stock_qty"} & names
    shirt.page.go(1)
    assert not shirt.page.variants.isVisible()
    assert shirt.field("sku").editor.cell() == "B-1"


def test_a_cell_of_a_variant_is_written_in_place(shirt: Desk) -> None:
    """Enter opens the cell, Enter tells of it: one edit, of that row; opening and leaving is none."""
    table, model = shirt.page.variants, shirt.page.variant_model
    stock = next(at for at in range(model.columnCount()) if model.cell_at(0, at) and "stock_qty" in _fields(model, at))
    table.setFocus()
    table.setCurrentIndex(model.index(1, stock))
    for text in ("", "6"):
        shirt.qtbot.keyClick(table, ENTER)
        editor = table.findChild(QLineEdit)
        assert editor is not None
        if text:
            editor.selectAll()
            shirt.qtbot.keyClicks(editor, text)
        shirt.qtbot.keyClick(editor, ENTER)
        shirt.qtbot.waitUntil(lambda: not table.is_editing())
    cell = model.cell_at(1, stock)
    assert cell is not None
    assert shirt.edits == [(1, cell.key, "6")]
    assert model.index(1, stock).data() == "6"
    shirt.write(shirt.edits)
    assert model.index(1, stock).data() == "6"
    assert shirt.page.problems.lines() == []


def test_leaving_takes_over_an_open_cell(shirt: Desk) -> None:
    """A cell that is being written when the page is left is told first."""
    table, model = shirt.page.variants, shirt.page.variant_model
    told: list[object] = []
    shirt.page.closed.connect(lambda: told.append(list(shirt.edits)))
    table.setCurrentIndex(model.index(2, 2))
    table.setFocus()
    shirt.qtbot.keyClick(table, ENTER)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("S-33")
    shirt.page.leave()
    assert told == [[(2, model.cell_at(2, 2).key, "S-33")]]  # type: ignore[union-attr]


def test_a_problem_of_a_variant_leads_to_its_cell(shirt: Desk) -> None:
    """The list leads to the cell of the row that is wrong."""
    (line,) = shirt.page.problems.lines()
    line.click()
    cell = shirt.page.variant_model.cell_at(
        shirt.page.variants.currentIndex().row(), shirt.page.variants.currentIndex().column()
    )
    assert cell is not None
    assert (cell.index, cell.fields) == (1, ("stock_qty",))


def _fields(model: Any, at: int) -> tuple[str, ...]:
    cell = model.cell_at(0, at)
    return cell.fields if cell is not None else ()


# -- everything is there ----------------------------------------------------------------------------------------------


def test_no_cell_of_the_sample_is_missing(qtbot: QtBot, look: ThemeManager) -> None:
    """Every cell of every row of the sample catalogue stands somewhere on the page of its product, letter for letter,
    at its place."""
    catalog = read_catalog(resource("samples", "minimarket-with-mistakes.xlsx"))
    from hkj_desktop.catalog.fields import load_fields

    shared = check(catalog, load_fields("hkj"))
    desk = Desk(qtbot, shared)
    for _ in range(shared.products.count):
        view = desk.page.view()
        assert view is not None
        shown = {(one.cell.index, one.cell.key): one.editor.cell() for one in desk.page.fields.fields()}
        shown |= {(cell.index, cell.key): cell.text for _, row in view.variants for cell in row}
        places = {cell.place for cell in view.cells} | {cell.place for _, row in view.variants for cell in row}
        rows = shared.products.rows.filter(pl.col("product") == view.product)["index"]
        for index in rows:
            for column in catalog.columns:
                text = catalog.cells[column.key][index]
                own = index == rows[0] or shown.get((index, column.key)) is not None
                if text is not None or own:
                    assert shown[index, column.key] == (text or ""), (index, column.header)
                    assert f"{column.letter}{catalog.rows[index]}" in places
        desk.page.go(1)
    assert desk.edits == []


def test_titles_of_both_languages_in_one_cell_stand_once(qtbot: QtBot, look: ThemeManager) -> None:
    """A column that is split into two titles is one field with both names: writing it twice would lose one."""
    rows = [["A1", "قهوة تركية - Turkish Coffee", "3.250"], ["A2", "عسل سدر - Sidr Honey", "12.500"]]
    shared = checked(["sku", "الاسم", "السعر"], rows)
    (column,) = [match.column.key for match in shared.mapping.splittable]
    shared = check(shared.catalog, shared.fields, mapping=shared.mapping.choose_split(column))
    desk = Desk(qtbot, shared)
    found = [one for one in desk.page.fields.fields() if one.cell.key == column]
    assert [set(one.cell.fields) for one in found] == [{"title_en", "title_ar"}]
    assert desk.page.shopper.words()[1:3] == ["Turkish Coffee", "قهوة تركية"]


def test_a_cell_from_another_row_is_edited_where_it_is_used(qtbot: QtBot, look: ThemeManager) -> None:
    """The place is that of the row that it stands on, the edit that of the product's own row."""
    shared = checked_products(product(), product(sku="B-1", barcode=None))
    key = shared.mapping.column_of("title_ar").key  # type: ignore[union-attr]
    elsewhere = {key: pl.Series("row", [None, 9], dtype=pl.UInt32)}
    shared = replace(shared, catalog=replace(shared.catalog, elsewhere=elsewhere))
    desk = Desk(qtbot, shared, first=2)
    assert desk.field("title_ar").cell.place == "D9"
    desk.type("title_ar", "tea")
    desk.page.commit()
    assert desk.edits == [(1, key, "tea")]


def test_what_the_file_says_is_shown_as_text(desk: Desk) -> None:
    """A header with a sign that means a shortcut elsewhere keeps it; each field names itself to screen readers."""
    desk.page.go(1)
    desk.page.go(1)
    field = desk.field("note")
    assert field.editor.cell() == "old & new"
    assert all(one.editor.accessibleName() for one in desk.page.fields.fields())
    for button in (desk.page.back, desk.page.previous, desk.page.next, desk.page.pictures.browse):
        assert button.accessibleName()


def test_no_product_is_no_view(desk: Desk) -> None:
    """A number that no product has gives nothing."""
    assert view_of(desk.file, 99) is None


# -- Arabic -----------------------------------------------------------------------------------------------------------


def test_arabic_windows_are_mirrored(arabic: None, qtbot: QtBot, look: ThemeManager) -> None:
    """The pictures stand at the right, the Arabic title first, Alt+Left leads on; codes read left to right."""
    desk = Desk(qtbot, checked_products(product(description_ar="نص"), product(sku="B-1", barcode=None)))
    page = desk.page
    assert page.pictures.mapTo(page, QPoint(0, 0)).x() > page.width() / 2
    arabic_title, english_title = desk.field("title_ar"), desk.field("title_en")
    assert arabic_title.mapTo(page, QPoint(0, 0)).x() > english_title.mapTo(page, QPoint(0, 0)).x()
    assert arabic_title.editor.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for name in ("sku", "price_jod", "title_en"):
        assert desk.field(name).editor.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert "عسل" in page.header.title()
    desk.qtbot.keyClick(arabic_title.editor, Qt.Key.Key_Left, ALT)
    assert page.product() == 2
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_directions_are_the_fields_own(desk: Desk) -> None:
    """In an English window an Arabic title is written from the right, also while it is empty."""
    desk.page.go(1)
    desk.page.go(1)
    editor = desk.field("title_ar").editor
    assert isinstance(editor, LineEditor)
    assert editor.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert editor.text() == ""
    editor.grab()  # where the cursor stands is known once it was painted
    assert editor.cursorRect().center().x() > editor.width() / 2
    assert desk.field("title_en").editor.layoutDirection() == Qt.LayoutDirection.LeftToRight


# -- pictures ---------------------------------------------------------------------------------------------------------


def test_each_picture_says_what_became_of_it(qtbot: QtBot, look: ThemeManager) -> None:
    """All addresses of a product are there once; the large one is loading, then shown; a failed one says why."""
    first, second = "https://a.example/1.png", "https://a.example/2.png"
    desk = Desk(qtbot, checked_products(product(image_url=f"{first}, {second}\n{first}")))
    panel = desk.page.pictures
    browsed: list[str] = []
    desk.page.browse_requested.connect(browsed.append)
    assert len(panel.thumbs()) == 2
    assert desk.pictures.wanted[0] == first
    loading = panel.state()
    picture = QPixmap(40, 30)
    picture.fill(Qt.GlobalColor.red)
    desk.pictures.known[first] = picture
    desk.pictures.arrived.emit(first)
    assert panel.state() != loading
    shot = panel.large.grab().toImage()
    assert shot.pixelColor(shot.width() // 2, shot.height() // 2) == Qt.GlobalColor.red
    desk.pictures.known[second] = Missing("missing")
    panel.thumbs()[1].click()
    assert reason_words("missing") in panel.state()
    panel.browse.click()
    assert browsed == [second]
    desk.page.hide()
    assert desk.pictures.wanted == []


def test_no_picture_is_said(desk: Desk) -> None:
    """A product without an address has no button that leads nowhere."""
    assert desk.page.pictures.address() == ""
    assert not desk.page.pictures.browse.isVisible()
    assert desk.page.pictures.thumbs() == []
