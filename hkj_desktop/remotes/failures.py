"""The one boundary at which httpx's errors and HTTP statuses become ours (``errors.py``)."""

from __future__ import annotations

import errno
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx

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
    ServerFailed,
    ShopDisabled,
    TooManyRequests,
)

MAX_ANSWER = 8 * 1024 * 1024  # bytes; the longest answer by the specification holds 200 errors
LONGEST_ANSWER = 120.0  # seconds for the body of one; each piece of it may be in time, and the whole never end
MAX_WORDS = 300  # characters of the server's own words
WORDS = ("detail", "error", "message", "errorMsg")

# What httpx calls a failure → what it means for the person, the closest class first up the line of ancestors.
# A function decides where the cause matters.
_Told = Callable[[Exception, int | None], RemoteError]


def _connect(error: Exception, _status: int | None) -> RemoteError:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return SecureFailed()
        if isinstance(cause, socket.gaierror):
            return ConnectFailed(reason="name")
        if isinstance(cause, ConnectionRefusedError):
            return ConnectFailed(reason="refused")
        if isinstance(cause, OSError) and cause.errno == errno.ETIMEDOUT:
            return ConnectFailed(reason="timeout")
    return ConnectFailed(reason="other")


def _broken(error: Exception, status: int | None) -> RemoteError:
    """Once a status was read the answer did begin: then it is cut short, and not lost."""
    del error
    return AnswerLost(reason="reset") if status is None else AnswerUnreadable(reason="truncated", status=status)


def _protocol(error: Exception, status: int | None) -> RemoteError:
    # "Closed without an answer" and "this is not HTTP" come as one class; only their texts differ. Should those
    # change one day, the second is said for both, which is as careful: the request may have arrived.
    text = str(error)
    if status is None and not text.startswith(("Server disconnected", "peer ")):
        return AnswerUnreadable(reason="shape")
    return _broken(error, status)


def _slow(_error: Exception, _status: int | None) -> RemoteError:
    return AnswerLost(reason="timeout")


def _plain(kind: type[RemoteError], reason: str | None = None) -> _Told:
    return lambda _error, status: kind(reason=reason, status=status)


def _of_proxy(error: Exception) -> str:
    """httpx says no more of a proxy than its answer's status line."""
    return "proxy_password" if str(error).startswith("407") else "proxy"


TOLD: dict[type[Exception], _Told] = {
    httpx.ConnectTimeout: lambda _e, _s: ConnectFailed(reason="timeout"),
    httpx.PoolTimeout: lambda _e, _s: ConnectFailed(reason="timeout"),
    httpx.TimeoutException: _slow,
    httpx.ConnectError: _connect,
    httpx.NetworkError: _broken,
    httpx.ProxyError: lambda error, _s: ConnectFailed(reason=_of_proxy(error)),
    httpx.UnsupportedProtocol: lambda _e, _s: AddressRefused(reason="form"),
    httpx.InvalidURL: lambda _e, _s: AddressRefused(reason="form"),
    # h11 refuses what we were about to write; a header that cannot be sent is stopped before the connection.
    httpx.LocalProtocolError: lambda _e, _s: AnswerLost(reason="other"),
    httpx.ProtocolError: _protocol,
    httpx.TooManyRedirects: _plain(RedirectRefused),
    httpx.DecodingError: _plain(AnswerUnreadable, "truncated"),
    httpx.CookieConflict: _plain(AnswerUnreadable, "shape"),
    httpx.HTTPStatusError: _plain(ServerFailed),
    # Whatever a later httpx adds: treated as if the request may have arrived, which never loses a row.
    httpx.StreamError: lambda _e, _s: AnswerLost(reason="other"),
    httpx.HTTPError: lambda _e, _s: AnswerLost(reason="other"),
}


@contextmanager
def told(host: str, *, status: int | None = None) -> Iterator[None]:
    """Turn every httpx error inside into ours, with ``host`` in it. ``status``: of the answer being read."""
    try:
        yield
    except RemoteError as error:
        error.params.setdefault("host", host)
        raise
    except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, httpx.StreamError) as error:
        named = next(TOLD[kind] for kind in type(error).__mro__ if kind in TOLD)(error, status)
        named.params["host"] = host
        raise named from error


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, what it was raised from, and so on; at most as many as any library nests."""
    current: BaseException | None = error
    for _ in range(10):
        if current is None:
            return
        yield current
        current = current.__cause__ or current.__context__


def read_body(response: httpx.Response, host: str) -> bytes:
    """The whole body, at most MAX_ANSWER bytes in LONGEST_ANSWER seconds. Raises AnswerLost or AnswerUnreadable."""
    parts: list[bytes] = []
    size, begun = 0, time.monotonic()
    with told(host, status=response.status_code):
        for part in response.iter_bytes():
            size += len(part)
            if size > MAX_ANSWER:
                raise AnswerUnreadable(reason="large", status=response.status_code)
            if time.monotonic() - begun > LONGEST_ANSWER:
                raise AnswerLost(reason="timeout")
            parts.append(part)
    return b"".join(parts)


def raise_for_status(response: httpx.Response, *, host: str, now: float, batch_id: int | str | None = None) -> None:
    """Raise what a status other than 2xx means. ``now``: seconds since 1970; ``batch_id``: the one asked for.

    The body of the response must not have been read yet.
    """
    status = response.status_code
    if 200 <= status < 300:
        return
    if 300 <= status < 400:
        raise RedirectRefused(host=host, status=status, target=_target(response))
    body = _body_of(response, host)
    page = is_html(response, body)
    if status == 404 and page and batch_id is not None:
        # A page for people comes from no shop, so it proves neither that the key works nor that a batch is gone.
        raise AnswerUnreadable(host=host, reason="html", status=status)
    error = _refusal(status, None if page else server_words(body), batch_id)
    wait = retry_after(response.headers.get("Retry-After"), now)
    if wait is not None and isinstance(error, (TooManyRequests, ServerFailed)):
        error.params["retry_after"] = wait
    error.params["host"] = host
    raise error


def _refusal(status: int, message: str | None, batch_id: int | str | None) -> RemoteError:
    match status:
        case 401:
            return KeyRefused(status=status, message=message)
        case 403:
            return ShopDisabled(status=status, message=message)
        case 404 if batch_id is not None:
            return BatchMissing(batch_id=batch_id, message=message)
        case 413 if batch_id is None:  # nothing goes along with a question that could be too large
            return BodyTooLarge(status=status, message=message)
        case 429:
            return TooManyRequests(status=status, message=message)
        case 400 | 415 | 422:  # the specification names 400; the other two say "not this content" as well
            return RequestRefused(status=status, message=message, reason=None if message else "silent")
        case 404 | 405 | 410 if batch_id is None:  # the shop's own calls are always there, so this is some other place
            return ServerFailed(status=status, message=message, reason="address")
        case _:
            return ServerFailed(status=status, message=message)


def _target(response: httpx.Response) -> str | None:
    """The host that a redirect points at, and no more of the address: it may carry somebody's secrets."""
    try:
        target = response.request.url.join(response.headers.get("Location", ""))
    except (httpx.InvalidURL, ValueError):
        return None
    return target.host or None


def _body_of(response: httpx.Response, host: str) -> bytes:
    """What comes with an error status. A body that breaks off must not hide the status itself."""
    try:
        return read_body(response, host)
    except RemoteError:
        return b""


def is_html(response: httpx.Response, body: bytes) -> bool:
    """A page for people: a captive portal, a gateway's error page. Its words are never shown as the shop's."""
    kind = response.headers.get("Content-Type", "").lower()
    return "html" in kind or body.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower().startswith((b"<!doctype html", b"<html"))


def server_words(body: bytes) -> str | None:
    """The message in a JSON object, or short plain text; one line, no control characters, MAX_WORDS at most."""
    text = body[: 64 * 1024].decode("utf-8", "replace")
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        looks_plain = text.strip() and text.lstrip()[0] not in "<{["
        return _clean(text) if looks_plain else None
    for _ in range(2):  # {"error": "…"} and {"error": {"message": "…"}}
        if isinstance(said, dict):
            said = next((said[name] for name in WORDS if said.get(name)), None)
            if isinstance(said, list):  # {"detail": [{"msg": …}]}
                said = json.dumps(said, ensure_ascii=False)
    return _clean(said) if isinstance(said, str) else None


def _clean(text: str) -> str:
    """Also without the marks that turn the direction of writing: they could make an address read otherwise."""
    visible = "".join(one if one.isprintable() else " " for one in text)
    line = " ".join(visible.split())
    return line if len(line) <= MAX_WORDS else line[: MAX_WORDS - 1] + "…"


def retry_after(header: str | None, now: float) -> float | None:
    """Seconds to wait by a Retry-After header (a number or an HTTP date, RFC 9110 10.2.3); None if it says none."""
    if header is None:
        return None
    text = header.strip()
    if text.isascii() and text.isdecimal():
        return float(text[:12])
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() - now)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
