"""What the command line says: people read standard error, programs one JSON object on standard output."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from hkj_desktop.errors import AppError, Cancelled, FileNotSaved
from hkj_desktop.ui import texts

if TYPE_CHECKING:  # polars is not needed to print a usage message
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.problems import Problem, Problems
    from hkj_desktop.uploads.entries import Batch, Upload
    from hkj_desktop.uploads.send import Progress

SHOWN_PROBLEMS = 20
#: What a cell or a file name could do to a terminal: control characters, and marks that turn the direction.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Report:
    """Collects what one command has to say. ``file``: the catalogue's name, as soon as it is known.

    People are told at once; the JSON object waits for :meth:`finish`, so that there is one whatever happens.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._destination: str | None = None
        self._last_progress = ""
        self._told: dict[str, Any] | None = None
        self._begun: tuple[str, int, int] | None = None
        self.file: str | None = None
        self.errors = 0
        self.failed_in_shop: str | None = None
        self.unfinished = False

    def line(self, text: str) -> None:
        """A line for people. When nobody reads any more, the work goes on all the same."""
        with suppress(OSError):
            _put(sys.stderr, _UNSEEN.sub("\ufffd", text))

    def stopping(self) -> None:
        """Ctrl+C was pressed. Called from a signal handler, which may stand in the middle of another line."""
        if sys.stderr is not None:
            with suppress(OSError):
                os.write(sys.stderr.fileno(), b"Stopping. Ctrl+C once more stops at once.\n")

    def finish(self) -> None:
        """Print the JSON object. Raises FileNotSaved where standard output cannot take it, save to a closed pipe."""
        told, self._told = self._told, None
        if not self._as_json or told is None:
            return
        try:
            _put(sys.stdout, json.dumps(told, ensure_ascii=False))
        except BrokenPipeError:
            return
        except OSError as error:
            reason = "full" if error.errno == errno.ENOSPC else "other"
            raise FileNotSaved(name="standard output", reason=reason) from error

    def warn(self, errors: Sequence[AppError]) -> None:
        """Things that are wrong and do not stop the command."""
        for error in errors:
            self.line(texts.sentence(texts.error_words(error)))

    def sending(self, destination: str) -> None:
        """From here on a failure is the failure of an upload."""
        self._destination = destination

    def begun(self, upload_id: str, products: int, chosen: int) -> None:
        """From here on the shop may have some of the ``chosen`` products."""
        self._begun = (upload_id, products, chosen)

    def set_aside(self, name: str | None) -> None:
        """The record of uploads was damaged and is kept under ``name``; a new one was begun."""
        if name is not None:
            self.line(f"The record of uploads was damaged. It is kept as {name}, and a new one was begun.")

    def failed(self, error: AppError) -> None:
        """The command could not do its work, or not all of it."""
        self.line(texts.sentence(texts.error_words(error)))
        told = _error(error)
        if self._told is not None:  # the work is done, and what came after it failed
            self._told["error"] = self._told.get("error") or told
            return
        if self._destination is None:
            self._told = {"file": self.file, "error": told}
            return
        upload_id, products, chosen = self._begun or (None, 0, 0)
        outcome = "unknown" if upload_id else "failed"
        self._told = {
            "upload_id": upload_id,
            "destination": self._destination,
            "outcome": "cancelled" if isinstance(error, Cancelled) else outcome,
            "batches": [],
            "products": products,
            "left_out": products - chosen,
            "sent": chosen,
            "accepted": 0,
            "rejected": 0,
            "unknown": chosen,
            "problems": [],
            "error": told,
        }

    def checked(self, checked: Checked) -> None:
        """The outcome of ``check``."""
        from hkj_desktop.catalog.problems import Severity

        catalog, counts = checked.catalog, checked.counts
        warnings = checked.problems.count(Severity.WARNING)
        self.errors = checked.problems.count(Severity.ERROR)
        self.line(
            f"{catalog.name}: {_many(counts.total, 'product')}, {counts.ready} ready, "
            f"{counts.with_error} with a problem, {counts.worth_a_look} worth a look."
        )
        self._list(checked.problems)
        self._told = {
            "file": catalog.name,
            "format": catalog.format,
            "encoding": catalog.encoding,
            "delimiter": catalog.delimiter,
            "sheet": catalog.sheet,
            "header_row": catalog.header_row,
            "mapping": [
                {
                    "column": match.column.header,
                    "letter": match.column.letter,
                    "field": match.field,
                    "reason": match.reason.value,
                }
                for match in checked.mapping.matches
            ],
            "rows": len(catalog),
            "products": counts.total,
            "ready": counts.ready,
            "counts": {"error": self.errors, "warning": warnings},
            "problems": [_problem(problem) for problem in checked.problems],
        }

    def again(self, unknown: int) -> None:
        """What the shop has told nothing of is sent once more."""
        self.line(f"The shop did not name all of its problems: {_many(unknown, 'product')} sent again in small parts.")

    def progress(self, progress: Progress) -> None:
        """One line each time that something worth reading has changed."""
        text = {
            "sending": f"Sending: {progress.bytes_sent:,} of {progress.bytes_total:,} bytes",
            "importing": f"The shop has worked through {progress.done} of {_many(progress.total, 'product')}",
        }[progress.stage.value]
        if progress.trouble is not None:
            text = f"{texts.code_words(progress.trouble, {}).title}; still asking."
        if text != self._last_progress and (
            progress.stage.value != "sending" or progress.bytes_sent >= progress.bytes_total
        ):
            self._last_progress = text
            self.line(text)

    def sent(self, checked: Checked, upload: Upload | None, batches: list[Batch], problems: Problems) -> None:
        """The outcome of ``send``; ``upload`` is None where no product was ready."""
        from hkj_desktop.catalog.problems import Severity

        self.errors = problems.count(Severity.ERROR)
        left_out = upload.left_out if upload else checked.counts.total
        told = None
        if upload is None:
            self.line("No product is ready, so nothing was sent.")
        else:
            self.failed_in_shop = next((b.error_kind or "system" for b in batches if b.status == "failed"), None)
            self.unfinished = bool(upload.unknown) and any(b.status not in ("done", "failed") for b in batches)
            outcome = texts.word(texts.OUTCOMES, upload.outcome or "interrupted", "Outcome")
            self.line(
                f"{outcome}. {upload.sent} sent = {upload.accepted} accepted + {upload.rejected} refused + "
                f"{upload.unknown} not known yet. {_many(left_out, 'product')} stayed behind."
            )
            if upload.error_code:
                words = texts.code_words(upload.error_code, upload.error_params)
                told = {"code": upload.error_code, "message": texts.sentence(words)}
                self.line(told["message"])
        self._list(problems)
        self._told = {
            "upload_id": upload.id if upload else None,
            "destination": self._destination,
            "outcome": upload.outcome if upload else "done",
            "batches": [_batch(batch) for batch in batches],
            "products": checked.counts.total,
            "left_out": left_out,
            "sent": upload.sent if upload else 0,
            "accepted": upload.accepted if upload else 0,
            "rejected": upload.rejected if upload else 0,
            "unknown": upload.unknown if upload else 0,
            "problems": [_problem(problem) for problem in problems],
            "error": told,
        }

    def history(self, uploads: list[Upload], damaged: list[str]) -> None:
        """The outcome of ``history``; ``damaged``: the ids of uploads that cannot be read."""
        for upload in uploads:
            outcome = texts.word(texts.OUTCOMES, upload.outcome.value if upload.outcome else "interrupted", "Outcome")
            when = time.strftime("%Y-%m-%d %H:%M", time.localtime(upload.created))
            self.line(
                f"{when}  {upload.target.profile_name}  {upload.file_name}  {outcome}: {upload.accepted} accepted, "
                f"{upload.rejected} refused, {upload.unknown} not known  [{upload.id}]"
            )
        for upload_id in damaged:
            self.line(f"One upload of the record is damaged and cannot be read  [{upload_id}]")
        if not uploads and not damaged:
            self.line("No upload has been made on this computer.")
        self._told = {"uploads": [_upload(upload) for upload in uploads]}

    def announced(self, line: str) -> None:
        """The practice shop is ready; ``line`` is its JSON announcement."""
        if self._as_json:
            with suppress(OSError):  # whoever started it has stopped reading; the leash or a signal ends it
                _put(sys.stdout, line)
        else:
            told = json.loads(line)
            self.line(f"The practice shop is at {told['base_url']}  (key: {told['api_key']})\nCtrl+C ends it.")

    def save_problems(self, path: Path | None, problems: Problems) -> None:
        """Save the list where ``--problems`` says. Raises FileNotSaved."""
        if path is None:
            return
        from hkj_desktop.files.problem_report import write_problems

        write_problems(path, problems, headers=texts.REPORT_HEADERS, words=texts.report_words)
        self.line(f"{_many(len(problems), 'problem')} saved in {path}")

    def _list(self, problems: Problems) -> None:
        for shown, problem in enumerate(problems):
            if shown == SHOWN_PROBLEMS:
                self.line(f"  … and {len(problems) - shown} more; --problems OUT.csv saves all of them")
                break
            severity = texts.word(texts.SEVERITIES, problem.severity.value, "Severity")
            self.line(f"  {problem.place or '-':>6}  {severity}: {texts.sentence(texts.problem_words(problem))}")


def _put(stream: TextIO | None, text: str) -> None:
    """Print a line; a stream that was closed before we began (None) takes nothing.

    A stream that fails is led to nowhere, or Python would complain about it once more at the end.
    """
    if stream is None:
        return
    try:
        print(text, file=stream, flush=True)
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        raise


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _error(error: AppError) -> dict[str, str]:
    return {"code": error.code, "message": texts.sentence(texts.error_words(error))}


def _problem(problem: Problem) -> dict[str, Any]:
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


def _batch(batch: Batch) -> dict[str, Any]:
    names = ("batch_id", "status", "total_rows", "processed_rows", "error_rows")
    return {name: getattr(batch, name) for name in names}


def _upload(upload: Upload) -> dict[str, Any]:
    return {
        "upload_id": upload.id,
        "destination": upload.target.destination,
        "shop": upload.target.profile_name,
        "file": upload.file_name,
        "created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(upload.created)),
        "outcome": upload.outcome.value if upload.outcome else None,
        "products": upload.products,
        "left_out": upload.left_out,
        "sent": upload.sent,
        "accepted": upload.accepted,
        "rejected": upload.rejected,
        "unknown": upload.unknown,
        "error": {"code": upload.error_code} if upload.error_code else None,
    }
