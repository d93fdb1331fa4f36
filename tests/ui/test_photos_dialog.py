"""A folder of photos beside the products: what was matched, what is placed by hand, and what is agreed to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from hkj_desktop.catalog.photos import Leftover, PhotoMatch
from hkj_desktop.errors import PictureError
from hkj_desktop.files.photo_folder import PhotoFile, list_photos
from hkj_desktop.files.picture_file import Look, look_at_file
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import practice_profile
from hkj_desktop.ui import theme
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell
from hkj_desktop.ui.dialogs.photos import LEFT, MATCHED, Photos, PhotosDialog
from hkj_desktop.ui.dropping import describe
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.photo_models import LISTED, Placing, Products
from hkj_desktop.ui.opened import PHOTO, Opened
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.tasks import TaskRunner
from hkj_desktop.ui.theme import Role
from tests.helpers.catalogues import checked, modest
from tests.helpers.photos import photo
from tests.helpers.ui import InlineRunner, picture, wait_until

HEADERS = ["sku", "title_en", "title_ar", "price_jod", "image_url", "barcode"]
ROWS: list[list[str | None]] = [
    ["HON-1", "Sidr honey", "عسل سدر", "12.500", "https://old.jo/1.jpg", "6291041500213"],
    ["HON-2", "Wild honey", "عسل بري", "6.000", None, None],
    ["COF-1", "Turkish coffee", "قهوة تركية", "3.250", None, None],
    ["TEA-1", "Green tea", "شاي أخضر", "2.000", None, None],
]
NAMES = ("HON-1.jpg", "HON-1_2.jpg", "COF-1.jpg", "new/honey.jpg", "IMG_2041.jpg")
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
pytestmark = pytest.mark.usefixtures("look")
Make = Callable[..., PhotosDialog]


def opened(rows: list[list[str | None]] = ROWS, headers: Sequence[str] = HEADERS) -> Opened:
    return Opened.of(Path("list.csv"), checked(headers, rows), [practice_profile(first_destination())])


class Shelf:
    """Looks at files, and remembers which."""

    def __init__(self) -> None:
        self.looked: list[str] = []

    def look(self, address: str, side: int, _cancel: CancelToken) -> Look:
        self.looked.append(address)
        if not Path(address.removeprefix(PHOTO)).exists():
            raise PictureError(reason="missing")
        return look_at_file(Path(address.removeprefix(PHOTO)), side)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def make(qtbot: Any, shelf: Shelf, tmp_path: Path) -> Iterator[Make]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    host.show()
    store = PictureStore(InlineRunner(), shelf)

    def made(
        names: Sequence[str] = NAMES,
        file: Opened | None = None,
        runner: Any = None,
        direction: Qt.LayoutDirection = LTR,
    ) -> PhotosDialog:
        file = file or opened()
        files = [PhotoFile(name, tmp_path / name, 20_480) for name in names]
        dialog = PhotosDialog(file, Photos.of(files, file.shared), runner or InlineRunner(), store, host)
        dialog.setLayoutDirection(direction)
        dialog.open()
        return dialog

    yield made
    host.close()


def lines(dialog: PhotosDialog, of: str = "photos") -> list[Cell]:
    model = getattr(dialog, of)
    return [model.index(row, 0).data(CELL_ROLE) for row in range(model.rowCount())]


def choose(dialog: PhotosDialog, name: str) -> None:
    """Go to the photo of that name in the list."""
    row = [cell.text for cell in lines(dialog)].index(name)
    dialog.list.setCurrentIndex(dialog.photos.index(row, 0))


def search(qtbot: Any, dialog: PhotosDialog, text: str) -> list[str]:
    """Type, and return the products that are listed."""
    with qtbot.waitSignal(dialog.hits.modelReset):
        dialog.search.setText(text)
    return [cell.text for cell in lines(dialog, "hits")]


def agreed(dialog: PhotosDialog) -> tuple[list[Any], list[Any]]:
    placed: list[Any] = []
    cells: list[Any] = []
    dialog.placed.connect(placed.append)
    dialog.addresses_wanted.connect(cells.append)
    return placed, cells


# -- what is shown ----------------------------------------------------------------------------------------------------


def test_left_over_photos_come_first(make: Make) -> None:
    """What nobody can match is shown at once, the matched ones are one click away, and all of it is counted."""
    dialog = make()
    assert [(cell.text, cell.second) for cell in lines(dialog)] == [
        ("new/honey.jpg", "No product yet"),
        ("IMG_2041.jpg", "No product yet"),
    ]
    assert dialog.current() == "new/honey.jpg"
    assert dialog.without.text() == "2 products without a photo"
    dialog.which.chosen.emit(MATCHED)
    assert [(cell.text, cell.second) for cell in lines(dialog)] == [
        ("HON-1.jpg", "Sidr honey"),
        ("HON-1_2.jpg", "Sidr honey"),
        ("COF-1.jpg", "Turkish coffee"),
    ]
    assert [cell.icon for cell in lines(dialog)] == [Icon.CIRCLE_CHECK] * 3


def test_where_all_were_matched_those_are_shown(make: Make) -> None:
    """Without leftovers the dialog opens with what was matched, and with nothing at all it agrees to nothing."""
    dialog = make(["HON-1.jpg"])
    assert dialog.which.chosen_key() == MATCHED
    assert dialog.current() == "HON-1.jpg"
    nothing = make(["IMG_1.jpg"])
    assert nothing.which.chosen_key() == LEFT
    assert not nothing.accept_button.isEnabled()
    placed, _ = agreed(nothing)
    nothing.accept()
    assert placed == []


def test_it_says_that_only_addresses_are_sent(make: Make) -> None:
    """Nobody can believe that the shop gets the files."""
    texts = " ".join(child.accessibleName() for child in make().findChildren(QWidget))
    assert "addresses of pictures and no files" in texts
    assert "stay on this computer" in texts


def test_products_are_proposed_by_likeness(make: Make) -> None:
    """A photo with a name like a title has these products to choose from; one that says nothing has none."""
    dialog = make()
    choose(dialog, "new/honey.jpg")
    assert {cell.text for cell in lines(dialog, "hits")} == {"Sidr honey", "Wild honey"}
    assert "like its name" in dialog.hint.text()
    choose(dialog, "IMG_2041.jpg")
    assert lines(dialog, "hits") == []
    assert "Search for the product" in dialog.hint.text()


def test_photos_are_seen(qtbot: Any, make: Make, tmp_path: Path, shelf: Shelf) -> None:
    """The photo stands small in its line and large beside the list; one that cannot be read says so in words."""
    for n, name in enumerate(NAMES[:4]):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(photo(n))
    dialog = make()
    store = dialog.list._pictures
    address = f"{PHOTO}{tmp_path / 'new/honey.jpg'}"
    wait_until(qtbot, lambda: isinstance(store.picture(address, 220), QPixmap) and not store.is_loading())
    ground = theme.current().color(Role.SURFACE_QUIET)
    seen = picture(dialog.large)
    colours = {QColor(seen.pixelColor(x, seen.height() // 2)).name() for x in range(20, seen.width() - 20, 7)}
    assert len(colours - {ground.name()}) > 5
    choose(dialog, "IMG_2041.jpg")
    wait_until(qtbot, lambda: store.failure(f"{PHOTO}{tmp_path / 'IMG_2041.jpg'}") == "missing")
    assert not any("HON-1_2" in one for one in shelf.looked)  # not listed here, so not read


def test_a_name_is_shown_as_it_is(make: Make) -> None:
    """A name that would turn a line round, or looks like markup, shows what it holds and does nothing."""
    dialog = make(["\u202egpj.exe.jpg", "<b>x</b>.jpg"])
    model = dialog.photos
    assert "\u202e" not in model.index(0, 0).data()
    assert {model.index(row, 0).data() for row in range(2)} == {"⟨202E⟩gpj.exe.jpg", "<b>x</b>.jpg"}
    assert "<b>" not in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_the_list_is_mirrored(make: Make, qtbot: Any, direction: Qt.LayoutDirection) -> None:
    """The small picture stands at the leading edge, the tick of a placed photo at the other."""
    dialog = make(["HON-1.jpg"], direction=direction)
    table = dialog.list
    rect = table.visualRect(dialog.photos.index(0, 0))
    image = picture(table.viewport())
    good = theme.current().color(Role.GOOD)
    ratio = image.devicePixelRatio()
    found = [
        x
        for x in range(image.width())
        for y in range(int(rect.top() * ratio), int(rect.bottom() * ratio))
        if image.pixelColor(x, y) == good
    ]
    assert found
    middle = rect.center().x() * ratio
    assert all(x > middle for x in found) if direction == LTR else all(x < middle for x in found)


# -- placing by hand --------------------------------------------------------------------------------------------------


def test_placing_and_taking_off(make: Make) -> None:
    """A click places a photo, another one places it elsewhere, and the button takes it off; the counts follow."""
    dialog = make()
    choose(dialog, "new/honey.jpg")
    row = [cell.text for cell in lines(dialog, "hits")].index("Wild honey")
    dialog.table.clicked.emit(dialog.hits.index(row, 0))
    assert lines(dialog)[0].second == "Wild honey"
    assert [cell.strong for cell in lines(dialog, "hits")].index(True) == row
    assert dialog.without.text() == "1 product without a photo"
    placed, _ = agreed(dialog)
    assert dialog.placing.chosen() == {1: ("HON-1.jpg", "HON-1_2.jpg"), 3: ("COF-1.jpg",), 2: ("new/honey.jpg",)}
    dialog.take_off.click()
    assert not dialog.take_off.isEnabled()
    assert lines(dialog)[0].second == "No product yet"
    assert dialog.without.text() == "2 products without a photo"
    dialog.table.chosen.emit(1 - row)
    dialog.accept()
    assert placed == [{1: ("HON-1.jpg", "HON-1_2.jpg", "new/honey.jpg"), 3: ("COF-1.jpg",)}]


def test_a_wrong_match_is_put_right(qtbot: Any, make: Make) -> None:
    """A photo that was matched by its name can be given to another product, and back to its place in the order."""
    dialog = make()
    dialog.show_names(MATCHED)
    choose(dialog, "HON-1.jpg")
    assert search(qtbot, dialog, "tea") == ["Green tea"]
    dialog.table.chosen.emit(0)
    assert dialog.placing.chosen() == {1: ("HON-1_2.jpg",), 3: ("COF-1.jpg",), 4: ("HON-1.jpg",)}
    assert search(qtbot, dialog, "HON-1") == ["Sidr honey"]
    dialog.table.chosen.emit(0)
    assert dialog.placing.chosen()[1] == ("HON-1.jpg", "HON-1_2.jpg")


@pytest.mark.parametrize(
    ("text", "found"),
    [("٦٢٩١٠٤", ["Sidr honey"]), ("HONEY", ["Sidr honey", "Wild honey"]), ("تركية", ["Turkish coffee"]), ("zzz", [])],
)
def test_products_are_found_as_on_the_check_page(qtbot: Any, make: Make, text: str, found: list[str]) -> None:
    """By SKU, barcode or title, in whatever digits and case."""
    dialog = make()
    choose(dialog, "IMG_2041.jpg")
    assert search(qtbot, dialog, text) == found
    assert dialog.hint.text() == (
        f"{len(found)} product{'s' * (len(found) != 1)} found" if found else "No product fits"
    )


def test_clearing_the_search_brings_the_proposals_back(qtbot: Any, make: Make) -> None:
    """And going to another photo forgets what was searched for."""
    dialog = make()
    choose(dialog, "new/honey.jpg")
    assert search(qtbot, dialog, "coffee") == ["Turkish coffee"]
    assert len(search(qtbot, dialog, "")) == 2
    search(qtbot, dialog, "coffee")
    choose(dialog, "IMG_2041.jpg")
    assert dialog.search.text() == ""
    assert lines(dialog, "hits") == []


def test_an_answer_for_another_photo_is_dropped(qtbot: Any, make: Make) -> None:
    """What was searched for one photo does not come up beside the next one."""
    runner = InlineRunner(held=True)
    dialog = make(runner=runner)
    choose(dialog, "new/honey.jpg")
    dialog.search.setText("coffee")
    wait_until(qtbot, lambda: runner.waiting)
    choose(dialog, "IMG_2041.jpg")
    runner.release()
    assert lines(dialog, "hits") == []


def test_the_keyboard_alone_places(qtbot: Any, make: Make) -> None:
    """Enter in the search goes to what was found, Enter there places; neither agrees to the dialog, nor does Enter in
    the list of photos."""
    dialog = make()
    placed, _ = agreed(dialog)
    choose(dialog, "IMG_2041.jpg")
    dialog.search.setFocus()
    qtbot.keyClicks(dialog.search, "tea")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    wait_until(qtbot, lambda: dialog.hits.rowCount() == 1)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.table
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.placing.product_of("IMG_2041.jpg") == 4
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert placed == []
    assert dialog.isVisible()


def test_what_is_marked_is_told_to_a_screen_reader(make: Make) -> None:
    """The line of the chosen product says so, and a photo's line names its product."""
    dialog = make()
    dialog.table.chosen.emit(0)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert dialog.hits.index(0, 0).data(spoken).endswith("Chosen")
    title = lines(dialog, "hits")[0].text
    assert title in dialog.photos.index(0, 0).data(spoken)
    assert all(button.accessibleName() or button.text() for button in dialog.findChildren(QPushButton))


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c", "d"]), st.sampled_from([None, 0, 1, 2, 3])), max_size=30))
@modest()
def test_a_photo_stands_with_one_product(moves: list[tuple[str, int | None]]) -> None:
    """Whatever is placed in whatever order, each photo stands once or not at all, and the counts are those of it."""
    placing = Placing(PhotoMatch({0: ("a", "b"), 2: ("c",)}, (Leftover("d"),), (1, 3)))
    stands: dict[str, int | None] = {"a": 0, "b": 0, "c": 2, "d": None}
    for name, product in moves:
        placing.place(name, product)
        stands[name] = product
    chosen = placing.chosen()
    assert {name: product for product, names in chosen.items() for name in names} == {
        name: product for name, product in stands.items() if product is not None
    }
    assert {name: placing.product_of(name) for name in stands} == stands
    assert placing.having() == len(chosen)
    assert placing.without() == 4 - len(chosen)
    if {"a", "b"} <= set(chosen.get(0, ())):
        assert chosen[0][:2] == ("a", "b")


# -- agreeing ---------------------------------------------------------------------------------------------------------


def test_the_address_of_the_website_fills_the_cells(make: Make) -> None:
    """Each product with a photo gets the addresses of its photos there, and the button says how many cells that are."""
    dialog = make()
    placed, cells = agreed(dialog)
    dialog.base.setText("https://shop.jo/صور")
    assert dialog.accept_button.text() == "Show, and fill in 2 cells"
    dialog.accept()
    folder = "https://shop.jo/%D8%B5%D9%88%D8%B1/"
    assert cells[0].rows() == [
        (0, "c4", f"{folder}HON-1.jpg, {folder}HON-1_2.jpg"),
        (2, "c4", f"{folder}COF-1.jpg"),
    ]
    assert len(placed) == 1


@pytest.mark.parametrize("base", ["shop", "ftp://shop.jo/x", "https://", "https://me@shop.jo/", "C:\\photos"])
def test_what_is_no_address_is_said(make: Make, base: str) -> None:
    """Nothing is agreed to, the field says what is wrong with it, and typing on takes that away."""
    dialog = make()
    placed, cells = agreed(dialog)
    dialog.base.setText(base)
    dialog.accept()
    assert "https://" in dialog.website.error()
    assert (placed, cells) == ([], [])
    assert dialog.isVisible()
    dialog.base.setText("https://shop.jo/x")
    assert dialog.website.error() == ""


def test_without_an_address_nothing_is_filled_in(make: Make) -> None:
    """The photos are shown, and no cell changes."""
    dialog = make()
    placed, cells = agreed(dialog)
    dialog.accept_button.click()
    assert len(placed) == 1
    assert cells == []


def test_cancelling_places_nothing(make: Make, qtbot: Any) -> None:
    """Escape leaves everything as it was, and nothing is loaded any more."""
    dialog = make()
    placed, cells = agreed(dialog)
    store, mine = dialog.list._pictures, id(dialog.list)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert (placed, cells) == ([], [])
    assert mine not in store._wanted


# -- many -------------------------------------------------------------------------------------------------------------


def test_many_products_and_many_photos_stay_quick(qtbot: Any, make: Make, shelf: Shelf) -> None:
    """With 100,000 products and 5,000 leftovers the dialog opens, scrolls and searches without stopping the window, and
    reads only what is seen."""
    rows = [[f"P-{n}", f"Product number {n}", f"منتج {n}", "1.000", None, None] for n in range(100_000)]
    names = [f"P-{n}.jpg" for n in range(5000)] + [f"holiday {n}.jpg" for n in range(5000)]
    file = opened(rows)
    files = [PhotoFile(name, Path("nowhere") / name, 1000) for name in names]
    photos = Photos.of(files, file.shared)
    runner = TaskRunner(workers=1)
    host, store = make().parentWidget(), PictureStore(InlineRunner(), shelf)
    assert host is not None
    longest = 0.0

    def timed(step: Callable[[], object]) -> None:
        nonlocal longest
        begun = time.perf_counter()
        step()
        longest = max(longest, time.perf_counter() - begun)

    def begin() -> PhotosDialog:
        dialog = PhotosDialog(file, photos, runner, store, host)
        dialog.open()
        qtbot.wait(1)
        return dialog

    made: list[PhotosDialog] = []
    timed(lambda: made.append(begin()))
    dialog = made[0]
    assert dialog.photos.rowCount() == 5000
    bar = dialog.list.verticalScrollBar()
    for step in range(21):
        timed(lambda step=step: (bar.setValue(bar.maximum() * step // 20), qtbot.wait(1)))  # type: ignore[misc]
    timed(lambda: dialog.show_names(MATCHED))
    timed(lambda: dialog.show_names(LEFT))
    timed(lambda: search(qtbot, dialog, "number 99"))
    assert dialog.hits.rowCount() == LISTED
    assert dialog.hint.text() == f"The first {LISTED} of 1,111. Type more to find the one."
    assert lines(dialog, "hits")[0].text == "Product number 99"
    timed(lambda: dialog.table.chosen.emit(0))
    assert longest < 1.0  # on a machine that does other things too; it takes a few hundredths
    assert len(set(shelf.looked)) < 400
    dialog.reject()
    assert runner.shutdown(10) == []


def test_the_exact_product_is_never_cut_off() -> None:
    """Of more than are listed, what is exactly or begins with what was typed stands first."""
    rows: list[list[str | None]] = [[f"X{n}-7", "Tea", "شاي", "1.000", None, None] for n in range(200)]
    rows += [["7-UP", "Soda", "صودا", "1.000", None, None], ["7", "Seven", "سبعة", "1.000", None, None]]
    found, total = Products.of(checked(HEADERS, rows)).search("7")
    assert found[:2] == [202, 201]
    assert (len(found), total) == (LISTED, 202)


def test_variants_are_one_product() -> None:
    """A product of several rows is listed once, with the first SKU and title that it has."""
    headers = ["product_id", "sku", "title_en", "title_ar", "price_jod"]
    file = checked(headers, [["1", "A", "Shirt", "قميص", "1.000"], ["2", "C", None, "بنطال", "1.000"]])
    products = Products.of(file)
    assert [products.names(product) for product in products.frame["product"]] == [("Shirt", "A"), ("بنطال", "C")]
    assert isinstance(products.frame, pl.DataFrame)


# -- dropping a folder ------------------------------------------------------------------------------------------------


def test_a_folder_is_taken_where_a_catalogue_is_open(tmp_path: Path) -> None:
    """While it hangs at the pointer the window says what would happen; without a catalogue it is refused as ever, and a
    file is what it was."""
    folder = tmp_path / "photos"
    folder.mkdir()
    (tmp_path / "list.csv").write_text("sku\n1\n")
    urls = [QUrl.fromLocalFile(str(folder))]
    taken = describe(urls, photos=True)
    assert taken.accepted
    assert "photos" in taken.title
    refused = describe(urls)
    assert not refused.accepted
    file = [QUrl.fromLocalFile(str(tmp_path / "list.csv"))]
    assert describe(file, photos=True) == describe(file)
    assert not describe([*urls, *file], photos=True).accepted


def test_what_is_listed_is_what_is_in_the_folder(tmp_path: Path) -> None:
    """Matched as it was read from the disk: folders inside, capitals, and files that are no photos."""
    for name in ("HON-1.JPG", "inside/COF-1.png", "notes.txt", "IMG 1.webp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    photos = Photos.of(list_photos(tmp_path, CancelToken()), opened().shared)
    assert dict(photos.matched.placed) == {1: ("HON-1.JPG",), 3: ("inside/COF-1.png",)}
    assert [one.name for one in photos.matched.leftover] == ["IMG 1.webp"]
    assert photos.paths["inside/COF-1.png"] == str(tmp_path / "inside" / "COF-1.png")
