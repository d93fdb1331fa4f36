"""What can be done on the check page: products opened, cells changed, problems mended, pictures looked at, files saved
and taken back. The pages say what the person wants; this has it done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.desktop import open_address
from hkj_desktop.ui.dialogs.replace import ReplaceDialog
from hkj_desktop.ui.fixing import Fixing
from hkj_desktop.ui.merging import Merging
from hkj_desktop.ui.notices import Notices
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.check_page import CheckPage
from hkj_desktop.ui.pages.product_page import ProductPage
from hkj_desktop.ui.parts import Parts
from hkj_desktop.ui.picture_checking import PictureChecking
from hkj_desktop.ui.saving import Saving
from hkj_desktop.ui.shell import Shell
from hkj_desktop.ui.table_editing import TYPED
from hkj_desktop.ui.theme import Tone

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.edits import Change
    from hkj_desktop.files.annotate import Annotated
    from hkj_desktop.files.earlier import Earlier


REPLACED, EARLIER = "replaced", "earlier"


class Checking(QObject):
    """``pages``: the check page and the page of one product, one of them shown; ``changed``: what the steps and the
    footer show may be another."""

    changed = Signal()

    def __init__(self, shell: Shell, parts: Parts, told: Notices, saving: Saving) -> None:
        super().__init__(shell)
        self._shell = shell
        self._parts = parts
        self._told = told
        self._saving = saving
        catalogue = parts.catalogue
        self.fixing = Fixing(shell, catalogue, parts.runner)
        self.merging = Merging(shell, catalogue)
        self.page = CheckPage(catalogue, parts.runner, parts.pictures)
        self.product = ProductPage(parts.pictures, fix_words=self.fixing.words_for)
        self.looking = PictureChecking(shell, parts, self.page)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.product)
        self._connect_page()
        self._connect_product()
        self.fixing.failed.connect(told.tell)
        self.fixing.counted.connect(self.changed)
        self.fixing.prepared.connect(self.page.shown.problem_model.show_fixes)
        self.fixing.made.connect(self._on_made)
        self.fixing.passed_over.connect(self.tell_passed_over)
        self.merging.passed_over.connect(self.tell_passed_over)
        self.fixing.nothing_left.connect(
            lambda: shell.show_toast(self.tr("Nothing is left to be mended in this way"), Tone.ACCENT)
        )
        catalogue.opened.connect(parts.pictures.forget_failures)
        parts.picture_check.ended.connect(self._on_pictures_checked)
        self.merging.made.connect(self._on_made)
        self.looking.made.connect(self._on_made)
        self.merging.told.connect(shell.show_toast)
        catalogue.opened.connect(self._on_opened)
        catalogue.changed.connect(self._on_changed)
        self._offered: Change | None = None
        catalogue.edits.stepped.connect(self._on_stepped)
        self._make_actions()

    def _connect_page(self) -> None:
        page, shown = self.page, self.page.shown
        shown.opened.connect(self.open_product)
        shown.fix_requested.connect(self.fixing.offer)
        shown.menu_requested.connect(self.fixing.menu_for)
        shown.editing.wanted.connect(self._write)
        shown.editing.cut_short.connect(self._tell_cut)
        page.undo_requested.connect(self.undo)
        page.redo_requested.connect(self.redo)
        page.failed.connect(self._told.tell)
        self._saving.fill_menu(page.save_as.menu(), page.listed_problems)
        self._saving.told.connect(self._tell_saved)

    def _tell_saved(self, text: str, marked: Annotated) -> None:
        self._shell.add_notice(
            "saved",
            self.tr("Saved"),
            text,
            Tone.ACCENT,
            again=lambda window: window.saving.tell_annotated(marked),
        )

    def _connect_product(self) -> None:
        self.product.closed.connect(self._close_product)
        self.product.edited.connect(self._on_edited)
        self.product.fix_requested.connect(self.fixing.offer_first)
        self.product.browse_requested.connect(open_address)

    def _fill_table_menu(self) -> None:
        """What is done to the whole catalogue can be found in the table's menu too."""
        self.page.table.addAction(self.replace_action)
        everything = QAction(self.tr("Undo everything"), self.page.table)
        everything.triggered.connect(lambda _checked: self._parts.catalogue.edits.undo_all())
        self.page.table.addAction(everything)

    def _make_actions(self) -> None:
        keys = QKeySequence.StandardKey
        self.undo_action = self._action("undo", self.tr("Undo"), [QKeySequence(keys.Undo)], self.undo)
        self.redo_action = self._action("redo", self.tr("Redo"), [QKeySequence(keys.Redo)], self.redo)
        replace_keys = QKeySequence.keyBindings(keys.Replace) or [
            QKeySequence("Ctrl+Alt+F")
        ]  # macOS has none of its own
        self.replace_action = self._action("replace", self.tr("Find and replace"), replace_keys, self.open_replace)
        self._fill_table_menu()
        self._show_actions()

    def _action(self, name: str, text: str, keys: Sequence[QKeySequence], then: Callable[[], object]) -> QAction:
        action = QAction(text, self._shell)
        action.setObjectName(name)
        action.setShortcuts(keys)
        action.triggered.connect(lambda _checked: then())
        self._shell.addAction(action)
        return action

    def _show_actions(self) -> None:
        edits = self._parts.catalogue.edits
        self.undo_action.setEnabled(edits.last is not None)
        self.redo_action.setEnabled(edits.next is not None)
        self.replace_action.setEnabled(self._parts.catalogue.file is not None)

    def take_over(self, old: Checking) -> None:
        """Show what ``old`` shows, the page of one product too. Old changes must be committed before."""
        self.page.take_over(old.page)
        product, file = old.product.product(), self._parts.catalogue.file
        if old.is_product_open() and product is not None and file is not None:
            self.product.show_product(file, product, self.page.shown.shown_products())
            self.pages.setCurrentWidget(self.product)
        self.fixing.count()
        self.looking.take_over(old.looking)
        self._show_actions()

    # -- what is open -------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """What is being typed counts: the window closes, or something else is shown."""
        self.page.shown.table.commit()
        self.page.shown.editing.finish()
        if self.is_product_open():
            self.product.commit()

    def _on_opened(self) -> None:
        self._shell.hide_toast()  # what it offers was meant for the file before
        self.pages.setCurrentWidget(self.page)
        self.product.clear()
        self._show_actions()
        edits = self._parts.catalogue.edits
        if edits.count:
            text = self.tr("%n change(s) that you made here before are back", "", edits.count)
            self._shell.show_toast(
                say.counted(text, edits.count), Tone.ACCENT, self.tr("Start from the file"), edits.undo_all
            )

        self._shell.drop_notice(EARLIER)
        if edits.earlier is not None:
            self.tell_earlier(edits.earlier)

    def tell_earlier(self, earlier: Earlier) -> None:
        """The file is not the one that was changed here: what fits it may be taken over, and nothing is by itself."""
        change, said, actions = earlier.change, [], []
        if change is not None:
            text = self.tr("%n of your changes fit it as it is now.", "", earlier.taken)
            said.append(say.counted(text, earlier.taken))
            actions.append((self.tr("Take them over"), lambda: self._take_over(change)))
        if earlier.lost:
            text = self.tr("%n do not: what they were made to is no longer there.", "", earlier.lost)
            said.append(say.counted(text, earlier.lost))
        title = self.tr("This file was changed elsewhere since you worked on it here")
        self._shell.add_notice(
            EARLIER,
            title,
            " ".join(said),
            Tone.WARN,
            actions,
            again=lambda window: window.checking.tell_earlier(earlier),
        )

    def _take_over(self, change: Change) -> None:
        self._shell.drop_notice(EARLIER)
        self._on_made(self._parts.catalogue.edits.make(change), change.name)

    def _on_pictures_checked(self, _warnings: int, _total: int) -> None:
        self._parts.pictures.forget_failures()

    def _on_changed(self) -> None:
        file = self._parts.catalogue.file
        if self.pages.currentWidget() is self.product and file is not None:
            self.product.refresh(file)
        self._show_actions()

    # -- one product --------------------------------------------------------------------------------------------------

    def open_product(self, product: int) -> None:
        """Show the page of one product."""
        file = self._parts.catalogue.file
        if file is not None:
            self.product.show_product(file, product, self.page.shown.shown_products())
            self.pages.setCurrentWidget(self.product)
            self.changed.emit()

    def is_product_open(self) -> bool:
        return self.pages.currentWidget() is self.product

    def _close_product(self) -> None:
        product = self.product.product()
        self.pages.setCurrentWidget(self.page)
        if product is not None:
            self.page.shown.show_product(product)
        self.changed.emit()

    def _on_edited(self, edits: list[tuple[int, str, str]]) -> None:
        import polars as pl

        catalogue, shown = self._parts.catalogue, self.product.file()
        # A field that is left because another file was opened is told when that one is there already.
        if shown is not None and catalogue.file is not None and shown.is_state_of(catalogue.file):
            cells = pl.DataFrame(edits, schema={"index": pl.UInt32, "key": pl.String, "after": pl.String}, orient="row")
            catalogue.edits.write(TYPED, cells, shown.draft)

    # -- changes ------------------------------------------------------------------------------------------------------

    def _write(self, name: str, cells: pl.DataFrame, shown: Opened) -> None:
        """``shown``: what the rows of ``cells`` are rows of; the file may be checked anew since."""
        catalogue = self._parts.catalogue
        if catalogue.file is not None and shown.is_state_of(catalogue.file):
            catalogue.edits.write(name, cells, shown.draft)

    def undo(self) -> None:
        """Take the last change back, and say which one."""
        self.page.shown.editing.finish()  # a large paste that is under way is the last change
        edits = self._parts.catalogue.edits
        if (change := edits.last) is not None:
            edits.undo()
            self._shell.show_toast(self.tr("Undone: {step}").format(step=say.change(change.name)))

    def redo(self) -> None:
        """Make the last undone change again."""
        self.page.shown.editing.finish()
        edits = self._parts.catalogue.edits
        if (change := edits.next) is not None:
            edits.redo()
            self._shell.show_toast(self.tr("Done again: {step}").format(step=say.change(change.name)))

    def _on_made(self, count: int, name: str) -> None:
        edits = self._parts.catalogue.edits
        text = self.tr("{step}: %n changed", "", count)
        text = say.counted(text, count).format(step=say.change(name))
        self._shell.show_toast(text, Tone.GOOD, self.tr("Undo"), self.undo)
        self._offered = edits.last

    def _on_stepped(self, _change: Change) -> None:
        """What is offered to be undone is the step that it was offered for, and no later one."""
        self._show_actions()
        if self._offered is not None and self._parts.catalogue.edits.last is not self._offered:
            self._offered = None
            self._shell.hide_toast()

    def tell_passed_over(self, count: int) -> None:
        """So many cells of a step were left as they are."""
        text = self.tr("%n cell(s) were changed meanwhile, and stay as you changed them", "", count)
        self._shell.add_notice(
            "passed over",
            self.tr("Not everything was changed"),
            say.counted(text, count),
            Tone.WARN,
            again=lambda window: window.checking.tell_passed_over(count),
        )

    def _tell_cut(self, rows: int, columns: int) -> None:
        parts = []
        if rows:
            parts.append(say.counted(self.tr("%n row(s) found no place below the last row", "", rows), rows))
        if columns:
            parts.append(say.counted(self.tr("%n column(s) found no place behind the last one", "", columns), columns))
        self._shell.show_toast(" · ".join(parts), Tone.WARN)

    def open_replace(self) -> ReplaceDialog | None:
        """Find and replace, with what it would change."""
        file, rows = self.page.shown.shown_rows()
        if file is None:
            return None
        dialog = ReplaceDialog(file, self._parts.runner, rows, self._shell)
        dialog.accepted_change.connect(lambda cells: self._replace(cells, file))
        dialog.open()
        return dialog

    def _replace(self, cells: pl.DataFrame, file: Opened) -> None:
        count = self._parts.catalogue.edits.write(REPLACED, cells, file.draft)
        if count:
            self._on_made(count, REPLACED)

    # -- the footer ---------------------------------------------------------------------------------------------------

    def fixable(self) -> int:
        """How many problems can be mended with no choice to make."""
        return sum(self.fixing.fixable.values())

    def offer_everything(self) -> None:
        self.fixing.offer_everything()
