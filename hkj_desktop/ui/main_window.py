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

from hkj_desktop.errors import AddressRefused, AppError
from hkj_desktop.system.paths import resource
from hkj_desktop.system.settings import PRACTICE_ID, RecentFile, Settings
from hkj_desktop.system.settings import Theme as ThemeSetting
from hkj_desktop.ui.controllers.uploads import Ended
from hkj_desktop.ui.desktop import FileDialogs, open_address, open_folder
from hkj_desktop.ui.dialogs.base import ask_remove
from hkj_desktop.ui.dialogs.matcher import MatcherDialog
from hkj_desktop.ui.dialogs.readings import ReadingsDialog
from hkj_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from hkj_desktop.ui.dropping import describe
from hkj_desktop.ui.icons import Icon
from hkj_desktop.ui.notices import Notices
from hkj_desktop.ui.pages.check_page import PROBLEMS, TABLE, CheckPage
from hkj_desktop.ui.pages.file_page import FilePage
from hkj_desktop.ui.pages.history_page import HistoryPage
from hkj_desktop.ui.pages.result_page import ResultPage
from hkj_desktop.ui.pages.send_page import SendPage
from hkj_desktop.ui.pages.settings_page import SettingsPage
from hkj_desktop.ui.pages.shop_page import ShopPage
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP, Parts
from hkj_desktop.ui.saving import Saving
from hkj_desktop.ui.shell import HISTORY, LANGUAGE, SETTINGS, Shell
from hkj_desktop.ui.steps import Steps, frame_words
from hkj_desktop.ui.theme import Mode, Tone
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.footer_bar import FooterBar

if TYPE_CHECKING:
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.catalog.table import TextReading
    from hkj_desktop.uploads.entries import Upload

SAMPLE = ("samples", "minimarket-with-mistakes.xlsx")


class MainWindow(Shell):
    """The five steps, history and settings."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(frame_words(), describe)
        self._steps = Steps(self, parts)
        self._dialogs = FileDialogs(self, lambda: parts.shops.settings.last_folder)
        self._saving = Saving(self._dialogs, parts.catalogue)
        self.told = Notices(self, parts.folders.data)
        self._parts = parts
        #: The upload that was last sent from here, and the rows whose numbers its products have.
        self._sent: tuple[str, Checked] | None = None
        self.setWindowTitle("HKJ Desktop")
        self.shop_page = ShopPage(parts.shops)
        self.file_page = FilePage()
        self.check_page = CheckPage(parts.catalogue, parts.runner)
        self.send_page = SendPage(parts.clock)
        self.result_page = ResultPage(parts.runner)
        self.history_page = HistoryPage()
        self.settings_page = SettingsPage(str(parts.folders.data), parts.theme.mode.value)
        self._footer = FooterBar()
        self.go_send = Button(self.tr("Go on to sending"), Icon.SEND, kind=Kind.PRIMARY, main=True)
        self.go_send.clicked.connect(lambda: self.go(SEND))
        self._footer.add_button(self.go_send)
        self.add_page(SHOP, self.shop_page, scrolls=True)
        self.add_page(FILE, self.file_page)
        self.add_page(CHECK, self.check_page, footer=self._footer)
        self.add_page(SEND, self.send_page, scrolls=True)
        self.add_page(RESULT, self.result_page)
        self.add_page(HISTORY, self.history_page)
        self.add_page(SETTINGS, self.settings_page, scrolls=True)
        # The second language comes with its translation; until then there is nothing to change to.
        self.rail.row(LANGUAGE).hide()
        self._connect_frame()
        self._connect_pages()
        self._connect_controllers()
        self._show_shop()
        self._show_recent()
        self.go(FILE)
        parts.uploads.look_for_interrupted()

    # -- wiring -------------------------------------------------------------------------------------------------------

    def _connect_frame(self) -> None:
        self.step_requested.connect(self.go)
        self.shop_requested.connect(lambda: self.go(SHOP))
        self.history_requested.connect(self._show_history)
        self.settings_requested.connect(lambda: self.go(SETTINGS))
        self.open_requested.connect(lambda: self._dialogs.browse(self.open_file))
        self.find_requested.connect(self._find)
        self.help_requested.connect(self._show_help)
        self.file_dropped.connect(self.open_file)
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
        self.file_page.template_requested.connect(self._saving.save_template)
        self.check_page.columns_requested.connect(self.open_matcher)
        self.check_page.sheet_requested.connect(self._open_sheet)
        self.check_page.save_requested.connect(self._saving.save_problems)
        self.check_page.failed.connect(self.told.tell)
        self.check_page.notices.answered.connect(self._parts.catalogue.choose_notation)
        self.check_page.notices.split_answered.connect(self._parts.catalogue.choose_split)
        self.check_page.notices.swap_requested.connect(self._parts.catalogue.swap_titles)
        self.send_page.send_requested.connect(self._send)
        self.send_page.plan.columns.clicked.connect(self.open_matcher)
        self.send_page.stop_requested.connect(self._parts.uploads.cancel)
        self.result_page.fix_requested.connect(self._show_what_to_fix)
        self.result_page.again_requested.connect(self._again)
        self.result_page.save_requested.connect(self._saving.save_problems)
        self.result_page.failed.connect(self.told.tell)
        self.result_page.shop_requested.connect(lambda: self.go(SHOP))
        self.result_page.next_requested.connect(lambda: self.go(FILE))
        self.result_page.copy_requested.connect(self._copy_upload)
        self.result_page.storefront_requested.connect(self._open_storefront)
        self.history_page.open_requested.connect(self._parts.uploads.show)
        self.history_page.begin_requested.connect(lambda: self.go(FILE))
        self.settings_page.theme_chosen.connect(self._set_theme)
        self.settings_page.folder_requested.connect(lambda: open_folder(self._parts.folders.data))

    def _connect_controllers(self) -> None:
        shops, catalogue, uploads = self._parts.shops, self._parts.catalogue, self._parts.uploads
        shops.changed.connect(self._show_shop)
        shops.key_changed.connect(lambda _id: self._refresh_steps())
        shops.set_aside.connect(self.told.tell_settings_aside)
        catalogue.opening.connect(self._on_opening)
        catalogue.opened.connect(self._on_opened)
        catalogue.refused.connect(self._on_refused)
        catalogue.changed.connect(self._refresh_steps)
        catalogue.saved.connect(self.told.tell_saved)
        catalogue.failed.connect(self.told.tell)
        uploads.started.connect(self._refresh_steps)
        uploads.progressed.connect(self.send_page.progress.set_progress)
        uploads.progressed.connect(lambda _progress: self._refresh_steps())
        uploads.ended.connect(self._on_ended)
        uploads.failed.connect(self._on_failed)
        uploads.record_failed.connect(self.told.tell)
        uploads.set_aside.connect(self.told.tell_record_aside)
        uploads.listed.connect(self.history_page.set_uploads)
        uploads.shown.connect(self._on_shown)
        uploads.interrupted.connect(self._on_interrupted)

    # -- where we are -------------------------------------------------------------------------------------------------

    def go(self, page: str) -> None:
        """Show a page; the sending page shows its plan unless an upload is running."""
        if page == SEND and not self._parts.uploads.is_busy():
            checked = self._parts.catalogue.checked
            if checked is None:
                return
            self.send_page.show_plan(checked, self._steps.shop_name())
        self.show_page(page)
        self._refresh_steps()

    def _show_shop(self) -> None:
        self._steps.show_shop()
        if self.page() == SEND:
            self.go(SEND)
        self._refresh_steps()

    def _refresh_steps(self) -> None:
        self._steps.refresh()
        checked = self._parts.catalogue.checked
        self.go_send.setEnabled(checked is not None and checked.counts.total > 0)
        if checked is not None:
            self._footer.set_text(self._steps.will_be_sent(checked.counts))

    # -- shop ---------------------------------------------------------------------------------------------------------

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
        self._remember(str(file.path), "")
        self.check_page.show_new()
        self.check_page.show_view(PROBLEMS if len(checked.problems) else TABLE)
        self.go(CHECK)
        if len(checked.catalog.readings) > 1:
            self._ask_reading(file.path, checked.catalog.readings)

    def _ask_reading(self, path: Path, readings: Sequence[TextReading]) -> None:
        """Nobody can be sure how the file's letters read: the person's own lines, and one question."""
        dialog = ReadingsDialog(path.name, [reading.lines for reading in readings], self)
        dialog.chosen.connect(lambda at: self._parts.catalogue.open(path, encoding=readings[at].encoding))
        dialog.open()

    def _on_refused(self, error: AppError | None) -> None:
        self.file_page.set_idle()
        if error is not None:
            self.go(FILE)
            self.file_page.show_error(error)

    def _remember(self, path: str, outcome: str) -> None:
        """Put the file among the recent ones; the sample is no file of the person's."""
        checked = self._parts.catalogue.checked
        if checked is None or path == str(resource(*SAMPLE)):
            return
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
        if self.page() == CHECK:
            self.check_page.search.setFocus()
            self.check_page.search.selectAll()

    # -- send and result ----------------------------------------------------------------------------------------------

    def _send(self, all_rows: bool) -> None:
        from hkj_desktop.uploads.entries import Target

        file, shops = self._parts.catalogue.file, self._parts.shops
        if file is None or self._parts.uploads.is_busy():
            return
        profile = shops.profile(shops.active_id)
        address = profile.base_url if profile else ""
        target = Target("hkj", shops.active_id, profile.name if profile else "Practice shop", address)
        self.send_page.show_sending(self._steps.shop_name())
        endpoint = shops.endpoint(shops.active_id)
        upload_id = self._parts.uploads.send(file.checked, file.path, target, endpoint, all_rows=all_rows)
        self._sent = (upload_id, file.checked)

    def _again(self, upload_id: str, resend: bool) -> None:
        last, shops = self._parts.uploads.last, self._parts.shops
        if last is None or self._parts.uploads.is_busy():
            return
        profile_id = last.upload.target.profile_id
        if profile_id != PRACTICE_ID and shops.profile(profile_id) is None:
            self.show_toast(self.tr("This shop was removed from the Shop page. Add it there first."), Tone.WARN)
            return
        self.send_page.show_sending(last.upload.target.profile_name)
        self.show_page(SEND)
        checked = self._sent[1] if self._sent is not None and self._is_open(last.upload) else None
        self._parts.uploads.go_on(upload_id, shops.endpoint(profile_id), checked, again=resend)

    def _is_open(self, upload: Upload) -> bool:
        """Whether the products of ``upload`` have the numbers of rows that are open. The file's name says nothing: it
        may have been changed since an older upload."""
        open_ = self._parts.catalogue.checked
        if open_ is None or self._sent is None:
            return False
        upload_id, sent = self._sent
        return upload.id == upload_id and open_.catalog is sent.catalog

    def _on_ended(self, ended: Ended) -> None:
        self.send_page.progress.end()
        if self._is_open(ended.upload):
            self._parts.catalogue.set_answers(ended.problems)
            self._remember(ended.upload.file_path, ended.upload.outcome or "")
        self._parts.shops.learn_from(ended.upload.target.profile_id, ended.upload.error_code)
        self._show_result(ended)
        if self.page() == SEND:
            self.go(RESULT)
            return
        self._refresh_steps()
        self.show_toast(
            self.tr("The upload has ended"), Tone.ACCENT, self.tr("Show the result"), lambda: self.go(RESULT)
        )

    def _show_result(self, ended: Ended) -> None:
        from hkj_desktop.catalog.fields import load_fields

        self.result_page.show_result(
            ended,
            load_fields(ended.upload.target.destination),
            practice=ended.upload.target.profile_id == PRACTICE_ID,
            open_here=self._is_open(ended.upload),
        )

    def _on_failed(self, error: AppError | None) -> None:
        self.send_page.progress.end()
        last = self._parts.uploads.last
        if self.page() == SEND:
            # An upload of the record may be taken up with no file open: then there is no plan to go back to.
            self.go(SEND if self._parts.catalogue.checked is not None or last is None else RESULT)
        self._refresh_steps()
        if isinstance(error, AddressRefused) and error.params.get("reason") == "moved" and last is not None:
            self.told.tell(error, self.tr("Open the file"), lambda: self.open_file(last.upload.file_path))
        elif error is not None:
            self.told.tell(error)

    def _show_what_to_fix(self) -> None:
        self.go(CHECK)
        self.check_page.show_problems_of("error")

    # -- record -------------------------------------------------------------------------------------------------------

    def _show_history(self) -> None:
        self._parts.uploads.list()
        self.go(HISTORY)

    def _on_shown(self, ended: Ended) -> None:
        self._parts.uploads.last = ended
        self._show_result(ended)
        self.go(RESULT)

    def _on_interrupted(self, uploads: list[Upload]) -> None:
        self._steps.show_interrupted(len(uploads))
        if uploads:
            text = self.tr("%n upload(s) did not come to an end the last time.", "", len(uploads))
            self.show_toast(text, Tone.WARN, self.tr("Show it"), lambda: self._parts.uploads.show(uploads[0].id))

    # -- the rest -----------------------------------------------------------------------------------------------------

    def _copy_error(self, error: AppError | None) -> None:
        self.told.copy(f"{error}")

    def _copy_upload(self, upload: Upload) -> None:
        error = f"{upload.error_code} {upload.error_params}" if upload.error_code else "-"
        counts = f"{upload.sent} = {upload.accepted} + {upload.rejected} + {upload.unknown}"
        self.told.copy(f"upload {upload.id}, {upload.outcome}, {counts}, error: {error}")

    def _show_help(self) -> None:
        ShortcutsDialog(self.actions(), self).open()

    def _set_theme(self, mode: str) -> None:
        self._parts.theme.set_mode(Mode(mode))
        self._parts.shops.change_settings(lambda settings: replace(settings, theme=ThemeSetting(mode)))

    def restore_place(self, settings: Settings) -> None:
        """Put the window where it was."""
        if settings.window_geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode()))

    def place(self) -> str:
        """Where the window is, for :meth:`restore_place`."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._parts.leave():
            event.accept()
            return
        event.ignore()
        self.show_finishing(self.tr("Finishing…"), self.tr("What was sent is being written down. This takes a moment."))
