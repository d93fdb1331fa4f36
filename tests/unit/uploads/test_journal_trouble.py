"""Damaged files, full disks, folders that may not be written: each has its reason, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from hkj_desktop.errors import JournalError
from hkj_desktop.ui import texts
from hkj_desktop.uploads.entries import Step
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate
from tests.helpers.journal import NOW, UPLOAD, open_journal, planned


def reason(error: pytest.ExceptionInfo[JournalError]) -> object:
    """The reason, once it is certain that there are words for it."""
    words = texts.error_words(error.value)
    assert words != texts.code_words("no such code", {})
    return error.value.params["reason"]


def scribble(path: Path) -> None:
    path.write_bytes(b"this is no database at all, it is a letter to my aunt" * 100)


def overwrite_head(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[:100] = os.urandom(100)
    path.write_bytes(data)


def overwrite_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def somebody_elses(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE uploads (song TEXT)")
    db.close()


def without_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=1")
    db.close()


@pytest.mark.parametrize(
    "damage", [scribble, overwrite_head, overwrite_pages, cut_short, somebody_elses, without_tables]
)
def test_a_damaged_journal_is_set_aside_with_its_name_told(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """The file is kept as it is under a new name, and the program has a working journal at once."""
    planned(open_journal(tmp_path), tmp_path)
    path = tmp_path / "uploads.sqlite"
    damage(path)
    before = path.read_bytes()
    journal = open_journal(tmp_path)
    assert journal.set_aside is not None
    kept = (tmp_path / journal.set_aside).read_bytes()
    # Opening a database may note in its head that it is in WAL mode; what is in it must be there to the byte.
    assert kept[100:] == before[100:]
    assert journal.uploads() == []
    planned(journal, tmp_path, upload_id="next")
    again = open_journal(tmp_path)
    assert (again.set_aside, [upload.id for upload in again.uploads()]) == (None, ["next"])


def test_a_second_damaged_journal_does_not_replace_the_first(tmp_path: Path) -> None:
    """Two set aside in the same second have two names."""
    names = set()
    for _ in range(2):
        scribble(tmp_path / "uploads.sqlite")
        names.add(open_journal(tmp_path).set_aside)
    assert len(names) == 2
    assert {path.name for path in tmp_path.glob("*unreadable*.sqlite")} == names


def test_a_journal_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """A higher version number raises ``newer``, and not a byte of the file changes."""
    open_journal(tmp_path)
    path = tmp_path / "uploads.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(JournalError) as caught:
        open_journal(tmp_path)
    assert (reason(caught), caught.value.params["name"]) == ("newer", "uploads.sqlite")
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_journal(tmp_path: Path) -> None:
    """A crash right after the file was made leaves nothing that has to be set aside."""
    (tmp_path / "uploads.sqlite").touch()
    journal = open_journal(tmp_path)
    assert (journal.set_aside, journal.uploads()) == (None, [])


def test_a_folder_that_is_not_there_is_denied(tmp_path: Path) -> None:
    """Without its folder the journal cannot be opened, and that is told as ``denied``."""
    with pytest.raises(JournalError) as caught:
        Journal(tmp_path / "gone" / "uploads.sqlite", lambda: NOW).open()
    assert reason(caught) == "denied"


def test_a_folder_that_may_not_be_written_is_denied(tmp_path: Path) -> None:
    """A read-only folder raises ``denied``; the root account, for which no folder is, tries one that takes no files."""
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    if os.access(locked, os.W_OK):
        locked = Path("/proc/self")
        if not locked.is_dir():
            pytest.skip("this account may write everywhere")
    with pytest.raises(JournalError) as caught:
        Journal(locked / "uploads.sqlite", lambda: NOW).open()
    assert reason(caught) == "denied"


def test_a_folder_in_the_place_of_the_journal_is_denied(tmp_path: Path) -> None:
    """A folder of the journal's name cannot be opened as one, and stays."""
    (tmp_path / "uploads.sqlite").mkdir()
    with pytest.raises(JournalError) as caught:
        open_journal(tmp_path)
    assert reason(caught) == "denied"


def full_disk(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """From here on the database may not grow by a page: SQLite then says what it says on a full disk."""
    connect = sqlite3.connect

    def tight(*args: object, **kwargs: object) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*args, **kwargs)  # type: ignore[call-overload]
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count={max(1, pages)}")
        return db

    assert path.exists()
    monkeypatch.setattr(sqlite3, "connect", tight)


def test_a_full_disk_is_told_and_leaves_the_journal_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan that does not fit raises ``full``; earlier uploads are whole, and no body stays behind."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    with monkeypatch.context() as patch:
        full_disk(patch, tmp_path / "uploads.sqlite")
        with pytest.raises(JournalError) as caught:
            planned(journal, tmp_path, 500, upload_id="large")
        assert reason(caught) == "full"
        assert journal.upload(UPLOAD).products == 5
    assert [upload.id for upload in journal.uploads()] == [UPLOAD]
    assert [path.name for path in (tmp_path / "outbox").iterdir()] == ["u1-0.json"]
    planned(journal, tmp_path, 500, upload_id="large")


def test_a_new_journal_on_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk with no room for the tables raises ``full`` and sets nothing aside."""
    path = tmp_path / "uploads.sqlite"
    path.touch()
    full_disk(monkeypatch, path)
    with pytest.raises(JournalError) as caught:
        open_journal(tmp_path)
    assert reason(caught) == "full"
    assert not list(tmp_path.glob("*unreadable*"))


def test_a_journal_that_another_program_holds_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a lock is held past the time limit, the step raises ``busy`` and works afterwards."""
    monkeypatch.setattr("hkj_desktop.uploads.database.BUSY_SECONDS", 0.1)
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    holder = sqlite3.connect(tmp_path / "uploads.sqlite", isolation_level=None)
    try:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError) as caught:
            journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
        assert reason(caught) == "busy"
        assert journal.upload(UPLOAD).planned == 5, "reading goes on while another writes"
        holder.execute("ROLLBACK")
    finally:
        holder.close()
    journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)


def spoil(folder: Path, statement: str, *values: object) -> None:
    """Write what the program never writes, past the checks of the tables."""
    db = sqlite3.connect(folder / "uploads.sqlite")
    try:
        db.execute("PRAGMA ignore_check_constraints=ON")
        db.execute(statement, values)
        db.commit()
    finally:
        db.close()


SPOILT = {
    "an outcome": "UPDATE uploads SET outcome='sort of' WHERE id='u1'",
    "a moment": "UPDATE uploads SET created='abc' WHERE id='u1'",
    "a moment that never comes": "UPDATE uploads SET created=9e999 WHERE id='u1'",
    "parameters that are none": "UPDATE uploads SET error_params='[1, 2]' WHERE id='u1'",
    "parameters inside parameters": """UPDATE uploads SET error_params='{"a": {"b": 1}}' WHERE id='u1'""",
    "parameters that are no JSON": "UPDATE uploads SET error_params='{' WHERE id='u1'",
    "a count": "UPDATE uploads SET products=-1 WHERE id='u1'",
    "bytes for a name": "UPDATE uploads SET file_name=x'ff' WHERE id='u1'",
    "a fate": "UPDATE items SET fate='eaten' WHERE upload_id='u1' AND position=2",
}


@pytest.mark.parametrize("statement", SPOILT.values(), ids=SPOILT)
def test_one_damaged_upload_does_not_hide_the_others(tmp_path: Path, statement: str) -> None:
    """It raises ``damaged`` when it is asked for; the others are listed, and its id is told."""
    journal = open_journal(tmp_path)
    for name in (UPLOAD, "u2", "u3"):
        planned(journal, tmp_path, upload_id=name)
    spoil(tmp_path, statement)
    journal = open_journal(tmp_path)
    assert journal.set_aside is None
    assert {upload.id for upload in journal.uploads()} == {"u2", "u3"}
    assert {upload.id for upload in journal.interrupted()} == {"u2", "u3"}
    assert journal.damaged() == [UPLOAD]
    with pytest.raises(JournalError) as caught:
        journal.upload(UPLOAD)
    assert reason(caught) == "damaged"
    assert journal.upload("u2").planned == 5


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE batches SET state='baked' WHERE upload_id='u1'", Journal.batches),
        ("UPDATE batches SET batch_id=-7 WHERE upload_id='u1'", Journal.batches),
        ("UPDATE items SET fate='eaten' WHERE upload_id='u1'", Journal.items),
        ("UPDATE items SET row='two' WHERE upload_id='u1'", Journal.items),
    ],
)
def test_damaged_batches_and_products_are_told(
    tmp_path: Path, statement: str, read: Callable[[Journal, str], object]
) -> None:
    """They raise ``damaged``, for this upload alone."""
    journal = open_journal(tmp_path)
    for name in (UPLOAD, "u2"):
        planned(journal, tmp_path, upload_id=name)
    spoil(tmp_path, statement)
    with pytest.raises(JournalError) as caught:
        read(journal, UPLOAD)
    assert reason(caught) == "damaged"
    read(journal, "u2")


@pytest.mark.parametrize(
    "statement", [one for name, one in SPOILT.items() if name in ("an outcome", "a fate", "a moment")]
)
def test_the_tables_themselves_refuse_what_the_program_never_writes(tmp_path: Path, statement: str) -> None:
    """Whoever else writes into a new journal is stopped by SQLite."""
    planned(open_journal(tmp_path), tmp_path)
    db = sqlite3.connect(tmp_path / "uploads.sqlite")
    try:
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(statement)
    finally:
        db.close()


def test_text_that_is_no_text_is_shown_as_well_as_it_goes(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 in one name cost that name some letters, and nobody the history."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    spoil(tmp_path, "UPDATE uploads SET file_name=CAST(x'61ff62' AS TEXT)")
    assert [upload.file_name for upload in journal.uploads()] == ["a\ufffdb"]


def test_a_number_that_the_database_does_not_take_is_told(tmp_path: Path) -> None:
    """A count past SQLite's integers raises JournalError and changes nothing."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    with pytest.raises(JournalError):
        journal.taken(UPLOAD, 0, 10**25, 5)
    (batch,) = journal.batches(UPLOAD)
    assert (batch.state, batch.batch_id) == (Step.PLANNED, None)


def test_a_journal_that_is_deleted_under_our_feet_is_told(tmp_path: Path) -> None:
    """Without its tables a step raises JournalError and no error of the database library."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    for path in tmp_path.glob("uploads.sqlite*"):
        path.unlink()
    with pytest.raises(JournalError):
        journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
