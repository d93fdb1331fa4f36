"""The key is in no file, no line and no error, however a command ends."""

from __future__ import annotations

import base64
import os
import sys
import traceback
import urllib.parse
from pathlib import Path

import pytest

from hkj_desktop.errors import AppError
from hkj_desktop.system.secret import Secret
from hkj_desktop.uploads.connect import Connector
from tests.helpers.cli import ROOT, SAMPLES, Ran, Running, cli
from tests.helpers.fault_server import FaultServer, Reply, answer, page, redirect, reset, silence
from tests.helpers.journal import NOW, QuickToken
from tests.helpers.shop_client import hkj_access

GOOD = SAMPLES / "minimarket.csv"
# One in the published form, and one that nothing but its value betrays.
KEYS = ["ik_live_Zq7Xv93kLmTgR5wN", "Zq7Xv93k.LmTgR5wN~plain"]
ACCEPTED = answer(202, {"batch_id": 7, "status": "pending", "total_rows": 60})


def done(error: str) -> Reply:
    """60 products, one of them refused with these words."""
    told = {"batch_id": 7, "status": "done", "total_rows": 60, "processed_rows": 59, "error_rows": 1,
            "error_summary": error, "errors": [{"row": 1, "error": error}]}  # fmt: skip
    return answer(200, told)


def spellings(key: str) -> dict[str, bytes]:
    """The key as bytes in every way in which it could hide in a file."""
    found = {
        "plain": key.encode(),
        "UTF-16 LE": key.encode("utf-16-le"),
        "UTF-16 BE": key.encode("utf-16-be"),
        "hex": key.encode().hex().encode(),
        "backwards": key[::-1].encode(),
        "URL": urllib.parse.quote(key, safe="").encode(),
    }
    for shift in range(3):
        # The middle of a Base64 text does not depend on what stands before and after, save for the shift.
        text = base64.b64encode(b"x" * shift + key.encode())
        found[f"Base64 {shift}"] = text[4:-4]
    return found


def assert_nowhere(key: str, folder: Path, *ran: Ran) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files, "nothing was written, so nothing was tested"
    for name, spelling in spellings(key).items():
        for path in files:
            assert spelling not in path.read_bytes(), f"{name} in {path.relative_to(folder)}"
            assert spelling not in os.fsencode(path), f"{name} in a file name"
        for one in ran:
            assert spelling not in one.stdout, f"{name} on standard output"
            assert spelling not in one.stderr, f"{name} on standard error"


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    """Each spelling, planted in a file, is found: the tests below would notice."""
    for name, spelling in spellings(KEYS[0]).items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "file").write_bytes(b"before " + spelling + b" after")
        with pytest.raises(AssertionError, match="in file"):
            assert_nowhere(KEYS[0], folder)
    mail = tmp_path / "mail"
    mail.mkdir()
    (mail / "file").write_bytes(base64.b64encode(f"X-API-Key: {KEYS[0]}\r\n".encode()))
    with pytest.raises(AssertionError, match="Base64"):
        assert_nowhere(KEYS[0], mail)


@pytest.mark.parametrize("key", KEYS, ids=["published form", "any form"])
def test_the_key_is_nowhere_after_every_kind_of_ending(tmp_path: Path, key: str) -> None:
    """Good, refused, redirected, lost, unreadable: with a server that repeats the key in whatever it says."""
    echo = f"The key {key} (X-API-Key: {key}) is not welcome"
    endings: list[tuple[list[Reply], int]] = [
        ([ACCEPTED, done(echo)], 1),
        ([answer(401, {"error": echo})], 3),
        ([answer(403, {"detail": echo})], 3),
        ([answer(400, {"message": echo})], 4),
        ([answer(500, echo.encode(), content_type="text/plain")], 4),
        ([ACCEPTED, answer(404, {"error": echo})], 4),
        ([page(200)], 4),
        ([reset()], 4),
        ([answer(202, {"batch_id": echo})], 4),
    ]
    ran = []
    for script, code in endings:
        with FaultServer(*script) as server:
            arguments = ["send", GOOD, "--json", "--problems", tmp_path / "out.csv", "--base-url", server.base_url]
            ran.append(cli(*arguments, home=tmp_path, key=key).ended(code))
            assert server.requests[0].headers["x-api-key"] == key
    with FaultServer(ACCEPTED) as other, FaultServer(redirect(other.base_url)) as server:
        ran.append(cli("send", GOOD, "--json", "--base-url", server.base_url, home=tmp_path, key=key).ended(4))
        assert other.requests == []
    ran.append(cli("history", "--json", home=tmp_path, key=key).ended(0))
    assert_nowhere(key, tmp_path, *ran)


CRASH = """
import os
import hkj_desktop.remotes.hkj as hkj
def burst(self, *args, **kwargs):
    key = self._key.reveal()
    raise RuntimeError(f"cannot reach the shop with {key}", {"X-API-Key": key})
hkj.HkjShop.bulk = burst
"""


@pytest.mark.parametrize("key", KEYS, ids=["published form", "any form"])
def test_the_key_is_not_in_the_log_of_a_crash(tmp_path: Path, key: str) -> None:
    """A fault of ours that carries the key in its text: words for people, a cleaned traceback in the log, exit 70."""
    (tmp_path / "sitecustomize.py").write_text(CRASH, "utf-8")
    home = tmp_path / "home"
    extra = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    ran = cli("send", GOOD, "--json", "--base-url", "http://127.0.0.1:9/api", home=home, key=key, extra=extra).ended(70)
    log = (home / "logs" / "hkj-desktop.log").read_text("utf-8")
    assert "RuntimeError: ('cannot reach the shop with [hidden]'" in log
    assert ran.object["error"]["code"] == "unexpected"
    assert ran.object["outcome"] == "unknown"
    assert "hkj-desktop.log" in ran.err
    assert_nowhere(key, home, ran)


def test_the_key_is_nowhere_while_a_command_is_at_work_and_after_it_was_killed(tmp_path: Path) -> None:
    """Neither among the arguments of the process nor in what a killed one leaves behind."""
    key = KEYS[0]
    with (
        FaultServer(silence()) as server,
        Running(["send", GOOD, "--base-url", server.base_url], home=tmp_path, key=key) as child,
    ):
        server.wait_for(1)
        if sys.platform == "linux":
            assert key.encode() not in Path(f"/proc/{child.process.pid}/cmdline").read_bytes()
        child.process.kill()
        ran = child.end()
    assert_nowhere(key, tmp_path, ran)


@pytest.mark.parametrize(
    "reply",
    [answer(401, {"error": "No."}), answer(500, {}), redirect("http://localhost:9/api"), reset(), page()],
    ids=["401", "500", "redirect", "reset", "HTML"],
)
def test_no_error_and_no_object_shows_the_key(reply: Reply) -> None:
    """Text, repr, parameters and the whole traceback of what a shop raises, its causes included."""
    key = KEYS[1]
    connector = Connector(lambda: NOW, lambda: 0.0)
    with FaultServer(reply) as server:
        shop = connector.shop(hkj_access(server.base_url, Secret(key)), QuickToken())
        with pytest.raises(AppError) as caught:
            shop.batch(7)
        connector.close()
    error = caught.value
    said = [str(error), repr(error), repr(error.params), *traceback.format_exception(error)]
    assert key not in "".join(said) + repr(shop) + str(shop) + repr(connector)
