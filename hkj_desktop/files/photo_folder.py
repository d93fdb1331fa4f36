"""The photos of a folder and of the folders in it, by name. Nothing outside the folder is looked at."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hkj_desktop.catalog.photos import natural
from hkj_desktop.catalog.picture_facts import picture_data
from hkj_desktop.errors import FileDamaged, FileMissing, FileNotAllowed, FileTooLarge
from hkj_desktop.system.cancel import CancelToken

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PhotoFile:
    """``name``: its path from the folder, with ``/`` between folders; ``size`` in bytes."""

    name: str
    path: Path
    size: int


def list_photos(folder: Path, cancel: CancelToken) -> tuple[PhotoFile, ...]:
    """Every file below ``folder`` whose name ends like a picture's, as a person would sort them.

    Hidden files are left out, and so is what lies deeper than the data say; a link is followed only where it leads
    into the folder. A folder inside that this person may not open is passed over and told to the log.

    Raises FileMissing, FileNotAllowed, FileDamaged, FileTooLarge (``unit`` ``photos``) or Cancelled.
    """
    most = picture_data("photos")["most_files"]
    found: list[PhotoFile] = []
    try:
        root = folder.resolve(strict=True)
        for photo in _below(root, "", root, {root}, cancel):
            found.append(photo)
            if len(found) > most:
                raise FileTooLarge(name=folder.name, limit=most, unit="photos", kind="photos")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(name=folder.name) from error
    except PermissionError as error:
        raise FileNotAllowed(name=folder.name) from error
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself, before Python 3.13
        raise FileDamaged(name=folder.name, detail=str(error)) from error
    return tuple(sorted(found, key=lambda photo: natural(photo.name)))


def _below(folder: Path, prefix: str, root: Path, seen: set[Path], cancel: CancelToken) -> Iterator[PhotoFile]:
    """The photos in ``folder``, whose name from ``root`` is ``prefix``; ``seen``: folders that were entered."""
    data = picture_data("photos")
    endings = tuple(f".{suffix}" for suffix in data["suffixes"])
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        cancel.check()
        name = prefix + entry.name
        if entry.name.startswith("."):
            continue
        try:
            picture = entry.name.lower().endswith(endings)
            if entry.is_dir():
                target = Path(entry.path).resolve(strict=True)
                if target.is_relative_to(root) and target not in seen and name.count("/") < data["deepest"]:
                    seen.add(target)
                    yield from _below(target, f"{name}/", root, seen, cancel)
            elif picture and (not entry.is_symlink() or Path(entry.path).resolve(strict=True).is_relative_to(root)):
                told = entry.stat()
                if stat.S_ISREG(told.st_mode):
                    yield PhotoFile(name, Path(entry.path), told.st_size)
        except OSError as error:
            # It went away meanwhile, is a link to nothing, or belongs to somebody else: the others are there.
            log.warning("passed over %s in a folder of photos: %s", name, error.strerror or type(error).__name__)
