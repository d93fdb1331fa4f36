"""The record of uploads: every step, the sums, and what another start of the program finds."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hkj_desktop.errors import FileMissing, JournalError, KeyRefused
from hkj_desktop.uploads.entries import Outcome, Step
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate, settle
from tests.helpers.journal import NOW, TARGET, UPLOAD, Clock, fates, open_journal, planned, rejected_words, state, told


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path)


def only_batch(journal: Journal) -> tuple[Step, int | None, str | None]:
    (batch,) = journal.batches(UPLOAD)
    return batch.state, batch.batch_id, batch.status


def test_a_plan_is_written_down_whole_before_anything_is_sent(journal: Journal, tmp_path: Path) -> None:
    """Target, file, products and the body's name and size can be read back; nothing counts as sent."""
    upload = planned(journal, tmp_path)
    assert (upload.target, upload.file_name, upload.format) == (TARGET, "u1.csv", "json")
    assert upload.file_path == str(tmp_path / "u1.csv")
    assert (upload.products, upload.left_out, upload.created, upload.outcome) == (5, 0, NOW, None)
    assert told(upload) == (5, 0, 0, 0, 0)
    (batch,) = journal.batches(UPLOAD)
    body = tmp_path / "outbox" / batch.body
    assert (batch.state, batch.size, batch.products) == (Step.PLANNED, body.stat().st_size, 5)
    items = journal.items(UPLOAD)
    assert [(one.product, one.row, one.sku, one.title_en) for one in items[:2]] == [
        (1, 2, "A-1", "Honey 1"),
        (2, 3, "A-2", "Honey 2"),
    ]


def test_each_step_is_told_to_whoever_reads_next(journal: Journal, tmp_path: Path) -> None:
    """From planned over sending, taken and under way to settled, another connection sees each step and its sums."""
    planned(journal, tmp_path)
    other = open_journal(tmp_path)

    journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
    assert only_batch(other) == (Step.SENDING, None, None)
    assert told(other.upload(UPLOAD)) == (0, 5, 0, 0, 5)

    journal.taken(UPLOAD, 0, 7, 5)
    assert only_batch(other) == (Step.TAKEN, 7, None)

    journal.progress(UPLOAD, 0, state("started", 5, 2, (2, "Bad.")))
    assert only_batch(other) == (Step.TAKEN, 7, "started")
    assert told(other.upload(UPLOAD)) == (0, 5, 0, 0, 5)

    last = state("done", 5, None, (2, "Bad."), (5, "Worse."), summary="3 of 5")
    journal.settle(UPLOAD, 0, last, settle(last, 5))
    assert only_batch(other) == (Step.SETTLED, 7, "done")
    assert (fates(other), rejected_words(other)) == ("araar", {2: "Bad.", 5: "Worse."})
    journal.end(UPLOAD, Outcome.DONE)
    upload = other.upload(UPLOAD)
    assert told(upload) == (0, 5, 3, 2, 0)
    assert upload.settled
    (batch,) = other.batches(UPLOAD)
    assert (batch.total_rows, batch.processed_rows, batch.error_rows, batch.error_summary) == (5, 3, 2, "3 of 5")


def test_a_reason_is_kept_with_its_parameters(journal: Journal, tmp_path: Path) -> None:
    """Code and parameters of an error come back as they were, and go when the upload goes on."""
    planned(journal, tmp_path)
    journal.end(UPLOAD, Outcome.FAILED, KeyRefused(host="shop.example", status=401, message="لا"))
    upload = journal.upload(UPLOAD)
    assert (upload.outcome, upload.error_code) == (Outcome.FAILED, "key_refused")
    assert upload.error_params == {"host": "shop.example", "status": 401, "message": "لا"}
    journal.end(UPLOAD, None)
    assert journal.upload(UPLOAD).error_code is None


def test_products_that_the_shop_has_decided_stay_decided(journal: Journal, tmp_path: Path) -> None:
    """Going back to planned takes only the undecided products along, and forgets what was said of the batch."""
    planned(journal, tmp_path)
    last = state("failed", 5, 2, (1, "Bad."), kind="system", retriable=True)
    journal.settle(UPLOAD, 0, last, settle(last, 5))
    assert fates(journal) == "ruuuu"
    journal.step(UPLOAD, 0, Step.PLANNED, Fate.PLANNED)
    assert fates(journal) == "rpppp"
    (batch,) = journal.batches(UPLOAD)
    assert (batch.batch_id, batch.status, batch.error_kind, batch.retriable) == (None, None, None, False)


def test_uploads_come_newest_first_and_as_many_as_were_asked_for(tmp_path: Path) -> None:
    """Three uploads of one second stay in the order in which they were made."""
    journal = open_journal(tmp_path)
    for name in ("a", "b", "c"):
        planned(journal, tmp_path, 1, upload_id=name)
    assert [upload.id for upload in journal.uploads()] == ["c", "b", "a"]
    assert [upload.id for upload in journal.uploads(2)] == ["c", "b"]


def test_interrupted_uploads_are_those_without_an_outcome(tmp_path: Path) -> None:
    """Whatever ended is left out; what was only planned or under way is found."""
    journal = open_journal(tmp_path)
    for name in ("planned", "sending", "done", "cancelled"):
        planned(journal, tmp_path, 1, upload_id=name)
    journal.step("sending", 0, Step.SENDING, Fate.UNKNOWN)
    journal.end("done", Outcome.DONE)
    journal.end("cancelled", Outcome.CANCELLED)
    assert [upload.id for upload in journal.interrupted()] == ["sending", "planned"]


def test_items_can_be_asked_for_by_their_fate(journal: Journal, tmp_path: Path) -> None:
    """Only the fates that were named, in the order in which they were sent."""
    planned(journal, tmp_path)
    last = state("done", 5, 3, (2, "Bad."), error_rows=2)
    journal.settle(UPLOAD, 0, last, settle(last, 5))
    assert [item.product for item in journal.items(UPLOAD, Fate.ACCEPTED)] == [1]
    assert [item.product for item in journal.items(UPLOAD, Fate.REJECTED, Fate.UNKNOWN)] == [2, 3, 4, 5]


def test_an_upload_that_is_not_there_is_missing(journal: Journal) -> None:
    """Asking for an unknown id raises JournalError ``missing`` with that id."""
    with pytest.raises(JournalError) as caught:
        journal.upload("nobody")
    assert caught.value.params == {"reason": "missing", "name": "nobody"}


def test_times_come_from_the_clock_that_was_handed_in(tmp_path: Path) -> None:
    """Each step moves ``changed`` to the clock's time and leaves ``created`` alone."""
    clock = Clock()
    journal = open_journal(tmp_path, clock)
    planned(journal, tmp_path)
    clock.now += 60
    journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
    upload = journal.upload(UPLOAD)
    assert (upload.created, upload.changed) == (NOW, NOW + 60)


def test_the_journal_is_a_write_ahead_log_that_is_forced_to_disk(journal: Journal, tmp_path: Path) -> None:
    """The file is in WAL mode, and its version is ours."""
    assert open_journal(tmp_path).uploads() == []
    with sqlite3.connect(tmp_path / "uploads.sqlite") as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA user_version").fetchone() == (3,)
    db.close()


def test_a_step_that_fails_half_way_changes_nothing(journal: Journal, tmp_path: Path) -> None:
    """When the second statement of a plan cannot be done, the first is undone as well."""
    planned(journal, tmp_path)
    with sqlite3.connect(tmp_path / "uploads.sqlite") as db:
        db.execute("CREATE TRIGGER no_items BEFORE INSERT ON items BEGIN SELECT RAISE(ABORT, 'no'); END")
    db.close()
    with pytest.raises(JournalError):
        planned(journal, tmp_path, upload_id="second")
    assert [upload.id for upload in journal.uploads()] == [UPLOAD]
    assert not list((tmp_path / "outbox").glob("second*")), "a body that nobody would ever find again"


def test_a_file_name_that_is_no_text_is_written_down_all_the_same(journal: Journal, tmp_path: Path) -> None:
    """Linux allows bytes in a file name that are no UTF-8; the journal shows them escaped."""
    if sys.platform != "linux":
        pytest.skip("only Linux has such names")
    strange = tmp_path / os.fsdecode(b"bad\xff.csv")
    (tmp_path / "outbox").mkdir()
    strange.write_text("sku,title_en,title_ar\nA,Tea,شاي\n", "utf-8")
    from hkj_desktop.uploads.plan import ready_plan, write_plan
    from tests.helpers.journal import payload_of

    plan = ready_plan(payload_of(strange), TARGET, strange)
    upload = write_plan(plan, journal, tmp_path / "outbox", upload_id="x", now=NOW)
    assert upload.file_name == "bad\\udcff.csv"


def test_two_connections_write_at_once_and_lose_nothing(tmp_path: Path) -> None:
    """Two threads of 40 steps each, on journals of their own: every step is there at the end, none was refused."""
    for name in ("a", "b"):
        planned(open_journal(tmp_path), tmp_path, 2, upload_id=name)
    trouble: list[BaseException] = []

    def work(name: str) -> None:
        try:
            mine = open_journal(tmp_path)
            for turn in range(40):
                mine.progress(name, 0, state("started", 2, turn % 2))
            mine.end(name, Outcome.DONE)
        except BaseException as error:  # noqa: BLE001 - it is looked at below
            trouble.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not trouble
    assert [upload.outcome for upload in open_journal(tmp_path).uploads()] == [Outcome.DONE, Outcome.DONE]


def test_programs_that_begin_the_same_journal_at_once_all_get_it(tmp_path: Path) -> None:
    """Four processes open a file that is not there yet; each finds a working journal and none sets it aside."""
    code = (
        "import sys, time; from pathlib import Path; from hkj_desktop.uploads.journal import Journal\n"
        "path = Path(sys.argv[1]); path.with_name(f'ready-{sys.argv[2]}').touch()\n"
        "end = time.monotonic() + 30\n"
        "while len(list(path.parent.glob('ready-*'))) < 4 and time.monotonic() < end: pass\n"
        "journal = Journal(path, time.time).open(); journal.uploads(); assert journal.set_aside is None\n"
    )
    children = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "u.sqlite"), str(n)], stderr=subprocess.PIPE)
        for n in range(4)
    ]
    ends = [child.communicate(timeout=60)[1] for child in children]
    assert [child.returncode for child in children] == [0] * 4, ends


def test_no_key_is_in_any_file_of_the_journal(tmp_path: Path) -> None:
    """The tables have no column for a shop's key, and errors are kept without the words of an exception."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    journal.end(UPLOAD, Outcome.FAILED, FileMissing(name="x"))
    with sqlite3.connect(tmp_path / "uploads.sqlite") as db:
        names = {
            row[0].lower()
            for table in ("uploads", "batches", "items", "known", "changes")
            for row in db.execute("SELECT name FROM pragma_table_info(?)", (table,))
        }
    db.close()
    names.discard("key")  # the natural key of a product: its sku, external_id or barcode
    assert not [name for name in names if "key" in name or "secret" in name or "token" in name]
