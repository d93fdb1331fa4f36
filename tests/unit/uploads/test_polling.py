"""How long to wait between two looks, and for how long at all."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import pairwise

import pytest

from hkj_desktop.uploads.polling import LONGEST_LOOK, PATIENCE, SLOWEST, Look, waits


def looks(schedule: Generator[float, Look, None], *brought: Look) -> Iterator[float]:
    """The waits of ``schedule`` while looks bring these; ends early where the schedule does."""
    yield next(schedule)
    for look in brought:
        try:
            yield schedule.send(look)
        except StopIteration:
            return


def ends_after(look: Look, **limits: float) -> int:
    """How many such looks a schedule takes before it ends."""
    return len(list(looks(waits(**limits), *[look] * 5000)))


def test_looks_are_quick_at_first_and_never_slower_than_the_slowest() -> None:
    """The waits grow from a quarter of a second to five, and go on as long as there is news."""
    found = list(looks(waits(), *[Look(5, news=True)] * 2000))
    assert len(found) == 2001
    assert found[0] == 0.25
    assert all(before <= after <= SLOWEST for before, after in pairwise(found))
    assert found[-1] == SLOWEST
    assert sum(found[:10]) < 20


def test_the_schedule_is_the_one_that_was_asked_for() -> None:
    """First wait, growth and cap are parameters."""
    news = Look(1, news=True)
    assert list(looks(waits(first=1, growth=3, slowest=10), news, news, news)) == [1, 3, 9, 10]


@pytest.mark.parametrize("answered", [True, False])
def test_no_look_is_sooner_than_the_shop_asks(answered: bool) -> None:
    """After Retry-After the next wait is at least that long; the one behind it is the schedule's again."""
    found = list(looks(waits(grace=100), Look(pause=30, news=True, answered=answered), Look(1, news=True)))
    assert found[0] == 0.25
    assert found[1] == 30
    assert found[2] < 1


def test_a_pause_longer_than_the_grace_ends_it_at_once() -> None:
    """Nobody is kept waiting for an hour by one header."""
    assert len(list(looks(waits(grace=60), Look(1, answered=False, pause=3600)))) == 1


def test_patience_ends_when_nothing_is_new_for_its_limit() -> None:
    """Ten seconds a look and a limit of a minute: the sixth look without news is the last."""
    assert ends_after(Look(10), patience=60) == 6


def test_any_news_gives_patience_back_in_full() -> None:
    """A product more after 50 seconds starts the minute anew."""
    brought = [*[Look(10)] * 5, Look(10, news=True)] * 20
    assert len(list(looks(waits(patience=60), *brought))) == len(brought) + 1


def test_a_shop_that_does_not_answer_is_given_up_after_the_grace() -> None:
    """Counted from the first look without an answer, whatever went before; an answer begins it anew."""
    away = Look(10, answered=False)
    assert ends_after(away, grace=30) == 4
    brought = [Look(1000, news=True), away, away, away, Look(10, news=True), away, away, away]
    assert len(list(looks(waits(grace=30), *brought))) == len(brought) + 1


@pytest.mark.parametrize("took", [3600.0, 86_400.0, 1e9])
def test_a_computer_that_slept_uses_up_little_patience(took: float) -> None:
    """A night between two looks counts for two minutes; the upload goes on after waking."""
    assert ends_after(Look(took)) == PATIENCE / LONGEST_LOOK


def test_a_computer_that_slept_while_the_shop_was_away_has_time_for_its_network() -> None:
    """The first look after waking, which reaches nobody yet, does not end it; the grace goes on from its half."""
    asleep, away = Look(8 * 3600.0, answered=False), Look(10, answered=False)
    assert len(list(looks(waits(grace=60), away, asleep, *[away] * 10))) == 5


@pytest.mark.parametrize("took", [-3600.0, -1e9, 0.0])
def test_a_clock_that_is_set_back_does_not_make_the_wait_longer(took: float) -> None:
    """A jump back counts for nothing, and the looks after it count as ever."""
    brought = [Look(10), Look(took), *[Look(10)] * 10]
    assert len(list(looks(waits(patience=60), *brought))) == 7


def test_the_usual_patience_is_minutes_and_not_hours() -> None:
    """A person is told within half an hour that an import stands still."""
    assert 5 * 60 <= PATIENCE <= 30 * 60
