"""The form of one shop. What it asks for is data of the shop's system; how the fields are called stands here alone."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hkj_desktop.errors import AddressRefused, AppError, SettingsError
from hkj_desktop.system.destinations import Ask, Destination, SecretSpec
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import Profile
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import ltr
from hkj_desktop.ui.controllers.shops import KeyInfo, KeyState, ShopsController, bound_to_key
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.pages.shop_words import secret_words
from hkj_desktop.ui.theme import Tone, metrics
from hkj_desktop.ui.widgets.banner import Banner
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.cards import Card
from hkj_desktop.ui.widgets.choices import Choice, SegmentedControl
from hkj_desktop.ui.widgets.disclosure import Disclosure
from hkj_desktop.ui.widgets.field_row import FieldRow
from hkj_desktop.ui.widgets.secret_field import SecretField, clean_key

#: What the client of a system with regions puts behind the address by itself, so that a host alone is an address.
ENDPOINT = "/v1/catalog"
_REGION = re.compile(r"[a-z0-9-]{1,40}")
_BETWEEN = re.compile(r"[,;،؛\n\t]+")  # what people put between two numbers, in both languages
#: These say that something could not be found out; the others that something is wrong.
_NOT_KNOWN = (KeyState.ABSENT, KeyState.UNREACHABLE, KeyState.VAULT)


class ShopForm(Card):
    """Name, address, secrets, and what else the system asks for, of one of its shops."""

    def __init__(self, shops: ShopsController, system: Destination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.system = system
        self._shops = shops
        self._profile: Profile | None = None
        self._is_new = False
        self._just_saved = False
        # A disabled button would throw the focus onto the next field, where a key must not land.
        self._testing = False
        self._make_place()
        self._make_secrets()
        self._message = Banner()
        self.body.setSpacing(metrics().space_l)
        self.body.addWidget(self._name_row)
        self._put_place()
        self._put_secrets()
        self._put_test()
        self.body.addWidget(self._message)
        self._put_advanced()
        self._above_foot = QVBoxLayout()
        self.body.addLayout(self._above_foot)
        self.body.addLayout(self._foot())

    # -- what it is made of -------------------------------------------------------------------------------------------

    def _make_place(self) -> None:
        """The fields that are no secrets; which of them are shown is :meth:`_put_place`'s."""
        self.name, self.address, self.region, self.stores = (QLineEdit() for _ in range(4))
        for field in (self.address, self.region, self.stores):
            ltr(field)
            field.textEdited.connect(lambda _text: self._message.hide())  # a verdict on what stood there before
        self.language = SegmentedControl(
            [Choice("en", self.tr("English")), Choice("ar", self.tr("Arabic"))], spoken=self.tr("Language of the names")
        )
        self._name_row = FieldRow(
            self.tr("Name"), self.name, hint=self.tr("Give it a name of your own, to tell your shops apart.")
        )
        given = self.tr("Leave it unless {system} gave you another one.")
        hint = given if self.system.base_url else self.tr("From {system}. It begins with https://")
        self.address.setPlaceholderText("https://…")
        self._address_row = FieldRow(self.tr("Address"), self.address, hint=self._of_system(hint))
        self.region.setPlaceholderText("me-central-1")
        self._region_row = FieldRow(self.tr("Region"), self.region, hint=self.tr("It came with the address."))
        hint = self.tr(
            "Numbers from {system}, with commas between them. Every product goes to each of these stores. "
            "May be empty where the file has a column “store_id”."
        )
        self._stores_row = FieldRow(
            self.tr("Stores"),
            self.stores,
            optional=self.tr("(optional)"),
            hint=self._of_system(hint),
        )
        self.stores.textChanged.connect(self._count_stores)
        self._language_row = FieldRow(
            self.tr("Language of the names"),
            self.language,
            hint=self._of_system(self.tr("{system} keeps one name for a product.")),
            stretches=False,
        )

    def _put_place(self) -> None:
        """What is asked for between the name and the secrets, two in a line since there is much of it."""
        asks = self.system.asks
        parts = (
            (self._address_row, not self.system.base_url, 0, 0),
            (self._region_row, Ask.REGION in asks, 0, 1),
            (self._stores_row, Ask.STORES in asks, 1, 0),
            (self._language_row, Ask.LANGUAGE in asks, 1, 1),
        )
        grid = QGridLayout()
        grid.setSpacing(metrics().space_l)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        for part, wanted, line, column in parts:
            if wanted:
                grid.addWidget(part, line, column, Qt.AlignmentFlag.AlignTop)
        if grid.count():
            self.body.addLayout(grid)

    def _put_secrets(self) -> None:
        """Those that most people have none of are one click away."""
        self._rare: list[Disclosure] = []
        for name, row in self._secret_rows.items():
            if name in bound_to_key(self.system):
                text = self.tr("{secret}, for a role that was assumed").format(
                    secret=secret_words(self.system)[name].label
                )
                self._rare.append(Disclosure(text, row))
                self.body.addWidget(self._rare[-1])
            else:
                self.body.addWidget(row)

    def _put_advanced(self) -> None:
        """The address, where the system has one for all its shops."""
        self._advanced: Disclosure | None = None
        if self.system.base_url:
            self._advanced = Disclosure(self.tr("Advanced: address of the shop"), self._address_row)
            self.body.addWidget(self._advanced)

    def _make_secrets(self) -> None:
        self.secrets: dict[str, SecretField] = {}
        self._secret_rows: dict[str, FieldRow] = {}
        every = secret_words(self.system)
        for spec in self.system.secrets:
            words = every[spec.name]
            field = SecretField(words.label, words.example)
            row = FieldRow(words.label, field, optional="" if spec.required else self.tr("(optional)"), hint=words.hint)
            paste = Button(self.tr("Paste"), Icon.PASTE)
            paste.setAccessibleName(self.tr("Paste: {field}").format(field=words.label))
            paste.clicked.connect(field.paste_new)
            row.add_button(paste)
            field.edited.connect(self._on_secret_edited)
            self.secrets[spec.name], self._secret_rows[spec.name] = field, row

    def _put_test(self) -> None:
        """Beside the key where there is one; below them all where it takes several."""
        self.test = Button(self.tr("Test"), Icon.PLUG_ZAP)
        self.test.clicked.connect(self._on_test)
        needed = self._needed()
        if len(needed) == 1:
            self._secret_rows[needed[0].name].add_button(self.test)
        else:
            self.body.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)

    def _foot(self) -> QHBoxLayout:
        self.remove = Button(self.tr("Remove"), Icon.TRASH)
        self.keep = Button(self.tr("Save"), Icon.SAVE)
        self.use = Button(self.tr("Use this shop"), Icon.CHECK, kind=Kind.PRIMARY)
        foot = QHBoxLayout()
        foot.setSpacing(metrics().space_m)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self.use)
        return foot

    def put_above_foot(self, part: QWidget) -> None:
        """What the page asks about every shop, whatever its system."""
        self._above_foot.addWidget(part)

    def _of_system(self, text: str) -> str:
        return text.format(system=self.system.name)

    def _needed(self) -> list[SecretSpec]:
        return [spec for spec in self.system.secrets if spec.required]

    # -- what it shows ------------------------------------------------------------------------------------------------

    def set_profile(self, profile: Profile, *, is_new: bool) -> None:
        """Show a shop; nothing of the one before stays."""
        self._profile, self._is_new, self._just_saved = profile, is_new, False
        self.name.setText(profile.name)
        self.address.setText(profile.base_url)
        self.region.setText(profile.region)
        self.stores.setText(", ".join(profile.store_ids))
        self.language.set_chosen(profile.language if profile.language in ("en", "ar") else "en")
        for field in self.secrets.values():
            field.set_masked("")
        for row in (self._name_row, self._address_row, self._region_row, *self._secret_rows.values()):
            row.set_error("")
        self.remove.setVisible(not is_new)
        for part in (self._advanced, *self._rare):
            if part is not None:
                part.set_open(False)
        self._message.hide()

    def take_over(self, old: ShopForm) -> None:
        """Hold what was typed into ``old`` and not saved yet."""
        if old._profile is None:
            return
        self.set_profile(old._profile, is_new=old._is_new)
        self._just_saved = old._just_saved
        for name in ("name", "address", "region", "stores"):
            getattr(self, name).setText(getattr(old, name).text())
        self.language.set_chosen(old.language.chosen_key())
        for name, field in self.secrets.items():
            field.take_over(old.secrets[name])

    def set_key(self, info: KeyInfo) -> None:
        """What is known of the stored secrets and of what was tested, in words."""
        self._show_stored(info)
        if self._testing or info.state is KeyState.TESTING:
            self._bring(self._message)
        self._testing = info.state is KeyState.TESTING
        if info.state is KeyState.TESTING:
            self._tell(Tone.NEUTRAL, self._of_system(self.tr("Asking {system}…")))
        elif info.state is KeyState.WORKS:
            self._tell(Tone.GOOD, self._works(unsaved=info.unsaved))
        elif info.state is KeyState.ABSENT and info.error is not None and len(self._needed()) > 1:
            labels = say.listed(self.secrets[spec.name].accessibleName() for spec in self._needed())
            text = self.tr("{system} needs all of these: {list}. Paste them and save.").replace("{list}", labels)
            self._tell(Tone.WARN, self._of_system(text), say.error(info.error).title)
        elif info.error is not None:
            self._tell_error(info.error, Tone.WARN if info.state in _NOT_KNOWN else Tone.ERROR)
        elif self._just_saved:
            self._tell(Tone.GOOD, self.tr("Saved."))
        else:
            self._message.hide()

    def _works(self, *, unsaved: bool) -> str:
        said = self.tr("What you typed works. It is kept once you save it.") if unsaved else self.tr("The key works.")
        if Ask.STORES in self.system.asks:  # nothing can be asked about a store without sending something to it
            return said + " " + self.tr("Whether the store numbers are right shows when you send.")
        return said if unsaved else self.tr("The key works. Checked a moment ago.")

    def _show_stored(self, info: KeyInfo) -> None:
        """The stored secrets masked, where nothing new was typed; not those that only go with a key that is going."""
        new_key = self.secrets[self.system.secrets[0].name].new_secret() is not None
        going = bound_to_key(self.system) if new_key else ()
        for name, field in self.secrets.items():
            if field.new_secret() is None:
                field.set_masked("" if name in going else info.shown.get(name, ""))
        for part in self._rare:
            if any(name in info.shown for name in bound_to_key(self.system)):
                part.set_open(True)

    def _on_secret_edited(self) -> None:
        self._message.hide()
        for name, field in self.secrets.items():
            if field.new_secret() is not None:
                self._secret_rows[name].set_error("")
        if self._profile is not None:
            self._show_stored(self._shops.key(self._profile.id))

    def _count_stores(self) -> None:
        typed = self._typed_stores()
        text = self.tr("%n store(s)", "", len(typed)) if typed else self.tr("(optional)")
        text = self.tr("%n store(s): put commas between them", "", len(typed)) if " " in "".join(typed) else text
        self._stores_row.set_optional(say.counted(text, len(typed)))

    def show_saved(self) -> None:  # until something else is to be said of its keys
        self._just_saved = True
        self._tell(Tone.GOOD, self.tr("Saved."))

    def show_error(self, error: AppError) -> None:
        """Saving failed: say it at the field that it is about, else in the box."""
        if isinstance(error, SettingsError) and str(error.params.get("reason", "")).startswith("profile"):
            self._refuse(self._name_row, say.error(error).title)
        else:
            self._tell_error(error, Tone.ERROR)
            self._bring(self._message)

    def _tell_error(self, error: AppError, tone: Tone) -> None:
        words = say.error(error)
        self._tell(tone, f"{words.explanation} {words.todo}", words.title)

    def _tell(self, tone: Tone, text: str, title: str = "") -> None:
        self._message.set_message(text, tone, title=title)
        self._message.show()

    def _refuse(self, row: FieldRow, text: str) -> None:
        """Say below a field what is wrong with it, and go there."""
        row.set_error(text)
        row.field.setFocus()
        self._bring(row)

    def _bring(self, part: QWidget) -> None:
        """Scroll there, once the layout knows where that is: the form may be higher than the window."""

        def scroll() -> None:
            parent: QWidget | None = self
            while parent is not None and not isinstance(parent, QScrollArea):
                parent = parent.parentWidget()
            if isinstance(parent, QScrollArea) and part.isVisible():
                for one in (self.use, part) if part is self._message else (part,):  # what one presses next, too
                    parent.ensureWidgetVisible(one, 0, metrics().space_xl)

        QTimer.singleShot(0, self, scroll)

    # -- what was typed -----------------------------------------------------------------------------------------------

    def profile(self) -> Profile | None:
        """The shop as it stands in the form."""
        if self._profile is None:
            return None
        return replace(
            self._profile,
            name=self.name.text().strip(),
            base_url=clean_key(self.address.text()),
            region=clean_key(self.region.text()).lower(),
            stores=",".join(self._typed_stores()),
            language=self.language.chosen_key(),
        )

    def _typed_stores(self) -> tuple[str, ...]:
        """Each once, in the order in which they were typed."""
        typed = (clean_key(one) for one in _BETWEEN.split(self.stores.text()))
        return tuple(dict.fromkeys(one for one in typed if one))

    def _typed(self) -> dict[str, Secret]:
        typed = ((name, field.new_secret()) for name, field in self.secrets.items())
        return {name: secret for name, secret in typed if secret is not None}

    def save(self) -> bool:
        """Keep the shop; False where its address or its region cannot be one, which is then said at the field."""
        profile = self.profile()
        if profile is None or not self._place_is_good(profile):
            return False
        self._name_row.set_error("")
        self._shops.save(profile, self._typed())
        return True

    def _on_test(self) -> None:
        profile = self.profile()
        if profile is None or self._testing or not self._place_is_good(profile):
            return
        typed = self._typed()
        missing = [spec.name for spec in self._needed() if self._is_new and spec.name not in typed]
        for name in reversed(missing):
            self._refuse(self._secret_rows[name], self.tr("Nothing can be tested without it."))
        if not missing:
            self._shops.test(profile, typed)

    def _place_is_good(self, profile: Profile) -> bool:
        """Says at the fields what is wrong; the first of them gets the focus."""
        wrong = [(self._region_row, self._region_wrong(profile)), (self._address_row, self._address_wrong(profile))]
        for row, text in wrong:
            row.set_error("")
            if text:
                if self._advanced is not None:
                    self._advanced.set_open(True)
                self._refuse(row, text)
        return not any(text for _, text in wrong)

    def _region_wrong(self, profile: Profile) -> str:
        if Ask.REGION not in self.system.asks or _REGION.fullmatch(profile.region):
            return ""
        return say.error(AddressRefused(reason="region")).explanation

    def _address_wrong(self, profile: Profile) -> str:
        from hkj_desktop.remotes.http import check_address

        address = profile.base_url
        if not address and not self.system.base_url:
            return self._of_system(self.tr("Without the address that {system} gave you nothing can be sent."))
        try:
            check_address(address.rstrip("/") + ENDPOINT if Ask.REGION in self.system.asks else address)
        except AppError as error:
            return say.error(error).title
        return ""
