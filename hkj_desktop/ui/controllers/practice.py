"""The practice shop's process: started when somebody first needs it, ended with the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from hkj_desktop.system.destinations import Access


class Running(Protocol):
    """What is needed of a started practice shop."""

    root_url: str

    def access(self, destination: str) -> Access: ...

    @property
    def running(self) -> bool: ...

    def stop(self) -> None: ...


class PracticeHost:
    """``start(folder)`` starts the shop and blocks until it answers. Every method may be called from any thread."""

    def __init__(self, folder: Path, start: Callable[[Path], Running]) -> None:
        self._folder = folder
        self._start = start
        self._guard = threading.Lock()
        self._shop: Running | None = None
        self._closed = False

    def ensure(self) -> Running:
        """The running shop; starts it where there is none. Slow: call it from a task. Raises PracticeError."""
        with self._guard:
            shop = self._shop
        if shop is not None and shop.running:
            return shop
        fresh = self._start(self._folder)
        with self._guard:
            # Two tasks may have started one each, or the window may be closing: one shop stays, or none.
            kept = self._shop if self._shop is not None and self._shop.running else None
            if kept is None and not self._closed:
                self._shop = kept = fresh
        if kept is not fresh:
            fresh.stop()
        return kept or fresh

    def root_url(self) -> str:
        """Address of the storefront, empty while the shop does not run."""
        shop = self._shop
        return shop.root_url if shop is not None and shop.running else ""

    def origins(self) -> frozenset[str]:
        """Where pictures of this computer may be fetched from: the practice shop itself, while it runs."""
        address = self.root_url().rstrip("/")
        return frozenset({address} if address else ())

    def stop(self) -> None:
        """End the shop for good; slow."""
        with self._guard:
            self._closed = True
            shop, self._shop = self._shop, None
        if shop is not None:
            shop.stop()
