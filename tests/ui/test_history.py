"""The history page: of which shop, in which colour, and by the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hkj_desktop.system.settings import PRACTICE_ID
from hkj_desktop.ui import theme
from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell
from hkj_desktop.ui.models.history_model import END, EVERY_SHOP, FILE, SHOP, HistoryModel
from hkj_desktop.ui.pages.history_page import HistoryPage
from hkj_desktop.ui.theme import shop_color_number
from hkj_desktop.uploads.entries import Target, Upload
from tests.helpers.ui import leftmost, picture, shown, wait_until

PRACTICE = (PRACTICE_ID, "Practice shop")
NOOR, BALAD = ("p1", "Al-Noor"), ("p2", "دكان البلد")


def upload(number: int, shop: tuple[str, str]) -> Upload:
    return Upload(
        id=f"u{number}",
        target=Target("hkj", *shop, "https://shop.example/api"),
        file_name=f"{number}.csv",
        file_path=f"/lists/{number}.csv",
        format="json",
        products=1,
        left_out=0,
        created=1_800_000_000 - number,
        changed=1_800_000_000 - number,
        outcome="done",
        error_code=None,
        error_params={},
        planned=0,
        accepted=1,
        rejected=0,
        unknown=0,
    )


def uploads(*shops: tuple[str, str]) -> list[Upload]:
    return [upload(number, shop) for number, shop in enumerate(shops)]


def files(model: HistoryModel) -> Sequence[str]:
    return [model.index(row, FILE).data() for row in range(model.rowCount())]


def chips(page: HistoryPage) -> list[str]:
    return [chip.text() for chip in page.shops._chips.values()]


@pytest.fixture
def page(qapp: QApplication, qtbot: Any, look: Any) -> HistoryPage:
    made = HistoryPage()
    shown(qtbot, made, 900, 500)
    return made


def test_one_shop_needs_no_filter(page: HistoryPage) -> None:
    """With nothing sent, or all of it to one shop, there is nothing to choose."""
    for listed in ([], uploads(NOOR, NOOR)):
        page.set_uploads(listed)
        assert not page.shops.isVisible()


def test_uploads_of_one_shop(page: HistoryPage) -> None:
    """Each shop of the list is there once, the latest first; choosing one lists its uploads alone."""
    page.set_uploads(uploads(NOOR, PRACTICE, NOOR, BALAD))
    assert page.shops.isVisible()
    assert chips(page) == ["All shops", "Al-Noor", "Practice shop", "دكان البلد"]
    page.table.setCurrentIndex(page.model.index(0, FILE))
    assert page.open.isEnabled()
    list(page.shops._chips.values())[1].click()
    assert files(page.model) == ["0.csv", "2.csv"]
    assert not page.open.isEnabled()
    opened: list[str] = []
    page.open_requested.connect(opened.append)
    page.table.activated.emit(page.model.index(1, 0))
    assert opened == ["u2"]


def test_the_choice_stays_when_the_list_is_read_anew(page: HistoryPage) -> None:
    """A new upload to another shop changes nothing; where the shop is gone from the list, all are shown."""
    page.set_uploads(uploads(NOOR, BALAD))
    list(page.shops._chips.values())[2].click()
    assert files(page.model) == ["1.csv"]
    page.set_uploads(uploads(PRACTICE, NOOR, BALAD))
    assert files(page.model) == ["2.csv"]
    assert page.shops.chosen_keys() == ["id p2"]
    page.set_uploads(uploads(PRACTICE, NOOR))
    assert page.shops.chosen_keys() == [EVERY_SHOP]
    assert files(page.model) == ["0.csv", "1.csv"]


def test_a_renamed_shop_is_one_shop(qapp: QApplication) -> None:
    """Under its newest name, also where it was removed and added again; addresses of the command line are shops by
    their name; the practice shop is another than one that is called so."""
    model = HistoryModel()
    model.set_uploads(
        uploads(
            ("p1", "New"), ("p1", "Old"), ("p9", "old"), ("", "https://a.example"), ("", "https://b.example"), PRACTICE
        )
    )
    assert model.shops() == {
        "id p1": "New",
        "name https://a.example": "https://a.example",
        "name https://b.example": "https://b.example",
        f"id {PRACTICE_ID}": "Practice shop",
    }
    model.show_shop("id p1")
    assert files(model) == ["0.csv", "1.csv", "2.csv"]


def test_shops_have_their_colour(page: HistoryPage) -> None:
    """The dot before the name has the colour that the shop's badge has; an address has none."""
    page.set_uploads(uploads(NOOR, PRACTICE, ("", "https://a.example")))
    cells: list[Cell] = [page.model.index(row, SHOP).data(CELL_ROLE) for row in range(3)]
    assert [cell.dot for cell in cells] == [shop_color_number("p1"), 0, None]
    assert page.model.index(0, END).data(CELL_ROLE).dot is None
    page.table.clearSelection()
    image = picture(page.table.viewport())
    at = page.table.columnViewportPosition(SHOP)
    ink, _wash = theme.current().shop_colors(shop_color_number("p1"))
    assert at < leftmost(image, ink) < at + 30


def test_the_filter_is_reached_by_the_keyboard(page: HistoryPage, qtbot: Any) -> None:
    """Tab leads from the filter to the table and on to the button; arrow keys choose."""
    page.set_uploads(uploads(NOOR, BALAD))
    page.activateWindow()
    first = page.shops._chips[EVERY_SHOP]
    first.setFocus()
    wait_until(qtbot, first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert files(page.model) == ["0.csv"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.table
    page.table.setCurrentIndex(page.model.index(0, FILE))
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.open


def test_an_upload_that_puts_another_back_is_named_by_it(page: HistoryPage) -> None:
    """Also where it puts back a putting back: the person knows their own file, and not ours."""
    first = upload(3, PRACTICE)
    second = replace(upload(2, PRACTICE), file_name="put-back-3.json", reverts=first.id)
    third = replace(upload(1, PRACTICE), file_name="put-back-3.json", reverts=second.id)
    page.set_uploads([third, second, first])
    assert files(page.model) == ["Put back: 3.csv", "Put back: 3.csv", "3.csv"]
    page.set_uploads([second])
    assert files(page.model) == ["put-back-3.json"], "the original is not in the record any more"


def test_the_shop_is_a_column_only_where_there_are_several(page: HistoryPage) -> None:
    """One shop needs no column, and the file's name gets its room."""
    page.set_uploads(uploads(PRACTICE, PRACTICE))
    assert page.table.isColumnHidden(SHOP)
    page.set_uploads(uploads(PRACTICE, NOOR))
    assert not page.table.isColumnHidden(SHOP)
