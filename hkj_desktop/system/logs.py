"""The log file: one place, bounded in size, and never a key in it.

The text is cleaned after it has been put together, so that message, arguments, exception and stack are all
covered by the same step.
"""

from __future__ import annotations

import contextlib
import logging
import re
import time
import traceback
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path

from hkj_desktop.errors import SettingsError
from hkj_desktop.system.paths import Folders
from hkj_desktop.system.secret import Secret

FILE_NAME = "hkj-desktop.log"
FILE_BYTES = 1_000_000
FILES = 3
FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"
HIDDEN, LEFT_OUT = "[hidden]", "…"
TAIL_LINES, TAIL_FRAMES = 120, 3
SHORTEST_SECRET = 6  # shorter values would blank ordinary words, and no published key is that short
TALKATIVE = ("httpx", "httpcore", "keyring")

# A published HKJ key anywhere, and whatever stands after the name of a header that carries one, in the
# spellings of plain HTTP, of JSON and of a printed Python list.
_KEY = re.compile(r"\bik_[A-Za-z0-9_\-]{4,}")
_HEADER = re.compile(
    r"""((?:x-api-key|authorization|proxy-authorization|x-amz-security-token)["']?\s*[:=,]\s*b?["']?)[^"'\r\n,})\]]+""",
    re.IGNORECASE,
)
_known: set[Secret] = set()


def hide(secret: Secret) -> Secret:
    """Remember a secret that was read, so that no log line can show it; returns it unchanged."""
    if len(secret.reveal()) >= SHORTEST_SECRET:
        _known.add(secret)
    return secret


def redact(text: str) -> str:
    """The text without anything that looks like a key or is one that we know."""
    for secret in tuple(_known):
        text = text.replace(secret.reveal(), HIDDEN)
    return _HEADER.sub(rf"\1{HIDDEN}", _KEY.sub(HIDDEN, text))


class CleanFormatter(logging.Formatter):
    """Use it for every handler, the one that prints on the terminal too."""

    def __init__(self) -> None:
        super().__init__(FORMAT)

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class _LogFile(RotatingFileHandler):
    def rotate(self, source: str, dest: str) -> None:
        # On Windows a second copy of this program keeps the file open: it grows until that one ends.
        with contextlib.suppress(PermissionError):
            super().rotate(source, dest)


class Tail(logging.Handler):
    """The last records, to be shown to strangers: what our code says itself, with numbers and error codes alone put in.

    A text that is put into a message may be the name of a file or of a product, and is left out.
    """

    def __init__(self, lines: int = TAIL_LINES) -> None:
        super().__init__()
        self.lines: deque[str] = deque(maxlen=lines)

    def emit(self, record: logging.LogRecord) -> None:
        when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(record.created))
        text = f"{when} {record.levelname} {record.name}: {_said(record)}"
        kind = record.exc_info[0] if record.exc_info else None
        if kind is not None and record.exc_info is not None:
            frames = traceback.extract_tb(record.exc_info[2])[-TAIL_FRAMES:]
            places = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames))
            text = f"{text} [{kind.__name__} at {places}]"
        self.lines.append(redact(text))


def _said(record: logging.LogRecord) -> str:
    args = record.args if isinstance(record.args, tuple) else ()
    shown = tuple(one if isinstance(one, int | float) else getattr(one, "code", LEFT_OUT) for one in args)
    try:
        return str(record.msg).replace("%r", "%s") % shown if args else str(record.msg)
    except (TypeError, ValueError):  # a message of a library whose marks do not fit
        return str(record.msg)


_tail = Tail()


def tail() -> list[str]:
    """The last lines of this run, the oldest first, fit to be shown to strangers; see :class:`Tail`."""
    return list(_tail.lines)


def setup_logs(folders: Folders, level: int = logging.INFO) -> Path:
    """Send everything to the log file and return its path. A second call replaces the first one's file.

    Raises SettingsError (``denied``) where the file cannot be written.
    """
    path = folders.logs / FILE_NAME
    try:
        handler = _LogFile(
            path, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8", errors="backslashreplace"
        )
    except OSError as error:
        raise SettingsError(reason="denied", name=str(path)) from error
    handler.setFormatter(CleanFormatter())
    close_logs()
    root = logging.getLogger()
    root.addHandler(handler)
    root.addHandler(_tail)
    root.setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return path


def close_logs() -> None:
    """Let go of the log file."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _LogFile)]:
        root.removeHandler(handler)
        handler.close()
