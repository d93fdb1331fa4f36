"""What will be sent, written down: which products, in which shape, and nothing half done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hkj_desktop.errors import Cancelled, FileNotSaved
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.uploads.entries import Upload
from hkj_desktop.uploads.plan import ready_plan, write_plan
from tests.helpers.journal import NOW, TARGET, open_journal, payload_of, planned


def catalogue(folder: Path) -> Path:
    path = folder / "c.csv"
    path.write_text("sku,title_en,title_ar,price_jod\nA,Tea,شاي,1.250\nB,Milk,,2\nC,Salt,ملح,0.100\n", "utf-8")
    return path


def plan_of(
    folder: Path, *, all_rows: bool = False, outbox: str = "outbox", cancel: CancelToken | None = None
) -> Upload:
    path = catalogue(folder)
    (folder / "outbox").mkdir(exist_ok=True)
    plan = ready_plan(payload_of(path), TARGET, path, all_rows=all_rows)
    journal = open_journal(folder)
    return write_plan(plan, journal, folder / outbox, upload_id="u1", now=NOW, cancel=cancel)


@pytest.mark.parametrize(("all_rows", "expected", "left_out"), [(False, ["A", "C"], 1), (True, ["A", "B", "C"], 0)])
def test_only_products_without_errors_are_sent_unless_all_are_wanted(
    tmp_path: Path, all_rows: bool, expected: list[str], left_out: int
) -> None:
    """The body and the journal hold the same products, and the rest is counted as left out."""
    upload = plan_of(tmp_path, all_rows=all_rows)
    body = json.loads((tmp_path / "outbox" / "u1-0.json").read_bytes())
    assert [product["sku"] for product in body] == expected
    assert [item.sku for item in open_journal(tmp_path).items("u1")] == expected
    assert (upload.products, upload.left_out, upload.planned) == (3, left_out, len(expected))


def test_each_item_knows_its_row_in_the_file(tmp_path: Path) -> None:
    """A product that was left out does not shift the rows of those behind it."""
    plan_of(tmp_path)
    assert [(one.product, one.row) for one in open_journal(tmp_path).items("u1")] == [(1, 2), (3, 4)]


def test_a_plan_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    """Cancelled while the body is written: no file, no record."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        plan_of(tmp_path, cancel=token)
    assert not list((tmp_path / "outbox").iterdir())
    assert open_journal(tmp_path).uploads() == []


def test_an_outbox_that_cannot_be_written_is_told_before_anything_is_recorded(tmp_path: Path) -> None:
    """FileNotSaved, and no upload in the journal that has no body."""
    with pytest.raises(FileNotSaved):
        plan_of(tmp_path, outbox="nowhere")
    assert open_journal(tmp_path).uploads() == []


@pytest.mark.parametrize("format_", ["json", "csv", "xml"])
def test_the_size_in_the_journal_is_the_size_of_the_body(tmp_path: Path, format_: str) -> None:
    """In every format the body is named after the upload and measured to the byte."""
    planned(open_journal(tmp_path), tmp_path, format_=format_)
    (batch,) = open_journal(tmp_path).batches("u1")
    assert batch.format == format_
    assert batch.body == f"u1-0.{format_}"
    assert batch.size == (tmp_path / "outbox" / batch.body).stat().st_size > 100
