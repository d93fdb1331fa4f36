"""The command line from inside: which error ends in which code, and how the arguments are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hkj_desktop import cli
from hkj_desktop.cli_common import exit_code
from hkj_desktop.cli_report import Report
from hkj_desktop.errors import (
    AccessRefused,
    AddressRefused,
    AppError,
    Cancelled,
    FileError,
    FileNotSaved,
    FixFileError,
    ItemsRefused,
    JournalError,
    KeyRefused,
    NothingToPutBack,
    PictureError,
    PracticeError,
    RemoteError,
    SettingsError,
    ShopDisabled,
    StoresRefused,
    UploadBusy,
    UploadOpen,
    UsageError,
    VaultError,
)
from hkj_desktop.system.logs import close_logs
from hkj_desktop.ui import texts
from hkj_desktop.uploads.progress import Progress, Stage


def every(kind: type[AppError]) -> list[type[AppError]]:
    return [kind, *(one for child in kind.__subclasses__() for one in every(child))]


REFUSALS = (KeyRefused, ShopDisabled, AccessRefused, AddressRefused, ItemsRefused, StoresRefused)
EXPECTED: list[tuple[int, list[type[AppError]]]] = [
    (130, [Cancelled]),
    (1, [ItemsRefused, StoresRefused]),
    (3, [KeyRefused, ShopDisabled, AccessRefused]),
    (
        2,
        [
            UsageError,
            AddressRefused,
            *every(FileError),
            *every(VaultError),
            JournalError,
            UploadBusy,
            NothingToPutBack,
            UploadOpen,
            SettingsError,
            PracticeError,
            PictureError,
            FixFileError,
        ],
    ),
    (4, [kind for kind in every(RemoteError) if kind not in REFUSALS]),
]


@pytest.mark.parametrize(
    ("code", "kind"),
    [(code, kind) for code, kinds in EXPECTED for kind in kinds],
    ids=lambda v: getattr(v, "__name__", ""),
)
def test_each_error_ends_in_its_promised_code(code: int, kind: type[AppError]) -> None:
    """3 for a refused key, 4 for a shop that is unreachable or failing, 1 for one that refuses what is in the
    catalogue,
    130 for Ctrl+C, 2 for all that is ours."""
    assert exit_code(kind()) == code


def test_every_error_has_a_code_here() -> None:
    """An error that is added later must be put into the table above."""
    known = {kind for _, kinds in EXPECTED for kind in kinds}
    assert set(every(AppError)) - known == {AppError}


@pytest.mark.parametrize("kind", [kind for _, kinds in EXPECTED for kind in kinds])
def test_every_error_has_words_of_its_own(kind: type[AppError]) -> None:
    """No error of ours is told as something that nobody foresaw."""
    assert texts.error_words(kind()) != texts.code_words("unexpected", {})


@pytest.mark.parametrize(
    ("arguments", "command", "data_dir"),
    [
        ([], "window", None),
        (["list.csv"], "window", None),
        (["--practice", "--locale", "ar"], "window", None),
        (["--data-dir", "x", "list.csv"], "window", Path("x")),
        (["--data-dir=x", "check", "list.csv"], "check", Path("x")),
        (["check", "list.csv", "--data-dir", "x"], "check", Path("x")),
        (["history"], "history", None),
    ],
)
def test_the_data_folder_may_stand_anywhere_and_the_window_is_meant_by_default(
    arguments: list[str], command: str, data_dir: Path | None
) -> None:
    """``--data-dir`` before or after the command; what begins with no command opens the window."""
    found, rest = cli._data_dir(arguments)
    assert (found, cli._parser().parse_args(rest).command) == (data_dir, command)


def burst(*_: object) -> int:
    raise RuntimeError("a fault of ours, with ik_live_abcdefgh in it")


def interrupt(*_: object) -> int:
    raise KeyboardInterrupt


def refuse(*_: object) -> int:
    raise KeyRefused(status=401)


@pytest.mark.parametrize(
    ("command", "work", "code", "told"),
    [
        ("history", refuse, 3, "key_refused"),
        ("history", interrupt, 130, "cancelled"),
        ("history", burst, 70, "unexpected"),
        ("send", burst, 70, "unexpected"),
        ("send", interrupt, 130, "cancelled"),
    ],
)
def test_whatever_happens_there_is_one_object_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    expected_log: Callable[[str], None],
    own_home: Path,
    command: str,
    work: Callable[..., int],
    code: int,
    told: str,
) -> None:
    """An expected error, Ctrl+C and a fault of ours each end in a code and one object; the fault is in the log."""
    if work is burst:
        expected_log("unforeseen")
    monkeypatch.setitem(cli._COMMANDS, command, work)
    arguments = ["send", "x.csv", "--practice"] if command == "send" else [command]
    try:
        assert cli.main([*arguments, "--json"]) == code
    finally:
        close_logs()
    out, err = capsys.readouterr()
    assert json.loads(out)["error"]["code"] == told
    assert "Traceback" not in err
    if work is burst:
        log = (own_home / "hkj-data" / "logs" / "hkj-desktop.log").read_text("utf-8")
        assert "RuntimeError: a fault of ours, with [hidden] in it" in log


def test_a_failure_after_the_work_keeps_the_work(capsys: pytest.CaptureFixture[str]) -> None:
    """The object of ``history`` stays, with the error added, when something fails afterwards."""
    report = Report(as_json=True)
    report.history([], [])
    report.failed(FileNotSaved(name="x.csv", reason="full"))
    report.finish()
    report.finish()
    out, _ = capsys.readouterr()
    found = json.loads(out)
    assert (found["uploads"], found["error"]["code"]) == ([], "file_not_saved")


def test_a_shop_that_cannot_be_reached_for_a_moment_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """While the connection is gone one line says so, and the next answer goes on with the numbers."""
    report = Report(as_json=False)
    there = Progress("u1", Stage.IMPORTING, 9, 9, 3, 5, 0, 0)
    for one in (there, replace(there, trouble="connect_failed"), replace(there, trouble="connect_failed"), there):
        report.progress(one)
    assert capsys.readouterr().err.splitlines() == [
        "The shop has worked through 3 of 5 products",
        "No connection to the shop; trying again.",
        "The shop has worked through 3 of 5 products",
    ]


@pytest.mark.parametrize("code", sorted({kind.code for kind in every(RemoteError)}))
def test_a_trouble_is_named_by_its_code_alone(code: str) -> None:
    """No title of a remote error has a gap when nothing but its code is known."""
    title = texts.code_words(code, {}).title
    assert "{" not in title
    assert "—" not in title


def test_without_json_nothing_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """People read standard error alone."""
    report = Report(as_json=False)
    report.history([], [])
    report.failed(KeyRefused())
    report.finish()
    out, err = capsys.readouterr()
    assert out == ""
    assert "No upload has been made" in err


def test_a_profile_and_an_address_do_not_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    """Exactly one shop can be named."""
    assert cli.main(["send", "x.csv", "--profile", "A", "--base-url", "https://b.example/api"]) == 2
    assert "not allowed with" in capsys.readouterr().err
