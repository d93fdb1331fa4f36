"""Uploads written down and ready to be sent, a clock in the test's hands, and a shop that follows a script."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import BinaryIO

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.files.payload import ProductPayload
from hkj_desktop.files.read import read_catalog
from hkj_desktop.remotes.wire import BatchState, BatchStatus, BulkAccepted, Event, EventsAnswer, RowError, parse_events
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Destination
from hkj_desktop.uploads.entries import Target, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.plan import ready_plan, write_plan
from hkj_desktop.uploads.polling import Look, waits

NOW = 1_800_000_000.0
TARGET = Target("hkj", "p1", "My shop", "https://shop.example/api")
UPLOAD = "u1"


class Clock:
    """Seconds since 1970, moved by hand."""

    def __init__(self, now: float = NOW) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class QuickToken(CancelToken):
    """Every wait is over at once; ``waits`` has the seconds that were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        return self.cancelled


def no_waits(grace: float, _system: Destination | None = None) -> Generator[float, Look, None]:
    """The usual schedule with every wait at once; 1,000 looks, so that a test never hangs."""
    schedule = waits(first=0.0, growth=1.0, slowest=0.0, grace=grace)
    seconds = next(schedule)
    for _ in range(1000):
        look = yield seconds
        try:
            seconds = schedule.send(look)
        except StopIteration:
            return


def state(status: str = "done", total: int = 5, processed: int | None = None, *errors: tuple[int | None, str],
          error_rows: int | None = None, kind: str | None = None, summary: str | None = None,
          retriable: bool = False) -> BatchState:  # fmt: skip
    """What a shop says of batch 7; by default, everything that is not an error was processed."""
    wrong = len(errors) if error_rows is None else error_rows
    known = status if status in list(BatchStatus) else "other"
    return BatchState(
        batch_id=7,
        format="json",
        status=BatchStatus(known),
        status_text=status,
        total_rows=total,
        processed_rows=total - wrong if processed is None else processed,
        error_rows=wrong,
        error_kind=kind,
        error_summary=summary,
        retriable=retriable,
        errors=tuple(RowError(row, words) for row, words in errors),
    )


def write_catalogue(path: Path, count: int = 5, *, filler: int = 0, title: str = "عسل") -> Path:
    """A CSV of ``count`` good products, A-1 to A-count, 1.250 JOD each; ``filler``: bytes of description in each."""
    lines = ["sku,title_en,title_ar,price_jod,description_en"]
    lines += [f"A-{n},Honey {n},{title} {n},1.250,{'x' * filler}" for n in range(1, count + 1)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def checked_file(path: Path) -> Checked:
    return check(read_catalog(path), load_fields("hkj"))


def payload_of(path: Path) -> ProductPayload:
    """The catalogue at ``path`` as HKJ takes it."""
    return ProductPayload(checked_file(path))


def open_journal(folder: Path, clock: Callable[[], float] = lambda: NOW) -> Journal:
    folder.mkdir(parents=True, exist_ok=True)
    return Journal(folder / "uploads.sqlite", clock).open()


def planned(journal: Journal, folder: Path, count: int = 5, *, upload_id: str = UPLOAD, filler: int = 0,
            format_: str = "json", target: Target = TARGET, via: Via = Via.BULK) -> Upload:  # fmt: skip
    """A written plan of ``count`` products; its bodies are in ``folder``/outbox."""
    (folder / "outbox").mkdir(parents=True, exist_ok=True)
    path = write_catalogue(folder / f"{upload_id}.csv", count, filler=filler)
    plan = ready_plan(payload_of(path), target, path, format_=format_, via=via)
    return write_plan(plan, journal, folder / "outbox", upload_id=upload_id, now=NOW)


def fates(journal: Journal, upload_id: str = UPLOAD) -> str:
    """One letter for each product in order: planned, accepted, rejected, unknown."""
    return "".join(item.fate.value[0] for item in journal.items(upload_id))


def told(upload: Upload) -> tuple[int, int, int, int, int]:
    """Planned, sent, accepted, rejected, unknown; and the sum that must always hold."""
    assert upload.sent == upload.accepted + upload.rejected + upload.unknown
    return upload.planned, upload.sent, upload.accepted, upload.rejected, upload.unknown


def rejected_words(journal: Journal, upload_id: str = UPLOAD) -> dict[int, str | None]:
    return {item.product: item.message for item in journal.items(upload_id, Fate.REJECTED)}


class ScriptedShop:
    """Answers ``bulk`` and ``batch`` from two lists (the last one repeated); an exception in them is raised.

    ``bodies``: what arrived. ``before``: called ahead of every answer with the name of the call.
    """

    def __init__(
        self,
        bulk: list[BulkAccepted | BaseException] | None = None,
        batch: list[BatchState | BaseException] | None = None,
        before: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._answers: dict[str, list[BulkAccepted | BaseException] | list[BatchState | BaseException]] = {
            "bulk": bulk or [BulkAccepted(7, BatchStatus.PENDING, 5)],
            "batch": batch or [state()],
        }
        self._turns = {"bulk": 0, "batch": 0}
        self._before = before
        self.bodies: list[bytes] = []
        self.asked: list[int] = []
        self.events_sent: list[list[str]] = []

    def bulk(self, body: BinaryIO, *, size: int, filename: str, format: str | None = None,  # noqa: A002
             raw: bool = False, on_bytes: Callable[[int], None] | None = None,
             cancel: CancelToken | None = None) -> BulkAccepted:  # fmt: skip
        self._before("bulk")
        self.bodies.append(body.read())
        assert len(self.bodies[-1]) == size
        if on_bytes:
            on_bytes(size)
        answer = self._next("bulk")
        assert isinstance(answer, BulkAccepted)
        return answer

    def events(self, events: Sequence[Event]) -> EventsAnswer:
        """Every event is applied."""
        self._before("events")
        self.events_sent.append([event.event_id for event in events])
        body = {"results": [{"event_id": event.event_id, "status": "applied"} for event in events]}
        return parse_events(json.dumps(body).encode())

    def batch(self, batch_id: int) -> BatchState:
        self._before("batch")
        self.asked.append(batch_id)
        answer = self._next("batch")
        assert isinstance(answer, BatchState)
        return answer

    def _next(self, call: str) -> object:
        answers = self._answers[call]
        answer = answers[min(self._turns[call], len(answers) - 1)]
        self._turns[call] += 1
        if isinstance(answer, BaseException):
            raise answer
        return answer
