"""``hkj-desktop``: the window's work with no window, and the way to start the window.

Standard output carries what was asked for, and with ``--json`` exactly one JSON object; everything else goes to
standard error. Exit: 0 all fine, 1 finished but some rows have problems, 2 usage or unreadable file, 3 key
refused, 4 server unreachable or failing, 70 a fault of this program, 130 interrupted.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from hkj_desktop import __version__
from hkj_desktop.cli_common import (
    FAULT,
    FINE,
    INTERRUPTED,
    PROBLEMS,
    USAGE,
    exit_code,
    folders_of,
    open_journal,
    profile_of,
    read_and_check,
)
from hkj_desktop.cli_report import Report
from hkj_desktop.errors import AppError, Cancelled, UsageError
from hkj_desktop.system.destinations import destinations, first_destination

log = logging.getLogger(__name__)

COMMANDS = ("window", "check", "send", "resume", "put-back", "history", "practice")


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
        return exit_code(error)
    return code


def _run(arguments: list[str], report: Report) -> int:
    """Every way in which a command can end, as an exit code."""
    data_dir: Path | None = None
    try:
        data_dir, rest = _data_dir(arguments)
        if rest[0] in ("send", "put-back"):
            report.sending(first_destination())
        options = _parser().parse_args(rest)
        options.data_dir = data_dir
        return _COMMANDS[options.command](options, report)
    except AppError as error:
        report.failed(error)
        return exit_code(error)
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
        where = folders_of(data_dir).logs / FILE_NAME
    except AppError as denied:
        report.failed(denied)
        return
    log.error("unforeseen", exc_info=error)
    report.line(f"{type(error).__name__}; the details are in {where}")


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
    where.add_argument("--base-url", metavar="URL", help=f"a shop's address; what opens it is in {_variables()}")
    send.add_argument("--region", metavar="R", help="the region of that address, where the system has regions")
    send.add_argument("--as", dest="format", choices=("json", "csv", "xml"), default="json", help="how to send it")
    send.add_argument("--all-rows", action="store_true", help="send products with problems too")

    send.add_argument("--everything", action="store_true", help="send unchanged products too")
    _way_arguments(send)

    resume = command("resume", "Go on with the uploads that were interrupted.")
    resume.add_argument("upload", nargs="?", metavar="ID", help="this upload alone, however it ended")
    resume.add_argument("--json", action="store_true", help="print one JSON object")

    back = command("put-back", "Send what an upload changed as it was before.")
    back.add_argument("upload", metavar="ID", help="the upload, as history names it")
    back.add_argument("--json", action="store_true", help="print one JSON object")
    _way_arguments(back)

    history = command("history", "List the uploads of this computer.")
    history.add_argument("--json", action="store_true", help="print one JSON object")

    practice = command("practice", "Run the practice shop until Ctrl+C.")
    practice.add_argument("--port", type=int, default=0, help="0 takes a free one")
    practice.add_argument("--pace", type=float, default=None, metavar="N", help="products per second; 0: no pause")
    practice.add_argument("--json", action="store_true", help="announce the address as one line of JSON")
    practice.add_argument("--leash", type=int, default=None, help=argparse.SUPPRESS)
    return parser


def _way_arguments(parser: argparse.ArgumentParser) -> None:
    ways = ("auto", "events", "bulk")
    parser.add_argument("--via", choices=ways, default="auto", help="as events (a few), by bulk import (many)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be sent, and send nothing")


def _variables() -> str:
    """The variables that hold secrets, as ``HKJ_API_KEY (hkj)``."""
    named = ((one.id, [spec.variable for spec in one.secrets if spec.variable]) for one in destinations().values())
    return "; ".join(f"{', '.join(variables)} ({system})" for system, variables in named)


def _catalogue_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--for", dest="destination", choices=tuple(destinations()), help="the system it is for")
    parser.add_argument("--store", action="append", default=[], metavar="S", help="a store (haqm); may be given again")
    parser.add_argument("--language", choices=("ar", "en"), help="language of the names (haqm)")
    parser.set_defaults(region=None)
    parser.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--problems", type=Path, metavar="OUT.csv", help="save the list of problems")


# -- commands ---------------------------------------------------------------------------------------------------------


def _window(options: argparse.Namespace, report: Report) -> int:
    if sys.platform.startswith("linux") and not _has_display():
        report.line(
            "There is no display here, so no window can open. The whole job without one, in one line:\n"
            "  python -m hkj_desktop send resources/samples/minimarket.xlsx --practice"
        )
        return USAGE
    from hkj_desktop.app import run_window

    return run_window(folders_of(options.data_dir), practice=options.practice, locale=options.locale, file=options.file)


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _check(options: argparse.Namespace, report: Report) -> int:
    payload = read_and_check(options, report, profile_of(options))
    checked = payload.checked
    report.checked(payload)
    report.save_problems(options.problems, checked.problems)
    return PROBLEMS if checked.counts.with_error else FINE


def _history(options: argparse.Namespace, report: Report) -> int:
    journal = open_journal(folders_of(options.data_dir), report)
    report.history(journal.uploads(), journal.damaged())
    return FINE


def _practice(options: argparse.Namespace, report: Report) -> int:
    from hkj_desktop.practice.server import serve
    from hkj_desktop.practice.shops import DEFAULT_PACE, SLOWEST_PACE, is_pace

    pace = DEFAULT_PACE if options.pace is None else options.pace
    if not is_pace(pace):
        raise UsageError(what=f"--pace is 0, or products per second from {SLOWEST_PACE} up.")
    serve(
        folders_of(options.data_dir).practice,
        port=options.port,
        pace=pace,
        leash_port=options.leash,
        announce=report.announced,
    )
    return FINE


def _send(options: argparse.Namespace, report: Report) -> int:
    from hkj_desktop.cli_send import send

    return send(options, report)


def _resume(options: argparse.Namespace, report: Report) -> int:
    from hkj_desktop.cli_send import resume

    return resume(options, report)


def _put_back(options: argparse.Namespace, report: Report) -> int:
    from hkj_desktop.cli_send import put_back

    return put_back(options, report)


_COMMANDS = {
    "window": _window,
    "check": _check,
    "send": _send,
    "resume": _resume,
    "put-back": _put_back,
    "history": _history,
    "practice": _practice,
}
