"""Never more requests in a second than the server allows, by a clock that the test moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.errors import Cancelled
from hkj_desktop.remotes.bucket import Bucket

MOST = 10  # requests a second, by HAQM's public pages
RATE, BURST = 8, 2  # at most BURST + RATE in any second


class Clock:
    """Moved by hand, and by sleeping; ``late``: how much longer than asked each sleep takes, one after the other."""

    def __init__(self, now: float = 0.0, late: list[float] | None = None) -> None:
        self.now = now
        self.late = late or [0.0]
        self.slept = 0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> bool:
        self.now += max(0.0, seconds + self.late[self.slept % len(self.late)])
        self.slept += 1
        return False


def fullest(times: list[float]) -> int:
    """The most requests in any second, both ends included."""
    return max(sum(start <= one <= start + 1 for one in times) for start in times)


def test_at_once_and_then_evenly() -> None:
    """The burst goes at once, then one request each eighth of a second: 100 take a little more than 12 seconds."""
    clock = Clock()
    bucket = Bucket(RATE, BURST, clock, clock.sleep)
    times = []
    for _ in range(100):
        bucket.take()
        times.append(clock.now)
    assert times[:3] == [0.0, 0.0, pytest.approx(1 / RATE)]
    assert times[-1] == pytest.approx(98 / RATE, abs=0.01)
    assert fullest(times) == MOST


@given(
    gaps=st.lists(st.one_of(st.just(0.0), st.floats(0, 0.3), st.floats(0, 3)), min_size=1, max_size=120),
    late=st.lists(st.one_of(st.just(0.0), st.floats(-0.1, 2)), min_size=1, max_size=10),
    start=st.sampled_from([0.0, 12345.678, 1e9]),
)
def test_no_second_holds_more_than_ten(gaps: list[float], late: list[float], start: float) -> None:
    """Whenever requests come, and however early or late a sleep returns, no second holds more than ten."""
    clock = Clock(start, late)
    bucket = Bucket(RATE, BURST, clock, clock.sleep)
    times = []
    for gap in gaps:
        clock.now += gap
        bucket.take()
        times.append(clock.now)
    assert fullest(times) <= MOST


def test_a_pause_saves_up_no_more_than_the_burst() -> None:
    """After an hour of nothing, two go at once and the third waits."""
    clock = Clock()
    bucket = Bucket(RATE, BURST, clock, clock.sleep)
    clock.now = 3600.0
    for _ in range(3):
        bucket.take()
    assert clock.now > 3600.0
    assert clock.slept == 1


def test_stop_in_the_wait() -> None:
    """The person's stop ends the wait, and the token stays for the next one."""
    clock = Clock()
    bucket = Bucket(1, 1, clock, lambda seconds: True)
    bucket.take()
    with pytest.raises(Cancelled):
        bucket.take()
    clock.now = 1.0
    bucket.take(clock.sleep)
    assert clock.slept == 0


@pytest.mark.parametrize(("rate", "burst"), [(0, 1), (-1, 1), (1, 0)])
def test_nonsense_is_refused(rate: float, burst: int) -> None:
    """A bucket that would never let anything pass cannot be made."""
    with pytest.raises(ValueError, match="at once"):
        Bucket(rate, burst, lambda: 0.0, lambda seconds: False)
