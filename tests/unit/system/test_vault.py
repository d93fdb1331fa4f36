"""Secrets live in the operating system's key store or nowhere."""

from __future__ import annotations

import sys
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from hkj_desktop.errors import KeyAbsent, VaultError, VaultFailed, VaultLocked, VaultMissing
from hkj_desktop.system.logs import HIDDEN, redact
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.vault import SERVICE, OsVault, is_safe
from tests.helpers.secret_service import Mode, run_python, why_not

VALUE = "ik_live_0123456789abcdef"

API_KEY = "api_key"


class Store(KeyringBackend):
    """A key store in memory, or one that raises what it is told to."""

    priority = 0.1  # type: ignore[assignment]

    def __init__(self, trouble: Exception | None = None) -> None:
        super().__init__()
        self.trouble = trouble
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.trouble:
            raise self.trouble
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.trouble:
            raise self.trouble
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_kept_under_service_shop_and_name() -> None:
    """A secret is found again under the program's name, the shop's id and its own name, and by no other."""
    store = Store()
    vault = OsVault(store)
    vault.set("shop-1", API_KEY, Secret(VALUE))
    assert store.kept == {(SERVICE, f"shop-1/{API_KEY}"): VALUE}
    assert vault.get("shop-1", API_KEY) == Secret(VALUE)
    for profile, name in (("shop-2", API_KEY), ("shop-1", "other")):
        with pytest.raises(KeyAbsent):
            vault.get(profile, name)


def test_delete_twice() -> None:
    """Deleting forgets the secret, and deleting what is not there is no error."""
    vault = OsVault(Store())
    vault.set("shop-1", API_KEY, Secret(VALUE))
    vault.delete("shop-1", API_KEY)
    vault.delete("shop-1", API_KEY)
    with pytest.raises(KeyAbsent) as caught:
        vault.get("shop-1", API_KEY)
    assert caught.value.params == {"profile": "shop-1"}


class LockedException(Exception):
    """Named as the one of Secret Service."""


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (NoKeyringError("none"), VaultMissing),
        (KeyringLocked("locked"), VaultLocked),
        (InitError("locked"), VaultLocked),
        (LockedException("locked"), VaultLocked),
        (PasswordSetError(f"cannot store {VALUE}"), VaultFailed),
        (OSError(5, "broken pipe"), VaultFailed),
        (RuntimeError(f"cannot store {VALUE}"), VaultFailed),
    ],
)
def test_trouble_is_named(trouble: Exception, kind: type[VaultError]) -> None:
    """Each trouble of a key store has its own error, and none of them repeats the secret."""
    vault = OsVault(Store(trouble))
    calls = (
        lambda: vault.get("s", API_KEY),
        lambda: vault.set("s", API_KEY, Secret(VALUE)),
        lambda: vault.delete("s", API_KEY),
    )
    for call in calls:
        with pytest.raises(VaultError) as caught:
            call()
        assert type(caught.value) is kind
        assert VALUE not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring])
def test_no_real_store_is_missing(backend: type[KeyringBackend]) -> None:
    """A store that keeps nothing is the same as none."""
    with pytest.raises(VaultMissing):
        OsVault(backend()).set("s", API_KEY, Secret(VALUE))


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyrings.alt", "keyring.backends.chainer"])
def test_plain_text_stores_are_refused(module: str) -> None:
    """Stores that write plain files are never used, and a chain that may hold one is not trusted as a whole."""
    assert not is_safe(type("Keyring", (), {"__module__": module}))


@pytest.mark.parametrize(
    "module",
    ["keyring.backends.SecretService", "keyring.backends.Windows", "keyring.backends.macOS", "keyrings.alternative"],
)
def test_real_stores_are_used(module: str) -> None:
    """The stores of the operating systems are accepted."""
    assert is_safe(type("Keyring", (), {"__module__": module}))


def test_plain_text_choice_of_the_person_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the person's own configuration names a plain-text store and nothing better exists, there is no vault."""

    class PlainFile(Store):
        """Writes a file, if one let it."""

    PlainFile.__module__ = "keyrings.alt.file"
    chosen = PlainFile()
    monkeypatch.setattr(keyring, "get_keyring", lambda: chosen)
    monkeypatch.setattr(KeyringBackend, "get_viable_backends", lambda: [PlainFile])
    with pytest.raises(VaultMissing):
        OsVault().set("s", API_KEY, Secret(VALUE))
    assert chosen.kept == {}


def test_a_better_store_is_found_behind_a_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside an unsafe choice the best safe store is used, and found again when it comes up later."""
    found: list[type[KeyringBackend]] = []
    monkeypatch.setattr(keyring, "get_keyring", keyring.backends.fail.Keyring)
    monkeypatch.setattr(KeyringBackend, "get_viable_backends", lambda: iter(found))
    vault = OsVault()
    with pytest.raises(VaultMissing):
        vault.set("s", API_KEY, Secret(VALUE))
    found += [keyring.backends.null.Keyring, Store]
    vault.set("s", API_KEY, Secret(VALUE))
    assert vault.get("s", API_KEY).reveal() == VALUE


def test_what_was_read_is_hidden_in_logs() -> None:
    """A secret that went through the vault is known to the log from then on."""
    vault = OsVault(Store())
    vault.set("s", "signing_secret", Secret("no-usual-form-of-a-key"))
    assert redact("x no-usual-form-of-a-key y") == f"x {HIDDEN} y"


def session(code: str, home: Path, mode: Mode) -> list[str]:
    """The lines that ``code`` prints in such a session."""
    if sys.platform != "linux":
        pytest.skip("Secret Service is Linux's key store")
    if mode != "no bus" and (reason := why_not()):
        pytest.skip(reason)
    head = (
        "from hkj_desktop.errors import VaultError\n"
        "from hkj_desktop.system.secret import Secret\n"
        "from hkj_desktop.system.vault import OsVault\n"
        "vault = OsVault()\n"
        "def attempt(call, *args):\n"
        "    try:\n"
        "        answer = call(*args)\n"
        "        print(answer.reveal() if answer else 'done')\n"
        "    except VaultError as error:\n"
        "        print(error.code)\n"
    )
    done = run_python(head + code, home, mode)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


KEEP = "attempt(vault.set, 'shop', 'api_key', Secret('مفتاح سري'))\n"
READ = "attempt(vault.get, 'shop', 'api_key')\n"
FORGET = "attempt(vault.delete, 'shop', 'api_key')\n"


def test_real_key_store(tmp_path: Path) -> None:
    """With a real, open key store an Arabic secret is kept, read, replaced and forgotten."""
    again = KEEP.replace("سري", "آخر")
    lines = session(READ + KEEP + READ + again + READ + FORGET + READ + FORGET, tmp_path, "unlocked")
    assert lines == ["key_absent", "done", "مفتاح سري", "done", "مفتاح آخر", "done", "key_absent", "done"]


def test_real_key_store_that_is_locked(tmp_path: Path) -> None:
    """With a real, locked key store every call says so at once, instead of waiting for nobody."""
    assert session(KEEP, tmp_path, "unlocked") == ["done"]
    assert session(READ + KEEP + FORGET, tmp_path, "locked") == ["vault_locked"] * 3


def test_computer_without_a_key_store(tmp_path: Path) -> None:
    """Where there is no D-Bus there is no key store, and that is what is said."""
    assert session(READ + KEEP + FORGET, tmp_path, "no bus") == ["vault_missing"] * 3
