"""The style sheet and the palette of a look, for Qt's own widgets and for what no style sheet reaches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from string import Template

from PySide6.QtCore import QDir, QFile, QIODevice
from PySide6.QtGui import QColor, QPalette

from hkj_desktop.system.paths import resource
from hkj_desktop.ui.theme_parts import WHOLE, Metrics, Role, Theme, Type

#: ``15px``, ``15px-line``, ``34px-2ring``: a measure of the design, less the frame around it or the ring in its place.
_LENGTH = re.compile(r"(radius: )?\b(\d+)px(?:-(2?)(line|ring)\b)?")

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


def write_images(theme: Theme, folder: QDir) -> str:
    """Write the small pictures of the style sheet in this theme's colours; return what their names begin with."""
    prefix = folder.filePath(f"{theme.name}-")
    for image, (drawing, role, stroke) in _SHEET_IMAGES.items():
        colored = recolor_svg(resource(*drawing).read_text(encoding="utf-8"), theme.color(role), stroke)
        file = QFile(f"{prefix}{image}.svg")
        if file.open(QIODevice.OpenModeFlag.WriteOnly):
            file.write(colored)
            file.close()
    return prefix


def style_sheet(theme: Theme, image_prefix: str) -> str:
    """The sheet of ``resources/theme`` in this theme's size, with its values in place of ``$names``."""
    values: dict[str, str] = {role.value: _css(theme.color(role)) for role in Role}
    values |= {part.name: str(getattr(theme.metrics, part.name)) for part in fields(Metrics)}
    for style in Type:
        font = theme.font(style)
        values[f"{style.value}_font"] = f"font-size: {font.pixelSize()}px; font-weight: {font.weight().value}"
    values["image"] = image_prefix
    sheets = ("style.qss", "contrast.qss") if theme.contrast else ("style.qss",)
    text = "".join(resource("theme", sheet).read_text(encoding="utf-8") for sheet in sheets)
    return Template(_LENGTH.sub(lambda found: _length(theme, found), text)).substitute(values)


def _length(theme: Theme, found: re.Match[str]) -> str:
    radius, number, twice, less = found.groups()
    if radius:  # rounded down: of one that is more than half of a height, Qt makes a square corner
        return f"{radius}{int(number) * theme.size // WHOLE}px"
    taken = getattr(theme.metrics, less) * (2 if twice else 1) if less else 0
    return f"{max(theme.px(int(number)) - taken, 0)}px"


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
