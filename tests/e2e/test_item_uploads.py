"""Large and partly bad uploads to HAQM's stores: how many requests they take, and that nothing is lost or doubled."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from hkj_desktop.errors import TooManyRequests
from hkj_desktop.remotes.bucket import Bucket
from hkj_desktop.remotes.http import Retry
from hkj_desktop.remotes.reach import BURST, RATE
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.answers import placed
from hkj_desktop.uploads.entries import Outcome, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.send import Sender
from tests.helpers.items import STORE, Watched, items_of, planned_items, watched_shop
from tests.helpers.journal import UPLOAD, QuickToken, no_waits, open_journal, told
from tests.helpers.practice import RunningShop, haqm_stores, practice_shop

pytestmark = pytest.mark.slow

MANY = 25_000
LIMIT = 120.0  # seconds for one upload


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[RunningShop]:
    with practice_shop(tmp_path / "shop") as running:
        yield running


def send(journal: Journal, folder: Path, shop: RunningShop, wire: Watched, bucket: Bucket | None = None) -> Upload:
    token: CancelToken = QuickToken() if bucket is None else CancelToken()
    with watched_shop(shop, wire, bucket=bucket) as there:
        sender = Sender(there, journal, folder / "outbox", clock=time.time, schedule=no_waits, grace=LIMIT)
        return sender.run(UPLOAD, token)


def test_25_000_items_go_in_three_requests_and_never_too_fast(tmp_path: Path, shop: RunningShop) -> None:
    """The server allows ten requests a second and answers 429 above it: the program stays below, and every item is in
    exactly one of three uploads."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, MANY)
    wire = Watched()
    pace = Bucket(RATE, BURST, time.monotonic, lambda seconds: bool(time.sleep(seconds)))
    began = time.monotonic()
    upload = send(journal, tmp_path, shop, wire, pace)
    took = time.monotonic() - began
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, MANY, MANY, 0, 0))
    assert [status for status, _ in wire.uploads] == [201, 201, 201]
    assert set(wire.taken().values()) == {1}
    assert len(shop.haqm_items(STORE)) == MANY
    print(f"{MANY:,} items in {len(wire.uploads)} uploads and {wire.looks} looks, {took:.1f} s, no 429")


def test_somebody_else_uses_up_the_limit_and_no_item_is_lost_or_sent_twice(tmp_path: Path, shop: RunningShop) -> None:
    """Another program fills every second with the same key, so uploads meet real 429s: they wait and go on, and each
    item is in exactly one upload that was taken."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, MANY)
    crowded: set[int] = set()
    with haqm_stores(shop, retry=Retry(attempts=1)) as other:

        def crowd() -> None:
            """Ahead of each body's first attempt as many requests as a second has room for, and one more."""
            body = wire.count(201)
            if body not in crowded:
                crowded.add(body)
                with suppress(TooManyRequests):
                    for _ in range(20):
                        other.check_access()

        wire = Watched(crowd)
        upload = send(journal, tmp_path, shop, wire)
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, MANY, MANY, 0, 0))
    assert wire.count(201) == 3
    assert wire.count(429) >= 3
    assert set(wire.taken().values()) == {1}
    assert len(wire.taken()) == len(shop.haqm_items(STORE)) == MANY
    print(f"{MANY:,} items: {wire.count(201)} uploads taken, {wire.count(429)} answered 429")


@pytest.mark.parametrize(("count", "bad"), [(1000, 7), (1000, 1), (1000, 2), (1000, 14), (250, 7), (4000, 7)])
def test_a_few_items_that_spoil_a_body_are_found_and_all_others_get_in(
    tmp_path: Path, shop: RunningShop, count: int, bad: int
) -> None:
    """The server says "Invalid request body" of the whole and not why: the bad items are named on their rows, the
    others are in, and the uploads are at most two for each bad item and halving."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, count)
    refused = random.Random(count * bad).sample([f"A-{n}" for n in range(1, count + 1)], bad)
    shop.settings(haqm_refuse=refused, haqm_rate=0)
    wire = Watched()
    upload = send(journal, tmp_path, shop, wire)
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, count, count - bad, bad, 0))
    problems = placed(journal.items(UPLOAD, Fate.REJECTED), items_of(tmp_path / "items.csv"))
    assert {(one.code, one.sku, one.row) for one in problems} == {
        ("item_refused", sku, int(sku.removeprefix("A-")) + 1) for sku in refused
    }
    assert {str(item["item_sku"]) for item in shop.haqm_items(STORE)} == set(wire.taken())
    assert len(wire.taken()) == count - bad
    assert set(wire.taken().values()) == {1}
    most = 1 + 2 * bad * math.ceil(math.log2(count))
    assert len(wire.uploads) <= most
    print(f"{count} items, {bad} of them bad: {len(wire.uploads)} uploads (at most {most})")


def test_the_stores_that_are_not_known_are_named_and_the_good_one_gets_all(tmp_path: Path, shop: RunningShop) -> None:
    """Of three stores one is of another retailer and one of nobody: two requests find that out, each of their items
    is refused with its store, and the good store has everything."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, 50, stores=(STORE, "JWO-ZARQA-9", "NOWHERE"))
    wire = Watched()
    upload = send(journal, tmp_path, shop, wire)
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 150, 50, 100, 0))
    assert [status for status, _ in wire.uploads] == [400, 201, 400, 400]
    problems = placed(journal.items(UPLOAD, Fate.REJECTED), items_of(tmp_path / "items.csv"))
    assert {(one.code, one.field, one.other) for one in problems} == {
        ("store_refused", "store_id", "JWO-ZARQA-9"),
        ("store_refused", "store_id", "NOWHERE"),
    }
    assert len(shop.haqm_items()) == 50


def test_where_no_store_is_known_that_is_why_the_upload_failed(tmp_path: Path, shop: RunningShop) -> None:
    """The upload ends with the words of that error, and every item says its store."""
    journal = open_journal(tmp_path)
    planned_items(journal, tmp_path, 5, stores=("NOWHERE",))
    upload = send(journal, tmp_path, shop, Watched())
    assert (upload.outcome, upload.error_code, told(upload)) == (Outcome.FAILED, "stores_refused", (0, 5, 0, 5, 0))
    assert upload.error_params["stores"] == "NOWHERE"
