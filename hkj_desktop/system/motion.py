"""What the computer says of moving pictures and of the ground of its windows, where Qt does not tell."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Of Windows: SPI_GETCLIENTAREAANIMATION, and the colour of a window's ground.
_CLIENT_AREA_ANIMATION = 0x1042
_COLOR_WINDOW = 5
_MAC = Path("Library", "Preferences", "com.apple.universalaccess.plist")
_GTK = (Path("gtk-4.0", "settings.ini"), Path("gtk-3.0", "settings.ini"))
_OFF = ("0", "false")
_DARKER_THAN = 128
#: Desktops whose settings only a program of theirs tells.
_GNOME = frozenset({"GNOME", "UNITY", "BUDGIE", "PANTHEON"})
_GSETTINGS = ("get", "org.gnome.desktop.interface", "enable-animations")


def _windows_animates() -> bool | None:
    """What Windows says of animations in windows; None where it says nothing."""
    import ctypes

    told = ctypes.c_int(1)
    user32: Any = ctypes.windll.user32  # type: ignore[attr-defined, unused-ignore]
    asked = user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(told), 0)
    return bool(told.value) if asked else None


def _windows_ground() -> int:
    """The colour of a window's ground, as 0xBBGGRR."""
    import ctypes

    user32: Any = ctypes.windll.user32  # type: ignore[attr-defined, unused-ignore]
    return int(user32.GetSysColor(_COLOR_WINDOW))


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # nobody by that number is known to this computer
        return Path()


def _config(environ: Mapping[str, str]) -> Path:
    return Path(environ.get("XDG_CONFIG_HOME") or _home() / ".config")


@dataclass(frozen=True)
class Sources:
    """Where the computer is asked: each can be another in a test."""

    platform: str = sys.platform
    home: Path = field(default_factory=_home)
    config: Path = field(default_factory=lambda: _config(os.environ))
    desktop: str = field(default_factory=lambda: os.environ.get("XDG_CURRENT_DESKTOP", ""))
    windows_animates: Callable[[], bool | None] = _windows_animates
    windows_ground: Callable[[], int] = _windows_ground
    find: Callable[[str], str | None] = shutil.which


def wants_motion(given: Sources) -> bool:
    """Whether things may move; yes where nothing is said. Reads a small file or two and starts no program."""
    if given.platform == "win32":
        return given.windows_animates() is not False
    if given.platform == "darwin":
        return not _mac_keeps_still(given.home / _MAC)
    if "KDE" in given.desktop.upper().split(":"):
        return _ini(given.config / "kdeglobals", "KDE", "AnimationDurationFactor") not in _OFF
    told = (_ini(given.config / name, "Settings", "gtk-enable-animations") for name in _GTK)
    return not any(value in _OFF for value in told)


def motion_question(given: Sources) -> list[str]:
    """The command that tells of it where no file does, to be run beside the start and not in it; empty for none."""
    if given.platform in ("win32", "darwin") or not _GNOME & set(given.desktop.upper().split(":")):
        return []
    program = given.find("gsettings")
    return [program, *_GSETTINGS] if program else []


def answered_motion(answer: str) -> bool:
    """What the answer to :func:`motion_question` says; yes where it says nothing."""
    return answer.strip() not in _OFF


def has_dark_ground(given: Sources) -> bool:
    """Whether windows have a dark ground in a high contrast of Windows, of which Qt tells neither light nor dark."""
    if given.platform != "win32":
        return False
    ground = given.windows_ground()
    red, green, blue = ground & 0xFF, ground >> 8 & 0xFF, ground >> 16 & 0xFF
    return 0.299 * red + 0.587 * green + 0.114 * blue < _DARKER_THAN


def _mac_keeps_still(path: Path) -> bool:
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        with path.open("rb") as stream:
            told = plistlib.load(stream)
    except (OSError, ValueError, ExpatError, plistlib.InvalidFileException):
        return False
    return isinstance(told, dict) and bool(told.get("reduceMotion"))


def _ini(path: Path, section: str, key: str) -> str:
    """The value of a key in a file of sections; "" where it is not said."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    here = False
    for line in map(str.strip, lines):
        if line.startswith("["):
            here = line == f"[{section}]"
        elif here and line.partition("=")[0].strip() == key:
            return line.partition("=")[2].strip().casefold()
    return ""
