"""Pictures on the check page: all of them looked at, with progress; a folder of photos matched with the products."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import say
from hkj_desktop.ui.dialogs.photos import PhotosDialog
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.check_page import CheckPage
from hkj_desktop.ui.parts import Parts
from hkj_desktop.ui.shell import Shell
from hkj_desktop.ui.tasks import Owner, Report
from hkj_desktop.ui.theme import Tone

if TYPE_CHECKING:
    import polars as pl

    from hkj_desktop.catalog.photos import PhotoMatch
    from hkj_desktop.files.photo_folder import PhotoFile

PICTURES = "pictures"


class PictureChecking(QObject):
    """Looks at the pictures of what is open, and shows photos of the person's with the products."""

    def __init__(self, shell: Shell, parts: Parts, page: CheckPage) -> None:
        super().__init__(shell)
        self._shell = shell
        self._parts = parts
        self._page = page
        self._owner = Owner("photos")
        check = parts.picture_check
        page.card_tools.check_requested.connect(self.start)
        page.card_tools.photos_requested.connect(self.ask_for_folder)
        page.looking.stop_requested.connect(check.stop)
        check.progressed.connect(page.looking.show_progress)
        check.ended.connect(self._on_ended)
        check.stopped.connect(lambda: self._tell_end(self.tr("Stopped. What was seen until then is in the list.")))
        check.failed.connect(self._on_failed)

    # -- all pictures -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look at all pictures."""
        self._parts.picture_check.start()

    def _on_ended(self, warnings: int) -> None:
        if warnings:
            text = say.counted(self.tr("%n picture(s) are worth a look", "", warnings), warnings)
            self._tell_end(text, Tone.WARN, self.tr("Show them"))
        else:
            self._tell_end(self.tr("All pictures are fine"), Tone.GOOD)

    def _tell_end(self, text: str, tone: Tone = Tone.ACCENT, action: str = "") -> None:
        self._page.looking.end()
        self._shell.show_toast(text, tone, action, lambda: self._page.show_problems_of("warning"))

    def _on_failed(self, error: object) -> None:
        self._page.looking.end()
        self._page.failed.emit(error)

    # -- photos -------------------------------------------------------------------------------------------------------

    def ask_for_folder(self) -> None:
        """Let the person choose a folder of photos."""
        dialog = QFileDialog(self._shell, self.tr("Choose the folder with your photos"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.match(Path(folder)))
        dialog.open()

    def match(self, folder: Path) -> None:
        """Match the photos in ``folder`` with the products, and show what was found."""
        file = self._parts.catalogue.file
        if file is None:
            return

        def work(cancel: CancelToken, _report: Report) -> tuple[tuple[PhotoFile, ...], PhotoMatch]:
            from hkj_desktop.catalog.photos import match_photos
            from hkj_desktop.files.photo_folder import list_photos

            photos = list_photos(folder, cancel)
            return photos, match_photos([photo.name for photo in photos], file.shared)

        def done(found: tuple[tuple[PhotoFile, ...], PhotoMatch]) -> None:
            photos, matched = found
            dialog = PhotosDialog(file, photos, matched, self._parts.pictures, self._shell)
            self._parts.allow_photos([str(photo.path) for photo in photos])
            dialog.placed.connect(lambda placed: self._show_photos(file, photos, placed))
            dialog.addresses_wanted.connect(lambda cells: self._fill(file, cells))
            dialog.open()

        self._parts.runner.submit(
            work, owner=self._owner, done=done, failed=self._page.failed.emit, slot="match", name="match photos"
        )

    def _show_photos(self, file: Opened, photos: tuple[PhotoFile, ...], placed: dict[int, tuple[str, ...]]) -> None:
        """``placed``: product → names of its photos."""
        paths = {photo.name: str(photo.path) for photo in photos}
        rows = file.shared.products.rows.filter("first").select("product", "index")
        first = dict(rows.iter_rows())
        shown = {int(file.draft.positions[first[p]]): tuple(paths[name] for name in names) for p, names in placed.items()}
        self._parts.catalogue.set_photos(shown)

    def _fill(self, file: Opened, cells: pl.DataFrame) -> None:
        self._parts.catalogue.edits.write(PICTURES, cells, file.draft)
