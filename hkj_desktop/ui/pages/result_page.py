"""Step 5: what became of every product. Green only where none is unaccounted for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.errors import AccessRefused, KeyAbsent, KeyRefused, ShopDisabled
from hkj_desktop.system.destinations import Unit, destination
from hkj_desktop.system.settings import is_practice
from hkj_desktop.ui import say, theme
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.controllers.uploads import How
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.models.history_model import tone_of
from hkj_desktop.ui.models.problem_model import Listed, ProblemModel
from hkj_desktop.ui.pages.problem_table import ProblemTable
from hkj_desktop.ui.tasks import Runner
from hkj_desktop.ui.theme import Tone, Type, metrics, px
from hkj_desktop.ui.widgets import painting
from hkj_desktop.ui.widgets.banner import announce
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.cards import Card, StatCard
from hkj_desktop.ui.widgets.flow_layout import FlowLayout
from hkj_desktop.ui.widgets.labels import Label
from hkj_desktop.ui.widgets.shop_tabs import ShopTabs
from hkj_desktop.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from hkj_desktop.catalog.fields import FieldSet
    from hkj_desktop.ui.controllers.uploads import Ended
    from hkj_desktop.uploads.entries import Batch, Upload

DISC = 56
STOOD = QT_TRANSLATE_NOOP("ResultPage", "{confirmed} confirmed, {checked} being checked, {left} left to send.")
KEY_ERRORS = (KeyRefused.code, ShopDisabled.code, KeyAbsent.code, AccessRefused.code)


class ResultPage(QWidget):
    """``fix_requested``: show the refused products in the check page; ``again_requested(id, How)``: take the
    upload up again; ``put_back_requested(id)``: send what it changed as it was before;
    ``save_requested(Problems)``; ``next_requested``: another file; ``copy_requested(Upload)``: details for
    support; ``failed(AppError)``: rows could not be sorted; ``shown_requested(id)``: another upload of the same run;
    ``report_requested(Ended)``: save what the shop said as it came."""

    fix_requested = Signal()
    again_requested = Signal(str, object)
    put_back_requested = Signal(str)
    save_requested = Signal(object)
    next_requested = Signal()
    copy_requested = Signal(object)
    storefront_requested = Signal()
    shop_requested = Signal()
    failed = Signal(object)
    shown_requested = Signal(str)
    report_requested = Signal(object)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._ended: Ended | None = None
        self._tabs = ShopTabs(self.tr("Shop"))
        self._tabs.chosen.connect(self.shown_requested)
        self._head = ResultHead()
        self._head.action.clicked.connect(self._on_action)
        self.problem_model = ProblemModel(runner, self)
        self.problem_model.failed.connect(self.failed)
        self.problems = ProblemTable(self.problem_model, self.tr("What the shop refused"), fixes=False)
        self.save = Button(self.tr("Save problems as CSV"), Icon.DOWNLOAD)
        self.save.clicked.connect(lambda: self.save_requested.emit(self.problem_model.shown_problems()))
        self.report = Button(self.tr("Save the shop's report"), Icon.FILE_DOWN)
        self.report.clicked.connect(lambda: self.report_requested.emit(self._ended))
        self._look = Button(self.tr("Look into the practice shop"), Icon.EXTERNAL_LINK)
        self._look.clicked.connect(self.storefront_requested)
        self.put_back = Button(self.tr("Put it back…"), Icon.UNDO)
        self.put_back.setToolTip(self.tr("See what this upload changed, and send it as it was before"))
        self.put_back.clicked.connect(self._on_put_back)
        self._copy = Button(self.tr("Copy details"), Icon.COPY)
        self._copy.clicked.connect(self._on_copy)
        self._next = Button(self.tr("Send another file"), Icon.FILE_UP)
        self._next.clicked.connect(self.next_requested)
        tools = QWidget()
        flow = FlowLayout(tools, m.space_m)
        for button in (self.save, self.report, self._look, self.put_back, self._copy, self._next):
            flow.addWidget(button)
        self.accepted = StatCard(self.tr("Accepted"))
        self.rejected = StatCard(self.tr("Refused"))
        self.unknown = StatCard(self.tr("Not known yet"))
        self.behind = StatCard(self.tr("Stayed behind: problems"))
        cards = QHBoxLayout()
        cards.setSpacing(m.space_l)
        for card in (self.accepted, self.rejected, self.unknown, self.behind):
            cards.addWidget(card, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(m.space_l)
        self._box.addWidget(self._tabs)
        self._box.addWidget(self._head)
        self._box.addLayout(cards)
        self._box.addWidget(self.problems, 1)
        self._box.addWidget(tools)
        self._slack = QWidget()
        self._box.addWidget(self._slack, 1)

    def show_result(self, ended: Ended, fields: FieldSet | None, *, practice: bool, open_here: bool) -> None:
        """``open_here``: the file is open, so its problems can be fixed on their cells."""
        self._ended = ended
        upload = ended.upload
        self._tabs.set_chosen(upload.id)
        self._show_head(upload, open_here=open_here)
        self.accepted.set_value(say.number(upload.accepted), Tone.GOOD if upload.accepted else Tone.NEUTRAL)
        self.rejected.set_value(say.number(upload.rejected), Tone.ERROR if upload.rejected else Tone.NEUTRAL)
        self.unknown.set_value(say.number(upload.unknown), Tone.WARN if upload.unknown else Tone.NEUTRAL)
        self.behind.set_value(say.number(upload.left_out), Tone.NEUTRAL)
        self.problem_model.show_source(Listed(ended.problems, fields), keep_order=True)
        some = len(ended.problems) > 0
        self.problems.setVisible(some)
        self._slack.setVisible(not some)
        self.save.setVisible(some)
        self.report.setVisible(bool(ended.reports))
        self._look.setVisible(practice)
        self.put_back.setVisible(upload.settled and ended.changed + ended.added > 0)
        self.put_back.setEnabled(ended.changed > 0)

    def set_run(self, shops: Sequence[tuple[str, str]], shown: str) -> None:
        """The uploads that one press of the button made, as (id, shop's name); ``shown``: which of them is to be
        shown."""
        self._tabs.set_shops(shops, shown)

    @property
    def ended(self) -> Ended | None:
        """The upload that is shown."""
        return self._ended

    def shop_id(self) -> str:
        """The shop of the upload that is shown."""
        return self._ended.upload.target.profile_id if self._ended is not None else ""

    def _title(self, upload: Upload) -> str:
        if upload.outcome is None:
            return self.tr("This upload was interrupted")
        if upload.error_code and not upload.accepted:
            return say.code(upload.error_code, upload.error_params).title
        if upload.unknown and not upload.accepted and not upload.rejected:
            return self.tr("It is not known yet what reached the shop")
        count, system = upload.accepted, destination(upload.target.destination)
        products, items = (
            self.tr("%n product(s) reached the shop", "", count),
            self.tr("%n item(s) reached the shop", "", count),
        )
        reached = say.counted(items if system.unit is Unit.ITEM else products, count)
        if upload.planned:
            rest = self.tr("{reached}, %n not sent", "", upload.planned).format(reached=reached)
            return say.counted(rest, upload.planned)
        overtaken = self._overtaken()
        if overtaken and overtaken == upload.rejected:
            left = self.tr("{reached}, %n left to a later upload", "", overtaken).format(reached=reached)
            return say.counted(left, overtaken)
        if upload.rejected:
            refused = self.tr("{reached}, %n refused", "", upload.rejected).format(reached=reached)
            return say.counted(refused, upload.rejected)
        if upload.unknown:
            unknown = self.tr("{reached}, %n not known yet", "", upload.unknown).format(reached=reached)
            return say.counted(unknown, upload.unknown)
        return reached

    def _more(self, upload: Upload) -> str:
        """What the person should know besides the counts, and what to do."""
        parts = []
        counted = sum(map(_taken, self._ended.batches)) if self._ended else 0
        if upload.unknown and counted > upload.accepted:
            said = self.tr("When it last answered, the shop had taken %n product(s).", "", counted)
            parts.append(say.counted(said, counted))
        if upload.outcome == "cancelled" and upload.unknown:
            parts.append(self.tr("The shop may go on with what it was sent. Ask it to see what became of all."))
        elif upload.outcome is None:
            parts.append(self.tr("The program ended before the upload did. What was sent is written down."))
            parts.append(where_it_stood(upload))
        elif upload.error_code:
            words = say.code(upload.error_code, upload.error_params)
            parts += [words.explanation, words.todo]
        elif upload.settled and upload.rejected > self._overtaken():
            parts.append(say.counted(self.tr("All %n problem(s) found.", "", upload.rejected), upload.rejected))
        elif upload.unknown:
            safe = self.tr(
                "Asking or sending again is safe: the shop keeps one product for each SKU, and what a later upload has"
                " sent is left alone."
            )
            parts.append(safe)
        return " ".join(parts)

    def _show_head(self, upload: Upload, *, open_here: bool) -> None:
        line = self.tr(
            "{sent} sent = {accepted} accepted + {rejected} refused + {unknown} not known · took {time}"
        ).format(
            sent=say.number(upload.sent),
            accepted=say.number(upload.accepted),
            rejected=say.number(upload.rejected),
            unknown=say.number(upload.unknown),
            time=say.duration(upload.changed - upload.created),
        )
        self._head.set_about(self._about(upload))
        self._head.set_words(tone_of(upload), self._title(upload), f"{line}{self._changes()}", self._more(upload))
        self._head.set_action(self._action_words(upload, open_here=open_here))

    def _about(self, upload: Upload) -> str:
        """Which file, when, to which shop: the shop may be another one than that of the badge."""
        target = upload.target
        shop = isolate_auto(display_safe(say.shop(target.profile_id, target.profile_name), 60))
        file = isolate_auto(display_safe(upload.file_name, 60))
        return self.tr("{file} → {shop}, {date}").format(file=file, shop=shop, date=say.moment(upload.created))

    def _overtaken(self) -> int:
        """Products that were left to a later upload; they count as not accepted, and nothing is wrong with them."""
        return 0 if self._ended is None else self._ended.problems.codes().get("overtaken", 0)

    def _changes(self) -> str:
        """What else there is to count: never sent, unchanged, and of the accepted ones how many changed something."""
        if self._ended is None:
            return ""
        upload, words = self._ended.upload, ""
        if upload.planned:
            words += self.tr(" · {n} not sent").format(n=say.number(upload.planned))
        if upload.unchanged:
            words += self.tr(" · {n} unchanged").format(n=say.number(upload.unchanged))
        if self._ended.changed:
            changed = self.tr(" · {changed} changed, {added} new")
            words += changed.format(changed=say.number(self._ended.changed), added=say.number(self._ended.added))
        return words

    def _action_words(self, upload: Upload, *, open_here: bool) -> tuple[str, Icon] | None:
        """The one next step: correct the key, ask again, send again, or fix."""
        if upload.error_code in KEY_ERRORS and not is_practice(upload.target.profile_id):
            return self.tr("Correct the key"), Icon.KEY
        if self._is_open(upload):
            return self.tr("Go on"), Icon.SEND
        if self._can_ask():
            return self.tr("Ask the shop again"), Icon.REFRESH
        if self._can_resend(upload):
            return self.tr("Send again"), Icon.SEND
        if (upload.rejected or upload.left_out) and open_here:
            return self.tr("Show what to fix"), Icon.WRENCH
        return None

    def _is_open(self, upload: Upload) -> bool:
        """Whether it was interrupted, or ended before all of it was sent."""
        return upload.outcome is None or (upload.outcome in ("cancelled", "unknown") and upload.planned > 0)

    def _can_ask(self) -> bool:
        return self._ended is not None and any(batch.can_be_asked for batch in self._ended.batches)

    def _can_resend(self, upload: Upload) -> bool:
        batches = self._ended.batches if self._ended is not None else ()
        # Where there are no events, a single item that nobody decided about can only go once more as it is.
        events = destination(upload.target.destination).events
        open_ = any(one.can_be_resent or (one.settled_open and not events) for one in batches)
        return bool(upload.unknown or upload.planned) and open_

    def _on_action(self) -> None:
        if self._ended is None:
            return
        upload = self._ended.upload
        if upload.error_code in KEY_ERRORS and not is_practice(upload.target.profile_id):
            self.shop_requested.emit()
        elif self._is_open(upload):
            self.again_requested.emit(upload.id, How.ON)
        elif self._can_ask() or self._can_resend(upload):
            self.again_requested.emit(upload.id, How.ASK if self._can_ask() else How.AGAIN)
        else:
            self.fix_requested.emit()

    def _on_put_back(self) -> None:
        if self._ended is not None:
            self.put_back_requested.emit(self._ended.upload.id)

    def _on_copy(self) -> None:
        if self._ended is not None:
            self.copy_requested.emit(self._ended.upload)


def _taken(batch: Batch) -> int:
    """Products of this batch that the shop has taken, as far as it said so; those that went on in others count
    there."""
    if batch.divided or batch.state != "taken":
        return batch.accepted
    return batch.processed_rows or 0


def where_it_stood(upload: Upload) -> str:
    """How much of an interrupted upload is certain."""
    confirmed, text = upload.accepted + upload.rejected, QCoreApplication.translate("ResultPage", STOOD)
    return text.format(
        confirmed=say.number(confirmed), checked=say.number(upload.unknown), left=say.number(upload.planned)
    )


class ResultHead(Card):
    """How it ended, in a disc, a title and a sum; and the one next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._disc = _Disc()
        self._about = Label("", Type.SMALL, quiet=True, wrap=True)
        self._title = Label("", Type.TITLE, wrap=True)
        self._line = Label("", quiet=True, wrap=True)
        self._more = Label("", wrap=True)
        self.action = Button("", kind=Kind.PRIMARY, main=True)
        words = QVBoxLayout()
        words.setSpacing(m.space_xs)
        for label in (self._about, self._title, self._line, self._more):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(m.space_l)
        row.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def set_about(self, about: str) -> None:
        self._about.setText(about)

    def set_words(self, tone: Tone, title: str, line: str, more: str) -> None:
        self._disc.set_tone(tone)
        self._title.setText(title)
        self._line.setText(line)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(f"{title}. {line}")
        announce(self, self.accessibleName())

    def set_action(self, action: tuple[str, Icon] | None) -> None:
        self.action.setVisible(action is not None)
        if action is not None:
            self.action.setText(action[0])
            self.action.set_icon(action[1])
            self.action.updateGeometry()

    def title(self) -> str:
        return self._title.text()


class _Disc(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.GOOD
        self._icon = IconLabel(Icon.CIRCLE_CHECK, Tone.GOOD.ink, px(24))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(px(DISC), px(DISC))

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        icons = {Tone.GOOD: Icon.CIRCLE_CHECK, Tone.ERROR: Icon.CIRCLE_X}
        self._icon.set_icon(icons.get(tone, Icon.CIRCLE_ALERT), tone.ink)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        wash, line = look.color(self._tone.wash), look.outline(self._tone.ink)
        painting.rounded(QPainter(self), self.rect(), self.height() / 2, wash, line)
