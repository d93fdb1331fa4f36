"""The pictures of a product, and the product as a shopper sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.errors import PictureError
from hkj_desktop.ui import say, theme
from hkj_desktop.ui.bidi import display_safe, isolate
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.opened import PHOTO
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.flow_layout import FlowLayout
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label

THUMB = 52
LEAST_SIDE, MOST_SIDE = 160, 320
PAD = 14
#: So many thumbnails; a product of many variants may repeat a hundred.
MOST_THUMBS = 24
#: Who looks at the pictures, as the store counts it.
PAGE = "product page"
_WEB = ("http://", "https://")
_TEXT = int((Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag.AlignTop).value) | int(Qt.TextFlag.TextWordWrap.value)


class Pictures(Protocol):
    """What this page wants of :class:`~hkj_desktop.ui.pictures.PictureStore`."""

    arrived: SignalInstance
    changed: SignalInstance

    def picture(self, address: str, side: int, /) -> object: ...

    def set_wanted(self, addresses: Sequence[str], by: object, /) -> None: ...


def _picture(store: Pictures, address: str, side: int) -> QPixmap | str | None:
    """The picture, why there is none, or None while it is on its way."""
    found = store.picture(address, side)
    if found is None or isinstance(found, QPixmap):
        return found
    return str(getattr(found, "reason", "unreachable"))


class PicturePanel(QWidget):
    """``browse_requested(address)``: open it in the browser."""

    browse_requested = Signal(str)

    def __init__(self, store: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._store = store
        self._addresses: tuple[str, ...] = ()
        self._at = 0
        self._shown: list[_Thumb] = []
        self.large = _Large(store)
        self._state = Label("", Type.SMALL, quiet=True, wrap=True)
        self._address = ElidedLabel("", Type.SMALL, color=Role.TEXT_QUIET, elide=Qt.TextElideMode.ElideMiddle)
        self.browse = Button("", Icon.EXTERNAL_LINK, kind=Kind.GHOST, name=self.tr("Open the picture in the browser"))
        self.browse.clicked.connect(lambda: self.browse_requested.emit(self.address()))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._state)
        words.addWidget(self._address)
        below = QHBoxLayout()
        below.setSpacing(m.space_s)
        below.addLayout(words, 1)
        below.addWidget(self.browse)
        self._thumbs = QWidget()
        FlowLayout(self._thumbs, m.space_s)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self._thumbs.setSizePolicy(policy)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_s)
        box.addWidget(self.large)
        box.addLayout(below)
        box.addWidget(self._thumbs)
        store.arrived.connect(self._on_arrived)
        store.changed.connect(self._refresh)

    def address(self) -> str:
        """Of the picture that is large."""
        return self._addresses[self._at] if self._addresses else ""

    def state(self) -> str:
        """All that is said of the large picture; what stands in its place is not said a second time below it."""
        return self.large.accessibleDescription()

    def thumbs(self) -> list[_Thumb]:
        return list(self._shown)

    def show_pictures(self, addresses: Sequence[str], *, anew: bool) -> None:
        """``anew``: of another product, so that its first picture is the large one."""
        before, self._addresses = self._addresses, tuple(addresses)
        shown = before[self._at] if before and self._at < len(before) else ""
        self._at = self._addresses.index(shown) if not anew and shown in self._addresses else 0
        if self._addresses != before:
            self._fill()
        self._want()
        self._refresh()

    def _want(self) -> None:
        looked_at = [self.address(), *self._addresses[:MOST_THUMBS]] if self._addresses and self.isVisible() else []
        self._store.set_wanted(looked_at, PAGE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._want()

    def _fill(self) -> None:
        layout = self._thumbs.layout()
        assert layout is not None  # noqa: S101 - made with the widget
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._shown = []
        several = self._addresses[:MOST_THUMBS] if len(self._addresses) > 1 else ()
        for at, address in enumerate(several):
            thumb = _Thumb(self._store, address)
            name = self.tr("Picture {at} of {n}").format(at=at + 1, n=len(self._addresses))
            thumb.setAccessibleName(name)
            thumb.clicked.connect(lambda _checked=False, at=at: self._choose(at))
            layout.addWidget(thumb)
            thumb.show()
            self._shown.append(thumb)
        self._thumbs.setVisible(bool(several))

    def _choose(self, at: int) -> None:
        self._at = at
        self._refresh()

    def _on_arrived(self, address: str) -> None:
        if address in self._addresses and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        for at, thumb in enumerate(self.thumbs()):
            thumb.setChecked(at == self._at)
            thumb.update()
        address = self.address()
        self.large.show_address(address)
        shown = address.removeprefix(PHOTO)
        self._address.set_text(isolate(display_safe(shown)) if shown else "")
        self._address.setVisible(bool(shown))
        self.browse.setVisible(address.lower().startswith(_WEB))
        found = _picture(self._store, address, self.large.pixels()) if address else None
        which, became = self._words(address, found)
        words = [*which, *became] if isinstance(found, QPixmap) else which
        self._state.setText(" · ".join(words))
        self._state.setVisible(bool(words))
        self.large.setAccessibleName(self.tr("Picture of the product"))
        self.large.setAccessibleDescription(" · ".join([*which, *became]))

    def _words(self, address: str, found: QPixmap | str | None) -> tuple[list[str], list[str]]:
        """Which picture it is, and what became of it."""
        if not address:
            return [], [self.tr("No picture")]
        parts, became = [], []
        if len(self._addresses) > 1:
            parts.append(self.tr("Picture {at} of {n}").format(at=self._at + 1, n=say.number(len(self._addresses))))
        if address.startswith(PHOTO):
            parts.append(self.tr("Photo from your folder"))
        if isinstance(found, str):
            became.append(reason_words(found))
        elif found is None:
            became.append(self.tr("Loading"))
        elif (size := self._size(address)) is not None:
            points = isolate(f"{size[0]} × {size[1]}")
            became.append(self.tr("{size} points").format(size=points))
        return parts, became

    def _size(self, address: str) -> tuple[int, int] | None:
        """In points, where the store knows it; what it hands out was made to fit."""
        facts = getattr(self._store, "facts", None)
        known = facts(address) if facts is not None else None
        return (known.width, known.height) if known is not None else None


def reason_words(reason: str) -> str:
    """Why a picture is not shown."""
    if reason == "off":
        return QCoreApplication.translate("PicturePanel", "Pictures are switched off")
    return say.error(PictureError(reason=reason)).title


class _Large(QWidget):
    """The picture as large as fits; else what became of it, in words."""

    def __init__(self, store: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._address = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_address(self, address: str) -> None:
        self._address = address
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(MOST_SIDE), px(LEAST_SIDE))

    def fit(self, height: int) -> None:
        """How high it may be."""
        self.setFixedHeight(max(px(LEAST_SIDE), min(px(MOST_SIDE), height)))

    def pixels(self) -> int:
        return round(px(MOST_SIDE) * self.devicePixelRatioF())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        fill, line = look.color(Role.SURFACE_QUIET), look.color(Role.BORDER)
        painting.rounded(painter, self.rect(), metrics().radius_card, fill, line)
        if not self._address:
            self._paint_words(painter, Icon.IMAGE, self.tr("No picture"))
            return
        found = _picture(self._store, self._address, self.pixels())
        if isinstance(found, QPixmap):
            pad = px(PAD)
            paint_fitting(painter, self.rect().adjusted(pad, pad, -pad, -pad), found)
        elif found is None:
            self._paint_words(painter, Icon.LOADER, self.tr("Loading the picture"))
        else:
            self._paint_words(painter, Icon.IMAGE_OFF, reason_words(found))

    def _paint_words(self, painter: QPainter, icon: Icon, words: str) -> None:
        side, gap, pad = px(32), px(10), px(2 * PAD)
        font = theme.current().font(Type.BODY)
        room = self.rect().adjusted(pad, 0, -pad, 0)
        height = QFontMetrics(font).boundingRect(room, _TEXT, words).height()
        top = (self.height() - side - gap - height) // 2
        paint_icon(painter, QRect((self.width() - side) // 2, top, side, side), icon, Role.BORDER_STRONG)
        painter.setFont(font)
        painter.setPen(theme.current().color(Role.TEXT_QUIET))
        painter.drawText(QRect(room.left(), top + side + gap, room.width(), height + 2), _TEXT, words)


class _Thumb(QPushButton):
    """One of several pictures; the chosen one has the accent around it."""

    def __init__(self, store: Pictures, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._address = store, address
        self._ring = False
        self.setProperty("kind", "plain")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFixedSize(px(THUMB), px(THUMB))

    def sizeHint(self) -> QSize:
        return QSize(px(THUMB), px(THUMB))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, radius = QPainter(self), theme.current(), metrics().radius_control
        chosen = self.isChecked()
        line = look.color(Role.ACCENT if chosen else Role.BORDER)
        painting.rounded(painter, self.rect(), radius, look.color(Role.SURFACE_QUIET), line)
        if chosen:
            painting.focus_ring(painter, self.rect(), radius)
        inset, of_icon = px(5), px(12)
        inner = self.rect().adjusted(inset, inset, -inset, -inset)
        found = _picture(self._store, self._address, round(px(THUMB) * self.devicePixelRatioF()))
        if isinstance(found, QPixmap):
            paint_fitting(painter, inner, found)
            return
        icon = Icon.LOADER if found is None else Icon.IMAGE_OFF
        paint_icon(painter, inner.adjusted(of_icon, of_icon, -of_icon, -of_icon), icon, Role.TEXT_QUIET)
        if self._ring and self.hasFocus():
            painting.focus_ring(painter, self.rect(), radius, inset=2)


def paint_fitting(painter: QPainter, rect: QRect, picture: QPixmap) -> None:
    """The whole picture in the middle of ``rect``, as large as fits: a small one stands in while a larger one loads."""
    size = picture.deviceIndependentSize().toSize()
    size = size.scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio) if size.width() > 0 else size
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(rect.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, picture)
