"""The parts of the JSON objects that the command line prints, and counts in words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from hkj_desktop.errors import AppError
from hkj_desktop.system.destinations import Destination
from hkj_desktop.ui import texts

if TYPE_CHECKING:  # polars is not needed to print a usage message
    from hkj_desktop.catalog.problems import Problem
    from hkj_desktop.uploads.compare import Comparison
    from hkj_desktop.uploads.entries import Batch, Upload
    from hkj_desktop.uploads.plan import Plan


def many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def error_object(error: AppError) -> dict[str, str]:
    return {"code": error.code, "message": texts.sentence(texts.error_words(error))}


def problem_object(problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.letter,
        "field": problem.field,
        "sku": problem.sku,
        "value": problem.value,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": texts.sentence(texts.problem_words(problem)),
        "source": problem.source.value,
    }


def batch_object(batch: Batch, system: Destination) -> dict[str, Any]:
    names = ("status", "products", "total_rows", "processed_rows", "error_rows")
    told = {"via": batch.via.value, system.batch_name: batch.batch_id}
    return {**told, **{name: getattr(batch, name) for name in names}}


def upload_object(upload: Upload) -> dict[str, Any]:
    return {
        "upload_id": upload.id,
        "destination": upload.target.destination,
        "shop": upload.target.profile_name,
        "file": upload.file_name,
        "created": moment(upload.created),
        "reverts": upload.reverts,
        "outcome": upload.outcome.value if upload.outcome else None,
        "products": upload.products,
        "left_out": upload.left_out,
        "unchanged": upload.unchanged,
        "planned": upload.planned,
        "sent": upload.sent,
        "accepted": upload.accepted,
        "rejected": upload.rejected,
        "unknown": upload.unknown,
        "error": _upload_error(upload),
    }


def _upload_error(upload: Upload) -> dict[str, str] | None:
    if not upload.error_code:
        return None
    words = texts.code_words(upload.error_code, upload.error_params)
    return {"code": upload.error_code, "message": texts.sentence(words)}


def moment(at: float | None) -> str | None:
    """Seconds since 1970 as ISO 8601."""
    return None if at is None else time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))


def plan_object(plan: Plan, comparison: Comparison | None) -> dict[str, Any]:
    """What will be sent, and how it differs from what the shop last accepted from here."""
    known = comparison is not None and comparison.since is not None
    return {
        "via": plan.via.value,
        "to_send": plan.chosen.len(),
        "left_out": plan.left_out,
        "unchanged": plan.unchanged,
        "compared_with": moment(comparison.since) if comparison else None,
        "new": comparison.new.len() if comparison else plan.chosen.len(),
        "changed": comparison.changed.len() if comparison else 0,
        "not_in_file": list(comparison.gone) if comparison and known and not plan.reverts else [],
        "changes": [
            {
                "key": one.key,
                "fields": [{"field": f.field, "before": f.before, "after": f.after} for f in one.fields],
            }
            for one in (comparison.shown if comparison else ())
        ],
    }
