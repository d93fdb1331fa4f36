"""Files that the person saves: lists of problems, the catalogue as it stands, their own workbook with marks, templates.
All of it in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.system.destinations import first_destination
from hkj_desktop.ui import say, texts
from hkj_desktop.ui.tasks import Owner, Report, Runner

if TYPE_CHECKING:  # polars and openpyxl load when something is saved
    from hkj_desktop.catalog.problems import Problems
    from hkj_desktop.files.annotate import Annotated
    from hkj_desktop.ui.opened import Opened


class ExportController(QObject):
    """``saved(path)`` or ``failed(AppError)`` after each. ``losses(codes, ending)``: what the person's own workbook
    would lose (:meth:`look_what_is_lost`), and how the name of its copy ends. ``annotated(Annotated)``: what was marked
    in a saved workbook. ``now``: this computer's time, in seconds since 1970."""

    saved = Signal(str)
    failed = Signal(object)
    losses = Signal(list, str)
    annotated = Signal(object)

    def __init__(self, runner: Runner, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._now = now
        self._owner = Owner("exports")

    def _save(self, path: Path, write: Callable[[CancelToken], None]) -> None:
        def work(cancel: CancelToken, _report: Report) -> str:
            write(cancel)
            return str(path)

        self._runner.submit(work, owner=self._owner, done=self.saved.emit, failed=self.failed.emit, slot=None)

    def save_problems(self, path: Path, problems: Problems, source: Path | None = None) -> None:
        """Save a list of problems as CSV; ``source``: the file that is open, which is never written over."""

        def write(_cancel: CancelToken) -> None:
            from hkj_desktop.files.problem_report import write_problems

            headers = [say.translate("Report", header) for header in texts.REPORT_HEADERS]
            write_problems(
                path,
                problems,
                headers=headers,
                words=lambda problem: texts.report_words(problem, say.translate),
                source=source,
            )

        self._save(path, write)

    def save_catalogue(self, path: Path, file: Opened, format_: str) -> None:
        """Save the catalogue as it stands now, as ``xlsx`` or ``csv``."""
        rtl = _arabic()

        def write(cancel: CancelToken) -> None:
            from hkj_desktop.files.save_as import write_catalogue

            write_catalogue(path, file.shared, format_, rtl=rtl, source=file.path, cancel=cancel)

        self._save(path, write)

    def look_what_is_lost(self, file: Opened) -> None:
        """Find out what the person's workbook would lose when it is saved with marks."""

        def work(_cancel: CancelToken, _report: Report) -> tuple[list[str], str]:
            from hkj_desktop.files.keeps import what_is_lost
            from hkj_desktop.files.own_workbook import suffix_for

            return list(what_is_lost(file.path)), suffix_for(file.path)

        self._runner.submit(
            work,
            owner=self._owner,
            done=lambda found: self.losses.emit(*found),
            failed=self.failed.emit,
            slot="losses",
        )

    def save_annotated(self, path: Path, file: Opened) -> None:
        """Save the person's own workbook with the problem cells marked, and the changes in it."""
        rtl = _arabic()

        def work(cancel: CancelToken, _report: Report) -> Annotated:
            from hkj_desktop.files.annotate import annotate_workbook

            return annotate_workbook(
                file.path,
                path,
                file.draft,
                file.checked,
                words=say.problem_plain,
                sheet_words=say.sheet_words(),
                rtl=rtl,
                cancel=cancel,
            )

        def done(marked: Annotated) -> None:
            self.saved.emit(str(path))
            self.annotated.emit(marked)

        self._runner.submit(work, owner=self._owner, done=done, failed=self.failed.emit, slot=None)

    def save_fix_file(self, path: Path, file: Opened) -> None:
        """Save a workbook with the rows of all products that have a problem."""
        rtl, now = _arabic(), self._now()

        def write(cancel: CancelToken) -> None:
            from datetime import UTC, datetime

            from hkj_desktop.files.fix_file import write_fix_file

            write_fix_file(
                path,
                file.draft,
                file.shared,
                file.checked.problems,
                words=say.problem_plain,
                sheet_words=say.fix_sheet_words(),
                rtl=rtl,
                language="ar" if rtl else "en",
                source=file.path,
                when=datetime.fromtimestamp(now, UTC),
                cancel=cancel,
            )

        self._save(path, write)

    def save_files(self, path: Path, files: Sequence[Path]) -> None:
        """Save a copy of a file, or several packed as a zip."""

        def write(_cancel: CancelToken) -> None:
            from hkj_desktop.files.packed import save_packed

            save_packed(path, files)

        self._save(path, write)

    def save_template(self, path: Path, language: str) -> None:
        """Save an empty workbook to fill in; ``language`` of its headers is ``en`` or ``ar``."""

        def write(_cancel: CancelToken) -> None:
            from hkj_desktop.catalog.fields import load_fields
            from hkj_desktop.files.template import template_words, write_template

            headers, example = template_words(language)
            write_template(path, load_fields(first_destination().id), headers, example, rtl=language == "ar")

        self._save(path, write)


def _arabic() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
