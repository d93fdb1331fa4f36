"""Every colour, font and measure of the window, read from ``resources/theme``.

Widgets ask :func:`current` when they paint, :func:`metrics` and :func:`px` when they lay out; they keep no colour. The
one :class:`ThemeManager`, made in ``app.py``, sets palette and style sheet and says when they changed.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QDir, QObject, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from hkj_desktop.system.settings import Choice
from hkj_desktop.ui.system_look import SystemLook
from hkj_desktop.ui.theme_parts import WHOLE, Metrics, Mode, Role, Theme, Tone, Type, shop_color_number
from hkj_desktop.ui.theme_sheet import palette, recolor_svg, style_sheet, write_images

__all__ = [
    "Metrics",
    "Mode",
    "Role",
    "Theme",
    "ThemeManager",
    "Tone",
    "Type",
    "current",
    "manager",
    "metrics",
    "palette",
    "px",
    "recolor_svg",
    "shop_color_number",
    "style_sheet",
]


def system_family() -> str:
    """The family of the computer's own font."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


_manager: ThemeManager | None = None


def _family() -> str:
    return system_family()


@cache
def _default_theme() -> Theme:
    return Theme(dark=False, family=_family())


def current() -> Theme:
    """The theme in force; the light one as long as no manager was made."""
    return _manager.theme if _manager is not None else _default_theme()


def metrics() -> Metrics:
    """The measures in force. Do not keep them in a module: another size has others."""
    return current().metrics


def px(number: float) -> int:
    """A measure of the design that has no name, in the size that the person chose."""
    return current().px(number)


def manager() -> ThemeManager | None:
    """The manager in force, for what must be told of a change (icons that Qt keeps)."""
    return _manager if _manager is not None and isValid(_manager) else None


class ThemeManager(QObject):
    """Sets the look of the whole program, and follows the computer while it runs in what is left to it.

    ``reduced_motion`` says the same as ``motion`` where the answer is known already.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        mode: Mode = Mode.SYSTEM,
        reduced_motion: bool | None = None,
        *,
        contrast: Choice = Choice.SYSTEM,
        motion: Choice = Choice.SYSTEM,
        size: int = WHOLE,
        system: SystemLook | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._contrast = contrast
        self._motion = motion
        if reduced_motion is not None:
            self._motion = Choice.OFF if reduced_motion else Choice.ON
        self._size = size
        self._family = _family()
        self._images = QTemporaryDir()  # the style sheet can only name files, and its arrows have our colours
        self._sheet = ""
        app.setStyle("Fusion")
        self._system = system or SystemLook(app)
        self._system.setParent(self)
        self.theme = self._wanted()
        self._system.changed.connect(self._on_system_changed)
        global _manager  # noqa: PLW0603 - one look for a process, as QApplication itself
        _manager = self
        self._system.set_mode(mode)
        self._apply()

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def contrast(self) -> Choice:
        return self._contrast

    @property
    def motion(self) -> Choice:
        return self._motion

    @property
    def size(self) -> int:
        return self._size

    def set_mode(self, mode: Mode) -> None:
        """Light, dark, or what the system says. The frame that the system draws follows too."""
        self._mode = mode
        self._system.set_mode(mode)
        self._apply()

    def set_contrast(self, contrast: Choice) -> None:
        """High contrast, the usual one, or what the system says."""
        self._contrast = contrast
        self._apply()

    def set_motion(self, motion: Choice) -> None:
        """ON: things move gently; OFF: they change at once."""
        self._motion = motion
        self._apply()

    def set_size(self, size: int) -> None:
        """Of everything, in per cent. Widgets take their measures when they are made: the caller makes the window anew
        afterwards."""
        self._size = size
        self._apply()

    @Slot()
    def _on_system_changed(self) -> None:
        self._apply()

    def _wanted(self) -> Theme:
        system = self._system
        dark = system.is_dark() if self._mode is Mode.SYSTEM else self._mode is Mode.DARK
        contrast = system.has_contrast() if self._contrast is Choice.SYSTEM else self._contrast is Choice.ON
        moves = system.moves() if self._motion is Choice.SYSTEM else self._motion is Choice.ON
        fades = moves and (system.is_seen or self._motion is Choice.ON)
        return Theme(dark, self._family, not moves, contrast=contrast, size=self._size, fades=fades)

    def _apply(self) -> None:
        """Make the look that is wanted the one in force, where it is another; palette and sheet only for what is seen,
        as a sheet makes every widget look at itself again."""
        wanted, before = self._wanted(), self.theme
        if self._sheet and wanted.key == before.key:
            return
        self.theme = wanted
        if not self._sheet or wanted.looks != before.looks:
            self._sheet = style_sheet(wanted, write_images(wanted, QDir(self._images.path())))
            self._app.setFont(wanted.font(Type.BODY))
            self._app.setPalette(palette(wanted))
            self._app.setStyleSheet(self._sheet)
        self.changed.emit()
