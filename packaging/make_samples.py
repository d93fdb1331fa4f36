"""Makes every file of resources/samples/ from products.toml and pictures.toml. Run it again after changing one of them.

    python packaging/make_samples.py [FOLDER]

Writes into resources/samples/ beside it, or into FOLDER. Running it twice gives the same bytes.
"""  # noqa: INP001 - this folder must never become a package: it shares its name with a library

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "samples"
PICTURES_AT = "https://images.example/minimarket/"

# HKJ's names, in the order of the columns in every file.
FIELDS = (
    "sku", "barcode", "title_en", "title_ar", "price_jod", "stock_qty",
    "category_en", "category_ar", "brand", "image_url", "description_en", "description_ar",
)  # fmt: skip
OPTIONS = ("option1_name", "option1_value")  # only where there are variants

ENGLISH = {
    "sku": "SKU", "barcode": "Barcode", "title_en": "English title", "title_ar": "Arabic title",
    "price_jod": "Price (JOD)", "stock_qty": "Stock", "category_en": "Category", "category_ar": "Arabic category",
    "brand": "Brand", "image_url": "Image", "description_en": "English description",
    "description_ar": "Arabic description", "option1_name": "Option1 name", "option1_value": "Option1 value",
}  # fmt: skip
# A shop owner who works in Arabic puts the Arabic columns first.
ARABIC = {
    "sku": "رمز المنتج", "barcode": "الباركود", "title_ar": "الاسم بالعربية", "title_en": "الاسم بالإنجليزية",
    "price_jod": "السعر", "stock_qty": "الكمية", "category_ar": "التصنيف", "category_en": "التصنيف بالإنجليزية",
    "brand": "العلامة التجارية", "image_url": "الصورة", "description_ar": "الوصف بالعربية",
    "description_en": "الوصف بالإنجليزية",
}  # fmt: skip
# What products.toml calls the cells that a mistake replaces.
SHORT_NAMES = {"price": "price_jod", "stock": "stock_qty", "image": "image_url"}

WIDTHS = {"title_en": 36, "title_ar": 34, "category_en": 26, "category_ar": 26, "image_url": 44,
          "description_en": 40, "description_ar": 40, "barcode": 16}  # fmt: skip
MADE_AT = datetime(2025, 1, 1, tzinfo=UTC)  # in place of "now", so that the same content is the same file
PICTURE_SIZE = 256
FINER = 4  # drawn so many times larger and then made smaller: smooth edges
COLOURS = 64

Row = dict[str, str]


def read_table(folder: Path = SAMPLES) -> dict[str, Any]:
    """products.toml as it stands."""
    return tomllib.loads((folder / "products.toml").read_text(encoding="utf-8"))


def clean_rows(table: Mapping[str, Any]) -> list[Row]:
    """The products as rows of text, with HKJ's field names."""
    return [_row(product, table["categories"]) for product in table["products"]]


def rows_with_mistakes(table: Mapping[str, Any]) -> list[Row]:
    """The same products with the planted mistakes, and the product with variants after them."""
    rows = clean_rows(table)
    by_sku = {row["sku"]: row for row in rows}
    for mistake in table["mistakes"]:
        wrong = {SHORT_NAMES.get(name, name): value for name, value in mistake["set"].items()}
        by_sku[mistake["sku"]].update(wrong)
    return rows + [_row(one, table["categories"]) for one in table["variant_rows"]]


def _row(product: Mapping[str, Any], categories: Mapping[str, Mapping[str, str]]) -> Row:
    row = {name: str(product.get(name, "")) for name in (*FIELDS, *OPTIONS)}
    row["price_jod"] = product["price"]
    row["stock_qty"] = str(product["stock"])
    if "category" in product:
        shelf = categories[product["category"]]
        row |= {"category_en": shelf["en"], "category_ar": shelf["ar"]}
        row["image_url"] = f"{PICTURES_AT}{product['category']}.png"
    return row


# --- the four formats ---


def as_csv(rows: Sequence[Row], columns: Mapping[str, str]) -> bytes:
    """UTF-8 with a byte order mark, so that Excel opens it with the Arabic intact."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns.values())
    writer.writerows([row[name] for name in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_json(rows: Sequence[Row]) -> bytes:
    """HKJ's own names; the price a string in dinars, the stock a number."""
    products = [{name: int(row[name]) if name == "stock_qty" else row[name] for name in FIELDS} for row in rows]
    return (json.dumps(products, ensure_ascii=False, indent=2) + "\n").encode()


def as_xml(rows: Sequence[Row]) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<products>"]
    for row in rows:
        lines += ["  <product>", *(f"    <{name}>{escape(row[name])}</{name}>" for name in FIELDS), "  </product>"]
    return ("\n".join([*lines, "</products>"]) + "\n").encode()


def as_xlsx(rows: Sequence[Row], columns: Mapping[str, str], *, sheet: str, right_to_left: bool = False) -> bytes:
    """Codes are text, prices and stock numbers where they can be; what is no number stays text, as typed."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.active
    page.title = sheet
    page.sheet_view.rightToLeft = right_to_left
    page.append(list(columns.values()))
    for number, name in enumerate(columns, start=1):
        page.cell(1, number).font = Font(bold=True)
        page.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, 13)
    page.freeze_panes = "A2"
    for line, row in enumerate(rows, start=2):
        for number, name in enumerate(columns, start=1):
            _fill(page.cell(line, number), name, row[name])
    out = io.BytesIO()
    book.save(out)
    return _same_every_time(out.getvalue())


def _fill(cell: Any, name: str, text: str) -> None:
    if not text:
        return
    if name == "price_jod" and re.fullmatch(r"[0-9]+\.[0-9]+", text):
        cell.value = Decimal(text)
        cell.number_format = "0." + "0" * max(3, len(text.partition(".")[2]))
    elif name == "stock_qty" and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        cell.value = Decimal(text)
    else:
        cell.value = text
        cell.data_type = "s"  # never a formula, never a number
        if name in ("sku", "barcode"):
            cell.number_format = "@"


def _same_every_time(workbook: bytes) -> bytes:
    """Pack a workbook again without the hour at which it was made."""
    stamp = MADE_AT.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for item in given.infolist():
            content = given.read(item)
            if item.filename == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, content)
            entry = zipfile.ZipInfo(item.filename, MADE_AT.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return out.getvalue()


# --- pictures ---


def draw(picture: Mapping[str, Any]) -> bytes:
    """One entry of pictures.toml as a PNG."""
    from PIL import Image, ImageDraw

    large = PICTURE_SIZE * FINER
    image = Image.new("RGB", (large, large), picture["ground"])
    brush = ImageDraw.Draw(image)
    for kind, colour, *numbers in picture["shapes"]:
        _paint(brush, kind, colour, [number * FINER for number in numbers], numbers)
    small = image.resize((PICTURE_SIZE, PICTURE_SIZE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _paint(brush: Any, kind: str, colour: str, large: list[int], plain: list[int]) -> None:
    if kind == "ellipse":
        brush.ellipse(large, fill=colour)
    elif kind == "round":
        brush.rounded_rectangle(large[:4], radius=large[4], fill=colour)
    elif kind == "poly":
        brush.polygon(large, fill=colour)
    elif kind == "line":
        brush.line(large[1:], fill=colour, width=large[0])
    elif kind == "arc":
        brush.arc(large[1:5], plain[5], plain[6], fill=colour, width=large[0])
    else:
        raise ValueError(kind)


# --- all of it ---


def files(folder: Path = SAMPLES) -> dict[str, bytes]:
    """Every file by its name below resources/samples/."""
    table = read_table(folder)
    clean, mistakes = clean_rows(table), rows_with_mistakes(table)
    plain = {name: ENGLISH[name] for name in FIELDS}
    drawings = tomllib.loads((folder / "pictures.toml").read_text(encoding="utf-8"))
    return {
        "minimarket.xlsx": as_xlsx(clean, plain, sheet="Products"),
        "minimarket.csv": as_csv(clean, plain),
        "minimarket.json": as_json(clean),
        "minimarket.xml": as_xml(clean),
        "minimarket-arabic.xlsx": as_xlsx(clean, ARABIC, sheet="المنتجات", right_to_left=True),
        "minimarket-with-mistakes.xlsx": as_xlsx(mistakes, ENGLISH, sheet="Products"),
        "minimarket-with-mistakes.csv": as_csv(mistakes, ENGLISH),
        **{f"pictures/{name}.png": draw(picture) for name, picture in drawings.items()},
    }


def main(arguments: Sequence[str]) -> None:
    target = Path(arguments[0]) if arguments else SAMPLES
    for name, content in files().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1:])
