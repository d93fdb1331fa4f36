"""Step 4, under way: bytes up, then products done; what is known, and what keeps us from going on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hkj_desktop.system.destinations import Destination, Unit, first_destination
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import ltr
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Tone, metrics, px
from hkj_desktop.ui.widgets.banner import announce
from hkj_desktop.ui.widgets.buttons import Button
from hkj_desktop.ui.widgets.cards import StatCard
from hkj_desktop.ui.widgets.disclosure import Disclosure
from hkj_desktop.ui.widgets.progress_panel import ProgressPanel, StepState

if TYPE_CHECKING:
    from hkj_desktop.uploads.progress import Progress

TICK_MS = 1000
#: A speed is told once it rests on this many seconds.
SPEED_AFTER = 0.8
DETAIL_LINES = 200
QUARTERS = 4


class ProgressPane(QWidget):
    """Bytes up, then products done; speed, time left, last answer; accepted, refused and not known yet."""

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._clock = clock
        self._progress: Progress | None = None
        self._began = 0.0
        self._import_began = 0.0
        self._stopping = False
        self._told = ("", 0)
        self._system = first_destination()
        self.panel = ProgressPanel()
        self.panel.set_bar_name(self.tr("Progress"))
        self.accepted = StatCard(self.tr("Taken by the shop so far"), "0", Tone.GOOD)
        self.rejected = StatCard(self.tr("Refused so far"), "0")
        self.unknown = StatCard(self.tr("Not known yet"), "0")
        self.behind = StatCard(self.tr("Stayed behind: problems"), "0")
        cards = QHBoxLayout()
        cards.setSpacing(m.space_l)
        for card in (self.accepted, self.rejected, self.unknown, self.behind):
            cards.addWidget(card, 1)
        self.stop = Button(self.tr("Stop sending"), Icon.X)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setMaximumBlockCount(DETAIL_LINES)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setFixedHeight(px(180))
        ltr(self._details)
        self._disclosure = Disclosure(self.tr("Details"), self._details)
        row = QHBoxLayout()
        row.addWidget(self.stop)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(self.panel)
        box.addLayout(cards)
        box.addLayout(row)
        box.addWidget(self._disclosure)
        box.addStretch(1)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_side)

    @property
    def last(self) -> Progress | None:
        """What was last shown."""
        return self._progress

    def begin(self, system: Destination) -> None:
        """A new upload to a shop of ``system``: nothing of the last one stays."""
        self._progress = None
        self._system = system
        self._stopping = False
        self._began = self._import_began = self._clock()
        self._details.clear()
        self.stop.setEnabled(True)
        self.stop.setText(self.tr("Stop sending"))
        for card in (self.accepted, self.rejected, self.unknown, self.behind):
            card.set_value("0", Tone.NEUTRAL)
        self.panel.set_figure("…")
        self.panel.set_line(self.tr("Getting the products ready"))
        self.panel.set_side("")
        self.panel.set_fraction(None)
        self._show_steps("prepare", 0)
        self._tick.start()

    def take_over(self, old: ProgressPane) -> None:
        """Go on where ``old`` stands."""
        self.begin(old._system)
        self._began, self._import_began = old._began, old._import_began
        self._stopping = old._stopping
        if old._progress is not None:
            self.set_progress(old._progress)
        self._import_began = old._import_began
        if old._stopping:
            self.set_stopping()
        self._details.setPlainText(old._details.toPlainText())
        self._disclosure.set_open(old._disclosure.is_open())

    def end(self) -> None:
        """The upload has ended."""
        self._tick.stop()

    def set_stopping(self) -> None:
        self._stopping = True
        self.stop.setEnabled(False)
        self.stop.setText(self.tr("Stopping…"))
        self.panel.set_line(self.tr("Stopping as soon as what is under way is answered"))

    def set_progress(self, progress: Progress) -> None:
        """Show what is known now."""
        before, self._progress = self._progress, progress
        if before is None or before.stage != progress.stage:
            self._import_began = self._clock()
        if progress.stage == "sending" and progress.searching:
            self._show_search(progress)
        elif progress.stage == "sending":
            self._show_bytes(progress)
        else:
            self._show_products(progress)
        self.accepted.set_value(say.number(progress.accepted), Tone.GOOD if progress.accepted else Tone.NEUTRAL)
        self.rejected.set_value(say.number(progress.rejected), Tone.ERROR if progress.rejected else Tone.NEUTRAL)
        self.unknown.set_value(say.number(progress.unknown), Tone.NEUTRAL)
        self.behind.set_value(say.number(progress.left_out), Tone.NEUTRAL)
        self._show_side()
        self._tell(progress)
        line = f"{progress.stage}  {progress.bytes_sent}/{progress.bytes_total} B  {progress.done}/{progress.total}"
        line = f"{line}  batch {progress.batch_id or '-'}  {progress.requests} requests  {progress.trouble or ''}"
        self._details.appendPlainText(f"{say.moment(self._clock())[1:-1]}  {line}".rstrip())

    def _tell(self, progress: Progress) -> None:
        """Say aloud how far it is, a few times in all."""
        part = (progress.stage, progress.done * QUARTERS // progress.total if progress.total else 0)
        if part != self._told:
            self._told = part
            announce(self.panel, self.panel.said())

    def _show_search(self, progress: Progress) -> None:
        """The shop refused a list as a whole: it is being found out which of it is at fault."""
        sent = max(0, progress.total - progress.searching)
        of = self.tr("of %n item(s) settled or sent", "", progress.total)
        self.panel.set_figure(say.number(sent), say.counted(of, progress.total))
        text = self.tr("The shop refused a list because of something in it: finding out what")
        self.panel.set_line(self._trouble(progress) if progress.trouble else text)
        self.panel.set_fraction(sent / progress.total if progress.total else None)
        self._show_steps("send", progress.bytes_sent)

    def _show_bytes(self, progress: Progress) -> None:
        self.panel.set_figure(
            say.size(progress.bytes_sent), self.tr("of {size}").format(size=say.size(progress.bytes_total))
        )
        if progress.trouble:
            self.panel.set_line(self._trouble(progress))
        elif not self._stopping:
            self.panel.set_line(self._rest(progress) or self.tr("Sending the catalogue to the shop"))
        self.panel.set_fraction(progress.bytes_sent / progress.bytes_total if progress.bytes_total else None)
        self._show_steps("send", progress.bytes_sent)

    def _show_products(self, progress: Progress) -> None:
        self._show_figure(progress)
        if progress.trouble:
            self.panel.set_line(self._trouble(progress))
        elif progress.rest and not self._stopping:
            self.panel.set_line(self._rest(progress))
        elif not self._stopping:
            self.panel.set_line(self._reading(progress))
        self.panel.set_fraction(progress.done / progress.total if progress.done else None)
        self._show_steps("import", progress.bytes_total)

    def _show_figure(self, progress: Progress) -> None:
        """How many are done; where the system does not tell that before the end, how many it has."""
        items, total = self._system.unit is Unit.ITEM, progress.total
        if not self._system.counts and not progress.done:
            sent = self.tr("%n item(s) sent", "", total) if items else self.tr("%n product(s) sent", "", total)
            self.panel.set_figure(say.counted(sent, total))
            return
        of = self.tr("of %n item(s)", "", total) if items else self.tr("of %n product(s)", "", total)
        self.panel.set_figure(say.number(progress.done), say.counted(of, total))

    def _reading(self, progress: Progress) -> str:
        speed = self._speed(progress)
        if speed >= 1:
            return self.tr("The shop is reading them, about {n} a second").format(n=say.number(round(speed)))
        if not self._system.counts:
            return self.tr("The shop is reading them, and says at the end what became of each")
        return self.tr("The shop is reading them")

    def _trouble(self, progress: Progress) -> str:
        """What keeps us from going on, and that nobody has to do anything."""
        title = say.code(progress.trouble or "", {"reason": progress.reason}).title
        return self.tr("{trouble}. Trying again by itself.").format(trouble=title)

    def _rest(self, progress: Progress) -> str:
        """Why products go once more; "" where none does."""
        if not progress.rest:
            return ""
        text = self.tr("The shop did not name all that it refused: asking about %n product(s) again", "", progress.rest)
        return say.counted(text, progress.rest)

    def _speed(self, progress: Progress) -> float:
        seconds = self._clock() - self._import_began
        return progress.done / seconds if seconds > SPEED_AFTER else 0.0

    def _show_side(self) -> None:
        progress = self._progress
        if progress is None:
            return
        left = ""
        if progress.stage == "importing" and (speed := self._speed(progress)) and progress.done < progress.total:
            left = self.tr("about {time} left").format(time=say.duration((progress.total - progress.done) / speed))
        answered = ""
        if progress.answered is not None:
            answered = self.tr("last answer {time} ago").format(time=say.duration(self._clock() - progress.answered))
        self.panel.set_side(left, answered)

    def _show_steps(self, at: str, sent: int) -> None:
        order = ("send", "import", "settle")
        here = order.index(at) if at in order else -1
        words = (
            self.tr("{size} sent").format(size=say.size(sent)) if here >= 0 else self.tr("Send the catalogue"),
            self.tr("Products being imported"),
            self.tr("Every row accounted for"),
        )
        spoken = {
            StepState.DONE: self.tr("done"),
            StepState.ACTIVE: self.tr("under way"),
            StepState.WAITING: self.tr("waiting"),
        }
        steps = []
        for n, text in enumerate(words):
            state = StepState.DONE if n < here else (StepState.ACTIVE if n == max(here, 0) else StepState.WAITING)
            steps.append((text, state, spoken[state]))
        self.panel.set_steps(steps)
