"""What the table of faults is made of: moments, faults, and what each cell of it promises for either system."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from hkj_desktop.uploads.entries import Outcome
from tests.faults.systems import System
from tests.faults.troubles import Trouble
from tests.helpers.fault_server import Recorded, Reply

PATIENT = 15.0  # seconds to wait for an answer
HASTY = 0.25  # the same, where none will come
COUNT = 5  # products
LARGE = 400_000  # bytes more in each product, where a fault strikes in the middle of a body
NO_REPORT = "it gives no report"
NO_EVENTS = "it takes no events"


class Moment(StrEnum):
    """When the fault strikes; ``resume``: the program was killed with the body under way, and takes it up."""

    CONNECT = "connect"
    BODY = "body"
    ANSWER = "answer"
    LOOK = "look"
    EVENTS = "events"
    RESUME = "resume"
    REPORT = "report"


SAID = {
    Moment.CONNECT: "connecting, before the first byte",
    Moment.BODY: "while the body is being sent",
    Moment.ANSWER: "after the body, waiting for its answer",
    Moment.LOOK: "looking at the import (the second look)",
    Moment.EVENTS: "sending the products as events",
    Moment.RESUME: "the program was killed with the body under way, and takes it up again",
    Moment.REPORT: "fetching the report of an import that is done",
}


@dataclass(frozen=True)
class Healthy:
    """A request that meets the fault for the ``turn``-th time, and what a shop without a fault answers to it."""

    turn: int
    request: Recorded
    status: int
    body: Any


@dataclass
class Seen:
    """What was found after the fault. ``asked``: requests that met it; ``wrong``: every promise that was broken."""

    outcome: Outcome | None
    code: str | None
    state: str
    fates: str
    words: str
    asked: int
    wrong: list[str] = field(default_factory=list)

    @property
    def sums(self) -> str:
        """sent = accepted + rejected + unknown."""
        a, r, u = (self.fates.count(letter) for letter in "aru")
        return f"{a + r + u}={a}+{r}+{u}"

    def compare(self, cell: Cell) -> None:
        """Add what differs from what the table promises."""
        for name in ("outcome", "code", "state", "fates"):
            found, promised = getattr(self, name), getattr(cell, name)
            if found != promised:
                self.wrong.append(f"{name} {found}, not {promised}")
        if cell.met is not None and self.asked != cell.met:
            self.wrong.append(f"met {self.asked} times, not {cell.met}")


Spoil = Callable[[Healthy], Reply]


@dataclass(frozen=True)
class Cell:
    """What a person and the journal have afterwards.

    ``code``: of the error, with its reason behind a dot; None: no error. ``state``: of the batch; where there are
    several, theirs in the order of the alphabet with a plus between them. ``fates``: one letter for each of the
    products: planned, accepted, rejected, unknown. ``met``: how often the fault was met before
    it was told (None: it is nowhere counted). ``end``: the fates once the fault is over and the upload was sent again;
    where all are rejected, that was the end.
    """

    outcome: Outcome | None
    code: str | None
    state: str
    fates: str
    met: int | None = 1
    end: str = "a" * COUNT


@dataclass(frozen=True)
class Fault:
    """One row. A cell that is a text says why the fault cannot strike then. ``cells``: those of HKJ; ``haqm``: where
    HAQM's are others, the report above all. ``systems``: for which of them the row is.

    ``spoil``: what the shop answers in place of the healthy answer; ``early``: what it does while the body is still
    coming. ``times``: how often, None: until it is over. ``acts``: the shop did what was asked all the same.
    ``attempts``: of one call. ``grace``: seconds for which a shop that is away is waited for. ``trouble``: what
    happens beside the wire. ``child``: runs the cell in its own way, with the program as a process.
    ``log``: part of the warning that the log has then.
    """

    name: str
    cells: Mapping[Moment, Cell | str]
    spoil: Spoil | None = None
    early: Reply | None = None
    times: int | None = None
    acts: bool = False
    read: float = PATIENT
    attempts: int = 4
    grace: float = 0.0
    trouble: Trouble = field(default_factory=Trouble)
    child: Callable[[System, Moment, Path], Seen] | None = None
    haqm: Mapping[Moment, Cell | str] = field(default_factory=dict)
    systems: tuple[str, ...] = ("hkj", "haqm")
    log: str | None = None

    def row(self, system: str) -> dict[Moment, Cell | str]:
        """All cells for one system."""
        if system == "haqm":
            return {**self.cells, Moment.EVENTS: NO_EVENTS, **self.haqm}
        return {**self.cells, Moment.REPORT: NO_REPORT}

    def here(self, system: str) -> dict[Moment, Cell]:
        """The moments at which it strikes."""
        return {moment: cell for moment, cell in self.row(system).items() if isinstance(cell, Cell)}
