"""Text files: their encoding and delimiter; what was guessed and how sure it is.

Order of the encodings: byte order mark, NUL bytes (UTF-16 without a mark), strict UTF-8, then the code pages
of Arabic
Windows, DOS and Mac by the letters that come out (arabic-data.md: the detectors misread English-heavy cp1256).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from hkj_desktop.errors import FileDamaged

SAMPLE = 1 << 18
DELIMITERS = (",", ";", "\t", "|")
_UTF8_BOM = b"\xef\xbb\xbf"
_CODE_PAGES = ("cp1256", "cp720", "iso8859_6", "mac_arabic", "cp1252")
_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u00ff]{2,}")
# Only a sign that can stand between cells: polars and csv take one byte, and no letter, digit, quote or line end.
_SEP_LINE = re.compile(r'"?sep=([!#$%&*+,./:;<=>?@^_`|~\t -])"?\r?$', re.IGNORECASE)
# So many good characters for each bad one, and a text is UTF-8 with some damage and no Arabic code page.
GOOD_FOR_BAD = 20


@dataclass(frozen=True)
class Decoded:
    """``utf8``: the file's text as UTF-8 with no byte order mark. ``sure``: False where another reading is
    about as likely."""

    utf8: bytes
    encoding: str
    sure: bool = True


def decode(raw: bytes, name: str) -> Decoded:
    """Turn the bytes of a text file into UTF-8. Raises FileDamaged for NUL bytes that are not UTF-16."""
    if raw.startswith(_UTF8_BOM):
        body = raw[len(_UTF8_BOM) :]
        mended = None if b"\x00" in body or _is_utf8(body) else _mostly_utf8(body)
        return Decoded(mended or _strict(body, "utf-8", name), "utf-8-sig", sure=mended is None)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16-le" if raw.startswith(b"\xff\xfe") else "utf-16-be"
        return Decoded(_strict(raw[2:], encoding, name), encoding)
    if b"\x00" in raw:
        return _no_mark_utf16(raw, name)
    if _is_utf8(raw):
        return Decoded(raw, "utf-8")
    mended = _mostly_utf8(raw)
    return Decoded(mended, "utf-8", sure=False) if mended else _by_letters(raw)


def _strict(raw: bytes, encoding: str, name: str) -> bytes:
    if encoding == "utf-8" and _is_utf8(raw) and b"\x00" not in raw:
        return raw
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileDamaged(name=name, detail=f"{encoding} at byte {error.start}") from error
    if "\x00" in text:
        raise FileDamaged(name=name, detail="NUL")
    return text.encode()


def _is_utf8(raw: bytes) -> bool:
    if raw.isascii():
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(raw: bytes) -> bytes | None:
    """UTF-8 with a few broken bytes, such as a text that was cut off, with � in their place; None where it is
    something else. Arabic in a code page has next to nothing that is good UTF-8."""
    text = raw.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for character in text[:SAMPLE] if ord(character) > 0x7F) - text[:SAMPLE].count("\ufffd")
    return text.encode() if bad and good > bad * GOOD_FOR_BAD else None


def _no_mark_utf16(raw: bytes, name: str) -> Decoded:
    """UTF-16 without a mark has a NUL in every other byte of its digits and delimiters; scattered NULs are damage."""
    sample = raw[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    few = max(len(sample) // 20, 3)
    if max(even, odd) > few and min(even, odd) <= few // 4:
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        return Decoded(_strict(raw, encoding, name), encoding)
    raise FileDamaged(name=name, detail="NUL")


def _by_letters(raw: bytes) -> Decoded:
    """The code page whose reading holds the most letters inside words, Arabic or Latin."""
    scored = sorted(((_score(raw[:SAMPLE], page), -at, page) for at, page in enumerate(_CODE_PAGES)), reverse=True)
    (best, _, page), (second, _, _) = scored[0], scored[1]
    text = raw.decode(page, errors="replace")
    return Decoded(text.encode(), page.replace("_", "-"), sure=best > second * 1.2)


def _score(sample: bytes, page: str) -> float:
    text = sample.decode(page, errors="replace")
    foreign = [character for character in text if ord(character) > 0x7F]
    if not foreign:
        return 0.0
    inside = sum(len(word) for word in _ARABIC_WORD.findall(text))
    if page == "cp1252":
        inside = sum(sum(ord(c) > 0x7F for c in word) for word in _LATIN_WORD.findall(text) if word.isalpha())
        # A lone accent inside a Latin word is likely; a run of accents is Arabic misread.
        inside -= 2 * len(re.findall("[\u00c0-\u00ff]{3,}", text))
    return (inside - 5 * text.count("\ufffd")) / len(foreign)


def delimiter_of(utf8: bytes) -> tuple[str, int]:
    """The delimiter, and how many leading bytes a ``sep=`` line takes.

    Each candidate is tried, quotes respected; the one that cuts most lines into the same number of cells wins.
    """
    first_line = re.split(b"[\r\n]", utf8[:64], maxsplit=1)[0]
    named = _SEP_LINE.match(first_line.decode("utf-8", errors="replace"))
    if named and len(first_line) < 12:
        ends = 2 if utf8[len(first_line) :].startswith(b"\r\n") else 1
        return named.group(1), min(len(first_line) + ends, len(utf8))
    sample = utf8[: SAMPLE // 4].decode("utf-8", errors="ignore").replace("\r\n", "\n").replace("\r", "\n")
    lines = sample.split("\n")[:-1] if len(utf8) > SAMPLE // 4 else sample.split("\n")
    return max(DELIMITERS, key=lambda delimiter: _consistency(lines[:200], delimiter)), 0


def _consistency(lines: list[str], delimiter: str) -> tuple[float, int]:
    """Share of the lines with the header's number of cells, and that number; a single cell counts for nothing."""
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells]
    except csv.Error:
        return 0.0, 0
    if not widths or widths[0] < 2:
        return 0.0, max(widths, default=0)
    same = sum(width == widths[0] for width in widths) / len(widths)
    return (same if len(widths) > 1 else 1.0) + min(widths[0], 20) / 100, widths[0]
