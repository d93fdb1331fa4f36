"""The rail and the footer, as they follow from what the controllers know: which steps are open, and what sits on
them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from hkj_desktop.system.destinations import destination
from hkj_desktop.system.settings import is_practice
from hkj_desktop.ui import say
from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.controllers.shops import KeyState
from hkj_desktop.ui.i18n import LANGUAGES
from hkj_desktop.ui.parts import CHECK, FILE, RESULT, SEND, SHOP, Parts
from hkj_desktop.ui.shell import HISTORY, Shell, ShellWords
from hkj_desktop.ui.theme import Tone, shop_color_number
from hkj_desktop.ui.widgets.rail import NO_MARK, StepMark, count_mark, done_mark, warn_mark
from hkj_desktop.ui.words import QT_TRANSLATE_N_NOOP

if TYPE_CHECKING:
    from hkj_desktop.catalog.check import Checked
    from hkj_desktop.ui.opened import Opened

MOST_COUNTED = 999
LONGEST_NAME = 40
_BAD_KEYS = (KeyState.WRONG, KeyState.DISABLED, KeyState.ABSENT)


class Steps(QObject):
    """Shows the state of ``parts`` on the frame of ``shell``."""

    def __init__(self, shell: Shell, parts: Parts) -> None:
        super().__init__(shell)
        self._shell = shell
        self._parts = parts

    def shop_name(self) -> str:
        """The active shop's name."""
        active = self._parts.shops.active
        return say.shop(active.id, active.name)

    def show_shop(self) -> None:
        """The badge, and the strip that says that one is practising."""
        shops = self._parts.shops
        number = 0 if shops.practising else shop_color_number(shops.active_id)
        self._shell.set_shop(self.shop_name(), self._badge_line(), number)
        self._shell.set_practice(self._practice_words() if shops.practising else "")

    def _badge_line(self) -> str:
        """Who else gets the catalogue; else the system, or that one is safe."""
        shops, others = self._parts.shops, self._parts.shops.in_use()[1:]
        if len(others) == 1:
            name = isolate_auto(display_safe(say.shop(others[0].id, others[0].name), LONGEST_NAME))
            return self.tr("and {shop}").format(shop=name)
        if others:
            return self.tr("and %n other shop(s)", "", len(others))
        if shops.practising:
            return self.tr("Nothing leaves this computer")
        return destination(shops.active.destination).name

    def _practice_words(self) -> str:
        """Never that nobody sees it where a real shop gets the catalogue too."""
        real = [shop for shop in self._parts.shops.in_use() if not is_practice(shop.id)]
        if not real:
            return self.tr(
                "You are practising. The practice shop lives on this computer; no customer will see these products."
            )
        name = isolate_auto(display_safe(real[0].name, LONGEST_NAME))
        text = self.tr("You are practising, but {shop} gets the catalogue too: customers will see it there.")
        return text.format(shop=name)

    def refresh(self) -> None:
        """Marks and open steps."""
        shell, done = self._shell, done_mark(self.tr("done"))
        file, uploads = self._parts.catalogue.file, self._parts.uploads
        # Of the shop with the most of them, whichever one's view is shown on the check page.
        every = [payload.checked for payload in file.payloads.values()] if file is not None else []
        checked = max(every, key=lambda one: one.counts.with_error, default=None)
        key = self._parts.shops.key(self._parts.shops.active_id)
        bad = key.state in _BAD_KEYS and not key.unsaved
        shell.set_step(SHOP, mark=warn_mark(self.tr("the key does not work")) if bad else done)
        shell.set_step(FILE, mark=done if checked else NO_MARK)
        first = self.tr("Choose a file first")
        shell.set_step(CHECK, enabled=checked is not None, mark=self._check_mark(checked), reason=first)
        open_ = checked is not None or uploads.is_busy()
        shell.set_step(SEND, enabled=open_, mark=self._send_mark(), reason=first)
        shell.set_step(RESULT, enabled=uploads.last is not None, reason=self.tr("Nothing has been sent yet"))

    def show_interrupted(self, count: int) -> None:
        """A lasting mark on History while uploads stand open in the record."""
        spoken = self.tr("%n upload(s) did not come to an end", "", count)
        self._shell.set_step(HISTORY, mark=count_mark(say.number(count), spoken, Tone.WARN) if count else NO_MARK)

    def _send_mark(self) -> StepMark:
        """How far a running upload is, else how the last one ended."""
        uploads = self._parts.uploads
        progress = uploads.progress
        if uploads.is_busy():
            share = progress.done * 100 // progress.total if progress is not None and progress.total else 0
            return count_mark(f"{share}%", self.tr("sending, {n} %").format(n=share), Tone.ACCENT)
        file, last = self._parts.catalogue.file, uploads.last
        if last is None or file is None or last.upload.file_path != str(file.path):
            return NO_MARK  # it is about another file
        upload = last.upload
        if upload.target.profile_id != self._parts.shops.active_id:
            return NO_MARK
        if upload.settled and upload.outcome == "done":
            return done_mark(self.tr("done"))
        return warn_mark(self.tr("the last upload did not come to a good end"))

    def readiness(self, file: Opened | None) -> str:
        """The footer's sentence; parts between ** are strong. How many of them go is told on the sending page,
        where they are compared with what the shop has."""
        if file is None:
            return ""
        if len(file.shops) > 1:
            return self._readiness_of_shops(file)
        counts = file.checked.counts
        ready = self.tr("**%n product(s)** ready to be sent.", "", counts.ready)
        behind = self.tr("%n with a problem will stay behind.", "", counts.with_error)
        ready, behind = say.counted(ready, counts.ready), say.counted(behind, counts.with_error)
        return f"{ready} {behind}" if counts.with_error else ready

    def _readiness_of_shops(self, file: Opened) -> str:
        said = ""
        for shop in file.shops:
            ready = file.payloads[shop.id].checked.counts.ready
            if said:
                text = self.tr("**%n** for {shop}", "", ready)
            else:
                text = self.tr("**%n product(s)** ready for {shop}", "", ready)
            name = isolate_auto(display_safe(say.shop(shop.id, shop.name), LONGEST_NAME))
            one = say.counted(text, ready).format(shop=name)
            said = self.tr("{list}, {next}").format(list=said, next=one) if said else one
        return self.tr("{list}.").format(list=said)

    def _check_mark(self, checked: Checked | None) -> StepMark:
        if checked is None:
            return NO_MARK
        counts = checked.counts
        if counts.with_error:
            few = counts.with_error <= MOST_COUNTED
            text = say.number(counts.with_error) if few else f"{MOST_COUNTED}+"
            return count_mark(text, self.tr("%n with a problem", "", counts.with_error), Tone.ERROR)
        return done_mark(self.tr("done"))


def send_words(mended: int) -> str:
    """What leads on to sending; ``mended``: products that the shop refused and that were changed since."""
    if not mended:
        return QCoreApplication.translate("MainWindow", "Go on to sending")
    text = QT_TRANSLATE_N_NOOP("MainWindow", "Send the %n fixed")
    return say.counted(QCoreApplication.translate("MainWindow", text, None, mended), mended)


def frame_words(language: str) -> ShellWords:
    """The fixed words of the frame of a window in ``language``."""
    return ShellWords(
        steps=(
            QCoreApplication.translate("Frame", "Shop"),
            QCoreApplication.translate("Frame", "File"),
            QCoreApplication.translate("Frame", "Check"),
            QCoreApplication.translate("Frame", "Send"),
            QCoreApplication.translate("Frame", "Result"),
        ),
        history=QCoreApplication.translate("Frame", "History"),
        settings=QCoreApplication.translate("Frame", "Settings"),
        language=next(name for code, name in LANGUAGES.items() if code != language),
        rail=QCoreApplication.translate("Frame", "Steps"),
        close=QCoreApplication.translate("Frame", "Close"),
        open=QCoreApplication.translate("Frame", "Open a catalogue"),
        find=QCoreApplication.translate("Frame", "Search in the catalogue"),
        help=QCoreApplication.translate("Frame", "Show the keys"),
    )
