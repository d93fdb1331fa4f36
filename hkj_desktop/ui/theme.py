"""Every colour, font and measure of the window, read from ``resources/theme``.

Widgets ask :func:`current` when they paint and :func:`metrics` when they lay out; they keep no colour. The
one :class:`ThemeManager`, made in ``app.py``, sets palette and style sheet and says when they changed.
"""

from __future__ import annotations

import re
import tomllib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from string import Template
from typing import Any

from PySide6.QtCore import QDir, QFile, QIODevice, QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from hkj_desktop.system.paths import resource

MIDDLE = (500, 600)  # weights of buttons and rail


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
    """Logical pixels; the same in light and dark."""

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


@cache
def metrics() -> Metrics:
    """The measures of tokens.toml."""
    return Metrics(**_tokens()["metrics"])


class Theme:
    """One look: colours and fonts. Read-only; do not change a QColor or QFont that you are handed."""

    def __init__(self, dark: bool, family: str, reduced_motion: bool = False) -> None:
        self.dark = dark
        self.family = family
        self.reduced_motion = reduced_motion
        name = "dark" if dark else "light"
        self._colors = {role: QColor(_tokens()[name][role.value]) for role in Role}
        self._shops = [(QColor(ink), QColor(wash)) for ink, wash in (s[name] for s in _tokens()["shop"])]
        between = _has_middle_weight(family)
        self._fonts = {style: _font(family, between, *_tokens()["type"][style.value]) for style in Type}

    def color(self, role: Role) -> QColor:
        return self._colors[role]

    def font(self, style: Type) -> QFont:
        return self._fonts[style]

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


def _font(family: str, between: bool, size: int, weight: int) -> QFont:
    font = QFont(family) if family else QFont()
    font.setPixelSize(size)
    middle = MIDDLE[0] <= weight < MIDDLE[1]
    font.setWeight(QFont.Weight.Normal if middle and not between else QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width, so that columns and counters stand still
    return font


_manager: ThemeManager | None = None


@cache
def _default_theme() -> Theme:
    return Theme(dark=False, family=QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family())


def current() -> Theme:
    """The theme in force; the light one as long as no manager was made."""
    return _manager.theme if _manager is not None else _default_theme()


def manager() -> ThemeManager | None:
    """The manager in force, for what must be told of a change (icons that Qt keeps)."""
    return _manager if _manager is not None and isValid(_manager) else None


class ThemeManager(QObject):
    """Sets the look of the whole program and follows the system's light and dark while it runs."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM, reduced_motion: bool = False) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._reduced_motion = reduced_motion
        self._family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._images = QTemporaryDir()  # the style sheet can only name files, and its arrows have our colours
        self._dark: bool | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        global _manager  # noqa: PLW0603 - one look for a process, as QApplication itself
        _manager = self
        self.theme = Theme(dark=False, family=self._family, reduced_motion=reduced_motion)
        self.set_mode(mode)

    @property
    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Light, dark, or what the system says. The frame that the system draws follows too."""
        self._mode = mode
        scheme = {
            Mode.SYSTEM: Qt.ColorScheme.Unknown,
            Mode.LIGHT: Qt.ColorScheme.Light,
            Mode.DARK: Qt.ColorScheme.Dark,
        }[mode]
        self._app.styleHints().setColorScheme(scheme)
        self._apply()

    @Slot()
    def _on_scheme_changed(self) -> None:
        self._apply()

    def _wants_dark(self) -> bool:
        if self._mode is Mode.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode is Mode.DARK

    def _apply(self) -> None:
        dark = self._wants_dark()
        if dark == self._dark:
            return
        self._dark = dark
        self.theme = Theme(dark, self._family, self._reduced_motion)
        self._app.setFont(self.theme.font(Type.BODY))
        self._app.setPalette(palette(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme, self._write_images()))
        self.changed.emit()

    def _write_images(self) -> str:
        """Write the small pictures of the style sheet in this theme's colours; return the folder."""
        folder = QDir(self._images.path())
        name = "dark" if self.theme.dark else "light"
        for image, (drawing, role, stroke) in _SHEET_IMAGES.items():
            svg = resource(*drawing).read_text(encoding="utf-8")
            colored = recolor_svg(svg, self.theme.color(role), stroke)
            file = QFile(folder.filePath(f"{name}-{image}.svg"))
            if file.open(QIODevice.OpenModeFlag.WriteOnly):
                file.write(colored)
                file.close()
        return folder.filePath(f"{name}-")


# Name in the style sheet → drawing, colour, stroke width.
_SHEET_IMAGES = {
    "check": (("icons", "check.svg"), Role.ON_ACCENT, 2.4),
    "minus": (("icons", "minus.svg"), Role.ON_ACCENT, 2.4),
    "dot": (("theme", "dot.svg"), Role.ON_ACCENT, 0),
    "down": (("icons", "chevron-down.svg"), Role.TEXT_QUIET, 1.9),
    "down-off": (("icons", "chevron-down.svg"), Role.TEXT_DISABLED, 1.9),
    "up": (("icons", "chevron-up.svg"), Role.TEXT_QUIET, 1.9),
    "left": (("icons", "chevron-left.svg"), Role.TEXT_QUIET, 1.9),
    "right": (("icons", "chevron-right.svg"), Role.TEXT_QUIET, 1.9),
    "menu-check": (("icons", "check.svg"), Role.ACCENT, 1.9),
}


def recolor_svg(svg: str, color: QColor, stroke: float) -> bytes:
    """A Lucide drawing in one colour and stroke width (in its own 24 units)."""
    inked = svg.replace("currentColor", color.name(QColor.NameFormat.HexRgb))
    return re.sub(r'stroke-width="[^"]*"', f'stroke-width="{stroke}"', inked, count=1).encode()


def style_sheet(theme: Theme, image_prefix: str) -> str:
    """The sheet of ``resources/theme/style.qss`` with this theme's values in place of ``$names``."""
    values: dict[str, str] = {role.value: _css(theme.color(role)) for role in Role}
    values |= {part.name: str(getattr(metrics(), part.name)) for part in fields(Metrics)}
    for style in Type:
        font = theme.font(style)
        values[f"{style.value}_font"] = f"font-size: {font.pixelSize()}px; font-weight: {font.weight().value}"
    values["image"] = image_prefix
    return Template(resource("theme", "style.qss").read_text(encoding="utf-8")).substitute(values)


def _css(color: QColor) -> str:
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"


def palette(theme: Theme) -> QPalette:
    """The same colours for what no style sheet reaches: item views, native-looking dialogs, placeholders."""
    group = QPalette.ColorGroup
    roles: Mapping[QPalette.ColorRole, Role] = {
        QPalette.ColorRole.Window: Role.WINDOW,
        QPalette.ColorRole.WindowText: Role.TEXT,
        QPalette.ColorRole.Base: Role.SURFACE,
        QPalette.ColorRole.AlternateBase: Role.SURFACE_QUIET,
        QPalette.ColorRole.Text: Role.TEXT,
        QPalette.ColorRole.Button: Role.SURFACE,
        QPalette.ColorRole.ButtonText: Role.TEXT,
        QPalette.ColorRole.BrightText: Role.ERROR,
        QPalette.ColorRole.ToolTipBase: Role.SURFACE,
        QPalette.ColorRole.ToolTipText: Role.TEXT,
        QPalette.ColorRole.PlaceholderText: Role.TEXT_QUIET,
        QPalette.ColorRole.Highlight: Role.ACCENT,
        QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
        QPalette.ColorRole.Accent: Role.ACCENT,
        QPalette.ColorRole.Link: Role.ACCENT,
        QPalette.ColorRole.LinkVisited: Role.ACCENT,
        QPalette.ColorRole.Light: Role.SURFACE,
        QPalette.ColorRole.Midlight: Role.HOVER,
        QPalette.ColorRole.Mid: Role.BORDER,
        QPalette.ColorRole.Dark: Role.BORDER_STRONG,
        QPalette.ColorRole.Shadow: Role.BORDER_STRONG,
    }
    made = QPalette()
    for place, role in roles.items():
        made.setColor(place, theme.color(role))
    for place in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(group.Disabled, place, theme.color(Role.TEXT_DISABLED))
    return made
