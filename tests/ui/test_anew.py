"""Language, digits and look changed while the program is used: nothing that was typed, chosen or said is lost."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from hkj_desktop.app import Program
from hkj_desktop.errors import FixFileError
from hkj_desktop.system.paths import Folders, folders, resource
from hkj_desktop.system.settings import Digits, SettingsStore, Theme
from hkj_desktop.ui import say
from hkj_desktop.ui.main_window import MainWindow
from hkj_desktop.ui.pages.check_page import CARDS, PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK, FILE, SHOP, WELCOME
from hkj_desktop.ui.shell import LANGUAGE, SETTINGS
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import wait_until

MISTAKES = ("samples", "minimarket-with-mistakes.csv")


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {}).ensure()


@pytest.fixture
def program(qapp: QApplication, where: Folders) -> Iterator[Program]:
    made = Program(qapp, where, practice=True, locale="en", vault=MemoryVault())
    made.show()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
    say.use_digits(Digits.LATIN)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def opened(program: Program, qtbot: Any) -> Program:
    program.window.open_file(str(resource(*MISTAKES)))
    wait_until(qtbot, lambda: program.window.page() == CHECK)
    wait_until(qtbot, lambda: not program.window.check_page.shown.is_busy())
    return program


def changed(program: Program, qtbot: Any, name: str, value: object) -> MainWindow:
    """The window after a setting was changed for which it is made anew."""
    before = program.window
    program.restyle(name, value)
    wait_until(qtbot, lambda: program.window is not before)
    return program.window


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_the_rail_changes_the_language_and_it_is_remembered(program: Program, qtbot: Any, where: Folders) -> None:
    """One click on the other language's name: the window reads right to left in Arabic, stands where it stood, and the
    next start is Arabic."""
    old = program.window
    old.resize(1100, 700)
    old.rail.row(LANGUAGE).setFocus()
    old.rail.row(LANGUAGE).click()
    wait_until(qtbot, lambda: program.window is not old)
    new = program.window
    assert new.isVisible()
    assert new.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert new.geometry() == old.geometry()
    assert new.rail.row(LANGUAGE).text() == "English"
    assert "أفلت" in words_in(new.file_page)
    assert new.focusWidget() is new.rail.row(LANGUAGE)
    wait_until(qtbot, lambda: SettingsStore(where.settings_file).load().language == "ar")
    new.rail.row(LANGUAGE).click()
    wait_until(qtbot, lambda: program.window is not new)
    assert program.window.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_old_windows_go_and_hear_nothing(program: Program, qtbot: Any) -> None:
    """Changing to and fro, the windows before do not pile up, and what the program tells reaches one only."""
    opened(program, qtbot)
    refs = []
    for language in ("ar", "en", "ar", "en", "ar", "en"):
        refs.append((program.window, weakref.ref(program.window.check_page)))
        changed(program, qtbot, "language", language)
    wait_until(qtbot, lambda: not any(isValid(window) for window, _ in refs))
    pages = [ref for _, ref in refs]
    refs.clear()
    program.shops.changed.emit()
    program.catalogue.changed.emit()
    program.catalogue.opened.emit()

    def do_not_pile_up() -> bool:
        """A thread of the pool holds what it last worked on until it works again."""
        gc.collect()
        return sum(ref() is not None for ref in pages) <= 2

    wait_until(qtbot, do_not_pile_up)
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and isValid(w)]
    assert windows.count(program.window) == 1


@pytest.mark.parametrize("view", [CARDS, TABLE, PROBLEMS])
def test_search_filter_and_view_stay(program: Program, qtbot: Any, view: str) -> None:
    """What was searched for, picked and sorted shows the same rows in the other language."""
    check = opened(program, qtbot).window.check_page
    check.show_view(view)
    check.search.setText("ي")
    check.search.returnPressed.emit()
    if view == TABLE:
        check.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    wait_until(qtbot, lambda: not check.shown.is_busy())
    rows = check.shown._models[view].shown()
    assert rows is not None
    assert rows.height > 1
    check.shown._views[view].setCurrentIndex(check.shown._models[view].index(1, 0))
    now = changed(program, qtbot, "language", "ar").check_page
    wait_until(qtbot, lambda: not now.shown.is_busy())
    assert now.views.chosen_key() == view
    assert now.search.text() == "ي"
    after = now.shown._models[view].shown()
    assert after is not None
    assert after["index"].to_list() == rows["index"].to_list()
    assert now.shown._views[view].currentIndex().row() == 1
    now.search.clear()
    now.search.returnPressed.emit()
    wait_until(qtbot, lambda: not now.shown.is_busy())
    everything = now.shown._models[view].shown()
    assert everything is not None
    assert everything.height > rows.height


def test_an_open_editor_counts(program: Program, qtbot: Any) -> None:
    """What stands in a cell's editor when the language changes is in the cell afterwards, and can be undone."""
    check = opened(program, qtbot).window.check_page
    check.show_view(TABLE)
    wait_until(qtbot, lambda: not check.shown.is_busy())
    cell = check.table_model.index(2, check.table_model.fixed + 2)
    check.table.setCurrentIndex(cell)
    check.table.edit(cell)
    qtbot.keyClicks(check.table.focusWidget(), "Typed last")
    new = changed(program, qtbot, "language", "ar")
    wait_until(qtbot, lambda: program.catalogue.edits.count == 1)
    wait_until(qtbot, lambda: not new.check_page.shown.is_busy())
    assert "Typed last" in new.check_page.table_model.raw(2, new.check_page.table_model.fixed + 2)
    new.checking.undo()
    assert program.catalogue.edits.count == 0


def test_the_page_of_a_product_stays_open(program: Program, qtbot: Any) -> None:
    """The same product is shown, with its place among those that were listed."""
    main = opened(program, qtbot).window
    main.checking.open_product(4)
    new = changed(program, qtbot, "language", "ar")
    assert new.checking.is_product_open()
    assert new.product_page.product() == 4


def test_a_half_filled_form_stays(program: Program, qtbot: Any) -> None:
    """The name, the address and the key of a shop that is not saved yet are there in the other language, the key
    masked; saving it there keeps them."""
    main = program.window
    main.go(SHOP)
    main.shop_page.add_shop()
    form = main.shop_page.form()
    form.name.setText("دكان الحارة")
    form.secrets["api_key"]._begin()
    form.secrets["api_key"].setText("ik_live_0123456789abcdef0123")
    new = changed(program, qtbot, "language", "ar")
    assert new.page() == SHOP
    now = new.shop_page.form()
    assert now.name.text() == "دكان الحارة"
    secret = now.secrets["api_key"].new_secret()
    assert secret is not None
    assert secret.reveal() == "ik_live_0123456789abcdef0123"
    assert now.secrets["api_key"].displayText() != now.secrets["api_key"].text()
    assert now.save()
    wait_until(qtbot, lambda: [one.name for one in program.shops.profiles] == ["دكان الحارة"])


def test_notices_are_said_in_the_other_language(program: Program, qtbot: Any) -> None:
    """Each notice that stands above the pages stands there again, in words of the language that was chosen."""
    main = program.window
    main.told.tell_crash("ValueError")
    main.told.tell_settings_aside("settings.damaged-1.json")
    main.checking.tell_passed_over(3)
    main.tell_fix_file(FixFileError(reason="other_file", name="fix.xlsx"))
    before = main.notices()
    after = changed(program, qtbot, "language", "ar").notices()
    assert len(after) == len(before) == 3 + 1
    assert all(any("\u0600" <= char <= "\u06ff" for char in text) for text in after)


def test_an_error_of_reading_is_said_again(program: Program, qtbot: Any, tmp_path: Path) -> None:
    """Why a file cannot be used stands on the file page in the other language too."""
    bad = tmp_path / "list.xlsx"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    program.window.open_file(str(bad))
    wait_until(qtbot, program.window.file_page.message)
    new = changed(program, qtbot, "language", "ar")
    assert new.page() == FILE
    assert "إكسل" in new.file_page.message() or "ملف" in new.file_page.message()


def test_a_file_that_is_read_meanwhile_arrives(program: Program, qtbot: Any) -> None:
    """A catalogue that was being opened when the language changed is shown by the new window."""
    program.window.open_file(str(resource(*MISTAKES)))
    new = changed(program, qtbot, "language", "ar")
    wait_until(qtbot, lambda: new.page() == CHECK)
    assert new.check_page.shown._file is not None


def test_digits_are_written_as_chosen(program: Program, qtbot: Any) -> None:
    """With ١٢٣٤ counts are written so, and what stands in the file is not."""
    opened(program, qtbot)
    changed(program, qtbot, "language", "ar")
    new = changed(program, qtbot, "digits", Digits.ARABIC)
    line = new.check_page._header.line()
    assert any("\u0660" <= char <= "\u0669" for char in line)
    table = new.check_page.table_model
    assert not any("\u0660" <= char <= "\u0669" for char in table.raw(0, table.fixed))
    assert say.number(1188) == "١٬١٨٨"
    assert say.dinars(1250) == "١٫٢٥٠"


def test_settings_stay_in_sight_and_keep_the_focus(program: Program, qtbot: Any) -> None:
    """Changing a setting that makes the window anew leaves the person on the settings, at the control they used."""
    main = program.window
    main.go(SETTINGS)
    main.settings_page.digits._segments[Digits.ARABIC].setFocus()
    new = changed(program, qtbot, "digits", Digits.ARABIC)
    assert new.page() == SETTINGS
    assert new.settings_page.digits.chosen_key() == Digits.ARABIC
    assert new.settings_page.digits.isAncestorOf(new.focusWidget())


def test_light_and_dark_change_the_same_window(program: Program, qtbot: Any, where: Folders) -> None:
    """The look changes at once, without a new window, and is remembered."""
    main = program.window
    main.settings_page.changed.emit("theme", Theme.DARK)
    assert program.theme.theme.dark
    assert program.window is main
    wait_until(qtbot, lambda: SettingsStore(where.settings_file).load().theme is Theme.DARK)


def test_the_first_start_is_a_welcome(qapp: QApplication, qtbot: Any, where: Folders) -> None:
    """The very first window shows one page with no way but its own; after its answer it is not shown again."""
    first = Program(qapp, where, locale="ar", vault=MemoryVault())
    first.show()
    try:
        assert first.window.page() == WELCOME
        assert not first.window.rail.isVisible()
        first.window.welcome_page.practise.click()
        assert first.window.page() == FILE
        assert first.window.rail.isVisible()
        wait_until(qtbot, lambda: SettingsStore(where.settings_file).load().welcomed)
    finally:
        first.close()
        first.window.close()
        first.window.deleteLater()
    second = Program(qapp, where, locale="ar", vault=MemoryVault())
    second.show()
    try:
        assert second.window.page() == FILE
    finally:
        second.close()
        second.window.close()
        second.window.deleteLater()


def test_the_welcome_leads_to_a_new_shop(qapp: QApplication, qtbot: Any, where: Folders) -> None:
    """“Connect my shop” opens the form of a new shop; the language can be chosen before."""
    program = Program(qapp, where, locale="en", vault=MemoryVault())
    program.show()
    try:
        new = changed(program, qtbot, "language", "ar")
        assert new.page() == WELCOME
        assert new.welcome_page.language.chosen_key() == "ar"
        new.welcome_page.connect_.click()
        assert new.page() == SHOP
        assert new.shop_page.form().isVisible()
    finally:
        program.close()
        program.window.close()
        program.window.deleteLater()
