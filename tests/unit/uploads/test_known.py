"""What a shop is known to have, what a new file changes of it, and how it is put back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hkj_desktop.catalog.compare import Difference, differences
from hkj_desktop.errors import AnswerLost, NothingToPutBack, UploadOpen
from hkj_desktop.files.read import read_catalog
from hkj_desktop.system.destinations import destination
from hkj_desktop.uploads.compare import Comparison, compare
from hkj_desktop.uploads.entries import Target
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.known import Known, Learned, fingerprint
from hkj_desktop.uploads.plan import candidates, ready_plan, write_plan
from hkj_desktop.uploads.putback import as_sent, compose
from hkj_desktop.uploads.send import Sender
from tests.helpers.journal import (
    NOW,
    TARGET,
    QuickToken,
    ScriptedShop,
    no_waits,
    open_journal,
    payload_of,
    state,
    write_catalogue,
)

SHOP = TARGET.shop


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    (tmp_path / "outbox").mkdir()
    return open_journal(tmp_path)


def send(journal: Journal, folder: Path, path: Path, shop: ScriptedShop | None = None, *, upload_id: str,
         target: Target = TARGET) -> None:  # fmt: skip
    """Send all of the file to a shop that takes it, unless ``shop`` says otherwise."""
    payload = payload_of(path)
    count = payload.count
    plan = ready_plan(payload, target, path, format_="csv")
    write_plan(plan, journal, folder / "outbox", upload_id=upload_id, now=NOW)
    there = shop or ScriptedShop(batch=[state("done", count)])
    Sender(there, journal, folder / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0).run(
        upload_id, QuickToken()
    )


def compared(journal: Journal, path: Path, shop: str = SHOP) -> Comparison:
    payload = payload_of(path)
    return compare(payload, candidates(payload), Known(journal), shop)


def sums(found: Comparison) -> tuple[int, int, int, int]:
    return found.new.len(), found.changed.len(), found.same.len(), len(found.gone)


def change(path: Path, before: str, after: str) -> Path:
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    return path


def test_a_shop_that_nothing_was_sent_to_has_everything_new(journal: Journal, tmp_path: Path) -> None:
    """Nothing is known, so nothing is compared, and no date is told."""
    found = compared(journal, write_catalogue(tmp_path / "list.csv", 5))
    assert (sums(found), found.since) == ((5, 0, 0, 0), None)


def test_new_changed_same_and_gone_are_told_apart(journal: Journal, tmp_path: Path) -> None:
    """One product of each kind beside two that are the same; the change names field, old and new."""
    path = write_catalogue(tmp_path / "list.csv", 4)
    send(journal, tmp_path, path, upload_id="u1")
    change(path, "A-1,Honey 1,عسل 1,1.250", "A-1,Honey 1,عسل 1,1.300")
    change(path, "A-4,Honey 4", "B-4,Honey 4")
    found = compared(journal, path)
    assert sums(found) == (1, 1, 2, 1)
    assert (found.gone, found.since) == (("sku:A-4",), NOW)
    (changed,) = found.shown
    assert (changed.product, changed.key, changed.fields) == (
        1, "sku:A-1", (Difference("price_fils", 1250, 1300),),
    )  # fmt: skip
    assert found.gone_shown[0][1]["title_en"] == "Honey 4"
    assert found.to_send().to_list() == [1, 4]


def test_the_order_of_columns_and_rows_changes_nothing(journal: Journal, tmp_path: Path) -> None:
    """The same products under other headers' order are the same."""
    send(journal, tmp_path, write_catalogue(tmp_path / "list.csv", 3), upload_id="u1")
    other = tmp_path / "other.csv"
    lines = ["price_jod,title_ar,sku,title_en"] + [f"1.250,عسل {n},A-{n},Honey {n}" for n in (3, 1, 2)]
    other.write_text("\n".join(lines), "utf-8")
    assert sums(compared(journal, other)) == (0, 0, 3, 0)


def test_products_with_problems_are_not_gone(journal: Journal, tmp_path: Path) -> None:
    """What stays behind because of an error is still in the file."""
    path = write_catalogue(tmp_path / "list.csv", 3)
    send(journal, tmp_path, path, upload_id="u1")
    change(path, "عسل 2", "")
    assert sums(compared(journal, path)) == (0, 0, 2, 0)


def test_each_shop_has_a_memory_of_its_own(journal: Journal, tmp_path: Path) -> None:
    """Another profile, another address and the practice shop know nothing of it; the practice shop keeps its memory
    through every change of its port."""
    path = write_catalogue(tmp_path / "list.csv", 3)
    send(journal, tmp_path, path, upload_id="u1")
    practice = Target("hkj", "practice", "Practice shop", "http://127.0.0.1:1/api")
    send(journal, tmp_path, path, upload_id="u2", target=practice)
    others = [Target("hkj", "p2", "Other", TARGET.base_url), Target("hkj", "p1", "My shop", "https://new.example/api")]
    assert [sums(compared(journal, path, other.shop))[0] for other in others] == [3, 3]
    again = Target("hkj", "practice", "Practice shop", "http://127.0.0.1:2/api")
    assert sums(compared(journal, path, again.shop)) == (0, 0, 3, 0)


def test_refused_products_are_sent_again_the_next_time(journal: Journal, tmp_path: Path) -> None:
    """The shop does not have them, so they are as new as ever."""
    path = write_catalogue(tmp_path / "list.csv", 5)
    send(journal, tmp_path, path, ScriptedShop(batch=[state("done", 5, None, (2, "No."))]), upload_id="u1")
    assert compared(journal, path).new.to_list() == [2]


def test_products_of_which_nobody_knows_are_sent_again(journal: Journal, tmp_path: Path) -> None:
    """The shop had price A; price B was sent and the answer lost; a file with price A is sent, since B may be there."""
    path = write_catalogue(tmp_path / "list.csv", 3)
    send(journal, tmp_path, path, upload_id="u1")
    change(path, "1.250", "9.000")
    late = Journal(tmp_path / "uploads.sqlite", lambda: NOW + 60).open()
    send(late, tmp_path, path, ScriptedShop([AnswerLost(reason="reset")]), upload_id="u2")
    found = compared(late, change(path, "9.000", "1.250"))
    assert (sums(found), found.unsure) == ((0, 3, 0, 0), 3)


def test_the_last_prices_are_those_that_the_shop_accepted(journal: Journal, tmp_path: Path) -> None:
    """SKU → fils of the latest upload; a refused price is not one of them."""
    path = write_catalogue(tmp_path / "list.csv", 3)
    send(journal, tmp_path, path, upload_id="u1")
    refusing = ScriptedShop(batch=[state("done", 3, None, (2, "No."))])
    send(journal, tmp_path, change(path, "1.250", "3.000"), refusing, upload_id="u2")
    assert Known(journal).prices(SHOP) == {"A-1": 3000, "A-2": 1250, "A-3": 3000}


def test_an_upload_is_put_back_as_it_was(journal: Journal, tmp_path: Path) -> None:
    """The catalogue has the earlier values of what changed, in a file that reads as exactly these; new ones are
    told."""
    path = write_catalogue(tmp_path / "list.csv", 4)
    send(journal, tmp_path, path, upload_id="u1")
    before = {one["sku"]: one for one in Known(journal).contents(SHOP, [f"sku:A-{n}" for n in (1, 2, 3, 4)]).values()}
    change(path, "A-2,Honey 2,عسل 2,1.250", "A-2,Better honey,عسل 2,9.000")
    path.write_text(path.read_text("utf-8") + "B-1,Tea,شاي,2.000,\n", "utf-8")
    send(journal, tmp_path, path, upload_id="u2")
    back = compose(journal, "u2", tmp_path / "put-back")
    assert (back.changed, back.added) == (1, ("sku:B-1",))
    assert json.loads(back.path.read_bytes()) == [before["A-2"]]
    assert Known(journal).count_changes("u2") == (1, 1)
    catalog = read_catalog(back.path)
    payload = payload_of(back.path)
    assert set(as_sent(catalog, payload.checked.fields).values()) >= {"price_fils|fils", "title_en"}
    found = compare(payload, candidates(payload), Known(journal), SHOP)
    assert [one.fields for one in found.shown] == [
        (Difference("title_en", "Better honey", "Honey 2"), Difference("price_fils", 9000, 1250)),
    ]


def test_putting_back_leaves_what_later_uploads_changed_besides(journal: Journal, tmp_path: Path) -> None:
    """The first changed the price, a later one the title and the price: the old price comes back, the new title stays,
    and it is told that a later upload has been there."""
    path = write_catalogue(tmp_path / "list.csv", 2)
    send(journal, tmp_path, path, upload_id="u1")
    send(journal, tmp_path, change(path, "عسل 1,1.250", "عسل 1,2.000"), upload_id="u2")
    change(path, "A-1,Honey 1,عسل 1,2.000", "A-1,Best honey,عسل 1,3.000")
    send(journal, tmp_path, path, upload_id="u3")
    back = compose(journal, "u2", tmp_path / "put-back")
    assert (back.changed, back.later) == (1, 1)
    (product,) = json.loads(back.path.read_bytes())
    assert (product["price_fils"], product["title_en"]) == (1250, "Best honey")


def test_an_upload_that_is_not_settled_cannot_be_put_back(journal: Journal, tmp_path: Path) -> None:
    """Nobody knows what it changed."""
    path = write_catalogue(tmp_path / "list.csv", 2)
    send(journal, tmp_path, path, ScriptedShop([AnswerLost(reason="reset")]), upload_id="u1")
    with pytest.raises(UploadOpen) as caught:
        compose(journal, "u1", tmp_path / "put-back")
    assert caught.value.params == {"count": 2}


def test_products_of_unknown_end_are_counted_where_nothing_is_known(journal: Journal, tmp_path: Path) -> None:
    """A first upload whose answer was lost: all is new, and it is told that nobody knows what became of it."""
    path = write_catalogue(tmp_path / "list.csv", 3)
    send(journal, tmp_path, path, ScriptedShop([AnswerLost(reason="reset")]), upload_id="u1")
    found = compared(journal, path)
    assert (sums(found), found.doubtful) == ((3, 0, 0, 0), 3)


def test_an_upload_that_only_added_has_nothing_to_put_back(journal: Journal, tmp_path: Path) -> None:
    """That is an error with words, and no empty catalogue is left."""
    send(journal, tmp_path, write_catalogue(tmp_path / "list.csv", 2), upload_id="u1")
    with pytest.raises(NothingToPutBack) as caught:
        compose(journal, "u1", tmp_path / "put-back")
    assert caught.value.params == {"count": 2}
    assert not list((tmp_path / "put-back").iterdir())


def test_what_was_before_is_what_was_before_the_whole_upload(journal: Journal) -> None:
    """A product that one upload changes twice is put back to the state before the first change."""
    known = Known(journal)
    for n, (upload, price) in enumerate((("u1", 1), ("u2", 2), ("u2", 3))):
        _upload(journal, upload)
        known.learn(SHOP, upload, n, [Learned("sku:A", {"sku": "A", "price_fils": price})])
    assert [one.before for one in known.changes("u2")] == [{"sku": "A", "price_fils": 1}]
    assert known.contents(SHOP, ["sku:A"])["sku:A"]["price_fils"] == 3


def _upload(journal: Journal, upload_id: str) -> None:
    with journal.writing() as db:
        db.execute(
            "INSERT OR IGNORE INTO uploads (id, destination, profile_id, profile_name, base_url, file_name, file_path,"
            " format, products, left_out, created, changed) VALUES (?, 'hkj', 'p', 'n', 'u', 'f', 'f', 'json', 1, 0,"
            " 1.0, 1.0)",
            (upload_id,),
        )


def test_a_fingerprint_goes_by_values_alone() -> None:
    """The order of fields does not matter; a number is not the text that looks like it."""
    assert fingerprint({"a": 1, "b": "x"}) == fingerprint({"b": "x", "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": "1"})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"sku": "A", "barcode": "1"}, "sku:A"),
        ({"sku": " ", "external_id": "E", "barcode": "1"}, "external_id:E"),
        ({"barcode": "1"}, "barcode:1"),
        ({"title_en": "Tea"}, None),
    ],
)
def test_a_product_is_known_by_its_first_key(content: dict[str, str], expected: str | None) -> None:
    """SKU, else external id, else barcode, as the shop does."""
    assert destination("hkj").key_of(content) == expected


def test_fields_that_are_empty_now_are_differences_too() -> None:
    """Old → new for what changed, came and went, and nothing for what stayed."""
    found = differences({"a": 1, "b": 2, "d": 4}, {"b": 3, "c": 5, "d": 4})
    assert found == (Difference("b", 2, 3), Difference("c", None, 5), Difference("a", 1, None))
