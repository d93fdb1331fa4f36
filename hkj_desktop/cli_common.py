"""What every command of the command line needs: exit codes, folders, reading a catalogue."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from hkj_desktop.cli_report import Report
from hkj_desktop.errors import (
    AccessRefused,
    AddressRefused,
    AppError,
    Cancelled,
    KeyRefused,
    RemoteError,
    ShopDisabled,
    UsageError,
)
from hkj_desktop.system.paths import Folders, folders

if TYPE_CHECKING:  # heavy: imported by the commands that need them
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.uploads.journal import Journal

KEY_VARIABLE = "HKJ_API_KEY"
#: Whose fields the shared catalogue has; every other destination makes what it takes of them.
SHARED = "hkj"
FINE, PROBLEMS, USAGE, REFUSED, UNREACHABLE, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130


def exit_code(error: AppError) -> int:
    """3 for a refused key, 4 for a shop that is unreachable or failing, 130 for Ctrl+C, 2 for all that is ours."""
    if isinstance(error, Cancelled):
        return INTERRUPTED
    if isinstance(error, (KeyRefused, ShopDisabled, AccessRefused)):
        return REFUSED
    return UNREACHABLE if isinstance(error, RemoteError) and not isinstance(error, AddressRefused) else USAGE


def folders_of(data_dir: Path | None) -> Folders:
    """The program's folders, made where they are missing, with the log open. Raises SettingsError."""
    from hkj_desktop.system.logs import setup_logs

    found = folders(data_dir, os.environ).ensure()
    setup_logs(found)
    return found


def read_and_check(options: argparse.Namespace, report: Report) -> Checked:
    """The catalogue that the command names. Raises FileError and UsageError."""
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
    checked = check(catalog, load_fields(SHARED), presets=(*own, *load_presets()))
    if options.destination == SHARED:
        return checked
    from hkj_desktop.catalog.item_fields import load_attributes
    from hkj_desktop.catalog.items import make_items

    attributes = load_attributes(options.destination)
    return make_items(checked, attributes, stores=options.store, language=options.language).checked


def open_journal(where: Folders, report: Report) -> Journal:
    """The record of uploads, with no old bodies beside it."""
    from hkj_desktop.uploads.journal import Journal
    from hkj_desktop.uploads.outbox import prune

    journal = Journal(where.journal_file, time.time).open()
    report.set_aside(journal.set_aside)
    prune(where.outbox, journal, time.time())
    return journal
