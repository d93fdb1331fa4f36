"""Which code page a file without Unicode was written in: sure where the letters say so, a question where they do
not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from hkj_desktop.errors import FileError
from hkj_desktop.files.read import read_catalog
from hkj_desktop.files.text import decode
from tests.helpers.catalogues import shown, write_csv, write_text

#: Names of products, none of them in resources/letters/arabic.txt as a whole; some of their words are.
NAMES = [
    "مربى البلح", "كريمة اليدين", "مصفاة شاي", "جاكيت شتوي مبطن", "مقعد سيارة للأطفال", "عدسات لاصقة",
    "ورق عنب", "حفارة كوسا", "شوربة دجاج", "مرق خضار", "قهوة اصطناعية", "معطر غرف", "سلة فواكه", "دفتر رسم",
    "حقيبة سفر", "غطاء سرير", "طقم صحون", "ماكينة قهوة", "سماعات رأس", "بودرة أطفال", "زيت خروع", "حناء يمنية",
    "خلطة شاورما", "صوص حار", "كرواسون زبدة", "جبنة عكاوي", "لحم بعجين", "سمبوسك", "ششبرك", "قطايف", "عوامة",
    "مشبك", "غريبة", "راحة الحلقوم", "ملبن", "هلال معدني", "سيخ شواء", "منقل فحم", "مظلة شاطئ", "خيمة تخييم",
    "حوض سباحة", "نظارات غطس", "قبعة قش", "كفوف جلدية", "وشاح صوفي", "عقد لؤلؤ", "أقراط فضية",
]  # fmt: skip
PAGES = ["cp1256", "cp720", "iso8859_6", "mac_arabic"]
CHOSEN = random.Random(5)
FIVES = [CHOSEN.sample(NAMES, 5) for _ in range(60)]


def _bytes(names: list[str], page: str) -> bytes:
    rows = [("sku", "title_en", "title_ar"), *((f"A{at}", "Thing", name) for at, name in enumerate(names))]
    # MacArabic has two sets of ASCII signs; files use the ordinary one.
    return b"\r\n".join(b";".join(cell.encode() if cell.isascii() else _in(cell, page) for cell in row) for row in rows)


def _in(text: str, page: str) -> bytes:
    return b" ".join(word.encode(page) for word in text.split(" "))


@pytest.mark.parametrize("page", PAGES)
def test_five_names_are_enough_to_read_right(page: str) -> None:
    """Sixty catalogues of five products each are all read right, and hardly any asks a question."""
    asked = 0
    for names in FIVES:
        decoded = decode(_bytes(names, page), "a.csv")
        assert [line.split(";")[2] for line in decoded.utf8.decode().split("\r\n")[1:]] == names
        asked += bool(decoded.readings)
    assert asked <= 6


@pytest.mark.parametrize("page", PAGES)
def test_a_reading_that_is_wrong_is_never_sure(page: str) -> None:
    """A single name is read right, or the right reading is among those that are offered, in its own line."""
    for name in NAMES:
        decoded = decode(_bytes([name], page), "a.csv")
        right = f"A0;Thing;{name}"
        offered = [line for reading in decoded.readings for line in reading.lines]
        assert right in decoded.utf8.decode().split("\r\n") or right in offered, (page, name, decoded)


def test_most_single_names_in_the_windows_page_need_no_question() -> None:
    """One Arabic name is enough for most files of Arabic Windows, and nearly each is read right at once."""
    decoded = [decode(_bytes([name], "cp1256"), "a.csv") for name in NAMES]
    assert sum(name in one.utf8.decode() for name, one in zip(NAMES, decoded, strict=True)) >= len(NAMES) - 1
    assert sum(bool(one.readings) for one in decoded) < len(NAMES) / 2


def test_the_question_shows_lines_of_the_file(tmp_path: Path) -> None:
    """Each reading shows the same lines of the file, three at most; none is alike in two readings; the first is
    used."""
    path = tmp_path / "a.csv"
    path.write_bytes("sku;title_ar\r\n1;لبن\r\n2;سار\r\n3;Tea\r\n".encode("iso8859_6"))
    read = read_catalog(path)
    assert len(read.readings) == 2
    first, second = read.readings
    assert first.encoding == read.encoding
    assert {"1;لبن", "1;نبو"} == {first.lines[0], second.lines[0]}
    assert len(first.lines) == len(second.lines) == 1


@pytest.mark.parametrize("at", [0, 1])
def test_the_answer_is_obeyed(at: int, tmp_path: Path) -> None:
    """The file is read in the page of the chosen reading, and asks no more."""
    path = tmp_path / "a.csv"
    path.write_bytes("sku;title_ar\r\n1;لبن\r\n".encode("iso8859_6"))
    reading = read_catalog(path).readings[at]
    read = read_catalog(path, encoding=reading.encoding)
    assert (read.readings, read.encoding) == ((), reading.encoding)
    assert ";".join(cell or "" for cell in read.cells.row(0)) == reading.lines[0]


def test_an_answer_for_json(tmp_path: Path) -> None:
    """A JSON in a code page is read, and asks in the same way."""
    path = write_text(tmp_path / "a.json", '[{"sku": "1", "title_ar": "لبن"}]', "iso8859_6")
    right = next(one for one in read_catalog(path).readings if any("لبن" in line for line in one.lines))
    assert shown(read_catalog(path, encoding=right.encoding))[3] == [("1", "لبن")]


@pytest.mark.parametrize("encoding", ["klingon", "utf-16-le", "ascii"])
def test_an_answer_that_cannot_be(encoding: str, tmp_path: Path) -> None:
    """Whatever is answered, the file is read or refused in our own words."""
    path = write_text(tmp_path / "a.csv", "sku,title_ar\n1,لبن\n", "cp1256")
    try:
        assert len(read_catalog(path, encoding=encoding)) == 1
    except FileError as error:
        assert error.params["name"] == "a.csv"  # noqa: PT017 - both outcomes are right


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Crème brûlée", "cp1252"),
        ("Café au lait", "cp1252"),
        ("5 € und ½ kg", "cp1252"),
        ("25 °C", "cp1252"),
        ("Nestlé™ – “gold”", "cp1252"),
    ],
)
def test_western_signs_ask_nothing(text: str, page: str) -> None:
    """Accents and signs of an English catalogue are read as they were written, with no question."""
    decoded = decode(f"sku;title_en\n1;Tea\n2;{text}\n".encode(page), "a.csv")
    assert decoded.utf8.decode().split("\n")[2] == f"2;{text}"
    assert decoded.readings == ()


@pytest.mark.parametrize(
    ("names", "page"),
    [
        (["Çay bardağı", "Şeker kasesi", "Ağaç kaşık"], "cp1254"),
        (["Сахар белый", "Мёд горный", "Чай чёрный"], "cp1251"),
        (["żółty ser", "mąka pszenna", "świeży chleb"], "cp1250"),
    ],
)
def test_other_languages_are_offered(names: list[str], page: str) -> None:
    """Turkish, Russian and Polish files ask, and the right reading is among the answers."""
    decoded = decode(("sku;title_en\n" + "\n".join(f"1;{name}" for name in names)).encode(page), "a.csv")
    offered = [set(reading.lines) for reading in decoded.readings]
    assert {f"1;{name}" for name in names} in offered


def test_arabic_far_down_a_long_english_file(tmp_path: Path) -> None:
    """The only Arabic names of a file of fifty thousand rows decide how it is read."""
    rows = [
        ("sku", "title_ar"),
        *((f"A{at}", "Honey") for at in range(50_000)),
        ("B1", "زيت خروع"),
        ("B2", "جبنة عكاوي"),
    ]
    read = read_catalog(write_csv(tmp_path / "a.csv", rows, delimiter=";", encoding="cp1256"))
    assert read.cells.rows()[-2:] == rows[-2:]
