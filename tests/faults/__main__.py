"""Runs every cell and prints the table of faults × moments for either system: ``python -m tests.faults``. Exit code 1
where one is wrong."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from hkj_desktop.system.destinations import destination
from tests.faults.cells import COUNT, NO_EVENTS, NO_REPORT, SAID, Cell, Fault, Moment, Seen
from tests.faults.run import ram, run
from tests.faults.systems import SYSTEMS, System
from tests.faults.table_own import EVERY, TABLE

DASH = "—"
Found = dict[tuple[str, str, Moment], Future[Seen]]
LEGEND = """
Each cell: ok or WRONG, the outcome, the error's code, the state of the batches, sent=accepted+rejected+unknown of
{count} products. An outcome of “open” is an upload that counts as interrupted. In every cell it was also looked at that
the person's words for its code exist and have no gap, that no file holds a secret, that asking again while a fault
lasts brings the same (not where the program runs as a process), and that afterwards each product is in the shop and in
the journal, accepted, exactly once; one that was refused for good stays so.
"""


def main() -> int:
    """Run, print, and say how it went."""
    wrong: list[str] = []
    why: dict[str, int] = {}
    with ProcessPoolExecutor() as pool:
        found = {
            (system, fault.name, moment): pool.submit(_found, system, number, moment)
            for system in SYSTEMS
            for number, fault in enumerate(EVERY)
            if system in fault.systems and _can_run(fault)
            for moment in fault.here(system)
        }
        for system in SYSTEMS.values():
            print(f"{destination(system.id).name}\n")
            _print_system(system, found, why, wrong)
    print("\n".join(f"{moment:8} {words}" for moment, words in SAID.items()))
    print(LEGEND.format(count=COUNT))
    print("\n".join(f"{DASH}{number:<3} {reason}" for reason, number in why.items()))
    counts = ", ".join(f"{sum(one[0] == system for one in found)} of {system.upper()}" for system in SYSTEMS)
    print(f"\n{len(found)} cells ({counts}) of {len(EVERY)} faults, {len(wrong)} broken promises", *wrong, sep="\n")
    return 1 if wrong else 0


def _print_system(system: System, found: Found, why: dict[str, int], wrong: list[str]) -> None:
    """Every group of faults, with a column for each moment that this system has."""
    never = {Moment.REPORT: NO_REPORT, Moment.EVENTS: NO_EVENTS}
    moments = [at for at in Moment if any(one.row(system.id)[at] != never.get(at) for one in _rows(system, EVERY))]
    for group, faults in TABLE.items():
        rows = [
            [[one.name], *(_cell(system, one, moment, found, why, wrong) for moment in moments)]
            for one in _rows(system, faults)
        ]
        if rows:
            _print(group, moments, rows)


def _rows(system: System, faults: Iterable[Fault]) -> list[Fault]:
    return [one for one in faults if system.id in one.systems]


def _found(system: str, number: int, moment: Moment) -> Seen:
    """Runs in a process of its own: what is pretended beside the wire holds for the whole process."""
    with TemporaryDirectory(dir=ram()) as folder:
        seen = run(SYSTEMS[system], EVERY[number], moment, Path(folder))
    seen.compare(EVERY[number].here(system)[moment])
    return seen


def _cell(
    system: System, fault: Fault, moment: Moment, found: Found, why: dict[str, int], wrong: list[str]
) -> list[str]:
    """The lines of one cell."""
    cell = fault.row(system.id)[moment]
    if not isinstance(cell, Cell):
        return [f"{DASH}{why.setdefault(cell, len(why) + 1)}"]
    if not _can_run(fault):
        return [f"{DASH}{why.setdefault('it needs the cryptography package, which is not here', len(why) + 1)}"]
    seen = found[system.id, fault.name, moment].result()
    wrong += [f"WRONG  {system.id}, {fault.name}, {moment}: {one}" for one in seen.wrong]
    mark = "WRONG" if seen.wrong else "ok"
    return [f"{mark} {seen.outcome or 'open'}, {seen.sums}", seen.code or "", seen.state]


def _can_run(fault: Fault) -> bool:
    return "certificate" not in fault.name or importlib.util.find_spec("cryptography") is not None


def _print(group: str, moments: list[Moment], rows: list[list[list[str]]]) -> None:
    """A group of rows under its title, in columns as wide as they must be."""
    table = [[[group], *([str(moment)] for moment in moments)], *rows]
    widths = [max(len(line) for row in table for line in row[at]) for at in range(len(moments) + 1)]
    for number, row in enumerate(table):
        for line in range(max(map(len, row))):
            parts = (cell[line] if line < len(cell) else "" for cell in row)
            print("  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip())
        print("  ".join(("=" if number == 0 else "-") * width for width in widths))
    print(flush=True)


if __name__ == "__main__":
    sys.exit(main())
