"""Checking all pictures: who is asked when, what is told at the end, and that nothing of it is lost or told twice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from hkj_desktop.catalog.picture_facts import picture_data
from hkj_desktop.errors import PictureError
from hkj_desktop.files.picture_cache import PictureCache
from hkj_desktop.files.picture_file import Look, look_at
from hkj_desktop.remotes.pictures import PictureClient
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import practice_profile
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.picture_queue import PictureQueue, host
from hkj_desktop.ui.controllers.pictures import PictureCheck
from hkj_desktop.ui.picture_source import PictureSource
from hkj_desktop.ui.tasks import TaskRunner
from hkj_desktop.ui.widgets.looking_bar import LookingBar
from tests.helpers.catalogues import modest
from tests.helpers.photos import photo
from tests.helpers.picture_server import PictureServer, good, page, png, stalls, status
from tests.helpers.ui import InlineRunner, shown, wait_until

SHOPS = [practice_profile(first_destination())]
GOOD = photo(1)
LIMITS = picture_data("check")


class Shelf:
    """A source of pictures: good ones, save for those that fail with a reason, or raise."""

    def __init__(self, failing: dict[str, str | Exception] | None = None) -> None:
        self.failing = failing or {}
        self.looked: list[str] = []
        self.before: Callable[[str], None] = lambda _address: None

    def look(self, address: str, side: int, _cancel: CancelToken) -> Look:
        self.looked.append(address)
        self.before(address)
        failure = self.failing.get(address)
        if isinstance(failure, Exception):
            raise failure
        if failure is not None:
            raise PictureError(reason=failure)
        return look_at(GOOD, side)


class Told:
    """What a check told, in order; progress aside."""

    def __init__(self, check: PictureCheck) -> None:
        self.ends: list[tuple[Any, ...]] = []
        self.progress: list[tuple[int, int]] = []
        check.progressed.connect(lambda done, total: self.progress.append((done, total)))
        check.ended.connect(lambda warnings, total: self.ends.append(("ended", warnings, total)))
        check.stopped.connect(lambda: self.ends.append(("stopped",)))
        check.dropped.connect(lambda: self.ends.append(("dropped",)))
        check.failed.connect(lambda error: self.ends.append(("failed", error.code)))


def write(path: Path, addresses: Sequence[str]) -> Path:
    """A catalogue with one product for each address."""
    lines = ["sku,title_en,title_ar,price_jod,image_url"]
    lines += [f'A-{n},Honey {n},عسل {n},1.250,"{address}"' for n, address in enumerate(addresses)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def open_file(qapp: Any, tmp_path: Path) -> Callable[..., CatalogueController]:
    """A catalogue with these addresses, open."""

    def opened(*addresses: str) -> CatalogueController:
        controller = CatalogueController(
            InlineRunner(), lambda _only: SHOPS, lambda _f: {}, lambda _f, _m: None, Path("none"), tmp_path / "drafts"
        )
        controller.open(write(tmp_path / "list.csv", addresses))
        return controller

    return opened


def warnings_of(catalogue: CatalogueController) -> list[tuple[int, str]]:
    """Row and code of each warning that is about a picture."""
    assert catalogue.checked is not None
    frame = catalogue.checked.problems.frame.select("row", "code", "severity")
    found = [(row, code, severity) for row, code, severity in frame.iter_rows() if code.startswith("picture_")]
    assert {severity for _, _, severity in found} <= {"warning"}
    return [(row, code) for row, code, _ in found]


# -- who is asked when ------------------------------------------------------------------------------------------------


def test_servers_take_turns() -> None:
    """One address of each server, then the next of each, and of no server more at once than may be."""
    queue = PictureQueue(["http://a/1", "http://a/2", "http://a/3", "http://b/1", "http://c/1"], each=2)
    assert [queue.take() for _ in range(6)] == ["http://a/1", "http://b/1", "http://c/1", "http://a/2", None, None]
    assert queue.done("http://b/1", answered=True) == []
    assert queue.take() is None
    queue.done("http://a/1", answered=True)
    assert queue.take() == "http://a/3"
    assert queue.take() is None


def test_a_server_that_is_silent_is_given_up() -> None:
    """After so many in a row without an answer the rest of that server is handed back; an answer begins the count
    anew."""
    queue = PictureQueue([f"http://a/{n}" for n in range(9)] + ["http://b/0"], each=1, silent=2)
    for answered in (False, True, False):
        address = next(one for one in iter(queue.take, None) if host(one) == "a")
        assert queue.done(address, answered=answered) == []
    assert queue.take() == "http://a/3"
    assert queue.done("http://a/3", answered=False) == [f"http://a/{n}" for n in range(4, 9)]
    assert queue.take() is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://Shop.JO/a.png", "shop.jo"),
        ("http://user:pass@shop.jo:8080/a://b/c", "shop.jo:8080"),
        ("https://shop.jo?x=/", "shop.jo"),
        ("//shop.jo/a.png", ""),
        ("", ""),
    ],
)
def test_the_server_of_an_address(address: str, name: str) -> None:
    """Whatever stands in a cell has a server, if only the empty one."""
    assert host(address) == name


@given(st.lists(st.sampled_from("abcde"), max_size=40), st.integers(1, 3), st.integers(1, 6))
@modest()
def test_every_address_is_handed_out_once(servers: list[str], each: int, hands: int) -> None:
    """Whoever works in whatever number, each address is looked at once, and no server is asked by too many."""
    wanted = [f"http://{server}/{n}" for n, server in enumerate(servers)]
    queue, seen = PictureQueue(wanted, each=each, silent=99), []
    idle, working = hands, list[str]()
    while True:
        while idle and (address := queue.take()) is not None:
            idle -= 1
            working.append(address)
        if not working:
            break
        assert max(map([host(one) for one in working].count, map(host, working))) <= each
        seen.append(working.pop(0))
        queue.done(seen[-1], answered=True)
        idle += 1
    assert sorted(seen) == sorted(wanted)


# -- what is told -----------------------------------------------------------------------------------------------------


def test_findings_stand_on_their_cells(open_file: Callable[..., CatalogueController]) -> None:
    """Each bad picture is a warning on its own cell, the end says of how many, and as many products are ready as
    before."""
    catalogue = open_file("https://a.jo/ok.png", "https://a.jo/gone.png", "https://b.jo/page", "https://a.jo/ok.png")
    assert catalogue.checked is not None
    ready = catalogue.checked.counts.ready
    check = PictureCheck(
        InlineRunner(), Shelf({"https://a.jo/gone.png": "missing", "https://b.jo/page": "page"}), catalogue
    )
    told = Told(check)
    check.start()
    assert told.ends == [("ended", 2, 3)]
    assert told.progress[0] == (0, 0)
    assert told.progress[-1] == (3, 3)
    assert told.progress == sorted(told.progress)
    assert warnings_of(catalogue) == [(3, "picture_missing"), (4, "picture_not_picture")]
    assert catalogue.checked.counts.ready == ready == 4
    assert not check.is_busy()


def test_a_catalogue_without_pictures_ends_at_once(open_file: Callable[..., CatalogueController]) -> None:
    """Nothing to look at is an end as well."""
    check = PictureCheck(InlineRunner(), Shelf(), open_file("", ""))
    told = Told(check)
    check.start()
    assert told.ends == [("ended", 0, 0)]
    assert not check.is_busy()


def test_stopping_tells_what_was_seen(open_file: Callable[..., CatalogueController]) -> None:
    """The person stops after two pictures: those two are judged, no other is asked for, and it ends once."""
    addresses = [f"https://a.jo/{n}.png" for n in range(20)]
    catalogue, shelf = open_file(*addresses), Shelf(dict.fromkeys(addresses, "missing"))
    check = PictureCheck(InlineRunner(), shelf, catalogue)
    told = Told(check)
    check.progressed.connect(lambda done, _total: check.stop() if done == 2 else None)
    check.start()
    assert told.ends == [("stopped",)]
    assert shelf.looked == addresses[:2]
    assert warnings_of(catalogue) == [(2, "picture_missing"), (3, "picture_missing")]
    assert not check.is_busy()


@pytest.mark.parametrize("moment", ["listing", "looking", "judging"])
def test_stopping_ends_at_every_moment(open_file: Callable[..., CatalogueController], moment: str) -> None:
    """Whenever somebody says stop, exactly one end is told, and the next check can begin."""
    runner = InlineRunner(held=True)
    check = PictureCheck(runner, Shelf({"https://a.jo/1": "missing"}), open_file("https://a.jo/1"))
    told = Told(check)
    check.start()
    if moment != "listing":
        runner.release(1)
    if moment == "judging":
        runner.release(1)
    check.stop()
    runner.release()
    assert told.ends == [("ended", 1, 1) if moment == "judging" else ("stopped",)]
    assert not check.is_busy()
    check.start()
    runner.release()
    assert told.ends[1:] == [("ended", 1, 1)]


def test_a_check_that_runs_is_not_begun_again(open_file: Callable[..., CatalogueController]) -> None:
    """Asking twice looks once."""
    runner, shelf = InlineRunner(held=True), Shelf()
    check = PictureCheck(runner, shelf, open_file("https://a.jo/1"))
    check.start()
    check.start()
    runner.release()
    check.start()  # it has ended, so this one counts
    assert shelf.looked == ["https://a.jo/1"]


def test_another_file_ends_it(open_file: Callable[..., CatalogueController], tmp_path: Path) -> None:
    """What is open is another catalogue now: the check is dropped, nothing of it stands there, and a new one can begin
    while the old one's tasks still end."""
    catalogue = open_file("https://a.jo/1", "https://a.jo/2")
    runner = InlineRunner(held=True)
    check = PictureCheck(runner, Shelf({"https://a.jo/1": "missing", "https://b.jo/1": "page"}), catalogue)
    told = Told(check)
    check.start()
    runner.release(2)  # the list, and the first task
    catalogue.open(write(tmp_path / "other.csv", ["https://b.jo/1"]))
    assert told.ends == [("dropped",)]
    check.start()
    runner.release()
    assert told.ends == [("dropped",), ("ended", 1, 1)]
    assert warnings_of(catalogue) == [(2, "picture_not_picture")]


def test_the_same_file_opened_again_begins_with_nothing(
    open_file: Callable[..., CatalogueController], tmp_path: Path
) -> None:
    """Opened again a catalogue has no findings, since its pictures may be others; checking again brings them back."""
    catalogue = open_file("https://a.jo/1")
    check = PictureCheck(InlineRunner(), Shelf({"https://a.jo/1": "missing"}), catalogue)
    told = Told(check)
    check.start()
    catalogue.open(tmp_path / "list.csv")
    assert warnings_of(catalogue) == []
    check.start()
    assert warnings_of(catalogue) == [(2, "picture_missing")]
    assert told.ends == [("ended", 1, 1)] * 2


def test_a_fault_of_ours_is_told_once(
    open_file: Callable[..., CatalogueController], expected_log: Callable[[str], None]
) -> None:
    """What is no fault of a picture ends the check as failed, and as nothing else; what was seen stays."""
    expected_log("ended unexpectedly")
    addresses = [f"https://{n}.jo/1" for n in range(12)]
    shelf = Shelf({addresses[0]: "missing", **dict.fromkeys(addresses[3:], RuntimeError())})
    catalogue = open_file(*addresses)
    check = PictureCheck(InlineRunner(), shelf, catalogue)
    told = Told(check)
    check.start()
    assert told.ends == [("failed", "unexpected")]
    assert (2, "picture_missing") in warnings_of(catalogue)
    assert not check.is_busy()


def test_an_early_stop_keeps_what_was_found_before(open_file: Callable[..., CatalogueController]) -> None:
    """Of pictures that this check did not come to, the one before still holds; of those that it saw, it alone."""
    addresses = [f"https://a.jo/{n}.png" for n in range(4)]
    catalogue, shelf = open_file(*addresses), Shelf(dict.fromkeys(addresses, "missing"))
    check = PictureCheck(InlineRunner(), shelf, catalogue)
    check.start()
    assert len(warnings_of(catalogue)) == 4
    shelf.failing = {addresses[0]: "page"}
    check.progressed.connect(lambda done, _total: check.stop() if done == 1 else None)
    check.start()
    assert warnings_of(catalogue) == [(2, "picture_not_picture")] + [(row, "picture_missing") for row in (3, 4, 5)]


# -- for real ---------------------------------------------------------------------------------------------------------


class Web:
    """A real client, a real cache and real threads before a server of pictures."""

    def __init__(self, server: PictureServer, folder: Path) -> None:
        self.client = PictureClient(version="9.9", allowed={server.origin}, proxies={})
        self.source = PictureSource(self.client.fetch, PictureCache(folder, None, lambda: 1_800_000_000.0))
        self.runner = TaskRunner(workers=8)

    def close(self) -> None:
        self.client.close()
        assert self.runner.shutdown(20) == []


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Callable[[PictureServer], Web]]:
    made: list[Web] = []

    def make(server: PictureServer) -> Web:
        made.append(Web(server, tmp_path / "pictures"))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_checking_again_asks_for_what_is_new_alone(
    qtbot: QtBot, open_file: Callable[..., CatalogueController], web: Callable[[PictureServer], Web]
) -> None:
    """After an edit only the new address is asked for: the others are kept on the disk, good and bad ones."""
    import polars as pl

    acts = {"/1.png": good(GOOD), "/2.png": good(png(40, 30)), "/page": page(), "/new.png": good(png(50, 50))}
    with PictureServer(acts) as server:
        catalogue = open_file(*(server.url(path) for path in ("/1.png", "/2.png", "/page", "/gone.png")))
        there = web(server)
        check = PictureCheck(there.runner, there.source, catalogue)
        told = Told(check)
        check.start()
        wait_until(qtbot, lambda: told.ends)
        assert sorted(server.paths) == ["/1.png", "/2.png", "/gone.png", "/page"]
        assert (5, "picture_missing") in warnings_of(catalogue)
        file = catalogue.file
        assert file is not None
        column = file.shared.mapping.column_of("image_url")
        assert column is not None
        cells = {"index": [3], "key": [column.key], "after": [server.url("/new.png")]}
        catalogue.edits.write("typed", pl.DataFrame(cells), file.draft)
        assert (5, "picture_missing") not in warnings_of(catalogue)
        check.start()
        wait_until(qtbot, lambda: len(told.ends) == 2)
        assert server.paths[4:] == ["/new.png"]
        assert {code for row, code in warnings_of(catalogue) if row == 5} == {"picture_small", "picture_plain"}


def test_a_slow_server_keeps_no_other_waiting(qtbot: QtBot, open_file: Callable[..., CatalogueController]) -> None:
    """A hundred pictures of a server that hangs stand first in the file: those of the others are all seen before one of
    the hundred has an end."""
    release, hanging = threading.Event(), 0

    def before(address: str) -> None:
        nonlocal hanging
        if host(address) == "slow.jo":
            hanging += 1
            assert release.wait(30)

    slow = [f"https://slow.jo/{n}" for n in range(100)]
    others = [f"https://{n % 5}.jo/{n}" for n in range(100)]
    shelf = Shelf()
    shelf.before = before
    runner = TaskRunner(workers=8)
    check = PictureCheck(runner, shelf, open_file(*slow, *others))
    told = Told(check)
    check.start()
    try:
        wait_until(qtbot, lambda: set(others) <= set(shelf.looked))
        assert hanging == LIMITS["each_host"]
    finally:
        release.set()
    wait_until(qtbot, lambda: told.ends)
    assert sorted(shelf.looked) == sorted([*slow, *others])
    assert runner.shutdown(10) == []


def test_a_server_that_never_answers_ends_soon(
    qtbot: QtBot, open_file: Callable[..., CatalogueController], web: Callable[[PictureServer], Web],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Of three hundred pictures on a server that hangs a few are asked for; all are told as not to be fetched, and a
    server that says no to every one is asked for each."""
    from dataclasses import replace

    from hkj_desktop.remotes import pictures

    limits = replace(pictures.fetch_limits(), quiet=0.2, total=0.5, slice=0.05)
    monkeypatch.setattr(pictures, "fetch_limits", lambda: limits)
    acts = {f"/{n}": stalls() for n in range(300)}
    with PictureServer(acts) as hangs, PictureServer({f"/{n}": status(500) for n in range(30)}) as says_no:
        addresses = [*(hangs.url(f"/{n}") for n in range(300)), *(says_no.url(f"/{n}") for n in range(30))]
        catalogue = open_file(*addresses)
        there = web(hangs)
        there.client._allowed = {hangs.origin, says_no.origin}
        check = PictureCheck(there.runner, there.source, catalogue)
        told = Told(check)
        check.start()
        wait_until(qtbot, lambda: told.ends)
        assert told.ends == [("ended", 330, 330)]
        assert {code for _, code in warnings_of(catalogue)} == {"picture_unreachable"}
        assert len(hangs.paths) < LIMITS["silent"] + 2 * LIMITS["each_host"]
        assert len(says_no.paths) == 30


def test_stopping_does_not_wait_for_a_server(
    qtbot: QtBot, open_file: Callable[..., CatalogueController], web: Callable[[PictureServer], Web]
) -> None:
    """With every task at a server that hangs, stop is told within a moment and no thread stays behind."""
    with PictureServer({f"/{n}": stalls() for n in range(9)}) as server:
        there = web(server)
        check = PictureCheck(there.runner, there.source, open_file(*(server.url(f"/{n}") for n in range(9))))
        told = Told(check)
        check.start()
        wait_until(qtbot, lambda: len(server.paths) >= 2)
        check.stop()
        wait_until(qtbot, lambda: told.ends, 3000)
        assert told.ends == [("stopped",)]
        wait_until(qtbot, there.runner.is_idle, 3000)


# -- the bar ----------------------------------------------------------------------------------------------------------


def test_the_bar_says_how_far_it_is(qtbot: QtBot, look: Any) -> None:
    """Hidden at first; counting, then so many of so many; stop says that it stops until the end hides it."""
    bar = LookingBar()
    shown(qtbot, bar, 700)
    bar.hide()
    bar.show_progress(0, 0)
    assert bar.isVisible()
    assert bar.text() == "Counting the pictures"
    assert bar.bar.maximum() == 0
    bar.show_progress(1200, 4800)
    assert bar.text() == "Looking at the pictures: 1,200 of 4,800"
    assert bar.bar.value() / bar.bar.maximum() == 0.25
    with qtbot.waitSignal(bar.stop_requested):
        bar.stop.click()
    bar.show_progress(1300, 4800)
    assert bar.text() == "Stopping…"
    assert not bar.stop.isEnabled()
    bar.end()
    assert bar.isHidden()
    bar.show_progress(0, 0)
    assert bar.stop.isEnabled()
