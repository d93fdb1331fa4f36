"""The one shape of a problem: where it is, what is wrong, and who said so. Words are in ``ui/texts.py``.

Problems are kept as one polars frame, since a bad file of a million rows has a million of them; :class:`Problem` is
one row of it, made when somebody looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import polars as pl


class Severity(StrEnum):
    """An error keeps its product from being sent; a warning is worth a look."""

    ERROR = "error"
    WARNING = "warning"


class Source(StrEnum):
    FILE = "file"
    SERVER = "server"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with one cell, row, or (``row`` is None) the file.

    ``index`` is the position of the row in the catalogue, from 0; ``row`` and ``letter`` its place as Excel shows it.
    ``limit`` and ``other`` fill the text of ``code``: a limit that was passed, and another row, value or the
    server's words.
    """

    code: str
    severity: Severity = Severity.ERROR
    field: str | None = None
    index: int | None = None
    row: int | None = None
    letter: str | None = None
    product: int | None = None
    sku: str | None = None
    title_en: str | None = None
    title_ar: str | None = None
    value: str | None = None
    limit: str | None = None
    other: str | None = None
    source: Source = Source.FILE

    @property
    def params(self) -> dict[str, str]:
        """What fills the text of the code."""
        return {
            name: text for name, text in (("value", self.value), ("limit", self.limit), ("other", self.other)) if text
        }

    @property
    def place(self) -> str:
        """``C17``, ``17`` where no column is known, empty where no row is."""
        return f"{self.letter or ''}{self.row}" if self.row is not None else ""


SCHEMA: dict[str, pl.DataType] = {
    "code": pl.String(),
    "severity": pl.String(),
    "field": pl.String(),
    "index": pl.UInt32(),
    "row": pl.UInt32(),
    "letter": pl.String(),
    "product": pl.UInt32(),
    "sku": pl.String(),
    "title_en": pl.String(),
    "title_ar": pl.String(),
    "value": pl.String(),
    "limit": pl.String(),
    "other": pl.String(),
    "source": pl.String(),
}


@dataclass(frozen=True)
class Problems:
    """A list of problems; ``frame`` has the columns of :data:`SCHEMA`, sorted by row, then column."""

    frame: pl.DataFrame

    @staticmethod
    def none() -> Problems:
        return Problems(pl.DataFrame(schema=SCHEMA))

    @staticmethod
    def of(problems: Iterable[Problem]) -> Problems:
        rows = [vars(problem) for problem in problems]  # asdict copies each value: twenty times as long
        return Problems(pl.DataFrame(rows, schema=SCHEMA)) if rows else Problems.none()

    def __len__(self) -> int:
        return self.frame.height

    def __iter__(self) -> Iterator[Problem]:
        for row in self.frame.iter_rows(named=True):
            yield _problem(row)

    def at(self, position: int) -> Problem:
        """The problem at ``position`` of the frame."""
        return _problem(self.frame.row(position, named=True))

    def count(self, severity: Severity) -> int:
        return int((self.frame["severity"] == severity.value).sum())

    def codes(self) -> dict[str, int]:
        """Each kind of problem and how many there are, most first."""
        counted = self.frame.group_by("code").len().sort("len", "code", descending=[True, False])
        return dict(counted.iter_rows())

    def joined(self, *others: Problems) -> Problems:
        """These and the others, in the order of the rows."""
        frames = [self.frame, *(other.frame for other in others)]
        return Problems(pl.concat([frame for frame in frames if frame.height] or [self.frame])).sorted()

    def sorted(self) -> Problems:
        """By row, then column as Excel orders letters (B before AA)."""
        order = [pl.col("index"), pl.col("letter").str.len_chars(), pl.col("letter")]
        return Problems(self.frame.sort(order, nulls_last=False, maintain_order=True))


def _problem(row: dict[str, object]) -> Problem:
    values = {**row, "severity": Severity(str(row["severity"])), "source": Source(str(row["source"]))}
    return Problem(**values)  # type: ignore[arg-type]  # the frame's schema is the dataclass's
