"""Changes that were made here to a file that another program has changed since: what of them fits the file as it is.

A row is the same one where it has the same SKU, and no other row has; or where columns that nobody changed tell it from
all other rows, for then it stands where it stood. Where the two do not agree nobody knows. A column is the same one by
its header. What is to be changed must still hold what it held: whatever else stands there was written on purpose.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from hkj_desktop.catalog.edits import CELLS, NEW, Change, Draft
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.files.draft_lines import DAMAGED, DO, REDO, SKUS, UNDO, Lines, Step

log = logging.getLogger(__name__)

#: What the change is called (ui/texts_edits.py).
TAKEN_OVER = "taken_over"
#: Key, header and mark (fix_keys.fingerprints) of each column of a file.
Columns = Sequence[Sequence[str]]


@dataclass(frozen=True, eq=False)
class Earlier:
    """``steps``: how many there were; ``when``: when they were last looked at, in seconds since 1970.

    ``change``: one step that makes again what fits, None where nothing does; ``taken``: how many cells and rows that
    are; ``lost``: how many do not fit. What stands in the file already is counted nowhere.
    """

    steps: int
    when: float
    change: Change | None
    taken: int
    lost: int


@dataclass(frozen=True, eq=False)
class _Net:
    """What all steps came to. ``cells``: with the columns of :data:`CELLS`; ``out``: rows that were left out."""

    steps: int
    cells: pl.DataFrame
    out: pl.Series
    skus: pl.DataFrame

    @property
    def count(self) -> int:
        return self.cells.height + self.out.len()


def find_earlier(
    paths: Iterable[Path], catalog: Catalog, columns: Columns, mapping: Mapping | None = None
) -> Earlier | None:
    """What was changed in the file that stood at the place of ``catalog`` before: ``paths`` are the files in which such
    is kept, and the newest of them that is of the same sheet counts. ``columns``: those of ``catalog``."""
    for when, path in sorted(_aged(paths), reverse=True):
        try:
            lines = Lines(path.read_bytes())
            head = lines.head()
            if head.get("sheet", catalog.sheet) != catalog.sheet:
                continue
            net = _net(lines)
        except (OSError, *DAMAGED) as error:
            log.info("changes to the file as it was cannot be read: %s", error)
            continue
        if not net.count:
            return None
        if "columns" not in head:  # of a time when nobody wrote down how to find rows again
            return Earlier(net.steps, when, None, 0, net.count)
        return _fitted(net, when, _Match(catalog, columns, head["columns"], mapping))
    return None


def _aged(paths: Iterable[Path]) -> Iterator[tuple[float, Path]]:
    for path in paths:
        try:
            yield path.stat().st_mtime, path
        except OSError as error:
            log.info("changes to the file as it was cannot be read: %s", error)


def _net(lines: Lines) -> _Net:
    past: list[Step] = []
    future: list[Step] = []
    try:
        for step in lines.steps(skus=True):
            if step.kind == DO:
                past.append(step)
                future.clear()
            elif step.kind == UNDO and past:
                future.append(past.pop())
            elif step.kind == REDO and future:
                past.append(future.pop())
    except DAMAGED as error:
        log.info("a change to the file as it was ends those that can be read: %s", type(error).__name__)
    changes = [step.change for step in past if step.change is not None]
    cells = pl.concat([change.cells for change in changes] or [pl.DataFrame(schema=CELLS)])
    cells = cells.group_by("key", "at", maintain_order=True).agg(pl.first("before"), pl.last("after"))
    out: set[int] = set()
    for change in changes:
        out = (out | set(change.left_out)) - set(change.put_in)
    skus = pl.concat([step.skus for step in past] or [pl.DataFrame(schema=SKUS)]).unique("at", keep="first")
    cells = cells.filter(pl.col("before").fill_null("") != pl.col("after").fill_null(""))
    return _Net(len(past), cells, pl.Series("at", sorted(out), dtype=pl.UInt32), skus)


@dataclass(frozen=True, eq=False)
class _Match:
    """Columns and rows of the file as it was → those of ``catalog``."""

    catalog: Catalog
    columns: Columns
    before: Columns
    mapping: Mapping | None

    def column(self, key: str) -> str | None:
        """The key that the column has now."""
        if not key.startswith(NEW):
            return _by_header(self.columns).get(_names(self.before).get(key, ("", 0)))
        there = self.mapping.column_of(key.removeprefix(NEW)) if self.mapping is not None else None
        return there.key if there is not None and there.key in self.catalog.cells.columns else key

    def rows(self, skus: pl.DataFrame, at: pl.Series) -> pl.DataFrame:
        """``to``: where each row ``at`` is now, null where nobody knows; ``gone``: it is no longer there."""
        found = at.unique(maintain_order=True).to_frame("at").join(skus, on="at", how="left", maintain_order="left")
        column = self.mapping.column_of("sku") if self.mapping is not None else None
        named = pl.DataFrame(schema={"sku": pl.String, "by_sku": pl.UInt32})
        every = named["sku"]
        if column is not None and column.key in self.catalog.cells.columns:
            cells = self.catalog.cells.select(sku=column.key).with_row_index("by_sku")
            every = cells["sku"]
            named = cells.filter(pl.col("sku").is_unique() & pl.col("sku").is_not_null()).select("sku", "by_sku")
        found = found.join(named, on="sku", how="left", maintain_order="left")
        found = found.join(self._where_they_stood(), on="at", how="left", maintain_order="left")
        agree = (pl.col("by_sku") == pl.col("by_place")).fill_null(value=True)
        to = pl.when(agree).then(pl.coalesce("by_sku", "by_place")).cast(pl.UInt32)
        gone = to.is_null() & pl.col("sku").is_not_null() & ~pl.col("sku").is_in(every.drop_nulls().implode())
        return found.select("at", to=to, gone=gone if column is not None else pl.lit(value=False))

    def _where_they_stood(self) -> pl.DataFrame:
        """Rows that columns which nobody changed tell from all others."""
        marks = {name: mark for (_, _, mark), name in zip(self.before, _names(self.before).values(), strict=True)}
        now = {
            name: (key, mark) for (key, _, mark), name in zip(self.columns, _names(self.columns).values(), strict=True)
        }
        same = [key for name, (key, mark) in now.items() if marks.get(name) == mark]
        same = [key for key in same if not _counts(self.catalog.cells[key])]
        if not same:
            return pl.DataFrame(schema={"at": pl.UInt32, "by_place": pl.UInt32})
        alone = self.catalog.cells.select(pl.struct(same).is_unique()).to_series()
        at = alone.arg_true().cast(pl.UInt32)
        return pl.DataFrame({"at": at, "by_place": at})


def _counts(cells: pl.Series) -> bool:
    """Whether it only numbers the rows: however they are sorted, it stays as it is."""
    numbers = cells.cast(pl.Int64, strict=False)
    return bool(numbers.null_count() == 0 and (numbers.diff().drop_nulls() == 1).all())


def _names(columns: Columns) -> dict[str, tuple[str, int]]:
    """Key of a column → its header, and how many columns before it have the same."""
    seen: Counter[str] = Counter()
    names = {}
    for key, header, _ in columns:
        names[key] = (header, seen[header])
        seen[header] += 1
    return names


def _by_header(columns: Columns) -> dict[tuple[str, int], str]:
    return {name: key for key, name in _names(columns).items()}


def _fitted(net: _Net, when: float, match: _Match) -> Earlier | None:
    rows = match.rows(net.skus, pl.concat([net.cells["at"], net.out]))
    keys = {key: match.column(key) for key in net.cells["key"].unique().to_list()}
    cells = net.cells.join(rows, on="at", how="left", maintain_order="left").with_columns(
        column=pl.col("key").replace_strict(list(keys), list(keys.values()), default=None, return_dtype=pl.String)
    )
    out = net.out.to_frame("at").join(rows, on="at", how="left", maintain_order="left")
    known = cells.filter(pl.col("to").is_not_null() & pl.col("column").is_not_null())
    known = known.with_columns(now=_now(match.catalog, known))
    there = _same(pl.col("now"), pl.col("after"))
    already = known.filter(there).height + int(out["gone"].sum())
    fits = known.filter(~there & (pl.col("now").fill_null("") == pl.col("before").fill_null("")))
    wanted = fits.select(pl.col("column").alias("key"), pl.col("to").alias("at"), "after")
    change = Draft(match.catalog).change(TAKEN_OVER, wanted, left_out=out["to"].drop_nulls())
    lost = net.count - already - change.count
    if not change.count and not lost:
        return None
    return Earlier(net.steps, when, change if change.count else None, change.count, lost)


def _same(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    """The same text, or the same number written in another way: Excel makes 1.25 of 1.250."""
    numbers = one.cast(pl.Float64, strict=False) == other.cast(pl.Float64, strict=False)
    return (one.fill_null("") == other.fill_null("")) | numbers.fill_null(value=False)


def _now(catalog: Catalog, cells: pl.DataFrame) -> pl.Series:
    """What stands in these cells (``column``, ``to``)."""
    draft = Draft(catalog)
    now = pl.Series("now", [None], dtype=pl.String).new_from_index(0, cells.height)
    for key in cells["column"].unique():
        mine = (cells["column"] == key).arg_true()
        now = now.scatter(mine, draft.column(key)[cells["to"][mine]])
    return now
