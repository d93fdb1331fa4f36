"""Workbooks as people have them: one of a shop with mistakes in it, and parts that only Excel makes, put in by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

SHEET, DRAWING, BOOK, STYLES = (
    "xl/worksheets/sheet1.xml",
    "xl/drawings/drawing1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
)
TYPES = "[Content_Types].xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
Edits = Mapping[str, Iterable[tuple[str, str]]]

SHEET_NAME, HEADER_ROW, FIRST_ROW = "Price list", 3, 4
TAX = 1.16
HEADERS = ("SKU", "Barcode", "English title", "Arabic title", "Price (JOD)", "Stock", "Category", "With tax", "Note")
#: sku, barcode, English and Arabic title, price, stock, category; what is wrong with a row stands behind it.
PRODUCTS: tuple[tuple[Any, ...], ...] = (
    ("HON-250", "6251234567003", "Mountain honey 250 g", "عسل جبلي ٢٥٠ غ", 4.5, 24, "Honey"),
    ("HON-500", "6251234567010", "Mountain honey 500 g", "عسل جبلي ٥٠٠ غ", 8.25, 12, "Honey"),
    ("COF-200", "6251234567027", "Coffee with cardamom 200 g", None, 3.75, 40, "Coffee"),  # no Arabic title
    (
        "COF-500",
        "6251234567034",
        "Dark coffee 500 g",
        "قهوة غامقة ٥٠٠ غ",
        "8.9O",
        16,
        "Coffee",
    ),  # a letter in the price
    ("TEA-100", "6251234567041", "Black tea 100 bags", "شاي أسود ١٠٠ كيس", 2.1, "١٢ حبة", "Tea"),  # words in the stock
    ("TEA-050", "6251234567058", "Sage tea 50 bags", "شاي ميرمية ٥٠ كيساً", 1.85, 30, "Tea"),
    ("ZAA-500", "6251234567065", "Za'atar 500 g", "زعتر ٥٠٠ غ", 2.5, 55, "Spices"),
    ("ZAA-500", "6251234567072", "Za'atar with sesame 500 g", "زعتر بالسمسم ٥٠٠ غ", 3.0, 20, "Spices"),  # sku twice
    ("OIL-750", "6251234567080", "Olive oil 750 ml", "زيت زيتون ٧٥٠ مل", 6.9, 18, "Oil"),  # wrong check digit
    ("OIL-500", "6251234567096", "Olive oil 500 ml", "زيت زيتون ٥٠٠ مل", 4.95, 22, "Oil"),
    ("DAT-001", "6251234567102", "Medjool dates 1 kg", "تمر مجهول ١ كغ", 7.0, 35, "Dates"),
    ("DAT-002", "6251234567119", None, "معمول بالتمر", 2.75, 60, "Dates"),  # no English title
    ("RIC-005", "6251234567126", "Rice 5 kg", "أرز ٥ كغ", 6.5, 80, "Rice"),
    ("RIC-010", "6251234567133", "Rice 10 kg", "أرز ١٠ كغ", -12.4, 45, "Rice"),  # a price below zero
    ("LEN-001", "6251234567140", "Red lentils 1 kg", "عدس أحمر ١ كغ", 1.2, 64, "Pulses"),
    ("CHI-400", "6251234567157", "Chickpeas 400 g", "حمص حب ٤٠٠ غ", 0.65, 120, "Pulses"),
    ("JAM-340", "6251234567164", "Apricot jam 340 g", "مربى مشمش ٣٤٠ غ", 1.9975, 28, "Jam"),  # four decimals
    ("JAM-341", "6251234567171", "Fig jam 340 g", "مربى تين ٣٤٠ غ", 2.05, 0, "Jam"),
    ("LAB-500", "6251234567188", "Labneh balls 500 g", "لبنة مدحبرة ٥٠٠ غ", 3.4, 14, "Dairy"),
    ("HAL-250", "6251234567195", "Halloumi 250 g", "حلوم ٢٥٠ غ", 2.95, 9.7, "Dairy"),  # half a piece in stock
)
LAST_ROW = FIRST_ROW + len(PRODUCTS) - 1


# -- a shop's workbook ------------------------------------------------------------------------------------------------


def rich_workbook(path: Path, *, rtl: bool = False) -> Path:
    """A shop's price list with what a person puts into one: a merged title, a styled header in row 3, a formula with
    its results, a filter, frozen panes, a rule that colours, a list to choose from, notes, a picture, a name, hidden
    rows and columns, and two more sheets. Nine of its products have something wrong."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET_NAME
    sheet.sheet_view.rightToLeft = rtl
    _title_and_header(sheet)
    for down, product in enumerate(PRODUCTS):
        _row(sheet, FIRST_ROW + down, product)
    _furniture(sheet)
    _other_sheets(book)
    saved = io.BytesIO()
    book.save(saved)
    taxed = {
        f"H{FIRST_ROW + at}": f"{round(one[4] * TAX, 3):g}"
        for at, one in enumerate(PRODUCTS)
        if isinstance(one[4], float)
    }
    path.write_bytes(_with_results(saved.getvalue(), taxed))
    return path


def _title_and_header(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    sheet.merge_cells("A1:I1")
    sheet["A1"] = "Abu Ahmad Market · أسواق أبو أحمد"
    sheet["A1"].font = Font(bold=True, size=16, color="0F766E")
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 34
    line = Side(style="thin", color="0F766E")
    for at, header in enumerate(HEADERS, start=1):
        cell = sheet.cell(HEADER_ROW, at, header)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="0F766E")
        cell.border = Border(bottom=line)
    for letter, width in zip("ABCDEFGHI", (12, 17, 30, 26, 13, 10, 14, 12, 20), strict=True):
        sheet.column_dimensions[letter].width = width


def _row(sheet: Any, row: int, product: tuple[Any, ...]) -> None:
    from openpyxl.styles import Alignment, Border, Side

    for at, value in enumerate(product, start=1):
        sheet.cell(row, at, value)
    sheet.cell(row, 2).number_format = "@"
    sheet.cell(row, 4).alignment = Alignment(horizontal="right", readingOrder=2)
    sheet.cell(row, 5).number_format = '0.000 "JOD"'
    if isinstance(product[4], float):
        sheet.cell(row, 8, f"=ROUND(E{row}*{TAX},3)").number_format = "0.000"
    for at in range(1, len(HEADERS) + 1):
        sheet.cell(row, at).border = Border(bottom=Side(style="hair", color="B9C2CC"))


def _furniture(sheet: Any) -> None:
    from openpyxl.comments import Comment
    from openpyxl.drawing.image import Image
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import PatternFill
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.auto_filter.ref = f"A{HEADER_ROW}:I{LAST_ROW}"
    sheet.freeze_panes = f"B{FIRST_ROW}"
    few = CellIsRule(operator="lessThan", formula=["10"], fill=PatternFill("solid", bgColor="FFF3DC"))
    sheet.conditional_formatting.add(f"F{FIRST_ROW}:F{LAST_ROW}", few)
    choice = DataValidation("list", formula1='"Honey,Coffee,Tea,Spices,Oil,Dates,Rice,Pulses,Jam,Dairy"')
    choice.add(f"G{FIRST_ROW}:G{LAST_ROW}")
    sheet.add_data_validation(choice)
    sheet[f"A{FIRST_ROW}"].comment = Comment("Ask Sami for the new label", "Abu Ahmad")
    sheet["E7"].comment = Comment("Price from the old list", "Abu Ahmad")
    sheet.merge_cells("I5:I6")
    sheet["I5"] = "both sizes on the top shelf"
    sheet.row_dimensions[FIRST_ROW + 14].hidden = True
    sheet.column_dimensions["I"].hidden = False
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.oddFooter.center.text = "Page &P"
    sheet.parent.defined_names["Prices"] = DefinedName(
        "Prices", attr_text=f"'{SHEET_NAME}'!$E${FIRST_ROW}:$E${LAST_ROW}"
    )
    image = Image(io.BytesIO(picture()))
    sheet.add_image(image, "K3")


def _other_sheets(book: Any) -> None:
    other = book.create_sheet("Suppliers")
    other.append(["Supplier", "Phone", "Owed"])
    other.append(["Jerash Farms", "+962 6 123 4567", 310.75])
    other.append(["Irbid Coffee", "+962 2 765 4321", 9.7])
    other["C4"] = "=SUM(C2:C3)"
    hidden = book.create_sheet("Old prices")
    hidden.append(["HON-250", 4.1])
    hidden.sheet_state = "hidden"


def picture(colour: str = "#0F766E", size: tuple[int, int] = (96, 48), kind: str = "PNG") -> bytes:
    """A plain picture of one colour."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def _with_results(data: bytes, results: Mapping[str, str]) -> bytes:
    """Formulas with what they come to, as Excel saves them."""

    def filled(found: re.Match[str]) -> str:
        return (
            found.group(0)
            .replace("<v />", f"<v>{results[found.group(1)]}</v>")
            .replace("<v></v>", f"<v>{results[found.group(1)]}</v>")
        )

    sheet = re.sub(r'<c r="(H[0-9]+)"[^>]*><f>[^<]*</f><v(?: /|></v)>', filled, part_of(data, SHEET).decode())
    return with_parts(data, {SHEET: sheet})


# -- parts put in by hand ---------------------------------------------------------------------------------------------


def parts(data: bytes | Path) -> dict[str, bytes]:
    """Every part of a zip."""
    with zipfile.ZipFile(data if isinstance(data, Path) else io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part_of(data: bytes | Path, name: str) -> bytes:
    return parts(data)[name]


def with_parts(data: bytes, new: Mapping[str, str | bytes]) -> bytes:
    """The zip with parts put in, or put in place of others."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts(data), **new}.items():
            archive.writestr(name, content)
    return out.getvalue()


def edited(data: bytes, edits: Edits, new: Mapping[str, str | bytes] | None = None) -> bytes:
    """The zip with ``edits`` (part → old text, new text) made, each in its first place, which must be there."""
    changed: dict[str, str | bytes] = dict(new or {})
    for name, pairs in edits.items():
        text = part_of(data, name).decode()
        for old, put in pairs:
            assert old in text, (name, old)
            text = text.replace(old, put, 1)
        changed[name] = text
    return with_parts(data, changed)


def plain_book() -> bytes:
    """One sheet of five rows with a picture on it."""
    import openpyxl
    from openpyxl.drawing.image import Image

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["sku", "title_en", "title_ar", "price_jod"])
    for at in range(2, 6):
        sheet.append([f"S-{at}", f"Tea {at}", f"شاي {at}", at + 0.7])
    sheet.add_image(Image(io.BytesIO(picture())), "F2")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def relation(identity: str, kind: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{identity}" Type="{_KIND}{kind}" Target="{target}"{mode}/>'


def rels_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def behind_cells(element: str, *, before: str = "</worksheet>") -> dict[str, list[tuple[str, str]]]:
    """An edit that puts ``element`` behind a sheet's cells."""
    return {SHEET: [(before, element + before)]}


def related(
    part: str, element: str, kind: str, target: str, *, before: str, outside: bool = False
) -> dict[str, list[tuple[str, str]]]:
    """The same in any ``part``, for an element that names another part by the relation ``rId70``."""
    return {
        part: [(before, element + before)],
        rels_of(part): [("</Relationships>", relation("rId70", kind, target, outside=outside) + "</Relationships>")],
    }
