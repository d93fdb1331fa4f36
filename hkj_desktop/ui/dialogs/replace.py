"""Find and replace: what would change is counted and listed while one types, and nothing happens before one agrees."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QHeaderView, QLineEdit, QWidget

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.dialogs.base import Dialog, fitting
from hkj_desktop.ui.dialogs.replace_preview import (
    AFTER,
    BEFORE,
    LISTED,
    PLACE,
    PRODUCT,
    Found,
    MarkedDelegate,
    ReplacedModel,
    Wanted,
    look,
)
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.tasks import Owner, Report, Runner
from hkj_desktop.ui.theme import Tone, Type, metrics, px
from hkj_desktop.ui.widgets.banner import announce
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.data_table import DataTable
from hkj_desktop.ui.widgets.field_row import FieldRow
from hkj_desktop.ui.widgets.flow_layout import FlowLayout
from hkj_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    import polars as pl

SIZE, LEAST = QSize(880, 620), QSize(600, 460)
WIDTHS = {PLACE: 76, PRODUCT: 200}
PAUSE_MS = 200
LONGEST_HEADER = 60
_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_STRONG = {"L": _LTR, "R": _RTL, "AL": _RTL}


class ReplaceDialog(Dialog):
    """``accepted_change(frame)``: the cells to change (``index``, ``key``, ``before``, ``after``), when the person
    agrees. ``shown``: the rows of the catalogue that stand in the window, None where that are all."""

    accepted_change = Signal(object)

    def __init__(self, file: Opened, runner: Runner, shown: pl.Series | None, parent: QWidget) -> None:
        super().__init__(self.tr("Find and replace"), parent)
        self._file, self._runner = file, runner
        self._shown = shown if shown is not None and shown.len() < len(file.checked.catalog) else None
        self._owner = Owner("replace", self)
        self._found: Found | None = None
        self._model = ReplacedModel(self)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._look)
        self.resize(fitting(SIZE, parent, LEAST))
        self.body.addWidget(Label(self.tr("Find and replace"), Type.TITLE))
        self._add_fields()
        self._add_choices()
        self.count = Label("", Type.STRONG, wrap=True)
        self.body.addWidget(self.count)
        self._add_table()
        self.accept_button = Button(self.tr("Replace all"), kind=Kind.PRIMARY)
        self.add_buttons(self.accept_button, Button(self.tr("Cancel")))
        self.accepted.connect(self._on_accepted)
        self.finished.connect(self._owner.close)
        self._changed()
        self.find_field.setFocus()

    # -- what it is made of -------------------------------------------------------------------------------------------

    def _add_fields(self) -> None:
        self.find_field, self.replace_field = TextField(), TextField()
        row = QHBoxLayout()
        row.setSpacing(metrics().space_l)
        for label, field in ((self.tr("Find"), self.find_field), (self.tr("Replace with"), self.replace_field)):
            row.addWidget(FieldRow(label, field), 1)
            field.textChanged.connect(self._changed)
        self.column = QComboBox()
        self.column.addItem(self.tr("All columns"), None)
        mapping = self._file.checked.mapping
        for match in mapping.matches:
            name = say.field(match.field) if match.field else display_safe(match.column.header, LONGEST_HEADER)
            self.column.addItem(f"{match.column.letter}  {isolate_auto(name)}", match.column.key)
        self.column.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.column.setMinimumContentsLength(16)
        self.column.currentIndexChanged.connect(self._changed)
        row.addWidget(FieldRow(self.tr("In"), self.column))
        self.body.addLayout(row)

    def _add_choices(self) -> None:
        host = QWidget()
        line = FlowLayout(host, gap=metrics().space_l)
        self.match_case = QCheckBox(self.tr("Match case"))
        self.whole_cell = QCheckBox(self.tr("The whole cell"))
        self.fold = QCheckBox(self.tr("Ignore Arabic spelling differences"))
        self.only_shown = QCheckBox()
        for box in (self.match_case, self.whole_cell, self.fold, self.only_shown):
            line.addWidget(box)
        if self._shown is None:
            self.only_shown.hide()
        else:  # who searched first means what was found
            count = self._shown.len()
            self.only_shown.setText(self.tr("Only in the rows that are shown ({n})").format(n=say.number(count)))
            self.only_shown.setChecked(True)
        for box in (self.match_case, self.whole_cell, self.fold, self.only_shown):
            box.toggled.connect(self._changed)
        self.body.addWidget(host)

    def _add_table(self) -> None:
        self.table = DataTable(MarkedDelegate())
        self.table.row_delegate.setParent(self.table)
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("What would change"))
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, px(width))
        for column in (BEFORE, AFTER):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.table, 1)

    # -- looking ------------------------------------------------------------------------------------------------------

    def wanted(self) -> Wanted:
        """What stands in the fields."""
        return Wanted(
            self.find_field.text(),
            self.replace_field.text(),
            self.column.currentData(),
            self.match_case.isChecked(),
            self.whole_cell.isChecked(),
            self.fold.isChecked(),
            self._shown is not None and self.only_shown.isChecked(),
        )

    def found(self) -> Found | None:
        """What would change; None while it is not known for what stands in the fields now."""
        return self._found

    def _changed(self) -> None:
        """The list is about what stood in the fields before: until there is a new one nothing can be replaced."""
        self._found = None
        self._owner.cancel("look")
        self.accept_button.setEnabled(False)
        wanted = self.wanted()
        if wanted.find or wanted.whole_cell:
            self._pause.start()
            return
        self._pause.stop()
        self._model.set_lines(())
        self._say(self.tr("Type what to look for. Nothing changes before you agree."), quiet=True)

    def _look(self) -> None:
        checked, wanted, shown = self._file.checked, self.wanted(), self._shown
        arabic = self.layoutDirection() == _RTL

        def work(cancel: CancelToken, _report: Report) -> Found:
            return look(checked, wanted, shown, cancel, arabic=arabic)

        def done(found: Found) -> None:
            if wanted == self.wanted():  # somebody typed on while the answer was on its way
                self._show(found)

        self._say(self.tr("Looking…"), quiet=True)
        self._runner.submit(work, owner=self._owner, done=done, failed=self._on_failed, slot="look")

    def _show(self, found: Found) -> None:
        cells = found.frame.height
        self._found = found
        self._model.set_lines(found.lines)
        self.accept_button.setEnabled(cells > 0)
        words = self.tr("Replace all ({n})").format(n=say.number(cells)) if cells else self.tr("Replace all")
        self.accept_button.setText(words)
        self.accept_button.updateGeometry()
        self._say(self._counted(found), quiet=not cells)
        announce(self.count, self.count.text())

    def _counted(self, found: Found) -> str:
        cells = found.frame.height
        if not cells:
            empty = self.whole_cell.isChecked() and not self.find_field.text() and not self.replace_field.text()
            return self.tr("Type what to fill the empty cells with.") if empty else self.tr("Nothing would change.")
        products = say.counted(self.tr("%n product(s)", "in so many", found.products), found.products)
        filled = self.whole_cell.isChecked() and not self.find_field.text()
        counted = self.tr("%n empty cell(s)", "", cells) if filled else self.tr("%n cell(s)", "", cells)
        text = self.tr("{cells} in {products}").format(cells=say.counted(counted, cells), products=products)
        if cells > LISTED:
            text = self.tr("{count}. The first {n} are listed.").format(count=text, n=say.number(LISTED))
        return text

    def _on_failed(self, error: AppError) -> None:
        self._model.set_lines(())
        words = say.error(error)
        self._say(f"{words.title}. {words.todo}", tone=Tone.ERROR)

    def _say(self, text: str, *, quiet: bool = False, tone: Tone | None = None) -> None:
        self.count.setText(text)
        self.count.set_tone(tone, quiet=quiet)

    # -- agreeing -----------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        if self.accept_button.isEnabled():  # Enter in a field, too
            super().accept()

    def _on_accepted(self) -> None:
        if self._found is not None:
            self.accepted_change.emit(self._found.frame)


class TextField(QLineEdit):
    """A field for text of either script: it reads, and stands, as what is typed into it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._turn)

    def _turn(self, text: str) -> None:
        found = next((_STRONG[kind] for char in text if (kind := unicodedata.bidirectional(char)) in _STRONG), None)
        if found is None:
            self.unsetLayoutDirection()
        elif found != self.layoutDirection():
            self.setLayoutDirection(found)
