"""A language that nobody speaks: every text of the program twice as long, read from right to left."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from hkj_desktop.system.paths import resource

_VALUE = re.compile(r"\{\w*\}|%n")
NAME = "hkj_desktop_translator"  # so that the program takes it out as one of its own


class Pseudo(QTranslator):
    """English said twice; plural forms come from the English catalogue. Texts of Qt itself stay as they are."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._english = QTranslator(self)
        assert self._english.load("hkj_desktop_en", str(resource("i18n")))
        self.setObjectName(NAME)

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context.startswith("Q") or not any(char.isalpha() for char in source.replace("%n", "")):
            return source
        text = self._english.translate(context, source, disambiguation, n) or source
        return f"{text} {_VALUE.sub('', text).strip()}"  # what is put in has its own length, and is doubled itself


def install_pseudo(app: QApplication, _code: str = "") -> list[str]:
    """In the place of :func:`hkj_desktop.ui.i18n.install_language`."""
    for old in app.findChildren(QTranslator, NAME):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    QCoreApplication.installTranslator(Pseudo(app))
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Jordan))
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return ["pseudo"]
