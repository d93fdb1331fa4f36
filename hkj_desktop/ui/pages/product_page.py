"""One product: all its fields, pictures and problems, written to in place; next and previous.

The page changes nothing itself: it tells what the person wants, and shows the file that comes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate, tooltip_safe
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.pages.product_fields import FieldPanel
from hkj_desktop.ui.pages.product_order import ProductOrder, number_of
from hkj_desktop.ui.pages.product_pictures import PicturePanel, Pictures
from hkj_desktop.ui.pages.product_problems import FixWords, ProblemList, no_fix
from hkj_desktop.ui.pages.product_shopper import ShopperCard
from hkj_desktop.ui.pages.product_variants import VariantModel, VariantTable
from hkj_desktop.ui.pages.product_view import Original, ProductView, view_of
from hkj_desktop.ui.theme import Type, metrics, px
from hkj_desktop.ui.widgets.banner import announce
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.labels import Label
from hkj_desktop.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.problems import Problem
    from hkj_desktop.ui.opened import Opened

#: The pictures' side, on a wide page and on a narrow one; below this width a page is narrow.
SIDE, NARROW_SIDE, NARROW_BELOW = 304, 232, 900
#: What the pictures leave to the rest of their side.
BELOW_PICTURE = 415


class ProductPage(QWidget):
    """``closed()``: back to where the product was chosen; every edit was told before. ``edited(list)``: one edit,
    ``(row of the catalogue, key of the column, text)``; a field that the file lacks has the key ``new:<field>``.
    ``fix_requested(Problem)``; ``moved(product)``: another product is shown; ``browse_requested(address)``.

    ``fix_words``: the fix of a problem, its id and words. ``original``: what stood in a cell when the file was read;
    None: the page asks the file's draft.
    """

    closed = Signal()
    edited = Signal(list)
    fix_requested = Signal(object)
    moved = Signal(int)
    browse_requested = Signal(str)

    def __init__(
        self,
        pictures: Pictures,
        parent: QWidget | None = None,
        *,
        fix_words: FixWords = no_fix,
        original: Original | None = None,
    ) -> None:
        super().__init__(parent)
        self._fix_words, self._original = fix_words, original
        self._file: Opened | None = None
        self._view: ProductView | None = None
        #: The products of the view that this came from.
        self._order: ProductOrder | None = None
        #: What is to be seen once all of the page has found its place.
        self._goal: QWidget | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._reveal)
        self.problems = ProblemList()
        self.problems.chosen.connect(self.show_problem)
        self.problems.fix_requested.connect(self.fix_requested)
        self.fields = FieldPanel()
        self.fields.edited.connect(self._on_edited)
        self.fields.fix_requested.connect(self.fix_requested)
        self.variant_model = VariantModel(self)
        self.variant_model.edited.connect(self._on_edited)
        self.variants = VariantTable(self.variant_model)
        self.pictures = PicturePanel(pictures)
        self.pictures.browse_requested.connect(self.browse_requested)
        self.shopper = ShopperCard()
        m = metrics()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addLayout(self._make_header())
        box.addLayout(self._make_body(), 1)
        self._add_keys()

    # -- what it is made of -------------------------------------------------------------------------------------------

    def _make_header(self) -> QHBoxLayout:
        m = metrics()
        self.back = Button("", Icon.ARROW_LEFT, name=self.tr("Back"))
        self.back.clicked.connect(self.leave)
        self.header = PageHeader()
        self.previous = Button("", Icon.CHEVRON_LEFT, name=self.tr("Previous product"))
        self.next = Button("", Icon.CHEVRON_RIGHT, name=self.tr("Next product"))
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        for button, key in ((self.back, "Esc"), (self.previous, "Ctrl+PgUp"), (self.next, "Ctrl+PgDown")):
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(tooltip_safe(f"{button.accessibleName()} ({isolate(shown)})"))
        self._position = Label("", quiet=True)
        self.header.add_action(self._position)
        self.header.add_action(self.previous)
        self.header.add_action(self.next)
        row = QHBoxLayout()
        row.setSpacing(m.space_l)
        row.addWidget(self.back)
        row.addWidget(self.header, 1)
        return row

    def _make_body(self) -> QHBoxLayout:
        m = metrics()
        side = QWidget()
        left = QVBoxLayout(side)
        gap = m.space_s  # for the scroll bar; Qt does not mirror margins
        left.setContentsMargins(*((gap, 0, 0) if _mirrored() else (0, 0, gap)), m.page_margin)
        left.setSpacing(m.space_l)
        left.addWidget(self.pictures)
        left.addWidget(self.shopper)
        left.addStretch(1)
        self._inside = QWidget()
        right = QVBoxLayout(self._inside)
        right.setContentsMargins(*((gap, 0, 0) if _mirrored() else (0, 0, gap)), m.page_margin)
        right.setSpacing(m.space_l)
        self._variants_title = Label(self.tr("Variants"), Type.LEAD)
        for widget in (self.problems, self.fields, self._variants_title, self.variants):
            right.addWidget(widget)
        right.addStretch(1)
        self._side, self._main = _scrolled(side), _scrolled(self._inside)
        self._side.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        row = QHBoxLayout()
        row.setSpacing(m.space_l)
        row.addWidget(self._side)
        row.addWidget(self._main, 1)
        return row

    def _add_keys(self) -> None:
        """Alt with an arrow goes along the reading direction, as the arrows on the buttons show it."""
        steps = {"Ctrl+PgUp": -1, "Ctrl+PgDown": 1}
        steps |= {"Alt+Right": -1, "Alt+Left": 1} if _mirrored() else {"Alt+Left": -1, "Alt+Right": 1}
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, step in steps.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(context)
            shortcut.activated.connect(lambda step=step: self.go(step))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(context)
        escape.activated.connect(self.leave)

    # -- what it shows ------------------------------------------------------------------------------------------------

    def product(self) -> int | None:
        """The number of the product that is shown."""
        return self._view.product if self._view else None

    def view(self) -> ProductView | None:
        return self._view

    def file(self) -> Opened | None:
        """The file whose product is shown: its rows are those that an edit names."""
        return self._file

    def show_product(self, file: Opened, product: int, shown: Sequence[int] | pl.Series) -> None:
        """Show ``product``. ``shown``: the products of the view that it was chosen in, in their order there."""
        self.commit()
        self._order = ProductOrder(file, shown)
        self._file = file
        self._show(view_of(file, product, self._original), anew=True)
        self._focus_first()

    def refresh(self, file: Opened) -> None:
        """Show the same product as it stands now; the field that is being written keeps its text and its cursor. Where
        its row has left the catalogue, the next one is shown; where none is left, the page closes."""
        view = self._view
        if view is None:
            return
        self._file = file
        product = number_of(file, view.row)
        if product is not None:
            self._show(view_of(file, product, self._original), anew=False)
            return
        there = (self._order.next(view.row, step, file) for step in (1, -1)) if self._order is not None else ()
        other = next((number_of(file, row) for row in there if row is not None), None)
        if other is None:
            self._view = None
            self.closed.emit()
            self.clear()
            return
        self._show(view_of(file, other, self._original), anew=True)
        self.moved.emit(other)

    def _show(self, view: ProductView | None, *, anew: bool) -> None:
        self._view = view
        if view is None:
            return
        focused = self.fields.focused()
        at = focused.mapTo(self._main, focused.rect().topLeft()).y() if focused is not None else 0
        self._show_head(view)
        of_variants = [problem for problem in view.problems if problem in view.left]
        of_variants += [one for _, row in view.variants for cell in row for one in cell.problems]
        self.problems.show_problems(view.problems, of_variants, self._fix_words)
        self.fields.show_cells(view.cells, self._fix_words, anew=anew)
        several = bool(view.variants)
        self._variants_title.setVisible(several)
        self.variants.setVisible(several)
        self.variant_model.show_rows(view, anew=anew)
        self.pictures.show_pictures(view.pictures, anew=anew)
        self.shopper.show_product(view)
        if anew:
            self._main.verticalScrollBar().setValue(0)
        elif focused is not None and self.fields.focused() is focused:
            self._keep_in_place(focused, at)

    def _keep_in_place(self, field: QWidget, at: int) -> None:
        """A problem that came or went above the field must not move it under the person's hands."""
        self._lay_out()
        bar = self._main.verticalScrollBar()
        bar.setValue(bar.value() + field.mapTo(self._main, field.rect().topLeft()).y() - at)

    def _lay_out(self) -> None:
        """Give everything its place now, not when the event loop comes to it."""
        inside, layout = self._inside, self._inside.layout()
        assert layout is not None  # noqa: S101 - made with the page
        layout.activate()
        wide = inside.width()
        high = layout.heightForWidth(wide) if layout.hasHeightForWidth() else inside.sizeHint().height()
        inside.resize(wide, max(high, self._main.viewport().height()))
        layout.activate()

    def _show_head(self, view: ProductView) -> None:
        titles = ("title_ar", "title_en") if _mirrored() else ("title_en", "title_ar")
        sku = view.first("sku")
        name = next((found for title in titles if (found := view.first(title))), "") or sku or self.tr("No name")
        parts = [isolate(display_safe(sku, 80))] if sku else []
        parts.append(self.tr("Row {n}").format(n=view.row))
        self.header.set_title(display_safe(name, 200))
        self.header.set_line(" · ".join(parts))
        place, total = (self._order.place(view.row), len(self._order)) if self._order is not None else (None, 0)
        at = 0 if place is None else place + 1
        words = self.tr("{at} of {total}").format(at=say.number(at), total=say.number(total))
        self._position.setText(words if at else "")
        self.previous.setEnabled(at > 1)
        self.next.setEnabled(0 < at < total)

    def show_problem(self, problem: Problem) -> None:
        """Lead to the field that ``problem`` is about."""
        field = self.fields.field_of(problem)
        if field is not None:
            field.reveal()
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            field.editor.selectAll()
            self._show_soon(field)
            return
        place = self._place_of(problem)
        if place.isValid():
            self.variants.setFocus(Qt.FocusReason.OtherFocusReason)
            self.variants.setCurrentIndex(place)
            self._show_soon(self.variants)

    def _place_of(self, problem: Problem) -> QModelIndex:
        if problem.index is None or not self.variants.isVisibleTo(self):
            return QModelIndex()
        return self.variant_model.place_of(problem.index, problem.field, problem.letter)

    def _focus_first(self) -> None:
        """The first thing that wants mending, else the first field."""
        if self._view is None:
            return
        wrong = next((field for field in self.fields.fields() if field.cell.problems), None)
        field = wrong or next(iter(self.fields.fields()), None)
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._main.verticalScrollBar().setValue(0)
            self._goal = None
            if wrong is not None:
                self._show_soon(wrong)

    def _show_soon(self, widget: QWidget) -> None:
        self._goal = widget
        self._soon.start()

    def _reveal(self) -> None:
        if self._goal is not None and self.isVisible() and self.isAncestorOf(self._goal):
            self._lay_out()
            self._main.ensureWidgetVisible(self._goal, 0, metrics().space_xl)
            self._goal = None

    # -- what the person does -----------------------------------------------------------------------------------------

    def clear(self) -> None:
        """The page is left, or another file is open: nothing of the old one is kept."""
        self._file = self._view = self._order = self._goal = None

    def commit(self) -> None:
        """Tell of an edit that is under way."""
        if self._view is not None:
            self.variants.commit()
            self.fields.commit()

    def leave(self) -> None:
        """Back to where the product was chosen."""
        self.commit()
        self.closed.emit()
        self.clear()

    def go(self, step: int) -> None:
        """The next product (1) or the previous one (-1); the same field keeps the focus."""
        view = self._view
        if view is None or self._file is None or self._order is None:
            return
        row = self._order.next(view.row, step, self._file)
        if row is None:
            return
        self.commit()
        product = number_of(self._file, row)
        if product is None:
            return
        held = self.fields.focused()
        key = held.cell.key if held is not None else ""
        self._show(view_of(self._file, product, self._original), anew=True)
        field = self.fields.field(key)
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_soon(field)
        elif QApplication.focusWidget() is None:
            self._focus_first()
        announce(self, self.header.title())
        self.moved.emit(product)

    def _on_edited(self, index: int, key: str, text: str) -> None:
        self.edited.emit([(index, key, text)])

    # -- size ---------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._soon.start()

    def _fit(self) -> None:
        side = px(NARROW_SIDE if self.width() < px(NARROW_BELOW) else SIDE)
        self._side.setFixedWidth(side + metrics().space_s)
        self.pictures.large.fit(min(side, self.height() - px(BELOW_PICTURE)))


def _mirrored() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
