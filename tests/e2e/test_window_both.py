"""One catalogue to both systems in one go, in the real window with the practice shop of each."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hkj_desktop.app import Program
from hkj_desktop.files.packed import save_packed
from hkj_desktop.system.destinations import destination
from hkj_desktop.system.paths import Folders
from hkj_desktop.system.settings import PRACTICE_ID, Profile, SettingsStore, practice_id
from hkj_desktop.ui.dialogs.base import Dialog
from hkj_desktop.ui.legs import Leg, LegState, Order, Run
from hkj_desktop.ui.parts import CHECK, RESULT, SEND
from tests.e2e.test_window import PATIENCE, save_in_dialog, window
from tests.helpers.items import barcode

STORES_ID = practice_id(destination("haqm"))

pytestmark = pytest.mark.slow


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data")


def until(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)


def catalogue(path: Path) -> Path:
    """Ten products: three with no barcode, which HAQM wants; one of the others with no Arabic title, which HKJ
    wants."""
    lines = ["sku,title_en,title_ar,price_jod,barcode"]
    lines += [f"A-{n},Honey {n},{'' if n == 9 else 'عسل'},1.250,{barcode(n) if n > 3 else ''}" for n in range(1, 11)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def plans(program: Program, qtbot: QtBot, path: Path) -> None:
    """Both practice shops in use, the file open, and both plans made."""
    program.shops.send_also(STORES_ID, wanted=True)
    program.window.open_file(str(path))
    until(qtbot, lambda: program.window.page() == CHECK)
    program.window.go(SEND)
    page = program.window.send_page
    until(qtbot, lambda: all(pane is not None and pane.is_compared() for pane in map(page.plan_of, BOTH)))


BOTH = (PRACTICE_ID, STORES_ID)


def send(program: Program, qtbot: QtBot) -> list[tuple[str, ...]]:
    """Press the button and wait for the result; what the lines of the shops said, each once."""
    said: list[tuple[str, ...]] = []

    def look() -> bool:
        texts = tuple(program.window.send_page.legs.texts())
        if texts and (not said or said[-1] != texts):
            said.append(texts)
        return program.window.page() == RESULT and not program.uploads.is_busy()

    program.window.send_page.send_all.click()
    until(qtbot, look)
    return said


def figures(program: Program) -> tuple[str, ...]:
    page = program.window.result_page
    return tuple(card.value() for card in (page.accepted, page.rejected, page.unknown, page.behind))


def ask_stores(program: Program, path: str) -> Any:
    """What the practice shop's server says outside of its two interfaces."""
    import httpx

    return httpx.get(f"{program.practice.root_url()}{path}", timeout=30, trust_env=False).json()


def test_one_catalogue_goes_to_both_systems_in_one_go(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """One press: HKJ gets the nine products that are good for it, HAQM the seven that are good for it; each has its own
    plan, its own line while it runs, and its own result."""
    with window(qapp, where) as program:
        plans(program, qtbot, catalogue(tmp_path / "list.csv"))
        page = program.window.send_page
        assert [page.plan_of(shop).to_send() for shop in BOTH] == [9, 7]  # type: ignore[union-attr]
        assert page.send_all.text() == "Send to 2 shops"
        page.show_plan_of(STORES_ID)
        assert (page.plan.shop_id, page._tabs.chosen_key()) == (STORES_ID, STORES_ID)
        said = send(program, qtbot)
        assert ("getting ready", "waiting") in said
        assert any(first.startswith("9 accepted") and "waiting" not in second for first, second in said)
        result = program.window.result_page
        assert figures(program) == ("9", "0", "0", "1")
        stores = program.window.sending.run_ids()[1]
        result.shown_requested.emit(stores)
        assert figures(program) == ("7", "0", "0", "3")
        assert result._tabs.chosen_key() == stores
        assert result.report.isVisibleTo(result)
        assert len(ask_stores(program, "/practice/products?shop=main")) == 9
        assert len(ask_stores(program, "/practice/haqm/items")) == 7
        saved = tmp_path / "report.csv"
        save_in_dialog(program, qtbot, result.report.click, saved)
        assert "A-4" in saved.read_text("utf-8")
        result._head.action.click()  # what to fix, for the shop whose result is shown
        until(qtbot, lambda: program.catalogue.file is not None and program.catalogue.file.lens == STORES_ID)
        assert program.catalogue.checked is not None
        assert program.catalogue.checked.counts.with_error == 3
        assert [one.upload.target.destination for _, one in program.window.sending._run.with_result()] == [
            "hkj",
            "haqm",
        ]
    assert SettingsStore(where.settings_file).load().also == (STORES_ID,)


def test_stop_ends_the_first_and_the_second_never_begins(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """Who says stop means all of it: the second shop gets nothing."""
    with window(qapp, where) as program:
        plans(program, qtbot, catalogue(tmp_path / "list.csv"))
        program.window.send_page.send_all.click()
        program.window.send_page.progress.stop.click()
        until(qtbot, lambda: not program.uploads.is_busy())
        assert program.window.sending._run.legs[1].state is LegState.WAITING
        assert all(one.target.destination == "hkj" for one in program.journal().uploads())


def test_a_shop_that_is_dropped_gets_nothing(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """With one shop left the page is that of one shop, and its own button sends."""
    with window(qapp, where) as program:
        plans(program, qtbot, catalogue(tmp_path / "list.csv"))
        program.shops.send_also(STORES_ID, wanted=False)
        page = program.window.send_page
        until(qtbot, lambda: page.plan.send.isVisibleTo(page) and page.plan.is_compared())
        assert not page.send_all.isVisibleTo(page)
        page.plan.send.click()
        until(qtbot, lambda: program.window.page() == RESULT and not program.uploads.is_busy())
        assert figures(program) == ("9", "0", "0", "1")


def test_the_stores_alone_are_a_shop_like_any_other(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """Chosen alone they get the seven items, nothing goes a second time, and one new price goes as one item and is put
    back."""
    path = catalogue(tmp_path / "list.csv")
    with window(qapp, where) as program:
        program.shops.use(STORES_ID)

        def plan_and_send() -> str:
            program.window.open_file(str(path))
            until(qtbot, lambda: program.window.page() == CHECK)
            program.window.go(SEND)
            plan = program.window.send_page.plan
            until(qtbot, plan.is_compared)
            words = plan.send.text()
            if plan.send.isEnabled():
                plan.send.click()
                until(qtbot, lambda: program.window.page() == RESULT and not program.uploads.is_busy())
            return words

        assert plan_and_send() == "Send 7 items"
        assert plan_and_send() == "Nothing to send"
        path.write_text(path.read_text("utf-8").replace("Honey 5,عسل,1.250", "Honey 5,عسل,2.000"), "utf-8")
        assert plan_and_send() == "Send 1 item"
        program.window.result_page.put_back.click()
        plan = program.window.send_page.plan
        until(qtbot, lambda: program.window.page() == SEND and plan.is_compared())
        model = plan.changes.model
        assert [model.index(0, column).data() for column in range(4)] == ["Honey 5", "Price (dinars)", "2.000", "1.250"]
        plan.send.click()
        until(qtbot, lambda: program.window.page() == RESULT and not program.uploads.is_busy())
        assert {one["standard_price"] for one in ask_stores(program, "/practice/haqm/items")} == {"1.250"}


def test_no_strip_says_that_nobody_sees_it_where_a_real_shop_gets_it_too(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """Practising with a real shop ticked is no practice: the strip names that shop, and sending asks first."""
    real = Profile("p1", "Jabal Amman", "haqm", "http://127.0.0.1:9/prod", region="eu-west-1", stores="S1")
    SettingsStore(where.ensure().settings_file).update(lambda settings: settings.with_profile(real))
    with window(qapp, where) as program:
        shell = program.window
        program.shops.send_also(STORES_ID, wanted=True)
        assert "no customer" in shell._strip.text()
        program.shops.send_also("p1", wanted=True)
        assert "Jabal Amman" in shell._strip.text()
        assert "no customer" not in shell._strip.text()
        program.shops.change_settings(lambda settings: replace(settings, practised=True))
        shell.open_file(str(catalogue(tmp_path / "list.csv")))
        until(qtbot, lambda: shell.page() == CHECK)
        shell.go(SEND)
        until(qtbot, lambda: all(pane and pane.is_compared() for pane in map(shell.send_page.plan_of, (*BOTH, "p1"))))
        shell.send_page.send_all.click()
        (question,) = [one for one in shell.findChildren(Dialog) if one.isVisible()]
        assert "Jabal Amman" in question.windowTitle()
        assert program.journal().uploads() == []


@pytest.mark.parametrize("what", ["removed", "changed"])
def test_a_shop_that_changes_before_its_turn_gets_nothing(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path, what: str
) -> None:
    """Removed, or with other stores, while the first one had its turn: nothing is sent in its name, to anybody, and
    that is told."""
    second = Profile("p1", "Jabal Amman", "haqm", "http://127.0.0.1:9/prod", region="eu-west-1", stores="S1")
    SettingsStore(where.ensure().settings_file).update(lambda settings: settings.with_profile(second))
    with window(qapp, where) as program:
        page, shops = program.window.send_page, program.shops
        shops.send_also("p1", wanted=True)
        program.window.open_file(str(catalogue(tmp_path / "list.csv")))
        until(qtbot, lambda: program.window.page() == CHECK)
        program.window.go(SEND)
        until(qtbot, lambda: all(one and one.is_compared() for one in map(page.plan_of, (PRACTICE_ID, "p1"))))
        page.send_all.click()
        (question,) = [one for one in program.window.findChildren(Dialog) if one.isVisible()]
        next(button for button in question.findChildren(QPushButton) if "Jabal" in button.text()).click()
        until(qtbot, program.uploads.is_busy)
        shops.settings = (
            shops.settings.without_profile("p1")
            if what == "removed"
            else shops.settings.with_profile(replace(second, stores="S2"))
        )
        until(qtbot, lambda: program.window.page() == RESULT and not program.uploads.is_busy())
        assert [one.target.profile_id for one in program.journal().uploads()] == [PRACTICE_ID]
        assert program.window.sending._run.legs[1].state is LegState.CHANGED


def test_a_run_shows_what_did_not_go_well_first() -> None:
    """The next leg is the first that waits, none once somebody said stop; legs without a result are not shown."""
    run = Run([Leg(Order("a"), "A"), Leg(Order("b"), "B")])
    assert run.next() is run.legs[0]
    run.legs[0].state = LegState.FAILED
    assert (run.next(), run.running(), run.worst()) == (run.legs[1], None, None)
    run.stopped = True
    assert run.next() is None


def test_several_reports_are_packed(tmp_path: Path) -> None:
    """One is copied as it is; of several each is a CSV of a zip."""
    files = [tmp_path / f"u-{n}.report" for n in (0, 1)]
    for n, file in enumerate(files):
        file.write_text(f"item_sku\nA-{n}\n")
    save_packed(tmp_path / "one.csv", files[:1])
    assert (tmp_path / "one.csv").read_text() == "item_sku\nA-0\n"
    save_packed(tmp_path / "all.zip", files)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.namelist() == ["u-0.csv", "u-1.csv"]
        assert archive.read("u-1.csv") == b"item_sku\nA-1\n"
