"""The systems that a catalogue can be sent to, as data (``resources/destinations.toml``: its head says what each entry
means), and how one shop of them is reached."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from hkj_desktop.system.paths import resource
from hkj_desktop.system.secret import Secret


class Unit(StrEnum):
    """What a system takes: products with their variants inside, or items, each of them one SKU in one store."""

    PRODUCT = "product"
    ITEM = "item"


class Ask(StrEnum):
    """What the form of a shop asks for besides its name, address and secrets."""

    REGION = "region"
    STORES = "stores"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class SecretSpec:
    """One of the secrets of a shop. ``variable``: where the command line finds it; None: nothing needs it."""

    name: str
    variable: str | None = None
    required: bool = False


@dataclass(frozen=True)
class Destination:
    """One system. ``patience`` and ``slowest`` in seconds, ``most_bytes`` in bytes; ``batch_name``: what it calls the
    number of an import; ``counts``: it says how far an import is; ``account_by_key``: all its shops have one
    address, so the key
    tells them apart."""

    id: str
    name: str
    base_url: str
    unit: Unit
    keys: tuple[tuple[str, ...], ...]
    formats: tuple[str, ...]
    events: bool
    most: int
    most_bytes: int | None
    ahead: bool
    patience: float
    slowest: float
    counts: bool
    account_by_key: bool
    batch_name: str
    asks: frozenset[Ask]
    secrets: tuple[SecretSpec, ...]
    practice: Mapping[str, str]

    def key_of(self, content: Mapping[str, Any]) -> str | None:
        """What the system knows a unit by, as ``sku:A-1`` or ``item_sku:A-1 @STORE``; None where nothing names it."""
        for names in self.keys:
            values = [content.get(name) for name in names]
            texts = [value for value in values if isinstance(value, str) and value.strip()]
            if len(texts) == len(names):
                return " @".join([f"{names[0]}:{texts[0]}", *texts[1:]])
        return None


@dataclass(frozen=True)
class Access:
    """How one shop is reached: the system's id, the address, the region where it has one, and the secrets by their
    names. It lives as long as one piece of work and is never written down."""

    destination: str
    base_url: str
    secrets: Mapping[str, Secret] = field(repr=False)
    region: str = ""


@cache
def destinations() -> Mapping[str, Destination]:
    """Every system by its id, in the order of the file."""
    with resource("destinations.toml").open("rb") as stream:
        return {name: _read(name, entry) for name, entry in tomllib.load(stream).items()}


def destination(name: str) -> Destination:
    """Raises KeyError for a system that is not in the file."""
    return destinations()[name]


def first_destination() -> Destination:
    """The system that the program was made for: its fields are those of the shared catalogue."""
    return next(iter(destinations().values()))


def _read(name: str, entry: dict[str, Any]) -> Destination:
    return Destination(
        id=name,
        name=entry["name"],
        base_url=entry["base_url"],
        unit=Unit(entry["unit"]),
        keys=tuple(tuple(names) for names in entry["keys"]),
        formats=tuple(entry["formats"]),
        events=entry["events"],
        most=entry["most"],
        most_bytes=entry.get("most_bytes"),
        ahead=entry["ahead"],
        patience=float(entry["patience"]),
        slowest=float(entry["slowest"]),
        counts=entry["counts"],
        account_by_key=entry["account"] == "key",
        batch_name=entry["batch"],
        asks=frozenset(map(Ask, entry["asks"])),
        secrets=tuple(SecretSpec(**one) for one in entry["secret"]),
        practice=entry.get("practice", {}),
    )
