"""Changes kept beside a catalogue: what was written down is there again, whatever happened to the file meanwhile."""

from __future__ import annotations

import errno
import json
import logging
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import orjson
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkj_desktop.catalog.edits import Change, Draft, History
from hkj_desktop.catalog.table import Catalog
from hkj_desktop.errors import FileNotSaved
from hkj_desktop.files import drafts
from hkj_desktop.files.draft_lines import SOME_CELLS
from hkj_desktop.files.drafts import DO, ENDING, KEPT_DAYS, REDO, UNDO, DraftFile, Step, open_draft, prune
from tests.helpers.catalogues import catalog, modest

HEADERS = ("sku", "title_en", "title_ar", "price_jod")
ROWS = [[f"A-{n}", f"Honey {n}", f"عسل {n}", "1.250"] for n in range(6)]
SOURCE = Path("/shop/قائمة.csv")
NOW = 1_800_000_000.0


def made(rows: Sequence[Sequence[str | None]] = ROWS) -> Catalog:
    return catalog(HEADERS, rows)


def reopened(folder: Path, rows: Sequence[Sequence[str | None]] = ROWS) -> DraftFile:
    return open_draft(folder, SOURCE, made(rows))


def cells(*wanted: tuple[str, int, str | None]) -> pl.DataFrame:
    return pl.DataFrame(list(wanted), schema={"key": pl.String, "at": pl.UInt32, "after": pl.String}, orient="row")


def do(file: DraftFile, *wanted: tuple[str, int, str | None], out: Sequence[int] = (), **params: str) -> None:
    """Make a step and write it down."""
    left_out = pl.Series("at", list(out), dtype=pl.UInt32)
    change = file.history.draft.change("typed", cells(*wanted), left_out=left_out, params=params)
    file.history.do(change)
    file.add([Step(DO, change)])


def undo(file: DraftFile) -> None:
    assert file.history.undo() is not None
    file.add([Step(UNDO)])


def redo(file: DraftFile) -> None:
    assert file.history.redo() is not None
    file.add([Step(REDO)])


def told(change: Change) -> tuple[Any, ...]:
    plain = change.plain()
    return plain["name"], plain["params"], plain["cells"], plain["out"], plain["in"]


def same(one: History, other: History) -> None:
    """Both stand at the same catalogue, and have the same steps before and behind them."""
    assert one.draft.catalog.cells.equals(other.draft.catalog.cells)
    assert one.draft.catalog.rows.equals(other.draft.catalog.rows)
    assert [column.key for column in one.draft.catalog.columns] == [c.key for c in other.draft.catalog.columns]
    assert [told(change) for change in one.past] == [told(change) for change in other.past]
    assert [told(change) for change in one.future] == [told(change) for change in other.future]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# -- written and read again ------------------------------------------------------------------------


def test_what_was_done_is_there_again(tmp_path: Path) -> None:
    """Cells, a column that the file lacks, rows left out, what was undone and redone, in Arabic and with line ends."""
    file = reopened(tmp_path)
    do(file, ("c1", 0, "عسل سدر\nملكي"), ("c2", 0, 'ab"c\r\n\t\u2028'), why="\u200f٣\n")
    do(file, ("new:brand", 2, "رمال"), ("c3", 2, None))
    do(file, out=[3, 5])
    do(file, ("c0", 4, "Z"))
    undo(file)
    undo(file)
    redo(file)
    again = reopened(tmp_path)
    same(again.history, file.history)
    assert (len(again.history.past), len(again.history.future)) == (3, 1)
    assert again.history.draft.text("new:brand", 2) == "رمال"
    assert len(again.history.draft.catalog) == 4


def test_opening_alone_writes_nothing(tmp_path: Path) -> None:
    """A catalogue that nobody changed leaves no file."""
    assert reopened(tmp_path / "none").history.past == []
    assert not (tmp_path / "none").exists()


def test_a_new_step_forgets_what_was_undone(tmp_path: Path) -> None:
    """After an undo and another step there is nothing to redo, here and after the next start."""
    file = reopened(tmp_path)
    do(file, ("c0", 0, "X"))
    undo(file)
    do(file, ("c0", 1, "Y"))
    again = reopened(tmp_path)
    assert again.history.future == []
    same(again.history, file.history)


TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CELL = st.tuples(st.sampled_from(["c0", "c2", "new:brand", "new:x"]), st.integers(0, 5), TEXTS)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just(DO), st.lists(CELL, min_size=1, max_size=3), st.lists(st.integers(0, 5), max_size=1)),
        st.just((UNDO,)),
        st.just((REDO,)),
    ),
    max_size=10,
)


@given(STEPS)
@modest(40)
def test_any_steps_are_replayed(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Any, ...]]) -> None:
    """Whatever was done, undone and redone, with any texts, the next start has the same history."""
    folder = tmp_path_factory.mktemp("drafts")
    file = reopened(folder)
    for step in steps:
        if step[0] == DO:
            do(file, *step[1], out=step[2])
        elif step[0] == UNDO and file.history.past:
            undo(file)
        elif step[0] == REDO and file.history.future:
            redo(file)
    same(reopened(folder).history, file.history)


# -- cut off by a crash ----------------------------------------------------------------------------


def three_steps(folder: Path) -> tuple[Path, list[History]]:
    """A file of three steps, and the history as it was after each, from none."""
    file = reopened(folder)
    histories = [_copy(file.history)]
    for wanted in (("c0", 0, "واحد"), ("new:brand", 1, "a\nb"), ("c3", 2, None)):
        do(file, wanted)
        histories.append(_copy(file.history))
    return file.path, histories


def _copy(history: History) -> History:
    return History(history.draft, list(history.past), list(history.future))


def test_a_last_line_that_is_cut_off_loses_that_step_alone(tmp_path: Path) -> None:
    """Wherever in the last line the power went, the steps before it are there, and the next one follows them."""
    path, histories = three_steps(tmp_path)
    whole = path.read_bytes()
    begin = whole[:-1].rindex(b"\n") + 1
    for length in range(begin, len(whole)):
        path.write_bytes(whole[:length])
        again = reopened(tmp_path)
        same(again.history, histories[2])
        assert path.read_bytes() == whole[:begin]
        do(again, ("c1", 5, "next"))
        same(reopened(tmp_path).history, again.history)
    assert files(tmp_path) == [path.name]


def test_a_file_that_is_cut_anywhere_keeps_what_stands_before(tmp_path: Path) -> None:
    """Cut in any line, the first one too, what was whole before is kept and further steps are written cleanly."""
    path, histories = three_steps(tmp_path)
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    ends = [sum(map(len, lines[:count])) for count in range(1, len(lines) + 1)]
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        again = reopened(tmp_path)
        same(again.history, histories[max(sum(length >= end for end in ends) - 1, 0)])
        do(again, ("c1", 5, "next"))
        same(reopened(tmp_path).history, again.history)


def test_cut_off_bytes_that_cannot_be_removed_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]
) -> None:
    """Where the file cannot be mended the catalogue opens all the same, with what was whole."""
    path, histories = three_steps(tmp_path)
    with path.open("ab") as stream:
        stream.write(b'{"step"')
    real = Path.open

    def closed(self: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if mode == "r+b":
            raise PermissionError(errno.EACCES, "denied")
        return real(self, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", closed)
    expected_log("could not be mended")
    same(reopened(tmp_path).history, histories[3])


# -- a step of many cells --------------------------------------------------------------------------

MANY = [[f"A-{n}", f"Honey {n}", f"عسل {n}", "1.250"] for n in range(2 * SOME_CELLS + 3)]


def many_cells(folder: Path) -> DraftFile:
    """A small step, one of more cells than a line holds, and a small one."""
    file = reopened(folder, MANY)
    do(file, ("c0", 0, "X"))
    do(file, *((key, at, f"جديد {at}") for key in ("c1", "new:brand") for at in range(len(MANY))), out=[5], why="many")
    do(file, ("c0", 1, "Y"))
    return file


def test_a_step_of_many_cells_is_written_in_small_lines(tmp_path: Path) -> None:
    """No line holds more cells than a few milliseconds are enough for, and read again it is one step as it was."""
    file = many_cells(tmp_path)
    lines = [orjson.loads(line) for line in file.path.read_bytes().splitlines()]
    cells = [one.get("change", one).get("cells", []) for one in lines]
    counts = [sum(len(at) for _, at, _, _ in columns) for columns in cells]
    assert (max(counts), sum(counts)) == (SOME_CELLS, 2 * len(MANY) + 2)
    again = reopened(tmp_path, MANY)
    same(again.history, file.history)
    assert again.history.undo() is not None
    assert again.history.undo() is not None
    assert again.history.draft.differences().select("key", "at", "after").rows() == [("c0", 0, "X")]


def test_a_step_of_many_cells_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """Wherever among its lines a crash came, the steps before it are there alone, and the next one follows them."""
    path = many_cells(tmp_path).path
    lines = path.read_bytes().splitlines(keepends=True)
    for count in range(3, len(lines) - 1):
        path.write_bytes(b"".join(lines[:count]) + lines[count][: len(lines[count]) // 2])
        again = reopened(tmp_path, MANY)
        assert [change.count for change in again.history.past] == [1]
        assert path.read_bytes() == b"".join(lines[:2])
    do(again, ("c1", 2, "next"))
    same(reopened(tmp_path, MANY).history, again.history)


def test_a_step_that_lacks_one_of_its_lines_is_refused(tmp_path: Path) -> None:
    """A line lost in the middle makes no smaller step."""
    path = many_cells(tmp_path).path
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:3], *lines[4:]]))
    assert [change.count for change in reopened(tmp_path, MANY).history.past] == [1]


@pytest.mark.parametrize("at", range(1, 6))
def test_a_disk_that_refuses_among_the_lines_of_a_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """What of the step was written already is taken out again, and tried again it is there once."""
    file = reopened(tmp_path, MANY)
    do(file, ("c0", 0, "X"))
    before, write = file.path.read_bytes(), drafts._write
    wanted = cells(*(("c1", n, "new") for n in range(len(MANY))), *(("c2", n, "new") for n in range(len(MANY))))
    change = file.history.draft.change("replaced", wanted)
    file.history.do(change)
    written: list[int] = []

    def full(stream: Any, content: bytes) -> None:
        written.append(len(content))
        if len(written) == at:
            stream.write(content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(stream, content)

    with monkeypatch.context() as patch:
        patch.setattr(drafts, "_write", full)
        with pytest.raises(FileNotSaved):
            file.add([Step(DO, change)])
    assert file.path.read_bytes() == before
    file.add([Step(DO, change)])
    same(reopened(tmp_path, MANY).history, file.history)


# -- not ours, or damaged --------------------------------------------------------------------------


def _line(data: object) -> bytes:
    return orjson.dumps(data) + b"\n"


HEAD = {"version": 1, "name": "x.csv", "fingerprint": "0" * 64}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"\x00" * 5000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "كلام\n".encode("utf-16"),
        b"[" * 100_000 + b"\n",
        _line([]),
        _line("version"),
        _line(None),
        _line({}),
        _line(HEAD),
        _line({**HEAD, "version": 2}),
        _line({**HEAD, "version": None}),
    ],
    ids=[
        "empty",
        "line",
        "zeros",
        "picture",
        "utf-16",
        "deep",
        "list",
        "text",
        "null",
        "object",
        "other",
        "newer",
        "?",
    ],
)
def test_what_is_not_understood_is_set_aside(tmp_path: Path, content: bytes) -> None:
    """Garbage, another catalogue's changes or those of a newer version: kept under another name, and a new file is
    begun."""
    path = reopened(tmp_path).path
    path.write_bytes(content)
    again = reopened(tmp_path)
    assert again.history.past == []
    assert files(tmp_path) == [f"{path.name}.aside"]
    assert (tmp_path / f"{path.name}.aside").read_bytes() == content
    do(again, ("c0", 0, "X"))
    same(reopened(tmp_path).history, again.history)


def test_a_newer_version_of_this_catalogue_is_set_aside(tmp_path: Path) -> None:
    """The right fingerprint does not make steps of a newer version understood."""
    path, _ = three_steps(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(_line({**json.loads(lines[0]), "version": 2}) + b"".join(lines[1:]))
    assert reopened(tmp_path).history.past == []
    assert files(tmp_path) == [f"{path.name}.aside"]


def change_of(at: object = (0,), key: object = "c0", **changed: object) -> dict[str, object]:
    return {"name": "typed", "params": {}, "cells": [[key, at, ["a"], ["b"]]], "out": [], "in": [], **changed}


@pytest.mark.parametrize(
    "entry",
    [
        {"step": DO, "change": change_of([6])},
        {"step": DO, "change": change_of([-1])},
        {"step": DO, "change": change_of([2**40])},
        {"step": DO, "change": change_of([None])},
        {"step": DO, "change": change_of(["x"])},
        {"step": DO, "change": change_of([0, 1])},
        {"step": DO, "change": change_of(key="c9")},
        {"step": DO, "change": change_of(key="index")},
        {"step": DO, "change": change_of(out=[6])},
        {"step": DO, "change": change_of(out=[None])},
        {"step": DO, "change": change_of(**{"in": [6]})},
        {"step": DO, "change": change_of(params=None)},
        {"step": DO, "change": change_of(cells=5)},
        {"step": DO},
        {"step": "jump"},
        {},
        [],
        5,
        None,
    ],
    ids=str,
)
def test_a_step_that_cannot_be_is_refused(tmp_path: Path, entry: object) -> None:
    """A position outside the catalogue, a column that nothing has, or no step at all ends the history before it."""
    path, histories = three_steps(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole + _line(entry) + _line({"step": UNDO}))
    again = reopened(tmp_path)
    same(again.history, histories[3])
    assert again.history.draft.catalog.cells.height == 6
    assert path.read_bytes() == whole


@given(st.data())
@modest(40)
def test_damage_never_raises(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Whatever bytes of the file are others, it opens with the steps before the damage, or with none."""
    folder = tmp_path_factory.mktemp("drafts")
    path, histories = three_steps(folder)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content))
    again = reopened(folder)
    assert len(again.history.past) <= 3
    assert (
        again.history.draft.catalog.cells.height
        == len(again.history.draft.catalog.rows)
        <= len(histories[0].draft.base)
    )
    do(again, ("c1", 5, "next"))
    same(reopened(folder).history, again.history)


def test_a_file_that_changed_has_changes_of_its_own(tmp_path: Path) -> None:
    """One cell that another program wrote makes another catalogue; the first one's changes come back with its cells."""
    file = reopened(tmp_path)
    do(file, ("c0", 0, "X"))
    other = [list(row) for row in ROWS]
    other[5][3] = "1.251"
    changed = reopened(tmp_path, other)
    assert changed.history.past == []
    do(changed, ("c0", 0, "Y"))
    same(reopened(tmp_path).history, file.history)
    same(reopened(tmp_path, other).history, changed.history)


def test_the_same_cells_at_another_place_have_changes_of_their_own(tmp_path: Path) -> None:
    """A copy of the file in another folder is another file."""
    file = reopened(tmp_path)
    do(file, ("c0", 0, "X"))
    assert open_draft(tmp_path, Path("/elsewhere") / SOURCE.name, made()).history.past == []


# -- a disk that does not take it ------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights of POSIX, which bind all but root")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    """It is told, and the step stays in memory."""
    file = reopened(tmp_path / "drafts")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts").chmod(0o500)
    try:
        with pytest.raises(FileNotSaved) as caught:
            do(file, ("c0", 0, "X"))
    finally:
        (tmp_path / "drafts").chmod(0o700)
    assert caught.value.params["reason"] == "denied"
    assert file.history.draft.text("c0", 0) == "X"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """It is told, the step stays in memory, and is written as soon as it can be."""
    (tmp_path / "drafts").write_bytes(b"a file in its place")
    file = DraftFile(tmp_path / "drafts" / f"a{ENDING}", dict(HEAD), History(Draft(made())))
    with pytest.raises(FileNotSaved):
        do(file, ("c0", 0, "X"))
    assert file.history.draft.text("c0", 0) == "X"
    assert len(file.history.past) == 1
    (tmp_path / "drafts").unlink()
    file.add([Step(DO, file.history.past[0])])
    assert file.path.read_bytes().count(b"\n") == 2


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("begun", [True, False], ids=["further", "first"])
def test_a_step_that_was_written_by_half_is_no_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, begun: bool
) -> None:
    """Where the disk refuses in the middle nothing of the step stays in the file, and tried again it is there once."""
    file = reopened(tmp_path)
    if begun:
        do(file, ("c0", 0, "X"))
    before = file.path.read_bytes() if begun else b""

    def half(stream: Any, content: bytes) -> None:
        stream.write(content[: len(content) // 2])
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(drafts, "_write", half)
        with pytest.raises(FileNotSaved) as caught:
            do(file, ("c0", 1, "Y"))
    assert caught.value.params["reason"] == {errno.ENOSPC: "full", errno.EACCES: "denied"}.get(code, "other")
    assert file.path.read_bytes() == before
    file.add([Step(DO, file.history.past[-1])])
    same(reopened(tmp_path).history, file.history)


def test_a_step_that_is_not_safe_on_the_disk_is_no_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk does not promise to keep it, it counts as not written, and is there once when tried again."""
    file = reopened(tmp_path)
    do(file, ("c0", 0, "X"))

    def broken(_number: int) -> None:
        raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        with pytest.raises(FileNotSaved):
            do(file, ("c0", 1, "Y"))
    file.add([Step(DO, file.history.past[-1])])
    same(reopened(tmp_path).history, file.history)


def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]
) -> None:
    """The catalogue opens as it was read, the changes stay where they are, and the log has the reason."""
    path, _ = three_steps(tmp_path)
    whole = path.read_bytes()

    def closed(_self: Path) -> bytes:
        raise PermissionError(errno.EACCES, "denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", closed)
        expected_log("cannot be read")
        assert reopened(tmp_path).history.past == []
    assert path.read_bytes() == whole


# -- several, and old ones -------------------------------------------------------------------------


def test_two_readings_of_one_catalogue_lose_no_step(tmp_path: Path) -> None:
    """Steps of both are in the file in the order in which they were made, whichever began it."""
    one, two = reopened(tmp_path), reopened(tmp_path)
    do(one, ("c0", 0, "one"))
    do(two, ("c0", 1, "two"))
    do(one, ("c0", 2, "three"))
    again = reopened(tmp_path)
    assert [told(change)[2][0][3] for change in again.history.past] == [["one"], ["two"], ["three"]]
    assert again.history.draft.catalog.cells["c0"].to_list()[:3] == ["one", "two", "three"]


def test_what_is_being_written_is_not_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same catalogue opened while a step is half on the disk waits for the rest, and then has it."""
    file = reopened(tmp_path)
    do(file, ("c0", 0, "X"))
    real = drafts._write
    found: list[DraftFile] = []
    other = threading.Thread(target=lambda: found.append(reopened(tmp_path)))

    def slowly(stream: Any, content: bytes) -> None:
        half = len(content) // 2
        real(stream, content[:half])
        other.start()
        other.join(0.1)  # it would have read and cut the file by now
        assert not found
        real(stream, content[half:])

    with monkeypatch.context() as patch:
        patch.setattr(drafts, "_write", slowly)
        do(file, ("c1", 1, "Y"))
    other.join(30)
    same(found[0].history, file.history)
    same(reopened(tmp_path).history, file.history)


def test_changes_that_are_not_wanted_are_gone(tmp_path: Path) -> None:
    """After forgetting there is no file, forgetting again does no harm, and a new step begins a new one."""
    file = reopened(tmp_path)
    do(file, ("c0", 0, "X"))
    file.forget()
    file.forget()
    assert files(tmp_path) == []
    do(file, ("c0", 1, "Y"))
    assert len(reopened(tmp_path).history.past) == 1


def test_old_changes_are_forgotten(tmp_path: Path) -> None:
    """What nobody touched for long goes, also what was set aside; newer ones and other files stay."""
    ages = {f"old{ENDING}": KEPT_DAYS + 1, f"old{ENDING}.aside": KEPT_DAYS + 1, f"new{ENDING}": KEPT_DAYS - 1,
            "other.txt": KEPT_DAYS + 1}  # fmt: skip
    for name, days in ages.items():
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (NOW - days * 86_400,) * 2)
    prune(tmp_path, NOW)
    assert files(tmp_path) == [f"new{ENDING}", "other.txt"]
    prune(tmp_path / "not there", NOW)


def test_what_is_opened_again_is_not_forgotten(tmp_path: Path) -> None:
    """Opening counts as touching, by the clock that is handed in and by the disk's own; what was changed in another
    file at this place is not touched."""
    file = reopened(tmp_path)
    do(file, ("c0", 0, "X"))
    for now in (NOW, None):
        os.utime(file.path, (NOW - (KEPT_DAYS + 1) * 86_400,) * 2)
        reopened(tmp_path, ROWS[1:])
        assert file.path.stat().st_mtime == NOW - (KEPT_DAYS + 1) * 86_400
        open_draft(tmp_path, SOURCE, made(), now=now)
        prune(tmp_path, NOW if now else file.path.stat().st_mtime)
        assert files(tmp_path) == [file.path.name]
    assert file.path.stat().st_mtime != NOW


def test_an_old_file_that_cannot_be_touched_opens_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Its age is no reason not to show what was changed."""
    path, histories = three_steps(tmp_path)

    def denied(*_: Any) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(os, "utime", denied)
    with caplog.at_level(logging.INFO):
        same(reopened(tmp_path).history, histories[3])
    assert "cannot be touched" in caplog.text
    assert path.exists()


def test_an_old_file_that_cannot_be_removed_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is no reason not to start."""
    path = tmp_path / f"old{ENDING}"
    path.write_bytes(b"x")

    def keep(_self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "unlink", keep)
    with caplog.at_level(logging.INFO):
        prune(tmp_path, path.stat().st_mtime + 1000 * 86_400)
    assert path.exists()
    assert "stays" in caplog.text
