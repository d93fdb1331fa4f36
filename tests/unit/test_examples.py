"""The examples of right values that stand beside what to do."""

from __future__ import annotations

import tomllib

import pytest

from hkj_desktop.system.paths import resource
from hkj_desktop.ui.texts import FIELDS, example
from hkj_desktop.ui.texts_problems import PROBLEMS
from tests.helpers.catalogues import checked

DATA = tomllib.loads(resource("examples.toml").read_text(encoding="utf-8"))


def test_every_field_has_an_example() -> None:
    """Whatever field a problem is in, there is a right value to be shown."""
    assert DATA["fields"].keys() == FIELDS.keys()
    assert all(DATA["fields"].values())


def test_codes_are_those_that_there_are() -> None:
    """No example is kept for a problem that is never reported."""
    known = {code.partition(".")[0] for code in PROBLEMS}
    assert {code for code in DATA["codes"] if code not in known} == set()


@pytest.mark.parametrize("field", ["barcode", "title_en", "title_ar", "price_jod", "stock_qty", "image_url", "sku"])
def test_examples_are_right(field: str) -> None:
    """A product that is made of the examples has no problem in any of its fields."""
    fields = [
        "sku",
        "barcode",
        "title_en",
        "title_ar",
        "price_jod",
        "stock_qty",
        "category_en",
        "category_ar",
        "image_url",
    ]
    found = checked(fields, [[DATA["fields"][name] for name in fields]]).problems
    assert [one.code for one in found if one.field == field] == []


def test_an_example_of_the_kind_comes_first() -> None:
    """What is shown fits the kind of problem where that is special, and is left out where none would help."""
    assert example("stock_negative", "stock_qty") == "0"
    assert example("barcode_form", "barcode") == DATA["fields"]["barcode"]
    assert example("price_jump", "price_jod") == ""
    assert example("row_stray", None) == ""
