"""When a kill strikes: after a share of the time that the work takes, or as soon as journal and shop are in a state."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.cli import Running
from tests.helpers.practice import RunningShop

LIMIT = 60.0  # seconds until a state must have come, or the process have ended
GLANCE = 0.001  # seconds between two looks
LATEST = 0.03  # seconds after a state at which the kill still strikes
#: States that are looked for; each comes in the course of most uploads.
STATES = ("bodies", "planned", "sending", "taken", "some settled", "all settled", "some learned", "requests")
#: Those of them that are still to come when an upload is taken up.
LATER = ("all settled", "requests")
#: Where in the journal a kill can strike, in the order of an upload.
PLACES = ("nothing planned", "planned", "sending", "taken", "between batches", "settled, not ended", "ended")


@dataclass(frozen=True)
class Moment:
    """``state``: one of STATES, "ended", "time" or "after"; ``number``: seconds from the start (time) or since
    the first
    body is there (after), or how many requests; ``late``: seconds after the state."""

    state: str
    number: float = 0.0
    late: float = 0.0

    @staticmethod
    def by_chance(chance: random.Random, span: Callable[[], tuple[float, float]], *, taken_up: bool = False) -> Moment:
        """Half of them by time, from the first of ``span`` to the second; half by a state. ``taken_up``: the upload has
        been planned before; reading and checking fall away, so its work begins a little earlier."""
        by_time, share, late = chance.random() < 0.5, chance.random(), LATEST * chance.random() ** 2
        state, count = chance.choice(LATER if taken_up else STATES), chance.randint(1, 2 if taken_up else 4)
        if not by_time:
            return Moment(state, count, late)
        first, end = span()
        return (
            Moment("time", 0.8 * first + share * (end - 0.8 * first))
            if taken_up
            else Moment("after", share * (end - first))
        )


class Watch:
    """What can be seen of an upload from outside. ``earlier``: uploads that the journal in ``home`` had before it."""

    def __init__(self, shop: RunningShop, home: Path, earlier: int) -> None:
        self.home = home
        self._shop = shop
        self._earlier = earlier
        self._asked = sum(shop.requests().values())

    @property
    def requests(self) -> int:
        """How often the shop was asked since we watch."""
        return sum(self._shop.requests().values()) - self._asked

    def wait(self, child: Running, moment: Moment) -> None:
        """Wait for the moment; returns at once where the process has ended."""
        process = child.process
        if moment.state == "time":
            _wait(process, moment.number)
            return
        deadline = time.monotonic() + LIMIT
        while not self._has_come(moment) and process.poll() is None:
            assert time.monotonic() < deadline, moment
            _wait(process, GLANCE)
        _wait(process, moment.number if moment.state == "after" else moment.late)

    def strike(self, child: Running, moment: Moment) -> str:
        """Kill the process at the moment; returns where in the journal that was (PLACES)."""
        self.wait(child, moment)
        if child.process.poll() is None:
            child.process.kill()
        child.end()
        return self.place()

    def place(self) -> str:
        """Where the upload stands."""
        ended, states, _ = self._look()
        if not states:
            return "nothing planned"
        if ended:
            return "ended"
        for state in ("sending", "taken"):
            if state in states:
                return state
        if "planned" in states:
            return "between batches" if "settled" in states else "planned"
        return "settled, not ended"

    def _has_come(self, moment: Moment) -> bool:
        if moment.state == "requests":
            return self.requests >= moment.number
        if moment.state in ("bodies", "after"):
            return any(self.home.glob("outbox/*"))
        ended, states, learned = self._look()
        return {
            "ended": ended,
            "planned": bool(states),
            "sending": "sending" in states,
            "taken": "taken" in states,
            "some settled": "settled" in states,
            "all settled": bool(states) and set(states) == {"settled"},
            "some learned": learned,
        }[moment.state]

    def _look(self) -> tuple[bool, list[str], bool]:
        """Whether the upload has ended, the states of its batches, and whether one of them was learned."""
        path = self.home / "uploads.sqlite"
        if not path.exists():
            return False, [], False
        with closing(sqlite3.connect(path, timeout=LIMIT)) as db:
            try:
                row = db.execute(
                    "SELECT id, outcome FROM uploads ORDER BY rowid LIMIT 1 OFFSET ?", (self._earlier,)
                ).fetchone()
            except sqlite3.OperationalError:  # there is no table yet
                row = None
            if row is None:
                return False, [], False
            batches = db.execute("SELECT state, learned FROM batches WHERE upload_id=?", (row[0],)).fetchall()
        return row[1] is not None, [state for state, _ in batches], any(learned for _, learned in batches)


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
