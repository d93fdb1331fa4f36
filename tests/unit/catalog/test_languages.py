"""What the values of a column say: its language, two titles in one cell, barcodes and pictures."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.languages import holds_both, language_of, split_column, split_titles
from hkj_desktop.catalog.looks import looks_like, right_codes
from hkj_desktop.catalog.mapping import Mapping, Reason, match_columns
from tests.helpers.catalogues import catalog, checked, modest

FIELDS = load_fields("hkj")
BOTH = ["قهوة تركية - Turkish coffee", "شاي أخضر - Green tea", "عسل - Honey"]


def _matched(headers: list[str], *columns: list[str | None], remembered: dict[str, str] | None = None) -> Mapping:
    rows = [list(row) for row in zip(*columns, strict=True)]
    return match_columns(catalog(headers, rows), FIELDS, remembered=remembered)


def _told(mapping: Mapping) -> list[tuple[str | None, str]]:
    return [(match.field, match.reason.value) for match in mapping.matches]


@pytest.mark.parametrize(
    ("cells", "language"),
    [
        (["شاي", "قهوة", "Tea"], "ar"),
        (["Tea", "Coffee", "شاي"], "en"),
        (["شاي Lipton", "قهوة Illy"], "ar"),
        (["شاي Lipton", "قهوة Illy", "Tea"], "en"),
        (["شاي", "Tea"], None),
        (["x", "1", None, ""], None),
        (["line\nعسل", None], "ar"),
        ([], None),
    ],
)
def test_the_language_of_a_column(cells: list[str | None], language: str | None) -> None:
    """Most cells of one script decide; cells with both count only where there are no others."""
    assert language_of(pl.Series(cells, dtype=pl.String)) == language


@pytest.mark.parametrize(
    ("header", "cells", "told"),
    [
        ("Title", ["شاي", "قهوة"], ("title_ar", "values")),
        ("Title", ["Tea", "Coffee"], ("title_en", "alias")),
        ("name", ["شاي", "قهوة"], ("title_ar", "values")),
        ("الاسم", ["Tea", "Coffee"], ("title_en", "values")),
        ("الاسم", ["شاي", "قهوة"], ("title_ar", "alias")),
        ("أسم المنتج", ["Tea", "Coffee"], ("title_en", "values")),
        ("Description", ["وصف", "طويل"], ("description_ar", "values")),
        ("Category", ["أغذية", "ملابس"], ("category_ar", "values")),
        ("التصنيف", ["Food", "Clothes"], ("category_en", "values")),
        ("Product Titel", ["شاي", "قهوة"], ("title_ar", "values")),
        ("title_en", ["شاي", "قهوة"], ("title_en", "name")),
        ("English name", ["شاي", "قهوة"], ("title_en", "alias")),
        ("الاسم بالإنجليزية", ["شاي", "قهوة"], ("title_en", "alias")),
        ("brand", ["شركة", "البتراء"], ("brand", "name")),
    ],
)
def test_a_header_that_names_no_language(header: str, cells: list[str | None], told: tuple[str, str]) -> None:
    """The letters of the values decide; a header that names its language is believed."""
    assert _told(_matched([header], cells)) == [told]


@pytest.mark.parametrize(
    ("headers", "one", "other", "fields"),
    [
        (["Name", "الاسم"], ["شاي", "قهوة"], ["Tea", "Coffee"], ["title_ar", "title_en"]),
        (["Name", "الاسم"], ["Tea", "Coffee"], ["شاي", "قهوة"], ["title_en", "title_ar"]),
        (["Name", "الاسم"], ["شاي", "قهوة"], ["شاي", "قهوة"], ["title_en", "title_ar"]),
        (["Name", "title_ar"], ["شاي", "قهوة"], ["شاي", "قهوة"], ["title_en", "title_ar"]),
        (["Name", "Title"], ["Tea", "Coffee"], ["شاي", "قهوة"], ["title_en", "title_ar"]),
    ],
)
def test_two_columns_of_titles(
    headers: list[str], one: list[str | None], other: list[str | None], fields: list[str]
) -> None:
    """Both get a field: by their letters where these differ, else by their headers."""
    assert [match.field for match in _matched(headers, one, other).matches] == fields


# -- two titles in one cell ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قهوة تركية - Turkish Coffee", ("قهوة تركية", "Turkish Coffee")),
        ("Turkish Coffee - قهوة تركية", ("قهوة تركية", "Turkish Coffee")),
        ("Turkish Coffee / قهوة", ("قهوة", "Turkish Coffee")),
        ("قهوة|Coffee", ("قهوة", "Coffee")),
        ("قهوة\nCoffee", ("قهوة", "Coffee")),
        ("قهوة – Coffee", ("قهوة", "Coffee")),
        ("قهوة-Coffee", ("قهوة", "Coffee")),
        ("قهوة (Coffee)", ("قهوة", "Coffee")),
        ("Coffee [قهوة]", ("قهوة", "Coffee")),
        ("عسل (1 كغ) - Honey (1 kg)", ("عسل (1 كغ)", "Honey (1 kg)")),
        ("شاي Lipton - Lipton Tea", ("شاي Lipton", "Lipton Tea")),
        ("عسل سدر - يمني - Sidr honey - Yemen", ("عسل سدر - يمني", "Sidr honey - Yemen")),
        ("شاي Lipton أصفر", None),
        ("عسل - 500 ml", None),
        ("قهوة تركية", None),
        ("Coca-Cola", None),
        ("قهوة - شاي", None),
        ("", None),
        ("-", None),
        ("قهوة -", None),
    ],
)
def test_splitting_titles(text: str, parts: tuple[str, str] | None) -> None:
    """Two languages on both sides of a mark, or one in brackets, are two titles; anything else is one."""
    assert split_titles(text) == parts


@given(st.text(alphabet="قهوة شايTea -/|()[]\n0٥x", max_size=40))
@modest(300)
def test_the_parts_of_a_title_stand_in_it(text: str) -> None:
    """Whatever the title, its parts are pieces of it, without spaces round them, the English one without Arabic."""
    parts = split_titles(text)
    if parts is not None:
        assert all(part and part == part.strip() and part in text for part in parts)
        assert not any("\u0600" <= letter <= "\u06ff" for letter in parts[1] if letter.isalpha())


def test_a_column_of_both_languages_is_a_question() -> None:
    """It is proposed, with an example, and nothing is split before the person says so."""
    made = catalog(["sku", "Title"], [[str(at), text] for at, text in enumerate(BOTH)])
    asked = check(made, FIELDS)
    (match,) = asked.mapping.splittable
    assert match.split is not None
    assert (match.field, match.split.other, match.split.sure, match.split.example) == (
        "title_ar",
        "title_en",
        False,
        BOTH[0],
    )
    assert asked.products.rows["title_ar"].to_list() == BOTH
    assert asked.counts.with_error == 3
    done = check(made, FIELDS, mapping=asked.mapping.choose_split("c1"))
    assert done.products.rows["title_ar"].to_list() == ["قهوة تركية", "شاي أخضر", "عسل"]
    assert done.products.rows["title_en"].to_list() == ["Turkish coffee", "Green tea", "Honey"]
    assert done.mapping.letter_of("title_en") == done.mapping.letter_of("title_ar") == "B"
    assert (done.counts.with_error, done.mapping.splittable) == (0, ())
    left = check(made, FIELDS, mapping=asked.mapping.choose_split("c1", wanted=False))
    assert left.products.rows["title_ar"].to_list() == BOTH
    assert left.mapping.splittable == ()


@pytest.mark.parametrize("wanted", [True, False])
def test_the_answer_is_remembered(wanted: bool) -> None:
    """Next week's file with these headers is split, or not, as the person said."""
    mapping = _matched(["sku", "Title"], ["1", "2", "3"], list(BOTH)).choose_split("c1", wanted=wanted)
    again = _matched(["sku", "Title"], ["4", "5", "6"], list(BOTH), remembered=mapping.remembered())
    (_, title) = again.matches
    assert title.split is not None
    assert (title.field, title.split.wanted, again.splittable) == ("title_ar", wanted, ())


def test_no_question_where_both_titles_have_columns() -> None:
    """Titles in both languages beside another column of titles are left alone."""
    assert _matched(["Title", "title_en"], list(BOTH), ["a", "b", "c"]).splittable == ()


def test_another_column_for_the_second_title_ends_the_split() -> None:
    """Once the person gives the English title a column of its own, the Arabic one is taken as it stands."""
    mapping = _matched(["Title", "Extra"], list(BOTH), ["Tea", "Coffee", "Honey"])
    chosen = mapping.choose_split("c0").choose("c1", "title_en")
    assert chosen.matches[0].split is None
    assert chosen.column_of("title_en") == chosen.matches[1].column


def test_cells_of_one_language_in_a_column_of_both() -> None:
    """They are the title of their language, and the other one is missing: an error that says so."""
    values = pl.Series(["قهوة", "Tea", None, BOTH[0]], dtype=pl.String)
    assert split_column(values, "ar").to_list() == ["قهوة", None, None, "قهوة تركية"]
    assert split_column(values, "en").to_list() == [None, "Tea", None, "Turkish coffee"]
    assert holds_both(values) is None
    assert holds_both(pl.Series(BOTH)) == BOTH[0]


# -- values that tell what they are ---------------------------------------------------------------------

CODES = ["6291041500213", "4006381333931", "96385074", "036000291452", "x"]


def test_codes_tell_themselves() -> None:
    """Right check digits in four of five cells make a barcode of a column that nothing else names."""
    assert right_codes(pl.Series([*CODES, "6291041500214", "00000000", " 96385074 ", ""])).to_list() == [
        *([True] * 4),
        *([False] * 3),
        True,
        False,
    ]
    (match,) = _matched(["Nr"], list(CODES)).matches
    assert (match.field, match.reason, match.score) == ("barcode", Reason.VALUES, 80.0)
    (match,) = _matched(["Nr"], [*CODES, "y"]).matches
    assert match.field is None


@pytest.mark.parametrize(
    ("headers", "fields"),
    [(["Nr", "Barcode"], [None, "barcode"]), (["Nr", "Barcod"], [None, "barcode"]), (["", "sku"], ["barcode", "sku"])],
)
def test_a_name_is_stronger_than_a_look(headers: list[str], fields: list[str | None]) -> None:
    """Where another column is called so, or nearly, a look-alike stays what it is."""
    assert [match.field for match in _matched(headers, list(CODES), list(CODES)).matches] == fields


def test_pictures_tell_themselves() -> None:
    """Web addresses that end like pictures are the pictures, alone or in a list."""
    values = ["https://a.jo/1.jpg", "https://a.jo/2.PNG?v=3", "https://a.jo/3.webp, https://a.jo/4.webp", None]
    assert looks_like(pl.Series(values)) == ("image_url", 100.0)
    assert looks_like(pl.Series(["https://a.jo/page", "https://a.jo/1.jpg"])) is None
    assert looks_like(pl.Series([None, " "], dtype=pl.String)) is None
    assert looks_like(pl.Series(["6291041500213"])) is None


def test_a_file_whose_headers_say_nothing() -> None:
    """Codes and pictures are found, and sent as what they are."""
    rows = [[code, f"https://a.jo/{at}.jpg", "Tea", "شاي"] for at, code in enumerate(CODES[:3])]
    found = checked(["A1", "B1", "title_en", "title_ar"], rows)
    assert found.products.rows["barcode"].to_list() == CODES[:3]
    assert found.products.rows["image_url"][0] == "https://a.jo/0.jpg"
    assert found.counts.ready == 3
