"""What a look is made of: what colours, texts and measures are for, and their values from ``resources/theme``.

Imported through :mod:`hkj_desktop.ui.theme`, which knows the look that is in force.
"""

from __future__ import annotations

import tomllib
import zlib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase

from hkj_desktop.system.paths import resource

MIDDLE = (500, 600)  # weights of buttons and rail
WHOLE = 100  # per cent


class Role(StrEnum):
    """What a colour is for; its value is the token's name in tokens.toml."""

    WINDOW = "window"
    SURFACE = "surface"
    SURFACE_QUIET = "surface_quiet"
    HOVER = "hover"
    PRESSED = "pressed"
    BORDER = "border"
    BORDER_STRONG = "border_strong"
    TEXT = "text"
    TEXT_QUIET = "text_quiet"
    TEXT_DISABLED = "text_disabled"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_PRESSED = "accent_pressed"
    ON_ACCENT = "on_accent"
    ACCENT_WASH = "accent_wash"
    ERROR = "error"
    ERROR_WASH = "error_wash"
    WARN = "warn"
    WARN_WASH = "warn_wash"
    GOOD = "good"
    GOOD_WASH = "good_wash"
    BAR_READY = "bar_ready"
    BAR_WARN = "bar_warn"
    BAR_ERROR = "bar_error"
    SHADOW = "shadow"
    VEIL = "veil"


class Tone(StrEnum):
    """How something is meant: the colour of a message, a pill or a figure, and the wash under it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    ERROR = "error"

    @property
    def ink(self) -> Role:
        return Role.TEXT_QUIET if self is Tone.NEUTRAL else Role(self.value)

    @property
    def wash(self) -> Role:
        return Role.HOVER if self is Tone.NEUTRAL else Role(f"{self.value}_wash")


class Type(StrEnum):
    """Size and weight of a text; its value is the token's name in tokens.toml."""

    CAPTION = "caption"
    SMALL = "small"
    BODY = "body"
    STRONG = "strong"
    BUTTON = "button"
    BUTTON_MAIN = "button_main"
    HEADING = "heading"
    LEAD = "lead"
    PRICE = "price"
    TITLE = "title"
    FIGURE = "figure"


class Mode(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Metrics:
    """Logical pixels, in the size that the person chose; the same in light and dark.

    ``line``: of the frame of a control or a card; ``ring``: of where the keyboard is. High contrast has both thicker.
    """

    line: int
    ring: int

    space_xs: int
    space_s: int
    space_m: int
    space_l: int
    space_xl: int
    space_xxl: int
    page_margin: int
    radius_control: int
    radius_card: int
    radius_drop: int
    control: int
    control_main: int
    chip: int
    rail: int
    step_row: int
    table_head: int
    table_row: int
    table_row_tall: int
    icon: int
    banner: int
    footer: int


@cache
def _tokens() -> dict[str, Any]:
    return tomllib.loads(resource("theme", "tokens.toml").read_text(encoding="utf-8"))


def scaled(number: float, size: int) -> int:
    """A measure of the design in a ``size`` of so many per cent."""
    return round(number * size / WHOLE)


@cache
def measures(size: int = WHOLE, *, contrast: bool = False) -> Metrics:
    """The measures of tokens.toml. Frames and rings grow by whole pixels only: one of 1.5 would be a blur."""
    given: dict[str, int] = _tokens()["metrics"]
    lines: dict[str, int] = _tokens()["contrast" if contrast else "plain"]
    grown = {name: scaled(number, size) for name, number in given.items()}
    return Metrics(**grown, **{name: number * size // WHOLE for name, number in lines.items()})


class Theme:
    """One look: colours, fonts and measures. Read-only; do not change a QColor or QFont that you are handed.

    ``contrast``: high contrast; ``size`` of everything, in per cent; ``reduced_motion``: nothing moves by itself;
    ``fades``: pages and notices come gently.
    """

    def __init__(
        self,
        dark: bool,
        family: str,
        reduced_motion: bool = False,
        *,
        contrast: bool = False,
        size: int = WHOLE,
        fades: bool = False,
    ) -> None:
        self.dark = dark
        self.family = family
        self.reduced_motion = reduced_motion
        self.fades = fades and not reduced_motion
        self.contrast = contrast
        self.size = size
        self.name = ("dark" if dark else "light") + ("_contrast" if contrast else "")
        #: What palette and style sheet follow from, and everything that a theme is.
        self.looks = (self.name, size, family)
        self.key = (*self.looks, self.reduced_motion, self.fades)
        self.metrics = measures(size, contrast=contrast)
        self._colors = {role: QColor(_tokens()[self.name][role.value]) for role in Role}
        self._shops = [(QColor(ink), QColor(wash)) for ink, wash in (s[self.name] for s in _tokens()["shop"])]
        between = _has_middle_weight(family)
        styles = ((style, *_tokens()["type"][style.value]) for style in Type)
        self._fonts = {style: _font(family, between, scaled(high, size), weight) for style, high, weight in styles}

    def color(self, role: Role) -> QColor:
        return self._colors[role]

    def outline(self, role: Role = Role.BORDER) -> QColor | None:
        """The line around what shows by its ground alone; None where contrast is not high and grounds are enough."""
        return self._colors[role] if self.contrast else None

    def font(self, style: Type) -> QFont:
        return self._fonts[style]

    def px(self, number: float) -> int:
        """A measure of the design, in the size that the person chose."""
        return scaled(number, self.size)

    def shop_colors(self, number: int) -> tuple[QColor, QColor]:
        """Letter and ground of a shop's badge; 0 is the practice shop."""
        return self._shops[number % len(self._shops)]


def shop_color_number(profile_id: str) -> int:
    """A colour for a shop that stays the same from start to start; never the practice shop's."""
    return 1 + zlib.crc32(profile_id.encode()) % (len(_tokens()["shop"]) - 1)


@cache
def _has_middle_weight(family: str) -> bool:
    """Whether the system's font has a face between regular and bold; many have none, and take 550 for bold."""
    weights = (QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family))
    return any(MIDDLE[0] <= weight <= MIDDLE[1] for weight in weights)


def _font(family: str, between: bool, high: int, weight: int) -> QFont:
    font = QFont(family) if family else QFont()
    font.setPixelSize(high)
    middle = MIDDLE[0] <= weight < MIDDLE[1]
    font.setWeight(QFont.Weight.Normal if middle and not between else QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width, so that columns and counters stand still
    return font
