"""The shape of a text: three sentences, marked for translation, with no Qt needed to read them."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What happened, why or where, and what to do next. ``{name}`` stands for a parameter."""

    title: str
    explanation: str
    todo: str


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001  # the name that Qt's tools look for
    """Mark ``text`` for translation in ``context`` and give it back."""
    return text


def QT_TRANSLATE_N_NOOP(context: str, text: str) -> str:  # noqa: ARG001  # the same for a text with %n in it
    """Mark ``text`` for translation with plural forms and give it back."""
    return text
