"""A catalogue, checked: products, problems, and which products are ready to be sent."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import polars as pl

from hkj_desktop.catalog.fields import FieldSet
from hkj_desktop.catalog.mapping import Mapping, match_columns
from hkj_desktop.catalog.presets import Preset, load_presets, recognise
from hkj_desktop.catalog.problems import SCHEMA, Problem, Problems, Severity, Source
from hkj_desktop.catalog.products import Products, make_products, with_last_prices
from hkj_desktop.catalog.reshape import arrange
from hkj_desktop.catalog.rules import FAMILIES, Rule
from hkj_desktop.catalog.table import Catalog


@dataclass(frozen=True)
class Counts:
    """Products by state: ``total`` = ``ready`` + ``with_error``; ``worth_a_look`` of the ready ones have a
    warning."""

    total: int
    ready: int
    with_error: int
    worth_a_look: int


@dataclass(frozen=True)
class Checked:
    """What checking found. Nothing in here changes; checking again gives a new one. ``last_prices``: SKU → fils that
    the shop last accepted, as far as they were known."""

    catalog: Catalog
    fields: FieldSet
    mapping: Mapping
    products: Products
    problems: Problems
    last_prices: AbstractMapping[str, int] = field(default_factory=dict, repr=False)

    @property
    def system(self) -> str | None:
        """The name of the system that exported the file, where its headers tell."""
        return self.catalog.system

    @cached_property
    def states(self) -> pl.DataFrame:
        """One row per product that has a problem: ``product`` and whether it has an ``error``."""
        frame = self.problems.frame.filter(pl.col("product").is_not_null())
        return frame.group_by("product").agg(error=(pl.col("severity") == Severity.ERROR.value).any()).sort("product")

    @cached_property
    def counts(self) -> Counts:
        with_error = int(self.states["error"].sum())
        total = self.products.count
        return Counts(total, total - with_error, with_error, self.states.height - with_error)

    def ready(self) -> pl.Series:
        """The numbers of the products without an error, in order."""
        bad = self.states.filter("error")["product"]
        return self.every().filter(~self.every().is_in(bad.implode()))

    def every(self) -> pl.Series:
        """The numbers of all products, in order."""
        return self.products.rows.filter("first")["product"]

    def located(self, problem: Problem, product: int, number: int | None = None) -> Problem:
        """``problem`` placed on the row of ``product`` that Excel calls ``number``, on its first one where it has none
        such; on the cell of its field where the file has that column."""
        rows = self.products.rows
        at = int(rows["product"].search_sorted(product, side="left"))
        end = int(rows["product"].search_sorted(product, side="right"))
        at = next((here for here in range(at, end) if rows["row"][here] == number), at)
        row = rows.row(at, named=True)
        column = self.mapping.column_of(problem.field) if problem.field else None
        elsewhere = self.catalog.elsewhere.get(column.key) if column else None
        place = row["row"] if elsewhere is None or elsewhere[at] is None else elsewhere[at]
        return replace(
            problem,
            index=row["index"],
            row=place,
            product=product,
            sku=row["sku"],
            title_en=row["title_en"],
            title_ar=row["title_ar"],
            letter=column.letter if column else None,
            value=self.catalog.cells[column.key][at] if column else None,
        )

    def with_answers(self, answers: Problems) -> Checked:
        """The same catalogue with the server's problems in place of any earlier ones."""
        own = self.problems.frame.filter(pl.col("source") == Source.FILE.value)
        return replace(self, problems=Problems(own).joined(answers))


def check(
    catalog: Catalog,
    fields: FieldSet,
    *,
    mapping: Mapping | None = None,
    remembered: AbstractMapping[str, str] | None = None,
    presets: Sequence[Preset] | None = None,
    last_prices: AbstractMapping[str, int] | None = None,
) -> Checked:
    """Recognise the system that the file comes from and match columns (unless ``mapping`` is given, which is about this
    very catalogue), clean, group into products and apply every rule.

    ``presets``: the systems to look for, the first wins; None: those that we ship. ``last_prices``: SKU → fils that the
    shop last accepted.
    """
    if mapping is None:
        catalog = _arranged(catalog, fields, load_presets() if presets is None else presets)
        mapping = match_columns(catalog, fields, remembered=remembered)
    products = make_products(catalog, fields, mapping)
    if last_prices:
        products = with_last_prices(products, last_prices)
    return judged(Checked(catalog, fields, mapping, products, Problems.none(), last_prices or {}))


def judged(checked: Checked) -> Checked:
    """``checked`` with the problems of all its products."""
    found = apply_rules(every_rule(checked), checked.products.rows, checked.catalog, checked.mapping)
    read = placed(checked)
    found = without_echoes(found, read)
    return replace(checked, problems=found.joined(read, not_sent(checked)))


def every_rule(checked: Checked) -> list[Rule]:
    """The rules for a catalogue with these columns."""
    return [rule for family in FAMILIES for rule in family(checked.fields, checked.mapping)]


def without_echoes(found: Problems, read: Problems) -> Problems:
    """What Excel itself calls an error (#N/A) is told once, and not again as a price that is no number."""
    broken = read.frame.filter(pl.col("code") == "cell_error").select("index", "letter")
    return Problems(found.frame.join(broken, on=["index", "letter"], how="anti")) if broken.height else found


def _arranged(catalog: Catalog, fields: FieldSet, presets: Sequence[Preset]) -> Catalog:
    if catalog.system is not None:
        return catalog
    preset = recognise([column.header for column in catalog.columns], presets)
    return arrange(catalog, preset, fields) if preset else catalog


def not_sent(checked: Checked) -> Problems:
    """Columns that cannot be sent under their own name, since it is a field's or another column's."""
    catalog, mapping, products = checked.catalog, checked.mapping, checked.products
    sent: set[str] = set()
    problems: list[Problem] = []
    for match in mapping.passed_through:
        header = match.column.header.strip()
        if header not in products.passed or header in sent:
            letter, row = match.column.letter, catalog.header_row
            problems.append(Problem("column_not_sent", Severity.WARNING, row=row, letter=letter, value=header))
        sent.add(header)
    return Problems.of(problems)


def apply_rules(rules: list[Rule], rows: pl.DataFrame, catalog: Catalog, mapping: Mapping) -> Problems:
    """All rules' masks in one parallel pass; only the rules that hit anything make problems. The value that a problem
    shows is the cell as it stands in the file. ``rows``: all rows of the catalogue, or for rules that look at one
    product alone all rows of some products."""
    masks = rows.select(rule.wrong.fill_null(value=False).alias(str(at)) for at, rule in enumerate(rules))
    identity = rows.select(
        "index",
        "row",
        "product",
        "sku",
        title_en=pl.col("title_en").first().over("product"),
        title_ar=pl.col("title_ar").first().over("product"),
    )
    found: list[pl.DataFrame] = []
    for at, rule in enumerate(rules):
        hits = masks[str(at)].arg_true()
        if not hits.len():
            continue
        places = identity["index"][hits]
        found.append(
            identity[hits]
            .with_columns(
                row=_rows(catalog, mapping, rule.field, identity["row"][hits], places),
                code=pl.lit(rule.code),
                severity=pl.lit(rule.severity.value),
                field=pl.lit(rule.field),
                letter=pl.lit(mapping.letter_of(rule.field), dtype=pl.String),
                value=_cells(catalog, mapping, rule.field, places),
                limit=pl.lit(rule.limit, dtype=pl.String),
                other=_other(rule, rows, hits),
                source=pl.lit(Source.FILE.value),
            )
            .select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
        )
    return Problems(pl.concat(found)).sorted() if found else Problems.none()


# Expressions that look at one row only may be worked out on the rows that hit; those that look over rows
# (duplicates) may not.
OVER_ROWS = frozenset({"duplicate", "price_far_off"})


def _other(rule: Rule, rows: pl.DataFrame, hits: pl.Series) -> pl.Series:
    if rule.other is None:
        return pl.Series([None] * hits.len(), dtype=pl.String)
    if rule.code in OVER_ROWS:
        return rows.select(rule.other).to_series()[hits]
    return rows[hits].select(rule.other).to_series()


def _rows(catalog: Catalog, mapping: Mapping, name: str, rows: pl.Series, places: pl.Series) -> pl.Series:
    """The number of the row that each cell stands in: a cell may come from another row (reshape.py)."""
    column = mapping.column_of(name)
    elsewhere = catalog.elsewhere.get(column.key) if column else None
    return rows if elsewhere is None else elsewhere[places].zip_with(elsewhere[places].is_not_null(), rows)


def _cells(catalog: Catalog, mapping: Mapping, name: str, places: pl.Series) -> pl.Series:
    column = mapping.column_of(name)
    if column is None:
        return pl.Series([None] * places.len(), dtype=pl.String)
    return catalog.cells[column.key][places]


def placed(checked: Checked) -> Problems:
    """Problems of reading, with the product that their row belongs to and the field of their column."""
    problems, mapping = checked.catalog.problems, checked.mapping
    if not len(problems):
        return problems
    known = checked.products.rows.select("product", "sku", "title_en", "title_ar")
    at = problems.frame["index"]
    of_rows = known[at.fill_null(0)].select(pl.when(at.is_not_null()).then(pl.all()))
    letters = [match.column.letter for match in mapping.matches if match.field]
    names = [match.field for match in mapping.matches if match.field]
    of_column = pl.col("letter").replace_strict(letters, names, default=None, return_dtype=pl.String)
    frame = problems.frame.with_columns(of_rows.get_columns()).with_columns(field=pl.coalesce("field", of_column))
    return Problems(frame.select(list(SCHEMA)))
