"""The table of faults: what the shop and the network do wrong, at which moment, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hkj_desktop.uploads.entries import Outcome, Step
from tests.faults.cells import HASTY, Cell, Fault, Healthy, Moment, Spoil
from tests.faults.troubles import Setting
from tests.helpers.fault_server import Recorded, Reply, answer, hang_up, noise, page, redirect, reset, silence
from tests.helpers.shop_client import KEY

DONE, FAILED, UNKNOWN = Outcome.DONE, Outcome.FAILED, Outcome.UNKNOWN
C, B, A, L, E, R = Moment

Cells = dict[Moment, Cell | str]

BEFORE = "it is an answer, and none can come before the first byte"
AT_THE_END = "an answer is read after the body, however early it comes: see 401"
NO_IMPORT = "only an import has a number"


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
    """A shop that repeats the key in its words, which must go nowhere."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: answer(status, {"error": f"No, {KEY}."}, headers=named)


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
    return "results" if "results" in body else "batch_id" if "errors" not in body else "status"


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
    return body | {"status": "queued"}


def unreadable(name: str, spoil: Spoil, reason: str, *, polls: int = 1) -> Fault:
    """An answer that makes no sense; the shop did what was asked. ``polls``: tries where asking again may help."""
    code = f"answer_unreadable.{reason}"
    cells: Cells = {C: BEFORE, B: AT_THE_END, A: lost(code), L: kept(code, polls), E: lost(code, polls), R: lost(code)}
    return Fault(name, cells, spoil, acts=True)


def refusal(name: str, status: int, code: str, look: Cell | str | None = None, **rest: Any) -> Fault:
    """The shop says no to whatever is asked."""
    cells: Cells = {C: BEFORE, B: refused(code), A: refused(code), L: look or kept(code), E: refused(code)}
    return Fault(name, cells | {R: still_refused(code)}, says(status), early=at_once(says(status)), **rest)


def broken(name: str, spoil: Spoil, code: str, *, early: Reply | None, **rest: Any) -> Fault:
    """The connection fails once the request has left; the shop did what was asked. Where nobody waits long, a slow
    computer may have counted less requests than were sent."""
    tries = None if "read" in rest else rest.get("attempts", 4)
    once = tries and 1
    cells: Cells = {C: BEFORE, A: lost(code, once), L: kept(code, tries), E: lost(code, tries), R: lost(code, once)}
    return Fault(name, cells | {B: lost(code, once) if early else AT_THE_END}, spoil, early=early, acts=True, **rest)


ANSWERS = [
    unreadable("web page of a captive portal", does(page()), "html"),
    unreadable("no JSON", does(answer(200, b"{'batch_id': 7", content_type="application/json")), "json"),
    unreadable("no HTTP", does(noise(b"220 mail.example ESMTP ready\r\n\r\n")), "shape"),
    unreadable("answer cut short", lambda healthy: answer(healthy.status, healthy.body, cut=20), "truncated", polls=4),
    unreadable("answer without end", does(answer(200, b" " * (9 * 1024 * 1024))), "large"),
    unreadable("list in place of an object", changed(lambda body: [body]), "shape"),
    unreadable("wrong JSON types", changed(lambda body: body | {_needed(body): {"is": True}}), "shape"),
    unreadable("needed field missing", changed(lambda b: {k: v for k, v in b.items() if k != _needed(b)}), "shape"),
    unreadable("number past all numbers", changed(lambda body: body | {_needed(body): 10**30}), "shape"),
]

REFUSALS = [
    refusal("400", 400, "request_refused"),
    refusal("401", 401, "key_refused"),
    refusal("403", 403, "shop_disabled"),
    refusal("404", 404, "server_failed.address", lost("batch_missing")),
    Fault("404 with a web page", {C: BEFORE, B: AT_THE_END, A: refused("server_failed.address"),
          L: kept("answer_unreadable.html"), E: refused("server_failed.address"),
          R: still_refused("server_failed.address")}, does(page(404))),
    refusal("409, which nobody announced", 409, "server_failed"),
    refusal("422", 422, "request_refused"),
    Fault("413 for every body", {C: BEFORE, B: AT_THE_END, A: few_refused("body_too_large", 5),
          L: kept("server_failed"), E: few_refused("body_too_large", 5),
          R: replace(few_refused("body_too_large", 5), outcome=UNKNOWN, fates="uuuuu")}, says(413)),
    Fault("413 once", {C: BEFORE, B: AT_THE_END, A: passes(), L: "nothing is sent then", E: passes(), R: passes()},
          says(413), times=1),
    Fault("redirect to another host", {C: BEFORE, B: AT_THE_END, A: refused("redirect_refused"),
          L: kept("redirect_refused"), E: refused("redirect_refused"), R: still_refused("redirect_refused")},
          _elsewhere),
    Fault("429, Retry-After: an hour", {C: BEFORE, B: AT_THE_END, A: refused("too_many_requests"),
          L: kept("too_many_requests"), E: refused("too_many_requests"), R: still_refused("too_many_requests")},
          says(429, Retry_After="3600")),
    Fault("429, Retry-After, for ever", {C: BEFORE, B: AT_THE_END, A: refused("too_many_requests", 4),
          L: kept("too_many_requests", 4), E: refused("too_many_requests", 4),
          R: still_refused("too_many_requests", 4)}, says(429, Retry_After="2")),
    Fault("429 without Retry-After, for ever", {C: BEFORE, B: AT_THE_END, A: refused("too_many_requests", 4),
          L: kept("too_many_requests", 4), E: refused("too_many_requests", 4),
          R: still_refused("too_many_requests", 4)}, says(429)),
    Fault("429 twice, then well", {C: BEFORE, B: AT_THE_END, A: passes(2), L: passes(2), E: passes(2), R: passes(2)},
          says(429, Retry_After="2"), times=2),
]  # fmt: skip

FAILURES = [
    Fault("500 for ever", {C: BEFORE, B: AT_THE_END, A: lost("server_failed", 1, FAILED), L: kept("server_failed", 4),
          E: lost("server_failed", 4, FAILED), R: lost("server_failed", 1, FAILED)}, says(500), acts=True),
    Fault("502 with a web page, for ever", {C: BEFORE, B: AT_THE_END, A: lost("server_failed"),
          L: kept("server_failed", 4), E: lost("server_failed", 4), R: lost("server_failed")},
          does(page(502)), acts=True),
    Fault("504 for ever", {C: BEFORE, B: AT_THE_END, A: lost("server_failed"), L: kept("server_failed", 4),
          E: lost("server_failed", 4), R: lost("server_failed")}, says(504), acts=True),
    Fault("503 for ever", {C: BEFORE, B: AT_THE_END, A: lost("server_failed", 1, FAILED), L: kept("server_failed", 4),
          E: lost("server_failed", 4, FAILED), R: lost("server_failed", 1, FAILED)}, says(503)),
    Fault("503, Retry-After, twice, then well", {C: BEFORE, B: AT_THE_END, A: passes(2), L: passes(2), E: passes(2),
          R: passes(2)}, says(503, Retry_After="2"), times=2),
    Fault("500 once, then well", {C: BEFORE, B: AT_THE_END, A: lost("server_failed", 1, FAILED), L: passes(),
          E: passes(), R: lost("server_failed", 1, FAILED)}, says(500), times=1, acts=True),
    broken("reset", does(reset()), "answer_lost.reset", early=reset(1000)),
    broken("closed without a word", does(hang_up()), "answer_lost.reset", early=Reply(end="close", read=1000)),
    broken("closed in the head of the answer", does(noise(b"HTTP/1.1 200 OK\r\nContent-Le")), "answer_lost.reset",
           early=None),
    broken("silence", does(silence()), "answer_lost.timeout", early=Reply(wait=True, read=1000), read=HASTY,
           attempts=2),
    Fault("reset once, then well", {C: BEFORE, B: lost("answer_lost.reset"), A: lost("answer_lost.reset"), L: passes(),
          E: passes(), R: lost("answer_lost.reset")}, does(reset()), early=reset(1000), times=1, acts=True),
    Fault("answer lost, then 401", {C: BEFORE, B: AT_THE_END, A: lost("answer_lost.reset"), L: kept("key_refused", 2),
          E: still_refused("key_refused", 2), R: lost("answer_lost.reset")}, _reset_first(says(401)), times=2,
          acts=True),
    Fault("answer lost, then a pause of an hour", {C: BEFORE, B: AT_THE_END, A: lost("answer_lost.reset"),
          L: kept("too_many_requests", 2), E: still_refused("too_many_requests", 2), R: lost("answer_lost.reset")},
          _reset_first(says(429, Retry_After="3600")), times=2, acts=True),
    broken("drip without end", does(_endless()), "answer_lost.timeout", early=None, attempts=2,
           trouble=Setting("hkj_desktop.remotes.failures.LONGEST_ANSWER", 0.2)),
    Fault("slow drip, byte by byte", {C: BEFORE, B: AT_THE_END, A: passes(), L: passes(), E: passes(), R: passes()},
          lambda healthy: replace(answer(healthy.status, healthy.body), pause=0.0005), times=1, acts=True),
]  # fmt: skip

ODD = [
    Fault("numbers as strings", {C: BEFORE, B: AT_THE_END, A: passes(), L: passes(), E: passes(), R: passes()},
          changed(_as_text), times=1, acts=True),
    Fault("fields that nobody knows", {C: BEFORE, B: AT_THE_END, A: passes(), L: passes(), E: passes(), R: passes()},
          changed(_with_news), times=1, acts=True),
    Fault("a status that nobody knows", {C: BEFORE, B: AT_THE_END, A: passes(), L: passes(),
          E: Cell(UNKNOWN, None, Step.SETTLED, "uuuuu"), R: passes()}, changed(_strange), times=1, acts=True),
    Fault("answer about another import", {C: BEFORE, B: AT_THE_END, A: "any number may be the first", R: "as before",
          E: NO_IMPORT, L: kept("answer_unreadable.shape")}, changed(lambda body: body | {"batch_id": 99})),
    Fault("no answer for some events", {C: BEFORE, B: AT_THE_END, A: "it is one answer for all",
          R: "it is one answer for all", L: "it is one answer for all", E: Cell(UNKNOWN, None, Step.SETTLED, "aauuu")},
          changed(lambda body: {"results": body["results"][:2]}), times=1, acts=True),
    Fault("import broken off by the shop", {C: BEFORE, B: AT_THE_END, A: "an import has begun by then",
          E: NO_IMPORT, R: "an import has begun by then", L: Cell(FAILED, "import_broken", Step.SETTLED, "uuuuu", 2)},
          changed(lambda body: body | {"status": "failed", "error_kind": "system", "retriable": True,
                                       "processed_rows": 2, "error_summary": f"No, {KEY}."})),
    Fault("import counts other products", {C: BEFORE, B: AT_THE_END, A: "nothing hangs on the count then",
          E: NO_IMPORT, R: "nothing hangs on the count then", L: Cell(UNKNOWN, None, Step.SETTLED, "uuuuu")},
          changed(lambda body: body | {"total_rows": 7, "processed_rows": 7}), times=1),
]  # fmt: skip
