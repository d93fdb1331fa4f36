"""What a product cannot do without: its titles (hkj-api-reference.txt) and a key that names it (remote-systems.md)."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.fields import FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.rules.base import Rule


def required(fields: FieldSet, mapping: Mapping) -> list[Rule]:  # noqa: ARG001  # one signature for all families
    """Required fields and natural keys, on the first row of each product."""
    nothing = pl.all_horizontal(
        pl.col(name).is_null() for name in (*fields.natural_keys, *(f.name for f in fields.fields if f.required))
    )
    stray, first = pl.col("first") & nothing, pl.col("first") & ~nothing
    rules = [
        Rule("required_missing", field.name, first & pl.col(field.name).is_null())
        for field in fields.fields
        if field.required
    ]
    keyless = first & pl.all_horizontal(pl.col(name).is_null() for name in fields.natural_keys)
    rules.append(Rule("row_stray", fields.natural_keys[0], stray))
    rules.append(Rule("key_missing", fields.natural_keys[0], keyless))
    priced = [field.name for field in fields.of_kind(Kind.MONEY)]
    unpriced = first & pl.all_horizontal(pl.col(name).is_null() for name in priced)
    # A product whose variants carry the prices needs none of its own.
    unpriced &= pl.any_horizontal(pl.col(name).is_not_null() for name in priced).any().over("product").not_()
    rules.append(Rule("price_missing", priced[0], unpriced, Severity.WARNING))
    return rules
