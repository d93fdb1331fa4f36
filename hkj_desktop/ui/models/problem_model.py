"""The problem grid: place, product, field, value, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, Qt

from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import tooltip_safe
from hkj_desktop.ui.delegates.base import Cell
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.frame_model import Asked, Filter, FrameModel, Index
from hkj_desktop.ui.models.product_filter import products_of
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.tasks import Runner
from hkj_desktop.ui.theme import Tone

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.fields import FieldSet
    from hkj_desktop.catalog.problems import Problem, Problems

ICON, PLACE, PRODUCT, FIELD, VALUE, TEXT, FIX = range(7)
_SORT_KEYS = {ICON: ("severity",), PLACE: (), PRODUCT: ("title_en", "title_ar"), FIELD: ("field",), VALUE: ("value",)}
_SEARCHED = ("sku", "title_en", "title_ar", "value", "field")


@dataclass(frozen=True)
class Listed:
    """What the grid is about: the problems, and the fields that they name. ``file``: the catalogue that they are of,
    where it is open: then what can be mended with one click is offered."""

    problems: Problems
    fields: FieldSet | None
    file: Opened | None = None


class ProblemModel(FrameModel):
    """Its source is :class:`Listed`. Text is looked for in product, SKU, field and value, and as a place (D17).
    Sorting by the words goes by the kind of problem."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(runner, _problem_rows, PLACE, parent)
        self._prepared: Opened | None = None

    def take_over(self, old: Self) -> None:
        self._prepared = old._prepared
        super().take_over(old)

    def show_fixes(self, file: Opened) -> None:
        """What is offered for the problems of ``file`` is worked out by now (working it out takes too long here)."""
        self._prepared = file
        self.cells_changed()

    def all_rows(self, source: Listed) -> pl.DataFrame:
        return source.problems.frame

    def problem(self, row: int) -> Problem:
        """The problem on a shown row."""
        return self.shown_problems().at(row)

    def shown_problems(self) -> Problems:
        """What is shown, in the order in which it is shown."""
        from hkj_desktop.catalog.problems import Problems

        frame = self.shown()
        return Problems.none() if frame is None else Problems(frame)

    def columns(self) -> int:
        return 7

    def fix_of(self, row: int) -> str | None:
        """The fix that is offered on a shown row."""
        return self.cell(row, FIX).key

    def title(self, column: int) -> str:
        return {
            ICON: "",
            PLACE: self.tr("Place"),
            PRODUCT: self.tr("Product"),
            FIELD: self.tr("Field"),
            VALUE: self.tr("Value"),
            TEXT: self.tr("Problem and what to do"),
            FIX: self.tr("Fix"),
        }[column]

    def cells_of(self, page: pl.DataFrame) -> list[tuple[Cell, ...]]:
        from hkj_desktop.catalog.problems import Problems

        problems = Problems(page)
        cells = zip(problems, self._offers(problems), strict=True)
        return [(*self._cells(problem), offer) for problem, offer in cells]

    def tooltip_at(self, cell: Cell, index: Index) -> str | None:
        """Of the words of a problem, why it is one too, and an example of what would be right."""
        if index.column() != TEXT:
            return super().tooltip_at(cell, index)
        problem = self.problem(index.row())
        words = say.problem(problem)
        return tooltip_safe("\n".join(filter(None, (*words, say.example(problem)))))

    def spoken(self, cell: Cell, index: Index) -> str:
        said = super().spoken(cell, index)
        example = say.example(self.problem(index.row())) if index.column() == TEXT else ""
        return f"{said} {example}".strip()

    def _offers(self, problems: Problems) -> list[Cell]:
        """What mends each problem with one click, as a link."""
        listed: Listed | None = self.source()
        if listed is None or listed.file is None or listed.file is not self._prepared:
            return [Cell()] * len(problems)
        from hkj_desktop.catalog.fixes import first_fixes

        found = first_fixes(listed.file.checked, problems)
        return [
            Cell(say.fix(one[0], one[1]), icon=Icon.WAND, link=True, ours=True, key=one[0]) if one else Cell()
            for one in found
        ]

    def _cells(self, problem: Problem) -> tuple[Cell, ...]:
        from hkj_desktop.catalog.problems import Severity, Source

        words = say.problem(problem)
        tone = Tone.ERROR if problem.severity is Severity.ERROR else Tone.WARN
        icon = Icon.CIRCLE_X if tone is Tone.ERROR else Icon.TRIANGLE_ALERT
        ltr = self._reads_ltr(problem.field)
        rtl_first = problem.title_ar if self._arabic() else problem.title_en
        product = rtl_first or problem.title_en or problem.title_ar or problem.sku or ""
        by_server = problem.source is Source.SERVER
        return (
            Cell(icon=icon, icon_role=tone.ink),
            Cell(problem.place, ltr=True),
            Cell(product, strong=True),
            Cell(say.field(problem.field), quiet=True),
            Cell(problem.value or "", pill=tone, ltr=ltr) if problem.field or problem.value else Cell(),
            Cell(words.title, second=words.explanation if by_server else words.todo, ours=True),
        )

    def _reads_ltr(self, field: str | None) -> bool:
        listed: Listed | None = self.source()
        known = listed.fields.by_name.get(field or "") if listed and listed.fields else None
        return bool(known and known.left_to_right)

    def _arabic(self) -> bool:
        from PySide6.QtGui import QGuiApplication

        return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _problem_rows(asked: Asked, cancel: CancelToken) -> pl.DataFrame:
    """The problems that were asked for, in the order that was asked for."""
    listed: Listed = asked.source
    frame = _filtered(listed, asked.filter)
    cancel.check()
    keys = _SORT_KEYS.get(asked.column, ("code",))
    if not keys:
        return frame.reverse() if asked.descending else frame
    return frame.sort(keys, descending=asked.descending, nulls_last=True, maintain_order=True)


def _filtered(listed: Listed, wanted: Filter) -> pl.DataFrame:
    import polars as pl

    from hkj_desktop.catalog.cards import holds

    frame = listed.problems.frame
    if listed.file is not None and (products := products_of(listed.file, wanted)) is not None:
        frame = frame.filter(pl.col("product").is_in(products.implode()))
    if wanted.severity:
        frame = frame.filter(pl.col("severity") == wanted.severity)
    if wanted.code:
        frame = frame.filter(pl.col("code") == wanted.code)
    if wanted.text:
        text = wanted.text.lower()
        place = pl.concat_str(pl.col("letter").fill_null(""), pl.col("row").cast(pl.String)).str.to_lowercase() == text
        found = [holds(pl.col(name), text) for name in _SEARCHED]
        frame = frame.filter(pl.any_horizontal(place, *found))
    return frame
