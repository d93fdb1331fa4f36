"""Products → items: one SKU in one store, as a system without products and variants takes them.

Every row with a SKU of its own is an item; what stands once for the product (titles, brand, category) holds for all of
its rows, and a variant's options stand behind its name. Several stores multiply the items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from hkj_desktop.catalog.check import Checked, apply_rules
from hkj_desktop.catalog.fields import Kind, Level
from hkj_desktop.catalog.item_fields import Attribute, AttributeSet, Form
from hkj_desktop.catalog.keys import matching_key
from hkj_desktop.catalog.mapping import Mapping, Match, Reason
from hkj_desktop.catalog.problems import Problems, Severity, Source
from hkj_desktop.catalog.products import FILS, PASSED
from hkj_desktop.catalog.rules import Rule
from hkj_desktop.catalog.rules.barcode import GTIN, kind_of, weighted_sum
from hkj_desktop.catalog.rules.codes import scientific, zeros_lost

ITEM = "item:"
#: What people put between two stores in one cell.
_BETWEEN_STORES = r"(?:\s*[,;،؛]\s*)+"
#: What belongs to one SKU alone.
_OF_ONE_CODE = (Form.SKU, Form.BARCODE, Form.BARCODE_TYPE)
#: Between the steps of a category path: "Food > Honey", "Food / Honey", "Food | Honey".
_STEPS = r"\s*(?:>|»|\||/|\\)\s*"
_NOT_PRINTABLE_ASCII = r"[^ -~]"
#: What is odd about a text is so wherever it is sold; titles that changed places make either name a wrong one.
_ODD_TEXTS = ("text_damaged", "title_not_arabic", "title_not_english")
_SWAPPED = "titles_swapped"
#: How HAQM calls what we know a barcode as; thirteen digits are an EAN, whatever begins them.
KINDS = {
    "EAN-13": "EAN",
    "ISBN-13": "EAN",
    "EAN-8": "EAN8",
    "UPC-A": "UPC",
    "UPC-E": "UPC",
    "GTIN-14": "GTIN",
    "ISBN-10": "ISBN",
    "PLU": "PLU",
}


@dataclass(frozen=True)
class Items:
    """``frame``: one row an item, with ``product`` (its number), ``row`` (Excel's) and a String column for each
    attribute and each column that is passed through. ``checked``: the catalogue with the problems of this destination,
    so that its counts and its ready products are those for it. ``stores``: how many stores each row goes to.
    ``mapping``: the columns, with those that are for this destination alone under the fields of its problems."""

    frame: pl.DataFrame
    checked: Checked
    stores: int
    mapping: Mapping

    def ready(self) -> pl.DataFrame:
        """The items of the products that have no error."""
        return self.frame.filter(pl.col("product").is_in(self.checked.ready().implode()))


def make_items(
    checked: Checked, attributes: AttributeSet, *, stores: Sequence[str] = (), language: str = "en"
) -> Items:
    """The items of a checked catalogue. ``stores``: where the file names none for a row; ``language`` of the names,
    ``ar`` or ``en``."""
    own = _own_columns(checked, attributes)
    rows = _with_items(checked, attributes, own, language)
    found = _found(rows, checked, attributes, own, language, has_stores=bool(stores))
    odd = _odd(checked, attributes, language)
    odd = odd.join(found.frame, on=["index", "field"], how="anti")  # one fault is one problem
    judged = replace(checked, problems=_shared(checked).joined(found, Problems(odd)))
    mapping = checked.mapping
    for attribute in attributes.attributes:
        if attribute.name in own:
            mapping = _with_own(mapping, own[attribute.name], attribute.field_in(language))
    return Items(_frame(rows, checked, attributes, own, stores), judged, max(1, len(stores)), mapping)


def _own_columns(checked: Checked, attributes: AttributeSet) -> dict[str, str]:
    """Attribute → header of the file's column that is meant for it alone; HKJ has no such field."""
    by_key = {matching_key(header): header for header in checked.products.passed}
    found: dict[str, str] = {}
    for attribute in attributes.attributes:
        usual = map(matching_key, (attribute.name, *attribute.headers))
        header = next((by_key[key] for key in usual if key in by_key), None)
        if header is not None:
            found[attribute.name] = header
    return found


def _with_items(checked: Checked, attributes: AttributeSet, own: dict[str, str], language: str) -> pl.DataFrame:
    """The rows with a column for each attribute. A row of a product with no SKU of its own is no item."""
    product_level = set(checked.fields.at(Level.PRODUCT))
    rows = checked.products.rows
    columns = [
        _value(attribute, own.get(attribute.name), language, product_level).alias(ITEM + attribute.name)
        for attribute in attributes.attributes
    ]
    rows = rows.with_columns(columns)
    options = [name for name in checked.fields.option_fields if name.endswith("_value")]
    several = pl.len().over("product") > 1
    name = ITEM + "item_name"
    detail = pl.concat_str([pl.col(option) for option in options], separator=" / ", ignore_nulls=True)
    return rows.with_columns(
        pl.when(several & (detail != "") & pl.col(name).is_not_null())
        .then(pl.concat_str(pl.col(name), pl.lit(", "), detail))
        .otherwise(pl.col(name))
        .alias(name),
        item=pl.col("first") | pl.col("sku").is_not_null(),
    )


def _value(attribute: Attribute, header: str | None, language: str, product_level: set[str]) -> pl.Expr:
    def shared(name: str) -> pl.Expr:
        return pl.col(name).first().over("product") if name in product_level else pl.col(name)

    sources = [shared(name) for name in attribute.sources_in(language)]
    value = pl.coalesce(sources) if sources else pl.lit(None, dtype=pl.String)
    match attribute.form:
        case Form.PRICE:
            # A variant that says nothing of its price has that of its product.
            silent = pl.all_horizontal(pl.col(name).is_null() for name in attribute.sources_in(language))
            fils = pl.when(silent).then(pl.col(FILS).first().over("product")).otherwise(pl.col(FILS))
            whole, rest = (fils // 1000).cast(pl.String), (fils % 1000).cast(pl.String).str.zfill(3)
            value = pl.when(fils >= 0).then(pl.concat_str(whole, pl.lit("."), rest))
        case Form.BARCODE_TYPE:
            value = _kinds(value)
        case Form.PATH_FIRST:
            value = value.str.replace_all(_STEPS, "\x1f").str.split("\x1f").list.get(0, null_on_oob=True)
        case Form.PATH_REST:
            steps = value.str.replace_all(_STEPS, "\x1f").str.split("\x1f")
            value = pl.when(steps.list.len() > 1).then(steps.list.get(-1, null_on_oob=True))
        case _:
            pass
    if header is not None:
        own = pl.col(PASSED + header)
        if attribute.form not in _OF_ONE_CODE:  # what stands once for the product holds for its variants too
            own = pl.coalesce(pl.when(own != "").then(own), own.first().over("product"))
        value = pl.coalesce(own, value)
    return pl.when(value != "").then(value)


def _kinds(code: pl.Expr) -> pl.Expr:
    """How the system calls the kind of each barcode; null where it is none. Only codes that are not plainly right are
    looked at one by one: a hundred thousand take seconds."""
    right = code.str.contains(GTIN) & (weighted_sum(code) % 10 == 0)
    names = {8: "EAN-8", 12: "UPC-A", 13: "EAN-13", 14: "GTIN-14"}
    plain = pl.when(right).then(
        code.str.len_chars().replace_strict(
            list(names), [KINDS[name] for name in names.values()], default=None, return_dtype=pl.String
        )
    )
    others = pl.when(~right).then(code).map_elements(_kind, return_dtype=pl.String)
    return pl.coalesce(plain, others)


def _kind(code: str) -> str | None:
    return KINDS.get(kind_of(code) or "")


def _found(
    rows: pl.DataFrame,
    checked: Checked,
    attributes: AttributeSet,
    own: dict[str, str],
    language: str,
    *,
    has_stores: bool,
) -> Problems:
    """What is wrong with the items. An attribute's problems stand in the column that is meant for it alone, where the
    file has one."""
    together: list[Rule] = []
    apart: list[Problems] = []
    for attribute in attributes.attributes:
        # A price may stand in either of two fields: the problem is shown where the file has a column.
        known = (name for name in attribute.sources_in(language) if checked.mapping.column_of(name))
        field = attribute.shown_as or next(known, attribute.field_in(language))
        rules = _rules(attribute, field, has_stores=has_stores)
        if attribute.name in own and rules:
            mapping = _with_own(checked.mapping, own[attribute.name], field)
            apart.append(apply_rules(rules, rows, checked.catalog, mapping))
        else:
            together += rules
    return apply_rules(together, rows, checked.catalog, checked.mapping).joined(*apart)


def _with_own(mapping: Mapping, header: str, field: str) -> Mapping:
    """The same, with the column that is called ``header`` in place of the one that ``field`` has."""

    def placed(match: Match) -> Match:
        if match in mapping.passed_through and match.column.header.strip() == header:
            return Match(match.column, field, Reason.NAME)
        return replace(match, field=None, split=None) if field in (match.field, match.splits_into) else match

    return replace(mapping, matches=tuple(map(placed, mapping.matches)))


def _rules(attribute: Attribute, field: str, *, has_stores: bool) -> list[Rule]:
    rules: list[Rule] = []
    item, value = pl.col("item"), pl.col(ITEM + attribute.name)
    if attribute.required and not (attribute.form is Form.STORE and has_stores):
        rules.append(Rule("required_missing", field, item & value.is_null()))
    if attribute.max_length:
        long = item & (value.str.len_chars() > attribute.max_length)
        rules.append(Rule("item_too_long", field, long, limit=str(attribute.max_length)))
    if attribute.form is Form.SKU:
        store = pl.col(ITEM + "store_id")
        again = item & value.is_not_null() & pl.struct(value, store).is_first_distinct().not_()
        earlier = pl.col("row").first().over(value, store).cast(pl.String)
        rules.append(Rule("sku_not_ascii", field, item & value.str.contains(_NOT_PRINTABLE_ASCII)))
        rules.append(Rule("duplicate", field, again, other=earlier))
        rules.append(Rule("code_scientific", field, item & scientific(value)))
    if attribute.form is Form.BARCODE:
        lost = zeros_lost(value)
        padded = pl.when(value.str.len_chars() == 7).then(value.str.zfill(8)).otherwise(value.str.zfill(12))
        rules.append(Rule("barcode_zeros_lost", field, item & lost, other=padded))
        rules.append(Rule("item_barcode", field, item & value.is_not_null() & _kinds(value).is_null() & ~lost))
    return rules


def _odd(checked: Checked, attributes: AttributeSet, language: str) -> pl.DataFrame:
    """What is worth a look in any shop, of the values that become an item: a price a tenth of its neighbours', a name
    in the other language."""
    prices = [field.name for field in checked.fields.of_kind(Kind.MONEY)]
    used = [name for attribute in attributes.attributes for name in attribute.sources_in(language)]
    price = pl.col("field").is_in(prices) & (pl.col("code") != "price_missing")
    text = pl.col("code").is_in(_ODD_TEXTS) & pl.col("field").is_in(used)
    warning = (pl.col("severity") == Severity.WARNING.value) & (pl.col("source") == Source.FILE.value)
    return checked.problems.frame.filter(warning & (price | text | (pl.col("code") == _SWAPPED)))


def _shared(checked: Checked) -> Problems:
    """What is wrong with the file itself and with its prices is wrong for every destination; what only HKJ wants is
    not."""
    frame = checked.problems.frame
    prices = [field.name for field in checked.fields.of_kind(Kind.MONEY)]
    read = frame.join(checked.catalog.problems.frame.select("code").unique(), on="code", how="semi")
    money = frame.filter(
        pl.col("field").is_in(prices)
        & (pl.col("severity") == Severity.ERROR.value)
        & (pl.col("code") != "price_missing")
    )
    own = pl.concat([read, money]).unique(maintain_order=True)
    return Problems(own.filter(pl.col("source") == Source.FILE.value))


def _frame(
    rows: pl.DataFrame, checked: Checked, attributes: AttributeSet, own: dict[str, str], stores: Sequence[str]
) -> pl.DataFrame:
    """The items themselves. A row that names its store goes there (to each, where it names several), every other one to
    all of ``stores``."""
    names = [attribute.name for attribute in attributes.attributes]
    others = [header for header in checked.products.passed if header not in own.values() and header not in names]
    frame = rows.filter("item").select(
        "product",
        "row",
        *(pl.col(ITEM + name).alias(name) for name in names),
        *(pl.col(PASSED + header) for header in others),  # no header can be one of our own names
    )
    divided = pl.col("store_id").str.replace_all(_BETWEEN_STORES, "\x1f").str.strip_chars("\x1f").str.split("\x1f")
    frame = frame.with_columns(store_id=divided).explode("store_id")
    frame = frame.with_columns(pl.when(pl.col("store_id") != "").then(pl.col("store_id")))
    if not stores:
        return frame
    each = pl.DataFrame({"_store": list(stores)}, schema={"_store": pl.String})
    spread = frame.filter(pl.col("store_id").is_null()).join(each, how="cross").with_columns(store_id=pl.col("_store"))
    named = frame.filter(pl.col("store_id").is_not_null())
    return pl.concat([named, spread.drop("_store")]).sort("row", maintain_order=True)
