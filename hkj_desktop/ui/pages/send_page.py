"""Step 4: what will be sent, before it is sent; then true progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto, ltr
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Tone, Type, metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.cards import Card, StatCard
from hkj_desktop.ui.widgets.disclosure import Disclosure
from hkj_desktop.ui.widgets.labels import Label
from hkj_desktop.ui.widgets.page_header import PageHeader
from hkj_desktop.ui.widgets.progress_panel import ProgressPanel, StepState

if TYPE_CHECKING:
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.uploads.progress import Progress

TICK_MS = 1000
SHOWN_EXTRA = 6
#: A speed is told once it rests on this many seconds.
SPEED_AFTER = 0.8
DETAIL_LINES = 200


class SendPage(QWidget):
    """``send_requested(all_rows)``; ``stop_requested``. ``clock``: seconds since 1970."""

    send_requested = Signal(bool)
    stop_requested = Signal()

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._header = PageHeader()
        self._panes = QStackedWidget()
        self.plan = PlanPane()
        self.plan.send.clicked.connect(lambda: self.send_requested.emit(self.plan.all_rows.isChecked()))
        self.progress = ProgressPane(clock)
        self.progress.stop.clicked.connect(self._on_stop)
        self._panes.addWidget(self.plan)
        self._panes.addWidget(self.progress)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(self._header)
        box.addWidget(self._panes, 1)

    def show_plan(self, checked: Checked, shop: str) -> None:
        """What will happen when the button is pressed."""
        self._header.set_title(self.tr("Send to {shop}").format(shop=shop))
        self._header.set_line(self.tr("This is what will happen. Nothing has been sent yet."))
        self.plan.set_checked(checked, shop)
        self._panes.setCurrentWidget(self.plan)

    def show_sending(self, shop: str) -> None:
        """An upload has begun."""
        self._header.set_title(self.tr("Sending to {shop}").format(shop=shop))
        self._header.set_line(self.tr("You may close this window: what was sent is written down."))
        self.progress.begin()
        self._panes.setCurrentWidget(self.progress)

    def _on_stop(self) -> None:
        self.progress.set_stopping()
        self.stop_requested.emit()


class PlanPane(QWidget):
    """Counts of what is sent and what stays behind, and one big button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._total = self._ready = 0
        self._sent = StatCard(self.tr("Will be sent"), tone=Tone.GOOD)
        self._behind = StatCard(self.tr("Stay behind: problems"))
        self._look = StatCard(self.tr("Of these, worth a look"), tone=Tone.WARN)
        cards = QHBoxLayout()
        cards.setSpacing(m.space_l)
        for figure in (self._sent, self._look, self._behind):
            cards.addWidget(figure, 1)
        self._words = Label("", Type.BODY, wrap=True)
        self._extra = Label("", Type.BODY, wrap=True)
        self.columns = Button(self.tr("Choose what is sent…"), Icon.COLUMNS)
        extra = QHBoxLayout()
        extra.setSpacing(m.space_m)
        extra.addWidget(self._extra, 1)
        extra.addWidget(self.columns)
        self.all_rows = QCheckBox(self.tr("Send the products with problems too, and let the shop judge"))
        self.all_rows.toggled.connect(lambda _on: self._show())
        self.send = Button("", Icon.SEND, kind=Kind.PRIMARY, main=True)
        foot = QHBoxLayout()
        foot.addWidget(self.send)
        foot.addStretch(1)
        card = Card()
        card.body.setSpacing(m.space_l)
        card.body.addWidget(self._words)
        card.body.addLayout(extra)
        card.body.addWidget(self.all_rows)
        card.body.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addLayout(cards)
        box.addWidget(card)
        box.addStretch(1)
        self._shop = ""
        self._file = ""

    def set_checked(self, checked: Checked, shop: str) -> None:
        counts = checked.counts
        self._shop, self._file = shop, checked.catalog.name
        self._total, self._ready = counts.total, counts.ready
        self._look.set_value(say.number(counts.worth_a_look), Tone.WARN if counts.worth_a_look else Tone.NEUTRAL)
        self._show_extra(checked.products.passed)
        self.all_rows.setChecked(False)
        self.all_rows.setVisible(counts.with_error > 0)
        self._show()

    def _show_extra(self, headers: tuple[str, ...]) -> None:
        """Columns that are sent under their own names: nobody should send a purchase price unawares."""
        self._extra.setVisible(bool(headers))
        self.columns.setVisible(bool(headers))
        names = ", ".join(isolate_auto(display_safe(header, 40)) for header in headers[:SHOWN_EXTRA])
        more = f" +{len(headers) - SHOWN_EXTRA}" if len(headers) > SHOWN_EXTRA else ""
        self._extra.setText(self.tr("Sent too, as they stand in your file: {columns}").format(columns=names + more))

    def _show(self) -> None:
        sent = self._total if self.all_rows.isChecked() else self._ready
        behind = self._total - sent
        self._sent.set_value(say.number(sent), Tone.GOOD if sent else Tone.NEUTRAL)
        self._behind.set_value(say.number(behind), Tone.ERROR if behind else Tone.NEUTRAL)
        words = self.tr(
            "The shop adds the products that it does not have and replaces those that it has. Nothing is deleted."
        )
        if behind:
            later = self.tr("Products of {file} that stay behind can be corrected and sent later.")
            words = f"{words} {later.format(file=isolate_auto(display_safe(self._file, 80)))}"
        self._words.setText(words)
        self.send.setText(say.counted(self.tr("Send %n product(s)", "", sent), sent))
        self.send.updateGeometry()
        self.send.setEnabled(sent > 0)


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
        self.panel = ProgressPanel()
        self.panel.set_bar_name(self.tr("Progress"))
        self.accepted = StatCard(self.tr("Accepted so far"), "0", Tone.GOOD)
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
        self._details.setFixedHeight(180)
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

    def begin(self) -> None:
        """A new upload: nothing of the last one stays."""
        self._progress = None
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

    def end(self) -> None:
        """The upload has ended."""
        self._tick.stop()

    def set_stopping(self) -> None:
        self._stopping = True
        self.stop.setEnabled(False)
        self.stop.setText(self.tr("Stopping…"))
        self.panel.set_line(self.tr("Stopping: finding out what got through"))

    def set_progress(self, progress: Progress) -> None:
        """Show what is known now."""
        before, self._progress = self._progress, progress
        if before is None or before.stage != progress.stage:
            self._import_began = self._clock()
        if progress.stage == "sending":
            self._show_bytes(progress)
        else:
            self._show_products(progress)
        self.accepted.set_value(say.number(progress.accepted), Tone.GOOD if progress.accepted else Tone.NEUTRAL)
        self.rejected.set_value(say.number(progress.rejected), Tone.ERROR if progress.rejected else Tone.NEUTRAL)
        self.unknown.set_value(say.number(progress.unknown), Tone.NEUTRAL)
        self.behind.set_value(say.number(progress.left_out), Tone.NEUTRAL)
        self._show_side()
        line = f"{progress.stage}  {progress.bytes_sent}/{progress.bytes_total} B  {progress.done}/{progress.total}"
        self._details.appendPlainText(f"{say.moment(self._clock())[1:-1]}  {line}  batch {progress.batch_id or '-'}")

    def _show_bytes(self, progress: Progress) -> None:
        self.panel.set_figure(
            say.size(progress.bytes_sent), self.tr("of {size}").format(size=say.size(progress.bytes_total))
        )
        if not self._stopping:
            self.panel.set_line(self.tr("Sending the catalogue to the shop"))
        self.panel.set_fraction(progress.bytes_sent / progress.bytes_total if progress.bytes_total else None)
        self._show_steps("send", progress.bytes_sent)

    def _show_products(self, progress: Progress) -> None:
        of = say.counted(self.tr("of %n product(s)", "", progress.total), progress.total)
        self.panel.set_figure(say.number(progress.done), of)
        if progress.trouble:
            title = say.code(progress.trouble, {}).title
            self.panel.set_line(self.tr("{trouble}. Asking again by itself.").format(trouble=title))
        elif not self._stopping:
            speed = self._speed(progress)
            reading = self.tr("The shop is reading them, about {n} a second").format(n=say.number(round(speed)))
            self.panel.set_line(reading if speed >= 1 else self.tr("The shop is reading them"))
        self.panel.set_fraction(progress.done / progress.total if progress.done else None)
        self._show_steps("import", progress.bytes_total)

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
