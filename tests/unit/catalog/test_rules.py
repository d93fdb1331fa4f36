"""Each kind of problem: where it is told, on which place, how severe, and where it is not told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.mapping import match_columns
from hkj_desktop.catalog.problems import Problem, Problems, Severity, Source
from hkj_desktop.catalog.rules import FAMILIES
from tests.helpers.catalogues import Cell, catalog, checked, checked_products, modest, product

#: The columns of product(), in its order, as the sheet shows them.
LETTERS = dict(zip(product(), "ABCDEF", strict=True))
LONG = "x" * 256

#: code → what is changed in a good product, the field and the rest of what is told
WRONG: list[tuple[str, dict[str, Cell], str, str, dict[str, str | None]]] = [
    ("required_missing", {"title_en": None}, "title_en", "error", {}),
    ("required_missing", {"title_ar": " \u200f"}, "title_ar", "error", {"value": " \u200f"}),
    ("key_missing", {"sku": None, "barcode": None}, "sku", "error", {}),
    ("price_missing", {"price_jod": None}, "price_jod", "warning", {}),
    ("price_not_number", {"price_jod": "free"}, "price_jod", "error", {"value": "free"}),
    ("price_not_number", {"price_jod": "12.5 fils"}, "price_jod", "error", {"value": "12.5 fils"}),
    ("price_not_number", {"price_jod": "1.2.3"}, "price_jod", "error", {}),
    ("price_comma_unclear", {"price_jod": "1,250"}, "price_jod", "error", {"value": "1,250"}),
    ("price_decimals", {"price_jod": "1.2345"}, "price_jod", "error", {"limit": "3"}),
    ("price_too_large", {"price_jod": "6291041500213"}, "price_jod", "error", {}),
    ("price_negative", {"price_jod": "-5"}, "price_jod", "error", {}),
    ("price_negative", {"price_jod": None, "price_fils": "-5"}, "price_fils", "error", {}),
    ("price_large", {"price_jod": "10000"}, "price_jod", "warning", {}),
    ("price_tiny", {"price_jod": "0.004"}, "price_jod", "warning", {}),
    ("prices_thousandfold", {"price_jod": "1250", "price_fils": "1250"}, "price_fils", "error", {"other": "1250"}),
    ("prices_thousandfold", {"price_jod": "1.250", "price_fils": "1250000"}, "price_fils", "error", {"other": "1.250"}),
    ("price_zero", {"price_jod": "0.000"}, "price_jod", "warning", {}),
    ("price_zero", {"price_jod": None, "price_fils": "0"}, "price_fils", "warning", {}),
    ("fils_not_whole", {"price_jod": None, "price_fils": "12.5"}, "price_fils", "error", {}),
    ("fils_not_whole", {"price_jod": None, "price_fils": "1,250"}, "price_fils", "error", {}),
    ("prices_differ", {"price_jod": "12.500", "price_fils": "1250"}, "price_fils", "warning", {"other": "12.500"}),
    ("stock_not_whole", {"stock_qty": "12 pieces"}, "stock_qty", "error", {"value": "12 pieces", "other": "12"}),
    ("stock_not_whole", {"stock_qty": "1.5"}, "stock_qty", "error", {}),
    ("stock_not_whole", {"stock_qty": "1.000"}, "stock_qty", "error", {}),
    ("stock_not_whole", {"stock_qty": "many"}, "stock_qty", "error", {"other": None}),
    ("stock_large", {"stock_qty": "6291041500213"}, "stock_qty", "warning", {}),
    ("stock_negative", {"stock_qty": "-1"}, "stock_qty", "error", {}),
    ("text_too_long", {"title_en": LONG}, "title_en", "warning", {"limit": "255"}),
    ("text_too_long", {"sku": LONG}, "sku", "warning", {"limit": "255"}),
    ("text_damaged", {"title_ar": "عس\ufffd"}, "title_ar", "warning", {}),
    ("title_not_arabic", {"title_ar": "Honey"}, "title_ar", "warning", {}),
    ("title_not_english", {"title_en": "Honey عسل"}, "title_en", "warning", {}),
    ("title_capitals", {"title_en": "MOUNTAIN HONEY"}, "title_en", "warning", {"value": "MOUNTAIN HONEY"}),
    ("titles_swapped", {"title_ar": "Honey", "title_en": "عسل"}, "title_ar", "warning", {"other": "عسل"}),
    ("barcode_form", {"barcode": "12345678901"}, "barcode", "warning", {}),
    ("code_scientific", {"barcode": "6.29104E+12"}, "barcode", "warning", {}),
    ("code_scientific", {"sku": "6.28E+12"}, "sku", "error", {}),
    ("barcode_zeros_lost", {"barcode": "36000291452"}, "barcode", "warning", {"other": "036000291452"}),
    ("barcode_zeros_lost", {"barcode": "4000006"}, "barcode", "warning", {"other": "04000006"}),
    ("barcode_check_digit", {"barcode": "6291041500214"}, "barcode", "warning", {"other": "3"}),
    ("image_address", {"image_url": "honey.png"}, "image_url", "warning", {}),
    ("image_address", {"image_url": "C:\\pictures\\honey.png"}, "image_url", "warning", {}),
    ("image_address", {"image_url": "https://"}, "image_url", "warning", {}),
    ("image_address", {"image_url": "javascript:alert(1)//https://example.com"}, "image_url", "warning", {}),
]

RIGHT: list[dict[str, Cell]] = [
    {},
    {"sku": None},
    {"barcode": None},
    {"sku": None, "barcode": None, "external_id": "77"},
    {"price_jod": "0.005"},
    {"price_jod": "١٢٫٥٠٠"},
    {"price_jod": "12.5000"},
    {"price_jod": "500 fils"},
    {"price_jod": "9999.999"},
    {"stock_qty": "999999"},
    {"price_jod": None, "price_fils": "12500"},
    {"price_jod": "12.5", "price_fils": "12500"},
    {"stock_qty": "0"},
    {"stock_qty": None},
    {"stock_qty": "1,200"},
    {"title_en": "x" * 255},
    {"title_en": "7UP 330 ml"},
    {"title_en": "Café crème"},
    {"title_en": "MOUNTAIN"},
    {"title_en": "LG OLED 55 4K TV AC"},
    {"title_en": "MOUNTAIN HONEY 500g"},
    {"title_ar": "٧ أب"},
    {"title_ar": "شاي Ahmad"},
    {"title_ar": "330"},
    {"title_ar": "ﻋﺴﻞ"},
    {"barcode": "96385074"},
    {"barcode": "036000291452"},
    {"barcode": "16291041500210"},
    {"barcode": "080442957X"},
    {"barcode": "4011"},
    {"barcode": "٦٢٩١٠٤١٥٠٠٢١٣"},
    {"image_url": "https://example.com/a.png?w=1#x"},
    {"image_url": "HTTP://example.com:8080/صورة.png"},
    {"image_url": "https://example.com/a.png | https://example.com/b.png"},
    {"image_url": "https://example.com/a.png,https://example.com/b.png"},
]


@pytest.mark.parametrize(
    ("code", "changed", "field", "severity", "told"), WRONG, ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_problem_on_its_place(
    code: str, changed: dict[str, Cell], field: str, severity: str, told: dict[str, str | None]
) -> None:
    """One wrong cell in the second of three products is told once, on its row, letter and field, with its severity."""
    wrong = product(**{"sku": "HON-2", "barcode": "4006381333931", **changed})
    result = checked_products(product(), wrong, product(sku="HON-3", barcode=None))
    letters = {**LETTERS, **dict(zip([name for name in changed if name not in LETTERS], "GH", strict=False))}
    (problem,) = result.problems
    assert (problem.code, problem.row, problem.letter, problem.field) == (code, 3, letters[field], field)
    assert (problem.severity.value, problem.source, problem.index, problem.product) == (severity, Source.FILE, 1, 2)
    for name, value in told.items():
        assert getattr(problem, name) == value
    assert problem.value == changed.get(field)
    assert problem.place == f"{letters[field]}3"


@pytest.mark.parametrize("changed", RIGHT, ids=str)
def test_what_is_right_is_not_told(changed: dict[str, Cell]) -> None:
    """Values that are unusual and right raise no problem."""
    assert [problem.code for problem in checked_products(product(**changed)).problems] == []


def test_every_code_of_the_rules_is_covered_here() -> None:
    """No rule is without an example in this file."""
    fields = load_fields("hkj")
    mapping = match_columns(catalog(fields.names, []), fields)
    codes = {rule.code for family in FAMILIES for rule in family(fields, mapping)}
    assert codes == {code for code, *_ in WRONG} | {"duplicate", "row_stray", "price_far_off", "price_jump"}


@pytest.mark.parametrize(("field", "severity"), [("sku", "error"), ("external_id", "error"), ("barcode", "warning")])
def test_duplicates_name_the_first_row(field: str, severity: str) -> None:
    """The second and third of one key are told, each with the row of the first one; the first is not."""
    value = "6291041500213"
    products = [product(sku=f"A{at}", barcode=None, external_id=f"E{at}") for at in range(5)]
    for at in (1, 3, 4):
        products[at][field] = value if at != 4 else f" {value}\u200f"
    found = [(p.code, p.row, p.field, p.severity.value, p.other) for p in checked_products(*products).problems]
    assert found == [("duplicate", 5, field, severity, "3"), ("duplicate", 6, field, severity, "3")]


def test_empty_keys_are_no_duplicates() -> None:
    """Two products without a barcode do not share one."""
    assert not checked_products(product(sku="A", barcode=None), product(sku="B", barcode=None)).problems


def test_a_problem_of_a_column_that_the_file_lacks_has_a_row_and_no_letter() -> None:
    """A file without an Arabic title says so on every product, with no letter to point at."""
    found = list(checked(["sku", "title_en", "price_jod"], [["A", "Tea", "1"], ["B", "Honey", "2"]]).problems)
    assert [(p.code, p.field, p.place) for p in found] == [
        ("required_missing", "title_ar", "2"),
        ("required_missing", "title_ar", "3"),
    ]


def test_several_problems_of_one_product_come_in_the_order_of_its_cells() -> None:
    """Problems are sorted by row, then by column as the sheet shows them."""
    headers = [*(f"x{at}" for at in range(25)), "sku", "title_en", "title_ar", "price_jod"]
    rows = [[*("-" * 25), "A", "عسل", None, "1,250"], [*("-" * 25), "A", None, "شاي", "-1"]]
    assert [(p.place, p.code) for p in checked(headers, rows).problems] == [
        ("AA2", "title_not_english"),
        ("AB2", "required_missing"),
        ("AC2", "price_comma_unclear"),
        ("Z3", "duplicate"),
        ("AA3", "required_missing"),
        ("AC3", "price_negative"),
    ]


def test_a_problem_carries_the_cell_as_it_stands_in_the_file_and_the_products_names() -> None:
    """The value is the uncleaned cell; sku and titles are those of the product."""
    (problem,) = checked_products(product(stock_qty=" ١٢ حبة ", sku=" HON-1 ")).problems
    assert problem.value == " ١٢ حبة "
    assert (problem.sku, problem.title_en, problem.title_ar) == ("HON-1", "Mountain honey", "عسل جبلي")


def _digits(code: str) -> int:
    """The check digit by the GS1 rule, in words: from the right, weights 3, 1, 3 …"""
    return -sum(int(digit) * (3 if at % 2 == 0 else 1) for at, digit in enumerate(reversed(code))) % 10


@given(
    # The first digit is none of a short UPC (0 and 1), which has a check digit of its own.
    st.sampled_from([6, 10, 11, 12])
    .flatmap(lambda size: st.text("0123456789", min_size=size, max_size=size))
    .map("6{}".format),
    st.integers(0, 9),
)
@modest(150)
def test_check_digits(code: str, last: int) -> None:
    """Of the ten last digits of a barcode exactly one is right, and the others are told which."""
    found = [(p.code, p.other) for p in checked_products(product(barcode=f"{code}{last}")).problems]
    assert found == ([] if last == _digits(code) else [("barcode_check_digit", str(_digits(code)))])


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                name: st.one_of(st.none(), st.text(max_size=8))
                for name in (
                    "sku",
                    "title_en",
                    "title_ar",
                    "price_jod",
                    "price_fils",
                    "stock_qty",
                    "barcode",
                    "image_url",
                    "option1_value",
                    "note",
                )
            }
        ),
        min_size=1,
        max_size=5,
    )
)
@modest(100)
def test_checking_takes_any_cells(rows: list[dict[str, str | None]]) -> None:
    """Whatever the cells, each problem is on a row of the file and each product in exactly one state."""
    result = checked_products(*rows)
    counts = result.counts
    assert counts.total == counts.ready + counts.with_error
    assert 0 <= counts.worth_a_look <= counts.ready
    assert result.ready().len() == counts.ready
    for problem in result.problems:
        assert problem.index is not None
        assert problem.row == problem.index + 2


# -- the list of problems
# -----------------------------------------------------------------------------------------------


def test_problems_join_in_the_order_of_rows() -> None:
    """Problems of the whole file come first, then by row; equal places keep their order."""
    one = Problems.of([Problem("b", index=4, row=6), Problem("c", index=4, row=6, letter="AA")])
    other = Problems.of(
        [
            Problem("a"),
            Problem("d", index=4, row=6, letter="B", severity=Severity.WARNING),
            Problem("e", index=0, row=2),
        ]
    )
    joined = one.joined(other, Problems.none())
    assert [problem.code for problem in joined] == ["a", "e", "b", "d", "c"]
    assert (joined.count(Severity.ERROR), joined.count(Severity.WARNING), len(joined)) == (4, 1, 5)
    assert joined.at(3) == Problem("d", index=4, row=6, letter="B", severity=Severity.WARNING)


def test_kinds_are_counted_most_first() -> None:
    """codes() is in the order in which a filter shows it."""
    problems = Problems.of([Problem("b"), Problem("a"), Problem("c"), Problem("c")])
    assert list(problems.codes().items()) == [("c", 2), ("a", 1), ("b", 1)]


def test_no_problems() -> None:
    """An empty list can be counted, joined, sorted and walked through."""
    none = Problems.none().joined(Problems.of([])).sorted()
    assert (len(none), list(none), none.codes(), none.count(Severity.ERROR)) == (0, [], {}, 0)


@pytest.mark.parametrize(
    ("problem", "place", "params"),
    [
        (Problem("x"), "", {}),
        (Problem("x", row=17), "17", {}),
        (Problem("x", row=17, letter="C", value="v", limit="", other="o"), "C17", {"value": "v", "other": "o"}),
    ],
)
def test_place_and_parameters(problem: Problem, place: str, params: dict[str, str]) -> None:
    """A place is written as the sheet shows it; empty parameters are left out."""
    assert (problem.place, problem.params) == (place, params)


@pytest.mark.parametrize(
    ("price", "told"), [("12.500", "1.250"), ("0.125", "1.250"), ("12.499", None), ("0.126", None), ("1.250", None)]
)
def test_prices_that_jump(price: str, told: str | None) -> None:
    """Ten times the price that the shop last accepted for this SKU, or a tenth of it, is told with that price."""
    headers = ["sku", "title_en", "title_ar", "price_jod"]
    rows = [["A", "Tea", "شاي", price], ["B", "Cap", "قبعة", "99.000"]]
    found = check(catalog(headers, rows), load_fields("hkj"), last_prices={"A": 1250, "C": 1})
    jumps = [(problem.place, problem.other) for problem in found.problems if problem.code == "price_jump"]
    assert jumps == ([("D2", told)] if told else [])
