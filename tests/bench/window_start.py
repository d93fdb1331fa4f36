"""``python -m tests.bench.window_start ours HOME`` or ``empty``: starts a window, says when it answers, and ends.

“Answers”: it has been painted, and the event loop has come round once more.
"""

from __future__ import annotations

import sys

#: Libraries that take long to load, and that no window needs before it shows.
HEAVY = ("polars", "openpyxl", "httpx", "keyring", "fastexcel", "PIL", "starlette", "uvicorn", "orjson")


def main() -> None:
    """Start what is asked for."""
    _ours(sys.argv[2]) if sys.argv[1] == "ours" else _empty()


def _ours(home: str) -> None:
    from hkj_desktop import app, cli

    show = app.Program.show

    def shown(program: app.Program, file: object = None) -> None:
        show(program)
        _tell(program.window)

    app.Program.show = shown  # type: ignore[method-assign,assignment]
    cli.main(["window", "--data-dir", home, "--locale", "en"])


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    program = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    _tell(window)
    program.exec()


def _tell(window: object) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, answer)
            return False

    def answer() -> None:
        print("answers", *(name for name in HEAVY if name in sys.modules), flush=True)
        QApplication.quit()  # in good order, so that the next start finds nothing left behind

    assert isinstance(window, QObject)
    window.installEventFilter(Painted(window))


if __name__ == "__main__":
    main()
