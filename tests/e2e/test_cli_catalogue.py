"""One catalogue in four formats, checked and sent from outside: the same products, the same problems, the same shop."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from tests.helpers.cli import SAMPLES, cli
from tests.helpers.journal import write_catalogue
from tests.helpers.practice import MAIN_KEY, RunningShop, practice_shop

FORMATS = ("csv", "xlsx", "json", "xml")
FIELDS = {
    "SKU": "sku", "Barcode": "barcode", "English title": "title_en", "Arabic title": "title_ar",
    "Price (JOD)": "price_jod", "Stock": "stock_qty", "Category": "category_en", "Arabic category": "category_ar",
    "Brand": "brand", "Image": "image_url", "English description": "description_en",
    "Arabic description": "description_ar", "Option1 name": "option1_name", "Option1 value": "option1_value",
}  # fmt: skip


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    with practice_shop(tmp_path_factory.mktemp("shop")) as shop:
        yield shop


@pytest.fixture
def shop(running: RunningShop) -> RunningShop:
    """An empty shop with its first settings."""
    running.reset()
    return running


def rows_of(name: str) -> list[dict[str, str]]:
    """The sample as the standard library reads it, under the fields' names."""
    with (SAMPLES / name).open(encoding="utf-8-sig", newline="") as file:
        return [{FIELDS[header]: cell for header, cell in row.items()} for row in csv.DictReader(file)]


def written(rows: list[dict[str, str]], folder: Path, format_: str) -> Path:
    """The planted mistakes in each format; the workbook and the CSV are the shipped ones."""
    if format_ in ("csv", "xlsx"):
        return SAMPLES / f"minimarket-with-mistakes.{format_}"
    path = folder / f"mistakes.{format_}"
    if format_ == "json":
        empty_as_null = [{name: cell or None for name, cell in row.items()} for row in rows]
        path.write_text(json.dumps(empty_as_null, ensure_ascii=False), "utf-8")
    else:
        products = ("".join(f"<{name}>{escape(cell)}</{name}>" for name, cell in row.items()) for row in rows)
        path.write_text(
            "<products>" + "".join(f"<product>{one}</product>" for one in products) + "</products>", "utf-8"
        )
    return path


@cache
def clean_products() -> dict[str, tuple[object, ...]]:
    """sku → (titles, fils, stock, barcode) of the clean sample, worked out by the standard library alone."""
    return {
        row["sku"]: (
            row["title_en"],
            row["title_ar"],
            int(Decimal(row["price_jod"]) * 1000),
            int(row["stock_qty"]) if row["stock_qty"] else None,
            row["barcode"] or None,
        )
        for row in rows_of("minimarket.csv")
    }


def held(shop: RunningShop) -> dict[str, tuple[object, ...]]:
    found: dict[str, tuple[object, ...]] = {}
    for one in shop.products():
        assert type(one.get("price_fils")) in (int, type(None))
        found[one["sku"]] = (
            one["title_en"],
            one["title_ar"],
            one.get("price_fils"),
            one.get("stock_qty"),
            one.get("barcode"),
        )
    return found


def told(checked: dict[str, Any]) -> dict[str, Any]:
    """What must be the same in every format: all but the description of the file itself."""
    own = ("file", "format", "encoding", "delimiter", "sheet", "header_row", "mapping")
    return {name: value for name, value in checked.items() if name not in own}


@pytest.mark.parametrize("format_", FORMATS)
def test_the_clean_catalogue_is_the_same_in_every_format(tmp_path: Path, format_: str) -> None:
    """60 rows, 60 products, all of them ready, no problem; and each column at the letter that Excel shows."""
    found = cli("check", SAMPLES / f"minimarket.{format_}", "--json", home=tmp_path).ended(0).object
    assert told(found) == {
        "rows": 60, "products": 60, "ready": 60, "counts": {"error": 0, "warning": 0}, "problems": [],
    }  # fmt: skip
    assert (found["file"], found["format"]) == (f"minimarket.{format_}", format_)
    matched = [(one["letter"], one["field"]) for one in found["mapping"] if one["field"]]
    assert matched[:5] == [
        ("A", "sku"), ("B", "barcode"), ("C", "title_en"), ("D", "title_ar"), ("E", found["mapping"][4]["field"]),
    ]  # fmt: skip
    assert found["mapping"][4]["field"] in ("price_jod", "price_fils")


@pytest.mark.parametrize("sent_as", ["json", "csv", "xml"])
@pytest.mark.parametrize("format_", FORMATS)
def test_the_shop_then_holds_exactly_these_products(
    shop: RunningShop, tmp_path: Path, format_: str, sent_as: str
) -> None:
    """From any format, sent in any format: 60 products, each with its titles, stock and price in whole fils."""
    ran = cli("send", SAMPLES / f"minimarket.{format_}", "--as", sent_as, "--base-url", shop.base_url, "--json",
              home=tmp_path, key=MAIN_KEY)  # fmt: skip
    found = ran.ended(0).object
    assert (found["outcome"], found["error"], found["problems"]) == ("done", None, [])
    assert (found["products"], found["left_out"], found["sent"], found["accepted"]) == (60, 0, 60, 60)
    assert held(shop) == clean_products()
    assert len(clean_products()) == 60
    assert shop.requests()["bulk"] == 1


def test_planted_mistakes_are_found_alike_in_every_format(shop: RunningShop, tmp_path: Path) -> None:
    """The same problems on the same cells with the same words, and the shop gets the same good products."""
    rows = rows_of("minimarket-with-mistakes.csv")
    checked, sent, shelves = [], [], []
    for format_ in FORMATS:
        shop.reset()
        path = written(rows, tmp_path, format_)
        checked.append(told(cli("check", path, "--json", home=tmp_path / "home").ended(1).object))
        # A home of its own: what one has accepted, the same products of the other need not be sent again.
        ran = cli("send", path, "--base-url", shop.base_url, "--json", home=tmp_path / format_, key=MAIN_KEY)
        found = ran.ended(1).object
        found["batches"][0].pop("batch_id")
        found.pop("upload_id")
        sent.append(found)
        shelves.append(held(shop))
    for others in (checked, sent, shelves):
        for format_, other in zip(FORMATS, others, strict=True):
            assert other == others[0], format_
    first = checked[0]
    bad = {problem["row"] for problem in first["problems"] if problem["severity"] == "error"}
    assert (first["products"], first["ready"], len(bad)) == (61, 61 - len(bad), 8)
    assert (sent[0]["sent"], sent[0]["left_out"], len(shelves[0])) == (53, 8, 53)
    assert sent[0]["problems"] == first["problems"]
    # The last row has an option value and no titles: it is a variant of the product above it.
    kept = [row for number, row in enumerate(rows[:-1], start=2) if number not in bad]
    assert list(shelves[0]) == [row["sku"] for row in kept]
    # Prices written in Arabic digits or with blanks come out as those of the clean catalogue.
    expected = {sku: values[2] for sku, values in clean_products().items()} | {"DT-160": 5500}
    assert {sku: fils for sku, (_, _, fils, *_) in shelves[0].items()} == {
        row["sku"]: expected[row["sku"]] for row in kept
    }
    (box,) = [product for product in shop.products() if product.get("variants")]
    sizes = [(one["sku"], one["option1_value"], one["price_fils"]) for one in box["variants"]]
    assert sizes == [("DT-160", "3 bars", 5500), ("DT-161", "6 bars", 9900)]


def test_all_rows_lets_the_shop_be_the_judge(shop: RunningShop, tmp_path: Path) -> None:
    """``--all-rows`` sends every product; what the shop refuses stands beside our own findings."""
    ran = cli("send", SAMPLES / "minimarket-with-mistakes.csv", "--all-rows", "--base-url", shop.base_url, "--json",
              home=tmp_path, key=MAIN_KEY)  # fmt: skip
    found = ran.ended(1).object
    assert (found["products"], found["left_out"], found["sent"]) == (61, 0, 61)
    assert found["sent"] == found["accepted"] + found["rejected"] + found["unknown"]
    assert found["rejected"] == sum(problem["source"] == "server" for problem in found["problems"]) > 0
    assert {problem["source"] for problem in found["problems"]} == {"file", "server"}
    missing = [p for p in found["problems"] if p["source"] == "server" and p["field"] == "title_ar"]
    assert [(p["row"], p["column"]) for p in missing] == [(17, "D")]


def test_two_bad_rows_of_twelve_hundred_end_as_in_the_specification(shop: RunningShop, tmp_path: Path) -> None:
    """Done, 1198 processed, 2 errors, each on its row and cell: what only the shop could know."""
    shop.settings(
        reject={
            "A-17": "'title_ar' is required and must be a non-empty string.",
            "A-903": "'price_fils' is too high for this shop.",
        }
    )
    path = write_catalogue(tmp_path / "large.csv", 1200)
    ran = cli("send", path, "--base-url", shop.base_url, "--json", home=tmp_path / "home", key=MAIN_KEY)
    found = ran.ended(1).object
    (batch,) = found["batches"]
    assert (batch["status"], batch["total_rows"], batch["processed_rows"], batch["error_rows"]) == (
        "done", 1200, 1198, 2,
    )  # fmt: skip
    assert (found["outcome"], found["sent"], found["accepted"], found["rejected"], found["unknown"]) == (
        "done", 1200, 1198, 2, 0,
    )  # fmt: skip
    places = [(p["row"], p["column"], p["field"], p["sku"], p["code"], p["source"]) for p in found["problems"]]
    assert places == [
        (18, "C", "title_ar", "A-17", "server_required", "server"),
        (904, "D", "price_jod", "A-903", "server_refused", "server"),
    ]
    assert "too high for this shop" in found["problems"][1]["message"]
    assert len(held(shop)) == 1198


def test_bad_rows_that_only_the_file_knows_are_the_same_two(shop: RunningShop, tmp_path: Path) -> None:
    """With ``--all-rows`` and two empty Arabic titles, the specification's own example comes out."""
    path = write_catalogue(tmp_path / "large.csv", 1200)
    lines = path.read_text("utf-8").splitlines()
    for row in (18, 904):
        lines[row - 1] = lines[row - 1].replace(f"عسل {row - 1}", "")
    path.write_text("\n".join(lines), "utf-8")
    ran = cli("send", path, "--all-rows", "--base-url", shop.base_url, "--json", home=tmp_path / "home", key=MAIN_KEY)
    found = ran.ended(1).object
    assert (found["outcome"], found["accepted"], found["rejected"]) == ("done", 1198, 2)
    server = [(p["row"], p["column"], p["code"]) for p in found["problems"] if p["source"] == "server"]
    assert server == [(18, "C", "server_required"), (904, "C", "server_required")]


@pytest.mark.parametrize("sent_as", ["json", "csv", "xml"])
def test_more_errors_than_the_shop_lists_are_all_told(shop: RunningShop, tmp_path: Path, sent_as: str) -> None:
    """300 refused and 200 listed: what the list hid goes as events, until each product has its answer."""
    shop.settings(reject={f"A-{n}": "Not in this shop." for n in range(1, 601, 2)})
    path = write_catalogue(tmp_path / "large.csv", 600)
    ran = cli("send", path, "--as", sent_as, "--base-url", shop.base_url, "--json",
              home=tmp_path / "home", key=MAIN_KEY)  # fmt: skip
    found = ran.ended(1).object
    assert (found["outcome"], found["sent"], found["error"]) == ("done", 600, None)
    assert (found["rejected"], found["accepted"], found["unknown"]) == (300, 300, 0)
    ways = [(batch["via"], batch["products"]) for batch in found["batches"]]
    assert ways == [("bulk", 600), ("events", 100), ("events", 100), ("events", 1)]
    assert [(p["sku"], p["row"]) for p in found["problems"]] == [(f"A-{n}", n + 1) for n in range(1, 601, 2)]
    assert all("Not in this shop." in problem["message"] for problem in found["problems"])
    assert set(held(shop)) == {f"A-{n}" for n in range(2, 601, 2)}
    assert "201 products once more" in ran.err
    assert not list((tmp_path / "home" / "outbox").iterdir())


def test_a_catalogue_is_checked_for_haqm_too(tmp_path: Path) -> None:
    """``check --for haqm``: the same file and the same places, and the other system's wishes; without a store none is
    ready."""
    rows = "sku,title_en,title_ar,price_jod,barcode\nA-1,Honey,عسل,1.250,6291041500213\nA-2,Tea,,2.000,\n"
    path = tmp_path / "list.csv"
    path.write_text(rows, encoding="utf-8")
    found = cli("check", path, "--for", "haqm", "--store", "S1", "--json", home=tmp_path / "home").ended(1).object
    assert (found["products"], found["ready"]) == (2, 1)
    assert [(one["row"], one["column"], one["code"]) for one in found["problems"]] == [(3, "E", "required_missing")]
    assert "HAQM takes no item without the barcode" in found["problems"][0]["message"]
    nowhere = cli("check", path, "--for", "haqm", "--json", home=tmp_path / "home").ended(1).object
    assert nowhere["ready"] == 0
    assert cli("check", path, "--json", home=tmp_path / "home").ended(1).object["ready"] == 1
