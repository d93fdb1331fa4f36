"""THE place for threads. The contract:

1. Work is a plain function ``work(token, report)``. It owns no QObject and never sees a widget.
2. Every task ends in exactly one of done, failed, cancelled, told on the UI thread, for BaseException too.
   After :meth:`TaskRunner.shutdown` began, outcomes go to the log and nowhere else.
3. Progress is merged: one update in 100 ms at most, and the last one always arrives before the end.
4. A task belongs to an :class:`Owner` (a controller). Of two runs in the same slot only the newest is told
   of; the older one is cancelled and its outcome dropped.
5. Keyring and disk are slow: they run as tasks. No lock is held while foreign code runs. Nobody pumps the
   event loop.
6. Closing the window: cancel all, close the HTTP client, wait with a limit and a visible note (``begin_shutdown``,
   then ``is_idle`` is asked by a timer, then ``shutdown``). If ``shutdown`` names tasks that still run, the
   process must be left with ``os._exit``, because Python
   would otherwise wait for their threads for ever. The journal lets the next start go on.

Callbacks are told in batches of at most 8 ms, so that a flood of outcomes leaves time for input and paint.
The garbage collector of cycles runs on the UI thread only (garbage.py).
"""

from __future__ import annotations

import itertools
import logging
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from hkj_desktop.errors import AppError, Cancelled
from hkj_desktop.system.cancel import CancelToken

log = logging.getLogger(__name__)

T = TypeVar("T")
Report = Callable[[object], None]
Work = Callable[[CancelToken, Report], T]
Clock = Callable[[], float]

WORKERS = 4
PROGRESS_SECONDS = 0.1
BATCH_SECONDS = 0.008


class Owner:
    """Who wants the outcomes: one for each controller. Used on the UI thread only.

    ``slot`` names what is replaced by a newer run ("check", "load" …); ``None`` is never replaced. ``lives_with``: an
    object of the window that takes the outcomes; they are wanted no longer when it goes.
    """

    def __init__(self, name: str, lives_with: QObject | None = None) -> None:
        self.name = name
        self._closed = False
        if lives_with is not None:
            lives_with.destroyed.connect(self.close)
        self._newest: dict[str, TaskHandle] = {}
        self._running: set[TaskHandle] = set()

    def begin(self, handle: TaskHandle, slot: str | None) -> None:
        """Register a run; the older run of the same slot is cancelled. For runners."""
        if slot is not None:
            older = self._newest.get(slot)
            if older is not None:
                older.cancel()
            self._newest[slot] = handle
        self._running.add(handle)

    def wants(self, handle: TaskHandle, slot: str | None) -> bool:
        """Whether news of this run is still of interest. For runners."""
        return not self._closed and (slot is None or self._newest.get(slot) is handle)

    def end(self, handle: TaskHandle, slot: str | None) -> None:
        """Forget a run that has ended. For runners."""
        self._running.discard(handle)
        if slot is not None and self._newest.get(slot) is handle:
            del self._newest[slot]

    def is_busy(self, slot: str | None = None) -> bool:
        """Whether a run of ``slot`` (``None``: any run) has not ended yet."""
        return bool(self._running) if slot is None else slot in self._newest

    def cancel(self, slot: str | None = None) -> None:
        """Ask the run of ``slot`` (``None``: all runs) to stop; each still ends with its callback."""
        handles = list(self._running) if slot is None else [h for h in (self._newest.get(slot),) if h]
        for handle in handles:
            handle.cancel()

    def close(self) -> None:
        """The controller goes away: everything is cancelled and no callback comes any more."""
        self._closed = True
        self.cancel()


class TaskHandle:
    """One run. ``cancel`` may be called from any thread, any number of times."""

    def __init__(self, name: str, number: int) -> None:
        self.name = name
        self.number = number
        self.token = CancelToken()
        self.ended = False

    def cancel(self) -> None:
        self.token.cancel()

    def __repr__(self) -> str:
        return f"TaskHandle({self.name!r}, {self.number})"


class Runner(Protocol):
    """What controllers are given: the real :class:`TaskRunner`, or an inline one in tests."""

    def submit(
        self,
        work: Work[T],
        *,
        owner: Owner,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
        cancelled: Callable[[], None] | None = None,
        progress: Callable[[Any], None] | None = None,
        slot: str | None = "main",
        name: str = "",
    ) -> TaskHandle: ...

    def shutdown(self, timeout_seconds: float) -> list[str]: ...


class _End(Enum):
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(eq=False, slots=True)
class _Run:
    """A run with its callbacks. ``lock`` guards ``news`` and ``queued``, which two threads write."""

    handle: TaskHandle
    owner: Owner
    slot: str | None
    work: Work[Any]
    done: Callable[[Any], None]
    failed: Callable[[AppError], None]
    cancelled: Callable[[], None] | None
    progress: Callable[[Any], None] | None
    lock: threading.Lock = field(default_factory=threading.Lock)
    news: list[object] = field(default_factory=list)
    queued: bool = False
    told_at: float = float("-inf")


@dataclass(frozen=True, slots=True)
class _Message:
    """``end`` None: there is progress to tell; else ``value`` is the result or the error."""

    run: _Run
    end: _End | None = None
    value: Any = None


def run_work(work: Work[T], token: CancelToken, report: Report, name: str) -> tuple[_End, Any]:
    """Run ``work`` and say how it ended; nothing that it raises gets past here."""
    try:
        token.check()
        return _End.DONE, work(token, report)
    except Cancelled:
        return _End.CANCELLED, None
    except AppError as error:
        return _End.FAILED, error
    except BaseException as error:  # point 2 of the contract: nobody else would hear of it
        log.exception("Task %r ended unexpectedly", name)
        wrapped = AppError(kind=type(error).__name__)
        wrapped.__cause__ = error
        return _End.FAILED, wrapped


def call_safely(callback: Callable[..., None], *values: object) -> None:
    """Call back into a controller; what it raises goes to ``sys.excepthook`` and the pump goes on."""
    try:
        callback(*values)
    except BaseException:  # noqa: BLE001 - an error in one callback must not lose the outcomes behind it
        sys.excepthook(*sys.exc_info())


class TaskRunner(QObject):
    """A thread pool and one queued signal. Make it, submit to it and shut it down on the UI thread."""

    _wake = Signal()

    def __init__(self, parent: QObject | None = None, *, workers: int = WORKERS, clock: Clock = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="task")
        self._numbers = itertools.count(1)
        self._inbox: deque[_Message] = deque()
        self._late: deque[_Run] = deque()
        self._runs: dict[_Run, Future[None]] = {}
        self._closing = False
        self._last: Future[None] | None = None
        self._awake = False  # while there is a backlog nobody rings: the timer alone goes on
        self._wake.connect(self._drain, Qt.ConnectionType.QueuedConnection)
        # The rest of a backlog waits for a timer and not for another queued signal: Qt delivers all posted
        # events in one go, so signals would keep input out.
        self._again = QTimer(self, interval=0, singleShot=True)
        self._again.timeout.connect(self._drain)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._tell_late)

    def submit(
        self,
        work: Work[T],
        *,
        owner: Owner,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
        cancelled: Callable[[], None] | None = None,
        progress: Callable[[Any], None] | None = None,
        slot: str | None = "main",
        name: str = "",
    ) -> TaskHandle:
        """Start ``work`` on a pool thread; exactly one of the three outcomes is called back later."""
        handle = TaskHandle(name or f"{owner.name}.{slot or 'task'}", next(self._numbers))
        if self._closing:
            handle.cancel()
            handle.ended = True
            log.info("Task %r not started: the program is closing", handle.name)
            return handle
        owner.begin(handle, slot)
        run = _Run(handle, owner, slot, work, done, failed, cancelled, progress)
        self._runs[run] = self._pool.submit(self._execute, run)
        return handle

    def begin_shutdown(self, last: Callable[[], None] | None = None) -> None:
        """Cancel everything and take no more work; does not wait. ``last`` runs when all tasks have ended."""
        if self._closing:
            return
        self._closing = True
        for run in self._runs:
            run.handle.cancel()
        futures = [future for future in self._runs.values() if not future.cancel()]
        if last is not None:
            self._last = self._pool.submit(_run_last, futures, last)
        self._pool.shutdown(wait=False)

    def is_idle(self) -> bool:
        """Whether every task, and the last one, has ended."""
        return all(future.done() for future in self._futures())

    def _futures(self) -> list[Future[None]]:
        return [*self._runs.values(), *([self._last] if self._last is not None else [])]

    def shutdown(self, timeout_seconds: float) -> list[str]:
        """Cancel everything, wait at most this long, return the names of the tasks that still run."""
        self.begin_shutdown()
        # One that was cancelled before it began never counts as ended for ``wait``.
        _, running = wait([one for one in self._futures() if not one.cancelled()], timeout=timeout_seconds)
        names = sorted(run.handle.name for run, future in self._runs.items() if future in running)
        if self._last in running:
            names.append("last")
        for run, future in self._runs.items():
            if future.cancelled():
                log.info("Task %r never started: the program is closing", run.handle.name)
        while self._inbox:
            self._log_outcome(self._inbox.popleft())
        for name in names:
            log.warning("Task %r did not stop within %s s", name, timeout_seconds)
        self._runs.clear()
        return names

    # On a pool thread ---------------------------------------------------------------------------------

    def _execute(self, run: _Run) -> None:
        def report(value: object) -> None:
            if run.progress is None:
                return
            with run.lock:
                run.news[:] = [value]
                tell = not run.queued
                run.queued = True
            if tell:
                self._post(_Message(run))

        end, value = run_work(run.work, run.handle.token, report, run.handle.name)
        self._post(_Message(run, end, value))

    def _post(self, message: _Message) -> None:
        if self._closing:
            self._log_outcome(message)
            return
        self._inbox.append(message)
        if not self._awake:
            self._awake = True
            self._wake.emit()

    # On the UI thread ---------------------------------------------------------------------------------

    @Slot()
    def _drain(self) -> None:
        until = self._clock() + BATCH_SECONDS
        while self._inbox and not self._closing:
            message = self._inbox.popleft()
            if message.end is None:
                self._tell_progress(message.run)
            else:
                self._tell_end(message.run, message.end, message.value)
            if self._clock() >= until:
                break
        while self._inbox and self._closing:  # posted just before the door was shut
            self._log_outcome(self._inbox.popleft())
        # Asleep first and looked again after: a message that came in between found us awake and did not ring.
        self._awake = False
        if self._inbox:
            self._awake = True
            self._again.start()

    def _tell_progress(self, run: _Run) -> None:
        waited = self._clock() - run.told_at
        if waited < PROGRESS_SECONDS:
            self._late.append(run)
            if not self._later.isActive():
                self._later.start(int((PROGRESS_SECONDS - waited) * 1000) + 1)
            return
        self._flush_progress(run)

    @Slot()
    def _tell_late(self) -> None:
        runs, self._late = self._late, deque()
        for run in runs:
            if not run.handle.ended:
                self._tell_progress(run)

    def _flush_progress(self, run: _Run) -> None:
        with run.lock:
            news, run.news, run.queued = run.news, [], False
        run.told_at = self._clock()
        if news and run.progress is not None and run.owner.wants(run.handle, run.slot):
            call_safely(run.progress, news[0])

    def _tell_end(self, run: _Run, end: _End, value: Any) -> None:
        self._flush_progress(run)
        self._runs.pop(run, None)
        run.handle.ended = True
        wanted = run.owner.wants(run.handle, run.slot)
        run.owner.end(run.handle, run.slot)
        if not wanted:
            log.debug("Task %r (%d) is out of date: %s", run.handle.name, run.handle.number, end.value)
        else:
            tell_end(end, value, run.done, run.failed, run.cancelled)

    def _log_outcome(self, message: _Message) -> None:
        if message.end is not None:
            message.run.handle.ended = True
            shown = message.value if message.end is _End.FAILED else ""
            log.info("Task %r ended after closing: %s %s", message.run.handle.name, message.end.value, shown)


def _run_last(others: list[Future[None]], last: Callable[[], None]) -> None:
    wait(others)
    try:
        last()
    except Exception:  # nobody else would hear of it
        log.exception("The last task ended unexpectedly")


def tell_end(
    end: _End,
    value: Any,
    done: Callable[[Any], None],
    failed: Callable[[AppError], None],
    cancelled: Callable[[], None] | None,
) -> None:
    """Call the one callback that fits ``end``."""
    if end is _End.DONE:
        call_safely(done, value)
    elif end is _End.FAILED:
        call_safely(failed, value)
    elif cancelled is not None:
        call_safely(cancelled)
