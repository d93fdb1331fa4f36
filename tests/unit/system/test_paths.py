"""Where resources and folders are."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from hkj_desktop.errors import SettingsError
from hkj_desktop.system import paths
from hkj_desktop.system.paths import Folders, folders, resource


def test_resources_of_a_checkout() -> None:
    """In a checkout the resources are beside the package."""
    assert resource("destinations.toml").is_file()
    assert resource("destinations.toml").parent == Path(paths.__file__).parents[2] / "resources"


def test_resources_of_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package has its own resources, as in a wheel, those are taken."""
    (tmp_path / "hkj_desktop" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "hkj_desktop")
    assert resource("fields", "hkj.toml") == tmp_path / "hkj_desktop" / "resources" / "fields" / "hkj.toml"


def test_resources_of_a_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen program unpacks its resources into a folder of its own."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons") == tmp_path / "resources" / "icons"


def test_who_decides_on_the_folder(tmp_path: Path) -> None:
    """The argument wins over the variable, the variable over the system; a relative one is made absolute."""
    environ = {"HKJ_DESKTOP_HOME": str(tmp_path / "variable")}
    assert folders(tmp_path / "argument", environ).data == tmp_path / "argument"
    assert folders(None, environ).data == tmp_path / "variable"
    system = folders(None, {}).data
    assert system == platformdirs.user_data_path("HKJ Desktop", appauthor=False)
    assert folders(None, {"HKJ_DESKTOP_HOME": ""}).data == system
    assert folders(Path("here"), {}).data == Path.cwd() / "here"


def test_everything_is_below_data(tmp_path: Path) -> None:
    """Every place that the program writes to is below the one folder that can be chosen."""
    where = Folders(tmp_path)
    places = {where.settings_file, where.journal_file, where.outbox, where.logs, where.practice}
    assert len(places) == 5
    assert all(one.is_relative_to(tmp_path) for one in places)
    assert replace(where) == where


def test_ensure_twice(tmp_path: Path) -> None:
    """The folders are made, for this person alone, and making them again changes nothing."""
    where = folders(tmp_path / "متجر" / "data", {}).ensure()
    assert where.ensure() == where
    for folder in (where.data, where.outbox, where.logs, where.practice):
        assert folder.is_dir()
        if os.name == "posix":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_folder_that_cannot_be(tmp_path: Path) -> None:
    """Where a file stands in the way, the error names the folder."""
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(SettingsError) as caught:
        folders(tmp_path / "data", {}).ensure()
    assert caught.value.params == {"reason": "denied", "name": str(tmp_path / "data")}


def test_folder_that_is_not_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that exists and cannot be written to is found at the start, not at the first upload."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(SettingsError):
        folders(tmp_path, {}).ensure()
