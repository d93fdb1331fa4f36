"""Pictures from anywhere: fetched without a key, never from inside somebody's own network, bounded in bytes and time.

The servers are strangers, so nothing that they say is believed: not the length, not the kind, not where to go next.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import time
import tomllib
import urllib.request
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import httpcore
import httpx
import truststore

from hkj_desktop.errors import PictureError
from hkj_desktop.remotes.addresses import PORTS, Place, judge_host, onward, place
from hkj_desktop.remotes.failures import retry_after
from hkj_desktop.remotes.gate import Gate
from hkj_desktop.remotes.guarded import Found, GuardedBackend, Resolve, Watch, dial, look_up, watched
from hkj_desktop.remotes.picture_bytes import HEAD, is_page, is_whole
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.paths import resource

log = logging.getLogger(__name__)

MISSING = (404, 410)
BUSY = (429, 503)
ONWARD = (301, 302, 303, 307, 308)
MEGABYTE = 1024 * 1024
_KEPT, _KEPT_FOR = 4, 5.0  # idle connections, and seconds
#: What the server did → the reason of PictureError, the closest class first.
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (httpcore.ConnectTimeout, "unreachable"),
    (httpcore.TimeoutException, "slow"),
    (httpcore.NetworkError, "unreachable"),
    (httpcore.ProxyError, "unreachable"),
    (httpcore.ProtocolError, "unreachable"),
    (httpcore.UnsupportedProtocol, "unreachable"),
    (OSError, "unreachable"),  # ssl.SSLError is one
)


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Section ``[fetch]`` of resources/pictures.toml, which says what each is. Seconds, unless the name says so."""

    connect: float
    connect_each: float
    quiet: float
    total: float
    slice: float
    megabytes: int
    redirects: int
    each_host: int
    at_once: int
    longest_pause: float
    longest_address: int
    local_names: tuple[str, ...]


@cache
def fetch_limits() -> FetchLimits:
    """The limits that we ship."""
    table = tomllib.loads(resource("pictures.toml").read_text(encoding="utf-8"))["fetch"]
    values = {name: table[name] for name in FetchLimits.__dataclass_fields__}
    return FetchLimits(**{**values, "local_names": tuple(values["local_names"])})


@dataclass(frozen=True, slots=True)
class _Pause:
    """A busy server asks to come back in so many seconds."""

    seconds: float
    status: int


class PictureClient:
    """Fetches pictures; make one, use it from every thread, close it at the end.

    ``version``: of this program, for the User-Agent. ``allowed``: origins (``http://127.0.0.1:8000``, a default port
    left out) that may be private; no other port, name or scheme of the same computer is. ``proxies``: as
    ``urllib.request.getproxies()`` returns them, which is also the default. ``clock``: seconds that only grow;
    ``now``: seconds since 1970. ``resolve``, ``dial`` and ``context`` replace look-up, connection and certificates.

    Through a proxy it is the proxy that looks names up: then only what is private by its looks is refused (an IP
    address, localhost, a name without a dot or of a local ending), and a public name that leads into the proxy's own
    network is for the proxy to refuse. ``allowed`` origins are always reached directly.
    """

    def __init__(
        self,
        *,
        version: str,
        allowed: Collection[str] | Callable[[], Collection[str]] = frozenset(),
        limits: FetchLimits | None = None,
        proxies: Mapping[str, str] | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        resolve: Resolve = look_up,
        dial: Callable[[Found, Watch, float], socket.socket] = dial,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._limits = limits or fetch_limits()
        self._allowed = allowed
        self._clock = clock
        self._now = now
        self._agent = f"HKJ-Desktop/{version}".encode("ascii")
        self._gate = Gate(self._limits.each_host, self._limits.at_once)
        self._closed = False
        trusted: ssl.SSLContext = context or truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        backend = GuardedBackend(resolve, dial, each=self._limits.connect_each)
        self._most = self._limits.at_once + _KEPT  # connections, so that nobody waits for one behind the gate
        self._direct = httpcore.ConnectionPool(
            trusted,
            max_connections=self._most,
            max_keepalive_connections=_KEPT,
            keepalive_expiry=_KEPT_FOR,
            network_backend=backend,
        )
        outward = GuardedBackend(resolve, dial, each=self._limits.connect_each, judged=False)
        given = urllib.request.getproxies() if proxies is None else proxies
        ways = {scheme: given.get(scheme) or given.get("all") for scheme in ("http", "https")}
        self._proxied = {scheme: self._proxy(way, trusted, outward) for scheme, way in ways.items() if way}

    def fetch(self, address: str, cancel: CancelToken) -> bytes:
        """The whole picture. Blocks; raises PictureError and Cancelled and nothing else."""
        watch = Watch(cancel, self._clock, self._clock() + self._limits.total, self._limits.slice, lambda: self._closed)
        try:
            return self._follow(place(address, self._limits.longest_address), watch)
        finally:
            self._leave()

    def close(self) -> None:
        """Let go of the connections. Fetches that run end as cancelled within a moment; later ones do not begin."""
        self._closed = True
        self._leave()

    def _leave(self) -> None:
        """Whoever is the last to go closes the door; closing a connection in use could hit a stranger's."""
        if self._closed and self._gate.idle:
            for pool in (self._direct, *self._proxied.values()):
                if pool is not None:
                    pool.close()

    def _proxy(self, way: str, context: ssl.SSLContext, backend: GuardedBackend) -> httpcore.HTTPProxy | None:
        """None where the way out cannot be used: not an address, or SOCKS. Its text may hold a password."""
        try:
            proxy = httpx.Proxy(way if "://" in way else f"http://{way}")
            if proxy.url.scheme not in ("http", "https") or not proxy.url.host:
                return None
        except (ValueError, httpx.InvalidURL):
            return None
        address = httpcore.URL(
            scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=proxy.url.raw_path
        )
        return httpcore.HTTPProxy(
            address,
            proxy_auth=proxy.raw_auth,
            ssl_context=context,
            proxy_ssl_context=context if proxy.url.scheme == "https" else None,
            max_connections=self._most,
            max_keepalive_connections=_KEPT,
            keepalive_expiry=_KEPT_FOR,
            network_backend=backend,
        )

    # -- one picture --------------------------------------------------------------------------

    def _follow(self, first: Place, watch: Watch) -> bytes:
        """From place to place, until there is a picture."""
        here, redirects, pauses = first, 0, 0
        watch.free = self._may_be_private(here)
        while True:
            try:
                found = self._ask(here, watch)
            except PictureError as error:
                log.debug("picture %s: %s", here.shown, error)
                if redirects and error.params.get("reason") in ("address", "private"):
                    raise PictureError(reason="redirects") from error
                raise
            if isinstance(found, bytes):
                log.debug("picture %s: %d bytes", here.shown, len(found))
                return found
            if isinstance(found, Place):
                redirects += 1
                if redirects > self._limits.redirects or (here.scheme, found.scheme) == ("https", "http"):
                    raise PictureError(reason="redirects")
                watch.free = watch.free and self._may_be_private(found)  # no stranger points into this computer
                here = found
                continue
            pauses += 1
            if pauses > 1 or found.seconds > self._limits.longest_pause:
                raise PictureError(reason="refused", status=found.status)
            self._pause(found.seconds, watch)

    def _may_be_private(self, one: Place) -> bool:
        return one.origin in (self._allowed() if callable(self._allowed) else self._allowed)

    def _pause(self, seconds: float, watch: Watch) -> None:
        until = watch.clock() + seconds
        while (rest := until - watch.clock()) > 0:
            watch.check()
            watch.cancel.wait(min(rest, watch.every))

    def _ask(self, here: Place, watch: Watch) -> bytes | Place | _Pause:
        """One request, when it is our turn; waiting for that takes nothing from the picture's time."""
        if not watch.free:
            judge_host(here.host, self._limits.local_names)
        began = watch.clock()
        with self._gate.turn(here.host, watch.stopped, watch.every):
            watch.until += watch.clock() - began
            watch.check()
            with watched(watch):
                return self._exchange(here, watch)

    def _exchange(self, here: Place, watch: Watch) -> bytes | Place | _Pause:
        """Ask; again where a kept connection turns out to be dead, which says nothing of the server."""
        pool = self._way(here, watch)
        for left in range(_KEPT, -1, -1):
            watch.connected = False
            try:
                with _reasons():
                    answer = pool.handle_request(self._request(here))
                break
            except PictureError as error:
                if watch.connected or not left or error.params["reason"] != "unreachable":
                    raise
        with contextlib.closing(answer), _reasons():
            return self._take(answer, here, watch)

    def _way(self, here: Place, watch: Watch) -> httpcore.ConnectionPool:
        if watch.free or here.scheme not in self._proxied or urllib.request.proxy_bypass(here.host):
            return self._direct
        proxied = self._proxied[here.scheme]
        if proxied is None:
            raise PictureError(reason="unreachable")
        return proxied

    def _request(self, here: Place) -> httpcore.Request:
        """Nothing but what a server needs: no key, no cookie, nothing of where the address stood."""
        limits = self._limits
        return httpcore.Request(
            b"GET",
            httpcore.URL(
                scheme=here.scheme.encode(),
                host=here.host.encode(),
                port=None if here.port == PORTS[here.scheme] else here.port,  # a proxy is shown no needless one
                target=here.target.encode(),
            ),
            headers=[
                (b"Host", here.authority.encode()),
                (b"User-Agent", self._agent),
                (b"Accept", b"image/*"),
                (b"Accept-Encoding", b"identity"),
            ],
            extensions={"timeout": {"connect": limits.connect, "read": limits.quiet, "write": limits.quiet}},
        )

    def _take(self, answer: httpcore.Response, here: Place, watch: Watch) -> bytes | Place | _Pause:
        """What the answer is: a picture, another place, or a request for patience."""
        status = answer.status
        if status in ONWARD:
            location = _header(answer, b"location")
            if not location:
                raise PictureError(reason="redirects")
            try:
                return onward(here, location, self._limits.longest_address)
            except PictureError as error:
                raise PictureError(reason="redirects") from error
        if status in BUSY:
            seconds = retry_after(_header(answer, b"retry-after").decode("latin-1") or None, self._now())
            if seconds is not None:
                return _Pause(seconds, status)
        if status != 200:
            if status in MISSING:
                raise PictureError(reason="missing")
            raise PictureError(reason="refused", status=status)
        if _header(answer, b"content-encoding").strip().lower() not in (b"", b"identity"):
            raise PictureError(reason="kind")  # unpacked it could be anything, and of any size
        return self._read(answer, watch)

    def _read(self, answer: httpcore.Response, watch: Watch) -> bytes:
        """The body. An end before its time is forgiven where the picture is all there."""
        most = self._limits.megabytes * MEGABYTE
        kind = _header(answer, b"content-type").decode("latin-1")
        content = bytearray()  # never a list of pieces: of single bytes each would take forty
        looked = False
        try:
            for piece in answer.iter_stream():
                watch.check()
                content += piece
                if len(content) > most:
                    raise PictureError(reason="heavy", limit=self._limits.megabytes)
                if not looked and len(content) >= HEAD:
                    looked = True
                    _refuse_page(content, kind)
        except httpcore.RemoteProtocolError as error:
            if not is_whole(content):
                raise PictureError(reason="damaged") from error
        if not content:
            raise PictureError(reason="damaged")
        _refuse_page(content, kind)
        return bytes(content)


def _refuse_page(content: bytearray, kind: str) -> None:
    if is_page(bytes(content[:HEAD]), kind):
        raise PictureError(reason="page")


def _header(answer: httpcore.Response, name: bytes) -> bytes:
    """The first of that name; empty if there is none."""
    return next((value for key, value in answer.headers if key.lower() == name), b"")


def _told(error: Exception) -> PictureError:
    return PictureError(reason=next(reason for kind, reason in _REASONS if isinstance(error, kind)))


@contextlib.contextmanager
def _reasons() -> Iterator[None]:
    """What httpcore and the system raise inside becomes a PictureError."""
    try:
        yield
    except tuple(kind for kind, _ in _REASONS) as error:
        raise _told(error) from error
