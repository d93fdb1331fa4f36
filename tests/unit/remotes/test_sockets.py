"""The same faults over real sockets, where nothing is pretended."""

from __future__ import annotations

import hashlib
import io
import socket
from pathlib import Path

import pytest

from hkj_desktop.errors import (
    AnswerLost,
    AnswerUnreadable,
    BodyTooLarge,
    Cancelled,
    ConnectFailed,
    RedirectRefused,
    RemoteError,
    SecureFailed,
)
from hkj_desktop.remotes.http import Retry
from hkj_desktop.system.cancel import CancelToken
from tests.helpers.fault_server import (
    FaultServer,
    Reply,
    answer,
    hang_up,
    noise,
    page,
    redirect,
    reset,
    self_signed,
    silence,
)
from tests.helpers.shop_client import KEY, Sleeps, on_socket, three_calls

ONCE = Retry(attempts=1)
ACCEPTED = answer(202, {"batch_id": 42, "status": "pending", "total_rows": 1200})
STARTED = answer(200, {"batch_id": 42, "status": "started"})
MEGABYTE = 1024 * 1024

FAULTS: list[tuple[str, Reply, type[RemoteError], str | None]] = [
    ("reset", reset(), AnswerLost, "reset"),
    ("hang up", hang_up(), AnswerLost, "reset"),
    ("half a head", noise(b"HTTP/1.1 200 OK\r\nContent-Le"), AnswerLost, "reset"),
    ("truncated", answer(200, {"batch_id": 42, "status": "done"}, cut=9), AnswerUnreadable, "truncated"),
    ("not http", noise(b"220 mail.example ESMTP ready\r\n\r\n"), AnswerUnreadable, "shape"),
    ("html", page(), AnswerUnreadable, "html"),
    ("broken gzip", answer(200, b"\x1f\x8bnonsense", headers={"Content-Encoding": "gzip"}), AnswerUnreadable,
     "truncated"),
    ("bad location", redirect("http://[bad"), RedirectRefused, None),
]  # fmt: skip


@pytest.mark.parametrize("endpoint", ["events", "bulk", "batch"])
@pytest.mark.parametrize(("reply", "kind", "reason"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_faults(endpoint: str, reply: Reply, kind: type[RemoteError], reason: str | None) -> None:
    """Each way in which a server can misbehave ends in its own error at each endpoint."""
    with FaultServer(reply) as server, on_socket(server.base_url, retry=ONCE) as shop:
        with pytest.raises(RemoteError) as caught:
            three_calls()[endpoint](shop)
        assert type(caught.value) is kind, caught.value
        assert caught.value.params.get("reason") == reason
        assert len(server.requests) == 1


@pytest.mark.parametrize("endpoint", ["events", "bulk", "batch"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_reaches_nobody(endpoint: str, status: int) -> None:
    """A redirect to another host is refused, and the other host gets no request and no connection."""
    with FaultServer(ACCEPTED) as other:
        target = f"http://127.0.0.2:{other.port}/take"
        with FaultServer(redirect(target, status)) as server, on_socket(server.base_url) as shop:
            with pytest.raises(RedirectRefused) as caught:
                three_calls()[endpoint](shop)
            assert caught.value.params["target"] == "127.0.0.2"
            assert len(server.requests) == 1
        assert (other.requests, other.connections) == ([], 0)


@pytest.mark.parametrize("endpoint", ["events", "bulk", "batch"])
def test_nobody_there(endpoint: str) -> None:
    """A port where nobody listens is a refused connection."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with on_socket(f"http://127.0.0.1:{port}/api", retry=ONCE) as shop, pytest.raises(ConnectFailed) as caught:
        three_calls()[endpoint](shop)
    assert caught.value.params == {"reason": "refused", "host": "127.0.0.1"}


@pytest.mark.parametrize("endpoint", ["events", "bulk", "batch"])
def test_https_to_a_plain_server(endpoint: str) -> None:
    """HTTPS where the server speaks plain HTTP fails as insecure, before the key is sent."""
    with FaultServer(STARTED) as server:
        address = server.base_url.replace("http:", "https:")
        with on_socket(address, retry=ONCE) as shop, pytest.raises(SecureFailed):
            three_calls()[endpoint](shop)
        assert server.requests == []


@pytest.mark.parametrize("endpoint", ["events", "bulk", "batch"])
def test_untrusted_certificate(endpoint: str, tmp_path: Path) -> None:
    """A certificate that the system does not trust is refused at once, not retried, and no request is sent."""
    pytest.importorskip("cryptography")
    sleeps = Sleeps()
    with FaultServer(STARTED, tls=self_signed(str(tmp_path))) as server:
        with on_socket(server.base_url, sleeps=sleeps) as shop, pytest.raises(SecureFailed):
            three_calls()[endpoint](shop)
        assert (server.requests, sleeps) == ([], [])


def test_silence_is_a_lost_answer() -> None:
    """A server that takes everything and says nothing runs into the time limit."""
    with FaultServer(silence()) as server, on_socket(server.base_url, retry=ONCE, read=0.3) as shop:
        with pytest.raises(AnswerLost) as caught:
            three_calls()["bulk"](shop)
        assert caught.value.params["reason"] == "timeout"
        assert server.wait_for(1)[0].complete


def test_slow_drip_still_arrives() -> None:
    """An answer that comes byte by byte is put together."""
    slow = answer(200, {"batch_id": 42, "status": "started"}, pause=0.002)
    with FaultServer(slow) as server, on_socket(server.base_url) as shop:
        assert shop.batch(42).status_text == "started"


def test_polling_survives_a_bad_minute() -> None:
    """A reset, a truncated answer and a 503 in a row are survived within the attempts of one poll."""
    sleeps = Sleeps()
    replies = (reset(), answer(200, {"batch_id": 42}, cut=3), answer(503, b"busy"), STARTED)
    with FaultServer(*replies) as server, on_socket(server.base_url, sleeps=sleeps) as shop:
        assert shop.batch(42).status_text == "started"
        assert len(server.requests) == 4
    assert sleeps == [0.5, 1.0, 2.0]


def test_too_many_then_success() -> None:
    """429 with Retry-After is waited for, then the same file goes again, whole."""
    sleeps = Sleeps()
    wait = answer(429, {"detail": "slow down"}, headers={"Retry-After": "3"})
    with FaultServer(wait, ACCEPTED) as server, on_socket(server.base_url, sleeps=sleeps) as shop:
        shop.bulk(io.BytesIO(b"x" * MEGABYTE), size=MEGABYTE, filename="c", raw=True)
        first, second = server.requests
    assert first.body == second.body == b"x" * MEGABYTE
    assert sleeps == [3.0]


@pytest.mark.parametrize("raw", [True, False])
def test_bulk_is_not_repeated_after_a_lost_answer(raw: bool) -> None:
    """When the file was sent and the answer was lost, it is the caller who decides: one request, no more."""
    sleeps = Sleeps()
    with FaultServer(reset(), ACCEPTED) as server, on_socket(server.base_url, sleeps=sleeps) as shop:
        with pytest.raises(AnswerLost):
            shop.bulk(io.BytesIO(b"x" * MEGABYTE), size=MEGABYTE, filename="c", raw=raw)
        assert len(server.requests) == 1
        assert server.requests[0].complete
    assert sleeps == []


def test_reset_in_the_middle_of_an_upload() -> None:
    """A connection that breaks while bytes go out is a lost answer: how much arrived cannot be known."""
    size = 32 * MEGABYTE
    with FaultServer(reset(after=MEGABYTE)) as server, on_socket(server.base_url) as shop:
        with pytest.raises(AnswerLost):
            shop.bulk(io.BytesIO(bytes(size)), size=size, filename="c", raw=True)
        assert not server.requests[0].complete


def test_refusal_before_the_upload_ends() -> None:
    """A server that answers 413 early and hangs up is still understood where its answer got through."""
    size = MEGABYTE
    early = answer(413, {"detail": "too large"}, read=size - 1)
    with (
        FaultServer(early) as server,
        on_socket(server.base_url, retry=ONCE) as shop,
        pytest.raises(RemoteError) as caught,
    ):
        shop.bulk(io.BytesIO(bytes(size)), size=size, filename="c", raw=True)
    # Closing with unread bytes may reset the connection before the answer is read; both are true to the facts.
    assert isinstance(caught.value, (BodyTooLarge, AnswerLost))


@pytest.mark.parametrize("raw", [True, False])
def test_bytes_arrive_as_they_are(tmp_path: Path, raw: bool) -> None:
    """A real file of several megabytes arrives byte for byte, with its length known beforehand and exact progress."""
    content = b"".join(hashlib.sha256(str(turn).encode()).digest() for turn in range(150_000))
    path = tmp_path / "catalogue.csv"
    path.write_bytes(content)
    counts: list[int] = []
    with FaultServer(ACCEPTED) as server, on_socket(server.base_url) as shop:
        with path.open("rb") as body:
            accepted = shop.bulk(
                body, size=len(content), filename=path.name, format="csv", raw=raw, on_bytes=counts.append
            )
        [request] = server.requests
    assert accepted.total_rows == 1200
    assert request.headers["x-api-key"] == KEY
    assert "transfer-encoding" not in request.headers
    assert int(request.headers["content-length"]) == len(request.body)
    got = request.body
    if not raw:
        head, _, rest = got.partition(b"\r\n\r\n")
        got = rest.rpartition(b"\r\n--")[0]
        assert b'name="file"; filename="catalogue.csv"' in head
    assert got == content
    assert counts[-1] == len(content)
    assert counts == sorted(set(counts))


@pytest.mark.parametrize("raw", [True, False])
def test_cancel_leaves_an_incomplete_request(raw: bool) -> None:
    """Stop, said in the middle, closes the connection so that the server cannot take the part for the whole."""
    cancel = CancelToken()
    size = 8 * MEGABYTE

    def stop(sent: int) -> None:
        if sent > 2 * MEGABYTE:
            cancel.cancel()

    with FaultServer(ACCEPTED) as server, on_socket(server.base_url) as shop:
        with pytest.raises(Cancelled):
            shop.bulk(io.BytesIO(bytes(size)), size=size, filename="c", raw=raw, on_bytes=stop, cancel=cancel)
        [request] = server.wait_for(1)
    assert not request.complete
    assert len(request.body) < size
