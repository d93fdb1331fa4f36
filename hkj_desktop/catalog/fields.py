"""The fields of each destination, read from ``resources/fields/<id>.toml`` (its head says what each entry means)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from hkj_desktop.system.paths import resource


class Kind(StrEnum):
    """What sort of value a field holds; cleaning and rules go by it."""

    CODE = "code"
    BARCODE = "barcode"
    TEXT = "text"
    PATH = "path"
    MONEY = "money"
    COUNT = "count"
    URL = "url"


class Level(StrEnum):
    PRODUCT = "product"
    VARIANT = "variant"


@dataclass(frozen=True)
class Field:
    """One field. ``max_length`` in characters; ``unit`` is ``fils`` or ``dinar`` for money."""

    name: str
    kind: Kind
    level: Level
    required: bool = False
    language: str | None = None
    unit: str | None = None
    max_length: int | None = None
    unique: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def left_to_right(self) -> bool:
        """Whether the value reads left to right in an Arabic window too."""
        return self.kind not in (Kind.TEXT, Kind.PATH) or self.language == "en"


@dataclass(frozen=True)
class FieldSet:
    """All fields of one destination, in the order in which they are shown and sent."""

    id: str
    fields: tuple[Field, ...]
    natural_keys: tuple[str, ...]
    option_fields: tuple[str, ...]
    variants_field: str

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    def of_kind(self, *kinds: Kind) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.kind in kinds)

    def at(self, level: Level) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields if field.level is level)


def _field(entry: dict[str, Any]) -> Field:
    return Field(
        name=entry["name"],
        kind=Kind(entry["kind"]),
        level=Level(entry["level"]),
        required=entry.get("required", False),
        language=entry.get("language"),
        unit=entry.get("unit"),
        max_length=entry.get("max_length"),
        unique=entry.get("unique"),
        aliases=(*entry.get("aliases_en", ()), *entry.get("aliases_ar", ())),
    )


@cache
def load_fields(destination: str) -> FieldSet:
    """The fields of ``destination`` (``hkj``)."""
    data = tomllib.loads(resource("fields", f"{destination}.toml").read_text(encoding="utf-8"))
    return FieldSet(
        id=data["id"],
        fields=tuple(_field(entry) for entry in data["field"]),
        natural_keys=tuple(data["natural_keys"]),
        option_fields=tuple(data["option_fields"]),
        variants_field=data["variants_field"],
    )
