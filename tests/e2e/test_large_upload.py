"""A large upload: flat memory while it is sent, a cancel that is quick and exact, and a second start that settles the
rest. 30,000 products in the ordinary run, 100,000 with HKJ_FULL=1."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import destination
from hkj_desktop.uploads.connect import Connector
from hkj_desktop.uploads.entries import Outcome, Target, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.progress import Progress, Stage
from hkj_desktop.uploads.send import Sender
from tests.helpers.cli import ROOT, environment
from tests.helpers.journal import UPLOAD, open_journal, planned, told
from tests.helpers.practice import RunningShop, practice_shop
from tests.helpers.shop_client import hkj_access

PRODUCTS = 100_000 if os.environ.get("HKJ_FULL") else 30_000
MOST_GROWTH = 30.0  # MiB
LIMIT = 120.0  # seconds for any of it
MOST = destination("hkj").most

pytestmark = pytest.mark.slow


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[RunningShop]:
    with practice_shop(tmp_path / "shop") as running:
        yield running


def written(home: Path, shop: RunningShop) -> Journal:
    journal = open_journal(home, time.time)
    planned(journal, home, PRODUCTS, target=Target("hkj", "", shop.base_url, shop.base_url))
    return journal


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_sending_many_products_takes_no_more_memory(shop: RunningShop, tmp_path: Path) -> None:
    """From the written plan to the end, the process that sends grows by less than 30 MiB, however many there are."""
    written(tmp_path, shop)
    command = [sys.executable, "-m", "tests.helpers.measured_send", tmp_path, UPLOAD, shop.base_url]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=LIMIT, check=True
    )
    found = json.loads(ran.stdout)
    growth = found["peak"] - found["before"]
    print(f"{PRODUCTS:,} products: {found['before']:.0f} MiB before, {growth:.1f} MiB more at the most, "
          f"{found['seconds']:.1f} s")  # fmt: skip
    assert (found["outcome"], found["accepted"]) == ("done", PRODUCTS)
    assert growth < MOST_GROWTH


class Sending:
    """An upload on a thread of its own. ``until`` waits for a moment of it, ``stop`` cancels and says how long the end
    took."""

    def __init__(self, shop: RunningShop, home: Path, journal: Journal) -> None:
        self._token = CancelToken()
        self._connector = Connector(time.time, lambda: 0.5)
        client = self._connector.shop(hkj_access(shop.base_url, shop.api_key), self._token)
        self._sender = Sender(client, journal, home / "outbox", clock=time.time)
        self._news = threading.Condition()
        self._last: Progress | None = None
        self._ended: list[Upload] = []
        self._over = False
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._ended.append(self._sender.go_on(UPLOAD, self._token, self._report))
        finally:
            self._connector.close()
            with self._news:
                self._over = True
                self._news.notify_all()

    def _report(self, progress: Progress) -> None:
        with self._news:
            self._last = progress
            self._news.notify_all()

    def until(self, stage: Stage, done: int) -> None:
        with self._news:
            assert self._news.wait_for(lambda: self._over or self._is_at(stage, done), LIMIT)
            assert self._is_at(stage, done)

    def _is_at(self, stage: Stage, done: int) -> bool:
        return self._last is not None and self._last.stage is stage and self._last.done >= done

    def stop(self) -> tuple[Upload, float]:
        began = time.monotonic()
        self._token.cancel()
        return self.end(), time.monotonic() - began

    def end(self) -> Upload:
        self._thread.join(LIMIT)
        assert not self._thread.is_alive()
        return self._ended[0]


def test_a_cancel_is_quick_and_exact_and_the_rest_goes_later(shop: RunningShop, tmp_path: Path) -> None:
    """Stopped while a body leaves, and while the shop imports: the end comes within a second, the sums are exact,
    accepted is in the shop and planned is not; taken up again, every product is settled, and is there once."""
    journal = written(tmp_path, shop)
    for stage, done in (
        (Stage.SENDING, 0),
        (Stage.IMPORTING, PRODUCTS // 2),
        (Stage.SENDING, PRODUCTS - MOST),
    ):
        sending = Sending(shop, tmp_path, journal)
        sending.until(stage, done)
        upload, seconds = sending.stop()
        in_shop = {str(product["sku"]) for product in shop.products()}
        print(f"cancelled while {stage}: {seconds * 1000:.0f} ms; {told(upload)}")
        assert seconds < 1.0
        assert upload.outcome is Outcome.CANCELLED
        assert upload.planned + upload.sent == PRODUCTS
        assert upload.accepted >= done - MOST
        assert {item.sku for item in journal.items(UPLOAD, Fate.ACCEPTED)} <= in_shop
        assert not {item.sku for item in journal.items(UPLOAD, Fate.PLANNED)} & in_shop
    upload = Sending(shop, tmp_path, journal).end()
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, PRODUCTS, PRODUCTS, 0, 0))
    assert sorted(str(product["sku"]) for product in shop.products()) == sorted(
        f"A-{n}" for n in range(1, PRODUCTS + 1)
    )
