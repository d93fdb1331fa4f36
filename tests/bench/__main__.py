"""``python -m tests.bench [--rows N] [--json OUT] [--only NAME] [--repeat R] [--quick] [--large]``: how fast, in how
much memory, and against whom.

Every measurement has a process of its own; ours and the peers take turns, ``--repeat`` times; ratios are between
figures of the same turn. It never fails on a time; it reports, and ends with 1 only where something did not work.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.bench import cases_files, cases_window, sink
from tests.bench.cases import Case, Line, Samples, Setting
from tests.bench.catalogue import csv_of
from tests.bench.large import LARGE, measure_large
from tests.bench.measure import Sample
from tests.bench.table import as_json, machine, markdown

CASES = (*cases_files.CASES, *cases_window.CASES)
ROWS = 1_000_000
Keep = Callable[[list[Line], dict[str, Samples]], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for, and print the table; with ``--json`` what is found is written after every case."""
    options = _options(arguments)
    rows: int = options.rows or (LARGE if options.large else ROWS)

    def keep(lines: list[Line], found: dict[str, Samples]) -> None:
        if options.json is not None:
            told = as_json(lines, rows=rows, repeat=options.repeat, samples=found)
            options.json.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    with tempfile.TemporaryDirectory(prefix="hkj-bench-") as folder, sink.running() as port:
        if options.large:
            lines, found = measure_large(rows)
            keep(lines, found)
        else:
            setting = Setting(rows, options.repeat, Path(folder), port, peers=not options.quick)
            lines = run([case for case in CASES if options.only in (None, case.name)], setting, keep)
    print(f"{rows:,} rows, {options.repeat} turns; {machine()}\n")
    print(markdown(lines))
    return 1 if any("FAILED" in f"{line.ours} {line.theirs}" for line in lines) else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rows", type=int, default=None, help=f"{ROWS:,} where nothing is said")
    parser.add_argument("--json", type=Path, default=None, metavar="OUT", help="write every figure to this file")
    parser.add_argument("--only", choices=[case.name for case in CASES], help="one case alone")
    parser.add_argument("--repeat", type=int, default=3, metavar="R", help="turns (a case may need fewer)")
    quick = "only see whether everything works: no peers, no cards, two cases at a time; the figures say little"
    parser.add_argument("--quick", action="store_true", help=quick)
    parser.add_argument("--large", action="store_true", help=f"{LARGE:,} rows end to end, and nothing else")
    return parser.parse_args(arguments)


def run(cases: Sequence[Case], setting: Setting, keep: Keep) -> list[Line]:
    """Every case in turn, and its lines; ``keep`` gets all that was found so far after each of them."""
    csv_of(setting.rows)
    lines: list[Line] = []
    found: dict[str, Samples] = {}
    with ThreadPoolExecutor(1 if setting.peers else 2) as pool:
        for case, samples in zip(cases, pool.map(partial(_measure, setting), cases), strict=True):
            found[case.name] = samples
            fresh = case.lines(setting, samples)
            lines += fresh
            _say(markdown(fresh))
            keep(lines, found)
    return lines


def _measure(setting: Setting, case: Case) -> Samples:
    _say(f"{case.name} …")
    case.prepare(setting)
    samples: dict[str, list[Sample]] = {name: [] for name in case.contenders}
    for turn in range(min(setting.repeat, case.most)):
        for name, contender in case.contenders.items():
            if turn < contender.most and (setting.peers or not contender.peer):
                samples[name].append(contender.run(setting))
    return samples


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
