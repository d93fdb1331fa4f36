"""What HAQM's catalogue upload writes and reads, in the manner of wire.py: unknown fields are ignored, unknown
statuses kept as they are said, and what a decision hangs on must be there (AnswerUnreadable ``shape``)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from hkj_desktop.errors import AnswerUnreadable
from hkj_desktop.remotes.wire import Json, parse_json

LONGEST_ID = 255


class IngestionStatus(StrEnum):
    INQUEUE = "INQUEUE"
    INPROGRESS = "INPROGRESS"
    DONE = "DONE"
    CANCELLED = "CANCELLED"
    FATAL = "FATAL"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Ingestion:
    """``status_text``: the status as the server spelled it. ``report_link`` opens the report to whoever holds it, for
    an hour: it is neither logged nor written down."""

    ingestion_id: str
    status: IngestionStatus
    status_text: str
    report_link: str | None = field(default=None, repr=False)

    @property
    def finished(self) -> bool:
        return self.status in (IngestionStatus.DONE, IngestionStatus.CANCELLED, IngestionStatus.FATAL)


def upload_body(items: Sequence[Mapping[str, str]]) -> bytes:
    """As short as JSON can be: whoever cuts a catalogue measures it so."""
    body = {"catalogItems": [dict(one) for one in items]}
    return json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def status_body(ingestion_id: str) -> bytes:
    return json.dumps({"ingestionId": ingestion_id}).encode()


def parse_upload(body: bytes) -> str:
    """The ingestion's id."""
    return _text(_object(body), "ingestionId")


def parse_status(body: bytes, asked: str) -> Ingestion:
    """``asked``: the ingestion that was asked for; an answer about another one is not an answer."""
    answer = _object(body)
    if answer.get("ingestionId") is not None and _text(answer, "ingestionId") != asked:
        raise AnswerUnreadable(reason="shape", field="ingestionId")
    said = _text(answer, "processingStatus")
    link = answer.get("reportDownloadLink")
    return Ingestion(
        ingestion_id=asked,
        status=_status(said),
        status_text=said,
        report_link=link.strip() if isinstance(link, str) and link.strip() else None,
    )


def _status(said: str) -> IngestionStatus:
    """``In_Progress`` is INPROGRESS too, and CANCELED with one L is CANCELLED."""
    letters = "".join(one for one in said.upper() if one.isalpha()).replace("CANCELED", "CANCELLED")
    return IngestionStatus(letters) if letters in set(IngestionStatus) else IngestionStatus.OTHER


def _object(body: bytes) -> dict[str, Json]:
    answer = parse_json(body)
    if not isinstance(answer, dict):
        raise AnswerUnreadable(reason="shape")
    return answer


def _text(answer: dict[str, Json], name: str) -> str:
    """A short text; a whole number is taken as its text."""
    value = answer.get(name)
    if type(value) is int:
        value = str(value)
    text = value.strip() if isinstance(value, str) else ""
    if not text or len(text) > LONGEST_ID or not text.isprintable():
        raise AnswerUnreadable(reason="shape", field=name)
    return text
