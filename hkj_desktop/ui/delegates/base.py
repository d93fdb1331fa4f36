"""Rows painted from the theme, without the style sheet: fast enough for a million rows.

A model gives a :class:`Cell` under :data:`CELL_ROLE`, or a subclass of :class:`RowDelegate` makes one in
:meth:`RowDelegate.cell`. Keep ``data()`` quick: it returns None at once for roles that it does not serve.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import display_safe
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.theme import Role, Tone, Type, metrics, px
from hkj_desktop.ui.widgets import painting

CELL_ROLE = Qt.ItemDataRole.UserRole + 100
PAD = 12
ICON_GAP = 7
DOT = 9
CORNER = 7
PILL_PAD = 7
PILL_HEIGHT = 24
LINE_GAP = 1
EMPTY = "—"
#: Letters that fit into an editor. Qt's own limit is that of a cell in Excel, and cuts longer ones when they are shown.
LONGEST = 10_000_000
_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_LTR = Qt.LayoutDirection.LeftToRight
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_AUTO = Qt.LayoutDirection.LayoutDirectionAuto

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell.

    ``second``: a quiet line below. ``pill``: the text stands on the wash of that tone, and an empty text as
    a dash. ``ltr``: a value that stays left-to-right (price, key, SKU); it still stands at the leading edge.
    ``link``: an action, in the accent colour. ``trailing``: at the trailing edge, for figures.
    ``ours``: a sentence of this program, whose values were made safe to show one by one. ``dot``: the colour number
    of a shop, as a dot before the text. ``key``: what a click on it is about; nothing of it is painted.
    ``changed``: it is not as it was read: a small corner tells it.
    """

    text: str = ""
    second: str = ""
    icon: Icon | None = None
    icon_role: Role = Role.TEXT_QUIET
    pill: Tone | None = None
    strong: bool = False
    quiet: bool = False
    ltr: bool = False
    link: bool = False
    trailing: bool = False
    ours: bool = False
    dot: int | None = None
    key: str | None = None
    changed: bool = False

    def shown(self, text: str) -> str:
        """``text`` of this cell as it may be painted."""
        return text if self.ours else display_safe(text)


class RowDelegate(QStyledItemDelegate):
    """Paints cells of a :class:`QTableView` or a list; the row under the pointer is tinted as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: QAbstractItemView | None = None
        self._area: QWidget | None = None
        self._hover_row = -1

    def attach(self, view: QAbstractItemView) -> None:
        """Become the view's delegate and follow the pointer in it."""
        self._view = view
        view.setItemDelegate(self)
        view.setMouseTracking(True)
        view.viewport().setMouseTracking(True)
        self._area = view.viewport()  # kept, as a view that is going away can no longer be asked for it
        self._area.installEventFilter(self)

    def cell(self, index: Index) -> Cell:
        """What to paint at ``index``; override, or serve ``CELL_ROLE`` in the model."""
        value = index.data(CELL_ROLE)
        if isinstance(value, Cell):
            return value
        text = index.data(_DISPLAY)
        return Cell("" if text is None else str(text))

    # Painting -----------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state = option.state.value  # an int: Qt's flags are slow to combine from Python
        painter.save()
        painter.setClipRect(rect)
        self.paint_ground(painter, rect, selected=bool(state & _SELECTED), hovered=index.row() == self._hover_row)
        cell = self.cell(index)
        self.paint_cell(painter, cell, rect, option.direction)
        if cell.changed:
            self._paint_corner(painter, rect, option.direction)
        if state & _FOCUSED:
            self.paint_focus(painter, rect)
        painter.restore()

    def paint_ground(self, painter: QPainter, rect: QRect, *, selected: bool, hovered: bool) -> None:
        look = theme.current()
        if selected:
            painter.fillRect(rect, look.color(Role.ACCENT_WASH))
        elif hovered:
            painter.fillRect(rect, look.color(Role.HOVER))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color(Role.BORDER))
        if selected and (line := look.outline(Role.ACCENT)):
            width = look.metrics.line
            painter.fillRect(rect.left(), rect.top(), rect.width(), width, line)
            painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, line)

    def _paint_corner(self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection) -> None:
        """As spreadsheets mark a cell of which there is something to tell."""
        side = px(CORNER)
        box = QStyle.visualRect(direction, rect, QRect(rect.right() - side, rect.top(), side + 1, side))
        inner = box.right() if direction == _LTR else box.left()
        ends = [box.topLeft(), box.topRight(), QPoint(inner, box.bottom())]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color(Role.ACCENT))
        painter.drawPolygon(QPolygon(ends))

    def paint_focus(self, painter: QPainter, rect: QRect) -> None:
        """Show the current cell only while the keyboard is what moves through the view."""
        if self._view is not None and self._view.hasFocus():
            painting.focus_ring(painter, rect.adjusted(1, 1, -1, -2), 4)

    def paint_cell(self, painter: QPainter, cell: Cell, rect: QRect, direction: Qt.LayoutDirection) -> None:
        inner = rect.adjusted(px(PAD), 0, -px(PAD), -1)
        if inner.width() <= 0:
            return
        inner = self._paint_icon(painter, cell, inner, direction)
        inner = self._paint_dot(painter, cell, inner, direction)
        if cell.pill is not None:
            self._paint_pill(painter, cell, inner, direction)
        elif cell.second:
            upper, lower = QFontMetrics(self._font(cell)).height(), painting.line_height(Type.SMALL)
            top = inner.top() + (inner.height() - upper - lower - LINE_GAP) // 2
            first = QRect(inner.left(), top, inner.width(), upper)
            self._paint_text(painter, cell, cell.text, first, direction)
            below = QRect(inner.left(), top + upper + LINE_GAP, inner.width(), lower)
            second = cell.shown(cell.second)
            painting.draw_line(painter, below, second, Type.SMALL, Role.TEXT_QUIET, direction)
        else:
            self._paint_text(painter, cell, cell.text, inner, direction)

    def _paint_icon(self, painter: QPainter, cell: Cell, inner: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Paint the icon, in the middle if it stands alone; return what is left for the text."""
        if cell.icon is None:
            return inner
        side = metrics().icon
        role = Role.ACCENT if cell.link else cell.icon_role
        box = QRect(inner.left(), inner.top() + (inner.height() - side) // 2, side, side)
        if not cell.text and cell.pill is None:
            box.moveLeft(inner.left() + (inner.width() - side) // 2)
        paint_icon(painter, QStyle.visualRect(direction, inner, box), cell.icon, role, direction)
        rest = inner.adjusted(side + px(ICON_GAP), 0, 0, 0)
        return QStyle.visualRect(direction, inner, rest)

    def _paint_dot(self, painter: QPainter, cell: Cell, inner: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Paint the shop's dot; return what is left for the text."""
        if cell.dot is None:
            return inner
        side = px(DOT)
        box = QRect(inner.left(), inner.top() + (inner.height() - side) // 2, side, side)
        ink, _wash = theme.current().shop_colors(cell.dot)
        painting.rounded(painter, QStyle.visualRect(direction, inner, box), side / 2, ink)
        return QStyle.visualRect(direction, inner, inner.adjusted(side + px(ICON_GAP), 0, 0, 0))

    def _style(self, cell: Cell) -> Type:
        return Type.STRONG if cell.strong or cell.link else Type.BODY

    def _font(self, cell: Cell) -> QFont:
        return theme.current().font(self._style(cell))

    def _ink(self, cell: Cell) -> QColor:
        look = theme.current()
        if cell.pill is not None:
            return look.color(cell.pill.ink)
        if cell.link:
            return look.color(Role.ACCENT)
        return look.color(Role.TEXT_QUIET if cell.quiet else Role.TEXT)

    def _paint_text(self, painter: QPainter, cell: Cell, text: str, rect: QRect, direction: Qt.LayoutDirection) -> None:
        font = self._font(cell)
        painter.setFont(font)
        painter.setPen(self._ink(cell))
        # Each value runs in its own direction; only its place follows the window's.
        painter.setLayoutDirection(_LTR if cell.ltr else _AUTO)
        shown = QFontMetrics(font).elidedText(cell.shown(text), Qt.TextElideMode.ElideRight, rect.width())
        place = _opposite(direction) if cell.trailing else direction
        painter.drawText(rect, painting.text_flags(place), shown)

    def _paint_pill(self, painter: QPainter, cell: Cell, inner: QRect, direction: Qt.LayoutDirection) -> None:
        assert cell.pill is not None  # noqa: S101 - for the type checker; the caller looked
        font, pad, look = self._font(cell), px(PILL_PAD), theme.current()
        shown = QFontMetrics(font).elidedText(
            cell.shown(cell.text) or EMPTY, Qt.TextElideMode.ElideRight, inner.width() - 2 * pad
        )
        width = QFontMetrics(font).horizontalAdvance(shown) + 2 * pad
        height = min(px(PILL_HEIGHT), inner.height() - 4)
        box = QRect(inner.left(), inner.top() + (inner.height() - height) // 2, width, height)
        place = _opposite(direction) if cell.trailing else direction
        box = QStyle.visualRect(place, inner, box)
        painting.rounded(painter, box, px(5), look.color(cell.pill.wash), look.outline(cell.pill.ink))
        painter.setFont(font)
        painter.setPen(self._ink(cell))
        painter.setLayoutDirection(_LTR if cell.ltr else _AUTO)
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextSingleLine.value
        painter.drawText(box, int(flags), shown)

    # Size and behaviour -------------------------------------------------------------------------------

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = self.cell(index)
        look = theme.current()
        width = QFontMetrics(look.font(self._style(cell))).horizontalAdvance(cell.shown(cell.text))
        if cell.second:
            second = QFontMetrics(look.font(Type.SMALL)).horizontalAdvance(cell.shown(cell.second))
            width = max(width, second)
        if cell.icon is not None:
            width += metrics().icon + px(ICON_GAP)
        if cell.dot is not None:
            width += px(DOT) + px(ICON_GAP)
        if cell.pill is not None:
            width += 2 * px(PILL_PAD)
        height = metrics().table_row_tall if cell.second else metrics().table_row
        return QSize(width + 2 * px(PAD) + 2, height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if editor is not None:
            editor.setProperty("editor", "cell")
            if isinstance(editor, QLineEdit):
                editor.setMaxLength(LONGEST)
            if self.cell(index).ltr:
                editor.setLayoutDirection(_LTR)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What a check of the cell before brings must not take away what is being typed into this one; where nothing
        was typed yet, the cell is shown as it stands now."""
        if not isinstance(editor, QLineEdit):
            super().setEditorData(editor, index)
        elif not editor.property("filled") or (
            not _is_touched(editor) and str(index.data(_EDIT) or "") != editor.property("told")
        ):
            super().setEditorData(editor, index)
            editor.setProperty("filled", "yes")
            editor.setProperty("told", str(index.data(_EDIT) or ""))
            editor.setProperty("shown", editor.text())

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """A text that nobody touched is not written back, whatever became of the cell meanwhile."""
        if not isinstance(editor, QLineEdit) or _is_touched(editor):
            super().setModelData(editor, model, index)

    def hover_row(self) -> int:
        return self._hover_row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = self._view
        if view is not None and watched is self._area:
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
                self._set_hover(view, event.position().toPoint())
            elif event.type() == QEvent.Type.Leave and isValid(view):
                self._set_hover(view, None)
            return False
        return super().eventFilter(watched, event)

    def _set_hover(self, view: QAbstractItemView, pos: QPoint | None) -> None:
        row = view.indexAt(pos).row() if pos is not None else -1
        if row == self._hover_row:
            return
        before, self._hover_row = self._hover_row, row
        for changed in (before, row):
            if changed < 0:
                continue
            if isinstance(view, QTableView):
                top, height = view.rowViewportPosition(changed), view.rowHeight(changed)
                view.viewport().update(0, top, view.viewport().width(), height)
            else:
                view.viewport().update()


def _is_touched(editor: QLineEdit) -> bool:
    """Whether somebody wrote in it, by keys, an input method or pasting."""
    return editor.isModified() or editor.text() != editor.property("shown")


def _opposite(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if direction == _LTR else _LTR
