"""While an upload runs the computer stays awake and shows how far it is; its end is told to whoever looks elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QSystemTrayIcon, QWidget

from hkj_desktop.errors import AppError, JournalError
from hkj_desktop.system.destinations import Unit, destinations, first_destination
from hkj_desktop.system.paths import Folders
from hkj_desktop.ui import notifying
from hkj_desktop.ui.attention import LONG, Attention, fraction_of, is_active, result_of
from hkj_desktop.ui.bidi import FSI, PDI
from hkj_desktop.ui.controllers.uploads import Ended, How, UploadsController
from hkj_desktop.ui.notifying import Notifier, Result, make_tray
from hkj_desktop.ui.pages.progress_pane import ProgressPane
from hkj_desktop.ui.taskbar import State, Taskbar
from hkj_desktop.ui.tasks import TaskRunner
from hkj_desktop.uploads.entries import Outcome, Target, Upload
from hkj_desktop.uploads.progress import Progress, Stage
from tests.helpers.journal import Clock
from tests.helpers.ui import shown, wait_until

ITEMS = next(system.id for system in destinations().values() if system.unit is Unit.ITEM)
SHOP = Result("Al-Noor", 12, items=False, good=True)
BAD = replace(SHOP, good=False)


class Uploads(QObject):
    """The signals of the UploadsController, and whether it is busy."""

    started = Signal()
    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.busy = False

    def is_busy(self) -> bool:
        return self.busy

    def begin(self) -> None:
        self.busy = True
        self.started.emit()

    def end(self, ended: Ended) -> None:
        self.busy = False
        self.ended.emit(ended)

    def fail(self, error: AppError | None) -> None:
        self.busy = False
        self.failed.emit(error)


class Awake:
    """``asked``: what was asked for, in its order."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self, reason: str) -> None:
        assert reason
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


class Bar(Taskbar):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[State, int | None]] = []

    def _show(self, state: State, percent: int | None) -> None:
        self.shown.append((state, percent))


class Told(Notifier):
    """Keeps what it was asked to tell, and whether it was withdrawn after that."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(lambda: window, lambda: True)
        self.told: list[list[Result]] = []
        self.open = False

    def tell(self, results: Any) -> None:
        self.told.append(list(results))
        self.open = True

    def withdraw(self) -> None:
        self.open = False


class Scene:
    """One Attention with everything around it. ``away``: the person looks at another program."""

    def __init__(self, window: QWidget, uploads: Any, *, first: Callable[[], None] = lambda: None) -> None:
        self.uploads, self.awake, self.bar, self.clock = uploads, Awake(), Bar(), Clock()
        self.notifier = Told(window)
        self.away = True
        self.shown_results = 0
        first()
        self.attention = Attention(
            uploads,
            lambda: window,
            self.show_result,
            self.awake,
            self.bar,
            self.notifier,
            self.clock,
            active=lambda: not self.away,
        )

    def show_result(self) -> None:
        self.shown_results += 1

    def over(self) -> bool:
        """Whether a run has ended and everything about its end was done."""
        return self.awake.asked[-1:] == ["release"]

    def upload(self, qtbot: Any, ended: Ended, seconds: float = LONG + 1) -> None:
        self.uploads.begin()
        self.clock.now += seconds
        self.uploads.end(ended)
        wait_until(qtbot, self.over)


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def scene(window: QWidget) -> Iterator[Scene]:
    made = Scene(window, Uploads())
    yield made
    made.attention.close()


def ended(outcome: str = "done", *, shop: str = "Al-Noor", system: str = "", **counts: int) -> Ended:
    amounts = {"planned": 0, "accepted": 12, "rejected": 0, "unknown": 0} | counts
    upload = Upload(
        id="u1",
        target=Target(system or first_destination().id, "p1", shop, "https://shop.example/api"),
        file_name="list.csv",
        file_path="/lists/list.csv",
        format="json",
        products=sum(amounts.values()),
        left_out=0,
        created=0.0,
        changed=0.0,
        outcome=Outcome(outcome),
        error_code=None,
        error_params={},
        **amounts,
    )
    return Ended(upload, (), None)  # type: ignore[arg-type]


def progress(stage: Stage = Stage.SENDING, **more: int) -> Progress:
    amounts = {"bytes_sent": 0, "bytes_total": 0, "done": 0, "total": 10, "rejected": 0, "left_out": 0} | more
    return Progress("u1", stage, **amounts)


# -- a run ------------------------------------------------------------------------------------------------------------


def test_the_computer_is_awake_from_the_beginning_to_the_end(qtbot: Any, scene: Scene) -> None:
    """It is held when an upload begins, still held while it runs, and let go when it has ended."""
    scene.uploads.begin()
    scene.uploads.progressed.emit(progress())
    assert scene.awake.asked == ["hold"]
    scene.uploads.end(ended())
    wait_until(qtbot, scene.over)
    assert scene.awake.asked == ["hold", "release"]


@pytest.mark.parametrize("error", [None, JournalError(reason="locked")])
def test_a_failure_lets_go_too(qtbot: Any, scene: Scene, error: AppError | None) -> None:
    """An upload that could not be made, and one of which there was nothing to send, keep nothing awake."""
    scene.uploads.begin()
    scene.uploads.fail(error)
    wait_until(qtbot, scene.over)
    assert scene.awake.asked == ["hold", "release"]


def test_progress_is_shown_and_taken_away(qtbot: Any, scene: Scene) -> None:
    """At first nobody knows how much; then what is known; in the end nothing is left."""
    scene.uploads.begin()
    scene.uploads.progressed.emit(progress(bytes_sent=3, bytes_total=10))
    scene.uploads.progressed.emit(progress(Stage.IMPORTING))
    scene.uploads.progressed.emit(progress(Stage.IMPORTING, done=5))
    scene.uploads.end(ended())
    wait_until(qtbot, scene.over)
    normal = State.NORMAL
    assert scene.bar.shown == [(normal, None), (normal, 30), (normal, None), (normal, 50), (State.NONE, None)]


@pytest.mark.parametrize("before", [True, False], ids=["told before us", "told after us"])
def test_uploads_to_several_shops_are_one_run(qtbot: Any, window: QWidget, before: bool) -> None:
    """Whoever sends to the next shop when the last one ends: there is one hold, one release and one notice."""
    uploads, waiting = Uploads(), ["Balad"]

    def send_next(_ended: Ended) -> None:
        if waiting:
            waiting.pop()
            uploads.begin()

    def connect() -> None:
        uploads.ended.connect(send_next)

    scene = Scene(window, uploads, first=connect if before else lambda: None)
    if not before:
        connect()
    uploads.begin()
    scene.clock.now += LONG / 2
    uploads.end(ended(shop="Al-Noor"))
    seen: list[bool] = []
    scene.attention._look.timeout.connect(lambda: seen.append(True))
    wait_until(qtbot, lambda: seen)
    assert scene.awake.asked == ["hold"]
    scene.clock.now += LONG / 2 + 1
    uploads.end(ended(shop="Balad"))
    wait_until(qtbot, scene.over)
    assert scene.awake.asked == ["hold", "release"]
    assert [[one.shop for one in told] for told in scene.notifier.told] == [[f"{FSI}Al-Noor{PDI}", f"{FSI}Balad{PDI}"]]


def test_a_second_run_begins_anew(qtbot: Any, scene: Scene) -> None:
    """Its notice tells nothing of the run before, and its time is its own."""
    scene.upload(qtbot, ended(rejected=1))
    scene.upload(qtbot, ended(), seconds=LONG - 1)
    scene.upload(qtbot, ended())
    assert [[one.good for one in told] for told in scene.notifier.told] == [[False], [True]]


def test_an_upload_that_ended_before_it_began_holds_nothing(scene: Scene) -> None:
    """Where the end is told first, as by a runner without threads, nothing stays held or shown."""
    scene.uploads.end(ended())
    scene.uploads.started.emit()
    assert scene.awake.asked == []
    assert scene.bar.shown == []


def test_a_window_that_is_made_anew_shows_the_same_bar(qtbot: Any, scene: Scene) -> None:
    """What is shown while an upload runs is shown at the new window too; between two runs there is nothing to show."""
    scene.attention.show_again()
    assert scene.bar.shown == []
    scene.uploads.begin()
    scene.uploads.progressed.emit(progress(bytes_sent=3, bytes_total=10))
    scene.attention.show_again()
    assert scene.bar.shown[-2:] == [(State.NORMAL, 30)] * 2


def test_closing_lets_everything_go(scene: Scene) -> None:
    """A program that is closed during an upload leaves neither the computer awake nor a bar, and may close twice."""
    scene.uploads.begin()
    scene.attention.close()
    scene.attention.close()
    assert scene.awake.asked[:2] == ["hold", "release"]
    assert scene.bar.shown[-1] == (State.NONE, None)
    scene.uploads.progressed.emit(progress(bytes_sent=3, bytes_total=10))
    assert scene.bar.shown[-1] == (State.NONE, None)


# -- who is told ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("away", "seconds", "told"),
    [(True, LONG + 0.1, True), (True, LONG, False), (False, LONG * 10, False)],
    ids=["long and away", "not long", "not away"],
)
def test_only_a_long_upload_is_told_and_only_elsewhere(
    qtbot: Any, scene: Scene, away: bool, seconds: float, told: bool
) -> None:
    """Somebody who waited in the window, or left a moment ago, is told nothing."""
    scene.away = away
    scene.upload(qtbot, ended(), seconds)
    assert bool(scene.notifier.told) is told


def test_what_could_not_be_sent_is_told(qtbot: Any, scene: Scene) -> None:
    """A failure before there was an upload is told without one; that there was nothing to send is not told."""
    for error in (None, JournalError(reason="locked")):
        scene.uploads.begin()
        scene.clock.now += LONG + 1
        scene.awake.asked.clear()
        scene.uploads.fail(error)
        wait_until(qtbot, scene.over)
    assert scene.notifier.told == [[]]


def test_a_bad_end_stays_on_the_taskbar_until_somebody_comes(qtbot: Any, scene: Scene) -> None:
    """Away, it is red until one of our windows is in front; a good end, or one that is watched, leaves nothing."""
    scene.upload(qtbot, ended(rejected=1), seconds=1)
    assert scene.bar.shown[-1] == (State.ERROR, None)
    scene.away = False
    application_comes_forward()
    assert scene.bar.shown[-1] == (State.NONE, None)
    scene.upload(qtbot, ended(rejected=1))
    assert scene.bar.shown[-1] == (State.NONE, None)


def application_comes_forward() -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_a_notice_goes_when_somebody_comes(qtbot: Any, scene: Scene) -> None:
    """In the window there is all that it said; while another program is in front it stays."""
    scene.upload(qtbot, ended())
    application_comes_forward()
    assert scene.notifier.open
    scene.away = False
    application_comes_forward()
    assert not scene.notifier.open


def test_coming_back_during_a_run_leaves_its_bar(scene: Scene) -> None:
    """The bar of an upload that still runs is not taken away by looking at it."""
    scene.uploads.begin()
    scene.away = False
    application_comes_forward()
    assert scene.bar.shown == [(State.NORMAL, None)]


def test_a_click_leads_to_the_result(qtbot: Any, scene: Scene, window: QWidget) -> None:
    """The window comes forward and shows what came out."""
    scene.upload(qtbot, ended())
    scene.notifier.clicked.emit()
    assert window.isVisible()
    assert scene.shown_results == 1


def test_a_click_waits_for_a_dialog(qtbot: Any, scene: Scene, window: QWidget) -> None:
    """What lies under an open dialog is not exchanged before it is answered."""
    scene.upload(qtbot, ended())
    dialog = QDialog(window)
    dialog.open()
    wait_until(qtbot, dialog.isVisible)
    scene.notifier.clicked.emit()
    assert scene.shown_results == 0
    dialog.reject()
    wait_until(qtbot, lambda: scene.shown_results == 1)


def test_a_click_after_a_failure_only_shows_the_window(qtbot: Any, scene: Scene, window: QWidget) -> None:
    """Where there is no result none is shown: the window tells what went wrong by itself."""
    scene.uploads.begin()
    scene.clock.now += LONG + 1
    scene.uploads.fail(JournalError(reason="locked"))
    wait_until(qtbot, scene.over)
    scene.notifier.clicked.emit()
    assert window.isVisible()
    assert scene.shown_results == 0


def test_a_window_in_front_is_somebody_there(qtbot: Any, window: QWidget) -> None:
    """The real question is answered with yes while one of our windows is in front."""
    shown(qtbot, window).activateWindow()
    wait_until(qtbot, is_active)


# -- the real controller ----------------------------------------------------------------------------------------------


def test_the_real_controller_and_its_threads(qtbot: Any, window: QWidget, tmp_path: Path) -> None:
    """With uploads that run on threads the computer is held while one runs, and let go when it failed."""
    go_on = threading.Event()

    def journal() -> Any:
        go_on.wait(30)
        raise JournalError(reason="locked")

    runner = TaskRunner()
    scene = Scene(window, uploads_on(runner, journal, tmp_path))
    scene.uploads.go_on("u1", lambda: None, None, How.ASK)
    assert scene.awake.asked == ["hold"]
    go_on.set()
    wait_until(qtbot, scene.over)
    assert scene.bar.shown == [(State.NORMAL, None), (State.ERROR, None)]
    assert runner.shutdown(5) == []


def uploads_on(runner: TaskRunner, journal: Callable[[], Any], folder: Path) -> UploadsController:
    return UploadsController(runner, journal, Folders(folder), lambda *_asked: None, Clock())  # type: ignore[arg-type, return-value]


# -- what is told -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "one",
    [
        progress(),
        progress(bytes_sent=30, bytes_total=120),
        progress(bytes_sent=30, bytes_total=120, searching=4),
        progress(bytes_sent=30, bytes_total=120, searching=4, total=0),
        progress(Stage.IMPORTING),
        progress(Stage.IMPORTING, done=3),
        progress(Stage.SETTLED, done=10),
    ],
)
def test_the_taskbar_shows_the_bar_of_the_page(qtbot: Any, one: Progress) -> None:
    """Two bars of one program that tell two things would be one too many."""
    pane = ProgressPane(Clock())
    qtbot.addWidget(pane)
    pane.begin(first_destination())
    pane.set_progress(one)
    bar = pane.panel._bar
    page = None if bar.maximum() == 0 else bar.value() / bar.maximum()
    assert fraction_of(one) == (page if page is None else pytest.approx(page, abs=0.001))


@pytest.mark.parametrize(
    ("one", "good"),
    [
        (ended(), True),
        (ended(rejected=1), False),
        (ended("unknown", unknown=1), False),
        (ended("failed", accepted=0, planned=12), False),
        (ended("cancelled", planned=5), True),
        (ended("cancelled", rejected=1), False),
        (ended("cancelled", unknown=1), False),
    ],
)
def test_a_good_end_leaves_nothing_to_do(one: Ended, good: bool) -> None:
    """All was taken, or the person wanted no more; what was refused, failed or is not known is no good end."""
    assert result_of(one).good is good


def test_a_result_has_counts_and_the_name_of_the_shop_alone() -> None:
    """The name is safe to be shown and in its own direction; systems of items are told as such."""
    name = f"Shop\u202e{'x' * 100}"
    result = result_of(ended(shop=name, accepted=7, system=ITEMS))
    assert (result.reached, result.items) == (7, True)
    assert result.shop.startswith(f"{FSI}Shop⟨202E⟩")
    assert result.shop.endswith(f"…{PDI}")
    assert not result_of(ended()).items


def test_the_practice_shop_has_its_name_in_the_window_s_language() -> None:
    """It is called as the window calls it, and not as it is written down."""
    from hkj_desktop.system.settings import practice_profile
    from hkj_desktop.ui import say

    shop = practice_profile(first_destination())
    one = ended()
    target = replace(one.upload.target, profile_id=shop.id, profile_name=shop.name)
    told = result_of(replace(one, upload=replace(one.upload, target=target))).shop
    assert told == f"{FSI}{say.shop(shop.id, shop.name)}{PDI}"


# -- notices ----------------------------------------------------------------------------------------------------------


class Tray(QObject):
    """A QSystemTrayIcon that keeps what it showed."""

    messageClicked = Signal()  # noqa: N815 - Qt's name
    activated = Signal(object)

    def __init__(self, parent: QObject, icon: QIcon) -> None:
        super().__init__(parent)
        assert not icon.isNull()
        self.visible = False
        self.shown: list[tuple[str, str, QSystemTrayIcon.MessageIcon]] = []

    def show(self) -> None:
        self.visible = True

    def hide(self) -> None:
        self.visible = False

    def showMessage(self, title: str, msg: str, icon: QSystemTrayIcon.MessageIcon, msecs: int) -> None:
        assert self.visible, "a notice of an icon that is not there"
        assert msecs > 1_000
        self.shown.append((title, msg, icon))


class Desk:
    """A Notifier, its tray (where it has one), and the windows that were asked for attention."""

    def __init__(self, window: QWidget, *, has_tray: bool) -> None:
        self.trays: list[Tray] = []
        self.alerted: list[QWidget] = []
        self.clicks: list[bool] = []
        self.wanted = True
        self.has_tray = has_tray
        self.notifier = Notifier(lambda: window, lambda: self.wanted, tray=self.make_tray, alert=self.alerted.append)
        self.notifier.clicked.connect(lambda: self.clicks.append(True))

    def make_tray(self, parent: QObject, icon: QIcon) -> Tray | None:
        if self.has_tray:
            self.trays.append(Tray(parent, icon))
        return self.trays[-1] if self.has_tray else None


@pytest.fixture
def desk(window: QWidget, look: Any) -> Desk:
    return Desk(window, has_tray=True)


def test_a_desktop_with_notices_gets_one(desk: Desk) -> None:
    """The icon is there for as long as the notice is wanted, and is made once."""
    desk.notifier.tell([SHOP])
    assert desk.trays[0].visible
    desk.notifier.withdraw()
    assert not desk.trays[0].visible
    desk.notifier.tell([BAD])
    assert (len(desk.trays), len(desk.trays[0].shown)) == (1, 2)
    kinds = QSystemTrayIcon.MessageIcon
    assert [icon for _, _, icon in desk.trays[0].shown] == [kinds.Information, kinds.Warning]
    assert desk.alerted == []


def test_a_desktop_without_notices_marks_the_window(window: QWidget) -> None:
    """The window asks for attention; where a panel has come since, the next notice is shown there."""
    desk = Desk(window, has_tray=False)
    desk.notifier.withdraw()
    desk.notifier.tell([SHOP])
    assert desk.alerted == [window]
    desk.has_tray = True
    desk.notifier.tell([SHOP])
    assert len(desk.trays[0].shown) == 1
    assert desk.alerted == [window]


def test_nobody_is_told_who_does_not_want_to_be(window: QWidget, desk: Desk) -> None:
    """Switched off there is neither a notice nor a window that asks for attention; it is asked each time."""
    quiet = Desk(window, has_tray=False)
    for one in (desk, quiet):
        one.wanted = False
        one.notifier.tell([SHOP])
    assert (desk.trays, quiet.alerted) == ([], [])
    desk.wanted = True
    desk.notifier.tell([SHOP])
    assert len(desk.trays[0].shown) == 1


def test_both_the_notice_and_its_icon_can_be_clicked(desk: Desk) -> None:
    """Either leads to the window once, and takes the icon away."""
    desk.notifier.tell([SHOP])
    desk.trays[0].messageClicked.emit()
    assert not desk.trays[0].visible
    desk.notifier.tell([SHOP])
    desk.trays[0].activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not desk.trays[0].visible
    assert desk.clicks == [True, True]


@pytest.mark.parametrize(("results", "problems"), [([SHOP], False), ([BAD], True), ([SHOP, BAD], True), ([], True)])
def test_a_title_says_whether_there_were_problems(desk: Desk, results: list[Result], problems: bool) -> None:
    """It names the shop where it is one; an end before there was an upload is no good one."""
    title = desk.notifier.title(results)
    assert ("problems" in title) is problems
    assert ("Al-Noor" in title) is (len(results) == 1)


def test_a_notice_counts_what_reached_each_shop(desk: Desk) -> None:
    """Products or items, as the shop's system counts, in digits that are grouped."""
    shops = [replace(SHOP, reached=20_000), Result("Balad", 3, items=True, good=True)]
    first, second = desk.notifier.body(shops).split("\n")
    assert first.startswith("20,000 product")
    assert first.endswith("reached Al-Noor")
    assert second.startswith("3 item")
    assert second.endswith("reached Balad")


def test_a_notice_of_many_shops_stays_short(desk: Desk) -> None:
    """It names three, and counts the others."""
    lines = desk.notifier.body([SHOP] * 5).split("\n")
    assert len(lines) == 4
    assert "2 more shop" in lines[3]
    assert len(desk.notifier.body([SHOP] * 3).split("\n")) == 3


def test_a_name_that_looks_like_a_placeholder_is_told_as_it_is(desk: Desk) -> None:
    """A shop may be called anything."""
    odd = replace(SHOP, shop="{shop} 12 %n", reached=12)
    assert desk.notifier.body([odd]).endswith("reached {shop} 12 %n")
    assert "{shop} 12 %n" in desk.notifier.title([odd])


def test_a_notice_of_nothing_sends_to_the_window(desk: Desk) -> None:
    """Where nothing was sent, the window knows why, and the notice says so."""
    assert "HKJ Desktop" in desk.notifier.body([])


def test_a_real_icon_is_made_only_where_there_are_notices(
    window: QWidget, look: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a tray, or with one that shows no words, there is none; with both, it is Qt's own."""
    for tray, words in ((False, True), (True, False), (True, True)):
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda tray=tray: tray)
        monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda words=words: words)
        made = make_tray(window, QIcon())
        assert isinstance(made, QSystemTrayIcon) is (tray and words)


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # what Qt's icon misses on a platform without a screen
def test_a_real_icon_tells_of_a_click(window: QWidget, look: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's own icon shows itself with the notice, passes a click on, and is hidden after it."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    clicks: list[bool] = []
    notifier = Notifier(lambda: window, lambda: True)
    notifier.clicked.connect(lambda: clicks.append(True))
    notifier.tell([SHOP])
    (tray,) = notifier.findChildren(QSystemTrayIcon)
    assert tray.isVisible()
    tray.messageClicked.emit()
    assert clicks == [True]
    assert not tray.isVisible()


def test_attention_is_asked_for_until_somebody_comes(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mark on the window's entry does not go by itself."""
    asked: list[tuple[QWidget, int]] = []
    monkeypatch.setattr(notifying.QApplication, "alert", lambda *given: asked.append(given))
    notifying.ask_for_attention(window)
    assert asked == [(window, 0)]
