"""The command line and HAQM's stores: what it prints, where the secrets come from, and going on after a stop."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hkj_desktop.system.settings import Profile, Settings, SettingsStore
from tests.helpers.cli import Ran, cli
from tests.helpers.items import STORE, write_items
from tests.helpers.practice import (
    HAQM_DISABLED_KEY,
    HAQM_KEY,
    HAQM_REGION,
    HAQM_ROLE_KEY,
    HaqmKey,
    RunningShop,
    practice_shop,
)

OTHER_STORE = "JWO-IRBID-1"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[RunningShop]:
    with practice_shop(tmp_path / "shop", haqm_rate=0) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def variables(key: HaqmKey = HAQM_KEY) -> dict[str, str]:
    found = {"HAQM_ACCESS_KEY_ID": key.access_key_id, "HAQM_SECRET_ACCESS_KEY": key.secret}
    return found | ({"HAQM_SESSION_TOKEN": key.session_token} if key.session_token else {})


def send(shop: RunningShop, home: Path, file: Path, *more: object, key: HaqmKey = HAQM_KEY,
         stores: tuple[str, ...] = (STORE,), region: str = HAQM_REGION) -> Ran:  # fmt: skip
    where = ["--base-url", shop.shop.haqm_url, "--region", region]
    named = [part for store in stores for part in ("--store", store)]
    return cli("send", file, "--for", "haqm", "--json", *where, *named, *more, home=home, extra=variables(key))


def sums(told: dict[str, Any]) -> tuple[int, int, int, int]:
    return told["sent"], told["accepted"], told["rejected"], told["unknown"]


@pytest.mark.parametrize("key", [HAQM_KEY, HAQM_ROLE_KEY], ids=["a user's key", "a role's key with its token"])
def test_a_catalogue_goes_to_two_stores(shop: RunningShop, home: Path, tmp_path: Path, key: HaqmKey) -> None:
    """Stores multiply the items and that is said; the JSON has the shape of every upload, with ingestion_id in place of
    batch_id; and no secret is in any file."""
    ran = send(shop, home, write_items(tmp_path / "c.csv", 5), key=key, stores=(STORE, OTHER_STORE)).ended(0)
    told = ran.object
    assert (told["destination"], told["outcome"], told["products"], sums(told)) == ("haqm", "done", 10, (10, 10, 0, 0))
    (batch,) = told["batches"]
    assert (batch["status"], batch["products"], "batch_id" in batch) == ("done", 10, False)
    assert len(batch["ingestion_id"]) == 36
    assert "5 products make 10 items" in ran.err
    assert len(shop.haqm_items(STORE)) == len(shop.haqm_items(OTHER_STORE)) == 5
    files = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file()) + ran.stdout + ran.stderr
    for secret in variables(key).values():
        assert secret.encode() not in files


def test_only_what_changed_goes_and_is_put_back(shop: RunningShop, home: Path, tmp_path: Path) -> None:
    """A second time nothing goes; after one new price one item goes; and putting it back sends that one as it was."""
    file = write_items(tmp_path / "c.csv", 5)
    send(shop, home, file).ended(0)
    assert sums(send(shop, home, file).ended(0).object) == (0, 0, 0, 0)
    file.write_text(file.read_text("utf-8").replace("عسل 3,1.250", "عسل 3,2.500"), "utf-8")
    ran = send(shop, home, file).ended(0)
    assert sums(ran.object) == (1, 1, 0, 0)
    assert f"A-3 @{STORE}  standard_price: 1.250 → 2.500" in ran.err
    back = cli("put-back", ran.object["upload_id"], "--json", home=home, extra=variables())
    assert sums(back.ended(0).object) == (1, 1, 0, 0)
    assert {item["standard_price"] for item in shop.haqm_items(STORE)} == {"1.250"}


def test_what_the_report_refuses_is_told_on_its_row(shop: RunningShop, home: Path, tmp_path: Path) -> None:
    """The report's words stand on the cell of the field that they name; exit 1, and the report itself is kept."""
    shop.settings(haqm_reject={"A-2": "standard_price must be a number.", "A-4": "Not sold here."})
    ran = send(shop, home, write_items(tmp_path / "c.csv", 5)).ended(1)
    told = ran.object
    assert sums(told) == (5, 3, 2, 0)
    found = {one["sku"]: (one["row"], one["column"], one["source"]) for one in told["problems"]}
    assert found == {"A-2": (3, "D", "server"), "A-4": (5, None, "server")}
    (report,) = (home / "reports").iterdir()
    assert str(report) in ran.err
    assert "A-4" in report.read_text("utf-8")


def test_an_upload_that_came_to_no_end_is_taken_up(shop: RunningShop, home: Path, tmp_path: Path) -> None:
    """An ingestion that broke off by a fault of the server goes once more by itself. One that somebody there cancelled
    ends with exit 4 and "not known"; ``resume`` sends it again, and needs no options for that."""
    shop.settings(haqm_end_next="FATAL", haqm_fail="final")
    ran = send(shop, home, write_items(tmp_path / "c.csv", 5), "--all-rows")
    assert (ran.code, sums(ran.object)) == (0, (5, 5, 0, 0)), "once more by itself, and then it is done"
    shop.settings(haqm_end_next="CANCELLED")
    file = write_items(tmp_path / "d.csv", 5, price="3.000")
    told = send(shop, home, file).ended(4).object
    assert (sums(told), told["error"]["code"]) == ((5, 0, 0, 5), "import_broken")
    assert "cancelled" in told["error"]["message"]
    resumed = cli("resume", told["upload_id"], "--json", home=home, extra=variables()).ended(0)
    assert sums(resumed.object["uploads"][0]) == (5, 5, 0, 0)
    assert {item["standard_price"] for item in shop.haqm_items(STORE)} == {"3.000"}


@pytest.mark.parametrize(
    ("key", "region", "words"),
    [
        (HaqmKey(HAQM_KEY.access_key_id, "not-the-secret-of-anything", 1), HAQM_REGION, "secret"),
        (HAQM_DISABLED_KEY, HAQM_REGION, "onboarding"),
        (HAQM_KEY, "eu-west-1", "region"),
    ],
    ids=["wrong secret", "not let in", "wrong region"],
)
def test_who_is_not_let_in_is_told_why(
    shop: RunningShop, home: Path, tmp_path: Path, key: HaqmKey, region: str, words: str
) -> None:
    """Exit 3, everything is still here, and the words say what to correct."""
    told = send(shop, home, write_items(tmp_path / "c.csv", 5), key=key, region=region).ended(3).object
    assert (told["outcome"], told["planned"], sums(told)) == ("failed", 5, (0, 0, 0, 0))
    assert told["error"]["code"] == "access_refused"
    assert words in told["error"]["message"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--base-url", "https://x.example/prod", "--region", "eu-west-1"], "HAQM_SECRET_ACCESS_KEY"),
        (["--base-url", "https://x.example/prod"], "--region"),
        (["--practice", "--via", "events"], "takes no events"),
        (["--practice", "--as", "csv"], "takes no csv"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(
    home: Path, tmp_path: Path, options: list[str], words: str
) -> None:
    """Exit 2, with the option or the variable that is wrong."""
    extra = {"HAQM_ACCESS_KEY_ID": "AKIDEXAMPLE"}
    ran = cli("send", write_items(tmp_path / "c.csv", 2), "--for", "haqm", "--json", *options, home=home, extra=extra)
    assert words in ran.ended(2).object["error"]["message"]


def test_a_profile_knows_its_own_system(home: Path, tmp_path: Path) -> None:
    """``--profile`` needs no ``--for``, and one that names another system is refused."""
    home.mkdir()
    profile = Profile("p1", "My stores", "haqm", "https://x.example/prod", region="eu-west-1", stores=STORE)
    SettingsStore(home / "settings.json").save(Settings().with_profile(profile))
    file = write_items(tmp_path / "c.csv", 2)
    wrong = cli("send", file, "--json", "--profile", "My stores", "--for", "hkj", home=home).ended(2)
    assert "is no shop for --for hkj" in wrong.object["error"]["message"]
    # Its key store has no key here, or there is none at all: either is told, and HAQM is the system that is named.
    assert cli("send", file, "--json", "--profile", "My stores", home=home).ended(2).object["destination"] == "haqm"


def test_check_names_the_problems_of_that_system(home: Path, tmp_path: Path) -> None:
    """A product without a barcode is ready for HKJ and not for HAQM; without a store none is."""
    file = tmp_path / "c.csv"
    file.write_text("sku,title_en,title_ar,price_jod,barcode\nA,Tea,شاي,1.000,\n", "utf-8")
    assert cli("check", file, "--json", home=home).ended(0).object["ready"] == 1
    told = cli("check", file, "--for", "haqm", "--store", STORE, "--json", home=home).ended(1).object
    assert [(one["code"], one["field"]) for one in told["problems"]] == [("required_missing", "barcode")]
    told = cli("check", file, "--for", "haqm", "--json", home=home).ended(1).object
    assert {one["field"] for one in told["problems"]} == {"barcode", "store_id"}


def test_the_practice_stores_are_announced(home: Path, tmp_path: Path) -> None:
    """``send --practice --for haqm`` needs no account and no options, and 60 items of the sample get in."""
    sample = Path("resources/samples/minimarket.xlsx")
    told = cli("send", sample, "--for", "haqm", "--practice", "--json", home=home).ended(0).object
    assert (told["destination"], sums(told)) == ("haqm", (60, 60, 0, 0))
    assert json.dumps(told)
