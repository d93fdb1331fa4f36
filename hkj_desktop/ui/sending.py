"""From the button Send to the result, and from the record back to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AddressRefused, AppError
from hkj_desktop.system.destinations import destination, first_destination
from hkj_desktop.system.settings import is_practice
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.controllers.uploads import Ended, How
from hkj_desktop.ui.dialogs.base import ask_for_real
from hkj_desktop.ui.legs import Leg, LegState, Order, Run
from hkj_desktop.ui.notices import Notices
from hkj_desktop.ui.pages.history_page import HistoryPage
from hkj_desktop.ui.pages.result_page import ResultPage, where_it_stood
from hkj_desktop.ui.pages.send_page import SendPage
from hkj_desktop.ui.parts import FILE, RESULT, SEND, SHOP, Parts
from hkj_desktop.ui.shell import HISTORY, Shell
from hkj_desktop.ui.steps import Steps
from hkj_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from hkj_desktop.ui.opened import Opened
    from hkj_desktop.uploads.entries import Upload
    from hkj_desktop.uploads.progress import Progress
    from hkj_desktop.uploads.putback import PutBack

INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class SendingPages:
    """The pages that sending shows itself on."""

    send: SendPage
    result: ResultPage
    history: HistoryPage


class Sending(QObject):
    """Sends what is open, takes up what is not settled, and shows what became of it.

    ``went(page)``: show that page. ``changed``: what the steps show may be another. ``file_wanted(path)``: open that
    file. ``answered(path, outcome)``: the file that is open was sent, and how that ended.
    """

    went = Signal(str)
    changed = Signal()
    file_wanted = Signal(str)
    answered = Signal(str, str)

    def __init__(self, shell: Shell, parts: Parts, steps: Steps, told: Notices, pages: SendingPages) -> None:
        super().__init__(shell)
        self._shell = shell
        self._parts = parts
        self._steps = steps
        self._told = told
        self._pages = pages
        #: The uploads that were last sent from here, and the file as it was then, whose numbers their products have.
        self._sent: dict[str, Opened] = {}
        self._run = Run()
        #: Id, name and system of the shop that it was last sent to.
        self._going: tuple[str, str, str] | None = None
        #: Interrupted uploads that were told: a notice that the person closed does not come back by itself.
        self._announced: set[str] = set()
        self._connect_pages()
        self._connect_uploads()

    def _connect_pages(self) -> None:
        send, result, history = self._pages.send, self._pages.result, self._pages.history
        send.send_requested.connect(self._send)
        send.compare_requested.connect(self._compare)
        send.stop_requested.connect(self._stop)
        result.again_requested.connect(self._again)
        result.shown_requested.connect(self._show_leg)
        result.put_back_requested.connect(self._parts.uploads.compose)
        result.failed.connect(self._told.tell)
        result.shop_requested.connect(lambda: self.went.emit(SHOP))
        result.next_requested.connect(lambda: self.went.emit(FILE))
        result.copy_requested.connect(self._copy_upload)
        history.open_requested.connect(self._parts.uploads.show)
        history.put_back_requested.connect(self._parts.uploads.compose)
        history.begin_requested.connect(lambda: self.went.emit(FILE))

    def _connect_uploads(self) -> None:
        uploads = self._parts.uploads
        uploads.started.connect(self.changed)
        uploads.progressed.connect(self._on_progress)
        uploads.ended.connect(self._on_ended)
        uploads.failed.connect(self._on_failed)
        uploads.record_failed.connect(self._told.tell)
        uploads.set_aside.connect(self._told.tell_record_aside)
        uploads.listed.connect(self._pages.history.set_uploads)
        uploads.shown.connect(self._on_shown)
        uploads.interrupted.connect(self._on_interrupted)
        uploads.compared.connect(self._pages.send.set_comparison)
        uploads.composed.connect(self._on_composed)

    # -- sending ------------------------------------------------------------------------------------------------------

    def _compare(self, shop_id: str, all_rows: bool) -> None:
        file, pane = self._parts.catalogue.file, self._pages.send.plan_of(shop_id)
        if file is None or pane is None or shop_id not in file.payloads or self._parts.shops.shop(shop_id) is None:
            return
        pane.set_blocked(self._why_not(file))
        self._parts.uploads.compare(file.payloads[shop_id], self._parts.shops.target(shop_id), all_rows=all_rows)

    def _why_not(self, file: Opened) -> str:
        """Why ``file`` must not go to the shop that is chosen now; "" where it may."""
        if file.put_back is None:
            return ""
        there = file.put_back.upload.target
        here = self._parts.shops.shop(there.profile_id)
        if here is not None and not there.moved(here.base_url):
            return ""
        text = self.tr("This puts back an upload to {shop}, and is for that shop alone, as it was then.")
        return text.format(shop=isolate_auto(display_safe(say.shop(there.profile_id, there.profile_name), 60)))

    def _send(self, orders: list[Order], *, sure: bool = False) -> None:
        file, shops = self._parts.catalogue.file, self._parts.shops
        if file is None or self._parts.uploads.is_busy() or self._why_not(file):
            return
        if not self._parts.catalogue.is_current(file):
            return  # other shops were chosen a moment ago: the page shows their plans as soon as they are there
        real = [order.shop_id for order in orders if not is_practice(order.shop_id)]
        mixed = 0 < len(real) < len(orders)  # a practice that customers see is none
        if real and (shops.settings.practised or mixed) and not sure:
            names = say.listed(self._name_of(shop_id) for shop_id in real)
            ask_for_real(self._shell, names, lambda: self._send_for_real(orders))
            return
        self._set_practised(practised=not real)
        self._run = Run([Leg(order, self._name_of(order.shop_id)) for order in orders], file)
        self._sent = {}
        self._begin_next()

    def _name_of(self, shop_id: str) -> str:
        shop = self._parts.shops.shop(shop_id)
        return say.shop(shop_id, shop.name if shop is not None else "")

    def _begin_next(self) -> bool:
        """Send the file of the run to its next shop, whatever is open by now; False where there is none."""
        file = self._run.file
        while (leg := self._run.next()) is not None and file is not None and not self._is_as_planned(leg, file):
            leg.state = LegState.CHANGED
        if leg is None or file is None:
            return False
        shops, order = self._parts.shops, leg.order
        leg.state = LegState.RUNNING
        target = shops.target(order.shop_id)
        self._show_sending(order.shop_id, leg.name, target.destination)
        self._pages.send.show_legs(self._run.legs)
        leg.upload_id = self._parts.uploads.send(
            file,
            target,
            shops.access(order.shop_id),
            all_rows=order.all_rows,
            everything=order.everything,
        )
        self._sent[leg.upload_id] = file
        return True

    def _show_sending(self, shop_id: str, name: str, system: str) -> None:
        self._going = (shop_id, name, system)
        self._pages.send.show_sending(say.shop(shop_id, name), destination(system))

    def take_over(self, old: Sending) -> None:
        """Show the upload that is under way, or the result that is shown, in the words of now."""
        self._sent, self._run, self._going = old._sent, old._run, old._going
        self._announced = old._announced
        for leg in self._run.legs:
            leg.name = self._name_of(leg.order.shop_id) or leg.name
        if self._parts.uploads.is_busy() and self._going is not None:
            self._show_sending(*self._going)
            self._pages.send.progress.take_over(old._pages.send.progress)
            self._pages.send.show_legs(self._run.legs, self._pages.send.progress.last)
        shown = old._pages.result.ended
        if shown is not None:
            self._show_run(shown)

    def _is_as_planned(self, leg: Leg, file: Opened) -> bool:
        """Whether the shop is what it was when the button was pressed: else the items of old stores would go to a new
        address, or to nobody's."""
        planned = next((shop for shop in file.shops if shop.id == leg.order.shop_id), None)
        return planned is not None and self._parts.shops.shop(leg.order.shop_id) == planned

    def _send_for_real(self, orders: list[Order]) -> None:
        """The person has said that they practise no longer."""
        if all(self._parts.shops.shop(order.shop_id) is not None for order in orders):
            self._set_practised(practised=False)
            self._send(orders, sure=True)

    def _set_practised(self, *, practised: bool) -> None:
        if self._parts.shops.settings.practised != practised:
            self._parts.shops.change_settings(lambda settings: replace(settings, practised=practised))

    def _stop(self) -> None:
        self._run.stopped = True
        self._parts.uploads.cancel()

    def _on_progress(self, progress: Progress) -> None:
        self._pages.send.progress.set_progress(progress)
        self._pages.send.show_legs(self._run.legs, progress)
        self.changed.emit()

    def _again(self, upload_id: str, how: How) -> None:
        last, leg = self._parts.uploads.last, self._run.of(upload_id)
        if leg is not None and leg.ended is not None:
            self._take_up(leg.ended.upload, how)
        elif last is not None and last.upload.id == upload_id:
            self._take_up(last.upload, how)

    def _take_up(self, upload: Upload, how: How) -> None:
        if self._parts.uploads.is_busy() or not self._has_shop(upload):
            return
        profile_id = upload.target.profile_id
        self._shell.drop_notice(INTERRUPTED)
        self._announced.discard(upload.id)  # should it not get there, it is told again
        target = upload.target
        self._show_sending(profile_id, target.profile_name, target.destination)
        self._shell.show_page(SEND)
        sent = self._sent.get(upload.id) if self.is_open(upload) else None
        payload = sent.payloads.get(profile_id) if sent is not None else None
        if self._run.of(upload.id) is None:
            self._run = Run()
        for leg in self._run.legs:  # what was stopped before its turn does not go by itself
            leg.state = LegState.NOTHING if leg.state is LegState.WAITING else leg.state
        self._pages.send.show_legs(())
        self._parts.uploads.go_on(upload.id, self._parts.shops.access(profile_id), payload, how)

    def _has_shop(self, upload: Upload) -> bool:
        """Whether the shop that the upload went to is still one of the person's; where not, that is told."""
        profile_id = upload.target.profile_id
        if self._parts.shops.shop(profile_id) is not None:
            return True
        text = self.tr("This shop was removed from the Shop page. Add it there first.")
        self._shell.show_toast(text, Tone.WARN)
        return False

    def is_open(self, upload: Upload) -> bool:
        """Whether the products of ``upload`` have the numbers of rows that are open. The file's name says nothing: it
        may have been changed since an older upload."""
        open_, sent = self._parts.catalogue.file, self._sent.get(upload.id)
        return open_ is not None and sent is not None and open_.is_state_of(sent)

    # -- results ------------------------------------------------------------------------------------------------------

    def _on_ended(self, ended: Ended) -> None:
        self._pages.send.progress.end()
        if self.is_open(ended.upload):
            sent = self._sent[ended.upload.id]
            self._parts.catalogue.set_answers(ended.upload.target.profile_id, ended.problems, sent.draft)
            self.answered.emit(ended.upload.file_path, ended.upload.outcome or "")
        upload = ended.upload
        self._parts.shops.learn_from(upload.target.profile_id, upload.error_code, upload.error_params)
        leg = self._run.of(upload.id)
        if leg is not None:
            leg.ended, leg.state = ended, LegState.ENDED
        if self._begin_next():
            return
        self._parts.uploads.look_for_interrupted()
        self._show_results(self._run.worst() or ended)
        if self._shell.page() == SEND:
            self.went.emit(RESULT)
            return
        self.changed.emit()
        text, action = self.tr("The upload has ended"), self.tr("Show the result")
        self._shell.show_toast(text, Tone.ACCENT, action, lambda: self.went.emit(RESULT))

    def _show_results(self, ended: Ended) -> None:
        """The results of all shops of the run, and of one of them all that there is to say."""
        for leg in self._run.legs:
            name = isolate_auto(display_safe(leg.name, 60))
            if leg.state is LegState.CHANGED:
                text = self.tr("Nothing was sent to {shop}: it was changed while others had their turn.")
                self._shell.show_toast(text.format(shop=name), Tone.WARN)
            elif leg.state is LegState.WAITING:
                self._shell.show_toast(self.tr("Nothing was sent to {shop}.").format(shop=name), Tone.WARN)
        self._show_run(ended)

    def _show_run(self, ended: Ended) -> None:
        legs = [(leg.upload_id, leg.name) for leg, _ in self._run.with_result()]
        self._pages.result.set_run(legs if self._run.of(ended.upload.id) else [], ended.upload.id)
        self._show_result(ended)

    def run_ids(self) -> list[str]:
        """The uploads that the last press of the button made, in their order."""
        return [leg.upload_id for leg, _ in self._run.with_result()]

    def _show_leg(self, upload_id: str) -> None:
        leg = self._run.of(upload_id)
        if leg is not None and leg.ended is not None:
            self._parts.uploads.last = leg.ended
            self._show_result(leg.ended)

    def _show_result(self, ended: Ended) -> None:
        from hkj_desktop.catalog.fields import load_fields

        self._pages.result.show_result(
            ended,
            load_fields(first_destination().id),
            practice=is_practice(ended.upload.target.profile_id),
            open_here=self.is_open(ended.upload),
        )

    def _on_failed(self, error: AppError | None) -> None:
        self._pages.send.progress.end()
        leg = self._run.running()
        if leg is not None:
            leg.state = LegState.NOTHING if error is None else LegState.FAILED
            if error is not None and self._run.several:
                self._told.tell(error)
                error = None
            if self._begin_next():
                return
        self._parts.uploads.look_for_interrupted()
        worst = self._run.worst()
        if worst is not None:
            self._show_results(worst)
            if self._shell.page() == SEND:
                self.went.emit(RESULT)
            self.changed.emit()
            return
        last = self._parts.uploads.last
        if self._shell.page() == SEND:
            # An upload of the record may be taken up with no file open: then there is no plan to go back to.
            self.went.emit(SEND if self._parts.catalogue.checked is not None or last is None else RESULT)
        self.changed.emit()
        if isinstance(error, AddressRefused) and error.params.get("reason") == "moved" and last is not None:
            path = last.upload.file_path
            self._told.tell(error, self.tr("Open the file"), lambda: self.file_wanted.emit(path))
        elif error is not None:
            self._told.tell(error)

    def _copy_upload(self, upload: Upload) -> None:
        error = f"{upload.error_code} {upload.error_params}" if upload.error_code else "-"
        counts = f"{upload.sent} = {upload.accepted} + {upload.rejected} + {upload.unknown}"
        self._told.copy(f"upload {upload.id}, {upload.outcome}, {counts}, error: {error}")

    # -- record -------------------------------------------------------------------------------------------------------

    def show_history(self) -> None:
        """Read the record anew and show it."""
        self._parts.uploads.list()
        self.went.emit(HISTORY)

    def _on_shown(self, ended: Ended) -> None:
        self._parts.uploads.last = ended
        self._show_results(ended)
        self.went.emit(RESULT)

    def _on_interrupted(self, uploads: list[Upload]) -> None:
        """The last run left uploads open: where they stand, and the way on."""
        self._steps.show_interrupted(len(uploads))
        if not uploads:
            self._shell.drop_notice(INTERRUPTED)
        if {upload.id for upload in uploads} <= self._announced:
            return
        self.tell_interrupted(uploads)

    def tell_interrupted(self, uploads: list[Upload]) -> None:
        """The notice of uploads that did not come to an end."""
        self._announced |= {upload.id for upload in uploads}
        upload = uploads[0]
        title = self.tr("%n upload(s) did not come to an end the last time.", "", len(uploads))
        where = self.tr("{file} to {shop}:").format(
            file=isolate_auto(display_safe(upload.file_name, 60)),
            shop=isolate_auto(display_safe(say.shop(upload.target.profile_id, upload.target.profile_name), 40)),
        )
        actions = [
            (self.tr("Go on"), lambda: self._take_up(upload, How.ON)),
            (self.tr("Show it"), lambda: self._parts.uploads.show(upload.id)),
        ]
        way_on = self.tr("“Go on” asks the shop, and sends the rest.")
        text = f"{where} {where_it_stood(upload)} {way_on}"
        self._shell.add_notice(
            INTERRUPTED,
            title,
            text,
            Tone.WARN,
            actions,
            again=lambda window: window.sending.tell_interrupted(uploads),
        )

    def _on_composed(self, back: PutBack) -> None:
        """The catalogue that puts an upload back is there: it is opened and shown as a plan, like any other."""
        if self._has_shop(back.upload):
            self._parts.catalogue.open(back.path, put_back=back)
