"""A large bilingual catalogue, made up: 13 columns, about 500 bytes a row, some mistakes of each kind. The same for the
same number of rows, and kept in a temporary folder."""

from __future__ import annotations

import getpass
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

#: Part of the files' names: another one for another catalogue.
VERSION = 4
CHUNK = 250_000
#: Beyond so many rows no workbook is made.
MOST_XLSX = 100_000
_PRIME = 4_294_967_291

HEADERS = (
    "SKU", "English title", "Arabic title", "Price (JOD)", "Stock", "Category", "Brand", "Arabic category", "Barcode",
    "Image", "English description", "Arabic description", "Shelf",
)  # fmt: skip
_NUMBERS = ("Price (JOD)", "Stock", "Barcode")
_THINGS = (
    ("Sidr honey", "عسل سدر", 0), ("Wildflower honey", "عسل أزهار برية", 0), ("Apricot jam", "مربى مشمش", 0),
    ("Ground coffee with cardamom", "قهوة مطحونة بالهيل", 1), ("Black tea", "شاي أسود", 1), ("Sage", "ميرمية", 1),
    ("Olive oil", "زيت زيتون", 2), ("Green olives", "زيتون أخضر", 2), ("White cheese", "جبنة بيضاء", 3),
    ("Labneh", "لبنة", 3), ("Flat bread", "خبز عربي", 4), ("Short-grain rice", "أرز حبة قصيرة", 5),
    ("Red lentils", "عدس أحمر", 5), ("Za'atar", "زعتر", 6), ("Sumac", "سماق", 6), ("Chickpeas, canned", "حمص معلب", 7),
    ("Medjool dates", "تمور مجهول", 8), ("Pistachio baklava", "بقلاوة بالفستق", 8), ("Roasted almonds", "لوز محمص", 9),
    ("Orange juice", "عصير برتقال", 10), ("Mineral water", "مياه معدنية", 10), ("Olive soap", "صابون زيتون", 11),
    ("Dish soap", "سائل جلي", 11),
)  # fmt: skip
_CATEGORIES = (
    ("Food > Honey & jam", "أغذية > عسل ومربى"), ("Drinks > Coffee & tea", "مشروبات > قهوة وشاي"),
    ("Food > Olives & oil", "أغذية > زيتون وزيوت"), ("Fresh > Cheese & dairy", "طازج > أجبان وألبان"),
    ("Fresh > Bakery", "طازج > مخبوزات"), ("Food > Rice & pulses", "أغذية > أرز وبقوليات"),
    ("Food > Spices", "أغذية > زعتر وبهارات"), ("Food > Canned food", "أغذية > معلبات"),
    ("Sweets > Dates", "حلويات > تمور وحلويات"), ("Snacks > Nuts & seeds", "تسالي > مكسرات وبزور"),
    ("Drinks > Water & juice", "مشروبات > مياه وعصائر"), ("Home > Soap & cleaning", "منزل > صابون وتنظيف"),
)  # fmt: skip
_BRANDS = ("Jabal Ajloun", "Wadi Rum Foods", "Bayt Amman", "Petra Garden", "Al-Salt Mills", "Azraq Springs")
_SIZES = (("250 g", "250 غ"), ("500 g", "500 غ"), ("1 kg", "1 كغ"), ("2 l", "2 لتر"), ("6 pieces", "6 حبات"))
_ENGLISH = (
    "Picked by hand in the hills and packed on the same day; keep it cool and away from the sun.",
    "A small producer, known for forty years, makes it with nothing added and nothing taken away.",
    "Good for the breakfast table, for guests and for baking; opened it keeps for three weeks.",
)
_ARABIC = (
    "يقطف باليد في التلال ويعبأ في اليوم نفسه، يحفظ في مكان بارد بعيدا عن أشعة الشمس.",
    "من إنتاج عائلة معروفة منذ أربعين عاما، دون أي إضافات أو مواد حافظة.",
    "مناسب لمائدة الفطور وللضيوف وللخبز، وبعد الفتح يحفظ ثلاثة أسابيع.",
)


def folder() -> Path:
    """Where catalogues are kept from one run to the next."""
    found = Path(tempfile.gettempdir()) / f"hkj-bench-{getpass.getuser()}"
    found.mkdir(parents=True, exist_ok=True)
    return found


def csv_of(rows: int) -> Path:
    """The catalogue of ``rows`` rows as CSV, made where it is not there yet."""
    path = folder() / f"catalogue-{VERSION}-{rows}.csv"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        with unfinished.open("wb") as out:
            out.write(b"\xef\xbb\xbf")
            for start in range(0, rows, CHUNK):
                part = frame(start, min(rows, start + CHUNK))
                part.write_csv(out, include_header=start == 0, line_terminator="\r\n")
        unfinished.replace(path)
    return path


def xlsx_of(rows: int) -> Path:
    """The same as a workbook with shared texts, as Excel writes it."""
    path = folder() / f"catalogue-{VERSION}-{rows}.xlsx"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        _write_workbook(frame(0, rows), unfinished)
        unfinished.replace(path)
    return path


def _dice(salt: int, sides: int) -> pl.Expr:
    """A number from 0 below ``sides`` for each row, as if by chance."""
    import polars as pl

    mixed = (pl.col("n") * 2_654_435_761 + salt * 97_003) % _PRIME
    mixed = (mixed % 2_147_483_647) * (mixed % 2_147_483_629) % _PRIME
    return mixed // 64 % sides


def _pick(texts: list[str], at: pl.Expr) -> pl.Expr:
    import polars as pl

    return at.replace_strict(list(range(len(texts))), texts, return_dtype=pl.String)


def frame(start: int, end: int) -> pl.DataFrame:
    """Rows ``start`` to ``end`` of the catalogue, mistakes included."""
    import polars as pl

    n = pl.col("n")
    rows = pl.DataFrame({"n": pl.int_range(start, end, dtype=pl.Int64, eager=True)}).with_columns(
        thing=_dice(1, len(_THINGS)), size=_dice(2, len(_SIZES)), brand=_dice(3, len(_BRANDS)), words=_dice(4, 3),
        fils=700 + _dice(5, 9_000), stock=_dice(6, 400), wrong=_dice(7, 2_000), eastern=_dice(8, 100) == 0,
    )  # fmt: skip
    category = pl.col("thing").replace_strict(range(len(_THINGS)), [one[2] for one in _THINGS], return_dtype=pl.Int64)
    text = n.cast(pl.String)
    digits = pl.lit("6250") + text.str.zfill(8)
    price = (pl.col("fils") // 1000).cast(pl.String) + "." + (pl.col("fils") % 1000).cast(pl.String).str.zfill(3)
    eastern = price.str.replace_many(list("0123456789."), list("٠١٢٣٤٥٦٧٨٩٫"))
    made = rows.select(
        "wrong",
        pl.format("P-{}", n).alias("SKU"),
        pl.format("{} {} number {}", _pick([one[0] for one in _THINGS], pl.col("thing")),
                  _pick([one[0] for one in _SIZES], pl.col("size")), n).alias("English title"),
        pl.format("{} {} رقم {}", _pick([one[1] for one in _THINGS], pl.col("thing")),
                  _pick([one[1] for one in _SIZES], pl.col("size")), n).alias("Arabic title"),
        pl.when("eastern").then(eastern).otherwise(price).alias("Price (JOD)"),
        pl.col("stock").cast(pl.String).alias("Stock"),
        _pick([one[0] for one in _CATEGORIES], category).alias("Category"),
        _pick(list(_BRANDS), pl.col("brand")).alias("Brand"),
        _pick([one[1] for one in _CATEGORIES], category).alias("Arabic category"),
        (digits + _check_digit(digits)).alias("Barcode"),
        pl.format("https://images.example/catalogue/{}.png", n).alias("Image"),
        pl.format("{} Lot {}, shelf life noted.", _pick(list(_ENGLISH), pl.col("words")), n % 977).alias(HEADERS[10]),
        pl.format("{} رقم الدفعة {}", _pick(list(_ARABIC), pl.col("words")), n % 977).alias(HEADERS[11]),
        pl.format("A-{}", n % 240).alias("Shelf"),
    )  # fmt: skip
    return made.with_columns(_mistakes()).select(HEADERS)


def _check_digit(digits: pl.Expr) -> pl.Expr:
    import polars as pl

    number = digits.cast(pl.Int64)
    one = [(number // 10**at) % 10 for at in range(12)]
    total = 3 * pl.sum_horizontal(one[0::2]) + pl.sum_horizontal(one[1::2])
    return ((10 - total % 10) % 10).cast(pl.String)


def _mistakes() -> list[pl.Expr]:
    """About one row in a hundred has one of them."""
    import polars as pl

    sku, english, arabic, barcode = (pl.col(name) for name in ("SKU", "English title", "Arabic title", "Barcode"))
    wrong: dict[str, list[pl.Expr | None]] = {
        "SKU": [sku.shift(1, fill_value="P-twice"), None, pl.lit("6.28E+12")],
        "English title": [None, english.str.to_uppercase(), arabic, english + " ?�"],
        "Arabic title": [None, english, pl.format("{} {}", arabic, pl.lit("ممتاز " * 50))],
        "Price (JOD)": [pl.lit("ask us"), pl.lit("4.1255"), pl.lit("-1.250"), pl.lit("9500.000"), None, pl.lit("0")],
        "Stock": [pl.lit("12 pieces"), pl.lit("١٢ حبة"), pl.lit("-3")],
        "Barcode": [barcode.str.replace("6250", "6251"), pl.lit("6.29104E+12"), barcode.str.head(9)],
        "Image": [pl.lit("see folder")],
    }
    found, at = [], 0
    for name, values in wrong.items():
        column = pl.col(name)
        for value in values:
            fresh = pl.lit(None, dtype=pl.String) if value is None else value
            column = pl.when(pl.col("wrong") == at).then(fresh).otherwise(column)
            at += 1
        found.append(column.alias(name))
    return found


# -- a workbook, written column by column -----------------------------------------------------------------------------

_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml'
    '.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats'
    '-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Products" '
    'sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument'
    '/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _write_workbook(table: pl.DataFrame, path: Path) -> None:
    """Numbers as numbers, texts in the table of shared texts."""
    import polars as pl

    header = pl.DataFrame([HEADERS], schema=list(HEADERS), orient="row")
    table = pl.concat([header, table]).with_row_index("at", offset=1)
    texts = pl.concat([table[name].drop_nulls() for name in HEADERS]).unique(maintain_order=True)
    place = pl.DataFrame({"text": texts}).with_row_index("shared")
    cells = []
    for at, name in enumerate(HEADERS):
        shared = table.select(text=name).join(place, on="text", how="left", maintain_order="left")["shared"]
        where = pl.format('<c r="' + chr(ord("A") + at) + '{}"', "at")
        as_text = pl.format(' t="s"><v>{}</v></c>', pl.lit(shared))
        number = pl.col(name).str.contains(r"^[0-9]+(\.[0-9]+)?$") & pl.lit(name in _NUMBERS)
        cell = pl.when(number).then(pl.format("><v>{}</v></c>", name)).otherwise(as_text)
        cells.append(pl.when(pl.col(name).is_null()).then(pl.lit("")).otherwise(where + cell))
    lines = table.select(pl.format('<row r="{}">{}</row>', "at", pl.concat_str(cells))).to_series()
    safe = texts.str.replace_many(["&", "<", ">"], ["&amp;", "&lt;", "&gt;"])
    items = ("<si><t>" + safe + "</t></si>").to_list()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        for name, body in _PARTS.items():
            book.writestr(name, _HEAD + body)
        sheet = f"{_HEAD}<worksheet {_MAIN}><sheetData>{''.join(lines.to_list())}</sheetData></worksheet>"
        book.writestr("xl/worksheets/sheet1.xml", sheet)
        book.writestr("xl/sharedStrings.xml", f"{_HEAD}<sst {_MAIN}>{''.join(items)}</sst>")
