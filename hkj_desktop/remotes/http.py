"""One HTTP client for the whole program: time limits, certificates, proxies, addresses, and when to ask again."""

from __future__ import annotations

import ipaddress
import ssl
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit

import httpx

from hkj_desktop.errors import (
    AddressRefused,
    AnswerUnreadable,
    Cancelled,
    RemoteError,
    Sent,
    ServerFailed,
)

TIMEOUT = httpx.Timeout(connect=10, read=60, write=60, pool=10)
LIMITS = httpx.Limits(max_connections=8, max_keepalive_connections=4, keepalive_expiry=5)
LONGEST_RETRY_AFTER = 60.0  # seconds; a server that wants a longer pause is the person's to decide about

Answer = TypeVar("Answer")


def open_client(
    *,
    user_agent_version: str,
    transport: httpx.BaseTransport | None = None,
    timeout: httpx.Timeout = TIMEOUT,
    proxies: Mapping[str, str] | None = None,
) -> httpx.Client:
    """The client; make it once (20 ms for the certificates) and close it at the end.

    ``transport`` replaces the network in tests. ``proxies``: as ``urllib.request.getproxies()`` returns them,
    which is also the default: variables of the environment, else what Windows or macOS was told.
    """
    return httpx.Client(
        transport=transport or SystemTransport(urllib.request.getproxies() if proxies is None else proxies),
        timeout=timeout,
        follow_redirects=False,
        trust_env=False,
        headers={
            "User-Agent": f"HKJ-Desktop/{user_agent_version}",
            "Accept": "application/json",
            "Accept-Encoding": "identity",  # answers are short, and a packed one could unpack to anything
        },
    )


class SystemTransport(httpx.BaseTransport):
    """Trusts what the operating system trusts, and takes the way out that it was told to take.

    httpx reads the same proxies, and neither the exceptions of Windows and macOS nor the whole of loopback.
    """

    def __init__(self, proxies: Mapping[str, str]) -> None:
        import truststore

        self._context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._direct = httpx.HTTPTransport(verify=self._context, limits=LIMITS, trust_env=False)
        self._proxies = proxies
        self._proxied: httpx.HTTPTransport | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._way(request.url).handle_request(request)

    def _way(self, url: httpx.URL) -> httpx.HTTPTransport:
        proxy = self._proxies.get("https") or self._proxies.get("all")
        # Only loopback is ever reached without HTTPS, so there is one kind of proxy.
        if not proxy or is_loopback(url.host) or urllib.request.proxy_bypass(url.host):
            return self._direct
        if self._proxied is None:
            address = proxy if "://" in proxy else f"http://{proxy}"
            try:
                self._proxied = httpx.HTTPTransport(verify=self._context, limits=LIMITS, trust_env=False, proxy=address)
            except (ValueError, ImportError, httpx.InvalidURL):
                # Not an address, or SOCKS, which needs a library that is not shipped. Its text may hold a password.
                raise httpx.ProxyError("the proxy cannot be used") from None
        return self._proxied

    def close(self) -> None:
        self._direct.close()
        if self._proxied is not None:
            self._proxied.close()


def is_loopback(host: str) -> bool:
    """127.0.0.0/8, ::1 and ``localhost``: what cannot leave this computer."""
    if host.lower() == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return address.is_loopback


def check_address(base_url: str) -> str:
    """The base address as it is used: as given, without the slash at its end.

    Raises AddressRefused: ``https`` (everything but loopback must be HTTPS) or ``form`` (not an address with a host
    and a path, or one that carries a user, a query or a fragment).
    """
    text = base_url.strip()
    parts = _split(text)
    if parts is None or not parts.hostname or not parts.path.strip("/"):
        raise AddressRefused(reason="form")
    strange = parts.query or parts.fragment or "@" in parts.netloc or "\\" in text or text.endswith(("?", "#"))
    if strange or any(one.isspace() or not one.isprintable() for one in text):
        raise AddressRefused(reason="form", host=parts.hostname)
    if parts.scheme != "https" and not is_loopback(parts.hostname):
        raise AddressRefused(reason="https", host=parts.hostname)
    return text.rstrip("/")


def _split(text: str) -> SplitResult | None:
    """The parts of an http or https address that both urllib and httpx can read; None of any other text."""
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises where it is not a number
        (parts.hostname or "").encode("idna")  # raises for names that cannot be looked up
        httpx.URL(text)
    except (ValueError, httpx.InvalidURL):
        return None
    return parts if parts.scheme in ("http", "https") else None


def passing(error: RemoteError) -> bool:
    """Whether asking the same again may help, for a request that may safely arrive twice."""
    if isinstance(error, ServerFailed):
        status = error.params.get("status")
        final = error.params.get("reason") == "final"  # the server says itself that it does not pass
        return isinstance(status, int) and (status >= 500 or status in (408, 425)) and not final
    if isinstance(error, AnswerUnreadable):
        return error.params.get("reason") == "truncated"
    return error.passing


def may_have_arrived(error: RemoteError) -> bool:
    """Whether the server may have acted on the attempt that ended so. Any 4xx says that the request itself was at
    fault, and so that nothing was taken."""
    status = error.params.get("status")
    refusal = isinstance(error, ServerFailed) and isinstance(status, int) and 400 <= status < 500
    return error.sent is Sent.MAYBE and not refusal


@dataclass(frozen=True, slots=True)
class Retry:
    """How often to ask again, and how long to wait before: ``base`` doubled each time, at most ``cap`` seconds.

    Of each delay up to ``jitter`` (a share of it) is left out by chance, so that many shops do not come back at once.
    """

    attempts: int = 4
    base: float = 0.5
    cap: float = 8.0
    jitter: float = 0.5

    def delays(self, random: Callable[[], float]) -> Iterator[float]:
        """Seconds before the second, third … attempt. ``random``: 0 ≤ x < 1."""
        for turn in range(self.attempts - 1):
            yield min(self.cap, self.base * 2**turn) * (1 - self.jitter * random())

    def run(
        self,
        call: Callable[[], Answer],
        *,
        sleep: Callable[[float], bool],
        random: Callable[[], float],
        again: Callable[[RemoteError], bool] = passing,
    ) -> Answer:
        """Call until it answers, until ``again`` says no to its error, or until the attempts are used up.

        ``sleep`` returns True when the person said stop; then Cancelled is raised. The error of an attempt before that
        may have arrived is ``earlier`` of the last one, and the cause of Cancelled. A server's Retry-After is obeyed
        up to LONGEST_RETRY_AFTER; if it is longer, its error is raised at once so that the person is told.
        """
        delays = self.delays(random)
        doubt: RemoteError | None = None
        while True:
            try:
                return call()
            except RemoteError as error:
                delay = next(delays, None) if again(error) else None
                asked = error.params.get("retry_after")
                if isinstance(asked, (int, float)) and delay is not None:
                    delay = max(delay, asked) if asked <= LONGEST_RETRY_AFTER else None
                error.earlier = doubt
                if delay is None:
                    raise
                doubt = doubt or (error if may_have_arrived(error) else None)
            if sleep(delay):
                raise Cancelled from doubt
