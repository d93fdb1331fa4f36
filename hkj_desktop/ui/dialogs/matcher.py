"""The column matcher: for each column of the file, which field it is, why we think so, and what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate, isolate_auto
from hkj_desktop.ui.dialogs.base import Dialog, fitting
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.mapping import Match

SAMPLES = 3
SIZE, LEAST = QSize(900, 560), QSize(600, 400)
LEAST_HEADER, LONGEST_HEADER = 170, 60
NOTATION_LETTERS = 24
#: What a column can be besides a field; no field is called so.
PASS_ON, LEAVE_OUT = "+", "-"


class MatcherDialog(Dialog):
    """``matched(Mapping)`` when the person agrees."""

    matched = Signal(object)

    def __init__(self, checked: Checked, parent: QWidget) -> None:
        super().__init__(self.tr("Columns of the file"), parent)
        self._checked = checked
        self._mapping = checked.mapping
        self._boxes: dict[str, QComboBox] = {}
        self._reasons: dict[str, Label] = {}
        self._notations: dict[str, QComboBox] = {}
        self._marks: dict[str, IconLabel] = {}
        m = metrics()
        self.resize(fitting(SIZE, parent, LEAST))
        self.body.addWidget(Label(self.tr("Which column is what?"), Type.TITLE))
        self.body.addWidget(
            Label(
                self.tr(
                    "Choose what each column holds. A file with the same headers will be understood this way next time."
                ),
                quiet=True,
                wrap=True,
            )
        )
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, m.space_m, 0)
        grid.setHorizontalSpacing(m.space_l)
        grid.setVerticalSpacing(m.space_m)
        for column, text in enumerate((self.tr("Column"), self.tr("First values"), self.tr("Is"), "")):
            grid.addWidget(Label(text, Type.CAPTION, quiet=True), 0, column)
        for row, match in enumerate(checked.mapping.matches, start=1):
            self._add_row(grid, row, match)
        whole = self.width() >= px(SIZE.width())  # else the first values need the room
        grid.setColumnMinimumWidth(0, px(LEAST_HEADER if whole else LEAST_HEADER // 2))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        grid.setRowStretch(len(checked.mapping.matches) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.add_buttons(Button(self.tr("Check with these columns"), kind=Kind.PRIMARY), Button(self.tr("Cancel")))
        self.accepted.connect(lambda: self.matched.emit(self._mapping))
        self._refresh()

    def _add_row(self, grid: QGridLayout, row: int, match: Match) -> None:
        column = match.column
        name = ElidedLabel(f"{column.letter}  {isolate_auto(display_safe(column.header, 80))}", Type.STRONG)
        cells = self._checked.catalog.cells[column.key]
        values = cells[cells.is_not_null().arg_true().head(SAMPLES)].to_list()  # without copying a million cells
        samples = ElidedLabel(
            " · ".join(isolate_auto(display_safe(v, 40)) for v in values) or "—", color=Role.TEXT_QUIET
        )
        box = QComboBox()
        box.setAccessibleName(
            self.tr("Field of column {letter}, {name}").format(
                letter=isolate(column.letter), name=isolate_auto(display_safe(column.header, LONGEST_HEADER))
            )
        )
        box.setMinimumWidth(px(190))
        box.addItem(self.tr("Send as it is"), PASS_ON)
        box.addItem(self.tr("Leave out"), LEAVE_OUT)
        box.insertSeparator(2)
        for field in self._checked.fields.fields:
            box.addItem(say.field(field.name), field.name)
        box.activated.connect(lambda _index, key=column.key: self._on_chosen(key))
        # A wheel over a closed box must scroll the list, not change what a column means.
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        reason = Label("", Type.SMALL, quiet=True)
        reason.setMinimumWidth(px(150))
        notation = self._notation_box(match, values[0] if values else "")
        why = QVBoxLayout()
        why.setSpacing(metrics().space_xs)
        why.addWidget(reason)
        why.addWidget(notation)
        mark = IconLabel(Icon.CHECK, Role.GOOD)
        self._notations[column.key] = notation
        self._boxes[column.key], self._reasons[column.key], self._marks[column.key] = box, reason, mark
        for place, widget in ((0, name), (1, samples), (2, box), (4, mark)):
            grid.addWidget(widget, row, place, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(why, row, 3, Qt.AlignmentFlag.AlignVCenter)

    def _notation_box(self, match: Match, example: str) -> QComboBox:
        """How the prices of the column are written, each with the first price as it would be read."""
        from hkj_desktop.catalog.cleaning import Notation
        from hkj_desktop.catalog.notation import reading_back

        box = QComboBox()
        box.setAccessibleName(
            self.tr("How the prices of column {letter} are written").format(letter=match.column.letter)
        )
        words = {
            Notation.DINARS: self.tr("decimal point"),
            Notation.DINARS_GROUPED: self.tr("commas group thousands"),
            Notation.DINARS_COMMA: self.tr("decimal comma"),
            Notation.FILS: self.tr("fils"),
            Notation.PIASTRES: self.tr("piastres"),
        }
        for notation, text in words.items():
            read = reading_back(example, notation) if match.reading is not None else None
            shown = self.tr("{price}: {unit}").format(price=say.money(say.digits(read)), unit=text) if read else text
            box.addItem(shown, notation.value)
        # Its longest entry must not take the room of the headers; the price stands first, so that it is seen.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(NOTATION_LETTERS)
        box.activated.connect(lambda _index, key=match.column.key: self._on_notation(key))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        return box

    def _on_notation(self, key: str) -> None:
        from hkj_desktop.catalog.cleaning import Notation

        self._mapping = self._mapping.choose_notation(key, Notation(self._notations[key].currentData()))
        self._refresh()

    def notation_box(self, key: str) -> QComboBox:
        """How the prices of one column are written, by its key."""
        return self._notations[key]

    def box(self, key: str) -> QComboBox:
        """The choice of one column, by its key."""
        return self._boxes[key]

    def _on_chosen(self, key: str) -> None:
        value = self._boxes[key].currentData()
        field = None if value in (PASS_ON, LEAVE_OUT) else value
        self._mapping = self._mapping.choose(key, field, left_out=value == LEAVE_OUT)
        self._refresh()

    def _refresh(self) -> None:
        for match in self._mapping.matches:
            key = match.column.key
            value = LEAVE_OUT if match.left_out else match.field or PASS_ON
            box = self._boxes[key]
            box.setCurrentIndex(box.findData(value))
            self._reasons[key].setText(say.reason(match.reason))
            notation = self._notations[key]
            notation.setVisible(match.reading is not None and match.field != "price_fils")
            if match.reading is not None:
                notation.setCurrentIndex(notation.findData(match.reading.notation.value))
            known = match.field is not None
            self._marks[key].set_icon(Icon.CHECK if known else Icon.MINUS, Role.GOOD if known else Role.TEXT_QUIET)
