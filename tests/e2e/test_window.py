"""The whole main job in the real window: real file, real threads, the real practice shop in its own process."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from hkj_desktop.app import Program
from hkj_desktop.practice.launch import PracticeShop, start_practice
from hkj_desktop.system.paths import Folders, folders, resource
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID, Profile, SettingsStore
from hkj_desktop.ui.dialogs.preview import PreviewDialog
from hkj_desktop.ui.dialogs.readings import ReadingsDialog
from hkj_desktop.ui.pages.check_page import PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.uploads.entries import Step
from hkj_desktop.uploads.journal import Journal
from tests.helpers.fault_server import FaultServer, answer
from tests.helpers.memory_vault import MemoryVault

PATIENCE = 30_000
KEY = "ik_live_window_test_0123456789abcdef"


@contextmanager
def window(
    qapp: QApplication, where: Folders, *, pace: float = 0, vault: MemoryVault | None = None
) -> Iterator[Program]:
    """A program with its window shown; closed at the end whatever happens."""
    program = Program(
        qapp,
        where.ensure(),
        practice=True,
        locale="en",
        vault=vault or MemoryVault(),
        start_practice=lambda folder: start_practice(folder, pace=pace),
    )
    program.show()
    try:
        yield program
    finally:
        program.window.close()
        program.close()
        program.window.deleteLater()


def drop(program: Program, path: Path) -> None:
    """Drop the file at ``path`` on the window, as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        program.window, QDragEnterEvent(QPoint(600, 400), Qt.DropAction.CopyAction, mime, left, none)
    )
    QApplication.sendEvent(program.window, QDropEvent(QPointF(600, 400), Qt.DropAction.CopyAction, mime, left, none))


def save_in_dialog(program: Program, qtbot: QtBot, press: Callable[[], None], path: Path) -> None:
    """Press a button that asks where to save, choose ``path``, and wait until it is there."""
    press()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in program.window.findChildren(QFileDialog)), timeout=PATIENCE)
    dialog = next(d for d in program.window.findChildren(QFileDialog) if d.isVisible())
    dialog.selectFile(str(path))
    dialog.accept()
    qtbot.waitUntil(path.exists, timeout=PATIENCE)


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {})


def test_main_job(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """From choosing the practice shop and dropping a file to a saved list of problems, everything works by clicks."""
    with window(qapp, where) as program:
        main = program.window
        main.step_requested.emit(SHOP)
        main.shop_page.used.emit(PRACTICE_ID)
        assert main.page() == FILE
        drop(program, resource("samples", "minimarket-with-mistakes.xlsx"))
        qtbot.waitUntil(lambda: main.page() == CHECK, timeout=PATIENCE)
        check = main.check_page
        assert check.views.chosen_key() == PROBLEMS
        shown = [check.problem_model.problem(row).place for row in range(check.problem_model.rowCount())]
        assert "D17" in shown
        main.go_send.click()
        assert main.page() == SEND
        counts = program.catalogue.checked.counts if program.catalogue.checked else None
        assert counts is not None
        assert counts.with_error > 0
        main.send_page.plan.all_rows.setChecked(True)
        main.send_page.plan.send.click()
        qtbot.waitUntil(lambda: main.page() == RESULT, timeout=PATIENCE)
        ended = program.uploads.last
        assert ended is not None
        assert ended.upload.accepted + ended.upload.rejected + ended.upload.unknown == ended.upload.sent == counts.total
        assert ended.upload.rejected == len(ended.problems) > 0
        report = tmp_path / "problems.csv"
        save_in_dialog(program, qtbot, main.result_page.save.click, report)
        raw = report.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
        assert len(rows) == ended.upload.rejected
        assert {"Row": "17", "Column": "D"}.items() <= next(row for row in rows if row["Row"] == "17").items()
        assert all("The shop said" in row["Problem"] for row in rows)


def test_problem_leads_to_its_cell(qapp: QApplication, qtbot: QtBot, where: Folders) -> None:
    """Activating a problem shows its cell in the table, whatever was searched for."""
    with window(qapp, where) as program:
        drop(program, resource("samples", "minimarket-with-mistakes.csv"))
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        check = program.window.check_page
        row = next(r for r in range(check.problem_model.rowCount()) if check.problem_model.problem(r).place == "D17")
        check.problems.activated.emit(check.problem_model.index(row, 0))
        assert check.views.chosen_key() == TABLE
        cell = check.table.currentIndex()
        assert check.table_model.index(cell.row(), 0).data() == "17"
        assert check.table_model.title(cell.column()).startswith("D ")


def test_unreadable_file_is_a_sentence(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """A picture under a workbook's name ends in words on the file page, and the window goes on."""
    fake = tmp_path / "list.xlsx"
    fake.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with window(qapp, where) as program:
        drop(program, fake)
        qtbot.waitUntil(lambda: bool(program.window.file_page.message()), timeout=PATIENCE)
        assert "is a picture" in program.window.file_page.message()
        drop(program, resource("samples", "minimarket.json"))
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)


def test_columns_are_matched_and_remembered(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """A column that was matched by hand is understood by itself in the next file with the same headers."""
    first, second = tmp_path / "may.csv", tmp_path / "june.csv"
    for path in (first, second):
        path.write_text("sku,title_en,title_ar,Wot it costs\nA1,Honey,عسل,1.250\n", encoding="utf-8")
    with window(qapp, where) as program:
        drop(program, first)
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        dialog = program.window.open_matcher()
        assert dialog is not None
        box = dialog.box("c3")
        box.setCurrentIndex(box.findData("price_jod"))
        box.activated.emit(box.currentIndex())
        dialog.accept()
        qtbot.waitUntil(lambda: _fils(program) == [1250], timeout=PATIENCE)
        drop(program, second)
        qtbot.waitUntil(
            lambda: program.catalogue.file is not None and program.catalogue.file.path == second, timeout=PATIENCE
        )
        assert _fils(program) == [1250]


def test_columns_are_remembered_for_each_shop(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """Two shops give the same headers another meaning; each finds its own again, also after a restart."""
    path = tmp_path / "list.csv"
    path.write_text("sku,title_en,title_ar,retail,online\nA1,Honey,عسل,1.250,1.500\n", encoding="utf-8")
    SettingsStore(where.ensure().settings_file).update(
        lambda settings: settings.with_profile(Profile("p1", "My shop", "hkj", "https://shop.example/api"))
    )

    def reopen(program: Program) -> None:
        before = program.catalogue.file and program.catalogue.file.shared.catalog
        drop(program, path)
        qtbot.waitUntil(
            lambda: program.catalogue.file is not None and program.catalogue.file.shared.catalog is not before,
            timeout=PATIENCE,
        )

    with window(qapp, where) as program:
        for shop, column, fils in ((PRACTICE_ID, "c3", 1250), ("p1", "c4", 1500)):
            program.shops.use(shop)
            reopen(program)
            assert program.catalogue.checked is not None
            mapping = program.catalogue.checked.mapping.choose("c3", None).choose("c4", None)
            program.catalogue.match(mapping.choose(column, "price_jod"))
            qtbot.waitUntil(lambda fils=fils: _fils(program) == [fils], timeout=PATIENCE)  # type: ignore[misc]
    with window(qapp, where) as program:
        for shop, fils in (("p1", 1500), (PRACTICE_ID, 1250)):
            program.shops.use(shop)
            reopen(program)
            assert _fils(program) == [fils]


def test_price_question(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """A column of large whole prices sends nothing until the person says, once, that they are fils."""
    path = tmp_path / "till.csv"
    path.write_text("sku,title_en,title_ar,price\nA,Honey,عسل,12500\nB,Tea,شاي,4750\n", encoding="utf-8")
    with window(qapp, where) as program:
        drop(program, path)
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        checked = program.catalogue.checked
        assert checked is not None
        assert checked.counts.ready == 0
        question = program.window.check_page.notices.question
        fils = next(at for at, text in enumerate(question.answers()) if "12.500 JOD" in text)
        question.press(fils)
        qtbot.waitUntil(lambda: _fils(program) == [12500, 4750], timeout=PATIENCE)
        assert program.catalogue.checked is not None
        assert program.catalogue.checked.counts.ready == 2
        assert not question.isVisible()
        drop(program, path)
        qtbot.waitUntil(lambda: not program.catalogue.is_busy(), timeout=PATIENCE)
        assert _fils(program) == [12500, 4750]


def test_comma_question(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """Either answer to an unclear comma settles every cell of the column, and each is what its button said."""
    path = tmp_path / "list.csv"
    path.write_text('sku;title_en;title_ar;price\nA;Honey;عسل;"1,250"\nB;Tea;شاي;"3,500"\n', encoding="utf-8")
    with window(qapp, where) as program:
        drop(program, path)
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        question = program.window.check_page.notices.question
        assert [text.split(" JOD")[0].lstrip("\u2066\u2068") for text in question.answers()] == ["1.250", "1250.000"]
        question.press(0)
        qtbot.waitUntil(lambda: _fils(program) == [1250, 3500], timeout=PATIENCE)
        checked = program.catalogue.checked
        assert checked is not None
        program.catalogue.choose_notation(checked.mapping.matches[3].column.key, "dinars_grouped")
        qtbot.waitUntil(lambda: _fils(program) == [1250000, 3500000], timeout=PATIENCE)


def _fils(program: Program) -> list[int | None]:
    checked = program.catalogue.checked
    return checked.products.rows["fils"].to_list() if checked else []


def test_closing_in_the_middle(qapp: QApplication, qtbot: QtBot, where: Folders) -> None:
    """Closing the window while the shop imports leaves no thread, no practice process, and a journal that knows."""
    shops: list[PracticeShop] = []
    before = set(threading.enumerate())
    with window(qapp, where, pace=5) as program:
        original = program.practice._start
        program.practice._start = lambda folder: shops.append(original(folder)) or shops[-1]  # type: ignore[func-returns-value,assignment]
        drop(program, resource("samples", "minimarket.csv"))
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        program.window.go(SEND)
        program.window.send_page.plan.send.click()
        uploads = program.uploads
        qtbot.waitUntil(
            lambda: (
                uploads.progress is not None and uploads.progress.stage == "importing" and uploads.progress.done > 0
            ),
            timeout=PATIENCE,
        )
        program.window.close()
        assert program.window.isVisible()
        assert program.window.is_finishing()
        qtbot.waitUntil(program.window.isHidden, timeout=PATIENCE)
        assert program.still_running == []
    assert set(threading.enumerate()) <= before
    assert not shops[0].running
    journal = Journal(where.journal_file, time.time).open()
    (upload,) = journal.interrupted()
    (batch,) = journal.batches(upload.id)
    assert (batch.state, upload.unknown, upload.sent) == (Step.TAKEN, 60, 60)
    assert batch.batch_id is not None
    with window(qapp, where) as program:
        qtbot.waitUntil(lambda: bool(program.window.notices()), timeout=PATIENCE)
        (notice,) = program.window.notices()
        assert "did not come to an end" in notice
        assert "0 confirmed, 60 being checked, 0 left to send" in notice
        button = next(one for one in program.window.findChildren(Button) if one.text() == "Go on" and one.isVisible())
        button.click()
        qtbot.waitUntil(lambda: program.window.page() == RESULT, timeout=PATIENCE)
        assert program.uploads.last is not None
        assert (program.uploads.last.upload.outcome, program.uploads.last.upload.accepted) == ("done", 60)
        qtbot.waitUntil(lambda: not program.window.notices(), timeout=PATIENCE)


def test_stop_and_ask_again(qapp: QApplication, qtbot: QtBot, where: Folders) -> None:
    """An upload that was stopped says what is not known, and asking again settles every product."""
    with window(qapp, where, pace=30) as program:
        drop(program, resource("samples", "minimarket.json"))
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        program.window.go(SEND)
        program.window.send_page.plan.send.click()
        uploads = program.uploads
        qtbot.waitUntil(
            lambda: uploads.progress is not None and uploads.progress.stage == "importing", timeout=PATIENCE
        )
        program.window.send_page.progress.stop.click()
        qtbot.waitUntil(lambda: program.window.page() == RESULT, timeout=PATIENCE)
        assert uploads.last is not None
        assert (uploads.last.upload.outcome, uploads.last.upload.unknown) == ("cancelled", 60)
        program.window.result_page._head.action.click()
        qtbot.waitUntil(lambda: uploads.last is not None and uploads.last.upload.accepted == 60, timeout=PATIENCE)
        assert uploads.last.upload.settled


def test_key_stays_in_the_key_store(qapp: QApplication, qtbot: QtBot, where: Folders) -> None:
    """A key that is saved, tested and refused is in no file of the program, and shown by its last four letters only."""
    vault = MemoryVault()
    refusal = answer(401, {"error": "unknown key"})
    with FaultServer(refusal, refusal) as server, window(qapp, where, vault=vault) as program:
        page = program.window.shop_page
        page.add_shop()
        form = page.form()
        key = form.secrets["api_key"]
        form.name.setText("My shop")
        key.setReadOnly(False)
        qtbot.keyClicks(key, KEY)
        form.address.setText(server.base_url)
        form.use.click()
        qtbot.waitUntil(lambda: len(program.shops.profiles) == 1, timeout=PATIENCE)
        profile = program.shops.profiles[0]
        assert vault.get(profile.id, "api_key") == Secret(KEY)
        program.window.go(SHOP)
        page.show_shop(profile.id)
        qtbot.waitUntil(lambda: bool(program.shops.key(profile.id).shown), timeout=PATIENCE)
        form.test.click()
        qtbot.waitUntil(lambda: program.shops.key(profile.id).state == "wrong", timeout=PATIENCE)
        assert key.text().endswith(KEY[-4:])
        assert KEY not in key.text()
        drop(program, resource("samples", "minimarket.xml"))
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        program.window.go(SEND)
        program.window.send_page.plan.send.click()
        qtbot.waitUntil(lambda: program.window.page() == RESULT, timeout=PATIENCE)
        assert program.uploads.last is not None
        assert program.uploads.last.upload.error_code == "key_refused"
        assert "does not accept this key" in program.window.result_page._head.title()
    for file in where.data.rglob("*"):
        if file.is_file():
            assert KEY.encode() not in file.read_bytes(), file
            assert KEY.encode("utf-16-le") not in file.read_bytes(), file


def test_older_upload_marks_no_cells_of_a_changed_file(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """An upload of the history is told by its own rows, though a file of the same name is open with other rows."""
    path = tmp_path / "list.csv"
    header, good = "sku,title_en,title_ar,price_jod\n", "A-{n},Honey,عسل,1.250\n"
    path.write_text(header + good.format(n=1) + "A-2,,,1.000\n", encoding="utf-8")
    with window(qapp, where) as program:
        drop(program, path)
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        for _ in range(2):
            program.window.go(SEND)
            program.window.send_page.plan.all_rows.setChecked(True)
            program.window.send_page.plan.send.click()
            qtbot.waitUntil(lambda: program.window.page() == RESULT, timeout=PATIENCE)
        last = program.uploads.last
        assert last is not None
        assert program.window.sending.is_open(last.upload)
        older = program.uploads._journal().uploads()[1]
        assert (older.file_path, older.rejected) == (last.upload.file_path, 1)
        program.window.history_page.open_requested.emit(older.id)
        qtbot.waitUntil(lambda: program.uploads.last is not last, timeout=PATIENCE)
        assert not program.window.sending.is_open(older)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal there")
def test_interrupt_in_the_terminal_closes_the_window(where: Folders) -> None:
    """Ctrl+C ends the program in good order: exit code 0, no traceback, and its place is kept."""
    command = [sys.executable, "-m", "hkj_desktop", "--data-dir", str(where.ensure().data), "window"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            end = time.monotonic() + 30
            while not where.journal_file.exists() and process.poll() is None and time.monotonic() < end:
                time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, b"Traceback" in errors) == (0, False), errors
    assert b"window_geometry" in where.settings_file.read_bytes()


def test_letters_question(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """A file whose letters read in two ways is shown in both, and the person's choice is what is read."""
    path = tmp_path / "old-till.csv"
    path.write_bytes("sku,title_ar,price\nA1,عسل,1.250\n".encode("cp720"))
    with window(qapp, where) as program:
        drop(program, path)
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        checked = program.catalogue.checked
        assert checked is not None
        assert _titles(program) != ["عسل"], "the reading that comes first is right: the test shows nothing"
        (dialog,) = program.window.findChildren(ReadingsDialog)
        readings = checked.catalog.readings
        assert all(button.height() > 30 for button in dialog.buttons_of)
        right = next(at for at, one in enumerate(readings) if any("عسل" in line for line in one.lines))
        dialog.buttons_of[right].click()
        qtbot.waitUntil(lambda: _titles(program) == ["عسل"], timeout=PATIENCE)


def test_two_titles_in_one_cell(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """Titles that hold both languages are parted only when the person says so, and then fill both fields."""
    path = tmp_path / "list.csv"
    rows = ["A1,قهوة تركية - Turkish Coffee,1.250", "A2,شاي أسود - Black Tea,0.850", "A3,عسل سدر - Sidr Honey,12.500"]
    path.write_text("sku,الاسم,السعر\n" + "\n".join(rows), encoding="utf-8")
    with window(qapp, where) as program:
        drop(program, path)
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        assert program.catalogue.checked is not None
        assert program.catalogue.checked.counts.ready == 0
        program.window.check_page.notices.split.press(0)
        qtbot.waitUntil(lambda: _titles(program) == ["قهوة تركية", "شاي أسود", "عسل سدر"], timeout=PATIENCE)
        checked = program.catalogue.checked
        assert checked.products.rows["title_en"].to_list() == ["Turkish Coffee", "Black Tea", "Sidr Honey"]
        assert checked.counts.ready == 3


def test_price_jump(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """A price that is ten times what the shop accepted last is told with the last price."""
    path = tmp_path / "list.csv"
    with window(qapp, where) as program:
        for price, jumps in (("1.250", []), ("12.500", ["1.250"])):
            path.write_text(f"sku,title_en,title_ar,price_jod\nA,Tea,شاي,{price}\n", encoding="utf-8")
            drop(program, path)
            fils = int(price.replace(".", ""))
            qtbot.waitUntil(lambda fils=fils: _fils(program) == [fils], timeout=PATIENCE)  # type: ignore[misc]
            checked = program.catalogue.checked
            assert checked is not None
            assert [problem.other for problem in checked.problems if problem.code == "price_jump"] == jumps
            program.window.go(SEND)
            program.window.send_page.plan.send.click()
            qtbot.waitUntil(lambda: program.window.page() == RESULT, timeout=PATIENCE)


def test_swapped_titles(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """What is offered for titles that stand in each other's column puts them right, and touches no other row."""
    path = tmp_path / "swapped.csv"
    path.write_text("sku,title_en,title_ar,price\nA,شاي,Tea,1.5\nB,Honey,عسل,2.5\n", encoding="utf-8")
    with window(qapp, where) as program:
        drop(program, path)
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        program.window.checking.fixing.offer_all("swap_titles")
        dialogs = program.window.findChildren
        qtbot.waitUntil(lambda: any(d.isVisible() for d in dialogs(PreviewDialog)), timeout=PATIENCE)
        next(d for d in dialogs(PreviewDialog) if d.isVisible()).accept()
        qtbot.waitUntil(lambda: _titles(program) == ["شاي", "عسل"], timeout=PATIENCE)
        checked = program.catalogue.checked
        assert checked is not None
        assert checked.products.rows["title_en"].to_list() == ["Tea", "Honey"]
        assert not len(checked.problems)
        assert program.window.check_page.notices.isHidden()


def _titles(program: Program) -> list[str | None]:
    checked = program.catalogue.checked
    return checked.products.rows["title_ar"].to_list() if checked else []
