"""POST /integration/events over real HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.practice import OTHER_KEY, RunningShop


def product(**changes: object) -> dict[str, object]:
    return {"sku": "A-1", "title_en": "Honey", "title_ar": "عسل", "price_fils": 5000, "stock_qty": 3} | changes


def event(event_id: object = "e1", kind: object = "product.upserted", **changes: object) -> dict[str, object]:
    return {"event_id": event_id, "event_type": kind, "data": product(**changes)}


def only_result(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    (result,) = answer.json()["results"]
    found: dict[str, Any] = result
    return found


def test_a_single_event_is_applied(shop: RunningShop) -> None:
    """One envelope gives one result with the product's id, and the product is stored in fils."""
    body = shop.events(event()).json()
    (stored,) = shop.products()
    assert body == {
        "results": [{"event_id": "e1", "status": "applied", "action": "product.upserted", "product_id": stored["id"]}],
        "summary": {"received": 1, "applied": 1, "skipped": 0, "duplicate": 0, "error": 0},
    }
    assert (stored["sku"], stored["price_fils"], stored["stock_qty"]) == ("A-1", 5000, 3)


def test_a_batch_is_taken_one_by_one(shop: RunningShop) -> None:
    """In an array a bad event does not fail the rest, results keep the order, and the sums add up."""
    envelopes = [
        event("e1"),
        event("e2", title_ar=" "),
        event("e1"),
        {"event_type": "product.upserted", "data": product()},
        event("e3", "practice.stock", sku="nobody"),
        event("e4", sku="B-2"),
    ]
    body = shop.events(envelopes).json()
    statuses = [result["status"] for result in body["results"]]
    assert statuses == ["applied", "error", "duplicate", "error", "skipped", "applied"]
    assert body["results"][1]["error"] == "'title_ar' is required and must be a non-empty string."
    assert "event_id" not in body["results"][3]
    assert body["results"][4]["reason"]
    assert body["summary"] == {"received": 6, "applied": 2, "skipped": 1, "duplicate": 1, "error": 2}
    assert [one["sku"] for one in shop.products()] == ["A-1", "B-2"]


def test_events_are_idempotent_per_shop(shop: RunningShop) -> None:
    """The second time an event_id is a duplicate that changes nothing; another shop's same id is its own."""
    shop.events(event("e1"))
    again = only_result(shop.events(event("e1", price_fils=1)))
    assert again == {"event_id": "e1", "status": "duplicate"}
    assert shop.products()[0]["price_fils"] == 5000
    assert only_result(shop.events(event("e1"), key=OTHER_KEY))["status"] == "applied"
    assert [one["sku"] for one in shop.products("other")] == ["A-1"]


def test_an_event_that_failed_may_come_again(shop: RunningShop) -> None:
    """An error leaves the event_id free: the mended event with the same id is applied."""
    assert only_result(shop.events(event("e1", title_en="")))["status"] == "error"
    assert shop.products() == []
    assert only_result(shop.events(event("e1")))["status"] == "applied"


@pytest.mark.parametrize("envelope", [5, "text", None, [[]], {}, {"event_id": ""}, {"event_id": 7}, {"event_id": None}])
def test_an_envelope_without_id_is_an_error_without_id(shop: RunningShop, envelope: object) -> None:
    """Whatever has no readable event_id gets an error result that carries none."""
    result = only_result(shop.events(envelope))
    assert result["status"] == "error"
    assert result["error"]
    assert "event_id" not in result


@pytest.mark.parametrize(
    ("envelope", "named"),
    [
        ({"event_id": "e1", "data": {}}, "event_type"),
        (event(kind=4), "event_type"),
        (event(kind="order.exploded"), "order.exploded"),
        ({"event_id": "e1", "event_type": "product.upserted"}, "data"),
        ({"event_id": "e1", "event_type": "product.upserted", "data": []}, "data"),
    ],
)
def test_a_wrong_envelope_is_an_error_that_names_the_field(shop: RunningShop, envelope: object, named: str) -> None:
    """Unknown event types and missing parts are errors of that event, with its id and a sentence."""
    result = only_result(shop.events(envelope))
    assert (result["event_id"], result["status"]) == ("e1", "error")
    assert named in result["error"]


def test_the_stock_event_of_the_practice_shop(shop: RunningShop) -> None:
    """For a known product it sets the stock, for an unknown one it is skipped with a reason."""
    shop.events(event("e1"))
    applied = only_result(shop.events(event("e2", "practice.stock", stock_qty=9)))
    assert applied["status"] == "applied"
    assert shop.products()[0]["stock_qty"] == 9
    skipped = only_result(shop.events(event("e3", "practice.stock", sku="nobody")))
    assert (skipped["status"], skipped["action"]) == ("skipped", "practice.stock")
    assert only_result(shop.events(event("e4", "practice.stock", stock_qty=-1)))["status"] == "error"


def test_the_practice_shop_says_how_often_each_event_was_applied(shop: RunningShop) -> None:
    """A duplicate, a refusal and another shop's event do not count, and a reset forgets all of it."""
    shop.events([event("e1"), event("e1"), event("e2", title_ar=" "), event("e3", sku="B-2")])
    shop.events([event("e1"), event("e4")], OTHER_KEY)
    assert shop.applied() == {"e1": 1, "e3": 1}
    shop.reset()
    assert shop.applied() == {}


def test_an_empty_array_is_no_error(shop: RunningShop) -> None:
    """Nothing received is 200 with sums of nothing."""
    assert shop.events([]).json() == {
        "results": [],
        "summary": {"received": 0, "applied": 0, "skipped": 0, "duplicate": 0, "error": 0},
    }


@pytest.mark.parametrize("body", [b"", b"{", b"sku,title\n1,2", b"\xff\xfe"])
def test_a_body_that_is_not_json_is_400(shop: RunningShop, body: bytes) -> None:
    """The one thing that fails a whole request is a body that is not JSON."""
    assert shop.events(body).status_code == 400


def test_a_scripted_rejection_reaches_events_too(shop: RunningShop) -> None:
    """The setting ``reject`` makes one sku fail with the text that a test wants to see."""
    shop.settings(reject={"A-1": "This is not for sale."})
    assert only_result(shop.events(event()))["error"] == "This is not for sale."
