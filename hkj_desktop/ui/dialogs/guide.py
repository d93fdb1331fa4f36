"""The guide: a few short pages that ship with the program, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QSize, QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from hkj_desktop.system.paths import resource
from hkj_desktop.ui.dialogs.base import Dialog
from hkj_desktop.ui.theme import metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind

SIZE = QSize(860, 640)


class GuideDialog(Dialog):
    """``language``: ``en`` or ``ar``."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(self.tr("How it works"), parent)
        self.resize(SIZE.boundedTo(parent.size() - QSize(metrics().space_xxl, metrics().space_xxl)))
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("How it works"))
        self.text.setOpenLinks(True)
        self.text.setSource(QUrl.fromLocalFile(str(resource("guide", language, "guide.html"))))
        self.body.addWidget(self.text, 1)
        self.add_close(Button(self.tr("Close"), kind=Kind.PRIMARY))
