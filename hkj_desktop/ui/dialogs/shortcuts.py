"""F1: the keys that this window knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from hkj_desktop.ui.dialogs.base import AROUND, Dialog
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Type, metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.labels import Label


class ShortcutsDialog(Dialog):
    """``actions``: those of the window, each with its text; the keys of fields and tables stand below them.
    ``guide_requested``: the person wants to read more."""

    guide_requested = Signal()

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(self.tr("Keyboard"), parent)
        self.body.addWidget(Label(self.tr("What the keys do"), Type.TITLE))
        keys = QKeySequence.StandardKey
        self.lines = [
            (_native(action.shortcut()), action.text()) for action in actions if not action.shortcut().isEmpty()
        ] + [
            (_native(QKeySequence(keys.Copy)), self.tr("Copy what is selected in a table")),
            (_native(QKeySequence(keys.Paste)), self.tr("Paste into the table, from Excel too")),
            (_native(QKeySequence("Ctrl+D")), self.tr("Fill the selected cells with the one on top")),
            (_native(QKeySequence(keys.Delete)), self.tr("Empty the selected cells")),
            (_key("F2"), self.tr("Change the cell, or double-click it")),
            (_key("Enter"), self.tr("In the list of problems: show the product in the table")),
            (_key("Esc"), self.tr("Empty the search field, or close a dialog")),
            (_key("Tab"), self.tr("Go on to the next field or button")),
            ("↑ ↓", self.tr("Go through the steps, a table, or a few choices")),
        ]
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics().space_xl)
        grid.setVerticalSpacing(metrics().space_m)
        for row, (shown, text) in enumerate(self.lines):
            grid.addWidget(Label(shown, Type.STRONG), row, 0)
            grid.addWidget(Label(text), row, 1)
        grid.setColumnStretch(1, 1)
        self._area = area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        guide = Button(self.tr("How it works"), Icon.BOOK_OPEN)
        guide.clicked.connect(self._on_guide)
        self.add_other(guide)
        self.add_close(Button(self.tr("Close"), kind=Kind.PRIMARY))
        area.setMinimumWidth(inside.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        others = self.body.sizeHint() - QSize(0, area.sizeHint().height())
        wanted = QSize(others.width(), others.height() + inside.sizeHint().height())
        self.resize(wanted.boundedTo(parent.window().size() - QSize(AROUND, AROUND)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """There is nothing in the list that could have the keyboard, so its keys are heard here."""
        bar = self._area.verticalScrollBar()
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            bar.setValue(bar.value() + (bar.pageStep() if event.key() == Qt.Key.Key_PageDown else -bar.pageStep()))
            return
        super().keyPressEvent(event)

    def _on_guide(self) -> None:
        self.close()
        self.guide_requested.emit()


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _key(name: str) -> str:
    """A single key in the words of this system and language."""
    return _native(QKeySequence(name)) or QCoreApplication.translate("QShortcut", name)
