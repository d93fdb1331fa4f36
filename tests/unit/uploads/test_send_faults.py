"""Pauses, halves and stops on the wire, over real sockets. What comes of each fault is in tests/faults/."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any, BinaryIO

import httpx
import pytest

from hkj_desktop.errors import BatchMissing, BodyTooLarge
from hkj_desktop.remotes.http import Retry
from hkj_desktop.remotes.wire import BatchStatus, BulkAccepted
from hkj_desktop.ui import texts
from hkj_desktop.ui.texts_errors import ERRORS
from hkj_desktop.uploads.entries import Outcome, Step, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.parts import divide
from hkj_desktop.uploads.progress import Progress
from hkj_desktop.uploads.send import Sender
from tests.helpers.fault_server import FaultServer, answer
from tests.helpers.journal import (
    NOW,
    UPLOAD,
    Clock,
    QuickToken,
    ScriptedShop,
    no_waits,
    open_journal,
    planned,
    state,
    told,
)
from tests.helpers.shop_client import Sleeps, on_socket, scripted

ACCEPTED = answer(202, {"batch_id": 7, "status": "pending", "total_rows": 5})
STATE = {"batch_id": 7, "format": "json", "total_rows": 5, "error_rows": 0, "error_kind": None, "errors": []}
DONE = answer(200, STATE | {"status": "done", "processed_rows": 5})

FAILED = Outcome.FAILED


class Bench:
    """A planned upload of five products, and a way to run it against a server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journal: Journal = open_journal(folder)
        self.token = QuickToken()
        planned(self.journal, folder)

    def run(self, base_url: str) -> Upload:
        with on_socket(base_url) as shop:
            outbox = self.folder / "outbox"
            sender = Sender(shop, self.journal, outbox, clock=lambda: NOW, schedule=no_waits, grace=0)
            return sender.run(UPLOAD, self.token)

    def where(self) -> Step:
        return self.journal.batches(UPLOAD)[0].state


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def words_for(upload: Upload) -> str:
    """What the person is told; fails where nobody has written words for it or a value is missing."""
    assert upload.error_code is not None
    words = texts.code_words(upload.error_code, upload.error_params)
    assert words != texts.code_words("unexpected", {})
    assert upload.error_code in ERRORS
    told = texts.sentence(words)
    assert "—" not in told, told
    assert "{" not in told, told
    return told


@pytest.mark.parametrize("status", [429, 503])
def test_a_pause_that_the_shop_asks_for_is_kept_before_sending_again(bench: Bench, status: int) -> None:
    """Retry-After is waited for to the second, then the same body goes out whole."""
    with FaultServer(answer(status, headers={"Retry-After": "7"}), ACCEPTED, DONE) as server:
        upload = bench.run(server.base_url)
        assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 5, 0, 0))
        first, second, _ = server.requests
    assert first.body[200:-200] == second.body[200:-200]
    assert second.complete
    assert bench.token.waits[0] == 7.0


@pytest.mark.parametrize("unread", [False, True], ids=["read", "unread"])
def test_a_body_that_is_too_large_goes_in_halves(bench: Bench, unread: bool) -> None:
    """413 for five products: three and two are taken, and nothing is told to the person but that all is there."""
    refusal = answer(413, b"", read=0) if unread else answer(413, {"error": "Too large."})
    three = answer(202, {"batch_id": 7, "status": "pending", "total_rows": 3})
    two = answer(202, {"batch_id": 8, "status": "pending", "total_rows": 2})
    done = {"status": "done", "error_rows": 0, "errors": []}
    script = [refusal, three, answer(200, done | {"batch_id": 7, "total_rows": 3, "processed_rows": 3})]
    script += [two, answer(200, done | {"batch_id": 8, "total_rows": 2, "processed_rows": 2})]
    with FaultServer(*script) as server:
        upload = bench.run(server.base_url)
        assert (upload.outcome, upload.error_code, told(upload)) == (Outcome.DONE, None, (0, 5, 5, 0, 0))
        assert [request.method for request in server.requests] == ["POST", "POST", "GET", "POST", "GET"]


@pytest.mark.parametrize("status", [429, 503])
def test_stopping_in_a_pause_that_the_shop_asked_for_means_that_nothing_was_sent(bench: Bench, status: int) -> None:
    """The whole body left and was refused: stopped then, every product is still planned, and none "not known"."""

    class StopInThePause(QuickToken):
        def wait(self, seconds: float) -> bool:
            self.cancel()
            return super().wait(seconds)

    bench.token = StopInThePause()
    with FaultServer(answer(status, headers={"Retry-After": "7"}), ACCEPTED, DONE) as server:
        upload = bench.run(server.base_url)
        assert (upload.outcome, told(upload)) == (Outcome.CANCELLED, (5, 0, 0, 0, 0))
        assert (bench.where(), len(server.requests)) == (Step.REFUSED, 1)


@pytest.mark.parametrize("status", [404, 405])
def test_a_wrong_address_is_told_as_one(bench: Bench, status: int) -> None:
    """Where nothing takes uploads the person reads of the address, and not that the shop has a fault."""
    with FaultServer(answer(status, {"error": "Nothing here."})) as server:
        upload = bench.run(server.base_url)
    assert (upload.outcome, told(upload)) == (FAILED, (5, 0, 0, 0, 0))
    assert "address" in words_for(upload)
    assert "not on your side" not in words_for(upload)


def test_a_refusal_without_a_word_is_told_without_a_gap(bench: Bench) -> None:
    """400 with an empty body says that the shop gave no reason."""
    with FaultServer(answer(400, b"")) as server:
        upload = bench.run(server.base_url)
    assert (upload.error_code, upload.error_params["reason"]) == ("request_refused", "silent")
    assert "did not say why" in words_for(upload)


@pytest.mark.parametrize("share", [0.2, 0.6])
def test_stopping_in_the_middle_of_the_body_sends_no_whole_body(tmp_path: Path, share: float) -> None:
    """Cancelled while bytes leave: the server never has the whole file, and nothing counts as sent."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 40, filler=50_000)
    token = QuickToken()

    def look(progress: Progress) -> None:
        if progress.bytes_sent >= share * progress.bytes_total:
            token.cancel()

    with FaultServer(ACCEPTED) as server:
        with on_socket(server.base_url) as shop:
            sender = Sender(shop, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits)
            upload = sender.run(UPLOAD, token, look)
        (request,) = server.wait_for(1)
    assert not request.complete
    assert (upload.outcome, told(upload)) == (Outcome.CANCELLED, (40, 0, 0, 0, 0))
    assert journal.batches(UPLOAD)[0].state is Step.REFUSED


def test_stopping_after_the_last_byte_keeps_the_number_of_the_batch(tmp_path: Path) -> None:
    """Once the whole file has left, the answer is still read, so that the upload can be followed later."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    token = QuickToken()

    def look(progress: Progress) -> None:
        if progress.bytes_sent >= progress.bytes_total:
            token.cancel()

    with FaultServer(ACCEPTED, DONE) as server, on_socket(server.base_url) as shop:
        sender = Sender(shop, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits)
        upload = sender.run(UPLOAD, token, look)
        (batch,) = journal.batches(UPLOAD)
        assert (upload.outcome, batch.state, batch.batch_id) == (Outcome.CANCELLED, Step.TAKEN, 7)
        again = sender.run(UPLOAD, QuickToken())
        assert (again.outcome, told(again)) == (Outcome.DONE, (0, 5, 5, 0, 0))


@pytest.mark.parametrize("reach", [0.0, 100.0], ids=["at once", "after a while"])
def test_events_that_may_have_arrived_are_not_told_as_unsent(tmp_path: Path, reach: float) -> None:
    """The answer to one attempt was lost and the next ones reach nobody: "nothing was sent" would not be true."""
    journal, clock = open_journal(tmp_path), Clock()
    planned(journal, tmp_path, via=Via.EVENTS)

    class Minutes(QuickToken):
        def wait(self, seconds: float) -> bool:
            clock.now += 60
            return super().wait(seconds)

    attempts = [httpx.ReadError("reset"), *[httpx.ConnectError("no")] * 20]
    with scripted(*attempts, retry=Retry(attempts=1 if reach else 4)) as (shop, requests):
        sender = Sender(shop, journal, tmp_path / "outbox", clock=clock, schedule=no_waits, reach=reach)
        upload = sender.run(UPLOAD, Minutes())
    assert len(requests) >= 3
    assert (upload.outcome, upload.error_code) == (Outcome.UNKNOWN, "answer_lost")
    assert told(upload) == (0, 5, 0, 0, 5)


@pytest.mark.parametrize(("error", "sums"), [
    (httpx.ConnectError("no"), (5, 0, 0, 0, 0)), (httpx.ReadError("reset"), (0, 5, 0, 0, 5)),
], ids=["never left", "may have arrived"])  # fmt: skip
def test_stopping_between_two_attempts_at_events(tmp_path: Path, error: Exception, sums: tuple[int, ...]) -> None:
    """Only what may have arrived counts as sent."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, via=Via.EVENTS)
    with scripted(error, sleeps=Sleeps(stop_at=1)) as (shop, _):
        sender = Sender(shop, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits)
        upload = sender.run(UPLOAD, QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.CANCELLED, sums)


def test_halving_again_and_again_is_no_deeper_than_once(tmp_path: Path) -> None:
    """A shop that takes single products only: each half is sent from the same depth, however many there are."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 16)
    depths: list[int] = []

    class Small(ScriptedShop):
        def bulk(self, body: BinaryIO, *, size: int, **rest: Any) -> BulkAccepted:
            depths.append(len(inspect.stack(0)))
            if body.read().count(b'"sku"') > 1:
                raise BodyTooLarge(status=413)
            body.seek(0)
            return super().bulk(body, size=size, **rest)

    shop = Small([BulkAccepted(7, BatchStatus.PENDING, 1)], [state("done", 1)])
    upload = Sender(shop, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits).run(UPLOAD, QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 16, 16, 0, 0))
    assert (len(depths), len(set(depths))) == (31, 1)


def test_a_batch_that_the_shop_lost_is_told_although_another_one_was_halved(tmp_path: Path) -> None:
    """Of two batches one is gone and the other is too large: the second goes in halves, and the first is told."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    divide(journal, tmp_path / "outbox", UPLOAD, journal.batches(UPLOAD)[0], 1, QuickToken(), via=Via.BULK,
           groups=[[0, 1, 2], [3, 4]])  # fmt: skip
    journal.step(UPLOAD, 1, Step.SENDING, Fate.UNKNOWN)
    journal.taken(UPLOAD, 1, 7, 3)
    shop = ScriptedShop(
        [BodyTooLarge(status=413), BulkAccepted(8, BatchStatus.PENDING, 1), BulkAccepted(9, BatchStatus.PENDING, 1)],
        [BatchMissing(batch_id=7), state("done", 1)],
    )
    upload = Sender(shop, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits).run(UPLOAD, QuickToken())
    assert (upload.outcome, upload.error_code, told(upload)) == (Outcome.UNKNOWN, "batch_missing", (0, 5, 2, 0, 3))
