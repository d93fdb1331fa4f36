"""The shops: profiles in the settings, keys in the key store, which one is active, and whether its key works."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AppError, KeyAbsent, KeyRefused, RemoteError, ShopDisabled, VaultError, VaultMissing
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID, Profile, Settings, SettingsStore, default_base_url
from hkj_desktop.system.vault import API_KEY, SIGNING_SECRET, Vault
from hkj_desktop.ui.controllers.practice import PracticeHost
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # reaches httpx, which loads when something is sent
    from hkj_desktop.uploads.entries import Target

log = logging.getLogger(__name__)

HKJ = "hkj"


class KeyState(StrEnum):
    """What is known of a shop's key."""

    UNKNOWN = "unknown"
    LOOKING = "looking"
    STORED = "stored"
    ABSENT = "absent"
    TESTING = "testing"
    WORKS = "works"
    WRONG = "wrong"
    DISABLED = "disabled"
    UNREACHABLE = "unreachable"
    VAULT = "vault"


@dataclass(frozen=True)
class KeyInfo:
    """``masked`` and ``signing``: what may be shown of the stored secrets. ``error``: why the state is a bad one.
    ``unsaved``: the state is that of what was typed and tested, not of what is stored."""

    state: KeyState = KeyState.UNKNOWN
    masked: str = ""
    signing: str = ""
    error: AppError | None = None
    unsaved: bool = False


@dataclass(frozen=True)
class Endpoint:
    """Where to send, with which key."""

    base_url: str
    key: Secret


class ShopsController(QObject):
    """``check_key(base_url, key, cancel)`` asks the shop, and raises a RemoteError where the key does not work.

    ``changed``: the list or the active shop. ``key_changed(id)``: what is known of one key. ``failed(AppError)``:
    something could not be saved. ``saved(id)``: a shop was saved. ``set_aside(name)``: the settings were found
    damaged, and the file given that name.
    """

    changed = Signal()
    key_changed = Signal(str)
    failed = Signal(object)
    saved = Signal(str)
    set_aside = Signal(str)

    def __init__(
        self,
        runner: Runner,
        store: SettingsStore,
        settings: Settings,
        vault: Vault,
        practice: PracticeHost,
        check_key: Callable[[str, Secret, CancelToken], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = store
        self._vault = vault
        self._practice = practice
        self._check_key = check_key
        self._owner = Owner("shops")
        self._keys: dict[str, KeyInfo] = {}
        self._stored: dict[str, KeyInfo] = {}  # what is known of stored keys while typed ones are tested
        self.settings = settings
        known = {profile.id for profile in settings.profiles}
        self.active_id = settings.last_profile if settings.last_profile in known else PRACTICE_ID

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The shops of this person; the practice shop is not among them."""
        return self.settings.profiles

    @property
    def practising(self) -> bool:
        return self.active_id == PRACTICE_ID

    def profile(self, profile_id: str) -> Profile | None:
        """None for the practice shop, and for one that is not there."""
        return next((profile for profile in self.profiles if profile.id == profile_id), None)

    def target(self, profile_id: str | None = None) -> Target:
        """Where an upload to that shop goes (None: to the active one). The practice shop's address changes with every
        start, so that of the task that sends counts."""
        from hkj_desktop.uploads.entries import Target

        profile = self.profile(self.active_id if profile_id is None else profile_id)
        if profile is None:
            return Target(HKJ, PRACTICE_ID, "Practice shop", "")
        return Target(profile.destination, profile.id, profile.name, profile.base_url, profile.account)

    def key(self, profile_id: str) -> KeyInfo:
        return self._keys.get(profile_id, KeyInfo())

    def new_profile(self) -> Profile:
        """A draft of a new HKJ shop; it exists once it is saved."""
        created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return Profile(str(uuid.uuid4()), "", HKJ, default_base_url(HKJ), "", created)

    def use(self, profile_id: str) -> None:
        """Make it the shop that everything is sent to."""
        self.active_id = profile_id
        self._change(lambda settings: replace(settings, last_profile=profile_id))
        self.changed.emit()

    def save(self, profile: Profile, key: Secret | None, signing: Secret | None) -> None:
        """Keep the shop, its new key and its new signing secret (None: as they are). The key store may ask the
        person."""

        def work(_cancel: CancelToken, _report: Report) -> Settings:
            kept = profile if key is None or self._is_stored(profile.id, key) else _with_new_account(profile)
            if key is not None:
                self._vault.set(profile.id, API_KEY, key)
            if signing is not None:
                self._vault.set(profile.id, SIGNING_SECRET, signing)
            return self._store.update(lambda settings: settings.with_profile(kept))

        def done(settings: Settings) -> None:
            self.settings = settings
            self._stored.pop(profile.id, None)
            self.changed.emit()
            self.saved.emit(profile.id)
            self.look(profile.id)

        try:
            self.settings.with_profile(profile)
        except AppError as error:
            self.failed.emit(error)
            return
        self._runner.submit(work, owner=self._owner, done=done, failed=self._tell, slot="save")

    def _is_stored(self, profile_id: str, key: Secret) -> bool:
        try:
            return self._vault.get(profile_id, API_KEY) == key
        except KeyAbsent:
            return False

    def remove(self, profile_id: str) -> None:
        """Forget the shop and its secrets."""

        def work(_cancel: CancelToken, _report: Report) -> Settings:
            try:
                self._vault.delete(profile_id, API_KEY)
                self._vault.delete(profile_id, SIGNING_SECRET)
            except VaultMissing:
                # Where there is no key store no key is kept, and the shop must not stay for ever.
                log.info("shop %s removed on a computer without a key store", profile_id)
            return self._store.update(lambda settings: settings.without_profile(profile_id))

        def done(settings: Settings) -> None:
            self.settings = settings
            self._keys.pop(profile_id, None)
            self._stored.pop(profile_id, None)
            if self.active_id == profile_id:
                self.active_id = PRACTICE_ID
            self.changed.emit()

        self._runner.submit(work, owner=self._owner, done=done, failed=self._tell, slot="save")

    def look(self, profile_id: str) -> None:
        """Find out which secrets are stored for the shop."""

        def work(_cancel: CancelToken, _report: Report) -> KeyInfo:
            masked = self._vault.get(profile_id, API_KEY).masked()
            try:
                signing = self._vault.get(profile_id, SIGNING_SECRET).masked()
            except KeyAbsent:
                signing = ""
            return KeyInfo(KeyState.STORED, masked, signing)

        self._learn(profile_id, KeyInfo(KeyState.LOOKING))
        self._runner.submit(
            work,
            owner=self._owner,
            done=lambda info: self._learn(profile_id, info),
            failed=lambda error: self._learn(profile_id, _bad(self.key(profile_id), error)),
            slot=f"look-{profile_id}",
        )

    def test(self, profile_id: str, base_url: str, key: Secret | None) -> None:
        """Ask the shop whether the key works: the one just typed, else the stored one."""
        before = self._stored.get(profile_id) or self.key(profile_id)
        profile = self.profile(profile_id)
        unsaved = key is not None or profile is None or profile.base_url != base_url
        if unsaved:
            self._stored[profile_id] = before
        asking = replace(before, state=KeyState.TESTING, error=None, unsaved=unsaved)

        def work(cancel: CancelToken, _report: Report) -> KeyInfo:
            found = key if key is not None else self._vault.get(profile_id, API_KEY)
            self._check_key(base_url, found, cancel)
            return replace(asking, state=KeyState.WORKS)

        def learn(info: KeyInfo) -> None:
            if self.key(profile_id) is asking:  # else nobody waits for it any more
                self._learn(profile_id, info)

        self._learn(profile_id, asking)
        self._runner.submit(
            work,
            owner=self._owner,
            done=learn,
            failed=lambda error: learn(_bad(asking, error)),
            slot=f"test-{profile_id}",
        )

    def forget_unsaved(self) -> None:
        """Forms are left: what was typed and tested there says nothing of the stored keys."""
        while self._stored:
            profile_id, info = self._stored.popitem()
            self._owner.cancel(f"test-{profile_id}")
            if self.key(profile_id).unsaved:
                self._learn(profile_id, info)

    def learn_from(self, profile_id: str, error_code: str | None) -> None:
        """An upload to the shop ended with ``error_code``: what that says of its key."""
        error = {KeyRefused.code: KeyRefused(), ShopDisabled.code: ShopDisabled()}.get(error_code or "")
        if error is not None and self.profile(profile_id) is not None:
            self._learn(profile_id, _bad(self.key(profile_id), error))

    def endpoint(self, profile_id: str) -> Callable[[], Endpoint]:
        """How a task finds the active shop's address and key; slow, and raises VaultError or PracticeError."""
        profile = self.profile(profile_id)

        def find() -> Endpoint:
            if profile is None:
                shop = self._practice.ensure()
                return Endpoint(shop.base_url, shop.api_key)
            return Endpoint(profile.base_url, self._vault.get(profile.id, API_KEY))

        return find

    def change_settings(self, change: Callable[[Settings], Settings]) -> None:
        """Any other setting (language, theme, recent files …)."""
        self._change(change)

    def _change(self, change: Callable[[Settings], Settings]) -> None:
        self.settings = change(self.settings)
        self._runner.submit(
            lambda _cancel, _report: self._store.update(change),
            owner=self._owner,
            done=self._on_changed,
            failed=self._tell,
            slot=None,
        )

    def _on_changed(self, written: Settings) -> None:
        if written.set_aside:
            self.set_aside.emit(written.set_aside)

    def _learn(self, profile_id: str, info: KeyInfo) -> None:
        self._keys[profile_id] = info
        self.key_changed.emit(profile_id)

    def _tell(self, error: AppError) -> None:
        self.failed.emit(error)


def _with_new_account(profile: Profile) -> Profile:
    """What was known of the shop behind the old key may be true of another shop than the one behind the new key."""
    return replace(profile, account=uuid.uuid4().hex[:16])


def _bad(before: KeyInfo, error: AppError) -> KeyInfo:
    states: tuple[tuple[type[AppError], KeyState], ...] = (
        (KeyAbsent, KeyState.ABSENT),
        (VaultError, KeyState.VAULT),
        (KeyRefused, KeyState.WRONG),
        (ShopDisabled, KeyState.DISABLED),
        (RemoteError, KeyState.UNREACHABLE),
    )
    state = next((state for kind, state in states if isinstance(error, kind)), KeyState.UNREACHABLE)
    return replace(before, state=state, error=error)
