"""Every colour can be told from the ground it stands on: texts to be read, graphics to be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from hkj_desktop.system.paths import resource
from hkj_desktop.ui.theme import Role, Theme, Tone

#: WCAG 2.2: 1.4.3 and 1.4.6 for texts, 1.4.11 for what is no text.
READ, READ_WELL, SEEN = 4.5, 7.0, 3.0
GROUNDS = (Role.WINDOW, Role.SURFACE, Role.SURFACE_QUIET, Role.HOVER)
MOODS = (Tone.ERROR, Tone.WARN, Tone.GOOD)
WASHES = tuple(tone.wash for tone in (*MOODS, Tone.ACCENT))
Pair = tuple[Role, Role]

#: Ink and ground of texts and of icons, which are drawn in the inks of texts.
TEXTS: frozenset[Pair] = frozenset(
    {
        *((Role.TEXT, ground) for ground in (*GROUNDS, *WASHES, Role.PRESSED)),
        *((Role.TEXT_QUIET, ground) for ground in (*GROUNDS, Role.ACCENT_WASH, Role.PRESSED)),
        *((Role.ACCENT, ground) for ground in (*GROUNDS, Role.ACCENT_WASH)),
        # On the accent's wash: in a row or a card that is chosen.
        *((tone.ink, ground) for tone in MOODS for ground in (*GROUNDS, tone.wash, Role.ACCENT_WASH)),
        *((Role.ON_ACCENT, ground) for ground in (Role.ACCENT, Role.ACCENT_HOVER, Role.ACCENT_PRESSED)),
    }
)
#: Graphics that tell something by themselves. The keyboard's ring is in the accent, on filled buttons in the ink on it.
GRAPHICS: frozenset[Pair] = frozenset(
    {
        # The frame is all that shows a field, a box to tick and the place to drop a file.
        *((Role.BORDER_STRONG, ground) for ground in (*GROUNDS, Role.ACCENT_WASH)),
        # Parts of the stacked bar, of charts, and the frame of a card that is worth a look.
        *((bar, ground) for bar in (Role.BAR_READY, Role.BAR_WARN, Role.BAR_ERROR) for ground in GROUNDS),
        *((bar, Role.ACCENT_WASH) for bar in (Role.BAR_READY, Role.BAR_WARN, Role.BAR_ERROR)),
        # Bars of categories on their track.
        (Role.ACCENT, Role.PRESSED),
        (Role.TEXT_QUIET, Role.PRESSED),
        (Role.ACCENT, Role.ACCENT_WASH),
    }
)
#: In high contrast hairlines are frames, and what is disabled can still be made out.
FRAMES: frozenset[Pair] = frozenset(
    {
        *((Role.BORDER, ground) for ground in (*GROUNDS, *WASHES, Role.PRESSED)),
        *((Role.TEXT_DISABLED, ground) for ground in (*GROUNDS, Role.PRESSED)),
    }
)
#: Roles of which nothing has to be told apart, and why.
CARRY_NOTHING = {
    Role.SHADOW: "depth, for the eye alone",
    Role.VEIL: "lies over the window for a moment; what is to be read lies on a surface over it",
}
#: The same as long as contrast is not high.
CARRY_NOTHING_AS_A_RULE = {
    Role.BORDER: "a hairline beside a ground or a word that shows the same",
    Role.TEXT_DISABLED: "of what cannot be used no contrast is asked",
}
LOOKS = [(dark, contrast) for contrast in (False, True) for dark in (False, True)]
each_look = pytest.mark.parametrize(
    ("dark", "contrast"), LOOKS, ids=["light", "dark", "light high contrast", "dark high contrast"]
)


def luminance(color: QColor) -> float:
    """Relative luminance after WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = [linear(value) for value in (color.redF(), color.greenF(), color.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak(look: Theme, pairs: frozenset[Pair], least: float) -> dict[str, float]:
    """The pairs that do not reach it."""
    found = {f"{ink} on {ground}": ratio(look.color(ink), look.color(ground)) for ink, ground in sorted(pairs)}
    return {name: round(value, 2) for name, value in found.items() if value < least}


@each_look
def test_every_text_can_be_read(qapp: QApplication, dark: bool, contrast: bool) -> None:
    """Each ink of texts and icons reaches 4.5:1 on each ground that it stands on, in high contrast 7:1."""
    assert weak(Theme(dark, "", contrast=contrast), TEXTS, READ_WELL if contrast else READ) == {}


@each_look
def test_every_graphic_can_be_seen(qapp: QApplication, dark: bool, contrast: bool) -> None:
    """What tells something without words reaches 3:1 on its ground."""
    assert weak(Theme(dark, "", contrast=contrast), GRAPHICS, SEEN) == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_high_contrast_shows_every_frame(qapp: QApplication, dark: bool) -> None:
    """In high contrast each frame reaches 3:1 on whatever it lies, and so does what is disabled."""
    assert weak(Theme(dark, "", contrast=True), FRAMES, SEEN) == {}


@each_look
def test_shop_letters_can_be_read(qapp: QApplication, dark: bool, contrast: bool) -> None:
    """The letter of each shop can be read on its badge, its dot seen in every row, and no two badges are the same."""
    look = Theme(dark, "", contrast=contrast)
    shops = [look.shop_colors(number) for number in range(6)]
    assert all(ratio(ink, wash) >= (READ_WELL if contrast else READ) for ink, wash in shops)
    assert all(ratio(ink, look.color(ground)) >= SEEN for ink, _ in shops for ground in (*GROUNDS, Role.ACCENT_WASH))
    assert len({wash.name() for _, wash in shops}) == len(shops)


def test_no_colour_is_forgotten() -> None:
    """Each role is ink or ground of a pair above, or says why nothing has to be told apart by it; never both."""
    usual = {role for pair in TEXTS | GRAPHICS for role in pair}
    high = usual | {role for pair in FRAMES for role in pair}
    assert usual | CARRY_NOTHING.keys() | CARRY_NOTHING_AS_A_RULE.keys() == set(Role)
    assert high | CARRY_NOTHING.keys() == set(Role)
    assert not usual & (CARRY_NOTHING.keys() | CARRY_NOTHING_AS_A_RULE.keys())
    assert not high & CARRY_NOTHING.keys()


def rules() -> Iterator[tuple[str, str]]:
    """Selector and body of each rule of the sheets."""
    for name in ("style.qss", "contrast.qss"):
        sheet = re.sub(r"/\*.*?\*/", "", resource("theme", name).read_text(encoding="utf-8"), flags=re.DOTALL)
        sheet = re.sub(r"\$\{(\w+)\}", r"$\1", sheet)
        yield from re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)


def test_every_pair_of_the_sheet_is_looked_at() -> None:
    """Where one rule of the style sheet gives both ink and ground, the pair is among those above."""
    found = set()
    for selector, body in rules():
        ink, ground = (re.search(rf"(?<![-\w]){name}: \$(\w+)", body) for name in ("color", "background"))
        if ink is not None and ground is not None and "disabled" not in selector:
            found.add((Role(ink[1]), Role(ground[1])))
    assert len(found) >= 5
    assert found <= TEXTS


def test_every_tone_has_its_pair() -> None:
    """Ink and wash of each tone are among the pairs of texts."""
    assert {(tone.ink, tone.wash) for tone in Tone} <= TEXTS
