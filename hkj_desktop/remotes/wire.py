"""What goes over the wire, as frozen dataclasses: strict in what we write, tolerant in what we read.

Unknown fields are ignored, numbers may come as text, unknown statuses are kept as they are said. What a decision
hangs on must be there: AnswerUnreadable (``shape``, with ``field``) where it is not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from hkj_desktop.errors import AnswerUnreadable

PRODUCT_UPSERTED = "product.upserted"
MOST = 2**63  # SQLite's integers end below it; no count and no number of a batch is as large

Json = Any
BatchId = int | str
"""What a system calls an import: HKJ a number, HAQM a text."""
Status = TypeVar("Status", bound=StrEnum)


class EventStatus(StrEnum):
    APPLIED = "applied"
    SKIPPED = "skipped"
    DUPLICATE = "duplicate"
    ERROR = "error"
    OTHER = "other"


class BatchStatus(StrEnum):
    PENDING = "pending"
    STARTED = "started"
    DONE = "done"
    FAILED = "failed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Event:
    """The envelope of one event; sending it twice with the same ``event_id`` changes nothing."""

    event_id: str
    event_type: str
    data: Mapping[str, Json]

    def envelope(self) -> dict[str, Json]:
        return {"event_id": self.event_id, "event_type": self.event_type, "data": dict(self.data)}


def product_upserted(event_id: str, product: Mapping[str, Json]) -> Event:
    """The one event type that is published. ``product``: its fields by name, prices in whole fils."""
    return Event(event_id, PRODUCT_UPSERTED, product)


def events_body(events: Sequence[Event]) -> bytes:
    """One event as its envelope, several as an array of them."""
    envelopes = [one.envelope() for one in events]
    body: Json = envelopes[0] if len(envelopes) == 1 else envelopes
    return json.dumps(body, ensure_ascii=False, allow_nan=False).encode()


@dataclass(frozen=True, slots=True)
class EventResult:
    """``status_text``: the status as the server spelled it."""

    event_id: str | None
    status: EventStatus
    status_text: str
    action: str | None = None
    product_id: int | str | None = None
    order_id: int | str | None = None
    reason: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class EventsAnswer:
    """``results`` in the server's order; the five counts are its own, or counted where it gave none."""

    results: tuple[EventResult, ...]
    received: int
    applied: int
    skipped: int
    duplicate: int
    error: int


@dataclass(frozen=True, slots=True)
class BulkAccepted:
    """``total_rows``: units that the server found in the file."""

    batch_id: BatchId
    status: BatchStatus
    total_rows: int


@dataclass(frozen=True, slots=True)
class RowError:
    """``row`` counts products after the merging of forward-filled rows; None where the server named none."""

    row: int | None
    error: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one item by its name. ``store``: None where none is named; ``ok``: None where it is not said in a
    word that we know."""

    sku: str
    store: str | None
    ok: bool | None
    message: str | None


@dataclass(frozen=True, slots=True)
class BatchState:
    """``error_rows`` is the true count, ``errors`` at most the first 200. ``error_kind``: invalid_data, system or
    cancelled.

    ``by_name``: the system answers by the names of items, in ``verdicts``, None where its report cannot be read.
    ``report``: as it came.
    """

    batch_id: BatchId
    format: str | None
    status: BatchStatus
    status_text: str
    total_rows: int
    processed_rows: int
    error_rows: int
    error_kind: str | None
    error_summary: str | None
    retriable: bool
    errors: tuple[RowError, ...]
    by_name: bool = False
    verdicts: tuple[Verdict, ...] | None = None
    report: bytes | None = field(default=None, repr=False)

    @property
    def finished(self) -> bool:
        return self.status in (BatchStatus.DONE, BatchStatus.FAILED)


def parse_json(body: bytes) -> Json:
    """Raises AnswerUnreadable ``json``."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise AnswerUnreadable(reason="json") from error


def parse_events(body: bytes) -> EventsAnswer:
    answer = _object(parse_json(body))
    results = tuple(_event_result(one) for one in _list(answer, "results", required=True))
    summary = _object(answer["summary"], "summary") if answer.get("summary") is not None else {}

    def count(status: EventStatus) -> int:
        counted = sum(one.status is status for one in results)
        return _number(summary, status.value, default=counted)

    return EventsAnswer(
        results=results,
        received=_number(summary, "received", default=len(results)),
        applied=count(EventStatus.APPLIED),
        skipped=count(EventStatus.SKIPPED),
        duplicate=count(EventStatus.DUPLICATE),
        error=count(EventStatus.ERROR),
    )


def _event_result(value: Json) -> EventResult:
    result = _object(value, "results")
    said = _required_text(result, "status")
    return EventResult(
        event_id=_text(result, "event_id"),
        status=_status(EventStatus, said),
        status_text=said,
        action=_text(result, "action"),
        product_id=_identity(result, "product_id"),
        order_id=_identity(result, "order_id"),
        reason=_text(result, "reason"),
        error=_text(result, "error"),
    )


def parse_bulk_accepted(body: bytes) -> BulkAccepted:
    answer = _object(parse_json(body))
    return BulkAccepted(
        batch_id=_number(answer, "batch_id"),
        status=_status(BatchStatus, _text(answer, "status") or BatchStatus.PENDING),
        total_rows=_number(answer, "total_rows"),
    )


def parse_batch(body: bytes, asked: BatchId) -> BatchState:
    """``asked``: the batch that was asked for; an answer about another one is not an answer."""
    answer = _object(parse_json(body))
    batch_id = _number(answer, "batch_id", default=int(asked))
    if batch_id != asked:
        raise AnswerUnreadable(reason="shape", field="batch_id")
    said = _required_text(answer, "status")
    status = _status(BatchStatus, said)
    # Before the end a count may be missing; "done" without counts would leave every row unaccounted for.
    default = None if status is BatchStatus.DONE else 0
    return BatchState(
        batch_id=batch_id,
        format=_text(answer, "format"),
        status=status,
        status_text=said,
        total_rows=_number(answer, "total_rows", default=default),
        processed_rows=_number(answer, "processed_rows", default=default),
        error_rows=_number(answer, "error_rows", default=default),
        error_kind=_text(answer, "error_kind"),
        error_summary=_text(answer, "error_summary"),
        retriable=answer.get("retriable") in (True, 1, "true"),
        errors=tuple(_row_error(one) for one in _list(answer, "errors", required=False)),
    )


def _row_error(value: Json) -> RowError:
    if isinstance(value, str):
        return RowError(None, _sound(value))
    entry = _object(value, "errors")
    return RowError(_whole(entry.get("row")), _text(entry, "error") or _text(entry, "message") or "")


def _status(kind: type[Status], said: str) -> Status:
    try:
        return kind(said.strip().lower())
    except ValueError:
        return kind("other")


def _object(value: Json, field: str | None = None) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise AnswerUnreadable(reason="shape", field=field)
    return value


def _list(answer: dict[str, Json], field: str, *, required: bool) -> list[Json]:
    value = answer.get(field)
    if value is None and not required:
        return []
    if not isinstance(value, list):
        raise AnswerUnreadable(reason="shape", field=field)
    return value


def _whole(value: Json) -> int | None:
    """A whole number that is not negative and that a database takes, also as text or as 12.0; None of anything else."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdecimal() and len(value) < 20:
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if type(value) is int and 0 <= value < MOST else None


def _number(answer: dict[str, Json], field: str, default: int | None = None) -> int:
    """``default`` where the field is missing or null; AnswerUnreadable where that is None, or for no number."""
    value = answer.get(field)
    number = default if value is None else _whole(value)
    if number is None:
        raise AnswerUnreadable(reason="shape", field=field)
    return number


def _identity(answer: dict[str, Json], field: str) -> int | str | None:
    number = _whole(answer.get(field))
    return _text(answer, field) if number is None else number


def _text(answer: dict[str, Json], field: str) -> str | None:
    """Numbers are taken as their text; anything that is neither is shown as JSON rather than lost."""
    value = answer.get(field)
    if value is None:
        return None
    return _sound(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _required_text(answer: dict[str, Json], field: str) -> str:
    value = answer.get(field)
    if not isinstance(value, str) or not value.strip():
        raise AnswerUnreadable(reason="shape", field=field)
    return _sound(value)


def _sound(text: str) -> str:
    """JSON can spell half of a surrogate pair, which no file and no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
