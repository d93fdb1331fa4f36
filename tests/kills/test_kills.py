"""Uploads that are killed end well. Six here; ``python -m tests.kills --count 200`` kills as many as you like."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

import pytest

from tests.helpers.practice import practice_shop
from tests.kills.__main__ import summary
from tests.kills.moments import STATES, Moment
from tests.kills.rounds import KINDS, Bench, play

ROUNDS = [f"ordinary-{n}" for n in range(6)]

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with practice_shop(tmp_path_factory.mktemp("shop")) as shop:
        yield Bench(shop, tmp_path_factory.mktemp("killed"))


@pytest.mark.parametrize("at", range(len(ROUNDS)), ids=ROUNDS)
def test_a_killed_upload_ends_well(bench: Bench, at: int) -> None:
    """After SIGKILL and ``resume`` the shop holds exactly the good products, every row is settled, nothing was applied
    twice, and what is remembered of the shop is what it holds."""
    told = play(bench, ROUNDS[at], KINDS[at % 6])
    print(summary([told]))
    assert told.faults == []


def test_moments_come_by_time_and_by_state() -> None:
    """The seeds draw every state, and times that lie between the first body and the end."""
    drawn = [Moment.by_chance(random.Random(f"x-{n}"), lambda: (1.0, 2.0)) for n in range(300)]
    times = [moment.number for moment in drawn if moment.state == "time"]
    assert {moment.state for moment in drawn} == {"time", *STATES}
    assert 100 < len(times) < 200
    assert 0.9 <= min(times) < 1.0
    assert 1.9 < max(times) < 2.0
