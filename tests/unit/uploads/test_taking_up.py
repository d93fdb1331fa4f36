"""Uploads that were interrupted: who may take them up, in which order, and with what end; records of earlier shapes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from hkj_desktop.errors import BatchMissing, FileNotSaved, ImportBroken, UploadBusy
from hkj_desktop.remotes.wire import BatchStatus, BulkAccepted
from hkj_desktop.system.lock import held, is_held
from hkj_desktop.uploads.database import VERSION
from hkj_desktop.uploads.entries import Outcome, Step, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known
from hkj_desktop.uploads.outbox import KEEP, interrupted, lock_of, prune
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.send import RETRY_PAUSE, Sender
from tests.helpers.cli import ROOT
from tests.helpers.journal import (
    NOW,
    TARGET,
    UPLOAD,
    QuickToken,
    ScriptedShop,
    fates,
    no_waits,
    open_journal,
    planned,
    state,
    told,
)

TAKEN = BulkAccepted(7, BatchStatus.PENDING, 5)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    return journal


def sender(shop: ScriptedShop, journal: Journal, folder: Path) -> Sender:
    return Sender(shop, journal, folder / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0)


def test_a_body_that_may_have_arrived_goes_again(journal: Journal, tmp_path: Path) -> None:
    """Cut off while sending: going on sends it once more, since the shop keeps one product for each key."""
    journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
    shop = ScriptedShop()
    upload = sender(shop, journal, tmp_path).go_on(UPLOAD, QuickToken())
    assert (len(shop.bodies), upload.outcome, told(upload)) == (1, Outcome.DONE, (0, 5, 5, 0, 0))


def test_a_batch_that_the_shop_has_is_asked_for_and_not_sent(journal: Journal, tmp_path: Path) -> None:
    """Cut off while importing: no body leaves."""
    journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
    journal.taken(UPLOAD, 0, 42, 5)
    shop = ScriptedShop()
    upload = sender(shop, journal, tmp_path).go_on(UPLOAD, QuickToken())
    assert (shop.bodies, shop.asked, upload.outcome) == ([], [42], Outcome.DONE)


def test_a_batch_that_the_shop_has_lost_goes_again(journal: Journal, tmp_path: Path) -> None:
    """404 for its number: going on sends it, and ends well."""
    journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
    journal.taken(UPLOAD, 0, 42, 5)
    shop = ScriptedShop([TAKEN], [BatchMissing(batch_id=42), state()])
    upload = sender(shop, journal, tmp_path).go_on(UPLOAD, QuickToken())
    assert (len(shop.bodies), shop.asked, upload.outcome) == (1, [42, 7], Outcome.DONE)


def test_what_is_under_way_is_asked_before_anything_is_sent(journal: Journal, tmp_path: Path) -> None:
    """Of two batches the one that the shop has comes first, whatever their order in the file."""
    journal.divide(UPLOAD, 0, [_part(1, 2, tmp_path)], [(0, 1, 0), (1, 1, 1)])
    journal.step(UPLOAD, 1, Step.SENDING, Fate.UNKNOWN)
    journal.taken(UPLOAD, 1, 9, 2)
    calls: list[str] = []
    shop = ScriptedShop([TAKEN], [state("done", 2), state("done", 5)], before=calls.append)
    sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (calls, shop.asked) == (["batch", "bulk", "batch"], [9, 7])


def _part(n: int, products: int, folder: Path):  # type: ignore[no-untyped-def]
    from hkj_desktop.uploads.entries import Batch

    body = folder / "outbox" / f"{UPLOAD}-{n}.json"
    body.write_bytes(b'[\n{"sku":"A-1"},{"sku":"A-2"}\n]\n')
    return Batch(n, Step.PLANNED, body.name, body.stat().st_size, products)


def test_a_breakdown_of_the_shop_is_tried_once_more_after_a_pause(journal: Journal, tmp_path: Path) -> None:
    """The first ``system`` failure is waited out by itself; the second is told, with the button to send again."""
    broken = state("failed", 5, 2, kind="system", retriable=True)
    token = QuickToken()
    upload = sender(ScriptedShop([TAKEN], [broken, state()]), journal, tmp_path).run(UPLOAD, token)
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 5, 5, 0, 0))
    assert RETRY_PAUSE in token.waits
    planned(journal, tmp_path, upload_id="u2")
    shop = ScriptedShop([TAKEN], [broken])
    upload = sender(shop, journal, tmp_path).run("u2", QuickToken())
    assert (len(shop.bodies), upload.outcome, upload.error_code) == (2, Outcome.FAILED, ImportBroken.code)
    assert journal.batches("u2")[0].can_be_sent_whole


def test_two_cannot_carry_one_upload(journal: Journal, tmp_path: Path) -> None:
    """While one is at work the other is told, and it is not listed as interrupted; afterwards the way is free."""
    shop = ScriptedShop()
    with held(lock_of(tmp_path / "outbox", UPLOAD)) as mine:
        assert mine
        assert interrupted(journal, tmp_path / "outbox") == []
        with pytest.raises(UploadBusy):
            sender(shop, journal, tmp_path).go_on(UPLOAD, QuickToken())
    assert shop.bodies == []
    assert [upload.id for upload in interrupted(journal, tmp_path / "outbox")] == [UPLOAD]
    assert sender(shop, journal, tmp_path).go_on(UPLOAD, QuickToken()).outcome is Outcome.DONE


def test_a_lock_ends_with_its_holder(tmp_path: Path) -> None:
    """A program that is killed holds nothing any more."""
    path = tmp_path / "locks" / "u1.lock"
    code = (
        "import sys, pathlib; from hkj_desktop.system.lock import held\n"
        "with held(pathlib.Path(sys.argv[1])) as mine:\n print(mine, flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdin is not None
    try:
        assert child.stdout.readline() == b"True\n"
        assert is_held(path)
    finally:
        child.kill()
        child.wait()
        child.stdin.close()
        child.stdout.close()
    assert not is_held(path)


def test_a_place_that_takes_no_lock_is_told(tmp_path: Path) -> None:
    """A file where the folder should be is an error with words, not a traceback."""
    (tmp_path / "locks").write_text("a file")
    with pytest.raises(FileNotSaved), held(tmp_path / "locks" / "u1.lock"):
        pass


def test_old_locks_are_removed(journal: Journal, tmp_path: Path) -> None:
    """Those of a month ago go with the bodies of a month ago; new ones and strange files stay."""
    folder = lock_of(tmp_path / "outbox", UPLOAD).parent
    folder.mkdir()
    for name in ("0a1b.lock", "new.lock", "notes.txt"):
        (folder / name).touch()
        if name != "new.lock":
            os.utime(folder / name, (NOW - KEEP - 60,) * 2)
    os.utime(folder / "new.lock", (NOW, NOW))
    prune(tmp_path / "outbox", journal, NOW)
    assert {path.name for path in folder.iterdir()} == {"new.lock", "notes.txt"}


FIRST_SHAPE = """
CREATE TABLE uploads (id TEXT PRIMARY KEY, destination TEXT NOT NULL, profile_id TEXT NOT NULL,
  profile_name TEXT NOT NULL, base_url TEXT NOT NULL, file_name TEXT NOT NULL, file_path TEXT NOT NULL,
  format TEXT NOT NULL, products INTEGER NOT NULL, left_out INTEGER NOT NULL, created REAL NOT NULL,
  changed REAL NOT NULL, outcome TEXT, error_code TEXT, error_params TEXT);
CREATE TABLE batches (upload_id TEXT NOT NULL REFERENCES uploads(id) ON DELETE CASCADE, n INTEGER NOT NULL,
  state TEXT NOT NULL, body TEXT NOT NULL, size INTEGER NOT NULL, products INTEGER NOT NULL, batch_id INTEGER,
  status TEXT, total_rows INTEGER, processed_rows INTEGER, error_rows INTEGER, error_kind TEXT, error_summary TEXT,
  retriable INTEGER, PRIMARY KEY (upload_id, n)) WITHOUT ROWID;
CREATE TABLE items (upload_id TEXT NOT NULL REFERENCES uploads(id) ON DELETE CASCADE, n INTEGER NOT NULL,
  position INTEGER NOT NULL, product INTEGER NOT NULL, row INTEGER NOT NULL, sku TEXT, title_en TEXT, title_ar TEXT,
  fils INTEGER, fate TEXT NOT NULL DEFAULT 'planned', message TEXT, PRIMARY KEY (upload_id, n, position)) WITHOUT ROWID;
CREATE INDEX uploads_created ON uploads(created);
CREATE INDEX items_fate ON items(upload_id, fate);
CREATE VIEW uploads_told AS SELECT u.*, u.rowid AS at, 0 AS planned, 0 AS accepted, 0 AS rejected, 0 AS unknown
  FROM uploads u;
INSERT INTO uploads VALUES ('old', 'hkj', 'p1', 'My shop', 'https://shop.example/api', 'a.csv', '/a.csv', 'json', 2, 0,
  1.0, 2.0, NULL, NULL, NULL);
INSERT INTO batches VALUES ('old', 0, 'taken', 'old-0.json', 9, 2, 7, NULL, 2, NULL, NULL, NULL, NULL, NULL);
INSERT INTO items VALUES ('old', 0, 0, 1, 2, 'A-1', 'x', 'y', 5, 'unknown', NULL),
  ('old', 0, 1, 2, 3, 'A-2', 'x', 'y', 5, 'unknown', NULL);
PRAGMA user_version=1;
"""


def test_a_record_of_the_first_shape_is_taken_over(tmp_path: Path) -> None:
    """An upload that an older version left open goes on, and the new tables are there."""
    with sqlite3.connect(tmp_path / "uploads.sqlite") as db:
        db.executescript(FIRST_SHAPE)
    db.close()
    (tmp_path / "outbox").mkdir()
    (tmp_path / "outbox" / "old-0.json").write_bytes(b'[\n{"sku":"A-1","price_fils":5},{"sku":"A-2"}\n]\n')
    journal = open_journal(tmp_path)
    assert journal.set_aside is None
    (upload,) = journal.interrupted()
    assert (upload.unknown, upload.unchanged, upload.via) == (2, 0, Via.AUTO)
    shop = ScriptedShop(batch=[state("done", 2)])
    assert sender(shop, journal, tmp_path).go_on("old", QuickToken()).outcome is Outcome.DONE
    assert fates(journal, "old") == "aa"
    assert Known(journal).prices(TARGET.shop) == {"A-1": 5}
    with sqlite3.connect(tmp_path / "uploads.sqlite") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
    db.close()
    assert open_journal(tmp_path).set_aside is None


def test_a_record_of_the_second_shape_is_taken_over(tmp_path: Path) -> None:
    """An import that an older version followed goes on under its number, and texts are kept as numbers of imports from
    now on."""
    with sqlite3.connect(tmp_path / "uploads.sqlite") as db:
        db.executescript((ROOT / "tests" / "data" / "record_2.sql").read_text(encoding="utf-8"))
    db.close()
    (tmp_path / "outbox").mkdir()
    (tmp_path / "outbox" / "old-0.json").write_bytes(b'[\n{"sku":"A-1","price_fils":5},{"sku":"A-2"}\n]\n')
    journal = open_journal(tmp_path)
    assert journal.set_aside is None
    (upload,) = journal.interrupted()
    assert (upload.unknown, upload.target.account, upload.target.region) == (2, "a1", "")
    shop = ScriptedShop(batch=[state("done", 2)])
    assert sender(shop, journal, tmp_path).go_on("old", QuickToken()).outcome is Outcome.DONE
    assert shop.asked == [7]
    journal.taken("old", 0, "0123", 2)
    assert journal.batches("old")[0].batch_id == "0123"
