"""What the practice shop accepts as a product. The sentences are the server's own: they play another system's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Product = dict[str, object]

REQUIRED_TITLES = ("title_ar", "title_en")
NATURAL_KEYS = ("sku", "external_id", "barcode")  # in the order in which they name a product
FILS_PER_DINAR = 1000
MOST = 10**12  # above it a number is a slip of the keyboard, and SQLite's integers have an end

NOT_AN_OBJECT = "A product must be an object."
REQUIRED_TEXT = "'{name}' is required and must be a non-empty string."  # the specification's own words
KEY_MISSING = "A product needs at least one of 'sku', 'external_id' or 'barcode'."
KEY_NOT_TEXT = "'{name}' must be a string."
NOT_WHOLE = "'{name}' must be an integer and not negative."
NOT_DINARS = "'{name}' must be a decimal string, not negative, with at most three decimal places."
NOT_VARIANTS = "'variants' must be a list of objects."

_DIGITS = re.compile(r"[0-9]{1,15}")
_DINARS = re.compile(r"[0-9]{1,12}(\.[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Accepted:
    """A product that may be stored: ``price_fils`` and ``stock_qty`` are integers, ``price_jod`` has gone into fils."""

    product: Product


@dataclass(frozen=True, slots=True)
class Refused:
    """``error``: the sentence that the answer carries; the first fault only, as in the specification's example."""

    error: str


def check_product(given: object, *, digits_as_text: bool) -> Accepted | Refused:
    """Check one product. ``digits_as_text``: it came from CSV or XML, where a number can only be written as text."""
    if not isinstance(given, dict):
        return Refused(NOT_AN_OBJECT)
    for name in REQUIRED_TITLES:
        value = given.get(name)
        if not isinstance(value, str) or not value.strip():
            return Refused(REQUIRED_TEXT.format(name=name))
    if error := _key_error(given):
        return Refused(error)
    product = dict(given)
    if error := _settle_numbers(product, "", digits_as_text=digits_as_text):
        return Refused(error)
    return _with_variants(product, digits_as_text=digits_as_text)


def natural_key(product: Mapping[str, object]) -> tuple[str, str] | None:
    """The name and value by which a product is known: its sku, else its external_id, else its barcode."""
    for name in NATURAL_KEYS:
        value = product.get(name)
        if isinstance(value, str) and value.strip():
            return name, value
    return None


def _key_error(given: Mapping[str, object]) -> str | None:
    for name in NATURAL_KEYS:
        if given.get(name) is not None and not isinstance(given[name], str):
            return KEY_NOT_TEXT.format(name=name)
    return None if natural_key(given) else KEY_MISSING


def _settle_numbers(product: Product, place: str, *, digits_as_text: bool) -> str | None:
    """Turn price and stock into integers in place; the error sentence if one cannot be. Fils win over dinars."""
    for name in ("price_fils", "stock_qty"):
        if product.get(name) is None:
            product.pop(name, None)
            continue
        whole = _whole(product[name], digits_as_text=digits_as_text)
        if whole is None:
            return NOT_WHOLE.format(name=place + name)
        product[name] = whole
    dinars = product.pop("price_jod", None)
    if dinars is not None and "price_fils" not in product:
        fils = _fils(dinars)
        if fils is None:
            return NOT_DINARS.format(name=place + "price_jod")
        product["price_fils"] = fils
    return None


def _whole(value: object, *, digits_as_text: bool) -> int | None:
    if digits_as_text and isinstance(value, str) and _DIGITS.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= MOST else None


def _fils(value: object) -> int | None:
    """Whole fils of a decimal string in dinars; None where it is not one."""
    if not isinstance(value, str) or not _DINARS.fullmatch(value.strip()):
        return None
    fils = int(Decimal(value.strip()) * FILS_PER_DINAR)
    return fils if fils <= MOST else None


def _with_variants(product: Product, *, digits_as_text: bool) -> Accepted | Refused:
    given = product.get("variants")
    if given is None:
        return Accepted(product)
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        return Refused(NOT_VARIANTS)
    variants: list[Product] = []
    for number, one in enumerate(given, start=1):
        variant = dict(one)
        if error := _settle_numbers(variant, f"variants[{number}].", digits_as_text=digits_as_text):
            return Refused(error)
        variants.append(variant)
    product["variants"] = variants
    return Accepted(product)
