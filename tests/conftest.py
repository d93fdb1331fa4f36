"""What holds for every test: its own home, no proxy, and nothing that goes wrong in silence."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Before Qt is imported anywhere: no test needs a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A pool thread that collects cycles would destroy widgets of an earlier test on the wrong thread.
gc.disable()

# The platform without a screen says so of each thing that it cannot do; no other warning is let through.
SCREENLESS = "This plugin does not support .*"
PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ftp_proxy")
_tests_run = 0
#: A full collection looks at all that the run holds and takes a quarter of a second: after so many tests.
FULL_EVERY = 100


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", SCREENLESS)


def pytest_collection_finish() -> None:
    """What the run itself consists of (ten thousand tests, all modules) is looked through by no later collection."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a home folder and a data folder of its own, and no proxy."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / ".local" / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
    monkeypatch.setenv("HKJ_DESKTOP_HOME", str(home / "hkj-data"))
    monkeypatch.delenv("HKJ_API_KEY", raising=False)
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return home


class LogWatch(logging.Handler):
    """Keeps records of WARNING and above, and which of them a test has announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def unexpected(self) -> list[str]:
        shown = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in self.records]
        return [line for line in shown if not any(part in line for part in self.expected)]

    def missing(self) -> list[str]:
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in self.records]
        return [part for part in self.expected if not any(part in line for line in lines)]


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[LogWatch]:
    """Fail a test that logs a warning which it did not announce with ``expected_log``."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    lines = watch.unexpected()
    if lines:
        pytest.fail("Unexpected log records:\n" + "\n".join(lines), pytrace=False)
    if watch.missing():
        pytest.fail("Expected log records did not come: " + ", ".join(watch.missing()), pytrace=False)


@pytest.fixture
def expected_log(_log_watch: LogWatch) -> Callable[[str], None]:
    """``expected_log("part of the line")`` announces a warning; it must then come."""
    return _log_watch.expected.append


@pytest.fixture(autouse=True)
def _collect_garbage() -> Iterator[None]:
    """Collect on the main thread, as :class:`hkj_desktop.ui.garbage.UiGarbage` does in the program."""
    global _tests_run  # noqa: PLW0603 - counts over the whole run
    yield
    _tests_run += 1
    gc.collect(2 if _tests_run % FULL_EVERY == 0 else 1)
