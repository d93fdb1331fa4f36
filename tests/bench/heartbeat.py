"""``python -m tests.bench.heartbeat [--rows 100000]``: how long the window's event loop is busy at the most.

The real window, offscreen, with a catalogue of so many products: scrolling through all cards, typing into the table,
undoing, filling down, searching. A timer beats every 5 ms; what is printed for each step is the longest time between
two beats, which is how long the window could not answer. No step fails on a figure; it reports.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hkj_desktop.app import Program
from hkj_desktop.practice.launch import start_practice
from hkj_desktop.system.paths import folders
from hkj_desktop.ui.pages.check_views import CARDS, PROBLEMS, TABLE
from hkj_desktop.ui.parts import CHECK
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import pump

BEAT_MS = 5
LIMIT = 120.0
CATEGORIES = ("Food > Honey", "Food > Tea", "Home > Soap", "Drinks > Juice", "Toys", "Paper > Notebooks")


def write_catalogue(path: Path, rows: int) -> None:
    """A bilingual catalogue; one row in a hundred has a mistake."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        out.write("SKU,English title,Arabic title,Price (JOD),Stock,Category,Brand,Image\r\n")
        for n in range(rows):
            bad = chance.random() < 0.01
            arabic = "" if bad else f"منتج رقم {n}"
            price = f"{chance.randint(100, 90_000) / 1000:.3f}"
            stock = "12 pieces" if bad and n % 2 else chance.randint(0, 400)
            out.write(f"P-{n},Product number {n},{arabic},{price},{stock},{chance.choice(CATEGORIES)},B{n % 40},\r\n")


@dataclass
class Beat:
    """The gaps between beats of a timer, in milliseconds."""

    gaps: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._last = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def take(self) -> list[float]:
        """The gaps since the last time, and begin anew."""
        self._on_beat()
        taken, self.gaps = self.gaps, []
        return taken


@dataclass(frozen=True)
class Figure:
    """``longest`` and ``total`` in milliseconds: the longest the loop was busy, and how long the step took."""

    step: str
    longest: float
    total: float


class Bench:
    """The window with the catalogue open."""

    def __init__(self, app: QApplication, program: Program) -> None:
        self.app, self.program, self.window = app, program, program.window
        self.views = self.window.check_page.shown
        self.figures: list[Figure] = []
        self.beat = Beat()

    def wait(self, condition: Callable[[], object]) -> None:
        pump(condition, LIMIT, pause=0.0005)

    def idle(self) -> bool:
        file = self.program.catalogue.file
        return file is not None and self.program.catalogue.is_current(file) and not self.views.is_busy()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.app.processEvents()
        self.beat.take()
        begun = time.perf_counter()
        yield
        self.wait(self.idle)
        self.figures.append(Figure(name, max(self.beat.take()), (time.perf_counter() - begun) * 1000))

    def spin(self) -> None:
        """One turn of the loop, as between two events of a person."""
        self.app.processEvents()
        time.sleep(0.001)

    # -- what a person does -------------------------------------------------------------------------------------------

    def scroll_cards(self) -> None:
        self.window.check_page.show_view(CARDS)
        self.wait(self.idle)
        bar = self.views.cards.verticalScrollBar()
        with self.step("cards: scroll through all of them"):
            steps = 200
            for at in range(steps + 1):
                bar.setValue(bar.maximum() * at // steps)
                self.spin()
        with self.step("cards: page by page at the top"):
            for at in range(60):
                bar.setValue(bar.pageStep() * at)
                self.spin()
        with self.step("cards: wheel"):
            for _ in range(120):
                bar.setValue(bar.value() + 40)
                self.spin()
        with self.step("cards: group by category"):
            self.window.check_page.card_tools.grouped.setChecked(True)
        with self.step("cards: search"):
            self.window.check_page.search.setText("number 99")
            self.window.check_page._on_searched("number 99")
        self.window.check_page._on_searched("")
        self.window.check_page.card_tools.grouped.setChecked(False)
        self.wait(self.idle)

    def edit_table(self) -> None:
        self.window.check_page.show_view(TABLE)
        self.wait(self.idle)
        model, fixed = self.views.table_model, self.views.table_model.fixed
        with self.step("table: type into 40 cells, one after the other"):
            for n in range(40):
                model.setData(model.index(n * 97 % model.rowCount(), fixed + 2), f"عنوان {n}")
                for _ in range(12):
                    self.spin()
        with self.step("table: one cell, until it is checked"):
            model.setData(model.index(5, fixed + 3), "not a price")
        with self.step("table: a SKU that is there already"):
            model.setData(model.index(6, fixed), "P-1")
        with self.step("table: undo both"):
            self.window.checking.undo()
            self.window.checking.undo()
        self.views.table.selectColumn(fixed + 6)
        with self.step("table: fill a whole column down"):
            self.views.editing.fill.trigger()
        with self.step("table: undo that"):
            self.window.checking.undo()
        with self.step("table: sort by price"):
            self.views.table.sortByColumn(fixed + 3, self.views.table.horizontalHeader().sortIndicatorOrder())

    def problems(self) -> None:
        with self.step("problems: show, scroll"):
            self.window.check_page.show_view(PROBLEMS)
            self.wait(self.idle)
            bar = self.views.problems.verticalScrollBar()
            for at in range(101):
                bar.setValue(bar.maximum() * at // 100)
                self.spin()


def run(rows: int) -> list[Figure]:
    """Open a catalogue of ``rows`` products, do everything, and return the figures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as data:
        source = Path(data) / "many.csv"
        write_catalogue(source, rows)
        where = folders(Path(data) / "data", {}).ensure()
        program = Program(app, where, practice=True, locale="en", vault=MemoryVault(), start_practice=start_practice)
        program.window.resize(1280, 800)
        program.show()
        bench = Bench(app, program)
        try:
            with bench.step("open and check the file"):
                program.window.open_file(str(source))
                bench.wait(lambda: program.window.page() == CHECK)
            bench.scroll_cards()
            bench.edit_table()
            bench.problems()
        finally:
            program.window.close()
            program.close()
    return bench.figures


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    options = parser.parse_args()
    print(f"{options.rows:,} products; a beat every {BEAT_MS} ms; milliseconds")
    print(f"{'step':<50} {'longest busy':>12} {'whole step':>12}")
    for figure in run(options.rows):
        print(f"{figure.step:<50} {figure.longest:>12.0f} {figure.total:>12.0f}")


if __name__ == "__main__":
    main()
