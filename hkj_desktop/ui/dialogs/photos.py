"""A folder of photos beside the products: which photo was matched with which product, and those that are left to be
placed by hand. Only addresses are ever sent; the dialog says so and can fill them in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hkj_desktop.errors import PictureError
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto, ltr
from hkj_desktop.ui.dialogs.base import Dialog
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.opened import PHOTO, Opened
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.theme import Tone, Type, metrics
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.field_row import FieldRow
from hkj_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.photos import PhotoMatch
    from hkj_desktop.files.photo_folder import PhotoFile

SIZE = QSize(880, 620)
THUMBNAIL = 56
PREVIEW = 220
LONGEST_NAME = 60
#: So many products are proposed for a photo before one has typed.
PROPOSED = 12


class PhotosDialog(Dialog):
    """``placed(dict)``: product → the names of its photos, when the person agrees; ``addresses_wanted(frame)``: besides,
    the cells of the picture column with the addresses that these photos have on the person's website (``index``,
    ``key``, ``after``)."""

    placed = Signal(object)
    addresses_wanted = Signal(object)

    def __init__(
        self,
        file: Opened,
        photos: Sequence[PhotoFile],
        matched: PhotoMatch,
        pictures: PictureStore,
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Photos for your products"), parent)
        self._file = file
        self._paths = {photo.name: str(photo.path) for photo in photos}
        self._pictures = pictures
        self._placed = {product: list(names) for product, names in matched.placed.items()}
        self._by_hand: dict[str, int] = {}
        self._leftover = {one.name: one for one in matched.leftover}
        rows = file.shared.products.rows.filter("first").select("product", "sku", "title_en", "title_ar")
        self._titles = {product: self._title(sku, en, ar) for product, sku, en, ar in rows.iter_rows()}
        self.resize(SIZE.boundedTo(parent.window().size() - QSize(40, 40)).expandedTo(QSize(640, 460)))
        self.body.addWidget(Label(self.tr("Photos for your products"), Type.TITLE))
        self.body.addWidget(Label(self._summary(matched), quiet=True, wrap=True))
        self._build_leftovers()
        note = self.tr(
            "The shop takes addresses of pictures, and no picture files: these photos are shown here and stay on this"
            " computer. Put the folder on your website and give its address, and the addresses are filled in."
        )
        self.body.addWidget(Banner(note, Tone.NEUTRAL, icon=Icon.INFO))
        self.base = QLineEdit()
        ltr(self.base)
        self.base.setPlaceholderText("https://example.com/photos/")
        self.wrong = Label("", wrap=True)
        self.wrong.set_tone(Tone.ERROR)
        self.wrong.hide()
        self.base.textChanged.connect(lambda _text: self.wrong.hide())
        self.body.addWidget(FieldRow(self.tr("Address of the folder on your website (may be left empty)"), self.base))
        self.body.addWidget(self.wrong)
        self.add_buttons(Button(self.tr("Show these photos"), kind=Kind.PRIMARY), Button(self.tr("Cancel")))
        pictures.arrived.connect(self._on_arrived)
        self._show_thumbnails()

    # -- what is shown ------------------------------------------------------------------------------------------------

    @staticmethod
    def _title(sku: str | None, english: str | None, arabic: str | None) -> str:
        arabic_window = say.translate("Language", "en") == "ar"
        title = (arabic or english) if arabic_window else (english or arabic)
        return " · ".join(display_safe(part, LONGEST_NAME) for part in (title, sku) if part)

    def _summary(self, matched: PhotoMatch) -> str:
        count = sum(map(len, matched.placed.values()))
        parts = [
            self.tr("%n photo(s) matched by SKU or barcode", "", count),
            self.tr("%n left over", "", len(matched.leftover)),
            self.tr("%n product(s) without a photo", "", len(matched.without)),
        ]
        numbers = (count, len(matched.leftover), len(matched.without))
        return " · ".join(say.counted(text, n) for text, n in zip(parts, numbers, strict=True))

    def _build_leftovers(self) -> None:
        self.leftovers = QListWidget()
        self.leftovers.setAccessibleName(self.tr("Photos that are left over"))
        self.leftovers.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.leftovers.currentItemChanged.connect(lambda _now, _before: self._show_current())
        for name in self._leftover:
            item = QListWidgetItem(display_safe(name, LONGEST_NAME))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, THUMBNAIL + metrics().space_s))
            self.leftovers.addItem(item)
        self.picture = QLabel()
        self.picture.setFixedSize(PREVIEW, PREVIEW)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.product = QComboBox()
        self.product.setEditable(True)
        self.product.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.product.completer()
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.product.activated.connect(lambda _at: self._place_current())
        side = QVBoxLayout()
        side.addWidget(self.picture)
        side.addWidget(FieldRow(self.tr("Belongs to"), self.product))
        side.addStretch()
        self._hand = QWidget()
        row = QHBoxLayout(self._hand)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().space_l)
        row.addWidget(self.leftovers, 1)
        row.addLayout(side)
        self.body.addWidget(self._hand, 1)
        self._hand.setVisible(bool(self._leftover))
        if self._leftover:
            self.leftovers.setCurrentRow(0)

    def _current(self) -> str | None:
        item = self.leftovers.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def _show_current(self) -> None:
        name = self._current()
        if name is None:
            return
        self.product.clear()
        self.product.addItem(self.tr("No product"), None)
        likely = self._leftover[name].candidates
        others = (product for product in self._titles if product not in set(likely))
        for product in [*likely, *others]:
            self.product.addItem(self._titles[product], product)
        chosen = self._by_hand.get(name)
        self.product.setCurrentIndex(self.product.findData(chosen) if chosen is not None else 0)
        self._show_picture()

    def _show_picture(self) -> None:
        name = self._current()
        found = self._pictures.picture(PHOTO + self._paths[name], PREVIEW) if name is not None else None
        self.picture.setPixmap(found if isinstance(found, QPixmap) else QPixmap())

    def _show_thumbnails(self) -> None:
        for at in range(self.leftovers.count()):
            item = self.leftovers.item(at)
            if self.leftovers.visualItemRect(item).top() > self.leftovers.height() or not item.icon().isNull():
                continue
            found = self._pictures.picture(PHOTO + self._paths[item.data(Qt.ItemDataRole.UserRole)], THUMBNAIL)
            if isinstance(found, QPixmap):
                item.setIcon(QIcon(found))

    def _on_arrived(self, _address: str) -> None:
        QTimer.singleShot(0, self, self._show_thumbnails)
        QTimer.singleShot(0, self, self._show_picture)

    # -- what the person does -----------------------------------------------------------------------------------------

    def _place_current(self) -> None:
        name, product = self._current(), self.product.currentData()
        if name is None:
            return
        if product is None:
            self._by_hand.pop(name, None)
        else:
            self._by_hand[name] = int(product)
        item, label = self.leftovers.currentItem(), display_safe(name, LONGEST_NAME)
        if product is not None:
            text = self.tr("{photo} → {product}")
            label = text.format(photo=isolate_auto(label), product=isolate_auto(self._titles[int(product)]))
        item.setText(label)

    def chosen(self) -> dict[int, tuple[str, ...]]:
        """Product → its photos, with those that were placed by hand behind the others."""
        found = {product: list(names) for product, names in self._placed.items()}
        for name, product in self._by_hand.items():
            found.setdefault(product, []).append(name)
        return {product: tuple(names) for product, names in found.items()}

    def accept(self) -> None:
        base, chosen = self.base.text().strip(), self.chosen()
        if base:
            cells = self._addresses(chosen, base)
            if cells is None:
                return
            self.addresses_wanted.emit(cells)
        self.placed.emit(chosen)
        super().accept()

    def _addresses(self, chosen: dict[int, tuple[str, ...]], base: str) -> pl.DataFrame | None:
        from hkj_desktop.catalog.photos import photo_addresses

        try:
            return photo_addresses(chosen, base, self._file.shared)
        except PictureError:
            self.wrong.setText(self.tr("This is no address of a folder on the web. It begins with https://"))
            self.wrong.show()
            self.base.setFocus()
            return None
