"""A server of pictures on loopback: some good, the others as bad as servers get.

    with PictureServer({"/honey.png": good(png(40, 30)), "/slow.png": stalls()}) as server:
        ...                      # server.url("/honey.png"), and afterwards server.requests

Reach it by its exact origin: ``PictureClient(allowed={server.origin}, …)``. A path that it does not know is 404. What
it does with a request is a function that writes to the connection and returns whether that stays open.
Plain sockets, a thread for each connection, everything bounded, and gone when the block ends.
"""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import struct
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

PATIENCE = 30.0  # seconds for any one step of a connection
MAX_CONNECTIONS = 2_000
MAX_HEAD = 64 * 1024


@dataclass(frozen=True)
class Asked:
    """A request as it arrived; header names in lower case, and as they were written in ``raw``."""

    method: str
    target: str
    headers: dict[str, str]
    raw: bytes


class Line(Protocol):
    """Where an act writes to."""

    def send(self, data: bytes) -> None: ...

    def wait(self, seconds: float) -> bool:
        """Whether the server is being stopped."""

    def reset(self) -> None: ...


Act = Callable[[Line], bool]


def png(width: int, height: int, colour: tuple[int, int, int] = (200, 160, 40)) -> bytes:
    """A whole picture of one colour."""
    row = b"\0" + bytes(colour) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(row * height)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(c)) + k + c + struct.pack(">I", zlib.crc32(k + c)) for k, c in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def head(status: int = 200, **headers: object) -> bytes:
    """Status line and headers; ``Content_Type`` stands for Content-Type."""
    lines = [f"HTTP/1.1 {status} Something"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items() if value is not None]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


# -- what it does ---------------------------------------------------------------------------


def good(content: bytes, kind: str | None = "image/png", **headers: object) -> Act:
    def act(line: Line) -> bool:
        line.send(head(Content_Type=kind, Content_Length=len(content), **headers) + content)
        return True

    return act


def held(content: bytes, until: threading.Event) -> Act:
    """A good picture that is given out when ``until`` is set."""

    def act(line: Line) -> bool:
        until.wait(PATIENCE)
        return good(content)(line)

    return act


def slowly(content: bytes, seconds: float) -> Act:
    """A good picture after some seconds."""

    def act(line: Line) -> bool:
        return not line.wait(seconds) and good(content)(line)

    return act


def raw(data: bytes) -> Act:
    """Bytes that need not be HTTP, and the end of the connection."""

    def act(line: Line) -> bool:
        line.send(data)
        return False

    return act


def stalls(before: bytes = b"") -> Act:
    """Says ``before``, and then nothing for as long as the server lives."""

    def act(line: Line) -> bool:
        line.send(before)
        line.wait(PATIENCE)
        return False

    return act


def drips(content: bytes, pause: float, *, headers_too: bool = False) -> Act:
    """One byte at a time, ``pause`` seconds between two."""

    def act(line: Line) -> bool:
        top = head(Content_Type="image/png", Content_Length=len(content))
        if not headers_too:
            line.send(top)
        for byte in (top if headers_too else b"") + content:
            line.send(bytes([byte]))
            if line.wait(pause):
                return False
        return True

    return act


def promises(content: bytes, length: object, *, stays: bool = False) -> Act:
    """A Content-Length that is not that of the content; then the end, unless the connection stays open."""

    def act(line: Line) -> bool:
        line.send(head(Content_Type="image/png", Content_Length=length) + content)
        return stays

    return act


def endless(length: object = None, beginning: bytes = b"\x89PNG\r\n\x1a\n") -> Act:
    """Bytes until the other side has had enough."""

    def act(line: Line) -> bool:
        line.send(head(Content_Type="image/png", Content_Length=length) + beginning)
        while not line.wait(0):
            line.send(bytes(64 * 1024))
        return False

    return act


def redirects(to: str | bytes | None, status: int = 302) -> Act:
    def act(line: Line) -> bool:
        where = to.encode() if isinstance(to, str) else to
        named = b"" if where is None else b"Location: " + where + b"\r\n"
        line.send(head(status, Content_Length=0)[:-2] + named + b"Set-Cookie: who=me; Path=/\r\n\r\n")
        return True

    return act


def page(kind: str = "text/html; charset=utf-8", text: str = "<!DOCTYPE html><html><body>Sign in</body></html>") -> Act:
    return good(text.encode(), kind)


def bomb(megabytes: int = 64, encoding: str = "gzip") -> Act:
    """Small on the line, and huge when unpacked."""
    return good(gzip.compress(bytes(megabytes * 1024 * 1024), 9), Content_Encoding=encoding)


def status(code: int, **headers: object) -> Act:
    def act(line: Line) -> bool:
        line.send(head(code, Content_Type="text/plain", Content_Length=2, **headers) + b"no")
        return True

    return act


def resets(before: bytes = b"") -> Act:
    def act(line: Line) -> bool:
        line.send(before)
        line.reset()
        return False

    return act


def in_turn(*acts: Act) -> Act:
    """One after another; the last one again and again."""
    left = list(acts)

    def act(line: Line) -> bool:
        return (left.pop(0) if len(left) > 1 else left[0])(line)

    return act


# -- the server -----------------------------------------------------------------------------


@dataclass
class PictureServer:
    """See above. ``most`` at the end: how many requests were being answered at once. ``tls``: a server's context."""

    acts: Mapping[str, Act]
    tls: ssl.SSLContext | None = None
    requests: list[Asked] = field(default_factory=list)
    connections: int = 0
    most: int = 0
    _now: int = 0
    _lock: threading.Condition = field(default_factory=threading.Condition)
    _stopped: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)
    _open: set[socket.socket] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]

    @property
    def origin(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return self.origin + path

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [one.target for one in self.requests]

    def wait_for(self, count: int) -> None:
        """Return when so many requests have arrived."""
        with self._lock:
            assert self._lock.wait_for(lambda: len(self.requests) >= count, PATIENCE), "too few requests"

    def __enter__(self) -> PictureServer:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        with self._lock:
            connections = tuple(self._open)
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "a connection of the picture server did not end"
        self._listener.close()

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, name="picture-server", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopped.is_set() and self.connections < MAX_CONNECTIONS:
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            self.connections += 1
            self._start(self._serve, connection)

    def _serve(self, plain: socket.socket) -> None:
        plain.settimeout(PATIENCE)
        connection = plain
        with self._lock:
            self._open.add(plain)
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(plain, server_side=True)
                with self._lock:
                    self._open.add(connection)
            line = _Line(connection, self._stopped)
            while not self._stopped.is_set() and (asked := _read(connection)) is not None:
                with self._counted(asked):
                    stays = self.acts.get(asked.target.partition("?")[0], status(404))(line)
                if not stays:
                    break
        except OSError:
            pass  # the other side went away, or the test is over
        finally:
            with self._lock:
                self._open -= {plain, connection}
            connection.close()
            plain.close()

    @contextlib.contextmanager
    def _counted(self, asked: Asked) -> Iterator[None]:
        with self._lock:
            self.requests.append(asked)
            self._now += 1
            self.most = max(self.most, self._now)
            self._lock.notify_all()
        try:
            yield
        finally:
            with self._lock:
                self._now -= 1


class _Line:
    def __init__(self, connection: socket.socket, stopped: threading.Event) -> None:
        self._connection = connection
        self._stopped = stopped

    def send(self, data: bytes) -> None:
        self._connection.sendall(data)

    def wait(self, seconds: float) -> bool:
        return self._stopped.wait(seconds)

    def reset(self) -> None:
        # No lingering: closing throws away what is unsent and sends a reset.
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _read(connection: socket.socket) -> Asked | None:
    """One request without a body; None when the client closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(MAX_HEAD)
        if not piece or len(data) > MAX_HEAD:
            return None
        data += piece
    first, *lines = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines)}
    return Asked(method, target, headers, data)


def certificate(folder: Path, *names: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate for ``names``, and a client's that trusts this one and no other. Needs the
    ``cryptography`` package."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "pictures")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(one) for one in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "pictures.pem"
    path.write_bytes(pem + secret)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path)
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.load_verify_locations(cadata=pem.decode())
    return server, client
