"""What is left to the computer is followed while the program runs; what is chosen is not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hkj_desktop.system import motion
from hkj_desktop.system.motion import Sources
from hkj_desktop.system.settings import Choice
from hkj_desktop.ui import theme
from hkj_desktop.ui.system_look import SystemLook
from hkj_desktop.ui.theme import Mode, Role, ThemeManager, Type, metrics, px
from hkj_desktop.ui.widgets.progress_panel import ProgressBar, Spinner
from tests.helpers.ui import wait_until


class FakeSystem(SystemLook):
    """A computer whose settings a test can change."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.dark = self.high = False
        self.moving = True

    def is_dark(self) -> bool:
        return self.dark

    def has_contrast(self) -> bool:
        return self.high

    def moves(self) -> bool:
        return self.moving

    def set(self, **values: bool) -> None:
        """Change something, and say so."""
        for name, value in values.items():
            setattr(self, name, value)
        self.changed.emit()


class Desk:
    """A manager on a fake computer, and how often it told of a change."""

    def __init__(self, app: QApplication, **choices: Any) -> None:
        self.system = FakeSystem(app)
        self.manager = ThemeManager(app, choices.pop("mode", Mode.SYSTEM), system=self.system, **choices)
        self.told = 0
        self.manager.changed.connect(self._count)

    def _count(self) -> None:
        self.told += 1


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qapp)
    yield made
    gone(made.manager, qapp)


def gone(manager: ThemeManager, app: QApplication) -> None:
    """Leave the next test the light theme of everybody."""
    manager.setParent(None)
    manager.deleteLater()
    ThemeManager(app, Mode.LIGHT)
    app.setStyleSheet("")


def test_light_and_dark_follow_the_system(desk: Desk) -> None:
    """In system mode the look changes when the system says so; in a mode that was chosen it does not."""
    assert not theme.current().dark
    desk.system.set(dark=True)
    assert theme.current().dark
    desk.manager.set_mode(Mode.LIGHT)
    desk.system.set(dark=False)
    desk.system.set(dark=True)
    assert not theme.current().dark
    assert desk.told == 2


def test_high_contrast_follows_the_system(qapp: QApplication, desk: Desk) -> None:
    """Contrast left to the system changes with it, in light and in dark; on and off are on and off."""
    desk.system.set(high=True)
    assert theme.current().contrast
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.current().color(Role.WINDOW)
    assert metrics().line > 1
    desk.system.set(dark=True)
    assert theme.current().contrast
    assert theme.current().dark
    desk.manager.set_contrast(Choice.OFF)
    assert not theme.current().contrast
    desk.system.set(high=False)
    desk.manager.set_contrast(Choice.ON)
    assert theme.current().contrast


def test_motion_follows_the_system(desk: Desk) -> None:
    """Motion left to the system changes with it; on and off are on and off."""
    assert not theme.current().reduced_motion
    desk.system.set(moving=False)
    assert theme.current().reduced_motion
    desk.manager.set_motion(Choice.ON)
    assert not theme.current().reduced_motion
    desk.manager.set_motion(Choice.OFF)
    assert theme.current().reduced_motion


def test_only_what_is_another_look_touches_every_widget(qapp: QApplication, desk: Desk, qtbot: QtBot) -> None:
    """Motion changes no palette and no style sheet, and what is as it was before is not even told."""
    button = QPushButton()
    qtbot.addWidget(button)
    styled: list[str] = []
    button.changeEvent = lambda event: styled.append(event.type().name)  # type: ignore[method-assign]
    button.show()
    styled.clear()
    desk.manager.set_motion(Choice.OFF)
    assert desk.told == 1
    desk.manager.set_motion(Choice.OFF)
    desk.manager.set_contrast(Choice.OFF)
    desk.manager.set_mode(Mode.LIGHT)
    desk.manager.set_size(100)
    desk.system.changed.emit()
    assert desk.told == 1
    assert styled == []
    desk.manager.set_mode(Mode.DARK)
    assert desk.told == 2
    assert "StyleChange" in styled


def test_what_moves_stops_and_starts_at_once(desk: Desk, qtbot: QtBot) -> None:
    """A spinner and an open bar that are seen rest when less motion is wanted, and go on when it no longer is."""
    spinner, bar = Spinner(), ProgressBar()
    bar.set_fraction(None)
    for part in (spinner, bar):
        qtbot.addWidget(part)
        part.show()
    assert spinner.is_turning()
    assert bar._timer.isActive()
    desk.system.set(moving=False)
    assert not spinner.is_turning()
    assert not bar._timer.isActive()
    desk.system.set(moving=True)
    assert spinner.is_turning()
    assert bar._timer.isActive()


def test_the_size_is_that_of_everything(qapp: QApplication, desk: Desk) -> None:
    """Fonts, measures and the pixels of the style sheet grow together, and go back to what they were."""
    before = qapp.styleSheet()
    assert (metrics().control, px(9), theme.current().font(Type.BODY).pixelSize()) == (34, 9, 13)
    desk.manager.set_size(150)
    assert (metrics().control, metrics().rail, px(10)) == (51, 324, 15)
    assert theme.current().font(Type.FIGURE).pixelSize() == 42
    assert qapp.font().pixelSize() == theme.current().font(Type.BODY).pixelSize()
    assert f"min-height: {51 - 2 * metrics().line}px" in qapp.styleSheet()
    assert desk.told == 1
    desk.manager.set_size(100)
    assert qapp.styleSheet() == before


@pytest.mark.parametrize("size", [100, 115, 130, 150])
def test_no_frame_is_a_blur(qapp: QApplication, size: int) -> None:
    """Frames and rings are whole pixels, in high contrast thicker, and a ring is always stronger than a frame."""
    usual, high = (theme.Theme(dark=False, family="", contrast=contrast, size=size) for contrast in (False, True))
    assert 1 <= usual.metrics.line < high.metrics.line < high.metrics.ring
    assert usual.metrics.line < usual.metrics.ring < high.metrics.ring


def test_the_old_way_of_saying_still_works(qapp: QApplication) -> None:
    """``reduced_motion`` says what ``motion`` says, and a theme by itself is the usual one."""
    manager = ThemeManager(qapp, Mode.LIGHT, reduced_motion=True)
    assert manager.motion is Choice.OFF
    assert theme.current().reduced_motion
    gone(manager, qapp)
    plain = theme.Theme(dark=True, family="")
    assert (plain.contrast, plain.size, plain.reduced_motion, plain.fades) == (False, 100, False, False)


# The computer itself ------------------------------------------------------------------------------------


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if there were a screen."""
    monkeypatch.setattr("hkj_desktop.ui.system_look.SCREENLESS", frozenset())


def test_the_signals_of_qt_reach_the_look(qapp: QApplication) -> None:
    """Qt's own signals of light and dark, and of contrast where Qt has it, are passed on."""
    system = SystemLook(qapp)
    told: list[bool] = []
    system.changed.connect(lambda: told.append(True))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told == [True]
    accessibility = qapp.styleHints().accessibility()
    accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert told == [True, True]
    assert system.has_contrast() == (accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast)
    system.deleteLater()


def test_an_older_qt_has_the_usual_contrast(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Qt does not tell of contrast, nothing fails and contrast is not high."""
    hints = type("Hints", (), {"colorSchemeChanged": qapp.styleHints().colorSchemeChanged})()
    monkeypatch.setattr(qapp, "styleHints", lambda: hints, raising=False)
    system = SystemLook(qapp)
    assert not system.has_contrast()
    system.deleteLater()


def test_a_dark_high_contrast_of_windows_is_dark(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a high contrast theme Qt says neither light nor dark on Windows; the ground of windows does."""
    grounds = [0x000000]
    system = SystemLook(qapp, Sources(platform="win32", windows_ground=lambda: grounds[0]))
    monkeypatch.setattr(system, "has_contrast", lambda: True)
    assert system.is_dark()
    grounds[0] = 0xFFFFFF
    assert not system.is_dark()
    system.deleteLater()


def test_motion_is_read_again_when_the_window_comes_back(qapp: QApplication, seen: None) -> None:
    """No signal tells of motion: it is read when one of our windows comes to the front."""
    animates = [True]
    system = SystemLook(qapp, Sources(platform="win32", windows_animates=lambda: animates[0]))
    told: list[bool] = []
    system.changed.connect(lambda: told.append(system.moves()))
    assert system.moves()
    animates[0] = False
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert told == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert told == [False]
    system.deleteLater()


def asked(monkeypatch: pytest.MonkeyPatch, app: QApplication, program: str, *arguments: str) -> SystemLook:
    monkeypatch.setattr("hkj_desktop.ui.system_look.motion_question", lambda _given: [program, *arguments])
    return SystemLook(app, Sources(platform="linux", desktop="GNOME"))


def test_a_desktop_that_must_be_asked_is_asked_beside_the_start(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, seen: None
) -> None:
    """Things move until a program of the desktop has answered that they are not to."""
    system = asked(monkeypatch, qapp, sys.executable, "-c", "print('false')")
    assert system.moves()
    with qtbot.waitSignal(system.changed, timeout=15000):
        pass
    assert not system.moves()
    system.deleteLater()


def test_a_desktop_without_that_program_moves(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, seen: None
) -> None:
    """A program that cannot be started leaves nothing behind, and things move."""
    system = asked(monkeypatch, qapp, "/nowhere/gsettings")
    wait_until(qtbot, lambda: not system.children())
    assert system.moves()
    system.deleteLater()


def test_without_a_screen_nobody_is_asked(qapp: QApplication) -> None:
    """Where nobody looks, the computer's own settings decide nothing: tests and pictures are the same everywhere."""
    assert QGuiApplication.platformName() == "offscreen"
    system = SystemLook(qapp, Sources(platform="win32", windows_animates=lambda: pytest.fail("asked")))
    assert system.moves()
    assert motion.wants_motion(Sources(platform="win32", windows_animates=lambda: None))
    system.deleteLater()
