"""What other systems export is understood with no question, by its headers alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.keys import matching_key
from hkj_desktop.catalog.mapping import Reason
from hkj_desktop.catalog.presets import known_header_keys, load_presets, recognise, user_presets
from hkj_desktop.catalog.table import column_letter
from hkj_desktop.files.read import read_catalog
from tests.helpers.catalogues import catalog
from tests.helpers.exported import EXPORTS
from tests.helpers.exports import Export, Variant

FIELDS = load_fields("hkj")


def _read(path: Path) -> Checked:
    return check(read_catalog(path), FIELDS)


def _variants(found: Checked) -> tuple[Variant, ...]:
    """What came out; the category in both languages where there are both."""
    return tuple(
        Variant(
            row["row"],
            row["product"],
            row["sku"],
            row["title_en"],
            row["title_ar"],
            row["fils"],
            row["stock"],
            row["barcode"],
            " / ".join(filter(None, (row["category_en"], row["category_ar"]))) or None,
            row["image_url"],
            row["option1_value"],
        )
        for row in found.products.rows.to_dicts()
    )


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_every_system_is_read_without_a_question(export: Export, tmp_path: Path) -> None:
    """A file with all the columns of a system gives the right products, and nothing is asked."""
    found = _read(export.write(tmp_path))
    assert found.system == export.system
    assert _variants(found) == export.expected
    assert found.mapping.unclear == ()
    assert found.mapping.splittable == ()


# -- what is recognised ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        ["sku", "title_en", "title_ar", "price_jod", "stock_qty", "barcode"],
        ["sku", "name", "price", "stock"],
        ["النوع", "اسم المنتج", "السعر", "الكمية"],
        [
            *FIELDS.names,
            "Handle",
            "Title",
            "Variant SKU",
            "Option1 Value",
            "Body (HTML)",
            "Vendor",
            "Type",
            "Published",
        ],
        ["Handle", "Title", "Price"],
        [],
    ],
)
def test_a_file_that_is_no_systems(headers: list[str]) -> None:
    """HKJ's own headers, even beside another system's, and everyday tables belong to no system."""
    assert recognise(headers, load_presets()) is None


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_no_system_is_taken_for_another(export: Export) -> None:
    """Each system's headers fit that system alone, in any spelling of capitals and spaces."""
    spelled = [f"  {header.upper()}\u200f" for header in export.headers]
    fitting = [one.name for one in load_presets() if recognise(spelled, [one])]
    assert fitting == [export.system]


def test_known_headers_hold_every_name() -> None:
    """Field names, aliases and the headers of each system are known where a table's first row is looked for."""
    keys = known_header_keys()
    for header in ("title_en", "السعر", "Variant SKU", "[2] القيمة", "store_view_code", "Attribute 1 value(s)"):
        assert matching_key(header) in keys
    assert "" not in keys
    assert matching_key("بيانات المنتجات") not in keys


# -- places and choices ---------------------------------------------------------------------


def _problems(found: Checked, code: str) -> list[tuple[str, str | None, str | None]]:
    return [(problem.place, problem.field, problem.value) for problem in found.problems if problem.code == code]


def _column(headers: list[str], name: str) -> str:
    return column_letter(headers.index(name))


def test_a_problem_stands_where_the_file_has_its_cell(tmp_path: Path) -> None:
    """Magento's Arabic title stands in the row of its language; WooCommerce's title above the product's variants."""
    magento = EXPORTS["magento"]
    rows = [dict(row) for row in magento.rows]
    rows[1]["name"], rows[3]["price"] = "x" * 300, "999 SAR"
    found = _read(replace(magento, rows=tuple(rows)).write(tmp_path))
    assert _problems(found, "text_too_long") == [(f"{_column(magento.headers, 'name')}3", "title_ar", "x" * 300)]
    assert _problems(found, "price_not_number") == [(f"{_column(magento.headers, 'price')}5", "price_jod", "999 SAR")]
    woo = EXPORTS["woocommerce"]
    rows = [dict(row) for row in woo.rows]
    rows[1]["Name"] = "y" * 300
    found = _read(replace(woo, rows=tuple(rows)).write(tmp_path))
    assert _problems(found, "text_too_long") == [(f"{_column(woo.headers, 'Name')}3", "title_en", "y" * 300)]


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_a_column_of_ones_own_stays_beside_its_row(export: Export, tmp_path: Path) -> None:
    """Rows that go, move or come together keep every other cell that stood in them, on the row with their number."""
    first = 2 + len(export.banner)
    noted = tuple({**row, "my_note": f"row {first + at}"} for at, row in enumerate(export.rows))
    found = _read(replace(export, headers=[*export.headers, "my_note"], rows=noted).write(tmp_path))
    rows = found.products.rows
    assert rows["passed:my_note"].to_list() == [f"row {row}" for row in rows["row"]]
    assert found.catalog.rows.to_list() == rows["row"].to_list()


def test_another_currency_is_an_error_and_no_number(tmp_path: Path) -> None:
    """``999 SAR`` in a feed of dinars is told on its cell and has no price."""
    google = EXPORTS["google tsv"]
    rows = [dict(row) for row in google.rows]
    rows[0]["price"] = "999 SAR"
    found = _read(replace(google, rows=tuple(rows)).write(tmp_path))
    assert _problems(found, "price_not_number") == [(f"{_column(google.headers, 'price')}2", "price_jod", "999 SAR")]
    assert found.products.rows["fils"].to_list() == [None, 8750, 9250, 5000]


def test_what_the_person_chose_wins_over_the_system(tmp_path: Path) -> None:
    """A remembered match is used on the next export, derived columns included; the rest is as the system says."""
    export = EXPORTS["magento"]
    first = _read(export.write(tmp_path))
    at = next(match.column.key for match in first.mapping.matches if match.column.header == "url_key")
    chosen = first.mapping.choose(at, "external_id")
    again = check(read_catalog(export.write(tmp_path)), FIELDS, remembered=chosen.remembered())
    assert [(m.field, m.left_out) for m in again.mapping.matches] == [(m.field, m.left_out) for m in chosen.matches]
    assert _variants(again) == export.expected
    assert list(chosen.headers) == export.headers


def test_checking_with_a_mapping_does_not_arrange_twice(tmp_path: Path) -> None:
    """After a change in the matcher the same catalogue is checked with that match, and gives the same products."""
    export = EXPORTS["woocommerce"]
    first = _read(export.write(tmp_path))
    again = check(first.catalog, FIELDS, mapping=first.mapping)
    assert again.products.rows.equals(first.products.rows)
    assert check(first.catalog, FIELDS).products.rows.equals(first.products.rows)


def test_why_a_column_is_what_it_is(tmp_path: Path) -> None:
    """Columns that the system names say so; those that told how rows belong together are not sent."""
    mapping = _read(EXPORTS["woocommerce"].write(tmp_path)).mapping
    told = {match.column.header: match for match in mapping.matches}
    assert (told["Regular price"].field, told["Regular price"].reason) == ("price_jod", Reason.PRESET)
    assert told["Parent"].left_out
    assert told["Type"].left_out
    assert (told["Position"].field, told["Position"].left_out) == (None, False)


def test_a_problem_of_reading_stays_on_its_row(tmp_path: Path) -> None:
    """A ragged row that is merged into a product keeps its number, and its product is not sent."""
    export = EXPORTS["shopify legacy"]
    path = export.write(tmp_path)
    lines = path.read_text("utf-8-sig").splitlines()
    lines[4] += ",lost"  # the row that holds nothing but a picture of the shirt
    path.write_text("\n".join(lines), encoding="utf-8")
    found = _read(path)
    (problem,) = [one for one in found.problems if one.code == "row_too_long"]
    assert (problem.row, problem.product, problem.value) == (5, 2, "lost")


def test_a_row_of_totals_is_no_variant(tmp_path: Path) -> None:
    """A stray number below a Shopify export is a problem of its own."""
    export = EXPORTS["shopify legacy"]
    found = _read(replace(export, rows=(*export.rows, {"Variant Price": "999"})).write(tmp_path))
    assert [problem.row for problem in found.problems if problem.code == "row_stray"] == [7]


def test_a_product_without_its_variants_is_a_product(tmp_path: Path) -> None:
    """Rows whose parent is not in the file, and a parent whose variants are not, stand for themselves."""
    export = EXPORTS["woocommerce"]
    rows = (export.rows[1], {**export.rows[2], "Parent": "OTHER"}, {**export.rows[3], "Parent": "id:99"})
    found = _read(replace(export, rows=rows).write(tmp_path))
    assert found.products.rows["sku"].to_list() == ["SHIRT", "SH-S", "SH-L"]
    assert found.products.rows["product"].to_list() == [1, 2, 3]


def test_products_whose_rows_are_apart_come_together(tmp_path: Path) -> None:
    """Sorted by price, a Shopify export still gives one product a handle, each row with its number."""
    export = EXPORTS["shopify"]
    first, small, large, more, last = export.rows
    found = _read(replace(export, rows=(small, first, last, large, more)).write(tmp_path))
    rows = found.products.rows
    assert rows["product"].to_list() == [1, 1, 2, 3]
    assert rows["row"].to_list() == [2, 5, 3, 4]


def test_quirks(tmp_path: Path) -> None:
    """WooCommerce's apostrophe and its ``\\n`` go, an endless stock says nothing, and each is recorded as a change."""
    found = _read(EXPORTS["woocommerce"].write(tmp_path))
    assert found.products.rows["description_en"][0] == "=Raw\nand sweet"
    changed = found.products.changes.filter(pl.col("field") == "sku")
    assert changed["index"].to_list() == [0]
    zid = _read(EXPORTS["zid, blank rows"].write(tmp_path))
    assert not any(problem.field == "stock_qty" for problem in zid.problems)


# -- presets of one's own ---------------------------------------------------------------------

TILL = """
name = "My till"
[recognise]
required = ["Art", "Bez"]
[fields]
sku = ["Art"]
title = ["Bez"]
price_jod = ["VK"]
[forms.price_jod]
decimal_mark = true
"""


def test_a_preset_of_ones_own(tmp_path: Path) -> None:
    """A TOML file in the person's folder is used like ours."""
    (tmp_path / "till.toml").write_text(TILL, encoding="utf-8")
    presets, errors = user_presets(tmp_path)
    assert errors == ()
    made = catalog(["Art", "Bez", "VK"], [["A", "شاي", "1,250"]])
    found = check(made, FIELDS, presets=(*presets, *load_presets()))
    assert (found.system, found.products.rows["title_ar"].to_list()) == ("My till", ["شاي"])
    assert found.products.rows["fils"].to_list() == [1250]
    assert found.mapping.unclear == ()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"name = ",
        b"\xff\xfe\x00",
        b"name = 'x'",
        b"name = 'x'\n[recognise]\nrequired = 3\n[fields]\n",
        b"name = 'x'\n[recognise]\nrequired = []\n[fields]\n",
        b"name = 'x'\nrecognise = 3\nfields = 4\n",
        b"name = 'x'\n[recognise]\nrequired = ['a']\n[fields]\nno_such_field = ['a']\n",
        b"name = 'x'\n[recognise]\nrequired = ['a']\n[fields]\nsku = [3]\n",
        b"name = 'x'\n[recognise]\nrequired = ['a']\n[fields]\nsku = ['a']\n[forms.sku]\nreplace = [['(', '']]\n",
        b"name = 'x'\n[recognise]\nrequired = ['a']\n[fields]\nsku = ['a']\n[forms.sku]\nreplace = ['ab', 'c']\n",
        b"name = 'x'\n[recognise]\nrequired = ['a']\n[fields]\nsku = ['a']\n[forms.category]\nbetween = 3\n",
        b"name = 'x'\n[recognise]\nrequired = ['a']\n[fields]\nsku = ['a']\n[languages]\nkey = ['a']\n",
    ],
)
def test_a_broken_preset_is_told_by_its_name(text: bytes, tmp_path: Path) -> None:
    """Whatever is wrong in a preset's file, the others are used, and the error names the file."""
    (tmp_path / "good.toml").write_text(TILL, encoding="utf-8")
    (tmp_path / "bad.toml").write_bytes(text)
    presets, (error,) = user_presets(tmp_path)
    assert [preset.name for preset in presets] == ["My till"]
    assert error.params == {"reason": "damaged", "name": "bad.toml"}


def test_no_folder_of_presets(tmp_path: Path) -> None:
    """A folder that is not there holds no presets."""
    assert user_presets(tmp_path / "none") == ((), ())
