"""The two titles: in each other's place, or both in one cell."""

from __future__ import annotations

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.fixes.base import (
    Fix,
    Proposal,
    cells_at,
    column_of_field,
    each,
    nothing,
    proposed,
    read,
    titles_of,
)
from hkj_desktop.catalog.languages import in_each_others_place, split_titles


def _pairs(checked: Checked, rows: pl.DataFrame) -> pl.DataFrame:
    """The problems with both titles as they stand (``before_ar``, ``before_en``) and read (``ar``, ``en``). Where one
    column holds both, nothing is to be written."""
    titles = titles_of(checked)
    keys = {language: column_of_field(checked, field.name) for language, field in titles.items()}
    shared = any(match.splits_into for match in checked.mapping.matches)
    kept = rows.filter(pl.col("key").is_in(list(keys.values()))) if not shared else rows.clear()
    for language, key in keys.items():
        before = cells_at(checked, key, kept["index"])
        now = read(checked, key, titles[language].name, before)
        kept = kept.with_columns(before.alias(f"before_{language}"), now.alias(language))
    return kept


def _written(checked: Checked, fix: str, rows: pl.DataFrame, pairs: pl.DataFrame) -> Proposal:
    """Both titles of ``pairs`` become ``to_ar`` and ``to_en`` (null: stays), that of the problem is told."""
    titles = titles_of(checked)
    parts = []
    for language, field in titles.items():
        key, after = column_of_field(checked, field.name), pl.col(f"to_{language}")
        part = pairs.filter(after.is_not_null()).select(
            "at",
            "index",
            key=pl.lit(key),
            before=f"before_{language}",
            after=after,
            own=pl.col("field") == field.name,
        )
        # What a system's own form makes of the text must be the text.
        good = read(checked, key, field.name, part["after"]).eq_missing(part["after"].str.strip_chars())
        parts.append(part.with_columns(good=good))
    written = pl.concat(parts).filter(pl.col("good").all().over("at"))
    return proposed(fix, rows, written.sort("at", "own", descending=[False, True], maintain_order=True))


def _swap(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001 - one signature
    pairs = _pairs(checked, rows).filter(in_each_others_place(pl.col("ar"), pl.col("en")))
    return _written(checked, "swap_titles", rows, pairs.with_columns(to_ar="en", to_en="ar"))


def _split(checked: Checked, rows: pl.DataFrame, column: str | None) -> Proposal:  # noqa: ARG001
    """A title that is missing, and stands in the other's cell; or an English one with the Arabic before it. A title
    that is there stays."""
    titles = titles_of(checked)
    refused = [m for m in checked.mapping.matches if m.split is not None and m.split.wanted is False]
    pairs = _pairs(checked, rows)
    if refused or not pairs.height:
        return nothing("split_titles", rows)
    arabic_own = pl.col("field") == titles["ar"].name
    missing = pl.col("code") == "required_missing"
    source = pl.when(missing & arabic_own).then("en").when(missing).then("ar").otherwise("en")
    pairs = pairs.with_columns(source=source)
    pairs = pairs.with_columns(
        part_ar=each(pairs["source"], lambda text: (split_titles(text) or (None, None))[0]),
        part_en=each(pairs["source"], lambda text: (split_titles(text) or (None, None))[1]),
    ).filter(pl.col("part_ar").is_not_null())
    # The cell that held both keeps its own part; the other one is filled only where it is empty.
    from_ar = missing & ~arabic_own
    pairs = pairs.with_columns(
        to_ar=pl.when(from_ar | pl.col("ar").is_null()).then("part_ar"),
        to_en=pl.when(~from_ar | pl.col("en").is_null()).then("part_en"),
    )
    own_empty = pl.when(arabic_own).then(pl.col("ar").is_null()).otherwise(pl.col("en").is_null())
    return _written(checked, "split_titles", rows, pairs.filter(~missing | own_empty))


SWAP = Fix("swap_titles", frozenset({"titles_swapped"}), _swap, frozenset({Kind.TEXT}), safe=True)
SPLIT = Fix(
    "split_titles", frozenset({"required_missing", "title_not_english"}), _split, frozenset({Kind.TEXT}), safe=True
)
