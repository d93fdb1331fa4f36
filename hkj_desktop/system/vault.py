"""The operating system's own key store. There is no other place for a secret, and never a plain file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from hkj_desktop.errors import KeyAbsent, VaultFailed, VaultLocked, VaultMissing
from hkj_desktop.system.destinations import SecretSpec
from hkj_desktop.system.logs import hide
from hkj_desktop.system.secret import Secret

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "hkj-desktop"

# Modules of key stores that keep nothing, keep it readable, or only pass on to others (looked at singly).
NOT_A_VAULT = ("keyring.backends.fail", "keyring.backends.null", "keyring.backends.chainer", "keyrings.alt")


class Vault(Protocol):
    """Secrets of shops: ``profile_id`` and ``name`` (those of destinations.py) lead to one value.

    Every method may raise VaultMissing (no key store on this computer), VaultLocked or VaultFailed, and may
    take seconds while the system asks the person: call them in a task, never on the window's thread.
    """

    def get(self, profile_id: str, name: str) -> Secret:
        """Raises KeyAbsent (``profile``: the id) where nothing is kept."""

    def set(self, profile_id: str, name: str, secret: Secret) -> None:
        """Keep it, in place of an earlier one."""

    def delete(self, profile_id: str, name: str) -> None:
        """Forget it; it is no error when nothing was kept."""


def secrets_of(vault: Vault, profile_id: str, specs: Iterable[SecretSpec]) -> dict[str, Secret]:
    """The secrets of a shop that are kept, by their names. Raises KeyAbsent where a required one is not, and what the
    store raises."""
    found: dict[str, Secret] = {}
    for spec in specs:
        try:
            found[spec.name] = vault.get(profile_id, spec.name)
        except KeyAbsent:
            if spec.required:
                raise
    return found


class OsVault:
    """Windows credentials, macOS keychain, Secret Service or KWallet, whichever this computer has."""

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend

    def get(self, profile_id: str, name: str) -> Secret:
        with _told():
            value = self._store().get_password(SERVICE, _entry(profile_id, name))
        if not value:
            raise KeyAbsent(profile=profile_id)
        return hide(Secret(value))

    def set(self, profile_id: str, name: str, secret: Secret) -> None:
        hide(secret)
        with _told():
            self._store().set_password(SERVICE, _entry(profile_id, name), secret.reveal())

    def delete(self, profile_id: str, name: str) -> None:
        entry = _entry(profile_id, name)
        with _told():
            store = self._store()
            # Asked first: stores do not agree on how they say that there is nothing to delete.
            if store.get_password(SERVICE, entry) is not None:
                store.delete_password(SERVICE, entry)

    def _store(self) -> KeyringBackend:
        """The person's own choice where it is safe, else the best one that this computer has right now.

        Only a store that was found is kept, so that "try again" finds one which was started meanwhile.
        """
        if self._backend is None:
            import keyring
            from keyring.backend import KeyringBackend

            chosen = keyring.get_keyring()  # also loads the plug-ins that the next line looks through
            if not is_safe(type(chosen)):
                safe = [one for one in KeyringBackend.get_viable_backends() if is_safe(one)]
                if not safe:
                    raise VaultMissing
                chosen = max(safe, key=lambda one: one.priority)()
            self._backend = chosen
        elif not is_safe(type(self._backend)):
            raise VaultMissing
        return self._backend


def is_safe(kind: type[object]) -> bool:
    """Whether a key store really keeps secrets, and keeps them secret."""
    return not any(kind.__module__ == name or kind.__module__.startswith(f"{name}.") for name in NOT_A_VAULT)


def _entry(profile_id: str, name: str) -> str:
    return f"{profile_id}/{name}"


@contextmanager
def _told() -> Iterator[None]:
    """Key stores' errors → ours. ``detail`` is the kind of error alone: its text might hold the secret."""
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    try:
        yield
    except VaultMissing:
        raise
    except NoKeyringError as error:
        raise VaultMissing from error
    except (KeyringLocked, InitError) as error:
        # InitError: Secret Service is there and cannot open its collection: how a locked one answers.
        raise VaultLocked from error
    except Exception as error:  # plug-ins of other makers raise what their systems raise
        if _says_locked(error):
            raise VaultLocked from error
        raise VaultFailed(detail=type(error).__name__) from error


def _says_locked(error: BaseException) -> bool:
    """Below keyring, Secret Service has its own words: LockedException, PromptDismissedException."""
    return type(error).__name__ in {"LockedException", "PromptDismissedException"}
