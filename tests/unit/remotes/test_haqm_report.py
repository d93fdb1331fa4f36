"""Reports of unknown columns, packed or not, are read where they can be, and never break anything."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.remotes import haqm_report
from hkj_desktop.remotes.haqm_report import ReportRow, read_report, unpack

EXPECTED = (
    ReportRow("A1", "S1", ok=True, message=None),
    ReportRow("A2", "S2", ok=False, message="Invalid barcode, قلم"),
    ReportRow("A3", "S1", ok=None, message="hm"),
)
CSV = 'item_sku,store_id,status,message\r\nA1,S1,SUCCESS,\r\nA2,S2,Failed,"Invalid barcode, قلم"\r\nA3,S1,ODD,hm\r\n'
ROWS = [
    {"item_sku": "A1", "store_id": "S1", "status": "SUCCESS", "message": None},
    {"item_sku": "A2", "store_id": "S2", "status": "Failed", "message": "Invalid barcode, قلم"},
    {"item_sku": "A3", "store_id": "S1", "status": "ODD", "message": "hm"},
]
LINES = "\n".join(json.dumps(row) for row in ROWS)


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return held.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.replace("\r\n", "\n").encode(),
        CSV.replace('"Invalid barcode, قلم"', "Invalid barcode; قلم").replace(",", "\t").replace("; ", ", ").encode(),
        CSV.replace('"Invalid barcode, قلم"', "Invalid barcode# قلم").replace(",", "|").replace("# ", ", ").encode(),
        ("Report of today,,,\r\n\r\n" + CSV).encode(),
        json.dumps(ROWS).encode(),
        json.dumps({"count": 3, "results": ROWS}).encode(),
        LINES.encode(),
        ("\n" + LINES + "\n\n").encode(),
        gzip.compress(CSV.encode()),
        zipped(report_csv=CSV.encode()),
        zipped(readme_md=b"x" * 9000, report_json=json.dumps(ROWS).encode()),
        gzip.compress(zipped(report_csv=CSV.encode())),
    ],
)
def test_the_same_report_in_many_shapes(content: bytes) -> None:
    """Any delimiter, JSON of three shapes, three encodings, a title above, and packed in two ways: the same rows."""
    assert read_report(content).rows == EXPECTED


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("SKU;Result;Error Message", "A1;OK;", ReportRow("A1", None, ok=True, message=None)),
        ("Seller SKU;Error", "A1;bad price", ReportRow("A1", None, ok=False, message="bad price")),
        ("Seller SKU;Error", "A1;", ReportRow("A1", None, ok=None, message=None)),
        ("vendor_sku;Store;Outcome", "A1;S9;rejected", ReportRow("A1", "S9", ok=False, message=None)),
        ("sku;statusCode;errors", "A1;201;", ReportRow("A1", None, ok=True, message=None)),
        ("sku;status;status_message;error_code", "A1;ERROR;look;E7", ReportRow("A1", None, ok=False, message="E7")),
        ("sku;message", "A1;taken", ReportRow("A1", None, ok=None, message="taken")),
        ("sku;status", ";FAILED", ReportRow("", None, ok=False, message=None)),
    ],
)
def test_columns_are_found_by_name(header: str, row: str, expected: ReportRow) -> None:
    """Whatever the columns are called in the usual ways; what is not said is not made up."""
    report = read_report(f"{header}\n{row}\n\n;;\n".encode())
    assert report.rows == (expected,)
    assert report.columns == tuple(header.split(";"))


def test_json_values_become_text() -> None:
    """Numbers, truths and lists of errors are taken as what they say."""
    rows = [
        {"sku": 12, "success": True},
        {"sku": "B", "success": False, "errors": [{"code": 7}]},
        {"sku": "C", "success": None},
    ]
    assert read_report(json.dumps(rows).encode()).rows == (
        ReportRow("12", None, ok=True, message=None),
        ReportRow("B", None, ok=False, message='[{"code": 7}]'),
        ReportRow("C", None, ok=None, message=None),
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"name,price\nx,1\n",
        b"sku,price\nA,1\n",
        b"status,message\nOK,x\n",
        b"{}",
        b"[]",
        b"[1, 2]",
        b'{"sku": "A", "status": ',
        b"[" * 100_000,
        b"<html>sku,status</html>",
        b"PK\x03\x04 nothing",
        b"\x1f\x8b nothing",
        gzip.compress(b"x" * 100)[:-20],
        zipped(),
        zipped(xl_workbook=b"<xml/>"),
        b"sku,status\n" + b'"' + b"x" * 200_000,
    ],
)
def test_other_things_have_no_rows(content: bytes) -> None:
    """What is no such table gives no rows, and no exception."""
    assert read_report(content).rows is None


def test_a_report_with_a_header_alone_has_no_problem() -> None:
    """Nothing to say is not the same as nothing understood."""
    assert read_report(b"sku,status\n").rows == ()


def test_nothing_unpacks_without_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to far more than a report is stops at the limit."""
    monkeypatch.setattr(haqm_report, "LARGEST", 1000)
    for bomb in (gzip.compress(b"sku,status\n" * 1000), zipped(a_csv=b"sku,status\n" * 1000)):
        assert read_report(bomb).rows is None
        with pytest.raises(ValueError, match="too large"):
            unpack(bomb)


def test_ten_thousand_rows() -> None:
    """As many as one upload has items."""
    content = "sku\tstatus\n" + "".join(f"A{turn}\tSUCCESS\n" for turn in range(10_000))
    rows = read_report(content.encode()).rows
    assert rows is not None
    assert len(rows) == 10_000


@given(
    st.one_of(st.binary(max_size=300), st.text(alphabet='sku,status\n;\t"[]{}:A1\\ud', max_size=200).map(str.encode))
)
def test_no_content_breaks_it(content: bytes) -> None:
    """Any bytes give a report."""
    for whole in (content, b"sku,status\n" + content, b'[{"sku": 1, "status": "' + content):
        assert read_report(whole) is not None
