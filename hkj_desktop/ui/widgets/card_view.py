"""All products as cards: laid out by arithmetic, painted by a delegate, nothing made for each of them."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCursor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QScroller, QStyle, QStyleOptionViewItem, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.delegates.card import SHADOW, CardDelegate
from hkj_desktop.ui.delegates.card_marks import paint_heading
from hkj_desktop.ui.models.card_model import CardModel
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.theme import Role, px
from hkj_desktop.ui.widgets.card_grid import CardGrid
from hkj_desktop.ui.widgets.glide import LINE, Glide

MERGED = 50  # milliseconds in which pictures that came are painted together
_Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardView(QListView):
    """``opened(product)``: Enter or a double click on a card. Its model is a :class:`CardModel`.

    A list only for screen readers, to which Qt tells of the items of no other view than its own: layout, painting and
    moving are ours, so that what a list does itself for each of its rows is never called.
    """

    opened = Signal(int)

    def __init__(self, pictures: PictureStore | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.card_delegate = CardDelegate(pictures, self)
        self._grid = CardGrid(0, [], 1, 1, 1)
        self._hover = -1
        self._anchor: int | None = None  # the card that stays in view while the window is drawn wider
        self._placing = False
        self._place: tuple[tuple[object, ...], int, int] | None = None
        self._told: tuple[object, ...] = ()
        self._came: set[str] = set()
        self._merge = QTimer(self, interval=MERGED, singleShot=True)
        self._merge.timeout.connect(self._show_pictures)
        self._glide = Glide(self.verticalScrollBar())
        self.setItemDelegate(self.card_delegate)
        self.setAccessibleName(self.tr("Products as cards"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setTabKeyNavigation(False)  # Tab leaves the view; arrows move in it
        self.setProperty("framed", "false")
        self.setMouseTracking(True)
        # It paints its ground as well: only so may Qt move what was painted when it scrolls.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.doubleClicked.connect(self._open)
        if pictures is not None:
            pictures.arrived.connect(self._on_arrived)
            pictures.changed.connect(self.viewport().update)
        manager = theme.manager()
        if manager is not None:
            manager.changed.connect(self.viewport().update)

    # -- what the tools above it choose -------------------------------------------------------------------------------

    def set_size(self, size: str) -> None:
        """``small``, ``medium`` or ``large`` (delegates/card.py)."""
        if size != self.card_delegate.size:
            self.card_delegate.size = size
            self._lay_out()

    def set_languages(self, languages: str) -> None:
        """``en``, ``ar`` or ``both``."""
        if languages != self.card_delegate.languages:
            self.card_delegate.languages = languages
            self._lay_out()

    def show_product(self, product: int) -> bool:
        """Go to the card of a product; False where it is not shown."""
        model = self.model()
        row = model.position_of(product) if isinstance(model, CardModel) else None
        if row is None:
            return False
        self.setCurrentIndex(self.model().index(row, 0))
        return True

    def current_product(self) -> int | None:
        """The product of the current card."""
        model, index = self.model(), self.currentIndex()
        return model.product_at(index.row()) if isinstance(model, CardModel) and index.isValid() else None

    # -- layout -------------------------------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._remember_place)
        self._lay_out()

    @Slot()
    def _remember_place(self) -> None:
        model = self.model()
        if isinstance(model, CardModel):
            self._place = (model.place(), self.verticalScrollBar().value(), self.currentIndex().row())

    def reset(self) -> None:
        """Other rows: from the top, save where a catalogue that was changed is shown as it was shown before."""
        QAbstractItemView.reset(self)
        self._hover, self._told = -1, ()
        self._glide.stop()
        self._anchor = None
        self._lay_out()
        model, before, self._place = self.model(), self._place, None
        keeps = before is not None and isinstance(model, CardModel) and before[0] == model.place()
        self.verticalScrollBar().setValue(before[1] if before is not None and keeps else 0)
        if before is not None and keeps and 0 <= before[2] < self._grid.count:
            scrolls = self.hasAutoScroll()
            self.setAutoScroll(False)
            self.setCurrentIndex(self.model().index(before[2], 0))
            self.setAutoScroll(scrolls)

    def _lay_out(self) -> None:
        """Work out the grid anew; the first card that was in view stays there."""
        model, bar, before = self.model(), self.verticalScrollBar(), self._grid
        if self._anchor is None and bar.value() > 0 and before.count:
            self._anchor = before.first_between(bar.value(), bar.value() + self.viewport().height())
        groups = [count for _, count, _ in model.groups()] if isinstance(model, CardModel) else []
        count = model.rowCount() if model is not None else 0
        delegate = self.card_delegate
        self._grid = CardGrid(count, groups, self.viewport().width(), delegate.least_width(), delegate.height())
        self._placing = True
        self.updateGeometries()
        if self._anchor is not None and self._anchor < count:
            bar.setValue(self._grid.top_of(self._anchor))
        self._placing = False
        self.viewport().update()

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(px(LINE))
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._grid.height - height))
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._lay_out()

    def _seen(self, rect: QRect) -> QRect:
        """A place of the grid as it is seen: scrolled, and mirrored in a window that reads right to left."""
        whole = QRect(0, 0, self.viewport().width(), self.viewport().height())
        return QStyle.visualRect(self.layoutDirection(), whole, rect.translated(0, -self.verticalOffset()))

    def rows_in_view(self) -> range:
        """The rows of which something is seen."""
        top = self.verticalOffset()
        return self._grid.rows_between(top, top + self.viewport().height() - 1)

    # -- what every view must say -------------------------------------------------------------------------------------

    def visualRect(self, index: _Index) -> QRect:
        return self._seen(self._grid.rect(index.row())) if 0 <= index.row() < self._grid.count else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        x = point.x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.viewport().width() - 1 - x
        row = self._grid.row_at(x, point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        if not 0 <= index.row() < self._grid.count:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, rect = self._grid.top_of(index.row()), self._grid.rect(index.row())
        bottom = rect.bottom() + 1 + SHADOW
        self._glide.stop()
        if hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and top < bar.value()):
            bar.setValue(top)
        elif hint == _Hint.PositionAtBottom or (hint == _Hint.EnsureVisible and bottom > bar.value() + height):
            bar.setValue(bottom - height)
        elif hint == _Hint.PositionAtCenter:
            bar.setValue(rect.center().y() - height // 2)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: _Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the cards that ``rect`` touches."""
        rect, selection = rect.normalized(), QItemSelection()
        top = self.verticalOffset()
        for row in self._grid.rows_between(rect.top() + top, rect.bottom() + top):
            if self._seen(self._grid.rect(row)).intersects(rect):
                index = self.model().index(row, 0)
                selection.select(index, index)
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where selected cards are seen; of those elsewhere nothing has to be painted."""
        region, rows = QRegion(), self.rows_in_view()
        for at in range(selection.count()):
            part = selection.at(at)
            for row in range(max(part.top(), rows.start), min(part.bottom() + 1, rows.stop)):
                region += self._seen(self._grid.rect(row))
        return region

    # -- keyboard and pointer -----------------------------------------------------------------------------------------

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        grid, at = self._grid, self.currentIndex().row()
        if not grid.count:
            return QModelIndex()
        if at < 0:
            top = self.verticalOffset()
            return self.model().index(grid.first_between(top, top + self.viewport().height()) or 0, 0)
        onwards = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        page = max(1, self.viewport().height() // grid.pitch)
        target = {
            _Action.MoveLeft: at - onwards,
            _Action.MoveRight: at + onwards,
            _Action.MovePrevious: at - 1,
            _Action.MoveNext: at + 1,
            _Action.MoveHome: 0,
            _Action.MoveEnd: grid.count - 1,
        }.get(action)
        if target is None:
            lines = {_Action.MoveUp: -1, _Action.MoveDown: 1, _Action.MovePageUp: -page, _Action.MovePageDown: page}
            target = grid.moved(at, lines[action])
        return self.model().index(min(max(target, 0), grid.count - 1), 0)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus() and QAccessible.isActive():
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            told.setChild(current.row())
            QAccessible.updateAccessibility(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: Qt would ask for the title of every card, one after the other; the search field finds at once."""

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, CardModel) and index.isValid():
            self.opened.emit(model.product_at(index.row()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        QAbstractItemView.mouseMoveEvent(self, event)
        self._set_hover(self.indexAt(event.position().toPoint()).row())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hover(-1)
        return super().viewportEvent(event)

    def hover_row(self) -> int:
        """The card under the pointer; -1 where there is none."""
        return self._hover

    def _set_hover(self, row: int) -> None:
        before, self._hover = self._hover, row
        if before != row:
            self._update_rows([before, row])

    def _update_rows(self, rows: list[int]) -> None:
        for row in rows:
            if 0 <= row < self._grid.count:
                self.viewport().update(self._seen(self._grid.rect(row)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._glide.turn(event)

    @Slot()
    def _on_scrolled(self) -> None:
        if not self._placing:
            self._anchor = None

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        if self._hover >= 0 or self.viewport().underMouse():
            self._set_hover(self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row())

    # -- pictures -----------------------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._told = ()
        if self._pictures is not None:
            self._pictures.set_wanted((), id(self))

    def _tell_wanted(self) -> None:
        """What is seen now, from the top; asked for once until that changes."""
        model, rows = self.model(), self.rows_in_view()
        if self._pictures is None or not isinstance(model, CardModel) or self._told == (rows,):
            return
        self._told = (rows,)
        seen = (picture for row in rows if (picture := model.card(row).picture) is not None)
        self._pictures.set_wanted(seen, id(self))

    @Slot(str)
    def _on_arrived(self, address: str) -> None:
        self._came.add(address)
        if not self._merge.isActive():
            self._merge.start()

    @Slot()
    def _show_pictures(self) -> None:
        came, self._came, model = self._came, set(), self.model()
        if isinstance(model, CardModel):
            self._update_rows([row for row in self.rows_in_view() if model.card(row).picture in came])

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top, dirty, region = QPainter(self.viewport()), self.verticalOffset(), event.rect(), event.region()
        first, last = dirty.top() + top - SHADOW, dirty.bottom() + top
        painter.fillRect(dirty, theme.current().color(Role.WINDOW))
        self._tell_wanted()
        self._paint_headings(painter, first, last)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = QStyle.StateFlag.State_Enabled if self.isEnabled() else QStyle.StateFlag.State_None
        current, focused = self.currentIndex().row(), self.hasFocus()
        selection, model = self.selectionModel(), self.model()
        for row in self._grid.rows_between(first, last):
            rect = self._seen(self._grid.rect(row))
            if not region.intersects(rect.adjusted(0, 0, 0, SHADOW)):
                continue
            index, state = model.index(row, 0), plain
            if selection.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if row == self._hover:
                state |= QStyle.StateFlag.State_MouseOver
            if row == current and focused:
                state |= QStyle.StateFlag.State_HasFocus
            option.rect, option.state = rect, state
            self.card_delegate.paint(painter, option, index)

    def _paint_headings(self, painter: QPainter, top: int, bottom: int) -> None:
        model, bands = self.model(), self._grid.bands_between(top, bottom)
        groups = model.groups() if bands and isinstance(model, CardModel) else []
        for band in bands:
            _first, count, name = groups[band]
            paint_heading(painter, self._seen(self._grid.heading_rect(band)), name, count, self.layoutDirection())
