"""Two starts of the program on one data folder, as real processes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hkj_desktop.system.paths import Folders, folders
from tests.helpers.journal import write_catalogue

PATIENCE = 60.0


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {}).ensure()


@pytest.fixture
def begin(where: Folders) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts windows; whatever still runs at the end of the test is ended."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "hkj_desktop", "--data-dir", str(where.data), "window", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate(timeout=PATIENCE)


def wait_for(condition: Callable[[], object], process: subprocess.Popen[bytes]) -> None:
    """Until ``condition`` holds, while ``process`` runs."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.02)


def opened(where: Folders) -> list[str]:
    """The files that windows have opened, the newest first."""
    if not where.settings_file.exists():
        return []
    return [one["path"] for one in json.loads(where.settings_file.read_bytes()).get("recent_files", [])]


def test_the_second_start_shows_the_first_window(
    where: Folders, begin: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    """It hands over its file and ends with 0; after the first was killed, the next one is a window of its own."""
    one, two = (write_catalogue(tmp_path / name) for name in ("one.csv", "قائمة.csv"))
    first = begin()
    wait_for((where.data / "window.lock").exists, first)
    second = begin(str(one))
    _, errors = second.communicate(timeout=PATIENCE)
    assert (second.returncode, errors) == (0, b"")
    wait_for(lambda: opened(where) == [str(one)], first)
    first.kill()
    first.communicate(timeout=PATIENCE)
    third = begin(str(two))
    wait_for(lambda: opened(where) == [str(two), str(one)], third)
