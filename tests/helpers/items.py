"""Catalogues that HAQM's stores take, and uploads of them that are watched request by request."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
from stdnum import ean

from hkj_desktop.files.item_payload import make_payload
from hkj_desktop.files.payload import Payload
from hkj_desktop.remotes.bucket import Bucket
from hkj_desktop.remotes.haqm import HaqmStores
from hkj_desktop.remotes.haqm_shop import HaqmShop
from hkj_desktop.remotes.http import SystemTransport, open_client
from hkj_desktop.system.destinations import destination
from hkj_desktop.uploads.entries import Target, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.plan import ready_plan, write_plan
from tests.helpers.journal import NOW, UPLOAD, checked_file
from tests.helpers.practice import HAQM_REGION, RunningShop, haqm_credentials

HAQM = destination("haqm")
STORE = "JWO-AMMAN-1"
HAQM_TARGET = Target(HAQM.id, "p2", "My stores", "https://stores.example")


def barcode(number: int) -> str:
    """An EAN-13 of its own for each number."""
    body = f"{629_100_000_000 + number}"
    return body + str(ean.calc_check_digit(body))


def write_items(path: Path, count: int, price: str = "1.250") -> Path:
    """A CSV of ``count`` good products, A-1 to A-count, each with a barcode."""
    lines = ["sku,title_en,title_ar,price_jod,barcode"]
    lines += [f"A-{n},Honey {n},عسل {n},{price},{barcode(n)}" for n in range(1, count + 1)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def items_of(path: Path, stores: Sequence[str] = (STORE,)) -> Payload:
    return make_payload(checked_file(path), HAQM, stores=stores)


def planned_items(
    journal: Journal, folder: Path, count: int, *, stores: Sequence[str] = (STORE,), target: Target = HAQM_TARGET
) -> Upload:
    """A written plan of ``count`` products for ``stores``; its bodies are in ``folder``/outbox."""
    (folder / "outbox").mkdir(parents=True, exist_ok=True)
    path = write_items(folder / "items.csv", count)
    plan = ready_plan(items_of(path, stores), target, path)
    return write_plan(plan, journal, folder / "outbox", upload_id=UPLOAD, now=NOW)


class Watched(httpx.BaseTransport):
    """The real network, and what went over it. ``uploads``: status and SKUs of each; ``before``: called ahead of each
    upload."""

    def __init__(self, before: Callable[[], None] = lambda: None) -> None:
        self._real = SystemTransport({})
        self._before = before
        self.uploads: list[tuple[int, list[str]]] = []
        self.looks = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/upload"):
            self.looks += 1
            return self._real.handle_request(request)
        self._before()
        response = self._real.handle_request(request)
        skus = [item["item_sku"] for item in json.loads(request.content)["catalogItems"]]
        self.uploads.append((response.status_code, skus))
        return response

    def taken(self) -> Counter[str]:
        """How often each SKU was in an upload that the server took."""
        return Counter(sku for status, skus in self.uploads if status == 201 for sku in skus)

    def count(self, status: int) -> int:
        return sum(found == status for found, _ in self.uploads)

    def close(self) -> None:
        self._real.close()


@contextmanager
def watched_shop(shop: RunningShop, transport: Watched, *, bucket: Bucket | None = None) -> Iterator[HaqmShop]:
    """The real client against a practice shop; nothing but ``bucket`` holds it back. Its waits are real."""

    def sleep(seconds: float) -> bool:
        time.sleep(seconds)
        return False

    with open_client(user_agent_version="1.2.3", transport=transport) as http:
        stores = HaqmStores(
            shop.shop.haqm_url,
            HAQM_REGION,
            haqm_credentials(),
            http=http,
            sleep=sleep,
            clock=time.time,
            random=lambda: 0.5,
            bucket=bucket or Bucket(1_000_000, 1_000_000, time.monotonic, sleep),
        )
        yield HaqmShop(stores)
