"""Connections for pictures: a name is looked up once, all its addresses are judged, and the connection goes to one of
those and nowhere else, so that no second look-up can lead elsewhere (DNS rebinding).

httpcore speaks HTTP over them, and checks certificates by the name. Whoever waits here wakes several times a second
and looks at its :class:`Watch`: whether somebody said stop, and whether the time of the whole picture is over, however
steadily single bytes drip in. Only the look-up itself is the system's, and cannot be cut short.
"""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import selectors
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

import httpcore

from hkj_desktop.errors import Cancelled, PictureError
from hkj_desktop.remotes.addresses import is_public, literal
from hkj_desktop.system.cancel import CancelToken

#: Family and address of a socket, as ``socket.getaddrinfo`` returns them.
Found = tuple[socket.AddressFamily, tuple[Any, ...]]
Resolve = Callable[[str, int], list[Found]]
Options = Iterable[tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]]
Done = TypeVar("Done")

_PIECE = 64 * 1024  # bytes that are taken from a socket at once
_BEGUN = {0, errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY}


@dataclass
class Watch:
    """The life of one fetch. ``clock``: seconds that only grow; ``until``: when it must be over on that clock;
    ``every``: seconds between two looks; ``closed``: the program ends. ``free``: the place asked for now may be
    private. ``connected``: a connection was made since somebody set it to False."""

    cancel: CancelToken
    clock: Callable[[], float]
    until: float
    every: float
    closed: Callable[[], bool]
    free: bool = False
    connected: bool = False

    def stopped(self) -> None:
        """Raise Cancelled if somebody said stop."""
        self.cancel.check()
        if self.closed():
            raise Cancelled

    def check(self) -> None:
        """Raise Cancelled, or PictureError (``slow``) when the time is over."""
        self.stopped()
        if self.clock() >= self.until:
            raise PictureError(reason="slow")


_watch: ContextVar[Watch] = ContextVar("watch")  # a connection is kept, and serves one fetch after another


@contextlib.contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Every connection used inside, on this thread, looks at ``watch``."""
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


def look_up(host: str, port: int) -> list[Found]:
    """The addresses of a name, by the system."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, address) for family, _, _, _, address in found if family in (socket.AF_INET, socket.AF_INET6)]


def dial(found: Found, watch: Watch, seconds: float) -> socket.socket:
    """Connect within ``seconds``. Raises OSError (TimeoutError among them), and what ``watch`` raises."""
    connection = socket.socket(found[0], socket.SOCK_STREAM)
    try:
        _connect(connection, found[1], watch, seconds)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(connection: socket.socket, address: tuple[Any, ...], watch: Watch, seconds: float) -> None:
    connection.settimeout(0)
    code = connection.connect_ex(address)
    if code not in _BEGUN:
        raise OSError(code, os.strerror(code))
    until = watch.clock() + seconds
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_WRITE)
        while not selector.select(watch.every):
            watch.check()
            if watch.clock() >= until:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
    code = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise OSError(code, os.strerror(code))


class GuardedBackend(httpcore.NetworkBackend):
    """Connects for httpcore. ``judged`` False: to the proxy of this network, which may well be private.
    ``each``: seconds for one address while there are others."""

    def __init__(
        self,
        resolve: Resolve = look_up,
        dial: Callable[[Found, Watch, float], socket.socket] = dial,
        *,
        each: float,
        judged: bool = True,
    ) -> None:
        self._resolve = resolve
        self._dial = dial
        self._each = each
        self._judged = judged

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's signature
        socket_options: Options | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        watch = _watch.get()
        watch.connected = True
        watch.check()
        places = self._places(host, port)
        if self._judged and not watch.free and not all(_is_public(one) for one in places):
            raise PictureError(reason="private")
        return Wire(self._first(places, watch, timeout or self._each))

    def _places(self, host: str, port: int) -> list[Found]:
        ip = literal(host)
        if isinstance(ip, ipaddress.IPv4Address):
            return [(socket.AF_INET, (str(ip), port))]
        if ip is not None:
            return [(socket.AF_INET6, (str(ip), port, 0, 0))]
        try:
            places = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the name is not known") from error
        if not places:
            raise httpcore.ConnectError("the name has no address")
        return places

    def _first(self, places: list[Found], watch: Watch, seconds: float) -> socket.socket:
        """The first address that answers; none of them is worth the whole time while there are others."""
        until = watch.clock() + seconds
        last: OSError | None = None
        for left, one in zip(range(len(places) - 1, -1, -1), places, strict=True):
            rest = until - watch.clock()
            if rest <= 0:
                break
            try:
                return self._dial(one, watch, min(rest, self._each) if left else rest)
            except OSError as error:
                last = error
        if last is None or isinstance(last, TimeoutError):
            raise httpcore.ConnectTimeout(str(last)) from last
        raise httpcore.ConnectError(str(last)) from last


def _is_public(found: Found) -> bool:
    try:
        return is_public(ipaddress.ip_address(found[1][0]))
    except ValueError:
        return False


class Wire(httpcore.NetworkStream):
    """A plain connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._patiently(lambda: self._socket.recv(max_bytes), timeout)
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            while buffer:
                rest = buffer
                buffer = buffer[self._patiently(lambda: self._socket.send(rest), timeout) :]  # noqa: B023 - called at once
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    def _patiently(self, act: Callable[[], Done], timeout: float | None) -> Done:
        """Do it, in short waits. Raises TimeoutError after ``timeout`` seconds in which nothing happened."""
        watch = _watch.get()
        until = None if timeout is None else watch.clock() + timeout
        self._socket.settimeout(watch.every)
        while True:
            watch.check()
            try:
                return act()
            except TimeoutError as error:
                over = until is not None and watch.clock() >= until
                if over or error.errno is not None:  # with a number it is the system's own, and the connection's end
                    raise

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return Secured(self, ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        match info:
            case "socket":
                return self._socket
            case "is_readable":
                return self._is_readable()
            case "client_addr":
                return self._socket.getsockname()
            case "server_addr":
                return self._socket.getpeername()
        return None

    def _is_readable(self) -> bool:
        """Something, or the end, has come: httpcore uses no kept connection of which that is true."""
        try:
            self._socket.settimeout(0)
            self._socket.recv(1, socket.MSG_PEEK)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError:
            return True
        return True


class Secured(httpcore.NetworkStream):
    """TLS over another stream. OpenSSL works in memory and the stream below does the waiting, so that a handshake can
    be broken off too, and truststore holds its lock for no longer than it calculates."""

    def __init__(
        self, below: httpcore.NetworkStream, context: ssl.SSLContext, name: str | None, timeout: float | None
    ) -> None:
        self._below = below
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        try:
            self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=name)
            self._exchange(self._tls.do_handshake, timeout)
        except (OSError, ValueError) as error:  # an SSLError is an OSError
            below.close()
            raise httpcore.ConnectError(str(error)) from error
        except BaseException:
            below.close()
            raise

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._exchange(lambda: self._tls.read(max_bytes), timeout)
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            while buffer:
                rest = buffer
                buffer = buffer[self._exchange(lambda: self._tls.write(rest), timeout) :]  # noqa: B023 - called at once
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    def _exchange(self, act: Callable[[], Done], timeout: float | None) -> Done:
        while True:
            wants = False
            done: Done | None = None
            try:
                done = act()
            except ssl.SSLWantReadError:
                wants = True
            if self._outgoing.pending:
                self._below.write(self._outgoing.read(), timeout)
            if not wants:
                return done  # type: ignore[return-value]  # of the type that ``act`` returned
            piece = self._below.read(_PIECE, timeout)
            if piece:
                self._incoming.write(piece)
            else:
                self._incoming.write_eof()

    def close(self) -> None:
        self._below.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return Secured(self, ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        return self._tls if info == "ssl_object" else self._below.get_extra_info(info)
