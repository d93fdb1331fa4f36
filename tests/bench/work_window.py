"""The real window, offscreen: how long it takes to start, to find, and how long it cannot answer."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.measure import ROOT, Sample, Watch, environment

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QApplication

    from hkj_desktop.app import Program
    from hkj_desktop.ui.models.frame_model import FrameModel
    from tests.bench.heartbeat import Bench

WAIT = 900.0
#: Seconds that sending goes on for; what is left is stopped.
SENDING = 20.0
SEARCHED = "honey number 99"


def start(kind: str, home: str) -> Sample:
    """From the start of a process to a window that answers; ``kind``: ours, or an empty one."""
    command = [sys.executable, "-m", "tests.bench.window_start", kind, home]
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - began
    word, *heavy = line.split() or [""]
    assert word == "answers", line
    return {"seconds": seconds, "heavy": heavy}


@contextmanager
def opened(home: str) -> Iterator[tuple[QApplication, Program]]:
    """The window, shown."""
    from PySide6.QtWidgets import QApplication

    from hkj_desktop.app import Program
    from hkj_desktop.practice.launch import start_practice
    from hkj_desktop.system.paths import folders
    from tests.helpers.memory_vault import MemoryVault

    found = QApplication.instance() or QApplication([])
    assert isinstance(found, QApplication)
    program = Program(
        found, folders(Path(home), {}).ensure(), practice=True, locale="en", vault=MemoryVault(),
        start_practice=lambda folder: start_practice(folder, pace=0),
    )  # fmt: skip
    program.window.resize(1280, 800)
    program.show()
    found.processEvents()
    try:
        yield found, program
    finally:
        program.window.close()
        program.close()


@contextmanager
def _bench(path: str, home: str) -> Iterator[Bench]:
    """The window with the catalogue open, as the heartbeat drives it."""
    from hkj_desktop.ui.parts import CHECK
    from tests.bench import heartbeat

    heartbeat.LIMIT = WAIT
    with opened(home) as (app, program):
        bench = heartbeat.Bench(app, program)
        with bench.step("open and check the file"):
            program.window.open_file(path)
            bench.wait(lambda: program.window.page() == CHECK)
        yield bench


def busy(path: str, home: str, *, cards: bool = True) -> Sample:
    """The longest time between two beats while the file is read, checked, scrolled (``cards``), edited, filtered,
    sorted and sent."""
    with Watch() as watch, _bench(path, home) as bench:
        if cards:
            bench.scroll_cards()
        bench.edit_table()
        _filter(bench)
        bench.problems()
        _send(bench)
        figures = {figure.step: (figure.longest, figure.total) for figure in bench.figures}
    worst = max(figures, key=lambda step: figures[step][0])
    return watch.told(longest=figures[worst][0], worst=worst, steps=figures)


def _filter(bench: Bench) -> None:
    page = bench.window.check_page
    file = bench.program.catalogue.file
    assert file is not None
    code = next(iter(file.kinds), "")
    with bench.step("table: only one kind of problem"):
        page._chips.set_chosen([f"code:{code}"])
        page._on_chips([])
    with bench.step("table: all again"):
        page._chips.set_chosen(["all"])
        page._on_chips([])


def _send(bench: Bench) -> None:
    """Compare, write down, send; after :data:`SENDING` seconds what is left is stopped."""
    program = bench.program
    file, shops, uploads = program.catalogue.file, program.shops, program.uploads
    assert file is not None
    began: list[float] = []
    uploads.progressed.connect(lambda _progress: began.append(time.monotonic()))
    ends: list[object] = []
    uploads.ended.connect(ends.append)
    uploads.failed.connect(ends.append)

    def enough() -> bool:
        if began and time.monotonic() - began[0] > SENDING and not ends:
            uploads.cancel()
        return bool(ends)

    with bench.step("sending: compare, write down, send"):
        uploads.send(file, shops.target(), shops.access(shops.active_id))
        bench.wait(enough)
    assert not isinstance(ends[0], Exception), ends


# -- finding ----------------------------------------------------------------------------------------------------------


class _Finding:
    """Times from an action to the rows that it asks for: the first that are painted, and all of them."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.page, self.views = bench, bench.window.check_page, bench.views
        self.found: dict[str, tuple[float, float]] = {}

    def until(self, name: str, model: FrameModel, view: QAbstractItemView, act: Callable[[], object],
              asked: Callable[[], bool]) -> None:  # fmt: skip
        """``asked``: whether the model has been asked for it by now, and shows it."""
        first: list[float] = []

        def renewed() -> None:
            if not first and asked():
                view.viewport().repaint()
                first.append(time.perf_counter())

        model.renewed.connect(renewed)
        began = time.perf_counter()
        act()
        self.bench.wait(lambda: asked() and not self.views.is_busy() and first)
        ended = time.perf_counter()
        model.renewed.disconnect(renewed)
        self.found[name] = ((first[0] - began) * 1000, (ended - began) * 1000)
        self.bench.wait(self.bench.idle)

    def scroll(self, name: str, view: QAbstractItemView) -> None:
        """Jumps to places that were not shown before; the slowest of them."""
        chance, bar, times = random.Random(3), view.verticalScrollBar(), []
        for _ in range(40):
            began = time.perf_counter()
            bar.setValue(chance.randint(0, bar.maximum()))
            view.viewport().repaint()
            self.bench.app.processEvents()
            times.append((time.perf_counter() - began) * 1000)
        self.found[name] = (max(times), max(times))


def find(path: str, home: str) -> Sample:
    """Scroll, search as one types, sort, filter by kind; in the table and in the cards."""
    with Watch() as watch, _bench(path, home) as bench:
        from hkj_desktop.ui.pages.check_views import CARDS, TABLE
        from hkj_desktop.ui.widgets.search_field import PAUSE_MS

        finding = _Finding(bench)
        for key in (TABLE, CARDS):
            bench.window.check_page.show_view(key)
            bench.wait(bench.idle)
            _find_in(finding, key)
    slowest = {at: max(times[at] for times in finding.found.values()) for at in (0, 1)}
    return watch.told(steps=finding.found, first=slowest[0], all=slowest[1], pause=PAUSE_MS)


def _find_in(finding: _Finding, key: str) -> None:
    from PySide6.QtTest import QTest

    page, views = finding.page, finding.views
    model: Any = views._models[key]
    view = views._views[key]
    finding.scroll(f"{key}: scroll", view)

    def type_() -> None:
        QTest.keyClicks(page.search, SEARCHED[-1])

    page.search.setText(SEARCHED[:-1])
    finding.bench.wait(lambda: model._asked.filter.text == SEARCHED[:-1] and not views.is_busy())
    finding.until(f"{key}: search, from the last key", model, view, type_, lambda: model._shown.filter.text == SEARCHED)
    clear = page.search._on_clear
    finding.until(f"{key}: search cleared", model, view, clear, lambda: model._shown.filter.text == "")
    file = finding.bench.program.catalogue.file
    assert file is not None
    code = next(iter(file.kinds), "")

    def chip(chosen: str) -> Callable[[], None]:
        def act() -> None:
            page._chips.set_chosen([chosen])
            page._on_chips([])

        return act

    finding.until(f"{key}: one kind", model, view, chip(f"code:{code}"), lambda: model._shown.filter.code == code)
    finding.until(f"{key}: all kinds", model, view, chip("all"), lambda: model._shown.filter.code is None)
    if key != "table":
        return
    for at, name in ((3, "price"), (1, "title")):
        column = model.fixed + at

        def sort(column: int = column) -> None:
            views.table.sortByColumn(column, views.table.horizontalHeader().sortIndicatorOrder())

        finding.until(f"{key}: sort by {name}", model, view, sort, lambda column=column: model._shown.column == column)  # type: ignore[misc]
