"""Asks where to save, and has it saved there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.exports import ExportController
from hkj_desktop.ui.desktop import FileDialogs
from hkj_desktop.ui.dialogs.base import ask

if TYPE_CHECKING:
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.files.annotate import Annotated
    from hkj_desktop.ui.controllers.uploads import Ended
    from hkj_desktop.ui.opened import Opened

EXCEL, CSV = "Excel (*.xlsx)", "CSV (*.csv)"


class Saving(QObject):
    """Lists of problems, the catalogue as it stands, the person's own workbook with marks, fix files, templates.
    ``told(text, Annotated)``: what has to be known of a workbook that was saved."""

    told = Signal(str, object)

    def __init__(
        self, window: QWidget, dialogs: FileDialogs, catalogue: CatalogueController, exports: ExportController
    ) -> None:
        super().__init__(dialogs)
        self._window = window
        self._dialogs = dialogs
        self._catalogue = catalogue
        self._exports = exports
        exports.losses.connect(self._on_losses)
        exports.annotated.connect(self.tell_annotated)

    def fill_menu(self, menu: QMenu, problems: Callable[[], Problems]) -> None:
        """What can be saved of the catalogue that is open. ``problems``: those that the list is to have."""
        menu.addAction(self.tr("The catalogue with your changes (Excel)…"), lambda: self.save_catalogue("xlsx"))
        menu.addAction(self.tr("The catalogue with your changes (CSV)…"), lambda: self.save_catalogue("csv"))
        menu.addSeparator()
        menu.addAction(self.tr("Your own workbook, with the problems marked…"), self.save_annotated)
        menu.addAction(self.tr("Fix file: only what is wrong, to be mended in Excel…"), self.save_fix_file)
        menu.addSeparator()
        menu.addAction(self.tr("List of problems (CSV)…"), lambda: self.save_problems(problems()))

    def _when_checked(self, then: Callable[[Opened], None]) -> None:
        """Go on with the catalogue as it stands when every change is checked."""
        file = self._catalogue.file
        if file is None:
            return
        if self._catalogue.is_current(file):
            then(file)
            return
        self._catalogue.changed.connect(lambda: self._when_checked(then), Qt.ConnectionType.SingleShotConnection)

    def _stem(self) -> str:
        return Path(self._catalogue.file.path).stem if self._catalogue.file else "catalogue"

    def save_problems(self, problems: Problems) -> None:
        """Save a list of problems beside other files of the person's."""
        suggested = self.tr("{name}-problems.csv").format(name=self._stem())
        source = self._catalogue.file.path if self._catalogue.file else None
        self._dialogs.save(suggested, CSV, lambda path: self._exports.save_problems(Path(path), problems, source))

    def save_catalogue(self, format_: str) -> None:
        """Save the catalogue as it stands now; ``format_``: ``xlsx`` or ``csv``."""
        if self._catalogue.file is not None:
            suggested = self.tr("{name}-corrected.{ending}").format(name=self._stem(), ending=format_)
            kind = EXCEL if format_ == "xlsx" else CSV
            exports = self._exports
            self._dialogs.save(
                suggested,
                kind,
                lambda path: self._when_checked(lambda file: exports.save_catalogue(Path(path), file, format_)),
            )

    def save_annotated(self) -> None:
        """Save the person's own workbook with the problems marked; first say what it would lose by that."""
        if self._catalogue.file is not None:
            self._exports.look_what_is_lost(self._catalogue.file)

    def _on_losses(self, lost: list[str], ending: str) -> None:
        if not lost:
            self._ask_where_annotated(ending)
            return
        lines = "\n".join(f"• {say.lost(code)}" for code in lost)
        ask(
            self._window,
            title=self.tr("Some of this workbook cannot be kept"),
            text=self.tr("The copy with the marks will lack what is named here. Your own file stays as it is.")
            + f"\n\n{lines}",
            yes=self.tr("Save it all the same"),
            no=self.tr("Cancel"),
            then=lambda: self._ask_where_annotated(ending),
        )

    def _ask_where_annotated(self, ending: str) -> None:
        suggested = self.tr("{name}-marked{ending}").format(name=self._stem(), ending=ending)
        kind = f"Excel (*{ending})"
        exports = self._exports
        self._dialogs.save(
            suggested, kind, lambda path: self._when_checked(lambda file: exports.save_annotated(Path(path), file))
        )

    def tell_annotated(self, marked: Annotated) -> None:
        """Say what the copy does not have that one would look for in it."""
        said = []
        if not marked.own:
            said.append(self.tr("It is a new workbook: what was open cannot be written back."))
        if marked.uncommented:
            text = self.tr(
                "%n coloured cell(s) have no comment, since Excel is slow with so many.", "", marked.uncommented
            )
            said.append(say.counted(text, marked.uncommented))
        if marked.unlisted:
            text = self.tr("%n problem(s) are not listed on the sheet that explains.", "", marked.unlisted)
            said.append(say.counted(text, marked.unlisted))
        if marked.not_written:
            text = self.tr("%n of your changes have no cell of their own in it.", "", marked.not_written)
            said.append(say.counted(text, marked.not_written))
        if said:
            self.told.emit(" ".join(said), marked)

    def save_fix_file(self) -> None:
        """Save a workbook with only the rows that have a problem, to be mended and dropped back."""
        if self._catalogue.file is not None:
            suggested = say.fix_file_name(self._stem()) + ".xlsx"
            exports = self._exports
            self._dialogs.save(
                suggested, EXCEL, lambda path: self._when_checked(lambda file: exports.save_fix_file(Path(path), file))
            )

    def save_reports(self, ended: Ended) -> None:
        """Save what the shop said of an upload, as it came: one file, or all of them packed."""
        one = len(ended.reports) == 1
        stem = Path(ended.upload.file_name).stem
        suggested = self.tr("{name}-report.csv") if one else self.tr("{name}-reports.zip")
        kinds = self.tr("All files (*)")
        self._dialogs.save(
            suggested.format(name=stem), kinds, lambda path: self._exports.save_files(Path(path), ended.reports)
        )

    def save_template(self, language: str) -> None:
        """Save a workbook to fill in; ``language`` of its headers is ``en`` or ``ar``."""
        suggested = "catalogue.xlsx" if language == "en" else "كتالوج.xlsx"
        self._dialogs.save(suggested, EXCEL, lambda path: self._exports.save_template(Path(path), language))
