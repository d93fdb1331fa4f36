"""Mending with one click: what is offered for a problem, the preview of it, and the same for all problems like it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.dialogs.preview import PreviewDialog
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.tasks import Owner, Report, Runner
from hkj_desktop.ui.texts_edits import FIX
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.words import QT_TRANSLATE_N_NOOP

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.fixes import Fix, Proposal
    from hkj_desktop.catalog.preview import PreviewRows
    from hkj_desktop.catalog.problems import Problem, Problems

LONGEST_HEADER = 40


class Fixing(QObject):
    """``prepared(Opened)``: what is offered for its problems is worked out; ``counted``: how much can be mended without
    a choice is known anew (:attr:`fixable`); ``failed(AppError)``; ``made(count, name)``: so many cells and rows were
    changed by that step; ``passed_over(count)``: so many were changed otherwise meanwhile, and left alone;
    ``nothing_left``: there is nothing to mend in this way any more."""

    prepared = Signal(object)
    counted = Signal()
    failed = Signal(object)
    made = Signal(int, str)
    passed_over = Signal(int)
    nothing_left = Signal()

    def __init__(self, window: QWidget, catalogue: CatalogueController, runner: Runner) -> None:
        super().__init__(window)
        self._window = window
        self._catalogue = catalogue
        self._runner = runner
        self._owner = Owner("fixing", self)
        #: Fix → how many problems it would mend, of those that need no choice.
        self.fixable: dict[str, int] = {}
        catalogue.opened.connect(self.count)
        catalogue.changed.connect(self.count)

    def is_busy(self) -> bool:
        """Whether it is being worked out what could be mended."""
        return self._owner.is_busy("count")

    # -- what could be mended -----------------------------------------------------------------------------------------

    def count(self) -> None:
        """Count what could be mended in what is open."""
        file = self._catalogue.file
        if file is None:
            self._on_counted({})
            return

        def work(_cancel: CancelToken, _report: Report) -> dict[str, int]:
            from hkj_desktop.catalog.fixes import count_fixable, prepare

            prepare(file.checked)
            return count_fixable(file.checked)

        def done(found: dict[str, int]) -> None:
            self.prepared.emit(file)
            self._on_counted(found)

        self._runner.submit(work, owner=self._owner, done=done, failed=self.failed.emit, slot="count")

    def _on_counted(self, found: dict[str, int]) -> None:
        self.fixable = found
        self.counted.emit()

    def words_for(self, problem: Problem) -> tuple[str, str] | None:
        """The first fix for a problem and what its button says."""
        from hkj_desktop.catalog.fixes import first_fixes
        from hkj_desktop.catalog.problems import Problems

        file = self._catalogue.file
        if file is None:
            return None
        (found,) = first_fixes(file.checked, Problems.of([problem]))
        return (found[0], say.fix(*found)) if found else None

    # -- asking -------------------------------------------------------------------------------------------------------

    def offer(self, problem: Problem, fix_id: str) -> None:
        """Show what the fix would do about one problem."""
        from hkj_desktop.catalog.problems import Problems

        self._propose(fix_id, Problems.of([problem]), alike=self._alike(problem))

    def offer_first(self, problem: Problem) -> None:
        """Show what the first fix for a problem would do."""
        if (found := self.words_for(problem)) is not None:
            self.offer(problem, found[0])

    def offer_all(self, fix_id: str, problems: Problems | None = None, column: str | None = None) -> None:
        """Show what the fix would do about ``problems``; None: about all that it answers."""
        file = self._catalogue.file
        if file is not None:
            self._propose(fix_id, problems if problems is not None else file.checked.problems, column=column)

    def offer_everything(self) -> None:
        """Show what all fixes would do that need no choice."""
        file = self._catalogue.file
        if file is None:
            return

        def make() -> list[Proposal]:
            from hkj_desktop.catalog.fixes import safe_proposals

            return safe_proposals(file.checked)

        title = self.tr("Fix for me")
        self._preview(file, "safe", title, self.tr("Untick what is to stay as it is. It can be undone."), make)

    def menu_for(self, problem: Problem, at: QPoint) -> QMenu:
        """Everything that can be done about a problem, here and for all like it."""
        from hkj_desktop.catalog.fixes import fixes_for

        menu = QMenu(self._window)
        alike = self._alike(problem)
        for fix in fixes_for(problem.code, problem.field):
            if fix.asks_column:
                self._column_menu(menu, fix, problem, alike)
                continue
            menu.addAction(say.fix_step(fix.id), partial(self.offer, problem, fix.id))
            if len(alike) > 1:
                menu.addAction(say.fix_all(fix.id, len(alike)), partial(self.offer_all, fix.id, alike))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing can be mended by itself here")).setEnabled(False)
        menu.popup(at)
        return menu

    def _column_menu(self, menu: QMenu, fix: Fix, problem: Problem, alike: Problems) -> None:
        from hkj_desktop.catalog.fixes import copy_columns
        from hkj_desktop.catalog.problems import Problems

        file = self._catalogue.file
        if file is None:
            return
        for text, problems in (
            (say.fix_step(fix.id), Problems.of([problem])),
            (say.fix_all(fix.id, len(alike)), alike),
        ):
            inner = menu.addMenu(text)
            for key, header in copy_columns(file.checked):
                action = inner.addAction(display_safe(header, LONGEST_HEADER).replace("&", "&&"))
                chosen = partial(self.offer_all, fix.id, problems, key)
                action.triggered.connect(lambda _checked, chosen=chosen: chosen())

    def _alike(self, problem: Problem) -> Problems:
        import polars as pl

        from hkj_desktop.catalog.problems import Problems

        file = self._catalogue.file
        if file is None:
            return Problems.none()
        same = (pl.col("code") == problem.code) & pl.col("field").eq_missing(pl.lit(problem.field))
        return Problems(file.checked.problems.frame.filter(same))

    # -- previews -----------------------------------------------------------------------------------------------------

    def _propose(
        self, fix_id: str, problems: Problems, *, alike: Problems | None = None, column: str | None = None
    ) -> None:
        file = self._catalogue.file
        if file is None:
            return

        def make() -> list[Proposal]:
            from hkj_desktop.catalog.fixes import FIXES, propose

            fix = next(one for one in FIXES if one.id == fix_id)
            return [propose(fix, file.checked, problems, column)]

        also = None
        if alike is not None and len(alike) > 1:
            also = (say.fix_all(fix_id, len(alike)), lambda: self.offer_all(fix_id, alike, column))
        self._preview(file, fix_id, say.fix_step(fix_id), say.fix_explains(fix_id), make, also)

    def _preview(
        self,
        file: Opened,
        fix_id: str,
        title: str,
        line: str,
        make: Callable[[], list[Proposal]],
        also: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Work out what would be done, in the background, and show it. ``also``: another way, as a button."""

        def work(_cancel: CancelToken, _report: Report) -> PreviewRows:
            from hkj_desktop.catalog.preview import preview_rows

            cells, left_out = _together(make())
            return preview_rows(file.checked, cells, left_out)

        def done(rows: PreviewRows) -> None:
            if not len(rows):
                self.nothing_left.emit()
                return
            dialog = PreviewDialog(title, line, rows, self._accept_words, self._window)
            if also is not None:
                other = Button(also[0])
                other.clicked.connect(dialog.reject)
                other.clicked.connect(also[1])
                dialog.add_other(other)
            dialog.accepted_rows.connect(lambda chosen: self.write(f"{FIX}{fix_id}", chosen, file))
            dialog.open()

        self._runner.submit(work, owner=self._owner, done=done, failed=self.failed.emit, slot="propose")

    def _accept_words(self, count: int) -> str:
        return say.counted(self.tr("Change %n", "", count), count)

    def write(self, name: str, rows: pl.DataFrame, file: Opened) -> None:
        """Make the step of the lines that a preview gave back (catalog/preview.py)."""
        import polars as pl

        from hkj_desktop.catalog.preview import Row

        leaves = pl.col("kind") == Row.LEFT_OUT.value
        cells, leaving = rows.filter(~leaves).select("index", "key", "before", "after"), rows.filter(leaves)["index"]
        count = self._catalogue.edits.write(name, cells, file.draft, left_out=leaving)
        if count:
            self.made.emit(count, name)
        if count < rows.height:
            self.passed_over.emit(rows.height - count)


def _together(proposals: list[Proposal]) -> tuple[pl.DataFrame, pl.Series]:
    """Several fixes as one step: of two for one cell the first; no cell of a row that leaves."""
    import polars as pl

    from hkj_desktop.catalog.fixes.base import CELLS, no_rows

    if not proposals:
        return pl.DataFrame(schema=CELLS), no_rows()
    left_out = pl.concat([one.left_out for one in proposals]).unique().sort()
    cells = pl.concat([one.cells for one in proposals]).unique(["index", "key"], keep="first", maintain_order=True)
    return cells.filter(~pl.col("index").is_in(left_out.implode())), left_out


def fix_words(count: int) -> str:
    """What the button says that mends all that needs no choice."""
    text = QT_TRANSLATE_N_NOOP("Fixing", "Fix %n for me…")
    return say.counted(QCoreApplication.translate("Fixing", text, None, count), count)
