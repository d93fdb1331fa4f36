"""The bodies that wait in the outbox: which of them nobody needs any more."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from hkj_desktop.uploads.journal import Journal

log = logging.getLogger(__name__)

#: Seconds that a body is kept after it was written, so that an upload that did not go well can be sent again.
KEEP = 30 * 24 * 3600.0
#: What we write there: bodies, and the half-written files of a program that was killed (system/atomic.py).
_OURS = re.compile(r"(?P<stem>.+-[0-9]+)\.(json|csv|xml)|\.hkj-.+\.tmp")


def prune(outbox: Path, journal: Journal, now: float) -> int:
    """Remove the bodies that are older than KEEP, save those of uploads that are under way or were interrupted.

    ``now``: seconds since 1970. Returns how many were removed. Slow (disk): call it from a task. Raises JournalError.
    """
    needed = {name.rpartition(".")[0] for name in journal.open_bodies()}
    removed = 0
    try:
        found = list(outbox.iterdir())
    except OSError as error:
        log.info("the outbox was not looked through: %s", error)
        return 0
    for path in found:
        ours = _OURS.fullmatch(path.name)
        if ours is None or ours["stem"] in needed:
            continue
        try:
            if path.is_file() and not path.is_symlink() and now - path.stat().st_mtime > KEEP:
                path.unlink()
                removed += 1
        except OSError as error:
            log.info("%s stays in the outbox: %s", path.name, error)
    return removed
