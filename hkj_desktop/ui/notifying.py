"""Tells somebody who looks at another program that uploads have ended: by a notice of the desktop, or where it has
none, by a window that asks for attention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from hkj_desktop.ui import say
from hkj_desktop.ui.icons import Icon, make_icon

#: For how long a notice asks to be shown, in milliseconds; the desktop may know better.
SHOWN_MS = 10_000
#: Shops that a notice names; of more, their number is told.
NAMED = 3


@dataclass(frozen=True)
class Result:
    """How one upload ended, as far as a notice tells it: never anything of a product but how many.

    ``shop``: its name, safe to be shown; ``reached``: how many products, or ``items`` of them, the shop has taken;
    ``good``: whether there is nothing left to do.
    """

    shop: str
    reached: int
    items: bool
    good: bool


class Tray(Protocol):
    """What is used of QSystemTrayIcon."""

    @property
    def messageClicked(self) -> SignalInstance: ...
    @property
    def activated(self) -> SignalInstance: ...
    def show(self) -> None: ...
    def hide(self) -> None: ...
    def showMessage(self, title: str, msg: str, icon: QSystemTrayIcon.MessageIcon, msecs: int) -> None: ...


def make_tray(parent: QObject, icon: QIcon) -> Tray | None:
    """A place for notices; None where this desktop has none."""
    if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return None
    tray = QSystemTrayIcon(icon, parent)
    tray.setToolTip("HKJ Desktop")
    return tray


def ask_for_attention(window: QWidget) -> None:
    """Flash, bounce or mark the window's entry until the person comes to it."""
    QApplication.alert(window, 0)


class Notifier(QObject):
    """``clicked``: the person answered a notice. ``window()``: the program's own at that time; ``wanted()``: whether
    the person wants to be told, asked each time."""

    clicked = Signal()

    def __init__(
        self,
        window: Callable[[], QWidget],
        wanted: Callable[[], bool],
        parent: QObject | None = None,
        *,
        tray: Callable[[QObject, QIcon], Tray | None] = make_tray,
        alert: Callable[[QWidget], None] = ask_for_attention,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._wanted = wanted
        self._make_tray = tray
        self._alert = alert
        self._tray: Tray | None = None

    def tell(self, results: Sequence[Result]) -> None:
        """Tell how the uploads of one run ended; none: they ended before there was one, which is no good end."""
        if not self._wanted():
            return
        if self._tray is None:  # asked again where there was none: a panel may have come since
            self._tray = self._make_tray(self, self._icon())
            if self._tray is not None:
                self._tray.messageClicked.connect(self._on_clicked)
                self._tray.activated.connect(self._on_clicked)
        if self._tray is None:
            self._alert(self._window())
            return
        kinds = QSystemTrayIcon.MessageIcon
        # Its icon has to be there for the notice to be: it stays until somebody comes, and goes in withdraw.
        self._tray.show()
        kind = kinds.Information if _all_good(results) else kinds.Warning
        self._tray.showMessage(self.title(results), self.body(results), kind, SHOWN_MS)

    def withdraw(self) -> None:
        """The person is here: nothing of a notice stays."""
        if self._tray is not None:
            self._tray.hide()

    def title(self, results: Sequence[Result]) -> str:
        """Names the shop where it is one."""
        good = _all_good(results)
        if len(results) != 1:
            return self.tr("The upload has ended") if good else self.tr("The upload has ended with problems")
        text = self.tr("The upload to {shop} has ended")
        if not good:
            text = self.tr("The upload to {shop} has ended with problems")
        return text.format(shop=results[0].shop)

    def body(self, results: Sequence[Result]) -> str:
        """A line for each shop."""
        if not results:
            return self.tr("Open HKJ Desktop to see why.")
        lines = [self._line(one) for one in results[:NAMED]]
        more = len(results) - NAMED
        if more > 0:
            lines.append(say.counted(self.tr("and %n more shop(s)", "", more), more))
        return "\n".join(lines)

    def _line(self, result: Result) -> str:
        count = result.reached
        if result.items:
            text = self.tr("%n item(s) reached {shop}", "", count)
        else:
            text = self.tr("%n product(s) reached {shop}", "", count)
        return say.counted(text, count).format(shop=result.shop)

    def _icon(self) -> QIcon:
        """That of the window; an icon of ours where it has none, as a tray without one shows nothing at all."""
        icon = self._window().windowIcon()
        return make_icon(Icon.SEND) if icon.isNull() else icon

    def _on_clicked(self, _how: object = None) -> None:
        self.withdraw()
        self.clicked.emit()


def _all_good(results: Sequence[Result]) -> bool:
    return bool(results) and all(one.good for one in results)
