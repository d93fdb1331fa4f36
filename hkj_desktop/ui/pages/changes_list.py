"""The list of what a plan changes: fields old and new, products that are no longer in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.models.changes_model import AFTER, BEFORE, FIELD, PRODUCT, ChangesModel
from hkj_desktop.ui.pages.problem_table import add_copy
from hkj_desktop.ui.theme import metrics
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl
from hkj_desktop.ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    from hkj_desktop.ui.opened import Opened
    from hkj_desktop.uploads.compare import Comparison
    from hkj_desktop.uploads.known import Content

CHANGED, GONE = "changed", "gone"
LEAST_HEIGHT = 260


class ChangesList(QWidget):
    """Hidden while there is nothing to show."""

    def __init__(self, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self.model = model
        self.kinds = SegmentedControl(
            [Choice(CHANGED, self.tr("What changes")), Choice(GONE, self.tr("Not in this file"))],
            spoken=self.tr("What to list"),
        )
        self.kinds.chosen.connect(self._show)
        self.table = DataTable()
        self.table.setModel(model)
        self.table.setMinimumHeight(LEAST_HEIGHT)
        self.table.setAccessibleName(self.tr("What changes"))
        head = self.table.horizontalHeader()
        for column, width in ((PRODUCT, 280), (FIELD, 150)):
            self.table.setColumnWidth(column, width)
        for column in (BEFORE, AFTER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        add_copy(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_m)
        box.addWidget(self.kinds)
        box.addWidget(self.table, 1)
        self._gone: tuple[tuple[str, Content], ...] = ()
        self._changes: tuple[Opened, Comparison] | None = None
        self.hide()

    def show_nothing(self) -> None:
        self._changes, self._gone = None, ()
        self.model.set_gone(())
        self.hide()

    def show_changes(self, file: Opened, comparison: Comparison | None) -> None:
        """What ``comparison`` found; nothing where there is no change to tell."""
        if comparison is None or comparison.since is None:
            self.show_nothing()
            return
        self._changes = (file, comparison)
        # A catalogue that puts something back holds that alone: all else is no longer "in the file".
        self._gone = () if file.put_back is not None else comparison.gone_shown
        changed = comparison.changed.len()
        self.kinds.set_text(CHANGED, self.tr("What changes ({n})").format(n=say.number(changed)))
        self.kinds.set_text(GONE, self.tr("Not in this file ({n})").format(n=say.number(len(comparison.gone))))
        self.kinds.setVisible(bool(self._gone))
        self.kinds.set_chosen(CHANGED if comparison.shown else GONE)
        self._show()
        self.setVisible(bool(comparison.shown) or bool(self._gone))

    def _show(self) -> None:
        if self.kinds.chosen_key() == GONE:
            self.model.set_gone(self._gone)
        elif self._changes is not None:
            file, comparison = self._changes
            self.model.set_changes(comparison.shown, file.checked.fields)
