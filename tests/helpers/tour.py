"""A walk through every page, dialog and state of the real window that looks at each widget and takes no pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import polars as pl
from PySide6.QtCore import QAbstractListModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from hkj_desktop.ui.delegates.base import CELL_ROLE, Cell
from hkj_desktop.ui.widgets.labels import ElidedLabel
from hkj_desktop.ui.widgets.toast import Toast
from tests.helpers.studio import Studio

Found = list[str]
Check = Callable[[QWidget], Iterator[str]]
MOST_STOPS = 300
SLACK = 1  # pixels that rounding may take


class Tour(Studio):
    """``checks``: what is looked for in each state, by name; what they find is in :attr:`found`."""

    def __init__(self, data: Path, *, locale: str, size: tuple[int, int], checks: dict[str, Check]) -> None:
        super().__init__(data / "pictures", data / "data", locale=locale, dark=False, size=size)
        self._checks = checks
        self.found: dict[str, Found] = {name: [] for name in checks}
        self._seen: set[tuple[str, str]] = set()

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        self.wait(lambda: not self.window.check_page.shown.is_busy() and not self.window.checking.fixing.is_busy())
        place = widget or self.window
        place.grab()  # what is painted is laid out
        for _ in range(8):  # what a task has brought since is laid out too, from the innermost part to the window
            self.app.processEvents()
        for check, look in self._checks.items():
            for said in look(place):
                if (check, said) not in self._seen:
                    self._seen.add((check, said))
                    self.found[check].append(f"{name}: {said}")
        self.taken.append(name)

    def keep(self, name: str, picture: Path) -> None:
        """A picture of another program shows no widget."""


def visible(place: QWidget) -> Iterator[QWidget]:
    """``place`` and every widget in it that can be seen by scrolling alone."""
    yield place
    for widget in place.findChildren(QWidget):
        if widget.isVisible() and widget.window() is place.window():
            yield widget


def called(widget: QWidget) -> str:
    """A widget as a person who mends it looks for it."""
    parents, one = [], widget
    while one is not None and len(parents) < 4:
        parents.append(type(one).__name__)
        one = one.parentWidget()
    text = getattr(widget, "text", None)
    words = text() if callable(text) else widget.accessibleName()
    return f"{' < '.join(parents)} {str(words)[:60]!r}"


# -- words -----------------------------------------------------------------------------------------

_ISOLATED = re.compile("[\u2066\u2068][^\u2066\u2068\u2069]*\u2069")
_TAG = re.compile(r"<[^>]+>|&\w+;")
_FILE = re.compile(r"[\w-]+\.(?:csv|xlsx|png|zip)\b")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’]+")


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything that a widget says, to the eye and to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton | ElidedLabel):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _texts_of_view(widget)
    yield from (action.text() for action in widget.actions())


def _texts_of_view(view: QAbstractItemView) -> Iterator[str]:
    """Heads, and those cells of the first rows whose words are the program's own."""
    model = view.model()
    for column in range(0 if isinstance(model, QAbstractListModel) else model.columnCount()):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(head, str) and not hasattr(model, "raw"):  # the heads of the table are the file's
            yield head
        for row in range(min(model.rowCount(), 40)):
            cell = model.index(row, column).data(CELL_ROLE)
            if isinstance(cell, Cell) and cell.ours:
                yield f"{cell.text} {cell.second}"


def latin_words(allowed: frozenset[str], theirs: Callable[[], frozenset[str]]) -> Check:
    """Latin words that are not in ``allowed`` and not in ``theirs()``, the words of what the person has open; what is
    set apart as a value, and names of files, are not looked at."""

    def look(place: QWidget) -> Iterator[str]:
        for widget in (*visible(place), *place.findChildren(QMenu)):
            for text in texts_of(widget):
                bare = _FILE.sub(" ", _TAG.sub(" ", _ISOLATED.sub(" ", text)))
                strange = [word for word in _LATIN.findall(bare) if word not in allowed]
                if strange:
                    known = theirs()
                    strange = [word for word in strange if word not in known]
                if strange:
                    yield f"{' '.join(strange)} in {called(widget)}"

    return look


def words_of_data(studio: Studio) -> frozenset[str]:
    """The Latin words of the catalogue that is open, of its heads and sheets, and of the person's shops."""
    found: set[str] = set()
    file = studio.program.catalogue.file
    if file is not None:
        catalog = file.checked.catalog
        texts = [column.header for column in catalog.columns] + list(catalog.sheets)
        for column in catalog.columns:
            texts += catalog.cells[column.key].cast(pl.String).drop_nulls().to_list()
        found.update(word for text in texts for word in _LATIN.findall(text))
    for profile in studio.program.shops.profiles:
        found.update(_LATIN.findall(f"{profile.name} {profile.region} {profile.base_url}"))
    return frozenset(found)


# -- geometry --------------------------------------------------------------------------------------


def geometry(place: QWidget) -> Iterator[str]:
    """Texts that do not fit their widget, widgets that leave their window, buttons that lie over one another."""
    buttons: dict[QWidget | None, list[QAbstractButton]] = {}
    for widget in visible(place):
        yield from _cut(widget)
        if isinstance(widget, QAbstractButton):
            buttons.setdefault(widget.parentWidget(), []).append(widget)
        shown = isinstance(widget, QAbstractButton | QLabel | QLineEdit)
        if shown and not _fits_into(widget, place):
            yield f"outside of its window: {called(widget)}"
    for group in buttons.values():
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                if one.geometry().adjusted(2, 2, -2, -2).intersects(other.geometry().adjusted(2, 2, -2, -2)):
                    yield f"lies over another button: {called(one)} and {called(other)}"


def _cut(widget: QWidget) -> Iterator[str]:
    """A label or a button whose text needs more room than it has."""
    if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
        return
    if isinstance(widget, QLabel) and widget.wordWrap():
        if widget.heightForWidth(widget.width()) > widget.height() + SLACK:
            yield f"cut below: {called(widget)}"
        return
    wish = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
    if wish.width() > widget.width() + SLACK or wish.height() > widget.height() + SLACK:
        yield f"cut: {called(widget)}"


def _fits_into(widget: QWidget, place: QWidget) -> bool:
    """Inside the window, or inside what can be scrolled down to."""
    box = QRect(widget.mapTo(place, QPoint(0, 0)), widget.size())
    area = widget.parentWidget()
    while area is not None and area is not place:
        if isinstance(area, QScrollArea):
            view = area.viewport()
            left = widget.mapTo(view, QPoint(0, 0)).x()
            return left >= -SLACK and left + widget.width() <= view.width() + SLACK
        if isinstance(area, QAbstractScrollArea):
            return True
        area = area.parentWidget()
    return place.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box)


# -- names and keys --------------------------------------------------------------------------------

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QTextBrowser, QAbstractSlider)


def controls(place: QWidget) -> list[QWidget]:
    """What a person can use now."""
    found = []
    for widget in visible(place):
        # A head belongs to its table, and the picture in a search field does nothing.
        own = isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar | QHeaderView | QToolButton)
        if own and widget.isEnabled() and not isinstance(widget.parentWidget(), QComboBox):
            found.append(widget)
    return found


def names(place: QWidget) -> Iterator[str]:
    """Controls that a screen reader has no name or no role for."""
    for widget in controls(place):
        seen = QAccessible.queryAccessibleInterface(widget)
        if seen is None or not seen.isValid():
            yield f"not there for a screen reader: {called(widget)}"
        elif not seen.text(QAccessible.Text.Name).strip():
            yield f"has no name: {called(widget)}"
        elif seen.role() == QAccessible.Role.NoRole:
            yield f"has no role: {called(widget)}"


def chain(place: QWidget) -> list[QWidget]:
    """What the Tab key goes through in the window of ``place``, from its first widget on; the focus comes back.

    (Not ``nextInFocusChain``: PySide takes what it returns for a child of the widget that was asked, so that it goes
    with it.)
    """
    window = place.window()
    before = QApplication.focusWidget()
    window.activateWindow()
    if window.focusWidget() is not None:
        window.focusWidget().clearFocus()
    found: list[QWidget] = []
    for _ in range(MOST_STOPS):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is None or now in found[:-1] or (now in found and not isinstance(now, QTextBrowser)):
            break  # Tab goes from link to link in a page of text
        if now not in found:
            found.append(now)
    if before is not None and before.window() is window:
        before.setFocus()
    return found


def tab_order(place: QWidget) -> Iterator[str]:
    """Controls that Tab does not reach, and steps of Tab against the reading direction."""
    order = chain(place)
    reached = set(order)
    for widget in controls(place):
        group = isinstance(widget, QRadioButton)  # Tab reaches the chosen one, arrows the others
        inside = any(parent in reached for parent in _parents(widget))
        if widget not in reached and not group and not inside:
            yield f"Tab does not reach: {called(widget)}"
    for one, other in pairwise(order):
        if _is_backward(one, other):
            yield f"Tab goes back from {called(one)} to {called(other)}"


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _is_backward(one: QWidget, other: QWidget) -> bool:
    """Of the largest parts that hold one of the two alone: is the second before the first, as one reads?"""
    if any(isinstance(part, Toast) for part in _parents(other)):
        return False  # it lies over the page, and is the last thing that Tab reaches
    first, second = [one, *_parents(one)], [other, *_parents(other)]
    common = next(part for part in first if part in second)
    if common in (one, other):
        return False
    at = first.index(common) - 1, second.index(common) - 1
    a, b = first[at[0]], second[at[1]]
    before, after = (QRect(part.mapTo(common, QPoint(0, 0)), part.size()) for part in (a, b))
    if after.bottom() <= before.top():
        return True
    level = after.top() < before.bottom() and before.top() < after.bottom()
    if not level:
        return False
    if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return after.left() >= before.right()
    return after.right() <= before.left()


def is_dialog(place: QWidget) -> bool:
    return isinstance(place, QDialog)
