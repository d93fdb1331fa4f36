"""What the shop's last word means for every product."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hkj_desktop.catalog.problems import Problem, Severity, Source
from hkj_desktop.files.item_payload import names_of
from hkj_desktop.remotes.wire import BatchState, BatchStatus, RowError
from hkj_desktop.system.destinations import destination
from hkj_desktop.uploads.answers import placed, problem_of
from hkj_desktop.uploads.entries import Item
from hkj_desktop.uploads.outcome import settle
from tests.helpers.journal import payload_of, state

BAD = "'title_ar' is required and must be a non-empty string."


def letters(said: BatchState, count: int) -> str:
    """One letter for each product: accepted, rejected or undecided."""
    found = settle(said, count)
    assert found.accepted + len(found.rejected) + len(found.undecided) == count
    return "".join("r" if at in found.rejected else "u" if at in found.undecided else "a" for at in range(count))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(state("done", 5), "aaaaa", id="all fine"),
        pytest.param(state("done", 5, None, (2, BAD), (5, BAD)), "araar", id="errors listed"),
        pytest.param(state("done", 5, 0, *((n, BAD) for n in range(1, 6))), "rrrrr", id="every product refused"),
        pytest.param(state("done", 5, 3, (2, BAD), error_rows=2), "aruuu", id="more counted than listed"),
        pytest.param(state("done", 5, 3, error_rows=2), "uuuuu", id="counted and none listed"),
        pytest.param(state("done", 5, 2, (4, BAD), (1, BAD), error_rows=3), "ruuru", id="listed in no order"),
        pytest.param(state("done", 5, 3, (2, BAD), (None, "?"), error_rows=2), "uruuu", id="an error without row"),
        pytest.param(state("done", 5, 3, (2, BAD), (9, "?"), error_rows=2), "uruuu", id="a row that was not sent"),
        pytest.param(state("done", 5, 3, (2, BAD), (0, "?"), error_rows=2), "uruuu", id="row 0 names nobody"),
        pytest.param(state("done", 5, 4, (2, BAD), (2, "again"), error_rows=1), "araaa", id="two errors on one row"),
        pytest.param(state("done", 4), "uuuuu", id="fewer rows than products"),
        pytest.param(state("done", 6, 5, (2, BAD)), "uuuuu", id="more rows than products"),
        pytest.param(state("done", 0), "uuuuu", id="done with nothing"),
        pytest.param(state("done", 5, 3), "uuuuu", id="too few worked through"),
        pytest.param(state("done", 5, 2, (2, BAD)), "uruuu", id="too few, one of them refused"),
        pytest.param(state("done", 5, 5, (2, BAD)), "uruuu", id="more worked through than there are"),
        pytest.param(state("done", 5, 4, (2, BAD), (3, BAD), error_rows=1), "uuuuu", id="more listed than counted"),
        pytest.param(state("done", 5, 5, (2, BAD), error_rows=0), "uuuuu", id="listed and none counted"),
        pytest.param(state("failed", 5, 0, kind="invalid_data", summary="Bad."), "rrrrr", id="the file is refused"),
        pytest.param(state("failed", 5, 2, kind="invalid_data"), "uuuuu", id="refused half way"),
        pytest.param(state("failed", 5, 2, kind="system"), "uuuuu", id="the shop broke down"),
        pytest.param(state("failed", 5, 2, (1, BAD), kind="system"), "ruuuu", id="broke down after an error"),
        pytest.param(state("failed", 0, 0, kind="system"), "uuuuu", id="broke down before counting"),
        pytest.param(state("failed", 0, 0, kind="invalid_data"), "rrrrr", id="refused before counting"),
        pytest.param(state("failed", 4, 0, kind="invalid_data"), "uuuuu", id="failed, with other rows than ours"),
        pytest.param(state("failed", 5, 0), "uuuuu", id="failed and no word why"),
    ],
)
def test_each_product_gets_the_fate_that_the_shop_has_said_enough_for(said: BatchState, expected: str) -> None:
    """A product is accepted only where the shop's counts and list leave no other reading."""
    assert letters(said, 5) == expected


def test_more_listed_than_counted_is_no_answer() -> None:
    """One processed, one refused, and two listed: neither is called refused, and the words are kept."""
    found = settle(state("done", 2, 1, (1, BAD), (2, "Worse."), error_rows=1), 2)
    assert (found.accepted, found.rejected, found.undecided) == (0, {}, frozenset({0, 1}))
    assert found.general == (BAD, "Worse.")


@pytest.mark.parametrize("row", [None, 0, 1, 2, 77])
def test_the_only_product_is_the_one_that_was_refused(row: int | None) -> None:
    """In a body of one product, whatever row an error names, it is about that product."""
    assert settle(state("done", 1, 0, (row, BAD)), 1).rejected == {0: BAD}


def test_the_cap_of_two_hundred_leaves_what_comes_after_undecided() -> None:
    """With 300 errors counted and 200 listed, everything up to the last listed one is certain, the rest is not."""
    listed = tuple((row, BAD) for row in range(2, 402, 2))
    told = letters(state("done", 1000, 700, *listed, error_rows=300), 1000)
    assert told == "ar" * 200 + "u" * 600


def test_refusals_that_have_no_room_behind_the_last_listed_one_leave_all_others_open() -> None:
    """Two of two refused and only the second listed: the first is not called accepted."""
    found = settle(state("done", 2, 0, (2, "No."), error_rows=2), 2)
    assert (found.accepted, found.rejected, found.undecided) == (0, {1: "No."}, frozenset({0}))


def test_the_words_of_several_errors_on_one_product_are_all_kept() -> None:
    """Two errors of one row become one message with both sentences."""
    found = settle(state("done", 2, 1, (1, "One."), (1, "Two."), error_rows=1), 2)
    assert found.rejected == {0: "One. Two."}


def test_words_that_name_no_product_are_kept_apart() -> None:
    """An error without a usable row stays among the general words and blames no product."""
    found = settle(state("done", 2, 0, (None, "Somewhere."), (7, "Row seven."), error_rows=2), 2)
    assert (found.general, found.rejected) == (("Somewhere.", "Row seven."), {})


def test_a_refused_file_gives_its_reason_to_each_product_without_one() -> None:
    """The summary of a refused file stands at every product that has no error of its own."""
    found = settle(state("failed", 2, 0, (2, BAD), kind="invalid_data", summary="Fix the file."), 2)
    assert found.rejected == {0: "Fix the file.", 1: BAD}


any_state = st.builds(
    BatchState,
    batch_id=st.just(7),
    format=st.none(),
    status=st.sampled_from([BatchStatus.DONE, BatchStatus.FAILED]),
    status_text=st.just("x"),
    total_rows=st.integers(0, 12),
    processed_rows=st.integers(0, 12),
    error_rows=st.integers(0, 12),
    error_kind=st.sampled_from([None, "invalid_data", "system", "new kind"]),
    error_summary=st.sampled_from([None, "", "words"]),
    retriable=st.booleans(),
    errors=st.lists(
        st.builds(RowError, row=st.none() | st.integers(-3, 15), error=st.text(max_size=3)), max_size=8
    ).map(tuple),
)


@settings(max_examples=500, database=None, deadline=None)
@given(said=any_state, count=st.integers(0, 12))
def test_accepted_rejected_and_undecided_always_add_up(said: BatchState, count: int) -> None:
    """Whatever a shop says, every product has exactly one fate, and a listed error is never called accepted."""
    found = settle(said, count)
    assert not found.undecided & found.rejected.keys()
    assert found.undecided | found.rejected.keys() <= set(range(count))
    assert found.accepted + len(found.rejected) + len(found.undecided) == count
    listed = {error.row - 1 for error in said.errors if error.row is not None and 1 <= error.row <= count}
    assert listed <= found.rejected.keys() | found.undecided
    assert found.accepted == 0 or said.processed_rows >= found.accepted


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [
        (BAD, "server_required", "title_ar"),
        ("'price_fils' must be an integer and not negative.", "server_refused", "price_fils"),
        ("'shoe_size' is required and must be a non-empty string.", "server_refused", None),
        ("'shoe_size' does not go with 'stock_qty'.", "server_refused", "stock_qty"),
        ("Out of order.", "server_refused", None),
        ("", "server_refused", None),
        ("حقل 'barcode' غير صالح", "server_refused", "barcode"),
    ],
)
def test_the_words_of_the_shop_find_the_field_that_they_name(words: str, code: str, field: str | None) -> None:
    """A field in quotation marks is where the problem stands; the words themselves are kept as they are."""
    problem = problem_of(words, names_of(destination("hkj")))
    assert (problem.code, problem.field, problem.other) == (code, field, words)
    assert (problem.severity, problem.source) == (Severity.ERROR, Source.SERVER)


def test_an_answer_lands_on_the_row_and_cell_that_it_is_about(tmp_path: Path) -> None:
    """With an empty row above and a variant row between, product 2 is row 5 of the sheet, its price in column C."""
    path = tmp_path / "c.csv"
    path.write_text(
        "sku,title_en,price_jod,title_ar,option1_value\nA,Tea,1.0,شاي,small\n,,,,large\n\nB,Milk,2.0,حليب,\n", "utf-8"
    )
    payload = payload_of(path)

    def on(product: int, words: str) -> list[Problem]:
        return list(placed([Item(product, 0, None, None, None, message=words)], payload))

    (problem,) = on(2, "'price_jod' must be a decimal string.")
    assert (problem.row, problem.letter, problem.sku, problem.value) == (5, "C", "B", "2.0")
    (required,) = on(2, BAD)
    assert (required.place, required.value) == ("D5", "حليب")
    (fils,) = on(1, "'price_fils' must be an integer.")
    assert (fils.place, fils.field, fils.value) == ("C2", "price_jod", "1.0"), "dinars in the file go out as fils"
