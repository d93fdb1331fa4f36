"""Where cycles are collected: on the UI thread. On a pool thread the collector would destroy QObjects there, which Qt
forbids (seen: "Timers cannot be stopped from another thread")."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

GARBAGE_MS = 250


class UiGarbage(QObject):
    """Collects cycles on the UI thread and nowhere else; made once in ``app.py``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=GARBAGE_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation whose threshold is passed, as the automatic collector would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation] > 0:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.enable()
