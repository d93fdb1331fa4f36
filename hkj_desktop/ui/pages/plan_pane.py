"""What will be sent: new, changed, unchanged, left behind; field by field where the person wants to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.system.destinations import Unit
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.changes_model import ChangesModel
from hkj_desktop.ui.pages.changes_list import ChangesList
from hkj_desktop.ui.theme import Tone, Type, metrics
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.cards import Card, StatCard
from hkj_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hkj_desktop.files.payload import Payload
    from hkj_desktop.ui.opened import Opened
    from hkj_desktop.uploads.compare import Comparison

SHOWN_EXTRA = 6


class PlanPane(QWidget):
    """For one shop: counts of what is sent and what stays, one big button, and the list of what changes.

    ``changed``: how many are to be sent may be another number. Until the comparison is there, and where it cannot be
    made, everything that is ready counts as to be sent.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        m = metrics()
        self._file: Opened | None = None
        self._payload: Payload | None = None
        self._alone = True
        self.shop_id = ""
        self._comparison: Comparison | None = None
        self._compared = False
        self._blocked = ""
        self._new = StatCard(self.tr("New"))
        self._differing = StatCard(self.tr("Changed"))
        self._same = StatCard(self.tr("Unchanged: not sent"))
        self._behind = StatCard(self.tr("Stay behind: problems"))
        cards = QHBoxLayout()
        cards.setSpacing(m.space_l)
        for figure in (self._new, self._differing, self._same, self._behind):
            cards.addWidget(figure, 1)
        self._words = Label("", Type.BODY, wrap=True)
        self._extra = Label("", Type.BODY, wrap=True)
        self.columns = Button(self.tr("Choose what is sent…"), Icon.COLUMNS)
        extra = QHBoxLayout()
        extra.setSpacing(m.space_m)
        extra.addWidget(self._extra, 1)
        extra.addWidget(self.columns)
        self.everything = QCheckBox()
        self.everything.toggled.connect(lambda _on: self._show())
        self.all_rows = QCheckBox(self.tr("Send the products with problems too, and let the shop judge"))
        self.all_rows.toggled.connect(lambda _on: self._show())
        self.send = Button("", Icon.SEND, kind=Kind.PRIMARY, main=True)
        foot = QHBoxLayout()
        foot.setSpacing(m.space_m)
        self._way = Label("", Type.SMALL, quiet=True, wrap=True)
        foot.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeading)
        foot.addWidget(self._way, 1)
        card = Card()
        card.body.setSpacing(m.space_l)
        card.body.addWidget(self._words)
        card.body.addLayout(extra)
        card.body.addWidget(self.everything)
        card.body.addWidget(self.all_rows)
        card.body.addLayout(foot)
        self.changes = ChangesList(ChangesModel(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addLayout(cards)
        box.addWidget(card)
        box.addWidget(self.changes, 1)
        box.addStretch(0)

    def set_file(self, file: Opened, shop_id: str, *, alone: bool = True) -> None:
        """Another catalogue, or another state of it, for one of its shops. ``alone``: it goes to no other shop, so the
        button is here."""
        self._file, self._comparison = file, None
        self._payload, self.shop_id, self._alone = file.payloads[shop_id], shop_id, alone
        self._compared, self._blocked = False, ""
        counts = self._payload.checked.counts
        self._show_extra(() if file.put_back is not None else self._payload.passed)
        self.everything.setChecked(False)
        # What is put back was accepted once, whatever our rules say of it now.
        self.all_rows.setChecked(file.put_back is not None)
        self.all_rows.setVisible(counts.with_error > 0 and file.put_back is None)
        self.changes.show_nothing()
        self._show()

    def set_blocked(self, reason: str) -> None:
        """Nothing may be sent now, for this reason."""
        self._blocked = reason
        self._show()

    def set_comparison(self, comparison: Comparison | None) -> None:
        self._comparison, self._compared = comparison, True
        if self._file is not None:
            self.changes.show_changes(self._file, comparison, self.shop_id)
            self._show()

    def to_send(self) -> int:
        """Units that go when the button is pressed now; until they are compared, all that are ready."""
        if self._payload is None or self._blocked:
            return 0
        chosen = self._payload.count if self.all_rows.isChecked() else self._payload.ready_count
        found = self._comparison
        same = found.same.len() if found is not None and found.since is not None else 0
        return chosen if self.everything.isChecked() else chosen - same

    def is_compared(self) -> bool:
        return self._compared

    def _show_extra(self, headers: tuple[str, ...]) -> None:
        """Columns that are sent under their own names: nobody should send a purchase price unawares."""
        self._extra.setVisible(bool(headers))
        self.columns.setVisible(bool(headers))
        names = say.listed(isolate_auto(display_safe(header, 40)) for header in headers[:SHOWN_EXTRA])
        more = f" +{len(headers) - SHOWN_EXTRA}" if len(headers) > SHOWN_EXTRA else ""
        self._extra.setText(self.tr("Sent too, as they stand in your file: {columns}").format(columns=names + more))

    def _show(self) -> None:
        if self._payload is None:
            return
        payload, found = self._payload, self._comparison
        chosen = payload.count if self.all_rows.isChecked() else payload.ready_count
        behind = payload.count - chosen
        known = found is not None and found.since is not None
        same = found.same.len() if found is not None and known else 0
        changed = found.changed.len() if found is not None else 0
        sent = chosen if self.everything.isChecked() else chosen - same
        figures = (chosen - same - changed, changed, 0 if self.everything.isChecked() else same)
        for card, count, tone in zip(
            (self._new, self._differing, self._same), figures, (Tone.GOOD, Tone.GOOD, Tone.NEUTRAL), strict=True
        ):
            card.set_value(say.number(count) if self._compared else "…", tone if count else Tone.NEUTRAL)
        self._behind.set_value(say.number(behind), Tone.ERROR if behind else Tone.NEUTRAL)
        again = self.tr("Send the %n unchanged product(s) too, in case the shop was changed elsewhere", "", same)
        if self._takes_items():
            again = self.tr("Send the %n unchanged item(s) too, in case the shop was changed elsewhere", "", same)
        self.everything.setText(say.counted(again, same))
        self.everything.setVisible(same > 0)
        self._words.setText("\n".join(self._sentences(sent, behind)))
        self._way.setText(self._way_words(sent))
        self._way.setVisible(sent > 0 and self._compared)
        self.send.setText(self._send_words(sent))
        self.send.updateGeometry()
        self.send.setEnabled(sent > 0 and not self._blocked)
        self.send.setVisible(self._alone)
        self.changed.emit()

    def _send_words(self, sent: int) -> str:
        """How many go is known once they were compared; until then the button works, and sends what is new by then."""
        if not sent:
            return self.tr("Nothing to send")
        if not self._compared:
            return self.tr("Send what is new")
        if self._takes_items():
            return say.counted(self.tr("Send %n item(s)", "", sent), sent)
        return say.counted(self.tr("Send %n product(s)", "", sent), sent)

    def _takes_items(self) -> bool:
        return self._payload is not None and self._payload.system.unit is Unit.ITEM

    def _items(self) -> str:
        """Why there are other numbers than of products; "" where there are not."""
        payload = self._payload
        if payload is None or payload.count == payload.checked.counts.total:
            return ""
        products = payload.checked.counts.total
        text = self.tr("%n product(s) make {items} items: one for each SKU in each store.", "", products)
        return say.counted(text, products).format(items=say.number(payload.count))

    def _sentences(self, sent: int, behind: int) -> list[str]:
        found, file = self._comparison, self._file
        words = [one for one in (self._blocked, self._items()) if one]
        if found is not None and found.since is not None:
            date = say.moment(found.since)
            words.append(
                self.tr("Compared with all that this computer has sent to this shop, last on {date}.").format(date=date)
            )
        elif found is not None:
            words.append(self.tr("This computer has no record of what this shop has, so all of it is sent."))
        if found is not None and found.doubtful:
            doubtful = self.tr(
                "Not known is what became of %n product(s) sent before: ask in the history.", "", found.doubtful
            )
            words.append(say.counted(doubtful, found.doubtful))
        if not sent and not behind:
            words.append(self.tr("The shop has all of this already."))
        words.append(
            self.tr(
                "The shop adds the products that it does not have and replaces those that it has. Nothing is deleted."
            )
        )
        if file is not None and file.put_back is None:
            words += self._gone()
        if found is not None and found.unsure:
            unsure = self.tr(
                "Sent again, since it is not known what the shop has of them: %n product(s).", "", found.unsure
            )
            words.append(say.counted(unsure, found.unsure))
        if file is not None and file.put_back is not None and file.put_back.added:
            added = len(file.put_back.added)
            stay = self.tr(
                "New then, as far as is known here, and staying, since nothing can be deleted: %n product(s).",
                "",
                added,
            )
            words.append(say.counted(stay, added))
        if file is not None and file.put_back is not None and file.put_back.later:
            also_changed = file.put_back.later
            also = self.tr("Changed by later uploads too, of which the rest stays: %n product(s).", "", also_changed)
            words.append(say.counted(also, also_changed))
        if behind and file is not None:
            later = self.tr("Products of {file} that stay behind can be corrected and sent later.")
            words.append(later.format(file=isolate_auto(display_safe(file.checked.catalog.name, 80))))
        return words

    def _gone(self) -> list[str]:
        """What the shop has from here and the file does not."""
        count = len(self._comparison.gone) if self._comparison is not None else 0
        if not count:
            return []
        gone = self.tr("No longer in this file, and staying in the shop: %n product(s).", "", count)
        if self._takes_items():
            gone = self.tr("No longer in this file, and staying in the shop: %n item(s).", "", count)
        return [say.counted(gone, count)]

    def _way_words(self, sent: int) -> str:
        """By which way they go."""
        from hkj_desktop.uploads.plan import choose_via

        if self._payload is None or choose_via(sent, "json", self._payload.system).value == "events":
            return self.tr("So few go one by one, and each gets its own answer at once.")
        return self.tr("They go as one list, which the shop reads in the background.")
