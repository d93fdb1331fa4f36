"""A catalogue against what its shop last accepted from this computer: new, changed, the same, no longer in the file."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import polars as pl

from hkj_desktop.catalog.compare import Difference, differences
from hkj_desktop.errors import JournalError
from hkj_desktop.files.payload import Payload
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.known import Content, Known, fingerprint

log = logging.getLogger(__name__)

#: So many changed products are kept with their fields; of further ones only their number.
MOST_SHOWN = 5_000
MOST_GONE_SHOWN = 1_000
NUMBERS = pl.UInt32


@dataclass(frozen=True)
class ChangedProduct:
    """``product``: its number in the file; ``fields``: what changes, old → new."""

    product: int
    key: str
    content: Content
    fields: tuple[Difference, ...]


@dataclass(frozen=True)
class Comparison:
    """The products of ``chosen`` = new + changed + same, by their numbers, ascending. ``since``: when the shop last
    accepted anything from here, in seconds since 1970; None: never, and everything is new.

    ``doubtful``: products that were sent to this shop before, with an end that is not known. ``unsure``: those
    of ``changed`` that look the same, and whose last sending has no known end. ``gone``: keys that
    the shop has from here and the whole file does not; nothing is ever deleted. ``shown``: the first
    :data:`MOST_SHOWN` of ``changed`` with their fields; ``gone_shown``: the first of ``gone`` as the shop has them.
    """

    new: pl.Series
    changed: pl.Series
    same: pl.Series
    since: float | None = None
    unsure: int = 0
    gone: tuple[str, ...] = ()
    shown: tuple[ChangedProduct, ...] = field(default=(), repr=False)
    doubtful: int = 0
    gone_shown: tuple[tuple[str, Content], ...] = field(default=(), repr=False)

    def to_send(self) -> pl.Series:
        """The numbers of what is new or changed, ascending."""
        return pl.concat([self.new, self.changed]).sort()


def compare(
    payload: Payload, chosen: pl.Series, known: Known, shop: str, cancel: CancelToken | None = None
) -> Comparison:
    """Compare the units whose numbers are in ``chosen`` (ascending) with what ``shop`` last accepted.

    ``shop``: Target.shop. A unit without a natural key counts as new. Raises JournalError or Cancelled.
    """
    prints, doubtful = known.prints(shop), known.doubtful(shop)
    if not prints:
        nothing = pl.Series([], dtype=NUMBERS)
        return Comparison(chosen.cast(NUMBERS), nothing, nothing, doubtful=len(doubtful))
    work = _Work(known, shop, prints, doubtful, payload.system.key_of)
    for slice_ in payload.contents(chosen, cancel):
        work.take(slice_)
    others = payload.every().filter(~payload.every().is_in(chosen.implode()))
    for slice_ in payload.contents(others, cancel):
        work.seen.update(key for key in (payload.system.key_of(content) for _, content in slice_) if key)
    return work.done(known.since(shop), payload.covers)


def compare_if_possible(
    payload: Payload, chosen: pl.Series, known: Known, shop: str, cancel: CancelToken | None = None
) -> Comparison | None:
    """The same for whoever sends now: what is known of a shop only saves work, so where it cannot be read all goes."""
    try:
        return compare(payload, chosen, known, shop, cancel)
    except JournalError as error:
        log.warning("sent without comparing: %s", error)
        return None


class _Work:
    def __init__(self, known: Known, shop: str, prints: dict[str, int], doubtful: set[str],
                 key_of: Callable[[Content], str | None]) -> None:  # fmt: skip
        self._key_of = key_of
        self._known = known
        self._shop = shop
        self._prints = prints
        self._doubtful = doubtful
        self._new: list[int] = []
        self._changed: list[int] = []
        self._same: list[int] = []
        self._unsure = 0
        self._shown: list[ChangedProduct] = []
        self.seen: set[str] = set()

    def take(self, slice_: Sequence[tuple[int, Content]]) -> None:
        other: list[tuple[int, str, Content]] = []
        for product, content in slice_:
            key = self._key_of(content)
            print_ = None if key is None else self._prints.get(key)
            if key is None or print_ is None:
                self._new.append(product)
            elif key in self.seen:
                self._changed.append(product)  # the second of two with one key: only sending tells which one stays
            elif print_ != fingerprint(content):
                other.append((product, key, content))
            elif key in self._doubtful:
                self._changed.append(product)
                self._unsure += 1
            else:
                self._same.append(product)
            if key is not None:
                self.seen.add(key)
        if other:
            self._look_at(other)

    def _look_at(self, other: list[tuple[int, str, Content]]) -> None:
        room = max(0, MOST_SHOWN - len(self._shown))
        before = self._known.contents(self._shop, [key for _, key, _ in other[:room]])
        for product, key, content in other[:room]:
            self._shown.append(ChangedProduct(product, key, content, differences(before.get(key, {}), content)))
        self._changed += [product for product, _, _ in other]

    def done(self, since: float | None, covers: Callable[[str], bool]) -> Comparison:
        new, changed, same = (pl.Series(sorted(one), dtype=NUMBERS) for one in (self._new, self._changed, self._same))
        gone = tuple(key for key in self._prints if key not in self.seen and covers(key))
        as_it_was = tuple(self._known.contents(self._shop, gone[:MOST_GONE_SHOWN]).items())
        doubtful = len(self._doubtful)
        return Comparison(new, changed, same, since, self._unsure, gone, tuple(self._shown), doubtful, as_it_was)
