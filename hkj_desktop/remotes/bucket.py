"""How many requests a second: a token bucket, with the clock and the waiting in the caller's hands."""

from __future__ import annotations

import threading
from collections.abc import Callable

from hkj_desktop.errors import Cancelled

_NEARLY = 1e-6  # of a token: what rounding may take from a whole one
_SHORTEST = 0.001  # seconds; shorter waits would only spin


class Bucket:
    """``take()`` lets a request pass. In any T seconds at most ``burst + rate * T`` do, whoever asks and however late
    a sleep returns: a token is taken at the moment at which it is used, never ahead of it.

    ``clock()``: seconds that only ever grow. ``sleep(seconds)`` waits and returns True when the person said stop.
    Safe to use from any thread.
    """

    def __init__(self, rate: float, burst: int, clock: Callable[[], float], sleep: Callable[[float], bool]) -> None:
        if rate <= 0 or burst < 1:
            raise ValueError(f"{rate} a second, {burst} at once")
        self._rate = rate
        self._burst = float(burst)
        self._clock = clock
        self._sleep = sleep
        self._tokens = float(burst)
        self._filled = clock()
        self._lock = threading.Lock()

    def take(self, sleep: Callable[[float], bool] | None = None) -> None:
        """Return when a request may go. Raises Cancelled. ``sleep``: used for this one instead of the bucket's own."""
        while (wait := self._wait()) > 0:
            if (sleep or self._sleep)(wait):
                raise Cancelled

    def _wait(self) -> float:
        """Take a token and return 0, or the seconds until there is one."""
        with self._lock:
            now = self._clock()
            self._tokens = min(self._burst, self._tokens + (now - self._filled) * self._rate)
            self._filled = now
            if self._tokens >= 1 - _NEARLY:
                self._tokens -= 1
                return 0.0
            return max(_SHORTEST, (1 - self._tokens) / self._rate)
