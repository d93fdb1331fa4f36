"""Who may fetch now: a few at a time from one server, a few more from all, in the order in which they came."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Ticket:
    __slots__ = ("admitted", "host")

    def __init__(self, host: str) -> None:
        self.host = host
        self.admitted = threading.Event()


class Gate:
    """At most ``each`` inside from one host and ``total`` from all. The one who waits longest goes first; whoever waits
    for a full host keeps nobody from another one. Safe to use from any thread."""

    def __init__(self, each: int, total: int) -> None:
        if each < 1 or total < 1:
            raise ValueError(f"{each} from one host, {total} in all")
        self._each = each
        self._total = total
        self._lock = threading.Lock()
        self._queue: list[_Ticket] = []
        self._inside: Counter[str] = Counter()

    @property
    def idle(self) -> bool:
        """Nobody is inside, and nobody waits."""
        with self._lock:
            return not self._queue and not self._inside.total()

    @contextmanager
    def turn(self, host: str, check: Callable[[], None], every: float) -> Iterator[None]:
        """Wait for a place, and keep it for the block. ``check`` is called every ``every`` seconds of waiting, with no
        lock held; what it raises ends the waiting and passes through."""
        ticket = _Ticket(host)
        with self._lock:
            self._queue.append(ticket)
            self._admit()
        try:
            while not ticket.admitted.wait(every):
                check()
            yield
        finally:
            with self._lock:
                if ticket.admitted.is_set():
                    self._inside[host] -= 1
                    if not self._inside[host]:
                        del self._inside[host]
                else:
                    self._queue.remove(ticket)
                self._admit()

    def _admit(self) -> None:
        """Let in whoever can go, the first first. The lock is held."""
        for ticket in tuple(self._queue):
            if self._inside.total() >= self._total:
                return
            if self._inside[ticket.host] < self._each:
                self._inside[ticket.host] += 1
                self._queue.remove(ticket)
                ticket.admitted.set()
