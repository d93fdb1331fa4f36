"""Which column of the file is which field, and how its prices are written.

Exact name, then what the system means that the file comes from, then alias, then a spelling that is nearly one of them,
then what the values look like; each match says why. A header that names another currency or a percentage is no price of
ours, and two headers that differ in a digit or in a short word are two headers. A header that names no language
(``title``) is in the language of its values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, replace
from enum import StrEnum

import polars as pl

from hkj_desktop.catalog.cleaning import Notation
from hkj_desktop.catalog.fields import Field, FieldSet, Kind
from hkj_desktop.catalog.keys import headers_fingerprint, matching_key
from hkj_desktop.catalog.languages import holds_both, language_of
from hkj_desktop.catalog.looks import looks_like
from hkj_desktop.catalog.notation import Reading, read_column
from hkj_desktop.catalog.presets import USED_UP
from hkj_desktop.catalog.table import Catalog, Column

SIMILAR_ENOUGH = 80.0
#: A word this long can be misspelled; shorter ones (old, new, cost) differ because they mean something else.
LONG_WORD = 5
#: Marks in a remembered match, where no field stands; a price's notation stands behind its field.
PASSED_THROUGH, LEFT_OUT, NOTATION_MARK = "", "-", "|"
#: Behind a remembered title: whether it was to be split into two languages.
SPLIT, WHOLE = "split", "whole"

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
    PRESET = "preset"
    VALUES = "values"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"
    NONE = "none"


_STRENGTH = {
    Reason.CHOSEN: 7,
    Reason.REMEMBERED: 6,
    Reason.NAME: 5,
    Reason.PRESET: 4,
    Reason.ALIAS: 3,
    Reason.SIMILAR: 2,
    Reason.VALUES: 1,
    Reason.NONE: 0,
}
_LANGUAGES = "en|ar|english|arabic|الإنجليزية|بالإنجليزية|الإنجليزي|انجليزي|العربية|بالعربية|العربي|عربي"
_LANGUAGE_WORDS = frozenset(map(matching_key, _LANGUAGES.split("|")))


@dataclass(frozen=True)
class Split:
    """A column of titles that hold both languages: the part that is not the column's own field fills ``other``.

    ``wanted``: None while the person was not asked; nothing is split until it is True. ``example``: such a cell.
    ``idle``: while a change gives ``other`` a column of its own, nothing is split and nobody is asked.
    """

    other: str
    wanted: bool | None = None
    example: str | None = None
    idle: bool = False

    @property
    def sure(self) -> bool:
        return self.wanted is not None

    @property
    def is_open(self) -> bool:
        return not self.sure and not self.idle


@dataclass(frozen=True)
class Match:
    """One column and what becomes of it: a field, passed through under its own name, or (``left_out``) not sent.

    ``reading``: how the amounts of a price column are written; None for every other column. ``split``: whether its
    titles hold two languages. ``score``: from 0 to 100, how sure the proposal is.
    """

    column: Column
    field: str | None
    reason: Reason
    score: float = 0.0
    left_out: bool = False
    reading: Reading | None = None
    split: Split | None = None

    @property
    def splits_into(self) -> str | None:
        """The second field that this column fills."""
        return self.split.other if self.split and self.split.wanted and not self.split.idle else None


@dataclass(frozen=True)
class Mapping:
    """One :class:`Match` for each column, in the file's order; no field stands twice."""

    matches: tuple[Match, ...]

    def match_of(self, field: str) -> Match | None:
        """The column of ``field``; for a title that stands beside the other language in one cell, that column."""
        return next((match for match in self.matches if field in (match.field, match.splits_into)), None)

    def column_of(self, field: str) -> Column | None:
        match = self.match_of(field)
        return match.column if match else None

    def letter_of(self, field: str) -> str | None:
        column = self.column_of(field)
        return column.letter if column else None

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of the file's own columns, for their fingerprint."""
        return tuple(match.column.header for match in self.matches if not match.column.derived)

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

    @property
    def splittable(self) -> tuple[Match, ...]:
        """Columns whose titles may be split into two languages: a question for the person."""
        return tuple(match for match in self.matches if match.split is not None and match.split.is_open)

    def choose(self, key: str, field: str | None, *, left_out: bool = False) -> Mapping:
        """The same mapping with the person's choice for column ``key``; another column that had the field loses it.

        Readings of prices are worked out anew by :func:`with_readings`.
        """
        matches = []
        for match in self.matches:
            if match.column.key == key:
                matches.append(Match(match.column, field, Reason.CHOSEN, 100.0, left_out))
            elif field is not None and match.field == field:
                matches.append(replace(match, field=None, reason=Reason.NONE, score=0.0, reading=None, split=None))
            elif field is not None and match.split is not None and match.split.other == field:
                matches.append(replace(match, split=None))
            else:
                matches.append(match)
        return replace(self, matches=tuple(matches))

    def choose_notation(self, key: str, notation: Notation) -> Mapping:
        """The same mapping with the person's word on how the prices of column ``key`` are written."""
        return replace(
            self,
            matches=tuple(
                replace(match, reading=Reading(notation, sure=True, told=True)) if match.column.key == key else match
                for match in self.matches
            ),
        )

    def choose_split(self, key: str, *, wanted: bool = True) -> Mapping:
        """The same mapping with the person's word on whether the titles of column ``key`` are two titles each."""
        return replace(
            self,
            matches=tuple(
                replace(match, split=replace(match.split, wanted=wanted))
                if match.column.key == key and match.split is not None
                else match
                for match in self.matches
            ),
        )

    def remembered(self) -> dict[str, str]:
        """What to remember for the next file with these headers: position → field (with its notation) or a mark."""
        return {str(at): _remembered(match) for at, match in enumerate(self.matches)}


def _remembered(match: Match) -> str:
    if match.left_out:
        return LEFT_OUT
    if match.field is None:
        return PASSED_THROUGH
    if match.split is not None and match.split.sure:
        return f"{match.field}{NOTATION_MARK}{SPLIT if match.split.wanted else WHOLE}"
    reading = match.reading
    # What was worked out says nothing of the next file's prices; they are read for themselves.
    return f"{match.field}{NOTATION_MARK}{reading.notation}" if reading and reading.told else match.field


#: How strong it is, and what is proposed.
_Proposal = tuple[float, Match]


def match_columns(
    catalog: Catalog, fields: FieldSet, *, remembered: AbstractMapping[str, str] | None = None
) -> Mapping:
    """Propose a field for each column of ``catalog``; ``remembered`` is an earlier :meth:`Mapping.remembered`."""
    spellings = _spellings(fields)
    proposals: list[_Proposal] = []
    for at, column in enumerate(catalog.columns):
        match = _recalled(column, (remembered or {}).get(str(at)), fields)
        proposals += [_usual(match)] if match else _proposals(column, catalog, fields, spellings)
    taken: set[str] = set()
    final: dict[str, Match] = {}
    # The surest proposal gets the field; of two equal ones the leftmost, as a person reads.
    for _, match in sorted(proposals, key=lambda proposal: (-proposal[0], -proposal[1].score)):
        if match.column.key in final or match.field in taken:
            continue
        final[match.column.key] = match
        if match.field:
            taken.add(match.field)
    matches = (final.get(column.key) or Match(column, None, Reason.NONE) for column in catalog.columns)
    return with_splits(with_readings(Mapping(tuple(matches)), catalog, fields), catalog, fields)


def with_readings(mapping: Mapping, catalog: Catalog, fields: FieldSet) -> Mapping:
    """``mapping`` with the notation of every price column that has none yet."""
    matches = []
    for match in mapping.matches:
        field = fields.by_name.get(match.field or "")
        if field is not None and field.kind is Kind.MONEY and match.reading is None:
            matches.append(replace(match, reading=reading_of(match, catalog.cells[match.column.key], field)))
        else:
            matches.append(match)
    return replace(mapping, matches=tuple(matches))


def reading_of(match: Match, cells: pl.Series, field: Field) -> Reading:
    """How ``cells`` of a price column are written, as far as they and its header tell; ``field`` is what it is."""
    named = matching_key(match.column.header) == matching_key(field.name)
    reading = read_column(cells, match.column.header, field.unit, named=named)
    form = match.column.form
    if form is not None and form.decimal_mark and reading.notation is Notation.DINARS_COMMA:
        return replace(reading, sure=True)
    return reading


def with_splits(mapping: Mapping, catalog: Catalog, fields: FieldSet) -> Mapping:
    """``mapping`` with the question whether titles that hold both languages are two, where one column is missing."""
    titles = {field.name: field for field in fields.fields if field.required and field.language}
    matches = list(mapping.matches)
    for at, match in enumerate(matches):
        others = [name for name in titles if name != match.field and mapping.match_of(name) is None]
        if match.field in titles and match.split is None and others:
            example = holds_both(catalog.cells[match.column.key])
            if example is not None:
                matches[at] = replace(match, split=Split(others[0], example=example))
    return replace(mapping, matches=tuple(matches))


def _recalled(column: Column, entry: str | None, fields: FieldSet) -> Match | None:
    if entry is None:
        return None
    if entry == LEFT_OUT:
        return Match(column, None, Reason.REMEMBERED, 100.0, left_out=True)
    name, _, word = entry.partition(NOTATION_MARK)
    if name == PASSED_THROUGH:
        return Match(column, None, Reason.NONE, 100.0)
    if name not in fields.by_name:
        return None
    reading = Reading(Notation(word), sure=True, told=True) if word in set(Notation) else None
    others = _other_languages(fields.by_name[name], fields)
    split = Split(others[0], wanted=word == SPLIT) if word in (SPLIT, WHOLE) and others else None
    return Match(column, name, Reason.REMEMBERED, 100.0, reading=reading, split=split)


def _proposals(column: Column, catalog: Catalog, fields: FieldSet, spellings: dict[str, str]) -> list[_Proposal]:
    """What ``column`` may be, the surest first: for a header that names no language, the language of its values."""
    if column.meant is not None:
        return _meant(column, catalog, fields)
    key = matching_key(column.header)
    if not key:
        return _by_values(column, catalog)
    match = _propose(column, key, fields, spellings, guess=catalog.system is None)
    if match.field is None:
        blind = key == matching_key(fields.variants_field) or catalog.system is not None
        return [] if blind else _by_values(column, catalog)
    if match.reason is Reason.NAME or _LANGUAGE_WORDS & set(key.split()):
        return [_usual(match)]
    field = fields.by_name[match.field]
    spoken = language_of(catalog.cells[column.key]) if field.language else None
    if spoken is None or spoken == field.language:
        return [_usual(match)]
    # A header and values that agree are surer; where the other language's field is taken, the header counts after all.
    others = [name for name in _other_languages(field, fields) if fields.by_name[name].language == spoken]
    strength = _STRENGTH[match.reason]
    by_letters = [(strength - 0.5, Match(column, name, Reason.VALUES, match.score)) for name in others]
    return [*by_letters, (strength - 0.6, match)]


def _usual(match: Match) -> _Proposal:
    return _STRENGTH[match.reason], match


def _meant(column: Column, catalog: Catalog, fields: FieldSet) -> list[_Proposal]:
    """What the file's own system says: a field, one of a family of fields, or nothing to be sent."""
    if column.meant == USED_UP:
        return [_usual(Match(column, None, Reason.PRESET, 100.0, left_out=True))]
    if column.meant in fields.by_name:
        return [_usual(Match(column, column.meant, Reason.PRESET, 100.0))]
    family = {field.language: field.name for field in fields.fields if field.name == f"{column.meant}_{field.language}"}
    spoken = language_of(catalog.cells[column.key]) or "en"
    # A column that is sure to be of the other language has its field already.
    names = sorted(family.values(), key=lambda name: name != family.get(spoken))
    return [_usual(Match(column, name, Reason.PRESET, 100.0 - at)) for at, name in enumerate(names)]


def _by_values(column: Column, catalog: Catalog) -> list[_Proposal]:
    found = looks_like(catalog.cells[column.key])
    return [_usual(Match(column, found[0], Reason.VALUES, found[1]))] if found else []


def _other_languages(field: Field, fields: FieldSet) -> list[str]:
    """The fields that hold the same in another language."""
    if not field.language:
        return []
    family = field.name.removesuffix(field.language)
    return [one.name for one in fields.fields if one.language and one.name == family + one.language and one != field]


def _propose(column: Column, key: str, fields: FieldSet, spellings: dict[str, str], *, guess: bool) -> Match:
    """``guess``: whether a header may be misspelled; those of another system are not."""
    if key == matching_key(fields.variants_field):
        return Match(column, None, Reason.NONE)
    for field in fields.fields:
        if key == matching_key(field.name):
            return Match(column, field.name, Reason.NAME, 100.0)
    if key in spellings:
        match = Match(column, spellings[key], Reason.ALIAS, 100.0)
    else:
        match = _similar(column, key, spellings) if guess else Match(column, None, Reason.NONE)
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
