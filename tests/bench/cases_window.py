"""The window and the network: rows 6 to 8, 11 and 12 of the issue's table."""

from __future__ import annotations

from tests.bench.cases import (
    Case,
    Contender,
    Line,
    Samples,
    Setting,
    against,
    alone,
    middle,
    ratio,
    seconds,
    trouble,
    values,
)
from tests.bench.cases_files import flat
from tests.bench.catalogue import csv_of
from tests.bench.measure import Sample, in_child, warm

#: Milliseconds.
MOST_BUSY, FIRST, ALL = 50.0, 100.0, 1_000.0
FORBIDDEN = {"polars", "openpyxl", "httpx", "keyring"}


def _with_home(function: str, name: str, part: int = 1):  # type: ignore[no-untyped-def]
    def run(setting: Setting) -> Sample:
        path = csv_of(max(1, setting.rows // part))
        warm(path)
        return in_child(function, path=str(path), home=setting.fresh(name))

    return run


# -- row 6: a body on its way -----------------------------------------------------------------------------------------


def _upload(setting: Setting) -> Sample:
    path = csv_of(setting.rows)
    warm(path)
    return in_child("work_upload:with_window", path=str(path), port=setting.port, home=setting.fresh("upload"))


def _curl(setting: Setting) -> Sample:
    path = csv_of(setting.rows)
    return in_child("work_upload:with_curl", path=str(path), port=setting.port)


def _upload_lines(setting: Setting, samples: Samples) -> list[Line]:
    ours, theirs = samples["ours"], samples["curl"]
    size = (middle(ours, "bytes") or 0) / 1e6
    what = f"upload of a body of {size:,.0f} MB on loopback, window open"
    line = against(6, what, samples, "curl", aim="≥ 0.95 × curl's speed")
    speed = ratio(theirs, ours)
    cancel, busy = middle(ours, "cancel"), middle(ours, "busy")
    return [
        Line(6, what, line.ours, "curl -F", line.theirs, "" if speed is None else f"{speed:.2f} × curl's speed",
             "≥ 0.95 × curl's speed", None if speed is None else speed >= 0.95, line.memory),
        flat(6, "the same: memory", ours),
        alone(6, "the same: cancel, while a slow server takes 20 MB a second", ours, cancel,
              f"{(cancel or 0) * 1000:.0f} ms", 1.0, "≤ 1 s"),
        alone(6, "the same: longest time the event loop is busy", ours, busy, f"{busy or 0:.0f} ms", MOST_BUSY,
              f"≤ {MOST_BUSY:g} ms"),
    ]  # fmt: skip


UPLOAD = Case("upload", {"ours": Contender(_upload), "curl": Contender(_curl, peer=True)}, _upload_lines)


# -- row 7: the event loop --------------------------------------------------------------------------------------------


def _steps(samples: list[Sample], at: int) -> dict[str, float]:
    """Each step and the median of one of its figures."""
    names = next((list(one["steps"]) for one in samples if "steps" in one), [])
    every = [one["steps"] for one in samples if "steps" in one]
    return {name: middle([{"x": one[name][at]} for one in every], "x") or 0 for name in names}


def _busy_lines(setting: Setting, samples: Samples) -> list[Line]:
    ours = samples["ours"]
    longest, steps, aim = middle(ours, "longest"), _steps(ours, 0), f"≤ {MOST_BUSY:g} ms"
    what = f"longest time the event loop is busy, {setting.rows:,} rows"
    whole = _steps(ours, 1)
    told = f"{longest or 0:.0f} ms ({max(steps, key=lambda one: steps[one]) if steps else ''})"
    return [
        alone(7, what, ours, longest, told, MOST_BUSY, aim, "a beat of 5 ms"),
        *(alone(7, f"… {name}", [], value, f"{value:.0f} ms (step: {whole[name]:,.0f} ms)", MOST_BUSY, aim,
                "a beat of 5 ms") for name, value in steps.items()),
    ]  # fmt: skip


def _busy(setting: Setting) -> Sample:
    path = csv_of(setting.rows)
    warm(path)
    return in_child("work_window:busy", path=str(path), home=setting.fresh("busy"), cards=setting.peers)


BUSY = Case("busy", {"ours": Contender(_busy)}, _busy_lines, most=2)


# -- row 8: finding ---------------------------------------------------------------------------------------------------


def _find_lines(setting: Setting, samples: Samples) -> list[Line]:
    ours = samples["ours"]
    firsts, alls = _steps(ours, 0), _steps(ours, 1)
    aim = f"first ≤ {FIRST:g} ms, all ≤ {ALL / 1000:g} s"
    what = f"scroll, search, sort, filter on {setting.rows:,} rows"
    if not firsts:
        return [Line(8, what, trouble(ours), "—", aim=aim)]
    slowest = max(firsts, key=lambda one: firsts[one])
    met = max(firsts.values()) <= FIRST and max(alls.values()) <= ALL
    lines = [Line(8, what, f"first {firsts[slowest]:.0f} ms, all {max(alls.values()):.0f} ms ({slowest})", "—", aim=aim,
                  met=met)]  # fmt: skip
    pause = middle(ours, "pause") or 0
    for name, first in firsts.items():
        told = f"first {first:.0f} ms, all {alls[name]:.0f} ms"
        told += f" (of them {pause:.0f} ms pause)" if "last key" in name else ""
        lines.append(Line(8, f"… {name}", told, "—", aim=aim, met=first <= FIRST and alls[name] <= ALL))
    return lines


FIND = Case("find", {"ours": Contender(_with_home("work_window:find", "find"))}, _find_lines, most=3)


# -- row 11: the start ------------------------------------------------------------------------------------------------


def _start(kind: str):  # type: ignore[no-untyped-def]
    def run(setting: Setting) -> Sample:
        home = setting.folder / "start"
        home.mkdir(exist_ok=True)
        return in_child("work_window:start", kind=kind, home=str(home))

    return run


def _prepare_start(setting: Setting) -> None:
    """The first start of all makes folders and compiles Python's files."""
    for kind in ("ours", "empty"):
        _start(kind)(setting)


def _start_lines(setting: Setting, samples: Samples) -> list[Line]:
    ours = samples["ours"]
    line = against(11, "process start to a window that answers", samples, "an empty PySide6 window", most=1.5)
    heavy = sorted({name for one in ours for name in one.get("heavy", [])})
    met = not FORBIDDEN & set(heavy) if values(ours) else None
    told = ", ".join(heavy) or "none"
    return [
        line,
        Line(11, "heavy libraries imported before it shows", told if values(ours) else trouble(ours), "—",
             aim="no polars, openpyxl, httpx, keyring", met=met),
    ]  # fmt: skip


START = Case(
    "start",
    {
        "ours": Contender(_start("ours")),
        "an empty PySide6 window": Contender(_start("empty"), peer=True),
    },
    _start_lines,
    prepare=_prepare_start,
)


# -- row 12: a whole upload -------------------------------------------------------------------------------------------


def _settled_lines(setting: Setting, samples: Samples) -> list[Line]:
    ours = samples["ours"]
    share, products = middle(ours, "share"), middle(ours, "products") or 0
    what = f"settled upload of {products:,.0f} products, journal included: our own share of the time"
    cpu, of_shop, planned = (middle(ours, name) or 0 for name in ("cpu", "shop_cpu", "planned"))
    told = f"{(share or 0):.0%}: {seconds(ours)}, of which {cpu:.2f} s our processor time (plan {planned:.2f} s)"
    line = alone(12, what, ours, share, told, 0.10, "< 10 % of the time")
    return [Line(line.row, line.what, line.ours, "the practice shop's processor time", f"{of_shop:.2f} s",
                 "", line.aim, line.met, line.memory)]  # fmt: skip


SETTLED = Case("settled", {"ours": Contender(_with_home("work_upload:settled", "settled", 10))}, _settled_lines)

CASES = (UPLOAD, BUSY, FIND, START, SETTLED)
