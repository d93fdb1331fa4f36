"""Many cells are worked through as few are, and quickly."""

from __future__ import annotations

import time

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog import cell_runs, edits
from hkj_desktop.catalog.edits import CELLS, Draft
from hkj_desktop.catalog.table import Catalog, columns_for
from tests.helpers.catalogues import catalog, modest

TEXTS = st.sampled_from([None, "", "a", "b"])
ROWS = 4
WANTED = st.lists(st.tuples(st.sampled_from(["c0", "c1", "new:brand"]), st.integers(0, ROWS - 1), TEXTS), max_size=12)


def draft(cells: list[list[str | None]]) -> Draft:
    return Draft(catalog(("one", "two"), cells))


def frame(wanted: list[tuple[str, int, str | None]]) -> pl.DataFrame:
    return pl.DataFrame(wanted, schema={"key": pl.String, "at": pl.UInt32, "after": pl.String}, orient="row")


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=ROWS, max_size=ROWS), WANTED)
@modest(300)
def test_many_cells_change_as_few_do(cells: list[list[str | None]], wanted: list[tuple[str, int, str | None]]) -> None:
    """Cells that are named twice, in any order of columns and rows, empty ones and new columns: the same step, which
    leads to the same catalogue and back."""
    before = draft(cells)
    few = before.change("typed", frame(wanted))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edits, "FEW", 0)
        patch.setattr(cell_runs, "FEW", 0)
        many = before.change("typed", frame(wanted))
        assert many.cells.schema == CELLS
        assert sorted(many.cells.rows(), key=str) == sorted(few.cells.rows(), key=str)
        keys = many.cells["key"]
        assert keys.n_unique() == len(keys.rle())
        after = before.done(many)
        for key in ("c0", "c1", "new:brand"):
            assert after.column(key).equals(before.done(few).column(key), null_equal=True)
            assert after.done(many.reversed()).column(key).to_list() == before.column(key).to_list()
    assert before.column("c0").to_list() == [row[0] for row in cells]


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "sorted in the table"])
def test_a_million_cells_are_quick(turned: bool) -> None:
    """100,000 rows of ten columns take less than half a second, a column alone a twentieth."""
    count, names = 100_000, [f"name {at}" for at in range(10)]
    number = pl.int_range(count, eager=True).cast(pl.String)
    before = Draft(
        Catalog(
            "made.csv",
            "csv",
            columns_for(names),
            pl.DataFrame({f"c{at}": number for at in range(10)}),
            pl.int_range(2, count + 2, dtype=pl.UInt32, eager=True),
            header_row=1,
        )
    )
    at = pl.int_range(count, dtype=pl.UInt32, eager=True).alias("at")
    at = at.shuffle(1) if turned else at
    parts = [pl.DataFrame({"key": [f"c{n}"] * count, "at": at, "after": ["x"] * count}) for n in range(10)]
    for wanted, most in ((parts[0], 0.05), (pl.concat(parts), 0.5)):
        took = []
        for _ in range(3):  # the best of three: the machine does other things too
            began = time.perf_counter()
            change = before.change("filled", wanted)
            after = before.done(change)
            took.append(time.perf_counter() - began)
        assert change.count == wanted.height
        assert after.column("c0").unique().to_list() == ["x"]
        assert min(took) < most
