"""Showing foreign text safely: left-to-right values inside Arabic, and cells that hold anything at all.

All of this is for display only; nothing here may touch a value that is stored, sent or copied.
"""

from __future__ import annotations

import html
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
ELLIPSIS = "…"
SHOWN_LIMIT = 500
_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
# These steer the direction of everything after them, so a cell could make its row lie.
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")  # part of ordinary Persian words and of emoji


def isolate(text: str) -> str:
    """``text`` as a left-to-right island: "12.500 JOD" stays so within Arabic. Display only."""
    return f"{LRI}{text}{PDI}"


def isolate_auto(text: str) -> str:
    """``text`` as an island with the direction of its own first letter: a file name in a sentence."""
    return f"{FSI}{text}{PDI}"


def ltr(widget: QWidget) -> QWidget:
    """Keep a field left-to-right in a right-to-left window (keys, addresses, SKUs); returns ``widget``.

    The text stays at the left edge, where the person types it.
    """
    widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if isinstance(widget, QLineEdit):
        widget.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    elif isinstance(widget, QPlainTextEdit):
        option = widget.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        widget.document().setDefaultTextOption(option)
    return widget


def _visible(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return "␡"
    if char in _STEERING or (unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs") and char not in _JOINERS):
        return f"⟨{code:04X}⟩"
    return "↵" if unicodedata.category(char) in ("Zl", "Zp") else char


def display_safe(text: str, limit: int = SHOWN_LIMIT) -> str:
    """``text`` on one line, at most ``limit`` characters long, with every hidden character made visible."""
    cut = text if len(text) <= limit else text[: limit - 1] + ELLIPSIS
    if cut.isprintable():  # the ordinary cell: nothing hidden in it
        return cut
    return "".join(map(_visible, cut))


def tooltip_safe(text: str, limit: int = 2000) -> str:
    """``text`` for ``setToolTip``: Qt would read a cell such as ``<img src=…>`` as markup and load it."""
    cut = text if len(text) <= limit else text[: limit - 1] + ELLIPSIS
    return f"<div style='white-space: pre-wrap'>{html.escape(cut)}</div>" if cut else ""
