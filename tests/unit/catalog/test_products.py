"""Rows become products, and products have states."""

from __future__ import annotations

import polars as pl
import pytest

from hkj_desktop.catalog.check import Checked, Counts, check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.mapping import match_columns
from hkj_desktop.catalog.problems import Problem, Problems, Severity, Source
from hkj_desktop.catalog.table import Catalog, column_letter
from tests.helpers.catalogues import Cell, catalog, checked, checked_products, product

HEADERS = ["sku", "barcode", "title_en", "title_ar", "option1_value", "price_jod"]
FULL = ["A", None, "Shirt", "قميص", "S", "5"]


def _numbers(*rows: list[Cell]) -> list[int]:
    return checked(HEADERS, list(rows)).products.rows["product"].to_list()


@pytest.mark.parametrize(
    ("row", "continues"),
    [
        (["A-M", None, None, None, "M", "6"], True),
        ([None, None, None, None, "M", "6"], True),
        ([None, None, None, None, None, "6"], False),
        ([None, "4006381333931", None, None, "M", "6"], True),
        (["B", None, None, None, None, "6"], False),
        ([None, "4006381333931", None, None, None, "6"], False),
        (["A-M", None, "Shirt", None, "M", "6"], False),
        (["A-M", None, None, "قميص", "M", "6"], False),
    ],
)
def test_which_rows_continue_the_product_above(row: list[Cell], continues: bool) -> None:
    """A row without product fields continues where it has an option or no key of its own; else it is a product."""
    assert _numbers(list(FULL), row) == ([1, 1] if continues else [1, 2])


def test_the_first_row_never_continues() -> None:
    """A file that begins with a variant row has a product there, with its problems."""
    result = checked(HEADERS, [[None, None, None, None, "M", "6"], list(FULL)])
    assert result.products.rows["product"].to_list() == [1, 2]
    assert result.products.rows["first"].to_list() == [True, True]
    assert result.counts == Counts(2, 1, 1, 0)


def test_variants_make_one_product() -> None:
    """Three rows of one product are one product, whose fils are those of each row."""
    result = checked(
        HEADERS,
        [
            list(FULL),
            ["A-M", None, None, None, "M", "6"],
            [None, None, None, None, "L", None],
            ["B", None, "Cap", "قبعة", None, "2"],
        ],
    )
    assert result.products.count == 2
    assert result.products.rows["fils"].to_list() == [5000, 6000, None, 2000]
    assert not result.problems


def test_a_price_on_a_variant_is_enough() -> None:
    """A product whose variants carry the prices lacks none."""
    rows: list[list[Cell]] = [
        ["A", None, "Shirt", "قميص", None, None],
        ["A-M", None, None, None, "M", "6"],
        ["B", None, "Cap", "قبعة", None, None],
    ]
    assert [(p.code, p.row) for p in checked(HEADERS, rows).problems] == [("price_missing", 4)]


def test_a_problem_of_a_variant_belongs_to_its_product() -> None:
    """A bad price on a variant's row keeps the whole product back, and carries the product's titles."""
    result = checked(
        HEADERS, [list(FULL), ["A-M", None, None, None, "M", "six"], ["B", None, "Cap", "قبعة", None, "2"]]
    )
    (problem,) = result.problems
    assert (problem.place, problem.product, problem.sku, problem.title_en, problem.title_ar) == (
        "F3",
        1,
        "A-M",
        "Shirt",
        "قميص",
    )
    assert result.ready().to_list() == [2]


def test_counts() -> None:
    """Products with an error, with a warning only, and with none add up; two problems count one product once."""
    result = checked_products(
        product(sku="A", barcode=None),
        product(sku="B", barcode="1", title_en=None, stock_qty="-1"),
        product(sku="C", barcode="1", price_jod="0"),
        product(sku="D", barcode="12"),
    )
    assert result.counts == Counts(total=4, ready=3, with_error=1, worth_a_look=2)
    assert result.ready().to_list() == [1, 3, 4]
    assert result.every().to_list() == [1, 2, 3, 4]


def test_fils_win_over_dinars() -> None:
    """Where both prices are given, the fils column is the price, even where it cannot be read."""
    rows: list[list[Cell]] = [
        ["A", "1.5", "1250"],
        ["B", "1.5", None],
        ["C", None, "7"],
        ["D", "1.5", "x"],
        ["E", None, None],
    ]
    assert checked(["sku", "price_jod", "price_fils"], rows).products.rows["fils"].to_list() == [
        1250,
        1500,
        7,
        None,
        None,
    ]


def test_columns_that_pass_through() -> None:
    """Unknown columns are kept; nameless ones, second ones of one name and lost field names are not sent."""
    headers = ["sku", "Weight", "", "Weight ", "title_en", "Notes"]
    given = catalog(headers, [["A", "1", "x", "2", "Tea", " n "]])
    fields = load_fields("hkj")
    mapping = match_columns(given, fields).choose("c5", "title_en")
    products = check(given, fields, mapping=mapping).products
    assert products.passed == ("Weight",)
    assert products.rows["passed:Weight"].to_list() == ["1"]
    assert products.rows["title_en"].to_list() == ["n"]


def _with_reading_problem() -> Catalog:
    made = catalog(HEADERS, [list(FULL), ["B", None, "Cap", "قبعة", None, "2"]])
    problems = Problems.of([Problem("row_too_long", index=1, row=3, value="lost", limit="6", other="7")])
    return Catalog(made.name, made.format, made.columns, made.cells, made.rows, problems=problems)


def test_problems_of_reading_are_placed_on_their_product() -> None:
    """What went wrong while reading a row keeps that row's product from being sent."""
    result = check(_with_reading_problem(), load_fields("hkj"))
    (problem,) = result.problems
    assert (problem.code, problem.place, problem.product, problem.sku, problem.title_en) == (
        "row_too_long",
        "3",
        2,
        "B",
        "Cap",
    )
    assert result.counts == Counts(2, 1, 1, 0)


def _answered(result: Checked, code: str, product_: int, field: str | None) -> Checked:
    told = result.located(Problem(code, field=field, other="no", source=Source.SERVER), product_)
    return result.with_answers(Problems.of([told]))


def test_the_shops_answers_are_placed_on_cells() -> None:
    """An answer about a field stands on that cell of the product's first row; later answers replace earlier ones."""
    rows: list[list[Cell]] = [list(FULL), ["A-M", None, None, None, "M", "6"], ["B", None, "Cap", "قبعة", None, "0"]]
    result = _answered(checked(HEADERS, rows), "server_required", 2, "title_ar")
    answer = next(problem for problem in result.problems if problem.source is Source.SERVER)
    assert (answer.place, answer.row, answer.index, answer.product, answer.value, answer.sku) == (
        "D4",
        4,
        2,
        2,
        "قبعة",
        "B",
    )
    again = _answered(result, "server_refused", 1, None)
    assert [(p.code, p.place) for p in again.problems] == [("server_refused", "2"), ("price_zero", "F4")]
    assert again.counts == Counts(2, 1, 1, 1)


def test_an_answer_about_a_field_that_the_file_lacks() -> None:
    """It has a row and no letter."""
    result = _answered(checked(["sku", "title_en", "title_ar"], [["A", "Tea", "شاي"]]), "server_required", 1, "barcode")
    (answer,) = [problem for problem in result.problems if problem.source is Source.SERVER]
    assert (answer.place, answer.letter, answer.value, answer.field) == ("2", None, None, "barcode")


def test_checking_changes_nothing_in_the_catalogue() -> None:
    """The cells of the file stay as they stood, and a second check finds the same."""
    made = catalog(HEADERS, [[" A ", None, "\u200fTea", "شاي", None, "١٫٥"]])
    before = made.cells.clone()
    one, two = (check(made, load_fields("hkj")) for _ in range(2))
    assert made.cells.equals(before)
    assert one.problems.frame.equals(two.problems.frame)
    assert one.products.rows.equals(two.products.rows)


def test_a_catalogue_with_none_of_our_columns() -> None:
    """A table of something else is checked too: every row lacks what a product needs."""
    result = checked(["x", "y"], [["1", "2"], ["3", "4"]])
    assert result.counts.ready == 0
    assert {problem.code for problem in result.problems if problem.severity is Severity.ERROR} == {"row_stray"}
    assert result.products.rows.schema["fils"] == pl.Int64


@pytest.mark.parametrize(
    ("position", "letter"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")],
)
def test_column_letters(position: int, letter: str) -> None:
    """Columns are named as the sheet names them."""
    assert column_letter(position) == letter
