"""Files that are made to hurt are refused in their own words, or read, in bounded time and memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from hkj_desktop.ui.texts_errors import ERRORS
from tests.hostile import HOSTILE, MEGABYTES, SECONDS, measured


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_does_no_harm(name: str, tmp_path: Path) -> None:
    """Each file ends in what it should, in less than ten seconds and one gigabyte above the idle program."""
    code, said, seconds, memory = measured(name, tmp_path)
    assert code == HOSTILE[name][1], said
    assert code == "read" or code in ERRORS
    assert seconds < SECONDS
    assert memory is None or memory < MEGABYTES
