"""How a command ends: exit codes, one JSON object whatever happens, and journals that know where an upload stood."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hkj_desktop.uploads.connect import Connector
from hkj_desktop.uploads.entries import Outcome, Step
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.outbox import KEEP
from hkj_desktop.uploads.send import Sender
from tests.helpers.cli import SAMPLES, Running, cli
from tests.helpers.fault_server import FaultServer, Reply, answer, page, redirect, reset, silence
from tests.helpers.journal import QuickToken, told, write_catalogue
from tests.helpers.practice import DISABLED_KEY, MAIN_KEY, RunningShop, practice_shop
from tests.helpers.shop_client import hkj_access

SEND_KEYS = ["upload_id", "destination", "outcome", "batches", "products", "left_out", "unchanged", "planned", "sent",
             "accepted", "rejected", "unknown", "plan", "requests", "problems", "error"]  # fmt: skip
CHECK_KEYS = ["file", "format", "encoding", "delimiter", "sheet", "header_row", "mapping", "rows", "products", "ready",
              "counts", "problems"]  # fmt: skip
PROBLEM_KEYS = ["row", "column", "field", "sku", "value", "severity", "code", "message", "source"]
BATCH_KEYS = ["via", "batch_id", "status", "products", "total_rows", "processed_rows", "error_rows"]
BAD = SAMPLES / "minimarket-with-mistakes.csv"
GOOD = SAMPLES / "minimarket.csv"
ACCEPTED = answer(202, {"batch_id": 7, "status": "pending", "total_rows": 60})


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    with practice_shop(tmp_path_factory.mktemp("shop")) as shop:
        yield shop


@pytest.fixture
def shop(running: RunningShop) -> RunningShop:
    running.reset()
    return running


def journal_of(home: Path) -> Journal:
    return Journal(home / "uploads.sqlite", time.time).open()


def sums(found: dict[str, Any]) -> tuple[int, int, int, int]:
    assert list(found) == SEND_KEYS
    assert found["sent"] == found["accepted"] + found["rejected"] + found["unknown"]
    return found["sent"], found["accepted"], found["rejected"], found["unknown"]


def test_the_objects_have_the_promised_shape(shop: RunningShop, tmp_path: Path) -> None:
    """``check --json`` and ``send --json`` print exactly the published keys, in their order."""
    checked = cli("check", BAD, "--json", home=tmp_path).ended(1).object
    assert list(checked) == CHECK_KEYS
    assert list(checked["counts"]) == ["error", "warning"]
    assert {tuple(one) for one in checked["mapping"]} == {("column", "letter", "field", "reason")}
    assert {tuple(one) for one in checked["problems"]} == {tuple(PROBLEM_KEYS)}
    severities = [problem["severity"] for problem in checked["problems"]]
    assert checked["counts"] == {name: severities.count(name) for name in ("error", "warning")}
    sent = cli("send", BAD, "--json", "--base-url", shop.base_url, home=tmp_path, key=MAIN_KEY).ended(1).object
    assert list(sent) == SEND_KEYS
    assert [list(batch) for batch in sent["batches"]] == [BATCH_KEYS]
    assert {tuple(one) for one in sent["problems"]} == {tuple(PROBLEM_KEYS)}
    assert sent["destination"] == "hkj"


def test_the_whole_job_in_one_line(tmp_path: Path) -> None:
    """``send SAMPLE.xlsx --practice`` starts the practice shop, sends all 60 products and leaves no process behind."""
    ran = cli("send", SAMPLES / "minimarket.xlsx", "--practice", home=tmp_path).ended(0)
    assert ran.stdout == b"", "without --json nothing goes to standard output"
    assert "60 sent = 60 accepted + 0 refused + 0 not known yet" in ran.err
    (upload,) = journal_of(tmp_path).uploads()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", int(upload.target.base_url.split(":")[2].split("/")[0])), 5)
    assert not list((tmp_path / "outbox").iterdir())


REFUSING: list[tuple[str, list[Reply], int, str, str, bool]] = [
    # name, script, exit code, outcome, error code, whether the products count as sent
    ("401", [answer(401, {"error": "No."})], 3, "failed", "key_refused", False),
    ("403", [answer(403, {"error": "No."})], 3, "failed", "shop_disabled", False),
    ("400", [answer(400, {"error": "No."})], 4, "failed", "request_refused", False),
    ("413", [answer(413, b"", read=0)], 4, "failed", "body_too_large", False),
    ("429", [answer(429, headers={"Retry-After": "600"})], 4, "failed", "too_many_requests", False),
    ("500", [answer(500, {})], 4, "failed", "server_failed", True),
    ("reset", [reset()], 4, "unknown", "answer_lost", True),
    ("truncated", [answer(202, {"batch_id": 7}, cut=5)], 4, "unknown", "answer_unreadable", True),
    ("HTML", [page()], 4, "unknown", "answer_unreadable", True),
    ("404 mid-poll", [ACCEPTED, answer(404, {"error": "No such batch."})], 4, "unknown", "batch_missing", True),
    ("401 mid-poll", [ACCEPTED, answer(401, {})], 3, "unknown", "key_refused", True),
]


@pytest.mark.parametrize(("script", "code", "outcome", "error", "sent"), [one[1:] for one in REFUSING],
                         ids=[one[0] for one in REFUSING])  # fmt: skip
def test_each_fault_of_the_shop_has_its_own_ending(
    tmp_path: Path, script: list[Reply], code: int, outcome: str, error: str, sent: bool
) -> None:
    """One exit code, one outcome, one error with a sentence for people, and the sums of the journal."""
    with FaultServer(*script) as server:
        ran = cli("send", GOOD, "--json", "--base-url", server.base_url, home=tmp_path, key="ik_live_any_key_1")
    found = ran.ended(code).object
    assert (found["outcome"], found["error"]["code"]) == (outcome, error)
    assert sums(found) == ((60, 0, 0, 60) if sent else (0, 0, 0, 0))
    assert found["error"]["message"] in ran.err
    (upload,) = journal_of(tmp_path).uploads()
    assert (upload.id, upload.outcome, upload.error_code) == (found["upload_id"], outcome, error)


def test_a_pause_that_the_shop_asks_for_is_obeyed(tmp_path: Path) -> None:
    """429 with Retry-After: 1 costs a second and nothing else."""
    done = answer(200, {"batch_id": 7, "status": "done", "total_rows": 60, "processed_rows": 60, "error_rows": 0})
    with FaultServer(answer(429, headers={"Retry-After": "1"}), ACCEPTED, done) as server:
        begun = time.monotonic()
        ran = cli("send", GOOD, "--json", "--base-url", server.base_url, home=tmp_path, key="ik_live_any_key_1")
        assert time.monotonic() - begun >= 1
    assert sums(ran.ended(0).object) == (60, 60, 0, 0)


def test_a_redirect_reaches_no_other_host(tmp_path: Path) -> None:
    """The host that the shop points at gets no request and no connection."""
    with FaultServer(ACCEPTED) as other, FaultServer(redirect(other.base_url, 307)) as server:
        ran = cli("send", GOOD, "--json", "--base-url", server.base_url, home=tmp_path, key="ik_live_any_key_1")
        assert (other.connections, other.requests) == (0, [])
    found = ran.ended(4).object
    assert (found["outcome"], found["error"]["code"]) == ("failed", "redirect_refused")


def test_a_disabled_shop_and_an_unknown_key_are_refusals(shop: RunningShop, tmp_path: Path) -> None:
    """Both end with 3 and send nothing."""
    for key, error in ((DISABLED_KEY, "shop_disabled"), ("ik_nobody_12345", "key_refused")):
        ran = cli("send", GOOD, "--json", "--base-url", shop.base_url, home=tmp_path, key=key)
        assert ran.ended(3).object["error"]["code"] == error
    assert shop.products() == []


def test_a_file_that_the_shop_refuses_is_no_fault_of_the_shop(shop: RunningShop, tmp_path: Path) -> None:
    """``invalid_data`` is exit 1, and every product has the reason."""
    shop.settings(fail_next="invalid_data")
    ran = cli("send", GOOD, "--json", "--base-url", shop.base_url, home=tmp_path, key=MAIN_KEY)
    found = ran.ended(1).object
    assert (found["outcome"], sums(found)) == ("failed", (60, 0, 60, 0))


def test_a_breakdown_of_the_shop_is_sent_once_more_by_itself(shop: RunningShop, tmp_path: Path) -> None:
    """The shop breaks off in the middle: after a pause the same goes again, and each product is there once."""
    shop.settings(fail_next="system")
    ran = cli("send", GOOD, "--json", "--base-url", shop.base_url, home=tmp_path, key=MAIN_KEY).ended(0)
    assert "broke off the import; trying again" in ran.err
    assert sums(ran.object) == (60, 60, 0, 0)
    assert (len(shop.products()), shop.requests()["bulk"]) == (60, 2)


def test_a_shop_that_breaks_down_twice_is_told_as_one(tmp_path: Path) -> None:
    """The second time it is exit 4 and the person's to decide; nothing is called done."""
    broken = {"batch_id": 7, "status": "failed", "total_rows": 60, "processed_rows": 30, "error_rows": 0,
              "error_kind": "system", "retriable": True}  # fmt: skip
    with FaultServer(ACCEPTED, answer(200, broken), ACCEPTED, answer(200, broken)) as server:
        ran = cli("send", GOOD, "--json", "--base-url", server.base_url, home=tmp_path, key="ik_live_any_key_1")
        assert [request.method for request in server.requests] == ["POST", "GET"] * 2
    found = ran.ended(4).object
    assert (found["outcome"], found["error"]["code"], sums(found)) == ("failed", "import_broken", (60, 0, 0, 60))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_while_the_shop_imports_stops_in_good_order(shop: RunningShop, tmp_path: Path) -> None:
    """130, one object with ``cancelled``, and a journal from which the same upload can be followed to its end."""
    shop.settings(pace=30)
    with Running(["send", GOOD, "--json", "--base-url", shop.base_url], home=tmp_path, key=MAIN_KEY) as child:
        child.wait_for("The shop has worked through")
        child.process.send_signal(signal.SIGINT)
        ran = child.end().ended(130)
    found = ran.object
    assert (found["outcome"], found["error"]["code"]) == ("cancelled", "cancelled")
    assert sums(found) == (60, 0, 0, 60)
    assert journal_of(tmp_path).batches(found["upload_id"])[0].state is Step.TAKEN
    goes_on(tmp_path, shop, found["upload_id"])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_second_ctrl_c_ends_a_command_that_waits_for_an_answer(tmp_path: Path) -> None:
    """When the shop is silent the first one cannot be obeyed; the second ends it at once, with its one object."""
    with (
        FaultServer(silence()) as server,
        Running(["send", GOOD, "--json", "--base-url", server.base_url], home=tmp_path, key="ik_x_12345") as child,
    ):
        server.wait_for(1)
        child.wait_for("Sending:")
        child.process.send_signal(signal.SIGINT)
        child.wait_for("Stopping.")
        child.process.send_signal(signal.SIGINT)
        ran = child.end().ended(130)
    found = ran.object
    assert (found["outcome"], sums(found)) == ("cancelled", (60, 0, 0, 60))
    (upload,) = journal_of(tmp_path).interrupted()
    assert (upload.id, told(upload)) == (found["upload_id"], (0, 60, 0, 0, 60))


def goes_on(home: Path, shop: RunningShop, upload_id: str) -> None:
    """Another run of the same journal brings the upload to its end, with nothing sent twice."""
    connector = Connector(time.time, lambda: 0.5)
    try:
        client = connector.shop(hkj_access(shop.base_url, shop.api_key), QuickToken())
        upload = Sender(client, journal_of(home), home / "outbox", clock=time.time).run(
            upload_id, token := QuickToken()
        )
        while upload.outcome is not Outcome.DONE and not token.cancelled:
            upload = Sender(client, journal_of(home), home / "outbox", clock=time.time).run(upload_id, token)
    finally:
        connector.close()
    assert told(upload) == (0, 60, 60, 0, 0)
    assert shop.requests()["bulk"] == 1
    assert len(shop.products()) == 60


def test_a_killed_command_leaves_a_journal_that_knows_where_it_stood(shop: RunningShop, tmp_path: Path) -> None:
    """Killed while the shop imports: the batch's number is written down, and another start follows it to the end."""
    shop.settings(pace=30)
    with Running(["send", GOOD, "--json", "--base-url", shop.base_url], home=tmp_path, key=MAIN_KEY) as child:
        child.wait_for("The shop has worked through")
        child.process.kill()
        ran = child.end()
    assert ran.stdout == b""
    (upload,) = journal_of(tmp_path).interrupted()
    assert told(upload) == (0, 60, 0, 0, 60)
    (batch,) = journal_of(tmp_path).batches(upload.id)
    assert (batch.state, batch.batch_id is not None) == (Step.TAKEN, True)
    listed = cli("history", "--json", home=tmp_path).ended(0).object["uploads"]
    assert [(one["upload_id"], one["outcome"]) for one in listed] == [(upload.id, None)]
    goes_on(tmp_path, shop, upload.id)


def test_a_command_killed_before_the_answer_is_not_known_and_can_be_sent_again(
    shop: RunningShop, tmp_path: Path
) -> None:
    """Killed with the body under way: nothing is sent again by itself; ``resend`` ends well."""
    with (
        FaultServer(silence()) as server,
        Running(["send", GOOD, "--base-url", server.base_url], home=tmp_path, key=MAIN_KEY) as child,
    ):
        server.wait_for(1)
        child.process.kill()
        child.end()
    journal = journal_of(tmp_path)
    (upload,) = journal.interrupted()
    assert journal.batches(upload.id)[0].state is Step.SENDING
    connector = Connector(time.time, lambda: 0.5)
    try:
        client = connector.shop(hkj_access(shop.base_url, shop.api_key), QuickToken())
        sender = Sender(client, journal, tmp_path / "outbox", clock=time.time)
        first = sender.run(upload.id, QuickToken())
        assert (first.outcome, told(first)) == (Outcome.UNKNOWN, (0, 60, 0, 0, 60))
        assert shop.requests()["bulk"] == 0
        again = sender.resend(upload.id, QuickToken())
    finally:
        connector.close()
    assert (again.outcome, told(again)) == (Outcome.DONE, (0, 60, 60, 0, 0))


def test_history_lists_every_upload_newest_first(shop: RunningShop, tmp_path: Path) -> None:
    """One line for people and one entry in the object for each upload, with its sums."""
    assert cli("history", "--json", home=tmp_path).ended(0).object == {"uploads": []}
    for file in (GOOD, BAD):
        cli("send", file, "--base-url", shop.base_url, home=tmp_path, key=MAIN_KEY)
    ran = cli("history", "--json", home=tmp_path).ended(0)
    uploads = ran.object["uploads"]
    assert uploads[0]["unchanged"] == 48, "these were sent with the first file"
    assert [(one["file"], one["outcome"], one["accepted"], one["left_out"]) for one in uploads] == [
        (BAD.name, "done", 5, 8), (GOOD.name, "done", 60, 0),
    ]  # fmt: skip
    assert ran.err.count("\n") == 2


def test_a_damaged_record_is_set_aside_and_told(shop: RunningShop, tmp_path: Path) -> None:
    """The upload goes on with a new record, and the person reads under which name the old one is kept."""
    (tmp_path / "uploads.sqlite").write_bytes(b"not a database" * 100)
    ran = cli("send", GOOD, "--json", "--base-url", shop.base_url, home=tmp_path, key=MAIN_KEY).ended(0)
    (kept,) = tmp_path.glob("uploads-unreadable-*")
    assert kept.name in ran.err
    assert sums(ran.object) == (60, 60, 0, 0)


def test_one_damaged_upload_costs_the_history_nothing_else(shop: RunningShop, tmp_path: Path) -> None:
    """The others are listed with exit 0, and people read which one cannot be read."""
    ids = [
        cli("send", GOOD, "--everything", "--json", "--base-url", shop.base_url, home=tmp_path, key=MAIN_KEY)
        .ended(0)
        .object["upload_id"]
        for _ in range(2)
    ]
    db = sqlite3.connect(tmp_path / "uploads.sqlite")
    db.execute("PRAGMA ignore_check_constraints=ON")
    db.execute("UPDATE uploads SET created='abc' WHERE id=?", (ids[0],))
    db.commit()
    db.close()
    ran = cli("history", "--json", home=tmp_path).ended(0)
    assert [one["upload_id"] for one in ran.object["uploads"]] == ids[1:]
    assert f"damaged and cannot be read  [{ids[0]}]" in ran.err


def test_bodies_that_nobody_needs_any_more_are_removed(tmp_path: Path) -> None:
    """What an upload that failed left in the outbox goes after a month, with the next command."""
    with FaultServer(answer(401, {"error": "No."})) as server:
        cli("send", GOOD, "--base-url", server.base_url, home=tmp_path, key="ik_live_any_key_1").ended(3)
    (body,) = (tmp_path / "outbox").iterdir()
    cli("history", home=tmp_path).ended(0)
    assert body.exists()
    os.utime(body, (time.time() - KEEP - 60,) * 2)
    cli("history", home=tmp_path).ended(0)
    assert not body.exists()


def test_a_connection_that_is_gone_for_some_seconds_is_waited_for(tmp_path: Path) -> None:
    """More lost answers in a row than one look asks for: the command says so, goes on asking, and ends well."""
    done = answer(200, {"batch_id": 7, "status": "done", "total_rows": 60, "processed_rows": 60, "error_rows": 0})
    with FaultServer(ACCEPTED, *[reset()] * 5, done) as server:
        ran = cli("send", GOOD, "--json", "--base-url", server.base_url, home=tmp_path, key="ik_live_any_key_1")
    assert sums(ran.ended(0).object) == (60, 60, 0, 0)
    assert "trying again" in ran.err


def test_a_record_that_fails_in_the_middle_is_not_told_as_a_success(tmp_path: Path) -> None:
    """When the record cannot be written after the body left, the object says ``unknown`` and names the upload."""
    home = tmp_path / "home"
    with (
        FaultServer(silence(), ACCEPTED) as server,
        Running(["send", GOOD, "--json", "--base-url", server.base_url], home=home, key="ik_x_12345") as child,
    ):
        server.wait_for(1)
        for path in home.glob("uploads.sqlite*"):
            path.unlink()
        server.__exit__()
        ran = child.end().ended(2)
    found = ran.object
    assert (found["outcome"], found["error"]["code"]) == ("unknown", "journal_failed")
    assert sums(found) == (60, 0, 0, 60)
    assert found["upload_id"]


def test_a_file_that_is_ready_in_no_row_is_not_sent(shop: RunningShop, tmp_path: Path) -> None:
    """No upload, no request; exit 1, and every product counted as left out."""
    path = write_catalogue(tmp_path / "c.csv", 3, title="")
    path.write_text(path.read_text("utf-8").replace("عسل", ""), "utf-8")
    text = "sku,title_en,title_ar\n" + "".join(f"A-{n},Honey,\n" for n in range(3))
    path.write_text(text, "utf-8")
    ran = cli("send", path, "--json", "--base-url", shop.base_url, home=tmp_path / "home", key=MAIN_KEY)
    found = ran.ended(1).object
    assert (found["upload_id"], found["products"], found["left_out"], sums(found)) == (None, 3, 3, (0, 0, 0, 0))
    assert len(found["problems"]) >= 3
    assert shop.requests()["bulk"] == 0
    shutil.rmtree(tmp_path / "home")
