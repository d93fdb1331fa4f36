"""Pictures of the window: from where they come, in which order, how much is kept, and that nothing waits for them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from hkj_desktop.catalog.pictures import judge
from hkj_desktop.errors import PictureError
from hkj_desktop.files.picture_cache import PictureCache
from hkj_desktop.files.picture_file import Look, look_at
from hkj_desktop.practice.storefront import SAMPLE_PICTURES
from hkj_desktop.remotes.pictures import PictureClient
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.opened import PHOTO
from hkj_desktop.ui.picture_source import PictureSource
from hkj_desktop.ui.pictures import OFF, STEP, Missing, PictureStore
from hkj_desktop.ui.tasks import TaskRunner
from tests.helpers.catalogues import checked_products, product
from tests.helpers.picture_server import PictureServer, good, page, png, stalls
from tests.helpers.ui import InlineRunner, wait_until

HONEY = SAMPLE_PICTURES + "honey.png"
RED = png(40, 20)


class Fetch:
    """A web of four hosts, and what was asked of it."""

    def __init__(self, **pages: bytes | str) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def __call__(self, address: str, _cancel: CancelToken) -> bytes:
        self.asked.append(address)
        found = self.pages.get(address, "missing")
        if isinstance(found, str):
            raise PictureError(reason=found, limit=12 if found == "heavy" else None)
        return found


@pytest.fixture
def cache(tmp_path: Path) -> PictureCache:
    return PictureCache(tmp_path / "pictures", None, lambda: 1_800_000_000.0)


def source_of(cache: PictureCache, **pages: bytes | str) -> tuple[PictureSource, Fetch]:
    fetch = Fetch(**pages)
    return PictureSource(fetch, cache), fetch


def reason(look: Callable[[], object]) -> str:
    with pytest.raises(PictureError) as caught:
        look()
    return str(caught.value.params["reason"])


# -- where they come from ---------------------------------------------------------------------


def test_sample_pictures_need_no_network(cache: PictureCache) -> None:
    """Our own products have pictures without a connection, and an address of theirs that we do not ship has none."""
    source, fetch = source_of(cache)
    look = source.look(HONEY, 64, CancelToken())
    assert (look.width, look.height) == (256, 256)
    assert max(look.thumbnail.width, look.thumbnail.height) == 64
    assert reason(lambda: source.look(SAMPLE_PICTURES + "nothing.png", 64, CancelToken())) == "missing"
    assert reason(lambda: source.look(SAMPLE_PICTURES + "../../fields/hkj.toml", 64, CancelToken())) == "missing"
    assert fetch.asked == []


def test_only_photos_that_were_chosen_are_read(cache: PictureCache, tmp_path: Path) -> None:
    """A catalogue may name any file of this computer; it is read only where the person chose it."""
    source, fetch = source_of(cache)
    photo, secret = tmp_path / "عسل.png", tmp_path / "secret.png"
    photo.write_bytes(RED)
    secret.write_bytes(RED)
    source.set_photos([str(photo)])
    assert source.look(f"{PHOTO}{photo}", 64, CancelToken()).width == 40
    assert reason(lambda: source.look(f"{PHOTO}{secret}", 64, CancelToken())) == "address"
    photo.unlink()
    assert reason(lambda: source.look(f"{PHOTO}{photo}", 64, CancelToken())) == "missing"
    assert fetch.asked == []


def test_what_was_fetched_is_kept_and_not_fetched_again(cache: PictureCache) -> None:
    """The second look, also of another start, asks nobody."""
    source, fetch = source_of(cache, **{"https://a.jo/1.png": RED})
    assert source.look("https://a.jo/1.png", 64, CancelToken()).width == 40
    again, other = source_of(cache)
    assert again.look("https://a.jo/1.png", 16, CancelToken()).thumbnail.width == 16
    assert (fetch.asked, other.asked) == (["https://a.jo/1.png"], [])


@pytest.mark.parametrize("failure", ["missing", "heavy", "page", "private"])
def test_failures_are_kept_with_their_reason(cache: PictureCache, failure: str) -> None:
    """The next look fails alike and asks nobody; checking all pictures can word it."""
    address = "https://a.jo/1.png"
    source, fetch = source_of(cache, **{address: failure})
    assert reason(lambda: source.look(address, 64, CancelToken())) == failure
    with pytest.raises(PictureError) as caught:
        source.look(address, 64, CancelToken())
    assert caught.value.params["reason"] == failure
    assert len(fetch.asked) == 1
    found = judge({address: caught.value}, checked_products(product(image_url=address)))
    assert found[address][0].limit == ("12 MB" if failure == "heavy" else None)


def test_what_is_no_picture_is_not_kept(cache: PictureCache) -> None:
    """Bytes that cannot be read are noted as a failure, and take no room."""
    source, _ = source_of(cache, **{"https://a.jo/1.png": b"<html>no"})
    assert reason(lambda: source.look("https://a.jo/1.png", 64, CancelToken())) == "page"
    assert cache.get("https://a.jo/1.png") is None
    assert cache.noted("https://a.jo/1.png") == "page"


def test_loading_needs_no_qt() -> None:
    """The source is used on pool threads and by a command line: importing it loads no Qt."""
    code = "import hkj_desktop.ui.picture_source, sys; print('PySide6' in sys.modules, 'PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "False"]


# -- in which order, and how many ---------------------------------------------------------------------


class Shelf:
    """A source of pictures of one size, each of its own colour, that remembers what was looked at."""

    def __init__(self, width: int = 64, height: int = 64) -> None:
        self.looked: list[tuple[str, int]] = []
        self.threads: set[bool] = set()
        self.failing: dict[str, str] = {}
        self.content = png(width, height)

    def look(self, address: str, side: int, _cancel: CancelToken) -> Look:
        self.looked.append((address, side))
        self.threads.add(QThread.currentThread().isMainThread())
        if address in self.failing:
            raise PictureError(reason=self.failing[address])
        return look_at(self.content, side)

    @property
    def names(self) -> list[str]:
        return [address for address, _ in self.looked]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def load(qtbot: QtBot, store: PictureStore, runner: InlineRunner | None = None) -> None:
    """Until nothing is on its way."""

    def ended() -> bool:
        if runner is not None:
            runner.release()
        return not store.is_loading()

    wait_until(qtbot, ended)


def test_a_picture_is_on_its_way_and_then_there(qtbot: QtBot, shelf: Shelf) -> None:
    """The first ask says nothing, one signal tells when it came, and it is loaded once."""
    store, came = PictureStore(InlineRunner(), shelf), []
    store.arrived.connect(came.append)
    assert store.picture("a", 60) is None
    assert store.picture("a", 60) is None
    load(qtbot, store)
    found = store.picture("a", 60)
    assert isinstance(found, QPixmap)
    assert (found.width(), found.height()) == (64, 64)
    assert came == ["a"]
    assert shelf.looked == [("a", STEP)]


def test_pixels_are_those_of_the_file(qtbot: QtBot, tmp_path: Path, cache: PictureCache) -> None:
    """Red is red, and what is see-through stays so."""
    from PIL import Image

    path = tmp_path / "half.png"
    image = Image.new("RGBA", (64, 64), (200, 30, 10, 255))
    image.paste((0, 0, 0, 0), (32, 0, 64, 64))
    image.save(path)
    source, _ = source_of(cache)
    source.set_photos([str(path)])
    store = PictureStore(InlineRunner(), source)
    store.picture(f"{PHOTO}{path}", 64)
    load(qtbot, store)
    found = store.picture(f"{PHOTO}{path}", 64)
    assert isinstance(found, QPixmap)
    shown = found.toImage()
    assert shown.pixelColor(5, 5) == QColor(200, 30, 10, 255)
    assert shown.pixelColor(60, 5).alpha() == 0


def test_a_failure_is_told_and_not_tried_again(qtbot: QtBot, shelf: Shelf) -> None:
    """Its reason is there for whoever asks; trying anew is asked for."""
    shelf.failing = {"a": "page"}
    store, came = PictureStore(InlineRunner(), shelf), []
    store.arrived.connect(came.append)
    store.picture("a", 64)
    load(qtbot, store)
    assert store.picture("a", 64) == Missing("page")
    assert store.failure("a") == "page"
    assert store.failure("b") is None
    assert came == ["a"]
    shelf.failing = {}
    with qtbot.waitSignal(store.changed):
        store.forget_failures()
    store.picture("a", 64)
    load(qtbot, store)
    assert isinstance(store.picture("a", 64), QPixmap)


def test_a_fault_of_ours_is_a_missing_picture_too(qtbot: QtBot, expected_log: Callable[[str], None]) -> None:
    """Whatever looking raises, the card says that there is no picture, and the next one is loaded."""
    expected_log("ended unexpectedly")

    class Broken(Shelf):
        def look(self, address: str, side: int, cancel: CancelToken) -> Look:
            if address == "a":
                raise RuntimeError
            return super().look(address, side, cancel)

    store = PictureStore(InlineRunner(), Broken(), at_once=1)
    store.picture("b", 64)
    store.picture("a", 64)
    load(qtbot, store)
    assert store.picture("a", 64) == Missing("unexpected")
    assert isinstance(store.picture("b", 64), QPixmap)


def test_few_are_loaded_at_once(qtbot: QtBot, shelf: Shelf) -> None:
    """Of many that are asked for at once so many are begun as may be, and each end begins another."""
    runner = InlineRunner(held=True)
    store = PictureStore(runner, shelf, at_once=3)
    for at in range(10):
        store.picture(str(at), 64)
    wait_until(qtbot, lambda: len(runner.waiting) == 3)
    runner.release(1)
    wait_until(qtbot, lambda: len(runner.names) == 4)
    assert len(runner.waiting) == 3
    load(qtbot, store, runner)
    assert sorted(shelf.names) == sorted(map(str, range(10)))


def test_what_is_looked_at_comes_first(qtbot: QtBot, shelf: Shelf) -> None:
    """In the order in which it is looked at; what nobody speaks of, the newest first."""
    runner = InlineRunner(held=True)
    store = PictureStore(runner, shelf, at_once=1)
    store.set_wanted(["c", "b"])
    for name in "abcd":
        store.picture(name, 64)
    load(qtbot, store, runner)
    assert shelf.names == ["c", "b", "d", "a"]


def test_what_was_scrolled_away_is_never_begun(qtbot: QtBot, shelf: Shelf) -> None:
    """Only what is looked at now, or by somebody else, is loaded after a jump."""
    runner = InlineRunner(held=True)
    store = PictureStore(runner, shelf, at_once=1)
    store.set_wanted(["a", "b", "c"], "cards")
    for name in "abc":
        store.picture(name, 64)
    store.picture("photo", 64)  # of a dialog, which says nothing of what it wants
    wait_until(qtbot, lambda: len(runner.waiting) == 1)  # "a" is loading
    store.set_wanted(["x", "b"], "product page")
    store.set_wanted(["y"], "cards")
    for name in "xy":
        store.picture(name, 64)
    load(qtbot, store, runner)
    assert "c" not in shelf.names
    assert set(shelf.names) >= {"b", "x", "y", "photo"}


def test_a_slow_one_that_was_scrolled_away_makes_room(qtbot: QtBot) -> None:
    """Two stalled servers do not keep what is seen now from being loaded."""
    halted: list[str] = []

    class Stalled(Shelf):
        def look(self, address: str, side: int, cancel: CancelToken) -> Look:
            if address.startswith("slow"):
                cancel.wait(60)
                halted.append(address)
                cancel.check()
            return super().look(address, side, cancel)

    runner = TaskRunner(workers=2)
    store = PictureStore(runner, Stalled(), at_once=2)
    store.set_wanted(["slow 1", "slow 2"])
    store.picture("slow 1", 64)
    store.picture("slow 2", 64)
    store.picture("other", 64)
    qtbot.wait(1)
    store.set_wanted(["seen"])
    store.picture("seen", 64)
    wait_until(qtbot, lambda: isinstance(store.picture("seen", 64), QPixmap))
    assert len(halted) in (1, 2)
    assert store.failure("slow 1") is None
    store.clear()
    runner.shutdown(10)


def test_a_larger_one_is_loaded_when_it_is_asked_for(qtbot: QtBot) -> None:
    """Until it comes the smaller one is shown; a smaller side asks for nothing."""
    shelf = Shelf(400, 200)
    store = PictureStore(InlineRunner(), shelf)
    store.picture("a", 60)
    load(qtbot, store)
    small = store.picture("a", 150)
    assert isinstance(small, QPixmap)
    assert small.width() == 64
    load(qtbot, store)
    large = store.picture("a", 150)
    assert isinstance(large, QPixmap)
    assert large.width() == 192
    assert store.picture("a", 20) is not None
    load(qtbot, store)
    assert shelf.looked == [("a", 64), ("a", 192)]


def test_memory_is_bounded_and_what_is_seen_stays(qtbot: QtBot, shelf: Shelf) -> None:
    """The longest unused go first; what is looked at is never thrown away, since it would be loaded again at once."""
    room = 4 * 64 * 64 * 4
    store = PictureStore(InlineRunner(), shelf, most_bytes=room)
    for name in "abcdef":
        store.picture(name, 64)
        load(qtbot, store)
    assert [name for name in "abcdef" if name in store._held] == list("cdef")
    assert store._bytes == room
    store.set_wanted("uvwxyz")
    for name in "uvwxyz":
        store.picture(name, 64)
    load(qtbot, store)
    assert all(isinstance(store.picture(name, 64), QPixmap) for name in "uvwxyz")
    assert set(store._held) == set("uvwxyz")
    assert store._bytes == sum(one.bytes for one in store._held.values())


def test_clearing_forgets_all_and_drops_what_comes_late(qtbot: QtBot, shelf: Shelf) -> None:
    """A picture that was on its way is not kept, and is loaded when it is asked for again."""
    runner = InlineRunner(held=True)
    store = PictureStore(runner, shelf)
    store.picture("a", 64)
    wait_until(qtbot, lambda: len(runner.waiting) == 1)
    store.clear()
    runner.release()
    assert not store.is_loading()
    assert store.picture("a", 64) is None
    load(qtbot, store, runner)
    assert isinstance(store.picture("a", 64), QPixmap)


def test_switched_off_nothing_is_loaded(qtbot: QtBot, shelf: Shelf) -> None:
    """Off is off, also for what was there; on again loads what is asked for."""
    store = PictureStore(InlineRunner(), shelf)
    store.picture("a", 64)
    load(qtbot, store)
    store.set_enabled(False)
    assert store.picture("a", 64) == store.picture("b", 64) == Missing(OFF)
    assert not store.is_loading()
    assert len(shelf.looked) == 1
    store.set_enabled(True)
    store.picture("b", 64)
    load(qtbot, store)
    assert isinstance(store.picture("b", 64), QPixmap)


# -- for real ---------------------------------------------------------------------


@pytest.fixture
def web() -> Iterator[PictureServer]:
    with PictureServer({"/good": good(RED), "/page": page(), "/stalls": stalls()}) as server:
        yield server


def test_pictures_of_a_server_come_and_nothing_waits_for_one_that_stalls(
    qtbot: QtBot, web: PictureServer, cache: PictureCache
) -> None:
    """Over HTTP, on threads that are not the window's, with one place left beside a server that never answers."""
    client = PictureClient(version="9.9", allowed={web.origin}, proxies={})
    runner = TaskRunner(workers=2)
    threads: set[bool] = set()

    def fetch(address: str, cancel: CancelToken) -> bytes:
        threads.add(QThread.currentThread().isMainThread())
        return client.fetch(address, cancel)

    store: Any = PictureStore(runner, PictureSource(fetch, cache), at_once=2)
    try:
        for name in ("/page", "/good", "/stalls"):
            store.picture(web.url(name), 64)
        wait_until(qtbot, lambda: isinstance(store.picture(web.url("/good"), 64), QPixmap))
        wait_until(qtbot, lambda: store.failure(web.url("/page")) == "page")
        assert store.is_loading()
        assert threads == {False}
        assert cache.get(web.url("/good")) == RED
    finally:
        store.clear()
        client.close()
        assert runner.shutdown(20) == []
