"""Five million rows end to end: checked, and the body of all that is ready written."""

from __future__ import annotations

from tests.bench.cases import Line, Samples
from tests.bench.catalogue import csv_of
from tests.bench.measure import in_child

LARGE = 5_000_000
#: MiB above the idle program.
MOST = 1536.0


def measure_large(rows: int) -> tuple[list[Line], dict[str, Samples]]:
    """One run; what it found."""
    path = csv_of(rows)
    found = in_child("work_files:end_to_end", path=str(path))
    what = f"{rows:,} rows ({path.stat().st_size / 2**20:,.0f} MiB) end to end: check, write the body"
    samples: dict[str, Samples] = {"large": {"ours": [found]}}
    if "seconds" not in found:
        return [Line(13, what, f"FAILED: {found.get('failed', found)}", aim="1.5 GiB above the idle program")], samples
    above, checking = found["peak"] - found["idle"], found["checking"]
    ours = f"+{above:,.0f} MiB at the most ({found['checked_peak'] - found['idle']:,.0f} after checking)"
    took = f"{found['seconds']:.1f} s ({checking:.1f} s checking, {found['seconds'] - checking:.1f} s writing)"
    told = f"{found['problems']:,} problems, {found['products']:,} products, {found['bytes'] / 1e6:,.0f} MB"
    return [
        Line(13, f"{what}: memory above the idle program ({found['idle']:.0f} MiB)", ours, "—",
             aim="≤ 1,536 MiB (1.5 GiB)", met=above <= MOST, memory=f"{found['peak']:,.0f} MiB"),
        Line(13, "the same: time", took, "—", theirs=told),
    ], samples  # fmt: skip
