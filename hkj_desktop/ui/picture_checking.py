"""Pictures on the check page: all of them looked at, with progress; a folder of photos matched with the products."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.dialogs.photos import Photos, PhotosDialog
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.pages.check_page import CheckPage
from hkj_desktop.ui.pages.check_views import CARDS
from hkj_desktop.ui.parts import Parts
from hkj_desktop.ui.shell import Shell
from hkj_desktop.ui.tasks import Owner, Report
from hkj_desktop.ui.theme import Tone

if TYPE_CHECKING:
    import polars as pl

PICTURES = "pictures"


class PictureChecking(QObject):
    """Looks at the pictures of what is open, and shows photos of the person's with the products. ``made(count, name)``:
    so many cells were filled in by a step of that name."""

    made = Signal(int, str)

    def __init__(self, shell: Shell, parts: Parts, page: CheckPage) -> None:
        super().__init__(shell)
        self._shell = shell
        self._parts = parts
        self._page = page
        self._owner = Owner("photos", self)
        self._seen: tuple[int, int] | None = None
        check = parts.picture_check
        page.card_tools.check_requested.connect(self.start)
        page.card_tools.photos_requested.connect(self.ask_for_folder)
        page.looking.stop_requested.connect(check.stop)
        check.progressed.connect(self._on_progress)
        check.ended.connect(self._on_ended)
        check.stopped.connect(self._on_stopped)
        check.dropped.connect(self._end)
        check.failed.connect(self._on_failed)

    # -- all pictures -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look at all pictures."""
        self._parts.picture_check.start()

    def take_over(self, old: PictureChecking) -> None:
        """Go on showing how far the check is."""
        if old._seen is not None and not old._page.looking.isHidden():
            self._on_progress(*old._seen)

    def _on_progress(self, done: int, total: int) -> None:
        self._seen = (done, total)
        self._page.card_tools.check.setEnabled(False)
        self._page.looking.show_progress(done, total)

    def _end(self) -> None:
        self._page.card_tools.check.setEnabled(True)
        self._page.looking.end()

    def _on_stopped(self) -> None:
        self._tell_end(self.tr("Stopped. What was seen until then is in the list."))

    def _on_ended(self, warnings: int, total: int) -> None:
        if warnings:
            text = self.tr("{count} of {total} pictures are worth a look")
            text = text.format(count=say.number(warnings), total=say.number(total))
            self._tell_end(text, Tone.WARN, self.tr("Show them"))
        elif total:
            self._tell_end(say.counted(self.tr("%n picture(s) looked at, all fine", "", total), total), Tone.GOOD)
        else:
            self._tell_end(self.tr("There are no pictures to look at"), Tone.NEUTRAL)

    def _tell_end(self, text: str, tone: Tone = Tone.ACCENT, action: str = "") -> None:
        self._end()
        self._shell.show_toast(text, tone, action, lambda: self._page.show_problems_of("warning"))

    def _on_failed(self, error: object) -> None:
        self._end()
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

        def work(cancel: CancelToken, _report: Report) -> Photos:
            from hkj_desktop.files.photo_folder import list_photos

            return Photos.of(list_photos(folder, cancel), file.shared)

        self._shell.show_toast(self._named(self.tr("Matching the photos in {name}…"), folder))
        self._parts.runner.submit(
            work,
            owner=self._owner,
            done=lambda photos: self._show_dialog(file, folder, photos),
            failed=self._page.failed.emit,
            slot="match",
            name="match photos",
        )

    @staticmethod
    def _named(text: str, folder: Path) -> str:
        return text.format(name=isolate_auto(display_safe(folder.name)))

    def _show_dialog(self, file: Opened, folder: Path, photos: Photos) -> None:
        now = self._parts.catalogue.file
        if now is None or not now.is_state_of(file):
            return  # another catalogue was opened meanwhile
        if not photos.files:
            self._shell.show_toast(self._named(self.tr("There are no photos in {name}"), folder), Tone.WARN)
            return
        self._allow(photos)
        dialog = PhotosDialog(file, photos, self._parts.runner, self._parts.pictures, self._shell)
        dialog.placed.connect(lambda placed: self._show_photos(file, photos, placed))
        dialog.addresses_wanted.connect(lambda cells: self._fill(file, cells))
        dialog.rejected.connect(self._allow)
        dialog.open()

    def _allow(self, photos: Photos | None = None) -> None:
        """Those that are shown with the products may be read, and those of the folder that was chosen now."""
        file = self._parts.catalogue.file
        paths = {path for several in file.photos.values() for path in several} if file is not None else set[str]()
        self._parts.allow_photos(paths.union(photos.paths.values()) if photos is not None else paths)

    def _show_photos(self, file: Opened, photos: Photos, placed: dict[int, tuple[str, ...]]) -> None:
        """``placed``: product → names of its photos."""
        import polars as pl

        products = pl.Series("product", list(placed), dtype=pl.UInt32)
        rows = file.shared.products.rows.filter(pl.col("first") & pl.col("product").is_in(products.implode()))
        places = file.draft.at(rows["index"]).to_list()
        found = zip(places, rows["product"].to_list(), strict=True)
        shown = {place: tuple(photos.paths[name] for name in placed[product]) for place, product in found}
        self._parts.catalogue.set_photos(shown)
        self._page.show_view(CARDS)
        text = self.tr("Your photos are shown with %n product(s)", "", len(shown))
        self._shell.show_toast(say.counted(text, len(shown)), Tone.GOOD)

    def _fill(self, file: Opened, cells: pl.DataFrame) -> None:
        count = self._parts.catalogue.edits.write(PICTURES, cells, file.draft)
        if count:
            self.made.emit(count, PICTURES)
