"""A message bus (D-Bus) of one test's own, away from the person's desktop."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


def why_not() -> str | None:
    """What is missing on this computer, None if nothing."""
    return None if shutil.which("dbus-daemon") else "dbus-daemon is not installed"


@contextmanager
def private_bus() -> Iterator[str]:
    """The address of a bus that ends with the block."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],  # noqa: S607 - the one on the path
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    try:
        address = daemon.stdout.readline().strip()
        assert address, "the bus did not come up"
        yield address
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()
