"""Step 3: the catalogue as it was understood: how many are ready, its products as cards and as a table, and the
problems; all of it can be changed here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import say
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.frame_model import Filter
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.card_tools import CardTools
from hkj_desktop.ui.pages.check_lights import ReadyWords, ShopLens
from hkj_desktop.ui.pages.check_notices import CheckNotices
from hkj_desktop.ui.pages.check_views import CARDS, PROBLEMS, TABLE, CheckViews
from hkj_desktop.ui.pages.check_words import PickedWords
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.tasks import Owner, Report, Runner
from hkj_desktop.ui.theme import metrics, px
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.choices import ChipRow, Choice, SegmentedControl
from hkj_desktop.ui.widgets.glance_strip import GlanceStrip
from hkj_desktop.ui.widgets.looking_bar import LookingBar
from hkj_desktop.ui.widgets.page_header import PageHeader
from hkj_desktop.ui.widgets.search_field import SearchField
from hkj_desktop.ui.widgets.stacked_bar import StackedBar
from hkj_desktop.ui.widgets.tool_row import ToolRow

if TYPE_CHECKING:
    from hkj_desktop.catalog.edits import Change
    from hkj_desktop.catalog.glance import Glance
    from hkj_desktop.catalog.problems import Problems

ALL, GLANCE = "all", "glance"
SHOWN_KINDS = 4
#: A lower page has no room for the charts.
LEAST_HEIGHT = 560


class CheckPage(QWidget):
    """``columns_requested``: open the column matcher; ``sheet_requested(name)``;
    ``failed(AppError)``: rows could not be searched or sorted; ``undo_requested``, ``redo_requested``."""

    columns_requested = Signal()
    sheet_requested = Signal(str)
    failed = Signal(object)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(
        self,
        catalogue: CatalogueController,
        runner: Runner,
        pictures: PictureStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._runner = runner
        self._owner = Owner("check page", self)
        self._text = ""
        self._picked = Filter()  # what was picked in the charts
        self._shops: list[str] = []
        self._asked_lens = ""
        self._ready_words, self._picked_words = ReadyWords(self), PickedWords(self)
        self.shown = CheckViews(runner, pictures)
        self.table, self.table_model = self.shown.table, self.shown.table_model
        self.problems, self.problem_model = self.shown.problems, self.shown.problem_model
        self._build_head()
        self._build_tools()
        m = metrics()
        above = QHBoxLayout()
        above.setSpacing(m.space_l)
        above.addWidget(self.lens)
        above.addWidget(self._bar, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(self._header)
        box.addLayout(above)
        box.addWidget(self.notices)
        box.addWidget(self.looking)
        box.addWidget(self.glance)
        box.addWidget(self._tools)
        box.addWidget(self.shown, 1)
        self.shown.failed.connect(self.failed)
        self.shown.jumped.connect(self._jump)
        catalogue.changed.connect(self.refresh)
        catalogue.failed.connect(self._on_failed)
        catalogue.edits.stepped.connect(self._show_step)

    def _build_head(self) -> None:
        self._header = PageHeader()
        self._sheets = Button("", Icon.FILE_SPREADSHEET)
        self._sheets.setMenu(QMenu(self))
        self._columns = Button("", Icon.COLUMNS)
        self._columns.clicked.connect(self.columns_requested)
        self.undo = Button("", Icon.UNDO, name=self.tr("Undo"))
        self.undo.clicked.connect(self.undo_requested)
        self.redo = Button("", Icon.REDO, name=self.tr("Redo"))
        self.redo.clicked.connect(self.redo_requested)
        for button in (self._sheets, self._columns, self.undo, self.redo):
            self._header.add_action(button)
        self._bar = StackedBar()
        self.lens = ShopLens()
        self.lens.chosen.connect(self._look_through)
        self.notices = CheckNotices()
        self.notices.match_requested.connect(self.columns_requested)
        self.looking = LookingBar()
        self.glance = GlanceStrip()
        self.glance.hide()
        self.glance.state_chosen.connect(lambda state: self._pick(Filter(state=state)))
        self.glance.category_chosen.connect(lambda path: self._pick(Filter(category=path)))
        self.glance.price_chosen.connect(lambda between: self._pick(Filter(price=between)))
        self.glance.sold_out_chosen.connect(lambda only: self._pick(Filter(sold_out=only)))

    def _build_tools(self) -> None:
        self.views = SegmentedControl(
            [
                Choice(CARDS, self.tr("Cards"), Icon.LAYOUT_GRID),
                Choice(TABLE, self.tr("Table"), Icon.TABLE),
                Choice(PROBLEMS, self.tr("Problems"), Icon.TRIANGLE_ALERT),
            ],
            spoken=self.tr("View"),
        )
        self.views.chosen.connect(self.show_view)
        self.search = SearchField(self.tr("Search products"), self.tr("Clear"))
        self.search.searched.connect(self._on_searched)
        self._chips = ChipRow(spoken=self.tr("Show"))
        self._chips.changed.connect(self._on_chips)
        self.card_tools = CardTools(self.shown.cards, self.shown.card_model)
        self.card_tools.glance_wanted.connect(lambda _wanted: self._show_glance())
        self.save_as = Button(self.tr("Save as…"), Icon.DOWNLOAD, kind=Kind.GHOST)
        self.save_as.setMenu(QMenu(self))
        self._tools = ToolRow([self.views, self.search], self._chips, [self.card_tools, self.save_as])

    # -- what is shown ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the catalogue as it stands now: the same file, changed, checked anew, answered by the shop or for
        another one."""
        file = self._catalogue.file
        self._refresh(new=False)
        if file is not None and self._asked_lens in file.payloads and self._asked_lens != file.lens:
            self.lens.show_for(file, self._asked_lens)  # chosen while the one before was on its way
            self._catalogue.look_through(self._asked_lens)
        else:
            self._asked_lens = ""

    def _refresh(self, *, new: bool) -> None:
        file = self._catalogue.file
        self._shops = list(file.lights) if file is not None else []
        self._show_steps()
        if file is None:
            self.shown.show_file(None, Filter(), new=True)
            return
        self._show_words(file)
        self._show_chips(file)
        self.shown.show_file(file, self._wanted(), new=new)
        if self._catalogue.is_current(file):
            self.shown.table_model.forget_typed()
        self._count(file)

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
            counts.ready - counts.worth_a_look, counts.worth_a_look, counts.with_error, say.listed([*system, *line])
        )
        items = self._ready_words.of_items(file, file.lens)
        said = self._ready_words.of_shops(file) if len(file.shops) > 1 else [*line, *([items] if items else [])]
        told = [say.counted(self.tr("%n changed here", "", file.changed), file.changed)] if file.changed else []
        self._header.set_line(" · ".join([*system, *said, *told]))
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
        self.notices.show_for(checked)
        self.views.set_text(PROBLEMS, self.tr("Problems") + f" {say.number(len(checked.problems))}")

    def show_new(self) -> None:
        """Another file: what was searched for and filtered in the one before is gone."""
        self.search.clear()
        self._text = ""
        self._picked = Filter()
        self.glance.set_nothing()
        self._chips.set_chips([Choice(ALL, self.tr("All"))])
        self._asked_lens = ""
        self._refresh(new=True)

    def take_over(self, old: CheckPage) -> None:
        """Show what ``old`` shows: the same rows, searched and filtered and viewed in the same way."""
        self.search.take_over(old.search)
        self._text, self._picked, self._asked_lens = old._text, old._picked, old._asked_lens
        self.card_tools.take_over(old.card_tools)
        self.shown.take_over(old.shown)
        self.show_view(old.views.chosen_key())
        file = self._catalogue.file
        self._show_steps()
        if file is None:
            return
        self._shops = list(file.lights)
        self._show_words(file)
        self._show_chips(file)
        self._chips.set_chosen(old._chips.chosen_keys())
        self._mark(self._picked)
        self._count(file)

    def _show_step(self, change: Change) -> None:
        """What was changed is seen at once; what it means comes as soon as it is checked."""
        from hkj_desktop.ui.table_editing import SHOWN_AT_ONCE

        self._show_steps()
        file, draft = self._catalogue.file, self._catalogue.edits.draft
        cells = change.cells
        if file is None or draft is None or cells.height > SHOWN_AT_ONCE:
            return
        index = file.draft.index_of(cells["at"])
        self.shown.table_model.show_typed(
            [cell for cell in zip(index, cells["key"], cells["after"], strict=True) if cell[0] is not None]
        )

    def _show_steps(self) -> None:
        edits = self._catalogue.edits
        for button, change, text, bare in (
            (self.undo, edits.last, self.tr("Undo: {step}"), self.tr("Undo")),
            (self.redo, edits.next, self.tr("Redo: {step}"), self.tr("Redo")),
        ):
            button.setEnabled(change is not None)
            button.set_name(text.format(step=say.change(change.name)) if change is not None else bare)

    def _look_through(self, shop_id: str) -> None:
        self._asked_lens = shop_id
        self._catalogue.look_through(shop_id)

    def _on_failed(self, _error: AppError) -> None:
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
        if self._picked != Filter():
            chips.append(Choice(GLANCE, self._picked_words.of(self._picked)))
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
        """Cards, table or problems."""
        self.views.set_chosen(key)
        self.card_tools.setVisible(key == CARDS)
        self._tools.refresh()
        self.shown.show_view(key)
        self._show_glance()
        if self._catalogue.file is not None:
            self._count(self._catalogue.file)

    def listed_problems(self) -> Problems:
        """The problems that are shown, where the list is; else all."""
        if self.views.chosen_key() == PROBLEMS or self._catalogue.file is None:
            return self.problem_model.shown_problems()
        return self._catalogue.file.checked.problems

    def show_problems_of(self, severity: str) -> None:
        """Show the problems of one severity."""
        self._chips.set_chosen([f"severity:{severity}"])
        self._on_chips([])
        self.show_view(PROBLEMS)

    # -- at a glance --------------------------------------------------------------------------------------------------

    def _count(self, file: Opened) -> None:
        """Count for the charts what is shown, in the background."""
        if self.views.chosen_key() != CARDS:
            return
        arabic = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def work(_cancel: CancelToken, _report: Report) -> Glance:
            from hkj_desktop.catalog.glance import glance

            return glance(file.cards, "ar" if arabic else "en")

        def done(found: Glance) -> None:
            self.glance.set_glance(found)
            self._show_glance()

        self._runner.submit(work, owner=self._owner, done=done, failed=self.failed.emit, slot="glance")

    def _show_glance(self) -> None:
        wanted = self.views.chosen_key() == CARDS and self.card_tools.glance.isChecked()
        room = self.height() - (self.notices.height() if self.notices.isVisible() else 0)
        self.glance.setVisible(wanted and self._catalogue.file is not None and room >= px(LEAST_HEIGHT))
        too_low = self.tr("Show the charts (the window is too low for them)")
        self.card_tools.glance.setText(self.tr("Show the charts") if room >= px(LEAST_HEIGHT) else too_low)
        self.card_tools.glance.setEnabled(room >= px(LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_glance()

    def _pick(self, picked: Filter) -> None:
        """A part of a chart was chosen, or is chosen no longer."""
        self._picked = picked
        self._mark(picked)
        if self._catalogue.file is not None:
            self._show_chips(self._catalogue.file)
        self._chips.set_chosen([ALL if picked == Filter() else GLANCE])
        self._filter()

    def _mark(self, picked: Filter) -> None:
        """Mark in the charts what was picked there."""
        self.glance.set_state(picked.state)
        self.glance.set_category(picked.category)
        self.glance.set_price(picked.price)
        self.glance.set_sold_out(picked.sold_out)

    # -- search and filter --------------------------------------------------------------------------------------------

    def _on_searched(self, text: str) -> None:
        self._text = text
        self._filter()

    def _on_chips(self, _keys: list[str]) -> None:
        if self._picked != Filter() and self._chips.chosen_keys() != [GLANCE]:
            self._picked = Filter()
            self.glance.set_nothing()
            if self._catalogue.file is not None:
                self._show_chips(self._catalogue.file)
        self._filter()

    def _wanted(self) -> Filter:
        kind, _, value = (self._chips.chosen_keys() or [ALL])[0].partition(":")
        return replace(
            self._picked,
            text=self._text,
            severity=value if kind == "severity" else None,
            code=value if kind == "code" else None,
        )

    def _filter(self) -> None:
        self.shown.set_filter(self._wanted())

    def _jump(self, index: int, letter: str | None) -> None:
        """To the cell of a problem in the table, whatever is filtered there."""
        self.search.clear()
        self._text = ""
        self._chips.set_chosen([ALL])
        self._on_chips([])
        self.show_view(TABLE)
        self.shown.go_to(index, letter)
