"""What stands above the list of a checked catalogue: columns that nobody understood, and prices that read in two
ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate, isolate_auto
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Tone, metrics
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.question import Answer, Question

if TYPE_CHECKING:
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.mapping import Match

SPLIT, KEEP = "split", "keep"


class CheckNotices(QWidget):
    """``match_requested``: open the column matcher; ``answered(key, notation)``: how the prices of a column are
    written; ``split_answered(key, wanted)``: whether its titles are two titles each."""

    match_requested = Signal()
    answered = Signal(str, str)
    split_answered = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = self._split_key = ""
        self._missing = Banner()
        match = Button(self.tr("Match the columns…"), Icon.COLUMNS)
        match.clicked.connect(self.match_requested)
        self._missing.add_button(match)
        self.question = Question()
        self.question.answered.connect(lambda notation: self.answered.emit(self._key, notation))
        self.split = Question()
        self.split.answered.connect(lambda answer: self.split_answered.emit(self._split_key, answer == SPLIT))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().space_s)
        box.addWidget(self._missing)
        box.addWidget(self.question)
        box.addWidget(self.split)
        self.hide()

    def show_for(self, checked: Checked) -> None:
        """Say what has to be said of ``checked``, or nothing."""
        # What parting the titles would fill is asked below, and not told as missing.
        asked = {match.split.other for match in checked.mapping.splittable if match.split is not None}
        missing = [
            say.field(field.name)
            for field in checked.fields.fields
            if field.required and checked.mapping.column_of(field.name) is None and field.name not in asked
        ]
        spare = any(match.field is None for match in checked.mapping.matches)
        self._missing.setVisible(bool(missing))
        if missing:
            names = say.listed(missing)
            text = (
                self.tr("If one of your columns holds it, say which: {fields}")
                if spare
                else self.tr("Your file has no column for it, so no product can be sent yet. Add one for: {fields}")
            )
            title = self.tr("Something that the shop needs is missing in every row")
            self._missing.set_message(text.format(fields=names), Tone.WARN, title=title)
        unclear = next(iter(checked.mapping.unclear), None)
        self.question.setVisible(unclear is not None)
        if unclear is not None:
            self._ask(unclear)
        double = next(iter(checked.mapping.splittable), None)
        self.split.setVisible(double is not None)
        if double is not None:
            self._ask_split(double)
        self.setVisible(bool(missing or unclear or double))

    def _ask_split(self, match: Match) -> None:
        from hkj_desktop.catalog.languages import split_titles

        self._split_key = match.column.key
        example = (match.split.example if match.split else None) or ""
        parts = split_titles(example) or (example, "")
        header = isolate_auto(display_safe(match.column.header, 60))
        title = self.tr("“{column}” holds two titles in each cell. Part them?").format(column=header)
        text = self.tr("{example} would become {arabic} and {english}.")
        shown = (isolate_auto(display_safe(part, 60)) for part in (example, *parts))
        said = text.format(**dict(zip(("example", "arabic", "english"), shown, strict=True)))
        answers = [Answer(SPLIT, self.tr("Part them")), Answer(KEEP, self.tr("Leave them together"))]
        self.split.ask(title, said, answers)

    def _ask(self, match: Match) -> None:
        from hkj_desktop.catalog.cleaning import Notation
        from hkj_desktop.catalog.notation import reading_back

        self._key = match.column.key
        example = (match.reading.example if match.reading else None) or ""
        units = {
            Notation.DINARS_COMMA: self.tr("in dinars, with a decimal comma"),
            Notation.DINARS_GROUPED: self.tr("in dinars"),
            Notation.FILS: self.tr("in fils"),
            Notation.PIASTRES: self.tr("in piastres"),
        }
        answers: list[Answer] = []
        seen: set[str] = set()
        likely = match.reading.notation if match.reading else None
        for notation, words in sorted(units.items(), key=lambda unit: unit[0] is not likely):
            read = reading_back(example, notation)
            if read is None or read in seen:
                continue
            seen.add(read)
            text = self.tr("{price} ({unit})").format(price=say.money(say.digits(read)), unit=words)
            answers.append(Answer(notation.value, text))
        header = isolate_auto(display_safe(match.column.header, 60))
        title = self.tr("How are the prices in “{column}” written?").format(column=header)
        text = self.tr("{example} can be read in more than one way, and we do not guess with prices. It is:")
        self.question.ask(title, text.format(example=isolate(display_safe(example, 40))), answers)
