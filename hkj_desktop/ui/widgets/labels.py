"""Texts. Every label shows its text as it is: a cell that looks like markup stays what it is."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.theme import Role, Tone, Type, px
from hkj_desktop.ui.widgets import painting

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_MIN_WIDTH = 40


def repolish(widget: QWidget) -> None:
    """Make the style sheet look again at a widget whose properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Label(QLabel):
    """One text in one of the theme's styles; plain, never markup, unless :meth:`set_emphasis` is used."""

    def __init__(
        self,
        text: str = "",
        style: Type = Type.BODY,
        *,
        quiet: bool = False,
        tone: Tone | None = None,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._room = 0, 0, 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._apply_place()
        self.setProperty("type", style.value)
        self.setProperty("tone", "quiet" if quiet else (tone.value if tone else ""))
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def setText(self, text: str) -> None:
        super().setText(text)
        above, below, _height = painting.overhang(text, self._style)
        # Qt puts the space at which a line was broken to the right of the line, and the line as far to the left.
        wraps = self.wordWrap() and _RIGHT_TO_LEFT.search(text) is not None
        before = painting.text_width(" ", self._style) + px(2) if wraps else 0
        if (before, above, below) != self._room:
            margins = self.contentsMargins()
            margins.setLeft(margins.left() + before - self._room[0])
            margins.setTop(margins.top() + above - self._room[1])
            margins.setBottom(margins.bottom() + below - self._room[2])
            self._room = before, above, below
            self.setContentsMargins(margins)

    def set_place(self, place: Qt.AlignmentFlag) -> None:
        """Alignment, where left means the leading edge of the window."""
        self._place = place
        self._apply_place()

    def _apply_place(self) -> None:
        # Said absolutely: a QLabel by itself goes by its text, and puts "840" at the left of an Arabic card.
        self.setAlignment(QStyle.visualAlignment(self.layoutDirection(), self._place))

    def heightForWidth(self, width: int) -> int:
        # A layout asks for all the width that it has, of a label that takes less of it.
        return super().heightForWidth(min(width, self.maximumWidth()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._apply_place()

    def set_tone(self, tone: Tone | None, *, quiet: bool = False) -> None:
        self.setProperty("tone", "quiet" if quiet else (tone.value if tone else ""))
        repolish(self)

    def set_emphasis(self, text: str) -> None:
        """``text`` with ``**strong**`` parts; everything else in it is shown as it is."""
        inner = _STRONG.sub(r"<b style='font-weight:600'>\1</b>", html.escape(text))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(inner)
        self.setAccessibleName(_STRONG.sub(r"\1", text))


class ElidedLabel(QWidget):
    """One line that gives way when space is short; the whole text is in the tooltip and for screen readers."""

    def __init__(
        self,
        text: str = "",
        style: Type = Type.BODY,
        *,
        color: Role = Role.TEXT,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._color = color
        self._elide = elide
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self._update_tooltip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        above, below, line = painting.overhang(self._text, self._style)
        height = max(painting.line_height(self._style), line + 2 * max(above, below))  # it stands in the middle
        return QSize(painting.text_width(self._text, self._style) + 2, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(_MIN_WIDTH), self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        self._update_tooltip()

    def _update_tooltip(self) -> None:
        cut = painting.text_width(self._text, self._style) > self.width()
        self.setToolTip(tooltip_safe(self._text) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._color if self.isEnabled() else Role.TEXT_DISABLED
        painting.draw_line(painter, self.rect(), self._text, self._style, color, self.layoutDirection(), self._elide)
