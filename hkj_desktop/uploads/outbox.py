"""The bodies that wait in the outbox, and the locks of those who carry them: which of them nobody needs any more."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from hkj_desktop.errors import FileNotSaved
from hkj_desktop.system.atomic import write_bytes
from hkj_desktop.system.lock import is_held
from hkj_desktop.uploads.entries import Upload
from hkj_desktop.uploads.journal import Journal

log = logging.getLogger(__name__)

#: Seconds that a body is kept after it was written, so that an upload that did not go well can be sent again.
KEEP = 30 * 24 * 3600.0
#: The folder with the reports of systems that give one, beside the outbox.
REPORTS = "reports"
#: What we write there: bodies, and the half-written files of a program that was killed (system/atomic.py).
_OURS = re.compile(r"(?P<stem>.+-[0-9]+)\.(json|csv|xml|report)|\.hkj-.+\.tmp")
_LOCK = re.compile(r"[0-9a-z]+\.lock")


def lock_of(outbox: Path, upload_id: str) -> Path:
    """The lock of whoever carries the upload."""
    return outbox.with_name("locks") / f"{upload_id}.lock"


def keep_report(outbox: Path, upload_id: str, n: int, report: bytes) -> None:
    """Keep what the shop said of batch ``n`` as it came. Where that fails, its meaning is in the journal all the
    same."""
    folder = outbox.with_name(REPORTS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_bytes(folder / f"{upload_id}-{n}.report", report)
    except (OSError, FileNotSaved) as error:
        log.warning("the report of %s-%s was not kept: %s", upload_id, n, error)


def reports_of(outbox: Path, upload_id: str) -> list[Path]:
    """The reports that the shop gave of this upload, in the order of its batches."""
    found = [path for path in _files(outbox.with_name(REPORTS)) if path.stem.rpartition("-")[0] == upload_id]
    return sorted(found, key=lambda path: int(path.stem.rpartition("-")[2]))


def interrupted(journal: Journal, outbox: Path) -> list[Upload]:
    """Uploads that were under way when their program ended, newest first; not those that another window or command is
    carrying right now. Raises JournalError."""
    return [upload for upload in journal.interrupted() if not is_held(lock_of(outbox, upload.id))]


def prune(outbox: Path, journal: Journal, now: float) -> int:
    """Remove the bodies that are older than KEEP, save those of uploads that are under way or were interrupted.

    ``now``: seconds since 1970. Returns how many were removed. Slow (disk): call it from a task. Raises JournalError.
    """
    needed = {name.rpartition(".")[0] for name in journal.open_bodies()}
    old = [path for path in _files(outbox) if _is_ours(path.name, needed) and _is_old(path, now)]
    old += [path for path in _files(outbox.with_name(REPORTS)) if _OURS.fullmatch(path.name) and _is_old(path, now)]
    locks = [path for path in _files(lock_of(outbox, "").parent) if _LOCK.fullmatch(path.name) and _is_old(path, now)]
    for path in locks:
        _remove(path)
    return sum(map(_remove, old))


def _is_ours(name: str, needed: set[str]) -> bool:
    ours = _OURS.fullmatch(name)
    return ours is not None and ours["stem"] not in needed


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from list(folder.iterdir()) if folder.exists() else ()
    except OSError as error:
        log.info("%s was not looked through: %s", folder.name, error)


def _is_old(path: Path, now: float) -> bool:
    try:
        return path.is_file() and not path.is_symlink() and now - path.stat().st_mtime > KEEP
    except OSError as error:
        log.info("%s stays: %s", path.name, error)
        return False


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError as error:
        log.info("%s stays: %s", path.name, error)
        return False
    return True
