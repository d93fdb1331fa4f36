"""The thread contract at the top of ui/tasks.py, point by point, with real threads."""

from __future__ import annotations

import gc
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AppError, Cancelled, FileEmpty
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.garbage import UiGarbage
from hkj_desktop.ui.tasks import Owner, Report, TaskRunner
from tests.helpers.ui import InlineRunner, wait_until

LIMIT_SECONDS = 15


class Heard:
    """Collects callbacks with the thread they came on."""

    def __init__(self) -> None:
        self.events: list[tuple[str, Any]] = []
        self.threads: set[threading.Thread] = set()

    def hear(self, kind: str) -> Callable[..., None]:
        def callback(*values: Any) -> None:
            self.threads.add(threading.current_thread())
            self.events.append((kind, values[0] if values else None))

        return callback

    def callbacks(self) -> dict[str, Any]:
        return {kind: self.hear(kind) for kind in ("done", "failed", "cancelled", "progress")}

    def ends(self) -> list[tuple[str, Any]]:
        return [event for event in self.events if event[0] != "progress"]

    def progress(self) -> list[Any]:
        return [value for kind, value in self.events if kind == "progress"]


@pytest.fixture
def runner(qapp: Any) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    assert made.shutdown(LIMIT_SECONDS) == []


@pytest.fixture
def heard() -> Heard:
    return Heard()


class Emitter(QObject):
    told = Signal(bool)
    plain = Signal()


def test_five_thousand_emissions(qapp: Any) -> None:
    """5,000 emissions, with and without an argument, reach their slot and the process lives."""
    emitter, got = Emitter(), Counter[str]()
    emitter.told.connect(lambda value: got.update([str(value)]))
    emitter.plain.connect(lambda: got.update(["plain"]))
    for number in range(5000):
        emitter.told.emit(number % 2 == 0)
        emitter.plain.emit()
    assert got == {"True": 2500, "False": 2500, "plain": 5000}


def test_many_tasks_each_end_once(qtbot: Any, runner: TaskRunner, heard: Heard) -> None:
    """Of 2,000 tasks 200 raise; every one ends exactly once, and every callback is on the UI thread."""
    owner = Owner("many")

    def work(number: int) -> Callable[[CancelToken, Report], int]:
        def run(token: CancelToken, report: Report) -> int:
            if number % 10 == 0:
                raise FileEmpty(name=str(number))
            return number

        return run

    for number in range(2000):
        runner.submit(work(number), owner=owner, slot=None, **heard.callbacks())
    wait_until(qtbot, lambda: len(heard.events) == 2000)
    kinds = Counter(kind for kind, _ in heard.events)
    assert kinds == {"done": 1800, "failed": 200}
    assert sorted(value for kind, value in heard.events if kind == "done") == [
        number for number in range(2000) if number % 10
    ]
    assert heard.threads == {threading.main_thread()}
    assert not owner.is_busy()


@pytest.mark.parametrize("error", [ValueError("boom"), SystemExit(3), KeyboardInterrupt(), GeneratorExit()])
def test_unexpected_errors_become_failed(
    qtbot: Any,
    runner: TaskRunner,
    heard: Heard,
    expected_log: Callable[[str], None],
    error: BaseException,
) -> None:
    """What nobody foresaw, BaseException too, is logged and ends as failed with the code "unexpected"."""
    expected_log("ended unexpectedly")

    def work(token: CancelToken, report: Report) -> None:
        raise error

    runner.submit(work, owner=Owner("odd"), **heard.callbacks())
    wait_until(qtbot, lambda: heard.events)
    ((kind, value),) = heard.events
    assert kind == "failed"
    assert type(value) is AppError
    assert value.code == "unexpected"
    assert value.params == {"kind": type(error).__name__}
    assert value.__cause__ is error


def test_app_errors_arrive_as_they_are(qtbot: Any, runner: TaskRunner, heard: Heard) -> None:
    """An AppError reaches ``failed`` unchanged, and Cancelled reaches ``cancelled``."""
    wanted = FileEmpty(name="a.csv")

    def fail(token: CancelToken, report: Report) -> None:
        raise wanted

    def stop(token: CancelToken, report: Report) -> None:
        raise Cancelled

    runner.submit(fail, owner=Owner("a"), **heard.callbacks())
    wait_until(qtbot, lambda: heard.events)
    runner.submit(stop, owner=Owner("b"), **heard.callbacks())
    wait_until(qtbot, lambda: len(heard.events) == 2)
    assert heard.events == [("failed", wanted), ("cancelled", None)]


def test_cancel_reaches_the_work(qtbot: Any, runner: TaskRunner, heard: Heard) -> None:
    """A cancelled run ends as cancelled, also one that is still waiting for a thread."""
    owner, started = Owner("slow"), threading.Event()

    def work(token: CancelToken, report: Report) -> None:
        started.set()
        token.wait(LIMIT_SECONDS)
        token.check()

    handles = [runner.submit(work, owner=owner, slot=None, **heard.callbacks()) for _ in range(8)]
    assert started.wait(LIMIT_SECONDS)
    owner.cancel()
    wait_until(qtbot, lambda: len(heard.events) == 8)
    assert {kind for kind, _ in heard.events} == {"cancelled"}
    assert all(handle.ended for handle in handles)


def test_only_the_newest_run_is_told(qtbot: Any, runner: TaskRunner, heard: Heard) -> None:
    """A newer run of the same slot cancels the older one and drops its outcome and progress."""
    owner, old = Owner("page"), Heard()
    started, go_on = threading.Event(), threading.Event()
    seen: list[bool] = []

    def slow(token: CancelToken, report: Report) -> str:
        started.set()
        go_on.wait(LIMIT_SECONDS)
        report("late news")
        seen.append(token.cancelled)
        return "old"

    runner.submit(slow, owner=owner, **old.callbacks())
    assert started.wait(LIMIT_SECONDS)
    runner.submit(lambda token, report: "new", owner=owner, **heard.callbacks())
    other = runner.submit(lambda token, report: "other", owner=owner, slot="other", **heard.callbacks())
    go_on.set()
    wait_until(qtbot, lambda: len(heard.events) == 2 and seen)
    wait_until(qtbot, lambda: not owner.is_busy())
    assert old.events == []
    assert seen == [True]
    assert other.ended
    assert sorted(value for _, value in heard.events) == ["new", "other"]


def test_a_closed_owner_hears_nothing(qtbot: Any, runner: TaskRunner, heard: Heard) -> None:
    """After ``close`` no callback comes, and the work is asked to stop."""
    owner = Owner("gone")
    handle = runner.submit(lambda token, report: token.wait(LIMIT_SECONDS), owner=owner, **heard.callbacks())
    owner.close()
    wait_until(qtbot, lambda: handle.ended)
    assert handle.token.cancelled
    assert heard.events == []


def test_progress_is_merged_and_the_last_comes_before_the_end(qtbot: Any, heard: Heard) -> None:
    """10,000 reports become few updates, in order, and the last one is told just before the end."""
    runner = TaskRunner(clock=lambda: 100.0)  # a clock that stands still: all but the first have to wait

    def work(token: CancelToken, report: Report) -> str:
        for number in range(10_000):
            report(number)
        return "end"

    runner.submit(work, owner=Owner("p"), **heard.callbacks())
    wait_until(qtbot, heard.ends)
    told = heard.progress()
    assert told[-1] == 9_999
    assert told == sorted(told)
    assert len(told) <= 2
    assert heard.events[-1] == ("done", "end")
    assert runner.shutdown(LIMIT_SECONDS) == []


def test_held_back_progress_is_told_while_the_work_goes_on(qtbot: Any, runner: TaskRunner, heard: Heard) -> None:
    """A report that came too soon after another is told a little later, not only at the end."""
    go_on = threading.Event()

    def work(token: CancelToken, report: Report) -> None:
        report("first")
        report("second")
        go_on.wait(LIMIT_SECONDS)

    runner.submit(work, owner=Owner("p"), **heard.callbacks())
    wait_until(qtbot, lambda: "second" in heard.progress())
    assert heard.ends() == []
    go_on.set()
    wait_until(qtbot, heard.ends)
    assert heard.progress()[-1] == "second"


def test_an_error_in_a_callback_does_not_stop_the_pump(
    qtbot: Any, runner: TaskRunner, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes to sys.excepthook, and the outcomes behind it still arrive."""
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(kind))

    def bad(value: object) -> None:
        raise ZeroDivisionError

    runner.submit(lambda token, report: 1, owner=Owner("bad"), done=bad, failed=heard.hear("failed"))
    wait_until(qtbot, lambda: caught)
    runner.submit(lambda token, report: 2, owner=Owner("good"), **heard.callbacks())
    wait_until(qtbot, lambda: heard.events)
    assert caught == [ZeroDivisionError]
    assert heard.events == [("done", 2)]


def test_a_flood_leaves_time_for_others(qtbot: Any, heard: Heard) -> None:
    """Outcomes are told in batches by the clock: a timer of the window fires between them."""
    now = [0.0]

    def clock() -> float:
        now[0] += 0.005  # each look at the clock costs more than half of a batch
        return now[0]

    runner, owner = TaskRunner(clock=clock), Owner("flood")
    beats: list[int] = []
    from PySide6.QtCore import QTimer

    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: beats.append(len(heard.events)))
    for number in range(200):
        runner.submit(lambda token, report, n=number: n, owner=owner, slot=None, **heard.callbacks())
    runner._pool.submit(int).result(LIMIT_SECONDS)
    timer.start()
    wait_until(qtbot, lambda: len(heard.events) == 200)
    timer.stop()
    assert len({beat for beat in beats if 0 < beat < 200}) >= 5
    assert runner.shutdown(LIMIT_SECONDS) == []


def test_shutdown_names_what_still_runs(qtbot: Any, heard: Heard, expected_log: Callable[[str], None]) -> None:
    """Shutdown cancels all, waits no longer than asked, names the stubborn, and later outcomes stay silent."""
    expected_log("'stubborn' did not stop")
    runner, owner = TaskRunner(workers=2), Owner("x")
    started, let_go = threading.Event(), threading.Event()

    def stubborn(token: CancelToken, report: Report) -> None:
        started.set()
        let_go.wait(LIMIT_SECONDS)

    runner.submit(stubborn, owner=owner, slot=None, name="stubborn", **heard.callbacks())
    polite = runner.submit(lambda token, report: token.wait(LIMIT_SECONDS), owner=owner, slot=None, **heard.callbacks())
    assert started.wait(LIMIT_SECONDS)
    assert runner.shutdown(0.2) == ["stubborn"]
    assert polite.token.cancelled
    let_go.set()
    late = runner.submit(lambda token, report: 1, owner=owner, slot=None, **heard.callbacks())
    assert late.ended
    qtbot.wait(20)
    assert heard.events == []


def test_garbage_is_collected_on_the_ui_thread(qtbot: Any) -> None:
    """With UiGarbage the automatic collector is off, and cycles still go."""
    was_on = gc.isenabled()
    keeper = UiGarbage()
    try:
        assert not gc.isenabled()
        gone: list[threading.Thread] = []

        class Cycle:
            def __init__(self) -> None:
                self.me = self

            def __del__(self) -> None:
                gone.append(threading.current_thread())

        for _ in range(2000):
            Cycle()
        wait_until(qtbot, lambda: gone)
        assert set(gone) == {threading.main_thread()}
    finally:
        keeper.stop()
        if not was_on:
            gc.disable()


def test_inline_runner_keeps_the_contract(heard: Heard) -> None:
    """The stand-in for page tests tells outcomes in the same way, and drops those of older runs."""
    runner, owner = InlineRunner(held=True), Owner("page")
    old = Heard()
    runner.submit(lambda token, report: "old", owner=owner, **old.callbacks())

    def work(token: CancelToken, report: Report) -> str:
        report(1)
        return "new"

    runner.submit(work, owner=owner, **heard.callbacks())
    runner.release()
    assert old.events == []
    assert heard.events == [("progress", 1), ("done", "new")]
