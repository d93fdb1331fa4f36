"""The client against the practice shop: two readings of one specification must agree."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hkj_desktop.errors import BatchMissing, KeyRefused, RequestRefused, ShopDisabled
from hkj_desktop.remotes.hkj import Format, HkjShop
from hkj_desktop.remotes.http import open_client
from hkj_desktop.remotes.wire import BatchState, EventStatus, product_upserted
from hkj_desktop.system.secret import Secret
from tests.helpers.practice import DISABLED_KEY, MAIN_KEY, OTHER_KEY, RunningShop, practice_shop
from tests.helpers.shop_client import NOW, Sleeps

LIMIT = 30.0
PRODUCT = {"sku": "OIL-1", "title_en": "Olive oil", "title_ar": "زيت زيتون", "price_fils": 5000, "stock_qty": 3}
BODIES: dict[Format, bytes] = {
    "json": json.dumps([PRODUCT]).encode(),
    "csv": "sku,title_en,title_ar,price_fils,stock_qty\nOIL-1,Olive oil,زيت زيتون,5000,3\n".encode(),
    "xml": (
        "<products><product><sku>OIL-1</sku><title_en>Olive oil</title_en><title_ar>زيت زيتون</title_ar>"
        "<price_fils>5000</price_fils><stock_qty>3</stock_qty></product></products>"
    ).encode(),
}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    """One practice shop for all tests of this file."""
    folder: Path = tmp_path_factory.mktemp("practice")
    with practice_shop(folder) as shop:
        yield shop


@pytest.fixture
def shop(running: RunningShop) -> Iterator[HkjShop]:
    running.reset()
    with open_client(user_agent_version="1", proxies={}) as http:
        yield client(running, MAIN_KEY, http)


def client(running: RunningShop, key: str, http: object) -> HkjShop:
    return HkjShop(
        running.base_url,
        Secret(key),
        http=http,  # type: ignore[arg-type]
        sleep=Sleeps(),
        clock=lambda: NOW,
        random=lambda: 0.0,
    )


def end_of(shop: HkjShop, batch_id: int) -> BatchState:
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        state = shop.batch(batch_id)
        if state.finished:
            return state
        time.sleep(0.01)
    raise AssertionError("the batch did not end")


@pytest.mark.parametrize("raw", [True, False])
@pytest.mark.parametrize("form", ["json", "csv", "xml"])
def test_bulk_arrives(running: RunningShop, shop: HkjShop, form: Format, *, raw: bool) -> None:
    """A catalogue in each format, as a form and raw, ends as the same product in the shop."""
    body = BODIES[form]
    accepted = shop.bulk(io.BytesIO(body), size=len(body), filename=f"c.{form}", format=form, raw=raw)
    assert accepted.total_rows == 1
    state = end_of(shop, accepted.batch_id)
    assert (state.status_text, state.processed_rows, state.error_rows, state.errors) == ("done", 1, 0, ())
    [product] = running.products()
    assert product["sku"] == "OIL-1"
    assert product["title_ar"] == "زيت زيتون"


def test_row_errors_arrive(shop: HkjShop) -> None:
    """A product without its Arabic title comes back as an error on its row, and the rest is imported."""
    body = json.dumps([PRODUCT, {**PRODUCT, "sku": "OIL-2", "title_ar": ""}]).encode()
    accepted = shop.bulk(io.BytesIO(body), size=len(body), filename="c.json", format="json")
    state = end_of(shop, accepted.batch_id)
    assert (state.total_rows, state.processed_rows, state.error_rows) == (2, 1, 1)
    [error] = state.errors
    assert error.row == 2
    assert "title_ar" in error.error


def test_events_are_idempotent(shop: HkjShop) -> None:
    """An event counts once, however often it arrives, and a bad one does not spoil its neighbours."""
    good, bad = product_upserted("e-1", PRODUCT), product_upserted("e-2", {"sku": "X"})
    first = shop.events([good, bad])
    assert [one.status for one in first.results] == [EventStatus.APPLIED, EventStatus.ERROR]
    assert (first.received, first.applied, first.error) == (2, 1, 1)
    assert shop.events(good).results[0].status is EventStatus.DUPLICATE


def test_refusals(running: RunningShop, shop: HkjShop) -> None:
    """Keys, other shops' batches and unreadable files are refused as the specification says."""
    shop.check_key()
    accepted = shop.bulk(io.BytesIO(BODIES["json"]), size=len(BODIES["json"]), filename="c.json", format="json")
    with open_client(user_agent_version="1", proxies={}) as http:
        with pytest.raises(KeyRefused):
            client(running, "ik_live_nobodys_key_at_all", http).check_key()
        with pytest.raises(ShopDisabled):
            client(running, DISABLED_KEY, http).check_key()
        with pytest.raises(BatchMissing) as missing:
            client(running, OTHER_KEY, http).batch(accepted.batch_id)
    assert missing.value.params["batch_id"] == accepted.batch_id
    for body in (b"", b"{"):
        with pytest.raises(RequestRefused) as refused:
            shop.bulk(io.BytesIO(body), size=len(body), filename="c.json", format="json")
        assert refused.value.params["message"]
