"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from hkj_desktop.ui.theme import Mode, ThemeManager


@pytest.fixture
def look(qapp: QApplication) -> Iterator[ThemeManager]:
    """The light theme, with palette and style sheet, for one test."""
    manager = ThemeManager(qapp, Mode.LIGHT)
    yield manager
    manager.set_mode(Mode.LIGHT)
    qapp.setStyleSheet("")
