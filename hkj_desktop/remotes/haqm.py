"""HAQM catalogue upload: its two endpoints and the report, each as a typed function.

Source: "Catalog Upload" of HAQM (``POST /v1/catalog/upload``) and its public pages
(``POST /v1/catalog/getCatalogUploadStatus``, AWS Signature Version 4, 10,000 items, 10 requests a second). Each
request is signed at the moment at which it leaves, so a repeated one is signed anew. Redirects are refused.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TypeVar

import httpx

from hkj_desktop.errors import (
    AccessRefused,
    AddressRefused,
    AnswerLost,
    AnswerUnreadable,
    BatchMissing,
    Cancelled,
    ItemsRefused,
    RemoteError,
    ReportExpired,
    RequestRefused,
    ServerFailed,
    StoresRefused,
)
from hkj_desktop.remotes.bucket import Bucket
from hkj_desktop.remotes.failures import is_html, read_body, told
from hkj_desktop.remotes.haqm_answers import raise_for_answer
from hkj_desktop.remotes.haqm_report import UNPACKING, unpack
from hkj_desktop.remotes.haqm_wire import Ingestion, parse_status, parse_upload, status_body, upload_body
from hkj_desktop.remotes.hkj import UploadBody, never_sent
from hkj_desktop.remotes.http import Retry, check_address, is_loopback, may_have_arrived, passing
from hkj_desktop.remotes.sigv4 import Credentials, SignatureV4
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.logs import HIDDEN, hide
from hkj_desktop.system.secret import Secret

SERVICE = "execute-api"
MAX_ITEMS = 10_000
NO_INGESTION = "00000000-0000-0000-0000-000000000000"  # asking for it tests the key and nothing else
LARGEST_REPORT = 256 * 1024 * 1024  # bytes
LONGEST_REPORT = 900.0  # seconds for all of it
LINK_GONE = (401, 403, 404, 410)  # and 400 with "expired" in its text: that of a link which a role had made
SHORTEST_CREDENTIAL = 12  # characters; those of AWS have 16 and more, and a short one could be part of any word
NAMED_STORES = 5  # in an error; there may be thousands
HEADERS = {"Content-Type": "application/json"}
_REGION = re.compile(r"[a-z0-9-]{1,40}")
_ENDPOINT = re.compile(r"/v1/catalog(?:/\w*)?/*$")

Answer = TypeVar("Answer")


class HaqmStores:
    """One retailer's stores, reached with one key. Every method blocks, and raises a RemoteError or Cancelled.

    ``sleep(seconds)`` waits and returns True when the person said stop (``CancelToken.wait`` does).
    ``clock()``: seconds since 1970. ``random()``: 0 ≤ x < 1. ``bucket``: one for all that use the same key.
    """

    def __init__(
        self,
        endpoint_url: str,
        region: str,
        credentials: Credentials,
        *,
        http: httpx.Client,
        sleep: Callable[[float], bool],
        clock: Callable[[], float],
        random: Callable[[], float],
        bucket: Bucket,
        retry: Retry = Retry(),  # noqa: B008 - frozen
    ) -> None:
        """Raises AddressRefused, and AccessRefused for a key, secret or token that no header can carry."""
        # Both are taken: the address with what the specification adds to it, and a host with no path of its own.
        self._base = check_address(_ENDPOINT.sub("", endpoint_url.strip()).rstrip("/") + "/v1/catalog")
        self.host = httpx.URL(self._base).host
        if not _REGION.fullmatch(region.strip()):
            raise AddressRefused(host=self.host, reason="region")
        checked = _checked(credentials, self.host)
        self._secrets = _hidden(checked)
        self._signature = SignatureV4(checked, region=region.strip(), service=SERVICE, clock=clock)
        self._http = http
        self._sleep = sleep
        self._clock = clock
        self._random = random
        self._bucket = bucket
        self._retry = retry

    def __repr__(self) -> str:
        return f"HaqmStores({self._base})"

    def upload(
        self,
        items: Sequence[Mapping[str, str]],
        *,
        on_bytes: Callable[[int], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> str:
        """Send at most MAX_ITEMS items; returns the ingestion's id. ``on_bytes``: how many bytes of the body were
        handed to the network in this attempt, 0 again as soon as it is refused.

        It is repeated only where the server cannot have acted on it, or answered 500 with nothing against repeating.
        After AnswerLost and other errors that may have arrived the caller decides: an item that comes twice changes
        nothing, for items are kept by SKU.
        """
        if not 1 <= len(items) <= MAX_ITEMS:
            raise ValueError(f"{len(items)} items in one upload")
        body = upload_body(items)
        doubt: RemoteError | None = None  # the end of an attempt that may have arrived

        def send() -> str:
            nonlocal doubt
            try:
                sent = UploadBody(io.BytesIO(body), len(body), "upload", on_bytes, cancel)
                return self._ask("upload", body, parse_upload, sent=sent)
            except RemoteError as error:
                if on_bytes is not None and never_sent(error):
                    on_bytes(0)  # so that whoever stops in the pause knows that the server has none of it
                doubt = doubt or (error if may_have_arrived(error) else None)
                raise
            except Cancelled as stop:  # in the middle of this attempt, which says nothing of those before
                if doubt is not None:
                    raise stop from doubt
                raise

        try:
            return self._again(send, again=_again_upload)
        except StoresRefused as error:
            error.params["stores"] = _stores(items)
            raise
        except ItemsRefused as error:
            error.params["count"] = len(items)
            raise

    def status(self, ingestion_id: str) -> Ingestion:
        """How far an ingestion is. Asks again after passing failures."""
        return self._status(ingestion_id, lambda answer: parse_status(answer, ingestion_id))

    def check_access(self) -> None:
        """Return when key, secret, token, clock and region work. Raises AccessRefused, or what stood in the way of
        knowing.

        Derived, for no endpoint tests a key: an ingestion that does not exist is asked for. Who is not let in gets
        403 before anything is looked up; 200, 400 and 404 are said only to those who are let in.
        """
        try:
            self._status(NO_INGESTION, bool)
        except (RequestRefused, BatchMissing):
            return

    def report(self, link: str) -> bytes:
        """The report behind a link, unpacked, without our credentials should they be in it; empty where it cannot be
        unpacked. Raises ReportExpired when ``status`` must be asked for a new link.

        The link itself is the permission: nothing of ours goes along, no signature, no cookie and no header.
        """
        url = self._checked_link(link)
        return self._again(
            lambda: self._download(url),
            again=lambda error: passing(error) and not isinstance(error, ReportExpired),  # the same link stays dead
        )

    def _status(self, ingestion_id: str, parse: Callable[[bytes], Answer]) -> Answer:
        body = status_body(ingestion_id)
        return self._again(lambda: self._ask("getCatalogUploadStatus", body, parse, ingestion_id=ingestion_id))

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
        name: str,
        body: bytes,
        parse: Callable[[bytes], Answer],
        *,
        ingestion_id: str | None = None,
        sent: UploadBody | None = None,
    ) -> Answer:
        """One signed request, its answer read whole and parsed. ``sent``: the body once more, counting what leaves."""
        self._bucket.take(self._sleep)
        request = self._http.build_request("POST", f"{self._base}/{name}", content=body, headers=HEADERS)
        self._signature.sign(request)
        if sent is not None:
            request.stream = _Counted(sent)
        with told(self.host), closing(self._http.send(request, stream=True, auth=None)) as response:
            raise_for_answer(
                response, host=self.host, now=self._clock(), secrets=self._secrets, ingestion_id=ingestion_id
            )
            answer = read_body(response, self.host)
            if is_html(response, answer):
                raise AnswerUnreadable(reason="html", status=response.status_code)
            try:
                return parse(answer)
            except AnswerUnreadable as error:
                error.params["status"] = response.status_code
                raise

    def _checked_link(self, link: str) -> httpx.URL:
        """Only HTTPS; plain HTTP where both the server and the link are on this computer."""
        try:
            url = httpx.URL(link)
        except (httpx.InvalidURL, ValueError) as error:
            raise AnswerUnreadable(host=self.host, reason="shape", field="reportDownloadLink") from error
        own = url.scheme == "http" and is_loopback(url.host) and is_loopback(self.host)
        strange = any(one.isspace() or not one.isprintable() for one in link)  # httpx would escape them
        if strange or not url.host or url.userinfo or not (url.scheme == "https" or own):
            raise AnswerUnreadable(host=self.host, reason="shape", field="reportDownloadLink")
        return url

    def _download(self, url: httpx.URL) -> bytes:
        # Made by hand: the client would add its own headers and cookies.
        request = httpx.Request("GET", url, extensions={"timeout": self._http.timeout.as_dict()})
        with told(url.host):
            response = self._http.send(request, stream=True, auth=None, follow_redirects=False)
            try:
                status = response.status_code
                if status in LINK_GONE or (status == 400 and b"xpired" in read_body(response, url.host)):
                    raise ReportExpired(status=status)
                if status == 400:
                    raise ServerFailed(status=status)
                # Whatever its host says, its words may repeat what is ours, and it cannot mean a body of ours.
                raise_for_answer(
                    response, host=url.host, now=self._clock(), secrets=self._secrets, ingestion_id=NO_INGESTION
                )
                return _clean(self._secrets, _pieces(response, url.host, lambda: self._sleep(0.0)))
            finally:
                response.close()


class _Counted(httpx.SyncByteStream):
    """A body in pieces, each of them told as it leaves."""

    def __init__(self, body: UploadBody) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        return self._body.pieces()


def _pieces(response: httpx.Response, host: str, stopped: Callable[[], bool]) -> bytes:
    """The body as it is stored, packed or not, at most LARGEST_REPORT bytes in LONGEST_REPORT seconds."""
    content = bytearray()
    begun = time.monotonic()
    with told(host, status=response.status_code):
        for piece in response.iter_raw():
            if stopped():
                raise Cancelled
            content += piece
            if len(content) > LARGEST_REPORT:
                raise AnswerUnreadable(reason="large", status=response.status_code)
            if time.monotonic() - begun > LONGEST_REPORT:
                raise AnswerLost(reason="timeout")
    if is_html(response, bytes(content[:1024])):
        raise AnswerUnreadable(reason="html", status=response.status_code, host=host)
    return bytes(content)


def _clean(secrets: Sequence[Secret], report: bytes) -> bytes:
    """Unpacked, and with no credential in it: it is kept as a file, and its messages are written down. Nothing where it
    cannot be unpacked."""
    try:
        report = unpack(report)
    except UNPACKING:
        return b""
    for secret in secrets:
        if len(secret.reveal()) >= SHORTEST_CREDENTIAL:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                report = report.replace(secret.reveal().encode(encoding), HIDDEN.encode(encoding))
    return report


def _again_upload(error: RemoteError) -> bool:
    """Where an upload is repeated at once: it was surely not taken, or the server owned up to a fault that passes."""
    own_fault = isinstance(error, ServerFailed) and error.params.get("status") == 500 and passing(error)
    return never_sent(error) or own_fault


def _checked(credentials: Credentials, host: str) -> Credentials:
    """Without the blanks that come along with pasting."""
    key_id, token = credentials.access_key_id.strip(), credentials.session_token
    if not _sound(key_id) or any(one in key_id for one in "/,="):
        raise AccessRefused(host=host, reason="key")
    secret = Secret(credentials.secret_access_key.reveal().strip())
    if not _sound(secret.reveal()):
        raise AccessRefused(host=host, reason="signature")
    if token is not None:
        token = Secret(token.reveal().strip()) if token.reveal().strip() else None
    if token is not None and not _sound(token.reveal()):
        raise AccessRefused(host=host, reason="token")
    return Credentials(key_id, secret, token)


def _sound(text: str) -> bool:
    return bool(text) and text.isascii() and text.isprintable() and " " not in text


def _hidden(credentials: Credentials) -> tuple[Secret, ...]:
    """What no text from the server may show; the two secrets are kept out of the log too."""
    secrets = [one for one in (credentials.secret_access_key, credentials.session_token) if one]
    return (*(hide(one) for one in secrets), Secret(credentials.access_key_id))


def _stores(items: Sequence[Mapping[str, str]]) -> str:
    stores = list(dict.fromkeys(item.get("store_id", "") for item in items))
    more = ", …" if len(stores) > NAMED_STORES else ""
    return ", ".join(stores[:NAMED_STORES]) + more
