"""The parts of the dialog about photos: a list with a small picture on each line, and one photo as large as fits."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QStyle, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.delegates.base import Cell, RowDelegate
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.models.photo_models import HitsModel, PhotosModel
from hkj_desktop.ui.pages.product_pictures import paint_fitting, reason_words
from hkj_desktop.ui.pictures import Missing, PictureStore
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.data_table import DataTable

THUMB, THUMB_ROW, GAP = 44, 58, 10
LEAST, WIDTH = 40, 220
#: Pictures that come within so many milliseconds are painted together.
MERGED = 50
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORDS = int((Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop).value) | int(Qt.TextFlag.TextWordWrap.value)


class _Lines(DataTable):
    """One column without a head. ``activated`` comes with Enter on every platform."""

    chosen = Signal(int)

    def __init__(self, delegate: RowDelegate | None, name: str, height: int) -> None:
        super().__init__(delegate)
        self.row_delegate.setParent(self)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(px(200))

    def sizeHint(self) -> QSize:
        return QSize(px(300), 4 * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.verticalHeader().defaultSectionSize() + 2)  # low windows have room for one line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class PhotoTable(_Lines):
    """The photos. Only what is seen is loaded."""

    def __init__(self, model: PhotosModel, pictures: PictureStore, name: str) -> None:
        super().__init__(_PhotoDelegate(pictures), name, px(THUMB_ROW))
        self._photos, self._pictures = model, pictures
        self._also = ""
        self._merge = QTimer(self, interval=MERGED, singleShot=True)
        self._merge.timeout.connect(self.viewport().update)
        self._tell = QTimer(self, interval=0, singleShot=True)
        self._tell.timeout.connect(self._tell_wanted)
        self.setModel(model)
        pictures.arrived.connect(self._on_arrived)
        self.verticalScrollBar().valueChanged.connect(self._tell.start)
        model.modelReset.connect(self._tell.start)

    def also_wanted(self, address: str) -> None:
        """This photo is looked at beside the list."""
        self._also = address
        self._tell.start()

    def _tell_wanted(self) -> None:
        if not self.isVisible():
            return
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else self._photos.rowCount() - 1
        seen = [self._photos.address(row) for row in range(first, last + 1)]
        self._pictures.set_wanted([self._also, *seen] if self._also else seen, id(self))

    def _on_arrived(self, _address: str) -> None:
        if not self._merge.isActive():
            self._merge.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pictures.set_wanted((), id(self))


class HitTable(_Lines):
    """The products that a photo may belong to. ``chosen(row)``: by a click or Enter."""

    def __init__(self, model: HitsModel, name: str) -> None:
        super().__init__(None, name, metrics().table_row_tall)
        self.setModel(model)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))


class _PhotoDelegate(RowDelegate):
    """A small picture before each name, and a tick behind what stands with a product."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__()
        self._pictures = pictures

    def paint_cell(self, painter: QPainter, cell: Cell, rect: QRect, direction: Qt.LayoutDirection) -> None:
        thumb, gap = px(THUMB), px(GAP)
        top = rect.top() + (rect.height() - 1 - thumb) // 2
        box = QStyle.visualRect(direction, rect, QRect(rect.left() + gap, top, thumb, thumb))
        look = theme.current()
        painting.rounded(
            painter, box, metrics().radius_control, look.color(Role.SURFACE_QUIET), look.color(Role.BORDER)
        )
        side = round(thumb * painter.device().devicePixelRatioF())
        found = self._pictures.picture(cell.key or "", side)
        if isinstance(found, QPixmap):
            inset = px(3)
            paint_fitting(painter, box.adjusted(inset, inset, -inset, -inset), found)
        else:
            icon = Icon.IMAGE_OFF if isinstance(found, Missing) else Icon.IMAGE
            inset = px(14)
            paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), icon, Role.BORDER_STRONG)
        side, placed = metrics().icon, cell.icon is not None
        words = rect.adjusted(gap + thumb, 0, -(side + gap) if placed else 0, 0)
        bare = Cell(cell.text, cell.second, strong=True)
        super().paint_cell(painter, bare, QStyle.visualRect(direction, rect, words), direction)
        if placed and cell.icon is not None:
            tick = QRect(rect.right() - gap - side, rect.top() + (rect.height() - side) // 2, side, side)
            paint_icon(painter, QStyle.visualRect(direction, rect, tick), cell.icon, Role.GOOD)


class PhotoFrame(QWidget):
    """One photo as large as fits; else what became of it, in words."""

    def __init__(self, pictures: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._address = ""
        self.setFixedWidth(px(WIDTH))
        self.setMinimumHeight(px(LEAST))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        pictures.arrived.connect(self._on_arrived)

    def show_photo(self, address: str, name: str) -> None:
        """Show this one; ``name`` is for screen readers."""
        self._address = address
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(WIDTH))

    def _on_arrived(self, address: str) -> None:
        if address == self._address:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, pad = QPainter(self), theme.current(), metrics().space_m
        painting.rounded(
            painter, self.rect(), metrics().radius_card, look.color(Role.SURFACE_QUIET), look.color(Role.BORDER)
        )
        if not self._address:
            return
        inner = self.rect().adjusted(pad, pad, -pad, -pad)
        found = self._pictures.picture(self._address, round(px(WIDTH) * self.devicePixelRatioF()))
        if isinstance(found, QPixmap):
            paint_fitting(painter, inner, found)
        elif found is None:
            paint_icon(painter, self._middle(px(32)), Icon.LOADER, Role.BORDER_STRONG)
        else:
            self._paint_reason(painter, inner, reason_words(found.reason))

    def _paint_reason(self, painter: QPainter, inner: QRect, words: str) -> None:
        box = self._middle(px(32)).translated(0, -metrics().space_l)
        paint_icon(painter, box, Icon.IMAGE_OFF, Role.BORDER_STRONG)
        painter.setFont(theme.current().font(Type.BODY))
        painter.setPen(theme.current().color(Role.TEXT_QUIET))
        top = box.bottom() + metrics().space_s
        painter.drawText(QRect(inner.left(), top, inner.width(), inner.bottom() - top), _WORDS, words)

    def _middle(self, side: int) -> QRect:
        box = QRect(QPoint(0, 0), QSize(side, side))
        box.moveCenter(self.rect().center())
        return box
