"""Find and replace in the window: what is listed is what would change, and nothing else can be agreed to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QWidget

from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.find import replacements
from hkj_desktop.errors import AppError
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import practice_profile
from hkj_desktop.ui import theme
from hkj_desktop.ui.delegates.base import CELL_ROLE
from hkj_desktop.ui.dialogs.replace import ReplaceDialog
from hkj_desktop.ui.dialogs.replace_preview import (
    AFTER,
    BEFORE,
    LEAD,
    LISTED,
    PLACE,
    PRODUCT,
    MarkedCell,
    MarkedDelegate,
    difference,
    fitted,
    marked,
)
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.tasks import TaskRunner
from hkj_desktop.ui.theme import Role, Tone, Type
from tests.helpers.catalogues import checked, modest
from tests.helpers.ui import InlineRunner, leftmost, picture, wait_until

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
HEADERS = ["sku", "title_en", "title_ar", "category_en", "price_jod", "stock_qty", "barcode", "supplier"]
ROWS: list[list[str | None]] = [
    ["HON-1", "Sidr honey", "عسل سدر", "Food > Honey", "12.500", "4", None, "Amman"],
    ["HON-2", "Honey 250 g", "عسل بري", "Food > Honey", "6.000", "9", None, None],
    ["COF-1", "Turkish coffee", "قَهْوَة تركية", "Drinks", "3.250", "80", None, "Irbid"],
]
pytestmark = pytest.mark.usefixtures("look")
Make = Callable[..., ReplaceDialog]


def opened(rows: list[list[str | None]] = ROWS) -> Opened:
    return Opened.of(Path("list.csv"), checked(HEADERS, rows), [practice_profile(first_destination())])


@pytest.fixture
def make(qtbot: Any) -> Iterator[Make]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    host.show()

    def made(file: Opened | None = None, runner: Any = None, shown: pl.Series | None = None) -> ReplaceDialog:
        dialog = ReplaceDialog(file or opened(), runner or InlineRunner(), shown, host)
        dialog.open()
        return dialog

    yield made
    host.close()


def search(qtbot: Any, dialog: ReplaceDialog, find: str, becomes: str) -> pl.DataFrame:
    """Type into both fields and wait for what would change."""
    dialog.find_field.setText(find)
    dialog.replace_field.setText(becomes)
    wait_until(qtbot, lambda: dialog.found() is not None)
    found = dialog.found()
    assert found is not None
    return found.frame


def texts(dialog: ReplaceDialog, column: int) -> list[str]:
    model = dialog.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


# -- looking ----------------------------------------------------------------------------------------------------------


def test_what_would_change_is_counted_and_listed(qtbot: Any, make: Make) -> None:
    """Cells and products are counted, and each cell has its place, its product, and what stands there then and now."""
    dialog = make()
    found = search(qtbot, dialog, "honey", "Tea")
    assert found.height == 4
    assert dialog.count.text() == "4 cells in 2 products"
    assert texts(dialog, PLACE) == ["B2", "D2", "B3", "D3"]
    assert texts(dialog, PRODUCT) == ["Sidr honey"] * 2 + ["Honey 250 g"] * 2
    assert texts(dialog, BEFORE) == ["Sidr honey", "Food > Honey", "Honey 250 g", "Food > Honey"]
    assert texts(dialog, AFTER) == ["Sidr Tea", "Food > Tea", "Tea 250 g", "Food > Tea"]
    assert dialog.accept_button.text() == "Replace all (4)"


def test_the_choices_count(qtbot: Any, make: Make) -> None:
    """Column, capitals, whole cell and spelling each narrow or widen what is found, at once."""
    dialog = make()

    def found_with(find: str, **boxes: bool) -> int:
        for name in ("match_case", "whole_cell", "fold"):
            getattr(dialog, name).setChecked(boxes.get(name, False))
        return search(qtbot, dialog, find, "X").height

    assert found_with("honey", match_case=True) == 1
    assert found_with("drinks", whole_cell=True) == 1
    assert found_with("honey", whole_cell=True) == 0
    assert found_with("قهوه") == 0
    assert found_with("قهوه", fold=True) == 1
    dialog.column.setCurrentIndex(dialog.column.findData("c3"))
    assert found_with("honey") == 2


def test_columns_are_named_as_the_table_names_them(make: Make) -> None:
    """Each column has its letter and the name of its field, or its own header; all columns come first."""
    box: QComboBox = make().column
    names = [box.itemText(at).replace("\u2068", "").replace("\u2069", "") for at in range(box.count())]
    assert names[:4] == ["All columns", "A  SKU", "B  English title", "C  Arabic title"]
    assert names[-1] == "H  supplier"
    assert box.currentData() is None


def test_only_the_rows_that_are_shown(qtbot: Any, make: Make) -> None:
    """Who filtered first replaces in what is shown, unless the switch is taken off; with all rows there is none."""
    dialog = make(shown=pl.Series([1, 2], dtype=pl.UInt32))
    assert dialog.only_shown.isVisible()
    assert "(2)" in dialog.only_shown.text()
    assert search(qtbot, dialog, "honey", "Tea")["index"].unique().to_list() == [1]
    dialog.only_shown.setChecked(False)
    assert search(qtbot, dialog, "honey", "Tea").height == 4
    for every in (None, pl.Series([2, 0, 1], dtype=pl.UInt32)):
        assert not make(shown=every).only_shown.isVisible()


def test_empty_cells_can_be_filled(qtbot: Any, make: Make) -> None:
    """With nothing to find and "the whole cell" the empty cells are found, once there is a text to fill them."""
    dialog = make()
    dialog.column.setCurrentIndex(dialog.column.findData("c7"))
    dialog.whole_cell.setChecked(True)
    wait_until(qtbot, lambda: "fill the empty cells" in dialog.count.text())
    assert not dialog.accept_button.isEnabled()
    found = search(qtbot, dialog, "", "Zarqa")
    assert found.rows() == [(1, "c7", None, "Zarqa")]
    assert dialog.count.text() == "1 empty cell in 1 product"
    assert texts(dialog, BEFORE) == ["—"]


def test_a_thousand_are_listed_and_all_are_replaced(qtbot: Any, make: Make) -> None:
    """The list is cut, the count and what is agreed to are not."""
    rows: list[list[str | None]] = [[f"S-{at}", "Tea", "شاي", "Drinks", "1.000", "1", None, "x"] for at in range(1200)]
    dialog = make(opened(rows))
    found = search(qtbot, dialog, "tea", "Coffee")
    assert found.height == 1200
    assert len(texts(dialog, PLACE)) == LISTED
    assert dialog.count.text() == "1,200 cells in 1,200 products. The first 1,000 are listed."


# -- agreeing ---------------------------------------------------------------------------------------------------------


def test_nothing_is_agreed_to_that_is_not_listed(qtbot: Any, make: Make) -> None:
    """The button is off while nothing would change, and from the first key on until the new list is there."""
    runner = InlineRunner(held=True)
    dialog = make(runner=runner)
    assert not dialog.accept_button.isEnabled()
    dialog.find_field.setText("honey")
    wait_until(qtbot, lambda: runner.waiting)
    assert not dialog.accept_button.isEnabled()
    runner.release()
    assert dialog.found() is not None
    assert dialog.accept_button.isEnabled(), "to replace by nothing is to delete"
    dialog.replace_field.setText("T")
    assert not dialog.accept_button.isEnabled()
    with qtbot.assertNotEmitted(dialog.accepted_change):
        qtbot.keyClick(dialog.replace_field, Qt.Key.Key_Return)
        dialog.accept()
    assert dialog.isVisible()
    wait_until(qtbot, lambda: runner.waiting)
    runner.release()
    assert dialog.accept_button.isEnabled()
    for find, becomes in (("zzz", "T"), ("honey", "honey"), ("", "T")):
        dialog.match_case.setChecked(True)
        dialog.find_field.setText(find)
        dialog.replace_field.setText(becomes)
        wait_until(qtbot, lambda find=find: runner.waiting or not find)
        runner.release()
        assert not dialog.accept_button.isEnabled()


def test_what_is_agreed_to_is_what_was_listed(qtbot: Any, make: Make) -> None:
    """The frame of the signal is that of the search, and a draft of the catalogue takes it as one change."""
    file = opened()
    dialog = make(file)
    expected = replacements(file.checked, "honey", "Tea")
    search(qtbot, dialog, "honey", "Tea")
    with qtbot.waitSignal(dialog.accepted_change) as told:
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert told.args[0].equals(expected)
    draft = Draft(file.checked.catalog)
    change = draft.change("replaced", told.args[0].rename({"index": "at"}).select("key", "at", "after"))
    assert change.count == 4
    assert draft.done(change).text("c1", 0) == "Sidr Tea"


def test_cancel_and_escape_change_nothing(qtbot: Any, make: Make) -> None:
    """Whoever leaves the dialog has changed nothing, and what it was looking for is looked for no more."""
    runner = InlineRunner(held=True)
    dialog = make(runner=runner)
    dialog.find_field.setText("honey")
    wait_until(qtbot, lambda: runner.waiting)
    with qtbot.assertNotEmitted(dialog.accepted_change):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        runner.release()
    assert not dialog.isVisible()


def test_the_newest_search_is_told(qtbot: Any, make: Make) -> None:
    """On real threads too, what is listed belongs to what stands in the fields at the end."""
    runner = TaskRunner()
    dialog = make(runner=runner)
    for text in ("h", "ho", "Turk"):
        dialog.find_field.setText(text)
    assert search(qtbot, dialog, "Turkish", "Arabic")["after"].to_list() == ["Arabic coffee"]
    dialog.reject()
    assert runner.shutdown(15) == []


def test_a_search_that_fails_says_so(qtbot: Any, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason stands in place of the count, and nothing can be replaced."""

    def broken(*_: object, **__: object) -> None:
        raise AppError(kind="MemoryError")

    monkeypatch.setattr("hkj_desktop.catalog.find.replacements", broken)
    dialog = make()
    dialog.find_field.setText("honey")
    wait_until(qtbot, lambda: dialog.count.property("tone") == Tone.ERROR.value)
    assert dialog.count.text()
    assert not dialog.accept_button.isEnabled()


# -- look -------------------------------------------------------------------------------------------------------------


@modest(200)
@given(st.text("ab عسل-َ", max_size=12), st.text("ab عسل-َ", max_size=12))
def test_outside_the_mark_both_texts_are_alike(before: str, after: str) -> None:
    """What is not marked is the same before and after, and the mark holds whatever differs."""
    begin, end, other = difference(before, after)
    assert 0 <= begin <= min(end, other)
    assert before[:begin] == after[:begin]
    assert before[end:] == after[other:]
    assert before == after or before[begin:end] != after[begin:other]


def test_whole_words_are_marked() -> None:
    """The letters of a word stay together; of what only comes in addition, the word before it shows the place."""
    for before, after, was, will in (
        ("عسل سدر", "عسال سدر", "عسل", "عسال"),
        ("Food > Honey & jam", "Food > Honey (raw) & jam", "Honey", "Honey (raw)"),
        ("Honey", "honey", "Honey", "honey"),
        ("250 g", "250 ", "g", ""),
        ("", "new", "", "new"),
    ):
        begin, end, other = difference(before, after)
        assert (before[begin:end], after[begin:other]) == (was, will)


def test_the_mark_is_seen_in_a_long_text() -> None:
    """What stands far before it is cut, hidden characters are shown, and the mark is where the change is."""
    text = "x" * 300 + " old\u200f " + "y" * 300
    cell = marked(text, 301, 305, Tone.ERROR, ltr=False)
    assert cell.text[cell.begin : cell.end] == "old⟨200F⟩"
    assert cell.begin <= LEAD + 1
    assert cell.whole == text
    assert len(cell.text) < 200


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("عسل سدر جبلي من جبال اليمن وزن صافي 450 غرام من المناحل القديمة", "450"),
        ("Honey from the mountains around Ajloun, 450 g net in a jar of glass", "450"),
        ("450 غرام من عسل السدر الجبلي", "450"),
        ("قهوة عربية من أجود أنواع البن الهرري", "الهرري"),
    ],
)
@pytest.mark.parametrize("width", [70, 110, 150, 200, 290, 380])
def test_the_mark_is_whole_in_a_narrow_cell(text: str, change: str, width: int) -> None:
    """What changes is shown and marked from its first to its last letter: what stands around it gives way, and neither
    dots nor a neighbour are marked with it."""
    begin = text.index(change)
    cell = marked(text, begin, begin + len(change), Tone.ERROR, ltr=False)
    room = QFontMetrics(theme.current().font(Type.STRONG))
    shown, first, last = fitted(cell, room, width)
    assert shown[first:last] == change
    assert room.horizontalAdvance(shown) <= width + room.horizontalAdvance("…") // 2
    layout = MarkedDelegate._layout(cell, width)
    (part,) = layout.formats()
    assert layout.text()[part.start : part.start + part.length] == change
    assert layout.textOption().textDirection() == (LTR if text[0] == "H" else RTL)


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_the_changed_part_has_colour_weight_and_ground(qtbot: Any, make: Make, direction: Qt.LayoutDirection) -> None:
    """Before stands on the error's wash, after on the good one, in cells at their leading edge; screen readers hear
    which is which."""
    dialog = make()
    dialog.setLayoutDirection(direction)
    search(qtbot, dialog, "sidr", "X")
    index = dialog.table.model().index(0, AFTER)
    cell = index.data(CELL_ROLE)
    assert isinstance(cell, MarkedCell)
    assert cell.text[cell.begin : cell.end] == "X"
    for column, tone in ((BEFORE, Tone.ERROR), (AFTER, Tone.GOOD)):
        box = dialog.table.visualRect(dialog.table.model().index(0, column))
        at = leftmost(picture(dialog.table.viewport()).copy(box), theme.current().color(Role(tone.wash)))
        assert at >= 0
        assert (at > box.width() // 2) is (direction == RTL)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "After: X honey"


def test_fields_read_as_what_is_typed(make: Make) -> None:
    """Arabic stands at the right in an English window and Latin at the left in an Arabic one; figures alone decide
    nothing."""
    dialog = make()
    for field in (dialog.find_field, dialog.replace_field):
        for text, expected in (("قهوة", RTL), ("coffee", LTR), ("12 قهوة", RTL), ("", LTR), ("12", LTR)):
            field.setText(text)
            assert field.layoutDirection() == expected
    dialog.setLayoutDirection(RTL)
    assert dialog.find_field.layoutDirection() == RTL
    dialog.find_field.setText("coffee")
    assert dialog.find_field.layoutDirection() == LTR
