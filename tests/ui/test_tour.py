"""A walk through every page, dialog and state of the real window: Arabic, English, and a language twice as long.

What is looked for in each state is in ``tests/helpers/tour.py``. The walks are those of ``python -m tests.shots``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from hkj_desktop import app as app_module
from hkj_desktop.ui import theme
from hkj_desktop.ui.i18n import install_language
from tests.helpers.pseudo import install_pseudo
from tests.helpers.tour import Tour, geometry, latin_words, names, tab_order, words_of_data
from tests.shots import go_through

#: Names of firms, programs, formats, keys of the keyboard and examples of codes, which are Latin in Arabic too.
LATIN = frozenset(
    [
        "HKJ",
        "HAQM",
        "Desktop",
        "Shopping",
        "Shopify",
        "CSV",
        "JSON",
        "XML",
        "XLSX",
        "SKU",
        "https",
        "store",
        "id",
        "ik",
        "live",
        "me",
        "central",
        "eu",
        "west",
        "English",
        "Mountain",
        "honey",
        "MIT",
        "Qt",
        "PySide",
        "LGPL",
        "Python",
        "polars",
        "httpx",
        "Lucide",
        "Ctrl",
        "Shift",
        "Del",
        "Enter",
        "Esc",
        "Tab",
    ]
)
STATES = 75
FONT = "Noto Sans"


def walk(
    folder: Path, locale: str, size: tuple[int, int], monkey: pytest.MonkeyPatch, *, words: bool = False
) -> dict[str, list[str]]:
    """What was found on the way, by kind."""
    # Measured with one font, whatever the machine prefers: a wider one is another question.
    if FONT not in QFontDatabase.families():
        pytest.skip(f"{FONT} is not installed (fonts-noto-core)")
    monkey.setattr(theme, "system_family", lambda: FONT)
    checks = {"geometry": geometry, "names": names, "tab order": tab_order}
    if words:
        checks["latin"] = latin_words(LATIN, lambda: words_of_data(tour))
    tour = Tour(folder, locale=locale, size=size, checks=checks)
    try:
        go_through(tour, folder)
    finally:
        tour.close()
        install_language(tour.app, "en")
        tour.app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert len(tour.taken) >= STATES
    return tour.found


@pytest.fixture(scope="module")
def arabic(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The smallest window that is promised, in Arabic."""
    with pytest.MonkeyPatch.context() as monkey:
        return walk(tmp_path_factory.mktemp("arabic"), "ar", (1024, 640), monkey, words=True)


@pytest.fixture(scope="module")
def pseudo(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Every text twice as long, from right to left."""
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr(app_module, "install_language", install_pseudo)
        return walk(tmp_path_factory.mktemp("pseudo"), "en", (1280, 800), monkey)


@pytest.fixture(scope="module")
def english(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The smallest window that is promised, in English."""
    with pytest.MonkeyPatch.context() as monkey:
        return walk(tmp_path_factory.mktemp("english"), "en", (1024, 640), monkey)


def test_arabic_has_no_latin_word(arabic: dict[str, list[str]]) -> None:
    """No widget of any state says a Latin word in Arabic, to the eye or to a screen reader, but names and formats."""
    assert arabic["latin"] == []


def test_arabic_fits(arabic: dict[str, list[str]]) -> None:
    """At 1024 × 640 no Arabic label is cut, nothing leaves its window, no button lies over another."""
    assert arabic["geometry"] == []


def test_english_fits(english: dict[str, list[str]]) -> None:
    """At 1024 × 640 no English label is cut, nothing leaves its window, no button lies over another."""
    assert english["geometry"] == []


def test_texts_twice_as_long_fit(pseudo: dict[str, list[str]]) -> None:
    """With every text doubled, and mirrored, no label is clipped and no button leaves its window."""
    assert pseudo["geometry"] == []


@pytest.mark.parametrize("language", ["arabic", "english", "pseudo"])
def test_every_control_has_a_name(request: pytest.FixtureRequest, language: str) -> None:
    """A screen reader has a name and a role for each control of each state."""
    assert request.getfixturevalue(language)["names"] == []


@pytest.mark.parametrize("language", ["arabic", "english", "pseudo"])
def test_tab_reaches_all_in_reading_order(request: pytest.FixtureRequest, language: str) -> None:
    """The Tab key reaches each control of each state, and never goes back against the reading direction."""
    assert request.getfixturevalue(language)["tab order"] == []
