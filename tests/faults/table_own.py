"""The table of faults, second part: the way to the shop, this computer's disk, record and clock, and the program's own
end."""

from __future__ import annotations

import errno
import socket
import sqlite3
from dataclasses import replace
from pathlib import Path

from hkj_desktop.uploads.entries import Step
from tests.faults.cells import Cell, Fault, Moment
from tests.faults.children import killed, locked
from tests.faults.table import (
    ANSWERS,
    AT_THE_END,
    FAILED,
    FAILURES,
    ODD,
    REFUSALS,
    UNKNOWN,
    A,
    B,
    C,
    E,
    L,
    P,
    R,
    kept,
    passes,
    refused,
    says,
    still_refused,
)
from tests.faults.table_haqm import TABLE_HAQM
from tests.faults.troubles import (
    HOURS,
    Away,
    BodyChanges,
    FullOutbox,
    Jump,
    NoLocks,
    PlainServer,
    Proxy,
    Record,
    Trouble,
    Unreachable,
    WrongCertificate,
)

CONNECTED = "the connection is there by then"
LOCKED_FIRST = "the lock is taken before the first step"
UNMET = replace(passes(), met=None)
ONLY_REPORT: dict[Moment, Cell | str] = dict.fromkeys(Moment, "only the report is at fault")
KEY_FIRST = "the key is fetched once, before the first request"


def away(name: str, code: str, trouble: Trouble) -> Fault:
    """The shop cannot be reached, and certainly got nothing."""
    none = {C: refused(code), L: kept(code), E: refused(code), R: still_refused(code)}
    cells: dict[Moment, Cell | str] = {moment: replace(cell, met=None) for moment, cell in none.items()}
    haqm = {P: "see: the host of the report is not there"}
    return Fault(name, cells | {B: CONNECTED, A: CONNECTED}, trouble=trouble, haqm=haqm)


def record(name: str, reason: str, sqlite_code: int) -> Fault:
    """Nothing goes out that cannot be written down; the upload is left as interrupted, where it stood."""
    code = f"journal_failed.{reason}"
    nothing = Cell(None, code, Step.PLANNED, "ppppp", None)
    sent = Cell(None, code, Step.SENDING, "uuuuu", None)
    has_it = replace(sent, state=Step.TAKEN)
    cells = {C: nothing, B: sent, A: sent, L: has_it, E: sent, R: sent}
    return Fault(name, cells, trouble=Record(sqlite_code), haqm={P: has_it})


WAY = [
    away("nobody listens", "connect_failed.refused", Away()),
    away("unknown name", "connect_failed.name",
         Unreachable(socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "getaddrinfo")),
    away("no answer to the call", "connect_failed.timeout", Unreachable(TimeoutError("timed out"))),
    away("network unplugged", "connect_failed.other", Unreachable(OSError(errno.ENETUNREACH, "unreachable"))),
    away("certificate of nobody", "secure_failed", WrongCertificate()),
    away("no TLS at all", "secure_failed", PlainServer()),
    away("proxy asks for a password", "connect_failed.proxy_password", Proxy(407)),
    away("proxy says no", "connect_failed.proxy", Proxy(403)),
    away("proxy is not there", "connect_failed.refused", Proxy(None)),
]  # fmt: skip

LEFT = Cell(None, None, Step.SENDING, "uuuuu", None)

DISK = [
    record("disk full", "full", sqlite3.SQLITE_FULL),
    record("data folder read-only", "denied", sqlite3.SQLITE_READONLY),
    record("record held by another program", "busy", sqlite3.SQLITE_BUSY),
    record("record damaged", "damaged", sqlite3.SQLITE_CORRUPT),
    Fault("folder of the locks not to be made", {
        C: Cell(None, "file_not_saved.denied", Step.PLANNED, "ppppp", None), B: LOCKED_FIRST, A: LOCKED_FIRST,
        L: LOCKED_FIRST, E: LOCKED_FIRST, R: Cell(None, "file_not_saved.denied", Step.SENDING, "uuuuu", None)},
        trouble=NoLocks(), haqm={P: LOCKED_FIRST}),
    Fault("disk full for the halves of a body", {
        C: "nothing is written then", B: "nothing is written then", L: "nothing is written then",
        A: refused("file_not_saved.full"), E: refused("file_not_saved.full"),
        R: still_refused("file_not_saved.full")}, says(413), trouble=FullOutbox(),
        haqm={P: "see: disk full for the report"}),
    Fault("disk full for the report", ONLY_REPORT, trouble=FullOutbox(), haqm={P: passes()}, systems=("haqm",),
          log="the report of u1-0 was not kept"),
    Fault("body gone from the disk", {
        C: Cell(FAILED, "file_missing", Step.PLANNED, "ppppp", None), B: "it is open by then",
        A: "nothing is read then", L: "nothing is read then", E: "it is read by then",
        R: Cell(UNKNOWN, "file_missing", Step.PLANNED, "uuuuu", None)}, trouble=BodyChanges(Path.unlink),
        haqm={P: "nothing is read then"}),
    Fault("body cut short by another program", {
        C: replace(refused("file_damaged"), met=None), B: replace(refused("file_damaged"), met=None),
        A: "nothing is read then", L: "nothing is read then", E: "it is read by then",
        R: replace(still_refused("file_damaged"), met=None)},
        trouble=BodyChanges(lambda path: path.write_bytes(path.read_bytes()[:300])),
        haqm={B: "it is read before it goes", P: "nothing is read then"}),
]  # fmt: skip

CLOCK = [
    Fault("the computer sleeps for eight hours", {C: UNMET, B: UNMET, A: passes(), L: passes(), E: passes(),
          R: passes()}, times=1, trouble=Jump(HOURS), haqm={P: passes()}),
    Fault("the clock is put back by a day", {C: UNMET, B: UNMET, A: passes(), L: passes(), E: passes(),
          R: passes()}, times=1, trouble=Jump(-3 * HOURS), haqm={P: passes()}),
    Fault("it sleeps while the shop is away", {C: "see: after the body", B: AT_THE_END, A: passes(2), L: passes(2),
          E: passes(2), R: passes(2)}, says(429), times=2, attempts=1, grace=60, trouble=Jump(HOURS),
          haqm={P: passes(2)}),
]  # fmt: skip

PROGRAM = [
    Fault("process killed", {
        C: "what is under way is written down before the call: see the body", B: LEFT, A: LEFT, E: LEFT, R: LEFT,
        L: replace(LEFT, state=Step.TAKEN)}, child=killed, haqm={P: replace(LEFT, state=Step.TAKEN)}),
    Fault("key store locked", {
        C: Cell(None, "vault_locked", "", "", None), B: KEY_FIRST, A: KEY_FIRST, L: KEY_FIRST, E: KEY_FIRST,
        R: replace(LEFT, code="vault_locked")}, child=locked, haqm={P: KEY_FIRST}),
]  # fmt: skip

TABLE: dict[str, list[Fault]] = {
    "the way to the shop": WAY,
    "answers that make no sense": ANSWERS,
    "odd answers": ODD,
    "refusals": REFUSALS,
    "failures of the shop and of the line": FAILURES,
    "disk and record": DISK,
    "clock": CLOCK,
    "the program itself": PROGRAM,
    **TABLE_HAQM,
}
EVERY = [fault for faults in TABLE.values() for fault in faults]
