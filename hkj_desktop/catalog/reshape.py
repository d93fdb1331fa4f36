"""Another system's export → a catalogue whose rows are products and variants, each cell still knowing its place.

Columns learn what they are and how they are written; rows that are no products (pictures, texts in another language,
a product above its variants) give what they hold to the rows that are. Nothing else changes: cells stay as they stand
in the file, save that all pictures of a product come into one cell, parted by commas.
"""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl

from hkj_desktop.catalog.fields import FieldSet, Kind, Level
from hkj_desktop.catalog.keys import matching_key
from hkj_desktop.catalog.languages import language_of
from hkj_desktop.catalog.preset_file import ALL_FIELDS, families
from hkj_desktop.catalog.presets import USED_UP, Form, Patterns, Preset
from hkj_desktop.catalog.problems import SCHEMA, Problems
from hkj_desktop.catalog.rowmodels import Heads, heads
from hkj_desktop.catalog.table import Catalog, Column

_AT, _ROW, _HEAD, _OWNER = "at", "row", "head", "owner"
_FROM = "from:"
_COMMA = ", "


def arrange(catalog: Catalog, preset: Preset, fields: FieldSet) -> Catalog:
    """``catalog`` as ``preset`` reads it; its ``system`` says that it was done."""
    return _Arranging(catalog, preset, fields).done()


def _without_blanks(cells: pl.DataFrame) -> pl.DataFrame:
    """A quoted nothing, or spaces alone, are nothing too."""
    blank = cells.select(pl.all().str.contains(r"^\s*$").any()).row(0)
    keys = [key for key, there in zip(cells.columns, blank, strict=True) if there]
    return cells.with_columns(pl.when(~pl.col(key).str.contains(r"^\s*$")).then(pl.col(key)).alias(key) for key in keys)


class _Arranging:
    """The steps, one after the other, on one frame: the cells, ``at`` (the row's position in the file's table),
    ``row`` (its number), ``head`` (the position of the row that its product begins with), and ``from:<column>`` for
    cells of other rows."""

    def __init__(self, catalog: Catalog, preset: Preset, fields: FieldSet) -> None:
        self._catalog, self._preset, self._fields = catalog, preset, fields
        self._keys = [(matching_key(column.header), column) for column in catalog.columns]
        named = [pattern for patterns in preset.columns for pattern in patterns]
        asked = [c.key for key, c in self._keys if any(pattern.number_in(key) is not None for pattern in named)]
        # Only these columns are moved about, which is what takes time; the others follow their rows at the end.
        cells = _without_blanks(catalog.cells.select(asked))
        self._empty = {key for key in cells.columns if cells[key].null_count() == cells.height}
        self._frame = cells.with_row_index(_AT).with_columns(pl.Series(_ROW, catalog.rows, dtype=pl.UInt32))
        self._meant = self._meanings()
        self._derived: list[Column] = []
        self._moved: list[pl.DataFrame] = []

    def done(self) -> Catalog:
        self._other_languages()
        found = heads(self._frame, self._preset.rows, self._column, self._continues(), self._has_option())
        head = self._frame[_AT] if found is None else found.head
        self._frame = self._frame.with_columns(head.alias(_HEAD))
        if found is not None:
            self._listed_options(found)
        self._pictures()
        if found is not None:
            self._parents_to_variants(always=found.parents)
            self._options()
        self._lists()
        return self._made(grouped=found is not None)

    # -- columns ---------------------------------------------------------------------

    def _column(self, patterns: Patterns) -> str | None:
        """The first of the headers that has any values; the first at all where none has."""
        found = [column.key for pattern in patterns for key, column in self._keys if pattern.number_in(key) is not None]
        return next((key for key in found if key not in self._empty), found[0] if found else None)

    def _meanings(self) -> dict[str, str]:
        """Column → its field or family; of several for one field the first in the preset that has values."""
        meant: dict[str, str] = {}
        taken: dict[str, str] = {}
        for name, patterns in self._preset.fields:
            for pattern in patterns:
                for key, column in self._keys:
                    number = pattern.number_in(key)
                    field = name.replace("#", number) if number else name
                    if number is None or column.key in meant or not self._is_field(field):
                        continue
                    if field in taken and (taken[field] not in self._empty or column.key in self._empty):
                        continue
                    if field in taken:
                        del meant[taken[field]]
                    meant[column.key], taken[field] = field, column.key
        return meant

    def _is_field(self, name: str) -> bool:
        return name in self._fields.by_name or name in families()

    def _meaning(self, *names: str) -> str | None:
        return next((key for key, field in self._meant.items() if field in names), None)

    def _has_option(self) -> pl.Expr:
        values = [key for key, field in self._meant.items() if field in self._fields.option_fields[1::2]]
        return pl.any_horizontal([pl.col(key).is_not_null() for key in values] or [pl.lit(value=False)])

    def _image(self) -> str | None:
        return self._meaning(*(field.name for field in self._fields.of_kind(Kind.URL)))

    def _continues(self) -> pl.Expr:
        """A row that says nothing about a product, and has an option or a picture."""
        nothing = [pl.col(key).is_null() for key in self._of_level(Level.PRODUCT)]
        image = self._image()
        shown = pl.col(image).is_not_null() if image else pl.lit(value=False)
        return pl.all_horizontal(nothing or [pl.lit(value=True)]) & (self._has_option() | shown)

    def _of_level(self, level: Level) -> list[str]:
        names = set(self._fields.at(level))
        if level is Level.PRODUCT:
            names |= set(families())
        return [key for key, field in self._meant.items() if field in names]

    # -- rows in another language ---------------------------------------------------------------------

    def _other_languages(self) -> None:
        spec = self._preset.languages
        key, column = (self._column(spec.key), self._column(spec.column)) if spec else (None, None)
        if spec is None or key is None or column is None:
            return
        said = pl.col(column).str.strip_chars().str.to_lowercase()
        said_of = self._frame.select(_AT, own=said.is_null() | (said == ""), key=pl.col(key).str.strip_chars())
        first = said_of.filter("own").unique("key", keep="first").select("key", owner=_AT)
        owner = said_of.join(first, on="key", how="left", maintain_order="left")
        is_further = owner.select(~pl.col("own") & pl.col(_OWNER).is_not_null()).to_series()
        if not is_further.any():
            return
        further = self._frame.with_columns(owner[_OWNER]).filter(is_further)
        base = self._frame.filter(~is_further)
        self._moved.append(further.select(_AT, _OWNER))
        for family in spec.fields:
            source = self._meaning(family)
            spoken = language_of(base[source]) if source else None
            for language, pattern in spec.codes:
                rows = further.filter(
                    pl.col(column).str.contains(f"(?i){pattern}") & pl.col(source or key).is_not_null()
                )
                if source is None or language == spoken or not rows.height:
                    continue
                name = self._derive(source, f"{family}_{language}", language)
                texts = rows.select(
                    pl.col(_OWNER).alias(_AT), pl.col(source).alias(name), pl.col(_ROW).alias(_FROM + name)
                ).unique(_AT, keep="first")
                base = base.hstack(base.select(_AT).join(texts, on=_AT, how="left", maintain_order="left").drop(_AT))
        self._frame = base

    def _derive(self, source: str, field: str, mark: str) -> str:
        """A further column that stands for a part of ``source``."""
        column = next(column for column in self._catalog.columns if column.key == source)
        name = f"x{len(self._derived)}"
        self._derived.append(Column(name, f"{column.header} ({mark})", column.letter, meant=field, derived=True))
        return name

    # -- pictures ---------------------------------------------------------------------

    def _pictures(self) -> None:
        """All pictures of a product in the cell of its first row; a further row keeps its own."""
        image = self._image()
        spec = self._preset.pictures
        if image is None or not (spec.more or spec.rows):
            return
        more = [key for pattern in spec.more if (key := self._column((pattern,))) is not None]
        own = pl.concat_str([pl.col(key) for key in (image, *more)], separator=_COMMA, ignore_nulls=True)
        frame = self._frame.with_columns(pictures=pl.when(own != "").then(own))
        if spec.rows:
            further = pl.col(_HEAD) != pl.col(_AT)
            theirs = frame.select(_AT, _HEAD, "pictures").filter(further & pl.col("pictures").is_not_null())
            theirs = theirs.unique([_HEAD, "pictures"], keep="first", maintain_order=True)
            added = theirs.group_by(_HEAD, maintain_order=True).agg(added=pl.col("pictures").str.join(_COMMA))
            added = frame.select(_AT).join(added, left_on=_AT, right_on=_HEAD, how="left", maintain_order="left")
            every = pl.concat_str(["pictures", pl.lit(added["added"])], separator=_COMMA, ignore_nulls=True)
            variant = self._column(spec.variant)
            shown = pl.col(variant) if variant else pl.lit(None, dtype=pl.String)
            kept = [key for key in self._of_level(Level.VARIANT) if key != image]
            nothing = pl.all_horizontal(pl.col(key).is_null() for key in kept)
            frame = frame.with_columns(
                pictures=pl.when(further).then(shown).when(every != "").then(every),
                only=further & nothing & pl.col(image).is_not_null(),
            )
            self._moved.append(frame.filter("only").select(_AT, pl.col(_HEAD).alias(_OWNER)))
            frame = frame.filter(~pl.col("only")).drop("only")
        self._frame = frame.with_columns(pl.col("pictures").alias(image)).drop("pictures")

    # -- products above their variants ---------------------------------------------------------------------

    def _parents_to_variants(self, *, always: bool) -> None:
        """A product's row that is no variant gives what it says to its first variant, and goes."""
        frame = self._frame.sort(_HEAD, pl.col(_AT) != pl.col(_HEAD), _AT)
        frame = frame.with_columns(place=pl.int_range(pl.len()).over(_HEAD), has=self._has_option())
        without_own = ~pl.col("has").first().over(_HEAD) & pl.col("has").any().over(_HEAD)
        no_variant = (pl.len().over(_HEAD) > 1) & (pl.lit(value=True) if always else without_own)
        frame = frame.with_columns(goes=no_variant & (pl.col("place") == 0), takes=no_variant & (pl.col("place") == 1))
        carried = [*self._of_level(Level.PRODUCT), *(c.key for c in self._derived if c.meant in self._product_fields())]
        frame = frame.with_columns(e for key in carried for e in self._from_head(key, pl.col("takes"), over=True))
        inherited = [key for key, field in self._meant.items() if field in self._preset.rows.inherit]
        frame = frame.with_columns(
            e for key in inherited for e in self._from_head(key, pl.col("place") > 0, over=False)
        )
        if (image := self._image()) is not None:
            frame = frame.with_columns(self._from_head(image, pl.col("takes"), over=False))
        head = pl.col(_AT).filter(~pl.col("goes")).first().over(_HEAD).alias(_HEAD)
        frame = frame.with_columns(head)
        self._moved.append(frame.filter("goes").select(_AT, pl.col(_HEAD).alias(_OWNER)))
        self._frame = frame.filter(~pl.col("goes")).drop("place", "has", "goes", "takes")

    def _product_fields(self) -> set[str]:
        return {*self._fields.at(Level.PRODUCT), *families()}

    def _from_head(self, key: str, where: pl.Expr, *, over: bool) -> list[pl.Expr]:
        """The cell of the product's first row ``where`` it has one (``over``: even over an own cell), and the number of
        the row that it stands in."""
        theirs = pl.col(key).first().over(_HEAD)
        took = where & theirs.is_not_null() & (pl.lit(over) | pl.col(key).is_null())
        told = _FROM + key
        row = pl.col(_ROW).first().over(_HEAD)
        if told in self._frame.columns:
            row, own = pl.coalesce(pl.col(told).first().over(_HEAD), row), pl.col(told)
        else:
            own = pl.lit(None, dtype=pl.UInt32)
        return [
            pl.when(took).then(theirs).otherwise(pl.col(key)).alias(key),
            pl.when(took).then(row).otherwise(own).alias(told),
        ]

    # -- options and lists ---------------------------------------------------------------------

    def _options(self) -> None:
        """An option is named on a product's first row alone; an only variant has none, whatever it is called."""
        single = list(self._preset.rows.single_option)
        names, values = self._fields.option_fields[::2], self._fields.option_fields[1::2]
        for name, value in zip(map(self._meaning, names), map(self._meaning, values), strict=True):
            if value is None:
                continue
            none = (pl.len().over(_HEAD) == 1) & pl.col(value).is_in(single)
            changed = [pl.when(~none.fill_null(value=False)).then(pl.col(value)).alias(value)]
            if name is not None:
                filled = pl.col(name).forward_fill().over(_HEAD)
                named = pl.when(pl.col(value).is_not_null() & ~none).then(filled).otherwise(pl.col(name))
                changed.append(pl.when(~none.fill_null(value=False)).then(named).alias(name))
            self._frame = self._frame.with_columns(changed)

    def _listed_options(self, found: Heads) -> None:
        source = self._column(self._preset.rows.listed)
        for field, texts in found.options:
            if source is not None and self._meaning(field) is None:
                name = self._derive(source, field, field)
                self._frame = self._frame.with_columns(texts.alias(name))
                self._meant[name] = field

    def _lists(self) -> None:
        """Pairs of name and value in one cell (``barcode=123,brand=x``)."""
        for patterns, wanted in self._preset.lists:
            source = self._column(patterns)
            if source is None:
                continue
            for field in dict.fromkeys(field for _, field in wanted):
                pairs = [rf'(?i)(?:^|,)\s*"?{re.escape(key)}\s*=\s*([^,"]+)' for key, name in wanted if name == field]
                text = pl.coalesce(pl.col(source).str.extract(pattern, 1) for pattern in pairs)
                values = self._frame.select(text).to_series()
                if values.count() and self._meaning(field) is None:
                    name = self._derive(source, field, field)
                    self._frame = self._frame.with_columns(values.alias(name))

    # -- the end ---------------------------------------------------------------------

    def _made(self, *, grouped: bool) -> Catalog:
        frame = self._frame
        used_up = self._used_up()
        columns = [self._told(column, used_up) for column in self._catalog.columns]
        columns += [replace(column, form=self._form(column.meant)) for column in self._derived]
        moved = {name: frame[_FROM + name] for name in (c.key for c in columns) if _FROM + name in frame.columns}
        return replace(
            self._catalog,
            columns=tuple(columns),
            cells=self._cells().select(column.key for column in columns),
            rows=frame[_ROW],
            system=self._preset.name,
            groups=(frame[_HEAD].rle_id() + 1).cast(pl.UInt32) if grouped else None,
            elsewhere={name: rows for name, rows in moved.items() if rows.count()},
            problems=self._placed(),
        )

    def _cells(self) -> pl.DataFrame:
        others = self._catalog.cells.select(pl.exclude([c for c in self._frame.columns if c in self._catalog.cells]))
        at = self._frame[_AT]
        unmoved = at.len() == others.height and at.is_sorted()
        return self._frame.hstack(others if unmoved or not others.width else others[at])

    def _told(self, column: Column, used_up: set[str | None]) -> Column:
        meant = self._meant.get(column.key)
        if meant is None and column.key in used_up:
            meant = USED_UP
        return replace(column, meant=meant, form=self._form(meant))

    def _used_up(self) -> set[str | None]:
        """Columns that said how the rows belong together, or whose pictures went to another column."""
        rows, spec, languages = self._preset.rows, self._preset.pictures, self._preset.languages
        used = [rows.by, rows.kind, rows.parent, rows.listed, spec.variant, *((one,) for one in spec.more)]
        if languages:
            used.append(languages.column)
        return {self._column(patterns) for patterns in used}

    def _form(self, meant: str | None) -> Form | None:
        """The form of a field, of its family, and of every column, as one."""
        forms = dict(self._preset.forms)
        field = self._fields.by_name.get(meant or "")
        family = meant.removesuffix(f"_{field.language}") if meant and field and field.language else None
        every, own = forms.get(ALL_FIELDS), forms.get(meant or "") or forms.get(family or "")
        if every is None or own is None:
            return own or every
        return replace(own, replace=(*every.replace, *own.replace), blank=(*every.blank, *own.blank))

    def _placed(self) -> Problems:
        """Problems of reading, each on its row, or on the row that took over what its row held."""
        problems = self._catalog.problems
        if not len(problems):
            return problems
        owners = pl.concat(self._moved).unique(_AT, keep="first") if self._moved else None
        found = problems.frame.with_columns(at=pl.col("index"))
        if owners is not None:
            for _ in self._moved:  # a row's owner may itself have gone in a later step
                found = found.join(owners, on=_AT, how="left", maintain_order="left")
                found = found.with_columns(pl.coalesce(_OWNER, _AT).alias(_AT)).drop(_OWNER)
        places = self._frame.select(_AT).with_row_index("place")
        found = found.join(places, on=_AT, how="left", maintain_order="left")
        return Problems(found.with_columns(index=pl.col("place")).select(list(SCHEMA)))
