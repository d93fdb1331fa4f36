"""A few products go as events: each gets its own answer, nothing is applied twice, and an old price can come back."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from hkj_desktop.errors import AnswerLost, ConnectFailed, KeyRefused, RemoteError
from hkj_desktop.remotes.wire import Event, EventsAnswer, parse_events
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import destination
from hkj_desktop.uploads.carry import event_id
from hkj_desktop.uploads.connect import Connector
from hkj_desktop.uploads.entries import Outcome, Step, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate, Settlement, settle_events
from hkj_desktop.uploads.plan import EVENTS_UP_TO, choose_via, ready_plan, write_plan
from hkj_desktop.uploads.send import Sender
from tests.helpers.journal import (
    NOW,
    TARGET,
    UPLOAD,
    QuickToken,
    ScriptedShop,
    fates,
    no_waits,
    open_journal,
    payload_of,
    planned,
    rejected_words,
    told,
    write_catalogue,
)
from tests.helpers.practice import practice_shop
from tests.helpers.shop_client import hkj_access

HKJ = destination("hkj")

IDS = ["u1-1", "u1-2", "u1-3"]


def answered(*results: dict[str, Any]) -> Settlement:
    return settle_events(parse_events(json.dumps({"results": results}).encode()), dict(enumerate(IDS)), 3)


def test_applied_and_duplicate_are_accepted() -> None:
    """A duplicate was processed before, by an attempt whose answer was lost."""
    found = answered({"event_id": "u1-1", "status": "applied"}, {"event_id": "u1-2", "status": "duplicate"})
    assert (found.accepted, found.rejected, found.undecided) == (2, {}, {2})


def test_error_and_skipped_are_refused_with_their_reason() -> None:
    """The words are the shop's; where it gave none, its status stands there."""
    found = answered(
        {"event_id": "u1-1", "status": "error", "error": "No title."},
        {"event_id": "u1-2", "status": "skipped", "reason": "Unknown product.", "action": "x"},
        {"event_id": "u1-3", "status": "skipped"},
    )
    assert found.rejected == {0: "No title.", 1: "Unknown product.", 2: "skipped"}


def test_answers_are_matched_by_their_ids_in_whatever_order() -> None:
    """The order of the results says nothing where they name their events."""
    found = answered(
        {"event_id": "u1-3", "status": "error", "error": "Three."},
        {"event_id": "u1-1", "status": "applied"},
        {"event_id": "u1-2", "status": "error", "error": "Two."},
    )
    assert (found.rejected, found.accepted) == ({2: "Three.", 1: "Two."}, 1)


def test_an_answer_without_an_id_is_that_of_the_event_in_its_place() -> None:
    """As many results as events: the second one belongs to the second event."""
    found = answered(
        {"event_id": "u1-1", "status": "applied"},
        {"status": "error", "error": "Malformed."},
        {"event_id": "u1-3", "status": "applied"},
    )
    assert (found.rejected, found.undecided) == ({1: "Malformed."}, frozenset())


@pytest.mark.parametrize(
    "results",
    [
        [{"status": "error", "error": "Which one?"}],
        [{"event_id": "other", "status": "applied"}],
        [],
        [{"event_id": "u1-2", "status": "queued"}],
    ],
    ids=["no place", "somebody else's", "nothing", "a new status"],
)
def test_what_cannot_be_told_stays_undecided(results: list[dict[str, Any]]) -> None:
    """Nothing is called accepted that the shop has not said so of."""
    found = answered(*results)
    assert (found.rejected, found.undecided) == ({}, {0, 1, 2})


def test_an_answer_of_ours_wins_over_one_in_its_place() -> None:
    """A result with an id is surer than one that only stands where it would."""
    found = answered(
        {"status": "error", "error": "First in the list."},
        {"event_id": "u1-1", "status": "applied"},
        {"event_id": "u1-3", "status": "applied"},
    )
    assert (found.rejected, found.undecided) == ({}, {1})


def test_an_id_belongs_to_one_product_of_one_upload() -> None:
    """The same on every attempt, another one for another product and in another upload."""
    assert event_id("u1", 7) == event_id("u1", 7)
    assert len({event_id(upload, product) for upload in ("u1", "u2") for product in range(100)}) == 200


@pytest.mark.parametrize(
    ("count", "format_", "wanted", "expected"),
    [
        (1, "json", Via.AUTO, Via.EVENTS),
        (EVENTS_UP_TO, "json", Via.AUTO, Via.EVENTS),
        (EVENTS_UP_TO + 1, "json", Via.AUTO, Via.BULK),
        (1, "csv", Via.AUTO, Via.BULK),
        (1, "json", Via.BULK, Via.BULK),
        (100_000, "json", Via.EVENTS, Via.EVENTS),
    ],
)
def test_the_plan_chooses_the_way_by_size_and_the_person_overrules_it(
    count: int, format_: str, wanted: Via, expected: Via
) -> None:
    """A few as events, many by the bulk import; a format that was asked for is one of the bulk import."""
    assert choose_via(count, format_, HKJ, wanted) is expected


def test_a_large_upload_goes_in_several_bodies(tmp_path: Path) -> None:
    """No body has more than HKJ.most products, and together they have each product once, in the file's order."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, HKJ.most + 5)
    assert [batch.products for batch in journal.batches(UPLOAD)] == [HKJ.most, 5]
    sent = [product for n in (0, 1) for product in json.loads((tmp_path / "outbox" / f"u1-{n}.json").read_bytes())]
    assert [product["sku"] for product in sent] == [f"A-{n}" for n in range(1, HKJ.most + 6)]


class Desk(ScriptedShop):
    """Takes events; refuses the ``bad`` skus; ``drop``: raised once, after the event was applied."""

    def __init__(self, bad: dict[str, str] | None = None, drop: RemoteError | None = None) -> None:
        super().__init__()
        self.bad = bad or {}
        self.drop = drop
        self.applied: list[str] = []
        self.prices: dict[str, int] = {}

    def events(self, events: Sequence[Event]) -> EventsAnswer:
        self.events_sent.append([event.event_id for event in events])
        if isinstance(self.drop, (ConnectFailed, KeyRefused)):
            drop, self.drop = self.drop, None
            raise drop
        results = [self._take(event) for event in events]
        if self.drop is not None:
            drop, self.drop = self.drop, None
            raise drop
        return parse_events(json.dumps({"results": results}).encode())

    def _take(self, event: Event) -> dict[str, str]:
        sku = event.data["sku"]
        if event.event_id in self.applied:
            return {"event_id": event.event_id, "status": "duplicate"}
        if sku in self.bad:
            return {"event_id": event.event_id, "status": "error", "error": self.bad[sku]}
        self.applied.append(event.event_id)
        self.prices[sku] = event.data["price_fils"]
        return {"event_id": event.event_id, "status": "applied"}


def sender(shop: ScriptedShop, journal: Journal, folder: Path, reach: float = 0) -> Sender:
    return Sender(shop, journal, folder / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0, reach=reach)


def test_events_go_a_hundred_at_a_time(tmp_path: Path) -> None:
    """250 products in three requests; each has its own answer, and no import is asked for."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 250, via=Via.EVENTS)
    desk = Desk({"A-7": "Seven.", "A-170": "More."})
    upload = sender(desk, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 250, 248, 2, 0))
    assert [len(one) for one in desk.events_sent] == [100, 100, 50]
    assert rejected_words(journal) == {7: "Seven.", 170: "More."}
    assert desk.asked == []
    assert not list((tmp_path / "outbox").iterdir())


def test_a_lost_answer_is_asked_for_with_the_same_ids(tmp_path: Path) -> None:
    """The events were applied and the answer was lost: sent again they are duplicates, and count as accepted."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 5, via=Via.EVENTS)
    desk = Desk(drop=AnswerLost(reason="reset"))
    first = sender(desk, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (first.outcome, told(first)) == (Outcome.UNKNOWN, (0, 5, 0, 0, 5))
    again = sender(desk, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (again.outcome, told(again)) == (Outcome.DONE, (0, 5, 5, 0, 0))
    assert desk.events_sent[0] == desk.events_sent[1]
    assert len(desk.applied) == len(set(desk.applied)) == 5


def test_events_that_were_under_way_when_the_program_ended_go_again(tmp_path: Path) -> None:
    """A journal that stops at ``sending`` sends them once more, by itself: their ids make that safe."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 5, via=Via.EVENTS)
    journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
    upload = sender(Desk(), journal, tmp_path).run(UPLOAD, QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 5, 0, 0))


@pytest.mark.parametrize("via", [Via.EVENTS, Via.BULK])
def test_a_shop_that_cannot_be_reached_is_waited_for_where_that_is_wanted(tmp_path: Path, via: Via) -> None:
    """The reason is reported, and the upload goes on by itself when the shop is back."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 5, via=via)
    away = [ConnectFailed(reason="name"), ConnectFailed(reason="refused"), ConnectFailed(reason="timeout")]

    def before(call: str) -> None:
        if call in ("bulk", "events") and away:
            raise away.pop(0)

    shop = ScriptedShop(before=before)
    reports: list[str | None] = []
    upload = sender(shop, journal, tmp_path, reach=60).run(
        UPLOAD, QuickToken(), lambda progress: reports.append(progress.reason)
    )
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 5, 0, 0))
    assert reports[:3] == ["name", "refused", "timeout"]
    assert reports[-1] is None


def test_a_proxy_that_wants_a_password_is_not_waited_for(tmp_path: Path) -> None:
    """Waiting would not bring one; the person is told at once."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 5)
    shop = ScriptedShop([ConnectFailed(reason="proxy_password")])
    upload = sender(shop, journal, tmp_path, reach=600).run(UPLOAD, QuickToken())
    assert (upload.error_code, upload.error_params["reason"]) == ("connect_failed", "proxy_password")
    assert (len(shop.bodies), told(upload)) == (1, (5, 0, 0, 0, 0))


@pytest.mark.parametrize("via", [Via.EVENTS, Via.BULK])
def test_price_a_then_b_then_a_again_ends_at_a(tmp_path: Path, via: Via) -> None:
    """Against the real practice shop: going back to an old price is a new upload, and no repetition of the first."""
    journal = open_journal(tmp_path)
    (tmp_path / "outbox").mkdir()
    connector = Connector(time.time, lambda: 0.5)
    with practice_shop(tmp_path / "shop") as shop:
        client = connector.shop(hkj_access(shop.base_url, shop.api_key), CancelToken())
        seen = []
        for turn, price in enumerate(("1.250", "2.000", "1.250")):
            path = write_catalogue(tmp_path / "list.csv", 3)
            path.write_text(path.read_text("utf-8").replace("1.250", price), "utf-8")
            plan = ready_plan(payload_of(path), TARGET, path, via=via)
            write_plan(plan, journal, tmp_path / "outbox", upload_id=f"u{turn}", now=NOW)
            upload = Sender(client, journal, tmp_path / "outbox", clock=time.time).run(f"u{turn}", CancelToken())
            assert upload.outcome is Outcome.DONE
            assert fates(journal, f"u{turn}") == "aaa"
            seen.append({product["price_fils"] for product in shop.products()})
        connector.close()
    assert seen == [{1250}, {2000}, {1250}]
