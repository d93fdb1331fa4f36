"""The command line from outside: a child process, what it printed, and how it ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
LIMIT = 60.0  # seconds for one command
# Our own environment must not leak into what is tested; the rest is what any process needs.
_DROPPED = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "HKJ_API_KEY", "HKJ_DESKTOP_HOME", "PYTHONIOENCODING",
            "HAQM_ACCESS_KEY_ID", "HAQM_SECRET_ACCESS_KEY", "HAQM_SESSION_TOKEN")  # fmt: skip


def environment(key: str | None = None, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """No display, no key but ``key``, our sources, and every Python warning an error."""
    found = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    found |= {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    if key is not None:
        found["HKJ_API_KEY"] = key
    return found | dict(extra or {})


@dataclass(frozen=True)
class Ran:
    """How a command ended, and every byte that it printed."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def err(self) -> str:
        return self.stderr.decode("utf-8")

    @property
    def object(self) -> dict[str, Any]:
        """The one JSON object on standard output; fails where there is anything else."""
        text = self.stdout.decode("utf-8")
        assert text.count("\n") == 1, f"not one line: {text!r}\n{self.err}"
        assert text.endswith("\n")
        found = json.loads(text)
        assert isinstance(found, dict)
        return found

    def ended(self, code: int) -> Self:
        """The same, with the exit code as promised, and never a traceback."""
        assert self.code == code, f"exit {self.code}, not {code}\n{self.err}\n{self.stdout.decode(errors='replace')}"
        assert "Traceback" not in self.err, self.err
        return self


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "hkj_desktop", *map(os.fspath, map(_text, arguments))]


def _text(argument: object) -> str | bytes:
    if isinstance(argument, bytes):
        return os.fsdecode(argument)
    return str(argument)


def cli(*arguments: object, home: Path, key: str | None = None, extra: Mapping[str, str] | None = None,
        cwd: Path = ROOT) -> Ran:  # fmt: skip
    """Run ``hkj-desktop ARGUMENTS`` with its data in ``home`` and wait for its end."""
    env = environment(key, {"HKJ_DESKTOP_HOME": str(home), **(extra or {})})
    done = subprocess.run(
        command(*arguments), env=env, cwd=cwd, capture_output=True, timeout=LIMIT, check=False, stdin=subprocess.DEVNULL
    )
    return Ran(done.returncode, done.stdout, done.stderr)


class Running:
    """A command that is still at work. ``wait_for`` waits for words on its standard error, ``end`` for its end."""

    def __init__(
        self,
        arguments: Sequence[object],
        *,
        home: Path,
        key: str | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> None:
        env = environment(key, {"HKJ_DESKTOP_HOME": str(home), **(extra or {})})
        self.process = subprocess.Popen(
            command(*arguments),
            env=env,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._said: dict[str, bytes] = {"stdout": b"", "stderr": b""}
        self._news = threading.Condition()
        self._readers = [threading.Thread(target=self._read, args=(name,), daemon=True) for name in self._said]
        for reader in self._readers:
            reader.start()

    def _read(self, name: str) -> None:
        stream = getattr(self.process, name)
        while piece := stream.read1(65536):
            with self._news:
                self._said[name] += piece
                self._news.notify_all()
        stream.close()

    def wait_for(self, words: str, stream: str = "stderr") -> str:
        """Everything said so far, once ``words`` are in it."""
        wanted = words.encode()
        with self._news:
            assert self._news.wait_for(lambda: wanted in self._said[stream], LIMIT), (words, self._said)
            return self._said[stream].decode("utf-8")

    def end(self) -> Ran:
        try:
            self.process.wait(LIMIT)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
        for reader in self._readers:
            reader.join(LIMIT)
        return Ran(self.process.returncode, self._said["stdout"], self._said["stderr"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.end()
