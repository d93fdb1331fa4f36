"""The shops: profiles in the settings, keys in the key store, which one is active, and whether its key works."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import (
    AccessRefused,
    AppError,
    KeyAbsent,
    KeyRefused,
    Param,
    RemoteError,
    SettingsError,
    ShopDisabled,
    VaultError,
    VaultMissing,
)
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import (
    Access,
    Destination,
    SecretSpec,
    destination,
    destinations,
    first_destination,
)
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID, Profile, Settings, SettingsStore, is_practice, practice_profile
from hkj_desktop.system.vault import Vault, secrets_of
from hkj_desktop.ui.controllers.practice import PracticeHost
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # reaches httpx, which loads when something is sent
    from hkj_desktop.uploads.entries import Target

log = logging.getLogger(__name__)


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
    """``shown``: what may be shown of the stored secrets, by their names. ``error``: why the state is a bad one.
    ``unsaved``: the state is that of what was typed and tested, not of what is stored."""

    state: KeyState = KeyState.UNKNOWN
    shown: Mapping[str, str] = field(default_factory=dict)
    error: AppError | None = None
    unsaved: bool = False


class ShopsController(QObject):
    """``check_key(access, cancel)`` asks the shop, and raises a RemoteError where its secrets do not work.

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
        check_key: Callable[[Access, CancelToken], None],
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
        known = {profile.id for profile in (*self.practices, *settings.profiles)}
        self.active_id = settings.last_profile if settings.last_profile in known else PRACTICE_ID

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The shops of this person; the practice shop is not among them."""
        return self.settings.profiles

    @property
    def practices(self) -> tuple[Profile, ...]:
        """The practice shops, one of each system."""
        return tuple(practice_profile(system) for system in destinations().values())

    @property
    def practising(self) -> bool:
        return is_practice(self.active_id)

    @property
    def active(self) -> Profile:
        """The shop that is chosen."""
        return self.shop(self.active_id) or self.practices[0]

    def profile(self, profile_id: str) -> Profile | None:
        """None for a practice shop, and for one that is not there."""
        return next((profile for profile in self.profiles if profile.id == profile_id), None)

    def shop(self, profile_id: str) -> Profile | None:
        """One of this person's shops or a practice shop; None where it is not there."""
        return next((one for one in (*self.practices, *self.profiles) if one.id == profile_id), None)

    def in_use(self, only: str | None = None) -> tuple[Profile, ...]:
        """The shops that the next catalogue goes to: the chosen one, then those that get it too. ``only``: what is for
        that shop alone goes there, whichever is chosen; to the chosen one where it is gone."""
        alone = None if only is None else self.shop(only)
        if only is not None:
            return (alone or self.active,)
        also = (self.shop(one) for one in self.settings.also if one != self.active_id)
        return (self.active, *(one for one in also if one is not None))

    def send_also(self, profile_id: str, *, wanted: bool) -> None:
        """Let a shop get the same catalogue in one go with the chosen one, or no longer."""

        def change(settings: Settings) -> Settings:
            others = tuple(one for one in settings.also if one != profile_id)
            return replace(settings, also=(*others, profile_id) if wanted else others)

        self._change(change)
        self.changed.emit()

    def target(self, profile_id: str | None = None) -> Target:
        """Where an upload to that shop goes (None: to the active one). The practice shop's address changes with every
        start, so that of the task that sends counts. Raises SettingsError ``profile_unknown``."""
        from hkj_desktop.uploads.entries import Target

        one = self._known(self.active_id if profile_id is None else profile_id)
        return Target(one.destination, one.id, one.name, one.base_url, one.account, one.region)

    def _known(self, profile_id: str) -> Profile:
        """Never another shop in the place of one that is gone."""
        found = self.shop(profile_id)
        if found is None:
            raise SettingsError(reason="profile_unknown", name=profile_id)
        return found

    def key(self, profile_id: str) -> KeyInfo:
        return self._keys.get(profile_id, KeyInfo())

    def new_profile(self, system: Destination | None = None) -> Profile:
        """A draft of a new shop of ``system``, None: the first one; it exists once it is saved."""
        created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        system = system or first_destination()
        return Profile(str(uuid.uuid4()), "", system.id, system.base_url, "", created)

    def use(self, profile_id: str) -> None:
        """Make it the shop that everything is sent to."""
        self.active_id = profile_id
        self._change(lambda settings: replace(settings, last_profile=profile_id))
        self.changed.emit()

    def save(self, profile: Profile, secrets: Mapping[str, Secret]) -> None:
        """Keep the shop and its new secrets, by their names; the others stay as they are. The key store may ask the
        person."""

        def work(_cancel: CancelToken, _report: Report) -> Settings:
            new = {name: one for name, one in secrets.items() if not self._is_stored(profile.id, name, one)}
            system = destination(profile.destination)
            other_key = system.secrets[0].name in new
            kept = _with_new_account(profile) if system.account_by_key and other_key else profile
            for name in {*bound_to_key(system)} - {*secrets} if other_key else ():
                self._vault.delete(profile.id, name)
            for name, secret in secrets.items():
                self._vault.set(profile.id, name, secret)
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

    def _is_stored(self, profile_id: str, name: str, secret: Secret) -> bool:
        try:
            return self._vault.get(profile_id, name) == secret
        except KeyAbsent:
            return False

    def remove(self, profile_id: str) -> None:
        """Forget the shop and its secrets."""

        def work(_cancel: CancelToken, _report: Report) -> Settings:
            try:
                for spec in self._specs(profile_id):
                    self._vault.delete(profile_id, spec.name)
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
            found = secrets_of(self._vault, profile_id, self._specs(profile_id))
            return KeyInfo(KeyState.STORED, {name: secret.masked() for name, secret in found.items()})

        self._learn(profile_id, KeyInfo(KeyState.LOOKING))
        self._runner.submit(
            work,
            owner=self._owner,
            done=lambda info: self._learn(profile_id, info),
            failed=lambda error: self._learn(profile_id, _bad(self.key(profile_id), error)),
            slot=f"look-{profile_id}",
        )

    def _specs(self, profile_id: str) -> tuple[SecretSpec, ...]:
        return destination((self.shop(profile_id) or self.practices[0]).destination).secrets

    def test(self, draft: Profile, secrets: Mapping[str, Secret]) -> None:
        """Ask the shop whether its secrets work: those just typed, and the stored ones in place of the rest."""
        profile_id = draft.id
        before = self._stored.get(profile_id) or self.key(profile_id)
        kept = self.profile(profile_id)
        where = (draft.base_url, draft.region)
        unsaved = bool(secrets) or kept is None or (kept.base_url, kept.region) != where
        if unsaved:
            self._stored[profile_id] = before
        asking = replace(before, state=KeyState.TESTING, error=None, unsaved=unsaved)

        def work(cancel: CancelToken, _report: Report) -> KeyInfo:
            system = destination(draft.destination)
            key = secrets.get(system.secrets[0].name)
            other_key = key is not None and not self._is_stored(profile_id, system.secrets[0].name, key)
            without = {*secrets, *(bound_to_key(system) if other_key else ())}
            missing = [spec for spec in system.secrets if spec.name not in without]
            found = {**secrets_of(self._vault, profile_id, missing), **secrets}
            self._check_key(Access(draft.destination, draft.base_url, found, draft.region), cancel)
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

    def learn_from(self, profile_id: str, error_code: str | None, params: Mapping[str, Param]) -> None:
        """An upload to the shop ended with ``error_code``: what that says of its key."""
        kinds = (KeyRefused, ShopDisabled, AccessRefused)
        error = next((kind(**params) for kind in kinds if kind.code == error_code), None)
        if error is not None and self.profile(profile_id) is not None:
            self._learn(profile_id, _bad(self.key(profile_id), error))

    def access(self, profile_id: str) -> Callable[[], Access]:
        """How a task finds the way to a shop and its secrets; slow, and raises VaultError or PracticeError. Raises
        SettingsError ``profile_unknown`` itself."""
        profile = self._known(profile_id)

        def find() -> Access:
            if is_practice(profile.id):
                return self._practice.ensure().access(profile.destination)
            secrets = secrets_of(self._vault, profile.id, destination(profile.destination).secrets)
            return Access(profile.destination, profile.base_url, secrets, profile.region)

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


def bound_to_key(system: Destination) -> tuple[str, ...]:
    """The secrets that are good with one key only and go when it goes, as a session token does: those that open the
    shop and need not be there."""
    return tuple(spec.name for spec in system.secrets if spec.variable and not spec.required)


def _with_new_account(profile: Profile) -> Profile:
    """What was known of the shop behind the old key may be true of another shop than the one behind the new key."""
    return replace(profile, account=uuid.uuid4().hex[:16])


def _bad(before: KeyInfo, error: AppError) -> KeyInfo:
    states: tuple[tuple[type[AppError], KeyState], ...] = (
        (KeyAbsent, KeyState.ABSENT),
        (VaultError, KeyState.VAULT),
        (KeyRefused, KeyState.WRONG),
        (ShopDisabled, KeyState.DISABLED),
        (AccessRefused, KeyState.WRONG),
        (RemoteError, KeyState.UNREACHABLE),
    )
    state = next((state for kind, state in states if isinstance(error, kind)), KeyState.UNREACHABLE)
    if isinstance(error, AccessRefused) and error.params.get("reason") == "onboarding":
        state = KeyState.DISABLED  # everything that was entered is right
    return replace(before, state=state, error=error)
