"""Fetching pictures from servers that are slow, wrong or hostile: each ends soon and with its reason."""

from __future__ import annotations

import gzip
import logging
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkj_desktop.errors import Cancelled, PictureError
from hkj_desktop.remotes.picture_bytes import HEAD, is_page, is_picture
from hkj_desktop.remotes.pictures import FetchLimits, PictureClient, fetch_limits
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.logs import close_logs, setup_logs
from hkj_desktop.system.paths import Folders
from tests.helpers.picture_server import (
    Act,
    PictureServer,
    bomb,
    drips,
    endless,
    good,
    head,
    in_turn,
    page,
    png,
    promises,
    raw,
    redirects,
    resets,
    slowly,
    stalls,
    status,
)

HONEY = png(40, 30)
JPEG = b"\xff\xd8\xff\xe0" + bytes(2000) + b"\xff\xd9"
QUICK = replace(fetch_limits(), connect=2.0, quiet=0.4, total=1.0, slice=0.05, megabytes=1)
SOON = 6.0  # seconds; every limit above is far below, and this machine may be busy
BEGINNING = head(Content_Type="image/png", Content_Length=5000)


@contextmanager
def serving(limits: FetchLimits = QUICK, **acts: Act) -> Iterator[tuple[PictureServer, PictureClient]]:
    """A server with ``/name`` for each act, and a client that may reach it."""
    with PictureServer({f"/{name}": act for name, act in acts.items()}) as server:
        client = PictureClient(version="9.9", allowed={server.origin}, limits=limits, proxies={})
        try:
            yield server, client
        finally:
            client.close()


def reason(act: Act, limits: FetchLimits = QUICK) -> str:
    """With what the fetch from such a server ends, which it does soon."""
    with serving(limits, it=act) as (server, client):
        began = time.monotonic()
        with pytest.raises(PictureError) as caught:
            client.fetch(server.url("/it?token=secret"), CancelToken())
        assert time.monotonic() - began < SOON
    return str(caught.value.params["reason"])


WEBP = b"RIFF" + (1004).to_bytes(4, "little") + b"WEBP" + bytes(1000)
GIF = b"GIF89a" + bytes(900) + b";"

BAD: dict[str, tuple[Act, str]] = {
    "half a webp": (promises(WEBP[:900], 5000), "damaged"),
    "half a gif": (promises(GIF[:600], 5000), "damaged"),
    "404": (status(404), "missing"),
    "410": (status(410), "missing"),
    "500": (status(500), "refused"),
    "403": (status(403), "refused"),
    "201": (status(201), "refused"),
    "206": (raw(head(206, Content_Length=len(HONEY)) + HONEY), "refused"),
    "304": (raw(head(304)), "refused"),
    "101": (raw(head(101, Upgrade="websocket", Connection="Upgrade")), "unreachable"),
    "page that says it is a picture": (page("image/png"), "page"),
    "page": (page(), "page"),
    "page after blank lines": (page("image/jpeg", "\ufeff\n\n <HTML lang=ar><body>مرحبا"), "page"),
    "page of twenty megabytes": (page("image/png", "<!doctype html>" + "x" * 20_000_000), "page"),
    "json": (page("application/json", '{"error": "no"}'), "page"),
    "words that say they are a picture": (page("image/png", "الصورة غير موجودة " * 60), "page"),
    "nothing": (good(b""), "damaged"),
    "gzip bomb": (bomb(), "kind"),
    "bomb of another packing": (bomb(encoding="br"), "kind"),
    "packed picture": (good(gzip.compress(HONEY), Content_Encoding="GZIP"), "kind"),
    "too long": (good(HONEY + bytes(1024 * 1024)), "heavy"),
    "endless": (endless(), "heavy"),
    "endless that says it is short": (endless(length=10**15), "heavy"),
    "endless chunks": (raw(head(Transfer_Encoding="chunked") + (b"1000\r\n" + bytes(4096) + b"\r\n") * 600), "heavy"),
    "reset at once": (resets(), "unreachable"),
    "reset in the headers": (resets(b"HTTP/1.1 200 OK\r\nContent-Type: ima"), "unreachable"),
    "reset in the picture": (resets(BEGINNING + HONEY), "unreachable"),
    "hangs up": (raw(b""), "unreachable"),
    "no HTTP": (raw(b"220 mail.example ESMTP\r\n"), "unreachable"),
    "old HTTP": (raw(HONEY), "unreachable"),
    "length that is no number": (promises(HONEY, "many"), "unreachable"),
    "negative length": (promises(HONEY, "-1"), "unreachable"),
    "two lengths": (raw(head(Content_Length="10\r\nContent-Length: 20") + HONEY), "unreachable"),
    "endless header": (raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 3_000_000), "unreachable"),
    "many headers": (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500_000), "unreachable"),
    "chunks that are none": (raw(head(Transfer_Encoding="chunked") + b"zz\r\nabc"), "damaged"),
    "half a picture": (promises(JPEG[:1500], len(JPEG)), "damaged"),
    "half of something": (promises(b"\0\1\2\3" * 300, 5000), "damaged"),
    "silence": (stalls(), "slow"),
    "silence after the headers": (stalls(BEGINNING), "slow"),
    "silence in the picture": (stalls(BEGINNING + HONEY), "slow"),
    "silence in a redirect": (stalls(b"HTTP/1.1 302 Found\r\nLocation: /x\r\n"), "slow"),
    "drip": (drips(JPEG, 0.1), "slow"),
    "drip of headers": (drips(JPEG, 0.1, headers_too=True), "slow"),
    "hints without end": (lambda line: [line.send(head(103)) for _ in range(40) if not line.wait(0.1)] == [], "slow"),
    "loop": (redirects("/it"), "redirects"),
    "redirect to nowhere": (redirects(None), "redirects"),
    "redirect to a broken address": (redirects(b"http://[broken"), "redirects"),
    "redirect to a file": (redirects("file:///etc/passwd"), "redirects"),
    "redirect to data": (redirects("data:image/png;base64,AAAA"), "redirects"),
    "redirect to ftp": (redirects("ftp://shop.example/a.png"), "redirects"),
    "redirect with a password": (redirects("https://user:word@shop.example/a.png"), "redirects"),
    "redirect to the router": (redirects("http://192.168.1.1/reboot"), "redirects"),
    "redirect to metadata": (redirects("http://169.254.169.254/latest/meta-data/", 307), "redirects"),
    "redirect to metadata in one number": (redirects("http://2852039166/latest/", 308), "redirects"),
    "redirect to another port": (redirects("http://127.0.0.1:9/a.png", 301), "redirects"),
    "redirect to localhost": (redirects("http://localhost/a.png", 303), "redirects"),
}  # fmt: skip


@pytest.mark.parametrize(("act", "expected"), BAD.values(), ids=BAD)
def test_every_bad_server_has_its_reason(act: Act, expected: str) -> None:
    """Whatever the server does, the fetch ends soon, with the reason that fits."""
    assert reason(act) == expected


def test_refused_names_the_status() -> None:
    """The status of a refusal is in the error."""
    with serving(it=status(418)) as (server, client), pytest.raises(PictureError) as caught:
        client.fetch(server.url("/it"), CancelToken())
    assert caught.value.params == {"reason": "refused", "status": 418}


GOOD: dict[str, tuple[Act, bytes]] = {
    "as it should be": (good(HONEY), HONEY),
    "of an unknown type": (good(HONEY, "application/octet-stream"), HONEY),
    "of no type": (good(HONEY, None), HONEY),
    "said to be a page": (good(JPEG, "text/html"), JPEG),
    "said to be unpacked": (good(HONEY, Content_Encoding="identity"), HONEY),
    "in chunks": (raw(head(Transfer_Encoding="chunked") + b"5\r\n" + JPEG[:5] + b"\r\n"
                      + f"{len(JPEG) - 5:x}".encode() + b"\r\n" + JPEG[5:] + b"\r\n0\r\n\r\n"), JPEG),
    "until the end": (raw(head(Content_Type="image/png") + HONEY), HONEY),
    "said to be longer": (promises(HONEY, 10**12), HONEY),
    "webp said to be longer": (promises(WEBP, 10**6), WEBP),
    "gif said to be longer": (promises(GIF, 10**6), GIF),
    "jpeg said to be longer": (promises(JPEG, 10**6), JPEG),
    "said to be shorter": (promises(HONEY + b"more", len(HONEY), stays=True), HONEY),
    "of no kind that we know": (good(b"\0\1\2\3" * 300, "image/unknown"), b"\0\1\2\3" * 300),
    "drawing": (good(b"<?xml version='1.0'?><svg xmlns='x'></svg>", "image/svg+xml"),
                b"<?xml version='1.0'?><svg xmlns='x'></svg>"),
    "slow and steady": (drips(HONEY[:90] + HONEY[90:], 0.001), HONEY),
}  # fmt: skip


@pytest.mark.parametrize(("act", "expected"), GOOD.values(), ids=GOOD)
def test_pictures_arrive_whatever_is_said_of_them(act: Act, expected: bytes) -> None:
    """A picture is told by its bytes; a length that lies, either way, does not hurt a picture that is all there."""
    with serving(replace(QUICK, total=5.0, quiet=2.0), it=act) as (server, client):
        assert client.fetch(server.url("/it"), CancelToken()) == expected
        assert client.fetch(server.url("/it?again"), CancelToken()) == expected


@pytest.mark.parametrize(("count", "arrives"), [(1, True), (5, True), (6, False)])
def test_five_redirects_are_followed(count: int, arrives: bool) -> None:
    """A picture behind five redirects is fetched, and behind six it is not."""
    acts: dict[str, Act] = {f"r{n}": redirects(f"/r{n - 1}") for n in range(1, count + 1)} | {"r0": good(HONEY)}
    with serving(**acts) as (server, client):
        if arrives:
            assert client.fetch(server.url(f"/r{count}"), CancelToken()) == HONEY
        else:
            with pytest.raises(PictureError, match="redirects"):
                client.fetch(server.url(f"/r{count}"), CancelToken())
        assert len(server.requests) == min(count, 5) + 1


def test_requests_carry_nothing_but_what_is_needed() -> None:
    """Host, User-Agent, Accept and Accept-Encoding, and no key, cookie or referrer after a redirect either."""
    with serving(a=redirects("/b"), b=good(HONEY)) as (server, client):
        client.fetch(server.url("/a"), CancelToken())
        client.fetch(server.url("/a"), CancelToken())
        wanted = {
            "host": f"127.0.0.1:{server.port}",
            "user-agent": "HKJ-Desktop/9.9",
            "accept": "image/*",
            "accept-encoding": "identity",
        }
        assert [one.headers for one in server.requests] == [wanted] * 4
        assert {one.method for one in server.requests} == {"GET"}


@pytest.mark.parametrize(
    "origin",
    ["http://localhost:{port}", "https://127.0.0.1:{port}", "http://127.0.0.1", "http://127.0.0.1:1{port}", "http://[::1]:{port}",
     "http://127.0.0.2:{port}", "http://[::ffff:127.0.0.1]:{port}"],
)  # fmt: skip
def test_only_the_exact_origin_may_be_private(origin: str) -> None:
    """Another name, scheme or port of this computer is as private as ever; another spelling of the same is the same."""
    with serving(it=good(HONEY)) as (server, client):
        with pytest.raises(PictureError, match=r"private|address"):
            client.fetch(origin.format(port=server.port) + "/it", CancelToken())
        assert server.requests == []
        assert client.fetch(f"HTTP://127.1:{server.port}/it", CancelToken()) == HONEY


def test_allowed_origins_may_come_and_go() -> None:
    """A function names the allowed origins anew for each picture."""
    allowed: set[str] = set()
    with PictureServer({"/it": good(HONEY)}) as server:
        client = PictureClient(version="1", allowed=lambda: allowed, limits=QUICK, proxies={})
        with pytest.raises(PictureError, match="private"):
            client.fetch(server.url("/it"), CancelToken())
        allowed.add(server.origin)
        assert client.fetch(server.url("/it"), CancelToken()) == HONEY
        allowed.clear()
        with pytest.raises(PictureError, match="private"):
            client.fetch(server.url("/it"), CancelToken())
        client.close()


# -- memory ---------------------------------------------------------------------------------


@contextmanager
def at_most(megabytes: float) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_endless_bytes_take_bounded_memory() -> None:
    """Of a picture that never ends no more is kept than the limit that we ship, and twice that while it grows."""
    limits = replace(fetch_limits(), total=60.0)
    with at_most(3 * limits.megabytes), serving(limits, it=endless()) as (server, client):
        with pytest.raises(PictureError) as caught:
            client.fetch(server.url("/it"), CancelToken())
        assert caught.value.params == {"reason": "heavy", "limit": limits.megabytes}


def test_many_single_bytes_take_bounded_memory() -> None:
    """A picture in chunks of one byte takes no more memory than one in a single piece."""
    chunks = raw(head(Transfer_Encoding="chunked") + b"1\r\nx\r\n" * 60_000)
    with at_most(4), serving(replace(QUICK, total=0.8), it=chunks) as (server, client):
        with pytest.raises(PictureError) as caught:
            client.fetch(server.url("/it"), CancelToken())
        assert caught.value.params["reason"] in ("page", "damaged", "slow")


# -- stop -----------------------------------------------------------------------------------


def ends_soon(work: Callable[[], object], stop: Callable[[], None], ready: Callable[[], object]) -> None:
    """``work`` raises Cancelled within a second or so of ``stop``, which comes when ``ready`` returns."""
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(work)
        ready()
        began = time.monotonic()
        stop()
        with pytest.raises(Cancelled):
            running.result(SOON)
        assert time.monotonic() - began < 1.5


PATIENT = fetch_limits()


@pytest.mark.parametrize("before", [b"", BEGINNING, BEGINNING + HONEY])
def test_stop_is_heard_while_the_server_is_silent(before: bytes) -> None:
    """A fetch that was told to stop ends within about a second, whatever it waits for."""
    token = CancelToken()
    with serving(PATIENT, it=stalls(before)) as (server, client):
        ends_soon(lambda: client.fetch(server.url("/it"), token), token.cancel, lambda: server.wait_for(1))


def test_stop_is_heard_in_the_handshake() -> None:
    """A server that accepts and never shakes hands does not hold a cancelled fetch."""
    token = CancelToken()
    with PictureServer({}) as server:  # it waits for a whole HTTP request, which TLS never sends
        origin = server.origin.replace("http", "https")
        client = PictureClient(version="1", allowed={origin}, limits=PATIENT, proxies={})
        connected = threading.Event()

        def ready() -> None:
            while not server.connections:
                connected.wait(0.01)

        ends_soon(lambda: client.fetch(f"{origin}/it", token), token.cancel, ready)
        client.close()


def test_stop_is_heard_in_the_queue_and_in_a_pause() -> None:
    """Whoever waits for a turn, or because a server asked for a pause, hears it too."""
    token, others = CancelToken(), CancelToken()
    with (
        serving(PATIENT, it=stalls(), busy=status(503, Retry_After=4)) as (server, client),
        ThreadPoolExecutor(2) as pool,
    ):
        full = [pool.submit(client.fetch, server.url("/it"), others) for _ in range(PATIENT.each_host)]
        server.wait_for(PATIENT.each_host)
        ends_soon(lambda: client.fetch(server.url("/it"), token), token.cancel, lambda: None)
        assert len(server.requests) == PATIENT.each_host
        others.cancel()
        for one in full:
            with pytest.raises(Cancelled):
                one.result(SOON)
        token = CancelToken()
        ends_soon(lambda: client.fetch(server.url("/busy"), token), token.cancel, lambda: server.wait_for(3))


def test_cancelled_before_it_began() -> None:
    """A cancelled token asks for nothing."""
    token = CancelToken()
    token.cancel()
    with serving(it=good(HONEY)) as (server, client), pytest.raises(Cancelled):
        client.fetch(server.url("/it"), token)
    assert server.requests == []


def test_closing_ends_what_runs() -> None:
    """close() ends a running fetch as cancelled, and none begins afterwards."""
    with serving(PATIENT, it=stalls()) as (server, client):
        ends_soon(lambda: client.fetch(server.url("/it"), CancelToken()), client.close, lambda: server.wait_for(1))
        with pytest.raises(Cancelled):
            client.fetch(server.url("/it"), CancelToken())


# -- manners --------------------------------------------------------------------------------


def test_two_at_once_from_one_server() -> None:
    """Thirty pictures wanted by eight threads are fetched two at a time, and all arrive."""
    with serving(PATIENT, it=slowly(HONEY, 0.02)) as (server, client), ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: client.fetch(server.url(f"/it?{n}"), CancelToken()), range(30)))
        assert found == [HONEY] * 30
        assert (len(server.requests), server.most) == (30, 2)
        assert server.connections <= 4  # connections are kept


def test_waiting_for_a_turn_is_not_the_pictures_fault() -> None:
    """The time limit of a picture does not run while others of the same server are fetched."""
    limits = replace(QUICK, each_host=1, total=0.7, quiet=0.7)
    with serving(limits, it=slowly(HONEY, 0.3)) as (server, client), ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda n: client.fetch(server.url(f"/it?{n}"), CancelToken()), range(6)))
        assert found == [HONEY] * 6


def test_a_busy_server_is_asked_once_more() -> None:
    """429 or 503 with a short Retry-After is obeyed once."""
    with serving(it=in_turn(status(429, Retry_After=0), good(HONEY))) as (server, client):
        assert client.fetch(server.url("/it"), CancelToken()) == HONEY
        assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("code", "wait", "asked"),
    [
        (429, 0, 2),
        (503, 0, 2),
        (429, None, 1),
        (503, 3600, 1),
        (429, "Wed, 21 Oct 2099 07:28:00 GMT", 1),
        (503, "soon", 1),
    ],
)
def test_a_busy_server_is_not_pressed(code: int, wait: object, asked: int) -> None:
    """Still busy after one pause, or a pause that is too long or not said: that is a refusal."""
    with serving(it=status(code, Retry_After=wait)) as (server, client):
        with pytest.raises(PictureError) as caught:
            client.fetch(server.url("/it"), CancelToken())
        assert caught.value.params == {"reason": "refused", "status": code}
        assert len(server.requests) == asked


def test_a_kept_connection_that_died_is_no_failure() -> None:
    """Where a kept connection breaks, the picture is asked for on a new one; where that breaks too, it is over."""
    with serving(it=in_turn(good(HONEY), resets(), good(HONEY)), bad=resets()) as (server, client):
        assert client.fetch(server.url("/it"), CancelToken()) == HONEY
        assert client.fetch(server.url("/it"), CancelToken()) == HONEY
        assert (len(server.requests), server.connections) == (3, 2)
        client.fetch(server.url("/it"), CancelToken())
    with serving(bad=resets()) as (server, client):
        with pytest.raises(PictureError, match="unreachable"):
            client.fetch(server.url("/bad"), CancelToken())
        assert len(server.requests) == 1


def test_no_log_line_holds_a_query(tmp_path: Path) -> None:
    """Nothing that follows the ? of an address is in the log, however much is written there."""
    folders = Folders(tmp_path).ensure()
    path = setup_logs(folders, logging.DEBUG)
    try:
        with serving(a=redirects("/b?token=secret2"), b=good(HONEY), c=status(500)) as (server, client):
            client.fetch(server.url("/a?token=secret1"), CancelToken())
            with pytest.raises(PictureError):
                client.fetch(server.url("/c?token=secret3"), CancelToken())
    finally:
        close_logs()
        logging.getLogger().setLevel(logging.WARNING)
    text = path.read_text(encoding="utf-8")
    assert "/b: " in text
    assert "refused" in text
    assert "secret" not in text


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from([b"", b"HTTP/1.1 ", b"HTTP/1.1 200 OK\r\n", BEGINNING, head(302)[:-2]]))
def test_any_bytes_end_as_a_picture_or_as_a_reason(garbage: bytes, before: bytes) -> None:
    """Whatever a server writes, the fetch returns bytes or raises PictureError."""
    with serving(it=raw(before + garbage)) as (server, client), suppress(PictureError):
        assert isinstance(client.fetch(server.url("/it"), CancelToken()), bytes)


# -- bytes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("beginning", "known"),
    [(b"\xff\xd8\xff\xe1", True), (HONEY, True), (b"GIF89a", True), (b"RIFF\0\0\0\0WEBP", True),
     (b"BMW is a car", False), (b"BM\x46\0\0\0\0\0\0\0", True), (b"\0\0\0\x1cftypavif", True),
     (b"RIFF\0\0\0\0WAVE", False), (b"", False)],
)  # fmt: skip
def test_pictures_are_known_by_their_beginning(beginning: bytes, known: bool) -> None:
    """The kinds of pictures on the web begin as they do, and no text begins so."""
    assert is_picture(beginning) is known


@given(st.binary(max_size=HEAD), st.sampled_from(["text/html", "image/png", ""]))
def test_what_begins_as_a_picture_is_no_page(rest: bytes, kind: str) -> None:
    """No content type and no words inside make a page of a picture."""
    assert not is_page((b"\x89PNG\r\n\x1a\n" + rest)[:HEAD], kind)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_words_are_a_page(text: str) -> None:
    """Readable text is a page even if it is cut in the middle of a letter; a drawing in SVG is not."""
    cut = text.encode()[: HEAD - 1]
    assert is_page(cut, "image/png") is (b"<svg" not in text.lower().encode())
