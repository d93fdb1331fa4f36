"""``python -m tests.shots OUT_DIR [--locale ar] [--dark] [--size 1280x800]``: pictures of every page and dialog.

Drives the real window, offscreen, with the sample catalogue and the practice shop, as a person would go through it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from hkj_desktop.app import Program
from hkj_desktop.practice.launch import start_practice
from hkj_desktop.system.destinations import destinations
from hkj_desktop.system.paths import folders, resource
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import practice_id
from hkj_desktop.ui.dialogs.readings import ReadingsDialog
from hkj_desktop.ui.pages.check_page import PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP
from hkj_desktop.ui.shell import HISTORY, SETTINGS
from hkj_desktop.ui.theme import Mode
from tests.helpers.memory_vault import MemoryVault

LIMIT = 60.0


class Studio:
    """One run of the program and where its pictures go."""

    def __init__(self, out: Path, data: Path, *, locale: str, dark: bool, size: tuple[int, int]) -> None:
        self.out = out
        self.out.mkdir(parents=True, exist_ok=True)
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        self.app = app
        self.where = folders(data, {}).ensure()
        self.vault = MemoryVault()
        self.program = Program(
            app,
            self.where,
            practice=True,
            locale=locale,
            vault=self.vault,
            start_practice=lambda folder: start_practice(folder, pace=25),
        )
        self.program.theme.set_mode(Mode.DARK if dark else Mode.LIGHT)
        self.window = self.program.window
        self.window.resize(*size)
        self.program.show()
        self.taken: list[str] = []

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until ``condition`` holds."""
        end = time.monotonic() + LIMIT
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the window did not get there")
            self.app.processEvents()
            time.sleep(0.005)
        self.app.processEvents()

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        """A picture of the window, or of ``widget``."""
        page = self.window.check_page
        self.wait(lambda: not (page.table_model.is_busy() or page.problem_model.is_busy()))
        for _ in range(4):
            self.app.processEvents()
        path = self.out / f"{len(self.taken) + 1:02d}-{name}.png"
        (widget or self.window).grab().save(str(path))
        self.taken.append(path.name)
        print(path)

    def dialog(self) -> QDialog:
        """The dialog that stands open."""
        self.wait(lambda: any(d.isVisible() for d in self.window.findChildren(QDialog)))
        return next(d for d in self.window.findChildren(QDialog) if d.isVisible())

    def drag(self, path: Path) -> None:
        """A file hangs over the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDragEnterEvent(
            QPoint(600, 400), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self.app.sendEvent(self.window, event)

    def undrag(self) -> None:
        self.app.sendEvent(self.window, QDragLeaveEvent())


def shops(studio: Studio) -> None:
    """The shop page: practice, a new shop, a wrong key, a shop whose key works; the same for a shop of every other
    system."""
    window = studio.window
    window.go(SHOP)
    studio.shot("shop-practice")
    window.shop_page.add_shop()
    studio.shot("shop-new")
    form = window.shop_page.form()
    form.name.setText("Baqala Al-Noor")
    form.use.click()
    studio.wait(lambda: len(studio.program.shops.profiles))
    profile = studio.program.shops.profiles[0]
    studio.vault.set(profile.id, "api_key", Secret("ik_live_0123456789abcdef7f3c"))
    window.go(SHOP)
    window.shop_page.show_shop(profile.id)
    studio.wait(lambda: studio.program.shops.key(profile.id).shown)
    form.address.setText("https://127.0.0.1:9/api")
    form.test.click()
    studio.wait(lambda: studio.program.shops.key(profile.id).state == "unreachable")
    studio.shot("shop-unreachable")
    form.remove.click()
    studio.shot("dialog-remove", studio.dialog())
    studio.dialog().reject()
    stores(studio)
    studio.program.shops.use("practice")
    window.shop_page.show_shop("practice")


def stores(studio: Studio) -> None:
    """A shop of the second system on the shop page: new, what cannot be, a wrong secret, all right, saved; and the
    practice stores."""
    page, known = studio.window.shop_page, studio.program.shops
    system = [*destinations().values()][1]
    access = studio.program.practice.ensure().access(system.id)
    page.add_shop(system)
    form = page.form()
    studio.shot("stores-new")
    form.test.click()
    studio.shot("stores-nothing-filled")
    form.name.setText("Walk-in Abdali")
    form.address.setText(access.base_url)
    form.region.setText(access.region)
    form.stores.setText("JWO-AMMAN-1, JWO-IRBID-1")
    draft = form.profile()
    assert draft is not None
    for name, secret in {**access.secrets, "secret_access_key": Secret("not/the/one/that/belongs/to/it")}.items():
        QApplication.clipboard().setText(secret.reveal())
        form.secrets[name].paste_new()
    form.test.click()
    studio.wait(lambda: known.key(draft.id).state == "wrong")
    studio.shot("stores-wrong-secret")
    QApplication.clipboard().setText(access.secrets["secret_access_key"].reveal())
    form.secrets["secret_access_key"].paste_new()
    form.test.click()
    studio.wait(lambda: known.key(draft.id).state == "works")
    studio.shot("stores-works")
    form.keep.click()
    studio.wait(lambda: known.key(draft.id).state == "stored" and known.key(draft.id).shown)
    page.also_box().check.click()
    studio.shot("stores-saved-gets-it-too")
    page.show_shop(practice_id(system))
    studio.shot("stores-practice")
    known.send_also(draft.id, wanted=False)


def files(studio: Studio, folder: Path) -> None:
    """The file page: empty, dragging, refused, an error."""
    window = studio.window
    window.go(FILE)
    studio.shot("file-empty")
    studio.drag(folder / "minimarket-november.xlsx")
    studio.shot("file-dragging")
    studio.undrag()
    studio.drag(folder / "photo.png")
    studio.shot("file-dragging-refused")
    studio.undrag()
    broken = folder / "price-list.xlsx"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    window.open_file(str(broken))
    studio.wait(lambda: bool(window.file_page.message()))
    studio.shot("file-error")


def check(studio: Studio) -> None:
    """The check page: problems, table, filters, nothing found, columns."""
    window, page = studio.window, studio.window.check_page
    window.open_file(str(resource("samples", "minimarket-with-mistakes.xlsx")))
    studio.wait(lambda: window.page() == CHECK)
    page.show_view(PROBLEMS)
    studio.shot("check-problems")
    page.show_problems_of("warning")
    studio.shot("check-worth-a-look")
    page._chips.set_chosen(["all"])
    page._filter()
    page.show_view(TABLE)
    studio.shot("check-table")
    page._jump(page.problem_model.index(3, 0))
    studio.shot("check-jumped")
    page._on_searched("zzz")
    studio.shot("check-nothing-found")
    page._on_searched("")
    window.open_matcher()
    studio.shot("dialog-columns", studio.dialog())
    studio.dialog().reject()


def both_shops(studio: Studio) -> None:
    """The check page while both practice shops are in use: the table with their lights, the problems for either, what
    is told of a light; and one shop again."""
    window, page, catalogue = studio.window, studio.window.check_page, studio.program.catalogue
    others = [practice_id(system) for system in destinations().values()][1:]
    for other in others:
        studio.program.shops.send_also(other, wanted=True)
    window.open_file(str(resource("samples", "minimarket-with-mistakes.xlsx")))
    studio.wait(lambda: window.page() == CHECK and catalogue.file and len(catalogue.file.shops) > 1)
    page.show_view(TABLE)
    studio.shot("check-both-shops-table")
    page.table.sortByColumn(page.table_model.fixed - 1, Qt.SortOrder.AscendingOrder)
    studio.shot("check-both-shops-sorted")
    catalogue.look_through(others[0])
    studio.wait(lambda: catalogue.file and catalogue.file.lens == others[0])
    studio.shot("check-both-shops-other-lens")
    tip = page.table_model.index(0, page.table_model.fixed - 1).data(Qt.ItemDataRole.ToolTipRole)
    label = QLabel(tip, window)
    label.setAutoFillBackground(True)
    label.setMargin(8)
    label.adjustSize()
    studio.shot("check-both-shops-tooltip", label)
    page.show_view(PROBLEMS)
    studio.shot("check-both-shops-problems")
    for other in others:
        studio.program.shops.send_also(other, wanted=False)
    studio.wait(lambda: catalogue.file and len(catalogue.file.shops) == 1)
    studio.shot("check-one-shop-again")


def prices(studio: Studio, folder: Path) -> None:
    """Prices that read in two ways: the question, and the notation in the column matcher; columns that are sent
    besides."""
    window = studio.window
    unclear = folder / "till-export.csv"
    lines = ["SKU,English title,Arabic title,Price,Stock,Supplier phone"]
    lines += [f'DT-{n},Sidr honey {n} g,عسل سدر {n} غ,"{n},250",{n},0791234567' for n in range(1, 12)]
    unclear.write_text("\n".join(lines), encoding="utf-8")
    window.open_file(str(unclear))
    studio.wait(lambda: window.page() == CHECK and window.check_page.notices.question.isVisible())
    studio.wait(lambda: window.check_page.problem_model.rowCount() > 0)
    studio.shot("check-price-question")
    window.check_page.notices.question.press(0)
    studio.wait(lambda: not window.check_page.notices.question.isVisible())
    window.open_matcher()
    studio.shot("dialog-columns-prices", studio.dialog())
    studio.dialog().reject()
    window.go(SEND)
    studio.shot("send-plan-extra-columns")


def letters(studio: Studio, folder: Path) -> None:
    """Letters that read in two ways, and titles that hold both languages."""
    window = studio.window
    old = folder / "old-till.csv"
    old.write_bytes("sku,title_ar,price\nA1,عسل,12.500\n".encode("cp720"))
    window.open_file(str(old))
    studio.wait(lambda: window.page() == CHECK and window.findChildren(ReadingsDialog))
    studio.shot("dialog-which-reads-right", studio.dialog())
    studio.dialog().reject()
    both = folder / "both-languages.csv"
    lines = ["sku,الاسم,السعر", "A1,قهوة تركية - Turkish Coffee,3.250", "A2,عسل سدر - Sidr Honey,12.500"]
    both.write_text("\n".join(lines), encoding="utf-8")
    window.open_file(str(both))
    studio.wait(window.check_page.notices.split.isVisible)
    studio.wait(lambda: window.check_page.problem_model.rowCount() > 0)
    studio.shot("check-two-titles-in-one")
    shopify = folder / "products_export.csv"
    head = "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price"
    head += ",Image Src"
    rows = ["honey,Sidr honey,<p>Raw</p>,Ajloun,Food,,true,Size,250 g,DT-1,6.750,https://images.example/h.png"]
    rows += ["honey,,,,,,,,500 g,DT-2,12.500,", "tea,شاي أسود,,Rimal,Drinks,,true,Title,Default Title,DT-3,2.750,"]
    shopify.write_text("\n".join([head, *rows]), encoding="utf-8")
    window.open_file(str(shopify))
    studio.wait(lambda: window.check_page._header.title() == "products_export.csv")
    window.check_page.show_view(TABLE)
    studio.wait(lambda: window.check_page.table_model.rowCount() > 0)
    studio.shot("check-from-shopify")


def send(studio: Studio) -> None:
    """Sending: plan, bytes, products, result; with products that the shop refuses."""
    window = studio.window
    window.go(SEND)
    studio.shot("send-plan")
    window.send_page.plan.all_rows.setChecked(True)
    window.send_page.plan.send.click()
    uploads = studio.program.uploads
    studio.wait(lambda: uploads.progress and uploads.progress.stage == "importing" and uploads.progress.done > 20)
    studio.shot("send-progress")
    studio.wait(lambda: window.page() == RESULT)
    studio.shot("result-some-refused")
    window.result_page._head.action.click()
    studio.shot("check-after-sending")


def stopped(studio: Studio) -> None:
    """A clean catalogue: stopped in the middle, asked again, all fine."""
    window, uploads = studio.window, studio.program.uploads
    window.open_file(str(resource("samples", "minimarket.xlsx")))
    studio.wait(lambda: window.page() == CHECK)
    studio.shot("check-all-ready")
    window.check_page.show_view(PROBLEMS)
    studio.shot("check-no-problems")
    window.go(SEND)
    window.send_page.plan.everything.setChecked(True)
    window.send_page.plan.send.click()
    studio.wait(lambda: uploads.progress and uploads.progress.stage == "importing" and uploads.progress.done > 5)
    window.send_page.progress.stop.click()
    studio.wait(lambda: window.page() == RESULT)
    studio.shot("result-stopped")
    window.result_page._head.action.click()
    studio.wait(lambda: window.page() == RESULT and not uploads.is_busy())
    studio.shot("result-all-accepted")


def changes(studio: Studio, folder: Path) -> None:
    """Only what changed: nothing to send, some changes field by field, and putting an upload back."""
    window, uploads = studio.window, studio.program.uploads
    window.go(SEND)
    plan = window.send_page.plan
    studio.wait(lambda: plan._comparison is not None)
    studio.shot("send-plan-nothing-changed")
    changed = folder / "minimarket-today.csv"
    lines = resource("samples", "minimarket.csv").read_text(encoding="utf-8-sig").splitlines()
    lines = [lines[0], *(line.replace(".250", ".375") for line in lines[1:-3]), "NEW-1" + lines[-1][6:]]
    changed.write_text("\n".join(lines), encoding="utf-8")
    window.open_file(str(changed))
    studio.wait(lambda: window.page() == CHECK and not studio.program.catalogue.is_busy())
    window.go(SEND)
    studio.wait(lambda: plan._comparison is not None)
    studio.shot("send-plan-changes")
    plan.changes.kinds.set_chosen("gone")
    plan.changes._show()
    studio.shot("send-plan-not-in-file")
    plan.send.click()
    studio.wait(lambda: window.page() == RESULT and not uploads.is_busy())
    studio.shot("result-of-changes")
    window.result_page.put_back.click()
    studio.wait(lambda: window.page() == SEND and plan._comparison is not None)
    studio.shot("send-plan-put-back")


def interrupted(studio: Studio) -> None:
    """An upload that did not come to an end, as the next start tells it."""
    window, uploads = studio.window, studio.program.uploads
    window.open_file(str(resource("samples", "minimarket.xlsx")))
    studio.wait(lambda: window.page() == CHECK and not studio.program.catalogue.is_busy())
    window.go(SEND)
    window.send_page.plan.everything.setChecked(True)
    window.send_page.plan.send.click()
    studio.wait(lambda: uploads.progress and uploads.progress.stage == "importing" and uploads.progress.done > 5)
    window.send_page.progress.set_progress(replace(uploads.progress, trouble="connect_failed", reason="name"))
    studio.shot("send-no-connection")
    window.send_page.progress.stop.click()
    studio.wait(lambda: window.page() == RESULT and not uploads.is_busy())
    assert uploads.last is not None
    studio.program.journal().end(uploads.last.upload.id, None)
    uploads.look_for_interrupted()
    studio.wait(window.notices)
    window.go(FILE)
    studio.shot("interrupted")
    window.drop_notice("interrupted")


def rest(studio: Studio) -> None:
    """History and settings."""
    window = studio.window
    window.sending.show_history()
    studio.wait(window.history_page.model.rowCount)
    studio.shot("history")
    window.go(SETTINGS)
    studio.shot("settings")
    window.help_requested.emit()
    studio.shot("dialog-keys", studio.dialog())
    studio.dialog().reject()
    window.told.tell_record_aside("journal-unreadable-1.sqlite")
    window.told.tell_crash("ValueError")
    window.go(CHECK)
    studio.shot("notices")
    for key in ("record", "crash"):
        window.drop_notice(key)
    window.go(HISTORY)


def take(out: Path, *, locale: str, dark: bool, size: tuple[int, int]) -> list[str]:
    """All pictures into ``out``; returns their names."""
    with tempfile.TemporaryDirectory() as data:
        studio = Studio(out, Path(data) / "data", locale=locale, dark=dark, size=size)
        try:
            files(studio, Path(data))
            letters(studio, Path(data))
            prices(studio, Path(data))
            both_shops(studio)
            check(studio)
            send(studio)
            stopped(studio)
            changes(studio, Path(data))
            interrupted(studio)
            rest(studio)
            shops(studio)
        finally:
            studio.window.close()
            studio.program.close()
    return studio.taken


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--locale", choices=("en", "ar"), default="en")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1280x800")
    options = parser.parse_args()
    width, height = options.size.split("x")
    take(options.out, locale=options.locale, dark=options.dark, size=(int(width), int(height)))


if __name__ == "__main__":
    main()
