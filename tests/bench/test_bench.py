"""The benchmark runs, and its table has every row of what it promises to measure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench.cases import NOT_RUN

#: Rows of the table in the issue.
PROMISED = range(1, 13)


@pytest.mark.timeout(120)
def test_the_table_has_every_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On 2,000 rows, once: each row has our figure, a peer's (or none is measured) and an aim; nothing failed."""
    out = tmp_path / "bench.json"
    code = bench.main(["--rows", "2000", "--repeat", "1", "--quick", "--json", str(out)])
    printed = capsys.readouterr().out
    found = json.loads(out.read_text(encoding="utf-8"))
    assert code == 0, printed
    assert {line["row"] for line in found["lines"]} == set(PROMISED)
    for line in found["lines"]:
        assert any(character.isdigit() for character in line["ours"]) or line["ours"] == "none", line
        assert line["peer"], line
        assert line["aim"], line
        assert line["met"] is not None or line["theirs"] == NOT_RUN, line
        assert line["what"] in printed
    assert found["samples"]["csv"]["ours"][0]["products"] == 2_000
