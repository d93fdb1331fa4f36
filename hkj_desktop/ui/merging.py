"""A fix file that comes back: what is in it, shown before it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.controllers.catalogue import CatalogueController, Returned
from hkj_desktop.ui.dialogs.preview import PreviewDialog
from hkj_desktop.ui.texts_fix_file import FIX_NOTHING, FIX_TOLD
from hkj_desktop.ui.theme import Tone

if TYPE_CHECKING:
    import polars as pl

FIX_FILE = "fix_file"


class Merging(QObject):
    """``made(count, name)``: so many cells were taken in; ``passed_over(count)``: so many were changed
    otherwise meanwhile, and left alone; ``told(text, tone)``: there is nothing to take in."""

    made = Signal(int, str)
    told = Signal(str, object)
    passed_over = Signal(int)

    def __init__(self, window: QWidget, catalogue: CatalogueController) -> None:
        super().__init__(window)
        self._window = window
        self._catalogue = catalogue
        catalogue.returned.connect(self._show)

    def _show(self, returned: Returned) -> None:
        """What is in the file beside what the catalogue has, line by line."""
        notes = [_words(name, count) for name, count in returned.told if count]
        if not len(returned.rows):
            text = QCoreApplication.translate("FixFile", FIX_NOTHING)
            self.told.emit(" ".join([text, *(f"{note}." for note in notes)]), Tone.ACCENT)
            return
        title = self.tr("Take the mended cells in?")
        line = self.tr("Nothing is changed before you agree. It can be undone.")
        dialog = PreviewDialog(title, line, returned.rows, self._accept_words, self._window, notes=notes)
        dialog.accepted_rows.connect(lambda chosen: self._take(chosen, returned))
        dialog.open()

    def _accept_words(self, count: int) -> str:
        return say.counted(self.tr("Take in %n cell(s)", "", count), count)

    def _take(self, rows: pl.DataFrame, returned: Returned) -> None:
        import polars as pl

        from hkj_desktop.catalog.preview import Row

        # Where both changed a cell, what is shown as standing there now is what the person agreed to replace.
        there = pl.when(pl.col("kind") == Row.CONFLICT.value).then("now").otherwise("before")
        cells = rows.select("index", "key", "after", before=there)
        count = self._catalogue.edits.write(FIX_FILE, cells, returned.draft, params={"name": returned.name})
        if count:
            self.made.emit(count, FIX_FILE)
        if count < rows.height:
            self.passed_over.emit(rows.height - count)


def _words(name: str, count: int) -> str:
    return say.counted(QCoreApplication.translate("FixFile", FIX_TOLD[name], None, count), count)
