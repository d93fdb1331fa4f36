"""Who works on something now: a lock that the operating system takes back when its holder ends, however it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from hkj_desktop.errors import FileNotSaved

#: Seconds for which another's glance at a lock is waited out.
GLANCE = 0.5


@contextmanager
def held(path: Path, patience: float = GLANCE) -> Iterator[bool]:
    """Hold the lock at ``path`` as long as the block runs; False where another program, or another thread of this one,
    has held it for ``patience`` seconds: whoever only looks (:func:`is_held`) holds it for an instant. Raises
    FileNotSaved where no such file can be made."""
    lock = FileLock(path, timeout=patience, poll_interval=GLANCE / 20, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    except (OSError, NotImplementedError) as error:  # the second: a file system without locks
        raise FileNotSaved(name=path.name, reason="denied") from error
    try:
        yield True
    finally:
        lock.release()


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock at ``path`` at this moment."""
    if not path.exists():
        return False
    with held(path, 0) as mine:
        return not mine
