"""How likely a reading of some bytes is: by the letters that come out, and which of them follow which.

The code pages of Arabic hold the same letters in other places, so a wrong reading is Arabic letters too, in an order
that no word has, or signs in the middle of words. What follows what is counted in ``resources/letters/arabic.txt``.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache

from hkj_desktop.system.paths import resource

_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
_EDGE = " "
#: How far one pair of letters may speak for or against a reading, in bits; what no language writes speaks so loudly.
_FOR, _AGAINST, _IMPOSSIBLE = 2.5, -5.0, -6.0
#: Letters with accents that English and French product names have; others of the Western code page are rare.
_USUAL_ACCENTS = frozenset("éèêëàâçîïôöûùüäñßáíóúœÉÈÀÇÖÜÄığşİŞĞ")
_MARKS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652ـ")
_PUNCTUATION = frozenset("،؛؟«»–—‘’“”•…°®™©×\u00a0\u200c\u200d\u200e\u200f")
_ODD = "\ue000"
_HARMLESS = " 0123456789.,:;%!?+-*/()|\"'"
_WITH_NUMBERS = frozenset("€£½¼¾²³µºª°")
_ARABIC_DIGITS = frozenset("٠١٢٣٤٥٦٧٨٩")
_ARABIC_ONLY, _NO_LETTER = ("cp720", "iso8859_6", "mac_arabic"), 10.0
_ARABIC = re.compile(f"[{_LETTERS}]")
#: A word, with the foreign signs that stand in or against it.
_PIECE = re.compile(r"[^\s!-/:-@\[-`{-~]*[^\x00-\x7f][^\s!-/:-@\[-`{-~]*")


@cache
def _pairs() -> dict[tuple[str, str], float]:
    """Pair of letters (a space: the word's edge) → bits for or against it being Arabic."""
    lines = resource("letters", "arabic.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    pairs = Counter(pair for word in words for pair in zip(_EDGE + word, word + _EDGE, strict=True))
    firsts = Counter[str]()
    for (first, _), count in pairs.items():
        firsts[first] += count
    size = len(_LETTERS) + 1
    return {
        (first, second): max(
            _AGAINST,
            min(_FOR, math.log2((pairs[first, second] + 0.1) / (firsts[first] + 0.1 * size) * size)),
        )
        for first in _LETTERS + _EDGE
        for second in _LETTERS + _EDGE
    }


@cache
def _signs(page: str) -> dict[int, str]:
    """Byte → sign, with a mark for a bracket or dash that stands outside ASCII (MacArabic has a second set): in a text
    that was written in this page it never touches a letter."""
    signs = {byte: bytes([byte]).decode(page, errors="replace") for byte in range(0x80, 0x100)}
    return {byte: _ODD if sign.isascii() and sign not in _HARMLESS else sign for byte, sign in signs.items()}


def likelihood(raw: bytes, page: str) -> float:
    """:func:`plausibility` of ``raw`` as it reads in ``page``, a code page of one byte a sign. Nobody writes in an
    Arabic page of DOS or the Mac and then no Arabic letter."""
    text = raw.decode("latin-1").translate(_signs(page))
    return plausibility(text) - (_NO_LETTER if page in _ARABIC_ONLY and not _ARABIC.search(text) else 0.0)


def plausibility(text: str) -> float:
    """Bits for (above 0) or against ``text`` being what was written; ASCII alone says nothing: 0."""
    counted = Counter(piece for found in _PIECE.findall(text) for piece in _parts(found))
    # The same word again is no further proof.
    return sum(_piece(piece) * (1 + math.log2(count)) for piece, count in counted.items())


def _parts(piece: str) -> list[str]:
    """A piece without the punctuation, digits and signs that may stand at its edges."""
    return [part for part in re.split("([،؛؟«»…\u00a0]+)", piece) if part]


def _piece(piece: str) -> float:
    if all(sign in _PUNCTUATION for sign in piece):
        return 0.0
    arabic = sum(sign in _LETTERS for sign in piece)
    if not arabic:
        return _without_arabic(piece)
    score = 0.0
    before = _EDGE
    pairs = _pairs()
    for sign in piece + _EDGE:
        if sign in _MARKS:
            if before == _EDGE:
                score += _IMPOSSIBLE
            score -= 0.5
            continue
        if sign in _LETTERS or (sign == _EDGE and before in _LETTERS):
            score += pairs[before if before in _LETTERS else _EDGE, sign]
        elif sign in _ARABIC_DIGITS or sign.isdigit():
            score += 0.0 if before == _EDGE or before.isdigit() else _AGAINST / 2
        elif sign != _EDGE:
            score += _IMPOSSIBLE  # a Latin letter, a frame, a currency in the middle of an Arabic word
        before = sign
    return score


def _without_arabic(piece: str) -> float:
    """Western words with accents, and signs that no words are made of."""
    score = 0.0
    foreign = [sign for sign in piece if ord(sign) > 0x7F]
    lone = len(foreign) < len(piece)
    for sign in foreign:
        if sign in _USUAL_ACCENTS:
            score += 1.5 if lone else -1.0
        elif sign in _ARABIC_DIGITS:
            score += 0.5
        elif sign in _PUNCTUATION:
            score += 0.0 if piece.strip("".join(_PUNCTUATION)) == piece.replace(sign, "") else -1.0
        elif sign in _WITH_NUMBERS:
            score -= 0.5
        elif sign == _ODD:
            score -= 1.0
        elif sign in _MARKS:
            score += _IMPOSSIBLE
        elif unicodedata.category(sign)[0] == "L":
            score -= 2.0
        else:
            score -= 3.0 if unicodedata.category(sign) not in ("Cc", "Co", "Cn") and sign != "\ufffd" else 8.0
    runs = re.findall("[^\x00-\x7f]{3,}", piece)
    return score - 2.0 * len(runs)
