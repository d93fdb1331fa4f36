"""The client, addresses, and when to ask again."""

from __future__ import annotations

import httpx
import pytest

from hkj_desktop.errors import (
    AddressRefused,
    AnswerLost,
    AnswerUnreadable,
    Cancelled,
    ConnectFailed,
    RemoteError,
    SecureFailed,
    ServerFailed,
    TooManyRequests,
)
from hkj_desktop.remotes.http import (
    LONGEST_RETRY_AFTER,
    Retry,
    SystemTransport,
    check_address,
    is_loopback,
    open_client,
    passing,
)
from tests.helpers.fault_server import FaultServer, answer
from tests.helpers.shop_client import Sleeps


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("https://shop.example/api", "https://shop.example/api"),
        ("  https://shop.example/api/ ", "https://shop.example/api"),
        ("HTTPS://Shop.Example:8443/deep/api//", "HTTPS://Shop.Example:8443/deep/api"),
        ("http://127.0.0.1:8000/api", "http://127.0.0.1:8000/api"),
        ("http://127.8.9.10/api", "http://127.8.9.10/api"),
        ("http://[::1]:80/api", "http://[::1]:80/api"),
        ("http://localhost:5000/api", "http://localhost:5000/api"),
        ("https://متجر.example/api", "https://متجر.example/api"),
    ],
)
def test_address_is_kept_as_given(given: str, used: str) -> None:
    """A sound address loses only spaces around it and slashes at its end."""
    assert check_address(given) == used


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("http://shop.example/api", "https"),
        ("http://127.0.0.1.shop.example/api", "https"),
        ("http://localhost.shop.example/api", "https"),
        ("http://0.0.0.0/api", "https"),
        ("http://192.168.1.10/api", "https"),
        ("ftp://shop.example/api", "form"),
        ("shop.example/api", "form"),
        ("https://", "form"),
        ("https:///api", "form"),
        ("https://shop.example", "form"),
        ("https://shop.example/", "form"),
        ("https://user:word@shop.example/api", "form"),
        ("http://127.0.0.1@shop.example/api", "form"),
        ("https://shop.example/api?x=1", "form"),
        ("https://shop.example/api?", "form"),
        ("https://shop.example/api#part", "form"),
        ("https://shop.example:port/api", "form"),
        ("https://shop..example/api", "form"),
        ("https://" + "a" * 70 + ".example/api", "form"),
        ("https://shop.example\\@other.example/api", "form"),
        ("https://shop.exa\tmple/api", "form"),
        ("https://shop.example/a pi", "form"),
        ("", "form"),
        ("متجري", "form"),
    ],
)
def test_address_is_refused(given: str, reason: str) -> None:
    """Plain HTTP beyond this computer, and whatever is no plain address, is refused before anything is sent."""
    with pytest.raises(AddressRefused) as caught:
        check_address(given)
    assert caught.value.params["reason"] == reason
    assert "word" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "is_it"),
    [("127.0.0.1", True), ("127.255.0.1", True), ("::1", True), ("LocalHost", True), ("128.0.0.1", False),
     ("shop.example", False), ("127.1", False), ("", False)],
)  # fmt: skip
def test_loopback(host: str, is_it: bool) -> None:
    """Loopback is 127.0.0.0/8, ::1 and localhost, in their full spelling."""
    assert is_loopback(host) is is_it


def test_client_is_named_and_limited() -> None:
    """The client says who it is, follows no redirect and waits for nothing without a limit."""
    with FaultServer(answer(302, b"", headers={"Location": "/api/other"})) as server:
        with open_client(user_agent_version="1.2.3", proxies={}) as http:
            response = http.get(server.base_url)
            assert response.status_code == 302
            assert http.timeout == httpx.Timeout(connect=10, read=60, write=60, pool=10)
        [request] = server.requests
    assert request.headers["user-agent"] == "HKJ-Desktop/1.2.3"
    assert request.headers["accept-encoding"] == "identity"


def test_loopback_never_goes_through_a_proxy() -> None:
    """With a proxy for everything, loopback is still reached directly."""
    with FaultServer(answer(200, {"who": "proxy"})) as proxy, FaultServer(answer(200, {"who": "shop"})) as server:
        address = f"http://127.0.0.1:{proxy.port}"
        proxies = {"http": address, "https": address, "all": address}
        with open_client(user_agent_version="1", proxies=proxies) as http:
            assert http.get(server.base_url).json() == {"who": "shop"}
        assert proxy.requests == []


@pytest.mark.parametrize("spelling", ["http://127.0.0.1:{port}", "127.0.0.1:{port}"])
def test_https_goes_through_the_proxy(spelling: str) -> None:
    """Everything else asks the proxy for a tunnel, and the request itself is not shown to the proxy."""
    with FaultServer(answer(407, b"")) as proxy:
        proxies = {"https": spelling.format(port=proxy.port)}
        with (
            open_client(user_agent_version="1", proxies=proxies) as http,
            pytest.raises(httpx.ProxyError),
        ):
            http.get("https://shop.example/api", headers={"X-API-Key": "ik_live_secret"})
        [request] = proxy.requests
    assert (request.method, request.target) == ("CONNECT", "shop.example:443")
    assert "x-api-key" not in request.headers


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:9", "nonsense://127.0.0.1:9", "http://127.0.0.1:port"])
def test_unusable_proxy(address: str) -> None:
    """A proxy of a kind that cannot be used is a proxy error, not a crash."""
    transport = SystemTransport({"https": address})
    with pytest.raises(httpx.ProxyError):
        transport.handle_request(httpx.Request("GET", "https://shop.example/api"))
    transport.close()


def test_delays_double_up_to_the_cap() -> None:
    """Delays double, stop at the cap, and chance only shortens them by the given share."""
    retry = Retry(attempts=7, base=0.5, cap=8.0, jitter=0.5)
    assert list(retry.delays(lambda: 0.0)) == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]
    assert list(retry.delays(lambda: 0.5)) == [0.375, 0.75, 1.5, 3.0, 6.0, 6.0]
    assert list(Retry(attempts=1).delays(lambda: 0.0)) == []


class Failing:
    """Raises its errors one after the other, then answers."""

    def __init__(self, *errors: RemoteError) -> None:
        self.errors = list(errors)
        self.calls = 0

    def __call__(self) -> str:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return "answer"


def test_run_asks_again_and_answers() -> None:
    """Passing failures are survived, with exactly the delays of the policy between."""
    sleeps = Sleeps()
    call = Failing(ConnectFailed(reason="refused"), AnswerLost(reason="reset"), ServerFailed(status=502))
    assert Retry().run(call, sleep=sleeps, random=lambda: 0.0) == "answer"
    assert sleeps == [0.5, 1.0, 2.0]
    assert call.calls == 4


def test_run_gives_up_with_the_last_error() -> None:
    """After the last attempt its own error is raised, and nobody sleeps for nothing."""
    sleeps = Sleeps()
    last = ServerFailed(status=504)
    call = Failing(ServerFailed(status=500), last)
    with pytest.raises(ServerFailed) as caught:
        Retry(attempts=2).run(call, sleep=sleeps, random=lambda: 0.0)
    assert caught.value is last
    assert sleeps == [0.5]


@pytest.mark.parametrize(("asked", "slept"), [(2.0, 2.0), (0.1, 0.5), (LONGEST_RETRY_AFTER, LONGEST_RETRY_AFTER)])
def test_run_obeys_retry_after(asked: float, slept: float) -> None:
    """The server's pause is kept, and never shortened below our own."""
    sleeps = Sleeps()
    Retry().run(Failing(TooManyRequests(retry_after=asked)), sleep=sleeps, random=lambda: 0.0)
    assert sleeps == [slept]


def test_run_does_not_wait_longer_than_the_longest() -> None:
    """A pause past the limit is the person's decision: the error comes at once and names the seconds."""
    sleeps = Sleeps()
    with pytest.raises(TooManyRequests) as caught:
        Retry().run(Failing(TooManyRequests(retry_after=61.0)), sleep=sleeps, random=lambda: 0.0)
    assert caught.value.params["retry_after"] == 61.0
    assert sleeps == []


def test_run_tells_of_an_earlier_attempt_that_may_have_arrived() -> None:
    """The last error, and Cancelled as well, know the first one after which the server may have acted."""
    lost, refused = AnswerLost(reason="reset"), ConnectFailed(reason="refused")
    for errors, earlier in (([refused, lost, refused], lost), ([refused, refused, refused], None)):
        with pytest.raises(ConnectFailed) as caught:
            Retry(attempts=3).run(Failing(*errors), sleep=Sleeps(), random=lambda: 0.0)
        assert caught.value.earlier is earlier
        with pytest.raises(Cancelled) as stopped:
            Retry().run(Failing(*errors), sleep=Sleeps(stop_at=3), random=lambda: 0.0)
        assert stopped.value.__cause__ is earlier


def test_run_is_cancelled_in_its_sleep() -> None:
    """Stop, said during a pause, ends the waiting without another attempt."""
    call = Failing(ConnectFailed(), ConnectFailed())
    with pytest.raises(Cancelled):
        Retry().run(call, sleep=Sleeps(stop_at=1), random=lambda: 0.0)
    assert call.calls == 1


@pytest.mark.parametrize(
    ("error", "is_it"),
    [
        (ConnectFailed(reason="name"), True),
        (SecureFailed(), False),
        (AnswerLost(reason="timeout"), True),
        (AnswerUnreadable(reason="truncated"), True),
        (AnswerUnreadable(reason="html"), False),
        (TooManyRequests(), True),
        (ServerFailed(status=500), True),
        (ServerFailed(status=408), True),
        (ServerFailed(status=405), False),
    ],
)
def test_passing(error: RemoteError, is_it: bool) -> None:
    """Only what may be different next time is asked again."""
    assert passing(error) is is_it
