"""The same key twice: the shop keeps one product per key, so the later row would overwrite the earlier one."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.fields import FieldSet
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.rules.base import Rule


def duplicates(fields: FieldSet, mapping: Mapping) -> list[Rule]:
    """Keys that stand on an earlier row too; ``other`` is that row's number."""
    rules: list[Rule] = []
    for field in fields.fields:
        if field.unique and mapping.column_of(field.name):
            value = pl.col(field.name)
            again = value.is_not_null() & ~value.is_first_distinct()
            earlier = pl.col("row").first().over(field.name).cast(pl.String)
            rules.append(Rule("duplicate", field.name, again, Severity(field.unique), other=earlier))
    return rules
