"""The pictures of the window: loaded in the background, a few at a time, what is looked at now first.

A view asks for a picture whenever it paints; what is not there yet is loaded and told of by ``arrived``. Bytes are
fetched and decoded on pool threads; a QPixmap is made on the window's own.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from hkj_desktop.errors import AppError
from hkj_desktop.system.cancel import CancelToken
from hkj_desktop.ui.tasks import Owner, Report, Runner, TaskHandle

if TYPE_CHECKING:
    from hkj_desktop.catalog.picture_facts import Facts
    from hkj_desktop.files.picture_file import Look

log = logging.getLogger(__name__)

#: So many are loaded at once, and so much of this computer's memory holds them.
AT_ONCE = 6
MOST_BYTES = 64 * 1024 * 1024
#: Sides are rounded up to steps, so that a window that is drawn wider does not load everything anew at every point.
STEP = 64
OFF = "off"
_BYTES_A_POINT = 4


class Source(Protocol):
    """Where pictures come from (picture_source.py)."""

    def look(self, address: str, side: int, cancel: CancelToken) -> Look: ...


@dataclass(frozen=True, slots=True)
class Missing:
    """No picture. ``reason``: that of :class:`~hkj_desktop.errors.PictureError`; :data:`OFF` where the person switched
    pictures off."""

    reason: str


@dataclass(frozen=True, eq=False, slots=True)
class _Loading:
    address: str
    side: int


@dataclass(frozen=True, eq=False, slots=True)
class _Held:
    pixmap: QPixmap
    side: int
    facts: Facts

    @property
    def bytes(self) -> int:
        return self.pixmap.width() * self.pixmap.height() * _BYTES_A_POINT


class PictureStore(QObject):
    """``runner`` should have threads of its own: a slow web server must not keep a search waiting.

    ``arrived(address)``: a picture came, or will not come; once for each that was asked for. ``changed``: all must be
    painted anew.
    """

    arrived = Signal(str)
    changed = Signal()

    def __init__(
        self,
        runner: Runner,
        source: Source,
        parent: QObject | None = None,
        *,
        at_once: int = AT_ONCE,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._source = source
        self._owner = Owner("PictureStore")
        self._at_once = at_once
        self._most_bytes = most_bytes
        self._enabled = True
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._bytes = 0
        self._failures: dict[str, str] = {}
        self._queue: dict[str, int] = {}
        self._running: dict[str, tuple[_Loading, TaskHandle]] = {}
        self._wanted: dict[object, dict[str, None]] = {}
        self._gone: set[str] = set()
        # After the paint that asks: by then it is known what else is looked at.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._start)

    # -- for views ----------------------------------------------------------------------------------------------------

    def picture(self, address: str, side: int) -> QPixmap | Missing | None:
        """The picture behind ``address``, made to fit into ``side`` × ``side`` device pixels (or a smaller one while
        that is loaded); None while it is on its way."""
        if not self._enabled:
            return Missing(OFF)
        reason = self._failures.get(address)
        if reason is not None:
            return Missing(reason)
        side = -(-max(side, 1) // STEP) * STEP
        held = self._held.get(address)
        if held is not None:
            self._held.move_to_end(address)
        if held is None or held.side < side:
            self._ask(address, side)
        return held.pixmap if held is not None else None

    def facts(self, address: str) -> Facts | None:
        """What is known of a picture that is shown: its size in points and bytes."""
        held = self._held.get(address)
        return held.facts if held is not None else None

    def failure(self, address: str) -> str | None:
        """Why there is no picture behind ``address``, where that is known."""
        return self._failures.get(address)

    def set_wanted(self, addresses: Iterable[str], by: object = None) -> None:
        """What ``by`` looks at now, the most wanted first. What it looked at before and nobody looks at any more is not
        begun; where it is loading already, it is stopped if others wait."""
        before = self._wanted.pop(by, {})
        now = dict.fromkeys(addresses)
        if now:
            self._wanted[by] = now  # the newest is last
        gone = {address for address in before if not self._is_wanted(address)}
        self._queue = {address: side for address, side in self._queue.items() if address not in gone}
        self._gone = {one for one in self._gone | gone if one in self._running and not self._is_wanted(one)}

    def _is_wanted(self, address: str) -> bool:
        return any(address in wanted for wanted in self._wanted.values())

    def is_loading(self) -> bool:
        """Whether a picture is on its way."""
        return bool(self._queue or self._running)

    # -- for the settings and the menu --------------------------------------------------------------------------------

    def set_enabled(self, enabled: bool) -> None:
        """Whether pictures are loaded and shown at all."""
        if enabled != self._enabled:
            self._enabled = enabled
            self.clear()

    def clear(self) -> None:
        """Forget every picture and failure, and stop what is on its way: the next paint asks anew."""
        self._queue, self._failures, self._bytes = {}, {}, 0
        self._held.clear()
        for _, handle in self._running.values():
            handle.cancel()
        self._running = {}
        self.changed.emit()

    def forget_failures(self) -> None:
        """Try anew what could not be loaded."""
        self._failures = {}
        self.changed.emit()

    # -- loading ------------------------------------------------------------------------------------------------------

    def _ask(self, address: str, side: int) -> None:
        running = self._running.get(address)
        if running is not None and running[0].side >= side:
            return
        if self._queue.get(address, 0) < side:
            self._queue.pop(address, None)  # the newest is last
            self._queue[address] = side
        if not self._soon.isActive():
            self._soon.start()

    def _start(self) -> None:
        while len(self._running) < self._at_once:
            address = self._next()
            if address is None:
                return
            self._load(_Loading(address, self._queue.pop(address)))
        if self._queue:  # a slow server of what was scrolled away does not hold up what is seen
            for address in self._gone & self._running.keys():
                self._running[address][1].cancel()

    def _next(self) -> str | None:
        """What is looked at in its order, else what was asked for last; never one that is loading already."""
        wanted = (address for one in reversed(self._wanted.values()) for address in one)
        for address in (*wanted, *reversed(self._queue)):
            if address in self._queue and address not in self._running:
                return address
        return None

    def _load(self, loading: _Loading) -> None:
        source = self._source

        def work(cancel: CancelToken, _report: Report) -> tuple[QImage, Facts]:
            look = source.look(loading.address, loading.side, cancel)
            return _image(look), look.facts

        def done(found: tuple[QImage, Facts]) -> None:
            if self._end(loading):
                self._keep(loading, QPixmap.fromImage(found[0]), found[1])
                self.arrived.emit(loading.address)

        def failed(error: AppError) -> None:
            if self._end(loading):
                log.debug("No picture: %s", error)
                self._failures[loading.address] = str(error.params.get("reason") or error.code)
                self.arrived.emit(loading.address)

        def cancelled() -> None:
            self._end(loading)

        # Registered first: a runner without threads has ended when it returns.
        handle = TaskHandle("", 0)
        self._running[loading.address] = (loading, handle)
        handle = self._runner.submit(
            work, owner=self._owner, done=done, failed=failed, cancelled=cancelled, slot=None, name="picture"
        )
        if self._is_running(loading):
            self._running[loading.address] = (loading, handle)

    def _is_running(self, loading: _Loading) -> bool:
        running = self._running.get(loading.address)
        return running is not None and running[0] is loading

    def _end(self, loading: _Loading) -> bool:
        """Make room for the next one; False where nobody waits for this one any more."""
        wanted = self._is_running(loading)
        if wanted:
            del self._running[loading.address]
        if self._queue and not self._soon.isActive():
            self._soon.start()
        return wanted

    def _keep(self, loading: _Loading, pixmap: QPixmap, facts: Facts) -> None:
        before = self._held.pop(loading.address, None)
        held = _Held(pixmap, loading.side, facts)
        self._held[loading.address] = held
        self._bytes += held.bytes - (before.bytes if before is not None else 0)
        # What is looked at stays, however much it is: it would be loaded again at once, without end.
        for address in list(self._held):
            if self._bytes <= self._most_bytes:
                return
            if address != loading.address and not self._is_wanted(address):
                self._bytes -= self._held.pop(address).bytes


def _image(look: Look) -> QImage:
    """The small picture, as a copy of its own in the format that is painted quickest."""
    small = look.thumbnail
    stride = small.width * _BYTES_A_POINT
    image = QImage(small.rgba, small.width, small.height, stride, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
