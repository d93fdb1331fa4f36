"""The pictures of a catalogue: which addresses it has, and what is wrong with those that were looked at.

Nothing is fetched or decoded here. Findings are kept by address, so that they survive edits of the catalogue; each is a
warning and never keeps a product from being sent. Limits and words are in ``resources/pictures.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import unquote

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.fields import FieldSet, Kind
from hkj_desktop.catalog.picture_facts import Facts, Finding, picture_data
from hkj_desktop.catalog.problems import SCHEMA, Problem, Problems, Severity, Source
from hkj_desktop.catalog.rules.image import BETWEEN
from hkj_desktop.errors import PictureError

#: Address → what is wrong with its picture; those with nothing wrong are left out.
Findings = Mapping[str, tuple[Finding, ...]]
#: The columns of :func:`addresses`.
ADDRESSES: dict[str, pl.DataType] = {
    "index": pl.UInt32(),
    "product": pl.UInt32(),
    "address": pl.String(),
    "place": pl.UInt32(),
}
MEGABYTE = 1 << 20
#: Each kind of finding as the problem that it becomes.
WARNINGS = {
    one.code: one.severity
    for one in (
        Problem("picture_missing", Severity.WARNING),
        Problem("picture_unreachable", Severity.WARNING),
        Problem("picture_private", Severity.WARNING),
        Problem("picture_not_picture", Severity.WARNING),
        Problem("picture_small", Severity.WARNING),
        Problem("picture_large", Severity.WARNING),
        Problem("picture_plain", Severity.WARNING),
        Problem("picture_shared", Severity.WARNING),
        Problem("image_address", Severity.WARNING),
    )
}
#: Why a picture could not be looked at → what is wrong with it.
_FAILED = {
    "address": "image_address",
    "private": "picture_private",
    "missing": "picture_missing",
    "refused": "picture_unreachable",
    "unreachable": "picture_unreachable",
    "slow": "picture_unreachable",
    "redirects": "picture_unreachable",
    "heavy": "picture_large",
    "points": "picture_large",
    "page": "picture_not_picture",
    "kind": "picture_not_picture",
    "damaged": "picture_not_picture",
}
#: Told at the first picture of a cell alone: a further one (a table of sizes) may well be that of many products.
_OF_THE_FIRST = "picture_shared"
_MARK = "\x00"
_BANDS, _BAND = 4, 1 << 16


# -- addresses --------------------------------------------------------------------------------------------------------


def picture_field(fields: FieldSet) -> str:
    """The field that holds the addresses of pictures."""
    return fields.of_kind(Kind.URL)[0].name


def addresses(checked: Checked) -> pl.DataFrame:
    """Every picture's address of every row, with the columns of :data:`ADDRESSES`; ``place``: which one of its cell it
    is, from 0. Cleaned as ``products.rows`` is; not all of them are addresses of the web."""
    cell = pl.col(picture_field(checked.fields)).str.strip_chars(" \t\r\n,|;")
    parts = cell.str.replace_all(f"{BETWEEN}(https?://)", f"{_MARK}$1").str.split(_MARK)
    frame = checked.products.rows.select("index", "product", address=parts).filter(pl.col("address").is_not_null())
    frame = frame.with_columns(place=pl.int_ranges(0, pl.col("address").list.len()))
    frame = frame.explode("address", "place").filter(pl.col("address") != "")
    return frame.select(pl.col(name).cast(kind) for name, kind in ADDRESSES.items())


def product_picture(checked: Checked) -> pl.DataFrame:
    """For each product that has a picture its ``product``, the ``index`` of its first row, and the ``address`` of its
    first picture, on whatever row that stands."""
    first = checked.products.rows.filter("first").select("index", "product")
    pictures = addresses(checked).unique("product", keep="first", maintain_order=True).select("product", "address")
    return first.join(pictures, on="product", how="inner", maintain_order="left")


def looks_like_placeholder(address: str) -> bool:
    """Whether an address says by itself that its picture stands in for one."""
    words, hosts = _placeholders()
    bare = address.partition("?")[0].partition("#")[0].partition("://")
    host, _, path = bare[2].partition("/")
    name = (path if bare[2] else bare[0]).rstrip("/").rpartition("/")[2]
    if "%" in name:
        name = unquote(name)
    return words.search(name) is not None or host.rpartition("@")[2].partition(":")[0].lower() in hosts


@cache
def _placeholders() -> tuple[re.Pattern[str], frozenset[str]]:
    data = picture_data("look")

    def spelled(texts: list[str]) -> str:
        return "|".join(r"[\W_]*".join(map(re.escape, text.split())) for text in texts)

    anywhere = rf"(?<![^\W_])(?:{spelled(data['placeholder_words'])})(?![^\W_])"
    alone = rf"^[\W_]*(?:{spelled(data['placeholder_names'])})[\W_0-9x]*(?:\.\w{{2,5}})?$"
    hosts = {host for one in data["placeholder_hosts"] for host in (one, f"www.{one}")}
    return re.compile(f"{anywhere}|{alone}", re.IGNORECASE), frozenset(hosts)


# -- what is wrong with pictures --------------------------------------------------------------------------------------


def judge(looks: Mapping[str, Facts | PictureError], checked: Checked) -> Findings:
    """What is wrong with the pictures that were looked at, or could not be. ``checked``: the catalogue whose pictures
    they are, for what only its products together tell."""
    shared = _shared({address: look for address, look in looks.items() if isinstance(look, Facts)}, checked)
    found: dict[str, tuple[Finding, ...]] = {}
    for address, look in looks.items():
        if isinstance(look, PictureError):
            findings = [_failed(look)]
        else:
            findings = _seen(address, look)
            if address in shared and not any(one.code == "picture_plain" for one in findings):
                findings.append(Finding("picture_shared", other=str(shared[address])))
        if findings:
            found[address] = tuple(findings)
    return found


def _failed(error: PictureError) -> Finding:
    reason = str(error.params.get("reason"))
    code = _FAILED.get(reason, "picture_unreachable")
    if code != "picture_large":
        return Finding(code)
    most = error.params.get("limit") or picture_data("look")["large_megabytes"]
    return Finding(code, limit=_large_side() if reason == "points" else f"{most} MB")


def _seen(address: str, look: Facts) -> list[Finding]:
    data = picture_data("look")
    longer = max(look.width, look.height)
    findings = []
    if longer < data["small_side"]:
        size = f"{look.width} × {look.height}"
        findings.append(Finding("picture_small", limit=str(data["small_side"]), other=size))
    if longer > data["large_side"]:
        findings.append(Finding("picture_large", limit=_large_side()))
    elif look.size > data["large_megabytes"] * MEGABYTE:
        findings.append(Finding("picture_large", limit=f"{data['large_megabytes']} MB"))
    if look.plain or looks_like_placeholder(address):
        findings.append(Finding("picture_plain"))
    return findings


def _large_side() -> str:
    side = picture_data("look")["large_side"]
    return f"{side} × {side}"


def _shared(looks: Mapping[str, Facts], checked: Checked) -> dict[str, int]:
    """Address → how many products show that picture first, where they are too many and too different."""
    if not looks:
        return {}
    data = picture_data("look")
    seen = pl.DataFrame(
        {
            "address": list(looks),
            "digest": [look.digest for look in looks.values()],
            "likeness": pl.Series([look.likeness for look in looks.values()], dtype=pl.UInt64),
            "plain": [look.plain for look in looks.values()],
        }
    )
    seen = _grouped(seen, data).select("address", "picture")
    title = pl.coalesce("title_en", "title_ar")
    titles = checked.products.rows.filter("first").select("product", title=_told_apart(title, data["short_word"]))
    uses = product_picture(checked).join(seen, on="address").join(titles, on="product", how="left")
    counted = uses.group_by("picture").agg(products=pl.len(), titles=pl.col("title").drop_nulls().n_unique())
    many = (pl.col("products") >= data["shared_products"]) & (pl.col("titles") >= data["shared_titles"])
    return dict(seen.join(counted.filter(many), on="picture").select("address", "products").iter_rows())


def _told_apart(title: pl.Expr, short: int) -> pl.Expr:
    """A title without what only tells sizes apart: words with digits, and words of few letters."""
    bare = title.str.to_lowercase().str.replace_all(r"\w*\d\w*", " ").str.replace_all(rf"\b\w{{1,{short}}}\b", " ")
    bare = bare.str.replace_all(r"[\W_]+", " ").str.strip_chars()
    return pl.when(bare != "").then(bare).otherwise(title.str.to_lowercase())


def _grouped(seen: pl.DataFrame, data: Mapping[str, int]) -> pl.DataFrame:
    """``seen`` with the column ``picture``, equal for what is the same picture: byte for byte, or by its likeness
    where that tells enough."""
    telling = ~pl.col("plain") & (pl.col("likeness").bitwise_count_ones() >= data["telling_bits"])
    seen = seen.with_columns(telling=telling)
    near = _near(seen.filter("telling")["likeness"].unique(), data["near_bits"], data["most_alike"])
    alike = pl.col("likeness")
    if near:
        alike = alike.replace_strict(list(near), list(near.values()), default=alike, return_dtype=pl.UInt64)
    return seen.with_columns(picture=pl.when("telling").then(alike.cast(pl.String)).otherwise("digest"))


def _near(likenesses: pl.Series, most: int, crowd: int) -> dict[int, int]:
    """Each likeness that has a near one → the one that stands for all that are near.

    Of four quarters at least one is equal where no more than three bits differ, so only those with an equal quarter
    are compared; a quarter that a crowd has (an even ground) is passed over.
    """
    root: dict[int, int] = {}

    def find(one: int) -> int:
        while (above := root.setdefault(one, one)) != one:
            root[one] = root[above]
            one = root[one]
        return one

    for band in range(_BANDS):
        part = pl.col("a") // _BAND**band % _BAND
        frame = pl.DataFrame({"a": likenesses}).with_columns(part=part)
        frame = frame.filter(pl.len().over("part").is_between(2, crowd))
        pairs = frame.join(frame.rename({"a": "b"}), on="part").filter(pl.col("a") < pl.col("b"))
        pairs = pairs.filter((pl.col("a") ^ pl.col("b")).bitwise_count_ones() <= most)
        for one, other in pairs.select("a", "b").iter_rows():
            root[find(other)] = find(one)
    return {one: find(one) for one in root}


# -- as problems ------------------------------------------------------------------------------------------------------


def picture_problems(checked: Checked, findings: Findings) -> Problems:
    """``findings`` as problems of ``checked``: one for each cell and kind, on the cell of its picture; what the check
    has told already is not told again."""
    field = picture_field(checked.fields)
    column = checked.mapping.column_of(field)
    if column is None or not findings:
        return Problems.none()
    hits = addresses(checked).join(_told(findings), on="address", maintain_order="left_right")
    hits = hits.filter((pl.col("code") != _OF_THE_FIRST) | (pl.col("place") == 0))
    hits = hits.unique(["index", "code"], keep="first", maintain_order=True)
    own = checked.problems.frame.filter(pl.col("letter") == column.letter).select("index", "code")
    hits = hits.join(own, on=["index", "code"], how="anti", maintain_order="left")
    at = hits["index"]
    identity = checked.products.rows.select(
        "row",
        "sku",
        title_en=pl.col("title_en").first().over("product"),
        title_ar=pl.col("title_ar").first().over("product"),
    )[at]
    frame = hits.hstack(identity)
    if column.key in checked.catalog.elsewhere:  # a cell may come from another row (reshape.py)
        elsewhere = checked.catalog.elsewhere[column.key][at]
        frame = frame.with_columns(row=elsewhere.zip_with(elsewhere.is_not_null(), frame["row"]))
    frame = frame.with_columns(
        severity=pl.col("code").replace_strict({code: one.value for code, one in WARNINGS.items()}),
        field=pl.lit(field),
        letter=pl.lit(column.letter),
        value=checked.catalog.cells[column.key][at],
        source=pl.lit(Source.FILE.value),
    )
    return Problems(frame.select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())).sorted()


def _told(findings: Findings) -> pl.DataFrame:
    """One row for each finding: ``address``, ``code``, ``limit``, ``other``."""
    every = [one for several in findings.values() for one in several]
    columns = {
        "address": [address for address, several in findings.items() for _ in several],
        "code": [one.code for one in every],
        "limit": [one.limit for one in every],
        "other": [one.other for one in every],
    }
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
