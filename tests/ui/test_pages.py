"""The pages and dialogs, with the real program around them and no shop reached."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPushButton, QWidget

from hkj_desktop.app import Program
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.paths import Folders, folders, resource
from hkj_desktop.ui.crash import CrashGuard
from hkj_desktop.ui.dialogs.base import ask
from hkj_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from hkj_desktop.ui.pages.check_page import PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK, FILE, SEND, SHOP
from hkj_desktop.ui.shell import HELP, HISTORY, SETTINGS
from hkj_desktop.ui.tasks import Owner, Report
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import wait_until

MISTAKES = ("samples", "minimarket-with-mistakes.csv")


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {}).ensure()


def start(qapp: QApplication, where: Folders, guard: CrashGuard | None = None) -> Program:
    program = Program(qapp, where, practice=True, locale="en", vault=MemoryVault(), guard=guard)
    program.show()
    return program


def end(program: Program) -> None:
    program.close()
    program.window.close()
    program.window.deleteLater()


@pytest.fixture
def program(qapp: QApplication, where: Folders) -> Iterator[Program]:
    made = start(qapp, where)
    yield made
    end(made)


def opened(program: Program, qtbot: Any) -> Program:
    """The program with the sample full of mistakes open."""
    program.window.open_file(str(resource(*MISTAKES)))
    wait_until(qtbot, lambda: program.window.page() == CHECK)
    return program


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


# The check page -----------------------------------------------------------------------------------------


def test_one_change_is_worked_out_once(program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search and a chip each make one task, for the view that is shown; the other one follows when it is shown."""
    check = opened(program, qtbot).window.check_page
    asked: list[str] = []
    submit = program.runner.submit

    def counted(work: Any, *, owner: Owner, **how: Any) -> Any:
        if owner.name.endswith("Model"):
            asked.append(owner.name)
        return submit(work, owner=owner, **how)

    monkeypatch.setattr(program.runner, "submit", counted)
    check.search.setText("honey")
    wait_until(qtbot, lambda: asked and not check.problem_model.is_busy())
    check.show_problems_of("error")
    wait_until(qtbot, lambda: len(asked) == 2 and not check.problem_model.is_busy())
    assert asked == ["ProblemModel", "ProblemModel"]
    check.show_view(TABLE)
    wait_until(qtbot, lambda: not check.table_model.is_busy())
    assert asked == ["ProblemModel", "ProblemModel", "TableModel"]


def test_nothing_found_is_said_when_it_is_known(program: Program, qtbot: Any) -> None:
    """The list stays while the search runs; then it is said that nothing fits, and everything comes back."""
    check = opened(program, qtbot).window.check_page
    check._on_searched("no product is called so")
    assert check.shown.currentWidget() is check.problems
    wait_until(qtbot, lambda: check.shown.currentWidget() is check.shown._nothing)
    check._on_searched("")
    assert check.shown.currentWidget() is check.problems


def test_jump_waits_for_the_rows(program: Program, qtbot: Any) -> None:
    """From a problem to its cell also where the table was filtered and sorted otherwise before."""
    check = opened(program, qtbot).window.check_page
    check.show_view(TABLE)
    check.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    wait_until(qtbot, lambda: not check.table_model.is_busy())
    check.show_view(PROBLEMS)
    problem = check.problem_model.problem(2)
    check.problems.activated.emit(check.problem_model.index(2, 0))
    wait_until(qtbot, lambda: check.table.currentIndex().isValid() and check.shown._goal is None)
    assert check.table_model.index(check.table.currentIndex().row(), 0).data() == str(problem.row)


# What the window says by itself -------------------------------------------------------------------------


def test_damaged_settings_are_told(qapp: QApplication, where: Folders) -> None:
    """The window says that the file was damaged and what it is called now, until one closes the notice."""
    where.settings_file.write_text("{ broken", encoding="utf-8")
    program = start(qapp, where)
    try:
        (notice,) = program.window.notices()
        assert "settings was damaged" in notice
        assert "settings.damaged-1.json" in notice
    finally:
        end(program)


def test_settings_of_a_newer_version_are_told(qapp: QApplication, where: Folders, expected_log: Any) -> None:
    """The program works without them, says so, and leaves the file alone."""
    expected_log("settings not used")
    content = json.dumps({"version": 999})
    where.settings_file.write_text(content, encoding="utf-8")
    program = start(qapp, where)
    try:
        (notice,) = program.window.notices()
        assert "newer version" in notice
    finally:
        end(program)
    assert where.settings_file.read_text(encoding="utf-8") == content


def test_a_damaged_record_is_told_in_the_window(qapp: QApplication, qtbot: Any, where: Folders) -> None:
    """The notice names the file that was kept."""
    where.journal_file.write_bytes(b"no database" * 500)
    program = start(qapp, where)
    try:
        wait_until(qtbot, program.window.notices)
        (notice,) = program.window.notices()
        assert "record of uploads was damaged" in notice
        assert next(where.data.rglob("*unreadable*")).name in notice
    finally:
        end(program)


def test_what_nobody_caught_is_told_once(qapp: QApplication, qtbot: Any, where: Folders, expected_log: Any) -> None:
    """An exception in a slot is a notice with its kind to copy; the same again makes no second notice; the words of
    the exception are not shown."""
    expected_log("Unexpected error")
    guard = CrashGuard()
    program = start(qapp, where, guard)
    try:
        for _ in range(3):
            guard._on_exception(ValueError, ValueError("private words"), None)
        wait_until(qtbot, program.window.notices)
        qtbot.wait(20)
        (notice,) = program.window.notices()
        assert "Nothing was lost" in notice
        assert "private" not in notice
        button = next(
            b for b in program.window.findChildren(QPushButton) if b.text() == "Copy details" and b.isVisible()
        )
        button.click()
        wait_until(qtbot, lambda: "kind='ValueError'" in QApplication.clipboard().text())
        guard.interrupted.emit()
        wait_until(qtbot, program.window.isHidden)
    finally:
        end(program)


def test_the_keys_are_told(program: Program, qtbot: Any) -> None:
    """F1 lists the window's own shortcuts, each with what it does; Escape closes the list."""
    next(one for one in program.window.actions() if one.objectName() == HELP).trigger()
    dialog = next(d for d in program.window.findChildren(ShortcutsDialog))
    wait_until(qtbot, dialog.isVisible)
    for action in program.window.actions():
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        assert not keys or (keys, action.text()) in dialog.lines
    assert all(keys and text for keys, text in dialog.lines)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    wait_until(qtbot, lambda: not program.window.findChildren(ShortcutsDialog))


def test_dialogs_have_a_safe_way_out(program: Program, qtbot: Any) -> None:
    """Escape closes each dialog without doing anything, and Enter is the button that is named first."""
    opened(program, qtbot)
    done: list[str] = []
    asked = ask(
        program.window, title="Remove?", text="It is gone.", yes="Remove", no="Keep", then=lambda: done.append("yes")
    )
    matcher = program.window.open_matcher()
    assert matcher is not None
    for dialog in (asked, matcher):
        defaults = [button for button in dialog.findChildren(QPushButton) if button.isDefault()]
        assert len(defaults) == 1
        closed: list[int] = []
        dialog.finished.connect(closed.append)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert closed == [QDialog.DialogCode.Rejected]
    assert done == []


def test_every_button_has_a_name(program: Program, qtbot: Any) -> None:
    """No button of any page is an icon alone for those who hear the window."""
    opened(program, qtbot)
    for page in (SHOP, FILE, CHECK, SEND, HISTORY, SETTINGS):
        program.window.show_page(page)
    nameless = [
        button
        for button in program.window.findChildren(QAbstractButton)
        if not (button.text() or button.accessibleName())
        and button.focusPolicy() != Qt.FocusPolicy.NoFocus
        and button.isVisibleTo(program.window)
    ]
    assert nameless == []


@pytest.mark.parametrize("width", [1280, 1700])
def test_tab_goes_as_one_reads(program: Program, qtbot: Any, width: int) -> None:
    """On the check page: view, search, filters where they stand, table, and the way on last; nothing nameless in
    between."""
    window = opened(program, qtbot).window
    window.resize(width, 800)
    check = window.check_page
    check.show_view(TABLE)
    wait_until(qtbot, window.fix_all.isVisible)
    window.activateWindow()
    check.search.setFocus()
    wait_until(qtbot, check.search.hasFocus)
    reached: list[QWidget] = []
    while QApplication.focusWidget() is not window.go_send and len(reached) < 9:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    tools = [check._chips._chips["all"], check.save_as]
    if check._chips.y() >= check.save_as.geometry().bottom():  # in a narrow window the filters stand below
        tools.reverse()
    assert reached == [*tools, check.table, window.fix_all, window.go_send]
    assert (tools[0] is check.save_as) is (width == 1280)


def test_an_empty_history_says_what_comes_there(program: Program, qtbot: Any) -> None:
    """Before anything was sent, the history explains itself and leads to the first step."""
    program.window.history_requested.emit()
    page = program.window.history_page
    wait_until(qtbot, lambda: page._stack.currentWidget() is page._empty)
    assert "Nothing has been sent yet" in words_in(page)


# Closing ------------------------------------------------------------------------------------------------


def test_closing_does_not_hold_the_window_up(program: Program, qtbot: Any) -> None:
    """While a task comes to its end the window stays, says so, and works on; then it closes, and the task was heard."""
    started, let_go = threading.Event(), threading.Event()

    def slow(_cancel: CancelToken, _report: Report) -> None:
        started.set()
        let_go.wait(15)

    program.runner.submit(slow, owner=Owner("test"), done=lambda _: None, failed=lambda _: None, name="slow")
    assert started.wait(15)
    before = time.monotonic()
    program.window.close()
    assert time.monotonic() - before < 1
    assert program.window.isVisible()
    assert program.window.is_finishing()
    assert "Finishing" in words_in(program.window._finish)
    let_go.set()
    wait_until(qtbot, program.window.isHidden)
    assert program.still_running == []


def test_patience_has_an_end(
    qapp: QApplication, qtbot: Any, where: Folders, expected_log: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A task that never stops does not keep the window open for ever, and is named."""
    expected_log("did not stop within")
    monkeypatch.setattr("hkj_desktop.app.PATIENCE", 0.2)
    program = start(qapp, where)
    started, let_go = threading.Event(), threading.Event()

    def stubborn(_cancel: CancelToken, _report: Report) -> None:
        started.set()
        let_go.wait(15)

    try:
        program.runner.submit(stubborn, owner=Owner("t"), done=lambda _: None, failed=lambda _: None, name="stubborn")
        assert started.wait(15)
        program.window.close()
        wait_until(qtbot, program.window.isHidden)
        assert "stubborn" in program.still_running
    finally:
        let_go.set()
        end(program)
