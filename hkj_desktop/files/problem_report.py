"""Problems → a CSV that Excel opens as it should: UTF-8 with byte order mark, and no cell that Excel would run
as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from hkj_desktop.catalog.problems import Problem
from hkj_desktop.system.atomic import write_atomically

#: What a spreadsheet takes for a formula, spaces before it included (arabic-data.md, item 12; wide signs count in East
#: Asian Excel). It may begin a line of a cell, and what follows a semicolon or tab too: where the semicolon is the list
#: separator, as in Jordan, Excel cuts a comma-separated file there whatever its quotes say.
_FORMULA = re.compile(r"(^|[;\t]|\r\n?|\n)(?=[\s\u00a0\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|[\t\r])")
_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

#: The columns, in their order; the words above them come from the caller.
COLUMNS = ("row", "column", "sku", "product", "field", "value", "severity", "problem", "what_to_do", "source", "code")


def neutralised(cell: str) -> str:
    """``cell`` with an apostrophe before what a spreadsheet would run; a plain number such as -5 stays a number."""
    return cell if _PLAIN_NUMBER.fullmatch(cell) else _FORMULA.sub(r"\1'", cell)


def write_problems(
    path: Path,
    problems: Iterable[Problem],
    *,
    headers: Sequence[str],
    words: Callable[[Problem], dict[str, str]],
    source: Path | None = None,
) -> None:
    """Save ``problems`` as CSV at ``path``; ``headers`` names :data:`COLUMNS`, ``words`` gives ``field``,
    ``severity``, ``problem``, ``what_to_do`` and ``source`` of one problem. ``source``: the file that is open, which is
    never written over. Raises FileNotSaved (``reason`` ``source``, or what the disk says); an older file stays as it
    was."""
    from hkj_desktop.files.save_as import not_the_source  # which uses this module

    not_the_source(path, source)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headers)
    for problem in problems:
        values = {
            "row": str(problem.row or ""),
            "column": problem.letter or "",
            "sku": problem.sku or "",
            "product": problem.title_en or problem.title_ar or "",
            "value": problem.value or "",
            "code": problem.code,
            **words(problem),
        }
        writer.writerow([neutralised(values[name]) for name in COLUMNS])
    data = text.getvalue().encode("utf-8-sig")
    write_atomically(path, lambda file: _write(file.write, data))


def _write(write: Callable[[bytes], int], data: bytes) -> None:
    write(data)
