"""Only what changed is sent, the difference is named, and an upload can be put back: the command line from outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.cli import Ran, cli
from tests.helpers.practice import MAIN_KEY, RunningShop, practice_shop

MANY = 10_000


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    with practice_shop(tmp_path_factory.mktemp("shop")) as shop:
        yield shop


@pytest.fixture
def shop(running: RunningShop) -> RunningShop:
    running.reset()
    return running


class Seller:
    """Somebody with a catalogue in which every product costs 1.250, save those in ``prices``."""

    def __init__(self, shop: RunningShop, folder: Path, count: int) -> None:
        self._shop = shop
        self._home = folder / "home"
        self._path = folder / "catalogue.csv"
        self._count = count

    def write(self, **prices: str) -> None:
        """``A_7="2.000"`` changes the price of A-7."""
        lines = ["sku,title_en,title_ar,price_jod"]
        numbers = range(1, self._count + 1)
        lines += [f"A-{n},Honey {n},عسل {n},{prices.get(f'A_{n}', '1.250')}" for n in numbers]
        self._path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def send(self, *options: str) -> Ran:
        where = ("--base-url", self._shop.base_url)
        return cli("send", self._path, "--json", *where, *options, home=self._home, key=MAIN_KEY).ended(0)

    def put_back(self, upload_id: str, *options: str) -> Ran:
        return cli("put-back", upload_id, "--json", *options, home=self._home, key=MAIN_KEY)

    def history(self) -> list[dict[str, Any]]:
        uploads: list[dict[str, Any]] = cli("history", "--json", home=self._home).ended(0).object["uploads"]
        return uploads

    def prices(self) -> dict[str, int]:
        """What the shop holds."""
        return {one["sku"]: one["price_fils"] for one in self._shop.products()}


def test_of_ten_thousand_products_only_the_changed_one_goes(shop: RunningShop, tmp_path: Path) -> None:
    """An unchanged file sends nothing; one changed price sends one product, and the difference names field, old and
    new; a dry run says the same and sends nothing; ``--everything`` sends all."""
    seller = Seller(shop, tmp_path, MANY)
    seller.write()
    first = seller.send().object
    assert (first["sent"], first["accepted"], first["unchanged"]) == (MANY, MANY, 0)
    asked = shop.requests()
    same = seller.send()
    assert (same.object["sent"], same.object["unchanged"], same.object["upload_id"]) == (0, MANY, None)
    assert "Nothing has changed, so nothing was sent." in same.err
    seller.write(A_7="2.000")
    dry = seller.send("--dry-run")
    assert shop.requests() == asked, "neither an unchanged file nor a dry run asks the shop anything"
    plan = dry.object["plan"]
    assert (plan["new"], plan["changed"], plan["unchanged"]) == (0, 1, MANY - 1)
    change = {"key": "sku:A-7", "fields": [{"field": "price_fils", "before": 1250, "after": 2000}]}
    assert plan["changes"] == [change]
    assert "sku:A-7  price_fils: 1250 → 2000" in dry.err
    sent = seller.send().object
    assert (sent["sent"], sent["accepted"], sent["unchanged"]) == (1, 1, MANY - 1)
    assert list(shop.applied().values()) == [1], "one product, as one event"
    assert seller.prices() == {f"A-{n}": 2000 if n == 7 else 1250 for n in range(1, MANY + 1)}
    everything = seller.send("--everything", "--via", "bulk").object
    assert (everything["sent"], everything["unchanged"]) == (MANY, 0)


@pytest.mark.parametrize("via", ["bulk", "events"])
def test_put_back_restores_the_old_price(shop: RunningShop, tmp_path: Path, via: str) -> None:
    """What an upload changed goes back to what it was before it, by bulk and by events; the history has all three."""
    seller = Seller(shop, tmp_path, 5)
    seller.write()
    seller.send("--via", via)
    seller.write(A_2="2.000", A_3="3.000")
    changed = seller.send("--via", via).object["upload_id"]
    assert seller.prices() == {"A-1": 1250, "A-2": 2000, "A-3": 3000, "A-4": 1250, "A-5": 1250}
    back = seller.put_back(changed, "--via", via).ended(0).object
    assert (back["sent"], back["accepted"], back["rejected"]) == (2, 2, 0)
    assert {one["key"]: one["fields"] for one in back["plan"]["changes"]} == {
        "sku:A-2": [{"field": "price_fils", "before": 2000, "after": 1250}],
        "sku:A-3": [{"field": "price_fils", "before": 3000, "after": 1250}],
    }
    assert seller.prices() == dict.fromkeys(["A-1", "A-2", "A-3", "A-4", "A-5"], 1250)
    assert [(one["upload_id"], one["sent"]) for one in seller.history()[:2]] == [(back["upload_id"], 2), (changed, 2)]
    assert set(shop.applied().values()) <= {1}


def test_a_product_that_an_upload_added_cannot_be_put_back(shop: RunningShop, tmp_path: Path) -> None:
    """There is nothing to send, nothing is deleted, and both are said."""
    seller = Seller(shop, tmp_path, 2)
    seller.write()
    added = seller.send().object["upload_id"]
    refused = seller.put_back(added).ended(2)
    assert refused.object["error"]["code"] == "nothing_to_put_back"
    assert len(seller.prices()) == 2


def test_price_a_then_b_then_a_again_ends_at_a(shop: RunningShop, tmp_path: Path) -> None:
    """Going back to an old price by events is no repetition of the first event: each upload has event ids of its own,
    and each is applied once."""
    seller = Seller(shop, tmp_path, 3)
    for price, sent in (("1.250", 3), ("2.000", 1), ("1.250", 1)):
        seller.write(A_1=price)
        assert seller.send("--via", "events").object["sent"] == sent
    assert seller.prices()["A-1"] == 1250
    assert sorted(shop.applied().values()) == [1] * 5
