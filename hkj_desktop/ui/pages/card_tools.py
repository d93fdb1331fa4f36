"""How the cards are shown: their size, their languages, their order, in groups or not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from hkj_desktop.ui.delegates.card import BOTH, LARGE, MEDIUM, SMALL
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.card_model import CardModel, Order
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.card_view import CardView
from hkj_desktop.ui.words import QT_TRANSLATE_NOOP

_SIZES = {
    SMALL: QT_TRANSLATE_NOOP("CardTools", "Small cards"),
    MEDIUM: QT_TRANSLATE_NOOP("CardTools", "Medium cards"),
    LARGE: QT_TRANSLATE_NOOP("CardTools", "Large cards"),
}
_LANGUAGES = {
    BOTH: QT_TRANSLATE_NOOP("CardTools", "Both languages"),
    "ar": QT_TRANSLATE_NOOP("CardTools", "Arabic only"),
    "en": QT_TRANSLATE_NOOP("CardTools", "English only"),
}
_ORDERS = {
    Order.FILE: QT_TRANSLATE_NOOP("CardTools", "In the order of the file"),
    Order.TITLE: QT_TRANSLATE_NOOP("CardTools", "By title"),
    Order.PRICE: QT_TRANSLATE_NOOP("CardTools", "By price"),
    Order.STOCK: QT_TRANSLATE_NOOP("CardTools", "By stock"),
}


class CardTools(Button):
    """A button with the choices in its menu. ``glance_wanted(bool)``: the charts are to be shown, or not; ``photos``:
    a folder of photos is to be looked at; ``pictures``: all pictures are to be checked."""

    glance_wanted = Signal(bool)
    photos_requested = Signal()
    check_requested = Signal()

    def __init__(self, view: CardView, model: CardModel, parent: QWidget | None = None) -> None:
        super().__init__("", Icon.EYE, kind=Kind.GHOST, parent=parent)
        self.setText(self.tr("View"))
        self.setAccessibleName(self.tr("How cards are shown"))
        self._view, self._model = view, model
        menu = QMenu(self)
        self._choices(menu, _SIZES, MEDIUM, view.set_size)
        self._choices(menu, _LANGUAGES, BOTH, view.set_languages)
        self._choices(menu, _ORDERS, Order.FILE, model.set_order)
        self.grouped = menu.addAction(self.tr("Group by category"))
        self.grouped.setCheckable(True)
        self.grouped.toggled.connect(model.set_grouped)
        self.glance = menu.addAction(self.tr("Show the charts"))
        self.glance.setCheckable(True)
        self.glance.setChecked(True)
        self.glance.toggled.connect(self.glance_wanted)
        menu.addSeparator()
        self.check = menu.addAction(self.tr("Check all pictures"), self.check_requested.emit)
        menu.addAction(self.tr("Match a folder of photos…"), self.photos_requested.emit)
        self.setMenu(menu)

    def take_over(self, old: CardTools) -> None:
        """Choose what is chosen in ``old``."""
        for mine, other in zip(self.menu().actions(), old.menu().actions(), strict=True):
            if other.isChecked() != mine.isChecked() and (other.isChecked() or mine.actionGroup() is None):
                mine.trigger()

    def _choices(self, menu: QMenu, words: dict, first: object, then: object) -> None:  # type: ignore[type-arg]
        group = QActionGroup(self)
        for key, text in words.items():
            action = menu.addAction(QCoreApplication.translate("CardTools", text))
            action.setCheckable(True)
            action.setChecked(key == first)
            action.setData(key)
            group.addAction(action)
        group.triggered.connect(lambda action: then(action.data()))  # type: ignore[operator]
        menu.addSeparator()
