"""Only what changed is sent, and yesterday can be put back: in the real window, against the real practice shop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hkj_desktop.app import Program
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.ui.models.changes_model import AFTER, BEFORE, FIELD, PRODUCT
from hkj_desktop.ui.parts import CHECK, RESULT, SEND
from tests.e2e.test_window import PATIENCE, window
from tests.helpers.journal import write_catalogue


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {})


def until(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)


def plan_of(program: Program, qtbot: QtBot, path: Path) -> None:
    """Open the file and show what sending it would do."""
    program.window.open_file(str(path))
    until(qtbot, lambda: program.window.page() == CHECK)
    program.window.go(SEND)
    compared(program, qtbot)


def compared(program: Program, qtbot: QtBot) -> None:
    until(qtbot, lambda: program.window.page() == SEND and program.window.send_page.plan._comparison is not None)


def send(program: Program, qtbot: QtBot) -> None:
    program.window.send_page.plan.send.click()
    until(qtbot, lambda: program.window.page() == RESULT and not program.uploads.is_busy())


def figures(program: Program) -> list[str]:
    """New, changed, unchanged, left behind, as the cards say it."""
    plan = program.window.send_page.plan
    return [card.value() for card in (plan._new, plan._differing, plan._same, plan._behind)]


def changes(program: Program) -> list[tuple[str, ...]]:
    model = program.window.send_page.plan.changes.model
    columns = (PRODUCT, FIELD, BEFORE, AFTER)
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def prices(program: Program) -> dict[str, int]:
    """SKU → fils, as the practice shop has them."""
    found = httpx.get(f"{program.practice.ensure().root_url}/practice/products", trust_env=False).json()
    return {product["sku"]: product["price_fils"] for product in found}


def change_price(path: Path, row: int, price: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[row - 1] = lines[row - 1].replace("1.250", price)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_one_changed_price_is_shown_sent_and_put_back(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """The plan names the field, what the shop has and what it will have; putting it back restores the old price."""
    path = write_catalogue(tmp_path / "list.csv", 80)
    with window(qapp, where) as program:
        plan_of(program, qtbot, path)
        assert figures(program) == ["80", "0", "0", "0"]
        assert not program.window.send_page.plan.changes.isVisible()
        send(program, qtbot)
        program.window.go(SEND)
        compared(program, qtbot)
        assert figures(program) == ["0", "0", "80", "0"]
        assert not program.window.send_page.plan.send.isEnabled()
        change_price(path, 5, "1.375")
        plan_of(program, qtbot, path)
        assert figures(program) == ["0", "1", "79", "0"]
        assert changes(program) == [("Honey 4", "Price (dinars)", "1.250 JOD", "1.375 JOD")]
        send(program, qtbot)
        assert program.uploads.last is not None
        assert program.uploads.last.upload.sent == 1
        assert prices(program) == {f"A-{n}": 1375 if n == 4 else 1250 for n in range(1, 81)}
        program.window.result_page.put_back.click()
        compared(program, qtbot)
        assert figures(program) == ["0", "1", "0", "0"]
        assert changes(program) == [("Honey 4", "Price (dinars)", "1.375 JOD", "1.250 JOD")]
        send(program, qtbot)
        assert set(prices(program).values()) == {1250}


def test_products_that_are_no_longer_in_the_file_are_told_and_stay(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """They are listed and nothing is deleted; what was new with an upload is said to stay when it is put back."""
    path = write_catalogue(tmp_path / "list.csv", 6)
    with window(qapp, where) as program:
        plan_of(program, qtbot, path)
        send(program, qtbot)
        lines = path.read_text(encoding="utf-8").splitlines()
        lines[1] = lines[1].replace("1.250", "2.000")
        lines[6] = "B-1,Tea,شاي,3.000,"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        plan_of(program, qtbot, path)
        plan = program.window.send_page.plan
        assert figures(program) == ["1", "1", "4", "0"]
        assert "No longer in this file, and staying in the shop: 1 product." in plan._words.text()
        plan.changes.kinds.set_chosen("gone")
        plan.changes._show()
        assert [row[:2] for row in changes(program)] == [("Honey 6", "A-6")]
        send(program, qtbot)
        assert len(prices(program)) == 7
        program.window.sending.show_history()
        history = program.window.history_page
        until(qtbot, history.model.rowCount)
        history.table.setCurrentIndex(history.model.index(0, 0))
        history.put_back.click()
        compared(program, qtbot)
        assert (
            "New then, as far as is known here, and staying, since nothing can be deleted: 1 product."
            in plan._words.text()
        )
        send(program, qtbot)
        assert prices(program)["A-1"] == 1250
        assert prices(program)["B-1"] == 3000


def test_everything_can_be_sent_all_the_same(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """Somebody may have changed the shop elsewhere: one tick sends what looks unchanged too."""
    path = write_catalogue(tmp_path / "list.csv", 7)
    with window(qapp, where) as program:
        plan_of(program, qtbot, path)
        send(program, qtbot)
        program.window.go(SEND)
        compared(program, qtbot)
        plan = program.window.send_page.plan
        assert not plan.send.isEnabled()
        assert "The shop has all of this already" in plan._words.text()
        plan.everything.setChecked(True)
        assert plan.send.isEnabled()
        send(program, qtbot)
        assert program.uploads.last is not None
        assert program.uploads.last.upload.accepted == 7
