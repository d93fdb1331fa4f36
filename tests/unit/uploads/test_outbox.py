"""Bodies that nobody needs any more leave the outbox; those of open uploads stay, however old."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hkj_desktop.uploads.entries import Outcome
from hkj_desktop.uploads.outbox import KEEP, prune
from tests.helpers.journal import NOW, open_journal, planned

OLD = NOW - KEEP - 1


def age(folder: Path, moment: float) -> None:
    for path in folder.iterdir():
        os.utime(path, (moment, moment))


def names(folder: Path) -> set[str]:
    return {path.name for path in (folder / "outbox").iterdir()}


def test_old_bodies_of_closed_and_forgotten_uploads_go(tmp_path: Path) -> None:
    """Cancelled, not known, or in no journal: after KEEP seconds the body goes; one that is open keeps its files."""
    journal = open_journal(tmp_path)
    for name in ("open", "cancelled", "unknown"):
        planned(journal, tmp_path, upload_id=name, format_="csv")
    journal.end("cancelled", Outcome.CANCELLED)
    journal.end("unknown", Outcome.UNKNOWN)
    (tmp_path / "outbox" / "nobody-0.json").write_bytes(b"[]")
    (tmp_path / "outbox" / ".hkj-1-2.tmp").write_bytes(b"[")
    age(tmp_path / "outbox", OLD)
    assert prune(tmp_path / "outbox", journal, NOW) == 6
    assert names(tmp_path) == {"open-0.csv", "open-0.json"}


def test_what_is_young_or_not_ours_stays(tmp_path: Path) -> None:
    """Up to KEEP seconds nothing is removed, and never a file that the program did not name, a link or a folder."""
    journal = open_journal(tmp_path)
    planned(journal, tmp_path, upload_id="done")
    journal.end("done", Outcome.UNKNOWN)
    age(tmp_path / "outbox", NOW - KEEP)
    assert prune(tmp_path / "outbox", journal, NOW) == 0
    (tmp_path / "outbox" / "my notes.txt").write_text("keep", "utf-8")
    (tmp_path / "outbox" / "folder-0.json").mkdir()
    age(tmp_path / "outbox", OLD)
    assert prune(tmp_path / "outbox", journal, NOW) == 1
    assert names(tmp_path) == {"my notes.txt", "folder-0.json"}


def test_an_outbox_that_is_not_there_needs_no_pruning(tmp_path: Path) -> None:
    """A missing folder is no error."""
    assert prune(tmp_path / "gone", open_journal(tmp_path), NOW) == 0


def test_a_body_that_cannot_be_removed_stays_and_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program may hold it: the others go all the same."""
    journal = open_journal(tmp_path)
    for name in ("a", "b"):
        planned(journal, tmp_path, upload_id=name)
        journal.end(name, Outcome.CANCELLED)
    age(tmp_path / "outbox", OLD)
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:  # as in pathlib
        if path.name == "a-0.json":
            raise PermissionError(13, "held")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    assert prune(tmp_path / "outbox", journal, NOW) == 1
    assert names(tmp_path) == {"a-0.json"}
