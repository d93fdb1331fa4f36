"""The files of exports.py filled with the same products: honey, a shirt in two sizes (a row of its own for each, and
one for the shirt where the system has it), and coffee."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.helpers import exports as of
from tests.helpers.exports import Export, Row, Variant, picture

ARABIC = {"Mountain honey": "عسل جبلي", "Cotton shirt": "قميص قطني", "Turkish coffee": "قهوة تركية"}
ARABIC_PATHS = {"Food > Honey": "أغذية > عسل", "Clothes > Shirts": "ملابس > قمصان", "Food": "أغذية"}
HONEY: Row = {
    "id": "p-honey",
    "sku": "HON-1",
    "title": "Mountain honey",
    "price": "12.500",
    "stock": "4",
    "code": of.HONEY_CODE,
    "category": "Food > Honey",
    "image": picture("honey"),
}
SHIRT: Row = {"id": "p-shirt", "title": "Cotton shirt", "category": "Clothes > Shirts", "image": picture("shirt")}
SMALL: Row = {"sku": "SH-S", "price": "8.75", "stock": "3", "code": of.SMALL_CODE, "size": "S", "option": "Size"}
LARGE: Row = {"sku": "SH-L", "price": "9.25", "stock": "0", "code": of.LARGE_CODE, "size": "L", "option": "Size"}
COFFEE: Row = {
    "id": "p-coffee",
    "sku": "COF-1",
    "title": "Turkish coffee",
    "price": "5.00",
    "stock": "17",
    "code": of.COFFEE_CODE,
    "category": "Food",
    "image": picture("coffee"),
}
NAMES = ("honey", "small", "large", "coffee")
Changes = Mapping[str, object]


def _row(names: Row, *parts: Row, **extra: str) -> dict[str, str]:
    """What ``parts`` say, under the system's headers; ``extra`` is by our own words, and wins."""
    said = {word: text for part in parts for word, text in part.items()} | extra
    return {names[word]: text for word, text in said.items() if word in names}


def _out(rows: tuple[int, int, int, int] = (2, 3, 4, 5), **changed: Changes) -> tuple[Variant, ...]:
    """What comes out of a file with one English title a product, on these rows; ``changed`` by the variant's name,
    ``all`` for each."""
    shirt = picture("shirt")
    found = (
        Variant(rows[0], 1, "HON-1", "Mountain honey", None, 12500, 4, of.HONEY_CODE, "Food > Honey", picture("honey")),
        Variant(rows[1], 2, "SH-S", "Cotton shirt", None, 8750, 3, of.SMALL_CODE, "Clothes > Shirts", shirt, "S"),
        Variant(rows[2], 2, "SH-L", None, None, 9250, 0, of.LARGE_CODE, None, None, "L"),
        Variant(rows[3], 3, "COF-1", "Turkish coffee", None, 5000, 17, of.COFFEE_CODE, "Food", picture("coffee")),
    )
    changes = ({**changed.get("all", {}), **changed.get(name, {})} for name in NAMES)
    return tuple(replace(one, **new) for one, new in zip(found, changes, strict=True))  # type: ignore[arg-type]


def in_arabic(expected: tuple[Variant, ...], *, paths: bool = True) -> tuple[Variant, ...]:
    """The same products in a file that is Arabic."""
    return tuple(
        replace(
            one,
            title_en=None,
            title_ar=ARABIC.get(one.title_en or ""),
            category=ARABIC_PATHS.get(one.category or "") if paths else one.category,
        )
        for one in expected
    )


def _arabic(part: Row) -> Row:
    paths = {"category": ARABIC_PATHS[part["category"]]} if "category" in part else {}
    return {**part, **({"title": ARABIC[part["title"]]} if "title" in part else {}), **paths}


# -- Shopify ---------------------------------------------------------------------

_SHOPIFY_NEW = {
    "id": "URL handle",
    "sku": "SKU",
    "title": "Title",
    "price": "Price",
    "stock": "Inventory quantity",
    "code": "Barcode",
    "category": "Product category",
    "image": "Product image URL",
    "option": "Option1 name",
    "size": "Option1 value",
    "variant_image": "Variant image URL",
    "text": "Description",
    "old": "Compare-at price",
    "cost": "Cost per item",
}
_SHOPIFY_OLD = {
    "id": "Handle",
    "sku": "Variant SKU",
    "title": "Title",
    "price": "Variant Price",
    "stock": "Variant Inventory Qty",
    "code": "Variant Barcode",
    "category": "Product Category",
    "image": "Image Src",
    "option": "Option1 Name",
    "size": "Option1 Value",
    "variant_image": "Variant Image",
    "text": "Body (HTML)",
    "old": "Variant Compare At Price",
    "cost": "Cost per item",
}


def _shopify(headers: list[str], names: Row, *, blank: bool = False) -> Export:
    """``blank``: some older files leave the handle of further rows empty, others repeat it."""
    none = {"option": "Title", "size": "Default Title", "old": "99", "cost": "1"}
    further = {"id": "" if blank else "p-shirt"}
    rows = (
        _row(names, HONEY, none, code=f"'{of.HONEY_CODE}", text="<p>Raw, <b>unfiltered</b></p>"),
        _row(names, SHIRT, SMALL),
        _row(names, LARGE, further, option="", image=picture("shirt-2"), variant_image=picture("large")),
        _row(names, further, image=picture("shirt-3")),
        _row(names, COFFEE, none),
    )
    every = ", ".join(map(picture, ("shirt", "shirt-2", "shirt-3")))
    return Export(
        "Shopify",
        headers,
        rows,
        _out((2, 3, 4, 6), small={"image": every}, large={"image": picture("large")}),
    )


# -- WooCommerce ---------------------------------------------------------------------

_WOO = {
    "id": "ID",
    "type": "Type",
    "sku": "SKU",
    "code": "GTIN, UPC, EAN, or ISBN",
    "title": "Name",
    "price": "Regular price",
    "sale": "Sale price",
    "stock": "Stock",
    "category": "Categories",
    "image": "Images",
    "parent": "Parent",
    "option": "Attribute 1 name",
    "size": "Attribute 1 value(s)",
    "text": "Description",
}
_WOO_2024 = {
    "id": "المعرف",
    "type": "النوع",
    "sku": "رمز المنتج (SKU)",
    "code": "GTIN, UPC, EAN, or ISBN",
    "title": "الاسم",
    "price": "السعر الافتراضي",
    "sale": "سعر التخفيض",
    "stock": "المخزون",
    "category": "التصنيفات",
    "image": "الصور",
    "parent": "الأب",
    "option": "اسم السمة 1",
    "size": "قيمة/قيم السمة 1",
    "text": "الوصف",
}
_WOO_2019 = {**_WOO_2024, "sku": "رمز SKU المنتج", "price": "السعر الإفتراضي"}
del _WOO_2019["code"]


def _woo_rows(names: Row) -> tuple[Row, ...]:
    comb = f"{picture('honey')}, {picture('comb')}"
    return (
        _row(names, HONEY, id="11", type="simple", sku="'-HON", sale="10", image=comb, text=r"'=Raw\nand sweet"),
        _row(names, SHIRT, id="12", type="variable", sku="SHIRT", option="Size", size="S, L"),
        _row(names, SMALL, id="13", type="variation", parent="SHIRT", title="Cotton shirt - S"),
        _row(names, LARGE, id="14", type="variation", parent="id:12", title="Cotton shirt - L"),
        _row(names, COFFEE, id="15", type="simple", category="Food, Hot drinks"),
    )


def _woo() -> Export:
    honey = {"sku": "-HON", "image": f"{picture('honey')}, {picture('comb')}"}
    rows = [dict(row) for row in _woo_rows(_WOO)]
    rows[1]["Categories"] = r"Men\, women > Shirts, Clothes"
    expected = _out((2, 4, 5, 6), honey=honey, small={"category": "Men, women > Shirts"})
    return Export("WooCommerce", of.WOOCOMMERCE, tuple(rows), expected)


def _woo_arabic(headers: list[str], names: Row) -> Export:
    """An Arabic shop writes its prices with a decimal comma."""
    rows: list[Row] = []
    for row in _woo_rows(names):
        title, path = row.get(names["title"], ""), row.get(names["category"], "").split(",")[0]
        changed = {names["price"]: row.get(names["price"], "").replace(".", ",")}
        changed |= {names["title"]: next((ARABIC[one] for one in ARABIC if title.startswith(one)), "")}
        rows.append({**row, **changed, names["category"]: ARABIC_PATHS.get(path, "")})
    honey = {"sku": "-HON", "image": f"{picture('honey')}, {picture('comb')}"}
    every = {} if "code" in names else {"barcode": None}
    return Export("WooCommerce", headers, tuple(rows), in_arabic(_out((2, 4, 5, 6), honey=honey, all=every)))


# -- Magento ---------------------------------------------------------------------

_MAGENTO = {
    "sku": "sku",
    "title": "name",
    "price": "price",
    "stock": "qty",
    "category": "categories",
    "image": "base_image",
    "view": "store_view_code",
    "type": "product_type",
    "attributes": "additional_attributes",
    "variations": "configurable_variations",
    "more": "additional_images",
}


def _magento_row(part: Row, **extra: str) -> dict[str, str]:
    values = dict(part)
    for word, decimals in (("price", "000"), ("stock", ".0000")):
        if word in values:
            values[word] += decimals
    if "code" in values:
        values["attributes"] = f"brand=Petra,barcode={values['code']},is_new=No"
    return _row(_MAGENTO, values, {"type": "simple"}, extra)


def _magento_arabic(part: Row, sku: str) -> dict[str, str]:
    return {"sku": sku, "store_view_code": "ar", "name": ARABIC[part["title"]]}


def _magento() -> Export:
    """Arabic titles in rows of their own; variants before their configurable product; paths from a root."""
    path = "Default Category/Clothes/Shirts,Default Category/Sale"
    variations = "sku=SH-S,size=S|sku=SH-L,size=L"
    rows = (
        _magento_row(HONEY, category="Default Category/Food/Honey", more=picture("comb")),
        _magento_arabic(HONEY, "HON-1"),
        _magento_row(SMALL, title="Cotton shirt-S"),
        _magento_row(LARGE, title="Cotton shirt-L"),
        _magento_row(SHIRT, type="configurable", sku="SHIRT", category=path, variations=variations),
        _magento_arabic(SHIRT, "SHIRT"),
        _magento_row(COFFEE, category="Default Category,Default Category/Food"),
        _magento_arabic(COFFEE, "COF-1"),
    )
    expected = _out((2, 4, 5, 8), honey={"image": f"{picture('honey')}, {picture('comb')}"})
    both = tuple(replace(one, title_ar=ARABIC.get(one.title_en or "")) for one in expected)
    return Export("Magento", of.MAGENTO, rows, both)


# -- Salla, Zid ---------------------------------------------------------------------

_SALLA = {
    "id": "No.",
    "type": "النوع ",
    "title": "أسم المنتج",
    "category": "تصنيف المنتج",
    "image": "صورة المنتج",
    "price": "سعر المنتج",
    "cost": "سعر التكلفة",
    "stock": "الكمية المتوفرة",
    "sku": "رمز المنتج sku",
    "code": "الباركود",
    "option": "[1] الاسم",
    "size": "[1] القيمة",
    "kind": "نوع المنتج",
}


def _salla(headers: list[str], **more: object) -> Export:
    names = {word: header for word, header in _SALLA.items() if header in headers}
    product = {"type": "منتج", "kind": "منتج جاهز", "cost": "4"}
    option = {"type": "خيار", "title": "", "option": "المقاس"}
    shirt = _row(names, _arabic(SHIRT), product, id="2", price="8.75", size="S, L", option="المقاس")
    rows = (
        _row(names, _arabic(HONEY), product, id="1"),
        shirt,
        _row(names, SMALL, option, price=""),
        _row(names, LARGE, option),
        _row(names, _arabic(COFFEE), product, id="3"),
    )
    first = 2 + len(more.get("banner", ()))  # type: ignore[arg-type]
    expected = in_arabic(_out((first, first + 2, first + 3, first + 4)))
    for word, name in (("stock", "stock"), ("code", "barcode"), ("category", "category"), ("image", "image")):
        if word not in names:
            expected = tuple(replace(one, **{name: None}) for one in expected)  # type: ignore[arg-type]
    if "size" not in names:
        expected = tuple(replace(one, option=None) for one in expected)
    return Export("Salla", headers, rows, expected, **more)  # type: ignore[arg-type]


_ZID = {
    "sku": "sku",
    "code": "barcode",
    "title": "name_en",
    "arabic": "name_ar",
    "stock": "quantity",
    "path": "categories_ar",
    "category": "categories_en",
    "option": "option1_name_ar",
    "size": "option1_value_ar",
    "price": "price",
    "sale": "sale_price",
    "image": "images",
    "variants": "has_variants",
}


def _zid(*, repeated: bool) -> Export:
    """``repeated``: further rows repeat the product's names, or leave them empty."""

    def row(*parts: Row, **extra: str) -> dict[str, str]:
        said = {word: text for part in parts for word, text in part.items()}
        arabic = {"arabic": ARABIC[said["title"]]} if "title" in said else {}
        path = {"path": ARABIC_PATHS[said["category"]]} if "category" in said else {}
        return _row(_ZID, said, arabic, path, extra)

    further = row(SHIRT, LARGE, image="") if repeated else row(LARGE)
    rows = (
        row(HONEY, variants="No", image=f"{picture('honey')},{picture('comb')}"),
        row(SHIRT, SMALL, variants="Yes"),
        further,
        row(COFFEE, variants="No", stock="Infinite"),
    )
    expected = _out(honey={"image": f"{picture('honey')},{picture('comb')}"}, coffee={"stock": None})
    both = tuple(
        replace(
            one,
            title_ar=ARABIC.get(one.title_en or ""),
            category=f"{one.category} / {ARABIC_PATHS[one.category]}" if one.category else None,
        )
        for one in expected
    )
    return Export("Zid", of.ZID, rows, both)


# -- Google, Square, Odoo, Loyverse ---------------------------------------------------------------------

_GOOGLE = {
    "sku": "id",
    "group": "item_group_id",
    "title": "title",
    "price": "price",
    "code": "gtin",
    "category": "product_type",
    "image": "image_link",
    "size": "size",
    "link": "link",
    "there": "availability",
    "more": "additional_image_link",
    "sale": "sale_price",
    "taxonomy": "google_product_category",
}


def _google(kind: str) -> Export:
    def row(*parts: Row, **extra: str) -> dict[str, str]:
        said = {"link": "https://example.com/p", "there": "in stock", "taxonomy": "422"}
        found = _row(_GOOGLE, said, *parts, extra)
        return {**found, "price": f"{found['price']} JOD"}

    grouped = {"group": "shirt"}
    rows = (
        row(HONEY, more=picture("comb"), sale="10.000 JOD"),
        row(SHIRT, SMALL, grouped),
        row(SHIRT, LARGE, grouped),
        row(COFFEE),
    )
    honey = {"image": f"{picture('honey')}, {picture('comb')}"}
    expected = _out(all={"stock": None}, honey=honey, large={"image": picture("shirt")})
    return Export("Google Merchant", of.GOOGLE, rows, expected, kind=kind)


_GOOGLE_ARABIC = {
    "sku": "المعرّف",
    "title": "العنوان",
    "price": "السعر",
    "code": "رقم GTIN",
    "image": "رابط الصورة",
    "link": "رابط",
    "there": "مدى التوفّر",
    "category": "نوع المنتج",
}


def _google_arabic() -> Export:
    """The column names of Google's Arabic page; no groups, so each size is a product."""
    said = {"link": "https://example.com/p", "there": "متوفر"}
    parts = (_arabic(HONEY), {**_arabic(SHIRT), **SMALL}, {**_arabic(SHIRT), **LARGE}, _arabic(COFFEE))
    rows = tuple(_row(_GOOGLE_ARABIC, said, part, price=f"{part['price']} د.أ") for part in parts)
    honey, small, large, coffee = _out(all={"stock": None, "option": None})
    large = replace(large, product=3, title_en=small.title_en, category=small.category, image=small.image)
    expected = in_arabic((honey, small, large, replace(coffee, product=4)))
    return Export("Google Merchant", of.GOOGLE_ARABIC, rows, expected, kind="tsv")


_SQUARE = {
    "id": "Token",
    "title": "Item Name",
    "variation": "Variation Name",
    "sku": "SKU",
    "category": "Category",
    "code": "GTIN",
    "price": "Price",
    "option": "Option Name 1",
    "size": "Option Value 1",
    "stock": "Current Quantity Amman",
    "cost": "Default Unit Cost",
}


def _square(*, named: bool) -> Export:
    """``named``: the item's variations have options; else they have a name alone. No pictures."""
    names = _SQUARE if named else {word: header for word, header in _SQUARE.items() if word not in ("option", "size")}
    rows = (
        _row(names, HONEY, variation="Regular", cost="7"),
        _row(names, SHIRT, SMALL, variation="S"),
        _row(names, SHIRT, LARGE, variation="L"),
        _row(names, COFFEE, variation="Regular"),
    )
    return Export("Square", of.SQUARE, rows, _out(all={"image": None}), kind="csv" if named else "xlsx")


def _odoo(headers: list[str], names: Row) -> Export:
    """Odoo lists a product in a row; its sizes are products."""
    all_ = {"category": "All / Food / Honey"}, {"category": "All / Clothes / Shirts"}, {"category": "All / Food"}
    parts = ({**HONEY, **all_[0]}, {**SHIRT, **SMALL, **all_[1]}, {**SHIRT, **LARGE, **all_[1]}, {**COFFEE, **all_[2]})
    rows = tuple(_row(names, part, id=f"__export__.p{at}") for at, part in enumerate(parts))
    honey, small, large, coffee = _out(all={"option": None, "image": None})
    large = replace(large, product=3, title_en=small.title_en, category=small.category)
    expected: tuple[Variant, ...] = (honey, small, large, replace(coffee, product=4))
    for word, name in (("stock", "stock"), ("category", "category")):
        if word not in names:
            expected = tuple(replace(one, **{name: None}) for one in expected)  # type: ignore[arg-type]
    return Export("Odoo", headers, rows, expected)


_ODOO = {
    "id": "External ID",
    "title": "Name",
    "sku": "Internal Reference",
    "code": "Barcode",
    "price": "Sales Price",
    "category": "Product Category",
}
_ODOO_OLD = {**{word: header for word, header in _ODOO.items() if word != "category"}, "price": "Sale Price"}
_ODOO_TECHNICAL = {
    "id": "id",
    "title": "name",
    "sku": "default_code",
    "code": "barcode",
    "price": "list_price",
    "category": "categ_id",
    "stock": "qty_available",
}
_LOYVERSE = {
    "id": "Handle",
    "sku": "SKU",
    "title": "Name",
    "category": "Category",
    "weighed": "Sold by weight",
    "price": "Price",
    "cost": "Cost",
    "code": "Barcode",
    "stock": "In stock",
}


def _loyverse() -> Export:
    till = {"weighed": "N", "cost": "1.000"}
    rows = (
        _row(_LOYVERSE, HONEY, till),
        _row(_LOYVERSE, SHIRT, SMALL, till),
        _row(_LOYVERSE, LARGE, till, id="p-shirt"),
        _row(_LOYVERSE, COFFEE, till),
    )
    return Export("Loyverse", of.LOYVERSE, rows, _out(all={"image": None, "option": None}))


SALLA_BANNER = ("بيانات المنتجات", "يرجى عدم تغيير أسماء الأعمدة")
EXPORTS: dict[str, Export] = {
    "shopify": _shopify(of.SHOPIFY_NEW, _SHOPIFY_NEW),
    "shopify legacy": _shopify(of.SHOPIFY_OLD, _SHOPIFY_OLD),
    "shopify legacy, blank handles": _shopify(of.SHOPIFY_OLD, _SHOPIFY_OLD, blank=True),
    "woocommerce": _woo(),
    "woocommerce arabic 2024": _woo_arabic(of.WOOCOMMERCE_ARABIC, _WOO_2024),
    "woocommerce arabic 2019": _woo_arabic(of.WOOCOMMERCE_ARABIC_2019, _WOO_2019),
    "magento": _magento(),
    "salla template": _salla(of.SALLA, kind="xlsx", banner=SALLA_BANNER),
    "salla editing": _salla(of.SALLA_EDITING, kind="xlsx", banner=SALLA_BANNER[:1]),
    "salla template, no banner": _salla(of.SALLA),
    "salla editing, no banner": _salla(of.SALLA_EDITING, kind="xlsx"),
    "salla prices": _salla(of.SALLA_PRICES),
    "zid, blank rows": _zid(repeated=False),
    "zid, repeated rows": _zid(repeated=True),
    "google tsv": _google("tsv"),
    "google csv": _google("csv"),
    "google rss": _google("rss"),
    "google arabic": _google_arabic(),
    "square": _square(named=True),
    "square, names alone": _square(named=False),
    "odoo": _odoo(of.ODOO, _ODOO),
    "odoo old": _odoo(of.ODOO_OLD, _ODOO_OLD),
    "odoo technical": _odoo(of.ODOO_TECHNICAL, _ODOO_TECHNICAL),
    "loyverse": _loyverse(),
}
