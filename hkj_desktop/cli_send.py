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

from hkj_desktop.catalog.problems import Problems
from hkj_desktop.cli_common import (
    FINE,
    INTERRUPTED,
    PROBLEMS,
    UNREACHABLE,
    exit_code,
    folders_of,
    open_journal,
    profile_of,
    read_and_check,
)
from hkj_desktop.cli_report import Report
from hkj_desktop.errors import AddressRefused, AppError, FileError, RemoteError, UsageError
from hkj_desktop.files.item_payload import make_payload
from hkj_desktop.files.payload import Payload
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Access, Ask, Destination, destination
from hkj_desktop.system.logs import hide
from hkj_desktop.system.paths import Folders
from hkj_desktop.system.secret import Secret
from hkj_desktop.system.settings import Profile, is_practice
from hkj_desktop.system.vault import OsVault, secrets_of
from hkj_desktop.uploads.answers import placed, recorded
from hkj_desktop.uploads.compare import compare_if_possible
from hkj_desktop.uploads.connect import Connector
from hkj_desktop.uploads.entries import Target, Upload, Via
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known
from hkj_desktop.uploads.outbox import interrupted, reports_of
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.plan import Plan, candidates, ready_plan, write_plan
from hkj_desktop.uploads.putback import checked_back, compose
from hkj_desktop.uploads.send import Sender


@dataclass(frozen=True)
class _Shop:
    """Where to send, and how it is reached; the secrets are in no other place."""

    profile: Profile
    access: Access

    def target(self, journal: Journal) -> Target:
        """``account``: that of the profile; of a shop that is named by its address alone, what its key tells, where all
        shops of the system have one address."""
        one, system = self.profile, destination(self.profile.destination)
        account = one.account
        if not one.id and system.account_by_key:
            account = journal.account(self.access.secrets[system.secrets[0].name])
        return Target(one.destination, one.id, one.name, self.access.base_url, account, self.access.region)


@dataclass(frozen=True)
class _Job:
    """What every sending command works with."""

    where: Folders
    journal: Journal
    cancel: CancelToken
    report: Report


def send(options: argparse.Namespace, report: Report) -> int:
    """Check the file, send what is new or changed, and say what became of every product."""
    profile = profile_of(options)
    report.sending(destination(profile.destination))
    payload = read_and_check(options, report, profile)
    with _interrupted_politely(report) as cancel, _reached(options, profile) as shop:
        where = folders_of(options.data_dir)
        job = _Job(where, open_journal(where, report), cancel, report)
        plan = _plan(options, job, payload, shop.target(job.journal), options.file.absolute())
        problems, code = payload.checked.problems, None
        if options.dry_run:
            code = PROBLEMS if plan.left_out else FINE
        else:
            upload, problems = _carry_out(job, plan, shop)
    report.save_problems(options.problems, problems)
    return _outcome_code(report, upload, plan) if code is None else code


def _plan(
    options: argparse.Namespace, job: _Job, payload: Payload, target: Target, path: Path, reverts: str | None = None
) -> Plan:
    """What is to be sent: unless everything was asked for, what is new or changed. Told to the person."""
    if options.format not in payload.system.formats:
        raise UsageError(what=f"{payload.system.name} takes no {options.format}.")
    if options.via == Via.EVENTS and not payload.system.events:
        raise UsageError(what=f"{payload.system.name} takes no events.")
    chosen = candidates(payload, all_rows=options.all_rows)
    comparison = None
    if not options.everything:
        comparison = compare_if_possible(payload, chosen, Known(job.journal), target.shop, job.cancel)
    plan = ready_plan(
        payload,
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


def _carry_out(job: _Job, plan: Plan, to: _Shop) -> tuple[Upload | None, Problems]:
    """Send and settle the plan; returns the upload (None where there is nothing to send) and the problems of file and
    shop."""
    checked, report = plan.payload.checked, job.report
    if not plan.chosen.len():
        report.sent(plan, None, [], checked.problems)
        return None, checked.problems
    with _sender(job, to) as sender:
        upload_id = secrets.token_hex(8)
        write_plan(plan, job.journal, job.where.outbox, upload_id=upload_id, now=time.time(), cancel=job.cancel)
        report.begun(upload_id, plan)
        upload = sender.run(upload_id, job.cancel, report.progress)
        report.requests = sender.requests
    rejected = placed(job.journal.items(upload_id, Fate.REJECTED), plan.payload)
    problems = checked.with_answers(rejected).problems
    report.sent(plan, upload, job.journal.batches(upload_id), problems)
    report.reports(reports_of(job.where.outbox, upload_id))
    return upload, problems


@contextmanager
def _sender(job: _Job, to: _Shop) -> Iterator[Sender]:
    connector = Connector(time.time, random.random)
    try:
        shop = connector.shop(to.access, job.cancel)
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
        with _shop_of(options, job.journal, upload) as to, _sender(job, to) as sender:
            ended = sender.go_on(upload.id, job.cancel, job.report.progress)
            if job.cancel.cancelled and not ended.settled:
                job.journal.end(upload.id, None)  # Ctrl+C here leaves it for the next resume
                ended = job.journal.upload(upload.id)
            job.report.requests = sender.requests
    except AppError as error:
        job.report.not_resumed(job.journal.upload(upload.id), error)
        return exit_code(error)
    rejected = recorded(job.journal.items(upload.id, Fate.REJECTED), destination(upload.target.destination))
    job.report.went_on(ended, job.journal.batches(upload.id), rejected)
    job.report.reports(reports_of(job.where.outbox, upload.id))
    return _outcome_code(job.report, ended, None)


@contextmanager
def _shop_of(options: argparse.Namespace, journal: Journal, upload: Upload) -> Iterator[_Shop]:
    """Where the upload went, with the secrets from where ``send`` took them. Raises AddressRefused: ``moved`` where the
    shop's address is another one by now, ``account`` where the variable holds another shop's key: the numbers of
    batches would tell of somebody else's uploads, and the products go to a shop that they are not for."""
    target = upload.target
    asked = argparse.Namespace(
        data_dir=options.data_dir,
        destination=target.destination,
        practice=is_practice(target.profile_id),
        base_url="" if target.profile_id else target.base_url,
        profile=target.profile_name if target.profile_id and not is_practice(target.profile_id) else None,
        profile_id=target.profile_id,
        region=target.region,
        store=[],
        language=None,
    )
    with _reached(asked, profile_of(asked)) as to:
        if target.moved(to.access.base_url):
            raise AddressRefused(reason="moved", host=urlsplit(target.base_url).netloc)
        if not target.profile_id and to.target(journal).shop != target.shop:
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
        system = destination(back.upload.target.destination)
        report.sending(system)
        payload = make_payload(checked_back(back), system)
        options.everything, options.format, options.all_rows = False, "json", True
        with _shop_of(options, job.journal, back.upload) as to:
            plan = _plan(options, job, payload, to.target(job.journal), back.path, options.upload)
            if options.dry_run:
                return FINE
            upload, _ = _carry_out(job, plan, to)
    return _outcome_code(report, upload, plan)


# -- shops ------------------------------------------------------------------------------------------------------------


@contextmanager
def _reached(options: argparse.Namespace, profile: Profile) -> Iterator[_Shop]:
    """How ``profile`` is reached; the practice shop runs as long as it is needed."""
    system = destination(profile.destination)
    if options.practice:
        from hkj_desktop.practice.launch import start_practice

        with start_practice(folders_of(options.data_dir).data) as running:
            yield _Shop(profile, running.access(system.id))
    elif profile.id:
        secrets_ = secrets_of(OsVault(), profile.id, system.secrets)
        yield _Shop(profile, Access(system.id, profile.base_url, secrets_, profile.region))
    else:
        if Ask.REGION in system.asks and not profile.region:
            raise UsageError(what=f"With --base-url {system.name} needs --region.")
        yield _Shop(profile, Access(system.id, profile.base_url, _from_variables(system), profile.region))


def _from_variables(system: Destination) -> dict[str, Secret]:
    found: dict[str, Secret] = {}
    for spec in system.secrets:
        value = os.environ.get(spec.variable, "").strip() if spec.variable else ""
        if value:
            found[spec.name] = hide(Secret(value))
        elif spec.required:
            raise UsageError(what=f"With --base-url the key comes from the variable {spec.variable}, which is not set.")
    return found


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
