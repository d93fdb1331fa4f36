"""A key store for child processes that is locked while a file says so; the key is in the environment of the child."""

from __future__ import annotations

import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

LOCK = "FAULTS_STORE_LOCK"
VALUE = "FAULTS_STORE_VALUE"


def environment(lock: Path, value: str) -> dict[str, str]:
    """What a child needs to use this store; locked as long as the file ``lock`` exists."""
    return {
        "PYTHON_KEYRING_BACKEND": f"{LockableStore.__module__}.{LockableStore.__name__}",
        LOCK: str(lock),
        VALUE: value,
    }


class LockableStore(KeyringBackend):
    """Keeps one key for everybody."""

    priority = 1

    def get_password(self, service: str, username: str) -> str:
        if Path(os.environ[LOCK]).exists():
            raise KeyringLocked
        return os.environ[VALUE]

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError
