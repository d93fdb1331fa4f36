"""From how a shop is reached to the shop itself: the one place that knows which client speaks to which system."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx

from hkj_desktop.errors import KeyRefused
from hkj_desktop.remotes.bucket import Bucket
from hkj_desktop.remotes.haqm import HaqmStores
from hkj_desktop.remotes.haqm_shop import HaqmShop
from hkj_desktop.remotes.hkj import HkjShop
from hkj_desktop.remotes.http import Retry
from hkj_desktop.remotes.shop import Shop
from hkj_desktop.remotes.sigv4 import Credentials
from hkj_desktop.system.destinations import Access
from hkj_desktop.system.logs import hide
from hkj_desktop.system.secret import Secret

#: HAQM's limit is ten requests a second. A burst and the steady rate after it can fall into one second, so both
#: together stay below that.
RATE, BURST = 8.0, 2


@dataclass
class Means:
    """What every client needs. ``clock``: seconds since 1970; ``random``: 0 ≤ x < 1; ``monotonic``: seconds that only
    grow. The buckets are shared by all who use the same key at the same address."""

    http: httpx.Client
    clock: Callable[[], float]
    random: Callable[[], float]
    monotonic: Callable[[], float] = time.monotonic
    retry: Retry = Retry()  # noqa: RUF009 - frozen
    buckets: dict[tuple[str, str], Bucket] = field(default_factory=dict, repr=False)


def reach(access: Access, means: Means, sleep: Callable[[float], bool]) -> Shop:
    """A shop whose waits are ``sleep``, which returns True when the person said stop.

    Raises AddressRefused, and KeyRefused or AccessRefused for secrets that no header can carry.
    """
    return _CLIENTS[access.destination](access, means, sleep)


def _hkj(access: Access, means: Means, sleep: Callable[[float], bool]) -> Shop:
    key = hide(_required(access, "api_key"))
    return HkjShop(
        access.base_url,
        key,
        http=means.http,
        sleep=sleep,
        clock=means.clock,
        random=means.random,
        retry=means.retry,
    )


def _haqm(access: Access, means: Means, sleep: Callable[[float], bool]) -> Shop:
    key_id = _required(access, "access_key_id").reveal()
    who = (access.base_url, key_id)
    bucket = means.buckets.get(who) or means.buckets.setdefault(who, Bucket(RATE, BURST, means.monotonic, sleep))
    stores = HaqmStores(
        access.base_url,
        access.region,
        Credentials(key_id, _required(access, "secret_access_key"), access.secrets.get("session_token")),
        http=means.http,
        sleep=sleep,
        clock=means.clock,
        random=means.random,
        bucket=bucket,
        retry=means.retry,
    )
    return HaqmShop(stores)


def _required(access: Access, name: str) -> Secret:
    found = access.secrets.get(name)
    if found is None:
        raise KeyRefused(reason="form")
    return found


_CLIENTS: Mapping[str, Callable[[Access, Means, Callable[[float], bool]], Shop]] = {"hkj": _hkj, "haqm": _haqm}
