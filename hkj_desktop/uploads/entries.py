"""What the journal holds: uploads, their batches, and what became of each product."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hkj_desktop.errors import Param
from hkj_desktop.remotes.wire import BatchId
from hkj_desktop.system.settings import is_practice
from hkj_desktop.uploads.outcome import Fate

#: An import that somebody at the shop ended (wire.BatchState.error_kind).
CANCELLED = "cancelled"


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


class Via(StrEnum):
    """The way to the shop: its bulk import, or events, each of which gets its own answer. ``auto``: the plan
    chooses."""

    AUTO = "auto"
    BULK = "bulk"
    EVENTS = "events"


@dataclass(frozen=True)
class Target:
    """Where an upload goes: the shop's profile as it was when the upload began. ``account``: whose key it went
    with, as a name that says nothing of the key, where all shops of one system have one address. ``region``: of the
    address, where the system has such."""

    destination: str
    profile_id: str
    profile_name: str
    base_url: str
    account: str = ""
    region: str = ""

    @property
    def shop(self) -> str:
        """What the memory of this shop's products goes by. Another address is another shop; the practice shop has
        another port on every start."""
        at = "" if is_practice(self.profile_id) else self.base_url.rstrip("/")
        return f"{self.destination} {self.profile_id} {at} {self.account}".rstrip()

    def moved(self, base_url: str) -> bool:
        """Whether the shop has another address by now: its numbers of batches would tell of somebody else's uploads."""
        return not is_practice(self.profile_id) and self.base_url.rstrip("/") != base_url.rstrip("/")


@dataclass(frozen=True)
class Item:
    """One unit of a batch: a product, or an item of one in a ``store``. ``product``: number in the file, from 1;
    ``row``: as Excel shows it; ``fils``: its price; ``key``: what the shop knows it by, as ``sku:A-1``."""

    product: int
    row: int
    sku: str | None
    title_en: str | None
    title_ar: str | None
    fils: int | None = None
    fate: Fate = Fate.PLANNED
    message: str | None = None
    key: str | None = None
    store: str | None = None


@dataclass(frozen=True)
class Name:
    """One unit of a batch by its position there: what a report may call it."""

    position: int
    sku: str | None
    store: str | None


@dataclass(frozen=True)
class Batch:
    """One body. ``size`` in bytes; the counts of rows are the shop's.

    ``products``: how many the body has; ``held``: how many of them are still of this batch, the others were sent again
    in another one; ``accepted``, ``rejected`` and ``undecided`` (sent, and not known): what became of those.
    """

    n: int
    state: Step
    body: str
    size: int
    products: int
    batch_id: BatchId | None = None
    status: str | None = None
    total_rows: int | None = None
    processed_rows: int | None = None
    error_rows: int | None = None
    error_kind: str | None = None
    error_summary: str | None = None
    retriable: bool = False
    held: int = 0
    accepted: int = 0
    rejected: int = 0
    undecided: int = 0
    via: Via = Via.BULK
    learned: bool = False

    @property
    def format(self) -> str:
        """The parts of an upload that are sent again go as JSON, whatever it went as at first."""
        return self.body.rpartition(".")[2]

    @property
    def decided(self) -> int:
        return self.accepted + self.rejected

    @property
    def divided(self) -> bool:
        """Whether some of its products were sent again in other batches."""
        return self.held < self.products

    @property
    def can_be_asked(self) -> bool:
        """Whether the shop has it and has not said yet what became of it."""
        return self.state is Step.TAKEN

    @property
    def can_be_resent(self) -> bool:
        """Whether sending again may settle more of it: the same body, or what is not known in smaller ones."""
        return self.can_be_sent_whole or self.can_be_divided or self.can_be_asked_again

    @property
    def can_be_sent_whole(self) -> bool:
        """Whether the same body may be sent again: it was not taken, nobody knows, or the shop asks for it."""
        if self.divided:
            return False
        if self.state is Step.SETTLED:
            again = self.retriable or self.error_kind == CANCELLED
            return again and self.undecided > 0 and self.status != "done"
        return self.state in (Step.PLANNED, Step.SENDING, Step.LOST, Step.REFUSED)

    @property
    def settled_open(self) -> bool:
        """Whether the shop has said all that it will say and left something open."""
        return self.state is Step.SETTLED and self.undecided > 0

    @property
    def unfinished(self) -> bool:
        """Whether the shop broke off the import by a fault of its own and asks for the same body again."""
        return self.state is Step.SETTLED and self.can_be_sent_whole and self.retriable

    @property
    def was_cancelled(self) -> bool:
        """Whether somebody at the shop ended the import, so that only the person can say whether it goes again."""
        return self.state is Step.SETTLED and self.can_be_sent_whole and not self.retriable

    @property
    def can_be_asked_again(self) -> bool:
        """Whether it is one event of which the shop's answer said nothing: the same id makes asking again safe."""
        one = self.products == 1 and self.undecided == 1 and not self.divided
        return self.via is Via.EVENTS and self.state is Step.SETTLED and one

    @property
    def is_open(self) -> bool:
        """Whether it still has to be sent or followed. One that was divided may have left all that was open to
        others."""
        if self.state is Step.TAKEN:
            return self.held > 0
        return self.state in (Step.PLANNED, Step.REFUSED) and self.held > self.decided

    @property
    def hidden(self) -> int:
        """Refusals that a finished import counts and does not list: its list stops at the first 200."""
        whole = self.state is Step.SETTLED and self.status == "done" and self.total_rows == self.products
        told = (self.processed_rows or 0) + (self.error_rows or 0) == self.products
        return max(0, (self.error_rows or 0) - self.rejected) if whole and told and not self.divided else 0

    @property
    def can_be_divided(self) -> bool:
        """Whether the shop has said all that it will say of this body and left products open, so that only smaller
        bodies can bring out more. A body of one product has no smaller one."""
        whole = self.can_be_sent_whole
        return self.state is Step.SETTLED and self.undecided > 0 and self.products > 1 and not whole


@dataclass(frozen=True)
class Upload:
    """One upload. ``sent`` = ``accepted`` + ``rejected`` + ``unknown``, always; times in seconds since 1970. Where the
    system takes items, all counts are of items.

    ``products`` in the file = ``planned`` + ``sent`` + ``left_out`` (problems) + ``unchanged`` (the shop has them so).
    ``via``: the way that was asked for. ``reverts``: the upload that this one puts back.
    """

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
    unchanged: int = 0
    via: Via = Via.AUTO
    reverts: str | None = None

    @property
    def sent(self) -> int:
        return self.accepted + self.rejected + self.unknown

    @property
    def settled(self) -> bool:
        """Whether every product that was to be sent has its answer."""
        return self.outcome is not None and not self.unknown and not self.planned
