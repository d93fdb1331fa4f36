"""The checks, one file a family; each gives rules as polars expressions over the cleaned rows."""

from hkj_desktop.catalog.rules.barcode import barcode
from hkj_desktop.catalog.rules.base import Family, Rule
from hkj_desktop.catalog.rules.codes import codes
from hkj_desktop.catalog.rules.duplicates import duplicates
from hkj_desktop.catalog.rules.image import image
from hkj_desktop.catalog.rules.money import money
from hkj_desktop.catalog.rules.required import required
from hkj_desktop.catalog.rules.stock import stock
from hkj_desktop.catalog.rules.text import text

FAMILIES: tuple[Family, ...] = (required, money, stock, text, barcode, codes, image, duplicates)

__all__ = ["FAMILIES", "Family", "Rule"]
