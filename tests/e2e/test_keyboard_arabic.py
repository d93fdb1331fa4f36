"""The whole main job with the keyboard alone, in Arabic: real window, real file, the real practice shop."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hkj_desktop.app import Program
from hkj_desktop.practice.launch import start_practice
from hkj_desktop.system.paths import Folders, folders, resource
from hkj_desktop.ui.dialogs.preview import PreviewDialog
from hkj_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, WELCOME
from tests.helpers.memory_vault import MemoryVault

PATIENCE = 30_000
MOST_TABS = 80
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {})


@pytest.fixture
def program(qapp: QApplication, where: Folders) -> Iterator[Program]:
    made = Program(
        qapp,
        where.ensure(),
        locale="en",
        vault=MemoryVault(),
        start_practice=lambda folder: start_practice(folder, pace=0),
    )
    made.show()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Hands:
    """A person who has no mouse and reads what the screen reader says."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._program = program
        self._qtbot = qtbot

    def place(self) -> QWidget:
        """The dialog that is open, else the window."""
        dialogs = [one for one in self._program.window.findChildren(QDialog) if one.isVisible()]
        return dialogs[-1] if dialogs else self._program.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = self.place()
        if QApplication.activeWindow() is not place:
            place.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is place)
        QTest.keyClick(place.focusWidget() or place, key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.place().focusWidget(), text)

    def heard(self) -> str:
        """The name of what has the focus."""
        widget = self.place().focusWidget()
        seen = QAccessible.queryAccessibleInterface(widget) if widget is not None else None
        return seen.text(QAccessible.Text.Name) if seen is not None else ""

    def tab_to(self, name: str) -> None:
        """Press Tab until something is heard whose name holds ``name``."""
        for _ in range(MOST_TABS):
            self.press(Key.Key_Tab)
            if name in self.heard():
                return
        pytest.fail(f"Tab does not lead to {name!r}")

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def choose_file(self, path: Path) -> None:
        """In the dialog that asks for a file: type its name and press Enter."""
        self.wait(lambda: isinstance(self.place(), QFileDialog))
        dialog = self.place()
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setFocus()  # where Qt's own dialog puts it; that of a system does so itself
        field.clear()
        self.write(str(path))
        self.press(Key.Key_Return)


def test_main_job_by_keyboard_in_arabic(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    """From the welcome in English to Arabic, to a catalogue that is opened, mended, sent, and whose problems are saved:
    every step is a key, and every control is found by its Arabic name."""
    hands = Hands(program, qtbot)
    assert program.window.page() == WELCOME
    first = program.window
    hands.tab_to("English")
    hands.press(Key.Key_Right)  # the other of two choices, side by side
    hands.wait(lambda: program.window is not first)
    assert "العربية" in hands.heard()
    hands.tab_to("تدرّب")
    hands.press(Key.Key_Space)
    assert program.window.page() == FILE

    hands.press(Key.Key_F1)
    hands.wait(lambda: isinstance(hands.place(), ShortcutsDialog))
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_O, CTRL)
    hands.choose_file(resource("samples", "minimarket-with-mistakes.xlsx"))
    hands.wait(lambda: program.window.page() == CHECK)
    hands.wait(lambda: program.window.checking.fixable() > 0)
    wrong = program.window.check_page.problem_model.rowCount()

    hands.press(Key.Key_F, CTRL)
    assert hands.place().focusWidget() is program.window.check_page.search
    hands.tab_to("مشكلات عنّي")
    hands.press(Key.Key_Space)
    hands.wait(lambda: isinstance(hands.place(), PreviewDialog))
    hands.tab_to("طبّق")
    hands.press(Key.Key_Space)
    hands.wait(lambda: program.window.check_page.problem_model.rowCount() < wrong)
    hands.press(Key.Key_Z, CTRL)
    hands.wait(lambda: program.window.check_page.problem_model.rowCount() == wrong)

    hands.tab_to("الإرسال")
    while program.window.page() != SEND:
        hands.press(Key.Key_Space)
        if program.window.page() != SEND:
            hands.tab_to("الإرسال")
    plan = program.window.send_page.plan
    hands.wait(plan.is_compared)
    hands.tab_to("أرسل أيضًا المنتجات التي فيها مشكلات")
    hands.press(Key.Key_Space)
    assert plan.all_rows.isChecked()
    hands.tab_to("إرسال ")
    hands.press(Key.Key_Space)
    hands.wait(lambda: program.window.page() == RESULT)

    report = tmp_path / "problems.csv"
    hands.tab_to("حفظ المشكلات")
    hands.press(Key.Key_Space)
    hands.choose_file(report)
    hands.wait(report.exists)
    ended = program.uploads.last
    assert ended is not None
    with report.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert len(rows) == 1 + ended.upload.rejected
    assert any("\u0600" <= char <= "\u06ff" for char in "".join(rows[0]))
