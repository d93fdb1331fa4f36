"""Files that are no catalogue: one error of ours each, with the file's name, and never another exception."""

from __future__ import annotations

import io
import logging
import os
import socket
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.errors import (
    AppError,
    FileDamaged,
    FileEmpty,
    FileError,
    FileIsFolder,
    FileMissing,
    FileNoRows,
    FileNotAllowed,
    FileNotCatalogue,
    FileProtected,
    FileTooLarge,
)
from hkj_desktop.files import facts, zip_parts
from hkj_desktop.files.read import read_catalog
from tests.helpers.catalogues import (
    HEADERS,
    PRODUCTS,
    WRITERS,
    encrypted_workbook,
    modest,
    write_book,
    write_text,
    write_xlsx,
    write_zip,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(8))
    + "]><p><product><sku>&i;</sku></product></p>"
)
OUTSIDE = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p><product><sku>&x;</sku></product></p>'

#: name → (content, error, one of its parameters)
UNREADABLE: dict[str, tuple[bytes | str, type[FileError], dict[str, object]]] = {
    "empty.csv": (b"", FileEmpty, {}),
    "empty.xlsx": (b"", FileEmpty, {}),
    "blank.csv": (b" \r\n\t \n", FileEmpty, {}),
    "mark-only.csv": (b"\xef\xbb\xbf", FileEmpty, {}),
    "zeros.csv": (bytes(5000), FileEmpty, {}),
    "header.csv": ("sku,title_en\n", FileNoRows, {}),
    "header.json": ("[]", FileNoRows, {}),
    "nothing.json": ("{}", FileNoRows, {}),
    "no-products.json": ('{"products": []}', FileNoRows, {}),
    "empty-objects.json": ("[{}, {}]", FileNoRows, {}),
    "header.xml": ("<products></products>", FileNoRows, {}),
    "texts.xml": ("<products><a>1</a><a>2</a></products>", FileNoRows, {}),
    "picture.xlsx": (b"\x89PNG\r\n\x1a\n" + bytes(100), FileNotCatalogue, {"kind": "picture"}),
    "photo.csv": (b"\xff\xd8\xff\xe0" + bytes(100), FileNotCatalogue, {"kind": "picture"}),
    "bitmap.csv": (b"BM\x00\x00" + bytes(100), FileNotCatalogue, {"kind": "picture"}),
    "list.csv": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", FileNotCatalogue, {"kind": "pdf"}),
    "setup.xls": (b"MZ\x90\x00\x03\x00" + bytes(100), FileNotCatalogue, {"kind": "program"}),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(100), FileNotCatalogue, {"kind": "program"}),
    "packed.csv": (b"\x1f\x8b\x08\x00" + bytes(100), FileNotCatalogue, {"kind": "archive"}),
    "page.xls": ("<html xmlns:x='urn'><table><tr><td>1</td></tr></table></html>", FileNotCatalogue, {"kind": "page"}),
    "doctype.xls": ("\ufeff\n <!DOCTYPE HTML><title>x</title>", FileNotCatalogue, {"kind": "page"}),
    "table.xls": ("<table><tr><td>sku</td></tr></table>", FileNotCatalogue, {"kind": "page"}),
    "letter.csv": (b"{\\rtf1\\ansi hello}", FileNotCatalogue, {"kind": "document"}),
    "locked.xlsx": (encrypted_workbook(), FileProtected, {}),
    "stump.xls": (OLE + bytes(600), FileDamaged, {}),
    "stump-short.xls": (OLE, FileDamaged, {}),
    "stump.xlsx": (b"PK\x03\x04 and no more", FileDamaged, {}),
    "nul.csv": (b"sku,title\nA\x001,Honey and so on\n", FileDamaged, {}),
    "broken.json": ('[{"sku": "A1"},\n {"sku": ]', FileDamaged, {"detail": "line 2, column 10"}),
    "cut.json": ('[{"sku": "A1"}', FileDamaged, {}),
    "cut-lines.jsonl": ('{"sku": "A1"}\n{"sku"', FileDamaged, {"detail": "line 2, column 7"}),
    "more.json": ('[{"sku": "A1"}] tail', FileDamaged, {}),
    "text.json": ("sku,title\nA,B\n", FileDamaged, {"detail": "not json"}),
    "text.xml": ("sku,title\nA,B\n", FileDamaged, {"detail": "not xml"}),
    "deep.json": ("[" * 100_000, FileDamaged, {"detail": "nesting"}),
    "deep-objects.json": ('{"a":' * 50_000, FileDamaged, {"detail": "nesting"}),
    "deep-closed.json": ("[" * 5_000 + "]" * 5_000, FileDamaged, {"detail": "nesting"}),
    "deep.xml": ("<a>" * 5_000, FileDamaged, {"detail": "nesting"}),
    "cut.xml": ("<p><product><sku>A</sku>", FileDamaged, {}),
    "bomb.xml": (BOMB, FileDamaged, {"detail": "EntitiesForbidden"}),
    "outside.xml": (OUTSIDE, FileDamaged, {"detail": "EntitiesForbidden"}),
    "unknown-encoding.xml": ('<?xml version="1.0" encoding="klingon"?><p/>', FileDamaged, {}),
    "half.xml": ("<p><product><sku>&#xD800;</sku></product></p>", FileDamaged, {}),
    "wide.json": ('[{"a":{' + ",".join(f'"k{at}":1' for at in range(5000)) + "}}]", FileTooLarge, {"unit": "columns"}),
}  # fmt: skip


def _refused(path: Path) -> FileError:
    with pytest.raises(FileError) as told:
        read_catalog(path)
    assert told.value.params["name"] == path.name
    assert str(path.parent) not in str(told.value)
    return told.value


@pytest.mark.parametrize("name", UNREADABLE)
def test_each_kind_of_unreadable_file_has_its_error(name: str, tmp_path: Path) -> None:
    """A file that cannot be read ends in exactly its error, with its name and no folder."""
    content, kind, params = UNREADABLE[name]
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    error = _refused(path)
    assert type(error) is kind
    assert params.items() <= error.params.items()


def test_a_document_and_other_zips(tmp_path: Path) -> None:
    """A Word document, a zip of pictures and an empty zip are no catalogue."""
    files = {"letter.xlsx": {"word/document.xml": "<w/>"}, "pictures.zip": {"a.png": b"x"}, "none.zip": {}}
    told = {name: _refused(write_zip(tmp_path / name, members)) for name, members in files.items()}
    assert {type(error) for error in told.values()} == {FileNotCatalogue}
    assert [error.params["kind"] for error in told.values()] == ["document", "archive", "archive"]


def test_an_encrypted_zip(tmp_path: Path) -> None:
    """A zip whose members are encrypted is protected, not damaged."""
    path = write_xlsx(tmp_path / "a.xlsx", [HEADERS, *PRODUCTS])
    raw = bytearray(path.read_bytes())
    at = 0
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        raw[at + 8] |= 1
        at += 4
    path.write_bytes(raw)
    assert type(_refused(path)) is FileProtected


@pytest.mark.parametrize("name", ["book.xlsx", "old.xls", "office.ods", "binary.xlsb"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_workbook_that_breaks_off(name: str, share: float, tmp_path: Path) -> None:
    """A download that stopped half-way is damaged, wherever it stopped."""
    WRITERS[name](tmp_path / name)
    raw = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(raw[: int(len(raw) * share)])
    assert type(_refused(tmp_path / name)) is FileDamaged


def test_a_workbook_whose_parts_are_no_xml(tmp_path: Path) -> None:
    """An .ods or .xlsx whose XML breaks off is damaged, and keeps nobody waiting."""
    for name, part in (("office.ods", "content.xml"), ("book.xlsx", "xl/worksheets/sheet1.xml")):
        WRITERS[name](tmp_path / name)
        with zipfile.ZipFile(tmp_path / name) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
        parts[part] = parts[part][: len(parts[part]) // 2]
        assert type(_refused(write_zip(tmp_path / f"cut-{name}", parts))) is FileDamaged


def test_a_workbook_of_empty_sheets(tmp_path: Path) -> None:
    """A workbook with nothing in it, or with headers alone, has no rows."""
    for number, sheets in enumerate(({"A": [], "B": []}, {"A": [HEADERS]}, {"A": [["  "]]})):
        assert type(_refused(write_book(tmp_path / f"{number}.xlsx", sheets))) is FileNoRows  # type: ignore[arg-type]


def test_cells_in_far_corners_of_a_sheet(tmp_path: Path) -> None:
    """A stray cell at the end of the sheet is refused in words; the reader would end the program for lack of memory."""
    far: list[list[str | None]] = [["sku"], ["A1"]]
    path = write_xlsx(tmp_path / "a.xlsx", far)
    raw = {info.filename: zipfile.ZipFile(path).read(info) for info in zipfile.ZipFile(path).infolist()}
    sheet = raw["xl/worksheets/sheet1.xml"].decode()
    cell = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
    raw["xl/worksheets/sheet1.xml"] = sheet.replace("</sheetData>", cell).encode()
    error = _refused(write_zip(tmp_path / "far.xlsx", raw))
    assert error.params == {"name": "far.xlsx", "limit": facts.MOST_CELLS, "unit": "cells", "kind": "cells"}


def test_a_stray_cell_far_down_is_read(tmp_path: Path) -> None:
    """One cell at the end of a column does not make the workbook too large."""
    rows = [["sku", "n"], ["A1", "1"]]
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    raw = {info.filename: zipfile.ZipFile(path).read(info) for info in zipfile.ZipFile(path).infolist()}
    cell = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>A2</t></is></c></row></sheetData>'
    sheet = raw["xl/worksheets/sheet1.xml"].decode().replace("</sheetData>", cell)
    read = read_catalog(write_zip(tmp_path / "b.xlsx", {**raw, "xl/worksheets/sheet1.xml": sheet}))
    assert read.rows.to_list() == [2, 1048576]


def test_a_zip_that_unpacks_to_more_than_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a zip unpacks to is limited before anything is unpacked."""
    monkeypatch.setattr(zip_parts, "MOST_UNPACKED_MEGABYTES", 1)
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(2 << 20))
    assert _refused(path).params == {"name": "bomb.xlsx", "limit": 1, "unit": "MB", "kind": "packed"}


def test_a_file_larger_than_any_catalogue(tmp_path: Path) -> None:
    """A file of three gigabytes is refused before it is read."""
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(b"sku,title\n")
        file.truncate(3 << 30)
    assert _refused(path).params == {"name": "huge.csv", "limit": 2048, "unit": "MB"}


def test_no_file(tmp_path: Path) -> None:
    """A missing file, a missing folder and a path through a file are missing."""
    write_text(tmp_path / "file", "x")
    for path in (tmp_path / "none.csv", tmp_path / "none" / "a.csv", tmp_path / "file" / "a.csv"):
        assert type(_refused(path)) is FileMissing


def test_a_folder(tmp_path: Path) -> None:
    """A folder is a folder, even one called products.xlsx."""
    (tmp_path / "products.xlsx").mkdir()
    assert type(_refused(tmp_path / "products.xlsx")) is FileIsFolder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of Unix")
def test_a_pipe_or_socket_does_not_keep_us_waiting(tmp_path: Path) -> None:
    """What is no file at all is refused without being opened."""
    os.mkfifo(tmp_path / "pipe.csv")
    assert _refused(tmp_path / "pipe.csv").params["kind"] == "device"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(tmp_path / "socket.csv"))
        assert type(_refused(tmp_path / "socket.csv")) is FileNotCatalogue
    if Path("/dev/zero").exists():
        assert type(_refused(Path("/dev/zero"))) is FileNotCatalogue


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json", "a.xml"])
@pytest.mark.parametrize("folder", [False, True])
def test_no_permission(name: str, folder: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of somebody else, or one that another program holds, is not allowed; a folder is a folder on Windows."""
    path = write_text(tmp_path / name, "sku\nA1\n")
    real = Path.open

    def refuse(self: Path, *arguments: object, **options: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **options)  # type: ignore[call-overload]

    if folder:
        path.unlink()
        path.mkdir()
    monkeypatch.setattr(Path, "open", refuse)
    assert type(_refused(path)) is (FileIsFolder if folder else FileNotAllowed)


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), OSError("strange")])
def test_a_failing_disk(error: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk says is told as damage."""
    path = write_text(tmp_path / "a.csv", "sku\nA1\n")

    def fail(_self: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert type(_refused(path)) is FileDamaged


@pytest.mark.parametrize(
    "text", ["BMW parts,price\nX,1\n", "MZ-1,price\nX,1\n", "[1] name,price\nX,1\n", "{sku},price\nX,1\n"]
)
def test_texts_that_begin_like_something_else(text: str, tmp_path: Path) -> None:
    """A catalogue may begin with the letters of a picture, a program or a list."""
    if text.startswith("{"):
        with pytest.raises(FileDamaged):
            read_catalog(write_text(tmp_path / "a.csv", text))
    else:
        assert read_catalog(write_text(tmp_path / "a.csv", text)).cells.rows() == [("X", "1")]


# -- properties ---------------------------------------------------------------------


def _survives(path: Path, raw: bytes) -> None:
    """Reading gives a catalogue or an AppError; anything else fails the test."""
    path.write_bytes(raw)
    try:
        read = read_catalog(path)
    except AppError as error:
        assert error.params["name"] == path.name  # noqa: PT017 - both outcomes are right
        return
    assert len(read) > 0
    assert read.rows.len() == read.cells.height
    assert all(0 <= problem.index < len(read) for problem in read.problems if problem.index is not None)


@pytest.fixture(autouse=True)
def _quiet_reader() -> Iterator[None]:
    """The workbook reader logs what it finds odd in a damaged file; here everything is odd."""
    logger = logging.getLogger("calamine")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    yield
    logger.propagate = True


STARTS = [
    b"",
    b"PK\x03\x04",
    OLE,
    b"<",
    b"[",
    b"{",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"sep=;\n",
    b'"',
    b"a,b\n",
]


@given(
    st.sampled_from(STARTS),
    st.binary(max_size=400),
    st.sampled_from(["a.csv", "a.xlsx", "a.json", "a.xml", "a.xls", "a"]),
)
@modest(150)
def test_random_bytes_are_read_or_refused(tmp_path: Path, start: bytes, rest: bytes, name: str) -> None:
    """No bytes make reading raise anything but an error of ours."""
    _survives(tmp_path / name, start + rest)


def _mutated(raw: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    """``raw`` with a few stretches replaced, removed or doubled."""
    changed = bytearray(raw)
    for place, length, new in cuts:
        at = int(place * len(changed))
        changed[at : at + length] = new
    return bytes(changed)


CUTS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 6), st.binary(max_size=6)), min_size=1, max_size=4
)


@pytest.fixture(scope="module")
def good_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of one good file of each format; zips both packed and as they are unpacked."""
    folder = tmp_path_factory.mktemp("good")
    for name, write in WRITERS.items():
        write(folder / name)
    return {name: (folder / name).read_bytes() for name in WRITERS}


DAMAGED = list(WRITERS)


@pytest.mark.parametrize("name", DAMAGED)
@given(CUTS)
@modest(60)
def test_damaged_files_are_read_or_refused(
    good_files: dict[str, bytes], tmp_path: Path, name: str, cuts: list[tuple[float, int, bytes]]
) -> None:
    """A good file with some bytes changed never makes reading raise anything but an error of ours."""
    _survives(tmp_path / name, _mutated(good_files[name], cuts))


def _inside_changed(raw: bytes, change: Callable[[bytes], bytes], member: int) -> bytes:
    """A zip with one member changed and its checksums right again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w") as after:
        names = before.namelist()
        for at, name in enumerate(names):
            content = before.read(name)
            after.writestr(name, change(content) if at == member % len(names) else content)
    return out.getvalue()


@pytest.mark.parametrize("name", ["book.xlsx", "office.ods", "binary.xlsb"])
@given(CUTS, st.integers(0, 20))
@modest(60)
def test_workbooks_damaged_within_are_read_or_refused(
    good_files: dict[str, bytes], tmp_path: Path, name: str, cuts: list[tuple[float, int, bytes]], member: int
) -> None:
    """A workbook whose zip is whole and whose parts are not never raises anything but an error of ours."""
    _survives(tmp_path / name, _inside_changed(good_files[name], lambda content: _mutated(content, cuts), member))


@pytest.mark.slow
@pytest.mark.parametrize("name", DAMAGED)
def test_many_damaged_files_are_read_or_refused(good_files: dict[str, bytes], tmp_path: Path, name: str) -> None:
    """The same with HKJ_FUZZ rounds (20 unless the variable is set) for each format."""

    @given(st.binary(min_size=1, max_size=200), CUTS, st.integers(0, 20))
    @modest(int(os.environ.get("HKJ_FUZZ", "20")))
    def rounds(start: bytes, cuts: list[tuple[float, int, bytes]], member: int) -> None:
        raw = good_files[name]
        if raw.startswith(b"PK"):
            _survives(tmp_path / name, _inside_changed(raw, lambda content: _mutated(content, cuts), member))
        _survives(tmp_path / name, _mutated(raw, cuts))
        _survives(tmp_path / name, start)

    rounds()
