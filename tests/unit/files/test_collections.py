"""The cases that public collections of difficult files are made of, written here by their facts: file → outcome."""

from __future__ import annotations

from pathlib import Path

import pytest

from hkj_desktop.errors import AppError
from hkj_desktop.files.read import read_catalog
from tests.helpers.catalogues import shown, write_book

Cells = list[tuple[str | None, ...]]

#: The twelve cases of the CSV collection that most libraries are measured by: text → headers and cells.
CSV: dict[str, tuple[str, list[str], Cells]] = {
    "simple": ("a,b,c\n1,2,3", ["a", "b", "c"], [("1", "2", "3")]),
    "simple, CRLF": ("a,b,c\r\n1,2,3", ["a", "b", "c"], [("1", "2", "3")]),
    "comma in quotes": (
        'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123',
        ["first", "last", "address", "city", "zip"],
        [("John", "Doe", "120 any st.", "Anytown, WW", "08123")],
    ),
    "empty": ('a,b,c\n1,"",""\n2,3,4', ["a", "b", "c"], [("1", None, None), ("2", "3", "4")]),
    "empty, CRLF": ('a,b,c\r\n1,"",""\r\n2,3,4', ["a", "b", "c"], [("1", None, None), ("2", "3", "4")]),
    "escaped quotes": ('a,b\n1,"ha ""ha"" ha"\n3,4', ["a", "b"], [("1", 'ha "ha" ha'), ("3", "4")]),
    "json": (
        'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
        ["key", "val"],
        [("1", '{"type": "Point", "coordinates": [102.0, 0.5]}')],
    ),
    "location": (
        'Client,Address\nSmith,"One Plaza\nSpringfield, XX 12345\n(38.1, -90.2)"\n',
        ["Client", "Address"],
        [("Smith", "One Plaza\nSpringfield, XX 12345\n(38.1, -90.2)")],
    ),
    "newlines": ('a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n', ["a", "b", "c"],
                 [("1", "2", "3"), ("Once upon \na time", "5", "6"), ("7", "8", "9")]),
    "newlines, CRLF": ('a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n', ["a", "b", "c"],
                       [("1", "2", "3"), ("Once upon \na time", "5", "6"), ("7", "8", "9")]),
    "quotes and newlines": ('a,b\n1,"ha \n""ha"" \nha"\n3,4\n', ["a", "b"], [("1", 'ha \n"ha" \nha'), ("3", "4")]),
    "utf8": ("a,b,c\n1,2,3\n4,5,ʤ", ["a", "b", "c"], [("1", "2", "3"), ("4", "5", "ʤ")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CSV)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_csv(name: str, mark: bytes, tmp_path: Path) -> None:
    """Each case gives its cells, with and without a byte order mark, and no problem."""
    text, headers, cells = CSV[name]
    (tmp_path / "a.csv").write_bytes(mark + text.encode())
    read = read_catalog(tmp_path / "a.csv")
    assert shown(read)[0::3] == (headers, cells)
    assert not read.problems


#: Further cases of the collections of tolerant readers: bytes → code of the error, or how many rows.
ODD: dict[str, tuple[bytes, str | int]] = {
    "only a header": (b"a,b,c\n", "file_no_rows"),
    "only line ends": (b"\n\n\n\r\n", "file_empty"),
    "one column": (b"a\n1\n2\n", 2),
    "a delimiter at each end": (b",a,b,\n,1,2,\n", 1),
    "spaces round quotes": (b'a, "b"\n1, "x, y"\n', 1),
    "a quote in the middle": (b'a,b\n1,x"y\n2,z\n', 2),
    "a quote at the end": (b'a,b\n1,"x\n2,z\n', 2),
    "NUL": (b"a,b\n1,\x00\n", "file_damaged"),
    "form feed and vertical tab": (b"a,b\n1,\x0c\n2,\x0b\n", 2),
    "a comment": (b"# made by a till\na,b\n1,2\n", 1),
    "ends with Control-Z": (b"a,b\n1,2\n\x1a", 1),
    "mixed delimiters": (b"a;b;c\n1;2,5;3\n4;5,5;6\n", 2),
    "doubled header": (b"a,a,a\n1,2,3\n", 1),
    "unicode spaces": ("a,b\n\u00a0,\u3000\n1,2\n".encode(), 1),
    "right-to-left marks": ("\u200fa\u200f,b\n\u200e1,2\n".encode(), 1),
    "half a byte order mark": (b"\xef\xbba,b\n1,2\n", 1),
    "UTF-32": ("a,b\n1,2\n".encode("utf-32"), "file_damaged"),
    "UTF-7 like": (b"a+AGI-,b\n1,2\n", 1),
    "very long line": (b"a,b\n1," + b"x" * 200_000 + b"\n", 1),
    "a thousand empty lines": (b"a,b\n" + b"\n" * 1000 + b"1,2\n", 1),
    "scalar json": (b'["a", "b"]', "file_no_rows"),
    "json of nothing": (b"null", "file_no_rows"),
    "json in one letter": (b"{", "file_damaged"),
    "two json documents": (b'{"a": 1} {"a": 2}', 2),
    "duplicate keys": (b'[{"a": 1, "a": 2}]', 1),
    "an empty element": (b"<a/>", "file_no_rows"),
    "processing instruction": (b"<?xml version='1.0'?><?x y?><p><i><a>1</a></i><i><a>2</a></i></p>", 2),
    "comment first": (b"<!-- made --><p><i><a>1</a></i><i><a>2</a></i></p>", 2),
    "two roots": (b"<a/><b/>", "file_damaged"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_files(name: str, tmp_path: Path) -> None:
    """Each case has its outcome; none of them ends or hangs the program."""
    content, outcome = ODD[name]
    path = tmp_path / "a"
    path.write_bytes(content)
    try:
        found: str | int = len(read_catalog(path))
    except AppError as error:
        found = error.code
    assert found == outcome


#: What the files in the test folders of the workbook libraries are about: cell → the text that is read.
FORMATS_OF_CELLS: dict[str, tuple[object, str, str]] = {
    "percent": (0.25, "0%", "0.25"),
    "currency": (12.5, '#,##0.000 "JOD"', "12.5"),
    "fraction": (0.5, "# ?/?", "0.5"),
    "scientific": (6281234567890, "0.00E+00", "6281234567890"),
    "text format": ("0012", "@", "0012"),
    "thousands": (1234567, "#,##0", "1234567"),
    "date of 1900": (1, "0", "1"),
    "long number": (123456789012345, "0", "123456789012345"),
    "rich text": ("a\u00a0b", "General", "a\u00a0b"),
}


@pytest.mark.parametrize("name", FORMATS_OF_CELLS)
def test_cells_of_workbooks(name: str, tmp_path: Path) -> None:
    """How a cell is shown changes nothing of what it holds."""
    import openpyxl

    value, shown_as, text = FORMATS_OF_CELLS[name]
    path = write_book(tmp_path / "a.xlsx", {"P": [["sku", "value"], ["A1", value]]})  # type: ignore[list-item]
    book = openpyxl.load_workbook(path)
    book["P"]["B2"].number_format = shown_as
    book.save(path)
    assert read_catalog(path).cells.row(0)[1] == text
