"""The guide: both languages say the same, it names what the window has, and its dialog shows all of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import parse
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QTextCharFormat, QTextTable, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from hkj_desktop.system.paths import resource
from hkj_desktop.ui import theme
from hkj_desktop.ui.dialogs.guide import IMAGE, LEAST, MOST, PAGE, STEP, USUAL, GuideDialog
from hkj_desktop.ui.i18n import LANGUAGES, install_language
from hkj_desktop.ui.pages import file_page
from hkj_desktop.ui.theme import Mode, Role, ThemeManager

BOUND, ALL_BOUND, WIDEST = 60_000, 700_000, 760
QUOTES = {"en": "“”", "ar": "«»"}
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
FIXED = ("عناوين عربية",)  # the same in every language of the window, so that no .ts has it
DIRECTIONS = {"en": LTR, "ar": RTL}
EVERY = pytest.mark.parametrize("language", LANGUAGES)
Show = Callable[..., GuideDialog]


class Page(HTMLParser):
    """What stands in a guide. ``sections``: anchor → how many headings and which pictures are in it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.path = resource("guide", language, PAGE)
        self.sections: dict[str, list[str]] = {"": []}
        self.contents: list[str] = []
        self.links: list[str] = []
        self.images: list[dict[str, str]] = []
        self.named: list[str] = []  # what is bold
        self.plain: list[str] = []  # all other texts, and those of attributes
        self.direction = ""
        self._in: list[str] = []
        self._in_contents = False
        self.feed(self.path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in.append(tag)
        self.plain += [given[name] for name in ("alt", "title") if name in given]
        section = self.sections[list(self.sections)[-1]]
        if tag == "body":
            self.direction = given.get("dir", "ltr")
        elif tag == "ul":
            self._in_contents = given.get("id") == "contents"
        elif tag == "h2":
            self.sections[given["id"]] = []
        elif tag == "a":
            self.links.append(given["href"])
            self.contents += [given["href"]] if self._in_contents else []
        elif tag == "img":
            self.images.append(given)
            section.append(given["src"])
        elif tag == "b":
            self.named.append("")
        elif tag in ("h3", "table", "ol"):
            section.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._in and self._in.pop() != tag:  # img, meta and their like have no end
            pass
        self._in_contents = self._in_contents and tag != "ul"

    def handle_data(self, data: str) -> None:
        if "b" in self._in:
            self.named[-1] += data
        else:
            self.plain.append(data)

    def words(self) -> str:
        return re.sub(r"\s+", " ", " ".join([*self.plain, *self.named]))


@cache
def page(language: str) -> Page:
    return Page(language)


@cache
def window_texts(language: str) -> list[re.Pattern[str]]:
    """The texts of the window in that language; any number may stand where a text has one."""
    found: set[str] = set()
    for message in parse(resource("i18n", f"hkj_desktop_{language}.ts")).getroot().iter("message"):
        translation = message.find("translation")
        if language == "en":
            found.add(message.findtext("source", ""))
        if translation is not None:
            found |= {translation.text or "", *(form.text or "" for form in translation.iter("numerusform"))}
    escaped = (re.escape(text.strip()) for text in found if text.strip())
    texts = [re.compile(re.sub(r"%n|\\\{\w+\\\}", r"\\d+", text)) for text in escaped]
    return texts + [re.compile(re.escape(text)) for text in FIXED]


# -- what is written -------------------------------------------------------------------------------------------------


def test_both_languages_have_the_same_sections_in_the_same_order() -> None:
    """Sections, the headings, tables and pictures in them, and all links are those of the English guide."""
    english, arabic = page("en"), page("ar")
    assert len(english.sections) > 6
    assert arabic.sections == english.sections
    assert list(arabic.sections) == list(english.sections)
    assert arabic.links == english.links
    assert (english.direction, arabic.direction) == ("ltr", "rtl")


@EVERY
def test_every_link_leads_to_a_section(language: str) -> None:
    """The list of contents names every section once and in order, and no link leads anywhere else."""
    one = page(language)
    anchors = [f"#{name}" for name in one.sections if name]
    assert one.contents == anchors
    assert set(one.links) <= set(anchors)


@EVERY
def test_every_picture_is_there_and_small(language: str) -> None:
    """Each picture exists, says in words what it shows, fits the page, and is as wide as the page believes."""
    one = page(language)
    assert 4 <= len(one.images) <= 5
    for image in one.images:
        path = one.path.parent / image["src"]
        assert path.stat().st_size < BOUND, path.name
        with Image.open(path) as picture:
            assert picture.width == int(image["width"]) <= WIDEST
        assert image["alt"]
        assert image["style"] == "max-width:100%"


@EVERY
def test_no_file_is_left_over(language: str) -> None:
    """Beside the page stand its pictures and nothing else."""
    one = page(language)
    there = {path.name for path in one.path.parent.iterdir()}
    assert there == {PAGE, *(image["src"] for image in one.images)}


def test_all_pictures_together_are_small() -> None:
    """The pictures of all languages add little to the program's size."""
    sizes = [path.stat().st_size for path in resource("guide").rglob("*.png")]
    assert 0 < sum(sizes) < ALL_BOUND


@EVERY
def test_no_address_of_the_internet(language: str) -> None:
    """The guide needs nothing from outside, and leads nowhere outside."""
    text = page(language).path.read_text(encoding="utf-8")
    assert re.findall(r"\w+://|//|\bwww\.|mailto:|<script|\burl\(", text) == []


def test_the_arabic_guide_keeps_to_the_glossary() -> None:
    """No word that the glossary avoids stands in the Arabic guide."""
    glossary = tomllib.loads(resource("i18n", "glossary.toml").read_text(encoding="utf-8"))
    avoided = {word.strip() for term in glossary["term"] for word in term.get("avoid", [])}
    assert len(avoided) > 20
    words = page("ar").words()
    assert [word for word in avoided if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words)] == []


@EVERY
def test_names_are_quoted_and_bold(language: str) -> None:
    """Whatever is bold is a quoted name, and whatever is quoted is bold, so that the next test sees every name."""
    begin, end = QUOTES[language][0], QUOTES[language][1]
    one = page(language)
    assert len(one.named) > 40
    assert [name for name in one.named if not re.fullmatch(f"{begin}[^{begin}{end}]+{end}", name)] == []
    assert [text for text in one.plain if re.search('[“”«»"]', text)] == []


@EVERY
def test_every_name_is_in_the_window(language: str) -> None:
    """Each button, page and message that the guide names has that very name in the window."""
    names = {re.sub(r"\s+", " ", name[1:-1]) for name in page(language).named}
    texts = window_texts(language)
    assert [name for name in sorted(names) if not any(text.fullmatch(name) for text in texts)] == []


@pytest.mark.parametrize("text", FIXED)
def test_fixed_names_are_in_the_window(text: str) -> None:
    """What every language of the window writes the same stands on the page of the file."""
    assert f'"{text}"' in Path(file_page.__file__).read_text(encoding="utf-8")


# -- how it is shown -------------------------------------------------------------------------------------------------


@pytest.fixture
def show(qtbot: Any, qapp: QApplication) -> Iterator[Show]:
    """``show("ar", 1024, 640)``: the guide over a window of that size."""
    hosts = []

    def made(language: str, width: int = 1024, height: int = 640) -> GuideDialog:
        install_language(qapp, language if language in LANGUAGES else "en")
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)
        host.resize(width, height)
        dialog = GuideDialog(language, host)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitActive(dialog)
        qapp.processEvents()
        return dialog

    yield made
    for host in hosts:
        host.close()
    install_language(qapp, "en")


def top_of(dialog: GuideDialog, number: int) -> int:
    """How far below the upper edge a section begins."""
    return dialog.text.tops()[number] - dialog.text.verticalScrollBar().value()


def first(dialog: GuideDialog) -> QTextCharFormat:
    """How the first letters look."""
    return QTextCharFormat(dialog.text.document().begin().begin().fragment().charFormat())


def font_size(dialog: GuideDialog) -> int:
    return first(dialog).font().pixelSize()


pytestmark = pytest.mark.usefixtures("look")


@pytest.mark.parametrize(("asked", "given"), [("en", "en"), ("ar", "ar"), ("fr", "en")])
def test_the_wanted_language_is_shown(show: Show, asked: str, given: str) -> None:
    """The page, its list of contents and their direction are those of the language; English where there is none."""
    dialog = show(asked)
    names = [name for _, name in dialog.text.guide.sections]
    assert dialog.text.guide.folder == page(given).path.parent
    assert [dialog.contents.item(row).text() for row in range(dialog.contents.count())] == names
    shown = dialog.text.toPlainText().splitlines()
    assert [shown.count(name) for name in names] == [1] * len(names)
    assert dialog.text.layoutDirection() == dialog.contents.layoutDirection() == DIRECTIONS[given]
    assert dialog.text.document().begin().textDirection() == DIRECTIONS[given]
    assert dialog.text.accessibleName()
    assert dialog.contents.accessibleName()


@EVERY
@pytest.mark.parametrize("width", [1400, 1024, 560])
def test_pictures_are_shown_at_any_width(show: Show, language: str, width: int) -> None:
    """Every picture loads, in the size in which it is shown, and nothing is wider than the page."""
    dialog = show(language, width)
    text = dialog.text
    room = text.viewport().width() - 2 * text.document().documentMargin()
    for image in page(language).images:
        picture = text.document().resource(IMAGE.value, QUrl(image["src"]))
        assert isinstance(picture, QImage)
        assert picture.width() > 300
        assert picture.deviceIndependentSize().width() == min(room, int(image["width"]))
    assert text.horizontalScrollBar().maximum() == 0
    dialog.resize(dialog.width() - 40, dialog.height())
    again = text.document().resource(IMAGE.value, QUrl("start.png"))
    assert again.deviceIndependentSize().width() == min(room - 40, WIDEST)


@pytest.mark.parametrize("address", ["../../icons/x.svg", "https://shop.example/a.png", "file:///a.png", "none.png"])
def test_nothing_else_is_loaded(show: Show, address: str) -> None:
    """The page shows pictures of its own folder and fetches nothing."""
    loaded = show("en").text.document().resource(IMAGE.value, QUrl(address))
    assert loaded is None or loaded.isNull()


@EVERY
def test_links_lead_to_their_sections(show: Show, language: str) -> None:
    """A click on a link shows that section, and a link to anywhere else does nothing."""
    text = show(language).text
    anchors = [anchor for anchor, _ in text.guide.sections]
    for anchor in anchors[:4]:
        text.anchorClicked.emit(QUrl(f"#{anchor}"))
        assert anchors[text.section()] == anchor
    before = text.verticalScrollBar().value()
    for other in ("https://shop.example/", "#nowhere", "file:///a.html"):
        text.anchorClicked.emit(QUrl(other))
    assert text.verticalScrollBar().value() == before
    assert text.source().isEmpty()


@EVERY
def test_the_list_leads_and_follows(show: Show, language: str) -> None:
    """Choosing a section shows it, reading on marks the next one, and the last choice stays marked at the end."""
    dialog = show(language)
    assert dialog.contents.currentRow() == 0
    dialog.contents.setCurrentRow(2)
    assert 0 <= top_of(dialog, 2) < 40
    bar = dialog.text.verticalScrollBar()
    bar.setValue(bar.value() + top_of(dialog, 3))
    assert dialog.contents.currentRow() == 3
    for last in (5, 6):
        dialog.contents.setCurrentRow(last)
        assert dialog.contents.currentRow() == last
        assert 0 <= top_of(dialog, last) < dialog.text.viewport().height()


def test_the_list_stands_in_the_page_where_there_is_no_room_beside_it(show: Show) -> None:
    """A narrow dialog has the list of contents above the sections, and only there."""
    dialog = show("en", 560)
    name = dialog.text.guide.sections[0][1]
    assert not dialog.contents.isVisible()
    assert dialog.text.toPlainText().splitlines().count(name) == 2
    dialog.resize(900, 500)
    assert dialog.contents.isVisible()
    assert dialog.text.toPlainText().splitlines().count(name) == 1


def test_tables_begin_at_the_side_of_the_language(show: Show) -> None:
    """The first column of an Arabic table is at the right, where its reader begins."""
    for language, column in (("en", 0), ("ar", -1)):
        frames = show(language).text.document().rootFrame().childFrames()
        table = next(frame for frame in frames if isinstance(frame, QTextTable))
        at = column % table.columns()
        assert table.cellAt(1, at).firstCursorPosition().block().text() in ("SKU", "رمز المنتج (SKU)")


def test_letters_grow_and_shrink_with_keys_and_wheel(show: Show, qtbot: Any) -> None:
    """Ctrl with +, - and 0, or the wheel, change the size of the letters within limits, and the place stays."""
    dialog = show("en")
    text, control = dialog.text, Qt.KeyboardModifier.ControlModifier
    dialog.contents.setCurrentRow(3)
    usual = font_size(dialog)
    qtbot.keyClick(text, Qt.Key.Key_Equal, control)
    qtbot.keyClick(text, Qt.Key.Key_Plus, control)
    assert text.zoom == USUAL + 2 * STEP
    assert font_size(dialog) > usual
    assert text.section() == 3
    qtbot.keyClick(text, Qt.Key.Key_Minus, control)
    assert text.zoom == USUAL + STEP
    qtbot.keyClick(text, Qt.Key.Key_0, control)
    assert font_size(dialog) == usual
    for turned, end in ((120, MOST), (-120, LEAST)):
        for _ in range(20):
            wheel = QWheelEvent(
                QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, control,
                Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt has no name for it
            )  # fmt: skip
            text.wheelEvent(wheel)
        assert text.zoom == end


def test_the_look_is_followed(show: Show, look: ThemeManager) -> None:
    """When the window turns dark while the guide is open, its letters do too, at the same place."""
    dialog = show("ar")
    dialog.contents.setCurrentRow(3)
    for mode in (Mode.DARK, Mode.LIGHT):
        look.set_mode(mode)
        ink = first(dialog).foreground().color()
        assert ink == theme.current().color(Role.TEXT)
        assert 0 <= top_of(dialog, 3) < 40


def test_the_keyboard_reaches_everything(show: Show, qtbot: Any) -> None:
    """Reading begins at once, Tab reaches list and button, Enter in the list closes nothing, and Esc closes."""
    dialog = show("en")
    assert QApplication.focusWidget() is dialog.text
    bar = dialog.text.verticalScrollBar()
    qtbot.keyClick(dialog.text, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    seen: list[QWidget] = []
    for _ in range(20):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert dialog.contents in seen
    assert any(widget.property("kind") == "primary" for widget in seen)
    qtbot.keyClick(dialog.contents, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
