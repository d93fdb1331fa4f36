"""The controllers alone: what is told when, with real files and a real record, and no window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hkj_desktop.catalog.problems import Problem, Problems, Source
from hkj_desktop.errors import AppError, KeyRefused, VaultLocked, VaultMissing
from hkj_desktop.remotes.hkj import HkjShop
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Access, first_destination
from hkj_desktop.system.paths import Folders
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID, Profile, Settings, SettingsStore, practice_profile
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.practice import PracticeHost
from hkj_desktop.ui.controllers.shops import KeyState, ShopsController
from hkj_desktop.ui.controllers.uploads import How, UploadsController
from hkj_desktop.uploads.journal import Journal
from tests.helpers.journal import NOW, write_catalogue
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.shop_client import hkj_access
from tests.helpers.ui import InlineRunner

ADDRESS = "https://shop.example/api"
PROFILE = Profile("p1", "My shop", "hkj", ADDRESS, "", "2027-01-01T00:00:00Z")
STORES = Profile("p2", "My stores", "haqm", "https://haqm.example", region="me-central-1", stores="S1")
KEY = Secret("ik_live_controller_test_0123")
SHOPS = [practice_profile(first_destination())]


class Told:
    """What a controller told, in order."""

    def __init__(self, **signals: Any) -> None:
        self.events: list[tuple[str, Any]] = []
        for name, signal in signals.items():
            signal.connect(self._hear(name))

    def _hear(self, name: str) -> Callable[..., None]:
        return lambda *values: self.events.append((name, values[0] if values else None))

    def names(self) -> list[str]:
        return [name for name, _ in self.events]


# The catalogue ------------------------------------------------------------------------------------------


@pytest.fixture
def runner() -> InlineRunner:
    return InlineRunner()


@pytest.fixture
def catalogue(qapp: Any, runner: InlineRunner, tmp_path: Path) -> CatalogueController:
    return CatalogueController(
        runner,
        lambda _only: SHOPS,
        lambda _print: {},
        lambda _print, _match: None,
        Path("no-presets"),
        tmp_path / "drafts",
    )


def test_matching_while_a_file_loads_loses_no_file(
    catalogue: CatalogueController, runner: InlineRunner, tmp_path: Path
) -> None:
    """Columns of the open file that are accepted while another file is read do not stop the reading, and come to
    nothing: the file that they are about is no longer open."""
    told = Told(opened=catalogue.opened, refused=catalogue.refused, changed=catalogue.changed)
    first, second = (write_catalogue(tmp_path / name) for name in ("first.csv", "second.csv"))
    catalogue.open(first)
    assert catalogue.checked is not None
    mapping = catalogue.checked.mapping
    runner.held = True
    catalogue.open(second)
    catalogue.match(mapping)
    runner.release()
    assert told.names() == ["opened", "opened"]
    assert catalogue.file is not None
    assert catalogue.file.path == second


def test_opening_supersedes_matching(catalogue: CatalogueController, runner: InlineRunner, tmp_path: Path) -> None:
    """A match that is under way when another file is opened is about the old file, and leaves the new one alone."""
    catalogue.open(write_catalogue(tmp_path / "first.csv"))
    assert catalogue.checked is not None
    told = Told(opened=catalogue.opened, changed=catalogue.changed)
    runner.held = True
    catalogue.match(catalogue.checked.mapping.choose("c1", None))
    catalogue.open(write_catalogue(tmp_path / "second.csv"))
    runner.release()
    assert told.names() == ["changed", "opened"]
    assert catalogue.checked.mapping.column_of("title_en") is not None


def test_answers_outlive_a_match(catalogue: CatalogueController, runner: InlineRunner, tmp_path: Path) -> None:
    """The shop's answers are put on the file in a task; where its columns are matched meanwhile, on the new state."""
    catalogue.open(write_catalogue(tmp_path / "first.csv"))
    assert catalogue.checked is not None
    answer = catalogue.checked.located(Problem("server_refused", other="no", source=Source.SERVER), 2)
    runner.held = True
    catalogue.match(catalogue.checked.mapping.choose("c4", None))
    catalogue.set_answers(PRACTICE_ID, Problems.of([answer]))
    assert catalogue.checked.counts.with_error == 0
    runner.release()
    assert catalogue.checked.mapping.column_of("description_en") is None
    assert catalogue.checked.counts.with_error == 1
    assert "counts" in catalogue.checked.__dict__


def test_answers_for_a_file_that_was_closed_are_dropped(
    catalogue: CatalogueController, runner: InlineRunner, tmp_path: Path
) -> None:
    """They are put on no other file."""
    catalogue.open(write_catalogue(tmp_path / "first.csv"))
    runner.held = True
    catalogue.set_answers(
        PRACTICE_ID, Problems.of([Problem("server_refused", index=0, row=2, product=1, source=Source.SERVER)])
    )
    catalogue.open(write_catalogue(tmp_path / "second.csv"))
    runner.release()
    assert catalogue.checked is not None
    assert len(catalogue.checked.problems) == 0


# Shops --------------------------------------------------------------------------------------------------


class Checker:
    """Stands in for asking the shop: ``answer`` is raised, or nothing."""

    def __init__(self) -> None:
        self.answer: AppError | None = None

    def __call__(self, _access: Access, _cancel: CancelToken) -> None:
        if self.answer is not None:
            raise self.answer


def nothing_to_start(_folder: Path) -> Any:
    raise AssertionError("no test here needs the practice shop")


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def asked() -> Checker:
    return Checker()


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    made = SettingsStore(tmp_path / "settings.json")
    made.save(Settings(profiles=(PROFILE,)))
    return made


@pytest.fixture
def shops(
    qapp: Any, runner: InlineRunner, store: SettingsStore, vault: MemoryVault, asked: Checker, tmp_path: Path
) -> ShopsController:
    host = PracticeHost(tmp_path, nothing_to_start)
    return ShopsController(runner, store, store.load(), vault, host, asked)


def test_a_shop_can_be_removed_where_there_is_no_key_store(shops: ShopsController, vault: MemoryVault) -> None:
    """Without a key store there is no key to forget, and the shop goes."""
    told = Told(failed=shops.failed)
    vault.trouble = VaultMissing()
    shops.remove(PROFILE.id)
    assert shops.profiles == ()
    assert told.events == []


def test_a_locked_key_store_keeps_the_shop(shops: ShopsController, vault: MemoryVault, store: SettingsStore) -> None:
    """A key that may still be there is not left behind without its shop."""
    told = Told(failed=shops.failed)
    vault.trouble = VaultLocked()
    shops.remove(PROFILE.id)
    assert [type(error) for _, error in told.events] == [VaultLocked]
    assert shops.profiles == store.load().profiles == (PROFILE,)


def test_a_typed_key_says_nothing_of_the_stored_one(shops: ShopsController, vault: MemoryVault) -> None:
    """Its test is told as that of an unsaved key, and is forgotten when the form is left."""
    vault.set(PROFILE.id, "api_key", KEY)
    shops.look(PROFILE.id)
    stored = shops.key(PROFILE.id)
    shops.test(PROFILE, {"api_key": Secret("ik_live_typed_0000")})
    assert (shops.key(PROFILE.id).state, shops.key(PROFILE.id).unsaved) == (KeyState.WORKS, True)
    shops.test(PROFILE, {"api_key": Secret("ik_live_typed_0001")})
    shops.forget_unsaved()
    assert shops.key(PROFILE.id) == stored
    shops.test(PROFILE, {})
    shops.forget_unsaved()
    assert (shops.key(PROFILE.id).state, shops.key(PROFILE.id).unsaved) == (KeyState.WORKS, False)


def test_a_test_that_ends_after_its_form_was_left_is_dropped(
    shops: ShopsController, runner: InlineRunner, asked: Checker
) -> None:
    """A wrong typed key does not make the shop's stored key a wrong one, however late the answer comes."""
    asked.answer = KeyRefused()
    before = shops.key(PROFILE.id)
    runner.held = True
    shops.test(PROFILE, {"api_key": Secret("ik_live_typed_0000")})
    shops.forget_unsaved()
    runner.release()
    assert shops.key(PROFILE.id) == before


def test_a_key_tested_at_an_unsaved_address_is_unsaved_too(shops: ShopsController, vault: MemoryVault) -> None:
    """That the stored key works somewhere else says nothing of the shop's own address."""
    vault.set(PROFILE.id, "api_key", KEY)
    shops.test(replace(PROFILE, base_url="https://other.example/api"), {})
    assert shops.key(PROFILE.id).unsaved


def test_removing_a_shop_removes_all_its_secrets(
    shops: ShopsController, vault: MemoryVault, store: SettingsStore
) -> None:
    """All three of a shop of stores go, those of the other shops stay, and nobody sends to it any more."""
    vault.set(PROFILE.id, "api_key", KEY)
    names = ("access_key_id", "secret_access_key", "session_token")
    shops.save(STORES, {name: Secret(f"one-of-the-three/{name}") for name in names})
    shops.send_also(STORES.id, wanted=True)
    assert len(vault.kept) == 4
    shops.remove(STORES.id)
    assert vault.kept == {(PROFILE.id, "api_key"): KEY}
    assert store.load().profiles == (PROFILE,)
    assert store.load().also == ()


def test_secrets_of_stores_are_shown_by_their_names(shops: ShopsController) -> None:
    """What may be shown of each; one that is not stored is not there."""
    shops.save(STORES, {"access_key_id": Secret("AKIDCONTROLLERTEST01"), "secret_access_key": Secret("s" * 40)})
    shown = shops.key(STORES.id).shown
    assert {*shown} == {"access_key_id", "secret_access_key"}
    assert shown["access_key_id"].endswith("ST01")


def test_a_token_does_not_outlive_its_key(shops: ShopsController, vault: MemoryVault) -> None:
    """With another access key ID the stored token is neither used nor kept; with the same one again it is."""
    given = {"access_key_id": Secret("AKIDCONTROLLERTEST01"), "secret_access_key": Secret("s" * 40)}
    shops.save(STORES, {**given, "session_token": Secret("t" * 60)})
    shops.save(STORES, given)
    assert vault.get(STORES.id, "session_token") == Secret("t" * 60)
    shops.save(STORES, {"access_key_id": Secret("AKIDCONTROLLERTEST02")})
    assert {name for _id, name in vault.kept} == {"access_key_id", "secret_access_key"}


def test_a_signing_secret_outlives_the_key(shops: ShopsController, vault: MemoryVault) -> None:
    """A rotated HKJ key takes nothing else away."""
    shops.save(PROFILE, {"api_key": KEY, "signing_secret": Secret("whsec_controller_0001")})
    shops.save(PROFILE, {"api_key": Secret("ik_live_controller_test_rotated")})
    assert vault.get(PROFILE.id, "signing_secret") == Secret("whsec_controller_0001")


def test_a_key_tested_in_an_unsaved_region_is_unsaved_too(shops: ShopsController) -> None:
    """That it works there says nothing of the region that is kept."""
    shops.save(STORES, {"access_key_id": KEY, "secret_access_key": KEY})
    shops.test(replace(STORES, region="eu-west-1"), {})
    assert (shops.key(STORES.id).state, shops.key(STORES.id).unsaved) == (KeyState.WORKS, True)
    shops.test(STORES, {})
    assert (shops.key(STORES.id).state, shops.key(STORES.id).unsaved) == (KeyState.WORKS, False)


@pytest.mark.parametrize(
    ("reason", "state"),
    [("key", KeyState.WRONG), ("token", KeyState.WRONG), ("region", KeyState.WRONG), ("onboarding", KeyState.DISABLED)],
)
def test_what_an_upload_learns_of_the_access(shops: ShopsController, reason: str, state: KeyState) -> None:
    """A refusal that has nothing to do with what was entered makes no key a wrong one."""
    shops.save(STORES, {})
    shops.learn_from(STORES.id, "access_refused", {"reason": reason, "host": "haqm.example"})
    assert shops.key(STORES.id).state is state


def test_settings_that_are_damaged_while_the_program_runs_are_told(
    shops: ShopsController, store: SettingsStore
) -> None:
    """The name under which the file was kept is told."""
    told = Told(set_aside=shops.set_aside)
    store.path.write_text("{ not json", encoding="utf-8")
    shops.change_settings(lambda settings: replace(settings, last_folder="/somewhere"))
    assert told.events == [("set_aside", "settings.damaged-1.json")]


# Uploads ------------------------------------------------------------------------------------------------


class Asked:
    """Stands where a shop would be reached; nothing here may reach one."""

    def __init__(self) -> None:
        self.addresses: list[str] = []

    def __call__(self, access: Access, _cancel: CancelToken) -> HkjShop:
        self.addresses.append(access.base_url)
        raise AppError(kind="reached")


def uploads_on(runner: InlineRunner, journal: Callable[[], Journal], folder: Path, shop: Asked) -> UploadsController:
    return UploadsController(runner, journal, Folders(folder), shop, lambda: NOW)


def journal_with_upload(folder: Path, base_url: str = ADDRESS) -> Journal:
    """A record in which the upload ``u1`` to :data:`PROFILE` is planned."""
    from hkj_desktop.uploads.entries import Target
    from hkj_desktop.uploads.plan import ready_plan, write_plan
    from tests.helpers.journal import payload_of

    journal = Journal(folder / "journal.sqlite", lambda: NOW).open()
    path = write_catalogue(folder / "list.csv")
    plan = ready_plan(payload_of(path), Target("hkj", PROFILE.id, PROFILE.name, base_url), path)
    write_plan(plan, journal, folder, upload_id="u1", now=NOW)
    return journal


@pytest.mark.parametrize("how", How)
def test_an_upload_is_not_asked_for_at_another_address(
    qapp: Any, runner: InlineRunner, tmp_path: Path, how: How
) -> None:
    """Its batch numbers are those of the old address: nobody is asked, and it is told which address it was."""
    shop = Asked()
    uploads = uploads_on(runner, lambda: journal, tmp_path, shop)
    journal = journal_with_upload(tmp_path)
    told = Told(failed=uploads.failed, ended=uploads.ended)
    uploads.go_on("u1", lambda: hkj_access("https://new.example/api", KEY), None, how)
    assert shop.addresses == []
    ((name, error),) = told.events
    assert (name, error.code, error.params) == (
        "failed",
        "address_refused",
        {"reason": "moved", "host": "shop.example"},
    )


def test_an_upload_goes_on_at_its_own_address(qapp: Any, runner: InlineRunner, tmp_path: Path) -> None:
    """A slash at the end makes no other address."""
    shop = Asked()
    journal = journal_with_upload(tmp_path)
    uploads = uploads_on(runner, lambda: journal, tmp_path, shop)
    uploads.go_on("u1", lambda: hkj_access(f"{ADDRESS}/", KEY), None, How.ASK)
    assert shop.addresses == [f"{ADDRESS}/"]


def test_a_record_that_cannot_be_read_does_not_end_an_upload(qapp: Any, runner: InlineRunner, tmp_path: Path) -> None:
    """Listing, showing and looking for open uploads fail by a signal of their own."""
    journal = Journal(tmp_path / "journal.sqlite", lambda: NOW).open()
    (tmp_path / "journal.sqlite").unlink()
    (tmp_path / "journal.sqlite").mkdir()
    uploads = uploads_on(runner, lambda: journal, tmp_path, Asked())
    told = Told(failed=uploads.failed, record_failed=uploads.record_failed)
    uploads.list()
    uploads.show("u1")
    uploads.look_for_interrupted()
    assert told.names() == ["record_failed"] * 3


def test_a_damaged_record_is_told(qapp: Any, runner: InlineRunner, tmp_path: Path) -> None:
    """The name under which the damaged file was kept is told, and the new record is read."""
    path = tmp_path / "journal.sqlite"
    path.write_bytes(b"this is no database at all" * 100)
    uploads = uploads_on(runner, lambda: Journal(path, lambda: NOW).open(), tmp_path, Asked())
    told = Told(set_aside=uploads.set_aside, interrupted=uploads.interrupted)
    uploads.look_for_interrupted()
    (aside, listed) = told.events
    assert listed == ("interrupted", [])
    assert (tmp_path / aside[1]).read_bytes().startswith(b"this is no database")
