"""The table of faults, third part: what only HAQM's stores do wrong, in their own words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any

from hkj_desktop.uploads.entries import Step
from tests.faults.cells import Cell, Fault, Healthy, Spoil
from tests.faults.shelf_haqm import COLUMNS
from tests.faults.table import (
    AT_THE_END,
    BEFORE,
    BEGUN,
    DONE,
    ENDED,
    FAILED,
    NO_IMPORT,
    REPEATED_500,
    SECRETS,
    UNKNOWN,
    UNREAD,
    A,
    B,
    C,
    Cells,
    E,
    L,
    P,
    R,
    at_once,
    changed,
    does,
    kept,
    lost,
    passes,
    refused,
    still_refused,
)
from tests.faults.troubles import closed_port
from tests.helpers.fault_server import Reply, answer
from tests.helpers.haqm_client import TOKEN

ONLY_HAQM = ("haqm",)
NOT_THE_REPORT = "the report is behind a link, and not at HAQM's own address"
NO_LIST = "it is said of a list of items"


def haqm(name: str, cells: Cells, spoil: Spoil, **rest: Any) -> Fault:
    """A row of HAQM's alone. What says nothing else is about an upload or a look, and comes at the end of it."""
    usual: Cells = {C: BEFORE, B: AT_THE_END, E: NO_IMPORT, P: NOT_THE_REPORT}
    return Fault(name, usual | cells, spoil, systems=ONLY_HAQM, **rest)


def errors(status: int, words: str, **headers: str) -> Spoil:
    """An error in HAQM's manner."""
    return lambda _: answer(status, {"errorMsg": words}, headers=headers)


def gateway(name: str, status: int, kind: str, words: str, code: str) -> Fault:
    """An error of the gateway before HAQM, which lets nothing through."""

    def spoil(_: Healthy) -> Reply:
        return answer(status, {"message": words}, headers={"x-amzn-ErrorType": kind})

    cells: Cells = {B: refused(code), A: refused(code), L: kept(code), R: still_refused(code)}
    return haqm(name, cells, spoil, early=at_once(spoil))


def ingestion(name: str, cell: Cell, spoil: Spoil, **rest: Any) -> Fault:
    """What a look at an ingestion finds."""
    return haqm(name, {A: BEGUN, R: BEGUN, L: cell, P: ENDED}, spoil, **rest)


def report(name: str, cell: Cell, spoil: Spoil, **rest: Any) -> Fault:
    """A report that is not as it should be; what is certain stays certain while it is."""
    return haqm(name, {A: "there is no report yet", R: "there is no report yet", L: "there is no report yet", P: cell},
                spoil, **rest)  # fmt: skip


def for_good(code: str, met: int = 1) -> Cell:
    """All items are refused, for a reason of their own: whoever sends them again as they are changes nothing."""
    return Cell(FAILED, code, Step.SETTLED, "rrrrr", met, end="rrrrr")


def ends(status: str) -> Spoil:
    return changed(lambda body: body | {"processingStatus": status, "reportDownloadLink": None})


def link(to: Callable[[], object]) -> Spoil:
    return changed(lambda body: body | {"reportDownloadLink": to()})


def xml(status: int, code: str, words: str) -> Spoil:
    """What the host of reports says."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>{words}</Message></Error>'
    return does(answer(status, text.encode(), content_type="application/xml"))


def rows(change: Callable[[list[str]], list[str]], columns: str = COLUMNS) -> Spoil:
    """The report with other rows; each is ``SKU,store,status,message``."""

    def spoil(healthy: Healthy) -> Reply:
        lines = healthy.body.decode().splitlines()[1:]
        return answer(200, "\r\n".join([columns, *change(lines), ""]).encode())

    return spoil


def _as_json(healthy: Healthy) -> Reply:
    names, *lines = [line.split(",") for line in healthy.body.decode().splitlines()]
    records = [dict(zip(names, line, strict=True)) for line in lines]
    return answer(200, gzip.compress(json.dumps({"items": records}).encode()))


def _refusing(line: str, words: str = "No such barcode.") -> str:
    return line.replace("SUCCESS,", f"FAILURE,{words}")


EXPIRED = xml(403, "AccessDenied", "Request has expired")
SECOND_REFUSED = Cell(DONE, None, Step.SETTLED, "araaa", end="araaa")

WORDS = [
    haqm("429 above the rate, then well", {A: passes(2), L: passes(2), R: passes(2)}, errors(429, "Too Many Requests"),
         times=2),
    haqm("500 that recommends to try again, for ever", {A: REPEATED_500, L: kept("server_failed", 4), R: REPEATED_500},
         errors(500, "Internal Server Error. Please retry."), acts=True),
    haqm("500 that recommends not to", {A: lost("server_failed.final", 1, FAILED), L: kept("server_failed.final"),
         R: lost("server_failed.final", 1, FAILED)},
         errors(500, "Internal Server Error. Retry is NOT recommended."), acts=True),
    haqm("400, all stores are wrong", {A: for_good("stores_refused.all"), L: kept("request_refused"),
         R: for_good("stores_refused.all")}, errors(400, "One or more StoreID's present in the request is incorrect")),
    haqm("400, some stores are wrong", {A: for_good("stores_refused.some"), L: kept("request_refused"),
         R: for_good("stores_refused.some")},
         errors(400, "List of store ID's present in the request are either incorrect/not associated with same "
                     "retailer")),
    haqm("400, invalid body, for every body", {A: for_good("items_refused", 9), L: kept("request_refused"),
         R: for_good("items_refused", 9)}, errors(400, "Invalid request body")),
    haqm("400, invalid body, once", {A: passes(), L: NO_LIST, R: passes()}, errors(400, "Invalid request body"),
         times=1),
]  # fmt: skip

ACCESS = [
    gateway("unknown key", 403, "UnrecognizedClientException", "The security token included in the request is invalid.",
            "access_refused.key"),
    gateway("wrong signature", 403, "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. The Canonical String for "
            f"this request should have been 'POST\nx-amz-security-token:{TOKEN}'", "access_refused.signature"),
    gateway("clock of this computer wrong", 403, "InvalidSignatureException",
            "Signature expired: 20270115T080000Z is now earlier than 20270115T081000Z", "access_refused.clock"),
    gateway("session token ran out", 403, "ExpiredTokenException",
            "The security token included in the request is expired", "access_refused.token"),
    gateway("region wrong", 403, "InvalidSignatureException", "Credential should be scoped to a valid region.",
            "access_refused.region"),
    gateway("nothing at this address", 403, "MissingAuthenticationTokenException", "Missing Authentication Token",
            "access_refused.address"),
    gateway("never let in", 403, "AccessDeniedException", f"User: x is not authorized. {SECRETS}",
            "access_refused.onboarding"),
    gateway("404 of the gateway", 404, "NotFoundException", "Not Found", "server_failed.address"),
]  # fmt: skip

INGESTIONS = [
    ingestion("cancelled, for ever", Cell(FAILED, "import_broken.cancelled", Step.SETTLED, "uuuuu"), ends("CANCELLED")),
    ingestion("cancelled once", Cell(FAILED, "import_broken.cancelled", Step.SETTLED, "uuuuu"), ends("CANCELED"),
              times=1),
    ingestion("broken off once, then well", passes(), ends("FATAL"), times=1),
    ingestion("back in the queue, then well", passes(2), ends("INQUEUE"), times=2),
    ingestion("done, and never a report", kept("report_missing"), ends("DONE")),
    ingestion("done, and the report comes later", passes(2), ends("DONE"), times=2, grace=60),
    ingestion("the host of the report is not there", kept("connect_failed.refused"),
              link(lambda: f"http://127.0.0.1:{closed_port()}/r")),
    ingestion("a link to a place in clear text", kept("answer_unreadable.shape"), link(lambda: "http://example.com/r")),
    ingestion("a link that is none", kept("answer_unreadable.shape"), link(lambda: "s3://bucket/report.csv")),
    ingestion("a link of another kind", kept("report_missing"), link(lambda: {"url": "https://example.com/r"})),
]  # fmt: skip

REPORTS = [
    report("link expired once", passes(), EXPIRED, times=1),
    report("link expired, for ever", kept("report_expired", 3), EXPIRED),
    report("link of a role expired once", passes(), xml(400, "ExpiredToken", "The provided token has expired."),
           times=1),
    report("report not there yet", passes(2), xml(404, "NoSuchKey", "The specified key does not exist."), times=2),
    report("an empty file", UNREAD, does(answer(200, b""))),
    report("nothing but noise", UNREAD, does(answer(200, bytes(range(256)) * 20))),
    report("columns that nobody knows", UNREAD, rows(lambda lines: lines, "a,b,c,d")),
    report("words that nobody knows", UNREAD, rows(lambda lines: [one.replace("SUCCESS", "MAYBE") for one in lines])),
    report("items missing", Cell(UNKNOWN, None, Step.SETTLED, "aauuu"), rows(lambda lines: lines[:2]), times=1),
    report("strangers besides all items", passes(),
           rows(lambda lines: [*lines, "X-1,S1,FAILURE,no", "A-1,S9,FAILURE,no"])),
    report("strangers in a list of refusals", UNREAD, rows(lambda _: ["X-1,S1,FAILURE,no"])),
    report("refusals alone", SECOND_REFUSED, rows(lambda lines: [_refusing(lines[1])])),
    report("an item accepted and refused", SECOND_REFUSED, rows(lambda lines: [*lines, _refusing(lines[1])])),
    report("a refusal that repeats our secrets", SECOND_REFUSED,
           rows(lambda lines: [lines[0], _refusing(lines[1], f"No {SECRETS}."), *lines[2:]])),
    report("another order, no stores", passes(),
           rows(lambda lines: [one.replace(",S1,", ",") for one in reversed(lines)], "sku,status,message")),
    report("JSON in place of CSV, packed", passes(), _as_json),
]  # fmt: skip

TABLE_HAQM = {
    "HAQM's own words": WORDS,
    "the gateway before HAQM": ACCESS,
    "ingestions": INGESTIONS,
    "reports": REPORTS,
}
