"""Products → items of a system that knows SKUs and stores alone: values, multiplication, and what stands in the way."""

from __future__ import annotations

import random
from pathlib import Path

import polars as pl
import pytest
from stdnum import ean

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.item_fields import load_attributes
from hkj_desktop.catalog.items import KINDS, Items, _kinds, make_items
from hkj_desktop.catalog.rules.barcode import kind_of
from hkj_desktop.files.item_payload import make_payload
from hkj_desktop.files.read import read_catalog
from hkj_desktop.system.destinations import destination
from hkj_desktop.system.paths import resource

HAQM = load_attributes("haqm")
HEAD = "sku,title_en,title_ar,price_jod,barcode,category_en,category_ar,brand"
GOOD = "A-1,Sidr honey,عسل سدر,12.5,6291041500213,Food > Honey > Sidr,غذاء > عسل,Ajloun"


def items(
    folder: Path, *lines: str, head: str = HEAD, stores: tuple[str, ...] = ("S1",), language: str = "en"
) -> Items:
    path = folder / "list.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    checked = check(read_catalog(path), load_fields("hkj"))
    return make_items(checked, HAQM, stores=stores, language=language)


def codes(found: Items) -> list[tuple[str, str | None, int | None]]:
    return [(one.code, one.field, one.row) for one in found.checked.problems]


def test_the_ten_attributes_are_those_of_the_specification() -> None:
    """Names, which are required, and lengths, as its table says."""
    told = {one.name: (one.required, one.max_length) for one in HAQM.attributes}
    assert told == {
        "item_sku": (True, 255),
        "external_product_id": (True, 255),
        "external_product_id_type": (False, 255),
        "item_name": (True, 255),
        "store_id": (True, 255),
        "standard_price": (False, 10),
        "brand_name": (False, 255),
        "product_tax_code": (False, 255),
        "product_category": (False, 50),
        "product_subcategory": (False, 50),
    }


@pytest.mark.parametrize(
    ("language", "name", "category", "rest"),
    [("en", "Sidr honey", "Food", "Sidr"), ("ar", "عسل سدر", "غذاء", "عسل")],
)
def test_a_product_becomes_an_item(tmp_path: Path, language: str, name: str, category: str, rest: str) -> None:
    """Fils become a price with three decimals, the path its first and last step, the barcode tells its own type."""
    found = items(tmp_path, GOOD, language=language)
    assert codes(found) == []
    (item,) = found.ready().to_dicts()
    assert {key: value for key, value in item.items() if key not in ("product", "row")} == {
        "item_sku": "A-1",
        "external_product_id": "6291041500213",
        "external_product_id_type": "EAN",
        "item_name": name,
        "store_id": "S1",
        "standard_price": "12.500",
        "brand_name": "Ajloun",
        "product_tax_code": None,
        "product_category": category,
        "product_subcategory": rest,
    }


@pytest.mark.parametrize(
    ("barcode", "kind"),
    [
        ("036000291452", "UPC"), ("6291041500213", "EAN"), ("96385074", "EAN8"), ("00012345600012", "GTIN"),
        ("0306406152", "ISBN"), ("4011", "PLU"), ("9780306406157", "EAN"),
    ],
)  # fmt: skip
def test_the_type_of_a_barcode_is_found_by_itself(tmp_path: Path, barcode: str, kind: str) -> None:
    """Each of the six types of the specification."""
    found = items(tmp_path, GOOD.replace("6291041500213", barcode))
    assert found.ready()["external_product_id_type"].to_list() == [kind]


def test_kinds_of_many_barcodes_are_those_of_each() -> None:
    """The quick way for whole columns says of every code what looking at it alone says."""
    chance = random.Random(7)
    codes_ = ["".join(chance.choices("0123456789", k=chance.choice((3, 7, 8, 10, 12, 13, 14)))) for _ in range(3000)]
    codes_ += [code + ean.calc_check_digit(code) for code in codes_ if len(code) in (7, 12, 13)]
    codes_ += ["978-0-471-11709-4", "080442957X", "04210005", "٦٢٥١٠٤٧٠٠٧٠٠٠", "hello"]
    quick = pl.DataFrame({"code": codes_}).select(kind=_kinds(pl.col("code")))["kind"].to_list()
    assert quick == [KINDS.get(kind_of(code) or "") for code in codes_]
    assert set(KINDS.values()) == set(quick) - {None}


def test_several_stores_multiply_the_items(tmp_path: Path) -> None:
    """Two products in three stores are six items; a row that names its store goes to that one alone."""
    second = GOOD.replace("A-1", "A-2")
    found = items(tmp_path, GOOD, second, stores=("S1", "S2", "S3"))
    assert (found.frame.height, found.stores) == (6, 3)
    named = items(tmp_path, f"{GOOD},S9", f"{second},", head=f"{HEAD},store_id", stores=("S1", "S2"))
    told = [(item["item_sku"], item["store_id"]) for item in named.frame.to_dicts()]
    assert told == [("A-1", "S9"), ("A-2", "S1"), ("A-2", "S2")]
    assert "store_id" in named.frame.columns
    assert named.checked.problems.codes() == {}


def test_without_a_store_nothing_is_ready(tmp_path: Path) -> None:
    """No column names one, and nobody chose any."""
    found = items(tmp_path, GOOD, stores=())
    assert codes(found) == [("required_missing", "store_id", 2)]
    assert found.checked.counts.ready == 0


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("A-1", "", ("required_missing", "sku", 2)),
        ("A-1", "عسل-1", ("sku_not_ascii", "sku", 2)),
        ("A-1", "AB®", ("sku_not_ascii", "sku", 2)),
        ("A-1", "A" * 256, ("item_too_long", "sku", 2)),
        ("6291041500213", "", ("required_missing", "barcode", 2)),
        ("6291041500213", "6291041500214", ("item_barcode", "barcode", 2)),
        ("6291041500213", "hello", ("item_barcode", "barcode", 2)),
        ("6291041500213", "36000291452", ("barcode_zeros_lost", "barcode", 2)),
        ("Sidr honey", "", ("required_missing", "title_en", 2)),
        ("Sidr honey", "x" * 256, ("item_too_long", "title_en", 2)),
        ("Food >", "F" * 51 + " >", ("item_too_long", "category_en", 2)),
        ("> Sidr", "> " + "S" * 51, ("item_too_long", "category_en", 2)),
        ("12.5", "1000000.5", ("item_too_long", "price_jod", 2)),
        ("12.5", "dear", ("price_not_number", "price_jod", 2)),
    ],
)
def test_what_stands_in_the_way_is_told_on_its_cell(
    tmp_path: Path, before: str, after: str, expected: tuple[str, str, int]
) -> None:
    """One fault is one problem, an error, under the shared field and on its row."""
    found = items(tmp_path, GOOD.replace(before, after, 1))
    assert codes(found) == [expected]
    assert found.checked.counts.ready == 0
    assert found.ready().height == 0


def test_what_only_hkj_wants_is_no_problem_here(tmp_path: Path) -> None:
    """An Arabic title that is missing stops nothing where the names are English; the price is optional."""
    found = items(tmp_path, GOOD.replace("عسل سدر", "").replace("12.5", ""))
    assert codes(found) == []
    assert found.ready()["standard_price"].to_list() == [None]


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        (GOOD.replace("12.5", "0.001"), "en", ("price_tiny", "price_jod")),
        (GOOD.replace("Sidr honey", "عسل"), "en", ("title_not_english", "title_en")),
        (GOOD.replace("عسل سدر", "Honey"), "ar", ("title_not_arabic", "title_ar")),
        (GOOD.replace("Sidr honey", "عسل").replace("عسل سدر", "Honey"), "en", ("titles_swapped", "title_ar")),
        (GOOD.replace("Ajloun", "Ajl\ufffdun"), "en", ("text_damaged", "brand")),
    ],
)
def test_what_is_odd_in_any_shop_is_odd_here(
    tmp_path: Path, line: str, language: str, expected: tuple[str, str]
) -> None:
    """A price or a name that is hardly meant is worth a look for this system too, and keeps nothing back."""
    found = items(tmp_path, line, language=language)
    assert [(code, field) for code, field, _ in codes(found)] == [expected]
    assert (found.checked.counts.ready, found.checked.counts.worth_a_look) == (1, 1)


def test_what_is_odd_about_the_other_language_is_not(tmp_path: Path) -> None:
    """An Arabic title in Latin letters is no matter where the names are English."""
    assert codes(items(tmp_path, GOOD.replace("عسل سدر", "Honey"), language="en")) == []


def test_problems_stand_in_the_column_that_is_meant(tmp_path: Path) -> None:
    """A column of the attribute's own, and the price's column whichever of the two it is, is where a problem is
    marked, with the value that stands there."""
    head = f"{HEAD},product_subcategory,branch"
    found = items(tmp_path, f"{GOOD},{'n' * 51},", head=head, stores=())
    told = [(one.code, one.field, one.letter, one.value) for one in found.checked.problems]
    assert told == [("item_too_long", "category_en", "I", "n" * 51), ("required_missing", "store_id", "J", None)]
    fils = items(tmp_path, GOOD.replace("12.5", "1000000500"), head=HEAD.replace("price_jod", "price_fils"))
    assert [(one.code, one.field, one.letter) for one in fils.checked.problems] == [
        ("item_too_long", "price_fils", "D")
    ]


def test_the_same_sku_twice_is_told_once_for_each_store(tmp_path: Path) -> None:
    """In one store it is an error on the later row; in two stores it is none."""
    assert codes(items(tmp_path, GOOD, GOOD)) == [("duplicate", "sku", 3)]
    head = f"{HEAD},store_id"
    assert codes(items(tmp_path, f"{GOOD},S1", f"{GOOD},S2", head=head)) == []


def test_each_variant_is_an_item_with_its_options_in_the_name(tmp_path: Path) -> None:
    """A further row of a product has its own SKU, price and barcode, and the product's title, brand and category."""
    head = f"{HEAD},option1_name,option1_value"
    second = "A-2,,,14.750,96385074,,,,,500 g"
    found = items(tmp_path, f"{GOOD},Size,250 g", second, head=head)
    told = [
        (one["item_sku"], one["item_name"], one["standard_price"], one["brand_name"])
        for one in found.ready().to_dicts()
    ]
    assert told == [("A-1", "Sidr honey, 250 g", "12.500", "Ajloun"), ("A-2", "Sidr honey, 500 g", "14.750", "Ajloun")]


def test_columns_that_nobody_knows_are_passed_through(tmp_path: Path) -> None:
    """New attributes may appear: a column that is none of ours stays under its own name."""
    found = items(tmp_path, f"{GOOD},T1,cold", head=f"{HEAD},product_tax_code,storage_class")
    (item,) = found.ready().to_dicts()
    assert (item["product_tax_code"], item["passed:storage_class"]) == ("T1", "cold")


def test_the_sample_is_judged_for_both_systems(tmp_path: Path) -> None:
    """The shipped mini-market: every product is either ready for HAQM or has a reason on one of its cells."""
    checked = check(read_catalog(resource("samples", "minimarket.csv")), load_fields("hkj"))
    found = make_items(checked, HAQM, stores=("S1",))
    counts = found.checked.counts
    assert counts.total == 60
    assert counts.ready + counts.with_error == 60
    assert all(one.product is not None and one.letter for one in found.checked.problems if one.field == "barcode")


@pytest.mark.parametrize("header", ["row", "first", "_unit", "item:item_sku", "passed:x"])
def test_a_column_may_have_any_name(tmp_path: Path, header: str) -> None:
    """A header that is one of our own names inside is sent like any other column that nobody knows."""
    checked = check(read_catalog(_written(tmp_path, f"{HEAD},{header}", f"{GOOD},seven")), load_fields("hkj"))
    payload = make_payload(checked, destination("haqm"), stores=["S1"])
    ((_, content),) = [one for slice_ in payload.contents(payload.every()) for one in slice_]
    assert content[header] == "seven"
    assert content["item_sku"] == "A-1"


def test_a_variant_that_says_nothing_has_price_store_and_tax_of_its_product(tmp_path: Path) -> None:
    """Its own barcode is its own; what stands once for the product goes with every variant, and to that store alone."""
    head = "sku,title_en,title_ar,price_jod,barcode,option1_name,option1_value,store_id,product_tax_code"
    lines = ["A-1,Honey,عسل,1.250,6291041500213,Size,250 g,S1,TAX1", "A-2,,,,4006381333931,,500 g,,"]
    checked = check(read_catalog(_written(tmp_path, head, *lines)), load_fields("hkj"))
    payload = make_payload(checked, destination("haqm"), stores=["S1", "S2"])
    contents = [content for slice_ in payload.contents(payload.every()) for _, content in slice_]
    told = [(one["item_sku"], one["store_id"], one["standard_price"], one["product_tax_code"]) for one in contents]
    assert told == [("A-1", "S1", "1.250", "TAX1"), ("A-2", "S1", "1.250", "TAX1")]


def test_a_cell_may_name_several_stores(tmp_path: Path) -> None:
    """Commas and semicolons of both languages divide them; blanks and a comma too many are no store."""
    lines = [f'{GOOD},"S1, S2"', f"{GOOD.replace('A-1', 'A-2')},S3؛", f"{GOOD.replace('A-1', 'A-3')},"]
    found = items(tmp_path, *lines, head=f"{HEAD},store_id", stores=("S9",))
    told = [(one["item_sku"], one["store_id"]) for one in found.frame.to_dicts()]
    assert told == [("A-1", "S1"), ("A-1", "S2"), ("A-2", "S3"), ("A-3", "S9")]


def _written(folder: Path, *lines: str) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
