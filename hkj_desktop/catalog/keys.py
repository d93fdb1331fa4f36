"""The form in which two spellings of one header are equal; for matching only, never stored as text
(arabic-data.md, item 5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import polars as pl

from hkj_desktop.catalog.cleaning import HIDDEN, JOINERS

_FOLDED = str.maketrans("أإآٱىیک", "اااايي" + "ك") | str.maketrans({"ة": "ه", "ـ": None})
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670]")
_UNSEEN = re.compile(f"{HIDDEN}|{JOINERS}")
_NOT_A_WORD = re.compile(r"[\W_]+")


def matching_key(text: str) -> str:
    """The form in which two spellings of one header are equal."""
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()
    text = _VOWEL_SIGNS.sub("", text).translate(_FOLDED)
    return _NOT_A_WORD.sub(" ", text).strip()


def matching_keys(values: pl.Expr) -> pl.Expr:
    """:func:`matching_key` for a whole column, as an expression."""
    letters = {chr(letter): chr(letter).translate(_FOLDED) for letter in _FOLDED}
    bare = values.str.replace_all(_UNSEEN.pattern, "").str.normalize("NFKC").str.to_lowercase()
    bare = bare.str.replace_all(_VOWEL_SIGNS.pattern, "").str.replace_many(letters)
    return bare.str.replace_all(_NOT_A_WORD.pattern, " ").str.strip_chars(" ")


def headers_fingerprint(headers: Iterable[str]) -> str:
    """The same for the same headers in the same order, however they are spaced or capitalised."""
    return "|".join(matching_key(header) for header in headers)
