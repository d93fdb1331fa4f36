"""``python -m tests.shots OUT_DIR``: pictures of every page, dialog and state, in Arabic and English, light and dark,
in a small and a large window; with ``[--locale ar] [--dark] [--contrast] [--scale-text 150] [--size 1280x800]`` only
those.

Drives the real window, offscreen, with the sample catalogue and the practice shop, as a person would go through it.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from hkj_desktop.system.paths import folders, resource
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import SIZES as TEXT_SIZES
from hkj_desktop.system.settings import Choice, Settings, SettingsStore
from hkj_desktop.ui.dialogs.readings import ReadingsDialog
from hkj_desktop.ui.pages.check_views import PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP
from hkj_desktop.ui.shell import HISTORY, SETTINGS
from tests.helpers.studio import Studio
from tests.shots_both import both_sent, both_shops, stores
from tests.shots_mending import annotated, broken_pictures, cards, mending

SIZES = ("1024x640", "1440x900")
AT_ONCE = 2


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
    page._on_chips([])
    page.show_view(TABLE)
    studio.shot("check-table")
    page.shown._jump(page.problem_model.index(3, 0))
    studio.shot("check-jumped")
    page._on_searched("zzz")
    studio.shot("check-nothing-found")
    page._on_searched("")
    window.open_matcher()
    studio.shot("dialog-columns", studio.dialog())
    studio.dialog().reject()


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
    studio.wait(lambda: uploads.progress and uploads.progress.stage == "importing" and uploads.progress.done > 0)
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
    studio.wait(lambda: uploads.progress and uploads.progress.stage == "importing" and uploads.progress.done > 0)
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
    studio.wait(lambda: uploads.progress and uploads.progress.stage == "importing" and uploads.progress.done > 0)
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
    window.helping.show_guide()
    studio.shot("dialog-guide", studio.dialog())
    studio.dialog().reject()
    window.helping.show_about()
    studio.shot("dialog-about", studio.dialog())
    studio.dialog().reject()
    window.told.tell_record_aside("journal-unreadable-1.sqlite")
    window.told.tell_crash("ValueError")
    window.go(CHECK)
    studio.shot("notices")
    for key in ("record", "crash"):
        window.drop_notice(key)
    window.go(HISTORY)


def welcome(studio: Studio) -> None:
    """The first start."""
    studio.window.welcome()
    studio.shot("welcome")
    studio.window.go(FILE)


def go_through(studio: Studio, folder: Path) -> None:
    """Every page, dialog and state, one after another; ``folder`` takes the files that this needs."""
    welcome(studio)
    files(studio, folder)
    letters(studio, folder)
    prices(studio, folder)
    both_shops(studio)
    cards(studio)
    broken_pictures(studio, folder)
    mending(studio, folder)
    annotated(studio, folder)
    check(studio)
    send(studio)
    stopped(studio)
    changes(studio, folder)
    both_sent(studio)
    interrupted(studio)
    rest(studio)
    shops(studio)


def take(
    out: Path, *, locale: str, dark: bool, size: tuple[int, int], contrast: bool = False, text: int = 100
) -> list[str]:
    """All pictures into ``out``; returns their names. ``text``: size of everything in per cent."""
    with tempfile.TemporaryDirectory() as data:
        wished = Settings(contrast=Choice.ON if contrast else Choice.OFF, size=text)
        SettingsStore(folders(Path(data) / "data", {}).ensure().settings_file).save(wished)
        studio = Studio(out, Path(data) / "data", locale=locale, dark=dark, size=size)
        try:
            go_through(studio, Path(data))
        finally:
            studio.close()
    return studio.taken


def take_all(out: Path) -> None:
    """Both languages, light and dark, in a small and a large window, each set in a process and a folder of its own."""
    sets = itertools.product(("en", "ar"), ((), ("--dark",)), SIZES)
    waiting = [(out / "-".join([locale, *(d.strip("-") for d in dark), size]), locale, dark, size)
               for locale, dark, size in sets]  # fmt: skip
    running: list[subprocess.Popen[bytes]] = []
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            folder, locale, dark, size = waiting.pop(0)
            command = [sys.executable, "-m", "tests.shots", str(folder), "--locale", locale, "--size", size, *dark]
            running.append(subprocess.Popen(command))
        first = running.pop(0)
        if first.wait() != 0:
            raise SystemExit(first.returncode)


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--locale", choices=("en", "ar"), help="only this language")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--scale-text", type=int, choices=TEXT_SIZES, default=100, metavar="PER_CENT")
    parser.add_argument("--size", help="only this size, as 1280x800")
    options = parser.parse_args()
    plain = not options.dark and not options.contrast and options.scale_text == 100
    if options.locale is None and options.size is None and plain:
        take_all(options.out)
        return
    width, height = (options.size or "1280x800").split("x")
    take(
        options.out,
        locale=options.locale or "en",
        dark=options.dark,
        size=(int(width), int(height)),
        contrast=options.contrast,
        text=options.scale_text,
    )


if __name__ == "__main__":
    main()
