"""Time, processor time and memory of one piece of work, in a process of its own."""

from __future__ import annotations

import contextlib
import gc
import getpass
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
#: Seconds for any one measurement.
LIMIT = 1_800.0
MARK = "bench-result: "
_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")

Sample = dict[str, Any]
"""What one run found. ``seconds``, ``cpu``; ``before`` and ``peak`` in MiB; or ``missing`` (a library), or ``failed``
(words); and what the case counts besides."""


class Watch:
    """Measures what happens inside ``with``. ``before``: memory when it began, ``peak``: the most since then."""

    def __enter__(self) -> Self:
        gc.collect()
        self.fresh = _forget_peak()
        self.before = memory("VmRSS")
        self._cpu, self._began = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.seconds = time.perf_counter() - self._began
        self.cpu = time.process_time() - self._cpu
        self.peak = memory("VmHWM")

    def told(self, **more: object) -> Sample:
        """The figures, with ``more``."""
        return {"seconds": self.seconds, "cpu": self.cpu, "before": self.before, "peak": self.peak, **more}


def memory(name: str) -> float:
    """``VmRSS`` or ``VmHWM`` of this process, in MiB; on other systems than Linux both are the most that it had."""
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
        return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1]) / 1024
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _forget_peak() -> bool:
    """Let the peak begin anew; False where the system has no way to."""
    with contextlib.suppress(OSError):
        _CLEAR.write_text("5", encoding="ascii")
        return True
    return False


def in_child(function: str, **arguments: object) -> Sample:
    """Run ``module:function`` of this package with ``arguments`` in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.child", function, json.dumps(arguments)]
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        return {"failed": f"longer than {LIMIT:.0f} s"}
    for line in reversed(done.stdout.splitlines()):
        if line.startswith(MARK):
            found: Sample = json.loads(line.removeprefix(MARK))
            return found
    last = (done.stderr.strip().splitlines() or ["no words"])[-1]
    return {"failed": f"exit {done.returncode}: {last}"[:200]}


def environment() -> dict[str, str]:
    """That of a person's computer: nothing of what tests set, no window on the screen, and Python's compiled files kept
    from one start to the next (in a place of their own: the first start of all makes them)."""
    dropped = ("HKJ_", "PYTEST_", "COV_", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    compiled = Path(tempfile.gettempdir()) / f"hkj-bench-{getpass.getuser()}" / "compiled"
    return kept | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(compiled)}


def warm(path: Path) -> None:
    """Read ``path`` once, so that the first who measures does not wait for the disk."""
    with path.open("rb", buffering=0) as file:
        while file.read(1 << 20):
            pass
