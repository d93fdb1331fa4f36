"""The problem grid as the check page and the result page show it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from hkj_desktop.ui.delegates.base import CELL_ROLE
from hkj_desktop.ui.models.problem_model import FIELD, FIX, ICON, PLACE, PRODUCT, TEXT, VALUE, ProblemModel
from hkj_desktop.ui.theme import px
from hkj_desktop.ui.widgets.data_table import DataTable

WIDE = {ICON: 44, PLACE: 72, PRODUCT: 176, FIELD: 128, VALUE: 132, FIX: 208}
NARROW = {ICON: 44, PLACE: 70, PRODUCT: 150, FIELD: 0, VALUE: 110, FIX: 150}
NARROWEST = {ICON: 40, PLACE: 72, PRODUCT: 108, FIELD: 0, VALUE: 0, FIX: 150}
#: Below the first width the field gives way, as what is wrong says it too; below the second the value does.
NARROW_BELOW, NARROWEST_BELOW = 880, 640


class ProblemTable(DataTable):
    """Columns that fit the width; the one with the words takes what is left. ``fixes``: whether what mends a problem is
    offered beside it.

    ``fix_requested(Problem, fix)``: the offer was clicked; ``menu_requested(Problem, point)``: at that point of the
    screen.
    """

    fix_requested = Signal(object, str)
    menu_requested = Signal(object, object)

    def __init__(self, model: ProblemModel, name: str, parent: QWidget | None = None, *, fixes: bool = True) -> None:
        super().__init__(tall=True, parent=parent)
        self._model = model
        self._fixes = fixes
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSortingEnabled(True)
        head = self.horizontalHeader()
        head.setSortIndicator(PLACE, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(False)
        head.setSectionResizeMode(ICON, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self._widths: dict[int, int] = {}
        add_copy(self)
        if fixes:
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            self.customContextMenuRequested.connect(self._on_menu)
            self.clicked.connect(self._on_clicked)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        fitting = WIDE if room >= px(NARROW_BELOW) else NARROW if room >= px(NARROWEST_BELOW) else NARROWEST
        if fitting == self._widths:
            return
        self._widths = fitting
        widths = {**fitting}
        if not self._fixes:
            widths[FIX] = 0
        for column, width in widths.items():
            self.horizontalHeader().setSectionHidden(column, width == 0)
            if width:
                self.setColumnWidth(column, px(width))

    def fix_current(self) -> None:
        """Take up what is offered on the line that the keyboard is on."""
        self._on_clicked(self.currentIndex().siblingAtColumn(FIX))

    def _on_clicked(self, index: QModelIndex) -> None:
        fix = self._model.fix_of(index.row()) if index.isValid() and index.column() == FIX else None
        if fix is not None:
            self.fix_requested.emit(self._model.problem(index.row()), fix)

    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():  # asked for by the keyboard, which points nowhere
            index = self.currentIndex()
            at = self.visualRect(index).center()
        if index.isValid():
            self.menu_requested.emit(self._model.problem(index.row()), self.viewport().mapToGlobal(at))


def add_copy(view: DataTable) -> None:
    """Ctrl+C and a menu entry copy the selected rows as tab-separated text, as Excel takes it."""
    copy = QAction(QCoreApplication.translate("ProblemTable", "Copy"), view)
    copy.setShortcut(QKeySequence.StandardKey.Copy)
    copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(selected_text(view)))
    view.addAction(copy)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def selected_text(view: DataTable) -> str:
    """The selected rows, a line each, their cells between tabs; nothing in them that a spreadsheet would run."""
    from hkj_desktop.files.problem_report import neutralised

    model = view.model()
    lines = []
    for row in sorted(index.row() for index in view.selectionModel().selectedRows()):
        cells = (model.index(row, column).data(CELL_ROLE) for column in range(model.columnCount()))
        lines.append("\t".join(neutralised(" ".join(f"{cell.text} {cell.second}".split())) for cell in cells))
    return "\n".join(lines)
