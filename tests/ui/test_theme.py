"""Colours, icons, languages, safe text, and the last line of defence."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, qWarning
from PySide6.QtGui import QAction, QColor, QFontDatabase, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from hkj_desktop.system.paths import resource
from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import display_safe, isolate, isolate_auto, ltr, tooltip_safe
from hkj_desktop.ui.crash import CrashGuard
from hkj_desktop.ui.i18n import choose_language, install_language
from hkj_desktop.ui.icons import MIRRORED, Icon, bind_icon, icon_image
from hkj_desktop.ui.theme import Mode, Role, Theme, ThemeManager, Type, metrics, style_sheet
from tests.helpers.ui import wait_until


def make_theme(dark: bool, *, contrast: bool = False) -> Theme:
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return Theme(dark, family, contrast=contrast)


@pytest.fixture
def manager(qapp: QApplication) -> Iterator[ThemeManager]:
    made = ThemeManager(qapp, Mode.LIGHT)
    yield made
    made.set_mode(Mode.LIGHT)
    made.setParent(None)
    made.deleteLater()
    qapp.setStyleSheet("")


def test_a_shop_keeps_its_colour() -> None:
    """The colour follows from the profile's id alone, and is never the practice shop's."""
    numbers = {theme.shop_color_number(f"shop-{number}") for number in range(100)}
    assert numbers == {1, 2, 3, 4, 5}
    assert theme.shop_color_number("a") == theme.shop_color_number("a")


def test_the_sheet_names_only_tokens(qapp: QApplication) -> None:
    """Every name in the sheets has a value, and no colour is written into them by hand."""
    for name in ("style.qss", "contrast.qss"):
        template = resource("theme", name).read_text(encoding="utf-8")
        assert "#" not in template
        assert "rgb" not in template
    for contrast in (False, True):
        made = style_sheet(make_theme(dark=False, contrast=contrast), "/folder/light-")
        assert "$" not in made
        assert "px-" not in made
        assert "/folder/light-check.svg" in made


def test_mode_changes_everything_and_says_so(qapp: QApplication, manager: ThemeManager) -> None:
    """Changing the mode changes palette, sheet and theme, and ``changed`` comes once."""
    told: list[bool] = []
    manager.changed.connect(lambda: told.append(theme.current().dark))
    light = qapp.styleSheet()
    manager.set_mode(Mode.DARK)
    assert told == [True]
    assert theme.current().dark
    assert qapp.styleSheet() != light
    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window == theme.current().color(Role.WINDOW)
    manager.set_mode(Mode.DARK)
    assert told == [True]
    manager.set_mode(Mode.LIGHT)
    assert told == [True, False]
    assert qapp.styleSheet() == light


def test_fonts_are_the_systems_own_with_even_figures(qapp: QApplication) -> None:
    """Family of the system, sizes of the tokens, and figures of one width."""
    look = make_theme(dark=False)
    body = look.font(Type.BODY)
    assert body.family() == QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert body.pixelSize() == 13
    assert look.font(Type.FIGURE).pixelSize() == 28
    assert metrics().page_margin == 24


# Icons ------------------------------------------------------------------------------------------------


def test_the_folder_holds_exactly_the_listed_icons() -> None:
    """Every shipped drawing is listed, every listed one is shipped, and the licence lies beside them."""
    folder = resource("icons")
    assert {path.stem for path in folder.glob("*.svg")} == {icon.value for icon in Icon}
    assert "ISC License" in (folder / "LICENSE").read_text(encoding="utf-8")


def ink_pixels(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() > 64 for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, icon: Icon) -> None:
    """It is not empty, not a filled square, and has the one colour that was asked for."""
    image = icon_image(icon, QColor("#ff0000"), 16, 2.0)
    assert image.devicePixelRatio() == 2.0
    assert image.width() == 32
    assert 8 < ink_pixels(image) < 32 * 32 * 0.7
    strong = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    assert {color.name() for color in strong if color.alpha() == 255} <= {"#ff0000"}


@pytest.mark.parametrize("icon", list(Icon))
def test_only_what_points_along_the_line_is_mirrored(qapp: QApplication, icon: Icon) -> None:
    """Send, arrows and chevrons turn round in a right-to-left window; undo, redo and ticks do not."""
    red = QColor("#ff0000")
    there = icon_image(icon, red, 16, 2.0, Qt.LayoutDirection.LeftToRight)
    back = icon_image(icon, red, 16, 2.0, Qt.LayoutDirection.RightToLeft)
    assert (there == back) == (icon not in MIRRORED)
    assert not {Icon.UNDO, Icon.REDO, Icon.CHECK} & MIRRORED
    assert {Icon.SEND, Icon.ARROW_LEFT, Icon.CHEVRON_RIGHT} <= MIRRORED


def test_a_bound_icon_follows_the_theme(qapp: QApplication, manager: ThemeManager) -> None:
    """An action's icon is painted anew when light becomes dark, and a second binding replaces the first."""
    action = QAction()
    bind_icon(action, Icon.SAVE)
    bind_icon(action, Icon.SEARCH)
    before = action.icon().pixmap(16, 16).toImage()
    manager.set_mode(Mode.DARK)
    after = action.icon().pixmap(16, 16).toImage()
    assert before != after
    assert ink_pixels(before) == ink_pixels(after)


# Languages and directions -----------------------------------------------------------------------------


def test_the_language_is_one_that_we_have() -> None:
    """The wanted language, else the computer's, else English."""
    jordan, france = QLocale("ar_JO"), QLocale("fr_FR")
    assert choose_language("ar_JO", france) == "ar"
    assert choose_language(None, jordan) == "ar"
    assert choose_language(None, france) == "en"
    assert choose_language("xx", jordan) == "ar"


def test_arabic_turns_the_window_round_and_back(qapp: QApplication) -> None:
    """Arabic is right-to-left with Qt's own words in Arabic; English is left-to-right again."""
    try:
        assert "qtbase_ar" in install_language(qapp, "ar")
        assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
        cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
        assert any("\u0600" <= char <= "\u06ff" for char in cancel)
    finally:
        install_language(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_missing_catalogue_is_no_failure(qapp: QApplication, tmp_path: Path) -> None:
    """With no catalogue of ours the window still starts, in the texts of the sources."""
    assert install_language(qapp, "en", tmp_path) in ([], ["qtbase_en"])


def test_isolated_values_keep_their_characters() -> None:
    """Isolation wraps a value in marks and changes nothing inside it."""
    assert isolate("12.500 JOD") == "\u206612.500 JOD\u2069"
    assert isolate_auto("ملف.xlsx") == "\u2068ملف.xlsx\u2069"


def test_hidden_characters_become_visible() -> None:
    """Control and direction characters are shown, Arabic and emoji stay, and length has a limit."""
    assert display_safe("a\tb\nc\x00d\x7f") == "a␉b␊c␀d␡"
    assert display_safe("\u202eexe.jpg") == "⟨202E⟩exe.jpg"
    assert display_safe("زيت زيتون") == "زيت زيتون"
    assert display_safe("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"
    assert len(display_safe("x" * 5000)) == 500
    assert display_safe("x" * 5000).endswith("…")


def test_a_tooltip_is_never_markup() -> None:
    """A cell that looks like markup is shown as it is."""
    assert "<img" not in tooltip_safe("<img src='file:///etc/passwd'>")
    assert "&lt;img" in tooltip_safe("<img src=x>")
    assert tooltip_safe("") == ""


def test_a_key_field_stays_left_to_right(qtbot: Any) -> None:
    """Within a right-to-left window the field itself reads left-to-right."""
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert ltr(field) is field
    assert field.layoutDirection() == Qt.LayoutDirection.LeftToRight


# What nobody caught -----------------------------------------------------------------------------------


@pytest.fixture
def guard(qapp: QApplication) -> Iterator[CrashGuard]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = CrashGuard()
    made.install()
    yield made
    made.remove()
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def test_an_error_in_a_thread_reaches_the_window(
    qtbot: Any, guard: CrashGuard, expected_log: Callable[[str], None]
) -> None:
    """It is logged with its traceback and told on the UI thread, by the name of its class alone."""
    expected_log("Unexpected error")
    told: list[tuple[str, bool]] = []
    guard.crashed.connect(lambda kind: told.append((kind, threading.current_thread() is threading.main_thread())))

    def fail() -> None:
        raise LookupError("private words")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join(15)
    wait_until(qtbot, lambda: told)
    assert told == [("LookupError", True)]


def test_interrupt_is_not_a_crash(qtbot: Any, guard: CrashGuard) -> None:
    """Ctrl+C asks the window to close."""
    with qtbot.waitSignal(guard.interrupted, timeout=15_000):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_qt_messages_reach_the_log(
    qtbot: Any, guard: CrashGuard, expected_log: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    """A warning of Qt is a warning in our log."""
    expected_log("something about a widget")
    with caplog.at_level(logging.WARNING, "qt"):
        qWarning("something about a widget")
    assert "something about a widget" in caplog.text
