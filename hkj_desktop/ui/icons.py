"""Icons: Lucide drawings from ``resources/icons``, coloured by the theme when they are painted.

A new icon: put the SVG file into the folder and its name into :class:`Icon`, and into :data:`MIRRORED` if it
points along the reading direction.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from hkj_desktop.system.paths import resource
from hkj_desktop.ui import theme
from hkj_desktop.ui.theme import Role, metrics, recolor_svg

STROKE = 1.9


class Icon(StrEnum):
    """Every icon that is shipped; its value is the name of the file."""

    ARROW_DOWN = "arrow-down"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_UP = "arrow-up"
    BOOK_OPEN = "book-open"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE = "circle"
    CIRCLE_ALERT = "circle-alert"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_DASHED = "circle-dashed"
    CIRCLE_STOP = "circle-stop"
    CIRCLE_X = "circle-x"
    CLOCK = "clock"
    COLUMNS = "columns-3"
    COPY = "copy"
    DOWNLOAD = "download"
    EXTERNAL_LINK = "external-link"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_DOWN = "file-down"
    FILE_SPREADSHEET = "file-spreadsheet"
    FILE_UP = "file-up"
    FILE_X = "file-x"
    FOLDER_OPEN = "folder-open"
    FUNNEL = "funnel"
    GRADUATION_CAP = "graduation-cap"
    HELP = "circle-question-mark"
    HISTORY = "history"
    IMAGE = "image"
    IMAGE_OFF = "image-off"
    INBOX = "inbox"
    INFO = "info"
    KEY = "key-round"
    KEYBOARD = "keyboard"
    LANGUAGES = "languages"
    LAYOUT_GRID = "layout-grid"
    LIFE_BUOY = "life-buoy"
    LIST_CHECKS = "list-checks"
    LOADER = "loader"
    LOCK = "lock"
    MINUS = "minus"
    MONITOR = "monitor"
    MOON = "moon"
    MORE = "ellipsis"
    PACKAGE = "package"
    PASTE = "clipboard-paste"
    PENCIL = "pencil"
    PLUG_ZAP = "plug-zap"
    PLUS = "plus"
    REDO = "redo-2"
    REFRESH = "refresh-cw"
    SAVE = "save"
    SEARCH = "search"
    SEND = "send"
    SETTINGS = "settings"
    SHIELD_CHECK = "shield-check"
    SPARKLES = "sparkles"
    STORE = "store"
    SUN = "sun"
    TABLE = "table-2"
    TRASH = "trash-2"
    TRIANGLE_ALERT = "triangle-alert"
    UNDO = "undo-2"
    WAND = "wand-sparkles"
    WIFI_OFF = "wifi-off"
    WRENCH = "wrench"
    X = "x"


# They point along the reading direction. Undo and redo turn the same way in every script, and a tick is a tick.
MIRRORED = frozenset(
    {
        Icon.ARROW_LEFT,
        Icon.ARROW_RIGHT,
        Icon.CHEVRON_LEFT,
        Icon.CHEVRON_RIGHT,
        Icon.EXTERNAL_LINK,
        Icon.LIST_CHECKS,
        Icon.SEND,
    }
)


@lru_cache(maxsize=len(Icon))
def _svg(icon: Icon) -> str:
    return resource("icons", f"{icon.value}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _rendered(icon: Icon, rgba: int, size: int, ratio: float, mirrored: bool) -> QImage:
    """The drawing as an image of ``size`` logical pixels. Images, as pixmaps must not outlive the program."""
    pixels = round(size * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if mirrored:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    color = QColor.fromRgba(rgba)
    painter.setOpacity(color.alphaF())
    renderer = QSvgRenderer(QByteArray(recolor_svg(_svg(icon), color, STROKE)))
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon_image(
    icon: Icon,
    color: Role | QColor = Role.TEXT,
    size: int = 16,
    ratio: float = 1.0,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QImage:
    """The icon, sharp at ``ratio`` device pixels for one, mirrored if ``direction`` asks for it."""
    ink = theme.current().color(color) if isinstance(color, Role) else color
    mirrored = direction == Qt.LayoutDirection.RightToLeft and icon in MIRRORED
    return _rendered(icon, ink.rgba(), size, ratio, mirrored)


def paint_icon(
    painter: QPainter,
    rect: QRect,
    icon: Icon,
    color: Role | QColor,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Paint the icon in the middle of ``rect``, as large as its shorter side."""
    size = min(rect.width(), rect.height())
    image = icon_image(icon, color, size, painter.device().devicePixelRatioF(), direction)
    left = rect.left() + (rect.width() - size) / 2
    painter.drawImage(QPointF(left, rect.top() + (rect.height() - size) / 2), image)


def make_icon(icon: Icon, color: Role = Role.TEXT, size: int = 0) -> QIcon:
    """For Qt's own widgets (menus, line edits, tabs): the icon as it looks now; see :func:`bind_icon`."""
    made = QIcon()
    ratios = {1.0, 2.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    direction = QGuiApplication.layoutDirection()
    size = size or metrics().icon
    for ratio in sorted(ratios):
        image = icon_image(icon, color, size, ratio, direction)
        made.addPixmap(QPixmap.fromImage(image), QIcon.Mode.Normal)
        off = icon_image(icon, Role.TEXT_DISABLED, size, ratio, direction)
        made.addPixmap(QPixmap.fromImage(off), QIcon.Mode.Disabled)
    return made


APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


def app_icon() -> QIcon:
    """The program's own icon, in its own colours, drawn for each size that a system asks for."""
    renderer = QSvgRenderer(str(resource("app", "hkj-desktop.svg")))
    made = QIcon()
    for size in APP_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(QPixmap.fromImage(image))
    return made


class AppMark(QWidget):
    """The program's icon as a picture; says nothing to screen readers, because the words beside it do."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(str(resource("app", "hkj-desktop.svg")), self)
        self.setFixedSize(size, size)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))


class _Iconed(Protocol):
    def setIcon(self, icon: QIcon, /) -> None: ...


class _IconBinding(QObject):
    """A child of the target, so that it goes when the target goes."""

    def __init__(self, target: QObject, icon: Icon, color: Role, size: int) -> None:
        super().__init__(target)
        self._wanted = (icon, color, size)
        manager = theme.manager()
        if manager is not None:
            manager.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        target: _Iconed | None = self.parent()  # type: ignore[assignment]
        if target is not None:  # None: replaced by another binding, and about to be deleted
            target.setIcon(make_icon(*self._wanted))


def bind_icon(target: QObject, icon: Icon, color: Role = Role.TEXT, size: int = 0) -> None:
    """Give a QAction or another owner of ``setIcon`` an icon that follows the theme; replaces an older one."""
    for child in target.children():
        if isinstance(child, _IconBinding):
            child.setParent(None)
            child.deleteLater()
    _IconBinding(target, icon, color, size)


class IconLabel(QWidget):
    """A picture beside words; says nothing to screen readers, because the words do."""

    def __init__(self, icon: Icon, color: Role = Role.TEXT, size: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._color = color
        self._size = size or metrics().icon
        self.setFixedSize(QSize(self._size, self._size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, icon: Icon, color: Role | None = None) -> None:
        self._icon = icon
        self._color = color or self._color
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        role = self._color if self.isEnabled() else Role.TEXT_DISABLED
        paint_icon(painter, self.rect(), self._icon, role, self.layoutDirection())
