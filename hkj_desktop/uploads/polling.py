"""How long to wait between two looks at a shop: quick at first, slower later, never for ever."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

FIRST = 0.25
GROWTH = 1.4
SLOWEST = 5.0
#: Seconds without anything new after which the person is told that the shop does not go on.
PATIENCE = 20 * 60.0
#: Seconds for which a network that is down or a shop that is busy may keep us from looking, where nobody watches.
GRACE = 60.0
#: No look counts for more, in seconds: the computer slept, or somebody put the clock forward.
LONGEST_LOOK = 120.0


@dataclass(frozen=True)
class Look:
    """What one look brought. ``took``: seconds since the look before it, waiting included; ``news``: whether anything
    was new; ``answered``: whether the shop answered at all; ``pause``: seconds that it asked us to wait."""

    took: float = 0.0
    news: bool = False
    answered: bool = True
    pause: float = 0.0


def waits(
    *,
    first: float = FIRST,
    growth: float = GROWTH,
    slowest: float = SLOWEST,
    patience: float = PATIENCE,
    grace: float = GRACE,
) -> Generator[float, Look, None]:
    """Seconds to wait before each look; ``send`` takes what the last look brought. Pure: it reads no clock.

    Ends after ``patience`` seconds without news, or ``grace`` seconds without an answer (at once where the pause that
    the shop asks for would be longer). A clock that jumps, or a computer that sleeps, counts for LONGEST_LOOK at most,
    and for no more than half of the grace.
    """
    wait, pause = first, 0.0
    quiet = away = 0.0
    was_away = False
    while True:
        look = yield max(wait, pause)
        took = min(max(look.took, 0.0), LONGEST_LOOK)
        quiet = 0.0 if look.news else quiet + took
        # The first look without an answer begins the count; what went before was answered.
        # No single look uses up the grace: a computer that slept wakes before its network does.
        away = 0.0 if look.answered or not was_away else away + min(took, grace / 2)
        was_away = not look.answered
        if quiet >= patience or (was_away and away + look.pause >= grace):
            return
        wait, pause = min(wait * growth, slowest), look.pause
