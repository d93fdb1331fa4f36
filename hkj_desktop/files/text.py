"""Text files: their encoding and delimiter; what was guessed, and other readings where nobody can be sure.

Order of the encodings: byte order mark, NUL bytes (UTF-16 without a mark), strict UTF-8, then the code pages
of Arabic Windows, DOS and Mac and the Western one by the letters that come out (arabic-data.md: the detectors misread
English-heavy cp1256). A detector is asked about files that none of these explains.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hkj_desktop.catalog.table import TextReading
from hkj_desktop.errors import FileDamaged
from hkj_desktop.files.letters import likelihood

SAMPLE = 1 << 18
DELIMITERS = (",", ";", "\t", "|")
_UTF8_BOM = b"\xef\xbb\xbf"
#: So many bits for each code page before a letter is read: Windows wrote nearly all such files (arabic-data.md).
_CODE_PAGES = {"cp1256": 4.0, "cp720": 0.0, "iso8859_6": 0.0, "mac_arabic": 0.0, "cp1252": 0.0}
#: So many bits more than any other reading, and nobody needs to be asked: measured on product names, one is enough
#: for most files, five for all (tests/unit/files/test_code_pages.py).
_SURE = 10.0
#: Bits for each foreign letter below which nobody would take them for Arabic.
_NO_ARABIC = -1.0
#: Letters of the Western code page that stand where the Turkish one has its own.
_NOT_WESTERN = frozenset("þÞýÝðÐ")
_OTHERS = ("cp1250", "cp1251", "cp1253", "cp1254", "cp1257")
_SHOWN_LINES, _SHOWN_LETTERS = 3, 120
# Only a sign that can stand between cells: polars and csv take one byte, and no letter, digit, quote or line end.
_SEP_LINE = re.compile(r'"?sep=([!#$%&*+,./:;<=>?@^_`|~\t -])"?\r?$', re.IGNORECASE)
# So many good characters for each bad one, and a text is UTF-8 with some damage and no Arabic code page.
GOOD_FOR_BAD = 20
_HIGH = re.compile(b"[\x80-\xff]")


@dataclass(frozen=True)
class Decoded:
    """``utf8``: the file's text as UTF-8 with no byte order mark. ``readings``: this one and others that are about as
    likely; empty where this one is sure."""

    utf8: bytes
    encoding: str
    readings: tuple[TextReading, ...] = ()


def decode(raw: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Turn the bytes of a text file into UTF-8; ``encoding``: the person's choice among earlier ``readings``.

    Raises FileDamaged for NUL bytes that are not UTF-16.
    """
    if encoding is not None:
        return _chosen(raw, encoding, name)
    if raw.startswith(_UTF8_BOM):
        body = raw[len(_UTF8_BOM) :]
        mended = None if b"\x00" in body or _is_utf8(body) else _mostly_utf8(body)
        return Decoded(mended or _strict(body, "utf-8", name), "utf-8-sig")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16-le" if raw.startswith(b"\xff\xfe") else "utf-16-be"
        return Decoded(_strict(raw[2:], encoding, name), encoding)
    if b"\x00" in raw:
        return _no_mark_utf16(raw, name)
    if _is_utf8(raw):
        return Decoded(raw, "utf-8")
    mended = _mostly_utf8(raw)
    return Decoded(mended, "utf-8") if mended else _by_letters(raw)


def _chosen(raw: bytes, encoding: str, name: str) -> Decoded:
    if b"\x00" in raw and not encoding.startswith("utf-16"):
        raise FileDamaged(name=name, detail="NUL")
    try:
        return Decoded(raw.decode(encoding, errors="replace").encode(), encoding)
    except (LookupError, UnicodeError) as error:
        raise FileDamaged(name=name, detail="encoding") from error


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
    """The likeliest code page; with the others where none is far ahead."""
    lines = list(_foreign_lines(raw))
    sample = b"\n".join(lines)
    scores = {page: likelihood(sample, page) + before for page, before in _CODE_PAGES.items()}
    order = sorted(scores, key=lambda page: -scores[page])
    # Pages that read the whole sample alike are one reading.
    ranked = _different(sample, order)
    best = ranked[0]
    if _unexplained(sample, best, scores[best]):
        strange = _second_opinion(sample)
        foreign = best == "cp1252" or scores[best] < _NO_ARABIC * len(_HIGH.findall(sample))
        ranked = _different(sample, [*strange, best] if foreign else [*ranked[:2], *strange])
    elif len(ranked) < 2 or scores[best] - scores[ranked[1]] >= _SURE:
        return _decoded(raw, best)
    else:
        ranked = [page for page in ranked if scores[best] - scores[page] < _SURE]
    return _decoded(raw, ranked[0], _readings(lines, ranked[:3]) if len(ranked) > 1 else ())


def _different(sample: bytes, pages: list[str]) -> list[str]:
    """``pages`` without those that read the sample as an earlier one does."""
    first: dict[str, str] = {}
    for page in pages:
        first.setdefault(_comparable(sample, page), page)
    return list(first.values())


def _decoded(raw: bytes, page: str, readings: tuple[TextReading, ...] = ()) -> Decoded:
    return Decoded(raw.decode(page, errors="replace").encode(), _shown_name(page), readings)


def _shown_name(page: str) -> str:
    return page.replace("_", "-")


def _foreign_lines(raw: bytes) -> Iterator[bytes]:
    """The different lines (the part of a long one) that hold more than ASCII, up to :data:`SAMPLE` bytes of them."""
    seen: set[bytes] = set()
    at, size = 0, 0
    while size < SAMPLE and (found := _HIGH.search(raw, at)):
        start = max(raw.rfind(b"\n", 0, found.start()), raw.rfind(b"\r", 0, found.start()), at - 1, found.start() - 400)
        ends = [end for mark in (b"\n", b"\r") if (end := raw.find(mark, found.end(), found.end() + 4000)) >= 0]
        at = min(ends, default=min(len(raw), found.end() + 4000))
        line = raw[start + 1 : at].strip()
        if line and line not in seen:
            seen.add(line)
            size += len(line)
            yield line


def _comparable(raw: bytes, page: str) -> str:
    return raw.decode(page, errors="replace").replace("\u00a0", " ")


def _unexplained(sample: bytes, page: str, score: float) -> bool:
    return score <= 0 or (page == "cp1252" and not _NOT_WESTERN.isdisjoint(sample.decode(page, errors="replace")))


def _second_opinion(sample: bytes) -> list[str]:
    """Windows code pages of other languages that a detector finds likely, the Turkish one among them: it differs from
    the Western one in six letters only, which detectors pass over."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample[: SAMPLE // 4], cp_isolation=list(_OTHERS), enable_fallback=False)
    likely = [match.encoding for match in found][:1]
    western = sample.decode("cp1252", errors="replace")
    turkish = not _NOT_WESTERN.isdisjoint(western) and likelihood(sample, "cp1254") > 0
    return [*(["cp1254"] if turkish else []), *likely]


def _readings(lines: list[bytes], pages: list[str]) -> tuple[TextReading, ...]:
    """Up to three lines of the file, in each page: those that no two pages read alike, the one with the most foreign
    letters first."""

    def telling(line: bytes) -> tuple[int, int]:
        return len({_comparable(line, page) for page in pages}), len(_HIGH.findall(line))

    chosen = sorted((line for line in lines[:500] if telling(line)[0] > 1), key=telling, reverse=True)[:_SHOWN_LINES]
    return tuple(
        TextReading(_shown_name(page), tuple(_comparable(line, page)[:_SHOWN_LETTERS] for line in chosen))
        for page in pages
    )


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
    """Share of the lines that have the usual number of cells, and that number; a single cell counts for nothing.

    The usual number, not the first line's: a title may stand above the table.
    """
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells]
    except csv.Error:
        return 0.0, 0
    usual = Counter(width for width in widths if width > 1).most_common(1)
    if not usual:
        return 0.0, max(widths, default=0)
    ((width, same),) = usual
    return same / len(widths) + min(width, 20) / 100, width
