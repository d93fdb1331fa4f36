# ruff: noqa: E501 - elements stand on one line, as Excel writes them
"""What a workbook loses when openpyxl writes it back is told before, each claim by experiment: the thing is put into a
workbook, the workbook is loaded and saved as annotate.py does it, and the saved parts are searched for it."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hkj_desktop.errors import FileDamaged, FileTooLarge
from hkj_desktop.files import keeps
from hkj_desktop.files.keeps import MACROS, RIBBON, WHOLE, can_be_kept, what_is_lost
from hkj_desktop.files.own_workbook import NotKept, close_own, open_own, save_own
from hkj_desktop.ui.texts_workbook import LOST
from tests.helpers.catalogues import write_csv, write_ods, write_xls
from tests.helpers.workbooks import (
    BOOK,
    DRAWING,
    MAIN,
    RELATED,
    SHEET,
    STYLES,
    TYPES,
    behind_cells,
    edited,
    parts,
    picture,
    plain_book,
    related,
    relation,
    rels_of,
    rich_workbook,
)

_DRAWN = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PICTURE_RELS = rels_of(DRAWING)


def _anchored(inside: str) -> dict[str, list[tuple[str, str]]]:
    corner = "<xdr:{0}><xdr:col>{1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{0}>"
    anchor = f"<xdr:twoCellAnchor {_DRAWN}>{corner.format('from', 6)}{corner.format('to', 9)}{inside}<xdr:clientData/></xdr:twoCellAnchor>"
    return {DRAWING: [("</wsDr>", anchor + "</wsDr>")]}


def _extension(uri: str) -> dict[str, list[tuple[str, str]]]:
    return behind_cells(f'<extLst><ext uri="{uri}" xmlns:x14="urn:x"><x14:thing/></ext></extLst>')


@dataclass(frozen=True)
class Case:
    """Something in a workbook: how it is put in, and a part and an expression by which it is known there."""

    code: str
    part: str
    text: str = ""
    edits: Mapping[str, list[tuple[str, str]]] = field(default_factory=dict)
    new: Mapping[str, str | bytes] = field(default_factory=dict)

    def book(self) -> bytes:
        return edited(plain_book(), self.edits, self.new)

    def is_in(self, data: bytes | Path) -> bool:
        found = [content for name, content in parts(data).items() if re.fullmatch(self.part, name)]
        return any(re.search(self.text.encode(), content) for content in found)


_SHAPE = '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="Box"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Call us</a:t></a:r></a:p></xdr:txBody></xdr:sp>'
_LINE = '<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="9" name="Line"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr><xdr:spPr><a:prstGeom prst="line"><a:avLst/></a:prstGeom></xdr:spPr></xdr:cxnSp>'
_SVG = '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="urn:svg" r:embed="rId9"/></a:ext></a:extLst>'
_WMF = (
    b"\xd7\xcd\xc6\x9a\x00\x00\x00\x00\x00\x00\x64\x00\x64\x00\x60\x00"
    + b"\0" * 6
    + b"\x01\x00\x09\x00\x00\x03"
    + b"\0" * 20
)
_PLACED = {"before": "</worksheet>"}


def _part_alone(code: str, name: str) -> Case:
    return Case(code, re.escape(name), new={name: "<x/>"})


CASES = [
    Case("shapes", "xl/drawings/.*", "Call us", _anchored(_SHAPE)),
    Case("shapes", "xl/drawings/.*", "cxnSp", _anchored(_LINE)),
    _part_alone("shapes", "xl/diagrams/data1.xml"),
    _part_alone("new_charts", "xl/charts/chartEx1.xml"),
    Case(
        "old_pictures", r"xl/media/.*\.wmf", "",
        {_PICTURE_RELS: [("/xl/media/image1.png", "/xl/media/logo.wmf")]}, {"xl/media/logo.wmf": _WMF},
    ),
    Case(
        "picture_look", DRAWING, "outerShdw",
        {DRAWING: [('<a:prstGeom prst="rect" />',
                    '<a:prstGeom prst="rect" /><a:effectLst><a:outerShdw blurRad="50800"/></a:effectLst>')]},
    ),
    Case("picture_look", DRAWING, "svgBlip", {DRAWING: [('r:embed="rId1" />', f'r:embed="rId1">{_SVG}</a:blip>')]}),
    Case(
        "picture_look", ".*", r"example\.com",
        {DRAWING: [('descr="Picture" />', 'descr="Picture"><a:hlinkClick r:id="rId5"/></cNvPr>')],
         _PICTURE_RELS: [("</Relationships>",
                          relation("rId5", "hyperlink", "https://example.com", outside=True) + "</Relationships>")]},
    ),
    Case(
        "background", SHEET, "<picture",
        related(SHEET, f'<picture {RELATED} r:id="rId70"/>', "image", "../media/back.png", **_PLACED),
        {"xl/media/back.png": picture()},
    ),
    Case(
        "header_pictures", SHEET, "legacyDrawingHF",
        related(SHEET, f'<legacyDrawingHF {RELATED} r:id="rId70"/>', "vmlDrawing", "../drawings/vmlDrawing2.vml", **_PLACED),
        {"xl/drawings/vmlDrawing2.vml": "<xml/>"},
    ),
    Case("cell_pictures", SHEET, ' vm="1"', {SHEET: [('<c r="D5" t="n"><v>5.7</v></c>', '<c r="D5" t="e" vm="1"><v>#VALUE!</v></c>')]}),
    _part_alone("cell_pictures", "xl/richData/rdrichvalue.xml"),
    Case("spilled", SHEET, ' cm="1"', {SHEET: [('<c r="D5" t="n"><v>5.7</v></c>', '<c r="D5" cm="1"><f t="array" ref="D5:D6">_xlfn.UNIQUE(D2:D4)</f><v>2</v></c>')]}),
    Case("sparklines", SHEET, "extLst", _extension("{05C60535-1F16-4FD2-B633-F4F36F0B64E0}")),
    Case("new_formats", SHEET, "extLst", _extension("{78C0D931-6437-407d-A8EE-F0AAD7539E65}")),
    Case("new_lists", SHEET, "extLst", _extension("{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}")),
    Case("slicers", SHEET, "extLst", _extension("{A8765BA9-456A-4dab-B4F3-ACF838C121DE}")),
    Case("slicers", SHEET, "extLst", _extension("{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}")),
    Case("slicers", SHEET, "extLst", _extension("{7E03D99C-DC04-49d9-9315-930204A7B6E9}")),
    _part_alone("slicers", "xl/slicers/slicer1.xml"),
    _part_alone("slicers", "xl/timelines/timeline1.xml"),
    Case(
        "controls", SHEET, "<controls",
        related(SHEET, f'<controls><control shapeId="1025" {RELATED} r:id="rId70" name="Box 1"/></controls>', "ctrlProp", "../ctrlProps/ctrlProp1.xml", **_PLACED),
        {"xl/ctrlProps/ctrlProp1.xml": "<x/>"},
    ),
    _part_alone("controls", "xl/activeX/activeX1.xml"),
    Case(
        "objects", SHEET, "<oleObjects",
        related(SHEET, f'<oleObjects><oleObject progId="Word.Document.12" shapeId="1025" {RELATED} r:id="rId70"/></oleObjects>', "package", "../embeddings/a.docx", **_PLACED),
        {"xl/embeddings/a.docx": b"x"},
    ),
    _part_alone("threads", "xl/threadedComments/threadedComment1.xml"),
    _part_alone("threads", "xl/persons/person.xml"),
    _part_alone("signature", "_xmlsignatures/sig1.xml"),
    _part_alone("signature", "xl/vbaProjectSignature.bin"),
    _part_alone("queries", "xl/queryTables/queryTable1.xml"),
    _part_alone("queries", "xl/connections.xml"),
    _part_alone("queries", "xl/model/item.data"),
    _part_alone("other_data", "customXml/item1.xml"),
    _part_alone("other_data", "xl/xmlMaps.xml"),
    _part_alone("other_data", "docMetadata/LabelInfo.xml"),
    _part_alone("add_ins", "xl/webextensions/webextension1.xml"),
    Case("add_ins", SHEET, "extLst", _extension("{F7C9EE02-42E1-4005-9D12-6889AFFD525C}")),
    _part_alone("old_macros", "xl/macrosheets/sheet1.xml"),
    _part_alone("old_macros", "xl/dialogsheets/sheet1.xml"),
    _part_alone("revisions", "xl/revisions/revisionHeaders.xml"),
    Case("protected_ranges", SHEET, "protectedRange", behind_cells('<protectedRanges><protectedRange sqref="A1:B2" name="R1"/></protectedRanges>', before="<pageMargins")),
    Case("warnings_off", SHEET, "ignoredError", behind_cells('<ignoredErrors><ignoredError sqref="A1:A5" numberStoredAsText="1"/></ignoredErrors>', before="<drawing")),
    Case("warnings_off", SHEET, "extLst", _extension("{01252117-D84E-4E92-8308-4BE1C098FCBB}")),
    Case("views", SHEET, "customSheetView", behind_cells('<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}"/></customSheetViews>', before="<pageMargins")),
    Case("read_only", BOOK, "fileSharing", {BOOK: [("<workbookPr", '<fileSharing readOnlyRecommended="1"/><workbookPr')]}),
]  # fmt: skip


def _written_back(data: bytes, tmp_path: Path, suffix: str = ".xlsx") -> bytes:
    """What annotate.py makes of a workbook, without marks."""
    source = tmp_path / f"source{suffix}"
    source.write_bytes(data)
    out = io.BytesIO()
    book = open_own(source, tmp_path / f"out{suffix}")
    save_own(book, out, suffix=suffix, results={}, cancel=None)
    close_own(book)
    return out.getvalue()


def _lost(data: bytes, tmp_path: Path, out: str = "out.xlsx") -> tuple[str, ...]:
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    return what_is_lost(path, tmp_path / out)


def test_a_plain_workbook_loses_nothing(tmp_path: Path) -> None:
    """Cells, styles, formulas and a photo are no reason to warn."""
    assert _lost(plain_book(), tmp_path) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.text or case.part}")
def test_what_is_told_to_be_lost_is_lost(tmp_path: Path, case: Case) -> None:
    """The thing is there, is told by its code alone, and is gone once the workbook was written back; what stands in the
    cells is not."""
    data = case.book()
    assert case.is_in(data)
    assert _lost(data, tmp_path) == (case.code,)
    after = _written_back(data, tmp_path)
    assert not case.is_in(after)
    sheet = openpyxl.load_workbook(io.BytesIO(after)).active
    assert [cell.value for cell in sheet[2]] == ["S-2", "Tea 2", "شاي 2", 2.7]


def test_every_entry_of_the_list_was_tried_and_has_words() -> None:
    """No code is in the list without an experiment here, and none without words."""
    codes = {sign.code for sign in keeps._signs()}
    tried = {case.code for case in CASES} | {"charts", "comment_look"}
    assert tried == codes
    assert set(LOST) == codes | {WHOLE, MACROS, RIBBON}


# -- more than a part that goes ---------------------------------------------------------------------------------------


def _chart_book() -> bytes:
    from openpyxl.chart import BarChart, Reference

    book = openpyxl.Workbook()
    for at in range(1, 6):
        book.active.append([at, at * 2])
    chart = BarChart()
    chart.title = "Sold"
    chart.add_data(Reference(book.active, min_col=2, min_row=1, max_row=5))
    book.active.add_chart(chart, "E3")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_charts_stay_and_change_their_look(tmp_path: Path) -> None:
    """A chart keeps title, data and place; letters of its own size and its style parts go, which is told."""
    letters = '<txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1800"/></a:pPr><a:endParaRPr/></a:p></txPr></chartSpace>'
    data = edited(
        _chart_book(),
        {"xl/charts/chart1.xml": [("</chartSpace>", letters)]},
        {"xl/charts/style1.xml": "<x/>", "xl/charts/colors1.xml": "<x/>"},
    )
    assert _lost(data, tmp_path) == ("charts",)
    after = parts(_written_back(data, tmp_path))
    chart = after["xl/charts/chart1.xml"]
    assert b"Sold" in chart
    assert b"$B$1:$B$5" in chart
    assert b'sz="1800"' not in chart
    assert not {"xl/charts/style1.xml", "xl/charts/colors1.xml"} & set(after)


def test_notes_keep_their_words_and_lose_their_look(tmp_path: Path) -> None:
    """A note keeps author and words; its size and bold letters go, which is told."""
    book = openpyxl.load_workbook(io.BytesIO(plain_book()))
    book.active["A2"].comment = openpyxl.comments.Comment("ring him", "Sami", height=300, width=400)
    out = io.BytesIO()
    book.save(out)
    bold = [("<text><t", "<text><r><rPr><b/></rPr><t>Please </t></r><t")]
    data = edited(out.getvalue(), {"xl/comments/comment1.xml": bold})
    assert _lost(data, tmp_path) == ("comment_look",)
    after = _written_back(data, tmp_path)
    comment = openpyxl.load_workbook(io.BytesIO(after)).active["A2"].comment
    assert comment.author == "Sami"
    assert {"ring him", "Please "} <= {comment.text[:8], comment.text[8:], comment.text[-7:], comment.text[:7]}
    saved = parts(after)
    assert b"<b" not in saved["xl/comments/comment1.xml"]
    assert b"width:400px" not in b"".join(content for name, content in saved.items() if name.endswith(".vml"))


_KEPT = [
    Case("scenarios", SHEET, "<scenario ", behind_cells('<scenarios current="0"><scenario name="s" count="1"><inputCells r="A1" val="3"/></scenario></scenarios>', before="<pageMargins")),
    Case("protection", SHEET, "SHA-512", behind_cells('<sheetProtection algorithmName="SHA-512" hashValue="abcd" saltValue="salt" spinCount="100000" sheet="1"/>', before="<pageMargins")),
    Case("filter", SHEET, "sortCondition", behind_cells('<autoFilter ref="A1:D5"><filterColumn colId="0"><filters><filter val="2"/></filters></filterColumn><sortState ref="A2:D5"><sortCondition ref="A2:A5"/></sortState></autoFilter>', before="<pageMargins")),
    Case("breaks", SHEET, "<brk ", behind_cells('<rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>', before="<drawing")),
    Case("book protection", BOOK, "lockStructure", {BOOK: [("<bookViews", '<workbookProtection workbookPassword="CC1A" lockStructure="1"/><bookViews')]}),
    Case("table styles", STYLES, "tableStyleElement", {STYLES: [('<tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16" />', '<tableStyles count="1"><tableStyle name="Mine" pivot="0" count="1"><tableStyleElement type="wholeTable" size="1"/></tableStyle></tableStyles>')]}),
    Case("crop", DRAWING, "srcRect", {DRAWING: [("<a:stretch>", '<a:srcRect l="10000" r="20000"/><a:stretch>')]}),
    Case("alternative text", DRAWING, "our logo", {DRAWING: [('descr="Picture" />', 'descr="our logo" />')]}),
    Case("rich text", SHEET, "<b[ /]", {SHEET: [('<c r="C5" t="inlineStr"><is><t>شاي 5</t></is></c>', '<c r="C5" t="inlineStr"><is><r><rPr><b/></rPr><t>شاي</t></r><r><t> 5</t></r></is></c>')]}),
    Case("own properties", "docProps/custom.xml", "Irbid", {}, {"docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Shop"><vt:lpwstr>Irbid</vt:lpwstr></property></Properties>'}),
    Case(
        "other workbooks", "xl/externalLinks/.*", "sheetName",
        {BOOK: [("<calcPr", f'<externalReferences><externalReference {RELATED} r:id="rId70"/></externalReferences><calcPr')],
         rels_of(BOOK): [("</Relationships>", relation("rId70", "externalLink", "externalLinks/externalLink1.xml") + "</Relationships>")],
         TYPES: [("</Types>", '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>')]},
        {"xl/externalLinks/externalLink1.xml": f'<externalLink {MAIN} {RELATED}><externalBook r:id="rId1"><sheetNames><sheetName val="S"/></sheetNames></externalBook></externalLink>',
         "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation("rId1", "externalLinkPath", "other.xlsx", outside=True)}</Relationships>'},
    ),
]  # fmt: skip


def _pivot() -> Case:
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    types = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{kind}{type_}+xml"/>'
        for name, type_ in (
            ("pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition"),
            ("pivotCache/pivotCacheRecords1.xml", "pivotCacheRecords"),
            ("pivotTables/pivotTable1.xml", "pivotTable"),
        )
    )
    table = (
        f'<pivotTableDefinition {MAIN} name="Per price" cacheId="1" dataCaption="V"><location ref="H1:I3" '
        'firstHeaderRow="1" firstDataRow="1" firstDataCol="0"/><pivotFields count="1"><pivotField dataField="1" '
        'showAll="0"/></pivotFields><rowItems count="1"><i/></rowItems><colItems count="1"><i/></colItems>'
        '<dataFields count="1"><dataField name="Sum" fld="0" baseField="0" baseItem="0"/></dataFields>'
        "</pivotTableDefinition>"
    )
    cache = (
        f'<pivotCacheDefinition {MAIN} {RELATED} r:id="rId1" recordCount="1"><cacheSource type="worksheet">'
        '<worksheetSource ref="D1:D3" sheet="Sheet"/></cacheSource><cacheFields count="1"><cacheField '
        'name="price_jod" numFmtId="0"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>'
    )
    return Case(
        "pivot tables", "xl/pivotTables/.*", "Per price",
        {rels_of(SHEET): [("</Relationships>", relation("rId71", "pivotTable", "../pivotTables/pivotTable1.xml") + "</Relationships>")],
         BOOK: [("</workbook>", f'<pivotCaches><pivotCache cacheId="1" {RELATED} r:id="rId72"/></pivotCaches></workbook>')],
         rels_of(BOOK): [("</Relationships>", relation("rId72", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml") + "</Relationships>")],
         TYPES: [("</Types>", types + "</Types>")]},
        {"xl/pivotTables/pivotTable1.xml": table,
         "xl/pivotTables/_rels/pivotTable1.xml.rels": rels.format(relation("rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")),
         "xl/pivotCache/pivotCacheDefinition1.xml": cache,
         "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": rels.format(relation("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml")),
         "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords {MAIN} count="1"><r><n v="2"/></r></pivotCacheRecords>'},
    )  # fmt: skip


@pytest.mark.parametrize("case", [*_KEPT, _pivot()], ids=lambda case: case.code)
def test_what_is_not_told_is_kept(tmp_path: Path, case: Case) -> None:
    """These things are kept, so that nobody is warned of them."""
    data = case.book()
    assert case.is_in(data)
    assert _lost(data, tmp_path) == ()
    assert case.is_in(_written_back(data, tmp_path))


# -- workbooks with macros, and such that cannot be kept --------------------------------------------------------------


def _macro_book() -> bytes:
    types = parts(plain_book())[TYPES].decode()
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert plain in types
    return edited(
        plain_book(),
        {TYPES: [(plain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")]},
        {"xl/vbaProject.bin": b"macros", "customUI/customUI.xml": "<x/>"},
    )


def test_macros_are_kept_in_a_workbook_that_may_have_them(tmp_path: Path) -> None:
    """Saved as .xlsm they stay and it says that it has them; saved as .xlsx both are gone, which is told."""
    data = _macro_book()
    assert _lost(data, tmp_path, "out.xlsm") == ()
    assert _lost(data, tmp_path, "out.xlsx") == (MACROS, RIBBON)
    with_macros = parts(_written_back(data, tmp_path, ".xlsm"))
    assert with_macros["xl/vbaProject.bin"] == b"macros"
    assert b"macroEnabled" in with_macros[TYPES]
    without = parts(_written_back(data, tmp_path))
    assert "xl/vbaProject.bin" not in without
    assert b"macroEnabled" not in without[TYPES]


def test_a_plain_workbook_saved_as_one_with_macros_can_be_opened(tmp_path: Path) -> None:
    """Excel opens no .xlsm that says of itself that it is an .xlsx."""
    assert b"macroEnabled" in parts(_written_back(plain_book(), tmp_path, ".xlsm"))[TYPES]


def test_old_drawings_that_are_no_xml_are_no_hindrance(tmp_path: Path) -> None:
    """In a workbook with macros, notes are saved although the old drawing beside them holds HTML."""
    data = edited(
        _macro_book(),
        related(
            SHEET, f'<legacyDrawing {RELATED} r:id="rId70"/>', "vmlDrawing", "../drawings/vmlDrawing1.vml", **_PLACED
        ),
        {"xl/drawings/vmlDrawing1.vml": "<xml><br></xml>"},
    )
    source = tmp_path / "a.xlsm"
    source.write_bytes(data)
    book = open_own(source, tmp_path / "b.xlsm")
    book.active["A2"].comment = openpyxl.comments.Comment("new", "me")
    out = io.BytesIO()
    save_own(book, out, suffix=".xlsm", results={}, cancel=None)
    close_own(book)
    assert openpyxl.load_workbook(io.BytesIO(out.getvalue())).active["A2"].comment.text == "new"


_DDE = f'<externalLink {MAIN} {RELATED}><ddeLink ddeService="a" ddeTopic="b"><ddeItems/></ddeLink></externalLink>'
_STRICT = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
]


@pytest.mark.parametrize(
    "data",
    [edited(plain_book(), {}, {"xl/externalLinks/externalLink1.xml": _DDE}), edited(plain_book(), {BOOK: _STRICT})],
    ids=["live links", "strict"],
)
def test_what_cannot_be_written_back_is_not_tried(tmp_path: Path, data: bytes) -> None:
    """Live links and the strict kind of workbook: the library breaks them, so a new workbook is made, which is told."""
    assert _lost(data, tmp_path) == (WHOLE,)
    path = tmp_path / "book.xlsx"
    assert not can_be_kept(path)
    with pytest.raises(NotKept):
        open_own(path, tmp_path / "out.xlsx")


def test_other_kinds_of_file(tmp_path: Path) -> None:
    """Workbooks that are no XLSX are made anew, which is told; a CSV has nothing that could be lost."""
    rows = [["sku", "title_en"], ["A", "Tea"]]
    assert what_is_lost(write_xls(tmp_path / "a.xls", rows)) == (WHOLE,)
    assert what_is_lost(write_ods(tmp_path / "a.ods", rows)) == (WHOLE,)
    assert what_is_lost(write_csv(tmp_path / "a.csv", rows)) == ()


def test_the_shops_workbook_loses_the_look_of_its_notes_alone(tmp_path: Path) -> None:
    """A usual workbook is no reason for a long warning."""
    assert what_is_lost(rich_workbook(tmp_path / "a.xlsx")) == ("comment_look",)


# -- what the library would spoil, and is kept from -------------------------------------------------------------------


def test_numbers_keep_their_digits(tmp_path: Path) -> None:
    """openpyxl alone writes 9.7 as 9.699999999999999, which would be a price with too many decimals."""
    data = edited(plain_book(), {SHEET: [("<v>5.7</v>", "<v>9.7</v>"), ("<v>4.7</v>", "<v>12345678901234567</v>")]})
    alone = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(alone)
    assert b"<v>9.7</v>" not in parts(alone.getvalue())[SHEET]  # else the mending can go
    after = parts(_written_back(data, tmp_path))[SHEET]
    assert b"<v>9.7</v>" in after
    assert b"<v>12345678901234567</v>" in after


def test_texts_that_read_like_a_sign_stay_texts(tmp_path: Path) -> None:
    """``_x0041_`` in a cell does not become an A, and a control sign stays one."""
    texts = [("<t>Tea 4</t>", "<t>_x005F_x0041_</t>"), ("<t>Tea 5</t>", "<t>a_x000D_b</t>")]
    after = parts(_written_back(edited(plain_book(), {SHEET: texts}), tmp_path))[SHEET]
    assert b"<t>_x005F_x0041_</t>" in after
    assert b"<t>a_x000D_b</t>" in after


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "WEBP", "JPEG", "GIF", "PNG"])
def test_pictures_of_every_kind_are_kept(tmp_path: Path, kind: str) -> None:
    """A photo is the same photo, or, where the library would write a wrong name or fail, the same as PNG."""
    from PIL import Image

    photo = picture(kind=kind)
    rels = {_PICTURE_RELS: [("/xl/media/image1.png", f"/xl/media/photo.{kind.lower()}")]}
    after = parts(_written_back(edited(plain_book(), rels, {f"xl/media/photo.{kind.lower()}": photo}), tmp_path))
    ((name, content),) = [(name, content) for name, content in after.items() if name.startswith("xl/media/")]
    if kind in ("JPEG", "GIF", "PNG"):
        assert content == photo
    else:
        assert name.endswith(".png")
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (96, 48)
        assert image.format == (kind if kind in ("JPEG", "GIF", "PNG") else "PNG")


def test_a_link_behind_a_picture_leaves_no_loose_end(tmp_path: Path) -> None:
    """Every relation that a written drawing names is there: Excel calls a file damaged where one is not."""
    (case,) = [one for one in CASES if "example" in one.text]
    after = parts(_written_back(case.book(), tmp_path))
    named = set(re.findall(rb'r:(?:id|embed|link)="([^"]+)"', after[DRAWING]))
    there = set(re.findall(rb'\bId="([^"]+)"', after[_PICTURE_RELS]))
    assert named <= there


def test_a_table_from_a_query_becomes_a_table(tmp_path: Path) -> None:
    """Its query is gone, so the table must not ask for it."""
    from openpyxl.worksheet.table import Table

    book = openpyxl.load_workbook(io.BytesIO(plain_book()))
    book.active.add_table(Table(displayName="Prices", ref="A1:D5"))
    out = io.BytesIO()
    book.save(out)
    data = edited(
        out.getvalue(), {"xl/tables/table1.xml": [("<table ", '<table tableType="queryTable" connectionId="1" ')]}
    )
    after = parts(_written_back(data, tmp_path))["xl/tables/table1.xml"]
    assert b'displayName="Prices"' in after
    assert b"queryTable" not in after
    assert b"connectionId" not in after


def test_a_template_becomes_a_workbook(tmp_path: Path) -> None:
    """Excel opens no .xlsx that says of itself that it is a template."""
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    template = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
    after = parts(_written_back(edited(plain_book(), {TYPES: [(plain, template)]}), tmp_path))
    assert plain.encode() in after[TYPES]


# -- files that are made to hurt --------------------------------------------------------------------------------------


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A part that says to be small and is not, and one that is large, are refused."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(edited(plain_book(), {}, {"xl/drawings/drawing7.xml": b"<a/>" * 40_000_000}))
    with pytest.raises(FileTooLarge):
        what_is_lost(path)
    path.write_bytes(plain_book()[:-200])
    with pytest.raises(FileDamaged):
        what_is_lost(path)


def test_nothing_is_loaded_to_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking does not open the workbook with the library, nor expand what its XML declares."""

    def no(*_: Any, **__: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(openpyxl, "load_workbook", no)
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><wsDr>&b;<xdr:sp/></wsDr>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(edited(plain_book(), {}, {DRAWING: entities}))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert what_is_lost(path) == ("shapes",)
    with zipfile.ZipFile(path) as archive:
        assert DRAWING in archive.namelist()
