"""What every command of the command line needs: exit codes, folders, reading a catalogue."""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hkj_desktop.cli_report import Report
from hkj_desktop.errors import (
    AccessRefused,
    AddressRefused,
    AppError,
    Cancelled,
    ItemsRefused,
    KeyRefused,
    RemoteError,
    ShopDisabled,
    StoresRefused,
    UsageError,
)
from hkj_desktop.system.destinations import destination, first_destination
from hkj_desktop.system.paths import Folders, folders
from hkj_desktop.system.settings import Profile, SettingsStore, practice_profile

if TYPE_CHECKING:  # heavy: imported by the commands that need them
    from hkj_desktop.files.payload import Payload
    from hkj_desktop.uploads.journal import Journal

FINE, PROBLEMS, USAGE, REFUSED, UNREACHABLE, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130


def exit_code(error: AppError) -> int:
    """3 for a refused key, 4 for a shop that is unreachable or failing, 1 for one that refuses what is in the
    catalogue, 130 for Ctrl+C, 2 for all that is ours."""
    if isinstance(error, Cancelled):
        return INTERRUPTED
    if isinstance(error, (KeyRefused, ShopDisabled, AccessRefused)):
        return REFUSED
    if isinstance(error, (ItemsRefused, StoresRefused)):
        return PROBLEMS
    return UNREACHABLE if isinstance(error, RemoteError) and not isinstance(error, AddressRefused) else USAGE


def folders_of(data_dir: Path | None) -> Folders:
    """The program's folders, made where they are missing, with the log open. Raises SettingsError."""
    from hkj_desktop.system.logs import setup_logs

    found = folders(data_dir, os.environ).ensure()
    setup_logs(found)
    return found


def read_and_check(options: argparse.Namespace, report: Report, profile: Profile) -> Payload:
    """The catalogue that the command names, as the system of ``profile`` takes it. Raises FileError and UsageError."""
    from hkj_desktop.catalog.check import check
    from hkj_desktop.catalog.fields import load_fields
    from hkj_desktop.catalog.presets import load_presets, user_presets
    from hkj_desktop.files.item_payload import make_payload
    from hkj_desktop.files.read import read_catalog

    report.file = options.file.name
    if options.problems is not None and options.problems.resolve() == options.file.resolve():
        raise UsageError(what="--problems would overwrite the catalogue itself.")
    catalog = read_catalog(options.file, sheet=options.sheet)
    own, broken = user_presets(folders(options.data_dir, os.environ).presets)
    report.warn(broken)
    checked = check(catalog, load_fields(first_destination().id), presets=(*own, *load_presets()))
    return make_payload(checked, destination(profile.destination), stores=profile.store_ids, language=profile.language)


def profile_of(options: argparse.Namespace) -> Profile:
    """The shop that the command names, or one that is made of its options and kept nowhere. Raises SettingsError and
    UsageError."""
    practice, name = getattr(options, "practice", False), getattr(options, "profile", None)
    if name is not None:
        by_id = getattr(options, "profile_id", "")
        settings = SettingsStore(folders_of(options.data_dir).settings_file).load()
        found = settings.profile(by_id) if by_id else settings.profile_named(name)
        if options.destination not in (None, found.destination):
            raise UsageError(what=f"{found.name} is no shop for --for {options.destination}.")
    else:
        system = destination(options.destination) if options.destination else first_destination()
        address = getattr(options, "base_url", None) or ""
        found = practice_profile(system) if practice else Profile("", address, system.id, address)
    given = {
        "region": options.region or found.region,
        "stores": ",".join(options.store) or found.stores,
        "language": options.language or found.language,
    }
    return replace(found, **given)


def open_journal(where: Folders, report: Report) -> Journal:
    """The record of uploads, with no old bodies beside it."""
    from hkj_desktop.uploads.journal import Journal
    from hkj_desktop.uploads.outbox import prune

    journal = Journal(where.journal_file, time.time).open()
    report.set_aside(journal.set_aside)
    prune(where.outbox, journal, time.time())
    return journal
