"""Which pictures a catalogue has, and what is told of those that were looked at."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.picture_facts import Facts, Finding, picture_data
from hkj_desktop.catalog.pictures import (
    ADDRESSES,
    WARNINGS,
    addresses,
    judge,
    looks_like_placeholder,
    picture_problems,
    product_picture,
)
from hkj_desktop.catalog.problems import Severity
from hkj_desktop.errors import PictureError
from tests.helpers.catalogues import Cell, catalog, checked, checked_products, modest, product

BASE = "https://shop.example/p/"
NAMES = ("Mountain honey", "Black tea", "Olive oil", "Zaatar", "Soap", "Rice", "Bread", "Cheese")


def facts(number: int = 1, **changed: Any) -> Facts:
    """A picture with nothing wrong; ``number`` tells pictures apart."""
    likeness = (number * 0x9E3779B97F4A7C15) % (1 << 64)
    given = {"width": 900, "height": 700, "format": "JPEG", "size": 90_000, "digest": f"{number:064x}"}
    return Facts(**{**given, "likeness": likeness, "plain": False, **changed})


@cache  # a Checked never changes, and checking takes longer than what is tried here
def shop(*pictures: Cell, titles: tuple[str, ...] = NAMES) -> Checked:
    """One product for each cell of pictures."""
    return checked_products(
        *(
            product(sku=f"S-{at}", barcode=None, title_en=titles[at % len(titles)], image_url=cell)
            for at, cell in enumerate(pictures)
        )
    )


def found(rows: Checked) -> list[tuple[int, str, int]]:
    return list(addresses(rows).select("index", "address", "place").iter_rows())


# -- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (f"{BASE}1.jpg", ["1.jpg"]),
        (f"{BASE}1.jpg, {BASE}2.jpg", ["1.jpg", "2.jpg"]),
        (f"{BASE}1.jpg|{BASE}2.jpg ; {BASE}3.jpg", ["1.jpg", "2.jpg", "3.jpg"]),
        (f"{BASE}1.jpg\n{BASE}2.jpg\r\n{BASE}3.jpg", ["1.jpg", "2.jpg", "3.jpg"]),
        (f"{BASE}a,b.jpg;{BASE}c;d|e.jpg", ["a,b.jpg", "c;d|e.jpg"]),
        (f" {BASE}1.jpg , ", ["1.jpg"]),
        (f"\u200f{BASE}1.jpg\u200e", ["1.jpg"]),
    ],
)
def test_a_cell_may_hold_several_addresses(cell: str, expected: list[str]) -> None:
    """Commas, semicolons, bars and lines part addresses, and only before another address."""
    assert [(address, place) for _, address, place in found(shop(cell))] == [
        (f"{BASE}{name}", place) for place, name in enumerate(expected)
    ]


@given(
    st.lists(st.lists(st.integers(0, 99), max_size=4), min_size=1, max_size=6),
    st.sampled_from([", ", ";", "\n", " | "]),
)
@modest()
def test_every_address_is_found_in_its_row(cells: list[list[int]], between: str) -> None:
    """Whatever cells a file has, each address is told once, with its row and its place."""
    rows = [between.join(f"{BASE}{number}.jpg" for number in cell) or None for cell in cells]
    assert found(shop(*rows)) == [
        (at, f"{BASE}{number}.jpg", place) for at, cell in enumerate(cells) for place, number in enumerate(cell)
    ]


def test_a_catalogue_without_pictures_has_no_addresses() -> None:
    """No column of pictures, or an empty one: an empty frame of the same columns."""
    for none in (checked_products(product()), shop(None, "", " , ")):
        assert addresses(none).height == 0
        assert dict(addresses(none).schema) == ADDRESSES
        assert product_picture(none).height == 0
        assert len(picture_problems(none, {f"{BASE}1.jpg": (Finding("picture_plain"),)})) == 0


def test_the_first_picture_of_a_product_is_its_picture() -> None:
    """Also where it stands on a further row of the product; a product with none is left out."""
    headers = ["sku", "title_en", "title_ar", "price_jod", "image_url"]
    rows = checked(
        headers,
        [
            ["A", "Honey", "عسل", "1.000", None],
            [None, None, None, None, f"{BASE}a.jpg"],
            [None, None, None, None, f"{BASE}b.jpg"],
            ["B", "Tea", "شاي", "1.000", None],
            ["C", "Oil", "زيت", "1.000", f"{BASE}c.jpg,{BASE}d.jpg"],
        ],
    )
    assert product_picture(rows).rows(named=True) == [
        {"index": 0, "product": 1, "address": f"{BASE}a.jpg"},
        {"index": 4, "product": 3, "address": f"{BASE}c.jpg"},
    ]


@pytest.mark.parametrize(
    "name",
    [
        "no-image.png", "noimage.jpg", "No_Image_Available.gif", "placeholder.png", "default.jpg",
        "woocommerce-placeholder-300x300.png",
        "default_600x600.png", "product-placeholder", "images/no%20photo.jpg", "coming-soon.png",
        "no-image-2048-5e88c1b20e087fb7_600x.gif?v=3", "%D8%A8%D8%AF%D9%88%D9%86%20%D8%B5%D9%88%D8%B1%D8%A9.jpg",
    ],
)  # fmt: skip
def test_names_of_stopgaps_are_known(name: str) -> None:
    """A file that is named like one that stands in for a picture."""
    assert looks_like_placeholder(f"{BASE}{name}")


@pytest.mark.parametrize(
    "address",
    [
        f"{BASE}honey.jpg", f"{BASE}default-gateway-router.jpg", f"{BASE}blank-notebook.jpg", f"{BASE}casino-image.jpg",
        "https://placeholder.shop.example/honey.jpg", "https://shop.example/placeholder/honey.jpg",
        f"{BASE}missing-piece.png",
        "https://shop.example", "honey.jpg", f"{BASE}honey.jpg?fallback=no-image.png", f"{BASE}{'1' * 5000}!a", "",
    ],
)  # fmt: skip
def test_names_of_products_are_no_stopgaps(address: str) -> None:
    """A word inside another, in a folder, the host or what follows the name, says nothing."""
    assert not looks_like_placeholder(address)


def test_hosts_that_make_stopgaps_are_known() -> None:
    """Pictures that a service draws on demand show no product."""
    assert looks_like_placeholder("https://via.placeholder.com/600x400?text=Honey")
    assert looks_like_placeholder("https://placehold.co/600")


# -- what is wrong ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (facts(), None),
        (facts(width=120, height=90), Finding("picture_small", "300", "120 × 90")),
        (facts(width=120, height=300), None),
        (facts(size=3 << 20), Finding("picture_large", "2 MB")),
        (facts(size=2 << 20), None),
        (facts(width=4001), Finding("picture_large", "4000 × 4000")),
        (facts(plain=True), Finding("picture_plain")),
        (PictureError(reason="missing"), Finding("picture_missing")),
        (PictureError(reason="refused", status=403), Finding("picture_unreachable")),
        (PictureError(reason="unreachable"), Finding("picture_unreachable")),
        (PictureError(reason="slow"), Finding("picture_unreachable")),
        (PictureError(reason="redirects"), Finding("picture_unreachable")),
        (PictureError(reason="private"), Finding("picture_private")),
        (PictureError(reason="page"), Finding("picture_not_picture")),
        (PictureError(reason="kind"), Finding("picture_not_picture")),
        (PictureError(reason="damaged"), Finding("picture_not_picture")),
        (PictureError(reason="heavy", limit=12), Finding("picture_large", "12 MB")),
        (PictureError(reason="heavy"), Finding("picture_large", "2 MB")),
        (PictureError(reason="points"), Finding("picture_large", "4000 × 4000")),
        (PictureError(reason="address"), Finding("image_address")),
    ],
)  # fmt: skip
def test_each_look_and_each_failure_is_judged(look: Facts | PictureError, expected: Finding | None) -> None:
    """What is wrong with one picture, and nothing where nothing is."""
    judged = judge({f"{BASE}1.jpg": look}, shop(f"{BASE}1.jpg"))
    assert judged == ({} if expected is None else {f"{BASE}1.jpg": (expected,)})


def test_a_stopgap_is_told_by_its_name_too() -> None:
    """A drawing of an empty frame has many colours; its name says what it is."""
    address = f"{BASE}no-image.png"
    assert judge({address: facts()}, shop(address)) == {address: (Finding("picture_plain"),)}


def test_one_picture_on_different_products_is_told() -> None:
    """Three products with three titles and one picture, under one address or under several, byte for byte or saved
    again; the count is in the words."""
    again = facts(1, digest="f" * 64, likeness=facts(1).likeness ^ 0b101)
    rows = shop(f"{BASE}a.jpg", f"{BASE}a.jpg", f"{BASE}b.jpg", f"{BASE}c.jpg", f"{BASE}other.jpg")
    looks = {f"{BASE}a.jpg": facts(1), f"{BASE}b.jpg": facts(1), f"{BASE}c.jpg": again, f"{BASE}other.jpg": facts(2)}
    assert judge(looks, rows) == {f"{BASE}{name}.jpg": (Finding("picture_shared", other="4"),) for name in "abc"}


@pytest.mark.parametrize(
    ("pictures", "titles", "look"),
    [
        (("a", "a"), NAMES, facts()),
        (("a", "a", "a"), ("Shirt S", "Shirt M", "Shirt XL"), facts()),
        (("a", "a", "a"), ("Honey 500 g", "Honey 1 kg", "Honey 250g"), facts()),
        (("a", "a", "a"), ("Honey",), facts()),
        (("a", "a", "a"), NAMES, facts(plain=True)),
    ],
    ids=["two products", "sizes", "weights", "one title", "a stopgap"],
)
def test_a_picture_may_be_that_of_several(pictures: tuple[str, ...], titles: tuple[str, ...], look: Facts) -> None:
    """Two products, sizes of one, equal titles, or a picture that is told to be empty anyway."""
    judged = judge({f"{BASE}a.jpg": look}, shop(*(f"{BASE}{name}.jpg" for name in pictures), titles=titles))
    assert "picture_shared" not in {one.code for several in judged.values() for one in several}


def test_small_things_on_white_are_not_taken_for_each_other() -> None:
    """A likeness of few bits says too little: only equal bytes make two such pictures one."""
    looks = {f"{BASE}{at}.jpg": facts(at, likeness=1 << at) for at in range(6)}
    assert judge(looks, shop(*looks)) == {}


@given(st.integers(0, (1 << 64) - 1), st.lists(st.integers(0, 63), max_size=3, unique=True))
@modest()
def test_few_different_bits_are_the_same_picture(likeness: int, flipped: list[int]) -> None:
    """Wherever up to three bits differ, the pictures are one, as long as both say enough."""
    other = likeness
    for bit in flipped:
        other ^= 1 << bit
    looks = {
        f"{BASE}a.jpg": facts(1, likeness=likeness),
        f"{BASE}b.jpg": facts(2, likeness=other),
        f"{BASE}c.jpg": facts(3, likeness=likeness),
    }
    enough = min(likeness.bit_count(), other.bit_count()) >= picture_data("look")["telling_bits"]
    judged = judge(looks, shop(*looks))
    assert (len(judged) == 3) is enough


def test_a_further_picture_may_be_that_of_many() -> None:
    """A table of sizes behind each product's own picture is no mistake; where one product shows it first, it is told
    nowhere else."""
    cells = [f"{BASE}{at}.jpg, {BASE}sizes.jpg" for at in range(4)]
    rows = shop(*cells, f"{BASE}sizes.jpg")
    looks = {address: facts(at) for at, address in enumerate(addresses(rows)["address"].unique(maintain_order=True))}
    assert judge(looks, rows) == {}
    problems = picture_problems(rows, {f"{BASE}sizes.jpg": (Finding("picture_shared", other="4"),)})
    assert [problem.index for problem in problems] == [4]


# -- as problems ------------------------------------------------------------------------------------------------------


def test_findings_are_problems_on_the_cell_of_their_picture() -> None:
    """A warning with place, product and titles as every problem has them, once for each cell and kind."""
    cell = f"{BASE}1.jpg, {BASE}2.jpg"
    rows = shop(None, cell, f"{BASE}3.jpg")
    findings = {
        f"{BASE}1.jpg": (Finding("picture_small", "300", "9 × 9"), Finding("picture_plain")),
        f"{BASE}2.jpg": (Finding("picture_small", "300", "8 × 8"),),
        f"{BASE}gone.jpg": (Finding("picture_missing"),),
    }
    small, plain = picture_problems(rows, findings)
    assert (small.code, small.severity, small.field, small.place) == (
        "picture_small",
        Severity.WARNING,
        "image_url",
        "G3",
    )
    assert (small.index, small.product, small.sku) == (1, 2, "S-1")
    assert (small.title_en, small.title_ar) == ("Black tea", "عسل جبلي")
    assert (small.value, small.limit, small.other) == (cell, "300", "9 × 9")
    assert (plain.code, plain.place) == ("picture_plain", "G3")
    assert replace(rows, problems=rows.problems.joined(picture_problems(rows, findings))).counts.with_error == 0


def test_a_further_row_has_the_titles_of_its_product() -> None:
    """The picture of a variant is told on the variant's row, under the product's titles."""
    rows = checked(
        ["sku", "title_en", "title_ar", "price_jod", "option1_value", "image_url"],
        [["A", "Shirt", "قميص", "1.000", "S", None], ["B", None, None, "1.000", "M", f"{BASE}m.jpg"]],
    )
    (problem,) = picture_problems(rows, {f"{BASE}m.jpg": (Finding("picture_missing"),)})
    assert (problem.place, problem.product, problem.sku, problem.title_en) == ("F3", 1, "B", "Shirt")


def test_a_cell_that_came_from_another_row_is_told_there() -> None:
    """Where another system's export was put together from several rows, the row is the one that the person sees."""
    made = catalog(["sku", "title_en", "title_ar", "image_url"], [["A", "Honey", "عسل", f"{BASE}1.jpg"]])
    made = replace(made, elsewhere={"c3": pl.Series([9], dtype=pl.UInt32)})
    (problem,) = picture_problems(check(made, load_fields("hkj")), {f"{BASE}1.jpg": (Finding("picture_plain"),)})
    assert problem.place == "D9"


def test_what_the_check_has_told_is_not_told_again() -> None:
    """An address that is none is told by the check; one that only the fetching refuses is told once."""
    rows = shop("honey.png", "https://user:secret@shop.example/1.jpg")
    assert rows.problems.codes() == {"image_address": 1}
    failed = {address: PictureError(reason="address") for address in addresses(rows)["address"]}
    assert [problem.index for problem in picture_problems(rows, judge(failed, rows))] == [1]


def test_every_finding_is_a_warning() -> None:
    """A bad picture is never a reason not to send the product."""
    assert set(WARNINGS.values()) == {Severity.WARNING}
    address = f"{BASE}1.jpg"
    problems = picture_problems(shop(address), {address: tuple(Finding(code) for code in WARNINGS)})
    assert {problem.code for problem in problems} == set(WARNINGS)
    assert problems.count(Severity.WARNING) == len(WARNINGS)


def test_a_large_catalogue_is_quick() -> None:
    """A hundred thousand rows, each with a picture that is wrong, become problems in a fraction of a second."""
    count = 100_000
    rows = checked(
        ["sku", "title_en", "title_ar", "image_url"],
        [[f"S-{at}", f"Thing {at}", f"شيء {at}", f"{BASE}{at}.jpg"] for at in range(count)],
    )
    findings = {f"{BASE}{at}.jpg": (Finding("picture_small", "300", "9 × 9"),) for at in range(count)}
    took = []
    for _ in range(3):
        start = time.perf_counter()
        problems = picture_problems(rows, findings)
        took.append(time.perf_counter() - start)
    assert len(problems) == count
    assert min(took) < 0.6  # measured 0.15 on two cores
