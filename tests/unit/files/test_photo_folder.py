"""A folder of photos is listed as a person would: pictures only, sorted, and nothing outside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hkj_desktop.catalog.picture_facts import picture_data
from hkj_desktop.errors import Cancelled, FileMissing, FileNotAllowed, FileTooLarge
from hkj_desktop.files import photo_folder
from hkj_desktop.files.photo_folder import PhotoFile, list_photos
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.texts import error_words


def put(folder: Path, *names: str) -> Path:
    """Files of a few bytes below ``folder``."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * len(name))
    return folder


def names(folder: Path) -> list[str]:
    return [photo.name for photo in list_photos(folder, CancelToken())]


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("this system does not let us make links")


def test_photos_are_found_and_sorted(tmp_path: Path) -> None:
    """Pictures in the folder and in those below, numbers by their size, with where they are and how long."""
    put(tmp_path, "a10.jpg", "a9.JPG", "صورة.png", "b/2.webp", "b/c/1.tiff")
    photos = list_photos(tmp_path, CancelToken())
    assert [photo.name for photo in photos] == ["a9.JPG", "a10.jpg", "b/2.webp", "b/c/1.tiff", "صورة.png"]
    assert photos[2] == PhotoFile("b/2.webp", (tmp_path / "b" / "2.webp").resolve(), 8)


def test_what_is_no_photo_is_left_out(tmp_path: Path) -> None:
    """Lists, hidden files, what a Mac leaves beside its files, and folders that are named like pictures."""
    put(tmp_path, "a.jpg", "a.xlsx", "jpg", ".hidden.jpg", "._a.jpg", ".cache/b.jpg", "Thumbs.db", "folder.jpg/c.jpg")
    assert names(tmp_path) == ["a.jpg", "folder.jpg/c.jpg"]


def test_an_empty_folder_has_no_photos(tmp_path: Path) -> None:
    """Nothing there is no error."""
    assert names(tmp_path) == []


@pytest.mark.parametrize("suffix", ["jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "avif"])
def test_every_kind_of_picture_that_is_read_is_listed(tmp_path: Path, suffix: str) -> None:
    """What can be looked at is found, whatever its capitals."""
    assert names(put(tmp_path, f"a.{suffix.upper()}")) == [f"a.{suffix.upper()}"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path, expected_log: Callable[[str], None]) -> None:
    """A link to a file or folder elsewhere shows nothing of it; one to a photo inside is a second name."""
    outside = put(tmp_path / "outside", "secret.jpg")
    folder = put(tmp_path / "photos", "a.jpg")
    link(folder / "away", outside)
    link(folder / "b.jpg", outside / "secret.jpg")
    link(folder / "c.jpg", folder / "a.jpg")
    link(folder / "gone.jpg", folder / "nothing.jpg")
    expected_log("passed over gone.jpg")
    assert names(folder) == ["a.jpg", "c.jpg"]


def test_links_in_a_ring_end(tmp_path: Path) -> None:
    """A folder that holds itself is listed once; a folder that is itself a link is listed."""
    folder = put(tmp_path / "photos", "a/b.jpg")
    link(folder / "a" / "again", folder)
    link(tmp_path / "other name", folder)
    assert names(folder) == ["a/b.jpg"]
    assert names(tmp_path / "other name") == ["a/b.jpg"]


def test_folders_inside_each_other_have_an_end(tmp_path: Path) -> None:
    """What lies deeper than a person would put it is not looked for."""
    deepest = picture_data("photos")["deepest"]
    put(tmp_path, "/".join(["d"] * deepest + ["in.jpg"]), "/".join(["d"] * (deepest + 1) + ["out.jpg"]))
    assert names(tmp_path) == ["/".join(["d"] * deepest + ["in.jpg"])]


def test_too_many_photos_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More photos than the data allow are told, not cut off in silence."""
    real = picture_data("photos")
    monkeypatch.setattr(photo_folder, "picture_data", lambda section: {**real, "most_files": 3})
    assert len(names(put(tmp_path, "1.jpg", "2.jpg", "3.jpg", "note.txt"))) == 3
    with pytest.raises(FileTooLarge) as caught:
        names(put(tmp_path, "4.jpg"))
    assert caught.value.params == {"name": tmp_path.name, "limit": 3, "unit": "photos", "kind": "photos"}
    assert "photos" in error_words(caught.value).title


def test_a_stop_is_heard(tmp_path: Path) -> None:
    """A person who says stop waits for no more than the next file."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        list_photos(put(tmp_path, "a.jpg"), token)


def test_no_folder_is_missing(tmp_path: Path) -> None:
    """A folder that is gone, and a file in its place."""
    put(tmp_path, "a.jpg")
    for path in (tmp_path / "gone", tmp_path / "a.jpg", tmp_path / "a.jpg" / "b"):
        with pytest.raises(FileMissing) as caught:
            list_photos(path, CancelToken())
        assert caught.value.params["name"] == path.name


def test_a_link_to_itself_is_an_error_in_words(tmp_path: Path) -> None:
    """A folder that is a link to itself can be no folder."""
    link(tmp_path / "loop", tmp_path / "loop")
    with pytest.raises(photo_folder.FileDamaged):
        list_photos(tmp_path / "loop", CancelToken())


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this person may open every folder")
def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path, expected_log: Callable[[str], None]) -> None:
    """The folder itself is an error; one inside it is passed over, with a word in the log."""
    put(tmp_path, "a.jpg", "locked/b.jpg")
    (tmp_path / "locked").chmod(0)
    try:
        expected_log("passed over locked")
        assert names(tmp_path) == ["a.jpg"]
        with pytest.raises(FileNotAllowed):
            names(tmp_path / "locked")
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_a_folder_that_goes_away_meanwhile_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]
) -> None:
    """A folder inside that cannot be opened costs its own photos, not the others, and the log says so."""
    put(tmp_path, "a.jpg", "locked/b.jpg", "z.jpg")
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(photo_folder.os, "scandir", scandir)
    expected_log("passed over locked")
    assert names(tmp_path) == ["a.jpg", "z.jpg"]
    with pytest.raises(FileNotAllowed):
        names(tmp_path / "locked")
