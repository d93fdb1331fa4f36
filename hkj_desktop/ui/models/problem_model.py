"""The problem grid: place, product, field, value, what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hkj_desktop.ui import say
from hkj_desktop.ui.delegates.base import Cell
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.models.frame_model import FrameModel
from hkj_desktop.ui.theme import Tone

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.fields import FieldSet
    from hkj_desktop.catalog.problems import Problem, Problems

ICON, PLACE, PRODUCT, FIELD, VALUE, TEXT = range(6)
_SORT_KEYS = {ICON: ("severity",), PLACE: (), PRODUCT: ("title_en", "title_ar"), FIELD: ("field",), VALUE: ("value",)}
_SEARCHED = ("sku", "title_en", "title_ar", "value", "field")


class ProblemModel(FrameModel):
    """Filters: ``text`` in product, SKU or value; ``severity``; ``code``. Sorting by text goes by the kind of
    problem."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: pl.DataFrame | None = None
        self._fields: FieldSet | None = None
        self._text = ""
        self._severity: str | None = None
        self._code: str | None = None
        self._sort: tuple[int, bool] = (PLACE, False)

    def set_problems(self, problems: Problems | None, fields: FieldSet | None) -> None:
        self._all = problems.frame if problems is not None else None
        self._fields = fields
        self._refresh()

    def set_filter(self, *, text: str, severity: str | None, code: str | None) -> None:
        self._text, self._severity, self._code = text, severity, code
        self._refresh()

    def problem(self, row: int) -> Problem:
        """The problem on a shown row."""
        return self.shown_problems().at(row)

    def shown_problems(self) -> Problems:
        """What is shown, in the order in which it is shown."""
        from hkj_desktop.catalog.problems import Problems

        frame = self.shown()
        return Problems.none() if frame is None else Problems(frame)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = (column, order == Qt.SortOrder.DescendingOrder)
        self._refresh()

    def columns(self) -> int:
        return 6

    def title(self, column: int) -> str:
        return {
            ICON: "",
            PLACE: self.tr("Place"),
            PRODUCT: self.tr("Product"),
            FIELD: self.tr("Field"),
            VALUE: self.tr("Value"),
            TEXT: self.tr("Problem and what to do"),
        }[column]

    def cells_of(self, page: pl.DataFrame) -> list[tuple[Cell, ...]]:
        from hkj_desktop.catalog.problems import Problems

        return [self._cells(problem) for problem in Problems(page)]

    def spoken_severity(self, row: int) -> str:
        """The severity of a shown row in words."""
        return say.severity(self.problem(row).severity)

    def _cells(self, problem: Problem) -> tuple[Cell, ...]:
        from hkj_desktop.catalog.problems import Severity, Source

        words = say.problem(problem)
        tone = Tone.ERROR if problem.severity is Severity.ERROR else Tone.WARN
        icon = Icon.CIRCLE_X if tone is Tone.ERROR else Icon.TRIANGLE_ALERT
        ltr = bool(self._fields and problem.field in self._fields.by_name) and self._reads_ltr(problem.field)
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
        return bool(self._fields and field and self._fields.by_name[field].left_to_right)

    def _arabic(self) -> bool:
        from PySide6.QtGui import QGuiApplication

        return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _refresh(self) -> None:
        frame = self._all
        if frame is not None:
            frame = self._sorted(self._filtered(frame))
        self.show_frame(frame)

    def _filtered(self, frame: pl.DataFrame) -> pl.DataFrame:
        import polars as pl

        if self._severity:
            frame = frame.filter(pl.col("severity") == self._severity)
        if self._code:
            frame = frame.filter(pl.col("code") == self._code)
        if self._text:
            wanted = self._text.lower()
            place = (
                pl.concat_str(pl.col("letter").fill_null(""), pl.col("row").cast(pl.String)).str.to_lowercase()
                == wanted
            )
            found = [pl.col(name).str.to_lowercase().str.contains(wanted, literal=True) for name in _SEARCHED]
            frame = frame.filter(pl.any_horizontal(place, *found))
        return frame

    def _sorted(self, frame: pl.DataFrame) -> pl.DataFrame:
        column, descending = self._sort
        keys = _SORT_KEYS.get(column, ("code",))
        if not keys:
            return frame.reverse() if descending else frame
        return frame.sort(keys, descending=descending, nulls_last=True, maintain_order=True)
