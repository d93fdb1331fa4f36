"""Before and after: what a change would do, line by line, before it is made; single lines can be left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QCheckBox, QHeaderView, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from hkj_desktop.ui import say, theme
from hkj_desktop.ui.delegates.base import PAD, Cell, Index, RowDelegate
from hkj_desktop.ui.dialogs.base import Dialog, fitting
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.models.preview_model import AFTER, BEFORE, FIELD, PLACE, PRODUCT, TICK, ChangeCell, PreviewModel
from hkj_desktop.ui.pages.problem_table import add_copy
from hkj_desktop.ui.theme import Role, Tone, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.data_table import DataTable
from hkj_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hkj_desktop.catalog.preview import PreviewRows

SIZE, LEAST = QSize(940, 600), QSize(600, 420)
WIDTHS = {TICK: 44, PLACE: 76, PRODUCT: 210, FIELD: 140}
BOX = 18
LINE_GAP = 2


class PreviewDialog(Dialog):
    """``accepted_rows(frame)``: the ticked lines of ``rows``, when the person agrees.

    ``title`` and ``line`` say what it is about; ``accept_words(count)`` gives the words of the button ("Change 37
    cells"); ``notes``: what else has to be known first, a sentence each.
    """

    accepted_rows = Signal(object)

    def __init__(
        self,
        title: str,
        line: str,
        rows: PreviewRows,
        accept_words: Callable[[int], str],
        parent: QWidget,
        *,
        notes: Sequence[str] = (),
    ) -> None:
        super().__init__(title, parent)
        self.model = PreviewModel(rows, self)
        self._accept_words = accept_words
        self.resize(fitting(SIZE, parent, LEAST))
        head = QVBoxLayout()
        head.setSpacing(metrics().space_xs)
        head.addWidget(Label(title, Type.TITLE, wrap=True))
        if line:
            head.addWidget(Label(line, quiet=True, wrap=True))
        self.body.addLayout(head)
        if notes:
            self.body.addWidget(Banner("\n".join(notes), Tone.WARN if self._clashes(rows) else Tone.NEUTRAL))
        self.every = QCheckBox()
        self.every.clicked.connect(self._on_every)
        self.table = PreviewTable(self.model)
        self.body.addWidget(self.every)
        self.body.addWidget(self.table, 1)
        self.accept_button = Button(accept_words(len(rows)), kind=Kind.PRIMARY)
        self.add_buttons(self.accept_button, Button(self.tr("Cancel")))
        self.accepted.connect(lambda: self.accepted_rows.emit(self.model.accepted()))
        self.model.ticks_changed.connect(self._refresh)
        self._refresh()
        if len(rows):
            first = self.model.index(0, TICK)
            self.table.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.table.setFocus()

    @staticmethod
    def _clashes(rows: PreviewRows) -> bool:
        from hkj_desktop.catalog.preview import Row

        return rows.count(Row.CONFLICT) > 0

    def _on_every(self) -> None:
        self.model.tick_all(wanted=self.model.ticked() < self.model.rowCount())

    def _refresh(self) -> None:
        count, total = self.model.ticked(), self.model.rowCount()
        state = Qt.CheckState.PartiallyChecked
        if count in (0, total):
            state = Qt.CheckState.Checked if count and total else Qt.CheckState.Unchecked
        with QSignalBlocker(self.every):
            self.every.setTristate(state == Qt.CheckState.PartiallyChecked)
            self.every.setCheckState(state)
        words = self.tr("All {total}") if count == total else self.tr("{count} of {total} chosen")
        self.every.setText(words.format(count=say.number(count), total=say.number(total)))
        every = self.tr("Choose all or none")
        self.every.setAccessibleName(f"{self.every.text()}. {every}")
        self.every.setEnabled(total > 0)
        self.accept_button.setText(self._accept_words(count))
        self.accept_button.setEnabled(count > 0)
        self.accept_button.updateGeometry()


class PreviewTable(DataTable):
    """Space or a click on the box ticks; with several lines selected, all of them."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(_ChangeDelegate(), tall=True, parent=parent)
        self.row_delegate.setParent(self)
        self._preview = model
        self.setModel(model)
        self.setAccessibleName(self.tr("What would change"))
        head = self.horizontalHeader()
        head.setSectionResizeMode(TICK, QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(False)  # they sort nothing
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, px(width))
        for column in (BEFORE, AFTER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        add_copy(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            current = self.currentIndex().row()
            # The ranges: asking for each selected line takes seconds for 100,000.
            chosen = self.selectionModel().selection()
            ranges = [chosen.at(at) for at in range(chosen.size())]
            rows = [row for one in ranges for row in range(one.top(), one.bottom() + 1)]
            wanted = not self._preview.is_ticked(current)
            self._preview.tick(rows if current in rows else [current], wanted=wanted)
            return
        super().keyPressEvent(event)


class _ChangeDelegate(RowDelegate):
    """Boxes to tick; what goes away is struck through, what comes stands on the good wash with a tick beside it."""

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: ARG002
        if index.column() == TICK and isinstance(event, QMouseEvent):
            left = event.button() == Qt.MouseButton.LeftButton
            if left and event.type() == QEvent.Type.MouseButtonRelease and isinstance(model, PreviewModel):
                model.tick([index.row()], wanted=not model.is_ticked(index.row()))
            return left and event.type() != QEvent.Type.MouseButtonDblClick
        return False

    def paint_cell(self, painter: QPainter, cell: Cell, rect: QRect, direction: Qt.LayoutDirection) -> None:
        if not isinstance(cell, ChangeCell):
            super().paint_cell(painter, cell, rect, direction)
        elif cell.ticked is not None:
            _paint_box(painter, rect, ticked=cell.ticked)
        elif cell.pill is not None and cell.second:
            height, pad = painting.line_height(Type.SMALL), px(PAD)
            split = rect.bottom() - height - 2 * LINE_GAP
            super().paint_cell(
                painter, cell, QRect(rect.left(), rect.top(), rect.width(), split - rect.top()), direction
            )
            below = QRect(rect.left() + pad, split, rect.width() - 2 * pad, height)
            self._paint_warning(painter, cell, below, direction)
        else:
            super().paint_cell(painter, cell, rect, direction)

    def _paint_warning(self, painter: QPainter, cell: Cell, rect: QRect, direction: Qt.LayoutDirection) -> None:
        side = rect.height() - LINE_GAP
        box = QStyle.visualRect(direction, rect, QRect(rect.left(), rect.top() + 1, side, side))
        paint_icon(painter, box, Icon.TRIANGLE_ALERT, Role.WARN)
        words = QStyle.visualRect(direction, rect, rect.adjusted(side + px(5), 0, 0, 0))
        painting.draw_line(painter, words, cell.second, Type.SMALL, Role.WARN, direction)

    def _font(self, cell: Cell) -> QFont:
        font = super()._font(cell)
        if isinstance(cell, ChangeCell) and cell.struck:
            font = QFont(font)
            font.setStrikeOut(True)
        return font


def _paint_box(painter: QPainter, rect: QRect, *, ticked: bool) -> None:
    look = theme.current()
    box = QRect(0, 0, px(BOX), px(BOX))
    box.moveCenter(rect.center())
    fill = look.color(Role.ACCENT if ticked else Role.SURFACE)
    painting.rounded(painter, box, px(4), fill, look.color(Role.ACCENT if ticked else Role.BORDER_STRONG))
    if ticked:
        inset = px(2)
        paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), Icon.CHECK, Role.ON_ACCENT)
