"""Which column of the file is which field, and how its prices are written.

Exact name, then alias, then a spelling that is nearly one of them; each match says why. A header that names
another currency
or a percentage is no price of ours, and two headers that differ in a digit or in a short word are two headers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, replace
from enum import StrEnum

from hkj_desktop.catalog.cleaning import Notation
from hkj_desktop.catalog.fields import Field, FieldSet, Kind
from hkj_desktop.catalog.keys import headers_fingerprint, matching_key
from hkj_desktop.catalog.notation import Reading, read_column
from hkj_desktop.catalog.table import Catalog, Column

SIMILAR_ENOUGH = 80.0
#: A word this long can be misspelled; shorter ones (old, new, cost) differ because they mean something else.
LONG_WORD = 5
#: Marks in a remembered match, where no field stands; a price's notation stands behind its field.
PASSED_THROUGH, LEFT_OUT, NOTATION_MARK = "", "-", "|"

_FOREIGN = re.compile(
    r"[$€£¥%₪﷼]|\b(usd|eur|euros?|gbp|ils|nis|sar|aed|egp|kwd|qar|bhd|omr|try|dollars?|percent)\b"
    r"|دولار|يورو|شيكل|ريال|درهم|جنيه|نسبة|بالمئة",
    re.IGNORECASE,
)


class Reason(StrEnum):
    """Why a column got its field."""

    NAME = "name"
    ALIAS = "alias"
    SIMILAR = "similar"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"
    NONE = "none"


_STRENGTH = {
    Reason.CHOSEN: 5,
    Reason.REMEMBERED: 4,
    Reason.NAME: 3,
    Reason.ALIAS: 2,
    Reason.SIMILAR: 1,
    Reason.NONE: 0,
}


@dataclass(frozen=True)
class Match:
    """One column and what becomes of it: a field, passed through under its own name, or (``left_out``) not sent.

    ``reading``: how the amounts of a price column are written; None for every other column.
    """

    column: Column
    field: str | None
    reason: Reason
    score: float = 0.0
    left_out: bool = False
    reading: Reading | None = None


@dataclass(frozen=True)
class Mapping:
    """One :class:`Match` for each column, in the file's order; no field stands twice."""

    matches: tuple[Match, ...]

    def match_of(self, field: str) -> Match | None:
        return next((match for match in self.matches if match.field == field), None)

    def column_of(self, field: str) -> Column | None:
        match = self.match_of(field)
        return match.column if match else None

    def letter_of(self, field: str) -> str | None:
        column = self.column_of(field)
        return column.letter if column else None

    @property
    def understood(self) -> int:
        return sum(match.field is not None for match in self.matches)

    @property
    def passed_through(self) -> tuple[Match, ...]:
        """Columns that match no field and are sent under their own header."""
        return tuple(m for m in self.matches if m.field is None and not m.left_out and m.column.header.strip())

    @property
    def unclear(self) -> tuple[Match, ...]:
        """Price columns that may be read in two ways: a question for the person."""
        return tuple(match for match in self.matches if match.reading is not None and not match.reading.sure)

    def choose(self, key: str, field: str | None, *, left_out: bool = False) -> Mapping:
        """The same mapping with the person's choice for column ``key``; another column that had the field loses it.

        Readings of prices are worked out anew by :func:`with_readings`.
        """
        matches = []
        for match in self.matches:
            if match.column.key == key:
                matches.append(Match(match.column, field, Reason.CHOSEN, 100.0, left_out))
            elif field is not None and match.field == field:
                matches.append(replace(match, field=None, reason=Reason.NONE, score=0.0, reading=None))
            else:
                matches.append(match)
        return Mapping(tuple(matches))

    def choose_notation(self, key: str, notation: Notation) -> Mapping:
        """The same mapping with the person's word on how the prices of column ``key`` are written."""
        return Mapping(
            tuple(
                replace(match, reading=Reading(notation, sure=True)) if match.column.key == key else match
                for match in self.matches
            )
        )

    def remembered(self) -> dict[str, str]:
        """What to remember for the next file with these headers: position → field (with its notation) or a mark."""
        return {str(at): _remembered(match) for at, match in enumerate(self.matches)}


def _remembered(match: Match) -> str:
    if match.left_out:
        return LEFT_OUT
    if match.field is None:
        return PASSED_THROUGH
    reading = match.reading
    return f"{match.field}{NOTATION_MARK}{reading.notation}" if reading and reading.sure else match.field


def match_columns(
    catalog: Catalog, fields: FieldSet, *, remembered: AbstractMapping[str, str] | None = None
) -> Mapping:
    """Propose a field for each column of ``catalog``; ``remembered`` is an earlier :meth:`Mapping.remembered`."""
    spellings = _spellings(fields)
    proposals = [
        _recalled(column, (remembered or {}).get(str(at)), fields) or _propose(column, fields, spellings)
        for at, column in enumerate(catalog.columns)
    ]
    taken: set[str] = set()
    final: dict[str, Match] = {}
    # The surest proposal gets the field; of two equal ones the leftmost, as a person reads.
    for match in sorted(proposals, key=lambda m: (-_STRENGTH[m.reason], -m.score)):
        if match.field in taken:
            final[match.column.key] = Match(match.column, None, Reason.NONE)
        else:
            final[match.column.key] = match
            if match.field:
                taken.add(match.field)
    return with_readings(Mapping(tuple(final[column.key] for column in catalog.columns)), catalog, fields)


def with_readings(mapping: Mapping, catalog: Catalog, fields: FieldSet) -> Mapping:
    """``mapping`` with the notation of every price column that has none yet."""
    matches = []
    for match in mapping.matches:
        field = fields.by_name.get(match.field or "")
        if field is not None and field.kind is Kind.MONEY and match.reading is None:
            cells = catalog.cells[match.column.key]
            named = match.reason is Reason.NAME
            matches.append(replace(match, reading=read_column(cells, match.column.header, field.unit, named=named)))
        else:
            matches.append(match)
    return Mapping(tuple(matches))


def _recalled(column: Column, entry: str | None, fields: FieldSet) -> Match | None:
    if entry is None:
        return None
    if entry == LEFT_OUT:
        return Match(column, None, Reason.REMEMBERED, 100.0, left_out=True)
    name, _, notation = entry.partition(NOTATION_MARK)
    if name == PASSED_THROUGH:
        return Match(column, None, Reason.NONE, 100.0)
    if name not in fields.by_name:
        return None
    known = notation in set(Notation)
    return Match(
        column, name, Reason.REMEMBERED, 100.0, reading=Reading(Notation(notation), sure=True) if known else None
    )


def _propose(column: Column, fields: FieldSet, spellings: dict[str, str]) -> Match:
    key = matching_key(column.header)
    if not key or key == matching_key(fields.variants_field):
        return Match(column, None, Reason.NONE)
    for field in fields.fields:
        if key == matching_key(field.name):
            return Match(column, field.name, Reason.NAME, 100.0)
    match = Match(column, spellings[key], Reason.ALIAS, 100.0) if key in spellings else _similar(column, key, spellings)
    if match.field and _is_amount(fields.by_name[match.field]) and _FOREIGN.search(column.header):
        return Match(column, None, Reason.NONE)
    return match


def _is_amount(field: Field) -> bool:
    return field.kind in (Kind.MONEY, Kind.COUNT)


def _spellings(fields: FieldSet) -> dict[str, str]:
    """Each alias in its matching form → field; the first field that claims a spelling keeps it."""
    spellings: dict[str, str] = {}
    for field in fields.fields:
        for alias in (field.name, *field.aliases):
            spellings.setdefault(matching_key(alias), field.name)
    return spellings


def _similar(column: Column, key: str, spellings: dict[str, str]) -> Match:
    """A header with one misspelled word: the other words are the same, and the word is long enough to be misspelled."""
    from rapidfuzz import fuzz

    words = key.split()
    best: tuple[float, str] | None = None
    for spelling, field in spellings.items():
        others = spelling.split()
        differ = [(one, other) for one, other in zip(words, others, strict=False) if one != other]
        if len(words) != len(others) or len(differ) != 1:
            continue
        one, other = differ[0]
        if max(len(one), len(other)) < LONG_WORD or _digits(one) != _digits(other):
            continue
        score = fuzz.ratio(one, other)
        if score >= SIMILAR_ENOUGH and (best is None or score > best[0]):
            best = (score, field)
    if best is None:
        return Match(column, None, Reason.NONE)
    return Match(column, best[1], Reason.SIMILAR, best[0])


def _digits(word: str) -> str:
    return "".join(character for character in word if character.isdigit())


__all__ = ["Mapping", "Match", "Reason", "headers_fingerprint", "match_columns", "matching_key", "with_readings"]
