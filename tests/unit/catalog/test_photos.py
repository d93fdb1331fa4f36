"""Photos find their products by their names, and those that do not are left over with a proposal."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from functools import cache
from urllib.parse import unquote, urlsplit

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.keys import matching_key, matching_keys
from hkj_desktop.catalog.photos import Leftover, PhotoMatch, match_photos, natural, photo_addresses
from hkj_desktop.catalog.pictures import addresses
from hkj_desktop.errors import PictureError
from tests.helpers.catalogues import Cell, checked, checked_products, modest, product

BASE = "https://shop.example/photos"


@cache  # a Checked never changes, and checking takes longer than what is tried here
def shop(*skus: Cell, **same: Cell) -> Checked:
    """One product for each SKU; the first is product 1."""
    return checked_products(*({**product(barcode=None, **same), "sku": sku} for sku in skus))


def placed(match: PhotoMatch) -> dict[int, list[str]]:
    return {product: list(names) for product, names in match.placed.items()}


def owner(name: str, rows: Checked) -> int | None:
    """The product that a single photo is placed with."""
    return next(iter(match_photos([name], rows).placed), None)


@pytest.mark.parametrize(
    ("sku", "name"),
    [
        ("DT-100", "DT-100.jpg"),
        ("DT-100", "dt 100.JPEG"),
        ("DT-100", "dt_100.png"),
        ("DT-100", "DT100.webp"),
        ("DT 100", "dt-100.jpg"),
        ("DT-100", " DT-100 .jpg"),
        ("DT-100", "DT-١٠٠.jpg"),
        ("DT-100", "DT-100"),
        ("12.5-A", "12.5-A.jpg"),
        ("أرز-٥", "ارز 5.jpg"),
        ("DT-100", "photos/2024/DT-100.jpg"),
        ("DT-100", "photos\\DT-100.jpg"),
        ("DT-100", "\u200fDT-100.jpg"),
        ("DT-100", "DT-100_2.jpg"),
        ("DT-100", "DT-100 (3).jpg"),
        ("DT-100", "DT-100(3).jpg"),
        ("DT-100", "DT-100-1.png"),
        ("DT-100", "DT-100.2.png"),
        ("DT-100", "dt100 ٢.png"),
        ("DT-100", "DT-100_1 (2).png"),
        ("DT-100", "DT-100/front.png"),
        ("DT-100", "all/dt 100/1.png"),
    ],
)
def test_a_name_that_says_the_sku_is_placed(sku: str, name: str) -> None:
    """Case, signs, digits of either writing, folders and the picture's number do not matter."""
    assert owner(name, shop("OTHER", sku, "MORE")) == 2


@pytest.mark.parametrize(
    ("sku", "name"),
    [
        ("DT-1002", "DT-100_2.jpg"),
        ("1002", "100-2.jpg"),
        ("DT-100", "DT-1000.jpg"),
        ("DT-100", "ADT-100.jpg"),
        ("DT-100", "DT-100-123.jpg"),
        ("DT-100", "DT-100-1-2-3.jpg"),
        ("DT-100", "DT-100 red.jpg"),
        ("007", "7.jpg"),
        ("DT-100", "(2).jpg"),
        ("DT-100", ".jpg"),
    ],
)
def test_a_name_that_says_something_else_is_left_over(sku: str, name: str) -> None:
    """Digits are never run together or cut off to fit."""
    match = match_photos([name], shop(sku))
    assert placed(match) == {}
    assert [one.name for one in match.leftover] == [name]
    assert match.without == (1,)


def test_a_number_belongs_to_the_sku_where_one_has_it() -> None:
    """DT-100-2 is that SKU where there is one, and else the second picture of DT-100."""
    names = ["DT-100-2.jpg", "DT-100.jpg", "DT-100-3.jpg", "DT-100-2 (2).jpg"]
    assert placed(match_photos(names, shop("DT-100", "DT-100-2"))) == {
        1: ["DT-100.jpg", "DT-100-3.jpg"],
        2: ["DT-100-2.jpg", "DT-100-2 (2).jpg"],
    }


def test_photos_stand_in_the_order_of_their_numbers() -> None:
    """The one without a number first, then 1, 2, 10; in a folder by name as a person sorts."""
    names = ["a_10.jpg", "a_2.jpg", "a (1).jpg", "a.jpg", "b/10.jpg", "b/9.jpg", "b/cover.jpg"]
    assert placed(match_photos(names, shop("A", "B"))) == {
        1: ["a.jpg", "a (1).jpg", "a_2.jpg", "a_10.jpg"],
        2: ["b/9.jpg", "b/10.jpg", "b/cover.jpg"],
    }


@pytest.mark.parametrize(
    "name",
    ["6251234567898.jpg", "06251234567898.png", "6251234567898_2.jpg", "٦٢٥١٢٣٤٥٦٧٨٩٨.jpg", "625 1234 567898.jpg"],
)
def test_barcodes_are_found_with_and_without_zeros(name: str) -> None:
    """The barcode names the product, however many zeros stand before it and however it is grouped."""
    assert owner(name, checked_products(product(sku=None, barcode="6251234567898"))) == 1
    if " " not in name:
        assert owner(name, checked_products(product(sku="A", barcode="06251234567898"))) == 1


def test_short_codes_keep_their_zeros() -> None:
    """1.jpg is not the photo of the scale code 0001."""
    assert owner("1.jpg", checked_products(product(barcode="0001"))) is None


def test_the_shops_own_number_names_a_product_too() -> None:
    """A handle of another system is a name like a SKU."""
    assert owner("mountain-honey_1.jpg", checked_products(product(external_id="mountain-honey"))) == 1


def test_the_photo_of_a_variant_is_its_products() -> None:
    """A SKU on a further row of a product names that product."""
    rows = checked(
        ["sku", "title_en", "title_ar", "price_jod", "option1_value"],
        [["A-S", "Shirt", "قميص", "1.000", "S"], ["A-M", None, None, "1.000", "M"]],
    )
    assert placed(match_photos(["A-M.jpg", "A-S.jpg"], rows)) == {1: ["A-M.jpg", "A-S.jpg"]}


# -- what is left over ------------------------------------------------------------------------------------------------


def test_a_name_of_two_products_is_left_to_the_person() -> None:
    """The SKU of one that is the barcode of another, or that two have: nobody guesses, both are proposed."""
    rows = checked_products(product(sku="12345678", barcode=None), product(sku="B", barcode="12345678"))
    match = match_photos(["12345678.jpg"], rows)
    assert (placed(match), match.leftover) == ({}, (Leftover("12345678.jpg", (1, 2), named=True),))
    assert match_photos(["a.jpg"], shop("A", "A")).leftover == (Leftover("a.jpg", (1, 2), named=True),)


def test_of_codes_that_differ_in_signs_the_written_one_counts() -> None:
    """A-1 and A_1 are two SKUs: each photo goes to the one that it spells, and a name between them is left over."""
    rows = shop("A-1", "A_1", "a-1")
    match = match_photos(["A-1.jpg", "A_1.jpg", "a-1.jpg", "A1.jpg"], rows)
    assert placed(match) == {1: ["A-1.jpg"], 2: ["A_1.jpg"], 3: ["a-1.jpg"]}
    assert match.leftover == (Leftover("A1.jpg", (1, 2, 3), named=True),)


def test_a_folder_and_a_name_that_disagree_are_left_over() -> None:
    """In the folder of one product the SKU of another: either may be meant."""
    assert match_photos(["A/B.jpg"], shop("A", "B")).leftover == (Leftover("A/B.jpg", (1, 2), named=True),)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mountain honey.jpg", 1),
        ("Honey, mountain 2.jpg", 1),
        ("mountan honey.jpg", 1),
        ("عسل جبلي.jpg", 1),
        ("العسل الجبلى.png", 1),
        ("black tea 500g.jpg", 2),
        ("شاى اسود.jpg", 2),
    ],
)
def test_products_of_like_titles_are_proposed(name: str, expected: int) -> None:
    """A photo that is named like a title in either language has that product first among its proposals."""
    rows = checked_products(
        product(sku="A", title_en="Mountain honey", title_ar="عسل جبلي"),
        product(sku="B", title_en="Black tea", title_ar="شاي أسود", barcode=None),
        product(sku="C", title_en="Olive oil", title_ar="زيت زيتون", barcode=None),
    )
    (left,) = match_photos([name], rows).leftover
    assert not left.named
    assert left.candidates[0] == expected
    assert 3 not in left.candidates


def test_names_of_cameras_propose_nothing() -> None:
    """IMG_0001 is like no title."""
    match = match_photos(["IMG_0001.jpg", "DSC1234.jpg", "٠٠١.jpg"], shop("A", "B"))
    assert match.leftover == (Leftover("IMG_0001.jpg"), Leftover("DSC1234.jpg"), Leftover("٠٠١.jpg"))


@given(st.lists(st.text("aB1٢ _-().ى/\\é漢\u200f", max_size=8), max_size=12, unique=True))
@modest(80)
def test_no_photo_and_no_product_is_lost(names: list[str]) -> None:
    """Every name is placed with one product or left over, once; every product has photos or is told to have none."""
    rows = shop("a", "aB-1", "1", "ى", "B 2")
    match = match_photos(names, rows)
    every = [name for photos in match.placed.values() for name in photos] + [one.name for one in match.leftover]
    assert sorted(every) == sorted(names)
    assert sorted([*match.placed, *match.without]) == [1, 2, 3, 4, 5]


@given(st.permutations(["a.jpg", "a_2.jpg", "a (3).jpg", "b.jpg", "x.jpg", "b/7.jpg", "honey.jpg"]))
@modest(30)
def test_the_order_of_the_names_does_not_matter(names: list[str]) -> None:
    """However a system lists a folder, the same photos go to the same products in the same order."""
    match, again = match_photos(sorted(names), shop("A", "B")), match_photos(names, shop("A", "B"))
    assert placed(match) == placed(again)
    assert {one.name: one for one in match.leftover} == {one.name: one for one in again.leftover}


@given(st.lists(st.text("abAB019ي .-", max_size=6), max_size=8))
@modest()
def test_names_sort_as_a_person_sorts(names: list[str]) -> None:
    """Any two names compare, equal only where they are one, and numbers by their size."""
    assert len({natural(name) for name in names}) == len(set(names))
    assert sorted(names, key=natural) == sorted(sorted(names), key=natural)
    assert sorted(["a10", "a9", "a", "a09", "b1"], key=natural) == ["a", "a09", "a9", "a10", "b1"]


@given(st.lists(st.text("abcXYZ 019-_.أإآةىيكیک٠١٢َُّـعسلﻋﻞ\u200f\u200d"), max_size=5))
@modest()
def test_a_column_has_the_keys_of_its_cells(texts: list[str]) -> None:
    """What a name is compared by is the same for one text and for a whole column."""
    column = pl.DataFrame({"v": texts}, schema={"v": pl.String}).select(matching_keys(pl.col("v"))).to_series()
    assert column.to_list() == [matching_key(text) for text in texts]


def test_many_photos_and_products_are_quick() -> None:
    """Fifty thousand names and a hundred thousand products are matched in seconds."""
    rng = random.Random(7)
    words = ["honey", "tea", "oil", "soap", "bread", "rice", "mountain", "green", "black", "olive", "fresh", "large"]
    rows = checked(
        ["sku", "barcode", "external_id", "title_en", "title_ar"],
        [
            [
                f"DT-{at}",
                str(6250000000000 + at),
                f"ext {at}",
                f"{rng.choice(words)} {rng.choice(words)} {at}",
                f"عسل {at}",
            ]
            for at in range(100_000)
        ],
    )
    names = [f"DT-{at}.jpg" for at in range(20_000)] + [f"more/dt_{at} (2).png" for at in range(20_000)]
    names += [f"{6250000000000 + at}-2.jpg" for at in range(30_000, 38_000)]
    names += [f"{rng.choice(words)} {rng.choice(words)} picture{'x' * at}.jpg" for at in range(40)] * 50
    start = time.perf_counter()
    match = match_photos(names, rows)
    took = time.perf_counter() - start
    assert (len(match.placed), len(match.leftover), len(match.without)) == (28_000, 2000, 72_000)
    assert took < 5  # measured 1.4 on two cores


# -- addresses --------------------------------------------------------------------------------------------------------


def cells(base: str, names: Sequence[str], rows: Checked) -> list[str]:
    return photo_addresses(match_photos(names, rows).placed, base, rows)["after"].to_list()


def test_photos_become_addresses_in_the_column_of_pictures() -> None:
    """One cell for each product, on its first row, in the file's own column or a new one."""
    rows = checked_products(product(sku="A"), product(sku="B", barcode=None), product(sku="C", barcode=None))
    frame = photo_addresses({1: ("A.jpg", "A_2.jpg"), 3: ("C.png",)}, BASE, rows)
    assert frame.rows(named=True) == [
        {"index": 0, "key": "new:image_url", "after": f"{BASE}/A.jpg, {BASE}/A_2.jpg"},
        {"index": 2, "key": "new:image_url", "after": f"{BASE}/C.png"},
    ]
    rows = shop("A", "B", image_url="https://shop.example/old.jpg")
    frame = photo_addresses({2: ("B.jpg",)}, f"{BASE}/", rows)
    assert frame.rows() == [(1, rows.mapping.match_of("image_url").column.key, f"{BASE}/B.jpg")]  # type: ignore[union-attr]
    assert photo_addresses({}, BASE, rows).height == 0


@pytest.mark.parametrize(
    ("base", "name", "address"),
    [
        (BASE, "A (2).jpg", f"{BASE}/A%20%282%29.jpg"),
        (BASE, "A/50% off #1, new.jpg", f"{BASE}/A/50%25%20off%20%231%2C%20new.jpg"),
        (BASE, "A/صورة.jpg", f"{BASE}/A/%D8%B5%D9%88%D8%B1%D8%A9.jpg"),
        (f" {BASE}/my photos/ ", "A.jpg", f"{BASE}/my%20photos/A.jpg"),
        (f"{BASE}/my%20photos", "A.jpg", f"{BASE}/my%20photos/A.jpg"),
        ("https://shop.example:8443", "A.jpg", "https://shop.example:8443/A.jpg"),
        ("http://متجر.example/صور", "A.jpg", "http://xn--pgba2b2d.example/%D8%B5%D9%88%D8%B1/A.jpg"),
    ],
)
def test_addresses_are_written_as_browsers_need_them(base: str, name: str, address: str) -> None:
    """Spaces, signs and Arabic letters are encoded once."""
    host = urlsplit(cells(base, [name], shop("A"))[0]).netloc
    assert cells(base, [name], shop("A")) == [address.replace("xn--pgba2b2d.example", host)]
    assert host.isascii()


@pytest.mark.parametrize(
    "base",
    ["", "photos", "ftp://shop.example/p", "https://", "https://shop", "https://me:secret@shop.example/p", "C:\\photos",
     "https://shop.example/p?dir=1", "https://shop.example/p#top", "https://shop.example:port/p", "https://[half/p",
     "https://" + "a" * 70 + ".example", "https://a..example/p", "https://sho p.example/p"],
)  # fmt: skip
def test_what_is_no_folder_on_the_web_is_refused(base: str) -> None:
    """No address is made up of what no browser could open, and none with a password in it."""
    with pytest.raises(PictureError) as caught:
        photo_addresses({1: ("A.jpg",)}, base, shop("A"))
    assert caught.value.params["reason"] == "address"


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\\\x00"), min_size=1), min_size=1)
)
@modest(30)
def test_addresses_read_back_as_the_same_files(names: list[str]) -> None:
    """Whatever files are called, the cell holds one readable address for each, and none breaks in two."""
    cell = photo_addresses({1: [f"{name}.jpg" for name in names]}, BASE, shop("A"))["after"][0]
    read = addresses(shop("A", image_url=cell))["address"].to_list()
    assert [unquote(address.removeprefix(f"{BASE}/")) for address in read] == [f"{name}.jpg" for name in names]
