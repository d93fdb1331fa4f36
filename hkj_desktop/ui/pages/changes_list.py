"""The list of what a plan changes: fields old and new, new products, products that are no longer in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.models.changes_model import AFTER, BEFORE, FIELD, PRODUCT, ChangesModel
from hkj_desktop.ui.pages.problem_table import add_copy
from hkj_desktop.ui.theme import metrics, px
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl
from hkj_desktop.ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.files.payload import Payload
    from hkj_desktop.ui.opened import Opened
    from hkj_desktop.uploads.compare import Comparison
    from hkj_desktop.uploads.known import Content

CHANGED, NEW, GONE = "changed", "new", "gone"
LEAST_HEIGHT = 260
WIDE, NARROW, NARROW_BELOW = {PRODUCT: 280, FIELD: 150}, {PRODUCT: 170, FIELD: 110}, 720
MOST_NEW = 1_000


class ChangesList(QWidget):
    """Hidden while there is nothing to show. Where nothing is known of the shop all is new, and needs no list."""

    def __init__(self, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self.model = model
        self.kinds = SegmentedControl(
            [
                Choice(CHANGED, self.tr("What changes")),
                Choice(NEW, self.tr("New")),
                Choice(GONE, self.tr("Not in this file")),
            ],
            spoken=self.tr("What to list"),
        )
        self.kinds.chosen.connect(self._show)
        self.table = DataTable()
        self.table.setModel(model)
        self.table.setMinimumHeight(px(LEAST_HEIGHT))
        self.table.setAccessibleName(self.tr("What changes"))
        head = self.table.horizontalHeader()
        for column in (BEFORE, AFTER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        add_copy(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_m)
        box.addWidget(self.kinds)
        box.addWidget(self.table, 1)
        self._gone: tuple[tuple[str, Content], ...] = ()
        self._new: tuple[tuple[str, Content], ...] = ()
        self._changes: tuple[Payload, Comparison] | None = None
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in (NARROW if self.width() < px(NARROW_BELOW) else WIDE).items():
            self.table.setColumnWidth(column, px(width))

    def show_nothing(self) -> None:
        self._changes, self._gone, self._new = None, (), ()
        self.model.set_products((), "")
        self.hide()

    def show_changes(self, file: Opened, comparison: Comparison | None, shop_id: str) -> None:
        """What ``comparison`` with that shop found; nothing where there is no change to tell."""
        if comparison is None or comparison.since is None:
            self.show_nothing()
            return
        payload = file.payloads[shop_id]
        self._changes = (payload, comparison)
        self._new = _named(payload, comparison.new)
        gone = len(comparison.gone)
        self._gone = comparison.gone_shown
        if file.put_back is not None:
            # A catalogue that puts something back holds that alone: all else is no longer "in the file".
            gone = len(file.put_back.added)
            self._gone = tuple((key, {}) for key in file.put_back.added)
        counts = {CHANGED: comparison.changed.len(), NEW: comparison.new.len(), GONE: gone}
        self._name(counts, put_back=file.put_back is not None)
        first = next((kind for kind, count in counts.items() if count), CHANGED)
        self.kinds.set_chosen(first)
        self._show()
        self.setVisible(any(counts.values()))

    def _name(self, counts: dict[str, int], *, put_back: bool) -> None:
        gone = self.tr("Cannot be deleted ({n})") if put_back else self.tr("Not in this file ({n})")
        self.kinds.set_text(CHANGED, self.tr("What changes ({n})").format(n=say.number(counts[CHANGED])))
        self.kinds.set_text(NEW, self.tr("New ({n})").format(n=say.number(counts[NEW])))
        self.kinds.set_text(GONE, gone.format(n=say.number(counts[GONE])))

    def _show(self) -> None:
        kind = self.kinds.chosen_key()
        if kind == GONE:
            self.model.set_products(self._gone, self.tr("Stays in the shop"))
        elif kind == NEW:
            self.model.set_products(self._new, self.tr("Will be added"))
        elif self._changes is not None:
            payload, comparison = self._changes
            self.model.set_changes(comparison.shown, payload.checked.fields, payload.names)


def _named(payload: Payload, units: pl.Series) -> tuple[tuple[str, Content], ...]:
    """The first units with these numbers, by their keys and titles."""
    entries = payload.entries(units.head(MOST_NEW)).select("key", "title_en", "title_ar").to_dicts()
    return tuple((one.pop("key") or "", one) for one in entries)
