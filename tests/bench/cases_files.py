"""Reading, checking, writing and comparing: rows 1 to 5, 9 and 10 of the issue's table."""

from __future__ import annotations

from collections.abc import Callable

from tests.bench.cases import Case, Contender, Line, Samples, Setting, against, alone, memory, middle, seconds, values
from tests.bench.catalogue import MOST_XLSX, csv_of, xlsx_of
from tests.bench.measure import Sample, in_child, warm

#: frictionless is measured on so many rows at the most, and scaled up: it goes row by row.
MOST_FRICTIONLESS = 100_000
#: Growth of memory, in MiB, that counts as none (tests/e2e/test_large_upload.py).
FLAT = 30.0


def _on_csv(
    function: str, rows: Callable[[Setting], int] = lambda setting: setting.rows
) -> Callable[[Setting], Sample]:
    def run(setting: Setting) -> Sample:
        path = csv_of(rows(setting))
        warm(path)
        return in_child(function, path=str(path))

    return run


def _on_xlsx(function: str) -> Callable[[Setting], Sample]:
    def run(setting: Setting) -> Sample:
        path = xlsx_of(_xlsx_rows(setting))
        warm(path)
        return in_child(function, path=str(path))

    return run


def _xlsx_rows(setting: Setting) -> int:
    return min(setting.rows, MOST_XLSX)


def _tenth(setting: Setting) -> int:
    return max(1, setting.rows // 10)


def _frictionless_rows(setting: Setting) -> int:
    return min(setting.rows, MOST_FRICTIONLESS)


# -- rows 1, 3 and 4: CSV ---------------------------------------------------------------------------------------------


def _csv_lines(setting: Setting, samples: Samples) -> list[Line]:
    rows, part = setting.rows, _frictionless_rows(setting)
    scale, note = rows / part, f" (measured on {part:,} rows, × {rows / part:g})" if part < rows else ""
    what = f"{rows:,}-row CSV: read, match, clean, check, problems listed"
    return [
        against(1, what, samples, "polars.read_csv", most=3),
        against(1, what, samples, "frictionless validate", least=15, scale=scale, note=note),
        against(1, what, samples, "Open Data Editor's way", scale=scale, note=note, aim="(to compare)"),
        against(1, what, samples, "pandas.read_csv", aim="(to compare)"),
        _memory_line(setting, samples),
        _growth_line(setting, samples),
    ]


def _memory_line(setting: Setting, samples: Samples) -> Line:
    ours = samples["ours"]
    peak, size = middle(ours, "peak"), middle(ours, "size")
    times = peak / size if peak and size else None
    told = f"{peak:,.0f} MiB of {size:,.0f} MiB = {times:.2f} ×" if times else ""
    line = alone(3, f"{setting.rows:,}-row CSV: peak memory against the file's size", ours, times, told, 2.5,
                 "≤ 2.5 × the file", "polars.read_csv")  # fmt: skip
    theirs = memory(samples.get("polars.read_csv", []))
    return Line(line.row, line.what, line.ours, line.peer, theirs, "", line.aim, line.met, line.memory)


def _growth_line(setting: Setting, samples: Samples) -> Line:
    ours, tenth = samples["ours"], samples["ours, a tenth"]
    pairs = list(zip(values(ours), values(tenth), strict=False))
    what = f"growth from {_tenth(setting):,} to {setting.rows:,} rows"
    times = middle([{"x": one / two} for one, two in pairs], "x")
    told = f"{times:.1f} × ({seconds(tenth)} → {seconds(ours)})" if times else ""
    return alone(4, what, ours, times, told, 11, "≤ 11 ×", "a tenth of the rows")


CSV = Case(
    "csv",
    {
        "ours": Contender(_on_csv("work_files:check_file")),
        "polars.read_csv": Contender(_on_csv("work_peers:polars_csv"), peer=True),
        "ours, a tenth": Contender(_on_csv("work_files:check_file", _tenth)),
        "pandas.read_csv": Contender(_on_csv("work_peers:pandas_csv"), peer=True),
        "frictionless validate": Contender(
            _on_csv("work_peers:frictionless_csv", _frictionless_rows), peer=True, most=2
        ),
        "Open Data Editor's way": Contender(_on_csv("work_peers:editor_csv", _frictionless_rows), peer=True, most=1),
    },
    _csv_lines,
)


# -- row 2: XLSX ------------------------------------------------------------------------------------------------------


def _xlsx_lines(setting: Setting, samples: Samples) -> list[Line]:
    what = f"{_xlsx_rows(setting):,}-row XLSX: the same"
    return [
        against(2, what, samples, "fastexcel to polars", most=1.4),
        against(2, what, samples, "openpyxl, reading only", least=9),
    ]


XLSX = Case(
    "xlsx",
    {
        "ours": Contender(_on_xlsx("work_files:check_file")),
        "fastexcel to polars": Contender(_on_xlsx("work_peers:fastexcel_xlsx"), peer=True),
        "openpyxl, reading only": Contender(_on_xlsx("work_peers:openpyxl_xlsx"), peer=True),
    },
    _xlsx_lines,
)


# -- row 5: the body --------------------------------------------------------------------------------------------------


def _json_lines(setting: Setting, samples: Samples) -> list[Line]:
    ours = samples["ours"]
    size = middle(ours, "bytes") or 0
    what = f"JSON body of {setting.rows:,} products ({size / 1e6:,.0f} MB), streamed"
    return [
        against(5, what, samples, "orjson.dumps of ready dictionaries", most=1.2),
        flat(5, "the same: memory", ours),
    ]


def flat(row: int, what: str, samples: list[Sample]) -> Line:
    """How much more memory there is at the most than when it began."""
    peaks, before = values(samples, "peak"), values(samples, "before")
    growth = max((one - two for one, two in zip(peaks, before, strict=True)), default=None)
    told = "" if growth is None else f"+{growth:,.1f} MiB"
    return alone(row, what, samples, growth, told, FLAT, f"flat (≤ {FLAT:g} MiB more)")


JSON = Case(
    "json",
    {
        "ours": Contender(_on_csv("work_files:json_body")),
        "orjson.dumps of ready dictionaries": Contender(_on_csv("work_peers:orjson_pieces"), peer=True),
    },
    _json_lines,
)


# -- row 9: one cell --------------------------------------------------------------------------------------------------


def _edit_lines(setting: Setting, samples: Samples) -> list[Line]:
    ours = samples["ours"]
    longest, usual = middle(ours, "longest"), middle(ours, "usual")
    columns = {name: middle([one["columns"] for one in ours if "columns" in one], name) for name in _columns(ours)}
    each = ", ".join(f"{name} {(value or 0) * 1000:.0f}" for name, value in columns.items())
    told = f"{(usual or 0) * 1000:.0f} ms usual, {(longest or 0) * 1000:.0f} ms slowest column ({each})"
    return [alone(9, f"one edited cell in {setting.rows:,} rows, checked again", ours, longest, told, 0.03, "≤ 30 ms")]


def _columns(samples: list[Sample]) -> list[str]:
    return next((list(one["columns"]) for one in samples if "columns" in one), [])


EDIT = Case("edit", {"ours": Contender(_on_csv("work_files:edit_cell"))}, _edit_lines)


# -- row 10: comparing ------------------------------------------------------------------------------------------------

_KNOWN = "known"


def _prepare_compare(setting: Setting) -> None:
    home = setting.folder / _KNOWN
    home.mkdir()
    in_child("work_files:learn_all", path=str(csv_of(setting.rows)), home=str(home))


def _compare(setting: Setting) -> Sample:
    path = csv_of(setting.rows)
    warm(path)
    return in_child("work_files:compare_all", path=str(path), home=str(setting.folder / _KNOWN))


def _compare_lines(setting: Setting, samples: Samples) -> list[Line]:
    ours = samples["ours"]
    reading, figure = middle(ours, "reading"), middle(ours, "seconds")
    most = max(1.5, 2 * (reading or 0))
    told = seconds(ours) if figure else ""
    line = alone(10, f"comparing {setting.rows:,} rows with what was last accepted", ours, figure, told, most,
                 "≤ 1.5 s or 2 × reading the file", "our reading of the file")  # fmt: skip
    times = f"{figure / reading:.2f} ×" if figure and reading else ""
    return [Line(line.row, line.what, line.ours, line.peer, seconds(ours, "reading"), times, line.aim, line.met,
                 line.memory)]  # fmt: skip


COMPARE = Case("compare", {"ours": Contender(_compare)}, _compare_lines, prepare=_prepare_compare)

CASES = (CSV, XLSX, JSON, EDIT, COMPARE)
