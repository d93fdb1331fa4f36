"""Uploads that are killed end well. Eight here; ``python -m tests.kills --count 200`` kills as many as you like."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

import pytest

from tests.helpers.practice import practice_shop
from tests.kills.moments import STATES, Moment
from tests.kills.rounds import KINDS, Bench, play

#: Kind of upload, and when it is killed.
ROUNDS = [
    ("bulk", Moment("taken", late=0.1)),
    ("events", Moment("sending", late=0.007)),  # while the shop works on them
    ("hidden refusals, the rest as events", Moment("requests", 3, 0.01)),
    ("hidden refusals, the rest in bulk", Moment("some settled", late=0.01)),
    ("new prices in bulk", Moment("all settled")),  # and not yet remembered
    ("new prices as events", Moment("bodies")),
    ("HAQM, refused in the report", Moment("taken", late=0.1)),
    ("HAQM, refused with the whole body", Moment("requests", 4, 0.01)),  # while the body is divided
]

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with practice_shop(tmp_path_factory.mktemp("shop")) as shop:
        yield Bench(shop, tmp_path_factory.mktemp("killed"))


@pytest.mark.parametrize(("kind", "moment"), ROUNDS, ids=[f"{kind} {moment.state}" for kind, moment in ROUNDS])
def test_a_killed_upload_ends_well(bench: Bench, kind: str, moment: Moment) -> None:
    """After SIGKILL and ``resume`` the shop holds exactly the good products, every row is settled, nothing was applied
    twice, and what is remembered of the shop is what it holds."""
    told = play(bench, "ordinary", next(one for one in KINDS if one.name == kind), moment)
    print(f"{kind}: killed when {' and '.join(told.struck)}")
    assert told.faults == []


def test_moments_come_by_time_and_by_state() -> None:
    """The seeds draw every state, and times that lie between the first body and the end."""
    drawn = [Moment.by_chance(random.Random(f"x-{n}"), lambda: (1.0, 2.0)) for n in range(300)]
    times = [moment.number for moment in drawn if moment.state == "after"]
    assert {moment.state for moment in drawn} == {"after", *STATES}
    assert 100 < len(times) < 200
    assert 0.0 <= min(times) < 0.1
    assert 0.9 < max(times) < 1.0
