"""What the columns are after a change: those that it added, and how prices are written once many were written over.

Prices that are pasted may be written in another way than those that stood there: fils over dinars would make each a
thousandfold. So where many cells of a price column differ from the file, what it holds now is read again (the fils
guard, notation.py); unless it says what the file said, the column is a question. It follows from the file and from the
cells as they stand alone, so that undoing brings the old reading back. What the person said stays.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import replace

import polars as pl

from hkj_desktop.catalog.cleaning import Notation
from hkj_desktop.catalog.edits import NEW, Draft
from hkj_desktop.catalog.fields import Field, FieldSet, Kind
from hkj_desktop.catalog.mapping import Mapping, Match, Reason, reading_of
from hkj_desktop.catalog.notation import COMMA_THREE, INTEGER, Reading, bare_amounts
from hkj_desktop.catalog.table import Catalog

#: More than this share of a column's filled cells, and no fewer than a handful of them, are read anew.
SHARE = 0.10
HANDFUL = 5

_SMALL_UNITS = (Notation.FILS, Notation.PIASTRES)


def mapping_for(mapping: Mapping, catalog: Catalog, fields: FieldSet) -> Mapping:
    """``mapping`` with exactly the columns of ``catalog``: a column that a change added is the field that it is named
    after, unless another column is that by now. While it is a title, no other column is asked whether it holds that
    title too; once it is gone, the question is there again."""
    keys = {column.key for column in catalog.columns}
    matches = [match for match in mapping.matches if match.column.key in keys]
    known = {match.column.key for match in matches}
    for column in catalog.columns:
        if column.key in known:
            continue
        name = column.key.removeprefix(NEW)
        one = fields.by_name.get(name)
        if one is None or any(name in (match.field, match.splits_into) for match in matches):
            matches.append(Match(column, None, Reason.NONE))
            continue
        reading = None
        if one.kind is Kind.MONEY:
            reading = Reading(Notation.FILS if one.unit == "fils" else Notation.DINARS, sure=True, told=True)
        matches.append(Match(column, name, Reason.CHOSEN, 100.0, reading=reading))
    by_key = {match.column.key: match for match in matches}
    taken = {match.field for match in matches}
    ordered = (replace(by_key[column.key], column=column) for column in catalog.columns)
    return replace(mapping, matches=tuple(_with_idle_split(match, taken) for match in ordered))


def _with_idle_split(match: Match, taken: AbstractSet[str | None]) -> Match:
    split = match.split
    return match if split is None else replace(match, split=replace(split, idle=split.other in taken))


def with_fresh_readings(mapping: Mapping, draft: Draft, fields: FieldSet, keys: Collection[str]) -> Mapping:
    """``mapping`` with what the price columns among ``keys`` say now, as ``draft`` stands; ``keys``: columns that were
    written to."""
    matches = []
    for match in mapping.matches:
        field = fields.by_name.get(match.field or "")
        reading, key = match.reading, match.column.key
        if field is not None and field.kind is Kind.MONEY and reading is not None and not reading.told and key in keys:
            matches.append(replace(match, reading=_reading(match, reading, field, draft)))
        else:
            matches.append(match)
    return replace(mapping, matches=tuple(matches))


def _reading(match: Match, reading: Reading, field: Field, draft: Draft) -> Reading:
    """``reading``, the one in force, or another."""
    key = match.column.key
    before, now = draft.base.cells[key], draft.catalog.cells[key]
    there = before if draft.kept is None else before.filter(draft.kept)
    changed = now.filter(now.ne_missing(there) & now.is_not_null())
    filled = now.len() - now.null_count()
    if not _are_many(changed.len(), filled) and reading.sure:
        return reading
    was = reading_of(match, before, field)
    if not _are_many(changed.len(), filled):
        return was
    fresh = reading_of(match, now, field)
    if not was.sure and changed.len() == filled:
        return fresh  # nothing is left of what was unclear
    # One price of dinars among many of fils makes the whole column one of dinars: those that are new count apart.
    whole = changed.filter(bare_amounts(changed).str.contains(INTEGER))
    parts = [fresh, reading_of(match, changed, field)]
    if _are_many(whole.len(), filled):
        parts.append(reading_of(match, whole, field))
    if any(_unit(part) is not _unit(was) for part in parts):
        example = _first(whole, INTEGER) or _first(now, INTEGER) or _first(now, "")
        return Reading(Notation.FILS, sure=False, example=example)
    if fresh.sure and fresh.notation is not was.notation and (example := _first(now, COMMA_THREE)) is not None:
        return Reading(Notation.DINARS_COMMA, sure=False, example=example)
    return fresh


def _are_many(changed: int, filled: int) -> bool:
    return changed >= HANDFUL and changed > filled * SHARE


def _unit(reading: Reading) -> Notation:
    """Without what the marks in an amount mean."""
    return reading.notation if reading.notation in _SMALL_UNITS else Notation.DINARS


def _first(values: pl.Series, pattern: str) -> str | None:
    amounts = bare_amounts(values)
    found = amounts.filter(amounts.str.contains(pattern))
    return str(found[0]) if found.len() else None
