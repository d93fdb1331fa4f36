"""HkjShop with its clock, sleep and chance in the test's hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import httpx

from hkj_desktop.remotes.hkj import HkjShop
from hkj_desktop.remotes.http import Retry, open_client
from hkj_desktop.system.destinations import Access
from hkj_desktop.system.secret import Secret

KEY = "ik_live_9f8e7d6c5b4a39281706"
NOW = 1_800_000_000.0
BASE = "https://shop.example/api"


class Sleeps(list[float]):
    """Records the pauses that were asked for; ``stop_at``: the person says stop in the pause of that number."""

    def __init__(self, stop_at: int | None = None) -> None:
        super().__init__()
        self.stop_at = stop_at

    def __call__(self, seconds: float) -> bool:
        self.append(seconds)
        return self.stop_at is not None and len(self) >= self.stop_at


def hkj_access(base_url: str, key: Secret) -> Access:
    """How an HKJ shop is reached."""
    return Access("hkj", base_url, {"api_key": key})


def shop_over(
    http: httpx.Client, base_url: str = BASE, *, sleeps: Sleeps | None = None, retry: Retry | None = None
) -> HkjShop:
    """No chance in the delays: 0.5, 1, 2 seconds."""
    return HkjShop(
        base_url,
        Secret(KEY),
        http=http,
        sleep=Sleeps() if sleeps is None else sleeps,
        clock=lambda: NOW,
        random=lambda: 0.0,
        retry=retry or Retry(),
    )


@contextmanager
def scripted_client(*answers: httpx.Response | Exception) -> Iterator[tuple[httpx.Client, list[httpx.Request]]]:
    """A client whose network is a list of answers (the last one repeated), and the requests that it got."""
    requests: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        request.read()
        requests.append(request)
        turn = answers[min(len(requests), len(answers)) - 1]
        if isinstance(turn, Exception):
            raise turn
        # Made anew, for an answer is read only once; a stream, as from a socket.
        return httpx.Response(turn.status_code, headers=turn.headers, content=iter((turn.content,)))

    with open_client(user_agent_version="1.2.3", transport=httpx.MockTransport(handle)) as http:
        yield http, requests


def socket_client(*, read: float = 15.0, proxies: Mapping[str, str] | None = None) -> httpx.Client:
    """A client over the real transport, with no proxy but ``proxies``. ``read``: its time limit for a step of an answer
    or of a body, in seconds."""
    timeout = httpx.Timeout(connect=10, read=read, write=read, pool=10)
    return open_client(user_agent_version="1.2.3", timeout=timeout, proxies=proxies or {})


@contextmanager
def scripted(
    *answers: httpx.Response | Exception, sleeps: Sleeps | None = None, retry: Retry | None = None
) -> Iterator[tuple[HkjShop, list[httpx.Request]]]:
    """A shop with the network of :func:`scripted_client`."""
    with scripted_client(*answers) as (http, requests):
        yield shop_over(http, sleeps=sleeps, retry=retry), requests


@contextmanager
def on_socket(
    base_url: str,
    *,
    sleeps: Sleeps | None = None,
    retry: Retry | None = None,
    read: float = 15.0,
    proxies: Mapping[str, str] | None = None,
) -> Iterator[HkjShop]:
    """A shop over :func:`socket_client`."""
    with socket_client(read=read, proxies=proxies) as http:
        yield shop_over(http, base_url, sleeps=sleeps, retry=retry)


def three_calls() -> dict[str, Callable[[HkjShop], object]]:
    """Each endpoint, by its name, as a call with ordinary arguments."""
    import io

    from hkj_desktop.remotes.wire import product_upserted

    return {
        "events": lambda shop: shop.events(product_upserted("e1", {"sku": "A1", "price_fils": 1250})),
        "bulk": lambda shop: shop.bulk(io.BytesIO(b"sku\nA1\n"), size=7, filename="c.csv", format="csv"),
        "batch": lambda shop: shop.batch(42),
    }
