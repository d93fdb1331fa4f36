"""Where one catalogue goes, shop by shop: which have it, which is under way, which wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Tone, Type, metrics
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.labels import Label

LONGEST_NAME = 60
_ICONS = {Tone.GOOD: Icon.CIRCLE_CHECK, Tone.ERROR: Icon.CIRCLE_X, Tone.WARN: Icon.CIRCLE_ALERT, Tone.ACCENT: Icon.SEND}


@dataclass(frozen=True, slots=True)
class LegLine:
    """One shop: its name, what is to be told of it, and the tone of that; NEUTRAL: it waits."""

    name: str
    words: str
    tone: Tone


class LegList(Card):
    """A line for each shop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setSpacing(metrics().space_s)
        self._lines: list[tuple[IconLabel, Label, Label]] = []
        self.hide()

    def set_legs(self, legs: Sequence[LegLine]) -> None:
        while len(self._lines) < len(legs):
            self._lines.append(self._new_line())
        for at, (icon, name, words) in enumerate(self._lines):
            shown = at < len(legs)
            for part in (icon, name, words):
                part.setVisible(shown)
            if shown:
                leg = legs[at]
                icon.set_icon(_ICONS.get(leg.tone, Icon.CIRCLE_DASHED), leg.tone.ink)
                name.setText(isolate_auto(display_safe(leg.name, LONGEST_NAME)))
                words.setText(leg.words)
        self.setAccessibleDescription(say.listed(f"{leg.name}: {leg.words}" for leg in legs))

    def texts(self) -> list[str]:
        """What the lines say of their shops."""
        return [words.text() for _, _, words in self._lines if words.isVisibleTo(self)]

    def _new_line(self) -> tuple[IconLabel, Label, Label]:
        line = (IconLabel(Icon.CIRCLE_DASHED, Tone.NEUTRAL.ink, metrics().icon), Label("", Type.STRONG), Label(""))
        row = QHBoxLayout()
        row.setSpacing(metrics().space_m)
        row.addWidget(line[0])
        row.addWidget(line[1])
        row.addStretch(1)
        row.addWidget(line[2])
        self.body.addLayout(row)
        return line
