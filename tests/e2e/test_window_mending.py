"""From a file with twelve problems to a shop that took everything, in the real window: by one-click fixes, by typing
into the table, and through a fix file that a colleague mended in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from hkj_desktop.app import Program
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.ui.dialogs.preview import PreviewDialog
from hkj_desktop.ui.models.problem_model import FIX
from hkj_desktop.ui.pages.check_views import CARDS, PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK, RESULT, SEND
from tests.e2e.test_window import PATIENCE, drop, window

HEAD = ["SKU", "English title", "Arabic title", "Price (JOD)", "Stock"]
GOOD = [[f"G-{n}", f"Good tea {n}", f"شاي جيد {n}", "2.750", "12"] for n in range(8)]
#: Each is one problem, which a fix mends.
BY_CLICK = [
    ["C-1", "Wildflower honey", "عسل أزهار", "6.7505", "5"],
    ["C-2", "Olive oil", "زيت زيتون", "9.500", "١٢ حبة"],
    ["C-3", "Soap bar", "صابون", "1.250", "-3"],
    ["C-4", "Green tea", "شاي أخضر", "-2.500", "7"],
    ["G-0", "Good tea 0 again", "شاي جيد مكرر", "2.750", "1"],
]
BY_TYPING = [
    ["T-1", "Nabulsi cheese", "", "4.900", "31"],
    ["T-2", "Kmaj bread", "", "0.320", "150"],
    ["T-3", "Jameed", "جميد", "غير متوفر", "4"],
    ["T-4", "Shrak bread", "خبز شراك", "1.100", "soon"],
]
BY_FIX_FILE = [
    ["F-1", "", "ملح بحري", "0.450", "97"],
    ["F-2", "Red lentils", "", "1.350", "55"],
    ["F-3", "Basmati rice", "أرز بسمتي", "ask", "40"],
]
TYPED = {"T-1": (2, "جبنة نابلسية"), "T-2": (2, "خبز كماج"), "T-3": (3, "8.250"), "T-4": (4, "20")}
MENDED = {"F-1": (1, "Sea salt"), "F-2": (2, "عدس أحمر"), "F-3": (3, "7.450")}


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {})


def write(path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in [HEAD, *GOOD, *BY_CLICK, *BY_TYPING, *BY_FIX_FILE]:
        book.active.append([cell or None for cell in row])
    book.save(path)
    return path


class Desk:
    """The window, and the hands of the person in front of it."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.qtbot, self.main = program, qtbot, program.window
        self.views = program.window.check_page.shown

    def wait(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE)

    def errors(self) -> int:
        file = self.program.catalogue.file
        assert file is not None
        return file.errors

    def settled(self) -> bool:
        file = self.program.catalogue.file
        return file is not None and self.program.catalogue.is_current(file) and not self.views.is_busy()

    def click(self, view: object, index: QModelIndex) -> None:
        view.scrollTo(index)  # type: ignore[attr-defined]
        at: QPoint = view.visualRect(index).center()  # type: ignore[attr-defined]
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)  # type: ignore[attr-defined]

    def preview(self) -> PreviewDialog:
        """The preview that opens by itself."""
        self.wait(lambda: any(d.isVisible() for d in self.main.findChildren(PreviewDialog)))
        return next(d for d in self.main.findChildren(PreviewDialog) if d.isVisible())

    def agree(self) -> None:
        dialog = self.preview()
        self.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    def mend_first(self) -> None:
        """Click the first fix that is offered in the list of problems, look at its preview, and agree."""
        model, before = self.views.problem_model, self.errors()
        offered = (row for row in range(model.rowCount()) if model.cell(row, FIX).text)
        self.wait(lambda: any(model.cell(row, FIX).text for row in range(model.rowCount())))
        row = next(offered)
        self.click(self.views.problems, model.index(row, FIX))
        self.agree()
        self.wait(lambda: self.settled() and self.errors() == before - 1)

    def type_into(self, sku: str, column: int, text: str) -> None:
        """Type into a cell of the table as into a spreadsheet."""
        model, table = self.views.table_model, self.views.table
        row = next(row for row in range(model.rowCount()) if model.raw(row, model.fixed) == sku)
        self.click(table, model.index(row, model.fixed + column))
        self.qtbot.keyClick(table, Qt.Key.Key_F2)
        (editor,) = (one for one in table.viewport().findChildren(QLineEdit) if one.isVisible())
        editor.selectAll()
        for letter in text:  # keyClicks knows Latin letters alone
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, none, letter))
        before = self.program.catalogue.edits.count
        self.qtbot.keyClick(editor, Qt.Key.Key_Return)
        self.wait(lambda: self.program.catalogue.edits.count == before + 1)

    def save_by_menu(self, words: str, path: Path) -> None:
        menu = self.main.check_page.save_as.menu()
        next(action for action in menu.actions() if words in action.text()).trigger()
        self.wait(lambda: any(d.isVisible() for d in self.main.findChildren(QFileDialog)))
        dialog = next(d for d in self.main.findChildren(QFileDialog) if d.isVisible())
        dialog.selectFile(str(path))
        dialog.accept()
        self.wait(path.exists)


def colleague(path: Path, renamed: Path) -> None:
    """Somebody mends the coloured cells of the fix file, sorts its rows upside down, and gives it another name."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    heads = [cell.value for cell in sheet[2]]
    first = heads.index("SKU")
    for row in rows:
        at, text = MENDED.get(row[first], (None, None))
        if at is not None:
            row[first + at] = text
    for number, row in enumerate(reversed(rows), start=3):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    book.save(renamed)
    path.unlink()


def test_twelve_problems_are_mended_and_everything_is_accepted(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """Five by one-click fixes, four in the table, three through the fix file; then the shop takes every product, and
    the person's own file is byte for byte what it was."""
    source = write(tmp_path / "list.xlsx")
    original = source.read_bytes()
    with window(qapp, where) as program:
        desk, main = Desk(program, qtbot), program.window
        drop(program, source)
        desk.wait(lambda: main.page() == CHECK and desk.settled())
        assert main.check_page.views.chosen_key() == PROBLEMS
        assert desk.errors() == 12
        for _ in BY_CLICK:
            desk.mend_first()
        assert desk.errors() == 7
        main.check_page.show_view(TABLE)
        desk.wait(desk.settled)
        for sku, (column, text) in TYPED.items():
            desk.type_into(sku, column, text)
        desk.wait(lambda: desk.settled() and desk.errors() == 3)
        fix_file, returned = tmp_path / "to fix.xlsx", tmp_path / "from Rania.xlsx"
        desk.save_by_menu("Fix file", fix_file)
        colleague(fix_file, returned)
        drop(program, returned)
        assert len(desk.preview().model.accepted()) == 3
        desk.agree()
        desk.wait(lambda: desk.settled() and desk.errors() == 0)
        assert program.catalogue.edits.count == 10
        main.go_send.click()
        assert main.page() == SEND
        main.send_page.plan.send.click()
        desk.wait(lambda: main.page() == RESULT)
        ended = program.uploads.last
        assert ended is not None
        products = len(GOOD) + len(BY_CLICK) + len(BY_TYPING) + len(BY_FIX_FILE) - 1
        assert (ended.upload.accepted, ended.upload.sent) == (products, products)
        desk.wait(program.catalogue.edits.is_kept)
    assert source.read_bytes() == original


def test_what_the_shop_refuses_is_fixed_in_the_same_views_and_sent_alone(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """After sending all rows the shop's words stand on the same cells; a cell that is mended loses them, the button
    counts what was fixed, and only that goes."""
    source = tmp_path / "list.csv"
    rows = [HEAD, *GOOD, *BY_TYPING[:2]]
    source.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    with window(qapp, where) as program:
        desk, main = Desk(program, qtbot), program.window
        drop(program, source)
        desk.wait(lambda: main.page() == CHECK and desk.settled())
        main.go_send.click()
        main.send_page.plan.all_rows.setChecked(True)
        main.send_page.plan.send.click()
        desk.wait(lambda: main.page() == RESULT)
        assert program.uploads.last is not None
        assert program.uploads.last.upload.rejected == 2
        main.result_page.fix_requested.emit()
        desk.wait(lambda: main.page() == CHECK and desk.settled() and desk.views.problem_model.rowCount() == 4)
        words = [desk.views.problem_model.problem(row) for row in range(4)]
        assert {(one.place, one.source.value) for one in words} == {
            ("C10", "file"),
            ("C10", "server"),
            ("C11", "file"),
            ("C11", "server"),
        }
        main.check_page.show_view(TABLE)
        main.check_page._chips.set_chosen(["all"])
        main.check_page._on_chips([])
        desk.wait(desk.settled)
        desk.type_into("T-1", 2, "جبنة نابلسية")
        desk.wait(lambda: desk.settled() and desk.errors() == 2)
        assert "Send the 1 fixed" in main.go_send.text()
        main.go_send.click()
        desk.wait(lambda: main.send_page.plan._comparison is not None)
        main.send_page.plan.send.click()
        desk.wait(lambda: main.page() == RESULT and not program.uploads.is_busy())
        assert program.uploads.last.upload.sent == 1
        assert program.uploads.last.upload.accepted == 1


def test_undo_by_keyboard_reaches_every_view(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """A cell that was typed over comes back with Ctrl+Z, on the cards and among the problems too; Ctrl+Y does it
    again."""
    source = write(tmp_path / "list.xlsx")
    with window(qapp, where) as program:
        desk, main = Desk(program, qtbot), program.window
        drop(program, source)
        desk.wait(lambda: main.page() == CHECK and desk.settled())
        main.check_page.show_view(TABLE)
        desk.wait(desk.settled)
        desk.type_into("G-1", 1, "Better tea")
        desk.wait(desk.settled)
        main.check_page.show_view(CARDS)
        desk.wait(desk.settled)
        cards = desk.views.card_model
        assert cards.card(1).text == "Better tea"
        main.checking.undo_action.trigger()
        desk.wait(lambda: desk.settled() and cards.card(1).text == "Good tea 1")
        main.checking.redo_action.trigger()
        desk.wait(lambda: desk.settled() and cards.card(1).text == "Better tea")
        assert not main.checking.redo_action.isEnabled()


def test_an_offered_undo_goes_when_another_step_is_made(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """The notice that offers to undo a fix is gone once something else was changed: it would undo that instead. The
    table that is opened only then has columns as wide as what is in them, and marks what was changed."""
    source = write(tmp_path / "list.xlsx")
    with window(qapp, where) as program:
        desk, main = Desk(program, qtbot), program.window
        drop(program, source)
        desk.wait(lambda: main.page() == CHECK and desk.settled())
        desk.mend_first()
        assert main._toast.isVisible()
        main.check_page.show_view(TABLE)
        desk.wait(desk.settled)
        table, model = desk.views.table, desk.views.table_model
        titles = model.fixed + 1
        assert table.columnWidth(titles) > table.horizontalHeader().defaultSectionSize()
        desk.type_into("G-1", 1, "Better tea")
        assert not main._toast.isVisible()
        desk.wait(desk.settled)
        changed = [model.cell(row, titles).text for row in range(model.rowCount()) if model.cell(row, titles).changed]
        assert changed == ["Better tea"]
        row = next(row for row in range(model.rowCount()) if model.raw(row, titles) == "Better tea")
        assert "Good tea 1" in model.index(row, titles).data(Qt.ItemDataRole.ToolTipRole)


def test_changes_are_offered_again_after_the_file_was_saved_elsewhere(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """A file that a spreadsheet saved again in between opens as it is; what was changed here before and still fits is
    offered, and taken over when the person says so."""
    source = write(tmp_path / "list.xlsx")
    with window(qapp, where) as program:
        desk, main = Desk(program, qtbot), program.window
        drop(program, source)
        desk.wait(lambda: main.page() == CHECK and desk.settled())
        main.check_page.show_view(TABLE)
        desk.wait(desk.settled)
        for sku in ("G-1", "G-2"):
            desk.type_into(sku, 1, f"Better {sku}")
        desk.wait(program.catalogue.edits.is_kept)
        book = openpyxl.load_workbook(source)
        book.active["E2"] = "99"
        book.active["B4"] = "Typed in the spreadsheet"
        book.save(source)
        drop(program, source)
        desk.wait(lambda: program.catalogue.edits.count == 0 and desk.settled())
        assert any("changed elsewhere" in notice for notice in main.notices())
        earlier = program.catalogue.edits.earlier
        assert earlier is not None
        assert (earlier.taken, earlier.lost) == (1, 1)
        main.checking._take_over(earlier.change)
        desk.wait(lambda: desk.settled() and program.catalogue.edits.count == 1)
        titles = dict(program.catalogue.checked.products.rows.select("sku", "title_en").iter_rows())
        assert titles["G-1"] == "Better G-1"
        assert titles["G-2"] == "Typed in the spreadsheet"
        assert not main.notices()


def test_what_is_offered_for_one_file_goes_with_it(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """The undo that is offered below one catalogue is not there any more when another one is open."""
    with window(qapp, where) as program:
        desk, main = Desk(program, qtbot), program.window
        drop(program, write(tmp_path / "one.xlsx"))
        desk.wait(lambda: main.page() == CHECK and desk.settled())
        desk.mend_first()
        assert main._toast.isVisible()
        drop(program, write(tmp_path / "two.xlsx"))
        desk.wait(lambda: desk.settled() and program.catalogue.checked.catalog.name == "two.xlsx")
        assert not main._toast.isVisible()
