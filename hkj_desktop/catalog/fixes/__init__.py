"""One-click fixes: for each kind of problem the ways to mend it, and what each of them would do.

A fix only proposes (:class:`Proposal`); edits.py makes its cells and rows a change that can be undone. Some kinds have
none: what nobody can know is not guessed (lost digits and letters, missing names), and what is asked once for a whole
column is not answered cell by cell.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.fixes import barcodes, copying, image, leaving, price_units, prices, stock, tidy, titles
from hkj_desktop.catalog.fixes.base import Fix, Proposal, nothing, placed
from hkj_desktop.catalog.fixes.copying import copy_columns
from hkj_desktop.catalog.problems import Problems, Source
from hkj_desktop.system.destinations import first_destination

#: The first that can mend a problem is the one that is offered beside it.
FIXES: tuple[Fix, ...] = (
    titles.SWAP,
    titles.SPLIT,
    barcodes.PAD,
    barcodes.EXACT,
    barcodes.BARE,
    tidy.TRIM,
    tidy.DIGITS,
    barcodes.CHECK_DIGIT,
    stock.NUMBER,
    stock.ZERO,
    prices.AMOUNT,
    prices.AS_DINARS,
    prices.ROUND,
    prices.COMMA_DECIMAL,
    prices.COMMA_THOUSANDS,
    prices.NO_MINUS,
    price_units.LAST_PRICE,
    price_units.SMALLER,
    price_units.LARGER,
    price_units.TAKE_FILS,
    price_units.TAKE_DINARS,
    image.ADDRESS,
    tidy.TITLE_CASE,
    tidy.SHORTEN,
    leaving.KEEP_LAST,
    leaving.KEEP_FIRST,
    barcodes.CLEAR,
    leaving.LEAVE_OUT,
    copying.COPY,
    leaving.CLEAR_CELL,
)


@cache
def fixes_for(code: str, field: str | None) -> tuple[Fix, ...]:
    """The fixes that may answer a problem of this kind on this field, the likeliest first. Whether one does for a given
    problem, :func:`propose` says."""
    known = load_fields(first_destination().id).by_name.get(field or "")
    kind = known.kind if known else None
    return tuple(fix for fix in FIXES if code in fix.codes and (not fix.kinds or kind in fix.kinds))


def propose(fix: Fix, checked: Checked, problems: Problems, column: str | None = None) -> Proposal:
    """What ``fix`` would do about ``problems``, all of which are of ``checked``; those that it cannot mend for certain
    are left alone. ``column``: the key of the one to copy from, for a fix that asks."""
    frame = problems.frame
    own = frame.with_columns(index=pl.when(_fitting(frame, fix)).then("index"))  # the others are in no row
    return _made(fix, checked, frame, placed(checked, own), column)


def _fitting(frame: pl.DataFrame, fix: Fix) -> pl.Series:
    """Which of the problems are of a kind that ``fix`` answers. What the shop said is not mended by our rules."""
    kinds = frame.select("code", "field").unique()
    fitting = [any(one is fix for one in fixes_for(code, field)) for code, field in kinds.iter_rows()]
    marked = kinds.with_columns(fits=pl.Series(fitting, dtype=pl.Boolean))
    both = frame.join(marked, on=["code", "field"], how="left", nulls_equal=True, maintain_order="left")
    return both["fits"] & (frame["source"] == Source.FILE.value)


def _made(fix: Fix, checked: Checked, asked: pl.DataFrame, rows: pl.DataFrame, column: str | None) -> Proposal:
    """``rows``: those of ``asked`` whose cells are known; their numbers are those of the answers."""
    if not rows.height:
        return nothing(fix.id, asked)
    numbers = rows["at"]
    made = fix.make(checked, rows.with_columns(at=pl.int_range(rows.height, dtype=pl.UInt32)), column)
    return replace(made, answers=nothing(fix.id, asked).answers.scatter(numbers, made.answers))


def _one_by_one(
    checked: Checked, asked: pl.DataFrame, fixes: Iterable[Fix], *, apart: bool = False
) -> Iterator[Proposal]:
    """What each of ``fixes`` would do about the problems that none before it mends; ``apart``: nor writes into their
    cells."""
    rows = placed(checked, asked)
    taken = pl.DataFrame(schema={"index": pl.UInt32, "key": pl.String})
    for fix in fixes:
        kinds = [pair for pair in rows.select("code", "field").unique().iter_rows() if fix in fixes_for(*pair)]
        if not kinds:
            continue
        own = rows.filter(_fitting(rows, fix))
        if apart:
            own = own.join(taken, on=["index", "key"], how="anti", maintain_order="left")
        made = _made(fix, checked, asked, own, None)
        if made.mended:
            taken = pl.concat([taken, made.cells.select("index", "key")])
            rows = rows.filter(made.answers.is_null()[rows["at"]])
            yield made


def first_fixes(checked: Checked, problems: Problems) -> list[tuple[str, str] | None]:
    """For each of a page of problems the fix to offer first and the text that the cell would get (empty where rows
    leave), or None. One that must be told a column is none of them.

    Quick where :func:`prepare` has looked at the whole catalogue before; else only the page is looked at.
    """
    known = _KEPT.get(id(checked))
    if known is None or known[0]() is not checked:
        offers = _offers(checked, problems.frame)
    else:
        here = known[1].filter(pl.col("index").is_in(problems.frame["index"].implode()))
        offers = problems.frame.select(_PLACE).join(
            here, on=_PLACE, how="left", nulls_equal=True, maintain_order="left"
        )
    return [(fix, after) if fix is not None else None for fix, after in offers.select("fix", "after").iter_rows()]


def prepare(checked: Checked) -> None:
    """Work out what :func:`first_fixes` says for every problem of ``checked``, and keep it as long as that lives: some
    tenths of a second for a hundred thousand problems, so call it in a task."""
    if id(checked) not in _KEPT:
        offers = _offers(checked, checked.problems.frame).filter(pl.col("fix").is_not_null())
        _KEPT[id(checked)] = (weakref.ref(checked, partial(_forget, id(checked))), offers.unique(_PLACE))


def _forget(number: int, _: object) -> None:
    _KEPT.pop(number, None)


#: id of a catalogue → that catalogue, and what its problems are offered: :data:`_PLACE`, ``fix``, ``after``.
_KEPT: dict[int, tuple[weakref.ref[Checked], pl.DataFrame]] = {}
#: What names a problem of a catalogue.
_PLACE = ["index", "code", "field", "letter"]


def _offers(checked: Checked, asked: pl.DataFrame) -> pl.DataFrame:
    """``asked`` with the first fix of each (``fix``) and the text that it would write (``after``)."""
    fix = after = nothing("", asked).answers
    for made in _one_by_one(checked, asked, (one for one in FIXES if not one.asks_column)):
        answered = made.answers.is_not_null()
        fix = fix.set(answered, made.fix)
        after = after.zip_with(~answered, made.answers)
    return asked.select(_PLACE).with_columns(fix=fix, after=after)


def safe_proposals(checked: Checked) -> list[Proposal]:
    """What the fixes that leave no choice would do over the whole catalogue, one after the other: no cell stands in two
    of them, and no problem is answered twice."""
    safe = [fix for fix in FIXES if fix.safe]
    codes = {code for fix in safe for code in fix.codes}
    asked = checked.problems.frame.filter(pl.col("code").is_in(list(codes)))
    return list(_one_by_one(checked, asked, safe, apart=True))


def count_fixable(checked: Checked) -> dict[str, int]:
    """Fix → how many problems it would mend over the whole catalogue; only such as leave no choice."""
    return {made.fix: made.mended for made in safe_proposals(checked)}


__all__ = [
    "FIXES",
    "Fix",
    "Proposal",
    "copy_columns",
    "count_fixable",
    "first_fixes",
    "fixes_for",
    "prepare",
    "propose",
    "safe_proposals",
]
