"""Whatever is saved from the window, the person's own file is never written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hkj_desktop.errors import AppError, FileNotSaved
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import practice_profile
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.exports import ExportController
from hkj_desktop.ui.opened import Opened
from tests.helpers.catalogues import write_csv
from tests.helpers.ui import InlineRunner

HEADERS = ["sku", "title_en", "title_ar", "price_jod"]


@pytest.fixture
def file(tmp_path: Path) -> Opened:
    """A catalogue with a problem, open."""
    path = write_csv(tmp_path / "list.csv", [HEADERS, ["A", "Tea", "شاي", "x"], ["B", "Honey", "عسل", "1.250"]])
    shops = [practice_profile(first_destination())]
    controller = CatalogueController(
        InlineRunner(), lambda _one: shops, lambda _mark: {}, lambda _mark, _match: None, tmp_path, tmp_path / "drafts"
    )
    controller.open(path)
    assert controller.file is not None
    return controller.file


WAYS: dict[str, Callable[[ExportController, Path, Opened], None]] = {
    "problems": lambda exports, path, file: exports.save_problems(path, file.checked.problems, file.path),
    "xlsx": lambda exports, path, file: exports.save_catalogue(path, file, "xlsx"),
    "csv": lambda exports, path, file: exports.save_catalogue(path, file, "csv"),
    "annotated": lambda exports, path, file: exports.save_annotated(path, file),
    "fix file": lambda exports, path, file: exports.save_fix_file(path, file),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_open_file_is_never_written_over(qapp: object, file: Opened, tmp_path: Path, way: str) -> None:
    """Chosen in the dialog as the place to save it is refused with the reason; beside it the same is saved."""
    before = file.path.read_bytes()
    exports = ExportController(InlineRunner(), lambda: 1_800_000_000.0)
    saved: list[str] = []
    failed: list[AppError] = []
    exports.saved.connect(saved.append)
    exports.failed.connect(failed.append)
    WAYS[way](exports, file.path, file)
    assert file.path.read_bytes() == before
    assert saved == []
    assert [type(error) for error in failed] == [FileNotSaved]
    assert failed[0].params["reason"] == "source"
    other = tmp_path / "other.xlsx"
    WAYS[way](exports, other, file)
    assert saved == [str(other)]
    assert other.stat().st_size > 0
