"""Texts that are in order but for how they are typed: hidden characters, spaces, digits, capitals, length."""

from __future__ import annotations

import re
import unicodedata
from functools import partial

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import HIDDEN, ODD_SPACES
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.fixes.base import Fix, each
from hkj_desktop.catalog.fixes.sound import cellwise
from hkj_desktop.catalog.fixes.words import lists

_LONG = frozenset({"text_too_long", "item_too_long"})
_CODES = frozenset({"barcode_form", "item_barcode", "sku_not_ascii"})
_NUMBERS = frozenset({"price_not_number", "fils_not_whole", "stock_not_whole"})
_HIDDEN = re.compile(HIDDEN)
_SPACES = re.compile(rf"(?:[ \t]|{ODD_SPACES})+")
_LINES = re.compile(r" ?\n(?: ?\n)+ ?")
_ARABIC_MARKS = str.maketrans({"٫": ".", "٬": ",", "−": "-"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL = re.compile("[aeiouyáàâäéèêëíîïóôöúûü]")
_SHORT = 3
ELLIPSIS = "…"


def plain(text: str) -> str:
    """Without control and hidden characters, with single ordinary spaces, and no empty lines but one."""
    text = _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = (one for one in text if one in "\n\t" or unicodedata.category(one) != "Cc")
    return _LINES.sub("\n\n", _SPACES.sub(" ", "".join(kept))).strip()


def _one_line(text: str) -> str:
    """The same for codes and addresses, which have one line and no joiners."""
    kept = (" " if one in "\n\t" else one for one in plain(text) if unicodedata.category(one) != "Cf")
    return _SPACES.sub(" ", "".join(kept))


def _trimmed(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001 - one signature for all
    line = pl.col("code").is_in([*_CODES, *_NUMBERS])
    return (
        rows.with_columns(one=each(rows["now"], _one_line), text=each(rows["now"], plain))
        .select(pl.when(line).then("one").otherwise("text"))
        .to_series()
    )


def latin(text: str) -> str:
    """Digits of every script as 0 to 9, in whatever width they are written."""
    text = unicodedata.normalize("NFKC", _one_line(text)).translate(_ARABIC_MARKS)
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)


def _in_latin(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    return each(rows["now"], latin)


def shortened(text: str, limit: int) -> str | None:
    """At most ``limit`` characters, cut behind a word, with … at the end. None for text with tags, which a cut would
    break."""
    if len(text) <= limit or limit < 2 or ("<" in text and ">" in text):
        return None
    head = text[: limit - len(ELLIPSIS)]
    if not text[len(head)].isspace():
        words = head.rsplit(None, 1)
        # A word that is half of the whole is cut through, between letters and not before a vowel sign.
        if len(words) == 2 and len(words[0]) * 2 >= limit:
            head = words[0]
        while head and unicodedata.combining(text[len(head)]):
            head = head[:-1]
    head = head.rstrip(" \t\n,;:،؛-–—")
    return head + ELLIPSIS if head else None


def _cut(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    after = pl.Series("after", [None], dtype=pl.String).new_from_index(0, rows.height)
    frame = rows.select("now", limit=pl.col("limit").cast(pl.Int64, strict=False)).with_row_index("n")
    for limit in frame["limit"].drop_nulls().unique().to_list():
        part = frame.filter(pl.col("limit") == limit)
        after = after.scatter(part["n"], each(part["now"], partial(shortened, limit=limit)))
    return after


def title_case(text: str) -> str:
    """``TURKISH COFFEE 250 G`` → ``Turkish Coffee 250 g``; abbreviations stay."""
    known = lists()

    def word(found: re.Match[str]) -> str:
        shown = found.group()
        small = shown.casefold()
        behind_number = bool(re.search(r"[0-9٠-٩]\s?$", text[: found.start()]))
        if behind_number and small in known.units:
            return small
        if small in known.small and found.start() > 0 and not behind_number:
            return small
        if small in known.capitals or len(small) == 1 or not shown.isupper():
            return shown
        if len(small) <= _SHORT and not _VOWEL.search(small):
            return shown
        return shown[0] + shown[1:].lower()

    return _WORD.sub(word, text)


def _titled(checked: Checked, rows: pl.DataFrame) -> pl.Series:  # noqa: ARG001
    after = each(rows["now"], title_case)
    capitals = rows["now"].str.contains(r"\p{Ll}").not_() & after.str.contains(r"\p{Ll}")
    return after.to_frame("a").select(pl.when(capitals).then("a")).to_series()


TRIM = Fix("trim", _LONG | _CODES | _NUMBERS, cellwise("trim", _trimmed), safe=True)
DIGITS = Fix("digits", _CODES | _NUMBERS, cellwise("digits", _in_latin), safe=True)
SHORTEN = Fix("shorten", _LONG, cellwise("shorten", _cut), kinds=frozenset({Kind.TEXT}))
TITLE_CASE = Fix(
    "title_case", frozenset({"title_capitals"}), cellwise("title_case", _titled), kinds=frozenset({Kind.TEXT})
)
