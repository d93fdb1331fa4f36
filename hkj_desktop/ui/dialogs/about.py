"""What this program is, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hkj_desktop import __version__
from hkj_desktop.system.paths import resource
from hkj_desktop.ui.bidi import isolate, ltr
from hkj_desktop.ui.dialogs.base import Dialog, fitting
from hkj_desktop.ui.icons import AppMark
from hkj_desktop.ui.theme import Type, metrics, px
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.labels import Label

WIDTH, LEAST, LICENCE_HEIGHT, MARK = 560, 300, 180, 44


class AboutDialog(Dialog):
    """Name, version, licence, and the licences of what it is made of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("About HKJ Desktop"), parent)
        self.setMinimumWidth(fitting(QSize(WIDTH, 0), parent, QSize(LEAST, 0)).width())
        words = QVBoxLayout()
        words.addWidget(Label(self.tr("HKJ Desktop {version}").format(version=isolate(__version__)), Type.TITLE))
        words.addWidget(Label(self.tr("Sends your catalogue to your shop."), quiet=True, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(metrics().space_l)
        row.addWidget(AppMark(px(MARK)))
        row.addLayout(words, 1)
        self.body.addLayout(row)
        made_of = self.tr(
            "Free software under the MIT licence. Built with Qt and PySide6 (LGPL), Python, polars, httpx and Lucide"
            " icons."
        )
        self.body.addWidget(Label(made_of, wrap=True))
        self.licence = QPlainTextEdit(readOnly=True)
        self.licence.setAccessibleName(self.tr("Licence"))
        self.licence.setPlainText(_licence())
        self.licence.setFixedHeight(px(LICENCE_HEIGHT))
        self.licence.setTabChangesFocus(True)
        ltr(self.licence)
        self.body.addWidget(self.licence)
        self.add_close(Button(self.tr("Close"), kind=Kind.PRIMARY))


def _licence() -> str:
    """The text of our licence; an installed program has it among its resources."""
    for place in (resource("LICENSE"), resource().parent / "LICENSE"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    return "MIT"
