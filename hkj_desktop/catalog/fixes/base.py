"""What a fix is, what it proposes, and what all fixes need: where a problem's cell stands, and how a new text reads.

Nothing is changed here: a :class:`Proposal` is shown first, and edits.py makes it happen. A fix proposes only what
follows from the catalogue; where it cannot be sure it leaves the problem alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import Notation, clean
from hkj_desktop.catalog.edits import NEW
from hkj_desktop.catalog.fields import Field, Kind, Level
from hkj_desktop.catalog.forms import in_form
from hkj_desktop.catalog.mapping import Match
from hkj_desktop.catalog.table import Column

#: The cells of a proposal: no cell twice, by row; an empty cell is null.
CELLS: dict[str, pl.DataType] = {
    "index": pl.UInt32(),
    "key": pl.String(),
    "before": pl.String(),
    "after": pl.String(),
}
#: What :func:`placed` adds to the rows of problems.
PLACED: dict[str, pl.DataType] = {
    "at": pl.UInt32(),
    "key": pl.String(),
    "before": pl.String(),
    "now": pl.String(),
}


@dataclass(frozen=True, eq=False)
class Proposal:
    """What ``fix`` would do.

    ``cells`` has the columns of :data:`CELLS`: ``index`` is a row of ``checked.catalog``, ``key`` a column's or
    ``new:<field>`` where the file lacks it. ``left_out``: rows that leave the catalogue, ascending. ``answers``: for
    each problem that it was asked for the text that its cell gets, empty where a cell is cleared or rows leave, null
    where it does nothing.
    """

    fix: str
    cells: pl.DataFrame
    left_out: pl.Series
    answers: pl.Series

    @property
    def mended(self) -> int:
        """How many of the problems it does something about."""
        return self.answers.len() - self.answers.null_count()


#: (catalogue, problems as :func:`placed` gives them, key of the column to copy from) → what would be done.
Make = Callable[[Checked, pl.DataFrame, str | None], Proposal]


@dataclass(frozen=True)
class Fix:
    """One way to mend. ``id`` has its words in ``ui/texts_fixes.py``.

    ``codes``: kinds of problem that it answers, ``kinds`` of fields (none: every one). ``safe``: it follows from the
    catalogue alone and nobody would choose otherwise, so that it may be done for all at once; ``asks_column``: it must
    be told a column to copy from.
    """

    id: str
    codes: frozenset[str]
    make: Make
    kinds: frozenset[Kind] = frozenset()
    safe: bool = False
    asks_column: bool = False


def no_rows() -> pl.Series:
    return pl.Series("index", [], dtype=pl.UInt32)


def nothing(fix: str, rows: pl.DataFrame) -> Proposal:
    return Proposal(fix, pl.DataFrame(schema=CELLS), no_rows(), _silent(rows))


def _silent(rows: pl.DataFrame) -> pl.Series:
    return pl.Series("answer", [None], dtype=pl.String).new_from_index(0, rows.height)


# -- where a problem stands -------------------------------------------------------------------------------------------


def match_with(checked: Checked, key: str) -> Match | None:
    """What the column ``key`` is; None for one that the file lacks."""
    return next((match for match in checked.mapping.matches if match.column.key == key), None)


def key_of(checked: Checked, field: str | None, letter: str | None) -> str | None:
    """The column of a problem: several may share a letter, and the field's own goes first. None where it has none, or
    where two titles share one cell."""
    match = checked.mapping.match_of(field) if field else None
    if match is not None and match.column.letter == letter:
        return None if match.splits_into else match.column.key
    if letter is None:
        return NEW + field if field and match is None else None
    sharing = [column for column in checked.catalog.columns if column.letter == letter]
    found = next((column for column in sharing if not column.derived), sharing[0] if sharing else None)
    return found.key if found else None


def column_of_field(checked: Checked, field: str) -> str:
    """Where ``field`` is written: its column, or the one that is added for it."""
    column = checked.mapping.column_of(field)
    return column.key if column else NEW + field


def cells_at(checked: Checked, key: str, index: pl.Series) -> pl.Series:
    """The cells of column ``key`` as they stand; none where the file lacks it."""
    cells = checked.catalog.cells
    if key in cells.columns:
        return cells[key][index]
    return pl.Series(key, [None], dtype=pl.String).new_from_index(0, index.len())


def read(checked: Checked, key: str, field: str | None, texts: pl.Series) -> pl.Series:
    """How cells of column ``key`` with ``texts`` would read, cleaned as products.py cleans them."""
    match = match_with(checked, key)
    column: Column | None = match.column if match else None
    name = (match.field if match else field) or ""
    one = checked.fields.by_name.get(name)
    if column is not None and column.form is not None:
        texts = in_form(texts, column.form, one.kind if one else None)
    return clean(texts, one, notation_of(match)).values


def notation_of(match: Match | None) -> Notation | None:
    """How the amounts of a column are written; None where that is not sure."""
    return match.reading.notation if match and match.reading and match.reading.sure else None


def placed(checked: Checked, problems: pl.DataFrame) -> pl.DataFrame:
    """``problems`` whose cell is known, or whose row where they tell of no cell, each with its number among them
    (``at``), its column (``key``), the cell as it stands (``before``) and as it reads (``now``)."""
    frame = problems.with_row_index("at").filter(pl.col("index") < len(checked.catalog))
    parts = []
    for (field, letter), part in frame.partition_by(
        "field", "letter", maintain_order=True, as_dict=True, include_key=True
    ).items():
        if field is None and letter is None:  # a row, and no cell of it
            none = (pl.lit(None, dtype=pl.String).alias(name) for name in ("key", "before", "now"))
            parts.append(part.with_columns(none))
            continue
        key = key_of(checked, field, letter)
        if key is not None:
            parts.append(_with_cells(checked, field, key, part))
    if not parts:
        return problems.clear().with_columns(pl.lit(None, dtype=kind).alias(name) for name, kind in PLACED.items())
    return pl.concat(parts).sort("at")


def _with_cells(checked: Checked, field: str | None, key: str, part: pl.DataFrame) -> pl.DataFrame:
    """Without the rows that continue the product above, for a field that stands once: there it would begin a new
    product."""
    one = checked.fields.by_name.get(field or "")
    rows = checked.products.rows
    if one is not None and one.level is Level.PRODUCT:
        part = part.filter(rows["first"][part["index"]])
    before, match = cells_at(checked, key, part["index"]), match_with(checked, key)
    if one is not None and match is not None and match.field == one.name:
        now = rows[one.name][part["index"]]
    else:
        now = read(checked, key, field, before)
    return part.hstack(
        [pl.Series("key", [key]).new_from_index(0, part.height), before.alias("before"), now.alias("now")]
    )


def field_of(checked: Checked, name: str | None) -> Field | None:
    return checked.fields.by_name.get(name or "")


def titles_of(checked: Checked) -> dict[str, Field]:
    """Language → the title in it."""
    return {field.language: field for field in checked.fields.fields if field.required and field.language}


# -- what is written --------------------------------------------------------------------------------------------------


def each(values: pl.Series, change: Callable[[str], str | None]) -> pl.Series:
    """``change`` of each text, worked out once for those that are alike; null where there is none."""
    different = values.drop_nulls().unique()
    table = pl.DataFrame(
        {"text": different, "after": pl.Series([change(text) for text in different], dtype=pl.String)},
        schema={"text": pl.String, "after": pl.String},
    )
    return pl.DataFrame({"text": values}).join(table, on="text", how="left", maintain_order="left")["after"]


def proposed(fix: str, rows: pl.DataFrame, written: pl.DataFrame) -> Proposal:
    """The proposal that writes ``written``: ``at`` (which problem), ``index``, ``key``, ``before``, ``after``; the
    first cell of a problem is the one that is told. Cells that hold that already are no part of it; of two problems
    that want one cell otherwise, the first counts."""
    written = written.select("at", "index", "key", "before", "after")
    written = written.filter(written["before"].fill_null("") != written["after"].fill_null(""))
    if not written.height:
        return nothing(fix, rows)
    kept = pl.col("after").first().over("index", "key")
    agrees = pl.col("after").eq_missing(kept).all().over("at")
    written = written.filter(agrees)
    cells = written.unique(["index", "key"], keep="first", maintain_order=True).sort("index", "key")
    told = written.unique("at", keep="first", maintain_order=True)
    answers = _silent(rows).scatter(told["at"], told["after"].fill_null(""))
    return Proposal(fix, cells.select(pl.col(name).cast(kind) for name, kind in CELLS.items()), no_rows(), answers)
