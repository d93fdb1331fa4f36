"""HAQM's catalogue upload in the practice shop: the real client, a real server, and what each rule says."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import httpx
import pytest

from hkj_desktop.errors import (
    BatchMissing,
    BodyTooLarge,
    ItemsRefused,
    ReportExpired,
    RequestRefused,
    ServerFailed,
    StoresRefused,
    TooManyRequests,
)
from hkj_desktop.practice.importer import ABANDONED_SECONDS
from hkj_desktop.practice.server import DATABASE
from hkj_desktop.practice.store import Store
from hkj_desktop.remotes.bucket import Bucket
from hkj_desktop.remotes.haqm import MAX_ITEMS, HaqmStores
from hkj_desktop.remotes.haqm_report import ReportRow, read_report
from hkj_desktop.remotes.haqm_wire import IngestionStatus
from hkj_desktop.remotes.http import Retry
from tests.helpers.practice import (
    HAQM_KEY,
    HAQM_OTHER_KEY,
    RunningShop,
    haqm_credentials,
    haqm_end,
    haqm_stores,
    practice_shop,
)
from tests.helpers.shop_client import Sleeps

AMMAN, IRBID, ELSEWHERE = "JWO-AMMAN-1", "JWO-IRBID-1", "JWO-ZARQA-9"
EAN = "4006381333931"
GONE = "00000000-0000-0000-0000-00000000beef"


def item(number: int = 1, **changes: str) -> dict[str, str]:
    return {
        "item_sku": f"S-{number}",
        "external_product_id": EAN,
        "item_name": f"قلم {number}",
        "store_id": AMMAN,
    } | changes


def without(name: str) -> dict[str, str]:
    return {field: value for field, value in item().items() if field != name}


@pytest.fixture
def shop(running_shop: RunningShop) -> RunningShop:
    """Without the limit of requests in a second, so that a test may ask as often as it likes."""
    running_shop.reset()
    running_shop.settings(haqm_rate=0)
    return running_shop


@pytest.fixture
def stores(shop: RunningShop) -> Iterator[HaqmStores]:
    with haqm_stores(shop) as found:
        yield found


def send(stores: HaqmStores, items: Sequence[Mapping[str, str]]) -> tuple[ReportRow, ...]:
    """Upload, wait until it is done, and read the report."""
    ended = haqm_end(stores, stores.upload(items))
    assert ended.status is IngestionStatus.DONE
    assert ended.report_link is not None
    rows = read_report(stores.report(ended.report_link)).rows
    assert rows is not None
    return rows


def messages(rows: Sequence[ReportRow]) -> list[str | None]:
    return [row.message for row in rows]


# --- what is taken ---


def test_an_upload_is_stored_and_reported(shop: RunningShop, stores: HaqmStores) -> None:
    """Items of two stores in one request: both stores hold theirs, in the words that were sent, and the report has a
    row for each."""
    items = [item(1, standard_price="1.250", brand_name="عطارد"), item(2), item(1, store_id=IRBID)]
    rows = send(stores, items)
    assert rows == tuple(ReportRow(one["item_sku"], one["store_id"], ok=True, message=None) for one in items)
    held = [
        [{name: value for name, value in one.items() if name in items[0]} for one in shop.haqm_items(store)]
        for store in (AMMAN, IRBID)
    ]
    assert held == [items[:2], items[2:]]
    assert [one["store_id"] for one in shop.haqm_items()] == [AMMAN, AMMAN, IRBID]
    assert shop.haqm_items("JWO-NOWHERE") == []


def test_an_item_is_known_by_its_store_and_sku(shop: RunningShop, stores: HaqmStores) -> None:
    """The same SKU again replaces the item, in that store alone."""
    send(stores, [item(1), item(1, store_id=IRBID)])
    before = [one["id"] for one in shop.haqm_items()]
    send(stores, [item(1, item_name="Pencil")])
    assert [one["id"] for one in shop.haqm_items()] == before
    assert [one["item_name"] for one in shop.haqm_items()] == ["Pencil", "قلم 1"]


def test_unknown_attributes_are_accepted(shop: RunningShop, stores: HaqmStores) -> None:
    """An attribute that the specification does not know yet is kept, whatever its type."""
    new = {"shelf": {"row": 4}, "tags": ["new"], "organic": None}
    send(stores, [item() | new])  # type: ignore[list-item]  # the client's type is narrower on purpose
    (held,) = shop.haqm_items()
    assert {name: held[name] for name in new} == new


def test_ten_thousand_items_in_one_upload(shop: RunningShop, stores: HaqmStores) -> None:
    """The largest upload is taken whole."""
    rows = send(stores, [item(number) for number in range(MAX_ITEMS)])
    assert (len(rows), len({row.sku for row in rows}), all(row.ok for row in rows)) == (MAX_ITEMS, MAX_ITEMS, True)
    assert len(shop.haqm_items(AMMAN)) == MAX_ITEMS


# --- the request as a whole ---


@pytest.mark.parametrize(
    "bad",
    [
        *(without(name) for name in ("item_sku", "external_product_id", "item_name", "store_id")),
        item(item_sku=""), item(item_name="  "), item(item_sku="x" * 256), item(external_product_id="1" * 256),
        item(external_product_id_type="x" * 256), item(item_name="ق" * 256), item(store_id="x" * 256),
        item(standard_price="12345678.90"), item(brand_name="x" * 256), item(product_tax_code="x" * 256),
        item(product_category="x" * 51), item(product_subcategory="x" * 51),
        item() | {"standard_price": 1.25}, item() | {"item_sku": 7}, item() | {"brand_name": None}, "not an object",
    ],
)  # fmt: skip
def test_one_bad_item_makes_the_whole_body_invalid(shop: RunningShop, stores: HaqmStores, bad: object) -> None:
    """A field that is missing, empty, too long or of the wrong type: 400 in the known words, and nothing is taken."""
    if isinstance(bad, dict):
        with pytest.raises(ItemsRefused) as caught:
            stores.upload([item(5), bad])
        assert caught.value.params["message"] == "Invalid request body"
    else:
        answer = signed(stores, "upload", {"catalogItems": [item(5), bad]})
        assert (answer.status_code, answer.json()) == (400, {"errorMsg": "Invalid request body"})
    assert shop.haqm_items() == []


def test_the_longest_values_are_taken(stores: HaqmStores) -> None:
    """Exactly as long as the specification says, in characters and not in bytes."""
    longest = item(
        item_sku="s" * 255, item_name="ق" * 255, standard_price="1234567.89", brand_name="ع" * 255,
        product_tax_code="t" * 255, product_category="ف" * 50, product_subcategory="ف" * 50,
    )  # fmt: skip
    (row,) = send(stores, [longest])
    assert row.ok is True


def test_a_sku_twice_in_one_store_is_an_invalid_body(stores: HaqmStores) -> None:
    """The SKU is unique in a store, and may come once for each of several."""
    with pytest.raises(ItemsRefused):
        stores.upload([item(1), item(2), item(1, item_name="again")])
    assert all(row.ok for row in send(stores, [item(1), item(1, store_id=IRBID)]))


@pytest.mark.parametrize("content", [{}, [], None, {"catalogItems": []}, {"catalogItems": {}}, {"items": [item()]}])
def test_a_body_without_items_is_invalid(stores: HaqmStores, content: object) -> None:
    """No list, or none under its name, or an empty one."""
    answer = signed(stores, "upload", content)
    assert (answer.status_code, answer.json()) == (400, {"errorMsg": "Invalid request body"})


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"catalogItems": [{"item_sku": "\\ud800"}]}'])
def test_a_body_that_is_no_json_is_invalid(stores: HaqmStores, content: bytes) -> None:
    """What cannot be read at all is answered in the same words."""
    for name in ("upload", "getCatalogUploadStatus"):
        assert signed(stores, name, content).json() == {"errorMsg": "Invalid request body"}


def test_more_than_ten_thousand_items_are_an_invalid_body(shop: RunningShop, stores: HaqmStores) -> None:
    """10,001 are one too many."""
    answer = signed(stores, "upload", {"catalogItems": [item(number) for number in range(MAX_ITEMS + 1)]})
    assert (answer.status_code, answer.json()) == (400, {"errorMsg": "Invalid request body"})
    assert shop.haqm_items() == []


def test_a_body_past_the_limit_is_413(shop: RunningShop, stores: HaqmStores) -> None:
    """As many bytes as were set, and at most what API Gateway takes."""
    shop.settings(max_body=1000)
    with pytest.raises(BodyTooLarge):
        stores.upload([item(number) for number in range(20)])
    shop.settings(max_body=100_000_000)
    assert signed(stores, "upload", b" " * (10 * 1024 * 1024)).status_code == 400
    with pytest.raises(BodyTooLarge):
        stores.upload([item(number, brand="x" * 2000) for number in range(6000)])
    assert shop.haqm_items() == []


def test_a_scripted_refusal_of_a_body(shop: RunningShop, stores: HaqmStores) -> None:
    """``haqm_refuse``: a body that looks good is refused for the sake of one item, as long as that is in it."""
    shop.settings(haqm_refuse=["S-3"])
    with pytest.raises(ItemsRefused) as caught:
        stores.upload([item(1), item(2), item(3)])
    assert (caught.value.params["status"], caught.value.params["count"]) == (400, 3)
    assert [row.sku for row in send(stores, [item(1), item(2)])] == ["S-1", "S-2"]


# --- stores ---

ALL_WRONG = "One or more StoreID's present in the request is incorrect"
SOME_WRONG = "List of store ID's present in the request are either incorrect/not associated with same retailer"


@pytest.mark.parametrize(
    ("sent", "text", "reason"),
    [
        (["JWO-NOWHERE"], ALL_WRONG, "all"),
        (["JWO-NOWHERE", "jwo-amman-1"], ALL_WRONG, "all"),
        ([AMMAN, "JWO-NOWHERE"], SOME_WRONG, "some"),
        ([AMMAN, ELSEWHERE], SOME_WRONG, "some"),
        ([ELSEWHERE], SOME_WRONG, "some"),
        ([ELSEWHERE, "JWO-NOWHERE"], SOME_WRONG, "some"),
    ],
)
def test_stores_that_are_wrong(shop: RunningShop, stores: HaqmStores, sent: list[str], text: str, reason: str) -> None:
    """All of them unknown, some of them, or another retailer's: the known texts, and nothing is taken."""
    with pytest.raises(StoresRefused) as caught:
        stores.upload([item(number, store_id=store) for number, store in enumerate(sent)])
    assert (caught.value.params["message"], caught.value.params["reason"]) == (text, reason)
    assert shop.haqm_items() == []


def test_another_retailer_has_its_own_stores(shop: RunningShop) -> None:
    """What is another's for one key is its own for the other."""
    with haqm_stores(shop, who=haqm_credentials(HAQM_OTHER_KEY)) as other:
        assert send(other, [item(store_id=ELSEWHERE)])[0].ok
        with pytest.raises(StoresRefused):
            other.upload([item()])
    assert [one["store_id"] for one in shop.haqm_items()] == [ELSEWHERE]


# --- what the report finds ---


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"item_sku": "قلم"}, "item_sku may hold printable ASCII characters only."),
        ({"item_sku": "Tea®"}, "item_sku may hold printable ASCII characters only."),
        ({"item_sku": "a\tb"}, "item_sku may hold printable ASCII characters only."),
        ({"standard_price": "1,250"}, "standard_price must be a number."),
        ({"standard_price": "free"}, "standard_price must be a number."),
        ({"standard_price": "-1"}, "standard_price must be a number."),
        ({"external_product_id": "4006381333932"}, "The check digit of external_product_id is wrong."),
        ({"external_product_id": "12345678901"}, "external_product_id is not a barcode."),
        ({"external_product_id_type": "QR"}, "external_product_id_type 'QR' is not known."),
        ({"external_product_id_type": "UPC"}, "external_product_id is not of the type UPC."),
    ],
)
def test_an_item_that_fails_alone(shop: RunningShop, stores: HaqmStores, changes: dict[str, str], message: str) -> None:
    """The upload is taken, its good item gets in, and the report says what was wrong with the other one."""
    bad = item(2, **changes)
    rows = send(stores, [item(1), bad])
    assert rows == (
        ReportRow("S-1", AMMAN, ok=True, message=None),
        ReportRow(bad["item_sku"], AMMAN, ok=False, message=message),
    )
    assert [one["item_sku"] for one in shop.haqm_items()] == ["S-1"]


def test_a_scripted_rejection_of_an_item(shop: RunningShop, stores: HaqmStores) -> None:
    """``haqm_reject``: this SKU gets this text in the report."""
    shop.settings(haqm_reject={"S-2": 'Not for sale, in "Amman"\nor in إربد'})
    rows = send(stores, [item(1), item(2), item(3)])
    assert messages(rows) == [None, 'Not for sale, in "Amman"\nor in إربد', None]
    assert [one["item_sku"] for one in shop.haqm_items()] == ["S-1", "S-3"]


def test_the_report_is_plain_csv(shop: RunningShop, stores: HaqmStores) -> None:
    """Four columns with their names, in UTF-8, offered as a file."""
    ended = haqm_end(stores, stores.upload([item(1), item(2, standard_price="x")]))
    answer = httpx.get(str(ended.report_link), trust_env=False)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(answer.text, newline=""))) == [
        ["item_sku", "store_id", "status", "message"],
        ["S-1", AMMAN, "SUCCESS", ""],
        ["S-2", AMMAN, "FAILURE", "standard_price must be a number."],
    ]


# --- how far it is ---


def test_an_ingestion_goes_its_way(tmp_path: Path) -> None:
    """With a pace it is first in the queue, then in progress, then done; only then is there a link."""
    seen: dict[str, bool] = {}
    with practice_shop(tmp_path, pace=40, haqm_rate=0) as slow, haqm_stores(slow) as stores:
        ingestion_id = stores.upload([item(number) for number in range(20)])
        while (now := stores.status(ingestion_id)) and not now.finished:
            seen[now.status_text] = now.report_link is not None
        seen[now.status_text] = now.report_link is not None
    assert list(seen.items()) == [("INQUEUE", False), ("INPROGRESS", False), ("DONE", True)]


@pytest.mark.parametrize(("end", "held"), [("CANCELLED", 0), ("FATAL", 5)])
def test_a_scripted_end(shop: RunningShop, stores: HaqmStores, end: str, held: int) -> None:
    """``haqm_end_next``: a cancelled one took nothing, a fatal one broke off half way; neither has a report, and the
    next one is done."""
    shop.settings(haqm_end_next=end)
    ended = haqm_end(stores, stores.upload([item(number) for number in range(10)]))
    assert (ended.status_text, ended.report_link, len(shop.haqm_items())) == (end, None, held)
    assert len(send(stores, [item(number) for number in range(10)])) == 10


def test_an_ingestion_that_is_not_there(shop: RunningShop, stores: HaqmStores) -> None:
    """One that nobody began, and another retailer's, are 404; a question without an id is an invalid body."""
    ingestion_id = stores.upload([item()])
    with haqm_stores(shop, who=haqm_credentials(HAQM_OTHER_KEY)) as other, pytest.raises(BatchMissing):
        other.status(ingestion_id)
    with pytest.raises(BatchMissing):
        stores.status(GONE)
    for content in ({}, {"ingestionId": ""}, {"ingestionId": 7}, []):
        assert signed(stores, "getCatalogUploadStatus", content).json() == {"errorMsg": "Invalid request body"}
    with pytest.raises(RequestRefused):
        stores.status("")


def test_ingestions_items_and_links_survive_a_restart(tmp_path: Path) -> None:
    """A second start on the same folder knows them, and the old link opens the report there."""
    with practice_shop(tmp_path) as first, haqm_stores(first) as stores:
        ended = haqm_end(stores, stores.upload([item()]))
        held, link = first.haqm_items(), str(ended.report_link)
        report = stores.report(link)
    with practice_shop(tmp_path) as second, haqm_stores(second) as stores:
        assert second.haqm_items() == held
        assert stores.status(ended.ingestion_id).status is IngestionStatus.DONE
        assert stores.report(link.replace(first.root_url, second.root_url)) == report


def test_an_ingestion_that_is_cut_short_is_fatal(tmp_path: Path) -> None:
    """Whether its server was stopped in the middle, or killed a while ago."""
    with practice_shop(tmp_path, pace=20) as shop, haqm_stores(shop) as stores:
        stopped = stores.upload([item(number) for number in range(500)])
    ids = {}
    for name, age in (("old", ABANDONED_SECONDS + 1), ("fresh", 0.0)):
        store = Store(tmp_path / DATABASE, clock=lambda age=age: time.time() - age)
        with store.transaction():
            ids[name] = store.haqm.new_ingestion(name, HAQM_KEY.retailer).id
        store.close()
    with practice_shop(tmp_path) as shop, haqm_stores(shop) as stores:
        said = [stores.status(one).status_text for one in (stopped, ids["old"], ids["fresh"])]
    assert said == ["FATAL", "FATAL", "INQUEUE"]


# --- reports ---


def test_a_link_needs_no_credentials_and_minds_none(stores: HaqmStores) -> None:
    """The link alone opens the report, also for who sends credentials along."""
    link = str(haqm_end(stores, stores.upload([item()])).report_link)
    for headers in ({}, {"Authorization": "AWS4-HMAC-SHA256 nonsense"}):
        assert httpx.get(link, headers=headers, trust_env=False).status_code == 200


def test_a_link_expires(shop: RunningShop, stores: HaqmStores) -> None:
    """After ``haqm_link_seconds`` it is 403 with S3's XML; another one can be had by asking again."""
    shop.settings(haqm_link_seconds=0)
    ingestion_id = stores.upload([item()])
    link = str(haqm_end(stores, ingestion_id).report_link)
    answer = httpx.get(link, trust_env=False)
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/xml")
    assert "<Code>AccessDenied</Code><Message>Request has expired</Message>" in answer.text
    with pytest.raises(ReportExpired):
        stores.report(link)
    shop.settings(haqm_link_seconds=3600)
    assert stores.report(str(stores.status(ingestion_id).report_link))


def test_scripted_expiry(shop: RunningShop, stores: HaqmStores) -> None:
    """``haqm_expire_links``: so many downloads find their link expired."""
    link = str(haqm_end(stores, stores.upload([item()])).report_link)
    shop.settings(haqm_expire_links=2)
    for _ in range(2):
        with pytest.raises(ReportExpired):
            stores.report(link)
    assert stores.report(link)


def test_a_link_cannot_be_made_up(shop: RunningShop, stores: HaqmStores) -> None:
    """A later end, another report or no signature is 403; a good signature for nothing is 404."""
    first, second = (haqm_end(stores, stores.upload([item()])) for _ in range(2))
    link = str(first.report_link)
    expires = link.partition("X-Expires=")[2].partition("&")[0]
    spoiled = [
        link.replace(expires, str(int(expires) + 1)),
        link.replace(first.ingestion_id, second.ingestion_id),
        link.partition("?")[0],
        link[:-1] + ("0" if link[-1] != "0" else "1"),
        link.replace(expires, "قريبا"),
    ]
    for one in spoiled:
        answer = httpx.get(one, trust_env=False)
        assert (answer.status_code, "<Code>SignatureDoesNotMatch</Code>" in answer.text) == (403, True), one
    shop.reset()
    assert "<Code>NoSuchKey</Code>" in httpx.get(link, trust_env=False).text


# --- too many, and faults ---


def test_more_than_ten_requests_in_a_second_are_429(shop: RunningShop, stores: HaqmStores) -> None:
    """The eleventh within a second is refused, at whichever endpoint; another key has a second of its own."""
    shop.settings(haqm_rate=10)
    for _attempt in range(10):
        began = time.monotonic()
        answers = [signed(stores, name, b"{}") for name in ("upload", "getCatalogUploadStatus") * 6]
        with haqm_stores(shop, who=haqm_credentials(HAQM_OTHER_KEY)) as other:
            other.check_access()
        if time.monotonic() - began < 0.9:  # or this computer was too busy to see anything
            break
        time.sleep(1)
    assert [one.status_code for one in answers] == [400] * 10 + [429] * 2
    assert answers[10].json() == {"errorMsg": "Too Many Requests"}


def test_the_second_slides(shop: RunningShop, stores: HaqmStores) -> None:
    """Whoever goes on too fast is let in again and again, never more often than ten times in any one second."""
    shop.settings(haqm_rate=10)
    let_in, refused, end = [], 0, time.monotonic() + 2.5
    while time.monotonic() < end:
        sent = time.monotonic()
        if signed(stores, "upload", b"{}").status_code == 429:
            refused += 1
            time.sleep(0.01)
        else:
            let_in.append((sent, time.monotonic()))
    # Each was taken somewhere between its sending and its answer.
    assert all(later[1] - first[0] > 0.99 for first, later in zip(let_in, let_in[10:], strict=False))
    assert 10 < len(let_in) <= 30
    assert refused
    shop.settings(haqm_rate=1)
    with pytest.raises(TooManyRequests) as caught:
        _ = [stores.upload([item()]) for _ in range(20)]
    assert caught.value.params["message"] == "Too Many Requests"


def test_a_bucket_keeps_within_the_limit(shop: RunningShop) -> None:
    """With one request at once and ten a second, none of thirty is refused."""
    shop.settings(haqm_rate=10)

    def sleep(seconds: float) -> bool:
        time.sleep(seconds)
        return False

    with haqm_stores(shop, bucket=Bucket(9.5, 1, time.monotonic, sleep), sleep=sleep) as stores:
        for _ in range(30):
            stores.check_access()
    assert shop.requests()["haqm_status"] == 30


def test_no_limit(stores: HaqmStores) -> None:
    """``haqm_rate=0``: as many as come."""
    assert {signed(stores, "upload", b"{}").status_code for _ in range(50)} == {400}


def test_scripted_throttling(shop: RunningShop) -> None:
    """``throttle_next`` is for this system too; the client waits as it is told and goes on."""
    shop.settings(throttle_next=2, retry_after=7)
    sleeps = Sleeps()
    with haqm_stores(shop, sleep=sleeps, retry=Retry()) as stores:
        stores.upload([item()])
    assert (list(sleeps), shop.requests()["haqm_upload"]) == ([7, 7], 3)


def test_a_fault_that_passes(shop: RunningShop) -> None:
    """``haqm_fail="retry"``: so many 500 that recommend to ask again, which helps."""
    shop.settings(haqm_fail="retry", haqm_fail_next=2)
    with haqm_stores(shop, retry=Retry()) as stores:
        assert all(row.ok for row in send(stores, [item()]))
    assert shop.requests()["haqm_upload"] == 3


def test_a_fault_that_stays(shop: RunningShop) -> None:
    """``haqm_fail="final"``: a 500 that does not recommend it ends the matter at once, at both endpoints."""
    shop.settings(haqm_fail="final", haqm_fail_next=2)
    with haqm_stores(shop, retry=Retry()) as stores:
        for ask in (lambda: stores.upload([item()]), lambda: stores.status(GONE)):
            with pytest.raises(ServerFailed) as caught:
                ask()
            assert (caught.value.params["status"], caught.value.params["reason"]) == (500, "final")
    assert (shop.requests()["haqm_upload"], shop.requests()["haqm_status"], shop.haqm_items()) == (1, 1, [])


# --- the shop around it ---


def test_requests_are_counted_and_forgotten(shop: RunningShop, stores: HaqmStores) -> None:
    """Each of the three by its name, refused or not; a reset empties the stores, the ingestions and the counts."""
    ended = haqm_end(stores, stores.upload([item()]))
    stores.report(str(ended.report_link))
    httpx.post(f"{shop.root_url}/v1/catalog/upload", trust_env=False)
    counts = shop.requests()
    assert (counts["haqm_upload"], counts["haqm_report"], counts["bulk"]) == (2, 1, 0)
    assert counts["haqm_status"] >= 1
    shop.reset()
    assert (set(shop.requests().values()), shop.haqm_items()) == ({0}, [])
    with pytest.raises(BatchMissing):
        stores.status(ended.ingestion_id)


def test_a_reset_ends_what_runs(tmp_path: Path) -> None:
    """Nothing of an ingestion that was under way arrives after it."""
    with practice_shop(tmp_path, pace=100) as slow, haqm_stores(slow) as stores:
        stores.upload([item(number) for number in range(1000)])
        while not slow.haqm_items():
            time.sleep(0.01)
        slow.reset()
        time.sleep(0.3)
        assert slow.haqm_items() == []


def test_both_systems_keep_apart(shop: RunningShop, stores: HaqmStores) -> None:
    """What is uploaded for one is not in the other."""
    send(stores, [item()])
    assert shop.products() == []
    shop.import_and_wait(json.dumps([{"sku": "A", "title_en": "Tea", "title_ar": "شاي"}]).encode(), "json")
    assert len(shop.haqm_items()) == 1


def signed(stores: HaqmStores, name: str, content: object) -> httpx.Response:
    """A request that the client itself would never send, signed by it and sent at once."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    headers = {"Content-Type": "application/json"}
    request = stores._http.build_request("POST", f"{stores._base}/{name}", content=body, headers=headers)
    stores._signature.sign(request)
    return stores._http.send(request)
