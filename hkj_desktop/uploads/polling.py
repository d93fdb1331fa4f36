"""How long to wait between two looks at an import: quick at first, slower later, never for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator

FIRST = 0.25
GROWTH = 1.4
SLOWEST = 5.0
#: Seconds without any progress after which the person is told that the shop does not go on.
PATIENCE = 20 * 60.0


def waits(*, first: float = FIRST, growth: float = GROWTH, slowest: float = SLOWEST) -> Iterator[float]:
    """Seconds to wait before each look, for ever."""
    seconds = first
    while True:
        yield seconds
        seconds = min(seconds * growth, slowest)


class Patience:
    """Ends a wait that shows no progress: ``spent(progress)`` is True once nothing has changed for ``limit``
    seconds."""

    def __init__(self, clock: Callable[[], float], limit: float = PATIENCE) -> None:
        self._clock = clock
        self._limit = limit
        self._seen: object = None
        self._since = clock()

    def spent(self, progress: object) -> bool:
        now = self._clock()
        if progress != self._seen:
            self._seen, self._since = progress, now
        # A clock that was set back must not make the wait longer.
        self._since = min(self._since, now)
        return now - self._since >= self._limit
