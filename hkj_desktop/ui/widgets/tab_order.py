"""Tab goes through a window as one reads it: part after part in the order of the layouts, whatever was made first.

Qt's own order is that in which widgets were made, and every part that comes later (a notice, a chip, the next page of a
stack) would be reached last. Layouts are mirrored in a right-to-left window, so their order is the reading order there
too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QMainWindow, QRadioButton, QScrollArea, QWidget


def reading_order(root: QWidget) -> list[QWidget]:
    """What Tab stops at inside ``root``, the first one first. Of radio buttons in one place it is the chosen one."""
    return list(dict.fromkeys(widget for widget in _widgets(root) if _is_stop(widget)))


def _is_stop(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if widget.focusProxy() is not None or isinstance(widget, QScrollArea):
        return False  # what has the focus in an area is scrolled to
    if isinstance(widget, QRadioButton) and widget.autoExclusive() and not widget.isChecked():
        parent = widget.parentWidget()
        flock = parent.findChildren(QRadioButton, options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
        return not any(one.isChecked() for one in flock) and flock[0] is widget
    return True


def _widgets(part: QWidget) -> Iterator[QWidget]:
    """``part`` and what is in it, as it is laid out; what no layout holds comes after what one holds."""
    yield part
    inside: list[QWidget | None] = []
    if isinstance(part, QMainWindow):
        inside = [part.centralWidget()]
    elif isinstance(part, QScrollArea):
        inside = [part.widget()]
    elif (layout := part.layout()) is not None:
        inside = list(_in_layout(layout))
    held = set(inside)
    loose = [
        child
        for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child not in held and not child.isWindow()
    ]
    for widget in (*inside, *_as_they_stand(loose)):
        if widget is not None and widget.isVisible():
            yield from _widgets(widget)


def _as_they_stand(parts: list[QWidget]) -> Iterator[QWidget]:
    """Parts that were placed by hand: line after line, and in a line from its leading edge on."""
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    rest = sorted(parts, key=lambda part: part.y())
    while rest:
        bottom = rest[0].geometry().bottom()
        line = [part for part in rest if part.geometry().center().y() <= bottom]
        yield from sorted(line, key=lambda part: -part.geometry().right() if mirrored else part.x())
        rest = [part for part in rest if part not in line]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _places(layout: QLayout) -> list[int]:
    """The items of a layout as one reads them: those of a grid line after line, however they were added."""
    if not isinstance(layout, QGridLayout):
        return list(range(layout.count()))

    def line_and_column(at: int) -> tuple[int, int]:
        line, column, *_ = cast("tuple[int, int, int, int]", layout.getItemPosition(at))
        return line, column

    return sorted(range(layout.count()), key=line_and_column)


def step(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next stop, or to the one before; False where there is none. Windows and dialogs call it
    from ``focusNextPrevChild``."""
    order = reading_order(window)
    if not order:
        return False
    here = QApplication.focusWidget() or window.focusWidget()
    at = _place_of(here, order)
    start = (-1 if forward else 0) if at is None else at
    to = (start + (1 if forward else -1)) % len(order)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[to].setFocus(reason)
    _bring(order[to])
    return True


def _place_of(widget: QWidget | None, order: list[QWidget]) -> int | None:
    """Where ``widget`` stands in the order; a part of a stop (an editor in a table) stands where that does, and a radio
    button that was left by the arrows where its chosen neighbour does."""
    while widget is not None:
        if widget in order:
            return order.index(widget)
        if isinstance(widget, QRadioButton):
            found = [at for at, one in enumerate(order) if one.parentWidget() is widget.parentWidget()]
            if found:
                return found[0]
        widget = widget.parentWidget()
    return None


def _bring(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
