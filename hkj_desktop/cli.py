"""``hkj-desktop``: the window's work with no window, and the way to start the window.

Standard output carries what was asked for, and with ``--json`` exactly one JSON object; everything else goes to
standard error. Exit: 0 all fine, 1 finished but some rows have problems, 2 usage or unreadable file, 3 key
refused, 4 server unreachable or failing, 70 a fault of this program, 130 interrupted.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import secrets
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from hkj_desktop import __version__
from hkj_desktop.cli_report import Report
from hkj_desktop.errors import (
    AddressRefused,
    AppError,
    Cancelled,
    FileError,
    KeyRefused,
    RemoteError,
    ShopDisabled,
    UsageError,
)
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.system.secret import Secret

if TYPE_CHECKING:  # heavy: imported by the commands that need them
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.uploads.entries import Upload
    from hkj_desktop.uploads.journal import Journal

log = logging.getLogger(__name__)

COMMANDS = ("window", "check", "send", "history", "practice")
KEY_VARIABLE = "HKJ_API_KEY"
FINE, PROBLEMS, USAGE, REFUSED, UNREACHABLE, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in a code page must not fail on an Arabic title.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    report = Report(as_json="--json" in given)
    code = _run(given, report)
    try:
        report.finish()
    except AppError as error:
        report.failed(error)
        return _exit_code(error)
    return code


def _run(arguments: list[str], report: Report) -> int:
    """Every way in which a command can end, as an exit code."""
    data_dir: Path | None = None
    try:
        data_dir, rest = _data_dir(arguments)
        if rest[0] == "send":
            report.sending("hkj")
        options = _parser().parse_args(rest)
        options.data_dir = data_dir
        return _COMMANDS[options.command](options, report)
    except AppError as error:
        report.failed(error)
        return _exit_code(error)
    except KeyboardInterrupt:
        report.failed(Cancelled())
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a fault of ours: people get words, and the log gets the traceback
        _note(error, data_dir, report)
        return FAULT


def _note(error: Exception, data_dir: Path | None, report: Report) -> None:
    from hkj_desktop.system.logs import FILE_NAME

    report.failed(AppError())
    try:
        where = _folders(data_dir).logs / FILE_NAME
    except AppError as denied:
        report.failed(denied)
        return
    log.error("unforeseen", exc_info=error)
    report.line(f"{type(error).__name__}; the details are in {where}")


def _exit_code(error: AppError) -> int:
    if isinstance(error, Cancelled):
        return INTERRUPTED
    if isinstance(error, (KeyRefused, ShopDisabled)):
        return REFUSED
    return UNREACHABLE if isinstance(error, RemoteError) and not isinstance(error, AddressRefused) else USAGE


class _Parser(argparse.ArgumentParser):
    """Tells what is wrong as our own error, so that ``--json`` gets its object for that too."""

    def error(self, message: str) -> NoReturn:
        from hkj_desktop.system.logs import redact

        self.print_usage(sys.stderr)
        raise UsageError(what=redact(message[:1].upper() + message[1:] + "."))


def _common() -> _Parser:
    common = _Parser(prog="hkj-desktop", add_help=False, allow_abbrev=False)
    common.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep every file of this program in DIR (or set HKJ_DESKTOP_HOME)",
    )
    return common


def _data_dir(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """``--data-dir`` may stand before or after the command; without a command, the window is meant."""
    given, rest = _common().parse_known_args(arguments)
    if not rest or (rest[0] not in COMMANDS and rest[0] not in ("-h", "--help", "--version")):
        rest = ["window", *rest]
    return given.data_dir, rest


def _parser() -> argparse.ArgumentParser:
    common = _common()
    parser = _Parser(
        prog="hkj-desktop",
        description="Check a shop's catalogue and send it to the shop.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, help_: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help_, description=help_, parents=[common], allow_abbrev=False)

    window = command("window", "Open the window (this is what happens when no command is named).")
    window.add_argument("--practice", action="store_true", help="start with the practice shop chosen")
    window.add_argument("--locale", choices=("ar", "en"), help="language of the window")
    window.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a catalogue to open")

    check = command("check", "Check a catalogue and list its problems.")
    _catalogue_arguments(check)

    send = command("send", "Check a catalogue, send what is ready, and say what became of every product.")
    _catalogue_arguments(send)
    where = send.add_mutually_exclusive_group(required=True)
    where.add_argument("--profile", metavar="NAME", help="a shop of the window's Shop page")
    where.add_argument("--practice", action="store_true", help="the practice shop, on this computer")
    where.add_argument(
        "--base-url", metavar="URL", help=f"a shop's address, ending in /api; the key is in {KEY_VARIABLE}"
    )
    send.add_argument("--as", dest="format", choices=("json", "csv", "xml"), default="json", help="how to send it")
    send.add_argument("--all-rows", action="store_true", help="send products with problems too")

    history = command("history", "List the uploads of this computer.")
    history.add_argument("--json", action="store_true", help="print one JSON object")

    practice = command("practice", "Run the practice shop until Ctrl+C.")
    practice.add_argument("--port", type=int, default=0, help="0 takes a free one")
    practice.add_argument("--pace", type=float, default=None, metavar="N", help="products per second; 0: no pause")
    practice.add_argument("--json", action="store_true", help="announce the address as one line of JSON")
    practice.add_argument("--leash", type=int, default=None, help=argparse.SUPPRESS)
    return parser


def _catalogue_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--for", dest="destination", choices=("hkj",), default="hkj", help="the system it is for")
    parser.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--problems", type=Path, metavar="OUT.csv", help="save the list of problems")


def _folders(data_dir: Path | None) -> Folders:
    from hkj_desktop.system.logs import setup_logs

    found = folders(data_dir, os.environ).ensure()
    setup_logs(found)
    return found


# -- commands ---------------------------------------------------------------------------------------------------------


def _window(options: argparse.Namespace, report: Report) -> int:
    if sys.platform.startswith("linux") and not _has_display():
        report.line(
            "There is no display here, so no window can open. The whole job without one, in one line:\n"
            "  python -m hkj_desktop send resources/samples/minimarket.xlsx --practice"
        )
        return USAGE
    from hkj_desktop.app import run_window

    return run_window(_folders(options.data_dir), practice=options.practice, locale=options.locale, file=options.file)


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _check(options: argparse.Namespace, report: Report) -> int:
    checked = _read_and_check(options, report)
    report.checked(checked)
    report.save_problems(options.problems, checked.problems)
    return PROBLEMS if checked.counts.with_error else FINE


def _read_and_check(options: argparse.Namespace, report: Report) -> Checked:
    from hkj_desktop.catalog.check import check
    from hkj_desktop.catalog.fields import load_fields
    from hkj_desktop.catalog.presets import load_presets, user_presets
    from hkj_desktop.files.read import read_catalog

    report.file = options.file.name
    if options.problems is not None and options.problems.resolve() == options.file.resolve():
        raise UsageError(what="--problems would overwrite the catalogue itself.")
    catalog = read_catalog(options.file, sheet=options.sheet)
    own, broken = user_presets(folders(options.data_dir, os.environ).presets)
    report.warn(broken)
    return check(catalog, load_fields(options.destination), presets=(*own, *load_presets()))


@dataclass(frozen=True)
class _Destination:
    """Where to send and with which key; the key is in no other place."""

    profile_id: str
    name: str
    base_url: str
    key: Secret


def _send(options: argparse.Namespace, report: Report) -> int:
    checked = _read_and_check(options, report)
    with _interrupted_politely(report) as cancel, _destination(options) as shop:
        upload, problems = _upload(options, checked, shop, cancel, report)
    report.save_problems(options.problems, problems)
    return _outcome_code(report, upload)


def _upload(
    options: argparse.Namespace, checked: Checked, to: _Destination, cancel: CancelToken, report: Report
) -> tuple[Upload | None, Problems]:
    """Plan, send and settle; returns the upload (None where nothing was ready) and the problems of file and shop."""
    from hkj_desktop.uploads.connect import Connector
    from hkj_desktop.uploads.entries import Target
    from hkj_desktop.uploads.outcome import Fate, placed
    from hkj_desktop.uploads.plan import ready_plan, write_plan
    from hkj_desktop.uploads.send import Sender

    where = _folders(options.data_dir)
    target = Target(options.destination, to.profile_id, to.name, to.base_url)
    plan = ready_plan(checked, target, options.file.absolute(), all_rows=options.all_rows, format_=options.format)
    if not plan.chosen.len():
        report.sent(checked, None, [], checked.problems)
        return None, checked.problems
    journal = _journal(where, report)
    connector = Connector(time.time, random.random)
    try:
        shop = connector.shop(to.base_url, to.key, cancel)
        upload_id = secrets.token_hex(8)
        write_plan(plan, journal, where.outbox, upload_id=upload_id, now=time.time(), cancel=cancel)
        report.begun(upload_id, checked.counts.total, plan.chosen.len())
        sender = Sender(shop, journal, where.outbox, clock=time.time)
        upload = sender.run(upload_id, cancel, report.progress)
        if (
            upload.outcome == "unknown"
            and upload.error_code is None
            and any(one.can_be_divided for one in journal.batches(upload_id))
        ):
            # The shop has finished without a word about some products: once more, in parts that it can tell of whole.
            report.again(upload.unknown)
            upload = sender.resend(upload_id, cancel, report.progress)
    finally:
        connector.close()
    rejected = [(item.product, item.message or "") for item in journal.items(upload_id, Fate.REJECTED)]
    problems = checked.with_answers(placed(rejected, checked)).problems
    report.sent(checked, upload, journal.batches(upload_id), problems)
    return upload, problems


@contextmanager
def _destination(options: argparse.Namespace) -> Iterator[_Destination]:
    """The shop that was asked for; the practice shop runs as long as it is needed."""
    if options.practice:
        from hkj_desktop.practice.launch import start_practice

        with start_practice(_folders(options.data_dir).data) as shop:
            yield _Destination("practice", "Practice shop", shop.base_url, shop.api_key)
    elif options.base_url:
        key = os.environ.get(KEY_VARIABLE, "").strip()
        if not key:
            raise UsageError(what=f"With --base-url the key comes from the variable {KEY_VARIABLE}, which is not set.")
        from hkj_desktop.system.logs import hide

        yield _Destination("", options.base_url, options.base_url, hide(Secret(key)))
    else:
        from hkj_desktop.system.settings import SettingsStore
        from hkj_desktop.system.vault import API_KEY, OsVault

        profile = SettingsStore(_folders(options.data_dir).settings_file).load().profile_named(options.profile)
        key_ = OsVault().get(profile.id, API_KEY)
        yield _Destination(profile.id, profile.name, profile.base_url, key_)


@contextmanager
def _interrupted_politely(report: Report) -> Iterator[CancelToken]:
    """The first Ctrl+C asks the work to stop in good order; the second one stops it at once."""
    cancel = CancelToken()
    before = signal.getsignal(signal.SIGINT)

    def stop(_number: int, _frame: object) -> None:
        if cancel.cancelled:
            raise KeyboardInterrupt
        cancel.cancel()
        report.stopping()

    with suppress(ValueError):  # not the main thread: then nobody can press Ctrl+C at us either
        signal.signal(signal.SIGINT, stop)
    try:
        yield cancel
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGINT, before)


def _outcome_code(report: Report, upload: Upload | None) -> int:
    if upload is None:
        return PROBLEMS
    if upload.outcome == "cancelled":
        return INTERRUPTED
    if upload.error_code:
        kind = next((one for one in _every(RemoteError) if one.code == upload.error_code), FileError)
        return _exit_code(kind())
    if upload.outcome == "failed":
        return UNREACHABLE if report.failed_in_shop == "system" else PROBLEMS
    if report.unfinished:
        return UNREACHABLE
    return PROBLEMS if upload.rejected or upload.unknown or upload.left_out or report.errors else FINE


def _every(kind: type[AppError]) -> list[type[AppError]]:
    return [kind, *(one for child in kind.__subclasses__() for one in _every(child))]


def _journal(where: Folders, report: Report) -> Journal:
    """The record of uploads, with no old bodies beside it."""
    from hkj_desktop.uploads.journal import Journal
    from hkj_desktop.uploads.outbox import prune

    journal = Journal(where.journal_file, time.time).open()
    report.set_aside(journal.set_aside)
    prune(where.outbox, journal, time.time())
    return journal


def _history(options: argparse.Namespace, report: Report) -> int:
    journal = _journal(_folders(options.data_dir), report)
    report.history(journal.uploads(), journal.damaged())
    return FINE


def _practice(options: argparse.Namespace, report: Report) -> int:
    from hkj_desktop.practice.server import serve
    from hkj_desktop.practice.shops import DEFAULT_PACE, SLOWEST_PACE, is_pace

    pace = DEFAULT_PACE if options.pace is None else options.pace
    if not is_pace(pace):
        raise UsageError(what=f"--pace is 0, or products per second from {SLOWEST_PACE} up.")
    serve(
        _folders(options.data_dir).practice,
        port=options.port,
        pace=pace,
        leash_port=options.leash,
        announce=report.announced,
    )
    return FINE


_COMMANDS = {"window": _window, "check": _check, "send": _send, "history": _history, "practice": _practice}
