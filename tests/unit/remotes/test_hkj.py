"""The three endpoints of HKJ: what is sent, what is read, what is repeated."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from email.parser import BytesParser
from email.policy import HTTP

import httpx
import pytest

from hkj_desktop.errors import (
    AddressRefused,
    AnswerLost,
    AnswerUnreadable,
    BatchMissing,
    Cancelled,
    ConnectFailed,
    FileDamaged,
    KeyRefused,
    RedirectRefused,
    RemoteError,
    RequestRefused,
    ServerFailed,
    ShopDisabled,
    TooManyRequests,
)
from hkj_desktop.remotes.failures import MAX_ANSWER
from hkj_desktop.remotes.hkj import MAX_EVENTS, PIECE, Format, HkjShop
from hkj_desktop.remotes.http import Retry
from hkj_desktop.remotes.wire import BatchStatus, product_upserted
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.secret import Secret
from tests.helpers.shop_client import BASE, KEY, NOW, Sleeps, scripted, three_calls

ONCE = Retry(attempts=1)
ACCEPTED = httpx.Response(202, json={"batch_id": 42, "status": "pending", "total_rows": 3})
STARTED = httpx.Response(200, json={"batch_id": 42, "status": "started", "total_rows": 3})
APPLIED = httpx.Response(200, json={"results": [{"event_id": "e1", "status": "applied"}]})
GOOD = {"events": APPLIED, "bulk": ACCEPTED, "batch": STARTED}
HTML = {"Content-Type": "text/html"}

FAULTS: list[tuple[str, httpx.Response | Exception, type[RemoteError], str | None]] = [
    ("400", httpx.Response(400, json={"detail": "bad"}), RequestRefused, None),
    ("401", httpx.Response(401, json={"detail": "bad"}), KeyRefused, None),
    ("403", httpx.Response(403, json={"detail": "off"}), ShopDisabled, None),
    ("429", httpx.Response(429), TooManyRequests, None),
    ("500", httpx.Response(500, text="oops"), ServerFailed, None),
    ("503", httpx.Response(503, text="oops"), ServerFailed, None),
    ("301", httpx.Response(301, headers={"Location": "https://evil.example/"}), RedirectRefused, None),
    ("308", httpx.Response(308, headers={"Location": "https://evil.example/"}), RedirectRefused, None),
    ("html", httpx.Response(200, text="<html>sign in</html>", headers=HTML), AnswerUnreadable, "html"),
    ("untold html", httpx.Response(200, content=b"\n<!DOCTYPE HTML>"), AnswerUnreadable, "html"),
    ("no json", httpx.Response(200, text="OK"), AnswerUnreadable, "json"),
    ("nothing", httpx.Response(204), AnswerUnreadable, "json"),
    ("other shape", httpx.Response(200, json=["x"]), AnswerUnreadable, "shape"),
    ("too long", httpx.Response(200, content=b" " * (MAX_ANSWER + 1)), AnswerUnreadable, "large"),
    ("refused", httpx.ConnectError("no"), ConnectFailed, "other"),
    ("slow", httpx.ReadTimeout("slow"), AnswerLost, "timeout"),
    ("reset", httpx.ReadError("reset"), AnswerLost, "reset"),
]


@pytest.mark.parametrize("endpoint", ["events", "bulk", "batch"])
@pytest.mark.parametrize(("answer", "kind", "reason"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_faults(endpoint: str, answer: httpx.Response | Exception, kind: type[RemoteError], reason: str | None) -> None:
    """Each fault ends in its own error at each endpoint, with the host and without the key."""
    with scripted(answer, retry=ONCE) as (shop, _), pytest.raises(RemoteError) as caught:
        three_calls()[endpoint](shop)
    assert type(caught.value) is kind
    assert caught.value.params["host"] == "shop.example"
    assert caught.value.params.get("reason") == reason
    assert KEY not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize(
    ("endpoint", "kind"), [("events", ServerFailed), ("bulk", ServerFailed), ("batch", BatchMissing)]
)
def test_404(endpoint: str, kind: type[RemoteError]) -> None:
    """404 is a missing batch where one was asked for, and a wrong address elsewhere."""
    with scripted(httpx.Response(404, json={"detail": "x"}), retry=ONCE) as (shop, _), pytest.raises(kind):
        three_calls()[endpoint](shop)


# Which failure is asked again, by endpoint: events and batch whatever is passing, bulk only what was surely not taken.
AGAIN: list[tuple[str, httpx.Response | Exception, bool, bool]] = [
    ("refused", httpx.ConnectError("no"), True, True),
    ("429", httpx.Response(429, headers={"Retry-After": "2"}), True, True),
    ("429 untold", httpx.Response(429), True, True),
    ("503 told", httpx.Response(503, headers={"Retry-After": "2"}), True, True),
    ("503", httpx.Response(503), True, False),
    ("500", httpx.Response(500), True, False),
    ("502", httpx.Response(502, text="<html>", headers=HTML), True, False),
    ("reset", httpx.ReadError("reset"), True, False),
    ("slow", httpx.ReadTimeout("slow"), True, False),
    ("slow write", httpx.WriteTimeout("slow"), True, False),
    ("401", httpx.Response(401), False, False),
    ("400", httpx.Response(400), False, False),
    ("413", httpx.Response(413), False, False),
    ("html", httpx.Response(200, text="<html>", headers=HTML), False, False),
    ("redirect", httpx.Response(302), False, False),
]


@pytest.mark.parametrize("endpoint", ["events", "bulk", "batch"])
@pytest.mark.parametrize(("answer", "passing", "unsent"), [row[1:] for row in AGAIN], ids=[row[0] for row in AGAIN])
def test_asking_again(endpoint: str, answer: httpx.Response | Exception, *, passing: bool, unsent: bool) -> None:
    """A second attempt follows exactly where it is safe, and then succeeds."""
    again = unsent if endpoint == "bulk" else passing
    sleeps = Sleeps()
    with scripted(answer, GOOD[endpoint], sleeps=sleeps) as (shop, requests):
        if again:
            three_calls()[endpoint](shop)
            asked = isinstance(answer, httpx.Response) and "Retry-After" in answer.headers
            assert sleeps == [2.0 if asked else 0.5]
        else:
            with pytest.raises(RemoteError):
                three_calls()[endpoint](shop)
            assert sleeps == []
    assert len(requests) == (2 if again else 1)
    assert len({request.read().replace(_boundary(request), b"") for request in requests}) == 1


def _boundary(request: httpx.Request) -> bytes:
    """The line between the parts of a form; made up anew for each attempt."""
    _, _, boundary = request.headers.get("Content-Type", "").partition("boundary=")
    return boundary.encode() or b"\0"


def test_retry_after_as_a_date() -> None:
    """A Retry-After that is a date is counted from the clock that was handed in."""
    sleeps = Sleeps()
    date = "Fri, 15 Jan 2027 08:00:30 GMT"  # 30 seconds past NOW
    assert NOW == 1_800_000_000
    with scripted(httpx.Response(429, headers={"Retry-After": date}), STARTED, sleeps=sleeps) as (shop, _):
        shop.batch(42)
    assert sleeps == [30.0]


def test_a_long_pause_is_told_at_once() -> None:
    """A server that wants an hour is not waited for; the error names the seconds."""
    sleeps = Sleeps()
    hour = httpx.Response(429, headers={"Retry-After": "3600"})
    with scripted(hour, sleeps=sleeps) as (shop, requests), pytest.raises(TooManyRequests) as caught:
        shop.batch(42)
    assert (caught.value.params["retry_after"], sleeps, len(requests)) == (3600.0, [], 1)


def test_where_requests_go() -> None:
    """Each endpoint has its method, path and query, and the key travels in its header alone."""
    with scripted(APPLIED, ACCEPTED, STARTED) as (shop, requests):
        for call in three_calls().values():
            call(shop)
    seen = [(one.method, str(one.url)) for one in requests]
    assert seen == [
        ("POST", f"{BASE}/integration/events"),
        ("POST", f"{BASE}/integration/bulk?format=csv"),
        ("GET", f"{BASE}/integration/bulk/42"),
    ]
    for request in requests:
        assert request.headers["X-API-Key"] == KEY
        assert KEY not in str(request.url)
        assert KEY.encode() not in request.read()
        assert [name for name, value in request.headers.items() if KEY in value] == ["x-api-key"]


def test_events_in_one_batch() -> None:
    """One event is sent as an object, several as an array, and neither none nor too many."""
    with scripted(APPLIED) as (shop, requests):
        one = product_upserted("e1", {"sku": "A"})
        assert shop.events(one).applied == 1
        shop.events([one] * MAX_EVENTS)
        assert isinstance(json.loads(requests[0].read()), dict)
        assert len(json.loads(requests[1].read())) == MAX_EVENTS
        assert requests[0].headers["Content-Type"] == "application/json"
        for wrong in ([], [one] * (MAX_EVENTS + 1)):
            with pytest.raises(ValueError, match="events in one batch"):
                shop.events(wrong)
    assert len(requests) == 2


CONTENT = b"sku,title_ar\r\n" + "A1,زيت".encode() + bytes(range(256)) * 1200


def form_part(request: httpx.Request) -> tuple[str | None, str | None, bytes]:
    """Field name, file name and content of the one part of a form."""
    head = b"Content-Type: " + request.headers["Content-Type"].encode() + b"\r\n\r\n"
    [part] = BytesParser(policy=HTTP).parsebytes(head + request.read()).iter_parts()
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return part.get_param("name", header="Content-Disposition"), part.get_filename(), content  # type: ignore[return-value]


@pytest.mark.parametrize("form", ["json", "csv", "xml", None])
def test_bulk_as_a_form(form: Format | None) -> None:
    """The file arrives byte for byte in the field ``file``, with the format in the query or left to the shop."""
    with scripted(ACCEPTED) as (shop, requests), io.BytesIO(CONTENT) as body:
        accepted = shop.bulk(body, size=len(CONTENT), filename="قائمة.csv", format=form)
    assert (accepted.batch_id, accepted.status, accepted.total_rows) == (42, BatchStatus.PENDING, 3)
    [request] = requests
    assert dict(request.url.params) == ({"format": form} if form else {})
    name, _, content = form_part(request)
    assert name == "file"
    assert content == CONTENT
    assert 'filename="قائمة.csv"'.encode() in request.read()
    assert int(request.headers["Content-Length"]) == len(request.read())


@pytest.mark.parametrize("form", ["json", "csv", "xml", None])
def test_bulk_raw(form: Format | None) -> None:
    """Raw, the request's body is the file and nothing else, with its length and kind in the headers."""
    with scripted(ACCEPTED) as (shop, requests), io.BytesIO(CONTENT) as body:
        shop.bulk(body, size=len(CONTENT), filename="c", format=form, raw=True)
    [request] = requests
    assert request.read() == CONTENT
    assert request.headers["Content-Length"] == str(len(CONTENT))
    assert "Transfer-Encoding" not in request.headers
    kinds = {"json": "application/json", "csv": "text/csv", "xml": "application/xml"}
    assert request.headers["Content-Type"] == kinds.get(form or "", "application/octet-stream")


@pytest.mark.parametrize("raw", [True, False])
def test_progress_is_exact(raw: bool) -> None:
    """Progress counts the file's own bytes, rises piece by piece, ends at the size, and is nothing again when
    refused."""
    counts: list[int] = []
    size = 3 * PIECE + 5
    wait = httpx.Response(429, headers={"Retry-After": "1"})
    with scripted(wait, ACCEPTED) as (shop, requests):
        shop.bulk(io.BytesIO(b"x" * size), size=size, filename="c", raw=raw, on_bytes=counts.append)
    once = [PIECE, 2 * PIECE, 3 * PIECE, size]
    assert counts == [*once, 0, *once]
    assert len(requests) == 2


@pytest.mark.parametrize("raw", [True, False])
def test_cancel_while_sending(raw: bool) -> None:
    """Stop, said while bytes go out, ends the upload before the next piece and before any answer."""
    cancel = CancelToken()
    counts: list[int] = []

    def count(sent: int) -> None:
        counts.append(sent)
        if len(counts) == 2:
            cancel.cancel()

    body = io.BytesIO(b"x" * PIECE * 5)
    with scripted(ACCEPTED) as (shop, requests), pytest.raises(Cancelled):
        shop.bulk(body, size=PIECE * 5, filename="c", raw=raw, on_bytes=count, cancel=cancel)
    assert counts == [PIECE, 2 * PIECE]
    assert requests == []


@pytest.mark.parametrize("raw", [True, False])
def test_cancel_after_the_last_byte(raw: bool) -> None:
    """Once everything is out the answer is waited for: "cancelled" would claim that nothing was sent."""
    cancel = CancelToken()
    with scripted(ACCEPTED) as (shop, _):
        accepted = shop.bulk(
            io.BytesIO(b"abc"), size=3, filename="c", raw=raw, on_bytes=lambda _: cancel.cancel(), cancel=cancel
        )
    assert accepted.batch_id == 42


def test_cancel_during_the_pause() -> None:
    """Stop, said between two attempts, is heard by the upload's own token."""
    cancel = CancelToken()
    with scripted(httpx.Response(429), ACCEPTED) as (shop, requests), pytest.raises(Cancelled):
        shop.bulk(io.BytesIO(b"abc"), size=3, filename="c", on_bytes=lambda _: cancel.cancel(), cancel=cancel)
    assert len(requests) == 1


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize("size", [2, 4])
def test_file_that_changed(size: int, *, raw: bool) -> None:
    """A file that is longer or shorter than it was is not sent as if it were whole."""
    with scripted(ACCEPTED) as (shop, requests), pytest.raises(FileDamaged) as caught:
        shop.bulk(io.BytesIO(b"abc"), size=size, filename="c.csv", raw=raw)
    assert caught.value.params["name"] == "c.csv"
    assert requests == []


def test_file_that_cannot_be_read() -> None:
    """A disk that fails in the middle is an error about the file."""

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "input/output error")

    with scripted(ACCEPTED) as (shop, _), pytest.raises(FileDamaged):
        shop.bulk(Broken(), size=3, filename="c.csv")


def test_check_key() -> None:
    """404 for the batch that never is proves a good key; so does an answer, should it exist."""
    for good in (httpx.Response(404, json={"detail": "Not found"}), STARTED, httpx.Response(404)):
        with scripted(good) as (shop, requests):
            shop.check_key()
        assert str(requests[0].url) == f"{BASE}/integration/bulk/0"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (httpx.Response(401), KeyRefused),
        (httpx.Response(403), ShopDisabled),
        (httpx.Response(404, text="<html>", headers=HTML), AnswerUnreadable),
        (httpx.Response(200, text="<html>", headers=HTML), AnswerUnreadable),
        (httpx.Response(500), ServerFailed),
        (httpx.Response(302, headers={"Location": "/login"}), RedirectRefused),
        (httpx.ConnectError("no"), ConnectFailed),
    ],
)
def test_check_key_says_why_not(answer: httpx.Response | Exception, kind: type[RemoteError]) -> None:
    """A key is called good only by the shop itself."""
    with scripted(answer, retry=ONCE) as (shop, _), pytest.raises(kind):
        shop.check_key()


def make_shop(address: str, key: str) -> HkjShop:
    def never(_request: httpx.Request) -> httpx.Response:
        raise AssertionError("nothing may be sent")

    return HkjShop(
        address,
        Secret(key),
        http=httpx.Client(transport=httpx.MockTransport(never)),
        sleep=Sleeps(),
        clock=lambda: NOW,
        random=lambda: 0.0,
    )


@pytest.mark.parametrize("key", ["", "   ", "مفتاح", "two words", "line\nbreak", "nul\0"])
def test_keys_that_no_header_carries(key: str) -> None:
    """A key with impossible characters is a refused key, and its text is in no message."""
    with pytest.raises(KeyRefused) as caught:
        make_shop(BASE, key)
    assert caught.value.params == {"host": "shop.example", "reason": "form"}


def test_key_is_trimmed_and_hidden() -> None:
    """Spaces from copying are dropped, and no text of the object shows the key."""
    shop = make_shop(BASE, f" {KEY}\n")
    assert KEY not in repr(shop) + str(shop) + repr(vars(shop))
    assert shop.host == "shop.example"


def test_address_is_checked() -> None:
    """No shop can be made that would send its key in the clear."""
    with pytest.raises(AddressRefused):
        make_shop("http://shop.example/api", KEY)


def test_logs_show_no_key(caplog: pytest.LogCaptureFixture) -> None:
    """httpx's own log lines name the address and no header."""
    caplog.set_level("DEBUG")
    with scripted(STARTED) as (shop, _):
        shop.batch(42)
    assert KEY not in caplog.text


def test_calls_table_is_whole() -> None:
    """The table of calls has the three endpoints, so that every fault above met each of them."""
    calls: dict[str, Callable[[HkjShop], object]] = three_calls()
    assert set(calls) == set(GOOD)
