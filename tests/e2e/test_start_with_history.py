"""A long record of uploads costs the start nothing that anybody could notice."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.ui.controllers.uploads import UploadsController
from hkj_desktop.uploads.connect import Connector
from hkj_desktop.uploads.journal import Journal
from tests.helpers.journal import NOW, UPLOAD, open_journal, planned
from tests.helpers.ui import InlineRunner

PAST, PRODUCTS = 1_000, 200
RUNS = 15
NOTICED = 0.05  # seconds that nobody notices

#: Table → what is different in a copy of an upload that is long over.
COPIED = {
    "uploads": {"id": ":id", "created": ":at", "changed": ":at", "outcome": "'done'"},
    "batches": {"upload_id": ":id", "state": "'settled'", "status": "'done'", "learned": "1"},
    "items": {"upload_id": ":id", "fate": "'accepted'"},
}


def computer(folder: Path, past: int) -> Folders:
    """A data folder with one upload that was interrupted, and ``past`` others that ended well."""
    found = folders(folder, {}).ensure()
    journal = open_journal(found.data)
    planned(journal, found.data, PRODUCTS)
    copies = [{"id": f"past{n}", "at": NOW - 3600.0 * n} for n in range(past)]
    with journal.writing() as db:
        for table, changed in COPIED.items():
            columns = [row["name"] for row in db.execute(f"PRAGMA table_info({table})")]
            values = ", ".join(changed.get(name, name) for name in columns)
            whose = "id" if table == "uploads" else "upload_id"
            db.executemany(
                f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {whose}='{UPLOAD}'",  # noqa: S608 - our own names
                copies,
            )
        db.executemany("INSERT INTO changes SELECT :id, key, NULL, '{}' FROM items WHERE upload_id=:id", copies)
    return found


def start(where: Folders) -> list[str]:
    """What the window does with the record when it starts; the ids of the uploads that it says were interrupted."""
    connector = Connector(time.time, random.random)
    journals: list[Journal] = []

    def journal() -> Journal:
        journals[:] = journals or [Journal(where.journal_file, time.time).open()]
        return journals[0]

    uploads = UploadsController(InlineRunner(), journal, where, connector.shop, time.time)
    found: list[str] = []
    uploads.interrupted.connect(lambda listed: found.extend(upload.id for upload in listed))
    uploads.look_for_interrupted()
    return found


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@pytest.mark.slow
def test_a_thousand_past_uploads_do_not_slow_the_start(qapp: Any, tmp_path: Path) -> None:
    """With 1,000 past uploads of 200 products, what the window does at its start takes less than 50 ms longer than with
    none, and less than a fifth of the time that reading the whole record takes; it finds the interrupted one."""
    without, with_ = computer(tmp_path / "without", 0), computer(tmp_path / "with", PAST)
    assert start(without) == start(with_) == [UPLOAD]
    times = [(seconds(lambda: start(without)), seconds(lambda: start(with_))) for _ in range(RUNS)]
    short, long = (statistics.median(column) for column in zip(*times, strict=True))
    journal = open_journal(with_.data)
    listed = journal.uploads(2 * PAST)
    whole = statistics.median(seconds(lambda: journal.uploads(2 * PAST)) for _ in range(3))
    print(f"start: {short * 1000:.1f} ms with no past uploads, {long * 1000:.1f} ms with {PAST:,}")
    print(f"reading all of them: {whole * 1000:.0f} ms, {with_.journal_file.stat().st_size / 2**20:.0f} MiB")
    assert len(listed) == PAST + 1
    assert long - short < NOTICED
    assert long - short < whole / 5, "a start that reads the whole record would be seen here"
