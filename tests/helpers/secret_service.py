"""A real Secret Service (gnome-keyring) in a D-Bus session of its own, away from the person's own keys.

``run_python`` runs a piece of Python inside such a session. This file is also the program that the session starts:
it brings up the daemon, waits until it answers, runs the code, and ends the daemon by its process id.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Literal

PATIENCE = 20.0  # seconds for the daemon to come up
LIMIT = 90.0  # seconds for the whole session
PASSWORD = b"only for this test"

Mode = Literal["unlocked", "locked", "no bus"]


def why_not() -> str | None:
    """What is missing on this computer, None if nothing."""
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    return None


def run_python(code: str, home: Path, mode: Mode) -> subprocess.CompletedProcess[str]:
    """Run ``code`` with a key store in the given state, everything it keeps below ``home``; raises on a time-out.

    ``locked``: a store that was used before with a password, and has not been given it now.
    """
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    script = home / "child.py"
    script.write_text(code, encoding="utf-8")
    environ = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DBUS_", "XDG_", "GNOME_", "PYTHON_KEYRING", "KEYRING_", "DISPLAY", "WAYLAND"))
    }
    environ |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "PYTHONUTF8": "1", "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, str(script)]
    if mode != "no bus":
        command = ["dbus-run-session", "--", sys.executable, __file__, mode, *command]
    return subprocess.run(
        command, env=environ, capture_output=True, text=True, encoding="utf-8", timeout=LIMIT, check=False
    )


def _main(mode: str, command: list[str]) -> int:
    unlock = ["--unlock"] if mode == "unlocked" else []
    program = shutil.which("gnome-keyring-daemon")
    assert program is not None
    daemon = subprocess.Popen(
        [program, "--foreground", "--components=secrets", *unlock],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert daemon.stdin is not None
        daemon.stdin.write(PASSWORD if unlock else b"")
        daemon.stdin.close()
        _wait(daemon)
        return subprocess.run(command, check=False, timeout=LIMIT).returncode
    finally:
        daemon.terminate()
        try:
            daemon.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            daemon.kill()
            daemon.wait()


def _wait(daemon: subprocess.Popen[bytes]) -> None:
    """Until somebody owns the name of the Secret Service on this bus."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    ask = new_method_call(bus, "NameHasOwner", "s", ("org.freedesktop.secrets",))
    end = time.monotonic() + PATIENCE
    with open_dbus_connection() as connection:
        while not connection.send_and_get_reply(ask).body[0]:
            assert daemon.poll() is None, f"the daemon ended with {daemon.returncode}"
            assert time.monotonic() < end, "the daemon does not answer"
            time.sleep(0.02)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1], sys.argv[2:]))
