"""A folder of photos beside the products: which photo was matched with which product, and those that are left to be
placed by hand. Only addresses are ever sent; the dialog says so and can fill them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hkj_desktop.errors import AppError, PictureError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, ltr
from hkj_desktop.ui.dialogs.base import Dialog, fitting
from hkj_desktop.ui.dialogs.photo_parts import WIDTH, HitTable, PhotoFrame, PhotoTable
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.photo_models import LISTED, HitsModel, PhotosModel, Placing, Products
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.tasks import Owner, Report, Runner
from hkj_desktop.ui.theme import Role, Tone, Type, metrics, px
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl
from hkj_desktop.ui.widgets.field_row import FieldRow
from hkj_desktop.ui.widgets.labels import ElidedLabel, Label
from hkj_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    import polars as pl

    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.photos import Leftover, PhotoMatch
    from hkj_desktop.files.photo_folder import PhotoFile

SIZE, LEAST = QSize(980, 700), QSize(720, 440)
LEFT, MATCHED = "left", "matched"
LONGEST_NAME = 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Photos:
    """What is in a folder: ``files`` and ``paths`` of the photos by their names, how they were matched, and the
    products that they may belong to."""

    files: Mapping[str, PhotoFile]
    paths: Mapping[str, str]
    matched: PhotoMatch
    products: Products

    @staticmethod
    def of(files: Sequence[PhotoFile], checked: Checked) -> Photos:
        """``files`` matched with the products of ``checked``. A second for 50,000 of them: call it in a task."""
        from hkj_desktop.catalog.photos import match_photos

        return Photos(
            {photo.name: photo for photo in files},
            {photo.name: str(photo.path) for photo in files},
            match_photos([photo.name for photo in files], checked),
            Products.of(checked),
        )


class PhotosDialog(Dialog):
    """``placed(dict)``: product → the names of its photos, when the person agrees; then, where they are on the person's
    website, ``addresses_wanted(frame)``: the cells of the picture column with their addresses there (``index``,
    ``key``, ``after``). The photos must be allowed to be read (``Parts.allow_photos``)."""

    placed = Signal(object)
    addresses_wanted = Signal(object)

    def __init__(self, file: Opened, photos: Photos, runner: Runner, pictures: PictureStore, parent: QWidget) -> None:
        super().__init__(self.tr("Photos for your products"), parent)
        self._file, self._runner = file, runner
        self._owner = Owner("photos dialog", self)
        self._files = photos.files
        self._leftover = {one.name: one for one in photos.matched.leftover}
        self._products = photos.products
        self.placing = Placing(photos.matched)
        self._names = {
            LEFT: list(self._leftover),
            MATCHED: [name for names in photos.matched.placed.values() for name in names],
        }
        self.photos = PhotosModel(self.placing, photos.products, photos.paths, self)
        self.hits = HitsModel(photos.products, self)
        self.resize(fitting(SIZE, parent, LEAST))
        self.body.setSpacing(metrics().space_m)
        self.body.addWidget(Label(self.tr("Photos for your products"), Type.TITLE))
        self._add_head()
        row = QHBoxLayout()
        row.setSpacing(metrics().space_l)
        self.list = PhotoTable(self.photos, pictures, self.tr("Photos"))
        self.list.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_photo(now))
        row.addWidget(self.list, 5)
        row.addLayout(self._preview(pictures))
        row.addLayout(self._search(), 5)
        self.body.addLayout(row, 1)
        self._add_website()
        self.accept_button = Button("", kind=Kind.PRIMARY)
        self.add_buttons(self.accept_button, Button(self.tr("Cancel")))
        self.finished.connect(self._owner.close)
        self._show_counts()
        self.show_names(LEFT if self._leftover else MATCHED)
        self.list.setFocus()

    # -- what it is made of -------------------------------------------------------------------------------------------

    def _add_head(self) -> None:
        texts = {LEFT: self.tr("Left over {n}"), MATCHED: self.tr("Matched {n}")}
        choices = [Choice(key, text.format(n=say.number(len(self._names[key])))) for key, text in texts.items()]
        self.which = SegmentedControl(choices, spoken=self.tr("Photos that are shown"))
        self.which.chosen.connect(self.show_names)
        self.without = Label("", quiet=True)
        row = QHBoxLayout()
        row.setSpacing(metrics().space_l)
        row.addWidget(self.which)
        row.addWidget(self.without)
        row.addStretch(1)
        self.body.addLayout(row)

    def _preview(self, pictures: PictureStore) -> QVBoxLayout:
        self.large = PhotoFrame(pictures)
        self._name = ElidedLabel("", Type.STRONG, elide=Qt.TextElideMode.ElideMiddle)
        self._size = ElidedLabel("", Type.SMALL, color=Role.TEXT_QUIET)
        for label in (self._name, self._size):
            label.setFixedWidth(px(WIDTH))
        self.take_off = Button(self.tr("Belongs to no product"), Icon.X)
        self.take_off.clicked.connect(lambda: self._place(None))
        column = QVBoxLayout()
        column.setSpacing(metrics().space_xs)
        column.addWidget(self.large, 1)
        column.addSpacing(metrics().space_xs)
        column.addWidget(self._name)
        column.addWidget(self._size)
        column.addSpacing(metrics().space_xs)
        column.addWidget(self.take_off)
        return column

    def _search(self) -> QVBoxLayout:
        self.search = SearchField(self.tr("Product, SKU or barcode"), self.tr("Clear"))
        self.search.searched.connect(self._look)
        self.table = HitTable(self.hits, self.tr("Products that it may belong to"))
        self.table.chosen.connect(lambda row: self._place(self.hits.product(row)))
        self.hint = Label("", Type.SMALL, quiet=True, wrap=True)
        column = QVBoxLayout()
        column.setSpacing(metrics().space_s)
        column.addWidget(self.search)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        return column

    def _add_website(self) -> None:
        note = self.tr(
            "A shop takes the addresses of pictures and no files: these photos stay on this computer. Is the folder on"
            " your website too? Give its address, and the picture cells are filled in. You can undo that."
        )
        self.body.addWidget(Banner(note, Tone.NEUTRAL, icon=Icon.INFO))
        self.base = QLineEdit()
        ltr(self.base)
        self.base.setPlaceholderText("https://example.com/photos/")
        self.base.textChanged.connect(lambda _text: self._on_base())
        self.website = FieldRow(
            self.tr("Address of the folder on your website"), self.base, optional=self.tr("(may stay empty)")
        )
        self.body.addWidget(self.website)

    # -- photos -------------------------------------------------------------------------------------------------------

    def show_names(self, which: str) -> None:
        """Show the photos that are left over, or those that were matched."""
        self.which.set_chosen(which)
        self.photos.show_names(self._names[which])
        if self._names[which]:
            self.list.setCurrentIndex(self.photos.index(0, 0))
        else:
            self._show_photo(QModelIndex())

    def current(self) -> str | None:
        """The name of the photo that is shown large."""
        index = self.list.currentIndex()
        return self.photos.name(index.row()) if index.isValid() else None

    def _show_photo(self, index: QModelIndex) -> None:
        shown = index.isValid()
        name = self.photos.name(index.row()) if shown else ""
        address = self.photos.address(index.row()) if shown else ""
        self.list.also_wanted(address)
        self.large.show_photo(address, display_safe(name))
        self._name.set_text(display_safe(name))
        self._size.set_text(say.size(self._files[name].size) if shown else "")
        self.search.setEnabled(shown)
        self.search.clear()
        self._propose()

    def _place(self, product: int | None) -> None:
        name = self.current()
        if name is None:
            return
        self.placing.place(name, product)
        self.photos.changed(self.list.currentIndex().row())
        self.hits.set_chosen(product)
        self.take_off.setEnabled(product is not None)
        self._show_counts()

    # -- products -----------------------------------------------------------------------------------------------------

    def _propose(self) -> None:
        """The product that the photo stands with, and those that its name speaks for."""
        self._owner.cancel("look")
        name = self.current()
        chosen = self.placing.product_of(name) if name is not None else None
        left = self._leftover.get(name or "")
        likely = left.candidates if left is not None else ()
        hits = list(dict.fromkeys([*(() if chosen is None else (chosen,)), *likely]))
        self.take_off.setEnabled(chosen is not None)
        self.hits.show_hits(hits, chosen)
        self._say(self._why(left) if name is not None else "")

    def _why(self, left: Leftover | None) -> str:
        if left is None:
            return self.tr("Matched by its name. Search, if it belongs to another product.")
        if not left.candidates:
            return self.tr("No SKU and no title is like its name. Search for the product.")
        if left.named:
            return self.tr("Its name fits each of these. Choose one, or search.")
        return self.tr("These have a title like its name. Choose one, or search.")

    def _look(self, text: str) -> None:
        if not text:
            self._propose()
            return
        name, products = self.current(), self._products

        def work(_cancel: CancelToken, _report: Report) -> tuple[list[int], int]:
            return products.search(text)

        def done(found: tuple[list[int], int]) -> None:
            if name == self.current() and name is not None and text == self.search.text().strip():
                self._show_hits(name, *found)

        self._runner.submit(work, owner=self._owner, done=done, failed=self._on_failed, slot="look")

    def _show_hits(self, name: str, hits: list[int], total: int) -> None:
        self.hits.show_hits(hits, self.placing.product_of(name))
        if not total:
            self._say(self.tr("No product fits"))
        elif total > len(hits):
            text = self.tr("The first {n} of {total}. Type more to find the one.")
            self._say(text.format(n=say.number(LISTED), total=say.number(total)))
        else:
            self._say(say.counted(self.tr("%n product(s) found", "", total), total))

    def _on_failed(self, error: AppError) -> None:
        words = say.error(error)
        self._say(f"{words.title}. {words.todo}", Tone.ERROR)

    def _say(self, text: str, tone: Tone | None = None) -> None:
        self.hint.setText(text)
        self.hint.set_tone(tone, quiet=tone is None)

    # -- agreeing -----------------------------------------------------------------------------------------------------

    def _show_counts(self) -> None:
        without = self.placing.without()
        self.without.setText(say.counted(self.tr("%n product(s) without a photo", "", without), without))
        self._on_base()

    def _on_base(self) -> None:
        self.website.set_error("")
        having = self.placing.having()
        text = self.tr("Show these photos")
        if self.base.text().strip():
            text = say.counted(self.tr("Show, and fill in %n cell(s)", "", having), having)
        self.accept_button.setText(text)
        self.accept_button.setEnabled(having > 0)
        self.accept_button.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a list or in the search is about that alone: it agrees to nothing."""
        if event.key() in _ENTER and self.focusWidget() in (self.search, self.table, self.list):
            if self.focusWidget() is self.search:
                self._go_to_hits()
            return
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.search:
            self._go_to_hits()
            return
        super().keyPressEvent(event)

    def _go_to_hits(self) -> None:
        if self.hits.rowCount():
            self.table.setCurrentIndex(self.hits.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def accept(self) -> None:
        if not self.accept_button.isEnabled():
            return
        base, chosen = self.base.text().strip(), self.placing.chosen()
        cells = self._addresses(chosen, base) if base else None
        if base and cells is None:
            return
        self.placed.emit(chosen)
        if cells is not None:
            self.addresses_wanted.emit(cells)
        super().accept()

    def _addresses(self, chosen: dict[int, tuple[str, ...]], base: str) -> pl.DataFrame | None:
        from hkj_desktop.catalog.photos import photo_addresses

        try:
            return photo_addresses(chosen, base, self._file.shared)
        except PictureError:
            self.website.set_error(self.tr("This is not the address of a folder on the web. It begins with https://"))
            self.base.setFocus()
            return None
