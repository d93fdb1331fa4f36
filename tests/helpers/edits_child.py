"""``python -m tests.helpers.edits_child DATA_FOLDER FILE kept|typing``: opens the file in the real window, changes it
there, and says ``kept`` once every change is on the disk and waits to be killed, or goes on typing until it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from hkj_desktop.app import Program
from hkj_desktop.system.paths import folders
from hkj_desktop.ui.pages.check_views import TABLE
from hkj_desktop.ui.parts import CHECK
from tests.helpers.memory_vault import MemoryVault
from tests.helpers.ui import pump

LIMIT = 60.0
#: What is typed: shown row, column of the file, text. The second one is undone again.
TYPED = ((0, 3, "9.500"), (1, 1, "undone"), (2, 2, "عسل\nسدر"))


def main(data: Path, file: Path, how: str) -> None:
    app = QApplication([])
    program = Program(app, folders(data, {}).ensure(), practice=True, locale="en", vault=MemoryVault())
    program.show(file)

    def wait(condition: Callable[[], object]) -> None:
        pump(condition, LIMIT, pause=0.001)

    main_window, edits = program.window, program.catalogue.edits
    wait(lambda: main_window.page() == CHECK)
    main_window.check_page.show_view(TABLE)
    model = main_window.check_page.table_model
    wait(lambda: not model.is_busy())

    def type_into(row: int, column: int, text: str) -> None:
        assert model.setData(model.index(row, model.fixed + column), text)

    if how == "kept":
        type_into(*TYPED[0])
        type_into(*TYPED[1])
        edits.undo()
        type_into(*TYPED[2])
        edits.undo()
        edits.redo()
        type_into(1, 1, "undone in the end")
        edits.undo()
    else:
        for number in range(1, 100_000):
            type_into(number % 3, 1, f"Tea {number}")
            app.processEvents()
    wait(edits.is_kept)
    print("kept", flush=True)
    wait(lambda: False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
