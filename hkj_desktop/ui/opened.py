"""What the pages show of the file that is open: checked for each shop that is in use, and everything counted that they
show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hkj_desktop.system.destinations import destination
from hkj_desktop.system.settings import Profile

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    import polars as pl

    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.edits import Draft
    from hkj_desktop.catalog.pictures import Findings
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.files.payload import Payload
    from hkj_desktop.uploads.putback import PutBack

#: How a product stands for one shop; the worse, the more.
READY, LOOK, NOT_READY = 0, 1, 2
#: Before the path of a photo that stands in for a picture's address.
PHOTO = "photo:"


@dataclass(frozen=True)
class Answer:
    """What a shop said of the products that were sent, placed on the catalogue as it was then."""

    problems: Problems
    draft: Draft


@dataclass(frozen=True)
class Opened:
    """A file, the changes that were made to it, and what checking it found.

    ``draft``: the catalogue as it was read, and as it stands now. ``shared``: the latter, checked. ``payloads``: shop's
    id → the catalogue as that shop takes it, for each of ``shops``, with what the shop said of it (``answers``) where
    that still stands. ``lens``: the shop whose view is shown. ``kinds``: in that view, each kind of problem and how
    many there are, most first; ``errors`` and ``warnings``: how many problems. ``marks``: ``index``, ``letter`` and
    ``severity`` of each problem on a row, ascending by ``index``; ``offsets``: where in them those of each row begin,
    and behind the last row their end. ``cards``: one row a product (catalog/cards.py). ``changed``: how many cells and
    rows are not as they were read. ``findings``: what looking at the pictures found, by address. ``photos``: of
    products that are shown with photos from a folder, by the position of their first row: the paths. ``mended``:
    shop's id → how many products it refused that were changed since and are ready. ``put_back``: the upload that this
    catalogue puts back, where it is one of ours. ``lights``: where several shops are in use, shop's id → how the
    product of each row of the catalogue stands for it (:data:`READY`, …).
    """

    path: Path
    draft: Draft
    shared: Checked
    shops: tuple[Profile, ...]
    payloads: Mapping[str, Payload]
    lens: str
    kinds: dict[str, int]
    errors: int
    warnings: int
    marks: pl.DataFrame
    offsets: pl.Series
    cards: pl.DataFrame
    put_back: PutBack | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    changed: int = 0
    findings: Findings = field(default_factory=dict)
    photos: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    mended: Mapping[str, int] = field(default_factory=dict)
    lights: Mapping[str, pl.Series] = field(default_factory=dict)

    @property
    def payload(self) -> Payload:
        """In the view that is shown."""
        return self.payloads[self.lens]

    @property
    def checked(self) -> Checked:
        """In the view that is shown."""
        return self.payload.checked

    def is_state_of(self, other: Opened) -> bool:
        """Whether both are states of one file that was opened once."""
        return self.draft.base is other.draft.base

    @staticmethod
    def of(
        path: Path,
        shared: Checked,
        shops: Sequence[Profile],
        lens: str = "",
        put_back: PutBack | None = None,
        answers: Mapping[str, Answer] | None = None,
        *,
        draft: Draft | None = None,
        findings: Findings | None = None,
        photos: Mapping[int, tuple[str, ...]] | None = None,
    ) -> Opened:
        """Make and count everything that a page will ask for; half a second for a million problems, so call it in a
        task. ``shops``: at least one, the first is the chosen one; ``lens``: one of their ids, or nothing for the
        first. ``draft``: what ``shared`` is the check of; None: the catalogue as it was read."""
        import polars as pl

        from hkj_desktop.catalog.cards import product_cards
        from hkj_desktop.catalog.edits import Draft
        from hkj_desktop.catalog.problems import Severity

        draft = draft if draft is not None else Draft(shared.catalog)
        answers = {one.id: answers[one.id] for one in shops if answers and one.id in answers}
        payloads = _payloads(shared, shops, answers, draft, findings or {})
        lens = lens if lens in payloads else shops[0].id
        problems = payloads[lens].checked.problems
        marks = problems.frame.filter(pl.col("index").is_not_null()).select("index", "letter", "severity")
        marks = marks.sort("index", maintain_order=True)
        every = pl.int_range(0, len(shared.catalog) + 1, dtype=pl.UInt32, eager=True)
        return Opened(
            path,
            draft,
            shared,
            tuple(shops),
            payloads,
            lens,
            problems.codes(),
            problems.count(Severity.ERROR),
            problems.count(Severity.WARNING),
            marks,
            marks["index"].search_sorted(every, side="left"),
            _with_photos(product_cards(payloads[lens].checked), draft, photos or {}),
            put_back,
            answers,
            draft.count,
            findings if findings is not None else {},
            photos if photos is not None else {},
            {one: _mended(answer, draft, payloads[one].checked) for one, answer in answers.items()},
            {one: _lights(payload.checked) for one, payload in payloads.items()} if len(payloads) > 1 else {},
        )


def _payloads(
    shared: Checked, shops: Sequence[Profile], answers: Mapping[str, Answer], draft: Draft, findings: Findings
) -> dict[str, Payload]:
    from dataclasses import replace

    from hkj_desktop.catalog.standing import standing
    from hkj_desktop.files.item_payload import make_payload

    if findings:
        from hkj_desktop.catalog.pictures import picture_problems

        shared = replace(shared, problems=shared.problems.joined(picture_problems(shared, findings)))
    payloads: dict[str, Payload] = {}
    for shop in shops:
        payload = make_payload(shared, destination(shop.destination), stores=shop.store_ids, language=shop.language)
        if shop.id in answers:
            answer = answers[shop.id]
            payload = payload.answered(standing(answer.problems, answer.draft, draft, payload.checked))
        payloads[shop.id] = payload
        # Worked out once and kept by Checked: the window's thread finds them ready.
        payload.checked.counts  # noqa: B018
        payload.ready_count  # noqa: B018
    return payloads


def _with_photos(cards: pl.DataFrame, draft: Draft, photos: Mapping[int, tuple[str, ...]]) -> pl.DataFrame:
    """The photo that the person has of a product stands before any address."""
    import polars as pl

    if not photos:
        return cards
    at = draft.at(cards["index"])
    first = {place: f"{PHOTO}{paths[0]}" for place, paths in photos.items() if paths}
    shown = at.replace_strict(list(first), list(first.values()), default=None, return_dtype=pl.String)
    return cards.with_columns(picture=pl.coalesce(shown.alias("picture"), "picture"))


def _mended(answer: Answer, draft: Draft, checked: Checked) -> int:
    """How many products the shop refused that were changed since and could be sent again."""
    import polars as pl

    from hkj_desktop.catalog.problems import Problems, Severity, Source
    from hkj_desktop.catalog.standing import answered_rows

    refused = Problems(answer.problems.frame.filter(pl.col("severity") == Severity.ERROR.value))
    products = checked.products.rows["product"][answered_rows(refused, answer.draft, draft)].unique()
    server = checked.problems.frame.filter(pl.col("source") == Source.SERVER.value)["product"]
    ready = checked.ready()
    return int((products.is_in(ready.implode()) & ~products.is_in(server.implode())).sum())


def _lights(checked: Checked) -> pl.Series:
    """Once for all rows, so that showing and sorting them is no more than reading a column."""
    import polars as pl

    state = pl.when("error").then(NOT_READY).when(pl.col("error").is_not_null()).then(LOOK).otherwise(READY)
    products = checked.products.rows.select("product")
    found = products.join(checked.states, on="product", how="left", maintain_order="left")
    return found.select(state.cast(pl.UInt8)).to_series()
