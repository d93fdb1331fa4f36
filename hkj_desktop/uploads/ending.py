"""How an upload ended, from what its batches and its error say."""

from __future__ import annotations

from hkj_desktop.errors import AppError, BatchMissing, ImportBroken, ServerFailed
from hkj_desktop.uploads.entries import Batch, Outcome, Upload

#: A gateway that gave up waiting: the shop behind it may well have taken the file.
_GATEWAY = (502, 504)


def tell_open(batches: list[Batch], missing: BatchMissing | None) -> None:
    """Raise why products are open that only the person can decide about."""
    if missing is not None:
        raise missing
    broken = next((batch for batch in batches if batch.unfinished), None)
    if broken is not None:
        raise ImportBroken(message=broken.error_summary)
    if any(batch.was_cancelled for batch in batches):
        raise ImportBroken(reason="cancelled")


def outcome_of(upload: Upload, batches: list[Batch], error: AppError | None) -> Outcome:
    if isinstance(error, ServerFailed) and _broke_down(error.params.get("status")):
        # The server said that it failed; whether it had kept the products first is told by ``unknown``.
        return Outcome.FAILED if not _asked(batches) else Outcome.UNKNOWN
    # A divided batch has been followed by others, which tell how it went on.
    failed = any(batch.status == "failed" and not batch.divided for batch in batches)
    if upload.unknown:
        return Outcome.FAILED if failed else Outcome.UNKNOWN
    if error is not None or failed:
        return Outcome.FAILED
    return Outcome.DONE


def _broke_down(status: object) -> bool:
    """A 4xx is no breakdown: the request was refused, and what was sent before it is not known."""
    return isinstance(status, int) and status >= 500 and status not in _GATEWAY


def _asked(batches: list[Batch]) -> bool:
    return any(batch.batch_id is not None for batch in batches)
