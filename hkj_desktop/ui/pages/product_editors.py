"""Boxes to write a cell in: what they show is the cell as it stands, and nobody who only looks changes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from hkj_desktop.ui import theme
from hkj_desktop.ui.bidi import ltr
from hkj_desktop.ui.pages.product_view import Reads
from hkj_desktop.ui.theme import Type, px

LEAST_LINES, MOST_LINES = 3, 9
FRAME = 18
_BREAKS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})
_PARTIAL = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_step(event: QEvent) -> bool:
    """Whether a key means undo or redo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(step) for step in _STEPS)


class LineEditor(QLineEdit):
    """One line. ``left``: the person is done with it (Enter, or another place has the focus)."""

    left = Signal()

    def __init__(self, reads: Reads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = self._shown = ""
        self.returnPressed.connect(self.left)
        point(self, reads)

    def set_cell(self, text: str) -> None:
        """Show another text; the cursor stays where it was."""
        cursor = self.cursorPosition()
        self.setText(text)
        self._told, self._shown = text, self.text()
        self.setCursorPosition(min(cursor, len(self.text())) if self.hasFocus() else 0)

    def rebase(self, text: str) -> None:
        """What is written here was taken over as ``text``: from now on that counts as shown."""
        self._told = self._shown = text

    def cell(self) -> str:
        """What is written."""
        return self.text() if self.is_touched() else self._told

    def is_touched(self) -> bool:
        """Whether it holds something else than it was told to show."""
        return self.text() != self._shown

    def event(self, event: QEvent) -> bool:
        if is_step(event) and not self.is_touched():
            event.ignore()  # nothing was typed: the key takes back the last change of the catalogue
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PARTIAL:
            self.left.emit()


class TextEditor(QPlainTextEdit):
    """Several lines, as high as its text needs within limits; Tab leaves it, Ctrl+Enter is Enter elsewhere."""

    left = Signal()

    def __init__(self, reads: Reads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = self._told = ""
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        point(self, reads)
        self._fit()

    def set_cell(self, text: str) -> None:
        at = self.textCursor().position()
        self._told = text
        self.setPlainText(text)
        self._shown = self._raw()
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self._shown)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    def rebase(self, text: str) -> None:
        self._told, self._shown = text, text.replace("\r\n", "\n")

    def cell(self) -> str:
        """What is written, with the line breaks that the cell had."""
        text = self._raw()
        if text == self._shown:
            return self._told
        return text.replace("\n", "\r\n") if "\r\n" in self._told else text

    def _raw(self) -> str:
        return self.document().toRawText().translate(_BREAKS)  # toPlainText() makes plain spaces of hard ones

    def is_touched(self) -> bool:
        return self._raw() != self._shown

    def selectAll(self) -> None:
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.setTextCursor(cursor)

    def _fit(self) -> None:
        lines = max(LEAST_LINES, min(MOST_LINES, int(self.document().size().height())))
        height = lines * QFontMetrics(theme.current().font(Type.BODY)).lineSpacing() + px(FRAME)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        if is_step(event) and not self.is_touched():
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PARTIAL:
            self.left.emit()

    def wheelEvent(self, event: object) -> None:
        """A wheel scrolls the page unless the person writes here."""
        if self.hasFocus():
            super().wheelEvent(event)  # type: ignore[arg-type]
        else:
            event.ignore()  # type: ignore[attr-defined]


Editor = LineEditor | TextEditor


def point(editor: QLineEdit | QPlainTextEdit, reads: Reads) -> None:
    """Have ``editor`` read in the direction of its field, whatever the window's is."""
    if reads is Reads.AUTO:
        return
    if reads is Reads.LTR:
        ltr(editor)
        return
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = (
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    )  # by itself an empty field goes by the keyboard
    if isinstance(editor, QPlainTextEdit):
        option = editor.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(right)
        editor.document().setDefaultTextOption(option)
    else:
        editor.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)
