"""Everything that can go wrong on the wire, through a real HTTP client and real sockets on loopback."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path

import pytest

from hkj_desktop.remotes.http import Retry
from hkj_desktop.ui import texts
from hkj_desktop.ui.texts_errors import ERRORS
from hkj_desktop.uploads.entries import Outcome, Step, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.progress import Progress
from hkj_desktop.uploads.send import Sender
from tests.helpers.fault_server import FaultServer, Reply, answer, hang_up, page, redirect, reset, silence
from tests.helpers.journal import NOW, UPLOAD, QuickToken, no_waits, open_journal, planned, told
from tests.helpers.shop_client import Sleeps, on_socket

ACCEPTED = answer(202, {"batch_id": 7, "status": "pending", "total_rows": 5})
STATE = {"batch_id": 7, "format": "json", "total_rows": 5, "error_rows": 0, "error_kind": None, "errors": []}
STARTED = answer(200, STATE | {"status": "started", "processed_rows": 2})
DONE = answer(200, STATE | {"status": "done", "processed_rows": 5})
HALF = answer(202, {"batch_id": 7, "status": "pending", "total_rows": 5}, cut=20)

FAILED, UNKNOWN = Outcome.FAILED, Outcome.UNKNOWN
PATIENT = 15.0  # seconds to wait for an answer
HASTY = 0.3


@dataclass(frozen=True)
class Case:
    """``times``: how often the fault is met before the sender gives up; ``read``: seconds to wait for an answer."""

    name: str
    fault: Reply
    outcome: Outcome
    code: str
    state: Step
    times: int = 1
    read: float = PATIENT


POSTING = [
    Case("401", answer(401, {"error": "Unknown key."}), FAILED, "key_refused", Step.REFUSED),
    Case("403", answer(403, {"error": "Disabled."}), FAILED, "shop_disabled", Step.REFUSED),
    Case("400", answer(400, {"error": "Not JSON."}), FAILED, "request_refused", Step.REFUSED),
    Case("404", answer(404, {"error": "Nothing here."}), FAILED, "server_failed", Step.REFUSED),
    Case("429 for ever", answer(429, headers={"Retry-After": "2"}), FAILED, "too_many_requests", Step.REFUSED, 4),
    Case("429 for an hour", answer(429, headers={"Retry-After": "3600"}), FAILED, "too_many_requests", Step.REFUSED),
    Case("500", answer(500, {"error": "Oops."}), FAILED, "server_failed", Step.LOST),
    Case("502", page(502), UNKNOWN, "server_failed", Step.LOST),
    Case("reset", reset(), UNKNOWN, "answer_lost", Step.LOST),
    Case("closed", hang_up(), UNKNOWN, "answer_lost", Step.LOST),
    Case("silence", silence(), UNKNOWN, "answer_lost", Step.LOST, read=HASTY),
    Case("truncated", HALF, UNKNOWN, "answer_unreadable", Step.LOST),
    Case("no number", answer(202, {"status": "pending"}), UNKNOWN, "answer_unreadable", Step.LOST),
    Case("HTML", page(), UNKNOWN, "answer_unreadable", Step.LOST),
]

POLLING = [
    Case("401", answer(401, {}), UNKNOWN, "key_refused", Step.TAKEN),
    Case("403", answer(403, {}), UNKNOWN, "shop_disabled", Step.TAKEN),
    Case("404", answer(404, {"error": "No such batch."}), UNKNOWN, "batch_missing", Step.LOST),
    Case("404 page", page(404), UNKNOWN, "answer_unreadable", Step.TAKEN),
    Case("400", answer(400, {"error": "Odd."}), UNKNOWN, "request_refused", Step.TAKEN),
    Case("429 for an hour", answer(429, headers={"Retry-After": "3600"}), UNKNOWN, "too_many_requests", Step.TAKEN),
    Case("500 for ever", answer(500, {}), UNKNOWN, "server_failed", Step.TAKEN, 4),
    Case("502 for ever", page(502), UNKNOWN, "server_failed", Step.TAKEN, 4),
    Case("reset for ever", reset(), UNKNOWN, "answer_lost", Step.TAKEN, 4),
    Case("silence for ever", silence(), UNKNOWN, "answer_lost", Step.TAKEN, 4, HASTY),
    Case("truncated for ever", answer(200, STATE, cut=20), UNKNOWN, "answer_unreadable", Step.TAKEN, 4),
    Case("HTML", page(), UNKNOWN, "answer_unreadable", Step.TAKEN),
    Case("another batch", answer(200, STATE | {"batch_id": 8, "status": "done"}), UNKNOWN, "answer_unreadable",
         Step.TAKEN),
]  # fmt: skip

#: Faults that pass by themselves: met once, the upload ends as if nothing had been.
PASSING = {
    "429": answer(429, headers={"Retry-After": "2"}),
    "500": answer(500, {}),
    "reset": reset(),
    "truncated": answer(200, STATE, cut=20),
}


class Bench:
    """A planned upload of five products, and a way to run it against a server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journal: Journal = open_journal(folder)
        self.token = QuickToken()
        self.sleeps = Sleeps()
        planned(self.journal, folder)

    def run(self, base_url: str, *, read: float = PATIENT, again: bool = False) -> Upload:
        with on_socket(base_url, sleeps=self.sleeps, read=read, retry=Retry()) as shop:
            outbox = self.folder / "outbox"
            sender = Sender(shop, self.journal, outbox, clock=lambda: NOW, schedule=no_waits, grace=0)
            return (sender.resend if again else sender.run)(UPLOAD, self.token)

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


@pytest.mark.parametrize("case", POSTING, ids=lambda case: case.name)
def test_a_fault_while_sending_ends_in_its_own_outcome_and_can_be_sent_again(bench: Bench, case: Case) -> None:
    """Each fault has one outcome, one code and words; only a body that may have arrived counts as sent."""
    with FaultServer(*[case.fault] * case.times, ACCEPTED, DONE) as server:
        upload = bench.run(server.base_url, read=case.read)
        assert (upload.outcome, upload.error_code, bench.where()) == (case.outcome, case.code, case.state)
        assert told(upload) == ((5, 0, 0, 0, 0) if case.state is Step.REFUSED else (0, 5, 0, 0, 5))
        assert len(server.requests) == case.times
        words_for(upload)
        again = bench.run(server.base_url, again=True)
        assert (again.outcome, again.error_code, told(again)) == (Outcome.DONE, None, (0, 5, 5, 0, 0))
        assert [request.method for request in server.requests[case.times :]] == ["POST", "GET"]


@pytest.mark.parametrize("case", POLLING, ids=lambda case: case.name)
def test_a_fault_while_importing_keeps_the_batch_and_goes_on_from_it(bench: Bench, case: Case) -> None:
    """Nothing is sent twice: another run asks for the same batch, save where the shop has lost it."""
    lost = case.state is Step.LOST
    rest = [ACCEPTED, DONE] if lost else [DONE]
    with FaultServer(ACCEPTED, STARTED, *[case.fault] * case.times, *rest) as server:
        upload = bench.run(server.base_url, read=case.read)
        assert (upload.outcome, upload.error_code, bench.where()) == (case.outcome, case.code, case.state)
        assert told(upload) == (0, 5, 0, 0, 5)
        words_for(upload)
        before = len(server.requests)
        assert before == 2 + case.times
        again = bench.run(server.base_url, again=True)
        assert (again.outcome, told(again)) == (Outcome.DONE, (0, 5, 5, 0, 0))
        assert [request.method for request in server.requests[before:]] == (["POST", "GET"] if lost else ["GET"])


@pytest.mark.parametrize("name", PASSING)
def test_a_passing_fault_while_importing_is_waited_out(bench: Bench, name: str) -> None:
    """One bad answer between two good ones changes nothing but the time that it takes."""
    with FaultServer(ACCEPTED, STARTED, PASSING[name], DONE) as server:
        upload = bench.run(server.base_url)
        assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 5, 0, 0))
        assert len(server.requests) == 4
    assert bench.sleeps == [2.0 if name == "429" else 0.5]


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


def test_one_product_that_is_too_large_is_told(bench: Bench) -> None:
    """A shop that takes no body at all ends it after the smallest one, with every product still to be sent."""
    with FaultServer(answer(413, {"error": "Too large."})) as server:
        upload = bench.run(server.base_url)
        assert (upload.outcome, upload.error_code, told(upload)) == (FAILED, "body_too_large", (5, 0, 0, 0, 0))
        assert [len(request.body) for request in server.requests] == sorted(
            (len(request.body) for request in server.requests), reverse=True
        )
    words_for(upload)


def test_a_lost_answer_is_never_sent_again_by_itself(bench: Bench) -> None:
    """After a reset the body was sent once, and once only."""
    with FaultServer(reset(), ACCEPTED, DONE) as server:
        assert bench.run(server.base_url).outcome is UNKNOWN
        assert len(server.requests) == 1


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


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("polling", [False, True], ids=["sending", "polling"])
def test_a_redirect_is_refused_and_nobody_else_is_called(bench: Bench, status: int, polling: bool) -> None:
    """The other host gets no connection, let alone the key; the person is told its name."""
    with FaultServer(DONE) as other:
        target = other.base_url.replace("127.0.0.1", "localhost") + "/integration/bulk"
        before = [ACCEPTED] if polling else []
        with FaultServer(*before, redirect(target, status)) as server:
            upload = bench.run(server.base_url)
        assert (upload.outcome, upload.error_code) == (UNKNOWN if polling else FAILED, "redirect_refused")
        assert told(upload) == ((0, 5, 0, 0, 5) if polling else (5, 0, 0, 0, 0))
        assert "localhost" in words_for(upload)
        assert (other.connections, other.requests) == (0, [])


def test_nobody_at_the_address_means_that_nothing_was_sent(bench: Bench) -> None:
    """A refused connection is tried again a few times, then told; every product stays planned."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    upload = bench.run(f"http://127.0.0.1:{port}/api")
    assert (upload.outcome, upload.error_code, told(upload)) == (FAILED, "connect_failed", (5, 0, 0, 0, 0))
    assert upload.error_params["reason"] == "refused"
    assert bench.token.waits == [0.5, 1.0, 2.0]
    words_for(upload)


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


def test_a_connection_that_breaks_in_the_middle_of_the_body_is_not_known(tmp_path: Path) -> None:
    """A reset while bytes still leave is told as a lost answer; the same upload sent again ends well."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, 40, filler=50_000)
    accepted = answer(202, {"batch_id": 7, "status": "pending", "total_rows": 40})
    done = answer(200, STATE | {"status": "done", "total_rows": 40, "processed_rows": 40})
    with FaultServer(reset(1000), accepted, done) as server, on_socket(server.base_url) as shop:
        sender = Sender(shop, journal, tmp_path / "outbox", clock=lambda: NOW, schedule=no_waits)
        upload = sender.run(UPLOAD, QuickToken())
        assert (upload.outcome, upload.error_code) == (UNKNOWN, "answer_lost")
        assert told(upload) == (0, 40, 0, 0, 40)
        again = sender.resend(UPLOAD, QuickToken())
        assert (again.outcome, told(again)) == (Outcome.DONE, (0, 40, 40, 0, 0))
