"""HAQM's endpoints: what is sent, what is read, and where nothing of ours goes."""

from __future__ import annotations

import gzip
import json
import logging

import httpx
import pytest

from hkj_desktop.errors import (
    AccessRefused,
    AddressRefused,
    AnswerLost,
    AnswerUnreadable,
    Cancelled,
    ConnectFailed,
    RedirectRefused,
    RemoteError,
    ReportExpired,
    ServerFailed,
)
from hkj_desktop.remotes import haqm
from hkj_desktop.remotes.bucket import Bucket
from hkj_desktop.remotes.haqm import MAX_ITEMS, NO_INGESTION, HaqmStores
from hkj_desktop.remotes.haqm_wire import IngestionStatus
from hkj_desktop.remotes.http import Retry, open_client
from hkj_desktop.remotes.sigv4 import Credentials
from hkj_desktop.system.logs import redact
from hkj_desktop.system.secret import Secret
from hkj_desktop.ui.texts import error_words
from tests.helpers.fault_server import FaultServer, answer, page, redirect, reset
from tests.helpers.haqm_client import (
    BASE,
    ITEM,
    KEY_ID,
    REGION,
    SECRET,
    TOKEN,
    credentials,
    on_socket,
    scripted,
    stores_over,
)
from tests.helpers.shop_client import NOW, Sleeps

ONCE = Retry(attempts=1)
TAKEN = httpx.Response(201, json={"ingestionId": "f3c2a9de-1", "new": {"attribute": 1}})
QUEUED = {"processingStatus": "INQUEUE"}


# -- what is sent -----------------------------------------------------------------------


def test_an_upload_on_the_wire() -> None:
    """Items arrive as JSON at the published path, signed for the service, the region and the day, with the token."""
    reply = answer(201, {"ingestionId": "f3c2a9de-1"})
    with FaultServer(reply) as server, on_socket(server.base_url) as stores:
        assert stores.upload([ITEM]) == "f3c2a9de-1"
        [request] = server.requests
    assert (request.method, request.target) == ("POST", "/api/v1/catalog/upload")
    assert json.loads(request.body) == {"catalogItems": [ITEM]}
    assert request.headers["content-type"] == "application/json"
    assert request.headers["x-amz-date"] == "20270115T080000Z"
    assert request.headers["x-amz-security-token"] == TOKEN
    signed = request.headers["authorization"]
    assert signed.startswith(f"AWS4-HMAC-SHA256 Credential={KEY_ID}/20270115/{REGION}/execute-api/aws4_request, ")
    assert "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, " in signed
    assert SECRET not in str(request)


def test_a_repeated_request_is_signed_again() -> None:
    """The second attempt carries its own time and signature."""
    busy = answer(429, {"errorMsg": "Too Many Requests"})
    # The clock is read for the signature, for the refusal's Retry-After, and for the second signature.
    times = [NOW, NOW, NOW + 400, NOW + 400]
    with (
        FaultServer(busy, answer(201, {"ingestionId": "i"})) as server,
        on_socket(server.base_url, times=times) as stores,
    ):
        stores.upload([ITEM])
        first, second = server.requests
    assert first.body == second.body
    assert (first.headers["x-amz-date"], second.headers["x-amz-date"]) == ("20270115T080000Z", "20270115T080640Z")
    assert first.headers["authorization"] != second.headers["authorization"]


def test_without_a_token_there_is_no_token_header() -> None:
    """Keys of a user, not of a role."""
    for token in (None, "", "  "):
        with open_client(user_agent_version="1", transport=httpx.MockTransport(lambda request: TAKEN)) as http:
            stores = stores_over(http, who=credentials(token))
            seen: list[httpx.Headers] = []
            http.event_hooks["request"] = [lambda request, seen=seen: seen.append(request.headers)]
            stores.upload([ITEM])
        assert "x-amz-security-token" not in seen[0]


@pytest.mark.parametrize("count", [0, MAX_ITEMS + 1])
def test_the_number_of_items_is_the_callers_to_keep(count: int) -> None:
    """No item, or more than HAQM takes at once, is a fault of the program; nothing is sent."""
    with scripted(TAKEN) as (stores, requests):
        with pytest.raises(ValueError, match="items in one upload"):
            stores.upload([ITEM] * count)
        stores.upload([ITEM] * MAX_ITEMS)
    assert len(requests) == 1


def test_every_attempt_takes_from_the_bucket() -> None:
    """Repeated requests count as requests too."""
    sleeps = Sleeps()
    with open_client(
        user_agent_version="1", transport=httpx.MockTransport(lambda request: httpx.Response(429))
    ) as http:
        now = [0.0]

        def sleep(seconds: float) -> bool:
            now[0] += seconds
            return sleeps(seconds)

        stores = HaqmStores(
            BASE, REGION, credentials(), http=http, sleep=sleep, clock=lambda: NOW, random=lambda: 0.0,
            bucket=Bucket(0.25, 1, lambda: now[0], sleep),
        )  # fmt: skip
        with pytest.raises(RemoteError):
            stores.upload([ITEM])
    assert sleeps == [0.5, 3.5, 1.0, 3.0, 2.0, 2.0]


def test_stop_while_waiting_for_the_bucket() -> None:
    """The person's stop is heard while a request waits for its turn."""
    with open_client(user_agent_version="1", transport=httpx.MockTransport(lambda request: TAKEN)) as http:
        stop = Sleeps(stop_at=1)
        bucket = Bucket(1, 1, lambda: 0.0, stop)
        stores = HaqmStores(
            BASE, REGION, credentials(), http=http, sleep=stop, clock=lambda: NOW, random=lambda: 0.0, bucket=bucket
        )
        stores.upload([ITEM])
        with pytest.raises(Cancelled):
            stores.upload([ITEM])


# -- addresses and keys ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://a.example/prod",
        " https://a.example/prod/ ",
        "https://a.example/prod/v1/catalog/upload",
        "https://a.example/prod/v1/catalog/getCatalogUploadStatus/",
        "https://a.example/prod/v1/catalog",
    ],
)
def test_addresses_as_people_paste_them(endpoint: str) -> None:
    """With a slash, with blanks, and with what the specification writes behind it."""
    with open_client(user_agent_version="1") as http:
        assert repr(stores_over(http, endpoint)) == "HaqmStores(https://a.example/prod/v1/catalog)"
        assert repr(stores_over(http, "https://a.example")) == "HaqmStores(https://a.example/v1/catalog)"


@pytest.mark.parametrize(
    ("endpoint", "region", "reason"),
    [
        ("http://a.example/prod", REGION, "https"),
        ("https://a.example/prod?x=1", REGION, "form"),
        ("https://a.example/prod?", REGION, "form"),
        ("https://a.example/prod#x", REGION, "form"),
        ("https://me@a.example/prod", REGION, "form"),
        ("https://", REGION, "form"),
        ("", REGION, "form"),
        ("a.example", REGION, "form"),
        (BASE, "", "region"),
        (BASE, "EU West 1", "region"),
        (BASE, "eu-west-1/x", "region"),
        (BASE, "٣", "region"),
    ],
)
def test_addresses_and_regions_that_cannot_be(endpoint: str, region: str, reason: str) -> None:
    """Only HTTPS save on this computer, and a region looks like one; each is told in its own words."""
    with open_client(user_agent_version="1") as http, pytest.raises(AddressRefused) as caught:
        stores_over(http, endpoint, region=region)
    assert caught.value.params["reason"] == reason
    assert "region" in error_words(caught.value).title or reason != "region"


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        (Credentials("", Secret(SECRET)), "key"),
        (Credentials("AK ID", Secret(SECRET)), "key"),
        (Credentials("AK/ID", Secret(SECRET)), "key"),
        (Credentials("مفتاح", Secret(SECRET)), "key"),
        (Credentials(KEY_ID, Secret("")), "signature"),
        (Credentials(KEY_ID, Secret("a\nb")), "signature"),
        (Credentials(KEY_ID, Secret(SECRET), Secret("a b")), "token"),
    ],
)
def test_keys_that_no_header_can_carry(who: Credentials, reason: str) -> None:
    """They are refused before anything is sent, each by its own name."""
    with open_client(user_agent_version="1") as http, pytest.raises(AccessRefused) as caught:
        stores_over(http, who=who)
    assert caught.value.params["reason"] == reason


def test_blanks_around_keys_are_left_out() -> None:
    """What was pasted with a line's end works."""
    who = Credentials(f" {KEY_ID}\n", Secret(f"{SECRET}\n"), Secret(f"\t{TOKEN} "))
    sent: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["Authorization"])
        return TAKEN

    with open_client(user_agent_version="1", transport=httpx.MockTransport(handle)) as http:
        stores_over(http, who=who).upload([ITEM])
        stores_over(http).upload([ITEM])
    assert sent[0] == sent[1]


def test_nothing_secret_is_shown(caplog: pytest.LogCaptureFixture) -> None:
    """Neither the client nor what is logged on the way shows a credential, and the log knows them from then on."""
    with caplog.at_level(logging.DEBUG, "hkj_desktop"), scripted(TAKEN) as (stores, _):
        stores.upload([ITEM])
        shown = repr(stores) + caplog.text
    assert not [one for one in (KEY_ID, SECRET, TOKEN) if one in shown]
    assert redact(f"{SECRET} {TOKEN}") == "[hidden] [hidden]"


# -- what is read -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "body", [{}, {"ingestionId": ""}, {"ingestionId": None}, {"ingestionId": "x" * 300}, [1], {"ingestionId": "a\nb"}]
)
def test_an_upload_without_an_id_is_unreadable(body: object) -> None:
    """It may have been taken, so it is not sent again by itself."""
    with scripted(httpx.Response(201, json=body)) as (stores, requests), pytest.raises(AnswerUnreadable) as caught:
        stores.upload([ITEM])
    assert caught.value.params["reason"] == "shape"
    assert caught.value.params["status"] == 201
    assert len(requests) == 1


@pytest.mark.parametrize(
    ("said", "status", "finished"),
    [
        ("INQUEUE", IngestionStatus.INQUEUE, False),
        ("INPROGRESS", IngestionStatus.INPROGRESS, False),
        ("In_Progress", IngestionStatus.INPROGRESS, False),
        ("DONE", IngestionStatus.DONE, True),
        ("CANCELLED", IngestionStatus.CANCELLED, True),
        ("canceled", IngestionStatus.CANCELLED, True),
        ("FATAL", IngestionStatus.FATAL, True),
        ("WAITING_FOR_MOON", IngestionStatus.OTHER, False),
    ],
)
def test_statuses(said: str, status: IngestionStatus, *, finished: bool) -> None:
    """The five published ones, and any other is kept as it was said."""
    with scripted(httpx.Response(200, json={"processingStatus": said, "later": [1]})) as (stores, requests):
        state = stores.status("f3c2")
    assert (state.status, state.status_text, state.finished, state.report_link) == (status, said, finished, None)
    assert str(requests[0].url) == f"{BASE}/v1/catalog/getCatalogUploadStatus"
    assert json.loads(requests[0].content) == {"ingestionId": "f3c2"}


def test_the_reports_link_is_not_shown() -> None:
    """Whoever has the link can open the report, so it is not in the repr."""
    link = "https://bucket.example/r?X-Amz-Signature=abc"
    with scripted(httpx.Response(200, json={"processingStatus": "DONE", "reportDownloadLink": link})) as (stores, _):
        state = stores.status("f3c2")
    assert state.report_link == link
    assert "abc" not in repr(state)


@pytest.mark.parametrize(
    "body", [{}, {"processingStatus": 7.5}, {"processingStatus": "DONE", "ingestionId": "another"}, ["DONE"], None]
)
def test_a_status_that_says_nothing(body: object) -> None:
    """No status, or one of another ingestion, is no answer."""
    with scripted(httpx.Response(200, json=body)) as (stores, _), pytest.raises(AnswerUnreadable):
        stores.status("f3c2")


def test_a_question_is_asked_again_after_a_bad_minute() -> None:
    """A reset, a 502 and a 429 in a row are survived; a lost upload is the caller's to decide about."""
    sleeps = Sleeps()
    replies = (reset(), page(502), answer(429, {}), answer(200, QUEUED))
    with FaultServer(*replies) as server, on_socket(server.base_url, sleeps=sleeps) as stores:
        assert stores.status("i").status is IngestionStatus.INQUEUE
    assert sleeps == [0.5, 1.0, 2.0]
    with FaultServer(reset()) as server, on_socket(server.base_url) as stores:
        with pytest.raises(AnswerLost):
            stores.upload([ITEM])
        assert len(server.requests) == 1


# -- access -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "good",
    [
        httpx.Response(200, json={}),
        httpx.Response(200, json=QUEUED),
        httpx.Response(400, json={"errorMsg": "Invalid request body"}),
        httpx.Response(400, json={"errorMsg": "No such ingestion"}),
        httpx.Response(404, json={"errorMsg": "No such ingestion"}),
    ],
)
def test_access_is_there(good: httpx.Response) -> None:
    """Whoever is told anything of an ingestion that does not exist has been let in; nothing is uploaded."""
    with scripted(good) as (stores, requests):
        stores.check_access()
    assert [request.url.path for request in requests] == ["/prod/v1/catalog/getCatalogUploadStatus"]
    assert NO_INGESTION.encode() in requests[0].content


@pytest.mark.parametrize(
    ("bad", "kind"),
    [
        (httpx.Response(403, json={"message": "Forbidden"}), AccessRefused),
        (httpx.Response(401, json={"message": "Unauthorized"}), AccessRefused),
        (httpx.Response(404, json={"message": "Not Found"}), ServerFailed),
        (httpx.Response(500, json={"message": "oops"}), ServerFailed),
        (httpx.Response(200, text="<html>sign in"), AnswerUnreadable),
        (httpx.Response(404, text="<html>nothing"), AnswerUnreadable),
        (httpx.ConnectError("no"), ConnectFailed),
    ],
)
def test_access_is_refused_or_not_known(bad: httpx.Response | Exception, kind: type[RemoteError]) -> None:
    """A refusal is told, and so is what leaves it open."""
    with scripted(bad, retry=ONCE) as (stores, _), pytest.raises(kind):
        stores.check_access()


# -- redirects and reports -----------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_reach_nobody(status: int) -> None:
    """An upload, a question and a report are not carried on to another host."""
    with FaultServer(answer(200, QUEUED)) as other:
        target = f"http://127.0.0.2:{other.port}/take"
        with FaultServer(redirect(target, status)) as server, on_socket(server.base_url) as stores:
            calls = (
                lambda: stores.upload([ITEM]),
                lambda: stores.status("i"),
                lambda: stores.report(f"{server.base_url}/r?x=1"),
            )
            for call in calls:
                with pytest.raises(RedirectRefused) as caught:
                    call()
                assert caught.value.params["target"] == "127.0.0.2"
        assert other.connections == 0


def test_a_report_is_fetched_with_nothing_of_ours() -> None:
    """The link goes out exactly as it came, with a host and no other header: no key, no token, no cookie."""
    cookie = answer(200, QUEUED, headers={"Set-Cookie": "session=1; Path=/"})
    with FaultServer(cookie, answer(200, b"sku,status\r\nA1,OK\r\n")) as server, on_socket(server.base_url) as stores:
        stores.status("i")
        target = "/b/r%20%D8%B4.csv?X-Amz-Credential=AKIA%2F20260101%2Feu&X-Amz-Signature=ab%2Bc&x=a+b"
        assert stores.report(f"http://127.0.0.1:{server.port}{target}") == b"sku,status\r\nA1,OK\r\n"
        request = server.requests[1]
    assert (request.method, request.target, request.body) == ("GET", target, b"")
    assert set(request.headers) == {"host"}


@pytest.mark.parametrize(
    "reply",
    [
        answer(403, b"<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"),
        answer(404, b"<Error><Code>NoSuchKey</Code></Error>"),
        answer(410, b""),
        answer(400, b"<Error><Code>ExpiredToken</Code></Error>"),
    ],
)
def test_an_expired_link_says_so(reply: object) -> None:
    """The caller asks for a new link; the old one is not tried again and not shown."""
    with FaultServer(reply) as server, on_socket(server.base_url) as stores:  # type: ignore[arg-type]
        with pytest.raises(ReportExpired) as caught:
            stores.report(f"{server.base_url}/r?X-Amz-Signature=abcdef")
        assert len(server.requests) == 1
    assert "abcdef" not in f"{caught.value} {error_words(caught.value)}"
    assert "run out" in error_words(caught.value).title


def test_a_report_is_fetched_again_after_a_passing_fault() -> None:
    """A reset, a 503 and a cut body are survived."""
    replies = (reset(), answer(503, b"<Error>SlowDown</Error>"), answer(200, b"0123456789", cut=4), answer(200, b"all"))
    sleeps = Sleeps()
    with FaultServer(*replies) as server, on_socket(server.base_url, sleeps=sleeps) as stores:
        assert stores.report(f"{server.base_url}/r") == b"all"
    assert len([pause for pause in sleeps if pause]) == 3  # between two pieces it only asks whether to stop


@pytest.mark.parametrize(
    ("reply", "kind", "reason"),
    [
        (answer(400, b"<Error><Code>InvalidArgument</Code></Error>"), ServerFailed, None),
        (answer(200, b"x" * 2000), AnswerUnreadable, "large"),
        (page(200), AnswerUnreadable, "html"),
    ],
)
def test_reports_that_are_none(
    monkeypatch: pytest.MonkeyPatch, reply: object, kind: type[RemoteError], reason: str | None
) -> None:
    """A refusal of the storage, more than is read into memory, and a hotel's page."""
    monkeypatch.setattr(haqm, "LARGEST_REPORT", 1000)
    with FaultServer(reply) as server, on_socket(server.base_url, retry=ONCE) as stores:  # type: ignore[arg-type]
        with pytest.raises(kind) as caught:
            stores.report(f"{server.base_url}/r")
        assert caught.value.params.get("reason") == reason


def test_a_packed_report_is_unpacked_by_ourselves() -> None:
    """What the storage says of packing is not acted on: we unpack, within a limit, so that no credential hides
    in it."""
    packed = gzip.compress(b"sku,status\n" * 1000)
    with (
        FaultServer(answer(200, packed, headers={"Content-Encoding": "gzip"})) as server,
        on_socket(server.base_url) as stores,
    ):
        assert stores.report(f"{server.base_url}/r") == b"sku,status\n" * 1000


def test_stop_while_a_report_comes() -> None:
    """The person's stop is heard between two pieces."""
    sleeps = Sleeps(stop_at=1)
    whole = answer(200, b"x" * 100)
    with FaultServer(whole) as server, on_socket(server.base_url, sleeps=sleeps) as stores, pytest.raises(Cancelled):
        stores.report(f"{server.base_url}/r")


@pytest.mark.parametrize(
    "link",
    [
        "http://bucket.example/r",
        "http://127.0.0.1/r",
        "https://user:word@bucket.example/r",
        "ftp://bucket.example/r",
        "file:///etc/hosts",
        "/r",
        "https://",
        "https://a b/r",
        "",
    ],
)
def test_links_that_are_not_followed(link: str) -> None:
    """Only HTTPS; a server elsewhere cannot make this computer call itself."""
    with scripted(TAKEN) as (stores, requests), pytest.raises(AnswerUnreadable) as caught:
        stores.report(link)
    assert caught.value.params["field"] == "reportDownloadLink"
    assert requests == []
