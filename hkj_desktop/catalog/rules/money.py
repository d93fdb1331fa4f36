"""Prices: whole fils, or dinars with at most three decimals (1 JOD = 1000 fils). Nothing is guessed in silence."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.cleaning import (
    COMMA_UNCLEAR,
    DECIMALS,
    DINARS,
    FILS_PER_DINAR,
    Notation,
    dinars_to_fils,
    whole_number,
)
from hkj_desktop.catalog.fields import Field, FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.products import FILS, LAST
from hkj_desktop.catalog.rules.base import Rule

#: Ten times the usual price of its category, or a tenth of it, is worth a look; a median wants this many prices.
FAR_OFF = 10
ENOUGH_PRICES = 5
#: Five fils are the smallest coin that is still used.
SMALLEST_COIN = 5
#: Ten thousand dinars, in fils.
LARGE = 10_000_000


def money(fields: FieldSet, mapping: Mapping) -> list[Rule]:
    """The rules of every money field, and those that look at both."""
    rules: list[Rule] = []
    amounts: dict[str | None, Field] = {}
    for field in fields.of_kind(Kind.MONEY):
        amounts[field.unit] = field
        rules += _dinars(field.name) if field.unit == "dinar" else _fils(field.name)
    fils, dinars = amounts["fils"].name, amounts["dinar"].name
    in_fils, in_dinars = whole_number(pl.col(fils)), dinars_to_fils(pl.col(dinars))
    thousandfold = (in_fils == in_dinars * FILS_PER_DINAR) | (in_fils * FILS_PER_DINAR == in_dinars)
    thousandfold &= in_fils != in_dinars
    rules.append(Rule("prices_thousandfold", fils, thousandfold, other=pl.col(dinars)))
    rules.append(
        Rule("prices_differ", fils, (in_fils != in_dinars) & ~thousandfold, Severity.WARNING, other=pl.col(dinars))
    )
    reading = match.reading if (match := mapping.match_of(dinars)) else None
    if reading is not None and not reading.sure and reading.notation is Notation.FILS:
        rules.append(Rule("price_unit_unclear", dinars, pl.col(dinars).str.contains(DINARS)))
    rules += _suspicious(dinars if mapping.column_of(dinars) else fils, fields)
    leading = pl.when(pl.col(fils).is_not_null())
    rules.append(
        Rule("price_zero", fils, leading.then(pl.col(FILS) == 0).otherwise(pl.lit(value=False)), Severity.WARNING)
    )
    rules.append(
        Rule("price_zero", dinars, leading.then(pl.lit(value=False)).otherwise(pl.col(FILS) == 0), Severity.WARNING)
    )
    return rules


def _suspicious(name: str, fields: FieldSet) -> list[Rule]:
    """Prices that are right as numbers and hardly right as prices."""
    category = next(field.name for field in fields.of_kind(Kind.PATH))
    price = pl.when(pl.col(FILS) > 0).then(pl.col(FILS))
    median = price.median().over(category)
    known = pl.col(category).is_not_null() & (price.count().over(category) >= ENOUGH_PRICES)
    far = known & ((price >= median * FAR_OFF) | (price * FAR_OFF <= median))
    last = pl.col(LAST)
    jump = (last > 0) & ((price >= last * FAR_OFF) | (price * FAR_OFF <= last))
    far &= ~jump.fill_null(value=False)
    return [
        Rule("price_large", name, (price >= LARGE).fill_null(value=False), Severity.WARNING),
        Rule("price_tiny", name, (price < SMALLEST_COIN).fill_null(value=False), Severity.WARNING),
        Rule("price_jump", name, jump.fill_null(value=False), Severity.WARNING, other=_shown(last)),
        Rule("price_far_off", name, far.fill_null(value=False), Severity.WARNING, other=_shown(median)),
    ]


def _shown(fils: pl.Expr) -> pl.Expr:
    """Fils as dinars with three decimals."""
    whole = fils.round(0).cast(pl.Int64)
    return (
        (whole // FILS_PER_DINAR).cast(pl.String) + "." + (whole % FILS_PER_DINAR).cast(pl.String).str.zfill(DECIMALS)
    )


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
