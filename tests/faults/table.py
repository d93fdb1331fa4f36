"""The table of faults: what the shop and the network do wrong, at which moment, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hkj_desktop.uploads.entries import Outcome, Step
from tests.faults.cells import HASTY, Cell, Fault, Healthy, Moment, Spoil
from tests.faults.systems import SYSTEMS
from tests.faults.troubles import HOURS, Jump, Setting, Trouble
from tests.helpers.fault_server import Recorded, Reply, answer, hang_up, noise, page, redirect, reset, silence

DONE, FAILED, UNKNOWN = Outcome.DONE, Outcome.FAILED, Outcome.UNKNOWN
C, B, A, L, E, R, P = Moment

Cells = dict[Moment, Cell | str]

BEFORE = "it is an answer, and none can come before the first byte"
AT_THE_END = "an answer is read after the body, however early it comes: see 401"
NO_IMPORT = "only an import has a number"
BEGUN = "an import has begun by then"
ENDED = "the import has ended by then"
TABLE_ROWS = "a report is a table: see the rows of reports"

#: What a server repeats in its words, and what must go nowhere.
SECRETS = " ".join(secret for system in SYSTEMS.values() for secret in system.secrets.values())
#: A report that nobody can read: the import is done, and what became of its products is not known.
UNREAD = Cell(UNKNOWN, None, Step.SETTLED, "uuuuu")


def refused(code: str, met: int = 1) -> Cell:
    """The shop certainly has nothing."""
    return Cell(FAILED, code, Step.REFUSED, "ppppp", met)


def few_refused(code: str, met: int) -> Cell:
    """The shop has nothing, and some parts were not even tried."""
    return Cell(FAILED, code, "planned+refused", "ppppp", met)


def lost(code: str, met: int | None = 1, outcome: Outcome = UNKNOWN) -> Cell:
    """Nobody knows whether it arrived."""
    return Cell(outcome, code, Step.LOST, "uuuuu", met)


def kept(code: str, met: int | None = 1) -> Cell:
    """The shop has it, and has not said what became of it."""
    return Cell(UNKNOWN, code, Step.TAKEN, "uuuuu", met)


def passes(met: int = 1) -> Cell:
    return Cell(DONE, None, Step.SETTLED, "aaaaa", met)


def still_refused(code: str, met: int = 1) -> Cell:
    """Refused now; what was under way before may have arrived all the same."""
    return Cell(UNKNOWN, code, Step.REFUSED, "uuuuu", met)


def says(status: int, **headers: str) -> Spoil:
    """A shop that repeats the secrets in its words, which must go nowhere."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: answer(status, {"error": f"No, {SECRETS}."}, headers=named)


def at_once(spoil: Spoil) -> Reply:
    """The same answer while the body still comes; the rest of it is read and thrown away, as good servers do."""
    nothing = Healthy(1, Recorded("POST", "/", {"host": "127.0.0.1:9"}), 200, {})
    return replace(spoil(nothing), read=1000, end="linger")


def does(reply: Reply) -> Spoil:
    return lambda _: reply


def changed(change: Callable[[dict[str, Any]], object]) -> Spoil:
    return lambda healthy: answer(healthy.status, change(healthy.body))


def _needed(body: dict[str, Any]) -> str:
    """The field without which the answer says nothing."""
    if "errors" in body:
        return "status"
    return next(name for name in ("results", "batch_id", "ingestionId", "processingStatus") if name in body)


def _elsewhere(healthy: Healthy) -> Reply:
    return redirect(f"http://localhost:{healthy.request.headers['host'].partition(':')[2]}/take", 307)


def _reset_first(then: Spoil) -> Spoil:
    return lambda healthy: reset() if healthy.turn == 1 else then(healthy)


def _endless() -> Reply:
    """Each byte comes in time, and the last one never; what comes slowly is the body alone."""
    head, _, body = answer(200, b" " * 1000).raw.partition(b"\r\n\r\n")
    return Reply(body, pause=0.01, before=head + b"\r\n\r\n")


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _as_text(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    return str(value) if type(value) is int else value


def _with_news(value: Any) -> Any:
    """Fields that no specification names, at every place."""
    if isinstance(value, dict):
        return {name: _with_news(one) for name, one in value.items()} | {"since_2031": {"x": [1]}, "\u2066": None}
    return [_with_news(one) for one in value] if isinstance(value, list) else value


def _strange(body: dict[str, Any]) -> dict[str, Any]:
    """A status that nobody knows, of the whole or of every event."""
    if "results" in body:
        return {"results": [one | {"status": "deferred"} for one in body["results"]]}
    return body | {"processingStatus" if "processingStatus" in body else "status": "queued"}


def _of_another(body: dict[str, Any]) -> dict[str, Any]:
    return body | ({"ingestionId": "another"} if "processingStatus" in body else {"batch_id": 99})


def _unmoved(body: dict[str, Any]) -> dict[str, Any]:
    if "processingStatus" in body:
        return {"processingStatus": "INPROGRESS", "reportDownloadLink": None}
    return body | {"status": "started", "processed_rows": 2}


def _broken_off(body: dict[str, Any]) -> dict[str, Any]:
    if "processingStatus" in body:
        return {"processingStatus": "FATAL", "reportDownloadLink": None}
    words = f"No, {SECRETS}."
    return body | {"status": "failed", "error_kind": "system", "retriable": True, "processed_rows": 2,
                   "error_summary": words}  # fmt: skip


def unreadable(name: str, spoil: Spoil, reason: str, report: Cell | str = TABLE_ROWS, *, polls: int = 1,
               trouble: Trouble | None = None, **haqm: Cell | str) -> Fault:  # fmt: skip
    """An answer that makes no sense; the shop did what was asked. ``report``: such a report; ``polls``: tries where
    asking again may help; ``haqm``: by the names of moments."""
    code = f"answer_unreadable.{reason}"
    cells: Cells = {C: BEFORE, B: AT_THE_END, A: lost(code), L: kept(code, polls), E: lost(code, polls), R: lost(code)}
    others = {P: report} | {Moment(at): cell for at, cell in haqm.items()}
    return Fault(name, cells, spoil, acts=True, haqm=others, trouble=trouble or Trouble())


def refusal(name: str, status: int, code: str, look: Cell | str | None = None, *, haqm: str | None = None,
            report: Cell | str, **rest: Any) -> Fault:  # fmt: skip
    """The shop says no to whatever is asked. ``haqm``: what that is called of HAQM; ``report``: the same said by the
    host of the report, which is another one."""

    def cells(code: str) -> Cells:
        row: Cells = {C: BEFORE, B: refused(code), A: refused(code), L: look or kept(code), E: refused(code)}
        return row | {R: still_refused(code)}

    others = {at: cell for at, cell in cells(haqm or code).items() if at is not E} | {P: report}
    return Fault(name, cells(code), says(status), early=at_once(says(status)), haqm=others, **rest)


def broken(name: str, spoil: Spoil, code: str, *, early: Reply | None, **rest: Any) -> Fault:
    """The connection fails once the request has left; the shop did what was asked. Where nobody waits long, a slow
    computer may have counted less requests than were sent."""
    tries = None if "read" in rest else rest.get("attempts", 4)
    once = tries and 1
    cells: Cells = {C: BEFORE, A: lost(code, once), L: kept(code, tries), E: lost(code, tries), R: lost(code, once)}
    cells |= {B: lost(code, once) if early else AT_THE_END}
    return Fault(name, cells, spoil, early=early, acts=True, haqm={P: kept(code, tries)}, **rest)


ANSWERS = [
    unreadable("web page of a captive portal", does(page()), "html", kept("answer_unreadable.html")),
    unreadable("no JSON", does(answer(200, b"{'batch_id': 7", content_type="application/json")), "json", UNREAD),
    unreadable("no HTTP", does(noise(b"220 mail.example ESMTP ready\r\n\r\n")), "shape",
               kept("answer_unreadable.shape")),
    unreadable("answer cut short", lambda healthy: answer(healthy.status, healthy.body, cut=20), "truncated",
               kept("answer_unreadable.truncated", 4), polls=4),
    unreadable("answer without end", does(answer(200, b" " * (9 * 1024 * 1024))), "large",
               kept("answer_unreadable.large"), trouble=Setting(8 << 20, "hkj_desktop.remotes.haqm.LARGEST_REPORT")),
    unreadable("list in place of an object", changed(lambda body: [body]), "shape"),
    unreadable("wrong JSON types", changed(lambda body: body | {_needed(body): {"is": True}}), "shape"),
    unreadable("needed field missing", changed(lambda b: {k: v for k, v in b.items() if k != _needed(b)}), "shape"),
    unreadable("number past all numbers", changed(lambda body: body | {_needed(body): 10**30}), "shape",
               answer=lost("batch_missing"), resume=lost("batch_missing"),  # a text of digits names an import too
               look="a number is as good as a text: see a status that nobody knows"),
]  # fmt: skip

REFUSALS = [
    refusal("400", 400, "request_refused", report=kept("server_failed")),
    refusal("401", 401, "key_refused", haqm="access_refused.key", report=kept("report_expired", 3)),
    refusal("403", 403, "shop_disabled", haqm="access_refused.onboarding", report=kept("report_expired", 3)),
    refusal("404", 404, "server_failed.address", lost("batch_missing"), report=kept("report_expired", 3)),
    Fault("404 with a web page", {C: BEFORE, B: AT_THE_END, A: refused("server_failed.address"),
          L: kept("answer_unreadable.html"), E: refused("server_failed.address"),
          R: still_refused("server_failed.address")}, does(page(404)),
          haqm={A: lost("answer_unreadable.html"), R: lost("answer_unreadable.html"), P: kept("report_expired", 3)}),
    refusal("409, which nobody announced", 409, "server_failed", report=kept("server_failed")),
    refusal("422", 422, "request_refused", report=kept("request_refused")),
    Fault("413 for every body", {C: BEFORE, B: AT_THE_END, A: few_refused("body_too_large", 4),
          L: kept("server_failed"), E: few_refused("body_too_large", 4),
          R: replace(few_refused("body_too_large", 4), outcome=UNKNOWN, fates="uuuuu")}, says(413),
          haqm={P: kept("server_failed")}),
    Fault("413 once", {C: BEFORE, B: AT_THE_END, A: passes(), L: "nothing is sent then", E: passes(), R: passes()},
          says(413), times=1, haqm={P: "nothing is sent then"}),
    Fault("redirect to another host", {C: BEFORE, B: AT_THE_END, A: refused("redirect_refused"),
          L: kept("redirect_refused"), E: refused("redirect_refused"), R: still_refused("redirect_refused")},
          _elsewhere, haqm={P: kept("redirect_refused")}),
    Fault("429, Retry-After: an hour", {C: BEFORE, B: AT_THE_END, A: refused("too_many_requests"),
          L: kept("too_many_requests"), E: refused("too_many_requests"), R: still_refused("too_many_requests")},
          says(429, Retry_After="3600"), haqm={P: kept("too_many_requests")}),
    Fault("429, Retry-After, for ever", {C: BEFORE, B: AT_THE_END, A: refused("too_many_requests", 4),
          L: kept("too_many_requests", 4), E: refused("too_many_requests", 4),
          R: still_refused("too_many_requests", 4)}, says(429, Retry_After="2"),
          haqm={P: kept("too_many_requests", 4)}),
    Fault("429 without Retry-After, for ever", {C: BEFORE, B: AT_THE_END, A: refused("too_many_requests", 4),
          L: kept("too_many_requests", 4), E: refused("too_many_requests", 4),
          R: still_refused("too_many_requests", 4)}, says(429), haqm={P: kept("too_many_requests", 4)}),
    Fault("429 twice, then well", {C: BEFORE, B: AT_THE_END, A: passes(2), L: passes(2), E: passes(2), R: passes(2)},
          says(429, Retry_After="2"), times=2, haqm={P: passes(2)}),
]  # fmt: skip

REPEATED_500 = lost("server_failed", 4, FAILED)  # HAQM recommends to try again, so the program does

FAILURES = [
    Fault("500 for ever", {C: BEFORE, B: AT_THE_END, A: lost("server_failed", 1, FAILED), L: kept("server_failed", 4),
          E: lost("server_failed", 4, FAILED), R: lost("server_failed", 1, FAILED)}, says(500), acts=True,
          haqm={A: REPEATED_500, R: REPEATED_500, P: kept("server_failed", 4)}),
    Fault("502 with a web page, for ever", {C: BEFORE, B: AT_THE_END, A: lost("server_failed"),
          L: kept("server_failed", 4), E: lost("server_failed", 4), R: lost("server_failed")},
          does(page(502)), acts=True, haqm={P: kept("server_failed", 4)}),
    Fault("504 for ever", {C: BEFORE, B: AT_THE_END, A: lost("server_failed"), L: kept("server_failed", 4),
          E: lost("server_failed", 4), R: lost("server_failed")}, says(504), acts=True,
          haqm={P: kept("server_failed", 4)}),
    Fault("503 for ever", {C: BEFORE, B: AT_THE_END, A: lost("server_failed", 1, FAILED), L: kept("server_failed", 4),
          E: lost("server_failed", 4, FAILED), R: lost("server_failed", 1, FAILED)}, says(503),
          haqm={P: kept("server_failed", 4)}),
    Fault("503, Retry-After, twice, then well", {C: BEFORE, B: AT_THE_END, A: passes(2), L: passes(2), E: passes(2),
          R: passes(2)}, says(503, Retry_After="2"), times=2, haqm={P: passes(2)}),
    Fault("500 once, then well", {C: BEFORE, B: AT_THE_END, A: lost("server_failed", 1, FAILED), L: passes(),
          E: passes(), R: lost("server_failed", 1, FAILED)}, says(500), times=1, acts=True,
          haqm={A: passes(), R: passes(), P: passes()}),
    broken("reset", does(reset()), "answer_lost.reset", early=reset(1000)),
    broken("closed without a word", does(hang_up()), "answer_lost.reset", early=Reply(end="close", read=1000)),
    broken("closed in the head of the answer", does(noise(b"HTTP/1.1 200 OK\r\nContent-Le")), "answer_lost.reset",
           early=None),
    broken("silence", does(silence()), "answer_lost.timeout", early=Reply(wait=True, read=1000), read=HASTY,
           attempts=2),
    Fault("reset once, then well", {C: BEFORE, B: lost("answer_lost.reset"), A: lost("answer_lost.reset"), L: passes(),
          E: passes(), R: lost("answer_lost.reset")}, does(reset()), early=reset(1000), times=1, acts=True,
          haqm={P: passes()}),
    Fault("answer lost, then 401", {C: BEFORE, B: AT_THE_END, A: lost("answer_lost.reset"), L: kept("key_refused", 2),
          E: still_refused("key_refused", 2), R: lost("answer_lost.reset")}, _reset_first(says(401)), times=2,
          acts=True, haqm={L: kept("access_refused.key", 2), P: passes(2)}),
    Fault("answer lost, then a pause of an hour", {C: BEFORE, B: AT_THE_END, A: lost("answer_lost.reset"),
          L: kept("too_many_requests", 2), E: still_refused("too_many_requests", 2), R: lost("answer_lost.reset")},
          _reset_first(says(429, Retry_After="3600")), times=2, acts=True, haqm={P: kept("too_many_requests", 2)}),
    broken("drip without end", does(_endless()), "answer_lost.timeout", early=None, attempts=2,
           trouble=Setting(0.2, "hkj_desktop.remotes.failures.LONGEST_ANSWER",
                           "hkj_desktop.remotes.haqm.LONGEST_REPORT")),
    Fault("slow drip, byte by byte", {C: BEFORE, B: AT_THE_END, A: passes(), L: passes(), E: passes(), R: passes()},
          lambda healthy: replace(answer(healthy.status, healthy.body), pause=0.0005), times=1, acts=True,
          haqm={P: passes()}),
]  # fmt: skip

ODD = [
    Fault("numbers as strings", {C: BEFORE, B: AT_THE_END, A: passes(), L: passes(), E: passes(), R: passes()},
          changed(_as_text), times=1, acts=True,
          haqm=dict.fromkeys((A, L, R, P), "it sends no numbers") | {L: passes()}),
    Fault("fields that nobody knows", {C: BEFORE, B: AT_THE_END, A: passes(), L: passes(), E: passes(), R: passes()},
          changed(_with_news), times=1, acts=True, haqm={P: TABLE_ROWS}),
    Fault("a status that nobody knows", {C: BEFORE, B: AT_THE_END, A: passes(), L: passes(),
          E: Cell(UNKNOWN, None, Step.SETTLED, "uuuuu"), R: passes()}, changed(_strange), times=1, acts=True,
          haqm={A: "an upload is answered with no status", R: "an upload is answered with no status", P: TABLE_ROWS}),
    Fault("answer about another import", {C: BEFORE, B: AT_THE_END, A: "any number may be the first", R: "as before",
          E: NO_IMPORT, L: kept("answer_unreadable.shape")}, changed(_of_another), haqm={P: TABLE_ROWS}),
    Fault("no answer for some events", {C: BEFORE, B: AT_THE_END, A: "it is one answer for all",
          R: "it is one answer for all", L: "it is one answer for all", E: Cell(UNKNOWN, None, Step.SETTLED, "aauuu")},
          changed(lambda body: {"results": body["results"][:2]}), times=1, acts=True, systems=("hkj",)),
    Fault("import that never moves", {C: BEFORE, B: AT_THE_END, A: BEGUN, E: NO_IMPORT, R: BEGUN,
          L: kept("shop_silent", None)}, changed(_unmoved), trouble=Jump(HOURS), haqm={P: ENDED}),
    Fault("import broken off by the shop", {C: BEFORE, B: AT_THE_END, A: BEGUN, E: NO_IMPORT, R: BEGUN,
          L: Cell(FAILED, "import_broken", Step.SETTLED, "uuuuu", 2)}, changed(_broken_off), haqm={P: ENDED}),
    Fault("import counts other products", {C: BEFORE, B: AT_THE_END, A: "nothing hangs on the count then",
          E: NO_IMPORT, R: "nothing hangs on the count then", L: Cell(UNKNOWN, None, Step.SETTLED, "uuuuu")},
          changed(lambda body: body | {"total_rows": 7, "processed_rows": 7}), times=1, systems=("hkj",)),
]  # fmt: skip
