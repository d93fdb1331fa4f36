"""Step 4: what will be sent, before it is sent; then true progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.pages.plan_pane import PlanPane
from hkj_desktop.ui.pages.progress_pane import ProgressPane
from hkj_desktop.ui.theme import metrics
from hkj_desktop.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from hkj_desktop.ui.opened import Opened
    from hkj_desktop.uploads.compare import Comparison


class SendPage(QWidget):
    """``send_requested(all_rows, everything)``; ``stop_requested``; ``compare_requested(all_rows)``: somebody has to
    find out what is new, for :meth:`set_comparison`. ``clock``: seconds since 1970."""

    send_requested = Signal(bool, bool)
    stop_requested = Signal()
    compare_requested = Signal(bool)

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PageHeader()
        self._panes = QStackedWidget()
        self.plan = PlanPane()
        self.plan.send.clicked.connect(self._on_send)
        self.plan.all_rows.toggled.connect(self._compare)
        self.progress = ProgressPane(clock)
        self.progress.stop.clicked.connect(self._on_stop)
        self._panes.addWidget(self.plan)
        self._panes.addWidget(self.progress)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().space_l)
        box.addWidget(self._header)
        box.addWidget(self._panes, 1)

    def show_plan(self, file: Opened, shop: str) -> None:
        """What will happen when the button is pressed."""
        self._header.set_title(self.tr("Send to {shop}").format(shop=shop))
        name = isolate_auto(display_safe(file.path.name, 40))
        line = self.tr("{file}: this is what will happen. Nothing has been sent yet.").format(file=name)
        if file.put_back is not None:
            upload = file.put_back.upload
            name = isolate_auto(display_safe(upload.file_name, 40))
            line = self.tr("This puts back what {file} changed on {date}. Nothing has been sent yet.")
            line = line.format(file=name, date=say.moment(upload.created))
        self._header.set_line(line)
        self.plan.set_file(file)
        self._panes.setCurrentWidget(self.plan)
        self._compare()

    def set_comparison(self, comparison: Comparison | None) -> None:
        """What is new, changed and the same; None: that could not be found out, so all of it goes."""
        self.plan.set_comparison(comparison)

    def show_sending(self, shop: str) -> None:
        """An upload has begun."""
        self._header.set_title(self.tr("Sending to {shop}").format(shop=shop))
        self._header.set_line(self.tr("You may close this window: what was sent is written down."))
        self.progress.begin()
        self._panes.setCurrentWidget(self.progress)

    def _compare(self) -> None:
        self.compare_requested.emit(self.plan.all_rows.isChecked())

    def _on_send(self) -> None:
        self.send_requested.emit(self.plan.all_rows.isChecked(), self.plan.everything.isChecked())

    def _on_stop(self) -> None:
        self.progress.set_stopping()
        self.stop_requested.emit()
