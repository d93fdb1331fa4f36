"""The open catalogue: read and checked in the background, matched anew, and with the shop's answers on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Mapping as AbstractMapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import Profile
from hkj_desktop.ui import say, texts
from hkj_desktop.ui.opened import Opened
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.mapping import Mapping
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.uploads.putback import PutBack


class CatalogueController(QObject):
    """``shops(None)``: those that are in use, at least one, the chosen one first; ``shops(id)``: that one alone.
    ``remembered(fingerprint)`` gives an
    earlier column match, ``remember(fingerprint, match)`` keeps one. ``presets``: the folder with the person's own
    presets. ``last_prices()``: SKU → fils that the active shop last accepted; slow.

    ``opening(name)``, then exactly one of ``opened`` and ``refused(AppError)`` (None: stopped by the person);
    ``changed`` when the same file is checked anew, shown for another shop, or the shop's answers are on it;
    ``saved(path)`` or ``failed(AppError)`` after saving.
    """

    opening = Signal(str)
    opened = Signal()
    refused = Signal(object)
    changed = Signal()
    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        shops: Callable[[str | None], Sequence[Profile]],
        remembered: Callable[[str], AbstractMapping[str, str]],
        remember: Callable[[str, AbstractMapping[str, str]], None],
        presets: Path,
        last_prices: Callable[[], AbstractMapping[str, int]] = dict,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._shops = shops
        self._remembered = remembered
        self._remember = remember
        self._presets = presets
        self._last_prices = last_prices
        self._owner = Owner("catalogue")
        self.file: Opened | None = None
        #: Whose view is wanted, and what the shops said of the file that is open.
        self._lens = ""
        self._answers: dict[str, Problems] = {}

    @property
    def checked(self) -> Checked | None:
        return self.file.checked if self.file else None

    def is_busy(self) -> bool:
        return self._owner.is_busy("load")

    def open(
        self, path: Path, sheet: str | None = None, encoding: str | None = None, put_back: PutBack | None = None
    ) -> None:
        """Read and check the file at ``path``. A file that is open stays open until the new one is checked.

        ``sheet`` and ``encoding``: what the person said of it (:func:`read_catalog`). ``put_back``: it is a
        catalogue of
        ours that puts an upload back, so that nothing in it has to be guessed.
        """
        remembered, folder, last_prices = self._remembered, self._presets, self._last_prices
        shops = self._in_use(put_back)

        def work(cancel: CancelToken, _report: Report) -> tuple[Opened, tuple[AppError, ...]]:
            from hkj_desktop.catalog.check import check
            from hkj_desktop.catalog.fields import load_fields
            from hkj_desktop.catalog.mapping import headers_fingerprint
            from hkj_desktop.catalog.presets import load_presets, user_presets
            from hkj_desktop.files.read import read_catalog

            if put_back is not None:
                from hkj_desktop.uploads.putback import checked_back

                return Opened.of(path, checked_back(put_back), shops, put_back=put_back), ()
            catalog = read_catalog(path, sheet=sheet, encoding=encoding)
            cancel.check()
            last, fields = last_prices(), load_fields(first_destination().id)
            match = remembered(headers_fingerprint(column.header for column in catalog.columns))
            own, broken = user_presets(folder)
            presets = (*own, *load_presets())
            found = check(catalog, fields, remembered=match, presets=presets, last_prices=last)
            cancel.check()
            return Opened.of(path, found, shops), broken

        self._owner.cancel("match")  # it is about the file that goes away
        self.opening.emit(path.name)
        self._runner.submit(
            work,
            owner=self._owner,
            done=self._on_loaded,
            failed=self.refused.emit,
            cancelled=lambda: self.refused.emit(None),
            slot="load",
        )

    def stop_opening(self) -> None:
        self._owner.cancel("load")

    def close(self) -> None:
        """Put the file away."""
        self._owner.cancel()
        self.file = None
        self.changed.emit()

    def choose_notation(self, key: str, notation: str) -> None:
        """The person says how the prices of column ``key`` are written: check anew, and remember it."""
        from hkj_desktop.catalog.cleaning import Notation

        if self.file is not None:
            self.match(self.file.shared.mapping.choose_notation(key, Notation(notation)))

    def choose_split(self, key: str, wanted: bool) -> None:  # a slot
        """The person says whether the titles of column ``key`` are two titles each: check anew, and remember it."""
        if self.file is not None:
            self.match(self.file.shared.mapping.choose_split(key, wanted=wanted))

    def swap_titles(self) -> None:
        """The person says that titles in each other's column are to be put right: check anew."""
        if self.file is not None:
            self.match(self.file.shared.mapping.choose_swap())

    def match(self, mapping: Mapping) -> None:
        """Check the same file with these columns, and remember them for the next file with the same headers."""
        file = self.file
        if file is None:
            return
        shops, lens = self._in_use(file.put_back), self._lens
        self._answers.clear()  # they stand on cells as the columns were understood before

        def work(_cancel: CancelToken, _report: Report) -> Opened:
            from hkj_desktop.catalog.check import check
            from hkj_desktop.catalog.mapping import with_readings

            catalog, fields = file.shared.catalog, file.shared.fields
            read = with_readings(mapping, catalog, fields)
            found = check(catalog, fields, mapping=read, last_prices=self._last_prices())
            return Opened.of(file.path, found, shops, lens, file.put_back)

        from hkj_desktop.catalog.mapping import headers_fingerprint

        self._remember(headers_fingerprint(mapping.headers), mapping.remembered())
        # Not in the slot of loading: a file that is being read meanwhile must still end in opened or refused.
        self._runner.submit(work, owner=self._owner, done=self._on_matched, failed=self._tell, slot="match")

    def set_answers(self, shop_id: str, answers: Problems) -> None:
        """Put what a shop said beside our own problems, in place of what it said before."""
        if self.file is not None:
            self._answers[shop_id] = answers
            self._show_anew(self.file)

    def look_through(self, shop_id: str) -> None:
        """Show the catalogue as that shop takes it."""
        if self.file is not None and (self.file.lens != shop_id or self._lens != shop_id):
            self._lens = shop_id
            self._show_anew(self.file)

    def shops_changed(self) -> None:
        """Other shops are in use now, or they are asked for in another way: what is wrong for them is another thing."""
        file = self.file
        if file is not None and not self.is_current(file):
            chosen = self._in_use(file.put_back)[0].id
            if file.shops[0].id != chosen:
                self._lens = chosen
            self._show_anew(file)

    def is_current(self, file: Opened) -> bool:
        """Whether ``file`` was checked for the shops that are in use now."""
        return file.shops == self._in_use(file.put_back)

    def _in_use(self, put_back: PutBack | None) -> tuple[Profile, ...]:
        """What puts an upload back goes to the shop of that upload alone."""
        return tuple(self._shops(None if put_back is None else put_back.upload.target.profile_id))

    def _show_anew(self, file: Opened) -> None:
        """The same catalogue, for the shops, the view and the answers of now. A later one stands in for all before."""
        shops, lens, answers = self._in_use(file.put_back), self._lens, dict(self._answers)

        def work(_cancel: CancelToken, _report: Report) -> Opened:
            return Opened.of(file.path, file.shared, shops, lens, file.put_back, answers)

        def done(shown: Opened) -> None:
            if self.file is file:
                self._on_matched(shown)
            elif self.file is not None and self._is_same(file):  # its columns were matched anew meanwhile
                self._show_anew(self.file)

        self._runner.submit(work, owner=self._owner, done=done, failed=self._tell, slot="show")

    def save_problems(self, path: Path, problems: Problems) -> None:
        """Save a list of problems as CSV."""

        def work(_cancel: CancelToken, _report: Report) -> str:
            from hkj_desktop.files.problem_report import write_problems

            headers = [say.translate("Report", header) for header in texts.REPORT_HEADERS]
            write_problems(
                path, problems, headers=headers, words=lambda problem: texts.report_words(problem, say.translate)
            )
            return str(path)

        self._runner.submit(work, owner=self._owner, done=self.saved.emit, failed=self._tell, slot=None)

    def save_files(self, path: Path, files: Sequence[Path]) -> None:
        """Save a copy of a file, or several packed as a zip."""

        def work(_cancel: CancelToken, _report: Report) -> str:
            from hkj_desktop.files.packed import save_packed

            save_packed(path, files)
            return str(path)

        self._runner.submit(work, owner=self._owner, done=self.saved.emit, failed=self._tell, slot=None)

    def save_template(self, path: Path, language: str) -> None:
        """Save an empty workbook to fill in; ``language`` of its headers is ``en`` or ``ar``."""

        def work(_cancel: CancelToken, _report: Report) -> str:
            from hkj_desktop.catalog.fields import load_fields
            from hkj_desktop.files.template import template_words, write_template

            headers, example = template_words(language)
            write_template(path, load_fields(first_destination().id), headers, example, rtl=language == "ar")
            return str(path)

        self._runner.submit(work, owner=self._owner, done=self.saved.emit, failed=self._tell, slot=None)

    def _on_loaded(self, loaded: tuple[Opened, tuple[AppError, ...]]) -> None:
        file, broken_presets = loaded
        self._on_opened(file)
        for error in broken_presets:
            self.failed.emit(error)

    def _on_opened(self, file: Opened) -> None:
        self._owner.cancel("show")
        self.file, self._lens = file, file.lens
        self._answers.clear()
        self.opened.emit()

    def _on_matched(self, file: Opened) -> None:
        if self._is_same(file):
            self.file = file
            self.changed.emit()

    def _is_same(self, file: Opened) -> bool:
        """Whether ``file`` is a state of the file that is open now."""
        return self.file is not None and self.file.shared.catalog is file.shared.catalog

    def _tell(self, error: AppError) -> None:
        self.failed.emit(error)
