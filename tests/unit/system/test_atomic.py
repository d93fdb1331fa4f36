"""A file is either what it was or what it should be."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from hkj_desktop.errors import Cancelled, FileNotSaved
from hkj_desktop.system.atomic import write_atomically


def put(content: bytes):  # type: ignore[no-untyped-def]
    return lambda stream: stream.write(content)


def test_new_and_replaced(tmp_path: Path) -> None:
    """A new file is made, an old one replaced, and nothing else stays in the folder."""
    path = tmp_path / "ملف.json"
    write_atomically(path, put(b"one"))
    write_atomically(path, put(b"two"))
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == [path.name]


def test_link_stays_a_link(tmp_path: Path) -> None:
    """What a link points at is replaced, and the link is kept."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("this system lets nobody make links")
    write_atomically(link, put(b"new"))
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_rights_are_kept(tmp_path: Path) -> None:
    """A file that only its owner may read is not opened to others by being written."""
    path = tmp_path / "f"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomically(path, put(b"new"))
    assert path.stat().st_mode & 0o777 == 0o600


def names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def check_untouched(path: Path) -> None:
    assert path.read_bytes() == b"old"
    assert names(path.parent) == [path.name]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "file.csv"
    path.write_bytes(b"old")
    return path


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EFBIG, "full"),
        (errno.EACCES, "denied"),
        (errno.EROFS, "denied"),
        (errno.EBUSY, "busy"),
        (errno.EIO, "other"),
    ],
)
def test_failure_in_the_middle(old: Path, number: int, reason: str) -> None:
    """A disk that fills up (or fails) half-way leaves the old file and no half of a new one."""

    def fill(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise OSError(number, os.strerror(number))

    with pytest.raises(FileNotSaved) as caught:
        write_atomically(old, fill)
    assert caught.value.params == {"name": "file.csv", "reason": reason}
    check_untouched(old)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_at_the_flush(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is found full only when the buffers are flushed is noticed as well."""
    real = Path.open

    def open_full(self: Path, mode: str = "r", *others: object, **named: object):  # type: ignore[no-untyped-def]
        # Only for our own writing: read, the device never ends.
        return real(Path("/dev/full"), mode) if mode == "wb" else real(self, mode, *others, **named)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_full)
        with pytest.raises(FileNotSaved) as caught:
            write_atomically(old, put(b"new"))
    assert caught.value.params["reason"] == "full"
    check_untouched(old)


@pytest.mark.parametrize(
    ("windows", "reason"), [(5, "busy"), (32, "busy"), (33, "busy"), (112, "full"), (None, "denied")]
)
def test_target_that_cannot_be_replaced(
    old: Path, monkeypatch: pytest.MonkeyPatch, windows: int | None, reason: str
) -> None:
    """A file that is open in another program (Windows says it in its own numbers) stays as it is."""

    def refuse(self: Path, target: Path) -> None:
        error = PermissionError(errno.EACCES, "in use")
        if windows is not None:
            error.winerror = windows  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileNotSaved) as caught:
        write_atomically(old, put(b"new"))
    assert caught.value.params["reason"] == reason
    check_untouched(old)


def test_folder_in_the_way(tmp_path: Path) -> None:
    """Where a folder has the name of the file, nothing is written."""
    (tmp_path / "file.csv").mkdir()
    with pytest.raises(FileNotSaved):
        write_atomically(tmp_path / "file.csv", put(b"new"))
    assert names(tmp_path) == ["file.csv"]


def test_folder_that_is_gone(tmp_path: Path) -> None:
    """A folder that does not exist is a failure to save, not a crash."""
    with pytest.raises(FileNotSaved):
        write_atomically(tmp_path / "gone" / "file.csv", put(b"new"))


def test_other_errors_pass_through(old: Path) -> None:
    """What the writer itself raises is not renamed, and cleans up as well."""

    def stop(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise Cancelled

    with pytest.raises(Cancelled):
        write_atomically(old, stop)
    check_untouched(old)


def test_neighbour_that_cannot_be_removed(
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    expected_log: Callable[[str], None],
) -> None:
    """When even cleaning up fails, the real error is told and the log says what is left."""
    expected_log("could not be removed")

    def keep(self: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(Path, "unlink", keep)

    def fill(stream: BinaryIO) -> None:
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(FileNotSaved) as caught:
        write_atomically(old, fill)
    assert caught.value.params["reason"] == "full"
    assert "could not be removed" in caplog.text
    caplog.clear()
