"""Files that are made to hurt: what each is told, how long that takes and how much memory.

``python -m tests.hostile`` makes each of them, reads it in a process of its own, and prints one line for each: the
seconds, the megabytes above the idle program, and the sentence that the person reads.
"""

from __future__ import annotations

import base64
import json
import random
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.helpers.catalogues import write_book, write_xls
from tests.helpers.xlsb import write_xlsb

SECONDS, MEGABYTES = 10.0, 1024
MB = 1 << 20
_SHEET = "xl/worksheets/sheet1.xml"
_TEXT_CELL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
_HEAD = f'<row r="1">{_TEXT_CELL.format("A1", "sku")}{_TEXT_CELL.format("B1", "title_en")}</row>'


def _workbook(path: Path, sheet: Iterable[bytes], parts: dict[str, Iterable[bytes]] | None = None) -> None:
    """An XLSX whose only sheet holds a header and the rows of ``sheet``; ``parts`` take the place of others."""
    plain = write_book(path.with_suffix(".plain"), {"Products": [["sku"]]})
    changed = {_SHEET: _sheet_xml(sheet), **(parts or {})}
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as after:
        for name in dict.fromkeys([*before.namelist(), *changed]):
            with after.open(name, "w", force_zip64=True) as part:
                for piece in changed.get(name) or [before.read(name)]:
                    part.write(piece)
    plain.unlink()


def _sheet_xml(rows: Iterable[bytes]) -> Iterable[bytes]:
    yield b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + _HEAD.encode()
    yield from rows
    yield b"</sheetData></worksheet>"


def _text(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


def _noise(size: int) -> str:
    """Text that packs badly, of which a packer finds nothing again."""
    return base64.b64encode(random.Random(3).randbytes(size * 3 // 4)).decode()


# -- workbooks ---------------------------------------------------------------------


def zip_bomb(path: Path) -> None:
    _workbook(path, (b" " * MB for _ in range(600)))


def lying_zip(path: Path) -> None:
    """The directory says that the sheet is small."""
    _workbook(path, (b" " * MB for _ in range(600)))
    raw = bytearray(path.read_bytes())
    at = -1
    while (at := raw.find(b"PK\x01\x02", at + 1)) >= 0:
        (length,) = struct.unpack_from("<H", raw, at + 28)
        if raw[at + 46 : at + 46 + length] == _SHEET.encode():
            raw[at + 24 : at + 28] = struct.pack("<I", 1000)
    path.write_bytes(raw)


def many_texts(path: Path) -> None:
    """A table of texts with more of them than any workbook has, that packs as texts do."""
    block = "".join(f"<si><t>{_noise(40_000)[at : at + 2]}</t></si>" for at in range(0, 30_000, 2)).encode()
    start = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    _workbook(path, [], {"xl/sharedStrings.xml": [start, *[block] * 800, b"</sst>"]})


def texts_of_entities(path: Path) -> None:
    _workbook(
        path, [b'<row r="2"><c r="A2" t="s"><v>0</v></c></row>'], {"xl/sharedStrings.xml": [_laughs("sst").encode()]}
    )


def far_corner_xlsx(path: Path) -> None:
    _workbook(path, [b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>'])


def far_corner_ods(path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    far = f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{cell}</table:table-row>'
    _ods(path, f'<table:table-row>{cell}</table:table-row><table:table-row table:number-rows-repeated="1048574"/>{far}')


def repeated_ods(path: Path) -> None:
    repeated = 'table:number-columns-repeated="16000"'
    cell = f'<table:table-cell {repeated} office:value-type="string"><text:p>x</text:p></table:table-cell>'
    _ods(path, f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>')


def entities_ods(path: Path) -> None:
    _ods(path, "<table:table-row/>", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>')


def _ods(path: Path, rows: str, doctype: str = "") -> None:
    names = {"office": "office", "table": "table", "text": "text"}
    declared = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"' for short, full in names.items()
    )
    content = (
        f'<?xml version="1.0"?>{doctype}<office:document-content {declared}><office:body><office:spreadsheet>'
        f'<table:table table:name="P">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<x/>")


def far_corner_xls(path: Path) -> None:
    rows: list[list[str | None]] = [["sku", "title_en"], ["A1", "Honey"]]
    write_xls(path, [*rows, *[[]] * 65_533, [*[None] * 255, "far"]])


def lying_xls(path: Path) -> None:
    """A cell in column 65,535, which the format can say and no sheet has."""
    write_xls(path, [["sku"], ["A1"], *[[]] * 60_000, ["Z"]])
    raw = path.read_bytes()
    found = raw.rfind(b"\xfd\x00\x0a\x00" + struct.pack("<HH", 60_002, 0))
    path.write_bytes(raw[: found + 6] + b"\xff\xff" + raw[found + 8 :])


def far_corner_xlsb(path: Path) -> None:
    write_xlsb(path, [["sku"], *[[]] * 1_000_000, [*[None] * 16_000, "far"]])


def wide_xlsx(path: Path) -> None:
    from hkj_desktop.catalog.table import column_letter

    cells = "".join(f'<c r="{column_letter(at)}2"><v>1</v></c>' for at in range(100_000))
    _workbook(path, [f'<row r="2">{cells}</row>'.encode()])


def wide_xlsx_without_addresses(path: Path) -> None:
    _workbook(path, [b"<row>" + b"<c><v>1</v></c>" * 100_000 + b"</row>"])


def formulas(path: Path) -> None:
    deep = b"(" * 10_000 + b"1" + b")" * 10_000
    cells = b"".join(b'<row r="%d"><c r="A%d"><f>%b</f><v>1</v></c></row>' % (at, at, deep) for at in range(2, 600))
    _workbook(
        path,
        [cells, b'<row r="600"><c r="A600" t="e"><f>', *[b"SUM(A1:A9)+"] * 5_000_000, b"1</f><v>#N/A</v></c></row>"],
    )


def long_cell_xlsx(path: Path) -> None:
    noise = _noise(MB).encode()
    _workbook(path, [b'<row r="2"><c r="A2" t="inlineStr"><is><t>', *[noise] * 100, b"</t></is></c></row>"])


# -- texts ---------------------------------------------------------------------


def long_cell_csv(path: Path) -> None:
    _text(path, ["sku,title_en\nA1,", *["x" * MB] * 100, "\nA2,Tea\n"])


def long_quoted_cell_csv(path: Path) -> None:
    _text(path, ['sku,title_en\nA1,"', *["honey, tea\n" * 100_000] * 90, '"\nA2,Tea\n'])


def long_header_csv(path: Path) -> None:
    _text(path, ["x" * MB] * 100)


def open_quotes_csv(path: Path) -> None:
    _text(path, ["sku,title_en\n", *['A1,"open\nB\n' * 1000] * 100])


def wide_csv(path: Path) -> None:
    _text(path, [",".join(f"h{at}" for at in range(100_000)), "\n", ",".join(["1"] * 100_000), "\n"])


def wide_json(path: Path) -> None:
    path.write_text(json.dumps([{f"k{at}": at for at in range(100_000)}] * 3), encoding="utf-8")


def wide_xml(path: Path) -> None:
    _text(path, ["<p><product>", *(f"<k{at}>1</k{at}>" for at in range(100_000)), "</product></p>"])


def many_names_xml(path: Path) -> None:
    _text(path, ["<p>", *(f"<k{at}><a>1</a></k{at}>" for at in range(500_000)), "</p>"])


def deep_json(path: Path) -> None:
    _text(path, ['[{"sku":', "[" * 10_000, "]" * 10_000, "}]"])


def deep_objects_json(path: Path) -> None:
    _text(path, ['{"a":' * 10_000, "1", "}" * 10_000])


def deep_xml(path: Path) -> None:
    _text(path, ["<a>" * 10_000, "</a>" * 10_000])


def numbers_json(path: Path) -> None:
    _text(path, ["[1", *[",1" * 1000] * 10_000, "]"])


def long_cell_json(path: Path) -> None:
    _text(path, ['[{"sku":"A1","title_en":"', *["x" * MB] * 100, '"}]'])


def long_cell_xml(path: Path) -> None:
    _text(path, ["<p><product><sku>", *["x" * MB] * 100, "</sku></product></p>"])


def many_elements_xml(path: Path) -> None:
    _text(path, ["<p><product><sku>A1</sku></product>", *["<a/>" * 1000] * 500, "</p>"])


def _laughs(root: str) -> str:
    letters = "abcdefghi"
    entities = "".join(f'<!ENTITY {letters[at]} "{f"&{letters[at - 1]};" * 10}">' for at in range(1, 9))
    return (
        f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a "aaaaaaaaaa">{entities}]>'
        f"<{root}><si><t>&i;</t></si><product><sku>&i;</sku></product></{root}>"
    )


def laughs_xml(path: Path) -> None:
    path.write_text(_laughs("p"), encoding="utf-8")


def outside_xml(path: Path) -> None:
    outside = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hostname">]><p><product><sku>&x;</sku></product></p>'
    path.write_text(outside, encoding="utf-8")


Maker = Callable[[Path], None]

#: File → how it is made, and the code of what it is told (``read``: it does no harm).
HOSTILE: dict[str, tuple[Maker, str]] = {
    "zip-bomb.xlsx": (zip_bomb, "file_too_large.packed"),
    "lying-zip.xlsx": (lying_zip, "file_damaged"),
    "many-texts.xlsx": (many_texts, "file_too_large.texts"),
    "texts-of-entities.xlsx": (texts_of_entities, "file_damaged"),
    "far-corner.xlsx": (far_corner_xlsx, "file_too_large.cells"),
    "far-corner.ods": (far_corner_ods, "file_too_large.cells"),
    "far-corner.xls": (far_corner_xls, "file_too_large.cells"),
    "far-corner.xlsb": (far_corner_xlsb, "file_too_large.cells"),
    "lying.xls": (lying_xls, "file_too_large.columns"),
    "repeated.ods": (repeated_ods, "file_too_large.cells"),
    "entities.ods": (entities_ods, "file_damaged.entities"),
    "wide.xlsx": (wide_xlsx, "file_too_large.columns"),
    "wide-without-addresses.xlsx": (wide_xlsx_without_addresses, "file_too_large.columns"),
    "formulas.xlsx": (formulas, "read"),
    "long-cell.xlsx": (long_cell_xlsx, "file_too_large.cell"),
    "long-cell.csv": (long_cell_csv, "file_too_large.cell"),
    "long-quoted-cell.csv": (long_quoted_cell_csv, "file_too_large.cell"),
    "long-header.csv": (long_header_csv, "file_too_large.cell"),
    "open-quotes.csv": (open_quotes_csv, "read"),
    "wide.csv": (wide_csv, "file_too_large.columns"),
    "wide.json": (wide_json, "file_too_large.columns"),
    "wide.xml": (wide_xml, "file_too_large.columns"),
    "many-names.xml": (many_names_xml, "file_too_large.columns"),
    "deep.json": (deep_json, "file_damaged.nesting"),
    "deep-objects.json": (deep_objects_json, "file_damaged.nesting"),
    "deep.xml": (deep_xml, "file_damaged.nesting"),
    "numbers.json": (numbers_json, "file_not_catalogue.list"),
    "long-cell.json": (long_cell_json, "file_too_large.cell"),
    "long-cell.xml": (long_cell_xml, "file_too_large.cell"),
    "many-elements.xml": (many_elements_xml, "read"),
    "billion-laughs.xml": (laughs_xml, "file_damaged.entities"),
    "outside.xml": (outside_xml, "file_damaged.entities"),
}

#: Reads a small file of each family, so that all libraries are there, then the one that is measured.
_CHILD = """
import json, sys, time
from pathlib import Path
from hkj_desktop.errors import AppError
from hkj_desktop.files.read import read_catalog
from hkj_desktop.ui.texts import error_words, sentence

def peak():
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)

for path in sys.argv[2:]:
    read_catalog(Path(path))
before, start = peak(), time.perf_counter()
try:
    read = read_catalog(Path(sys.argv[1]))
    code, said = "read", f"read: {len(read)} rows"
except AppError as error:
    kind = error.params.get("kind")
    code, said = f"{error.code}.{kind}" if kind else error.code, sentence(error_words(error))
seconds = time.perf_counter() - start
after = peak()
print(json.dumps([code, said, seconds, None if after is None else after - before]))
"""


def measured(name: str, folder: Path) -> tuple[str, str, float, float | None]:
    """Code, sentence, seconds and megabytes above the idle program of one file, read in a process of its own."""
    path = folder / name
    HOSTILE[name][0](path)
    small = [folder / f"small{suffix}" for suffix in (".csv", ".xlsx", ".json", ".xml")]
    small[0].write_text("sku,title_en\nA1,Tea\n", encoding="utf-8")
    write_book(small[1], {"P": [["sku", "title_en"], ["A1", "Tea"]]})
    small[2].write_text('[{"sku": "A1"}]', encoding="utf-8")
    small[3].write_text("<p><product><sku>A1</sku></product></p>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(path), *map(str, small)],
        cwd=Path(__file__).resolve().parents[1], capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    path.unlink()
    if done.returncode:
        return f"ended with {done.returncode}", done.stderr[-300:], 0.0, None
    code, said, seconds, memory = json.loads(done.stdout.splitlines()[-1])
    return code, said, seconds, memory


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or HOSTILE:
            _, said, seconds, memory = measured(name, Path(folder))
            print(
                f"{name:30} {seconds:6.2f} s  {memory if memory is None else round(memory):>5} MB  {said}", flush=True
            )


if __name__ == "__main__":
    main()
