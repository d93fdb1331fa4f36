"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from hkj_desktop.ui.i18n import install_language
from hkj_desktop.ui.theme import Mode, ThemeManager


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English with its plural forms, whatever an earlier test left installed."""
    install_language(qapp, "en")


@pytest.fixture
def look(qapp: QApplication) -> Iterator[ThemeManager]:
    """The light theme, with palette and style sheet, for one test."""
    manager = ThemeManager(qapp, Mode.LIGHT)
    yield manager
    manager.set_mode(Mode.LIGHT)
    qapp.setStyleSheet("")
