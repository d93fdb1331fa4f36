"""What reports that name items mean for each of them, and what becomes of items that no report names."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.errors import ItemsRefused, StoresRefused
from hkj_desktop.remotes.wire import BatchState, BatchStatus, BulkAccepted, Verdict
from hkj_desktop.uploads.by_name import counted, settle_by_name
from hkj_desktop.uploads.entries import Name, Outcome
from hkj_desktop.uploads.known import Known
from hkj_desktop.uploads.outcome import Settlement
from hkj_desktop.uploads.send import MOST_REFUSED, Sender
from tests.helpers.catalogues import modest
from tests.helpers.items import HAQM, HAQM_TARGET, planned_items
from tests.helpers.journal import NOW, UPLOAD, QuickToken, fates, no_waits, open_journal, state, told

STORES = ("S1", "S2")
NAMES = [Name(at, f"A-{at // 2 + 1}", STORES[at % 2]) for at in range(8)]
COUNT = len(NAMES)

skus = st.sampled_from([*(f"A-{n}" for n in range(1, 5)), "X-9"])
verdicts = st.builds(
    Verdict, skus, st.sampled_from([*STORES, "S9", None]), st.sampled_from([True, False, None]), st.text(max_size=5)
)
reports = st.lists(verdicts, max_size=14)
ends = st.sampled_from([BatchStatus.DONE, BatchStatus.FAILED])


def ended(said: Sequence[Verdict] | None, status: BatchStatus = BatchStatus.DONE) -> BatchState:
    return replace(state(status.value), by_name=True, verdicts=None if said is None else tuple(said))


def settled(said: Sequence[Verdict] | None, status: BatchStatus = BatchStatus.DONE) -> Settlement:
    return settle_by_name(ended(said, status), NAMES, COUNT)


def named(verdict: Verdict) -> set[int]:
    """The positions that a row is about."""
    return {one.position for one in NAMES if verdict.sku == one.sku and verdict.store in (one.store, None)}


def yes(sku: str, store: str | None) -> Verdict:
    return Verdict(sku, store, ok=True, message=None)


def no(sku: str, store: str | None, words: str | None = "No.") -> Verdict:
    return Verdict(sku, store, ok=False, message=words)


def accepted(found: Settlement) -> set[int]:
    return set(range(COUNT)) - found.rejected.keys() - found.undecided


# -- what holds for every report --------------------------------------------------------------------------------------


@modest(300)
@given(reports, ends)
def test_the_sum_holds_whatever_the_report_says(said: list[Verdict], status: BatchStatus) -> None:
    """Every item has exactly one fate, and the counts for the record are those of the items."""
    found = settled(said, status)
    everything = set(range(COUNT))
    assert found.rejected.keys() | found.undecided <= everything
    assert not found.rejected.keys() & found.undecided
    assert found.accepted + len(found.rejected) + len(found.undecided) == found.count == COUNT
    told = counted(ended(said, status), found)
    assert (told.total_rows, told.processed_rows, told.error_rows) == (COUNT, found.accepted, len(found.rejected))
    assert told.report is None


@modest(300)
@given(reports, ends)
def test_a_refusal_wins(said: list[Verdict], status: BatchStatus) -> None:
    """An item that any row refuses is refused, whatever other rows say; and no other item is."""
    refused = set().union(*(named(one) for one in said if one.ok is False))
    assert settled(said, status).rejected.keys() == refused


@modest(300)
@given(reports, ends)
def test_nothing_is_called_accepted_without_a_reason(said: list[Verdict], status: BatchStatus) -> None:
    """Accepted is what a row says so of; more only where the import is done and all its rows are refusals of ours."""
    good = set().union(*(named(one) for one in said if one.ok))
    only_refusals = all(one.ok is False and named(one) for one in said)
    found = accepted(settled(said, status))
    if status is BatchStatus.DONE and only_refusals:
        assert not settled(said, status).undecided
    else:
        assert found <= good


@modest(150)
@given(reports, ends, st.randoms(use_true_random=False))
def test_the_order_of_rows_means_nothing(said: list[Verdict], status: BatchStatus, chance: random.Random) -> None:
    """A report in another order brings every item the same fate."""
    mixed = list(said)
    chance.shuffle(mixed)
    one, other = settled(said, status), settled(mixed, status)
    assert (one.rejected.keys(), one.undecided) == (other.rejected.keys(), other.undecided)


# -- single cases -----------------------------------------------------------------------------------------------------


def test_a_list_of_refusals_means_that_the_rest_is_in() -> None:
    """Where only refusals are listed, all other items of a finished import are accepted."""
    found = settled([no("A-1", "S2", "Bad barcode.")])
    assert (found.rejected, found.undecided) == ({1: "Bad barcode."}, frozenset())


def test_a_list_that_names_good_items_too_leaves_the_others_open() -> None:
    """What such a list leaves out is not known."""
    found = settled([yes("A-1", "S1"), no("A-1", "S2")])
    assert accepted(found) == {0}
    assert found.undecided == frozenset(range(2, COUNT))


def test_a_row_without_a_store_is_about_every_store() -> None:
    """Both items of the SKU are refused."""
    assert settled([no("A-2", None)]).rejected == {2: "No.", 3: "No."}


def test_a_refusal_of_an_item_that_was_not_sent_makes_a_list_of_refusals_doubtful() -> None:
    """It may be about one of ours under another name, so nothing is called accepted; its words are kept."""
    found = settled([no("X-9", "S1", "Unknown.")])
    assert found.undecided == frozenset(range(COUNT))
    assert found.general == ("X-9: Unknown.",)


def test_all_that_was_said_of_an_item_is_told_once() -> None:
    """Different words of several rows are joined, the same words are not repeated."""
    found = settled([no("A-1", "S1", "Bad."), no("A-1", None, "Bad."), no("A-1", "S1", "Worse.")])
    assert found.rejected[0] == "Bad. Worse."


@pytest.mark.parametrize("status", [BatchStatus.DONE, BatchStatus.FAILED])
def test_a_report_that_nobody_can_read_decides_nothing(status: BatchStatus) -> None:
    """Every item stays open."""
    assert settled(None, status).undecided == frozenset(range(COUNT))


def test_an_import_that_broke_off_decides_what_its_rows_name() -> None:
    """The list of an import that failed is no list of all refusals."""
    found = settled([no("A-1", "S1"), yes("A-2", "S1")], BatchStatus.FAILED)
    assert (set(found.rejected), accepted(found)) == ({0}, {2})


# -- what becomes of it -----------------------------------------------------------------------------------------------


class Stores:
    """Takes every body and ends each import as ``say`` of its SKUs says; ``refuse``: raised in place of that."""

    def __init__(self, say: Callable[[list[str]], BatchState], refuse: Exception | None = None) -> None:
        self.say = say
        self.refuse = refuse
        self.bodies: list[list[str]] = []

    def bulk(self, body: BinaryIO, **_: object) -> BulkAccepted:
        if self.refuse is not None:
            raise self.refuse
        self.bodies.append([one["item_sku"] for one in orjson.loads(body.read())])
        return BulkAccepted(f"i-{len(self.bodies)}", BatchStatus.PENDING, len(self.bodies[-1]))

    def batch(self, batch_id: str) -> BatchState:
        return self.say(self.bodies[int(batch_id.removeprefix("i-")) - 1])


def all_in(body: list[str]) -> BatchState:
    return ended([yes(sku, None) for sku in body])


def unread(_: list[str]) -> BatchState:
    return ended(None)


def cancelled(_: list[str]) -> BatchState:
    return replace(ended([], BatchStatus.FAILED), error_kind="cancelled", retriable=False)


@pytest.mark.parametrize("say", [unread, cancelled])
@pytest.mark.parametrize("count", [1, 5])
def test_items_of_which_nothing_was_said_can_go_again_down_to_the_last(
    tmp_path: Path, count: int, say: Callable[[list[str]], BatchState]
) -> None:
    """A body of one item has no smaller one and there are no events: it goes again as it is, and is settled once the
    stores say something of it."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, count)
    stores = Stores(say)
    sender = Sender(stores, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0)  # type: ignore[arg-type]
    sender.run(UPLOAD, QuickToken())
    for _ in range(4):  # down to bodies of one item, and further
        assert told(sender.resend(UPLOAD, QuickToken()))[4] == count
    stores.say = all_in
    upload = sender.resend(UPLOAD, QuickToken())
    assert (upload.outcome, fates(journal)) == (Outcome.DONE, "a" * count)
    assert len(Known(journal).prints(HAQM_TARGET.shop)) == count
    assert not list((tmp_path / "outbox").iterdir())


@pytest.mark.parametrize("how", ["resend", "go_on", "run", "ask"])
def test_an_upload_of_which_everything_was_refused_stays_as_it_ended(tmp_path: Path, how: str) -> None:
    """Asked again there is nothing to ask or to send, and why it failed is still told."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, 3)
    stores = Stores(all_in, StoresRefused(status=400, message="StoreID's are incorrect", reason="all"))
    sender = Sender(stores, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0)  # type: ignore[arg-type]
    sender.run(UPLOAD, QuickToken())
    stores.refuse = None
    upload = getattr(sender, how)(UPLOAD, QuickToken())
    assert (upload.outcome, upload.error_code, fates(journal)) == (Outcome.FAILED, "stores_refused", "rrr")
    assert upload.error_params["reason"] == "all"
    assert not stores.bodies


def test_what_is_said_of_two_units_of_one_name_is_said_of_both() -> None:
    """The same SKU twice for one store, sent for the shop to judge: none of the two is taken to be the good one."""
    names = [Name(0, "A-1", "S1"), Name(1, "A-1", "S1"), Name(2, "A-2", "S1")]
    found = settle_by_name(ended([no("A-1", "S1", "Twice."), yes("A-2", "S1")]), names, 3)
    assert (found.rejected, found.undecided) == ({0: "Twice.", 1: "Twice."}, frozenset())


def test_a_shop_that_refuses_everything_is_not_asked_for_ever(tmp_path: Path) -> None:
    """After so many bodies in a row of which it took none the upload ends with the shop's words; nothing is lost."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, 400)
    asked = 0

    class Never(Stores):
        def bulk(self, body: BinaryIO, **_: object) -> BulkAccepted:
            nonlocal asked
            asked += 1
            raise ItemsRefused(status=400, message="Invalid request body")

    sender = Sender(Never(all_in), journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0)  # type: ignore[arg-type]
    upload = sender.run(UPLOAD, QuickToken())
    assert asked == MOST_REFUSED + 1
    assert (upload.outcome, upload.error_code) == (Outcome.FAILED, "items_refused")
    assert upload.planned + upload.rejected == 400
    assert upload.rejected > 0


@pytest.mark.parametrize("how", ["run", "go_on"])
def test_a_body_that_is_gone_keeps_nobody_from_asking_about_the_others(tmp_path: Path, how: str) -> None:
    """Of two bodies the second is missing: what became of the first is known all the same."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, HAQM.most + 5)
    (tmp_path / "outbox" / f"{UPLOAD}-1.json").unlink()
    sender = Sender(Stores(all_in), journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0)  # type: ignore[arg-type]
    upload = getattr(sender, how)(UPLOAD, QuickToken())
    assert (upload.error_code, told(upload)) == ("file_missing", (5, HAQM.most, HAQM.most, 0, 0))


def test_why_everything_was_refused_is_told_after_a_crash_too(tmp_path: Path) -> None:
    """The program ended before it could write down how the upload did: what is told later is the same."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, 3)
    refuse = StoresRefused(status=400, message="StoreID's are incorrect", reason="some")
    sender = Sender(Stores(all_in, refuse), journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits)  # type: ignore[arg-type]
    first = sender.run(UPLOAD, QuickToken())
    journal.end(UPLOAD, None)
    again = sender.go_on(UPLOAD, QuickToken())
    assert (again.outcome, again.error_code, again.error_params) == (
        first.outcome,
        first.error_code,
        first.error_params,
    )
    assert (first.error_code, first.error_params["reason"]) == ("stores_refused", "some")
