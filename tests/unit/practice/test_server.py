"""The server as a process: how it starts, whom it answers, what it keeps, and that it ends."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from hkj_desktop.errors import PracticeError
from hkj_desktop.practice.importer import ABANDONED_SECONDS
from hkj_desktop.practice.launch import LOG, start_practice
from hkj_desktop.practice.server import DATABASE, serve
from hkj_desktop.practice.shops import DISABLED_KEY, HAQM_KEY, HAQM_REGION, MAIN_KEY, OTHER_KEY
from hkj_desktop.practice.store import Store
from hkj_desktop.practice.validate import Product
from tests.helpers.practice import RunningShop, practice_shop, serve_command

WAIT_SECONDS = 20.0
ONE = [{"sku": "A", "title_en": "Tea", "title_ar": "شاي", "price_fils": 500}]


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def answers(url: str) -> bool:
    try:
        return httpx.get(url, trust_env=False, timeout=2).status_code == 200
    except httpx.TransportError:
        return False


# --- starting and ending ---


def test_it_starts_in_a_folder_that_does_not_exist_yet_and_ends(tmp_path: Path) -> None:
    """start_practice returns when requests are answered; stop() returns when the process has ended, also twice."""
    shop = start_practice(tmp_path / "new" / "folder", pace=0, command=serve_command())
    assert shop.base_url == f"{shop.root_url}/api"
    assert shop.api_key.reveal() == MAIN_KEY
    assert (shop.haqm_url, shop.haqm_region) == (shop.root_url, HAQM_REGION)
    assert (shop.haqm_access_key_id, shop.haqm_secret_access_key.reveal()) == (HAQM_KEY.access_key_id, HAQM_KEY.secret)
    assert shop.haqm_stores == ("JWO-AMMAN-1", "JWO-IRBID-1")
    assert answers(shop.root_url)
    assert shop.running
    shop.stop()
    shop.stop()
    assert shop.running is False
    assert not answers(shop.root_url)


def test_the_announcement_is_one_line_of_json_on_stdout(tmp_path: Path) -> None:
    """Without a leash it says where it is on stdout and nothing else; SIGTERM ends it in good order."""
    command = [*serve_command(), "--data-dir", str(tmp_path), "--pace", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        key = {"X-API-Key": told["api_key"]}
        assert httpx.get(f"{told['base_url']}/integration/bulk/0", headers=key, trust_env=False).status_code == 404
        process.terminate()
        rest, _ = process.communicate(timeout=WAIT_SECONDS)
    assert rest == b""
    haqm = ["haqm_access_key_id", "haqm_region", "haqm_secret_access_key", "haqm_stores", "haqm_url"]
    assert sorted(told) == ["api_key", "base_url", *haqm]


def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """However the parent goes, and be it by SIGKILL, the leash ends and the practice shop with it."""
    parent_code = (
        "import sys, time\nfrom pathlib import Path\n"
        "from hkj_desktop.practice.launch import start_practice\n"
        "from tests.helpers.practice import serve_command\n"
        "shop = start_practice(Path(sys.argv[1]), pace=0, command=serve_command())\n"
        "print(shop.root_url, flush=True)\ntime.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent_code, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]
    ) as parent:
        assert parent.stdout is not None
        url = parent.stdout.readline().decode().strip()
        assert answers(url)
        parent.kill()
    wait_until(lambda: not answers(url))


def test_a_command_that_ends_at_once_is_an_error(tmp_path: Path) -> None:
    """A program that cannot serve gives PracticeError, and its complaint is kept in the log beside the data."""
    command = [sys.executable, "-c", "import sys; sys.exit('no such thing')"]
    with pytest.raises(PracticeError) as caught:
        start_practice(tmp_path, command=command)
    assert caught.value.params["reason"] == "start"
    assert "no such thing" in (tmp_path / LOG).read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no harmless way to ask for a process by its number")
def test_a_command_that_never_answers_is_ended(tmp_path: Path) -> None:
    """After the time limit the child is stopped, and the error says so."""
    mark = tmp_path / "pid"
    code = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); time.sleep(600)"
    with pytest.raises(PracticeError):
        start_practice(tmp_path / "data", command=[sys.executable, "-c", code, str(mark)], timeout_seconds=1)
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_a_program_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A command that cannot be started at all is the same clear error."""
    with pytest.raises(PracticeError):
        start_practice(tmp_path, command=[str(tmp_path / "nothing")])


def test_a_port_that_is_taken_is_an_error(tmp_path: Path) -> None:
    """A fixed port that another program has: PracticeError with reason port."""
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(PracticeError) as caught:
        serve(tmp_path, port=other.getsockname()[1], announce=print)
    assert caught.value.params["reason"] == "port"


def test_a_database_that_is_none_is_an_error(tmp_path: Path) -> None:
    """A file of that name that SQLite cannot read: PracticeError, and the file is left as it was."""
    (tmp_path / DATABASE).write_bytes(b"not a database " * 100)
    with pytest.raises(PracticeError) as caught:
        serve(tmp_path, announce=print)
    assert caught.value.params["reason"] == "start"
    assert (tmp_path / DATABASE).read_bytes() == b"not a database " * 100


def test_a_parent_that_is_gone_before_the_start_is_an_error(tmp_path: Path) -> None:
    """A leash that nobody holds ends the server before it announces anything."""
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    said: list[str] = []
    with pytest.raises(PracticeError):
        serve(tmp_path, leash_port=port, announce=said.append)
    assert said == []


# --- what it keeps ---


def test_products_events_and_batches_survive_a_restart(tmp_path: Path) -> None:
    """A second start on the same folder knows everything that the first one knew."""
    event = {"event_id": "e1", "event_type": "product.upserted", "data": ONE[0] | {"sku": "B"}}
    with practice_shop(tmp_path) as shop:
        view = shop.import_and_wait(json.dumps(ONE).encode(), "json")
        shop.events(event)
        before = shop.products()
    with practice_shop(tmp_path) as shop:
        assert shop.products() == before
        assert shop.batch(view["batch_id"]).json() == view
        assert shop.events(event).json()["summary"]["duplicate"] == 1


def test_an_import_that_is_cut_short_is_failed_and_retriable(tmp_path: Path) -> None:
    """Stopping the server in the middle of an import settles the batch: system, to be sent again."""
    rows = [ONE[0] | {"sku": f"S-{number}"} for number in range(500)]
    with practice_shop(tmp_path, pace=20) as shop:
        batch_id = shop.bulk(json.dumps(rows).encode(), "json").json()["batch_id"]
        wait_until(lambda: shop.batch(batch_id).json()["status"] == "started")
    with practice_shop(tmp_path) as shop:
        view = shop.batch(batch_id).json()
        assert (view["status"], view["error_kind"], view["retriable"]) == ("failed", "system", True)
        assert 0 < view["total_rows"] - view["processed_rows"] <= 500


def test_an_import_whose_server_was_killed_is_failed_after_a_while(tmp_path: Path) -> None:
    """Nobody could settle it then, so it is settled when somebody asks and it has not moved for long."""
    store = Store(tmp_path / DATABASE, clock=lambda: time.time() - ABANDONED_SECONDS - 1)
    with store.transaction():
        old = store.new_batch(1, "json", 10)
    store.close()
    store = Store(tmp_path / DATABASE, clock=time.time)
    with store.transaction():
        fresh = store.new_batch(1, "json", 10)
    store.close()
    with practice_shop(tmp_path) as shop:
        assert shop.batch(fresh.id).json()["status"] == "pending"
        assert shop.batch(old.id).json()["error_kind"] == "system"


def test_two_servers_on_one_folder_do_no_harm(tmp_path: Path) -> None:
    """Started at once and importing at once, they lose nothing: each product is there, once."""
    rows = [[ONE[0] | {"sku": f"{name}-{number}"} for number in range(2000)] for name in "AB"]
    with practice_shop(tmp_path) as one, practice_shop(tmp_path) as two:
        batches = [
            shop.bulk(json.dumps(part).encode(), "json").json()["batch_id"]
            for shop, part in zip((one, two), rows, strict=True)
        ]
        views = [shop.wait_for_end(batch_id) for shop, batch_id in zip((one, two), batches, strict=True)]
        assert [view["processed_rows"] for view in views] == [2000, 2000]
        assert one.batch(batches[1]).json() == views[1]
        skus = [str(product["sku"]) for product in two.products()]
    assert sorted(skus) == sorted(str(row["sku"]) for part in rows for row in part)
    with sqlite3.connect(tmp_path / DATABASE) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_a_new_file_may_be_opened_by_many_at_once(tmp_path: Path) -> None:
    """Eight processes that make the same database at the same time all succeed."""
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom hkj_desktop.practice.store import Store\n"
        "Store(Path(sys.argv[1]), clock=time.time).close()"
    )
    root = Path(__file__).parents[3]
    many = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "a" / "b.sqlite")], cwd=root) for _ in "12345678"
    ]
    assert [process.wait(WAIT_SECONDS) for process in many] == [0] * 8


def test_keys_are_in_no_file(tmp_path: Path) -> None:
    """Neither the database nor the log holds a key, even one that was refused."""
    with practice_shop(tmp_path) as shop:
        shop.import_and_wait(json.dumps(ONE).encode(), "json")
        shop.batch(0, key="ik_live_of_a_real_shop")
        shop.events(b"{", key="ik_live_of_a_real_shop")
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        for key in (MAIN_KEY, OTHER_KEY, DISABLED_KEY, "ik_live_of_a_real_shop"):
            assert key.encode() not in content, path.name


# --- whom it answers ---


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", "localhost.evil", "127.0.0.1:80:80"]
)
@pytest.mark.parametrize("path", ["/", "/practice/products", "/api/integration/bulk/0"])
def test_a_host_that_is_not_loopback_is_refused(shop: RunningShop, host: str, path: str) -> None:
    """A name that was made to point here (DNS rebinding) gets 421, with and without a good key."""
    answer = shop.http.get(shop.root_url + path, headers={"Host": host, "X-API-Key": MAIN_KEY})
    assert answer.status_code == 421


def test_a_page_from_elsewhere_may_not_post(shop: RunningShop) -> None:
    """A request that a web page of another site makes carries its origin, and is refused."""
    for origin in ("https://evil.example", "null", "http://127.0.0.1.evil.example"):
        assert shop.http.post(f"{shop.root_url}/practice/reset", headers={"Origin": origin}).status_code == 421
    assert shop.http.post(f"{shop.root_url}/practice/reset", headers={"Origin": shop.root_url}).status_code == 200


def test_names_of_this_computer_are_fine(shop: RunningShop) -> None:
    """127.0.0.1, localhost and [::1] are loopback, with any port."""
    for host in ("localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:80"):
        assert shop.http.get(shop.root_url, headers={"Host": host}).status_code == 200


def test_it_listens_on_loopback_alone(shop: RunningShop) -> None:
    """No other address of this computer takes a connection on its port."""
    port = int(shop.root_url.rpartition(":")[2])
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex(("127.0.0.2", port)) != 0


# --- settings ---


@pytest.mark.parametrize(
    "wanted",
    [
        {"unknown": 1}, {"pace": -1}, {"pace": 0.01}, {"pace": "fast"}, {"disabled": 1}, {"default_format": "xls"},
        {"fail_next": "network"}, {"reject": ["A"]}, {"reject": {"A": 1}}, {"throttle_next": -1}, {"max_body": 1.5}, [],
        {"haqm_fail": "sometimes"}, {"haqm_fail_next": -1}, {"haqm_end_next": "DONE"}, {"haqm_rate": True},
        {"haqm_reject": {"A": 1}}, {"haqm_refuse": "A"}, {"haqm_link_seconds": -1}, {"haqm_expire_links": None},
        {"haqm_disabled": 0},
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_refused(shop: RunningShop, wanted: object) -> None:
    """Unknown names and impossible values are 400 and change nothing."""
    before = shop.settings()
    assert shop.http.post(f"{shop.root_url}/practice/settings", json=wanted).status_code == 400
    assert shop.settings() == before


def test_unknown_paths_and_methods_are_refused_in_the_same_shape(shop: RunningShop) -> None:
    """404 and 405 carry the one field ``error`` as every refusal does."""
    for answer, status in (
        (shop.http.get(f"{shop.base_url}/nothing"), 404),
        (shop.http.get(f"{shop.base_url}/integration/bulk"), 405),
        (shop.http.post(f"{shop.root_url}/practice/settings", content=b"{"), 400),
    ):
        assert (answer.status_code, list(answer.json())) == (status, ["error"])


# --- the storefront ---


def fill(shop: RunningShop, products: list[Product]) -> str:
    shop.import_and_wait(json.dumps(products).encode(), "json")
    page = shop.http.get(shop.root_url)
    assert page.status_code == 200
    return page.text


def test_an_empty_shop_says_how_to_fill_it(shop: RunningShop) -> None:
    """With nothing in it the page says so, in both languages."""
    page = shop.http.get(shop.root_url).text
    assert "The shelves are still empty." in page
    assert "الرفوف ما زالت فارغة." in page


def test_the_storefront_shows_what_a_customer_would_see(shop: RunningShop) -> None:
    """Both titles, the price with three decimals, and the shipped picture for the sample's address."""
    product: Product = {"sku": "A", "title_en": "Honey", "title_ar": "عسل", "price_fils": 12500, "stock_qty": 0,
                        "image_url": "https://images.example/minimarket/honey.png"}  # fmt: skip
    page = fill(shop, [product])
    for part in ("Honey", "عسل", "12.500 <small>JOD</small>", "Sold out", "/practice/pictures/honey.png"):
        assert part in page
    picture = shop.http.get(f"{shop.root_url}/practice/pictures/honey.png")
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")


def test_the_storefront_is_escaped_and_loads_nothing_from_elsewhere(shop: RunningShop) -> None:
    """A title with markup is shown as text, and a picture from another host is not loaded."""
    product: Product = {"sku": "A", "title_en": "<script>alert(1)</script>", "title_ar": '"><img src=x>',
                        "image_url": "https://evil.example/x.png", "category_en": "a > b"}  # fmt: skip
    page = fill(shop, [product])
    assert "<script" not in page
    assert "<img" not in page
    assert "evil.example" not in page
    headers = shop.http.get(f"{shop.root_url}/?q=%22%3E%3Cb%3E").headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "<b>" not in shop.http.get(f"{shop.root_url}/?q=%22%3E%3Cb%3E").text.replace('"empty"><b>', "")


def test_the_storefront_has_pages_and_a_search(shop: RunningShop) -> None:
    """130 products stand on three pages, and a search finds one by either title."""
    rows: list[Product] = [
        {"sku": f"S-{number}", "title_en": f"Thing <{number}>", "title_ar": f"شيء {number}"} for number in range(1, 131)
    ]
    page = fill(shop, rows)
    assert page.count("<li>") == 60
    assert "1 / 3" in page
    assert shop.http.get(f"{shop.root_url}/?page=3").text.count("<li>") == 10
    assert shop.http.get(shop.root_url, params={"q": "شيء 77"}).text.count("<li>") == 1
    assert shop.http.get(shop.root_url, params={"q": "thing <12>"}).text.count("<li>") == 1
    assert "Nothing was found." in shop.http.get(shop.root_url, params={"q": "nothing"}).text
    for odd in ("0", "-1", "x", "٣", "999999999"):
        assert shop.http.get(shop.root_url, params={"page": odd}).status_code == 200


@pytest.mark.parametrize("name", ["nothing.png", "honey.PNG", "..%2Fproducts.toml", "%2e%2e", "honey.png.toml"])
def test_only_shipped_pictures_are_served(shop: RunningShop, name: str) -> None:
    """No other file can be reached through the pictures' address."""
    assert shop.http.get(f"{shop.root_url}/practice/pictures/{name}").status_code == 404
