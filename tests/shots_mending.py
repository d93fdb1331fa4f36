"""Pictures of seeing the catalogue as a shopper and of mending it: cards, charts, one product, previews, the way back
to Excel."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
from openpyxl.worksheet.properties import PageSetupProperties

from hkj_desktop.catalog.problems import Problem
from hkj_desktop.system.paths import resource
from hkj_desktop.ui.delegates.card import ARABIC, BOTH, ENGLISH, LARGE, MEDIUM, SMALL
from hkj_desktop.ui.models.frame_model import Filter
from hkj_desktop.ui.pages.check_views import CARDS, PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK
from tests.helpers.studio import Studio
from tests.helpers.workbooks import rich_workbook


def _opened(studio: Studio, path: Path) -> None:
    window, catalogue = studio.window, studio.program.catalogue
    before = catalogue.file
    window.open_file(str(path))
    studio.wait(lambda: catalogue.file is not before and window.page() == CHECK)
    studio.wait(lambda: catalogue.file is not None and catalogue.is_current(catalogue.file))


def _settled(studio: Studio) -> None:
    """Everything is checked, and every picture that is looked at is there."""
    catalogue = studio.program.catalogue
    studio.wait(lambda: catalogue.file is not None and catalogue.is_current(catalogue.file))
    for _ in range(6):
        studio.app.processEvents()
    studio.wait(lambda: not studio.program.pictures.store.is_loading())


def cards(studio: Studio) -> None:
    """Cards in every size and language, with problems, grouped, filtered by a chart."""
    page, view = studio.window.check_page, studio.window.check_page.shown.cards
    _opened(studio, resource("samples", "minimarket.xlsx"))
    page.show_view(CARDS)
    for size, languages in ((MEDIUM, BOTH), (SMALL, BOTH), (LARGE, BOTH), (MEDIUM, ARABIC), (MEDIUM, ENGLISH)):
        view.set_size(size)
        view.set_languages(languages)
        _settled(studio)
        studio.shot(f"cards-{size}-{languages}")
    view.set_size(MEDIUM)
    view.set_languages(BOTH)
    page.card_tools.grouped.setChecked(True)
    studio.wait(lambda: not page.shown.is_busy())
    studio.shot("cards-grouped")
    page.card_tools.grouped.setChecked(False)
    page._pick(Filter(category="أغذية > عسل ومربى" if studio.locale == "ar" else "Food > Honey & jam"))
    studio.wait(lambda: not page.shown.is_busy())
    _settled(studio)
    studio.shot("cards-of-one-category")
    page._pick(Filter())
    _opened(studio, resource("samples", "minimarket-with-mistakes.xlsx"))
    page.show_view(CARDS)
    page.show_problems_of("error")
    page.show_view(CARDS)
    studio.wait(lambda: not page.shown.is_busy())
    _settled(studio)
    studio.shot("cards-with-problems")
    page._chips.set_chosen(["all"])
    page._on_chips([])


def broken_pictures(studio: Studio, folder: Path) -> None:
    """A catalogue without any pictures, and one whose pictures cannot be had; what looking at them all finds."""
    page = studio.window.check_page
    head = "SKU,English title,Arabic title,Price (JOD),Stock,Category,Image"
    plain = [f"N-{n},Notebook {n} pages,دفتر {n} صفحة,{n % 9}.250,{n},Paper,\n" for n in range(40, 64)]
    none = folder / "no-pictures.csv"
    none.write_text(head + "\n" + "".join(plain), encoding="utf-8")
    _opened(studio, none)
    page.show_view(CARDS)
    _settled(studio)
    studio.shot("cards-no-pictures")
    sample = "https://images.example/minimarket/"
    addresses = [sample + "gone.png", "https://127.0.0.1/a.png", "http://192.168.1.7/b.jpg", sample + "honey.png"]
    rows = [
        line.rstrip("\n").removesuffix(",") + "," + addresses[at % 4] + "\n" if at < 16 else line
        for at, line in enumerate(plain)
    ]
    broken = folder / "broken-pictures.csv"
    broken.write_text(head + "\n" + "".join(rows), encoding="utf-8")
    _opened(studio, broken)
    page.show_view(CARDS)
    _settled(studio)
    studio.shot("cards-broken-pictures")
    page.card_tools.check_requested.emit()
    studio.wait(lambda: not studio.program.picture_check.is_busy())
    _settled(studio)
    studio.shot("cards-pictures-checked")
    page.show_view(PROBLEMS)
    studio.shot("problems-of-pictures")


def mending(studio: Studio, folder: Path) -> None:
    """One product; a fix, many fixes, find and replace, a merge; what was undone."""
    window, page, checking = studio.window, studio.window.check_page, studio.window.checking
    copy = folder / "minimarket-november.xlsx"
    shutil.copy(resource("samples", "minimarket-with-mistakes.xlsx"), copy)
    _opened(studio, copy)
    checking.open_product(2)
    _settled(studio)
    studio.shot("product-with-a-problem")
    checking.open_product(1)
    _settled(studio)
    studio.shot("product")
    window.product_page.closed.emit()
    page.show_view(PROBLEMS)
    problem = next(one for one in _problems(studio) if one.code == "stock_not_whole")
    checking.fixing.offer(problem, "stock_number")
    studio.shot("dialog-fix", studio.dialog())
    studio.dialog().accept()
    _settled(studio)
    page.show_view(TABLE)
    studio.shot("table-after-a-fix")
    checking.offer_everything()
    studio.shot("dialog-fix-all", studio.dialog())
    studio.dialog().reject()
    dialog = checking.open_replace()
    assert dialog is not None
    dialog.find_field.setText("500")
    dialog.replace_field.setText("450")
    studio.wait(dialog.accept_button.isEnabled)
    studio.shot("dialog-find-and-replace", dialog)
    dialog.reject()
    merged(studio, folder)


def _problems(studio: Studio) -> list[Problem]:
    file = studio.program.catalogue.file
    assert file is not None
    return list(file.checked.problems)


def merged(studio: Studio, folder: Path) -> None:
    """A fix file, as it looks in an office program, and as it comes back."""
    catalogue, exports = studio.program.catalogue, studio.window._parts.exports
    file = catalogue.file
    assert file is not None
    path = folder / "to-fix.xlsx"
    exports.save_fix_file(path, file)
    studio.wait(path.exists)
    office(studio, path, "fix-file")
    book = openpyxl.load_workbook(path)
    sheet = book.active
    heads = [cell.value for cell in sheet[2]]
    for row in range(3, sheet.max_row + 1):
        for name, text in (("Arabic title", "جبنة نابلسية 800 غ"), ("Price (JOD)", "4.5"), ("Stock", "12")):
            cell = sheet.cell(row, heads.index(name) + 1)
            if cell.fill.fgColor.rgb not in ("00000000", None) and cell.fill.fill_type:
                cell.value = text
    book.save(path)
    studio.window.open_file(str(path))
    studio.shot("dialog-merge", studio.dialog())
    studio.dialog().reject()


def annotated(studio: Studio, folder: Path) -> None:
    """The person's own workbook with the problems marked, as an office program shows it."""
    source, out = folder / "my-list.xlsx", folder / "my-list-marked.xlsx"
    rich_workbook(source)
    _opened(studio, source)
    file = studio.program.catalogue.file
    assert file is not None
    studio.window._parts.exports.save_annotated(out, file)
    studio.wait(out.exists)
    office(studio, out, "annotated-workbook")


def office(studio: Studio, book: Path, name: str) -> None:
    """A picture of the first page of a workbook, where LibreOffice and pdftoppm can be had."""
    soffice, pdftoppm = shutil.which("soffice"), shutil.which("pdftoppm")
    if soffice is None or pdftoppm is None:
        print(f"no picture of {book.name}: soffice or pdftoppm is missing")
        return
    target = book.parent / "office"
    target.mkdir(exist_ok=True)
    fitted = _fitted(book, target / book.name)
    profile = f"-env:UserInstallation=file://{(target / 'profile').absolute()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), str(fitted)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pdf = target / f"{book.stem}.pdf"
    subprocess.run([pdftoppm, "-png", "-r", "110", "-l", "2", str(pdf), str(pdf.with_suffix(""))], check=True)
    for at, picture in enumerate(sorted(target.glob(f"{book.stem}-*.png")), start=1):
        studio.keep(f"{name}-{at}", picture)


def _fitted(book: Path, copy: Path) -> Path:
    """A copy whose sheets print on one page's width, so that all columns are in the picture."""
    opened = openpyxl.load_workbook(book)
    for sheet in opened:
        sheet.page_setup.orientation = "landscape"
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToHeight = 0
        sheet.print_area = None
    opened.save(copy)
    return copy
