"""Step 2: choose a catalogue. The drop area is the page; what stood in the way of reading stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hkj_desktop.errors import AppError
from hkj_desktop.system.settings import RecentFile
from hkj_desktop.ui import say
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Role, Tone, Type, metrics
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.drop_area import DropArea
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label
from hkj_desktop.ui.widgets.page_header import PageHeader
from hkj_desktop.ui.widgets.progress_panel import Spinner

SHOWN_RECENT = 3
#: A file that is read sooner needs no word about it.
BUSY_AFTER_MS = 300


class FilePage(QWidget):
    """``browse_requested``, ``sample_requested``, ``template_requested(lang)``, ``open_requested(path)``,
    ``stop_requested``, ``details_requested(AppError)``."""

    browse_requested = Signal()
    sample_requested = Signal()
    template_requested = Signal(str)
    open_requested = Signal(str)
    stop_requested = Signal()
    details_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._error: AppError | None = None
        self._reading = ""
        self._message = Banner(close_name=self.tr("Close"))
        copy = Button(self.tr("Copy details"), Icon.COPY)
        copy.clicked.connect(lambda: self.details_requested.emit(self._error))
        self._message.add_button(copy)
        self._message.hide()
        self._area = DropArea(
            self.tr("Drop your file anywhere in this window"), self.tr("Your file is only read. It is never changed.")
        )
        self.browse = Button(self.tr("Browse…"), Icon.FOLDER_OPEN, kind=Kind.PRIMARY, main=True)
        self.browse.clicked.connect(self.browse_requested)
        self.sample = Button(self.tr("Try with sample products"), Icon.SPARKLES, main=True)
        self.sample.clicked.connect(self.sample_requested)
        self._area.set_buttons([self.browse, self.sample])
        self._busy = BusyCard(self.tr("Stop"))
        self._busy.stop.clicked.connect(self.stop_requested)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._area)
        self._middle.addWidget(self._busy)
        self._recent = RecentCard(self.tr("Recent files"), self.tr("Open"))
        self._recent.chosen.connect(self.open_requested)
        below = QHBoxLayout()
        below.setSpacing(m.space_l)
        below.addWidget(self._recent, 4)
        below.addWidget(self._template_card(), 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(
            PageHeader(
                self.tr("Choose your catalogue"),
                self.tr("Excel, CSV, JSON or XML, from your till, your old shop or your own list."),
            )
        )
        box.addWidget(self._message)
        box.addWidget(self._middle, 1)
        box.addLayout(below)
        self._later = QTimer(self, interval=BUSY_AFTER_MS, singleShot=True)
        self._later.timeout.connect(lambda: self._middle.setCurrentWidget(self._busy))

    def _template_card(self) -> Card:
        card = Card(padding=metrics().space_l)
        card.body.addWidget(Label(self.tr("Start from an empty list"), Type.STRONG))
        card.body.addWidget(Label(self.tr("A workbook with the right columns and an example."), quiet=True, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(metrics().space_m)
        for code, text in (("en", self.tr("English headers")), ("ar", "عناوين عربية")):
            button = Button(text, Icon.DOWNLOAD)
            button.clicked.connect(lambda _checked=False, code=code: self.template_requested.emit(code))
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addStretch(1)
        return card

    def take_over(self, old: FilePage) -> None:
        """Say what ``old`` says: that a file is read, or why one cannot be used."""
        if old._error is not None and old.message():
            self.show_error(old._error)
        if old._reading:
            self.set_busy(old._reading)

    def set_busy(self, name: str) -> None:
        """Say that ``name`` is being read, if that takes longer than a moment."""
        self._reading = name
        self._message.hide()
        self._busy.set_text(self.tr("Reading and checking {name}").format(name=name))
        self._later.start()

    def set_idle(self) -> None:
        self._reading = ""
        self._later.stop()
        self._middle.setCurrentWidget(self._area)

    def show_error(self, error: AppError) -> None:
        """Say why the file cannot be used, and what to do."""
        self._error = error
        self.set_idle()
        words = say.error(error)
        self._message.set_message(f"{words.explanation} {words.todo}", Tone.ERROR, title=words.title)
        self._message.show()

    def show_words(self, title: str, text: str) -> None:
        """Say why what was dropped is not taken."""
        self._error = None
        self.set_idle()
        self._message.set_message(text, Tone.ERROR, title=title)
        self._message.show()

    def message(self) -> str:
        """What the error says, empty while there is none."""
        return self._message.accessibleName() if not self._message.isHidden() else ""

    def set_recent(self, files: Sequence[RecentFile]) -> None:
        lines = []
        for file in files[:SHOWN_RECENT]:
            products = self.tr("%n product(s)", "", file.products)
            end = say.outcome(file.outcome) if file.outcome else self.tr("not sent yet")
            lines.append((file.path, Path(file.path).name, f"{products} · {end}"))
        self._recent.set_files(lines, self.tr("The files that you open stand here."))


class BusyCard(Card):
    """A file is being read."""

    def __init__(self, stop: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label("", Type.LEAD)
        self.stop = Button(stop, Icon.X)
        row = QHBoxLayout()
        row.setSpacing(metrics().space_m)
        row.addStretch(1)
        row.addWidget(Spinner())
        row.addWidget(self._text)
        row.addStretch(1)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(metrics().space_l)
        self.body.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)

    def set_text(self, text: str) -> None:
        self._text.setText(text)


class RecentCard(Card):
    """``chosen(path)``: open one again."""

    chosen = Signal(str)

    def __init__(self, title: str, open_word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=metrics().space_l)
        self._open_word = open_word
        self.body.addWidget(Label(title, Type.STRONG))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(metrics().space_xs)
        self._held: list[QWidget] = []
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def set_files(self, files: Sequence[tuple[str, str, str]], empty: str) -> None:
        """(path, name, line) of each; ``empty`` stands there while there is none."""
        for old in self._held:
            old.hide()
            old.deleteLater()
        self._held = [self._row(*file) for file in files] or [Label(empty, quiet=True, wrap=True)]
        for widget in self._held:
            self._rows.addWidget(widget)

    def _row(self, path: str, name: str, line: str) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().space_m)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(name, Type.BODY, elide=Qt.TextElideMode.ElideMiddle))
        words.addWidget(ElidedLabel(line, Type.SMALL, color=Role.TEXT_QUIET))
        button = Button(self._open_word, kind=Kind.GHOST)
        button.setAccessibleName(f"{self._open_word} {name}")
        button.clicked.connect(lambda: self.chosen.emit(path))
        box.addWidget(IconLabel(Icon.FILE_SPREADSHEET, Role.GOOD))
        box.addLayout(words, 1)
        box.addWidget(button)
        return row
