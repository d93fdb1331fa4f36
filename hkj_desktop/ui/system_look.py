"""What the computer asks of the look of programs: light or dark, high contrast, whether things move; followed live."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from hkj_desktop.system.motion import Sources, answered_motion, has_dark_ground, motion_question, wants_motion
from hkj_desktop.ui.theme_parts import Mode

#: Platforms of Qt without a screen: nobody looks, so nobody is asked, and nothing needs to come gently.
SCREENLESS = frozenset({"offscreen", "minimal"})
_SCHEMES = {Mode.SYSTEM: Qt.ColorScheme.Unknown, Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark}


class SystemLook(QObject):
    """``changed`` when one of the answers may be another."""

    changed = Signal()

    def __init__(self, app: QApplication, sources: Sources | None = None) -> None:
        super().__init__(app)
        self._hints: QStyleHints = app.styleHints()
        self._sources = sources or Sources()
        #: Whether there is a screen on which somebody sees things move.
        self.is_seen = app.platformName() not in SCREENLESS
        self._moves = not self.is_seen or wants_motion(self._sources)
        self._answered: bool | None = None
        self._hints.colorSchemeChanged.connect(self._tell)
        accessibility = getattr(self._hints, "accessibility", None)  # since Qt 6.10
        self._accessibility = accessibility() if accessibility is not None else None
        if self._accessibility is not None:
            self._accessibility.contrastPreferenceChanged.connect(self._tell)
        app.applicationStateChanged.connect(self._look_again)
        if self.is_seen:
            QTimer.singleShot(0, self, self._ask)

    def is_dark(self) -> bool:
        scheme = self._hints.colorScheme()
        if scheme == Qt.ColorScheme.Unknown and self.has_contrast():
            return has_dark_ground(self._sources)
        return scheme == Qt.ColorScheme.Dark

    def has_contrast(self) -> bool:
        if self._accessibility is None:
            return False
        return bool(self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast)

    def moves(self) -> bool:
        return self._moves and self._answered is not False

    def set_mode(self, mode: Mode) -> None:
        """Have the frame that the system draws follow."""
        self._hints.setColorScheme(_SCHEMES[mode])

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot(Qt.ApplicationState)
    def _look_again(self, state: Qt.ApplicationState) -> None:
        """No signal tells of motion; who changes it comes back to the window afterwards."""
        if state == Qt.ApplicationState.ApplicationActive and self.is_seen:
            moves, self._moves = self._moves, wants_motion(self._sources)
            if moves != self._moves:
                self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        """Where only a program of the desktop tells of motion, ask it beside the start."""
        question = motion_question(self._sources)
        if question:
            process = QProcess(self)
            process.finished.connect(self._on_answered)
            process.errorOccurred.connect(process.deleteLater)
            process.start(question[0], question[1:])

    @Slot()
    def _on_answered(self) -> None:
        process = self.sender()
        if isinstance(process, QProcess):
            self._answered = answered_motion(bytes(process.readAllStandardOutput().data()).decode(errors="replace"))
            process.deleteLater()
            if not self._answered:
                self.changed.emit()
