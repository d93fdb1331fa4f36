"""A field for a key. What is stored is shown masked and never read back; what is typed is not shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from hkj_desktop.system.secret import Secret
from hkj_desktop.ui.bidi import ltr

_HIDDEN = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)


class SecretField(QLineEdit):
    """Left-to-right always. Typing or pasting begins a new key; Escape goes back to the stored one.

    ``edited`` when the new key changes (also back to none).
    """

    edited = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ltr(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhHiddenText
        )
        self._masked = ""
        self._typing = False
        self.textEdited.connect(self._on_edited)
        self._show_stored()

    def set_masked(self, masked: str) -> None:
        """Show a stored key (``Secret.masked()``), or "" for none; drops what was typed."""
        self._masked = masked
        self._show_stored()

    def take_over(self, old: SecretField) -> None:
        """Hold what ``old`` holds; the text goes from field to field and nowhere else."""
        self._masked = old._masked
        self._show_stored()
        if old._typing:
            self._begin()
            self.setText(old.text())

    def new_secret(self) -> Secret | None:
        """The key that was typed or pasted, or None if the stored one stands."""
        text = clean_key(self.text()) if self._typing else ""
        return Secret(text) if text else None

    def paste_new(self) -> bool:
        """Take the clipboard's text as the new key; False if it holds none. For the paste button."""
        text = clean_key(QGuiApplication.clipboard().text())
        if not text:
            return False
        self._begin()
        self.setText(text)
        self.edited.emit()
        return True

    def _show_stored(self) -> None:
        self._typing = False
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        self.setReadOnly(bool(self._masked))
        self.setText(self._masked)
        self.setCursorPosition(0)
        if not self._masked:
            self._begin()

    def _begin(self) -> None:
        self.clear()
        self.setReadOnly(False)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._typing = True

    def _on_edited(self, text: str) -> None:
        if not text and self._masked:
            self._show_stored()
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_new()
            return
        if event.key() == Qt.Key.Key_Escape and self._typing and self._masked:
            self._show_stored()
            self.edited.emit()
            return
        if self.isReadOnly() and event.text().isprintable() and event.text():
            self._begin()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly() and event.commitString():
            self._begin()
        super().inputMethodEvent(event)


def clean_key(text: str) -> str:
    """A key as it was meant: without the line end, spaces and hidden marks that copying brings along."""
    return text.translate(_HIDDEN).strip()
