"""Answers are read tolerantly, and never guessed where a decision hangs on them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hkj_desktop.errors import AnswerUnreadable
from hkj_desktop.remotes.wire import (
    BatchStatus,
    Event,
    EventResult,
    EventStatus,
    RowError,
    events_body,
    parse_batch,
    parse_bulk_accepted,
    parse_events,
    product_upserted,
)

# The examples of the API reference, word for word.
EVENTS = {
    "results": [{"event_id": "e1", "status": "applied", "action": "product.upserted", "product_id": 812}],
    "summary": {"received": 1, "applied": 1, "skipped": 0, "duplicate": 0, "error": 0},
}
ACCEPTED = {"batch_id": 42, "status": "pending", "total_rows": 1200}
BATCH: dict[str, Any] = {
    "batch_id": 42,
    "format": "csv",
    "status": "done",
    "total_rows": 1200,
    "processed_rows": 1198,
    "error_rows": 2,
    "error_kind": None,
    "error_summary": "1198 of 1200 rows imported; 2 skipped — see the errors below.",
    "retriable": False,
    "errors": [{"row": 17, "error": "'title_ar' is required and must be a non-empty string."}],
}


def raw(value: object) -> bytes:
    return json.dumps(value).encode()


def test_events_of_the_reference() -> None:
    """The events answer of the specification is read whole."""
    answer = parse_events(raw(EVENTS))
    assert answer.results == (
        EventResult("e1", EventStatus.APPLIED, "applied", action="product.upserted", product_id=812),
    )
    assert (answer.received, answer.applied, answer.skipped, answer.duplicate, answer.error) == (1, 1, 0, 0, 0)


def test_every_event_status() -> None:
    """Each published status keeps its extra fields, and a new one is kept as it was said."""
    results = [
        {"event_id": "a", "status": "skipped", "action": "stock", "reason": "unknown product"},
        {"event_id": "b", "status": "duplicate"},
        {"status": "error", "error": "no event_id"},
        {"event_id": "d", "status": "Applied", "order_id": "77"},
        {"event_id": 5, "status": "queued", "product_id": "p-1", "news": [1]},
    ]
    answer = parse_events(raw({"results": results}))
    assert [one.status.value for one in answer.results] == ["skipped", "duplicate", "error", "applied", "other"]
    assert answer.results[0].reason == "unknown product"
    assert answer.results[2].event_id is None
    assert answer.results[3].order_id == 77
    assert (answer.results[4].event_id, answer.results[4].status_text) == ("5", "queued")
    assert answer.results[4].product_id == "p-1"
    assert (answer.received, answer.applied, answer.skipped, answer.duplicate, answer.error) == (5, 1, 1, 1, 1)


def test_bulk_accepted() -> None:
    """The 202 of the specification, also with numbers as text."""
    answer = parse_bulk_accepted(raw(ACCEPTED))
    assert (answer.batch_id, answer.status, answer.total_rows) == (42, BatchStatus.PENDING, 1200)
    assert parse_bulk_accepted(raw({"batch_id": "42", "total_rows": " 7 ", "x": 1})).total_rows == 7


def test_batch_of_the_reference() -> None:
    """The polling answer of the specification is read field by field."""
    state = parse_batch(raw(BATCH), 42)
    assert (state.batch_id, state.format, state.status, state.status_text) == (42, "csv", BatchStatus.DONE, "done")
    assert (state.total_rows, state.processed_rows, state.error_rows) == (1200, 1198, 2)
    assert (state.error_kind, state.retriable) == (None, False)
    assert state.error_summary == BATCH["error_summary"]
    assert state.errors == (RowError(17, "'title_ar' is required and must be a non-empty string."),)
    assert state.finished


@pytest.mark.parametrize(
    ("status", "read", "finished"),
    [
        ("pending", BatchStatus.PENDING, False),
        ("started", BatchStatus.STARTED, False),
        ("done", BatchStatus.DONE, True),
        ("FAILED", BatchStatus.FAILED, True),
        ("paused", BatchStatus.OTHER, False),
    ],
)
def test_batch_statuses(status: str, read: BatchStatus, *, finished: bool) -> None:
    """Each status is known, and an unknown one is not taken for an end."""
    state = parse_batch(raw({**BATCH, "status": status}), 42)
    assert (state.status, state.status_text, state.finished) == (read, status, finished)


@pytest.mark.parametrize("number", [10**25, str(2**63), 1e30, -1, "9" * 30])
def test_a_number_that_no_database_takes_is_no_number(number: object) -> None:
    """From 2 to the 63rd on, and below nothing, a count is told as a wrong shape, and a row names nobody."""
    with pytest.raises(AnswerUnreadable) as caught:
        parse_bulk_accepted(raw({**ACCEPTED, "batch_id": number}))
    assert caught.value.params == {"reason": "shape", "field": "batch_id"}
    state = parse_batch(raw({**BATCH, "errors": [{"row": number, "error": "x"}]}), 42)
    assert state.errors == (RowError(None, "x"),)
    assert parse_bulk_accepted(raw({**ACCEPTED, "batch_id": 2**63 - 1})).batch_id == 2**63 - 1


def test_batch_that_has_just_begun() -> None:
    """Before the end, counts may be missing."""
    state = parse_batch(raw({"status": "pending", "processed_rows": None, "errors": None}), 42)
    assert (state.batch_id, state.total_rows, state.processed_rows, state.errors) == (42, 0, 0, ())


@pytest.mark.parametrize(
    ("error", "read"),
    [
        ({"row": "17", "error": "x"}, RowError(17, "x")),
        ({"row": None, "error": "x"}, RowError(None, "x")),
        ({"row": "17-18", "error": "x"}, RowError(None, "x")),
        ({"row": True, "message": "y"}, RowError(None, "y")),
        ({"row": 3.0, "error": {"price": "bad"}}, RowError(3, '{"price": "bad"}')),
        ({"error": "half \ud83d"}, RowError(None, "half ?")),
        ("just words", RowError(None, "just words")),
        ({}, RowError(None, "")),
    ],
)
def test_row_errors(error: object, read: RowError) -> None:
    """An error without a usable row is kept: it is about some row, and must not be lost."""
    assert parse_batch(raw({**BATCH, "errors": [error]}), 42).errors == (read,)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"batch_id": 43}, "batch_id"),
        ({"batch_id": "forty-two"}, "batch_id"),
        ({"status": None}, "status"),
        ({"status": 1}, "status"),
        ({"status": " "}, "status"),
        ({"total_rows": None}, "total_rows"),
        ({"processed_rows": "many"}, "processed_rows"),
        ({"processed_rows": -1}, "processed_rows"),
        ({"error_rows": 1.5}, "error_rows"),
        ({"error_rows": True}, "error_rows"),
        ({"errors": {"row": 1}}, "errors"),
        ({"errors": [5]}, "errors"),
    ],
)
def test_batch_of_wrong_shape(change: dict[str, object], field: str) -> None:
    """A "done" that does not add up to an answer names the field that is wrong."""
    with pytest.raises(AnswerUnreadable) as caught:
        parse_batch(raw({**BATCH, **change}), 42)
    assert caught.value.params == {"reason": "shape", "field": field}


@pytest.mark.parametrize(
    "body",
    [b"", b"not json", b'{"batch_id": 42', b"\xff\xfe\xff", b"[" * 100_000, b"1" * 5000],
)
def test_no_json(body: bytes) -> None:
    """What is no JSON is said to be none, however it is broken."""
    for parse in (parse_events, parse_bulk_accepted, lambda one: parse_batch(one, 42)):
        with pytest.raises(AnswerUnreadable) as caught:
            parse(body)
        assert caught.value.params["reason"] == "json"


@pytest.mark.parametrize("value", [None, [], "text", 5, True, {}, {"results": {}, "batch_id": [], "status": {}}])
def test_other_shapes(value: object) -> None:
    """JSON of any other shape is an unreadable answer, never a crash."""
    for parse in (parse_events, parse_bulk_accepted, lambda one: parse_batch(one, 42)):
        with pytest.raises(AnswerUnreadable) as caught:
            parse(raw(value))
        assert caught.value.params["reason"] == "shape"


def test_events_body() -> None:
    """One event goes as its envelope, several as an array, Arabic as itself in UTF-8."""
    one = product_upserted("e1", {"sku": "A", "title_ar": "زيت زيتون", "price_fils": 5000})
    envelope = {
        "event_id": "e1",
        "event_type": "product.upserted",
        "data": {"sku": "A", "title_ar": "زيت زيتون", "price_fils": 5000},
    }
    assert json.loads(events_body([one])) == envelope
    assert "زيت زيتون".encode() in events_body([one])
    assert json.loads(events_body([one, Event("e2", "x", {})]))[1] == {
        "event_id": "e2",
        "event_type": "x",
        "data": {},
    }
