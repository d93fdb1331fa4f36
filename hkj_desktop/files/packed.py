"""Files of ours, saved where the person wants them."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from hkj_desktop.errors import FileMissing
from hkj_desktop.system.atomic import write_atomically


def save_packed(path: Path, files: Sequence[Path]) -> None:
    """Copy the one file to ``path``, or pack several into a zip there, each as it is and as a CSV by its name.

    Raises FileNotSaved, and FileMissing for one that is gone.
    """

    def fill(out: BinaryIO) -> None:
        try:
            if len(files) == 1:
                out.write(files[0].read_bytes())
                return
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                for file in files:
                    archive.write(file, f"{file.stem}.csv")
        except FileNotFoundError as error:
            raise FileMissing(name=path.name) from error

    write_atomically(path, fill)
