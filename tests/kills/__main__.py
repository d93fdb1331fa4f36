"""``python -m tests.kills --count 200 [--seed N]``: kills uploads at random moments, and says whether each one ended
well. Exit 1 where one did not; ``--only SEED`` plays that one again."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.helpers.practice import practice_shop
from tests.kills.moments import PLACES
from tests.kills.rounds import KINDS, Bench, Kind, Told, play

TOLD_EACH = 20


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="how many uploads are killed")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--kind", default="", metavar="WORD", help="only kinds with this word in their name, as HAQM")
    parser.add_argument("--only", metavar="SEED", help="the one round of this seed, as the summary names it")
    given = parser.parse_args(arguments)
    seeds = [given.only] if given.only else [f"{given.seed}-{n}" for n in range(given.count)]
    kinds = [kind for kind in KINDS if given.kind in kind.name]
    began = time.monotonic()
    rounds: list[Told] = []
    with tempfile.TemporaryDirectory(prefix="hkj-kills-") as folder, practice_shop(Path(folder) / "shop") as shop:
        bench = Bench(shop, Path(folder))
        for seed in seeds:
            rounds.append(play(bench, seed, drawn(seed, kinds)))
            if given.only:
                print(rounds[-1])
            for fault in rounds[-1].faults:
                print(f"  seed {seed}, {rounds[-1].kind.name}: {fault}", flush=True)
            if len(rounds) % TOLD_EACH == 0:
                print(f"{len(rounds)} of {len(seeds)} after {time.monotonic() - began:.0f} s", flush=True)
    print(summary(rounds))
    return int(any(told.faults for told in rounds))


def drawn(seed: str, kinds: Sequence[Kind]) -> Kind:
    return random.Random(seed).choices(kinds, weights=[one.weight for one in kinds])[0]


def summary(rounds: Sequence[Told]) -> str:
    """What was killed where, and how it went."""
    first = Counter(told.struck[0] for told in rounds)
    again = Counter(told.struck[1] for told in rounds if len(told.struck) > 1)
    kinds = Counter(told.kind.name for told in rounds)
    failed = [told.seed for told in rounds if told.faults]
    resumes = sum(told.resumes for told in rounds)
    return "\n".join(
        [
            f"{len(rounds)} uploads killed, {again.total()} of them twice, {resumes} times taken up",
            f"  {'where the kill struck':<24}{'first':>6}{'second':>8}",
            *(f"  {place:<24}{first[place]:>6}{again[place]:>8}" for place in PLACES),
            *(f"  {kind.name:<38}{kinds[kind.name]:>4}" for kind in KINDS),
            f"not well: {', '.join(failed)}" if failed else "all fine",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
