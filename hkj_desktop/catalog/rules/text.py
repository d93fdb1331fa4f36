"""Texts: too long, in the wrong language, or damaged by an earlier program."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.fields import Field, FieldSet, Kind
from hkj_desktop.catalog.languages import ARABIC, LATIN, in_each_others_place
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.rules.base import Rule

DAMAGED = "\ufffd"
#: No small letter, eight capitals, and two words of three or more: "LG OLED 55" is no shouting.
_NO_SMALL, _EIGHT, _TWO_WORDS = r"^\P{Ll}+$", r"(?:\p{Lu}\P{Lu}*){8}", r"(?s)\p{Lu}{3}.*\P{L}\p{Lu}{3}"


def text(fields: FieldSet, mapping: Mapping) -> list[Rule]:  # noqa: ARG001  # one signature for all families
    """Length and damage for each text; the language of the titles."""
    rules: list[Rule] = []
    for field in fields.of_kind(Kind.TEXT, Kind.PATH, Kind.CODE):
        value = pl.col(field.name)
        if field.max_length:
            # HKJ publishes no limits: ours are generous and only warn (remote-systems.md, "unknown").
            rules.append(
                Rule(
                    "text_too_long",
                    field.name,
                    value.str.len_chars() > field.max_length,
                    Severity.WARNING,
                    limit=str(field.max_length),
                )
            )
        rules.append(Rule("text_damaged", field.name, value.str.contains(DAMAGED, literal=True), Severity.WARNING))
    titles = {field.language: field for field in fields.fields if field.required and field.language}
    return rules + _languages(titles)


def _languages(titles: dict[str, Field]) -> list[Rule]:
    """Two titles in each other's column are one problem, told once."""
    arabic, english = titles["ar"].name, titles["en"].name
    arabic_in_latin = ~pl.col(arabic).str.contains(ARABIC) & pl.col(arabic).str.contains(LATIN)
    english_in_arabic = pl.col(english).str.contains(ARABIC)
    swapped = in_each_others_place(pl.col(arabic), pl.col(english))
    return [
        Rule("titles_swapped", arabic, swapped, Severity.WARNING, other=pl.col(english)),
        Rule("title_not_arabic", arabic, arabic_in_latin & ~swapped, Severity.WARNING),
        Rule("title_not_english", english, english_in_arabic & ~swapped, Severity.WARNING),
        Rule("title_capitals", english, _all_capitals(pl.col(english)) & ~english_in_arabic, Severity.WARNING),
    ]


def _all_capitals(value: pl.Expr) -> pl.Expr:
    return value.str.contains(_NO_SMALL) & value.str.contains(_EIGHT) & value.str.contains(_TWO_WORDS)
