"""A key store in memory, which can also be missing, locked or failing."""

from __future__ import annotations

from hkj_desktop.errors import KeyAbsent, VaultError
from hkj_desktop.system.secret import Secret


class MemoryVault:
    """Fits ``system.vault.Vault``. ``trouble``: what every call raises while it is set."""

    def __init__(self, trouble: VaultError | None = None) -> None:
        self.trouble = trouble
        self.kept: dict[tuple[str, str], Secret] = {}

    def _look(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def get(self, profile_id: str, name: str) -> Secret:
        self._look()
        if (profile_id, name) not in self.kept:
            raise KeyAbsent(profile=profile_id)
        return self.kept[profile_id, name]

    def set(self, profile_id: str, name: str, secret: Secret) -> None:
        self._look()
        self.kept[profile_id, name] = secret

    def delete(self, profile_id: str, name: str) -> None:
        self._look()
        self.kept.pop((profile_id, name), None)
