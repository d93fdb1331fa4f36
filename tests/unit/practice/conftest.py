"""One practice shop for all tests of a file, emptied before each of them: starting one costs more than asking it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.practice import RunningShop, practice_shop


@pytest.fixture(scope="module")
def running_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningShop]:
    with practice_shop(tmp_path_factory.mktemp("practice")) as shop:
        yield shop


@pytest.fixture
def shop(running_shop: RunningShop) -> RunningShop:
    running_shop.reset()
    return running_shop
