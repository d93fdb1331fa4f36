"""Controls above a view in one line; filters move to a line of their own where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from hkj_desktop.ui.theme import metrics, px

LINE_GAP = 10


class ToolRow(QWidget):
    """``starts`` at the leading side, then ``middle`` (a ChipRow), ``ends`` at the trailing side.

    What starts and has a least width gives way down to it before anything touches; where that is not enough, what ends
    the line moves below it too.
    """

    def __init__(
        self,
        starts: Sequence[QWidget],
        middle: QWidget,
        ends: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._starts, self._middle, self._ends = list(starts), middle, list(ends)
        for part in (*self._starts, middle, *self._ends):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def refresh(self) -> None:
        """To be called after the words of a control changed."""
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        both = self._width((*self._starts, *self._ends), _wish)
        return QSize(both + self._middle.sizeHint().width(), metrics().control)

    def minimumSizeHint(self) -> QSize:
        widest = max(self._width(self._starts, _least), self._width(self._ends, _wish))
        return QSize(widest - metrics().space_m, metrics().control)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange(self.width(), move=True)

    def _shown(self, parts: Sequence[QWidget]) -> list[QWidget]:
        return [part for part in parts if not part.isHidden()]

    def _width(self, parts: Sequence[QWidget], of: Callable[[QWidget], int]) -> int:
        """Of parts side by side, with a gap behind each."""
        return sum(of(part) + metrics().space_m for part in self._shown(parts))

    def _arrange(self, width: int, *, move: bool) -> int:
        """Place the parts, or only tell how high they are together."""
        gap, control, line_gap = metrics().space_m, metrics().control, px(LINE_GAP)
        starts, ends = self._width(self._starts, _wish), self._width(self._ends, _wish)
        # The last part of a line needs no gap behind it.
        parted = bool(ends) and self._width(self._starts, _least) + ends - gap > width
        x = self._place_starts(max(0, starts + (0 if parted else ends) - gap - width), move=move)
        top, room = 0, width - starts - ends
        if parted:
            top, x, room = control + line_gap, 0, width - ends
        end = self._place_ends(top, width, move=move)
        if self._middle.isHidden() or self._middle.sizeHint().width() <= room:
            box = QRect(x, top, max(0, end - x), control)
        elif parted and 2 * room >= width:  # several lines of filters beside what ends the line: lower than below it
            box = QRect(0, top, room, max(self._middle.heightForWidth(room), control))
        else:
            height = max(self._middle.heightForWidth(width), metrics().chip)
            box = QRect(0, top + control + line_gap, width, height)
        if move:
            self._put(self._middle, box)
        return max(top + control, box.bottom() + 1)

    def _place_starts(self, lack: int, *, move: bool) -> int:
        """From the leading edge, narrower by what lacks as far as they may be; returns where the next part begins."""
        gap, x = metrics().space_m, 0
        for part in self._shown(self._starts):
            given = min(lack, _wish(part) - _least(part))
            lack -= given
            wide = _wish(part) - given
            if move:
                self._put(part, QRect(QPoint(x, 0), QSize(wide, metrics().control)))
            x += wide + gap
        return x

    def _place_ends(self, top: int, end: int, *, move: bool) -> int:
        """From the trailing edge; returns where the room before them ends."""
        for part in reversed(self._shown(self._ends)):
            end -= _wish(part)
            if move:
                self._put(part, QRect(QPoint(end, top), QSize(_wish(part), metrics().control)))
            end -= metrics().space_m
        return end

    def _put(self, part: QWidget, box: QRect) -> None:
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        height = min(box.height(), part.maximumHeight())
        box.setTop(box.top() + (box.height() - height) // 2)
        box.setHeight(height)
        part.setGeometry(box)

    def setLayoutDirection(self, direction: Qt.LayoutDirection) -> None:
        super().setLayoutDirection(direction)
        self.refresh()


def _wish(part: QWidget) -> int:
    return max(part.sizeHint().width(), part.minimumWidth(), 1)


def _least(part: QWidget) -> int:
    return part.minimumWidth() or _wish(part)
