"""What the shop said stands as long as what it spoke of is the same, wherever its row is by now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.edits import Draft, History
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.problems import Problem, Problems, Severity, Source
from hkj_desktop.catalog.rereading import mapping_for
from hkj_desktop.catalog.standing import answered_rows, standing
from hkj_desktop.catalog.table import column_letter
from hkj_desktop.files.item_payload import make_payload
from hkj_desktop.files.payload import Payload
from hkj_desktop.system.destinations import destination
from tests.helpers.catalogues import checked, modest
from tests.helpers.items import barcode

FIELDS = load_fields("hkj")
HEADERS = ("SKU", "English title", "Arabic title", "Price (JOD)", "Barcode", "Shelf")
ROWS = [[f"A-{n}", f"Honey {n}", f"عسل {n}", "1.250", barcode(n), None] for n in range(6)]
PRICE, ENGLISH = "c3", "c1"


@pytest.fixture
def first() -> Checked:
    return checked(HEADERS, ROWS)


def refused(on: Checked, product: int, field: str | None = None, words: str = "no") -> Problem:
    """The server refused a product of ``on``, for one of its fields where it names one."""
    return on.located(Problem("server_refused", Severity.ERROR, field, other=words, source=Source.SERVER), product)


def write(history: History, *cells: tuple[str, int, str | None], out: Sequence[int] = ()) -> None:
    wanted = pl.DataFrame(list(cells), schema={"key": pl.String, "at": pl.UInt32, "after": pl.String}, orient="row")
    history.do(history.draft.change("typed", wanted, left_out=pl.Series("at", list(out), dtype=pl.UInt32)))


def again(before: Checked, draft: Draft) -> Checked:
    """The draft, checked from the start, with the columns as they were understood."""
    return check(draft.catalog, FIELDS, mapping=mapping_for(before.mapping, draft.catalog, FIELDS))


def told(problems: Problems) -> list[tuple[int | None, str, str | None, int | None, str | None]]:
    """Where each stands: index, place, the SKU of its row, its product, and the server's words."""
    return [(p.index, p.place, p.sku, p.product, p.other) for p in problems]


class Answered:
    """A catalogue that was sent as it was read, the shop's answers, and what is changed since."""

    def __init__(self, first: Checked, *problems: Problem) -> None:
        self.first = first
        self.history = History(Draft(first.catalog))
        self.then = self.history.draft
        self.answers = Problems.of(problems).sorted()

    def standing(self) -> Problems:
        return standing(self.answers, self.then, self.history.draft, again(self.first, self.history.draft))


def test_untouched_answers_are_as_they_came(first: Checked) -> None:
    """Where nothing was changed since it was sent, the very same problems stand."""
    one = Answered(first, refused(first, 2, "price_jod"))
    assert one.standing() is one.answers


def test_a_change_elsewhere_leaves_a_problem_on_its_cell(first: Checked) -> None:
    """Another row, and another cell of the same row, are not what the shop spoke of."""
    one = Answered(first, refused(first, 2, "price_jod"))
    write(one.history, (PRICE, 0, "9"), (ENGLISH, 1, "Sidr honey"), ("c5", 1, "7"))
    assert told(one.standing()) == [(1, "D3", "A-1", 2, "no")]
    assert one.standing().at(0).title_en == "Sidr honey"
    assert one.standing().at(0).value == "1.250"


def test_a_problem_goes_with_what_was_in_its_cell(first: Checked) -> None:
    """Written to, it is no longer what the shop refused; the problem of the next cell stays. Undone, it is back."""
    one = Answered(first, refused(first, 2, "price_jod"), refused(first, 2, "title_en"))
    write(one.history, (PRICE, 1, "2.000"))
    assert told(one.standing()) == [(1, "B3", "A-1", 2, "no")]
    one.history.undo()
    assert told(one.standing()) == [(1, "B3", "A-1", 2, "no"), (1, "D3", "A-1", 2, "no")]
    one.history.redo()
    assert len(one.standing()) == 1


def test_the_same_text_again_brings_the_problem_back(first: Checked) -> None:
    """What counts is what stands in the cell, not how it came there."""
    one = Answered(first, refused(first, 2, "price_jod"))
    write(one.history, (PRICE, 1, "2.000"))
    write(one.history, (PRICE, 1, "1.250"))
    assert len(one.standing()) == 1


def test_a_cell_that_was_emptied_is_another(first: Checked) -> None:
    """An empty cell is not the one that the shop refused, and one that was empty is not what is in it now."""
    one = Answered(first, refused(first, 2, "price_jod"), replace(refused(first, 3), letter="F"))
    write(one.history, (PRICE, 1, None), ("c5", 2, "7"))
    assert len(one.standing()) == 0


@pytest.mark.parametrize("key", ["c0", PRICE, "c5", "new:brand"])
def test_a_problem_of_no_cell_goes_with_any_cell_of_its_row(first: Checked, key: str) -> None:
    """Where the shop named no field, any change of the row may have been what it wanted, also in a new column."""
    one = Answered(first, refused(first, 2), refused(first, 3))
    write(one.history, (key, 1, "X"))
    assert told(one.standing()) == [(2, "4", "A-2", 3, "no")]
    one.history.undo()
    assert len(one.standing()) == 2


def test_a_problem_of_a_field_that_had_no_column(first: Checked) -> None:
    """It goes once its row has that field, and only there."""
    one = Answered(first, refused(first, 2, "brand"), refused(first, 3, "brand"))
    assert one.answers.frame["letter"].null_count() == 2
    write(one.history, ("new:brand", 1, "Rimal"))
    assert [p.index for p in one.standing()] == [2]


def test_a_problem_of_a_column_that_was_added_before_it_was_sent(first: Checked) -> None:
    """Its cell is a cell like others."""
    history = History(Draft(first.catalog))
    write(history, ("new:brand", 1, "Rimal"), ("new:brand", 2, "Nabil"))
    sent = again(first, history.draft)
    one = Answered(first, refused(sent, 2, "brand"), refused(sent, 3, "brand"))
    one.history, one.then = history, history.draft
    assert [p.letter for p in one.answers] == ["G", "G"]
    write(history, ("new:brand", 1, "Zain"), (PRICE, 2, "9"))
    assert told(one.standing()) == [(2, "G4", "A-2", 3, "no")]


def test_a_part_of_a_column_is_a_cell_too(first: Checked) -> None:
    """Columns that another system's export is taken apart into share a letter; writing into either changes the cell."""
    columns = tuple(replace(one, letter="B", derived=True) if one.key == "c2" else one for one in first.catalog.columns)
    catalog = replace(first.catalog, columns=columns)
    arranged = check(catalog, FIELDS, mapping=mapping_for(first.mapping, catalog, FIELDS))
    problem = refused(arranged, 2, "title_ar")
    assert problem.letter == "B"
    one = Answered(arranged, problem)
    write(one.history, ("c2", 1, "عسل السدر"))
    assert len(one.standing()) == 0


def test_problems_follow_their_rows(first: Checked) -> None:
    """Rows before them that are left out move their places in the catalogue, not the number that Excel shows."""
    one = Answered(first, refused(first, 3, "price_jod"), refused(first, 6))
    write(one.history, out=[0, 3])
    assert told(one.standing()) == [(1, "D4", "A-2", 2, "no"), (3, "7", "A-5", 4, "no")]


def test_a_problem_goes_with_its_row(first: Checked) -> None:
    """Left out, there is nothing that it could stand on; put in again, it stands there."""
    one = Answered(first, refused(first, 2, "price_jod"), refused(first, 3))
    write(one.history, out=[1])
    assert told(one.standing()) == [(1, "4", "A-2", 2, "no")]
    one.history.undo()
    assert len(one.standing()) == 2


def test_answers_of_a_catalogue_with_rows_left_out(first: Checked) -> None:
    """Sent without its first rows: put in again, the problems move down with their rows."""
    history = History(Draft(first.catalog))
    write(history, out=[0, 1])
    sent = again(first, history.draft)
    one = Answered(first, refused(sent, 1, "price_jod"), refused(sent, 4))
    one.history, one.then = history, history.draft
    assert told(one.answers) == [(0, "D4", "A-2", 1, "no"), (3, "7", "A-5", 4, "no")]
    history.undo()
    assert told(one.standing()) == [(2, "D4", "A-2", 3, "no"), (5, "7", "A-5", 6, "no")]
    assert answered_rows(one.answers, one.then, history.draft).to_list() == [2, 5]


def test_problems_of_the_whole_upload_stay(first: Checked) -> None:
    """What the shop said of no row is not mended by any cell."""
    whole = Problem("server_refused", other="all of it", source=Source.SERVER)
    one = Answered(first, whole, refused(first, 2))
    write(one.history, *((key, at, "X") for key in ("c0", PRICE) for at in range(6)), out=[5])
    assert told(one.standing()) == [(None, "", None, None, "all of it")]


def test_the_product_of_a_problem_is_the_one_that_its_row_belongs_to_now(first: Checked) -> None:
    """What its product is called and numbered is read anew: rows before it became variants of one product."""
    one = Answered(first, refused(first, 4, "price_jod"))
    write(one.history, ("c0", 3, "B-9"), (ENGLISH, 3, "Tea"), ("c2", 3, "شاي"))
    write(one.history, out=[0])
    (problem,) = one.standing()
    assert (problem.sku, problem.title_en, problem.title_ar, problem.product) == ("B-9", "Tea", "شاي", 3)


def test_answered_rows(first: Checked) -> None:
    """Each row that the shop said something of, once, in order, at its place now; none that was left out."""
    one = Answered(first, refused(first, 5), refused(first, 2, "price_jod"), refused(first, 2), refused(first, 3))
    assert answered_rows(one.answers, one.then, one.then).to_list() == [1, 2, 4]
    write(one.history, (PRICE, 1, "9"), out=[0, 2])
    assert answered_rows(one.answers, one.then, one.history.draft).to_list() == [0, 2]
    assert answered_rows(Problems.none(), one.then, one.history.draft).len() == 0


# -- as either system takes it ---------------------------------------------------------------------


def hkj(found: Checked) -> Payload:
    return make_payload(found, destination("hkj"))


def haqm(found: Checked) -> Payload:
    return make_payload(found, destination("haqm"), stores=["S1", "S2"])


@pytest.mark.parametrize("take", [hkj, haqm], ids=["hkj", "haqm"])
def test_problems_of_the_file_are_those_of_the_catalogue_now(
    first: Checked, take: Callable[[Checked], Payload]
) -> None:
    """Joined to a payload, the server's problems stand beside exactly what checking finds; nothing is told twice."""
    sent = take(first)
    one = Answered(first, refused(sent.placing, 2, "price_jod"), refused(sent.placing, 4))
    write(one.history, (PRICE, 0, "dear"), (ENGLISH, 3, None), ("c4", 5, "12345"), out=[2])
    now = again(first, one.history.draft)
    payload = take(now)
    found = payload.answered(standing(one.answers, one.then, one.history.draft, payload.checked))
    server = found.checked.problems.frame.filter(pl.col("source") == Source.SERVER.value)
    assert told(Problems(server)) == [(1, "D3", "A-1", 2, "no")]
    own = found.checked.problems.frame.filter(pl.col("source") == Source.FILE.value)
    assert own.equals(take(now).checked.problems.frame)
    assert own.height > 0
    assert found.ready_count == payload.ready_count - payload.count // len(now.catalog)


def test_a_problem_of_a_column_for_haqm_alone() -> None:
    """The column has a meaning for that system only; its cell is the one that counts."""
    first = checked((*HEADERS, "product_tax_code"), [[*row, "T1"] for row in ROWS])
    sent = haqm(first)
    one = Answered(first, refused(sent.placing, 2, "product_tax_code"), refused(sent.placing, 3))
    assert [p.letter for p in one.answers] == ["G", None]
    for key, standing_rows in ((PRICE, [1, 2]), ("c6", [2])):
        write(one.history, (key, 1, "2.000"))
        payload = haqm(again(first, one.history.draft))
        found = standing(one.answers, one.then, one.history.draft, payload.checked)
        assert [p.index for p in found] == standing_rows


# -- any sequence ----------------------------------------------------------------------------------

WRITTEN = st.tuples(st.sampled_from(["c0", ENGLISH, PRICE, "new:brand"]), st.integers(0, 5), st.sampled_from("XY"))
STEPS = st.lists(
    st.one_of(st.tuples(st.just("write"), WRITTEN), st.tuples(st.just("out"), st.integers(0, 5)), st.just(("undo", 0))),
    max_size=8,
)
PLACES = st.lists(st.tuples(st.integers(0, 5), st.sampled_from([None, "c0", ENGLISH, PRICE])), min_size=1, max_size=5)


@given(STEPS, PLACES)
@modest(30)
def test_any_changes(steps: list[tuple[str, tuple[str, int, str] | int]], places: list[tuple[int, str | None]]) -> None:
    """After any writing, leaving out and undoing, a problem stands exactly where its row is still in and its cell, or
    its row where it has none, holds what was sent."""
    first = checked(HEADERS, ROWS)
    letters = {key: column_letter(at) for at, key in enumerate(first.catalog.cells.columns)}
    one = Answered(
        first,
        *(
            replace(refused(first, at + 1, words=f"{at} {key}"), letter=letters.get(key or ""))
            for at, key in dict.fromkeys(places)
        ),
    )
    for kind, what in steps:
        if kind == "write" and isinstance(what, tuple):
            write(one.history, what)
        elif kind == "out" and isinstance(what, int) and one.history.draft.positions.len() > 2:
            write(one.history, out=[what])
        elif kind == "undo":
            one.history.undo()
    now = one.history.draft
    keys = [*first.catalog.cells.columns, "new:brand"]
    wanted = {
        (at, key)
        for at, key in places
        if at not in now.left_out.to_list()
        and all(one.then.text(name, at) == now.text(name, at) for name in ([key] if key else keys))
    }
    found = one.standing()
    assert {problem.other for problem in found} == {f"{at} {key}" for at, key in wanted}
    assert len(found) == len(wanted)
    for problem in found:
        at = int((problem.other or "").split()[0])
        assert problem.row == at + 2
        assert problem.index == now.positions.to_list().index(at)
