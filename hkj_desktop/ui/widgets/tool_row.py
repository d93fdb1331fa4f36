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

    What starts and has a least width gives way down to it before anything touches.
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
        return QSize(self._ends_width(_wish) + self._middle.sizeHint().width(), metrics().control)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._ends_width(_least), metrics().control)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange(self.width(), move=True)

    def _shown(self, parts: Sequence[QWidget]) -> list[QWidget]:
        return [part for part in parts if not part.isHidden()]

    def _ends_width(self, of: Callable[[QWidget], int]) -> int:
        parts = self._shown((*self._starts, *self._ends))
        return sum(of(part) + metrics().space_m for part in parts)

    def _arrange(self, width: int, *, move: bool) -> int:
        gap, control = metrics().space_m, metrics().control
        room = width - self._ends_width(_wish)
        lack = max(0, -room - gap)  # the last part needs no gap behind it
        one_line = self._middle.isHidden() or self._middle.sizeHint().width() <= room
        x = 0
        for part in self._shown(self._starts):
            given = min(lack, _wish(part) - _least(part))
            lack -= given
            wide = _wish(part) - given
            if move:
                self._put(part, QRect(QPoint(x, 0), QSize(wide, control)))
            x += wide + gap
        end = width
        for part in reversed(self._shown(self._ends)):
            end -= _wish(part)
            if move:
                self._put(part, QRect(QPoint(end, 0), QSize(_wish(part), control)))
            end -= gap
        if one_line:
            below, box = 0, QRect(x, 0, max(0, end - x), control)
        else:
            height = max(self._middle.heightForWidth(width), metrics().chip)
            gap = px(LINE_GAP)
            below, box = gap + height, QRect(0, control + gap, width, height)
        if move:
            self._put(self._middle, box)
        return control + below

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
