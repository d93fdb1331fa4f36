"""Find and replace: exactly the cells that hold what is looked for, and in them exactly the run that was found."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import replace as changed
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.find import FOUND, folded, replacements
from hkj_desktop.catalog.table import columns_for
from hkj_desktop.errors import Cancelled
from hkj_desktop.system.cancel import CancelToken
from tests.helpers.catalogues import checked, modest

LETTERS = "abcABC $1.*\\(^|é\u0301ßΣاأإآىيةهؤوقلـَ\u200f١2"
TEXT = st.text(LETTERS, max_size=8)
CELL = st.one_of(st.none(), TEXT, st.sampled_from(["", " ", "\u200f", "ﻻ", "ﷲ", "١٢٣", "a\nb"]))
ROWS = st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8)
HEADERS = ("title_ar", "sku", "note")


def one(text: str | None, find: str, becomes: str, **options: Any) -> str | None:
    """What one cell becomes; None where it stays."""
    found = replacements(checked(["title_ar"], [[text]]), find, becomes, **options)
    return found["after"][0] if found.height else None


def grid(rows: Any) -> list[list[str | None]]:
    return [list(row) for row in rows]


# -- literal text -----------------------------------------------------------------------------------------------------


@modest(80)
@given(ROWS, TEXT, TEXT)
def test_literal_text_is_replaced_as_python_does(rows: Any, find: str, becomes: str) -> None:
    """Where capitals matter and nothing is folded, each cell becomes what str.replace makes of it, and the frame lists
    exactly the cells for which that is another text."""
    found = replacements(checked(HEADERS, grid(rows)), find, becomes, match_case=True)
    expected = [
        (at, f"c{column}", text, text.replace(find, becomes))
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if text is not None and find and text.replace(find, becomes) != text
    ]
    assert found.rows() == expected
    assert found.schema == FOUND


@modest(80)
@given(ROWS, TEXT, TEXT, st.booleans(), st.booleans())
def test_whatever_is_listed_changes(rows: Any, find: str, becomes: str, fold: bool, whole: bool) -> None:
    """No cell is listed twice, none that stays as it is; ``before`` is what stands there; an empty text finds nothing,
    or the empty cells where the whole cell is meant."""
    file = checked(HEADERS, grid(rows))
    cells = file.catalog.cells
    found = replacements(file, find, becomes, fold=fold, whole_cell=whole)
    assert found.select("index", "key").is_unique().all()
    for index, key, before, after in found.iter_rows():
        assert cells[key][index] == before
        assert (before or "") != after
        if whole:
            assert after == becomes
        if not find:
            assert whole
            assert not (before or "").strip(" \u200f")


def test_an_empty_text_fills_empty_cells_alone() -> None:
    """To look for nothing does nothing; as the whole cell it is each cell in which nothing is to be seen."""
    file = checked(["title_ar", "sku"], [[None, "A-1"], ["", "A-2"], [" \u200f", "A-3"], ["عسل", None]])
    assert replacements(file, "", "جديد").height == 0
    filled = replacements(file, "", "جديد", whole_cell=True, columns=["c0"])
    assert filled["index"].to_list() == [0, 1, 2]
    assert set(filled["after"]) == {"جديد"}
    assert replacements(file, "", "", whole_cell=True, columns=["c0"])["index"].to_list() == [2]


def test_capitals_count_only_where_they_are_asked_for() -> None:
    """Without "match case" honey is HONEY, in letters of any script; the replacement stays as it is typed."""
    assert one("HONEY and Honey", "honey", "Tea") == "Tea and Tea"
    assert one("HONEY", "honey", "Tea", match_case=True) is None
    assert one("CAFÉ", "café", "Tea") == "Tea"


def test_nothing_is_a_pattern() -> None:
    """Dots, brackets, dollars and backslashes mean themselves, in what is found and in what is put there."""
    assert one("a.b*c", ".b*", "$1") == "a$1c"
    assert one("a(b", "(B", r"\1${0}") == r"a\1${0}"
    assert one("abc", ".", "x") is None
    assert one("5$", "5$", "$0", whole_cell=True) == "$0"
    assert one("قهوة.", "قهوه.", "$1", fold=True) == "$1"


def test_the_whole_cell() -> None:
    """As a whole, a cell that holds more than what is looked for stays."""
    assert one("Food", "food", "X", whole_cell=True) == "X"
    assert one("Food > Honey", "food", "X", whole_cell=True) is None
    assert one("Food\n", "food", "X", whole_cell=True) is None
    assert one("قَهْوَة", "قهوه", "X", whole_cell=True, fold=True) == "X"
    assert one("قَهْوَة تركية", "قهوه", "X", whole_cell=True, fold=True) is None


def test_only_these_columns_and_rows() -> None:
    """Columns and rows that are left out stay, and ``index`` counts the rows of the catalogue."""
    file = checked(HEADERS, [["x", "x", "x"] for _ in range(4)])
    rows = pl.Series([3, 1, 3], dtype=pl.UInt32)
    found = replacements(file, "x", "y", columns=["c2", "c0", "c9"], rows=rows)
    assert found.select("index", "key").rows() == [(1, "c0"), (1, "c2"), (3, "c0"), (3, "c2")]
    assert replacements(file, "x", "y", columns=[]).height == 0
    assert replacements(file, "x", "y", rows=pl.Series([], dtype=pl.UInt32)).height == 0


# -- Arabic in any spelling -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "find", "after"),
    [
        ("قَهْوَة تركية", "قهوة", "X تركية"),  # vowel signs
        ("قهوه", "قهوة", "X"),  # ة and ه
        ("قـــهوة", "قهوة", "X"),  # tatweel
        ("قه\u200fوة", "قهوة", "X"),  # hidden characters
        ("ﻗﻬﻮﺓ", "قهوة", "X"),  # presentation forms
        ("أحمد، إحمد، آحمد، ٱحمد", "احمد", "X، X، X، X"),
        ("ا\u0654حمد", "أحمد", "X"),  # hamza as a sign of its own
        ("مسؤول مسوول", "مسؤول", "X X"),
        ("مصطفى", "مصطفي", "X"),
        ("کیک", "كيك", "X"),  # Persian letters
        ("١٢٣ و ۱۲۳ و 123", "123", "X و X و X"),
        ("500 غ", "٥٠٠", "X غ"),
        ("عسل\u00a0سدر", "عسل سدر", "X"),
        ("شاي ﻻ", "لا", "شاي X"),  # one character for two letters
        ("ﻻ", "ل", None),  # half of a character is not replaced
        ("ﻻل", "ل", "ﻻX"),
        ("الله ﷲ", "الله", "X X"),
        ("Ｃａｆé ﬁne", "caf", "Xé ﬁne"),
        ("cafe\u0301 cafe", "cafe", "cafe\u0301 X"),  # a letter with an accent is another letter
        ("cafe\u0301 caf\u00e9", "café", "X X"),
        ("عسل", "ً", None),  # vowel signs alone are nothing to look for
    ],
)
def test_arabic_is_found_in_any_spelling(text: str, find: str, after: str | None) -> None:
    """Only the run that was found is replaced, whole with its vowel signs; the rest keeps its spelling."""
    assert one(text, find, "X", fold=True) == after


def test_without_folding_spelling_counts() -> None:
    """Where it is not asked for, another spelling is another text."""
    assert one("قهوه", "قهوة", "X") is None
    assert one("١٢٣", "123", "X") is None


@modest(100)
@given(TEXT.filter(lambda text: bool(folded(text, match_case=False).strip())), TEXT, TEXT)
def test_what_folds_alike_is_found(find: str, before: str, after: str) -> None:
    """A text is found in every cell that holds it, and what is found folds as it does."""
    cell = f"{before}-{find}-{after}"
    spelled = replacements(checked(["note"], [[cell]]), find, "\x00", fold=True)
    assert spelled.height == 1
    assert folded("-", match_case=False) == "-"
    parts = spelled["after"][0].split("\x00")
    wanted = folded(find, match_case=False)
    assert folded(cell, match_case=False) == wanted.join(folded(part, match_case=False) for part in parts)


@modest(100)
@given(st.text("قهوةأا١لي ", min_size=1, max_size=6))
def test_presentation_forms_are_the_same_text(text: str) -> None:
    """A text in presentation forms folds to what its letters fold to."""
    forms = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFE80, 0xFEFD)}
    assert folded("".join(forms.get(char, char) for char in text), match_case=True) == folded(text, match_case=True)


# -- cost -------------------------------------------------------------------------------------------------------------


def large(rows: int = 100_000) -> Any:
    """Thirteen columns of three Arabic words and a number."""
    words = pl.Series(["قهوة", "عسل", "زيت زيتون", "شاي أحمد", "Turkish coffee"])
    at = pl.int_range(rows, eager=True)
    cells = {f"c{n}": words[(at + n) % 5] + " " + words[(at * 3 + n) % 5] + " " + at.cast(pl.String) for n in range(13)}
    small = checked(["title_ar"], [["x"]])
    numbers = pl.Series("row", at + 2, dtype=pl.UInt32)
    columns = columns_for([f"h{n}" for n in range(13)])
    return changed(small, catalog=changed(small.catalog, columns=columns, cells=pl.DataFrame(cells), rows=numbers))


@pytest.mark.parametrize("fold", [False, True])
def test_a_hundred_thousand_rows_are_searched_at_once(fold: bool) -> None:
    """What hits few cells of 1,300,000 is found in a fraction of a second, however it is spelled."""
    file = large()
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        found = replacements(file, "٩٩٩٩" if fold else "9999", "x", fold=fold)
        times.append(time.perf_counter() - begun)
    assert found.height == 13 * sum("9999" in str(at) for at in range(100_000))
    assert min(times) < 2, times


def test_a_search_can_be_stopped() -> None:
    """Somebody who types on stops the search for what was typed before."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        replacements(large(10), "x", "y", cancel=token)
