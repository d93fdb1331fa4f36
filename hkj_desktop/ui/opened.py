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
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.files.payload import Payload
    from hkj_desktop.uploads.putback import PutBack

#: How a product stands for one shop; the worse, the more.
READY, LOOK, NOT_READY = 0, 1, 2


@dataclass(frozen=True)
class Opened:
    """A file and what checking it found.

    ``shared``: the catalogue itself. ``payloads``: shop's id → the catalogue as that shop takes it, for each of
    ``shops``, with what the shop said of it (``answers``). ``lens``: the shop whose view is shown. ``kinds``: in that
    view, each kind of problem and how many there are, most first; ``errors`` and ``warnings``: how many problems.
    ``marks``: ``index``, ``letter`` and ``severity`` of each problem on a row, ascending by ``index``. ``put_back``:
    the upload that this catalogue puts back, where it is one of ours. ``lights``: where several shops are in
    use, shop's
    id → how the product of each row of the catalogue stands for it (:data:`READY`, …).
    """

    path: Path
    shared: Checked
    shops: tuple[Profile, ...]
    payloads: Mapping[str, Payload]
    lens: str
    kinds: dict[str, int]
    errors: int
    warnings: int
    marks: pl.DataFrame
    put_back: PutBack | None = None
    answers: Mapping[str, Problems] = field(default_factory=dict)
    lights: Mapping[str, pl.Series] = field(default_factory=dict)

    @property
    def payload(self) -> Payload:
        """In the view that is shown."""
        return self.payloads[self.lens]

    @property
    def checked(self) -> Checked:
        """In the view that is shown."""
        return self.payload.checked

    @staticmethod
    def of(
        path: Path,
        shared: Checked,
        shops: Sequence[Profile],
        lens: str = "",
        put_back: PutBack | None = None,
        answers: Mapping[str, Problems] | None = None,
    ) -> Opened:
        """Make and count everything that a page will ask for; half a second for a million problems, so call it in a
        task. ``shops``: at least one, the first is the chosen one; ``lens``: one of their ids, or nothing for the
        first."""
        import polars as pl

        from hkj_desktop.catalog.problems import Severity
        from hkj_desktop.files.item_payload import make_payload

        answers = {one.id: answers[one.id] for one in shops if answers and one.id in answers}
        payloads: dict[str, Payload] = {}
        for shop in shops:
            system = destination(shop.destination)
            payload = make_payload(shared, system, stores=shop.store_ids, language=shop.language)
            payloads[shop.id] = payload.answered(answers[shop.id]) if shop.id in answers else payload
            # Worked out once and kept by Checked: the window's thread finds them ready.
            payloads[shop.id].checked.counts  # noqa: B018
            payloads[shop.id].ready_count  # noqa: B018
        lens = lens if lens in payloads else shops[0].id
        problems = payloads[lens].checked.problems
        marks = problems.frame.filter(pl.col("index").is_not_null()).select("index", "letter", "severity")
        return Opened(
            path,
            shared,
            tuple(shops),
            payloads,
            lens,
            problems.codes(),
            problems.count(Severity.ERROR),
            problems.count(Severity.WARNING),
            marks.sort("index", maintain_order=True),
            put_back,
            answers,
            {one: _lights(payload.checked) for one, payload in payloads.items()} if len(payloads) > 1 else {},
        )


def _lights(checked: Checked) -> pl.Series:
    """Once for all rows, so that showing and sorting them is no more than reading a column."""
    import polars as pl

    state = pl.when("error").then(NOT_READY).when(pl.col("error").is_not_null()).then(LOOK).otherwise(READY)
    products = checked.products.rows.select("product")
    found = products.join(checked.states, on="product", how="left", maintain_order="left")
    return found.select(state.cast(pl.UInt8)).to_series()
