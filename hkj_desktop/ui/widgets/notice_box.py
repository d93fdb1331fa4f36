"""Where notices stand above every page, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hkj_desktop.ui.theme import metrics

#: In a low window they have this part of its height, and scroll.
PART = 4


class NoticeBox(QScrollArea):
    """As high as what is in :attr:`box`, where the page below it has room enough."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        m = metrics()
        self._host = parent
        inside = QWidget()
        self.box = QVBoxLayout(inside)
        self.box.setContentsMargins(m.page_margin, m.space_l, m.page_margin, 0)
        self.box.setSpacing(m.space_s)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        width = self._host.width()
        return QSize(width, self.box.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = self.box.totalMinimumSize().width()
        return QSize(least, min(self.sizeHint().height(), self._host.height() // PART))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
