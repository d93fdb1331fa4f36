"""Push buttons: the style sheet paints the body, this class the icon, the words and the keyboard ring."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.icons import Icon, paint_icon
from hkj_desktop.ui.theme import Role, Type, metrics, px
from hkj_desktop.ui.widgets import painting

GAP = 8
PAD = 15
PAD_MAIN = 21


class Kind(StrEnum):
    """Rank of a button. A page has exactly one PRIMARY."""

    SECONDARY = "secondary"
    PRIMARY = "primary"
    GHOST = "ghost"
    DANGER = "danger"


class Button(QPushButton):
    """A button with an optional icon. Without ``text`` it shows the icon alone and needs a ``name``."""

    def __init__(
        self,
        text: str = "",
        icon: Icon | None = None,
        *,
        kind: Kind = Kind.SECONDARY,
        main: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._kind = kind
        self._main = main
        self._ring = False
        self.setProperty("kind", kind.value)
        self.setProperty("rank", "main" if main else "")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if name:
            self.set_name(name)

    def set_name(self, name: str) -> None:
        """What a screen reader says, and the tooltip, where the icon stands alone."""
        self.setAccessibleName(name)
        if not self.text():
            self.setToolTip(tooltip_safe(name))

    def set_icon(self, icon: Icon | None) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def _type(self) -> Type:
        return Type.BUTTON_MAIN if self._main else Type.BUTTON

    def _shown_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _content_width(self) -> int:
        text = self._shown_text()
        width = painting.text_width(text, self._type()) if text else 0
        if self._icon is not None:
            width += metrics().icon + (px(GAP) if text else 0)
        if self.menu() is not None:
            width += metrics().icon + px(GAP)
        return width

    def sizeHint(self) -> QSize:
        height = metrics().control_main if self._main else metrics().control
        pad = px(PAD_MAIN if self._main else PAD)
        return QSize(max(self._content_width() + 2 * pad, height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = painting.by_keyboard(event.reason())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def _ink(self) -> Role:
        if not self.isEnabled():
            return Role.TEXT_DISABLED
        if self.isChecked():
            return Role.ACCENT
        if self._kind is Kind.PRIMARY:
            return Role.ON_ACCENT
        if self._kind is Kind.DANGER:
            return Role.ERROR
        if self._kind is Kind.GHOST and not self.underMouse():
            return Role.TEXT_QUIET
        return Role.TEXT

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_label(painter)
        if self._ring and self.hasFocus():
            inset = metrics().ring if self._kind is Kind.PRIMARY else 0
            color = Role.ON_ACCENT if self._kind is Kind.PRIMARY else Role.ACCENT
            painting.focus_ring(painter, self.rect(), metrics().radius_control, color, inset)

    def _paint_label(self, painter: QPainter) -> None:
        ink, style = self._ink(), self._type()
        look, side, gap = theme.current(), metrics().icon, px(GAP)
        content = min(self._content_width(), self.width() - 2 * gap)
        x = (self.width() - content) // 2
        room = content
        if self._icon is not None:
            box = painting.leading(self, x, side, side)
            paint_icon(painter, box, self._icon, ink, self.layoutDirection())
            x += side + gap
            room -= side + gap
        if self.menu() is not None:
            box = painting.leading(self, (self.width() + content) // 2 - side, side, side)
            paint_icon(painter, box, Icon.CHEVRON_DOWN, ink)
            room -= side + gap
        if text := self._shown_text():
            font = look.font(style)
            painter.setFont(font)
            painter.setPen(look.color(ink))
            box = painting.visual(self, QRect(x, 0, room, self.height()))
            fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(box.adjusted(-1, 0, 1, 0), int(Qt.AlignmentFlag.AlignCenter.value), fitting)
