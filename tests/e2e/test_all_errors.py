"""More refusals than the shop lists: every one of them is named, through the command line and a real practice shop."""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path

from tests.helpers.cli import cli
from tests.helpers.journal import write_catalogue
from tests.helpers.practice import MAIN_KEY, practice_shop

PRODUCTS, BAD = 10_000, 1_437
WORDS = "Sold in another branch only."


def test_every_refusal_is_named_and_the_others_are_in_the_shop_once(tmp_path: Path) -> None:
    """10,000 products, 1,437 of them bad in ways that only the server knows: all 1,437 are named with their rows, the
    other 8,563 are in the shop exactly once, and the number of requests is said."""
    path = write_catalogue(tmp_path / "c.csv", PRODUCTS)
    bad = random.Random(1437).sample([f"A-{n}" for n in range(1, PRODUCTS + 1)], BAD)
    saved = tmp_path / "problems.csv"
    with practice_shop(tmp_path / "shop", reject=dict.fromkeys(bad, WORDS)) as shop:
        where = ["--base-url", shop.base_url, "--problems", saved]
        ran = cli("send", path, "--json", *where, home=tmp_path / "home", key=MAIN_KEY).ended(1)
        in_shop = [str(product["sku"]) for product in shop.products()]
        asked = sum(shop.requests().values())
    found = ran.object
    assert (found["sent"], found["accepted"], found["rejected"], found["unknown"]) == (PRODUCTS, PRODUCTS - BAD, BAD, 0)
    problems = {problem["sku"]: problem for problem in found["problems"] if problem["source"] == "server"}
    assert problems.keys() == set(bad)
    assert all(WORDS in problem["message"] for problem in problems.values())
    assert all(problem["row"] == int(sku.removeprefix("A-")) + 1 for sku, problem in problems.items())
    with saved.open(encoding="utf-8-sig", newline="") as lines:
        assert len(list(csv.reader(lines))) == BAD + 1
    assert sorted(in_shop) == sorted({f"A-{n}" for n in range(1, PRODUCTS + 1)} - set(bad))
    line = re.search(r"All 1,437 problems of the shop were found, in ([0-9,]+) requests?\.", ran.err)
    assert line, ran.err
    assert int(line[1].replace(",", "")) == found["requests"] == asked
    print(line[0])
