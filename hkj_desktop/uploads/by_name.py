"""What a report that names items means for each of them: in no order, perhaps not of all, in columns that nobody has
promised (remote-systems.md, "Columns of the report")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hkj_desktop.remotes.wire import BatchState, BatchStatus, Verdict
from hkj_desktop.uploads.entries import Name
from hkj_desktop.uploads.outcome import Settlement


@dataclass
class _Book:
    """What was said, by position."""

    good: set[int] = field(default_factory=set)
    bad: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    unclear: set[int] = field(default_factory=set)
    strangers: list[str] = field(default_factory=list)

    def write(self, at: Iterable[int], verdict: Verdict) -> None:
        for position in at:
            if verdict.ok is False:
                self.bad[position].append(verdict.message or "")
            elif verdict.ok:
                self.good.add(position)
            else:
                self.unclear.add(position)


def settle_by_name(state: BatchState, names: Iterable[Name], count: int) -> Settlement:
    """Read a finished import of ``count`` items.

    An item that is refused in any row is refused, with all that was said of it. What the report does not name is
    accepted where the import is done and the report lists refusals alone; where it names accepted items too, or says
    something that nobody understands, what it leaves out is undecided. So is everything of an import that broke off and
    of a report that cannot be read. A row without a store is about the SKU in every store.
    """
    everything = frozenset(range(count))
    if state.verdicts is None:
        return Settlement(count, {}, everything)
    book = _read(state.verdicts, list(names))
    rejected = {at: " ".join(dict.fromkeys(filter(None, words))) for at, words in book.bad.items()}
    said = rejected.keys() | (book.good - book.unclear)
    only_refusals = all(verdict.ok is False for verdict in state.verdicts)
    if state.status is BatchStatus.DONE and only_refusals and not book.strangers:
        return Settlement(count, rejected, frozenset())
    return Settlement(count, rejected, everything - said, tuple(book.strangers))


def _read(verdicts: Iterable[Verdict], names: list[Name]) -> _Book:
    in_store: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    anywhere: dict[str | None, list[int]] = defaultdict(list)
    for name in names:
        in_store[name.sku, name.store].append(name.position)  # twice the same: what is said of it is said of both
        anywhere[name.sku].append(name.position)
    book = _Book()
    for verdict in verdicts:
        at = in_store.get((verdict.sku, verdict.store))
        if at is not None:
            book.write(at, verdict)
        elif verdict.store is None and verdict.sku in anywhere:
            book.write(anywhere[verdict.sku], verdict)
        elif verdict.ok is not True:
            book.strangers.append(f"{verdict.sku}: {verdict.message or ''}")
    return book


def counted(state: BatchState, settlement: Settlement) -> BatchState:
    """The state with the counts that its system does not give."""
    return replace(
        state,
        total_rows=settlement.count,
        processed_rows=settlement.accepted,
        error_rows=len(settlement.rejected),
        report=None,
    )
