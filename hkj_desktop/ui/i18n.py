"""The language of the window: our own texts, Qt's own texts, and the direction in which it reads."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from hkj_desktop.system.paths import resource

log = logging.getLogger(__name__)

LANGUAGES = {"en": "English", "ar": "العربية"}  # each in its own letters, as people look for it
DEFAULT = "en"
_RIGHT_TO_LEFT = frozenset({"ar"})
_NAME = "hkj_desktop_translator"


def choose_language(wanted: str | None, system: QLocale | None = None) -> str:
    """A language that we have: the wanted one (``ar``, ``ar_JO``), else the computer's, else English."""
    for tag in (wanted or "", *(system or QLocale.system()).uiLanguages()):
        code = tag.replace("-", "_").split("_")[0].lower()
        if code in LANGUAGES:
            return code
    return DEFAULT


def install_language(app: QApplication, code: str, folder: Path | None = None) -> list[str]:
    """Change the window's language to ``code`` and return the names of the catalogues that were found.

    May be called again: what an earlier call installed is taken out first. English has a catalogue too,
    because plural forms come from one. ``folder`` defaults to ``resources/i18n``.
    """
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    found: list[str] = []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, place in (
        (f"qtbase_{code}", qt_folder),
        (f"hkj_desktop_{code}", str(folder or resource("i18n"))),
    ):
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if translator.load(name, place):
            app.installTranslator(translator)
            found.append(name)
        else:
            translator.deleteLater()
            log.info("No translation catalogue %s", name)
    # Digits and dates stay as in the catalogue files: Arabic words with 0-9, which Jordan's tills print.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Jordan))
    # Said outright: only some versions of Qt take the direction from its own Arabic catalogue.
    right_to_left = code in _RIGHT_TO_LEFT
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    return found
