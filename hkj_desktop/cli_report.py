"""What the command line says: people read standard error, programs one JSON object on standard output."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from hkj_desktop.cli_objects import batch_object, error_object, many, plan_object, problem_object, upload_object
from hkj_desktop.errors import AppError, Cancelled, FileNotSaved
from hkj_desktop.system.destinations import Destination, destination
from hkj_desktop.ui import texts

if TYPE_CHECKING:  # polars is not needed to print a usage message
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.files.payload import Payload
    from hkj_desktop.uploads.compare import Comparison
    from hkj_desktop.uploads.entries import Batch, Upload
    from hkj_desktop.uploads.plan import Plan
    from hkj_desktop.uploads.progress import Progress

SHOWN_PROBLEMS = 20
SHOWN_OF_KIND = 5  # so that one mistake in every row does not hide all others
SHOWN_CHANGES = 10
LONGEST_VALUE = 60
#: What a cell or a file name could do to a terminal: control characters, and marks that turn the direction.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Report:
    """Collects what one command has to say. ``file``: the catalogue's name, as soon as it is known.

    People are told at once; the JSON object waits for :meth:`finish`, so that there is one whatever happens.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._system: Destination | None = None
        self._unit = "product"
        self._last_progress = ""
        self._told: dict[str, Any] | None = None
        self._begun: tuple[str, Plan] | None = None
        self.file: str | None = None
        self.errors = 0
        self.failed_in_shop: str | None = None
        self.unfinished = False
        self.requests = 0
        self._plan: dict[str, Any] | None = None
        self._resumed: list[dict[str, Any]] = []

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

    def sending(self, system: Destination) -> None:
        """From here on a failure is the failure of an upload to ``system``."""
        self._system = system
        self._unit = system.unit.value

    def _units(self, count: int) -> str:
        """As ``60 products``, or items where the system takes those."""
        return many(count, self._unit)

    @property
    def _destination(self) -> str | None:
        return self._system.id if self._system else None

    def begun(self, upload_id: str, plan: Plan) -> None:
        """From here on the shop may have some of the chosen products."""
        self._begun = (upload_id, plan)

    def set_aside(self, name: str | None) -> None:
        """The record of uploads was damaged and is kept under ``name``; a new one was begun."""
        if name is not None:
            self.line(f"The record of uploads was damaged. It is kept as {name}, and a new one was begun.")

    def failed(self, error: AppError) -> None:
        """The command could not do its work, or not all of it."""
        self.line(texts.sentence(texts.error_words(error)))
        told = error_object(error)
        if self._told is not None:  # the work is done, and what came after it failed
            self._told["error"] = self._told.get("error") or told
            return
        if self._system is None:
            self._told = {"file": self.file, "error": told}
            return
        upload_id, plan = self._begun or (None, None)
        chosen = plan.chosen.len() if plan else 0
        outcome = "unknown" if upload_id else "failed"
        self._told = {
            "upload_id": upload_id,
            "destination": self._destination,
            "outcome": "cancelled" if isinstance(error, Cancelled) else outcome,
            "batches": [],
            "products": plan.payload.count if plan else 0,
            "left_out": plan.left_out if plan else 0,
            "unchanged": plan.unchanged if plan else 0,
            "planned": 0,
            "sent": chosen,
            "accepted": 0,
            "rejected": 0,
            "unknown": chosen,
            "plan": self._plan,
            "requests": self.requests,
            "problems": [],
            "error": told,
        }

    def checked(self, payload: Payload) -> None:
        """The outcome of ``check``."""
        from hkj_desktop.catalog.problems import Severity

        checked = payload.checked
        catalog, counts = checked.catalog, checked.counts
        warnings = checked.problems.count(Severity.WARNING)
        self.errors = checked.problems.count(Severity.ERROR)
        self.line(
            f"{catalog.name}: {many(counts.total, 'product')}, {counts.ready} ready, "
            f"{counts.with_error} with a problem, {counts.worth_a_look} worth a look."
        )
        self._tell_items(payload)
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
            "problems": [problem_object(problem) for problem in checked.problems],
        }

    def _tell_items(self, payload: Payload) -> None:
        """Several SKUs of a product, and several stores, make more items than products."""
        if payload.count != payload.checked.counts.total:
            total = many(payload.checked.counts.total, "product")
            self.line(f"{total} make {many(payload.count, payload.system.unit.value)}: one for each SKU in each store.")

    def planned(self, plan: Plan, comparison: Comparison | None, *, dry: bool) -> None:
        """What will be sent; with ``dry`` that is all there is to say."""
        self._tell_items(plan.payload)
        self._plan = plan_object(plan, comparison)
        if comparison is not None and comparison.since is not None:
            when = time.strftime("%Y-%m-%d %H:%M", time.localtime(comparison.since))
            # What puts an upload back holds that alone: all else is not in its file, and no news.
            gone = "" if plan.reverts else f", {len(comparison.gone)} no longer in the file (stay in the shop)"
            self.line(
                f"Compared with all that this computer has sent to this shop, last at {when}: "
                f"{comparison.new.len()} new, {comparison.changed.len()} changed, "
                f"{comparison.same.len()} unchanged (not sent){gone}."
            )
            for one in comparison.shown[:SHOWN_CHANGES]:
                fields = "; ".join(f"{f.field}: {_short(f.before)} → {_short(f.after)}" for f in one.fields)
                self.line(f"  {one.key}  {fields}")
            if comparison.changed.len() > SHOWN_CHANGES:
                self.line(f"  … and {comparison.changed.len() - SHOWN_CHANGES:,} more")
        if comparison is not None and comparison.doubtful:
            doubtful = self._units(comparison.doubtful)
            self.line(f"It is not known what became of {doubtful} of earlier uploads; hkj-desktop history names them.")
        if plan.chosen.len():
            way = "one by one (as events)" if plan.via.value == "events" else "as one list (by bulk import)"
            self.line(f"{self._units(plan.chosen.len())} to send, {way}.")
        if dry:
            self.line("Nothing was sent.")
            self._told = {"destination": self._destination, "products": plan.payload.count, "plan": self._plan}

    def cannot_be_deleted(self, keys: Sequence[str], later: int) -> None:
        """Products that the upload added, and that stay in the shop; how many were changed by later uploads too."""
        if later:
            self.line(
                f"{many(later, 'product')} was changed by later uploads too; only what this one changed goes back."
            )
        if keys:
            shown = ", ".join(keys[:SHOWN_CHANGES])
            self.line(f"{many(len(keys), 'product')} was new then and cannot be deleted from here: {shown}")

    def stood(self, upload: Upload) -> None:
        """Where an interrupted upload stands, before it goes on."""
        self._unit = destination(upload.target.destination).unit.value
        confirmed = upload.accepted + upload.rejected
        self.line(
            f"{upload.file_name} to {upload.target.profile_name}: {confirmed:,} confirmed, "
            f"{upload.unknown:,} being checked, {upload.planned:,} left."
        )

    def went_on(self, upload: Upload, batches: list[Batch], problems: Problems) -> None:
        """How an upload that was taken up ended."""
        self._ended(upload, batches)
        self._list(problems)
        told = upload_object(upload)
        told["problems"] = [problem_object(problem) for problem in problems]
        self._resumed.append(told)

    def not_resumed(self, upload: Upload, error: AppError) -> None:
        """An upload could not be taken up."""
        self.line(texts.sentence(texts.error_words(error)))
        self._resumed.append({**upload_object(upload), "problems": [], "error": error_object(error)})

    def resumed(self, stopped: Sequence[Upload] = ()) -> None:
        """All that was interrupted has been taken up; ``stopped`` ended otherwise and are not settled."""
        if not self._resumed:
            self.line("No upload was interrupted.")
        for upload in stopped:
            open_ = upload.unknown + upload.planned
            self._unit = destination(upload.target.destination).unit.value
            self.line(f"{upload.file_name}: {self._units(open_)} not settled. hkj-desktop resume {upload.id}")
        self._told = {"uploads": self._resumed}

    def progress(self, progress: Progress) -> None:
        """One line each time that something worth reading has changed."""
        text = {
            "sending": f"Sending: {progress.bytes_sent:,} of {progress.bytes_total:,} bytes",
            "importing": f"The shop has worked through {progress.done} of {self._units(progress.total)}",
        }[progress.stage.value]
        if progress.trouble is not None:
            words = texts.code_words(progress.trouble, {"reason": progress.reason})
            text = f"{words.title}; trying again."
        if progress.searching and progress.trouble is None and progress.stage.value == "sending":
            left = self._units(progress.searching)
            text = f"The shop refused a list because of something in it; finding out what: {left} to go"
        if progress.rest and progress.trouble is None:
            text += f" ({self._units(progress.rest)} once more: the shop did not name all that it refused)"
        quiet = progress.stage.value == "sending" and progress.bytes_sent < progress.bytes_total
        if text != self._last_progress and (progress.trouble is not None or not quiet):
            self._last_progress = text
            self.line(text)

    def sent(self, plan: Plan, upload: Upload | None, batches: list[Batch], problems: Problems) -> None:
        """The outcome of ``send``; ``upload`` is None where there was nothing to send."""
        from hkj_desktop.catalog.problems import Severity

        self.errors = problems.count(Severity.ERROR)
        if upload is None:
            unchanged = "Nothing has changed, so nothing was sent."
            self.line(unchanged if plan.unchanged else "No product is ready, so nothing was sent.")
        else:
            self._ended(upload, batches)
        self._list(problems)
        told = upload_object(upload) if upload else {}
        self._told = {
            "upload_id": upload.id if upload else None,
            "destination": self._destination,
            "outcome": upload.outcome if upload else "done",
            "batches": [batch_object(batch, plan.payload.system) for batch in batches],
            "products": plan.payload.count,
            "left_out": plan.left_out,
            "unchanged": plan.unchanged,
            **{name: told.get(name, 0) for name in ("planned", "sent", "accepted", "rejected", "unknown")},
            "plan": self._plan,
            "requests": self.requests,
            "problems": [problem_object(problem) for problem in problems],
            "error": told.get("error"),
        }

    def reports(self, paths: Sequence[Path]) -> None:
        """What the shop said as it came, where it gives such."""
        for path in paths:
            self.line(f"The shop's own report: {path}")

    def _ended(self, upload: Upload, batches: list[Batch]) -> None:
        """One line with the sum, and what went wrong."""
        self.failed_in_shop = next((b.error_kind or "system" for b in batches if b.status == "failed"), None)
        open_ = [b for b in batches if b.undecided]
        self.unfinished = any(b.status not in ("done", "failed") and b.via.value == "bulk" for b in open_)
        outcome = texts.word(texts.OUTCOMES, upload.outcome or "interrupted", "Outcome")
        self.line(
            f"{outcome}. {upload.sent} sent = {upload.accepted} accepted + {upload.rejected} refused + "
            f"{upload.unknown} not known yet. {self._units(upload.left_out)} stayed behind."
            + (f" {self._units(upload.planned)} not sent." if upload.planned else "")
        )
        if upload.rejected and not upload.unknown and not upload.planned:
            self.line(f"All {upload.rejected:,} problems of the shop were found, in {many(self.requests, 'request')}.")
        if upload.error_code:
            self.line(texts.sentence(texts.code_words(upload.error_code, upload.error_params)))
        if upload.unknown or upload.planned:
            self.line(f"To ask what became of them, and to go on: hkj-desktop resume {upload.id}")

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
        self._told = {"uploads": [upload_object(upload) for upload in uploads]}

    def announced(self, line: str) -> None:
        """The practice shop is ready; ``line`` is its JSON announcement."""
        if self._as_json:
            with suppress(OSError):  # whoever started it has stopped reading; the leash or a signal ends it
                _put(sys.stdout, line)
        else:
            told = json.loads(line)
            stores = ", ".join(told["haqm_stores"])
            self.line(
                f"The practice shop is at {told['base_url']}  (key: {told['api_key']})\n"
                f"The practice stores are at {told['haqm_url']}, region {told['haqm_region']}  ({stores};"
                f" key id: {told['haqm_access_key_id']}, secret: {told['haqm_secret_access_key']})\nCtrl+C ends it."
            )

    def save_problems(self, path: Path | None, problems: Problems) -> None:
        """Save the list where ``--problems`` says. Raises FileNotSaved."""
        if path is None:
            return
        from hkj_desktop.files.problem_report import write_problems

        write_problems(path, problems, headers=texts.REPORT_HEADERS, words=texts.report_words)
        self.line(f"{many(len(problems), 'problem')} saved in {path}")

    def _list(self, problems: Problems) -> None:
        of_kind: Counter[str] = Counter()
        shown = 0
        for problem in problems:
            of_kind[problem.code] += 1
            if of_kind[problem.code] > SHOWN_OF_KIND or shown == SHOWN_PROBLEMS:
                continue
            shown += 1
            severity = texts.word(texts.SEVERITIES, problem.severity.value, "Severity")
            self.line(f"  {problem.place or '-':>6}  {severity}: {texts.sentence(texts.problem_words(problem))}")
        if len(problems) > shown:
            self.line(f"  … and {len(problems) - shown} more; --problems OUT.csv saves all of them")


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


def _short(value: object) -> str:
    text = "(empty)" if value is None else str(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"
