"""The open catalogue: read and checked in the background, checked again after each change, matched anew, and with the
shop's answers on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.system.settings import Profile
from hkj_desktop.ui.controllers.editing import EditController
from hkj_desktop.ui.opened import Answer, Opened
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # polars loads when the first file is opened, not before the window shows
    import polars as pl

    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.edits import Change, Draft
    from hkj_desktop.catalog.mapping import Mapping
    from hkj_desktop.catalog.pictures import Findings
    from hkj_desktop.catalog.preview import PreviewRows
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.files.drafts import DraftFile
    from hkj_desktop.uploads.putback import PutBack


@dataclass(frozen=True)
class _Wish:
    """How the open file is to be shown. ``steps``: the cells of each change that is not in what is shown yet.
    ``mapping``: what the person said of the columns; None: they stay as they are."""

    lens: str = ""
    answers: AbstractMapping[str, Answer] = field(default_factory=dict)
    findings: Findings = field(default_factory=dict)
    photos: AbstractMapping[int, tuple[str, ...]] = field(default_factory=dict)
    mapping: Mapping | None = None
    steps: tuple[pl.DataFrame, ...] = ()


@dataclass(frozen=True)
class _Loaded:
    """``broken``: presets of the person's that could not be read."""

    file: Opened
    kept: DraftFile
    broken: tuple[AppError, ...] = ()


@dataclass(frozen=True)
class Returned:
    """A fix file of the open catalogue. ``rows``: what it would change (none: nothing); ``draft``: the catalogue that
    its rows are of; ``told``: what else is in it, each with its number (texts_fix_file.py)."""

    name: str
    draft: Draft
    rows: PreviewRows
    told: tuple[tuple[str, int], ...]


class CatalogueController(QObject):
    """``shops(None)``: those that are in use, at least one, the chosen one first; ``shops(id)``: that one alone.
    ``remembered(fingerprint)`` gives an earlier column match, ``remember(fingerprint, match)`` keeps one. ``presets``:
    the folder with the person's own presets; ``drafts``: the folder where changes are kept. ``last_prices()``: SKU →
    fils that the active shop last accepted; slow.

    ``opening(name)``, then exactly one of ``opened``, ``returned(Returned)`` (it was a fix file of what is open) and
    ``refused(AppError)`` (None: stopped by the person);
    ``changed`` when the same file is checked anew, shown for another shop, or the shop's answers are on it;
    ``failed(AppError)`` where that could not be done. ``edits`` has the changes that the person makes.
    """

    opening = Signal(str)
    opened = Signal()
    returned = Signal(object)
    refused = Signal(object)
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        shops: Callable[[str | None], Sequence[Profile]],
        remembered: Callable[[str], AbstractMapping[str, str]],
        remember: Callable[[str, AbstractMapping[str, str]], None],
        presets: Path,
        drafts: Path,
        last_prices: Callable[[], AbstractMapping[str, int]] = dict,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._shops = shops
        self._remembered = remembered
        self._remember = remember
        self._presets = presets
        self._drafts = drafts
        self._last_prices = last_prices
        self._owner = Owner("catalogue")
        self.file: Opened | None = None
        self._wish = _Wish()
        self._renewing = False
        self.edits = EditController(runner, self)
        self.edits.stepped.connect(self._on_stepped)
        self.edits.failed.connect(self.failed)

    @property
    def checked(self) -> Checked | None:
        return self.file.checked if self.file else None

    def is_busy(self) -> bool:
        return self._owner.is_busy("load")

    def open(
        self, path: Path, sheet: str | None = None, encoding: str | None = None, put_back: PutBack | None = None
    ) -> None:
        """Read and check the file at ``path``, with the changes that were made to it here before. A file that is open
        stays open until the new one is checked.

        ``sheet`` and ``encoding``: what the person said of it (:func:`read_catalog`). ``put_back``: it is a catalogue
        of ours that puts an upload back, so that nothing in it has to be guessed.
        """
        remembered, folder, last_prices = self._remembered, self._presets, self._last_prices
        shops, drafts, before = self._in_use(put_back), self._drafts, self.file

        def work(cancel: CancelToken, _report: Report) -> _Loaded | Returned:
            from hkj_desktop.catalog.check import check
            from hkj_desktop.catalog.fields import load_fields
            from hkj_desktop.catalog.mapping import headers_fingerprint
            from hkj_desktop.catalog.presets import load_presets, user_presets
            from hkj_desktop.files.read import read_catalog

            if put_back is not None:
                from hkj_desktop.uploads.putback import checked_back

                return _with_draft(path, checked_back(put_back), shops, drafts, put_back)
            if (returned := _fix_file(path, before)) is not None:
                return returned
            catalog = read_catalog(path, sheet=sheet, encoding=encoding)
            cancel.check()
            last, fields = last_prices(), load_fields(first_destination().id)
            match = remembered(headers_fingerprint(column.header for column in catalog.columns))
            own, broken = user_presets(folder)
            presets = (*own, *load_presets())
            found = check(catalog, fields, remembered=match, presets=presets, last_prices=last)
            cancel.check()
            return replace(_with_draft(path, found, shops, drafts), broken=broken)

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
        self.edits.begin(None)
        self.changed.emit()

    # -- what the person says of the columns --------------------------------------------------------------------------

    def choose_notation(self, key: str, notation: str) -> None:
        """The person says how the prices of column ``key`` are written: check anew, and remember it."""
        from hkj_desktop.catalog.cleaning import Notation

        if self.file is not None:
            self.match(self._mapping(self.file).choose_notation(key, Notation(notation)))

    def choose_split(self, key: str, wanted: bool) -> None:  # a slot
        """The person says whether the titles of column ``key`` are two titles each: check anew, and remember it."""
        if self.file is not None:
            self.match(self._mapping(self.file).choose_split(key, wanted=wanted))

    def match(self, mapping: Mapping) -> None:
        """Check the same file with these columns, and remember them for the next file with the same headers."""
        from hkj_desktop.catalog.mapping import headers_fingerprint

        if self.file is None:
            return
        self._remember(headers_fingerprint(mapping.headers), mapping.remembered())
        # What the shops said stands on cells as the columns were understood before.
        self._renew(replace(self._wish, mapping=mapping, answers={}))

    def _mapping(self, file: Opened) -> Mapping:
        return self._wish.mapping or file.shared.mapping

    # -- how it is shown ----------------------------------------------------------------------------------------------

    def set_answers(self, shop_id: str, answers: Problems, draft: Draft | None = None) -> None:
        """Put what a shop said beside our own problems, in place of what it said before. ``draft``: the catalogue that
        was sent, None for the one that is shown."""
        if self.file is not None:
            answer = Answer(answers, draft if draft is not None else self.file.draft)
            self._renew(replace(self._wish, answers={**self._wish.answers, shop_id: answer}))

    def set_findings(self, findings: Findings) -> None:
        """Put what looking at the pictures found beside our own problems."""
        if self.file is not None:
            self._renew(replace(self._wish, findings=findings))

    def set_photos(self, photos: AbstractMapping[int, tuple[str, ...]]) -> None:
        """Show these photos with the products that begin at these positions of the catalogue as it was read."""
        if self.file is not None:
            self._renew(replace(self._wish, photos=photos))

    def look_through(self, shop_id: str) -> None:
        """Show the catalogue as that shop takes it."""
        if self.file is not None and (self.file.lens != shop_id or self._wish.lens != shop_id):
            self._renew(replace(self._wish, lens=shop_id))

    def shops_changed(self) -> None:
        """Other shops are in use now, or they are asked for in another way: what is wrong for them is another thing."""
        file = self.file
        if file is not None and file.shops != self._in_use(file.put_back):
            chosen = self._in_use(file.put_back)[0].id
            self._renew(replace(self._wish, lens=chosen) if file.shops[0].id != chosen else self._wish)

    def is_current(self, file: Opened) -> bool:
        """Whether ``file`` was checked for the shops that are in use now, with every change that was made."""
        edited = self.edits.draft is not None and self.edits.draft is not file.draft
        return file.shops == self._in_use(file.put_back) and not edited

    def _in_use(self, put_back: PutBack | None) -> tuple[Profile, ...]:
        """What puts an upload back goes to the shop of that upload alone."""
        return tuple(self._shops(None if put_back is None else put_back.upload.target.profile_id))

    def _on_stepped(self, change: Change) -> None:
        self._renew(replace(self._wish, steps=(*self._wish.steps, change.cells)))

    # -- the same file, as it is wished for now -----------------------------------------------------------------------

    def _renew(self, wish: _Wish) -> None:
        """Work out what is shown. While that is being done further wishes wait, and are then worked out at once."""
        self._wish = wish
        file = self.file
        if self._renewing or file is None:
            return
        self._renewing = True
        shops, draft, last_prices = self._in_use(file.put_back), self.edits.draft or file.draft, self._last_prices

        def work(_cancel: CancelToken, _report: Report) -> Opened:
            shared = _checked_again(file, draft, wish, last_prices)
            return Opened.of(
                file.path,
                shared,
                shops,
                wish.lens,
                file.put_back,
                wish.answers,
                draft=draft,
                findings=wish.findings,
                photos=wish.photos,
            )

        def done(shown: Opened) -> None:
            self._renewing = False
            if self.file is file:
                now = self._wish
                mapping = None if now.mapping is wish.mapping else now.mapping
                self._wish = replace(now, steps=now.steps[len(wish.steps) :], mapping=mapping)
                self.file = shown
                self.changed.emit()
            self._go_on()

        def failed(error: AppError) -> None:
            self._renewing = False
            others = self._wish is not wish
            if self._wish.mapping is wish.mapping:
                self._wish = replace(self._wish, mapping=None)
            self.failed.emit(error)
            if others:  # what was wished for meanwhile may well be possible
                self._go_on()

        # Not in the slot of loading: a file that is being read meanwhile must still end in opened or refused.
        self._runner.submit(work, owner=self._owner, done=done, failed=failed, cancelled=self._on_stopped, slot="show")

    def _on_stopped(self) -> None:
        self._renewing = False
        self._go_on()

    def _go_on(self) -> None:
        """What was wished for meanwhile, also of another file that was opened meanwhile."""
        if self.file is not None and not self._renewing and not self._is_shown():
            self._renew(self._wish)

    def _is_shown(self) -> bool:
        """Whether what is shown is all that was wished for."""
        file, wish = self.file, self._wish
        assert file is not None  # noqa: S101 - callers looked
        lens = not wish.lens or file.lens == wish.lens or wish.lens not in file.payloads
        wanted = {shop: answer for shop, answer in wish.answers.items() if shop in file.payloads}
        same = wanted.keys() == file.answers.keys() and all(file.answers[shop] is wanted[shop] for shop in wanted)
        same = same and file.findings is wish.findings and file.photos is wish.photos
        return self.is_current(file) and lens and same and wish.mapping is None

    def _on_loaded(self, loaded: _Loaded | Returned) -> None:
        if isinstance(loaded, Returned):
            self.returned.emit(loaded)
            return
        self.file = loaded.file
        self._wish = _Wish(lens=loaded.file.lens, findings=loaded.file.findings, photos=loaded.file.photos)
        self.edits.begin(loaded.kept)
        if (draft := loaded.kept.history.draft) is not loaded.file.draft:  # it was changed while it was read again
            self._wish = replace(self._wish, steps=(loaded.file.draft.differences(), draft.differences()))
        self.opened.emit()
        self._go_on()
        for error in loaded.broken:
            self.failed.emit(error)


def _fix_file(path: Path, file: Opened | None) -> Returned | None:
    """What a fix file would change in ``file``; None where ``path`` is none. Raises FixFileError."""
    from hkj_desktop.files.fix_merge import is_fix_file

    if not is_fix_file(path):
        return None
    import polars as pl

    from hkj_desktop.catalog.preview import Row, preview_rows
    from hkj_desktop.errors import FixFileError
    from hkj_desktop.files.fix_merge import merge, read_fix_file

    fix = read_fix_file(path)
    if file is None:
        raise FixFileError(name=path.name, reason="closed", source=fix.written.name)
    found = merge(fix, file.draft)
    clash = pl.col("before").ne_missing(pl.col("original"))
    cells = found.cells.with_columns(
        index=file.draft.index_of(found.cells["at"]),
        kind=pl.when(clash).then(pl.lit(Row.CONFLICT.value)).otherwise(pl.lit(Row.CELL.value)),
        now=pl.when(clash).then("before"),
        before="original",
    )
    told = (
        ("conflicts", found.conflicts.height),
        ("known", found.known),
        ("broken", found.broken.height),
        ("left_out", found.left_out.len()),
        ("deleted", found.deleted.len()),
        ("added", len(found.added)),
        ("columns_added", len(found.columns_added)),
        ("columns_gone", len(found.columns_gone)),
    )
    return Returned(path.name, file.draft, preview_rows(file.shared, cells), told)


def _with_draft(
    path: Path, found: Checked, shops: Sequence[Profile], drafts: Path, put_back: PutBack | None = None
) -> _Loaded:
    """``found`` with the changes that were made to it here before."""
    from hkj_desktop.catalog.recheck import recheck
    from hkj_desktop.files.drafts import open_draft

    kept = open_draft(drafts, path, found.catalog, found.mapping)
    draft = kept.history.draft
    if kept.history.past:
        found = recheck(found, draft, draft.differences())
    return _Loaded(Opened.of(path, found, shops, put_back=put_back, draft=draft), kept)


def _checked_again(
    file: Opened, draft: Draft, wish: _Wish, last_prices: Callable[[], AbstractMapping[str, int]]
) -> Checked:
    """The catalogue of ``draft``, checked as far as it is not what ``file`` shows."""
    if wish.mapping is not None:
        from hkj_desktop.catalog.check import check
        from hkj_desktop.catalog.mapping import with_readings
        from hkj_desktop.catalog.rereading import mapping_for, with_fresh_readings

        catalog, fields = draft.catalog, file.shared.fields
        read = with_readings(mapping_for(wish.mapping, catalog, fields), catalog, fields)
        read = with_fresh_readings(read, draft, fields, draft.changed)  # the changes that wait with it are in there too
        return check(catalog, fields, mapping=read, last_prices=last_prices())
    if draft is file.draft:
        return file.shared
    import polars as pl

    from hkj_desktop.catalog.recheck import recheck

    return recheck(file.shared, draft, pl.concat(wish.steps).select("key", "at"))
