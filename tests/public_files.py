"""``python -m tests.public_files FOLDER …``: read every file below the folders and print what became of it.

For public collections of test files (csv-spectrum, the files inside other libraries' source packages): unpack
them anywhere
and name the folder. The test beside it (tests/unit/files/test_public_files.py) reads those in HKJ_PUBLIC_FILES.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hkj_desktop.catalog.check import check
from hkj_desktop.catalog.fields import load_fields
from hkj_desktop.errors import FileError
from hkj_desktop.files.read import read_catalog
from hkj_desktop.files.sniff import READABLE_EXTENSIONS

#: Seconds that one of these small files may take.
LONGEST = 10.0


@dataclass(frozen=True)
class Outcome:
    """``code``: ``read`` or the code of our error; anything else that is raised is a fault of ours and passes
    through."""

    path: Path
    code: str
    rows: int
    seconds: float


def outcomes(folder: Path) -> Iterator[Outcome]:
    """Read and check every file below ``folder`` whose ending says that it may be a catalogue."""
    endings = {f".{ending}" for ending in READABLE_EXTENSIONS}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix.lower() not in endings:
            continue
        began = time.perf_counter()
        try:
            catalog = read_catalog(path)
            check(catalog, load_fields("hkj"))
            code, rows = "read", len(catalog)
        except FileError as error:
            code, rows = error.code, 0
        yield Outcome(path, code, rows, time.perf_counter() - began)


def main() -> None:
    """Print the table and its sums."""
    counted: Counter[str] = Counter()
    for folder in map(Path, sys.argv[1:]):
        for one in outcomes(folder):
            counted[one.code] += 1
            print(f"{one.code:20} {one.rows:8} rows {one.seconds:6.2f} s  {one.path.relative_to(folder)}")
    print(", ".join(f"{code}: {count}" for code, count in counted.most_common()))


if __name__ == "__main__":
    main()
