"""What the journal holds: uploads, their batches, and what became of each product."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hkj_desktop.errors import Param
from hkj_desktop.uploads.outcome import Fate


class Outcome(StrEnum):
    """How an upload ended; None in its place means that it is under way or was interrupted."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class Step(StrEnum):
    """Where a batch stands. ``sending``: the body may have arrived; ``taken``: the shop gave it a number; ``settled``:
    the shop has said everything it will say; ``refused``: certainly not taken; ``lost``: nobody will ever say."""

    PLANNED = "planned"
    SENDING = "sending"
    TAKEN = "taken"
    SETTLED = "settled"
    REFUSED = "refused"
    LOST = "lost"


@dataclass(frozen=True)
class Target:
    """Where an upload goes: the shop's profile as it was when the upload began."""

    destination: str
    profile_id: str
    profile_name: str
    base_url: str


@dataclass(frozen=True)
class Item:
    """One product of a batch. ``product``: number in the file, from 1; ``row``: as Excel shows it."""

    product: int
    row: int
    sku: str | None
    title_en: str | None
    title_ar: str | None
    fate: Fate = Fate.PLANNED
    message: str | None = None


@dataclass(frozen=True)
class Batch:
    """One body. ``size`` in bytes; the counts are the shop's."""

    n: int
    state: Step
    body: str
    size: int
    products: int
    batch_id: int | None = None
    status: str | None = None
    total_rows: int | None = None
    processed_rows: int | None = None
    error_rows: int | None = None
    error_kind: str | None = None
    error_summary: str | None = None
    retriable: bool = False

    @property
    def can_be_asked(self) -> bool:
        """Whether the shop has it and has not said yet what became of it."""
        return self.state is Step.TAKEN

    @property
    def can_be_resent(self) -> bool:
        """Whether sending the same body again may settle more of it."""
        open_ = (Step.PLANNED, Step.SENDING, Step.LOST, Step.REFUSED)
        return self.state in open_ or (self.state is Step.SETTLED and self.retriable)


@dataclass(frozen=True)
class Upload:
    """One upload. ``sent`` = ``accepted`` + ``rejected`` + ``unknown``, always; times in seconds since 1970."""

    id: str
    target: Target
    file_name: str
    file_path: str
    format: str
    products: int
    left_out: int
    created: float
    changed: float
    outcome: Outcome | None
    error_code: str | None
    error_params: dict[str, Param]
    planned: int
    accepted: int
    rejected: int
    unknown: int

    @property
    def sent(self) -> int:
        return self.accepted + self.rejected + self.unknown

    @property
    def settled(self) -> bool:
        """Whether every product that was to be sent has its answer."""
        return self.outcome is not None and not self.unknown and not self.planned
