"""The folder in which changes to catalogues are kept: how its files are called, and when they are forgotten."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path

log = logging.getLogger(__name__)

ENDING = ".jsonl"
#: Days after which the changes of a catalogue that nobody opened again are forgotten.
KEPT_DAYS = 180
_DAY = 86_400


def place_of(source: Path) -> str:
    """How the names of all files begin that keep changes to a catalogue at this place."""
    return hashlib.sha256(str(source).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def touch(path: Path, now: float | None) -> None:
    """Somebody opened it: it is not forgotten for long. ``now`` in seconds since 1970; None: what the disk says."""
    try:
        os.utime(path, None if now is None else (now, now))
    except FileNotFoundError:
        return
    except OSError as error:
        log.info("a draft cannot be touched: %s", error)


def prune(folder: Path, now: float) -> None:
    """Forget the changes of catalogues that nobody opened for long; ``now`` in seconds since 1970."""
    for path in folder.glob(f"*{ENDING}*"):
        try:
            if now - path.stat().st_mtime > KEPT_DAYS * _DAY:
                path.unlink()
        except OSError as error:
            log.info("an old draft stays: %s", error)
