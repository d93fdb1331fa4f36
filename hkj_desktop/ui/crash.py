"""What nobody caught: written to the log with its traceback, and told to the window on the UI thread."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

log = logging.getLogger(__name__)
qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashGuard(QObject):
    """Takes the hooks of Python and Qt from :meth:`install` to :meth:`remove`.

    ``crashed(kind)`` comes on the UI thread with the name of the exception class, never its text: a text
    may hold anything. ``interrupted`` comes for Ctrl+C in the terminal.
    """

    crashed = Signal(str)
    interrupted = Signal()
    _seen = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Hooks run on whichever thread failed; the queued signal brings the news to the UI thread.
        self._seen.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on nothing is lost: sys, threading and unraisable hooks, and Qt's own messages."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(_on_qt_message)
        # Not left to KeyboardInterrupt, which breaks off whichever slot happens to run.
        signal.signal(signal.SIGINT, lambda _number, _frame: self.interrupted.emit())

    def remove(self) -> None:
        """Put Python's and Qt's own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.interrupted.emit()
            return
        log.critical("Unexpected error", exc_info=(kind, error, trace))
        self._seen.emit(kind.__name__)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is None or issubclass(args.exc_type, SystemExit):
            return
        self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        where = args.err_msg or "Exception ignored"
        if args.exc_value is not None:
            log.error("%s", where, exc_info=(args.exc_type, args.exc_value, args.exc_traceback))
        else:
            log.error("%s: %s", where, args.exc_type.__name__)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)
