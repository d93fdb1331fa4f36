"""The attributes of a destination that takes items, read from ``resources/fields/<id>.toml`` (its head says what each
entry means)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hkj_desktop.system.paths import resource


class Form(StrEnum):
    """What becomes of a shared value on its way into an item."""

    TEXT = "text"
    SKU = "sku"
    BARCODE = "barcode"
    BARCODE_TYPE = "barcode_type"
    PRICE = "price"
    PATH_FIRST = "path_first"
    PATH_REST = "path_rest"
    STORE = "store"


@dataclass(frozen=True)
class Attribute:
    """One attribute of an item. ``sources``: the shared fields that it comes from; ``headers``: names of a
    column of its
    own; ``max_length`` in characters."""

    name: str
    form: Form
    required: bool = False
    max_length: int | None = None
    sources: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    shown_as: str | None = None

    def sources_in(self, language: str) -> tuple[str, ...]:
        """The shared fields for a shop whose texts are ``ar`` or ``en``."""
        return tuple(source.format(language=language) for source in self.sources)

    def field_in(self, language: str) -> str:
        """The field under which its problems are shown."""
        return self.shown_as or next(iter(self.sources_in(language)), self.name)


@dataclass(frozen=True)
class AttributeSet:
    """All attributes, in the order of the specification."""

    id: str
    attributes: tuple[Attribute, ...]

    def fields_in(self, language: str) -> dict[str, str]:
        """Attribute → the field under which its problems are shown."""
        return {one.name: one.field_in(language) for one in self.attributes}


@cache
def load_attributes(destination: str) -> AttributeSet:
    """The attributes of ``destination`` (``haqm``)."""
    data = tomllib.loads(resource("fields", f"{destination}.toml").read_text(encoding="utf-8"))
    return AttributeSet(
        id=data["id"],
        attributes=tuple(
            Attribute(
                name=entry["name"],
                form=Form(entry["as"]),
                required=entry.get("required", False),
                max_length=entry.get("max_length"),
                sources=tuple(entry.get("from", ())),
                headers=tuple(entry.get("header", ())),
                shown_as=entry.get("field"),
            )
            for entry in data["attribute"]
        ),
    )
