"""Which language a text is in, by its letters, and titles that hold both (arabic-data.md, item 8)."""

from __future__ import annotations

import re

import polars as pl

ARABIC = "[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]"
LATIN = "[A-Za-z\u00c0-\u024f]"
#: A single letter (``x``, a size) says nothing about a column's language.
_ARABIC_WORD, _LATIN_WORD = f"{ARABIC}.*{ARABIC}", f"(?s){LATIN}{{2}}"
#: More than half of a column's cells.
MOST = 0.5
#: So many different cells show what a column holds.
SAMPLE = 2000

_BRACKETS = re.compile(r"^\s*([^()\[\]]+?)\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_BETWEEN = re.compile(r"\s*[|/\n\r–—]+\s*|\s+-+\s+|\s*\\\s*")
_TIGHT_HYPHEN = re.compile(f"(?<={ARABIC})\\s*-\\s*(?={LATIN})|(?<={LATIN})\\s*-\\s*(?={ARABIC})")
_HAS_ARABIC, _HAS_LATIN = re.compile(ARABIC), re.compile(LATIN)
#: "500 ml" behind a dash is a size and no English title.
_ENGLISH_WORD = re.compile(f"{LATIN}{{3}}")


def language_of(values: pl.Series) -> str | None:
    """``ar`` or ``en``, as most cells of one script say; None where they are even, or none has letters.

    Cells with both scripts count only where there are no others: such a text is Arabic with a brand's name in it.
    """
    arabic, latin = values.str.contains(f"(?s){_ARABIC_WORD}"), values.str.contains(_LATIN_WORD)
    only_arabic, only_latin = int((arabic & ~latin).sum()), int((latin & ~arabic).sum())
    if only_arabic != only_latin:
        return "ar" if only_arabic > only_latin else "en"
    return "ar" if not only_arabic and bool((arabic & latin).any()) else None


def split_titles(text: str) -> tuple[str, str] | None:
    """A title that holds both languages → (Arabic, English); None where it does not fall into two such parts.

    The parts stand on both sides of ``-``, ``/``, ``|`` or a line's end, or one in brackets; the English part has no
    Arabic letter, the Arabic one may name a brand.
    """
    if not (_HAS_ARABIC.search(text) and _HAS_LATIN.search(text)):
        return None
    if found := _BRACKETS.match(text):
        return _told_apart(found.group(1), found.group(2))
    for pattern in (_BETWEEN, _TIGHT_HYPHEN):
        for mark in pattern.finditer(text):
            if parts := _told_apart(text[: mark.start()], text[mark.end() :]):
                return parts
    return None


def _told_apart(one: str, other: str) -> tuple[str, str] | None:
    for arabic, english in ((one.strip(), other.strip()), (other.strip(), one.strip())):
        if _HAS_ARABIC.search(arabic) and _ENGLISH_WORD.search(english) and not _HAS_ARABIC.search(english):
            return arabic, english
    return None


def holds_both(values: pl.Series) -> str | None:
    """An example, where most cells of a column fall into two titles; None where they do not."""
    different = values.drop_nulls().unique(maintain_order=True)[:SAMPLE]
    mixed = different.filter(different.str.contains(ARABIC) & different.str.contains(LATIN))
    if mixed.len() <= different.len() * MOST:
        return None
    split = [text for text in mixed if split_titles(text)]
    return split[0] if len(split) > different.len() * MOST else None


def split_column(values: pl.Series, language: str) -> pl.Series:
    """The part of each cell in ``language``; a cell of one language is that part, or nothing."""
    different = values.drop_nulls().unique()
    parts: list[str | None] = []
    for text in different:
        both = split_titles(text)
        if both:
            parts.append(both[0] if language == "ar" else both[1])
        else:
            parts.append(text if (_HAS_ARABIC.search(text) is not None) == (language == "ar") else None)
    table = pl.DataFrame({"text": different, "part": pl.Series(parts, dtype=pl.String)})
    return pl.DataFrame({"text": values}).join(table, on="text", how="left", maintain_order="left")["part"]


def in_each_others_place(arabic: pl.Expr, english: pl.Expr) -> pl.Expr:
    """Whether the Arabic title is written in Latin letters and the English one in Arabic ones."""
    latin_only = ~arabic.str.contains(ARABIC) & arabic.str.contains(LATIN)
    return (latin_only & english.str.contains(ARABIC)).fill_null(value=False)
