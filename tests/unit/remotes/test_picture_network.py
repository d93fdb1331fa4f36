"""Where connections for pictures go: look-ups, judged addresses, certificates, proxies, and whose turn it is."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hkj_desktop.errors import Cancelled, PictureError
from hkj_desktop.remotes.gate import Gate
from hkj_desktop.remotes.guarded import Found, Watch, dial
from hkj_desktop.remotes.pictures import PictureClient, fetch_limits
from hkj_desktop.system.cancel import CancelToken
from tests.helpers.picture_server import PictureServer, certificate, good, png, raw, redirects, stalls, status

HONEY = png(40, 30)
QUICK = replace(fetch_limits(), connect=2.0, connect_each=0.3, quiet=1.0, total=3.0, slice=0.05)
PUBLIC, OTHER = "93.184.215.14", "8.8.4.4"


class Names:
    """A look-up that answers by the script, each answer once and the last one always; ``asked``: what it was asked."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, int]] = []

    def __call__(self, host: str, port: int) -> list[Found]:
        self.asked.append((host, port))
        addresses = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            (socket.AF_INET6, (one, port, 0, 0)) if ":" in one else (socket.AF_INET, (one, port)) for one in addresses
        ]


class Roads:
    """Connections that end at the server on loopback, whatever address was dialled; ``dialled``: those addresses."""

    def __init__(self, server: PictureServer, dead: tuple[str, ...] = ()) -> None:
        self.server = server
        self.dead = dead
        self.dialled: list[str] = []

    def __call__(self, found: Found, watch: Watch, seconds: float) -> socket.socket:
        address: tuple[Any, ...] = found[1]
        self.dialled.append(address[0])
        if address[0] in self.dead:
            raise TimeoutError("nobody there")
        return dial((socket.AF_INET, ("127.0.0.1", self.server.port)), watch, seconds)


@contextmanager
def reaching(server: PictureServer, names: Names, dead: tuple[str, ...] = (), **given: Any) -> Iterator[PictureClient]:
    roads = Roads(server, dead)
    client = PictureClient(version="1", limits=QUICK, resolve=names, dial=roads, **{"proxies": {}, **given})
    client.roads = roads  # type: ignore[attr-defined]
    try:
        yield client
    finally:
        client.close()


def dialled(client: PictureClient) -> list[str]:
    found: list[str] = client.roads.dialled  # type: ignore[attr-defined]
    return found


def reason(client: PictureClient, address: str) -> str:
    with pytest.raises(PictureError) as caught:
        client.fetch(address, CancelToken())
    return str(caught.value.params["reason"])


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"], ["::1"], ["fe80::1%eth0"], ["::ffff:192.168.1.1"],
     ["64:ff9b::a00:1"],
     [PUBLIC, "127.0.0.1"], ["2606:4700::1111", "fd00::1"], ["0.0.0.0"], ["100.64.1.1"], ["nonsense"]],  # noqa: S104
)  # fmt: skip
def test_a_name_that_leads_inside_is_refused(addresses: list[str]) -> None:
    """One private address among those of a name is enough, and then nobody is called."""
    with PictureServer({}) as server, reaching(server, Names(addresses)) as client:
        assert reason(client, "http://shop.example/a.png") == "private"
        assert dialled(client) == []


def test_the_connection_goes_where_was_judged() -> None:
    """A name that is public when asked first and private afterwards is asked once for a connection, and the call goes
    to the public address; the next connection is judged anew."""
    with PictureServer({"/a.png": raw(b"HTTP/1.1 200 OK\r\n\r\n" + HONEY)}) as server:
        names = Names([PUBLIC], ["127.0.0.1"])
        with reaching(server, names) as client:
            assert client.fetch("http://rebind.example/a.png", CancelToken()) == HONEY
            assert (names.asked, dialled(client)) == ([("rebind.example", 80)], [PUBLIC])
            assert server.requests[0].headers["host"] == "rebind.example"
            assert reason(client, "http://rebind.example/a.png") == "private"
            assert (len(names.asked), dialled(client), len(server.requests)) == (2, [PUBLIC], 1)


def test_literal_addresses_are_not_looked_up() -> None:
    """An IP address needs no name server, and is called as it is written."""
    with PictureServer({"/a": good(HONEY)}) as server, reaching(server, Names([])) as client:
        assert client.fetch(f"http://{PUBLIC}:81/a", CancelToken()) == HONEY
        assert client.fetch("http://[2606:4700::1111]/a", CancelToken()) == HONEY
        assert dialled(client) == [PUBLIC, "2606:4700::1111"]
        assert [one.headers["host"] for one in server.requests] == [f"{PUBLIC}:81", "[2606:4700::1111]"]


def test_a_dead_address_is_passed_over() -> None:
    """Where the first address of a name does not answer the next one is called, and where none does that is said."""
    with PictureServer({"/a": good(HONEY)}) as server:
        with reaching(server, Names([PUBLIC, OTHER]), dead=(PUBLIC,)) as client:
            assert client.fetch("http://shop.example/a", CancelToken()) == HONEY
            assert dialled(client) == [PUBLIC, OTHER]
        with reaching(server, Names([PUBLIC, OTHER]), dead=(PUBLIC, OTHER)) as client:
            assert reason(client, "http://shop.example/a") == "unreachable"


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), UnicodeError("label too long"), TimeoutError()])
def test_an_unknown_name_is_unreachable(error: Exception) -> None:
    """Whatever the look-up raises, and an answer without addresses, is a name that cannot be reached."""

    def unknown(_host: str, _port: int) -> list[Found]:
        raise error

    for resolve in (unknown, Names([])):
        client = PictureClient(version="1", limits=QUICK, resolve=resolve, proxies={})
        assert reason(client, "https://nowhere.example/a.png") == "unreachable"
        client.close()


def test_a_redirect_is_judged_like_an_address() -> None:
    """A public server may not point at a name that leads inside, nor at an origin that only this computer may name."""
    acts = {"/name": redirects("http://inside.example/a"), "/practice": good(HONEY), "/same": redirects("/practice")}
    with PictureServer(acts) as server:
        acts["/allowed"] = redirects(server.url("/practice"))
        with reaching(server, Names([PUBLIC], ["10.0.0.1"]), allowed={server.origin}) as client:
            assert reason(client, "http://shop.example/name") == "redirects"
            assert client.fetch(server.url("/same"), CancelToken()) == HONEY
        with reaching(server, Names([PUBLIC]), allowed={server.origin}) as client:
            before = len(server.requests)
            assert reason(client, "http://shop.example/allowed") == "redirects"
            assert len(server.requests) == before + 1


def test_dialling_has_a_limit_and_hears_stop() -> None:
    """A connection that nobody takes ends at its limit, and at once when it is told to stop."""
    token = CancelToken()
    watch = Watch(token, time.monotonic, time.monotonic() + 60, 0.05, lambda: False)
    with socket.socket() as full:  # a queue of one that is never emptied: the next calls hang
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        place: Found = (socket.AF_INET, full.getsockname())
        waiting = [socket.socket() for _ in range(3)]
        try:
            for one in waiting:
                one.settimeout(0)
                one.connect_ex(full.getsockname())
            with pytest.raises(TimeoutError):
                dial(place, watch, 0.2)
            timer = threading.Timer(0.1, token.cancel)
            timer.start()
            began = time.monotonic()
            with pytest.raises(Cancelled):
                dial(place, watch, 30)
            assert time.monotonic() - began < 1.5
            timer.join()
        finally:
            for one in waiting:
                one.close()


def test_nobody_at_the_port_is_unreachable() -> None:
    """A port at which nobody listens is unreachable, at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    client = PictureClient(version="1", allowed={f"http://127.0.0.1:{port}"}, limits=QUICK, proxies={})
    assert reason(client, f"http://127.0.0.1:{port}/a") == "unreachable"
    client.close()


# -- certificates ---------------------------------------------------------------------------


@contextmanager
def secure(tmp_path: Path) -> Iterator[tuple[PictureServer, ssl.SSLContext, list[str | None]]]:
    """A server with a certificate for pictures.example, a client's context that trusts it, and the names asked for."""
    pytest.importorskip("cryptography")
    ours, theirs = certificate(tmp_path, "pictures.example")
    named: list[str | None] = []
    ours.sni_callback = lambda _tls, name, _context: named.append(name)
    acts = {"/a": good(HONEY), "/down": redirects("http://pictures.example/a"), "/big": good(HONEY + bytes(3_000_000))}
    with PictureServer(acts, tls=ours) as server:
        yield server, theirs, named


def test_certificates_are_checked_by_name(tmp_path: Path) -> None:
    """The call goes to the judged address, and the server must prove to be the one that the address names."""
    with secure(tmp_path) as (server, context, named):
        with reaching(server, Names([PUBLIC]), context=context) as client:
            assert client.fetch("https://pictures.example/a", CancelToken()) == HONEY
            assert len(client.fetch("https://pictures.example/big", CancelToken())) == len(HONEY) + 3_000_000
            assert (named, dialled(client), server.connections) == (["pictures.example"], [PUBLIC], 1)
            assert reason(client, "https://other.example/a") == "unreachable"
            assert reason(client, f"https://{PUBLIC}/a") == "unreachable"
        with reaching(server, Names([PUBLIC])) as client:  # by what the system trusts, which is not this one
            assert reason(client, "https://pictures.example/a") == "unreachable"
        assert len(server.requests) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own store cannot be lent a certificate")
def test_what_the_system_trusts_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no certificates of one's own those of the system count: for the name in them, and for no other."""
    with secure(tmp_path) as (server, _, _):
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "pictures.pem"))
        with reaching(server, Names([PUBLIC])) as client:
            assert client.fetch("https://pictures.example/a", CancelToken()) == HONEY
            assert reason(client, "https://other.example/a") == "unreachable"


def test_no_way_down_from_https(tmp_path: Path) -> None:
    """A redirect from https to http is not followed."""
    with secure(tmp_path) as (server, context, _), reaching(server, Names([PUBLIC]), context=context) as client:
        assert reason(client, "https://pictures.example/down") == "redirects"
        assert server.paths == ["/down"]


def test_a_plain_server_behind_https_is_unreachable() -> None:
    """A server that speaks no TLS ends the handshake, and with it the fetch."""
    with PictureServer({}) as server, reaching(server, Names([PUBLIC])) as client:
        assert reason(client, "https://shop.example/a") in ("unreachable", "slow")


# -- proxies --------------------------------------------------------------------------------


def test_a_proxy_is_asked_and_private_looks_are_not_passed_on() -> None:
    """Plain pictures go through the proxy, which looks the name up; what looks private never reaches it."""
    with PictureServer({"http://shop.example/a": good(HONEY)}) as proxy:
        client = PictureClient(version="1", limits=QUICK, proxies={"http": f"127.0.0.1:{proxy.port}"})
        assert client.fetch("http://shop.example/a", CancelToken()) == HONEY
        for host in ("127.0.0.1", "10.0.0.1", "localhost", "router", "2130706433", "[::1]", "x.internal"):
            assert reason(client, f"http://{host}/a") == "private"
        assert proxy.paths == ["http://shop.example/a"]
        assert "proxy-authorization" not in proxy.requests[0].headers
        client.close()


def test_a_secure_picture_goes_through_a_tunnel() -> None:
    """For https the proxy is asked for a tunnel, with its own password and nobody else's; a refusal is unreachable."""
    with PictureServer({"shop.example:443": status(403)}) as proxy:
        way = f"http://who:word@127.0.0.1:{proxy.port}"
        client = PictureClient(version="1", limits=QUICK, proxies={"all": way})
        assert reason(client, "https://shop.example/a") == "unreachable"
        assert [(one.method, one.target) for one in proxy.requests] == [("CONNECT", "shop.example:443")]
        assert "proxy-authorization" in proxy.requests[0].headers
        assert not {"authorization", "cookie", "x-api-key"} & set(proxy.requests[0].headers)
        client.close()


def test_an_allowed_origin_needs_no_proxy() -> None:
    """What is allowed by its origin is on this computer, and reached directly."""
    with PictureServer({"/a": good(HONEY)}) as server, PictureServer({}) as proxy:
        way = {"http": proxy.origin}
        client = PictureClient(version="1", allowed={server.origin}, limits=QUICK, proxies=way)
        assert client.fetch(server.url("/a"), CancelToken()) == HONEY
        assert proxy.requests == []
        client.close()


@pytest.mark.parametrize("way", ["socks5://127.0.0.1:1", "http://", "ftp://127.0.0.1:1", "http://127.0.0.1:x"])
def test_a_proxy_that_cannot_be_used_is_never_passed_by(way: str) -> None:
    """Where the way out is not understood nothing goes out another way."""
    with (
        PictureServer({"/a": good(HONEY)}) as server,
        reaching(server, Names([PUBLIC]), proxies={"all": way}) as client,
    ):
        assert reason(client, "http://shop.example/a") == "unreachable"
        assert server.requests == []


# -- whose turn it is -----------------------------------------------------------------------


def test_first_come_first_served() -> None:
    """For a full host the one who waits longest goes next, and nobody waits for another host's sake."""
    gate, order, lock = Gate(1, 3), [], threading.Lock()
    inside, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with gate.turn("a", lambda: None, 0.01):
            inside.set()
            leave.wait(10)

    def come(number: int) -> None:
        with gate.turn("a", lambda: None, 0.01), lock:
            order.append(number)

    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(hold)
        inside.wait(10)
        later = []
        for number in range(4):
            later.append(pool.submit(come, number))
            deadline = time.monotonic() + 10
            while len(gate._queue) <= number and time.monotonic() < deadline:
                inside.wait(0.001)
        with gate.turn("b", lambda: pytest.fail("waited for another host"), 0.01):
            assert order == []
        leave.set()
        for one in (first, *later):
            one.result(10)
    assert order == [0, 1, 2, 3]
    assert gate.idle


def test_whoever_gives_up_leaves_no_gap() -> None:
    """One who stops waiting takes no place and gives none away."""
    gate = Gate(1, 1)

    def stop() -> None:
        raise Cancelled

    with gate.turn("a", lambda: None, 0.01):
        with pytest.raises(Cancelled), gate.turn("a", stop, 0.001):
            pytest.fail("let in")
        with pytest.raises(Cancelled), gate.turn("b", stop, 0.001):
            pytest.fail("let in")
    assert gate.idle
    with gate.turn("b", stop, 0.01):
        assert not gate.idle


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=24), st.integers(1, 3), st.integers(1, 4))
def test_the_gate_holds_both_bounds(hosts: list[str], each: int, total: int) -> None:
    """However many come from wherever, there are never more inside than each host and all together may be."""
    gate, lock, inside = Gate(each, total), threading.Lock(), list[str]()
    seen: list[tuple[int, int]] = []

    def visit(host: str) -> None:
        with gate.turn(host, lambda: None, 0.01):
            with lock:
                inside.append(host)
                seen.append((inside.count(host), len(inside)))
            time.sleep(0)
            with lock:
                inside.remove(host)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(visit, hosts))
    assert len(seen) == len(hosts)
    assert all(one <= each and every <= total for one, every in seen)
    assert gate.idle


def test_a_slow_host_keeps_no_other_waiting() -> None:
    """While two pictures of a silent server are waited for and a third waits its turn, another server's arrives."""
    limits, token = fetch_limits(), CancelToken()
    with (
        PictureServer({"/a": stalls()}) as slow,
        PictureServer({"/a": good(HONEY)}) as server,
        ThreadPoolExecutor(3) as pool,
    ):
        roads = {"slow.example": slow, "shop.example": server}
        names = {"slow.example": PUBLIC, "shop.example": OTHER}

        def resolve(host: str, port: int) -> list[Found]:
            return [(socket.AF_INET, (names[host], port))]

        def road(found: Found, watch: Watch, seconds: float) -> socket.socket:
            host = next(name for name, address in names.items() if address == found[1][0])
            return dial((socket.AF_INET, ("127.0.0.1", roads[host].port)), watch, seconds)

        client = PictureClient(version="1", limits=limits, resolve=resolve, dial=road, proxies={})
        held = [pool.submit(client.fetch, "http://slow.example/a", token) for _ in range(3)]
        slow.wait_for(2)
        assert client.fetch("http://shop.example/a", CancelToken()) == HONEY
        token.cancel()
        for one in held:
            with pytest.raises(Cancelled):
                one.result(10)
        client.close()
