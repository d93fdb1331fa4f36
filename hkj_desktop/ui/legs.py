"""One catalogue on its way to one shop or to several, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hkj_desktop.ui.controllers.uploads import Ended
    from hkj_desktop.ui.opened import Opened


@dataclass(frozen=True)
class Order:
    """Send to that shop. ``all_rows``: what has problems too; ``everything``: what it has already too."""

    shop_id: str
    all_rows: bool = False
    everything: bool = False


class LegState(StrEnum):
    """``nothing``: there was nothing to send, or it was stopped before anything was; ``failed``: it ended before there
    was an upload; ``changed``: its shop was changed or removed while others had their turn, so nothing was sent."""

    WAITING = "waiting"
    RUNNING = "running"
    ENDED = "ended"
    NOTHING = "nothing"
    FAILED = "failed"
    CHANGED = "changed"


@dataclass
class Leg:
    """One order on its way. ``name``: the shop's; ``ended``: how its upload ended."""

    order: Order
    name: str
    upload_id: str = ""
    state: LegState = LegState.WAITING
    ended: Ended | None = None


@dataclass
class Run:
    """The legs of one press of the button, and the file that was open then."""

    legs: Sequence[Leg] = ()
    file: Opened | None = None
    stopped: bool = False

    @property
    def several(self) -> bool:
        return len(self.legs) > 1

    def running(self) -> Leg | None:
        return next((leg for leg in self.legs if leg.state is LegState.RUNNING), None)

    def next(self) -> Leg | None:
        """The next one that waits; None once all have had their turn, or somebody said stop."""
        waiting = (leg for leg in self.legs if leg.state is LegState.WAITING)
        return None if self.stopped else next(waiting, None)

    def of(self, upload_id: str) -> Leg | None:
        return next((leg for leg in self.legs if leg.upload_id == upload_id), None)

    def with_result(self) -> Iterator[tuple[Leg, Ended]]:
        return ((leg, leg.ended) for leg in self.legs if leg.ended is not None)

    def worst(self) -> Ended | None:
        """The result to be shown first: the first that did not go well, else the first."""
        results = [ended for _, ended in self.with_result()]
        bad = [one for one in results if not one.upload.settled or one.upload.rejected]
        return next(iter([*bad, *results]), None)
