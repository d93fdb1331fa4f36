"""What a file really is: its content first, its extension second, capitals ignored."""

from __future__ import annotations

import re
import stat
import zipfile
from enum import StrEnum
from pathlib import Path

from hkj_desktop.errors import (
    FileDamaged,
    FileEmpty,
    FileIsFolder,
    FileMissing,
    FileNotAllowed,
    FileNotCatalogue,
    FileProtected,
    FileTooLarge,
)
from hkj_desktop.files.zip_parts import check_sizes, zip_told

HEAD = 8192
MEGABYTE = 1 << 20
#: No catalogue is larger; what is would fill the memory of an old laptop.
MOST_MEGABYTES = 2048
#: Beside an open workbook Excel and LibreOffice keep a small file of almost its name that says who has it open.
_LOCKS, _LOCK_SIZE = ("~$", ".~lock."), 4096


class Format(StrEnum):
    """The kinds of catalogue file that we read."""

    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    JSON = "json"
    JSONL = "jsonl"
    XML = "xml"

    @property
    def workbook(self) -> bool:
        return self in (Format.XLSX, Format.XLSB, Format.XLS, Format.ODS)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

# First bytes of what people drop by mistake.
_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"RIFF", "picture"),
    (b"%PDF", "pdf"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"SQLite format 3", "database"),
    (b"{\\rtf", "document"),
    (b"PAR1", "database"),
)
#: Web pages and parts of one, as shops' systems save them under the name of a workbook.
_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<table", b"<style", b"<script", b"<div")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_EXTENSIONS = {format_.value: format_ for format_ in Format} | {
    "xlsm": Format.XLSX,
    "txt": Format.CSV,
    "tab": Format.TSV,
    "ndjson": Format.JSONL,
}
#: What a file dialog offers.
READABLE_EXTENSIONS = tuple(sorted(_EXTENSIONS))

_TAG_AFTER_TAG = re.compile(rb"<[^>]*>\s*<")


def sniff(path: Path) -> Format:
    """Tell the format of the file at ``path``.

    Raises FileMissing, FileIsFolder, FileNotAllowed, FileEmpty, FileNotCatalogue, FileProtected, FileTooLarge or
    FileDamaged.
    """
    head = _head(path)
    if not head.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise FileEmpty(name=path.name)
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(_OLE):
        return _ole(path)
    for start, kind in _OTHER_KINDS:
        if head.startswith(start) and not _reads_as_text(head, start):
            raise FileNotCatalogue(name=path.name, kind=kind)
    return _text(path, head)


def _head(path: Path) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            # A pipe or device would keep us waiting for ever.
            raise FileNotCatalogue(name=path.name, kind="device")
        if found.st_size > MOST_MEGABYTES * MEGABYTE:
            raise FileTooLarge(name=path.name, limit=MOST_MEGABYTES, unit="MB")
        if path.name.startswith(_LOCKS) and stat.S_ISREG(found.st_mode) and found.st_size <= _LOCK_SIZE:
            raise FileNotCatalogue(name=path.name, kind="lock")
        with path.open("rb") as file:
            return file.read(HEAD)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(name=path.name) from error
    except (IsADirectoryError, PermissionError) as error:
        # Windows answers "permission denied" for a folder.
        if path.is_dir():
            raise FileIsFolder(name=path.name) from error
        raise FileNotAllowed(name=path.name) from error
    except OSError as error:
        raise FileDamaged(name=path.name, detail=error.strerror or type(error).__name__) from error


def _reads_as_text(head: bytes, start: bytes) -> bool:
    """A catalogue may begin with a word such as "BMW": two printable letters are no proof of a picture or program."""
    return len(start) == 2 and start.isalpha() and b"\x00" not in head[:512]


def _zipped(path: Path) -> Format:
    with zip_told(path.name), zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if any(info.flag_bits & 1 for info in archive.infolist()):
            raise FileProtected(name=path.name)
        check_sizes(archive, path.name)
        if "mimetype" in names and b"opendocument.spreadsheet" in archive.open("mimetype").read(HEAD):
            return Format.ODS
    if "xl/workbook.bin" in names:
        return Format.XLSB
    if "xl/workbook.xml" in names:
        return Format.XLSX
    raise FileNotCatalogue(name=path.name, kind=_kind_of_zip(names))


def _kind_of_zip(names: set[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return "document"
    # Apple's Numbers: a zip of its own tables (Index/*.iwa), in older ones packed once more.
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names) or "Index.zip" in names:
        return "numbers"
    return "archive"


def _ole(path: Path) -> Format:
    # An encrypted workbook and an old .xls share their first bytes; the directory names the streams.
    if _ENCRYPTED in path.read_bytes():
        raise FileProtected(name=path.name)
    return Format.XLS


def _text(path: Path, head: bytes) -> Format:
    start = head
    if head.startswith(_BOMS[1:]):
        encoding = "utf-16-le" if head.startswith(_BOMS[1]) else "utf-16-be"
        start = head[2:].decode(encoding, errors="ignore").encode()
    # UTF-16 without a mark: its NUL bytes are left out, to look at the signs between them.
    start = start.removeprefix(_BOMS[0]).replace(b"\x00", b"").lstrip()
    if start[:14].lower().startswith(_PAGE):
        raise FileNotCatalogue(name=path.name, kind="page")
    extension = _EXTENSIONS.get(path.suffix.lower().removeprefix("."))
    # A cell of a CSV may begin with a tag (<a href=…>name</a>,…); in XML one tag follows another.
    if start.startswith(b"<") and (extension not in (Format.CSV, Format.TSV) or _TAG_AFTER_TAG.match(start)):
        return Format.XML
    if start.startswith(b"["):
        # A CSV's first header may be "[1] name" (Salla); JSON goes on with a value.
        return Format.JSON if start[1:].lstrip()[:1] in (b"{", b"]", b"") else (extension or Format.CSV)
    if start.startswith(b"{"):
        return Format.JSON
    if extension in (Format.JSON, Format.JSONL, Format.XML):
        raise FileDamaged(name=path.name, detail=f"not {extension.value}")
    return Format.TSV if extension is Format.TSV else Format.CSV
