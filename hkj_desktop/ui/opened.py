"""An open catalogue as the pages need it: checked, and everything counted that they show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    import polars as pl

    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.uploads.putback import PutBack


@dataclass(frozen=True)
class Opened:
    """A file and what checking it found.

    ``kinds``: each kind of problem and how many there are, most first; ``errors`` and ``warnings``: how many problems.
    ``marks``: ``index``, ``letter`` and ``severity`` of each problem on a row, ascending by ``index``.
    ``put_back``: the
    upload that this catalogue puts back, where it is one of ours.
    """

    path: Path
    checked: Checked
    kinds: dict[str, int]
    errors: int
    warnings: int
    marks: pl.DataFrame
    put_back: PutBack | None = None

    @staticmethod
    def of(path: Path, checked: Checked, put_back: PutBack | None = None) -> Opened:
        """Count everything that a page will ask for; half a second for a million problems, so call it in a task."""
        import polars as pl

        from hkj_desktop.catalog.problems import Severity

        problems = checked.problems
        marks = problems.frame.filter(pl.col("index").is_not_null()).select("index", "letter", "severity")
        # Worked out once and kept by Checked: the window's thread finds them ready.
        checked.counts  # noqa: B018
        return Opened(
            path,
            checked,
            problems.codes(),
            problems.count(Severity.ERROR),
            problems.count(Severity.WARNING),
            marks.sort("index", maintain_order=True),
            put_back,
        )
