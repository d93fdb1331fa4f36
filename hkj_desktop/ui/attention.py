"""What the computer does while an upload runs: it stays awake, shows how far it is, and tells when it has ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hkj_desktop.errors import AppError
from hkj_desktop.system.awake import Awake
from hkj_desktop.system.destinations import Unit, destination
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.controllers.uploads import Ended, UploadsController
from hkj_desktop.ui.notifying import Notifier, Result
from hkj_desktop.ui.single import after_dialogs, come_forward
from hkj_desktop.ui.taskbar import State, Taskbar

if TYPE_CHECKING:
    from hkj_desktop.uploads.progress import Progress

#: The end of an upload that took longer than this is told, in seconds: of a shorter one, the person is still there.
LONG = 20.0
LONGEST_NAME = 60


def is_active() -> bool:
    """Whether the person is in one of the program's windows, a dialog of the computer's own among them."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


class Attention(QObject):
    """One for the program, on the UI thread. Uploads to several shops one after the other are one run.

    ``window()``: the program's own at that time; ``show_result()``: go to what came out, for somebody who clicked a
    notice; ``clock``: seconds from any moment that is always the same; ``active()``: whether one of our windows is in
    front.
    """

    def __init__(
        self,
        uploads: UploadsController,
        window: Callable[[], QWidget],
        show_result: Callable[[], None],
        awake: Awake,
        taskbar: Taskbar,
        notifier: Notifier,
        clock: Callable[[], float],
        parent: QObject | None = None,
        *,
        active: Callable[[], bool] = is_active,
    ) -> None:
        super().__init__(parent)
        self._uploads = uploads
        self._window = window
        self._show_result = show_result
        self._awake = awake
        self._taskbar = taskbar
        self._notifier = notifier
        self._clock = clock
        self._active = active
        #: When the run began; None between two.
        self._began: float | None = None
        self._results: list[Result] = []
        self._broke = False
        # Whoever sends to the next shop does so while being told of the end of the last one, before us or after us:
        # whether a run has ended is seen once everybody was told.
        self._look = QTimer(self, interval=0, singleShot=True)
        self._look.timeout.connect(self._end_if_over)
        uploads.started.connect(self._on_started)
        uploads.progressed.connect(self._on_progress)
        uploads.ended.connect(self._on_ended)
        uploads.failed.connect(self._on_failed)
        notifier.clicked.connect(self._on_clicked)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)

    def close(self) -> None:
        """The program ends: nothing of it stays behind, whatever still runs. May be called again."""
        self._look.stop()
        self._began = None
        self._awake.release()
        self._taskbar.set_state(State.NONE)
        self._notifier.withdraw()

    def show_again(self) -> None:
        """The window was made anew, and is on the screen."""
        self._taskbar.show_again()

    @Slot()
    def _on_started(self) -> None:
        if not self._uploads.is_busy():
            return  # it ended before it was told to have begun
        if self._began is None:
            self._began = self._clock()
            self._results, self._broke = [], False
            self._notifier.withdraw()
            self._awake.hold(self.tr("Sending a catalogue"))
        self._taskbar.set_progress(None)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        if self._began is not None:
            self._taskbar.set_progress(fraction_of(progress))

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        self._results.append(result_of(ended))
        self._look.start()

    @Slot(object)
    def _on_failed(self, error: AppError | None) -> None:
        """None: there was nothing to send, or the person stopped it before anything was."""
        self._broke = self._broke or error is not None
        self._look.start()

    @Slot()
    def _end_if_over(self) -> None:
        if self._began is None or self._uploads.is_busy():
            return
        took, self._began = self._clock() - self._began, None
        self._awake.release()
        away = not self._active()
        bad = self._broke or not all(one.good for one in self._results)
        self._taskbar.set_state(State.ERROR if bad and away else State.NONE)
        if away and took > LONG and (self._results or self._broke):
            self._notifier.tell(self._results)

    @Slot(Qt.ApplicationState)
    def _on_application_state(self, _state: Qt.ApplicationState) -> None:
        """Somebody who comes to the window sees in it what there was to tell."""
        if self._active():
            self._notifier.withdraw()
            if self._began is None:
                self._taskbar.set_state(State.NONE)

    @Slot()
    def _on_clicked(self) -> None:
        come_forward(self._window())
        if self._results:
            after_dialogs(self._show_result)


def fraction_of(progress: Progress) -> float | None:
    """How much is done, from 0 to 1, None where nobody knows: as the bar on the page has it."""
    if progress.stage != "sending":
        return progress.done / progress.total if progress.done else None
    if progress.searching:
        return max(0, progress.total - progress.searching) / progress.total if progress.total else None
    return progress.bytes_sent / progress.bytes_total if progress.bytes_total else None


def result_of(ended: Ended) -> Result:
    """What a notice tells of an upload. One that the person stopped is as they wanted it, if nothing was refused and
    nothing is unknown."""
    upload = ended.upload
    target = upload.target
    name = say.shop(target.profile_id, target.profile_name)
    done = upload.outcome == "done" and upload.settled
    stopped = upload.outcome == "cancelled" and not upload.unknown
    return Result(
        shop=isolate_auto(display_safe(name, LONGEST_NAME)),
        reached=upload.accepted,
        items=destination(target.destination).unit is Unit.ITEM,
        good=not upload.rejected and (done or stopped),
    )
