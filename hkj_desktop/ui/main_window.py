"""The window: which page is shown when, and what leads where. The work is in the controllers, the words in the
pages."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog

from hkj_desktop.errors import AppError, FixFileError
from hkj_desktop.system.paths import resource
from hkj_desktop.system.settings import RecentFile, Settings
from hkj_desktop.ui import say
from hkj_desktop.ui.checking import Checking
from hkj_desktop.ui.desktop import FileDialogs, open_address, open_folder, put_focus
from hkj_desktop.ui.dialogs.base import ask_remove
from hkj_desktop.ui.dialogs.matcher import MatcherDialog
from hkj_desktop.ui.dialogs.readings import ReadingsDialog
from hkj_desktop.ui.dropping import describe
from hkj_desktop.ui.fixing import fix_words
from hkj_desktop.ui.helping import Helping
from hkj_desktop.ui.i18n import LANGUAGES
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.menus import Menus
from hkj_desktop.ui.notices import Notices
from hkj_desktop.ui.pages.check_views import CARDS, PROBLEMS
from hkj_desktop.ui.pages.file_page import FilePage
from hkj_desktop.ui.pages.history_page import HistoryPage
from hkj_desktop.ui.pages.result_page import ResultPage
from hkj_desktop.ui.pages.send_page import SendPage
from hkj_desktop.ui.pages.settings_page import SettingsPage
from hkj_desktop.ui.pages.shop_page import ShopPage
from hkj_desktop.ui.pages.welcome_page import WelcomePage
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP, WELCOME, Parts
from hkj_desktop.ui.saving import Saving
from hkj_desktop.ui.sending import Sending, SendingPages
from hkj_desktop.ui.shell import HISTORY, SETTINGS, Shell
from hkj_desktop.ui.steps import Steps, frame_words, send_words
from hkj_desktop.ui.theme import Tone
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.footer_bar import FooterBar

if TYPE_CHECKING:
    from hkj_desktop.catalog.table import TextReading

SAMPLE = ("samples", "minimarket-with-mistakes.xlsx")


class MainWindow(Shell):
    """The five steps, history and settings."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(
            frame_words(parts.looks().language), lambda urls: describe(urls, photos=parts.catalogue.file is not None)
        )
        self._steps = Steps(self, parts)
        self._dialogs = FileDialogs(self, lambda: parts.shops.settings.last_folder)
        self.saving = Saving(self, self._dialogs, parts.catalogue, parts.exports)
        self.told = Notices(self, parts.folders.data)
        self.helping = Helping(self, parts)
        self._parts = parts
        self._fix_for = ""
        self.setWindowTitle("HKJ Desktop")
        self.shop_page = ShopPage(parts.shops)
        self.file_page = FilePage()
        self.checking = Checking(self, parts, self.told, self.saving)
        self.check_page, self.product_page = self.checking.page, self.checking.product
        self.send_page = SendPage(parts.clock)
        self.result_page = ResultPage(parts.runner)
        self.history_page = HistoryPage()
        looks = parts.looks()
        self.settings_page = SettingsPage(str(parts.folders.data), looks.settings, looks.language)
        self.welcome_page = WelcomePage(looks.language)
        pages = SendingPages(self.send_page, self.result_page, self.history_page)
        self.sending = Sending(self, parts, self._steps, self.told, pages)
        self._footer = FooterBar()
        self.go_send = Button(self.tr("Go on to sending"), Icon.SEND, kind=Kind.PRIMARY, main=True)
        self.go_send.clicked.connect(lambda: self.go(SEND))
        self.fix_all = Button("", Icon.WAND)
        self.fix_all.clicked.connect(self.checking.offer_everything)
        self._footer.add_button(self.fix_all)
        self._footer.add_button(self.go_send)
        self.add_page(SHOP, self.shop_page, scrolls=True)
        self.add_page(FILE, self.file_page, scrolls=True)
        self.add_page(CHECK, self.checking.pages, footer=self._footer)
        self.add_page(SEND, self.send_page, scrolls=True)
        self.add_page(RESULT, self.result_page, scrolls=True)
        self.add_page(HISTORY, self.history_page)
        self.add_page(SETTINGS, self.settings_page, scrolls=True)
        self.add_page(WELCOME, self.welcome_page, scrolls=True)
        self.menus = Menus(self, self.helping)
        self._connect_frame()
        self._connect_pages()
        self._connect_controllers()
        self._show_shop()
        self._show_recent()
        self.go(FILE)

    # -- wiring -------------------------------------------------------------------------------------------------------

    def _connect_frame(self) -> None:
        self.step_requested.connect(self.go)
        self.shop_requested.connect(lambda: self.go(SHOP))
        self.history_requested.connect(self.sending.show_history)
        self.settings_requested.connect(lambda: self.go(SETTINGS))
        self.language_requested.connect(self._other_language)
        self.open_requested.connect(lambda: self._dialogs.browse(self.open_file))
        self.find_requested.connect(self._find)
        self.help_requested.connect(self.helping.show_keys)
        self.file_dropped.connect(self._on_dropped)
        self.drop_refused.connect(self._on_drop_refused)

    def _connect_pages(self) -> None:
        self.shop_page.used.connect(self._use_shop)
        self.shop_page.remove_requested.connect(self._ask_remove)
        self.shop_page.storefront_requested.connect(self._open_storefront)
        self.file_page.browse_requested.connect(lambda: self._dialogs.browse(self.open_file))
        self.file_page.sample_requested.connect(lambda: self.open_file(str(resource(*SAMPLE))))
        self.file_page.open_requested.connect(self.open_file)
        self.file_page.stop_requested.connect(self._parts.catalogue.stop_opening)
        self.file_page.details_requested.connect(self._copy_error)
        self.file_page.template_requested.connect(self.saving.save_template)
        self.check_page.columns_requested.connect(self.open_matcher)
        self.check_page.sheet_requested.connect(self._open_sheet)
        self.check_page.notices.answered.connect(self._parts.catalogue.choose_notation)
        self.check_page.notices.split_answered.connect(self._parts.catalogue.choose_split)
        self.send_page.plan.columns.clicked.connect(self.open_matcher)
        self.result_page.fix_requested.connect(self._show_what_to_fix)
        self.result_page.save_requested.connect(self.saving.save_problems)
        self.result_page.report_requested.connect(self.saving.save_reports)
        self.result_page.storefront_requested.connect(self._open_storefront)
        self.settings_page.changed.connect(self._parts.restyle)
        self.settings_page.folder_requested.connect(lambda: open_folder(self._parts.folders.data))
        self.settings_page.keys_requested.connect(self.helping.show_keys)
        self.settings_page.support_requested.connect(self.helping.copy_details)
        self.settings_page.about_requested.connect(self.helping.show_about)
        self.settings_page.guide_requested.connect(self.helping.show_guide)
        self.welcome_page.language_chosen.connect(self._set_language)
        self.welcome_page.practise_requested.connect(lambda: self._leave_welcome(FILE))
        self.welcome_page.connect_requested.connect(lambda: self._leave_welcome(SHOP))

    def _connect_controllers(self) -> None:
        shops, catalogue = self._parts.shops, self._parts.catalogue
        shops.changed.connect(self._show_shop)
        shops.changed.connect(catalogue.shops_changed)
        shops.key_changed.connect(self._on_key_changed)
        shops.set_aside.connect(self.told.tell_settings_aside)
        catalogue.opening.connect(self._on_opening)
        catalogue.opened.connect(self._on_opened)
        catalogue.refused.connect(self._on_refused)
        catalogue.changed.connect(self._on_catalogue_changed)
        catalogue.failed.connect(self.told.tell)
        catalogue.returned.connect(self._on_returned)
        self._parts.exports.saved.connect(self.told.tell_saved)
        self._parts.exports.failed.connect(self.told.tell)
        self.checking.changed.connect(self._refresh_steps)
        self.sending.went.connect(self.go)
        self.sending.changed.connect(self._refresh_steps)
        self.sending.file_wanted.connect(self.open_file)
        self.sending.answered.connect(self._remember)

    # -- where we are -------------------------------------------------------------------------------------------------

    def go(self, page: str) -> None:
        """Show a page; the sending page shows its plan unless an upload is running."""
        if page == SEND and not self._parts.uploads.is_busy():
            file = self._parts.catalogue.file
            if file is None:
                return
            self.send_page.show_plans(file, ready=self._parts.catalogue.is_current(file))
        self.show_page(page)
        self._refresh_steps()

    def _show_shop(self) -> None:
        self._steps.show_shop()
        if self.page() == SEND:
            self.go(SEND)
        self._refresh_steps()

    def _on_catalogue_changed(self) -> None:
        """Columns, shops or answers are others now: what would be sent is so too."""
        if self.page() == SEND:
            self.go(SEND)
        self._refresh_steps()
        self._show_fix()

    def _refresh_steps(self) -> None:
        self._steps.refresh()
        checked = self._parts.catalogue.checked
        self.go_send.setEnabled(checked is not None and checked.counts.total > 0)
        file = self._parts.catalogue.file
        if checked is not None and file is not None:
            self._footer.set_text(self._steps.readiness(file))
            mended = max(file.mended.values(), default=0)
            self.go_send.setText(send_words(mended))
        fixable = self.checking.fixable()
        self.fix_all.setVisible(fixable > 0)
        self.fix_all.setText(fix_words(fixable))

    # -- shop ---------------------------------------------------------------------------------------------------------

    def _on_key_changed(self, _profile_id: str) -> None:
        self._refresh_steps()

    def _use_shop(self, profile_id: str) -> None:
        self._parts.shops.use(profile_id)
        self.go(CHECK if self._parts.catalogue.checked else FILE)

    def _ask_remove(self, profile_id: str) -> None:
        profile = self._parts.shops.profile(profile_id)
        if profile is not None:
            ask_remove(self, profile.name, lambda: self._parts.shops.remove(profile_id))

    def _open_storefront(self) -> None:
        self._parts.storefront(open_address)

    # -- file and check -----------------------------------------------------------------------------------------------

    def open_file(self, path: str) -> None:
        """Read and check the catalogue at ``path``."""
        self.go(FILE)
        self._parts.catalogue.open(Path(path))

    def _open_sheet(self, sheet: str) -> None:
        file = self._parts.catalogue.file
        if file is not None:
            self._parts.catalogue.open(file.path, sheet)

    def _on_dropped(self, path: str) -> None:
        """A catalogue, or the folder with the photos of the one that is open."""
        if self._parts.catalogue.file is not None and Path(path).is_dir():
            self.go(CHECK)
            self.checking.looking.match(Path(path))
        else:
            self.open_file(path)

    def _on_drop_refused(self, title: str, line: str) -> None:
        self.go(FILE)
        self.file_page.show_words(title, line)

    def _on_opening(self, name: str) -> None:
        self.file_page.set_busy(name)

    def _on_opened(self) -> None:
        self.file_page.set_idle()
        file, checked = self._parts.catalogue.file, self._parts.catalogue.checked
        if file is None or checked is None:
            return
        self.check_page.show_new()
        self.check_page.show_view(PROBLEMS if len(checked.problems) else CARDS)
        if file.put_back is not None:
            self.go(SEND)
            return
        self._remember(str(file.path), "")
        self.go(CHECK)
        if len(checked.catalog.readings) > 1:
            self._ask_reading(file.path, checked.catalog.readings)

    def _ask_reading(self, path: Path, readings: Sequence[TextReading]) -> None:
        """Nobody can be sure how the file's letters read: the person's own lines, and one question."""
        dialog = ReadingsDialog(path.name, [reading.lines for reading in readings], self)
        dialog.chosen.connect(lambda at: self._parts.catalogue.open(path, encoding=readings[at].encoding))
        dialog.open()

    def _on_returned(self) -> None:
        """A fix file of what is open: its preview stands over the check page."""
        self.file_page.set_idle()
        self.go(CHECK)

    def _on_refused(self, error: AppError | None) -> None:
        self.file_page.set_idle()
        if isinstance(error, FixFileError) and self._parts.catalogue.file is not None:
            self.go(CHECK)
            self.tell_fix_file(error)
        elif error is not None:
            self.go(FILE)
            self.file_page.show_error(error)

    def tell_fix_file(self, error: AppError) -> None:
        """A fix file cannot be taken back; what is open stays."""
        words = say.error(error)
        text = f"{words.explanation} {words.todo}"
        self.add_notice("fix file", words.title, text, Tone.ERROR, again=lambda window: window.tell_fix_file(error))

    def _remember(self, path: str, outcome: str) -> None:
        """Put the file among the recent ones; the sample is no file of the person's."""
        checked = self._parts.catalogue.checked
        ours = Path(path).parent == self._parts.folders.put_back  # a catalogue that puts an upload back
        if checked is None or ours or path == str(resource(*SAMPLE)):
            return
        known = {one.path: one.outcome for one in self._parts.shops.settings.recent_files}
        outcome = outcome or known.get(path, "")  # opening a file does not undo that it was sent
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._parts.clock()))
        recent = RecentFile(path, checked.counts.total, when, outcome)
        folder = str(Path(path).parent)
        self._parts.shops.change_settings(lambda s: replace(s.with_recent(recent), last_folder=folder))
        self._show_recent()

    def _show_recent(self) -> None:
        self.file_page.set_recent(self._parts.shops.settings.recent_files)

    def open_matcher(self) -> MatcherDialog | None:
        """Let the person say what each column is."""
        checked = self._parts.catalogue.checked
        if checked is None:
            return None
        dialog = MatcherDialog(checked, self)
        dialog.matched.connect(self._parts.catalogue.match)
        dialog.open()
        return dialog

    def _find(self) -> None:
        if self.page() == CHECK and not self.checking.is_product_open():
            self.check_page.search.setFocus()
            self.check_page.search.selectAll()

    def _show_what_to_fix(self) -> None:
        self._fix_for = self.result_page.shop_id()
        self._parts.catalogue.look_through(self._fix_for)
        self._show_fix()

    def _show_fix(self) -> None:
        """As soon as the catalogue is shown as that shop takes it: the problems of another one would mislead."""
        file = self._parts.catalogue.file
        if file is None or not self._fix_for or (self._fix_for in file.payloads and file.lens != self._fix_for):
            return
        self._fix_for = ""
        self.go(CHECK)
        self.check_page.show_problems_of("error")

    # -- the rest -----------------------------------------------------------------------------------------------------

    def _copy_error(self, error: AppError | None) -> None:
        self.told.copy(f"{error}")

    def _other_language(self) -> None:
        self._set_language(next(code for code in LANGUAGES if code != self._parts.looks().language))

    def _set_language(self, code: str) -> None:
        self._parts.restyle("language", code)

    def welcome(self) -> None:
        """The first start: nothing but the welcome."""
        self.go(WELCOME)

    def _leave_welcome(self, page: str) -> None:
        self._parts.restyle("welcomed", True)  # noqa: FBT003 - the value of a setting
        self.go(page)
        if page == SHOP:
            self.shop_page.add_shop()

    def give_up(self) -> None:
        """Go without a word: another window stands here now."""
        for dialog in self.findChildren(QDialog):
            dialog.hide()
        self.hide()
        self.deleteLater()

    def take_over(self, old: MainWindow) -> None:
        """Stand in the place of ``old``, which shows the same in another language or size, and goes.

        What the person typed, chose and stands at comes along; what runs is not the window's and does not notice.
        """
        self.setGeometry(old.geometry())
        self.setWindowState(old.windowState())
        self._fix_for = old._fix_for
        self.shop_page.take_over(old.shop_page)
        self.file_page.take_over(old.file_page)
        self.checking.take_over(old.checking)
        self.sending.take_over(old.sending)
        self.tell_again(old)
        if old.page() == HISTORY:
            self.sending.show_history()
        self.go(old.page())
        self.send_page.take_over(old.send_page)
        put_focus(self, old.focusWidget())

    def restore_place(self, settings: Settings) -> None:
        """Put the window where it was."""
        if settings.window_geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode()))

    def place(self) -> str:
        """Where the window is, for :meth:`restore_place`."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.checking.commit()
        if self._parts.leave():
            event.accept()
            return
        event.ignore()
        self.show_finishing(self.tr("Finishing…"), self.tr("What was sent is being written down. This takes a moment."))
