"""A small HTTP server on loopback that does exactly what its script says, the wrong things above all.

    with FaultServer(answer(429, headers={"Retry-After": "1"}), answer(202, {"batch_id": 1})) as server:
        ...                      # server.base_url, and afterwards server.requests

Each request takes the next line of the script; when it is used up, the last line is repeated. A line may be a
function that makes the answer from the whole request. Plain sockets, a thread for each connection, everything
bounded, and gone when the block ends.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

PATIENCE = 20.0  # seconds for any one step of a connection
MAX_HEAD = 64 * 1024
MAX_BODY = 256 * 1024 * 1024
MAX_CONNECTIONS = 200
TLS_HELLO = 0x16  # the first byte of a client that wants HTTPS; answered as plain servers do
REASONS = {200: "OK", 202: "Accepted", 302: "Found", 404: "Not Found", 429: "Too Many Requests"}

End = Literal["keep", "close", "reset", "linger"]


@dataclass(frozen=True)
class Reply:
    """What the server does with one request.

    ``read``: bytes of the body that it takes in before it acts, None for all. ``raw``: what it writes. ``pause``:
    seconds between two bytes of it; ``before``: what it writes at once ahead of that. ``end``: the connection
    stays open, is closed, is reset, or takes in the rest of
    the body and is closed then. ``wait``: it does nothing until the server is stopped.
    """

    raw: bytes = b""
    end: End = "keep"
    read: int | None = None
    pause: float = 0.0
    wait: bool = False
    before: bytes = b""


@dataclass
class Recorded:
    """A request as it arrived; ``complete`` says whether its whole body did. Header names are in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""
    complete: bool = False


Line = Reply | Callable[[Recorded], Reply]


def answer(
    status: int = 200,
    body: object = b"",
    *,
    headers: Mapping[str, str] | None = None,
    content_type: str | None = None,
    cut: int | None = None,
    pause: float = 0.0,
    read: int | None = None,
) -> Reply:
    """An answer; ``body`` is bytes, or is written as JSON. ``cut``: only so many bytes of it, then the end."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    kind = content_type or ("application/octet-stream" if isinstance(body, bytes) else "application/json")
    lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Some Reason')}", f"Content-Type: {kind}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    lines += [f"Content-Length: {len(content)}", "", ""]
    head = "\r\n".join(lines).encode()
    if cut is not None or read is not None:
        return Reply(head + content[:cut], end="close", read=read, pause=pause)
    return Reply(head + content, pause=pause)


def page(status: int = 200) -> Reply:
    """What a hotel's network or a gateway answers in the shop's place."""
    html = "<!DOCTYPE html><html><body><h1>Welcome, please sign in</h1></body></html>"
    return answer(status, html.encode(), content_type="text/html; charset=utf-8")


def redirect(to: str, status: int = 302) -> Reply:
    return answer(status, b"", headers={"Location": to})


def reset(after: int | None = None) -> Reply:
    """Break the connection without an answer, once ``after`` bytes of the body (None: all) were read."""
    return Reply(end="reset", read=after)


def hang_up() -> Reply:
    """Read the whole request, close politely, say nothing."""
    return Reply(end="close")


def silence() -> Reply:
    """Read the whole request and never answer."""
    return Reply(wait=True)


def noise(raw: bytes) -> Reply:
    """Bytes that need not be HTTP."""
    return Reply(raw, end="close")


class FaultServer:
    """See above. ``tls``: a server-side context, to speak HTTPS."""

    def __init__(self, *script: Line, tls: ssl.SSLContext | None = None) -> None:
        self.script = script
        self.tls = tls
        self.requests: list[Recorded] = []
        self.connections = 0
        self._turn = 0
        self._lock = threading.Lock()
        self._taken_in = threading.Condition()
        self._finished = 0
        self._stopped = threading.Event()
        self._threads: list[threading.Thread] = []
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]

    @property
    def base_url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/api"

    def __enter__(self) -> FaultServer:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # where that wakes whoever waits for a connection, it does
        with self._lock:
            connections = tuple(self._open)
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "a connection of the fault server did not end"
        self._listener.close()

    def wait_for(self, count: int) -> list[Recorded]:
        """The first ``count`` requests, once the server has read as much of each as it will."""
        with self._taken_in:
            assert self._taken_in.wait_for(lambda: self._finished >= count, PATIENCE), "too few requests"
        return self.requests[:count]

    def _start(self, work: object, *args: object) -> None:
        thread = threading.Thread(target=work, args=args, name="fault-server", daemon=True)  # type: ignore[arg-type]
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
        with self._lock:
            self._open.add(plain)
        connection = plain
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(plain, server_side=True)
                with self._lock:
                    self._open.add(connection)
            while not self._stopped.is_set() and self._one(connection):
                pass
        except OSError:
            pass  # the other side went away, or the test is over
        finally:
            with self._lock:
                self._open -= {plain, connection}
            connection.close()
            plain.close()

    def _one(self, connection: socket.socket) -> bool:
        """Take one request and do what the script says; whether the connection stays open."""
        head = _read_head(connection)
        if head is None:
            return False
        request, early = head
        with self._lock:
            self.requests.append(request)
            line = self.script[min(self._turn, len(self.script) - 1)]
            self._turn += 1
        try:
            _read_body(connection, request, early, line.read if isinstance(line, Reply) else None)
        finally:
            with self._taken_in:
                self._finished += 1
                self._taken_in.notify_all()
        reply = line if isinstance(line, Reply) else line(request)
        if reply.wait:
            self._stopped.wait(PATIENCE)
            return False
        self._write(connection, reply)
        if reply.end == "linger":
            _read_body(connection, request, request.body, None)
        if reply.end == "reset":
            # No lingering: closing throws away what is unsent and sends a reset.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return reply.end == "keep"

    def _write(self, connection: socket.socket, reply: Reply) -> None:
        connection.sendall(reply.before)
        if not reply.pause:
            connection.sendall(reply.raw)
            return
        for number in range(len(reply.raw)):
            connection.sendall(reply.raw[number : number + 1])
            if self._stopped.wait(reply.pause):
                return


def _read_head(connection: socket.socket) -> tuple[Recorded, bytes] | None:
    """The request line and headers, and what of the body came with them; None when the client closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(MAX_HEAD)
        if not piece or len(data) > MAX_HEAD:
            return None
        data += piece
        if data[0] == TLS_HELLO:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            return None
    head, _, early = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Recorded(method, target, headers), early


def _read_body(connection: socket.socket, request: Recorded, early: bytes, most: int | None) -> None:
    length = int(request.headers.get("content-length", "0"))
    assert length <= MAX_BODY
    body = bytearray(early)
    wanted = length if most is None else min(length, most)
    try:
        while len(body) < wanted:
            piece = connection.recv(min(256 * 1024, wanted - len(body)))
            if not piece:
                break
            body += piece
    finally:
        request.body = bytes(body)
        request.complete = len(body) == length


def self_signed(folder: str) -> ssl.SSLContext:
    """A server context with a certificate for 127.0.0.1 that nobody trusts. Needs the ``cryptography`` package."""
    from datetime import UTC, datetime, timedelta
    from ipaddress import ip_address
    from pathlib import Path

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "nobody's shop")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = Path(folder) / "self_signed.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context
