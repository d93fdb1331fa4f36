"""An older upload that comes to its end after a newer one: no memory goes back, and no old price is put back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from hkj_desktop.catalog.problems import Severity
from hkj_desktop.errors import AnswerLost, BatchMissing, BodyTooLarge, ConnectFailed, JournalError, ServerFailed
from hkj_desktop.remotes.wire import BatchStatus, BulkAccepted
from hkj_desktop.system.destinations import destination
from hkj_desktop.system.secret import Secret
from hkj_desktop.uploads.answers import recorded
from hkj_desktop.uploads.compare import compare, compare_if_possible
from hkj_desktop.uploads.entries import Outcome, Step, Target, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known
from hkj_desktop.uploads.outcome import OVERTAKEN, Fate
from hkj_desktop.uploads.plan import candidates, ready_plan, write_plan
from hkj_desktop.uploads.send import Sender
from tests.helpers.journal import (
    NOW,
    TARGET,
    UPLOAD,
    Clock,
    QuickToken,
    ScriptedShop,
    fates,
    no_waits,
    open_journal,
    payload_of,
    planned,
    rejected_words,
    state,
    told,
    write_catalogue,
)
from tests.unit.uploads.test_events import Desk

TAKEN = BulkAccepted(7, BatchStatus.PENDING, 5)


class Bench:
    """Uploads of the same five products to one shop, each at its own price. ``clock`` may go as it likes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.journal = open_journal(folder, self.clock)
        (folder / "outbox").mkdir()
        self.path = folder / "list.csv"

    def plan(self, upload_id: str, price: str, *, via: Via = Via.BULK, count: int = 5) -> None:
        write_catalogue(self.path, count)
        self.path.write_text(self.path.read_text("utf-8").replace("1.250", price), "utf-8")
        plan = ready_plan(payload_of(self.path), TARGET, self.path, via=via)
        write_plan(plan, self.journal, self.folder / "outbox", upload_id=upload_id, now=self.clock())

    def sender(self, shop: ScriptedShop) -> Sender:
        return Sender(shop, self.journal, self.folder / "outbox", clock=self.clock, schedule=no_waits, grace=0)

    def known(self) -> set[int]:
        return set(Known(self.journal).prices(TARGET.shop).values())

    def to_send(self, price: str) -> int:
        """How many products of a file with this price would go."""
        write_catalogue(self.path, 5)
        self.path.write_text(self.path.read_text("utf-8").replace("1.250", price), "utf-8")
        payload = payload_of(self.path)
        return compare(payload, candidates(payload), Known(self.journal), TARGET.shop).to_send().len()


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_an_old_import_that_is_asked_for_later_teaches_no_old_prices(bench: Bench) -> None:
    """The old one was accepted before the new one, or after it, nobody knows: both prices are sent again."""
    bench.plan("old", "1.000")
    bench.sender(ScriptedShop([TAKEN], [ConnectFailed(reason="refused")])).run("old", QuickToken())
    bench.plan("new", "2.000")
    bench.sender(ScriptedShop()).run("new", QuickToken())
    assert bench.known() == {2000}
    assert bench.sender(ScriptedShop()).ask("old", QuickToken()).outcome is Outcome.DONE
    assert bench.known() == set()
    assert (bench.to_send("1.000"), bench.to_send("2.000")) == (5, 5)
    assert list(Known(bench.journal).changes("old")) == []


@pytest.mark.parametrize("via", [Via.BULK, Via.EVENTS])
@pytest.mark.parametrize("how", ["go_on", "resend"])
def test_an_old_upload_leaves_alone_what_a_later_one_has_sent(bench: Bench, via: Via, how: str) -> None:
    """Three of its five products went out later at another price: these stay, with the reason; the others go."""
    bench.plan("old", "1.000", via=via)
    lost = Desk(drop=AnswerLost(reason="reset")) if via is Via.EVENTS else ScriptedShop([AnswerLost(reason="reset")])
    bench.sender(lost).run("old", QuickToken())
    bench.plan("new", "2.000", count=3)
    bench.sender(ScriptedShop(batch=[state("done", 3)])).run("new", QuickToken())
    shop = Desk() if via is Via.EVENTS else ScriptedShop([TAKEN], [state("done", 2)])
    upload = getattr(bench.sender(shop), how)("old", QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 2, 3, 0))
    assert rejected_words(bench.journal, "old") == dict.fromkeys((1, 2, 3), OVERTAKEN)
    assert Known(bench.journal).prices(TARGET.shop) == {
        "A-1": 2000, "A-2": 2000, "A-3": 2000, "A-4": 1000, "A-5": 1000
    }  # fmt: skip
    if isinstance(shop, Desk):
        assert set(shop.prices) == {"A-4", "A-5"}
    problems = recorded(bench.journal.items("old", Fate.REJECTED), destination("hkj"))
    assert {(one.code, one.severity) for one in problems} == {("overtaken", Severity.WARNING)}


def test_leaving_products_to_a_later_upload_and_moving_the_others_is_one_step(bench: Bench) -> None:
    """Where the record takes only half of it, it takes nothing: no half-marked body can ever go out whole."""
    bench.plan("old", "1.000")
    bench.sender(ScriptedShop([AnswerLost(reason="reset")])).run("old", QuickToken())
    bench.plan("new", "2.000", count=3)
    bench.sender(ScriptedShop(batch=[state("done", 3)])).run("new", QuickToken())
    with sqlite3.connect(bench.folder / "uploads.sqlite") as db:
        db.execute("CREATE TRIGGER no BEFORE INSERT ON batches BEGIN SELECT RAISE(ABORT, 'no'); END")
    db.close()
    with pytest.raises(JournalError):
        bench.sender(ScriptedShop()).go_on("old", QuickToken())
    assert (fates(bench.journal, "old"), rejected_words(bench.journal, "old")) == ("uuuuu", {})
    with sqlite3.connect(bench.folder / "uploads.sqlite") as db:
        db.execute("DROP TRIGGER no")
    db.close()
    upload = bench.sender(ScriptedShop([TAKEN], [state("done", 2)])).go_on("old", QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 2, 3, 0))


def test_what_goes_again_in_parts_leaves_alone_what_a_later_upload_has_sent(bench: Bench) -> None:
    """The shop counted other products than were sent, so nothing was known; three went out later: the others go."""
    bench.plan("old", "1.000")
    bench.sender(ScriptedShop([TAKEN], [state("done", 4)])).run("old", QuickToken())
    bench.plan("new", "2.000", count=3)
    bench.sender(ScriptedShop(batch=[state("done", 3)])).run("new", QuickToken())
    shop = ScriptedShop([TAKEN], [state("done", 1)])
    upload = bench.sender(shop).resend("old", QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 2, 3, 0))
    sent = [product["sku"] for body in shop.bodies for product in json.loads(body)]
    assert sorted(sent) == ["A-4", "A-5"]


@pytest.mark.parametrize("jump", [-7200.0, 7200.0])
def test_no_jump_of_the_clock_makes_a_doubtful_product_certain(bench: Bench, jump: float) -> None:
    """Which upload came later is counted, and not read from a clock."""
    bench.plan("one", "1.000")
    bench.sender(ScriptedShop()).run("one", QuickToken())
    bench.clock.now += jump
    bench.plan("two", "2.000")
    bench.sender(ScriptedShop([AnswerLost(reason="reset")])).run("two", QuickToken())
    assert bench.to_send("1.000") == 5


def test_what_was_accepted_with_no_body_left_is_not_known(bench: Bench) -> None:
    """The shop has the new price, and nothing here says which: neither file is called unchanged."""
    bench.plan("one", "1.000")
    bench.sender(ScriptedShop()).run("one", QuickToken())
    bench.plan("two", "2.000")

    def lose(call: str) -> None:
        if call == "batch":
            (bench.folder / "outbox" / "two-0.json").unlink(missing_ok=True)

    assert bench.sender(ScriptedShop(before=lose)).run("two", QuickToken()).outcome is Outcome.DONE
    assert (bench.to_send("1.000"), bench.to_send("2.000")) == (5, 5)


def test_a_damaged_memory_stops_no_upload(bench: Bench, expected_log: Callable[[str], None]) -> None:
    """With the pages of the memory spoilt the upload is sent, settled and written down as ever."""
    expected_log("the memory of what shops have is damaged")
    db = sqlite3.connect(bench.folder / "uploads.sqlite")
    pages = [row[0] for row in db.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name='known' AND rootpage>0")]
    (size,) = db.execute("PRAGMA page_size").fetchone()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    with (bench.folder / "uploads.sqlite").open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * size)
            file.write(b"\xff" * size)
    bench.plan("one", "1.000")
    upload = bench.sender(ScriptedShop()).run("one", QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 5, 0, 0))
    expected_log("sent without comparing")
    payload = payload_of(bench.path)
    assert compare_if_possible(payload, candidates(payload), Known(bench.journal), TARGET.shop) is None


def test_asking_sends_nothing(bench: Bench) -> None:
    """Of two bodies one is with the shop and one was never sent: asking settles the first and leaves the second."""
    bench.plan("one", "1.000")
    bench.journal.step("one", 0, Step.SENDING, Fate.UNKNOWN)
    bench.journal.taken("one", 0, 9, 5)
    with sqlite3.connect(bench.folder / "uploads.sqlite") as db:
        db.execute("INSERT INTO batches (upload_id, n, state, body, size, products) VALUES ('one',1,'planned','x',1,1)")
        db.execute("INSERT INTO items (upload_id, n, position, product, row) VALUES ('one', 1, 0, 6, 7)")
    db.close()
    shop = ScriptedShop()
    upload = bench.sender(shop).ask("one", QuickToken())
    assert (shop.bodies, shop.asked, told(upload)) == ([], [9], (1, 5, 5, 0, 0))


def test_a_body_that_is_too_large_after_some_were_refused_ends(tmp_path: Path) -> None:
    """The shop broke off with two refused, and then takes no body of that size: the three open ones go in two."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    broken = state("failed", 5, 2, (1, "No."), (2, "No."), kind="system", retriable=True)
    bulk = [TAKEN, BodyTooLarge(status=413), BulkAccepted(8, BatchStatus.PENDING, 3)]
    shop = ScriptedShop(list(bulk), [broken, state("done", 3)])
    upload = Sender(shop, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0).run(
        UPLOAD, QuickToken()
    )
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 3, 2, 0))
    assert len(shop.bodies) == 3
    assert fates(journal) == "rraaa"


def test_one_event_without_an_answer_can_be_asked_for_again(tmp_path: Path) -> None:
    """The answer said nothing of it: its id makes sending it once more safe, and the person is offered that."""
    from hkj_desktop.remotes.wire import EventsAnswer

    class Mute(Desk):
        def events(self, events):  # type: ignore[no-untyped-def]
            super().events(events)
            return EventsAnswer((), 0, 0, 0, 0, 0)

    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 1, via=Via.EVENTS)
    mute = Mute()
    sender = Sender(mute, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0)
    assert told(sender.run(UPLOAD, QuickToken())) == (0, 1, 0, 0, 1)
    assert journal.batches(UPLOAD)[0].can_be_resent
    desk = Desk()
    desk.applied = mute.applied
    again = Sender(desk, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0)
    assert told(again.resend(UPLOAD, QuickToken())) == (0, 1, 1, 0, 0)


def test_a_lost_batch_keeps_its_reason_beside_hidden_refusals(tmp_path: Path) -> None:
    """The first import is gone at the shop, the second hides refusals: the upload ends with the first one's reason."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    with sqlite3.connect(tmp_path / "uploads.sqlite") as db:
        db.execute(
            "INSERT INTO batches (upload_id, n, state, body, size, products, batch_id)"
            " VALUES ('u1', 1, 'taken', 'x.json', 1, 1, 3)"
        )
        db.execute(
            "INSERT INTO items (upload_id, n, position, product, row, fate) VALUES ('u1', 1, 0, 6, 7, 'unknown')"
        )
    db.close()
    hiding = state("done", 5, 3, (1, "No."), error_rows=2)
    shop = ScriptedShop([TAKEN], [BatchMissing(batch_id=3), hiding, state("done", 2), state("done", 2)])
    upload = Sender(shop, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0).run(
        UPLOAD, QuickToken()
    )
    assert (upload.outcome, upload.error_code) == (Outcome.UNKNOWN, "batch_missing")


def test_each_key_has_a_memory_of_its_own(tmp_path: Path) -> None:
    """Two shops at one address, told apart by their keys; the name of a key says nothing of it, and stays the same."""
    journal = open_journal(tmp_path)
    names = {key: journal.account(Secret(key)) for key in ("ik_live_one", "ik_live_two")}
    assert len(set(names.values())) == 2
    assert open_journal(tmp_path).account(Secret("ik_live_one")) == names["ik_live_one"]
    assert open_journal(tmp_path / "elsewhere").account(Secret("ik_live_one")) != names["ik_live_one"]
    shops = {Target("hkj", "", "x", "https://shop.example/api", name).shop for name in names.values()}
    assert len(shops) == 2
    assert not [one for one in shops if "ik_live" in one]


def test_a_server_that_fails_leaves_what_was_not_sent(bench: Bench) -> None:
    """A guard of the accounting: planned and sent add up to the products whatever happens."""
    bench.plan("one", "1.000")
    upload = bench.sender(ScriptedShop([ServerFailed(status=500)])).run("one", QuickToken())
    assert upload.planned + upload.sent == upload.products == 5


def test_the_record_of_a_journal_counts_up(tmp_path: Path) -> None:
    """Every upload gets a higher number than all before it."""
    journal: Journal = open_journal(tmp_path)
    for n in range(3):
        planned(journal, tmp_path, upload_id=f"u{n}")
    with sqlite3.connect(tmp_path / "uploads.sqlite") as db:
        assert [row[0] for row in db.execute("SELECT seq FROM uploads ORDER BY id")] == [1, 2, 3]
    db.close()
