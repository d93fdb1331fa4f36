"""Step 1: the shops, their keys, and whether they work."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hkj_desktop.errors import AppError, SettingsError
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID, Profile
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import ltr
from hkj_desktop.ui.controllers.shops import KeyInfo, KeyState, ShopsController
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.theme import Tone, Type, metrics, shop_color_number
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.disclosure import Disclosure
from hkj_desktop.ui.widgets.field_row import FieldRow
from hkj_desktop.ui.widgets.labels import Label
from hkj_desktop.ui.widgets.page_header import PageHeader
from hkj_desktop.ui.widgets.secret_field import SecretField
from hkj_desktop.ui.widgets.shop_list import ShopLine, ShopList

LIST_WIDTH = 280


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
        self._use_when_saved = False
        m = metrics()
        self._list = ShopList(self.tr("Shops"))
        self._list.chosen.connect(self.show_shop)
        add = Button(self.tr("Add a shop"), Icon.PLUS, kind=Kind.GHOST)
        add.clicked.connect(self.add_shop)
        side = Card(padding=m.space_s)
        side.setFixedWidth(LIST_WIDTH)
        side.body.addWidget(self._list)
        side.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self._form = ShopForm(shops)
        self._form.use.clicked.connect(self._on_use)
        self._form.remove.clicked.connect(lambda: self.remove_requested.emit(self._shown_id))
        self._practice = self._practice_pane()
        row = QHBoxLayout()
        row.setSpacing(m.space_l)
        row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._practice, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._form, 1, Qt.AlignmentFlag.AlignTop)
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
        shops.key_changed.connect(lambda _id: self._refresh())
        shops.saved.connect(self._on_saved)
        shops.failed.connect(self._on_failed)
        self._refresh()

    def _practice_pane(self) -> QWidget:
        card = Card()
        m = metrics()
        card.body.setSpacing(m.space_m)
        card.body.addWidget(Label(self.tr("Practice shop"), Type.HEADING))
        card.body.addWidget(
            Label(
                self.tr(
                    "A shop that lives on this computer. It takes catalogues and refuses mistakes as the real one "
                    "does, needs no key and no internet, and no customer ever sees it."
                ),
                quiet=True,
                wrap=True,
            )
        )
        row = QHBoxLayout()
        look = Button(self.tr("Look into the practice shop"), Icon.EXTERNAL_LINK)
        look.clicked.connect(self.storefront_requested)
        use = Button(self.tr("Use this shop"), Icon.CHECK, kind=Kind.PRIMARY)
        use.clicked.connect(lambda: self.used.emit(PRACTICE_ID))
        row.addWidget(look)
        row.addStretch(1)
        row.addWidget(use)
        card.body.addSpacing(m.space_s)
        card.body.addLayout(row)
        return card

    def add_shop(self) -> None:
        """Begin a new shop."""
        self._draft = self._shops.new_profile()
        self.show_shop(self._draft.id)
        self._form.name.setFocus()

    def show_shop(self, profile_id: str) -> None:
        """Show one shop's form; what was typed for another and not saved is dropped."""
        self._shops.forget_unsaved()
        self._shown_id = profile_id
        if self._draft is not None and self._draft.id != profile_id:
            self._draft = None
        profile = self._shops.profile(profile_id) or self._draft
        if profile is not None:
            self._form.set_profile(profile, is_new=self._draft is not None)
            if self._draft is None:
                self._shops.look(profile_id)
        self._refresh()

    def _refresh(self) -> None:
        known = [PRACTICE_ID, *(profile.id for profile in self._shops.profiles)]
        if self._draft is None and self._shown_id not in known:
            self._shown_id = self._shops.active_id
        lines = [ShopLine(PRACTICE_ID, self.tr("Practice shop"), self.tr("no key needed"), 0)]
        drafts = (self._draft,) if self._draft is not None else ()
        lines += [
            ShopLine(one.id, one.name or self.tr("New shop"), self._line(one.id), shop_color_number(one.id))
            for one in (*self._shops.profiles, *drafts)
        ]
        self._list.set_shops(lines, self._shown_id)
        practising = self._shown_id == PRACTICE_ID
        self._practice.setVisible(practising)
        self._form.setVisible(not practising)
        if not practising:
            self._form.set_key(self._shops.key(self._shown_id))

    def _line(self, profile_id: str) -> str:
        words = {
            KeyState.WORKS: self.tr("HKJ · key works"),
            KeyState.WRONG: self.tr("HKJ · wrong key"),
            KeyState.DISABLED: self.tr("HKJ · switched off"),
            KeyState.ABSENT: self.tr("HKJ · no key yet"),
            KeyState.VAULT: self.tr("HKJ · key store closed"),
        }
        info = self._shops.key(profile_id)
        return self.tr("HKJ") if info.unsaved else words.get(info.state, self.tr("HKJ"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # another page, not a minimised window
            self._shops.forget_unsaved()

    def _on_use(self) -> None:
        self._use_when_saved = True
        self._form.save()

    def _on_saved(self, profile_id: str) -> None:
        self._draft = None
        if self._use_when_saved and profile_id == self._shown_id:
            self._use_when_saved = False
            self.used.emit(profile_id)
        self.show_shop(profile_id)

    def _on_failed(self, error: AppError) -> None:
        self._use_when_saved = False
        self._form.show_error(error)


class ShopForm(Card):
    """Name, key, signing secret and address of one HKJ shop."""

    def __init__(self, shops: ShopsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shops = shops
        self._profile: Profile | None = None
        # A disabled button would throw the focus onto the next field, where a key must not land.
        self._testing = False
        m = metrics()
        self.name = QLineEdit()
        self._name_row = FieldRow(
            self.tr("Name"), self.name, hint=self.tr("Give it a name of your own, to tell your shops apart.")
        )
        self.key = SecretField(self.tr("API key"), "ik_live_…")
        self._key_row = FieldRow(
            self.tr("API key"),
            self.key,
            hint=self.tr(
                "From the HKJ dashboard, which shows it only once. If it is lost, rotate it and paste the new one."
            ),
        )
        self._key_row.add_button(self._paste(self.key))
        self.test = Button(self.tr("Test"), Icon.PLUG_ZAP)
        self.test.clicked.connect(self._on_test)
        self._key_row.add_button(self.test)
        self.signing = SecretField(self.tr("Signing secret"))
        signing_row = FieldRow(
            self.tr("Signing secret"),
            self.signing,
            optional=self.tr("(optional)"),
            hint=self.tr("Kept safe for you; this program does not need it."),
        )
        signing_row.add_button(self._paste(self.signing))
        self._message = Banner()
        self.address = QLineEdit()
        ltr(self.address)
        self._address_row = FieldRow(
            self.tr("Address"), self.address, hint=self.tr("Leave it unless HKJ gave you another one.")
        )
        self._advanced = Disclosure(self.tr("Advanced: address of the shop"), self._address_row)
        self.remove = Button(self.tr("Remove"), Icon.TRASH)
        self.use = Button(self.tr("Use this shop"), Icon.CHECK, kind=Kind.PRIMARY)
        foot = QHBoxLayout()
        foot.setSpacing(m.space_m)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        foot.addWidget(self.use)
        self.body.setSpacing(m.space_l)
        for part in (self._name_row, self._key_row, signing_row, self._message, self._advanced):
            self.body.addWidget(part)
        self.body.addLayout(foot)

    def _paste(self, field: SecretField) -> Button:
        button = Button(self.tr("Paste"), Icon.PASTE)
        button.clicked.connect(field.paste_new)
        return button

    def set_profile(self, profile: Profile, *, is_new: bool) -> None:
        """Show a shop; nothing of the one before stays."""
        self._profile = profile
        self.name.setText(profile.name)
        self.address.setText(profile.base_url)
        self.key.set_masked("")
        self.signing.set_masked("")
        self._name_row.set_error("")
        self._address_row.set_error("")
        self.remove.setVisible(not is_new)
        self._advanced.set_open(False)
        self._message.hide()

    def set_key(self, info: KeyInfo) -> None:
        """What is known of the key, in words."""
        if self.key.new_secret() is None:
            self.key.set_masked(info.shown.get("api_key", ""))
        if self.signing.new_secret() is None:
            self.signing.set_masked(info.shown.get("signing_secret", ""))
        self._testing = info.state is KeyState.TESTING
        if info.state is KeyState.TESTING:
            self._tell(Tone.NEUTRAL, self.tr("Asking the shop…"))
        elif info.state is KeyState.WORKS and info.unsaved:
            self._tell(Tone.GOOD, self.tr("What you typed works. It is kept once you press “Use this shop”."))
        elif info.state is KeyState.WORKS:
            self._tell(Tone.GOOD, self.tr("The key works. Checked a moment ago."))
        elif info.state is KeyState.ABSENT and (self._profile is None or not self._profile.name):
            self._message.hide()  # a new shop: that its key is missing is no news
        elif info.error is not None:
            words = say.error(info.error)
            tone = Tone.WARN if info.state in (KeyState.ABSENT, KeyState.UNREACHABLE, KeyState.VAULT) else Tone.ERROR
            self._tell(tone, f"{words.explanation} {words.todo}", words.title)
        else:
            self._message.hide()

    def show_error(self, error: AppError) -> None:
        """Saving failed: say it at the field that it is about, else in the box."""
        words = say.error(error)
        if isinstance(error, SettingsError) and str(error.params.get("reason", "")).startswith("profile"):
            self._name_row.set_error(words.title)
            self.name.setFocus()
        else:
            self._tell(Tone.ERROR, f"{words.explanation} {words.todo}", words.title)

    def _tell(self, tone: Tone, text: str, title: str = "") -> None:
        self._message.set_message(text, tone, title=title)
        self._message.show()

    def profile(self) -> Profile | None:
        """The shop as it stands in the form."""
        if self._profile is None:
            return None
        return replace(self._profile, name=self.name.text().strip(), base_url=self.address.text().strip())

    def save(self) -> None:
        """Keep the shop, if its address can be one."""
        profile = self.profile()
        if profile is not None and self._address_is_good(profile):
            self._name_row.set_error("")
            self._shops.save(profile, self._typed())

    def _typed(self) -> dict[str, Secret]:
        typed = {"api_key": self.key.new_secret(), "signing_secret": self.signing.new_secret()}
        return {name: secret for name, secret in typed.items() if secret is not None}

    def _on_test(self) -> None:
        profile = self.profile()
        if profile is not None and not self._testing and self._address_is_good(profile):
            self._shops.test(profile, self._typed())

    def _address_is_good(self, profile: Profile) -> bool:
        from hkj_desktop.remotes.http import check_address

        try:
            check_address(profile.base_url)
        except AppError as error:
            self._advanced.set_open(True)
            self._address_row.set_error(say.error(error).title)
            self.address.setFocus()
            return False
        self._address_row.set_error("")
        return True
