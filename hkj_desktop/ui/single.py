"""One window for each data folder: a later start hands its wish to the window that is there, and ends.

A lock file in the data folder says who is first; it is taken before a socket is listened at or removed, so that the
socket that a killed program left behind is never that of a living one.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

log = logging.getLogger(__name__)

LOCK_NAME = "window.lock"
MAX_LINE = 64 * 1024
ACK = b"ok\n"
#: How long a window that took the connection has for its answer before it is said to hang, in milliseconds.
ANSWER_MS = 4_000
#: How long a window that is just opening or closing is waited for; closing takes up to ``app.PATIENCE``.
PATIENCE_MS = 10_000
KNOCK_MS = 50


class Start(Enum):
    """What became of a start: the first one, handed over to the first one, or the first one does not answer."""

    FIRST = "first"
    HANDED_OVER = "handed over"
    SILENT = "silent"


@dataclass(frozen=True)
class Wish:
    """What the program was started for: a file to open (an absolute path), and the practice shop."""

    file: str = ""
    practice: bool = False

    def line(self) -> bytes:
        """As one line of JSON; bytes of a file name that are no text survive the way."""
        return json.dumps({"file": self.file, "practice": self.practice}).encode("ascii") + b"\n"

    @classmethod
    def of_line(cls, line: bytes) -> Wish | None:
        """None where it is no wish of ours."""
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            return None
        file = found.get("file") if isinstance(found, dict) else None
        if not isinstance(file, str) or not isinstance(found.get("practice"), bool):
            return None
        if "\0" in file or (file and not Path(file).is_absolute()):
            return None
        return cls(file, found["practice"])


class Single(QObject):
    """``folder``: the data folder. :meth:`start` first; then, for the first start, :meth:`listen` and :meth:`end`."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = os.path.normcase(folder.resolve())
        self.name = "hkj-desktop-" + hashlib.sha256(os.fsencode(place)).hexdigest()[:32]
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)  # a window may be open for weeks; only a dead program's lock is taken away
        self._server: QLocalServer | None = None
        self._take: Callable[[Wish], bool] = lambda _wish: False

    def start(self, wish: Wish, *, patience_ms: int = PATIENCE_MS, answer_ms: int = ANSWER_MS) -> Start:
        """Become the first, or hand ``wish`` to the one that is. Blocks; bounded by the two times."""
        end = time.monotonic() + patience_ms / 1000
        wait = 0
        while not self._lock.tryLock(wait):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                log.warning("no lock in the data folder (%s): a second window is not noticed", self._lock.error().name)
                return Start.FIRST
            told = self._hand_over(wish, answer_ms)
            if told is not None:
                return told
            if time.monotonic() > end:
                return Start.SILENT
            wait = KNOCK_MS
        return Start.FIRST

    def _hand_over(self, wish: Wish, answer_ms: int) -> Start | None:
        """None where nobody is there yet, or where the one who was is going."""
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(KNOCK_MS) or not _is_ours(socket.fullServerName()):
            return None
        _let_come_forward()
        socket.write(wish.line())
        end = time.monotonic() + answer_ms / 1000
        while socket.bytesAvailable() < len(ACK):
            if time.monotonic() > end:
                return Start.SILENT
            # In short pieces, as Python hears of nothing meanwhile, not even of Ctrl+C.
            heard = socket.waitForReadyRead(KNOCK_MS)
            if not heard and socket.state() != QLocalSocket.LocalSocketState.ConnectedState:
                return None
        return Start.HANDED_OVER if bytes(socket.readAll().data()) == ACK else None

    def listen(self, take: Callable[[Wish], bool]) -> None:
        """Hear of later starts from now on. ``take(wish)``: False while this program ends; then the other one waits
        for that and opens a window of its own."""
        if not self._lock.isLocked():
            return
        self._take = take
        QLocalServer.removeServer(self.name)  # what a killed program left: we hold the lock, so nobody listens there
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        if not self._server.listen(self.name):
            log.warning("later starts are not heard: %s", self._server.errorString())

    def end(self) -> None:
        """Hear nobody any more, and let the next start be the first. May be called again."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _on_connected(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            _Caller(socket, self._take)


class _Caller(QObject):
    """One later start that is heard: its line, our answer, and the end of the connection, whatever it does."""

    def __init__(self, socket: QLocalSocket, take: Callable[[Wish], bool]) -> None:
        super().__init__(socket)
        self._socket = socket
        self._take = take
        socket.setReadBufferSize(MAX_LINE)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        self._limit = QTimer(self, interval=ANSWER_MS, singleShot=True)
        self._limit.timeout.connect(self._leave)
        self._limit.start()
        self._read()

    def _read(self) -> None:
        socket = self._socket
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MAX_LINE:
                self._leave()
            return
        wish = Wish.of_line(bytes(socket.readLine().data()))
        if wish is None or not self._take(wish):
            self._leave()
            return
        socket.write(ACK)
        socket.flush()
        socket.disconnectFromServer()

    def _leave(self) -> None:
        self._socket.abort()


def _is_ours(path: str) -> bool:
    """Whether the socket was made by this person; the folder for them may be everybody's."""
    if sys.platform == "win32":
        return True
    try:
        return Path(path).stat().st_uid == os.getuid()
    except OSError:
        return False


def _let_come_forward() -> None:
    """Windows lets no program come to the front unless the one that has the front allows it."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


def come_forward(window: QWidget) -> None:
    """Show the window in front of the others, also where it was minimised."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def after_dialogs(then: Callable[[], None]) -> None:
    """Call ``then`` once no dialog stands open: what a dialog asks is about the file that is open now."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.finished.connect(lambda _result: QTimer.singleShot(0, lambda: after_dialogs(then)))
    else:
        then()


def tell_silent() -> None:
    """Say that the window that is there does not answer."""
    text = QCoreApplication.translate(
        "Single", "HKJ Desktop is open already, but does not answer: close it or end it, and start it again."
    )
    QMessageBox(QMessageBox.Icon.Warning, "HKJ Desktop", text, QMessageBox.StandardButton.Close).exec()
