"""What sending needs of a shop, whichever system it is of."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, Protocol

from hkj_desktop.remotes.hkj import Format
from hkj_desktop.remotes.wire import BatchId, BatchState, BulkAccepted, Event, EventsAnswer
from hkj_desktop.system.cancel import CancelToken


class Shop(Protocol):
    """:class:`hkj_desktop.remotes.hkj.HkjShop` and :class:`hkj_desktop.remotes.haqm_shop.HaqmShop` are ones.

    Every method blocks, and raises a RemoteError or Cancelled. What a system cannot do is in destinations.toml, and
    nobody asks it for that.
    """

    def events(self, events: list[Event]) -> EventsAnswer:
        """Send events, each of which gets its own answer."""
        ...

    def bulk(
        self,
        body: BinaryIO,
        *,
        size: int,
        filename: str,
        format: Format | None = None,  # noqa: A002  # the parameter's published name
        raw: bool = False,
        on_bytes: Callable[[int], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> BulkAccepted:
        """Send a body of ``size`` bytes. ``on_bytes``: how many of them were handed to the network; 0 again where the
        server certainly has none of them. Raises FileDamaged too."""
        ...

    def batch(self, batch_id: BatchId) -> BatchState:
        """How far an import is."""
        ...

    def check_key(self) -> None:
        """Return when the secrets work; raises what is wrong with them, or what stood in the way of knowing."""
        ...
