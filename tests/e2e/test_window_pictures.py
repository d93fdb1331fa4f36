"""A hostile server of pictures before the real window: nothing hangs, memory stays bounded, and each bad picture is a
plain warning on its cell that keeps no product from being sent. And the person's own photos, dropped as a folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from hkj_desktop import __version__
from hkj_desktop.app import Program
from hkj_desktop.remotes.pictures import FetchLimits, PictureClient, fetch_limits
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.ui import say
from hkj_desktop.ui.dialogs.photos import PhotosDialog
from hkj_desktop.ui.pages.check_views import CARDS, PROBLEMS
from hkj_desktop.ui.parts import CHECK, FILE
from tests.e2e.test_window import PATIENCE, drop, window
from tests.helpers.photos import photo, png_bomb
from tests.helpers.picture_server import (
    Act,
    PictureServer,
    bomb,
    drips,
    endless,
    good,
    head,
    page,
    png,
    promises,
    redirects,
    resets,
    stalls,
    status,
)

HEADER = "SKU,English title,Arabic title,Price (JOD),Stock,Image"
#: Short, so that a server that hangs costs a moment; what they say is proved for the real ones by their own tests.
SHORT = {"connect": 2.0, "quiet": 0.5, "total": 1.2, "slice": 0.05, "megabytes": 2, "redirects": 3}
#: The longest time that the window may not answer, on a machine that does other things too; in seconds.
LONGEST_GAP = 0.5
MOST_MEGABYTES = 150
MANY = 40
PHOTO = photo(1000)
#: What the window calls each, as a person reads it.
TITLES = {
    "picture_missing": "There is no picture at this address",
    "picture_unreachable": "The picture cannot be fetched",
    "picture_not_picture": "The address does not lead to a picture",
    "picture_small": "The picture is small",
    "picture_large": "The picture is very large",
    "picture_plain": "The picture shows no product",
    "picture_shared": "5 products show the same picture",
}
SHARED = ("Sidr honey", "Olive oil", "Kmaj bread", "Turkish coffee", "Red lentils")


@dataclass(frozen=True)
class Case:
    """What a server does, and the one warning that it becomes; None: none at all."""

    act: Act
    code: str | None


def cases(inside: PictureServer, outside: str) -> dict[str, dict[str, Case]]:
    """Two servers' worth of them. ``inside``: a server of the private network that nobody may be led to."""
    unreachable, no_picture, large = "picture_unreachable", "picture_not_picture", "picture_large"
    hangs = {
        "/stalls.png": Case(stalls(), unreachable),
        "/stalls-midway.png": Case(
            stalls(head(Content_Type="image/png", Content_Length=9000) + PHOTO[:90]), unreachable
        ),
        "/drips.png": Case(drips(PHOTO, 0.05), unreachable),
        "/promises-more-and-stays.png": Case(promises(PHOTO, len(PHOTO) + 5000, stays=True), unreachable),
    }
    lies = {
        "/drips-headers.png": Case(drips(PHOTO, 0.2, headers_too=True), unreachable),
        "/promises-more.png": Case(promises(PHOTO[: len(PHOTO) // 2], len(PHOTO)), no_picture),
        "/promises-more-but-whole.png": Case(promises(photo(1001), 5_000_000), None),
        "/promises-less.png": Case(promises(PHOTO, len(PHOTO) // 2), no_picture),
        "/promises-nonsense.png": Case(promises(PHOTO, "many"), unreachable),
        "/promises-a-gigabyte.png": Case(endless(1 << 30), large),
        "/gzip-bomb.png": Case(bomb(64), no_picture),
        "/png-bomb.png": Case(good(png_bomb(20_000, 20_000)), large),
        "/endless.png": Case(endless(), large),
        "/to-a-private-address.png": Case(redirects(inside.url("/secret.png")), unreachable),
        "/to-a-router.png": Case(redirects("http://192.168.1.1/"), unreachable),
        "/to-a-file.png": Case(redirects("file:///etc/passwd"), unreachable),
        "/round.png": Case(redirects(f"{outside}/round.png"), unreachable),
        "/page.png": Case(page(), no_picture),
        "/page-as-picture.png": Case(page("image/png"), no_picture),
        "/gone.png": Case(status(404), "picture_missing"),
        "/fault.png": Case(status(500), unreachable),
        "/resets.png": Case(resets(), unreachable),
        "/tiny.png": Case(good(photo(1002, 60, 40), "image/jpeg"), "picture_small"),
        "/plain.png": Case(good(png(400, 400)), "picture_plain"),
        "/big.png": Case(good(photo(1003) + bytes(2_100_000)), large),
    }
    return {"hangs": hangs, "lies": lies}


@dataclass(frozen=True)
class Street:
    """The servers, and the catalogue whose pictures are there. ``expected``: row → warning of each bad picture."""

    hangs: PictureServer
    lies: PictureServer
    fine: PictureServer
    inside: PictureServer
    catalogue: Path
    expected: dict[int, str]

    @property
    def servers(self) -> tuple[PictureServer, ...]:
        return self.hangs, self.lies, self.fine


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Street]:
    with ExitStack() as open_:
        inside = open_.enter_context(PictureServer({"/secret.png": good(PHOTO)}))
        acts: dict[str, Act] = {}
        lies = open_.enter_context(PictureServer(acts))
        found = cases(inside, lies.origin)
        acts |= {path: case.act for path, case in found["lies"].items()}
        hangs = open_.enter_context(PictureServer({path: case.act for path, case in found["hangs"].items()}))
        pictures = {f"/{n}.jpg": good(photo(n), "image/jpeg") for n in range(MANY)}
        fine = open_.enter_context(PictureServer({**pictures, "/shared.jpg": good(photo(500), "image/jpeg")}))
        bad = [(hangs.url(path), case.code) for path, case in found["hangs"].items()]
        bad += [(lies.url(path), case.code) for path, case in found["lies"].items()]
        lines = [(f"Good tea {n}", fine.url(f"/{n}.jpg"), None) for n in range(MANY)]
        lines += [(f"Bad tea {n}", address, code) for n, (address, code) in enumerate(bad)]
        lines += [(title, fine.url("/shared.jpg"), "picture_shared") for title in SHARED]
        path = tmp_path / "shop.csv"
        rows = [f"S-{n},{title},شاي {n},2.750,5,{address}" for n, (title, address, _) in enumerate(lines)]
        path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
        expected = {row: code for row, (_, _, code) in enumerate(lines, 2) if code is not None}
        yield Street(hangs, lies, fine, inside, path, expected)


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "data", {})


def allow(program: Program, *servers: PictureServer) -> None:
    """Let these servers of this computer be asked, as the practice shop may be, and nobody wait long for them."""
    limits = FetchLimits(**{name: getattr(fetch_limits(), name) for name in FetchLimits.__dataclass_fields__} | SHORT)
    origins = frozenset(server.origin for server in servers)
    program.pictures._client = PictureClient(version=__version__, allowed=origins, limits=limits, proxies={})


class Beat:
    """The longest time between two beats of a timer in the window's event loop, in seconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def memory(what: str) -> float:
    """``VmRSS`` or ``VmHWM`` of this process in megabytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(what)).split()[1]) / 1024


@contextmanager
def bounded(most: float) -> Iterator[None]:
    """The block takes at most so many megabytes of memory at its worst moment. Said by Linux alone."""
    if sys.platform != "linux":
        yield
        return
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the worst moment until now
    before = memory("VmRSS")
    yield
    assert memory("VmHWM") - before < most


def check_pictures(program: Program, qtbot: QtBot, timeout: int = PATIENCE) -> str:
    """Press "Check all pictures", wait for its end and until the findings are shown; returns what the window says."""
    page_, check = program.window.check_page, program.picture_check
    with qtbot.waitSignal(check.ended, timeout=timeout):
        page_.card_tools.check_requested.emit()
        assert page_.looking.isVisible()
        assert not page_.card_tools.check.isEnabled()
    assert page_.looking.isHidden()
    assert page_.card_tools.check.isEnabled()
    said = program.window._toast.text()
    qtbot.waitUntil(lambda: settled(program), timeout=PATIENCE)
    return said


def settled(program: Program) -> bool:
    catalogue = program.catalogue
    return not catalogue._renewing and not program.window.check_page.shown.is_busy()


def warnings_of(program: Program) -> list[tuple[int, str]]:
    """Row and code of each warning about a picture, which all stand on the cell of the picture."""
    checked = program.catalogue.checked
    assert checked is not None
    column = checked.mapping.column_of("image_url")
    assert column is not None
    frame = checked.problems.frame
    found = [one for one in frame.iter_rows(named=True) if one["code"].startswith(("picture_", "image_"))]
    assert {(one["severity"], one["letter"]) for one in found} <= {("warning", column.letter)}
    return [(one["row"], one["code"]) for one in found]


def opened(program: Program, qtbot: QtBot, path: Path) -> None:
    drop(program, path)
    qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
    program.window.check_page.show_view(CARDS)
    qtbot.waitUntil(lambda: not program.window.check_page.shown.is_busy(), timeout=PATIENCE)


def test_a_hostile_server_of_pictures_hurts_nobody(
    qapp: QApplication, qtbot: QtBot, where: Folders, street: Street
) -> None:
    """Servers that hang, lie, send bombs and lead elsewhere: the window goes on, the check ends, memory is bounded, and
    each bad picture is exactly its warning, in words, on its cell; every product can still be sent."""
    with window(qapp, where) as program:
        allow(program, *street.servers)
        opened(program, qtbot, street.catalogue)
        checked = program.catalogue.checked
        assert checked is not None
        ready = checked.counts.ready
        assert ready == checked.counts.total == MANY + len(street.expected) + 1
        store, beat = program.pictures.store, Beat()
        with bounded(MOST_MEGABYTES):
            check = program.picture_check
            ends: list[float] = []
            check.ended.connect(lambda *_: ends.append(time.monotonic()))
            begun = time.monotonic()
            program.window.check_page.card_tools.check_requested.emit()
            # Meanwhile the window is used: cards show pictures, views change, and it answers.
            first = street.fine.url("/0.jpg")
            qtbot.waitUntil(lambda: isinstance(store.picture(first, 64), QPixmap), timeout=PATIENCE)
            bar = program.window.check_page.shown.cards.verticalScrollBar()
            for step in range(11):
                bar.setValue(bar.maximum() * step // 10)
                qtbot.wait(20)
            program.window.check_page.show_view(PROBLEMS)
            program.window.check_page.show_view(CARDS)
            qtbot.waitUntil(lambda: bool(ends), timeout=PATIENCE)
            qtbot.waitUntil(lambda: settled(program), timeout=PATIENCE)
        assert ends[0] - begun < 15
        assert beat.longest < LONGEST_GAP
        assert sorted(warnings_of(program)) == sorted(street.expected.items())
        assert program.catalogue.checked is not None
        assert program.catalogue.checked.counts.ready == ready
        assert program.catalogue.checked.counts.with_error == 0
        assert street.inside.requests == []
        # Five products share one picture: one address.
        addresses = MANY + len(street.expected) + 1 - len(SHARED) + 1
        bad = len(street.expected) - len(SHARED) + 1
        assert program.window._toast.text() == f"{bad} of {addresses} pictures are worth a look"
        words = words_of(program, qtbot)
        assert sorted(words) == sorted(street.expected)
        titles = {code: {words[row] for row in words if street.expected[row] == code} for code in TITLES}
        assert titles == {code: {title} for code, title in TITLES.items()}


def words_of(program: Program, qtbot: QtBot) -> dict[int, str]:
    """Row → the title that the list of problems shows, for what is worth a look; each says why and what to do, too."""
    page_ = program.window.check_page
    page_.show_problems_of("warning")
    qtbot.waitUntil(lambda: page_.problem_model.rowCount() > 0 and not page_.shown.is_busy(), timeout=PATIENCE)
    found: dict[int, str] = {}
    for at in range(page_.problem_model.rowCount()):
        problem = page_.problem_model.problem(at)
        words = say.problem(problem)
        assert all((words.title, words.explanation, words.todo))
        assert not {"{", "None"} & {*words.title, *words.explanation.split()}
        assert problem.row is not None
        found[problem.row] = words.title.replace("\u2068", "").replace("\u2069", "")
    return found


def test_pictures_inside_this_computer_are_private(
    qapp: QApplication, qtbot: QtBot, where: Folders, street: Street
) -> None:
    """The same addresses where nobody allowed them: each is told as lying in a private network, and no server hears of
    it, neither through the cards nor through the check."""
    with window(qapp, where) as program:
        opened(program, qtbot, street.catalogue)
        said = check_pictures(program, qtbot)
        found = warnings_of(program)
        assert {code for _, code in found} == {"picture_private"}
        assert len(found) == MANY + len(street.expected) + 1
        count = len(found) - len(SHARED) + 1
        assert said == f"{count} of {count} pictures are worth a look"
        assert program.catalogue.checked is not None
        assert program.catalogue.checked.counts.ready == len(found)
        store = program.pictures.store
        qtbot.waitUntil(lambda: not store.is_loading(), timeout=PATIENCE)
        assert store.failure(street.fine.url("/0.jpg")) == "private"
        assert [len(server.requests) for server in (*street.servers, street.inside)] == [0, 0, 0, 0]
        assert [server.connections for server in (*street.servers, street.inside)] == [0, 0, 0, 0]


def test_checking_again_asks_nobody(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """Checked again, and opened and checked again, pictures come from the disk; their findings are the same."""
    acts = {"/1.jpg": good(photo(1)), "/2.jpg": good(photo(2, 90, 60)), "/page": page()}
    with PictureServer(acts) as server, window(qapp, where) as program:
        path = tmp_path / "shop.csv"
        rows = [f"S-{n},Tea {n},شاي {n},2.750,5,{server.url(name)}" for n, name in enumerate([*acts, "/gone"])]
        path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
        allow(program, server)
        opened(program, qtbot, path)
        check_pictures(program, qtbot)
        found = [(3, "picture_small"), (4, "picture_not_picture"), (5, "picture_missing")]
        assert warnings_of(program) == found
        qtbot.waitUntil(lambda: not program.pictures.store.is_loading(), timeout=PATIENCE)
        asked = len(server.requests)
        check_pictures(program, qtbot)
        program.window.open_file(str(path))
        qtbot.waitUntil(lambda: program.window.page() == CHECK, timeout=PATIENCE)
        assert warnings_of(program) == []
        check_pictures(program, qtbot)
        assert warnings_of(program) == found
        assert len(server.requests) == asked


def test_another_file_ends_the_check(
    qapp: QApplication, qtbot: QtBot, where: Folders, street: Street, tmp_path: Path
) -> None:
    """While servers hang another file is opened: the bar goes, nothing of the first stands on the second, and closing
    the window waits for nobody."""
    other = tmp_path / "other.csv"
    other.write_text(f"{HEADER}\nS-1,Tea,شاي,2.750,5,\n", encoding="utf-8")
    with window(qapp, where) as program:
        allow(program, *street.servers)
        opened(program, qtbot, street.catalogue)
        program.window.check_page.card_tools.check_requested.emit()
        qtbot.waitUntil(lambda: bool(street.hangs.requests), timeout=PATIENCE)
        assert program.window.check_page.looking.isVisible()
        opened(program, qtbot, other)
        assert program.window.check_page.looking.isHidden()
        assert not program.picture_check.is_busy()
        assert check_pictures(program, qtbot) == "There are no pictures to look at"
        assert warnings_of(program) == []
        begun = time.monotonic()
    assert time.monotonic() - begun < 4
    assert program.still_running == []


# -- photos from a folder ---------------------------------------------------------------------------------------------


def dialog_of(program: Program, qtbot: QtBot) -> PhotosDialog:
    def there() -> list[QDialog]:
        return [one for one in program.window.findChildren(PhotosDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=PATIENCE)
    dialog = there()[0]
    assert isinstance(dialog, PhotosDialog)
    return dialog


def made_folder(folder: Path, names: list[str]) -> Path:
    folder.mkdir()
    for n, name in enumerate(names):
        (folder / name).write_bytes(photo(n))
    return folder


def test_a_dropped_folder_shows_its_photos(qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path) -> None:
    """Dropped on the window with a catalogue: the photos are matched, one is placed by hand, all are shown on the
    cards, the addresses of the website stand in the cells, and undo takes those away again."""
    path = tmp_path / "shop.csv"
    rows = [f"S-{n},Tea {n},شاي {n},2.750,5,https://old.example/{n}.png" for n in range(3)]
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    folder = made_folder(tmp_path / "photos", ["S-0.jpg", "S-1.jpg", "IMG_77.jpg"])
    with window(qapp, where) as program:
        opened(program, qtbot, path)
        drop(program, folder)
        dialog = dialog_of(program, qtbot)
        assert program.window.page() == CHECK
        assert dialog.current() == "IMG_77.jpg"
        with qtbot.waitSignal(dialog.hits.modelReset):
            dialog.search.setText("S-2")
        dialog.table.chosen.emit(0)
        dialog.base.setText("https://shop.example/photos")
        dialog.accept()
        catalogue, store = program.catalogue, program.pictures.store

        def current() -> bool:
            return catalogue.file is not None and catalogue.is_current(catalogue.file) and settled(program)

        qtbot.waitUntil(lambda: current() and bool(catalogue.file and catalogue.file.photos), timeout=PATIENCE)
        assert catalogue.file is not None
        shown = catalogue.file.cards["picture"].to_list()
        assert shown == [f"photo:{folder / name}" for name in ("S-0.jpg", "S-1.jpg", "IMG_77.jpg")]
        qtbot.waitUntil(lambda: not store.is_loading() and store.picture(shown[0], 64) is not None, timeout=PATIENCE)
        assert [store.failure(address) for address in shown] == [None] * 3
        cells = catalogue.file.shared.catalog.cells["c5"]
        assert cells.to_list() == [f"https://shop.example/photos/{n}" for n in ("S-0.jpg", "S-1.jpg", "IMG_77.jpg")]
        assert "3" in program.window._toast.text()
        program.window.checking.undo_action.trigger()
        qtbot.waitUntil(current, timeout=PATIENCE)
        assert catalogue.file.shared.catalog.cells["c5"].to_list() == [f"https://old.example/{n}.png" for n in range(3)]
        assert list(catalogue.file.photos) == [0, 1, 2]


def test_cancelling_another_folder_leaves_the_first(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """The photos that are shown stay readable when a second folder is looked through and not taken."""
    path = tmp_path / "shop.csv"
    path.write_text(f"{HEADER}\nS-0,Tea,شاي,2.750,5,\n", encoding="utf-8")
    first, second = (made_folder(tmp_path / name, ["S-0.jpg"]) for name in ("first", "second"))
    with window(qapp, where) as program:
        opened(program, qtbot, path)
        program.window.checking.looking.match(first)
        dialog_of(program, qtbot).accept()
        qtbot.waitUntil(lambda: bool(program.catalogue.file and program.catalogue.file.photos), timeout=PATIENCE)
        program.window.checking.looking.match(second)
        dialog_of(program, qtbot).reject()
        assert program.pictures.source._photos == {str(first / "S-0.jpg")}


def test_a_folder_without_a_catalogue_or_without_photos(
    qapp: QApplication, qtbot: QtBot, where: Folders, tmp_path: Path
) -> None:
    """Refused in words before a catalogue is open; with one open, an empty folder says that there is nothing in it."""
    folder = made_folder(tmp_path / "empty", [])
    path = tmp_path / "shop.csv"
    path.write_text(f"{HEADER}\nS-0,Tea,شاي,2.750,5,\n", encoding="utf-8")
    with window(qapp, where) as program:
        drop(program, folder)
        assert program.window.page() == FILE
        assert not program.runner._runs or program.catalogue.file is None
        opened(program, qtbot, path)
        drop(program, folder)
        qtbot.waitUntil(lambda: "no photos" in program.window._toast.text(), timeout=PATIENCE)
        assert not program.window.findChildren(PhotosDialog)
