"""What a person does while something is still being worked out goes where they meant it to go."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from hkj_desktop.errors import PictureError
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import practice_profile
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.exports import ExportController
from hkj_desktop.ui.dialogs.preview import PreviewDialog
from hkj_desktop.ui.fixing import Fixing
from hkj_desktop.ui.models.card_model import CardModel, Order
from hkj_desktop.ui.models.frame_model import Filter
from hkj_desktop.ui.pages.check_views import TABLE, CheckViews
from hkj_desktop.ui.pictures import PictureStore
from hkj_desktop.ui.saving import Saving
from tests.helpers.ui import InlineRunner

HEAD = ["sku", "title_en", "title_ar", "price_jod", "stock_qty", "category_en", "option1_value"]
Write = Callable[[list[list[str]]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(rows: list[list[str]]) -> Path:
        path = tmp_path / "list.csv"
        with path.open("w", newline="", encoding="utf-8-sig") as out:
            csv.writer(out).writerows([HEAD, *rows])
        return path

    return make


def teas(count: int, price: str = "1.250") -> list[list[str]]:
    return [[f"S{n}", f"Tea {n}", f"شاي {n}", price, "3", "Food", ""] for n in range(count)]


@pytest.fixture
def runner() -> InlineRunner:
    return InlineRunner()


@pytest.fixture
def catalogue(qapp: Any, runner: InlineRunner, tmp_path: Path) -> CatalogueController:
    shops = [practice_profile(first_destination())]
    return CatalogueController(
        runner, lambda _only: shops, lambda _print: {}, lambda *_match: None, tmp_path / "none", tmp_path / "drafts"
    )


class NoPictures:
    def look(self, *_asked: object) -> None:
        raise PictureError(reason="missing")


def views_of(qtbot: Any, runner: InlineRunner) -> CheckViews:
    views = CheckViews(runner, PictureStore(InlineRunner(), NoPictures()))  # type: ignore[arg-type]
    qtbot.addWidget(views)
    views.show_view(TABLE)
    return views


def cell(index: int, key: str, text: str) -> pl.DataFrame:
    return pl.DataFrame({"index": [index], "key": [key], "after": [text]}, schema_overrides={"index": pl.UInt32})


def leave_out_first(catalogue: CatalogueController) -> None:
    assert catalogue.file is not None
    catalogue.edits.write("left_out", None, catalogue.file.draft, left_out=pl.Series([0], dtype=pl.UInt32))


def test_a_cell_is_written_on_the_row_that_was_seen(
    qtbot: Any, catalogue: CatalogueController, runner: InlineRunner, write: Write
) -> None:
    """Typing into a sorted table whose rows are still those from before another row left changes the product that
    stood there."""
    catalogue.open(write(teas(60)))
    rows_runner = InlineRunner()
    views = views_of(qtbot, rows_runner)
    told: list[tuple[object, ...]] = []
    views.editing.wanted.connect(lambda *said: told.append(said))
    views.show_file(catalogue.file, Filter(text="tea"), new=True)
    rows_runner.held = True
    leave_out_first(catalogue)
    views.show_file(catalogue.file, Filter(text="tea"), new=False)
    model = views.table_model
    row = next(at for at in range(model.rowCount()) if model.raw(at, model.fixed) == "S10")
    model.setData(model.index(row, model.fixed + 3), "9.999")
    ((name, cells, shown),) = told
    catalogue.edits.write(str(name), cells, shown.draft)  # type: ignore[attr-defined, arg-type]
    draft = catalogue.edits.draft
    assert draft is not None
    assert [draft.text("c0", at) for at in range(60) if draft.text("c3", at) == "9.999"] == ["S10"]


def test_a_product_is_opened_from_the_row_that_was_seen(
    qtbot: Any, catalogue: CatalogueController, write: Write
) -> None:
    """While other rows are on their way, a double click on a row, and the keyboard's row, mean what is shown."""
    catalogue.open(write(teas(30)))
    rows_runner = InlineRunner()
    views = views_of(qtbot, rows_runner)
    views.show_file(catalogue.file, Filter(text="tea"), new=True)
    rows_runner.held = True
    leave_out_first(catalogue)
    views.show_file(catalogue.file, Filter(text="tea"), new=False)
    opened: list[int] = []
    views.opened.connect(opened.append)
    last = views.table_model.index(views.table_model.rowCount() - 1, 0)
    views._open_row(last)
    assert opened == [30]
    assert list(views.shown_products()) == list(range(1, 31))


def variants() -> list[list[str]]:
    rows = []
    for n in range(6):
        rows.append([f"P{n}-a", f"Tea {n}", f"شاي {n}", f"{9 - n}.500", "1", "Food", "250 g"])
        rows += [[f"P{n}-b", "", "", f"{9 - n}.750", "2", "", "500 g"], [f"P{n}-c", "", "", "", "2", "", "1 kg"]]
    return rows


@pytest.mark.parametrize("order", [Order.FILE, Order.PRICE])
@pytest.mark.parametrize("grouped", [False, True])
def test_cards_of_products_with_variants_stay_after_an_edit(
    qapp: Any, catalogue: CatalogueController, write: Write, order: Order, grouped: bool
) -> None:
    """A search among the cards shows the same products after a cell of another product was changed, in every order."""
    catalogue.open(write(variants()))
    model = CardModel(InlineRunner())
    model.set_grouped(grouped)
    model.set_order(order)
    model.show_source(catalogue.file, Filter(text="tea"), keep_order=True)
    before = [model.product_at(row) for row in range(model.rowCount())]
    assert catalogue.file is not None
    catalogue.edits.write("typed", cell(3, "c1", "Green coffee"), catalogue.file.draft)
    model.show_source(catalogue.file, Filter(text="tea"), keep_order=True, keep_rows=True)
    assert [model.product_at(row) for row in range(model.rowCount())] == before
    assert sorted(before) == [1, 2, 3, 4, 5, 6]
    assert model.card(before.index(2)).text == "Green coffee"
    assert len(model.groups()) == int(grouped)


def test_agreeing_to_a_preview_leaves_alone_what_was_typed_meanwhile(
    qtbot: Any, catalogue: CatalogueController, runner: InlineRunner, write: Write
) -> None:
    """A cell that was typed into after its preview was made keeps what was typed, and that is told."""
    catalogue.open(write([*teas(3, "1.2505"), *teas(40)[3:]]))
    window = QWidget()
    qtbot.addWidget(window)
    fixing = Fixing(window, catalogue, InlineRunner())
    said: list[int] = []
    fixing.passed_over.connect(said.append)
    runner.held = True
    assert catalogue.file is not None
    catalogue.edits.write("typed", cell(0, "c3", "7.777"), catalogue.file.draft)
    fixing.offer_everything()
    (dialog,) = window.findChildren(PreviewDialog)
    dialog.accept_button.click()
    draft = catalogue.edits.draft
    assert draft is not None
    assert [draft.text("c3", at) for at in range(3)] == ["7.777", "1.251", "1.251"]
    assert said == [1]


def test_nothing_left_to_mend_is_said(qtbot: Any, catalogue: CatalogueController, write: Write) -> None:
    """Where the last problem went before the button was pressed, that is told and nothing fails."""
    catalogue.open(write(teas(5)))
    window = QWidget()
    qtbot.addWidget(window)
    fixing = Fixing(window, catalogue, InlineRunner())
    said: list[bool] = []
    fixing.nothing_left.connect(lambda: said.append(True))
    fixing.offer_everything()
    assert said == [True]
    assert not window.findChildren(PreviewDialog)


class Chosen(QObject):
    """Stands in for the dialog that asks where to save."""

    def __init__(self) -> None:
        super().__init__()
        self.then: Callable[[str], None] | None = None

    def save(self, _name: str, _kind: str, then: Callable[[str], None]) -> None:
        self.then = then


def test_what_is_saved_has_the_last_change(
    qtbot: Any, catalogue: CatalogueController, runner: InlineRunner, write: Write, tmp_path: Path
) -> None:
    """A change whose check is still under way when a place is chosen is in the saved catalogue."""
    catalogue.open(write(teas(5)))
    window, dialogs = QWidget(), Chosen()
    qtbot.addWidget(window)
    saving = Saving(window, dialogs, catalogue, ExportController(InlineRunner(), lambda: 0.0))  # type: ignore[arg-type]
    saving.save_catalogue("csv")
    runner.held = True
    assert catalogue.file is not None
    catalogue.edits.write("typed", cell(0, "c3", "9.999"), catalogue.file.draft)
    out = tmp_path / "out.csv"
    assert dialogs.then is not None
    dialogs.then(str(out))
    assert not out.exists()
    runner.release()
    assert "9.999" in out.read_text(encoding="utf-8-sig")


def test_what_is_typed_counts_when_the_window_closes(qtbot: Any, catalogue: CatalogueController, write: Write) -> None:
    """An open editor of the table is taken as if Enter had been pressed."""
    catalogue.open(write(teas(5)))
    views = views_of(qtbot, InlineRunner())
    views.show_file(catalogue.file, Filter(), new=True)
    views.resize(700, 400)
    views.show()
    told: list[str] = []
    views.editing.wanted.connect(lambda _name, cells, _file: told.append(cells["after"][0]))
    model = views.table_model
    views.table.setCurrentIndex(model.index(1, model.fixed + 1))
    qtbot.keyClick(views.table, Qt.Key.Key_F2)
    (editor,) = (one for one in views.table.viewport().findChildren(QWidget) if one.property("editor") == "cell")
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "Mint tea")
    views.table.commit()
    assert told == ["Mint tea"]
