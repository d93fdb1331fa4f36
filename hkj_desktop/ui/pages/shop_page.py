"""Step 1: the shops, their keys, and whether they work."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hkj_desktop.errors import AccessRefused, AppError
from hkj_desktop.system.destinations import Destination, Unit, destination, destinations, first_destination
from hkj_desktop.system.settings import Profile, is_practice
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import isolate, isolate_auto
from hkj_desktop.ui.controllers.shops import KeyInfo, KeyState, ShopsController
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.pages.shop_form import ShopForm
from hkj_desktop.ui.theme import Type, metrics, px, shop_color_number
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.labels import Label
from hkj_desktop.ui.widgets.page_header import PageHeader
from hkj_desktop.ui.widgets.shop_list import ShopLine, ShopList

LIST_WIDTH = 280
#: Below this width the list stands above what is chosen in it.
NARROW_BELOW = 720
WIDEST = 16_777_215  # Qt's own, which it does not name here


class ShopPage(QWidget):
    """``used(id)``: the person chose the shop; ``remove_requested(id)``: wants to forget one;
    ``storefront_requested``."""

    used = Signal(str)
    remove_requested = Signal(str)
    storefront_requested = Signal()

    def __init__(self, shops: ShopsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shops = shops
        self._draft: Profile | None = None
        self._shown_id = shops.active_id
        self._use_when_saved = self._keeps = False
        m = metrics()
        self._list = ShopList(self.tr("Shops"))
        self._list.chosen.connect(self.show_shop)
        self._side = side = Card(padding=m.space_s)
        side.body.addWidget(self._list)
        side.body.addWidget(self._add_button(), 0, Qt.AlignmentFlag.AlignLeft)
        self._also: list[AlsoBox] = []
        self._forms = {system.id: self._make_form(system) for system in destinations().values()}
        self._practices = {one.id: self._practice_pane(one) for one in shops.practices}
        self._row = row = QHBoxLayout()
        row.setSpacing(m.space_l)
        row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        for pane in (*self._practices.values(), *self._forms.values()):
            row.addWidget(pane, 1, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(m.space_l)
        box.addWidget(
            PageHeader(
                self.tr("Your shop"),
                self.tr("The keys stay in this computer's own key store. They are never written into a file."),
            )
        )
        box.addLayout(row)
        box.addStretch(1)
        shops.changed.connect(self._refresh)
        shops.key_changed.connect(self._on_key_changed)
        shops.saved.connect(self._on_saved)
        shops.failed.connect(self._on_failed)
        self._arrange()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < px(NARROW_BELOW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else px(LIST_WIDTH))
        self._side.setMaximumWidth(WIDEST if narrow else px(LIST_WIDTH))

    def _add_button(self) -> Button:
        """Which system the new shop is of is asked first, since each asks for something else."""
        add = Button(self.tr("Add a shop"), Icon.PLUS, kind=Kind.GHOST)
        self.systems = QMenu(add)
        for system in destinations().values():
            action = self.systems.addAction(system.name)
            action.triggered.connect(lambda _checked=False, system=system: self.add_shop(system))
        add.setMenu(self.systems)
        return add

    def _make_form(self, system: Destination) -> ShopForm:
        form = ShopForm(self._shops, system)
        form.use.clicked.connect(self._on_use)
        form.keep.clicked.connect(self._on_keep)
        form.remove.clicked.connect(lambda: self.remove_requested.emit(self._shown_id))
        form.put_above_foot(self._make_also())
        return form

    def _make_also(self) -> AlsoBox:
        self._also.append(AlsoBox(self._shops))
        return self._also[-1]

    def _practice_pane(self, practice: Profile) -> QWidget:
        system = destination(practice.destination)
        card = Card()
        m = metrics()
        card.body.setSpacing(m.space_m)
        card.body.addWidget(Label(say.shop(practice.id, practice.name), Type.HEADING))
        card.body.addWidget(Label(self._about_practice(practice, system), quiet=True, wrap=True))
        card.body.addWidget(self._make_also())
        row = QHBoxLayout()
        if system == first_destination():  # its storefront shows products, and the other systems' shops hold none
            look = Button(self.tr("Look into the practice shop"), Icon.EXTERNAL_LINK)
            look.clicked.connect(self.storefront_requested)
            row.addWidget(look)
        use = Button(self.tr("Use this shop"), Icon.CHECK, kind=Kind.PRIMARY)
        use.clicked.connect(lambda: self.used.emit(practice.id))
        row.addStretch(1)
        row.addWidget(use)
        card.body.addSpacing(m.space_s)
        card.body.addLayout(row)
        return card

    def _about_practice(self, practice: Profile, system: Destination) -> str:
        if system.unit is Unit.PRODUCT:
            return self.tr(
                "A shop that lives on this computer. It takes catalogues and refuses mistakes as the real one "
                "does, needs no key and no internet, and no customer ever sees it."
            )
        text = self.tr(
            "Stores that live on this computer. They take your products as {system} does, one item for each SKU and "
            "store, and refuse mistakes as the real ones do. They need no key and no internet, and no customer ever "
            "sees them. Your products go into the store {stores}, unless your file has a column “store_id”."
        )
        return text.format(system=system.name, stores=say.listed(map(isolate, practice.store_ids)))

    def form(self) -> ShopForm:
        """The form that is shown; that of the first system while a practice shop is shown."""
        shown = self._draft or self._shops.profile(self._shown_id)
        return self._forms[shown.destination if shown else first_destination().id]

    def also_box(self) -> AlsoBox:
        """What asks about the shown shop whether it gets what is sent to the active one."""
        shown = self._practices.get(self._shown_id) or self.form()
        return next(box for box in self._also if shown.isAncestorOf(box))

    def add_shop(self, system: Destination | None = None) -> None:
        """Begin a new shop of ``system``, None: the first one."""
        self._draft = self._shops.new_profile(system)
        self.show_shop(self._draft.id)
        self.form().name.setFocus()

    def show_shop(self, profile_id: str) -> None:
        """Show one shop's form; what was typed for another and not saved is dropped."""
        self._shops.forget_unsaved()
        self._shown_id = profile_id
        if self._draft is not None and self._draft.id != profile_id:
            self._draft = None
        profile = self._shops.profile(profile_id) or self._draft
        if profile is not None:
            self.form().set_profile(profile, is_new=self._draft is not None)
            if self._draft is None:
                self._shops.look(profile_id)
        self._refresh()

    def take_over(self, old: ShopPage) -> None:
        """Show the form that ``old`` shows, with what was typed into it."""
        self._draft, self._shown_id = old._draft, old._shown_id
        self._use_when_saved = old._use_when_saved
        if self._draft is not None or self._shops.profile(self._shown_id) is not None:
            self.form().take_over(old.form())
        self._refresh()
        old._keeps = True  # what was typed there is here now

    def _refresh(self) -> None:
        shops = self._shops
        known = [profile.id for profile in (*shops.practices, *shops.profiles)]
        if self._draft is None and self._shown_id not in known:
            self._shown_id = shops.active_id
        drafts = (self._draft,) if self._draft is not None else ()
        lines = [self._shop_line(one) for one in (*shops.practices, *shops.profiles, *drafts)]
        self._list.set_shops(lines, self._shown_id)
        for box in self._also:
            box.show_for(self._shown_id)
        practising, form = self._shown_id in self._practices, self.form()
        panes = [*self._practices.values(), *self._forms.values()]
        shown = self._practices[self._shown_id] if practising else form
        for pane in panes:  # first away with the others, or the page is as wide as both for a moment
            if pane is not shown:
                pane.hide()
        shown.show()
        if not practising:
            form.set_key(shops.key(self._shown_id))

    def _on_key_changed(self, _profile_id: str) -> None:
        self._refresh()

    def _shop_line(self, profile: Profile) -> ShopLine:
        shops, practice = self._shops, is_practice(profile.id)
        name = say.shop(profile.id, profile.name) or self.tr("New shop")
        number = 0 if practice else shop_color_number(profile.id)
        part, icon = "", None
        if profile.id == shops.active_id:
            part, icon = self.tr("in use"), Icon.CHECK
        elif profile.id in shops.settings.also:
            part, icon = self.tr("gets it too"), Icon.SEND
        line = self.tr("{system} · no key needed") if practice else self._line(shops.key(profile.id))
        return ShopLine(profile.id, name, line.format(system=destination(profile.destination).name), number, part, icon)

    def _line(self, info: KeyInfo) -> str:
        words = {
            KeyState.WORKS: self.tr("{system} · key works"),
            KeyState.WRONG: self.tr("{system} · wrong key"),
            KeyState.DISABLED: self.tr("{system} · switched off"),
            KeyState.ABSENT: self.tr("{system} · no key yet"),
            KeyState.VAULT: self.tr("{system} · key store closed"),
        }
        refused = {  # the key may be right
            "region": self.tr("{system} · wrong region"),
            "address": self.tr("{system} · wrong address"),
            "clock": self.tr("{system} · wrong clock"),
            "token": self.tr("{system} · token ran out"),
            "onboarding": self.tr("{system} · not let in"),
        }
        if info.unsaved:
            return "{system}"
        if isinstance(info.error, AccessRefused) and info.error.params.get("reason") in refused:
            return refused[str(info.error.params["reason"])]
        return words.get(info.state, "{system}")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and not self._keeps:  # another page, not a minimised window
            self._shops.forget_unsaved()

    def _on_use(self) -> None:
        self._use_when_saved = True
        self._use_when_saved = self.form().save() and self._use_when_saved  # it may be saved by now

    def _on_keep(self) -> None:
        self._use_when_saved = False
        self.form().save()

    def _on_saved(self, profile_id: str) -> None:
        self._draft = None
        used = self._use_when_saved and profile_id == self._shown_id
        self._use_when_saved = False
        if used:
            self.used.emit(profile_id)
        self.show_shop(profile_id)
        if not used:
            self.form().show_saved()

    def _on_failed(self, error: AppError) -> None:
        self._use_when_saved = False
        self.form().show_error(error)


class AlsoBox(QWidget):
    """Whether a shop gets what is sent to the active one. Hidden where that is no question."""

    def __init__(self, shops: ShopsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shops = shops
        self._profile_id = ""
        self.check = QCheckBox(self.tr("Send to this shop too, in one go"))
        self.check.clicked.connect(self._on_clicked)
        self._hint = Label("", quiet=True, wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.check)
        box.addWidget(self._hint)

    def show_for(self, profile_id: str) -> None:
        """Ask it for that shop, unless it is a draft or the active one."""
        self._profile_id = profile_id
        active = self._shops.active
        self.check.setChecked(profile_id in self._shops.settings.also)
        name = isolate_auto(say.shop(active.id, active.name))
        hint = self.tr("What you send to {shop} then goes here as well.").format(shop=name)
        self._hint.setText(hint)
        self.check.setAccessibleDescription(hint)
        self.setVisible(self._shops.shop(profile_id) is not None and profile_id != active.id)

    def _on_clicked(self, wanted: bool) -> None:
        self._shops.send_also(self._profile_id, wanted=wanted)
