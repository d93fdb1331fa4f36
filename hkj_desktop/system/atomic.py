"""Writing a file so that a crash, a full disk or a power cut leaves either the old content or the new one."""

from __future__ import annotations

import errno
import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from hkj_desktop.errors import FileNotSaved

log = logging.getLogger(__name__)

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
BUSY = {errno.EBUSY, errno.ETXTBSY} if hasattr(errno, "ETXTBSY") else {errno.EBUSY}
# Windows: access denied, sharing violation, lock violation, no room, no room.
WINDOWS_DENIED, WINDOWS_BUSY, WINDOWS_FULL = 5, {32, 33}, {39, 112}


def write_atomically(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let ``write`` fill a neighbour of ``path``, then put it in the place of ``path`` in one step.

    Raises FileNotSaved; whatever else ``write`` raises passes through. In both cases ``path`` is untouched
    and the neighbour is gone.
    """
    target = path.resolve()  # a link stays a link: what it points at is replaced
    neighbour = target.with_name(f".hkj-{os.getpid()}-{threading.get_ident()}.tmp")
    replacing = False
    try:
        with neighbour.open("wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            neighbour.chmod(target.stat().st_mode)
        replacing = True
        neighbour.replace(target)
    except OSError as error:
        raise FileNotSaved(name=path.name, reason=reason_of(error, replacing=replacing)) from error
    finally:
        _remove(neighbour)


def write_bytes(path: Path, content: bytes) -> None:
    """The same with the whole content at hand. Raises FileNotSaved."""

    def fill(out: BinaryIO) -> None:
        out.write(content)

    write_atomically(path, fill)


def reason_of(error: OSError, *, replacing: bool = False) -> str:
    """Why a file could not be written, as FileNotSaved says it.

    Windows says "denied" when the file that is to be replaced is open in another program.
    """
    windows = getattr(error, "winerror", None)
    if windows in WINDOWS_BUSY or (replacing and windows == WINDOWS_DENIED) or error.errno in BUSY:
        return "busy"
    if windows in WINDOWS_FULL or error.errno in FULL:
        return "full"
    return "denied" if error.errno in DENIED else "other"


def _remove(neighbour: Path) -> None:
    """After a success there is nothing left to remove; a failure to remove must not hide the real error."""
    try:
        neighbour.unlink(missing_ok=True)
    except OSError:
        log.warning("a half-written neighbour could not be removed: %s", neighbour.name)
