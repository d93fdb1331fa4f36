"""A folder of photos whose names name the products: ``DT-100.jpg``, ``DT-100_2.jpg``, ``6251234567898 (3).png``.

Only names are matched; nobody takes the files themselves. What a name says is compared in the form of
:func:`~hkj_desktop.catalog.keys.matching_key`, Arabic digits as others, with no sign between letters; between two
digits any sign is one, so that ``100-2`` is not ``1002``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.cleaning import latin_digits
from hkj_desktop.catalog.edits import NEW
from hkj_desktop.catalog.fields import Kind
from hkj_desktop.catalog.keys import matching_key, matching_keys
from hkj_desktop.catalog.picture_facts import picture_data
from hkj_desktop.catalog.pictures import picture_field
from hkj_desktop.errors import PictureError

#: Between the addresses in one cell (rules/image.py reads it so).
BETWEEN_ADDRESSES = ", "

#: A picture's number at the end of a name, behind a sign or in brackets; a name may have two of them.
_NUMBER = re.compile(r"(?:[\s_.\-\u2013]+([0-9\u0660-\u0669]{1,2})|\s*\(([0-9\u0660-\u0669]{1,2})\))\s*$")
_NUMBERS = 2
#: Which part of a name was read: 0 the whole stem, 1 and 2 without numbers, this one its folder.
_FOLDER = 9
_ASKED = {"at": pl.UInt32, "turn": pl.UInt8, "text": pl.String}
_RUN = re.compile("([0-9]+)")
_MARK = "\x00"
#: Words of a title are looked up by so many of their first letters, so that a slip later in the word does not matter.
_STEM = 4
_ARTICLE = "ال"
#: With so many products' titles one name is compared.
_POOL = 200


@dataclass(frozen=True)
class Leftover:
    """A photo that was not placed.

    ``candidates``: numbers of products, the likeliest first. ``named``: its name names each of them (or its folder
    does), so that nobody can tell; otherwise their titles are like it, or there are none.
    """

    name: str
    candidates: tuple[int, ...] = ()
    named: bool = False


@dataclass(frozen=True)
class PhotoMatch:
    """Which photo belongs to which product. ``placed``: product → its photos in their order; ``without``: products
    with no photo. Products by their numbers, photos by the names that were given."""

    placed: Mapping[int, tuple[str, ...]]
    leftover: tuple[Leftover, ...]
    without: tuple[int, ...]


def natural(name: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """What to sort names by so that 2 stands before 10."""
    parts = (part.lstrip("0") if at % 2 else part for at, part in enumerate(_RUN.split(name.casefold())))
    return tuple((len(part) if at % 2 else 0, part) for at, part in enumerate(parts)), name


def match_photos(names: Sequence[str], checked: Checked) -> PhotoMatch:
    """Place photos by their names, which may have folders before them (``honey/DT-100_2.jpg``); in a folder that is
    named like a product the others' names do not matter. A name that two products share is left over with both."""
    readings = [_readings(name) for name in names]
    asked = {
        "at": [at for at, reading in enumerate(readings) for _ in reading],
        "turn": [turn for reading in readings for turn in reading],
        "text": [text for reading in readings for text, _ in reading.values()],
    }
    hits = _hits(pl.DataFrame(asked, schema=_ASKED), checked)
    found: dict[int, dict[int, list[tuple[int, str]]]] = defaultdict(dict)
    for at, turn, product, code in hits.select("at", "turn", "product", "code").iter_rows():
        found[at].setdefault(turn, []).append((product, code))
    placed: dict[int, list[tuple[tuple[int, ...], str]]] = defaultdict(list)
    leftover: list[Leftover] = []
    for at, name in enumerate(names):
        products, number = _decided(readings[at], found.get(at, {}))
        if len(products) == 1:
            placed[products[0]].append((number, name))
        else:
            leftover.append(Leftover(name, products, named=bool(products)))
    return PhotoMatch(
        placed={product: _in_order(placed[product]) for product in sorted(placed)},
        leftover=_with_likely(leftover, checked),
        without=tuple(product for product in checked.every().to_list() if product not in placed),
    )


def _in_order(photos: list[tuple[tuple[int, ...], str]]) -> tuple[str, ...]:
    """The photo without a number first."""
    return tuple(name for _, name in sorted(photos, key=lambda photo: (photo[0], natural(photo[1]))))


# -- names that are codes ---------------------------------------------------------------------------------------------

#: Part of a name (:data:`_FOLDER` and its like) → its text, and the numbers of the picture that stood behind it.
_Readings = dict[int, tuple[str, tuple[int, ...]]]


def _stem(name: str) -> str:
    last = name.rpartition("/")[2]
    return last.rpartition(".")[0] or last


def _readings(name: str) -> _Readings:
    """What a name may say, the likeliest first."""
    name = name.replace("\\", "/")
    stem, number = _stem(name), tuple[int, ...]()
    readings: _Readings = {0: (stem, ())}
    for turn in range(1, _NUMBERS + 1):
        last = stem.rstrip()[-1:]
        found = _NUMBER.search(stem) if last.isdigit() or last == ")" else None
        if not found:
            break
        stem, number = stem[: found.start()], (int(found[1] or found[2]), *number)
        readings[turn] = stem, number
    folder = name.rpartition("/")[0].rpartition("/")[2]
    if folder:
        readings[_FOLDER] = folder, ()
    return readings


def _loose(values: pl.Expr) -> pl.Expr:
    """The form in which codes are equal: as headers are, Arabic digits as others, no space but between digits."""
    tight = latin_digits(matching_keys(values))
    between = r"([0-9]) ([0-9])"
    kept = tight.str.replace_all(between, f"$1{_MARK}$2").str.replace_all(between, f"$1{_MARK}$2")
    return kept.str.replace_all(" ", "", literal=True).str.replace_all(_MARK, " ", literal=True)


def _bare(key: pl.Expr) -> pl.Expr:
    """A code of digits alone without the zeros at its start; null where too little is left to be a barcode."""
    digits = key.str.replace_all(" ", "", literal=True).str.strip_chars_start("0")
    return pl.when(digits.str.contains(f"^[0-9]{{{picture_data('photos')['least_code']},}}$")).then(digits)


def _hits(asked: pl.DataFrame, checked: Checked) -> pl.DataFrame:
    """``asked`` with each ``product`` that one of the texts names and the ``code`` as the file writes it; barcodes
    without their zeros only where nothing is named otherwise."""
    codes, barcodes = [], []
    for name in checked.fields.natural_keys:
        frame = checked.products.rows.select("product", code=name).drop_nulls()
        codes.append(frame)
        if checked.fields.by_name[name].kind is Kind.BARCODE:
            barcodes.append(frame)
    asked = asked.with_columns(key=_loose(pl.col("text")))
    known = pl.concat(codes).with_columns(key=_loose(pl.col("code"))).filter(pl.col("key") != "")
    hits = asked.join(known, on="key")
    rest = asked.join(hits, on=["at", "turn"], how="anti").with_columns(bare=_bare(pl.col("key")))
    if rest["bare"].null_count() < rest.height:
        known = pl.concat(barcodes).with_columns(bare=_bare(_loose(pl.col("code"))))
        hits = pl.concat([hits, rest.join(known, on="bare").select(hits.columns)])
    return hits.unique(["at", "turn", "product", "code"], maintain_order=True).sort("at", "turn", "product")


def _decided(
    readings: _Readings, found: Mapping[int, Sequence[tuple[int, str]]]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The products that a name names, and the numbers of the picture."""
    turn = min((turn for turn in found if turn != _FOLDER), default=None)
    products, number = (_written(readings[turn][0], found[turn]), readings[turn][1]) if turn is not None else ((), ())
    if _FOLDER in found:
        # Inside a product's folder 1.jpg is a number, unless it names another product: then nobody knows.
        owners = _written(readings[_FOLDER][0], found[_FOLDER])
        products = tuple(dict.fromkeys((*owners, *products)))
    return products, number


def _written(text: str, found: Sequence[tuple[int, str]]) -> tuple[int, ...]:
    """Of codes that differ in signs alone the one that is written like ``text``, where there is one."""
    if len(found) > 1:
        for same in (str.strip, str.casefold, matching_key):
            found = [one for one in found if same(one[1]) == same(text.strip())] or found
    return tuple(dict.fromkeys(product for product, _ in found))


# -- names that are like titles ---------------------------------------------------------------------------------------


def _stems(key: str) -> set[str]:
    words = (word.removeprefix(_ARTICLE) for word in key.split() if not word.isdigit())
    return {word[:_STEM] for word in words if len(word) > 1}


def _with_likely(leftover: Sequence[Leftover], checked: Checked) -> tuple[Leftover, ...]:
    """Propose products for what names none: only for so many as the data say, since nobody places more by hand."""
    unknown = [one.name for one in leftover if not one.candidates][: picture_data("photos")["most_suggested"]]
    keys = {name: matching_key(_stem(name)) for name in unknown}
    wanted = set().union(*map(_stems, keys.values()))
    if not wanted:
        return tuple(leftover)
    names = [one.name for one in checked.fields.fields if one.required and one.language]
    titles = checked.products.rows.filter("first").select("product", *(matching_keys(pl.col(name)) for name in names))
    having = _having(titles, wanted)
    pools = {name: _pool(having[stem] for stem in _stems(key) if stem in having) for name, key in keys.items()}
    near = titles.filter(pl.col("product").is_in(list(set().union(*pools.values()))))
    forms = {row[0]: tuple(filter(None, row[1:])) for row in near.iter_rows()}
    likely = {name: _likest(key, {product: forms[product] for product in pools[name]}) for name, key in keys.items()}
    return tuple(one if one.candidates else Leftover(one.name, likely.get(one.name, ())) for one in leftover)


def _having(titles: pl.DataFrame, wanted: set[str]) -> dict[str, frozenset[int]]:
    """The beginning of a word, for those that are ``wanted`` → the products with such a word in a title."""
    word = pl.concat_str(pl.exclude("product"), separator=" ", ignore_nulls=True).str.split(" ").alias("word")
    words = titles.select("product", word).explode("word").filter(pl.col("word").str.len_chars() > 1)
    stem = pl.col("word").str.strip_prefix(_ARTICLE).str.slice(0, _STEM)
    words = words.select("product", stem=stem).filter(pl.col("stem").is_in(list(wanted)))
    return {stem: frozenset(products) for stem, products in words.group_by("stem").agg("product").iter_rows()}


def _pool(sets: Iterable[frozenset[int]]) -> tuple[int, ...]:
    """So many products as are worth a comparison: first those that share all words, then all but the commonest …"""
    rarest_first = sorted(sets, key=len)
    pool: dict[int, None] = {}
    for upto in range(len(rarest_first), 0, -1):
        pool |= dict.fromkeys(sorted(rarest_first[0].intersection(*rarest_first[1:upto])))
        if len(pool) >= _POOL:
            return tuple(pool)[:_POOL]
    for products in rarest_first[1:]:
        pool |= dict.fromkeys(sorted(products)[:_POOL])
    return tuple(pool)[:_POOL]


def _likest(key: str, forms: Mapping[int, tuple[str, ...]]) -> tuple[int, ...]:
    """The products of which a title is most like ``key``, the likeliest first."""
    from rapidfuzz import fuzz

    data = picture_data("photos")
    scores: dict[int, float] = {}
    for product, titles in forms.items():
        # A name that is a part of the title is like it, one that is all of it still more.
        both = (fuzz.token_set_ratio(key, title) + fuzz.token_sort_ratio(key, title) for title in titles)
        score = max(both, default=0.0) / 2
        if score >= data["least_like"]:
            scores[product] = score
    return tuple(sorted(scores, key=lambda product: (-scores[product], product))[: data["most_candidates"]])


# -- addresses --------------------------------------------------------------------------------------------------------


def photo_addresses(placed: Mapping[int, Sequence[str]], base: str, checked: Checked) -> pl.DataFrame:
    """The cell of each product's pictures where its photos lie in a folder of the person's website, ``base``: a frame
    with ``index`` (the product's first row), ``key`` (the column of pictures, or a new one) and ``after``.

    Raises PictureError with ``address`` where ``base`` is no folder on the web.
    """
    folder = _folder(base)
    column = checked.mapping.column_of(picture_field(checked.fields))
    key = column.key if column else f"{NEW}{picture_field(checked.fields)}"
    cells = {
        product: BETWEEN_ADDRESSES.join(folder + quote(name.replace("\\", "/"), safe="/") for name in names)
        for product, names in placed.items()
        if names
    }
    written = pl.DataFrame(
        {"product": list(cells), "after": list(cells.values())}, {"product": pl.UInt32, "after": pl.String}
    )
    first = checked.products.rows.filter("first").select("index", "product")
    return first.join(written, on="product", maintain_order="left").select("index", key=pl.lit(key), after="after")


def _folder(base: str) -> str:
    """``base`` as every browser understands it, a slash at its end."""
    try:
        parts = urlsplit(base.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:  # a port or host that is none; what idna refuses is a ValueError too
        raise PictureError(reason="address") from error
    if (
        parts.scheme not in ("http", "https")
        or "." not in host
        or " " in host
        or "@" in parts.netloc
        or parts.query
        or parts.fragment
    ):
        raise PictureError(reason="address")
    path = quote(parts.path.strip("/"), safe="/%:@!$&'*+=~")
    return f"{parts.scheme}://{host}{port}/{path}{'/' if path else ''}"
