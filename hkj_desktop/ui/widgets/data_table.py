"""A table of the kit: no grid, rows of one height, painted by a delegate, rounded like a card."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from hkj_desktop.ui.delegates.base import RowDelegate
from hkj_desktop.ui.theme import metrics, px
from hkj_desktop.ui.widgets.cards import CornerMask

LEAST_COLUMN = 44


class DataTable(QTableView):
    """``tall=True`` for two-line rows. Sorting and filtering happen in the frame behind the model."""

    def __init__(
        self, delegate: RowDelegate | None = None, *, tall: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        m = metrics()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        rows = self.verticalHeader()
        rows.hide()  # a visible one makes a shrinking reset slow
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(m.table_row)
        rows.setDefaultSectionSize(m.table_row_tall if tall else m.table_row)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(px(LEAST_COLUMN))
        head.setFixedHeight(m.table_head)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.row_delegate = delegate or RowDelegate(self)
        self.row_delegate.attach(self)
        self._corners = [
            CornerMask(self, right=right, bottom=bottom) for right in (False, True) for bottom in (False, True)
        ]

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            # A shrinking reset of a scrolled view is slow (measured.md, 7).
            model.modelAboutToBeReset.connect(self.scrollToTop)
            # Else the header asks every row whether it is selected, whenever the selection changes.
            self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self.horizontalHeader()))

    def commit(self) -> None:
        """What is being typed into a cell counts as if Enter had been pressed."""
        for editor in self.viewport().findChildren(QWidget):
            if editor.property("editor") == "cell" and editor.isVisible():
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for corner in self._corners:
            corner.place()
