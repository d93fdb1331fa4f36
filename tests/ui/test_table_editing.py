"""The table as a spreadsheet: typing, copying, pasting, filling down and clearing, by the keys that people press."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.table import Catalog, columns_for
from hkj_desktop.errors import PictureError
from hkj_desktop.files.drafts import open_draft
from hkj_desktop.files.picture_file import Look
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import Profile, practice_profile
from hkj_desktop.ui import table_editing
from hkj_desktop.ui.cell_text import block_of, rows_of, text_of, text_of_frame
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.models.table_model import FIXED, ROW, STATE, TableModel
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.check_page import CheckPage
from hkj_desktop.ui.pages.check_views import TABLE
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.table_editing import CLEARED, FILLED, PASTED, TYPED
from hkj_desktop.ui.tasks import TaskRunner
from hkj_desktop.ui.theme import ThemeManager
from tests.helpers.catalogues import catalog, modest
from tests.helpers.ui import InlineRunner, wait_until

SHOP = practice_profile(first_destination())
STORES = Profile("p2", "My stores", "haqm", "https://haqm.example", region="me-central-1", stores="S1")
HEADERS = ("sku", "title_en", "title_ar", "price_jod", "stock_qty")
SKU, ENGLISH, ARABIC, PRICE, STOCK = range(FIXED, FIXED + 5)
CTRL = Qt.KeyboardModifier.ControlModifier
NO = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def rows(count: int) -> list[list[str | None]]:
    return [[f"A-{n}", f"Honey {n}", f"عسل {n}", f"{n + 1}.250", "3"] for n in range(count)]


class NoPictures:
    """There is no picture anywhere."""

    def look(self, address: str, side: int, cancel: CancelToken) -> Look:
        raise PictureError(reason="missing")


class Sheet:
    """The table on its page, with the keyboard in it; what is done in it is written as the window writes it."""

    def __init__(self, qtbot: QtBot, folder: Path, read: Catalog, *shops: Profile, runner: Any = None) -> None:
        self.qtbot = qtbot
        self.runner = runner or InlineRunner()
        self.catalogue = CatalogueController(
            self.runner, lambda _: shops or (SHOP,), lambda _: {}, lambda _, __: None, Path("presets"), folder
        )
        self.page = CheckPage(self.catalogue, self.runner, PictureStore(InlineRunner(), NoPictures()))
        qtbot.addWidget(self.page)
        found = check(read, load_fields("hkj"))
        kept = open_draft(folder, Path("list.csv"), found.catalog)
        draft = kept.history.draft
        self.catalogue.file = Opened.of(Path("list.csv"), found, shops or (SHOP,), draft=draft)
        self.catalogue.edits.begin(kept)
        self.told: list[tuple[str, list[tuple[int, str, str | None]]]] = []
        self.cut: list[tuple[int, int]] = []
        self.page.shown.editing.wanted.connect(self._write)
        self.page.shown.editing.cut_short.connect(lambda down, right: self.cut.append((down, right)))
        self.page.resize(1000, 620)
        self.page.show()
        self.page.show_new()
        self.page.show_view(TABLE)
        self.page.activateWindow()
        self.table.setFocus()
        wait_until(qtbot, self.table.hasFocus)

    def _write(self, name: str, cells: pl.DataFrame, file: Opened) -> None:
        self.told.append((name, cells.select("index", "key", "after").rows()))
        self.catalogue.edits.write(name, cells, file.draft)

    @property
    def table(self) -> Any:
        return self.page.table

    @property
    def model(self) -> TableModel:
        return self.page.table_model

    def at(self, row: int, column: int) -> None:
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().setCurrentIndex(self.model.index(row, column), select)

    def select(self, *blocks: tuple[int, int, int, int]) -> None:
        """Select rectangles: first and last row, first and last column."""
        chosen = QItemSelection()
        for top, bottom, left, right in blocks:
            chosen.select(self.model.index(top, left), self.model.index(bottom, right))
        self.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NO) -> None:
        self.qtbot.keyClick(self.table, key, modifier)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(Key.Key_V, CTRL)

    def copied(self) -> str:
        self.press(Key.Key_C, CTRL)
        return QGuiApplication.clipboard().text()

    def editor(self) -> QLineEdit | None:
        found = [one for one in self.table.viewport().findChildren(QLineEdit) if one.isVisible()]
        return found[0] if found else None

    def open_editor(self, row: int, column: int) -> QLineEdit:
        self.at(row, column)
        self.press(Key.Key_F2)
        editor = self.editor()
        assert editor is not None
        return editor

    def type(self, editor: QLineEdit, text: str) -> None:
        for letter in text:  # keyClicks knows Latin letters alone
            QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, NO, letter))

    def leave(self, editor: QLineEdit, key: Key) -> None:
        """Press a key that ends typing, and wait until the cell is what it will be."""
        self.qtbot.keyClick(editor, key)
        wait_until(self.qtbot, lambda: self.editor() is None)

    def texts(self, column: int) -> list[str]:
        return [self.model.cell(row, column).text for row in range(self.model.rowCount())]

    def now(self, key: str) -> list[str | None]:
        assert self.catalogue.edits.draft is not None
        return self.catalogue.edits.draft.column(key).to_list()


@pytest.fixture
def make(qtbot: QtBot, look: ThemeManager, tmp_path: Path) -> Callable[..., Sheet]:
    def made(table: Sequence[Sequence[str | None]] | None = None, *shops: Profile, **options: Any) -> Sheet:
        return Sheet(qtbot, tmp_path, catalog(HEADERS, rows(6) if table is None else table), *shops, **options)

    return made


@pytest.fixture
def sheet(make: Callable[..., Sheet]) -> Sheet:
    return make()


@pytest.fixture
def threads(qapp: Any) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    assert made.shutdown(15) == []


# -- typing ----------------------------------------------------------------------------------------


def test_f2_text_and_enter_change_a_cell(sheet: Sheet) -> None:
    """One step of one cell, in Arabic too; the table shows it."""
    editor = sheet.open_editor(2, ARABIC)
    assert editor.text() == "عسل 2"
    editor.selectAll()
    sheet.type(editor, "عسل سدر")
    sheet.leave(editor, Key.Key_Return)
    assert sheet.told == [(TYPED, [(2, "c2", "عسل سدر")])]
    assert sheet.model.cell(2, ARABIC).text == "عسل سدر"
    assert sheet.catalogue.edits.count == 1


def test_a_letter_alone_begins_to_type(sheet: Sheet) -> None:
    """As in a spreadsheet, it takes the place of what stood there."""
    sheet.at(1, PRICE)
    sheet.press(Key.Key_9)
    editor = sheet.editor()
    assert editor is not None
    sheet.type(editor, ".5")
    sheet.leave(editor, Key.Key_Enter)
    assert sheet.told == [(TYPED, [(1, "c3", "9.5")])]


def test_escape_changes_nothing(sheet: Sheet) -> None:
    """What was typed is gone, and the cell is as it was."""
    editor = sheet.open_editor(2, ENGLISH)
    sheet.type(editor, "xyz")
    sheet.leave(editor, Key.Key_Escape)
    assert sheet.told == []
    assert sheet.model.cell(2, ENGLISH).text == "Honey 2"


@pytest.mark.parametrize(
    "text",
    ["  Honey\u200f ", "two\nlines\r\nand\tmore", "x" * 40_000, "\u202eknab\u202c", '“smart” 5" \ufeff', None],
    ids=["hidden", "lines", "long", "turned", "quotes", "empty"],
)
def test_the_editor_has_the_text_as_it_stands(make: Callable[..., Sheet], text: str | None) -> None:
    """Spaces, hidden characters, line ends and long texts are there as the file has them; Enter alone changes none."""
    table = rows(3)
    table[1][1] = text
    sheet = make(table)
    editor = sheet.open_editor(1, ENGLISH)
    assert editor.text() == (text or "")
    sheet.leave(editor, Key.Key_Return)
    assert sheet.told == []
    editor = sheet.open_editor(1, ENGLISH)
    sheet.qtbot.keyClick(editor, Key.Key_End)
    sheet.type(editor, "!")
    sheet.leave(editor, Key.Key_Return)
    assert sheet.told == [(TYPED, [(1, "c1", (text or "") + "!")])]


def test_typed_text_is_shown_before_it_is_checked(make: Callable[..., Sheet]) -> None:
    """At once and without the old problem's colour, in the editor too; then, checked, with what is wrong with it."""
    table = rows(3)
    table[1][3] = "dear"
    sheet = make(table)
    assert sheet.model.cell(1, PRICE).pill is not None
    sheet.runner.held = True
    sheet.model.setData(sheet.model.index(1, PRICE), "2.500")
    sheet.model.setData(sheet.model.index(2, PRICE), "cheap")
    assert [(sheet.model.cell(row, PRICE).text, sheet.model.cell(row, PRICE).pill) for row in (1, 2)] == [
        ("2.500", None),
        ("cheap", None),
    ]
    assert sheet.open_editor(2, PRICE).text() == "cheap"
    sheet.runner.release()
    assert sheet.texts(PRICE) == ["1.250", "2.500", "cheap"]
    assert sheet.model.cell(1, PRICE).pill is None
    assert sheet.model.cell(2, PRICE).pill is not None


def test_a_check_takes_nothing_from_what_is_being_typed(sheet: Sheet) -> None:
    """The cell before is checked while the next one is typed into: its half text stays, and is written in the end."""
    sheet.runner.held = True
    sheet.model.setData(sheet.model.index(0, PRICE), "2.500")
    editor = sheet.open_editor(1, ENGLISH)
    editor.selectAll()
    sheet.type(editor, "Hal")
    sheet.runner.release()
    assert sheet.editor() is editor
    assert editor.text() == "Hal"
    sheet.type(editor, "f")
    sheet.leave(editor, Key.Key_Return)
    sheet.runner.release()
    assert sheet.told[-1] == (TYPED, [(1, "c1", "Half")])


def test_an_editor_that_nobody_wrote_in_writes_nothing_back(sheet: Sheet) -> None:
    """A step is taken back while it is open: it shows the cell as it stands now, and leaving it makes no step."""
    sheet.model.setData(sheet.model.index(1, ENGLISH), "Tea")
    editor = sheet.open_editor(1, ENGLISH)
    assert editor.text() == "Tea"
    sheet.catalogue.edits.undo()
    assert editor.text() == "Honey 1"
    sheet.leave(editor, Key.Key_Return)
    assert len(sheet.told) == 1
    assert sheet.now("c1")[1] == "Honey 1"
    assert sheet.catalogue.edits.next is not None


@pytest.mark.parametrize("way", ["typed", "pasted", "input method"])
def test_whatever_way_a_text_comes_into_an_editor_it_is_written(sheet: Sheet, way: str) -> None:
    """Also where it is the text that stood there when the editor was opened, and the cell became another meanwhile."""
    sheet.model.setData(sheet.model.index(1, ENGLISH), "Tea")
    editor = sheet.open_editor(1, ENGLISH)
    editor.selectAll()
    if way == "typed":
        sheet.type(editor, "Tea")
    elif way == "pasted":
        QGuiApplication.clipboard().setText("Tea")
        editor.paste()
    else:
        event = QInputMethodEvent()
        event.setCommitString("Tea")
        QApplication.sendEvent(editor, event)
    sheet.catalogue.edits.undo()
    assert editor.text() == "Tea"
    sheet.leave(editor, Key.Key_Return)
    assert sheet.told[1:] == [(TYPED, [(1, "c1", "Tea")])]


@pytest.mark.parametrize("shops", [(SHOP,), (SHOP, STORES)], ids=["one shop", "lights"])
def test_what_is_no_cell_of_the_file_cannot_be_typed_into(make: Callable[..., Sheet], shops: tuple[Profile]) -> None:
    """The row's number, its state and each shop's light: no editor, no text, and nothing is cleared or pasted there."""
    sheet = make(None, *shops)
    fixed = sheet.model.fixed
    assert fixed == (FIXED if len(shops) == 1 else FIXED + 2)
    assert (ROW, STATE) == (0, 1)
    for column in range(fixed):
        index = sheet.model.index(1, column)
        assert not sheet.model.flags(index) & Qt.ItemFlag.ItemIsEditable
        assert not sheet.model.setData(index, "x")
        sheet.at(1, column)
        for key in (Key.Key_F2, Key.Key_X, Key.Key_Delete):
            sheet.press(key)
        sheet.paste("x")
        assert sheet.editor() is None
    assert sheet.told == []
    assert sheet.model.flags(sheet.model.index(1, fixed)) & Qt.ItemFlag.ItemIsEditable
    sheet.select((0, 1, 0, fixed))
    sheet.press(Key.Key_Delete)
    assert sheet.told == [(CLEARED, [(0, "c0", None), (1, "c0", None)])]


# -- pasting ---------------------------------------------------------------------------------------


def test_a_block_from_a_spreadsheet(sheet: Sheet) -> None:
    """Cells with line ends, tabs and quotes, as Excel and LibreOffice copy them, in one step that undo takes back."""
    sheet.at(1, ENGLISH)
    sheet.paste('Honey 5" jar\t"عسل\n""سدر"""\t2.500\r\n"Tea\tgreen"\tشاي\t1.100\r\n')
    ((name, told),) = sheet.told
    assert name == PASTED
    assert sorted(told) == [
        (1, "c1", 'Honey 5" jar'), (1, "c2", 'عسل\n"سدر"'), (1, "c3", "2.500"),
        (2, "c1", "Tea\tgreen"), (2, "c2", "شاي"), (2, "c3", "1.100"),
    ]  # fmt: skip
    assert sheet.cut == []
    assert sheet.texts(PRICE)[:4] == ["1.250", "2.500", "1.100", "4.250"]
    sheet.catalogue.edits.undo()
    assert sheet.now("c1") == [row[1] for row in rows(6)]


def test_rows_of_other_lengths(sheet: Sheet) -> None:
    """A row that ends early leaves the cells behind its end alone; an empty cell between others empties one."""
    sheet.at(0, SKU)
    sheet.paste("X\nY\t\tشاي\nZ\tTea\n")
    assert sheet.now("c0")[:3] == ["X", "Y", "Z"]
    assert sheet.now("c1")[:3] == ["Honey 0", None, "Tea"]
    assert sheet.now("c2")[:3] == ["عسل 0", "شاي", "عسل 2"]


def test_one_cell_fills_what_is_selected(sheet: Sheet) -> None:
    """Also several rectangles, and with the end of a line behind it, as Excel copies a cell."""
    sheet.select((0, 1, PRICE, STOCK), (4, 4, SKU, SKU))
    sheet.paste("7\r\n")
    ((name, told),) = sheet.told
    assert name == PASTED
    assert sorted(told) == [(0, "c3", "7"), (0, "c4", "7"), (1, "c3", "7"), (1, "c4", "7"), (4, "c0", "7")]


def test_an_empty_cell_that_is_pasted_empties(sheet: Sheet) -> None:
    """Excel copies it as the end of a line alone."""
    sheet.select((0, 2, STOCK, STOCK))
    sheet.paste("\r\n")
    assert sheet.now("c4") == [None, None, None, "3", "3", "3"]


def test_what_does_not_fit_is_told(sheet: Sheet) -> None:
    """At the lower right edge the block is cut short, and how much of it."""
    sheet.at(4, PRICE)
    sheet.paste("\n".join("\t".join(f"{row}{column}" for column in "abcd") for row in range(5)))
    ((name, told),) = sheet.told
    assert (name, sorted(told)) == (PASTED, [(4, "c3", "0a"), (4, "c4", "0b"), (5, "c3", "1a"), (5, "c4", "1b")])
    assert sheet.cut == [(3, 2)]
    sheet.at(5, SKU)
    sheet.paste("a\nb")
    assert sheet.cut == [(3, 2), (1, 0)]


def test_nothing_to_paste(sheet: Sheet) -> None:
    """An empty clipboard, or nothing selected, is no step."""
    sheet.at(0, SKU)
    sheet.paste("")
    sheet.table.clearSelection()
    sheet.paste("x")
    sheet.press(Key.Key_Delete)
    sheet.press(Key.Key_D, CTRL)
    assert sheet.told == []


def test_a_quote_that_does_not_close_stays_in_its_cell(sheet: Sheet) -> None:
    """A text that begins with a quote, copied from anywhere, does not swallow the cells behind it."""
    sheet.at(0, ENGLISH)
    sheet.paste('"5 inch\tقدر\n"Big" pot\tقدر كبير\n')
    assert sheet.now("c1")[:3] == ['"5 inch', '"Big" pot', "Honey 2"]
    assert sheet.now("c2")[:2] == ["قدر", "قدر كبير"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\n", [["a"]]),
        ("a\r\rb", [["a"], [""], ["b"]]),
        ("\n", [[""]]),
        ("\t", [["", ""]]),
        ("a\t\r\n", [["a", ""]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('""', [[""]]),
        ('""""', [['"']]),
        ('"a\r\nb"\tc', [["a\nb", "c"]]),
        ('a"b"', [['a"b"']]),
        ('"', [['"']]),
        ("x" * 200_000 + "\ty", [["x" * 200_000, "y"]]),
        ('"' + "y\n" * 100_000 + '"', [["y\n" * 100_000]]),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_the_cells_of_copied_text(text: str, cells: list[list[str]]) -> None:
    """Lines and tabs part cells; quotes hold them together where they open and close one."""
    assert block_of(text) == cells


TEXT = st.text(
    st.one_of(st.sampled_from('"\t\n\r ab\u2028\x00عس'), st.characters(exclude_categories=["Cs"])), max_size=6
)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(TEXT, min_size=width, max_size=width), min_size=1)))
@modest(300)
def test_what_is_copied_can_be_pasted(block: list[list[str]]) -> None:
    """Any texts come back as they were; the line ends of Windows in a cell become plain ones."""
    assert block_of(text_of(block)) == [[cell.replace("\r\n", "\n") for cell in row] for row in block]


@pytest.mark.parametrize("as_rows", [1, 3])
def test_copy_gives_what_paste_takes(make: Callable[..., Sheet], as_rows: int) -> None:
    """Through the real clipboard, from some rows to others, cell for cell, whatever stands in them."""
    sheet = make(rows(2 * as_rows))

    @given(st.lists(st.lists(TEXT, min_size=5, max_size=5), min_size=as_rows, max_size=as_rows))
    @modest(8)
    def any_texts(block: list[list[str]]) -> None:
        wanted = [(row, f"c{at}", text) for row, texts in enumerate(block) for at, text in enumerate(texts)]
        file = sheet.catalogue.file
        assert file is not None
        cells = pl.DataFrame(wanted, schema={"index": pl.UInt32, "key": pl.String, "after": pl.String}, orient="row")
        sheet.catalogue.edits.write(TYPED, cells, file.draft)
        sheet.select((0, as_rows - 1, SKU, STOCK))
        text = sheet.copied()
        sheet.at(as_rows, SKU)
        sheet.paste(text)
        plain = [[cell.replace("\r\n", "\n") or None for cell in row] for row in block]
        now = [sheet.now(f"c{at}")[as_rows:] for at in range(5)]
        assert [list(row) for row in zip(*now, strict=True)] == plain

    any_texts()


# -- copying, filling, clearing --------------------------------------------------------------------


def test_copied_cells(sheet: Sheet) -> None:
    """The rectangle round all that is selected, without the columns that are not the file's, and as it stands now."""
    sheet.runner.held = True
    sheet.model.setData(sheet.model.index(1, ENGLISH), 'a "b"\nc')
    sheet.select((0, 0, SKU, SKU), (1, 1, 0, ENGLISH))
    assert sheet.copied() == 'A-0\tHoney 0\r\nA-1\t"a ""b""\nc"'
    sheet.select((3, 3, PRICE, PRICE))
    assert sheet.copied() == "4.250"


def test_fill_down(sheet: Sheet) -> None:
    """Each column's first selected cell goes into those below it, in one step; one row alone has nothing to fill."""
    sheet.select((1, 3, PRICE, STOCK))
    sheet.press(Key.Key_D, CTRL)
    assert [name for name, _ in sheet.told] == [FILLED]
    assert sheet.now("c3") == ["1.250", "2.250", "2.250", "2.250", "5.250", "6.250"]
    assert sheet.catalogue.edits.count == 1
    assert sheet.catalogue.edits.last is not None
    assert sheet.catalogue.edits.last.count == 2
    sheet.select((4, 4, PRICE, STOCK))
    sheet.press(Key.Key_D, CTRL)
    assert len(sheet.told) == 1


def test_filling_down_an_empty_cell_empties(make: Callable[..., Sheet]) -> None:
    """What stands in the first cell goes down, nothing too."""
    table = rows(4)
    table[0][4] = None
    sheet = make(table)
    sheet.select((0, 2, STOCK, STOCK))
    sheet.press(Key.Key_D, CTRL)
    assert sheet.now("c4") == [None, None, None, "3"]


def test_delete_clears(sheet: Sheet) -> None:
    """All that is selected, in one step."""
    sheet.select((0, 1, PRICE, STOCK), (5, 5, SKU, SKU))
    sheet.press(Key.Key_Delete)
    assert [name for name, _ in sheet.told] == [CLEARED]
    assert sheet.now("c3")[:3] == [None, None, "3.250"]
    assert sheet.now("c0")[4:] == ["A-4", None]
    assert sheet.texts(PRICE)[:3] == ["", "", "3.250"]


# -- many cells, worked out in tasks ---------------------------------------------------------------


def blocks_of_texts() -> st.SearchStrategy[list[list[str]]]:
    return st.integers(1, 4).flatmap(lambda wide: st.lists(st.lists(TEXT, min_size=wide, max_size=wide), min_size=1))


@given(st.text(st.sampled_from('"\t\n\r\0 atrnzع'), min_size=1, max_size=24))
@modest(500)
def test_many_cells_are_cut_as_few_are(text: str) -> None:
    """Both ways of reading what was copied find the same cells, however its quotes stand."""
    assert rows_of(text).to_list() == block_of(text)


@given(blocks_of_texts(), st.data())
@modest(200)
def test_many_cells_are_copied_as_few_are(block: list[list[str]], data: st.DataObject) -> None:
    """Both ways make the same text, with what was typed into a cell and is not checked yet."""
    keys = [f"c{at}" for at in range(len(block[0]))]
    frame = pl.DataFrame(block, schema=dict.fromkeys(keys, pl.String), orient="row")
    index = list(range(7, 7 + len(block)))[::-1]
    typed: dict[tuple[int, str], str | None] = {}
    for at, key in enumerate(keys):
        for row, of in enumerate(index):
            if data.draw(st.booleans()):
                typed[of, key] = data.draw(st.one_of(st.none(), TEXT))
                block[row][at] = typed[of, key] or ""
    frame = frame.with_columns(pl.Series("index", index, dtype=pl.UInt32))
    assert text_of_frame(frame, keys, typed) == text_of(block)


@pytest.fixture
def as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few cells are worked out as many are."""
    for name in ("AT_ONCE", "TEXT_AT_ONCE"):
        monkeypatch.setattr(table_editing, name, 1)


@pytest.mark.usefixtures("as_many")
def test_a_step_is_made_to_the_rows_that_were_there(make: Callable[..., Sheet]) -> None:
    """While it is worked out other rows are shown and a row leaves: it is made where the keyboard was when the key was
    pressed."""
    sheet = make(odd_rows())
    filtered(sheet)
    sheet.select((0, 1, PRICE, STOCK))
    sheet.runner.held = True
    sheet.press(Key.Key_Delete)
    assert sheet.told == []
    assert sheet.page.shown.editing.is_busy()
    file = sheet.catalogue.file
    assert file is not None
    sheet.catalogue.edits.write("kept_first", None, file.draft, left_out=pl.Series([0], dtype=pl.UInt32))
    sheet.page.search.searched.emit("")
    sheet.runner.release()
    assert sheet.told == [(CLEARED, [(5, "c3", None), (3, "c3", None), (5, "c4", None), (3, "c4", None)])]
    assert sheet.now("c4") == ["3", "3", "3", None, "3", None]
    assert not sheet.page.shown.editing.is_busy()


@pytest.mark.usefixtures("as_many")
def test_what_is_done_meanwhile_waits_its_turn(make: Callable[..., Sheet]) -> None:
    """Copied, pasted and typed over without a pause: as if each had been done before the next; typed text is shown at
    once all the same."""
    sheet = make()
    sheet.runner.held = True
    QGuiApplication.clipboard().setText("old\nold")
    sheet.select((0, 1, ENGLISH, ARABIC))
    sheet.press(Key.Key_C, CTRL)
    sheet.at(3, ENGLISH)
    sheet.press(Key.Key_V, CTRL)
    sheet.model.setData(sheet.model.index(4, ENGLISH), "mine")
    assert sheet.texts(ENGLISH)[4] == "mine"
    assert sheet.told == []
    sheet.runner.release()
    assert [name for name, _ in sheet.told] == [PASTED, TYPED]
    assert sheet.now("c1") == ["Honey 0", "Honey 1", "Honey 2", "Honey 0", "mine", "Honey 5"]
    assert sheet.now("c2")[3:5] == ["عسل 0", "عسل 1"]


@pytest.mark.usefixtures("as_many")
def test_rows_of_other_lengths_among_many(sheet: Sheet) -> None:
    """A row that ends early leaves the cells behind its end alone, and what does not fit is told, as with few."""
    sheet.at(4, PRICE)
    sheet.paste('7\n"8"\t""\t9\n1')
    assert sheet.told == [(PASTED, [(4, "c3", "7"), (5, "c3", "8"), (5, "c4", "")])]
    assert sheet.cut == [(1, 1)]
    sheet.select((0, 2, STOCK, STOCK))
    sheet.paste("5\r\n")
    assert sheet.now("c4")[:4] == ["5", "5", "5", "3"]
    sheet.press(Key.Key_D, CTRL)
    assert sheet.copied() == "5\r\n5\r\n5"


@pytest.mark.usefixtures("as_many")
def test_closing_does_what_is_not_done_yet(make: Callable[..., Sheet]) -> None:
    """Nothing that was asked for is lost, and nothing is done twice."""
    sheet = make()
    sheet.runner.held = True
    sheet.select((0, 1, STOCK, STOCK))
    sheet.press(Key.Key_Delete)
    sheet.at(2, STOCK)
    sheet.paste("8\n9")
    sheet.page.shown.editing.finish()
    assert [name for name, _ in sheet.told] == [CLEARED, PASTED]
    assert sheet.now("c4") == [None, None, "8", "9", "3", "3"]
    sheet.runner.release()
    assert len(sheet.told) == 2


# -- filtered, sorted, scrolled --------------------------------------------------------------------


def filtered(sheet: Sheet) -> None:
    """Rows 2, 4 and 6 alone, the last one first."""
    sheet.page.search.searched.emit("odd")
    sheet.table.sortByColumn(ROW, Qt.SortOrder.DescendingOrder)
    wait_until(sheet.qtbot, lambda: not sheet.model.is_busy())


def odd_rows() -> list[list[str | None]]:
    made = rows(6)
    for at in (1, 3, 5):
        made[at][1] = f"odd {at}"
    return made


def test_pasted_rows_go_to_the_rows_that_are_shown(make: Callable[..., Sheet]) -> None:
    """In a view that is filtered and sorted: those that one sees, in their order; hidden ones are left alone."""
    sheet = make(odd_rows())
    filtered(sheet)
    assert sheet.texts(ROW) == ["7", "5", "3"]
    sheet.at(0, STOCK)
    sheet.paste("7\n5\n3\nnowhere")
    assert sheet.now("c4") == ["3", "3", "3", "5", "3", "7"]
    assert sheet.cut == [(1, 0)]
    sheet.select((0, 2, STOCK, STOCK))
    assert sheet.copied() == "7\r\n5\r\n3"
    sheet.press(Key.Key_D, CTRL)
    assert sheet.now("c4") == ["3", "7", "3", "7", "3", "7"]
    sheet.press(Key.Key_Delete)
    assert sheet.now("c4") == ["3", None, "3", None, "3", None]


def test_a_row_stays_though_it_no_longer_fits(make: Callable[..., Sheet]) -> None:
    """What was just changed does not vanish from under the hands, and keeps its place, until one searches again."""
    sheet = make(odd_rows())
    filtered(sheet)
    sheet.model.setData(sheet.model.index(1, ENGLISH), "even")
    sheet.model.setData(sheet.model.index(2, ENGLISH), "also even")
    assert sheet.texts(ENGLISH) == ["odd 5", "even", "also even"]
    sheet.catalogue.edits.undo()
    assert sheet.texts(ENGLISH) == ["odd 5", "even", "odd 1"]
    sheet.page.search.searched.emit("od")
    assert sheet.texts(ENGLISH) == ["odd 5", "odd 1"]


def test_a_search_that_is_under_way_when_a_check_ends_is_not_lost(make: Callable[..., Sheet]) -> None:
    """The rows that were asked for come, and not those that were shown before."""
    sheet = make(odd_rows())
    sheet.runner.held = True
    sheet.model.setData(sheet.model.index(0, STOCK), "4")
    sheet.page.search.searched.emit("odd")
    sheet.runner.release()
    assert sheet.texts(ROW) == ["3", "5", "7"]
    sheet.model.setData(sheet.model.index(0, STOCK), "5")
    sheet.table.sortByColumn(ROW, Qt.SortOrder.DescendingOrder)
    sheet.runner.release()
    assert sheet.texts(ROW) == ["7", "5", "3"]
    assert sheet.now("c4")[:2] == ["4", "5"]


def test_typed_text_never_goes_back(make: Callable[..., Sheet], threads: TaskRunner) -> None:
    """With real threads, in a filtered view: from typing until all is checked and shown the old text is never there
    again."""
    sheet = make(odd_rows(), runner=threads)
    filtered(sheet)
    seen: list[str] = []

    def look() -> None:
        seen.append(sheet.model.cell(1, ENGLISH).text)

    sheet.model.dataChanged.connect(look)
    sheet.model.renewed.connect(look)
    sheet.model.modelReset.connect(look)
    for number in range(5):
        seen.clear()
        sheet.model.setData(sheet.model.index(1, ENGLISH), f"even {number}")
        wait_until(sheet.qtbot, lambda: _settled(sheet))
        assert set(seen) == {f"even {number}"}
    assert sheet.texts(ENGLISH) == ["odd 5", "even 4", "odd 1"]
    wait_until(sheet.qtbot, sheet.catalogue.edits.is_kept)


def _settled(sheet: Sheet) -> bool:
    file = sheet.catalogue.file
    return file is not None and sheet.catalogue.is_current(file) and not sheet.model.is_busy()


def test_typed_text_stays_in_its_own_row(make: Callable[..., Sheet]) -> None:
    """A row before it is left out while the text waits for its check: it is not shown in the row that moves up."""
    sheet = make()
    sheet.runner.held = True
    file = sheet.catalogue.file
    assert file is not None
    sheet.catalogue.edits.write("kept_first", None, file.draft, left_out=pl.Series([0], dtype=pl.UInt32))
    sheet.model.setData(sheet.model.index(2, ENGLISH), "Tea")
    wrong: list[list[str]] = []
    sheet.model.renewed.connect(lambda: wrong.append(sheet.texts(ENGLISH)))
    sheet.runner.release()
    assert wrong[-1] == ["Honey 1", "Tea", "Honey 3", "Honey 4", "Honey 5"]
    assert all(shown[2] != "Tea" for shown in wrong if len(shown) == 5)


def test_selection_and_place_stay_after_a_change(make: Callable[..., Sheet]) -> None:
    """The rows are the same, so nothing is reset: what is selected, where the keyboard is and how far one has
    scrolled."""
    sheet = make(rows(300))
    sheet.at(120, PRICE)
    sheet.select((118, 121, ENGLISH, PRICE), (150, 150, SKU, SKU))
    bar = sheet.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    resets: list[int] = []
    sheet.model.modelReset.connect(lambda: resets.append(1))

    def state() -> tuple[Any, ...]:
        selection = sheet.table.selectionModel().selection()
        ranges = [selection.at(at) for at in range(selection.count())]
        index = sheet.table.currentIndex()
        blocks = sorted((one.top(), one.bottom(), one.left(), one.right()) for one in ranges)
        return bar.value(), index.row(), index.column(), blocks

    before = state()
    assert before[0] > 0
    sheet.press(Key.Key_Delete)
    sheet.catalogue.edits.undo()
    sheet.paste("5\n6")
    assert len(sheet.told) == 2
    assert state() == before
    assert resets == []
    assert sheet.now("c1")[118:120] == ["5", "6"]


def test_a_new_column_is_shown(sheet: Sheet) -> None:
    """The first text in a field that the file lacks makes a column, which can be typed into like others."""
    file = sheet.catalogue.file
    assert file is not None
    cells = pl.DataFrame({"index": [1], "key": ["new:brand"], "after": ["رمال"]}, schema_overrides={"index": pl.UInt32})
    sheet.catalogue.edits.write(TYPED, cells, file.draft)
    assert sheet.texts(STOCK + 1) == ["", "رمال", "", "", "", ""]
    sheet.model.setData(sheet.model.index(2, STOCK + 1), "زين")
    assert sheet.now("new:brand")[:4] == [None, "رمال", "زين", None]


def test_matched_columns_are_named_at_once(sheet: Sheet) -> None:
    """The rows stay, and the view is told that what stands above them is another."""
    told: list[tuple[int, int]] = []
    sheet.model.headerDataChanged.connect(lambda _way, first, last: told.append((first, last)))
    file = sheet.catalogue.file
    assert file is not None
    before = sheet.model.title(STOCK)
    sheet.catalogue.match(file.shared.mapping.choose("c4", None).choose("c1", None))
    assert sheet.model.title(STOCK) != before
    assert told == [(0, sheet.model.columns() - 1)]


# -- large -----------------------------------------------------------------------------------------


def large(count: int) -> Catalog:
    number = pl.int_range(count, eager=True).cast(pl.String)
    names = [*HEADERS, "category_en", "brand", "shelf"]
    cells = pl.DataFrame({f"c{at}": number for at in range(len(names))}).with_columns(
        c2=pl.lit("عسل"), c3=pl.lit("1.250"), c4=pl.lit("3")
    )
    return Catalog(
        "made.csv",
        "csv",
        columns_for(names),
        cells,
        pl.int_range(2, count + 2, dtype=pl.UInt32, eager=True),
        header_row=1,
    )


def test_all_of_a_large_table(
    qtbot: QtBot, look: ThemeManager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """100,000 rows: Ctrl+A and Delete, or a pasted cell, say what is meant in less than half a second, and nobody is
    asked for each cell; copying takes no longer than two."""
    sheet = Sheet(qtbot, tmp_path, large(100_000))
    sheet.page.shown.editing.wanted.disconnect(sheet._write)
    heard: list[tuple[str, pl.DataFrame]] = []
    sheet.page.shown.editing.wanted.connect(lambda name, cells, _file: heard.append((name, cells)))
    asked = {"data": 0, "flags": 0}
    for name in asked:
        real = getattr(TableModel, name)

        def counted(*given: Any, name: str = name, real: Any = real) -> Any:
            asked[name] += 1
            return real(*given)

        monkeypatch.setattr(TableModel, name, counted)
    sheet.press(Key.Key_A, CTRL)
    QGuiApplication.clipboard().setText("x")
    for key, modifier in ((Key.Key_Delete, NO), (Key.Key_V, CTRL), (Key.Key_D, CTRL)):
        began = time.perf_counter()
        sheet.press(key, modifier)
        assert time.perf_counter() - began < 0.5
    assert [name for name, _ in heard] == [CLEARED, PASTED, FILLED]
    assert [cells.height for _, cells in heard] == [800_000] * 3
    assert heard[0][1]["after"].null_count() == 800_000
    assert sum(asked.values()) < 20_000
    began = time.perf_counter()
    text = sheet.copied()
    assert time.perf_counter() - began < 2
    assert text.count("\r\n") == 99_999


def test_the_window_goes_on_while_all_is_pasted(
    qtbot: QtBot, look: ThemeManager, tmp_path: Path, threads: TaskRunner
) -> None:
    """100,000 rows of a column are copied and pasted on real threads: each key is answered at once, and the clipboard
    and the step come when they are ready."""
    sheet = Sheet(qtbot, tmp_path, large(100_000), runner=threads)
    editing = sheet.page.shown.editing
    editing.wanted.disconnect(sheet._write)
    heard: list[tuple[str, pl.DataFrame, Opened]] = []
    editing.wanted.connect(lambda name, cells, file: heard.append((name, cells, file)))
    sheet.table.selectColumn(ENGLISH)
    QGuiApplication.clipboard().setText("")
    for key in (Key.Key_C, Key.Key_V):
        began = time.perf_counter()
        sheet.press(key, CTRL)
        assert time.perf_counter() - began < 0.25
    assert editing.is_busy()
    wait_until(qtbot, lambda: not editing.is_busy())
    assert QGuiApplication.clipboard().text().startswith("0\r\n1\r\n2")
    ((name, cells, file),) = heard
    assert (name, file) == (PASTED, sheet.catalogue.file)
    assert cells["index"].equals(pl.Series("index", range(100_000), dtype=pl.UInt32))
    assert cells["after"].to_list() == [str(number) for number in range(100_000)]
