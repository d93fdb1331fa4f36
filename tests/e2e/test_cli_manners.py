"""What people and scripts do to a command line: wrong words, odd files, closed pipes, other folders, no display."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from hkj_desktop.system.settings import Profile, SettingsStore
from tests.helpers.cli import ROOT, SAMPLES, Running, cli, command, environment
from tests.helpers.fault_server import FaultServer, answer
from tests.helpers.practice import MAIN_KEY, practice_shop

BAD = SAMPLES / "minimarket-with-mistakes.csv"
GOOD = SAMPLES / "minimarket.csv"
posix = pytest.mark.skipif(sys.platform == "win32", reason="streams and names of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has it")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["check"], "usage", "FILE"),
        (["check", GOOD, "--for", "shopify"], "usage", "invalid choice: 'shopify'"),
        (["check", GOOD, "--colour"], "usage", "--colour"),
        (["check", GOOD, "another.csv"], "usage", "another.csv"),
        (["send", GOOD], "usage", "ne of the arguments --profile --practice --base-url is required"),
        (["send", GOOD, "--practice", "--base-url", "http://127.0.0.1:9/api"], "usage", "not allowed with"),
        (["send", GOOD, "--practice", "--as", "yaml"], "usage", "invalid choice: 'yaml'"),
        (["send", GOOD, "--base-url", "http://127.0.0.1:9/api"], "usage", "HKJ_API_KEY"),
        (["send", GOOD, "--base-url", "http://127.0.0.1:9/api", "--api-key", "ik_live_secret9"], "usage", "[hidden]"),
        (["send", GOOD, "--profile", "My shop"], "settings_failed", "My shop"),
        (["history", "--data-dir"], "usage", "--data-dir"),
        (["practice", "--port", "high"], "usage", "invalid int value"),
        (["practice", "--port", "99999"], "practice_failed", "practice shop did not start"),
        (["practice", "--pace", "-3"], "usage", "--pace"),
        (["practice", "--pace", "nan"], "usage", "--pace"),
    ],
    ids=lambda value: " ".join(map(str, value[:1] + value[-2:])) if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_and_ends_with_2(tmp_path: Path, arguments: list[object], code: str, words: str) -> None:
    """A sentence on standard error, its code in the one object on standard output, and exit 2."""
    ran = cli(*arguments, "--json", home=tmp_path).ended(2)
    error = ran.object["error"]
    assert error["code"] == code
    assert words in error["message"]
    assert error["message"] in ran.err
    assert "secret9" not in ran.err
    assert not list(tmp_path.glob("*.sqlite"))


@pytest.mark.parametrize("key", ["two words", "مفتاح-عربي-1", "bad\nline-1"])
def test_a_key_that_no_header_can_carry_is_refused_before_anything_is_sent(tmp_path: Path, key: str) -> None:
    """Exit 3, no request, and the key in no output."""
    with FaultServer(answer(202, {"batch_id": 1})) as server:
        ran = cli("send", GOOD, "--json", "--base-url", server.base_url, home=tmp_path, key=key).ended(3)
        assert server.connections == 0
    assert ran.object["error"]["code"] == "key_refused"
    assert key.encode() not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://shop.example/api", "address_refused"),
        ("ftp://shop.example/api", "address_refused"),
        ("shop", "address_refused"),
        ("https://user:word@shop.example/api", "address_refused"),
    ],
)
def test_an_address_that_may_not_be_used_is_a_mistake_of_usage(tmp_path: Path, address: str, code: str) -> None:
    """Exit 2, and nothing is planned for it."""
    ran = cli("send", GOOD, "--json", "--base-url", address, home=tmp_path, key="ik_live_12345678").ended(2)
    assert ran.object["error"]["code"] == code
    assert cli("history", "--json", home=tmp_path).object == {"uploads": []}


def test_nobody_at_the_address_is_4(tmp_path: Path) -> None:
    """An unreachable shop: exit 4, nothing counts as sent, the sentence says so."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    ran = cli("send", GOOD, "--json", "--base-url", f"http://127.0.0.1:{port}/api", home=tmp_path, key="ik_1234567")
    found = ran.ended(4).object
    assert (found["outcome"], found["sent"], found["error"]["code"]) == ("failed", 0, "connect_failed")
    assert "Nothing was sent" in ran.err


FILES = ["missing", "folder", "empty", "picture", "truncated workbook", "no rows", "no name", "long name"]


@pytest.mark.parametrize(("verb", "kind"), [*(("check", kind) for kind in FILES), ("send", "picture")])
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, verb: str, kind: str) -> None:
    """Exit 2, one object with the code of a file error, the file's name in the sentence, and no traceback."""
    path = tmp_path / "catalogue.xlsx"
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.touch()
    elif kind == "picture":
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    elif kind == "truncated workbook":
        path.write_bytes((SAMPLES / "minimarket.xlsx").read_bytes()[:3000])
    elif kind == "no rows":
        path = tmp_path / "catalogue.csv"
        path.write_text("sku,title_en\n", "utf-8")
    elif kind == "no name":
        path = Path()
    elif kind == "long name":
        path = tmp_path / ("n" * 300)
    where = ["--practice"] if verb == "send" else []
    ran = cli(verb, path, "--json", *where, home=tmp_path / "home").ended(2)
    assert ran.object["error"]["code"].startswith("file_")
    assert ran.object["error"]["message"] in ran.err
    if kind != "no name":
        assert path.name[:20] in ran.err


def test_a_sheet_can_be_named_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    """``--sheet`` picks one; for an unknown name the sentence lists those that are there."""
    found = cli("check", SAMPLES / "minimarket.xlsx", "--sheet", "Products", "--json", home=tmp_path).ended(0).object
    assert found["sheet"] == "Products"
    ran = cli("check", SAMPLES / "minimarket.xlsx", "--sheet", "المنتجات", "--json", home=tmp_path).ended(2)
    assert ran.object["error"]["code"] == "sheet_missing"
    assert "Products" in ran.err
    assert "المنتجات" in ran.err


def test_the_saved_problems_are_those_of_the_object(tmp_path: Path) -> None:
    """``--problems OUT.csv`` holds one row for each problem, in their order, with a byte order mark for Excel."""
    out = tmp_path / "مشاكل.csv"
    found = cli("check", BAD, "--json", "--problems", out, home=tmp_path).ended(1).object
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["Row"], row["Column"], row["SKU"], row["Code"]) for row in rows] == [
        (str(p["row"]), p["column"] or "", p["sku"] or "", p["code"]) for p in found["problems"]
    ]
    assert {row["Found by"] for row in rows} == {"Our check"}


def test_saved_problems_hold_the_shops_words_and_no_formula(tmp_path: Path) -> None:
    """What the shop says of a product, and a cell that Excel would run, come back harmless."""
    path = tmp_path / "c.csv"
    path.write_text("sku,title_en,title_ar,price_jod\nA,Tea,شاي,1\nB,Milk,حليب,=1+1\n", "utf-8")
    out = tmp_path / "out.csv"
    with practice_shop(tmp_path / "shop", reject={"A": "=cmd|' /C calc'!A0"}) as shop:
        ran = cli("send", path, "--problems", out, "--base-url", shop.base_url, home=tmp_path / "h", key=MAIN_KEY)
    ran.ended(1)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["SKU"]: row for row in csv.DictReader(file)}
    assert "=cmd|" in rows["A"]["Problem"]
    assert rows["A"]["Found by"] == "The shop"
    assert rows["B"]["Value"] == "'=1+1"
    assert not [cell for row in rows.values() for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_the_list_of_problems_never_overwrites_the_catalogue(tmp_path: Path) -> None:
    """``--problems`` that names the catalogue, by whatever way, is refused and the file is as it was."""
    path = tmp_path / "list.csv"
    shutil.copy(BAD, path)
    for out in (path, "list.csv", tmp_path / "home" / ".." / "list.csv"):
        (tmp_path / "home").mkdir(exist_ok=True)
        ran = cli("check", path, "--problems", out, "--json", home=tmp_path / "home", cwd=tmp_path).ended(2)
        assert ran.object["error"]["code"] == "usage"
    assert path.read_bytes() == BAD.read_bytes()


@pytest.mark.parametrize("verb", ["check", "send"])
def test_problems_that_cannot_be_saved_do_not_cost_the_object(tmp_path: Path, verb: str) -> None:
    """The one object has all that was found and the reason; exit 2."""
    where = ["--practice"] if verb == "send" else []
    out = tmp_path / "nowhere" / "out.csv"
    ran = cli(verb, GOOD, "--json", "--problems", out, *where, home=tmp_path / "home").ended(2)
    assert ran.object["products"] == 60
    assert ran.object["error"]["code"] == "file_not_saved"
    if verb == "send":
        assert (ran.object["outcome"], ran.object["accepted"]) == ("done", 60)


def test_a_relative_path_means_the_folder_that_one_stands_in(tmp_path: Path) -> None:
    """A bare file name is found, and the record keeps the whole path."""
    shutil.copy(GOOD, tmp_path / "my list.csv")
    home = tmp_path / "home"
    ran = cli("send", "my list.csv", "--practice", "--problems", "out.csv", home=home, cwd=tmp_path).ended(0)
    assert ran.stdout == b""
    assert (tmp_path / "out.csv").exists()
    assert cli("history", "--json", home=home).object["uploads"][0]["file"] == "my list.csv"


@posix
@pytest.mark.parametrize("name", ["قائمة المنتجات.csv", "two\nlines.csv", "-dash.csv", "esc\x1b[2J.csv", "%s{x}.csv"])
def test_odd_file_names_are_only_names(tmp_path: Path, name: str) -> None:
    """Arabic, a line break, a dash in front, terminal codes, braces: read, told, and harmless on the terminal."""
    path = tmp_path / name
    shutil.copy(BAD, path)
    ran = cli("check", path, "--json", home=tmp_path / "home").ended(1)
    assert ran.object["file"] == name
    assert b"\x1b" not in ran.stdout + ran.stderr
    missing = cli("check", f"{path}.gone", "--json", home=tmp_path / "home").ended(2)
    assert missing.object["file"] == f"{name}.gone"
    assert b"\x1b" not in missing.stdout + missing.stderr


@linux
def test_a_file_name_that_is_no_text_is_sent_like_any_other(tmp_path: Path) -> None:
    """A name with bytes that are no UTF-8 is checked, sent and listed."""
    path = tmp_path / os.fsdecode(b"catalogue-\xff.csv")
    shutil.copy(GOOD, path)
    found = cli("send", os.fsencode(path), "--practice", "--json", home=tmp_path / "home").ended(0).object
    assert found["accepted"] == 60
    listed = cli("history", "--json", home=tmp_path / "home").ended(0).object["uploads"]
    assert listed[0]["file"] == "catalogue-\\udcff.csv"


def test_cells_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    """Terminal codes and marks that turn the direction reach no terminal; JSON spells them out."""
    path = tmp_path / "c.json"
    price = "1\x1b]0;title\x07\u202e5\x9b"
    path.write_text(json.dumps([{"sku": "A", "title_en": "Tea", "title_ar": "شاي", "price_jod": price}]), "utf-8")
    ran = cli("check", path, "--json", home=tmp_path).ended(1)
    for code in ("\x1b", "\x07", "\u202e", "\x9b"):
        assert code not in ran.err
    assert b"\x1b" not in ran.stdout


def raw(arguments: list[object], home: Path, **how: object) -> subprocess.Popen[bytes]:
    env = environment(extra={"HKJ_DESKTOP_HOME": str(home)})
    return subprocess.Popen(command(*arguments), env=env, cwd=ROOT, stdin=subprocess.DEVNULL, **how)  # type: ignore[call-overload,no-any-return]


@posix
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    """``check --json | true`` ends with the check's own code and without a word about pipes."""
    child = raw(["check", BAD, "--json"], tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.close()
    assert child.stderr is not None
    said = child.stderr.read().decode()
    child.stderr.close()
    assert child.wait(60) == 1
    assert "Traceback" not in said
    assert "pipe" not in said.lower()


@posix
def test_an_upload_goes_on_when_nobody_reads_its_progress(tmp_path: Path) -> None:
    """Standard error that is closed in the middle changes neither the upload nor the object."""
    child = raw(["send", GOOD, "--json", "--practice"], tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stderr is not None
    child.stderr.close()
    out, _ = child.communicate(timeout=60)
    assert child.returncode == 0
    assert json.loads(out)["accepted"] == 60


@posix
@pytest.mark.parametrize("closed", [1, 2], ids=["stdout", "stderr"])
def test_a_stream_that_is_closed_from_the_start_gets_nothing(tmp_path: Path, closed: int) -> None:
    """With ``>&-`` the work is done, and what belongs to one stream does not turn up on the other."""
    shell = f'exec "$@" {closed}>&-'
    env = environment(extra={"HKJ_DESKTOP_HOME": str(tmp_path)})
    done = subprocess.run(
        ["sh", "-c", shell, "sh", *command("check", BAD, "--json")],  # noqa: S607 - the shell of the system
        env=env, cwd=ROOT, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    if closed == 1:
        assert b"{" not in done.stderr
        assert b"61 products" in done.stderr
    else:
        assert json.loads(done.stdout)["products"] == 61


@linux
def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    """An object that could not be written is exit 2 and one sentence, never silence and never a traceback."""
    with Path("/dev/full").open("wb") as full:
        child = raw(["check", GOOD, "--json"], tmp_path, stdout=full, stderr=subprocess.PIPE)
        _, said = child.communicate(timeout=60)
    assert child.returncode == 2
    assert "disk is full" in said.decode()
    assert b"Traceback" not in said
    assert b"Exception ignored" not in said


def test_everything_is_kept_where_the_person_says(tmp_path: Path) -> None:
    """``--data-dir`` wins over HKJ_DESKTOP_HOME, before or after the command; nothing is written elsewhere."""
    home, data = tmp_path / "home", tmp_path / "data"
    cli("--data-dir", data, "send", GOOD, "--practice", home=home).ended(0)
    cli("send", GOOD, "--practice", "--everything", "--data-dir", data, home=home).ended(0)
    assert len(cli("history", "--json", "--data-dir", data, home=home).object["uploads"]) == 2
    assert not home.exists()
    assert {path.name for path in data.iterdir()} >= {"uploads.sqlite", "outbox", "logs", "practice"}
    assert cli("history", "--json", home=home).object == {"uploads": []}
    assert home.exists()


@posix
def test_a_data_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Exit 2 with the folder's name; ``check`` needs no folder and works all the same."""
    place = tmp_path / "file"
    place.write_text("not a folder", "utf-8")
    for verb in (["history"], ["send", GOOD, "--practice"]):
        ran = cli(*verb, "--json", home=place / "data").ended(2)
        assert ran.object["error"]["code"] == "settings_failed"
        assert str(place) in ran.err
    cli("check", GOOD, home=place / "data").ended(0)


@linux
def test_without_a_display_the_window_says_what_to_do_instead(tmp_path: Path) -> None:
    """The bare command, and one with a file, end with 2, name the one-line way, and print nothing on stdout."""
    for arguments in ([], ["--practice"], [GOOD], ["window", "--locale", "ar"]):
        ran = cli(*arguments, home=tmp_path).ended(2)
        assert "no display" in ran.err
        assert "python -m hkj_desktop send resources/samples/minimarket.xlsx --practice" in ran.err
        assert ran.stdout == b""


@posix
def test_the_practice_shop_runs_until_ctrl_c(tmp_path: Path) -> None:
    """It listens where it was told to, announces that as one JSON line, serves a ``send``, and ends with 0."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with Running(["practice", "--port", port, "--json"], home=tmp_path, extra={"PYTHONWARNINGS": ""}) as child:
        told = json.loads(child.wait_for("\n", "stdout"))
        assert (told["base_url"], told["api_key"]) == (f"http://127.0.0.1:{port}/api", MAIN_KEY)
        assert told["haqm_url"] == f"http://127.0.0.1:{port}"
        cli("send", GOOD, "--base-url", told["base_url"], home=tmp_path, key=MAIN_KEY).ended(0)
        second = cli("practice", "--port", port, "--json", home=tmp_path / "second").ended(2)
        assert second.object["error"]["code"] == "practice_failed"
        assert f"port {port} cannot be used" in second.err
        child.process.send_signal(signal.SIGINT)
        child.end().ended(0)


VAULT = """
from keyring.backend import KeyringBackend
class Keys(KeyringBackend):
    priority = 1
    def get_password(self, service, name): return {"hkj-desktop p1/api_key": "%s"}.get(service + " " + name)
    def set_password(self, service, name, value): raise NotImplementedError
    def delete_password(self, service, name): raise NotImplementedError
"""


def test_a_profile_takes_address_and_key_from_where_the_window_put_them(tmp_path: Path) -> None:
    """``--profile NAME``: the settings' address, the key store's key; exit 2 where either is missing."""
    home = tmp_path / "home"
    (tmp_path / "shop_keys.py").write_text(VAULT % MAIN_KEY, "utf-8")
    extra = {"PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}", "PYTHON_KEYRING_BACKEND": "shop_keys.Keys"}
    with practice_shop(tmp_path / "shop") as shop:
        home.mkdir()
        store = SettingsStore(home / "settings.json")
        for number, name in ((1, "My shop"), (2, "متجري")):
            one = Profile(id=f"p{number}", name=name, destination="hkj", base_url=shop.base_url)
            store.update(lambda settings, one=one: settings.with_profile(one))  # type: ignore[misc]
        found = cli("send", GOOD, "--profile", "my SHOP", "--json", home=home, extra=extra).ended(0).object
        assert found["accepted"] == 60
        no_key = cli("send", GOOD, "--profile", "متجري", "--json", home=home, extra=extra).ended(2)
        assert no_key.object["error"]["code"] == "key_absent"
    unknown = cli("send", GOOD, "--profile", "Other", "--json", home=home, extra=extra).ended(2)
    assert unknown.object["error"]["code"] == "settings_failed"
    listed = cli("history", "--json", home=home).object["uploads"]
    assert [one["shop"] for one in listed] == ["My shop"]


@pytest.mark.parametrize("arguments", [["check", GOOD], ["history"], ["send", GOOD, "--practice"]])
def test_no_command_loads_qt(tmp_path: Path, arguments: list[object]) -> None:
    """The work without a window never imports Qt, so that it runs where Qt cannot."""
    code = (
        "import sys; from hkj_desktop.cli import main; code = main(sys.argv[1:]);"
        "loaded = [name for name in sys.modules if name.startswith('PySide6')];"
        "assert not loaded, loaded; sys.exit(code)"
    )
    env = environment(extra={"HKJ_DESKTOP_HOME": str(tmp_path)})
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=env,
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
