"""A practice shop for tests: the real server in its own process, with no pause while it imports."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from hkj_desktop.practice.launch import PracticeShop, start_practice
from hkj_desktop.practice.shops import (
    DISABLED_KEY,
    HAQM_DISABLED_KEY,
    HAQM_KEY,
    HAQM_OTHER_KEY,
    HAQM_REGION,
    HAQM_ROLE_KEY,
    MAIN_KEY,
    OTHER_KEY,
    HaqmKey,
)
from hkj_desktop.remotes.bucket import Bucket
from hkj_desktop.remotes.haqm import HaqmStores
from hkj_desktop.remotes.haqm_wire import Ingestion
from hkj_desktop.remotes.http import Retry, open_client
from hkj_desktop.remotes.sigv4 import Credentials
from hkj_desktop.system.secret import Secret

__all__ = [
    "DISABLED_KEY",
    "HAQM_DISABLED_KEY",
    "HAQM_KEY",
    "HAQM_OTHER_KEY",
    "HAQM_REGION",
    "HAQM_ROLE_KEY",
    "MAIN_KEY",
    "OTHER_KEY",
    "RunningShop",
    "haqm_credentials",
    "haqm_end",
    "haqm_stores",
    "practice_shop",
    "serve_command",
]

WAIT_SECONDS = 30.0

# The server with nothing but itself: these tests do not depend on the command line.
_SERVE = """
import argparse
from pathlib import Path
from hkj_desktop.practice.server import serve
asked = argparse.ArgumentParser()
asked.add_argument("--data-dir", type=Path)
asked.add_argument("--port", type=int, default=0)
asked.add_argument("--leash", type=int)
asked.add_argument("--pace", type=float, default=400.0)
asked.add_argument("--json", action="store_true")
given = asked.parse_args()
serve(given.data_dir, port=given.port, pace=given.pace, leash_port=given.leash,
      announce=lambda line: print(line, flush=True))
"""


def serve_command() -> list[str]:
    return [sys.executable, "-c", _SERVE]


def settings_at(root_url: str, **wanted: object) -> dict[str, Any]:
    """Change settings (``hkj_desktop.practice.shops.Settings`` names them) of the practice shop there; all settings as
    they are now."""
    answer = httpx.post(f"{root_url}/practice/settings", json=wanted, timeout=WAIT_SECONDS, trust_env=False)
    assert answer.status_code == 200, answer.text
    now: dict[str, Any] = answer.json()
    return now


class RunningShop:
    """A running practice shop and the calls that tests make again and again."""

    def __init__(self, shop: PracticeShop) -> None:
        self.shop = shop
        self.base_url = shop.base_url
        self.root_url = shop.root_url
        self.api_key = shop.api_key
        self.http = httpx.Client(timeout=WAIT_SECONDS, trust_env=False)

    # --- the three endpoints ---

    def events(self, body: object, key: str | None = MAIN_KEY) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = _headers(key) | {"Content-Type": "application/json"}
        return self.http.post(f"{self.base_url}/integration/events", content=content, headers=headers)

    def bulk(self, body: bytes, declared: str | None = None, key: str | None = MAIN_KEY) -> httpx.Response:
        """Send a raw body."""
        params = {} if declared is None else {"format": declared}
        url = f"{self.base_url}/integration/bulk"
        return self.http.post(url, content=body, params=params, headers=_headers(key))

    def batch(self, batch_id: object, key: str | None = MAIN_KEY) -> httpx.Response:
        return self.http.get(f"{self.base_url}/integration/bulk/{batch_id}", headers=_headers(key))

    def import_and_wait(self, body: bytes, declared: str) -> dict[str, Any]:
        """Upload, and poll until the batch has ended."""
        answer = self.bulk(body, declared)
        assert answer.status_code == 202, answer.text
        return self.wait_for_end(answer.json()["batch_id"])

    def wait_for_end(self, batch_id: int) -> dict[str, Any]:
        deadline = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < deadline:
            view: dict[str, Any] = self.batch(batch_id).json()
            if view["status"] in ("done", "failed"):
                return view
            time.sleep(0.01)
        raise AssertionError(f"batch {batch_id} did not end in {WAIT_SECONDS} s")

    # --- what stands outside /api ---

    def products(self, shop: str = "main") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.http.get(f"{self.root_url}/practice/products", params={"shop": shop}).json()
        return found

    def haqm_items(self, store: str | None = None) -> list[dict[str, Any]]:
        """What one of the practice stores holds, or all of them."""
        params = {} if store is None else {"store": store}
        found: list[dict[str, Any]] = self.http.get(f"{self.root_url}/practice/haqm/items", params=params).json()
        return found

    def requests(self) -> dict[str, int]:
        """How often each endpoint was asked: ``events``, ``bulk``, ``batch``, ``haqm_upload``, ``haqm_status``,
        ``haqm_report``."""
        counts: dict[str, int] = self.http.get(f"{self.root_url}/practice/requests").json()
        return counts

    def applied(self) -> dict[str, int]:
        """event_id → how often it was applied since the start or the last reset."""
        counts: dict[str, int] = self.http.get(f"{self.root_url}/practice/events").json()
        return counts

    def settings(self, **wanted: object) -> dict[str, Any]:
        """Change settings (``hkj_desktop.practice.shops.Settings`` names them); all settings as they are now."""
        return settings_at(self.root_url, **wanted)

    def reset(self) -> None:
        """Empty the shop, and put the settings back to those of the start."""
        assert self.http.post(f"{self.root_url}/practice/reset").status_code == 200

    def stop(self) -> None:
        self.http.close()
        self.shop.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


@contextmanager
def practice_shop(
    folder: Path, *, pace: float = 0, command: Sequence[str] | None = None, **settings: object
) -> Iterator[RunningShop]:
    """Start a practice shop that keeps its data in ``folder``, without pauses (``pace=0``), and end it afterwards.

    Further arguments are settings, as ``reject={"DT-100": "text"}`` or ``fail_next="system"``.
    """
    shop = start_practice(folder, pace=pace, command=command or serve_command())
    with RunningShop(shop) as running:
        if settings:
            running.settings(**settings)
        yield running


def _headers(key: str | None) -> dict[str, str]:
    return {} if key is None else {"X-API-Key": key}


# --- HAQM ---


def haqm_credentials(key: HaqmKey = HAQM_KEY) -> Credentials:
    token = None if key.session_token is None else Secret(key.session_token)
    return Credentials(key.access_key_id, Secret(key.secret), token)


@contextmanager
def haqm_stores(
    shop: RunningShop,
    *,
    who: Credentials | None = None,
    region: str = HAQM_REGION,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], bool] = lambda seconds: False,
    bucket: Bucket | None = None,
    retry: Retry = Retry(attempts=1),  # noqa: B008 - frozen
) -> Iterator[HaqmStores]:
    """The real client against a practice shop. It asks once, and nothing holds it back, where the test says nothing
    else."""
    with open_client(user_agent_version="1.2.3", timeout=httpx.Timeout(WAIT_SECONDS), proxies={}) as http:
        yield HaqmStores(
            shop.shop.haqm_url,
            region,
            who or haqm_credentials(),
            http=http,
            sleep=sleep,
            clock=clock,
            random=lambda: 0.0,
            bucket=bucket or Bucket(1_000_000, 1_000_000, time.monotonic, sleep),
            retry=retry,
        )


def haqm_end(stores: HaqmStores, ingestion_id: str) -> Ingestion:
    """Ask until the ingestion has ended; in a shop with ``haqm_rate=0``, or it says 429."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        now = stores.status(ingestion_id)
        if now.finished:
            return now
        time.sleep(0.01)
    raise AssertionError(f"ingestion {ingestion_id} did not end in {WAIT_SECONDS} s")
