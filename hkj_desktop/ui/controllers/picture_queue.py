"""Whose picture is looked at next: web servers take turns, and one that is slow keeps nobody waiting for the others."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Iterable


class PictureQueue:
    """Addresses in turn by their web server, at most ``each`` of one server at a time. After ``silent`` pictures in a
    row to which a server gave no answer the rest of it is given up. Safe to use from any thread."""

    def __init__(self, addresses: Iterable[str] = (), *, each: int = 1, silent: int = 1) -> None:
        self._each = each
        self._silent = silent
        self._lock = threading.Lock()
        self._waiting: OrderedDict[str, deque[str]] = OrderedDict()  # whose turn is next stands first
        self._busy: Counter[str] = Counter()
        self._quiet: Counter[str] = Counter()  # pictures in a row without an answer
        for address in addresses:
            self._waiting.setdefault(host(address), deque()).append(address)

    def take(self) -> str | None:
        """The next address; None where there is none that may be asked for now. Whoever gets None is needed no more:
        from then on others are enough for the servers that are left."""
        with self._lock:
            # As many as are at work are passed over, and no more.
            name = next((one for one in self._waiting if self._busy[one] < self._each), None)
            if name is None:
                return None
            self._busy[name] += 1
            addresses = self._waiting.pop(name)
            address = addresses.popleft()
            if addresses:
                self._waiting[name] = addresses
            return address

    def done(self, address: str, *, answered: bool) -> list[str]:
        """``address`` was looked at. Returns what is given up of its server now."""
        name = host(address)
        with self._lock:
            self._busy[name] -= 1
            self._quiet[name] = 0 if answered else self._quiet[name] + 1
            return list(self._waiting.pop(name, ())) if self._quiet[name] >= self._silent else []

    def clear(self) -> None:
        """Hand out nothing more."""
        with self._lock:
            self._waiting.clear()


def host(address: str) -> str:
    """The web server of an address, with its port; "" for what is no address of the web."""
    return address.partition("://")[2].partition("/")[0].partition("?")[0].rpartition("@")[2].lower()
