"""A case of the benchmark: who is measured, and which lines of the table come of it."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.measure import Sample

NOT_INSTALLED, NOT_RUN = "not installed", "not run"


@dataclass
class Setting:
    """What one run of the benchmark is about. ``port``: of the sink for uploads; ``folder``: gone afterwards.
    ``peers``: whether others are measured too."""

    rows: int
    repeat: int
    folder: Path
    port: int
    peers: bool = True

    def fresh(self, name: str) -> str:
        """A folder that nobody has used, for this turn."""
        return tempfile.mkdtemp(prefix=f"{name}-", dir=self.folder)


@dataclass(frozen=True)
class Contender:
    """``run`` measures once. ``peer``: not this program; ``most``: it is run so many times at the most."""

    run: Callable[[Setting], Sample]
    peer: bool = False
    most: int = 99


@dataclass(frozen=True)
class Line:
    """One line of the table. ``row``: the line of the issue's table that it belongs to, from 1. ``met``: None where no
    aim is set, or nothing could be measured."""

    row: int
    what: str
    ours: str
    peer: str = ""
    theirs: str = ""
    ratio: str = ""
    aim: str = ""
    met: bool | None = None
    memory: str = ""


Samples = Mapping[str, list[Sample]]


@dataclass(frozen=True)
class Case:
    """``contenders``: ours is ``ours``. ``most``: it is run so many times at the most. ``prepare`` runs once before."""

    name: str
    contenders: Mapping[str, Contender]
    lines: Callable[[Setting, Samples], list[Line]]
    most: int = 99
    prepare: Callable[[Setting], object] = field(default=lambda _: None)


# -- figures ----------------------------------------------------------------------------------------------------------


def values(samples: list[Sample], name: str = "seconds") -> list[float]:
    """That figure of every run that has it."""
    return [float(one[name]) for one in samples if isinstance(one.get(name), (int, float))]


def trouble(samples: list[Sample]) -> str:
    """Why there is no figure: not installed, not run, or what went wrong."""
    if not samples:
        return NOT_RUN
    if any("missing" in one for one in samples):
        return NOT_INSTALLED
    return next((f"FAILED: {one['failed']}" for one in samples if "failed" in one), "no figure")


def seconds(samples: list[Sample], name: str = "seconds", scale: float = 1.0) -> str:
    """Median, least and most; milliseconds where it is short."""
    found = [one * scale for one in values(samples, name)]
    return _spread(found, 1000 if median(found) < 0.3 else 1) if found else trouble(samples)


def _spread(found: list[float], factor: int) -> str:
    unit = "ms" if factor == 1000 else "s"
    middle, least, most = (one * factor for one in (median(found), min(found), max(found)))
    return f"{_short(middle)} {unit} ({_short(least)}–{_short(most)})"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def memory(samples: list[Sample], name: str = "peak") -> str:
    """The median of a peak in MiB."""
    found = values(samples, name)
    return f"{median(found):,.0f} MiB" if found and not math.isnan(found[0]) else ""


def ratio(ours: list[Sample], theirs: list[Sample], scale: float = 1.0, name: str = "seconds") -> float | None:
    """The median over the turns of ours / theirs: both were measured right after each other."""
    pairs = list(zip(values(ours, name), values(theirs, name), strict=False))
    return median(one / (two * scale) for one, two in pairs) if pairs else None


def against(row: int, what: str, samples: Samples, peer: str, *, most: float | None = None, least: float | None = None,
            scale: float = 1.0, note: str = "", aim: str = "") -> Line:  # fmt: skip
    """Ours against a peer: at most so many times as long, or at least so many times as fast. ``scale``: the peer did
    one part in ``scale`` of the work."""
    ours, theirs = samples["ours"], samples.get(peer, [])
    found = ratio(ours, theirs, scale)
    told = "" if found is None else f"{found:.2f} ×" if least is None else f"{1 / found:.1f} × as fast"
    processor = ratio(ours, theirs, scale, "cpu")
    if processor is not None:  # says more than the time where others use the computer too
        told += f" (processor {processor if least is None else 1 / processor:.1f} ×)"
    met = None
    if found is not None and most is not None:
        met, aim = found <= most, f"≤ {most:g} ×"
    elif found is not None and least is not None:
        met, aim = 1 / found >= least, f"≥ {least:g} × as fast"
    elif most is not None or least is not None:
        aim = f"≤ {most:g} ×" if most is not None else f"≥ {least:g} × as fast"
    return Line(
        row, what, seconds(ours), peer + note, seconds(theirs, scale=scale), told, aim, met, memory(ours),
    )  # fmt: skip


def alone(row: int, what: str, samples: list[Sample], figure: float | None, told: str, most: float, aim: str,
          peer: str = "—") -> Line:  # fmt: skip
    """A figure with no peer; the aim is that it is at most ``most``."""
    if figure is None:
        return Line(row, what, trouble(samples), peer, aim=aim)
    return Line(row, what, told, peer, aim=aim, met=figure <= most, memory=memory(samples))


def middle(samples: list[Sample], name: str) -> float | None:
    """The median of a figure, if there is any."""
    found = values(samples, name)
    return median(found) if found else None
