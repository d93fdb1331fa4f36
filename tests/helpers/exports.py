"""Files as other systems export them: every column that the system is known to write, in its order.

The headers are those of the reference page on exports, spelled as the systems spell them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.catalogues import write_csv, write_rss, write_xlsx

GOOGLE_SHOPPING = "Gender, Age Group, MPN, AdWords Grouping, AdWords Labels, Condition, Custom Product"
_CODES = ("6291041500213", "4006381333931", "5901234123457", "96385074", "036000291452")
HONEY_CODE, COFFEE_CODE, SMALL_CODE, SHORT_CODE, LARGE_CODE = _CODES
_PICTURES = "https://cdn.example.com/p/"


def _listed(text: str) -> list[str]:
    """Headers parted by commas; a comma in quotes is part of a header, ``{1-3}`` is each number in turn."""
    found = [quoted or plain.strip() for quoted, plain in re.findall(r'"([^"]+)"|([^,"]+)', text)]
    return [header for one in found if one.strip() for header in _numbered(one)]


def _numbered(header: str) -> list[str]:
    found = re.search(r"\{(\d)-(\d)\}", header)
    if found is None:
        return [header]
    numbers = range(int(found.group(1)), int(found.group(2)) + 1)
    return [header.replace(found.group(0), str(number)) for number in numbers]


def _each(count: int, headers: str) -> str:
    """``headers`` with each number in turn for ``#``, as the systems write numbered families."""
    return ", ".join(headers.replace("#", str(number)) for number in range(1, count + 1))


SHOPIFY_NEW = _listed(
    "Title, URL handle, Description, Vendor, Product category, Type, Tags, "
    "Published on online store, Status, SKU, Barcode, "
    + _each(3, "Option# name, Option# value, Option# Linked To")
    + ", Price, Compare-at price, Cost per item, Charge tax, Tax code, Unit price total measure, "
    "Unit price total measure unit, Unit price base measure, Unit price base measure unit, Inventory tracker, "
    "Inventory quantity, Continue selling when out of stock, Weight value (grams), Weight unit for display, "
    "Requires shipping, Fulfillment service, Product image URL, Image position, "
    "Image alt text, Variant image URL, "
    "Gift card, SEO title, SEO description, Google Shopping / Google product category, "
    + ", ".join(f"Google Shopping / {name.strip()}" for name in GOOGLE_SHOPPING.split(","))
    + ", Google Shopping / Custom label {0-4}, Price / International, Compare-at price / International"
)
SHOPIFY_OLD = _listed(
    "Handle, Title, Body (HTML), Vendor, Product Category, Type, Tags, Published, "
    + _each(3, "Option# Name, Option# Value, Option# Linked To")
    + ", Variant SKU, Variant Grams, Variant Inventory Tracker, Variant Inventory Qty, Variant Inventory Policy, "
    "Variant Fulfillment Service, Variant Price, Variant Compare At Price, "
    "Variant Requires Shipping, Variant Taxable, "
    "Unit Price Total Measure, Unit Price Total Measure Unit, "
    "Unit Price Base Measure, Unit Price Base Measure Unit, "
    "Variant Barcode, Image Src, Image Position, Image Alt Text, Gift Card, SEO Title, SEO Description, "
    "Google Shopping / Google Product Category, "
    + ", ".join(f"Google Shopping / {name.strip()}" for name in GOOGLE_SHOPPING.split(","))
    + ", Google Shopping / Custom Label {0-4}, Variant Image, Variant Weight Unit, Variant Tax Code, Cost per item, "
    "Included / Jordan, Price / Jordan, Compare At Price / Jordan, Status"
)
WOOCOMMERCE = _listed(
    'ID, Type, SKU, "GTIN, UPC, EAN, or ISBN", Name, Published, Is featured?, '
    "Visibility in catalog, Short description, "
    "Description, Date sale price starts, Date sale price ends, Tax status, "
    "Tax class, In stock?, Stock, Low stock amount, "
    "Backorders allowed?, Sold individually?, Weight (kg), Length (cm), Width (cm), "
    "Height (cm), Allow customer reviews?, "
    "Purchase note, Sale price, Regular price, Categories, Tags, Shipping class, Images, Download limit, "
    "Download expiry days, Parent, Grouped products, Upsells, Cross-sells, "
    "External URL, Button text, Position, "
    "Cost of goods, "
    + _each(2, "Attribute # name, Attribute # value(s), Attribute # visible, Attribute # global, Attribute # default")
    + ", Download 1 ID, Download 1 name, Download 1 URL, Meta: _wpcom_is_markdown"
)
WOOCOMMERCE_ARABIC = _listed(
    'المعرف, النوع, رمز المنتج (SKU), "GTIN, UPC, EAN, or ISBN", الاسم, تم النشر, '
    "هل هي مميزة؟, إمكانية العرض في الكاتلوج, "
    "وصف قصير, الوصف, تاريخ بدء سعر التخفيض, تاريخ نهاية سعر التخفيض, حالة الضريبة, "
    "فئة الضريبة, متوفر؟, المخزون, "
    "انخفاض كمية المخزون, الطلبات المسبقة مسموحة؟, تباع بشكل فردي؟, الوزن (kg), "
    "الطول (cm), العرض (cm), الارتفاع (cm), "
    "السماح بمراجعات الزبائن؟, ملاحظة عملية الشراء, سعر التخفيض, السعر الافتراضي, "
    "التصنيفات, الوسوم, فئة الشحن, الصور, "
    "حدود التنزيل, أيام مدة صلاحية التنزيل, الأب, منتجات مُجمّعة, منتجات يوصى بها, "
    "منتجات تسويقية, رابط خارجي, نص الزر, الموضع, "
    + _each(2, "اسم السمة #, قيمة/قيم السمة #, عرض السمة #, سمة عالمية #, سمة افتراضية #")
    + ", اسم التنزيل 1, رابط التنزيل 1, بيانات ميتا: _key"
)
_WORDS_OF_2019 = {
    "رمز المنتج (SKU)": "رمز SKU المنتج",
    "الطلبات المسبقة مسموحة؟": "الطلبات المؤجلة مسموحة؟",
    "السعر الافتراضي": "السعر الإفتراضي",
}
WOOCOMMERCE_ARABIC_2019 = [_WORDS_OF_2019.get(header, header) for header in WOOCOMMERCE_ARABIC if "GTIN" not in header]
MAGENTO = _listed(
    "sku, store_view_code, attribute_set_code, product_type, categories, product_websites, name, description, "
    "short_description, weight, product_online, tax_class_name, visibility, price, "
    "special_price, special_price_from_date, "
    "special_price_to_date, url_key, meta_title, meta_keywords, meta_description, "
    "base_image, base_image_label, small_image, "
    "small_image_label, thumbnail_image, thumbnail_image_label, swatch_image, "
    "swatch_image_label, created_at, updated_at, "
    "new_from_date, new_to_date, display_product_options_in, map_price, msrp_price, "
    "map_enabled, gift_message_available, "
    "custom_design, custom_design_from, custom_design_to, custom_layout_update, "
    "page_layout, product_options_container, "
    "msrp_display_actual_price_type, country_of_manufacture, additional_attributes, qty, out_of_stock_qty, "
    "use_config_min_qty, is_qty_decimal, allow_backorders, use_config_backorders, "
    "min_cart_qty, use_config_min_sale_qty, "
    "max_cart_qty, use_config_max_sale_qty, is_in_stock, notify_on_stock_below, "
    "use_config_notify_stock_qty, manage_stock, "
    "use_config_manage_stock, use_config_qty_increments, qty_increments, use_config_enable_qty_inc, "
    "enable_qty_increments, is_decimal_divided, website_id, related_skus, related_position, crosssell_skus, "
    "crosssell_position, upsell_skus, upsell_position, additional_images, "
    "additional_image_labels, hide_from_product_page, "
    "custom_options, configurable_variations, configurable_variation_labels, "
    "bundle_price_type, bundle_sku_type, "
    "bundle_values, associated_skus, save_rewrites_history, deferred_stock_update, "
    "use_config_deferred_stock_update"
)
SALLA = [
    "النوع ",
    *_listed(
        "أسم المنتج, تصنيف المنتج, صورة المنتج, وصف صورة المنتج, نوع المنتج, سعر المنتج, "
        "الوصف, هل يتطلب شحن؟, رمز المنتج sku, "
        "سعر التكلفة, السعر المخفض, تاريخ بداية التخفيض, تاريخ نهاية التخفيض, "
        "اقصي كمية لكل عميل, إخفاء خيار تحديد الكمية, "
        "اضافة صورة عند الطلب, الوزن, وحدة الوزن, الماركة, العنوان الترويجي, "
        "تثبيت المنتج, الباركود, السعرات الحرارية, MPN, GTIN, "
        "خاضع للضريبة ؟, سبب عدم الخضوع للضريبة, " + _each(3, "[#] الاسم, [#] النوع, [#] القيمة, [#] الصورة / اللون")
    ),
]


def _with(headers: Sequence[str], after: Mapping[str, str], first: str) -> list[str]:
    found = [first]
    for header in headers:
        found += [header, after[header]] if header in after else [header]
    return found


SALLA_EDITING = _with(SALLA, {"وحدة الوزن": "حالة المنتج", "سعر المنتج": "الكمية المتوفرة"}, "No.")
SALLA_PRICES = [
    "No.",
    "النوع ",
    *_listed(
        "أسم المنتج, رمز المنتج sku, سعر المنتج, سعر التكلفة, السعر المخفض, تاريخ بداية التخفيض, تاريخ نهاية التخفيض"
    ),
]
ZID = _listed(
    "sku, barcode, has_variants, name_ar, name_en, description_ar, description_en, short_description_ar, "
    "short_description_en, product_page_title_ar, product_page_title_en, product_page_description_ar, "
    "product_page_description_en, product_page_url, quantity, categories_ar, "
    "categories_en, categories_description_ar, "
    "categories_description_en, categories_images, keywords, weight, weight_unit, published, "
    + _each(3, "option#_name_ar, option#_name_en, option#_value_ar, option#_value_en")
    + ", price, sale_price, cost, images, images_alt_text_ar, images_alt_text_en, has_dropdown, is_dropdown_required, "
    "dropdown_name_ar, dropdown_name_en, "
    + _each(2, "dropdown_choice#_ar, dropdown_choice#_en, dropdown_choice#_price")
    + ", has_multiple_options, is_multiple_options_required, multiple_options_name_ar, multiple_options_name_en, "
    "has_text_input, is_text_input_required, text_input_name_ar, text_input_name_en, text_input_price, "
    "has_numerical_input, is_numerical_input_required, numerical_input_name_ar, numerical_input_name_en, "
    "numerical_input_price, has_date, is_date_required, date_name_ar, date_name_en, "
    "has_time, is_time_required, "
    "time_name_ar, time_name_en, has_image_upload, is_image_upload_required, "
    "image_upload_name_ar, image_upload_name_en, "
    "has_file_upload, is_file_upload_required, file_upload_name_ar, file_upload_name_en"
)
GOOGLE = _listed(
    "id, title, description, link, mobile_link, image_link, additional_image_link, "
    "availability, availability_date, "
    "expiration_date, price, sale_price, sale_price_effective_date, cost_of_goods_sold, unit_pricing_measure, "
    "unit_pricing_base_measure, google_product_category, product_type, brand, gtin, "
    "mpn, identifier_exists, condition, "
    "adult, multipack, is_bundle, age_group, color, gender, material, pattern, size, "
    "size_type, size_system, item_group_id, "
    "product_length, product_width, product_height, product_weight, product_detail, product_highlight, "
    "custom_label_{0-4}, promotion_id, shipping, shipping_label, shipping_weight, tax"
)
GOOGLE_ARABIC = _listed(
    "المعرّف, العنوان, الوصف, رابط, السعر, مدى التوفّر, رابط الصورة, رقم GTIN, العلامة التجارية, نوع المنتج"
)
SQUARE = _listed(
    "Token, Item Name, Variation Name, SKU, Description, Category, GTIN, "
    "Square Online Item Visibility, Weight (lb), Price, "
    "Sellable, Stockable, "
    + _each(3, "Option Name #, Option Value #")
    + ", Default Unit Cost, Default Vendor Name, Default Vendor Code, Current Quantity Amman, New Quantity Amman, "
    "Stock Alert Enabled Amman, Stock Alert Count Amman, Tax - Sales (16%)"
)
ODOO = _listed(
    "External ID, Name, Product Type, Internal Reference, Barcode, Sales Price, "
    "Cost, Weight, Sales Description, "
    "Product Category, Product Values"
)
ODOO_OLD = _listed(
    "External ID, Name, Product Type, Internal Reference, Barcode, Sale Price, Cost, "
    "Weight, Sales Description, "
    "Category/External ID, Can be Sold, Can be Purchased, Can be Expensed"
)
ODOO_TECHNICAL = _listed("id, name, default_code, barcode, list_price, standard_price, categ_id, qty_available")
LOYVERSE = _listed("Handle, SKU, Name, Category, Sold by weight, Price, Cost, Barcode, In stock")

Row = Mapping[str, str]


@dataclass(frozen=True)
class Variant:
    """One row of what must come out: its number in the file, its product's number, and what it says."""

    row: int
    product: int
    sku: str
    title_en: str | None
    title_ar: str | None
    fils: int | None
    stock: int | None = None
    barcode: str | None = None
    category: str | None = None
    image: str | None = None
    option: str | None = None


@dataclass(frozen=True)
class Export:
    """A system's file. ``rows``: header → text; ``banner``: lines above the headers; ``kind``: ``csv``, ``tsv``,
    ``xlsx`` or ``rss``; ``expected``: what must come out of it."""

    system: str
    headers: list[str]
    rows: tuple[Row, ...]
    expected: tuple[Variant, ...]
    kind: str = "csv"
    banner: tuple[str, ...] = ()

    def write(self, folder: Path) -> Path:
        unknown = {name for row in self.rows for name in row} - set(self.headers)
        assert not unknown, unknown
        rows = [[row.get(header) for header in self.headers] for row in self.rows]
        above = [[text, *([None] * (len(self.headers) - 1))] for text in self.banner]
        path = folder / f"export.{'xml' if self.kind == 'rss' else self.kind}"
        if self.kind == "xlsx":
            return write_xlsx(path, [*above, self.headers, *rows])
        if self.kind == "rss":
            return write_rss(path, self.headers, rows)
        delimiter = "\t" if self.kind == "tsv" else ","
        return write_csv(path, [*above, self.headers, *rows], delimiter=delimiter, encoding="utf-8-sig")


def picture(name: str) -> str:
    return f"{_PICTURES}{name}.jpg"
