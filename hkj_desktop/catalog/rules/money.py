"""Prices: whole fils, or dinars with at most three decimals (1 JOD = 1000 fils). Nothing is guessed in silence."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.cleaning import COMMA_UNCLEAR, DECIMALS, DINARS, dinars_to_fils, whole_number
from hkj_desktop.catalog.fields import Field, FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.products import FILS
from hkj_desktop.catalog.rules.base import Rule


def money(fields: FieldSet, mapping: Mapping) -> list[Rule]:  # noqa: ARG001  # one signature for all families
    """The rules of every money field, and those that look at both."""
    rules: list[Rule] = []
    amounts: dict[str | None, Field] = {}
    for field in fields.of_kind(Kind.MONEY):
        amounts[field.unit] = field
        rules += _dinars(field.name) if field.unit == "dinar" else _fils(field.name)
    fils, dinars = amounts["fils"].name, amounts["dinar"].name
    differ = (whole_number(pl.col(fils)) != dinars_to_fils(pl.col(dinars))).fill_null(value=False)
    rules.append(Rule("prices_differ", fils, differ, Severity.WARNING, other=pl.col(dinars)))
    leading = pl.when(pl.col(fils).is_not_null())
    rules.append(
        Rule("price_zero", fils, leading.then(pl.col(FILS) == 0).otherwise(pl.lit(value=False)), Severity.WARNING)
    )
    rules.append(
        Rule("price_zero", dinars, leading.then(pl.lit(value=False)).otherwise(pl.col(FILS) == 0), Severity.WARNING)
    )
    return rules


def _dinars(name: str) -> list[Rule]:
    value = pl.col(name)
    number = value.str.contains(DINARS)
    unclear = value.str.contains(COMMA_UNCLEAR)
    decimals = value.str.extract(r"\.([0-9]+)$", 1).str.strip_chars_end("0").str.len_chars().fill_null(0) > DECIMALS
    unreadable = dinars_to_fils(value).is_null()
    return [
        Rule("price_comma_unclear", name, unclear),
        Rule("price_not_number", name, value.is_not_null() & ~number & ~unclear),
        Rule("price_decimals", name, number & decimals, limit=str(DECIMALS)),
        Rule("price_too_large", name, number & ~decimals & unreadable),
        Rule("price_negative", name, number & value.str.starts_with("-")),
    ]


def _fils(name: str) -> list[Rule]:
    value = pl.col(name)
    return [
        Rule("fils_not_whole", name, value.is_not_null() & whole_number(value).is_null()),
        Rule("price_negative", name, whole_number(value) < 0),
    ]
