"""Asks where to save, and has the catalogue's controller save there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.desktop import FileDialogs

if TYPE_CHECKING:
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.ui.controllers.uploads import Ended


class Saving(QObject):
    """Lists of problems and empty workbooks."""

    def __init__(self, dialogs: FileDialogs, catalogue: CatalogueController) -> None:
        super().__init__(dialogs)
        self._dialogs = dialogs
        self._catalogue = catalogue

    def save_problems(self, problems: Problems) -> None:
        """Save a list of problems beside other files of the person's."""
        name = Path(self._catalogue.file.path).stem if self._catalogue.file else "catalogue"
        suggested = self.tr("{name}-problems.csv").format(name=name)
        self._dialogs.save(suggested, "CSV (*.csv)", lambda path: self._catalogue.save_problems(Path(path), problems))

    def save_reports(self, ended: Ended) -> None:
        """Save what the shop said of an upload, as it came: one file, or all of them packed."""
        one = len(ended.reports) == 1
        stem = Path(ended.upload.file_name).stem
        suggested = self.tr("{name}-report.csv") if one else self.tr("{name}-reports.zip")
        kinds = self.tr("All files (*)")
        self._dialogs.save(
            suggested.format(name=stem), kinds, lambda path: self._catalogue.save_files(Path(path), ended.reports)
        )

    def save_template(self, language: str) -> None:
        """Save a workbook to fill in; ``language`` of its headers is ``en`` or ``ar``."""
        suggested = "catalogue.xlsx" if language == "en" else "كتالوج.xlsx"
        self._dialogs.save(
            suggested, "Excel (*.xlsx)", lambda path: self._catalogue.save_template(Path(path), language)
        )
