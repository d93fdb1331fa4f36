"""Settings: language, look, what moves and what tells, where the files lie, help, and what this program is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop import __version__
from hkj_desktop.system.settings import SIZES, Digits, Settings, Theme
from hkj_desktop.system.settings import Choice as Left
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import isolate
from hkj_desktop.ui.i18n import LANGUAGES
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Type, metrics
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label
from hkj_desktop.ui.widgets.page_header import PageHeader


class SettingsPage(QWidget):
    """``changed(name, value)``: a field of Settings has another value; ``folder_requested``: show the data folder;
    ``guide_requested``, ``keys_requested``, ``support_requested``, ``about_requested``: help of these kinds.

    ``language``: the one in force, which need not be the one that is remembered.
    """

    changed = Signal(str, object)
    folder_requested = Signal()
    guide_requested = Signal()
    keys_requested = Signal()
    support_requested = Signal()
    about_requested = Signal()

    def __init__(self, data_folder: str, settings: Settings, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(m.space_xl)
        self._grid.setVerticalSpacing(m.space_m)
        self._grid.setColumnStretch(1, 1)
        self._add_language(settings, language)
        self._add_look(settings)
        look = Card()
        look.body.addLayout(self._grid)
        self.notices = QCheckBox(self.tr("Tell me when a long upload has ended while I do something else"))
        self.notices.setChecked(settings.notices)
        self.notices.toggled.connect(self._on_notices)
        look.body.addSpacing(m.space_s)
        look.body.addWidget(self.notices)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(PageHeader(self.tr("Settings")))
        for card in (look, self._help_card(), self._files_card(data_folder), self._about_card()):
            box.addWidget(card)
        box.addStretch(1)

    # -- language and look --------------------------------------------------------------------------------------------

    def _add_language(self, settings: Settings, language: str) -> None:
        self.language = self._add(
            "language",
            self.tr("Language"),
            [Choice(code, name) for code, name in LANGUAGES.items()],
            language,
        )
        self.digits = self._add(
            "digits",
            self.tr("Digits"),
            [Choice(Digits.LATIN, "1234"), Choice(Digits.ARABIC, "١٢٣٤")],
            settings.digits,
        )

    def _add_look(self, settings: Settings) -> None:
        computer = self.tr("As the computer")
        self.theme = self._add(
            "theme",
            self.tr("Look"),
            [
                Choice(Theme.SYSTEM, computer, Icon.MONITOR),
                Choice(Theme.LIGHT, self.tr("Light"), Icon.SUN),
                Choice(Theme.DARK, self.tr("Dark"), Icon.MOON),
            ],
            settings.theme,
        )
        on_off = [Choice(Left.SYSTEM, computer), Choice(Left.ON, self.tr("On")), Choice(Left.OFF, self.tr("Off"))]
        self.contrast = self._add("contrast", self.tr("High contrast"), on_off, settings.contrast)
        self.motion = self._add("motion", self.tr("Gentle movement"), on_off, settings.motion)
        sizes = [Choice(str(size), isolate(say.digits(f"{size}%"))) for size in SIZES]
        self.size_ = self._add("size", self.tr("Size of everything"), sizes, str(settings.size))

    def _add(self, name: str, title: str, choices: Sequence[Choice], chosen: str) -> SegmentedControl:
        control = SegmentedControl(choices, spoken=title)
        control.setObjectName(f"settings {name}")  # the focus comes back to it when the window is made anew
        control.set_chosen(chosen)
        control.chosen.connect(self._on_chosen)
        row = self._grid.rowCount()
        self._grid.addWidget(Label(title), row, 0)
        self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
        return control

    def _on_chosen(self, key: str) -> None:
        kinds = {"digits": Digits, "theme": Theme, "contrast": Left, "motion": Left, "size": int, "language": str}
        name = self.sender().objectName().removeprefix("settings ")
        self.changed.emit(name, kinds[name](key))

    def _on_notices(self, wanted: bool) -> None:
        self.changed.emit("notices", wanted)

    # -- help, files, about -------------------------------------------------------------------------------------------

    def _help_card(self) -> Card:
        card = Card()
        card.body.addWidget(Label(self.tr("Help"), Type.STRONG))
        row = QHBoxLayout()
        row.setSpacing(metrics().space_m)
        for text, icon, told in (
            (self.tr("How it works"), Icon.BOOK_OPEN, self.guide_requested),
            (self.tr("Keyboard"), Icon.KEYBOARD, self.keys_requested),
            (self.tr("Copy details for support"), Icon.LIFE_BUOY, self.support_requested),
        ):
            button = Button(text, icon)
            button.clicked.connect(told)
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        quiet = self.tr(
            "The details hold versions, counts and the end of the log; no key and nothing of your products."
        )
        card.body.addWidget(Label(quiet, quiet=True, wrap=True))
        return card

    def _files_card(self, data_folder: str) -> Card:
        card = Card()
        card.body.addWidget(Label(self.tr("Files of this program"), Type.STRONG))
        said = self.tr(
            "Settings, the record of uploads and the log. Keys are not among them: they are in the key store."
        )
        card.body.addWidget(Label(said, quiet=True, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(metrics().space_m)
        show = Button(self.tr("Show the folder"), Icon.FOLDER_OPEN)
        show.clicked.connect(self.folder_requested)
        shown = isolate(data_folder)
        row.addWidget(ElidedLabel(shown, Type.BODY, elide=Qt.TextElideMode.ElideMiddle), 1)
        row.addWidget(show)
        card.body.addLayout(row)
        return card

    def _about_card(self) -> Card:
        card = Card()
        about = Button(self.tr("About this program"), Icon.INFO)
        about.clicked.connect(self.about_requested)
        row = QHBoxLayout()
        row.addWidget(Label(self.tr("HKJ Desktop {version}").format(version=isolate(__version__)), Type.STRONG), 1)
        row.addWidget(about)
        card.body.addLayout(row)
        return card
