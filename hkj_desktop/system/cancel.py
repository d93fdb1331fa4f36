"""Stopping work politely: the worker looks at a token between steps; nothing is ever killed."""

from __future__ import annotations

import threading

from hkj_desktop.errors import Cancelled


class CancelToken:
    """Shared by whoever may stop a piece of work and the work itself. Safe to use from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise :class:`Cancelled` if somebody said stop."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> bool:
        """Sleep for at most ``seconds``; return at once, and True, when somebody says stop."""
        return self._event.wait(seconds)
