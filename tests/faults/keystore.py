"""A key store for child processes that is locked while a file says so; its secrets are in the environment of the
child."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

LOCK = "FAULTS_STORE_LOCK"
VALUES = "FAULTS_STORE_VALUES"


def environment(lock: Path, values: Mapping[str, str]) -> dict[str, str]:
    """What a child needs to use this store; locked as long as the file ``lock`` exists. ``values``: by the names of
    secrets."""
    return {
        "PYTHON_KEYRING_BACKEND": f"{LockableStore.__module__}.{LockableStore.__name__}",
        LOCK: str(lock),
        VALUES: json.dumps(dict(values)),
    }


class LockableStore(KeyringBackend):
    """Keeps the same secrets for every shop."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        if Path(os.environ[LOCK]).exists():
            raise KeyringLocked
        found: str | None = json.loads(os.environ[VALUES]).get(username.rpartition("/")[2])
        return found

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError
