"""Every upload: to which shop, when, how many, how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from hkj_desktop.ui.bidi import display_safe
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.history_model import COUNTS, END, EVERY_SHOP, FILE, ICON, SHOP, WHEN, HistoryModel
from hkj_desktop.ui.theme import metrics, px
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.choices import ChipRow, Choice
from hkj_desktop.ui.widgets.data_table import DataTable
from hkj_desktop.ui.widgets.drop_area import EmptyState
from hkj_desktop.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from hkj_desktop.uploads.entries import Upload

LONGEST_NAME = 40
WIDTHS = {ICON: 44, WHEN: 134, SHOP: 140, COUNTS: 210, END: 120}
NARROW = {ICON: 40, WHEN: 130, SHOP: 124, COUNTS: 176, END: 0}
#: Below this width how it ended is left to the picture before it.
NARROW_BELOW = 740


class HistoryPage(QWidget):
    """``open_requested(id)``: show one upload; ``put_back_requested(id)``: send what it changed as it was before;
    ``begin_requested``: nothing was sent yet, begin."""

    open_requested = Signal(str)
    put_back_requested = Signal(str)
    begin_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self.model = HistoryModel(self)
        self.shops = ChipRow(spoken=self.tr("Show the uploads of"))
        self.shops.changed.connect(lambda keys: self._show_shop(keys[0]))
        self.table = DataTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Uploads"))
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(ICON, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        self.table.activated.connect(self._on_open)
        self.open = Button(self.tr("Show this upload"), Icon.EYE)
        self.open.clicked.connect(lambda: self._on_open(self.table.currentIndex()))
        self.put_back = Button(self.tr("Put it back…"), Icon.UNDO)
        self.put_back.setToolTip(self.tr("See what this upload changed, and send it as it was before"))
        self.put_back.clicked.connect(lambda: self._on_put_back(self.table.currentIndex()))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_actions())
        begin = Button(self.tr("Choose a catalogue"), Icon.FILE_UP, kind=Kind.PRIMARY)
        begin.clicked.connect(self.begin_requested)
        self._empty = EmptyState(
            Icon.HISTORY,
            self.tr("Nothing has been sent yet"),
            self.tr("Each upload will stand here: what was sent, when, and what became of it."),
            begin,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.set_uploads([])
        foot = QHBoxLayout()
        foot.setSpacing(m.space_m)
        foot.addWidget(self.open)
        foot.addWidget(self.put_back)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(
            PageHeader(
                self.tr("History"),
                self.tr("Everything that was sent from this computer. Press Enter or double-click to see one again."),
            )
        )
        box.addWidget(self.shops)
        box.addWidget(self._stack, 1)
        box.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in (NARROW if self.width() < px(NARROW_BELOW) else WIDTHS).items():
            self.table.setColumnWidth(column, px(width))
        self.table.setColumnHidden(END, self.width() < px(NARROW_BELOW))

    def set_uploads(self, uploads: list[Upload]) -> None:
        self.model.set_uploads(uploads)
        self._show_shops()
        self._stack.setCurrentWidget(self.table if uploads else self._empty)
        self.open.setVisible(bool(uploads))
        self.put_back.setVisible(bool(uploads))
        self._show_actions()

    def _show_shops(self) -> None:
        """The filter, where there is something to choose."""
        shops = self.model.shops()
        choices = [Choice(key, display_safe(name, LONGEST_NAME)) for key, name in shops.items()]
        self.shops.set_chips([Choice(EVERY_SHOP, self.tr("All shops")), *choices])
        self.shops.setVisible(len(choices) > 1)
        self.table.setColumnHidden(SHOP, len(choices) < 2)

    def _show_shop(self, key: str) -> None:
        self.model.show_shop(key)
        self._show_actions()

    def _show_actions(self) -> None:
        """What can be done with the chosen upload; one of which nothing was accepted changed nothing."""
        index = self.table.currentIndex()
        self.open.setEnabled(index.isValid())
        self.put_back.setEnabled(index.isValid() and self.model.upload(index.row()).accepted > 0)

    def _on_put_back(self, index: QModelIndex) -> None:
        if index.isValid():
            self.put_back_requested.emit(self.model.upload(index.row()).id)

    def _on_open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.open_requested.emit(self.model.upload(index.row()).id)
