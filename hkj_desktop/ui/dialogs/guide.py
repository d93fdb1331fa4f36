"""The guide: a few short pages that ship with the program, in the window's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from string import Template

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from hkj_desktop.system.paths import resource
from hkj_desktop.ui import theme
from hkj_desktop.ui.dialogs.base import Dialog
from hkj_desktop.ui.i18n import DEFAULT
from hkj_desktop.ui.theme import Role, metrics, px
from hkj_desktop.ui.widgets.buttons import Button, Kind

SIZE = QSize(1020, 740)
NARROW = 700  # a dialog that leaves no room for the list of contents beside the page
CONTENTS_WIDTH = 240  # at most
PAGE = "guide.html"
LEAST, USUAL, MOST, STEP = 70, 100, 200, 10  # zoom, in per cent
NEAR = 60  # pixels below the upper edge at which a section counts as the one that is read
IMAGE = QTextDocument.ResourceType.ImageResource

_CONTENTS = re.compile(r'<ul id="contents" title="([^"]*)">(.*?)</ul>', re.DOTALL)
_ENTRY = re.compile(r'<a href="#([^"]+)">([^<]*)</a>')
_ROW, _CELL = re.compile(r"<tr>.*?</tr>", re.DOTALL), re.compile(r"<t[dh]>.*?</t[dh]>", re.DOTALL)
_PIXELS = re.compile(r"(\d+)px")


@dataclass(frozen=True, slots=True)
class Guide:
    """One language's guide. ``page``: its HTML; ``contents``: what its list of contents is called; ``sections``: the
    anchors and names in it."""

    folder: Path
    page: str
    right_to_left: bool
    contents: str
    sections: tuple[tuple[str, str], ...]


def read_guide(language: str) -> Guide:
    """The guide in ``language``; in English where it was not written in that one."""
    folder = resource("guide", language)
    if not (folder / PAGE).is_file():
        folder = resource("guide", DEFAULT)
    html = (folder / PAGE).read_text(encoding="utf-8")
    found = _CONTENTS.search(html)
    name, entries = (found[1], _ENTRY.findall(found[2])) if found else ("", [])
    sections = tuple((anchor, unescape(text)) for anchor, text in entries)
    right_to_left = '<body dir="rtl">' in html
    return Guide(folder, _mirrored(html) if right_to_left else html, right_to_left, unescape(name), sections)


def _mirrored(page: str) -> str:
    """The cells of each row the other way round: Qt has the first column at the left whatever the direction."""
    return _ROW.sub(lambda row: f"<tr>{''.join(reversed(_CELL.findall(row[0])))}</tr>", page)


class Pages(QTextBrowser):
    """Shows a guide in the look of the window; the person may enlarge it. It follows links inside the guide only."""

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guide = guide
        self.zoom = USUAL
        self._whole = False
        self._shown: set[str] = set()
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if guide.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(metrics().space_l)
        self.restyle()

    def restyle(self) -> None:
        """Show the guide in the colours and sizes in force, at the place where it was."""
        place = self.cursorForPosition(QPoint(0, 0)).position()
        document = self.document()
        font = QFont(theme.current().font(theme.Type.BODY))
        font.setPixelSize(max(1, font.pixelSize() * self.zoom // USUAL))
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(self._sheet())
        self.setHtml(self.guide.page if self._whole else _CONTENTS.sub("", self.guide.page, count=1))
        self._lay_out()
        cursor = QTextCursor(document)
        cursor.setPosition(min(place, max(0, document.characterCount() - 1)))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() if place else 0)

    def _sheet(self) -> str:
        look = theme.current()
        values = {role.value: look.color(role).name() for role in Role}
        mirrored = self.guide.right_to_left
        values |= {"family": look.family, "leading": "right" if mirrored else "left"}
        values |= {"dot_before": "." if mirrored else "", "dot_after": "" if mirrored else "."}
        sheet = Template(resource("guide", "guide.css").read_text(encoding="utf-8")).substitute(values)
        return _PIXELS.sub(lambda found: f"{max(1, px(int(found[1]) * self.zoom / USUAL))}px", sheet)

    def set_zoom(self, zoom: int) -> None:
        """Show letters at ``zoom`` per cent of their usual size."""
        zoom = max(LEAST, min(MOST, zoom))
        if zoom != self.zoom:
            self.zoom = zoom
            self.restyle()

    def set_whole(self, whole: bool) -> None:
        """Show the list of contents in the page too, where it does not stand beside it."""
        if whole != self._whole:
            self._whole = whole
            self.restyle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + (STEP if turned > 0 else -STEP))
            event.accept()
            return
        super().wheelEvent(event)

    # -- sections ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Lay out all of the page now: the document does so bit by bit, and the scroll bar learns of it late."""
        self.document().pageCount()
        high, bar = round(self.document().size().height()), self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), high - self.viewport().height()))

    def tops(self) -> list[int]:
        """How far below the beginning each section stands, in pixels."""
        found: dict[str, int] = {}
        layout, block = self.document().documentLayout(), self.document().begin()
        while block.isValid():
            for name in _anchors(block):
                found.setdefault(name, round(layout.blockBoundingRect(block).top()))
            block = block.next()
        return [found.get(anchor, 0) for anchor, _ in self.guide.sections]

    def section(self) -> int:
        """The section that is read now."""
        bar = self.verticalScrollBar()
        if 0 < bar.maximum() == bar.value():
            return len(self.guide.sections) - 1
        return max(0, sum(top <= bar.value() + px(NEAR) for top in self.tops()) - 1)

    def _follow(self, link: QUrl) -> None:
        anchors = [anchor for anchor, _ in self.guide.sections]
        if link.fragment() in anchors:
            self.show_section(anchors.index(link.fragment()))

    def show_section(self, number: int) -> None:
        """Scroll until this section begins near the upper edge."""
        self._lay_out()
        self.verticalScrollBar().setValue(self.tops()[number] - metrics().space_m)

    # -- pictures ------------------------------------------------------------------------------------------------------

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """A picture of the guide's own folder, as large as there is room; nothing else is ever loaded."""
        name = QUrl(url).path()
        if kind != IMAGE.value or not QUrl(url).isRelative() or name != Path(name).name:
            return None
        self._shown.add(name)
        return self._picture(name)

    def _picture(self, name: str) -> QImage:
        """Scaled here, as the document would do it without smoothing."""
        image = QImage(str(self.guide.folder / name))
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        ratio = self.devicePixelRatioF()
        if 0 < room < image.width():
            image = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(image.width() / room)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for name in self._shown:
            self.document().addResource(IMAGE, QUrl(name), self._picture(name))


def _anchors(block: QTextBlock) -> list[str]:
    return [name for at in block.textFormats() for name in at.format.anchorNames()]


class GuideDialog(Dialog):
    """``language``: ``en`` or ``ar``."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(self.tr("How it works"), parent)
        m = metrics()
        self.resize(
            QSize(px(SIZE.width()), px(SIZE.height())).boundedTo(parent.size() - QSize(m.space_xxl, m.space_xxl))
        )
        self._going = False
        guide = read_guide(language)
        self.text = Pages(guide)
        self.text.setAccessibleName(self.tr("How it works"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(guide.contents)
        self.contents.setLayoutDirection(self.text.layoutDirection())
        self.contents.addItems([name for _, name in guide.sections])
        row = QHBoxLayout()
        row.setSpacing(m.space_l)
        row.addWidget(self.contents)
        row.addWidget(self.text, 1)
        self.body.addLayout(row, 1)
        close = Button(self.tr("Close"), kind=Kind.PRIMARY)
        self.add_close(close)
        close.setDefault(False)  # Enter in the list is no wish to close
        self.contents.setCurrentRow(0)
        self.contents.currentRowChanged.connect(self._go)
        self.contents.clicked.connect(lambda index: self._go(index.row()))  # the one that is marked already, too
        self.text.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._add_keys()
        self._fit_contents()
        manager = theme.manager()
        if manager is not None:
            manager.changed.connect(self._on_look_changed)
        self.text.setFocus()

    def _add_keys(self) -> None:
        keys = QKeySequence.StandardKey
        for standard, further, change in (
            (keys.ZoomIn, "Ctrl+=", STEP),
            (keys.ZoomOut, "Ctrl+-", -STEP),
            (None, "Ctrl+0", 0),
        ):
            shortcut = QShortcut(self)
            bound = QKeySequence.keyBindings(standard) if standard is not None else []
            shortcut.setKeys(list(dict.fromkeys([*bound, QKeySequence(further)])))
            shortcut.activated.connect(
                lambda change=change: self.text.set_zoom(self.text.zoom + change if change else USUAL)
            )

    def _fit_contents(self) -> None:
        self.contents.ensurePolished()  # the padding of its rows comes from the style sheet
        self.contents.doItemsLayout()
        inside = self.contents.sizeHintForColumn(0) + 2 * self.contents.frameWidth() + metrics().space_xl
        self.contents.setFixedWidth(min(inside, px(CONTENTS_WIDTH)))

    def _go(self, row: int) -> None:
        self._going = True
        self.text.show_section(row)
        self._going = False

    def _on_scrolled(self) -> None:
        """Mark the section that is read, unless the person just chose one: the last ones may not reach the top."""
        if not self._going:
            with QSignalBlocker(self.contents):
                self.contents.setCurrentRow(self.text.section())

    def _on_look_changed(self) -> None:
        self.text.restyle()
        self._fit_contents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(NARROW)
        self.contents.setVisible(beside)
        self.text.set_whole(not beside)
