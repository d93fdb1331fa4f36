"""What the shop's answers mean for each product that was sent: accepted, rejected, or not known yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hkj_desktop.remotes.wire import BatchState, BatchStatus, EventResult, EventsAnswer, EventStatus

#: errors[].row counts products after merging, from here (not published: remote-systems.md).
FIRST_ERROR_ROW = 1

#: In the place of the shop's words: a later upload has sent this product, so an older one leaves it alone.
OVERTAKEN = "overtaken"


class Fate(StrEnum):
    """Where one product stands. ``planned``: not sent; the other three add up to what was sent."""

    PLANNED = "planned"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Settlement:
    """The fate of the products of one batch, by their position in it, from 0.

    ``rejected``: position → the shop's words. ``undecided``: positions of which the shop has not said enough.
    All others are accepted. ``general``: words that name no product.
    """

    count: int
    rejected: dict[int, str]
    undecided: frozenset[int]
    general: tuple[str, ...] = ()

    @property
    def accepted(self) -> int:
        return self.count - len(self.rejected) - len(self.undecided)

    @property
    def decided(self) -> int:
        return self.count - len(self.undecided)


def settle(state: BatchState, count: int) -> Settlement:
    """Read a finished batch of ``count`` products.

    The list of errors stops at the first 200 (hkj-api-reference.txt): where more are counted than listed, the
    products behind the last listed one are undecided; where the list is in no order or an error names no product,
    all that are not listed. Where the shop counts other products than were sent, its row numbers mean nothing
    certain, and every product is undecided; so is it where more products are listed than it counts.
    """
    rejected: dict[int, str] = {}
    general: list[str] = []
    in_order = True
    for error in state.errors:
        position = error.row - FIRST_ERROR_ROW if error.row is not None else -1
        if 0 <= position < count:
            in_order = in_order and position >= max(rejected, default=0)
            rejected[position] = f"{rejected[position]} {error.error}" if position in rejected else error.error
        else:
            general.append(error.error)
    everything = frozenset(range(count))
    if state.total_rows != count and (state.total_rows or state.status is BatchStatus.DONE):
        return Settlement(count, {}, everything, tuple(error.error for error in state.errors))
    if state.status is BatchStatus.FAILED:
        if state.error_kind == "invalid_data" and not state.processed_rows:
            # Nothing of the file was taken: the reason holds for every product that has none of its own.
            reason = state.error_summary or ""
            return Settlement(count, {at: rejected.get(at, reason) for at in everything}, frozenset(), tuple(general))
        return Settlement(count, rejected, everything - rejected.keys(), tuple(general))
    if len(rejected) > state.error_rows:
        return Settlement(count, {}, everything, tuple(error.error for error in state.errors))
    if count == 1 and (state.processed_rows, state.error_rows) == (0, 1):
        # It can be about this one only, whatever row is named.
        words = " ".join(error.error for error in state.errors) or state.error_summary or ""
        return Settlement(count, {0: words}, frozenset())
    told = in_order and not general
    return Settlement(count, rejected, _undecided(state, rejected, everything, told=told), tuple(general))


def _undecided(
    state: BatchState, rejected: Mapping[int, str], everything: frozenset[int], *, told: bool
) -> frozenset[int]:
    """What a list of refusals that stops short leaves open. ``told``: it is in order, and each of them names a
    product."""
    hidden = state.error_rows - len(rejected)
    if state.processed_rows + state.error_rows != len(everything):
        return everything - rejected.keys()
    if hidden <= 0:
        return frozenset()
    behind = frozenset(range(max(rejected, default=-1) + 1, len(everything)))
    return behind if told and len(behind) >= hidden else everything - rejected.keys()


def settle_events(answer: EventsAnswer, ids: Mapping[int, str], count: int) -> Settlement:
    """Read the answer to the events of a batch of ``count`` products; ``ids``: by their position in it, in the order in
    which they were sent.

    ``applied`` and ``duplicate`` (it was processed before) are accepted; ``error`` and ``skipped`` are not, for the
    reason that is given. A result without an event_id is that of the event in its place, where there are as many
    results as events; events without a result, or with one that nobody can read, are undecided.
    """
    at_of = {event_id: at for at, event_id in ids.items()}
    sent = list(ids)
    in_place = len(answer.results) == len(ids)
    found: dict[int, EventResult] = {}
    for place, result in enumerate(answer.results):
        at = at_of.get(result.event_id) if result.event_id is not None else (sent[place] if in_place else None)
        if at is not None and (result.event_id is not None or at not in found):
            found[at] = result
    rejected = {
        at: result.error or result.reason or result.status_text
        for at, result in found.items()
        if result.status in (EventStatus.ERROR, EventStatus.SKIPPED)
    }
    unclear = {at for at, result in found.items() if result.status is EventStatus.OTHER}
    undecided = frozenset(ids) - found.keys() | unclear
    general = tuple(one.error for one in answer.results if one.error and one not in found.values())
    return Settlement(count, rejected, undecided, general)
