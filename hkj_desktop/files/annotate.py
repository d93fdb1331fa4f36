"""A person's own workbook with every problem coloured and commented in its cell, changes written in, and a sheet that
explains. Everything else in it stays as it is (keeps.py says before what cannot); their own file is only read.

What is no workbook that can be written back (CSV, JSON, XML, XLS, ODS) becomes a new one, made from the catalogue's
cells as save_as.py writes them, and marked the same way.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import polars as pl

from hkj_desktop.catalog.check import Checked
from hkj_desktop.catalog.edits import NEW, Draft
from hkj_desktop.catalog.fields import Field
from hkj_desktop.catalog.problems import Problem, Problems, Severity
from hkj_desktop.errors import FileNotSaved
from hkj_desktop.files.annotate_sheet import Line, Notes, add_notes
from hkj_desktop.files.formula_values import Results, results_in, still_true
from hkj_desktop.files.keeps import limits
from hkj_desktop.files.layouts import Layout, MadeLayout, OwnLayout, Place, number_of
from hkj_desktop.files.marking import CHANGED, ERROR, WARNING, Marked, block, copy_style, holds, write_value
from hkj_desktop.files.own_workbook import NotKept, close_own, open_own, save_own
from hkj_desktop.files.save_as import not_the_source, sheet_name, table_of, write_catalogue
from hkj_desktop.system.atomic import write_atomically
from hkj_desktop.system.cancel import CancelToken

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

#: One problem → its title, explanation and what to do.
Told = Callable[[Problem], Sequence[str]]
_SOME = 1000
_LONGEST_VALUE = 300
_LOOSE = re.compile(r"[\W_]+")
#: A header may stand in the upper of two rows of merged cells (header.py).
_HEADER_ROWS = 3


@dataclass(frozen=True)
class Annotated:
    """What became of it. ``own``: it is the person's own workbook; False: one that was made anew. ``marked``: cells
    that are coloured for a problem; ``changed``: cells that got a new value. ``unplaced``: problems that have no cell,
    being about the file; they are on the sheet that explains. ``not_written``: changes that have no cell there, either
    (a text that stands for another row's). ``uncommented``: coloured cells without a comment, since Excel is slow with
    more of them; ``unlisted``: problems that the sheet does not list. ``left_out``: rows that were left out, and that
    still stand in one's own workbook."""

    own: bool
    marked: int
    changed: int
    unplaced: int
    not_written: int
    uncommented: int
    unlisted: int
    left_out: int


@dataclass(frozen=True)
class _Job:
    """What is to be marked, and with which words."""

    source: Path
    out: Path
    draft: Draft
    checked: Checked
    problems: Problems
    words: Told
    sheet_words: Mapping[str, str]
    rtl: bool
    cancel: CancelToken

    def now_and_then(self, count: int) -> None:
        if not count % _SOME:
            self.cancel.check()
            time.sleep(0)  # long loops of Python keep the interpreter to themselves (measured.md)


def annotate_workbook(
    source: Path,
    out: Path,
    draft: Draft,
    checked: Checked,
    problems: Problems | None = None,
    *,
    words: Told,
    sheet_words: Mapping[str, str],
    rtl: bool,
    cancel: CancelToken | None = None,
) -> Annotated:
    """Save the workbook ``source`` at ``out`` with marks. ``draft``: the catalogue that was read of it, and as it
    stands now; ``checked``: the latter, checked; ``problems``: those to mark, None for all of ``checked``.
    ``sheet_words``: ``SHEET`` of ui/texts_workbook.py; ``rtl``: the sheet that explains is in Arabic. ``out`` should
    end as :func:`hkj_desktop.files.own_workbook.suffix_for` says.

    Raises FileNotSaved (``reason`` ``source``: it is the file that is open; ``changed``: that file is another one by
    now; or what the disk says), one of the FileError family, or Cancelled; what stood at ``out`` stays then.
    """
    not_the_source(out, source)
    found = checked.problems if problems is None else problems
    job = _Job(source, out, draft, checked, found, words, sheet_words, rtl, cancel or CancelToken())
    try:
        return _own(job)
    except NotKept:
        return _made(job)


def _own(job: _Job) -> Annotated:
    book = open_own(job.source, job.out, job.cancel)
    try:
        base = job.draft.base
        if base.sheet is None or base.sheet not in book.sheetnames:
            raise FileNotSaved(name=job.out.name, reason="changed")
        marked = Marked(book[base.sheet])
        _still_that_file(job, marked)
        intro = job.sheet_words["from"].format(sheet=base.sheet)
        return _Marking(job, book, marked, OwnLayout(job.draft), results_in(job.source)).done(intro, own=True)
    finally:
        close_own(book)


def _made(job: _Job) -> Annotated:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.xlsx"
        write_catalogue(path, job.checked, "xlsx", rtl=job.rtl, cancel=job.cancel)
        book = open_own(path, job.out, job.cancel)
        marked = Marked(book[sheet_name(job.checked, rtl=job.rtl)])
        layout = MadeLayout(job.draft, job.checked, table_of(job.checked))
        intro = job.sheet_words["made"].format(name=job.source.name)
        return _Marking(job, book, marked, layout, {}).done(intro, own=False)


def _still_that_file(job: _Job, marked: Marked) -> None:
    """Raise FileNotSaved where the headers are not those that were read."""
    base = job.draft.base
    last = base.header_row or 1
    for column in base.columns:
        wanted = _LOOSE.sub("", column.header)
        if column.derived or not wanted:
            continue
        rows = range(max(1, last - _HEADER_ROWS + 1), last + 1)
        cells = [marked.cell((row, number_of(column.letter))) for row in rows]
        texts = {_LOOSE.sub("", str(cell.value or "")) for cell in cells if cell.data_type == "s"}
        # A header that is a number, a date or a formula shows something else than it holds.
        if wanted not in texts and all(cell.data_type == "s" or cell.value is None for cell in cells):
            raise FileNotSaved(name=job.out.name, reason="changed")


class _Marking:
    """The steps, one after the other: values, then colours and comments, then the sheet that explains."""

    def __init__(self, job: _Job, book: Workbook, marked: Marked, layout: Layout, results: Results) -> None:
        self._job, self._book, self._marked, self._layout, self._results = job, book, marked, layout, results
        self._limits = limits()
        self._said: dict[Place, list[str]] = {}
        self._written: set[Place] = set()
        self._lost: list[str] = []

    def done(self, intro: str, *, own: bool) -> Annotated:
        job, frame = self._job, self._job.problems.frame
        self._changes(write=own)
        places = self._layout.of_problems(frame)
        seen = [place and self._marked.seen(place) for place in places]
        uncommented, marked = self._colours(seen)
        left_out = job.draft.left_out.to_list()
        rows = [row for at in left_out[: self._limits["lines"]] if (row := self._layout.of_row(at)) is not None]
        lines = list(self._lines(places))
        notes = Notes(
            intro=intro,
            lines=lines,
            total=frame.height,
            uncommented=uncommented,
            comments=self._limits["comments"],
            left_out=rows,
            left_out_total=len(left_out) if own else 0,
            not_written=self._lost[: self._limits["lines"]],
            lost=len(self._lost),
        )
        title = self._marked.sheet.title
        add_notes(self._book, title, notes, job.sheet_words, rtl=job.rtl)
        results = still_true(self._results, self._book, ((title, *place) for place in self._written))

        def fill(out: BinaryIO) -> None:
            save_own(self._book, out, suffix=job.out.suffix, results=results, cancel=job.cancel)

        write_atomically(job.out, fill)
        return Annotated(
            own=own,
            marked=marked,
            changed=len(self._written),
            unplaced=sum(place is None for place in places),
            not_written=len(self._lost),
            uncommented=uncommented,
            unlisted=frame.height - len(lines),
            left_out=len(left_out),
        )

    # -- changes -----------------------------------------------------------------------------------------------------

    def _changes(self, *, write: bool) -> None:
        """Write and colour what was changed; ``write``: the values are not in the cells already."""
        draft, words = self._job.draft, self._job.sheet_words
        gone = set(draft.left_out.to_list())
        cells = draft.differences().filter(~pl.col("at").is_in(draft.left_out.implode())) if gone else None
        cells = draft.differences() if cells is None else cells
        refused = self._new_columns() if write else set()
        fields = _fields_of(self._job.checked)
        places = self._layout.of_cells(cells)
        for count, (place, (key, at, before, after)) in enumerate(zip(places, cells.iter_rows(), strict=True)):
            self._job.now_and_then(count)
            if place is None or key in refused or (write and not self._put(place, key, before, after, fields)):
                self._lost.append(self._change(key, at, before, after))
                continue
            self._written.add(place)
            self._marked.colour(place, CHANGED)
            said = words["was"].format(value=_short(before)) if before else words["was_empty"]
            self._said.setdefault(place, []).append(said)

    def _put(
        self, place: Place, key: str, before: str | None, after: str | None, fields: Mapping[str, Field | None]
    ) -> bool:
        """False where the cell is not the one that was read."""
        cell = self._marked.cell(place)
        if self._marked.covered(place) or not holds(cell, before):
            if self._layout.strict and not key.startswith(NEW):
                raise FileNotSaved(name=self._job.out.name, reason="changed")
            return False
        return write_value(cell, after, fields.get(key))

    def _new_columns(self) -> set[str]:
        """Give columns that the file lacks their header, as its neighbour looks; the keys of those that have no room,
        since something stands where it would be."""
        refused = set()
        for column in self._job.draft.catalog.columns:
            if not column.key.startswith(NEW):
                continue
            place = (self._layout.header, number_of(column.letter))
            cell = self._marked.cell(place)
            if cell.value is not None or self._marked.covered(place):
                refused.add(column.key)
                continue
            write_value(cell, column.header, None)
            if place[1] > 1:
                copy_style(cell, self._marked.cell((place[0], place[1] - 1)))
        return refused

    def _change(self, key: str, at: int, before: str | None, after: str | None) -> str:
        words = self._job.sheet_words
        header = next((one.header for one in self._job.draft.catalog.columns if one.key == key), key)
        row = words["row"].format(number=self._job.draft.base.rows[at])
        was = words["was"].format(value=_short(before)) if before else words["was_empty"]
        return f"{row} · {header} · {was} · {words['now'].format(value=_short(after or '—'))}"

    # -- problems ----------------------------------------------------------------------------------------------------

    def _colours(self, places: Sequence[Place | None]) -> tuple[int, int]:
        """Colour every cell with a problem, and put what is wrong into its comment; how many have none, and how many
        cells that are."""
        problems = self._job.problems
        severities = problems.frame["severity"]
        by_place: dict[Place, list[int]] = {}
        for at, place in enumerate(places):
            if place is not None:
                by_place.setdefault(place, []).append(at)
        most = self._limits["comments"]
        for count, (place, found) in enumerate(by_place.items()):
            self._job.now_and_then(count)
            wrong = any(severities[at] == Severity.ERROR.value for at in found)
            self._marked.colour(place, ERROR if wrong else WARNING)
            if count < most:
                told = [block(self._job.words(problems.at(at))) for at in found]
                self._said[place] = [*told, *self._said.get(place, ())]
        for place, texts in list(self._said.items())[:most]:
            self._marked.say(place, _short("\n\n".join(texts), self._limits["comment_letters"]))
        every = by_place.keys() | self._said.keys()
        return max(0, len(every) - most), len(by_place)

    def _lines(self, places: Sequence[Place | None]) -> Iterator[Line]:
        for at, place in enumerate(places[: self._limits["lines"]]):
            self._job.now_and_then(at)
            problem = self._job.problems.at(at)
            title, explanation, todo = self._job.words(problem)
            which = " · ".join(filter(None, (problem.sku, problem.title_en or problem.title_ar)))
            told = title if place is not None else f"{title}. {explanation}"
            yield Line(place, which, problem.severity is Severity.ERROR, told, todo)


def _fields_of(checked: Checked) -> dict[str, Field | None]:
    return {match.column.key: checked.fields.by_name.get(match.field or "") for match in checked.mapping.matches}


def _short(text: str, most: int = _LONGEST_VALUE) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
