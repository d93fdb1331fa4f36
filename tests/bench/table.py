"""The table: every line of every case, as Markdown for people and as JSON for programs."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench.cases import Line

COLUMNS = ("what", "ours", "peak memory", "peer", "peer's figure", "ratio", "aim", "met")
LIBRARIES = ("PySide6-Essentials", "polars", "fastexcel", "openpyxl", "orjson", "httpx", "pandas", "frictionless")
_MET = {True: "yes", False: "**no**", None: ""}


def markdown(lines: list[Line]) -> str:
    """One row a line, in the order of the issue's table."""
    rows = [_cells(line) for line in sorted(lines, key=lambda line: line.row)]
    body = ["| " + " | ".join(row) + " |" for row in (COLUMNS, ("---",) * len(COLUMNS), *rows)]
    return "\n".join(body)


def _cells(line: Line) -> tuple[str, ...]:
    cells = (line.what, line.ours, line.memory, line.peer, line.theirs, line.ratio, line.aim, _MET[line.met])
    return tuple(cell.replace("|", "/") for cell in cells)


def as_json(lines: list[Line], **more: Any) -> dict[str, Any]:
    """Everything that was found."""
    return {"machine": machine(), "versions": versions(), **more, "lines": [asdict(line) for line in lines]}


def machine() -> str:
    """The computer, as far as it says what it is."""
    parts = [platform.system(), platform.release(), platform.machine(), f"{os.cpu_count()} cores", _processor(),
             _memory(), f"Python {platform.python_version()}"]  # fmt: skip
    return ", ".join(part for part in parts if part)


def versions() -> dict[str, str]:
    """Of the libraries that are compared, those that are installed."""
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _processor() -> str:
    return _line_of(Path("/proc/cpuinfo"), "model name") or platform.processor()


def _memory() -> str:
    kib = _line_of(Path("/proc/meminfo"), "MemTotal").removesuffix(" kB")
    return f"{int(kib) / 2**20:.0f} GiB" if kib.isdigit() else ""


def _line_of(path: Path, name: str) -> str:
    if not path.exists():
        return ""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
