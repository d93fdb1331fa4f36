"""Image addresses. A bad picture is a warning, never a reason not to send the product (screens.md)."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.fields import FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.catalog.rules.base import Rule

ADDRESS = r"(?i)^https?://[^\s/?#.]+(\.[^\s/?#.]+)+(:[0-9]+)?([/?#]\S*)?$"
#: What stands between two addresses in one cell; only one that begins like an address is another.
BETWEEN = r"\s*[,|;\n]\s*"
SEVERAL = rf"{BETWEEN}(?:https?://)"


def image(fields: FieldSet, mapping: Mapping) -> list[Rule]:  # noqa: ARG001  # one signature for all families
    """Whether each address is a web address; a list of addresses is judged by its first."""
    rules: list[Rule] = []
    for field in fields.of_kind(Kind.URL):
        first_address = pl.col(field.name).str.replace(f"(?s){SEVERAL}.*$", "")
        rules.append(Rule("image_address", field.name, ~first_address.str.contains(ADDRESS), Severity.WARNING))
    return rules
