"""How long to wait between two looks at an import: quick at first, slower later, never for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hkj_desktop.errors import RemoteError

FIRST = 0.25
GROWTH = 1.4
SLOWEST = 5.0
#: Seconds without any progress after which the person is told that the shop does not go on.
PATIENCE = 20 * 60.0
#: Seconds for which a network that is down or a shop that is busy may keep us from looking.
GRACE = 60.0


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


class Grace:
    """Ends a wait for a shop that cannot be reached: ``spent(error)`` is True once that has lasted ``limit`` seconds,
    or would have at the end of the pause that the shop asks for. ``pause``: that pause, in seconds."""

    def __init__(self, clock: Callable[[], float], limit: float = GRACE) -> None:
        self._clock = clock
        self._limit = limit
        self._since: float | None = None
        self.pause = 0.0

    def spent(self, error: RemoteError) -> bool:
        now = self._clock()
        # A clock that was set back must not make the wait longer.
        self._since = now if self._since is None else min(self._since, now)
        asked = error.params.get("retry_after")
        self.pause = float(asked) if isinstance(asked, int | float) else 0.0
        return now - self._since + self.pause >= self._limit

    def over(self) -> None:
        """The shop has answered."""
        self._since = None
        self.pause = 0.0
