"""Three hundred products are the same products, whatever they were saved as."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.files.payload import write_payload
from hkj_desktop.files.read import read_catalog
from tests.helpers.catalogues import (
    csv_text,
    write_book,
    write_csv,
    write_json,
    write_ods,
    write_rss,
    write_xls,
    write_xlsx,
    write_xml,
)
from tests.helpers.xlsb import write_xlsb

#: Made by tests/helpers/xlsb.py; committed, so that a file of another day's reader is read too.
SAMPLE = Path(__file__).resolve().parents[2] / "data" / "catalogue.xlsb"
HEADERS = ("sku", "barcode", "title_en", "title_ar", "price_jod", "stock_qty", "category_en", "category_ar", "brand")
THINGS = [
    ("Honey", "عسل"), ("Tea", "شاي"), ("Coffee", "قهوة"), ("Rice", "أرز"), ("Olive oil", "زيت زيتون"),
    ("Cheese", "جبنة بيضاء"), ("Bread", "خبز"), ("Soap", "صابون"), ("Dates", "تمر"), ("Juice", "عصير"),
]  # fmt: skip
KINDS = [
    ("mountain", "جبلي"), ("black", "أسود"), ("green", "أخضر"), ("small", "صغير"), ("large", "كبير"), ("fresh", "طازج"),
]  # fmt: skip
MAKERS = [("Ajloun", "عجلون"), ("Jerash", "جرش"), ("Madaba", "مادبا"), ("Irbid", "إربد"), ("Karak", "الكرك")]
Row = tuple[str | None, ...]


def _barcode(number: int) -> str:
    from stdnum import ean

    body = f"{number:012d}"
    return body + str(ean.calc_check_digit(body))


def _products() -> list[Row]:
    rows: list[Row] = []
    for at in range(300):
        thing, kind, maker = THINGS[at % 10], KINDS[at // 10 % 6], MAKERS[at // 60]
        rows.append(
            (
                f"SKU-{at:03d}",
                None if at % 7 == 0 else _barcode(36_000_000_000 + at if at % 5 == 0 else 625_000_000_000 + at),
                f'{thing[0]}, {kind[0]}; "{maker[0]}" {at + 1} | g',
                f"{thing[1]} {kind[1]} {maker[1]}",
                f"{Decimal(at * 37 + 250) / 1000:.3f}",
                str(at * 3 % 120),
                f"Food > {thing[0]}",
                None if at % 11 == 0 else f"غذاء > {thing[1]}",
                maker[0],
            )
        )
    return rows


ROWS = _products()
TABLE = [HEADERS, *ROWS]
#: As somebody types them into a spreadsheet: prices and stock are numbers.
TYPED = [
    HEADERS,
    *([*row[:4], float(row[4] or 0), int(row[5] or 0), *row[6:]] for row in ROWS),
]


def _payload(path: Path) -> bytes:
    catalog = read_catalog(path)
    assert catalog.readings == ()
    checked = check(catalog, load_fields("hkj"))
    assert not checked.mapping.unclear
    assert checked.counts.ready == 300
    out = io.BytesIO()
    write_payload(checked, checked.every(), "json", out)
    return out.getvalue()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What is sent when the catalogue is plain UTF-8 with commas."""
    content = _payload(write_csv(tmp_path_factory.mktemp("plain") / "a.csv", TABLE))
    assert content.count(b'"sku"') == 300
    return content


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-16-be with a mark", "cp1256", "cp720"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_files(encoding: str, delimiter: str, newline: str, expected: bytes, tmp_path: Path) -> None:
    """Each encoding with each delimiter and each line end gives the same bytes to send, with no question."""
    text = csv_text(TABLE, delimiter=delimiter, newline=newline)
    page, _, mark = encoding.partition(" with")
    (tmp_path / "a.csv").write_bytes((b"\xfe\xff" if mark else b"") + text.encode(page))
    assert _payload(tmp_path / "a.csv") == expected


def test_a_sep_line(expected: bytes, tmp_path: Path) -> None:
    """So does a file with Excel's sep= line."""
    (tmp_path / "a.csv").write_bytes(b"sep=;\r\n" + csv_text(TABLE, delimiter=";").encode("cp1256"))
    assert _payload(tmp_path / "a.csv") == expected


WRITERS: dict[str, Callable[[Path], object]] = {
    "a.xlsx": lambda path: write_xlsx(path, TABLE),
    "typed.xlsx": lambda path: write_xlsx(path, TYPED),
    "banner.xlsx": lambda path: write_book(path, {"Notes": [["For the shop"]], "منتجات": [["My shop"], [], *TABLE]}),
    "a.xls": lambda path: write_xls(path, TABLE),
    "typed.xls": lambda path: write_xls(path, TYPED),
    "a.ods": lambda path: write_ods(path, TABLE),
    "a.xlsb": lambda path: write_xlsb(path, TABLE),
    "typed.xlsb": lambda path: write_xlsb(path, TYPED),
    "a.json": lambda path: write_json(path, HEADERS, ROWS),
    "inside.json": lambda path: write_json(path, HEADERS, ROWS, shape="products"),
    "a.jsonl": lambda path: write_json(path, HEADERS, ROWS, shape="lines"),
    "a.xml": lambda path: write_xml(path, HEADERS, ROWS),
    "named.xml": lambda path: write_xml(path, HEADERS, ROWS, namespace="https://example.com/shop"),
    "feed.xml": lambda path: write_rss(path, HEADERS, ROWS),
}


@pytest.mark.parametrize("name", WRITERS)
def test_workbooks_and_data_files(name: str, expected: bytes, tmp_path: Path) -> None:
    """Every workbook, JSON and XML gives the same bytes to send."""
    WRITERS[name](tmp_path / name)
    assert _payload(tmp_path / name) == expected


def test_the_committed_xlsb(expected: bytes) -> None:
    """The sample that lies beside the tests gives them too."""
    assert _payload(SAMPLE) == expected


@pytest.mark.parametrize("kind", ["json", "csv", "xml"])
def test_what_we_send_reads_back_as_the_same(kind: str, expected: bytes, tmp_path: Path) -> None:
    """Our own JSON, CSV and XML are catalogues too: read again, they give what they were made of."""
    checked = check(read_catalog(write_csv(tmp_path / "a.csv", TABLE)), load_fields("hkj"))
    with (tmp_path / f"sent.{kind}").open("wb") as out:
        write_payload(checked, checked.every(), kind, out)
    assert _payload(tmp_path / f"sent.{kind}") == expected
