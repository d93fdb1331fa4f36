"""Fixes in the view of a destination that takes items: its own kinds of problem, on the shared columns and its own."""

from __future__ import annotations

import pytest

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fixes import copy_columns, first_fixes, propose
from hkj_desktop.catalog.item_fields import load_attributes
from hkj_desktop.catalog.items import make_items
from hkj_desktop.catalog.problems import Severity
from tests.helpers.catalogues import Cell, checked_products, product
from tests.helpers.fixes import BY_ID, applied, offered, only, place, places


def _view(shared: Checked, *, stores: tuple[str, ...] = ("S1",)) -> Checked:
    return make_items(shared, load_attributes("haqm"), stores=stores).checked


LONG = "word " * 60
MENDS: list[tuple[dict[str, Cell], str, str, str]] = [
    ({"barcode": "6291041500214"}, "item_barcode", "check_digit", "6291041500213"),
    ({"barcode": "EAN 6291041500213"}, "item_barcode", "bare_code", "6291041500213"),
    ({"barcode": "6.291041500213E+12"}, "item_barcode", "all_digits", "6291041500213"),
    ({"barcode": "36000291452"}, "barcode_zeros_lost", "pad_barcode", "036000291452"),
    ({"sku": "A\x001"}, "sku_not_ascii", "trim", "A1"),
    ({"sku": "Ａ１"}, "sku_not_ascii", "digits", "A1"),
    ({"title_en": LONG}, "item_too_long", "shorten", ("word " * 51).strip() + "…"),
    ({"brand": "word    " * 50}, "item_too_long", "trim", ("word " * 50).strip()),
    ({"title_en": None, "title_ar": "عسل - Honey"}, "required_missing", "split_titles", "Honey"),
    ({"price_jod": "JD 3 only"}, "price_not_number", "price_amount", "3.000"),
]


@pytest.mark.parametrize(("changed", "code", "fix", "after"), MENDS, ids=lambda value: str(value)[:30])
def test_each_fix_mends_for_items(changed: dict[str, Cell], code: str, fix: str, after: str) -> None:
    """The problem of the item is gone once its cell is mended, in the column that it stands in."""
    view = _view(checked_products(product(sku="A", barcode="4006381333931"), product(**changed)))
    asked = only(view, code)
    assert len(asked) == 1
    proposal = propose(BY_ID[fix], view, asked)
    assert proposal.answers.to_list() == [after]
    then = _view(applied(view, proposal))
    assert place(asked.at(0)) not in places(then)
    assert places(then, Severity.ERROR) <= places(view, Severity.ERROR)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"sku": "قهوة"}, "sku_not_ascii"),
        ({"sku": "A®"}, "sku_not_ascii"),
        ({"barcode": "12345678901"}, "item_barcode"),
        ({"barcode": None}, "required_missing"),
        ({"price_jod": "12345678.250"}, "item_too_long"),
        ({"product_tax_code": "x" * 300}, "item_too_long"),
        ({"sku": "x" * 300}, "item_too_long"),
    ],
    ids=str,
)
def test_what_cannot_be_known_of_an_item_is_left_alone(changed: dict[str, Cell], code: str) -> None:
    """No SKU is transliterated, no code is cut, no barcode invented."""
    view = _view(checked_products(product(sku="A", barcode="4006381333931"), product(**changed)))
    asked = only(view, code)
    assert len(asked) == 1
    assert not offered(view, asked)


def test_a_sku_in_two_stores_is_none_of_the_duplicates() -> None:
    """Of three rows with one SKU, two of them in one store, only those two are about each other."""
    rows = [product(store_id=store, title_en=name) for store, name in (("S1", "one"), ("S2", "two"), ("S1", "three"))]
    view = _view(checked_products(*rows), stores=())
    asked = only(view, "duplicate")
    assert [propose(BY_ID[name], view, asked).left_out.to_list() for name in ("keep_first", "keep_last")] == [[2], [0]]
    then = _view(applied(view, propose(BY_ID["keep_last"], view, asked)), stores=())
    assert not len(only(then, "duplicate"))


def test_a_store_is_copied_into_a_column_that_is_added() -> None:
    """Where no store is named, a column that names it under another header is copied, and counts."""
    view = _view(checked_products(product(shop="S7"), product(sku="B", barcode="4006381333931", shop="S8")), stores=())
    asked = only(view, "required_missing", "store_id")
    (key,) = [key for key, header in copy_columns(view) if header == "shop"]
    proposal = propose(BY_ID["copy"], view, asked, key)
    assert proposal.cells["key"].unique().to_list() == ["new:store_id"]
    assert not len(only(_view(applied(view, proposal), stores=()), "required_missing"))


def test_a_name_that_is_long_by_its_options_is_not_cut() -> None:
    """What stands once for several variants is not shortened for one of them."""
    rows = [product(title_en="word " * 50, option1_value="small")]
    rows += [{"sku": "B", "barcode": "4006381333931", "price_jod": "1", "option1_value": "x" * 40}]
    view = _view(checked_products(*rows))
    asked = only(view, "item_too_long")
    assert len(asked) >= 1
    assert first_fixes(view, asked) == [None] * len(asked)
