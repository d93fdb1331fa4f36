"""httpx's errors and HTTP statuses become ours at one boundary."""

from __future__ import annotations

import json
import socket
import ssl

import httpx
import pytest

from hkj_desktop.errors import (
    AddressRefused,
    AnswerLost,
    AnswerUnreadable,
    BatchMissing,
    BodyTooLarge,
    ConnectFailed,
    KeyRefused,
    RedirectRefused,
    RemoteError,
    RequestRefused,
    SecureFailed,
    Sent,
    ServerFailed,
    ShopDisabled,
    TooManyRequests,
)
from hkj_desktop.remotes.failures import MAX_WORDS, TOLD, raise_for_status, retry_after, server_words, told


def every_httpx_error() -> list[type[Exception]]:
    """All exception classes that httpx publishes."""
    names = [getattr(httpx, name) for name in httpx.__all__]
    return [one for one in names if isinstance(one, type) and issubclass(one, Exception)]


def make(kind: type[Exception]) -> Exception:
    """One instance of any httpx exception."""
    request = httpx.Request("GET", "https://shop.example")
    if kind is httpx.HTTPStatusError:
        return httpx.HTTPStatusError("text", request=request, response=httpx.Response(500))
    if issubclass(kind, (httpx.ResponseNotRead, httpx.RequestNotRead, httpx.StreamConsumed, httpx.StreamClosed)):
        return kind()
    return kind("text")


@pytest.mark.parametrize("kind", every_httpx_error(), ids=lambda kind: kind.__name__)
def test_every_httpx_error_is_told(kind: type[Exception]) -> None:
    """No exception of httpx gets past the boundary, and each one names the host and keeps its cause."""
    error = make(kind)
    with pytest.raises(RemoteError) as caught, told("shop.example"):
        raise error
    assert caught.value.params["host"] == "shop.example"
    assert caught.value.__cause__ is error


def test_the_walk_finds_the_tree() -> None:
    """The list above is not empty by a change in httpx, and covers every class in the table."""
    found = set(every_httpx_error())
    assert len(found) >= 25
    assert set(TOLD) <= found


NEVER_SENT = [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol,
              httpx.InvalidURL]  # fmt: skip


@pytest.mark.parametrize("kind", every_httpx_error(), ids=lambda kind: kind.__name__)
def test_only_connecting_is_never_sent(kind: type[Exception]) -> None:
    """Whether a request may have arrived is said for each: only failures before it left are a plain no."""
    if kind is httpx.TooManyRedirects:
        return  # redirects are never followed
    with pytest.raises(RemoteError) as caught, told("shop.example"):
        raise make(kind)
    assert (caught.value.sent is Sent.NO) is (kind in NEVER_SENT)


def caused(outer: type[Exception], cause: BaseException) -> Exception:
    error = outer("text")
    middle = OSError("middle")
    middle.__cause__ = cause
    error.__cause__ = middle
    return error


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        (caused(httpx.ConnectError, socket.gaierror(-2, "unknown")), ConnectFailed, "name"),
        (caused(httpx.ConnectError, ConnectionRefusedError(111, "no")), ConnectFailed, "refused"),
        (caused(httpx.ConnectError, TimeoutError(110, "slow")), ConnectFailed, "timeout"),
        (caused(httpx.ConnectError, OSError(101, "no network")), ConnectFailed, "other"),
        (caused(httpx.ConnectError, ssl.SSLCertVerificationError(1, "self-signed")), SecureFailed, None),
        (httpx.ConnectTimeout("x"), ConnectFailed, "timeout"),
        (httpx.ProxyError("407 Proxy Authentication Required"), ConnectFailed, "proxy_password"),
        (httpx.ProxyError("403 Forbidden"), ConnectFailed, "proxy"),
        (httpx.ReadTimeout("x"), AnswerLost, "timeout"),
        (httpx.WriteTimeout("x"), AnswerLost, "timeout"),
        (httpx.ReadError("x"), AnswerLost, "reset"),
        (httpx.WriteError("x"), AnswerLost, "reset"),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), AnswerLost, "reset"),
        (httpx.RemoteProtocolError("illegal status line"), AnswerUnreadable, "shape"),
        (httpx.DecodingError("x"), AnswerUnreadable, "truncated"),
        (httpx.InvalidURL("x"), AddressRefused, "form"),
    ],
)
def test_causes_decide(error: Exception, kind: type[RemoteError], reason: str | None) -> None:
    """The cause behind one class of httpx decides what the person is told."""
    with pytest.raises(RemoteError) as caught, told("shop.example"):
        raise error
    assert type(caught.value) is kind
    assert caught.value.params.get("reason") == reason


@pytest.mark.parametrize("error", [httpx.ReadError("x"), httpx.RemoteProtocolError("peer closed connection")])
def test_broken_body_is_truncated(error: Exception) -> None:
    """Once the status is known, a break is a truncated answer and not a lost one."""
    with pytest.raises(AnswerUnreadable) as caught, told("shop.example", status=200):
        raise error
    assert caught.value.params == {"reason": "truncated", "status": 200, "host": "shop.example"}


def response(status: int, body: bytes = b"", **headers: str) -> httpx.Response:
    request = httpx.Request("GET", "https://shop.example/api/integration/bulk/7")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers=named, stream=httpx.ByteStream(body), request=request)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, RequestRefused),
        (401, KeyRefused),
        (403, ShopDisabled),
        (404, BatchMissing),
        (415, RequestRefused),
        (422, RequestRefused),
        (429, TooManyRequests),
        (405, ServerFailed),
        (418, ServerFailed),
        (500, ServerFailed),
        (503, ServerFailed),
        (599, ServerFailed),
        (301, RedirectRefused),
        (304, RedirectRefused),
    ],
)
def test_statuses(status: int, kind: type[RemoteError]) -> None:
    """Each status has its own error, which names the host."""
    with pytest.raises(RemoteError) as caught:
        raise_for_status(response(status), host="shop.example", now=0.0, batch_id=7)
    assert type(caught.value) is kind
    assert caught.value.params["host"] == "shop.example"


def test_413_is_about_a_body() -> None:
    """A 413 tells that a body is too large; to a question, which has none, it is a fault of the server."""
    for batch_id, kind in ((None, BodyTooLarge), (7, ServerFailed)):
        with pytest.raises(RemoteError) as caught:
            raise_for_status(response(413), host="h", now=0.0, batch_id=batch_id)
        assert type(caught.value) is kind


def test_404_without_a_batch() -> None:
    """A 404 where no batch was asked for is a failing server (a wrong address), not a missing batch."""
    with pytest.raises(ServerFailed) as caught:
        raise_for_status(response(404), host="h", now=0.0)
    assert caught.value.params["status"] == 404


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_successes_pass(status: int) -> None:
    """Every 2xx goes on to be read."""
    raise_for_status(response(status), host="h", now=0.0)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://evil.example/take?key=1", "evil.example"),
        ("//other.example/x", "other.example"),
        ("/elsewhere", "shop.example"),
        ("http://other.example:port/", None),
        ("", "shop.example"),
    ],
)
def test_redirect_names_the_host_alone(location: str, target: str | None) -> None:
    """Of where a redirect points, the host is named and nothing else."""
    with pytest.raises(RedirectRefused) as caught:
        raise_for_status(response(307, Location=location), host="shop.example", now=0.0)
    assert caught.value.params == {"host": "shop.example", "status": 307, "target": target}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"detail": "Empty upload."}', "Empty upload."),
        (b'{"error": "no"}', "no"),
        (b'{"errorMsg": "Too Many Requests"}', "Too Many Requests"),
        (b'{"error": {"message": "deep"}}', "deep"),
        (b'{"detail": [{"msg": "bad"}]}', '[{"msg": "bad"}]'),
        (b'{"detail": null, "message": "second"}', "second"),
        (b'{"other": 1}', None),
        (b"[1, 2]", None),
        (b"plain words\r\nin two lines", "plain words in two lines"),
        ("الملف فارغ".encode(), "الملف فارغ"),
        (b"a\x1b[31mb\x00c\xe2\x80\xaed", "a [31mb c d"),
        (b"<b>no</b>", None),
        (b'{"detail": "cut of', None),
        (b"[" * 50_000, None),
        (b"", None),
        (b"\xff\xfe", "\ufffd\ufffd"),
    ],
)
def test_server_words(body: bytes, words: str | None) -> None:
    """The server's own words are found in the usual places, as one line that cannot play tricks; never markup."""
    assert server_words(body) == words


def test_server_words_are_short() -> None:
    """Long words are cut, and the cut is seen."""
    words = server_words(json.dumps({"detail": "x" * 5000}).encode())
    assert words is not None
    assert len(words) == MAX_WORDS
    assert words.endswith("x…")


def test_html_words_are_not_the_shops() -> None:
    """The text of a gateway's page is not shown as what the shop said."""
    page = response(502, b"<html>Bad gateway</html>", Content_Type="text/html")
    with pytest.raises(ServerFailed) as caught:
        raise_for_status(page, host="h", now=0.0)
    assert caught.value.params["message"] is None


def test_html_404_is_no_missing_batch() -> None:
    """A page with status 404 says nothing of a batch, and nothing of a key."""
    with pytest.raises(AnswerUnreadable) as caught:
        raise_for_status(response(404, b"<!DOCTYPE html><p>?"), host="h", now=0.0, batch_id=7)
    assert caught.value.params["reason"] == "html"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("5", 5.0),
        (" 120 ", 120.0),
        ("0", 0.0),
        ("9" * 5000, 999_999_999_999.0),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 60.0),
        ("Thu, 01 Jan 1970 00:00:10 GMT", 0.0),
        ("-5", None),
        ("soon", None),
        ("٥", None),
        ("", None),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    """Seconds and HTTP dates are understood, the past is now, and nonsense is as if nothing was said."""
    assert retry_after(header, 40.0) == seconds


@pytest.mark.parametrize(("status", "kind"), [(429, TooManyRequests), (503, ServerFailed)])
def test_retry_after_is_a_parameter(status: int, kind: type[RemoteError]) -> None:
    """The pause that a server asks for is in the error."""
    with pytest.raises(kind) as caught:
        raise_for_status(response(status, Retry_After="7"), host="h", now=0.0)
    assert caught.value.params["retry_after"] == 7.0
