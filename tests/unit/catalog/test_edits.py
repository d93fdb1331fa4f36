"""Changes that can be taken back, and checking again after them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog import recheck as recheck_module
from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.cleaning import Notation
from hkj_desktop.catalog.edits import CELLS, Change, Draft, History
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.mapping import Mapping
from hkj_desktop.catalog.notation import Reading
from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.catalog.recheck import recheck
from hkj_desktop.catalog.rereading import mapping_for
from hkj_desktop.catalog.table import Catalog, columns_for
from tests.helpers.catalogues import modest

#: Sequences of steps that are tried; HKJ_FUZZ asks for more.
ROUNDS = int(os.environ.get("HKJ_FUZZ", "60"))

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


@modest(ROUNDS)
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


@modest(ROUNDS)
@given(st.data())
def test_checking_after_changes_equals_checking_from_the_start(data: st.DataObject) -> None:
    """After any sequence of changes, undos and redos, what checking the changed part finds is what checking
    everything with the columns as they are understood by now finds: rows, products, numbers, problems and counts."""
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
    while (step := history.undo()) is not None:
        checked = recheck(checked, history.draft, step.cells)
    assert checked.mapping == check(base, FIELDS).mapping


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


# -- how prices are written, once many were written over ---------------------------------------------------------------

DINARS, FILS = Notation.DINARS, Notation.FILS


def priced(texts: list[str], header: str = "السعر") -> Checked:
    """A file of these prices, checked."""
    rows = [[*row[:4], text, *row[5:]] for row, text in zip(sample(len(texts)), texts, strict=True)]
    made = catalogue(rows)
    headers = [header if head == "Price" else head for head in HEADERS]
    return check(Catalog("a.csv", "csv", columns_for(headers), made.cells, made.rows, header_row=1), FIELDS)


def reading(checked: Checked) -> Reading:
    (match,) = [match for match in checked.mapping.matches if match.field == "price_jod"]
    assert match.reading is not None
    return match.reading


def pasted(history: History, checked: Checked, texts: list[str], start: int = 0) -> Checked:
    cells: list[tuple[str, int, str | None]] = [("c4", start + at, text) for at, text in enumerate(texts)]
    history.do(history.draft.change("pasted", frame(cells)))
    return recheck(checked, history.draft, history.past[-1].cells)


def undone(history: History, checked: Checked) -> Checked:
    step = history.undo()
    assert step is not None
    return recheck(checked, history.draft, step.cells)


DINAR_PRICES = [f"{1 + at % 9}.250" for at in range(400)]
FILS_PRICES = [f"{1 + at % 9}250" for at in range(400)]


@pytest.mark.parametrize("header", ["Price", "السعر"])
def test_fils_that_are_pasted_over_dinars_are_a_question(header: str) -> None:
    """Not a price becomes a thousandfold in silence: all of them wait for the person's word, and when the change is
    undone, redone, or found in the draft of the file as it is opened again, that is so again."""
    first = priced(DINAR_PRICES, header)
    history = History(Draft(first.catalog))
    asked = pasted(history, first, FILS_PRICES)
    assert (reading(asked).notation, reading(asked).sure, reading(asked).example) == (FILS, False, "1250")
    assert (asked.problems.codes(), asked.counts.ready) == ({"price_unit_unclear": 400}, 0)
    same(asked, check(asked.catalog, FIELDS))
    back = undone(history, asked)
    assert back.mapping == first.mapping
    same(back, first)
    again = history.redo()
    assert again is not None
    same(recheck(back, history.draft, again.cells), asked)
    opened = recheck(check(history.draft.base, FIELDS), history.draft, history.draft.differences())
    assert opened.mapping == asked.mapping
    same(opened, asked)


def test_fils_that_are_pasted_over_some_of_the_dinars_are_a_question() -> None:
    """Also where most of the column still is in dinars, and where a price of dinars is typed among the fils."""
    first = priced(DINAR_PRICES)
    history = History(Draft(first.catalog))
    asked = pasted(history, first, FILS_PRICES[:100])
    assert (reading(asked).notation, reading(asked).sure, asked.counts.ready) == (FILS, False, 0)
    typed = pasted(history, asked, ["7.500"], start=3)
    assert (reading(typed).sure, typed.counts.ready) == (False, 0)
    assert undone(history, undone(history, typed)).mapping == first.mapping


def test_fils_that_come_little_by_little_are_a_question() -> None:
    """What differs from the file counts, not what the last step changed."""
    checked = priced(DINAR_PRICES)
    history = History(Draft(checked.catalog))
    for start in range(0, 60, 10):
        checked = pasted(history, checked, FILS_PRICES[:10], start)
        assert reading(checked).sure is (start < 40)


def test_dinars_that_are_pasted_over_fils_are_a_question() -> None:
    """The column was one of fils since most cells said so; what still stands there without the word is in fils."""
    first = priced([f"{text} fils" if at % 5 < 3 else text for at, text in enumerate(FILS_PRICES)])
    assert (reading(first).notation, reading(first).sure) == (FILS, True)
    history = History(Draft(first.catalog))
    asked = pasted(history, first, DINAR_PRICES[:200])
    assert (reading(asked).sure, asked.counts.ready) == (False, 0)
    assert reading(asked).example is not None
    more = pasted(history, asked, DINAR_PRICES[:50], start=200)
    assert reading(more).sure is False
    assert undone(history, undone(history, more)).mapping == first.mapping


def test_a_column_that_was_a_question_is_none_once_every_price_is_a_clear_one() -> None:
    """Where all of it was written over in dinars, nothing of what was unclear is left; a part is not enough."""
    first = priced(FILS_PRICES)
    history = History(Draft(first.catalog))
    part = pasted(history, first, DINAR_PRICES[:300])
    assert (reading(part).sure, part.counts.ready) == (False, 0)
    every = pasted(history, part, DINAR_PRICES[300:], start=300)
    assert (reading(every).notation, reading(every).sure, every.counts.ready) == (DINARS, True, 400)
    assert undone(history, undone(history, every)).mapping == first.mapping


@pytest.mark.parametrize("notation", [Notation.DINARS_GROUPED, FILS])
def test_what_the_person_said_of_the_prices_stays(notation: Notation) -> None:
    """Here, or of an earlier file with these headers: nobody is asked twice."""
    first = priced(FILS_PRICES)
    chosen = first.mapping.choose_notation("c4", notation)
    said = check(first.catalog, FIELDS, mapping=chosen)
    remembered = check(first.catalog, FIELDS, remembered=chosen.remembered())
    for known in (said, remembered):
        history = History(Draft(known.catalog))
        again = pasted(history, known, [*FILS_PRICES[1:], "9999"])
        assert (reading(again), again.counts.ready) == (reading(known), 400)


def test_what_was_worked_out_is_not_remembered_as_said() -> None:
    """Another choice of the person makes a reading that nobody gave no word of theirs."""
    first = priced(DINAR_PRICES)
    known = check(first.catalog, FIELDS, remembered=first.mapping.choose("c9", "brand").remembered())
    assert reading(known) == reading(first)
    asked = pasted(History(Draft(known.catalog)), known, FILS_PRICES)
    assert (reading(asked).sure, asked.counts.ready) == (False, 0)


@pytest.mark.parametrize(("header", "texts"), [("price_jod", FILS_PRICES), ("السعر", ["9.750"] * 400)])
def test_no_question_where_nothing_is_in_doubt(header: str, texts: list[str]) -> None:
    """The header says the unit, or what is pasted is written as the file wrote it."""
    first = priced(DINAR_PRICES, header)
    after = pasted(History(Draft(first.catalog)), first, texts)
    assert (after.mapping, after.counts.ready) == (first.mapping, 400)


# -- titles that hold both languages -----------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [None, False, True])
def test_the_question_about_double_titles_is_there_again_once_their_column_is_gone(wanted: bool | None) -> None:
    """A first English title makes its column and the question idle; undoing it gives the very same understanding."""
    rows = [[*row[:2], None, f"شاي أخضر {at} | Green tea {at}", *row[4:]] for at, row in enumerate(sample(20))]
    base = catalogue(rows)
    columns = tuple(column for column in base.columns if column.key != "c2")
    base = Catalog("a.csv", "csv", columns, base.cells.drop("c2"), base.rows, header_row=1)
    first = check(base, FIELDS)
    mapping = first.mapping if wanted is None else first.mapping.choose_split("c3", wanted=bool(wanted))
    first = check(base, FIELDS, mapping=mapping)
    history = History(Draft(base))
    history.do(history.draft.change("typed", frame([("new:title_en", 0, "Tea"), ("new:brand", 1, "Rimal")])))
    after = recheck(first, history.draft, history.past[-1].cells)
    assert after.mapping.splittable == ()
    assert [match.column for match in after.mapping.matches] == list(history.draft.catalog.columns)
    back = undone(history, after)
    assert back.mapping == mapping
    assert len(back.mapping.splittable) == (wanted is None)
    same(back, first)


@modest()
@given(st.sets(st.sampled_from(["new:title_en", "new:title_ar", "new:brand", "new:price_fils"])), st.booleans())
def test_columns_that_come_and_go_leave_the_mapping_as_it_was(added: set[str], both: bool) -> None:
    """mapping_for with the added columns, then without: the mapping that there was."""
    header, text = ("Title", "شاي أخضر | Green tea") if both else ("title_ar", "شاي")
    columns = columns_for(["SKU", header, "Price"])
    cells = pl.DataFrame({"c0": ["A", "B"], "c1": [text] * 2, "c2": ["1.250"] * 2})
    base = Catalog("a.csv", "csv", columns, cells, pl.Series("row", [2, 3], dtype=pl.UInt32), header_row=1)
    mapping = check(base, FIELDS).mapping
    draft = Draft(base)
    wider = draft.done(draft.change("typed", frame([(key, 0, "1") for key in sorted(added)]))).catalog
    there: Mapping = mapping_for(mapping, wider, FIELDS)
    assert [match.column for match in there.matches] == list(wider.columns)
    assert mapping_for(there, base, FIELDS) == mapping
