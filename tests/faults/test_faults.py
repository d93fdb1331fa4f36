"""The table of faults, cell by cell: ``python -m tests.faults`` prints it whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.cells import Cell, Fault, Moment
from tests.faults.run import ram, run
from tests.faults.table_own import EVERY

CELLS = [(fault, moment) for fault in EVERY for moment in fault.here]


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(dir=ram()) as name:
        yield Path(name)


@pytest.mark.parametrize(("fault", "moment"), CELLS, ids=[f"{fault.name} - {moment}" for fault, moment in CELLS])
def test_a_fault_is_told_for_what_it_is_and_costs_no_product(fault: Fault, moment: Moment, folder: Path) -> None:
    """Outcome, code, words, journal and sums are those of the table; asked again it is the same; over, all settles."""
    if "certificate" in fault.name:
        pytest.importorskip("cryptography")
    seen = run(fault, moment, folder)
    seen.compare(fault.here[moment])
    assert seen.wrong == []


@pytest.mark.parametrize("fault", EVERY, ids=lambda fault: fault.name)
def test_every_cell_of_the_table_is_filled(fault: Fault) -> None:
    """At each of the six moments a fault has a promise, or the reason why it cannot strike then."""
    assert set(fault.cells) == set(Moment)
    assert all(isinstance(cell, Cell) or cell for cell in fault.cells.values())
    assert fault.here


def test_no_fault_is_there_twice() -> None:
    """Each row has a name of its own."""
    assert len({fault.name for fault in EVERY}) == len(EVERY)
