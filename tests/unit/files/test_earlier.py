"""Changes to a file that another program has changed since: what fits is offered, and nothing comes to a wrong cell."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.edits import History
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.files.draft_lines import SOME_CELLS
from hkj_desktop.files.drafts import DO, UNDO, DraftFile, Earlier, Step, open_draft
from hkj_desktop.files.read import read_catalog
from tests.helpers.catalogues import catalog, modest, write_csv

HEADERS = ("sku", "title_en", "title_ar", "price_jod", "stock_qty")
ROWS = [[f"A-{n}", f"Honey {n}", f"عسل {n}", "1.250", "4"] for n in range(6)]
SOURCE = Path("/shop/قائمة.csv")
FIELDS = load_fields("hkj")
Rows = Sequence[Sequence[str | None]]


def opened(
    folder: Path,
    rows: Rows = ROWS,
    headers: Sequence[str] = HEADERS,
    *,
    source: Path = SOURCE,
    catalogue: Catalog | None = None,
) -> DraftFile:
    one = catalog(headers, rows) if catalogue is None else catalogue
    return open_draft(folder, source, one, check(one, FIELDS).mapping)


def do(file: DraftFile, *wanted: tuple[str, int, str | None], out: Sequence[int] = ()) -> None:
    frame = pl.DataFrame(list(wanted), schema={"key": pl.String, "at": pl.UInt32, "after": pl.String}, orient="row")
    change = file.history.draft.change("typed", frame, left_out=pl.Series("at", list(out), dtype=pl.UInt32))
    file.history.do(change)
    file.add([Step(DO, change)])


def undo(file: DraftFile) -> None:
    assert file.history.undo() is not None
    file.add([Step(UNDO)])


def edited(rows: Rows = ROWS, /, **cells: str | None) -> list[list[str | None]]:
    """``rows`` with other cells: ``r3c1="Tea"``."""
    result = [list(row) for row in rows]
    for place, text in cells.items():
        row, column = place[1:].split("c")
        result[int(row)][int(column)] = text
    return result


def offered(file: DraftFile) -> tuple[list[tuple[Any, ...]], list[int], int]:
    """The cells and rows that can be taken over, and how many changes cannot."""
    earlier = file.earlier
    assert earlier is not None
    if earlier.change is None:
        return [], [], earlier.lost
    assert earlier.change.name == "taken_over"
    assert earlier.taken == earlier.change.count
    cells = sorted(earlier.change.cells.select("key", "at", "before", "after").rows())
    return cells, earlier.change.left_out.to_list(), earlier.lost


# -- what is offered -------------------------------------------------------------------------------


def test_one_cell_changed_outside_loses_nothing(tmp_path: Path) -> None:
    """All changes but the one to that very cell can be taken over; made and written down they are there at the next
    start, and are not offered once more."""
    file = opened(tmp_path)
    do(file, ("c1", 0, "Sidr honey"), ("c3", 2, "1.5"))
    do(file, ("new:brand", 4, "رمال"), ("c4", 5, None), out=[3])
    os.utime(file.path, (1_700_000_000.0,) * 2)
    other = edited(r2c3="1.300")
    changed = opened(tmp_path, other)
    assert changed.history.past == []
    assert offered(changed) == (
        [("c1", 0, "Honey 0", "Sidr honey"), ("c4", 5, "4", None), ("new:brand", 4, None, "رمال")],
        [3],
        1,
    )
    assert changed.earlier is not None
    assert (changed.earlier.steps, changed.earlier.when, changed.earlier.taken) == (2, 1_700_000_000.0, 4)
    assert changed.earlier.change is not None
    changed.history.do(changed.earlier.change)
    changed.add([Step(DO, changed.earlier.change)])
    again = opened(tmp_path, other)
    assert again.earlier is None
    assert again.history.draft.catalog.cells.equals(changed.history.draft.catalog.cells)
    assert [change.name for change in again.history.past] == ["taken_over"]
    assert len(opened(tmp_path).history.past) == 2  # the file put back as it was has its own


def test_rows_are_found_by_their_sku(tmp_path: Path) -> None:
    """Rows put in, taken away and sorted outside: each change is on its own product."""
    file = opened(tmp_path)
    do(file, *(("c1", at, f"New {at}") for at in range(6)), out=[1])
    new = [["B-1", "Tea", "شاي", "2.000", "1"]]
    other: Rows = [*new, *ROWS[:0:-1]]  # behind it; A-0 is gone
    cells, out, lost = offered(opened(tmp_path, other))
    assert [(at, after) for _, at, _, after in cells] == [(at, f"New {6 - at}") for at in range(1, 6)]
    assert (out, lost) == ([5], 1)


def test_columns_are_found_by_their_header(tmp_path: Path) -> None:
    """A column put in before the others moves none of the changes; one that was renamed has none."""
    file = opened(tmp_path)
    do(file, ("c1", 0, "Sidr"), ("c3", 1, "9.000"), ("c4", 2, "7"))
    headers = ("note", "sku", "title_en", "title_ar", "price_jod", "left over")
    other = [[f"note {at}", *row] for at, row in enumerate(ROWS)]
    cells, _, lost = offered(opened(tmp_path, other, headers))
    assert cells == [("c2", 0, "Honey 0", "Sidr"), ("c4", 1, "1.250", "9.000")]
    assert lost == 1


def test_columns_with_the_same_header_are_told_apart(tmp_path: Path) -> None:
    """The second of them is the second again."""
    headers = ("sku", "title_en", "note", "note")
    rows = [[f"A-{n}", f"Honey {n}", "a", "a"] for n in range(3)]
    do(opened(tmp_path, rows, headers), ("c3", 1, "b"))
    cells, _, _ = offered(opened(tmp_path, edited(rows, r0c1="Tea"), headers))
    assert cells == [("c3", 1, "a", "b")]


def test_a_field_that_the_file_has_by_now_goes_into_its_column(tmp_path: Path) -> None:
    """A brand that was given here, while the file had no column for it: it stands in the file's own one, where that is
    empty."""
    do(opened(tmp_path), ("new:brand", 0, "رمال"), ("new:brand", 1, "Petra"), ("new:brand", 2, "Ahmad"))
    other = [[*row, None if at != 1 else "Ajloun"] for at, row in enumerate(ROWS)]
    cells, _, lost = offered(opened(tmp_path, other, (*HEADERS, "brand")))
    assert cells == [("c5", 0, None, "رمال"), ("c5", 2, None, "Ahmad")]
    assert lost == 1


def test_without_skus_a_row_is_the_same_by_what_nobody_changed(tmp_path: Path) -> None:
    """Where other columns tell the rows apart and are as they were, each row stands where it stood."""
    headers, rows = ("title_en", "title_ar", "price_jod"), [row[1:4] for row in ROWS]
    do(opened(tmp_path, rows, headers), ("c0", 1, "Tea"), ("c2", 4, "2.000"), out=[2])
    cells, out, lost = offered(opened(tmp_path, edited(rows, r5c2="1.300"), headers))
    assert cells == [("c0", 1, "Honey 1", "Tea"), ("c2", 4, "1.250", "2.000")]
    assert (out, lost) == ([2], 0)


def test_without_skus_moved_rows_are_not_guessed(tmp_path: Path) -> None:
    """A row put in at the top moves all others: what looks alike at the same place is another product, so nothing is
    offered."""
    headers, rows = ("title_en", "title_ar", "price_jod"), [row[1:4] for row in ROWS]
    do(opened(tmp_path, rows, headers), ("c2", 4, "2.000"), ("new:brand", 4, "Petra"), out=[2])
    other = [["Tea", "شاي", "1.250"], *rows]
    assert offered(opened(tmp_path, other, headers)) == ([], [], 3)


def test_a_sku_that_several_rows_have_names_none(tmp_path: Path) -> None:
    """Neither where it was so before nor where it is so by now."""
    rows = edited(r1c0="A-0")
    do(opened(tmp_path, rows), ("c3", 0, "9"), ("c3", 1, "9"), ("c3", 4, "9"), ("c3", 5, "9"))
    other: Rows = [["B", "Tea", "شاي", "2.000", "1"], *edited(rows, r3c0="A-4")]
    cells, _, lost = offered(opened(tmp_path, other))
    assert cells == [("c3", 6, "1.250", "9")]
    assert lost == 3


def test_a_sku_that_several_rows_had_names_none(tmp_path: Path) -> None:
    """The one that is left of them may be any of them."""
    rows = edited(r1c0="A-0")
    do(opened(tmp_path, rows), ("c3", 0, "9"), ("c3", 4, "9"))
    cells, _, lost = offered(opened(tmp_path, rows[1:]))
    assert (cells, lost) == ([("c3", 3, "1.250", "9")], 1)


def test_skus_that_were_exchanged_outside(tmp_path: Path) -> None:
    """By its SKU a row is one, by all else the other: nothing is offered for either."""
    do(opened(tmp_path), *(("c3", at, "9") for at in range(6)))
    cells, _, lost = offered(opened(tmp_path, edited(r1c0="A-2", r2c0="A-1")))
    assert ([at for _, at, _, _ in cells], lost) == ([0, 3, 4, 5], 2)


@pytest.mark.parametrize("named", [True, False], ids=["with SKU", "without"])
def test_a_column_that_numbers_the_rows_proves_nothing(tmp_path: Path, named: bool) -> None:
    """Sorted outside and numbered anew, the number is the same at each place and the product another: the SKU decides,
    and without one nothing is offered."""
    headers = ("No.", *HEADERS[not named :])
    rows = [[str(at), *row[not named :]] for at, row in enumerate(ROWS, start=1)]
    other = [[str(at), *row[not named :]] for at, row in enumerate(ROWS[::-1], start=1)]
    price = f"c{headers.index('price_jod')}"
    do(opened(tmp_path, rows, headers), (price, 1, "9"))
    cells, _, lost = offered(opened(tmp_path, other, headers))
    assert (cells, lost) == (([(price, 4, "1.250", "9")], 0) if named else ([], 1))


def test_a_sku_changed_outside_and_the_rest_left(tmp_path: Path) -> None:
    """The row is still the same by its titles."""
    do(opened(tmp_path), ("c3", 2, "9"))
    cells, _, lost = offered(opened(tmp_path, edited(r2c0="Z-2")))
    assert (cells, lost) == ([("c3", 2, "1.250", "9")], 0)


# -- what is not -----------------------------------------------------------------------------------


def test_what_the_file_holds_by_now_is_not_offered(tmp_path: Path) -> None:
    """The corrected catalogue saved and put in the file's place, by a program that writes 1.5 for 1.500: all changes
    are in it, and nothing is said."""
    do(opened(tmp_path), ("c1", 0, "Sidr"), ("c3", 1, "1.500"), ("c4", 2, None), out=[3])
    other = edited(r0c1="Sidr", r1c3="1.5", r2c4=None)
    del other[3]
    assert opened(tmp_path, other).earlier is None
    cells, out, lost = offered(opened(tmp_path, edited(other, r0c1="Honey 0")))
    assert (cells, out, lost) == ([("c1", 0, "Honey 0", "Sidr")], [], 0)


def test_what_was_undone_is_not_offered(tmp_path: Path) -> None:
    """Only what stood at the end counts, cell by cell; where all was taken back there is nothing."""
    file = opened(tmp_path)
    do(file, ("c1", 0, "One"), ("c1", 1, "One"))
    do(file, ("c1", 0, "Two"))
    do(file, ("c1", 1, "Honey 1"))
    do(file, ("c1", 5, "Never"))
    undo(file)
    other = edited(r5c4="5")
    assert offered(opened(tmp_path, other))[0] == [("c1", 0, "Honey 0", "Two")]
    for _ in range(3):
        undo(file)
    assert opened(tmp_path, other).earlier is None


def test_it_is_offered_until_it_is_answered(tmp_path: Path) -> None:
    """It is there again at the next start, and no more once it was declined or something was changed."""
    do(opened(tmp_path), ("c1", 0, "One"))
    one, two = edited(r5c4="5"), edited(r5c4="6")
    assert offered(opened(tmp_path, one)) == offered(opened(tmp_path, one))
    opened(tmp_path, one).add([])
    assert opened(tmp_path, one).earlier is None
    assert opened(tmp_path, one).history.past == []
    file = opened(tmp_path, two)
    do(file, ("c1", 3, "Two"))
    undo(file)
    assert opened(tmp_path, two).earlier is None


def test_the_newest_counts(tmp_path: Path) -> None:
    """Of several files that stood there, the one that was last open; one that cannot be read is passed over."""
    for number, when in ((1, 300.0), (2, 200.0), (3, 400.0)):
        file = opened(tmp_path, edited(r5c4=f"1{number}"))
        do(file, ("c1", 0, f"Title {number}"))
        if number == 3:
            file.path.write_bytes(b"[]\n")
        os.utime(file.path, (when, when))
    assert offered(opened(tmp_path))[0] == [("c1", 0, "Honey 0", "Title 1")]


def test_another_place_or_sheet_has_its_own(tmp_path: Path) -> None:
    """Changes to another file, or to another sheet of the same workbook, are not offered."""
    do(opened(tmp_path), ("c1", 0, "One"))
    assert opened(tmp_path, edited(r5c4="5"), source=Path("/elsewhere/قائمة.csv")).earlier is None
    sheet = replace(catalog(HEADERS, edited(r5c4="5")), sheet="Other")
    assert opened(tmp_path, catalogue=sheet).earlier is None
    assert opened(tmp_path, edited(r5c4="5")).earlier is not None


def test_changes_of_an_older_kind_are_told_of(tmp_path: Path) -> None:
    """Where nobody wrote down how to find rows again, it is said that there are changes, and none is offered."""
    file = opened(tmp_path)
    do(file, ("c1", 0, "One"), ("c1", 1, "Two"), out=[3])
    head, *steps = [json.loads(line) for line in file.path.read_bytes().splitlines()]
    old = [{key: head[key] for key in ("version", "name", "fingerprint")}]
    old += [{key: one[key] for key in ("step", "change")} for one in steps]
    file.path.write_bytes(b"".join(json.dumps(one).encode() + b"\n" for one in old))
    assert len(opened(tmp_path).history.past) == 1
    earlier = opened(tmp_path, edited(r5c4="5")).earlier
    assert earlier is not None
    assert (earlier.steps, earlier.change, earlier.taken, earlier.lost) == (1, None, 0, 3)


def test_changes_that_cannot_be_read_are_no_reason_not_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The catalogue opens with nothing to offer."""
    file = opened(tmp_path)
    do(file, ("c1", 0, "One"))
    real = Path.read_bytes

    def closed(self: Path) -> bytes:
        if self == file.path:
            raise PermissionError(13, "denied")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", closed)
    with caplog.at_level("INFO"):
        assert opened(tmp_path, edited(r5c4="5")).earlier is None
    assert "cannot be read" in caplog.text


# -- any changes, any file -------------------------------------------------------------------------

CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["c1", "c3", "c4", "new:brand"]), st.integers(0, 5), st.sampled_from(["", "4", "x", "1.250"])
    ),
    min_size=1,
    max_size=8,
)


@given(CHANGES, st.permutations(range(6)), st.integers(0, 6), st.booleans(), st.integers(0, 5), st.integers(1, 4))
@modest(60)
def test_nothing_comes_to_a_wrong_cell(
    tmp_path_factory: pytest.TempPathFactory,
    wanted: list[tuple[str, int, str]],
    order: list[int],
    kept: int,
    named: bool,
    row: int,
    column: int,
) -> None:
    """However the rows were sorted, taken away and written to outside, what is taken over is on the row and column for
    which it was meant, and every change is taken, lost or there already."""
    folder = tmp_path_factory.mktemp("drafts")
    first = 0 if named else 1
    rows = [one[first:] for one in ROWS]
    file = opened(folder, rows, HEADERS[first:])
    shift = {f"c{at}": f"c{at - first}" for at in range(5)}
    do(file, *((shift.get(key, key), at, text) for key, at, text in wanted))
    other = [list(ROWS[at]) for at in order[:kept]] or [list(ROWS[0])]
    where = row % len(other)
    title = other[where][2]
    other[where][column] = "outside"
    changed = opened(folder, [one[first:] for one in other], HEADERS[first:])
    earlier = changed.earlier
    net = {
        (key, at): after
        for key, at, _, after in file.history.draft.differences().select("key", "at", "before", "after").rows()
    }
    if earlier is None or earlier.change is None:
        return
    assert earlier.taken + earlier.lost <= len(net)
    titles = [one[2] for one in other]
    titles[where] = title
    for key, at, before, after in earlier.change.cells.select("key", "at", "before", "after").rows():
        was = [one[2] for one in ROWS].index(titles[at])
        assert net[key, was] == after
        assert (file.history.draft.base.cells[key][was] if key != "new:brand" else None) == before


def test_many_changes_are_taken_over(tmp_path: Path) -> None:
    """A step that is written in several lines has the SKU of each of its rows."""
    rows = [[f"A-{n}", f"Honey {n}", "عسل", "1.250", "4"] for n in range(2 * SOME_CELLS + 1)]
    do(opened(tmp_path, rows), *(("c1", at, f"Tea {at}") for at in range(len(rows))))
    cells, _, lost = offered(opened(tmp_path, rows[::-1]))
    assert (len(cells), lost) == (len(rows), 0)
    assert cells[0] == ("c1", 0, f"Honey {len(rows) - 1}", f"Tea {len(rows) - 1}")


def test_a_real_file_changed_by_another_program(tmp_path: Path) -> None:
    """Read from the disk, changed here, changed there, and read again."""
    path = tmp_path / "list.csv"
    write: Callable[[list[list[str]]], object] = lambda rows: write_csv(path, [list(HEADERS), *rows])  # noqa: E731
    write(ROWS)
    file = opened(tmp_path / "drafts", source=path, catalogue=read_catalog(path))
    do(file, *(("c1", at, f"Tea {at}") for at in range(6)))
    write([*[list(row) for row in ROWS[:5]], ["A-5", "Honey 5", "عسل 5", "1.300", "4"]])
    changed = opened(tmp_path / "drafts", source=path, catalogue=read_catalog(path))
    assert isinstance(changed.history, History)
    assert isinstance(changed.earlier, Earlier)
    assert (changed.earlier.taken, changed.earlier.lost) == (6, 0)
