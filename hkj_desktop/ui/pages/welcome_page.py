"""The first start: one page with the language, what this program does, and two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.ui.i18n import LANGUAGES
from hkj_desktop.ui.icons import AppMark, Icon, IconLabel
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl
from hkj_desktop.ui.widgets.labels import Label

WIDEST, MARK = 860, 56


class WelcomePage(QWidget):
    """``language_chosen(code)``; ``practise_requested``: begin with the practice shop; ``connect_requested``: begin
    with the person's own shop."""

    language_chosen = Signal(str)
    practise_requested = Signal()
    connect_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self.language = SegmentedControl(
            [Choice(code, name) for code, name in LANGUAGES.items()], spoken=self.tr("Language")
        )
        self.language.setObjectName("welcome language")
        self.language.set_chosen(language)
        self.language.chosen.connect(self.language_chosen)
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(m.space_l)
        head = QHBoxLayout()
        head.addWidget(AppMark(px(MARK)))
        head.addStretch(1)
        head.addWidget(self.language)
        column.addLayout(head)
        column.addSpacing(m.space_l)
        column.addWidget(Label(self.tr("Welcome"), Type.FIGURE))
        said = self.tr("Put your products into your shop: drop in your list, fix what needs fixing, and send it.")
        column.addWidget(Label(said, Type.LEAD, wrap=True))
        column.addLayout(self._steps())
        column.addSpacing(m.space_s)
        column.addLayout(self._ways())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 8, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def _steps(self) -> QHBoxLayout:
        """What the program does, in three pictures."""
        row = QHBoxLayout()
        row.setSpacing(metrics().space_xl)
        for icon, text in (
            (Icon.FILE_SPREADSHEET, self.tr("Excel, CSV, or a file from your old shop")),
            (Icon.LIST_CHECKS, self.tr("Every product checked before it is sent")),
            (Icon.SEND, self.tr("Sent in the background, every row accounted for")),
        ):
            part = QHBoxLayout()
            part.setSpacing(metrics().space_m)
            part.addWidget(IconLabel(icon, Role.ACCENT, 2 * metrics().space_m), 0, Qt.AlignmentFlag.AlignTop)
            part.addWidget(Label(text, quiet=True, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
            row.addLayout(part, 1)
        return row

    def _ways(self) -> QHBoxLayout:
        self.practise = Button(self.tr("Practise first"), Icon.GRADUATION_CAP, kind=Kind.PRIMARY, main=True)
        self.practise.clicked.connect(self.practise_requested)
        self.connect_ = Button(self.tr("Connect my shop"), Icon.STORE, main=True)
        self.connect_.clicked.connect(self.connect_requested)
        row = QHBoxLayout()
        row.setSpacing(metrics().space_l)
        row.addWidget(
            self._way(
                self.practise,
                self.tr("Not sure yet?"),
                self.tr("A practice shop lives on this computer. It needs no account, and no customer sees it."),
            ),
            1,
        )
        row.addWidget(
            self._way(
                self.connect_,
                self.tr("Have a shop at HKJ or HAQM?"),
                self.tr("Have its key at hand. It stays in this computer's own key store."),
            ),
            1,
        )
        return row

    def _way(self, button: Button, title: str, text: str) -> Card:
        card = Card()
        card.body.addWidget(Label(title, Type.HEADING, wrap=True))
        card.body.addWidget(Label(text, quiet=True, wrap=True))
        card.body.addStretch(1)
        card.body.addSpacing(metrics().space_m)
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return card
