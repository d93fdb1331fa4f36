"""Which column of the file is which field: exact name, alias, or a spelling that is nearly one of them.

The matching key of a header folds what Arabic writers spell in two ways (alef forms, final ya, ta marbuta,
vowel signs);
it is for matching only and never stored as text (arabic-data.md, item 5).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, replace
from enum import StrEnum

from hkj_desktop.catalog.cleaning import HIDDEN, JOINERS
from hkj_desktop.catalog.fields import FieldSet
from hkj_desktop.catalog.table import Catalog, Column

SIMILAR_ENOUGH = 88.0
SHORTEST_FUZZY = 4
#: Marks in a remembered match, where no field stands.
PASSED_THROUGH, LEFT_OUT = "", "-"

_FOLDED = str.maketrans("أإآٱىیک", "اااايي" + "ك") | str.maketrans({"ة": "ه", "ـ": None})
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670]")
_UNSEEN = re.compile(f"{HIDDEN}|{JOINERS}")
_NOT_A_WORD = re.compile(r"[\W_]+")


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
    """One column and what becomes of it: a field, passed through under its own name, or (``left_out``) not sent."""

    column: Column
    field: str | None
    reason: Reason
    score: float = 0.0
    left_out: bool = False


@dataclass(frozen=True)
class Mapping:
    """One :class:`Match` for each column, in the file's order; no field stands twice."""

    matches: tuple[Match, ...]

    def column_of(self, field: str) -> Column | None:
        return next((match.column for match in self.matches if match.field == field), None)

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

    def choose(self, key: str, field: str | None, *, left_out: bool = False) -> Mapping:
        """The same mapping with the person's choice for column ``key``; another column that had the field
        loses it."""
        matches = []
        for match in self.matches:
            if match.column.key == key:
                matches.append(Match(match.column, field, Reason.CHOSEN, 100.0, left_out))
            elif field is not None and match.field == field:
                matches.append(replace(match, field=None, reason=Reason.NONE, score=0.0))
            else:
                matches.append(match)
        return Mapping(tuple(matches))

    def remembered(self) -> dict[str, str]:
        """What to remember for the next file with these headers: header → field, or one of the two marks."""
        return {
            match.column.header: LEFT_OUT if match.left_out else match.field or PASSED_THROUGH for match in self.matches
        }


def matching_key(text: str) -> str:
    """The form in which two spellings of one header are equal."""
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()
    text = _VOWEL_SIGNS.sub("", text).translate(_FOLDED)
    return _NOT_A_WORD.sub(" ", text).strip()


def headers_fingerprint(headers: Iterable[str]) -> str:
    """The same for the same headers in the same order, however they are spaced or capitalised."""
    return "|".join(matching_key(header) for header in headers)


def match_columns(
    catalog: Catalog, fields: FieldSet, *, remembered: AbstractMapping[str, str] | None = None
) -> Mapping:
    """Propose a field for each column of ``catalog``; ``remembered`` is an earlier :meth:`Mapping.remembered`."""
    proposals = [_propose(column, fields, remembered or {}) for column in catalog.columns]
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
    return Mapping(tuple(final[column.key] for column in catalog.columns))


def _propose(column: Column, fields: FieldSet, remembered: AbstractMapping[str, str]) -> Match:
    if column.header in remembered:
        name = remembered[column.header]
        if name == LEFT_OUT:
            return Match(column, None, Reason.REMEMBERED, 100.0, left_out=True)
        if name == PASSED_THROUGH or name in fields.by_name:
            return Match(column, name or None, Reason.REMEMBERED if name else Reason.NONE, 100.0)
    key = matching_key(column.header)
    if not key:
        return Match(column, None, Reason.NONE)
    for field_ in fields.fields:
        if key == matching_key(field_.name):
            return Match(column, field_.name, Reason.NAME, 100.0)
    spellings = _spellings(fields)
    if key in spellings:
        return Match(column, spellings[key], Reason.ALIAS, 100.0)
    return _similar(column, key, spellings)


def _spellings(fields: FieldSet) -> dict[str, str]:
    """Each alias in its matching form → field; the first field that claims a spelling keeps it."""
    spellings: dict[str, str] = {}
    for field in fields.fields:
        for alias in (field.name, *field.aliases):
            spellings.setdefault(matching_key(alias), field.name)
    return spellings


def _similar(column: Column, key: str, spellings: dict[str, str]) -> Match:
    from rapidfuzz import fuzz, process

    if len(key) < SHORTEST_FUZZY:
        return Match(column, None, Reason.NONE)
    long_enough = [spelling for spelling in spellings if len(spelling) >= SHORTEST_FUZZY]
    best = process.extractOne(key, long_enough, scorer=fuzz.ratio, score_cutoff=SIMILAR_ENOUGH)
    if best is None:
        return Match(column, None, Reason.NONE)
    spelling, score, _ = best
    return Match(column, spellings[spelling], Reason.SIMILAR, score)
