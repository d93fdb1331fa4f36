"""HKJ Shopping: its three endpoints, each as a typed function.

Source: the API reference of HKJ Shopping (``POST /integration/events``, ``POST /integration/bulk``,
``GET /integration/bulk/{batch_id}``). The key travels in the X-API-Key header alone, and only to the host of the
base address: redirects are refused.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Literal, TypeVar

import httpx

from hkj_desktop.errors import (
    AnswerUnreadable,
    BatchMissing,
    ConnectFailed,
    FileDamaged,
    KeyRefused,
    RemoteError,
    ServerFailed,
    TooManyRequests,
)
from hkj_desktop.remotes.failures import is_html, raise_for_status, read_body, told
from hkj_desktop.remotes.http import Retry, check_address, passing
from hkj_desktop.remotes.wire import (
    BatchId,
    BatchState,
    BulkAccepted,
    Event,
    EventsAnswer,
    events_body,
    parse_batch,
    parse_bulk_accepted,
    parse_events,
)
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.secret import Secret

Format = Literal["json", "csv", "xml"]

KEY_HEADER = "X-API-Key"
MAX_EVENTS = 100  # in one batch: the server's own limit is not published
NO_BATCH = 0  # no batch has this number, so asking for it tests the key and nothing else
PIECE = 64 * 1024  # bytes read at a time; progress and cancel are as fine as this
CONTENT_TYPES = {"json": "application/json", "csv": "text/csv", "xml": "application/xml"}
UNNAMED = "application/octet-stream"
JSON_BODY = {"Content-Type": "application/json"}

Answer = TypeVar("Answer")


class HkjShop:
    """One shop, reached with one key. Every method blocks, and raises a RemoteError or Cancelled.

    ``sleep(seconds)`` waits and returns True when the person said stop (``CancelToken.wait`` does).
    ``clock()``: seconds since 1970. ``random()``: 0 ≤ x < 1.
    """

    def __init__(
        self,
        base_url: str,
        key: Secret,
        *,
        http: httpx.Client,
        sleep: Callable[[float], bool],
        clock: Callable[[], float],
        random: Callable[[], float],
        retry: Retry = Retry(),  # noqa: B008 - frozen
    ) -> None:
        """Raises AddressRefused, and KeyRefused for a key that no header can carry."""
        self._base = check_address(base_url)
        self.host = httpx.URL(self._base).host
        value = key.reveal().strip()
        if not value or not value.isascii() or not value.isprintable() or " " in value:
            raise KeyRefused(host=self.host, reason="form")
        self._key = Secret(value)
        self._http = http
        self._sleep = sleep
        self._clock = clock
        self._random = random
        self._retry = retry

    def __repr__(self) -> str:
        return f"HkjShop({self._base})"

    def events(self, events: Event | Sequence[Event]) -> EventsAnswer:
        """Send one event, or at most MAX_EVENTS. Asks again after passing failures: ``event_id`` makes that safe."""
        batch = (events,) if isinstance(events, Event) else tuple(events)
        if not 1 <= len(batch) <= MAX_EVENTS:
            raise ValueError(f"{len(batch)} events in one batch")
        body = events_body(batch)

        def send() -> EventsAnswer:
            return self._ask("POST", "/integration/events", parse_events, content=body, headers=JSON_BODY)

        return self._again(send)

    def bulk(
        self,
        body: BinaryIO,
        *,
        size: int,
        filename: str,
        format: Format | None = None,  # noqa: A002 - the parameter's published name
        raw: bool = False,
        on_bytes: Callable[[int], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> BulkAccepted:
        """Upload a catalogue: ``size`` bytes from the start of ``body``, as a form or (``raw``) as the request itself.

        ``on_bytes`` is told how many bytes of the file were handed to the network in this attempt (0 again as soon
        as it is refused). It is repeated only where the server cannot have acted on it: no connection, 429, and 503
        with Retry-After. After AnswerLost the caller decides. FileDamaged: the file is not ``size`` bytes long.
        """
        content_type = CONTENT_TYPES[format] if format else UNNAMED
        params = {"format": format} if format else None

        def send() -> BulkAccepted:
            upload = UploadBody(body, size, filename, on_bytes, cancel)
            what: dict[str, Any] = {"files": {"file": (filename, upload, content_type)}}
            if raw:
                headers = {"Content-Type": content_type, "Content-Length": str(size)}
                what = {"content": upload.pieces(), "headers": headers}
            try:
                return self._ask("POST", "/integration/bulk", parse_bulk_accepted, params=params, **what)
            except RemoteError as error:
                if on_bytes is not None and never_sent(error):
                    on_bytes(0)  # so that whoever stops in the pause knows that the server has none of it
                raise

        return self._again(send, again=never_sent, sleep=cancel.wait if cancel else None)

    def batch(self, batch_id: BatchId) -> BatchState:
        """How far an import is. Asks again after passing failures."""

        def ask() -> BatchState:
            return self._ask(
                "GET",
                f"/integration/bulk/{batch_id}",
                lambda answer: parse_batch(answer, batch_id),
                batch_id=batch_id,
            )

        return self._again(ask)

    def check_key(self) -> None:
        """Return when the key works. Raises KeyRefused, ShopDisabled, or what stood in the way of knowing."""
        try:
            self._again(lambda: self._ask("GET", f"/integration/bulk/{NO_BATCH}", bool, batch_id=NO_BATCH))
        except BatchMissing:
            return

    def _again(
        self,
        call: Callable[[], Answer],
        *,
        again: Callable[[RemoteError], bool] = passing,
        sleep: Callable[[float], bool] | None = None,
    ) -> Answer:
        return self._retry.run(call, sleep=sleep or self._sleep, random=self._random, again=again)

    def _ask(
        self,
        method: str,
        path: str,
        parse: Callable[[bytes], Answer],
        *,
        batch_id: BatchId | None = None,
        headers: Mapping[str, str] | None = None,
        **what: Any,
    ) -> Answer:
        """One request, its answer read whole and parsed. ``what``: the body and the query, as httpx takes them."""
        named = {**(headers or {}), KEY_HEADER: self._key.reveal()}
        with (
            told(self.host),
            self._http.stream(method, self._base + path, headers=named, **what) as response,
        ):
            raise_for_status(response, host=self.host, now=self._clock(), batch_id=batch_id)
            answer = read_body(response, self.host)
            if is_html(response, answer):
                raise AnswerUnreadable(reason="html", status=response.status_code)
            return _parsed(parse, answer, response.status_code)


def _parsed(parse: Callable[[bytes], Answer], body: bytes, status: int) -> Answer:
    try:
        return parse(body)
    except AnswerUnreadable as error:
        error.params["status"] = status
        raise


def never_sent(error: RemoteError) -> bool:
    """Whether an upload that ended so can be repeated with no doubt: the server has not taken it."""
    if isinstance(error, ServerFailed):
        return error.params.get("status") == 503 and error.params.get("retry_after") is not None
    return isinstance(error, (ConnectFailed, TooManyRequests))


class UploadBody:
    """A file on its way: counts what is read, and stops when the person says so.

    httpx reads it in pieces of PIECE and asks for its length with ``seek`` and ``tell``.
    """

    def __init__(
        self,
        body: BinaryIO,
        size: int,
        filename: str,
        on_bytes: Callable[[int], None] | None,
        cancel: CancelToken | None,
    ) -> None:
        self._body = body
        self._size = size
        self._filename = filename
        self._on_bytes = on_bytes
        self._cancel = cancel
        self._read = 0

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Only what is needed to send it: the start for sending, the end for the length."""
        if whence == os.SEEK_END:
            return self._size + offset
        self._body.seek(offset)
        self._read = offset
        return offset

    def tell(self) -> int:
        return self._read

    def read(self, size: int = PIECE) -> bytes:
        """Raises Cancelled, or FileDamaged where the file grew or shrank since it was measured."""
        # After its last byte the server may act on the file, so it is too late to say that it was not sent.
        if self._cancel is not None and self._read < self._size:
            self._cancel.check()
        try:
            piece = self._body.read(size)
        except OSError as error:
            raise FileDamaged(name=self._filename, detail="cannot be read to its end") from error
        self._read += len(piece)
        if self._read > self._size or (not piece and self._read < self._size):
            raise FileDamaged(name=self._filename, detail="size changed while sending")
        if self._on_bytes is not None and piece:
            self._on_bytes(self._read)
        return piece

    def pieces(self) -> Iterator[bytes]:
        """The bytes themselves, for a request that is nothing but the file."""
        self.seek(0)
        while piece := self.read(PIECE):
            yield piece

    def __iter__(self) -> Iterator[bytes]:
        return self.pieces()
