"""The shop page: a form for a shop of every system, what is known of its keys, and which shops get a catalogue."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hkj_desktop.errors import AccessRefused, AppError, ConnectFailed, ServerFailed, ShopDisabled, VaultLocked
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Access, destination, destinations
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID, Profile, Settings, SettingsStore
from hkj_desktop.ui.controllers.practice import PracticeHost
from hkj_desktop.ui.controllers.shops import KeyState, ShopsController
from hkj_desktop.ui.dialogs.base import Dialog
from hkj_desktop.ui.pages.shop_form import ShopForm
from hkj_desktop.ui.pages.shop_page import ShopPage
from hkj_desktop.uploads.connect import Connector
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.practice import HAQM_DISABLED_KEY, HAQM_KEY, HAQM_REGION, RunningShop, practice_shop
from tests.helpers.ui import InlineRunner, wait_until

HAQM = destination("haqm")
ADDRESS = "https://abc123.execute-api.me-central-1.amazonaws.com/prod"
OLD = Profile("p1", "My shop", "hkj", "https://shop.example/api", "", "2027-01-01T00:00:00Z")
STORES = Profile("p2", "My stores", "haqm", ADDRESS, region="me-central-1", stores="S1,S2", language="ar")
ID, SECRET, TOKEN = "AKIDSHOPPAGETEST0001", "shop-page/secret+of+the+test/0001", "shop-page-session-token-of-the-test"
PRACTICE_STORES = "practice-haqm"
WORDS = {"access_key_id": ID, "secret_access_key": SECRET, "session_token": TOKEN}


class Asked:
    """Stands in for asking a shop: what it was asked with, and what it answers."""

    def __init__(self) -> None:
        self.answer: AppError | None = None
        self.accesses: list[Access] = []

    def __call__(self, access: Access, _cancel: CancelToken) -> None:
        self.accesses.append(access)
        if self.answer is not None:
            raise self.answer


def nothing_to_start(_folder: Path) -> Any:
    raise AssertionError("no test here needs the practice shop's own process")


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    made = SettingsStore(tmp_path / "settings.json")
    made.save(Settings(profiles=(OLD, STORES)))
    return made


@pytest.fixture
def shops(
    qapp: QApplication, store: SettingsStore, vault: MemoryVault, asked: Asked, tmp_path: Path
) -> ShopsController:
    return ShopsController(InlineRunner(), store, store.load(), vault, PracticeHost(tmp_path, nothing_to_start), asked)


@pytest.fixture
def page(shops: ShopsController, qtbot: Any) -> ShopPage:
    made = ShopPage(shops)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    return made


def paste(form: ShopForm, **secrets: str) -> None:
    """Put secrets into the form as the buttons do."""
    for name, text in secrets.items():
        QApplication.clipboard().setText(text)
        assert form.secrets[name].paste_new()


def new_stores(page: ShopPage) -> ShopForm:
    """The form of a new shop of the second system, filled but for its secrets."""
    page.add_shop(HAQM)
    form = page.form()
    form.name.setText("New stores")
    form.address.setText(ADDRESS)
    form.region.setText("me-central-1")
    return form


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def lines(page: ShopPage) -> dict[str, tuple[str, str]]:
    """Name → line and part of each shop of the list."""
    return {row.shop.name: (row.shop.line, row.shop.part) for row in page._list._rows if not row.isHidden()}


def in_files(folder: Path, *texts: str) -> list[str]:
    """Those of the texts that stand in a file below ``folder``."""
    content = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return [text for text in texts if text.encode() in content or text.encode("utf-16-le") in content]


# -- adding and saving -----------------------------------------------------------------------------------------------


def test_a_shop_of_every_system_can_be_added(page: ShopPage) -> None:
    """The button offers the systems by their names, and each opens its own form with a field for each of its
    secrets."""
    actions = page.systems.actions()
    assert [action.text() for action in actions] == [system.name for system in destinations().values()]
    for action, system in zip(actions, destinations().values(), strict=True):
        action.trigger()
        assert page.form().system == system
        assert page.form().isVisible()
        assert [*page.form().secrets] == [spec.name for spec in system.secrets]
        assert lines(page)["New shop"] == (system.name, "")


def test_only_what_the_system_asks_for_is_shown(page: ShopPage) -> None:
    """HKJ's address is behind "Advanced" and it has neither region nor stores; HAQM's address stands in the open."""
    page.add_shop()
    form = page.form()
    assert not any(field.isVisible() for field in (form.address, form.region, form.stores, form.language))
    page.add_shop(HAQM)
    form = page.form()
    assert all(field.isVisible() for field in (form.address, form.region, form.stores, form.language))
    assert not form.secrets["session_token"].isVisible()
    form._rare[0].heading.click()
    assert form.secrets["session_token"].isVisible()
    assert "ends after some hours" in words_in(form)


def test_tab_goes_through_the_form_as_one_reads(page: ShopPage, qtbot: Any) -> None:
    """From the name over the fields, each with its buttons, to "Use this shop" at the end."""
    expected = {
        OLD.id: ["Name", "API key", "Paste: API key", "Test", "Signing secret", "Paste: Signing secret",
                 "Advanced: address of the shop", "Send to this shop too, in one go", "Remove", "Save",
                 "Use this shop"],
        STORES.id: ["Name", "Address", "Region", "Stores", "Arabic", "Access key ID", "Paste: Access key ID",
                    "Secret access key", "Paste: Secret access key", "Session token, for a role that was assumed",
                    "Test", "Send to this shop too, in one go", "Remove", "Save", "Use this shop"],
    }  # fmt: skip
    host = QWidget()
    qtbot.addWidget(host)
    dialog = Dialog("", host)  # goes on at Tab as the window does
    dialog.body.addWidget(page)
    dialog.resize(1000, 900)
    dialog.show()
    dialog.activateWindow()
    for profile_id, names in expected.items():
        page.show_shop(profile_id)
        form = page.form()
        form.name.setFocus()
        wait_until(qtbot, form.name.hasFocus)
        reached: list[str] = []
        while form.isAncestorOf(part := QApplication.focusWidget()) and len(reached) < 30:
            reached.append(part.accessibleName() or part.property("text"))
            qtbot.keyClick(part, Qt.Key.Key_Tab)
        assert reached == names


def test_codes_run_from_left_to_right_in_arabic_too(page: ShopPage) -> None:
    """Address, region, stores and secrets keep their direction in a mirrored window."""
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.add_shop(HAQM)
    form = page.form()
    for field in (form.address, form.region, form.stores, *form.secrets.values()):
        assert field.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_secrets_go_to_the_vault_and_nowhere_else(
    page: ShopPage, shops: ShopsController, vault: MemoryVault, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Each is kept under its own name; none is in a file, in a log, or readable in the form afterwards."""
    caplog.set_level("DEBUG")
    form = new_stores(page)
    paste(form, **WORDS)
    form.use.click()
    (profile,) = (one for one in shops.profiles if one.name == "New stores")
    assert vault.kept == {(profile.id, name): Secret(text) for name, text in WORDS.items()}
    assert in_files(tmp_path, *WORDS.values()) == []
    assert not any(text in caplog.text for text in WORDS.values())
    page.show_shop(profile.id)
    shown = {name: field.text() for name, field in page.form().secrets.items()}
    assert all(text.endswith(WORDS[name][-4:]) and WORDS[name] not in text for name, text in shown.items())
    assert page.form().secrets["session_token"].isVisible()  # a stored one is never hidden


def test_what_was_typed_is_what_is_kept(page: ShopPage, shops: ShopsController, store: SettingsStore) -> None:
    """Region in small letters, stores each once however they were divided, the chosen language; all of it comes back
    into the form."""
    form = new_stores(page)
    form.region.setText(" ME-Central-1\u200f ")
    form.stores.setText("S1، S2 ,S1;\tS3,")
    form.language.set_chosen("ar")
    assert "3 store" in words_in(form)
    form.use.click()
    kept = store.load().profiles[-1]
    assert (kept.destination, kept.base_url, kept.region) == ("haqm", ADDRESS, "me-central-1")
    assert (kept.stores, kept.language) == ("S1,S2,S3", "ar")
    page.show_shop(OLD.id)
    page.show_shop(kept.id)
    form = page.form()
    assert (form.region.text(), form.stores.text()) == ("me-central-1", "S1, S2, S3")
    assert form.language.chosen_key() == "ar"


def test_saving_alone_changes_no_active_shop(page: ShopPage, shops: ShopsController, qtbot: Any) -> None:
    """ "Save" keeps a shop and says so; "Use this shop" keeps it and makes it the one to send to."""
    used: list[str] = []
    page.used.connect(used.append)
    form = new_stores(page)
    paste(form, access_key_id=ID, secret_access_key=SECRET)
    form.keep.click()
    assert shops.profiles[-1].name == "New stores"
    assert used == []
    assert "Saved." in words_in(form)
    form.use.click()
    assert used == [shops.profiles[-1].id]


@pytest.mark.parametrize(
    ("address", "region", "said"),
    [
        (ADDRESS, "", "A region looks like"),
        (ADDRESS, "me_central", "A region looks like"),
        ("", "me-central-1", "Without the address that HAQM gave you"),
        ("http://haqm.example", "me-central-1", "must begin with https://"),
        ("haqm.example", "me-central-1", "not a web address"),
    ],
)
def test_what_cannot_be_is_neither_saved_nor_asked(
    page: ShopPage, shops: ShopsController, asked: Asked, address: str, region: str, said: str
) -> None:
    """A missing or impossible region or address is told at its field, and nothing is saved or sent."""
    form = new_stores(page)
    paste(form, access_key_id=ID, secret_access_key=SECRET)
    form.address.setText(address)
    form.region.setText(region)
    for button in (form.test, form.keep, form.use):
        button.click()
        assert said in words_in(form)
    assert shops.profiles == (OLD, STORES)
    assert asked.accesses == []


@pytest.mark.parametrize("address", [ADDRESS, "https://haqm.example", "https://haqm.example/v1/catalog/upload"])
def test_addresses_that_the_client_takes_are_taken(page: ShopPage, asked: Asked, address: str) -> None:
    """A host alone is an address here, since the client adds the rest."""
    form = new_stores(page)
    paste(form, access_key_id=ID, secret_access_key=SECRET)
    form.address.setText(address)
    form.test.click()
    assert [access.base_url for access in asked.accesses] == [address]


def test_an_hkj_address_still_needs_its_path(page: ShopPage, shops: ShopsController) -> None:
    """Where a system asks for no region its address is checked as it stands, and "Advanced" opens on the error."""
    page.show_shop(OLD.id)
    form = page.form()
    form.address.setText("https://shop.example")
    form.keep.click()
    assert form.address.isVisible()
    assert "not a web address" in words_in(form)
    assert shops.profiles[0] == OLD


def test_a_name_that_is_taken_is_told_at_the_name(page: ShopPage, shops: ShopsController) -> None:
    """Also where the other shop is one of another system."""
    form = new_stores(page)
    form.name.setText("my SHOP")
    form.use.click()
    assert "already" in form._name_row.error()
    assert len(shops.profiles) == 2


# -- testing ---------------------------------------------------------------------------------------------------------


def test_the_test_asks_with_what_is_typed(page: ShopPage, asked: Asked, vault: MemoryVault) -> None:
    """Address, region and secrets of the form, saved or not; nothing is kept by testing."""
    form = new_stores(page)
    paste(form, **WORDS)
    form.test.click()
    (access,) = asked.accesses
    assert (access.destination, access.base_url, access.region) == ("haqm", ADDRESS, "me-central-1")
    assert access.secrets == {name: Secret(text) for name, text in WORDS.items()}
    assert vault.kept == {}
    assert "What you typed works" in words_in(form)


def test_a_stored_secret_stands_in_for_one_not_typed(page: ShopPage, asked: Asked, vault: MemoryVault) -> None:
    """With a new secret access key alone, the stored access key ID is used with it."""
    vault.set(STORES.id, "access_key_id", Secret(ID))
    vault.set(STORES.id, "secret_access_key", Secret("an-older/secret"))
    page.show_shop(STORES.id)
    paste(page.form(), secret_access_key=SECRET)
    page.form().test.click()
    assert asked.accesses[-1].secrets == {"access_key_id": Secret(ID), "secret_access_key": Secret(SECRET)}


def test_a_session_token_goes_with_its_key(page: ShopPage, asked: Asked, vault: MemoryVault) -> None:
    """A new access key ID takes the old token away: from the form, from the test, and with saving from the key store;
    going back to the old one brings it back."""
    for name, text in WORDS.items():
        vault.set(STORES.id, name, Secret(text))
    page.show_shop(STORES.id)
    form = page.form()
    token = form.secrets["session_token"]
    paste(form, access_key_id="AKIDANOTHER000000002", secret_access_key="another/secret")
    assert token.text() == ""
    form.test.click()
    assert "session_token" not in asked.accesses[-1].secrets
    paste(form, access_key_id=ID)
    form.test.click()
    assert asked.accesses[-1].secrets["session_token"] == Secret(TOKEN)
    paste(form, access_key_id="AKIDANOTHER000000002")
    form.keep.click()
    assert {name for _id, name in vault.kept} == {"access_key_id", "secret_access_key"}


def test_an_incomplete_new_key_is_told_at_its_field(page: ShopPage, asked: Asked) -> None:
    """A test without a secret that is needed asks nobody, and says what is missing until it is typed."""
    form = new_stores(page)
    paste(form, access_key_id=ID)
    form.test.click()
    assert asked.accesses == []
    assert form._secret_rows["secret_access_key"].error()
    assert not form._secret_rows["access_key_id"].error()
    assert not form._secret_rows["session_token"].error()
    paste(form, secret_access_key=SECRET)
    assert not form._secret_rows["secret_access_key"].error()


@pytest.mark.parametrize(
    ("error", "state", "line", "said"),
    [
        (AccessRefused(reason="key"), KeyState.WRONG, "wrong key", "does not accept this access key"),
        (AccessRefused(reason="signature"), KeyState.WRONG, "wrong key", "secret access key does not fit"),
        (AccessRefused(reason="token"), KeyState.WRONG, "token ran out", "session token has run out"),
        (AccessRefused(reason="region", host="h"), KeyState.WRONG, "wrong region", "region is not the right one"),
        (AccessRefused(reason="clock"), KeyState.WRONG, "wrong clock", "clock of this computer"),
        (AccessRefused(reason="address", host="h"), KeyState.WRONG, "wrong address", "no catalogue upload"),
        (AccessRefused(reason="onboarding"), KeyState.DISABLED, "not let in", "does not let this account in"),
        (ShopDisabled(), KeyState.DISABLED, "switched off", "switched this connection off"),
        (VaultLocked(), KeyState.VAULT, "key store closed", "key store is locked"),
        (ConnectFailed(reason="name", host="h"), KeyState.UNREACHABLE, "", "address is not known"),
        (ServerFailed(status=500), KeyState.UNREACHABLE, "", "server has a fault"),
    ],
    ids=lambda value: value.code if isinstance(value, AppError) else "",
)
def test_each_answer_is_told_in_its_own_words(
    page: ShopPage, shops: ShopsController, asked: Asked, vault: MemoryVault, error: AppError, state: KeyState,
    line: str, said: str,
) -> None:  # fmt: skip
    """In the form with what to do, and in short in the list, with the system's name before it."""
    vault.set(STORES.id, "access_key_id", Secret(ID))
    vault.set(STORES.id, "secret_access_key", Secret(SECRET))
    page.show_shop(STORES.id)
    asked.answer = error
    page.form().test.click()
    assert shops.key(STORES.id).state is state
    assert said in words_in(page.form())
    assert lines(page)[STORES.name][0] == (f"HAQM · {line}" if line else "HAQM")
    assert "{" not in words_in(page.form())


def test_a_key_that_works_is_told(page: ShopPage, vault: MemoryVault) -> None:
    """And of HAQM's that nothing is known of the store numbers yet, since nothing can be asked about them."""
    for name, text in (("access_key_id", ID), ("secret_access_key", SECRET)):
        vault.set(STORES.id, name, Secret(text))
    page.show_shop(STORES.id)
    page.form().test.click()
    assert "The key works" in words_in(page.form())
    assert "store numbers" in words_in(page.form())
    assert lines(page)[STORES.name][0] == "HAQM · key works"


def test_half_a_key_is_told_with_what_is_needed(page: ShopPage, vault: MemoryVault) -> None:
    """A saved shop of which only the access key ID is stored: both are named, and no dashboard of another system."""
    vault.set(STORES.id, "access_key_id", Secret(ID))
    page.show_shop(STORES.id)
    said = words_in(page.form())
    assert "HAQM needs all of these: Access key ID, Secret access key" in said
    assert "HKJ" not in said
    assert lines(page)[STORES.name][0] == "HAQM · no key yet"


@pytest.fixture(scope="module")
def practising(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    with practice_shop(tmp_path_factory.mktemp("shop")) as shop:
        yield shop


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "What you typed works"),
        ({"secret_access_key": "not/the/secret"}, "The secret access key does not fit"),
        ({"access_key_id": "AKIDOFNOBODY00000001"}, "HAQM does not accept this access key"),
        ({"region": "eu-west-1"}, "The region is not the right one"),
        ({"session_token": "a-token-that-nobody-gave"}, "HAQM does not accept this access key"),
        (
            {"access_key_id": HAQM_DISABLED_KEY.access_key_id, "secret_access_key": HAQM_DISABLED_KEY.secret},
            "HAQM does not let this account in",
        ),
    ],
    ids=["works", "secret", "key", "region", "token", "onboarding"],
)
def test_against_the_practice_stores(
    page: ShopPage, shops: ShopsController, practising: RunningShop, changed: Mapping[str, str], said: str
) -> None:
    """The real client and a real server: the test says what is right, and what exactly is wrong."""
    connector = Connector(time.time, lambda: 0.0)
    shops._check_key = lambda access, cancel: connector.shop(access, cancel).check_key()
    given = {"access_key_id": HAQM_KEY.access_key_id, "secret_access_key": HAQM_KEY.secret, "region": HAQM_REGION}
    given |= changed
    form = new_stores(page)
    form.address.setText(practising.shop.haqm_url)
    form.region.setText(given.pop("region"))
    paste(form, **given)
    form.test.click()
    assert said in words_in(form)
    connector.close()


# -- the list, the practice shops, and one go for several -------------------------------------------------------------


def test_the_practice_shops_stand_first(page: ShopPage) -> None:
    """Both of them, each with the system that it practises for; the chosen one is marked as in use."""
    assert [*lines(page).items()][:2] == [
        ("Practice shop", ("HKJ Shopping · no key needed", "in use")),
        ("Practice stores", ("HAQM · no key needed", "")),
    ]


@pytest.mark.parametrize(
    ("practice", "said", "front"), [(PRACTICE_ID, "A shop that lives", True), (PRACTICE_STORES, "JWO-AMMAN-1", False)]
)
def test_each_practice_shop_can_be_used(page: ShopPage, practice: str, said: str, front: bool) -> None:
    """Its pane says what it takes, and its button says its id; only the one with products has a storefront."""
    used: list[str] = []
    looked: list[bool] = []
    page.used.connect(used.append)
    page.storefront_requested.connect(lambda: looked.append(True))
    page.show_shop(practice)
    pane = page._practices[practice]
    assert pane.isVisible()
    assert said in words_in(pane)
    for button in pane.findChildren(QWidget):
        if button.property("kind") is not None:
            button.click()  # type: ignore[attr-defined]
    assert used == [practice]
    assert bool(looked) is front


def test_a_shop_can_get_it_too(page: ShopPage, shops: ShopsController, store: SettingsStore) -> None:
    """The box is there for every shop but the active one and a draft; what is ticked is kept, and marked in the
    list."""
    page.show_shop(PRACTICE_ID)
    assert not page.also_box().isVisible()
    page.add_shop(HAQM)
    assert not page.also_box().isVisible()
    for profile_id in (OLD.id, PRACTICE_STORES):
        page.show_shop(profile_id)
        assert page.also_box().isVisible()
        assert not page.also_box().check.isChecked()
        page.also_box().check.click()
        assert page.also_box().check.isChecked()
    assert store.load().also == (OLD.id, PRACTICE_STORES)
    assert lines(page)[OLD.name][1] == lines(page)["Practice stores"][1] == "gets it too"
    page.also_box().check.click()
    assert store.load().also == (OLD.id,)
    shops.use(OLD.id)
    assert lines(page)[OLD.name][1] == "in use"
    page.show_shop(OLD.id)
    assert not page.also_box().isVisible()


def test_ticking_keeps_what_is_being_typed(page: ShopPage) -> None:
    """The box is no way to lose a key that was just pasted."""
    page.show_shop(STORES.id)
    form = page.form()
    paste(form, access_key_id=ID)
    form.region.setText("eu-west-1")
    page.also_box().check.click()
    assert form.secrets["access_key_id"].new_secret() == Secret(ID)
    assert form.region.text() == "eu-west-1"


def test_what_was_typed_for_one_shop_is_not_in_the_form_of_another(
    page: ShopPage, shops: ShopsController, store: SettingsStore, vault: MemoryVault
) -> None:
    """Two shops of one system share a form; nothing of the one is shown or saved for the other."""
    other = replace(STORES, id="p3", name="Other stores", stores="", language="en", region="eu-west-1")
    shops.save(other, {})
    page.show_shop(STORES.id)
    paste(page.form(), access_key_id=ID, secret_access_key=SECRET)
    page.form().stores.setText("S9")
    page.show_shop(other.id)
    page.form().keep.click()
    assert store.load().profile(other.id) == other
    assert vault.kept == {}


def test_every_row_of_the_list_says_all_of_it(page: ShopPage, shops: ShopsController) -> None:
    """Name, system and state, and what part it has: for those who hear the window, and where a name is too long."""
    shops.send_also(STORES.id, wanted=True)
    rows = {row.shop.id: row for row in page._list._rows}
    assert rows[STORES.id].accessibleName() == "My stores, HAQM, gets it too"
    assert "My stores" in rows[STORES.id].toolTip()
