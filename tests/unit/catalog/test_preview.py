"""What a change would do, line by line."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.preview import ROWS, Row, preview_rows
from tests.helpers.catalogues import checked, checked_products, product


def catalogue() -> Checked:
    """Three products; the second has two rows, of which the further one has no titles."""
    return checked(
        ["sku", "title_en", "title_ar", "price_jod", "option1_value", "Supplier"],
        [
            ["A-1", " Honey ", "عسل", "12.5", None, "Ali"],
            ["B-1", "Tea", "شاي", "2", "small", "Ali"],
            ["B-2", None, None, "3", "large", None],
            ["C-1", "Salt", "ملح", "1", None, None],
        ],
    )


def cells(*lines: tuple[int, str, str | None, str | None]) -> pl.DataFrame:
    names = {"index": pl.UInt32, "key": pl.String, "before": pl.String, "after": pl.String}
    return pl.DataFrame(list(lines), schema=names, orient="row")


def test_each_line_says_where_and_which_product() -> None:
    """A further row is shown by its product's titles, at its own place; lines stand in the file's order."""
    found = preview_rows(catalogue(), cells((2, "c3", "3", "3.500"), (0, "c3", "12.5", "12.500"), (0, "c1", "a", "b")))
    assert found.frame.schema == pl.Schema(ROWS)
    shown = found.frame.select("letter", "row", "field", "title_en", "title_ar", "sku", "product", "after").rows()
    assert shown == [
        ("B", 2, "title_en", "Honey", "عسل", "A-1", 1, "b"),
        ("D", 2, "price_jod", "Honey", "عسل", "A-1", 1, "12.500"),
        ("D", 4, "price_jod", "Tea", "شاي", "B-2", 2, "3.500"),
    ]
    assert set(found.frame["kind"]) == {Row.CELL.value}


def test_columns_that_are_no_field_keep_their_header() -> None:
    """A column that is sent along is named as in the file; one that the file lacks by the field that it will be."""
    found = preview_rows(catalogue(), cells((3, "c5", None, "Ali"), (3, "new:brand", None, "Rimal")))
    assert found.frame.select("letter", "field", "header").rows() == [("F", None, "Supplier"), (None, "brand", None)]


def test_rows_that_leave_stand_among_the_others() -> None:
    """A row that leaves is one line without a column, after the cells of its row, and counted by its kind."""
    out = pl.Series("index", [3, 1], dtype=pl.UInt32)
    found = preview_rows(catalogue(), cells((2, "c3", "3", "4"), (1, "c3", "2", "4")), out)
    assert found.frame.select("index", "kind", "key", "title_en").rows() == [
        (1, "cell", "c3", "Tea"),
        (1, "left_out", None, "Tea"),
        (2, "cell", "c3", "Tea"),
        (3, "left_out", None, "Salt"),
    ]
    assert (len(found), found.count(Row.CELL), found.count(Row.LEFT_OUT), found.count(Row.CONFLICT)) == (4, 2, 2, 0)


def test_conflicts_keep_what_stands_there_now() -> None:
    """What somebody else wrote meanwhile comes through as it was handed in."""
    both = cells((0, "c3", "12.5", "13"), (1, "c3", "2", "3")).with_columns(
        kind=pl.Series(["conflict", "cell"]), now=pl.Series(["14", None], dtype=pl.String)
    )
    found = preview_rows(catalogue(), both)
    assert found.frame.select("kind", "now").rows() == [("conflict", "14"), ("cell", None)]


def test_a_cell_from_another_row_is_shown_where_it_stands() -> None:
    """Where reading took a cell from another row of the file, the place is that row's."""
    known = catalogue()
    elsewhere = pl.Series("row", [None, 77, None, None], dtype=pl.UInt32)
    moved = replace(known, catalog=replace(known.catalog, elsewhere={"c3": elsewhere}))
    found = preview_rows(moved, cells((0, "c3", "12.5", "13"), (1, "c3", "2", "3"), (1, "c1", "Tea", "tea")))
    assert found.frame.select("letter", "row").rows() == [("D", 2), ("B", 3), ("D", 77)]


def test_nothing_to_do_is_an_empty_preview() -> None:
    """No cells and no rows give no line, with all columns."""
    found = preview_rows(checked_products(product()), cells())
    assert len(found) == 0
    assert found.frame.schema == pl.Schema(ROWS)
