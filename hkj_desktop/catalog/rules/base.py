"""What a rule is: a polars expression that is true on the rows that are wrong, and how to tell it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from hkj_desktop.catalog.fields import FieldSet
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity


@dataclass(frozen=True)
class Rule:
    """``wrong`` and ``other`` are expressions over :attr:`Products.rows`; ``limit`` is the same for every row."""

    code: str
    field: str
    wrong: pl.Expr
    severity: Severity = Severity.ERROR
    limit: str | None = None
    other: pl.Expr | None = None


Family = Callable[[FieldSet, Mapping], list[Rule]]
