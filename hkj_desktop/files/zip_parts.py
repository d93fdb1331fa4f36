"""The parts of a zipped workbook, unpacked in pieces and within limits.

A zip can unpack to a thousand times its size, and its directory can lie about that; the workbook reader would
believe it.
"""

from __future__ import annotations

import copy
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

from hkj_desktop.errors import FileDamaged, FileTooLarge

MEGABYTE = 1 << 20
CHUNK = 1 << 20
#: What a zip unpacks to; no catalogue is larger.
MOST_UNPACKED_MEGABYTES = 4096
#: Sheets pack to a fifth to a thirtieth; what packs to a two-hundredth and is large is nothing that anybody typed.
MOST_PACKING, PACKING_FROM_MEGABYTES = 200, 64
#: The workbook's table of texts is kept whole: so many bytes of it, and so many texts.
MOST_TEXT_MEGABYTES, MOST_TEXTS = 400, 10_000_000
_SMALL = 8 * MEGABYTE


@contextmanager
def zip_told(name: str) -> Iterator[None]:
    """What a broken zip makes zipfile raise → FileDamaged."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        # ValueError: names that are not in the encoding they claim
        raise FileDamaged(name=name, detail=f"zip: {type(error).__name__}") from error


def check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    """Raise FileTooLarge for a zip that says itself that it unpacks to too much."""
    infos = archive.infolist()
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    _check(unpacked, packed, name)


def _check(unpacked: int, packed: int, name: str) -> None:
    if unpacked > MOST_UNPACKED_MEGABYTES * MEGABYTE:
        raise FileTooLarge(name=name, limit=MOST_UNPACKED_MEGABYTES, unit="MB", kind="packed")
    if unpacked > PACKING_FROM_MEGABYTES * MEGABYTE and unpacked > packed * MOST_PACKING:
        raise FileTooLarge(name=name, limit=PACKING_FROM_MEGABYTES, unit="MB", kind="packed")


def pieces(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[bytes]:
    """One part in pieces that are cut before a ``<``, so that no tag is cut. Raises FileTooLarge where it holds more
    than the zip's directory says (``FileDamaged`` where that is small), whatever the directory says."""
    before = b""
    for chunk in _unpacked(archive, part, name):
        text = before + chunk
        cut = text.rfind(b"<")
        if cut <= 0:
            cut = len(text)
        yield text[:cut]
        before = text[cut:]
    yield before


def _unpacked(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[bytes]:
    found = archive.getinfo(part)
    # zipfile stops at the size that the directory tells, the workbook reader does not.
    honest = copy.copy(found)
    honest.file_size = found.file_size + 1
    size = 0
    with archive.open(honest) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > found.file_size:
                raise FileDamaged(name=name, detail="zip: size")
            yield chunk


def whole(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """A small part; raises FileTooLarge where it is not small."""
    if archive.getinfo(part).file_size > MOST_TEXT_MEGABYTES * MEGABYTE:
        raise FileTooLarge(name=name, limit=MOST_TEXT_MEGABYTES, unit="MB", kind="packed")
    return b"".join(_unpacked(archive, part, name))


def check_texts(archive: zipfile.ZipFile, part: str, name: str) -> None:
    """Raise FileTooLarge where the table of texts is larger than memory should hold."""
    if archive.getinfo(part).file_size > MOST_TEXT_MEGABYTES * MEGABYTE:
        raise FileTooLarge(name=name, limit=MOST_TEXT_MEGABYTES, unit="MB", kind="texts")
    texts = 0
    for text in pieces(archive, part, name):
        texts += text.count(b"<si")
        if texts > MOST_TEXTS:
            raise FileTooLarge(name=name, limit=MOST_TEXTS, unit="texts", kind="texts")


_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")


def targets(archive: zipfile.ZipFile, book: str, name: str) -> dict[str, str]:
    """Relation id → part, of the workbook part ``book`` (``xl/workbook.xml``)."""
    folder, _, file = book.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in archive.namelist() or archive.getinfo(relations).file_size > _SMALL:
        return {}
    found: dict[str, str] = {}
    for tag in _RELATION.findall(whole(archive, relations, name)):
        identity, target = attribute(tag, b"Id"), attribute(tag, b"Target")
        if identity and target:
            found[identity] = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
    return found


def attribute(tag: bytes, name: bytes) -> str | None:
    """The value of one attribute of a tag, without its namespace."""
    found = re.search(rb"[\s:]" + name + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    if found is None:
        return None
    return unescape((found.group(1) or found.group(2) or b"").decode("utf-8", errors="replace"))
