"""Step 4: what will be sent, before it is sent, shop by shop; then true progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.legs import Leg, LegState, Order
from hkj_desktop.ui.pages.plan_pane import PlanPane
from hkj_desktop.ui.pages.progress_pane import ProgressPane
from hkj_desktop.ui.theme import Tone, metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.leg_list import LegLine, LegList
from hkj_desktop.ui.widgets.page_header import PageHeader
from hkj_desktop.ui.widgets.shop_tabs import ShopTabs

if TYPE_CHECKING:
    from hkj_desktop.system.destinations import Destination
    from hkj_desktop.ui.opened import Opened
    from hkj_desktop.uploads.compare import Comparison
    from hkj_desktop.uploads.progress import Progress


class SendPage(QWidget):
    """``send_requested(list of Order)``; ``stop_requested``; ``compare_requested(shop, all_rows)``: somebody has to
    find out what is new there, for :meth:`set_comparison`. ``clock``: seconds since 1970."""

    send_requested = Signal(list)
    stop_requested = Signal()
    compare_requested = Signal(str, bool)

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PageHeader()
        self._names: dict[str, str] = {}
        self._tabs = ShopTabs(self.tr("Shop"))
        self._tabs.chosen.connect(self.show_plan_of)
        self.send_all = Button("", Icon.SEND, kind=Kind.PRIMARY, main=True)
        self.send_all.clicked.connect(self._on_send)
        row = QHBoxLayout()
        row.setSpacing(metrics().space_l)
        row.addWidget(self._tabs, 1)
        row.addWidget(self.send_all)
        self._plans: list[PlanPane] = []
        self._shown: list[PlanPane] = []  # those of the shops that the file goes to
        self._plan_stack = QStackedWidget()
        self._new_pane()
        plans = QWidget()
        box = QVBoxLayout(plans)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().space_l)
        box.addLayout(row)
        box.addWidget(self._plan_stack, 1)
        self.legs = LegList()
        self.progress = ProgressPane(clock)
        self.progress.stop.clicked.connect(self._on_stop)
        sending = QWidget()
        box = QVBoxLayout(sending)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().space_l)
        box.addWidget(self.legs)
        box.addWidget(self.progress, 1)
        self._panes = QStackedWidget()
        self._panes.addWidget(plans)
        self._panes.addWidget(sending)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().space_l)
        box.addWidget(self._header)
        box.addWidget(self._panes, 1)

    @property
    def plan(self) -> PlanPane:
        """The plan that is shown."""
        return self._plans[self._plan_stack.currentIndex()]

    def plan_of(self, shop_id: str) -> PlanPane | None:
        return next((pane for pane in self._shown if pane.shop_id == shop_id), None)

    def _new_pane(self) -> PlanPane:
        pane = PlanPane()
        pane.send.clicked.connect(self._on_send)
        pane.all_rows.toggled.connect(lambda _on: self._compare(pane))
        pane.changed.connect(self._show_numbers)
        self._plans.append(pane)
        self._plan_stack.addWidget(pane)
        return pane

    # -- plans --------------------------------------------------------------------------------------------------------

    def show_plans(self, file: Opened, *, ready: bool = True) -> None:
        """What will happen when the button is pressed. ``ready``: the file was checked for the shops in use; while it
        is not, nothing can be sent."""
        self._names = {shop.id: say.shop(shop.id, shop.name) for shop in file.shops}
        while len(self._plans) < len(file.shops):
            self._new_pane()
        self._shown = self._plans[: len(file.shops)]
        chosen = self._tabs.chosen_key() if self._tabs.chosen_key() in self._names else file.shops[0].id
        for pane, shop in zip(self._shown, file.shops, strict=True):
            pane.set_file(file, shop.id, alone=len(file.shops) == 1)
        self._tabs.set_shops(list(self._names.items()), chosen)
        self._show_words(file)
        self.show_plan_of(chosen)
        self._panes.setCurrentIndex(0)
        for pane in self._shown:
            if ready:
                self._compare(pane)
            else:
                pane.set_blocked(self.tr("Checking the catalogue for the shops that you chose…"))

    def _show_words(self, file: Opened) -> None:
        title = self.tr("Send to {shop}").format(shop=next(iter(self._names.values())))
        if len(self._names) > 1:
            title = self.tr("Send to %n shop(s)", "", len(self._names))
        self._header.set_title(title)
        name = isolate_auto(display_safe(file.path.name, 40))
        line = self.tr("{file}: this is what will happen. Nothing has been sent yet.").format(file=name)
        if file.put_back is not None:
            upload = file.put_back.upload
            name = isolate_auto(display_safe(upload.file_name, 40))
            line = self.tr("This puts back what {file} changed on {date}. Nothing has been sent yet.")
            line = line.format(file=name, date=say.moment(upload.created))
        self._header.set_line(line)

    def show_plan_of(self, shop_id: str) -> None:
        """Show what goes to that shop."""
        pane = self.plan_of(shop_id)
        if pane is not None:
            self._plan_stack.setCurrentWidget(pane)
            self._tabs.set_chosen(shop_id)

    def _show_numbers(self) -> None:
        """How many go to each shop, and whether anything goes at all."""
        several = len(self._shown) > 1
        self.send_all.setVisible(several)
        if not several:
            return
        for pane in self._shown:
            count = say.number(pane.to_send()) if pane.is_compared() else "…"
            self._tabs.set_text(pane.shop_id, self._names.get(pane.shop_id, ""), f"({count})")
        going = sum(pane.to_send() > 0 for pane in self._shown)
        self.send_all.setEnabled(going > 0)
        text = say.counted(self.tr("Send to %n shop(s)", "", going), going)
        self.send_all.setText(text if going else self.tr("Nothing to send"))
        self.send_all.updateGeometry()

    def set_comparison(self, shop_id: str, comparison: Comparison | None) -> None:
        """What is new, changed and the same there; None: that could not be found out, so all of it goes."""
        pane = self.plan_of(shop_id)
        if pane is not None:
            pane.set_comparison(comparison)

    def _compare(self, pane: PlanPane) -> None:
        if pane.shop_id:
            self.compare_requested.emit(pane.shop_id, pane.all_rows.isChecked())

    def _on_send(self) -> None:
        orders = [
            Order(pane.shop_id, pane.all_rows.isChecked(), pane.everything.isChecked())
            for pane in self._shown
            if pane.to_send()
        ]
        if orders:
            self.send_requested.emit(orders)

    # -- under way ----------------------------------------------------------------------------------------------------

    def show_sending(self, shop: str, system: Destination) -> None:
        """An upload has begun."""
        self._header.set_title(self.tr("Sending to {shop}").format(shop=shop))
        self._header.set_line(self.tr("You may close this window: what was sent is written down."))
        self.progress.begin(system)
        self._panes.setCurrentIndex(1)

    def take_over(self, old: SendPage) -> None:
        """What the person ticked for each shop; the plans themselves are shown anew."""
        for pane in self._shown:
            before = old.plan_of(pane.shop_id)
            if before is not None:
                pane.all_rows.setChecked(before.all_rows.isChecked())
                pane.everything.setChecked(before.everything.isChecked())
        if old._tabs.chosen_key() in self._names:
            self.show_plan_of(old._tabs.chosen_key())

    def show_legs(self, legs: Sequence[Leg], progress: Progress | None = None) -> None:
        """Where the shops stand that the same catalogue goes to; ``progress``: of the one that is under way."""
        self.legs.setVisible(len(legs) > 1)
        if len(legs) > 1:
            self.legs.set_legs([LegLine(leg.name, *self._leg_words(leg, progress)) for leg in legs])

    def _leg_words(self, leg: Leg, progress: Progress | None) -> tuple[str, Tone]:
        if leg.state is LegState.RUNNING:
            if progress is None or not progress.total:
                return self.tr("getting ready"), Tone.ACCENT
            if progress.done:
                of = self.tr("{done} of {total}")
                return of.format(done=say.number(progress.done), total=say.number(progress.total)), Tone.ACCENT
            sent = self.tr("being sent") if progress.stage == "sending" else self.tr("sent, being read")
            return sent, Tone.ACCENT
        if leg.ended is None:
            words = {
                LegState.WAITING: (self.tr("waiting"), Tone.NEUTRAL),
                LegState.NOTHING: (self.tr("nothing was sent"), Tone.NEUTRAL),
                LegState.CHANGED: (self.tr("not sent: the shop was changed meanwhile"), Tone.WARN),
            }
            return words.get(leg.state, (self.tr("not sent"), Tone.ERROR))
        upload = leg.ended.upload
        text = self.tr("{accepted} accepted, {rejected} refused, {unknown} not known")
        words_ = text.format(
            accepted=say.number(upload.accepted),
            rejected=say.number(upload.rejected),
            unknown=say.number(upload.unknown + upload.planned),
        )
        good = upload.settled and not upload.rejected
        return words_, Tone.GOOD if good else (Tone.WARN if upload.accepted else Tone.ERROR)

    def _on_stop(self) -> None:
        self.progress.set_stopping()
        self.stop_requested.emit()
