"""What other systems export: ``resources/presets/<id>.toml``, one a system, and the person's own beside them.

A preset is recognised by a file's headers alone; ``resources/presets/README.md`` says what each entry means.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.keys import matching_key
from hkj_desktop.errors import SettingsError
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.paths import resource

#: In a header: a number (``Attribute # name``), or anything (``Meta: *``).
NUMBER, ANYTHING = "#", "*"
#: Where a column is read and not sent, since what it says went into the rows.
USED_UP = "-"
#: So many headers that only HKJ's own files have make a file HKJ's own, whatever else stands in it.
OWN_HEADERS = 2


@dataclass(frozen=True)
class Pattern:
    """A header as a preset names it; it fits in its matching form."""

    text: str

    @cached_property
    def _form(self) -> re.Pattern[str]:
        parts = re.split(f"([{NUMBER}{ANYTHING}])", self.text)
        forms = {NUMBER: "([0-9]+)", ANYTHING: ".+"}
        pieces = [forms.get(part) or re.escape(matching_key(part)) for part in parts]
        return re.compile(" ?".join(piece for piece in pieces if piece))

    @property
    def wild(self) -> bool:
        return NUMBER in self.text or ANYTHING in self.text

    def number_in(self, key: str) -> str | None:
        """The number of a numbered header (empty where the pattern has none); None where ``key`` does not fit."""
        found = self._form.fullmatch(key)
        if found is None:
            return None
        return found.group(1) if self._form.groups else ""


Patterns = tuple[Pattern, ...]


@dataclass(frozen=True)
class Form:
    """How the system writes the cells of a column.

    ``replace``: pairs of pattern and replacement. ``blank``: whole cells that stand for nothing. ``between`` parts the
    paths of a category list (``escape`` before it makes it text), ``steps`` the steps of a path; ``roots``: first steps
    that are no category (``*``: each first step). ``decimal_mark``: whichever mark stands in a price is its
    decimal mark.
    """

    replace: tuple[tuple[str, str], ...] = ()
    blank: tuple[str, ...] = ()
    between: str | None = None
    escape: str | None = None
    steps: str | None = None
    roots: tuple[str, ...] = ()
    decimal_mark: bool = False


@dataclass(frozen=True)
class RowModel:
    """Which rows make one product.

    ``by``: rows with one value in this column (``adjacent``: only while they follow each other; ``blank_continues``:
    one without a value, which has an option or a picture, belongs to the row above). ``kind`` and ``child_kinds``: a
    row of such a kind belongs to the product row above it. ``parent`` names the parent's ``parent_key``, or ``id:`` and
    its ``parent_id``. ``listed``: a cell of the parent lists its children; ``listed_key`` names the child's
    ``parent_key`` in it and every other name is an option. ``inherit``: fields that a further row takes from the
    product's row where it leaves them empty. ``single_option``: values that say that a product has no options.
    """

    by: Patterns = ()
    adjacent: bool = False
    blank_continues: bool = False
    kind: Patterns = ()
    child_kinds: tuple[str, ...] = ()
    parent: Patterns = ()
    parent_key: Patterns = ()
    parent_id: Patterns = ()
    listed: Patterns = ()
    listed_key: str = "sku"
    inherit: tuple[str, ...] = ()
    single_option: tuple[str, ...] = ()


@dataclass(frozen=True)
class Languages:
    """A product's texts in another language stand in a further row with the same ``key``: ``column`` says which.

    ``codes``: language → pattern of what ``column`` holds. ``fields``: families (``title``) → their column.
    """

    key: Patterns
    column: Patterns
    codes: tuple[tuple[str, str], ...]
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Pictures:
    """Where further pictures stand: in ``more`` columns of the row, in ``rows`` that hold nothing else. ``variant``:
    the column that a further row of a product shows."""

    more: Patterns = ()
    rows: bool = False
    variant: Patterns = ()


@dataclass(frozen=True)
class Preset:
    """One system. ``fields``: field, or family of fields (``title``) whose language its letters tell → headers."""

    id: str
    name: str
    required: tuple[Patterns, ...]
    strong: Patterns
    against: Patterns
    at_least: int
    fields: tuple[tuple[str, Patterns], ...]
    other: Patterns = ()
    forms: tuple[tuple[str, Form], ...] = ()
    rows: RowModel = RowModel()
    languages: Languages | None = None
    pictures: Pictures = Pictures()
    lists: tuple[tuple[Patterns, tuple[tuple[str, str], ...]], ...] = ()

    @property
    def columns(self) -> tuple[Patterns, ...]:
        """Every column that something is done with."""
        rows, pictures, languages = self.rows, self.pictures, self.languages
        found = [patterns for _, patterns in self.fields] + [patterns for patterns, _ in self.lists]
        found += [rows.by, rows.kind, rows.parent, rows.parent_key, rows.parent_id, rows.listed]
        found += [pictures.more, pictures.variant]
        return (*found, *((languages.key, languages.column) if languages else ()))

    @cached_property
    def headers(self) -> frozenset[str]:
        """Every header of the system in its matching form; numbered ones with the numbers 1 to 3."""
        found = {pattern.text for patterns in self.required for pattern in patterns}
        found |= {pattern.text for patterns in (self.strong, self.other) for pattern in patterns}
        found |= {pattern.text for _, patterns in self.fields for pattern in patterns}
        numbered = {text.replace(NUMBER, str(number)) for text in found for number in (1, 2, 3)}
        return frozenset(matching_key(text) for text in numbered if ANYTHING not in text) - {""}

    def score(self, keys: Iterable[str]) -> int | None:
        """How well headers (in their matching form) fit; None where the file is not of this system."""
        keys = list(keys)

        def there(pattern: Pattern) -> bool:
            return any(pattern.number_in(key) is not None for key in keys)

        if not all(any(there(pattern) for pattern in patterns) for patterns in self.required):
            return None
        strong = sum(map(there, self.strong))
        against = sum(map(there, self.against))
        return None if strong < self.at_least or against else len(self.required) + strong


def load_presets() -> tuple[Preset, ...]:
    """The presets that we ship."""
    return _shipped()


@cache
def _shipped() -> tuple[Preset, ...]:
    return tuple(read_preset(path) for path in sorted(resource("presets").glob("*.toml")))


def user_presets(folder: Path) -> tuple[tuple[Preset, ...], tuple[SettingsError, ...]]:
    """The presets in the person's ``folder``, and an error for each file there that is none (its name in ``name``)."""
    presets: list[Preset] = []
    errors: list[SettingsError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            presets.append(read_preset(path))
        except SettingsError as error:
            errors.append(error)
    return tuple(presets), tuple(errors)


def read_preset(path: Path) -> Preset:
    """The preset in a file; raises SettingsError with ``reason`` ``damaged`` or ``denied`` and the file's name."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(reason="denied", name=path.name) from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise SettingsError(reason="damaged", name=path.name) from error
    from hkj_desktop.catalog.preset_file import preset_of

    try:
        return preset_of(data, path.stem)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SettingsError(reason="damaged", name=path.name) from error


def recognise(headers: Sequence[str], presets: Iterable[Preset]) -> Preset | None:
    """The system whose headers these are: the best score, of equals the one that comes first. HKJ's own files and
    templates are nobody's."""
    keys = [matching_key(header) for header in headers]
    if len(own_headers() & set(keys)) >= OWN_HEADERS:
        return None
    scored = [(score, preset) for preset in presets if (score := preset.score(keys)) is not None]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


@cache
def own_headers() -> frozenset[str]:
    """Names of HKJ's fields that no other system uses."""
    names = {matching_key(name) for name in load_fields(first_destination().id).names}
    return frozenset(names - {key for preset in _shipped() for key in preset.headers})


@cache
def known_header_keys() -> frozenset[str]:
    """Every header that we know (field names, aliases, what the shipped presets list) in its matching form: a row
    with many of them is a table's header."""
    fields = load_fields(first_destination().id)
    ours = {matching_key(text) for field in fields.fields for text in (field.name, *field.aliases)}
    ours |= {key for preset in _shipped() for key in preset.headers}
    return frozenset(ours - {""})
