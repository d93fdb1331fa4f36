"""Stock: a whole number, not below zero."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.cleaning import whole_number
from hkj_desktop.catalog.fields import FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.rules.base import Rule

#: No shop has a million pieces of one thing: a barcode or a price may have slipped into this column.
LARGE = 1_000_000


def stock(fields: FieldSet, mapping: Mapping) -> list[Rule]:  # noqa: ARG001  # one signature for all families
    """The rules of every count."""
    rules: list[Rule] = []
    for field in fields.of_kind(Kind.COUNT):
        value = pl.col(field.name)
        # "12 pieces" tells its number: the text of the problem can propose it.
        number_inside = value.str.extract(r"^([0-9]+)\s*\D", 1)
        rules += [
            Rule(
                "stock_not_whole",
                field.name,
                value.is_not_null() & whole_number(value).is_null(),
                other=number_inside,
            ),
            Rule("stock_negative", field.name, whole_number(value) < 0),
            Rule("stock_large", field.name, whole_number(value) >= LARGE, Severity.WARNING),
        ]
    return rules
