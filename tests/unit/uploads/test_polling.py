"""How long to wait between two looks, and for how long at all."""

from __future__ import annotations

from itertools import islice, pairwise

from hkj_desktop.uploads.polling import PATIENCE, SLOWEST, Patience, waits
from tests.helpers.journal import Clock


def test_looks_are_quick_at_first_and_never_slower_than_the_slowest() -> None:
    """The waits grow from a quarter of a second to five, and go on for ever."""
    found = list(islice(waits(), 200))
    assert found[0] == 0.25
    assert all(before <= after <= SLOWEST for before, after in pairwise(found))
    assert found[-1] == SLOWEST
    assert sum(found[:10]) < 20


def test_the_schedule_is_the_one_that_was_asked_for() -> None:
    """First wait, growth and cap are parameters."""
    assert list(islice(waits(first=1, growth=3, slowest=10), 4)) == [1, 3, 9, 10]


def test_patience_ends_when_nothing_has_changed_for_its_limit() -> None:
    """One second before the limit it still waits, at the limit it does not."""
    clock = Clock()
    patience = Patience(clock, limit=60)
    assert not patience.spent(1)
    clock.now += 59
    assert not patience.spent(1)
    clock.now += 1
    assert patience.spent(1)


def test_any_progress_gives_patience_back_in_full() -> None:
    """A product more after 59 seconds starts the minute anew."""
    clock = Clock()
    patience = Patience(clock, limit=60)
    for progress in range(10):
        clock.now += 59
        assert not patience.spent(progress)
    clock.now += 60
    assert patience.spent(9)


def test_a_clock_that_is_set_back_does_not_make_the_wait_longer() -> None:
    """After a jump an hour back, the limit counts from the jump and not from the hour that is yet to come."""
    clock = Clock()
    patience = Patience(clock, limit=60)
    patience.spent(1)
    clock.now -= 3600
    assert not patience.spent(1)
    clock.now += 60
    assert patience.spent(1)


def test_the_usual_patience_is_minutes_and_not_hours() -> None:
    """A person is told within half an hour that an import stands still."""
    assert 5 * 60 <= PATIENCE <= 30 * 60
