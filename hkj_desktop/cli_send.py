"""The commands that talk to a shop: send, resume, put-back."""

from __future__ import annotations

import argparse
import os
import random
import secrets
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from hkj_desktop.catalog.check import Checked, check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.catalog.problems import Problems
from hkj_desktop.cli_common import (
    FINE,
    INTERRUPTED,
    KEY_VARIABLE,
    PROBLEMS,
    UNREACHABLE,
    exit_code,
    folders_of,
    open_journal,
    read_and_check,
)
from hkj_desktop.cli_report import Report
from hkj_desktop.errors import AddressRefused, AppError, FileError, RemoteError, UsageError
from hkj_desktop.files.read import read_catalog
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.logs import hide
from hkj_desktop.system.paths import Folders
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import PRACTICE_ID, SettingsStore
from hkj_desktop.system.vault import API_KEY, OsVault
from hkj_desktop.uploads.compare import compare_if_possible
from hkj_desktop.uploads.connect import Connector
from hkj_desktop.uploads.entries import Target, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known
from hkj_desktop.uploads.outbox import interrupted
from hkj_desktop.uploads.outcome import Fate, placed
from hkj_desktop.uploads.plan import Plan, candidates, ready_plan, write_plan
from hkj_desktop.uploads.putback import as_sent, compose
from hkj_desktop.uploads.record import recorded
from hkj_desktop.uploads.send import Sender


@dataclass(frozen=True)
class _Destination:
    """Where to send and with which key; the key is in no other place."""

    profile_id: str
    name: str
    base_url: str
    key: Secret
    account: str = ""

    def target(self, journal: Journal, destination: str) -> Target:
        """``account``: that of the profile; of a shop that is named by its address alone, what its key tells."""
        account = self.account if self.profile_id else journal.account(self.key)
        return Target(destination, self.profile_id, self.name, self.base_url, account)


@dataclass(frozen=True)
class _Job:
    """What every sending command works with."""

    where: Folders
    journal: Journal
    cancel: CancelToken
    report: Report


def send(options: argparse.Namespace, report: Report) -> int:
    """Check the file, send what is new or changed, and say what became of every product."""
    checked = read_and_check(options, report)
    with _interrupted_politely(report) as cancel, _destination(options) as shop:
        where = folders_of(options.data_dir)
        job = _Job(where, open_journal(where, report), cancel, report)
        target = shop.target(job.journal, options.destination)
        plan = _plan(options, job, checked, target, options.file.absolute())
        problems, code = checked.problems, None
        if options.dry_run:
            code = PROBLEMS if plan.left_out else FINE
        else:
            upload, problems = _carry_out(job, plan, shop)
    report.save_problems(options.problems, problems)
    return _outcome_code(report, upload, plan) if code is None else code


def _plan(
    options: argparse.Namespace, job: _Job, checked: Checked, target: Target, path: Path, reverts: str | None = None
) -> Plan:
    """What is to be sent: unless everything was asked for, what is new or changed. Told to the person."""
    chosen = candidates(checked, all_rows=options.all_rows)
    comparison = None
    if not options.everything:
        comparison = compare_if_possible(checked, chosen, Known(job.journal), target.shop, job.cancel)
    plan = ready_plan(
        checked,
        target,
        path,
        all_rows=options.all_rows,
        format_=options.format,
        via=Via(options.via),
        comparison=comparison,
        reverts=reverts,
    )
    job.report.planned(plan, comparison, dry=options.dry_run)
    return plan


def _carry_out(job: _Job, plan: Plan, to: _Destination) -> tuple[Upload | None, Problems]:
    """Send and settle the plan; returns the upload (None where there is nothing to send) and the problems of file and
    shop."""
    checked, report = plan.checked, job.report
    if not plan.chosen.len():
        report.sent(plan, None, [], checked.problems)
        return None, checked.problems
    with _sender(job, to) as sender:
        upload_id = secrets.token_hex(8)
        write_plan(plan, job.journal, job.where.outbox, upload_id=upload_id, now=time.time(), cancel=job.cancel)
        report.begun(upload_id, plan)
        upload = sender.run(upload_id, job.cancel, report.progress)
        report.requests = sender.requests
    rejected = [(item.product, item.message or "") for item in job.journal.items(upload_id, Fate.REJECTED)]
    problems = checked.with_answers(placed(rejected, checked)).problems
    report.sent(plan, upload, job.journal.batches(upload_id), problems)
    return upload, problems


@contextmanager
def _sender(job: _Job, to: _Destination) -> Iterator[Sender]:
    connector = Connector(time.time, random.random)
    try:
        shop = connector.shop(to.base_url, to.key, job.cancel)
        yield Sender(shop, job.journal, job.where.outbox, clock=time.time)
    finally:
        connector.close()


# -- resume -----------------------------------------------------------------------------------------------------------


def resume(options: argparse.Namespace, report: Report) -> int:
    """Go on with what was interrupted: ask first, then send what is left and what nobody knows."""
    where = folders_of(options.data_dir)
    with _interrupted_politely(report) as cancel:
        job = _Job(where, open_journal(where, report), cancel, report)
        found = [job.journal.upload(options.upload)] if options.upload else interrupted(job.journal, where.outbox)
        codes = [_resume_one(options, job, upload) for upload in reversed(found) if not cancel.cancelled]
        if cancel.cancelled:
            codes.append(INTERRUPTED)
    report.resumed([] if options.upload else [one for one in job.journal.uploads() if one.outcome and not one.settled])
    # The worst of them: Ctrl+C before a failing shop before problems.
    return max(codes, default=FINE)


def _resume_one(options: argparse.Namespace, job: _Job, upload: Upload) -> int:
    job.report.stood(upload)
    try:
        with _destination_of(options, job.journal, upload) as to, _sender(job, to) as sender:
            ended = sender.go_on(upload.id, job.cancel, job.report.progress)
            if job.cancel.cancelled and not ended.settled:
                job.journal.end(upload.id, None)  # Ctrl+C here leaves it for the next resume
                ended = job.journal.upload(upload.id)
            job.report.requests = sender.requests
    except AppError as error:
        job.report.not_resumed(job.journal.upload(upload.id), error)
        return exit_code(error)
    rejected = recorded(job.journal.items(upload.id, Fate.REJECTED), load_fields(upload.target.destination))
    job.report.went_on(ended, job.journal.batches(upload.id), rejected)
    return _outcome_code(job.report, ended, None)


@contextmanager
def _destination_of(options: argparse.Namespace, journal: Journal, upload: Upload) -> Iterator[_Destination]:
    """Where the upload went, with the key from where ``send`` took it. Raises AddressRefused: ``moved`` where
    the shop's
    address is another one by now, ``account`` where the variable holds another shop's key: the numbers of batches would
    tell of somebody else's uploads, and the products go to a shop that they are not for."""
    target = upload.target
    asked = argparse.Namespace(
        data_dir=options.data_dir,
        practice=target.profile_id == PRACTICE_ID,
        base_url="" if target.profile_id else target.base_url,
        profile=target.profile_name,
        profile_id=target.profile_id,
    )
    with _destination(asked) as to:
        if target.moved(to.base_url):
            raise AddressRefused(reason="moved", host=urlsplit(target.base_url).netloc)
        if not target.profile_id and to.target(journal, target.destination).shop != target.shop:
            raise AddressRefused(reason="account", host=urlsplit(target.base_url).netloc)
        yield to


# -- put back ---------------------------------------------------------------------------------------------------------


def put_back(options: argparse.Namespace, report: Report) -> int:
    """Send what an upload changed as it was before, as any other upload."""
    where = folders_of(options.data_dir)
    with _interrupted_politely(report) as cancel:
        job = _Job(where, open_journal(where, report), cancel, report)
        back = compose(job.journal, options.upload, where.put_back)
        report.file = back.path.name
        report.cannot_be_deleted(back.added, back.later)
        target = back.upload.target
        fields = load_fields(target.destination)
        catalog = read_catalog(back.path)
        checked = check(catalog, fields, remembered=as_sent(catalog, fields), presets=())
        options.everything, options.format, options.all_rows = False, "json", True
        with _destination_of(options, job.journal, back.upload) as to:
            here = to.target(job.journal, target.destination)
            plan = _plan(options, job, checked, here, back.path, options.upload)
            if options.dry_run:
                return FINE
            upload, _ = _carry_out(job, plan, to)
    return _outcome_code(report, upload, plan)


# -- shops ------------------------------------------------------------------------------------------------------------


@contextmanager
def _destination(options: argparse.Namespace) -> Iterator[_Destination]:
    """The shop that was asked for; the practice shop runs as long as it is needed."""
    if options.practice:
        from hkj_desktop.practice.launch import start_practice

        with start_practice(folders_of(options.data_dir).data) as shop:
            yield _Destination(PRACTICE_ID, "Practice shop", shop.base_url, shop.api_key)
    elif options.base_url:
        key = os.environ.get(KEY_VARIABLE, "").strip()
        if not key:
            raise UsageError(what=f"With --base-url the key comes from the variable {KEY_VARIABLE}, which is not set.")
        yield _Destination("", options.base_url, options.base_url, hide(Secret(key)))
    else:
        settings = SettingsStore(folders_of(options.data_dir).settings_file).load()
        by_id = getattr(options, "profile_id", "")
        profile = settings.profile(by_id) if by_id else settings.profile_named(options.profile)
        key_ = OsVault().get(profile.id, API_KEY)
        yield _Destination(profile.id, profile.name, profile.base_url, key_, profile.account)


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


def _outcome_code(report: Report, upload: Upload | None, plan: Plan | None) -> int:
    if upload is None:
        return PROBLEMS if plan is not None and plan.left_out else FINE
    if upload.outcome == "cancelled":
        return INTERRUPTED
    if upload.error_code:
        kind = next((one for one in _every(RemoteError) if one.code == upload.error_code), FileError)
        return exit_code(kind())
    if upload.outcome == "failed":
        return UNREACHABLE if report.failed_in_shop == "system" else PROBLEMS
    if report.unfinished:
        return UNREACHABLE
    return PROBLEMS if upload.rejected or upload.unknown or upload.left_out or report.errors else FINE


def _every(kind: type[AppError]) -> list[type[AppError]]:
    return [kind, *(one for child in kind.__subclasses__() for one in _every(child))]
