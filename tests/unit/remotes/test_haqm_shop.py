"""HAQM's stores as the rest of the program knows a shop: bodies in, states and verdicts out."""

from __future__ import annotations

import io
import json
from typing import Any

import httpx
import pytest

from hkj_desktop.errors import (
    AnswerLost,
    Cancelled,
    FileDamaged,
    RemoteError,
    ReportExpired,
    ReportMissing,
    ServerFailed,
)
from hkj_desktop.remotes.haqm_shop import NEW_LINKS, HaqmShop
from hkj_desktop.remotes.http import Retry
from hkj_desktop.remotes.wire import BatchState, BatchStatus, Verdict
from hkj_desktop.system.cancel import CancelToken
from tests.helpers.fault_server import FaultServer, answer
from tests.helpers.haqm_client import ITEM, KEY_ID, SECRET, TOKEN, on_socket, scripted
from tests.helpers.shop_client import Sleeps

LINK = "https://reports.example/r.csv?X-Amz-Signature=abc"
REPORT = "item_sku,store_id,status,message\r\nA1,S1,SUCCESS,\r\nA2,S1,FAILURE,No such barcode.\r\n"
BODY = json.dumps([ITEM]).encode()
EXPIRED = httpx.Response(403, text="<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>")


def said(status: str, link: str | None = None) -> httpx.Response:
    return httpx.Response(200, json={"processingStatus": status, "reportDownloadLink": link})


def batch(*answers: httpx.Response | Exception) -> BatchState:
    with scripted(*answers) as (stores, _):
        return HaqmShop(stores).batch("i-1")


def bulk(answer: httpx.Response | Exception, body: bytes = BODY, *, size: int | None = None, **more: Any) -> Any:
    with scripted(answer, retry=Retry(attempts=2), sleeps=more.pop("sleeps", None)) as (stores, _):
        size = len(body) if size is None else size
        return HaqmShop(stores).bulk(io.BytesIO(body), size=size, filename="u1-0.json", **more)


# -- looking ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "known", "text"),
    [
        ("INQUEUE", BatchStatus.PENDING, "pending"),
        ("INPROGRESS", BatchStatus.STARTED, "started"),
        ("IN_PROGRESS", BatchStatus.STARTED, "started"),
        ("VALIDATING", BatchStatus.OTHER, "VALIDATING"),
    ],
)
def test_a_status_on_the_way_is_no_end(status: str, known: BatchStatus, text: str) -> None:
    """What waits, works, or is called by a word that nobody knows goes on, and no report is asked for."""
    state = batch(said(status, LINK))
    assert (state.status, state.status_text, state.finished) == (known, text, False)
    assert (state.verdicts, state.report) == (None, None)


def test_with_its_end_comes_what_the_report_says_of_each_item() -> None:
    """A finished ingestion brings a verdict for each row, and the report as it came."""
    state = batch(said("DONE", LINK), httpx.Response(200, text=REPORT))
    assert (state.status, state.by_name, state.report) == (BatchStatus.DONE, True, REPORT.encode())
    assert state.verdicts == (Verdict("A1", "S1", True, None), Verdict("A2", "S1", False, "No such barcode."))  # noqa: FBT003


def test_a_report_that_nobody_can_read_brings_no_verdicts_and_is_kept() -> None:
    """The file itself is all that there is to show then."""
    state = batch(said("DONE", LINK), httpx.Response(200, content=b"\x00\x01"))
    assert (state.status, state.verdicts, state.report) == (BatchStatus.DONE, None, b"\x00\x01")


@pytest.mark.parametrize(("status", "kind", "again"), [("CANCELLED", "cancelled", False), ("FATAL", "system", True)])
def test_an_ingestion_that_broke_off_failed(status: str, kind: str, again: bool) -> None:
    """FATAL is a fault of theirs and may be sent again as it is; what somebody there cancelled may not."""
    state = batch(said(status))
    assert (state.status, state.error_kind, state.retriable) == (BatchStatus.FAILED, kind, again)
    assert state.verdicts == ()


def test_a_link_that_ran_out_is_asked_for_anew() -> None:
    """The second link opens the report, in the same look."""
    state = batch(said("DONE", LINK), EXPIRED, said("DONE", LINK), httpx.Response(200, text=REPORT))
    assert state.status is BatchStatus.DONE
    assert state.verdicts is not None


def test_links_that_all_ran_out_are_not_asked_for_without_end() -> None:
    """After some new links the look ends with the reason; asking later may help."""
    with scripted(*[said("DONE", LINK), EXPIRED] * NEW_LINKS) as (stores, requests):
        with pytest.raises(ReportExpired) as caught:
            HaqmShop(stores).batch("i-1")
        assert len(requests) == 2 * NEW_LINKS
    assert caught.value.passing


def test_done_without_a_report_is_no_end() -> None:
    """Nothing is called accepted before there is a report; it may come later."""
    with pytest.raises(ReportMissing) as caught:
        batch(said("DONE"))
    assert caught.value.params["batch_id"] == "i-1"
    assert caught.value.passing


@pytest.mark.parametrize("status", [413, 422, 500])
def test_a_question_that_is_refused_says_nothing_of_a_body(status: int) -> None:
    """No refusal of a look or of the report's host makes anybody divide and send again what the shop has."""
    for answers in ([httpx.Response(status)], [said("DONE", LINK), httpx.Response(status)]):
        with pytest.raises(RemoteError) as caught:
            batch(*answers)
        assert caught.value.code == ("request_refused" if status == 422 else "server_failed")


def test_our_credentials_in_a_report_or_in_its_hosts_words_go_nowhere() -> None:
    """Neither the kept file nor a message nor an error holds the key id, the secret or the token."""
    ours = f"{KEY_ID} {SECRET} {TOKEN}"
    state = batch(said("DONE", LINK), httpx.Response(200, text=REPORT.replace("No such barcode.", ours)))
    with pytest.raises(ServerFailed) as caught:
        batch(said("DONE", LINK), httpx.Response(503, json={"error": ours}))
    for text in (repr(state), str(state.report), str(caught.value), repr(caught.value.params)):
        assert not any(one in text for one in (KEY_ID, SECRET, TOKEN))
    assert state.verdicts is not None
    assert state.verdicts[1].message == "[hidden] [hidden] [hidden]"


# -- uploading --------------------------------------------------------------------------------------------------------


def test_a_body_of_items_becomes_an_ingestion() -> None:
    """The array goes inside ``catalogItems``, and all of it counts as sent once it was answered."""
    told: list[int] = []
    with scripted(httpx.Response(201, json={"ingestionId": "i-7"})) as (stores, requests):
        taken = HaqmShop(stores).bulk(io.BytesIO(BODY), size=len(BODY), filename="u.json", on_bytes=told.append)
    assert (taken.batch_id, taken.status, taken.total_rows) == ("i-7", BatchStatus.PENDING, 1)
    assert json.loads(requests[0].content) == {"catalogItems": [ITEM]}
    assert told == [len(BODY)]


@pytest.mark.parametrize(("body", "size"), [(BODY, len(BODY) + 1), (BODY + b" ", len(BODY)), (b"[{", 2)])
def test_a_body_that_is_not_what_was_planned_never_leaves(body: bytes, size: int) -> None:
    """Shorter, longer or no JSON: it is told before anything is sent."""
    with scripted(httpx.Response(201, json={"ingestionId": "i-7"})) as (stores, requests):
        with pytest.raises(FileDamaged) as caught:
            HaqmShop(stores).bulk(io.BytesIO(body), size=size, filename="u1-0.json")
        assert not requests
    assert caught.value.params["name"] == "u1-0.json"


def test_stop_before_the_body_sends_nothing() -> None:
    """A person who said stop meanwhile has sent nothing."""
    token = CancelToken()
    token.cancel()
    told: list[int] = []
    with pytest.raises(Cancelled):
        bulk(httpx.Response(201, json={"ingestionId": "i-7"}), cancel=token, on_bytes=told.append)
    assert told == []


@pytest.mark.parametrize(
    ("answer", "sent"),
    [
        (httpx.Response(500, json={"errorMsg": "Please retry."}), len(BODY)),
        (httpx.Response(429, json={"errorMsg": "Too Many Requests"}), 0),
    ],
)
def test_stop_in_a_pause_says_whether_the_body_may_have_arrived(answer: httpx.Response, sent: int) -> None:
    """After a 500 it may have, so all of it counts; after a 429 it has not."""
    told: list[int] = []
    with pytest.raises(Cancelled):
        bulk(answer, sleeps=Sleeps(stop_at=1), on_bytes=told.append)
    assert told == [sent]


def test_an_upload_whose_answer_is_lost_is_not_repeated() -> None:
    """It may have arrived: whoever called decides."""
    with scripted(httpx.ReadError("reset")) as (stores, requests):
        with pytest.raises(AnswerLost):
            HaqmShop(stores).bulk(io.BytesIO(BODY), size=len(BODY), filename="u.json")
        assert len(requests) == 1


def test_there_are_no_events() -> None:
    """Nobody asks it for them; whoever does is told at once."""
    with scripted(httpx.Response(200)) as (stores, requests):
        with pytest.raises(ValueError, match="events"):
            HaqmShop(stores).events([])
        assert not requests


def test_nothing_secret_shows_in_a_traceback() -> None:
    """Its name is the address alone."""
    with scripted(httpx.Response(200)) as (stores, _):
        text = repr(HaqmShop(stores))
    assert not any(one in text for one in (KEY_ID, SECRET, TOKEN))


# -- a large body on a real socket ----------------------------------------------------------------


def large() -> bytes:
    return json.dumps([{**ITEM, "item_sku": f"A{n}", "note": "x" * 1000} for n in range(1000)]).encode()


def test_a_large_body_is_told_piece_by_piece() -> None:
    """The bytes grow to the size of the body, and the signature holds for what is sent in pieces."""
    told: list[int] = []
    body = large()
    with FaultServer(answer(201, {"ingestionId": "i-9"})) as server, on_socket(server.base_url) as stores:
        HaqmShop(stores).bulk(io.BytesIO(body), size=len(body), filename="u.json", on_bytes=told.append)
    assert len(told) > 10
    assert told == sorted(told)
    assert told[-1] == len(body)
    assert len(json.loads(server.requests[0].body)["catalogItems"]) == 1000


def test_stop_in_the_middle_of_a_body_leaves_it_incomplete() -> None:
    """No answer is waited for, and the server never gets the whole of it."""
    body, token = large(), CancelToken()

    def stop(count: int) -> None:
        if count > len(body) // 3:
            token.cancel()

    with FaultServer(answer(201, {"ingestionId": "i-9"})) as server, on_socket(server.base_url) as stores:
        with pytest.raises(Cancelled):
            HaqmShop(stores).bulk(io.BytesIO(body), size=len(body), filename="u.json", on_bytes=stop, cancel=token)
        (request,) = server.wait_for(1)
    assert not request.complete


def test_stop_in_a_repeated_body_does_not_forget_the_attempt_before() -> None:
    """The first attempt arrived whole and was answered 500: whatever becomes of the second, the stores may have it."""
    body, token = large(), CancelToken()
    told: list[int] = []

    def stop_in_the_second(count: int) -> None:
        again = count < max(told, default=0)
        told.append(count)
        if again and count > len(body) // 3:
            token.cancel()

    failed = answer(500, {"errorMsg": "Internal Server Error. Please retry."})
    with FaultServer(failed) as server, on_socket(server.base_url) as stores:
        with pytest.raises(Cancelled) as caught:
            HaqmShop(stores).bulk(
                io.BytesIO(body), size=len(body), filename="u.json", on_bytes=stop_in_the_second, cancel=token
            )
        first, second = server.wait_for(2)
    assert (first.complete, second.complete) == (True, False)
    assert isinstance(caught.value.__cause__, ServerFailed)
    assert told[-1] == len(body)
