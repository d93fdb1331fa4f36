"""Whether a text that a fix would write is one that its field can keep: a problem is mended only by such."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import dinars_to_fils, whole_number
from hkj_desktop.catalog.fields import Field, Kind
from hkj_desktop.catalog.fixes.base import Make, Proposal, field_of, nothing, proposed, read
from hkj_desktop.catalog.rules.barcode import GTIN, kind_of, weighted_sum
from hkj_desktop.catalog.rules.codes import scientific
from hkj_desktop.catalog.rules.image import ADDRESS, SEVERAL

_ITEM_LONG = "item_too_long"
_LONG = ("text_too_long", _ITEM_LONG)
_NOT_PRINTABLE_ASCII = r"[^ -~]"
#: The zeros of two cells that are one code come back in both.
_MAY_DOUBLE = "barcode_zeros_lost"


def sound(checked: Checked, wanted: pl.DataFrame) -> pl.DataFrame:
    """Those of ``wanted`` (problems as placed() gives them, with ``after``) whose new text reads as a good value and
    otherwise than before, with that reading (``reads``). What an item's name lacks or has too much may stand in another
    row of its product, where there is one."""
    several = checked.products.rows["product"].is_duplicated()[wanted["index"]]
    wanted = wanted.filter(~(several & wanted["code"].is_in([_ITEM_LONG])))
    parts = []
    for (key, name), part in wanted.group_by("key", "field", maintain_order=True):
        reads = read(checked, str(key), name, part["after"])
        part = part.with_columns(reads=reads)  # noqa: PLW2901 - the part with its readings
        field = field_of(checked, name)
        part = part.filter(_good(field).fill_null(value=False))  # noqa: PLW2901
        parts.append(_single(checked, field, part) if field and field.unique else part)
    return pl.concat(parts).sort("at", maintain_order=True) if parts else wanted.with_columns(reads=pl.col("after"))


def _good(field: Field | None) -> pl.Expr:
    value, limit = pl.col("reads"), pl.col("limit").cast(pl.Int64, strict=False)
    short = ~pl.col("code").is_in(_LONG) | (value.str.len_chars() <= limit)
    good = value.is_not_null() & value.ne_missing(pl.col("now")) & short
    if field is None:
        return good
    match field.kind:
        case Kind.MONEY:
            good &= (whole_number(value) if field.unit == "fils" else dinars_to_fils(value)) > 0
        case Kind.COUNT:
            good &= whole_number(value) >= 0
        case Kind.BARCODE:
            good &= right_barcode(value)
        case Kind.CODE:
            good &= ~scientific(value)
            good &= (pl.col("code") != "sku_not_ascii") | ~value.str.contains(_NOT_PRINTABLE_ASCII)
        case Kind.URL:
            good &= value.str.replace(f"(?s){SEVERAL}.*$", "").str.contains(ADDRESS)
        case _:
            pass
    return good


def right_barcode(value: pl.Expr) -> pl.Expr:
    """Whether it is a barcode whose check digit fits; only those that are not plainly right are looked at one by
    one."""
    plain = (value.str.contains(GTIN) & (weighted_sum(value) % 10 == 0)).fill_null(value=False)
    others = pl.when(~plain).then(value).map_elements(lambda code: kind_of(code) is not None, return_dtype=pl.Boolean)
    return plain | others.fill_null(value=False)


def _single(checked: Checked, field: Field, part: pl.DataFrame) -> pl.DataFrame:
    """Without codes that another row has already, or that two would get: a fix makes no duplicates."""
    if not part.height:
        return part
    taken = checked.products.rows[field.name]
    double = pl.col("reads").is_in(taken.implode()) & pl.col("reads").ne_missing(pl.col("now"))
    double |= pl.col("index").n_unique().over("reads") > 1
    return part.filter(~double | (pl.col("code") == _MAY_DOUBLE))


def cellwise(fix: str, change: Callable[[Checked, pl.DataFrame], pl.Series]) -> Make:
    """A fix that writes one text into each problem's own cell: ``change`` gives them, null where there is none. Only
    such as read well are kept."""

    def make(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001 - one signature
        after = change(checked, rows).cast(pl.String).alias("after")
        changes = (after != rows["before"]).fill_null(value=True) & after.is_not_null()
        if not changes.any():
            return nothing(fix, rows)
        return proposed(fix, rows, sound(checked, rows.hstack([after]).filter(changes)))

    return make
