"""The pictures on the disk: bounded, shared, fresh, whole, and never worth an error."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.files import picture_cache
from hkj_desktop.files.picture_cache import CacheLimits, PictureCache, cache_limits

DAY = 86400.0
ADDRESS = "https://shop.example/عسل.png?token=secret"
PICTURE = bytes(range(256)) * 40
BLOCK = 4096


class Clock:
    """Begins now: the disk dates what is being written by the clock of the computer."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(tmp_path: Path, clock: Clock) -> PictureCache:
    return PictureCache(tmp_path / "pictures", None, clock)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_put_is_given_back(cache: PictureCache, tmp_path: Path, clock: Clock) -> None:
    """A picture comes back as it was, to a later window too; of another address nothing is known."""
    assert cache.get(ADDRESS) is None
    cache.put(ADDRESS, PICTURE)
    assert cache.get(ADDRESS) == PICTURE
    assert PictureCache(tmp_path / "pictures", None, clock).get(ADDRESS) == PICTURE
    assert cache.get(ADDRESS + "x") is None
    cache.put(ADDRESS, b"")
    assert cache.get(ADDRESS) == b""
    assert cache.noted(ADDRESS) is None


def test_no_address_can_be_read_off_the_disk(cache: PictureCache, tmp_path: Path) -> None:
    """Neither the names of the files nor what is in them holds anything of an address."""
    cache.put(ADDRESS, PICTURE)
    cache.note(ADDRESS + "2", "missing")
    found = files(tmp_path)
    assert len(found) == 2
    for path in found:
        assert b"shop" not in str(path.relative_to(tmp_path)).encode() + path.read_bytes()


@pytest.mark.parametrize(("age", "kept"), [(0, True), (7 * DAY, True), (7 * DAY + 1, False), (-DAY, False), (-5, True)])
def test_pictures_are_fresh_for_a_week(cache: PictureCache, clock: Clock, age: float, kept: bool) -> None:
    """A picture is asked for anew after seven days, however often it was used, and after a clock went wrong."""
    cache.put(ADDRESS, PICTURE)
    if age > DAY:
        clock.now += 3 * DAY
        assert cache.get(ADDRESS) == PICTURE
        clock.now -= 3 * DAY
    clock.now += age
    assert (cache.get(ADDRESS) == PICTURE) is kept


@pytest.mark.parametrize(("reason", "seconds"), [("slow", 600), ("unreachable", 60), ("refused", 600), ("odd", 600),
                                                 ("missing", DAY), ("private", DAY), ("page", 3600)])  # fmt: skip
def test_failures_are_remembered_for_a_while(cache: PictureCache, clock: Clock, reason: str, seconds: float) -> None:
    """A failure that may pass is forgotten after ten minutes, a picture that is not there after a day."""
    cache.note(ADDRESS, reason)
    assert cache.noted(ADDRESS) == reason
    clock.now += seconds
    assert cache.noted(ADDRESS) == reason
    clock.now += 1
    assert cache.noted(ADDRESS) is None


def test_a_picture_and_a_failure_replace_each_other(cache: PictureCache) -> None:
    """Of one address there is the picture or the failure, whichever came last."""
    cache.note(ADDRESS, "slow")
    cache.put(ADDRESS, PICTURE)
    assert (cache.noted(ADDRESS), cache.get(ADDRESS)) == (None, PICTURE)
    cache.note(ADDRESS, "missing")
    assert (cache.noted(ADDRESS), cache.get(ADDRESS)) == ("missing", None)


def test_every_reason_with_a_time_of_its_own_exists() -> None:
    """The reasons in pictures.toml are reasons of PictureError, and each has words."""
    from hkj_desktop.ui.texts_pictures import PICTURE_ERRORS

    assert {f"picture_failed.{name}" for name in cache_limits().failures} <= set(PICTURE_ERRORS)


# -- the bound ------------------------------------------------------------------------------


def test_the_longest_unused_goes_first(tmp_path: Path, clock: Clock) -> None:
    """Where there is no room, what was not used for longest is thrown away; what was just used stays."""
    cache = PictureCache(tmp_path, 10 * BLOCK, clock)
    for number in range(10):
        clock.now += 1
        cache.put(str(number), bytes(3000))
    assert cache.size() == 10 * BLOCK
    clock.now += 1
    assert cache.get("0") is not None
    clock.now += 1
    cache.put("new", bytes(3000))
    kept = [name for name in (*map(str, range(10)), "new") if cache.get(name) is not None]
    assert kept == ["0", *map(str, range(3, 10)), "new"]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60_000), st.booleans()), max_size=40))
def test_the_bound_holds_after_every_step(tmp_path_factory: pytest.TempPathFactory,
                                          steps: list[tuple[int, int, bool]]) -> None:  # fmt: skip
    """Whatever is put and noted in whatever order, the disk never holds more than the bound, the last picture is there
    if it fits at all, and the size is that of the files."""
    folder, clock = tmp_path_factory.mktemp("bound"), Clock()
    cache = PictureCache(folder, 100_000, clock)
    for name, size, failed in steps:
        clock.now += 1
        if failed:
            cache.note(str(name), "slow")
            assert cache.noted(str(name)) == "slow"
        else:
            cache.put(str(name), bytes(size))
            assert cache.get(str(name)) == bytes(size)
        assert cache.size() <= 100_000
        assert cache.size() == sum(-(-path.stat().st_size // BLOCK) * BLOCK for path in files(folder))


def test_a_picture_larger_than_the_bound_is_not_kept(tmp_path: Path, clock: Clock) -> None:
    """It throws nothing else away."""
    cache = PictureCache(tmp_path, 50_000, clock)
    cache.put("a", PICTURE)
    cache.put("b", bytes(60_000))
    assert (cache.get("a"), cache.get("b")) == (PICTURE, None)


def test_two_windows_share_the_bound(tmp_path: Path, clock: Clock) -> None:
    """Two that write into one folder in turn stay within the bound and a twentieth each."""
    both = [PictureCache(tmp_path, 100 * BLOCK, clock) for _ in range(2)]
    for number in range(400):
        clock.now += 1
        both[number % 2].put(str(number), bytes(3000))
        assert both[0].size() <= 112 * BLOCK
    assert both[0].get("399") is not None
    assert both[0].get("398") is not None


def test_clear_throws_away_what_is_ours_and_nothing_else(cache: PictureCache, tmp_path: Path) -> None:
    """After clear() there is neither picture nor failure, and a stranger's file is still there."""
    strangers = [tmp_path / "pictures" / "letter.picture", tmp_path / "pictures" / "ab" / "letter.txt"]
    strangers[1].parent.mkdir(parents=True)
    for one in strangers:
        one.write_bytes(b"mine")
    cache.put(ADDRESS, PICTURE)
    cache.note("x", "slow")
    assert cache.size() > 0
    cache.clear()
    assert (cache.size(), cache.get(ADDRESS), cache.noted("x")) == (0, None, None)
    assert files(tmp_path) == sorted(strangers)
    cache.put(ADDRESS, PICTURE)
    assert cache.get(ADDRESS) == PICTURE


# -- damage ---------------------------------------------------------------------------------


@pytest.mark.parametrize("harm", [lambda raw: b"", lambda raw: raw[:20], lambda raw: raw[:-1], lambda raw: raw + b"x",
                                  lambda raw: raw[:100] + b"?" + raw[101:], lambda raw: bytes(len(raw)),
                                  lambda raw: b"\xff" * 5000])  # fmt: skip
def test_a_damaged_file_is_thrown_away(cache: PictureCache, tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    """A file that is not whole counts as not there, and is gone afterwards."""
    cache.put(ADDRESS, PICTURE)
    cache.note("other", "slow")
    for path in files(tmp_path):
        path.write_bytes(harm(path.read_bytes()))
    assert (cache.get(ADDRESS), cache.noted("other")) == (None, None)
    assert files(tmp_path) == []
    cache.put(ADDRESS, PICTURE)
    assert cache.get(ADDRESS) == PICTURE


def test_abandoned_unfinished_files_are_cleaned_up(tmp_path: Path, clock: Clock) -> None:
    """What a crash left half written goes after an hour; what somebody may be writing stays."""
    shelf = tmp_path / "ab"
    shelf.mkdir()
    for name, age in (("old.tmp", 4000), ("new.tmp", 10)):
        (shelf / name).write_bytes(b"half")
        os.utime(shelf / name, (clock.now - age, clock.now - age))
    PictureCache(tmp_path, None, clock).put(ADDRESS, PICTURE)
    assert [path.name for path in files(shelf) if path.suffix == ".tmp"] == ["new.tmp"]


def test_a_folder_that_cannot_be_means_no_cache(
    tmp_path: Path, clock: Clock, expected_log: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    """Where the folder cannot be made nothing is kept, nothing raises, and the log says so once."""
    (tmp_path / "file").write_bytes(b"")
    cache = PictureCache(tmp_path / "file" / "pictures", None, clock)
    expected_log("pictures are not kept")
    for _ in range(3):
        cache.put(ADDRESS, PICTURE)
        cache.note(ADDRESS, "slow")
        assert (cache.get(ADDRESS), cache.noted(ADDRESS), cache.size()) == (None, None, 0)
    cache.clear()
    assert len(caplog.records) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_means_no_cache(
    cache: PictureCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]
) -> None:
    """On a full disk nothing is kept and nothing half written stays; what was kept before is still there."""
    cache.put("before", PICTURE)
    real = Path.open

    def full(self: Path, mode: str = "r") -> object:
        return real(Path("/dev/full"), mode, 0) if "w" in mode else real(self, mode)

    expected_log("pictures are not kept: No space left on device")
    monkeypatch.setattr(Path, "open", full)
    cache.put(ADDRESS, PICTURE)
    cache.put(ADDRESS, PICTURE)
    monkeypatch.undo()
    assert (cache.get(ADDRESS), cache.get("before"), len(files(tmp_path))) == (None, PICTURE, 1)


# -- several at once ------------------------------------------------------------------------


def test_threads_may_do_everything_at_once(tmp_path: Path, clock: Clock) -> None:
    """Eight threads that put, get, note and clear the same addresses get whole pictures or none, within the bound."""
    cache, wrong = PictureCache(tmp_path, 20 * BLOCK, clock), []

    def work(seed: int) -> None:
        for turn in range(150):
            name = str((seed * 7 + turn) % 13)
            content = name.encode() * (1 + (seed + turn) % 5000)
            match (seed + turn) % 5:
                case 0 | 1:
                    cache.put(name, content)
                case 2:
                    cache.note(name, "slow")
                case 3 if turn % 50 == 3:
                    cache.clear()
                case _:
                    got = cache.get(name)
                    if got is not None and got != name.encode() * (len(got) // len(name)):
                        wrong.append(name)
                    cache.noted(name)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert wrong == []
    assert cache.size() <= 20 * BLOCK
    assert not [path for path in files(tmp_path) if path.suffix == ".tmp"]


def test_processes_may_write_the_same_picture(tmp_path: Path, clock: Clock) -> None:
    """While other processes write the same addresses over and over, whoever reads gets a whole picture or none."""
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from hkj_desktop.files.picture_cache import PictureCache\n"
        "cache = PictureCache(Path(sys.argv[1]), None, time.time)\n"
        "for turn in range(400):\n"
        "    cache.put(str(turn % 5), sys.argv[2].encode() * (20_000 + turn))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), letter], cwd=Path(__file__).parents[3])
        for letter in "ab"
    ]
    cache, seen, idle = PictureCache(tmp_path, None, clock), set[str](), threading.Event()
    while any(one.poll() is None for one in running):
        for name in range(5):
            got = cache.get(str(name))
            if got is not None:
                seen.add(got[:1].decode())
                assert got == got[:1] * len(got)
        idle.wait(0.001)
    assert [one.returncode for one in running] == [0, 0]
    assert seen <= {"a", "b"}
    assert all(cache.get(str(name)) is not None for name in range(5))


def test_limits_are_the_shipped_ones() -> None:
    """The limits are read from the file that is shipped, and a bound of one's own overrules it."""
    limits = cache_limits()
    assert isinstance(limits, CacheLimits)
    assert limits.most_bytes == limits.megabytes * 1024 * 1024
    assert limits.fresh > limits.failures["missing"] > limits.failure > 0
    assert picture_cache._BLOCK == BLOCK
