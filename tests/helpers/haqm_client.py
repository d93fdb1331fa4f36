"""HaqmStores with its clock, sleep and chance in the test's hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx

from hkj_desktop.remotes.bucket import Bucket
from hkj_desktop.remotes.haqm import HaqmStores
from hkj_desktop.remotes.haqm_shop import HaqmShop
from hkj_desktop.remotes.http import Retry
from hkj_desktop.remotes.sigv4 import Credentials
from hkj_desktop.system.secret import Secret
from tests.helpers.shop_client import NOW, Sleeps, scripted_client, socket_client

KEY_ID = "AKIDEXAMPLE7F3K"
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "FwoGZXIvYXdzEBYaDK/+EXAMPLE/SESSION/TOKEN=="
REGION = "eu-west-1"
BASE = "https://abc123.execute-api.eu-west-1.amazonaws.com/prod"
ITEM = {"item_sku": "A1", "external_product_id": "4006381333931", "item_name": "قلم", "store_id": "S1"}


def credentials(token: str | None = TOKEN) -> Credentials:
    return Credentials(KEY_ID, Secret(SECRET), Secret(token) if token is not None else None)


def stores_over(
    http: httpx.Client,
    endpoint: str = BASE,
    *,
    who: Credentials | None = None,
    region: str = REGION,
    sleeps: Sleeps | None = None,
    times: list[float] | None = None,
    retry: Retry | None = None,
) -> HaqmStores:
    """No chance in the delays: 0.5, 1, 2 seconds; and no limit that a test would notice. ``times``: what the clock
    says, one after the other, the last one repeated."""
    sleep = Sleeps() if sleeps is None else sleeps
    left = list(times or [NOW])
    return HaqmStores(
        endpoint,
        region,
        who or credentials(),
        http=http,
        sleep=sleep,
        clock=lambda: left.pop(0) if len(left) > 1 else left[0],
        random=lambda: 0.0,
        retry=retry or Retry(),
        bucket=Bucket(1000, 1000, lambda: 0.0, sleep),
    )


@contextmanager
def scripted(
    *answers: httpx.Response | Exception, sleeps: Sleeps | None = None, retry: Retry | None = None
) -> Iterator[tuple[HaqmStores, list[httpx.Request]]]:
    """Stores with the network of :func:`tests.helpers.shop_client.scripted_client`."""
    with scripted_client(*answers) as (http, requests):
        yield stores_over(http, sleeps=sleeps, retry=retry), requests


@contextmanager
def on_socket(
    endpoint: str,
    *,
    sleeps: Sleeps | None = None,
    retry: Retry | None = None,
    times: list[float] | None = None,
    read: float = 15.0,
    proxies: Mapping[str, str] | None = None,
) -> Iterator[HaqmStores]:
    """Stores over :func:`tests.helpers.shop_client.socket_client`."""
    with socket_client(read=read, proxies=proxies) as http:
        yield stores_over(http, endpoint, sleeps=sleeps, retry=retry, times=times)


@contextmanager
def haqm_on_socket(endpoint: str, **more: Any) -> Iterator[HaqmShop]:
    """The same as the rest of the program knows them."""
    with on_socket(endpoint, **more) as stores:
        yield HaqmShop(stores)
