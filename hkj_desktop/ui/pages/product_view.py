"""One product as its page shows it: every field with its cell, its place and its problems, its rows, its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.fields import Field
    from hkj_desktop.catalog.mapping import Match
    from hkj_desktop.catalog.problems import Problem
    from hkj_desktop.ui.opened import Opened

#: A text with so many characters, or with a line break in it, is written in a box of several lines.
LONG_TEXT = 160
#: A field whose texts may be that long always is.
LONG_FIELD = 1_000
#: (row of the catalogue, key of the column) → what stood there when the file was read; None: the cell is as it was.
Original = Callable[[int, str], str | None]


class Group(StrEnum):
    """Fields that belong together, in the order in which they are shown."""

    TEXTS = "texts"
    SELLING = "selling"
    CODES = "codes"
    PLACE = "place"
    PICTURES = "pictures"
    OPTIONS = "options"
    OTHERS = "others"


class Reads(StrEnum):
    """The direction of a value; ``auto``: that of its own letters."""

    LTR = "ltr"
    RTL = "rtl"
    AUTO = "auto"


@dataclass(frozen=True)
class CellView:
    """One cell that can be written to.

    ``index`` and ``key``: where an edit goes; ``place``: as Excel says it, empty where the file has no such column.
    ``fields``: what the column is; two where titles of both languages stand in it, none where it is sent along under
    its own ``header``. ``language``: ``en`` or ``ar``, empty where it has none. ``was``: what stood there when the file
    was read, None where it still does. ``money``: the notation of a price; empty where it is none, or nobody is sure
    of it.
    """

    index: int
    key: str
    text: str
    place: str
    fields: tuple[str, ...]
    header: str
    language: str
    group: Group
    reads: Reads
    long: bool
    money: str
    was: str | None
    problems: tuple[Problem, ...]

    @property
    def label(self) -> str:
        return " · ".join(map(say.field, self.fields)) or display_safe(self.header, 80)

    @property
    def family(self) -> str:
        """The same for both languages of a text."""
        return self.fields[0].removesuffix(f"_{self.language}") if self.fields else self.key

    @property
    def is_long(self) -> bool:
        return self.long or len(self.text) > LONG_TEXT or "\n" in self.text or "\r" in self.text


@dataclass(frozen=True)
class ProductView:
    """``row``: Excel's number of its first row, by which it is known whatever becomes of the others. ``cells``: those
    that stand once; ``variants``: where it has several rows, for each of them its number and its own cells. ``left``:
    problems that stand on none of these cells. ``values``: the cleaned values of its rows."""

    product: int
    row: int
    cells: tuple[CellView, ...]
    variants: tuple[tuple[int, tuple[CellView, ...]], ...]
    problems: tuple[Problem, ...]
    left: tuple[Problem, ...]
    pictures: tuple[str, ...]
    values: tuple[Mapping[str, Any], ...]

    def first(self, name: str) -> str:
        """The first value of a field that any of its rows has."""
        return next((str(row[name]) for row in self.values if row[name]), "")

    @cached_property
    def prices(self) -> list[int]:
        return [row["fils"] for row in self.values if row["fils"] is not None]

    @cached_property
    def stock(self) -> int | None:
        known = [row["stock"] for row in self.values if row["stock"] is not None]
        return sum(known) if known else None


def view_of(file: Opened, product: int, original: Original | None = None) -> ProductView | None:
    """What is shown of ``product``; None where the file has no such product."""
    checked = file.checked
    numbers = checked.products.rows["product"]
    at = int(numbers.search_sorted(product, side="left"))
    end = int(numbers.search_sorted(product, side="right"))
    if at == end:
        return None
    values = tuple(checked.products.rows.slice(at, end - at).to_dicts())
    problems = _problems_of(checked, product)
    maker = _Cells(checked, original or _from_draft(file), problems)
    several = end - at > 1
    once = [one for one in maker.columns() if not (several and maker.is_own(one, at, end))]
    own = [one for one in maker.columns() if several and maker.is_own(one, at, end)]
    cells = tuple(maker.cell(one, at) for one in once)
    variants = (
        tuple((int(values[i - at]["row"]), tuple(maker.cell(one, i) for one in own)) for i in range(at, end))
        if several
        else ()
    )
    placed = {id(problem) for cell in cells for problem in cell.problems}
    placed |= {id(problem) for _, row in variants for cell in row for problem in cell.problems}
    left = tuple(problem for problem in problems if id(problem) not in placed)
    pictures = (*_photos(file, at), *_addresses(checked, values))
    return ProductView(
        product, int(values[0]["row"]), cells, variants, problems, left, tuple(dict.fromkeys(pictures)), values
    )


def _problems_of(checked: Checked, product: int) -> tuple[Problem, ...]:
    """Errors first, each kind in the order of the rows."""
    import polars as pl

    from hkj_desktop.catalog.problems import Problems

    frame = checked.problems.frame.filter(pl.col("product") == product).sort("severity", maintain_order=True)
    return tuple(Problems(frame))


def _from_draft(file: Opened) -> Original:
    def original(index: int, key: str) -> str | None:
        draft = file.draft
        if key not in draft.changed:
            return None
        at = draft.positions[index]
        before = draft.base.cells[key][at] if key in draft.base.cells.columns else None
        return None if before == draft.changed[key][at] else before or ""

    return original


@dataclass(frozen=True)
class _Column:
    """A column of the file, or a field that has none."""

    match: Match | None
    fields: tuple[Field, ...]

    @property
    def name(self) -> str:
        return self.fields[0].name if self.fields else ""


class _Cells:
    """Makes the cells of one product."""

    def __init__(self, checked: Checked, original: Original, problems: tuple[Problem, ...]) -> None:
        self._checked = checked
        self._original = original
        self._problems = problems
        self._columns = list(self._all_columns())

    def columns(self) -> list[_Column]:
        """Each column once, in the order of the fields; then those that are sent along."""
        return self._columns

    def _all_columns(self) -> Iterator[_Column]:
        mapping, fields = self._checked.mapping, self._checked.fields
        seen: set[str] = set()
        prices = {field.unit: mapping.match_of(field.name) for field in fields.fields if field.unit}
        for field in fields.fields:
            match = mapping.match_of(field.name)
            if match is None:
                # A second price in another unit is no gap: it would only contradict the first.
                other = next((one for unit, one in prices.items() if unit != field.unit), None)
                if field.unit is None or (other is None and field.unit == "dinar"):
                    yield _Column(None, (field,))
            elif match.column.key not in seen:
                seen.add(match.column.key)
                names = (match.field, match.splits_into)
                yield _Column(match, tuple(one for one in fields.fields if one.name in names))
        for match in mapping.passed_through:
            yield _Column(match, ())

    def is_own(self, column: _Column, at: int, end: int) -> bool:
        """Whether each row of the product has its own cell: what differs between variants, and what is sent along where
        a further row says something."""
        from hkj_desktop.catalog.fields import Level

        if column.fields:
            return column.fields[0].level is Level.VARIANT
        assert column.match is not None  # noqa: S101 - what is no field is a column
        cells = self._checked.catalog.cells[column.match.column.key].slice(at + 1, end - at - 1)
        return cells.null_count() < cells.len()

    def cell(self, column: _Column, index: int) -> CellView:
        from hkj_desktop.catalog.edits import NEW

        match = column.match
        key = match.column.key if match else f"{NEW}{column.name}"
        text = self._checked.catalog.cells[key][index] if match else None
        return CellView(
            index,
            key,
            text or "",
            self._place(match, index),
            tuple(field.name for field in column.fields),
            match.column.header if match else "",
            (column.fields[0].language or "") if column.fields else "",
            self._group(column),
            _reads(column.fields),
            any((field.max_length or 0) > LONG_FIELD for field in column.fields),
            _notation(column),
            self._original(index, key),
            tuple(problem for problem in self._problems if _is_on(problem, column, index)),
        )

    def _place(self, match: Match | None, index: int) -> str:
        if match is None or match.column.key.startswith("new:"):
            return ""
        rows = self._checked.catalog.elsewhere.get(match.column.key)
        row = rows[index] if rows is not None and rows[index] is not None else self._checked.catalog.rows[index]
        return f"{match.column.letter}{row}"

    def _group(self, column: _Column) -> Group:
        from hkj_desktop.catalog.fields import Kind

        if not column.fields:
            return Group.OTHERS
        field = column.fields[0]
        if field.name in self._checked.fields.option_fields:
            return Group.OPTIONS
        if field.kind is Kind.TEXT:
            return Group.TEXTS if field.language else Group.PLACE
        return {
            Kind.MONEY: Group.SELLING,
            Kind.COUNT: Group.SELLING,
            Kind.PATH: Group.PLACE,
            Kind.URL: Group.PICTURES,
        }.get(field.kind, Group.CODES)


def _is_on(problem: Problem, column: _Column, index: int) -> bool:
    if problem.index != index:
        return False
    if any(field.name == problem.field for field in column.fields):
        return True
    # A field of one system alone has no row of its own: its problem stands on the column that it names.
    known = column.match is not None and problem.letter == column.match.column.letter
    return known and not column.fields and problem.letter is not None


def _reads(fields: tuple[Field, ...]) -> Reads:
    languages = {field.language for field in fields}
    if len(fields) == 1 and fields[0].left_to_right:
        return Reads.LTR
    return Reads.RTL if languages == {"ar"} else Reads.AUTO


def _notation(column: _Column) -> str:
    from hkj_desktop.catalog.cleaning import Notation

    unit = column.fields[0].unit if column.fields else None
    if unit is None:
        return ""
    if column.match is None:
        return (Notation.FILS if unit == "fils" else Notation.DINARS).value
    reading = column.match.reading
    return reading.notation.value if reading is not None and reading.sure else ""


def _photos(file: Opened, index: int) -> list[str]:
    from hkj_desktop.ui.opened import PHOTO

    return [f"{PHOTO}{path}" for path in file.photos.get(file.draft.positions[index], ())] if file.photos else []


def _addresses(checked: Checked, values: tuple[Mapping[str, Any], ...]) -> list[str]:
    from hkj_desktop.catalog.fields import Kind
    from hkj_desktop.catalog.rules.image import BETWEEN

    between = re.compile(rf"{BETWEEN}(?=https?://)", re.IGNORECASE)
    images = [field.name for field in checked.fields.of_kind(Kind.URL)]
    cells = (row[name] for row in values for name in images if row[name])
    return [address.strip() for cell in cells for address in between.split(cell) if address.strip()]
