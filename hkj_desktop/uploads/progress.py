"""What is known while an upload runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hkj_desktop.remotes.wire import BatchId


class Stage(StrEnum):
    SENDING = "sending"
    IMPORTING = "importing"
    SETTLED = "settled"


@dataclass(frozen=True)
class Progress:
    """Bytes of the bodies; ``done`` = products that the shop has worked through; ``answered``: when the shop last
    answered, in seconds since 1970; ``trouble``: the code of what keeps us from going on now, while we try again by
    ourselves (with ``reason``, where that code has several); ``rest``: products that go once more, because the shop
    did not name all that it refused; ``searching``: products in bodies that it refused as a whole, of which it is being
    found out which are at fault; ``requests``: bodies and events that were sent, and looks at imports."""

    upload_id: str
    stage: Stage
    bytes_sent: int
    bytes_total: int
    done: int
    total: int
    rejected: int
    left_out: int
    batch_id: BatchId | None = None
    answered: float | None = None
    trouble: str | None = None
    reason: str | None = None
    rest: int = 0
    searching: int = 0
    requests: int = 0

    @property
    def accepted(self) -> int:
        return self.done - self.rejected

    @property
    def unknown(self) -> int:
        return self.total - self.done
