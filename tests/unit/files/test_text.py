"""Encodings and delimiters of text files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.rules.text import DAMAGED
from hkj_desktop.errors import FileDamaged
from hkj_desktop.files.read import read_catalog
from hkj_desktop.files.text import decode, delimiter_of
from tests.helpers.catalogues import csv_text, modest, shown, write_csv, write_text

HEAD = ("sku", "title_en", "title_ar", "price_jod")
ARABIC = [
    HEAD,
    ("A1", "Honey", "عسل جبلي", "1.250"),
    ("A2", "Tea", "شاي أحمد", "2.100"),
    ("A3", "Coffee", "قهوة", "5.0"),
]
#: Mostly English with a few Arabic letters: what detectors of encodings misread (arabic-data.md).
ENGLISH = [
    HEAD,
    *((f"A{at}", f"Mountain honey number {at}", None, "1.250") for at in range(60)),
    ("B", "Tea", "شاي", "2"),
]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1256", "cp1256"),
        ("cp720", "cp720"),
        ("iso8859_6", "iso8859-6"),
        ("mac_arabic", "mac-arabic"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters(encoding: str, named: str, delimiter: str, tmp_path: Path) -> None:
    """Arabic comes through every encoding and every delimiter, and the guesses are told."""
    read = read_catalog(write_csv(tmp_path / "a.csv", ARABIC, delimiter=delimiter, encoding=encoding))
    assert shown(read)[3] == ARABIC[1:]
    assert (read.encoding, read.delimiter) == (named, delimiter)


def test_utf16_be_with_a_mark(tmp_path: Path) -> None:
    """The byte order mark decides, not the letters."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xfe\xff" + csv_text(ARABIC).encode("utf-16-be"))
    assert shown(read_catalog(path))[3] == ARABIC[1:]


def test_an_english_catalogue_with_little_arabic_in_cp1256(tmp_path: Path) -> None:
    """One Arabic title among sixty English rows is enough to know the code page."""
    read = read_catalog(write_csv(tmp_path / "a.csv", ENGLISH, delimiter=";", encoding="cp1256"))
    assert read.encoding == "cp1256"
    assert shown(read)[3][-1] == ("B", "Tea", "شاي", "2")


def test_accents_in_the_western_code_page(tmp_path: Path) -> None:
    """A French word among English ones is not taken for Arabic."""
    rows = [("sku", "title_en"), ("A1", "Café au lait"), ("A2", "Crème brûlée"), ("A3", "Tea")]
    assert shown(read_catalog(write_csv(tmp_path / "a.csv", rows, encoding="cp1252")))[3] == rows[1:]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_broken_byte_does_not_turn_a_file_into_another_code_page(mark: bytes, tmp_path: Path) -> None:
    """UTF-8 that was cut in the middle of a letter keeps its other letters, and the damaged cell is seen."""
    path = tmp_path / "a.csv"
    path.write_bytes(mark + csv_text(ARABIC * 5).encode().replace("قهوة".encode(), "قهوة".encode()[:-1], 1))
    cells = shown(read_catalog(path))[3]
    assert cells[0] == ARABIC[1]
    assert cells[2] == ("A3", "Coffee", f"قهو{DAMAGED}", "5.0")


@pytest.mark.parametrize("raw", [b"sku,title\nA\x001,B\n", b"sku,title\n" + b"\x00" * 40, b"\xef\xbb\xbfsku\nA\x00\n"])
def test_scattered_nul_bytes_are_damage(raw: bytes, tmp_path: Path) -> None:
    """A text with NUL bytes that is no UTF-16 is told as damaged."""
    path = tmp_path / "a.csv"
    path.write_bytes(raw)
    with pytest.raises(FileDamaged):
        read_catalog(path)


@given(st.binary(min_size=1, max_size=300))
@modest(300)
def test_any_bytes_become_utf8_or_damage(raw: bytes) -> None:
    """Whatever the bytes, the answer is valid UTF-8 or FileDamaged."""
    try:
        decoded = decode(raw, "a.csv")
    except FileDamaged:
        return
    assert decoded.utf8.decode("utf-8") is not None


@given(st.text(st.characters(codec="cp1256", exclude_categories=["Cc"]), min_size=1))
@modest(200)
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    """Text that is UTF-8 is read as UTF-8, letter by letter."""
    assert decode(text.encode(), "a.csv").utf8.decode() == text.removeprefix("\ufeff")


# -- delimiters ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [("sep=;", ";"), ("SEP=,", ","), ('"sep=|"', "|"), ("sep=\t", "\t"), ("sep=^", "^")],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256"])
def test_a_sep_line_names_the_delimiter(line: str, delimiter: str, newline: str, encoding: str, tmp_path: Path) -> None:
    """Excel's sep= line is obeyed, is no header, and counts as a row."""
    text = line + newline + csv_text(ARABIC, delimiter=delimiter, newline=newline)
    read = read_catalog(write_text(tmp_path / "a.csv", text, encoding))
    assert (read.delimiter, read.header_row) == (delimiter, 2)
    assert shown(read)[2:] == ([3, 4, 5], ARABIC[1:])


@pytest.mark.parametrize("line", ['sep="', "sep=؛", "sep=a", "sep=", "sep=;;"])
def test_a_sep_line_that_names_no_delimiter_is_a_row_like_others(line: str, tmp_path: Path) -> None:
    """A sign that cannot stand between cells is not obeyed and breaks nothing: the line stands above the table."""
    read = read_catalog(write_text(tmp_path / "a.csv", f"{line}\nA,B\n1,2\n"))
    assert (read.header_row, read.skipped_above, read.cells.rows()) == (2, 1, [("1", "2")])


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("sku;price\nA;1,250\nB;2,100\n", ";"),
        ("sku\ttitle\nA\tx, y, z\nB\tx, y\n", "\t"),
        ('sku,title\nA,"x; y; z"\nB,"p;q"\n', ","),
        ("sku|title|n\nA|a,b|1\n", "|"),
        ("sku\nA\nB\n", ","),
        ("sku,title", ","),
        ("sku;title", ";"),
        ("My shop\nsku;price\nA;1\n", ";"),
        ("الاسم؛x,السعر\nشاي,1\n", ","),
    ],
)
def test_the_delimiter_that_cuts_most_lines_alike_wins(text: str, delimiter: str) -> None:
    """Signs inside cells do not outvote the delimiter."""
    assert delimiter_of(text.encode())[0] == delimiter
