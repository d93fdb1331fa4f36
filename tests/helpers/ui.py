"""Help for tests of the window: pictures, waiting, and a runner without threads."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from hkj_desktop.errors import AppError
from hkj_desktop.ui.tasks import Owner, TaskHandle, Work, run_work, tell_end

T = TypeVar("T")
TIMEOUT_MS = 15_000


def grab(widget: QWidget, path: Path) -> Path:
    """Write a picture of ``widget`` to ``path`` and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    assert widget.grab().save(str(path)), f"could not write {path}"
    return path


def wait_until(qtbot: Any, condition: Callable[[], object], timeout_ms: int = TIMEOUT_MS) -> None:
    """Run the event loop until ``condition()`` is true; fail after ``timeout_ms``."""
    qtbot.waitUntil(lambda: bool(condition()), timeout=timeout_ms)


def pump(condition: Callable[[], object], seconds: float, pause: float = 0.005) -> None:
    """The same where no test runs: a script that drives the window. Raises TimeoutError after ``seconds``."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")
        QApplication.processEvents()
        time.sleep(pause)


def shown(qtbot: Any, widget: QWidget, width: int = 400, height: int = 0) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height or max(widget.sizeHint().height(), 20))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def leftmost(image: QImage, color: QColor) -> int:
    """The first column with a pixel of ``color``; -1 if there is none."""
    for x in range(image.width()):
        if any(image.pixelColor(x, y) == color for y in range(image.height())):
            return x
    return -1


class InlineRunner:
    """A :class:`hkj_desktop.ui.tasks.Runner` that works at once, on the calling thread.

    With ``held=True`` tasks wait for :meth:`release`, so that a test can look at a busy page.
    """

    def __init__(self, *, held: bool = False) -> None:
        self.held = held
        self.waiting: list[Callable[[], None]] = []
        self.names: list[str] = []

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
        handle = TaskHandle(name or f"{owner.name}.{slot or 'task'}", len(self.names) + 1)
        self.names.append(handle.name)
        owner.begin(handle, slot)

        def report(value: object) -> None:
            if progress is not None and owner.wants(handle, slot):
                progress(value)

        def run() -> None:
            end, value = run_work(work, handle.token, report, handle.name)
            handle.ended = True
            wanted = owner.wants(handle, slot)
            owner.end(handle, slot)
            if wanted:
                tell_end(end, value, done, failed, cancelled)

        if self.held:
            self.waiting.append(run)
        else:
            run()
        return handle

    def release(self, count: int | None = None) -> None:
        """Run the tasks that wait (the first ``count``), also those that they start."""
        while self.waiting and (count is None or count > 0):
            self.waiting.pop(0)()
            count = None if count is None else count - 1

    def shutdown(self, timeout_seconds: float) -> list[str]:
        names = self.names[len(self.names) - len(self.waiting) :]
        self.waiting.clear()
        return names
