"""What holds for every fix and any cells: proposals are well formed, mend once, and touch nothing else."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from itertools import zip_longest

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.edits import NEW
from hkj_desktop.catalog.fixes import FIXES, Fix, count_fixable, first_fixes, prepare, propose, safe_proposals
from hkj_desktop.catalog.fixes.base import CELLS
from hkj_desktop.catalog.problems import Problems, Severity
from tests.helpers.catalogues import checked_products, modest
from tests.helpers.fixes import applied, places

#: What a cell of each field is like where a fix may have something to say to it.
LIKELY: dict[str, list[str | None]] = {
    "sku": [*"AB", None, "6.251047007000E+12", "6.25E+12", "x" * 300, "A\tB", "Ａ１"],
    "external_id": [None, None, "1", "2"],
    "barcode": [
        *(None, "6291041500213", "36000291452", "6291041500214", "EAN 6291041500213", "6.291041500213E+12"),
        *("*36000291452*", "６２９１０４１５００２１３", "0-8044-2957-X", "4011", "4006381333932"),
    ],
    "title_en": [
        *("Honey", None, "عسل", "قهوة - Coffee", "Coffee (قهوة)", "MOUNTAIN HONEY 500 G", "word " * 60),
        *("word    " * 40, " \u200fTea\u00a0", "LED LCD USB"),
    ],
    "title_ar": ["عسل", None, "Honey", "قهوة - Coffee", "كلمة " * 60, "كلمة    " * 40, "عس\ufffdل"],
    "price_jod": [
        *("1.250", None, "1,250", "1250", "1250000", "-5", "-1,250", "3.5 JD only", "٣٫٥ دينار فقط", "1.2345", "12500"),
        *("0.003", "750 فلس فقط", "free", "6291041500213", "0", "1 دينار 250 فلس", "12.500", "13", "१.२५०"),
    ],
    "price_fils": [None, None, None, "1250", "1,250", "12.5", "1250000", "-5", "1250 only", "0", "x", "1250.00"],
    "stock_qty": ["4", None, "12 pcs", "١٢ حبة", "-3", "sold out", "12.5", "１２", "12 dozen"],
    "category_en": ["Food", None],
    "image_url": [None, "https://x.jo/a.png", "www.x.jo/a b.png", "https://x.jo/a b.png", "honey.png", "//x.jo/a.png"],
    "option1_value": [None, None, None, "S"],
    "note": [None, "Sidr honey", "عسل سدر", "2.500", "K-7", "A"],
}


def _cell(likely: list[str | None]) -> st.SearchStrategy[str | None]:
    """Mostly such a cell, sometimes two of them in one, or anything at all."""
    one = st.sampled_from(likely)
    two = st.tuples(one, st.sampled_from([" ", "\u200f", "-", ","]), one).map(lambda parts: "".join(map(str, parts)))
    return st.one_of(one, one, one, two, st.text(max_size=12))


ROW = st.fixed_dictionaries({name: _cell(likely) for name, likely in LIKELY.items()})
TWINS = {"title_en": "title_ar", "title_ar": "title_en", "price_jod": "price_fils", "price_fils": "price_jod"}
Rows = list[dict[str, str | None]]


def _catalogue(rows: Rows, lacks: str | None) -> Checked:
    kept: list[AbstractMapping[str, str | None]] = [{k: v for k, v in row.items() if k != lacks} for row in rows]
    return checked_products(*kept)


@given(rows=st.lists(ROW, min_size=1, max_size=6), lacks=st.sampled_from([None, "title_en", "price_fils"]))
@modest(50)
def test_any_proposal_is_well_formed_and_mends(rows: Rows, lacks: str | None) -> None:
    """Each cell stands once, with what it holds and something else; only asked rows and their two titles or prices are
    touched; afterwards those problems are gone, no new error is there, and asking again gives nothing more."""
    found = _catalogue(rows, lacks)
    keys = {column.header: column.key for column in found.catalog.columns}
    frame = found.problems.frame
    for fix in FIXES:
        column = keys["note"] if fix.asks_column else None
        proposal = propose(fix, found, found.problems, column)
        cells = proposal.cells
        assert dict(cells.schema) == CELLS
        assert proposal.answers.len() == frame.height
        assert bool(proposal.mended) == bool(cells.height or proposal.left_out.len())
        if not proposal.mended:
            continue
        assert cells.select("index", "key").is_unique().all()
        for index, key, before, after in cells.iter_rows():
            assert before == (None if key.startswith(NEW) else found.catalog.cells[key][index])
            assert (after or "") != (before or "")
        answered = frame.filter(proposal.answers.is_not_null())
        assert set(answered["code"]) <= fix.codes
        _touches_only(found, answered, cells)
        if not proposal.left_out.len():
            _is_mended(fix, found, applied(found, proposal), answered, column)


def test_the_examples_give_every_fix_something_to_do() -> None:
    """Of the cells that are made up here, each fix has something to say to some, save for those that need a last price
    or a problem of reading."""
    mended: set[str] = set()
    for start in range(6):
        turned = {name: likely[start:] + likely[:start] for name, likely in LIKELY.items()}
        rows = [dict(zip(LIKELY, cells, strict=True)) for cells in zip_longest(*turned.values())]
        found = checked_products(*rows, {**rows[0], "note": "again"})
        mended |= {fix.id for fix in FIXES if propose(fix, found, found.problems, "c11").mended}
    assert {fix.id for fix in FIXES} - mended == {"last_price", "clear_cell"}


def _touches_only(found: Checked, answered: pl.DataFrame, cells: pl.DataFrame) -> None:
    keys = {column.header: column.key for column in found.catalog.columns}
    may = set()
    for index, field in answered.select("index", "field").iter_rows():
        may |= {(index, keys.get(name, NEW + name)) for name in (field, TWINS.get(field, field)) if name}
    assert set(cells.select("index", "key").iter_rows()) <= may


def _is_mended(fix: Fix, found: Checked, then: Checked, answered: pl.DataFrame, column: str | None) -> None:
    told = {(one.code, one.field, one.row) for one in Problems(answered)}
    assert not told & places(then)
    if fix.id != "clear_cell":
        assert places(then, Severity.ERROR) <= places(found, Severity.ERROR)
    again = propose(fix, then, Problems(answered), column)
    assert not again.mended


@pytest.mark.parametrize("name", ["keep_first", "keep_last", "leave_out"])
@given(rows=st.lists(ROW, min_size=1, max_size=6))
@modest(30)
def test_products_that_leave_take_their_problems_along(name: str, rows: Rows) -> None:
    """Rows leave as whole products, the problems asked for are gone, and the others have no new error."""
    found = checked_products(*({**row, "sku": (row["sku"] or "A")[:1]} for row in rows))
    (fix,) = [fix for fix in FIXES if fix.id == name]
    proposal = propose(fix, found, found.problems)
    left = proposal.left_out.to_list()
    assert left == sorted(set(left))
    products = found.products.rows
    gone = products.filter(pl.col("index").is_in(proposal.left_out.implode()))["product"].unique()
    if name != "leave_out":
        assert left == products.filter(pl.col("product").is_in(gone.implode()))["index"].to_list()
    then = applied(found, proposal)
    answered = found.problems.frame.filter(proposal.answers.is_not_null())
    assert not {(one.code, one.field, one.row) for one in Problems(answered)} & places(then)
    assert places(then, Severity.ERROR) <= places(found, Severity.ERROR)


@given(rows=st.lists(ROW, min_size=1, max_size=6), lacks=st.sampled_from([None, "title_ar", "sku"]))
@modest(30)
def test_all_that_leaves_no_choice_can_be_done_at_once(rows: Rows, lacks: str | None) -> None:
    """The safe proposals share no cell; made together they leave fewer problems by as many as they count, and no new
    error; a prepared catalogue offers the same first fixes as one that is not."""
    found = _catalogue(rows, lacks)
    made = safe_proposals(found)
    cells = [cell for proposal in made for cell in proposal.cells.select("index", "key").iter_rows()]
    assert len(cells) == len(set(cells))
    assert count_fixable(found) == {proposal.fix: proposal.mended for proposal in made}
    then = found
    for proposal in made:
        then = applied(then, proposal)
    assert places(then, Severity.ERROR) <= places(found, Severity.ERROR)
    cold = first_fixes(found, found.problems)
    prepare(found)
    assert first_fixes(found, found.problems) == cold
