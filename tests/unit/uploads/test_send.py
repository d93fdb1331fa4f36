"""The sender's own decisions, against a shop that follows a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hkj_desktop.errors import (
    AnswerLost,
    BatchMissing,
    Cancelled,
    ConnectFailed,
    FileDamaged,
    FileError,
    JournalError,
    KeyRefused,
    RemoteError,
    ServerFailed,
    TooManyRequests,
)
from hkj_desktop.remotes.wire import BatchState, BatchStatus, BulkAccepted
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.entries import Outcome, Step
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outcome import Fate
from hkj_desktop.uploads.polling import GRACE, PATIENCE
from hkj_desktop.uploads.progress import Progress, Stage
from hkj_desktop.uploads.send import Sender
from tests.helpers.journal import (
    NOW,
    UPLOAD,
    Clock,
    QuickToken,
    ScriptedShop,
    fates,
    no_waits,
    open_journal,
    planned,
    rejected_words,
    state,
    told,
)

TAKEN = BulkAccepted(7, BatchStatus.PENDING, 5)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = open_journal(tmp_path)
    planned(journal, tmp_path)
    return journal


def sender(
    shop: ScriptedShop, journal: Journal, folder: Path, clock: Callable[[], float] = lambda: NOW, grace: float = 0
) -> Sender:
    return Sender(shop, journal, folder / "outbox", clock=clock, schedule=no_waits, grace=grace)


def step(journal: Journal) -> Step:
    return journal.batches(UPLOAD)[0].state


def test_an_upload_goes_from_planned_to_done(journal: Journal, tmp_path: Path) -> None:
    """The body goes out once, the import is followed to its end, and the body is removed when all is known."""
    shop = ScriptedShop([TAKEN], [state("pending", 5, 0), state("started", 5, 3), state("done", 5)])
    body = next((tmp_path / "outbox").iterdir()).read_bytes()
    upload = sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (upload.outcome, upload.error_code, told(upload)) == (Outcome.DONE, None, (0, 5, 5, 0, 0))
    assert (shop.bodies, shop.asked) == ([body], [7, 7, 7])
    assert not list((tmp_path / "outbox").iterdir())


def test_every_step_is_in_the_journal_before_it_is_taken(journal: Journal, tmp_path: Path) -> None:
    """When the body leaves, the journal says ``sending`` already; when the import is asked for, ``taken``."""
    seen: list[tuple[str, Step, str]] = []
    shop = ScriptedShop(before=lambda call: seen.append((call, step(journal), fates(journal))))
    sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert seen == [("bulk", Step.SENDING, "uuuuu"), ("batch", Step.TAKEN, "uuuuu")]


def test_progress_is_told_from_the_first_byte_to_the_last_product(journal: Journal, tmp_path: Path) -> None:
    """Bytes while sending, products while importing; every report adds up."""
    reports: list[Progress] = []
    shop = ScriptedShop([TAKEN], [state("started", 5, 2, (1, "Bad.")), state("done", 5, None, (1, "Bad."))])
    sender(shop, journal, tmp_path).run(UPLOAD, QuickToken(), reports.append)
    assert [one.stage for one in reports] == [Stage.SENDING] + [Stage.IMPORTING] * 3
    assert reports[0].bytes_sent == reports[0].bytes_total > 0
    assert [(one.done, one.rejected, one.accepted, one.unknown) for one in reports[1:]] == [
        (0, 0, 0, 5),
        (3, 1, 2, 2),
        (5, 1, 4, 0),
    ]
    assert {one.batch_id for one in reports[1:]} == {7}
    assert {one.answered for one in reports[1:]} == {NOW}


@pytest.mark.parametrize(
    ("last", "outcome", "expected"),
    [
        (state("done", 5, None, (2, "Bad.")), Outcome.DONE, "araaa"),
        (state("done", 5, 3, (2, "Bad."), error_rows=2), Outcome.UNKNOWN, "aruuu"),
        (state("done", 4), Outcome.UNKNOWN, "uuuuu"),
        (state("failed", 5, 2, kind="system", retriable=True), Outcome.FAILED, "uuuuu"),
        (state("failed", 5, 0, kind="invalid_data", summary="No."), Outcome.FAILED, "rrrrr"),
    ],
    ids=["some refused", "past the cap", "counted otherwise", "system", "invalid data"],
)
def test_the_last_answer_decides_the_outcome(
    journal: Journal, tmp_path: Path, last: BatchState, outcome: Outcome, expected: str
) -> None:
    """Done only where every product is known; what the shop left open is kept as not known."""
    upload = sender(ScriptedShop([TAKEN], [last]), journal, tmp_path).run(UPLOAD, QuickToken())
    assert (upload.outcome, fates(journal)) == (outcome, expected)
    told(upload)


@pytest.mark.parametrize("status", ["queued", "cancelled", "PAUSED"])
def test_a_status_that_nobody_knows_is_waited_for_and_given_up(journal: Journal, tmp_path: Path, status: str) -> None:
    """An import that stands still in a strange state is left as not known after the patience, not for ever."""
    clock = Clock()

    def tick(_: str) -> None:
        clock.now += 60

    shop = ScriptedShop([TAKEN], [state(status, 5, 0)], before=tick)
    upload = sender(shop, journal, tmp_path, clock).run(UPLOAD, QuickToken())
    assert (upload.outcome, told(upload)) == (Outcome.UNKNOWN, (0, 5, 0, 0, 5))
    assert PATIENCE / 60 <= len(shop.asked) <= PATIENCE / 60 + 3
    again = sender(ScriptedShop(batch=[state()]), journal, tmp_path, clock).run(UPLOAD, QuickToken())
    assert (again.outcome, told(again)) == (Outcome.DONE, (0, 5, 5, 0, 0))


DROPS = [ConnectFailed(reason="name"), AnswerLost(reason="timeout"), ServerFailed(status=503), TooManyRequests()]


@pytest.mark.parametrize("drop", DROPS, ids=lambda drop: drop.code)
def test_a_drop_of_some_seconds_while_importing_is_waited_out(
    journal: Journal, tmp_path: Path, drop: RemoteError
) -> None:
    """The trouble is reported while it lasts and gone with the next answer, and the upload ends as if nothing was."""
    clock = Clock()

    def tick(_: str) -> None:
        clock.now += 10

    reports: list[Progress] = []
    answers: list[BatchState | BaseException]
    answers = [state("started", 5, 2), drop, drop, drop, state("started", 5, 3), drop, drop, drop, state("done", 5)]
    shop = ScriptedShop([TAKEN], answers, before=tick)
    upload = sender(shop, journal, tmp_path, clock, grace=25).run(UPLOAD, QuickToken(), reports.append)
    assert (upload.outcome, upload.error_code, told(upload)) == (Outcome.DONE, None, (0, 5, 5, 0, 0))
    during = [one.trouble for one in reports[1:]]
    assert during == [None, None, *[drop.code] * 3, None, *[drop.code] * 3, None]
    in_trouble = [one for one in reports if one.trouble]
    assert {one.done for one in in_trouble[:3]} == {2}
    assert len({one.answered for one in in_trouble[:3]}) == 1, "the time of the last answer stays"


def test_a_shop_that_stays_away_is_given_up_after_the_grace(journal: Journal, tmp_path: Path) -> None:
    """After GRACE seconds without an answer the upload ends as not known; its batch can be asked for later."""
    clock = Clock()

    def tick(_: str) -> None:
        clock.now += 5

    shop = ScriptedShop([TAKEN], [ConnectFailed(reason="refused")], before=tick)
    upload = sender(shop, journal, tmp_path, clock, GRACE).run(UPLOAD, QuickToken())
    assert (upload.outcome, upload.error_code, step(journal)) == (Outcome.UNKNOWN, "connect_failed", Step.TAKEN)
    assert len(shop.asked) == GRACE / 5 + 1


def test_a_pause_that_the_shop_asks_for_is_kept_while_importing(journal: Journal, tmp_path: Path) -> None:
    """Retry-After is waited for before the next look; one that is longer than the grace ends it at once."""
    shop = ScriptedShop([TAKEN], [TooManyRequests(retry_after=30), state()])
    upload = sender(shop, journal, tmp_path, grace=40).run(UPLOAD, token := QuickToken())
    assert (upload.outcome, token.waits) == (Outcome.DONE, [0.0, 30.0])
    planned(journal, tmp_path, upload_id="u2")
    shop = ScriptedShop([TAKEN], [TooManyRequests(retry_after=41), state()])
    upload = sender(shop, journal, tmp_path, grace=40).run("u2", QuickToken())
    assert (upload.outcome, len(shop.asked)) == (Outcome.UNKNOWN, 1)


def test_what_will_not_pass_is_told_at_once(journal: Journal, tmp_path: Path) -> None:
    """A refused key while importing uses up no grace."""
    shop = ScriptedShop([TAKEN], [KeyRefused(status=401), state()])
    upload = sender(shop, journal, tmp_path, grace=GRACE).run(UPLOAD, QuickToken())
    assert (upload.outcome, upload.error_code, len(shop.asked)) == (Outcome.UNKNOWN, "key_refused", 1)


@pytest.mark.parametrize(
    ("error", "outcome", "where", "expected"),
    [
        (ConnectFailed(reason="refused"), Outcome.FAILED, Step.REFUSED, "ppppp"),
        (KeyRefused(status=401), Outcome.FAILED, Step.REFUSED, "ppppp"),
        (ServerFailed(status=404), Outcome.FAILED, Step.REFUSED, "ppppp"),
        (ServerFailed(status=409), Outcome.FAILED, Step.REFUSED, "ppppp"),
        (ServerFailed(status=500), Outcome.FAILED, Step.LOST, "uuuuu"),
        (ServerFailed(status=502), Outcome.UNKNOWN, Step.LOST, "uuuuu"),
        (ServerFailed(status=504), Outcome.UNKNOWN, Step.LOST, "uuuuu"),
        (AnswerLost(reason="reset"), Outcome.UNKNOWN, Step.LOST, "uuuuu"),
        (FileDamaged(name="x", detail="size changed"), Outcome.FAILED, Step.REFUSED, "ppppp"),
        (Cancelled(), Outcome.CANCELLED, Step.REFUSED, "ppppp"),
    ],
    ids=lambda value: value.code + str(value.params.get("status", "")) if isinstance(value, Exception) else "",
)
def test_only_what_may_have_arrived_counts_as_sent(
    journal: Journal, tmp_path: Path, error: Exception, outcome: Outcome, where: Step, expected: str
) -> None:
    """A refusal leaves every product planned; a lost answer makes every product unknown; both can be sent again."""

    def fail(call: str) -> None:
        if call == "bulk":
            raise error

    upload = sender(ScriptedShop(before=fail), journal, tmp_path).run(UPLOAD, QuickToken())
    assert (upload.outcome, upload.error_code) == (outcome, getattr(error, "code", None))
    assert (step(journal), fates(journal)) == (where, expected)
    told(upload)
    again = sender(ScriptedShop(), journal, tmp_path).resend(UPLOAD, QuickToken())
    assert (again.outcome, again.error_code, told(again)) == (Outcome.DONE, None, (0, 5, 5, 0, 0))


def test_running_again_after_a_refusal_sends_it(journal: Journal, tmp_path: Path) -> None:
    """What was certainly not taken is sent by another run, and never called done unsent."""
    first = sender(ScriptedShop([KeyRefused(status=401)]), journal, tmp_path).run(UPLOAD, QuickToken())
    assert first.outcome is Outcome.FAILED
    shop = ScriptedShop()
    upload = sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (len(shop.bodies), upload.outcome, told(upload)) == (1, Outcome.DONE, (0, 5, 5, 0, 0))


def test_an_upload_cut_off_while_sending_is_not_sent_again_unasked(journal: Journal, tmp_path: Path) -> None:
    """A journal that stops at ``sending`` ends as not known; sending again is the person's to decide."""
    journal.step(UPLOAD, 0, Step.SENDING, Fate.UNKNOWN)
    shop = ScriptedShop()
    upload = sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (shop.bodies, upload.outcome, told(upload)) == ([], Outcome.UNKNOWN, (0, 5, 0, 0, 5))
    again = sender(shop, journal, tmp_path).resend(UPLOAD, QuickToken())
    assert (len(shop.bodies), again.outcome) == (1, Outcome.DONE)


def test_an_upload_cut_off_while_importing_is_followed_and_not_sent(journal: Journal, tmp_path: Path) -> None:
    """A journal that stops at ``taken`` asks for that batch and sends nothing."""
    journal.taken(UPLOAD, 0, 42, 5)
    shop = ScriptedShop()
    upload = sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (shop.bodies, shop.asked, upload.outcome) == ([], [42], Outcome.DONE)


def test_a_settled_upload_is_left_alone(journal: Journal, tmp_path: Path) -> None:
    """Running what is done asks nobody and stays done."""
    sender(ScriptedShop(), journal, tmp_path).run(UPLOAD, QuickToken())
    shop = ScriptedShop()
    upload = sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (shop.bodies, shop.asked, upload.outcome) == ([], [], Outcome.DONE)


def test_a_batch_that_the_shop_lost_is_sent_again_on_demand(journal: Journal, tmp_path: Path) -> None:
    """404 for our batch makes its products unknown; the next batch gets a new number."""
    upload = sender(ScriptedShop([TAKEN], [BatchMissing(batch_id=7)]), journal, tmp_path).run(UPLOAD, QuickToken())
    assert (upload.outcome, upload.error_code, step(journal)) == (Outcome.UNKNOWN, "batch_missing", Step.LOST)
    shop = ScriptedShop([BulkAccepted(8, BatchStatus.PENDING, 5)])
    again = sender(shop, journal, tmp_path).resend(UPLOAD, QuickToken())
    assert (shop.asked, again.outcome, told(again)) == ([8], Outcome.DONE, (0, 5, 5, 0, 0))


def test_a_failed_import_that_may_be_sent_again_is(journal: Journal, tmp_path: Path) -> None:
    """After a breakdown of the shop, the same body goes out again and what was rejected stays so until answered."""
    broken = state("failed", 5, 2, (1, "Bad."), kind="system", retriable=True)
    first = sender(ScriptedShop([TAKEN], [broken]), journal, tmp_path).run(UPLOAD, QuickToken())
    assert (first.outcome, fates(journal)) == (Outcome.FAILED, "ruuuu")
    shop = ScriptedShop([TAKEN], [state("done", 5, None, (1, "Still bad."))])
    again = sender(shop, journal, tmp_path).resend(UPLOAD, QuickToken())
    assert (len(shop.bodies), again.outcome, told(again)) == (1, Outcome.DONE, (0, 5, 4, 1, 0))
    assert rejected_words(journal) == {1: "Still bad."}


def test_a_resend_that_fails_is_judged_by_itself(journal: Journal, tmp_path: Path) -> None:
    """What the shop said of the first try does not colour the second: a lost answer then is not known, not failed."""
    broken = state("failed", 5, 2, kind="system", retriable=True)
    sender(ScriptedShop([TAKEN], [broken]), journal, tmp_path).run(UPLOAD, QuickToken())
    lost = ScriptedShop([TAKEN], [AnswerLost(reason="reset")])
    upload = sender(lost, journal, tmp_path).resend(UPLOAD, QuickToken())
    assert (upload.outcome, step(journal)) == (Outcome.UNKNOWN, Step.TAKEN)


def test_stopping_before_the_first_byte_sends_nothing(journal: Journal, tmp_path: Path) -> None:
    """A token that is cancelled beforehand ends in ``cancelled`` with every product still planned."""
    token = CancelToken()
    token.cancel()
    shop = ScriptedShop()
    upload = sender(shop, journal, tmp_path).run(UPLOAD, token)
    assert (shop.bodies, upload.outcome, told(upload)) == ([], Outcome.CANCELLED, (5, 0, 0, 0, 0))


def test_stopping_while_the_shop_imports_goes_on_from_there(journal: Journal, tmp_path: Path) -> None:
    """``cancelled`` keeps the batch's number, and another run follows that same batch."""
    token = QuickToken()

    def look(progress: Progress) -> None:
        if progress.done:
            token.cancel()

    shop = ScriptedShop([TAKEN], [state("started", 5, 3)])
    upload = sender(shop, journal, tmp_path).run(UPLOAD, token, look)
    assert (upload.outcome, upload.error_code) == (Outcome.CANCELLED, "cancelled")
    assert (step(journal), told(upload)) == (Step.TAKEN, (0, 5, 0, 0, 5))
    rest = ScriptedShop(batch=[state()])
    again = sender(rest, journal, tmp_path).run(UPLOAD, QuickToken())
    assert (rest.bodies, rest.asked, again.outcome) == ([], [7], Outcome.DONE)


@pytest.mark.parametrize("gone", [True, False], ids=["deleted", "a folder in its place"])
def test_a_body_that_cannot_be_read_is_an_outcome(journal: Journal, tmp_path: Path, gone: bool) -> None:
    """Nothing is sent, nothing counts as sent, and the reason is a file error with words."""
    body = next((tmp_path / "outbox").iterdir())
    body.unlink()
    if not gone:
        body.mkdir()
    shop = ScriptedShop()
    upload = sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    expected = "file_missing" if gone else "file_not_allowed"
    assert (shop.bodies, upload.outcome, upload.error_code) == ([], Outcome.FAILED, expected)
    assert expected in {kind.code for kind in FileError.__subclasses__()}
    assert (told(upload), step(journal)) == ((5, 0, 0, 0, 0), Step.PLANNED)


def test_a_fault_of_ours_leaves_a_journal_that_knows_where_it_stood(journal: Journal, tmp_path: Path) -> None:
    """An exception that nobody expects passes through; the upload then counts as interrupted, at its last step."""
    shop = ScriptedShop([TAKEN], [ZeroDivisionError()])
    with pytest.raises(ZeroDivisionError):
        sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert [upload.id for upload in journal.interrupted()] == [UPLOAD]
    assert step(journal) is Step.TAKEN


def test_without_a_record_nothing_is_sent(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the step ``sending`` cannot be written down, the body stays here."""

    def refuse(*_: object) -> None:
        raise JournalError(reason="full", name="uploads.sqlite")

    monkeypatch.setattr(journal, "step", refuse)
    shop = ScriptedShop()
    with pytest.raises(JournalError):
        sender(shop, journal, tmp_path).run(UPLOAD, QuickToken())
    assert shop.bodies == []


def test_a_key_that_the_shop_repeats_goes_into_no_record(journal: Journal, tmp_path: Path) -> None:
    """Keys in the shop's words, of an error or of a row, are blanked before they are written down."""
    from hkj_desktop.system.logs import hide
    from hkj_desktop.system.secret import Secret

    key = "plain-words-key-7731"
    hide(Secret(key))
    words = f"Unknown key {key} or ik_live_abcdef123"
    last = state("failed", 5, 1, (1, words), kind=f"invalid {key}", summary=words)
    sender(ScriptedShop([TAKEN], [last]), journal, tmp_path).run(UPLOAD, QuickToken())
    refused = planned(journal, tmp_path, upload_id="u2")
    upload = sender(ScriptedShop([KeyRefused(status=401, message=words)]), journal, tmp_path).run(
        refused.id, QuickToken()
    )
    assert upload.error_params["message"] == "Unknown key [hidden] or [hidden]"
    for path in tmp_path.glob("uploads.sqlite*"):
        content = path.read_bytes()
        assert key.encode() not in content
        assert b"ik_live_" not in content
