"""One preset's TOML → :class:`Preset`, each entry of the type that it must have."""

from __future__ import annotations

import re
from typing import Any

import polars as pl

from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.presets import Form, Languages, Pattern, Patterns, Pictures, Preset, RowModel
from hkj_desktop.system.destinations import first_destination

#: The form of every column.
ALL_FIELDS = "*"


def preset_of(data: dict[str, Any], stem: str) -> Preset:
    """Raises KeyError, TypeError or ValueError for what is no preset; ``stem`` is its id where it names none."""
    known = data["recognise"]
    required = known["required"]
    if not isinstance(required, list) or not required:
        raise ValueError("required")
    return Preset(
        id=_text(data.get("id", stem)),
        name=_text(data["name"]),
        required=tuple(_patterns(one) for one in required),
        strong=_patterns(known.get("strong", [])),
        against=_patterns(known.get("against", [])),
        at_least=int(known.get("at_least", 0)),
        fields=tuple((_field(name), _patterns(headers)) for name, headers in data["fields"].items()),
        other=_patterns(data.get("other", [])),
        forms=tuple(
            (name if name == ALL_FIELDS else _field(name), _form(form)) for name, form in data.get("forms", {}).items()
        ),
        rows=_rows(data.get("rows", {})),
        languages=_languages(data["languages"]) if "languages" in data else None,
        pictures=_pictures(data.get("pictures", {})),
        lists=tuple(
            (_patterns(one["column"]), tuple((_text(key), _field(field)) for key, field in one["fields"].items()))
            for one in data.get("lists", [])
        ),
    )


def families() -> dict[str, tuple[str, ...]]:
    """``title`` → its fields, one a language."""
    found: dict[str, tuple[str, ...]] = {}
    for field in load_fields(first_destination().id).fields:
        if field.language:
            family = field.name.removesuffix(f"_{field.language}")
            found[family] = (*found.get(family, ()), field.name)
    return found


def _field(name: object) -> str:
    """A field, a family of fields, or a numbered field (``option#_value``)."""
    text = _text(name)
    if text.replace("#", "1") not in {*load_fields(first_destination().id).names, *families()}:
        raise ValueError(text)
    return text


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(value)
    return value


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(one) for one in value)


def _patterns(value: object) -> Patterns:
    return tuple(Pattern(text) for text in _texts(value))


def _form(data: dict[str, Any]) -> Form:
    replace = tuple((_pattern(old), str(new)) for old, new in data.get("replace", []))
    return Form(
        replace=replace,
        blank=_texts(data.get("blank", [])),
        **{name: _text(data[name]) for name in ("between", "escape", "steps") if name in data},
        roots=_texts(data.get("roots", [])),
        decimal_mark=bool(data.get("decimal_mark", False)),
    )


def _pattern(text: object) -> str:
    """A regular expression that polars takes; raises ValueError."""
    pattern = _text(text)
    try:
        pl.Series([""]).str.contains(pattern)
    except pl.exceptions.PolarsError as error:
        raise ValueError(pattern) from error
    return pattern


def _rows(data: dict[str, Any]) -> RowModel:
    names = ("by", "kind", "parent", "parent_key", "parent_id", "listed")
    patterns = {name: _patterns(data[name]) for name in names if name in data}
    return RowModel(
        **patterns,
        adjacent=bool(data.get("adjacent", False)),
        blank_continues=bool(data.get("blank_continues", False)),
        child_kinds=_texts(data.get("child_kinds", [])),
        listed_key=_text(data.get("listed_key", "sku")),
        inherit=tuple(_field(name) for name in data.get("inherit", [])),
        single_option=_texts(data.get("single_option", [])),
    )


def _languages(data: dict[str, Any]) -> Languages:
    for pattern in data["codes"].values():
        re.compile(pattern)
    return Languages(
        key=_patterns(data["key"]),
        column=_patterns(data["column"]),
        codes=tuple((_text(language), _pattern(pattern)) for language, pattern in data["codes"].items()),
        fields=tuple(_field(name) for name in data["fields"]),
    )


def _pictures(data: dict[str, Any]) -> Pictures:
    return Pictures(
        more=_patterns(data.get("more", [])),
        rows=bool(data.get("rows", False)),
        variant=_patterns(data.get("variant", [])),
    )
