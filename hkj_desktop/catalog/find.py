"""Find and replace in the cells of a catalogue: which cells would change, and to what. Nothing is changed here.

Text is literal, never a pattern. With ``fold`` Arabic is found however it is spelled (arabic-data.md, items 2, 4 and
5): any alef, hamza on its carrier or not, ى as ي, ة as ه, with or without vowel signs, tatweel and hidden characters,
in letters or in their presentation forms, digits of either script; only the run that was found is replaced.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import HIDDEN, ODD_SPACES, OUTER_SPACES
from hkj_desktop.system.cancel import CancelToken

FOUND: dict[str, pl.DataType] = {
    "index": pl.UInt32(),
    "key": pl.String(),
    "before": pl.String(),
    "after": pl.String(),
}
#: Texts between two looks at the cancel token.
_SLICE = 2_000
_SAME = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئ", "ي"),
    "ؤ": "و",
    "ک": "ك",
    "ة": "ه",
    "ς": "σ",
    **{chr(start + digit): str(digit) for start in (0x0660, 0x06F0) for digit in range(10)},
}
#: Vowel signs and the hamza and madda that stand over a letter: part of the letter before them.
_SIGNS = "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
#: What may stand within a word and changes nothing about it.
_UNSEEN = f"{_SIGNS}\u0640\u200c\u200d{HIDDEN.strip('[]')}"
#: Marks that make another letter of the one before them.
_MARKS = "\u0300-\u036f"
#: Characters that stand for others: Arabic presentation forms, Latin ligatures, full-width letters.
_FORMS = ((0xFB00, 0xFB06), (0xFB50, 0xFDFB), (0xFE70, 0xFEFC), (0xFF01, 0xFF5E))
_DROPPED = re.compile(f"[{_UNSEEN}]")
_SPACE = re.compile(ODD_SPACES)


def replacements(
    checked: Checked,
    find: str,
    replace: str,
    *,
    columns: Sequence[str] | None = None,
    match_case: bool = False,
    whole_cell: bool = False,
    fold: bool = False,
    rows: pl.Series | None = None,
    cancel: CancelToken | None = None,
) -> pl.DataFrame:
    """Every cell that would change, in the order of the sheet: ``index`` of its row in the catalogue, ``key`` of its
    column, ``before`` (null where it is empty) and ``after``.

    ``columns``: the keys to look into, None for all; ``rows``: the indices to look at, None for all. An empty ``find``
    finds nothing; with ``whole_cell`` it finds the cells in which nothing is to be seen.
    """
    cells = checked.catalog.cells
    index = pl.Series("index", range(cells.height), dtype=pl.UInt32)
    if rows is not None:
        index = rows.cast(pl.UInt32).unique().sort().alias("index")
        cells = cells[index]
    replaced = _way(find, replace, match_case=match_case, whole_cell=whole_cell, fold=fold, cancel=cancel)
    found = [pl.DataFrame(schema={**FOUND, "at": pl.UInt32()})]
    wanted = cells.columns if columns is None else [key for key in cells.columns if key in columns]
    if replaced is None:
        return found[0].drop("at")
    for at, key in enumerate(wanted):
        if cancel is not None:
            cancel.check()
        hits, after = replaced(cells[key])
        frame = pl.DataFrame({"index": index[hits], "before": cells[key][hits], "after": after})
        frame = frame.with_columns(key=pl.lit(key), at=pl.lit(at, dtype=pl.UInt32))
        found.append(frame.select([*FOUND, "at"]).filter(pl.col("before").fill_null("") != pl.col("after")))
    return pl.concat(found).sort("index", "at").drop("at")


#: A column → positions of the cells that hold what is looked for, and what they become.
_Way = Callable[[pl.Series], tuple[pl.Series, pl.Series]]


def _way(
    find: str, replace: str, *, match_case: bool, whole_cell: bool, fold: bool, cancel: CancelToken | None
) -> _Way | None:
    if not find:
        return _fill_empty(replace) if whole_cell else None
    if fold:
        pattern = spelled_anyhow(find, match_case=match_case)
        return _in_any_spelling(pattern, replace, whole_cell=whole_cell, cancel=cancel) if pattern else None
    literal = match_case and not whole_cell
    written = find if literal else f"{'' if match_case else '(?i)'}{pl.escape_regex(find)}"
    if whole_cell:
        written = rf"\A(?:{written})\z"
    becomes = replace if literal else replace.replace("$", "$$")  # $1 would be a group of the pattern

    def way(column: pl.Series) -> tuple[pl.Series, pl.Series]:
        hits = column.str.contains(written, literal=literal).fill_null(value=False).arg_true()
        return hits, column[hits].str.replace_all(written, becomes, literal=literal)

    return way


def _fill_empty(replace: str) -> _Way:
    def way(column: pl.Series) -> tuple[pl.Series, pl.Series]:
        seen = column.str.replace_all(HIDDEN, "").str.replace_all(OUTER_SPACES, "").fill_null("")
        hits = (seen == "").arg_true()
        return hits, pl.Series([replace], dtype=pl.String).new_from_index(0, hits.len())

    return way


# -- Arabic, however it is spelled ------------------------------------------------------------------------------------


def _in_any_spelling(pattern: str, replace: str, *, whole_cell: bool, cancel: CancelToken | None) -> _Way:
    if whole_cell:
        pattern = rf"\A[{_UNSEEN}]*{pattern}[{_UNSEEN}]*\z"
    ends = f"{pattern}[{_SIGNS}]*"
    # Python's expressions can look at what follows a letter; only a few cells need it.
    exact = re.compile(rf"{ends}(?![{_MARKS}])".replace(r"\z", r"\Z"))

    def way(column: pl.Series) -> tuple[pl.Series, pl.Series]:
        hits = _spread(column).str.contains(pattern).fill_null(value=False).arg_true()
        texts = column[hits]
        after = texts.str.replace_all(ends, replace.replace("$", "$$"))
        odd = texts.str.contains(f"[{_MARKS}{''.join(_SEVERAL)}]").arg_true()
        corrected = []
        for at, text in enumerate(texts[odd]):
            if cancel is not None and at % _SLICE == 0:
                cancel.check()
            corrected.append(_replaced(text, exact, replace))
        return hits, after.scatter(odd, corrected) if corrected else after

    return way


def _replaced(text: str, exact: re.Pattern[str], replace: str) -> str:
    if not (_SEVERAL.keys() & set(text)):
        return exact.sub(lambda _found: replace, text)
    # A character that stands for several is looked at as those; it is replaced as a whole or not at all.
    spread, place = "", []
    for at, char in enumerate(text):
        more = _SEVERAL.get(char, char)
        place += [at, *[-1] * (len(more) - 1)]
        spread += more
    place.append(len(text))
    parts, done, at = [], 0, 0
    while found := exact.search(spread, at):
        begin, end = place[found.start()], place[found.end()]
        if begin < 0 or end < 0:
            at = found.start() + 1
            continue
        parts += [text[done:begin], replace]
        done, at = end, found.end()
    return "".join([*parts, text[done:]])


def _spread(column: pl.Series) -> pl.Series:
    """``column`` with the letters in place of characters that stand for several."""
    several = column.str.contains(f"[{''.join(_SEVERAL)}]").fill_null(value=False)
    if not several.any():
        return column
    spread = column.str.replace_many(list(_SEVERAL), list(_SEVERAL.values()))
    return column.zip_with(~several, spread)


def spelled_anyhow(find: str, *, match_case: bool) -> str:
    """A regular expression (for Python and for polars alike) that finds ``find`` in any of its spellings; "" where
    nothing of it is left to find (only vowel signs)."""
    return f"[{_UNSEEN}]*".join(_letter(char, match_case=match_case) for char in folded(find, match_case=match_case))


def folded(text: str, *, match_case: bool) -> str:
    """The spelling in which all spellings of ``text`` are one."""
    text = unicodedata.normalize("NFC", _SPACE.sub(" ", text))
    return _DROPPED.sub("", "".join(_unit(char, match_case=match_case) for char in text))


def _unit(char: str, *, match_case: bool) -> str:
    plain = _SEVERAL.get(char) or _plain(char)
    return "".join(_SAME.get(one, one) for one in (plain if match_case else "".join(map(_lower, plain))))


def _plain(char: str) -> str:
    """A character in one of its forms → what it stands for."""
    if not any(low <= ord(char) <= high for low, high in _FORMS):
        return char
    return _DROPPED.sub("", unicodedata.normalize("NFKC", char)).strip(" ") or char


def _lower(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char


_EVERY_FORM = [chr(code) for low, high in _FORMS for code in range(low, high + 1)]
#: Characters that stand for several (ﻻ, ﬁ) → those.
_SEVERAL = {char: _plain(char) for char in _EVERY_FORM if len(_plain(char)) > 1}


@cache
def _spellings(match_case: bool) -> dict[str, str]:
    """Folded letter → the characters that are it, itself left out."""
    found: dict[str, str] = {}
    for char in (*_EVERY_FORM, *_SAME):
        letter = _unit(char, match_case=match_case)
        if len(letter) == 1 and letter != char:
            found[letter] = found.get(letter, "") + char
    return found


def _letter(char: str, *, match_case: bool) -> str:
    """One folded letter in all its forms; what is composed of a letter and a mark, as two characters too."""
    if char == " ":
        return f"[ {ODD_SPACES.strip('[]')}]"
    cases = {char} if match_case else {char, *(one for one in (char.upper(), char.title()) if len(one) == 1)}
    written = f"[{re.escape(''.join(sorted(cases)) + _spellings(match_case).get(char, ''))}]"
    apart = {text for one in cases if len(text := unicodedata.normalize("NFD", one)) > 1}
    return f"(?:{'|'.join([written, *map(re.escape, sorted(apart))])})" if apart else written
