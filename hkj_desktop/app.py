"""Puts the window together: builds everything once and hands it in. The only file that knows all rooms."""

from __future__ import annotations

import logging
import os
import random
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hkj_desktop import __version__
from hkj_desktop.errors import AppError, FileNotSaved, JournalError, SettingsError
from hkj_desktop.system.awake import APP_ID, make_awake
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import Access
from hkj_desktop.system.paths import Folders
from hkj_desktop.system.settings import PRACTICE_ID, Settings, SettingsStore
from hkj_desktop.system.vault import OsVault, Vault
from hkj_desktop.ui import say
from hkj_desktop.ui.attention import Attention
from hkj_desktop.ui.controllers.catalogue import CatalogueController
from hkj_desktop.ui.controllers.exports import ExportController
from hkj_desktop.ui.controllers.pictures import PictureCheck
from hkj_desktop.ui.controllers.practice import PracticeHost, Running
from hkj_desktop.ui.controllers.shops import ShopsController
from hkj_desktop.ui.controllers.uploads import UploadsController
from hkj_desktop.ui.crash import CrashGuard
from hkj_desktop.ui.garbage import UiGarbage
from hkj_desktop.ui.i18n import choose_language, install_language
from hkj_desktop.ui.icons import app_icon
from hkj_desktop.ui.main_window import MainWindow
from hkj_desktop.ui.notifying import Notifier
from hkj_desktop.ui.parts import RESULT, Looks, Parts
from hkj_desktop.ui.picture_service import PictureService
from hkj_desktop.ui.taskbar import make_taskbar
from hkj_desktop.ui.tasks import Owner, Report, TaskRunner
from hkj_desktop.ui.theme import Mode, ThemeManager

if TYPE_CHECKING:
    from hkj_desktop.remotes.shop import Shop as RemoteShop
    from hkj_desktop.ui.single import Wish
    from hkj_desktop.uploads.connect import Connector
    from hkj_desktop.uploads.journal import Journal

log = logging.getLogger(__name__)

#: How long closing waits for work to stop, in seconds.
PATIENCE = 5.0
#: How often a closing window looks whether work has ended, in milliseconds.
LOOK_MS = 30
#: Exit code where a window is open already and does not answer: a fault of this program, as for the command line.
SILENT = 70
#: Settings for which the window is made anew.
ANEW = frozenset({"language", "digits", "size"})


class Program:
    """Everything that lives as long as the window. ``vault`` and ``start_practice`` are replaced in tests.

    ``guard``: tells the window what nobody caught, and of Ctrl+C in the terminal.
    """

    def __init__(
        self,
        app: QApplication,
        folders: Folders,
        *,
        practice: bool = False,
        locale: str | None = None,
        vault: Vault | None = None,
        start_practice: Callable[[Path], Running] | None = None,
        clock: Callable[[], float] = time.time,
        guard: CrashGuard | None = None,
    ) -> None:
        self._app = app
        self._folders = folders
        self._clock = clock
        self._connector: Connector | None = None
        self._journal: Journal | None = None
        self._leaving = self._closed = self._gave_up = False
        self._practice_wanted = practice
        self.still_running: list[str] = []
        store = SettingsStore(folders.settings_file)
        self._store = store
        settings, unused = _settings(store)
        if practice:
            settings = replace(settings, last_profile=PRACTICE_ID)
        app.setApplicationName("HKJ Desktop")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName(APP_ID)
        app.setWindowIcon(app_icon())
        self.language = choose_language(locale or settings.language)
        self._looks = replace(settings, language=self.language)
        install_language(app, self.language)
        say.use_digits(settings.digits)
        self.theme = ThemeManager(
            app, Mode(settings.theme.value), contrast=settings.contrast, motion=settings.motion, size=settings.size
        )
        self.runner = TaskRunner()
        self._garbage = UiGarbage()
        self.practice = PracticeHost(folders.data, start_practice or _start_practice)
        self._owner = Owner("program")
        self.shops = ShopsController(self.runner, store, settings, vault or OsVault(), self.practice, self._check_key)
        self.catalogue = CatalogueController(
            self.runner,
            self.shops.in_use,
            self._remembered,
            self._remember,
            folders.presets,
            folders.drafts,
            self._last_prices,
        )
        self.uploads = UploadsController(self.runner, self.journal, folders, self._shop, clock)
        self.pictures = PictureService(folders.pictures, __version__, self.practice.origins, clock)
        self.picture_check = PictureCheck(self.pictures.runner, self.pictures.source, self.catalogue)
        self._parts = self._make_parts()
        self.window = MainWindow(self._parts)
        self.window.restore_place(settings)
        self.attention = self._make_attention()
        self.uploads.look_for_interrupted()
        if unused is not None:
            self.window.told.tell_settings_unused(unused)
        if settings.set_aside:
            self.window.told.tell_settings_aside(settings.set_aside)
        if guard is not None:
            guard.crashed.connect(self._tell_crash)
            guard.interrupted.connect(self._interrupt)
        self._look = QTimer(interval=LOOK_MS)
        self._look.timeout.connect(self._close_when_idle)
        self._limit = QTimer(interval=int(PATIENCE * 1000), singleShot=True)
        self._limit.timeout.connect(self._close_window)

    def _make_attention(self) -> Attention:
        return Attention(
            self.uploads,
            lambda: self.window,  # asked each time: it may have been made anew
            lambda: self.window.go(RESULT),
            make_awake(),
            make_taskbar(lambda: self.window),
            Notifier(lambda: self.window, lambda: self._looks.notices),
            time.monotonic,
        )

    def _tell_crash(self, kind: str) -> None:
        self.window.told.tell_crash(kind)

    def _interrupt(self) -> None:
        self.window.close()

    def _make_parts(self) -> Parts:
        return Parts(
            runner=self.runner,
            shops=self.shops,
            catalogue=self.catalogue,
            uploads=self.uploads,
            exports=ExportController(self.runner, self._clock),
            pictures=self.pictures.store,
            picture_check=self.picture_check,
            folders=self._folders,
            clock=self._clock,
            storefront=self._with_storefront,
            leave=self.leave,
            allow_photos=self.pictures.source.set_photos,
            looks=lambda: Looks(self._looks, self.language),
            restyle=self.restyle,
        )

    # -- how it looks and reads -------------------------------------------------------------------------------------

    def restyle(self, name: str, value: object) -> None:
        """Give a setting another value, remember it, and show it at once. Where every word or measure is another, the
        window is made anew in the same place; what runs in the background does not notice."""
        self._looks = replace(self._looks, **{name: value})  # type: ignore[arg-type]
        self.shops.change_settings(lambda settings: replace(settings, **{name: value}))  # type: ignore[arg-type]
        self.theme.set_mode(Mode(self._looks.theme.value))
        self.theme.set_contrast(self._looks.contrast)
        self.theme.set_motion(self._looks.motion)
        if name in ANEW:
            # Not now: the widget that asked for it is still at work, and would be gone.
            QTimer.singleShot(0, self.theme, self._make_anew)

    def _make_anew(self) -> None:
        if self._leaving:
            return
        old = self.window
        old.checking.commit()
        self.language = choose_language(self._looks.language)
        install_language(self._app, self.language)
        say.use_digits(self._looks.digits)
        self.theme.set_size(self._looks.size)
        self.window = MainWindow(self._parts)
        self.window.take_over(old)
        if old.isVisible():
            self.window.show()
            self.attention.show_again()
        old.give_up()

    def show(self, file: Path | None = None) -> None:
        """Show the window, and open ``file`` in it."""
        if not self._looks.welcomed and not self._practice_wanted and file is None:
            self.window.welcome()
        self.window.show()
        self._forget_old_drafts()
        if file is not None:
            self.window.open_file(str(file.absolute()))

    def _forget_old_drafts(self) -> None:
        def work(_cancel: CancelToken, _report: Report) -> None:
            from hkj_desktop.files.draft_folder import prune

            prune(self._folders.drafts, self._clock())

        def failed(error: AppError) -> None:
            log.warning("old drafts stay: %s", error)

        self.runner.submit(work, owner=self._owner, done=lambda _none: None, failed=failed, slot="drafts")

    def take(self, wish: Wish) -> bool:
        """A later start of the program hands over what it was started for; False while this one ends."""
        if self._leaving:
            return False
        from hkj_desktop.ui.single import after_dialogs, come_forward

        come_forward(self.window)
        after_dialogs(lambda: self._obey(wish))
        return True

    def _obey(self, wish: Wish) -> None:
        if self._leaving:
            return
        if wish.practice:
            self.shops.use(PRACTICE_ID)
        if wish.file:
            self.window.open_file(wish.file)

    def leave(self) -> bool:
        """Begin to end all work, without waiting; True once it has ended. Where it has not, the window is closed when
        it has, or when patience is at its end."""
        if not self._leaving:
            self._begin_to_leave()
            if not self._is_idle():
                self._look.start()
                self._limit.start()
        if self._is_idle():
            self.close()
        return self._closed

    def close(self) -> None:
        """Stop all work in good order and wait for it; the journal lets the next start go on. May be called again."""
        if self._closed:
            return
        self._closed = True
        self._begin_to_leave()
        self._look.stop()
        self._limit.stop()
        patience = 0 if self._gave_up else PATIENCE
        self.still_running = [*self.runner.shutdown(patience), *self.pictures.runner.shutdown(patience)]
        self.attention.close()
        self.practice.stop()
        self._garbage.stop()

    def _begin_to_leave(self) -> None:
        if self._leaving:
            return
        self._leaving = True
        place = self.window.place()
        try:
            self._store.update(lambda settings: replace(settings, window_geometry=place))
        except (SettingsError, FileNotSaved) as error:
            log.info("the window's place was not kept: %s", error)
        self._owner.close()
        self.uploads.leave()
        if self._connector is not None:
            self._connector.close()
        self.pictures.begin_to_close()
        self.runner.begin_shutdown(self._end_last)

    def _end_last(self) -> None:
        """When all tasks have ended."""
        self.catalogue.edits.write_rest()
        self.practice.stop()  # an upload that stops still asks the practice shop what got through

    def _is_idle(self) -> bool:
        return self.runner.is_idle() and self.pictures.runner.is_idle()

    def _close_when_idle(self) -> None:
        if self._is_idle():
            self._close_window()

    def _close_window(self) -> None:
        self._gave_up = not self._is_idle()
        self.close()
        self.window.close()

    # -- what controllers need, made when it is first needed --------------------------------------------------------

    def connector(self) -> Connector:
        if self._connector is None:
            from hkj_desktop.uploads.connect import Connector

            self._connector = Connector(self._clock, random.random)
        return self._connector

    def journal(self) -> Journal:
        if self._journal is None:
            from hkj_desktop.uploads.journal import Journal

            self._journal = Journal(self._folders.journal_file, self._clock).open()
        return self._journal

    def _shop(self, access: Access, cancel: CancelToken) -> RemoteShop:
        return self.connector().shop(access, cancel)

    def _check_key(self, access: Access, cancel: CancelToken) -> None:
        self._shop(access, cancel).check_key()

    def _last_prices(self) -> Mapping[str, int]:
        try:
            from hkj_desktop.uploads.known import Known

            return Known(self.journal()).prices(self.shops.target().shop)
        except JournalError as error:
            log.info("last prices are not known: %s", error)  # sending will tell it; checking goes on without them
            return {}

    def _remembered(self, fingerprint: str) -> Mapping[str, str]:
        return self.shops.settings.match_for(self.shops.active_id, fingerprint)

    def _remember(self, fingerprint: str, match: Mapping[str, str]) -> None:
        shop = self.shops.active_id
        self.shops.change_settings(lambda settings: settings.with_match(shop, fingerprint, match))

    def _with_storefront(self, then: Callable[[str], None]) -> None:
        """Tell ``then`` the storefront's address, once the practice shop runs."""
        self.runner.submit(
            lambda _cancel, _report: self.practice.ensure().root_url,
            owner=self._owner,
            done=then,
            failed=self.catalogue.failed.emit,
            slot="storefront",
        )


def _start_practice(folder: Path) -> Running:
    from hkj_desktop.practice.launch import start_practice

    return start_practice(folder)


def _settings(store: SettingsStore) -> tuple[Settings, SettingsError | None]:
    """The settings, or the defaults and why: they belong to a newer version of this program, or cannot be read."""
    try:
        return store.load(), None
    except SettingsError as error:
        log.warning("settings not used: %s", error)
        return Settings(), error


def run_window(folders: Folders, *, practice: bool, locale: str | None, file: Path | None) -> int:
    """Open the window and run until it is closed; returns the exit code. A later start with the same folders shows
    the window that is there."""
    from hkj_desktop.ui.single import Single, Start, Wish, tell_silent

    app = QApplication(sys.argv[:1])
    single = Single(folders.data)
    started = single.start(Wish(str(file.absolute()) if file is not None else "", practice))
    if started is Start.HANDED_OVER:
        return 0
    if started is Start.SILENT:
        log.error("a window of this data folder is open and does not answer")
        install_language(app, choose_language(locale or _settings(SettingsStore(folders.settings_file))[0].language))
        tell_silent()
        return SILENT
    guard = CrashGuard(app)
    guard.install()
    program = Program(app, folders, practice=practice, locale=locale, guard=guard)
    program.show(file)
    single.listen(program.take)
    code = app.exec()
    program.close()
    single.end()
    if program.still_running:
        # Python would wait for these threads for ever; the journal knows where they stood (tasks.py, 6).
        log.error("left with work still running: %s", program.still_running)
        logging.shutdown()
        os._exit(code)
    return code


__all__ = ["Program", "run_window"]
