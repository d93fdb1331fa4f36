"""SheetFacts of an ODS, whose cells and rows say how often they repeat. The XML is read for faults too: some broken
files would keep the workbook reader busy for ever."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from hkj_desktop.errors import FileDamaged, FileTooLarge
from hkj_desktop.files.facts import SheetFacts
from hkj_desktop.files.zip_parts import MEGABYTE, check_sizes, pieces, zip_told

_CONTENT = "content.xml"
_READ = (_CONTENT, "META-INF/manifest.xml", "styles.xml", "meta.xml")
_CELL = ("table:table-cell", "table:covered-table-cell")
_HIDDEN = ("collapse", "filter")
#: A million rows of ten columns; the whole content is unpacked at once by the reader.
MOST_CONTENT_MEGABYTES = 1024
_LONGEST_REPEAT = 9


def ods_facts(path: Path) -> dict[str, SheetFacts]:
    """Sheet name → its facts. Raises FileTooLarge or FileDamaged."""
    facts: dict[str, SheetFacts] = {}
    try:
        with zip_told(path.name), zipfile.ZipFile(path) as archive:
            check_sizes(archive, path.name)
            for part in archive.namelist():
                # LibreOffice puts empty files of other purposes beside the two that are read.
                if part not in _READ:
                    continue
                if archive.getinfo(part).file_size > MOST_CONTENT_MEGABYTES * MEGABYTE:
                    raise FileTooLarge(name=path.name, limit=MOST_CONTENT_MEGABYTES, unit="MB", kind="packed")
                sheets = _Sheets(path.name) if part == _CONTENT else None
                parser = _parser(path.name, sheets)
                for text in pieces(archive, part, path.name):
                    parser.Parse(text, False)  # noqa: FBT003 - expat takes it by place
                parser.Parse(b"", True)  # noqa: FBT003
                facts |= sheets.facts if sheets else {}
    except ExpatError as error:
        raise FileDamaged(name=path.name, detail=f"line {error.lineno}, column {error.offset}") from error
    except LookupError as error:
        raise FileDamaged(name=path.name, detail="encoding") from error
    return facts


def _parser(name: str, sheets: _Sheets | None) -> XMLParserType:
    parser = ParserCreate()

    def entity(*_: object) -> None:
        raise FileDamaged(name=name, detail="EntitiesForbidden", kind="entities")

    parser.EntityDeclHandler = entity
    if sheets:
        parser.StartElementHandler = sheets.start
        parser.EndElementHandler = sheets.end
        parser.CharacterDataHandler = sheets.text
    return parser


class _Sheets:
    """Follows the table elements. Empty cells and rows count only once something filled stands behind them."""

    def __init__(self, name: str) -> None:
        self.facts: dict[str, SheetFacts] = {}
        self._name = name
        self._sheet = SheetFacts()
        self._row = self._column = self._rows = 0
        self._row_end = self._cell_times = 0
        self._hidden = self._filled = self._error = self._in_cell = False
        self._shown = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _CELL:
            self._cell_times = _times(attributes.get("table:number-columns-repeated"))
            self._in_cell = True
            self._error = attributes.get("calcext:value-type") == "error"
            self._filled = "office:value-type" in attributes
            self._shown = ""
        elif tag == "table:table-row":
            self._rows = _times(attributes.get("table:number-rows-repeated"))
            self._hidden = attributes.get("table:visibility") in _HIDDEN
            self._column = 0
            self._row_end = 0
        elif tag == "table:table":
            self._sheet = self.facts.setdefault(attributes.get("table:name", ""), SheetFacts())
            self._row = 0

    def text(self, text: str) -> None:
        if self._in_cell and len(self._shown) < 20:
            self._filled = True
            self._shown += text

    def end(self, tag: str) -> None:
        if tag in _CELL:
            self._end_cell()
        elif tag == "table:table-row":
            if self._row_end:
                self._sheet.used(self._row + self._rows, self._row_end, 0)
                self._sheet.check(self._name)
                if self._hidden:
                    self._sheet.hidden.update(range(self._row + 1, self._row + self._rows + 1))
            self._row += self._rows

    def _end_cell(self) -> None:
        if self._error and self._cell_times * self._rows < 1000:
            for row in range(self._row + 1, self._row + self._rows + 1):
                for column in range(self._column + 1, self._column + self._cell_times + 1):
                    self._sheet.error(row, column, self._shown.strip())
        self._column += self._cell_times
        if self._filled:
            self._row_end = self._column
            self._sheet.cells += self._cell_times * self._rows
        self._in_cell = self._filled = self._error = False


def _times(repeated: str | None) -> int:
    if repeated is None or not repeated.isascii() or not repeated.isdigit():
        return 1
    return max(int(repeated[:_LONGEST_REPEAT]), 1)
