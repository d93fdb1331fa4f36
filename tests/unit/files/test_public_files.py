"""Public collections of test files, where this machine has them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.public_files import LONGEST, outcomes


@pytest.mark.skipif(
    "HKJ_PUBLIC_FILES" not in os.environ, reason="HKJ_PUBLIC_FILES names no folder with public test files"
)
@pytest.mark.timeout(900)
def test_every_public_file_is_read_or_refused() -> None:
    """Each file of the collections is read or refused with an error of ours, and none of them hangs."""
    found = list(outcomes(Path(os.environ["HKJ_PUBLIC_FILES"])))
    assert found, "the folder holds no file that may be a catalogue"
    assert [one for one in found if one.seconds > LONGEST] == []
