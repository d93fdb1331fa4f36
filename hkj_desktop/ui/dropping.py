"""What dropping a file would do, said while it still hangs at the pointer: by its name alone, since reading may
be slow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl

from hkj_desktop.errors import FileError, FileIsFolder, FileNotCatalogue
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import isolate_auto
from hkj_desktop.ui.shell import DropVerdict

#: Endings of what is certainly no catalogue; anything else is judged by its content after the drop.
_OTHER = {
    "picture": ("png", "jpg", "jpeg", "gif", "webp", "bmp", "heic", "svg"),
    "pdf": ("pdf",),
    "archive": ("zip", "rar", "7z", "gz", "tar"),
    "document": ("doc", "docx", "odt", "rtf", "pages"),
}
_KINDS = {ending: kind for kind, endings in _OTHER.items() for ending in endings}


def describe(urls: Sequence[QUrl], *, photos: bool = False) -> DropVerdict:
    """The verdict on what is being dragged. ``photos``: a catalogue is open, so that a folder may hold the photos of
    its products."""
    if len(urls) > 1:
        return DropVerdict(
            accepted=False,
            title=QCoreApplication.translate("Dropping", "One file at a time, please"),
            line=QCoreApplication.translate("Dropping", "Drop the catalogue alone."),
        )
    path = Path(urls[0].toLocalFile())
    if photos and path.is_dir():
        title = QCoreApplication.translate("Dropping", "Drop to match the photos in {name}")
        return DropVerdict(
            accepted=True,
            title=title.format(name=isolate_auto(path.name)),
            line=QCoreApplication.translate("Dropping", "Their names are compared with SKUs and barcodes."),
        )
    error = _refusal(path)
    if error is not None:
        words = say.error(error)
        return DropVerdict(accepted=False, title=words.title, line=words.todo)
    title = QCoreApplication.translate("Dropping", "Drop to check {name}")
    return DropVerdict(
        accepted=True,
        title=title.format(name=isolate_auto(path.name)),
        line=QCoreApplication.translate("Dropping", "It is only read. Nothing is sent yet."),
    )


def _refusal(path: Path) -> FileError | None:
    if path.is_dir():
        return FileIsFolder(name=path.name)
    kind = _KINDS.get(path.suffix.lower().removeprefix("."))
    return FileNotCatalogue(name=path.name, kind=kind) if kind else None
