"""The three views of one catalogue, cards, table and problems: the same rows, one search and one filter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.card_model import CardModel
from hkj_desktop.ui.models.frame_model import Filter, FrameModel
from hkj_desktop.ui.models.problem_model import PLACE, Listed, ProblemModel
from hkj_desktop.ui.models.table_model import FIXED, ROW, STATE, TableModel
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.problem_table import ProblemTable
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.table_editing import TableEditing
from hkj_desktop.ui.tasks import Runner
from hkj_desktop.ui.theme import px
from hkj_desktop.ui.widgets.card_view import CardView
from hkj_desktop.ui.widgets.data_table import DataTable
from hkj_desktop.ui.widgets.drop_area import EmptyState

if TYPE_CHECKING:
    import polars as pl

CARDS, TABLE, PROBLEMS = "cards", "table", "problems"
STATE_WIDTH = 44


class CheckViews(QStackedWidget):
    """``opened(product)``: show the page of that product; ``fix_requested(Problem, fix)``: mend it as it is offered;
    ``menu_requested(Problem, point)``: what can be done about it, at that point of the screen; ``failed(AppError)``:
    rows could not be searched or sorted."""

    opened = Signal(int)
    fix_requested = Signal(object, str)
    menu_requested = Signal(object, object)
    failed = Signal(object)

    def __init__(self, runner: Runner, pictures: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = TABLE
        self._file: Opened | None = None
        self._filter = Filter()
        self._fit_due = False
        self._goal: tuple[int, str | None] | None = None
        self.card_model, self.table_model = CardModel(runner, self), TableModel(runner, self)
        self.problem_model = ProblemModel(runner, self)
        self._models: dict[str, FrameModel] = {
            CARDS: self.card_model,
            TABLE: self.table_model,
            PROBLEMS: self.problem_model,
        }
        self.cards = CardView(pictures)
        self.cards.setModel(self.card_model)
        self.cards.setAccessibleName(self.tr("Products as cards"))
        self.cards.opened.connect(self.opened)
        self._build_table(runner)
        self._build_problems()
        self._views: dict[str, QAbstractItemView] = {
            CARDS: self.cards,
            TABLE: self.table,
            PROBLEMS: self.problems,
        }
        for key, model in self._models.items():
            model.set_live(key == self._key)
            model.renewed.connect(self._on_renewed)
            model.failed.connect(self.failed)
        self._nothing = EmptyState(Icon.CIRCLE_CHECK)
        for widget in (self.cards, self.table, self.problems, self._nothing):
            self.addWidget(widget)
        self.currentChanged.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        """That of the view that is shown: the words that stand in its place are higher than two of its rows."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()

    def _build_table(self, runner: Runner) -> None:
        self.table = table = DataTable()
        table.setModel(self.table_model)
        table.setAccessibleName(self.tr("Table of products"))
        table.setSortingEnabled(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        table.horizontalHeader().setSortIndicator(ROW, Qt.SortOrder.AscendingOrder)
        table.horizontalHeader().setSortIndicatorClearable(False)
        self.editing = TableEditing(table, self.table_model, runner)
        self.editing.failed.connect(self.failed)
        show = QAction(self.tr("Open the product"), table)
        show.setShortcut("Ctrl+Return")
        show.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        show.triggered.connect(lambda: self._open_row(table.currentIndex()))
        table.addAction(show)
        table.doubleClicked.connect(
            lambda index: None if self.table_model.key_at(index.column()) else self._open_row(index)
        )

    def _build_problems(self) -> None:
        self.problems = ProblemTable(self.problem_model, self.tr("List of problems"))
        show = QAction(self.tr("Show in the table"), self.problems)
        show.triggered.connect(lambda: self._jump(self.problems.currentIndex()))
        product = QAction(self.tr("Open the product"), self.problems)
        product.setShortcut("Ctrl+Return")
        product.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        product.triggered.connect(self._open_problem)
        self.problems.addActions([show, product])
        self.problems.activated.connect(self._jump)
        self.problems.fix_requested.connect(self.fix_requested)
        self.problems.menu_requested.connect(self.menu_requested)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_file(self, file: Opened | None, wanted: Filter, *, new: bool) -> None:
        """Show ``file``. ``new``: another file, or its columns are others: nothing of the old order is meant."""
        before, self._file, self._filter = self._file, file, wanted
        if file is None:
            for model in self._models.values():
                model.show_source(None)
            return
        same = before is not None and not new and before.is_state_of(file) and _has_same_rows(before, file)
        listed = Listed(file.checked.problems, file.checked.fields, file)
        keep_columns = before is not None and list(before.lights) == list(file.lights)
        if self._key != TABLE:
            self._fit_due = True  # a table that nobody sees forgets its columns, and their widths
        if new or not keep_columns:
            self._fit_due = True
            self._show_arrow(self.table, ROW)
        if new:
            self._show_arrow(self.problems, PLACE)
            self._goal = None
        self.table_model.show_source(file, wanted, keep_order=not new and keep_columns, keep_rows=same)
        products = same and before is not None and before.cards.height == file.cards.height
        self.card_model.show_source(file, wanted, keep_order=not new, keep_rows=products)
        self.problem_model.show_source(listed, wanted, keep_order=not new)
        if new:
            self.table.horizontalScrollBar().setValue(0)
            self.table.scrollToTop()

    def take_over(self, old: CheckViews) -> None:
        """Show the rows that ``old`` shows, and stand where the person stood in them."""
        self._file, self._filter, self._key = old._file, old._filter, old._key
        self._fit_due, self._goal = old._fit_due, old._goal
        for key, model in self._models.items():
            model.take_over(old._models[key])
        for key, view in self._views.items():
            before = old._views[key]
            if isinstance(view, DataTable) and isinstance(before, DataTable):
                still = QSignalBlocker(view.horizontalHeader())
                view.horizontalHeader().restoreState(before.horizontalHeader().saveState())
                still.unblock()
            now = before.currentIndex()
            if now.isValid():
                view.setCurrentIndex(self._models[key].index(now.row(), now.column()))
            QTimer.singleShot(0, view, partial(_scroll_to, view, before.verticalScrollBar().value()))
        self._show_stack()

    def show_view(self, key: str) -> None:
        """Cards, table or problems."""
        self._key, self._goal = key, None
        for name, model in self._models.items():
            model.set_live(name == key)
        self._show_stack()

    def set_filter(self, wanted: Filter) -> None:
        self._filter, self._goal = wanted, None
        for model in self._models.values():
            model.set_filter(wanted)

    def is_busy(self) -> bool:
        """Whether other rows are on their way."""
        return any(model.is_busy() for model in self._models.values())

    def shown_products(self) -> pl.Series | list[int]:
        """The numbers of the products that are shown, in the order of the view."""
        import polars as pl

        frame, file = self._models[self._key].shown(), self._shown_file()
        if frame is None or file is None:
            return []
        found = frame["product"] if "product" in frame.columns else _products(file)[frame["index"]]
        return found.drop_nulls().unique(maintain_order=True).cast(pl.UInt32)

    def shown_rows(self) -> tuple[Opened | None, pl.Series | None]:
        """The file, and of its rows those that the table shows (None: all of them)."""
        frame, shown = self.table_model.shown(), self.table_model.source()
        if self._key != TABLE or frame is None or self._filter == Filter():
            return self._file, None
        return shown, frame["index"]

    def current_product(self) -> int | None:
        """The product that the keyboard is on."""
        view, frame, file = self._views[self._key], self._models[self._key].shown(), self._shown_file()
        index = view.currentIndex()
        if not index.isValid() or frame is None or file is None or index.row() >= frame.height:
            return None
        if "product" in frame.columns:
            product: int | None = frame["product"][index.row()]
            return product
        return int(_products(file)[int(frame["index"][index.row()])])

    def _shown_file(self) -> Opened | None:
        """What the rows of the view are rows of: the file may be checked anew, and its rows still on their way."""
        source = self._models[self._key].source()
        shown: Opened | None = source.file if isinstance(source, Listed) else source
        return shown

    def show_product(self, product: int) -> None:
        """Come back from the page of a product: the view stands where it is."""
        file = self._shown_file()
        if file is None:
            return
        if self._key == CARDS:
            self.cards.show_product(product)
        elif self._key == TABLE:
            first = _products(file).search_sorted(product, side="left")
            row = self.table_model.position_of(int(first))
            if row is not None:
                self.table.setCurrentIndex(self.table_model.index(row, self.table_model.fixed))
        self._views[self._key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_arrow(self, view: DataTable, column: int) -> None:
        """The arrow alone: the rows come in their own order anyway."""
        still = QSignalBlocker(view.horizontalHeader())
        view.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        still.unblock()

    def _on_renewed(self) -> None:
        self._show_stack()
        if self._fit_due and self.table_model.rowCount() and not self.table_model.is_busy():
            self._fit_due = False
            self._fit_table()
        self._show_goal()

    def _show_stack(self) -> None:
        view, model = self._views[self._key], self._models[self._key]
        if model.is_busy():
            return  # what is shown stays until the other rows come
        if model.rowCount():
            self.setCurrentWidget(view)
            return
        if self._filter != Filter():
            self._nothing.set_words(
                self.tr("Nothing fits"), self.tr("Search for something else, or show all."), Icon.SEARCH
            )
        else:
            self._nothing.set_words(self.tr("No problems"), self._all_ready(), Icon.CIRCLE_CHECK)
        self.setCurrentWidget(self._nothing)

    def _all_ready(self) -> str:
        file = self._file
        if file is None or len(file.shops) < 2:
            return self.tr("Every product is ready to be sent.")
        name = next(say.shop(shop.id, shop.name) for shop in file.shops if shop.id == file.lens)
        return self.tr("Every product is ready for {shop}.").format(shop=isolate_auto(display_safe(name)))

    def _fit_table(self) -> None:
        """Widths from the first rows, within reason."""
        metrics_ = self.table.fontMetrics()
        # The lights say it of the product, and for each shop: the mark of the row would be one more of the same.
        self.table.setColumnHidden(STATE, self.table_model.fixed > FIXED)
        for column in range(self.table_model.columns()):
            texts = [self.table_model.title(column)]
            texts += [self.table_model.cell(row, column).text for row in range(min(40, self.table_model.rowCount()))]
            width = max(metrics_.horizontalAdvance(text[:60]) for text in texts) + px(44)
            least, most = (STATE_WIDTH, 170) if self.table_model.is_light(column) else (90, 280)
            fixed = {ROW: px(64), STATE: px(STATE_WIDTH)}
            self.table.setColumnWidth(column, fixed.get(column, max(px(least), min(width, px(most)))))

    # -- from one view to another -------------------------------------------------------------------------------------

    def _open_row(self, index: QModelIndex) -> None:
        frame, file = self.table_model.shown(), self.table_model.source()
        if index.isValid() and frame is not None and file is not None:
            self.opened.emit(int(_products(file)[int(frame["index"][index.row()])]))

    def _open_problem(self) -> None:
        product = self.current_product()
        if product is not None:
            self.opened.emit(product)

    def _jump(self, index: QModelIndex) -> None:
        """From a problem to its cell in the table."""
        if not index.isValid():
            return
        problem = self.problem_model.problem(index.row())
        if problem.index is not None:
            self.jumped.emit(problem.index, problem.letter)

    #: A problem's cell is to be shown in the table, whatever is filtered there: index and letter.
    jumped = Signal(int, object)

    def go_to(self, index: int, letter: str | None) -> None:
        """Show the cell in the table, as soon as the table shows the rows that were asked for."""
        self._goal = (index, letter)
        self._show_goal()

    def _show_goal(self) -> None:
        if self._goal is None or self.table_model.is_busy() or self._key != TABLE:
            return
        (index, letter), self._goal = self._goal, None
        row = self.table_model.position_of(index)
        if row is not None:
            cell = self.table_model.index(row, max(self.table_model.column_of(letter), self.table_model.fixed))
            self.table.setCurrentIndex(cell)
            self.table.scrollTo(cell, DataTable.ScrollHint.PositionAtCenter)
            self.table.setFocus(Qt.FocusReason.TabFocusReason)


def _scroll_to(view: QAbstractItemView, value: int) -> None:
    """Once the view is laid out: before, it knows no end of its scroll bar."""
    view.verticalScrollBar().setValue(value)


def _products(file: Opened) -> pl.Series:
    """The product of each row."""
    return file.checked.products.rows["product"]


def _has_same_rows(before: Opened, file: Opened) -> bool:
    return before.checked.catalog.rows.equals(file.checked.catalog.rows)
