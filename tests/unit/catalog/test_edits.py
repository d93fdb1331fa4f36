"""Changes that can be taken back, and checking again after them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkj_desktop.catalog import recheck as recheck_module
from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.edits import CELLS, Change, Draft, History, mapping_for
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.recheck import recheck
from hkj_desktop.catalog.table import Catalog, columns_for

FIELDS = load_fields("hkj")
HEADERS = [
    "SKU",
    "Barcode",
    "English title",
    "Arabic title",
    "Price",
    "Stock",
    "Category",
    "Image",
    "Option value",
    "Shelf",
]
#: What people write, right and wrong, so often the same that rows repeat each other.
VALUES: dict[str, list[str | None]] = {
    "c0": ["A-1", "A-2", "A-3", " A-1", "٣٣", "6.25E+12", None],
    "c1": ["6251047007000", "6251047007001", "12345670", "1234567", "x", None],
    "c2": ["Honey", "Tea", "عسل", "", None, "SIDR HONEY 500 G"],
    "c3": ["عسل", "شاي", "Honey", None, "عسل - Honey jar"],
    "c4": ["1.250", "12.5", "1,250", "٣٫٥", "x", "-1", "1250", "0", "125.000", None],
    "c5": ["3", "12 pieces", "-1", "٣", None],
    "c6": ["Food", "Food > Tea", None],
    "c7": ["https://x.example/a.png", "www.x", None],
    "c8": ["250 g", "500 g", None],
    "c9": ["1", "left", None],
    "new:brand": ["Rimal", None],
    "new:price_fils": ["1250", "x", None],
}
KEYS = list(VALUES)


@pytest.fixture(autouse=True)
def _never_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small catalogues are checked in parts here too, however much of them changed."""
    monkeypatch.setattr(recheck_module, "FEW", 0)
    monkeypatch.setattr(recheck_module, "MANY", 2)


def catalogue(rows: list[list[str | None]], groups: list[int] | None = None) -> Catalog:
    cells = pl.DataFrame(rows, schema={f"c{n}": pl.String for n in range(len(HEADERS))}, orient="row")
    broken = [Problem("cell_error", index=at, row=at + 2, letter="E") for at, row in enumerate(rows) if row[4] == "x"]
    return Catalog(
        "a.csv",
        "csv",
        columns_for(HEADERS),
        cells,
        pl.Series("row", range(2, len(rows) + 2), dtype=pl.UInt32),
        header_row=1,
        problems=Problems.of(broken),
        groups=None if groups is None else pl.Series(groups, dtype=pl.UInt32),
    )


def row() -> st.SearchStrategy[list[str | None]]:
    return st.tuples(*(st.sampled_from(VALUES[f"c{n}"]) for n in range(len(HEADERS)))).map(list)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalog:
    rows = draw(st.lists(row(), min_size=2, max_size=12))
    groups = None
    if draw(st.booleans()):
        steps = draw(st.lists(st.integers(0, 1), min_size=len(rows), max_size=len(rows)))
        groups = [1 + sum(steps[1 : at + 1]) for at in range(len(rows))]
    return catalogue(rows, groups)


def steps(height: int) -> st.SearchStrategy[tuple[str, list[tuple[str, int, str | None]] | list[int]]]:
    cell = st.sampled_from(KEYS).flatmap(
        lambda key: st.tuples(st.just(key), st.integers(0, height - 1), st.sampled_from(VALUES[key]))
    )
    write = st.tuples(st.just("write"), st.lists(cell, min_size=1, max_size=6))
    leave = st.tuples(st.just("leave"), st.lists(st.integers(0, height - 1), max_size=2))
    return st.one_of(write, write, write, leave, st.just(("undo", [])), st.just(("redo", [])))


def frame(cells: list[tuple[str, int, str | None]]) -> pl.DataFrame:
    return pl.DataFrame(cells, schema={"key": pl.String, "at": pl.UInt32, "after": pl.String}, orient="row")


def run(history: History, kind: str, given_: list) -> Change | None:  # type: ignore[type-arg]
    if kind == "write":
        change = history.draft.change("typed", frame(given_))
    elif kind == "leave":
        if history.draft.positions.len() <= len(given_):
            return None
        change = history.draft.change("left_out", left_out=pl.Series("at", given_, dtype=pl.UInt32))
    else:
        return history.undo() if kind == "undo" else history.redo()
    history.do(change)
    return change


def told(problems: Problems) -> list[tuple[object, ...]]:
    order = ["index", "letter", "code", "field", "row", "product", "other"]
    return problems.frame.sort(order, nulls_last=False).rows()


def same(one: Checked, other: Checked) -> None:
    assert one.catalog.cells.equals(other.catalog.cells)
    assert one.products.rows.equals(other.products.rows)
    assert told(one.problems) == told(other.problems)
    keys = ["index", "field", "change"]
    assert one.products.changes.sort(keys).equals(other.products.changes.sort(keys))
    assert one.counts == other.counts


def scratch(draft: Draft, before: Checked) -> Checked:
    mapping = mapping_for(before.mapping, draft.catalog, FIELDS)
    return check(draft.catalog, FIELDS, mapping=mapping, last_prices=before.last_prices)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_undoing_everything_gives_the_catalogue_as_it_was_read(data: st.DataObject) -> None:
    """Whatever is written, left out, undone and redone: undoing all of it gives the original, cell for cell."""
    base = data.draw(catalogues())
    history = History(Draft(base))
    for kind, given_ in data.draw(st.lists(steps(len(base)), max_size=12)):
        run(history, kind, given_)
    last = history.draft
    count = len(history.past)
    while history.undo():
        pass
    now = history.draft.catalog
    assert now.cells.equals(base.cells)
    assert now.columns == base.columns
    assert now.rows.equals(base.rows)
    assert now.problems.frame.equals(base.problems.frame)
    assert (now.groups is None) == (base.groups is None)
    assert history.draft.differences().height == 0
    for _ in range(count):
        history.redo()
    assert history.draft.catalog.cells.equals(last.catalog.cells)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_checking_after_changes_equals_checking_from_the_start(data: st.DataObject) -> None:
    """After any sequence of changes, undos and redos, what checking the changed part finds is what checking
    everything finds: rows, products, numbers, problems and counts."""
    base = data.draw(catalogues())
    prices = data.draw(st.sampled_from([{}, {"A-1": 12_500, "A-2": 125}]))
    checked = check(base, FIELDS, last_prices=prices)
    history = History(Draft(checked.catalog))
    for kind, given_ in data.draw(st.lists(steps(len(base)), max_size=8)):
        change = run(history, kind, given_)
        if change is None:
            continue
        checked = recheck(checked, history.draft, change.cells)
        same(checked, scratch(history.draft, checked))


def sample(height: int = 300) -> Iterator[list[str | None]]:
    for at in range(height):
        yield [f"S-{at}", None, f"Tea {at}", f"شاي {at}", "1.250", "3", "Food", None, None, None]


def test_one_cell_is_judged_without_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """A title that is typed into one row cleans and judges that row alone."""
    checked = check(catalogue(list(sample())), FIELDS)
    draft = Draft(checked.catalog)
    change = draft.change("typed", frame([("c3", 7, None)]))
    heights: list[int] = []
    real = recheck_module.apply_rules

    def watched(rules: list, rows: pl.DataFrame, *rest: object) -> Problems:  # type: ignore[type-arg]
        heights.append(rows.height if rules else 0)
        return real(rules, rows, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(recheck_module, "apply_rules", watched)
    after = recheck(checked, draft.done(change), change.cells)
    assert heights == [1, 0]
    assert [(p.code, p.row) for p in after.problems if p.severity is Severity.ERROR] == [("required_missing", 9)]


def test_a_key_is_judged_against_all_rows() -> None:
    """A SKU that is typed a second time is a duplicate on the later row, and none once it is typed over."""
    checked = check(catalogue(list(sample())), FIELDS)
    history = History(Draft(checked.catalog))
    history.do(history.draft.change("typed", frame([("c0", 9, "S-3")])))
    again = recheck(checked, history.draft, history.past[-1].cells)
    assert [(p.code, p.row, p.other) for p in again.problems] == [("duplicate", 11, "5")]
    history.do(history.draft.change("typed", frame([("c0", 3, "S-33333")])))
    assert len(recheck(again, history.draft, history.past[-1].cells).problems) == 0


def test_a_change_is_as_json_what_it_was() -> None:
    """A change that is written down and read again does the same."""
    draft = Draft(catalogue(list(sample(9))))
    change = draft.change(
        "replaced",
        frame([("c2", 1, "a\n“b”"), ("new:brand", 2, "ر"), ("c4", 3, "")]),
        left_out=pl.Series([4, 6]),
        params={"find": "x"},
    )
    again = Change.of_plain(json.loads(json.dumps(change.plain())))
    assert again.cells.equals(change.cells)
    assert list(again.cells.columns) == list(CELLS)
    assert (again.left_out.to_list(), again.put_in.to_list()) == ([4, 6], [])
    assert (again.name, again.params) == ("replaced", {"find": "x"})
    assert draft.done(again).catalog.cells.equals(draft.done(change).catalog.cells)


@pytest.mark.parametrize("data", [{}, {"name": "x", "cells": [["c0", [1], ["a"]]], "out": [], "in": [], "params": {}}])
def test_what_is_no_change_is_refused(data: dict[str, object]) -> None:
    """Half a change is told by an error that the reader of a damaged file knows."""
    with pytest.raises((KeyError, TypeError, ValueError)):
        Change.of_plain(data)


def test_a_step_that_changes_nothing_is_empty() -> None:
    """What a cell holds already is no change; of a cell that is named twice the last text counts."""
    draft = Draft(catalogue(list(sample(4))))
    assert draft.change("typed", frame([("c0", 1, "S-1"), ("c1", 1, "")])).count == 0
    twice = draft.change("typed", frame([("c0", 1, "X"), ("c0", 1, "Y")]))
    assert twice.cells["after"].to_list() == ["Y"]


def test_a_field_that_the_file_lacks_gets_a_column_while_it_holds_something() -> None:
    """The first text in a missing field makes its column behind the last one; without any it is gone."""
    base = catalogue(list(sample(4)))
    mapping = check(base, FIELDS).mapping
    draft = Draft(base)
    change = draft.change("typed", frame([("new:brand", 1, "Rimal"), ("new:price_fils", 0, "1250")]))
    after = draft.done(change)
    assert [(c.header, c.letter) for c in after.catalog.columns[-2:]] == [("brand", "K"), ("price_fils", "L")]
    matches = mapping_for(mapping, after.catalog, FIELDS).matches[-2:]
    assert [(m.field, m.reading is not None) for m in matches] == [("brand", False), ("price_fils", True)]
    assert after.done(change.reversed()).catalog.columns == base.columns
