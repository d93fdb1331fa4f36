"""One-click fixes: what each proposes, that it truly mends, and where it rather does nothing."""

from __future__ import annotations

import dataclasses
import time

import pytest

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.cleaning import Notation
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.fixes import (
    FIXES,
    copy_columns,
    count_fixable,
    first_fixes,
    fixes_for,
    prepare,
    propose,
    safe_proposals,
)
from hkj_desktop.catalog.problems import Problem, Problems, Severity, Source
from hkj_desktop.ui.texts_problems import KINDS
from tests.helpers.catalogues import Cell, catalog, checked, checked_products, product
from tests.helpers.fixes import BY_ID, applied, offered, only, place, places

LONG = "word " * 80
#: What is changed in a good product, the kind of problem, the fix, and the text that the problem's cell gets.
MENDS: list[tuple[dict[str, Cell], str, str, str]] = [
    ({"barcode": "36000291452"}, "barcode_zeros_lost", "pad_barcode", "036000291452"),
    ({"barcode": "4000006"}, "barcode_zeros_lost", "pad_barcode", "04000006"),
    ({"barcode": "6291041500214"}, "barcode_check_digit", "check_digit", "6291041500213"),
    ({"barcode": "0804429570"}, "barcode_check_digit", "check_digit", "080442957X"),
    ({"barcode": "6.291041500213E+12"}, "code_scientific", "all_digits", "6291041500213"),
    ({"sku": "6.251047007000E+12"}, "code_scientific", "all_digits", "6251047007000"),
    ({"barcode": "EAN: 629-1041-500213"}, "barcode_form", "bare_code", "6291041500213"),
    ({"barcode": "*6291041500213*"}, "barcode_form", "bare_code", "6291041500213"),
    ({"barcode": "0-8044-2957-X"}, "barcode_form", "bare_code", "080442957X"),
    ({"barcode": "６２９１０４１５００２１３"}, "barcode_form", "digits", "6291041500213"),
    ({"barcode": "629104150\x000213"}, "barcode_form", "trim", "6291041500213"),
    ({"stock_qty": "１２"}, "stock_not_whole", "digits", "12"),
    ({"price_jod": "१.२५०"}, "price_not_number", "digits", "1.250"),
    ({"title_en": "word     " * 40}, "text_too_long", "trim", ("word " * 40).strip()),
    ({"title_en": LONG}, "text_too_long", "shorten", ("word " * 51).strip() + "…"),
    ({"title_ar": "كلمة " * 80}, "text_too_long", "shorten", ("كلمة " * 51).strip() + "…"),
    ({"title_en": "MOUNTAIN HONEY 500 G OF LED TV"}, "title_capitals", "title_case", "Mountain Honey 500 g of LED TV"),
    ({"title_ar": "Honey", "title_en": "عسل"}, "titles_swapped", "swap_titles", "عسل"),
    ({"title_en": None, "title_ar": "قهوة تركية - Turkish Tea"}, "required_missing", "split_titles", "Turkish Tea"),
    ({"title_ar": None, "title_en": "Turkish Coffee (قهوة تركية)"}, "required_missing", "split_titles", "قهوة تركية"),
    ({"title_en": "قهوة تركية / Turkish Coffee"}, "title_not_english", "split_titles", "Turkish Coffee"),
    ({"stock_qty": "12 pieces"}, "stock_not_whole", "stock_number", "12"),
    ({"stock_qty": "١٢ حبة"}, "stock_not_whole", "stock_number", "12"),
    ({"stock_qty": "الكمية: 7"}, "stock_not_whole", "stock_number", "7"),
    ({"stock_qty": "نفدت الكمية"}, "stock_not_whole", "stock_number", "0"),
    ({"stock_qty": "-3"}, "stock_negative", "stock_zero", "0"),
    ({"price_jod": "JD 3.5 only"}, "price_not_number", "price_amount", "3.500"),
    ({"price_jod": "3,5 د"}, "price_not_number", "price_amount", "3.500"),
    ({"price_jod": "السعر: ١٢٫٥ دينار فقط"}, "price_not_number", "price_amount", "12.500"),
    ({"price_jod": "750 fils only"}, "price_not_number", "price_amount", "0.750"),
    ({"price_jod": "75 piastres net"}, "price_not_number", "price_amount", "0.750"),
    ({"price_jod": "1 دينار و 250 فلس"}, "price_not_number", "price_amount", "1.250"),
    ({"price_jod": None, "price_fils": "1,250"}, "fils_not_whole", "price_amount", "1250"),
    ({"price_jod": None, "price_fils": "1250.00"}, "fils_not_whole", "price_amount", "1250"),
    ({"price_jod": None, "price_fils": "1250 fils only"}, "fils_not_whole", "price_amount", "1250"),
    ({"price_jod": None, "price_fils": "1 JD and 250 fils"}, "fils_not_whole", "price_amount", "1250"),
    ({"price_jod": None, "price_fils": "JD 1.250"}, "fils_not_whole", "as_dinars", "1250"),
    ({"price_jod": None, "price_fils": "2500 JD"}, "fils_not_whole", "as_dinars", "2500000"),
    ({"price_jod": None, "price_fils": "١٢ دينار فقط"}, "fils_not_whole", "as_dinars", "12000"),
    ({"price_jod": None, "price_fils": "12.5"}, "fils_not_whole", "as_dinars", "12500"),
    ({"price_jod": "1,250"}, "price_comma_unclear", "comma_decimal", "1.250"),
    ({"price_jod": "1,250"}, "price_comma_unclear", "comma_thousands", "1250.000"),
    ({"price_jod": "0,500"}, "price_comma_unclear", "comma_decimal", "0.500"),
    ({"price_jod": "1.2345"}, "price_decimals", "round", "1.235"),
    ({"price_jod": "1.2344"}, "price_decimals", "round", "1.234"),
    ({"price_jod": "-5"}, "price_negative", "no_minus", "5.000"),
    ({"price_jod": None, "price_fils": "-5"}, "price_negative", "no_minus", "5"),
    ({"price_jod": "1250", "price_fils": "1250"}, "prices_thousandfold", "thousandth", "1.250"),
    ({"price_jod": "1.250", "price_fils": "1250000"}, "prices_thousandfold", "thousandth", "1250"),
    ({"price_jod": "1.250", "price_fils": "1250000"}, "prices_thousandfold", "thousandfold", "1250.000"),
    ({"price_jod": "1.250", "price_fils": "1350"}, "prices_differ", "take_fils", "1.350"),
    ({"price_jod": "1.250", "price_fils": "1350"}, "prices_differ", "take_dinars", "1250"),
    ({"price_jod": "free", "price_fils": "1350"}, "price_not_number", "take_fils", "1.350"),
    ({"price_jod": "6291041500213", "price_fils": "1350"}, "price_too_large", "take_fils", "1.350"),
    ({"price_jod": "1.350", "price_fils": "a lot"}, "fils_not_whole", "take_dinars", "1350"),
    ({"image_url": "www.x.jo/my photo.jpg"}, "image_address", "image_address", "https://www.x.jo/my%20photo.jpg"),
    ({"image_url": "//cdn.x.jo/a.jpg"}, "image_address", "image_address", "https://cdn.x.jo/a.jpg"),
    ({"image_url": "https:\\\\x.jo\\a.jpg"}, "image_address", "image_address", "https://x.jo/a.jpg"),
    (
        {"image_url": "https://x.jo/a b.jpg, https://x.jo/c d.jpg"},
        "image_address",
        "image_address",
        "https://x.jo/a%20b.jpg, https://x.jo/c%20d.jpg",
    ),
]  # fmt: skip

#: What nobody can be sure of: the kind of problem, and the fixes that there may be all the same.
LEAVES: list[tuple[dict[str, Cell], str, set[str]]] = [
    ({"barcode": "6.29104E+12"}, "code_scientific", set()),
    ({"sku": "6.25E+12"}, "code_scientific", set()),
    ({"barcode": "12345678901"}, "barcode_form", set()),
    ({"barcode": "call 123"}, "barcode_form", set()),
    ({"barcode": "6291041500213, 4006381333931"}, "barcode_form", set()),
    ({"stock_qty": "12.5"}, "stock_not_whole", set()),
    ({"stock_qty": "1.000"}, "stock_not_whole", set()),
    ({"stock_qty": "12 dozen"}, "stock_not_whole", set()),
    ({"stock_qty": "12 كرتونة"}, "stock_not_whole", set()),
    ({"stock_qty": "2 x 6"}, "stock_not_whole", set()),
    ({"price_jod": "3.5 USD"}, "price_not_number", set()),
    ({"price_jod": "3.5 - 4.0"}, "price_not_number", set()),
    ({"price_jod": "from 3.5"}, "price_not_number", set()),
    ({"price_jod": "JD.500"}, "price_not_number", set()),
    ({"price_jod": "1JD250"}, "price_not_number", set()),
    ({"price_jod": "1,250 JD only"}, "price_not_number", set()),
    ({"price_jod": "3.5 JD/kg"}, "price_not_number", set()),
    ({"price_jod": "3 dinar 12 fils piastre"}, "price_not_number", set()),
    ({"price_jod": "3.250.-"}, "price_not_number", set()),
    ({"price_jod": "5-"}, "price_not_number", set()),
    ({"price_jod": "JD 5 –"}, "price_not_number", set()),
    ({"price_jod": "5- JD only"}, "price_not_number", set()),
    ({"price_jod": None, "price_fils": "5-"}, "fils_not_whole", set()),
    ({"price_jod": None, "price_fils": "1250 —"}, "fils_not_whole", set()),
    ({"price_jod": None, "price_fils": "75 piastres"}, "fils_not_whole", set()),
    ({"price_jod": None, "price_fils": "1,250 JD"}, "fils_not_whole", set()),
    ({"price_jod": "-1,250"}, "price_comma_unclear", set()),
    ({"price_jod": "0.0004"}, "price_decimals", set()),
    ({"price_jod": "6291041500213"}, "price_too_large", set()),
    ({"price_jod": "20000"}, "price_large", set()),
    ({"price_jod": "0.003"}, "price_tiny", set()),
    ({"price_jod": "0"}, "price_zero", set()),
    ({"title_ar": "عس\ufffd"}, "text_damaged", set()),
    ({"title_ar": "Honey"}, "title_not_arabic", set()),
    ({"title_en": "Honey عسل"}, "title_not_english", set()),
    ({"title_en": None}, "required_missing", set()),
    ({"title_en": "LED LCD USB DVD"}, "title_capitals", set()),
    ({"sku": "x" * 300}, "text_too_long", set()),
    ({"description_en": "<p>" + LONG * 60 + "</p>"}, "text_too_long", set()),
    ({"image_url": "honey.png"}, "image_address", set()),
    ({"image_url": "www.two words.jo/a.png"}, "image_address", set()),
    ({"sku": None, "barcode": None}, "key_missing", set()),
    ({"price_jod": None}, "price_missing", set()),
]


def _file(changed: dict[str, Cell]) -> Checked:
    return checked_products(product(sku="A", barcode=None), product(**changed), product(sku="C", barcode=None))


@pytest.mark.parametrize(("changed", "code", "fix", "after"), MENDS, ids=lambda value: str(value)[:40])
def test_each_fix_mends(changed: dict[str, Cell], code: str, fix: str, after: str) -> None:
    """The proposed text is the expected one; with it in the file the problem is gone and no new error is there."""
    before = _file(changed)
    asked = only(before, code)
    proposal = propose(BY_ID[fix], before, asked)
    assert proposal.mended == len(asked) == 1
    assert proposal.answers.to_list() == [after]
    then = applied(before, proposal)
    assert place(asked.at(0)) not in places(then)
    assert places(then, Severity.ERROR) <= places(before, Severity.ERROR)


@pytest.mark.parametrize(("changed", "code", "may"), LEAVES, ids=lambda value: str(value)[:40])
def test_what_nobody_can_know_is_left_alone(changed: dict[str, Cell], code: str, may: set[str]) -> None:
    """No fix invents what is not there."""
    before = _file(changed)
    asked = only(before, code)
    assert len(asked) == 1
    assert set(offered(before, asked)) == may


def test_a_shortened_text_is_within_its_length_and_ends_behind_a_word() -> None:
    """At most the limit, with … at the end; a text of one word is cut through."""
    from hkj_desktop.catalog.fixes.tidy import shortened

    assert shortened("one two three", 9) == "one two…"
    assert shortened("one two three", 13) is None
    assert shortened("abcdefghijkl", 5) == "abcd…"
    assert shortened("one, two", 6) == "one…"


# -- prices ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("price", "last", "after"),
    [
        ("67.500", 6750, "6.750"),
        ("0.675", 6750, "6.750"),
        ("6750", 6750, "6.750"),
        ("70.000", 6750, "7.000"),
        ("75.000", 6750, None),
        ("99.000", 6750, None),
        ("675.000", 6750, None),
    ],
)
def test_a_price_jump_goes_back_by_its_point_alone(price: str, last: int, after: str | None) -> None:
    """Ten times, a tenth or a thousand times the last price, within a tenth: the point moves; else nothing."""
    headers = ["sku", "title_en", "title_ar", "price_jod"]
    found = check(catalog(headers, [["A", "Oil", "زيت", price]]), load_fields("hkj"), last_prices={"A": last})
    asked = only(found, "price_jump")
    assert len(asked) == 1
    proposal = propose(BY_ID["last_price"], found, asked)
    assert proposal.answers.to_list() == [after]
    assert first_fixes(found, asked) == [("last_price", after) if after else None]
    if after:
        assert not len(only(applied(found, proposal), "price_jump"))


@pytest.mark.parametrize(
    ("price", "code", "fix", "after"),
    [
        ("12500", "price_large", "thousandth", "12.500"),
        ("12500", "price_far_off", "thousandth", "12.500"),
        ("0.012", "price_far_off", "thousandfold", "12.000"),
        ("200", "price_far_off", None, None),
    ],
)
def test_a_price_a_thousandfold_off_by_its_category(price: str, code: str, fix: str | None, after: str | None) -> None:
    """A thousandth or a thousandfold is proposed where that is usual in the category."""
    rows = [product(sku=f"S{n}", barcode=None, price_jod=f"1{n}.000", category_en="Honey") for n in range(6)]
    found = checked_products(*rows, product(sku="X", barcode=None, price_jod=price, category_en="Honey"))
    made = offered(found, only(found, code))
    assert {name: proposal.answers.to_list() for name, proposal in made.items()} == ({fix: [after]} if fix else {})
    if fix:
        assert not {"price_large", "price_far_off"} & {one.code for one in applied(found, made[fix]).problems}


def test_both_prices_of_a_row_are_kept_alike() -> None:
    """A price that is a thousandfold off in both columns changes in both."""
    rows = [product(sku=f"S{n}", barcode=None, price_fils="12500", category_en="Honey") for n in range(6)]
    wrong = product(sku="X", barcode=None, price_jod="12500", price_fils="12500000", category_en="Honey")
    found = checked_products(*rows, wrong)
    proposal = propose(BY_ID["thousandth"], found, only(found, "price_large"))
    assert proposal.cells["after"].to_list() == ["12.500", "12500"]
    assert not len(applied(found, proposal).problems)


@pytest.mark.parametrize(
    ("notation", "cells", "after"),
    [
        (Notation.DINARS_COMMA, ["3,500", "4,500", "JD 5,5 only"], "5,500"),
        (Notation.FILS, ["3500", "4500", "5500 fils only"], "5500"),
        (Notation.PIASTRES, ["350", "450", "550 qirsh only"], "550"),
        (Notation.DINARS_GROUPED, ["3,500", "4,500", "JD 5.5 only"], "5.500"),
    ],
)
def test_an_amount_is_written_as_its_column_writes_amounts(notation: Notation, cells: list[str], after: str) -> None:
    """The text that a cell gets reads as that amount in its column, whose commas may be points."""
    rows = [product(sku=f"S{n}", barcode=None, price_jod=text) for n, text in enumerate(cells)]
    first = checked_products(*rows)
    found = check(first.catalog, first.fields, mapping=first.mapping.choose_notation("c4", notation))
    proposal = propose(BY_ID["price_amount"], found, only(found, "price_not_number"))
    assert proposal.answers.to_list() == [after]
    then = applied(found, proposal)
    assert then.products.rows["fils"].to_list()[2] == 5500
    assert not then.problems.count(Severity.ERROR)


@pytest.mark.parametrize(
    ("notation", "text", "after"),
    [(Notation.FILS, "2500 JD", "2500000"), (Notation.PIASTRES, "250 JD", None), (Notation.PIASTRES, "250 fils", None)],
)
def test_a_unit_that_the_column_does_not_have_is_nothing_that_is_done_for_all(
    notation: Notation, text: str, after: str | None
) -> None:
    """2500 JD among fils may be 2500 fils with the currency's name: dinars are offered, and only to be chosen."""
    rows = [product(sku=f"S{n}", barcode=None, price_jod=price) for n, price in enumerate(["3500", "4500", text])]
    first = checked_products(*rows)
    found = check(first.catalog, first.fields, mapping=first.mapping.choose_notation("c4", notation))
    asked = only(found, "price_not_number")
    assert len(asked) == 1
    assert safe_proposals(found) == []
    made = {name: proposal.answers.to_list() for name, proposal in offered(found, asked).items()}
    assert made == ({"as_dinars": [after]} if after else {})
    assert not BY_ID["as_dinars"].safe


@pytest.mark.parametrize("answer", [Notation.DINARS, Notation.DINARS_COMMA, Notation.DINARS_GROUPED])
@pytest.mark.parametrize(("fix", "fils"), [("comma_decimal", 1250), ("comma_thousands", 1_250_000)])
def test_a_comma_that_is_read_stays_so_whatever_is_said_of_the_column(fix: str, fils: int, answer: Notation) -> None:
    """While the column is a question, a mended cell is written so that no later answer reads it otherwise."""
    found = checked_products(product(price_jod="1,250"), product(sku="B", barcode=None, price_jod="2,375"))
    assert not found.mapping.matches[4].reading.sure  # type: ignore[union-attr]
    asked = Problems(only(found, "price_comma_unclear").frame.head(1))
    then = applied(found, propose(BY_ID[fix], found, asked))
    again = check(then.catalog, then.fields, mapping=then.mapping.choose_notation("c4", answer))
    assert [table.products.rows["fils"][0] for table in (then, again)] == [fils, fils]


def test_a_column_that_may_be_in_fils_is_asked_for_and_not_mended() -> None:
    """Where it is not known whether a column is in fils or in dinars, no amount is written into it."""
    rows = [["A", "Tea", "شاي", "1250"], ["B", "Oil", "زيت", "3500"], ["C", "Cap", "قبعة", "2250"]]
    rows += [["D", "Bag", "كيس", "2250 only"]]
    found = checked(["sku", "title_en", "title_ar", "السعر"], rows)
    assert "price_unit_unclear" in found.problems.codes()
    assert not offered(found, only(found, "price_not_number"))


def test_a_price_that_would_be_a_thousandfold_of_the_other_stays() -> None:
    """Rounding, or losing a minus, makes no new error."""
    found = checked_products(product(price_jod="-1250", price_fils="1250"))
    assert "no_minus" not in offered(found, only(found, "price_negative"))


# -- rows that leave -------------------------------------------------------------------------------------------------


def _skus(result: Checked) -> list[tuple[str | None, str | None]]:
    return list(result.products.rows.select("sku", "title_en").iter_rows())


def test_the_first_or_the_last_of_duplicates_stays() -> None:
    """Of three products with one SKU exactly one stays, the first or the last."""
    names = ["one", "two", "three"]
    found = checked_products(*(product(barcode=None, title_en=name) for name in names), product(sku="B", barcode=None))
    asked = only(found, "duplicate")
    first, last = (propose(BY_ID[name], found, asked) for name in ("keep_first", "keep_last"))
    assert (first.left_out.to_list(), last.left_out.to_list()) == ([1, 2], [0, 1])
    assert first.mended == last.mended == len(asked) == 2
    assert _skus(applied(found, first))[0] == ("HON-1", "one")
    assert _skus(applied(found, last))[0] == ("HON-1", "three")
    assert not len(applied(found, first).problems)
    assert not len(applied(found, last).problems)


def test_only_the_duplicate_that_was_asked_for_leaves() -> None:
    """ "Keep the first" for one of two later rows leaves the other as it is."""
    found = checked_products(*(product(barcode=None, title_en=name) for name in ("one", "two", "three")))
    proposal = propose(BY_ID["keep_first"], found, Problems(only(found, "duplicate").frame.head(1)))
    assert proposal.left_out.to_list() == [1]


def test_a_product_leaves_with_all_of_its_rows() -> None:
    """Variants of a product that leaves never become those of the one above."""
    headers = ["sku", "title_en", "title_ar", "price_jod", "option1_value"]
    rows = [["A", "Tea", "شاي", "1", "S"], ["B", None, None, "2", "M"], ["A", "Oil", "زيت", "3", "S"]]
    rows += [["C", None, None, "4", "M"], ["D", "Cap", "قبعة", "5", None]]
    found = checked(headers, rows)
    first, last = (propose(BY_ID[name], found, only(found, "duplicate")) for name in ("keep_first", "keep_last"))
    assert (first.left_out.to_list(), last.left_out.to_list()) == ([2, 3], [0, 1])
    assert _skus(applied(found, first)) == [("A", "Tea"), ("B", None), ("D", "Cap")]


def test_variants_with_one_sku_both_stay() -> None:
    """Two rows of one product with the same SKU are two variants; neither may go."""
    headers = ["sku", "title_en", "title_ar", "price_jod", "option1_value"]
    found = checked(headers, [["A", "Tea", "شاي", "1", "S"], ["A", None, None, "2", "M"]])
    assert len(only(found, "duplicate")) == 1
    assert not offered(found, only(found, "duplicate"))


def test_no_product_leaves_for_the_sake_of_one_that_leaves() -> None:
    """A product whose only double leaves stays."""
    headers = ["sku", "external_id", "title_en", "title_ar", "price_jod"]
    rows = [["A", "1", "Tea", "شاي", "1"], ["A", "2", "Oil", "زيت", "2"], ["C", "2", "Cap", "قبعة", "3"]]
    found = checked(headers, rows)
    asked = only(found, "duplicate")
    first, last = (propose(BY_ID[name], found, asked) for name in ("keep_first", "keep_last"))
    assert (first.left_out.to_list(), last.left_out.to_list()) == ([1], [1])
    assert first.mended == last.mended == len(asked) == 2
    assert not len(applied(found, first).problems)


def test_a_repeated_barcode_is_cleared_and_the_product_stays() -> None:
    """The later barcode goes where the product has another key, and only there."""
    found = checked_products(product(), product(sku="B"), product(sku=None))
    proposal = propose(BY_ID["clear_barcode"], found, only(found, "duplicate"))
    assert proposal.cells.rows() == [(1, "c1", "6291041500213", None)]
    assert proposal.answers.to_list() == ["", None]
    assert len(only(applied(found, proposal), "duplicate")) == 1


def test_a_row_that_names_nothing_is_left_out() -> None:
    """With what would continue it, so that nobody else gets it."""
    headers = ["sku", "title_en", "title_ar", "price_jod", "option1_value"]
    found = checked(
        headers, [["A", "Tea", "شاي", "1", None], [None, None, None, "7", None], ["B", None, None, "2", "M"]]
    )
    proposal = propose(BY_ID["leave_out"], found, only(found, "row_stray"))
    assert proposal.left_out.to_list() == [1, 2]
    assert not len(applied(found, proposal).problems)


def test_an_entry_that_is_no_product_is_left_out() -> None:
    """A problem of a row with no cell is answered too."""
    made = catalog(["sku", "title_en", "title_ar", "price_jod"], [["A", "Tea", "شاي", "1"], [None] * 4])
    stray = Problems.of([Problem("row_not_product", index=1, row=3, value="7")])
    found = check(dataclasses.replace(made, problems=stray), load_fields("hkj"))
    proposal = propose(BY_ID["leave_out"], found, only(found, "row_not_product"))
    assert (proposal.left_out.to_list(), proposal.mended) == ([1], 1)
    assert not len(applied(found, proposal).problems)


def test_a_failed_formula_is_cleared_where_the_product_can_do_without() -> None:
    """A brand may go, a price and a title may not."""
    headers = ["sku", "title_en", "title_ar", "price_jod", "brand"]
    made = catalog(headers, [["A", "Tea", "شاي", "1", "#N/A"], ["B", "Oil", "زيت", "#N/A", None]])
    errors = [Problem("cell_error", index=0, row=2, letter="E", value="#N/A")]
    errors += [Problem("cell_error", index=1, row=3, letter="D", value="#N/A")]
    found = check(dataclasses.replace(made, problems=Problems.of(errors)), load_fields("hkj"))
    proposal = propose(BY_ID["clear_cell"], found, only(found, "cell_error"))
    assert proposal.cells.rows() == [(0, "c4", "#N/A", None)]
    assert [one.row for one in only(applied(found, proposal), "cell_error")] == [3]


# -- what must be told a column --------------------------------------------------------------------------------------

COPIES: list[tuple[dict[str, Cell], str, Cell, str | None]] = [
    ({"title_en": None}, "required_missing", " Sidr honey ", "Sidr honey"),
    ({"title_en": None}, "required_missing", "عسل", None),
    ({"title_ar": None}, "required_missing", "عسل سدر", "عسل سدر"),
    ({"title_ar": None}, "required_missing", "Honey", None),
    ({"title_ar": "Honey"}, "title_not_arabic", "عسل سدر", "عسل سدر"),
    ({"price_jod": None}, "price_missing", "2.500", "2.500"),
    ({"price_jod": None}, "price_missing", "cheap", None),
    ({"sku": None, "barcode": None}, "key_missing", "K-7", "K-7"),
    ({"sku": None, "barcode": None}, "key_missing", "C", None),
]


@pytest.mark.parametrize(("changed", "code", "there", "after"), COPIES, ids=lambda value: str(value)[:30])
def test_what_is_missing_is_copied_from_a_named_column(
    changed: dict[str, Cell], code: str, there: Cell, after: str | None
) -> None:
    """What stands on the same row is copied where it fits: a title in its language, a price that is one, a SKU that no
    other product has."""
    found = _file({**changed, "note": there})
    (key,) = [key for key, header in copy_columns(found) if header == "note"]
    asked = only(found, code)
    proposal = propose(BY_ID["copy"], found, asked, key)
    assert proposal.answers.to_list() == [after]
    assert propose(BY_ID["copy"], found, asked).mended == 0
    if after:
        then = applied(found, proposal)
        assert place(asked.at(0)) not in places(then)
        assert places(then, Severity.ERROR) <= places(found, Severity.ERROR)


def test_a_column_that_the_file_lacks_is_added() -> None:
    """A file with no English title gets the column; each title that holds both falls into two."""
    headers = ["sku", "title_ar", "price_jod"]
    found = checked(headers, [["A", "قهوة - Coffee", "1"], ["B", "شاي - Tea", "2"], ["C", "عسل", "3"]])
    asked = only(found, "required_missing", "title_en")
    proposal = propose(BY_ID["split_titles"], found, asked)
    assert set(proposal.cells["key"]) == {"c1", "new:title_en"}
    assert proposal.answers.to_list() == ["Coffee", "Tea", None]
    then = applied(found, proposal)
    assert then.products.rows["title_en"].to_list() == ["Coffee", "Tea", None]
    assert then.products.rows["title_ar"].to_list() == ["قهوة", "شاي", "عسل"]
    assert [one.row for one in only(then, "required_missing")] == [4]


def test_a_title_is_never_written_into_a_cell_that_holds_both() -> None:
    """Where the person said that one column holds both titles, that column is not written to."""
    found = checked(
        ["sku", "title_ar", "price_jod", "note"], [["A", "قهوة - Coffee", "1", "x"], ["B", "شاي", "2", "Tea"]]
    )
    split = check(found.catalog, found.fields, mapping=found.mapping.choose_split("c1"))
    asked = only(split, "required_missing")
    if split.mapping.matches[1].splits_into:
        assert not offered(split, asked, "c3")


def test_only_columns_that_hold_something_can_be_copied_from() -> None:
    """A column with a header and nothing in it is not offered; one with no header has its letter."""
    found = checked(["sku", "empty", ""], [["A", None, "x"], ["B", " ", None]])
    assert copy_columns(found) == [("c0", "sku"), ("c2", "C")]


# -- which fix for what ----------------------------------------------------------------------------------------------

#: Kinds that no fix answers; why, says the report of the issue and the words of each problem.
WITHOUT = {
    "price_unit_unclear",
    "price_zero",
    "stock_large",
    "text_damaged",
    "row_too_long",
    "row_too_short",
    "row_quote_open",
    "column_not_sent",
    "row_total",
    "rows_hidden",
    "server_required",
    "server_refused",
    "item_refused",
    "store_refused",
    "overtaken",
}


def test_every_kind_of_problem_was_thought_of() -> None:
    """Each kind has a fix or is known to have none, and no fix answers a kind that there is not."""
    answered = {code for fix in FIXES for code in fix.codes}
    assert answered <= set(KINDS)
    pictures = {code for code in KINDS if code.startswith("picture_")}  # found by looking at the pictures themselves
    assert set(KINDS) - answered - pictures == WITHOUT


def test_fixes_go_by_the_kind_of_field() -> None:
    """A repeated SKU may cost a product, a repeated barcode only itself."""
    assert [fix.id for fix in fixes_for("duplicate", "sku")] == ["keep_last", "keep_first"]
    assert [fix.id for fix in fixes_for("duplicate", "barcode")] == ["clear_barcode"]
    assert [fix.id for fix in fixes_for("text_too_long", "sku")] == ["trim"]
    assert fixes_for("rows_hidden", None) == ()


def test_what_the_shop_said_is_not_mended_by_our_rules() -> None:
    """A problem of the server has no fix, whatever its kind."""
    found = _file({"stock_qty": "-3"})
    (own,) = only(found, "stock_negative")
    said = Problems.of([dataclasses.replace(own, source=Source.SERVER)])
    assert first_fixes(found, said) == [None]
    assert not offered(found, said)


def _mixed() -> Checked:
    changes = [{k: v for k, v in changed.items() if k != "sku"} for changed, *_ in MENDS]
    rows = [{**product(), **changed, "sku": f"S{n}"} for n, changed in enumerate(changes)]
    seen: set[str] = set()
    for row in rows:
        if str(row["barcode"]) in seen:
            row["barcode"] = None
        seen.add(str(row["barcode"]))
    return checked_products(*rows)


def test_the_first_fix_of_each_problem_says_what_its_cell_gets() -> None:
    """first_fixes() is what the fixes propose one by one, the same before and after the catalogue was prepared."""
    found = _mixed()
    page = Problems(found.problems.frame.reverse())
    told = first_fixes(found, page)
    for problem, first in zip(page, told, strict=True):
        one = Problems.of([problem])
        made = [(fix.id, propose(fix, found, one)) for fix in FIXES if not fix.asks_column]
        alone = next(((name, proposal.answers[0]) for name, proposal in made if proposal.mended), None)
        assert first == alone, problem
    assert sum(one is not None for one in told) > 20
    prepare(found)
    assert first_fixes(found, page) == told
    assert first_fixes(found, Problems(page.frame[3:5])) == told[3:5]
    assert first_fixes(found, Problems.none()) == []


def test_what_leaves_no_choice_is_done_for_all_at_once() -> None:
    """The proposals share no cell; together they mend as many problems as were counted, and make no error."""
    found = _mixed()
    made = safe_proposals(found)
    assert count_fixable(found) == {proposal.fix: proposal.mended for proposal in made}
    assert {proposal.fix for proposal in made} == {fix.id for fix in FIXES if fix.safe} - {"all_digits"} | (
        {"all_digits"} & set(count_fixable(found))
    )
    cells = [cell for proposal in made for cell in proposal.cells.select("index", "key").iter_rows()]
    assert len(cells) == len(set(cells))
    assert not any(proposal.left_out.len() for proposal in made)
    then = found
    for proposal in made:
        then = applied(then, proposal)
    mended = sum(proposal.mended for proposal in made)
    assert len(found.problems) - len(then.problems) >= mended > 20
    assert places(then, Severity.ERROR) <= places(found, Severity.ERROR)


def test_a_catalogue_with_nothing_wrong_has_nothing_to_mend() -> None:
    """No proposals, no offers."""
    found = checked_products(product())
    assert (safe_proposals(found), count_fixable(found), first_fixes(found, found.problems)) == ([], {}, [])


def test_a_page_is_offered_its_fixes_at_once() -> None:
    """In a prepared catalogue of 100,000 rows a page of 256 problems has its fixes in less than 20 ms."""
    wrong: list[dict[str, Cell]] = [
        *(
            {"barcode": "36000291452"},
            {"barcode": "6291041500214"},
            {"stock_qty": "12 حبة"},
            {"price_jod": "JD 3 only"},
        ),
        *({"price_jod": "1,250"}, {"title_ar": "Honey", "title_en": "عسل"}, {"sku": "A"}, {"stock_qty": "-1"}),
    ]
    names = [*product()]
    rows = []
    for n in range(100_000):
        one = {**product(sku=f"S{n}", barcode=None), **(wrong[n // 2 % len(wrong)] if n % 2 else {})}
        rows.append([one[name] for name in names])
    found = checked(names, rows)
    prepare(found)
    taken = []
    for start in range(0, 1280, 256):
        page = Problems(found.problems.frame.slice(start, 256))
        began = time.perf_counter()
        told = first_fixes(found, page)
        taken.append(time.perf_counter() - began)
        assert sum(one is not None for one in told) > 200
    assert min(taken) < 0.020
