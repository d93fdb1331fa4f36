"""What HAQM's catalogue upload takes: the request as a whole, its stores, and then each item by itself.

The texts of 400 are the published ones. What only the report finds out is nowhere published; those sentences are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from hkj_desktop.practice.shops import HAQM_STORES

Item = dict[str, object]

MAX_ITEMS = 10_000
REQUIRED = ("item_sku", "external_product_id", "item_name", "store_id")
LENGTHS: Mapping[str, int] = {
    "item_sku": 255,
    "external_product_id": 255,
    "external_product_id_type": 255,
    "item_name": 255,
    "store_id": 255,
    "standard_price": 10,
    "brand_name": 255,
    "product_tax_code": 255,
    "product_category": 50,
    "product_subcategory": 50,
}  # characters

INVALID_BODY = "Invalid request body"
STORES_WRONG = "One or more StoreID's present in the request is incorrect"
STORES_MIXED = "List of store ID's present in the request are either incorrect/not associated with same retailer"

SKU_NOT_ASCII = "item_sku may hold printable ASCII characters only."
NOT_A_PRICE = "standard_price must be a number."
NOT_A_TYPE = "external_product_id_type '{kind}' is not known."
NOT_A_BARCODE = "external_product_id is not a barcode."
NOT_THAT_TYPE = "external_product_id is not of the type {kind}."
CHECK_DIGIT = "The check digit of external_product_id is wrong."

_PRICE = re.compile(r"[0-9]+(\.[0-9]+)?")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "UPC": re.compile(r"[0-9]{12}|[01][0-9]{7}"),
    "EAN": re.compile(r"[0-9]{13}"),
    "EAN8": re.compile(r"[0-9]{8}"),
    "ISBN": re.compile(r"[0-9]{9}[0-9Xx]"),
    "GTIN": re.compile(r"[0-9]{14}"),
    "PLU": re.compile(r"[0-9]{3,6}"),
}


def items_of(content: object) -> list[Item] | None:
    """The items of a parsed body; None for what is answered with INVALID_BODY."""
    items = content.get("catalogItems") if isinstance(content, dict) else None
    if not isinstance(items, list) or not 1 <= len(items) <= MAX_ITEMS:
        return None
    if not all(isinstance(item, dict) and _is_sound(item) for item in items):
        return None
    named = {(item["store_id"], item["item_sku"]) for item in items}
    return items if len(named) == len(items) else None


def _is_sound(item: Item) -> bool:
    """Unknown attributes may be anything: the specification announces that there will be new ones."""
    for name, longest in LENGTHS.items():
        value = item.get(name, "")
        if not isinstance(value, str) or len(value) > longest or (name in REQUIRED and not value.strip()):
            return False
    return True


def store_fault(stores: Iterable[str], retailer: int) -> str | None:
    """The text for stores that this retailer cannot upload to, together or at all."""
    owners = {HAQM_STORES.get(store) for store in stores}
    if owners == {retailer}:
        return None
    return STORES_WRONG if owners == {None} else STORES_MIXED


def item_fault(item: Item) -> str | None:
    """What the report says of an item of a good request; None for one that gets in."""
    sku, price = str(item["item_sku"]), str(item.get("standard_price", ""))
    if not (sku.isascii() and sku.isprintable()):
        return SKU_NOT_ASCII
    if price and not _PRICE.fullmatch(price):
        return NOT_A_PRICE
    return barcode_fault(str(item["external_product_id"]), str(item.get("external_product_id_type", "")))


# --- barcodes ---


def barcode_fault(code: str, kind: str) -> str | None:
    """``kind``: what the item says it is, or nothing. Eight digits with no kind may be either of two."""
    if kind and kind not in _FORMS:
        return NOT_A_TYPE.format(kind=kind)
    fitting = [name for name, form in _FORMS.items() if form.fullmatch(code)]
    if not fitting:
        return NOT_A_BARCODE
    if kind and kind not in fitting:
        return NOT_THAT_TYPE.format(kind=kind)
    right = any(_check_digit_is_right(code, name) for name in ([kind] if kind else fitting))
    return None if right else CHECK_DIGIT


def _check_digit_is_right(code: str, kind: str) -> bool:
    if kind == "PLU":
        return True
    if kind == "ISBN":
        digits = [10 if one in "Xx" else int(one) for one in code]
        return sum(weight * digit for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0
    long = _upc_a(code) if kind == "UPC" and len(code) == 8 else code
    return sum(int(one) * (3 if place % 2 else 1) for place, one in enumerate(reversed(long))) % 10 == 0


def _upc_a(code: str) -> str:
    """The long form of a UPC-E, in which the sixth digit tells where zeros were left out."""
    first, digits, rule, check = code[0], code[1:6], code[6], code[7]
    if rule in "012":
        return f"{first}{digits[:2]}{rule}0000{digits[2:]}{check}"
    if rule == "3":
        return f"{first}{digits[:3]}00000{digits[3:]}{check}"
    if rule == "4":
        return f"{first}{digits[:4]}00000{digits[4]}{check}"
    return f"{first}{digits}0000{rule}{check}"
