"""POST /integration/bulk and GET /integration/bulk/{batch_id} over real HTTP."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.practice import DISABLED_KEY, MAIN_KEY, OTHER_KEY, RunningShop, practice_shop

TITLE_AR = "'title_ar' is required and must be a non-empty string."


def products(count: int, bad: set[int] | None = None) -> list[dict[str, Any]]:
    """``count`` products; those whose number (from 1) is in ``bad`` have no Arabic title."""
    return [
        {"sku": f"S-{number}", "title_en": f"Thing {number}", "title_ar": "" if number in (bad or ()) else "شيء",
         "price_fils": number}
        for number in range(1, count + 1)
    ]  # fmt: skip


def as_json(rows: object) -> bytes:
    return json.dumps(rows).encode()


# --- who may ask ---


@pytest.mark.parametrize(("key", "status"), [(None, 401), ("", 401), ("ik_live_of_somebody", 401), (DISABLED_KEY, 403)])
def test_the_key_is_checked_first_at_every_endpoint(shop: RunningShop, key: str | None, status: int) -> None:
    """Without a good key no endpoint looks at anything else, however broken the request is."""
    assert shop.events(b"{", key=key).status_code == status
    assert shop.bulk(b"", "nonsense", key=key).status_code == status
    assert shop.batch(0, key=key).status_code == status
    assert shop.products() == []


def test_a_refused_upload_is_answered_however_large(shop: RunningShop) -> None:
    """A body of some megabytes with a wrong key ends in 401 and not in a broken connection."""
    assert shop.bulk(b" " * 8_000_000, "json", key="ik_wrong").status_code == 401


def test_a_shop_that_is_switched_off_is_403(shop: RunningShop) -> None:
    """The setting ``disabled`` closes the main shop and leaves the other one open."""
    shop.settings(disabled=True)
    assert shop.batch(0).status_code == 403
    assert shop.batch(0, key=OTHER_KEY).status_code == 404


@pytest.mark.parametrize("batch_id", ["0", "77", "-1", "abc", "1.0", "9" * 40, "%D9%A1"])
def test_an_unknown_batch_is_404(shop: RunningShop, batch_id: str) -> None:
    """With a good key every number that names no batch is 404: this is also how a key is tested."""
    assert shop.batch(batch_id).status_code == 404


def test_another_shops_batch_is_404(shop: RunningShop) -> None:
    """A batch can be seen by its own shop alone."""
    batch_id = shop.bulk(as_json(products(1)), "json").json()["batch_id"]
    assert shop.batch(batch_id, key=OTHER_KEY).status_code == 404
    assert shop.batch(batch_id).status_code == 200


# --- what is taken ---


def test_the_example_of_the_specification(shop: RunningShop) -> None:
    """1,200 products of which two are bad: 202, and at the end exactly the published answer."""
    answer = shop.bulk(as_json(products(1200, bad={17, 900})), "json")
    assert answer.status_code == 202
    batch_id = answer.json()["batch_id"]
    assert answer.json() == {"batch_id": batch_id, "status": "pending", "total_rows": 1200}
    assert shop.wait_for_end(batch_id) == {
        "batch_id": batch_id,
        "format": "json",
        "status": "done",
        "total_rows": 1200,
        "processed_rows": 1198,
        "error_rows": 2,
        "error_kind": None,
        "error_summary": "1198 of 1200 rows imported; 2 skipped — see the errors below.",
        "retriable": False,
        "errors": [{"row": 17, "error": TITLE_AR}, {"row": 900, "error": TITLE_AR}],
    }
    assert len(shop.products()) == 1198


def test_an_import_without_errors_has_no_summary(shop: RunningShop) -> None:
    """A clean import is done, with nothing to say."""
    view = shop.import_and_wait(as_json({"products": products(3)}), "json")
    assert (view["status"], view["processed_rows"], view["error_rows"]) == ("done", 3, 0)
    assert (view["error_summary"], view["error_kind"], view["errors"], view["retriable"]) == (None, None, [], False)


def test_the_error_list_stops_at_200(shop: RunningShop) -> None:
    """250 bad rows: the first 200 are listed in the order of the rows, and error_rows says 250."""
    bad = set(range(2, 502, 2))
    view = shop.import_and_wait(as_json(products(600, bad)), "json")
    assert (view["status"], view["processed_rows"], view["error_rows"]) == ("done", 350, 250)
    assert [error["row"] for error in view["errors"]] == sorted(bad)[:200]


def test_products_are_upserted_by_natural_key(shop: RunningShop) -> None:
    """The same sku (else external_id, else barcode) replaces the product and keeps its id."""
    named = {"title_en": "Tea", "title_ar": "شاي"}
    first = [named | key for key in ({"sku": "T"}, {"external_id": "X"}, {"barcode": "6251047007000"})]
    shop.import_and_wait(as_json(first), "json")
    before = [one["id"] for one in shop.products()]
    shop.import_and_wait(as_json([one | {"price_jod": "1.25"} for one in first]), "json")
    assert [one["id"] for one in shop.products()] == before
    assert [one["price_fils"] for one in shop.products()] == [1250, 1250, 1250]


def test_unknown_fields_are_kept(shop: RunningShop) -> None:
    """What the shop does not know it stores as it came."""
    shop.import_and_wait(as_json([products(1)[0] | {"shelf": {"row": 4}, "tags": ["new"]}]), "json")
    (stored,) = shop.products()
    assert (stored["shelf"], stored["tags"]) == ({"row": 4}, ["new"])


@pytest.mark.parametrize("part", ["file", "upload"])
def test_a_form_must_call_its_file_file(shop: RunningShop, part: str) -> None:
    """A multipart upload is read from the part ``file``; a form without it is an empty upload."""
    answer = shop.http.post(
        f"{shop.base_url}/integration/bulk",
        params={"format": "json"},
        files={part: ("catalogue.json", as_json(products(2)), "application/json")},
        headers={"X-API-Key": MAIN_KEY},
    )
    assert answer.status_code == (202 if part == "file" else 400)


def test_a_large_form_is_taken_whole(shop: RunningShop) -> None:
    """A file past the size at which forms are usually spooled to disk arrives complete."""
    rows = [row | {"description_en": "x" * 1000} for row in products(3000)]
    answer = shop.http.post(
        f"{shop.base_url}/integration/bulk?format=json",
        files={"file": ("catalogue.json", as_json(rows))},
        headers={"X-API-Key": MAIN_KEY},
    )
    assert shop.wait_for_end(answer.json()["batch_id"])["processed_rows"] == 3000


def test_a_broken_form_is_400(shop: RunningShop) -> None:
    """A multipart body that does not keep to its own boundary is refused, not a server error."""
    headers = {"X-API-Key": MAIN_KEY, "Content-Type": "multipart/form-data; boundary=b"}
    answer = shop.http.post(f"{shop.base_url}/integration/bulk", content=b"not a form at all", headers=headers)
    assert answer.status_code == 400


CSV = "sku,title_en,title_ar,price_fils\nA,Tea,شاي,500\n".encode()
XML = "<products><product><sku>A</sku><title_en>Tea</title_en><title_ar>شاي</title_ar></product></products>".encode()
JSON = as_json(products(1))


@pytest.mark.parametrize(
    ("declared", "body"),
    [
        ("json", b""), ("csv", b""), ("xml", b" \n"), ("json", b"{"), ("json", b"5"), ("json", b"[]"), ("json", CSV),
        ("json", b'{"product": []}'), ("csv", JSON), ("csv", XML), ("csv", b"\xff\xfes\x00k\x00u\x00"),
        ("csv", b"sku;title_en\nA;Tea\n"), ("csv", b"sku,title_en\n"), ("csv", b"sku,sku\nA,B\n"),
        ("csv", b'sku,title_en\nA,"Tea\n'), ("csv", b"sku,title_en\nA,Tea,extra\n"), ("xml", CSV), ("xml", JSON),
        ("xml", b"<products><product>"), ("xml", b"<products/>"), ("xml", b"<shop><product/></shop>"),
        ("xml", b"<products><item/></products>"), ("tsv", CSV), ("JSON", JSON),
        ("xml", b'<!DOCTYPE p [<!ENTITY a "aaaa">]><products><product><sku>&a;</sku></product></products>'),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_400_at_once(shop: RunningShop, declared: str, body: bytes) -> None:
    """Empty uploads, and files that are not what their format says, are refused with a sentence and make no batch."""
    answer = shop.bulk(body, declared)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]


def test_without_a_format_the_shops_default_counts(shop: RunningShop) -> None:
    """A missing ``format`` is JSON, until the shop's default is something else."""
    assert shop.bulk(JSON).status_code == 202
    assert shop.bulk(CSV).status_code == 400
    shop.settings(default_format="csv")
    batch_id = shop.bulk(CSV).json()["batch_id"]
    assert shop.wait_for_end(batch_id)["format"] == "csv"
    assert shop.bulk(JSON).status_code == 400


def test_total_rows_counts_products_after_forward_fill(shop: RunningShop) -> None:
    """CSV rows that continue the product above are merged before they are counted, and errors count products."""
    text = (
        "sku,title_en,title_ar,price_jod,stock_qty,option1_name,option1_value\n"
        "A-S,Soap,صابون,1.500,4,Size,Small\n"
        "A-L,,,2.500,6,Size,Large\n"
        ",,,,,,\n"
        "B,Tea,,0.500,1,,\n"
        "C,Salt,ملح,0.450,9,,\n"
    )
    answer = shop.bulk(b"\xef\xbb\xbf" + text.encode(), "csv")
    assert answer.json()["total_rows"] == 3
    view = shop.wait_for_end(answer.json()["batch_id"])
    assert view["errors"] == [{"row": 2, "error": TITLE_AR}]
    soap, salt = shop.products()
    assert (soap["sku"], soap["price_fils"], salt["sku"]) == ("A-S", 1500, "C")
    assert soap["variants"] == [
        {"sku": "A-S", "price_fils": 1500, "stock_qty": 4, "option1_name": "Size", "option1_value": "Small"},
        {"sku": "A-L", "price_fils": 2500, "stock_qty": 6, "option1_name": "Size", "option1_value": "Large"},
    ]


# --- how it goes on ---


def test_an_import_goes_pending_started_done(tmp_path: Path) -> None:
    """With a pace a person sees every step, and processed_rows only grows."""
    with practice_shop(tmp_path, pace=100) as shop:
        batch_id = shop.bulk(as_json(products(60)), "json").json()["batch_id"]
        seen: list[tuple[str, int]] = []
        while not seen or seen[-1][0] != "done":
            view = shop.batch(batch_id).json()
            seen.append((view["status"], view["processed_rows"]))
    assert list(dict.fromkeys(status for status, _ in seen)) == ["pending", "started", "done"]
    counts = [processed for _, processed in seen]
    assert counts == sorted(counts)
    assert len({*counts}) > 3


def test_a_failure_of_the_system_may_be_tried_again(shop: RunningShop) -> None:
    """``fail_next: system`` ends one import in the middle, retriable; the next one is done again."""
    shop.settings(fail_next="system")
    view = shop.import_and_wait(as_json(products(10)), "json")
    assert (view["status"], view["error_kind"], view["retriable"]) == ("failed", "system", True)
    assert view["processed_rows"] == 5
    assert view["error_summary"]
    assert shop.import_and_wait(as_json(products(10)), "json")["status"] == "done"


def test_a_failure_of_the_data_may_not(shop: RunningShop) -> None:
    """``fail_next: invalid_data`` ends an import before its first row, not retriable."""
    shop.settings(fail_next="invalid_data")
    view = shop.import_and_wait(as_json(products(10)), "json")
    assert (view["status"], view["error_kind"], view["retriable"]) == ("failed", "invalid_data", False)
    assert view["processed_rows"] == 0
    assert shop.products() == []


def test_scripted_rejections_stand_on_their_row(shop: RunningShop) -> None:
    """The setting ``reject`` gives a product any error text, on its own row."""
    shop.settings(reject={"S-2": "'brand' is not one that this shop may sell."})
    view = shop.import_and_wait(as_json(products(3)), "json")
    assert view["errors"] == [{"row": 2, "error": "'brand' is not one that this shop may sell."}]


def test_throttling_says_when_to_come_back(shop: RunningShop) -> None:
    """The next n requests get 429 with Retry-After, and a wrong key is still told first."""
    shop.settings(throttle_next=2, retry_after=7)
    assert shop.batch(0, key="wrong").status_code == 401
    for answer in (shop.batch(0), shop.bulk(JSON, "json")):
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert shop.batch(0).status_code == 404


def test_a_body_past_the_limit_is_413(shop: RunningShop) -> None:
    """It is refused by its promised length, and by its true length where none was promised."""
    shop.settings(max_body=1000)
    assert shop.bulk(b" " * 1001, "json").status_code == 413
    url, headers = f"{shop.base_url}/integration/bulk", {"X-API-Key": MAIN_KEY}
    in_pieces = iter([b" " * 600, b" " * 600])
    assert shop.http.post(url, content=in_pieces, headers=headers).status_code == 413
    in_a_form = {"file": ("a.json", b" " * 1001)}
    assert shop.http.post(url, files=in_a_form, headers=headers).status_code == 413
    assert shop.bulk(JSON, "json").status_code == 202


def test_requests_are_counted_per_endpoint(shop: RunningShop) -> None:
    """/practice/requests says how often each endpoint was asked, whatever it answered."""
    shop.bulk(b"", "json")
    shop.batch(0)
    shop.batch(0, key=None)
    counts = shop.requests()
    assert [counts[name] for name in ("events", "bulk", "batch")] == [0, 1, 2]


def test_batch_numbers_are_never_given_twice(shop: RunningShop) -> None:
    """After a reset in the middle of an import its batch is gone for good: 404, also once new ones come."""
    shop.settings(pace=1)
    first = shop.bulk(as_json(products(50)), "json").json()["batch_id"]
    shop.reset()
    assert shop.batch(first).status_code == 404
    assert shop.bulk(JSON, "json").json()["batch_id"] > first


def test_other_requests_are_answered_while_a_big_file_is_imported(shop: RunningShop) -> None:
    """100,000 products do not hold up the shop: no poll waits longer than two seconds, even on a slow computer."""
    batch_id = shop.bulk(as_json(products(100_000)), "json").json()["batch_id"]
    waits = []
    while True:
        answer = shop.batch(batch_id)
        waits.append(answer.elapsed.total_seconds())
        if answer.json()["status"] == "done":
            break
    assert max(waits) < 2
    assert len(waits) > 5


def test_the_sentences_of_the_specification_are_used(shop: RunningShop) -> None:
    """Every published error text has the shape that the specification shows: the field in quotes, then a sentence."""
    view = shop.import_and_wait(as_json([products(1)[0] | {"price_fils": -1}, {"sku": "x", "title_ar": "ب"}]), "json")
    assert all(re.fullmatch(r"'[a-z_]+' .+\.", error["error"]) for error in view["errors"])
    assert len(view["errors"]) == 2
