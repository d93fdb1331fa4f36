"""Step 3: the catalogue as it was understood: how many are ready, the table, and the problems."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.frame_model import Filter, FrameModel
from hkj_desktop.ui.models.problem_model import PLACE, Listed, ProblemModel
from hkj_desktop.ui.models.table_model import FIXED, ROW, STATE, TableModel
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.check_lights import ReadyWords, ShopLens
from hkj_desktop.ui.pages.check_notices import CheckNotices
from hkj_desktop.ui.pages.problem_table import ProblemTable, add_copy
from hkj_desktop.ui.tasks import Runner
from hkj_desktop.ui.theme import metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.choices import ChipRow, Choice, SegmentedControl
from hkj_desktop.ui.widgets.data_table import DataTable
from hkj_desktop.ui.widgets.drop_area import EmptyState
from hkj_desktop.ui.widgets.page_header import PageHeader
from hkj_desktop.ui.widgets.search_field import SearchField
from hkj_desktop.ui.widgets.stacked_bar import StackedBar
from hkj_desktop.ui.widgets.tool_row import ToolRow

TABLE, PROBLEMS = "table", "problems"
ALL = "all"
SHOWN_KINDS = 4
STATE_WIDTH = 44


class CheckPage(QWidget):
    """``columns_requested``: open the column matcher; ``sheet_requested(name)``; ``save_requested(Problems)``;
    ``failed(AppError)``: rows could not be searched or sorted."""

    columns_requested = Signal()
    sheet_requested = Signal(str)
    save_requested = Signal(object)
    failed = Signal(object)

    def __init__(self, catalogue: CatalogueController, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._text = ""
        self._fit_due = False
        self._goal: tuple[int, str | None] | None = None
        self._shops: list[str] = []
        self._asked_lens = ""
        self._ready_words = ReadyWords(self)
        m = metrics()
        self._header = PageHeader()
        self._sheets = Button("", Icon.FILE_SPREADSHEET)
        self._sheets.setMenu(QMenu(self))
        self._columns = Button("", Icon.COLUMNS)
        self._columns.clicked.connect(self.columns_requested)
        self._header.add_action(self._sheets)
        self._header.add_action(self._columns)
        self._bar = StackedBar()
        self.lens = ShopLens(after=self._columns)
        self.lens.chosen.connect(self._look_through)
        above = QHBoxLayout()
        above.setSpacing(m.space_l)
        above.addWidget(self.lens)
        above.addWidget(self._bar, 1)
        self.notices = CheckNotices()
        self.notices.match_requested.connect(self.columns_requested)
        self.views = SegmentedControl(
            [Choice(TABLE, self.tr("Table"), Icon.TABLE), Choice(PROBLEMS, self.tr("Problems"), Icon.TRIANGLE_ALERT)],
            spoken=self.tr("View"),
        )
        self.views.chosen.connect(self.show_view)
        self.search = SearchField(self.tr("Search products"), self.tr("Clear"))
        self.search.searched.connect(self._on_searched)
        self._chips = ChipRow(spoken=self.tr("Show"), after=self.search)
        self._chips.changed.connect(lambda _keys: self._filter())
        self.save = Button(self.tr("Save list as CSV"), Icon.DOWNLOAD, kind=Kind.GHOST)
        self.save.clicked.connect(lambda: self.save_requested.emit(self.problem_model.shown_problems()))
        self._tools = ToolRow([self.views, self.search], self._chips, [self.save])
        self._build_views(runner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(self._header)
        box.addLayout(above)
        box.addWidget(self.notices)
        box.addWidget(self._tools)
        box.addWidget(self._stack, 1)
        catalogue.changed.connect(self.refresh)
        catalogue.failed.connect(lambda _error: self._forget_lens())

    def _build_views(self, runner: Runner) -> None:
        self.table_model, self.problem_model = TableModel(runner, self), ProblemModel(runner, self)
        self.problem_model.set_live(False)
        self.table = DataTable()
        self.table.setModel(self.table_model)
        self.table.setAccessibleName(self.tr("Table of products"))
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.horizontalHeader().setSortIndicator(ROW, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSortIndicatorClearable(False)
        add_copy(self.table)
        self.problems = ProblemTable(self.problem_model, self.tr("List of problems"))
        for model in (self.table_model, self.problem_model):
            model.renewed.connect(self._on_renewed)
            model.failed.connect(self.failed)
        show = QAction(self.tr("Show in the table"), self.problems)
        show.triggered.connect(lambda: self._jump(self.problems.currentIndex()))
        self.problems.addAction(show)
        self.problems.activated.connect(self._jump)
        self._nothing = EmptyState(Icon.CIRCLE_CHECK)
        self._stack = QStackedWidget()
        for widget in (self.table, self.problems, self._nothing):
            self._stack.addWidget(widget)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the catalogue as it stands now: the same file, checked anew, answered by the shop or for another one."""
        file = self._catalogue.file
        same = file is not None and list(file.lights) == self._shops
        if not same:  # the table has other columns now: neither their order nor their widths are still meant
            self._show_arrow(self.table, ROW)
            self._fit_due = True
        self._refresh(keep_order=True, keep_columns=same)
        if file is not None and self._asked_lens in file.payloads and self._asked_lens != file.lens:
            self.lens.show_for(file, self._asked_lens)  # chosen while the one before was on its way
            self._catalogue.look_through(self._asked_lens)
        else:
            self._asked_lens = ""

    def _refresh(self, *, keep_order: bool, keep_columns: bool = False) -> None:
        file = self._catalogue.file
        self._shops = list(file.lights) if file is not None else []
        if file is None:
            self.table_model.show_source(None)
            self.problem_model.show_source(None)
            return
        self._show_words(file)
        self._show_chips(file)
        listed = Listed(file.checked.problems, file.checked.fields)
        self.table_model.show_source(file, self._wanted(), keep_order=keep_order and keep_columns)
        self.problem_model.show_source(listed, self._wanted(), keep_order=keep_order)

    def _show_words(self, file: Opened) -> None:
        checked = file.checked
        counts = checked.counts
        self._header.set_title(checked.catalog.name)
        system = [self.tr("from {system}").format(system=checked.catalog.system)] if checked.catalog.system else []
        line = [
            say.counted(self.tr("%n product(s)", "", counts.total), counts.total),
            say.counted(self.tr("%n ready", "", counts.ready), counts.ready),
            say.counted(self.tr("%n with a problem", "", counts.with_error), counts.with_error),
            say.counted(self.tr("%n worth a look", "", counts.worth_a_look), counts.worth_a_look),
        ]
        self._bar.set_counts(
            counts.ready - counts.worth_a_look, counts.worth_a_look, counts.with_error, ", ".join([*system, *line])
        )
        items = self._ready_words.of_items(file, file.lens)
        said = self._ready_words.of_shops(file) if len(file.shops) > 1 else [*line, *([items] if items else [])]
        self._header.set_line(" · ".join([*system, *said]))
        self.lens.show_for(file)
        mapping = checked.mapping
        understood = self.tr("Columns: {n} of {total} understood")
        # A column that is for one system alone is understood as well.
        most = max(payload.placing.mapping.understood for payload in file.payloads.values())
        self._columns.setText(understood.format(n=most, total=len(mapping.matches)))
        self._columns.updateGeometry()
        catalog = checked.catalog
        shown = tuple(name for name in catalog.sheets if name == catalog.sheet or name not in catalog.hidden_sheets)
        self._show_sheets(shown, catalog.sheet)
        self.notices.show_for(checked, file.kinds)
        self.views.set_text(PROBLEMS, self.tr("Problems") + f" {say.number(len(checked.problems))}")

    def show_new(self) -> None:
        """Another file: what was searched for and filtered in the one before is gone."""
        self.search.clear()
        self._text = ""
        self._chips.set_chips([Choice(ALL, self.tr("All"))])
        self._show_arrow(self.table, ROW)
        self._show_arrow(self.problems, PLACE)
        self._fit_due = True
        self._goal = None
        self._asked_lens = ""
        self._refresh(keep_order=False)
        self.table.horizontalScrollBar().setValue(0)

    def _show_arrow(self, view: DataTable, column: int) -> None:
        """The arrow alone: the rows come in their own order anyway."""
        still = QSignalBlocker(view.horizontalHeader())
        view.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        still.unblock()

    def _look_through(self, shop_id: str) -> None:
        self._asked_lens = shop_id
        self._catalogue.look_through(shop_id)

    def _forget_lens(self) -> None:
        """What was asked for does not come: the control says again what is shown."""
        self._asked_lens = ""
        if self._catalogue.file is not None:
            self.lens.show_for(self._catalogue.file)

    def _show_sheets(self, sheets: tuple[str, ...], chosen: str | None) -> None:
        self._sheets.setVisible(len(sheets) > 1)
        self._sheets.setText(self.tr("Sheet: {name}").format(name=chosen or ""))
        self._sheets.updateGeometry()
        menu = self._sheets.menu()
        menu.clear()
        for name in sheets:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _checked=False, name=name: self.sheet_requested.emit(name))

    def _show_chips(self, file: Opened) -> None:
        chips = [Choice(ALL, self.tr("All"))]
        severities = (
            ("error", self.tr("Problems"), file.errors),
            ("warning", self.tr("Worth a look"), file.warnings),
        )
        chips += [Choice(f"severity:{key}", f"{name} {say.number(n)}") for key, name, n in severities if n]
        kinds = list(file.kinds.items())[:SHOWN_KINDS]
        chips += [Choice(f"code:{code}", f"{say.kind(code)} {say.number(count)}") for code, count in kinds]
        self._chips.set_chips(chips)
        self._tools.refresh()

    def show_view(self, key: str) -> None:
        """Table or problems."""
        self.views.set_chosen(key)
        self.save.setVisible(key == PROBLEMS)
        self._tools.refresh()
        self._goal = None
        self.table_model.set_live(key == TABLE)
        self.problem_model.set_live(key == PROBLEMS)
        self._show_stack()

    def show_problems_of(self, severity: str) -> None:
        """Show the problems of one severity."""
        self._chips.set_chosen([f"severity:{severity}"])
        self._filter()
        self.show_view(PROBLEMS)

    def _show_stack(self) -> None:
        view: DataTable = self.table
        model: FrameModel = self.table_model
        if self.views.chosen_key() == PROBLEMS:
            view, model = self.problems, self.problem_model
        if model.is_busy():
            return  # what is shown stays until the other rows come
        if model.rowCount():
            self._stack.setCurrentWidget(view)
            return
        filtered = bool(self._text) or self._chips.chosen_keys() != [ALL]
        if filtered:
            self._nothing.set_words(
                self.tr("Nothing fits"), self.tr("Search for something else, or show all."), Icon.SEARCH
            )
        else:
            self._nothing.set_words(self.tr("No problems"), self._all_ready(), Icon.CIRCLE_CHECK)
        self._stack.setCurrentWidget(self._nothing)

    def _all_ready(self) -> str:
        file = self._catalogue.file
        if file is None or len(file.shops) < 2:
            return self.tr("Every product is ready to be sent.")
        name = next(say.shop(shop.id, shop.name) for shop in file.shops if shop.id == file.lens)
        return self.tr("Every product is ready for {shop}.").format(shop=isolate_auto(display_safe(name)))

    # -- search and filter --------------------------------------------------------------------------------------------

    def _on_searched(self, text: str) -> None:
        self._text = text
        self._filter()

    def _wanted(self) -> Filter:
        kind, _, value = (self._chips.chosen_keys() or [ALL])[0].partition(":")
        return Filter(self._text, value if kind == "severity" else None, value if kind == "code" else None)

    def _filter(self) -> None:
        self._goal = None
        self.table_model.set_filter(self._wanted())
        self.problem_model.set_filter(self._wanted())

    def _on_renewed(self) -> None:
        self._show_stack()
        if self._fit_due and self.table_model.rowCount() and not self.table_model.is_busy():
            self._fit_due = False
            self._fit_table()
        self._show_goal()

    def _fit_table(self) -> None:
        """Widths from the first rows, within reason."""
        metrics_ = self.table.fontMetrics()
        # The lights say it of the product, and for each shop: the mark of the row would be one more of the same.
        self.table.setColumnHidden(STATE, self.table_model.fixed > FIXED)
        for column in range(self.table_model.columns()):
            texts = [self.table_model.title(column)]
            texts += [self.table_model.cell(row, column).text for row in range(min(40, self.table_model.rowCount()))]
            width = max(metrics_.horizontalAdvance(text[:60]) for text in texts) + 44
            least, most = (STATE_WIDTH, 170) if self.table_model.is_light(column) else (90, 280)
            fixed = {ROW: 64, STATE: STATE_WIDTH}
            self.table.setColumnWidth(column, fixed.get(column, max(least, min(width, most))))

    def _jump(self, index: QModelIndex) -> None:
        """From a problem to its cell in the table, whatever is filtered there."""
        if not index.isValid():
            return
        problem = self.problem_model.problem(index.row())
        if problem.index is None:
            return
        self.search.clear()
        self._text = ""
        self._chips.set_chosen([ALL])
        self._filter()
        self.show_view(TABLE)
        self._goal = (problem.index, problem.letter)
        self._show_goal()

    def _show_goal(self) -> None:
        """Go to the cell that was asked for, once the table shows the rows that were asked for."""
        if self._goal is None or self.table_model.is_busy() or self.views.chosen_key() != TABLE:
            return
        (index, letter), self._goal = self._goal, None
        row = self.table_model.position_of(index)
        if row is not None:
            cell = self.table_model.index(row, max(self.table_model.column_of(letter), self.table_model.fixed))
            self.table.setCurrentIndex(cell)
            self.table.scrollTo(cell, DataTable.ScrollHint.PositionAtCenter)
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
