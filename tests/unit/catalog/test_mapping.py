"""Which column is which field, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.fields import FieldSet, load_fields
from hkj_desktop.catalog.mapping import (
    LEFT_OUT,
    PASSED_THROUGH,
    Mapping,
    Reason,
    headers_fingerprint,
    match_columns,
    matching_key,
)
from tests.helpers.catalogues import catalog, modest

FIELDS = load_fields("hkj")


def _matched(*headers: str, remembered: dict[str, str] | None = None) -> Mapping:
    return match_columns(catalog(headers, [["x"] * len(headers)]), FIELDS, remembered=remembered)


def _told(mapping: Mapping) -> list[tuple[str | None, str]]:
    return [(match.field, match.reason.value) for match in mapping.matches]


@pytest.mark.parametrize("name", FIELDS.names)
def test_every_field_is_known_by_its_own_name(name: str) -> None:
    """A header that is the field's name gets the field, however it is spaced and capitalised."""
    for header in (
        name,
        name.upper(),
        f"  {name.replace('_', ' ').title()} ",
        name.replace("_", "-"),
        f"\u200f{name}\u200e",
    ):
        assert _told(_matched(header)) == [(name, "name")]


@pytest.mark.parametrize(
    ("field", "alias"), [(field.name, alias) for field in FIELDS.fields for alias in field.aliases]
)
def test_every_alias_leads_to_its_field(field: str, alias: str) -> None:
    """Each alias of the field list, English or Arabic, is found, and none is claimed by two fields."""
    (told,) = _told(_matched(alias))
    assert told[0] == field
    assert told[1] in ("alias", "name")


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Barcod", "barcode"),
        ("Product Titel", "title_en"),
        ("Quantitiy", "stock_qty"),
        ("Descripton", "description_en"),
        ("السعرر", "price_jod"),
        ("الكميه المتوفره", "stock_qty"),
        ("اسم المنتج بالعربيه", "title_ar"),
        ("الباركوود", "barcode"),
    ],
)
def test_headers_that_are_spelled_nearly_right(header: str, field: str) -> None:
    """A slip of the pen still finds its field."""
    assert _matched(header).matches[0].field == field


@pytest.mark.parametrize(
    "header", ["", "  ", "x", "weight", "المورد", "tax", "cost", "warehouse", "سعر الشراء", "Column1", "ski", "🍯"]
)
def test_headers_that_are_no_field_pass_through(header: str) -> None:
    """What is no field is not bent into one: least of all the cost of buying into the price of selling."""
    (match,) = _matched(header).matches
    assert (match.field, match.reason, match.left_out) == (None, Reason.NONE, False)


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (("Price", "price_jod"), [None, "price_jod"]),
        (("price_jod", "Price"), ["price_jod", None]),
        (("Titel", "title_en"), [None, "title_en"]),
        (("Code", "SKU"), [None, "sku"]),
        (("Code", "Item code"), ["sku", None]),
        (("sku", "sku"), ["sku", None]),
        (("Descripton", "Description"), [None, "description_en"]),
    ],
)
def test_the_surest_of_two_columns_gets_the_field(headers: tuple[str, ...], fields: list[str | None]) -> None:
    """Name before alias before similar spelling; of two that are equal, the left one."""
    assert [match.field for match in _matched(*headers).matches] == fields


def test_what_was_remembered_wins_over_names() -> None:
    """A match that the person once confirmed is proposed again, with that reason."""
    remembered = {"1": "price_jod", "0": PASSED_THROUGH, "2": LEFT_OUT, "9": "sku"}
    mapping = _matched("price_jod", "Our price", "sku", "title_en", remembered=remembered)
    assert _told(mapping) == [(None, "none"), ("price_jod", "remembered"), (None, "remembered"), ("title_en", "name")]
    assert [match.left_out for match in mapping.matches] == [False, False, True, False]


def test_a_remembered_field_that_no_longer_exists_is_forgotten() -> None:
    """Settings of another version, or a damaged file of settings, break nothing."""
    assert _told(_matched("sku", remembered={"0": "no_such_field"})) == [("sku", "name")]


def test_choosing_a_field_takes_it_from_the_other_column() -> None:
    """No field stands twice, and the person's choice has its own reason."""
    mapping = _matched("price_jod", "Old price", "title_en").choose("c1", "price_jod")
    assert _told(mapping) == [(None, "none"), ("price_jod", "chosen"), ("title_en", "name")]
    mapping = mapping.choose("c1", None, left_out=True)
    assert mapping.column_of("price_jod") is None
    assert mapping.letter_of("price_jod") is None
    assert [match.column.header for match in mapping.passed_through] == ["price_jod"]
    assert mapping.understood == 1


def test_what_is_remembered_gives_the_same_match_again() -> None:
    """remembered() of one file, used on the next one with its headers, matches alike."""
    mapping = (
        _matched("A", "B", "sku", "Note")
        .choose("c0", "title_en")
        .choose("c1", "price_jod")
        .choose("c3", None, left_out=True)
    )
    again = _matched("A", "B", "sku", "Note", remembered=mapping.remembered())
    assert [(m.field, m.left_out) for m in again.matches] == [(m.field, m.left_out) for m in mapping.matches]


@given(
    st.lists(
        st.sampled_from(["sku", "SKU", "code", "price", "price_jod", "السعر", "", "note", "title", "Titel"]),
        min_size=1,
        max_size=8,
    )
)
@modest(100)
def test_no_field_stands_twice(headers: list[str]) -> None:
    """Whatever the headers, each column has one match, in the file's order, and each field at most one column."""
    mapping = _matched(*headers)
    assert [match.column.header for match in mapping.matches] == headers
    fields = [match.field for match in mapping.matches if match.field]
    assert len(set(fields)) == len(fields)


# -- the matching key ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أسم المنتج", "اسم المنتج"),
        ("إسم", "اسم"),
        ("آخر", "اخر"),
        ("ٱسم", "اسم"),
        ("الكمية", "الكميه"),
        ("المستوى", "المستوي"),
        ("الســـعر", "السعر"),
        ("السِّعْرُ", "السعر"),
        ("ﻗﻬﻮﺓ", "قهوه"),
        ("کد", "كد"),
        ("قیمت", "قيمت"),
        ("\u200fالسعر\u200e", "السعر"),
        ("الس\u200bعر", "السعر"),
        ("Price (JOD)", "price_jod"),
        ("ＳＫＵ", "sku"),
        ("title-EN", "Title  en"),
        ("\ufeffsku", "sku"),
    ],
)
def test_spellings_that_are_one(one: str, other: str) -> None:
    """Alef forms, final ya, ta marbuta, tatweel, vowel signs, presentation forms and hidden signs do not part
    headers."""
    assert matching_key(one) == matching_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("سؤال", "سوال"), ("السعر", "السعة"), ("title_en", "title_ar"), ("مئة", "مية")]
)
def test_spellings_that_are_two(one: str, other: str) -> None:
    """Hamza on waw and ya is left alone, and words that differ stay apart."""
    assert matching_key(one) != matching_key(other)


@given(st.text(max_size=30))
@modest(200)
def test_the_key_of_a_key_is_itself(text: str) -> None:
    """Folding twice changes nothing more."""
    key = matching_key(text)
    assert matching_key(key) == key


def test_the_fingerprint_of_headers() -> None:
    """The same headers in the same order have one fingerprint; other ones do not."""
    assert headers_fingerprint(["SKU", "أسم"]) == headers_fingerprint([" sku ", "اسم"])
    assert (
        len({headers_fingerprint(headers) for headers in (["a", "b"], ["b", "a"], ["ab"], ["a", "b", ""], ["a"])}) == 5
    )


def test_the_field_list_is_whole() -> None:
    """The data file names the required fields, keys, options and money units that the code builds on."""
    assert isinstance(FIELDS, FieldSet)
    assert {field.name for field in FIELDS.fields if field.required} == {"title_en", "title_ar"}
    assert FIELDS.natural_keys == ("sku", "external_id", "barcode")
    assert {*FIELDS.option_fields, *FIELDS.natural_keys} <= set(FIELDS.names)
    assert len(set(FIELDS.names)) == len(FIELDS.names)
    assert {field.unit for field in FIELDS.fields if field.unit} == {"dinar", "fils"}
