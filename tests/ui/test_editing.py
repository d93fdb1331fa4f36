"""What the person changes: steps written down in their order, the catalogue checked again after each, nothing lost."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from pytestqt.qtbot import QtBot

from hkj_desktop.catalog import recheck as recheck_module
from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.edits import Draft
from hkj_desktop.catalog.problems import Problem, Problems, Source
from hkj_desktop.catalog.rereading import mapping_for
from hkj_desktop.errors import AppError, FileNotSaved
from hkj_desktop.files import drafts
from hkj_desktop.files.drafts import DraftFile, open_draft
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import PRACTICE_ID, Profile, practice_profile
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.editing import EditController
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.tasks import Owner, Runner, TaskRunner
from tests.helpers.catalogues import catalog, write_csv
from tests.helpers.ui import InlineRunner, wait_until

HEADERS = ("sku", "title_en", "title_ar", "price_jod", "stock_qty")
ROWS = [[f"A-{n}", f"Honey {n}", f"عسل {n}", "dear" if n == 1 else "1.250", "3"] for n in range(8)]
STORES = Profile("p2", "My stores", "haqm", "https://haqm.example", region="me-central-1", stores="S1")
PRICE, ENGLISH = "c3", "c1"


def cells(*wanted: tuple[int, str, str | None]) -> pl.DataFrame:
    return pl.DataFrame(list(wanted), schema={"index": pl.UInt32, "key": pl.String, "after": pl.String}, orient="row")


class Told:
    """What was told, in order."""

    def __init__(self, **signals: Any) -> None:
        self.events: list[tuple[str, Any]] = []
        for name, signal in signals.items():
            signal.connect(lambda *values, name=name: self.events.append((name, values[0] if values else None)))

    def names(self) -> list[str]:
        return [name for name, _ in self.events]


class Disk:
    """Stands before the disk: saving waits while it is closed, and fails with ``refusals`` first. ``most``: how many
    saved at the same time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open = threading.Event()
        self.open.set()
        self.refusals: list[OSError] = []
        self.arrived = threading.Event()
        self.now = self.most = 0
        real = drafts._write

        def write(stream: Any, content: bytes) -> None:
            self.now += 1
            self.most = max(self.most, self.now)
            self.arrived.set()
            try:
                assert self.open.wait(15)
                if self.refusals:
                    raise self.refusals.pop(0)
                real(stream, content)
            finally:
                self.now -= 1

        monkeypatch.setattr(drafts, "_write", write)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    made = Disk(monkeypatch)
    yield made
    made.open.set()


@pytest.fixture
def threads(qapp: Any) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    assert made.shutdown(15) == []


@pytest.fixture
def inline(qapp: Any) -> InlineRunner:
    return InlineRunner()


def draft_at(folder: Path, name: str = "list.csv") -> DraftFile:
    return open_draft(folder, Path(name), catalog(HEADERS, ROWS))


def begun(runner: Runner, folder: Path) -> EditController:
    edits = EditController(runner)
    edits.begin(draft_at(folder))
    return edits


def write(edits: EditController, *wanted: tuple[int, str, str | None], out: Sequence[int] = ()) -> int:
    assert edits.draft is not None
    left_out = pl.Series("index", list(out), dtype=pl.UInt32) if out else None
    return edits.write("typed", cells(*wanted), edits.draft, left_out=left_out)


def as_written(folder: Path, edits: EditController, name: str = "list.csv") -> None:
    """What the next start reads is what stands in memory: the catalogue, and both directions of its history."""
    history = draft_at(folder, name).history
    assert edits._file is not None
    now = edits._file.history
    assert history.draft.catalog.cells.equals(now.draft.catalog.cells)
    assert [change.plain() for change in history.past] == [change.plain() for change in now.past]
    assert [change.plain() for change in history.future] == [change.plain() for change in now.future]


# -- steps alone -----------------------------------------------------------------------------------


def test_a_step_has_a_name_and_two_directions(inline: InlineRunner, tmp_path: Path) -> None:
    """Each is told as it is made, taken back and made again; what undo and redo would do can be asked."""
    edits = begun(inline, tmp_path)
    told = Told(stepped=edits.stepped, kept=edits.kept)
    assert write(edits, (0, PRICE, "9"), (1, PRICE, "8")) == 2
    assert (edits.count, edits.last and edits.last.name, edits.next) == (1, "typed", None)
    edits.undo()
    assert (edits.count, edits.last, edits.next and edits.next.name) == (0, None, "typed")
    edits.redo()
    assert told.names() == ["kept", "stepped"] * 3
    back = told.events[3][1]
    assert back.cells["after"].to_list() == ["1.250", "dear"]
    assert edits.draft is not None
    assert edits.draft.text(PRICE, 1) == "8"


def test_nothing_to_do_is_no_step(inline: InlineRunner, tmp_path: Path) -> None:
    """What the cells hold already, undo with nothing before, redo with nothing behind, and no catalogue at all."""
    edits = begun(inline, tmp_path)
    told = Told(stepped=edits.stepped)
    assert write(edits, (0, PRICE, "1.250")) == 0
    edits.undo()
    edits.redo()
    edits.undo_all()
    edits.begin(None)
    assert edits.write("typed", cells((0, PRICE, "9")), Draft(catalog(HEADERS, ROWS))) == 0
    edits.undo()
    assert (edits.draft, edits.last, edits.next, edits.count) == (None, None, None, 0)
    assert told.events == []
    assert edits.is_kept()
    assert list(tmp_path.iterdir()) == []


def test_rows_are_those_of_the_catalogue_that_was_shown(inline: InlineRunner, tmp_path: Path) -> None:
    """What is meant by a row is what the person saw, though rows before it were left out since."""
    edits = begun(inline, tmp_path)
    shown = edits.draft
    assert shown is not None
    write(edits, out=[0, 1])
    edits.write("typed", cells((5, PRICE, "9")), shown)
    write(edits, (5, PRICE, "7"))
    assert edits.draft is not None
    assert [edits.draft.text(PRICE, at) for at in (5, 7)] == ["9", "7"]
    write(edits, out=[0])
    assert edits.draft.left_out.to_list() == [0, 1, 2]


# -- written down ----------------------------------------------------------------------------------


def test_steps_are_written_in_their_order_while_saving_is_slow(
    qtbot: QtBot, threads: TaskRunner, disk: Disk, tmp_path: Path
) -> None:
    """Steps that are made while others are being saved stand behind them, one task at a time."""
    edits = begun(threads, tmp_path)
    told = Told(kept=edits.kept)
    disk.open.clear()
    for number in range(20):
        write(edits, (number % 8, PRICE, f"{number + 2}"))
        if number % 3 == 0:
            edits.undo()
        if number % 6 == 0:
            edits.redo()
    assert not edits.is_kept()
    disk.open.set()
    wait_until(qtbot, edits.is_kept)
    as_written(tmp_path, edits)
    for number in range(20):  # and while the disk is as fast as it is
        write(edits, (number % 8, ENGLISH, f"Tea {number}"))
    wait_until(qtbot, edits.is_kept)
    as_written(tmp_path, edits)
    assert disk.most == 1
    assert set(told.names()) == {"kept"}


def test_steps_of_several_catalogues_go_where_they_belong(
    qtbot: QtBot, threads: TaskRunner, disk: Disk, tmp_path: Path
) -> None:
    """Another catalogue that is opened while saving is slow gets none of the first one's steps, and takes none."""
    edits = EditController(threads)
    one, two = draft_at(tmp_path, "one.csv"), draft_at(tmp_path, "two.csv")
    disk.open.clear()
    for number, file in enumerate([one, two, one, two, two]):
        edits.begin(file)
        write(edits, (number, PRICE, f"{number + 2}"))
    disk.open.set()
    wait_until(qtbot, edits.is_kept)
    for name, file in (("one.csv", one), ("two.csv", two)):
        edits.begin(file)
        as_written(tmp_path, edits, name)
    assert (len(one.history.past), len(two.history.past)) == (2, 3)


def test_a_save_that_failed_is_told_and_tried_again(inline: InlineRunner, disk: Disk, tmp_path: Path) -> None:
    """The step stays; the next one takes it along."""
    edits = begun(inline, tmp_path)
    told = Told(failed=edits.failed, kept=edits.kept)
    disk.refusals = [OSError(errno.ENOSPC, "full")]
    write(edits, (0, PRICE, "9"))
    ((name, error),) = told.events
    assert (name, type(error), error.params["reason"]) == ("failed", FileNotSaved, "full")
    assert not edits.is_kept()
    assert edits.draft is not None
    assert edits.draft.text(PRICE, 0) == "9"
    write(edits, (1, PRICE, "8"))
    assert told.names() == ["failed", "kept"]
    as_written(tmp_path, edits)


def test_a_step_that_comes_while_a_save_fails_is_the_next_one(
    qtbot: QtBot, threads: TaskRunner, disk: Disk, tmp_path: Path
) -> None:
    """Nobody has to make a third step for the first two to be tried again."""
    edits = begun(threads, tmp_path)
    told = Told(failed=edits.failed)
    disk.refusals = [OSError(errno.EIO, "broken")]
    disk.open.clear()
    write(edits, (0, PRICE, "9"))
    wait_until(qtbot, disk.arrived.is_set)
    write(edits, (1, PRICE, "8"))
    disk.open.set()
    wait_until(qtbot, edits.is_kept)
    assert told.names() == ["failed"]
    as_written(tmp_path, edits)


def test_what_no_task_wrote_is_written_at_the_end(qtbot: QtBot, disk: Disk, tmp_path: Path) -> None:
    """The window is closed right after typing: a save that is under way ends, one that never began is made up for, and
    no step is written twice."""
    runner = TaskRunner(workers=1)
    edits = begun(runner, tmp_path)
    disk.open.clear()
    write(edits, (0, PRICE, "9"))
    wait_until(qtbot, disk.arrived.is_set)
    write(edits, (1, PRICE, "8"))
    runner.begin_shutdown(edits.write_rest)
    write(edits, (2, PRICE, "7"))
    disk.open.set()
    wait_until(qtbot, runner.is_idle)
    assert runner.shutdown(15) == []
    as_written(tmp_path, edits)


def test_a_save_that_is_stopped_before_it_begins_is_made_up_for(qtbot: QtBot, tmp_path: Path) -> None:
    """All threads are at work on something else when the window is closed."""
    runner, busy, going = TaskRunner(workers=1), threading.Event(), threading.Event()

    def work(*_: object) -> bool:
        going.set()
        return busy.wait(15)

    runner.submit(work, owner=Owner("busy"), done=lambda _: None, failed=lambda _: None)
    wait_until(qtbot, going.is_set)
    edits = begun(runner, tmp_path)
    write(edits, (0, PRICE, "9"))
    runner.begin_shutdown(edits.write_rest)
    busy.set()
    wait_until(qtbot, runner.is_idle)
    assert runner.shutdown(15) == []
    as_written(tmp_path, edits)


def test_the_last_steps_cannot_be_written(
    inline: InlineRunner, disk: Disk, tmp_path: Path, expected_log: Callable[[str], None]
) -> None:
    """At the end nobody is there to be told; the log has it."""
    edits = begun(inline, tmp_path)
    disk.refusals = [OSError(errno.ENOSPC, "full")] * 2
    write(edits, (0, PRICE, "9"))
    expected_log("the last changes were not written down")
    edits.write_rest()


def test_a_catalogue_that_is_read_again_has_the_steps_that_are_not_on_the_disk(
    inline: InlineRunner, disk: Disk, tmp_path: Path
) -> None:
    """The disk was full: what is only in memory is not lost by opening the same file again, and is saved with it."""
    edits = begun(inline, tmp_path)
    disk.refusals = [OSError(errno.ENOSPC, "full")]
    write(edits, (0, PRICE, "9"))
    edits.begin(draft_at(tmp_path, "other.csv"))
    disk.refusals = [OSError(errno.ENOSPC, "full")]
    write(edits, (0, PRICE, "5"))
    again = draft_at(tmp_path)
    assert again.history.past == []
    edits.begin(again)
    assert edits.draft is not None
    assert (edits.draft.text(PRICE, 0), edits.count) == ("9", 1)
    assert edits.draft.base is again.history.draft.base
    edits.undo()
    as_written(tmp_path, edits)


# -- the catalogue that is open --------------------------------------------------------------------


def controller(runner: Runner, folder: Path, shops: Sequence[Profile] | None = None) -> CatalogueController:
    used = shops or [practice_profile(first_destination())]
    return CatalogueController(
        runner,
        lambda _only: used,
        lambda _print: {},
        lambda _print, _match: None,
        Path("no-presets"),
        folder / "drafts",
    )


def listed(folder: Path, name: str = "list.csv", rows: Sequence[Sequence[str]] = ROWS) -> Path:
    return write_csv(folder / name, [HEADERS, *rows])


@pytest.fixture
def catalogue(inline: InlineRunner, tmp_path: Path) -> CatalogueController:
    made = controller(inline, tmp_path)
    made.open(listed(tmp_path))
    return made


@pytest.fixture(autouse=True)
def _in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small catalogues are checked in parts here too."""
    monkeypatch.setattr(recheck_module, "FEW", 0)
    monkeypatch.setattr(recheck_module, "MANY", 2)


def file_of(catalogue: CatalogueController) -> Opened:
    assert catalogue.file is not None
    return catalogue.file


def codes(catalogue: CatalogueController) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in file_of(catalogue).checked.problems]


def typed(catalogue: CatalogueController, *wanted: tuple[int, str, str | None], out: Sequence[int] = ()) -> int:
    left_out = pl.Series("index", list(out), dtype=pl.UInt32) if out else None
    return catalogue.edits.write("typed", cells(*wanted), file_of(catalogue).draft, left_out=left_out)


def from_scratch(catalogue: CatalogueController) -> None:
    """What is shown is current, and what checking the catalogue as it stands from the start finds."""
    file = file_of(catalogue)
    assert catalogue.is_current(file)
    draft, before = file.draft, file.shared
    whole = check(draft.catalog, before.fields, mapping=mapping_for(before.mapping, draft.catalog, before.fields))
    _same(file.shared, whole)


def _same(one: Checked, other: Checked) -> None:
    order = ["index", "letter", "code", "field", "other"]
    assert one.catalog.cells.equals(other.catalog.cells)
    assert one.products.rows.equals(other.products.rows)
    assert one.problems.frame.sort(order).equals(other.problems.frame.sort(order))
    assert one.counts == other.counts


def test_a_typed_cell_is_checked_at_once(catalogue: CatalogueController) -> None:
    """The problem of the cell is gone in what is shown next; undo brings it back, redo takes it."""
    told = Told(changed=catalogue.changed, opened=catalogue.opened)
    before = codes(catalogue)
    assert [place for _, place in before] == ["D3"]
    typed(catalogue, (1, PRICE, "2.500"))
    assert codes(catalogue) == []
    assert file_of(catalogue).checked.products.rows["fils"][1] == 2500
    from_scratch(catalogue)
    catalogue.edits.undo()
    assert codes(catalogue) == before
    catalogue.edits.redo()
    assert codes(catalogue) == []
    assert told.names() == ["changed"] * 3


def test_edits_during_a_check_all_arrive(catalogue: CatalogueController, inline: InlineRunner) -> None:
    """Cells, a new column, rows that leave, undo and redo, all made while the first is being checked."""
    inline.held = True
    told = Told(changed=catalogue.changed)
    typed(catalogue, (1, PRICE, "2.500"))
    typed(catalogue, (2, PRICE, "dear"), (3, "c2", None))
    typed(catalogue, (4, "new:brand", "رمال"))
    catalogue.edits.undo()
    catalogue.edits.redo()
    typed(catalogue, out=[0, 5])
    typed(catalogue, (2, "c0", "A-6"))
    inline.release()
    assert catalogue.edits.count == 5
    assert file_of(catalogue).draft is catalogue.edits.draft
    assert len(file_of(catalogue).checked.catalog) == 6
    assert {"D4", "C5"} < {place for _, place in codes(catalogue)}
    from_scratch(catalogue)
    assert len(told.events) == 2  # the first, and all others in one go


def test_a_cell_that_is_written_twice_during_a_check(catalogue: CatalogueController, inline: InlineRunner) -> None:
    """Written, written again and undone to the end: what is shown is the catalogue as it was read."""
    before = codes(catalogue)
    inline.held = True
    typed(catalogue, (1, PRICE, "2.500"))
    inline.release(1)
    typed(catalogue, (1, PRICE, "x"))
    catalogue.edits.undo_all()
    inline.release()
    assert codes(catalogue) == before
    from_scratch(catalogue)


def test_it_is_not_current_until_it_is_checked(catalogue: CatalogueController, inline: InlineRunner) -> None:
    """From the step until its check is shown, and so until the last of several."""
    inline.held = True
    assert catalogue.is_current(file_of(catalogue))
    typed(catalogue, (1, PRICE, "2.500"))
    assert not catalogue.is_current(file_of(catalogue))
    states: list[bool] = []
    catalogue.changed.connect(lambda: states.append(catalogue.is_current(file_of(catalogue))))
    typed(catalogue, (1, PRICE, "2.600"))
    inline.release()
    assert states == [False, True]


def answer(catalogue: CatalogueController, product: int, words: str) -> Problems:
    problem = Problem("server_refused", field="price_jod", other=words, source=Source.SERVER)
    return Problems.of([file_of(catalogue).checked.located(problem, product)])


def said(catalogue: CatalogueController) -> list[tuple[str, str | None]]:
    found = (p for p in file_of(catalogue).checked.problems if p.source is Source.SERVER)
    return [(problem.place, problem.other) for problem in found]


def test_wishes_during_a_check_are_not_lost(inline: InlineRunner, tmp_path: Path) -> None:
    """Another shop's view, columns that are matched, what a shop said: all that is wished for while a change is being
    checked is there at the end, with the change."""
    catalogue = controller(inline, tmp_path, [practice_profile(first_destination()), STORES])
    catalogue.open(listed(tmp_path))
    inline.held = True
    typed(catalogue, (1, PRICE, "2.500"))
    catalogue.look_through(STORES.id)
    catalogue.match(file_of(catalogue).shared.mapping.choose("c4", None))
    catalogue.set_answers(PRACTICE_ID, answer(catalogue, 3, "no"))
    catalogue.set_photos({0: ("a.png",)})
    typed(catalogue, (2, ENGLISH, "Tea"))
    inline.release()
    file = file_of(catalogue)
    assert file.lens == STORES.id
    assert file.shared.mapping.column_of("stock_qty") is None
    assert [one.problems.at(0).other for one in file.answers.values()] == ["no"]
    assert file.photos == {0: ("a.png",)}
    assert file.shared.catalog.cells[ENGLISH][2] == "Tea"
    from_scratch(catalogue)
    catalogue.look_through(PRACTICE_ID)
    inline.release()
    assert said(catalogue) == [("D4", "no")]


def test_the_newest_answer_of_a_shop_stands(
    catalogue: CatalogueController, inline: InlineRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It answers twice while a change is being checked; nothing goes wrong in comparing the two."""
    inline.held = True
    typed(catalogue, (1, PRICE, "2.500"))
    catalogue.set_answers(PRACTICE_ID, answer(catalogue, 3, "no"))
    for _ in range(2):  # the step is saved, its check is shown, and that of the first answer is under way
        assert said(catalogue) == []
        inline.release(1)
    catalogue.set_answers(PRACTICE_ID, answer(catalogue, 4, "never"))
    inline.release()
    assert said(catalogue) == [("D5", "never")]


def test_an_answer_goes_with_its_cell(catalogue: CatalogueController) -> None:
    """What the shop refused is on its cell until that is changed, and is back when the change is undone."""
    catalogue.set_answers(PRACTICE_ID, answer(catalogue, 3, "no"))
    typed(catalogue, (0, PRICE, "9"))
    assert said(catalogue) == [("D4", "no")]
    typed(catalogue, (2, PRICE, "9"))
    assert said(catalogue) == []
    assert file_of(catalogue).mended == {PRACTICE_ID: 1}
    catalogue.edits.undo()
    assert said(catalogue) == [("D4", "no")]


def test_a_check_that_fails_loses_no_other_wish(
    catalogue: CatalogueController, inline: InlineRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told once; what was wished for meanwhile is worked out, and the change with it."""
    told = Told(failed=catalogue.failed, changed=catalogue.changed)
    real = recheck_module.recheck
    errors = [AppError(kind="broken")]

    def failing(*given: Any) -> Checked:
        if errors:
            raise errors.pop()
        return real(*given)

    monkeypatch.setattr(recheck_module, "recheck", failing)
    inline.held = True
    typed(catalogue, (1, PRICE, "2.500"))
    mapping = file_of(catalogue).shared.mapping.choose("c4", None)
    catalogue.match(mapping)
    inline.release()
    assert told.names() == ["failed", "changed"]
    assert file_of(catalogue).shared.mapping.column_of("stock_qty") is None
    from_scratch(catalogue)


def test_a_check_that_fails_is_made_up_for_by_the_next_step(
    catalogue: CatalogueController, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it should have checked is checked with what comes next."""

    def failing(*_: Any) -> Checked:
        raise AppError(kind="broken")

    with monkeypatch.context() as patch:
        patch.setattr(recheck_module, "recheck", failing)
        typed(catalogue, (1, PRICE, "2.500"))
    assert not catalogue.is_current(file_of(catalogue))
    typed(catalogue, (2, ENGLISH, "Tea"))
    assert codes(catalogue) == []
    from_scratch(catalogue)


# -- other files, and the same one again -----------------------------------------------------------


def test_another_file_is_opened_during_a_check(
    catalogue: CatalogueController, inline: InlineRunner, tmp_path: Path
) -> None:
    """What was being checked of the first comes to nothing; the second is shown, and its own changes are checked."""
    inline.held = True
    typed(catalogue, (1, PRICE, "2.500"))
    catalogue.open(listed(tmp_path, "other.csv"))
    # The new file is there before the check of the old one ends.
    load = inline.waiting.pop()
    load()
    assert file_of(catalogue).path.name == "other.csv"
    assert codes(catalogue) != []
    typed(catalogue, (2, PRICE, "x"))
    inline.release()
    assert [place for _, place in codes(catalogue)] == ["D3", "D4"]
    from_scratch(catalogue)
    inline.held = False
    catalogue.open(tmp_path / "list.csv")
    assert codes(catalogue) == []
    assert catalogue.edits.count == 1


def test_a_change_of_the_next_file_outlives_a_check_that_was_stopped(
    catalogue: CatalogueController, inline: InlineRunner, tmp_path: Path
) -> None:
    """The first file was put away while it was being checked; that is stopped, and the second's change is checked."""
    inline.held = True
    typed(catalogue, (1, PRICE, "2.500"))
    catalogue.close()
    catalogue.open(listed(tmp_path, "other.csv"))
    load = inline.waiting.pop()
    load()
    typed(catalogue, (1, PRICE, "3"))
    inline.release()
    assert codes(catalogue) == []
    from_scratch(catalogue)


def test_opening_the_file_again_brings_the_changes_back(inline: InlineRunner, tmp_path: Path) -> None:
    """In another run of the program: the catalogue, what can be undone and redone. The person's file is as it was."""
    path = listed(tmp_path)
    content = path.read_bytes()
    first = controller(inline, tmp_path)
    first.open(path)
    typed(first, (1, PRICE, "2.500"))
    typed(first, (3, "new:brand", "رمال"))
    typed(first, out=[0])
    typed(first, (0, PRICE, "x"))
    first.edits.undo()
    second = controller(inline, tmp_path)
    second.open(path)
    assert (second.edits.count, second.edits.next is not None) == (3, True)
    _same(file_of(first).shared, file_of(second).shared)
    from_scratch(second)
    second.edits.redo()
    assert [place for _, place in codes(second)] == ["D3"]
    second.edits.undo_all()
    assert file_of(second).draft.catalog.cells.equals(file_of(second).draft.base.cells)
    assert path.read_bytes() == content


def test_undoing_all_gives_the_file_as_it_was_read(catalogue: CatalogueController, inline: InlineRunner) -> None:
    """Also while it is being checked; every step can be made again."""
    before = file_of(catalogue)
    inline.held = True
    for number in range(5):
        typed(catalogue, (number, PRICE, f"{number + 2}"), (number, "new:brand", "X"))
    typed(catalogue, out=[1, 2])
    inline.release(3)
    catalogue.edits.undo_all()
    inline.release()
    file = file_of(catalogue)
    assert catalogue.edits.count == 0
    assert file.checked.catalog.cells.equals(before.checked.catalog.cells)
    assert file.checked.catalog.columns == before.checked.catalog.columns
    assert codes(catalogue) == [(p.code, p.place) for p in before.checked.problems]
    assert file.changed == 0
    from_scratch(catalogue)
    for _ in range(6):
        catalogue.edits.redo()
    inline.release()
    assert len(file_of(catalogue).checked.catalog) == 6
    from_scratch(catalogue)


def test_a_step_that_is_made_while_the_same_file_is_read_again(
    catalogue: CatalogueController, inline: InlineRunner, tmp_path: Path
) -> None:
    """The new reading shows it, checked; what was undone is undone there too."""
    typed(catalogue, (1, PRICE, "2.500"))
    before = file_of(catalogue)
    inline.held = True
    catalogue.open(before.path)
    typed(catalogue, (2, PRICE, "x"))
    catalogue.edits.undo()
    catalogue.edits.undo()
    inline.release()
    assert not file_of(catalogue).is_state_of(before)
    assert catalogue.edits.count == 0
    assert [place for _, place in codes(catalogue)] == ["D3"]
    from_scratch(catalogue)
    again = controller(InlineRunner(), tmp_path)
    again.open(before.path)
    assert (again.edits.count, again.edits.next is not None) == (0, True)


def test_the_file_is_opened_again_before_its_changes_are_saved(
    qtbot: QtBot, threads: TaskRunner, disk: Disk, tmp_path: Path
) -> None:
    """With real threads and a slow disk: what is half written is not taken for damage, and later readings have every
    change once."""
    catalogue = controller(threads, tmp_path)
    told = Told(opened=catalogue.opened)
    path = listed(tmp_path)
    catalogue.open(path)
    wait_until(qtbot, lambda: told.events)
    disk.open.clear()
    typed(catalogue, (1, PRICE, "2.500"))
    wait_until(qtbot, disk.arrived.is_set)
    for number in range(5):
        catalogue.open(path)
        typed(catalogue, (number, ENGLISH, "Tea"))
    qtbot.wait(0)
    disk.open.set()
    wait_until(qtbot, lambda: len(told.events) == 2)
    wait_until(qtbot, lambda: catalogue.edits.is_kept() and catalogue.is_current(file_of(catalogue)))
    assert codes(catalogue) == []
    assert catalogue.edits.count == 6
    again = controller(InlineRunner(), tmp_path)
    again.open(path)
    assert (again.edits.count, codes(again)) == (6, [])
    assert [one.suffix for one in (tmp_path / "drafts").iterdir()] == [".jsonl"]


def test_many_steps_on_real_threads(qtbot: QtBot, threads: TaskRunner, tmp_path: Path) -> None:
    """As fast as somebody can type: every step is checked and written down, and the end is what a check from the start
    finds."""
    catalogue = controller(threads, tmp_path)
    path = listed(tmp_path)
    catalogue.open(path)
    wait_until(qtbot, lambda: catalogue.file is not None)
    for number in range(40):
        typed(catalogue, (number % 8, (PRICE, ENGLISH)[number % 2], f"{number}"))
        if number % 7 == 6:
            catalogue.edits.undo()
        qtbot.wait(0)
    wait_until(qtbot, lambda: catalogue.edits.is_kept() and catalogue.is_current(file_of(catalogue)))
    assert catalogue.edits.count == 35
    from_scratch(catalogue)
    again = controller(InlineRunner(), tmp_path)
    again.open(path)
    _same(file_of(again).shared, file_of(catalogue).shared)
