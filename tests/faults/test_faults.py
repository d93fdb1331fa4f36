"""The table of faults, cell by cell: ``python -m tests.faults`` prints it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.cells import Cell, Fault, Moment
from tests.faults.run import ram, run
from tests.faults.systems import SYSTEMS, System
from tests.faults.table_own import EVERY

CELLS = [
    (system, fault, moment)
    for system in SYSTEMS.values()
    for fault in EVERY
    if system.id in fault.systems
    for moment in fault.here(system.id)
]
NAMES = [f"{system.id} - {fault.name} - {moment}" for system, fault, moment in CELLS]
ROWS = [(system, fault) for system in SYSTEMS for fault in EVERY if system in fault.systems]


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(dir=ram()) as name:
        yield Path(name)


@pytest.mark.parametrize(("system", "fault", "moment"), CELLS, ids=NAMES)
def test_a_fault_is_told_for_what_it_is_and_costs_no_product(
    system: System, fault: Fault, moment: Moment, folder: Path, expected_log: Callable[[str], None]
) -> None:
    """Outcome, code, words, journal and sums are those of the table; asked again it is the same; over, all settles."""
    if "certificate" in fault.name:
        pytest.importorskip("cryptography")
    if fault.log:
        expected_log(fault.log)
    seen = run(system, fault, moment, folder)
    seen.compare(fault.here(system.id)[moment])
    assert seen.wrong == []


@pytest.mark.parametrize(("system", "fault"), ROWS, ids=[f"{system} - {fault.name}" for system, fault in ROWS])
def test_every_cell_of_the_table_is_filled(system: str, fault: Fault) -> None:
    """At each of the seven moments a fault has a promise for either system, or the reason why it cannot strike then."""
    row = fault.row(system)
    assert set(row) == set(Moment)
    assert all(isinstance(cell, Cell) or cell for cell in row.values())
    assert fault.here(system)


def test_no_fault_is_there_twice() -> None:
    """Each row has a name of its own."""
    assert len({fault.name for fault in EVERY}) == len(EVERY)
