"""The corrected catalogue is saved so that it is read back as what it was, by this program and by Excel."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.edits import NEW, Draft
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.rereading import mapping_for
from hkj_desktop.errors import Cancelled, FileNotSaved
from hkj_desktop.files.problem_report import neutralised
from hkj_desktop.files.read import read_catalog
from hkj_desktop.files.save_as import FORMATS, write_catalogue
from hkj_desktop.system.cancel import CancelToken
from tests.helpers.catalogues import PRODUCTS, checked, checked_products, modest, product, write_csv, write_xlsx
from tests.helpers.exports import SHOPIFY_OLD

FIELDS = load_fields("hkj")
SHEET = "xl/worksheets/sheet1.xml"


def _saved(path: Path, one: Checked, **options: Any) -> Checked:
    """``one`` saved and read again."""
    write_catalogue(path, one, path.suffix[1:], rtl=False, **options)
    return check(read_catalog(path), FIELDS)


def _told(one: Checked) -> list[tuple[object, ...]]:
    """What is wrong, by position: rows move up where something stood above the header."""
    return sorted(
        (problem.code, problem.severity.value, problem.field or "", problem.index, problem.letter or "")
        for problem in one.problems
        if problem.index is not None
    )


def _meant(one: Checked) -> pl.DataFrame:
    """The products, amounts by what they are worth."""
    columns = [name for name in one.products.rows.columns if not name.startswith("price_")]
    return one.products.rows.select(columns).drop("row")


def _xml(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(SHEET).decode()


_LETTERS = st.sampled_from("aZ09 \",;|&<>'=+-@\n._x٣عسلى\u200f😀é\x07")
_TEXT = st.text(_LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
_CODE = st.text(st.sampled_from("0123ABC-_"), min_size=1, max_size=9)
_AMOUNT = st.one_of(
    st.integers(-20_000, 99_999_999).map(lambda fils: f"{fils / 1000:.3f}"),
    st.integers(0, 5000).map(str),
    st.sampled_from(
        ["9.7", "8.2", "0.1", "1,250", "1.2500", "07", "-0", "12 JD", "٣٫٥", "=1+1", "", "1e5", ".5", "5."]
    ),
)
_PRODUCT = st.fixed_dictionaries(
    {"title_en": _TEXT, "title_ar": _TEXT, "price_jod": _AMOUNT, "stock_qty": st.one_of(_AMOUNT, st.just("007"))},
    optional={"brand": _TEXT, "barcode": st.sampled_from(["0036000291452", "6291041500213"]), "note": _TEXT},
)
_PRODUCTS = st.lists(st.tuples(_CODE, _PRODUCT), min_size=1, max_size=5).map(
    lambda pairs: [{"sku": sku, **values} for sku, values in pairs]
)


@given(_PRODUCTS)
@example([product(price_jod="1250.000", title_en="=1+1", note="_x0041_"), product(sku="007", price_jod="9.7")])
@modest(60)
def test_a_workbook_is_read_back_as_it_was(tmp_path: Path, products: list[dict[str, str]]) -> None:
    """The products and the problems of a saved XLSX are those of the catalogue, whatever its cells hold."""
    before = checked_products(*products)
    after = _saved(tmp_path / "a.xlsx", before)
    assert _meant(after).equals(_meant(before))
    assert _told(after) == _told(before)


@given(_PRODUCTS)
@modest(60)
def test_a_csv_is_read_back_as_it_was(tmp_path: Path, products: list[dict[str, str]]) -> None:
    """The same holds for a CSV, with an apostrophe before what a spreadsheet would run, and nothing else changed."""
    safe = [{name: neutralised(cell) for name, cell in one.items()} for one in products]
    before = checked_products(*safe)
    after = _saved(tmp_path / "a.csv", before)
    assert after.products.rows.drop("row").equals(before.products.rows.drop("row"))
    assert _told(after) == _told(before)


def test_a_csv_is_one_that_excel_opens_rightly(tmp_path: Path) -> None:
    """Byte order mark, CRLF, and no cell or header that is run as a formula."""
    path = tmp_path / "a.csv"
    write_catalogue(path, checked(["sku", "=title_en"], [["A", "=1+1"], ["B", "a\nb"]]), "csv", rtl=False)
    assert path.read_bytes() == "\ufeffsku,'=title_en\r\nA,'=1+1\r\nB,\"a\nb\"\r\n".encode()


def test_a_plain_file_keeps_its_columns_and_gets_new_ones_behind(tmp_path: Path) -> None:
    """Order and headers stay as the file has them; a column that a change added stands at the end under its name."""
    source = write_csv(tmp_path / "a.csv", [["Extra", "Code", "السعر"], ["x", "007", "1.250"], ["y", "008", "2"]])
    before = check(read_catalog(source), FIELDS)
    draft = Draft(before.catalog)
    wanted = pl.DataFrame({"key": [f"{NEW}title_en", "c0"], "at": [1, 0], "after": ["Honey", "z"]})
    draft = draft.done(draft.change("typed", wanted))
    one = check(draft.catalog, FIELDS, mapping=mapping_for(before.mapping, draft.catalog, FIELDS))
    for format_ in FORMATS:
        after = _saved(tmp_path / f"saved.{format_}", one, source=source).catalog
        assert [column.header for column in after.columns] == ["Extra", "Code", "السعر", "title_en"]
        assert after.cells["c3"].to_list() == [None, "Honey"]
        assert after.cells["c0"].to_list() == ["z", "y"]
        assert after.cells["c1"].to_list() == ["007", "008"]


def test_numbers_are_numbers_and_codes_are_texts(tmp_path: Path) -> None:
    """Prices and stock are Excel's numbers, digit by digit; codes and formulas are texts, and so are new codes."""
    path = tmp_path / "a.xlsx"
    products = [product(sku="007", price_jod=price, stock_qty="12", title_en="=1+1") for price in ("9.7", "8.250")]
    write_catalogue(path, checked_products(*products), "xlsx", rtl=False)
    xml = _xml(path)
    assert re.findall(r'<c r="E[23]"[^>]*t="n"[^>]*><v>([^<]*)', xml) == ["9.7", "8.250"]
    assert re.findall(r'<c r="F2"[^>]*t="n"[^>]*><v>([^<]*)', xml) == ["12"]
    assert "<f>" not in xml
    sheet = openpyxl.load_workbook(path).active
    assert [sheet.cell(2, at).data_type for at in range(1, 7)] == ["s", "s", "s", "s", "n", "n"]
    assert [sheet.cell(2, at).number_format for at in (1, 2, 5, 6)] == ["@", "@", "0.000", "0"]
    assert sheet.column_dimensions["A"].number_format == "@"


@pytest.mark.parametrize("rtl", [False, True])
def test_the_sheet_is_laid_out_for_its_reader(tmp_path: Path, rtl: bool) -> None:
    """The header row is bold and stays in view, columns have room, an Arabic sheet runs from the right."""
    path = tmp_path / "a.xlsx"
    write_catalogue(path, checked_products(product()), "xlsx", rtl=rtl)
    sheet = openpyxl.load_workbook(path).active
    assert sheet.title == ("منتجات" if rtl else "Products")
    assert (sheet.freeze_panes, sheet.sheet_view.rightToLeft) == ("A2", rtl)
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.column_dimensions["C"].width == 30


def test_a_sheet_keeps_its_name(tmp_path: Path) -> None:
    """What the sheet was called it is called again."""
    source = write_xlsx(tmp_path / "a.xlsx", [["sku", "title_en"], ["A", "Honey"]], sheet="أسعار 2026")
    after = _saved(tmp_path / "b.xlsx", check(read_catalog(source), FIELDS))
    assert after.catalog.sheet == "أسعار 2026"


def test_prices_that_would_become_a_question_stay_text(tmp_path: Path) -> None:
    """A column of ``1250.000`` is dinars; as numbers it would be 1250, and nobody could tell that from fils."""
    before = checked(["code", "name", "price"], [["A", "Oven", "1250.000"], ["B", "Fridge", "3100.000"]])
    after = _saved(tmp_path / "a.xlsx", before)
    assert not before.mapping.unclear
    assert not after.mapping.unclear
    assert after.products.rows["fils"].to_list() == [1_250_000, 3_100_000]
    less = checked(["code", "name", "price"], [["A", "Tea", "12.000"], ["B", "Honey", "3.500"]])
    _saved(tmp_path / "b.xlsx", less)
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").active["C2"].data_type == "n"


def test_another_systems_export_is_saved_in_our_own_form(tmp_path: Path) -> None:
    """Its rows were rearranged: it comes back as products of the same names, prices, stock and variants, under the
    fields' names."""
    lines = [
        {"Handle": "tea", "Title": "Black tea", "Option1 Name": "Size", "Option1 Value": "50", "Variant SKU": "T-50",
         "Variant Price": "2.1", "Variant Inventory Qty": "4", "Vendor": "Irbid"},
        {"Handle": "tea", "Option1 Value": "100", "Variant SKU": "T-100", "Variant Price": "3.9",
         "Variant Inventory Qty": "0"},
        {"Handle": "honey", "Title": "Honey", "Option1 Name": "Title", "Option1 Value": "Default Title",
         "Variant SKU": "H-1", "Variant Price": "12.5", "Variant Inventory Qty": "7"},
    ]  # fmt: skip
    rows = [[one.get(header) for header in SHOPIFY_OLD] for one in lines]
    before = check(read_catalog(write_csv(tmp_path / "shopify.csv", [SHOPIFY_OLD, *rows])), FIELDS)
    assert before.system == "Shopify"
    names = ["product", "first", "sku", "external_id", "title_en", "fils", "stock", "brand", "option1_name",
             "option1_value"]  # fmt: skip
    for format_ in FORMATS:
        after = _saved(tmp_path / f"own.{format_}", before)
        assert after.system is None
        assert {"sku", "title_en", "price_jod", "stock_qty"} <= {column.header for column in after.catalog.columns}
        assert after.products.rows.select(names).equals(before.products.rows.select(names))
    assert "T-50" in (tmp_path / "own.csv").read_text(encoding="utf-8-sig")
    assert "2.100" in (tmp_path / "own.csv").read_text(encoding="utf-8-sig")


# -- what is never done -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.csv", "other/../a.csv", "linked.csv"])
def test_the_open_file_is_never_written_over(tmp_path: Path, name: str) -> None:
    """Under whatever name it is reached."""
    source = write_csv(tmp_path / "a.csv", [["sku"], ["A"]])
    (tmp_path / "other").mkdir()
    (tmp_path / "linked.csv").hardlink_to(source)
    before = source.read_bytes()
    with pytest.raises(FileNotSaved) as told:
        write_catalogue(tmp_path / name, check(read_catalog(source), FIELDS), "csv", rtl=False, source=source)
    assert told.value.params["reason"] == "source"
    assert source.read_bytes() == before


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384, "\x07" * 5_000])
def test_what_excel_cannot_hold_is_said_and_not_cut(tmp_path: Path, text: str) -> None:
    """A text longer than a cell is no XLSX of ours; a CSV holds it."""
    one = checked_products(product(description_en=text), product(sku="B"))
    with pytest.raises(FileNotSaved) as told:
        write_catalogue(tmp_path / "a.xlsx", one, "xlsx", rtl=False)
    assert told.value.params == {"name": "a.xlsx", "reason": "large"}
    assert list(tmp_path.iterdir()) == []
    assert write_catalogue(tmp_path / "a.csv", one, "csv", rtl=False) == 2


def test_a_text_that_just_fits_is_saved(tmp_path: Path) -> None:
    """The longest text that a cell holds comes back whole."""
    text = "x" * 32_767
    after = _saved(tmp_path / "a.xlsx", checked_products(product(description_en=text)))
    assert after.products.rows["description_en"][0] == text


@pytest.mark.parametrize("format_", FORMATS)
def test_a_stop_leaves_what_stood_there(
    tmp_path: Path, format_: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped in the middle, the older file is as it was, and nothing half-written lies about."""
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    one = checked(["sku", "title_en"], [[f"A{at}", "Honey"] for at in range(5000)])
    path, cancel = tmp_path / f"a.{format_}", CancelToken()
    path.write_text("older", encoding="utf-8")
    seen: list[int] = []

    def written(count: int) -> None:
        seen.append(count)
        if count >= 2000:
            cancel.cancel()

    with pytest.raises(Cancelled):
        write_catalogue(path, one, format_, rtl=False, cancel=cancel, written=written)
    assert seen == [1000, 2000]
    assert path.read_text(encoding="utf-8") == "older"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_every_kind_of_cell_of_the_usual_catalogue(tmp_path: Path, format_: str) -> None:
    """The catalogue that every reader is tried with comes back in both formats."""
    headers = ("sku", "barcode", "title_en", "title_ar", "price_jod", "stock_qty", "category_en", "note")
    before = checked(headers, PRODUCTS)
    after = _saved(tmp_path / f"a.{format_}", before)
    columns = [name for name in before.products.rows.columns if name not in ("row", "price_jod", "passed:note")]
    assert after.products.rows.select(columns).equals(before.products.rows.select(columns))
