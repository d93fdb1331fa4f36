"""Rows of the journal → what the program works with. A row that holds anything else than what the program writes
raises ValueError, here and in no other place."""

from __future__ import annotations

import json
import math
import sqlite3
from enum import StrEnum
from typing import TypeVar

from hkj_desktop.errors import Param
from hkj_desktop.remotes.wire import BatchId
from hkj_desktop.uploads.entries import Batch, Item, Outcome, Step, Target, Upload, Via
from hkj_desktop.uploads.outcome import Fate

#: Seconds since 1970 at the end of the year 9999, after which no calendar goes.
LAST_MOMENT = 253_402_300_800.0

_TARGET = ("destination", "profile_id", "profile_name", "base_url", "account", "region")
Word = TypeVar("Word", bound=StrEnum)


def upload_of(row: sqlite3.Row) -> Upload:
    """From ``uploads_told`` with ``held``, the number of its products whatever their fate."""
    upload = Upload(
        id=_text(row, "id"),
        target=Target(*(_text(row, name) for name in _TARGET)),
        file_name=_text(row, "file_name"),
        file_path=_text(row, "file_path"),
        format=_text(row, "format"),
        products=_count(row, "products"),
        left_out=_count(row, "left_out"),
        created=_moment(row, "created"),
        changed=_moment(row, "changed"),
        outcome=None if row["outcome"] is None else _word(Outcome, row, "outcome"),
        error_code=_text_or_none(row, "error_code"),
        error_params=_params(row),
        planned=_count(row, "planned"),
        accepted=_count(row, "accepted"),
        rejected=_count(row, "rejected"),
        unknown=_count(row, "unknown"),
        unchanged=_count(row, "unchanged"),
        via=_word(Via, row, "via"),
        reverts=_text_or_none(row, "reverts"),
    )
    if upload.planned + upload.sent != _count(row, "held"):
        raise ValueError("fate")  # some product has one that does not exist
    return upload


def batch_of(row: sqlite3.Row) -> Batch:
    """From ``batches`` with the counts of its products by their fates."""
    return Batch(
        n=_count(row, "n"),
        state=_word(Step, row, "state"),
        body=_text(row, "body"),
        size=_count(row, "size"),
        products=_count(row, "products"),
        batch_id=_identity(row, "batch_id"),
        status=_text_or_none(row, "status"),
        total_rows=_count_or_none(row, "total_rows"),
        processed_rows=_count_or_none(row, "processed_rows"),
        error_rows=_count_or_none(row, "error_rows"),
        error_kind=_text_or_none(row, "error_kind"),
        error_summary=_text_or_none(row, "error_summary"),
        retriable=bool(row["retriable"]),
        held=_count(row, "held"),
        accepted=_count(row, "accepted"),
        rejected=_count(row, "rejected"),
        undecided=_count(row, "undecided"),
        via=_word(Via, row, "via"),
        learned=bool(row["learned"]),
    )


def item_of(row: sqlite3.Row) -> Item:
    return Item(
        product=_count(row, "product"),
        row=_count(row, "row"),
        sku=_text_or_none(row, "sku"),
        title_en=_text_or_none(row, "title_en"),
        title_ar=_text_or_none(row, "title_ar"),
        fils=None if row["fils"] is None else _count(row, "fils"),
        fate=_word(Fate, row, "fate"),
        message=_text_or_none(row, "message"),
        key=_text_or_none(row, "key"),
        store=_text_or_none(row, "store"),
    )


def _text(row: sqlite3.Row, name: str) -> str:
    value = row[name]
    if not isinstance(value, str):
        raise ValueError(name)  # noqa: TRY004  # one error for every odd row
    return value


def _text_or_none(row: sqlite3.Row, name: str) -> str | None:
    return None if row[name] is None else _text(row, name)


def _count(row: sqlite3.Row, name: str) -> int:
    value = row[name]
    if not isinstance(value, int) or value < 0:
        raise ValueError(name)
    return value


def _count_or_none(row: sqlite3.Row, name: str) -> int | None:
    return None if row[name] is None else _count(row, name)


def _identity(row: sqlite3.Row, name: str) -> BatchId | None:
    return _text(row, name) if isinstance(row[name], str) else _count_or_none(row, name)


def _moment(row: sqlite3.Row, name: str) -> float:
    value = row[name]
    if not isinstance(value, int | float) or not math.isfinite(value) or not 0 <= value < LAST_MOMENT:
        raise ValueError(name)
    return float(value)


def _word(kind: type[Word], row: sqlite3.Row, name: str) -> Word:
    return kind(_text(row, name))  # raises ValueError by itself


def _params(row: sqlite3.Row) -> dict[str, Param]:
    """The parameters of the error that ended an upload: an object of plain values."""
    try:
        params = json.loads(_text_or_none(row, "error_params") or "{}")
    except RecursionError as error:
        raise ValueError("error_params") from error
    plain = str | int | float | None
    if not isinstance(params, dict) or not all(isinstance(value, plain) for value in params.values()):
        raise ValueError("error_params")
    return params
