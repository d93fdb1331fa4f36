"""What all dialogs share: they never block the event loop, and their buttons stand where the platform wants them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from hkj_desktop.ui.bidi import display_safe, isolate_auto
from hkj_desktop.ui.icons import Icon, IconLabel
from hkj_desktop.ui.theme import Tone, Type, metrics, px
from hkj_desktop.ui.widgets.buttons import Button, Kind
from hkj_desktop.ui.widgets.labels import Label
from hkj_desktop.ui.widgets.tab_order import step

WIDTH, LEAST = 460, 300
AROUND = 40  # of its window, beside and above a dialog that would like to be larger
LONGEST_NAME = 30  # of a shop, on a button


def fitting(size: QSize, parent: QWidget, least: QSize) -> QSize:
    """``size`` in the size that the person chose, as far as the window of ``parent`` leaves room; ``least`` even where
    it does not, as far as the screen does."""
    room = parent.window().size() - QSize(AROUND, AROUND)
    return _scaled(size).boundedTo(room).expandedTo(_scaled(least).boundedTo(_most(parent)))


def _most(parent: QWidget) -> QSize:
    """What the screen has room for; a window that is larger than its screen says that there is more."""
    window = parent.window()
    return window.screen().availableSize().expandedTo(window.size())


def _scaled(size: QSize) -> QSize:
    return QSize(px(size.width()), px(size.height()))


class Dialog(QDialog):
    """A window-modal dialog that forgets itself when closed. ``open()`` it; never ``exec()``."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        m = metrics()
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(m.space_xl, m.space_xl, m.space_xl, m.space_l)
        self.body.setSpacing(m.space_l)
        self.buttons = QDialogButtonBox()

    def add_buttons(self, accept: Button, reject: Button) -> None:
        """The two ways out, in the platform's order; Escape is ``reject``."""
        self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(reject, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.body.addWidget(self.buttons)
        accept.setDefault(True)

    def add_other(self, button: Button) -> None:
        """A third way, beside those two."""
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)

    def add_close(self, close: Button) -> None:
        """The one way out of a dialog that only tells something."""
        self.buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        self.body.addWidget(self.buttons)
        close.setDefault(True)

    def setVisible(self, visible: bool) -> None:
        if visible and not self.isVisible():
            self._make_room()
        super().setVisible(visible)

    def _make_room(self) -> None:
        """As high as the lines need to be in their width; Qt itself gives no more than two thirds of the screen."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.adjustSize()
        most = _most(self.parentWidget() or self).height()
        needed = min(self.body.totalMinimumHeightForWidth(self.width()), most)
        self.resize(self.width(), max(self.height(), needed))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return step(self, forward=next)


def ask(
    parent: QWidget, *, title: str, text: str, yes: str, no: str, then: Callable[[], None], tone: Tone = Tone.WARN
) -> Dialog:
    """Ask before something that cannot be undone; ``yes`` and ``no`` say what happens, never "OK"."""
    dialog = Dialog(title, parent)
    dialog.setFixedWidth(fitting(QSize(WIDTH, 0), parent, QSize(LEAST, 0)).width())
    row = QHBoxLayout()
    row.setSpacing(metrics().space_l)
    row.addWidget(IconLabel(Icon.TRIANGLE_ALERT, tone.ink, px(24)), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.addWidget(Label(title, Type.HEADING, wrap=True))
    words.addWidget(Label(text, wrap=True))
    row.addLayout(words, 1)
    dialog.body.addLayout(row)
    danger = tone is Tone.ERROR
    dialog.add_buttons(Button(yes, kind=Kind.DANGER if danger else Kind.PRIMARY), Button(no))
    dialog.accepted.connect(then)
    dialog.open()
    return dialog


def ask_remove(parent: QWidget, name: str, then: Callable[[], None]) -> Dialog:
    """Ask before a shop called ``name`` is forgotten."""
    return ask(
        parent,
        title=QCoreApplication.translate("RemoveShop", "Remove {name}?").format(name=isolate_auto(name)),
        text=QCoreApplication.translate(
            "RemoveShop", "Its key is removed from this computer too. The shop itself is not touched."
        ),
        yes=QCoreApplication.translate("RemoveShop", "Remove"),
        no=QCoreApplication.translate("RemoveShop", "Keep it"),
        then=then,
        tone=Tone.ERROR,
    )


def ask_for_real(parent: QWidget, name: str, then: Callable[[], None]) -> Dialog:
    """Ask before something is sent to the shop called ``name`` right after practising."""
    short = isolate_auto(display_safe(name, LONGEST_NAME))
    return ask(
        parent,
        title=QCoreApplication.translate("SendForReal", "Send to {shop} for real?").format(shop=isolate_auto(name)),
        text=QCoreApplication.translate(
            "SendForReal", "Customers will see these products. Until now you sent to the practice shop."
        ),
        yes=QCoreApplication.translate("SendForReal", "Send to {shop}").format(shop=short),
        no=QCoreApplication.translate("SendForReal", "Not now"),
        then=then,
    )
