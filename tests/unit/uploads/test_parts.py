"""What the shop left open goes out again in smaller bodies, until every product has its answer."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from hkj_desktop.errors import AnswerLost, KeyRefused
from hkj_desktop.remotes.wire import BatchState, BatchStatus, BulkAccepted
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.connect import Connector
from hkj_desktop.uploads.entries import Batch, Outcome, Step, Upload
from hkj_desktop.uploads.journal import Journal
from hkj_desktop.uploads.parts import MOST
from hkj_desktop.uploads.progress import Progress
from hkj_desktop.uploads.send import Sender
from tests.helpers.journal import (
    NOW,
    UPLOAD,
    QuickToken,
    fates,
    no_waits,
    open_journal,
    planned,
    rejected_words,
    state,
    told,
)
from tests.helpers.practice import practice_shop
from tests.helpers.shop_client import hkj_access


class Importer:
    """A shop that takes JSON bodies and refuses ``bad`` skus; it lists the first ``cap``. ``say`` may change what it
    says of a body of so many products; ``before`` is called ahead of every upload with its number, from 1."""

    def __init__(
        self,
        bad: set[str],
        *,
        cap: int = 200,
        say: Callable[[BatchState, list[str]], BatchState] = lambda said, _: said,
        before: Callable[[int], None] = lambda _: None,
    ) -> None:
        self.bad = bad
        self.cap = cap
        self.say = say
        self.before = before
        self.bodies: list[list[str]] = []
        self.formats: list[str | None] = []

    def bulk(self, body: BinaryIO, *, size: int, filename: str, format: str | None = None,  # noqa: A002
             raw: bool = False, on_bytes: Callable[[int], None] | None = None,
             cancel: CancelToken | None = None) -> BulkAccepted:  # fmt: skip
        self.before(len(self.bodies) + 1)
        content = body.read()
        assert len(content) == size
        if on_bytes:
            on_bytes(size)
        self.formats.append(format)
        if format == "json":
            self.bodies.append([product["sku"] for product in json.loads(content)])
        else:
            self.bodies.append([line.split(",")[0] for line in content.decode().splitlines()[1:]])
        return BulkAccepted(len(self.bodies), BatchStatus.PENDING, len(self.bodies[-1]))

    def batch(self, batch_id: int) -> BatchState:
        skus = self.bodies[batch_id - 1]
        wrong = [(row, f"No {sku}.") for row, sku in enumerate(skus, 1) if sku in self.bad]
        return self.say(state("done", len(skus), None, *wrong[: self.cap], error_rows=len(wrong)), skus)


class Bench:
    def __init__(self, folder: Path, count: int, format_: str = "json") -> None:
        self.folder = folder
        self.journal: Journal = open_journal(folder)
        planned(self.journal, folder, count, format_=format_)

    def go(
        self, shop: Importer, *, again: bool = False, token: CancelToken | None = None,
        report: Callable[[Progress], None] = lambda _: None,
    ) -> Upload:  # fmt: skip
        sender = Sender(shop, self.journal, self.folder / "outbox", clock=lambda: NOW, schedule=no_waits, grace=0)
        return (sender.resend if again else sender.run)(UPLOAD, token or QuickToken(), report)

    def batches(self) -> list[Batch]:
        return self.journal.batches(UPLOAD)

    def can_be_resent(self) -> bool:
        return any(batch.can_be_resent for batch in self.batches())

    def bodies(self) -> set[str]:
        return {path.name for path in (self.folder / "outbox").iterdir()}


def skus(*numbers: int) -> set[str]:
    return {f"A-{n}" for n in numbers}


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_one_run_names_every_refused_product(tmp_path: Path, format_: str) -> None:
    """700 products, 450 of them refused and 200 listed: in the end each is accepted or has its reason."""
    bench = Bench(tmp_path, 700, format_)
    bad = set(range(1, 451))
    shop = Importer(skus(*bad))
    upload = bench.go(shop)
    assert (upload.outcome, upload.error_code, told(upload)) == (Outcome.DONE, None, (0, 700, 250, 450, 0))
    assert rejected_words(bench.journal) == {n: f"No A-{n}." for n in bad}
    assert [len(body) for body in shop.bodies] == [700, 200, 200, 100]
    assert shop.formats == [format_, "json", "json", "json"]
    assert sorted(sku for body in shop.bodies[1:] for sku in body) == sorted(skus(*range(201, 701)))
    assert not bench.can_be_resent()
    assert not bench.bodies()


@pytest.mark.parametrize("every", [2, 7, 40])
def test_parts_are_as_large_as_the_share_of_refusals_allows(tmp_path: Path, every: int) -> None:
    """Refusals that are spread over 6,000 products are all named with few bodies, and none of the parts is divided."""
    bench = Bench(tmp_path, 6000)
    bad = set(range(1, 6001, every))
    shop = Importer(skus(*bad))
    upload = bench.go(shop)
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 6000, 6000 - len(bad), len(bad), 0))
    # A part is to have 100 refusals, half of what is listed; those of the first body's beginning are known by then.
    assert len(shop.bodies) <= 2 + max(0, len(bad) - 200) / 100
    assert sum(len(body) for body in shop.bodies[1:]) < 6000


def test_a_crowd_of_refusals_in_one_place_is_divided_until_all_are_named(tmp_path: Path) -> None:
    """Where the refusals stand together, the part that has them hides some again, and is divided once more."""
    bench = Bench(tmp_path, 6000)
    bad = {*range(1, 202), *range(3000, 3600)}
    shop = Importer(skus(*bad))
    upload = bench.go(shop)
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 6000, 6000 - len(bad), len(bad), 0))
    assert rejected_words(bench.journal) == {n: f"No A-{n}." for n in bad}


def test_against_the_practice_shop(tmp_path: Path) -> None:
    """The same with the real server over real HTTP: 700 products, every third and the first 300 refused."""
    refused = {n for n in range(1, 701) if n <= 300 or n % 3 == 0}
    bench = Bench(tmp_path, 700, "xml")
    connector = Connector(time.time, lambda: 0.5)
    with practice_shop(tmp_path / "shop", reject={f"A-{n}": f"Not {n}." for n in refused}) as shop:
        client = connector.shop(hkj_access(shop.base_url, shop.api_key), CancelToken())
        sender = Sender(client, bench.journal, tmp_path / "outbox", clock=time.time)
        upload = sender.run(UPLOAD, CancelToken())
        connector.close()
        assert len(shop.products()) == 700 - len(refused)
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 700, 700 - len(refused), len(refused), 0))
    assert rejected_words(bench.journal) == {n: f"Not {n}." for n in refused}


def test_progress_goes_over_the_whole_upload(tmp_path: Path) -> None:
    """While parts go out the numbers of products begin where they stood and end at all of them, and what goes once more
    is told as that."""
    bench = Bench(tmp_path, 700)
    shop = Importer(skus(*range(1, 451)))
    reports: list[Progress] = []
    bench.go(shop, report=reports.append)
    assert {one.total for one in reports} == {700}
    parts = [one for one in reports if one.rest]
    assert {one.rest for one in parts} == {500}
    assert parts[0].done == 200
    assert [one.done for one in parts] == sorted(one.done for one in parts)
    assert [one.bytes_sent for one in parts] == sorted(one.bytes_sent for one in parts)
    last = reports[-1]
    assert (last.done, last.accepted, last.rejected, last.unknown) == (700, 250, 450, 0)
    assert last.bytes_sent == last.bytes_total


def merged(said: BatchState, body: list[str]) -> BatchState:
    """A shop that takes A-3 and A-4 for one product, and so counts one less wherever both are in one body."""
    return state("done", len(body) - 1) if {"A-3", "A-4"} <= set(body) else said


def test_a_count_that_never_fits_is_narrowed_down_and_comes_to_an_end(tmp_path: Path) -> None:
    """Each resend sends half as many at once, so that even products that the shop takes for one are settled."""
    bench = Bench(tmp_path, 9)
    shop = Importer(skus(2), say=merged)
    upload = bench.go(shop)
    rounds = 0
    while bench.can_be_resent():
        upload = bench.go(shop, again=True)
        rounds += 1
    assert rounds <= 4
    assert (upload.outcome, told(upload)) == (Outcome.DONE, (0, 9, 8, 1, 0))
    assert rejected_words(bench.journal) == {2: "No A-2."}


def test_a_shop_that_says_nothing_of_a_single_product_is_not_asked_for_ever(tmp_path: Path) -> None:
    """When bodies of one product bring no answer either, nothing more is offered and they stay not known."""
    bench = Bench(tmp_path, 3)
    shop = Importer(set(), say=lambda said, _: state("done", said.total_rows + 1))
    bench.go(shop)
    rounds = 0
    while bench.can_be_resent():
        bench.go(shop, again=True)
        rounds += 1
    assert rounds == 1
    upload = bench.journal.upload(UPLOAD)
    assert (upload.outcome, told(upload)) == (Outcome.UNKNOWN, (0, 3, 0, 0, 3))


def test_a_failed_import_that_may_not_be_sent_again_as_it_is_goes_in_parts(tmp_path: Path) -> None:
    """What was refused stays so, the rest is sent in halves, and the failure of the first body is history then."""
    bench = Bench(tmp_path, 5)
    first = state("failed", 5, 2, (1, "No A-1."), kind="invalid_data")
    shop = Importer(skus(1), say=lambda said, body: first if len(body) == 5 else said)
    upload = bench.go(shop)
    assert (upload.outcome, fates(bench.journal)) == (Outcome.FAILED, "ruuuu")
    again = bench.go(shop, again=True)
    assert (again.outcome, told(again)) == (Outcome.DONE, (0, 5, 4, 1, 0))
    assert shop.bodies[1:] == [["A-2", "A-3"], ["A-4", "A-5"]]


@pytest.mark.parametrize(
    ("error", "state_", "outcome"),
    [
        (KeyRefused(status=401), Step.REFUSED, Outcome.UNKNOWN),
        (AnswerLost(reason="reset"), Step.LOST, Outcome.UNKNOWN),
    ],
)
def test_parts_that_do_not_get_through_stay_not_known_and_can_be_sent_again(
    tmp_path: Path, error: Exception, state_: Step, outcome: Outcome
) -> None:
    """When the third body fails, what was sent before counts as sent; another resend sends the rest, once each."""
    bench = Bench(tmp_path, 700)

    def fail(turn: int) -> None:
        if turn == 3:
            raise error

    shop = Importer(skus(*range(1, 451)), before=fail)
    upload = bench.go(shop)
    assert (upload.outcome, told(upload)) == (outcome, (0, 700, 0, 400, 300))
    assert [batch.state for batch in bench.batches()] == [Step.SETTLED, Step.SETTLED, state_, Step.PLANNED]
    assert bench.can_be_resent()
    shop.before = lambda _: None
    again = bench.go(shop, again=True)
    assert (again.outcome, told(again)) == (Outcome.DONE, (0, 700, 250, 450, 0))
    assert [len(body) for body in shop.bodies] == [700, 200, 200, 100]


def test_an_upload_cut_off_between_two_parts_goes_on_with_the_next(tmp_path: Path) -> None:
    """Another start of the program runs the parts that are planned, without dividing anything a second time."""
    bench = Bench(tmp_path, 700)
    token = QuickToken()

    def stop(progress: Progress) -> None:
        if progress.done == 400 and progress.rest:
            token.cancel()

    shop = Importer(skus(*range(1, 451)))
    upload = bench.go(shop, token=token, report=stop)
    assert (upload.outcome, told(upload)) == (Outcome.CANCELLED, (0, 700, 0, 400, 300))
    again = bench.go(shop)
    assert (again.outcome, told(again)) == (Outcome.DONE, (0, 700, 250, 450, 0))
    assert len(bench.batches()) == 4


@pytest.mark.parametrize("harm", ["gone", "short", "no JSON"])
def test_a_body_that_cannot_be_divided_is_an_outcome_and_changes_nothing(tmp_path: Path, harm: str) -> None:
    """A missing or damaged body is told as a file error; no part is left in the outbox or in the journal."""
    bench = Bench(tmp_path, 450)
    body = tmp_path / "outbox" / f"{UPLOAD}-0.json"

    def spoil(said: BatchState, _skus: list[str]) -> BatchState:
        if harm == "gone":
            body.unlink()
        elif harm == "short":
            body.write_bytes(b'[\n{"sku":"A-1"}\n]\n')
        else:
            body.write_bytes(body.read_bytes()[:-20])
        return said

    shop = Importer(skus(*range(1, 301)), say=spoil)
    upload = bench.go(shop)
    assert upload.error_code == ("file_missing" if harm == "gone" else "file_damaged")
    assert (len(shop.bodies), len(bench.batches()), fates(bench.journal)) == (1, 1, "r" * 200 + "u" * 250)
    assert bench.bodies() <= {body.name}


def test_no_part_is_larger_than_the_list_of_errors(tmp_path: Path) -> None:
    """The list stops at 200, and so does a part; a body of 300 is halved."""
    assert MOST == 200
    bench = Bench(tmp_path, 300)
    shop = Importer(skus(*range(1, 251)))
    assert told(bench.go(shop)) == (0, 300, 50, 250, 0)
    assert [len(body) for body in shop.bodies] == [300, 100]
