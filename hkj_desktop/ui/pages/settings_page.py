"""Settings: how the window looks, where its files lie, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop import __version__
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Type, metrics
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label
from hkj_desktop.ui.widgets.page_header import PageHeader


class SettingsPage(QWidget):
    """``theme_chosen(mode)``: ``system``, ``light`` or ``dark``; ``folder_requested``: show the data folder."""

    theme_chosen = Signal(str)
    folder_requested = Signal()

    def __init__(self, data_folder: str, mode: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        look = Card()
        look.body.addWidget(Label(self.tr("Look"), Type.STRONG))
        self.theme = SegmentedControl(
            [
                Choice("system", self.tr("As the computer"), Icon.MONITOR),
                Choice("light", self.tr("Light"), Icon.SUN),
                Choice("dark", self.tr("Dark"), Icon.MOON),
            ],
            spoken=self.tr("Look"),
        )
        self.theme.set_chosen(mode)
        self.theme.chosen.connect(self.theme_chosen)
        look.body.addWidget(self.theme, 0, Qt.AlignmentFlag.AlignLeft)
        data = Card()
        data.body.addWidget(Label(self.tr("Files of this program"), Type.STRONG))
        data.body.addWidget(
            Label(
                self.tr(
                    "Settings, the record of uploads and the log. Keys are not among them: they are in the key store."
                ),
                quiet=True,
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(m.space_m)
        show = Button(self.tr("Show the folder"), Icon.FOLDER_OPEN)
        show.clicked.connect(self.folder_requested)
        row.addWidget(ElidedLabel(data_folder, Type.BODY, elide=Qt.TextElideMode.ElideMiddle), 1)
        row.addWidget(show)
        data.body.addLayout(row)
        about = Card()
        about.body.addWidget(Label(self.tr("About"), Type.STRONG))
        about.body.addWidget(Label(self.tr("HKJ Desktop {version}").format(version=__version__)))
        about.body.addWidget(
            Label(
                self.tr("Free software under the MIT licence. Built with Qt (LGPL), Python and Lucide icons."),
                quiet=True,
                wrap=True,
            )
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(PageHeader(self.tr("Settings")))
        for card in (look, data, about):
            box.addWidget(card)
        box.addStretch(1)
